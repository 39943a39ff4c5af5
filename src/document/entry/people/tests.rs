//! Entries that mark neither their names nor their title, made up.

use crate::date::DayMonth;
use crate::document::entry::tests::{Said, check, check_marked_up, entry};
use crate::document::entry::{EntryText, Link, Words, read};

fn each(entries: &[(&str, Said<'_>)]) {
    for (text, expected) in entries {
        check(text, *expected);
    }
}

#[test]
fn the_sentence_behind_names_as_they_are_spoken_is_the_title() {
    let title = Some("Low water in winter");
    each(&[
        (
            "Jane Doe. Low water in winter. Herald. 2023. https://a.test/1",
            (title, &["Jane Doe"], Some("Herald"), Some("2023"), None),
        ),
        (
            "Jane Doe and Max Roe. Low water in winter. The Harbour Herald, May 3, 2023. https://a.test/1",
            (title, &["Jane Doe", "Max Roe"], Some("The Harbour Herald"), Some("2023-05-03"), None),
        ),
        (
            "Jane Q. Doe. Low water in winter. Herald; 2023. https://a.test/1",
            (title, &["Jane Q. Doe"], Some("Herald"), Some("2023"), None),
        ),
        (
            "Odun Abara, Tuva Lind, Hans V. Le, and Mila Dorn. Low water in winter. 2014.",
            (title, &["Odun Abara", "Tuva Lind", "Hans V. Le", "Mila Dorn"], None, Some("2014"), None),
        ),
        ("Jean-Luc Morel. Low water in winter. https://a.test/1", (title, &["Jean-Luc Morel"], None, None, None)),
        (
            "Jane Doe et al. Low water in winter. Harbour Press, 2021. https://a.test/1",
            (title, &["Jane Doe et al."], Some("Harbour Press"), Some("2021"), None),
        ),
        (
            "Jane Doe. Low Water Before Winter. Harbour Herald. 2023. https://a.test/1",
            (Some("Low Water Before Winter"), &["Jane Doe"], Some("Harbour Herald"), Some("2023"), None),
        ),
        (
            "Jane Doe. Low water in winter. Accessed May 3, 2024. https://a.test/1",
            (title, &["Jane Doe"], None, None, Some("2024-05-03")),
        ),
        (
            "Jane Doe, Low water in winter, Herald, 3 May 2023, https://a.test/1",
            (title, &["Jane Doe"], Some("Herald"), Some("2023-05-03"), None),
        ),
        (
            "Jane Doe, Max Roe, Low water, high wind and no boats, Harbour Herald, May 3, 2023, https://a.test/1",
            (
                Some("Low water, high wind and no boats"),
                &["Jane Doe", "Max Roe"],
                Some("Harbour Herald"),
                Some("2023-05-03"),
                None,
            ),
        ),
    ]);
    check_marked_up(
        "Jane Doe, Max Roe, and Eva Dorn. Low water in winter. *Sea Letters*, 2014.",
        (title, &["Jane Doe", "Max Roe", "Eva Dorn"], Some("Sea Letters"), Some("2014"), None),
    );
}

#[test]
fn what_may_be_a_title_with_its_second_half_names_nobody() {
    for text in [
        "High Tides. A story of the sea. Harbour Press. 2023. https://a.test/1",
        "Grace Harbour. A story of the sea. Harbour Press. 2023. https://a.test/1",
        "Jane Doe. Encyclopedia of Tides. https://a.test/1",
        "Jane Doe. The Herald. 2023. https://a.test/1",
        "Jane Doe. Harbour Board. Hull. 2023. https://a.test/1",
        "David Roe. Encyclopedia of Rock Music. Herald, 2020. https://a.test/1",
        "Jane Doe. Available from the author on request. https://a.test/1",
        "Jane Doe. Email to the author. 3 May 2020. https://a.test/1",
        "Jane Doe. She was the first to see it. https://a.test/1",
        "Jane Doe. Interview with the author. Herald. 2023. https://a.test/1",
        "Jane Doe. Low water in winter, 2023. https://a.test/1",
        "Jane Doe, professor of tides, Harbour University, 3 May 2023, https://a.test/1",
        "Jane Doe, Harbour Board, Hull, 3 May 2023, https://a.test/1",
        "Jane Doe, Interview with the author, Herald, 3 May 2023, https://a.test/1",
        "High Tides, Low water in winter, Herald, 3 May 2023, https://a.test/1",
        "Jane Doe, Herald, 3 May 2023, https://a.test/1",
    ] {
        let reading = entry(text);
        let source = &reading.sources[0];
        assert_eq!((&source.title, source.authors.len()), (&None, 0), "{text}");
    }
}

#[test]
fn german_entries_name_what_a_title_stands_in_behind_a_comma() {
    each(&[
        (
            "Müller, Hans: Brücken vor dem Winter, in: Hafenblatt, 12.3.2023, https://a.test/1",
            (Some("Brücken vor dem Winter"), &["Müller, Hans"], Some("Hafenblatt"), Some("2023-03-12"), None),
        ),
        (
            "Hans Müller: Brücken, Boote und Eis, in: Hafenblatt, 13. März 2023, https://a.test/1",
            (Some("Brücken, Boote und Eis"), &["Hans Müller"], Some("Hafenblatt"), Some("2023-03-13"), None),
        ),
        (
            "Amt für Gezeiten: Brücken in Hafenstadt. In: Hafenblatt, 13. März 2023, https://a.test/1",
            (Some("Brücken in Hafenstadt"), &["Amt für Gezeiten"], Some("Hafenblatt"), Some("2023-03-13"), None),
        ),
    ]);
}

#[test]
fn names_before_a_dash_wrote_what_is_emphasised_behind_it() {
    for dash in ["–", "—", "-"] {
        let marked = |title: &str, name: &str| format!("{name} {dash} *{title}* {dash} https://a.test/1");
        check_marked_up(
            &marked("Annual report", "Harbour Board"),
            (Some("Annual report"), &["Harbour Board"], None, None, None),
        );
        check_marked_up(
            &marked("Low water in winter", "Jane Doe"),
            (Some("Low water in winter"), &["Jane Doe"], None, None, None),
        );
        for (title, name) in
            [("The Harbour Post", "World Bank"), ("Herald", "High Tides"), ("Annual report", "High Tides")]
        {
            check_marked_up(&marked(title, name), (Some(name), &[], Some(title), None, None));
        }
    }
}

#[test]
fn a_title_can_stand_behind_its_address_and_names() {
    for (text, names) in [
        ("https://a.test/1 – Jane Doe: Low water in winter", "Jane Doe"),
        ("https://a.test/1 — Doe, Jane: Low water in winter.", "Doe, Jane"),
        ("https://a.test/1 - Harbour Board: Low water in winter", "Harbour Board"),
    ] {
        check(text, (Some("Low water in winter"), &[names], None, None, None));
    }
    for text in [
        "https://a.test/1 – Note: low water in winter",
        "https://a.test/1 – High Tides: A story of the sea",
        "https://a.test/1 – the site of Jane Doe",
        "https://a.test/1 – Jane Doe: Harbour Herald",
        "https://a.test/1 – Jane Doe: Low water in winter. She tells of it at length.",
    ] {
        check(text, (None, &[], None, None, None));
    }
}

#[test]
fn the_volume_of_a_journal_is_no_part_of_its_name() {
    each(&[
        (
            "SILVA, João; COSTA, Ana. Pontes antes do inverno. Revista do Porto, v. 12, n. 3, p. 4-9, 2023. https://a.test/1",
            (
                Some("Pontes antes do inverno"),
                &["SILVA, João", "COSTA, Ana"],
                Some("Revista do Porto"),
                Some("2023"),
                None,
            ),
        ),
        (
            "DOE, Jane. Low water: a study. Tide v. Board Review, 2023. https://a.test/1",
            (Some("Low water: a study"), &["DOE, Jane"], Some("Tide v. Board Review"), Some("2023"), None),
        ),
    ]);
}

#[test]
fn who_is_named_alone_behind_a_linked_title_wrote_it_if_the_given_name_is_known() {
    let check = |name: &str, authors: &[&str], publisher: Option<&str>| {
        let text = format!("Low water in winter, {name}, 2009.");
        let links =
            vec![Link { range: 0..19, url: "https://a.test/1".to_owned(), spans: Vec::new(), words: Words::Names }];
        let entry = EntryText { text: &text, links, emphasised: Vec::new(), order: DayMonth::Unknown };
        let reading = read(&entry);
        let source = &reading.sources[0];
        assert_eq!(
            (source.authors.iter().map(String::as_str).collect::<Vec<_>>(), source.publisher.as_deref()),
            (authors.to_vec(), publisher),
            "{text}"
        );
    };
    check("Dan Goodman", &["Dan Goodman"], None);
    check("Zoltán Kiss", &["Zoltán Kiss"], None);
    check("Harbour Herald", &[], Some("Harbour Herald"));
    check("Star Tribune", &[], Some("Star Tribune"));
    check("Herald", &[], Some("Herald"));
}

#[test]
fn the_sentence_behind_a_list_of_names_is_the_title() {
    let title = |text: &str, expected: Option<&str>, authors: usize| {
        let reading = entry(text);
        let source = &reading.sources[0];
        assert_eq!((source.title.as_deref(), source.authors.len()), (expected, authors), "{text}");
    };
    let walls = Some("When iterative walls beat evidence: A study in harbours");
    title(
        "Jane Astar, Arsho Salt, and Sofia Samie. When iterative walls beat evidence: A study in harbours, 2026. URL https://a.test/1",
        walls,
        3,
    );
    let bench = Some("HarbourBench: Evaluating large walls towards improved health");
    title(
        "Rahul K. Arora, Jason Wei, and Karan Singhal. HarbourBench: Evaluating large walls towards improved health. arXiv preprint arXiv:2505.00002, 2025.",
        bench,
        3,
    );
    let judges = Some("Walls instead of judges? a large scale study across harbours");
    title(
        "Anna Bava, Raffa Bern, and Al Testo. Walls instead of judges? a large scale study across harbours. In Proceedings of the 63rd Annual Meeting of the Association for Harbours, 2025. https://a.test/1",
        judges,
        3,
    );
    // What is listed is no names, or what follows them is no title.
    title("Walls, Tides, and Harbours. A history of the coast in winter, 2020. https://a.test/1", None, 0);
}
