//! What a run tells while it goes on: the doer sends, the printer listens.

use std::fmt;
use std::time::Duration;

use crate::observation::{Observation, Outcome};
use crate::verdict::Availability;

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Event {
    /// The documents are read.
    Planned {
        /// How many sources will be looked at.
        sources: usize,
    },
    /// A source was looked at.
    Looked {
        /// Its URL.
        url: String,
        /// What it is judged to be so far.
        availability: Availability,
        /// How the look went.
        went: Went,
    },
    /// Web archives are asked.
    AskingArchives {
        /// For how many sources.
        sources: usize,
    },
    /// An archive was asked for one source.
    AskedArchive,
    /// An archive is asked to save pages.
    Saving {
        /// How many, jobs of earlier runs included.
        pages: usize,
    },
    /// It is known what became of one of them.
    SavedOne,
    /// The run has sent its last request.
    Waited {
        /// Requests that had to wait for the pace of their host.
        requests: u64,
        /// For how long, all together.
        time: Duration,
    },
}

/// How a look went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Went {
    /// The server said that the page is as it was.
    pub(crate) unchanged: bool,
    /// Nothing was asked, or no more.
    pub(crate) skipped: bool,
    /// Attempts that went wrong and were followed by another.
    pub(crate) tried_again: usize,
}

impl Went {
    pub(crate) fn of(look: &Observation) -> Self {
        Self {
            unchanged: look.answer().is_some_and(|answer| answer.unchanged_since.is_some()),
            skipped: matches!(look.outcome, Outcome::Skipped(_)),
            tried_again: look.retried.len(),
        }
    }
}

/// What a run did, added up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Sources that were looked at or skipped; second looks as well.
    pub(crate) looks: usize,
    unchanged: usize,
    skipped: usize,
    tried_again: usize,
    waiting: u64,
    waited: Duration,
    archives: usize,
}

impl Tally {
    /// Adds what happened.
    pub(crate) fn note(&mut self, event: &Event) {
        match event {
            Event::Looked { went, .. } => {
                self.looks += 1;
                self.unchanged += usize::from(went.unchanged);
                self.skipped += usize::from(went.skipped);
                self.tried_again += went.tried_again;
            }
            Event::AskedArchive => self.archives += 1,
            Event::Waited { requests, time } => (self.waiting, self.waited) = (*requests, *time),
            Event::Planned { .. } | Event::AskingArchives { .. } | Event::Saving { .. } | Event::SavedOne => {}
        }
    }

    /// In words, with how long it took.
    pub(crate) fn after(&self, took: Duration) -> impl fmt::Display {
        format!(
            "looked {} in {:.1} s: {} unchanged, {} skipped, {} tried again; waited {:.1} s in all for the pace of hosts, \
             {}; archives asked about {}",
            counted(self.looks, "time"),
            took.as_secs_f64(),
            self.unchanged,
            self.skipped,
            counted(self.tried_again, "request"),
            self.waited.as_secs_f64(),
            counted(usize::try_from(self.waiting).unwrap_or(usize::MAX), "request"),
            counted(self.archives, "source"),
        )
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happened_is_added_up() {
        let mut tally = Tally::default();
        let looked =
            |went| Event::Looked { url: "https://a.example/".to_owned(), availability: Availability::Live, went };
        tally.note(&looked(Went { unchanged: true, ..Went::default() }));
        tally.note(&looked(Went { tried_again: 2, ..Went::default() }));
        tally.note(&looked(Went { skipped: true, ..Went::default() }));
        tally.note(&Event::AskedArchive);
        tally.note(&Event::Waited { requests: 1, time: Duration::from_millis(2500) });
        assert_eq!(
            tally.after(Duration::from_millis(3140)).to_string(),
            "looked 3 times in 3.1 s: 1 unchanged, 1 skipped, 2 requests tried again; waited 2.5 s in all for the pace of \
             hosts, 1 request; archives asked about 1 source"
        );
    }
}
