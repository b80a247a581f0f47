//! The archive around a workbook, opened under caps: what its directory admits is checked, what it hides is cut off.
#![allow(clippy::wildcard_enum_match_arm, reason = "enums of a library, which may grow")]

use std::cell::Cell;
use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use zip::ZipArchive;
use zip::result::ZipError;

use super::{MOST_ENTRIES, MOST_UNPACKED, Unreadable};

/// Unpacked bytes for each packed byte that a part may have beyond [`FREE_BYTES`]: sheets reach 40, bombs 1,000.
const MOST_RATIO: u64 = 100;
/// Unpacked bytes of a part that are never questioned.
const FREE_BYTES: u64 = 8 * 1024 * 1024;

pub(super) type Xml<'a> = Reader<BufReader<Capped<'a>>>;
pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Reads a part until its allowance, or the workbook's, is used up.
pub(super) struct Capped<'a> {
    inner: Box<dyn Read + 'a>,
    part: u64,
    all: &'a Cell<u64>,
}

impl Read for Capped<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let used = u64::try_from(count).unwrap_or(u64::MAX);
        let (Some(part), Some(all)) = (self.part.checked_sub(used), self.all.get().checked_sub(used)) else {
            return Err(std::io::Error::other(OVER_CAP));
        };
        self.part = part;
        self.all.set(all);
        Ok(count)
    }
}

const OVER_CAP: &str = "over the cap";
const TOO_MUCH: &str = "tệp mở ra lớn hơn 200 MB";

pub(super) fn zip_fault(fault: ZipError) -> Unreadable {
    match fault {
        ZipError::InvalidPassword => Unreadable::PasswordProtected,
        ZipError::UnsupportedArchive(what) if what.contains("assword") => Unreadable::PasswordProtected,
        other => Unreadable::Corrupt(other.to_string()),
    }
}

/// An XML or reading fault: our own cap speaks through it too.
pub(super) fn xml_fault(fault: quick_xml::Error) -> Unreadable {
    let words = fault.to_string();
    if words.contains(OVER_CAP) { Unreadable::TooBig(TOO_MUCH.into()) } else { Unreadable::Corrupt(words) }
}

/// What the archive's directory admits is checked before anything is unpacked; what it hides meets [`Capped`].
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

pub(super) fn open<'a>(
    archive: &'a mut Archive<'_>,
    allowance: &'a Cell<u64>,
    index: usize,
) -> Result<Xml<'a>, Unreadable> {
    let entry = archive.by_index(index).map_err(zip_fault)?;
    let part = part_allowance(entry.compressed_size());
    let capped = Capped { inner: Box::new(entry), part, all: allowance };
    let mut xml = Reader::from_reader(BufReader::new(capped));
    let config = xml.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    Ok(xml)
}
