//! Shows pages in a browser of the system and reads what became of them after their scripts ran.
//!
//! Each page has a browser process of its own, with a new profile that goes with it, so that no page sees another. The
//! browser has no network: its proxy is a port of ours where nobody listens, and it looks no names up. What a page asks
//! for is handed to us over a pipe and answered through [`fetch::Visit`], which judges every address as all are judged.
//! So whatever a page tries that does not come that way (`WebSockets`, service workers, the browser's own errands) ends
//! there.
//!
//! No crate drives the browser: those that do listen on a port of this machine, which every program and page on it can
//! reach, where a pipe belongs to two processes and ends the browser when either of them ends.

mod pipe;
mod process;
mod procfs;
mod request;
mod tab;

use std::path::PathBuf;

use tokio::sync::Semaphore;
use url::Url;

use crate::clock;
use crate::config::{self, Sandbox};
use crate::fetch::{Fetcher, Look};
use crate::observation::Skip;
use process::Process;
use tab::Tab;

/// Browsers at once: each costs some hundred megabytes and most of a processor.
const AT_ONCE: usize = 2;

/// Why a browser cannot be used; a page that it cannot show is no such error.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BrowserError {
    /// It cannot be run.
    #[error("start the browser {}: {source}; `[render] browser` names it", .browser.display())]
    Start {
        /// The program.
        browser: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// It ended before it did anything.
    #[error("start the browser {}: it ended at once and said “{said}”", .browser.display())]
    Ended {
        /// The program.
        browser: PathBuf,
        /// Its last words.
        said: String,
    },
    /// It does not answer.
    #[error("start the browser {}: it did not answer within {} seconds", .browser.display(), process::LAUNCH.as_secs())]
    Silent {
        /// The program.
        browser: PathBuf,
    },
    /// Chromium has no sandbox for root.
    #[error(
        "start the browser {}: it has no sandbox for root; run citewatch as another user, or set `[render] sandbox = \
         \"off\"` where the whole machine is one (a container of its own)",
        .browser.display()
    )]
    Root {
        /// The program.
        browser: PathBuf,
    },
}

/// Shows pages, a few at once.
pub(crate) struct Renderer {
    options: config::Render,
    places: Semaphore,
}

impl Renderer {
    /// With the browser that the configuration names.
    pub(crate) fn new(options: config::Render) -> Self {
        Self { options, places: Semaphore::new(AT_ONCE) }
    }

    /// Shows a page and reads what became of it. None where its host wants to be left alone, or answers come from
    /// recorded files.
    pub(crate) async fn look(&self, fetcher: &Fetcher, page: &Url) -> Result<Option<Look>, BrowserError> {
        let _place = self.places.acquire().await.expect("the semaphore is never closed");
        let visit = match fetcher.visit(page).await {
            Ok(Some(visit)) => visit,
            Ok(None) | Err(Skip::Budget | Skip::AskedToWait(_)) => return Ok(None),
            Err(_) => unreachable!("a lane refuses for the pace of its host alone"),
        };
        if self.options.sandbox == Sandbox::Required && rustix::process::geteuid().is_root() {
            return Err(BrowserError::Root { browser: self.options.browser.clone() });
        }
        let at = clock::now();
        let mut process = Process::start(&self.options).await?;
        let came = Tab::new(&mut process, &visit, self.options.timeout).show(page).await;
        process.end().await;
        drop(visit);
        match &came {
            Ok(rendered) => tracing::debug!(page = rendered.url, end = ?rendered.end, "a page was shown in a browser"),
            Err(why) => tracing::debug!(?why, "a browser gave no page"),
        }
        Ok(Some(fetcher.rendered(page, at, came).await))
    }
}
