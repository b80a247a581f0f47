//! Our own office ("cơ quan"): what it is called, what it stands under, who signs for it. All of it as of a day.
//!
//! "Huyện" is only one kind: the district level of the State was abolished on 1/7/2025, and an office can become
//! another overnight. Old papers keep the old name, because readers ask [`as_of`] the paper's day.

mod frame;
mod kind;
mod rules;
mod seen;
mod store;

pub use frame::drawn_up;
pub use kind::Kind;
pub use rules::check;
pub use seen::{Below, ListName, Seen, SeenList};

use crate::{
    error::{Error, Result},
    id::id,
    journal::What,
    office::{Done, Office},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One span of the office's own record.
    HostId
);
id!(
    /// Someone who may sign.
    SignerId
);

/// The office as its clerk describes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HostDraft {
    /// What it is.
    pub kind: Kind,
    /// Its full name.
    pub name: String,
    /// The full name of what it stands under.
    #[serde(default)]
    pub superior: String,
    /// What stands after the hyphen in document numbers: `LĐLĐ` in `12/QĐ-LĐLĐ`.
    pub symbol: String,
    /// The place written before the day on papers.
    #[serde(default)]
    pub place: String,
    /// Who signs; the first is proposed first.
    #[serde(default)]
    pub signers: Vec<SignerDraft>,
}

/// Someone who signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SignerDraft {
    /// Full name.
    pub name: String,
    /// "Chủ tịch".
    pub title: String,
    /// "TM. BAN THƯỜNG VỤ".
    #[serde(default)]
    pub form: String,
}

/// The office on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Host {
    /// Its key.
    pub id: HostId,
    /// What it is.
    pub kind: Kind,
    /// Its full name.
    pub name: String,
    /// What it stands under.
    pub superior: String,
    /// What stands after the hyphen in document numbers.
    pub symbol: String,
    /// The place written before the day on papers.
    pub place: String,
    /// First day of this span.
    pub since: NaiveDate,
    /// Last day; none: still so.
    pub until: Option<NaiveDate>,
    /// The decision that made it so.
    pub document: String,
}

/// Someone who may sign, on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Signer {
    /// Their key.
    pub id: SignerId,
    /// Full name.
    pub name: String,
    /// "Chủ tịch".
    pub title: String,
    /// "TM. BAN THƯỜNG VỤ".
    pub form: String,
    /// First day.
    pub since: NaiveDate,
    /// Last day; none: still.
    pub until: Option<NaiveDate>,
}

const FOUND: What = What::new("host.found", "Thiết lập cơ quan");
const CHANGE: What = What::new("host.change", "Đổi thông tin cơ quan");
const SIGNERS: What = What::new("host.signers", "Sửa người ký");

/// The day from which an office that has just been set up is taken to have been so: papers of past years need a name.
#[allow(clippy::expect_used, reason = "a day of the calendar")]
fn long_ago() -> NaiveDate {
    NaiveDate::from_ymd_opt(1990, 1, 1).expect("BUG: 1/1/1990 is a day")
}

/// Sets the office up on the first day.
pub fn found(office: &mut Office, draft: HostDraft) -> Result<Done<HostId>> {
    let host = rules::check(draft)?;
    if store::any(office.db())? {
        return Err(Error::refused("", "Cơ quan đã được thiết lập. Hãy sửa trong phần Cài đặt."));
    }
    office.act(FOUND, |pen| {
        pen.bar(
            "Thiết lập cơ quan không hoàn tác được. Muốn sửa tên, ký hiệu hay người ký, hãy vào Cài đặt, phần Cơ quan.",
        );
        let id = store::insert(pen, &host, (long_ago(), None), "")?;
        for signer in &host.signers {
            store::insert_signer(pen, signer, long_ago())?;
        }
        Ok(id)
    })
}

/// The office as it was on that day.
pub fn as_of(office: &Office, day: NaiveDate) -> Result<Host> {
    store::as_of(office.db(), day)?.ok_or_else(|| {
        Error::refused("host", "Chưa thiết lập cơ quan. Hãy vào Cài đặt, phần Cơ quan, để ghi tên và ký hiệu.")
    })
}

/// Those who may sign on that day, in the order of the list.
pub fn signers(office: &Office, day: NaiveDate) -> Result<Vec<Signer>> {
    store::signers(office.db(), day)
}

/// What the settings page shows: every span, newest first, and every signer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HostPage {
    /// All spans of the office's own record, newest first.
    pub spans: Vec<Host>,
    /// All who sign or have signed.
    pub signers: Vec<Signer>,
}

/// The office's own record with its past.
pub fn page(office: &mut Office, (): ()) -> Result<HostPage> {
    Ok(HostPage { spans: store::spans(office.db())?, signers: store::all_signers(office.db())? })
}

/// A change of the office's own record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HostChange {
    /// How it is from now on; its signers are left as they are.
    pub host: HostDraft,
    /// From which day, by decision; none: what stands was mistyped and is corrected in place.
    pub since: Option<NaiveDate>,
    /// The decision that makes it so.
    #[serde(default)]
    pub document: String,
}

/// Corrects the office's record in place, or opens a new span by decision; it lasts until the next that is written down already.
pub fn change(office: &mut Office, change: HostChange) -> Result<Done<HostId>> {
    let host = rules::check(change.host)?;
    let now = as_of(office, office.today())?;
    let Some(since) = change.since else {
        return office.act(CHANGE, |pen| store::correct(pen, now.id, &host).map(|()| now.id));
    };
    let until_then = as_of(office, since.max(now.since))?;
    if since <= until_then.since {
        let (since, last) = (since.format("%d/%m/%Y"), until_then.since.format("%d/%m/%Y"));
        return Err(Error::refused(
            "since",
            format!("Ngày có hiệu lực {since} phải sau ngày bắt đầu của thông tin đã ghi ({last})."),
        ));
    }
    office.act(CHANGE, |pen| {
        store::end(pen, until_then.id, since.pred_opt().unwrap_or(since))?;
        store::insert(pen, &host, (since, until_then.until), &change.document)
    })
}

/// The list of signers as it shall be: those with an id are corrected, those without are new, those left out end today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SignerList {
    /// Who signs from now on.
    pub signers: Vec<SignerEdit>,
}

/// One line of the list of signers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SignerEdit {
    /// Who is corrected; none: someone new.
    pub id: Option<SignerId>,
    /// How they stand.
    pub signer: SignerDraft,
}

/// Sets who signs from today on.
pub fn set_signers(office: &mut Office, list: SignerList) -> Result<Done<()>> {
    rules::check_signers(list.signers.iter().map(|line| &line.signer))?;
    let today = office.today();
    let standing = signers(office, today)?;
    office.act(SIGNERS, |pen| {
        for line in &list.signers {
            match line.id {
                Some(id) => store::correct_signer(pen, id, &line.signer)?,
                None => store::insert_signer(pen, &line.signer, today)?,
            }
        }
        let kept = |id: SignerId| list.signers.iter().any(|line| line.id == Some(id));
        for signer in standing.iter().filter(|signer| !kept(signer.id)) {
            store::end_signer(pen, signer.id, today.pred_opt().unwrap_or(today).max(signer.since))?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests;
