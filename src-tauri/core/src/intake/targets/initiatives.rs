//! Lists of initiatives: one a row, with its authors, its recognition and what it brings; the programme stands above the list.

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use crate::calendar::PartialDate;
use crate::error::{Error, Result};
use crate::id::MemberId;
use crate::initiatives::{
    self, InitiativeAuthor, InitiativeDraft, InitiativeId, InitiativeLevel, ProgrammeDraft, ProgrammeId,
};
use crate::intake::cells::{Entry, Value};
use crate::intake::finding::Finding;
use crate::intake::people::{Named, Whom, other_gender, whom};
use crate::intake::session::Outcome;
use crate::intake::taking::{FieldChange, Lot, Made, Plan, Row, Taking};
use crate::intake::target::{Kind, LEFT_OUT, Target, UnitOf, field};
use crate::journal::What;
use crate::members::Gender;
use crate::money::Dong;
use crate::office::Pen;
use crate::sheet::read::{CellValue, Workbook};
use crate::units::UnitId;
use crate::vietnamese::fold;

/// Initiatives of many units ("tổng hợp sáng kiến").
pub static INITIATIVES: Target = Target {
    name: "initiatives",
    label: "sáng kiến",
    act: What::new("intake.initiatives", "Nhập danh sách sáng kiến"),
    key: &["title"],
    must: &[],
    least: 3,
    least_alone: 3,
    in_sight: &["code", "title", "author", "unit", "first_applied", "recognition"],
    unit: UnitOf::Row,
    one_row_each: false,
    newcomer: "Sáng kiến mới",
    fields: &[
        field("-", "(bỏ qua)", Kind::Ignored, LEFT_OUT),
        field("code", "Mã số", Kind::Text, &["ma so", "ma sang kien", "ma", "ma so sang kien"]),
        field(
            "title",
            "Tên sáng kiến",
            Kind::Text,
            &[
                "ten sang kien",
                "ten giai phap",
                "ten de tai",
                "sang kien",
                "ten sang kien giai phap",
                "ten de tai sang kien",
            ],
        ),
        field(
            "author",
            "Tác giả",
            Kind::Text,
            &["tac gia", "ho ten tac gia", "ho va ten tac gia", "ho va ten", "ho ten"],
        ),
        field("author_birth", "Năm sinh", Kind::Date, &["nam sinh", "ngay sinh", "ngay thang nam sinh"]),
        field("author_gender", "Giới tính", Kind::Text, &["nam nu", "gioi tinh", "ong ba"]),
        field("unit_code", "Mã đơn vị", Kind::Unit, &["ma cdcs", "ma don vi"]),
        field("unit", "Đơn vị", Kind::Unit, &["don vi", "ten don vi", "cdcs", "cong doan co so", "don vi cong tac"]),
        field("field", "Lĩnh vực", Kind::Text, &["linh vuc", "mon linh vuc", "linh vuc ap dung"]),
        field(
            "first_applied",
            "Áp dụng lần đầu",
            Kind::Date,
            &["ngay ap dung lan dau", "ngay ap dung", "thoi gian ap dung", "ap dung lan dau", "ap dung tu"],
        ),
        field("place", "Nơi áp dụng", Kind::Text, &["noi ap dung", "pham vi ap dung"]),
        field("recognition", "Công nhận", Kind::Text, &["cong nhan", "cap cong nhan", "ket qua cong nhan"]),
        field(
            "recognition_number",
            "Số QĐ công nhận",
            Kind::Text,
            &["so qd cong nhan", "so quyet dinh cong nhan", "so qd", "so quyet dinh", "quyet dinh cong nhan"],
        ),
        field(
            "recognised_on",
            "Ngày QĐ",
            Kind::Date,
            &["ngay qd", "ngay quyet dinh", "ngay cong nhan", "ngay qd cong nhan"],
        ),
        field(
            "benefit",
            "Giá trị làm lợi",
            Kind::Money,
            &["gia tri lam loi", "gia tri lam loi dong", "tien lam loi", "so tien lam loi"],
        ),
        field("effect", "Hiệu quả khác", Kind::Text, &["hieu qua", "hieu qua khac", "hieu qua xa hoi"]),
        field("co_author", "Đồng tác giả", Kind::Text, &["dong tac gia"]),
        field(
            "shares",
            "Tỷ lệ đóng góp",
            Kind::Text,
            &["ty le dong gop", "ti le dong gop", "ty le", "muc do dong gop"],
        ),
        field("taking_part", "Tham gia chương trình", Kind::Mark, &["tham gia chuong trinh", "tham gia"]),
        field("note", "Ghi chú", Kind::Text, &["ghi chu"]),
    ],
};

/// Days go in as the list has them: one that lies ahead is told by the pre-check and does not stop the others.
const AS_WRITTEN: NaiveDate = NaiveDate::MAX;

/// Initiatives, each known by its code and unit.
pub struct InitiativesIn;

impl Taking for InitiativesIn {
    fn target(&self) -> &'static Target {
        &INITIATIVES
    }

    /// What the register would refuse is asked about; whether a title is like another is told in the register, not here.
    fn plan(&self, db: &Connection, row: &Row<'_>) -> Result<Plan> {
        let Some(unit) = row.unit else { return Ok(Plan::Doubt(Vec::new())) };
        let (draft, member) = draft_of(db, row.entry, unit)?;
        let known = initiatives::of_unit(db, unit, &draft.code)?;
        match (initiatives::checked(db, draft, AS_WRITTEN), known) {
            (Err(Error::Refused(_)), _) => Ok(Plan::Doubt(Vec::new())),
            (Err(broken @ Error::Broken(_)), _) => Err(broken),
            (Ok(_), None) => Ok(Plan::New(member)),
            (Ok(draft), Some((id, before))) => Ok(plan_change(id, &before, &draft)),
        }
    }

    fn contradicted(&self, db: &Connection, row: &Row<'_>, plan: &Plan) -> Result<Option<Finding>> {
        let member = match plan {
            Plan::New(member) => *member,
            Plan::Change(id, _) | Plan::Same(id) => initiatives::first_author(db, InitiativeId(*id))?,
            Plan::Doubt(_) | Plan::Unready(_) => None,
        };
        member.map_or(Ok(None), |member| other_gender(db, member, row.entry.text("author_gender")))
    }

    fn write(&self, pen: &Pen<'_>, lot: &Lot<'_>) -> Result<Vec<Made>> {
        let programme = programme_of(pen, lot)?;
        let year = lot.books.iter().find_map(|book| year_of(book)).unwrap_or_else(|| lot.today.year());
        let mut all = Vec::new();
        for planned in &lot.rows {
            (lot.step)()?;
            let Some(unit) = planned.row.unit else {
                return Err(Error::broken("intake", "a row without a unit among those that go in"));
            };
            let (draft, member) = draft_of(pen, planned.row.entry, unit)?;
            let takes_part = matches!(planned.row.entry.values.get("taking_part"), Some(Value::Yes(true)));
            let draft = InitiativeDraft { year, programme: programme.filter(|_| takes_part), ..draft };
            let draft = initiatives::checked(pen, draft, AS_WRITTEN)?;
            let (outcome, id) = match planned.plan {
                Plan::New(_) => (Outcome::New, initiatives::insert(pen, &draft)?),
                Plan::Change(id, _) => {
                    initiatives::fill(pen, InitiativeId(*id), &draft)?;
                    (Outcome::Changed, InitiativeId(*id))
                }
                Plan::Same(id) => (Outcome::Same, InitiativeId(*id)),
                Plan::Doubt(_) | Plan::Unready(_) => {
                    return Err(Error::broken("intake", "a doubtful row among those that go in"));
                }
            };
            all.push(Made { outcome, record: Some(id.0), member });
        }
        Ok(all)
    }
}

/// The row as a draft, and the member who is its first author. An author is tied to a record only when it is certain whose;
/// else the name stands as written.
fn draft_of(db: &Connection, entry: &Entry, unit: UnitId) -> Result<(InitiativeDraft, Option<MemberId>)> {
    let text = |field: &str| entry.text(field).to_owned();
    let known = |name: &str, birth: Option<PartialDate>| -> Result<Option<MemberId>> {
        Ok(match whom(db, &Named { name, birth, citizen_id: "", unit: Some(unit) }, None)? {
            Whom::Member(id) => Some(id),
            Whom::Stranger | Whom::Doubt(_) => None,
        })
    };
    let mut shares = entry
        .text("shares")
        .split(['-', '/', ';'])
        .map(|share| share.trim().trim_end_matches('%').trim().parse::<i64>().ok());
    let birth = entry.day("author_birth");
    let first = InitiativeAuthor {
        name: text("author"),
        member: known(entry.text("author"), birth)?,
        gender: Gender::named(entry.text("author_gender")),
        birth,
        share: shares.next().flatten(),
    };
    let member = first.member;
    let mut authors = vec![first];
    if !entry.text("co_author").is_empty() {
        let name = text("co_author");
        let member = known(&name, None)?;
        authors.push(InitiativeAuthor { name, member, share: shares.next().flatten(), ..InitiativeAuthor::default() });
    }
    let draft = InitiativeDraft {
        year: 0,
        code: text("code"),
        title: text("title"),
        unit,
        authors,
        field: text("field"),
        kind: None,
        scope: None,
        first_applied: entry.day("first_applied"),
        place: text("place"),
        recognition: InitiativeLevel::worded(entry.text("recognition")),
        recognition_number: text("recognition_number"),
        recognised_on: entry.day("recognised_on").and_then(PartialDate::known_day),
        recognised_by: String::new(),
        benefit: Dong(entry.number("benefit").unwrap_or_default()),
        benefit_basis: String::new(),
        effect: text("effect"),
        programme: None,
        portal_on: None,
        portal_code: String::new(),
        secret: false,
        note: text("note"),
    };
    Ok((draft, member))
}

fn plan_change(id: InitiativeId, before: &InitiativeDraft, now: &InitiativeDraft) -> Plan {
    let day = |day: Option<PartialDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let level = |level: Option<InitiativeLevel>| level.map_or("", InitiativeLevel::label).to_owned();
    let told = |draft: &InitiativeDraft| {
        [
            ("title", draft.title.clone()),
            ("field", draft.field.clone()),
            ("first_applied", day(draft.first_applied)),
            ("recognition", level(draft.recognition)),
            ("recognition_number", draft.recognition_number.clone()),
            ("recognised_on", day(draft.recognised_on.map(PartialDate::from))),
            ("benefit", draft.benefit.to_string()),
        ]
    };
    let changes: Vec<FieldChange> = told(before)
        .into_iter()
        .zip(told(now))
        .filter(|((_, old), (_, new))| old != new && !new.is_empty())
        .map(|((field, old), (_, new))| FieldChange {
            field: field.to_owned(),
            label: INITIATIVES.field(field).map_or(field, |known| known.label).to_owned(),
            old,
            new,
        })
        .collect();
    if changes.is_empty() { Plan::Same(id.0) } else { Plan::Change(id.0, changes) }
}

/// The programme that the workbooks name above their lists; one that the register does not have yet is written down.
fn programme_of(pen: &Pen<'_>, lot: &Lot<'_>) -> Result<Option<ProgrammeId>> {
    let named =
        lot.books.iter().flat_map(|book| texts(book)).find_map(|text| initiatives::programme_in(text, lot.today));
    let Some(named) = named else { return Ok(None) };
    let ProgrammeDraft { name, .. } = &named;
    match initiatives::programme_named(pen, name)? {
        Some(known) => Ok(Some(known)),
        None => Ok(Some(initiatives::set(pen, &named)?)),
    }
}

/// "TỔNG HỢP SÁNG KIẾN NĂM 2024".
fn year_of(book: &Workbook) -> Option<i32> {
    texts(book).find_map(|text| {
        let folded = fold(text);
        let (_, after) = folded.split_once("sang kien nam ")?;
        after.get(..4)?.parse().ok()
    })
}

/// The texts of a workbook, from the top down.
fn texts(book: &Workbook) -> impl Iterator<Item = &str> {
    let cells = book.sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
    cells.filter_map(|cell| if let CellValue::Text(text) = &cell.value { Some(text.as_str()) } else { None })
}
