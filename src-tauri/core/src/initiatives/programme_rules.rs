//! The dated rules of programmes: the figures that the pre-check goes by.

use super::{programmes::ProgrammeId, words::ProgrammeRuleKind};
use crate::{
    calendar::shown,
    catalogue::Certainty,
    error::{Error, Refusals, Result},
    id::{id, new_uid},
    journal::What,
    office::{Done, Office, Pen},
    vietnamese::clean,
};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One dated rule of a programme.
    ProgrammeRuleId
);

/// A dated figure that the pre-check goes by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgrammeRule {
    /// Its key.
    pub id: ProgrammeRuleId,
    /// As it is written.
    pub draft: ProgrammeRuleDraft,
}

/// A rule as the form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgrammeRuleDraft {
    /// Which one is corrected; none: a new one.
    #[serde(default)]
    pub id: Option<ProgrammeRuleId>,
    /// Only of this programme; none: of every programme without one of its own.
    #[serde(default)]
    pub programme: Option<ProgrammeId>,
    /// What it decides.
    pub kind: ProgrammeRuleKind,
    /// Per cent, or đồng.
    pub figure: i64,
    /// First day.
    #[serde(default)]
    pub since: Option<NaiveDate>,
    /// Last day.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Where this is known from.
    #[serde(default)]
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
}

const RULE: What = What::new("programme.rule", "Sửa quy định của chương trình");
const RULE_GONE: What = What::new("programme.rule_gone", "Xóa quy định của chương trình");
const SEED: What = What::new("programme.seed", "Nạp quy định ban đầu về sáng kiến");

pub(super) fn rules(db: &Connection) -> Result<Vec<ProgrammeRule>> {
    let mut statement = db.prepare_cached(
        "select id, programme, kind, figure, since, until, source, certainty from programme_rule
         order by programme is not null, programme, kind, since desc, id desc",
    )?;
    let rules = statement.query_map([], |row| {
        let id = row.get("id")?;
        Ok(ProgrammeRule {
            id,
            draft: ProgrammeRuleDraft {
                id: Some(id),
                programme: row.get("programme")?,
                kind: row.get("kind")?,
                figure: row.get("figure")?,
                since: row.get("since")?,
                until: row.get("until")?,
                source: row.get("source")?,
                certainty: row.get("certainty")?,
            },
        })
    })?;
    Ok(rules.collect::<rusqlite::Result<_>>()?)
}

/// The figure in force for a programme on a day: its own before the common one, the youngest first.
pub(super) fn figure(rules: &[ProgrammeRule], of: ProgrammeId, kind: ProgrammeRuleKind, day: NaiveDate) -> Option<i64> {
    let in_force = |rule: &&ProgrammeRule| {
        let draft = &rule.draft;
        draft.kind == kind
            && draft.programme.is_none_or(|programme| programme == of)
            && draft.since.is_none_or(|since| since <= day)
            && draft.until.is_none_or(|until| until >= day)
    };
    let own_first = |rule: &&ProgrammeRule| (rule.draft.programme.is_some(), rule.draft.since, rule.id);
    rules.iter().filter(in_force).max_by_key(own_first).map(|rule| rule.draft.figure)
}

/// Adds or corrects a rule.
pub fn set_rule(office: &mut Office, draft: ProgrammeRuleDraft) -> Result<Done<ProgrammeRuleId>> {
    let draft = ProgrammeRuleDraft { source: clean(&draft.source), ..draft };
    let mut wrong = Refusals::new();
    match draft.kind {
        ProgrammeRuleKind::Similarity if !(50..=100).contains(&draft.figure) => {
            wrong
                .refuse("figure", "Mức giống nhau phải từ 50 đến 100 %. Thấp hơn thì tên khác nhau cũng bị báo trùng.");
        }
        ProgrammeRuleKind::LeastBenefit if draft.figure < 1 => {
            wrong.refuse(
                "figure",
                "Giá trị làm lợi ít nhất phải từ 1 đồng. Chương trình không đặt mức thì xóa dòng này.",
            );
        }
        ProgrammeRuleKind::Similarity | ProgrammeRuleKind::LeastBenefit => {}
    }
    if let (Some(since), Some(until)) = (draft.since, draft.until)
        && until < since
    {
        wrong.refuse("until", "Ngày hết hiệu lực phải từ ngày có hiệu lực trở đi.");
    }
    wrong.or(())?;
    office.act(RULE, |pen| as_counted(pen, "since", || write_rule(pen, &draft)))
}

fn write_rule(pen: &Pen<'_>, draft: &ProgrammeRuleDraft) -> Result<ProgrammeRuleId> {
    let ProgrammeRuleDraft { id, programme, kind, figure, since, until, source, certainty } = draft;
    if let Some(id) = id {
        pen.execute(
            "update programme_rule set programme = ?2, kind = ?3, figure = ?4, since = ?5, until = ?6, source = ?7, certainty = ?8
             where id = ?1",
            params![id, programme, kind, figure, since, until, source, certainty],
        )?;
        return Ok(*id);
    }
    pen.execute(
        "insert into programme_rule (uid, programme, kind, figure, since, until, source, certainty)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![new_uid(), programme, kind, figure, since, until, source, certainty],
    )?;
    Ok(ProgrammeRuleId(pen.last_insert_rowid()))
}

/// A rule to be removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgrammeRuleGone {
    /// The rule.
    pub id: ProgrammeRuleId,
}

/// Removes a rule that was never right; one that only ended gets its last day instead.
pub fn remove_rule(office: &mut Office, gone: ProgrammeRuleGone) -> Result<Done<()>> {
    office.act(RULE_GONE, |pen| {
        as_counted(pen, "id", || {
            pen.execute("delete from programme_rule where id = ?1", [gone.id])?;
            Ok(())
        })
    })
}

/// Writes a change of the rules, or refuses it when a closed year would be counted otherwise by it.
fn as_counted<T>(pen: &Pen<'_>, field: &str, write: impl FnOnce() -> Result<T>) -> Result<T> {
    let before = in_closed_years(pen)?;
    let written = write()?;
    let after = in_closed_years(pen)?;
    match before.into_iter().zip(after).find(|(before, after)| before != after) {
        None => Ok(written),
        Some((Counted { programme, last_day, .. }, _)) => Err(Error::refused(
            field,
            format!(
                "Quy định này đổi số sáng kiến đã tính của năm đã khóa sổ (chương trình “{programme}”). Hãy ghi một quy định mới có hiệu lực sau ngày {}, hoặc mở lại năm đó rồi sửa.",
                shown(last_day)
            ),
        )),
    }
}

/// What a closed year's initiatives are counted by.
#[derive(PartialEq, Eq)]
struct Counted {
    programme: String,
    last_day: NaiveDate,
    figures: Vec<Option<i64>>,
}

/// The figures by which the programmes of closed years are judged, now and on their last day.
fn in_closed_years(pen: &Pen<'_>) -> Result<Vec<Counted>> {
    let rules = rules(pen)?;
    let mut statement = pen.prepare_cached(
        "select id, name, until from programme g
         where exists (select 1 from initiative i join period p on p.id = i.period where i.programme = g.id and p.closed = 1)
         order by id",
    )?;
    let counted = statement.query_map([], |row| {
        let (id, last_day): (ProgrammeId, NaiveDate) = (row.get(0)?, row.get(2)?);
        let days = [pen.today().min(last_day), last_day];
        let of = |kind: &ProgrammeRuleKind| days.map(|day| figure(&rules, id, *kind, day));
        Ok(Counted { programme: row.get(1)?, last_day, figures: ProgrammeRuleKind::ALL.iter().flat_map(of).collect() })
    })?;
    Ok(counted.collect::<rusqlite::Result<_>>()?)
}

#[derive(Deserialize)]
struct RuleRow {
    kind: ProgrammeRuleKind,
    figure: i64,
    source: String,
    certainty: Certainty,
}

/// Fills in the common rules of a blank register, once.
pub fn seed(office: &mut Office) -> Result<Done<()>> {
    let filled: bool = office.db().query_row("select exists (select 1 from programme_rule)", [], |row| row.get(0))?;
    let mut reader = csv::Reader::from_reader(include_bytes!("../../../../assets/seed/programme_rules.csv").as_slice());
    let rows = reader
        .deserialize()
        .collect::<std::result::Result<Vec<RuleRow>, _>>()
        .map_err(|error| Error::broken("seed", error))?;
    office.keep(SEED, |pen| {
        for row in rows.into_iter().filter(|_| !filled) {
            let RuleRow { kind, figure, source, certainty } = row;
            let draft = ProgrammeRuleDraft {
                id: None,
                programme: None,
                kind,
                figure,
                since: None,
                until: None,
                source,
                certainty,
            };
            write_rule(pen, &draft)?;
        }
        Ok(())
    })
}
