//! What a cross reference of a document can lead to in it, so that one that leads nowhere is told.

use std::collections::HashSet;

use crate::span::floor_char_boundary;

/// Bytes of the longest anchor.
const LONGEST: usize = 120;

/// The anchors of a document, and its headings, of which anchors are made.
pub(super) struct Anchors {
    names: HashSet<String>,
}

impl Anchors {
    /// Those of a document that has a bibliography with anchors and includes no other: of any other it is not known what a
    /// reference can lead to.
    pub(super) fn of(text: &str) -> Option<Self> {
        if !text.contains("[[[") || text.contains("include::") || text.contains("ifdef::") {
            return None;
        }
        let mut names = HashSet::new();
        for (sign, ends) in [("[[", ",]"), ("[#", ",.%]"), ("anchor:", "["), ("id=", "\",]'")] {
            for (at, _) in text.match_indices(sign) {
                let near = &text[at + sign.len()..floor_char_boundary(text, at + sign.len() + LONGEST)];
                let name = near.trim_start_matches(['[', '"', '\'']);
                let end = name.find(|c: char| ends.contains(c) || c == '\n').unwrap_or(name.len());
                names.insert(folded(&name[..end]));
            }
        }
        let headings = text.lines().filter(|line| line.starts_with('=') || line.starts_with('.'));
        names.extend(headings.map(folded));
        // Headings that a line of signs stands under.
        let under = text.lines().zip(text.lines().skip(1));
        let is_rule = |line: &str| {
            line.len() > 2
                && ["=", "-", "~", "^", "+"].iter().any(|sign| line.trim_matches(|c| sign.contains(c)).is_empty())
        };
        names.extend(under.filter(|(_, below)| is_rule(below)).map(|(heading, _)| folded(heading)));
        Some(Self { names })
    }

    /// Whether a reference can lead to a part of the document, or to another one.
    pub(super) fn has(&self, label: &str) -> bool {
        let elsewhere = label.contains(['#', '/', '.', '{', ':']);
        elsewhere || label.starts_with('_') || self.names.contains(&folded(label))
    }
}

/// Letters and digits alone: how an anchor is made of a heading can be set.
fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};
    use crate::finding::Code;

    fn check(references: &str, rest: &str, orphans: &[&str]) {
        let text = format!(
            "= Log\n:toc:\n\n[[tides]]\n== The Tides of May\n\n[#ropes.big]\n.A figure\nimage::a.png[]\n\nSo {references}.\n\n{rest}"
        );
        let document = parse(&text, Format::Asciidoc, Limits::default());
        let lost = document.markers.iter().filter(|marker| marker.entries.is_empty());
        let labels: Vec<&str> = lost.flat_map(|marker| marker.labels.iter().map(String::as_str)).collect();
        assert_eq!(labels, orphans, "{references}");
        assert!(document.findings.iter().all(|finding| finding.code != Code::EntryWithoutUrl));
    }

    const LIST: &str =
        "[bibliography]\n== Books\n\n* [[[byrd]]] Byrd. https://a.test/1\n* [[[lee,2]]] Lee. https://a.test/2\n";

    #[test]
    fn a_reference_to_no_entry_and_no_part_leads_nowhere() {
        check("<<byrd>> and <<nobody>>", LIST, &["nobody"]);
        check("<<lee>>, <<hale,Hale>>", LIST, &["hale"]);
        for part in [
            "<<tides>>",
            "<<ropes>>",
            "<<_the_tides_of_may>>",
            "<<The Tides of May>>",
            "<<the-tides-of-may>>",
            "<<other.adoc#x>>",
            "<<_x>>",
        ] {
            check(part, LIST, &[]);
        }
    }

    #[test]
    fn where_not_all_parts_are_known_nothing_is_told() {
        check("<<nobody>>", "== Books\n\n* Byrd. https://a.test/1\n", &[]);
        check("<<nobody>>", &format!("include::more.adoc[]\n\n{LIST}"), &[]);
    }
}
