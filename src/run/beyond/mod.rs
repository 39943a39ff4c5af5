//! What missing quotes are held against beyond the page that was sent: captures of it, what it said before, other sources,
//! documents that it links, and what it became after its scripts ran.

pub(crate) mod captures;
pub(crate) mod earlier;
pub(crate) mod elsewhere;
pub(crate) mod linked;
pub(crate) mod rendered;
