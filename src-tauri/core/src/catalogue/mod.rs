//! The catalogue ("danh mục"): what may be given, by which rule, for how much, in which words.
//!
//! Every figure is a dated row with its source and its certainty; the office changes them without anybody's help.

mod rows;
mod rules;
mod seed;
mod store;
mod words;

pub use rows::{Award, AwardId, BaseSalary, Coefficient, CoefficientId, LegalGround, MoneySource, Phrase, Regulation};
pub use seed::seed;
pub use words::{CatalogueList, Certainty, Nature, PhraseUse, Reach, RecipientKind};

use crate::{
    choice::Choice,
    error::{Error, Result},
    journal::What,
    money::{Dong, Hundredths, Rounding},
    office::{Done, Office},
    settings,
    vietnamese::NumberWords,
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The awards that can be given on that day, in the order of the list.
pub fn awards(db: &Connection, day: NaiveDate) -> Result<Vec<Award>> {
    let mut awards = store::awards(db)?;
    awards.retain(|award| award.since.is_none_or(|since| since <= day) && award.until.is_none_or(|until| until >= day));
    Ok(awards)
}

/// One award.
pub fn award(db: &Connection, id: AwardId) -> Result<Award> {
    store::awards(db)?.into_iter().find(|award| award.id == Some(id)).ok_or_else(|| {
        Error::refused("award", "Không tìm thấy danh hiệu, hình thức này trong danh mục. Hãy chọn lại trong danh sách.")
    })
}

/// The base salary in force on that day, and how sure it is; none: the catalogue does not reach back so far.
pub fn base_salary(db: &Connection, day: NaiveDate) -> Result<Option<(Dong, Certainty)>> {
    let found = db
        .prepare_cached("select amount, certainty from base_salary where since <= ?1 order by since desc limit 1")?
        .query_row([day], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(found)
}

/// The coefficient of an award on that day, and how sure it is; none: not known.
pub fn coefficient(
    db: &Connection,
    award: AwardId,
    recipient: RecipientKind,
    day: NaiveDate,
) -> Result<Option<(Hundredths, Certainty)>> {
    let found = db
        .prepare_cached(
            "select hundredths, certainty from coefficient
             where award = ?1 and recipient = ?2 and hundredths is not null
               and (since is null or since <= ?3) and (until is null or until >= ?3)
             order by since desc nulls last, id desc limit 1",
        )?
        .query_row(params![award, recipient, day], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(found)
}

/// How this office rounds bonus money.
pub fn rounding(db: &Connection) -> Result<Rounding> {
    settings::rounding(db)
}

/// How this office counts and reads money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MoneySettings {
    /// Up, as the decree says, or to the nearest.
    pub rounding: Rounding,
    /// "linh" or "lẻ", "nghìn" or "ngàn".
    pub number_words: NumberWords,
}

/// The closed sets of words about the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CatalogueWords {
    /// How sure a row is.
    pub certainties: Vec<Choice>,
    /// What the law calls an award.
    pub natures: Vec<Choice>,
    /// Who decides.
    pub reaches: Vec<Choice>,
    /// Tập thể, cá nhân.
    pub recipients: Vec<Choice>,
    /// What phrases are for.
    pub phrase_uses: Vec<Choice>,
    /// The lists themselves.
    pub lists: Vec<Choice>,
}

/// The whole catalogue: it is small.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CataloguePage {
    /// Văn bản quy định.
    pub regulations: Vec<Regulation>,
    /// Danh hiệu, hình thức.
    pub awards: Vec<Award>,
    /// Hệ số tiền thưởng.
    pub coefficients: Vec<Coefficient>,
    /// Mức lương cơ sở.
    pub base_salaries: Vec<BaseSalary>,
    /// Mẫu câu.
    pub phrases: Vec<Phrase>,
    /// Căn cứ.
    pub legal_grounds: Vec<LegalGround>,
    /// Nguồn tiền thưởng.
    pub money_sources: Vec<MoneySource>,
    /// Làm tròn, cách đọc số.
    pub settings: MoneySettings,
    /// The words for choices.
    pub words: CatalogueWords,
}

/// Everything that the page of the catalogue shows.
pub fn page(office: &mut Office, (): ()) -> Result<CataloguePage> {
    let db = office.db();
    Ok(CataloguePage {
        regulations: store::regulations(db)?,
        awards: store::awards(db)?,
        coefficients: store::coefficients(db)?,
        base_salaries: store::base_salaries(db)?,
        phrases: store::phrases(db)?,
        legal_grounds: store::legal_grounds(db)?,
        money_sources: store::money_sources(db)?,
        settings: MoneySettings { rounding: settings::rounding(db)?, number_words: settings::number_words(db)? },
        words: CatalogueWords {
            certainties: Certainty::choices(),
            natures: Nature::choices(),
            reaches: Reach::choices(),
            recipients: RecipientKind::choices(),
            phrase_uses: PhraseUse::choices(),
            lists: CatalogueList::choices(),
        },
    })
}

const REGULATION: What = What::new("catalogue.regulation", "Sửa văn bản quy định");
const AWARD: What = What::new("catalogue.award", "Sửa danh hiệu, hình thức khen thưởng");
const COEFFICIENT: What = What::new("catalogue.coefficient", "Sửa hệ số tiền thưởng");
const BASE_SALARY: What = What::new("catalogue.base_salary", "Sửa mức lương cơ sở");
const PHRASE: What = What::new("catalogue.phrase", "Sửa mẫu câu");
const LEGAL_GROUND: What = What::new("catalogue.legal_ground", "Sửa căn cứ");
const MONEY_SOURCE: What = What::new("catalogue.money_source", "Sửa nguồn tiền thưởng");
const REMOVE: What = What::new("catalogue.remove", "Xóa dòng của danh mục");
const SETTINGS: What = What::new("catalogue.settings", "Sửa cách tính và đọc tiền thưởng");

/// Adds or corrects a regulation.
pub fn set_regulation(office: &mut Office, row: Regulation) -> Result<Done<i64>> {
    let row = rules::regulation(row)?;
    office.act(REGULATION, |pen| store::set_regulation(pen, &row))
}

/// Adds or corrects a title or form; a new one needs no code.
pub fn set_award(office: &mut Office, row: Award) -> Result<Done<AwardId>> {
    let known = store::awards(office.db())?;
    let row = rules::award(row, &known)?;
    office.act(AWARD, |pen| store::set_award(pen, &row))
}

/// Adds or corrects a dated coefficient.
pub fn set_coefficient(office: &mut Office, row: Coefficient) -> Result<Done<CoefficientId>> {
    let award = award(office.db(), row.award)?;
    let row = rules::coefficient(row, &award, &store::coefficients(office.db())?)?;
    office.act(COEFFICIENT, |pen| store::set_coefficient(pen, &row))
}

/// Adds or corrects a base salary.
pub fn set_base_salary(office: &mut Office, row: BaseSalary) -> Result<Done<i64>> {
    let row = rules::base_salary(row, &store::base_salaries(office.db())?)?;
    office.act(BASE_SALARY, |pen| store::set_base_salary(pen, &row))
}

/// Adds or corrects a phrase.
pub fn set_phrase(office: &mut Office, row: Phrase) -> Result<Done<i64>> {
    let row = rules::phrase(row, &store::phrases(office.db())?)?;
    office.act(PHRASE, |pen| store::set_phrase(pen, &row))
}

/// Adds or corrects a line of legal grounds.
pub fn set_legal_ground(office: &mut Office, row: LegalGround) -> Result<Done<i64>> {
    let row = rules::legal_ground(row, &store::legal_grounds(office.db())?)?;
    office.act(LEGAL_GROUND, |pen| store::set_legal_ground(pen, &row))
}

/// Adds or corrects a source of money.
pub fn set_money_source(office: &mut Office, row: MoneySource) -> Result<Done<i64>> {
    let row = rules::money_source(row, &store::money_sources(office.db())?)?;
    office.act(MONEY_SOURCE, |pen| store::set_money_source(pen, &row))
}

/// A row to be taken off its list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CatalogueGone {
    /// Which list.
    pub list: CatalogueList,
    /// Which row.
    pub id: i64,
}

/// Takes a row off its list; one that decisions name is ended by a last day instead.
pub fn remove(office: &mut Office, gone: CatalogueGone) -> Result<Done<()>> {
    let removed = office.act(REMOVE, |pen| {
        pen.detail(gone.list.label());
        store::remove(pen, gone.list, gone.id)
    });
    removed.map_err(|error| match error {
        Error::Broken(chain) if chain.contains("FOREIGN KEY") => Error::refused(
            "id",
            "Dòng này đã được dùng trong quyết định nên không xóa được. Hãy ghi ngày hết hiệu lực cho dòng này.",
        ),
        Error::Broken(_) | Error::Refused(_) => error,
    })
}

/// Chooses how money is rounded and read aloud.
pub fn set_settings(office: &mut Office, chosen: MoneySettings) -> Result<Done<()>> {
    office.act(SETTINGS, |pen| {
        settings::set(pen, settings::ROUNDING, &chosen.rounding)?;
        settings::set(pen, settings::NUMBER_WORDS, &chosen.number_words)
    })
}

#[cfg(test)]
mod tests;
