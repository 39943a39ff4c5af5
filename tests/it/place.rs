//! A folder to work in, the servers that belong to it, and what the program says there.

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::program::citewatch;
use crate::web::server::{Asked, Do, Server, page};

/// Fast enough for a test, and no archive.
pub const QUICK: &str = "[fetch]\ntimeout = \"4s\"\nper_host = { requests_per_second = 500, concurrency = 4 }\n\
                         [archive]\nlookup = []\n";

pub const HTML: &[(&str, &str)] = &[("Content-Type", "text/html; charset=utf-8")];

/// Nothing that a test waits for takes as long as this.
const FOR_EVER: Duration = Duration::from_secs(45);

/// A folder of its own, and a runtime for servers.
pub struct Place {
    folder: TempDir,
    runtime: Runtime,
}

/// What the program said.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// The source of a document that cites one.
pub const A: &str = "http://a.test/page";

impl Place {
    /// With a document, `a.md`, that cites [`A`], and the server of that page.
    pub fn of_one_page() -> (Self, Server) {
        let place = Self::new(QUICK);
        let server = place.server(|_: &Asked| says("a page that stands"));
        place.cite("a.md", &[A]);
        (place, server)
    }

    /// With this `sources.toml`.
    pub fn new(config: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let place = Self { folder, runtime };
        place.write("sources.toml", config);
        place
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// A Markdown document that links to each of these, one a line.
    pub fn cite(&self, name: &str, urls: &[impl AsRef<str>]) {
        let lines: Vec<String> = urls.iter().map(|url| format!("- [page](<{}>)\n", url.as_ref())).collect();
        self.write(name, lines.concat());
    }

    /// What a server is started with.
    pub fn start<T>(&self, server: impl Future<Output = T>) -> T {
        self.runtime.block_on(server)
    }

    /// A server of plain HTTP.
    pub fn server(&self, answer: impl Fn(&Asked) -> Vec<Do> + Send + Sync + 'static) -> Server {
        self.start(Server::http(answer))
    }

    /// The program, to be run here.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = citewatch();
        command.args(arguments).current_dir(self.folder.path()).stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command(arguments).output().unwrap())
    }

    /// The program, with this on standard input.
    pub fn feed(&self, arguments: &[&str], input: &str) -> Ran {
        let mut child = spawned_with(self.command(arguments), Stdio::piped());
        let written = child.stdin.take().unwrap().write_all(input.as_bytes());
        let ran = Ran::of(child.wait_with_output().unwrap());
        written.unwrap_or_else(|error| panic!("{error}: {ran:?}"));
        ran
    }

    /// `check --format json` of every host at port 80 of this address.
    pub fn check(&self, web: SocketAddr, more: &[&str]) -> Ran {
        Ran::of(self.checking(web, more).output().unwrap())
    }

    pub fn checking(&self, web: SocketAddr, more: &[&str]) -> Command {
        let mut command = self.command(&["check", "--format", "json", "--allow-private", "127.0.0.0/8"]);
        command.args(["--connect-to", &format!("*:80:{web}")]).args(more);
        command
    }
}

impl Ran {
    pub fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Fails unless this is the exit code, and standard error holds each of these words.
    #[track_caller]
    pub fn expect(self, code: i32, words: &[&str]) -> Self {
        assert_eq!(self.code, Some(code), "{}{}", self.err, self.out);
        for word in words {
            assert!(self.err.contains(word), "does not say {word:?}: {}", self.err);
        }
        self
    }

    /// Of each source of the first document: its availability, its reason and its standing.
    #[track_caller]
    pub fn sources(&self) -> Vec<(String, String)> {
        let report = self.json();
        let citations = report["documents"][0]["citations"].as_array().unwrap().clone();
        citations.iter().map(|citation| (word(&citation["url"]), judged(citation))).collect()
    }
}

/// A page with these words.
pub fn says(words: &str) -> Vec<Do> {
    page(200, HTML, format!("<!doctype html><title>A page</title><p>{words}</p>"))
}

/// `gone not-found broken`, with `suspect` where it is.
pub fn judged(citation: &Value) -> String {
    let source = &citation["source"];
    let suspect = if source["suspect"] == true { " suspect" } else { "" };
    let [availability, reason, standing] =
        [&source["availability"], &source["reason"], &citation["standing"]].map(word);
    format!("{availability} {reason} {standing}{suspect}")
}

/// The text of a JSON string, `-` for null.
pub fn word(value: &Value) -> String {
    value.as_str().unwrap_or("-").to_owned()
}

/// Waits until it is so.
#[track_caller]
pub fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < FOR_EVER, "waited in vain until {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// The program under way, with its output caught.
pub fn spawned(command: Command) -> Child {
    spawned_with(command, Stdio::null())
}

/// As [`spawned`], with this as standard input.
pub fn spawned_with(mut command: Command, input: Stdio) -> Child {
    command.stdin(input).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Sends a signal, by its name.
pub fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").args(["-s", name, &child.id().to_string()]).status().unwrap();
    assert!(sent.success());
}

/// What stands in a folder, by name.
pub fn listing(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Fails with the first place where two values part.
#[track_caller]
pub fn assert_same(one: &Value, other: &Value) {
    fn part(one: &Value, other: &Value, at: &str) -> Option<String> {
        match (one, other) {
            (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
                a.iter().find_map(|(name, value)| part(value, &b[name], &format!("{at}.{name}")))
            }
            (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
                a.iter().zip(b).enumerate().find_map(|(nth, (a, b))| part(a, b, &format!("{at}[{nth}]")))
            }
            (a, b) => (a != b).then(|| format!("{at}: {a} and {b}")),
        }
    }
    if let Some(difference) = part(one, other, "") {
        panic!("not the same at {difference}");
    }
}
