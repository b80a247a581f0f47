//! Workbooks that were damaged or made to harm: each is read or refused, quickly and in little memory, and the office lives on.

use std::io::{Cursor, Read, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use office::office::Worker;
use office::sheet::read::worker::Reader;
use office::sheet::read::{Unreadable, Workbook};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use stories::{by_desk::district, chance::seed};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn desk() -> PathBuf {
    PathBuf::from(std::env::var_os("SOVANG_DESK").expect("SOVANG_DESK names the built desk: make sets it"))
}

fn reader() -> Reader {
    Reader::new(Worker { program: desk(), arguments: vec!["worker".to_owned()] })
}

fn lists() -> Vec<Vec<u8>> {
    let folder = district("members");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).unwrap()).filter(|bytes| bytes.len() < 40_000).collect()
}

/// Flips, cuts or doubles bytes of the file itself.
fn damage_bytes(bytes: &mut Vec<u8>, chance: &mut StdRng) {
    for _ in 0..chance.random_range(1..6) {
        let at = chance.random_range(0..bytes.len());
        match chance.random_range(0..4) {
            0 => bytes[at] ^= 1 << chance.random_range(0..8),
            1 => bytes[at] = chance.random(),
            2 => bytes.truncate(at.max(64)),
            _ => {
                let piece = bytes[at..bytes.len().min(at + 64)].to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
}

/// Unpacks a zipped workbook, changes the XML of one part, packs it again.
fn damage_inside(bytes: &[u8], chance: &mut StdRng) -> Option<Vec<u8>> {
    const PIECES: &[&str] = &[
        "<",
        ">",
        "\"",
        "&#0;",
        "&x;",
        "</c>",
        "<c r=\"XFD1048576\"><v>1</v></c>",
        "99999999999",
        "-1",
        "1e999",
        "\u{0}",
        "]]>",
        "<row r=\"0\">",
        "_x0000_",
    ];
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let chosen = chance.random_range(0..archive.len());
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).ok()?;
        let name = entry.name().ok()?.into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).ok()?;
        if index == chosen || name.contains("sheet1") {
            for _ in 0..chance.random_range(1..8) {
                let at = chance.random_range(0..=content.len());
                let piece = PIECES[chance.random_range(0..PIECES.len())].as_bytes();
                let end = (at + chance.random_range(0..20)).min(content.len());
                content.splice(at..end, piece.iter().copied());
            }
        }
        out.start_file(name, SimpleFileOptions::default()).ok()?;
        out.write_all(&content).ok()?;
    }
    Some(out.finish().ok()?.into_inner())
}

#[test]
fn damaged_workbooks_neither_end_the_reader_nor_hold_it_up() {
    let times = std::env::var("SOVANG_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(500);
    let mut chance = StdRng::seed_from_u64(seed("damaged_workbooks"));
    let lists = lists();
    let mut reader = reader();
    for time in 0..times {
        let mut bytes = lists[chance.random_range(0..lists.len())].clone();
        match damage_inside(&bytes, &mut chance).filter(|_| time % 2 == 0) {
            Some(inside) => bytes = inside,
            None => damage_bytes(&mut bytes, &mut chance),
        }
        let started = Instant::now();
        let read = reader.read(&bytes);
        assert!(started.elapsed() < Duration::from_secs(5), "file {time} took {:?}", started.elapsed());
        // In an old .xls a damaged row number makes a sheet of 16 million cells: there the cap on memory speaks.
        let is_old = bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]);
        assert!(is_old || read != Err(Unreadable::ReaderDied), "file {time}: {read:?}");
        assert_ne!(read, Err(Unreadable::TooSlow), "file {time}");
        // calamine asserts in damaged .xls; the worker catches it and calls the file damaged. Ours must not stumble at all.
        let stumbled = !is_old && read == Err(Unreadable::Corrupt("the reader stumbled".to_owned()));
        // Reading it here shows where.
        assert!(!stumbled, "file {time}: {:?}", office::sheet::read::read(&bytes));
    }
    assert!(reader.read(&lists[1]).is_ok());
}

const TYPES: &str =
    r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const BOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// A workbook of one sheet, written piece by piece.
fn book(sheet: impl FnOnce(&mut dyn Write)) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in
        [("[Content_Types].xml", TYPES), ("xl/workbook.xml", BOOK), ("xl/_rels/workbook.xml.rels", RELATIONS)]
    {
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).unwrap();
    sheet(&mut out);
    out.finish().unwrap().into_inner()
}

fn sheet_of(cells: &str) -> Vec<u8> {
    book(|out| write!(out, "<worksheet><sheetData>{cells}</sheetData></worksheet>").unwrap())
}

fn blanks(megabytes: usize) -> Vec<u8> {
    book(|out| {
        out.write_all(b"<worksheet><sheetData>").unwrap();
        let piece = vec![b' '; 1 << 20];
        (0..megabytes).for_each(|_| out.write_all(&piece).unwrap());
        out.write_all(b"</sheetData></worksheet>").unwrap();
    })
}

/// A reader that the system ends above 100 MB of data.
#[cfg(unix)]
fn poor_reader() -> Reader {
    let desk = desk().to_str().unwrap().to_owned();
    let arguments = ["-c", "ulimit -d 102400; exec \"$0\" worker", &desk].map(str::to_owned).to_vec();
    Reader::new(Worker { program: "/bin/sh".into(), arguments })
}

#[cfg(not(unix))]
fn poor_reader() -> Reader {
    reader()
}

fn read_at_once(reader: &mut Reader, bytes: &[u8]) -> Result<Workbook, Unreadable> {
    let started = Instant::now();
    let read = reader.read(bytes);
    assert!(started.elapsed() < Duration::from_secs(2), "took {:?}", started.elapsed());
    read
}

#[test]
fn bombs_are_refused_before_they_unpack() {
    let mut reader = poor_reader();
    assert!(matches!(read_at_once(&mut reader, &blanks(210)), Err(Unreadable::TooBig(_))));

    let merges = book(|out| {
        out.write_all(b"<worksheet><sheetData/><mergeCells>").unwrap();
        (1..=1_000_000).for_each(|row| write!(out, "<mergeCell ref=\"A{row}:B{row}\"/>").unwrap());
        out.write_all(b"</mergeCells></worksheet>").unwrap();
    });
    assert!(matches!(read_at_once(&mut reader, &merges), Err(Unreadable::TooBig(_))));

    let mut many = ZipWriter::new(Cursor::new(Vec::new()));
    (0..300).for_each(|part| many.start_file(format!("xl/{part}.xml"), SimpleFileOptions::default()).unwrap());
    assert!(matches!(read_at_once(&mut reader, &many.finish().unwrap().into_inner()), Err(Unreadable::TooBig(_))));

    assert!(matches!(read_at_once(&mut reader, &vec![b'x'; 21 << 20]), Err(Unreadable::TooBig(_))));
}

#[test]
fn a_directory_that_lies_about_sizes_gains_nothing() {
    let mut bytes = blanks(150);
    let real = u32::try_from(150 << 20).unwrap() + 45;
    let mut lies = 0;
    for at in 0..bytes.len() - 4 {
        let number = u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
        if number.abs_diff(real) < 64 {
            bytes[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
            lies += 1;
        }
    }
    assert!(lies >= 1, "the size was not found");
    let outcome = read_at_once(&mut poor_reader(), &bytes);
    assert!(matches!(outcome, Err(Unreadable::TooBig(_) | Unreadable::Corrupt(_))), "{outcome:?}");
}

#[test]
fn far_cells_and_entities_do_no_harm() {
    let mut reader = poor_reader();
    let far =
        sheet_of(r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#);
    let book = read_at_once(&mut reader, &far).unwrap();
    assert_eq!((book.sheets[0].rows.len(), book.sheets[0].stray), (1, 1));

    let outside = book_with_entity();
    let book = read_at_once(&mut reader, &outside).unwrap();
    let text = format!("{:?}", book.sheets[0].rows);
    assert!(!text.contains("root:") && !text.contains("lol"), "{text}");
}

fn book_with_entity() -> Vec<u8> {
    book(|out| {
        let text = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"lol\">]>\
            <worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x&a;&b;y</t></is></c></row></sheetData></worksheet>";
        out.write_all(text.as_bytes()).unwrap();
    })
}
