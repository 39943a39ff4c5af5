//! Notes at the foot of pages, and entries of links.

use crate::document::{Document, Format, Limits, Role, parse};

fn read(text: &str) -> Document {
    parse(text, Format::Plain, Limits::default())
}

#[test]
fn notes_at_the_foot_of_pages_that_stand_for_earlier_ones_are_notes() {
    let first = "The board promised “a quay for every boat” in its plan.1 The paper called it “a dream of docks.”2\n\n\
                 RULE1 Harbour Board, “Plan for the Quay,” May 3, 2019, https://board.test/plan.\n\
                 2 Hazel Byrd, “A Dream of Docks,” Harbour Post, May 4, 2019, https://post.test/dream.\n\n";
    let body = "Nobody asked the sailors, who had “no word in it at all.”3 They wrote of it in a letter.4\n\n";
    let (board, post) = ("https://board.test/plan", "https://post.test/dream");
    for (notes, expected) in [
        ("3 Ibid.\n4 Ibid., 12.\n", [post, post]),
        ("3 Ibid., p. 4.\n4 Harbour Board, supra note 1, at 9.\n", [post, board]),
        ("3 Byrd, op. cit., p. 3.\n4 See note 1 above.\n", [post, board]),
        ("3 Ebd., S. 4.\n4 Siehe Anm. 1.\n", [post, board]),
        ("3 Harbour Board, “Plan for the Quay,” 7.\n4 Ibid., 9.\n", [board, board]),
    ] {
        for rule in ["", "______________\n", "--------\n", "⸻\n"] {
            for page in ["", "\x0c", "\n4\n\n\x0c"] {
                let text = format!("{}{page}{body}{rule}{notes}", first.replace("RULE", rule));
                let document = read(&text);
                let own: Vec<_> = document.entries.iter().filter(|entry| entry.role != Role::Link).collect();
                let labels: Vec<&str> = own.iter().map(|entry| entry.label.as_str()).collect();
                assert_eq!(labels, ["1", "2", "3", "4"], "{text}");
                let urls: Vec<&str> = own[2..].iter().filter_map(|entry| entry.source.url.as_deref()).collect();
                assert_eq!(urls, expected, "{text}");
            }
        }
    }
    // Steps that only look like them.
    let text = format!("{}{body}3 ropes, ibid.\n5 lamps were bought as well.\n", first.replace("RULE", ""));
    assert!(read(&text).entries.iter().all(|entry| entry.label != "5"), "{text}");
}

/// Two pages with notes at their feet, whose numbers have a stop behind them.
fn two_pages() -> String {
    let text = "Letters from the coast\n\n\
        The first keeper said that the tower was “built upon sand and hope.”1 His wife\n\
        wrote that the winters were “longer than any sermon.”2 The boat came but once a\n\
        month, and when it came the news was old.3 By 1880 there was a telegraph.\n\n\
        1. Harbour House, Letters of the Keepers (1871), p. 4,\n  https://house.test/letters/1871.\n\
        2. Mary Pugh to her sister, March 3, 1872, https://pugh.test/1872.\n\
        3. Coast Guard, “News of the Coast,” 1873, https://guard.test/news.\n\n12\n\n\
        The keeper called it “a wire with opinions.”4 He is said to have cut it twice.5\n\
        It was never mended, and the mast fell in the storm of 1881.6\n\n\
        4. Ibid., p. 7.\n\
        5. The Post, “A Silent Light,” May 5, 1881, https://post.test/1881/05/05.\n\
        6. The Post, “Storm,” May 6, 1881, https://post.test/1881/05/06.\n\n13\n";
    text.to_owned()
}

#[test]
fn numbers_of_notes_at_the_foot_of_pages_can_have_a_stop() {
    let document = read(&two_pages());
    let own: Vec<_> = document.entries.iter().filter(|entry| entry.role != Role::Link).collect();
    let told: Vec<(&str, &str)> =
        own.iter().map(|entry| (entry.label.as_str(), entry.source.url.as_deref().unwrap_or("-"))).collect();
    assert_eq!(
        told,
        [
            ("1", "https://house.test/letters/1871"),
            ("2", "https://pugh.test/1872"),
            ("3", "https://guard.test/news"),
            ("4", "https://guard.test/news"),
            ("5", "https://post.test/1881/05/05"),
            ("6", "https://post.test/1881/05/06"),
        ],
    );
    assert_eq!(own.len(), document.entries.len());
    assert_eq!(own[2].source.title.as_deref(), Some("News of the Coast"));
    let led: Vec<&[usize]> = document.markers.iter().map(|marker| &marker.entries[..]).collect();
    assert_eq!(&led[..5], [[0], [1], [2], [3], [4]]);
    assert_eq!(document.quoted.len(), 3);
}

#[test]
fn notes_of_two_lines_stand_at_the_foot_of_pages() {
    let text = two_pages()
        .replace("tower was", "tower was,")
        .replace("(1871), p. 4,\n  ", "p. 4, as the house has printed them,\n");
    let document = read(&text);
    let labels: Vec<&str> = document.entries.iter().map(|entry| entry.label.as_str()).collect();
    assert_eq!(labels, ["1", "2", "3", "4", "5", "6"]);
    assert_eq!(document.entries[0].source.url.as_deref(), Some("https://house.test/letters/1871"));
}

#[test]
fn numbers_of_such_notes_stand_bare_or_before_a_bracket() {
    let wrapped = two_pages()
        .replace("tower was", "tower was,")
        .replace("(1871), p. 4,\n  ", "p. 4, as the house has printed them,\n");
    let numbered = |text: &str, behind: &str| {
        (1..=6).fold(text.to_owned(), |text, number| {
            text.replace(&format!("\n{number}. "), &format!("\n{number}{behind} "))
        })
    };
    let bracketed = |text: &str| {
        (1..=6).fold(text.to_owned(), |text, number| {
            ["”", "."].iter().fold(text, |text, mark| {
                let text = text.replace(&format!("{mark}{number} "), &format!("{mark}{number}) "));
                text.replace(&format!("{mark}{number}\n"), &format!("{mark}{number})\n"))
            })
        })
    };
    for text in [two_pages(), wrapped] {
        for text in [numbered(&text, ""), numbered(&text, ")"), numbered(&bracketed(&text), ")")] {
            for text in [text.clone(), text.replace("12\n\n", "12\n\x0c")] {
                let document = read(&text);
                let own: Vec<_> = document.entries.iter().filter(|entry| entry.role != Role::Link).collect();
                let told: Vec<(&str, &str)> = own
                    .iter()
                    .map(|entry| (entry.label.as_str(), entry.source.url.as_deref().unwrap_or("-")))
                    .collect();
                assert_eq!(told[0], ("1", "https://house.test/letters/1871"), "{text}");
                assert_eq!(told[5], ("6", "https://post.test/1881/05/06"), "{text}");
                let led: Vec<&[usize]> = document.markers.iter().map(|marker| &marker.entries[..]).collect();
                assert_eq!(&led[..6], [[0], [1], [2], [3], [4], [5]], "{text}");
            }
        }
    }
}

#[test]
fn quantities_with_an_address_below_are_no_notes() {
    for text in [
        "How to bake\n\n1 cup of flour, or more, as the miller says\nhttps://a.test/flour\n2 eggs, see https://b.test/eggs\n",
        "The sale was held in May.1 It rained.\n\n1 boat and its sails, which were sold\nhttps://a.test/boat\n2 boats,          https://b.test/boats\n\nThen all went home.\n",
    ] {
        let document = read(text);
        assert!(document.entries.iter().all(|entry| entry.role == Role::Link), "{text}");
    }
}

#[test]
fn items_that_count_on_are_no_notes_where_the_text_does_not_point_to_each() {
    let unmarked =
        two_pages().replace("old.3", "old.").replace("”4", "”").replace("twice.5", "twice.").replace("1881.6", "1881.");
    let steps = "How to look\n\nThere are six steps to the log.\n\n1. Go to https://a.test/one.\n2. Then to https://a.test/two.\n\n\
        Wait a while.\n\n3. Go to https://a.test/three.\n4. Then to https://a.test/four.\n\nYou have arrived.\n";
    // One foot, behind which the text goes on.
    let one = &two_pages()[..two_pages().find("4. Ibid").unwrap_or_default()];
    for text in [unmarked.as_str(), steps, one] {
        let document = read(text);
        assert!(document.entries.iter().all(|entry| entry.role == Role::Link), "{text}");
    }
}

#[test]
fn an_address_shown_as_a_link_of_markdown_is_one() {
    let list = "Tides rose.[1] They fell.[2] They stood.[3]\n\nSources\n\n[1] [https://a.test/1](https://a.test/1) – Jane Doe: Low water in winter\n\
                [2] [https://a.test/2](https://a.test/2)\n[3] [https://a.test/3](https://a.test/4)\n";
    let document = read(list);
    let own = |at: usize| &document.entries[at].source;
    assert_eq!(
        (own(0).url.as_deref(), own(0).title.as_deref()),
        (Some("https://a.test/1"), Some("Low water in winter"))
    );
    assert_eq!(own(0).authors, ["Jane Doe"]);
    assert_eq!(&list[own(0).url_spans.iter().next().map_or(0..0, |span| span.range())], "https://a.test/1");
    assert_eq!((own(1).url.as_deref(), own(1).title.as_deref()), (Some("https://a.test/2"), None));
    // One that leads elsewhere is another.
    assert_eq!(document.entries.iter().filter(|entry| entry.label == "3").count(), 2);
}

#[test]
fn notes_without_stops_at_the_very_end_need_no_address_where_the_text_points_to_each() {
    let text =
        "Counsel held that “no notice was ever served on the board”.1 The court held otherwise.2 So did he.3\n\n";
    let labels = |notes: &str| -> Vec<String> {
        let document = read(&format!("{text}{notes}"));
        let own = document.entries.into_iter().filter(|entry| entry.role != Role::Link);
        own.map(|entry| entry.label).collect()
    };
    for notes in [
        "1 Letter of Counsel, 4 May 2019, https://a.test/letter.\n2 Board v. Byrd, 12 N.E.2d 34 (2020).\n3 Harbour Star, 4 May 2020.\n",
        "1   Letter of Counsel, 4 May 2019.\n2   Board v. Byrd, 12 N.E.2d 34 (2020).\n3   Id. at 36.\n",
        "1 Letter of Counsel, 4 May 2019.\n2 The court is that of the county.\n3 Harbour Star, 4 May 2020.\n",
    ] {
        assert_eq!(labels(notes), ["1", "2", "3"], "{notes}");
    }
    for notes in [
        // What no mark points to, what cites nothing, and what is not at the end.
        "1 rope of 1998\n2 lamps of 1999\n3 boats of 2000\n4 oars of 2001\n",
        "1 rope was bought.\n2 lamps were lost.\n3 boats sank.\n",
        "1 Letter of Counsel, 4 May 2019.\n2 Board v. Byrd, 12 N.E.2d 34 (2020).\n3 Id. at 36.\n\nAnd so it was that they all went home.\n",
    ] {
        assert!(labels(notes).is_empty(), "{notes} {:?}", labels(notes));
    }
}
