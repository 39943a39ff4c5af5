//! Links that are no part of what a page says: those around it, and those that are the title of another page.

use scraper::ElementRef;

use super::words_of;
use crate::page::sight::{self, Called};

/// Whether a link stands in an aside of the site or in its footer, called so by a class, or is all that an item of a list or a
/// lesser heading says.
pub(super) fn is_of_other(link: ElementRef<'_>) -> bool {
    let (mut aside, mut item) = (false, None);
    for parent in link.ancestors().filter_map(ElementRef::wrap) {
        let element = parent.value();
        // Items around this one say as much and more.
        let is_item = item.is_none() && matches!(element.name(), "li" | "h2" | "h3" | "h4" | "h5" | "h6");
        if is_item && *item.insert(words_of(parent)) == words_of(link) || sight::called(element) == Some(Called::Footer)
        {
            return true;
        }
        // One within the article is a notice as well as any other box.
        if sight::is_article(element) {
            return false;
        }
        aside |= element.name() == "aside";
    }
    aside
}
