//! The units and members of the sample district, as they stand in the program.

use crate::{
    calendar::PartialDate,
    error::{Error, Result},
    id::MemberId,
    members::{self, MemberDraft},
    office::Pen,
    progress::Progress,
    units::{self, BlocRow, Calendar, Sector, UnitId, UnitKind, UnitRow},
};
use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, de::DeserializeOwned};
use std::{
    collections::BTreeMap,
    io::{Cursor, Read as _},
};
use zip::ZipArchive;

const REGISTER: &[u8] = include_bytes!("../../../../assets/sample/register.zip");
/// The year that the district's lists are of.
const YEAR: i32 = 2024;

#[derive(Debug, Deserialize)]
struct Unit {
    code: String,
    name: String,
    kind: UnitKind,
    sector: Sector,
    calendar: Calendar,
    bloc: i64,
    #[serde(default)]
    chair: String,
    #[serde(default)]
    phone: String,
    established: String,
    #[serde(default)]
    old_name: String,
    renamed_on: Option<NaiveDate>,
    dissolved_on: Option<NaiveDate>,
}

#[derive(Debug, Deserialize)]
struct Bloc {
    no: i64,
    name: String,
    head: String,
    deputy: String,
}

#[derive(Debug, Deserialize)]
struct Member {
    unit: String,
    #[serde(flatten)]
    facts: MemberDraft,
}

/// Everything that stands in the sample before its decisions.
#[derive(Debug)]
pub(super) struct District {
    units: Vec<UnitRow>,
    blocs: Vec<BlocRow>,
    members: Vec<Member>,
}

impl District {
    /// The district that is packed into the program.
    pub fn embedded() -> Result<Self> {
        let mut zip = ZipArchive::new(Cursor::new(REGISTER)).map_err(|error| Error::broken("sample", error))?;
        let blocs: Vec<Bloc> = lines(&mut zip, "blocs.jsonl")?;
        let names: BTreeMap<i64, String> = blocs.iter().map(|bloc| (bloc.no, bloc.name.clone())).collect();
        let units: Vec<Unit> = lines(&mut zip, "units.jsonl")?;
        let members = lines(&mut zip, "members.jsonl")?;
        Ok(Self {
            units: units.into_iter().map(|unit| unit_row(unit, &names)).collect(),
            blocs: blocs.into_iter().map(bloc_row).collect(),
            members,
        })
    }

    /// How many steps of progress it takes.
    pub fn steps(&self) -> u64 {
        u64::try_from(self.members.len()).unwrap_or(u64::MAX)
    }

    /// Writes the district down; answers its members in the order of the list.
    pub fn settle(&self, pen: &Pen<'_>, progress: &Progress) -> Result<Vec<MemberId>> {
        units::import(pen, &self.units)?;
        let today = pen.today();
        for year in YEAR..=today.year().max(YEAR) {
            let led = self.blocs.iter().map(|bloc| BlocRow { year, ..bloc.clone() });
            units::import_blocs(pen, &led.collect::<Vec<_>>())?;
        }
        let mut known = BTreeMap::new();
        let mut members = Vec::new();
        for member in &self.members {
            let unit = if let Some(unit) = known.get(&member.unit) {
                *unit
            } else {
                let found = units::by_code(pen, &member.unit)?;
                let unit = found.ok_or_else(|| Error::broken("sample", format!("no unit {}", member.unit)))?;
                known.insert(member.unit.clone(), unit);
                unit
            };
            members.push(member.settle(pen, unit, today)?);
            progress.step()?;
        }
        pen.detail(format!("{} đơn vị, {} đoàn viên", self.units.len(), self.members.len()));
        Ok(members)
    }
}

impl Member {
    /// Writes a member down. Whoever joined in the year of the lists joins in this one: a year without a new member would be none.
    fn settle(&self, pen: &Pen<'_>, unit: UnitId, today: NaiveDate) -> Result<MemberId> {
        let joined = self.facts.union_join.and_then(PartialDate::known_day).filter(|day| day.year() == YEAR);
        let now = joined.and_then(|day| day.with_year(today.year())).filter(|day| *day <= today);
        let mut facts = self.facts.clone();
        // the lists of enterprises do not say it, their posts do
        let at_the_machine = |position: &str| ["Công nhân", "Thợ"].iter().any(|word| position.starts_with(word));
        facts.is_direct_labour =
            facts.is_direct_labour.or(facts.position.as_deref().is_some_and(at_the_machine).then_some(true));
        match now {
            Some(day) => {
                facts.union_join = Some(PartialDate::from(day));
                members::admit(pen, &facts, unit, day)
            }
            None => members::insert(pen, &facts, unit, None),
        }
    }
}

fn lines<T: DeserializeOwned>(zip: &mut ZipArchive<Cursor<&'static [u8]>>, name: &str) -> Result<Vec<T>> {
    let mut text = String::new();
    let mut file = zip.by_name(name).map_err(|error| Error::broken("sample", error))?;
    file.read_to_string(&mut text)?;
    text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

fn unit_row(unit: Unit, blocs: &BTreeMap<i64, String>) -> UnitRow {
    UnitRow {
        bloc_name: blocs.get(&unit.bloc).cloned().unwrap_or_default(),
        bloc_no: Some(unit.bloc),
        code: unit.code,
        name: unit.name,
        kind: Some(unit.kind),
        sector: Some(unit.sector),
        calendar: Some(unit.calendar),
        chair: unit.chair,
        phone: unit.phone,
        established: PartialDate::from_iso(&unit.established),
        old_name: unit.old_name,
        renamed_on: unit.renamed_on,
        dissolved_on: unit.dissolved_on,
        ..UnitRow::default()
    }
}

fn bloc_row(bloc: Bloc) -> BlocRow {
    BlocRow { no: bloc.no, name: bloc.name, head: bloc.head, deputy: bloc.deputy, year: YEAR }
}
