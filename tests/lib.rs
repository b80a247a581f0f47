//! Stories.

pub mod by_desk;
pub mod chance;
pub mod deciding;
pub mod golden;
pub mod lists;
pub mod through_the_door;
