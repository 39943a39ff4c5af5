//! Progress on a terminal's standard error; nothing anywhere else.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use tokio::sync::mpsc::UnboundedReceiver;

use crate::run::event::Event;

/// Prints the events of a run until it ends.
pub(crate) async fn show(mut events: UnboundedReceiver<Event>, quiet: bool) {
    let visible = !quiet && std::io::stderr().is_terminal();
    let target = if visible { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(0), target);
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
        Event::Looked { .. } | Event::AskedArchive => bar.inc(1),
    }
}

fn start(bar: &ProgressBar, what: &'static str, steps: usize) {
    bar.set_message(what);
    bar.set_length(steps as u64);
    bar.set_position(0);
}
