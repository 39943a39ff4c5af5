//! The search for a quote: exact, between the marks of its writer, item by item, by likeness.

pub(super) mod parts;
pub(super) mod numbered;
pub(super) mod seeds;
pub(super) mod chance;
pub(super) mod joined;
pub(super) mod particles;
mod behind_marks;
mod lines;
mod swapped;
pub(super) mod fuzzy;
pub(super) mod copied;
pub(super) mod turned_start;
pub(super) mod unnoted;
pub(super) mod tiers;
