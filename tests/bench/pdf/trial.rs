//! Files through the process that reads one: what became of each, and what it cost.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};
use serde_json::Value;

use super::damage::{Lot, Way};

/// The process stops by itself before that; one that does not hangs.
const DEADLINE: Duration = Duration::from_secs(20);

/// What became of one file.
pub(crate) struct Fate {
    name: String,
    what: String,
    time: Duration,
}

/// What became of all of them, and the CPU that it took.
pub(crate) struct Trial {
    fates: Vec<Fate>,
    cpu: Duration,
    /// Of the largest process so far.
    memory: i64,
}

/// Files as they are.
pub(crate) fn files(files: &[PathBuf]) -> Trial {
    trial(files, &mut |_, bytes| bytes)
}

/// Files damaged in one way.
pub(crate) fn damaged(files: &[PathBuf], way: Way, seed: u64) -> Trial {
    trial(files, &mut |name, bytes| way.damage(bytes, &mut Lot::new(seed, name)))
}

fn trial(files: &[PathBuf], change: &mut dyn FnMut(&str, Vec<u8>) -> Vec<u8>) -> Trial {
    let before = cpu();
    let mut fates = Vec::new();
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Ok(bytes) = std::fs::read(file) else { continue };
        let bytes = change(&name, bytes);
        let started = Instant::now();
        let what = read(&bytes).unwrap_or_else(|error| format!("not started: {error}"));
        fates.push(Fate { name, what, time: started.elapsed() });
    }
    let memory = getrusage(UsageWho::RUSAGE_CHILDREN).map_or(0, |usage| usage.max_rss());
    Trial { fates, cpu: cpu().saturating_sub(before), memory }
}

fn cpu() -> Duration {
    let Ok(usage) = getrusage(UsageWho::RUSAGE_CHILDREN) else { return Duration::ZERO };
    let time = |part: nix::sys::time::TimeVal| {
        Duration::from_secs(u64::try_from(part.tv_sec()).unwrap_or_default())
            + Duration::from_micros(u64::try_from(part.tv_usec()).unwrap_or_default())
    };
    time(usage.user_time()) + time(usage.system_time())
}

/// How the process ends that reads `bytes`, in a word or two.
fn read(bytes: &[u8]) -> std::io::Result<String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_citewatch"))
        .arg("--read-a-pdf-from-standard-input")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let (Some(mut to), Some(mut from)) = (child.stdin.take(), child.stdout.take()) else { unreachable!("pipes") };
    let length = (bytes.len() as u64).to_le_bytes();
    let all = [&length[..], bytes].concat();
    let (done, wait) = std::sync::mpsc::channel();
    let hears = std::thread::spawn(move || {
        let mut said = Vec::new();
        let heard = from.read_to_end(&mut said);
        if done.send(()).is_err() || heard.is_err() {
            return Vec::new();
        }
        said
    });
    // Held until the answer is there: the process ends when it closes.
    let tells = std::thread::spawn(move || {
        let sent = to.write_all(&all);
        (to, sent)
    });
    let in_time = wait.recv_timeout(DEADLINE).is_ok();
    if !in_time {
        child.kill()?;
    }
    let said = hears.join().unwrap_or_default();
    let status = child.wait()?;
    drop(tells.join());
    if !in_time {
        return Ok("hangs".to_owned());
    }
    let end = last_piece(&said).and_then(|piece| piece.get("End").cloned());
    Ok(match end {
        Some(Value::String(whole)) => whole.to_lowercase(),
        Some(Value::Object(why)) => {
            let words = why.into_iter().map(|(what, why)| format!("{what}: {}", why.as_str().unwrap_or_default()));
            words.collect::<String>().to_lowercase()
        }
        _ => format!("died: {status}"),
    })
}

fn last_piece(said: &[u8]) -> Option<Value> {
    let (mut rest, mut last) = (said, None);
    while let Some((length, more)) = rest.split_first_chunk::<4>() {
        let length = u32::from_le_bytes(*length) as usize;
        last = more.get(..length);
        rest = more.get(length..).unwrap_or_default();
    }
    serde_json::from_slice(last?).ok()
}

/// Prints a line for the trial, and with `list` one for each file that was not read whole.
pub(crate) fn print(name: &str, trial: &Trial, list: bool) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for fate in &trial.fates {
        *counts.entry(&fate.what).or_default() += 1;
    }
    let counts: Vec<String> = counts.iter().map(|(what, count)| format!("{what} {count}")).collect();
    let slowest = trial.fates.iter().max_by_key(|fate| fate.time);
    let slowest =
        slowest.map_or_else(String::new, |fate| format!("{:.1} s for {}", fate.time.as_secs_f64(), fate.name));
    println!(
        "{name}: {} · {:.1} s of CPU · largest process {} MiB · slowest {slowest}",
        counts.join(", "),
        trial.cpu.as_secs_f64(),
        trial.memory / 1024
    );
    for fate in trial.fates.iter().filter(|fate| list && fate.what != "whole") {
        println!("  {}: {}", fate.name, fate.what);
    }
}
