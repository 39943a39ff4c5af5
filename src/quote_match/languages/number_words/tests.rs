//! Numbers in words have their value, and what is none has none.

use super::*;

fn value(words: &str, language: Language) -> Option<u128> {
    let text = Folded::new(words, Spaces::Written).in_languages(language.bit());
    at(&text, 0, text.words.len()).filter(|(_, end)| *end == text.words.len()).map(|(value, _)| value)
}

#[test]
fn places_of_german_have_their_value() {
    for (word, place) in [("neunzehnten", 19), ("zwanzigstes", 20), ("ersten", 1), ("achten", 8), ("zwolfte", 12)] {
        assert_eq!(german_place(word), Some(place), "{word}");
    }
    for word in ["garten", "zehn", "einen", "besten"] {
        assert_eq!(german_place(word), None, "{word}");
    }
}

#[test]
fn numbers_in_words_have_their_value() {
    for (language, words, number) in [
        (German, "einundzwanzig", 21),
        (German, "zweihundertfünfzig", 250),
        (German, "hundertzwölf", 112),
        (German, "dreitausend", 3000),
        (German, "siebentausendneunhundertachtundneunzig", 7998),
        (Dutch, "tweeëntwintig", 22),
        (Dutch, "driehonderdvijfenveertig", 345),
        (French, "vingt et un", 21),
        (French, "quatre-vingt-dix-sept", 97),
        (French, "soixante et onze", 71),
        (French, "deux cents", 200),
        (French, "trois cent quatre-vingts", 380),
        (French, "dix-sept", 17),
        (French, "deux mille", 2000),
        (Spanish, "treinta y cinco", 35),
        (Spanish, "doscientos cuarenta", 240),
        (Spanish, "dos mil quinientos", 2500),
        (Spanish, "once", 11),
        (Italian, "ventuno", 21),
        (Italian, "trentotto", 38),
        (Italian, "trentacinque", 35),
        (Italian, "duecentoquaranta", 240),
        (Italian, "tremila", 3000),
        (Portuguese, "cento e vinte e três", 123),
        (Portuguese, "duas mil", 2000),
        (Polish, "dwadzieścia jeden", 21),
        (Polish, "sto pięćdziesiąt", 150),
        (Russian, "двести сорок пять", 245),
        (Russian, "три тысячи", 3000),
        (Swedish, "fyrtio", 40),
        (Swedish, "fyrtiofem", 45),
        (Swedish, "tvåhundrafemtio", 250),
        (Swedish, "tre tusen", 3000),
        (Danish, "fyrre", 40),
        (Danish, "femogfyrre", 45),
        (Danish, "tohundrede", 200),
        (Indonesian, "dua belas ribu", 12_000),
        (Indonesian, "tiga puluh lima", 35),
        (Indonesian, "dua ratus lima puluh", 250),
        (Indonesian, "seribu", 1000),
        (Vietnamese, "mười hai nghìn", 12_000),
        (Vietnamese, "ba mươi lăm", 35),
        (Vietnamese, "ba trăm năm mươi", 350),
        (Vietnamese, "hai trăm linh năm", 205),
        (Arabic, "خمسة آلاف", 5000),
        (Arabic, "مئتين", 200),
        (Hindi, "बारह हज़ार", 12_000),
        (Hindi, "दो सौ", 200),
    ] {
        assert_eq!(value(words, language), Some(number), "{words}");
    }
    for (language, words) in [
        (French, "un"),
        (German, "ein"),
        (French, "vingt deux trois"),
        (Spanish, "seis siete"),
        (Italian, "venticani"),
        (Vietnamese, "mười năm"),
        (Vietnamese, "sau"),
        (Indonesian, "dua tiga"),
    ] {
        assert_eq!(value(words, language), None, "{words}");
    }
}

#[test]
fn no_language_lacks_a_number_among_its_first_and_its_tens() {
    let wanted = |language: Language| -> Vec<u128> {
        let ones: Vec<u128> = if language == Arabic { (3..=10).collect() } else { (2..=10).collect() };
        let tens = (20..=100).step_by(10);
        // Those of Indonesian and Vietnamese are put together.
        if matches!(language, Indonesian | Vietnamese) { ones } else { ones.into_iter().chain(tens).collect() }
    };
    for numbers in &NUMBERS {
        for value in wanted(numbers.language) {
            assert!(numbers.all().any(|(own, _)| own == value), "{:?} {value}", numbers.language);
        }
    }
}
