//! What a blank register begins with: scales of grades and a model of a score table, with their source and certainty.

use super::{
    Criterion, Grade, GradeScale, GradeScaleId, ScoreCondition, ScoreConditionKind, ScoreGroup, ScoreGroupKind,
    ScoreTable, Scorer, TieBreak, TieBreakKind, store, tables,
};
use crate::{
    catalogue::Certainty,
    error::{Error, Result},
    journal::What,
    money::Hundredths,
    office::{Done, Office, Pen},
};
use chrono::NaiveDate;
use serde::{Deserialize, de::DeserializeOwned};
use std::collections::BTreeMap;

const SEED: What = What::new("scores.seed", "Nạp thang xếp loại và mẫu bảng điểm ban đầu");

#[derive(Deserialize)]
struct ScaleRow {
    scale: String,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
    source: String,
    certainty: Certainty,
}

#[derive(Deserialize)]
struct GradeRow {
    scale: String,
    code: String,
    name: String,
    least: i64,
    conditional: u8,
    counts_as: String,
}

#[derive(Deserialize)]
struct ModelRow {
    model: String,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
    decides: Scorer,
    step: i64,
    scale: String,
    /// "group:1 group:2 penalty".
    tie_breaks: String,
    source: String,
    certainty: Certainty,
}

#[derive(Deserialize)]
struct CriterionRow {
    model: String,
    kind: ScoreGroupKind,
    group: String,
    cap: Option<i64>,
    criterion: String,
    most: Option<i64>,
    measure: String,
}

#[derive(Deserialize)]
struct ConditionRow {
    model: String,
    kind: ScoreConditionKind,
    text: String,
    figure: i64,
    source: String,
    certainty: Certainty,
}

fn read<T: DeserializeOwned>(text: &str) -> Result<Vec<T>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().collect::<std::result::Result<_, _>>().map_err(|error| Error::broken("seed", error))
}

/// Fills the scales and models of a blank register, once.
pub fn seed(office: &mut Office) -> Result<Done<()>> {
    let filled: bool = office.db().query_row("select exists (select 1 from grade_scale)", [], |row| row.get(0))?;
    office.keep(SEED, |pen| if filled { Ok(()) } else { models(pen, &scales(pen)?) })
}

fn scales(pen: &Pen<'_>) -> Result<BTreeMap<String, GradeScaleId>> {
    let grades = read::<GradeRow>(include_str!("../../../../assets/seed/grades.csv"))?;
    let mut known = BTreeMap::new();
    for row in read::<ScaleRow>(include_str!("../../../../assets/seed/grade_scales.csv"))? {
        let ScaleRow { scale, since, until, source, certainty } = row;
        let grades = grades.iter().filter(|grade| grade.scale == scale).map(|grade| Grade {
            code: grade.code.clone(),
            name: grade.name.clone(),
            least: Hundredths(grade.least),
            conditional: grade.conditional == 1,
            counts_as: grade.counts_as.clone(),
        });
        let grades = grades.collect();
        let id = store::put_scale(
            pen,
            &GradeScale { id: None, name: scale.clone(), since, until, source, certainty, grades },
        )?;
        known.insert(scale, id);
    }
    Ok(known)
}

fn models(pen: &Pen<'_>, scales: &BTreeMap<String, GradeScaleId>) -> Result<()> {
    let criteria = read::<CriterionRow>(include_str!("../../../../assets/seed/score_criteria.csv"))?;
    let conditions = read::<ConditionRow>(include_str!("../../../../assets/seed/score_conditions.csv"))?;
    for row in read::<ModelRow>(include_str!("../../../../assets/seed/score_models.csv"))? {
        let scale = *scales.get(&row.scale).ok_or_else(|| Error::broken("seed", format!("no scale {}", row.scale)))?;
        let conditions = conditions.iter().filter(|condition| condition.model == row.model);
        let table = ScoreTable {
            id: None,
            period: None,
            version: 1,
            kinds: Vec::new(),
            decides: row.decides,
            step: Hundredths(row.step),
            scale: Some(scale),
            since: row.since,
            until: row.until,
            groups: groups(criteria.iter().filter(|criterion| criterion.model == row.model)),
            conditions: conditions.map(condition).collect(),
            tie_breaks: row.tie_breaks.split(' ').map(tie_break).collect::<Result<_>>()?,
            source: row.source,
            certainty: row.certainty,
            name: row.model,
            fixed: false,
        };
        tables::insert(pen, &table, None)?;
    }
    Ok(())
}

fn groups<'a>(rows: impl Iterator<Item = &'a CriterionRow>) -> Vec<ScoreGroup> {
    let mut groups: Vec<ScoreGroup> = Vec::new();
    for row in rows {
        let (name, most) = (row.criterion.clone(), row.most.map(Hundredths));
        let criterion = Criterion { id: None, name, most, measure: row.measure.clone() };
        match groups.last_mut().filter(|group| group.name == row.group) {
            Some(group) => group.criteria.push(criterion),
            None => groups.push(ScoreGroup {
                id: None,
                kind: row.kind,
                name: row.group.clone(),
                cap: row.cap.map(Hundredths),
                criteria: vec![criterion],
            }),
        }
    }
    groups
}

fn condition(row: &ConditionRow) -> ScoreCondition {
    ScoreCondition {
        id: None,
        kind: row.kind,
        text: row.text.clone(),
        figure: row.figure,
        source: row.source.clone(),
        certainty: row.certainty,
    }
}

fn tie_break(text: &str) -> Result<TieBreak> {
    let (kind, nth) = text.split_once(':').unwrap_or((text, "0"));
    let kind = TieBreakKind::named(kind).ok_or_else(|| Error::broken("seed", format!("no tie-break {text}")))?;
    Ok(TieBreak { kind, nth: nth.parse().map_err(|error| Error::broken("seed", error))? })
}
