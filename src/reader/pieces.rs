//! Reads a PDF in a process of its own, so that no input can crash, hang or fill this one. Starting it takes three
//! milliseconds of CPU; none is kept for the next PDF, which could be read by what the last has made of it.

use std::io;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

use super::apart::{MARK, MAX_PIECES, READ_TIME};
use crate::page::Pieces;
use crate::text::pdf::{Cut, Piece};

/// Time after which the process is ended: it stops by itself well before, wherever it still can.
const DEADLINE: Duration = READ_TIME.saturating_add(Duration::from_secs(5));

/// The allocator of the process: one arena, so that its address space is that of its memory.
const ALLOCATOR: (&str, &str) = ("_RJEM_MALLOC_CONF", "narenas:1,background_thread:false");

/// Reads the pieces of a PDF. A process that fails is a PDF that cannot be read, or not to its end.
pub(super) async fn read(bytes: &[u8]) -> Pieces {
    let mut pieces = Pieces::default();
    let mut child = match start() {
        Ok(child) => child,
        Err(error) => {
            tracing::error!("failed to start the process that reads a PDF: {error}");
            pieces.end_by(Cut::Failure);
            return pieces;
        }
    };
    let (Some(to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
        unreachable!("both are pipes");
    };
    let asked = async {
        let told = tell(to, bytes);
        let heard = listen(from, &mut pieces);
        // The pipe to the process is held until the answer is there.
        let (pipe, heard) = tokio::join!(told, heard);
        drop(pipe);
        heard
    };
    let cut = match tokio::time::timeout(DEADLINE, asked).await {
        Ok(Ok(())) => None,
        Ok(Err(error)) => {
            tracing::debug!("a process that reads a PDF failed: {error}");
            Some(Cut::Failure)
        }
        Err(_) => Some(Cut::Deadline),
    };
    // Ended and waited for, so that nothing of it is left.
    if let Err(error) = child.kill().await {
        tracing::debug!("failed to end a process that reads a PDF: {error}");
    }
    pieces.end_by(cut.unwrap_or(Cut::Failure));
    pieces
}

fn start() -> io::Result<Child> {
    let mut command = Command::new(program()?);
    command.arg(MARK).env_clear().env(ALLOCATOR.0, ALLOCATOR.1);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
    // A signal from the terminal is for the parent, which ends the process when it ends itself.
    #[cfg(unix)]
    command.process_group(0);
    command.spawn()
}

/// This program, even where its file was replaced since it was started.
fn program() -> io::Result<std::path::PathBuf> {
    if cfg!(target_os = "linux") { Ok("/proc/self/exe".into()) } else { std::env::current_exe() }
}

/// Sends the bytes. A process that stops reading has ended, and what it says tells how.
async fn tell(mut to: ChildStdin, bytes: &[u8]) -> ChildStdin {
    let sent = async {
        to.write_all(&(bytes.len() as u64).to_le_bytes()).await?;
        to.write_all(bytes).await?;
        to.flush().await
    };
    if let Err(error) = sent.await {
        tracing::debug!("a process that reads a PDF took only a part of it: {error}");
    }
    to
}

/// Takes pieces until the last of them.
async fn listen(mut from: ChildStdout, pieces: &mut Pieces) -> io::Result<()> {
    let mut left = MAX_PIECES;
    loop {
        let length = from.read_u32_le().await? as usize;
        left = left.checked_sub(length).ok_or_else(|| io::Error::other("it says too much"))?;
        let mut piece = vec![0; length];
        from.read_exact(&mut piece).await?;
        let piece: Piece = serde_json::from_slice(&piece)?;
        let is_last = matches!(piece, Piece::End(_));
        pieces.add(piece);
        if is_last {
            return Ok(());
        }
    }
}
