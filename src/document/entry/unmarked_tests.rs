//! Entries without quotation marks, made up: as Chicago, APA, Vancouver, and German and French libraries have them.

use super::tests::{Said, check};

fn each(entries: &[(&str, Said<'_>)]) {
    for (text, expected) in entries {
        check(text, *expected);
    }
}

#[test]
fn the_sentence_behind_inverted_names_is_the_title() {
    each(&[
        (
            "Smith, John, and Ann Doe. Title of the Book. Press, 2021.",
            (Some("Title of the Book"), &["Smith, John", "Ann Doe"], Some("Press"), Some("2021"), None),
        ),
        (
            "Smith, John. High Tides. Hull: Harbour Press, 2021. https://a.test/6",
            (Some("High Tides"), &["Smith, John"], Some("Harbour Press"), Some("2021"), None),
        ),
        (
            "Byrd, Ann. The Deep Sea. 2nd ed. Translated by Max Cole. Harbour Press, 2020. https://a.test/b",
            (Some("The Deep Sea"), &["Byrd, Ann"], Some("Harbour Press"), Some("2020"), None),
        ),
        (
            "Byrd, Ann; Cole, Max J.; and Dorn, Eve. What Tides Do. Harbour Post, May 3, 2020. https://a.test/b",
            (
                Some("What Tides Do"),
                &["Byrd, Ann", "Cole, Max J.", "Dorn, Eve"],
                Some("Harbour Post"),
                Some("2020-05-03"),
                None,
            ),
        ),
        (
            "Byrd, Ann, ed. High Tides. Hull: Harbour Press, 2020.",
            (Some("High Tides"), &["Byrd, Ann"], Some("Harbour Press"), Some("2020"), None),
        ),
        ("Byrd, Ann. High Tides. https://a.test/b", (Some("High Tides"), &["Byrd, Ann"], None, None, None)),
        (
            "Smith, John. “Title: it” in Tides, edited by Max Cole, 12–19. Hull: Harbour Press, 2020.",
            (Some("Title: it"), &["Smith, John"], Some("Tides"), Some("2020"), None),
        ),
    ]);
}

#[test]
fn the_sentence_behind_names_and_a_year_is_the_title() {
    each(&[
        (
            "Office for Tides. 2020. Rising waters of the north. https://a.test/2",
            (Some("Rising waters of the north"), &["Office for Tides"], None, Some("2020"), None),
        ),
        (
            "WHO. 2020. The state of the tides. Accessed 3 May 2021. https://a.test/2",
            (Some("The state of the tides"), &["WHO"], None, Some("2020"), Some("2021-05-03")),
        ),
        (
            "Müller u. a. (2019): Flüsse. https://a.test/9",
            (Some("Flüsse"), &["Müller u. a."], None, Some("2019"), None),
        ),
        (
            "Byrd et al. (2020) – High Tides Are Deep – a paper on tides. https://a.test/9",
            (Some("High Tides Are Deep"), &["Byrd et al."], None, Some("2020"), None),
        ),
        (
            "World Tide Organization. (2020). Tides. https://a.test/9",
            (Some("Tides"), &["World Tide Organization"], None, Some("2020"), None),
        ),
        (
            "Smith, John. 2021. High Tides. Hull: Harbour Press. https://a.test/7",
            (Some("High Tides"), &["Smith, John"], Some("Harbour Press"), Some("2021"), None),
        ),
        (
            "Smith, J., 2020. High tides. Harbour Journal, 12(3), pp. 4-9. https://a.test/8",
            (Some("High tides"), &["Smith, J."], Some("Harbour Journal"), Some("2020"), None),
        ),
        (
            "Byrd, A. (2020). High tides of it. Sea Letters, 12(3), 45-67. https://a.test/b",
            (Some("High tides of it"), &["Byrd, A."], Some("Sea Letters"), Some("2020"), None),
        ),
        (
            "García Márquez, G. (2001). Vivir en el mar. Editorial Puerto. https://a.test/b",
            (Some("Vivir en el mar"), &["García Márquez, G."], Some("Editorial Puerto"), Some("2001"), None),
        ),
    ]);
}

#[test]
fn the_line_of_a_journal_says_its_name_and_year() {
    each(&[
        (
            "Smith J, Doe A. High tides. Sea Lett 2020; 3: 12–19. https://a.test/4",
            (Some("High tides"), &["Smith J", "Doe A"], Some("Sea Lett"), Some("2020"), None),
        ),
        (
            "High tides of the north. Sea Lett 2020;3:12-9. https://a.test/5",
            (Some("High tides of the north"), &[], Some("Sea Lett"), Some("2020"), None),
        ),
        ("Sea Lett 2020; 3: 12–19. https://a.test/3", (None, &[], Some("Sea Lett"), Some("2020"), None)),
        (
            "Smith J, Doe A, Lee BC, et al. The deep sea: a study. J Mar Sci. 2020 May 3;12(3):45-67. https://a.test/b",
            (
                Some("The deep sea: a study"),
                &["Smith J", "Doe A", "Lee BC"],
                Some("J Mar Sci"),
                Some("2020-05-03"),
                None,
            ),
        ),
        (
            "Byrd, Ann. “High Tides.” Sea Lett 2020; 3: 12–19. https://a.test/b",
            (Some("High Tides"), &["Byrd, Ann"], Some("Sea Lett"), Some("2020"), None),
        ),
    ]);
}

#[test]
fn german_entries_part_names_and_title_with_a_colon() {
    each(&[
        (
            "Müller, Hans: Gezeiten der Nordsee. Hafenverlag, Hamburg 2020.",
            (Some("Gezeiten der Nordsee"), &["Müller, Hans"], Some("Hafenverlag"), Some("2020"), None),
        ),
        (
            "Müller, Hans; Schmidt, Eva (Hrsg.): Gezeiten. 3. Aufl. Hamburg: Hafenverlag, 2020.",
            (Some("Gezeiten"), &["Müller, Hans", "Schmidt, Eva"], Some("Hafenverlag"), Some("2020"), None),
        ),
        (
            "Müller, Hans: Gezeiten. In: Hafenpost 3 (2020), S. 12–19. https://a.test/b (abgerufen am 3. Mai 2021)",
            (Some("Gezeiten"), &["Müller, Hans"], Some("Hafenpost"), Some("2020"), Some("2021-05-03")),
        ),
        (
            "Hans Müller: Gezeiten der Nordsee. In: Hafenpost. 3. Mai 2020, abgerufen am 5. Juni 2021, https://a.test/b",
            (Some("Gezeiten der Nordsee"), &["Hans Müller"], Some("Hafenpost"), Some("2020-05-03"), Some("2021-06-05")),
        ),
        (
            "Amt für Gezeiten: Bericht über das Meer. Hamburg 2020. https://a.test/b",
            (Some("Bericht über das Meer"), &["Amt für Gezeiten"], None, Some("2020"), None),
        ),
        (
            "Müller, Hans: Gezeiten der Nordsee, Hamburg 2020.",
            (Some("Gezeiten der Nordsee"), &["Müller, Hans"], None, Some("2020"), None),
        ),
        (
            "Müller, H. (2020): Gezeiten der Nordsee. Hamburg: Hafenverlag. https://a.test/b",
            (Some("Gezeiten der Nordsee"), &["Müller, H."], Some("Hafenverlag"), Some("2020"), None),
        ),
    ]);
}

#[test]
fn french_entries_end_in_town_publisher_and_year() {
    each(&[
        (
            "DUPONT, Jean. Les marées du Nord. Paris\u{a0}: Éditions du Port, 2020.",
            (Some("Les marées du Nord"), &["DUPONT, Jean"], Some("Éditions du Port"), Some("2020"), None),
        ),
        (
            "DUPONT Jean, Les marées, la côte et la mer, Paris, Éditions du Port, 2020. https://a.test/b",
            (Some("Les marées, la côte et la mer"), &["DUPONT Jean"], Some("Éditions du Port"), Some("2020"), None),
        ),
        (
            "Ministère de la Mer. 2019. Rapport sur les marées. https://a.test/b (consulté le 3 mai 2021)",
            (Some("Rapport sur les marées"), &["Ministère de la Mer"], None, Some("2019"), Some("2021-05-03")),
        ),
    ]);
}

#[test]
fn a_person_with_an_initial_and_a_team_are_no_publishers() {
    each(&[
        ("“High Tides.” Max R. Cole, 2009.", (Some("High Tides"), &["Max R. Cole"], None, Some("2009"), None)),
        ("“High Tides.” Harbour Post, 2009.", (Some("High Tides"), &[], Some("Harbour Post"), Some("2009"), None)),
    ]);
}

#[test]
fn a_doubtful_title_is_none() {
    each(&[
        ("High Tides. Harbour Press, 2021. https://a.test/b", (None, &[], None, Some("2021"), None)),
        ("Rising tides in the north. 2020. Harbour Watch. https://a.test/b", (None, &[], None, Some("2020"), None)),
        ("Byrd, Ann. High Tides, 2021. https://a.test/b", (None, &[], None, Some("2021"), None)),
        ("Harbour Board. Tide Watch. https://a.test/b", (None, &[], None, None, None)),
        ("Harbour Board. Watch of the Tide. https://a.test/b", (None, &[], None, None, None)),
        ("Harbour Board. Office for the Tides. 2020. https://a.test/b", (None, &[], None, Some("2020"), None)),
    ]);
    check(
        "Harbour Board. Report on the Wall. 2020. https://a.test/b",
        (Some("Report on the Wall"), &["Harbour Board"], None, Some("2020"), None),
    );
    check(
        "Harbour Board. Report on tides. https://a.test/b",
        (Some("Report on tides"), &["Harbour Board"], None, None, None),
    );
}

#[test]
fn the_sentence_behind_initials_and_a_family_name_is_the_title() {
    each(&[
        (
            "H. Byrd, A. V. Cole, and P.-F. Dorn. What tides do. Sea Notes, vol. 1974, 2000.",
            (Some("What tides do"), &["H. Byrd", "A. V. Cole", "P.-F. Dorn"], Some("Sea Notes"), Some("2000"), None),
        ),
        (
            "R. Lind. The art of tides. Harbour Press, 1991.",
            (Some("The art of tides"), &["R. Lind"], Some("Harbour Press"), Some("1991"), None),
        ),
    ]);
}
