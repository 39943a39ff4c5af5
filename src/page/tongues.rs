//! In how many languages a page says the same, where its markup names them: notices of servers do so side by side.

use std::collections::BTreeMap;

use scraper::ElementRef;

/// Elements of one language that say something each.
const FEWEST: usize = 2;
/// A page in more languages is a list of them.
const MOST: u8 = 12;
/// What classes of texts in a language begin with, before its code.
const BEFORE: [&str; 3] = ["lang-", "lang_", "language-"];
/// Codes of languages that are a class of their own (ISO 639-1).
#[rustfmt::skip]
const CODES: [&str; 48] = [
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl", "he", "hi", "hr", "hu",
    "id", "is", "it", "ja", "ko", "lt", "lv", "ms", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "ta", "te",
    "th", "tr", "uk", "ur", "vi", "zh",
];

/// The number of languages, among the elements of a page; none where it is in one, or does not say in which.
pub(super) fn of(elements: &[ElementRef<'_>]) -> u8 {
    let mut parts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for language in elements.iter().filter_map(|element| named(*element)) {
        *parts.entry(language).or_default() += 1;
    }
    let languages = parts.values().filter(|count| **count >= FEWEST).count();
    u8::try_from(languages).ok().filter(|languages| (2..=MOST).contains(languages)).unwrap_or_default()
}

/// The language that an element of text is in by its mark. What leads to another page in it is none.
fn named(element: ElementRef<'_>) -> Option<&'static str> {
    let value = element.value();
    if !matches!(value.name(), "span" | "p" | "div" | "section" | "article" | "h1" | "h2" | "h3" | "h4" | "li" | "dd") {
        return None;
    }
    let classes = value.attr("class").map(str::trim);
    let of_class = classes.map(|class| BEFORE.iter().find_map(|before| class.strip_prefix(before)).unwrap_or(class));
    let written = value.attr("lang").or(of_class)?;
    let code = written.trim().split(['-', '_']).next()?;
    CODES.into_iter().find(|known| known.eq_ignore_ascii_case(code))
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use super::of;
    use crate::page::telling::elements;

    fn check(body: &str, expected: u8) {
        assert_eq!(of(&elements(&Html::parse_document(body))), expected, "{body}");
    }

    #[test]
    fn languages_side_by_side_are_counted() {
        check("<h1><span class=en>Trouble</span><span class=de>Ärger</span></h1><p class=en>a</p><p class=de>b</p>", 2);
        check("<div lang=fr-CA>a</div><div lang=en-CA>b</div><p lang=fr>c</p><p lang=en>d</p>", 2);
        check("<p class='lang-pl'>a</p><p class='lang-en'>b</p><p class='lang-pl'>a</p><p class='lang-en'>b</p>", 2);
    }

    #[test]
    fn a_page_in_one_language_and_a_choice_of_others_are_not() {
        check("<html lang=en><p lang=en>a<p lang=en>b<p lang=de>c", 0);
        check("<ul><li lang=de>Deutsch<li lang=fr>Français<li lang=it>Italiano</ul><p>a", 0);
        check("<p>a<a lang=de>a</a><a lang=de>b</a><a lang=fr>a</a><a lang=fr>b</a>", 0);
        check("<p class=no>a<p class='no left'>b<p class=it>c", 0);
    }
}
