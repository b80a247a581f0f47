//! The diagnostic package ("gói chẩn đoán"): what a helper needs to know about this computer and this register, and nothing
//! about anybody in it.

use crate::{
    backup::{self, Facts},
    error::{Error, Result},
    home::{Home, Which},
    journal,
    paper::Paper,
    schema,
};
use rusqlite::Connection;
use serde::Serialize;
use std::io::{Cursor, Write as _};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// What stands in `chan-doan.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Diagnosis {
    program: &'static str,
    version: &'static str,
    system: &'static str,
    processor: &'static str,
    written_at: String,
    schema_of_the_program: usize,
    /// None: nothing was open.
    register: Option<RegisterFacts>,
}

/// Counts and checks of the open register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct RegisterFacts {
    which: Which,
    sqlite: String,
    cipher: String,
    bytes: Option<u64>,
    #[serde(flatten)]
    facts: Facts,
    /// What the checks complain about, by check; an empty list is a good one.
    checks: Checks,
    backups: usize,
    newest_backup: Option<String>,
    second_medium: bool,
    has_password: bool,
}

/// Complaints, by check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Checks {
    structure: Vec<String>,
    references: i64,
    journal: Option<String>,
}

/// Packs the diagnosis and the log of faults.
pub fn pack(home: &mut Home, (): ()) -> Result<Paper> {
    let now = home.clock().now();
    let diagnosis = Diagnosis {
        program: "so-vang",
        version: env!("CARGO_PKG_VERSION"),
        system: std::env::consts::OS,
        processor: std::env::consts::ARCH,
        written_at: now.to_rfc3339(),
        schema_of_the_program: schema::newest(),
        register: register(home)?,
    };
    let log = home.log().path().to_owned();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    add(&mut zip, "chan-doan.json", &serde_json::to_vec_pretty(&diagnosis)?)?;
    for path in [log.with_extension("old.log"), log] {
        // a log that is not there is no fault: nothing has gone wrong yet
        let (Ok(text), Some(name)) = (std::fs::read_to_string(&path), path.file_name()) else { continue };
        add(&mut zip, &name.to_string_lossy(), without_places(home, &text).as_bytes())?;
    }
    let bytes = zip.finish().map_err(|error| Error::broken("diagnostics", error))?.into_inner();
    Ok(Paper {
        file_name: format!("Gói chẩn đoán {}.zip", now.format("%Y-%m-%d")), media: "application/zip", bytes
    })
}

fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) -> Result<()> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    zip.start_file(name, options).map_err(|error| Error::broken("diagnostics", error))?;
    Ok(zip.write_all(bytes)?)
}

/// A folder's path often holds its owner's name.
fn without_places(home: &Home, text: &str) -> String {
    text.replace(&home.folder().display().to_string(), "(thư mục dữ liệu)")
}

fn register(home: &mut Home) -> Result<Option<RegisterFacts>> {
    let Some(which) = home.which() else { return Ok(None) };
    let session = home.session()?;
    let db = session.office.db();
    let bytes = std::fs::metadata(session.folder().join(crate::office::REGISTER)).map(|file| file.len()).ok();
    let backups = backup::list(&session.backups())?;
    Ok(Some(RegisterFacts {
        which,
        sqlite: db.query_row("select sqlite_version()", [], |row| row.get(0))?,
        cipher: db.pragma_query_value(None, "cipher_version", |row| row.get(0))?,
        bytes,
        facts: Facts::of(db)?,
        checks: checks(db)?,
        newest_backup: backups.first().map(|newest| newest.manifest.made_at.to_rfc3339()),
        backups: backups.len(),
        second_medium: session.care().second.is_some(),
        has_password: session.key_file().has_password(),
    }))
}

/// Looks at the open register. A complaint of these checks names pages, tables and indexes, never what is in them.
fn checks(db: &Connection) -> Result<Checks> {
    let mut structure = Vec::new();
    db.pragma_query(None, "quick_check", |row| {
        structure.push(row.get::<_, String>(0)?);
        Ok(())
    })?;
    structure.retain(|line| line != "ok");
    Ok(Checks {
        structure,
        references: db.query_row("select count(*) from pragma_foreign_key_check", [], |row| row.get(0))?,
        journal: journal::verify(db)?.map(|fault| format!("{fault:?}")),
    })
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
    use crate::{
        clock::{Clock, StillClock},
        home::{SetUp, set_up},
        host::{HostDraft, Kind, SignerDraft},
        units::{UnitRow, import},
    };
    use std::{io::Read as _, sync::Arc};
    use zip::ZipArchive;

    const FAMILIES: [&str; 10] = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ"];
    const GIVEN: [&str; 20] = [
        "Hường",
        "Đức",
        "Ánh",
        "Yến",
        "Quỳnh",
        "Thắng",
        "Huyền",
        "Nghĩa",
        "Trúc",
        "Khuê",
        "Phượng",
        "Toàn",
        "Ngân",
        "Uyên",
        "Vĩnh",
        "Thảo",
        "Bảo",
        "Diễm",
        "Kiệt",
        "Oanh",
    ];

    fn names() -> Vec<String> {
        FAMILIES.iter().flat_map(|family| GIVEN.iter().map(move |given| format!("{family} Văn {given}"))).collect()
    }

    /// A home whose two hundred people stand in the register, in the journal and at the desk.
    fn home(folder: &std::path::Path) -> Home {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let mut home = Home::new(folder.to_path_buf(), Arc::new(StillClock::at(day)) as Arc<dyn Clock>, None);
        let [clerk, signer, ..] = names().try_into().map(|names: [String; 200]| names).unwrap();
        let host = HostDraft {
            kind: Kind::District,
            name: "Liên đoàn Lao động huyện Vân Trạch".into(),
            superior: String::new(),
            symbol: "LĐLĐ".into(),
            place: "Vân Trạch".into(),
            signers: vec![SignerDraft { name: signer, title: "Chủ tịch".into(), form: String::new() }],
        };
        set_up(&mut home, SetUp { host, clerk, password: None }).unwrap();
        let rows: Vec<UnitRow> = names()
            .into_iter()
            .zip(1..)
            .map(|(chair, at)| UnitRow {
                code: format!("VT{at:03}"),
                name: format!("CĐCS số {at}"),
                chair,
                ..UnitRow::default()
            })
            .collect();
        let import_all = crate::journal::What::new("trial.import", "Nhập");
        home.office().unwrap().act(import_all, |pen| import(pen, &rows)).unwrap();
        home
    }

    fn unpacked(paper: &Paper) -> Vec<(String, String)> {
        let mut zip = ZipArchive::new(Cursor::new(&paper.bytes)).unwrap();
        (0..zip.len())
            .map(|at| {
                let mut file = zip.by_index(at).unwrap();
                let mut text = String::new();
                file.read_to_string(&mut text).unwrap();
                (file.name().unwrap().into_owned(), text)
            })
            .collect()
    }

    #[test]
    fn the_package_tells_how_the_register_is_and_names_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let mut home = home(folder.path());
        let told = format!("register: cannot read {}", folder.path().join("office").display());
        home.log().write(home.clock().as_ref(), "units.list", &told);
        let misplaced = serde_json::json!({ "year": names()[0] });
        drop(crate::door::call(&mut home, "overview.figures", misplaced).unwrap_err());
        let paper = pack(&mut home, ()).unwrap();
        let files = unpacked(&paper);
        let names_of_files: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names_of_files, ["chan-doan.json", "so-vang.log"]);
        let diagnosis: serde_json::Value = serde_json::from_str(&files[0].1).unwrap();
        assert_eq!(diagnosis["version"], env!("CARGO_PKG_VERSION"));
        assert_eq!(diagnosis["register"]["counts"]["unit"], 200);
        assert_eq!(diagnosis["register"]["checks"]["structure"], serde_json::json!([]));
        assert_eq!(diagnosis["register"]["checks"]["journal"], serde_json::Value::Null);
        assert!(files[1].1.contains("units.list\tregister: cannot read (thư mục dữ liệu)"), "{}", files[1].1);
        assert!(files[1].1.contains("overview.figures\targuments: expected i32"), "{}", files[1].1);
        for (file, text) in &files {
            for name in names().iter().map(String::as_str).chain(["Vân Trạch"]) {
                assert!(!text.contains(name), "{file} names {name}");
            }
        }
    }

    #[test]
    fn a_package_can_be_made_when_nothing_opens() {
        let folder = tempfile::tempdir().unwrap();
        let mut home = home(folder.path());
        home.close().unwrap();
        let files = unpacked(&pack(&mut home, ()).unwrap());
        let diagnosis: serde_json::Value = serde_json::from_str(&files[0].1).unwrap();
        assert_eq!(diagnosis["register"], serde_json::Value::Null);
        assert_eq!(diagnosis["schema_of_the_program"], schema::newest());
    }
}
