//! This very test program started once more as a program that can be killed.

use super::trial::{found, new_home, turn, write};
use office::{
    clock::StillClock,
    home::{Standing, state},
    office::{Office, Opening},
    safekeeping,
    vault::Key,
};
use std::{
    env, fs,
    io::{self, BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    sync::{Arc, Barrier},
    thread,
};

const ROLE: &str = "SOVANG_TEST_ROLE";
const FOLDER: &str = "SOVANG_TEST_FOLDER";

/// What the child program shall do.
#[derive(Debug, Clone, Copy)]
pub enum Role {
    /// Save, undo, back up, without end.
    Work,
    /// Wait for a word, open the office, say how that went, wait for another word.
    Open,
    /// Open an office in each of several threads, as the first thing that the program does.
    Several,
}

impl Role {
    fn word(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Open => "open",
            Self::Several => "several",
        }
    }
}

/// Starts the child on a data folder.
pub fn start(role: Role, folder: &Path) -> (Child, BufReader<ChildStdout>) {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "child::the_child_program", "--nocapture", "--test-threads=1"])
        .env(ROLE, role.word())
        .env(FOLDER, folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    (child, out)
}

/// The next line that starts with `§`; the rest is the test harness talking. A kill can cut a line in two: half a line is no
/// acknowledgement.
pub fn hear(out: &mut BufReader<ChildStdout>) -> Option<String> {
    let mut line = String::new();
    loop {
        line.clear();
        if out.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if let Some((_, said)) = line.strip_suffix('\n').and_then(|whole| whole.split_once('§')) {
            return Some(said.to_owned());
        }
    }
}

fn say(text: &str) {
    let mut out = io::stdout().lock();
    writeln!(out, "§{text}").unwrap();
    out.flush().unwrap();
}

fn wait_for_a_word() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).unwrap();
}

/// Does nothing in an ordinary run; as a child it plays its role.
#[test]
fn the_child_program() {
    let (Ok(role), Ok(folder)) = (env::var(ROLE), env::var(FOLDER)) else { return };
    match role.as_str() {
        "work" => work(Path::new(&folder)),
        "open" => open(Path::new(&folder)),
        "several" => open_several(Path::new(&folder)),
        unknown => panic!("{unknown}"),
    }
}

fn work(folder: &Path) {
    let mut home = new_home(folder);
    let standing = state(&mut home, ()).unwrap().standing;
    if standing == Standing::Empty {
        found(&mut home, None);
    } else {
        assert_eq!(standing, Standing::Open);
    }
    let mut next = turn(&mut home) + 1;
    say("ready");
    loop {
        write(&mut home, next).unwrap();
        say(&format!("saved {next}"));
        if next.is_multiple_of(5) {
            // Taken back and done again: for a moment the number is one lower.
            home.office().unwrap().undo(None).unwrap();
            say(&format!("saved {}", next - 1));
            home.office().unwrap().redo().unwrap();
            say(&format!("saved {next}"));
        }
        if next.is_multiple_of(17) {
            safekeeping::make(&mut home, ()).unwrap();
        }
        next += 1;
    }
}

fn open(folder: &Path) {
    let mut home = new_home(folder);
    say("ready");
    wait_for_a_word();
    let told = state(&mut home, ()).unwrap();
    say(&format!("{:?} {}", told.standing, told.sentence));
    wait_for_a_word();
}

/// Each thread has its key and its folder ready, so that all reach the cipher at one moment.
fn open_several(folder: &Path) {
    const THREADS: usize = 8;
    let start = Arc::new(Barrier::new(THREADS));
    let opening: Vec<_> = (0..THREADS)
        .map(|one| {
            let (start, key) = (Arc::clone(&start), Key::new().unwrap());
            let folder = folder.join(one.to_string());
            fs::create_dir(&folder).unwrap();
            let clock = Arc::new(StillClock::at(chrono::NaiveDate::default()));
            thread::spawn(move || {
                start.wait();
                let opening = Opening { folder, clock, worker: None, progress: Arc::default() };
                Office::open(opening, &key, |_| Ok(())).unwrap().close().unwrap();
            })
        })
        .collect();
    let ends: Vec<_> = opening.into_iter().map(thread::JoinHandle::join).collect();
    say(if ends.iter().all(Result::is_ok) { "well" } else { "ill" });
}
