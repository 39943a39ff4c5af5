//! Entries of a bibliography that no link leads to, beside entries that links do lead to.

use std::collections::HashSet;

use super::{Finder, Region};

/// Names of the entries of a bibliography.
const ENTRIES: &[&str] = &["csl-entry", "doc-biblioentry"];
/// Bytes of the longest key.
const LONGEST: usize = 80;

impl Finder<'_, '_> {
    /// Entries without a mark.
    pub(super) fn idle(&mut self) {
        let tree = self.tree;
        if self.regions.is_empty() {
            return;
        }
        let entries: Vec<usize> = (0..tree.elements.len()).filter(|&own| tree.is_called(own, ENTRIES)).collect();
        let (pointed, idle): (Vec<usize>, Vec<usize>) = entries.into_iter().partition(|&own| self.is_in_region(own));
        let lists: HashSet<usize> = pointed.iter().filter_map(|&own| tree.elements[own].parent).collect();
        for entry in idle {
            let own = &tree.elements[entry];
            let holds = self.regions.range(own.events.clone()).next().is_some();
            let id = tree.value(entry, "id").filter(|id| !id.is_empty() && id.len() <= LONGEST);
            let (Some(id), false) = (id, holds) else { continue };
            if own.parent.is_some_and(|parent| lists.contains(&parent)) {
                let label = ["ref-", "bib-", "ref_", "bib_"].iter().find_map(|start| id.strip_prefix(start));
                let label = label.unwrap_or(&id).to_owned();
                let bytes = own.tag.start..own.end;
                let region = Region { events: own.events.clone(), bytes, label, number: None, beside: false };
                self.regions.insert(own.events.start, region);
            }
        }
    }

    fn is_in_region(&self, element: usize) -> bool {
        let start = self.tree.elements[element].events.start;
        let before = self.regions.range(..=start).next_back();
        before.is_some_and(|(_, region)| start < region.events.end)
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    fn labels(list: &str, heading: &str) -> Vec<String> {
        let text = format!(
            "<html><body><article><p>As Smith wrote, “nothing is new under the sun” (<a href=\"#ref-smith\" \
             role=\"doc-biblioref\">Smith 2001</a>), and so on.</p>{heading}<div id=\"refs\" role=\"list\">{list}</div></article></body></html>"
        );
        let document = parse(&text, Format::Html, Limits::default());
        let shown = document
            .entries
            .iter()
            .map(|entry| format!("{} {}", entry.label, entry.source.title.as_deref().unwrap_or("-")));
        shown.collect()
    }

    #[test]
    fn an_entry_without_a_mark_stands_beside_those_that_have_one() {
        let smith = "<div id=\"ref-smith\" class=\"csl-entry\" role=\"listitem\">Smith, Ann. 2001. <em>Machines</em>. Port Press. \
                     <a href=\"https://a.test/m\">https://a.test/m</a>.</div>";
        let doe = "<div id=\"ref-doe\" class=\"csl-entry\" role=\"listitem\">Doe, Una. 2002. “Nothing at All.” <em>Naught</em> 3: 4–5. \
                   <a href=\"https://doi.org/10.1234/n\">https://doi.org/10.1234/n</a>.</div>";
        for list in [format!("{smith}{doe}"), format!("{smith}\n{doe}")] {
            for heading in ["", "<h2>References</h2>", "<h2>Nachweise der Arbeit</h2>"] {
                assert_eq!(labels(&list, heading), ["Smith 2001 Machines", "doe Nothing at All"], "{heading}");
            }
        }
        assert_eq!(labels(&format!("{doe}{smith}"), ""), ["doe Nothing at All", "Smith 2001 Machines"]);
    }

    #[test]
    fn what_is_no_entry_of_that_list_stays_what_it_is() {
        let smith = "<p id=\"ref-smith\" class=\"csl-entry\">Smith, Ann. 2001. <em>Machines</em>. <a href=\"https://a.test/m\">Link</a>.</p>";
        let other = "<div><p class=\"csl-entry\" id=\"x\">How to cite us: <a href=\"https://b.test/us\">this page of ours</a></p></div>";
        assert_eq!(labels(&format!("{smith}{other}"), "").len(), 2);
        assert!(!labels(&format!("{smith}{other}"), "")[1].starts_with("x "));
    }
}
