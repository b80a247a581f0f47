//! What must hold of the office's own record.

use super::{HostDraft, SignerDraft};
use crate::{
    error::{Refusals, Result},
    vietnamese::clean,
};

/// The draft cleaned, or everything that is wrong with it.
pub fn check(draft: HostDraft) -> Result<HostDraft> {
    let mut wrong = Refusals::new();
    let host = HostDraft {
        kind: draft.kind,
        name: clean(&draft.name),
        superior: clean(&draft.superior),
        symbol: symbol(&draft.symbol),
        place: clean(&draft.place),
        signers: draft.signers.iter().map(tidy).collect(),
    };
    if host.name.is_empty() {
        wrong.refuse("name", "Chưa ghi tên cơ quan. Ví dụ: Liên đoàn Lao động huyện Vân Trạch.");
    }
    if host.symbol.is_empty() {
        wrong.refuse("symbol", "Chưa ghi ký hiệu để đánh số văn bản. Ví dụ: LĐLĐ, như trong 12/QĐ-LĐLĐ.");
    }
    if host.symbol.contains([' ', '/']) {
        wrong.refuse("symbol", "Ký hiệu không có dấu cách và dấu gạch chéo. Ví dụ: LĐLĐ.");
    }
    signers(&mut wrong, host.signers.iter());
    wrong.or(host)
}

/// Everything wrong with a list of signers.
pub fn check_signers<'a>(list: impl Iterator<Item = &'a SignerDraft>) -> Result<()> {
    let mut wrong = Refusals::new();
    signers(&mut wrong, list);
    wrong.or(())
}

fn signers<'a>(wrong: &mut Refusals, list: impl Iterator<Item = &'a SignerDraft>) {
    for (at, signer) in list.enumerate() {
        if clean(&signer.name).is_empty() {
            wrong.refuse(&format!("signers.{at}.name"), "Chưa ghi họ tên người ký.");
        }
        if clean(&signer.title).is_empty() {
            wrong.refuse(&format!("signers.{at}.title"), "Chưa ghi chức vụ người ký. Ví dụ: Chủ tịch.");
        }
    }
}

/// A signer as the register keeps it.
pub(super) fn tidy(signer: &SignerDraft) -> SignerDraft {
    SignerDraft { name: clean(&signer.name), title: clean(&signer.title), form: clean(&signer.form) }
}

/// The symbol alone: who types `12/QĐ-LĐLĐ` or `QĐ-LĐLĐ` means `LĐLĐ`.
fn symbol(typed: &str) -> String {
    let typed = clean(typed);
    let after_number = typed.rsplit_once('/').map_or(typed.as_str(), |(_, rest)| rest);
    after_number.strip_prefix("QĐ-").unwrap_or(after_number).to_owned()
}
