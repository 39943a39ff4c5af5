//! What of a page is no prose of the article: what is not shown, leads back from a note, or only repeats its number.

use super::tree::Event;
use super::writer::Writer;

/// Elements in which web archives tell of the capture.
const BANNERS: [&str; 4] = ["wm-ipp-base", "wm-ipp", "_wb_frame_top_banner", "wb_div"];

/// Elements whose content is no prose of the article.
const SILENT: &[&str] = &[
    "script",
    "style",
    "svg",
    "math",
    "template",
    "noscript",
    "iframe",
    "object",
    "textarea",
    "select",
    "nav",
    "head",
    "button",
    "audio",
    "video",
    "canvas",
    "form",
    "title",
    "del",
    "s",
    "strike",
    "d-math",
    "d-code",
    "dt-code",
    "d-bibliography",
    "dt-bibliography",
    "d-front-matter",
];

impl Writer<'_, '_> {
    /// Whether nothing of an element is prose: it is not shown, leads back from a note, or only repeats its number.
    pub(super) fn is_silent(&self, element: usize) -> bool {
        let own = &self.tree.elements[element];
        let hidden = || {
            let style = self.tree.value(element, "style").unwrap_or_default().replace(' ', "").to_ascii_lowercase();
            self.tree.value_place(element, "hidden").is_some() && !self.comes_later(element)
                || style.contains("display:none")
        };
        if SILENT.contains(&own.name.as_str()) || !self.in_note && hidden() {
            return true;
        }
        let leads = self.tree.value(element, "role").is_some_and(|role| role == "navigation");
        if leads || self.is_for_the_hand(element) || self.is_of_readers(element) {
            return true;
        }
        // What archives set above the pages that they show.
        if own.name == "div" && self.tree.value(element, "id").is_some_and(|id| BANNERS.contains(&id.as_ref())) {
            return true;
        }
        // The mark of a note is often raised, with brackets that are no link.
        if own.name == "sup" && !self.in_note && self.holds_only_marks(element) {
            return false;
        }
        if !self.in_note {
            return false;
        }
        let number = self.footnotes.notes.iter().any(|note| note.number == Some(element));
        let back =
            own.name == "a" && self.tree.value(element, "href").and_then(|href| self.tree.linked(&href)).is_some();
        number || back || self.tree.is_called(element, &["backlink", "backref"])
    }

    /// A part that a server sends behind the page, and that a script puts in its place: `S:1`, for which `B:1` or `P:1`
    /// stands.
    fn comes_later(&self, element: usize) -> bool {
        let id = self.tree.value(element, "id");
        let number = id.as_deref().and_then(|id| id.strip_prefix("S:"));
        let holds_place = |sign: &str, number: &str| self.tree.target(&format!("{sign}:{number}")).is_some();
        number.is_some_and(|number| holds_place("B", number) || holds_place("P", number))
    }

    fn holds_only_marks(&self, element: usize) -> bool {
        let own = &self.tree.elements[element];
        self.tree.events[own.events.clone()].iter().any(|event| match event {
            Event::Open(inner) => self.footnotes.marks.contains_key(inner),
            _ => false,
        })
    }
}
