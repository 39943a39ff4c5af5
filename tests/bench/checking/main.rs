//! What a check costs, beside a peer: many distinct pages of 10 KB on some hosts of loopback, linked from one document.
//!
//! `cargo bench --bench checking` prints CPU, rate and peak memory of whole processes; the servers run in this one and
//! are not counted. `lychee` is measured in the same run where it is on the path.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints its table")]

mod document;
mod measure;
mod web;

use std::path::Path;
use std::process::ExitCode;

use document::Kind;
use measure::Cost;
use web::Web;

const USAGE: &str =
    "usage: cargo bench --bench checking -- [--links N] [--hosts N] [--page BYTES] [--only WORD] [--beside PROGRAM]";

/// What is asked for.
struct Options {
    links: usize,
    hosts: u8,
    /// Bytes of a page.
    page: usize,
    /// Rows whose names hold this word.
    only: String,
    /// Another build of citewatch, measured in the same run.
    beside: Option<String>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let Some(("measure", command)) = arguments.split_first().map(|(first, rest)| (first.as_str(), rest)) {
        return measure::inside(command);
    }
    let Some(options) = options(&arguments) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match bench(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("failed to measure: {error}");
            ExitCode::FAILURE
        }
    }
}

fn options(arguments: &[String]) -> Option<Options> {
    let mut options = Options { links: 20_000, hosts: 50, page: web::PAGE, only: String::new(), beside: None };
    for pair in arguments.chunks(2) {
        let [name, value] = pair else { return None };
        match name.as_str() {
            "--links" => options.links = value.parse().ok()?,
            "--hosts" => options.hosts = value.parse().ok().filter(|hosts| (1..=250).contains(hosts))?,
            "--page" => options.page = value.parse().ok().filter(|bytes| *bytes >= web::PAGE)?,
            "--only" => options.only.clone_from(value),
            "--beside" => options.beside = Some(value.clone()),
            _ => return None,
        }
    }
    Some(options)
}

fn bench(options: &Options) -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    let runtime = tokio::runtime::Runtime::new()?;
    let web = runtime.block_on(Web::start(options.hosts, options.page))?;
    println!("{} links on {} hosts, pages of {} bytes, archives off\n", options.links, options.hosts, options.page);
    println!("{:<36} {:>14} {:>10} {:>9} {:>6}", "", "CPU-ms / 1,000", "links / s", "peak MB", "exit");
    for (name, kind, command) in rows(folder.path(), &web, options)? {
        if !name.contains(&options.only) {
            continue;
        }
        let before = web.asked();
        let cost = measure::outside(&command, folder.path())?;
        let asked = web.asked() - before;
        row(&name, options.links, asked, &cost);
        if asked < options.links && kind != Kind::Again {
            println!("{:<36} asked for {asked} pages only", "");
        }
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "counts of links are far below 2^52")]
fn row(name: &str, links: usize, asked: usize, cost: &Cost) {
    let per_thousand = cost.cpu.as_secs_f64() * 1e6 / links as f64;
    let rate = asked.max(links) as f64 / cost.wall.as_secs_f64();
    println!("{name:<36} {per_thousand:>14.0} {rate:>10.0} {:>9.1} {:>6}", cost.peak_mb(), cost.exit);
}

type Row = (String, Kind, Vec<String>);

/// The commands in the order measured.
fn rows(folder: &Path, web: &Web, options: &Options) -> std::io::Result<Vec<Row>> {
    let mut rows = Vec::new();
    let lychee = std::process::Command::new("lychee").arg("--version").output().is_ok();
    let own = ("citewatch", env!("CARGO_BIN_EXE_citewatch"));
    let builds: Vec<(&str, &str)> =
        std::iter::once(own).chain(options.beside.iter().map(|it| ("beside", &**it))).collect();
    for kind in [Kind::Links, Kind::Quotes] {
        let path = document::write(folder, kind, web, options.links)?;
        for (name, program) in &builds {
            let store = format!("{name}-{}", kind.name());
            let command = document::citewatch(program, folder, &path, &store)?;
            rows.push((format!("{name}, {}", kind.name()), kind, command.clone()));
            if kind == Kind::Quotes {
                rows.push((format!("{name}, {}, again", kind.name()), Kind::Again, command));
            }
        }
        if lychee {
            let path = document::write_fragments(folder, kind, web, options.links)?;
            rows.push((format!("lychee, {}", kind.peer_name()), kind, document::lychee(&path, kind)));
        }
    }
    if !lychee {
        println!("lychee is not on the path, and is left out");
    }
    Ok(rows)
}
