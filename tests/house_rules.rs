//! The rules of the house that no compiler checks: who may use whom, who may write what, what never stands in the tree.
//!
//! Each rule reads sources and returns complaints. Each is tried on a bad example as well, so that none can fall asleep.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]
#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    clippy::similar_names,
    reason = "the project's own files end in lower case; `rust` and `rest` are what they are"
)]

#[path = "house_rules/config.rs"]
mod config;
#[path = "house_rules/page.rs"]
mod page;
#[path = "house_rules/rooms.rs"]
mod rooms;
#[path = "house_rules/schema.rs"]
mod schema;
#[path = "house_rules/tree.rs"]
mod tree;
#[path = "house_rules/words.rs"]
mod words;
