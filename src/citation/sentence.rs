//! Where sentences end. A marker behind the full stop belongs to the sentence before it.

use std::ops::Range;

/// Words that a full stop shortens; single letters are taken for initials besides.
const SHORT: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "lt", "sgt", "rev", "hon", "st", "jr", "sr",
    "vs", "etc", "al", "cf", "ca", "approx", "inc", "ltd", "co", "corp", "no", "nos", "vol", "fig", "pp", "ch", "sec",
    "ed", "eds", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "dept", "univ",
    "bzw", "nr", "bspw", "ggf", "usw", "eg", "ie", "viz",
];

/// The ends of the sentences of `prose[block]`, each behind its closing marks and `markers` (sorted), in order. The
/// last is the end of the block. A sentence can begin with what stands at one of `names` (sorted), small letters or not.
pub(super) fn ends(prose: &str, block: &Range<usize>, markers: &[Range<usize>], names: &[usize]) -> Vec<usize> {
    let text = &prose[..block.end];
    let mut found = Vec::new();
    let mut at = block.start;
    while let Some(c) = text[at..].chars().next() {
        let next = at + c.len_utf8();
        if !is_stop(c) || is_in(markers, at) {
            at = next;
            continue;
        }
        let closed = behind_closers(text, next);
        let end = behind_markers(text, closed, markers);
        // Many leave no trace in the prose.
        let marked = end > closed || markers.binary_search_by_key(&closed, |marker| marker.start).is_ok();
        let begins = names.get(names.partition_point(|&name| name < end)).copied();
        if ends_here(text, block.start, at, c, end, marked, begins) {
            found.push(end);
        }
        at = end.max(next);
    }
    if found.last() != Some(&block.end) {
        found.push(block.end);
    }
    found
}

pub(super) fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '‽' | '।' | '॥' | '۔' | '؟' | '።')
}

fn behind_closers(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let at = at + rest.len() - rest.trim_start_matches(|c: char| is_stop(c) || "”\"’'»“‘)]}›」』*_".contains(c)).len();
    // French puts a space before its closing mark; the same mark opens in German, but then a word follows it.
    let rest = &text[at..];
    let mark = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let closes = mark.strip_prefix('»').filter(|behind| !behind.starts_with(char::is_alphanumeric));
    if mark.len() < rest.len() { closes.map_or(at, |behind| text.len() - behind.len()) } else { at }
}

/// Behind the markers that follow `at`, white space and brackets between them included.
fn behind_markers(text: &str, mut at: usize, markers: &[Range<usize>]) -> usize {
    let mut next = markers.partition_point(|marker| marker.start < at);
    while let Some(marker) = markers.get(next) {
        let Some(gap) = text.get(at..marker.start) else { break };
        if gap.len() > 3 || !gap.chars().all(|c| c.is_whitespace() || "([,;".contains(c)) {
            break;
        }
        at = behind_closers(text, marker.end.clamp(at, text.len()));
        next += 1;
    }
    at
}

fn is_in(markers: &[Range<usize>], at: usize) -> bool {
    let next = markers.partition_point(|marker| marker.end <= at);
    markers.get(next).is_some_and(|marker| marker.start <= at)
}

/// Whether the stop `c` at `at` ends a sentence, `end` being behind what belongs to it; `named` is the next place at which
/// somebody is named.
fn ends_here(text: &str, start: usize, at: usize, c: char, end: usize, marked: bool, named: Option<usize>) -> bool {
    let rest = &text[end..];
    let follows = rest.trim_start();
    if matches!(c, '。' | '！' | '？') || follows.is_empty() {
        return true;
    }
    let apart = rest.len() > follows.len();
    let begins = follows.chars().find(|c| !c.is_whitespace() && !"“\"‘'„«»([{¿¡*_‚「『".contains(*c));
    let named = named.is_some_and(|named| named <= text.len() - follows.len());
    let large = named
        || begins.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || !c.is_lowercase() && c.is_alphabetic());
    let opens = c != '…' && follows.starts_with(['“', '"', '„', '«', '‘', '「', '『']);
    apart && (large || opens) && (marked || c != '.' || !is_shortened(&text[start..at], follows, end > at + 1))
}

fn is_shortened(before: &str, follows: &str, closed: bool) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    !closed && (initial || SHORT.contains(&word.to_lowercase().as_str()) || is_ordinal(before, word, follows))
}

/// What an ordinal stands behind in German: `im 19. Jahrhundert`, `der 2. Weltkrieg`.
const BEFORE_ORDINALS: &[&str] = &[
    "am", "beim", "dem", "den", "der", "des", "das", "im", "ins", "vom", "zum", "zur", "jeden", "jedem", "seinem",
    "ihrem",
];
/// Words that begin a sentence of German, and stand behind no ordinal: `bis zum 3. Danach ging er.`
const OPENERS: &str = "\
    aber alle allerdings als also am an auch auf aus außerdem bei beide bis da dabei dadurch dafür dagegen daher dahin damals damit \
    danach daneben dann daran darauf daraufhin darin darum das dass davon davor dazu dem den denn dennoch der deren deshalb dessen \
    deswegen die dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines einige er erst es etwa für \
    gegen hier hierauf hinter ich ihm ihn ihnen ihr ihre im immer in indes inzwischen ist jede jeder jedes jedoch jetzt kein keine man \
    manche mehr mein mit mittlerweile nach nachdem nachher neben nicht nichts niemand noch nun nur ob obwohl oder ohne schließlich \
    schon sein seine seit seitdem sie so sobald sodann solche somit sondern später trotz trotzdem über überdies und uns unser unter viele \
    vom von vor vorher wann war waren warum was weder wegen weil wenige wenn wer wie wieder wir wird wo wurde wurden zu zudem \
    zuerst zuletzt zum zunächst zur zusammen zuvor zwar zwischen";

/// Months as German and its neighbours write them, with a capital.
const GERMAN_MONTHS: &[&str] = &[
    "januar", "jänner", "februar", "feber", "märz", "mäerz", "abrëll", "mai", "mee", "juni", "juli", "oktober",
    "dezember",
];
/// Months that German has in the letters of another language as well, and that can begin a sentence of that.
const SHARED: &[&str] = &["april", "august", "september", "november"];

/// Whether the stop behind the number that `before` ends in makes an ordinal of it, `vom 3. Mai`, and ends no sentence.
fn is_ordinal(before: &str, number: &str, follows: &str) -> bool {
    if !(1..=2).contains(&number.len()) || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let mut words = before[..before.len() - number.len()].split_whitespace().rev();
    let lead = words.next().unwrap_or_default().trim_start_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    // `I am 12. Then`
    let of_english = lead == "am" && words.next().is_some_and(|word| word == "I");
    let ordered = BEFORE_ORDINALS.contains(&lead.as_str()) && !of_english;
    let mut next = follows.split_whitespace();
    let month = next.next().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let year = next
        .next()
        .is_some_and(|word| word.get(..4).is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit())));
    let german = GERMAN_MONTHS.contains(&month.as_str()) || SHARED.contains(&month.as_str()) && year;
    let opens = || OPENERS.split_ascii_whitespace().any(|word| word == month);
    ordered && follows.starts_with(char::is_uppercase) && !opens() || german
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, marked: &[&str], expected: &[&str]) {
        let markers: Vec<Range<usize>> =
            marked.iter().map(|mark| text.find(mark).map_or(0..0, |at| at..at + mark.len())).collect();
        let mut start = 0;
        let sentences: Vec<&str> = ends(text, &(0..text.len()), &markers, &[])
            .into_iter()
            .map(|end| {
                let sentence = text[start..end].trim();
                start = end;
                sentence
            })
            .collect();
        assert_eq!(sentences, expected, "{text}");
    }

    #[test]
    fn sentences_end_behind_closing_marks_and_markers() {
        check("It is “xenophobia.” Leaders met.", &[], &["It is “xenophobia.”", "Leaders met."]);
        check("Demands. 3 It claims. 1", &["3", "1"], &["Demands. 3", "It claims. 1"]);
        check("It ended. “a quote” was said.", &[], &["It ended.", "“a quote” was said."]);
        check("By Mr. “big” Jones.", &[], &["By Mr. “big” Jones."]);
        check("Of AI.51 It is.", &["51"], &["Of AI.51", "It is."]);
        check("So.[1] [2] It is.", &["[1]", "[2]"], &["So.[1] [2]", "It is."]);
        check("« C’est fini. » Il part. 1", &["1"], &["« C’est fini. »", "Il part. 1"]);
        check("Elle part. « C’est fini »", &[], &["Elle part.", "« C’est fini »"]);
        check("Er ging. »Nie wieder« rief er.", &[], &["Er ging.", "»Nie wieder« rief er."]);
        check("彼は言った。そして去った。", &[], &["彼は言った。", "そして去った。"]);
    }

    #[test]
    fn a_single_capital_ends_a_sentence_where_a_marker_stands_right_behind_its_stop() {
        let unseen = |text: &str, at: &[usize], expected: usize| {
            let markers: Vec<Range<usize>> = at.iter().map(|&at| at..at).collect();
            assert_eq!(ends(text, &(0..text.len()), &markers, &[]).len(), expected, "{text}");
        };
        for text in ["Once it is 80 °F. Doctors said so.", "Of type A. Doctors said so.", "By J. Roe. So it is."] {
            let stop = text.find('.').unwrap_or_default();
            unseen(text, &[stop + 1], if text.starts_with("By") { 3 } else { 2 });
            unseen(text, &[stop], if text.starts_with("By") { 2 } else { 1 });
            unseen(text, &[stop + 2], if text.starts_with("By") { 2 } else { 1 });
            unseen(text, &[], if text.starts_with("By") { 2 } else { 1 });
        }
        check("Once it is 80 °F.[1] Doctors said so.", &["[1]"], &["Once it is 80 °F.[1]", "Doctors said so."]);
    }

    #[test]
    fn the_stop_of_an_ordinal_ends_no_sentence() {
        for text in [
            "Die Post vom 3. Mai 1930 hat es.",
            "Im 19. Jahrhundert war es kalt.",
            "Es war der 2. Weltkrieg.",
            "Berlin, 12. März.",
            "Die Post, 3. April 1930, hat es.",
            "Sie kam am 5. Tag.",
            "Es begann am 3. Advent.",
            "Er sprach im 2. Vatikanischen Konzil.",
        ] {
            check(text, &[], &[text]);
        }
        check("I am 12. Then I left.", &[], &["I am 12.", "Then I left."]);
        check("It fell to 3. May was cold.", &[], &["It fell to 3.", "May was cold."]);
        check("It fell to 3. April was cold.", &[], &["It fell to 3.", "April was cold."]);
        for (one, other) in [
            ("Er blieb bis zum 3.", "Danach ging er."),
            ("Sie kam am 12.", "Die Post hat es gemeldet."),
            ("Der Zug fuhr am 5.", "Er war leer."),
            ("Sie war nach dem 2.", "Im Mai war alles vorbei."),
        ] {
            check(&format!("{one} {other}"), &[], &[one, other]);
        }
        check("Er kam 1930. Mai war es.", &[], &["Er kam 1930.", "Mai war es."]);
        check("Es waren 12. Danach ging er.", &[], &["Es waren 12.", "Danach ging er."]);
        check("Es war im Mai.3 Juni war es.", &["3"], &["Es war im Mai.3", "Juni war es."]);
    }

    #[test]
    fn initials_abbreviations_and_small_letters_go_on() {
        check(
            "Reid J. Epstein and Dr. No met vs. All at 3.5 m.",
            &[],
            &["Reid J. Epstein and Dr. No met vs. All at 3.5 m."],
        );
        check("“Why?” he asked. No.", &[], &["“Why?” he asked.", "No."]);
    }
}
