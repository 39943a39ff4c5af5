//! Marks of a name and a year, and those that lean on them, in a text with its list.

use crate::document::{Document, Format, Limits, parse};

const LIST: &str = "\n\n## References\n\nJones, P., & Roe, A. (2021). *Two tides*. <https://a.test/jones>\n\nLee, K. (2018). *Three*. <https://a.test/lee1>\n\n\
                    Lee, M. (2018). *Four*. <https://a.test/lee2>\n\nSmith, J. (2020). *One*. <https://a.test/smith>\n\n\
                    World Bank. (2019). *Five*. <https://a.test/bank>\n";

fn marks(document: &Document) -> Vec<String> {
    let notes = document.markers.iter().filter(|marker| marker.shape.is_note());
    let led = notes.map(|marker| {
        let ends = marker
            .entries
            .iter()
            .filter_map(|&entry| document.entries[entry].source.url.as_deref()?.rsplit('/').next());
        format!("{} > {}", document.text(&marker.range()), ends.collect::<Vec<_>>().join(" "))
    });
    led.collect()
}

#[test]
fn what_was_told_in_private_is_no_work_of_the_list() {
    let text = "He said “the first words here” (J. Smith, personal communication, May 3, 2020). It “was so” (Smith, email to author, 2020; Roe 2021). \
                It “is so” (interview with J. Smith, June 2020), and “was here” (Smith, 2020; Lee, letter to Roe, 2018).";
    let document = parse(&format!("{text}{LIST}"), Format::Markdown, Limits::default());
    let led: Vec<String> = marks(&document).into_iter().filter(|mark| !mark.ends_with("> ")).collect();
    assert_eq!(led, ["Smith, 2020 > smith"], "{:?}", marks(&document));
}

#[test]
fn a_name_and_a_year_point_to_the_one_work_that_has_both() {
    let text = "He said “the first words here” (Smith, 2020). It “was so” (see Jones & Roe, 2021, p. 4; World Bank 2019). \
                Jones and Roe (2021) wrote “more”, as Smith (2020: 3) did.";
    let document = parse(&format!("{text}{LIST}"), Format::Markdown, Limits::default());
    assert_eq!(
        marks(&document),
        [
            "Smith, 2020 > smith",
            "see Jones & Roe, 2021, p. 4; World Bank 2019 > jones bank",
            "(2021 > jones",
            "(2020: 3 > smith"
        ]
    );
    let plain = format!("{text}{LIST}").replace("## ", "").replace(['*', '<', '>'], "");
    assert_eq!(marks(&parse(&plain, Format::Plain, Limits::default())).len(), 4);
}

#[test]
fn who_is_not_named_in_the_list_is_no_part_of_the_name_that_is() {
    let list = "\n\n## Literatur\n\nMüller u. a. (2019): *Flüsse*. <https://a.test/one>\n\nRoth, B. u. a. (2020). *Seen*. <https://a.test/two>\n\n\
                Olejnik et al., 2018. *Boote*. <https://a.test/three>\n\nWeber, A. (2021): *Berge u. a. Orte*. <https://a.test/four>\n";
    let text = "Es „war so“ (Müller u. a. 2019, S. 3), und (Roth et al., 2020), (Olejnik u. a., 2018), (Weber, 2021).";
    let document = parse(&format!("{text}{list}"), Format::Markdown, Limits::default());
    assert_eq!(
        marks(&document),
        [
            "Müller u. a. 2019, S. 3 > one",
            "Roth et al., 2020 > two",
            "Olejnik u. a., 2018 > three",
            "Weber, 2021 > four"
        ]
    );
    let said: Vec<_> =
        document.entries.iter().map(|entry| (&entry.source.authors[0][..], entry.source.title.as_deref())).collect();
    let titles = ["Flüsse", "Seen", "Boote", "Berge u. a. Orte"].map(Some);
    assert_eq!(
        said,
        ["Müller u. a.", "Roth, B. u. a.", "Olejnik et al.", "Weber, A."].into_iter().zip(titles).collect::<Vec<_>>()
    );
}

#[test]
fn a_letter_tells_two_works_of_a_year_apart() {
    let list = "\n\n## References\n\nLee, K. (2010a). *Three*. <https://a.test/lee1>\n\nLee, K. (2010b). *Four*. <https://a.test/lee2>\n";
    let text = "It “sank” (Lee, 2010a), and Lee (2010b, p. 3) says “so”; not (Lee, 2010) or (Lee et al., 2010c).";
    let document = parse(&format!("{text}{list}"), Format::Markdown, Limits::default());
    assert_eq!(marks(&document), ["Lee, 2010a > lee1", "(2010b, p. 3 > lee2", "Lee, 2010 > ", "Lee et al., 2010c > "]);
}

#[test]
fn a_year_without_a_letter_and_names_that_are_left_out_tell_works_apart() {
    let list = "\n\n## References\n\nHale, L., & Guan, S. (2015). *One*. <https://a.test/hale>\n\n\
                Lee, J. M. (2017a). *Two*. <https://a.test/lee1>\n\n\
                Lee, J. M., Doe, Z., & Roe, H. (2017). *Three*. <https://a.test/lee3>\n\n\
                Orr, A. (2018). *Four*. <https://a.test/orr1>\n\nOrr, A., & Poe, B. (2018). *Five*. <https://a.test/orr2>\n\n\
                Orr, A., Poe, B., & Ray, C. (2018). *Six*. <https://a.test/orr3>\n\n\
                Fox, A., Poe, B., & Ray, C. (2019). *Seven*. <https://a.test/fox1>\n\n\
                Fox, A., Ray, B., & Poe, C. (2019). *Eight*. <https://a.test/fox2>\n\n\
                Kim, A. (2020a). *Nine*. <https://a.test/kim1>\n\nKim, A. (2020b). *Ten*. <https://a.test/kim2>\n";
    let text = "It “sank” (Lee et al., 2017; Hale & Guan, 2015). It “rose” (Lee et al., 2017). It “fell” (Lee, 2017a). \
                It “stood” (Orr et al., 2018). It “went” (Orr, 2018). Orr et al. (2018) say “so”. It “came” (Fox et al., 2019). \
                It “was” (Kim et al., 2020).";
    let document = parse(&format!("{text}{list}"), Format::Markdown, Limits::default());
    assert_eq!(
        marks(&document),
        [
            "Lee et al., 2017; Hale & Guan, 2015 > lee3 hale",
            "Lee et al., 2017 > lee3",
            "Lee, 2017a > lee1",
            "Orr et al., 2018 > orr3",
            "Orr, 2018 > ",
            "(2018 > orr3",
            "Fox et al., 2019 > ",
            "Kim et al., 2020 > ",
        ]
    );
}

#[test]
fn a_body_has_a_short_form_and_a_work_no_date() {
    let list = "\n\n## References\n\nHarbour Board. (2022). *Of boats*. <https://a.test/board>\n\n\
                Moon Office. (n.d.). *Of the moon*. Retrieved May 3, 2024, from <https://a.test/moon>\n";
    let text = "It “sank” (Harbour Board [HB], 2022), and “rose” (HB, 2022). So “it was” (Moon Office, n.d.).";
    let document = parse(&format!("{text}{list}"), Format::Markdown, Limits::default());
    assert_eq!(marks(&document), ["Harbour Board [HB], 2022 > board", "HB, 2022 > board", "Moon Office, n.d. > moon"]);
}

#[test]
fn a_dash_for_the_author_names_a_work() {
    let list = "\nReferences\nSmith, John. 2020. “The River.” Harbour Post. https://a.test/smith.\n\
                ———. 2021. “The Bank.” Harbour Post. https://a.test/bank.\n";
    let document = parse(&format!("It “sank” (Smith 2021).\n{list}"), Format::Plain, Limits::default());
    assert_eq!(marks(&document), ["Smith 2021 > bank"]);
}

#[test]
fn a_work_that_no_list_has_is_a_mark_that_leads_nowhere() {
    let text = "He said “it sank” (Smith, 2020). “It rose” (see Doe & van der Berg 1999). Miller (2003) wrote. In May (2020) it rained \
                (June 2020; about 1912; the flood, 1999).";
    let document = parse(&format!("{text}{LIST}"), Format::Markdown, Limits::default());
    assert_eq!(marks(&document), ["Smith, 2020 > smith", "see Doe & van der Berg 1999 > ", "(2003 > "]);
}

#[test]
fn what_names_no_work_or_two_points_nowhere() {
    let text = "It sank (Lee, 2018) in 2020, as Smith said (1999). In May (2020) we met Smith 2020 (“Smith (2020)”).";
    let document = parse(&format!("{text}{LIST}"), Format::Markdown, Limits::default());
    assert_eq!(marks(&document), Vec::<String>::new());
}

#[test]
fn a_work_that_is_cited_in_another_is_read_there() {
    let text = "It “sank” (Smith, 2020, as cited in Jones & Roe, 2021). It “rose” (Lund, as cited in Smith, 2020). \
                It “fell” (World Bank, 2019). (Smith, 2020)";
    let document = parse(&format!("{text}{LIST}"), Format::Markdown, Limits::default());
    assert_eq!(
        marks(&document),
        [
            "Smith, 2020, as cited in Jones & Roe, 2021 > smith jones",
            "Lund, as cited in Smith, 2020 > smith",
            "World Bank, 2019 > bank",
            "Smith, 2020 > smith"
        ]
    );
}

const ONE_EACH: &str = "\n\n## References\n\nDoe, J. (2019). *The long winter*. <https://a.test/doe>\n\nLee, K. (2010). *Three*. <https://a.test/lee1>\n\n\
                        Lee, K. (2012). *Four*. <https://a.test/lee2>\n\nOrr, Z. (2020). *Rope*. <https://a.test/orr>\n";

fn led(text: &str) -> Vec<String> {
    let document = parse(&format!("{text}{ONE_EACH}"), Format::Markdown, Limits::default());
    let led = marks(&document).into_iter().map(|mark| mark.rsplit(" > ").next().unwrap_or_default().to_owned());
    led.collect()
}

#[test]
fn the_same_again_has_the_work_of_the_mark_before() {
    assert_eq!(
        led("It “sank at noon” (Doe, 2019, p. 3). It “rose at night” (ibid., p. 7), “so it was” (Ibid.)."),
        ["doe", "doe", "doe"]
    );
    assert_eq!(
        led("It “sank at noon” (Doe 2019, 3).\n\nIt „rose at night“ (ebd., 7). (там же, с. 7)"),
        ["doe", "doe", "doe"]
    );
    // Of two works neither is meant, and none behind one that no list has, a link, or a heading.
    assert_eq!(led("It “sank” (Doe, 2019; Orr, 2020). It “rose” (ibid.)."), ["doe orr", ""]);
    assert_eq!(led("It “sank” (Doe, 2019). It “fell” (Roe, 2001). It “rose” (ibid.)."), ["doe", "", ""]);
    assert_eq!(led("It “sank” (Doe, 2019). It “fell” (Roe, in press). It “rose” (ibid.)."), ["doe", ""]);
    assert_eq!(led("It “sank” (Doe, 2019). It [fell](https://b.test/) down. It “rose” (ibid.)."), ["doe", ""]);
    assert_eq!(led("It “sank” (Doe, 2019).\n\n## More\n\nIt “rose” (ibid.)."), ["doe", ""]);
    assert_eq!(led("It “sank” (Doe, 2019), as ibises do (ibises, herons)."), ["doe"]);
}

#[test]
fn a_page_behind_a_quotation_is_of_the_work_that_is_spoken_of() {
    assert_eq!(led("It “sank at noon” (Doe, 2019, p. 3). It “rose at night” (p. 7)."), ["doe", "doe"]);
    assert_eq!(
        led("Doe (2019) writes “it sank” (p. 3) and “it rose” (p. 4). She adds “it fell” (pp. 5–6)."),
        ["doe", "doe", "doe", "doe"]
    );
    assert_eq!(
        led("Doe (2019) writes of boats, and Orr (2020) of rope. Orr says “it rose” (p. 4)."),
        ["doe", "orr", "orr"]
    );
    assert_eq!(led("Doe (2019) writes of boats, Orr says “it rose” (p. 4)."), ["doe", "orr"]);
    // Nobody knows whose page it is.
    assert_eq!(
        led("Doe (2019) writes of boats, and Orr (2020) of rope. She says “it rose” (p. 4)."),
        ["doe", "orr", ""]
    );
    assert_eq!(led("Doe (2019) writes of boats. Miller says “it rose” (p. 4)."), ["doe", ""]);
    assert_eq!(led("Doe (2019) writes of boats. According to Miller, “it rose” (p. 4)."), ["doe", ""]);
    assert_eq!(led("Doe (2019) writes of boats. Miller’s “it rose” (p. 4)."), ["doe", ""]);
    assert_eq!(led("Doe (2019) writes of boats. Lee says “it rose” (p. 4)."), ["doe", ""]);
    assert_eq!(led("Doe (2019) and Orr (2020) agree that “it sank” (p. 4)."), ["doe", "orr", ""]);
    assert_eq!(led("Doe (2019) says it rose, and Orr (2020) says that “it sank” (p. 4)."), ["doe", "orr", "orr"]);
    assert_eq!(led("Doe (2019) quotes Miller: “it rose” (p. 4)."), ["doe", "doe"]);
    for other in ["As Miller put it, ", "Jane Miller herself told us that ", "Miller’s view is that it was "] {
        assert_eq!(led(&format!("Doe (2019) writes of boats. {other}“it rose” (p. 4).")), ["doe", ""], "{other}");
    }
    assert_eq!(led("Doe (2019) writes of boats.\n\nIt “rose” (p. 4). The sea fell (p. 5)."), ["doe"]);
}

#[test]
fn a_year_behind_a_quotation_is_of_the_author_whom_its_sentence_names() {
    assert_eq!(led("According to Doe, “it sank at noon” (2019, p. 3)."), ["doe"]);
    assert_eq!(
        led("Doe’s “it sank” (2019) and Orr’s “it rose” (2020: 4) differ; Lee’s “it fell” (2012)."),
        ["doe", "orr", "lee2"]
    );
    assert_eq!(led("Lee says “it sank” (2010, p. 3) and “it rose” (2012, p. 4)."), ["lee1", "lee2"]);
    // Another year, another author, two of them, and none.
    assert_eq!(
        led("Orr (2020) knows. Doe says “it sank” (2018). Miller says of Doe “it sank” (2019)."),
        ["orr", "", ""]
    );
    assert_eq!(
        led("Orr (2020) knows. Doe and Orr say “it sank” (2019). The film “it sank” (2019) is old."),
        ["orr", "", ""]
    );
    assert_eq!(
        led("Unlike Doe, Orr says “it sank” (2020, p. 2). Doe wrote before Orr that “it rose” (2019)."),
        ["orr", "doe"]
    );
    assert_eq!(
        led("Orr (2020) knows. Unlike Doe, Orr says “it sank” (2019). Doe and J. Orr say “it rose” (2020)."),
        ["orr", "", ""]
    );
    assert_eq!(led("Orr (2020) knows. Doe wrote of boats (2019), and of Miller’s “it sank” (2019)."), ["orr", ""]);
}

#[test]
fn a_dash_can_stand_before_a_name_and_others_behind_it() {
    assert_eq!(led("“It sank at noon.”—Doe (2019). “It rose at night”—Orr (2020)."), ["doe", "orr"]);
    assert_eq!(led("It “sank” (Doe u. a. 2019, S. 4), Orr m.fl. (2020) say."), ["doe", "orr"]);
}

#[test]
fn names_of_scripts_without_capitals_and_with_initials_behind_are_read() {
    let list = "\n\n## References\n\nИванов И. И. (2019). Зима. <https://a.test/ivanov>\n\n田中太郎 (2019). 港の冬. <https://a.test/tanaka>\n\n\
                王明（2019）。港口的冬天。<https://a.test/wang>\n\nSmith J. (2019). Fog. <https://a.test/smith>\n";
    let text = "Это «зима» (Иванов и др., 2019, с. 3). 「冬だ」（田中, 2019）。しかし田中（2019）は言う。“冬天”（王明，2019，第3页）。\
                “雾”（李华，2019）。王明等（2019）写道。It “sank” (Smith, 2019).";
    let document = parse(&format!("{text}{list}"), Format::Markdown, Limits::default());
    assert_eq!(
        marks(&document),
        [
            "Иванов и др., 2019, с. 3 > ivanov",
            "田中, 2019 > tanaka",
            "（2019 > tanaka",
            "王明，2019，第3页 > wang",
            "李华，2019 > ",
            "（2019 > wang",
            "Smith, 2019 > smith"
        ]
    );
}

#[test]
fn a_semicolon_can_stand_between_the_authors_of_one_work() {
    let list = "\n\n## Referências\n\nSILVA, A.; SOUZA, B. *Caixões*. Porto, 2003. <https://a.test/silva>\n\nSOUZA, C. *Pontes*. Porto, 2001. <https://a.test/souza>\n\n\
                ELLERY, M. *Canais*. Quay Press, 1954. <https://a.test/ellery>\n";
    let text = "“Um caixão” (SILVA; SOUZA, 2003, p. 4). “Uma ponte” (SOUZA, 2001). “Um canal” (ELLERY, 1954; SOUZA, 2001). “Um mar” (ROCHA; SOUZA, 2003).";
    let document = parse(&format!("{text}{list}"), Format::Markdown, Limits::default());
    assert_eq!(
        marks(&document),
        [
            "SILVA; SOUZA, 2003, p. 4 > silva",
            "SOUZA, 2001 > souza",
            "ELLERY, 1954; SOUZA, 2001 > ellery souza",
            "SOUZA, 2003 > "
        ]
    );
}

#[test]
fn russian_entries_without_dashes_and_two_japanese_authors_are_works() {
    let list = "\n\n## Литература\n\nПетров П. П. Стройки области. М.: Наука, 2020. 200 с. URL: https://a.test/petrov (дата обращения: 05.06.2021).\n\n\
                Сидоров С.С. Деньги г. Омска. 2018. https://a.test/sidorov\n\n佐藤一郎・山田次郎（2018）「県の公共事業」<https://a.test/sato>\n";
    let text = "Петров (2020) пишет: «из старой гавани». Это «крупнейшая стройка» [Петров, 2020, с. 12] и «чинили» [там же, с. 14], «дважды» (Сидоров 2018). 「最大」（佐藤・山田 2018: 12）。「問い」（同上）。";
    let document = parse(&format!("{text}{list}"), Format::Markdown, Limits::default());
    let led: Vec<String> =
        marks(&document).iter().map(|mark| mark.rsplit(' ').next().unwrap_or_default().to_owned()).collect();
    assert_eq!(led, ["petrov", "petrov", "petrov", "sidorov", "sato", "sato"], "{:?}", marks(&document));
    let source = &document.entries[0].source;
    assert_eq!(
        (source.title.as_deref(), &source.authors[..]),
        (Some("Стройки области"), &["Петров П. П.".to_owned()][..])
    );
    assert_eq!(document.entries[1].source.title.as_deref(), Some("Деньги г. Омска"));
}

#[test]
fn a_page_can_link_the_first_mention_of_a_work_and_no_other() {
    let item = |id: &str, who: &str, year: &str| {
        format!("<li id=\"{id}\">{who}. {year}. “The Log of {id}.” <a href=\"https://a.test/{id}\">link</a></li>")
    };
    let list = [
        item("board", "Harbour Board", "2019"),
        item("byrd", "Byrd, Hazel", "2019"),
        item("hale", "Hale, Ruth", "2001"),
    ];
    let text = "<p>It promised “a quay for every boat” (<a href=\"#board\">Harbour Board 2019</a>) and “a dream of docks” (Byrd 2019). \
                Others said “no word at all” (Hale 2001).</p>";
    let html = format!("{text}<h2>References</h2><ul>{}</ul>", list.concat());
    let document = parse(&html, Format::Html, Limits::default());
    assert_eq!(marks(&document), [" > board", "Byrd 2019 > byrd", "Hale 2001 > hale"]);
    // Numbers that are linked are the style of the page, and a year beside a name is none.
    let numbered = html.replace("(<a href=\"#board\">Harbour Board 2019</a>)", "<sup><a href=\"#board\">1</a></sup>");
    let document = parse(&numbered, Format::Html, Limits::default());
    assert_eq!(marks(&document).len(), 1, "{:?}", marks(&document));
}

#[test]
fn a_work_without_an_author_is_called_by_its_title() {
    let list = "\n\n## References\n\nNew media law passed in a night. (2022, March 3). *The Star*. <https://a.test/night>\n\n\
                New tides of the old harbour. (2022). *The Post*. <https://a.test/tides>\n\n\
                Union. (2024). *Annual report*. <https://a.test/union>\n\n*World press freedom index*. (2024). RSF. <https://a.test/index>\n";
    let text = "It is “a muzzle with a bow” (\"New media law,\" 2022, para. 3). It is “a trap for the young” (see “New media law,” 2022). It was \
                “worse than in 1990” (Union, 2024). The index is “a foreign toy” (*World press*, 2024; “New tides,” 2022).";
    let document = parse(&format!("{text}{list}"), Format::Markdown, Limits::default());
    let led: Vec<String> =
        marks(&document).iter().map(|mark| mark.rsplit("> ").next().unwrap_or_default().to_owned()).collect();
    assert_eq!(led.join(" "), "night night union index tides", "{:?}", marks(&document));
    let quotes: Vec<&str> = document.quoted.iter().map(|quoted| document.text(&quoted.parts[0].range())).collect();
    assert_eq!(quotes, ["a muzzle with a bow", "a trap for the young", "worse than in 1990", "a foreign toy"]);
    // Neither one of two works, nor a quotation that a year follows.
    let text = "It is “so” (Union, 2024). It is “a toy” (“New,” 2022). They called it “New media law,” 2022 (in May). It was (as “New media \
                laws are,” 2022).";
    let document = parse(&format!("{text}{list}"), Format::Markdown, Limits::default());
    assert_eq!(marks(&document).len(), 1, "{:?}", marks(&document));
    assert_eq!(document.quoted.len(), 5);
}
