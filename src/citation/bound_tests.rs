//! What a quote is bound to, shown in one line, for the tests of several rooms.

use super::{Claims, claims};
use crate::document::{Format, Limits, parse};

/// Each quote with the ends of the addresses that it is bound to.
pub(in crate::citation) fn shown(claims: &Claims) -> Vec<String> {
    let shown = claims.quotes.iter().map(|quote| {
        let urls = quote.cites.iter().map(|cited| claims.citations[*cited].url.as_deref().unwrap_or_default());
        let ends: Vec<&str> = urls.filter_map(|url| url.rsplit('/').next()).collect();
        format!("{} > {}", quote.text, ends.join(" "))
    });
    shown.collect()
}

/// The same of a text.
pub(in crate::citation) fn bound(text: &str, format: Format) -> Vec<String> {
    shown(&claims(&parse(text, format, Limits::default()), text))
}
