//! Logs: to standard error, never to standard output; one event a line, harmless wherever the line is read.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::OnceLock;

use serde_json::json;
use tracing::Level;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

use super::args::LogFormat;
use crate::clock;
use crate::locator::user_info;
use crate::report::escape;

const LEVEL: &str = "CITEWATCH_LOG";

/// How logs are written, once that is known.
static FORMAT: OnceLock<LogFormat> = OnceLock::new();

/// Starts logging at the level of `CITEWATCH_LOG`, else of `-v`.
pub(crate) fn start(verbose: u8, format: LogFormat) {
    // Set once: the command line is read once.
    FORMAT.get_or_init(|| format);
    let default = match verbose {
        0 => "citewatch=warn",
        1 => "citewatch=info",
        2 => "citewatch=debug",
        _ => "debug",
    };
    let said = std::env::var(LEVEL).ok().filter(|said| !said.is_empty());
    let filter = EnvFilter::try_new(said.as_deref().unwrap_or(default)).unwrap_or_else(|why| {
        tell(&format!("failed to read {LEVEL}: {why}; the level is {default}"), Level::WARN);
        EnvFilter::new(default)
    });
    // Colours are sequences that a terminal obeys; what is logged has none.
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(Harmless(format));
    // What cannot be written would be told on the same standard error, with a panic where nobody reads it any more.
    let logs = logs.log_internal_errors(false);
    match format {
        LogFormat::Text => logs.init(),
        LogFormat::Json => logs.json().init(),
    }
}

/// Tells something whatever the level of the logs: in JSON where they are, as an event would be.
pub(crate) fn tell(message: &str, level: Level) {
    let format = FORMAT.get().copied().unwrap_or(LogFormat::Text);
    let starred = user_info::starred(message);
    let lines: Vec<String> = match format {
        LogFormat::Text => starred.lines().map(|line| format!("citewatch: {}\n", escape::terminal(line))).collect(),
        LogFormat::Json => {
            let (timestamp, level) = (clock::now(), level.as_str());
            let event = json!({
                "timestamp": timestamp, "level": level, "fields": { "message": &*starred }, "target": "citewatch",
            });
            vec![line(&event.to_string(), format)]
        }
    };
    let mut to = anstream::stderr().lock();
    for line in lines {
        if to.write_all(line.as_bytes()).is_err() {
            // Standard error is closed; there is nobody left to tell.
            return;
        }
    }
}

/// Standard error for events, each of which comes as one piece.
#[derive(Debug, Clone, Copy)]
struct Harmless(LogFormat);

impl MakeWriter<'_> for Harmless {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        *self
    }
}

impl Write for Harmless {
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        io::stderr().lock().write_all(line(&String::from_utf8_lossy(event), self.0).as_bytes())?;
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}

/// One event as a line: nothing in it ends the line, moves a cursor or turns the direction of writing, and no address in
/// it holds user information.
fn line(event: &str, format: LogFormat) -> String {
    let event = user_info::starred(event.trim_end_matches('\n'));
    let mut line = match format {
        LogFormat::Text => escape::terminal(&event),
        LogFormat::Json => escaped(&event),
    };
    line.push('\n');
    line
}

/// JSON in which what is not to be seen is written as JSON escapes it; such characters stand in strings only.
fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if escape::is_unseen(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(escaped, "\\u{unit:04x}").expect("a String takes all that is written");
            }
        } else {
            escaped.push(c);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_one_line_without_controls_or_secrets() {
        let event = "WARN a\u{1b}[31m b\u{202e}c\nd https://me:word@a.example/x\n";
        assert_eq!(line(event, LogFormat::Text), "WARN a[31m bc d https://*******@a.example/x\n");
    }

    #[test]
    fn what_is_not_to_be_seen_keeps_its_meaning_in_json() {
        let event = "{\"message\":\"a\u{202e}b\u{e0041}\u{7f}\"}\n";
        let line = line(event, LogFormat::Json);
        assert!(line.is_ascii() && line.ends_with("}\n"), "{line}");
        let back: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(back["message"], "a\u{202e}b\u{e0041}\u{7f}");
    }
}
