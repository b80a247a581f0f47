//! The movements of a district: launched by every unit, registered in by people, reviewed with results; registers taken in whole.

use calamine::{DataType, Reader, Xlsx, open_workbook};
use serde_json::{Value, json};
use stories::{
    by_desk::{self, ByDesk, expected},
    deciding::Deciding,
    lists,
    through_the_door::{Desk, day},
};

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

const UNITS: usize = 76;
const SCHOOLS: usize = 29;

/// Seventy-six units in six blocs, twenty-nine of them schools.
fn district(on: chrono::NaiveDate) -> (Desk, Vec<Value>, Vec<Value>) {
    let mut desk = Desk::on(on);
    let names = ["Cơ quan", "Xã, thị trấn", "Mầm non", "Tiểu học", "Doanh nghiệp", "Trung học cơ sở"];
    let blocs: Vec<Value> = names
        .iter()
        .zip(1..)
        .map(|(name, no)| {
            desk.call("units.set_bloc", json!({ "no": no, "name": format!("Khối {name}") }))["value"].clone()
        })
        .collect();
    let units = (0..UNITS)
        .map(|at| {
            let school = at < SCHOOLS;
            let bloc = if school { [2, 3, 5][at % 3] } else { [0, 1, 4][at % 3] };
            let draft = json!({
                "code": format!("VT{:02}", at + 1), "name": format!("CĐCS đơn vị số {}", at + 1),
                "level": "grassroots_union", "kind": if school { "thcs" } else { "co_quan" }, "sector": "public",
                "calendar": if school { "school" } else { "year" }, "bloc": blocs[bloc],
            });
            desk.call("units.establish", json!({ "draft": draft }))["value"].clone()
        })
        .collect();
    (desk, units, blocs)
}

fn drive(name: &str, more: Value) -> Value {
    let mut draft = json!({ "name": name, "level": "own", "kind": "special" });
    draft.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    draft
}

fn board(desk: &mut Desk, movement: &Value, year: i32) -> Value {
    desk.call("movements.launches", json!({ "movement": movement, "year": year }))
}

fn silent(board: &Value) -> Vec<&str> {
    let lines = list(&board["lines"]).iter().filter(|line| line["launch"].is_null());
    lines.map(|line| line["code"].as_str().unwrap()).collect()
}

fn length(desk: &mut Desk, query: Value) -> Value {
    desk.call("movements.registrations", json!({ "query": query, "offset": 0, "limit": 1 }))["total"].clone()
}

/// The texts of a written workbook, row by row.
fn rows_of(desk: &Desk, paper: &office::paper::Paper) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(desk.put(paper)).unwrap();
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).unwrap();
    range.rows().map(|row| row.iter().map(|cell| cell.as_string().unwrap_or_default()).collect()).collect()
}

#[test]
fn s2_a_movement_of_ten_years_is_launched_anew_by_every_unit_and_the_list_says_who_has_not() {
    let (mut desk, units, _) = district(day(2024, 2, 20));
    let movement = desk.call(
        "movements.set",
        drive(
            "CNVCLĐ chung sức hiện thực hóa khát vọng phát triển",
            json!({ "since": "2021-01-01", "until": "2030-12-31", "plan": "80/KH-LĐLĐ", "planned_on": "2021-01-20" }),
        ),
    )["value"]
        .clone();
    let launch = |units: &[Value]| json!({ "movement": movement, "year": 2024, "units": units, "launched_on": "2024-02-15", "document": "05/KH-CĐCS" });

    // all but one, in one step
    desk.call("movements.launch", launch(&units[..UNITS - 1]));
    let seen = board(&mut desk, &movement, 2024);
    assert_eq!((&seen["launched"], &seen["units"], &seen["percent"]), (&json!(75), &json!(76), &json!("99 %")));
    assert_eq!(silent(&seen), ["VT76"]);
    assert!(seen["message"].as_str().unwrap().contains("CĐCS đơn vị số 76"));
    let paper =
        desk.paper("movements.xlsx", json!({ "paper": "launches", "query": { "year": 2024, "movement": movement } }));
    let rows = rows_of(&desk, &paper);
    let first = rows.iter().position(|row| row.iter().any(|cell| cell == "Chưa phát động (1 đơn vị)")).unwrap();
    assert!(rows[first + 1].iter().any(|cell| cell == "VT76"), "{:?}", rows[first + 1]);

    desk.call("movements.launch", launch(&units[UNITS - 1..]));
    let seen = board(&mut desk, &movement, 2024);
    assert_eq!((&seen["percent"], &seen["message"]), (&json!("100 %"), &json!("")));
    let record = desk.call("movements.get", json!({ "id": movement, "year": 2024 }));
    assert_eq!((&record["line"]["launched"], &record["line"]["units"]), (&json!(76), &json!(76)));
    desk.call("journal.undo", json!({ "act": null }));
    assert_eq!(silent(&board(&mut desk, &movement, 2024)), ["VT76"], "one step, one undo");

    // it goes on by itself: the next year opens, and nobody has launched it yet
    desk.move_to(day(2025, 1, 10));
    desk.call("years.open", json!({ "year": 2025, "heads": true, "shortcomings": true, "targets": false }));
    let runs = |desk: &mut Desk, year: i32| {
        let lines = desk.call("movements.list", json!({ "year": year }));
        list(&lines).iter().find(|line| line["id"] == movement).cloned()
    };
    let next = runs(&mut desk, 2025).unwrap();
    assert_eq!((&next["launched"], &next["units"], &next["span"]), (&json!(0), &json!(76), &json!("2021 – 2030")));
    assert_eq!(runs(&mut desk, 2031), None);

    // a unit that ends is asked no longer; last year's board still has it
    desk.call("units.dissolve", json!({ "unit": units[75], "day": "2025-01-05", "members": { "kind": "end" } }));
    assert_eq!(board(&mut desk, &movement, 2025)["units"], 75);
    assert_eq!(board(&mut desk, &movement, 2024)["units"], 76);
}

/// Issues a decision of the year with so many collectives and people.
fn issue(desk: &mut Desk, year: i32, units: &[Value], people: &[Value]) {
    let decision = Deciding {
        award: "certificate_upper_union",
        number: "61",
        signed_on: &format!("15/05/{year}"),
        summary: "Về việc khen thưởng nhân dịp 19/5",
        citation: "đã có thành tích xuất sắc trong học tập và làm theo Bác",
        units,
        people,
    };
    decision.issued(desk);
}

#[test]
fn s3_25_collectives_and_35_people_in_five_years_and_every_figure_opens_a_list_of_that_length() {
    let (mut desk, units, _) = district(day(2020, 5, 1));
    let people: Vec<Value> = (0..7)
        .map(|at| {
            let draft = json!({ "full_name": format!("Nguyễn Văn {}", ["An", "Bình", "Cường", "Dũng", "Em", "Giang", "Hải"][at]),
                                "gender": if at < 4 { "nu" } else { "nam" }, "position": "Công chức" });
            desk.call("members.add", json!({ "unit": units[0], "began": "listed", "draft": draft }))["value"]["id"].clone()
        })
        .collect();
    for year in 2020..=2024 {
        desk.move_to(day(year, 5, 19));
        issue(&mut desk, year, &units[..5], &people);
    }
    // other levels are recorded, and stand beside the own ones
    desk.call(
        "decisions.record",
        json!({ "number": "210/QĐ-LĐLĐ", "signed_on": "20/12/2023", "year": 2023, "grantor": "Liên đoàn Lao động tỉnh Hoài Giang",
                "summary": "Về việc tặng Bằng khen", "recipients": [
                    { "kind": "collective", "name": "CĐCS đơn vị số 1", "award_name": "Bằng khen của LĐLĐ tỉnh" } ] }),
    );

    let own = |more: Value| {
        let mut query = json!({ "from": 2020, "until": 2024, "own": true });
        query.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        query
    };
    let figures = desk.call("decisions.award_years", own(json!({})));
    let whole = &figures["whole"];
    assert_eq!((&whole["collectives"], &whole["individuals"], &whole["women"]), (&json!(25), &json!(35), &json!(20)));
    let count = |desk: &mut Desk, query: Value| json!(list(&desk.call("decisions.awards", query)).len());
    assert_eq!(count(&mut desk, own(json!({ "kind": "collective" }))), 25);
    assert_eq!(count(&mut desk, own(json!({ "kind": "individual" }))), 35);
    assert_eq!(count(&mut desk, own(json!({ "kind": "individual", "women": true }))), 20);
    assert_eq!(list(&figures["years"]).len(), 5);
    for line in list(&figures["years"]) {
        let of = |kind: &str| json!({ "from": line["year"], "until": line["year"], "own": true, "kind": kind });
        assert_eq!(count(&mut desk, of("collective")), line["collectives"]);
        assert_eq!(count(&mut desk, of("individual")), line["individuals"]);
    }
    let all = desk.call("decisions.award_years", json!({ "from": 2020, "until": 2024 }));
    assert_eq!(all["whole"]["collectives"], 26, "all levels");
}

#[test]
fn s6_every_official_of_the_blocs_registers_what_to_do_and_each_figure_opens_its_names() {
    let (mut desk, units, blocs) = district(day(2024, 3, 1));
    let asked: Vec<Value> = units[SCHOOLS..]
        .iter()
        .enumerate()
        .filter(|(at, _)| (at + SCHOOLS) % 3 < 2)
        .map(|(_, unit)| unit.clone())
        .collect();
    let movement = desk.call(
        "movements.set",
        drive(
            "Cải cách thủ tục hành chính, nâng cao chất lượng thực thi công vụ",
            json!({ "kind": "campaign", "since": "2024-01-01", "blocs": [blocs[0], blocs[1]], "register_by": "2024-03-15" }),
        ),
    )["value"]
        .clone();
    let mut registrations = Vec::new();
    for (at, unit) in asked.iter().enumerate() {
        for person in 0..2 {
            let draft = json!({ "full_name": format!("Trần Thị {} {at}", ["Mai", "Lan"][person]),
                                "gender": if person == 0 { "nu" } else { "nam" }, "is_direct_labour": person == 1 });
            let member = desk.call("members.add", json!({ "unit": unit, "began": "listed", "draft": draft }))["value"]
                ["id"]
                .clone();
            registrations.push(json!({
                "year": 2024, "unit": unit, "kind": "individual", "member": member, "movement": movement,
                "content": "Trả kết quả một cửa trước hẹn", "received_on": "2024-03-01",
            }));
        }
    }
    let part = |desk: &mut Desk| desk.call("movements.taking_part", json!({ "year": 2024, "movement": movement }));
    let before = part(&mut desk);
    assert_eq!(before["whole"]["people"], 0);
    assert!(before["message"].as_str().unwrap().contains("chưa đăng ký"));

    // all but the last, who comes after the day that the campaign set
    let last = registrations.pop().unwrap();
    desk.call("movements.register", json!(registrations));
    desk.move_to(day(2024, 3, 20));
    desk.call("movements.register", json!([{ "received_on": "2024-03-20", "year": last["year"], "unit": last["unit"], "kind": "individual",
                                             "member": last["member"], "movement": movement, "content": "Không để hồ sơ quá hạn" }]));
    let seen = part(&mut desk);
    let whole = &seen["whole"];
    let people = i64::try_from(asked.len() * 2).unwrap();
    assert_eq!((&whole["people"], &whole["people_percent"]), (&json!(people), &json!("100 %")));
    assert_eq!((&whole["units_percent"], &whole["late"], &seen["message"]), (&json!("100 %"), &json!(1), &json!("")));
    assert_eq!((&whole["women"], &whole["direct"]), (&json!(people / 2), &json!(people / 2)));

    let names: Vec<&str> = list(&seen["blocs"]).iter().map(|bloc| bloc["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Khối Cơ quan", "Khối Xã, thị trấn"], "only those whom it is for");
    let own = |more: Value| {
        let mut query = json!({ "year": 2024, "movement": movement });
        query.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        query
    };
    for line in list(&seen["blocs"]).iter().chain([whole]) {
        let of = |more: Value| {
            let mut query = own(more);
            query["bloc"] = line["bloc"].clone();
            query
        };
        let each = json!({ "kind": "individual", "once": true });
        assert_eq!(length(&mut desk, of(each.clone())), line["people"]);
        assert_eq!(length(&mut desk, of(json!({ "kind": "individual", "once": true, "women": true }))), line["women"]);
        assert_eq!(
            length(&mut desk, of(json!({ "kind": "individual", "once": true, "direct": true }))),
            line["direct"]
        );
        assert_eq!(length(&mut desk, of(json!({ "late": true }))), line["late"]);
    }
    for line in list(&seen["units"]) {
        assert_eq!(length(&mut desk, own(json!({ "unit": line["unit"] }))), line["registrations"], "{}", line["name"]);
    }
}

#[test]
fn s9_a_special_drive_has_seven_contents_with_targets_a_plan_by_number_and_reviews_with_results() {
    let (mut desk, _, _) = district(day(2024, 4, 28));
    let contents = [
        ("Kết nạp đoàn viên mới", Some(1_000), "đoàn viên"),
        ("Thành lập công đoàn cơ sở ngoài nhà nước", Some(5), "công đoàn cơ sở"),
        ("Thành lập ban nữ công quần chúng", Some(12), "ban"),
        ("Thu tài chính công đoàn", Some(102), "%"),
        ("Đơn vị điển hình của mỗi khối", Some(2), "đơn vị"),
        ("Sáng kiến, giải pháp", Some(108), "sáng kiến"),
        ("Tuyên truyền đại hội", None, ""),
    ];
    let told = |results: &[Option<i64>]| -> Vec<Value> {
        contents
            .iter()
            .zip(results)
            .map(|((content, target, measure), result)| {
                json!({ "content": content, "target": target.map(|target| target * 100), "measure": measure,
                        "result": result.map(|result| result * 100) })
            })
            .collect()
    };
    let draft = |results: &[Option<i64>]| {
        drive(
            "Đợt thi đua đặc biệt chào mừng Đại hội",
            json!({ "since": "2024-04-28", "until": "2024-12-31", "plan": "82/KH-LĐLĐ", "planned_on": "2024-04-20",
                    "interim_on": "2024-07-28", "final_on": "2024-12-20", "contents": told(results) }),
        )
    };
    let movement = desk.call("movements.set", draft(&[None; 7]))["value"].clone();
    let document = desk.call(
        "documents.save",
        json!({ "direction": "in", "kind": "cong_van", "number": "677/LĐLĐ-TCTGNC", "dated": "2024-04-24",
                "arrived": "2024-04-26", "party": "LĐLĐ tỉnh Hoài Giang", "summary": "Phát động đợt thi đua đặc biệt" }),
    )["value"]
        .clone();
    desk.call("movements.link_document", json!({ "movement": movement, "document": document }));

    let get = |desk: &mut Desk| desk.call("movements.get", json!({ "id": movement, "year": 2024 }));
    let record = get(&mut desk);
    assert_eq!(list(&record["draft"]["contents"]).len(), 7);
    assert_eq!(record["line"]["plan"], "82/KH-LĐLĐ ngày 20/04/2024");
    assert_eq!(record["line"]["span"], "28/04 – 31/12/2024");
    assert_eq!(record["documents"][0]["number"], "677/LĐLĐ-TCTGNC");
    assert_eq!(record["line"]["due"], json!({ "label": "Sơ kết", "on": "2024-07-28", "late": false }));

    // July: the interim review, and what was reached
    desk.move_to(day(2024, 7, 28));
    let mut reached = draft(&[Some(970), Some(5), None, Some(98), None, Some(209), None]);
    reached["id"] = movement.clone();
    desk.call("movements.set", reached);
    let review = json!({ "movement": movement, "kind": "interim", "held_on": "2024-07-28", "document": "45/BC-LĐLĐ",
                         "result": "Kết nạp 970 đoàn viên, 209 sáng kiến", "awarded": "6 tập thể, 43 cá nhân" });
    desk.call("movements.set_review", review);
    let record = get(&mut desk);
    assert_eq!(record["percents"], json!(["97 %", "100 %", "", "96 %", "", "194 %", ""]));
    assert_eq!(
        (&record["line"]["due"]["label"], &record["reviews"][0]["label"]),
        (&json!("Tổng kết"), &json!("Sơ kết"))
    );

    let paper =
        desk.paper("movements.xlsx", json!({ "paper": "contents", "query": { "year": 2024, "movement": movement } }));
    let rows = rows_of(&desk, &paper);
    for (content, ..) in contents {
        assert!(rows.iter().any(|row| row.iter().any(|cell| cell == content)), "{content} is not on paper");
    }
    assert!(rows.iter().any(|row| row.iter().any(|cell| cell == "1.94")), "a number that shows as 194 %");

    // the Workers' Month has a theme of its own every year
    let programme = drive("Tháng công nhân tháng 5", json!({ "kind": "welfare" }));
    let month = desk.call("movements.set", programme)["value"].clone();
    for (year, theme) in [(2023, "Tự hào công nhân"), (2024, "Đoàn kết, vượt khó")] {
        desk.call("movements.set_year", json!({ "movement": month, "year": year, "theme": theme }));
    }
    for (year, theme) in [(2023, "Tự hào công nhân"), (2024, "Đoàn kết, vượt khó"), (2025, "")] {
        assert_eq!(desk.call("movements.get", json!({ "id": month, "year": year }))["line"]["theme"], theme);
    }
}

#[test]
fn a_register_of_registrations_comes_in_whole_with_its_late_ones_and_goes_with_one_undo() {
    let desk = ByDesk::with_units();
    desk.intake("registrations", "registrations.xlsx");
    let truth = expected("registrations.json");
    let told = desk.dump("registrations");
    let rows = lists::rows(&by_desk::district("registrations.xlsx"), "Đăng ký thi đua");
    assert_eq!((told.len(), rows.len()), (776, 776));
    assert_eq!(truth["rows"], 776);
    let clean = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut differences = Vec::new();
    for (line, row) in told.iter().zip(&rows) {
        let collective = row.text('F') == "Tập thể";
        let expected = json!({
            "unit": row.text('C'), "label": row.text('E'), "kind": if collective { "collective" } else { "individual" },
            "honorific": if collective { String::new() } else { row.text('F') }, "name": clean(row.text('G')),
            "birth": row.date('H'), "title": clean(row.text('I')), "form": clean(row.text('J')), "date": row.date('B'),
        });
        for (field, value) in expected.as_object().unwrap() {
            if line[field] != *value {
                differences.push(format!("row {}, {field}: {} instead of {value}", row.text('A'), line[field]));
            }
        }
    }
    assert_eq!(differences, Vec::<String>::new());

    let key = |one: &Value| ["unit", "name", "date", "label"].map(|field| one[field].as_str().unwrap().to_owned());
    let mut late: Vec<_> = told.iter().filter(|line| line["late"] == true).map(key).collect();
    let mut expected: Vec<_> = list(&truth["late_rows"]).iter().map(key).collect();
    late.sort();
    expected.sort();
    assert_eq!(late, expected);

    // the same list once more changes nothing; one undo takes it back
    desk.intake("registrations", "registrations.xlsx");
    assert_eq!(desk.dump("registrations").len(), 776);
    desk.undo_intake("registrations");
    desk.undo_intake("registrations");
    assert!(desk.dump("registrations").is_empty());

    // nobody received a registration on a day that has not come: a slip of the sender's hand waits for a person
    let slip = desk.folder().join("slip.csv");
    let rows = "Ngày nhận;Mã CĐCS;Năm;Ông/Bà;Họ và tên;Đăng ký danh hiệu thi đua\n\
        05/01/2224;VT39;2024;Ông;Đặng Quang Nhật;Lao động tiên tiến\n05/01/2024;VT39;2024;Bà;Nguyễn Diễm My;Lao động tiên tiến\n";
    std::fs::write(&slip, rows).unwrap();
    desk.intake("registrations", slip.to_str().unwrap());
    let taken = desk.dump("registrations");
    assert_eq!(taken.iter().map(|line| line["name"].as_str().unwrap()).collect::<Vec<_>>(), ["Nguyễn Diễm My"]);
}
