//! Lists of pledges that units send ("bản tổng hợp cam kết"): their columns, and what the room of pledges takes in.

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use crate::calendar::PartialDate;
use crate::error::{Error, Result};
use crate::id::MemberId;
use crate::intake::cells::{Entry, Value};
use crate::intake::finding::Finding;
use crate::intake::people::{Named, Whom, other_gender, whom};
use crate::intake::session::Outcome;
use crate::intake::taking::{Lot, Made, Plan, Row, Taking};
use crate::intake::target::{Gender, Kind, LEFT_OUT, Target, UnitOf, field};
use crate::journal::What;
use crate::members::{self, Gender as MemberGender, MemberDraft};
use crate::office::Pen;
use crate::pledges::{self, Content, PledgeBlock, PledgeDraft, PledgeId, Pledger};

/// The list of pledges of a unit.
pub static PLEDGES: Target = Target {
    name: "pledges",
    label: "bản cam kết",
    act: What::new("intake.pledges", "Nhập danh sách cam kết"),
    key: &["ideology", "ethics", "discipline", "work_style", "duty", "following", "goals", "measures"],
    must: &["full_name"],
    least: 4,
    least_alone: 4,
    in_sight: &["full_name", "birth", "duty", "following", "confirmed_by", "confirmed_on"],
    unit: UnitOf::File,
    one_row_each: false,
    newcomer: "Người chưa có trong sổ",
    fields: &[
        field("-", "(bỏ qua)", Kind::Ignored, LEFT_OUT),
        field(
            "full_name",
            "Họ và tên",
            Kind::FullName,
            &[
                "ho va ten",
                "ho ten",
                "ho va ten doan vien",
                "ho ten doan vien",
                "nguoi cam ket",
                "ho va ten nguoi cam ket",
            ],
        ),
        field(
            "birth",
            "Ngày sinh",
            Kind::Birth,
            &["nam sinh", "ngay sinh", "ngay thang nam sinh", "ngay sinh nam sinh", "sinh nam"],
        ),
        field("gender", "Giới tính", Kind::Gender, &["gioi tinh", "nam nu", "gioi"]),
        field("gender_nu", "Nữ (đánh dấu)", Kind::GenderMark(Gender::Nu), &["nu", "gioi tinh nu"]),
        field("party_member", "Đảng viên", Kind::Mark, &["dang vien", "la dang vien"]),
        field(
            "position",
            "Chức vụ",
            Kind::Text,
            &["chuc vu", "chuc vu nghe nghiep", "chuc danh", "chuc vu chuc danh", "nghe nghiep"],
        ),
        field(
            "ideology",
            "Tư tưởng chính trị",
            Kind::Text,
            &["tu tuong chinh tri", "i tu tuong chinh tri", "1 tu tuong chinh tri", "ve tu tuong chinh tri"],
        ),
        field(
            "ethics",
            "Đạo đức, lối sống",
            Kind::Text,
            &["dao duc loi song", "ii dao duc loi song", "2 dao duc loi song", "pham chat dao duc loi song"],
        ),
        field(
            "discipline",
            "Ý thức tổ chức kỷ luật",
            Kind::Text,
            &["y thuc to chuc ky luat", "iii y thuc to chuc ky luat", "to chuc ky luat"],
        ),
        field(
            "work_style",
            "Tác phong, lề lối làm việc",
            Kind::Text,
            &["tac phong le loi lam viec", "iv tac phong le loi lam viec", "le loi lam viec"],
        ),
        field(
            "duty",
            "Trách nhiệm được giao",
            Kind::Text,
            &[
                "trach nhiem duoc giao",
                "iii trach nhiem duoc giao",
                "3 trach nhiem duoc giao",
                "thuc hien chuc trach nhiem vu",
                "nhiem vu duoc giao",
                "trach nhiem nhiem vu duoc giao",
            ],
        ),
        field(
            "following",
            "Nội dung làm theo Bác",
            Kind::Text,
            &[
                "noi dung lam theo bac",
                "iv noi dung lam theo bac",
                "4 noi dung lam theo bac",
                "lam theo bac",
                "noi dung hoc tap va lam theo",
                "noi dung hoc tap va lam theo bac",
            ],
        ),
        field("goals", "Mục tiêu, chỉ tiêu", Kind::Text, &["muc tieu chi tieu", "chi tieu", "muc tieu"]),
        field(
            "measures",
            "Thời gian, biện pháp",
            Kind::Text,
            &[
                "thoi gian bien phap",
                "v thoi gian bien phap",
                "5 thoi gian bien phap",
                "bien phap",
                "thoi gian giai phap",
                "giai phap thoi gian thuc hien",
            ],
        ),
        field(
            "confirmed_by",
            "Người xác nhận",
            Kind::Text,
            &["nguoi xac nhan", "noi xac nhan", "xac nhan", "xac nhan cua", "don vi xac nhan"],
        ),
        field("confirmed_on", "Ngày xác nhận", Kind::Date, &["ngay xac nhan", "ngay thang xac nhan"]),
    ],
};

/// Pledges: of members whom the register has; who is not in it is asked about.
pub struct PledgesIn;

impl Taking for PledgesIn {
    fn target(&self) -> &'static Target {
        &PLEDGES
    }

    fn plan(&self, db: &Connection, row: &Row<'_>) -> Result<Plan> {
        let named =
            Named { name: row.entry.text("full_name"), birth: row.entry.day("birth"), citizen_id: "", unit: row.unit };
        let member = match whom(db, &named, row.answer)? {
            Whom::Member(member) => member,
            // whose pledge it is must be known: the office adds the member first, or says who it is
            Whom::Stranger => return Ok(Plan::Doubt(Vec::new())),
            Whom::Doubt(candidates) => return Ok(Plan::Doubt(candidates)),
        };
        // a list that says no year at all is asked about: its pledges would be filed anywhere
        let Some(year) = headed(row) else { return Ok(Plan::Doubt(Vec::new())) };
        Ok(match pledges::known(db, Pledger::Member(member), year)? {
            Some(PledgeId(pledge)) => Plan::Same(pledge),
            None => Plan::New(Some(member)),
        })
    }

    fn contradicted(&self, db: &Connection, row: &Row<'_>, plan: &Plan) -> Result<Option<Finding>> {
        let member = match plan {
            Plan::New(member) => *member,
            Plan::Same(pledge) => pledges::whose(db, PledgeId(*pledge))?,
            Plan::Change(..) | Plan::Doubt(_) | Plan::Unready(_) => None,
        };
        member.map_or(Ok(None), |member| other_gender(db, member, row.entry.text("gender")))
    }

    /// A pledge that the register has is left as it is: what was registered or confirmed is corrected by a person.
    fn write(&self, pen: &Pen<'_>, lot: &Lot<'_>) -> Result<Vec<Made>> {
        let mut all = Vec::new();
        for planned in &lot.rows {
            (lot.step)()?;
            let made = match planned.plan {
                Plan::New(Some(member)) => {
                    let year = headed(&planned.row).unwrap_or(lot.today.year());
                    take_in(pen, &planned.row, *member, year)?
                }
                Plan::Same(pledge) | Plan::Change(pledge, _) => {
                    Made { outcome: Outcome::Same, record: Some(*pledge), member: None }
                }
                Plan::New(None) | Plan::Doubt(_) | Plan::Unready(_) => {
                    return Err(Error::broken("intake of pledges", "a row without a member was planned"));
                }
            };
            all.push(made);
        }
        Ok(all)
    }
}

/// Registers what the row says; twice in one lot, the first stands.
fn take_in(pen: &Pen<'_>, row: &Row<'_>, member: MemberId, year: i32) -> Result<Made> {
    let of = Pledger::Member(member);
    if let Some(PledgeId(pledge)) = pledges::known(pen, of, year)? {
        return Ok(Made { outcome: Outcome::Same, record: Some(pledge), member: Some(member) });
    }
    let entry = row.entry;
    if members::member(pen, member)?.facts.gender.is_none() {
        let gender = MemberGender::named(entry.text("gender"));
        members::fill(pen, member, &MemberDraft { gender, ..MemberDraft::default() })?;
    }
    let content = PledgeBlock::ALL.iter().map(|block| (*block, entry.text(block.code()).to_owned()));
    let draft = PledgeDraft {
        position: entry.text("position").to_owned(),
        party_member: party(entry),
        content: content.collect::<Content>(),
        ..PledgeDraft::default()
    };
    let belonging = pledges::belonging(pen, of, pen.today())?;
    let confirmed = (entry.text("confirmed_by"), confirmed_on(entry));
    let PledgeId(pledge) = pledges::take_in(pen, of, &belonging, year, draft, confirmed)?;
    Ok(Made { outcome: Outcome::New, record: Some(pledge), member: Some(member) })
}

/// A list that marks Party members says of the others that they are none.
fn party(entry: &Entry) -> Option<bool> {
    match entry.values.get("party_member") {
        Some(Value::Yes(party)) => Some(*party),
        Some(Value::Number(_) | Value::Day(_) | Value::Text(_)) | None => None,
    }
}

fn confirmed_on(entry: &Entry) -> Option<NaiveDate> {
    entry.day("confirmed_on").and_then(PartialDate::known_day)
}

/// The year that the list is headed with.
fn headed(row: &Row<'_>) -> Option<i32> {
    row.year.or_else(|| confirmed_on(row.entry).map(|day| day.year()))
}
