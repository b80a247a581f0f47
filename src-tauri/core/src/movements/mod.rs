//! Movements ("phong trào thi đua, cuộc vận động"): what is launched, by whom, with what contents; and what units and people
//! register for ("đăng ký thi đua").
//!
//! A movement may run for ten years: it goes on by itself and is launched anew each year by each unit. A registration is stamped with
//! the day on which it came in; whoever was late stays late (domain §4.1–4.3).

mod due;
mod dump;
mod edit;
mod entering;
mod launches;
mod linked;
pub mod paper;
mod registers;
mod reviews;
mod rules;
mod seed;
pub mod seen;
mod store;
mod taking_part;
mod words;
mod yearly;

pub use dump::dump;
pub use edit::{EditRegistrations, RegistrationCell, edit_registrations};
pub use entering::{RegistrationAnswer, checked, insert, known, register, try_register, whose};
pub use launches::{Launch, LaunchAsk, LaunchBoard, LaunchDraft, LaunchGone, LaunchLine, launch, launches, take_back};
pub use linked::{DocumentLink, LinkedDocument, LinkedMovement, about, link_document, unlink_document};
pub use registers::{
    RegistrationDraft, RegistrationId, RegistrationLine, RegistrationList, RegistrationPage, RegistrationPageAsk,
    RegistrationQuery, registrations, registrations_follow, unregister,
};
pub use reviews::{Review, ReviewDraft, ReviewGone, ReviewId, remove_review, set_review};
pub use seed::seed;
pub use taking_part::{Part, TakingPart, TakingPartAsk, UnitPart, taking_part};
pub use words::{MovementKind, MovementLevel, MovementPaperKind, RegistrationField, RegistrationKind, ReviewKind};
pub use yearly::{MovementYear, set_year};

use crate::{
    choice::Choice,
    error::{Error, Result},
    id::id,
    journal::What,
    money::Hundredths,
    office::{Done, Office},
    ratio::{self, Share},
    units::BlocId,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One movement.
    MovementId
);

/// One content of a movement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct MovementContent {
    /// "Phát triển đoàn viên".
    pub content: String,
    /// What it aims at, when that can be counted.
    pub target: Option<Hundredths>,
    /// What is counted: "đoàn viên".
    pub measure: String,
    /// What was reached.
    pub result: Option<Hundredths>,
}

/// A movement as the form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MovementDraft {
    /// Which one is corrected; none: a new one.
    #[serde(default)]
    pub id: Option<MovementId>,
    /// "Lao động giỏi, lao động sáng tạo".
    pub name: String,
    /// Who launched it.
    pub level: MovementLevel,
    /// What kind.
    pub kind: MovementKind,
    /// Whom it is for, in words.
    #[serde(default)]
    pub audience: String,
    /// The blocs that it is for; none: all.
    #[serde(default)]
    pub blocs: Vec<BlocId>,
    /// First day; none: as long as anyone knows.
    #[serde(default)]
    pub since: Option<NaiveDate>,
    /// Last day; none: no end is set.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// "80/KH-LĐLĐ".
    #[serde(default)]
    pub plan: String,
    /// The day of the plan.
    #[serde(default)]
    pub planned_on: Option<NaiveDate>,
    /// Mục đích.
    #[serde(default)]
    pub objectives: String,
    /// When the interim review is due.
    #[serde(default)]
    pub interim_on: Option<NaiveDate>,
    /// When the final review is due.
    #[serde(default)]
    pub final_on: Option<NaiveDate>,
    /// The last day for registering within it; none: none is set.
    #[serde(default)]
    pub register_by: Option<NaiveDate>,
    /// Ghi chú.
    #[serde(default)]
    pub note: String,
    /// Its contents, in the order of the plan.
    #[serde(default)]
    pub contents: Vec<MovementContent>,
}

/// One line of the register of movements, in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MovementLine {
    /// Its key.
    pub id: MovementId,
    /// Its name.
    pub name: String,
    /// Who launched it.
    pub level: MovementLevel,
    /// Its label.
    pub level_label: String,
    /// What kind.
    pub kind: MovementKind,
    /// Its label.
    pub kind_label: String,
    /// Whom it is for.
    pub audience: String,
    /// "2021 – 2030", "01/05 – 31/05/2024", "Thường xuyên".
    pub span: String,
    /// Its theme in the year.
    pub theme: String,
    /// "80/KH-LĐLĐ ngày 20/01/2020": the plan of the year, else its own.
    pub plan: String,
    /// How many contents it has.
    pub contents: i64,
    /// Units that launched it in the year.
    pub launched: i64,
    /// Units that it is for, as they stood then.
    pub units: i64,
    /// "99 %".
    pub percent: Share,
    /// Registrations within it in the year.
    pub registered: i64,
    /// Reviews held.
    pub reviews: i64,
    /// The review that is still to be held.
    pub due: Option<ReviewDue>,
}

/// A review that is still to be held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewDue {
    /// "Sơ kết".
    pub label: String,
    /// By when.
    pub on: NaiveDate,
    /// That day has passed.
    pub late: bool,
}

/// Which movements.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct MovementQuery {
    /// Those that run in this year, with its launches; none: all, with this year's launches.
    pub year: Option<i32>,
    /// Words of the name, without marks.
    pub text: String,
    /// Only of this kind.
    pub kind: Option<MovementKind>,
    /// Only launched by these.
    pub level: Option<MovementLevel>,
}

/// One movement as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MovementRecord {
    /// As its form shows it.
    pub draft: MovementDraft,
    /// Its line.
    pub line: MovementLine,
    /// The names of the blocs that it is for.
    pub bloc_names: Vec<String>,
    /// "97 %" of its target, content by content; empty: it has none, or nothing is reported.
    pub percents: Vec<Share>,
    /// What it is about in the year.
    pub year: MovementYear,
    /// Reviews, newest first.
    pub reviews: Vec<Review>,
    /// Documents about it, newest first.
    pub documents: Vec<LinkedDocument>,
}

/// Which movement, in which year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MovementAsk {
    /// The movement.
    pub id: MovementId,
    /// The year of its launches.
    pub year: i32,
}

/// A movement to be removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MovementGone {
    /// The movement.
    pub id: MovementId,
}

/// The closed sets of words about movements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MovementWords {
    /// Cấp phát động.
    pub levels: Vec<Choice>,
    /// Loại.
    pub kinds: Vec<Choice>,
    /// Sơ kết, tổng kết.
    pub reviews: Vec<Choice>,
    /// Cá nhân, tập thể.
    pub registrants: Vec<Choice>,
    /// Titles that were registered for, most used first.
    pub titles: Vec<String>,
    /// Forms that were registered for, most used first.
    pub forms: Vec<String>,
}

/// The words for the page's choices.
pub fn words(office: &mut Office, (): ()) -> Result<MovementWords> {
    Ok(MovementWords {
        levels: MovementLevel::choices(),
        kinds: MovementKind::choices(),
        reviews: ReviewKind::choices(),
        registrants: RegistrationKind::choices(),
        titles: registers::titles(office.db())?,
        forms: registers::forms(office.db())?,
    })
}

const SET: What = What::new("movement.set", "Sửa phong trào");
const REMOVE: What = What::new("movement.remove", "Xóa phong trào");

/// The register of movements.
pub fn list(office: &mut Office, query: MovementQuery) -> Result<Vec<MovementLine>> {
    store::lines(office, &query)
}

/// One movement in one year, also when it does not run then.
pub fn get(office: &mut Office, ask: MovementAsk) -> Result<MovementRecord> {
    let line = store::line(office, ask.year, ask.id)?;
    let db = office.db();
    let draft = store::draft(db, ask.id)?;
    let percent = |content: &MovementContent| {
        let both = content.result.zip(content.target);
        both.map(|(result, target)| ratio::percent(result.0, target.0)).unwrap_or_default()
    };
    Ok(MovementRecord {
        line,
        bloc_names: store::bloc_names(db, ask.id)?,
        percents: draft.contents.iter().map(percent).collect(),
        year: yearly::of(db, ask.id, ask.year)?,
        reviews: reviews::of(db, ask.id)?,
        documents: linked::of(db, ask.id)?,
        draft,
    })
}

/// The day on which a year is looked at: its last one, or today.
pub(crate) fn day_of(office: &Office, year: i32) -> NaiveDate {
    let today = office.today();
    NaiveDate::from_ymd_opt(year, 12, 31).map_or(today, |last| last.min(today))
}

/// What is said of a movement that is not in the register.
pub(crate) fn unknown() -> Error {
    Error::refused("movement", "Không tìm thấy phong trào này. Hãy chọn lại trong danh sách phong trào.")
}

/// Adds or corrects a movement with its contents.
pub fn set(office: &mut Office, draft: MovementDraft) -> Result<Done<MovementId>> {
    let draft = rules::check(draft)?;
    store::check_blocs(office.db(), &draft.blocs)?;
    store::check_twin(office.db(), &draft)?;
    if let Some(id) = draft.id {
        store::draft(office.db(), id)?;
    }
    office.act(SET, |pen| {
        pen.detail(&draft.name);
        store::set(pen, &draft)
    })
}

/// Removes a movement that was added by mistake, with its launches; one that people registered in stays.
pub fn remove(office: &mut Office, gone: MovementGone) -> Result<Done<()>> {
    if registers::any_within(office.db(), gone.id)? {
        return Err(Error::refused(
            "id",
            "Phong trào đã có đăng ký nên không xóa được. Phong trào đã xong thì ghi ngày kết thúc.",
        ));
    }
    let known = store::draft(office.db(), gone.id)?;
    office.act(REMOVE, |pen| {
        pen.detail(&known.name);
        store::remove(pen, gone.id)
    })
}

#[cfg(test)]
mod tests;
