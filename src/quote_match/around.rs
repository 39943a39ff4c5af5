//! What stands around a passage and turns what it says.

pub(super) mod unspaced_denial;
pub(super) mod handed_down;
pub(super) mod supposed;
pub(super) mod taken_back;
pub(super) mod beside;
pub(super) mod speech;
pub(super) mod speakers;
