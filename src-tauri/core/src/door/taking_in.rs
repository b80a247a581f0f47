//! Taking lists in: the register is copied first, which only the home can do.

use crate::{
    backup::Reason,
    error::Result,
    home::Home,
    intake::{apply::IntakeDone, commands, score_books},
    office::Done,
};

/// Copies the register, then takes in what is certain, as one act.
pub fn apply(home: &mut Home, (): ()) -> Result<Done<IntakeDone>> {
    home.session()?.back_up(Reason::BeforeImport)?;
    commands::apply(home.office()?)
}

/// The same for score books.
pub fn apply_scores(home: &mut Home, (): ()) -> Result<Done<IntakeDone>> {
    home.session()?.back_up(Reason::BeforeImport)?;
    score_books::apply_open_scores(home.office()?)
}
