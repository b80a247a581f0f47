//! The application without a window: one room per concept on a small shared spine.
//!
//! Arrows point one way, down this list: words, spine, rooms, door. A room uses only what stands above it.

// words
pub mod calendar;
mod choice;
pub mod error;
pub mod id;
pub mod money;
pub mod ratio;
pub mod vietnamese;

// spine
pub mod backup;
pub mod clock;
pub mod disk;
pub mod file;
pub mod journal;
mod keys;
mod lists;
pub mod lock;
pub mod log;
pub mod office;
pub mod place;
mod platform;
pub mod progress;
pub mod schema;
pub mod session;
pub mod settings;
pub mod tray;
pub mod vault;
pub mod witness;

// papers
pub mod letter;
pub mod paper;
pub mod sheet;

// rooms
pub mod host;
pub mod units;
pub mod periods;
pub mod members;
pub mod catalogue;
pub mod scores;
pub mod decisions;
pub mod handover;
pub mod pledges;
pub mod initiatives;
pub mod targets;
pub mod years;
pub mod movements;
pub mod documents;
pub mod training;
pub mod compacts;
pub mod intake;

// door
pub mod diagnostics;
pub mod door;
pub mod home;
pub mod overview;
pub mod safekeeping;
pub mod sample;
