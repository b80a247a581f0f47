//! The figures of initiatives: each is the length of a list that can be opened.

use super::{InitiativeLine, Obstacle, ProgrammeDraft, ProgrammeId, ProgrammeTarget, programmes, register};
use crate::{
    error::Result,
    members::Gender,
    money::Dong,
    office::Office,
    ratio,
    units::{self, BlocId, UnitId, UnitQuery},
};
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
    pub percent: String,
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
    let mut tally = Tally::of(office)?;
    for row in &rows {
        tally.count(&row.line, of.programme);
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

/// Counts of the whole, of each bloc by its number (those without one last) and of each unit by its code.
struct Tally {
    whole: FigureLine,
    blocs: BTreeMap<(bool, Option<i64>), FigureLine>,
    units: BTreeMap<(String, UnitId), FigureLine>,
    obstacles: Vec<ObstacleFigure>,
    entered: i64,
    numbers: BTreeMap<BlocId, i64>,
}

impl Tally {
    /// Nothing counted yet, with a line for each living bloc and unit.
    fn of(office: &mut Office) -> Result<Self> {
        let blocs = units::blocs(office, ())?;
        let living = UnitQuery { living: Some(true), ..UnitQuery::default() };
        let unit = |line: units::UnitLine| {
            let figure = FigureLine { unit: Some(line.id), name: line.name, ..FigureLine::default() };
            ((line.code, line.id), figure)
        };
        Ok(Self {
            whole: FigureLine::default(),
            numbers: blocs.iter().map(|bloc| (bloc.id, bloc.no)).collect(),
            blocs: blocs
                .into_iter()
                .filter(|bloc| bloc.until.is_none())
                .map(|bloc| {
                    (
                        (false, Some(bloc.no)),
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
        })
    }

    fn count(&mut self, line: &InitiativeLine, programme: Option<ProgrammeId>) {
        let takes_part = line.programme.is_some() && programme.is_none_or(|id| line.programme == Some(id));
        let counted = takes_part && line.counted;
        let no = line.bloc.and_then(|bloc| self.numbers.get(&bloc).copied());
        let bloc = self.blocs.entry((no.is_none(), no)).or_insert_with(|| FigureLine {
            bloc: line.bloc,
            name: if line.bloc.is_some() { line.bloc_name.clone() } else { "Chưa xếp khối".to_owned() },
            ..FigureLine::default()
        });
        let unit = self.units.entry((line.unit_code.clone(), line.unit)).or_insert_with(|| FigureLine {
            unit: Some(line.unit),
            name: line.unit_name.clone(),
            ..FigureLine::default()
        });
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

fn aim(figure: &mut FigureLine, target: Option<i64>) {
    figure.target = target;
    figure.percent = target.map(|target| ratio::percent(figure.counted, target)).unwrap_or_default();
}
