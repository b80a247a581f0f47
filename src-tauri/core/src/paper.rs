//! Papers: finished files, on their way to the person. Named so that Windows takes them, written so that there is never
//! half a file.

use crate::{
    disk,
    error::{Error, Result},
};
use std::{
    io,
    path::{Path, PathBuf},
};

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The name that is proposed for it.
    pub file_name: String,
    /// Its media type.
    pub media: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What kind of file a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// For print.
    Pdf,
    /// An Excel workbook.
    Xlsx,
    /// A Word document.
    Docx,
    /// A plain table.
    Csv,
}

impl PaperKind {
    /// The ending of its name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
            Self::Csv => "csv",
        }
    }

    fn media(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Csv => "text/csv",
        }
    }
}

impl Paper {
    /// A paper called by its title: "Quyết định 12/QĐ-LĐLĐ" becomes "Quyết định 12-QĐ-LĐLĐ.pdf".
    pub fn new(kind: PaperKind, title: &str, bytes: Vec<u8>) -> Self {
        Self { file_name: file_name(title, kind.ending()), media: kind.media(), bytes }
    }

    /// A file that was handed in, given back under its own name.
    pub fn kept(name: &str, bytes: Vec<u8>) -> Self {
        let (title, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
        Self { file_name: file_name(title, ending), media: "application/octet-stream", bytes }
    }
}

/// Letters of a name before its ending; Windows counts the folders as well and stops at 260.
const LONGEST_NAME: usize = 100;
/// Linux counts bytes and stops at 255; a letter with two marks takes three.
const MOST_BYTES: usize = 240;
/// Names that Windows keeps for devices, with any ending and in any case.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A file name that Windows, Linux and a USB stick take: none of `\ / : * ? " < > |`, no dot or blank at the end, no
/// device name, not too long.
pub fn file_name(title: &str, ending: &str) -> String {
    format!("{}.{ending}", fit(title))
}

/// The name that a file came with, made such a name; its ending stays when it looks like one.
pub fn kept_name(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending))
            if (1..=5).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric()) =>
        {
            file_name(stem, ending)
        }
        Some(_) | None => fit(name),
    }
}

fn fit(title: &str) -> String {
    let kept = press::clean(title).replace(['\\', '/', ':', '*', '?', '"', '<', '>', '|'], "-");
    let words = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut bytes = 0;
    let fits = |letter: &char| {
        bytes += letter.len_utf8();
        bytes <= MOST_BYTES
    };
    let short: String = words.chars().take(LONGEST_NAME).take_while(fits).collect();
    let stem = short.trim_matches([' ', '.']);
    let stem = if short.len() < words.len() { stem.trim_end_matches([' ', '.', ',', ';', '-', '–']) } else { stem };
    let stem = if stem.is_empty() { "Không tên" } else { stem };
    let mark = if is_device(stem) { "_" } else { "" };
    format!("{mark}{stem}")
}

fn is_device(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or(stem).trim_end().to_lowercase();
    let port = first.strip_prefix("com").or_else(|| first.strip_prefix("lpt"));
    let numbered = port.is_some_and(|number| {
        let mut letters = number.chars();
        letters.next().is_some_and(|one| one.is_ascii_digit() || "¹²³".contains(one)) && letters.next().is_none()
    });
    numbered || DEVICES.contains(&first.as_str())
}

/// The first free name beside `path`: "Tên (2).xlsx", "Tên (3).xlsx" …
pub fn free_name(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let names = (2_u32..).map(|number| path.with_file_name(format!("{stem} ({number}){ending}")));
    names.into_iter().find(|name| !name.exists()).unwrap_or_else(|| path.to_owned())
}

/// Saves a paper where the person wants it: the whole old or the whole new content, whatever stops the program.
///
/// A target that another program holds open (Excel does) is refused, with a free name to save under instead.
pub fn atomic_write(path: &Path, bytes: &[u8]) -> Result<()> {
    disk::write_whole(path, bytes).map_err(|error| refusal(path, error))
}

fn refusal(path: &Path, error: io::Error) -> Error {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let folder = path.parent().unwrap_or(Path::new("")).display().to_string();
    let kind = error.kind();
    let sentence = if kind == io::ErrorKind::NotFound || kind == io::ErrorKind::NotADirectory {
        format!("Không có thư mục “{folder}”. Hãy chọn nơi lưu khác.")
    } else if kind == io::ErrorKind::ReadOnlyFilesystem {
        format!("Thư mục “{folder}” chỉ đọc được. Hãy chọn nơi lưu khác.")
    } else if path.is_dir() || (path.exists() && disk::is_held(&error)) {
        let (own, free) = (name(path), name(&free_name(path)));
        format!(
            "Tệp “{own}” đang mở ở chương trình khác hoặc không ghi đè được. Hãy đóng tệp đó rồi lưu lại, hoặc lưu với tên “{free}”."
        )
    } else if disk::is_held(&error) {
        format!("Không được phép ghi vào thư mục “{folder}”. Hãy chọn nơi lưu khác.")
    } else {
        return error.into();
    };
    Error::refused("file_name", sentence)
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
    use proptest::prelude::*;
    use std::fs;

    #[test]
    fn a_decision_is_named_by_its_number_without_a_slash() {
        assert_eq!(file_name("Quyết định 12/QĐ-LĐLĐ", "pdf"), "Quyết định 12-QĐ-LĐLĐ.pdf");
    }

    #[test]
    fn names_that_windows_refuses_are_mended() {
        for (title, name) in [
            ("", "Không tên.pdf"),
            ("...", "Không tên.pdf"),
            ("con", "_con.pdf"),
            ("COM1", "_COM1.pdf"),
            ("lpt9.x", "_lpt9.x.pdf"),
            ("Danh sách 2024. ", "Danh sách 2024.pdf"),
            ("a:b*c?\"<>|", "a-b-c-----.pdf"),
            ("..\\..\\Windows", "-..-Windows.pdf"),
            ("Công đoàn", "Công đoàn.pdf"),
        ] {
            assert_eq!(file_name(title, "pdf"), name, "{title}");
        }
    }

    #[test]
    fn a_paper_knows_its_ending_and_media() {
        let paper = Paper::new(PaperKind::Csv, "Đoàn viên", vec![1]);
        assert_eq!((paper.file_name.as_str(), paper.media), ("Đoàn viên.csv", "text/csv"));
    }

    proptest! {
        #[test]
        fn whatever_the_title_the_name_stays_in_its_folder(title in "\\PC{0,140}") {
            let name = file_name(&title, "xlsx");
            prop_assert!(!name.contains(['\\', '/', ':', '*', '?', '"', '<', '>', '|']));
            prop_assert!(name.chars().count() <= LONGEST_NAME + 6);
            prop_assert_eq!(Path::new(&name).file_name().map(std::ffi::OsStr::to_owned), Some(std::ffi::OsString::from(&name)));
        }
    }

    #[test]
    fn a_free_name_counts_on() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Danh sách.xlsx");
        assert_eq!(free_name(&path), folder.path().join("Danh sách (2).xlsx"));
        fs::write(folder.path().join("Danh sách (2).xlsx"), "").unwrap();
        assert_eq!(free_name(&path), folder.path().join("Danh sách (3).xlsx"));
    }

    #[test]
    fn a_target_that_cannot_be_replaced_offers_another_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Danh sách.xlsx");
        fs::create_dir(&path).unwrap();
        fs::write(path.join("x"), "").unwrap();
        let error = atomic_write(&path, b"x").unwrap_err();
        assert!(matches!(&error, Error::Refused(refusals) if refusals[0].field == "file_name"), "{error:?}");
        assert!(error.sentences().contains("“Danh sách (2).xlsx”"), "{error}");
    }

    #[test]
    fn a_folder_that_is_gone_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let error = atomic_write(&folder.path().join("không có").join("a.pdf"), b"x").unwrap_err();
        assert!(error.sentences().contains("Hãy chọn nơi lưu khác."), "{error}");
    }
}
