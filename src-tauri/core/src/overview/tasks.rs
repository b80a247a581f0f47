//! Things to do: what waits for a person, most pressing first. Nothing to do is an empty list.

use super::{OfYear, Opens};
use crate::{
    choice::choice,
    decisions::{DecisionQuery, State},
    documents::{self, DocumentQuery, Due},
    error::Result,
    home::{Home, Which},
    members::{self, DuplicateAsk},
    office::Office,
    safekeeping::{self, SafetyState},
};
use chrono::{DateTime, FixedOffset, TimeDelta};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

choice! {
    /// What is to be done.
    TaskKind {
        RecoveryKey = "recovery_key" "In mã khôi phục và cất vào tủ",
        Backup = "backup" "Sao lưu dữ liệu",
        ChooseSecond = "choose_second" "Chọn USB để giữ bản sao lưu thứ hai",
        PlugInSecond = "plug_in_second" "Cắm USB để chép bản sao lưu mới",
        ToSign = "to_sign" "Quyết định chờ ký, chờ ban hành",
        ToNumber = "to_number" "Dự thảo quyết định chưa có số",
        Drafts = "drafts" "Dự thảo quyết định đã có số, chưa chuyển ký",
        BaseSalary = "base_salary" "Xác nhận mức lương cơ sở",
        Coefficients = "coefficients" "Xác nhận hệ số tiền thưởng",
        LateDocuments = "late_documents" "Văn bản quá hạn xử lý",
        Duplicates = "duplicates" "Đoàn viên có thể bị trùng",
    }
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Task {
    /// What.
    pub kind: TaskKind,
    /// What, as the page says it.
    pub title: String,
    /// How many wait; 0: it is not about a number.
    pub count: i64,
    /// What is counted: "quyết định", "nhóm".
    pub counted: String,
    /// Whether data may be lost, or a paper be wrong, as long as it is not done.
    pub pressing: bool,
    /// Where it is done.
    pub opens: Opens,
}

impl Task {
    fn new(kind: TaskKind, count: i64, counted: &str, opens: Opens) -> Self {
        let pressing = match kind {
            TaskKind::RecoveryKey | TaskKind::Backup | TaskKind::PlugInSecond | TaskKind::BaseSalary => true,
            TaskKind::ChooseSecond
            | TaskKind::ToSign
            | TaskKind::ToNumber
            | TaskKind::Drafts
            | TaskKind::Coefficients
            | TaskKind::LateDocuments
            | TaskKind::Duplicates => false,
        };
        Self { kind, title: kind.label().to_owned(), count, counted: counted.to_owned(), pressing, opens }
    }
}

/// A day without a backup although something was written: the schedule of every quarter of an hour does not work.
const BACKUP_IS_LATE: TimeDelta = TimeDelta::days(1);
/// So long the second medium may stay away.
const SECOND_IS_LATE: TimeDelta = TimeDelta::days(7);

/// What waits for a person, most pressing first.
pub fn to_do(home: &mut Home, of: OfYear) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    if home.which() == Some(Which::Office) {
        let safety = safekeeping::safety(home, ())?;
        tasks.extend(of_safety(&safety, home.clock().now()).into_iter().map(safe));
    }
    let office = home.office()?;
    tasks.extend(of_decisions(office.db(), of.year)?);
    tasks.extend(of_catalogue(office)?);
    let late = documents::late(office.db(), office.today())?;
    if late > 0 {
        let query = DocumentQuery { due: Some(Due::Late), ..DocumentQuery::default() };
        tasks.push(Task::new(TaskKind::LateDocuments, late, "văn bản", Opens::Documents(query)));
    }
    let groups = members::duplicates(office, DuplicateAsk::default())?.len();
    if groups > 0 {
        let count = i64::try_from(groups).unwrap_or(i64::MAX);
        tasks.push(Task::new(TaskKind::Duplicates, count, "nhóm", Opens::Duplicates));
    }
    tasks.sort_by_key(|task| !task.pressing);
    Ok(tasks)
}

fn safe(kind: TaskKind) -> Task {
    Task::new(kind, 0, "", Opens::Safekeeping)
}

/// What the safety of the data asks for. Pure.
pub(super) fn of_safety(safety: &SafetyState, now: DateTime<FixedOffset>) -> Vec<TaskKind> {
    let older = |at: Option<&String>, than: TimeDelta| {
        at.and_then(|at| DateTime::parse_from_rfc3339(at).ok()).is_none_or(|at| now - at > than)
    };
    let mut tasks = Vec::new();
    if safety.recovery_kept_on.is_none() {
        tasks.push(TaskKind::RecoveryKey);
    }
    if safety.changed && safety.newest_at.as_ref().is_some_and(|at| older(Some(at), BACKUP_IS_LATE)) {
        tasks.push(TaskKind::Backup);
    }
    match &safety.second {
        // it cannot be chosen before the recovery key is on paper: first things first
        None if safety.recovery_kept_on.is_some() => tasks.push(TaskKind::ChooseSecond),
        Some(second) if second.behind && older(second.last_at.as_ref(), SECOND_IS_LATE) => {
            tasks.push(TaskKind::PlugInSecond);
        }
        None | Some(_) => {}
    }
    tasks
}

fn of_decisions(db: &Connection, year: i32) -> Result<Vec<Task>> {
    let mut statement = db.prepare_cached(
        "select state, number = '', count(*), min(id) from decision
         where year = ?1 and state in ('draft', 'ready') group by state, number = '' order by state desc, 2 desc",
    )?;
    let mut tasks: Vec<Task> = Vec::new();
    let mut rows = statement.query([year])?;
    while let Some(row) = rows.next()? {
        let (state, unnumbered, count): (State, bool, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let kind = match (state, unnumbered) {
            (State::Draft, true) => TaskKind::ToNumber,
            (State::Draft, false) => TaskKind::Drafts,
            (State::Ready | State::Issued | State::Recorded, _) => TaskKind::ToSign,
        };
        let list = DecisionQuery { year: Some(year), states: vec![state], ..DecisionQuery::default() };
        let opens = if count == 1 { Opens::Decision(row.get(3)?) } else { Opens::Decisions(list.clone()) };
        match tasks.last_mut().filter(|before| before.kind == kind) {
            Some(before) => (before.count, before.opens) = (before.count + count, Opens::Decisions(list)),
            None => tasks.push(Task::new(kind, count, "quyết định", opens)),
        }
    }
    Ok(tasks)
}

/// Figures of the catalogue that decide about money and that nobody has confirmed.
fn of_catalogue(office: &Office) -> Result<Vec<Task>> {
    let today = office.today();
    let db = office.db();
    let certainty: Option<String> = db
        .prepare_cached("select certainty from base_salary where since <= ?1 order by since desc limit 1")?
        .query_row([today], |row| row.get(0))
        .optional()?;
    let uncertain: i64 = db
        .prepare_cached(
            "select count(distinct a.id) from coefficient c join award a on a.id = c.award
             where c.certainty = 'uncertain' and a.reach in ('own', 'own_or_up')
               and (c.since is null or c.since <= ?1) and (c.until is null or c.until >= ?1)
               and (a.until is null or a.until >= ?1)",
        )?
        .query_row(params![today], |row| row.get(0))?;
    let mut tasks = Vec::new();
    if certainty.is_none_or(|certainty| certainty == "uncertain") {
        tasks.push(Task::new(TaskKind::BaseSalary, 0, "", Opens::Catalogue));
    }
    if uncertain > 0 {
        tasks.push(Task::new(TaskKind::Coefficients, uncertain, "hình thức", Opens::Catalogue));
    }
    Ok(tasks)
}
