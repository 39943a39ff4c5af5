//! The loopback web: bad servers and bad names of every kind, and what the real program tells of them.
//!
//! The tables read as the taxonomy of what becomes of a cited page does: names and connections, statuses, redirects,
//! bodies, patience, robots.txt, versions; then the addresses that nobody is led to. All of it at once: `thousand`.
#![expect(clippy::unwrap_used, reason = "a test may fail at any line")]

#[path = "../it/program.rs"]
#[expect(dead_code, reason = "the integration tests use the rest of it")]
mod program;
#[path = "../it/place.rs"]
#[expect(dead_code, reason = "the integration tests use the rest of it")]
mod place;
#[expect(dead_code, reason = "the integration tests use the rest of it")]
#[path = "servers/mod.rs"]
mod web;
#[expect(dead_code, reason = "the thousand hosts use the rest of it")]
mod stage;
mod pages;
mod statuses;
mod redirects;
mod refresh;
mod connections;
mod certificates;
mod names;
mod bodies;
mod types;
mod patience;
mod robots;
mod versions;
mod private;
