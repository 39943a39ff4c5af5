//! Entries in the styles of other countries and other trades, made up.

use super::tests::{Said, check, check_marked_up, marked_up};

fn each(entries: &[(&str, Said<'_>)]) {
    for (text, expected) in entries {
        check(text, *expected);
    }
}

#[test]
fn arabic_entries_have_their_own_commas() {
    each(&[
        (
            "أحمد علي، «السد»، البحر، 3 مارس 2021. https://a.test/b اطلع عليه بتاريخ 5 أبريل 2022.",
            (Some("السد"), &["أحمد علي"], Some("البحر"), Some("2021-03-03"), Some("2022-04-05")),
        ),
        ("مؤرشف من الأصل في 2 يناير 2020. https://a.test/b", (None, &[], None, None, None)),
    ]);
}

#[test]
fn chinese_and_japanese_entries_have_no_spaces() {
    each(&[
        (
            "李四，《河流不睡》，海港社，2019年3月21日，https://a.test/b，访问时间为 七月 27, 2025。",
            (Some("河流不睡"), &["李四"], Some("海港社"), Some("2019-03-21"), Some("2025-07-27")),
        ),
        (
            "张三. 水坝[N]. 海港日报, 2021-03-03. https://a.test/b. 访问日期：2022年4月5日。",
            (Some("水坝"), &["张三"], Some("海港日报"), Some("2021-03-03"), Some("2022-04-05")),
        ),
        (
            "BYRD A, COLE M J. High tides of the north[J/OL]. Sea Letters, 2021, 12(3): 45-67. https://a.test/b",
            (Some("High tides of the north"), &["BYRD A", "COLE M J"], Some("Sea Letters"), Some("2021"), None),
        ),
        (
            "山田太郎「ダム」『海港新聞』2021年3月3日。https://a.test/b （2022年4月5日閲覧）",
            (Some("ダム"), &["山田太郎"], Some("海港新聞"), Some("2021-03-03"), Some("2022-04-05")),
        ),
        (
            "「川は眠らない」、海港新聞、令和元年5月1日、https://a.test/b、2020年2月1日閲覧。",
            (Some("川は眠らない"), &[], Some("海港新聞"), Some("2019-05-01"), Some("2020-02-01")),
        ),
        (
            "山田太郎「ダム」『海港新聞』二〇二一年三月三日。https://a.test/b （二〇二二年四月五日閲覧）",
            (Some("ダム"), &["山田太郎"], Some("海港新聞"), Some("2021-03-03"), Some("2022-04-05")),
        ),
        (
            "李四，《河流不睡》，海港社，2019年三月，https://a.test/b，访问日期：二〇二二年四月五日。",
            (Some("河流不睡"), &["李四"], Some("海港社"), Some("2019-03"), Some("2022-04-05")),
        ),
    ]);
}

#[test]
fn russian_entries_have_areas_between_dashes() {
    each(&[
        (
            "Smith P. P. The History of the Quay. URL: https://a.test/b (дата обращения: 05.04.2022).",
            (Some("The History of the Quay"), &["Smith P. P."], None, None, Some("2022-04-05")),
        ),
        (
            "Smith P.P., Roe A. B. The history of the quay. URL: https://a.test/b",
            (Some("The history of the quay"), &["Smith P.P.", "Roe A. B."], None, None, None),
        ),
        (
            "Smith PP, Roe A. The history of the quay. Sea Letters. 2019;12(3):44-50. https://a.test/b",
            (Some("The history of the quay"), &["Smith PP", "Roe A"], Some("Sea Letters"), Some("2019"), None),
        ),
        (
            "Иванов И. И. Плотина // Морские вести. — 2021. — 3 марта. URL: https://a.test/b (дата обращения: 05.04.2022).",
            (Some("Плотина"), &["Иванов И. И."], Some("Морские вести"), Some("2021"), Some("2022-04-05")),
        ),
        (
            "Иванов И. И., Петров П. П. Плотина на реке. — М. : Наука, 2020. — 300 с. https://a.test/b",
            (Some("Плотина на реке"), &["Иванов И. И.", "Петров П. П."], Some("Наука"), Some("2020"), None),
        ),
        (
            "Петров П. П. Плотина на реке. М.: Наука, 2020. 200 с. URL: https://a.test/b (дата обращения: 05.06.2021).",
            (Some("Плотина на реке"), &["Петров П. П."], Some("Наука"), Some("2020"), Some("2021-06-05")),
        ),
        (
            "Петров П.П. Лёд. СПб.: Гавань, 2019. https://a.test/b",
            (Some("Лёд"), &["Петров П.П."], Some("Гавань"), Some("2019"), None),
        ),
        ("Петров П. П. Дом. https://a.test/b", (Some("Дом"), &["Петров П. П."], None, None, None)),
        ("Петров П. П. Лёд г. Омска. https://a.test/b", (Some("Лёд г. Омска"), &["Петров П. П."], None, None, None)),
        (
            "«Река не спит». Морские вести (21 марта 2019). Дата обращения: 1 февраля 2020. https://a.test/b",
            (Some("Река не спит"), &[], Some("Морские вести"), Some("2019-03-21"), Some("2020-02-01")),
        ),
    ]);
}

#[test]
fn law_reviews_have_the_volume_before_the_name() {
    each(&[
        (
            "Jane Q. Doe, The Canon of Tides, 99 SEA L. REV. 1, 14–15 (2017), https://a.test/b.",
            (Some("The Canon of Tides"), &["Jane Q. Doe"], Some("SEA L. REV."), Some("2017"), None),
        ),
        (
            "See, e.g., Ann Byrd, Ports Said to Seek Data, HARB. POST (June 6, 2013), https://a.test/b.",
            (Some("Ports Said to Seek Data"), &["Ann Byrd"], Some("HARB. POST"), Some("2013-06-06"), None),
        ),
        (
            "See Harbour Co. v. Tide Bd., 579 U.S. 325, 335 (2016) (quoting Byrd, 561 U.S. at 255), available at https://a.test/b (last visited Jan. 5, 2023).",
            (None, &[], None, Some("2016"), Some("2023-01-05")),
        ),
        ("Harbour Co. v. Tide Board, 579 U.S. 325 (2016), https://a.test/b.", (None, &[], None, Some("2016"), None)),
    ]);
}

#[test]
fn spanish_and_german_entries_name_their_dates() {
    each(&[
        (
            "García Márquez, G. (2019, 21 de marzo). El río. El Puerto. Recuperado el 1 de febrero de 2020 de https://a.test/b",
            (Some("El río"), &["García Márquez, G."], Some("El Puerto"), Some("2019-03-21"), Some("2020-02-01")),
        ),
        (
            "Bundesministerium für Gezeiten (Hrsg.): Bericht zum Fluss. Berlin 2018. Online verfügbar unter: https://a.test/b [Stand: 15.08.2020].",
            (Some("Bericht zum Fluss"), &["Bundesministerium für Gezeiten"], None, Some("2018"), Some("2020-08-15")),
        ),
    ]);
}

#[test]
fn german_entries_end_in_town_publisher_and_year() {
    let keller: &[&str] = &["Keller, Heinrich"];
    let said = |title, publisher| (Some(title), keller, publisher, Some("2011"), None);
    for (entry, title, publisher) in [
        ("Waldglas, Bern: Haupt, 2011, https://a.test/b.", "Waldglas", Some("Haupt")),
        ("Waldglas. Bern: Haupt, 2011. URL: https://a.test/b", "Waldglas", Some("Haupt")),
        ("Waldglas. Eine Reise. Bern 2011, https://a.test/b.", "Waldglas. Eine Reise", None),
        ("Waldglas, Bern 2011, S. 12. https://a.test/b", "Waldglas", None),
        ("Waldglas. – 2. Aufl. – Bern ; Stuttgart : Haupt, 2011. https://a.test/b", "Waldglas", Some("Haupt")),
        (
            "Waldglas. Eine Reise. Frankfurt a. M.: Suhrkamp 2011. https://a.test/b",
            "Waldglas. Eine Reise",
            Some("Suhrkamp"),
        ),
        (
            "Waldglas, 3., überarb. Aufl., Frankfurt am Main: Suhrkamp, 2011. https://a.test/b",
            "Waldglas",
            Some("Suhrkamp"),
        ),
        (
            "Waldglas. Geschichte eines Stoffs. Hafenverlag, Hamburg 2011. https://a.test/b",
            "Waldglas. Geschichte eines Stoffs",
            Some("Hafenverlag"),
        ),
        ("Waldglas. Berlin: de Gruyter, 2011. https://a.test/b", "Waldglas", Some("de Gruyter")),
    ] {
        check(&format!("Keller, Heinrich: {entry}"), said(title, publisher));
    }
    let spoken = (Some("Waldglas"), &["Heinrich Keller"][..], None, Some("2011"), None);
    check("Heinrich Keller: Waldglas, Bern 2011, https://a.test/b.", spoken);
    let two = (Some("Waldglas"), &["Heinrich Keller", "Wim Kohl"][..], None, Some("2011"), None);
    check("Heinrich Keller / Wim Kohl: Waldglas, 2. Aufl., Bern 2011, https://a.test/b.", two);
    check(
        "KELLER, H.: Waldglas. 2. Aufl. Bern : Haupt, 2011. – ISBN 3-258-00000-0. URL https://a.test/b. – Abrufdatum: 12.03.2020",
        (Some("Waldglas"), &["KELLER, H."], Some("Haupt"), Some("2011"), Some("2020-03-12")),
    );
    check(
        "KELLER, H. ; MEIER, A.: Waldglas. – Bern : Haupt, 2011. – Zugriffsdatum: 12.03.2020. https://a.test/b",
        (Some("Waldglas"), &["KELLER, H.", "MEIER, A."], Some("Haupt"), Some("2011"), Some("2020-03-12")),
    );
    check(
        "Keller, H. (2011): Waldglas. Bern: Haupt. https://a.test/b. Zugegriffen: 12. März 2020.",
        (Some("Waldglas"), &["Keller, H."], Some("Haupt"), Some("2011"), Some("2020-03-12")),
    );
    // `Low Water` can be a name, and a title.
    check("Low Water: The Story of the Thames, London 2011. https://a.test/b", (None, &[], None, None, None));
}

#[test]
fn the_style_of_vancouver_has_dates_in_brackets() {
    let health: &[&str] = &["Department of Health (UK)"];
    let said = |published| (Some("Medicines adherence"), health, Some("DH"), Some(published), Some("2019-03-04"));
    for (dates, published) in [
        ("2009 Jan [updated 2012 Feb 3; cited 2019 Mar 4]", "2009-01"),
        ("2009 [updated 2012 Feb 3; cited 2019 Mar 4]", "2009"),
        ("2009 Jan 5 [cited 2019 Mar 4]", "2009-01-05"),
        ("2009 Jan [revised 2012 Feb, cited 2019 Mar 4]", "2009-01"),
        ("c2009 [updated 2012 Feb 3; cited 2019 Mar 4]", "2009"),
    ] {
        let text = format!(
            "Department of Health (UK). Medicines adherence [Internet]. London: DH; {dates}. 12 p. Available from: https://a.test/b"
        );
        check(&text, said(published));
    }
    let wiki = "Harbour Wiki. High tides of the north [Internet]. Hull: Wiki House; 2009 [Online; Stand 4. März 2019]. https://a.test/b";
    check(
        wiki,
        (Some("High tides of the north"), &["Harbour Wiki"], Some("Wiki House"), Some("2009"), Some("2019-03-04")),
    );
}

#[test]
fn a_medium_behind_a_journal_is_no_part_of_its_name() {
    check(
        "Lee K, Park J. Tides of the north. Sea Lett [Internet]. 2010 May [cited 2012 Jun 5];12(3):4-9. https://a.test/b",
        (Some("Tides of the north"), &["Lee K", "Park J"], Some("Sea Lett"), Some("2010-05"), Some("2012-06-05")),
    );
}

#[test]
fn editors_before_a_book_have_edited_it() {
    let names: &[&str] = &["Chen X", "Li Y"];
    for role in ["editors", "eds", "translators"] {
        let text = format!(
            "Chen X, Li Y, {role}. Reminders in practice. 2nd ed. Boston (MA): Health Press; 2014. p. 33-40. https://a.test/b"
        );
        check(&text, (Some("Reminders in practice"), names, Some("Health Press"), Some("2014"), None));
    }
    for editors in ["Chen X, Li Y, editors.", "Chen X, editor.", "Chen, Xi, and Yu Li, eds.", "Chen, Xi (Hrsg.):"] {
        let text = format!(
            "Jones P. Chapter three. In: {editors} Reminders in practice. Boston: Health Press; 2014. p. 33-40. https://a.test/b"
        );
        check(&text, (Some("Chapter three"), &["Jones P"], Some("Reminders in practice"), Some("2014"), None));
    }
}

#[test]
fn a_name_in_capitals_wrote_what_is_on_its_host() {
    let said = (Some("Medicines optimisation"), &["NICE"][..], None, Some("2015"), None);
    check("NICE. Medicines optimisation. 2015. https://www.nice.test/guidance/ng6", said);
    let accessed = (Some("Medicines optimisation (NG5)"), said.1, None, said.3, Some("2019-03-05"));
    check(
        "NICE. Medicines optimisation (NG5). 2015 [accessed 5 March 2019]. https://www.nice.test/guidance/ng5",
        accessed,
    );
    for text in [
        "HIV. How to live with it. 2015. https://www.nice.test/hiv",
        "DNA. What we know of it. 2015. https://a.test/dna",
        "NICE. 2015. https://www.nice.test/a",
    ] {
        check(text, (None, &[], None, Some("2015"), None));
    }
}

#[test]
fn a_title_can_stand_in_the_place_of_an_author() {
    let said = |title, publisher, published| (Some(title), &[][..], Some(publisher), Some(published), None);
    check(
        "New media law passed in a night. (2022, March 3). The Star. https://a.test/b",
        said("New media law passed in a night", "The Star", "2022-03-03"),
    );
    check_marked_up(
        "New media law passed in a night. (2022, March 3). *The Star*. https://a.test/b",
        said("New media law passed in a night", "The Star", "2022-03-03"),
    );
    check_marked_up(
        "What does the law forbid? (2022). *Sea Letters*, *12*(3), 4–9. https://a.test/b",
        said("What does the law forbid?", "Sea Letters", "2022"),
    );
    check_marked_up(
        "*World press freedom index*. (2024). RSF. https://a.test/b",
        said("World press freedom index", "RSF", "2024"),
    );
    for (author, title) in [
        ("World Tide Organization for the Deep North", "High Tides"),
        ("Instituto nacional de estadística y mareas", "Encuesta Anual"),
        ("The office of tides", "Rising waters of it"),
        ("van der Berg, A., de la Cole, M., & Dorn, E.", "High Tides"),
    ] {
        let text = format!(
            "{} (2020). {title}. https://a.test/b",
            if author.ends_with('.') { author.to_owned() } else { format!("{author}.") }
        );
        let source = &super::tests::entry(&text).sources[0];
        assert_eq!(source.title.as_deref(), Some(title), "{text}");
        assert!(!source.authors.is_empty(), "{text}");
    }
}

#[test]
fn what_describes_a_work_in_brackets_is_no_publisher() {
    let vox: &[&str] = &["Vox, B."];
    for (description, publisher) in [
        ("[Video]. YouTube.", Some("YouTube")),
        ("[Press release].", None),
        ("(Publication No. 123) [Doctoral dissertation, MIT]. ProQuest.", Some("ProQuest")),
        ("(2nd ed.). Harbour Press.", Some("Harbour Press")),
        ("[TED Talk]. TED.", Some("TED")),
        ("[in Russian]. Harbour Press.", Some("Harbour Press")),
    ] {
        let text = format!("Vox, B. (2021, May 4). *How cities sink* {description} https://a.test/b");
        check_marked_up(&text, (Some("How cities sink"), vox, publisher, Some("2021-05-04"), None));
    }
    check(
        "“How cities sink” [Harbour Post], 2021. https://a.test/b",
        (Some("How cities sink"), &[], Some("Harbour Post"), Some("2021"), None),
    );
    check(
        "“How cities sink” (France 24), 2021. https://a.test/b",
        (Some("How cities sink"), &[], Some("France 24"), Some("2021"), None),
    );
}

#[test]
fn a_note_without_italics_has_its_imprint_in_brackets() {
    each(&[
        (
            "Quoted in Ian Stewart, The Glasgow Tramcar (Glasgow: Scottish Tramway Museum Society, 1983), 201; https://a.test/b",
            (
                Some("The Glasgow Tramcar"),
                &["Ian Stewart"],
                Some("Scottish Tramway Museum Society"),
                Some("1983"),
                None,
            ),
        ),
        (
            "Marion Shoard, A Right to Roam (OUP 1999) 34.",
            (Some("A Right to Roam"), &["Marion Shoard"], Some("OUP"), Some("1999"), None),
        ),
        (
            "Ann Byrd and Max Cole, High Tides (London, 1963), 12, https://a.test/b",
            (Some("High Tides"), &["Ann Byrd", "Max Cole"], None, Some("1963"), None),
        ),
        (
            "Corporation of Hull, Report of the Transport Committee (1960), at <https://a.test/b> (visited 5 June 2019).",
            (
                Some("Report of the Transport Committee"),
                &["Corporation of Hull"],
                None,
                Some("1960"),
                Some("2019-06-05"),
            ),
        ),
        (
            "Robert Byrd, Tides and Law: A Reader, 2nd ed. (New Haven, CT: Harbour University Press, 2011), 14–15, https://a.test/b.",
            (Some("Tides and Law: A Reader"), &["Robert Byrd"], Some("Harbour University Press"), Some("2011"), None),
        ),
        (
            "Robert Byrd, Tides and Law, Sea Library 12 (Leiden: Harbour House, 2011), 3. https://a.test/b",
            (Some("Tides and Law"), &["Robert Byrd"], Some("Harbour House"), Some("2011"), None),
        ),
        (
            "Glasgow Tramcars, A History (Glasgow: Museum Society, 1983), 201, https://a.test/b",
            (None, &[], None, Some("1983"), None),
        ),
    ]);
}

#[test]
fn access_dates_are_announced_in_many_languages() {
    let source = |tail: &str| {
        let text = format!("Doe, Jane. “The bridge of ten piers.” The Valley Post. https://a.test/b {tail}");
        marked_up(&text).sources[0].clone()
    };
    for tail in [
        "Acceso: 3 de marzo de 2021.",
        "acedido a 3 de março de 2021.",
        "consultado o 3 de marzo de 2021.",
        "Hämtat 3 mars 2021.",
        "lokaliseret 3. marts 2021.",
        "haettu 3.3.2021.",
        "přístup 3. března 2021.",
        "Letöltés dátuma: 2021. március 3.",
        "Accesat în 3 martie 2021.",
        "erişim: 3 Mart 2021.",
        "diakses pada 3 Mac 2021.",
        "дата доступу: 03.03.2021.",
        "Посетено на 3 март 2021.",
        "pristup: 3. ožujka 2021.",
        "Приступљено 3. 3. 2021.",
        "dostop 3. marec 2021.",
        "Τελευταία πρόσβαση: 3 Μαρ 2021.",
        "prieiga: 2021 m. kovo 3 d.",
        "kasutatud 3.03.2021.",
        "تم الاطلاع عليه في 3 مارس 2021.",
        "於2021年3月3日查閱.",
        "(参照 2021-03-03)",
        "최종 접속 2021년 3월 3일.",
        "checked 3 March 2021.",
        "Վերցված է 3 մարտի 2021.",
        "Тексерілді 3 наурыз 2021.",
        "Iliwekwa mnamo 3 Machi 2021.",
        "Hinango noong Marso 3, 2021.",
    ] {
        assert_eq!(source(tail).accessed.map(|date| date.to_string()).as_deref(), Some("2021-03-03"), "{tail}");
    }
    // A word of titles tells only behind a mark, with a whole day.
    for text in ["Doe, Jane. The přístup 2021. https://a.test/b", "Doe, Jane. Erişim Mart 2021. https://a.test/b"] {
        assert_eq!(marked_up(text).sources[0].accessed, None, "{text}");
    }
}

#[test]
fn names_as_they_are_spoken_stand_before_a_year_and_a_title() {
    check(
        "Jane Doe, Ann Roe, and Max Poe. 2014. Three Cases of Tide Modeling in Harbours. In Proceedings of the Conference on Tides (TIDES). Springer, 302–319. https://a.test/1",
        (
            Some("Three Cases of Tide Modeling in Harbours"),
            &["Jane Doe", "Ann Roe", "Max Poe"],
            Some("Proceedings of the Conference on Tides (TIDES)"),
            Some("2014"),
            None,
        ),
    );
    check(
        "Jane Doe and Max Poe. 2017. The walls of the north. Journal of Walls 3, 2 (2017), 12–19. https://a.test/1",
        (Some("The walls of the north"), &["Jane Doe", "Max Poe"], Some("Journal of Walls"), Some("2017"), None),
    );
    // A title can stand before its year as well.
    let source = &marked_up("Low Water and High Tides. 2014. Harbour Press. https://a.test/1").sources[0];
    assert_ne!(source.title.as_deref(), Some("Harbour Press"));
}

#[test]
fn a_journal_with_a_small_letter_and_editors_end_a_title() {
    check(
        "Vale RD, Hyman AA. Priority of tides in the life of harbours. eTide. eTide Publications, Ltd; 2016;5. https://a.test/3",
        (
            Some("Priority of tides in the life of harbours"),
            &["Vale RD", "Hyman AA"],
            Some("eTide"),
            Some("2016"),
            None,
        ),
    );
    check(
        "Marušić A, Bošnjak L. A Systematic Review of Research on Piers. Jefferson T, editor. PLoS TIDE. 2011;6: e23477. https://a.test/4",
        (
            Some("A Systematic Review of Research on Piers"),
            &["Marušić A", "Bošnjak L"],
            Some("PLoS TIDE"),
            Some("2011"),
            None,
        ),
    );
}

#[test]
fn pages_of_a_journal_are_no_years() {
    for pages in ["66(12): 1920–1922", "66(12):1920–1922", "66(12): 1920-1922", "66: pp. 1920–1922"] {
        let text = format!(
            "Sewell, R. A.; Doe, J. (26 June 2006). \"The response of the wall\". *Wall Studies*. {pages}. https://a.test/1"
        );
        let source = &marked_up(&text).sources[0];
        assert_eq!(source.published.map(|date| date.to_string()).as_deref(), Some("2006-06-26"), "{text}");
    }
    let text = "Doe, J. \"The wall\". *Wall Studies*, 1914–1918. https://a.test/1";
    let source = &marked_up(text).sources[0];
    assert!(source.published.is_some(), "{text}");
}

#[test]
fn what_leads_back_to_marks_is_no_name() {
    for back in ["↑ 4.0 4.1 4.2 ", "↑ 1.0 1.1 ", "^ a b c ", "↑ ", "↑ a b "] {
        let text = format!(
            "{back}Schmid, Y.; Enzler, F. (2015). \"Tides in a calm harbour\". *Tide Letters*. 78 (8): 544–553. https://a.test/b"
        );
        let source = &marked_up(&text).sources[0];
        assert_eq!(source.authors, ["Schmid, Y.", "Enzler, F."], "{text}");
    }
}

#[test]
fn names_in_bold_are_no_title() {
    for (text, title, authors) in [
        (
            "*Doe, J.* (2012) The walls of the north. *Walls*. https://a.test/1",
            Some("The walls of the north"),
            &["Doe, J."][..],
        ),
        (
            "*Jane Doe*. The walls of the north. *Walls*, 2012. https://a.test/1",
            Some("The walls of the north"),
            &["Jane Doe"],
        ),
        ("*Jane Eyre*. Penguin Books, 2003. https://a.test/1", Some("Jane Eyre"), &[]),
        ("*The walls of the north*. Harbour Press, 2003. https://a.test/1", Some("The walls of the north"), &[]),
        (
            "*Crowdsourcing of tides: challenges and harbours* Ritu Doe, Benjamin M Roe, Anna Poe *Briefings in tides* (2016-01) https://a.test/1",
            Some("Crowdsourcing of tides: challenges and harbours"),
            &["Ritu Doe", "Benjamin M Roe", "Anna Poe"],
        ),
        (
            "*Open walls and open piers* Anna Doe (2017-06-05) https://a.test/1",
            Some("Open walls and open piers"),
            &["Anna Doe"],
        ),
    ] {
        let source = &marked_up(text).sources[0];
        assert_eq!(
            (source.title.as_deref(), &source.authors[..]),
            (title, authors.iter().map(|own| (*own).to_owned()).collect::<Vec<_>>().as_slice()),
            "{text}"
        );
    }
}
