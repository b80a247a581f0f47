//! March to June: the drive for initiatives, awards for women, the ceremony of 19 May, the schools are scored.

use super::{
    winter::UNITS,
    year::{YEAR, Year, data, known, list, one, with},
};
use serde_json::{Value, json};
use stories::deciding::Deciding;

/// The programme of the province with its target.
const PROGRAMME: &str = "Sáng kiến CNVCLĐ tỉnh Hoài Giang giai đoạn 2023 - 2024";
const WINDOW: &str = "01/12/2023 – 30/11/2024";

/// 8 March: eight women are awarded. The drive for initiatives begins, each looked at before it is counted.
pub fn march(year: &mut Year) {
    year.on(3, 16);
    let women: Vec<Value> = ["VT03", "VT04", "VT20", "VT29", "VT39", "VT49", "VT58", "VT62"]
        .iter()
        .map(|code| year.people(code, Some("nu"), 1).remove(0))
        .collect();
    let decision = Deciding {
        award: "certificate_upper_union",
        number: "12",
        signed_on: "05/03/2024",
        summary: "Về việc tặng Giấy khen nhân kỷ niệm 114 năm Ngày Quốc tế Phụ nữ 8/3",
        citation: "đã có thành tích xuất sắc trong phong trào “Giỏi việc nước, đảm việc nhà”",
        units: &[],
        people: &women,
    };
    let id = decision.issued(&mut year.desk);
    let awarded = json!({ "from": YEAR, "until": YEAR, "own": true, "kind": "individual" });
    let whole = year.call("decisions.award_years", awarded.clone())["whole"].clone();
    assert_eq!((&whole["individuals"], &whole["women"], &whole["collectives"]), (&json!(8), &json!(8), &json!(0)));
    assert_eq!(list(&year.call("decisions.awards", with(&awarded, json!({ "women": true })))).len(), 8);
    year.paper("decision for women", "decisions.pdf", json!({ "id": id }));
    year.paper("decision for women", "decisions.docx", json!({ "id": id }));

    year.on(3, 25);
    let targets: Vec<Value> = year
        .blocs
        .iter()
        .zip([20, 18, 15, 17, 16, 22])
        .map(|(bloc, target)| json!({ "bloc": bloc, "target": target }))
        .collect();
    let programme =
        json!({ "name": PROGRAMME, "since": "2023-12-01", "until": "2024-11-30", "target": 108, "targets": targets });
    year.call("initiatives.set_programme", programme);
    let taken = year.take_in_so_far("initiatives", "Sáng kiến", &['J', 'M'], &['J', 'M']);
    assert_eq!((&taken["changed"], &taken["asked"], &taken["held"]), (&json!(0), &json!(0), &json!(0)));
    let whole = initiatives_open(year);
    assert_eq!(whole["registered"], taken["added"]);
    assert_eq!((&whole["counted"], &whole["percent"]), (&json!(56), &json!("52 %")));
    let unit = json!({ "year": YEAR, "units": [year.unit("VT62")] });
    year.papers("initiatives of a unit", "initiatives", &json!({ "paper": "list", "query": unit }));
    by_bloc(year);
}

/// What each bloc has of its target in the programme.
pub fn by_bloc(year: &mut Year) {
    let programme =
        one(&year.call("initiatives.programmes", Value::Null)["programmes"], "window", WINDOW)["id"].clone();
    let query = json!({ "year": YEAR, "programme": programme });
    year.papers("initiatives by bloc", "initiatives", &json!({ "paper": "blocs", "query": query }));
}

/// Every figure about the initiatives opens a list of that length; answers the whole.
pub fn initiatives_open(year: &mut Year) -> Value {
    let programmes = year.call("initiatives.programmes", Value::Null)["programmes"].clone();
    let programme = list(&programmes)[0]["id"].clone();
    assert_eq!(list(&programmes).len(), 1, "the list names the programme that is there");
    let figures = year.call("initiatives.figures", json!({ "year": YEAR, "programme": programme }));
    let asked = |more: Value| with(&json!({ "year": YEAR, "programme": programme }), more);
    let whole = figures["whole"].clone();
    let registered = json!({ "year": YEAR });
    year.opens(&whole["registered"], "initiatives.page", &registered);
    year.opens(&whole["women"], "initiatives.page", &with(&registered, json!({ "women": true })));
    year.opens(&whole["taking_part"], "initiatives.page", &asked(json!({})));
    year.opens(&whole["counted"], "initiatives.page", &asked(json!({ "counted": true })));
    year.opens(&figures["hindered"], "initiatives.page", &asked(json!({ "counted": false })));
    for obstacle in list(&figures["obstacles"]) {
        year.opens(&obstacle["count"], "initiatives.page", &asked(json!({ "obstacle": obstacle["kind"] })));
    }
    for line in list(&figures["blocs"]) {
        let query = asked(json!({ "bloc": line["bloc"], "counted": true }));
        year.opens(&line["counted"], "initiatives.page", &query);
    }
    for line in list(&figures["units"]) {
        let query = json!({ "year": YEAR, "units": line["units"] });
        year.opens(&line["registered"], "initiatives.page", &query);
    }
    whole
}

/// Proposals for May: a draft is laid before the committee, forty-nine in all, with what is still wrong about it.
pub fn april(year: &mut Year) -> Value {
    year.on(4, 26);
    let collectives = ["VT03", "VT26", "VT29", "VT40", "VT51", "VT62"].map(|code| year.unit(code));
    let codes: Vec<String> = year.units.keys().take(49).cloned().collect();
    let people: Vec<Value> = codes.iter().filter_map(|code| year.people(code, None, 1).pop()).take(43).collect();
    let decision = Deciding {
        award: "certificate_upper_union",
        number: "",
        signed_on: "17/05/2024",
        summary: "Về việc tặng Giấy khen nhân kỷ niệm 134 năm Ngày sinh Chủ tịch Hồ Chí Minh",
        citation: "đã có thành tích xuất sắc trong học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        units: &collectives,
        people: &people,
    };
    let id = decision.drafted(&mut year.desk);
    let page = year.call("decisions.page", json!({ "id": id }));
    assert_eq!((&page["totals"]["collectives"], &page["totals"]["individuals"]), (&json!(6), &json!(43)));
    let refusal = year.desk.refused("decisions.issue", json!({ "id": id }));
    assert!(refusal.contains("số"), "no number yet: {refusal}");
    year.paper("draft of the decision", "decisions.pdf", json!({ "id": id }));
    year.papers("list for the committee", "decisions", &json!({ "id": id, "design": null }));
    id
}

/// 19 May: the chair signs, number and day are typed, the names are locked.
pub fn may(year: &mut Year, id: &Value) {
    year.on(5, 17);
    let month = year.call("movements.list", json!({ "year": YEAR, "text": "thang cong nhan" }));
    let movement = month[0]["id"].clone();
    year.call("movements.set_year", json!({ "movement": movement, "year": YEAR, "theme": "Đoàn kết, sáng tạo" }));
    year.call("decisions.edit", json!({ "id": id, "number": "61", "signed_on": "17/05/2024" }));
    year.call("decisions.ready", json!({ "id": id }));
    year.call("decisions.issue", json!({ "id": id }));
    let page = year.call("decisions.page", json!({ "id": id }));
    assert_eq!(list(&page["recipients"]).len(), 49);
    assert_eq!(page["totals"]["amount"], 6 * 1_000_000 + 43 * 500_000);
    year.paper("decision of 19 May", "decisions.pdf", json!({ "id": id }));
    year.paper("decision of 19 May", "decisions.docx", json!({ "id": id }));
    year.paper("list for the province", "decisions.xlsx", json!({ "id": id, "design": null }));
    year.paper("list for the province", "decisions.list_pdf", json!({ "id": id, "design": null }));

    // a name that is corrected afterwards is corrected in the register, not on what was signed
    let line = one(&page["recipients"], "kind", "individual");
    let cell = json!({ "recipient": line["id"], "field": "name", "text": "Người Khác" });
    let refusal = year.desk.refused("decisions.edit_recipients", json!({ "id": id, "cells": [cell] }));
    assert!(refusal.contains("đã ban hành"), "{refusal}");
    let signed = year.desk.paper("decisions.pdf", json!({ "id": id }));
    let edit = json!({ "cells": [{ "id": line["member"], "field": "full_name", "text": "Tên Đã Sửa" }] });
    year.call("members.edit", edit);
    assert!(year.desk.paper("decisions.pdf", json!({ "id": id })).bytes == signed.bytes, "byte for byte");
    year.call("journal.undo", json!({ "act": null }));
}

/// The schools are scored on site, in three books; each is ranked, published and handed out.
pub fn june(year: &mut Year) {
    year.on(6, 20);
    assert_eq!(scored(year, &[3, 4, 5]), 29);
    let book = json!({ "book": { "bloc": year.blocs[2], "year": YEAR } });
    year.papers("score book", "scores.book", &book);
    year.papers("ranking", "scores.ranking", &book);
    let slip = with(&book, json!({ "unit": year.unit("VT29") }));
    year.paper("result slip", "scores.slips_pdf", slip);
}

/// Takes in the books of these blocs, compares order and ties with what is known, publishes; answers how many units.
pub fn scored(year: &mut Year, blocs: &[usize]) -> usize {
    let files: Vec<_> = blocs.iter().map(|no| data(&format!("scores/Khoi {no} - bang diem 2024.xlsx"))).collect();
    let taken = year.desk.take_in("scores", &files);
    let truth = known("scores.json");
    let mut units = 0;
    for no in blocs {
        let known = &list(&truth["blocs"])[no - 1];
        let ask = json!({ "bloc": year.blocs[no - 1], "year": YEAR });
        let book = year.call("scores.book", ask.clone());
        let mut lines: Vec<&Value> = list(&book["lines"]).iter().collect();
        lines.sort_by_key(|line| (line["standing"]["place"].as_i64(), line["code"].as_str()));
        let order: Vec<&Value> = lines.iter().map(|line| &line["code"]).collect();
        assert_eq!(json!(order), known["order"], "{}", known["bloc"]);
        let tied = lines.iter().filter(|line| line["standing"]["tie"] != "").count();
        let expected: usize = list(&known["ties"]).iter().map(|tie| list(tie).len()).sum();
        assert_eq!(tied, expected, "{}", known["bloc"]);
        year.call("scores.publish", json!({ "book": ask }));
        units += lines.len();
    }
    let standing = year.call("scores.blocs", json!({ "year": YEAR }));
    for no in blocs {
        let bloc = &list(&standing)[no - 1];
        assert_eq!((&bloc["scored"], &bloc["published"]), (&bloc["units"], &bloc["units"]), "{bloc}");
    }
    assert!(units < UNITS && taken["added"] == units && taken["held"] == 0, "{taken}");
    units
}
