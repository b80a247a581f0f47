//! Stories.

pub mod chance;
