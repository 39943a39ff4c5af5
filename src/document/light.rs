//! What the formats of light markup share: paragraphs as one text, notes and targets put aside.

pub(super) mod gathered;
pub(super) mod paragraph;
