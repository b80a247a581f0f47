//! Two at once: two programs on the same data, where one writes and the other names it; several threads that open their first files.

use super::{
    child::{Role, hear, start},
    trial::Trial,
};
use std::io::Write;
use stories::chance;

#[test]
fn of_two_programs_that_start_together_one_opens_and_the_other_names_it() {
    let trial = Trial::worked(1);
    let folder = trial.folder.path();
    for _ in 0..chance::times() {
        let (mut one, mut one_says) = start(Role::Open, folder);
        let (mut other, mut other_says) = start(Role::Open, folder);
        assert_eq!(hear(&mut one_says).as_deref(), Some("ready"));
        assert_eq!(hear(&mut other_says).as_deref(), Some("ready"));
        for child in [&mut one, &mut other] {
            writeln!(child.stdin.as_mut().unwrap(), "go").unwrap();
        }
        let said = [hear(&mut one_says).unwrap(), hear(&mut other_says).unwrap()];
        let opened = said.iter().position(|said| said.starts_with("Open"));
        let held = said.iter().position(|said| said.starts_with("Held"));
        let (Some(opened), Some(held)) = (opened, held) else { panic!("one opens, one is held: {said:?}") };
        let holder = [one.id(), other.id()][opened];
        assert!(said[held].contains(&format!("tiến trình số {holder}")), "{}", said[held]);
        // One is killed, the other leaves by itself: the lock is gone either way.
        one.kill().unwrap();
        writeln!(other.stdin.as_mut().unwrap(), "go").unwrap();
        one.wait().unwrap();
        other.wait().unwrap();
    }
}

#[test]
fn threads_that_open_the_first_files_of_a_program_all_find_the_cipher() {
    for _ in 0..chance::times().div_ceil(10) {
        let folder = tempfile::tempdir().unwrap();
        let (mut child, mut says) = start(Role::Several, folder.path());
        assert_eq!(hear(&mut says).as_deref(), Some("well"));
        child.wait().unwrap();
    }
}
