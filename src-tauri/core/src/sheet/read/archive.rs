//! The archive around a workbook, opened under caps: what its directory admits is checked, what it hides is cut off.
#![allow(clippy::wildcard_enum_match_arm, reason = "enums of a library, which may grow")]

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use zip::ZipArchive;
use zip::result::ZipError;

use super::{MOST_ENTRIES, MOST_UNPACKED, Unreadable};

/// Unpacked bytes for each packed byte that a part may have beyond [`FREE_BYTES`]: sheets reach 40, bombs 1,000.
const MOST_RATIO: u64 = 100;
/// Unpacked bytes of a part that are never questioned.
const FREE_BYTES: u64 = 8 * 1024 * 1024;

/// A part of the workbook being read, event by event; what it says is borrowed from the unpacked part.
pub(super) type Xml<'a> = Reader<&'a [u8]>;
pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

const TOO_MUCH: &str = "tệp mở ra lớn hơn 200 MB";

pub(super) fn zip_fault(fault: ZipError) -> Unreadable {
    match fault {
        ZipError::InvalidPassword => Unreadable::PasswordProtected,
        ZipError::UnsupportedArchive(what) if what.contains("assword") => Unreadable::PasswordProtected,
        other => Unreadable::Corrupt(other.to_string()),
    }
}

pub(super) fn xml_fault(fault: quick_xml::Error) -> Unreadable {
    Unreadable::Corrupt(fault.to_string())
}

/// What the archive's directory admits is checked before anything is unpacked; what it hides meets [`unpack`].
pub(super) fn check_sizes(archive: &mut Archive<'_>) -> Result<(), Unreadable> {
    if archive.len() > MOST_ENTRIES {
        return Err(Unreadable::TooBig("tệp có hơn 200 phần bên trong".into()));
    }
    let mut sum = 0_u64;
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(zip_fault)?;
        sum = sum.saturating_add(entry.size());
        let is_media = entry.name().is_ok_and(|name| name.contains("media/"));
        if sum > MOST_UNPACKED || (!is_media && entry.size() > part_allowance(entry.compressed_size())) {
            return Err(Unreadable::TooBig(TOO_MUCH.into()));
        }
    }
    Ok(())
}

fn part_allowance(packed: u64) -> u64 {
    packed.saturating_mul(MOST_RATIO).clamp(FREE_BYTES, MOST_UNPACKED)
}

/// Finds a part by name; some writers use backslashes or another case.
pub(super) fn find(archive: &Archive<'_>, path: &str) -> Option<usize> {
    archive.index_for_name(path).or_else(|| {
        (0..archive.len()).find(|index| {
            archive
                .name_for_index(*index)
                .and_then(Result::ok)
                .is_some_and(|name| name.replace('\\', "/").trim_start_matches('/').eq_ignore_ascii_case(path))
        })
    })
}

/// Unpacks a part, as far as its allowance and what is left of the workbook's reach.
pub(super) fn unpack(archive: &mut Archive<'_>, allowance: &mut u64, index: usize) -> Result<Vec<u8>, Unreadable> {
    let entry = archive.by_index(index).map_err(zip_fault)?;
    let most = part_allowance(entry.compressed_size()).min(*allowance);
    let mut part = Vec::with_capacity(usize::try_from(entry.size().min(most)).unwrap_or(0));
    entry.take(most + 1).read_to_end(&mut part).map_err(|fault| Unreadable::Corrupt(fault.to_string()))?;
    let used = u64::try_from(part.len()).unwrap_or(u64::MAX);
    if used > most {
        return Err(Unreadable::TooBig(TOO_MUCH.into()));
    }
    *allowance -= used;
    Ok(part)
}

/// Reads an unpacked part from its beginning.
pub(super) fn xml_of(part: &[u8]) -> Xml<'_> {
    let mut xml = Reader::from_reader(part);
    let config = xml.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    xml
}
