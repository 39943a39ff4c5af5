//! What a run tells while it goes on: the doer sends, the printer listens.

use std::collections::HashSet;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::mpsc;

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
    /// A request about one source is to go to an archive; one that is cited with several dates is asked about several times.
    AsksArchive {
        /// Its URL.
        url: String,
    },
    /// It is known what archives have of one source near one date, whether they were asked now or before.
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

/// Events that wait for a terminal that stands still. Later ones are not shown; all are counted.
const WAITING: usize = 256;

/// Where events go: each is counted, and told to whoever shows how far a run is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Events {
    counted: Counted,
    shown: Option<mpsc::Sender<Event>>,
}

/// What was counted so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counted {
    // Looked into and left at once. A message would wait, or be dropped, where nobody takes it.
    tally: Arc<Mutex<Tally>>,
}

impl Events {
    /// Events that are shown, and where they arrive.
    pub(crate) fn shown() -> (Self, mpsc::Receiver<Event>) {
        let (shown, arriving) = mpsc::channel(WAITING);
        (Self { counted: Counted::default(), shown: Some(shown) }, arriving)
    }

    /// Counts what happened, and tells it.
    pub(crate) fn tell(&self, event: Event) {
        self.counted.tally.lock().unwrap_or_else(PoisonError::into_inner).note(&event);
        if let Some(shown) = &self.shown
            && shown.try_send(event).is_err()
        {
            tracing::trace!("an event of this run is not shown");
        }
    }

    /// The count, for when the run has ended.
    pub(crate) fn counted(&self) -> Counted {
        self.counted.clone()
    }
}

impl Counted {
    pub(crate) fn so_far(&self) -> Tally {
        self.tally.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
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
    /// The sources that archives were asked about.
    archives: HashSet<u64>,
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
            Event::AsksArchive { url } => {
                let mut hasher = DefaultHasher::new();
                url.hash(&mut hasher);
                self.archives.insert(hasher.finish());
            }
            Event::Waited { requests, time } => (self.waiting, self.waited) = (*requests, *time),
            Event::AskedArchive
            | Event::Planned { .. }
            | Event::AskingArchives { .. }
            | Event::Saving { .. }
            | Event::SavedOne => {}
        }
    }

    /// In words, with how long it took.
    pub(crate) fn after(&self, took: Duration) -> impl fmt::Display {
        format!(
            "looked {} in {:.1} s: {} unchanged, {} tried again; {} not asked for; waited {:.1} s in all for the pace of hosts, \
             {}; archives asked about {}",
            counted(self.looks - self.skipped, "time"),
            took.as_secs_f64(),
            self.unchanged,
            counted(self.tried_again, "request"),
            self.skipped,
            self.waited.as_secs_f64(),
            counted(usize::try_from(self.waiting).unwrap_or(usize::MAX), "request"),
            counted(self.archives.len(), "source"),
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
    fn events_that_nobody_takes_are_counted_and_do_not_pile_up() {
        let (events, mut arriving) = Events::shown();
        let counted = events.counted();
        for _ in 0..2 * WAITING {
            events.tell(Event::Looked {
                url: "https://a.example/".to_owned(),
                availability: Availability::Live,
                went: Went::default(),
            });
        }
        drop(events);
        let mut shown = 0;
        while arriving.try_recv().is_ok() {
            shown += 1;
        }
        assert_eq!((shown, counted.so_far().looks), (WAITING, 2 * WAITING));
    }

    #[test]
    fn what_happened_is_added_up() {
        let mut tally = Tally::default();
        let looked =
            |went| Event::Looked { url: "https://a.example/".to_owned(), availability: Availability::Live, went };
        tally.note(&looked(Went { unchanged: true, ..Went::default() }));
        tally.note(&looked(Went { tried_again: 2, ..Went::default() }));
        tally.note(&looked(Went { skipped: true, ..Went::default() }));
        // Cited with two dates: asked about twice, and one source. What is known from before is not asked.
        let asks = || Event::AsksArchive { url: "https://a.example/".to_owned() };
        for event in [asks(), Event::AskedArchive, asks(), Event::AskedArchive, Event::AskedArchive] {
            tally.note(&event);
        }
        tally.note(&Event::Waited { requests: 1, time: Duration::from_millis(2500) });
        assert_eq!(
            tally.after(Duration::from_millis(3140)).to_string(),
            "looked 2 times in 3.1 s: 1 unchanged, 2 requests tried again; 1 not asked for; waited 2.5 s in all for the pace of \
             hosts, 1 request; archives asked about 1 source"
        );
    }
}
