//! What stands in wikitext, counted.

use std::collections::HashSet;

use crate::locator::{archive_url, scan};

use super::call::Call;
use super::names::{self, Sort};
use super::tags::Extension;
use super::token::{Kind, tokens};

/// Notes, citation templates and what they have, by name.
pub(in crate::document) fn tally(text: &str) -> Vec<(&'static str, usize)> {
    let tokens = tokens(text);
    let (mut refs, mut closed, mut names) = (0, 0, HashSet::new());
    let mut citations = Vec::new();
    let mut links = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Extension(Extension::Reference) | Kind::Raw(Extension::Reference) => {
                let tag = &text[token.range.clone()];
                refs += 1;
                closed += usize::from(tag.trim_end().ends_with("/>"));
                if let Some((_, name)) = tag.split_once("name") {
                    names.insert(name.trim_matches(['=', ' ', '"', '/', '>', '\'']).to_owned());
                }
            }
            Kind::Template => {
                let call = Call::read(text, &tokens, at).filter(|call| names::sort(&call.name) == Sort::Cite);
                citations.extend(call);
            }
            Kind::Text => links += scan::scan(&text[token.range.clone()]).len(),
            _ => {}
        }
    }
    let value = |call: &Call, names: &[&str]| {
        let run = names.iter().filter_map(|name| call.value(name));
        run.map(|run| text[run.bytes.clone()].trim().to_owned()).find(|value| !value.is_empty())
    };
    let having = |names: &[&str]| citations.iter().filter(|call| value(call, names).is_some()).count();
    let urls: Vec<String> = citations.iter().filter_map(|call| value(call, &["url"])).collect();
    vec![
        ("refs", refs),
        ("refs_self_closing", closed),
        ("refs_named_groups", names.len()),
        ("cite_templates", citations.len()),
        ("with_url", urls.len()),
        ("distinct_url", urls.iter().collect::<HashSet<_>>().len()),
        ("with_quote", having(&["quote"])),
        ("with_archive_url", having(&["archive-url", "archiveurl"])),
        ("with_access_date", having(&["access-date", "accessdate"])),
        ("with_url_status", having(&["url-status", "dead-url", "deadurl"])),
        ("url_is_wayback", urls.iter().filter(|url| archive_url::read(url).is_some()).count()),
        ("external_links", links),
        ("curly_quotes", text.matches('“').count()),
        ("straight_quote_pairs", super::super::tally::straight_pairs(text, &(3..=400))),
    ]
}
