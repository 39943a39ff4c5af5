//! Reference lists: what opens one, what each entry begins with, and what stands in one without being an entry.

pub(super) mod heading;
pub(super) mod label;
pub(super) mod named;
pub(super) mod remark;
pub(super) mod spoken;
