//! Sentences that say of one thing that it was taken away, in words of their own: “Inzerát už neplatí”, “This exhibit has been taken
//! down”. The words are in the vocabulary, by language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::pairs::{Pair, Pairs};
use super::plain::{Plain, as_words, plain, words};
use crate::page::vocabulary::{List, known};

/// Words of a sentence that says no more than that.
const MOST_WORDS: usize = 14;
/// Words of any language stand under this name.
const ANY: &str = "any";
/// The language in which “a” is any.
const ENGLISH: &str = "en";

/// What is published, and what becomes of it.
static PAIRS: LazyLock<Pairs> = LazyLock::new(|| Pairs::of(&tagged(&known().published), &tagged(&known().taken_away)));

/// The words of a list, with their languages behind them: one that is of several is looked for once.
fn tagged(list: &List) -> Vec<String> {
    let mut languages: BTreeMap<String, (&str, Vec<&str>)> = BTreeMap::new();
    for (language, words) in list.languages() {
        for word in words {
            languages.entry(as_words(word)).or_insert_with(|| (word, Vec::new())).1.push(language);
        }
    }
    let tag = |of: &[&str]| if of.contains(&ANY) { String::new() } else { format!("@{}", of.join(",")) };
    languages.values().map(|(word, of)| format!("{word}{}", tag(of))).collect()
}

/// Whether a short sentence says of one thing that was published that it was taken away, or is no longer there, and of no such thing
/// as may be; a number is a date or tells of several.
pub(crate) fn is_taken_away(sentence: &str) -> bool {
    let has_number = sentence.chars().any(|c| c.is_ascii_digit());
    if has_number || words(sentence) > MOST_WORDS || sentence.trim_end().ends_with(['?', '？', '؟']) {
        return false;
    }
    let plain = Plain::of(sentence);
    // “A” is “the” in Hungarian and in Portuguese.
    let is_english = |pair: &Pair| PAIRS.languages(pair).contains(&ENGLISH);
    let is_behind_a = |pair: &Pair| plain.text[..pair.thing].split_whitespace().next_back() == Some("a");
    let is_any = |pair: &Pair| plain.is_any(pair.thing) && (is_english(pair) || !is_behind_a(pair));
    PAIRS.in_words(&plain).iter().any(|pair| !is_any(pair))
}

/// Whether a sentence names one thing or another.
pub(crate) fn is_either(sentence: &str) -> bool {
    static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| known().either.all().map(as_words).collect());
    let plain = plain(sentence);
    WORDS.iter().any(|word| plain.contains(word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thing_that_was_taken_away_is_told_in_many_languages() {
        for said in [
            "Sorry, that article has gone",
            "This online exhibit has been taken down",
            "This person no longer has a page",
            "Den Beitrag, den Sie aufrufen wollten, gibt es bei uns nicht mehr.",
            "Dieses Projekt ist nicht mehr online",
            "Der gesuchte Text ist nicht mehr da.",
            "Oups ! Cette vidéo n’est plus là",
            "Su autor lo ha eliminado o lo ha puesto en privado.",
            "Opa! Essa matéria sumiu",
            "Dit project staat niet meer online",
            "Autor go usunął albo nigdy go tu nie było.",
            "Artykuł wycofano z publikacji",
            "Článek byl stažen",
            "Inzerát už neplatí",
            "Prodejce ho smazal.",
            "Статията е свалена от сайта",
            "Тази новина вече не е достъпна",
            "Цієї новини вже немає",
            "Ова вест више није доступна",
            "Te novice ni več",
            "Annonsen är borttagen",
            "Seda artiklit enam pole",
            "Raksts vairs nav pieejams",
            "Šio straipsnio nebėra",
            "Aradığınız habere ulaşamadık",
            "این خبر دیگر در دسترس نیست",
            "यह समाचार अब उपलब्ध नहीं है",
            "Berita ini sudah dihapus",
            "Bài viết không còn tồn tại",
            "ไม่พบข่าวนี้",
            "この記事は掲載期間が終了しました",
            "عفواً، لم نعثر على هذا الخبر",
            "Juttu on poistettu",
            "A hirdetést az eladó törölte",
            "Știrea a fost retrasă",
            "Η αγγελία έχει λήξει",
            "הכתבה הוסרה",
            "视频已被作者删除了",
            "기사가 삭제되었습니다",
        ] {
            assert!(is_taken_away(said), "{said}");
        }
        for said in [
            "The exhibition was taken down on 12 May",
            "An article was withdrawn",
            "Was the article withdrawn?",
            "Our new project",
            "The bridge is no longer there",
            "Die Brücke ist nicht mehr da",
            "Le pont n’est plus là",
            "Most zamknięty",
            "Мост больше не существует",
            "The author reads from her book",
            "Ny bok om ån",
            "The story of the mill that was sold, and of those who worked there and of the day on which it was removed",
        ] {
            assert!(!is_taken_away(said), "{said}");
        }
    }

    #[test]
    fn two_reasons_are_not_one() {
        assert!(is_either("Ролик удалён автором или заблокирован по требованию правообладателя."));
        assert!(!is_either("Ролик заблокирован по требованию правообладателя."));
    }
}
