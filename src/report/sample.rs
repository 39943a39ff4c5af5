//! A made-up report that holds every verdict and every availability, judged by the real rules, for the snapshots.

use std::collections::HashMap;

use jiff::Timestamp;

use super::draft::Draft;
use super::{CitationReport, Head, Illness, Mode, QuoteReport, Report, RunInfo};
use crate::citation::{Basis, Citation, Quote, QuoteKind};
use crate::date::PartialDate;
use crate::document::Format;
use crate::finding::silence::Silence;
use crate::finding::{Code, Finding};
use crate::observation::capture::{Capture, CaptureSearch};
use crate::observation::{Answer, Hop, NoAnswer, Observation, Outcome, Phase, Skip, Trouble};
use crate::page::Signs;
use crate::page::TextName;
use crate::quote_match::{Change, ChangeOp, Difference, Hit, MatchClass, QuoteMatch};
use crate::span::{Lines, Place, Span};
use crate::verdict::quote::{self, QuoteFacts, State, Tried, Trust};
use crate::verdict::source::{self, Quotes, SourceFacts};
use crate::verdict::{Confirmation, ReadFrom, TitleCheck, TitleVerdict, Unreadable, title};

/// The document of the first document, as it stands on disk.
pub(super) const TEXT: &str = include_str!("sample.md");

const PATH: &str = "docs/harbour.md";

/// A report as a test changes it.
#[derive(Debug, Clone)]
pub(super) struct Whole {
    pub(super) run: RunInfo,
    pub(super) documents: Vec<WholeDocument>,
    pub(super) watcher: Vec<Illness>,
}

#[derive(Debug, Clone)]
pub(super) struct WholeDocument {
    pub(super) path: String,
    pub(super) format: Format,
    pub(super) title: Option<String>,
    pub(super) citations: Vec<CitationReport>,
    pub(super) quotes: Vec<QuoteReport>,
    pub(super) findings: Vec<Finding>,
}

impl Whole {
    /// As a run puts it together.
    pub(super) fn drawn_up(&self) -> Report {
        self.drawn_up_with(&Silence::default())
    }

    /// The same where some findings are not told.
    pub(super) fn drawn_up_with(&self, silence: &Silence) -> Report {
        let mut draft = Draft::default();
        for document in self.documents.clone() {
            let WholeDocument { path, format, title, citations, quotes, findings } = document;
            draft.begin(Head { path, format, title, findings, sha256: String::new(), silenced: 0 }, silence.clone());
            for citation in citations {
                draft.citation(citation);
            }
            for quote in quotes {
                draft.quote(quote);
            }
        }
        draft.finish(self.run.clone(), self.watcher.clone())
    }
}

pub(super) fn drawn_up() -> Report {
    report().drawn_up()
}

fn moment(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub(super) fn texts() -> HashMap<&'static str, &'static str> {
    HashMap::from([(PATH, TEXT)])
}

pub(super) fn report() -> Whole {
    Whole {
        run: RunInfo {
            id: "0190-run".into(),
            started: moment("2026-03-01T10:00:00Z"),
            finished: moment("2026-03-01T10:00:09Z"),
            version: "0.1.0".into(),
            mode: Mode::Live,
        },
        documents: vec![harbour(), quiet()],
        watcher: Vec::new(),
    }
}

fn place(words: &str) -> Place {
    let start = TEXT.find(words).unwrap_or_else(|| panic!("{words:?} is not in sample.md"));
    Lines::new(TEXT).place(Span::new(start, start + words.len()))
}

fn observation(url: &str, outcome: Outcome) -> Observation {
    let observed_at = moment("2026-03-01T10:00:01Z");
    Observation {
        url: url.into(),
        observed_at,
        hops: vec![],
        retried: vec![],
        outcome,
        elapsed_ms: 12,
        cut_off: false,
        replayed: false,
    }
}

fn answered(url: &str, status: u16) -> Observation {
    let answer = Answer {
        content_type: Some("text/html; charset=utf-8".into()),
        bytes: 10_240,
        sha256: "ab".repeat(32),
        ..Answer::sample(url, status)
    };
    observation(url, Outcome::Answered(answer))
}

/// A page that asks for payment, in words that could be markup.
fn unpaid(url: &str) -> Observation {
    let mut look = answered(url, 402);
    let opening = "Subscribe to continue reading <b>this</b> | @team *now*".to_owned();
    let signs = Signs { visible: 55, said: 55, opening, free: Some(false), ..Signs::default() };
    if let Some(answer) = look.answer_mut() {
        answer.signs = Some(Box::new(signs));
    }
    look
}

fn redirected(url: &str, to: &str) -> Observation {
    let mut look = answered(to, 200);
    look.url = url.into();
    look.hops = vec![Hop { url: url.into(), status: 301, location: to.into(), peer: None }];
    look
}

fn url(label: &str) -> String {
    let line = TEXT.lines().find(|line| line.starts_with(&format!("[{label}]: "))).unwrap();
    line.split_whitespace().find(|word| word.starts_with("http")).unwrap().trim_end_matches('.').to_owned()
}

fn capture(label: &str) -> Capture {
    Capture {
        archive: "wayback".into(),
        url: format!("https://web.archive.example/web/20240630120000/{}", url(label)),
        raw_url: None,
        captured_at: moment("2024-06-30T12:00:00Z"),
        status: Some(200),
        digest: None,
    }
}

/// A citation with its history, newest look last.
fn citation(label: &str, history: &[Observation], page_title: Option<&str>, captures: CaptureSearch) -> CitationReport {
    let line = TEXT.lines().find(|line| line.starts_with(&format!("[{label}]: "))).unwrap();
    let url = line.contains("http").then(|| url(label));
    let cited = line.split('“').nth(1).and_then(|rest| rest.split(".”").next()).map(str::to_owned);
    let source = source::judge(&SourceFacts {
        history,
        page: None,
        quotes: Quotes::Unasked,
        shared: None,
        expect: None,
        confirmation: Confirmation::TwoLooks,
        now: moment("2026-03-01T10:00:09Z"),
    });
    let title = TitleCheck {
        page: page_title.map(str::to_owned),
        verdict: match page_title {
            Some(page) if cited.as_deref() == Some(page) => TitleVerdict::Match,
            Some(_) => TitleVerdict::Differs,
            None => TitleVerdict::Unknown,
        },
    };
    let place = place(line);
    let mut findings = source.findings.clone();
    findings.extend(title::finding(cited.as_deref(), &title));
    for finding in &mut findings {
        finding.place = Some(place);
    }
    let url_span = url.as_ref().map(|url| {
        let start = place.span.start() + line.find(url.as_str()).unwrap();
        Span::new(start, start + url.len())
    });
    CitationReport {
        standing: title::standing(source.standing, &title),
        citation: Citation {
            id: label.into(),
            label: label.into(),
            url,
            original_url: None,
            doi: None,
            title: cited,
            authors: vec![],
            publisher: None,
            published: None,
            accessed: PartialDate::parse_iso("2024-06-29").ok(),
            archive_url: None,
            archive_date: None,
            quote: None,
            place,
            url_spans: url_span.into_iter().collect(),
            kept: None,
        },
        observation: history.last().cloned(),
        source,
        title,
        captures,
        read: Vec::new(),
        anchor: Some(moment("2024-06-29T23:59:59Z")),
        note: (label == "5").then(|| "subscription".into()),
        findings,
    }
}

/// A match whose passage is that of `words`; `-word-` stands in the quote only, `+word+` on the page only.
fn found(class: MatchClass, similarity: f64, words: &str) -> QuoteMatch {
    let mut diff: Vec<Change> = Vec::new();
    for (at, piece) in words.split_inclusive(' ').enumerate() {
        let bare = piece.trim();
        let (op, text) = match bare.chars().next() {
            Some('-') if bare.len() > 1 => (ChangeOp::Delete, piece.replace('-', "")),
            Some('+') => (ChangeOp::Insert, piece.replace('+', "")),
            _ => (ChangeOp::Equal, piece.to_owned()),
        };
        match diff.last_mut().filter(|last| at > 0 && last.op == op) {
            Some(last) => last.text.push_str(&text),
            None => diff.push(Change::new(op, text)),
        }
    }
    let on_page = diff.iter().filter(|change| change.op != ChangeOp::Delete).map(|change| change.text.as_str());
    let matched = on_page.collect::<String>().trim().to_owned();
    let differs = matches!(class, MatchClass::Altered(_) | MatchClass::Absent);
    let hit = Hit {
        text: TextName::Visible,
        span: Span::new(100, 100 + matched.len()),
        chars: Span::new(100, 100 + matched.chars().count()),
        before: "After the vote the mayor said that ".into(),
        after: " and that was all.".into(),
        occurrences: 1,
        in_margin: false,
        fragment: matched.split(' ').next().map(|first| format!("#:~:text={first}")),
        page: None,
        negation_beside: None,
        matched,
    };
    let diff = if differs { diff } else { vec![] };
    QuoteMatch { class, similarity, hit: Some(hit), diff, other_language: false }
}

fn beside_not(mut found: QuoteMatch) -> QuoteMatch {
    if let Some(hit) = found.hit.as_mut() {
        hit.before = "Nobody spoke, but the mayor did not promise ".into();
        hit.negation_beside = Some("not".into());
    }
    found
}

fn nothing() -> QuoteMatch {
    QuoteMatch { class: MatchClass::Absent, similarity: 0.0, hit: None, diff: vec![], other_language: false }
}

fn read(label: &str, found: QuoteMatch) -> Tried {
    let state = State::Readable { found, trust: Trust::Whole };
    Tried {
        label: label.into(),
        read_from: ReadFrom::Live,
        url: url(label),
        captured_at: None,
        linked_from: None,
        unread_at: None,
        state,
    }
}

fn unread(label: &str) -> Tried {
    Tried { state: State::Unreadable(Unreadable::NotLive), ..read(label, nothing()) }
}

fn archived(label: &str, found: QuoteMatch) -> Tried {
    let capture = capture(label);
    let captured_at = Some(capture.captured_at);
    Tried { read_from: ReadFrom::Archive, url: capture.url, captured_at, ..read(label, found) }
}

struct Texts(Vec<Tried>, Vec<Tried>, Vec<Tried>);

fn quote(words: &str, kind: QuoteKind, cites: &[usize], basis: Basis, texts: Texts) -> QuoteReport {
    let quote =
        Quote { text: words.into(), kind, cites: cites.to_vec(), basis, place: place(words), unread: Vec::new() };
    let Texts(own, others, copies) = texts;
    let facts = QuoteFacts {
        quote: &quote,
        cited: &own,
        linked: &[],
        elsewhere: &others,
        captures: &copies,
        earlier: &[],
        min_quote_words: 3,
    };
    let verdict = quote::judge(&facts);
    QuoteReport { quote, verdict, hushed: None }
}

fn here(tried: Tried) -> Texts {
    Texts(vec![tried], vec![], vec![])
}

fn harbour() -> WholeDocument {
    let (gone, timeout) = (answered(&url("2"), 404), NoAnswer::Timeout(Phase::Head));
    let mut failing = observation(&url("6"), Outcome::NoAnswer(timeout.clone()));
    failing.retried = vec![Trouble::NoAnswer(timeout); 2];
    let before = |mut look: Observation| {
        look.observed_at = moment("2026-02-01T10:00:01Z");
        look
    };
    let capture_of = |label| CaptureSearch::Found(vec![capture(label)]);
    let citations = vec![
        citation("1", &[answered(&url("1"), 200)], Some("Minutes of the council"), capture_of("1")),
        citation("2", &[before(answered(&url("2"), 200)), gone.clone(), gone], None, capture_of("2")),
        citation("3", &[redirected(&url("3"), "https://wall.example/measured/2024")], None, capture_of("3")),
        citation("4", &[answered(&url("4"), 200)], Some("<b>Cheap</b> watches | @team #1"), CaptureSearch::None),
        citation("5", &[unpaid(&url("5"))], None, CaptureSearch::Excluded),
        citation("6", &[failing], None, CaptureSearch::Unknown("the archive asked us to wait".into())),
        citation("7", &[answered(&url("7"), 410)], None, CaptureSearch::NotAsked),
        citation("8", &[observation("", Outcome::Skipped(Skip::NoLocator))], None, CaptureSearch::NotAsked),
        citation("9", &[], None, CaptureSearch::NotAsked),
    ];
    let findings = vec![Finding::new(
        Code::OrphanMarker,
        "The marker [12] points to no entry of the reference list.",
        Some(place("[12]")),
    )];
    WholeDocument {
        path: PATH.into(),
        format: Format::Markdown,
        title: Some("The harbour plan".into()),
        citations,
        quotes: quotes(),
        findings,
    }
}

#[expect(clippy::too_many_lines, reason = "a list of one sample for each verdict")]
fn quotes() -> Vec<QuoteReport> {
    use Basis::{Adjacent, LaterSentence, SameSentence, Unbound};
    use MatchClass::{Absent, Altered, Edited, Parts, Typographic, Verbatim};
    use QuoteKind::{Block, List, Phrase, Sentence, Term};
    let open = "a quay that stays open to everyone";
    let long = "the harbour belongs to those who work on it";
    vec![
        quote(open, Phrase, &[0], SameSentence, here(read("1", beside_not(found(Verbatim, 1.0, open))))),
        quote(
            "the work may start in the month of May",
            Phrase,
            &[0],
            Adjacent,
            here(read(
                "1",
                found(Altered(Difference::Critical), 0.943, "the work -may +must start in the month of May"),
            )),
        ),
        quote(
            "a danger to nobody",
            Phrase,
            &[1],
            SameSentence,
            Texts(vec![unread("2")], vec![], vec![archived("2", found(Verbatim, 1.0, "a danger to nobody"))]),
        ),
        quote("landscape review", Term, &[2], SameSentence, here(read("3", nothing()))),
        quote(
            "the eastern wall moves by three millimetres a year.",
            Sentence,
            &[2],
            Adjacent,
            here(read(
                "3",
                found(
                    Absent,
                    0.41,
                    "the eastern wall -moves +of -by +the -three +old -millimetres +fort -a +was -year. +painted.",
                ),
            )),
        ),
        quote(
            "forty new moorings, ten of them free",
            Phrase,
            &[2],
            Adjacent,
            Texts(
                vec![read("3", nothing())],
                vec![read("1", found(Typographic, 1.0, "forty new moorings, ten of them free"))],
                vec![],
            ),
        ),
        quote("a quiet end to a loud quarrel", Phrase, &[4], Adjacent, here(unread("5"))),
        quote(
            "as the paper put it, “all is well | nearly”",
            Phrase,
            &[4, 5],
            Adjacent,
            Texts(vec![unread("5"), unread("6")], vec![], vec![]),
        ),
        quote(
            "boats, nets and patience",
            List,
            &[0],
            Adjacent,
            here(read("1", found(Parts, 1.0, "boats, nets and patience"))),
        ),
        quote(
            "the plan […] is ours",
            Phrase,
            &[0],
            Adjacent,
            here(read("1", found(Edited, 1.0, "the plan, all of it, is ours"))),
        ),
        quote(
            "the quay is for the people",
            Phrase,
            &[0],
            LaterSentence,
            here(read("1", found(Altered(Difference::Minor), 0.95, "the quay is for -the +all people"))),
        ),
        quote(
            "nothing in here is for sale",
            Phrase,
            &[3],
            Adjacent,
            here(Tried {
                state: State::Readable { found: nothing(), trust: Trust::Doubtful(Unreadable::TitleDiffers) },
                ..read("4", nothing())
            }),
        ),
        quote(
            "the mayor will build the wall by the end of the year",
            Phrase,
            &[2],
            LaterSentence,
            Texts(
                vec![read("3", nothing())],
                vec![],
                vec![archived("3", found(Verbatim, 1.0, "the mayor will build the wall by the end of the year"))],
            ),
        ),
        quote("this is nobody’s quote", Phrase, &[], Unbound, Texts(vec![], vec![], vec![])),
        quote(&long_quote(long), Block, &[0], Adjacent, here(read("1", long_match(long)))),
    ]
}

/// The block quote of the sample, which is longer than a report shows at once.
fn long_quote(start: &str) -> String {
    let from = TEXT.find(start).unwrap();
    TEXT[from..].lines().next().unwrap().to_owned()
}

fn long_match(start: &str) -> QuoteMatch {
    let page = long_quote(start).replacen("never sell", "-never +gladly sell", 1);
    found(MatchClass::Altered(Difference::Critical), 0.98, &page)
}

/// A document in which everything stands.
fn quiet() -> WholeDocument {
    WholeDocument {
        path: "docs/notes/[quiet] *day*.md".into(),
        format: Format::Markdown,
        title: None,
        citations: vec![citation(
            "1",
            &[answered(&url("1"), 200)],
            Some("Minutes of the council"),
            CaptureSearch::None,
        )],
        quotes: vec![],
        findings: vec![],
    }
}
