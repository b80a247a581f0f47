//! What the window may do: its content policy, its one capability, its one command.

use serde_json::Value;

use crate::tree::{expect_none, expect_one, shipped_rust, top, without_comments, word};

fn read(path: &str) -> String {
    std::fs::read_to_string(top().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn tauri_conf() -> Value {
    serde_json::from_str(&read("tauri.conf.json")).expect("tauri.conf.json is JSON")
}

/// Complaints about the security part of the window's settings.
fn loose_settings(conf: &Value) -> Vec<String> {
    let mut complaints = Vec::new();
    let security = &conf["app"]["security"];
    let csp = &security["csp"];
    if csp["default-src"] != "'self'" {
        complaints.push("the policy does not begin with default-src 'self'".to_owned());
    }
    for (directive, value) in csp.as_object().into_iter().flatten() {
        let sources = value.as_str().unwrap_or("?");
        for source in sources.split_whitespace().filter(|source| !may_stand_in_policy(source)) {
            complaints.push(format!("{directive} lets in {source}"));
        }
    }
    if security["freezePrototype"] != true {
        complaints.push("freezePrototype is off".to_owned());
    }
    if conf["app"]["withGlobalTauri"] != false {
        complaints.push("withGlobalTauri is not off".to_owned());
    }
    if security["capabilities"] != serde_json::json!(["main"]) {
        complaints.push("other capabilities than `main` are named".to_owned());
    }
    if security.get("assetProtocol").is_some_and(|asset| asset["enable"] == true) {
        complaints.push("the asset protocol is on".to_owned());
    }
    complaints
}

/// This computer only: the page itself, pictures made in it, and Tauri's own channel.
fn may_stand_in_policy(source: &str) -> bool {
    ["'self'", "'none'", "data:", "blob:", "ipc:", "http://ipc.localhost"].contains(&source)
}

/// Complaints about what the one capability grants.
fn loose_grants(capability: &Value) -> Vec<String> {
    let granted: Vec<&str> =
        capability["permissions"].as_array().into_iter().flatten().map(|one| one.as_str().unwrap_or("?")).collect();
    let mut complaints: Vec<String> = granted
        .iter()
        .filter(|one| !["core:event:default", "door"].contains(one))
        .map(|one| format!("`{one}` is granted"))
        .collect();
    if capability["windows"] != serde_json::json!(["main"]) {
        complaints.push("another window than `main` is granted something".to_owned());
    }
    complaints
}

/// The commands named between `generate_handler![` and `]`, without their paths.
fn handled(rust: &str) -> Vec<String> {
    let Some((_, rest)) = rust.split_once("generate_handler![") else { return Vec::new() };
    let list = rest.split(']').next().unwrap_or_default();
    let mut names: Vec<String> = list
        .split(',')
        .map(|name| name.trim().rsplit("::").next().unwrap_or_default().to_owned())
        .filter(|name| !name.is_empty())
        .collect();
    names.sort();
    names
}

/// The commands that a permission file allows.
fn allowed(toml: &str) -> Vec<String> {
    let lists = toml.lines().filter_map(|line| line.split_once("commands.allow").map(|(_, list)| list));
    let mut names: Vec<String> =
        lists.flat_map(|list| list.split('"').skip(1).step_by(2)).map(|name| word(name).to_owned()).collect();
    names.sort();
    names
}

#[test]
fn the_windows_policy_lets_nothing_in_from_outside() {
    expect_none(&loose_settings(&tauri_conf()));
}

#[test]
fn the_one_capability_grants_events_and_the_door() {
    let files: Vec<String> = std::fs::read_dir(top().join("src-tauri/capabilities"))
        .expect("the capabilities")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(files, ["main.json"]);
    expect_none(&loose_grants(&serde_json::from_str(&read("src-tauri/capabilities/main.json")).expect("JSON")));
}

#[test]
fn the_commands_that_answer_are_the_commands_that_are_allowed() {
    let shell: String = shipped_rust()
        .into_iter()
        .filter(|file| file.path.starts_with("src-tauri/src/"))
        .map(|file| without_comments(&file.text))
        .collect();
    let handled = handled(&shell);
    assert!(!handled.is_empty(), "the shell answers at least one command");
    assert_eq!(handled, allowed(&read("src-tauri/permissions/app.toml")));
}

#[test]
fn every_installer_and_the_window_share_one_identity() {
    let conf = tauri_conf();
    assert_eq!(conf["identifier"], "vn.sovang.app");
    assert!(
        read("scripts/installer.nsi").contains("Uninstall\\vn.sovang.app\""),
        "the installer's key is the identifier"
    );
}

#[test]
fn loose_settings_are_found_out() {
    let with = |change: &dyn Fn(&mut Value)| {
        let mut conf = tauri_conf();
        change(&mut conf);
        loose_settings(&conf)
    };
    expect_one(
        &with(&|conf| conf["app"]["security"]["csp"]["connect-src"] = "'self' https://example.org".into()),
        "example.org",
    );
    expect_one(
        &with(&|conf| conf["app"]["security"]["csp"]["script-src"] = "'self' 'unsafe-inline'".into()),
        "unsafe-inline",
    );
    expect_one(&with(&|conf| conf["app"]["security"]["csp"]["default-src"] = "'none'".into()), "default-src");
    expect_one(&with(&|conf| conf["app"]["security"]["freezePrototype"] = false.into()), "freezePrototype");
    expect_one(
        &with(&|conf| conf["app"]["security"]["capabilities"] = serde_json::json!(["main", "more"])),
        "capabilities",
    );
    expect_one(
        &loose_grants(&serde_json::json!({ "windows": ["main"], "permissions": ["door", "fs:default"] })),
        "fs:default",
    );
    assert_eq!(handled("x.invoke_handler(tauri::generate_handler![files::pick, call])"), ["call", "pick"]);
    assert_eq!(allowed("commands.allow = [\"call\", \"pick\"]"), ["call", "pick"]);
}
