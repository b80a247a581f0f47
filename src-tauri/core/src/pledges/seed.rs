//! The scale that a blank register begins with: dated rows with their source and certainty, from `assets/seed/`.

use super::{Grade, GradePart, assess};
use crate::{
    catalogue::Certainty,
    error::{Error, Result},
    journal::What,
    office::{Done, Office},
};
use chrono::NaiveDate;
use serde::Deserialize;

const SEED: What = What::new("pledge.seed", "Nạp thang đánh giá cam kết ban đầu");

#[derive(Deserialize)]
struct GradeRow {
    part: GradePart,
    name: String,
    fulfilled: u8,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
    source: String,
    certainty: Certainty,
}

/// Fills the scale of a blank register, once; a scale that has anything in it is left alone.
pub fn seed(office: &mut Office) -> Result<Done<()>> {
    let filled: bool = office.db().query_row("select exists (select 1 from pledge_grade)", [], |row| row.get(0))?;
    office.keep(SEED, |pen| {
        if filled {
            return Ok(());
        }
        let mut reader = csv::Reader::from_reader(include_str!("../../../../assets/seed/pledge_grades.csv").as_bytes());
        for (position, row) in (1_i64..).zip(reader.deserialize::<GradeRow>()) {
            let GradeRow { part, name, fulfilled, since, until, source, certainty } =
                row.map_err(|error| Error::broken("seed", error))?;
            let (position, fulfilled) = (position * 10, fulfilled == 1);
            assess::put_grade(
                pen,
                &Grade { id: None, part, position, name, fulfilled, since, until, source, certainty },
            )?;
        }
        Ok(())
    })
}
