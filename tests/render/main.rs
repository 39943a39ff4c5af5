//! Pages that a real browser shows: what is read of them, what they are refused, and that nothing of them is left.
//!
//! Needs a Chromium on the path; where there is none, each test says that it was left out.
#![expect(clippy::unwrap_used, reason = "a test may fail at any line")]

#[path = "../it/program.rs"]
#[expect(dead_code, reason = "the integration tests use the rest of it")]
mod program;
#[path = "../it/place.rs"]
#[expect(dead_code, reason = "the integration tests use the rest of it")]
mod place;
#[expect(dead_code, reason = "the integration tests use the rest of it")]
#[path = "../web/servers/mod.rs"]
mod web;
mod stand;
mod network;
mod reading;
mod hostile;
mod processes;
mod refusals;
