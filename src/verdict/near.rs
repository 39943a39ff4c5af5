//! When the nearest miss is near enough to be shown beside a quote that does not stand: else it shares words by chance.

use crate::quote_match::{ChangeOp, MatchClass, QuoteMatch};

/// A passage that is less alike than this is near only where half of the quote's words stand in it.
const ALIKE: f64 = 0.5;

/// Whether the passage of a match is what the quote may have meant.
pub(crate) fn is_near(found: &QuoteMatch) -> bool {
    let absent = found.class == MatchClass::Absent;
    found.hit.is_some() && (!absent || found.similarity >= ALIKE || shares_half(found))
}

fn shares_half(found: &QuoteMatch) -> bool {
    let words = |op: ChangeOp| {
        let of = found.diff.iter().filter(move |change| change.op == op);
        of.map(|change| change.text.split_whitespace().count()).sum::<usize>()
    };
    let both = words(ChangeOp::Equal);
    both >= 2 && both >= words(ChangeOp::Delete) && both >= words(ChangeOp::Insert)
}
