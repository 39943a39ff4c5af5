//! The marks by which a writer shows what was changed: ellipses, brackets, `[sic]`.

mod bracket_adds;
pub(super) mod bracket_claims;
pub(super) mod bracket_turns;
pub(super) mod bracketed;
pub(super) mod replaced;
pub(super) mod other_verb;
pub(super) mod parallel;
mod other_clause;
pub(super) mod unreal;
pub(super) mod rows;
mod governed;
mod hidden_links;
mod left_open;
mod needed;
pub(super) mod withheld;
mod other_speaker;
mod halves;
pub(super) mod elided;
pub(super) mod edited;
pub(super) mod brackets;
mod answers;
mod set_apart;
