//! The process that reads one PDF: this program again, started with [`MARK`] for its only argument.
//!
//! A length and the bytes of the PDF come in; its pieces go out as they are read, each with its length. The process
//! bounds its own memory and time, takes nothing else from its surroundings, and ends when standard input does.

use std::io::{self, BufWriter, Read, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::text::pdf;

/// The argument that makes the program this process. It is no command: nobody types it.
pub(crate) const MARK: &str = "--read-a-pdf-from-standard-input";

/// Time to read a PDF; what was read by then is kept. Books of a thousand pages take a few seconds.
pub(super) const READ_TIME: Duration = Duration::from_secs(10);

/// Bytes of pieces that are written: the text with its places is a few times the text.
pub(super) const MAX_PIECES: usize = 64 * 1024 * 1024;

/// Address space of the process. Of 1,788 PDFs of test collections none needs a quarter.
#[cfg(unix)]
const MEMORY: u64 = 1024 * 1024 * 1024;

/// Seconds of CPU: above [`READ_TIME`], for when nobody is left to end the process.
#[cfg(unix)]
const CPU_SECONDS: u64 = 20;

/// Does the work of the process.
pub(crate) fn read() -> ExitCode {
    bound();
    let Ok(bytes) = take() else { return ExitCode::FAILURE };
    end_with_the_parent();
    let started = Instant::now();
    let mut to = BufWriter::new(io::stdout().lock());
    let mut written = 0;
    let mut give = |piece: pdf::Piece| -> bool {
        let Ok(piece) = serde_json::to_vec(&piece) else { return false };
        written += piece.len();
        written <= MAX_PIECES && put(&mut to, &piece).is_ok()
    };
    pdf::read(bytes, &mut || started.elapsed() < READ_TIME, &mut give);
    ExitCode::SUCCESS
}

/// Takes away what reading a PDF does not need.
#[cfg(unix)]
fn bound() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    for (resource, most) in
        [(Resource::As, MEMORY), (Resource::Cpu, CPU_SECONDS), (Resource::Core, 0), (Resource::Fsize, 0)]
    {
        let limit = Rlimit { current: Some(most), maximum: Some(most) };
        // Where a bound cannot be set, a lower one holds already, or else the deadline of the parent.
        if let Err(error) = setrlimit(resource, limit) {
            tracing::debug!("failed to bound a process: {error}");
        }
    }
}

#[cfg(not(unix))]
fn bound() {}

fn take() -> io::Result<Vec<u8>> {
    let mut from = io::stdin().lock();
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    let mut bytes = Vec::new();
    if from.take(length).read_to_end(&mut bytes)? as u64 != length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(bytes)
}

/// The parent keeps the pipe open as long as it waits for the answer, and sends nothing more.
fn end_with_the_parent() {
    std::thread::spawn(|| {
        let mut end = [0];
        let mut from = io::stdin().lock();
        while from.read(&mut end).is_err_and(|error| error.kind() == io::ErrorKind::Interrupted) {}
        #[expect(clippy::exit, reason = "whoever wanted the answer is gone")]
        std::process::exit(1);
    });
}

fn put(to: &mut impl Write, piece: &[u8]) -> io::Result<()> {
    let length = u32::try_from(piece.len()).map_err(io::Error::other)?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(piece)?;
    to.flush()
}
