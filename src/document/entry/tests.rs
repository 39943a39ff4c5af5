//! Entries of every shape, made up.

use super::*;
use crate::date::DayMonth;

/// Reads an entry of Markdown: `*emphasis*` and `[words](address)`.
pub(super) fn marked_up(text: &str) -> Reading {
    let (mut plain, mut emphasised, mut named) = (String::new(), Vec::new(), Vec::new());
    let (mut open, mut rest) = (None, text);
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match (c, open.take()) {
            ('*', Some(start)) => emphasised.push(start..plain.len()),
            ('*', None) => open = Some(plain.len()),
            ('[', still) if rest.split_once(']').is_some_and(|(_, behind)| behind.starts_with('(')) => {
                open = still;
                let (words, behind) = rest.split_once("](").unwrap();
                let (url, behind) = behind.split_once(')').unwrap();
                let range = plain.len()..plain.len() + words.len();
                named.push(Link { range, url: url.to_owned(), spans: Vec::new(), words: Words::Names });
                plain.push_str(words);
                rest = behind;
            }
            (c, still) => {
                open = still;
                plain.push(c);
            }
        }
    }
    let links = scan::scan(&plain).into_iter().map(|found| Link {
        url: plain[found.range.clone()].to_owned(),
        spans: Vec::new(),
        range: found.range,
        words: Words::Address,
    });
    let mut links: Vec<Link> = links.chain(named).collect();
    links.sort_by_key(|link| link.range.start);
    read(&EntryText { text: &plain, links, emphasised, order: DayMonth::Unknown })
}

pub(super) fn entry(text: &str) -> Reading {
    let link = |found: scan::FoundUrl| Link {
        url: text[found.range.clone()].to_owned(),
        spans: vec![Span::new(found.range.start, found.range.end)],
        range: found.range,
        words: Words::Address,
    };
    let links = scan::scan(text).into_iter().map(link).collect();
    let links = with_bare_addresses(text, links, |range| Span::new(range.start, range.end));
    read(&EntryText { text, links, emphasised: Vec::new(), order: DayMonth::Unknown })
}

/// Title, authors, publisher, published, accessed.
pub(super) type Said<'a> = (Option<&'a str>, &'a [&'a str], Option<&'a str>, Option<&'a str>, Option<&'a str>);

pub(super) fn check(text: &str, expected: Said<'_>) {
    compare(text, &entry(text), expected);
}

/// As `check`, of an entry of Markdown.
pub(super) fn check_marked_up(text: &str, expected: Said<'_>) {
    compare(text, &marked_up(text), expected);
}

fn compare(text: &str, reading: &Reading, expected: Said<'_>) {
    let source = &reading.sources[0];
    let (published, accessed) = (source.published.map(|d| d.to_string()), source.accessed.map(|d| d.to_string()));
    let authors: Vec<&str> = source.authors.iter().map(String::as_str).collect();
    let found: Said<'_> =
        (source.title.as_deref(), &authors, source.publisher.as_deref(), published.as_deref(), accessed.as_deref());
    assert_eq!(found, expected, "{text}");
}

#[test]
fn titles_in_quotation_marks_of_every_sort() {
    let expected = (Some("High Tides"), &[][..], Some("The Harbour Post"), Some("2024-06-16"), Some("2024-06-30"));
    for text in [
        "“High Tides.” The Harbour Post, June 16, 2024. Accessed June 30, 2024. https://a.test/b.",
        "\"High Tides.\" The Harbour Post, 16 June 2024. Retrieved 30 June 2024. https://a.test/b",
        "„High Tides“. The Harbour Post, 16.06.2024. Abgerufen am 30. Juni 2024. https://a.test/b",
        "« High Tides ». The Harbour Post, 16 juin 2024 (consulté le 30 juin 2024). https://a.test/b",
        "‘High Tides’, The Harbour Post (June 16, 2024), last visited on 2024-06-30, <https://a.test/b>.",
        "“High Tides,” The Harbour Post, June 16, 2024, accessed June 30, 2024, https://a.test/b.",
        "“High Tides” The Harbour Post. June 16, 2024. [Online; accessed 30. Jun. 2024] https://a.test/b",
    ] {
        check(text, expected);
    }
}

#[test]
fn authors_stand_before_the_title() {
    check(
        "Byrd, Ann; Cole, Max J.; and Dorn, Eve. “High Tides.” Harbour Post, May 2024. https://a.test",
        (Some("High Tides"), &["Byrd, Ann", "Cole, Max J.", "Dorn, Eve"], Some("Harbour Post"), Some("2024-05"), None),
    );
    check(
        "Byrd, Ann, and Max Cole. \"High Tides: A ‘Short’ History.\" Harbour Post 12, no. 3 (2019): 45–67. https://a.test",
        (Some("High Tides: A ‘Short’ History"), &["Byrd, Ann", "Max Cole"], Some("Harbour Post"), Some("2019"), None),
    );
    check(
        "Byrd, A., & Cole, M. (2020, May 3). High tides of the north. Harbour Press. https://a.test",
        (Some("High tides of the north"), &["Byrd, A.", "Cole, M."], Some("Harbour Press"), Some("2020-05-03"), None),
    );
}

#[test]
fn entries_without_marks_are_read_as_far_as_it_is_sure() {
    check(
        "High tides - Harbour Post, accessed May 1, 2025, https://a.test",
        (Some("High tides"), &[], Some("Harbour Post"), None, Some("2025-05-01")),
    );
    check("High tides (https://a.test)", (Some("High tides"), &[], None, None, None));
    check(
        "High tides | by Ann Byrd | Harbour, accessed May 1, 2025, https://a.test",
        (Some("High tides"), &["Ann Byrd"], Some("Harbour"), None, Some("2025-05-01")),
    );
    check(
        "High tides | by Ann | Harbour | Jan, 2026 - Medium, accessed May 1, 2025, https://a.test",
        (Some("High tides"), &["Ann"], Some("Harbour"), Some("2026-01"), Some("2025-05-01")),
    );
    check("https://a.test", (None, &[], None, None, None));
    check("See the remark that “nobody was there at all” in https://a.test", (None, &[], None, None, None));
}

#[test]
fn archives_belong_to_the_address_before_them() {
    let wayback = "https://web.archive.org/web/20240630120000/https://a.test/b";
    for text in [
        format!("“Sea.” Post. Accessed June 29, 2024. https://a.test/b. Archived June 30, 2024. {wayback}."),
        format!("“Sea.” Post. Archived from the original ({wayback}) on June 30, 2024. https://a.test/b"),
        format!("“Sea.” Post. https://a.test/b. {wayback}"),
        format!("“Sea.” Post. https://a.test/other, archived at {wayback}"),
    ] {
        let reading = entry(&text);
        assert_eq!(reading.sources.len(), 1, "{text}");
        assert_eq!(reading.sources[0].archive_url.as_deref(), Some(wayback), "{text}");
    }
    let alone = entry(&format!("“Sea.” Post. {wayback}"));
    assert_eq!((alone.sources[0].url.as_deref(), &alone.sources[0].archive_url), (Some(wayback), &None));
}

#[test]
fn several_sources_in_one_entry_are_several_sources() {
    let reading = entry("“Sea,” Post, May 2019, https://a.test/x; “Moon,” Star, June 2020, https://b.test/y.");
    let said: Vec<_> =
        reading.sources.iter().map(|s| (s.title.as_deref(), s.publisher.as_deref(), s.url.as_deref())).collect();
    assert_eq!(
        said,
        [(Some("Sea"), Some("Post"), Some("https://a.test/x")), (Some("Moon"), Some("Star"), Some("https://b.test/y"))]
    );
    assert_eq!(entry("https://a.test/x https://a.test/x").sources.len(), 1);
}

#[test]
fn identifiers_stand_for_addresses() {
    let reading = entry("Byrd, A. (2020). High tides. Sea Letters. doi:10.1234/ABC.5");
    assert_eq!((reading.sources[0].doi.as_deref(), &reading.sources[0].url), (Some("10.1234/abc.5"), &None));
    let reading = entry("“High tides.” arXiv:2401.01234.");
    assert_eq!(reading.sources[0].url.as_deref(), Some("https://arxiv.org/abs/2401.01234"));
    assert!(reading.sources[0].url_spans.is_empty());
}

#[test]
fn dates_that_cannot_be_or_can_be_two_are_found() {
    let codes = |text: &str| entry(text).findings.iter().map(|(code, ..)| code.as_str()).collect::<Vec<_>>();
    assert_eq!(codes("“Sea.” Post. Accessed February 30, 2024. https://a.test"), ["date-impossible"]);
    assert_eq!(codes("“Sea.” Post, 06/07/2024. https://a.test"), ["date-ambiguous"]);
    assert!(codes("“Sea.” Post, 16/07/2024. https://a.test").is_empty());
}

#[test]
fn an_entry_with_a_thousand_addresses_is_read_in_no_time() {
    let text = (0..20_000).map(|n| format!("https://a.test/{n}")).collect::<Vec<_>>().join(" ");
    assert_eq!(entry(&text).sources.len(), 20_000);
}

#[test]
fn the_grammars_of_style_guides_are_read() {
    check(
        "Byrd A, Cole MJ. High tides of it. Sea Letters. 2021;12(3):45-67. Available from: https://a.test/b [cited 2021 Jun 3]",
        (Some("High tides of it"), &["Byrd A", "Cole MJ"], Some("Sea Letters"), Some("2021"), Some("2021-06-03")),
    );
    check(
        "Harbour Tide Office. Tide tables [Internet]. Geneva: Harbour Press; 2021 [cited 2021 Jun 3]. Available from: https://a.test/b",
        (Some("Tide tables"), &["Harbour Tide Office"], Some("Harbour Press"), Some("2021"), Some("2021-06-03")),
    );
    check(
        "Byrd, A. (2021) High tides of the north. London: Harbour Press. Available at: https://a.test/b (Accessed: 3 June 2021).",
        (Some("High tides of the north"), &["Byrd, A."], Some("Harbour Press"), Some("2021"), Some("2021-06-03")),
    );
    check(
        "Byrd, A. J., & Cole, M. (2021, June 3). High tides of the north. Harbour Post. https://a.test/b",
        (Some("High tides of the north"), &["Byrd, A. J.", "Cole, M."], Some("Harbour Post"), Some("2021-06-03"), None),
    );
    check(
        "Byrd, Ann. “High Tides.” Harbour Post, 3 June 2021, www.a.test/b. Accessed 5 June 2021.",
        (Some("High Tides"), &["Byrd, Ann"], Some("Harbour Post"), Some("2021-06-03"), Some("2021-06-05")),
    );
    check(
        "Ann Byrd, “High Tides,” Harbour Post, June 3, 2021, https://a.test/b.",
        (Some("High Tides"), &["Ann Byrd"], Some("Harbour Post"), Some("2021-06-03"), None),
    );
    check(
        "Harbour Board (2019): Report on tides. Online: https://a.test/b (last accessed 3 June 2021)",
        (Some("Report on tides"), &["Harbour Board"], None, Some("2019"), Some("2021-06-03")),
    );
}

#[test]
fn a_date_of_change_is_the_date_of_publication_only_where_there_is_no_other() {
    check(
        "Harbour Board. “Tides.” Harbour Post. Last modified May 4, 2020. Accessed May 5, 2021. https://a.test/b",
        (Some("Tides"), &["Harbour Board"], Some("Harbour Post"), Some("2020-05-04"), Some("2021-05-05")),
    );
    check(
        "“Tides.” Harbour Post, June 2019. Last updated May 4, 2020. https://a.test/b",
        (Some("Tides"), &[], Some("Harbour Post"), Some("2019-06"), None),
    );
}

#[test]
fn a_day_on_which_something_was_read_is_an_access_date() {
    let read = Some("2022-02-02");
    let authors: &[&str] = &["Ann Byrd"];
    let said = |accessed| (Some("High Tides"), authors, Some("Harbour Post"), None, accessed);
    check("Ann Byrd, “High Tides,” Harbour Post, https://a.test/b (read 2 February 2022).", said(read));
    check("Ann Byrd, “High Tides,” Harbour Post, read February 2, 2022, https://a.test/b", said(read));
    let title = (Some("What We Read in 2022"), authors, Some("Harbour Post"), None, None);
    check("Ann Byrd, “What We Read in 2022,” Harbour Post, https://a.test/b", title);
}

#[test]
fn a_month_and_a_year_of_two_digits_are_a_date_where_no_better_one_is() {
    check(
        "“Tides.” Harbour Post, 8/13. https://a.test/b",
        (Some("Tides"), &[], Some("Harbour Post"), Some("2013-08"), None),
    );
    check(
        "“Tides.” Harbour Post, 8/13, May 2014. https://a.test/b",
        (Some("Tides"), &[], Some("Harbour Post"), Some("2014-05"), None),
    );
}

#[test]
fn a_short_code_beside_an_address_is_its_archive() {
    for code in ["https://archive.ph/AbCdE", "https://perma.cc/AB12-CD34", "https://www.webcitation.org/6AbCdEfGh"] {
        for text in [
            format!("“Sea.” Post, May 2019. https://a.test/b [{code}]"),
            format!("“Sea.” Post, May 2019. https://a.test/b ({code})."),
            format!("“Sea.” Post, May 2019. https://a.test/b. {code}"),
            format!("“Sea.” Post, May 2019, {code} (https://a.test/b)"),
        ] {
            let reading = entry(&text);
            let said = |source: &Source| (source.url.clone(), source.archive_url.clone());
            let found: Vec<_> = reading.sources.iter().map(said).collect();
            assert_eq!(found, [(Some("https://a.test/b".to_owned()), Some(code.to_owned()))], "{text}");
        }
    }
    let two = entry("“Sea.” Post. https://a.test/b; “Moon over the Long Grey Sea.” Star. https://perma.cc/AB12-CD34");
    assert_eq!(two.sources.len(), 2);
    assert_eq!(
        entry("“Sea.” Post. https://archive.ph/AbCdE").sources[0].url.as_deref(),
        Some("https://archive.ph/AbCdE")
    );
}

#[test]
fn an_address_without_a_scheme_is_one_in_an_entry() {
    for (text, url) in [
        ("“Sea.” Post. www.a.test/b.", "http://www.a.test/b"),
        ("“Sea.” Post. (www.a.test).", "http://www.a.test"),
        ("“Sea.” Post, harbour.org/b/c, May 2020.", "http://harbour.org/b/c"),
        ("“Sea.” Post. <www.a.test/b?c=d>", "http://www.a.test/b?c=d"),
    ] {
        let reading = entry(text);
        assert_eq!(reading.sources[0].url.as_deref(), Some(url), "{text}");
        assert_eq!(&text[reading.sources[0].url_spans[0].range()], &url["http://".len()..], "{text}");
    }
    for text in
        ["“Sea.” Post, and/or 1.5/2, U.S./EU, index.html, node.js, a@harbour.org/b.", "“Sea.” Post. harbour.org"]
    {
        assert_eq!(entry(text).sources[0].url, None, "{text}");
    }
}

#[test]
fn a_bracket_that_a_title_begins_with_is_part_of_it() {
    check(
        "(PDF) High Tides of the North - Harbour Gate, accessed June 30, 2024, https://a.test/b",
        (Some("(PDF) High Tides of the North"), &[], Some("Harbour Gate"), None, Some("2024-06-30")),
    );
}

#[test]
fn a_remark_on_a_source_is_no_publisher() {
    check("“The report”, for detailed figures https://a.test", (Some("The report"), &[], None, None, None));
    check(
        "“The report.” Harbour Post, for the tables. https://a.test",
        (Some("The report"), &[], Some("Harbour Post"), None, None),
    );
    check(
        "„Die Flut.“ Hafenpost, siehe die Tabellen, 2019. https://a.test",
        (Some("Die Flut"), &[], Some("Hafenpost"), Some("2019"), None),
    );
    check("“The report”, according to Harbour Post. https://a.test", (Some("The report"), &[], None, None, None));
}

#[test]
fn the_host_of_an_address_is_neither_a_title_nor_a_source() {
    let text = "It rose [1]. It fell [2].\n\nReferences\n\n1. arxiv.test, accessed May 1, 2025, https://arxiv.test/abs/1\n\
                2. www.school.test, accessed May 1, 2025, https://www.school.test/b\n";
    let document = crate::document::parse(text, crate::document::Format::Plain, crate::document::Limits::default());
    let found: Vec<_> =
        document.entries.iter().map(|entry| (entry.source.url.as_deref(), entry.source.title.as_deref())).collect();
    assert_eq!(found, [(Some("https://arxiv.test/abs/1"), None), (Some("https://www.school.test/b"), None)]);
}

#[test]
fn where_in_a_source_something_stands_is_no_publisher() {
    for place in [
        "p. 3",
        "pp. 3-5",
        "S. 12–14",
        "chap. 4",
        "page 3",
        "slide 4",
        "vol. 3, no. 2",
        "ch. 2, p. 9",
        "Seite 7",
        "p. 3 f.",
    ] {
        let reading = entry(&format!("“The Long Night,” {place}. https://e.test/a"));
        assert_eq!(reading.sources[0].publisher.as_deref(), None, "{place}");
    }
    for name in [
        "Section 21 Press",
        "Page Six",
        "Line",
        "P. Miller",
        "S. Fischer",
        "Channel 4",
        "Article 19",
        "France 24",
        "Studio 54",
        "Vol de Nuit",
    ] {
        let reading = entry(&format!("“The Long Night,” {name}. https://e.test/a"));
        assert_eq!(reading.sources[0].publisher.as_deref(), Some(name), "{name}");
    }
}

#[test]
fn what_joins_two_sources_is_no_publisher() {
    for joint in ["and", "; and also", "; und", "sowie", "&"] {
        for text in [
            format!("“Tides” (https://a.test/1) {joint} “Ropes” https://b.test/2"),
            format!("[Tides](https://a.test/1) {joint} [Ropes](https://b.test/2)"),
        ] {
            let found: Vec<_> = marked_up(&text).sources.into_iter().filter_map(|own| own.publisher.clone()).collect();
            assert_eq!(found, [""; 0], "{text}");
        }
    }
}
