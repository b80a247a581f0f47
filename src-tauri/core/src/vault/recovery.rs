//! The recovery key: 128 random bits on a sheet of paper, in seven groups of five letters and digits.
//!
//! Crockford's base32 leaves out I, L, O and U, so that a handwritten copy can be read back. Each group ends with a check of its
//! own (we can say *which* group was mistyped) and a check over the whole finds what slips past that, such as two groups swapped.

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use super::VaultError;
use super::key::random;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS: usize = 7;
const LETTERS: usize = 5;

/// A recovery key. Wiped from memory when dropped; never written to the data folder.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryKey {
    bits: u128,
}

/// How a recovery key was mistyped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// Not 35 letters and digits: how many were typed.
    Length(usize),
    /// A sign that no recovery key has (U is one), in this group, counted from 1.
    Sign {
        /// The sign.
        sign: char,
        /// The group, from 1.
        group: usize,
    },
    /// This group does not fit its own check; counted from 1.
    Group(usize),
    /// Every group fits, but not together: two were swapped, or two keys were mixed.
    Whole,
}

impl Slip {
    /// The sentence for the clerk.
    pub fn sentence(self) -> String {
        match self {
            Self::Length(typed) => {
                format!("Mã khôi phục có 35 chữ và số chia 7 nhóm, bạn mới gõ {typed}. Hãy so lại với tờ đã in.")
            }
            Self::Sign { sign, group } => {
                format!("Nhóm thứ {group} có ký tự “{sign}” không dùng trong mã khôi phục. Hãy so lại với tờ đã in.")
            }
            Self::Group(group) => format!("Nhóm thứ {group} gõ chưa đúng. Hãy so lại nhóm này với tờ đã in."),
            Self::Whole => "Các nhóm của mã khôi phục không khớp nhau. Hãy so lại thứ tự các nhóm với tờ đã in.".into(),
        }
    }
}

impl RecoveryKey {
    /// A new random recovery key.
    pub fn new() -> Result<Self, VaultError> {
        Ok(Self { bits: u128::from_be_bytes(random()?) })
    }

    #[cfg(test)]
    pub(super) fn from_bits(bits: u128) -> Self {
        Self { bits }
    }

    /// As printed: `ABCDE-…`, seven groups of five.
    pub fn printed(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(GROUPS * (LETTERS + 1)));
        for (index, data) in self.groups().into_iter().enumerate() {
            if index > 0 {
                text.push('-');
            }
            let five_and_twenty = (data << 5) | crc5(data, index);
            for place in (0..LETTERS).rev() {
                text.push(letter(five_and_twenty >> (place * 5)));
            }
        }
        text
    }

    /// Reads what was typed: any case, any spaces or dashes, O for 0, I and L for 1.
    pub fn parse(typed: &str) -> Result<Self, VaultError> {
        Self::read(typed).map_err(VaultError::MistypedRecoveryKey)
    }

    /// Is this the last group, as typed from the paper?
    pub fn ends_with(&self, typed: &str) -> bool {
        let signs: Option<Vec<u32>> = bare_signs(typed).into_iter().map(digit).collect();
        let last = self.printed().chars().rev().take(LETTERS).collect::<Vec<char>>();
        let last: Option<Vec<u32>> = last.into_iter().rev().map(digit).collect();
        signs.is_some() && signs == last
    }

    fn read(typed: &str) -> Result<Self, Slip> {
        let signs = bare_signs(typed);
        if signs.len() != GROUPS * LETTERS {
            return Err(Slip::Length(signs.len()));
        }
        let mut bits: u128 = 0;
        let mut check: u32 = 0;
        for (index, group) in signs.chunks(LETTERS).enumerate() {
            let data = read_group(group, index)?;
            if index + 1 < GROUPS {
                bits = (bits << 20) | u128::from(data);
            } else {
                bits = (bits << 8) | u128::from(data >> 12);
                check = data & 0xFFF;
            }
        }
        if check == crc12(bits) { Ok(Self { bits }) } else { Err(Slip::Whole) }
    }

    /// Seven groups of 20 bits: the 128 bits of the key, then 12 bits of check over them.
    fn groups(&self) -> Vec<u32> {
        let low = ((low_bits(self.bits) & 0xFF) << 12) | crc12(self.bits);
        (1..GROUPS).rev().map(|place| low_bits(self.bits >> (8 + 20 * (place - 1))) & 0xF_FFFF).chain([low]).collect()
    }

    /// The key that wraps the data key. 128 random bits need no stretching; the salt keeps two offices apart.
    pub(super) fn wrapping_key(&self, salt: &[u8]) -> Zeroizing<[u8; 32]> {
        let mut hash = Sha256::new();
        hash.update(b"so-vang recovery key 1");
        hash.update(salt);
        hash.update(self.bits.to_be_bytes());
        Zeroizing::new(hash.finalize().into())
    }
}

impl Drop for RecoveryKey {
    fn drop(&mut self) {
        self.bits.zeroize();
    }
}

impl std::fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryKey(…)")
    }
}

/// Without the spaces and dashes that people put between groups.
fn bare_signs(typed: &str) -> Vec<char> {
    typed.chars().filter(|sign| !sign.is_whitespace() && !"-–—_.".contains(*sign)).collect()
}

fn read_group(group: &[char], index: usize) -> Result<u32, Slip> {
    let mut value: u32 = 0;
    for sign in group {
        let digit = digit(*sign).ok_or(Slip::Sign { sign: *sign, group: index + 1 })?;
        value = (value << 5) | digit;
    }
    let data = value >> 5;
    if value & 0x1F == crc5(data, index) { Ok(data) } else { Err(Slip::Group(index + 1)) }
}

fn letter(value: u32) -> char {
    let index = usize::try_from(value & 0x1F).unwrap_or_default();
    char::from(ALPHABET.get(index).copied().unwrap_or(b'0'))
}

fn digit(sign: char) -> Option<u32> {
    let sign = match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|letter| char::from(*letter) == sign)?;
    u32::try_from(place).ok()
}

fn low_bits(value: u128) -> u32 {
    u32::try_from(value & u128::from(u32::MAX)).unwrap_or_default()
}

/// CRC-5 (polynomial x⁵+x²+1) over 20 bits: any one wrong letter is found. The group's place is mixed in, so a swap shows.
fn crc5(data: u32, index: usize) -> u32 {
    let place = u32::try_from(index).unwrap_or_default();
    remainder(u128::from(data), 20, 0b10_0101, 5) ^ ((place * 3) & 0x1F)
}

/// CRC-12 (polynomial x¹²+x¹¹+x³+x²+x+1) over 128 bits: any two neighbouring letters exchanged are found.
fn crc12(bits: u128) -> u32 {
    remainder(bits, 128, 0b1_1000_0000_1111, 12)
}

/// The remainder of `bits`·2^`degree` by the polynomial, bit by bit from the highest.
fn remainder(bits: u128, length: u32, polynomial: u32, degree: u32) -> u32 {
    let top = 1_u32 << degree;
    let mut rest: u32 = 0;
    for place in (0..length).rev() {
        rest = (rest << 1) ^ ((low_bits(bits >> place) & 1) << degree);
        if rest & top != 0 {
            rest ^= polynomial;
        }
    }
    rest & (top - 1)
}
