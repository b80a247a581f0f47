//! A pledge as a form or a list gives it.

use super::{PledgeBlock, ShortcomingId};
use crate::{id::MemberId, units::UnitId, vietnamese::clean_lines};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What is promised, block by block; a block that is not there is empty.
pub type Content = BTreeMap<PledgeBlock, String>;

/// Whose pledge it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Pledger {
    /// One member.
    Member(MemberId),
    /// A unit as a collective.
    Unit(UnitId),
}

/// A pledge as the form gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PledgeDraft {
    /// Chức vụ, as on paper.
    pub position: String,
    /// Đảng viên, as on paper; none: not said (restricted).
    pub party_member: Option<bool>,
    /// Chi bộ (restricted).
    pub party_cell: String,
    /// What is promised.
    pub content: Content,
    /// When it came in; none: today.
    pub registered_on: Option<NaiveDate>,
    /// What is to be mended (restricted).
    pub shortcomings: Vec<ShortcomingDraft>,
}

/// A shortcoming as the form gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ShortcomingDraft {
    /// Which one is corrected; none: a new one.
    pub id: Option<ShortcomingId>,
    /// Hạn chế, khuyết điểm.
    pub shortcoming: String,
    /// Nguyên nhân.
    pub cause: String,
    /// Biện pháp khắc phục.
    pub correction: String,
    /// Thời hạn.
    pub deadline: Option<NaiveDate>,
    /// Người theo dõi.
    pub follower: String,
    /// Kết quả khắc phục.
    pub mending: String,
    /// Khắc phục xong ngày nào; none: not yet.
    pub mended_on: Option<NaiveDate>,
}

impl PledgeDraft {
    /// The same, with every text cleaned and empty blocks left out.
    pub(super) fn cleaned(self) -> Self {
        let tidy = |text: String| clean_lines(&text);
        let content: Content = self.content.into_iter().map(|(block, text)| (block, tidy(text))).collect();
        Self {
            position: tidy(self.position),
            party_cell: tidy(self.party_cell),
            content: content.into_iter().filter(|(_, text)| !text.is_empty()).collect(),
            shortcomings: self.shortcomings.into_iter().map(ShortcomingDraft::cleaned).collect(),
            ..self
        }
    }
}

impl ShortcomingDraft {
    fn cleaned(self) -> Self {
        Self {
            shortcoming: clean_lines(&self.shortcoming),
            cause: clean_lines(&self.cause),
            correction: clean_lines(&self.correction),
            follower: clean_lines(&self.follower),
            mending: clean_lines(&self.mending),
            ..self
        }
    }
}
