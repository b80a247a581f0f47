//! Movements ("phong trào thi đua, cuộc vận động"): what is launched, by whom, with what contents; and what units and people
//! register for ("đăng ký thi đua").
//!
//! A movement may run for ten years; it is launched anew each year by each unit. A registration is stamped with the day on which it
//! came in; whoever was late stays late (domain §4.1–4.3).

mod due;
mod dump;
mod launches;
pub mod paper;
mod registers;
mod reviews;
mod rules;
mod seed;
mod store;
mod taking_part;
mod words;

pub use dump::dump;
pub use launches::{Launch, LaunchAsk, LaunchBoard, LaunchDraft, LaunchGone, LaunchLine, launch, launches, take_back};
pub use registers::{
    RegistrationDraft, RegistrationId, RegistrationLine, RegistrationList, RegistrationPage, RegistrationPageAsk,
    RegistrationQuery, checked, insert, register, registrations, registrations_follow, unregister,
};
pub use reviews::{Review, ReviewDraft, ReviewGone, ReviewId, remove_review, set_review};
pub use seed::seed;
pub use taking_part::{BlocPart, SilentUnit, TakingPart, TakingPartAsk, taking_part};
pub use words::{MovementKind, MovementLevel, MovementPaperKind, RegistrationKind, ReviewKind};

use crate::{
    choice::Choice,
    error::{Error, Result},
    id::id,
    journal::What,
    office::{Done, Office},
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
    pub target: Option<i64>,
    /// What is counted: "đoàn viên".
    pub measure: String,
    /// What was reached.
    pub result: Option<i64>,
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
    /// Whom it is for.
    #[serde(default)]
    pub audience: String,
    /// First day; none: as long as anyone knows.
    #[serde(default)]
    pub since: Option<NaiveDate>,
    /// Last day; none: no end is set.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// The theme of the year.
    #[serde(default)]
    pub theme: String,
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
    pub level_label: String,
    /// What kind.
    pub kind: MovementKind,
    /// Its label.
    pub kind_label: String,
    /// Whom it is for.
    pub audience: String,
    /// "2021 – 2030", "01/05/2024 – 31/05/2024", "Thường xuyên".
    pub span: String,
    /// "80/KH-LĐLĐ ngày 20/01/2020".
    pub plan: String,
    /// How many contents it has.
    pub contents: i64,
    /// Living units that launched it in the year.
    pub launched: i64,
    /// Living units.
    pub units: i64,
    /// "99 %".
    pub percent: String,
    /// Registrations within it in the year.
    pub registered: i64,
    /// Reviews held.
    pub reviews: i64,
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
}

/// One movement as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MovementRecord {
    /// As its form shows it.
    pub draft: MovementDraft,
    /// Its line.
    pub line: MovementLine,
    /// Reviews, newest first.
    pub reviews: Vec<Review>,
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

/// One movement in one year.
pub fn get(office: &mut Office, ask: MovementAsk) -> Result<MovementRecord> {
    let query = MovementQuery { year: Some(ask.year), ..MovementQuery::default() };
    Ok(MovementRecord {
        draft: store::draft(office.db(), ask.id)?,
        line: store::line(office, &query, ask.id)?,
        reviews: reviews::of(office.db(), ask.id)?,
    })
}

/// What is said of a movement that is not in the register.
pub(crate) fn unknown() -> Error {
    Error::refused("movement", "Không tìm thấy phong trào này. Hãy chọn lại trong danh sách phong trào.")
}

/// Adds or corrects a movement with its contents.
pub fn set(office: &mut Office, draft: MovementDraft) -> Result<Done<MovementId>> {
    let draft = rules::check(draft)?;
    if let Some(id) = draft.id {
        store::draft(office.db(), id)?;
    }
    office.act(SET, |pen| store::set(pen, &draft))
}

/// Removes a movement that was added by mistake, with its launches; one that people registered in stays.
pub fn remove(office: &mut Office, gone: MovementGone) -> Result<Done<()>> {
    if registers::any_within(office.db(), gone.id)? {
        return Err(Error::refused(
            "id",
            "Phong trào đã có đăng ký nên không xóa được. Phong trào đã xong thì ghi ngày kết thúc.",
        ));
    }
    office.act(REMOVE, |pen| store::remove(pen, gone.id))
}

#[cfg(test)]
mod tests;
