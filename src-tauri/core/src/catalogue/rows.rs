//! The rows of the catalogue. A row without `id` is new; with one, it is corrected in place.

use super::words::{Certainty, Nature, PhraseUse, Reach, RecipientKind};
use crate::{
    id::id,
    money::{Dong, Hundredths},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One title or form of commendation.
    AwardId
);
id!(
    /// One dated coefficient.
    CoefficientId
);

/// A rule that others refer to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Regulation {
    /// Its key; none: new.
    pub id: Option<i64>,
    /// "999/QĐ-TLĐ".
    pub symbol: String,
    /// What it is called.
    pub name: String,
    /// When it was signed.
    pub issued_on: Option<NaiveDate>,
    /// In force from.
    pub since: Option<NaiveDate>,
    /// Last day in force.
    pub until: Option<NaiveDate>,
    /// Anything else.
    pub note: String,
    /// Where this is known from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
}

/// A title or a form of commendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Award {
    /// Its key; none: new.
    pub id: Option<AwardId>,
    /// `certificate_upper_union`; blank: made from the name.
    pub code: String,
    /// Order in lists.
    pub position: i64,
    /// "Giấy khen của …".
    pub name: String,
    /// What the law calls it.
    pub nature: Nature,
    /// May be given to people.
    pub for_individual: bool,
    /// May be given to collectives.
    pub for_collective: bool,
    /// Who decides and signs.
    pub grantor: String,
    /// Toàn diện.
    pub comprehensive: bool,
    /// Chuyên đề.
    pub topical: bool,
    /// Đột xuất.
    pub ad_hoc: bool,
    /// Cống hiến.
    pub long_service: bool,
    /// Who decides.
    pub reach: Reach,
    /// What is asked for it.
    pub criteria: String,
    /// How many, how often.
    pub quota: String,
    /// Given from.
    pub since: Option<NaiveDate>,
    /// Last day on which it is given.
    pub until: Option<NaiveDate>,
    /// Where this is known from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
}

/// How many base salaries go with an award, for one span of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Coefficient {
    /// Its key; none: new.
    pub id: Option<CoefficientId>,
    /// The award.
    pub award: AwardId,
    /// For whom.
    pub recipient: RecipientKind,
    /// Hundredths: 30 is 0,3; none: not known.
    pub hundredths: Option<Hundredths>,
    /// The State's analogue, in hundredths.
    pub hint: Option<Hundredths>,
    /// First day.
    pub since: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// Where this is known from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
}

/// The base salary from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BaseSalary {
    /// Its key; none: new.
    pub id: Option<i64>,
    /// Đồng a month.
    pub amount: Dong,
    /// First day.
    pub since: NaiveDate,
    /// Where this is known from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
}

/// Words used again and again; `{năm}` becomes the year of the decision where they are offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Phrase {
    /// Its key; none: new.
    pub id: Option<i64>,
    /// What for.
    #[serde(rename = "use")]
    pub used_for: PhraseUse,
    /// The words.
    pub text: String,
    /// Only for this award; none: for any.
    pub award: Option<AwardId>,
    /// Used from.
    pub since: Option<NaiveDate>,
    /// Last day of use.
    pub until: Option<NaiveDate>,
}

/// A line of legal grounds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LegalGround {
    /// Its key; none: new.
    pub id: Option<i64>,
    /// Order on paper.
    pub position: i64,
    /// "Căn cứ …;".
    pub text: String,
    /// Put into every new decision.
    pub usual: bool,
    /// In force from.
    pub since: Option<NaiveDate>,
    /// Last day in force.
    pub until: Option<NaiveDate>,
    /// Where this is known from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
}

/// Where bonus money comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MoneySource {
    /// Its key; none: new.
    pub id: Option<i64>,
    /// Its name.
    pub name: String,
    /// Used from.
    pub since: Option<NaiveDate>,
    /// Last day of use.
    pub until: Option<NaiveDate>,
    /// Where this is known from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
}
