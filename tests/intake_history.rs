//! The office's own list of past awards, by `desk` alone: each decision recorded once with all its lines, people found, one undo.

use office::sheet::read::{CellValue, read};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use stories::by_desk::{ByDesk, district};

/// Collectives and people of each decision, as the office counts them on another sheet of the workbook.
fn counted_by_the_office() -> BTreeMap<(String, String), (usize, usize)> {
    let book = read(&std::fs::read(district("history.xlsx")).unwrap()).unwrap();
    let sheet = book.sheets.iter().find(|sheet| sheet.name == "Quyết định").unwrap();
    let mut counts = BTreeMap::new();
    for row in sheet.rows.iter().filter(|row| row.number > 3) {
        let text = |column: u32| match &row.cells.iter().find(|cell| cell.column == column).unwrap().value {
            CellValue::Text(text) | CellValue::Number(text) => text.clone(),
            CellValue::Day(serial) => book.day(*serial).unwrap().to_string(),
            CellValue::Nothing | CellValue::Truth(_) | CellValue::Fault(_) => String::new(),
        };
        counts.insert((text(1), text(2)), (text(5).parse().unwrap(), text(6).parse().unwrap()));
    }
    counts
}

#[test]
fn past_awards_come_in_as_the_decisions_that_gave_them_and_go_with_one_undo() {
    let desk = ByDesk::with_members();
    let before = desk.dump("decisions");
    let (said, report) = desk.intake("history", "history.xlsx");
    let rows = report["files"][0]["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 929, "{said}");
    let with = |import: Value| rows.iter().filter(|row| row["import"] == import).count();
    assert_eq!(with(json!(false)), 0);
    let asked = with(json!("ask"));
    assert!(asked < 60, "{asked} rows are asked about");

    let decisions = desk.dump("decisions");
    let counted = counted_by_the_office();
    let mut people = 0;
    let mut known = 0;
    let mut seen = BTreeSet::new();
    let mut missing = 0;
    for decision in &decisions {
        let number = decision["number"].as_str().unwrap();
        let number = if number.len() < 2 { format!("0{number}") } else { number.to_owned() };
        let key = (
            format!("{number}/{}", decision["symbol"].as_str().unwrap()),
            decision["signed_on"].as_str().unwrap().to_owned(),
        );
        let (collectives, individuals) = counted[&key];
        let recipients = decision["recipients"].as_array().unwrap();
        let of = |kind: &str| recipients.iter().filter(|line| line["kind"] == kind).count();
        assert_eq!(of("collective"), collectives, "{key:?}");
        assert!(of("individual") <= individuals, "{key:?}");
        missing += individuals - of("individual");
        people += of("individual");
        known += recipients.iter().filter(|line| line["kind"] == "individual" && !line["member"].is_null()).count();
        assert!(recipients.iter().all(|line| !line["award_name"].as_str().unwrap().is_empty()));
        assert!(seen.insert(key), "a decision stands twice");
    }
    assert_eq!(decisions.len(), counted.len());
    assert_eq!(missing, asked, "only what is asked about stays out");
    assert!(known * 10 >= people * 7, "{known} of {people} were found in the register");

    let (again, _) = desk.intake("history", "history.xlsx");
    assert!(again.contains(&format!("0 mới, 0 thay đổi, {} như cũ", 929 - asked)), "{again}");
    desk.undo_intake("history");
    desk.undo_intake("history");
    assert_eq!(desk.dump("decisions"), before);
    desk.run(&["verify"]);
}
