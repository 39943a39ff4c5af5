//! What missing quotes are held against beyond the page that was sent: captures of it, what it said before, other sources,
//! documents that it links, and what it became after its scripts ran.

pub(crate) mod captures;
mod left_over;
pub(crate) mod earlier;
pub(crate) mod elsewhere;
pub(crate) mod linked;
pub(crate) mod rendered;

use jiff::Timestamp;

use super::looking::Looker;
use super::work::ReadDocument;
use crate::config::Config;
use crate::plan::Plan;
use crate::report::Mode;

/// What a pass goes on from, beyond the pages of its sources.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'a> {
    pub(crate) looker: &'a Looker,
    pub(crate) documents: &'a [ReadDocument],
    pub(crate) plan: &'a Plan,
    pub(crate) config: &'a Config,
    pub(crate) mode: Mode,
    /// When the pass began.
    pub(crate) started: Timestamp,
    /// Later looks are left out.
    pub(crate) until: Option<Timestamp>,
}
