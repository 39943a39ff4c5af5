//! Where a source is: URLs in text, one spelling for a page, archive addresses, identifiers.

pub(crate) mod address;
mod archive_service;
pub mod archive_url;
mod characters;
pub mod doi;
pub mod host;
pub mod identifier;
pub mod key;
pub mod redirector;
pub(crate) mod relative;
pub mod scan;
pub mod shown;
pub mod user_info;
mod webcite;
pub mod wrapped;
