//! Entries in which words only lead to a source, made up.

use super::tests::{check, check_marked_up, marked_up};

fn title(text: &str) -> Option<String> {
    marked_up(text).sources[0].title.clone()
}

#[test]
fn words_that_lead_to_an_address_are_no_title() {
    for text in [
        "See https://a.test/1",
        "See, e.g., https://a.test/1.",
        "Cf. https://a.test/1",
        "Source: https://a.test/1",
        "Available at: https://a.test/1 (accessed 3 May 2020)",
        "As reported at https://a.test/1 (accessed May 3, 2020).",
        "Available online, accessed May 3, 2020, https://a.test/1",
        "Vgl. https://a.test/1, zuletzt aufgerufen am 12.05.2023.",
        "Voir https://a.test/1",
        "Véase https://a.test/1 (fecha de consulta: 12/05/2023).",
        "См. https://a.test/1",
        "出典：https://a.test/1",
        "参见 https://a.test/1",
        "انظر https://a.test/1",
        "p. 12, https://a.test/1",
        "*Ibid*., p. 12, https://a.test/1",
        "*Source:* https://a.test/1",
        "The full report is at https://a.test/1.",
        "You can read the interview at https://a.test/1, it is very long.",
        "Thanks to Max for this: https://a.test/1",
        "Ann Byrd, https://a.test/1",
        "Harbour News, https://a.test/1",
        "Harbour News, 3 May 2020, https://a.test/1",
        "Harbour Post: https://a.test/1",
        "Harbour Post (https://a.test/1)",
        "He was there when it was said (https://a.test/1)",
        "Interview, https://a.test/1",
        "Post by @byrd, https://a.test/1",
        "[here](https://a.test/1)",
        "[2 February 2023](https://a.test/1)",
        "[the Post](https://a.test/1)",
        "*Post*, 14 May 2021 ([link](https://a.test/1)).",
        "Harbour Post, May 14, 2021 (https://a.test/1).",
        "[PDF](https://a.test/1)",
        "[Read more](https://a.test/1)",
        "[p. 3](https://a.test/1)",
        "[a.test](https://a.test/1)",
        "via [Twitter](https://x.test/1)",
        "See [this article](https://a.test/1).",
        "Thanks to Max for [this](https://a.test/1)",
    ] {
        assert_eq!(title(text), None, "{text}");
    }
}

#[test]
fn words_that_lead_to_a_reference_are_no_part_of_it() {
    for text in [
        "See Byrd, A. (2020). High tides of it. Harbour Post. https://a.test/b",
        "Cf. Byrd, A. (2020). High tides of it. Harbour Post. https://a.test/b",
        "Source: Byrd, A. (2020). High tides of it. Harbour Post. https://a.test/b",
        "Quelle: Byrd, A. (2020). High tides of it. Harbour Post. https://a.test/b",
        "See, e.g., Byrd, A. (2020). High tides of it. Harbour Post. Available at: https://a.test/b",
        "Voir Byrd, A. (2020). High tides of it. Harbour Post. Disponible sur : https://a.test/b",
    ] {
        check(text, (Some("High tides of it"), &["Byrd, A."], Some("Harbour Post"), Some("2020"), None));
    }
    check(
        "See also Ann Byrd, “High Tides,” Harbour Post, June 3, 2021, https://a.test/b.",
        (Some("High Tides"), &["Ann Byrd"], Some("Harbour Post"), Some("2021-06-03"), None),
    );
    check_marked_up("See [High Tides](https://a.test/b).", (Some("High Tides"), &[], None, None, None));
    check_marked_up("[“Here”](https://here.test/b)", (Some("Here"), &[], None, None, None));
    check("“A,” https://a.test/b", (Some("A"), &[], None, None, None));
    check_marked_up("[High Tides of It](https://a.test/b)", (Some("High Tides of It"), &[], None, None, None));
    check(
        "High tides: it - Harbour Post, accessed May 1, 2025, https://a.test",
        (Some("High tides: it"), &[], Some("Harbour Post"), None, Some("2025-05-01")),
    );
}

#[test]
fn what_is_set_in_italics_behind_a_title_is_where_it_appeared() {
    for text in [
        "Byrd, A., & Cole, R. J. (2024, June 16). The tide has turned. *The Harbour Post*. https://a.test/b",
        "Byrd, A., & Cole, R. J. (2024, June 16). The tide has turned [Press release]. *The Harbour Post*. https://a.test/b",
    ] {
        check_marked_up(
            text,
            (
                Some("The tide has turned"),
                &["Byrd, A.", "Cole, R. J."],
                Some("The Harbour Post"),
                Some("2024-06-16"),
                None,
            ),
        );
    }
    for name in ["Ann Byrd", "Ann Byrd and Max Cole"] {
        let reading = marked_up(&format!(
            "{name}. 2024. High Tides. *The Harbour Post*. Retrieved June 30, 2024 from https://a.test/b"
        ));
        let source = &reading.sources[0];
        assert_eq!(
            (source.title.as_deref(), source.publisher.as_deref()),
            (Some("High Tides"), Some("The Harbour Post"))
        );
        assert_eq!(source.authors, name.split(" and ").collect::<Vec<_>>());
    }
    check_marked_up(
        "van der Berg, P. H., O’Neill, M., de la Cruz, J., & Nguyễn, T. T. (2020a). Tides: What they bring? *Sea*, *12*(3), 45–67. https://a.test/b",
        (
            Some("Tides: What they bring?"),
            &["van der Berg, P. H.", "O’Neill, M.", "de la Cruz, J.", "Nguyễn, T. T."],
            Some("Sea"),
            Some("2020"),
            None,
        ),
    );
    check_marked_up(
        "Smith, John. Rising waters. *Sea Letters*, 2020. https://a.test/b",
        (Some("Rising waters"), &["Smith, John"], Some("Sea Letters"), Some("2020"), None),
    );
}

#[test]
fn italics_behind_names_alone_are_the_title() {
    check_marked_up(
        "Smith, J. (c. 2003). *High tides* (2nd ed.). Hull: Harbour Press. https://a.test/b",
        (Some("High tides"), &["Smith, J."], Some("Harbour Press"), Some("2003"), None),
    );
    check(
        "Smith, J. (c. 2003). High tides (2nd ed.). Hull: Harbour Press. https://a.test/b",
        (Some("High tides"), &["Smith, J."], Some("Harbour Press"), Some("2003"), None),
    );
    check_marked_up(
        "Department of Tides. (n.d.). *About us*. Retrieved from https://a.test/b",
        (Some("About us"), &["Department of Tides"], None, None, None),
    );
    check_marked_up(
        "Westwell, I.; Cove, D. (eds) (2002). *High Tides*. Hull: Harbour Press. https://a.test/b",
        (Some("High Tides"), &["Westwell, I.", "Cove, D."], Some("Harbour Press"), Some("2002"), None),
    );
    check_marked_up(
        "Ann Byrd, *High Tides* (Hull: Harbour Press, 2020), 12. https://a.test/b",
        (Some("High Tides"), &["Ann Byrd"], Some("Harbour Press"), Some("2020"), None),
    );
    check_marked_up(
        "Smith, John, and Ann Doe. *High Tides*. Harbour Press, 2021. https://a.test/b",
        (Some("High Tides"), &["Smith, John", "Ann Doe"], Some("Harbour Press"), Some("2021"), None),
    );
}

#[test]
fn what_stands_before_a_signal_within_an_entry_is_no_author() {
    let check = |before: &str, authors: &[&str]| {
        let text = format!("{before} “High Tides,” Harbour Post, June 3, 2021, https://a.test/b.");
        let found = marked_up(&text).sources[0].clone();
        let found = (found.title.as_deref(), found.authors.as_slice());
        assert_eq!(found, (Some("High Tides"), own(authors).as_slice()), "{text}");
    };
    check("See note 1 above; see also Ann Byrd,", &["Ann Byrd"]);
    check("For an overview, see Ann Byrd,", &["Ann Byrd"]);
    check("Doe, The Sea, 12; cf. Ann Byrd and Sam Roe,", &["Ann Byrd", "Sam Roe"]);
    check("Zum Folgenden vgl. auch oben, siehe auch Ann Byrd,", &["Ann Byrd"]);
    check("Pour un aperçu, voir Ann Byrd,", &["Ann Byrd"]);
    check("See Ann Byrd,", &["Ann Byrd"]);
    check("Byrd, Ann; Ver Eecke, Willem.", &["Byrd, Ann", "Ver Eecke, Willem"]);
    check("Byrd, Ann; See, Sam.", &["Byrd, Ann", "See, Sam"]);
}

fn own(authors: &[&str]) -> Vec<String> {
    authors.iter().map(|&author| author.to_owned()).collect()
}

#[test]
fn a_kind_of_work_and_the_name_of_a_paper_before_a_title_are_no_authors() {
    let check = |before: &str, authors: &[&str]| {
        let text = format!("{before} [High Tides](https://a.test/b), 4 May 2020.");
        let found = marked_up(&text).sources[0].clone();
        let found = (found.title.as_deref(), found.authors.as_slice());
        assert_eq!(found, (Some("High Tides"), own(authors).as_slice()), "{text}");
    };
    for none in [
        "Speech,",
        "Speech:",
        "Press release,",
        "Interview with Ann Byrd,",
        "Rede:",
        "Entrevista con Ann Byrd,",
        "*The Courier*,",
    ] {
        check(none, &[]);
    }
    for byrd in
        ["Speech by Ann Byrd,", "Speech, Ann Byrd,", "Discours de Ann Byrd,", "Vortrag von Ann Byrd,", "Ann Byrd,"]
    {
        check(byrd, &["Ann Byrd"]);
    }
    for byrd in ["*Ann Byrd*,", "*Ann Byrd*:"] {
        check(byrd, &["Ann Byrd"]);
    }
    check("*Byrd, A.*", &["Byrd, A."]);
    check("Speech Therapy Board,", &["Speech Therapy Board"]);
    check("Video Lan Group,", &["Video Lan Group"]);
}

#[test]
fn a_title_between_marks_stands_before_an_identifier() {
    for behind in [
        "arXiv:2101.01234",
        "arXiv: 2101.01234.",
        "arXiv preprint arXiv:2101.01234",
        "doi:10.1000/x",
        "DOI: 10.1000/x",
        "PMID: 12345678",
        "hdl:2027/x.1",
        "PMC1234567",
        "https://arxiv.org/abs/2101.01234",
    ] {
        for before in ["“Four.”", "Byrd, Hazel. “Four.”", "Byrd, H. (2021). “Four.”", "“Four”,"] {
            assert_eq!(title(&format!("{before} {behind}")).as_deref(), Some("Four"), "{before} {behind}");
        }
    }
}
