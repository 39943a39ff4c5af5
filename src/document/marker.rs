//! The places that point to notes and entries: in brackets, raised, bare digits, signs, names with years, what chat programs
//! leave; and the entries that they lead to.

pub(super) mod behind;
pub(super) mod brackets;
mod called;
pub(super) mod cited;
pub(super) mod column;
pub(super) mod leftover;
pub(super) mod names;
pub(super) mod native;
pub(super) mod notes;
pub(super) mod numbers;
pub(super) mod raised;
pub(super) mod signs;
pub(super) mod superscript;
pub(super) mod years;
