//! Members as JSON lines, in the words that scripts read.

use super::{MemberDraft, Status, store};
use crate::{error::Result, office::Office};
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct Dumped {
    unit: String,
    status: Status,
    #[serde(flatten)]
    facts: MemberDraft,
}

/// Writes every member, one a line: by the code of the unit, then in the order in which they came in.
///
/// For the office's own scripts: restricted fields are in it.
pub fn dump(office: &Office, out: &mut dyn Write) -> Result<()> {
    let mut statement = office.db().prepare(include_str!("dump.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let facts = store::facts(row)?;
        let dumped = Dumped { unit: row.get("code")?, status: row.get("status")?, facts };
        let mut value = serde_json::to_value(&dumped)?;
        if let Some(fields) = value.as_object_mut() {
            // absent and null mean the same; absent is shorter
            fields.retain(|_, value| !value.is_null());
        }
        serde_json::to_writer(&mut *out, &value)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
