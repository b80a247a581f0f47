//! Lists of members: their columns, and what a row does to the register.

use rusqlite::Connection;

use crate::error::{Error, Result};
use crate::id::MemberId;
use crate::intake::people::candidates;
use crate::intake::session::{Outcome, shown};
use crate::intake::taking::{Answer, FieldChange, Lot, Made, Plan, Planned, Row, Taking};
use crate::intake::target::{BIRTH, Field, Gender, Kind, LEFT_OUT, Target, UnitOf, field};
use crate::journal::What;
use crate::members::{self, Member, MemberDraft, MemberField, look_alikes, member};
use crate::office::Pen;
use crate::units::UnitId;
use crate::vietnamese::tone_place_key;

const CARD: &[&str] = &[
    "cccd",
    "can cuoc cong dan",
    "can cuoc",
    "cmnd",
    "cmnd cccd",
    "cccd cmnd",
    "chung minh nhan dan",
    "cmtnd",
    "so cccd",
    "so cmnd",
    "giay cmnd",
    "the can cuoc",
    "so dinh danh",
    "can cuoc cong dan cmnd",
];

/// The list of members of a unit ("danh sách đoàn viên").
pub static MEMBERS: Target = Target {
    name: "members",
    label: "đoàn viên",
    act: What::new("intake.members", "Nhập danh sách đoàn viên"),
    key: &["full_name", "family_middle", "given"],
    must: &[],
    least: 3,
    in_sight: &["full_name", "gender", "birth", "citizen_id"],
    unit: UnitOf::File,
    one_row_each: true,
    newcomer: "Người mới",
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
                "ten doan vien",
                "ho va ten khai sinh",
                "ho ten khai sinh",
                "ho va ten nguoi lao dong",
                "ho va ten cbccvc",
                "ho va ten can bo",
                "ho ten cbnv",
                "ho va ten can bo doan vien",
                "ho ten cnv",
                "ho va ten nld",
                "ho va ten cb gv nv",
                "ho va ten cnvcld",
                "full name",
            ],
        ),
        field(
            "family_middle",
            "Họ đệm",
            Kind::FamilyMiddle,
            &[
                "ho dem",
                "ho va dem",
                "ho va ten dem",
                "ho ten dem",
                "ho lot",
                "ho va chu lot",
                "ho chu lot",
                "ho va ten lot",
                "ho",
                "ho va chu dem",
            ],
        ),
        field("given", "Tên", Kind::Given, &["ten", "ten goi"]),
        Field {
            name: "birth_nam",
            label: "Ngày sinh (nam)",
            kind: Kind::BirthOf(Gender::Nam),
            words: &["nam", "nam gioi"],
            under: BIRTH,
        },
        Field {
            name: "birth_nu",
            label: "Ngày sinh (nữ)",
            kind: Kind::BirthOf(Gender::Nu),
            words: &["nu", "nu gioi"],
            under: BIRTH,
        },
        field("birth", "Ngày sinh", Kind::Birth, BIRTH),
        field(
            "gender",
            "Giới tính",
            Kind::Gender,
            &["gioi tinh", "nam nu", "gioi", "phai", "ong ba", "nam hay nu", "gt", "gioi tinh nam nu"],
        ),
        field("gender_nam", "Nam (đánh dấu)", Kind::GenderMark(Gender::Nam), &["nam", "gioi tinh nam", "la nam"]),
        field("gender_nu", "Nữ (đánh dấu)", Kind::GenderMark(Gender::Nu), &["nu", "gioi tinh nu", "la nu", "phu nu"]),
        field(
            "unit",
            "Đơn vị",
            Kind::Unit,
            &[
                "don vi",
                "cdcs",
                "cong doan co so",
                "ten don vi",
                "don vi cong tac",
                "noi cong tac",
                "co quan don vi",
                "ten cdcs",
                "don vi cdcs",
                "co quan",
            ],
        ),
        Field {
            name: "citizen_id",
            label: "Số CCCD",
            kind: Kind::CitizenId,
            words: &["so", "so the", "so cccd"],
            under: CARD,
        },
        field(
            "citizen_id",
            "Số CCCD",
            Kind::CitizenId,
            &[
                "cccd",
                "so cccd",
                "so can cuoc cong dan",
                "can cuoc cong dan",
                "so can cuoc",
                "so cmnd cccd",
                "so cccd cmnd",
                "cmnd cccd",
                "cccd cmnd",
                "so cmnd",
                "cmnd",
                "so dinh danh ca nhan",
                "so dinh danh",
                "ma dinh danh",
                "so cmnd the can cuoc",
                "so cmtnd",
                "cmtnd",
                "so the can cuoc",
                "so can cuoc cong dan cmnd",
                "cccd so",
                "can cuoc cong dan so",
                "so cccd ho chieu",
                "cmt cccd",
            ],
        ),
        field("legacy_id", "Số CMND cũ", Kind::Text, &["so cmnd cu", "cmnd cu", "so cmnd 9 so", "cmnd 9 so"]),
        field(
            "id_issue_date",
            "Ngày cấp",
            Kind::Date,
            &[
                "ngay cap",
                "ngay cap cccd",
                "ngay cap cmnd",
                "cccd ngay cap",
                "can cuoc cong dan ngay cap",
                "ngay cap can cuoc",
            ],
        ),
        field(
            "id_issue_place",
            "Nơi cấp",
            Kind::Text,
            &["noi cap", "noi cap cccd", "noi cap cmnd", "cccd noi cap", "can cuoc cong dan noi cap", "co quan cap"],
        ),
        field(
            "position",
            "Chức vụ, nghề nghiệp",
            Kind::Text,
            &[
                "chuc vu",
                "chuc vu nghe nghiep",
                "chuc danh nghe nghiep",
                "chuc vu chuyen mon",
                "chuc danh",
                "nghe nghiep",
                "chuc vu chuc danh",
                "chuc vu chinh quyen",
                "vi tri viec lam",
                "cong viec",
                "chuc danh cong viec",
                "chuc vu don vi cong tac",
                "vi tri cong tac",
                "cong viec dang lam",
                "chuc danh chuc vu",
                "chuc vu hien nay",
                "nghe nghiep chuc vu",
            ],
        ),
        field(
            "union_position",
            "Chức vụ công đoàn",
            Kind::Text,
            &[
                "chuc vu cong doan",
                "chuc vu cd",
                "chuc vu trong cong doan",
                "chuc danh cong doan",
                "chuc vu doan the cong doan",
                "nhiem vu cong doan",
            ],
        ),
        field(
            "union_join",
            "Ngày vào công đoàn",
            Kind::Date,
            &[
                "ngay vao cd",
                "ngay vao cong doan",
                "ngay ket nap cd",
                "ngay ket nap cong doan",
                "ngay gia nhap cong doan",
                "ngay gia nhap cd",
                "thoi gian vao cong doan",
                "nam vao cong doan",
                "ngay ket nap",
                "ngay thang vao cong doan",
                "vao cong doan",
                "thang nam vao cong doan",
                "ngay gia nhap",
                "ngay ket nap doan vien",
                "ngay vao cong doan viet nam",
                "nam vao cd",
                "ngay thang nam vao cong doan",
            ],
        ),
        field(
            "party_member",
            "Đảng viên",
            Kind::Mark,
            &["dang vien", "la dang vien", "dang vien x", "dv dcsvn", "dang vien dang csvn"],
        ),
        field(
            "party_join",
            "Ngày vào Đảng",
            Kind::Date,
            &["ngay vao dang", "ngay ket nap dang", "ngay vao dcsvn", "ngay vao dang csvn", "nam vao dang"],
        ),
        field("ethnicity", "Dân tộc", Kind::Text, &["dan toc"]),
        field("religion", "Tôn giáo", Kind::Text, &["ton giao"]),
        field(
            "education",
            "Trình độ",
            Kind::Text,
            &[
                "trinh do",
                "trinh do chuyen mon",
                "trinh do chuyen mon nghiep vu",
                "trinh do cm",
                "trinh do dao tao",
                "trinh do hoc van",
                "bang cap",
                "chuyen mon",
                "trinh do nghe nghiep",
            ],
        ),
        field(
            "phone",
            "Điện thoại",
            Kind::Phone,
            &[
                "dien thoai",
                "so dien thoai",
                "sdt",
                "so dt",
                "dt",
                "dien thoai di dong",
                "di dong",
                "so dien thoai lien he",
                "tel",
                "so dtdd",
            ],
        ),
        field("hometown", "Quê quán", Kind::Text, &["que quan", "nguyen quan", "que"]),
        field(
            "residence",
            "Nơi ở hiện nay",
            Kind::Text,
            &[
                "noi o hien nay",
                "cho o hien nay",
                "noi o",
                "cho o",
                "dia chi",
                "thuong tru",
                "noi thuong tru",
                "ho khau thuong tru",
                "dia chi thuong tru",
                "noi o hien tai",
                "cho o hien tai",
                "ho khau",
                "noi cu tru",
                "dia chi lien he",
            ],
        ),
        field(
            "section",
            "Tổ công đoàn",
            Kind::Text,
            &[
                "to cong doan",
                "to cd",
                "cong doan bo phan",
                "cd bo phan",
                "to",
                "bo phan",
                "phong ban",
                "to bo phan",
                "to chuyen mon",
                "phan xuong",
                "to san xuat",
                "phong",
                "chuyen",
                "cong doan bo phan to cong doan",
            ],
        ),
        field(
            "member_code",
            "Mã số đoàn viên",
            Kind::Text,
            &[
                "ma so doan vien",
                "ma doan vien",
                "so the doan vien",
                "so the",
                "so the cong doan",
                "ma the doan vien",
                "ma so",
                "the doan vien",
                "so the dv",
                "ma dv",
                "so so doan vien",
            ],
        ),
        field(
            "worker_type",
            "Đối tượng",
            Kind::Text,
            &[
                "doi tuong",
                "loai lao dong",
                "loai hinh lao dong",
                "hinh thuc lao dong",
                "dien lao dong",
                "doi tuong lao dong",
            ],
        ),
        field("note", "Ghi chú", Kind::Text, &["ghi chu", "chu thich", "luu y"]),
    ],
};

/// Members: filled by the lists of their own unit, never by another's.
pub struct MembersIn;

impl Taking for MembersIn {
    fn target(&self) -> &'static Target {
        &MEMBERS
    }

    /// People of other units who look alike are left alone: a merge is offered, never made.
    fn plan(&self, db: &Connection, row: &Row<'_>) -> Result<Plan> {
        let Some(unit) = row.unit else {
            return Ok(Plan::Unready("Chưa biết dòng này của đơn vị nào. Hãy chọn đơn vị của tệp.".to_owned()));
        };
        let draft: MemberDraft = row.entry.draft()?;
        let here = likely(db, &draft, unit)?;
        let meant = match row.answer {
            Some(Answer::New) => return Ok(Plan::New(None)),
            Some(Answer::Known { record }) => here.iter().find(|known| known.id == MemberId(record)),
            Some(Answer::Take | Answer::Leave) | None => None,
        };
        match (meant, here.as_slice()) {
            (Some(known), _) => plan_change(known, &draft),
            (None, []) => Ok(Plan::New(None)),
            (None, [known]) if tone_place_key(&known.facts.full_name) == tone_place_key(&draft.full_name) => {
                plan_change(known, &draft)
            }
            (None, several) => {
                let several: Vec<MemberId> = several.iter().map(|known| known.id).collect();
                Ok(Plan::Doubt(candidates(db, &several)?))
            }
        }
    }

    fn write(&self, pen: &Pen<'_>, lot: &Lot<'_>) -> Result<Vec<Made>> {
        let mut all = Vec::new();
        for planned in &lot.rows {
            (lot.step)()?;
            all.push(write_member(pen, planned)?);
        }
        Ok(all)
    }
}

/// Members of the unit who may be the one that a row brings.
fn likely(db: &Connection, draft: &MemberDraft, unit: UnitId) -> Result<Vec<Member>> {
    let mut here = Vec::new();
    for id in look_alikes(db, draft, unit)? {
        let known = member(db, id)?;
        if known.unit == unit && is_likely(&known, draft) {
            here.push(known);
        }
    }
    Ok(here)
}

/// Two different card numbers are two people, whatever else agrees.
fn is_likely(known: &Member, draft: &MemberDraft) -> bool {
    match (&known.facts.citizen_id, &draft.citizen_id) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

fn plan_change(known: &Member, draft: &MemberDraft) -> Result<Plan> {
    let mut after = known.facts.clone();
    let mut changes = Vec::new();
    for field in MemberField::ALL {
        let before = after.clone();
        field.take(&mut after, draft, true);
        if after != before {
            changes.push(FieldChange {
                field: field.code().to_owned(),
                label: field.label().to_owned(),
                old: fact(&before, *field)?,
                new: fact(&after, *field)?,
            });
        }
    }
    Ok(if changes.is_empty() { Plan::Same(known.id.0) } else { Plan::Change(known.id.0, changes) })
}

/// The text of one field as a clerk reads it.
fn fact(facts: &MemberDraft, field: MemberField) -> Result<String> {
    let all = serde_json::to_value(facts)?;
    Ok(shown(all.get(field.code()).unwrap_or(&serde_json::Value::Null)))
}

fn write_member(pen: &Pen<'_>, planned: &Planned<'_>) -> Result<Made> {
    let (outcome, member) = match planned.plan {
        Plan::New(_) => (Outcome::New, insert(pen, &planned.row)?),
        Plan::Change(id, _) => {
            members::fill(pen, MemberId(*id), &planned.row.entry.draft()?)?;
            (Outcome::Changed, MemberId(*id))
        }
        Plan::Same(id) => (Outcome::Same, MemberId(*id)),
        Plan::Doubt(_) | Plan::Unready(_) => {
            return Err(Error::broken("intake", "a doubtful row among those that go in"));
        }
    };
    Ok(Made { outcome, record: Some(member.0), member: Some(member) })
}

/// Adds a member. Whom a person told from a look-alike of the unit is not offered for merging with it again.
fn insert(pen: &Pen<'_>, row: &Row<'_>) -> Result<MemberId> {
    let unit =
        row.unit.ok_or_else(|| Error::refused("file", "Đơn vị của tệp không còn trong danh sách. Hãy đọc lại tệp."))?;
    let draft: MemberDraft = row.entry.draft()?;
    let others = if row.answer == Some(Answer::New) { likely(pen, &draft, unit)? } else { Vec::new() };
    let added = members::insert(pen, &draft, unit, None)?;
    for other in others {
        members::tell_apart(pen, added, other.id)?;
    }
    Ok(added)
}
