//! What a file is, by its first bytes: clerks rename files, and web portals save pages under `.xls`.

use std::borrow::Cow;
use std::io::Cursor;

use zip::ZipArchive;

/// What the bytes are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Excel 2007 and later.
    Xlsx,
    /// Excel 97–2003.
    Xls,
    /// LibreOffice Calc.
    Ods,
    /// CSV or text with tabs.
    Text,
    /// No bytes at all, or only blanks.
    Nothing,
    /// A workbook behind a password.
    Locked,
    /// A zip whose directory is missing: cut off on its way.
    BrokenZip,
    /// Something else: what it is and what to do, in Vietnamese, without the full stop.
    Other(Cow<'static, str>),
}

const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Beginnings of files that are no workbooks.
const OTHERS: &[(&[u8], &str)] = &[
    (b"%PDF", "đây là tệp PDF. Hãy đề nghị đơn vị gửi tệp Excel"),
    (b"{\\rtf", "đây là tệp văn bản. Hãy đề nghị đơn vị gửi tệp Excel"),
    (b"\xFF\xD8\xFF", "đây là ảnh chụp. Hãy đề nghị đơn vị gửi tệp Excel"),
    (b"\x89PNG", "đây là ảnh chụp. Hãy đề nghị đơn vị gửi tệp Excel"),
    (b"GIF8", "đây là ảnh chụp. Hãy đề nghị đơn vị gửi tệp Excel"),
    (b"Rar!", "đây là tệp nén. Hãy giải nén rồi chọn tệp Excel bên trong"),
    (b"7z\xBC\xAF", "đây là tệp nén. Hãy giải nén rồi chọn tệp Excel bên trong"),
    (b"MZ", "đây là chương trình, không phải bảng tính. Không mở tệp này"),
    (b"\x7FELF", "đây là chương trình, không phải bảng tính. Không mở tệp này"),
];

const OLD_EXCEL: &str = "tệp Excel quá cũ. Hãy mở bằng Excel rồi lưu lại thành .xlsx";
const WEB_PAGE: &str = "đây là trang web lưu với đuôi Excel. Hãy mở bằng Excel rồi lưu lại thành .xlsx";

/// Says what the bytes are.
pub fn sniff(bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"PK") {
        return sniff_zip(bytes);
    }
    if bytes.starts_with(OLE) {
        return sniff_ole(bytes);
    }
    if let Some((_, what)) = OTHERS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Kind::Other((*what).into());
    }
    // BIFF 2 to 4 begin with a BOF record, not with an OLE header.
    if matches!(bytes, [0x09, 0x00 | 0x02 | 0x04, 0x04 | 0x06, 0x00, ..]) {
        return Kind::Other(OLD_EXCEL.into());
    }
    sniff_text(bytes)
}

fn sniff_zip(bytes: &[u8]) -> Kind {
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else { return Kind::BrokenZip };
    let has = |name: &str| archive.index_for_name(name).is_some();
    let starts = |folder: &str| archive.file_names().flatten().any(|name| name.starts_with(folder));
    if has("content.xml") {
        return if starts("Configurations2/") || has("META-INF/manifest.xml") || has("mimetype") {
            Kind::Ods
        } else {
            Kind::Other("tệp không phải bảng tính. Hãy đề nghị đơn vị gửi tệp Excel".into())
        };
    }
    if has("xl/workbook.bin") {
        return Kind::Other("tệp Excel nhị phân (.xlsb). Hãy mở bằng Excel rồi lưu lại thành .xlsx".into());
    }
    if has("word/document.xml") {
        return Kind::Other("đây là tệp Word. Hãy chép bảng sang Excel rồi đọc lại".into());
    }
    if has("[Content_Types].xml") || starts("xl/") {
        return Kind::Xlsx;
    }
    Kind::Other("đây là tệp nén. Hãy giải nén rồi chọn tệp Excel bên trong".into())
}

/// An OLE container holds an old workbook, a locked new one, or an old Word file: the directory names its streams in UTF-16.
fn sniff_ole(bytes: &[u8]) -> Kind {
    let names = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if names("EncryptedPackage") {
        Kind::Locked
    } else if names("Workbook") || names("Book") {
        Kind::Xls
    } else if names("WordDocument") {
        Kind::Other("đây là tệp Word. Hãy chép bảng sang Excel rồi đọc lại".into())
    } else {
        Kind::Xls
    }
}

fn sniff_text(bytes: &[u8]) -> Kind {
    let is_wide = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    if bytes.iter().all(|byte| byte.is_ascii_whitespace() || matches!(byte, 0 | 0xEF | 0xBB | 0xBF | 0xFF | 0xFE)) {
        return Kind::Nothing;
    }
    let start: String =
        bytes.iter().take(600).filter(|byte| byte.is_ascii() && **byte != 0).map(|byte| char::from(*byte)).collect();
    let start = start.trim_start().to_ascii_lowercase();
    let is_markup = start.starts_with("<html") || start.starts_with("<!doctype") || start.starts_with("<table");
    if is_markup || start.starts_with("<?xml") || start.starts_with("<meta") || start.starts_with("mime-version") {
        return Kind::Other(WEB_PAGE.into());
    }
    let controls = bytes.iter().take(4096).filter(|byte| matches!(byte, 1..=8 | 14..=31)).count();
    let zeros = bytes.iter().take(4096).filter(|byte| **byte == 0).count();
    let looks_wide = is_wide || zeros * 3 > bytes.len().min(4096);
    if (controls > 4 || zeros > 0) && !looks_wide {
        return Kind::Other("tệp không phải bảng tính. Hãy đề nghị đơn vị gửi tệp Excel".into());
    }
    Kind::Text
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        reason = "a test may stop at the first surprise"
    )]
    use super::*;

    #[test]
    fn a_file_is_what_its_first_bytes_say() {
        assert_eq!(sniff(b""), Kind::Nothing);
        assert_eq!(sniff(b"  \r\n "), Kind::Nothing);
        assert_eq!(sniff("STT;Họ và tên\r\n1;Lê Văn Lợi".as_bytes()), Kind::Text);
        assert_eq!(sniff(b"\xFF\xFES\0T\0T\0"), Kind::Text);
        assert_eq!(sniff(b"PK\x03\x04 cut off"), Kind::BrokenZip);
        assert!(matches!(sniff(b"%PDF-1.7"), Kind::Other(_)));
        assert!(matches!(sniff(b" <html><table>"), Kind::Other(_)));
        assert!(matches!(sniff(b"\x09\x02\x06\x00\x00\x00"), Kind::Other(_)));
        assert!(matches!(sniff(b"\x00\x01\x02\x03\x04\x05\x06\x07\x08"), Kind::Other(_)));
    }
}
