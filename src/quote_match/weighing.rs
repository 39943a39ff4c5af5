//! What a difference weighs: typography, a slip of the pen, or other words.

pub(super) mod amounts;
pub(super) mod accents;
pub(super) mod case;
pub(super) mod signs;
pub(super) mod notes;
pub(super) mod likeness;
pub(super) mod foreign_slips;
pub(super) mod slips;
pub(super) mod opposites;
pub(super) mod turns;
pub(super) mod harmless;
pub(super) mod edits;
