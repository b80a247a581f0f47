//! Stories.

pub mod chance;
pub mod through_the_door;
