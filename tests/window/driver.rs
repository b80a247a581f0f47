//! The real window, driven through `WebKitWebDriver`: one driver process a test, ended with everything that it started.

use fantoccini::{Client, ClientBuilder, Locator, elements::Element};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::{
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// How long anything on screen may take before the test gives up.
const PATIENCE: Duration = Duration::from_mins(1);

/// One open window.
pub struct Window {
    pub client: Client,
    driver: Child,
    shots: PathBuf,
}

impl Window {
    /// Opens the program on that data folder. Files are picked from `picks` and saved into `saves` without a dialog.
    pub async fn open(home: &Path, files: &Path) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let driver = driver(port, home, files);
        let capabilities = json!({ "webkitgtk:browserOptions": { "binary": program(), "args": [] } });
        let Value::Object(capabilities) = capabilities else { unreachable!("an object was written") };
        let address = format!("http://127.0.0.1:{port}");
        let patience = Instant::now();
        let client = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder.capabilities(capabilities.clone()).connect(&address).await {
                Ok(client) => break client,
                Err(error) if patience.elapsed() > PATIENCE => panic!("no window: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        };
        let window = Self { client, driver, shots: shots() };
        window.client.set_window_size(1366, 768).await.unwrap();
        window.until("document.body.dataset.ready === '1'").await;
        window
    }

    /// Waits until the JavaScript expression holds.
    pub async fn until(&self, condition: &str) {
        let patience = Instant::now();
        loop {
            let held = self.client.execute(&format!("return Boolean({condition})"), vec![]).await.unwrap();
            if held == Value::Bool(true) {
                return;
            }
            assert!(patience.elapsed() < PATIENCE, "never came true: {condition}\non the page: {}", self.text().await);
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Waits until these words stand on the page.
    pub async fn until_text(&self, words: &str) {
        self.until(&format!("document.body.innerText.includes({})", json!(words))).await;
    }

    /// All words on the page.
    pub async fn text(&self) -> String {
        let text = self.client.execute("return document.body.innerText", vec![]).await.unwrap();
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Presses the button or link with these words.
    pub async fn press(&self, words: &str) {
        let path = format!("//*[self::button or self::a][contains(normalize-space(.), \"{words}\")]");
        self.first(&path).await.click().await.unwrap();
    }

    /// Presses the button with these words and no others.
    pub async fn press_named(&self, words: &str) {
        self.first(&format!("//button[normalize-space(.) = \"{words}\"]")).await.click().await.unwrap();
    }

    /// Takes the line of an open menu with these words.
    pub async fn item(&self, words: &str) {
        self.first(&format!("//*[@role = \"menuitem\"][contains(normalize-space(.), \"{words}\")]"))
            .await
            .click()
            .await
            .unwrap();
    }

    /// Picks from the list that a field has opened.
    pub async fn pick(&self, words: &str) {
        self.first(&format!("//*[@role = \"option\"][contains(normalize-space(.), \"{words}\")]"))
            .await
            .click()
            .await
            .unwrap();
    }

    /// Goes to a place of the program by its address.
    pub async fn go(&self, place: &str) {
        let there = format!("window.location.hash = {}", json!(format!("#/{place}")));
        self.client.execute(&there, vec![]).await.unwrap();
    }

    /// Presses keys where the focus is.
    pub async fn keys(&self, keys: &str) {
        self.client.active_element().await.unwrap().send_keys(keys).await.unwrap();
    }

    /// Puts text into the field of several lines under this label at once, as the clipboard does.
    pub async fn paste_into(&self, label: &str, text: &str) {
        let path = format!("//textarea[@id = //label[starts-with(normalize-space(.), \"{label}\")]/@for]");
        self.first(&path).await.click().await.unwrap();
        let paste = format!("document.execCommand('insertText', false, {})", json!(text));
        self.client.execute(&paste, vec![]).await.unwrap();
    }

    /// Waits until a file of this kind has been saved there, and answers which.
    pub async fn until_file(&self, folder: &Path, kind: &str) -> PathBuf {
        let patience = Instant::now();
        loop {
            let mut files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
            if let Some(file) = files.find(|file| file.extension().is_some_and(|ending| ending == kind)) {
                return file;
            }
            assert!(patience.elapsed() < PATIENCE, "nothing was saved\non the page: {}", self.text().await);
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Presses the button that begins with these words and a figure: "Nhập 76 đơn vị".
    pub async fn press_exactly_begun(&self, words: &str) {
        let path = format!(
            "//button[starts-with(normalize-space(.), \"{words}\")][translate(normalize-space(.), '0123456789', '') != normalize-space(.)]"
        );
        self.first(&path).await.click().await.unwrap();
    }

    /// Chooses one of a row of joined buttons.
    pub async fn choose(&self, words: &str) {
        self.first(&format!("//label[normalize-space(.) = \"{words}\"][input]")).await.click().await.unwrap();
    }

    /// Asks the core a command, as the page does.
    pub async fn asked(&self, command: &str, arguments: Value) -> Value {
        let arguments = json!({ "name": command, "args": arguments.to_string() });
        let answer = self.answer(&format!("return await window.__TAURI_INTERNALS__.invoke('call', {arguments})")).await;
        // a text that the window has already read comes back as it is
        answer.as_str().map_or_else(
            || answer.clone(),
            |text| serde_json::from_str(text).unwrap_or_else(|_| panic!("{command}: {text}")),
        )
    }

    /// Types into the field under this label, after emptying it.
    pub async fn type_into(&self, label: &str, text: &str) {
        let path = format!("//input[@id = //label[starts-with(normalize-space(.), \"{label}\")]/@for]");
        let field = self.first(&path).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    async fn first(&self, path: &str) -> Element {
        match self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(path)).await {
            Ok(element) => element,
            Err(error) => panic!("{path}: {error}\non the page: {}", self.text().await),
        }
    }

    /// Runs JavaScript that answers a promise.
    pub async fn answer(&self, script: &str) -> Value {
        let wrapped = format!(
            "const done = arguments[arguments.length - 1]; Promise.resolve((async () => {{ {script} }})()).then(done, (e) => done(String(e)))"
        );
        self.client.execute_async(&wrapped, vec![]).await.unwrap()
    }

    /// A picture of the window, for people to look at: taken once nothing on it changes any more, but for a caret that blinks.
    pub async fn picture(&self, name: &str) {
        self.answer("await document.fonts.ready").await;
        let mut png = self.client.screenshot().await.unwrap();
        for _ in 0..5 {
            tokio::time::sleep(Duration::from_millis(400)).await;
            let next = self.client.screenshot().await.unwrap();
            let is_still = next == png;
            png = next;
            if is_still {
                break;
            }
        }
        std::fs::create_dir_all(&self.shots).unwrap();
        std::fs::write(self.shots.join(format!("{name}.png")), png).unwrap();
    }

    /// Closes the window as a person does, and waits for the program to end.
    pub async fn close(self) {
        self.client.clone().close().await.unwrap();
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

impl Drop for Window {
    /// The driver's whole group, or the program outlives the test and holds the data folder.
    fn drop(&mut self) {
        let group = format!("-{}", self.driver.id());
        let ended = Command::new("kill").args(["-KILL", "--", &group]).status();
        assert!(ended.is_ok() && self.driver.wait().is_ok(), "the driver could not be ended");
    }
}

fn driver(port: u16, home: &Path, files: &Path) -> Child {
    use std::os::unix::process::CommandExt as _;
    Command::new("WebKitWebDriver")
        .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("SOVANG_DATA_DIR", home)
        .env("SOVANG_TEST_PICK_DIR", files)
        .env("SOVANG_TEST_SAVE_DIR", files)
        .env("LANG", "C.UTF-8")
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .process_group(0)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("WebKitWebDriver comes with the package webkit2gtk-driver")
}

/// The built program; `make` names it.
fn program() -> PathBuf {
    std::env::var_os("SOVANG_APP").map(PathBuf::from).expect("SOVANG_APP names the built program; run `make test`")
}

/// Where pictures go.
fn shots() -> PathBuf {
    std::env::var_os("SOVANG_SHOTS").map_or_else(|| std::env::temp_dir().join("so-vang-pictures"), PathBuf::from)
}
