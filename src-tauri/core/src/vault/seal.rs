//! Wrapping the data key: Argon2id for what a person remembers, XChaCha20-Poly1305 around the key itself.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use icu_normalizer::ComposingNormalizerBorrowed;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::VaultError;
use super::key::random;

/// What one try at a password costs. Stored beside the wrap, so that it can grow without breaking old files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub passes: u32,
}

impl Cost {
    /// 64 MiB, 3 passes: about half a second on an old office machine. OWASP's floor is 19 MiB and 2 passes.
    pub const OFFICE: Self = Self { memory_kib: 64 * 1024, passes: 3 };
    /// OWASP's floor; what is cheaper is not a file of ours.
    pub const FLOOR: Self = Self { memory_kib: 19 * 1024, passes: 2 };
    /// What is dearer is not a file of ours either, and would only stop the machine.
    const CEILING: Self = Self { memory_kib: 1024 * 1024, passes: 64 };

    pub(super) fn sane(self) -> bool {
        (Self::FLOOR.memory_kib..=Self::CEILING.memory_kib).contains(&self.memory_kib)
            && (Self::FLOOR.passes..=Self::CEILING.passes).contains(&self.passes)
    }
}

/// The key that a password stands for. Text is brought to NFC first: two Vietnamese keyboards may type "ế" differently.
pub(super) fn stretch(password: &str, salt: &[u8], cost: Cost) -> Result<Zeroizing<[u8; 32]>, VaultError> {
    let composed = Zeroizing::new(ComposingNormalizerBorrowed::new_nfc().normalize(password).into_owned());
    let params = Params::new(cost.memory_kib, cost.passes, 1, Some(32))
        .map_err(|cause| VaultError::Failed(cause.to_string()))?;
    let mut key = Zeroizing::new([0_u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(composed.as_bytes(), salt, key.as_mut_slice())
        .map_err(|cause| VaultError::Failed(cause.to_string()))?;
    Ok(key)
}

/// A data key closed under another key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sealed {
    #[serde(with = "hex::serde")]
    nonce: [u8; 24],
    #[serde(with = "hex::serde")]
    sealed: Vec<u8>,
}

impl Sealed {
    /// Closes `secret` under `key`, bound to `purpose`: a wrap moved to another place does not open.
    pub fn close(secret: &[u8; 32], key: &[u8; 32], purpose: &[u8]) -> Result<Self, VaultError> {
        let nonce = random::<24>()?;
        let sealed = XChaCha20Poly1305::new(key.into())
            .encrypt(XNonce::from_slice(&nonce), Payload { msg: secret, aad: purpose })
            .map_err(|_| VaultError::Failed("the key could not be wrapped".into()))?;
        Ok(Self { nonce, sealed })
    }

    /// The secret, or nothing when the key does not fit.
    pub fn open(&self, key: &[u8; 32], purpose: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
        let opened = Zeroizing::new(
            XChaCha20Poly1305::new(key.into())
                .decrypt(XNonce::from_slice(&self.nonce), Payload { msg: &self.sealed, aad: purpose })
                .ok()?,
        );
        Some(Zeroizing::new(<[u8; 32]>::try_from(opened.as_slice()).ok()?))
    }
}
