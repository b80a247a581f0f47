//! What the intake has to say about a row: each kind by the name that reports use and by the sentence that clerks read.

use serde::{Deserialize, Serialize};

/// Something noticed while reading a row or a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "IntakeFinding")]
pub enum Finding {
    /// The birth date does not exist.
    BirthImpossible,
    /// The birth cell holds no date.
    BirthUnreadable,
    /// The birth date is after the list or before 1930.
    BirthOutOfRange,
    /// Both Nam and Nữ are marked.
    GenderConflict,
    /// Neither Nam nor Nữ is marked.
    GenderMissing,
    /// Lost zeros of the ID were restored.
    CccdZeroPadded,
    /// The ID was shown as 3.62E+10: its digits are gone.
    CccdSciLost,
    /// Neither 9 nor 12 digits.
    CccdBadLength,
    /// The ID's 4th digit contradicts the gender.
    CccdGenderMismatch,
    /// The ID's 5th and 6th digits contradict the birth year.
    CccdBirthMismatch,
    /// The same person stands twice in the file.
    DuplicateInFile,
    /// There is data but no name.
    NameMissing,
    /// A title stood in front of the name.
    NamePrefix,
    /// What stands in the name column may be no name.
    NameSuspicious,
    /// Joined the union before the age of 15.
    JoinTooYoung,
    /// The file has rows hidden by a filter; they were read.
    HiddenRows,
    /// A formula without a stored value.
    FormulaNoCachedValue,
    /// 5/3/81 read as 1981.
    BirthTwoDigitYear,
    /// A plain number read as an Excel date.
    BirthSerial,
    /// A leading apostrophe was removed.
    BirthApostrophe,
    /// Spaces or a trailing dot were cleaned off the name.
    NameSpaces,
    /// The name was in capitals.
    NameAllCaps,
    /// Ð (U+00D0) was read as Đ.
    EthForD,
    /// Nine digits in the ID column: an old CMND.
    Cmnd9InCccdColumn,
    /// The ID is a number shown with zeros by its format.
    CccdNumberFormat,
    /// The row was hidden by a filter.
    HiddenRow,
    /// The ID cell is empty.
    CccdMissing,
    /// The birth cell is empty.
    BirthMissing,
    /// The phone number lost its zero or was written +84.
    PhoneZero,
    /// A date other than the birth date could not be read.
    DateUnreadable,
    /// The row names a unit that the office does not have.
    UnitUnknown,
    /// The row names another unit than the file does.
    UnitOther,
    /// The row names a unit that the register does not have; its name stays as written.
    UnitAsWritten,
    /// A cell that should hold a number holds something else.
    NumberUnreadable,
    /// The register says another gender of the member whom the row names.
    GenderOther,
    /// A cell holds the error of a formula.
    CellFault,
    /// A remark in brackets stood behind the name.
    NameRemark,
    /// Letters of an old font stood in a row of an otherwise plain list.
    OldFont,
    /// Whom the row names left earlier.
    LeftBefore,
    /// The list itself says that whom the row names has left.
    SaidToHaveLeft,
    /// A ditto sign was read as what stands above it.
    Ditto,
    /// A list of all employees does not mark whom the row names as a member.
    NotMarked,
    /// Born too late to work.
    TooYoung,
    /// The column writes the month before the day; this date could be read either way.
    MonthFirst,
    /// Excel had taken the day for the month.
    DaySwapped,
    /// The row, its group or its sheet names another unit than the file's, and goes there.
    UnitOfRow,
}

impl Finding {
    /// The name in reports.
    pub fn name(self) -> String {
        serde_json::to_value(self).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// The sentence for the clerk.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::BirthImpossible => "Ngày sinh không có trong lịch: đã để trống, giữ nguyên chữ trong tệp.",
            Self::BirthUnreadable => "Ô ngày sinh không phải là ngày: đã để trống, giữ nguyên chữ trong tệp.",
            Self::BirthOutOfRange => "Ngày sinh sau ngày lập danh sách hoặc trước năm 1930: đã để trống.",
            Self::GenderConflict => "Đánh dấu cả Nam và Nữ: đã để trống giới tính.",
            Self::GenderMissing => "Chưa đánh dấu Nam hay Nữ: đã để trống giới tính.",
            Self::CccdZeroPadded => "Số CCCD mất số 0 ở đầu: đã thêm lại cho đủ 12 số, cần đối chiếu.",
            Self::CccdSciLost => "Số CCCD chỉ còn dạng 3.62E+10, các chữ số đã mất: đã để trống, cần hỏi lại đơn vị.",
            Self::CccdBadLength => "Số CCCD không đủ 12 số (hoặc 9 số CMND): đã để trống, cần hỏi lại đơn vị.",
            Self::CccdGenderMismatch => "Số thứ tư của CCCD không khớp giới tính: giữ nguyên cả hai, cần đối chiếu.",
            Self::CccdBirthMismatch => {
                "Số thứ năm, sáu của CCCD không khớp năm sinh: giữ nguyên cả hai, cần đối chiếu."
            }
            Self::DuplicateInFile => "Người này đã có ở dòng khác của tệp: dòng này được giữ lại.",
            Self::NameMissing => "Có dữ liệu nhưng thiếu tên: dòng này được giữ lại.",
            Self::NamePrefix => "Đã bỏ chức danh đứng trước họ tên.",
            Self::NameSuspicious => "Ô họ tên không giống tên người: cần người xem lại.",
            Self::JoinTooYoung => "Ngày vào công đoàn khi chưa đủ 15 tuổi: giữ nguyên, cần đối chiếu.",
            Self::HiddenRows => "Tệp có dòng bị ẩn (đang lọc): vẫn đọc cả các dòng ấy.",
            Self::FormulaNoCachedValue => {
                "Ô là công thức không lưu kết quả: chỉ lấy phần tính lại được, cần đối chiếu."
            }
            Self::BirthTwoDigitYear => "Năm sinh ghi hai chữ số: đã thêm thế kỷ.",
            Self::BirthSerial => "Ô ngày sinh là số đếm ngày của Excel: đã đổi thành ngày.",
            Self::BirthApostrophe => "Đã bỏ dấu nháy trước ngày sinh.",
            Self::NameSpaces => "Đã bỏ khoảng trắng hoặc dấu chấm thừa trong họ tên.",
            Self::NameAllCaps => "Họ tên viết hoa cả: đã viết lại chữ thường, cần đối chiếu.",
            Self::EthForD => "Đã thay chữ Ð (Ai-xơ-len) bằng chữ Đ.",
            Self::Cmnd9InCccdColumn => "Số trong cột CCCD là CMND 9 số: đã ghi vào số CMND cũ.",
            Self::CccdNumberFormat => "Ô CCCD là số, các số 0 ở đầu do định dạng: đã giữ đủ 12 số.",
            Self::HiddenRow => "Dòng này bị ẩn trong tệp.",
            Self::CccdMissing => "Thiếu số CCCD.",
            Self::BirthMissing => "Thiếu ngày sinh.",
            Self::PhoneZero => "Số điện thoại mất số 0 hoặc ghi +84: đã viết lại.",
            Self::DateUnreadable => "Một ô ngày không đọc được: đã để trống, giữ nguyên chữ trong tệp.",
            Self::UnitUnknown => "Dòng ghi tên một đơn vị chưa có trong danh sách: cần chọn đơn vị.",
            Self::UnitOther => "Dòng ghi tên đơn vị khác với đơn vị của tệp.",
            Self::UnitAsWritten => "Đơn vị ghi ở dòng này không có trong danh sách: giữ tên như đã ghi.",
            Self::GenderOther => {
                "Giới tính ghi ở dòng này khác với sổ đoàn viên: sổ giữ nguyên, cần đối chiếu với đơn vị."
            }
            Self::CellFault => {
                "Một ô bị lỗi công thức (#N/A, #VALUE!…): đã để trống, cần xem lại tệp hoặc hỏi lại đơn vị."
            }
            Self::NameRemark => {
                "Sau họ tên có ghi chú trong ngoặc: đã bỏ khỏi họ tên, chuyển vào ghi chú; cần người xem lại."
            }
            Self::OldFont => "Dòng có chữ của phông cũ (TCVN3, VNI): đã đổi sang Unicode, cần đối chiếu.",
            Self::LeftBefore => {
                "Theo sổ, người này đã rời công đoàn cơ sở: hãy hỏi lại đơn vị. Nhận dòng chỉ sửa thông tin; ai đã trở lại thì ghi ở mục Đoàn viên, “Nhận trở lại tổ chức”."
            }
            Self::SaidToHaveLeft => {
                "Danh sách ghi người này đã nghỉ, chuyển đi hoặc đã mất: chưa nhận. Chỉ nhận nếu còn là đoàn viên; ai đã có trong sổ thì ghi rời ở mục Đoàn viên."
            }
            Self::NotMarked => "Danh sách không đánh dấu người này là đoàn viên: chỉ nhận nếu đã vào công đoàn.",
            Self::Ditto => "Ô ghi “nt” hoặc dấu lặp lại: đã lấy như dòng trên, cần đối chiếu.",
            Self::TooYoung => "Theo ngày sinh, người này chưa đủ 15 tuổi: cần người xem lại.",
            Self::MonthFirst => "Cột ngày này ghi tháng trước ngày: đã đọc tháng trước, cần đối chiếu.",
            Self::DaySwapped => "Excel đã đổi chỗ ngày và tháng của ô ngày: đã đổi lại, cần đối chiếu.",
            Self::UnitOfRow => {
                "Dòng (hoặc đề mục, trang tính của dòng) ghi một đơn vị khác với đơn vị của tệp: người này vào đơn vị ghi ở dòng, cần đối chiếu."
            }
            Self::NumberUnreadable => "Một ô số không đọc được: đã để trống, giữ nguyên chữ trong tệp.",
        }
    }

    /// What the finding does to its row.
    pub fn verdict(self) -> Verdict {
        if matches!(self, Self::DuplicateInFile | Self::NameMissing) {
            Verdict::Hold
        } else if matches!(
            self,
            Self::NameSuspicious
                | Self::NameRemark
                | Self::UnitUnknown
                | Self::LeftBefore
                | Self::SaidToHaveLeft
                | Self::NotMarked
                | Self::TooYoung
        ) {
            Verdict::Ask
        } else {
            Verdict::Take
        }
    }
}

/// What happens to a row: the gravest finding decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "IntakeVerdict")]
pub enum Verdict {
    /// It goes in.
    Take,
    /// A person decides.
    Ask,
    /// It stays out.
    Hold,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_have_the_names_of_the_report() {
        assert_eq!(Finding::CccdZeroPadded.name(), "cccd_zero_padded");
        assert_eq!(Finding::Cmnd9InCccdColumn.name(), "cmnd9_in_cccd_column");
        assert_eq!(Finding::EthForD.name(), "eth_for_d");
    }
}
