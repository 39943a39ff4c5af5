//! The loopback web: servers that behave as badly as real ones do, and a name server that knows them.
//!
//! Everything listens on loopback and ends with the test.

pub mod certificates;
pub mod names;
pub mod pywb;
pub mod saving;
pub mod server;
