//! The figures of initiatives: each is the length of a list that can be opened.
//!
//! Blocs and units are those at the end of the year, or those of today that stand in their place. What a programme asked a bloc
//! or a unit for it asked by the map of then, so by that of today only the whole is measured against its target.

use super::{Obstacle, ProgrammeDraft, ProgrammeId, ProgrammeTarget, programmes, register};
use crate::{
    error::Result,
    members::Gender,
    money::Dong,
    office::Office,
    ratio::{self, Share},
    units::{self, BlocId, BlocOrder, MapOfToday, Standing, UnitId, UnitMap, UnitOrder, UnitQuery},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Whose figures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct InitiativesOf {
    /// Registered in this year; none: in any.
    pub year: Option<i32>,
    /// Of those, the ones that take part in this programme are checked and counted; none: in any programme.
    pub programme: Option<ProgrammeId>,
    /// By the map of that year's end, or of today.
    pub map: UnitMap,
}

/// How many initiatives one thing hinders. One initiative can be hindered by several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ObstacleFigure {
    /// What.
    pub kind: Obstacle,
    /// Its label.
    pub label: String,
    /// So many initiatives.
    pub count: i64,
}

/// The figures of the office, a bloc or a unit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FigureLine {
    /// The bloc, when it is one's.
    pub bloc: Option<BlocId>,
    /// The unit, when it is one's.
    pub unit: Option<UnitId>,
    /// Whose initiatives these are, by their units of then; empty: those of the bloc, or of the whole office.
    pub units: Vec<UnitId>,
    /// Its name.
    pub name: String,
    /// Initiatives registered.
    pub registered: i64,
    /// Of these, first authors who are women.
    pub women: i64,
    /// Of these, in the programme.
    pub taking_part: i64,
    /// Of these, counted.
    pub counted: i64,
    /// What was asked for; none: nothing.
    pub target: Option<i64>,
    /// "194 %"; empty without a target.
    pub percent: Share,
}

/// The figures of initiatives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InitiativeFigures {
    /// The programme's name; empty: none is chosen.
    pub programme_name: String,
    /// Of the whole office.
    pub whole: FigureLine,
    /// Benefit of all, đồng a year.
    pub benefit: Dong,
    /// In the programme and hindered.
    pub hindered: i64,
    /// Counted and entered on the portal.
    pub entered: i64,
    /// Counted and not yet entered.
    pub to_enter: i64,
    /// What hinders how many.
    pub obstacles: Vec<ObstacleFigure>,
    /// By bloc, those without one last.
    pub blocs: Vec<FigureLine>,
    /// By unit, in the order of their codes.
    pub units: Vec<FigureLine>,
}

/// The figures of a year and a programme: the whole office, every living bloc and unit, also those without any.
pub fn figures(office: &mut Office, of: InitiativesOf) -> Result<InitiativeFigures> {
    let programme = of.programme.map(|id| programmes::one(office.db(), id)).transpose()?;
    let query = register::InitiativeQuery { year: of.year, ..register::InitiativeQuery::default() };
    let rows = register::matching(office, &query)?;
    let mut tally = Tally::of(office, &of)?;
    for row in &rows {
        tally.count(row, of.programme);
    }
    if let Some(programme) = &programme {
        tally.aim(&programme.draft);
    }
    let Tally { whole, blocs, units, obstacles, entered, .. } = tally;
    Ok(InitiativeFigures {
        programme_name: programme.map(|programme| programme.draft.name).unwrap_or_default(),
        benefit: Dong::total(rows.iter().map(|row| row.line.benefit)).unwrap_or(Dong(i64::MAX)),
        hindered: whole.taking_part - whole.counted,
        to_enter: whole.counted - entered,
        entered,
        obstacles,
        whole,
        blocs: blocs.into_values().collect(),
        units: units.into_values().collect(),
    })
}

/// Counts of the whole, of each bloc and of each unit, in their orders.
struct Tally {
    whole: FigureLine,
    blocs: BTreeMap<BlocOrder, FigureLine>,
    units: BTreeMap<UnitOrder, FigureLine>,
    obstacles: Vec<ObstacleFigure>,
    entered: i64,
    map: Option<MapOfToday>,
}

impl Tally {
    /// Nothing counted yet, with a line for each living bloc and for each unit that lives, or lived at the end of the year.
    fn of(office: &mut Office, of: &InitiativesOf) -> Result<Self> {
        let blocs = units::blocs(office, ())?;
        let end = of.year.filter(|_| of.map == UnitMap::Then).and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31));
        let as_of = end.filter(|end| *end < office.today());
        let living = UnitQuery { as_of, living: Some(true), ..UnitQuery::default() };
        let unit = |line: units::UnitLine| {
            let figure =
                FigureLine { unit: Some(line.id), units: vec![line.id], name: line.name, ..FigureLine::default() };
            ((None, line.code, Some(line.id)), figure)
        };
        Ok(Self {
            whole: FigureLine::default(),
            blocs: blocs
                .into_iter()
                .filter(|bloc| bloc.until.is_none())
                .map(|bloc| {
                    (
                        (None, false, Some(bloc.no), Some(bloc.id)),
                        FigureLine { bloc: Some(bloc.id), name: bloc.name, ..FigureLine::default() },
                    )
                })
                .collect(),
            units: units::list(office, living)?.rows.into_iter().map(unit).collect(),
            obstacles: Obstacle::ALL
                .iter()
                .map(|kind| ObstacleFigure { kind: *kind, label: kind.label().to_owned(), count: 0 })
                .collect(),
            entered: 0,
            map: of.map.today(office)?,
        })
    }

    fn count(&mut self, row: &register::Row, programme: Option<ProgrammeId>) {
        let line = &row.line;
        let takes_part = line.programme.is_some() && programme.is_none_or(|id| line.programme == Some(id));
        let counted = takes_part && line.counted;
        let place = match &self.map {
            Some(map) => map.standing(line.unit),
            None => then(row),
        };
        let bloc = self.blocs.entry(place.bloc_order()).or_insert_with(|| FigureLine {
            bloc: place.bloc,
            name: place.bloc_name.clone(),
            ..FigureLine::default()
        });
        let unit = self.units.entry(place.unit_order()).or_insert_with(|| FigureLine {
            unit: place.unit.ok(),
            name: place.name.clone(),
            ..FigureLine::default()
        });
        let by_units = [Some(&mut *unit), self.map.is_some().then_some(&mut *bloc)];
        for figure in by_units.into_iter().flatten().filter(|figure| !figure.units.contains(&line.unit)) {
            figure.units.push(line.unit);
        }
        for figure in [&mut self.whole, bloc, unit] {
            figure.registered += 1;
            figure.women += i64::from(line.gender == Some(Gender::Nu));
            figure.taking_part += i64::from(takes_part);
            figure.counted += i64::from(counted);
        }
        for obstacle in self.obstacles.iter_mut().filter(|_| takes_part) {
            obstacle.count += i64::from(line.problems.iter().any(|problem| problem.kind == obstacle.kind));
        }
        self.entered += i64::from(counted && line.portal_on.is_some());
    }

    fn aim(&mut self, programme: &ProgrammeDraft) {
        let given = |fits: &dyn Fn(&ProgrammeTarget) -> bool| {
            programme.targets.iter().find(|target| fits(target)).map(|target| target.target)
        };
        aim(&mut self.whole, programme.target);
        if self.map.is_some() {
            return;
        }
        for figure in self.blocs.values_mut() {
            let bloc = figure.bloc;
            aim(figure, given(&|target| target.bloc.is_some() && target.bloc == bloc));
        }
        for figure in self.units.values_mut() {
            let unit = figure.unit;
            aim(figure, given(&|target| target.unit.is_some() && target.unit == unit));
        }
    }
}

/// Where the list says that an initiative stood at the end of its year.
fn then(row: &register::Row) -> Standing {
    let line = &row.line;
    let bloc = line.bloc.zip(row.bloc_no).map(|(id, no)| (id, no, line.bloc_name.clone()));
    Standing::then(line.unit, line.unit_code.clone(), line.unit_name.clone(), bloc)
}

fn aim(figure: &mut FigureLine, target: Option<i64>) {
    figure.target = target;
    figure.percent = target.map(|target| ratio::percent(figure.counted, target)).unwrap_or_default();
}
