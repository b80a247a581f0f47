//! What a blank register begins with: the movements that offices commonly run.

use super::{MovementDraft, MovementKind, MovementLevel, store};
use crate::{
    error::{Error, Result},
    journal::What,
    office::{Done, Office},
};
use chrono::NaiveDate;
use serde::{Deserialize, de::DeserializeOwned};

const SEED: What = What::new("movement.seed", "Nạp danh mục phong trào ban đầu");

#[derive(Deserialize)]
struct MovementRow {
    name: String,
    level: MovementLevel,
    kind: MovementKind,
    audience: String,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

fn read<T: DeserializeOwned>(text: &str) -> Result<Vec<T>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().collect::<std::result::Result<_, _>>().map_err(|error| Error::broken("seed", error))
}

/// Fills a blank register, once; one that has movements is left alone.
pub fn seed(office: &mut Office) -> Result<Done<()>> {
    let filled: bool = office.db().query_row("select exists (select 1 from movement)", [], |row| row.get(0))?;
    office.keep(SEED, |pen| {
        if filled {
            return Ok(());
        }
        for row in read::<MovementRow>(include_str!("../../../../assets/seed/movements.csv"))? {
            let MovementRow { name, level, kind, audience, since, until } = row;
            store::set(
                pen,
                &MovementDraft {
                    id: None,
                    name,
                    level,
                    kind,
                    audience,
                    blocs: Vec::new(),
                    since,
                    until,
                    plan: String::new(),
                    planned_on: None,
                    objectives: String::new(),
                    interim_on: None,
                    final_on: None,
                    register_by: None,
                    note: String::new(),
                    contents: Vec::new(),
                },
            )?;
        }
        Ok(())
    })
}
