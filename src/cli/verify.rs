//! `citewatch verify`: is this quote in this page?

use std::path::Path;

use anyhow::{Context, bail};
use serde::Deserialize;
use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncReadExt, BufReader};

use super::args::{OutputFormat, Shared, Verify};
use super::exit::Exit;
use super::output::Output;
use super::{network, settings};
use crate::citation;
use crate::fetch::Fetcher;
use crate::page::TextName;
use crate::reader::{Passage, Reader};
use crate::report::escape;
use crate::report::verify::{self as report, VerifiedQuote};
use crate::run::verify::{NoAnswer, Source, Verified, verify};
use crate::standing::Standing;
use crate::verdict::quote::{State, of_one_page};
use crate::verdict::{Reason, Verdict};

/// What some programs write before the first line.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Lines of a batch longer than this are refused: a quote is a passage, not a book.
const MAX_LINE: usize = 16 << 20;

/// One line of a batch.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    source: String,
    content_type: Option<String>,
    quotes: Vec<String>,
}

/// Runs the command.
pub(crate) async fn run(shared: &Shared, options: Verify) -> anyhow::Result<Exit> {
    if shared.format == OutputFormat::Markdown {
        bail!("failed to print: verify prints human or json");
    }
    let config = settings::load(shared)?;
    let fetcher = network::fetcher(&options.network, &config, false)?;
    let reader = Reader::new();
    let output = Output::new(shared);
    if let Some(file) = &options.batch {
        return batch(&Verifying { fetcher, reader, least: config.policy.min_quote_words }, shared, &output, file)
            .await;
    }
    let given = options.source.as_deref().context("failed to verify: no source named")?;
    let source = Source::parse(given)?;
    output.spares(&[Path::new(given)])?;
    if let Some(name) = options.text {
        let printed = text(&fetcher, &reader, &output, &source, name).await;
        return unless_no_network(printed, &fetcher);
    }
    if options.quotes.is_empty() {
        bail!("failed to verify {given}: no quote named (--text prints the text of the page)");
    }
    if options.quotes.iter().any(|quote| is_empty(quote)) {
        bail!("failed to verify {given}: a quote is empty");
    }
    let verified = match verify(&fetcher, &reader, &source, None, passages(&options.quotes)).await {
        Ok(verified) => verified,
        Err(error) => return unless_no_network(Err(error), &fetcher),
    };
    let (quotes, exit) = judged(&verified, &options.quotes, config.policy.min_quote_words);
    let wire = wire(given, &verified, quotes);
    let printed = match shared.format {
        OutputFormat::Json => format!("{}\n", report::json(&wire)),
        OutputFormat::Human | OutputFormat::Markdown => report::human(&wire),
    };
    output.print(&printed)?;
    Ok(exit)
}

/// An address that gave no answer, where nothing else answered either, says nothing of its source.
fn unless_no_network(outcome: anyhow::Result<Exit>, fetcher: &Fetcher) -> anyhow::Result<Exit> {
    match outcome {
        Err(error) if error.is::<NoAnswer>() && !fetcher.heard_anything() => {
            super::tell("the network is not there: no name could be looked up and no connection was answered");
            Ok(Exit::NoNetwork)
        }
        outcome => outcome,
    }
}

async fn text(
    fetcher: &Fetcher,
    reader: &Reader,
    output: &Output,
    source: &Source,
    name: TextName,
) -> anyhow::Result<Exit> {
    let verified = verify(fetcher, reader, source, None, Vec::new()).await?;
    let page = &verified.page;
    // What a PDF shows is its text as printed.
    let shown = (name == TextName::Visible).then(|| page.text(TextName::Pdf)).flatten();
    let Some(text) = page.text(name).or(shown) else {
        let why = page.unread.map(|unread| format!(" ({})", unread.told().trim_end_matches('.'))).unwrap_or_default();
        bail!("failed to print the {} text: the page has none{why}", name.as_str());
    };
    let text = text.trim_end_matches('\n');
    let shown = |line: &str| format!("{}\n", escape::terminal(line));
    output.print(&if output.is_terminal() { text.lines().map(shown).collect() } else { format!("{text}\n") })?;
    Ok(Exit::Fine)
}

/// What every line of a batch is verified with.
struct Verifying {
    fetcher: Fetcher,
    reader: Reader,
    /// Quotes of fewer words are terms.
    least: usize,
}

/// One object a line, in the order read; a line that cannot be read gives an error and the rest goes on.
async fn batch(with: &Verifying, shared: &Shared, output: &Output, file: &str) -> anyhow::Result<Exit> {
    if shared.output.is_some() {
        bail!("failed to verify: a batch is printed line by line, so it goes to standard output");
    }
    let input: Box<dyn AsyncBufRead + Unpin + Send> = if file == "-" {
        Box::new(BufReader::new(tokio::io::stdin()))
    } else {
        let opened = tokio::fs::File::open(file).await.with_context(|| format!("failed to read {file}"))?;
        Box::new(BufReader::new(opened))
    };
    let mut input = input;
    let (mut worst, mut number, mut unanswered) = (Exit::Fine, 0_u64, None);
    while let Some(line) = next_line(&mut input).await.with_context(|| format!("failed to read {file}"))? {
        number += 1;
        let mark = if number == 1 { BYTE_ORDER_MARK } else { "" };
        let line = line.strip_prefix(mark.as_bytes()).unwrap_or(&line);
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let (printed, exit) = with.one_line(number, line).await;
        match exit {
            Ok(exit) => worst = worst.or_worse(exit),
            Err(no_answer) => unanswered = Some(no_answer),
        }
        output.print(&format!("{printed}\n"))?;
    }
    // Which of the two it was can be told once all lines have been tried, and each has told of its own.
    let unanswered = unanswered.map(|no_answer| unless_no_network(Err(no_answer.into()), &with.fetcher));
    Ok(worst.or_worse(unanswered.map_or(Exit::Fine, |exit| exit.unwrap_or(Exit::Failed))))
}

/// The next line, of at most [`MAX_LINE`] and one bytes; what is longer is passed over to its end.
async fn next_line(input: &mut (dyn AsyncBufRead + Unpin + Send)) -> std::io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let limit = u64::try_from(MAX_LINE).unwrap_or(u64::MAX) + 1;
    if input.take(limit).read_until(b'\n', &mut line).await? == 0 {
        return Ok(None);
    }
    while line.len() > MAX_LINE && line.last() != Some(&b'\n') {
        let waiting = input.fill_buf().await?;
        let end = waiting.iter().position(|byte| *byte == b'\n');
        let passed = end.map_or(waiting.len(), |at| at + 1);
        input.consume(passed);
        if end.is_some() || passed == 0 {
            break;
        }
    }
    Ok(Some(line))
}

impl Verifying {
    /// What is printed for a line, and how it went; an address that gave no answer may be for want of a network.
    async fn one_line(&self, number: u64, line: &[u8]) -> (String, Result<Exit, NoAnswer>) {
        let failed = |source: &str, why: &str| (report::json_error(source, why), Ok(Exit::Failed));
        if line.len() > MAX_LINE {
            return failed("", &format!("line {number} is longer than {MAX_LINE} bytes"));
        }
        let job: Line = match serde_json::from_slice(line) {
            Ok(job) => job,
            Err(error) => {
                let why = format!("line {number} is not a job: {}", said(&error));
                return failed(&source_of(line), &why);
            }
        };
        if job.quotes.iter().any(|quote| is_empty(quote)) {
            return failed(&job.source, "a quote is empty");
        }
        let outcome = async {
            let source = Source::parse(&job.source)?;
            verify(&self.fetcher, &self.reader, &source, job.content_type.clone(), passages(&job.quotes)).await
        };
        match outcome.await {
            Ok(verified) => {
                let (quotes, exit) = judged(&verified, &job.quotes, self.least);
                (report::json(&wire(&job.source, &verified, quotes)), Ok(exit))
            }
            Err(error) => {
                let printed = report::json_error(&job.source, &format!("{error:#}"));
                (printed, error.downcast::<NoAnswer>().map_or(Ok(Exit::Failed), Err))
            }
        }
    }
}

/// What is wrong with a line, by column: it is the only line that the parser has seen.
fn said(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    format!("{} (column {})", said.strip_suffix(&place).unwrap_or(&said), error.column())
}

/// The source that a line names which is not a job for another reason.
fn source_of(line: &[u8]) -> String {
    let line: serde_json::Value = serde_json::from_slice(line).unwrap_or_default();
    line["source"].as_str().unwrap_or_default().to_owned()
}

/// Whether there is nothing to look for.
fn is_empty(quote: &str) -> bool {
    quote.trim().is_empty()
}

fn passages(quotes: &[String]) -> Vec<Passage> {
    quotes.iter().map(|quote| Passage { text: quote.clone(), kind: citation::kind(quote) }).collect()
}

fn wire<'a>(given: &'a str, verified: &'a Verified, judged: Vec<VerifiedQuote<'a>>) -> report::Verified<'a> {
    let page = &verified.page;
    let verdict = verified.verdict.as_ref();
    report::Verified {
        source: given,
        url: verified.url.as_deref(),
        availability: verdict.map(|verdict| verdict.availability.as_str()),
        reason: verdict.and_then(|verdict| verdict.reason).map(Reason::as_str),
        status: verified.status,
        trouble: verified.trouble(),
        title: page.titles.first().map(String::as_str),
        text_bytes: page.texts.first().map_or(0, |text| text.text.len()),
        quotes: judged,
    }
}

/// Each quote judged as `check` does, and what the worst of them makes of the whole.
fn judged<'a>(verified: &Verified, quotes: &'a [String], min_quote_words: usize) -> (Vec<VerifiedQuote<'a>>, Exit) {
    let mut exit = Exit::Fine;
    let judged = quotes.iter().zip(&verified.matches).map(|(text, found)| {
        let readable = || State::Readable { found: found.clone(), trust: verified.trust() };
        let state = verified.unreadable().map_or_else(readable, State::Unreadable);
        let verdict = of_one_page(text, citation::kind(text), state, min_quote_words);
        if verdict.standing == Some(Standing::Broken) {
            exit = Exit::Broken;
        }
        let found = verdict.matched.or_else(|| verified.is_readable().then(|| found.clone()));
        let found = found.filter(|_| verdict.verdict != Verdict::Unverifiable);
        VerifiedQuote { quote: text, verdict: verdict.verdict, reason: verdict.reason, found }
    });
    (judged.collect(), exit)
}
