//! In how many languages a page says the same, where its markup names them: notices of servers do so side by side.

use std::collections::{BTreeMap, HashMap};

use scraper::{ElementRef, Node};

use super::walk;

/// Elements of one language that say something each.
const FEWEST: usize = 2;
/// A page in more languages is a list of them.
const MOST: u8 = 12;
/// What is said in a language is no shorter than this part of what is said in the one that says most: a quotation is.
const SHARE: usize = 5;
/// What classes of texts in a language begin with, before its code.
const BEFORE: [&str; 3] = ["lang-", "lang_", "language-"];
/// The language that pages in several have, beside which a class that is a code is one.
const BESIDE: &str = "en";
/// Codes of languages that are a class of their own (ISO 639-1).
#[rustfmt::skip]
const CODES: [&str; 48] = [
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl", "he", "hi", "hr", "hu",
    "id", "is", "it", "ja", "ko", "lt", "lv", "ms", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "ta", "te",
    "th", "tr", "uk", "ur", "vi", "zh",
];

/// A mark of the language that an element is in.
#[derive(Debug, Clone, Copy)]
struct Mark {
    language: &'static str,
    /// It is a class that is nothing but the code; parts of tables and pages are called `tr`, `th`, `id` as well.
    is_bare: bool,
}

/// An element with a mark, and the characters that it says but for those in others.
#[derive(Debug, Clone, Copy)]
struct Part {
    mark: Mark,
    said: usize,
}

/// Where in the page a node is.
#[derive(Debug, Clone, Copy)]
enum At {
    /// In what nobody reads, or what stands around the page.
    Outside,
    Unmarked,
    In(usize),
}

/// The number of languages, among the elements of a page; none where it is in one, or does not say in which.
pub(super) fn of(elements: &[ElementRef<'_>]) -> u8 {
    // Most pages have no such marks, and need not be read again.
    if elements.iter().filter_map(|element| named(*element)).nth(2 * FEWEST - 1).is_none() {
        return 0;
    }
    let body = elements.iter().find(|element| element.value().name() == "body");
    let (parts, all) = body.map(|body| parts(*body)).unwrap_or_default();
    let is_bare_english = |part: &Part| part.mark.is_bare && part.mark.language == BESIDE;
    let counts_bare = parts.iter().any(is_bare_english);
    let mut languages: BTreeMap<&'static str, (usize, usize)> = BTreeMap::new();
    for part in parts.iter().filter(|part| counts_bare || !part.mark.is_bare) {
        let (count, said) = languages.entry(part.mark.language).or_default();
        *count += 1;
        *said += part.said;
    }
    let most = languages.values().map(|(_, said)| *said).max().unwrap_or_default();
    languages.retain(|_, (count, said)| *count >= FEWEST && *said * SHARE >= most);
    let marked: usize = languages.values().map(|(_, said)| said).sum();
    let count = u8::try_from(languages.len()).ok().filter(|count| (2..=MOST).contains(count) && 2 * marked > all);
    count.unwrap_or_default()
}

/// The parts of a page that have a mark and say something, and how many characters it says in all.
fn parts(body: ElementRef<'_>) -> (Vec<Part>, usize) {
    let (mut parts, mut all): (Vec<Part>, usize) = (Vec::new(), 0);
    let mut places = HashMap::new();
    for node in body.descendants() {
        let around = node.parent().and_then(|parent| places.get(&parent.id()).copied()).unwrap_or(At::Unmarked);
        if let Node::Text(text) = node.value() {
            let said = text.chars().filter(|c| !c.is_whitespace()).count();
            match around {
                At::Outside => {}
                At::Unmarked => all += said,
                At::In(part) => {
                    all += said;
                    parts[part].said += said;
                }
            }
        } else if let Some(element) = ElementRef::wrap(node) {
            places.insert(node.id(), place(element, around, &mut parts));
        }
    }
    parts.retain(|part| part.said > 0);
    (parts, all)
}

/// Where an element is, in what is `around` it; one with a mark is a part.
fn place(element: ElementRef<'_>, around: At, parts: &mut Vec<Part>) -> At {
    if matches!(around, At::Outside) || matches!(element.value().name(), "nav" | "footer") || walk::is_unread(element) {
        return At::Outside;
    }
    named(element).map_or(around, |mark| {
        parts.push(Part { mark, said: 0 });
        At::In(parts.len() - 1)
    })
}

/// The language that an element of text is in by its mark. What leads to another page in it is none.
fn named(element: ElementRef<'_>) -> Option<Mark> {
    let value = element.value();
    if !matches!(value.name(), "span" | "p" | "div" | "section" | "article" | "h1" | "h2" | "h3" | "h4" | "li" | "dd") {
        return None;
    }
    let class = value.attr("class").map(str::trim);
    let before = class.and_then(|class| BEFORE.iter().find_map(|before| class.strip_prefix(before)));
    let written = value.attr("lang").or(before);
    let code = written.or(class)?.trim().split(['-', '_']).next()?;
    let language = CODES.into_iter().find(|known| known.eq_ignore_ascii_case(code))?;
    Some(Mark { language, is_bare: written.is_none() })
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
        check("<p lang=fr>un</p><p lang=nl>een</p><p lang=fr>deux</p><p lang=nl>twee</p>", 2);
        check("<p class=lang-fr>un</p><p class=lang-nl>een</p><p class=lang-fr>deux</p><p class=lang-nl>twee</p>", 2);
        check("<p class=en>a<p class=it>b<p class=no>c<p class=en>a<p class=it>b<p class=no>c", 3);
    }

    #[test]
    fn classes_that_are_codes_are_languages_beside_english_only() {
        let row = "<div class=tr><div class=th>Depth</div><div class=td>four metres</div></div>";
        check(&row.repeat(3), 0);
        check("<p class=id>a<p class=is>b<p class=id>c<p class=is>d", 0);
        check("<p class=id>a<p class=is>b<p class=id>c<p class=is>d<p lang=en>e<p lang=en>f", 0);
        check("<p lang=id>a<p lang=is>b<p lang=id>c<p lang=is>d", 2);
    }

    #[test]
    fn what_has_no_text_says_nothing() {
        check("<p class=en>a<p class=en>b<div class=hr> </div><div class=hr></div>", 0);
        check("<p lang=en>a<p lang=en>b<span lang=de></span><span lang=de><img src=a></span>", 0);
        check("<p lang=en>a<p lang=en>b<p lang=de hidden>a<p lang=de hidden>b", 0);
        check("<p lang=en>a<p lang=en>b<p lang=de><b>a</b><p lang=de><b>b</b>", 2);
    }

    #[test]
    fn the_parts_are_most_of_the_page_and_say_the_same() {
        let article = "<p>The masons of the eastern breakwater came from Brest and from Husum.</p>";
        let said = "<span lang=fr>la digue</span><span lang=fr>le quai</span><span lang=de>der Damm</span><span lang=de>der Kai</span>";
        check(&format!("{article}{said}"), 0);
        check(&format!("<p>502</p>{said}"), 2);
        check(&format!("<nav>{article}</nav><script>let a = 'the masons of the eastern breakwater'</script>{said}"), 2);
        // What stands in another language amid a text that is marked as a whole is quoted there.
        check(&format!("<h1 lang=en>The masons</h1><div lang=en>{article}{article}{said}</div>"), 0);
    }

    #[test]
    fn a_page_in_one_language_and_a_choice_of_others_are_not() {
        check("<html lang=en><p lang=en>a<p lang=en>b<p lang=de>c", 0);
        check("<ul><li lang=de>Deutsch<li lang=fr>Français<li lang=it>Italiano</ul><p>a", 0);
        check("<p>a<a lang=de>a</a><a lang=de>b</a><a lang=fr>a</a><a lang=fr>b</a>", 0);
        check("<p class=no>a<p class='no left'>b<p class=it>c", 0);
    }
}
