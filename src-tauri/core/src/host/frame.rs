//! What the papers of the office begin and end with.

use super::{Host, Signer, as_of, signers};
use crate::{
    calendar::written_out,
    error::Result,
    letter::{Closing, Heading, Signature},
    office::Office,
};

impl Host {
    /// The left half of the head: the superior above the office.
    pub fn heading(&self) -> Heading {
        Heading { superior: self.superior.to_uppercase(), body: self.name.to_uppercase(), ..Heading::default() }
    }
}

impl Signer {
    /// In whose name and as what somebody signs, and the name.
    pub fn signature(&self) -> Signature {
        let lines = [self.form.to_uppercase(), self.title.to_uppercase()];
        Signature {
            lines: lines.into_iter().filter(|line| !line.is_empty()).collect(),
            note: String::new(),
            name: self.name.clone(),
        }
    }
}

/// The end of a list that is drawn up today: place and date, who drew it up, and the office's first signer.
pub fn drawn_up(office: &Office) -> Result<Closing> {
    let today = office.today();
    let signer = signers(office, today)?.first().map_or_else(Signature::default, Signer::signature);
    Ok(Closing {
        place_and_date: format!("{}, {}", as_of(office, today)?.place, written_out(today)),
        recipients: Vec::new(),
        signatures: vec![Signature { lines: vec!["NGƯỜI LẬP BIỂU".to_owned()], ..Signature::default() }, signer],
    })
}
