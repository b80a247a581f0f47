//! The commendation list for the province, in columns that the office designs itself: which, in what order, called what.
//!
//! No common form exists; each province sends its own. A design is kept by name and used again next year.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Kind;

/// A standard column of commendation lists. The names in files and in the register never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standard {
    /// Number in the list.
    Index,
    /// "Ông", "Bà".
    Honorific,
    /// Whole name, or the collective's.
    FullName,
    /// Family and middle name.
    FamilyMiddle,
    /// Given name.
    GivenName,
    /// Birth.
    Birth,
    /// Birth, only of men: half of the column pair "Nam | Nữ".
    BirthOfMan,
    /// Birth, only of women.
    BirthOfWoman,
    /// "Nam", "Nữ".
    Gender,
    /// Ethnicity; restricted.
    Ethnicity,
    /// Post in the agency or firm.
    Position,
    /// Post in the union.
    UnionPosition,
    /// Unit.
    Unit,
    /// Address.
    Address,
    /// Citizen ID.
    CitizenId,
    /// Education.
    Education,
    /// Party member; restricted.
    PartyMember,
    /// Years as a full-time union officer.
    FullTimeYears,
    /// Years as a union officer beside other work.
    PartTimeYears,
    /// Years outside the State sector.
    NonStateYears,
    /// Years as the rules convert them.
    ConvertedYears,
    /// Rating of the year before.
    RatingBefore,
    /// Rating of this year.
    RatingNow,
    /// Form of award proposed or given.
    Form,
    /// Title.
    Title,
    /// Achievement in short.
    Reason,
    /// Initiatives with their decisions.
    Initiatives,
    /// Awards already given.
    PastAwards,
    /// Result of the vote.
    Vote,
    /// Points.
    Score,
    /// Works with the hands: "x".
    DirectLabour,
    /// Bonus.
    Amount,
    /// Anything else.
    Note,
}

impl Standard {
    /// All of them, in the order in which the designer shows them.
    pub const ALL: [Self; 33] = [
        Self::Index,
        Self::Honorific,
        Self::FullName,
        Self::FamilyMiddle,
        Self::GivenName,
        Self::Birth,
        Self::BirthOfMan,
        Self::BirthOfWoman,
        Self::Gender,
        Self::Ethnicity,
        Self::Position,
        Self::UnionPosition,
        Self::Unit,
        Self::Address,
        Self::CitizenId,
        Self::Education,
        Self::PartyMember,
        Self::FullTimeYears,
        Self::PartTimeYears,
        Self::NonStateYears,
        Self::ConvertedYears,
        Self::RatingBefore,
        Self::RatingNow,
        Self::Form,
        Self::Title,
        Self::Reason,
        Self::Initiatives,
        Self::PastAwards,
        Self::Vote,
        Self::Score,
        Self::DirectLabour,
        Self::Amount,
        Self::Note,
    ];

    /// What usually stands above it, and its usual width in characters.
    pub fn usual(self) -> (&'static str, u16) {
        match self {
            Self::Index => ("STT", 5),
            Self::Honorific => ("Ông/Bà", 6),
            Self::FullName => ("Họ và tên", 22),
            Self::FamilyMiddle => ("Họ đệm", 19),
            Self::GivenName => ("Tên", 9),
            Self::Birth => ("Ngày sinh", 11),
            Self::BirthOfMan => ("Nam", 11),
            Self::BirthOfWoman => ("Nữ", 11),
            Self::Gender => ("Giới tính", 7),
            Self::Ethnicity => ("Dân tộc", 9),
            Self::Position => ("Chức vụ chính quyền", 18),
            Self::UnionPosition => ("Chức vụ công đoàn", 16),
            Self::Unit => ("Đơn vị", 24),
            Self::Address => ("Địa chỉ", 22),
            Self::CitizenId => ("Số CCCD", 15),
            Self::Education => ("Trình độ", 14),
            Self::PartyMember => ("Đảng viên", 7),
            Self::FullTimeYears => ("Chuyên trách", 9),
            Self::PartTimeYears => ("Không chuyên trách", 10),
            Self::NonStateYears => ("Ngoài nhà nước", 10),
            Self::ConvertedYears => ("Quy đổi", 9),
            Self::RatingBefore => ("Năm trước", 14),
            Self::RatingNow => ("Năm nay", 14),
            Self::Form => ("Hình thức khen thưởng", 12),
            Self::Title => ("Danh hiệu", 16),
            Self::Reason => ("Tóm tắt thành tích", 38),
            Self::Initiatives => ("Sáng kiến (tên, số quyết định)", 26),
            Self::PastAwards => ("Hình thức đã được khen (năm, số quyết định)", 26),
            Self::Vote => ("Kết quả bỏ phiếu", 12),
            Self::Score => ("Điểm", 8),
            Self::DirectLabour => ("Lao động trực tiếp", 9),
            Self::Amount => ("Mức thưởng (đồng)", 12),
            Self::Note => ("Ghi chú", 8),
        }
    }

    /// Left out of a list unless the clerk asks for it: NĐ 356/2025 counts it as sensitive.
    pub fn is_restricted(self) -> bool {
        matches!(self, Self::Ethnicity | Self::PartyMember)
    }

    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Index => Kind::Number,
            Self::Birth | Self::BirthOfMan | Self::BirthOfWoman => Kind::Date,
            Self::CitizenId => Kind::Id,
            Self::Amount => Kind::Money,
            Self::Honorific
            | Self::Gender
            | Self::Ethnicity
            | Self::PartyMember
            | Self::FullTimeYears
            | Self::PartTimeYears
            | Self::NonStateYears
            | Self::ConvertedYears
            | Self::Vote
            | Self::Score
            | Self::DirectLabour => Kind::Mark,
            Self::FullName
            | Self::FamilyMiddle
            | Self::GivenName
            | Self::Position
            | Self::UnionPosition
            | Self::Unit
            | Self::Address
            | Self::Education
            | Self::RatingBefore
            | Self::RatingNow
            | Self::Form
            | Self::Title
            | Self::Reason
            | Self::Initiatives
            | Self::PastAwards
            | Self::Note => Kind::Text,
        }
    }

    /// The heading that neighbours of one family share.
    pub(super) fn family(self) -> Option<&'static str> {
        match self {
            Self::BirthOfMan | Self::BirthOfWoman => Some("Ngày sinh"),
            Self::FullTimeYears | Self::PartTimeYears | Self::NonStateYears | Self::ConvertedYears => {
                Some("Số năm công tác công đoàn")
            }
            Self::RatingBefore | Self::RatingNow => Some("Xếp loại 2 năm gần nhất"),
            Self::Index
            | Self::Honorific
            | Self::FullName
            | Self::FamilyMiddle
            | Self::GivenName
            | Self::Birth
            | Self::Gender
            | Self::Ethnicity
            | Self::Position
            | Self::UnionPosition
            | Self::Unit
            | Self::Address
            | Self::CitizenId
            | Self::Education
            | Self::PartyMember
            | Self::Form
            | Self::Title
            | Self::Reason
            | Self::Initiatives
            | Self::PastAwards
            | Self::Vote
            | Self::Score
            | Self::DirectLabour
            | Self::Amount
            | Self::Note => None,
        }
    }
}

/// A column as the office wants it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DesignColumn {
    /// What is in it.
    pub kind: Standard,
    /// What stands above it.
    pub header: String,
    /// Characters.
    pub width: u16,
}

/// A saved choice of columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Design {
    /// "LĐLĐ tỉnh, mẫu 2024".
    pub name: String,
    /// From left to right.
    pub columns: Vec<DesignColumn>,
}

impl Design {
    /// Columns with their usual headers and widths.
    pub fn of(name: &str, columns: &[Standard]) -> Self {
        let columns = columns.iter().map(|kind| {
            let (header, width) = kind.usual();
            DesignColumn { kind: *kind, header: header.to_owned(), width }
        });
        Self { name: name.to_owned(), columns: columns.collect() }
    }

    /// The design that every office starts with.
    pub fn standard() -> Self {
        let columns = [
            Standard::Index,
            Standard::Honorific,
            Standard::FullName,
            Standard::BirthOfMan,
            Standard::BirthOfWoman,
            Standard::Position,
            Standard::UnionPosition,
            Standard::Unit,
            Standard::Form,
            Standard::Reason,
            Standard::Amount,
            Standard::Note,
        ];
        Self::of("Mẫu chuẩn", &columns)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn the_names_of_columns_in_saved_designs_never_change() {
        let names: Vec<String> = Standard::ALL.iter().map(|one| serde_json::to_string(one).unwrap()).collect();
        assert_eq!(
            names.join(" ").replace('"', ""),
            "index honorific full_name family_middle given_name birth birth_of_man birth_of_woman gender ethnicity position \
             union_position unit address citizen_id education party_member full_time_years part_time_years non_state_years \
             converted_years rating_before rating_now form title reason initiatives past_awards vote score direct_labour \
             amount note"
        );
    }

    #[test]
    fn sensitive_columns_are_not_in_the_design_that_everyone_starts_with() {
        assert!(Design::standard().columns.iter().all(|column| !column.kind.is_restricted()));
    }
}
