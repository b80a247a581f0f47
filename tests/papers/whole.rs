//! G7: killed at any moment, a save leaves the old file or the new one, never half. (Failing at each step: in `disk.rs`.)

use rand::RngExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

/// Tells the program started again which file to write, and how.
const FILE: &str = "SOVANG_WHOLE_FILE";
const PLAIN: &str = "SOVANG_WHOLE_PLAIN";
/// So many times; `make soak` asks for more.
const KILLS: &str = "SOVANG_WHOLE_KILLS";

/// A content that shows whether it is whole: every byte the same, the length told by that byte.
fn content(generation: u8) -> Vec<u8> {
    vec![generation; length(generation)]
}

fn length(generation: u8) -> usize {
    400_000 + usize::from(generation) * 3_001
}

fn is_whole(bytes: &[u8]) -> bool {
    bytes.first().is_some_and(|first| bytes.len() == length(*first) && bytes.iter().all(|byte| byte == first))
}

/// Not a test: what the program does when it is started again by the tests below. Saves until it is killed.
#[test]
fn saving_until_killed() {
    let Ok(path) = env::var(FILE) else { return };
    let plain = env::var(PLAIN).is_ok();
    fs::write(ready(Path::new(&path)), "").unwrap();
    for generation in (1..=u8::MAX).cycle() {
        save(Path::new(&path), generation, plain);
    }
}

fn save(path: &Path, generation: u8, plain: bool) {
    if plain {
        fs::write(path, content(generation)).unwrap();
    } else {
        office::paper::atomic_write(path, &content(generation)).unwrap();
    }
}

/// The longest of a few saves: how long a kill may wait so that it falls anywhere in a save, on this computer, now.
fn one_save(path: &Path, plain: bool) -> Duration {
    let timed = (1..=5).map(|generation| {
        let start = Instant::now();
        save(path, generation, plain);
        start.elapsed()
    });
    timed.max().unwrap()
}

/// Says that the program has started and saves.
fn ready(path: &Path) -> PathBuf {
    path.with_extension("ready")
}

/// Starts the program again and waits until it saves.
fn start(path: &Path, plain: bool) -> Child {
    fs::remove_file(ready(path)).ok();
    let mut again = Command::new(env::current_exe().unwrap());
    let here = module_path!().split_once("::").unwrap().1;
    let name = format!("{here}::saving_until_killed");
    again.args(["--exact", &name]).env(FILE, path).stdout(Stdio::null()).stderr(Stdio::null());
    if plain {
        again.env(PLAIN, "1");
    }
    let mut child = again.spawn().unwrap();
    while !ready(path).exists() {
        assert!(child.try_wait().unwrap().is_none() || ready(path).exists(), "the child program ended at once");
        thread::sleep(Duration::from_millis(1));
    }
    child
}

/// Kills a saving program so many times, at random moments; how often the file was half.
fn halves(kills: u32, plain: bool, enough: u32) -> u32 {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Quyết định 12-QĐ-LĐLĐ.pdf");
    let longest = u64::try_from(one_save(&path, plain).as_micros()).unwrap().clamp(5_000, 300_000);
    let mut halves = 0;
    let mut changed = 0;
    let mut random = rand::rng();
    for _ in 0..kills {
        let before = fs::read(&path).unwrap();
        let mut child = start(&path, plain);
        thread::sleep(Duration::from_micros(random.random_range(0..longest * 2)));
        child.kill().unwrap();
        child.wait().unwrap();
        let after = fs::read(&path).unwrap();
        changed += u32::from(before != after);
        if !is_whole(&after) {
            halves += 1;
            fs::write(&path, content(0)).unwrap();
        }
        if halves >= enough {
            return halves;
        }
    }
    assert!(changed > kills / 10, "the kills came too early to prove anything: {changed} of {kills}");
    halves
}

fn kills() -> u32 {
    env::var(KILLS).ok().and_then(|number| number.parse().ok()).unwrap_or(300)
}

#[test]
fn a_save_killed_at_any_moment_leaves_a_whole_file() {
    assert_eq!(halves(kills(), false, 1), 0);
}

#[test]
fn the_same_kills_do_catch_a_plain_save_that_leaves_half() {
    assert!(halves(kills(), true, 1) > 0, "the trial above would not have noticed anything");
}
