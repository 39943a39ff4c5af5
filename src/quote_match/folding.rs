//! Texts as letters and digits with the way back to the bytes, their words, and where one stands in another.

pub(super) mod homoglyphs;
pub(super) mod doubled;
pub(super) mod ocr;
pub(super) mod words;
pub(super) mod spelling;
pub(super) mod fold;
pub(super) mod align;
pub(super) mod myers;
pub(super) mod remarks;
pub(super) mod marks;
pub(super) mod units;
pub(super) mod sentences;
pub(super) mod hyphened;
