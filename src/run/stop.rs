//! How a run is asked to stop.

use std::fmt;

use tokio::sync::watch;

/// Which signal asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Signal {
    /// SIGINT, or Ctrl-C.
    Interrupt,
    /// SIGTERM.
    Terminate,
}

impl fmt::Display for Signal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Interrupt => "SIGINT",
            Self::Terminate => "SIGTERM",
        })
    }
}

/// Tells a run to stop: what is finished is kept and reported, nothing new is begun.
#[derive(Debug, Clone)]
pub(crate) struct Stop {
    signal: watch::Receiver<Option<Signal>>,
}

impl Stop {
    /// A way to ask, and the run's side of it.
    pub(crate) fn channel() -> (watch::Sender<Option<Signal>>, Self) {
        let (sender, signal) = watch::channel(None);
        (sender, Self { signal })
    }

    /// Which signal came, if one did.
    pub(crate) fn asked(&self) -> Option<Signal> {
        *self.signal.borrow()
    }

    /// What `work` comes to, unless a signal comes first.
    pub(crate) async fn or<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        tokio::select! {
            biased;
            _ = self.wait() => None,
            done = work => Some(done),
        }
    }

    /// Waits until a signal comes; for ever where none can.
    pub(crate) async fn wait(&self) -> Signal {
        let mut signal = self.signal.clone();
        loop {
            if let Some(asked) = *signal.borrow_and_update() {
                return asked;
            }
            if signal.changed().await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    }
}
