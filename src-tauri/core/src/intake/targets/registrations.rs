//! Registers of registrations ("sổ đăng ký thi đua"): who aims at which title or form, with the day on which that came in.

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use crate::calendar::PartialDate;
use crate::error::{Error, Result};
use crate::id::MemberId;
use crate::intake::cells::Entry;
use crate::intake::finding::Finding;
use crate::intake::groups::says_collective;
use crate::intake::people::{Named, Whom, other_gender, whom};
use crate::intake::session::Outcome;
use crate::intake::taking::{Lot, Made, Plan, Row, Taking};
use crate::intake::target::{BIRTH, Kind, LEFT_OUT, Target, UnitOf, field};
use crate::intake::wordings::heading_key;
use crate::journal::What;
use crate::movements::{self, RegistrationDraft, RegistrationId, RegistrationKind};
use crate::office::Pen;
use crate::periods;
use crate::units::{self, Calendar, UnitId, name_on};
use crate::vietnamese::{clean, fold, read_name};

/// Registrations of many units, or of one.
pub static REGISTRATIONS: Target = Target {
    name: "registrations",
    label: "đăng ký thi đua",
    act: What::new("intake.registrations", "Nhập danh sách đăng ký thi đua"),
    key: &["name"],
    must: &["name", "title"],
    least: 3,
    least_alone: 3,
    in_sight: &["name", "unit", "title", "form", "received_on", "birth"],
    unit: UnitOf::Row,
    one_row_each: false,
    newcomer: "Không phải ai trong sổ: giữ tên như ghi",
    fields: &[
        field("-", "(bỏ qua)", Kind::Ignored, LEFT_OUT),
        field(
            "name",
            "Họ và tên, tên tập thể",
            Kind::Text,
            &[
                "ho va ten",
                "ho ten",
                "ho va ten ten tap the",
                "ten tap the ca nhan",
                "tap the ca nhan",
                "ca nhan tap the",
                "ten tap the",
                "ten ca nhan",
                "ca nhan tap the dang ky",
            ],
        ),
        field(
            "honorific",
            "Ông, bà hay tập thể",
            Kind::Text,
            &["ong ba", "ong hoac ba", "doi tuong", "danh xung", "tap the hay ca nhan", "gioi tinh"],
        ),
        field(
            "title",
            "Đăng ký danh hiệu thi đua",
            Kind::Text,
            &[
                "dang ky danh hieu thi dua",
                "danh hieu dang ky",
                "danh hieu thi dua",
                "dang ky danh hieu",
                "danh hieu thi dua dang ky",
                "danh hieu",
            ],
        ),
        field(
            "form",
            "Đăng ký hình thức khen thưởng",
            Kind::Text,
            &["dang ky hinh thuc khen thuong", "hinh thuc khen thuong", "hinh thuc dang ky", "hinh thuc khen"],
        ),
        field(
            "received_on",
            "Ngày nhận",
            Kind::Date,
            &["ngay nhan", "ngay dang ky", "ngay gui", "ngay tiep nhan", "ngay nhan dang ky", "ngay nop"],
        ),
        field("year", "Năm (năm học)", Kind::Text, &["nam nam hoc", "nam", "nam hoc", "nam dang ky", "nam thi dua"]),
        field("birth", "Ngày sinh", Kind::Date, BIRTH),
        field("unit_code", "Mã đơn vị", Kind::Unit, &["ma cdcs", "ma don vi", "ma so cdcs"]),
        field(
            "unit",
            "Đơn vị",
            Kind::Unit,
            &["don vi", "ten don vi", "cdcs", "cong doan co so", "don vi cong tac", "ten cdcs"],
        ),
        field("content", "Nội dung đăng ký", Kind::Text, &["noi dung", "noi dung dang ky", "ten de tai"]),
        field("note", "Ghi chú", Kind::Text, &["ghi chu"]),
    ],
};

/// Registrations, each known by its unit, year, name and aim.
pub struct RegistrationsIn;

impl Taking for RegistrationsIn {
    fn target(&self) -> &'static Target {
        &REGISTRATIONS
    }

    fn plan(&self, db: &Connection, row: &Row<'_>) -> Result<Plan> {
        let Some(unit) = row.unit else { return Ok(Plan::Doubt(Vec::new())) };
        let draft = draft_of(db, row, unit, None)?;
        let draft = match movements::checked(db, draft, row.today) {
            Ok(draft) => draft,
            Err(Error::Refused(refusals)) => {
                let sentences = refusals.into_iter().map(|refusal| refusal.sentence);
                return Ok(Plan::Unready(sentences.collect::<Vec<_>>().join(" ")));
            }
            Err(broken @ Error::Broken(_)) => return Err(broken),
        };
        if let Some(known) = movements::known(db, &draft)? {
            return Ok(Plan::Same(known.0));
        }
        if draft.kind == RegistrationKind::Collective {
            return Ok(Plan::New(None));
        }
        let named = Named { name: &draft.name, birth: draft.birth, citizen_id: "", unit: Some(unit) };
        Ok(match whom(db, &named, row.answer)? {
            Whom::Member(member) => Plan::New(Some(member)),
            Whom::Stranger => Plan::New(None),
            Whom::Doubt(candidates) => Plan::Doubt(candidates),
        })
    }

    fn contradicted(&self, db: &Connection, row: &Row<'_>, plan: &Plan) -> Result<Option<Finding>> {
        let member = match plan {
            Plan::New(member) => *member,
            Plan::Same(known) => movements::whose(db, RegistrationId(*known))?,
            Plan::Change(..) | Plan::Doubt(_) | Plan::Unready(_) => None,
        };
        member.map_or(Ok(None), |member| other_gender(db, member, row.entry.text("honorific")))
    }

    fn write(&self, pen: &Pen<'_>, lot: &Lot<'_>) -> Result<Vec<Made>> {
        let mut all = Vec::new();
        for planned in &lot.rows {
            (lot.step)()?;
            let Some(unit) = planned.row.unit else {
                return Err(Error::broken("intake", "a row without a unit among those that go in"));
            };
            let member = match planned.plan {
                Plan::New(member) => *member,
                Plan::Same(known) => {
                    all.push(Made { outcome: Outcome::Same, record: Some(*known), member: None });
                    continue;
                }
                Plan::Change(..) | Plan::Doubt(_) | Plan::Unready(_) => {
                    return Err(Error::broken("intake", "a registration can only be new or known"));
                }
            };
            let draft = draft_of(pen, &planned.row, unit, member)?;
            let draft = movements::checked(pen, draft, lot.today)?;
            // a list may repeat a row
            let (outcome, id) = match movements::known(pen, &draft)? {
                Some(known) => (Outcome::Same, known),
                None => (Outcome::New, movements::insert(pen, &draft)?),
            };
            all.push(Made { outcome, record: Some(id.0), member });
        }
        Ok(all)
    }
}

/// The row as a draft.
fn draft_of(db: &Connection, row: &Row<'_>, unit: UnitId, member: Option<MemberId>) -> Result<RegistrationDraft> {
    let (entry, today) = (row.entry, row.today);
    let text = |field: &str| entry.text(field).to_owned();
    let name = clean(entry.text("name"));
    let is_unit = name_on(db, unit, today)?.is_some_and(|own| fold(&own) == fold(&name));
    let is_theirs = || is_unit || fold(entry.text("title")).starts_with("tap the");
    let kind = if is_collective(entry).unwrap_or_else(is_theirs) {
        RegistrationKind::Collective
    } else {
        RegistrationKind::Individual
    };
    let (year, calendar) = match year_in(entry.text("year")).or_else(|| year_in_title(row.title)) {
        Some(said) => said,
        None => (year_now(db, unit, today)?, None),
    };
    Ok(RegistrationDraft {
        year,
        calendar,
        unit,
        kind,
        member,
        honorific: if kind == RegistrationKind::Collective { String::new() } else { text("honorific") },
        name: if kind == RegistrationKind::Collective { name } else { read_name(&name).name },
        birth: entry.day("birth"),
        title: text("title"),
        form: text("form"),
        movement: None,
        content: text("content"),
        received_on: Some(entry.day("received_on").and_then(PartialDate::known_day).unwrap_or(today)),
        note: text("note"),
    })
}

/// Whether a collective registers, as the row says it, else the head of its group.
fn is_collective(entry: &Entry) -> Option<bool> {
    match entry.text("honorific") {
        "" => entry.stands_among_collectives(),
        said => Some(says_collective(said).unwrap_or(false)),
    }
}

/// "2024" is a calendar year, "2023-2024" a school year that counts in the year in which it ends.
fn year_in(text: &str) -> Option<(i32, Option<Calendar>)> {
    let words = text.split(|letter: char| !letter.is_ascii_digit()).filter(|word| word.len() == 4);
    let years: Vec<i32> = words.filter_map(|word| word.parse().ok()).collect();
    match years.as_slice() {
        [] => None,
        [year] => Some((*year, Some(Calendar::Year))),
        several => several.iter().max().map(|year| (*year, Some(Calendar::School))),
    }
}

/// The year of a title: "NĂM HỌC 2026-2027", "năm học 2026 – 27"; "NĂM 2026" as the unit competes. The year of a day is none.
fn year_in_title(title: &str) -> Option<(i32, Option<Calendar>)> {
    let key = heading_key(title);
    let words: Vec<&str> = key.split(' ').collect();
    let year = |word: &str| word.parse::<i32>().ok().filter(|year| (2000..2100).contains(year));
    let school = words.windows(4).find_map(|words| match words {
        ["nam", "hoc", from, to] => {
            let ends = year(from)? + 1;
            (year(to) == Some(ends) || to.len() == 2 && to.parse() == Ok(ends % 100)).then_some(ends)
        }
        _ => None,
    });
    let plain = || {
        let at = words.windows(2).enumerate().filter_map(|(at, words)| match words {
            ["nam", written] => Some((at, year(written)?)),
            _ => None,
        });
        let of_no_day = at.filter(|(at, _)| at.checked_sub(2).and_then(|at| words.get(at)) != Some(&"thang"));
        of_no_day.map(|(_, year)| year).max()
    };
    school.map(|ends| (ends, Some(Calendar::School))).or_else(|| plain().map(|year| (year, None)))
}

/// The year in which the unit competes today.
fn year_now(db: &Connection, unit: UnitId, today: NaiveDate) -> Result<i32> {
    let calendar = units::last_state(db, unit)?.calendar;
    let next = today.year() + 1;
    Ok(if periods::span(calendar, next)?.0 <= today { next } else { today.year() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_the_year_and_the_day_of_a_list_does_not() {
        let school = |year| Some((year, Some(Calendar::School)));
        assert_eq!(year_in_title("DANH SÁCH ĐĂNG KÝ THI ĐUA NĂM HỌC 2026-2027"), school(2027));
        assert_eq!(year_in_title("Đăng ký thi đua năm học 2026 – 27 . Ngày 5 tháng 10 năm 2026"), school(2027));
        assert_eq!(year_in_title("ĐĂNG KÝ THI ĐUA NĂM 2026"), Some((2026, None)));
        assert_eq!(year_in_title("Sông Thao, ngày 5 tháng 11 năm 2026"), None);
        assert_eq!(year_in_title("Danh sách đăng ký"), None);
    }
}
