//! Marks that are links with an address of their own, `[\\[2\\]](https://…)`, in texts whose list may count otherwise: chat programs
//! number what they read, and writers number their works.

use std::collections::HashMap;

use crate::document::entry::archived::same_page;
use crate::document::marker::notes::{Among, Found};
use crate::document::{Marker, Role, Shape};

use super::Draft;

/// Links within one mark that are looked at.
const MOST_LINKS: usize = 16;

/// What the list has under the numbers of a mark that leads somewhere itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Listed {
    /// The same page.
    Same,
    /// Another page.
    Another,
    /// No address, which may be that page.
    Bare,
    /// No such number.
    Nothing,
}

impl Draft<'_> {
    /// Takes out the marks whose own address is not that of the entry with their number, but where most marks show that the
    /// numbers are those of the list: they mean what they lead to, which is a citation of its own.
    pub(super) fn without_addressed(&self, found: &mut Vec<Found>) {
        let is_own = |link: &&Marker| {
            let by_itself = || link.entries.iter().all(|&entry| self.entries[entry].role == Role::Link);
            link.shape == Shape::Link || !link.entries.is_empty() && by_itself()
        };
        let mut links: Vec<&Marker> = self.links.iter().filter(is_own).collect();
        links.sort_by_key(|link| (link.range().start, link.range().end));
        if links.is_empty() {
            return;
        }
        let mut pages: HashMap<&str, Vec<Option<String>>> = HashMap::new();
        for entry in self.entries.iter().filter(|entry| matches!(entry.role, Role::Listed { .. })) {
            let page = entry.source.url.as_deref().and_then(same_page);
            pages.entry(entry.label.as_str()).or_default().push(page);
        }
        let told: Vec<Option<Listed>> = found.iter().map(|mark| self.listed_as(mark, &links, &pages)).collect();
        let count = |wanted: Listed| told.iter().flatten().filter(|listed| **listed == wanted).count();
        let (same, another, nothing) = (count(Listed::Same), count(Listed::Another), count(Listed::Nothing));
        let is_list = same > another + nothing;
        let mut told = told.into_iter();
        found.retain(|_| match told.next().flatten() {
            Some(Listed::Another) => is_list,
            Some(Listed::Nothing) => false,
            Some(Listed::Same | Listed::Bare) | None => true,
        });
    }

    /// What the list has under the numbers of a mark, if all of these are links with an address.
    fn listed_as(&self, mark: &Found, links: &[&Marker], pages: &HashMap<&str, Vec<Option<String>>>) -> Option<Listed> {
        let numbers = mark.labels.iter().all(|label| label.bytes().all(|byte| byte.is_ascii_digit()));
        if !matches!(mark.shape, Shape::Note | Shape::Bare) || mark.among != Among::Lists || !numbers {
            return None;
        }
        let from = links.partition_point(|link| link.range().end <= mark.range.start);
        // A mark can stand within the words of a link as well.
        let bare = |link: &&&Marker| !self.prose.text()[link.range()].contains(char::is_alphabetic);
        let near = links[from..].iter().take(MOST_LINKS).take_while(|link| link.range().start < mark.range.end);
        let near = near.filter(bare);
        let own: Vec<String> = near.filter_map(|link| self.page_of(link)).collect();
        if own.is_empty() || own.len() != mark.labels.len() {
            return None;
        }
        let of_label = |(label, page): (&String, &String)| match pages.get(label.as_str()) {
            None => Listed::Nothing,
            Some(listed) if listed.iter().flatten().any(|other| other == page) => Listed::Same,
            Some(listed) if listed.iter().all(Option::is_none) => Listed::Bare,
            Some(_) => Listed::Another,
        };
        let mut all = mark.labels.iter().zip(&own).map(of_label);
        let first = all.next()?;
        all.all(|other| other == first).then_some(first)
    }

    /// The page that a link leads to. A part of a page may be an entry of a list there.
    fn page_of(&self, link: &Marker) -> Option<String> {
        let url = link.entries.first().and_then(|&entry| self.entries[entry].source.url.as_deref())?;
        let part = url.split_once('#').is_some_and(|(_, part)| !part.starts_with(":~:"));
        if part { None } else { same_page(url) }
    }
}

#[cfg(test)]
mod tests {
    use crate::citation::claims;
    use crate::document::{Format, Limits, parse};

    /// Each quote with the ends of the addresses that it is bound to, and how many findings there are.
    fn bound(text: &str, format: Format) -> (Vec<String>, usize) {
        let claims = claims(&parse(text, format, Limits::default()), text);
        let shown = claims.quotes.iter().map(|quote| {
            let url = |cited: &usize| claims.citations[*cited].url.clone().unwrap_or_default();
            let urls: Vec<String> = quote.cites.iter().map(url).collect();
            let ends: Vec<&str> = urls.iter().filter_map(|url| url.rsplit('/').next()).collect();
            format!("{} > {}", quote.text, ends.join(" "))
        });
        (shown.collect(), claims.findings.len())
    }

    const WORKS: &str = "1. Doe, Jane. 1990. *Walls*. Pier Press. <https://a.test/doe>\n2. Poe, Max. 1991. *Tides*. Pier Press. \
                         <https://a.test/poe>\n3. Roe, Ann. 1992. *Piers*. Pier Press. <https://a.test/roe>\n";

    #[test]
    fn a_mark_with_an_address_of_its_own_leads_there() {
        let text = format!(
            "It was \u{201c}raised in the year of the flood\u{201d}[\\[46\\]](https://b.test/wall)[\\[2\\]](https://b.test/mayor). He calls it \
             \u{201c}the finest wall of the coast\u{201d}[\\[3\\]](https://b.test/town).\n\n## Bibliography\n\n{WORKS}"
        );
        let expected = ["raised in the year of the flood > wall mayor", "the finest wall of the coast > town"];
        let (quotes, _) = bound(&text, Format::Markdown);
        assert_eq!(quotes, expected);
        let link = |number: usize, page: &str| format!("<a href=\"https://b.test/{page}\">[{number}]</a>");
        let page = format!(
            "<p>It was \u{201c}raised in the year of the flood\u{201d}{}{}. He calls it \u{201c}the finest wall of the coast\u{201d}{}.</p>\
             <h2>Bibliography</h2><ol><li>Doe, Jane. Walls. <a href=\"https://a.test/doe\">here</a></li>\
             <li>Poe, Max. Tides. <a href=\"https://a.test/poe\">here</a></li>\
             <li>Roe, Ann. Piers. <a href=\"https://a.test/roe\">here</a></li></ol>",
            link(46, "wall"),
            link(2, "mayor"),
            link(3, "town")
        );
        assert_eq!(bound(&page, Format::Html).0, expected);
    }

    #[test]
    fn a_mark_that_leads_to_the_address_of_its_entry_is_of_that() {
        let text = |urls: [&str; 2]| {
            format!(
                "It was \u{201c}raised in the year of the flood\u{201d}[\\[1\\]]({}). He calls it \u{201c}the finest wall of the \
                 coast\u{201d}[\\[2\\]]({}).\n\n## References\n\n{WORKS}",
                urls[0], urls[1]
            )
        };
        let (quotes, _) = bound(&text(["https://a.test/doe", "https://a.test/poe#:~:text=wall"]), Format::Markdown);
        assert!(quotes[0].contains("> doe") && quotes[1].contains("> poe"), "{quotes:?}");
    }

    #[test]
    fn links_with_numbers_are_told_of_nothing_where_no_list_has_these() {
        let text = "It was raised[\\[1\\]](https://a.test/wall#:~:text=raised). He calls it \u{201c}the finest wall of the coast\u{201d}\
                    [\\[2\\]](https://a.test/mayor#:~:text=wall). Others do not[\\[3\\]](https://a.test/town).\n\n---\n\n\
                    [\\[1\\]](https://a.test/wall#:~:text=raised) [\\[2\\]](https://a.test/mayor#:~:text=wall) The wall\n\n\
                    <https://a.test/wall>\n\n[\\[3\\]](https://a.test/town) A town\n\n<https://a.test/town>\n";
        let (quotes, findings) = bound(text, Format::Markdown);
        assert!(quotes.iter().any(|quote| quote == "the finest wall of the coast > mayor#:~:text=wall"), "{quotes:?}");
        assert_eq!(findings, 0);
    }
}
