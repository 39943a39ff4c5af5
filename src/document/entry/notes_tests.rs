//! What stands around the titles of notes and of works cited, made up.

use super::tests::{check, check_marked_up, marked_up};
use crate::document::{Format, Limits, parse};

#[test]
fn the_day_behind_the_medium_is_that_of_access() {
    let lee: &[&str] = &["Lee, Ann"];
    let said = |published, accessed| (Some("Port 13"), lee, Some("The Star"), published, Some(accessed));
    let day = "2012-05-04";
    for web in ["Web. 4 May 2012.", "N.p., n.d. Web. 4 May 2012.", "n.d. Web. 4 May. 2012"] {
        check_marked_up(&format!("Lee, Ann. \"Port 13.\" *The Star*. {web} <https://a.test/b>."), said(None, day));
    }
    check("Lee, Ann. \"Port 13.\" The Star, n.d. Web. 4 May 2012. https://a.test/b", said(None, day));
    for paper in
        ["*The Star*. Star Media, 3 Mar. 2011.", "*The Star* 3 Mar. 2011: n. pag.", "*The Star* 3 May 2011: 4."]
    {
        let published = if paper.contains("May") { "2011-05-03" } else { "2011-03-03" };
        let text = format!("Lee, Ann. \"Port 13.\" {paper} Web. 4 May 2012. https://a.test/b");
        check_marked_up(&text, said(Some(published), day));
    }
    let bare = (Some("Port 13"), lee, None, None, Some(day));
    check("Lee, Ann. \"Port 13.\" Web. 4 May 2012. <https://a.test/b>", bare);
    check("Lee, Ann. \"Port 13.\" N.p., n.d. Web. 4 May 2012. <https://a.test/b>", bare);
}

#[test]
fn the_web_in_a_name_is_no_medium() {
    let said = |publisher, published| (Some("Port 13"), &["Lee, Ann"][..], Some(publisher), Some(published), None);
    check("Lee, Ann. \"Port 13.\" The Dark Web, 4 May 2012. https://a.test/b", said("The Dark Web", "2012-05-04"));
    check("Lee, Ann. \"Port 13.\" Web Post. 4 May 2012. https://a.test/b", said("Web Post", "2012-05-04"));
}

#[test]
fn what_says_where_a_source_is_leaves_its_title_alone() {
    let said = (Some("Tax Sale List 2017"), &["City of Port"][..], None, None, None);
    for lead in [
        "available at",
        "available at:",
        "available online at",
        "also available from",
        "online at",
        "available from the city’s website at",
        "verfügbar unter",
        "disponible en",
    ] {
        check(&format!("City of Port, “Tax Sale List 2017,” {lead} https://a.test/b."), said);
        check(&format!("City of Port, “Tax Sale List 2017,” {lead} <https://a.test/b>."), said);
    }
    let accessed = (said.0, said.1, None, None, Some("2019-03"));
    check("City of Port, “Tax Sale List 2017,” available at http://a.test/b (last accessed March 2019).", accessed);
    for remark in
        ["was sent to https://a.test/b", "available lists are at https://a.test/b, the city says", "he said at"]
    {
        let reading = marked_up(&format!("City of Port, “Tax Sale List 2017,” {remark} https://a.test/c."));
        assert_eq!(reading.sources[0].title, None, "{remark}");
    }
}

#[test]
fn an_author_can_be_one_word_before_a_title_in_italics() {
    for author in ["WHO", "UNEP", "Reuters", "Eurostat"] {
        let authors: &[&str] = &[author];
        let said = (Some("World Malaria Report 2023"), authors, None, Some("2023"), None);
        for tail in [", 2023, https://a.test/a.", " (2023), [a.test](https://a.test/a)", ". 2023. https://a.test/a"] {
            check_marked_up(&format!("{author}, *World Malaria Report 2023*{tail}"), said);
        }
    }
}

#[test]
fn a_house_in_capitals_can_be_its_publisher() {
    let text = "OECD, *Going Deep: Shaping Tides, Improving Lives*, OECD Publishing, 2019, https://a.test/a";
    let title = Some("Going Deep: Shaping Tides, Improving Lives");
    check_marked_up(text, (title, &["OECD"], Some("OECD Publishing"), Some("2019"), None));
    let day = "NOAA, *Letters of the Sea*, May 2019, https://a.test/a";
    assert_eq!(marked_up(day).sources[0].title, None);
}

#[test]
fn a_word_before_the_name_of_a_paper_is_no_author() {
    for text in [
        "Floods, *The Harbour Post*, 3 May 2020, https://a.test/a",
        "Floods, *The Harbour Post of the North*, 2020, https://a.test/a",
        "Floods, *Letters of the North Sea*, 3 May 2020, https://a.test/a",
        "Floods, *Letters of the North Sea* 12 (2020), https://a.test/a",
        "Floods, *Post*, 2020, https://a.test/a",
        "NOAA, *Nature* 12 (2020), https://a.test/a",
    ] {
        let source = &marked_up(text).sources[0];
        assert_eq!((source.title.as_deref(), source.authors.len()), (None, 0), "{text}");
    }
}

#[test]
fn the_day_behind_the_address_that_was_read_is_that_of_access() {
    let board: &[&str] = &["Harbour Board"];
    let said = (Some("Habitats Directive"), board, None, None, Some("2025-11-09"));
    for tail in [
        "Retrieved from https://a.test/b on November 9, 2025.",
        "Retrieved from <https://a.test/b> on November 9, 2025.",
        "Accessed at https://a.test/b on 9 November 2025.",
        "Accessed: https://a.test/b on 9 November 2025.",
        "Retrieved from port.test on November 9, 2025, https://a.test/b",
        "Abgerufen von https://a.test/b am 9. November 2025.",
        "Consulté sur https://a.test/b le 9 novembre 2025.",
        "Recuperado de https://a.test/b el 9 de noviembre de 2025.",
    ] {
        check_marked_up(&format!("Harbour Board. *Habitats Directive*. {tail}"), said);
    }
    for tail in
        ["Retrieved from https://a.test/b with notes on November 9, 2025.", "Retrieved from https://a.test/b on birds."]
    {
        let source = &marked_up(&format!("Harbour Board. *Habitats Directive*. {tail}")).sources[0];
        assert_eq!(source.accessed, None, "{tail}");
    }
}

#[test]
fn days_of_japan_have_pages_behind_them() {
    let said = |published| (Some("広報33号"), &[][..], Some("犬岩村"), Some(published), Some("2015-06-09"));
    for (day, read) in [
        ("2000年1月1日、2頁", "2000-01-01"),
        ("2000年1月1日", "2000-01-01"),
        ("2000年1月1日付朝刊、2面", "2000-01-01"),
        ("2000年5月、2–5頁", "2000-05"),
        ("2000年5月号", "2000-05"),
    ] {
        check_marked_up(&format!("「[広報33号](https://a.test/33)」犬岩村、{day}。2015年6月9日閲覧。"), said(read));
    }
}

#[test]
fn lines_of_programs_in_hindi_are_read() {
    let said = (Some("ज्वार की रिपोर्ट"), &[][..], Some("बंदरगाह"), None, Some("2025-05-03"));
    check("ज्वार की रिपोर्ट - बंदरगाह, मई 3, 2025 को एक्सेस किया गया, https://a.test/b", said);
    check("ज्वार की रिपोर्ट - बंदरगाह, 3 मई 2025 को एक्सेस किया गया, https://a.test/b", said);
}

#[test]
fn an_identifier_is_no_title() {
    let names: &[&str] = &["A. Byrd", "T. Cole", "M. Dorn"];
    let said = (Some("Peatland Restoration"), names, Some("Harbour University Press"), Some("2016"), None);
    for words in ["10.1017/CBO978", "doi:10.1017/CBO978", "https://doi.org/10.1017/CBO978"] {
        let text = format!(
            "A. Byrd, T. Cole and M. Dorn (eds.), *Peatland Restoration*, Harbour University Press, 2016. \
             doi:[{words}](https://doi.org/10.1017/CBO978)"
        );
        check_marked_up(&text, said);
    }
    let text = "[On 10.1017/CBO978 and its kin](https://a.test/b), Harbour Press, 2016.";
    check_marked_up(text, (Some("On 10.1017/CBO978 and its kin"), &[], Some("Harbour Press"), Some("2016"), None));
}

#[test]
fn an_identifier_behind_a_title_is_no_part_of_it() {
    let names: &[&str] = &["Heim, L.", "Kohl, L."];
    for tail in ["arXiv:2405.10799.", "arXiv:2405.10799 [cs.CY].", "arXiv: 2405.10799"] {
        let text = format!("Heim, L., & Kohl, L. (2024). Training thresholds: Features and limits. {tail}");
        check(&text, (Some("Training thresholds: Features and limits"), names, None, Some("2024"), None));
    }
    let text = "Heim, L. (2024). A remark on arXiv:2405.10799 and its kin. Sea Letters.";
    let title = Some("A remark on arXiv:2405.10799 and its kin");
    check(text, (title, &["Heim, L."], Some("Sea Letters"), Some("2024"), None));
}

#[test]
fn a_title_that_asks_keeps_its_mark_and_its_publisher() {
    let names: &[&str] = &["Byrd, A. M."];
    for title in ["Have tides drowned a town?", "Have tides drowned a town", "Save the town!"] {
        let text = format!("Byrd, A. M. (2017, September). {title} The Harbour. https://a.test/b");
        let stopped = text.replace("town The", "town. The");
        check(&stopped, (Some(title), names, Some("The Harbour"), Some("2017-09"), None));
    }
    let asked = "Smith, J. (2020). Is it so? And if so, why? Journal of Seas, 3(2), 4–9. https://a.test/m";
    check(asked, (Some("Is it so? And if so, why?"), &["Smith, J."], Some("Journal of Seas"), Some("2020"), None));
    let half = "Smith, J. (2020). Do trees kill bees? Reviewing the causes of deaths on lindens. https://a.test/m";
    assert_eq!(marked_up(half).sources[0].publisher, None);
    check(
        "Byrd, Ann. Who Goes There? Harbour Press, 2020. https://a.test/b",
        (Some("Who Goes There?"), &["Byrd, Ann"], Some("Harbour Press"), Some("2020"), None),
    );
}

#[test]
fn a_sentence_behind_a_title_is_no_publisher() {
    for text in [
        "[Grenier à sel](https://a.test/b). It says \"nothing was made this year\".",
        "[Grenier à sel](https://a.test/b). The Post wrote that “nothing was made”.",
        "[Grenier à sel](https://a.test/b). Es heißt dort: „Nichts wurde gemacht“.",
        "[Grenier à sel](https://a.test/b). It was made by hand.",
        "[Grenier à sel](https://a.test/b), \"nothing was made this year\".",
    ] {
        let source = &marked_up(text).sources[0];
        assert_eq!((source.title.as_deref(), source.publisher.as_deref()), (Some("Grenier à sel"), None), "{text}");
    }
    for publisher in ["Harbour Post", "Who We Are", "The “Harbour” Post"] {
        let text = format!("[Grenier à sel](https://a.test/b), {publisher}, 2019.");
        assert_eq!(marked_up(&text).sources[0].publisher.as_deref(), Some(publisher), "{text}");
    }
}

/// What each source of a note says of its days, and its authors.
fn days(text: &str) -> Vec<String> {
    let day = |date: Option<crate::date::PartialDate>| date.map_or_else(|| "-".to_owned(), |date| date.to_string());
    let sources = marked_up(text).sources;
    sources
        .iter()
        .map(|own| format!("{} {} {}", day(own.published), day(own.accessed), own.authors.join("+")))
        .collect()
}

#[test]
fn the_day_of_access_behind_the_address_of_one_source_is_not_that_of_the_next() {
    for text in [
        "Bo Fry, “Manners,” *Hole Quarterly* (2019), https://a.test/1, accessed May 4, 2020; see also Cy Gil, “More Manners,” *Hole* (2021), <https://a.test/2>.",
        "Bo Fry, “Manners,” *Hole Quarterly* (2019), https://a.test/1 (accessed May 4, 2020). Cy Gil, “More Manners,” *Hole* (2021), <https://a.test/2>.",
        "Bo Fry, “Manners,” *Hole Quarterly* (2019), <https://a.test/1> [accessed 4 May 2020]. Cy Gil, “More Manners,” *Hole* (2021), <https://a.test/2>.",
    ] {
        assert_eq!(days(text), ["2019 2020-05-04 Bo Fry", "2021 - Cy Gil"], "{text}");
    }
    // One behind the last address is that of all.
    let text = "Bo Fry, “Manners,” *Hole Quarterly* (2019), https://a.test/1; Cy Gil, “More Manners,” *Hole* (2021), <https://a.test/2>, accessed May 4, 2020.";
    assert_eq!(days(text), ["2019 2020-05-04 Bo Fry", "2021 2020-05-04 Cy Gil"]);
}

#[test]
fn a_date_behind_the_address_and_a_comma_is_that_of_publication_where_no_other_is_told() {
    for (text, expected) in [
        ("Roe, B., “Feet of clay,” <https://a.test/roe>, 2021.", "2021 - Roe, B."),
        ("Roe, B., “Toes of clay,” <https://a.test/toe>, 3 May 2021.", "2021-05-03 - Roe, B."),
        ("Roe, B., “Toes of clay,” 3 May 2020, <https://a.test/toe>, 2021.", "2020-05-03 - Roe, B."),
        ("Roe, B., “Toes of clay,” <https://a.test/toe>, accessed 3 May 2021.", "- 2021-05-03 Roe, B."),
        // A day in a bracket, or of numbers, can be that of the reading.
        ("Roe, B., “Toes of clay,” <https://a.test/toe> (3.5.2021).", "- - Roe, B."),
        ("Roe, B., “Toes of clay,” <https://a.test/toe>, 3.5.2021.", "- - Roe, B."),
        ("Roe, B., “Toes of clay,” <https://a.test/toe>, 2021 edition of it.", "- - Roe, B."),
    ] {
        assert_eq!(days(text), [expected], "{text}");
    }
    assert_eq!(days("[Garden](https://garden.test/b), *Homes*, 3 May 1950."), ["1950-05-03 - "]);
    assert_eq!(days("[Garden paths](https://garden.test/b), *Homes*, 3 May 1950."), ["1950-05-03 - "]);
}

#[test]
fn the_words_of_a_link_that_say_what_part_of_a_work_it_leads_to_are_no_title() {
    for words in ["Inhaltsverzeichnis", "Digitalisat", "table of contents", "sommaire", "оглавление", "目次", "online"]
    {
        let text = format!(
            "Eva Gill: *Tore der Stadt*. Tor-Verlag, Arden 1988, S. 3 ([{words}](https://a.test/123) (PDF; 12 kB))."
        );
        let source = &marked_up(&text).sources[0];
        assert_eq!(source.title.as_deref(), Some("Tore der Stadt"), "{text}");
        assert_eq!(source.published.map(|date| date.to_string()).as_deref(), Some("1988"), "{text}");
    }
}

#[test]
fn a_date_behind_an_address_is_that_of_its_page() {
    let published = |text: &str| {
        let date = marked_up(text).sources[0].published;
        date.map(|date| date.to_string()).unwrap_or_default()
    };
    let check = |text: &str, expected: &str| assert_eq!(published(text), expected, "{text}");
    check("Roe, B., \"Feet of clay,\" <https://a.test/roe>, 2021.", "2021");
    check("Roe, B., \"Toes of clay,\" <https://a.test/toe>, 3 May 2021.", "2021-05-03");
    check("Roe, B., „Zehen aus Ton“, https://a.test/toe, 3. Mai 2021.", "2021-05-03");
    check("RFC 9999, [Section 4](https://a.test/9999), June 2022.", "2022-06");
    check("Doe. [One](https://a.test/one). 2001.", "2001");
    check("[Garden](https://a.test/b), *Homes*, 3 May 1950.", "1950-05-03");
    check("Varela, J. [Viajes](https://a.test/b), 1890. Consultado el 4 de junio de 2016.", "1890");
    check("Gill, Eva. *Gates of the Town* (Arden: Gate, 1988), p. 3 ([table of contents](https://a.test/c)).", "1988");
    // In brackets it is as often the day on which it was read; what a word announces is what that says.
    check("Roe, B., \"Toes of clay,\" <https://a.test/toe> (3 May 2021).", "");
    check("Roe, B., \"Toes of clay,\" <https://a.test/toe>, accessed 3 May 2021.", "");
    check("Roe, B., \"Toes of clay,\" 2 May 2020, <https://a.test/toe>, 2021.", "2020-05-02");
    check("Roe, B., \"Toes of clay,\" <https://a.test/toe>, 2021 words of it.", "");
    check("\u{200e}Roe, B., \"Toes of clay\", *Star*,\u{200e} 3 May 2021. <https://a.test/toe>", "2021-05-03");
}

#[test]
fn what_stands_behind_the_first_of_two_addresses_is_said_of_that() {
    let first = "Bo Fry, \"Manners,\" *Hole Quarterly* (2019), https://a.test/fry";
    let second = "Cy Gil, \"More Manners,\" *Hole* (2021), https://b.test/gil";
    for between in [
        " (accessed May 4, 2020). ",
        ", accessed May 4, 2020; see also ",
        " (abgerufen am 4. Mai 2020); ",
        ", accessed <2020-05-04 Mon>. ",
    ] {
        let reading = marked_up(&format!("{first}{between}{second}."));
        let said: Vec<_> = reading.sources.iter().map(|source| source.accessed.map(|day| day.to_string())).collect();
        assert_eq!(said, [Some("2020-05-04".to_owned()), None], "{between}");
        assert_eq!(reading.sources[1].authors, ["Cy Gil"], "{between}");
        assert_eq!(reading.sources[1].published.map(|day| day.to_string()).as_deref(), Some("2021"), "{between}");
    }
    // At the end, or before both, it is said of both.
    for text in
        [format!("{first}; {second} (accessed May 4, 2020)."), format!("Accessed May 4, 2020: {first}; {second}.")]
    {
        let reading = marked_up(&text);
        assert!(reading.sources.iter().all(|source| source.accessed.is_some()), "{text}");
    }
}

#[test]
fn a_kind_of_work_can_be_a_title_and_the_words_of_a_link_say_what_it_is() {
    let check = |text: &str, title: Option<&str>, authors: &[&str]| {
        let source = &marked_up(text).sources[0];
        assert_eq!(
            (source.title.as_deref(), &source.authors[..].iter().map(String::as_str).collect::<Vec<_>>()[..]),
            (title, authors),
            "{text}"
        );
    };
    let ministry: &[&str] = &["Ministry of Weather"];
    check("Ministry of Weather. (2019). *Statement*. https://a.test/s", Some("Statement"), ministry);
    check("Ministry of Weather. (2019). *Report*. https://a.test/s", Some("Report"), ministry);
    check("*Source:* https://a.test/s", None, &[]);
    let rules = Some("Rules for Wells");
    check(
        "Ministry of Water, *Rules for Wells*, 2011, https://a.test/rules, accessed 4 May 2012.",
        rules,
        &["Ministry of Water"],
    );
    for link in [
        "Inhaltsverzeichnis",
        "table of contents",
        "Digitalisat",
        "eingeschränkte Vorschau",
        "table des matières",
        "índice",
    ] {
        let text = format!("Eva Gill, *Gates of the Town* (Arden: Gate, 1988), p. 3 ([{link}](https://a.test/1)).");
        check(&text, Some("Gates of the Town"), &["Eva Gill"]);
    }
    check(
        "↑ G. Petit, \"La porte du maire\", *Le Soir*, 3 mai 1931. https://a.test/1",
        Some("La porte du maire"),
        &["G. Petit"],
    );
}

#[test]
fn what_a_note_explains_in_prose_names_nobody() {
    let title_and_authors = |text: &str| {
        let source = marked_up(text).sources.swap_remove(0);
        (source.title.clone(), source.authors.len())
    };
    for text in [
        "A historian reports of the wall as follows: “All masons deny it; many of them fight it.” (p. 9)",
        "Der Wärter beschreibt die Mauer wie folgt: „Alle bestreiten es; viele bekämpfen es.“ (S. 9)",
    ] {
        assert_eq!(title_and_authors(text), (None, 0), "{text}");
    }
    let source = marked_up("BSL-1.0: [Boat Software Licence 1.0](https://a.test/1)").sources.swap_remove(0);
    assert_eq!((source.title.as_deref(), source.authors.len()), (Some("Boat Software Licence 1.0"), 0));
    let value = marked_up("*Can it be built?* The first bytes (i.e., the value *u*) are read, and then the rest.");
    assert_eq!(value.sources[0].publisher, None);
    // A name with a number, and a site of one letter.
    check_marked_up("Channel 4: [Low water](https://a.test/1)", (Some("Low water"), &["Channel 4"], None, None, None));
    check(
        "Doe, Ann. “Low water.” X, 3 May 2020. https://a.test/1",
        (Some("Low water"), &["Doe, Ann"], Some("X"), Some("2020-05-03"), None),
    );
}

#[test]
fn a_question_that_its_note_answers_is_no_title() {
    let title = |text: &str| marked_up(text).sources[0].title.clone();
    for text in [
        "*Why is the wall so low?* It was cheap at the time, and nobody asked for more.",
        "*Can the tide be read?* The keeper reads the first bytes (i.e., the value *u*) and then the rest of it.",
        "*Why is it low*? It was cheap at the time, and nobody asked for more. They said so in 1990.",
        "*Warum ist die Mauer so niedrig?* Sie war damals billig, und niemand hat mehr gewollt.",
        "*Pourquoi le mur est-il si bas ?* Il coûtait peu et personne ne voulait payer plus que cela.",
        "*Почему стена такая низкая?* Она была дешёвой, и никто тогда не просил большего.",
        "*لماذا الجدار منخفض؟* كان رخيصا في ذلك الوقت ولم يطلب أحد أكثر من ذلك.",
        "*なぜ壁は低いのか？* 当時は安く、誰もそれ以上を求めなかったからである。",
    ] {
        assert_eq!(title(text), None, "{text}");
    }
    for (text, expected) in [
        ("*Why Is the Wall So Low?* Harbour Press, 2020.", "Why Is the Wall So Low?"),
        ("*Why is the wall so low?* The Press of the Harbour and of the Town, Porttown.", "Why is the wall so low?"),
        ("*Why is the wall so low?* A study of what the tides do to the coast, 2019.", "Why is the wall so low?"),
        (
            "*Why is the wall so low?* It was cheap, and nobody asked for more. https://a.test/1",
            "Why is the wall so low?",
        ),
        ("*Low walls.* They are cheap, and nobody has asked for more of them.", "Low walls"),
        ("Doe, Jane. *Why is the wall so low?* It tells of what was cheap in the town.", "Why is the wall so low?"),
        ("*为什么墙很低？* 海港出版社，2019", "为什么墙很低？"),
    ] {
        assert_eq!(title(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn a_medium_in_brackets_ends_a_title_behind_initials() {
    for (names, title) in [("Сидоров С. С.", "Расписание"), ("Иванова А. Г.", "Стены и мосты")]
    {
        let text = format!("{names} {title} [Электронный ресурс]. URL: https://a.test/b (дата обращения: 30.06.2024).");
        check(&text, (Some(title), &[names], None, None, Some("2024-06-30")));
        let printed = format!("{names} {title}. М.: Наука, 2019. https://a.test/b");
        check(&printed, (Some(title), &[names], Some("Наука"), Some("2019"), None));
    }
}

#[test]
fn words_of_access_in_more_languages_are_read() {
    for (written, day) in [
        ("[vid. 30. 6. 2024]", "2024-06-30"),
        ("(visité le 30 juin 2024)", "2024-06-30"),
        ("(åtkomst 30 juni 2024)", "2024-06-30"),
        ("(dostęp 30 VI 2024)", "2024-06-30"),
        ("(consultato il 1° luglio 2024)", "2024-07-01"),
    ] {
        check(
            &format!("Doe, Ann. “Low water.” Post, 2019. https://a.test/b {written}."),
            (Some("Low water"), &["Doe, Ann"], Some("Post"), Some("2019"), Some(day)),
        );
    }
}

#[test]
fn one_word_before_an_emphasised_title_is_its_author_where_a_book_is_told() {
    let title = |note: &str| {
        let text = format!("So “it was said”.[^1]\n\n[^1]: {note}\n");
        parse(&text, Format::Markdown, Limits::default()).entries[0].source.title.clone()
    };
    for (note, expected) in [
        ("Doe, *Walls of the North* (Dry Press, 2019), 12.", "Walls of the North"),
        ("Doe, *Walls* (Dry Press, 2019), 12. <https://a.test/b>", "Walls"),
        ("Doe, *The Walls* (Hull: Dry, 2019), <https://a.test/b>.", "The Walls"),
        ("Doe, *Gates*, 2010", "Gates"),
        ("Doe, *Gates*, 2010.", "Gates"),
    ] {
        assert_eq!(title(note).as_deref(), Some(expected), "{note}");
    }
    for note in [
        "Floods, *The Harbour Post*, 2010, <https://a.test/b>",
        "Floods, *Post*, 3 May 2010, <https://a.test/b>",
        "Floods, *Post*, 3 May 2010",
        "Floods, *The Post* (3 May 2010), <https://a.test/b>",
        "Floods, *Post* (London, 2010), <https://a.test/b>",
        "Floods, *Sea Letters* 36, 401 (2009)",
    ] {
        let title = title(note);
        assert!(title.as_deref().is_none_or(|title| title.starts_with("Floods")), "{note} {title:?}");
    }
}
