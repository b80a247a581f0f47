//! The office's own list of past awards, by `desk` alone: each decision recorded once with all its lines, people found, one undo.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use office::sheet::read::{CellValue, read};
use serde_json::{Value, json};

fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/district-a")
}

fn desk(home: &Path, words: &[&str]) -> String {
    let program = std::env::var_os("SOVANG_DESK").expect("SOVANG_DESK names the built desk: make sets it");
    let ran = Command::new(program).arg("--home").arg(home).args(words).output().unwrap();
    assert!(ran.status.success(), "desk {words:?}: {}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Collectives and people of each decision, as the office counts them on another sheet of the workbook.
fn counted_by_the_office() -> BTreeMap<(String, String), (usize, usize)> {
    let book = read(&std::fs::read(data().join("history.xlsx")).unwrap()).unwrap();
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
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("so-vang");
    let profile = folder.path().join("profile.json");
    let text = json!({"kind": "district", "name": "LĐLĐ huyện Vân Trạch", "symbol": "LĐLĐ", "signers": []});
    std::fs::write(&profile, text.to_string()).unwrap();
    desk(&home, &["init", "--profile", profile.to_str().unwrap()]);
    desk(&home, &["intake", "units", data().join("units.xlsx").to_str().unwrap()]);
    desk(&home, &["intake", "members", data().join("members").to_str().unwrap()]);
    let before = desk(&home, &["dump", "decisions"]);

    let report = folder.path().join("report.json");
    let list = data().join("history.xlsx");
    let said = desk(&home, &["intake", "history", list.to_str().unwrap(), "--report", report.to_str().unwrap()]);
    let report: Value = serde_json::from_slice(&std::fs::read(&report).unwrap()).unwrap();
    let rows = report["files"][0]["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 929, "{said}");
    let with = |import: Value| rows.iter().filter(|row| row["import"] == import).count();
    assert_eq!(with(json!(false)), 0);
    let asked = with(json!("ask"));
    assert!(asked < 60, "{asked} rows are asked about");

    let decisions = lines(&desk(&home, &["dump", "decisions"]));
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

    let again = desk(&home, &["intake", "history", list.to_str().unwrap()]);
    assert!(again.contains(&format!("0 mới, 0 thay đổi, {} như cũ", 929 - asked)), "{again}");
    desk(&home, &["intake", "history", "--undo"]);
    desk(&home, &["intake", "history", "--undo"]);
    assert_eq!(desk(&home, &["dump", "decisions"]), before);
    desk(&home, &["verify"]);
}
