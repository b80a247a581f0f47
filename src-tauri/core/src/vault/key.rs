//! The data key and its salt.

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use super::VaultError;

/// The 256-bit data key and the 128-bit salt of one encrypted file. Wiped from memory when dropped.
#[derive(Clone)]
pub struct Key {
    key: [u8; 32],
    salt: [u8; 16],
}

impl Key {
    /// A new random key with a new random salt.
    pub fn new() -> Result<Self, VaultError> {
        Ok(Self { key: random()?, salt: random()? })
    }

    pub(super) fn from_parts(key: [u8; 32], salt: [u8; 16]) -> Self {
        Self { key, salt }
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.key
    }

    pub(super) fn salt(&self) -> &[u8; 16] {
        &self.salt
    }

    /// The value for `pragma key`: a raw key and salt, so that nothing is read from the file's first page.
    pub fn pragma(&self) -> Zeroizing<String> {
        let mut literal = Zeroizing::new(String::with_capacity(99));
        literal.push_str("x'");
        literal.push_str(&Zeroizing::new(hex::encode(self.key)));
        literal.push_str(&hex::encode(self.salt));
        literal.push('\'');
        literal
    }

    /// Is this the salt that stands in the first bytes of a file of this key? Nothing is read from there, but a changed salt
    /// says that the file is damaged or another one.
    pub fn is_salt(&self, bytes: &[u8]) -> bool {
        bytes == self.salt
    }

    /// A name for the key that may be shown and kept beside a file, and says nothing about the key.
    pub fn id(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(b"so-vang key id 1");
        hash.update(self.salt);
        hash.update(self.key);
        let digest = hash.finalize();
        hex::encode(digest.iter().take(8).copied().collect::<Vec<u8>>())
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.key.zeroize();
        self.salt.zeroize();
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Key({})", self.id())
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Key {}

/// Random bytes from the system.
pub(super) fn random<const N: usize>() -> Result<[u8; N], VaultError> {
    let mut bytes = [0_u8; N];
    getrandom::fill(&mut bytes).map_err(|cause| VaultError::Failed(format!("no random numbers: {cause}")))?;
    Ok(bytes)
}
