//! The letters that a language writes beyond those of English: a short text in it has few of them, and what it happens not to have
//! is no letter of another language.

use super::language::Language::{
    self, Arabic, Bulgarian, Czech, Danish, Dutch, Finnish, French, German, Greek, Hindi, Hungarian, Italian, Persian,
    Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Turkish, Ukrainian, Vietnamese,
};
use super::language::Languages;

/// Small letters, composed. Those that only words of other languages have (`é` in German) are not among them.
const ALPHABETS: &[(Language, &str)] = &[
    (German, "äöüß"),
    (French, "àâæçèéêëîïôœùûüÿ"),
    (Spanish, "áéíñóúüªº"),
    (Italian, "àèéìíîòóùúªº"),
    (Portuguese, "àáâãçéêíóôõúüªº"),
    (Dutch, "áäéèêëíïóöúüĳ"),
    (Polish, "ąćęłńóśźż"),
    (Czech, "áčďéěíňóřšťúůýž"),
    (Swedish, "åäöé"),
    (Danish, "åæøéèêóòô"),
    (Finnish, "äöåšž"),
    (Hungarian, "áéíóöőúüű"),
    (Romanian, "ăâîșşțţ"),
    (Turkish, "çğıöşüâîû"),
    (Vietnamese, "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"),
    (Russian, "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    (Ukrainian, "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    (Bulgarian, "абвгдежзийклмнопрстуфхцчшщъьюяѝ"),
    (Greek, "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"),
    (Persian, "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءأؤئۀ"),
];

/// Whether one of `languages` writes a letter in words of its own.
pub(crate) fn is_written_in(letter: char, languages: Languages) -> bool {
    let is_in = |language: Language| languages & language.bit() != 0;
    let small = letter.to_lowercase().next().unwrap_or(letter);
    let of_script = match letter {
        '\u{621}'..='\u{652}' => is_in(Arabic),
        '\u{900}'..='\u{97f}' => is_in(Hindi),
        _ => false,
    };
    of_script || ALPHABETS.iter().any(|(language, letters)| is_in(*language) && letters.contains(small))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_the_language_and_of_no_other() {
        for (letters, language) in
            [("óìỗỵĐ", Vietnamese), ("çÊœ", French), ("ãõ", Portuguese), ("ظغ", Arabic), ("єґ", Ukrainian)]
        {
            assert!(letters.chars().all(|letter| is_written_in(letter, language.bit())), "{letters}");
        }
        for (letters, language) in
            [("éàç", German), ("ñß", French), ("ыэ", Ukrainian), ("پچگ", Arabic), ("ةك", Persian), ("åø", Vietnamese)]
        {
            assert!(letters.chars().all(|letter| !is_written_in(letter, language.bit())), "{letters}");
        }
    }
}
