//! The places that point to notes and entries: in brackets, raised, or bare digits; and the entries that they lead to.

pub(super) mod brackets;
pub(super) mod notes;
pub(super) mod numbers;
pub(super) mod superscript;
