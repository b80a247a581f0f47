//! The score book of a bloc as the page shows it: units down, criteria across, totals, grades and ranks.

use super::{
    Criterion, CriterionId, ScoreConditionId, ScoreGroupKind, ScoreSheetId, ScoreTable, ScoreTableId, Scorer,
    load::{Book, Entrant, Reckoned, Season, Sheet},
    rules::{Standing, Totals},
};
use crate::{
    choice::Choice,
    error::{Error, Result},
    money::Hundredths,
    office::Office,
    units::{BlocId, UnitId},
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ScoreBookAsk")]
pub struct BookAsk {
    /// The bloc.
    pub bloc: BlocId,
    /// The year that the period is filed under; schools by their school year.
    pub year: i32,
    /// 1 or 2: a half of it; 0: the whole.
    #[serde(default)]
    pub half: i64,
}

/// The score book of one bloc.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreBook {
    /// The bloc.
    pub bloc: BlocId,
    /// "3. Khối Mầm non".
    pub bloc_name: String,
    /// "Năm học 2023-2024".
    pub period_name: String,
    /// Whether the period takes no more points.
    pub closed: bool,
    /// Who gives points.
    pub scorers: Vec<Choice>,
    /// The tables that its units are scored by; usually one.
    pub tables: Vec<ScoreTable>,
    /// What settles equal totals, in order, in words.
    pub tie_breaks: Vec<String>,
    /// Its units, by code.
    pub lines: Vec<BookLine>,
    /// Units that are not scored.
    pub not_scored: Vec<NotScored>,
    /// Published on; none: not yet.
    pub published_on: Option<NaiveDate>,
    /// Why it cannot be scored or published yet, one sentence each.
    pub obstacles: Vec<String>,
}

/// One unit in a score book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ScoreBookLine")]
pub struct BookLine {
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub code: String,
    /// Its name on the last day of the period.
    pub name: String,
    /// Its sheet; none: nothing is written yet.
    pub sheet: Option<ScoreSheetId>,
    /// The table it is scored by; none: there is none for its kind.
    pub table: Option<ScoreTableId>,
    /// Whose points count.
    pub decides: Option<Scorer>,
    /// Its points and what they rest on.
    pub points: Vec<ScorePoint>,
    /// What the points of each scorer come to.
    pub columns: Vec<ScoreColumn>,
    /// The total that counts.
    pub total: Option<Hundredths>,
    /// Code of the grade by points alone.
    pub grade_by_points: Option<String>,
    /// Code of the grade with the conditions.
    pub grade: Option<String>,
    /// Its name.
    pub grade_name: String,
    /// Why this grade.
    pub reason: String,
    /// Where it stands; none while the total is not whole, when it is too young to be rated, and while it waits to be published
    /// after the rest of its bloc.
    pub standing: Option<Standing>,
    /// The stated conditions that it does not meet.
    pub breaches: Vec<ScoreConditionId>,
    /// Published on.
    pub published_on: Option<NaiveDate>,
}

/// What one unit was given for one criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScorePoint {
    /// The criterion.
    pub criterion: CriterionId,
    /// Tự chấm.
    pub own: Option<Hundredths>,
    /// Chấm chéo.
    pub cross: Option<Hundredths>,
    /// Cấp trên chấm.
    pub office: Option<Hundredths>,
    /// Hội đồng chấm.
    pub council: Option<Hundredths>,
    /// Minh chứng.
    pub evidence: String,
    /// Giải trình.
    pub comment: String,
}

/// What the points of one scorer come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreColumn {
    /// Who.
    pub scorer: Scorer,
    /// Totals and faults.
    pub totals: Totals,
}

/// A unit of the bloc that is not scored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NotScored {
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// "dissolved".
    pub why: String,
    /// "Giải thể từ 31/08/2024".
    pub sentence: String,
}

/// The book of a bloc.
pub fn book(office: &mut Office, ask: BookAsk) -> Result<ScoreBook> {
    let raw = Book::read(office.db(), ask.bloc, ask.year, ask.half, office.today())?;
    shown(office.db(), ask.bloc, &raw)
}

/// A book, written or tried out, as the page shows it.
pub(super) fn shown(db: &Connection, bloc: BlocId, raw: &Book) -> Result<ScoreBook> {
    let reckoned = raw.reckon();
    let lines: Vec<BookLine> = raw.sheets.iter().zip(&reckoned).map(|(sheet, one)| line(raw, sheet, one)).collect();
    let published: Vec<NaiveDate> = lines.iter().filter_map(|line| line.published_on).collect();
    let first_table = raw.sheets.iter().find_map(|sheet| raw.table(sheet));
    Ok(ScoreBook {
        bloc,
        bloc_name: bloc_name(db, bloc)?,
        period_name: period_name(raw),
        closed: [&raw.season.year, &raw.season.school]
            .into_iter()
            .flatten()
            .any(|period| period.closed && raw.sheets.iter().any(|sheet| sheet.period == Some(period.id))),
        scorers: Scorer::choices(),
        tie_breaks: first_table
            .map(|table| table.tie_breaks.iter().map(super::TieBreak::sentence).collect())
            .unwrap_or_default(),
        tables: raw.tables.values().cloned().collect(),
        not_scored: raw.gone.iter().map(not_scored).collect(),
        published_on: published.into_iter().max(),
        obstacles: obstacles(raw, &reckoned),
        lines,
    })
}

fn bloc_name(db: &Connection, bloc: BlocId) -> Result<String> {
    db.prepare_cached("select no || '. ' || name from bloc where id = ?1")?
        .query_row([bloc], |row| row.get(0))
        .optional()?
        .ok_or_else(|| Error::refused("bloc", "Không tìm thấy khối thi đua này. Hãy chọn lại trong danh sách."))
}

/// The periods of the units, each once.
fn period_name(raw: &Book) -> String {
    let names: Vec<&str> = [&raw.season.year, &raw.season.school]
        .into_iter()
        .flatten()
        .filter(|period| raw.sheets.iter().any(|sheet| sheet.period == Some(period.id)))
        .map(|period| period.name.as_str())
        .collect();
    names.join("; ")
}

fn line(raw: &Book, sheet: &Sheet, one: &Reckoned) -> BookLine {
    let table = raw.table(sheet);
    let decides = table.map(|table| table.decides);
    let deciding = decides.and_then(|decides| one.totals.get(&decides));
    BookLine {
        unit: sheet.entrant.unit,
        code: sheet.entrant.code.clone(),
        name: sheet.entrant.name.clone(),
        sheet: sheet.id,
        table: sheet.table,
        decides,
        points: table.map(|table| points(table, sheet)).unwrap_or_default(),
        columns: one
            .totals
            .iter()
            .map(|(scorer, totals)| ScoreColumn { scorer: *scorer, totals: totals.clone() })
            .collect(),
        total: deciding.and_then(|totals| totals.total),
        grade_by_points: one.graded.by_points.as_ref().map(|grade| grade.code.clone()),
        grade: one.graded.grade.as_ref().map(|grade| grade.code.clone()),
        grade_name: one.graded.grade.as_ref().map(|grade| grade.name.clone()).unwrap_or_default(),
        reason: one.graded.reason.clone(),
        standing: one.standing.clone(),
        breaches: sheet.facts.breaches.keys().copied().collect(),
        published_on: sheet.published_on,
    }
}

fn points(table: &ScoreTable, sheet: &Sheet) -> Vec<ScorePoint> {
    let of = |scorer: Scorer, id: CriterionId| sheet.points.get(&scorer).and_then(|points| points.get(&id)).copied();
    let point = |criterion: &Criterion| {
        let id = criterion.id?;
        let (evidence, comment) = sheet.notes.get(&id).cloned().unwrap_or_default();
        Some(ScorePoint {
            criterion: id,
            own: of(Scorer::Own, id),
            cross: of(Scorer::Cross, id),
            office: of(Scorer::Office, id),
            council: of(Scorer::Council, id),
            evidence,
            comment,
        })
    };
    table.criteria().filter_map(|(_, criterion)| point(criterion)).collect()
}

fn not_scored(entrant: &Entrant) -> NotScored {
    let why = entrant.ended.map(|(_, how)| how);
    NotScored {
        unit: entrant.unit,
        code: entrant.code.clone(),
        name: entrant.name.clone(),
        why: why.map(|how| how.code().to_owned()).unwrap_or_default(),
        sentence: entrant
            .ended
            .map(|(day, how)| format!("{} từ {}", how.label(), day.format("%d/%m/%Y")))
            .unwrap_or_default(),
    }
}

/// What stands in the way of publishing, one sentence each.
pub(super) fn obstacles(raw: &Book, reckoned: &[Reckoned]) -> Vec<String> {
    let mut obstacles = Vec::new();
    if raw.season.year.is_none() && raw.season.school.is_none() {
        obstacles.push("Chưa mở kỳ thi đua của năm này. Hãy mở năm, hoặc nhập bảng điểm từ tệp.".to_owned());
    }
    for (sheet, one) in raw.sheets.iter().zip(reckoned) {
        let code = &sheet.entrant.code;
        let Some(table) = raw.table(sheet) else {
            obstacles.push(format!(
                "{code}: chưa có bảng điểm cho loại hình {}. Hãy lập bảng điểm.",
                sheet.entrant.kind.label()
            ));
            continue;
        };
        let Some(totals) = one.totals.get(&table.decides) else { continue };
        if totals.total.is_none() {
            let blank = totals.faults.iter().filter(|fault| fault.kind == super::ScoreFaultKind::Blank).count();
            let much = if blank == 0 { "tất cả tiêu chí".to_owned() } else { format!("{blank} tiêu chí") };
            obstacles.push(format!("{code}: cột {} còn trống {much}.", table.decides.label().to_lowercase()));
        }
        for fault in totals.faults.iter().filter(|fault| fault.kind == super::ScoreFaultKind::OverMost) {
            let name =
                table.criteria().find(|(_, one)| one.id == Some(fault.criterion)).map(|(_, one)| one.name.as_str());
            obstacles.push(format!(
                "{code}: “{}” chấm {} vượt điểm chuẩn {}.",
                name.unwrap_or_default(),
                fault.given,
                fault.most
            ));
        }
    }
    obstacles
}

/// One bloc in the list of books.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BlocStanding {
    /// The bloc.
    pub bloc: BlocId,
    /// Its number.
    pub no: i64,
    /// Its name.
    pub name: String,
    /// Units to be scored.
    pub units: i64,
    /// Units whose deciding points are whole.
    pub scored: i64,
    /// Units whose result is published.
    pub published: i64,
    /// Khối trưởng of the year.
    pub head: String,
    /// Khối phó of the year.
    pub deputy: String,
}

/// The blocs of a season with how far their scoring is.
pub fn blocs(office: &mut Office, of: BlocsOf) -> Result<Vec<BlocStanding>> {
    let (db, today) = (office.db(), office.today());
    let season = Season::of(db, of.year, of.half)?;
    let ((year, year_ends), (school, school_ends)) = season.facts(today);
    let (every, group) = (None::<BlocId>, ScoreGroupKind::Scored);
    let sql = concat!("with listed as materialized (", include_str!("entrants.sql"), "),\n", include_str!("blocs.sql"));
    let mut statement = db.prepare_cached(sql)?;
    let lines =
        statement.query_map(params![every, year_ends, school_ends, year, school, today, of.year, group], |row| {
            Ok(BlocStanding {
                bloc: row.get("bloc")?,
                no: row.get("no")?,
                name: row.get("name")?,
                units: row.get("units")?,
                scored: row.get("scored")?,
                published: row.get("published")?,
                head: row.get("head")?,
                deputy: row.get("deputy")?,
            })
        })?;
    Ok(lines.collect::<rusqlite::Result<_>>()?)
}

/// Which season.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ScoreBlocsOf")]
pub struct BlocsOf {
    /// The year that the periods are filed under.
    pub year: i32,
    /// 1 or 2: a half of it; 0: the whole.
    #[serde(default)]
    pub half: i64,
}
