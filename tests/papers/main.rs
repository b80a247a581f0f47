//! Papers as an office gets them: the files themselves, opened and read.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod golden;
mod hostile;
mod pages;
mod rooms;
mod samples;
mod whole;
