//! The stories of the rooms: one program, so that it is linked once and its stories run side by side.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a story may stop at the first surprise"
)]

mod clerks_year;
mod compacts;
mod decision;
mod documents;
mod initiatives;
mod intake_desk;
mod intake_history;
mod intake_hostile;
mod intake_members;
mod intake_pledges;
mod movements;
mod moving_world;
mod papers;
mod paths;
mod pledges;
mod scores;
mod to_come;
mod training;
