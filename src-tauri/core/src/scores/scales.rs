//! Scales of grades ("thang xếp loại"): from how many points up a unit is called what, dated and with their source.

use super::store;
use crate::{
    catalogue::Certainty,
    error::{Error, Refusals, Result},
    id::id,
    journal::What,
    money::Hundredths,
    office::{Done, Office},
    vietnamese::clean,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use ts_rs::TS;

id!(
    /// One scale of grades.
    GradeScaleId
);

const SCALE: What = What::new("scores.scale", "Sửa thang xếp loại");
const DELETE: What = What::new("scores.delete_scale", "Xóa thang xếp loại");

/// A scale of grades, in force for one span of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GradeScale {
    /// Its key; none: new.
    pub id: Option<GradeScaleId>,
    /// What it is called.
    pub name: String,
    /// In force from.
    pub since: Option<NaiveDate>,
    /// Last day in force.
    pub until: Option<NaiveDate>,
    /// Where this is known from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// From the highest down.
    pub grades: Vec<Grade>,
}

/// One grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ScoreGrade")]
pub struct Grade {
    /// "HTXSNV".
    pub code: String,
    /// "Hoàn thành xuất sắc nhiệm vụ".
    pub name: String,
    /// From so many points up.
    pub least: Hundredths,
    /// Only when every condition holds, else the next grade down.
    pub conditional: bool,
    /// The grade of today's scale that it is compared with.
    pub counts_as: String,
}

/// Adds or corrects a scale of grades. The grades of one by which results were published stay: the schema keeps them.
pub fn set_scale(office: &mut Office, scale: GradeScale) -> Result<Done<GradeScaleId>> {
    let scale = check(scale)?;
    office.act(SCALE, |pen| {
        pen.detail(&scale.name);
        store::put_scale(pen, &scale)
    })
}

/// The scale cleaned and from the highest grade down, or everything that is wrong with it.
fn check(scale: GradeScale) -> Result<GradeScale> {
    let grades = scale.grades.into_iter().map(|grade| Grade {
        code: clean(&grade.code),
        name: clean(&grade.name),
        counts_as: clean(&grade.counts_as),
        ..grade
    });
    let grades = grades.collect();
    let mut scale = GradeScale { name: clean(&scale.name), source: clean(&scale.source), grades, ..scale };
    let mut wrong = Refusals::new();
    if scale.name.is_empty() {
        wrong.refuse("name", "Chưa ghi tên thang xếp loại. Ví dụ: Bốn mức hoàn thành nhiệm vụ.");
    }
    if scale.until.zip(scale.since).is_some_and(|(until, since)| until < since) {
        wrong.refuse("until", "Ngày hết hiệu lực phải sau ngày có hiệu lực.");
    }
    if scale.certainty == Certainty::Sourced && scale.source.is_empty() {
        wrong.refuse("source", "Đã chọn “Có nguồn” thì cần ghi nguồn. Ví dụ: số văn bản.");
    }
    for (at, grade) in scale.grades.iter().enumerate() {
        let before = scale.grades.get(..at).unwrap_or_default();
        check_grade(at, grade, before, &mut wrong);
    }
    scale.grades.sort_by_key(|grade| Reverse(grade.least));
    if scale.grades.last().is_none_or(|lowest| lowest.least.0 > 0 || lowest.conditional) {
        wrong.refuse(
            "grades",
            "Loại thấp nhất phải từ 0 điểm và không kèm điều kiện, để đơn vị nào cũng xếp loại được.",
        );
    }
    wrong.or(scale)
}

fn check_grade(at: usize, grade: &Grade, before: &[Grade], wrong: &mut Refusals) {
    let field = |name: &str| format!("grades.{at}.{name}");
    if grade.code.is_empty() {
        wrong.refuse(&field("code"), "Chưa ghi ký hiệu. Ví dụ: HTXSNV.");
    } else if before.iter().any(|other| other.code == grade.code) {
        wrong.refuse(&field("code"), format!("Ký hiệu {} đã dùng cho loại khác.", grade.code));
    }
    if grade.name.is_empty() {
        wrong.refuse(&field("name"), "Chưa ghi tên loại. Ví dụ: Hoàn thành xuất sắc nhiệm vụ.");
    }
    if grade.least.0 < 0 {
        wrong.refuse(&field("least"), "Mức điểm phải là số từ 0. Ví dụ: 90.");
    } else if before.iter().any(|other| other.least == grade.least) {
        wrong.refuse(&field("least"), format!("Mức {} điểm đã dùng cho loại khác.", grade.least));
    }
}

/// A scale to be deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GradeScaleGone {
    /// Which scale.
    pub id: GradeScaleId,
}

/// Deletes a scale that no table uses.
pub fn delete_scale(office: &mut Office, gone: GradeScaleGone) -> Result<Done<()>> {
    let scale = store::scales(office.db())?.into_iter().find(|scale| scale.id == Some(gone.id));
    let scale = scale
        .ok_or_else(|| Error::refused("id", "Không tìm thấy thang xếp loại này. Hãy chọn lại trong danh sách."))?;
    if let Some(table) = store::table_on_scale(office.db(), gone.id)? {
        let sentence = format!(
            "Thang “{}” đang dùng cho “{table}”. Hãy chọn thang khác cho bảng đó trước, hoặc ghi ngày hết hiệu lực cho thang.",
            scale.name
        );
        return Err(Error::refused("id", sentence));
    }
    office.act(DELETE, |pen| {
        pen.detail(&scale.name);
        store::delete_scale(pen, gone.id)
    })
}
