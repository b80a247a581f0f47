//! One bloc in one season, read whole: its units, their sheets, what is known of them. What was read can be tried out
//! without writing.

use super::{
    CriterionId, Grade, GradeScaleId, ScoreSheetId, ScoreTable, ScoreTableId, Scorer,
    rules::{self, Facts, Graded, Points, Standing, Totals},
    store, tables,
};
use crate::{
    calendar::PartialDate,
    error::{Error, Result},
    periods::{self, Period, PeriodId},
    units::{BlocId, Calendar, UnitEnding, UnitId, UnitKind},
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::BTreeMap;

/// The season of a book: a year, or one of its halves, in each unit's own calendar.
#[derive(Debug, Clone)]
pub(super) struct Season {
    pub year: Option<Period>,
    pub school: Option<Period>,
}

/// The period of a season in one calendar, and its last day.
type SeasonEnd = (Option<PeriodId>, NaiveDate);

impl Season {
    /// The season as far as anybody has opened it; half 0: the whole year.
    pub fn of(db: &Connection, year: i32, half: i64) -> Result<Season> {
        Ok(Season { year: period(db, Calendar::Year, year, half)?, school: period(db, Calendar::School, year, half)? })
    }

    /// The period of a calendar.
    pub fn period(&self, calendar: Calendar) -> Option<&Period> {
        match calendar {
            Calendar::Year => self.year.as_ref(),
            Calendar::School => self.school.as_ref(),
        }
    }

    /// The first day of a calendar's period; of one that is not open, of the year that it is filed under.
    fn first_day(&self, calendar: Calendar, year: i32) -> Result<NaiveDate> {
        self.period(calendar).map_or_else(|| Ok(periods::span(calendar, year)?.0), |period| Ok(period.since))
    }

    /// Key and last day of the year's period and of the school year's; a period that is not open runs until today.
    pub fn facts(&self, today: NaiveDate) -> (SeasonEnd, SeasonEnd) {
        let end = |calendar| self.period(calendar).map_or((None, today), |period| (Some(period.id), period.until));
        (end(Calendar::Year), end(Calendar::School))
    }
}

/// The period of a season in one calendar; none: nobody has opened it.
pub(super) fn period(db: &Connection, calendar: Calendar, year: i32, half: i64) -> Result<Option<Period>> {
    let whole = periods::year_of(db, calendar, year)?;
    let Some(whole) = whole.filter(|_| half != 0) else { return periods::year_of(db, calendar, year) };
    let id: Option<PeriodId> = db
        .prepare_cached("select id from period where parent = ?1 and kind = 'half' and part = ?2")?
        .query_row(params![whole.id, half], |row| row.get(0))
        .optional()?;
    id.map(|id| periods::get(db, id)).transpose()
}

/// A unit of the bloc, as it was on the last day of its period, or as its result was published.
#[derive(Debug, Clone)]
pub(super) struct Entrant {
    pub unit: UnitId,
    pub code: String,
    pub name: String,
    pub kind: UnitKind,
    pub calendar: Calendar,
    pub ended: Option<(NaiveDate, UnitEnding)>,
    pub founded: Option<NaiveDate>,
    pub changed: Option<NaiveDate>,
}

/// The sheet of one unit, written or still blank.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    pub entrant: Entrant,
    pub period: Option<PeriodId>,
    pub last_day: NaiveDate,
    pub id: Option<ScoreSheetId>,
    pub table: Option<ScoreTableId>,
    pub published_on: Option<NaiveDate>,
    pub points: BTreeMap<Scorer, Points>,
    pub notes: BTreeMap<CriterionId, (String, String)>,
    pub facts: Facts,
}

/// A bloc with its sheets.
pub(super) struct Book {
    pub season: Season,
    pub sheets: Vec<Sheet>,
    pub gone: Vec<Entrant>,
    pub tables: BTreeMap<ScoreTableId, ScoreTable>,
    pub scales: BTreeMap<GradeScaleId, Vec<Grade>>,
}

/// What one sheet comes to.
#[derive(Debug, Clone, Default)]
pub(super) struct Reckoned {
    pub totals: BTreeMap<Scorer, Totals>,
    pub graded: Graded,
    pub standing: Option<Standing>,
}

impl Book {
    /// Reads the book of a bloc.
    pub fn read(db: &Connection, bloc: BlocId, year: i32, half: i64, today: NaiveDate) -> Result<Book> {
        let season = Season::of(db, year, half)?;
        let last_day = |calendar: Calendar| season.period(calendar).map_or(today, |period| period.until);
        let entrants = entrants(db, bloc, &season, today)?;
        let mut book = Book {
            season: season.clone(),
            sheets: Vec::new(),
            gone: Vec::new(),
            tables: BTreeMap::new(),
            scales: BTreeMap::new(),
        };
        for entrant in entrants {
            let last_day = last_day(entrant.calendar);
            let period = season.period(entrant.calendar).map(|period| period.id);
            match entrant.ended {
                Some((ended, _)) if ended <= season.first_day(entrant.calendar, year)? => {}
                Some((ended, _)) if ended <= last_day => book.gone.push(entrant),
                Some(_) | None => book.sheets.push(sheet(db, entrant, period, last_day)?),
            }
        }
        for id in book.sheets.iter().filter_map(|sheet| sheet.table).collect::<Vec<_>>() {
            book.know(db, id)?;
        }
        Ok(book)
    }

    fn know(&mut self, db: &Connection, id: ScoreTableId) -> Result<()> {
        if self.tables.contains_key(&id) {
            return Ok(());
        }
        let table = tables::get(db, id)?;
        if let Some(scale) = table.scale {
            self.scales.insert(scale, store::grades(db, scale)?);
        }
        self.tables.insert(id, table);
        Ok(())
    }

    /// The table of a sheet.
    pub fn table(&self, sheet: &Sheet) -> Option<&ScoreTable> {
        sheet.table.and_then(|id| self.tables.get(&id))
    }

    /// The sheet of a unit.
    pub fn sheet(&self, unit: UnitId) -> Result<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.entrant.unit == unit).ok_or_else(|| {
            Error::refused("unit", "Đơn vị này không thuộc khối trong kỳ đang chấm. Hãy mở lại khối của đơn vị.")
        })
    }

    /// Totals, grades and ranks of all sheets, in their order. Who is too young to be rated takes no place; once a result is
    /// published, nor does who came later and is not published.
    pub fn reckon(&self) -> Vec<Reckoned> {
        let mut reckoned: Vec<Reckoned> = self.sheets.iter().map(|sheet| self.reckon_one(sheet)).collect();
        let published = self.sheets.iter().any(|sheet| sheet.published_on.is_some());
        let deciding = |at: usize| {
            let sheet = self.sheets.get(at).filter(|sheet| !published || sheet.published_on.is_some())?;
            let decides = self.table(sheet)?.decides;
            let one = reckoned.get(at).filter(|one| !one.graded.unrated)?;
            one.totals.get(&decides).filter(|totals| totals.total.is_some())
        };
        let ranked: Vec<(usize, &Totals)> =
            (0..self.sheets.len()).filter_map(|at| deciding(at).map(|totals| (at, totals))).collect();
        let rules = ranked
            .first()
            .and_then(|(at, _)| self.sheets.get(*at))
            .and_then(|sheet| self.table(sheet))
            .map(|table| table.tie_breaks.clone())
            .unwrap_or_default();
        let entries: Vec<&Totals> = ranked.iter().map(|(_, totals)| *totals).collect();
        let standings = rules::rank(&entries, &rules);
        let places: Vec<usize> = ranked.iter().map(|(at, _)| *at).collect();
        for (at, standing) in places.into_iter().zip(standings) {
            if let Some(one) = reckoned.get_mut(at) {
                one.standing = Some(standing);
            }
        }
        reckoned
    }

    fn reckon_one(&self, sheet: &Sheet) -> Reckoned {
        let Some(table) = self.table(sheet) else { return Reckoned::default() };
        let nothing = Points::new();
        let totals: BTreeMap<Scorer, Totals> = Scorer::ALL
            .iter()
            .map(|scorer| (*scorer, rules::totals(table, sheet.points.get(scorer).unwrap_or(&nothing))))
            .collect();
        let total = totals.get(&table.decides).and_then(|totals| totals.total);
        let scale = table.scale.and_then(|scale| self.scales.get(&scale));
        let points = sheet.points.get(&table.decides).unwrap_or(&nothing);
        let graded = total
            .zip(scale)
            .map(|(total, scale)| rules::grade(table, scale, points, total, &sheet.facts, sheet.last_day))
            .unwrap_or_default();
        Reckoned { totals, graded, standing: None }
    }
}

/// The sheet of a unit: as written, or blank with the table of its kind.
fn sheet(db: &Connection, entrant: Entrant, period: Option<PeriodId>, last_day: NaiveDate) -> Result<Sheet> {
    let written = period.map(|period| store::sheet(db, period, entrant.unit)).transpose()?.flatten();
    let facts = Facts { founded: entrant.founded, changed: entrant.changed, breaches: BTreeMap::new() };
    let blank = Sheet {
        table: None,
        period,
        last_day,
        id: None,
        published_on: None,
        points: BTreeMap::new(),
        notes: BTreeMap::new(),
        facts,
        entrant,
    };
    match (written, period) {
        (Some((id, table, published_on)), _) => Ok(Sheet {
            id: Some(id),
            table: Some(table),
            published_on,
            points: store::points(db, id)?,
            notes: store::notes(db, id)?,
            facts: Facts { breaches: store::breaches(db, id)?, ..blank.facts },
            ..blank
        }),
        (None, Some(period)) => Ok(Sheet { table: store::table_for(db, period, blank.entrant.kind)?, ..blank }),
        (None, None) => Ok(blank),
    }
}

/// The units of a bloc in that season, in the order of their codes.
fn entrants(db: &Connection, bloc: BlocId, season: &Season, today: NaiveDate) -> Result<Vec<Entrant>> {
    let mut statement = db.prepare_cached(include_str!("entrants.sql"))?;
    let ((year, year_ends), (school, school_ends)) = season.facts(today);
    let entrants = statement.query_map(params![bloc, year_ends, school_ends, year, school, today], entrant)?;
    Ok(entrants.collect::<rusqlite::Result<_>>()?)
}

fn entrant(row: &Row<'_>) -> rusqlite::Result<Entrant> {
    let founded: Option<PartialDate> = row.get("established")?;
    let (ended, ending): (Option<NaiveDate>, Option<UnitEnding>) = (row.get("ended")?, row.get("ending")?);
    Ok(Entrant {
        unit: row.get("unit")?,
        code: row.get("code")?,
        name: row.get("name")?,
        kind: row.get("kind")?,
        calendar: row.get("calendar")?,
        ended: ended.zip(ending),
        founded: founded.map(PartialDate::first_day),
        changed: row.get("changed")?,
    })
}
