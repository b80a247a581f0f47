//! Each kind of list that can be taken in: its columns, and what its rows do to the register.

mod ended_unit;
mod history;
mod initiatives;
mod members;
mod members_in;
mod pledges;
mod registrations;
mod training;
mod units;
mod units_in;

pub use history::{HISTORY, HistoryIn};
pub use initiatives::{INITIATIVES, InitiativesIn};
pub use members::MEMBERS;
pub use members_in::MembersIn;
pub use pledges::{PLEDGES, PledgesIn};
pub use registrations::{REGISTRATIONS, RegistrationsIn};
pub use training::{TRAINING, TrainingIn};
pub use units::{BLOCS, UNITS};
pub use units_in::UnitsIn;
