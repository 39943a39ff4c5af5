//! The process of a browser, and all that it starts: begun with nothing of ours, ended whole.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use rustix::process::{Pid, Signal, WaitOptions, kill_process, kill_process_group, waitpgid, waitpid};
use serde_json::json;
use tempfile::TempDir;
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::net::TcpSocket;
use tokio::process::{Child, Command};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::BrowserError;
use super::pipe::Pipe;
use super::procfs;
use crate::config::{self, Sandbox};

/// From the start to the first answer. A cold start takes a second or two.
pub(super) const LAUNCH: Duration = Duration::from_secs(20);

/// Processes that were killed are gone well within this.
const GONE: Duration = Duration::from_secs(2);

/// Between two looks whether they are.
const LOOK_AGAIN: Duration = Duration::from_millis(5);

/// Of what a browser says on standard error so much is kept, from its end.
const SAID: usize = 4 * 1024;

/// The shell hands the pipes over as descriptors 3 and 4, which the browser expects. It stays until the browser has
/// ended, which that does when the pipe from us does, however we end; then it removes the profile.
const SHELL: &str = r#""$@" 3<&0 4>&1 </dev/null >/dev/null; rm -rf "$CITEWATCH_PROFILE""#;

/// Where programs are found if nothing says so.
const PATH: &str = "/usr/local/bin:/usr/bin:/bin";

const FLAGS: &[&str] = &[
    "--headless",
    "--remote-debugging-pipe",
    "--disable-gpu",
    // What is not asked for through us fails: no names, and a proxy that refuses for every host, this machine included.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-bypass-list=<-loopback>",
    "--disable-quic",
    "--dns-prefetch-disable",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-features=DnsOverHttps,WebRtcHideLocalIpsWithMdns,Prerender2,MediaRouter,Translate,OptimizationHints",
    // Nothing that outlives the page, comes from elsewhere or runs beside it.
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pings",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-notifications",
    "--disable-sync",
    "--block-new-web-contents",
    "--deny-permission-prompts",
    "--mute-audio",
    "--password-store=basic",
    "--use-mock-keychain",
    "--lang=en",
    "--window-size=1280,2000",
    // Megabytes of the heap of one page; its other memory is watched (`tab.rs`).
    "--js-flags=--max-old-space-size=512",
];

/// A browser that answered, with one empty page.
#[derive(Debug)]
pub(super) struct Process {
    child: Child,
    pub(super) group: Pid,
    pub(super) pipe: Pipe,
    /// Held, so that nobody else can listen there.
    _nobody: TcpSocket,
    /// Its session, and that of the page's main frame.
    pub(super) session: String,
    pub(super) frame: String,
    profile: Option<TempDir>,
}

impl Process {
    /// Starts a browser and waits for its first page.
    pub(super) async fn start(options: &config::Render) -> Result<Self, BrowserError> {
        let failed = |source| BrowserError::Start { browser: options.browser.clone(), source };
        // It is started in a folder of its own.
        let browser = std::path::absolute(&options.browser).map_err(failed)?;
        if !browser.is_file() {
            return Err(failed(io::ErrorKind::NotFound.into()));
        }
        let profile = tempfile::Builder::new().prefix("citewatch-").tempdir().map_err(failed)?;
        let nobody = TcpSocket::new_v4().map_err(failed)?;
        nobody.bind(([127, 0, 0, 1], 0).into()).map_err(failed)?;
        let port = nobody.local_addr().map_err(failed)?.port();
        adopt_orphans();
        let mut child = command(&browser, options.sandbox, &profile, port).spawn().map_err(failed)?;
        let (Some(to), Some(from), Some(errors), Some(id)) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take(), child.id())
        else {
            unreachable!("all three are pipes, and the process has not been waited for");
        };
        let group = i32::try_from(id).ok().and_then(Pid::from_raw).expect("the number of a process");
        let said = tokio::spawn(last_words(errors));
        let (session, frame) = (String::new(), String::new());
        let mut process =
            Self { child, group, pipe: Pipe::new(to, from), _nobody: nobody, session, frame, profile: Some(profile) };
        match timeout(LAUNCH, process.first_page()).await {
            Ok(Ok(())) => Ok(process),
            Ok(Err(_)) => {
                process.end().await;
                Err(BrowserError::Ended { browser: options.browser.clone(), said: heard(said).await })
            }
            Err(_) => {
                process.end().await;
                Err(BrowserError::Silent { browser: options.browser.clone() })
            }
        }
    }

    async fn first_page(&mut self) -> io::Result<()> {
        self.pipe.call(None, "Browser.setDownloadBehavior", json!({ "behavior": "deny" })).await?;
        self.pipe.call(None, "Target.setAutoAttach", attach()).await?;
        loop {
            let message = self.pipe.receive().await?;
            let about = &message.params["targetInfo"];
            if message.method != "Target.attachedToTarget" || about["type"] != "page" {
                continue;
            }
            if let (Some(session), Some(target)) = (message.params["sessionId"].as_str(), about["targetId"].as_str()) {
                (self.session, self.frame) = (session.to_owned(), target.to_owned());
                return Ok(());
            }
        }
    }

    /// Ends the browser and all that it has started, and waits until they are gone.
    pub(super) async fn end(&mut self) {
        let strays = self.kill();
        let gone = async {
            if let Err(error) = self.child.wait().await {
                tracing::debug!("failed to wait for a browser: {error}");
            }
            while left(self.group, &strays) {
                tokio::time::sleep(LOOK_AGAIN).await;
            }
        };
        if timeout(GONE, gone).await.is_err() {
            tracing::warn!("processes of a browser that were killed are not gone yet");
        }
        self.remove_profile();
    }

    /// Kills the group, and what has left it: the handlers of crashes do. These are returned.
    fn kill(&self) -> Vec<Pid> {
        let Some(profile) = &self.profile else { return Vec::new() };
        let started_with = [b"CITEWATCH_PROFILE=", profile.path().as_os_str().as_encoded_bytes()].concat();
        let strays = procfs::strays(self.group, &started_with);
        if let Err(error) = kill_process_group(self.group, Signal::KILL) {
            tracing::debug!("failed to kill a browser: {error}");
        }
        for stray in &strays {
            if let Err(error) = kill_process(*stray, Signal::KILL) {
                tracing::debug!("failed to kill what a browser has started: {error}");
            }
        }
        strays
    }

    fn remove_profile(&mut self) {
        if let Some(profile) = self.profile.take()
            && let Err(error) = profile.close()
        {
            tracing::debug!("failed to remove the profile of a browser: {error}");
        }
    }
}

/// Given up in the middle, by a signal: nobody waits for what is left, so it is waited for here.
impl Drop for Process {
    fn drop(&mut self) {
        if self.profile.is_none() {
            return;
        }
        let strays = self.kill();
        let until = std::time::Instant::now() + GONE;
        while std::time::Instant::now() < until
            && (matches!(self.child.try_wait(), Ok(None)) || left(self.group, &strays))
        {
            std::thread::sleep(LOOK_AGAIN);
        }
        self.remove_profile();
    }
}

/// How targets are attached to: each waits until it is guarded.
pub(super) fn attach() -> serde_json::Value {
    json!({ "autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true })
}

fn command(browser: &Path, sandbox: Sandbox, profile: &TempDir, port: u16) -> Command {
    let mut own = OsString::from("--user-data-dir=");
    own.push(profile.path().join("profile"));
    let mut command = Command::new("/bin/sh");
    command.args(["-c", SHELL, "sh"]).arg(browser).args(FLAGS).arg(own);
    command.arg(format!("--proxy-server=http://127.0.0.1:{port}"));
    if sandbox == Sandbox::Off {
        command.arg("--no-sandbox");
    }
    command.arg("about:blank");
    // Nothing of ours goes along: no keys, no session of a desktop, no home.
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_else(|| PATH.into()));
    command.env("HOME", profile.path()).env("TMPDIR", profile.path()).env("CITEWATCH_PROFILE", profile.path());
    command.env("LANG", "C.UTF-8").env("DBUS_SESSION_BUS_ADDRESS", "disabled:").current_dir(profile.path());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.process_group(0).kill_on_drop(true);
    command
}

/// Processes of a browser that lose their parent become ours, so that somebody waits for them: where this is the first
/// process of a container, nobody else does.
#[cfg(target_os = "linux")]
fn adopt_orphans() {
    if let Err(error) = rustix::process::set_child_subreaper(Some(rustix::process::getpid())) {
        tracing::debug!("failed to take in the processes that a browser leaves: {error}");
    }
}

#[cfg(not(target_os = "linux"))]
fn adopt_orphans() {}

/// Whether processes of the group, or of those that have left it, are left that are ours to wait for; those that have
/// ended are waited for.
fn left(group: Pid, strays: &[Pid]) -> bool {
    let stray = |stray: &Pid| matches!(waitpid(Some(*stray), WaitOptions::NOHANG), Ok(None));
    let strays = strays.iter().filter(|pid| stray(pid)).count();
    loop {
        match waitpgid(group, WaitOptions::NOHANG) {
            Ok(Some(_)) => {}
            Ok(None) => return true,
            Err(_) => return strays > 0,
        }
    }
}

/// Reads what is said to its end, and keeps the end of it.
async fn last_words(mut from: impl AsyncRead + Unpin) -> Vec<u8> {
    let mut said = Vec::new();
    while matches!(from.read_buf(&mut said).await, Ok(1..)) {
        let over = said.len().saturating_sub(SAID);
        said.drain(..over);
    }
    said
}

/// The last line of it, without the place in its program that Chromium puts before.
async fn heard(said: JoinHandle<Vec<u8>>) -> String {
    let said = timeout(GONE, said).await.ok().and_then(Result::ok).unwrap_or_default();
    let said = String::from_utf8_lossy(&said).into_owned();
    let mut lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
    let line = lines.next_back().unwrap_or_default();
    line.rsplit_once("] ").map_or(line, |(_, words)| words).chars().filter(|c| !c.is_control()).take(300).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sandbox_is_left_out_only_where_the_configuration_says_so() {
        let profile = tempfile::tempdir().unwrap();
        let has_none = |sandbox| {
            let command = command(Path::new("/usr/bin/browser"), sandbox, &profile, 1);
            command.as_std().get_args().any(|argument| argument == "--no-sandbox")
        };
        assert!(!has_none(Sandbox::Required));
        assert!(has_none(Sandbox::Off));
    }

    #[test]
    fn a_browser_is_started_without_what_the_environment_holds() {
        let profile = tempfile::tempdir().unwrap();
        let command = command(Path::new("/usr/bin/browser"), Sandbox::Required, &profile, 1);
        let names: Vec<&str> = command.as_std().get_envs().filter_map(|(name, _)| name.to_str()).collect();
        assert_eq!(
            names,
            ["CITEWATCH_PROFILE", "DBUS_SESSION_BUS_ADDRESS", "HOME", "LANG", "PATH", "TMPDIR"],
            "a key of ours would be among these"
        );
    }
}
