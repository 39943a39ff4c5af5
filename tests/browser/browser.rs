//! Chromium, driven through `chromedriver`: `WebDriver` is HTTP and JSON.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::picture::Picture;

/// The window: a passage in its middle has room below for some twenty lines.
const WINDOW: &str = "--window-size=800,1000";

const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
];

/// A browser with one page.
pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
    profile: TempDir,
}

impl Browser {
    /// Starts it; none where there is no Chromium with its driver, which is then said.
    pub fn start() -> Option<Self> {
        let programs = on_path(&["chromedriver"]).zip(on_path(&["chromium", "chromium-browser", "google-chrome"]));
        let Some((driver, chromium)) = programs else {
            let why = "left out: no chromium and chromedriver here: text fragments are not tried in a browser";
            writeln!(std::io::stderr(), "{why}").expect("standard error can be written to");
            return None;
        };
        let mut driver = Command::new(driver)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let port = port(&mut driver);
        let profile = tempfile::tempdir().unwrap();
        let mut flags: Vec<String> = FLAGS.iter().chain([&WINDOW]).map(|flag| (*flag).to_owned()).collect();
        flags.push(format!("--user-data-dir={}", profile.path().display()));
        let options = json!({ "binary": chromium, "args": flags });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "goog:chromeOptions": options } } });
        let mut browser = Self { driver, port, session: String::new(), profile };
        let session = browser.ask("POST", "/session", Some(&wanted));
        session["sessionId"].as_str().expect("a session begins").clone_into(&mut browser.session);
        Some(browser)
    }

    /// Opens an address as if it had been typed, and waits until the page is loaded.
    pub fn open(&self, url: &str) {
        self.of_session("POST", "url", &json!({ "url": url }));
    }

    /// What `script` hands to its callback, its last argument.
    pub fn run(&self, script: &str, arguments: &Value) -> Value {
        self.of_session("POST", "execute/async", &json!({ "script": script, "args": arguments }))
    }

    /// What the window shows.
    pub fn picture(&self) -> Picture {
        let image = self.ask("GET", &format!("/session/{}/screenshot", self.session), None);
        let bytes = data_encoding::BASE64.decode(image.as_str().unwrap().as_bytes()).unwrap();
        Picture::of_png(&bytes)
    }

    fn of_session(&self, method: &str, command: &str, body: &Value) -> Value {
        self.ask(method, &format!("/session/{}/{command}", self.session), Some(body))
    }

    fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        let body = body.map_or_else(String::new, Value::to_string);
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let host = format!("127.0.0.1:{}", self.port);
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}"
        )
        .unwrap();
        let mut reader = BufReader::new(stream);
        let mut length = 0;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).unwrap();
            if let Some((_, value)) =
                line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("content-length"))
            {
                length = value.trim().parse().unwrap();
            }
            if line.trim().is_empty() {
                break;
            }
        }
        let mut answer = vec![0; length];
        reader.read_exact(&mut answer).unwrap();
        let answer: Value = serde_json::from_slice(&answer).unwrap();
        let value = answer["value"].clone();
        assert!(value.get("error").is_none(), "{method} {path}: {value:#}");
        value
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() && !std::thread::panicking() {
            self.ask("DELETE", &format!("/session/{}", self.session), None);
        }
        drop(self.driver.kill().and_then(|()| self.driver.wait()));
        remove(self.profile.path());
    }
}

/// The profile goes with its folder; a browser that still writes into it must not fail the test.
fn remove(profile: &Path) {
    drop(std::fs::remove_dir_all(profile));
}

fn on_path(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|program| program.is_file()))
}

/// The port that the driver says it listens on.
fn port(driver: &mut Child) -> u16 {
    let mut told = BufReader::new(driver.stdout.take().unwrap());
    let mut line = String::new();
    loop {
        line.clear();
        assert!(told.read_line(&mut line).unwrap() > 0, "chromedriver says where it listens");
        if let Some((_, port)) = line.trim_end().trim_end_matches('.').split_once("started successfully on port ") {
            return port.parse().unwrap();
        }
    }
}
