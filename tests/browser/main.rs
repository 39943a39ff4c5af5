//! Text fragments in a real browser: Chromium scrolls to the passage that a link names, and marks it to its end.
#![expect(clippy::unwrap_used, reason = "a test may fail at any line")]

mod browser;
mod cases;
mod generated;
mod harder;
mod picture;
mod place;
mod site;
