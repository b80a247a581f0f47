//! What a blank register begins with: dated rows with their source and certainty, from `assets/seed/`.

use super::{
    rows::{Award, AwardId, BaseSalary, Coefficient, LegalGround, MoneySource, Phrase, Regulation},
    store,
    words::{Certainty, Nature, PhraseUse, Reach, RecipientKind},
};
use crate::{
    error::{Error, Result},
    journal::What,
    money::{Dong, Hundredths},
    office::{Done, Office, Pen},
};
use chrono::NaiveDate;
use serde::{Deserialize, de::DeserializeOwned};
use std::collections::BTreeMap;

const SEED: What = What::new("catalogue.seed", "Nạp danh mục ban đầu");

#[derive(Deserialize)]
struct AwardRow {
    code: String,
    name: String,
    nature: Nature,
    /// I: people, C: collectives.
    recipients: String,
    grantor: String,
    /// A: comprehensive, T: topical, X: ad hoc, M: long service.
    basis: String,
    reach: Reach,
    criteria: String,
    quota: String,
    source: String,
    certainty: Certainty,
}

#[derive(Deserialize)]
struct CoefficientRow {
    award: String,
    recipient: RecipientKind,
    hundredths: Option<i64>,
    hint: Option<i64>,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
    source: String,
    certainty: Certainty,
}

#[derive(Deserialize)]
struct SalaryRow {
    since: NaiveDate,
    amount: i64,
    source: String,
    certainty: Certainty,
}

#[derive(Deserialize)]
struct RegulationRow {
    symbol: String,
    name: String,
    issued_on: Option<NaiveDate>,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
    note: String,
    source: String,
    certainty: Certainty,
}

#[derive(Deserialize)]
struct PhraseRow {
    #[serde(rename = "use")]
    used_for: PhraseUse,
    text: String,
}

#[derive(Deserialize)]
struct GroundRow {
    text: String,
    usual: u8,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
    source: String,
    certainty: Certainty,
}

#[derive(Deserialize)]
struct SourceRow {
    name: String,
    source: String,
    certainty: Certainty,
}

fn read<T: DeserializeOwned>(text: &str) -> Result<Vec<T>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().collect::<std::result::Result<_, _>>().map_err(|error| Error::broken("seed", error))
}

/// Fills the catalogue of a blank register, once; a catalogue that has anything in it is left alone.
pub fn seed(office: &mut Office) -> Result<Done<()>> {
    let filled: bool = office.db().query_row("select exists (select 1 from award)", [], |row| row.get(0))?;
    office.keep(SEED, |pen| {
        if filled {
            return Ok(());
        }
        regulations(pen)?;
        let awards = awards(pen)?;
        coefficients(pen, &awards)?;
        salaries(pen)?;
        wording(pen)
    })
}

fn regulations(pen: &Pen<'_>) -> Result<()> {
    for row in read::<RegulationRow>(include_str!("../../../../assets/seed/regulations.csv"))? {
        let RegulationRow { symbol, name, issued_on, since, until, note, source, certainty } = row;
        store::set_regulation(
            pen,
            &Regulation { id: None, symbol, name, issued_on, since, until, note, source, certainty },
        )?;
    }
    Ok(())
}

fn awards(pen: &Pen<'_>) -> Result<BTreeMap<String, AwardId>> {
    let mut known = BTreeMap::new();
    for (position, row) in (1_i64..).zip(read::<AwardRow>(include_str!("../../../../assets/seed/awards.csv"))?) {
        let award = Award {
            id: None,
            code: row.code.clone(),
            position: position * 10,
            name: row.name,
            nature: row.nature,
            for_individual: row.recipients.contains('I'),
            for_collective: row.recipients.contains('C'),
            grantor: row.grantor,
            comprehensive: row.basis.contains('A'),
            topical: row.basis.contains('T'),
            ad_hoc: row.basis.contains('X'),
            long_service: row.basis.contains('M'),
            reach: row.reach,
            criteria: row.criteria,
            quota: row.quota,
            since: None,
            until: None,
            source: row.source,
            certainty: row.certainty,
        };
        known.insert(row.code, store::set_award(pen, &award)?);
    }
    Ok(known)
}

fn coefficients(pen: &Pen<'_>, awards: &BTreeMap<String, AwardId>) -> Result<()> {
    for row in read::<CoefficientRow>(include_str!("../../../../assets/seed/coefficients.csv"))? {
        let award = *awards.get(&row.award).ok_or_else(|| Error::broken("seed", format!("no award {}", row.award)))?;
        let CoefficientRow { recipient, since, until, source, certainty, .. } = row;
        let (hundredths, hint) = (row.hundredths.map(Hundredths), row.hint.map(Hundredths));
        let row = Coefficient { id: None, award, recipient, hundredths, hint, since, until, source, certainty };
        store::set_coefficient(pen, &row)?;
    }
    Ok(())
}

fn salaries(pen: &Pen<'_>) -> Result<()> {
    for row in read::<SalaryRow>(include_str!("../../../../assets/seed/base_salary.csv"))? {
        let SalaryRow { since, amount, source, certainty } = row;
        store::set_base_salary(pen, &BaseSalary { id: None, amount: Dong(amount), since, source, certainty })?;
    }
    Ok(())
}

fn wording(pen: &Pen<'_>) -> Result<()> {
    for row in read::<PhraseRow>(include_str!("../../../../assets/seed/phrases.csv"))? {
        let PhraseRow { used_for, text } = row;
        store::set_phrase(pen, &Phrase { id: None, used_for, text, award: None, since: None, until: None })?;
    }
    for (position, row) in (1_i64..).zip(read::<GroundRow>(include_str!("../../../../assets/seed/legal_grounds.csv"))?)
    {
        let GroundRow { text, usual, since, until, source, certainty } = row;
        let (position, usual) = (position * 10, usual == 1);
        store::set_legal_ground(
            pen,
            &LegalGround { id: None, position, text, usual, since, until, source, certainty },
        )?;
    }
    for row in read::<SourceRow>(include_str!("../../../../assets/seed/money_sources.csv"))? {
        let SourceRow { name, source, certainty } = row;
        store::set_money_source(pen, &MoneySource { id: None, name, since: None, until: None, source, certainty })?;
    }
    Ok(())
}
