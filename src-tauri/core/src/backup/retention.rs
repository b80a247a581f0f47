//! Which backups stay: all of two days, then one a day for 12 days, one a week for 10 weeks, one a month for 9 months.
//!
//! Days, weeks and months are counted by the backups that exist, not by the calendar, and between one backup and the next passes a
//! day at most: a clock that jumps ten years ahead makes none of them old.

use super::{Backup, Reason};
use chrono::{DateTime, Datelike, FixedOffset, TimeDelta};

const DAYS_ALL: i64 = 2;
const DAILY: usize = 12;
const WEEKLY: usize = 10;
const MONTHLY: usize = 9;
/// Copies made before something that could go wrong stay at least so long.
const DAYS_BEFORE: i64 = 14;

/// What the rule says about one backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It stays.
    Stays,
    /// Newer ones stand for it.
    Goes,
}

/// The one thing that the rule needs to know of a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Card {
    pub serial: u64,
    pub made_at: DateTime<FixedOffset>,
    pub reason: Reason,
    pub good: bool,
}

/// Judges every backup of a folder, in the order given.
pub fn keep(backups: &[Backup], now: DateTime<FixedOffset>) -> Vec<Kept> {
    let cards: Vec<Card> = backups
        .iter()
        .map(|backup| Card {
            serial: backup.manifest.serial,
            made_at: backup.manifest.made_at,
            reason: backup.manifest.reason,
            good: backup.is_there(),
        })
        .collect();
    judge(&cards, now)
}

/// The rule itself.
pub(super) fn judge(cards: &[Card], now: DateTime<FixedOffset>) -> Vec<Kept> {
    let newest_good = cards.iter().filter(|card| card.good).map(|card| card.serial).max();
    let mut by_age: Vec<(usize, &Card)> = cards.iter().enumerate().collect();
    by_age.sort_by_key(|(_, card)| std::cmp::Reverse((card.made_at, card.serial)));
    let moments: Vec<_> = by_age.iter().rev().map(|(_, card)| card.made_at).collect();
    let mut shelves = Shelves::new();
    let mut verdicts = vec![Kept::Goes; cards.len()];
    for (place, card) in by_age {
        let stays = Some(card.serial) == newest_good
            || is_recent(card, &moments, now)
            || (card.good && shelves.take(card.made_at));
        if let (true, Some(verdict)) = (stays, verdicts.get_mut(place)) {
            *verdict = Kept::Stays;
        }
    }
    verdicts
}

/// Also what is dated after today: the clock is wrong, and that is no reason to throw anything away.
fn is_recent(card: &Card, moments: &[DateTime<FixedOffset>], now: DateTime<FixedOffset>) -> bool {
    let days = match card.reason {
        Reason::BeforeUpgrade | Reason::BeforeRestore | Reason::BeforeImport => DAYS_BEFORE,
        Reason::Scheduled | Reason::Closing | Reason::Asked => DAYS_ALL,
    };
    passed(moments, card.made_at, now) < TimeDelta::days(days)
}

/// How long an office has lived since a moment, by its backups: a clock that jumped has lived one day.
pub(super) fn lived(backups: &[Backup], since: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> TimeDelta {
    let mut moments: Vec<_> = backups.iter().map(|backup| backup.manifest.made_at).collect();
    moments.sort_unstable();
    passed(&moments, since, now)
}

/// The time from one moment to another over those between them, a day at most from each to the next. The moments are in order.
fn passed(moments: &[DateTime<FixedOffset>], since: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> TimeDelta {
    let between = moments.iter().skip(moments.partition_point(|moment| *moment <= since));
    let mut last = since;
    let mut passed = TimeDelta::zero();
    for moment in between.take_while(|moment| **moment < now).chain([&now]) {
        passed += (*moment - last).min(TimeDelta::days(1));
        last = *moment;
    }
    passed
}

type Period = (i32, u32);

/// How a moment is named on each shelf: by its day, its week, its month.
type NameOf = fn(DateTime<FixedOffset>) -> Period;

/// Shelves filled one after the other, newest first: so many days, then so many weeks, then so many months.
struct Shelves {
    /// Room left on each shelf; the first with room is being filled.
    rooms: Vec<(usize, NameOf)>,
    last: Option<DateTime<FixedOffset>>,
}

impl Shelves {
    fn new() -> Self {
        let day: NameOf = |at| (at.year(), at.ordinal());
        let week: NameOf = |at| (at.iso_week().year(), at.iso_week().week());
        let month: NameOf = |at| (at.year(), at.month());
        Self { rooms: vec![(DAILY, day), (WEEKLY, week), (MONTHLY, month)], last: None }
    }

    /// Takes the backup if nothing newer stands for its day, week or month.
    fn take(&mut self, at: DateTime<FixedOffset>) -> bool {
        let Some((room, name_of)) = self.rooms.iter_mut().find(|(room, _)| *room > 0) else { return false };
        if self.last.is_some_and(|last| name_of(last) == name_of(at)) {
            return false;
        }
        *room -= 1;
        self.last = Some(at);
        true
    }
}
