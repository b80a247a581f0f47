//! Pledges as JSON lines, in the words that scripts read.

use super::PledgeState;
use crate::{error::Result, office::Office};
use chrono::NaiveDate;
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct Dumped {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<u32>,
    unit: String,
    period: String,
    name: String,
    collective: bool,
    birth_year: Option<i32>,
    gender: Option<String>,
    party: bool,
    state: PledgeState,
    confirmed: bool,
    confirmed_by: Option<String>,
    confirmed_on: Option<NaiveDate>,
}

/// Writes every pledge, one a line: by the code of the unit, then in the order in which they came in.
///
/// For the office's own scripts: whether someone is of the Party is in it, what they want to mend is not.
pub fn dump(office: &Office, out: &mut dyn Write) -> Result<()> {
    let mut statement = office.db().prepare(
        "select f.name as file, r.number as row, u.code, y.name as period, coalesce(m.full_name, s.name) as name, p.member is null as collective,
                cast(substr(m.birth, 1, 4) as integer) as birth_year, m.gender, coalesce(p.party_member, 0) as party, p.state,
                p.confirmed_on is not null as confirmed, nullif(p.confirmed_by, '') as confirmed_by, p.confirmed_on
         from pledge p join period y on y.id = p.period join unit u on u.id = p.unit
         join unit_state s on s.id = (
           select x.id from unit_state x where x.unit = p.unit and (x.until is null or x.until >= min(?1, y.until))
           order by x.until is null, x.until limit 1)
         left join member m on m.id = p.member
         left join intake_row r on r.id = (
           select max(i.id) from intake_row i join intake_file n on n.id = i.file join intake t on t.id = n.intake
           where t.target = 'pledges' and i.record = p.id)
         left join intake_file f on f.id = r.file
         order by u.code, u.id, p.id",
    )?;
    let mut rows = statement.query([office.today()])?;
    while let Some(row) = rows.next()? {
        let dumped = Dumped {
            file: row.get("file")?,
            row: row.get("row")?,
            unit: row.get("code")?,
            period: row.get("period")?,
            name: row.get("name")?,
            collective: row.get("collective")?,
            birth_year: row.get("birth_year")?,
            gender: row.get("gender")?,
            party: row.get("party")?,
            state: row.get("state")?,
            confirmed: row.get("confirmed")?,
            confirmed_by: row.get("confirmed_by")?,
            confirmed_on: row.get("confirmed_on")?,
        };
        serde_json::to_writer(&mut *out, &dumped)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
