//! The title that a reference names against the titles that a page gives itself.

use std::collections::HashSet;

use super::folding::fold::{Folded, Spaces};
use super::folding::myers::Pattern;
use super::languages::letters::is_unspaced;
use crate::date::month_named;

/// Characters of a title that are compared; longer ones are no titles.
const MAX_TITLE: usize = 500;

/// A title of so many words that stands within the other is the same; a shorter one must also be half of it.
const TELLING_WORDS: usize = 3;

/// What parts a page's title from its site's name.
const SEPARATORS: [&str; 10] = [" - ", " – ", " — ", " | ", " · ", " • ", " :: ", " » ", " « ", ": "];

/// The same beside a character of a script without spaces, where none stands beside it either: `港口报告_新华网`.
const UNSPACED_SEPARATORS: [char; 10] = ['_', '-', '|', '｜', '－', '：', '—', '–', '―', '│'];

/// Numerals that are characters of their own.
const NUMERALS: &str = "一二三四五六七八九十百千";

/// The index of the title that comes closest to `cited`, and how close: 1 where one holds the other. On true pages it is
/// 0.8 or more in 96 of 100, on others in none of 840.
pub fn check(cited: &str, titles: &[String]) -> (Option<usize>, f64) {
    let mut best = (None, 0.0);
    for (index, title) in titles.iter().enumerate() {
        let similarity = similarity(cited, title);
        if similarity > best.1 || best.0.is_none() {
            best = (Some(index), similarity);
        }
    }
    best
}

fn similarity(cited: &str, title: &str) -> f64 {
    let (cited, title) = (cut(cited), cut(title));
    let pieces = |text: &str| -> Vec<String> {
        let parts = SEPARATORS.iter().flat_map(|separator| match text.split_once(separator) {
            Some((first, rest)) => vec![
                first.to_owned(),
                rest.to_owned(),
                text.rsplit_once(separator).map_or_else(|| rest.to_owned(), |(first, _)| first.to_owned()),
            ],
            None => Vec::new(),
        });
        std::iter::once(text.to_owned()).chain(parts).chain(unspaced_pieces(text)).collect()
    };
    let of_page = pieces(&title).into_iter().map(|piece| alike(&cited, &piece));
    let of_reference = pieces(&cited)
        .into_iter()
        .skip(1)
        .filter(|piece| counted(&Folded::new(piece, Spaces::Written)) >= TELLING_WORDS);
    let translated = without_translation(&cited).map(|original| similarity(original, &title));
    of_page.chain(of_reference.map(|piece| alike(&piece, &title))).chain(translated).fold(0.0, f64::max)
}

/// What stands before the first mark that parts a title in a script without spaces, behind it, and before the last one.
fn unspaced_pieces(text: &str) -> Vec<String> {
    let beside = |at: usize, mark: char| {
        let (before, behind) = (text[..at].chars().next_back(), text[at + mark.len_utf8()..].chars().next());
        before.is_some_and(is_unspaced) || behind.is_some_and(is_unspaced)
    };
    let marks = text.match_indices(UNSPACED_SEPARATORS).filter_map(|(at, mark)| {
        let mark = mark.chars().next()?;
        beside(at, mark).then_some((at, mark.len_utf8()))
    });
    let marks: Vec<(usize, usize)> = marks.collect();
    let (Some(&(first, length)), Some(&(last, _))) = (marks.first(), marks.last()) else { return Vec::new() };
    vec![text[..first].to_owned(), text[first + length..].to_owned(), text[..last].to_owned()]
}

/// How many words a title has; two characters of a script without spaces make one.
fn counted(title: &Folded<'_>) -> usize {
    let unspaced = title.all().filter(|&index| title.word(index).starts_with(is_unspaced)).count();
    title.words.len() - unspaced + unspaced.div_ceil(2)
}

/// The title before the translation that a reference gives of it in brackets: `Der Hafenbericht [The Harbour Report]`.
fn without_translation(cited: &str) -> Option<&str> {
    let (original, _) = cited.trim_end_matches(['.', ' ']).strip_suffix([']', '］'])?.rsplit_once(['[', '［'])?;
    Some(original.trim()).filter(|original| original.chars().any(char::is_alphanumeric))
}

fn cut(title: &str) -> String {
    title.chars().take(MAX_TITLE).collect()
}

/// How much alike two titles are. Where one tells the day of a year and the other the year alone, the day says no more.
fn alike(one: &str, other: &str) -> f64 {
    let with = |text: &str, other: &str| {
        without_day(text).filter(|_| without_day(other).is_none()).map(|text| likeness(&text, other))
    };
    let dated = with(one, other).or_else(|| with(other, one));
    likeness(one, other).max(dated.unwrap_or_default())
}

/// A title without the month, and the day beside it, before a year; none where it tells no month of a year.
fn without_day(text: &str) -> Option<String> {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let day = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
        (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let named = |at: usize| words.get(at).is_some_and(|word| month_named(&bare(word).to_lowercase()).is_some());
    let month = (0..words.len()).find(|&at| named(at))?;
    let behind = usize::from(words.get(month + 1).is_some_and(|word| day(&bare(word))));
    let before = usize::from(behind == 0 && month.checked_sub(1).is_some_and(|at| day(&bare(words[at]))));
    let year = bare(words.get(month + behind + 1)?);
    let told = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let kept = words[..month - before].iter().chain(&words[month + behind + 1..]);
    told.then(|| kept.copied().collect::<Vec<_>>().join(" "))
}

#[expect(clippy::cast_precision_loss, reason = "a share of at most 500 letters")]
fn likeness(one: &str, other: &str) -> f64 {
    let raw = (one, other);
    let (one, other) = (Folded::new(one, Spaces::Written), Folded::new(other, Spaces::Written));
    if one.words.is_empty() || other.words.is_empty() {
        return 0.0;
    }
    if one.text == other.text || holds(&one, &other) || holds(&other, &one) {
        return 1.0;
    }
    if is_cut(&one, &other, raw.0) || is_cut(&other, &one, raw.1) {
        return 1.0;
    }
    if tell_apart(&one, &other) {
        return 0.0;
    }
    let (a, b) = (one.text.chars().count(), other.text.chars().count());
    1.0 - Pattern::new(one.text.chars()).distance(other.text.chars()) as f64 / a.max(b) as f64
}

/// Whether two titles that are much alike have other numbers or months, or a negation more: the report of another year.
fn tell_apart(one: &Folded<'_>, other: &Folded<'_>) -> bool {
    let words = |text: &Folded<'_>, counts: &dyn Fn(&str) -> bool| -> HashSet<String> {
        text.all().map(|index| text.word(index)).filter(|word| counts(word)).map(str::to_owned).collect()
    };
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) || NUMERALS.contains(word);
    let month = |word: &str| month_named(word).is_some();
    let differ = |counts: &dyn Fn(&str) -> bool| {
        let (ours, theirs) = (words(one, counts), words(other, counts));
        !ours.is_subset(&theirs) && !theirs.is_subset(&ours)
    };
    let denials = |text: &Folded<'_>| text.all().filter(|index| text.negates(*index)).count();
    differ(&number) || differ(&month) || denials(one) != denials(other)
}

/// Whether a title that an ellipsis cuts, amid a word too, is the beginning of the other.
fn is_cut(cut: &Folded<'_>, whole: &Folded<'_>, written: &str) -> bool {
    let ends = written.trim_end();
    let cuts = ends.ends_with('…') || ends.ends_with("...");
    cuts && counted(cut) > TELLING_WORDS && whole.text.starts_with(&cut.text)
}

fn holds(long: &Folded<'_>, short: &Folded<'_>) -> bool {
    let telling = counted(short) >= TELLING_WORDS || short.words.len() * 2 >= long.words.len();
    telling && super::exact::first(long, &short.text, 0).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_title(cited: &str, page: &str, same: bool) {
        let (index, similarity) = check(cited, &[page.to_owned()]);
        assert_eq!(index, Some(0));
        assert_eq!(similarity >= 0.8, same, "{cited} / {page}: {similarity}");
    }

    #[test]
    fn a_title_is_the_same_with_the_name_of_its_site() {
        check_title("Vision", "Vision – Visioning Process", true);
        check_title("About", "About Us", true);
        check_title("The Long Road Home", "The Long Road Home | Example Times", true);
        check_title("The long road home", "THE LONG ROAD HOME", true);
        check_title("The Long Road Home: A Report", "The Long Road Home", true);
        check_title("Colour of the Fields", "Color of the Fields", true);
        check_title(
            "The long winter of the northern harbour and its men",
            "The long winter of the northern harb...",
            true,
        );
        check_title(
            "The long winter of the northern harbour and its men",
            "The long winter of the northern harb… | Post",
            true,
        );
        check_title(
            "The long winter of the northern harbour and its men",
            "The long winter of the southern harb...",
            false,
        );
        check_title("The long winter of the northern harbour and its men", "The long...", false);
    }

    #[test]
    fn a_translation_in_brackets_is_no_part_of_a_title() {
        check_title("Der Hafenbericht [The Harbour Report].", "Der Hafenbericht", true);
        check_title("Der Hafenbericht [The Harbour Report]", "Die Werft | Hafenamt", false);
    }

    #[test]
    fn a_number_a_month_or_a_negation_makes_another_title() {
        check_title("Annual Report 2021", "Annual Report 2020", false);
        check_title("Chapter 4. Methods", "Chapter 3. Methods", false);
        check_title("COVID-19 cases rise in June", "COVID-19 cases rise in May", false);
        check_title("How not to cook rice", "How to cook rice", false);
        check_title("Anual Report 2021", "Annual Report 2021", true);
        check_title("Annual Report 2021", "Annual Report 2021 | Harbour", true);
        check_title("Annual Report", "Annual Report 2021", true);
        check_title("Letter to Marit, 15 June 1968", "Letter to Marit, 1968", true);
        check_title("Letter to Marit, 1968", "Letter to Marit, June 15, 1968", true);
        check_title("Letter to Marit, 15 June 1969", "Letter to Marit, 1968", false);
        check_title("Letter to Marit, 15 June 1968", "Letter to Marit, 16 June 1968", false);
    }

    #[test]
    fn titles_in_scripts_without_spaces_are_told_from_their_sites_and_from_others() {
        for page in [
            "港口报告_中华人民共和国交通运输部",
            "港口报告-新华网-中国主要重点新闻网站",
            "港口報告｜中央通訊社新聞網站",
            "《港口报告》",
            "港口报告——交通运输部政府信息公开",
        ] {
            check_title("港口报告", page, true);
        }
        check_title("港湾の安全に関する報告書", "港湾の安全に関する報告書 | 国土交通省", true);
        check_title("港湾の安全に関する報告書：国土交通省", "港湾の安全に関する報告書", true);
        check_title("港灣的安全報告", "港湾的安全报告", true);
        check_title("항만 안전 보고서", "항만 안전 보고서 - 해양수산부", true);
        check_title("日本語", "日本語が話せる人を探しています", false);
        check_title("港湾局の三月の報告書", "港湾局の四月の報告書", false);
        check_title("港湾局の2021年度の報告書", "港湾局の2020年度の報告書", false);
        check_title("桥梁是安全的吗", "天气预报_新华网", false);
        check_title("港口报告", "旅游指南_港口城市的旅游网站", false);
    }

    #[test]
    fn another_title_is_not_the_same() {
        check_title("Vision", "Television news of the week", false);
        check_title("Vision", "A vision of cats and dogs", false);
        check_title("The Long Road Home", "Page not found", false);
        check_title("The Long Road Home", "Example Times", false);
        check_title("About", "", false);
    }

    #[test]
    fn the_closest_title_is_named() {
        let titles = ["Example Times", "Rivers of the North", "Home"].map(str::to_owned);
        assert_eq!(check("Rivers of the North", &titles), (Some(1), 1.0));
        assert_eq!(check("Rivers", &[]), (None, 0.0));
    }
}
