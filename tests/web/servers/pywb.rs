//! A real web archive on loopback, for tests: pywb, found through `PYWB_BIN`.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How a tool of the same installation is run; none, said plainly, where there is no installation.
pub fn tool(name: &str) -> Option<Command> {
    let Some(folder) = std::env::var_os("PYWB_BIN") else {
        let _left_out = writeln!(std::io::stderr(), "left out: PYWB_BIN does not name the bin folder of a pywb");
        return None;
    };
    Some(Command::new(Path::new(&folder).join(name)))
}

/// What pywb serves.
pub enum Collection<'a> {
    /// These files, indexed by pywb itself.
    Files(&'a [PathBuf]),
    /// A folder that has an index of its own.
    Indexed(&'a Path),
    /// A WACZ file.
    Wacz(&'a Path),
    /// Nothing at first; what is asked for under `record/` is fetched and kept.
    Recorded,
}

/// Whether pages come in a frame, as many public archives serve them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Framed {
    Yes,
    No,
}

/// A running pywb with one collection, `web`; stopped when dropped.
pub struct Pywb {
    process: Child,
    folder: tempfile::TempDir,
    address: SocketAddr,
}

impl Pywb {
    pub fn start(collection: &Collection, framed: Framed) -> Option<Self> {
        let mut manager = tool("wb-manager")?;
        let folder = tempfile::tempdir().unwrap();
        let framing = if framed == Framed::Yes { "" } else { "framed_replay: false\nredirect_to_exact: true\n" };
        let mut config = framing.to_owned();
        match collection {
            Collection::Files(files) => {
                run(manager.args(["init", "web"]), folder.path());
                let mut add = tool("wb-manager")?;
                run(add.args(["add", "web"]).args(*files), folder.path());
            }
            Collection::Wacz(file) => {
                run(manager.args(["init", "web"]), folder.path());
                let mut add = tool("wb-manager")?;
                run(add.args(["add", "--unpack-wacz", "web"]).arg(file), folder.path());
            }
            Collection::Recorded => {
                run(manager.args(["init", "web"]), folder.path());
                config = format!(
                    "{framing}recorder:\n  source_coll: live\n  filename_template: seen-{{timestamp}}-{{random}}.warc.gz\n"
                );
            }
            Collection::Indexed(evidence) => {
                let evidence = evidence.display();
                config = format!(
                    "{framing}collections:\n  web:\n    index_paths: {evidence}/index.cdxj\n    \
                     archive_paths: {evidence}/\n"
                );
            }
        }
        fs::write(folder.path().join("config.yaml"), config).unwrap();
        let records = matches!(collection, Collection::Recorded);
        let (process, address) = serve(folder.path(), records)?;
        let mut pywb = Self { process, folder, address };
        // Between the choice of a port and its use somebody else may take it.
        while !pywb.wait() {
            (pywb.process, pywb.address) = serve(pywb.folder.path(), records)?;
        }
        Some(pywb)
    }

    /// `http://127.0.0.1:PORT/web/`.
    pub fn base(&self) -> String {
        format!("http://{}/web/", self.address)
    }

    /// The status and the body of a plain request, asked over a connection of its own.
    pub fn get(&self, path: &str) -> Option<(u16, Vec<u8>)> {
        let mut stream = TcpStream::connect(self.address).ok()?;
        let request = format!("GET /web/{path} HTTP/1.0\r\nHost: {}\r\n\r\n", self.address);
        stream.write_all(request.as_bytes()).ok()?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).ok()?;
        let end = memchr::memmem::find(&answer, b"\r\n\r\n")?;
        let status = std::str::from_utf8(&answer[..end]).ok()?.split(' ').nth(1)?.parse().ok()?;
        Some((status, answer[end + 4..].to_vec()))
    }

    /// Waits until it answers; false where its port was taken.
    fn wait(&mut self) -> bool {
        let start = Instant::now();
        loop {
            let ended = self.process.try_wait().unwrap().is_some();
            let log = || fs::read_to_string(self.folder.path().join("log")).unwrap();
            if ended && log().contains("Address already in use") {
                return false;
            }
            if !ended && self.get("cdx?url=x").is_some_and(|(status, _)| status == 200) {
                return true;
            }
            assert!(start.elapsed() < Duration::from_mins(1), "pywb does not answer: {}", log());
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

/// Starts it at a port that was free a moment ago.
fn serve(folder: &Path, records: bool) -> Option<(Child, SocketAddr)> {
    let address = free_address();
    let log = File::create(folder.join("log")).unwrap();
    let mut server = tool("wayback")?;
    server.args(["-b", "127.0.0.1", "-p", &address.port().to_string()]).current_dir(folder);
    if records {
        server.args(["--autoindex", "--auto-interval", "1", "--record", "--live"]);
    }
    server.stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log);
    Some((server.spawn().unwrap(), address))
}

impl Drop for Pywb {
    fn drop(&mut self) {
        self.process.kill().expect("it was started here");
        self.process.wait().expect("it was started here");
    }
}

fn run(command: &mut Command, folder: &Path) {
    let output = command.current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}
