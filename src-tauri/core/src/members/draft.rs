//! What the register knows of a member, and how the text of a cell becomes it.

use super::{Gender, identity};
use crate::{
    calendar::{DateReading, PartialDate, read_date},
    choice::choice,
    vietnamese::{clean, clean_lines, fold},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A member as a form or a list gives it; nothing is required but the name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct MemberDraft {
    /// Họ và tên.
    pub full_name: String,
    /// Giới tính.
    pub gender: Option<Gender>,
    /// Ngày sinh.
    pub birth: Option<PartialDate>,
    /// Số CCCD: 12 figures when right.
    pub citizen_id: Option<String>,
    /// Số CMND cũ: 9 figures when right.
    pub legacy_id: Option<String>,
    /// Ngày cấp.
    pub id_issue_date: Option<PartialDate>,
    /// Nơi cấp.
    pub id_issue_place: Option<String>,
    /// Chức vụ, nghề nghiệp.
    pub position: Option<String>,
    /// Chức vụ công đoàn.
    pub union_position: Option<String>,
    /// Ngày vào công đoàn.
    pub union_join: Option<PartialDate>,
    /// Đảng viên (restricted).
    pub party_member: Option<bool>,
    /// Ngày vào Đảng (restricted).
    pub party_join: Option<PartialDate>,
    /// Dân tộc (restricted).
    pub ethnicity: Option<String>,
    /// Tôn giáo (restricted).
    pub religion: Option<String>,
    /// Trình độ.
    pub education: Option<String>,
    /// Điện thoại.
    pub phone: Option<String>,
    /// Thư điện tử.
    pub email: Option<String>,
    /// Quê quán.
    pub hometown: Option<String>,
    /// Nơi ở.
    pub residence: Option<String>,
    /// Công đoàn bộ phận, tổ công đoàn.
    pub section: Option<String>,
    /// Mã số đoàn viên, số thẻ.
    pub member_code: Option<String>,
    /// Loại lao động.
    pub worker_type: Option<String>,
    /// Lao động trực tiếp.
    pub is_direct_labour: Option<bool>,
    /// Lãnh đạo, quản lý.
    pub is_manager: Option<bool>,
    /// Ghi chú.
    pub note: Option<String>,
}

choice! {
    /// One field of a member.
    MemberField {
        FullName = "full_name" "Họ và tên",
        Gender = "gender" "Giới tính",
        Birth = "birth" "Ngày sinh",
        CitizenId = "citizen_id" "Số CCCD",
        LegacyId = "legacy_id" "Số CMND cũ",
        IdIssueDate = "id_issue_date" "Ngày cấp",
        IdIssuePlace = "id_issue_place" "Nơi cấp",
        Position = "position" "Chức vụ",
        UnionPosition = "union_position" "Chức vụ công đoàn",
        UnionJoin = "union_join" "Ngày vào công đoàn",
        PartyMember = "party_member" "Đảng viên",
        PartyJoin = "party_join" "Ngày vào Đảng",
        Ethnicity = "ethnicity" "Dân tộc",
        Religion = "religion" "Tôn giáo",
        Education = "education" "Trình độ",
        Phone = "phone" "Điện thoại",
        Email = "email" "Email",
        Hometown = "hometown" "Quê quán",
        Residence = "residence" "Nơi ở",
        Section = "section" "Bộ phận, tổ",
        MemberCode = "member_code" "Mã đoàn viên",
        WorkerType = "worker_type" "Loại lao động",
        IsDirectLabour = "is_direct_labour" "Lao động trực tiếp",
        IsManager = "is_manager" "Lãnh đạo, quản lý",
        Note = "note" "Ghi chú",
    }
}

const NO_SUCH_DAY: &str = "Ngày này không có trong lịch. Ví dụ cách ghi đúng: 05/09/1987.";
const NO_DAY: &str = "Chưa đúng cách ghi ngày. Hãy ghi ngày, tháng/năm hoặc năm. Ví dụ: 05/09/1987, 09/1987, 1987.";
const NO_GENDER: &str = "Giới tính phải là Nam hoặc Nữ. Để trống nếu chưa rõ.";
const NO_TRUTH: &str = "Hãy ghi Có hoặc Không. Để trống nếu chưa rõ.";

impl MemberField {
    /// Fields that are masked unless a screen asks for them.
    pub const fn is_restricted(self) -> bool {
        matches!(self, Self::PartyMember | Self::PartyJoin | Self::Ethnicity | Self::Religion)
    }

    /// Puts the text of a cell into its field; a blank empties it. Refuses with a sentence.
    pub fn put(self, draft: &mut MemberDraft, text: &str, today: NaiveDate) -> Result<(), &'static str> {
        match self {
            Self::FullName => draft.full_name = clean(text),
            Self::Gender => draft.gender = gender(text)?,
            Self::Birth => draft.birth = date(text, today)?,
            Self::CitizenId => return put_card(draft, text),
            Self::LegacyId => draft.legacy_id = number(text),
            Self::IdIssueDate => draft.id_issue_date = date(text, today)?,
            Self::IdIssuePlace => draft.id_issue_place = words(text),
            Self::Position => draft.position = words(text),
            Self::UnionPosition => draft.union_position = words(text),
            Self::UnionJoin => draft.union_join = date(text, today)?,
            Self::PartyMember => draft.party_member = truth(text)?,
            Self::PartyJoin => draft.party_join = date(text, today)?,
            Self::Ethnicity => draft.ethnicity = words(text),
            Self::Religion => draft.religion = words(text),
            Self::Education => draft.education = words(text),
            Self::Phone => draft.phone = words(text),
            Self::Email => draft.email = words(text),
            Self::Hometown => draft.hometown = words(text),
            Self::Residence => draft.residence = words(text),
            Self::Section => draft.section = words(text),
            Self::MemberCode => draft.member_code = words(text),
            Self::WorkerType => draft.worker_type = words(text),
            Self::IsDirectLabour => draft.is_direct_labour = truth(text)?,
            Self::IsManager => draft.is_manager = truth(text)?,
            Self::Note => draft.note = Some(clean_lines(text)).filter(|note| !note.is_empty()),
        }
        Ok(())
    }

    /// Takes the field over from another record. A blank there erases nothing; what stands here gives way only if `over`.
    pub fn take(self, draft: &mut MemberDraft, other: &MemberDraft, over: bool) {
        #[allow(clippy::ref_option, reason = "both sides are a field of a draft")]
        fn take<T: Clone>(mine: &mut Option<T>, theirs: &Option<T>, over: bool) {
            if theirs.is_some() && (over || mine.is_none()) {
                mine.clone_from(theirs);
            }
        }
        match self {
            Self::FullName => {
                if over && !other.full_name.is_empty() {
                    draft.full_name.clone_from(&other.full_name);
                }
            }
            Self::Gender => take(&mut draft.gender, &other.gender, over),
            Self::Birth => take(&mut draft.birth, &other.birth, over),
            Self::CitizenId => take(&mut draft.citizen_id, &other.citizen_id, over),
            Self::LegacyId => take(&mut draft.legacy_id, &other.legacy_id, over),
            Self::IdIssueDate => take(&mut draft.id_issue_date, &other.id_issue_date, over),
            Self::IdIssuePlace => take(&mut draft.id_issue_place, &other.id_issue_place, over),
            Self::Position => take(&mut draft.position, &other.position, over),
            Self::UnionPosition => take(&mut draft.union_position, &other.union_position, over),
            Self::UnionJoin => take(&mut draft.union_join, &other.union_join, over),
            Self::PartyMember => take(&mut draft.party_member, &other.party_member, over),
            Self::PartyJoin => take(&mut draft.party_join, &other.party_join, over),
            Self::Ethnicity => take(&mut draft.ethnicity, &other.ethnicity, over),
            Self::Religion => take(&mut draft.religion, &other.religion, over),
            Self::Education => take(&mut draft.education, &other.education, over),
            Self::Phone => take(&mut draft.phone, &other.phone, over),
            Self::Email => take(&mut draft.email, &other.email, over),
            Self::Hometown => take(&mut draft.hometown, &other.hometown, over),
            Self::Residence => take(&mut draft.residence, &other.residence, over),
            Self::Section => take(&mut draft.section, &other.section, over),
            Self::MemberCode => take(&mut draft.member_code, &other.member_code, over),
            Self::WorkerType => take(&mut draft.worker_type, &other.worker_type, over),
            Self::IsDirectLabour => take(&mut draft.is_direct_labour, &other.is_direct_labour, over),
            Self::IsManager => take(&mut draft.is_manager, &other.is_manager, over),
            Self::Note => take(&mut draft.note, &other.note, over),
        }
    }
}

#[allow(clippy::unnecessary_wraps, reason = "like the other fields, which can be refused")]
fn put_card(draft: &mut MemberDraft, text: &str) -> Result<(), &'static str> {
    // typed by hand, a number is kept as it is: what is doubtful about it is a warning, never a block
    let typed = number(text);
    let read = identity::read_card(text);
    draft.citizen_id = read.citizen_id.or(typed);
    Ok(())
}

fn words(text: &str) -> Option<String> {
    Some(clean(text)).filter(|text| !text.is_empty())
}

fn number(text: &str) -> Option<String> {
    words(text).map(|text| text.replace([' ', '.', '-'], "")).filter(|text| !text.is_empty())
}

fn date(text: &str, today: NaiveDate) -> Result<Option<PartialDate>, &'static str> {
    if words(text).is_none() {
        return Ok(None);
    }
    match read_date(text, today) {
        DateReading::Read(date, _) => Ok(Some(date)),
        DateReading::Impossible => Err(NO_SUCH_DAY),
        DateReading::Unreadable => Err(NO_DAY),
    }
}

fn gender(text: &str) -> Result<Option<Gender>, &'static str> {
    match fold(text).as_str() {
        "" => Ok(None),
        "nam" | "m" => Ok(Some(Gender::Nam)),
        "nu" | "f" => Ok(Some(Gender::Nu)),
        _ => Err(NO_GENDER),
    }
}

fn truth(text: &str) -> Result<Option<bool>, &'static str> {
    match fold(text).as_str() {
        "" => Ok(None),
        "co" | "x" | "1" | "dung" | "true" | "v" | "roi" | "dang vien" => Ok(Some(true)),
        "khong" | "0" | "sai" | "false" | "k" | "chua" => Ok(Some(false)),
        _ => Err(NO_TRUTH),
    }
}
