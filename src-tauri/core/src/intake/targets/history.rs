//! Past decisions ("khen thưởng các năm trước"): the office's own list of who was awarded what by which decision.
//!
//! Rows of one decision become one recorded decision. People and units are found as they are called then; who is not in the
//! register stays as written.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::calendar::{PartialDate, shown};
use crate::catalogue::awards;
use crate::decisions::{self, KnownDecision, PastDecision, PastRecipient, RecipientKind};
use crate::error::{Error, Result};
use crate::id::MemberId;
use crate::intake::cells::Entry;
use crate::intake::groups::says_collective;
use crate::intake::people::{Named, Whom, whom};
use crate::intake::session::Outcome;
use crate::intake::taking::{Lot, Made, Plan, Row, Taking};
use crate::intake::target::{BIRTH, Kind, LEFT_OUT, Target, UnitOf, field};
use crate::journal::What;
use crate::office::Pen;
use crate::vietnamese::{clean, fold, read_name};

/// The list of people and collectives awarded in earlier years.
pub static HISTORY: Target = Target {
    name: "history",
    label: "khen thưởng các năm trước",
    act: What::new("intake.history", "Nhập khen thưởng các năm trước"),
    key: &["name"],
    must: &["name", "award", "number"],
    least: 4,
    least_alone: 4,
    in_sight: &["name", "award", "number", "signed_on", "unit", "birth"],
    unit: UnitOf::RowAsWritten,
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
                "ho ten ten tap the",
                "ten tap the ca nhan",
                "tap the ca nhan",
                "ca nhan tap the",
                "ten ca nhan tap the",
                "ten tap the",
                "ten ca nhan",
                "ho va ten ca nhan",
                "ho va ten doan vien",
                "ho ten ca nhan",
                "ten tap the va ca nhan",
                "tap the va ca nhan",
                "doi tuong khen thuong",
                "doi tuong duoc khen thuong",
                "ho va ten don vi",
                "ten don vi ca nhan",
            ],
        ),
        field(
            "kind",
            "Tập thể hay cá nhân",
            Kind::Text,
            &["doi tuong", "loai doi tuong", "tap the hay ca nhan", "phan loai", "loai"],
        ),
        field(
            "award",
            "Hình thức khen thưởng",
            Kind::Text,
            &[
                "hinh thuc",
                "hinh thuc khen thuong",
                "hinh thuc khen",
                "danh hieu",
                "danh hieu thi dua",
                "danh hieu hinh thuc khen thuong",
                "danh hieu hinh thuc",
                "hinh thuc danh hieu",
                "danh hieu thi dua hinh thuc khen thuong",
                "ten hinh thuc khen thuong",
            ],
        ),
        field(
            "number",
            "Số quyết định",
            Kind::Text,
            &[
                "so qd",
                "so quyet dinh",
                "quyet dinh so",
                "qd so",
                "quyet dinh",
                "so qd khen thuong",
                "so quyet dinh khen thuong",
                "so hieu quyet dinh",
                "quyet dinh khen thuong so",
            ],
        ),
        field(
            "signed_on",
            "Ngày quyết định",
            Kind::Date,
            &[
                "ngay qd",
                "ngay quyet dinh",
                "ngay ky",
                "ngay ban hanh",
                "ngay thang qd",
                "ngay ky quyet dinh",
                "ngay thang quyet dinh",
                "ngay thang nam quyet dinh",
                "quyet dinh ngay",
                "ngay khen thuong",
                "ngay",
            ],
        ),
        field(
            "year",
            "Năm (năm học)",
            Kind::Text,
            &["nam nam hoc", "nam", "nam hoc", "nam khen thuong", "nam khen", "nien do", "nam duoc khen"],
        ),
        field(
            "grantor",
            "Cấp khen",
            Kind::Text,
            &[
                "cap khen",
                "cap khen thuong",
                "co quan ban hanh",
                "co quan khen thuong",
                "don vi khen thuong",
                "cap ban hanh",
                "cap quyet dinh",
                "cap quyet dinh khen thuong",
                "co quan quyet dinh",
                "cap ky",
            ],
        ),
        field("birth", "Ngày sinh", Kind::Date, BIRTH),
        field(
            "post",
            "Chức vụ",
            Kind::Text,
            &[
                "chuc vu",
                "chuc danh",
                "chuc vu chuc danh",
                "nghe nghiep",
                "chuc vu nghe nghiep",
                "chuc vu don vi cong tac",
                "chuc vu khi duoc khen",
            ],
        ),
        field("unit_code", "Mã đơn vị", Kind::Unit, &["ma cdcs", "ma don vi", "ma so cdcs", "ma cong doan co so"]),
        field(
            "unit",
            "Đơn vị khi được khen",
            Kind::Unit,
            &[
                "don vi",
                "don vi khi duoc khen",
                "don vi cong tac",
                "cdcs",
                "ten cdcs",
                "ten don vi",
                "noi cong tac",
                "cong doan co so",
                "co quan don vi",
            ],
        ),
        field(
            "topic",
            "Chuyên đề, phong trào",
            Kind::Text,
            &["chuyen de", "ten chuyen de", "phong trao", "phong trao thi dua", "chuyen de khen thuong"],
        ),
        field("scope", "Phạm vi", Kind::Text, &["pham vi", "loai khen", "dien khen", "loai hinh khen thuong"]),
        field(
            "reason",
            "Thành tích",
            Kind::Text,
            &["thanh tich", "noi dung", "ly do", "noi dung khen", "noi dung khen thuong", "thanh tich khen thuong"],
        ),
        field(
            "amount",
            "Tiền thưởng",
            Kind::Money,
            &["tien thuong", "so tien", "so tien thuong", "muc thuong", "muc tien thuong", "tien khen thuong"],
        ),
        field("note", "Ghi chú", Kind::Text, &["ghi chu", "chu thich"]),
    ],
};

/// Past decisions, each recorded once with all its rows.
pub struct HistoryIn;

impl Taking for HistoryIn {
    fn target(&self) -> &'static Target {
        &HISTORY
    }

    fn plan(&self, db: &Connection, row: &Row<'_>) -> Result<Plan> {
        let line = recipient_of(row, None);
        let past = PastDecision { recipients: vec![line.clone()], ..decision_of(row.entry) };
        if let Err(Error::Refused(refusals)) = decisions::check_past(&past, row.today) {
            let sentences = refusals.into_iter().map(|refusal| refusal.sentence);
            return Ok(Plan::Unready(sentences.collect::<Vec<_>>().join(" ")));
        }
        match decisions::known_line(db, &past, &line)? {
            KnownDecision::None | KnownDecision::Recorded(_, None) => {}
            KnownDecision::Recorded(_, Some(line)) | KnownDecision::Issued(Some(line)) => {
                return Ok(Plan::Same(line.0));
            }
            KnownDecision::Issued(None) => {
                return Ok(Plan::Unready(
                    "Quyết định này đã ban hành trong sổ và không có tên này. Hãy đối chiếu số và ngày của quyết định."
                        .to_owned(),
                ));
            }
        }
        if line.kind == Some(RecipientKind::Collective) {
            return Ok(Plan::New(None));
        }
        let named = Named { name: &line.name, birth: row.entry.day("birth"), citizen_id: "", unit: row.unit };
        Ok(match whom(db, &named, row.answer)? {
            Whom::Member(member) => Plan::New(Some(member)),
            Whom::Stranger => Plan::New(None),
            Whom::Doubt(candidates) => Plan::Doubt(candidates),
        })
    }

    fn write(&self, pen: &Pen<'_>, lot: &Lot<'_>) -> Result<Vec<Made>> {
        let mut made: Vec<Option<Made>> = vec![None; lot.rows.len()];
        let mut together: BTreeMap<(Option<NaiveDate>, String, String), Together> = BTreeMap::new();
        for (at, planned) in lot.rows.iter().enumerate() {
            (lot.step)()?;
            let member = match planned.plan {
                Plan::New(member) => *member,
                Plan::Same(line) => {
                    put(&mut made, at, Made { outcome: Outcome::Same, record: Some(*line), member: None });
                    continue;
                }
                Plan::Change(..) | Plan::Doubt(_) | Plan::Unready(_) => {
                    return Err(Error::broken("intake", "a past award can only be new or known"));
                }
            };
            let past = decision_of(planned.row.entry);
            let line = with_award(pen, recipient_of(&planned.row, member), &past, lot)?;
            let key = (day_of(planned.row.entry), fold(&past.number), fold(&past.grantor));
            together.entry(key).or_insert_with(|| Together { past, rows: Vec::new() }).add(at, line);
        }
        for Together { past, rows } in together.values() {
            let lines = decisions::record_past(pen, past)?;
            for (at, line, outcome) in rows {
                let member = past.recipients.get(*line).and_then(|line| line.member).map(MemberId);
                put(&mut made, *at, Made { outcome: *outcome, record: lines.get(*line).map(|line| line.0), member });
            }
        }
        Ok(made.into_iter().flatten().collect())
    }
}

/// The rows of one decision.
struct Together {
    past: PastDecision,
    /// Which row is which of its lines; a line that the list repeats is recorded once.
    rows: Vec<(usize, usize, Outcome)>,
}

impl Together {
    fn add(&mut self, at: usize, line: PastRecipient) {
        let known = self.past.recipients.iter().position(|known| *known == line);
        let outcome = if known.is_some() { Outcome::Same } else { Outcome::New };
        self.rows.push((at, known.unwrap_or(self.past.recipients.len()), outcome));
        if known.is_none() {
            self.past.recipients.push(line);
        }
    }
}

fn put(made: &mut [Option<Made>], at: usize, one: Made) {
    if let Some(place) = made.get_mut(at) {
        *place = Some(one);
    }
}

fn day_of(entry: &Entry) -> Option<NaiveDate> {
    entry.day("signed_on").and_then(PartialDate::known_day)
}

/// The decision that a row names, without its lines.
fn decision_of(entry: &Entry) -> PastDecision {
    let day = entry.day("signed_on");
    // "2018-2019" is a school year: it counts in the year that it ends in.
    let years = entry.text("year").split(|letter: char| !letter.is_ascii_digit());
    let written = years.filter(|word| word.len() == 4).filter_map(|word| word.parse::<i32>().ok()).max();
    let summary = match (entry.text("topic"), entry.text("scope")) {
        ("", "") => String::new(),
        ("", scope) => format!("Về việc khen thưởng {scope}"),
        (topic, _) => format!("Về việc khen thưởng chuyên đề “{topic}”"),
    };
    PastDecision {
        number: entry.text("number").to_owned(),
        signed_on: day_of(entry).map(shown).unwrap_or_default(),
        year: day.map(PartialDate::year).or(written),
        grantor: entry.text("grantor").to_owned(),
        summary,
        recipients: Vec::new(),
    }
}

/// The line that a row is.
fn recipient_of(row: &Row<'_>, member: Option<MemberId>) -> PastRecipient {
    let entry = row.entry;
    let kind = kind_of(entry);
    let name = match kind {
        RecipientKind::Individual => read_name(entry.text("name")).name,
        RecipientKind::Collective => clean(entry.text("name")),
    };
    let reasons = [entry.text("reason"), entry.text("topic"), entry.text("scope")];
    PastRecipient {
        kind: Some(kind),
        member: member.map(|member| member.0),
        unit: row.unit.map(|unit| unit.0),
        name,
        post: entry.text("post").to_owned(),
        unit_name: entry.text("unit").to_owned(),
        award: None,
        award_name: entry.text("award").to_owned(),
        reason: reasons.into_iter().find(|reason| !reason.is_empty()).unwrap_or_default().to_owned(),
        amount: entry.number("amount").unwrap_or_default(),
    }
}

/// Words with which the name of a collective begins; with their marks, for people are called Tô and Trương.
const COLLECTIVES: &[&str] = &[
    "tập thể",
    "cđcs",
    "công đoàn",
    "nghiệp đoàn",
    "trường",
    "tổ",
    "phòng",
    "ban",
    "khối",
    "ubnd",
    "văn phòng",
    "công ty",
    "trạm",
    "bệnh viện",
    "trung tâm",
    "hợp tác xã",
    "htx",
    "đội",
    "phân xưởng",
    "chi đoàn",
    "khoa",
];

/// A person or a collective: as the row or the head of its group says; else who was born or holds a post is a person, and a name tells.
fn kind_of(entry: &Entry) -> RecipientKind {
    if let Some(is_collective) = says_collective(entry.text("kind")).or_else(|| entry.stands_among_collectives()) {
        return if is_collective { RecipientKind::Collective } else { RecipientKind::Individual };
    }
    let name = format!("{} ", clean(entry.text("name")).to_lowercase());
    let is_person = entry.day("birth").is_some() || !entry.text("post").is_empty();
    if !is_person && COLLECTIVES.iter().any(|word| name.starts_with(&format!("{word} "))) {
        RecipientKind::Collective
    } else {
        RecipientKind::Individual
    }
}

/// The line with its award of the catalogue, when one is called just so.
fn with_award(pen: &Pen<'_>, line: PastRecipient, past: &PastDecision, lot: &Lot<'_>) -> Result<PastRecipient> {
    let day = past.year.and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31)).unwrap_or(lot.today);
    let name = fold(&line.award_name);
    let award = awards(pen, day)?.into_iter().find(|award| fold(&award.name) == name);
    Ok(PastRecipient { award: award.and_then(|award| award.id).map(|id| id.0), ..line })
}
