//! The 76 lists of the sample district, understood row by row and compared with what a careful clerk would have taken from them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use office::intake::batch::compare;
use office::intake::list::Knowledge;
use office::intake::remembered::Memories;
use office::intake::report::{FileReport, Report, report};
use office::intake::target::MEMBERS;
use office::intake::whose::{KnownUnit, Units};
use office::intake::wordings::Wordings;
use office::sheet::read::read;
use serde_json::{Value, json};
use stories::by_desk::{district, expected};

fn units() -> Units {
    let truth = expected("units.json");
    let known = truth["units"].as_array().unwrap().iter().zip(1..).map(|(unit, id)| {
        let names = [&unit["name"], &unit["old_name"]];
        KnownUnit {
            id,
            code: unit["code"].as_str().unwrap().to_owned(),
            names: names.iter().filter_map(|name| name.as_str()).map(str::to_owned).collect(),
        }
    });
    Units::new(known.collect())
}

/// Understands all files in the given order.
fn understand(mut names: Vec<String>, backwards: bool) -> (Report, Vec<office::intake::list::FileReading>) {
    let started = std::time::Instant::now();
    names.sort();
    if backwards {
        names.reverse();
    }
    let units = units();
    let knowledge = Knowledge {
        target: &MEMBERS,
        units: &units,
        today: NaiveDate::from_ymd_opt(2024, 11, 4).unwrap(),
        remembered: &Memories::new(),
        wordings: Wordings::of(&MEMBERS),
    };
    let mut files: Vec<_> = names
        .iter()
        .map(|name| knowledge.understand(name, &read(&std::fs::read(district("members").join(name)).unwrap())))
        .collect();
    eprintln!("understood in {:?}", started.elapsed());
    let same = compare(&mut files);
    eprintln!("compared in {:?}", started.elapsed());
    (report(&files, &same), files)
}

fn file_names() -> Vec<String> {
    std::fs::read_dir(district("members"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

fn words(value: &Value) -> BTreeSet<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Whether a value is the one expected, or one that is accepted too.
fn is_right(field: &str, expected: &Value, alternative: &Value, given: &Value, file: &Value) -> bool {
    let compare = if field == "full_name" { &file["name_compare"] } else { &file["text_compare"] };
    let is_casefold = compare == "casefold";
    let same = |one: &Value, other: &Value| match (one.as_str(), other.as_str()) {
        (Some(one), Some(other)) if is_casefold => one.to_lowercase() == other.to_lowercase(),
        _ => one == other,
    };
    same(expected, given) || (!alternative.is_null() && same(alternative, given))
}

#[test]
fn every_row_of_the_district_is_read_as_a_careful_clerk_would() {
    let (report, files) = understand(file_names(), false);
    let by_file: BTreeMap<String, &FileReport> = report.files.iter().map(|file| (file.file.clone(), file)).collect();
    let given: BTreeMap<(String, String, u64), (usize, usize)> =
        files
            .iter()
            .enumerate()
            .flat_map(|(file, reading)| {
                reading.entries.iter().enumerate().map(move |(entry, row)| {
                    ((reading.file.clone(), row.sheet.clone(), u64::from(row.row)), (file, entry))
                })
            })
            .collect();
    let truth = expected("files.json");
    let truth: BTreeMap<String, &Value> =
        truth["files"].as_array().unwrap().iter().map(|file| (bare(&file["file"]), file)).collect();
    let members = expected("members.json");
    let fields: Vec<String> =
        members["fields"].as_array().unwrap().iter().map(|field| field.as_str().unwrap().to_owned()).collect();

    let mut wrong: Vec<String> = Vec::new();
    for (name, file) in &truth {
        let got = by_file[name];
        let status = serde_json::to_value(got.status).unwrap();
        if status != file["status"] || (file["status"] != "import" && json!(got.reason) != file["reason"]) {
            wrong.push(format!(
                "{name}: status {status} {:?} instead of {} {}",
                got.reason, file["status"], file["reason"]
            ));
        }
        if file["status"] != "refuse" && json!(got.unit) != file["unit"] {
            wrong.push(format!("{name}: unit {:?}", got.unit));
        }
        let must = words(&file["must_warn"]);
        let warnings: BTreeSet<String> = got.warnings.iter().cloned().collect();
        if warnings != must {
            wrong.push(format!("{name}: file warnings {warnings:?} instead of {must:?}"));
        }
    }
    let mut seen: BTreeSet<(String, String, u64)> = BTreeSet::new();
    for member in members["members"].as_array().unwrap() {
        let name = bare(&member["file"]);
        let key = (name.clone(), member["sheet"].as_str().unwrap().to_owned(), member["row"].as_u64().unwrap());
        let Some((file, entry)) = given.get(&key) else {
            wrong.push(format!("{key:?}: not read"));
            continue;
        };
        seen.insert(key.clone());
        let row = &by_file[&name].rows[*entry];
        let values = serde_json::to_value(&files[*file].entries[*entry].values).unwrap();
        if row.import != member["import"] {
            wrong.push(format!("{key:?}: import {} instead of {}", row.import, member["import"]));
        }
        let warnings: BTreeSet<String> = row.warnings.iter().cloned().collect();
        let must = words(&member["must_warn"]);
        let allowed: BTreeSet<String> = must.union(&words(&member["may_warn"])).cloned().collect();
        if !must.is_subset(&warnings) || !warnings.is_subset(&allowed) {
            wrong.push(format!("{key:?}: warnings {warnings:?}, must {must:?}, allowed {allowed:?}"));
        }
        if member["import"] == true {
            for field in &fields {
                let (expected, got) = (&member[field], &values[field]);
                if !is_right(field, expected, &member["alt"][field], got, truth[&name]) {
                    wrong.push(format!("{key:?}: {field} {got} instead of {expected}"));
                }
            }
        }
    }
    for file in report.files.iter().filter(|file| serde_json::to_value(file.status).unwrap() == "import") {
        for row in &file.rows {
            let key = (file.file.clone(), row.sheet.clone(), u64::from(row.row));
            if !seen.contains(&key) {
                wrong.push(format!("{key:?}: read as a person"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differences:\n{}",
        wrong.len(),
        wrong.iter().take(60).cloned().collect::<Vec<_>>().join("\n")
    );
}

fn bare(path: &Value) -> String {
    path.as_str().unwrap().rsplit('/').next().unwrap().to_owned()
}

#[test]
fn a_person_in_two_files_is_offered_for_merging_and_nobody_else_is() {
    let (report, _) = understand(file_names(), false);
    let offered: BTreeSet<(String, u64, String, u64)> = report
        .files
        .iter()
        .flat_map(|file| {
            file.rows.iter().flat_map(move |row| {
                row.same_person
                    .iter()
                    .map(move |other| (file.file.clone(), row.row.into(), other.file.clone(), other.row.into()))
            })
        })
        .collect();
    let mut expected_pairs = BTreeSet::new();
    for pair in expected("duplicates.json")["same_person_in_two_files"].as_array().unwrap() {
        let rows: Vec<(String, u64)> = pair["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| (bare(&row["file"]), row["row"].as_u64().unwrap()))
            .collect();
        expected_pairs.insert((rows[0].0.clone(), rows[0].1, rows[1].0.clone(), rows[1].1));
        expected_pairs.insert((rows[1].0.clone(), rows[1].1, rows[0].0.clone(), rows[0].1));
    }
    assert_eq!(offered, expected_pairs);
}

#[test]
fn the_copied_list_is_held_whatever_the_reading_order() {
    for backwards in [false, true] {
        let (report, _) = understand(file_names(), backwards);
        let held: Vec<&FileReport> =
            report.files.iter().filter(|file| file.reason.as_deref() == Some("duplicate_of_other_unit")).collect();
        let units: Vec<Option<&str>> = held.iter().map(|file| file.unit.as_deref()).collect();
        assert_eq!(units, [Some("VT35")]);
    }
}
