//! Tells Tauri where this project keeps its capabilities, and makes a placeholder page for Rust-only builds.
use std::{fs, path::Path};

fn main() {
    // A custom pattern switches off tauri-build's own watching of these folders.
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=src-tauri/permissions");
    // `generate_context!` refuses to compile without a page: checks and Rust tests come before `npm run build`.
    println!("cargo:rerun-if-changed=ui/dist");
    let dist = Path::new("ui/dist");
    if !dist.join("index.html").exists() {
        let placed = fs::create_dir_all(dist)
            .and_then(|()| fs::write(dist.join("index.html"), "<!doctype html><title>npm run build</title>"));
        if let Err(error) = placed {
            println!("cargo:warning=ui/dist: {error}");
        }
    }
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*.json")
        .app_manifest(tauri_build::AppManifest::new().permissions_path_pattern("./src-tauri/permissions/**/*.toml"))
        .windows_attributes(tauri_build::WindowsAttributes::new().window_icon_path("assets/icons/icon.ico"));
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("{error:#}");
        std::process::exit(1);
    }
}
