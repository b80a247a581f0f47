//! The window: everything that needs one, and nothing else. What the office knows lives in `office`.
#![allow(clippy::disallowed_types, reason = "the macro of tauri names a hash map")]
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod files;
mod platform;
mod window;

use std::process::ExitCode;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("--self-test") => desk::self_test::run(),
        Some("--worker") => match office::sheet::read::worker::serve() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        _ => {
            if let Some(ended) = platform::start_again_with_what_the_window_needs() {
                return ended;
            }
            window::open()
        }
    }
}
