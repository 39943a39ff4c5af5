//! SIGINT and SIGTERM: the first stops the run in order, the second at once, and so do ten seconds. SIGHUP: the service reads its configuration
//! again.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;

use super::exit::Exit;
use crate::run::stop::{Signal, Stop};

/// A run that was told to stop and waits for something all the same, such as a store that another program holds, ends after so
/// long: those who start programs kill them soon after.
const GRACE: Duration = Duration::from_secs(10);

/// Listens for signals until the program ends.
#[cfg(unix)]
pub(crate) fn listen() -> std::io::Result<Stop> {
    use tokio::signal::unix::{SignalKind, signal};

    let (sender, stop) = Stop::channel();
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    // A file that may not grow any more is an error of its write, and no death: SIGXFSZ.
    let too_large = signal(SignalKind::from_raw(25))?;
    tokio::spawn(async move {
        let _handled = too_large;
        loop {
            let asked = tokio::select! {
                _ = interrupt.recv() => Signal::Interrupt,
                _ = terminate.recv() => Signal::Terminate,
            };
            if sender.send_replace(Some(asked)).is_some() {
                at_once(asked.into());
            }
            no_longer_than(GRACE, asked);
        }
    });
    Ok(stop)
}

/// Is told of every SIGHUP until the program ends.
#[cfg(unix)]
pub(crate) fn hangups() -> std::io::Result<Arc<Notify>> {
    use tokio::signal::unix::{SignalKind, signal};

    let told = Arc::new(Notify::new());
    let (mut hangup, teller) = (signal(SignalKind::hangup())?, Arc::clone(&told));
    tokio::spawn(async move {
        while hangup.recv().await.is_some() {
            teller.notify_one();
        }
    });
    Ok(told)
}

/// There is no such signal.
#[cfg(not(unix))]
pub(crate) fn hangups() -> std::io::Result<Arc<Notify>> {
    Ok(Arc::new(Notify::new()))
}

/// Listens for Ctrl-C until the program ends.
#[cfg(not(unix))]
pub(crate) fn listen() -> std::io::Result<Stop> {
    let (sender, stop) = Stop::channel();
    tokio::spawn(async move {
        while tokio::signal::ctrl_c().await.is_ok() {
            if sender.send_replace(Some(Signal::Interrupt)).is_some() {
                at_once(Exit::Interrupted);
            }
            no_longer_than(GRACE, Signal::Interrupt);
        }
    });
    Ok(stop)
}

/// Ends the program after so long, should it not have ended by itself; whatever its tasks are busy with.
fn no_longer_than(grace: Duration, asked: Signal) {
    std::thread::spawn(move || {
        std::thread::sleep(grace);
        at_once(asked.into());
    });
}

#[expect(clippy::exit, reason = "a second signal means now; what is on disk is whole at any moment")]
fn at_once(exit: Exit) -> ! {
    std::process::exit(i32::from(exit.number()))
}
