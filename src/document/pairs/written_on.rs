//! Quotation marks behind a small word that is written on: `ש"…"`, `وصفه بـ"…"`, `그는"…"`, `l’"…"`.

use std::ops::Range;

use crate::span::floor_char_boundary;

/// Letters of Hebrew words that are written on; an abbreviation (`דו"ח`) has others, or one letter behind its mark.
const HEBREW: &str = "משהוכלב";
/// Most letters of such a word.
const LONGEST: usize = 4;
/// Bytes in which the mark that closes is looked for.
const REACH: usize = 2_000;
/// Letters of the first word of a quotation.
const WORD: usize = 2;

/// Whether a straight mark at `at` begins a quotation though a letter stands before it: a small word does, and the mark that
/// closes it stands behind.
pub(super) fn opens(prose: &str, block: &Range<usize>, at: usize, mark: char) -> bool {
    let (before, behind) = (&prose[block.start..at], &prose[at + mark.len_utf8()..block.end]);
    let Some(last) = before.chars().next_back() else { return false };
    let begins = behind.starts_with(char::is_alphanumeric);
    let leads = match last {
        '’' => is_elided(&before[..before.len() - last.len_utf8()]),
        _ if is_hebrew(last) => {
            let word: Vec<char> = before.chars().rev().take_while(|c| c.is_alphabetic()).take(LONGEST + 1).collect();
            let first = behind.chars().take_while(|c| is_hebrew(*c)).take(WORD).count();
            word.len() <= LONGEST && word.iter().all(|c| HEBREW.contains(*c)) && first == WORD
        }
        _ => is_arabic(last) || is_east_asian(last),
    };
    begins && leads && closes_behind(behind, mark)
}

/// Whether a mark stands amid a word of Hebrew, as in its abbreviations: `צה"ל`.
pub(super) fn is_amid_hebrew(before: Option<char>, behind: &str) -> bool {
    before.is_some_and(is_hebrew) && behind.starts_with(is_hebrew)
}

/// Whether the next mark that is none of an abbreviation closes.
fn closes_behind(behind: &str, mark: char) -> bool {
    let behind = &behind[..floor_char_boundary(behind, REACH)];
    let mut marks = behind.match_indices(mark).map(|(at, sign)| (&behind[..at], &behind[at + sign.len()..]));
    let next = marks.find(|(before, rest)| !is_amid_hebrew(before.chars().next_back(), rest));
    next.is_some_and(|(before, rest)| {
        let goes_on = rest.chars().next().is_some_and(|c| c.is_alphanumeric() && !is_east_asian(c));
        before.ends_with(|c: char| !c.is_whitespace()) && !goes_on
    })
}

/// Whether a word has lost its last letter before an apostrophe: `l`, `qu`, `dell`.
fn is_elided(before: &str) -> bool {
    let letters: String = before.chars().rev().take(LONGEST + 1).take_while(|c| c.is_alphabetic()).collect();
    (1..=LONGEST).contains(&letters.chars().count())
}

fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{5d0}'..='\u{5ea}')
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}')
}

fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::super::tests::quoted;

    #[test]
    fn a_mark_behind_a_word_that_is_written_on_opens() {
        let check = |text: &str, expected: &[&str]| assert_eq!(quoted(&[text]), expected, "{text}");
        check("הוא אמר ש\"זה לא נכון בכלל\".", &["זה לא נכון בכלל"]);
        check("הוא אמר ש\"צה\"ל ניצח שם\" ויצא.", &["צה\"ל ניצח שם"]);
        check("היא אמרה: ״החומה ישנה מאוד״.", &["החומה ישנה מאוד"]);
        check("היא אמרה ש״צה״ל ניצח שם״.", &["צה״ל ניצח שם"]);
        check("وصفه بـ\"العار الكبير جدا\".", &["العار الكبير جدا"]);
        check("قال إن\"الجدار قديم\" جدا.", &["الجدار قديم"]);
        check("그는\"벽이 너무 낡았다\"고 했다.", &["벽이 너무 낡았다"]);
        check("他说\"墙必须倒下\"。她说\"墙不会倒\"就走了。", &["墙必须倒下", "墙不会倒"]);
        check("Il parle de l’\"eau est bien trop froide\" ici.", &["eau est bien trop froide"]);
        check("قال الوزير: ”الجدار يجب أن يسقط“ اليوم.", &["الجدار يجب أن يسقط"]);
    }

    #[test]
    fn abbreviations_and_lone_marks_open_nothing() {
        let check = |text: &str, expected: &[&str]| assert_eq!(quoted(&[text]), expected, "{text}");
        check("צה\"ל והמנכ\"ל אמרו דו\"ח.", &[]);
        check("צה״ל והמנכ״ל אמרו דו״ח.", &[]);
        check("מנכ\"לית החברה אמרה \"שלום לכם\" ויצאה.", &["שלום לכם"]);
        check("a 5\"pipe and a 7\"pipe", &[]);
        check("It is the workers’ \"right to rest\" so.", &["right to rest"]);
        check("word\"so it was\" here", &[]);
    }
}
