//! What stands in quotation marks and is no quotation of a page that is linked near it: messages and labels of programs,
//! what is to be typed, names, titles of works.

use crate::document::is_title_case;
use crate::document::saying::{holds, say_many, says, words};

/// What a program shows or takes; lower case, as it stands right before the marks.
const SHOWN: &str = "\
    message messages error errors warning warnings exception option options button buttons field fields menu tab label \
    labels labeled labelled flag flags parameter parameters setting settings string strings command commands checkbox \
    dialog prompt log keyword named titled entitled tagged literal placeholder meldung \
    fehlermeldung fehler warnung schaltfläche option befehl namens bouton erreur avertissement commande nommé nommée \
    intitulé intitulée mensaje botón opción comando llamado llamada titulado titulada pulsante messaggio errore opzione \
    botão mensagem erro opção knop melding foutmelding optie кнопка кнопку сообщение ошибка ошибку команда команду";

/// The same as it stands right behind the marks.
const SHOWN_BEHIND: &str = "\
    message error errors warning exception option button section page guide tab menu field dialog setting checkbox \
    label flag variant feature features column key link tag branch file folder directory command keyword parameter \
    schaltfläche fehler meldung taste";

/// Verbs whose object is what is clicked, typed, looked for or changed, or comes out of a program.
const DONE: &str = "\
    click clicking select selecting choose choosing type typing enter entering run running \
    translate revert reverts reverted reword reworded rename renamed fix fixes fixed see seeing get getting prints print printing displays returns return throws logs outputs klicke klicken wähle wählen drücke drücken \
    cliquez sélectionnez choisissez appuyez pulse seleccione haga clicca premi seleziona clique selecione kies klik \
    нажмите выберите введите";

/// Verbs whose object is a key where it has a few words only: much else is hit and pressed.
const PRESSED: &str = "press pressing tap hit";
const WORDS_OF_KEYS: usize = 3;

/// Verbs of what is set or looked for, behind which a small word stands.
const DONE_TO: &[(&str, &str)] = &[
    ("set", "to"),
    ("sets", "to"),
    ("change", "to"),
    ("changed", "to"),
    ("rename", "to"),
    ("renamed", "to"),
    ("search", "for"),
    ("searching", "for"),
    ("look", "for"),
    ("click", "on"),
    ("klicken", "auf"),
    ("klicke", "auf"),
    ("cliquez", "sur"),
    ("clic", "en"),
    ("suche", "nach"),
    ("suchen", "nach"),
    ("recherchez", "sur"),
];
/// Words before the small one that are looked at for the verb.
const REACH: usize = 5;

/// Works that have titles.
const WORKS: &str = "\
    song songs film films movie book books novel album poem paper papers article essay episode chapter section talk \
    lecture course game play painting track series magazine post thread page video podcast documentary lied buch roman \
    aufsatz artikel chanson livre poème article canción libro película canzone libro песня книга фильм статья";

/// Words that a line of a list of changes begins with.
const CHANGES: &str = "\
    fix fixes fixed add adds added revert reverts reverted remove removes removed rename renamed change changed \
    deprecate deprecated make allow disable enable replace replaced revise reword bump improve improved refactor docs \
    ci chore feat";

/// Verbs between the name of what a program shows and the marks.
const COPULAS: &str = "is are was reads says saying like ist lautet est es è é";

/// Whether what stands between a link and a quote tells that the source says it. Behind a year that is linked as in
/// `Klein et al. ([2014](https://…)) write that` the verb can be in the plural.
pub(super) fn says_of(label: &str, gap: &str) -> bool {
    let label = label.trim_matches(['(', ')', '[', ']', ' ']);
    let year = label.len() - label.trim_start_matches(|c: char| c.is_ascii_digit()).len() == 4;
    let behind = label.get(4..).unwrap_or_default().trim_start_matches(|c: char| c.is_ascii_lowercase());
    let is_year = year && label.starts_with(['1', '2']) && (behind.is_empty() || behind.starts_with([',', ':']));
    says(gap) || is_year && say_many(gap)
}

/// Whether a passage with `before` and `behind` it in its sentence is shown, typed, named or done, and not said.
pub(super) fn is_mentioned(before: &str, passage: &str, behind: &str) -> bool {
    let mut back = words(before).rev();
    let [last, second, third, fourth] = std::array::from_fn(|_| back.next().unwrap_or_default());
    // `error E42 ("…")`, `the message is "…"`, `the message you see is "…"`.
    let named = matches!(last.as_str(), "says" | "saying" | "reads") && ends_in_name(before);
    let passed = !named && holds(COPULAS, &last) || last.contains(|c: char| c.is_ascii_digit());
    let you = passed && matches!(third.as_str(), "you" | "we" | "users");
    let done = || holds(DONE, &last) && !is_participle(&last, &second, before, behind);
    if holds(SHOWN, &last) || passed && holds(SHOWN, &second) || you && holds(SHOWN, &fourth) || done() {
        return true;
    }
    let is_key = || holds(PRESSED, &last) && words(passage).count() <= WORDS_OF_KEYS;
    let done_to = || {
        DONE_TO.iter().any(|(verb, to)| *to == last && words(before).rev().take(REACH + 1).any(|word| word == *verb))
    };
    // Where somebody is told to speak, `alleged “ongoing” errors`, no program shows it.
    is_named_behind(behind) && !says(before) || is_key() || done_to() || holds(WORKS, &last) && is_title(passage)
}

/// Whether `last` is no command, but says what was done: `the poll was run “…”`, `the club, run “…”, was`. `before` ends with
/// it, and `second` stands before it.
fn is_participle(last: &str, second: &str, before: &str, behind: &str) -> bool {
    const BE: &str = "is are was were be been being am has have had having isn aren wasn weren";
    const FINITE: &str = "is are was were has have had will would can could may might must shall should does did";
    const PARTICIPLES: &str = "run fixed changed reverted reworded renamed";
    if !holds(PARTICIPLES, last) {
        return false;
    }
    let lead = before.trim_end_matches(|c: char| !c.is_alphanumeric()).trim_end_matches(char::is_alphabetic);
    let between = lead.trim_end().ends_with(',')
        && behind.trim_start().starts_with([',', '”', '"'])
        && words(behind).next().is_some_and(|word| holds(FINITE, &word));
    holds(BE, second) || between
}

/// Whether the words before the verb at the end are a name of several words, as of a paper: `The Daily Flag says`, `The Book of
/// Flags says`.
fn ends_in_name(before: &str) -> bool {
    const SMALL: &[&str] = &["of", "the", "for", "and", "de", "der", "des", "du", "von"];
    const FIRST: &[&str] = &["The", "A", "An", "This", "Its", "Your"];
    let mut back = before.split_whitespace().rev().skip_while(|word| !word.contains(char::is_alphabetic)).skip(1);
    let capital = |word: &str| word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase);
    let last = back.next().filter(|word| capital(word));
    let first = back.find(|word| !SMALL.contains(word));
    last.is_some() && first.is_some_and(|word| capital(word) && !FIRST.contains(&word))
}

/// Whether what stands right behind the marks tells what they name: `“…” error`, `“…” compiler error`.
fn is_named_behind(behind: &str) -> bool {
    let mut ahead = words(behind);
    let [first, second] = std::array::from_fn(|_| ahead.next().unwrap_or_default());
    let noun =
        |word: &str| word.chars().count() > 3 && !matches!(word, "from" | "with" | "that" | "this" | "your" | "their");
    let right_behind = behind.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    right_behind && (holds(SHOWN_BEHIND, &first) || noun(&first) && holds(SHOWN_BEHIND, &second))
}

/// Whether a line of a list begins as lists of changes do.
pub(super) fn is_change(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    words(line).next().is_some_and(|word| holds(CHANGES, &word))
}

/// Whether a passage can be a title: a capital begins it, and no stop ends it.
pub(super) fn is_title(passage: &str) -> bool {
    let capital = passage.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(|c: char| !c.is_lowercase());
    capital && (is_title_case(passage) || !passage.ends_with(['.', ',', '!', '…']))
}

/// Whether the words of a link name a change or whoever reported what was changed: `#12`, `owner/name#12`, `PR 12`, a
/// commit.
pub(super) fn is_issue(label: &str) -> bool {
    let label = label.trim_matches(|c: char| "`[]()".contains(c) || c.is_whitespace());
    let number = label.trim_start_matches(|c: char| c.is_ascii_alphabetic() || "#!/_-. ".contains(c));
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let named = label.len() - number.len();
    let sign = label[..named].ends_with(['#', '!'])
        || matches!(label[..named].to_ascii_lowercase().trim_end_matches(['-', ' ']), "pr" | "gh" | "mr" | "issue");
    let hex = (7..=40).contains(&label.len())
        && label.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        && label.contains(|c: char| c.is_ascii_digit());
    named > 0 && digits && sign || hex
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_typed_or_named_is_no_quotation() {
        let check = |before: &str, passage: &str, behind: &str, expected: bool| {
            assert_eq!(is_mentioned(before, passage, behind), expected, "{before}|{passage}|{behind}");
        };
        check("Set name to ", "a name of your choice", ", and", true);
        check("The error E42 (", "no such file or directory", ") is", true);
        check("Run the job named ", "build and test all", " and", true);
        check("The message you see is ", "Permission denied to all", "; this", true);
        check("Search the web for ", "ships with small pools", " or", true);
        check("The song ", "Always Look on the Bright Side", " plays", true);
        check("then click ", "Save all the files", ".", true);
        check("then hit ", "Save as", ".", true);
        check("Bleaching hit ", "91 percent of surveyed reefs", " in 2022 (", false);
        check("a ", "value is moved here", " compiler error when", true);
        check("The Daily Flag says ", "a flag is a shout with one mouth", ".", false);
        check("The Book of Flags says: ", "a flag is a shout with one mouth", ".", false);
        check("The flag says ", "a flag is a shout with one mouth", ".", true);
        check("The Error says ", "a flag is a shout with one mouth", ".", true);
        check("She called it ", "a very long night", " in", false);
        check("The Post wrote: ", "We saw no lights at all.", "", false);
        check("The court alleged ", "ongoing and coastal", " errors and", false);
        check("The wall has ", "ongoing and coastal", " errors and", true);
        check("The poll was run ", "last week in the town", " by", false);
        check("It has been renamed ", "the wall of the north", " by", false);
        check("The club, run ", "from a cellar of the old town", ", was", false);
        check("In the shell, run ", "make all the files", ", then", true);
        check("You can run ", "make all the files", " here", true);
        check("the book holds that ", "we saw no lights", " there", false);
        check("In the paper, ", "we saw no lights", " there", false);
    }

    #[test]
    fn a_change_is_named_by_its_number() {
        for label in ["#12", "[#12]", "kettle/kettle#12", "PR#523", "GH-7", "`11bb242`", "!40"] {
            assert!(is_issue(label), "{label}");
        }
        for label in ["Post", "2020", "Article 12", "@ann", "[1]", "Doe 2020", "defaced"] {
            assert!(!is_issue(label), "{label}");
        }
    }
}
