//! What carries the door: shared by the window's shell, the terminal and a browser on this computer.

pub mod batch;
pub mod carrier;
pub mod folder;
pub mod self_test;
pub mod serve;
