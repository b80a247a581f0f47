//! Why a file cannot be read, in the words that the office needs.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Why nothing could be read from a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unreadable {
    /// It asks for a password.
    PasswordProtected,
    /// It holds nothing.
    Empty,
    /// It is damaged; what was wrong, for the log.
    Corrupt(String),
    /// It is something else; what it is and what to do, in Vietnamese.
    WrongKind(Cow<'static, str>),
    /// It is over a cap; which one, in Vietnamese.
    TooBig(Cow<'static, str>),
    /// Reading took longer than the time allowed.
    TooSlow,
    /// The reader ended: out of memory, or a fault of its own.
    ReaderDied,
}

impl Unreadable {
    /// The name of the reason in reports.
    pub fn reason(&self) -> &'static str {
        match self {
            Self::PasswordProtected => "password_protected",
            Self::Empty => "empty",
            Self::Corrupt(_) => "corrupt",
            Self::WrongKind(_) => "wrong_type",
            Self::TooBig(_) => "too_large",
            Self::TooSlow => "too_slow",
            Self::ReaderDied => "reader_died",
        }
    }

    /// What the office is told: which file, why, what to do.
    pub fn sentence(&self, file: &str) -> String {
        let why = match self {
            Self::PasswordProtected => "tệp có mật khẩu. Hãy đề nghị đơn vị bỏ mật khẩu rồi gửi lại.".to_owned(),
            Self::Empty => "tệp không có dữ liệu. Hãy đề nghị đơn vị gửi lại.".to_owned(),
            Self::Corrupt(_) => "tệp bị hỏng hoặc gửi chưa hết. Hãy đề nghị đơn vị gửi lại.".to_owned(),
            Self::WrongKind(what) => format!("{what}."),
            Self::TooBig(which) => {
                format!("{which}. Hãy xóa dòng, cột và ô thừa hoặc tách thành nhiều tệp rồi đọc lại.")
            }
            Self::TooSlow => "đọc quá 60 giây chưa xong. Hãy lưu lại thành .xlsx mới rồi đọc lại.".to_owned(),
            Self::ReaderDied => {
                "tệp chiếm quá nhiều bộ nhớ khi mở. Hãy chép bảng sang một tệp .xlsx mới rồi đọc lại.".to_owned()
            }
        };
        format!("Không đọc được tệp “{file}”: {why}")
    }
}
