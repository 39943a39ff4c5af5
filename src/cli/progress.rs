//! Progress on a terminal's standard error; nothing anywhere else.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use tokio::sync::mpsc::Receiver;
use tokio::task::JoinHandle;

use super::args::Shared;
use crate::run::event::{Counted, Event, Events, Tally};

/// Progress under way.
pub(crate) struct Progress {
    bar: Option<JoinHandle<()>>,
    counted: Counted,
}

/// Shows the events of a run, where there is somebody to see them.
pub(crate) fn begin(shared: &Shared) -> (Events, Progress) {
    if shared.quiet || !std::io::stderr().is_terminal() {
        let events = Events::default();
        let counted = events.counted();
        return (events, Progress { bar: None, counted });
    }
    let (events, arriving) = Events::shown();
    let counted = events.counted();
    (events, Progress { bar: Some(tokio::spawn(show(arriving))), counted })
}

impl Progress {
    /// What the run did, once it has ended and its bar is gone.
    pub(crate) async fn end(self) -> anyhow::Result<Tally> {
        if let Some(bar) = self.bar {
            bar.await?;
        }
        Ok(self.counted.so_far())
    }
}

async fn show(mut events: Receiver<Event>) {
    let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}").expect("the template is constant");
    bar.set_style(style);
    while let Some(event) = events.recv().await {
        tell(&bar, &event);
    }
    bar.finish_and_clear();
}

fn tell(bar: &ProgressBar, event: &Event) {
    match event {
        Event::Planned { sources } => start(bar, "looking", *sources),
        Event::AskingArchives { sources } => start(bar, "asking archives", *sources),
        Event::Saving { pages } => start(bar, "saving", *pages),
        Event::Looked { .. } | Event::AskedArchive | Event::SavedOne
            if bar.position() < bar.length().unwrap_or_default() =>
        {
            bar.inc(1);
        }
        // Second looks, and captures that are read, are not among what was planned.
        Event::Looked { .. }
        | Event::AskedArchive
        | Event::SavedOne
        | Event::Waited { .. }
        | Event::AsksArchive { .. } => {}
    }
}

/// Nothing to do is no step.
fn start(bar: &ProgressBar, what: &'static str, steps: usize) {
    if steps > 0 {
        bar.set_message(what);
        bar.set_length(steps as u64);
        bar.set_position(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::event::Went;
    use crate::verdict::Availability;

    #[test]
    fn a_bar_never_shows_more_than_there_is_to_do() {
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::hidden());
        let looked = || Event::Looked {
            url: "https://a.example/".to_owned(),
            availability: Availability::Live,
            went: Went::default(),
        };
        for (event, expected) in [
            (Event::Planned { sources: 1 }, (0, Some(1))),
            (looked(), (1, Some(1))),
            (looked(), (1, Some(1))),
            (Event::AskingArchives { sources: 0 }, (1, Some(1))),
            (Event::AskingArchives { sources: 2 }, (0, Some(2))),
            (Event::AskedArchive, (1, Some(2))),
            (Event::Saving { pages: 1 }, (0, Some(1))),
            (Event::SavedOne, (1, Some(1))),
            (Event::SavedOne, (1, Some(1))),
        ] {
            tell(&bar, &event);
            assert_eq!((bar.position(), bar.length()), expected, "{event:?}");
        }
    }
}
