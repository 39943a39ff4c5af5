//! Progress on a terminal's standard error; nothing anywhere else.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use tokio::sync::mpsc::UnboundedReceiver;

use crate::run::event::{Event, Tally};

/// Prints the events of a run until it ends, and adds them up.
pub(crate) async fn show(mut events: UnboundedReceiver<Event>, quiet: bool) -> Tally {
    let visible = !quiet && std::io::stderr().is_terminal();
    let target = if visible { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(0), target);
    let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}").expect("the template is constant");
    bar.set_style(style);
    let mut tally = Tally::default();
    while let Some(event) = events.recv().await {
        tell(&bar, &event);
        tally.note(&event);
    }
    bar.finish_and_clear();
    tally
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
        Event::Looked { .. } | Event::AskedArchive | Event::SavedOne | Event::Waited { .. } => {}
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
