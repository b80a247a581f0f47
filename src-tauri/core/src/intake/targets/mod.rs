//! Each kind of list that can be taken in: its columns, and what its rows do to the register.

mod members;
mod pledges;
mod units;

pub use members::{MEMBERS, MembersIn};
pub use pledges::{PLEDGES, PledgesIn};
pub use units::{BLOCS, UNITS, UnitsIn};
