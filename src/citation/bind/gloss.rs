//! What stands in quotation marks and only says what other words mean, `Y Seiren Fawr (literally “the great siren”)`: the
//! writer translates, and quotes nobody.

use crate::document::saying::{holds, says, words};

use super::super::quote::word_count;

/// Words of the longest gloss; who translates more quotes a passage.
const WORDS: usize = 14;

/// Words right before a gloss that say it is one, where nobody speaks.
const LITERALLY: &str = "\
    literally lit wörtlich wörtl buchstäblich sinngemäß littéralement litt literalmente letteralmente letterlijk lett \
    bokstavligen ordagrant ordret bogstaveligt bokstavelig dosłownie dosł doslova doslovně буквально букв дословно";

/// Forms of `mean`, of which the name of something is the subject.
const MEANS: &str = "\
    meaning means meant bedeutet bedeutete bedeutend signifiant signifie signifiait significa significando betekent \
    betyder betyr oznacza znamená означает значит";

/// What has a meaning and can be translated.
const NAMES: &str = "\
    name names named nickname nicknamed term terms word words phrase motto title titled toponym expression proverb slogan \
    idiom inscription acronym etymology name’s verb noun adjective prefix suffix root slang placename surname epithet called \
    namen begriff wort ausdruck titel inschrift ortsname beiname bezeichnung genannt nom noms mot terme expression devise \
    surnom appelé appelée nommé titre nombre palabra término lema llamado llamada apodo nome parola termine motto chiamato \
    palavra termo chamado naam woord namn ord navn nazwa słowo jméno slovo название слово имя";

/// Languages, in that of the writer: `Welsh for “…”`, `(deutsch „…“)`, `en français « … »`.
const LANGUAGES: &str = "\
    english german french spanish italian portuguese dutch latin greek welsh irish gaelic scots cornish breton basque \
    catalan galician norse norwegian swedish danish icelandic finnish estonian latvian lithuanian polish czech slovak \
    slovene croatian serbian bosnian bulgarian romanian hungarian albanian russian ukrainian belarusian turkish arabic \
    hebrew aramaic persian farsi urdu hindi sanskrit bengali tamil chinese mandarin cantonese japanese korean vietnamese \
    thai malay indonesian tagalog swahili zulu xhosa hawaiian maori māori samoan nahuatl quechua cherokee navajo ojibwe \
    yiddish frisian afrikaans armenian georgian mongolian tibetan \
    deutsch englisch französisch spanisch italienisch portugiesisch niederländisch lateinisch griechisch walisisch irisch \
    polnisch russisch türkisch arabisch japanisch chinesisch schwedisch dänisch norwegisch dt engl frz span ital \
    français anglais allemand espagnol italien latin grec gallois breton russe arabe \
    español inglés alemán francés latín italiano inglese tedesco francese spagnolo português";

/// Forms of `translate`.
const TRANSLATES: &str = "\
    translates translated translating translatable translation rendered übersetzt übersetzung traduit traduite traduisant \
    traduction traduce traducido traducida traducción traduzione tradotto traduz traduzido vertaald vertaling översatt \
    översätts oversat oversatt tłumaczone tłumaczy přeloženo переводится переводе";

/// Small words behind these.
const SMALL: &str = "as to into literally directly freely als mit par comme por como con i som jako как";

/// Words that make a translation a rough one.
const ROUGHLY: &str =
    "roughly loosely approximately perhaps etwa ungefähr environ approximativement aproximadamente circa";

/// Verbs that name something, and tell of nobody who speaks.
const NAMING: &str = "\
    call calls called calling dubbed known describes described defines defined nennt nannte nannten heißt hieß bezeichnet bezeichnete appelle \
    qualifie llamó chamou noemt noemde kallas kaldes";

/// Words between the name of something and the bracket that a translation alone stands in.
const NAME_WORDS: usize = 7;

/// Whether a passage with `before` it in its sentence, without its opening mark, and `behind` it only translates.
pub(super) fn is_gloss(before: &str, passage: &str, behind: &str) -> bool {
    if word_count(passage) > WORDS {
        return false;
    }
    let bare = before.trim_end_matches(|c: char| c.is_whitespace() || ":=,.≈~“\"„«‘‚‹»›「『".contains(c));
    let mut back = words(bare).rev().filter(|word| !holds(ROUGHLY, word));
    let [last, second, third] = std::array::from_fn(|_| back.next().unwrap_or_default());
    let open = bare.rfind(['(', '[']).map(|at| &bare[at + 1..]).filter(|inside| !inside.contains([')', ']']));
    let spoken = || tells(before) || says(behind);
    if open.is_some_and(|inside| inside.trim().is_empty()) {
        return is_named(bare) && behind.starts_with([')', ']']) && !spoken();
    }
    if holds(LITERALLY, &last) {
        // `said (wörtlich: „…“)` has the words of who speaks; `lit.` is only said of translations.
        let only_so = matches!(last.as_str(), "lit" | "litt" | "lett") && open.is_some();
        return only_so || (open.is_some() || names_something(before)) && !spoken();
    }
    if holds(LANGUAGES, &last) {
        // `(English: “…”)`, `in English “…”`
        let told = open.is_some_and(|inside| words(inside).count() <= 3)
            || matches!(second.as_str(), "in" | "auf" | "zu" | "en" | "em")
                && words(before).any(|word| holds(NAMES, &word));
        return told && !spoken();
    }
    // `Welsh for “…”`, `the Welsh word for “…”`
    let named = matches!(second.as_str(), "word" | "words" | "term" | "phrase") && holds(LANGUAGES, &third);
    if last == "for" && (named || holds(LANGUAGES, &second)) {
        return !spoken();
    }
    let translates = holds(TRANSLATES, &last)
        || holds(SMALL, &last) && (holds(TRANSLATES, &second) || holds(SMALL, &second) && holds(TRANSLATES, &third));
    if translates {
        return !spoken();
    }
    holds(MEANS, &last) && names_something(before) && !spoken()
}

/// Whether somebody speaks before a gloss; what something is called nobody says.
fn tells(before: &str) -> bool {
    let spoken: Vec<String> = words(before).filter(|word| !holds(NAMING, word)).collect();
    says(&spoken.join(" "))
}

fn names_something(before: &str) -> bool {
    words(before).any(|word| holds(NAMES, &word) || holds(LANGUAGES, &word))
}

/// `The name Y Seiren Fawr (`: what stands between the word for a name and the bracket is the name.
fn is_named(before: &str) -> bool {
    let outside = before.trim_end_matches([' ', '(', '[']);
    let mut own = outside.split_whitespace().rev().take(NAME_WORDS + 1);
    let mut first = "";
    let found = own.any(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let found = holds(NAMES, &bare);
        if !found {
            first = word;
        }
        found
    });
    let marked = first.starts_with(['“', '"', '„', '«', '‘', '‚', '‹', '\'']);
    found && !first.is_empty() && (marked || first.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translation_is_told_from_what_somebody_says() {
        let check = |before: &str, behind: &str, expected: bool| {
            assert_eq!(is_gloss(before, "the great siren of the town", behind), expected, "{before}|{behind}");
        };
        for before in [
            "The name Y Seiren Fawr (literally ",
            "The name Y Seiren Fawr, literally ",
            "It was called Y Seiren Fawr (lit. ",
            "The name Y Seiren Fawr, meaning ",
            "The name Y Seiren Fawr means ",
            "Y Seiren Fawr is Welsh for ",
            "Y Seiren Fawr (Welsh for ",
            "The word is the Old Norse word for ",
            "The name, which translates as ",
            "Y Seiren Fawr translates roughly to ",
            "The name Y Seiren Fawr (",
            "The name « Y Seiren Fawr » (",
            "The name Y Seiren Fawr (English: ",
            "Der Name „Y Seiren Fawr“ (deutsch ",
            "Der Name Y Seiren Fawr bedeutet ",
            "Y Seiren Fawr (wörtlich etwa: ",
            "Y Seiren Fawr (wörtlich: ",
            "Le nom « Y Seiren Fawr » (littéralement ",
            "Le nom Y Seiren Fawr signifie ",
            "El nombre Y Seiren Fawr (literalmente ",
            "Il nome Y Seiren Fawr significa ",
        ] {
            check(before, ") was used", true);
        }
        for before in [
            "The mayor said, literally, ",
            "Er sagte wörtlich: ",
            "Er sagte, man zahle nicht (wörtlich: ",
            "The ruling is final, meaning ",
            "By that she said she meant ",
            "The report was harsh (",
            "The Post wrote in English: ",
            "He spoke in German and said ",
            "She said the name means ",
            "The council voted for ",
            "The Welsh voted for ",
            "The plan was translated and then ",
            "The Harbour Post (",
            "Laut dem Bericht (",
            "The mayor translated the law: ",
            "The report, in German (",
            "They took it literally (",
            "The town literally ",
            "It was then, literally, ",
            "The report says in English ",
            "It has it in English: ",
        ] {
            check(before, ") was used", false);
        }
        check("The name means ", ", said the mayor", false);
        let long = "the great siren of the town that was heard over the water on every night of the winter";
        assert!(!is_gloss("The name Y Seiren Fawr, literally ", long, ""));
    }
}
