//! What a note quotes of the sources that it names: running words between quotation marks that are no source's title.

use std::ops::Range;

use crate::document::pairs::Pairing;
use crate::document::saying;
use crate::span::floor_char_boundary;

use super::archived::Cited;
use super::east_asian;
use super::lead_in;
use super::names;
use super::people;
use super::title;
use super::unmarked;
use super::{EntryText, Link, Words, is_title_case};
use crate::date::{self, DayMonth};

/// Words of a quotation in a note; shorter ones are titles and terms.
const NOTE_QUOTE_WORDS: usize = 4;
/// Words of a passage that a note begins with: titles can be as long, but have no title behind them.
const OPENING_WORDS: usize = 8;
/// Bytes before a passage in which somebody is told to say it.
const SAID_REACH: usize = 120;
/// Bytes between a passage and the mark that follows it at once: marks, stops and spaces.
const BESIDE: usize = 16;
/// Bytes behind the last source in which a printed work is named.
const WORK_REACH: usize = 200;

/// The passages, each with the source before it, or behind it where that says it.
pub(super) fn quotes(entry: &EntryText<'_>, cited: &[Cited], masked: &[Range<usize>]) -> Vec<(usize, Range<usize>)> {
    let mut pairing = Pairing::default();
    pairing.read(entry.text, 0..entry.text.len(), masked);
    let opened = opening(entry, &(0..entry.text.len()));
    let mut found = Vec::new();
    for quoted in pairing.finish() {
        let range = quoted.parts[0].range();
        let text = &entry.text[range.clone()];
        if text.split_whitespace().count() < NOTE_QUOTE_WORDS || is_title_case(text) {
            continue;
        }
        let before = cited.iter().rposition(|source| entry.links[source.link].range.end <= range.start);
        let ahead = || cited.iter().position(|source| entry.links[source.link].range.start >= range.end);
        let said = is_said(near_before(entry.text, range.start));
        let own = before.filter(|&source| said || !is_title(entry, cited, source, &range));
        found.extend(
            own.or_else(|| ahead().filter(|_| (said || range.end <= opened) && before.is_none()))
                // A printed work has no address.
                .or_else(|| (cited.is_empty() && range.end <= opened).then_some(0))
                .map(|source| (source, range)),
        );
    }
    found
}

/// Bytes of the passage that a note begins with, where what it is quoted from has a title of its own behind it: a link whose words
/// are in marks, `“that is why …” [https://… “Walls” by Doe]`, or, behind what begins in small letters, emphasis.
pub(super) fn opening(entry: &EntryText<'_>, part: &Range<usize>) -> usize {
    let own = &entry.text[part.clone()];
    if !own.trim_start().starts_with(['“', '"', '„', '«', '»', '「', '『']) {
        return 0;
    }
    let mut pairing = Pairing::default();
    pairing.read(entry.text, part.clone(), &[]);
    let Some(first) = pairing.finish().into_iter().next().map(|quoted| quoted.parts[0].range()) else { return 0 };
    let (words, lead) = (&entry.text[first.clone()], &entry.text[part.start..first.start]);
    let running = words.split_whitespace().count() >= OPENING_WORDS && !is_title_case(words);
    if lead.contains(char::is_alphanumeric) || !running {
        return 0;
    }
    let behind = |range: &Range<usize>| range.start > first.end && range.end <= part.end;
    let shown = |range: &Range<usize>| entry.text.get(range.clone()).unwrap_or_default().trim();
    let titled = entry.links.iter().any(|link| {
        link.words == Words::Names && behind(&link.range) && shown(&link.range).starts_with(['“', '"', '„', '«', '»'])
    });
    // `“words.” Jane Doe. *Walls*`, and not `“words,” *The Post*`, which is where a title appeared.
    let named = |range: &Range<usize>| {
        let closed = entry.text.get(first.end..range.start).unwrap_or_default();
        let name = closed.trim_start_matches(['”', '"', '“', '»', '«', '」', '』', '.', ',', ' ']).trim_end();
        name.starts_with(char::is_uppercase) && name.ends_with(['.', ',', ':'])
    };
    let emphasised = words.starts_with(char::is_lowercase)
        && entry.emphasised.iter().any(|range| behind(range) && !shown(range).is_empty() && named(range));
    let closed = entry.text[first.end..part.end].chars().next().map_or(0, char::len_utf8);
    let end = first.end + closed;
    let gap = entry.text[end..part.end].len() - entry.text[end..part.end].trim_start().len();
    if titled || emphasised { end + gap - part.start } else { 0 }
}

/// Marks that name sources in a note, and the passages beside them that are theirs: behind a colon, in a bracket or said,
/// and, where they are names or keys, what such a mark follows at once: `“words here as they are” (Byrd 2001)`. A mark
/// with the names of a work before it stands behind its title.
pub(in crate::document) fn of_marks(
    text: &str,
    marks: &[Range<usize>],
    masked: &[Range<usize>],
    follow: impl Fn(usize) -> bool,
) -> Vec<(usize, Range<usize>)> {
    let mut pairing = Pairing::default();
    pairing.read(text, 0..text.len(), masked);
    let whole = pairing.finish().into_iter().map(|quoted| quoted.parts[0].range());
    whole.filter_map(|range| Some((mark_of(text, marks, &range, &follow)?, range))).collect()
}

/// The mark that a passage belongs to.
pub(in crate::document) fn mark_of(
    text: &str,
    marks: &[Range<usize>],
    range: &Range<usize>,
    follow: impl Fn(usize) -> bool,
) -> Option<usize> {
    let words = &text[range.clone()];
    if words.split_whitespace().count() < NOTE_QUOTE_WORDS || is_title_case(words) {
        return None;
    }
    let before = marks.iter().rposition(|mark| mark.end <= range.start);
    let near = near_before(text, range.start);
    if let Some(mark) = before {
        let gap = unopened(text.get(marks[mark].end..range.start)?);
        let work = names_a_work(gap, &text[range.start..], range.len());
        if !work && (is_said(near) || follows_at_once(gap)) {
            return Some(mark);
        }
    }
    let next = marks.iter().position(|mark| mark.start >= range.end).filter(|&mark| follow(mark))?;
    let between = &text[range.end..marks[next].start];
    let at_once = between.len() <= BESIDE && !between.contains(|c: char| c.is_alphanumeric() || c == ';');
    let lead = near.rsplit(';').next().unwrap_or(near).trim();
    let names = lead[lead_in::signal(lead)..].trim_end_matches([',', '.', '，', '、']);
    let by_somebody = are_authors(names.trim()) || names::is_proper(names.trim());
    let titled = !names.is_empty() && names.len() < lead.len() && by_somebody;
    (at_once && !titled && !lead_in::leads_into_work(near)).then_some(next)
}

/// The text right before the mark at which a passage begins.
fn near_before(text: &str, at: usize) -> &str {
    let start = floor_char_boundary(text, at.saturating_sub(SAID_REACH));
    unopened(&text[start..at])
}

fn unopened(text: &str) -> &str {
    text.trim_end_matches(['“', '"', '„', '«', '‘', '\'', '»', '”', '「', '『', ' ', '\u{a0}'])
}

/// Whether words lead to what somebody says, and not to the title of what it is quoted in: `quoted in “…”`.
fn is_said(before: &str) -> bool {
    saying::leads_to_saying(before) && !lead_in::leads_into_work(before)
}

/// Whether a passage behind the source `source` is the title of the next one, or of a printed work, and nothing that is
/// quoted from the first.
fn is_title(entry: &EntryText<'_>, cited: &[Cited], source: usize, range: &Range<usize>) -> bool {
    let end = entry.links[cited[source].link].range.end;
    let gap = unopened(entry.text.get(end..range.start).unwrap_or_default());
    let of_link = |text: &str| {
        let names = |link: &Link| covers(text, &link.range, range) || title::is_in_link(text, link, range);
        entry.links.iter().any(|link| link.words == Words::Names && names(link))
    };
    // `https://a.test: “words”`, `https://a.test, p. 4 (“words”)`
    if follows_at_once(gap) {
        return false;
    }
    let next = cited.get(source + 1).map(|next| entry.links[next.link].range.start);
    let behind = next.filter(|&start| start >= range.end).and_then(|start| entry.text.get(range.end..start));
    if names_a_work(gap, &entry.text[range.start..], range.len()) {
        return true;
    }
    match behind {
        // Where a semicolon parts the two behind it, it is the first one's.
        Some(behind) => !behind.contains(';') || gap.contains(';') || of_link(entry.text),
        None => of_link(entry.text) || is_of_printed_work(gap, &entry.text[range.start..], range.len()),
    }
}

/// Whether a link has a passage and its marks for its words, and nothing else.
fn covers(text: &str, link: &Range<usize>, range: &Range<usize>) -> bool {
    let bare = |from: usize, to: usize| {
        text.get(from.min(to)..from.max(to)).is_some_and(|edge| !edge.contains(char::is_alphanumeric))
    };
    link.start < range.end && range.start < link.end && bare(link.start, range.start) && bare(range.end, link.end)
}

/// Whether what stands between a source and a passage says that the passage is its: a colon or a bracket, and the place
/// in it.
fn follows_at_once(gap: &str) -> bool {
    let bare = gap.trim_end_matches(['(', '[']);
    let opened = bare.len() < gap.len();
    let around = |c: char| c.is_whitespace() || ">)],:.".contains(c);
    let place = without_label(bare.trim_matches(around)).trim_matches(around);
    let parted = bare.contains(';') || lead_in::signal(place) > 0;
    (opened || bare.trim_end().ends_with([':', '：'])) && !parted && (place.is_empty() || lead_in::leads(place))
}

/// What stands between without the word at its end that says that something is quoted: `p. 4. Quote:`, `Zitat:`.
fn without_label(gap: &str) -> &str {
    const LABELS: &str = "quote quotation quotes zitat citation extrait cita citazione citação citaat citat sitat cytat citace citát \
        idézet alıntı lainaus цитата цитат اقتباس ציטוט 引用 인용";
    let last = gap.rsplit([' ', '\u{a0}']).next().unwrap_or_default();
    let is_label = LABELS.split_whitespace().any(|label| label == last.to_lowercase());
    if is_label { &gap[..gap.len() - last.len()] } else { gap }
}

/// `[a.test](…) — Jane Doe, “High water in the old town”, 2019`: names behind the mark that parts them from the address,
/// and a date or what the work appeared in behind it. What stands behind a colon is as likely said, unless a date
/// follows.
pub(super) fn names_a_work(gap: &str, rest: &str, length: usize) -> bool {
    let bare = gap.trim_start_matches([')', '>', ']']);
    let parted = bare.trim_start();
    let Some(lead) = parted.strip_prefix(['–', '—', '-', '|', ':', '：', ',', '·']) else { return false };
    let lead = lead.trim();
    let Some(names) = lead.strip_suffix([',', '，', '、', ':', '：', '.']) else { return false };
    let (words, behind) = rest.split_at(length);
    let behind = behind.trim_start_matches(|c: char| "”\"“»«’‘'」』,，.;(（ \u{a0}\u{202f}".contains(c));
    let dated = date::read(behind, DayMonth::Unknown).is_some_and(|read| read.range.start == 0);
    let container = behind.starts_with(char::is_uppercase)
        && !saying::says(&behind.split_whitespace().take(4).collect::<Vec<_>>().join(" "));
    let whole = words.trim_start().starts_with(|c: char| !c.is_lowercase());
    let colon = lead.ends_with([':', '：']);
    are_authors(names) && whole && (dated || container && !colon)
}

/// Whether words are names as any list has them.
pub(super) fn are_authors(names: &str) -> bool {
    let names = names.trim();
    people::are_people(names)
        || names::are_names(names)
        || names::is_body(names)
        || people::is_name(names)
        || east_asian::is_name(names)
}

/// `…; Brandt, “The wall and the water,” Harbour Post, 3 May 2020`: names before the mark, and behind a comma what the
/// work appeared in.
fn is_of_printed_work(gap: &str, rest: &str, length: usize) -> bool {
    let gap = &gap[floor_char_boundary(gap, gap.len().saturating_sub(WORK_REACH))..];
    let apart = gap.rfind(';').map(|at| &gap[at + 1..]);
    let sentence =
        || gap.trim_start_matches([')', ']', '>']).strip_prefix(['.', ',']).filter(|rest| rest.starts_with(' '));
    let Some(lead) = apart.or_else(sentence) else { return false };
    let signal = lead_in::signal(lead);
    let names = lead[signal..].trim();
    let stands_alone = names.is_empty() && (signal > 0 || apart.is_some())
        || names.ends_with([',', '，']) && unmarked::only_names(names.trim_end_matches([',', '，']));
    let (words, behind) = rest.split_at(length);
    let behind = behind.trim_start_matches(['”', '"', '“', '»', '«', '’', '‘', '\'', '」', '』', '〞', '〟']);
    let comma = words.trim_end().ends_with([',', '，']) || behind.starts_with([',', '，']);
    let work = behind.trim_start_matches([',', '，', ' ']);
    let said = saying::says(&work.split_whitespace().take(4).collect::<Vec<_>>().join(" "));
    stands_alone && comma && !said && work.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '(')
}

#[cfg(test)]
mod tests {
    use super::super::tests::marked_up;

    /// The marks, each a key in braces, that the passages of a note belong to.
    fn marked(text: &str) -> Vec<usize> {
        let open: Vec<usize> = text.match_indices('{').map(|(at, _)| at).collect();
        let close = text.match_indices('}').map(|(at, _)| at + 1);
        let marks: Vec<_> = open.into_iter().zip(close).map(|(start, end)| start..end).collect();
        super::of_marks(text, &marks, &[], |_| true).into_iter().map(|(mark, _)| mark).collect()
    }

    #[test]
    fn what_a_note_quotes_of_a_key_is_told_by_what_stands_between() {
        let check = |text: &str, expected: &[usize]| assert_eq!(marked(text), expected, "{text}");
        check("{Post 2002}: “gates speak at night always”.", &[0]);
        check("But see {Post 2002}, p. 3 (“gates speak at night always”).", &[0]);
        check("{Post 2002} says “gates speak at night always”; {Star 2003}: “walls do so by day”.", &[0, 1]);
        check("“Walls speak by day” ({Post 2002}).", &[0]);
        check("“Walls speak by day”, {Post 2002}, p. 4; “Gates speak in the night” {Star 2003}.", &[0, 1]);
        for none in [
            "Dale, “Gates that speak at night”, {Post 2002}.",
            "Quoted in “Gates that speak at night”, {Post 2002}.",
            "{Post 2002}; Dale, “Gates that speak at night”, Star, 2003.",
            "{Post 2002}. “Gates that speak at night”, Star, 2003.",
            "“Gates That Speak at Night” {Post 2002}",
            "“gates speak” {Post 2002}",
            "“Gates speak at night always”; see {Post 2002}",
        ] {
            check(none, &[]);
        }
    }

    fn quoted(text: &str) -> Vec<usize> {
        marked_up(text).quotes.into_iter().map(|(source, _)| source).collect()
    }

    #[test]
    fn the_title_of_a_further_source_is_not_quoted_from_the_first() {
        for text in [
            "Byrd, \"Harbour wall to cost nine million,\" *Post*, https://a.test/1; Cole, \"The wall and the water,\" *Star*, https://b.test/2.",
            "Byrd, \"Harbour wall to cost nine million\" (https://a.test/1); Cole, \"The wall and the water\" (https://b.test/2); Dale, \"Counting birds in the fog\" (https://c.test/3).",
            "Port Board, FAQ, https://a.test/1; Cole, “The wall and the water,” https://b.test/2.",
            "Port Board, [FAQ](https://a.test/1); Cole, \"[The wall and the water](https://b.test/2),\" *Star*.",
            "Byrd, [\"Harbour wall to cost nine million\"](https://a.test/1) and Cole, [\"The wall and the water\"](https://b.test/2).",
            "Port Board, https://a.test/1. See also Cole, \"The wall and the water,\" *Star*, 3 May 2020, https://b.test/2, and Dale, \"Counting birds in the fog,\" https://c.test/3.",
            "https://a.test/1 and “The wall and the water” at https://b.test/2",
            "Amt, https://a.test/1; Cole, „Die Mauer und das Wasser“, in: Stern, https://b.test/2.",
            "Quai, https://a.test/1 ; Cole, « Le mur et la mer du nord », Étoile, https://b.test/2.",
            "Port Board, [FAQ](https://a.test/1); Cole, \"The wall and the water\", [Star](https://b.test/2).",
            "Port Board, https://a.test/1; Cole, \"The wall and the water,\" Star, 3 May 2020.",
            "Port Board, https://a.test/1. See also \"The wall and the water,\" Star, 3 May 2020.",
            "Max Dale, quoted in \"What the harbour pilots think,\" *The Star*, [2 February 2023](https://a.test/1).",
        ] {
            assert_eq!(quoted(text), Vec::<usize>::new(), "{text}");
        }
    }

    #[test]
    fn what_a_note_quotes_of_a_source_stays_its() {
        let check = |text: &str, expected: &[usize]| assert_eq!(quoted(text), expected, "{text}");
        check("https://a.test/1: \"we saw no lights at all\"; Star, https://b.test/2.", &[0]);
        check("https://a.test/1 (\"we saw no lights at all\"), and https://b.test/2.", &[0]);
        check("https://a.test/1, p. 4 (\"we saw no lights at all\"); https://b.test/2.", &[0]);
        check("https://a.test/1, p. 4, \"we saw no lights at all\"; Star, https://b.test/2.", &[0]);
        check("https://a.test/1, which says “we saw no lights at all”, and https://b.test/2.", &[0]);
        check("See https://a.test/1; Star, https://b.test/2: \"we saw no lights at all\".", &[1]);
        check(
            "Compare [FAQ](https://a.test/1) with [the Star](https://b.test/2), which says \"we saw no lights at all\".",
            &[1],
        );
        check("https://a.test/1. \"We saw no lights at all,\" he said.", &[0]);
        check("https://a.test/1; \"we saw no lights at all,\" Dale said.", &[0]);
        check("The Star says “we saw no lights at all”: https://a.test/1; https://b.test/2.", &[0]);
    }

    #[test]
    fn names_before_marks_and_a_date_behind_them_make_a_title_of_what_follows_an_address() {
        for text in [
            "[a.test/3](https://a.test/3) — Jane Doe, “High water in the old town”, 2019",
            "[a.test/3](https://a.test/3): Jane Doe, „Hochwasser in der alten Stadt“, 2019",
            "[a.test/3](https://a.test/3) – Jane Doe : « Les eaux dans la vieille ville », 2019",
            "[Tides](https://a.test/3) - Doe, J., “High water in the old town.” *Post*, 3 May 2019",
            "[a.test/3](https://a.test/3) | Port Board, “High water in the old town” (May 2019)",
        ] {
            assert_eq!(quoted(text), Vec::<usize>::new(), "{text}");
        }
        for text in [
            "[Report](https://a.test/3) — it says “the water rose by four metres”",
            "[Report](https://a.test/3) — Jane Doe: “the water rose by four metres”, 2019",
            "[Report](https://a.test/3) — Jane Doe: “The water rose by four metres in a night.”",
            "[Report](https://a.test/3) — Jane Doe, “the water rose by four metres”",
            "[Report](https://a.test/3): “The water rose by four metres”, 2019",
        ] {
            assert_eq!(quoted(text), [0], "{text}");
        }
    }

    #[test]
    fn what_a_note_begins_with_is_quoted_where_its_source_has_a_title_behind_it() {
        let check = |text: &str, title: &str, quoted: usize| {
            let reading = marked_up(text);
            assert_eq!(reading.sources[0].title.as_deref(), Some(title), "{text}");
            assert_eq!(reading.quotes.len(), quoted, "{text}");
        };
        let words = "“as many masons have said, it is not the wall that they find wrong.”";
        check(
            &format!("{words} Judith Suis. *Masonry and the Wall*. Pier Press. 2006. https://a.test/1"),
            "Masonry and the Wall",
            1,
        );
        check(&format!("{words} [“Walls: their past” by Peter Krop](https://a.test/1)"), "Walls: their past", 1);
        let whole = "“That is why the wall keeps the kernel of all customs here.”";
        check(&format!("{whole} [“Walls: their past” by Peter Krop](https://a.test/1)"), "Walls: their past", 1);
        // A title in marks can be a sentence, and what is emphasised behind it the paper that it stood in.
        check(
            &format!("{whole} *The Harbour Post*. 2006. https://a.test/1"),
            "That is why the wall keeps the kernel of all customs here",
            0,
        );
        check("“as it was” Judith Suis. *Masonry and the Wall*. 2006. https://a.test/1", "as it was", 0);
    }

    #[test]
    fn what_a_note_quotes_of_its_only_source_is_no_title() {
        for text in [
            "County, *Bridge*, https://a.test/1, p. 4: \"a relief to all who crossed\".",
            "https://a.test/1: “a relief to all who crossed”.",
            "Byrd, https://a.test/1 („eine Erleichterung für alle Leute“).",
        ] {
            let reading = marked_up(text);
            let source = &reading.sources[0];
            assert_eq!((reading.quotes.len(), &source.title, source.authors.len()), (1, &None, 0), "{text}");
        }
        let titled = marked_up("Byrd, “A relief to all who crossed,” Post, 3 May 2020, https://a.test/1.");
        assert_eq!(titled.sources[0].title.as_deref(), Some("A relief to all who crossed"));
    }

    #[test]
    fn a_title_before_a_link_that_names_its_publication_is_the_title() {
        let reading = marked_up(
            "Port Board, [FAQ](https://a.test/1); Cole, \"The wall and the water\", [Star](https://b.test/2).",
        );
        assert_eq!(reading.sources[1].title.as_deref(), Some("The wall and the water"));
        let quoted_in =
            "Max Dale, quoted in \"What the harbour pilots think,\" *The Star*, [2 February 2023](https://a.test/1).";
        assert_eq!(marked_up(quoted_in).sources[0].title.as_deref(), Some("What the harbour pilots think"));
    }
}
