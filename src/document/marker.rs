//! The places that point to notes and entries: in brackets, raised, bare digits, names with years; and the entries that
//! they lead to.

pub(super) mod brackets;
pub(super) mod notes;
pub(super) mod numbers;
pub(super) mod superscript;
pub(super) mod years;
