//! Which passwords are taken: eight characters or more, and none that everybody tries first. No rules of composition.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::VaultError;

/// Why a password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// Fewer than eight characters.
    Short,
    /// More than 200 characters: surely something pasted by mistake.
    Long,
    /// One of those that everybody tries first, one letter repeated, or a row of the keyboard.
    Common,
}

impl Weakness {
    /// The sentence for the clerk.
    pub fn sentence(self) -> String {
        match self {
            Self::Short => "Mật khẩu cần ít nhất 8 ký tự. Một câu ngắn dễ nhớ là tốt nhất.".into(),
            Self::Long => "Mật khẩu dài quá 200 ký tự. Hãy kiểm tra lại nội dung vừa dán.".into(),
            Self::Common => {
                "Mật khẩu này quá phổ biến, rất dễ đoán. Hãy chọn một câu ngắn chỉ cơ quan mình biết.".into()
            }
        }
    }
}

static COMMON: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    include_str!("common_passwords.txt")
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
});

/// Takes or refuses a new password.
pub fn judge_password(password: &str) -> Result<(), VaultError> {
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(password).to_lowercase();
    let length = composed.chars().count();
    let weakness = if length < 8 {
        Weakness::Short
    } else if length > 200 {
        Weakness::Long
    } else if COMMON.contains(composed.as_str()) || repeats(&composed) || runs(&composed) {
        Weakness::Common
    } else {
        return Ok(());
    };
    Err(VaultError::WeakPassword(weakness))
}

/// `aaaaaaaa`, `12121212`, `abcabcabc`: one to three signs over and over.
fn repeats(text: &str) -> bool {
    let signs: Vec<char> = text.chars().collect();
    (1..=3).any(|step| signs.iter().zip(signs.iter().skip(step)).all(|(one, other)| one == other))
}

/// `23456789`, `hgfedcba`: each sign follows the one before.
fn runs(text: &str) -> bool {
    let codes: Vec<i64> = text.chars().map(|sign| i64::from(u32::from(sign))).collect();
    let steps: BTreeSet<i64> = codes.iter().zip(codes.iter().skip(1)).map(|(one, next)| next - one).collect();
    steps.len() == 1 && steps.iter().all(|step| step.abs() == 1)
}
