//! Leaving, returning, moving, pausing: of one member or many, each in one act.

use super::{Beginning, Ending, Joining, Leaving, MemberChoice, Status, member, rules::has_come, store, takes_members};
use crate::{
    calendar::PartialDate,
    error::{Refusals, Result},
    id::MemberId,
    journal::What,
    office::{Done, Office},
    units::UnitId,
    vietnamese::clean,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Members who leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MembersLeave {
    /// Who.
    pub members: MemberChoice,
    /// How.
    pub how: Leaving,
    /// Their last day.
    pub until: NaiveDate,
    /// By which decision or letter.
    #[serde(default)]
    pub document: String,
}

/// Members who come back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MembersReturn {
    /// Who.
    pub members: MemberChoice,
    /// Where to; none: where they were.
    #[serde(default)]
    pub unit: Option<UnitId>,
    /// Their first day.
    pub since: NaiveDate,
    /// By which decision or letter.
    #[serde(default)]
    pub document: String,
}

/// Members who move to another unit of ours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MembersMove {
    /// Who.
    pub members: MemberChoice,
    /// Where to.
    pub unit: UnitId,
    /// Their first day there.
    pub since: NaiveDate,
    /// By which decision or letter.
    #[serde(default)]
    pub document: String,
}

/// Members who pause, or take part again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MembersPause {
    /// Who.
    pub members: MemberChoice,
    /// From this day on.
    pub since: NaiveDate,
    /// By which decision or letter.
    #[serde(default)]
    pub document: String,
}

const LEAVE: What = What::new("member.leave", "Cho rời đơn vị");
const RETURN: What = What::new("member.return", "Trở lại sinh hoạt");
const MOVE: What = What::new("member.move", "Chuyển đơn vị");
const PAUSE: What = What::new("member.pause", "Tạm dừng sinh hoạt");
const RESUME: What = What::new("member.resume", "Sinh hoạt lại");

/// Ends the membership of some; they stay in the register with all that they were given.
pub fn leave(office: &mut Office, leave: MembersLeave) -> Result<Done<u32>> {
    let members = leave.members.members(office)?;
    standing(office, &members, &[Status::Active, Status::Suspended], ("until", leave.until))?;
    office.act(LEAVE, |pen| {
        pen.detail(format!("{} đoàn viên: {}", members.len(), leave.how.label()));
        for id in &members {
            let member = member(pen, *id)?;
            store::leave(pen, &member, leave.until, (leave.how.ending(), leave.how.status()), &clean(&leave.document))?;
        }
        Ok(count(&members))
    })
}

/// Takes members back who had left.
pub fn take_back(office: &mut Office, back: MembersReturn) -> Result<Done<u32>> {
    let members = back.members.members(office)?;
    let gone: Vec<Status> = Status::ALL.iter().copied().filter(|status| !status.belongs()).collect();
    standing(office, &members, &gone, ("since", back.since))?;
    for id in &members {
        takes_members(office, back.unit.unwrap_or(member(office.db(), *id)?.unit), back.since)?;
    }
    let document = clean(&back.document);
    office.act(RETURN, |pen| {
        pen.detail(format!("{} đoàn viên", members.len()));
        for id in &members {
            let unit = back.unit.unwrap_or(member(pen, *id)?.unit);
            let joining = Joining { unit, since: Some(back.since), began: Beginning::Returned, document: &document };
            store::join(pen, *id, &joining, Status::Active)?;
        }
        Ok(count(&members))
    })
}

/// Moves members to another unit of ours; who is there already stays.
pub fn move_to(office: &mut Office, moving: MembersMove) -> Result<Done<u32>> {
    let mut members = moving.members.members(office)?;
    standing(office, &members, &[Status::Active, Status::Suspended], ("since", moving.since))?;
    takes_members(office, moving.unit, moving.since)?;
    let mut elsewhere = Vec::new();
    for id in members.drain(..) {
        if member(office.db(), id)?.unit != moving.unit {
            elsewhere.push(id);
        }
    }
    let document = clean(&moving.document);
    office.act(MOVE, |pen| {
        pen.detail(format!("{} đoàn viên", elsewhere.len()));
        for id in &elsewhere {
            let status = member(pen, *id)?.status;
            let joining =
                Joining { unit: moving.unit, since: Some(moving.since), began: Beginning::Moved, document: &document };
            change_over(pen, *id, &joining, status, Ending::Moved)?;
        }
        Ok(count(&elsewhere))
    })
}

/// Lets members pause: they still belong.
pub fn pause(office: &mut Office, pausing: MembersPause) -> Result<Done<u32>> {
    let turn = Turn {
        what: PAUSE,
        from: Status::Active,
        to: Status::Suspended,
        began: Beginning::Suspended,
        ending: Ending::Suspended,
    };
    turn_over(office, &pausing, &turn)
}

/// Lets members who paused take part again.
pub fn resume(office: &mut Office, resuming: MembersPause) -> Result<Done<u32>> {
    let turn = Turn {
        what: RESUME,
        from: Status::Suspended,
        to: Status::Active,
        began: Beginning::Resumed,
        ending: Ending::Resumed,
    };
    turn_over(office, &resuming, &turn)
}

/// From taking part to pausing, or back.
struct Turn {
    what: What,
    from: Status,
    to: Status,
    began: Beginning,
    ending: Ending,
}

fn turn_over(office: &mut Office, pausing: &MembersPause, turn: &Turn) -> Result<Done<u32>> {
    let members = pausing.members.members(office)?;
    standing(office, &members, &[turn.from], ("since", pausing.since))?;
    let document = clean(&pausing.document);
    office.act(turn.what, |pen| {
        pen.detail(format!("{} đoàn viên", members.len()));
        for id in &members {
            let unit = member(pen, *id)?.unit;
            let joining = Joining { unit, since: Some(pausing.since), began: turn.began, document: &document };
            change_over(pen, *id, &joining, turn.to, turn.ending)?;
        }
        Ok(count(&members))
    })
}

/// Ends the open membership the day before and opens the next.
pub(super) fn change_over(
    pen: &crate::office::Pen<'_>,
    id: MemberId,
    joining: &Joining<'_>,
    status: Status,
    ending: Ending,
) -> Result<()> {
    let first = joining.since.unwrap_or(pen.today());
    store::end(pen, id, first.pred_opt().unwrap_or(first), ending, joining.document)?;
    store::join(pen, id, joining, status)
}

fn count(members: &[MemberId]) -> u32 {
    u32::try_from(members.len()).unwrap_or(u32::MAX)
}

/// Refuses a day that has not come, and when somebody stands otherwise, came only after that day or left only then.
fn standing(office: &Office, members: &[MemberId], wanted: &[Status], (field, day): (&str, NaiveDate)) -> Result<()> {
    has_come(field, day, office.today())?;
    let db = office.db();
    let mut wrong = Refusals::new();
    let (mut otherwise, mut later, mut still_there) = (Vec::new(), Vec::new(), Vec::new());
    for id in members {
        let member = member(db, *id)?;
        if !wanted.contains(&member.status) {
            otherwise.push(format!("{} ({})", member.facts.full_name, member.status.label()));
        } else if let Some((_, _, since)) = store::open(db, *id)? {
            let since = since.or_else(|| member.facts.birth.map(PartialDate::first_day));
            if since.is_some_and(|since| day < since) {
                later.push(member.facts.full_name);
            }
        } else if store::left(db, *id)?.is_some_and(|left| day <= left) {
            still_there.push(member.facts.full_name);
        }
    }
    if !otherwise.is_empty() {
        wrong.refuse(
            "members",
            format!("Không làm được việc này với: {}. Hãy bỏ chọn những người đó.", some(&otherwise)),
        );
    }
    if !later.is_empty() {
        wrong.refuse(field, came_later(&later));
    }
    if !still_there.is_empty() {
        wrong.refuse(
            field,
            format!(
                "Ngày này chưa qua ngày rời của: {}. Hãy chọn ngày sau ngày rời; nếu cho rời nhầm, hãy hoàn tác việc đó.",
                some(&still_there)
            ),
        );
    }
    wrong.or(())
}

/// What is said of those who came only after a day.
pub(super) fn came_later(names: &[String]) -> String {
    format!("Ngày này trước ngày bắt đầu sinh hoạt của: {}. Hãy chọn ngày sau hơn.", some(names))
}

/// The first few names, and how many more.
fn some(names: &[String]) -> String {
    let first = names.iter().take(3).cloned().collect::<Vec<_>>().join(", ");
    match names.len().checked_sub(3) {
        Some(more) if more > 0 => format!("{first} và {more} người nữa"),
        _ => first,
    }
}
