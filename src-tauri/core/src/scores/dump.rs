//! Results as JSON lines, in the words that scripts read.

use super::{
    BlocStanding, BlocsOf, BookAsk, BookLine, ScoreBook, ScoreGroupKind, ScoreTable, Scorer, Totals, blocs, book,
};
use crate::{error::Result, money::Hundredths, office::Office};
use serde_json::{Map, Value, json};
use std::io::Write;

/// Writes every scored unit, one a line: by season and bloc, the best first.
pub fn dump(office: &mut Office, out: &mut dyn Write) -> Result<()> {
    for of in seasons(office)? {
        for BlocStanding { bloc, no, .. } in blocs(office, of)? {
            let book = book(office, BookAsk { bloc, year: of.year, half: of.half })?;
            let mut lines: Vec<&BookLine> = book.lines.iter().filter(|line| line.sheet.is_some()).collect();
            lines.sort_by_key(|line| line.standing.as_ref().map_or(i64::MAX, |standing| standing.place));
            for line in lines {
                serde_json::to_writer(&mut *out, &dumped(&book, no, line)?)?;
                out.write_all(b"\n")?;
            }
        }
    }
    Ok(())
}

/// The seasons that anybody was scored in.
fn seasons(office: &Office) -> Result<Vec<BlocsOf>> {
    let mut statement = office.db().prepare_cached(
        "select distinct p.year, p.part as half from score_sheet s join period p on p.id = s.period
         where p.kind in ('year', 'school_year', 'half') order by p.year, p.part",
    )?;
    let seasons = statement.query_map([], |row| Ok(BlocsOf { year: row.get("year")?, half: row.get("half")? }))?;
    Ok(seasons.collect::<rusqlite::Result<_>>()?)
}

fn dumped(book: &ScoreBook, bloc: i64, line: &BookLine) -> Result<Value> {
    let table = book.tables.iter().find(|table| table.id == line.table);
    let ties: Vec<&str> = book
        .lines
        .iter()
        .filter(|other| line.standing.is_some() && other.standing.is_some() && other.total == line.total)
        .map(|other| other.code.as_str())
        .collect();
    let standing = line.standing.as_ref();
    let mut dumped = Map::new();
    dumped.insert("unit".into(), json!(line.code));
    dumped.insert("bloc".into(), json!(bloc));
    dumped.insert("period".into(), json!(book.period_name));
    dumped.insert("max".into(), table.map(most).transpose()?.unwrap_or_default());
    for column in line.columns.iter().filter(|column| column.scorer != Scorer::Council || column.totals.total.is_some())
    {
        dumped.insert(column.scorer.code().into(), totals(&column.totals)?);
    }
    dumped.insert("office_total".into(), line.total.map(number).transpose()?.unwrap_or_default());
    dumped.insert("grade_by_points".into(), json!(line.grade_by_points));
    dumped.insert("grade".into(), json!(line.grade));
    dumped.insert("grade_reason".into(), json!(line.reason));
    dumped.insert("rank".into(), json!(standing.map(|one| one.rank)));
    dumped.insert("rank_after_tiebreak".into(), json!(standing.map(|one| one.place)));
    dumped.insert("tie_unsettled".into(), json!(standing.is_some_and(|one| one.unsettled)));
    dumped.insert("tie".into(), json!(standing.map(|one| one.tie.as_str()).unwrap_or_default()));
    dumped.insert("ties".into(), json!(if ties.len() > 1 { ties } else { Vec::new() }));
    dumped.insert("published_on".into(), json!(line.published_on));
    Ok(Value::Object(dumped))
}

/// What the scored groups and then the bonus can come to.
fn most(table: &ScoreTable) -> Result<Value> {
    let groups = table.groups.iter().filter(|group| group.kind != ScoreGroupKind::Penalty);
    groups.map(|group| ScoreTable::most_of(group).map_or(Ok(Value::Null), number)).collect()
}

fn totals(totals: &Totals) -> Result<Value> {
    let mut told = Map::new();
    for (at, points) in totals.groups.iter().enumerate() {
        told.insert(format!("g{}", at + 1), number(*points)?);
    }
    told.insert("bonus".into(), number(totals.bonus)?);
    told.insert("penalty".into(), number(totals.penalty)?);
    told.insert("total".into(), totals.total.map(number).transpose()?.unwrap_or_default());
    if totals.total.is_none() {
        told.insert("total_without_blank".into(), number(totals.so_far)?);
    }
    let warnings: Vec<Value> = totals
        .faults
        .iter()
        .map(|fault| Ok(json!({ "kind": fault.kind, "value": number(fault.given)?, "max": number(fault.most)? })))
        .collect::<Result<_>>()?;
    if !warnings.is_empty() {
        told.insert("warnings".into(), json!(warnings));
    }
    Ok(Value::Object(told))
}

/// Points as JSON writes numbers: 95.5.
pub(crate) fn number(points: Hundredths) -> Result<Value> {
    Ok(serde_json::from_str(&points.to_string().replace(',', "."))?)
}
