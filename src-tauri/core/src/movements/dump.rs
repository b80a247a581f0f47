//! Registrations as JSON lines, in the words that scripts read.

use super::{RegistrationKind, RegistrationQuery, registers};
use crate::{calendar::PartialDate, error::Result, office::Office};
use chrono::NaiveDate;
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct Dumped<'a> {
    unit: &'a str,
    label: &'a str,
    kind: RegistrationKind,
    honorific: &'a str,
    name: &'a str,
    birth: Option<String>,
    title: &'a str,
    form: &'a str,
    date: NaiveDate,
    deadline: Option<NaiveDate>,
    late: bool,
}

/// Writes every registration, one a line, in the order in which they came in.
pub fn dump(office: &Office, out: &mut dyn Write) -> Result<()> {
    for line in registers::matching(office, &RegistrationQuery::default())? {
        let dumped = Dumped {
            unit: &line.unit_code,
            label: line.period_name.trim_start_matches("Năm học ").trim_start_matches("Năm "),
            kind: line.kind,
            honorific: &line.honorific,
            name: &line.name,
            birth: line.birth.map(PartialDate::iso),
            title: &line.title,
            form: &line.form,
            date: line.received_on,
            deadline: line.deadline,
            late: line.late,
        };
        serde_json::to_writer(&mut *out, &dumped)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
