//! Score books of the units, as forms that were read: tables and sheets come of them.

use super::{
    Criterion, ScoreGroup, ScoreGroupKind, ScoreSheetId, ScoreTable, ScoreTableId, Scorer, TieBreakKind,
    rules::{self, Points, Totals},
    store, tables,
};
use crate::{
    error::{Error, Result},
    money::Hundredths,
    office::Pen,
    periods::{self, PeriodId},
    units::{Calendar, UnitId, UnitKind},
    vietnamese::fold,
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;

/// One unit's sheet of a score book, as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreForm {
    /// The unit.
    pub unit: UnitId,
    /// By which calendar.
    pub calendar: Calendar,
    /// The year that its period is filed under.
    pub year: i32,
    /// Its groups in order.
    pub groups: Vec<FormGroup>,
}

/// A group of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormGroup {
    /// What it does to the total.
    pub kind: ScoreGroupKind,
    /// Its name.
    pub name: String,
    /// Bonus: its cap.
    pub cap: Option<Hundredths>,
    /// Its criteria in order.
    pub criteria: Vec<FormCriterion>,
}

/// A criterion of a form, with its points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormCriterion {
    /// Its name.
    pub name: String,
    /// Điểm chuẩn.
    pub most: Option<Hundredths>,
    /// By scorer; a blank is not there.
    pub points: BTreeMap<Scorer, Hundredths>,
    /// Minh chứng.
    pub evidence: String,
    /// Giải trình.
    pub comment: String,
}

/// What taking a form in would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormFit {
    /// Nothing is written of the unit yet.
    New,
    /// Other points than are written.
    Changed,
    /// The same points.
    Same,
    /// It cannot be taken in, and why.
    Held(String),
}

/// What an import of forms did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Imported {
    /// New sheets.
    pub added: i64,
    /// Sheets with other points.
    pub changed: i64,
    /// Sheets as they were.
    pub same: i64,
}

/// What taking that form in would do.
pub fn fit(db: &Connection, form: &ScoreForm) -> Result<FormFit> {
    let Some(period) = periods::year_of(db, form.calendar, form.year)? else { return Ok(FormFit::New) };
    if period.closed {
        return Ok(FormFit::Held(format!("{} đã khóa. Muốn nhập điểm, hãy mở lại kỳ kèm lý do.", period.name)));
    }
    let written = store::sheet(db, period.id, form.unit)?;
    let kind = kind_on(db, form.unit, period.until)?;
    let id = match written {
        Some((_, table, _)) => Some(table),
        None => store::table_for(db, period.id, kind)?,
    };
    let Some(table) = id.map(|id| tables::get(db, id)).transpose()? else { return Ok(FormFit::New) };
    if !is_same_form(&table, &form.groups) {
        return Ok(FormFit::Held(format!(
            "Tiêu chí trong tệp khác bảng điểm “{}” của {}. Hãy sửa bảng điểm hoặc sửa tệp rồi nhập lại.",
            table.name, period.name
        )));
    }
    let Some((sheet, _, published_on)) = written else { return Ok(FormFit::New) };
    if is_same_sheet(db, sheet, &table, form)? {
        return Ok(FormFit::Same);
    }
    match published_on {
        Some(_) => Ok(FormFit::Held("Kết quả của đơn vị đã công bố. Hãy sửa từng điểm kèm lý do.".to_owned())),
        None => Ok(FormFit::Changed),
    }
}

/// Whose points will count for forms of that season, and what the form comes to by scorer.
pub fn deciding(db: &Connection, form: &ScoreForm, day: NaiveDate) -> Result<(Scorer, BTreeMap<Scorer, Totals>)> {
    let kind = kind_on(db, form.unit, day)?;
    let own = periods::year_of(db, form.calendar, form.year)?
        .map(|period| store::table_for(db, period.id, kind))
        .transpose()?
        .flatten();
    let decides = match own {
        Some(id) => tables::get(db, id)?.decides,
        None => model(db, kind, day)?.decides,
    };
    let (table, points) = counted(form);
    let totals = Scorer::ALL.iter().map(|scorer| {
        let nothing = Points::new();
        (*scorer, rules::totals(&table, points.get(scorer).unwrap_or(&nothing)))
    });
    Ok((decides, totals.collect()))
}

/// The form as a table that is not written yet: its criteria are numbered by their place.
fn counted(form: &ScoreForm) -> (ScoreTable, BTreeMap<Scorer, Points>) {
    let mut points: BTreeMap<Scorer, Points> = BTreeMap::new();
    let mut next = 0;
    let groups = form.groups.iter().map(|group| {
        let criteria = group.criteria.iter().map(|criterion| {
            next += 1;
            for (scorer, given) in &criterion.points {
                points.entry(*scorer).or_default().insert(super::CriterionId(next), *given);
            }
            Criterion { id: Some(super::CriterionId(next)), ..blank(criterion) }
        });
        ScoreGroup { criteria: criteria.collect(), ..bare(group) }
    });
    let table = ScoreTable {
        id: None,
        name: String::new(),
        period: None,
        version: 1,
        kinds: Vec::new(),
        decides: Scorer::Office,
        step: Hundredths(1),
        scale: None,
        since: None,
        until: None,
        source: String::new(),
        certainty: crate::catalogue::Certainty::General,
        groups: groups.collect(),
        conditions: Vec::new(),
        tie_breaks: Vec::new(),
        fixed: false,
    };
    (table, points)
}

fn bare(group: &FormGroup) -> ScoreGroup {
    ScoreGroup { id: None, kind: group.kind, name: group.name.clone(), cap: group.cap, criteria: Vec::new() }
}

fn blank(criterion: &FormCriterion) -> Criterion {
    Criterion { id: None, name: criterion.name.clone(), most: criterion.most, measure: String::new() }
}

/// Whether a table asks the same things, in the same order, for the same points.
fn is_same_form(table: &ScoreTable, groups: &[FormGroup]) -> bool {
    let own = table.groups.iter().map(|group| {
        let criteria: Vec<_> = group.criteria.iter().map(|one| (fold(&one.name), one.most)).collect();
        (group.kind, group.cap, criteria)
    });
    own.eq(groups.iter().map(shape))
}

/// What of a group makes it another one.
type Shape = (ScoreGroupKind, Option<Hundredths>, Vec<(String, Option<Hundredths>)>);

fn shape(group: &FormGroup) -> Shape {
    (group.kind, group.cap, group.criteria.iter().map(|one| (fold(&one.name), one.most)).collect())
}

/// Whether all that the form gives is written already. A blank gives nothing: the office's points stay when a unit sends its own again.
fn is_same_sheet(db: &Connection, sheet: ScoreSheetId, table: &ScoreTable, form: &ScoreForm) -> Result<bool> {
    let (points, notes) = (store::points(db, sheet)?, store::notes(db, sheet)?);
    let criteria = form.groups.iter().flat_map(|group| &group.criteria);
    Ok(table.criteria().filter_map(|(_, own)| own.id).zip(criteria).all(|(id, criterion)| {
        let known = notes.get(&id).cloned().unwrap_or_default();
        let same_points = criterion
            .points
            .iter()
            .all(|(scorer, given)| points.get(scorer).and_then(|written| written.get(&id)) == Some(given));
        same_points && noted(criterion, &known) == known
    }))
}

/// Evidence and comment of a criterion, where the form says something of them; otherwise as they are known.
fn noted(criterion: &FormCriterion, known: &(String, String)) -> (String, String) {
    let or = |given: &String, known: &String| if given.is_empty() { known.clone() } else { given.clone() };
    (or(&criterion.evidence, &known.0), or(&criterion.comment, &known.1))
}

/// What kind a unit was on that day.
fn kind_on(db: &Connection, unit: UnitId, day: NaiveDate) -> Result<UnitKind> {
    db.prepare_cached(
        "select kind from unit_state where unit = ?1 and (until is null or until >= ?2)
         order by until is null, until limit 1",
    )?
    .query_row(params![unit, day], |row| row.get(0))
    .optional()?
    .ok_or_else(crate::units::unknown)
}

/// The model in force on that day for that kind; a model without kinds is for all.
fn model(db: &Connection, kind: UnitKind, day: NaiveDate) -> Result<ScoreTable> {
    let models: Vec<ScoreTable> =
        store::models(db, Some(day))?.into_iter().map(|id| tables::get(db, id)).collect::<Result<_>>()?;
    let own = models.iter().find(|model| model.kinds.contains(&kind));
    own.or_else(|| models.iter().find(|model| model.kinds.is_empty())).cloned().ok_or_else(|| {
        Error::refused("table", "Chưa có mẫu bảng điểm nào còn hiệu lực. Hãy lập mẫu trong mục Bảng điểm trước.")
    })
}

/// Takes forms in: tables that are not there yet come from the forms and from the model in force.
pub fn import(pen: &Pen<'_>, forms: &[ScoreForm]) -> Result<Imported> {
    for wanted in wanted_tables(pen, forms)? {
        let day = periods::get(pen, wanted.period)?.until;
        let kind = wanted.kinds.first().copied().unwrap_or(UnitKind::Khac);
        let model = model(pen, kind, day)?;
        let groups = wanted
            .form
            .groups
            .iter()
            .map(|group| ScoreGroup { criteria: group.criteria.iter().map(blank).collect(), ..bare(group) });
        let scored = wanted.form.groups.iter().filter(|group| group.kind == ScoreGroupKind::Scored).count();
        let scored = i64::try_from(scored).unwrap_or(i64::MAX);
        let mut tie_breaks = model.tie_breaks.clone();
        tie_breaks.retain(|rule| rule.kind != TieBreakKind::Group || rule.nth <= scored);
        let from = model.id;
        let table = ScoreTable {
            id: None,
            name: table_name(&wanted.kinds),
            period: Some(wanted.period),
            version: 1,
            kinds: wanted.kinds,
            since: None,
            until: None,
            groups: groups.collect(),
            tie_breaks,
            ..model
        };
        tables::insert(pen, &table, from)?;
    }
    let mut done = Imported::default();
    for form in forms {
        let fits = fit(pen, form)?;
        match fits {
            FormFit::New => done.added += 1,
            FormFit::Changed => done.changed += 1,
            FormFit::Same => done.same += 1,
            FormFit::Held(sentence) => return Err(Error::refused("file", sentence)),
        }
        if fits != FormFit::Same {
            write(pen, form)?;
        }
    }
    Ok(done)
}

/// A table that forms ask for and that is not there.
struct Wanted<'a> {
    period: PeriodId,
    form: &'a ScoreForm,
    kinds: Vec<UnitKind>,
}

fn wanted_tables<'a>(pen: &Pen<'_>, forms: &'a [ScoreForm]) -> Result<Vec<Wanted<'a>>> {
    let mut wanted: Vec<Wanted<'a>> = Vec::new();
    for form in forms {
        let period = periods::ensure_year(pen, form.calendar, form.year)?;
        let kind = kind_on(pen, form.unit, periods::get(pen, period)?.until)?;
        if store::table_for(pen, period, kind)?.is_some() {
            continue;
        }
        let same = |other: &&mut Wanted<'_>| {
            other.period == period && other.form.groups.iter().map(shape).eq(form.groups.iter().map(shape))
        };
        match wanted.iter_mut().find(same) {
            Some(one) if one.kinds.contains(&kind) => {}
            Some(one) => one.kinds.push(kind),
            None => wanted.push(Wanted { period, form, kinds: vec![kind] }),
        }
    }
    for one in &mut wanted {
        one.kinds.sort();
    }
    Ok(wanted)
}

/// "Bảng điểm trường mầm non, trường tiểu học và 2 loại hình khác".
fn table_name(kinds: &[UnitKind]) -> String {
    let named: Vec<String> = kinds.iter().take(2).map(|kind| rules::lower(kind.label())).collect();
    let rest = kinds.len().saturating_sub(2);
    let more = if rest > 0 { format!(" và {rest} loại hình khác") } else { String::new() };
    format!("Bảng điểm {}{more}", named.join(", "))
}

fn write(pen: &Pen<'_>, form: &ScoreForm) -> Result<()> {
    let period = periods::ensure_year(pen, form.calendar, form.year)?;
    let kind = kind_on(pen, form.unit, periods::get(pen, period)?.until)?;
    let (sheet, table): (ScoreSheetId, ScoreTableId) =
        if let Some((sheet, table, _)) = store::sheet(pen, period, form.unit)? {
            (sheet, table)
        } else {
            let table = store::table_for(pen, period, kind)?
                .ok_or_else(|| Error::broken("scores", "the table of a form was not made"))?;
            (store::insert_sheet(pen, table, period, form.unit)?, table)
        };
    let table = tables::get(pen, table)?;
    let known = store::notes(pen, sheet)?;
    let criteria = form.groups.iter().flat_map(|group| &group.criteria);
    for (id, criterion) in table.criteria().filter_map(|(_, own)| own.id).zip(criteria) {
        for (scorer, given) in &criterion.points {
            store::set_points(pen, sheet, id, *scorer, Some(*given))?;
        }
        let known = known.get(&id).cloned().unwrap_or_default();
        let (evidence, comment) = noted(criterion, &known);
        if (&evidence, &comment) != (&known.0, &known.1) {
            store::set_note(pen, sheet, id, &evidence, &comment)?;
        }
    }
    Ok(())
}
