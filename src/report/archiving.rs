//! What `citewatch archive` tells: each cited source, and whether a web archive has it.

use std::fmt::Write as _;

use jiff::Timestamp;
use serde::Serialize;

use super::escape;
use super::json::days_between;
use crate::observation::capture::Capture;
use crate::verdict::day;

/// What came of asking an archive to save what is cited.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Archiving {
    /// The archive that saves.
    pub(crate) archive: String,
    /// Whether nothing was to be saved.
    pub(crate) dry_run: bool,
    /// In the order first cited.
    pub(crate) sources: Vec<ArchivedSource>,
}

/// One source.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ArchivedSource {
    pub(crate) url: String,
    /// Where it is cited.
    pub(crate) cited: Vec<CitedAt>,
    /// The day near which a capture is wanted; without one any capture is near enough.
    pub(crate) wanted_at: Option<Timestamp>,
    pub(crate) state: State,
    /// The archive's own code, or why it was skipped.
    pub(crate) reason: Option<String>,
    /// In plain words.
    pub(crate) message: Option<String>,
    pub(crate) capture: Option<Capture>,
    /// Whether a capture that was made by us can be seen yet.
    pub(crate) replayable: Option<bool>,
}

/// A place in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct CitedAt {
    pub(crate) path: String,
    pub(crate) label: String,
    pub(crate) line: usize,
}

/// What has become of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum State {
    /// An archive has a capture that is near enough.
    Kept,
    /// It was captured for us.
    Saved,
    /// It is being captured; the next run goes on.
    Pending,
    /// It would be asked for.
    Wanted,
    /// It is to be asked for in the next run.
    Waiting,
    /// It cannot be captured.
    Refused,
    /// It is not known whether it was captured, or whether a capture is there.
    Unknown,
    /// It is not for an archive.
    Skipped,
}

impl State {
    const ALL: [Self; 8] = [
        Self::Kept,
        Self::Saved,
        Self::Pending,
        Self::Wanted,
        Self::Waiting,
        Self::Refused,
        Self::Unknown,
        Self::Skipped,
    ];

    /// As reports write it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Saved => "saved",
            Self::Pending => "pending",
            Self::Wanted => "wanted",
            Self::Waiting => "waiting",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
            Self::Skipped => "skipped",
        }
    }
}

#[derive(Serialize)]
struct Wire<'a> {
    schema: &'static str,
    archive: &'a str,
    dry_run: bool,
    summary: serde_json::Map<String, serde_json::Value>,
    sources: Vec<SourceWire<'a>>,
}

#[derive(Serialize)]
struct SourceWire<'a> {
    url: &'a str,
    state: State,
    reason: Option<&'a str>,
    message: Option<&'a str>,
    wanted_at: Option<Timestamp>,
    capture: Option<CaptureWire<'a>>,
    cited: &'a [CitedAt],
}

#[derive(Serialize)]
struct CaptureWire<'a> {
    archive: &'a str,
    url: &'a str,
    captured_at: Timestamp,
    distance_days: Option<u64>,
    replayable: Option<bool>,
}

impl Archiving {
    /// How many sources are in a state.
    pub(crate) fn count(&self, state: State) -> usize {
        self.sources.iter().filter(|source| source.state == state).count()
    }

    /// As JSON.
    pub(crate) fn json(&self) -> String {
        let counts = State::ALL.iter().map(|state| (state.as_str().to_owned(), self.count(*state).into()));
        let all = std::iter::once(("sources".to_owned(), self.sources.len().into()));
        let wire = Wire {
            schema: "citewatch.archive/1",
            archive: &self.archive,
            dry_run: self.dry_run,
            summary: all.chain(counts).collect(),
            sources: self.sources.iter().map(SourceWire::of).collect(),
        };
        let text = serde_json::to_string_pretty(&wire).expect("our own values have string keys");
        format!("{text}\n")
    }

    /// For people: what was done first, a source a line.
    pub(crate) fn human(&self) -> String {
        let mut text = String::new();
        let mut sources: Vec<&ArchivedSource> = self.sources.iter().collect();
        sources.sort_by_key(|source| matches!(source.state, State::Kept | State::Skipped));
        for source in sources {
            line(&mut text, source).expect("a string takes what is written to it");
        }
        text.push_str(&self.numbers());
        text
    }

    /// One line of numbers.
    pub(crate) fn numbers(&self) -> String {
        let counts = State::ALL.iter().map(|state| (state, self.count(*state))).filter(|(_, count)| *count > 0);
        let counts: Vec<String> = counts.map(|(state, count)| format!("{count} {}", state.as_str())).collect();
        let sources =
            if self.sources.len() == 1 { "1 source".to_owned() } else { format!("{} sources", self.sources.len()) };
        let archive = escape::terminal(&self.archive);
        if counts.is_empty() {
            return format!("{archive}: no source\n");
        }
        format!("{archive}: {sources}: {}\n", counts.join(", "))
    }
}

fn line(text: &mut String, source: &ArchivedSource) -> std::fmt::Result {
    write!(text, "{:8} {}", source.state.as_str(), escape::terminal(&source.url))?;
    if let Some(capture) = &source.capture {
        write!(text, "\n         {} of {}", escape::terminal(&capture.url), day(capture.captured_at))?;
        if source.replayable == Some(false) {
            write!(text, ", which the archive does not show yet")?;
        }
    }
    let words = [source.reason.as_deref(), source.message.as_deref()];
    let words: Vec<String> = words.into_iter().flatten().map(escape::terminal).collect();
    if !words.is_empty() {
        write!(text, "\n         {}", words.join(": "))?;
    }
    if let (Some(first), more) = (source.cited.first(), source.cited.len().saturating_sub(1)) {
        write!(text, "\n         cited in {}:{}", escape::terminal(&first.path), first.line)?;
        if more > 0 {
            write!(text, " and {more} more")?;
        }
    }
    writeln!(text)
}

impl<'a> SourceWire<'a> {
    fn of(source: &'a ArchivedSource) -> Self {
        Self {
            url: &source.url,
            state: source.state,
            reason: source.reason.as_deref(),
            message: source.message.as_deref(),
            wanted_at: source.wanted_at,
            capture: source.capture.as_ref().map(|capture| CaptureWire {
                archive: &capture.archive,
                url: &capture.url,
                captured_at: capture.captured_at,
                distance_days: source.wanted_at.map(|wanted| days_between(capture.captured_at, wanted)),
                replayable: source.replayable,
            }),
            cited: &source.cited,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(state: State, url: &str) -> ArchivedSource {
        let capture = Capture {
            archive: "ours".to_owned(),
            url: "https://archive.example/web/20240630120000/https://a.example/".to_owned(),
            raw_url: None,
            captured_at: "2024-06-30T12:00:00Z".parse().unwrap(),
            status: Some(200),
            digest: None,
        };
        let is_there = matches!(state, State::Kept | State::Saved);
        ArchivedSource {
            url: url.to_owned(),
            cited: vec![CitedAt { path: "a.md".to_owned(), label: "1".to_owned(), line: 3 }],
            wanted_at: Some("2024-07-02T00:00:00Z".parse().unwrap()),
            state,
            reason: (state == State::Refused).then(|| "blocked-url".to_owned()),
            message: (state == State::Refused).then(|| "the address is on a list\u{1b}[2J".to_owned()),
            capture: is_there.then_some(capture),
            replayable: (state == State::Saved).then_some(false),
        }
    }

    fn archiving() -> Archiving {
        let sources = vec![
            source(State::Kept, "https://a.example/"),
            source(State::Saved, "https://b.example/"),
            source(State::Refused, "https://c.example/"),
        ];
        Archiving { archive: "ours".to_owned(), dry_run: false, sources }
    }

    #[test]
    fn what_was_done_comes_first_and_nothing_moves_the_cursor() {
        let text = archiving().human();
        let starts: Vec<&str> = text.lines().filter(|line| !line.starts_with(' ')).collect();
        assert_eq!(
            starts,
            [
                "saved    https://b.example/",
                "refused  https://c.example/",
                "kept     https://a.example/",
                "ours: 3 sources: 1 kept, 1 saved, 1 refused"
            ]
        );
        assert!(text.contains("does not show yet") && text.contains("cited in a.md:3") && !text.contains('\u{1b}'));
    }

    #[test]
    fn json_has_every_count_and_the_distance() {
        let json: serde_json::Value = serde_json::from_str(&archiving().json()).unwrap();
        assert_eq!(json["schema"], "citewatch.archive/1");
        assert_eq!(json["summary"]["sources"], 3);
        assert_eq!(json["summary"]["waiting"], 0);
        assert_eq!(json["sources"][1]["capture"]["distance_days"], 2);
        assert_eq!(json["sources"][1]["capture"]["replayable"], false);
        assert_eq!(json["sources"][2]["reason"], "blocked-url");
        assert_eq!(json["sources"][2]["cited"][0]["line"], 3);
    }
}
