//! The vault: the key of the office's file, the password ("mật khẩu") and the recovery key ("mã khôi phục").
//!
//! The data key and the salt are random and never change. What changes is how they are wrapped in `key.json`: bare when there is
//! no password, under the password when there is one, and always under the recovery key. The salt is given to the cipher
//! explicitly, because a salt kept in the first page of the file is lost with that page in a power cut.

mod attempts;
mod key;
mod key_file;
mod password;
mod recovery;
mod seal;

pub use attempts::Attempts;
pub use key::Key;
pub use key_file::{KEY_FILE_VERSION, KeyFile};
pub use password::{Weakness, judge_password};
pub use recovery::{RecoveryKey, Slip};
pub use seal::Cost;

/// Why the vault stays closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VaultError {
    /// A password is set and none was given.
    NeedsPassword,
    /// The password does not fit.
    WrongPassword,
    /// The recovery key is well typed, but belongs to another office or was replaced by a newer one.
    WrongRecoveryKey,
    /// The recovery key was mistyped.
    MistypedRecoveryKey(Slip),
    /// The chosen password is too easy to guess.
    WeakPassword(Weakness),
    /// Too many wrong tries: this many seconds to wait.
    Wait(u64),
    /// `key.json` is not as this program wrote it; says what is wrong, for the log.
    Damaged(String),
    /// `key.json` is whole, but the register beside it is another office's.
    OfAnother,
    /// `key.json` comes from a newer version of this program.
    TooNew,
    /// The system gave no random numbers, or too little memory to work the password out; for the log.
    Failed(String),
}

impl VaultError {
    /// The sentence for the clerk: what is wrong and what to do.
    pub fn sentence(&self) -> String {
        match self {
            Self::NeedsPassword => "Dữ liệu có đặt mật khẩu. Hãy nhập mật khẩu để mở.".into(),
            Self::WrongPassword => {
                "Mật khẩu chưa đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại; nếu quên, dùng mã khôi phục đã in.".into()
            }
            Self::WrongRecoveryKey => {
                "Mã khôi phục này không phải của dữ liệu này. Hãy tìm tờ mã khôi phục in sau cùng của cơ quan.".into()
            }
            Self::MistypedRecoveryKey(slip) => slip.sentence(),
            Self::WeakPassword(weakness) => weakness.sentence(),
            Self::Wait(seconds) => format!("Đã nhập sai nhiều lần. Hãy đợi {seconds} giây rồi thử lại."),
            Self::Damaged(_) => {
                "Tệp khóa key.json bị hỏng. Hãy khôi phục từ bản sao lưu bằng mã khôi phục; đừng xóa thư mục dữ liệu.".into()
            }
            Self::OfAnother => {
                "Tệp khóa key.json trong thư mục dữ liệu là của cơ quan khác; dữ liệu không hỏng. \
                Hãy chép lại đúng tệp key.json, hoặc nhập mã khôi phục của cơ quan mình."
                    .into()
            }
            Self::TooNew => {
                "Dữ liệu do phiên bản mới hơn của Sổ Vàng tạo ra. Hãy cài phiên bản mới rồi mở lại; dữ liệu vẫn nguyên vẹn.".into()
            }
            Self::Failed(_) => "Máy không đủ bộ nhớ để mở khóa. Hãy đóng bớt chương trình rồi thử lại.".into(),
        }
    }

    /// The sentence where the register itself is there and a backup holds its key: nothing but the key file is lost.
    pub fn sentence_beside_a_whole_register(&self) -> String {
        match self {
            Self::Damaged(_) => "Tệp khóa key.json bị mất hoặc bị hỏng, tệp dữ liệu vẫn còn. \
                Hãy nhập mã khôi phục để mở; đừng xóa thư mục dữ liệu."
                .into(),
            Self::NeedsPassword
            | Self::WrongPassword
            | Self::WrongRecoveryKey
            | Self::MistypedRecoveryKey(_)
            | Self::WeakPassword(_)
            | Self::Wait(_)
            | Self::OfAnother
            | Self::TooNew
            | Self::Failed(_) => self.sentence(),
        }
    }
}

impl std::fmt::Display for VaultError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Damaged(cause) | Self::Failed(cause) => write!(f, "{} ({cause})", self.sentence()),
            Self::NeedsPassword
            | Self::WrongPassword
            | Self::WrongRecoveryKey
            | Self::MistypedRecoveryKey(_)
            | Self::WeakPassword(_)
            | Self::Wait(_)
            | Self::OfAnother
            | Self::TooNew => f.write_str(&self.sentence()),
        }
    }
}

impl std::error::Error for VaultError {}

impl From<VaultError> for crate::error::Error {
    fn from(error: VaultError) -> Self {
        let field = match error {
            // whatever is wrong with the key file, the recovery key is the way out
            VaultError::MistypedRecoveryKey(_)
            | VaultError::WrongRecoveryKey
            | VaultError::Damaged(_)
            | VaultError::OfAnother => "recovery_key",
            VaultError::NeedsPassword
            | VaultError::WrongPassword
            | VaultError::WeakPassword(_)
            | VaultError::Wait(_) => "password",
            VaultError::TooNew | VaultError::Failed(_) => "",
        };
        Self::refused(field, error.sentence())
    }
}

#[cfg(test)]
mod tests;
