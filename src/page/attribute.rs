//! Attributes of elements, by their names as they are written. The tree would make a name of its own from each that is asked
//! for, which costs more than to compare it with the few that an element has.

use scraper::ElementRef;
use scraper::node::Element;

/// What has attributes.
pub(super) trait Attribute<'a> {
    /// The value of the attribute of that name, in lower case, if there is one.
    fn attribute(self, name: &str) -> Option<&'a str>;
}

impl<'a> Attribute<'a> for &'a Element {
    fn attribute(self, name: &str) -> Option<&'a str> {
        // Of two of one name, one is of a namespace: `xlink:href`.
        let mut all = self.attrs.iter();
        all.find(|(own, _)| *own.local == *name && own.ns.is_empty()).map(|(_, value)| &**value)
    }
}

impl<'a> Attribute<'a> for ElementRef<'a> {
    fn attribute(self, name: &str) -> Option<&'a str> {
        self.value().attribute(name)
    }
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use super::*;

    #[test]
    fn an_attribute_is_found_by_its_name_and_in_no_namespace() {
        let tree = Html::parse_document("<a CLASS=one href='/a' data-x>b</a><svg><a xlink:href='/b'></svg>");
        let of = |at: usize, name: &str| {
            let mut links = tree.root_element().descendent_elements().filter(|element| element.value().name() == "a");
            let link = links.nth(at).unwrap();
            assert_eq!(link.attribute(name), link.attr(name), "{name}");
            link.attribute(name)
        };
        assert_eq!((of(0, "class"), of(0, "href"), of(0, "data-x")), (Some("one"), Some("/a"), Some("")));
        assert_eq!((of(0, "id"), of(1, "href")), (None, None));
    }
}
