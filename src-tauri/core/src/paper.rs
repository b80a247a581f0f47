//! Papers: finished files, on their way to the person.

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The name that is proposed for it.
    pub file_name: String,
    /// Its media type.
    pub media: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}
