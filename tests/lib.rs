//! Stories.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a story may stop at the first surprise"
)]

pub mod by_desk;
pub mod chance;
pub mod deciding;
pub mod golden;
pub mod lists;
pub mod through_the_door;
