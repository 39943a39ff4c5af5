//! What is cut from a page as a reader sees it stands there, however the page is written, and nothing else does.

use proptest::prelude::*;

use super::check;
use crate::page::{ContentHead, SaidBy, read};
use crate::quote_match::*;

/// Words that fold to letters that no other of them has; some are what typography and encodings break.
const WORDS: [&str; 36] = [
    "river",
    "harbour",
    "council",
    "voted",
    "the",
    "of",
    "not",
    "never",
    "Monday",
    "London",
    "42",
    "1,000",
    "3.5",
    "didn’t",
    "well-known",
    "fishermen",
    "may",
    "must",
    "every",
    "some",
    "Straße",
    "café",
    "naïve",
    "Łódź",
    "河水",
    "наука",
    "$5.50",
    "7%",
    "U.S.",
    "efficient",
    "government",
    "“quoted”",
    "(aside)",
    "however,",
    "again.",
    "finally",
];

/// How the words are written into the page, one choice a word.
#[derive(Debug, Clone)]
struct Written {
    word: &'static str,
    /// What is done to the word.
    how: u8,
    /// What stands before the next.
    gap: u8,
}

fn written() -> impl Strategy<Value = Vec<Written>> {
    let one = (prop::sample::select(WORDS.to_vec()), any::<u8>(), any::<u8>());
    prop::collection::vec(one.prop_map(|(word, how, gap)| Written { word, how, gap }), 6..60)
}

/// The word in the page, with elements, entities and characters that nobody sees.
fn markup(Written { word, how, .. }: &Written) -> String {
    let entities = |hex: bool| -> String {
        let one = |c: char| if hex { format!("&#x{:x};", c as u32) } else { format!("&#{};", c as u32) };
        word.chars().map(one).collect()
    };
    let second = word.char_indices().nth(1).map_or(word.len(), |(at, _)| at);
    let (first, rest) = word.split_at(second);
    match how % 14 {
        0 => format!("<b>{word}</b>"),
        1 => format!("<a href='/x'><i>{first}</i>{rest}</a>"),
        2 => format!("<span class=dropcap>{first}</span>{rest}"),
        3 => format!("{first}<!-- not -->{rest}"),
        4 => format!("{first}&shy;{rest}"),
        5 => format!("{first}&#8203;{rest}"),
        6 => format!("{first}<wbr>{rest}"),
        7 => entities(true),
        8 => entities(false),
        9 => format!("{first}<script>var x = 'never';</script>{rest}"),
        10 => format!("<span><span style='float:left; display:block'>{first}</span>{rest}</span>"),
        11 => format!("{word}<span class='is-sr-only'> (opens in a new tab)</span>"),
        _ => (*word).to_owned(),
    }
}

fn gap(Written { gap, .. }: &Written) -> &'static str {
    match gap % 16 {
        0 => "&nbsp;",
        1 => "\n\t ",
        2 => "<br>",
        3 => "</p>\n<p>",
        4 => "<hr>",
        5 => " <span hidden>not</span> ",
        6 => "&emsp;",
        7 => " <img src=x alt='a boat'> ",
        8 => "</p><div>",
        9 => " <style>p { color: red }</style>",
        10 => "<sup><a href='#n'>[12]</a></sup> ",
        11 => " <template>never</template>",
        _ => " ",
    }
}

fn html(words: &[Written]) -> String {
    let body: String =
        words.iter().map(|word| markup(word) + if is_last(words, word) { "" } else { gap(word) }).collect();
    format!("<!doctype html><title>x</title><body><p>{body}")
}

fn is_last(words: &[Written], word: &Written) -> bool {
    words.last().is_some_and(|last| std::ptr::eq(last, word))
}

fn page_of(bytes: &[u8], content_type: &str) -> Page {
    let head = ContentHead { content_type: Some(content_type), said_by: SaidBy::Server, url: "https://e.example/" };
    read(bytes, &head, &mut || true)
}

fn plain(words: &[Written]) -> String {
    words.iter().map(|word| word.word).collect::<Vec<_>>().join(" ")
}

/// What keyboards and editors make of it.
fn typed(quote: &str, how: u8) -> String {
    match how % 6 {
        0 => quote.replace('’', "'").replace(['“', '”'], "\""),
        1 => quote.replace("1,000", "1000").replace("ß", "ss"),
        2 => quote.replace(' ', "\u{a0}"),
        3 => quote.replace("ffi", "\u{fb03}").replace('-', "\u{2010}"),
        4 => quote.replace(' ', " \n "),
        _ => quote.to_owned(),
    }
}

fn letters(text: &str) -> String {
    Folded::new(text, Spaces::Written).text
}

fn cut(words: &[Written], from: usize, length: usize) -> &[Written] {
    let from = from % (words.len() - 3);
    &words[from..(from + 3 + length).min(words.len())]
}

proptest! {
    #[test]
    fn what_is_cut_from_a_page_is_sound_and_at_its_place(
        words in written(), from in 0usize..60, length in 0usize..30, how in any::<u8>(),
    ) {
        let page = page_of(html(&words).as_bytes(), "text/html; charset=utf-8");
        let part = cut(&words, from, length);
        let quote = typed(&plain(part), how);
        let found = FoldedPage::new(&page).find(&quote, QuoteKind::Sentence);
        prop_assert!(found.class.is_sound(), "{quote:?} in {}: {found:#?}", html(&words));
        let hit = found.hit.expect("a passage");
        let text = page.text(hit.text).unwrap_or_default();
        prop_assert_eq!(text.get(hit.span.range()), Some(hit.matched.as_str()));
        prop_assert_eq!(text.chars().skip(hit.chars.start()).take(hit.chars.end() - hit.chars.start()).collect::<String>(), hit.matched.clone());
        prop_assert_eq!(letters(&hit.matched), letters(&quote));
        // The first place with these letters, word for word.
        let before = letters(&text[..hit.span.start()]).replace("opensinanewtab", "").replace("12", "");
        let all: Vec<String> = words.iter().map(|word| letters(word.word)).collect();
        let places = all.windows(part.len()).enumerate().filter(|(_, seen)| seen.concat() == letters(&quote));
        let starts: Vec<String> = places.map(|(at, _)| all[..at].concat()).collect();
        prop_assert!(starts.contains(&before), "{before} {starts:?}");
        prop_assert!(hit.matched.starts_with(|c: char| !c.is_whitespace()) && hit.matched.ends_with(|c: char| !c.is_whitespace()));
    }

    #[test]
    fn what_is_cut_with_another_word_in_it_is_never_sound(
        words in written(), from in 0usize..60, length in 0usize..20, at in 0usize..20, other in prop::sample::select(WORDS.to_vec()),
        kind in prop::sample::select(vec![QuoteKind::Sentence, QuoteKind::Phrase, QuoteKind::Block]),
    ) {
        let part = cut(&words, from, length);
        let mut changed: Vec<&str> = part.iter().map(|word| word.word).collect();
        let at = at % changed.len();
        changed[at] = other;
        let quote = changed.join(" ");
        // By chance the page has that as well.
        prop_assume!(!letters(&plain(&words)).contains(&letters(&quote)));
        let page = page_of(html(&words).as_bytes(), "text/html; charset=utf-8");
        let found = FoldedPage::new(&page).find(&quote, kind);
        prop_assert!(!found.class.is_sound(), "{quote:?} in {}: {found:#?}", html(&words));
    }

    #[test]
    fn a_sentence_of_other_words_is_never_sound(
        words in written(), sentence in prop::collection::vec("[b-df-hj-np-tv-z][aeiou][b-df-hj-np-tv-z]{2,4}q", 1..20),
    ) {
        let page = page_of(html(&words).as_bytes(), "text/html; charset=utf-8");
        let found = FoldedPage::new(&page).find(&sentence.join(" "), QuoteKind::Sentence);
        prop_assert_eq!(found.class, MatchClass::Absent);
    }

    #[test]
    fn what_is_cut_is_sound_in_every_charset_that_has_its_letters(
        words in prop::collection::vec(prop::sample::select(vec!["river", "naïve", "café", "didn’t", "“voted”", "Größe", "—", "the", "again"]), 8..40),
        charset in prop::sample::select(vec!["windows-1252", "iso-8859-1", "utf-8", "utf-16le", "utf-16be", "gb18030", "macintosh"]),
        by_header in any::<bool>(), late in 0usize..3_000,
    ) {
        let quote = words.join(" ");
        let meta = if by_header { String::new() } else { format!("<meta charset={charset}>") };
        let html = format!("<!doctype html><!--{}-->{meta}<p>{quote}</p>", "-x".repeat(late));
        let bytes = match charset {
            "utf-16le" => html.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "utf-16be" => html.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            label => encoding_rs::Encoding::for_label(label.as_bytes()).expect("a label").encode(&html).0.into_owned(),
        };
        let content_type = if by_header { format!("text/html; charset={charset}") } else { "text/html".to_owned() };
        let page = page_of(&bytes, &content_type);
        let found = FoldedPage::new(&page).find(&quote, QuoteKind::Sentence);
        prop_assert!(found.class.is_sound(), "{charset} {:?}: {found:#?}", page.charset);
    }

    #[test]
    fn no_page_and_no_quote_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        html in "(</?(p|b|sup|a|td|svg|text|img alt='x y'|del|div class=sr-only)>|the |river |\\[1\\]|\\[|\\]|&shy;|&#150;|…|\u{d}|\\PC){0,40}",
        content_type in prop::sample::select(vec!["text/html", "text/plain", "", "text/html; charset=utf-16", "text/html; charset=iso-2022-jp"]),
        quote in "(the |river |\\[1\\]|\\[|\\]|…|“|'|\\PC){0,12}",
    ) {
        let mixed = [bytes.as_slice(), html.as_bytes(), bytes.as_slice()].concat();
        for bytes in [html.as_bytes(), mixed.as_slice()] {
            let page = page_of(bytes, content_type);
            for kind in [QuoteKind::Sentence, QuoteKind::List, QuoteKind::Term] {
                let found = FoldedPage::new(&page).find(&quote, kind);
                if let Some(hit) = found.hit {
                    let text = page.text(hit.text).unwrap_or_default();
                    prop_assert_eq!(text.get(hit.span.range()), Some(hit.matched.as_str()));
                }
            }
        }
    }
}

#[test]
fn a_quote_goes_over_what_stands_between_two_paragraphs() {
    let quote = "asked for another year of study. Work will begin in April, the mayor said";
    let of = |between: &str| {
        let html = format!(
            "<article><p>The engineers had asked for another year of study.</p>{between}<p>Work will begin in April, the mayor \
             said, and the road stays closed.</p></article>"
        );
        FoldedPage::new(&page_of(html.as_bytes(), "text/html")).find(quote, QuoteKind::Sentence).class
    };
    for between in [
        "<figure><img src=a><figcaption>The dam in 1931. Photograph: J. Doe</figcaption></figure>",
        "<div class=ad-slot>Advertisement</div>",
        "<p>READ MORE: <a href=x>The flood of 1998</a></p>",
        "<button>Listen to this article</button>",
    ] {
        assert!(of(between).is_sound(), "{between}");
    }
    for between in ["<h2>Road closed</h2>", "<p>Nobody had listened.</p>"] {
        assert!(!of(between).is_sound(), "{between}");
    }
}

#[test]
fn what_stands_before_a_picture_is_not_found_behind_what_follows_it() {
    let page = page_of(
        "<p>He praised the nurses of the ward. He condemned the managers of the trust.</p><figure><img src=a><figcaption>The \
         ward</figcaption></figure><p>He said nothing of the minister at all.</p>"
            .as_bytes(),
        "text/html; charset=utf-8",
    );
    let page = FoldedPage::new(&page);
    for quote in [
        "He condemned the managers of the trust. … He praised the nurses of the ward.",
        "He said nothing of the minister at all. [...] He praised the nurses of the ward.",
        "He condemned the managers … praised the nurses of the ward",
        "said nothing of the minister at all; condemned the managers; praised the nurses",
    ] {
        let kind = if quote.contains(';') { QuoteKind::List } else { QuoteKind::Sentence };
        let class = page.find(quote, kind).class;
        assert!(!class.is_sound(), "{quote}: {class:?}");
    }
    for quote in [
        "He condemned the managers of the trust. He said nothing of the minister at all.",
        "He praised the nurses … said nothing of the minister at all",
        "praised the nurses; condemned the managers; said nothing of the minister at all",
        "the managers of the trust. … nothing of the minister",
    ] {
        let kind = if quote.contains(';') { QuoteKind::List } else { QuoteKind::Sentence };
        let class = page.find(quote, kind).class;
        assert!(class.is_sound(), "{quote}: {class:?}");
    }
}

#[test]
fn what_nobody_sees_is_no_character_of_a_quote_and_what_parts_letters_is_one() {
    let page =
        "The government of rivers met in May. گیت چطور فایل\u{200c}ها رو ذخیره می\u{200c}کنه و پاسخ آن ساده است.";
    for (quote, expected) in [
        ("The govern\u{ad}ment of riv\u{200b}ers met", MatchClass::Verbatim),
        ("چطور فایل\u{200c}ها رو ذخیره می\u{200c}کنه", MatchClass::Verbatim),
        ("چطور فایلها رو ذخیره میکنه", MatchClass::Typographic),
    ] {
        check(page, quote, expected);
    }
}
