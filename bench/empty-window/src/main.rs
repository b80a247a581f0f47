//! One window, one sentence, nothing else.
#![allow(clippy::disallowed_types, reason = "the macro of tauri names a hash map")]

fn main() {
    if let Err(error) = tauri::Builder::default().run(tauri::generate_context!()) {
        eprintln!("{error}");
        std::process::exit(1);
    }
}
