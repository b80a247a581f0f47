//! The signing list of a compact: which units signed, who signed for them, on which day, and who is missing.

use super::{CompactId, CompactOf, not_written, one, rules, store};
use crate::{
    error::{Error, Refusals, Result},
    id::new_uid,
    journal::What,
    office::{Done, Office},
    units::{self, UnitId, UnitQuery},
    vietnamese::clean,
};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A unit of the bloc and who signed for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SigningLine {
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// "Khối trưởng", "Khối phó"; empty: neither.
    pub role: String,
    /// Who signed, or who would: the unit's chair.
    pub signer: String,
    /// As what.
    pub post: String,
    /// When; none: not yet.
    pub signed_on: Option<NaiveDate>,
}

/// The signing list of a compact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Signing {
    /// Head and deputy first, then by code.
    pub lines: Vec<SigningLine>,
    /// Words for the chat of the units that have not signed; empty: all have.
    pub message: String,
}

struct Signature {
    signer: String,
    post: String,
    signed_on: NaiveDate,
}

fn signatures(db: &Connection, compact: CompactId) -> Result<BTreeMap<UnitId, Signature>> {
    let mut statement =
        db.prepare_cached("select unit, signer, post, signed_on from compact_signature where compact = ?1")?;
    let signatures = statement.query_map([compact], |row| {
        Ok((row.get(0)?, Signature { signer: row.get(1)?, post: row.get(2)?, signed_on: row.get(3)? }))
    })?;
    Ok(signatures.collect::<rusqlite::Result<_>>()?)
}

/// Every unit of the bloc in that year, and every other that signed.
pub(super) fn of(office: &mut Office, of: CompactOf, compact: Option<CompactId>) -> Result<Signing> {
    let line = one(office, of)?;
    let day = store::day_of(office, of.year)?;
    let mut signed = compact.map(|id| signatures(office.db(), id)).transpose()?.unwrap_or_default();
    let asked = UnitQuery { bloc: Some(of.bloc), living: Some(true), as_of: Some(day), ..UnitQuery::default() };
    let role = |unit: UnitId| match unit {
        unit if line.head == Some(unit) => "Khối trưởng".to_owned(),
        unit if line.deputy == Some(unit) => "Khối phó".to_owned(),
        _ => String::new(),
    };
    let rows = units::list(office, asked)?.rows;
    let mut lines: Vec<SigningLine> = rows
        .into_iter()
        .map(|unit| {
            let signature = signed.remove(&unit.id);
            let chair =
                || (unit.chair.clone(), if unit.chair.is_empty() { String::new() } else { "Chủ tịch".to_owned() });
            let (person, post) = signature.as_ref().map_or_else(chair, |one| (one.signer.clone(), one.post.clone()));
            let named =
                signature.as_ref().map(|one| units::name_on(office.db(), unit.id, one.signed_on)).transpose()?;
            Ok(SigningLine {
                unit: unit.id,
                code: unit.code,
                name: named.flatten().unwrap_or(unit.name),
                role: role(unit.id),
                signer: person,
                post,
                signed_on: signature.map(|one| one.signed_on),
            })
        })
        .collect::<Result<_>>()?;
    for (unit, signature) in signed {
        let known = units::unit(office.db(), unit)?;
        lines.push(SigningLine {
            unit,
            code: known.map(|unit| unit.code).unwrap_or_default(),
            name: units::name_on(office.db(), unit, signature.signed_on)?.unwrap_or_default(),
            role: role(unit),
            signer: signature.signer,
            post: signature.post,
            signed_on: Some(signature.signed_on),
        });
    }
    lines.sort_by(|one, other| {
        (rank(&one.role), &one.code, one.unit).cmp(&(rank(&other.role), &other.code, other.unit))
    });
    let message = missing(&line.name, of.year, &lines);
    Ok(Signing { lines, message })
}

fn rank(role: &str) -> u8 {
    match role {
        "Khối trưởng" => 0,
        "Khối phó" => 1,
        _ => 2,
    }
}

fn missing(bloc: &str, year: i32, lines: &[SigningLine]) -> String {
    let missing: Vec<&str> =
        lines.iter().filter(|line| line.signed_on.is_none()).map(|line| line.name.as_str()).collect();
    if missing.is_empty() {
        return String::new();
    }
    let names = (1..).zip(&missing).map(|(no, name): (usize, _)| format!("{no}. {name}"));
    std::iter::once(format!(
        "{bloc}: các đơn vị sau chưa ký giao ước thi đua năm {year}, đề nghị ký và gửi về cơ quan:"
    ))
    .chain(names)
    .collect::<Vec<_>>()
    .join("\n")
}

/// Who signs for one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompactSigner {
    /// The unit.
    pub unit: UnitId,
    /// Who.
    pub signer: String,
    /// As what.
    #[serde(default)]
    pub post: String,
}

/// Units that signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompactSign {
    /// Whose compact.
    pub of: CompactOf,
    /// The units.
    pub signers: Vec<CompactSigner>,
    /// The day.
    pub on: Option<NaiveDate>,
}

const SIGN: What = What::new("compact.sign", "Ghi đơn vị ký giao ước");
const UNSIGN: What = What::new("compact.unsign", "Bỏ ký giao ước");

/// Writes down that units signed; a unit that has signed before is corrected. Answers how many.
pub fn sign(office: &mut Office, wish: CompactSign) -> Result<Done<u32>> {
    let line = one(office, wish.of)?;
    let compact = line.compact.ok_or_else(not_written)?;
    let mut wrong = Refusals::new();
    let on = wish.on.unwrap_or_else(|| office.today());
    if wish.on.is_none() {
        wrong.refuse("on", "Chưa ghi ngày ký.");
    }
    if on > office.today() {
        wrong.refuse("on", "Ngày ký không được sau hôm nay.");
    }
    if rules::too_early(wish.on, wish.of.year) {
        wrong.refuse("on", rules::signed_too_early(wish.of.year));
    }
    if wish.signers.is_empty() {
        wrong.refuse("signers", "Chưa chọn đơn vị nào ký.");
    }
    for (at, signer) in wish.signers.iter().enumerate() {
        let name = units::name_on(office.db(), signer.unit, on)?.unwrap_or_default();
        if !units::was_in_bloc(office.db(), signer.unit, wish.of.bloc, wish.of.year)? {
            let sentence = format!("{name} không thuộc {} trong năm {}.", line.name, wish.of.year);
            wrong.refuse(&format!("signers.{at}.unit"), sentence);
        }
        if clean(&signer.signer).is_empty() {
            wrong.refuse(&format!("signers.{at}.signer"), format!("Chưa ghi ai ký thay mặt {name}."));
        }
    }
    wrong.or(())?;
    office.act(SIGN, |pen| {
        pen.detail(format!("{}, {} đơn vị", line.name, wish.signers.len()));
        for CompactSigner { unit, signer, post } in &wish.signers {
            let (signer, post) = (clean(signer), clean(post));
            let known = pen.execute(
                "update compact_signature set signer = ?3, post = ?4, signed_on = ?5 where compact = ?1 and unit = ?2",
                params![compact, unit, signer, post, on],
            )?;
            if known == 0 {
                pen.execute(
                    "insert into compact_signature (uid, compact, unit, signer, post, signed_on)
                     values (?1, ?2, ?3, ?4, ?5, ?6)",
                    params![new_uid(), compact, unit, signer, post, on],
                )?;
            }
        }
        Ok(u32::try_from(wish.signers.len()).unwrap_or(u32::MAX))
    })
}

/// Units that did not sign after all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompactUnsign {
    /// Whose compact.
    pub of: CompactOf,
    /// The units.
    pub units: Vec<UnitId>,
}

/// Takes signatures off. Answers how many.
pub fn unsign(office: &mut Office, wish: CompactUnsign) -> Result<Done<u32>> {
    let line = one(office, wish.of)?;
    let compact = line.compact.ok_or_else(not_written)?;
    if wish.units.is_empty() {
        return Err(Error::refused("units", "Chưa chọn đơn vị nào."));
    }
    office.act(UNSIGN, |pen| {
        let mut count = 0;
        for unit in &wish.units {
            let gone =
                pen.execute("delete from compact_signature where compact = ?1 and unit = ?2", params![compact, unit])?;
            count += u32::from(gone > 0);
        }
        pen.detail(format!("{}, {count} đơn vị", line.name));
        Ok(count)
    })
}
