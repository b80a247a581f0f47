//! Many units end on one day by one decision: dissolved or handed over, with what becomes of their members, in one act.

use super::{
    MembersOfEnded,
    ending::{dissolve_one, ends, takes_in, transfer_one},
    rules::has_come,
};
use crate::{
    error::{Error, Refusal, Refusals, Result},
    journal::What,
    office::{Done, Office},
    units::{self, UnitEnding, UnitId, UnitLine, UnitQuery},
    vietnamese::clean,
};
use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Units that end on one day by one decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitsEnd {
    /// From this day on they are no more.
    pub day: NaiveDate,
    /// The number of the decision.
    pub document: String,
    /// Those that are dissolved.
    #[serde(default)]
    pub dissolve: Vec<UnitId>,
    /// What becomes of the members of those.
    pub members: MembersOfEnded,
    /// Those that are handed over; their members go with them.
    #[serde(default)]
    pub transfer: Vec<UnitId>,
    /// To whom.
    #[serde(default)]
    pub to: String,
}

/// What would become of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitEndLine {
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How it would end.
    pub ending: UnitEnding,
    /// Members who belong to it now.
    pub members: i64,
    /// Women among them.
    pub women: i64,
    /// What becomes of them, as a sentence.
    pub fate: String,
    /// What is worth a look before.
    pub notes: Vec<String>,
    /// Why it cannot end so; empty: it can.
    pub obstacle: String,
}

/// What ending the units would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitsEndPlan {
    /// Unit by unit, those that are dissolved first.
    pub lines: Vec<UnitEndLine>,
    /// Members whose membership ends with their unit.
    pub ended: i64,
    /// Members who move to another unit of ours.
    pub moved: i64,
    /// Members who stay on the list of their dissolved unit.
    pub staying: i64,
    /// Members who leave with the units that are handed over.
    pub transferred: i64,
    /// Everything else that is wrong, as sentences.
    pub obstacles: Vec<String>,
}

const END_MANY: What = What::new("unit.end_many", "Giải thể, chuyển giao nhiều đơn vị");

/// Says unit by unit what would become of it and of its members, without writing.
pub fn plan_end(office: &mut Office, wish: UnitsEnd) -> Result<UnitsEndPlan> {
    let wrong = refusals(office, &wish)?;
    let (day, chosen) = (wish.day, all(&wish));
    let page = units::list(office, UnitQuery { units: chosen.clone(), ..UnitQuery::default() })?;
    let lines: BTreeMap<UnitId, UnitLine> = page.rows.into_iter().map(|line| (line.id, line)).collect();
    let mut plan =
        UnitsEndPlan { lines: Vec::new(), ended: 0, moved: 0, staying: 0, transferred: 0, obstacles: Vec::new() };
    for (at, unit) in chosen.iter().enumerate() {
        let Some(line) = lines.get(unit) else { return Err(units::unknown()) };
        let dissolved = at < wish.dissolve.len();
        let (sum, fate) = match (dissolved, &wish.members) {
            (false, _) => (&mut plan.transferred, "đi cùng đơn vị".to_owned()),
            (true, MembersOfEnded::End) => (&mut plan.ended, "kết thúc theo đơn vị".to_owned()),
            (true, MembersOfEnded::Stay) => (&mut plan.staying, "để nguyên, xử lý sau".to_owned()),
            (true, MembersOfEnded::Move { unit }) => {
                let name = units::name_on(office.db(), *unit, office.today())?.unwrap_or_default();
                (&mut plan.moved, format!("chuyển sang {name}"))
            }
        };
        *sum += line.members;
        let field = place(at);
        plan.lines.push(UnitEndLine {
            unit: *unit,
            code: line.code.clone(),
            name: line.name.clone(),
            ending: if dissolved { UnitEnding::Dissolved } else { UnitEnding::Transferred },
            members: line.members,
            women: line.women,
            fate: if line.members == 0 { String::new() } else { fate },
            notes: notes(office.db(), *unit, day)?,
            obstacle: wrong
                .iter()
                .filter(|one| one.field == field)
                .map(|one| one.sentence.as_str())
                .collect::<Vec<_>>()
                .join(" "),
        });
    }
    plan.obstacles = wrong.into_iter().filter(|one| !one.field.starts_with("units.")).map(|one| one.sentence).collect();
    Ok(plan)
}

/// Ends them all in one act; answers how many members that concerned.
pub fn end_many(office: &mut Office, wish: UnitsEnd) -> Result<Done<u32>> {
    let wrong = refusals(office, &wish)?;
    if !wrong.is_empty() {
        return Err(Error::Refused(wrong));
    }
    let (document, to) = (clean(&wish.document), clean(&wish.to));
    let progress = office.progress();
    progress.begin("Đang ghi từng đơn vị", u64::try_from(all(&wish).len()).unwrap_or(0));
    office.act(END_MANY, |pen| {
        let mut members = 0;
        for unit in &wish.dissolve {
            members += dissolve_one(pen, *unit, wish.day, &wish.members, &document)?;
            progress.step()?;
        }
        for unit in &wish.transfer {
            members += transfer_one(pen, *unit, wish.day, &to, &document)?;
            progress.step()?;
        }
        let counts = [(wish.dissolve.len(), "đơn vị giải thể"), (wish.transfer.len(), "đơn vị chuyển giao")];
        let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
        pen.detail(format!("{}, {members} đoàn viên", counts.collect::<Vec<_>>().join(", ")));
        Ok(members)
    })
}

fn all(wish: &UnitsEnd) -> Vec<UnitId> {
    wish.dissolve.iter().chain(&wish.transfer).copied().collect()
}

/// The field of a unit, by its place in the choice.
fn place(at: usize) -> String {
    format!("units.{at}")
}

/// Everything that is wrong, a unit's fault under its place.
fn refusals(office: &Office, wish: &UnitsEnd) -> Result<Vec<Refusal>> {
    let chosen = all(wish);
    let mut wrong = Refusals::new();
    if chosen.is_empty() {
        wrong.refuse("units", "Chưa chọn đơn vị nào. Hãy đánh dấu ít nhất một dòng.");
    }
    if clean(&wish.document).is_empty() {
        wrong.refuse("document", "Chưa ghi số quyết định. Ví dụ: 64/QĐ-LĐLĐ.");
    }
    if !wish.transfer.is_empty() && clean(&wish.to).is_empty() {
        wrong.refuse("to", "Chưa ghi cơ quan tiếp nhận. Ví dụ: LĐLĐ tỉnh Hoài Giang.");
    }
    if let (MembersOfEnded::Move { unit }, false) = (&wish.members, wish.dissolve.is_empty()) {
        take_over(&mut wrong, takes_in(office, *unit, &chosen, wish.day), "into", "into")?;
    }
    take_over(&mut wrong, has_come("day", wish.day, office.today()), "day", "day")?;
    let mut seen = BTreeSet::new();
    for (at, unit) in chosen.iter().enumerate() {
        if !seen.insert(unit) {
            wrong.refuse(&place(at), "Đơn vị được chọn hai lần. Hãy bỏ một lần.");
            continue;
        }
        // a founding day or a member's first day after the chosen one is the fault of this unit, not of all
        take_over(&mut wrong, ends(office, *unit, wish.day, &place(at), &chosen), "day", &place(at))?;
    }
    match wrong.or(()) {
        Ok(()) => Ok(Vec::new()),
        Err(Error::Refused(refusals)) => Ok(refusals),
        Err(broken @ Error::Broken(_)) => Err(broken),
    }
}

/// Takes the refusals of one check over, those of field `from` under `to`.
fn take_over(wrong: &mut Refusals, checked: Result<()>, from: &str, to: &str) -> Result<()> {
    match checked {
        Ok(()) => Ok(()),
        Err(Error::Refused(refusals)) => {
            for refusal in refusals {
                let field = if refusal.field == from { to } else { &refusal.field };
                wrong.refuse(field, refusal.sentence);
            }
            Ok(())
        }
        Err(broken @ Error::Broken(_)) => Err(broken),
    }
}

/// What is worth a look before a unit ends: who leads a bloc, what has been begun and not finished.
fn notes(db: &Connection, unit: UnitId, day: NaiveDate) -> Result<Vec<String>> {
    let mut notes = Vec::new();
    let mut leads = db.prepare_cached(
        "select y.year, b.name, y.head is ?1 from bloc_year y join bloc b on b.id = y.bloc
         where (y.head = ?1 or y.deputy = ?1) and y.year >= ?2 order by y.year, b.no",
    )?;
    let led = leads.query_map(params![unit, day.year()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    for led in led.collect::<rusqlite::Result<Vec<(i32, String, bool)>>>()? {
        let (year, bloc, head) = led;
        notes.push(format!("Đang là {} {bloc} năm {year}.", if head { "khối trưởng" } else { "khối phó" }));
    }
    let drafted: i64 = db
        .prepare_cached(
            "select count(*) from recipient r join decision d on d.id = r.decision left join member m on m.id = r.member
             where d.state in ('draft', 'ready') and (r.unit = ?1 or m.unit = ?1)",
        )?
        .query_row([unit], |row| row.get(0))?;
    if drafted > 0 {
        notes.push(format!("Có {drafted} dòng trong quyết định khen thưởng chưa ban hành."));
    }
    Ok(notes)
}
