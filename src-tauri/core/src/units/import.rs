//! Units taken in from a spreadsheet, inside the importing act.

use super::{
    BlocId, Calendar, Sector, UnitDraft, UnitEnding, UnitHappening, UnitId, UnitKind,
    blocs::{self, BlocYear, set_year},
    drafted,
    officers::{self, OfficerEdit},
    store,
};
use crate::{
    calendar::PartialDate,
    error::Result,
    office::Pen,
    vietnamese::{clean, fold},
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

/// One row of a list of units, understood. A blank erases nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnitRow {
    /// "VT02".
    pub code: String,
    /// Its name now.
    pub name: String,
    /// Loại hình.
    pub kind: Option<UnitKind>,
    /// Khu vực.
    pub sector: Option<Sector>,
    /// Năm hay năm học.
    pub calendar: Option<Calendar>,
    /// Its bloc's number, when the list gives it.
    pub bloc_no: Option<i64>,
    /// Its bloc's name.
    pub bloc_name: String,
    /// Who is its chair.
    pub chair: String,
    /// Its telephone.
    pub phone: String,
    /// Where it is.
    pub address: String,
    /// Since when it exists.
    pub established: Option<PartialDate>,
    /// What it was called before.
    pub old_name: String,
    /// From when it has its name of now.
    pub renamed_on: Option<NaiveDate>,
    /// From when it is no more.
    pub dissolved_on: Option<NaiveDate>,
    /// The decision of the renaming or dissolving.
    pub document: String,
    /// What the list notes.
    pub note: String,
}

/// One row of a list of blocs, understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BlocRow {
    /// Its number.
    pub no: i64,
    /// Its name.
    pub name: String,
    /// The name of the unit that leads it.
    pub head: String,
    /// The name of the unit that deputises.
    pub deputy: String,
    /// In which year.
    pub year: i32,
}

/// One field that a row would change: its name in lists, what stands, what the row says.
pub type UnitChanged = (&'static str, String, String);

const CHAIR: &str = "Chủ tịch";

/// What an import did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Imported {
    /// New units.
    pub added: usize,
    /// Units that were filled or corrected.
    pub changed: usize,
    /// Units that were so already.
    pub same: usize,
}

/// Takes units in: those whose code is known are filled, the others are new.
pub fn import(pen: &Pen<'_>, rows: &[UnitRow]) -> Result<Imported> {
    let mut imported = Imported::default();
    for row in rows {
        match store::by_code(pen, &row.code)? {
            None => {
                add(pen, row)?;
                imported.added += 1;
            }
            Some(id) if fill(pen, id, row)? => imported.changed += 1,
            Some(_) => imported.same += 1,
        }
    }
    Ok(imported)
}

fn add(pen: &Pen<'_>, row: &UnitRow) -> Result<UnitId> {
    let kind = row.kind.unwrap_or(UnitKind::Khac);
    let named_later = row.renamed_on.filter(|_| !row.old_name.is_empty());
    let draft = UnitDraft {
        code: clean(&row.code),
        name: clean(if named_later.is_some() { &row.old_name } else { &row.name }),
        level: kind.usual_level(),
        kind,
        sector: row.sector.unwrap_or(kind.usual_sector()),
        calendar: row.calendar.unwrap_or(kind.usual_calendar()),
        parent: None,
        bloc: bloc(pen, row)?,
        address: clean(&row.address),
        phone: clean(&row.phone),
        established: row.established,
        established_by: String::new(),
        note: clean(&row.note),
    };
    let id = store::insert(pen, &draft)?;
    let founded = row.established.and_then(PartialDate::known_day);
    store::event(pen, id, UnitHappening::Established, founded, "", None, "")?;
    if let Some(since) = named_later {
        rename(pen, id, row, &draft, since)?;
    }
    if let Some(day) = row.dissolved_on {
        store::end(pen, id, day, UnitEnding::Dissolved, &row.document)?;
        store::event(pen, id, UnitHappening::Dissolved, Some(day), &row.document, None, "")?;
    }
    chair(pen, id, row)?;
    Ok(id)
}

fn rename(pen: &Pen<'_>, id: UnitId, row: &UnitRow, draft: &UnitDraft, since: NaiveDate) -> Result<()> {
    let old = store::last_state(pen, id)?;
    store::end_state(pen, old.id, since.pred_opt().unwrap_or(since))?;
    let renamed = UnitDraft { name: clean(&row.name), ..draft.clone() };
    let document = if row.dissolved_on.is_none() { row.document.as_str() } else { "" };
    store::insert_state(pen, id, &renamed, Some(since), document)?;
    let note = format!("{} → {}", draft.name, renamed.name);
    store::event(pen, id, UnitHappening::Renamed, Some(since), document, None, &note)
}

/// Fills a known unit; a blank erases nothing. Answers whether anything changed.
pub fn fill(pen: &Pen<'_>, id: UnitId, row: &UnitRow) -> Result<bool> {
    let Some(unit) = store::unit(pen, id)? else { return Ok(false) };
    let before = drafted(&unit, &store::state_on(pen, id, pen.today())?);
    let after = UnitDraft { bloc: bloc(pen, row)?.or(before.bloc), ..filled(&before, row) };
    let led = chair(pen, id, row)?;
    let mut changed = after != before;
    if changed {
        store::correct(pen, id, &after)?;
    }
    if let (None, Some(day)) = (unit.ended, row.dissolved_on) {
        store::end(pen, id, day, UnitEnding::Dissolved, &row.document)?;
        store::event(pen, id, UnitHappening::Dissolved, Some(day), &row.document, None, "")?;
        changed = true;
    }
    Ok(changed || led)
}

/// The unit with what a row says of it, but for its bloc.
fn filled(before: &UnitDraft, row: &UnitRow) -> UnitDraft {
    let or = |given: &str, known: &str| if given.is_empty() { known.to_owned() } else { clean(given) };
    UnitDraft {
        name: or(&row.name, &before.name),
        kind: row.kind.unwrap_or(before.kind),
        sector: row.sector.unwrap_or(before.sector),
        calendar: row.calendar.unwrap_or(before.calendar),
        address: or(&row.address, &before.address),
        phone: or(&row.phone, &before.phone),
        established: row.established.or(before.established),
        note: or(&row.note, &before.note),
        ..before.clone()
    }
}

/// What filling a known unit would change: the field, what stands, and what the row says.
pub fn would_change(db: &Connection, id: UnitId, row: &UnitRow, today: NaiveDate) -> Result<Vec<UnitChanged>> {
    let Some(unit) = store::unit(db, id)? else { return Ok(Vec::new()) };
    let before = drafted(&unit, &store::state_on(db, id, today)?);
    let after = filled(&before, row);
    let established = |draft: &UnitDraft| draft.established.map(|day| day.to_string()).unwrap_or_default();
    let mut changes = vec![
        ("name", before.name.clone(), after.name.clone()),
        ("kind", before.kind.label().to_owned(), after.kind.label().to_owned()),
        ("sector", before.sector.label().to_owned(), after.sector.label().to_owned()),
        ("calendar", before.calendar.label().to_owned(), after.calendar.label().to_owned()),
        ("phone", before.phone.clone(), after.phone.clone()),
        ("established", established(&before), established(&after)),
        ("note", before.note.clone(), after.note.clone()),
    ];
    if let Some((no, name)) = bloc_named(row) {
        let known = known_bloc(db, no, &name)?.map(|(id, _)| id);
        if known.is_none() || known != before.bloc {
            changes.push(("bloc", bloc_name(db, before.bloc)?, name));
        }
    }
    let chair = clean(&row.chair);
    if !chair.is_empty() {
        let known = officers::officers(db, id)?;
        let known = known.into_iter().find(|officer| officer.post == CHAIR && officer.until.is_none());
        changes.push(("chair", known.map(|officer| officer.name).unwrap_or_default(), chair));
    }
    changes.retain(|(_, old, new)| old != new);
    Ok(changes)
}

fn bloc_name(db: &Connection, bloc: Option<BlocId>) -> Result<String> {
    let name = db.query_row("select name from bloc where id = ?1", [bloc], |row| row.get(0)).optional()?;
    Ok(name.unwrap_or_default())
}

/// A code that no unit has or had, for a unit whose list gives none.
pub fn free_code(db: &Connection) -> Result<String> {
    let last: i64 = db.query_row(
        "select coalesce(max(cast(substr(code, 3) as integer)), 0) from unit where code glob 'DV[0-9]*'",
        [],
        |row| row.get(0),
    )?;
    Ok(format!("DV{:03}", last + 1))
}

/// The bloc that a row names: known by number or name, otherwise made.
fn bloc(pen: &Pen<'_>, row: &UnitRow) -> Result<Option<BlocId>> {
    let Some((no, name)) = bloc_named(row) else { return Ok(None) };
    if let Some(known) = taken_bloc(pen, no, &name)? {
        return Ok(Some(known));
    }
    let free = match no {
        Some(no) if blocs::numbered(pen, no)?.is_none() => no,
        Some(_) | None => {
            pen.query_row("select coalesce(max(no), 0) + 1 from bloc where until is null", [], |found| found.get(0))?
        }
    };
    blocs::insert(pen, free, &name).map(Some)
}

/// The number and name of the bloc that a row names.
fn bloc_named(row: &UnitRow) -> Option<(Option<i64>, String)> {
    let written = clean(&row.bloc_name);
    let no = row.bloc_no.or_else(|| bloc_number(&written));
    let name = match no {
        Some(no) if written.is_empty() => format!("Khối {no}"),
        Some(_) | None => written,
    };
    (!name.is_empty()).then_some((no, name))
}

/// The living bloc of that name; else the one of that number, if one of the two names says no more than the number. Answers also
/// whether the given name is the fuller one.
fn known_bloc(db: &Connection, no: Option<i64>, name: &str) -> Result<Option<(BlocId, bool)>> {
    let mut statement = db.prepare_cached("select id, no, name from bloc where until is null order by no")?;
    let blocs = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let blocs: Vec<(BlocId, i64, String)> = blocs.collect::<rusqlite::Result<_>>()?;
    let wanted = fold(name);
    if let Some((id, ..)) = blocs.iter().find(|(_, _, known)| fold(known) == wanted) {
        return Ok(Some((*id, false)));
    }
    let Some((id, _, known)) = blocs.iter().find(|(_, known, _)| Some(*known) == no) else { return Ok(None) };
    let is_fuller = is_number_alone(known);
    Ok((is_fuller || is_number_alone(name)).then_some((*id, is_fuller)))
}

/// The known bloc, from now on under the fuller name.
fn taken_bloc(pen: &Pen<'_>, no: Option<i64>, name: &str) -> Result<Option<BlocId>> {
    let Some((id, is_fuller)) = known_bloc(pen, no, name)? else { return Ok(None) };
    if is_fuller {
        pen.execute("update bloc set name = ?2 where id = ?1", rusqlite::params![id, name])?;
    }
    Ok(Some(id))
}

/// The number in "Khối 2", "Khối số 2 - Mầm non", "Cụm thi đua 3: Xã"; and what follows it, folded.
fn numbered_name(name: &str) -> Option<(i64, String)> {
    let folded = fold(name);
    let bare = ["khoi", "cum", "thi dua", "so"]
        .iter()
        .fold(folded.as_str(), |rest, word| rest.strip_prefix(word).map_or(rest, str::trim_start));
    let end = bare.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(bare.len());
    let (number, rest) = bare.split_at_checked(end)?;
    let is_apart = !rest.starts_with(char::is_alphanumeric) && bare.len() < folded.len();
    Some((number.parse().ok().filter(|_| is_apart)?, rest.to_owned()))
}

fn bloc_number(name: &str) -> Option<i64> {
    numbered_name(name).map(|(no, _)| no)
}

fn is_number_alone(name: &str) -> bool {
    numbered_name(name).is_some_and(|(_, rest)| !rest.contains(char::is_alphanumeric))
}

/// Writes down who is the chair, when the row says so and nobody else is known to be.
fn chair(pen: &Pen<'_>, id: UnitId, row: &UnitRow) -> Result<bool> {
    let name = clean(&row.chair);
    if name.is_empty() {
        return Ok(false);
    }
    let line = OfficerEdit {
        id: None,
        name,
        member: None,
        post: CHAIR.to_owned(),
        since: None,
        until: None,
        document: String::new(),
    };
    let known = officers::officers(pen, id)?;
    match known.iter().find(|officer| officer.post == line.post && officer.until.is_none()) {
        Some(officer) if officer.name == line.name => Ok(false),
        Some(officer) => {
            // who the list names now is the chair now; since when is not known
            let ended = OfficerEdit {
                name: officer.name.clone(),
                member: officer.member,
                until: Some(pen.today().max(officer.since.unwrap_or(NaiveDate::MIN))),
                since: officer.since,
                ..line.clone()
            };
            officers::correct(pen, officer.id, &ended)?;
            officers::insert(pen, id, &OfficerEdit { since: Some(pen.today()), ..line })?;
            Ok(true)
        }
        None => {
            officers::insert(pen, id, &line)?;
            Ok(true)
        }
    }
}

/// Takes blocs in, with who leads them; call after the units, whose names it looks up. Answers how many are new.
pub fn import_blocs(pen: &Pen<'_>, rows: &[BlocRow]) -> Result<usize> {
    let mut added = 0;
    for row in rows {
        let name = clean(&row.name);
        let known = match taken_bloc(pen, Some(row.no), &name)? {
            Some(known) => Some(known),
            None => blocs::numbered(pen, row.no)?,
        };
        let id = match known {
            None => {
                added += 1;
                blocs::insert(pen, row.no, &name)?
            }
            Some(id) => {
                let taken = blocs::numbered(pen, row.no)?.is_some_and(|other| other != id);
                if !taken {
                    pen.execute("update bloc set no = ?2 where id = ?1", rusqlite::params![id, row.no])?;
                }
                id
            }
        };
        let unit = |name: &str| if name.is_empty() { Ok(None) } else { store::by_name(pen, name) };
        let year = BlocYear { year: row.year, head: unit(&row.head)?, deputy: unit(&row.deputy)? };
        if year.head.is_some() || year.deputy.is_some() {
            set_year(pen, id, &year)?;
        }
    }
    Ok(added)
}
