//! What the system tells of the processes of a browser. Where there is no `/proc`, it tells nothing.

use std::fs;
use std::path::{Path, PathBuf};

use rustix::process::Pid;

/// Bytes that the processes of a group have taken for themselves: what is mapped from files is shared by all of them.
pub(super) fn memory(group: Pid) -> u64 {
    let members = processes().filter(|process| process_group(process) == Some(group));
    members.map(|process| taken(&fs::read_to_string(process.join("status")).unwrap_or_default())).sum()
}

/// Processes that have left the group that they were started in; `started_with` stands in the environment of each.
pub(super) fn strays(group: Pid, started_with: &[u8]) -> Vec<Pid> {
    let strays = processes().filter(|process| {
        process_group(process) != Some(group)
            && fs::read(process.join("environ"))
                .is_ok_and(|environment| memchr::memmem::find(&environment, started_with).is_some())
    });
    strays.filter_map(|process| Pid::from_raw(process.file_name()?.to_str()?.parse().ok()?)).collect()
}

fn processes() -> impl Iterator<Item = PathBuf> {
    let all = fs::read_dir("/proc").into_iter().flatten().flatten();
    all.filter(|entry| entry.file_name().as_encoded_bytes().iter().all(u8::is_ascii_digit)).map(|entry| entry.path())
}

fn process_group(process: &Path) -> Option<Pid> {
    let stat = fs::read_to_string(process.join("stat")).ok()?;
    // The name, in brackets, may hold anything; behind it stand the state, the parent and the group.
    let (_, behind) = stat.rsplit_once(')')?;
    Pid::from_raw(behind.split_ascii_whitespace().nth(2)?.parse().ok()?)
}

fn taken(status: &str) -> u64 {
    let lines = status.lines().filter(|line| line.starts_with("RssAnon:") || line.starts_with("RssShmem:"));
    let kilobytes = lines.filter_map(|line| line.split_ascii_whitespace().nth(1)?.parse::<u64>().ok());
    kilobytes.sum::<u64>() * 1024
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_memory_of_this_group_is_seen_and_its_processes_have_not_left_it() {
        let group = rustix::process::getpgrp();
        let held = vec![1_u8; 64 << 20];
        assert!(memory(group) >= held.len() as u64);
        let path = std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo runs the tests");
        let own = [b"CARGO_MANIFEST_DIR=", path.as_encoded_bytes()].concat();
        assert!(!strays(group, &own).contains(&rustix::process::getpid()));
        assert!(strays(Pid::INIT, &own).contains(&rustix::process::getpid()));
    }
}
