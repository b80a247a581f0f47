//! Reading spreadsheets and understanding them, as the intake does before it shows a preview; nothing is written.

use std::{fs, path::Path};

use chrono::NaiveDate;
use office::{
    intake::{
        batch::compare,
        list::Knowledge,
        remembered::Memories,
        target::MEMBERS,
        whose::{KnownUnit, Units},
        wordings::Wordings,
    },
    office::Worker,
    sheet::read::worker::Reader,
};
use serde_json::Value;

use crate::Outcome;

/// The units that senders are told by, out of the sample district's own truth.
fn units(path: &Path) -> Outcome<Units> {
    let truth: Value = serde_json::from_slice(&fs::read(path)?)?;
    let known = truth.get("units").and_then(Value::as_array).into_iter().flatten().zip(1..).map(|(unit, id)| {
        let text = |name: &str| unit.get(name).and_then(Value::as_str).map(str::to_owned);
        KnownUnit {
            id,
            code: text("code").unwrap_or_default(),
            names: [text("name"), text("old_name")].into_iter().flatten().collect(),
        }
    });
    Ok(Units::new(known.collect()))
}

/// Reads the files in the worker process, understands them, compares them with each other, and prints how many rows there are.
pub fn read(units_json: &Path, desk: &Path, files: &[&str]) -> Outcome {
    let units = units(units_json)?;
    let today = NaiveDate::from_ymd_opt(2024, 11, 4).ok_or("a day")?;
    let knowledge = Knowledge {
        target: &MEMBERS,
        units: &units,
        today,
        remembered: &Memories::new(),
        wordings: Wordings::of(&MEMBERS),
    };
    let mut reader = Reader::new(Worker { program: desk.to_path_buf(), arguments: vec!["worker".to_owned()] });
    let mut readings = Vec::new();
    for file in files {
        let workbook = reader.read(&fs::read(file)?);
        if let Err(unreadable) = &workbook {
            return Err(unreadable.sentence(file).into());
        }
        readings.push(knowledge.understand(file, &workbook));
    }
    compare(&mut readings);
    println!("{} rows", readings.iter().map(|reading| reading.entries.len()).sum::<usize>());
    Ok(())
}
