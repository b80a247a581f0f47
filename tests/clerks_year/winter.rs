//! From the December before to February: the year is opened, launched, registered for, signed and pledged.

use super::year::{YEAR, Year, data, known, list, one, seen, with};
use serde_json::{Value, json};
use stories::through_the_door::{Desk, day};

/// Units of the district, and those of them that go by the calendar year and not by the school year.
pub const UNITS: usize = 76;
pub const BY_YEAR: usize = 47;
/// Units whose registration is there before the others are called, and what the district's register has for the year.
const EARLY: [&str; 3] = ["VT02", "VT26", "VT62"];
const REGISTERED: usize = 636;

/// The district at the end of the year before: units, members, blocs with heads, targets, and two faults that were not mended.
pub fn the_year_before() -> Year {
    let mut desk = Desk::on(day(YEAR - 1, 12, 20));
    assert_eq!(desk.take_in("units", &[data("units.xlsx")])["added"], UNITS);
    assert_eq!(desk.take_in("members", &[data("members")])["added"], known("summary.json")["members_expected"]);
    let page = desk.call("units.list", json!({ "sort": "code" }));
    let units = list(&page["rows"]).iter().map(|unit| (unit["code"].as_str().unwrap().to_owned(), unit["id"].clone()));
    let mut year = Year { units: units.collect(), blocs: Vec::new(), desk };

    // the list names the heads of the coming year; they led the blocs in this one
    for bloc in list(&year.call("units.blocs", Value::Null)) {
        let led = with(&bloc["years"][0], json!({ "year": YEAR - 1 }));
        let years = json!([led, { "year": YEAR, "head": null, "deputy": null }]);
        year.call(
            "units.set_bloc",
            json!({ "id": bloc["id"], "no": bloc["no"], "name": bloc["name"], "years": years }),
        );
        year.blocs.push(bloc["id"].clone());
    }
    let period = year.call("targets.begin_year", json!({ "year": YEAR - 1 }))["value"].clone();
    for (name, measure, goal) in [
        ("Kết nạp đoàn viên mới", "đoàn viên", "250"),
        ("Thu tài chính công đoàn", "triệu đồng", "1.536"),
        ("Mái ấm công đoàn được xây hoặc sửa", "nhà", "5"),
    ] {
        let given = json!({ "name": name, "measure": measure, "period": period, "whom": "all", "goal": goal, "document": "80/KH-LĐLĐ" });
        year.call("targets.give", given);
    }
    let member = year.people("VT03", None, 1).remove(0);
    let faults = json!([
        { "shortcoming": "Còn chậm nộp báo cáo", "correction": "Lập kế hoạch từng tuần" },
        { "shortcoming": "Ít tham gia sinh hoạt", "correction": "Dự đủ các buổi" },
    ]);
    let draft = json!({ "content": { "duty": "Không để trễ hạn hồ sơ nào." }, "shortcomings": faults });
    year.call(
        "pledges.register",
        json!({ "of": { "kind": "member", "id": member }, "year": YEAR - 1, "draft": draft }),
    );
    year
}

/// The year opens from the last one; movements are launched, blocs sign, registrations come in.
pub fn january(year: &mut Year) {
    year.on(1, 5);
    let opened = year.call("years.open", json!({ "year": YEAR, "heads": true, "shortcomings": true, "targets": true }));
    assert_eq!(opened["value"], json!({ "heads": 6, "pledges": 1, "targets": 3 }));
    let again = year.call("years.open", json!({ "year": YEAR, "heads": true, "shortcomings": true, "targets": true }));
    assert_eq!(again["value"], json!({ "heads": 0, "pledges": 0, "targets": 0 }));
    let calendar = year.call("years.calendar", json!({ "year": YEAR }));
    let days: Vec<&str> = list(&calendar["due"]).iter().map(|due| due["day"].as_str().unwrap()).collect();
    assert_eq!(
        days,
        ["2023-10-20", "2023-10-31", "2024-01-25", "2024-02-28", "2024-06-30", "2024-07-28", "2024-11-20"],
        "the school year began in the autumn"
    );
    year.opens(&json!(1), "pledges.page", &json!({ "year": YEAR, "shortcomings": "open" }));

    launch(year);
    sign(year);
    register(year);
}

fn drive() -> Value {
    let contents = [
        ("Kết nạp đoàn viên mới", Some(250), "đoàn viên"),
        ("Thành lập công đoàn cơ sở ngoài nhà nước", Some(2), "CĐCS"),
        ("Thành lập ban nữ công quần chúng", Some(12), "ban"),
        ("Thu tài chính công đoàn", Some(102), "%"),
        ("Đơn vị điển hình của mỗi khối", Some(2), "đơn vị"),
        ("Sáng kiến tham gia chương trình của tỉnh", Some(108), "sáng kiến"),
        ("Tuyên truyền chào mừng Đại hội", None, ""),
    ];
    let contents = contents.map(|(content, target, measure)| {
        json!({ "content": content, "target": target.map(|target| target * 100), "measure": measure })
    });
    json!({
        "name": "Thi đua đặc biệt chào mừng 95 năm Ngày thành lập Công đoàn Việt Nam", "level": "own", "kind": "special",
        "since": "2024-01-10", "until": "2024-12-31", "plan": "1/KH-LĐLĐ", "planned_on": "2024-01-05",
        "interim_on": "2024-07-26", "final_on": "2024-12-20", "contents": contents,
    })
}

/// The special drive of the year.
pub fn the_drive(year: &mut Year) -> Value {
    let movements = year.call("movements.list", json!({ "year": YEAR, "kind": "special" }));
    one(&movements, "plan", "1/KH-LĐLĐ ngày 05/01/2024")["id"].clone()
}

/// The drive of the year with its seven contents, launched by all units but one; last of all by that one too.
fn launch(year: &mut Year) {
    year.on(1, 20);
    let movement = year.call("movements.set", drive())["value"].clone();
    let all: Vec<Value> = year.units.values().cloned().collect();
    let launch = |units: &[Value]| json!({ "movement": movement, "year": YEAR, "units": units, "launched_on": "2024-01-19", "document": "01/KH-CĐCS" });
    year.call("movements.launch", launch(&all[..UNITS - 1]));
    let asked = json!({ "movement": movement, "year": YEAR });
    let board = year.call("movements.launches", asked.clone());
    assert_eq!((&board["launched"], &board["units"], &board["percent"]), (&json!(75), &json!(UNITS), &json!("99 %")));
    let silent: Vec<&Value> = list(&board["lines"]).iter().filter(|line| line["launch"].is_null()).collect();
    assert_eq!((silent.len(), &silent[0]["code"]), (1, &json!("VT76")));
    assert!(board["message"].as_str().unwrap().contains("Nghiệp đoàn Nghề cá Hòa Bái"));
    let query = json!({ "year": YEAR, "movement": movement });
    year.papers("launched", "movements", &json!({ "paper": "launches", "query": query }));
    year.papers("annex of the launch plan", "movements", &json!({ "paper": "contents", "query": query }));
    year.call("movements.launch", launch(&all[UNITS - 1..]));
    assert_eq!(year.call("movements.launches", asked)["percent"], "100 %");

    let columns = [
        ("name", "Phong trào, cuộc vận động", 300),
        ("level", "Cấp phát động", 120),
        ("kind", "Loại", 120),
        ("span", "Thời gian", 130),
        ("plan", "Kế hoạch", 150),
        ("launched", "Đã phát động", 120),
    ];
    let seen = seen(json!({ "year": YEAR }), &columns, "năm 2024");
    year.papers("movements", "movements.list", &seen);
}

/// A plan to the six blocs, each with head and deputy; compacts written and signed by all but one unit.
fn sign(year: &mut Year) {
    year.on(1, 22);
    let plan = json!({
        "year": YEAR, "document": "Kế hoạch 1/KH-LĐLĐ ngày 05/01/2024", "carry_over": true, "signed_on": "2024-01-22",
        "place": "Vân Trạch",
        "items": [
            { "content": "Phát động phong trào thi đua đến đoàn viên", "target": "100 % CĐCS" },
            { "content": "Đăng ký sáng kiến", "target": "Mỗi CĐCS ít nhất 2 sáng kiến" },
        ],
    });
    assert_eq!(year.call("compacts.begin", plan)["value"], 6);
    for (at, bloc) in year.blocs.clone().into_iter().enumerate() {
        let of = json!({ "bloc": bloc, "year": YEAR });
        let record = year.call("compacts.get", of.clone());
        let signing = list(&record["signing"]["lines"]);
        let later = usize::from(at == 5);
        let signers: Vec<Value> = signing[later..]
            .iter()
            .map(|line| json!({ "unit": line["unit"], "signer": line["signer"], "post": line["post"] }))
            .collect();
        year.call("compacts.sign", json!({ "of": of, "signers": signers, "on": "2024-01-22" }));
    }
    let page = year.call("compacts.year", json!({ "year": YEAR }));
    let blocs = list(&page["blocs"]);
    assert_eq!(blocs.len(), 6);
    for (at, line) in blocs.iter().enumerate() {
        assert!(line["head_name"] != "" && line["deputy_name"] != "" && line["head"] != line["deputy"], "{line}");
        let record = year.call("compacts.get", json!({ "bloc": line["bloc"], "year": YEAR }));
        let units = list(&record["signing"]["lines"]).len();
        assert_eq!((&line["units"], &line["signed"]), (&json!(units), &json!(units - usize::from(at == 5))), "{line}");
    }
    let paper = json!({ "year": YEAR, "bloc": year.blocs[5] });
    year.paper("compact", "compacts.pdf", paper.clone());
    year.paper("compact", "compacts.docx", paper);
}

/// Three units are early. On the day before the deadline the others are called; then the register of the whole district comes in.
fn register(year: &mut Year) {
    year.on(1, 24);
    let early: Vec<Value> = EARLY
        .iter()
        .map(|code| {
            json!({ "year": YEAR, "unit": year.unit(code), "kind": "collective", "name": "Tập thể công đoàn cơ sở",
                    "title": "Công đoàn cơ sở vững mạnh", "received_on": "2024-01-23" })
        })
        .collect();
    year.call("movements.register", json!(early));
    let due = year.call("years.due", json!({ "days": 30 }));
    let deadline = one(&due["due"], "day", "2024-01-25");
    assert_eq!((&deadline["days"], &deadline["missing"]["of"]), (&json!(1), &json!(BY_YEAR)));
    assert_eq!(list(&deadline["missing"]["units"]).len(), BY_YEAR - EARLY.len());
    let bloc = year.blocs[0].clone();
    let query = json!({ "year": YEAR, "bloc": bloc });
    year.papers("not yet registered", "movements", &json!({ "paper": "missing", "query": query }));

    year.on(2, 5);
    let taken = year.take_in_so_far("registrations", "Đăng ký thi đua", &['B', 'H'], &['B']);
    assert_eq!(taken, json!({ "added": REGISTERED, "changed": 0, "same": 0, "asked": 0, "held": 0 }));
    let truth = known("registrations.json");
    let late = list(&truth["late_rows"]).iter().filter(|row| row["label"] != "2024-2025").count();
    let part = year.call("movements.taking_part", json!({ "year": YEAR }));
    let whole = &part["whole"];
    assert_eq!((&whole["registrations"], &whole["late"]), (&json!(REGISTERED + EARLY.len()), &json!(late)));
    for line in list(&part["blocs"]).iter().chain([&part["whole"]]) {
        let of = |more: Value| with(&json!({ "year": YEAR, "bloc": line["bloc"] }), more);
        let each = |more: Value| with(&of(json!({ "kind": "individual", "once": true })), more);
        for (field, query) in [
            ("registrations", of(json!({}))),
            ("late", of(json!({ "late": true }))),
            ("people", each(json!({}))),
            ("women", each(json!({ "women": true }))),
            ("direct", each(json!({ "direct": true }))),
            ("collectives", of(json!({ "kind": "collective", "once": true }))),
        ] {
            year.opens(&line[field], "movements.registrations", &query);
        }
    }
    let unit = json!({ "year": YEAR, "unit": year.unit("VT02") });
    year.papers("registered titles", "movements", &json!({ "paper": "registrations", "query": unit }));
    let query = json!({ "year": YEAR });
    year.papers("registrations by bloc", "movements", &json!({ "paper": "progress", "query": query }));
    let columns = [
        ("unit", "Đơn vị", 260),
        ("name", "Người, tập thể", 190),
        ("title", "Danh hiệu", 220),
        ("received_on", "Ngày nhận", 100),
        ("deadline", "Hạn", 100),
        ("late", "Thời hạn", 80),
    ];
    let late = seen(json!({ "year": YEAR, "late": true }), &columns, "đăng ký muộn");
    year.papers("late registrations", "movements.registered", &late);
}

/// Pledges come as thirty lists; they are confirmed, posted, bound into booklets and counted.
pub fn february(year: &mut Year) {
    year.on(2, 20);
    let topic =
        json!({ "year": YEAR, "topic": "Nêu cao tinh thần phục vụ Nhân dân, không để chậm việc của người lao động" });
    year.call("pledges.set_topic", topic);
    // the lists say on which days the cells confirmed, some of them in March
    year.on(3, 16);
    assert_eq!(year.desk.take_in("pledges", &[data("pledges")])["added"], 500);
    let truth = known("pledges.json");
    let all = json!({ "year": YEAR, "done": "registered" });
    year.opens(&truth["total"], "pledges.page", &all);
    let figures = year.call("pledges.figures", json!({ "year": YEAR }));
    assert_eq!(figures["whole"]["registered"], truth["total"]);
    assert_eq!(figures["whole"]["confirmed"], truth["confirmed"]);
    assert_eq!(figures["women"]["registered"], truth["women"]);
    assert_eq!(figures["party"]["registered"], truth["party"]);

    // the thirty-eight that came without a confirmation go to the union
    year.call("pledges.confirm", json!({ "pledges": { "query": { "year": YEAR, "states": ["registered"] } } }));
    let post = json!({ "place": "Bảng tin cơ quan", "from": "2024-03-18", "until": "2024-04-18" });
    year.call(
        "pledges.post",
        with(&post, json!({ "pledges": { "query": { "year": YEAR, "states": ["confirmed"] } } })),
    );
    figures_open(year);

    let missing = year.call("pledges.missing", json!({ "year": YEAR, "expected": "everyone" }));
    assert_eq!(missing["expected"].as_i64().unwrap() - missing["missing"].as_i64().unwrap(), 500);
    let silent = list(&missing["units"]).iter().filter(|unit| unit["missing"] == unit["expected"]).count();
    assert_eq!(silent, UNITS - 30 - 4, "four lists of members could not be read");
    let unit = one(&missing["units"], "code", "VT02");
    let names = json!({ "year": YEAR, "expected": "everyone", "unit": unit["unit"] });
    assert_eq!(unit["missing"], list(&year.call("pledges.missing_names", names)).len());

    let unit = json!({ "year": YEAR, "units": [year.unit("VT02")] });
    year.papers("pledges posted", "pledges", &json!({ "query": unit }));
    let mut ids: Vec<Value> = Vec::new();
    for row in list(&year.call("pledges.page", json!({ "query": unit, "offset": 0, "limit": 3 }))["rows"]) {
        ids.push(row["id"].clone());
    }
    year.paper("pledge booklet", "pledges.booklet_pdf", json!({ "pledges": { "ids": ids } }));
    year.paper("pledge booklet", "pledges.booklet_docx", json!({ "pledges": { "ids": ids } }));
    year.papers("pledge progress", "pledges.progress", &json!({ "year": YEAR }));
}

/// Every figure about the pledges opens a list of that length.
pub fn figures_open(year: &mut Year) {
    let figures = year.call("pledges.figures", json!({ "year": YEAR }));
    let stages = ["registered", "confirmed", "posted", "reviewed", "self_assessed", "assessed"];
    let groups = ["whole", "women", "party", "collectives"].map(|group| &figures[group]);
    for tally in groups.into_iter().chain(list(&figures["blocs"])).chain(list(&figures["units"])) {
        for stage in stages {
            // an empty list opens as well, but is the same for every stage
            if tally[stage] != 0 {
                year.opens(&tally[stage], "pledges.page", &with(&tally["query"], json!({ "done": stage })));
            }
        }
    }
}
