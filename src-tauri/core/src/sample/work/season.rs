//! The year that the sample's work is told of, and the records that its lists name.

use crate::{
    error::{Error, Result},
    id::MemberId,
    office::Office,
    units::{self, BlocId, UnitId, UnitQuery},
};
use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use std::{
    collections::BTreeMap,
    io::{Cursor, Read as _},
};
use zip::ZipArchive;

const WORK: &[u8] = include_bytes!("../../../../../assets/sample/work.zip");
const PLANS: &str = include_str!("../../../../../assets/sample/year.json");

/// A year with its day of today and the records by their names in the lists.
pub(super) struct Season<'a> {
    pub year: i32,
    pub today: NaiveDate,
    members: &'a [MemberId],
    units: BTreeMap<String, UnitId>,
    blocs: BTreeMap<i64, BlocId>,
}

impl<'a> Season<'a> {
    pub fn of(office: &mut Office, year: i32, members: &'a [MemberId]) -> Result<Self> {
        let units = units::list(office, UnitQuery::default())?.rows;
        let blocs = units::blocs(office, ())?;
        Ok(Self {
            year,
            today: office.today(),
            members,
            units: units.into_iter().map(|unit| (unit.code, unit.id)).collect(),
            blocs: blocs.into_iter().map(|bloc| (bloc.no, bloc.id)).collect(),
        })
    }

    /// Whether that day has come.
    pub fn has_come(&self, day: NaiveDate) -> bool {
        day <= self.today
    }

    pub fn unit(&self, code: &str) -> Result<UnitId> {
        self.units.get(code).copied().ok_or_else(|| Error::broken("sample", format!("no unit {code}")))
    }

    pub fn bloc(&self, no: i64) -> Result<BlocId> {
        self.blocs.get(&no).copied().ok_or_else(|| Error::broken("sample", format!("no bloc {no}")))
    }

    pub fn member(&self, at: usize) -> Result<MemberId> {
        self.members.get(at).copied().ok_or_else(|| Error::broken("sample", format!("no member {at}")))
    }

    /// The words of a list with its years in place.
    fn dated(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (word, year) in [("{Y-1}", self.year - 1), ("{Y+1}", self.year + 1), ("{Y}", self.year)] {
            text = text.replace(word, &year.to_string());
        }
        text
    }

    /// The plans of the year, part by part.
    pub fn plans(&self) -> Result<Map<String, Value>> {
        Ok(serde_json::from_str(&self.dated(PLANS))?)
    }

    /// A list of the year, line by line.
    pub fn lines<T: DeserializeOwned>(&self, name: &str) -> Result<Vec<T>> {
        let mut zip = ZipArchive::new(Cursor::new(WORK)).map_err(|error| Error::broken("sample", error))?;
        let mut text = String::new();
        zip.by_name(name).map_err(|error| Error::broken("sample", error))?.read_to_string(&mut text)?;
        self.dated(&text).lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
    }

    /// A room's own draft: of this year, with units named by their codes and blocs by their numbers.
    pub fn draft<T: DeserializeOwned>(&self, mut plan: Value) -> Result<T> {
        self.resolve(&mut plan)?;
        if let Some(fields) = plan.as_object_mut() {
            fields.insert("year".to_owned(), json!(self.year));
        }
        Ok(serde_json::from_value(plan)?)
    }

    fn resolve(&self, value: &mut Value) -> Result<()> {
        match value {
            Value::Array(all) => all.iter_mut().try_for_each(|one| self.resolve(one)),
            Value::Object(fields) => fields.iter_mut().try_for_each(|(name, field)| {
                match (name.as_str(), field.as_str(), field.as_i64()) {
                    ("unit", Some(code), _) => *field = json!(self.unit(code)?),
                    ("bloc", _, Some(no)) => *field = json!(self.bloc(no)?),
                    _ => self.resolve(field)?,
                }
                Ok(())
            }),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(()),
        }
    }
}
