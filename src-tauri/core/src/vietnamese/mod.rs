//! Vietnamese text: what is stored, what is searched, how it sorts, how amounts are read aloud, and old fonts.
//!
//! Stored text is NFC, trimmed, with single spaces ([`clean()`]). Nothing here knows a room or a database.
//!
//! Text in an old font must go through [`legacy`] before [`clean()`]: TCVN3 writes "ư" as a soft hyphen and "é" as
//! "Ð", which cleaning takes for rubbish.

mod clean;
mod fold;
pub mod legacy;
mod name;
mod number_words;
mod sort;
mod syllable;
mod tone;

pub use clean::{Cleaned, Cleaning, capital, clean, clean_and_tell, clean_lines};
pub use fold::{fold, number_key};
pub use name::{NameNote, NameReading, SplitName, proposed_spelling, read_name, split_name};
pub use number_words::{Hundred, NumberWords, Thousand};
pub use sort::{COLLATION_VERSION, person_key, text_key};
pub use syllable::is_syllable;
pub use tone::tone_place_key;
