//! October to the January after: the others are scored, blocs elect and acclaim, the province answers, the year is closed.

use super::{
    spring::{by_bloc, initiatives_open, scored},
    summer::open_faults,
    winter::figures_open,
    year::{YEAR, Year, data, list, one, seen, with},
};
use serde_json::{Value, json};
use stories::{deciding::Deciding, through_the_door::day};

/// The schools register for the new school year; the district's list is sent again with them. The other blocs are scored.
pub fn october(year: &mut Year) {
    year.on(10, 19);
    assert_eq!(scored(year, &[1, 2, 6]), 46);
    let book = json!({ "book": { "bloc": year.blocs[0], "year": YEAR } });
    year.papers("ranking", "scores.ranking", &book);
    let slip = json!({ "book": { "bloc": year.blocs[5], "year": YEAR }, "unit": year.unit("VT62") });
    year.paper("result slip", "scores.slips_pdf", slip);

    year.on(10, 31);
    let taken = year.desk.take_in("registrations", &[data("registrations.xlsx")]);
    assert_eq!(taken, json!({ "added": 140, "changed": 0, "same": 636, "asked": 0, "held": 0 }), "only what is new");
    let part = year.call("movements.taking_part", json!({ "year": YEAR + 1 }));
    let query = json!({ "year": YEAR + 1 });
    year.opens(&part["whole"]["registrations"], "movements.registrations", &query);
    year.opens(&part["whole"]["late"], "movements.registrations", &with(&query, json!({ "late": true })));
    assert_eq!(part["whole"]["registrations"], 140);
    year.papers("schools registered", "movements", &json!({ "paper": "progress", "query": query }));
}

/// Five of the blocs meet: the next head and deputy are elected, units are acclaimed for the province.
pub fn november(year: &mut Year) {
    year.on(11, 15);
    for (at, bloc) in year.blocs.clone().into_iter().enumerate().take(5) {
        let record = year.call("compacts.get", json!({ "bloc": bloc, "year": YEAR }));
        let units: Vec<Value> = list(&record["signing"]["lines"]).iter().map(|line| line["unit"].clone()).collect();
        let there = i64::try_from(units.len()).unwrap() - 1;
        let votes = json!([
            { "what": "head", "unit": units[2], "votes": there - 1 }, { "what": "head", "unit": units[3], "votes": 1 },
            { "what": "deputy", "unit": units[3], "votes": there },
            { "what": "acclaim", "unit": units[0], "award": "Cờ thi đua của LĐLĐ tỉnh", "votes": there },
            { "what": "acclaim", "unit": units[1], "award": "Bằng khen của LĐLĐ tỉnh", "votes": 2 },
        ]);
        let meeting = json!({
            "bloc": bloc, "year": YEAR, "held_on": format!("2024-11-{}", 11 + at), "began": "08:00", "ended": "11:00",
            "place": "Hội trường huyện", "chair": "Nguyễn Văn An", "secretary": "Trần Thị Bình", "units": there + 1,
            "present": there, "content": "Tổng kết công tác thi đua của khối năm 2024.", "votes": votes,
        });
        year.call("compacts.set_meeting", meeting);
        let elected = year.call("compacts.elect", json!({ "bloc": bloc, "year": YEAR }));
        assert_eq!(elected["value"]["year"], YEAR + 1, "{elected}");
    }
    let page = year.call("compacts.year", json!({ "year": YEAR }));
    let acclaimed: Vec<&Value> = list(&page["blocs"]).iter().map(|line| &line["acclaimed"]).collect();
    assert_eq!(acclaimed, [1, 1, 1, 1, 1, 0]);
    let minutes = json!({ "year": YEAR, "bloc": year.blocs[2] });
    year.paper("minutes of a bloc", "compacts.minutes_pdf", minutes.clone());
    year.paper("minutes of a bloc", "compacts.minutes_docx", minutes);
    year.papers("acclaimed for the province", "compacts.acclaim", &json!({ "year": YEAR }));
}

/// The province answers, the year's own decision follows; initiatives, documents, pledges and awards are counted.
pub fn december(year: &mut Year) {
    year.on(12, 26);
    decide(year);
    documents(year);

    let whole = year.call("pledges.year", json!({ "year": YEAR }))["grades"].clone();
    let good = one(&whole, "name", "Hoàn thành tốt nhiệm vụ")["id"].clone();
    let all = json!({ "query": { "year": YEAR, "done": "registered" } });
    for assessor in ["self", "confirmer"] {
        let assess = json!({ "pledges": all, "part": { "of": "year" }, "assessor": assessor, "grade": good });
        assert_eq!(year.call("pledges.assess", assess)["value"], 500, "{assessor}");
    }
    year.opens(&json!(500), "pledges.page", &json!({ "year": YEAR, "grade": good }));
    figures_open(year);
    year.papers("pledges of the year", "pledges.progress", &json!({ "year": YEAR }));

    assert_eq!(open_faults(year).len(), 1, "one of the two was mended");
    year.papers("units by bloc", "units.figures", &json!({ "as_of": "2024-12-26", "by": "bloc", "map": "then" }));
}

fn decide(year: &mut Year) {
    let record = json!({
        "number": "210/QĐ-LĐLĐ", "signed_on": "20/12/2024", "year": YEAR, "grantor": "Liên đoàn Lao động tỉnh Hoài Giang",
        "summary": "Về việc tặng Cờ thi đua năm 2024", "recipients": [
            { "kind": "collective", "name": "CĐCS Trường Mầm non Hoa Mai", "award_name": "Cờ thi đua của LĐLĐ tỉnh" } ],
    });
    year.call("decisions.record", record);
    let people: Vec<Value> =
        ["VT11", "VT19", "VT36", "VT44", "VT53", "VT64"].iter().flat_map(|code| year.people(code, None, 2)).collect();
    let units = ["VT11", "VT19", "VT36"].map(|code| year.unit(code));
    let decision = Deciding {
        award: "certificate_upper_union",
        number: "125",
        signed_on: "25/12/2024",
        summary: "Về việc tặng Giấy khen năm 2024",
        citation: "đã có thành tích xuất sắc trong phong trào thi đua và hoạt động công đoàn năm 2024",
        units: &units,
        people: &people,
    };
    let id = decision.issued(&mut year.desk);
    year.paper("decision of the year", "decisions.pdf", json!({ "id": id }));

    let asked = json!({ "from": YEAR - 4, "until": YEAR, "own": true });
    let figures = year.call("decisions.award_years", asked.clone());
    let whole = &figures["whole"];
    // 8 March, 19 May and the end of the year
    assert_eq!((&whole["collectives"], &whole["individuals"]), (&json!(6 + 3), &json!(8 + 43 + 12)));
    for (kind, figure) in [("collective", &whole["collectives"]), ("individual", &whole["individuals"])] {
        let awards = year.call("decisions.awards", with(&asked, json!({ "kind": kind })));
        assert_eq!(list(&awards).len(), *figure, "{kind}");
    }
    let all = year.call("decisions.award_years", json!({ "from": YEAR, "until": YEAR }));
    assert_eq!(all["whole"]["collectives"], 10, "with the one of the province");
    let columns = [
        ("number", "Số", 120),
        ("signed_on", "Ngày ký", 100),
        ("summary", "Trích yếu", 360),
        ("collectives", "Tập thể", 80),
        ("individuals", "Cá nhân", 80),
        ("grantor", "Cấp khen", 220),
    ];
    let register = seen(json!({ "year": YEAR }), &columns, "năm 2024");
    year.papers("register of decisions", "decisions.register", &register);
}

/// The whole list of the year, once the last are recognised: what was there in March stays, and what counts goes to the portal.
fn initiatives(year: &mut Year) {
    let there = year.length("initiatives.page", &json!({ "year": YEAR }));
    let taken = year.desk.take_in("initiatives", &[data("initiatives.xlsx")]);
    assert_eq!((&taken["added"], &taken["same"]), (&json!(456 - there), &json!(there)), "{taken}");
    let whole = initiatives_open(year);
    assert_eq!(
        (&whole["registered"], &whole["counted"], &whole["percent"]),
        (&json!(456), &json!(209), &json!("194 %"))
    );
    for title in ["Công trình Nhà đa năng Trường THCS Lê Lợi", "Công trình Sân chơi công nhân"] {
        let work = json!({ "year": YEAR, "title": title, "occasion": "Đại hội Công đoàn huyện lần thứ X", "unit": year.unit("VT50") });
        year.call("initiatives.set_work", work);
    }
    assert_eq!(list(&year.call("initiatives.works", json!({ "year": YEAR }))).len(), 2);
    by_bloc(year);
    let portal = json!({ "paper": "portal", "query": { "year": YEAR, "bloc": year.blocs[0] } });
    year.papers("initiatives for the portal", "initiatives", &portal);
    let ready = json!({ "year": YEAR, "counted": true, "entered": false });
    let mut left = 209;
    while left > 0 {
        let page = year.call("initiatives.page", json!({ "query": ready, "offset": 0, "limit": 200 }));
        let ids: Vec<Value> = list(&page["rows"]).iter().map(|line| line["id"].clone()).collect();
        assert_eq!(page["total"], left);
        left -= ids.len();
        year.call("initiatives.enter", json!({ "ids": ids, "on": "2025-01-08" }));
    }
    year.opens(&json!(209), "initiatives.page", &json!({ "year": YEAR, "entered": true }));
}

/// Twelve plans, eight guides and ten letters went out in the year.
fn documents(year: &mut Year) {
    for (kind, sign, count) in [("ke_hoach", "KH-LĐLĐ", 12), ("huong_dan", "HD-LĐLĐ", 8), ("cong_van", "LĐLĐ", 10)]
    {
        for at in 1..=count {
            let document = json!({
                "direction": "out", "kind": kind, "number": format!("{at}/{sign}"), "dated": format!("2024-{at:02}-05"),
                "party": "Các CĐCS", "summary": format!("Công tác thi đua, khen thưởng tháng {at}"),
            });
            year.call("documents.save", document);
        }
    }
    let query = json!({ "from": "2024-01-01", "to": "2024-12-31", "direction": "out" });
    let register = year.call("documents.register", query.clone());
    assert_eq!(register["counted"], "12 kế hoạch, 8 hướng dẫn, 10 công văn");
    for (kind, count) in [("ke_hoach", 12), ("huong_dan", 8), ("cong_van", 10)] {
        assert_eq!(register["counts"][kind], count);
        let of_kind = year.call("documents.register", with(&query, json!({ "kinds": [kind] })));
        assert_eq!(list(&of_kind["lines"]).len(), count, "the list behind the count of {kind}");
    }
    let columns = [
        ("number", "Số, ký hiệu", 140),
        ("dated", "Ngày văn bản", 110),
        ("kind", "Loại", 120),
        ("summary", "Trích yếu", 360),
        ("party", "Nơi nhận", 180),
    ];
    year.papers("documents sent", "documents", &seen(query, &columns, "văn bản đi năm 2024"));
}

/// The year is over: it is closed and guarded, and the next one opens with what is left of it.
pub fn the_year_after(year: &mut Year) {
    year.on(12, 30);
    let periods = year.call("periods.list", json!({ "year": YEAR }));
    let closing = json!({ "period": one(&periods, "kind", "year")["id"] });
    let refusal = year.desk.refused("years.close", closing.clone());
    assert!(refusal.contains("chưa kết thúc"), "{refusal}");

    year.desk.move_to(day(YEAR + 1, 1, 8));
    initiatives(year);
    let opened =
        year.call("years.open", json!({ "year": YEAR + 1, "heads": true, "shortcomings": true, "targets": true }));
    assert_eq!(opened["value"], json!({ "heads": 1, "pledges": 1, "targets": 3 }), "five blocs have elected");
    let open = json!({ "year": YEAR + 1, "shortcomings": "open" });
    let page = year.call("pledges.page", json!({ "query": open, "offset": 0, "limit": 10 }));
    assert_eq!((&page["total"], &page["rows"][0]["unit_code"]), (&json!(1), &json!("VT03")));
    let unmasking = year.call("members.unmask", json!({ "screen": "cam-ket" }))["value"].clone();
    let record = year.call("pledges.get", json!({ "id": page["rows"][0]["id"], "unmasking": unmasking }));
    let faults = list(&record["shortcomings"]);
    assert_eq!(faults.len(), 1);
    let fault = &faults[0];
    assert_eq!((&fault["shortcoming"], &fault["carried_from"]), (&json!("Ít tham gia sinh hoạt"), &json!(YEAR)));
    let targets = year.call("targets.page", json!({ "year": YEAR + 1 }));
    assert!(
        list(&targets["lines"]).iter().all(|line| line["draft"]["result"].is_null()),
        "targets come without results"
    );

    year.call("years.close", closing.clone());
    year.call("years.close", json!({ "period": one(&periods, "kind", "school_year")["id"] }));
    let refusal = year.desk.refused("journal.undo", json!({ "act": null }));
    assert!(refusal.contains("không hoàn tác được"), "{refusal}");
    for (name, arguments) in [
        ("pledges.register", pledge(year)),
        (
            "movements.register",
            json!([{ "year": YEAR, "unit": year.unit("VT02"), "kind": "collective", "title": "Bằng khen" }]),
        ),
        ("scores.publish", json!({ "book": { "bloc": year.blocs[0], "year": YEAR } })),
    ] {
        let refusal = year.desk.refused(name, arguments);
        assert!(refusal.contains("khóa sổ") || refusal.contains("đã công bố"), "{name}: {refusal}");
    }
    let refusal = year.desk.refused("years.reopen", with(&closing, json!({ "reason": " " })));
    assert!(refusal.contains("lý do"), "{refusal}");
    year.papers("pledges of the closed year", "pledges.progress", &json!({ "year": YEAR }));
    figures_open(year);
}

fn pledge(year: &mut Year) -> Value {
    let member = year.people("VT01", None, 1).pop().or_else(|| year.people("VT04", None, 1).pop()).unwrap();
    json!({ "of": { "kind": "member", "id": member }, "year": YEAR, "draft": { "content": { "duty": "Nộp muộn." } } })
}
