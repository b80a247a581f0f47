//! A test of the very program that was installed, without a window: set up, write, back to disk, read again.

use office::{
    clock::ComputerClock,
    error::Result,
    home::{Home, SetUp},
    host::{HostDraft, Kind, SignerDraft},
};
use std::{path::Path, process::ExitCode, sync::Arc};

/// Runs in a folder of its own below the system's temporary one; says what it found.
pub fn run() -> ExitCode {
    let folder = std::env::temp_dir().join(format!("Sổ Vàng tự kiểm tra {}", std::process::id()));
    let tested = test(&folder);
    let removed = std::fs::remove_dir_all(&folder);
    match (tested, removed) {
        (Ok(()), Ok(())) => {
            println!("so-vang {}: self-test passed", env!("CARGO_PKG_VERSION"));
            ExitCode::SUCCESS
        }
        (Err(error), _) => {
            eprintln!("so-vang: self-test failed: {error}");
            ExitCode::FAILURE
        }
        (Ok(()), Err(error)) => {
            eprintln!("so-vang: self-test left its folder behind: {error}");
            ExitCode::FAILURE
        }
    }
}

fn test(folder: &Path) -> Result<()> {
    const NAME: &str = "Liên đoàn Lao động huyện Vân Trạch";
    let mut home = Home::new(folder.to_owned(), Arc::new(ComputerClock), None);
    let host = HostDraft {
        kind: Kind::District,
        name: NAME.to_owned(),
        superior: String::new(),
        symbol: "LĐLĐ".to_owned(),
        place: "Vân Trạch".to_owned(),
        signers: vec![SignerDraft {
            name: "Phạm Đức Long".into(), title: "Chủ tịch".into(), form: String::new()
        }],
    };
    office::home::set_up(&mut home, SetUp { host, clerk: "Tự kiểm tra".to_owned(), password: None })?;
    home.close()?;
    let state = office::home::state(&mut home, ())?;
    if state.name != NAME {
        return Err(office::error::Error::broken("self-test", "the office's name did not come back"));
    }
    let intact = office::journal::verify(home.office()?.db())?.is_none();
    home.close()?;
    if intact { Ok(()) } else { Err(office::error::Error::broken("self-test", "the journal's chain does not hold")) }
}
