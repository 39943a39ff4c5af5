//! What a command costs as a whole process. Each is run below a process of its own, since the peak of memory that the
//! system tells is the largest of all children.

use std::io;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeVal;

/// What a command cost.
pub struct Cost {
    pub cpu: Duration,
    pub wall: Duration,
    peak_kb: u64,
    pub exit: i32,
}

impl Cost {
    #[expect(clippy::cast_precision_loss, reason = "kilobytes of memory are far below 2^52")]
    pub fn peak_mb(&self) -> f64 {
        self.peak_kb as f64 / 1024.0
    }
}

/// Runs a command below a process of its own, in `folder`.
pub fn outside(command: &[String], folder: &Path) -> io::Result<Cost> {
    let own = std::env::current_exe()?;
    let output =
        Command::new(own).arg("measure").args(command).current_dir(folder).stderr(Stdio::inherit()).output()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    read(said.trim()).ok_or_else(|| io::Error::other(format!("{} told nothing: {said}", command.join(" "))))
}

fn read(line: &str) -> Option<Cost> {
    let mut words = line.split(' ').map(str::parse::<u64>);
    let mut next = || words.next()?.ok();
    Some(Cost {
        cpu: Duration::from_micros(next()?),
        wall: Duration::from_micros(next()?),
        peak_kb: next()?,
        exit: i32::try_from(next()?).ok()?,
    })
}

/// Runs a command and prints what it cost: microseconds of CPU, of time, kilobytes of memory, the exit code.
pub fn inside(command: &[String]) -> ExitCode {
    let Some((program, arguments)) = command.split_first() else { return ExitCode::from(2) };
    let began = Instant::now();
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let wall = began.elapsed().as_micros();
    let (Ok(status), Ok(usage)) = (status, getrusage(UsageWho::RUSAGE_CHILDREN)) else { return ExitCode::FAILURE };
    let micros = |time: TimeVal| time.tv_sec() * 1_000_000 + time.tv_usec();
    let cpu = micros(usage.user_time()) + micros(usage.system_time());
    println!("{cpu} {wall} {} {}", usage.max_rss(), status.code().unwrap_or(255));
    ExitCode::SUCCESS
}
