//! Lists of those who took part in a course ("danh sách học viên"): whose course it is stands above the list or in a column.

use rusqlite::Connection;

use crate::error::{Error, Result};
use crate::id::MemberId;
use crate::intake::cells::{Entry, Value};
use crate::intake::finding::Finding;
use crate::intake::people::{Named, Whom, other_gender, whom};
use crate::intake::session::Outcome;
use crate::intake::taking::{FieldChange, Lot, Made, Plan, Row, Taking};
use crate::intake::target::{BIRTH, Gender, Kind, Target, UnitOf, field};
use crate::journal::What;
use crate::members::Gender as MemberGender;
use crate::office::Pen;
use crate::training::{self, Attending, CourseId, CourseNamed, ParticipantDraft, ParticipantId};
use crate::units::UnitId;

/// People of many units, or of one, in a course.
pub static TRAINING: Target = Target {
    name: "training",
    label: "người học",
    act: What::new("intake.training", "Nhập danh sách học viên"),
    key: &["full_name", "family_middle", "given"],
    must: &[],
    least: 3,
    least_alone: 3,
    in_sight: &["full_name", "birth", "unit", "course", "result", "certificate"],
    unit: UnitOf::Row,
    one_row_each: false,
    newcomer: "Không phải ai trong sổ: ghi theo tên",
    fields: &[
        field(
            "-",
            "(bỏ qua)",
            Kind::Ignored,
            &[
                "stt",
                "tt",
                "so tt",
                "so thu tu",
                "thu tu",
                "chuc vu",
                "chuc vu chuc danh",
                "chuc danh",
                "dien thoai",
                "so dien thoai",
                "sdt",
                "dan toc",
                "ky nhan",
                "ky ten",
                "chu ky",
                "ghi chu",
            ],
        ),
        field(
            "full_name",
            "Họ và tên",
            Kind::FullName,
            &[
                "ho va ten",
                "ho ten",
                "ho va ten hoc vien",
                "ho ten hoc vien",
                "hoc vien",
                "ten hoc vien",
                "ho va ten doan vien",
                "ho va ten nguoi hoc",
                "nguoi hoc",
            ],
        ),
        field(
            "family_middle",
            "Họ đệm",
            Kind::FamilyMiddle,
            &["ho dem", "ho va dem", "ho va ten dem", "ho ten dem", "ho lot", "ho va chu lot"],
        ),
        field("given", "Tên", Kind::Given, &["ten"]),
        field("birth", "Ngày sinh", Kind::Birth, BIRTH),
        field("gender", "Giới tính", Kind::Gender, &["gioi tinh", "nam nu", "gioi", "phai", "ong ba"]),
        field("gender_nam", "Nam (đánh dấu)", Kind::GenderMark(Gender::Nam), &["nam"]),
        field("gender_nu", "Nữ (đánh dấu)", Kind::GenderMark(Gender::Nu), &["nu", "gioi tinh nu"]),
        field("unit_code", "Mã đơn vị", Kind::Unit, &["ma cdcs", "ma don vi", "ma so cdcs"]),
        field(
            "unit",
            "Đơn vị",
            Kind::Unit,
            &[
                "don vi",
                "ten don vi",
                "cdcs",
                "cong doan co so",
                "ten cdcs",
                "don vi cong tac",
                "noi cong tac",
                "co quan don vi",
                "don vi cu di hoc",
            ],
        ),
        field(
            "course",
            "Lớp",
            Kind::Text,
            &[
                "lop",
                "ten lop",
                "lop hoc",
                "lop dao tao",
                "lop tap huan",
                "lop boi duong",
                "noi dung dao tao",
                "noi dung tap huan",
                "khoa hoc",
            ],
        ),
        field(
            "held_on",
            "Ngày học",
            Kind::Date,
            &["ngay hoc", "thoi gian hoc", "thoi gian", "ngay khai giang", "tu ngay", "ngay to chuc"],
        ),
        field(
            "direct",
            "Lao động trực tiếp",
            Kind::Mark,
            &["lao dong truc tiep", "ld truc tiep", "truc tiep", "cong nhan truc tiep", "cnld truc tiep"],
        ),
        field(
            "result",
            "Kết quả",
            Kind::Text,
            &["ket qua", "ket qua hoc tap", "xep loai", "xep loai hoc tap", "danh gia", "ket qua xep loai"],
        ),
        field(
            "certificate",
            "Số chứng chỉ, chứng nhận",
            Kind::Text,
            &[
                "chung chi",
                "so chung chi",
                "chung nhan",
                "so chung nhan",
                "giay chung nhan",
                "so giay chung nhan",
                "so hieu chung chi",
            ],
        ),
    ],
};

/// Those who took part: members whom the register has, and by name whoever it has not.
pub struct TrainingIn;

impl Taking for TrainingIn {
    fn target(&self) -> &'static Target {
        &TRAINING
    }

    fn plan(&self, db: &Connection, row: &Row<'_>) -> Result<Plan> {
        let Some(unit) = row.unit else { return Ok(Plan::Doubt(Vec::new())) };
        let course = match course_of(db, row)? {
            Ok(course) => course,
            Err(sentence) => return Ok(Plan::Unready(sentence)),
        };
        let birth = row.entry.day("birth");
        let named = Named { name: row.entry.text("full_name"), birth, citizen_id: "", unit: Some(unit) };
        let by_name = draft_of(row.entry, unit, None);
        Ok(match whom(db, &named, row.answer)? {
            Whom::Member(member) => {
                let draft = draft_of(row.entry, unit, Some(member));
                told(training::attending(db, course, &draft)?, &draft)
            }
            Whom::Stranger => told(training::attending(db, course, &by_name)?, &by_name),
            // whom the clerk has told from the namesakes once stands in the course by name
            Whom::Doubt(candidates) => match training::attending(db, course, &by_name)? {
                known @ Some(_) => told(known, &by_name),
                None => Plan::Doubt(candidates),
            },
        })
    }

    fn contradicted(&self, db: &Connection, row: &Row<'_>, plan: &Plan) -> Result<Option<Finding>> {
        let member = match plan {
            Plan::New(member) => *member,
            Plan::Change(id, _) | Plan::Same(id) => training::who_attends(db, ParticipantId(*id))?,
            Plan::Doubt(_) | Plan::Unready(_) => None,
        };
        member.map_or(Ok(None), |member| other_gender(db, member, row.entry.text("gender")))
    }

    fn write(&self, pen: &Pen<'_>, lot: &Lot<'_>) -> Result<Vec<Made>> {
        let mut all = Vec::new();
        for planned in &lot.rows {
            (lot.step)()?;
            let (Some(unit), Ok(course)) = (planned.row.unit, course_of(pen, &planned.row)?) else {
                return Err(Error::broken("intake", "a row without a unit or a course among those that go in"));
            };
            all.push(match planned.plan {
                Plan::New(member) => take_in(pen, course, draft_of(planned.row.entry, unit, *member))?,
                Plan::Change(id, _) => {
                    training::fill_participant(pen, ParticipantId(*id), &draft_of(planned.row.entry, unit, None))?;
                    Made { outcome: Outcome::Changed, record: Some(*id), member: None }
                }
                Plan::Same(id) => Made { outcome: Outcome::Same, record: Some(*id), member: None },
                Plan::Doubt(_) | Plan::Unready(_) => {
                    return Err(Error::broken("intake", "a doubtful row among those that go in"));
                }
            });
        }
        Ok(all)
    }
}

/// What a row does to somebody of that name.
fn told(known: Option<Attending>, draft: &ParticipantDraft) -> Plan {
    let Some(Attending { id, result, certificate }) = known else { return Plan::New(draft.member) };
    let changes: Vec<FieldChange> =
        [("result", result, &draft.result), ("certificate", certificate, &draft.certificate)]
            .into_iter()
            .filter(|(_, old, new)| !new.is_empty() && old != *new)
            .map(|(name, old, new)| FieldChange {
                field: name.to_owned(),
                label: TRAINING.field(name).map_or(name, |field| field.label).to_owned(),
                old,
                new: new.clone(),
            })
            .collect();
    if changes.is_empty() { Plan::Same(id.0) } else { Plan::Change(id.0, changes) }
}

/// Writes one in; a list may repeat a row, then the first stands.
fn take_in(pen: &Pen<'_>, course: CourseId, draft: ParticipantDraft) -> Result<Made> {
    let draft = training::participant(pen, draft)?;
    let (outcome, id) = match training::attending(pen, course, &draft)? {
        Some(known) => (Outcome::Same, known.id),
        None => (Outcome::New, training::insert_participant(pen, course, &draft)?),
    };
    Ok(Made { outcome, record: Some(id.0), member: draft.member })
}

/// The course of a row, or what to do to make it known.
fn course_of(db: &Connection, row: &Row<'_>) -> Result<std::result::Result<CourseId, String>> {
    let course = row.entry.text("course");
    let named = CourseNamed { course, title: row.title, year: row.year, held_on: row.entry.day("held_on") };
    Ok(match training::courses_named(db, &named)?.as_slice() {
        [course] => Ok(*course),
        [] if course.is_empty() => Err(
            "Chưa biết đây là danh sách của lớp nào: trên bảng không có tên lớp nào đã ghi trong mục Đào tạo. Hãy ghi lớp vào mục Đào tạo đúng như tên ở đầu danh sách, rồi chọn lại tệp."
                .to_owned(),
        ),
        [] => Err(format!(
            "Mục Đào tạo chưa có lớp “{course}”. Hãy ghi lớp ấy trước, hoặc sửa ô Lớp cho đúng tên đã ghi."
        )),
        several => Err(format!(
            "Có {} lớp cùng tên này. Hãy ghi năm trên đầu danh sách hoặc thêm cột Ngày học để biết là lớp nào.",
            several.len()
        )),
    })
}

fn draft_of(entry: &Entry, unit: UnitId, member: Option<MemberId>) -> ParticipantDraft {
    ParticipantDraft {
        member,
        gender: MemberGender::named(entry.text("gender")),
        birth: entry.day("birth"),
        direct: match entry.values.get("direct") {
            Some(Value::Yes(direct)) => Some(*direct),
            Some(Value::Number(_) | Value::Day(_) | Value::Text(_)) | None => None,
        },
        result: entry.text("result").to_owned(),
        certificate: entry.text("certificate").to_owned(),
        ..ParticipantDraft::new(entry.text("full_name").to_owned(), unit)
    }
}
