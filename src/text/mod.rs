//! Decoding that documents and pages share: from bytes to characters.

pub(crate) mod charset;
pub(crate) mod eight;
mod evident;
pub(crate) mod hashed;
pub mod laid;
pub(crate) mod pdf;
mod prescan;
mod stray;
mod twice;
pub(crate) mod wide;
pub(crate) mod xhtml;
