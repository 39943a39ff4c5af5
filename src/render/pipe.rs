//! The pipe to a browser: messages of its `DevTools` protocol, each JSON with a zero byte behind it.

use std::io;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{ChildStdin, ChildStdout};

/// A message may be so large: a page written out, each character of it escaped, and some.
const LARGEST: usize = 64 << 20;

/// The browser takes a message, or answers one, within this.
pub(super) const CALL: Duration = Duration::from_secs(10);

/// Both ends.
#[derive(Debug)]
pub(super) struct Pipe {
    to: ChildStdin,
    from: ChildStdout,
    buffer: Vec<u8>,
    /// So much of the buffer holds no end of a message.
    searched: usize,
    sent: u64,
}

/// What the browser says.
#[derive(Debug, Deserialize)]
pub(super) struct Message {
    /// Of an answer: the number of the call.
    pub(super) id: Option<u64>,
    /// Of an event: its name.
    #[serde(default)]
    pub(super) method: String,
    /// Of an event.
    #[serde(default)]
    pub(super) params: Value,
    /// Of an answer; null where the call failed.
    #[serde(default)]
    pub(super) result: Value,
    /// The session of the page, frame or worker that it is about.
    #[serde(default, rename = "sessionId")]
    pub(super) session: Option<String>,
}

impl Pipe {
    pub(super) fn new(to: ChildStdin, from: ChildStdout) -> Self {
        Self { to, from, buffer: Vec::new(), searched: 0, sent: 0 }
    }

    /// Calls a method and returns the number that its answer will have.
    pub(super) async fn call(&mut self, session: Option<&str>, method: &str, params: Value) -> io::Result<u64> {
        self.sent += 1;
        let mut message = json!({ "id": self.sent, "method": method, "params": params });
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        let mut bytes = serde_json::to_vec(&message)?;
        bytes.push(0);
        tokio::time::timeout(CALL, self.to.write_all(&bytes)).await??;
        Ok(self.sent)
    }

    /// The next message. What was read of it stays where this is given up before it is whole.
    pub(super) async fn receive(&mut self) -> io::Result<Message> {
        loop {
            if let Some(end) = memchr::memchr(0, &self.buffer[self.searched..]) {
                let end = self.searched + end;
                let message = serde_json::from_slice(&self.buffer[..end]);
                self.buffer.drain(..=end);
                self.searched = 0;
                return Ok(message?);
            }
            self.searched = self.buffer.len();
            if self.buffer.len() > LARGEST {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            if self.from.read_buf(&mut self.buffer).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
    }
}
