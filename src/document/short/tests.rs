//! Notes that stand for an earlier one, or for an entry of a list of works.

use crate::document::{Document, Format, Limits, parse};

fn urls(document: &Document) -> Vec<String> {
    let shown = document.entries.iter().map(|entry| {
        let end = entry.source.url.as_deref().and_then(|url| url.rsplit('/').next()).unwrap_or("-");
        format!("{} {end}{}", entry.label, if entry.again { "!" } else { "" })
    });
    shown.collect()
}

const NOTES: &[&str] = &[
    "Jane Doe, “The Board,” The Courier, May 3, 2019, https://a.test/board.",
    "Ibid.",
    "Ibid., p. 4.",
    "Sam Roe, “Funds and Their Uses,” https://a.test/funds",
    "Doe, “The Board,” 2019.",
    "See note 4.",
    "Doe, op. cit., p. 5.",
    "Roe, supra note 4, at 12.",
    "“Funds and Their Uses.”",
    "A. Lee, The Sea (Oxford: OUP, 2010), 12.",
    "Ibid.",
    "Id. at 14.",
];

const EXPECTED: &[&str] = &[
    "1 board", "2 board!", "3 board!", "4 funds", "5 board!", "6 funds!", "7 board!", "8 funds!", "9 funds!", "10 -",
    "11 -", "12 -",
];

#[test]
fn a_note_can_stand_for_an_earlier_one() {
    let marks: Vec<String> = (1..=NOTES.len()).map(|n| format!("So “it was said”.[^{n}]")).collect();
    let notes: Vec<String> = NOTES.iter().enumerate().map(|(at, note)| format!("[^{}]: {note}", at + 1)).collect();
    let text = format!("{}\n\n{}\n", marks.join(" "), notes.join("\n"));
    assert_eq!(urls(&parse(&text, Format::Markdown, Limits::default())), EXPECTED);
    let marks: Vec<String> = (1..=NOTES.len()).map(|n| format!("So “it was said”.{n}")).collect();
    let notes: Vec<String> = NOTES.iter().enumerate().map(|(at, note)| format!("{}. {note}", at + 1)).collect();
    let text = format!("Report\n\n{}\n\nNOTES\n{}\n", marks.join(" "), notes.join("\n"));
    assert_eq!(urls(&parse(&text, Format::Plain, Limits::default())), EXPECTED);
}

#[test]
fn a_signal_can_stand_before_what_means_the_same() {
    for short in [
        "*Id.* at 5.",
        "Id. § 5.",
        "*See id.* at 7.",
        "*See also id.* at 9–10.",
        "*But see id.* at 3; *cf. id.* at 4.",
        "*See, e.g.*, *id.* at 8.",
        "See generally id.",
        "Cf. ibid., p. 4.",
        "Vgl. auch ebd., S. 3.",
        "Voir aussi ibid.",
    ] {
        let text = format!("A.[^1] B.[^2]\n\n[^1]: Doe, J. “One.” https://a.test/1\n[^2]: {short}\n");
        assert_eq!(urls(&parse(&text, Format::Markdown, Limits::default())), ["1 1", "2 1!"], "{short}");
    }
    for other in ["See also Ida Roe, The Sea, 12.", "But see the ideas of Roe.", "See also Idaho Code § 5."] {
        let text = format!("A.[^1] B.[^2]\n\n[^1]: Doe, J. “One.” https://a.test/1\n[^2]: {other}\n");
        assert_eq!(urls(&parse(&text, Format::Markdown, Limits::default())), ["1 1", "2 -"], "{other}");
    }
}

#[test]
fn a_name_and_a_short_title_stand_for_the_note_of_a_book() {
    let text = "A.[^1] B.[^2] C.[^3] D.[^4] E.[^5] F.[^6] G.[^7]\n\n\
                [^1]: John Harris, *The Merger* (New York: Norton, 2011), 45, https://a.test/merger.\n\
                [^2]: John Harris, *After the Merger* (New York: Norton, 2014), https://a.test/after.\n\
                [^3]: Harris, *The Merger*, 112.\n[^4]: Ibid., 113.\n[^5]: Harris, *Merger*, 3–5.\n[^6]: Harris, *After*, pp. 4–6.\n\
                [^7]: Harris, *The Bank*, 12.\n";
    assert_eq!(
        urls(&parse(text, Format::Markdown, Limits::default())),
        ["1 merger", "2 after", "3 merger!", "4 merger!", "5 merger!", "6 after!", "7 -"]
    );
    let text = "A.[^1] B.[^2] C.[^3] D.[^4]\n\n[^1]: G. Rossi, *La diga*, Lund, 1998, https://a.test/diga.\n\
                [^2]: Cfr. Rossi, *La diga*, cit., p. 20.\n[^3]: Rossi, cit., pp. 4-5.\n[^4]: Rossi, *Il faro*, cit., p. 20.\n";
    assert_eq!(urls(&parse(text, Format::Markdown, Limits::default())), ["1 diga", "2 diga!", "3 diga!", "4 -"]);
}

#[test]
fn several_names_and_a_title_without_marks_stand_for_the_note_that_has_them() {
    let notes = [
        "Ann Smith and Bob Jones, “Counting Cars,” Journal of Roads 12, no. 3 (2018): 44–60, https://a.test/cars.",
        "Jane Doe, The Winter Bridge (New York: Port Press, 2001), 12, https://a.test/winter.",
        "Kai Doe, Summer Roads (New York: Port Press, 2003), https://a.test/summer.",
        "Smith and Jones, “Counting Cars,” 52.",
        "Doe, Winter Bridge, 14.",
        "Doe, The Winter Bridge, 15–16.",
        "Smith & Jones, Counting Cars, 53.",
        "Doe, Summer Roads, 3.",
        "Smith et al., “Counting Cars,” 54.",
        "Doe, The Autumn Bridge, 15–16.",
        "Jones, “Counting Cars,” 52.",
        "Doe, Bridge, 14.",
    ];
    let marks: Vec<String> = (1..=notes.len()).map(|n| format!("So “it was said”.{n}")).collect();
    let notes: Vec<String> = notes.iter().enumerate().map(|(at, note)| format!("{}. {note}", at + 1)).collect();
    let text = format!("Report\n\n{}\n\nNOTES\n{}\n", marks.join(" "), notes.join("\n"));
    assert_eq!(
        urls(&parse(&text, Format::Plain, Limits::default())),
        [
            "1 cars",
            "2 winter",
            "3 summer",
            "4 cars!",
            "5 winter!",
            "6 winter!",
            "7 cars!",
            "8 summer!",
            "9 cars!",
            "10 -",
            "11 -",
            "12 -"
        ]
    );
}

#[test]
fn a_name_and_the_number_of_a_note_in_brackets_stand_for_that_note() {
    for short in
        ["Doe (wie Anm. 1), S. 3.", "Doe (Anm. 1), S. 3.", "Doe, wie Anm. 1, S. 3", "Doe (fn 1) 5.", "Doe (n 1) 5"]
    {
        let text = format!(
            "A.[^1] B.[^2] C.[^3]\n\n[^1]: Doe, J. “One.” https://a.test/1\n[^2]: Roe, A. “Two.” https://a.test/2\n[^3]: {short}\n"
        );
        let found = urls(&parse(&text, Format::Markdown, Limits::default()));
        assert_eq!(found, ["1 1", "2 2", "3 1!"], "{short}");
    }
    let text = "A.[^1] B.[^2]\n\n[^1]: Doe, J. “One.” https://a.test/1\n[^2]: Roe, Wie es war, Anm. 7.\n";
    assert_eq!(urls(&parse(text, Format::Markdown, Limits::default())), ["1 1", "2 -"]);
}

#[test]
fn a_mark_of_chinese_and_japanese_can_stand_behind_the_same() {
    for short in ["同上、88頁。", "同上，第88页。", "同上", "同前：88", "同上；88"] {
        let text = format!("A.[^1] B.[^2]\n\n[^1]: エラリー『海峡の話』 https://a.test/1\n[^2]: {short}\n");
        assert_eq!(urls(&parse(&text, Format::Markdown, Limits::default())), ["1 1", "2 1!"], "{short}");
    }
}

#[test]
fn what_names_one_of_several_stands_for_none() {
    let text = "A.[^1] B.[^2] C.[^3] D.[^4]\n\n[^1]: Doe, J. “One.” https://a.test/1\n[^2]: Doe, J. “Two.” https://a.test/2\n\
                [^3]: Doe, op. cit.\n[^4]: https://a.test/3 and https://a.test/4\n[^5]: Ibid.\n";
    assert_eq!(urls(&parse(text, Format::Markdown, Limits::default())), ["1 1", "2 2", "3 -", "4 3", "4 4", "5 -"]);
}

/// The ends of the addresses that each note leads to, in a text with such notes and a list of works behind them.
fn led(notes: &[&str], works: &[&str]) -> Vec<String> {
    let marks: Vec<String> = (1..=notes.len()).map(|n| format!("So “it was said”.{n}")).collect();
    let notes: Vec<String> = notes.iter().enumerate().map(|(at, note)| format!("{}. {note}", at + 1)).collect();
    let works = if works.is_empty() { String::new() } else { format!("\nBibliography\n\n{}\n", works.join("\n\n")) };
    let text = format!("Report\n\n{}\n\nNotes\n\n{}\n{works}", marks.join(" "), notes.join("\n"));
    let document = parse(&text, Format::Plain, Limits::default());
    let end = |&at: &usize| {
        document.entries[at].source.url.as_deref().and_then(|url| url.rsplit('/').next()).unwrap_or("-").to_owned()
    };
    let marks = document.markers.iter().filter(|marker| marker.shape.is_note());
    marks.map(|marker| marker.entries.iter().map(end).collect::<Vec<_>>().join("+")).collect()
}

const WORKS: &[&str] = &[
    "Lee, Anna, and Sam Roe. Lamps of the North. Port Press, 2016. https://a.test/lamps",
    "Ministry of the Sea. 2020. The Safety of Walls. https://a.test/walls",
    "Müller, Karl. Der Hafen und sein Geld. Zeitung, 2018. https://a.test/hafen",
    "Smith, Jane. 2019a. Harbour Studies: A History of the Quay. https://a.test/harbour",
    "Smith, Jane. 2019b. The Wall. https://a.test/wall",
];

#[test]
fn a_name_and_a_year_stand_for_the_earlier_note_of_that_year() {
    let full = [
        "Jane Smith, Harbour Studies: A History of the Quay (Port Press, 2019), 12, https://a.test/harbour.",
        "Karl Müller, “Der Hafen und sein Geld,” Zeitung, 4. Mai 2018, https://a.test/hafen.",
    ];
    for (short, expected) in [
        ("Smith 2019, 44.", "harbour"),
        ("Smith (2019), p. 44.", "harbour"),
        ("Vgl. Müller 2018, S. 12.", "hafen"),
        ("See Smith, 2019, 44; Müller 2018, 3.", "harbour+hafen"),
        ("Smith, 44.", "harbour"),
        ("Smith 2018, 44.", "-"),
        ("Smith 2019, 44; Nobody 2011, 3.", "harbour+-"),
        ("Smith 2019, 44; 48; 50–52.", "harbour"),
        ("Smith 2019, Annual Tables 3.", "-"),
        ("Smith held in 2019 that 44 of them were lost.", "-"),
        ("Smith and Roe 2019, 44.", "-"),
        ("See notes 1 and 2.", "harbour+hafen"),
        ("See notes 1–2 above.", "harbour+hafen"),
        ("Smith, supra note 1, 2.", "harbour"),
        ("Smith: Harbour Studies, S. 44.", "harbour"),
        ("Smith: Sea Studies, S. 44.", "-"),
        ("Müller, ob. cit., p. 3.", "hafen"),
    ] {
        assert_eq!(led(&[full[0], full[1], short], &[]), ["harbour", "hafen", expected], "{short}");
    }
}

#[test]
fn a_name_and_a_year_of_two_works_stand_for_none() {
    let wall = "J. Smith, “The Wall at the Harbour,” Courier, 2019, https://a.test/wall";
    let sea = "J. Smith, “The Sea at the Harbour,” Courier, 2019, https://a.test/sea";
    for (short, expected) in [("Smith 2019, 44.", "-"), ("Smith, op. cit., 44.", "-"), ("Smith, The Wall, 12.", "wall")]
    {
        assert_eq!(led(&[wall, sea, short], &[]), ["wall", "sea", expected], "{short}");
    }
    // A book without an address is a work of that year, too.
    let book = "Jane Smith, The Wall at the Harbour (Oxford: Port Press, 2019), 12.";
    for short in ["Smith 2019, 44.", "Smith, op. cit., 44.", "Smith, 44."] {
        assert_eq!(led(&[sea, book, short], &[]), ["sea", "-", "-"], "{short}");
    }
}

#[test]
fn notes_lead_to_a_list_of_works() {
    for (short, expected) in [
        ("Smith 2019a, 44.", "harbour"),
        ("Smith 2019b: 44.", "wall"),
        ("Smith 2019, 44.", "-"),
        ("Smith, 44.", "-"),
        ("Smith, Harbour Studies, 44.", "harbour"),
        ("Lee and Roe (2016), p. 3.", "lamps"),
        ("Lee and Poe (2016), p. 3.", "-"),
        ("Lee et al. 2016, 3.", "lamps"),
        ("Lee, Lamps, 3.", "lamps"),
        ("Lee, op. cit., 3.", "lamps"),
        ("Cf. Ministry of the Sea 2020, 5.", "walls"),
        ("Müller, a. a. O., S. 5.", "hafen"),
        ("Müller 2018, 3; Smith 2019b, 4; and Lee and Roe 2016.", "hafen+wall+lamps"),
        ("Müller 2019, 3.", "-"),
        ("Müller was wrong, as all of 2018 has shown.", "-"),
    ] {
        assert_eq!(led(&["Müller 2018, 12.", "Ibid., 13.", short], WORKS), ["hafen", "hafen", expected], "{short}");
    }
    // What another note stands between is not meant.
    let notes =
        ["Smith 2019a, 3.", "J. Poe, The Sea (OUP, 2010), 12.", "Ibid., 14.", "Smith 2019a, 5; Lee 2016, 3.", "Ibid."];
    assert_eq!(led(&notes, WORKS), ["harbour", "-", "-", "harbour+lamps", "-"]);
}

#[test]
fn footnotes_of_markdown_lead_to_a_list_of_works() {
    let text = format!(
        "A “was said”.[^1] B “was said”.[^2]\n\n## References\n\n{}\n\n[^1]: Smith 2019a, 44.\n[^2]: Lee and Roe 2016; Müller 2018, 3.\n",
        WORKS.join("\n\n")
    );
    let document = parse(&text, Format::Markdown, Limits::default());
    let led: Vec<Vec<&str>> = document
        .markers
        .iter()
        .filter(|marker| marker.shape.is_note())
        .map(|marker| {
            marker.entries.iter().map(|&at| document.entries[at].source.url.as_deref().unwrap_or("-")).collect()
        })
        .collect();
    assert_eq!(led, [vec!["https://a.test/harbour"], vec!["https://a.test/lamps", "https://a.test/hafen"]]);
}

#[test]
fn notes_of_a_wiki_lead_to_the_works_below() {
    for (short, expected) in [
        ("Doe 2001, p. 4.", "1 walls!"),
        ("Doe (2001), p. 4.", "1 walls!"),
        ("Doe 2001: 4.", "1 walls!"),
        ("See Doe, 2001, 4.", "1 walls!"),
        ("Doe and Roe 2001, 4.", "1 walls!"),
        ("Doe, Walls of the North, 4.", "1 walls!"),
        ("Doe and Poe 2001, 4.", "1 -"),
        ("Doe 2002, p. 4.", "1 -"),
        ("Doe, Gates of the North, 4.", "1 -"),
        ("Doe says in 2001 that 4 of them fell.", "1 -"),
    ] {
        let wiki = format!(
            "A “was said”.<ref>{short}</ref>\n\n== Works ==\n* {{{{cite book|last=Doe|first=Ida|last2=Roe|first2=Kai|year=2001|\
             title=Walls of the North|url=https://a.test/walls}}}}\n"
        );
        let found = urls(&parse(&wiki, Format::Wikitext, Limits::default()));
        assert_eq!(found[0], expected, "{wiki}");
    }
}

#[test]
fn what_means_the_note_before_in_a_wiki_means_none_that_names_several() {
    let text = "A.<ref>{{cite web|url=https://a.test/one|title=One}}</ref> B.<ref>{{harvnb|Doe|2001|p=3}}</ref> C.<ref>Ibid.</ref> \
                D.<ref>{{harvnb|Doe|2001}}; {{cite web|url=https://a.test/two|title=Two}}</ref> E.<ref>Ibid.</ref>\n\n\
                == Works ==\n* {{cite book|last=Doe|year=2001|title=Walls|url=https://a.test/walls}}\n";
    let found = urls(&parse(text, Format::Wikitext, Limits::default()));
    assert_eq!(found, ["1 one", "3 -", "4 two", "5 -", "Doe 2001 walls"]);
}

#[test]
fn names_of_bodies_fit_whole_and_first_names_agree() {
    let notes = [
        "World Bank, “Tides and Money,” 2019, https://a.test/bank.",
        "National Bank 2019, 44.",
        "World Bank 2019, 44.",
        "Department of Health. “Fevers of the North.” 2020. https://a.test/health",
        "Ministry of Health 2020, 3.",
        "Department of Health 2020, 3.",
        "City of Kiel, “Report of the harbour,” 2020, https://a.test/kiel",
        "Port of Kiel 2020, 12.",
        "Smith, Jane. “Tides and Walls,” 2021. https://a.test/smith.",
        "Adam Smith, 44.",
        "Lee Smith 2021, 12.",
        "J. Smith, 44.",
        "Jane Smith 2021, 12.",
        "Smith, 44.",
    ];
    let marks: Vec<String> = (1..=notes.len()).map(|n| format!("So “it was said”.{n}")).collect();
    let list: Vec<String> = notes.iter().enumerate().map(|(at, note)| format!("{}. {note}", at + 1)).collect();
    let text = format!("Report\n\n{}\n\nNOTES\n{}\n", marks.join(" "), list.join("\n"));
    assert_eq!(
        urls(&parse(&text, Format::Plain, Limits::default())),
        [
            "1 bank",
            "2 -",
            "3 bank!",
            "4 health",
            "5 -",
            "6 health!",
            "7 kiel",
            "8 -",
            "9 smith",
            "10 -",
            "11 -",
            "12 smith!",
            "13 smith!",
            "14 smith!"
        ]
    );
}
