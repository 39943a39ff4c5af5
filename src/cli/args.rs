//! The command line as typed. Only commands and options that work are listed.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use ipnet::IpNet;
use jiff::Timestamp;
use url::Url;

use crate::date::PartialDate;
use crate::document::Format;
use crate::evidence::AsOf;
use crate::fetch::{ConnectTo, ResolveOverride};
use crate::fix::Kind;
use crate::page::TextName;

/// Does the source still stand, and does it still say what you say it says?
#[derive(Debug, Parser)]
#[command(name = "citewatch", version, max_term_width = 100, after_help = AFTER_HELP)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) shared: Shared,
}

const AFTER_HELP: &str = "Exit codes:
  0    checked, and nothing at or above the failing level
  1    checked, and something is broken (or reaches --fail-on)
  2    could not check: bad usage, bad configuration, unreadable input, store failure
  3    the network is not there: nothing was judged and nothing was recorded
  130  stopped by SIGINT; 143: by SIGTERM. What was finished is stored and reported";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Look at the sources, judge them and the quotes, and write reports
    Check(Check),
    /// Check what is due by the schedule, for ever, and write reports after each pass
    Serve(Serve),
    /// Print what a document cites and quotes; no network
    Extract(Extract),
    /// Is this quote in this page?
    Verify(Verify),
    /// Edits to the documents by what the store knows, as a diff; no network
    Fix(Fix),
    /// Write the reports of the last run again from the store; no network
    Report(Rewrite),
    /// Print every observation of one source
    History(History),
    /// Ask a web archive to save cited pages that it lacks, or export evidence
    Archive(Archive),
    /// Print what a finding code means and what to do about it
    Explain(Explain),
    /// Write a sources.toml to start from
    Init(Init),
}

/// Where reports are written, below the working folder, and no documents are looked for.
pub(crate) const REPORTS: &str = "reports";

/// Options that every command takes.
#[derive(Debug, Args)]
pub(crate) struct Shared {
    /// Configuration file [default: sources.toml, where there is one]
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// What to print on standard output; `markdown` of check and report, `json` of all but explain, init and serve
    #[arg(long, global = true, value_enum, default_value_t = OutputFormat::Human, value_name = "FORMAT")]
    pub(crate) format: OutputFormat,
    /// Write there instead of standard output
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Colour on the terminal; `NO_COLOR` is honoured
    #[arg(long, global = true, value_enum, default_value_t = When::Auto, value_name = "WHEN")]
    pub(crate) color: When,
    /// Print no progress; of what is told for people, only the summary
    #[arg(short, long, global = true, conflicts_with = "verbose", overrides_with = "quiet")]
    pub(crate) quiet: bool,
    /// Log more; twice for everything
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub(crate) verbose: u8,
    /// How logs are written on standard error
    #[arg(long, global = true, value_enum, default_value_t = LogFormat::Text, value_name = "FORMAT")]
    pub(crate) log_format: LogFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogFormat {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OutputFormat {
    Human,
    Json,
    Markdown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Args)]
pub(crate) struct Documents {
    /// Documents and folders; `-` for standard input [default: what sources.toml watches]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<String>,
    /// Read standard input, and files whose ending says nothing or is .txt, as this format [default: what the text shows, `-` else plain]
    #[arg(long, value_parser = input_format, value_name = "FORMAT")]
    pub(crate) input_format: Option<Format>,
    /// A run without a citation is no error
    #[arg(long, overrides_with = "allow_empty")]
    pub(crate) allow_empty: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) documents: Documents,
    /// Folder for the reports
    #[arg(long, value_name = "DIR", default_value = REPORTS)]
    pub(crate) reports: PathBuf,
    /// Write no reports
    #[arg(long, overrides_with = "no_reports")]
    pub(crate) no_reports: bool,
    /// Where observations are kept, as `sqlite:FILE`
    #[arg(long, value_name = "URL")]
    pub(crate) store: Option<String>,
    /// Standings or finding codes that make the exit code 1, with commas between; `none` for never
    #[arg(long, value_name = "LIST")]
    pub(crate) fail_on: Option<String>,
    /// Look only at what the schedule of sources.toml says is due
    #[arg(long, conflicts_with_all = ["replay", "offline"], overrides_with = "due")]
    pub(crate) due: bool,
    /// Judge from the store only
    #[arg(long, conflicts_with_all = ["replay", "record"], overrides_with = "offline")]
    pub(crate) offline: bool,
    /// Write evidence there
    #[arg(long, value_name = "DIR")]
    pub(crate) record: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) network: Network,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Documents and folders [default: what sources.toml watches]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<String>,
    /// Read files whose ending says nothing as this format [default: what the text shows]
    #[arg(long, value_parser = input_format, value_name = "FORMAT")]
    pub(crate) input_format: Option<Format>,
    /// Folder for the reports
    #[arg(long, value_name = "DIR", default_value = REPORTS)]
    pub(crate) reports: PathBuf,
    /// Where observations are kept, as `sqlite:FILE`
    #[arg(long, value_name = "URL")]
    pub(crate) store: Option<String>,
    /// Write evidence there
    #[arg(long, value_name = "DIR")]
    pub(crate) record: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) connections: Connections,
}

/// Where pages are taken from.
#[derive(Debug, Args)]
pub(crate) struct Network {
    /// Answer every request from this WARC or WACZ file, or folder of them; can be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) replay: Vec<PathBuf>,
    /// With --replay: use the capture nearest to this date [default: the newest]
    #[arg(long, value_name = "DATE", value_parser = as_of, requires = "replay")]
    pub(crate) as_of: Option<AsOf>,
    #[command(flatten)]
    pub(crate) connections: Connections,
}

/// How pages are reached.
#[derive(Debug, Args)]
pub(crate) struct Connections {
    /// Use this address for a host and port, as curl does
    #[arg(long, value_name = "HOST:PORT:ADDRESS")]
    pub(crate) resolve: Vec<ResolveOverride>,
    /// Connect to another address and port for a host and port
    #[arg(long, value_name = "HOST:PORT:ADDRESS:PORT")]
    pub(crate) connect_to: Vec<ConnectTo>,
    /// Send every request through this HTTP proxy
    #[arg(long, value_name = "URL", value_parser = proxy)]
    pub(crate) proxy: Option<Url>,
    /// Trust the certificates in this PEM file as well
    #[arg(long, value_name = "FILE")]
    pub(crate) ca: Vec<PathBuf>,
    /// Allow addresses of this network, which is not public
    #[arg(long, value_name = "CIDR", value_parser = network)]
    pub(crate) allow_private: Vec<IpNet>,
}

#[derive(Debug, Args)]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(crate) documents: Documents,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// A URL, or a file with HTML, text or a PDF
    #[arg(required_unless_present = "batch")]
    pub(crate) source: Option<String>,
    /// The words to look for
    #[arg(value_name = "QUOTE")]
    pub(crate) quotes: Vec<String>,
    /// Read `{ "source", "content_type"?, "quotes": [ … ] }` from a file of JSON lines, `-` for standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["source", "quotes", "text"])]
    pub(crate) batch: Option<String>,
    /// Print a text of the page instead: visible, pdf, no-marks, hidden, structured, meta, script. As it is to a file or a pipe;
    /// to a terminal without what a terminal obeys
    #[arg(long, value_name = "TEXT", num_args = 0..=1, require_equals = true, default_missing_value = "visible",
          value_parser = text_name, conflicts_with = "quotes")]
    pub(crate) text: Option<TextName>,
    #[command(flatten)]
    pub(crate) network: Network,
}

// The documents are those of every command, but for standard input, which cannot be edited.
#[derive(Debug, Args)]
#[command(mut_arg("paths", |paths| paths.help("Documents and folders [default: what sources.toml watches]")),
          mut_arg("input_format", |format| format.help("Read files whose ending says nothing or is .txt as this format [default: what the text shows]")))]
pub(crate) struct Fix {
    #[command(flatten)]
    pub(crate) documents: Documents,
    /// Write the edits instead of printing them
    #[arg(long, overrides_with = "write")]
    pub(crate) write: bool,
    /// Which edits, with commas between: archive, redirect, https, tracking, accessed [default: archive]
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = edits)]
    pub(crate) only: Vec<Edits>,
    /// In Markdown: the capture in the place of the dead address
    #[arg(long, overrides_with = "replace")]
    pub(crate) replace: bool,
    /// In HTML: the capture as a link that readers see
    #[arg(long, overrides_with = "visible")]
    pub(crate) visible: bool,
    /// Where observations are kept, as `sqlite:FILE`
    #[arg(long, value_name = "URL")]
    pub(crate) store: Option<String>,
}

/// One kind of edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Edits(pub(crate) Kind);

#[derive(Debug, Args)]
pub(crate) struct Rewrite {
    /// Folder for the reports
    #[arg(long, value_name = "DIR", default_value = REPORTS)]
    pub(crate) reports: PathBuf,
    /// Where observations are kept, as `sqlite:FILE`
    #[arg(long, value_name = "URL")]
    pub(crate) store: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct History {
    /// The address of the source
    #[arg(value_parser = web_address)]
    pub(crate) url: Url,
    /// Where observations are kept, as `sqlite:FILE`
    #[arg(long, value_name = "URL")]
    pub(crate) store: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Archive {
    #[command(flatten)]
    pub(crate) documents: Documents,
    /// Where observations and what was asked for are kept, as `sqlite:FILE`
    #[arg(long, value_name = "URL")]
    pub(crate) store: Option<String>,
    /// Print what would be asked for, and save nothing; archives are asked what they have
    #[arg(long, overrides_with = "dry_run")]
    pub(crate) dry_run: bool,
    /// Write what archives answer, the new captures among it, as evidence there
    #[arg(long, value_name = "DIR")]
    pub(crate) record: Option<PathBuf>,
    /// Save nothing, and write recorded evidence there as a WACZ file
    #[arg(long, value_name = "FILE",
          conflicts_with_all = ["dry_run", "paths", "store", "record", "input_format", "allow_empty"])]
    pub(crate) export: Option<PathBuf>,
    /// With --export: the folder of the evidence [default: that of sources.toml]
    #[arg(long, value_name = "DIR", requires = "export")]
    pub(crate) evidence: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) connections: Connections,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// A finding code such as quote-altered; all of them where none is named
    pub(crate) code: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Init {
    /// Print the JSON Schema of sources.toml instead
    #[arg(long, overrides_with = "schema")]
    pub(crate) schema: bool,
}

fn input_format(word: &str) -> Result<Format, String> {
    Format::parse(word).ok_or_else(|| format!("expected one of {}", Format::words()))
}

fn edits(word: &str) -> Result<Edits, String> {
    let kind = Kind::ALL.into_iter().find(|kind| kind.as_str() == word.trim());
    let words = || Kind::ALL.map(Kind::as_str).join(", ");
    kind.map(Edits).ok_or_else(|| format!("expected some of {}", words()))
}

fn proxy(text: &str) -> Result<Url, String> {
    http_address(text).ok_or_else(|| "expected an HTTP proxy such as http://127.0.0.1:3128".to_owned())
}

fn web_address(text: &str) -> Result<Url, String> {
    http_address(text).ok_or_else(|| "expected an address such as https://example.org/page".to_owned())
}

fn http_address(text: &str) -> Option<Url> {
    Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

fn text_name(word: &str) -> Result<TextName, String> {
    TextName::parse(word)
        .ok_or_else(|| "expected visible, pdf, no-marks, hidden, structured, meta or script".to_owned())
}

fn as_of(text: &str) -> Result<AsOf, String> {
    match (text.parse::<Timestamp>(), PartialDate::parse_iso(text)) {
        (Ok(moment), _) => Ok(AsOf::from(moment)),
        (_, Ok(date)) => Ok(AsOf::within(date.start(), date.end())),
        (Err(_), Err(_)) => Err("expected a date such as 2024-06-29 or 2024-06-29T12:00:00Z".to_owned()),
    }
}

/// A network, or a single address as the network that holds it alone.
fn network(text: &str) -> Result<IpNet, String> {
    text.parse::<IpNet>()
        .or_else(|_| text.parse::<IpAddr>().map(IpNet::from))
        .map_err(|_| "expected a network such as 10.0.0.0/8 or an address".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_flag_given_twice_is_given() {
        for line in [
            "check --no-reports --no-reports",
            "check --due --allow-empty --due --allow-empty",
            "check --offline --offline -q --quiet",
            "init --schema --schema",
        ] {
            let read = Arguments::try_parse_from(["citewatch"].into_iter().chain(line.split(' ')));
            assert!(read.is_ok(), "{line}: {read:?}");
        }
        assert!(Arguments::try_parse_from(["citewatch", "check", "--due", "--due", "--offline"]).is_err());
    }
}
