//! Notes that stand for an earlier one: `Ibid., p. 4`, `Doe, op. cit.`, `See note 3`, `Doe, “The Board,” 2019`. What they say
//! of their source is what that note says.

use std::collections::HashMap;
use std::ops::Range;

use super::entry::signal;
use super::{Entry, Few, ListNumber, Prose, Role};

/// Bytes of the longest such note that is looked at.
const LONGEST: usize = 400;
/// Letters of the shortest title that stands behind a name.
const SHORTEST_TITLE: usize = 3;
/// Words of a title that name an article where no author does.
const TELLING_WORDS: usize = 3;

/// Earlier notes of one name that are looked at.
const MOST: usize = 64;

/// What begins a note that means the one before it.
const SAME: &[&str] = &[
    "ibid",
    "ibidem",
    "ibíd",
    "ib",
    "id",
    "idem",
    "ebd",
    "ebda",
    "ebenda",
    "ivi",
    "тамже",
    "там же",
    "tamże",
    "tamtéž",
    "同上",
    "同前",
    "상동",
];
/// What says, behind a name, that an earlier note is meant.
const CITED: &[&str] =
    &["op. cit", "op.cit", "opus cit", "loc. cit", "loc.cit", "art. cit", "a. a. o", "a.a.o", "supra", "указ. соч"];
/// Names of notes before their numbers.
const NOTES: &[&str] = &[
    "note",
    "notes",
    "footnote",
    "endnote",
    "n.",
    "fn.",
    "fn",
    "n",
    "anm.",
    "fußnote",
    "nota",
    "przypis",
    "примечание",
];
/// Words before them.
const BEFORE: &[&str] = &["see", "cf.", "supra", "above", "siehe", "vgl.", "wie", "voir", "véase", "zie", "at"];
/// What opens a bracket in which the number of a note stands behind a name: `Doe (n 3)`.
const OPENED: &[&str] = &["(n ", "(n. ", "(fn ", "(fn. ", "(note ", "(anm. ", "(fußnote "];

/// Gives the notes that stand for earlier ones the sources of these. The entries are in the order of the file, and so are the
/// places `by_key` of the notes that cite by key: what means one of them has no source here.
pub(super) fn resolve(entries: &mut [Entry], prose: &Prose, by_key: &[usize]) {
    let notes = notes(entries);
    if notes.len() < 2 {
        return;
    }
    let mut earlier = Earlier::default();
    for (at, note) in notes.iter().enumerate() {
        let first = &entries[note.start];
        let is_bare = note.len() == 1 && first.source.url.is_none() && first.source.doi.is_none();
        let text = first.range().map_or("", |range| &prose.text()[range]);
        if is_bare && !text.is_empty() && text.len() <= LONGEST {
            let before = at.checked_sub(1).map(|before| notes[before].clone());
            let between = |before: &Range<usize>| {
                let next = by_key.partition_point(|&at| at < entries[before.start].span.start());
                by_key.get(next).is_some_and(|&at| at < first.span.start())
            };
            let before = before.filter(|before| is_beside(&entries[before.start], first) && !between(before));
            if let Some(meant) = meant(text, first, before, &earlier, entries, prose) {
                let mut source = entries[meant].source.clone();
                source.url_spans = Few::None;
                let entry = &mut entries[note.start];
                (entry.source, entry.again) = (source, true);
                earlier.labels.insert(label(entry), note.start);
                continue;
            }
        }
        if by_key.binary_search(&entries[note.start].span.start()).is_err() {
            earlier.add(entries, note, text);
        }
    }
}

/// Whether a line of a list of notes can be one that stands for another.
pub(super) fn is_short(words: &str) -> bool {
    let words = words.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || "[](){}^.".contains(c));
    words.len() <= LONGEST && {
        let lower = words.to_lowercase();
        begins_with(&lower, SAME) || number_of_note(&lower).is_some() || CITED.iter().any(|cited| lower.contains(cited))
    }
}

/// The entries of each note, in order.
fn notes(entries: &[Entry]) -> Vec<Range<usize>> {
    let mut notes: Vec<Range<usize>> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        if !matches!(entry.role, Role::Footnote | Role::Listed { .. }) || entry.range().is_none() {
            continue;
        }
        match notes.last_mut().filter(|last| last.end == at && entries[last.start].span == entry.span) {
            Some(last) => last.end = at + 1,
            None => notes.push(at..at + 1),
        }
    }
    notes
}

/// Whether two notes are of one list.
fn is_beside(one: &Entry, other: &Entry) -> bool {
    match (one.role, other.role) {
        (Role::Listed { list: one, .. }, Role::Listed { list: other, .. }) => one == other,
        (one, other) => one == other,
    }
}

/// What a note is called, and in which list.
type Label = (Option<ListNumber>, String);

fn label(entry: &Entry) -> Label {
    let list = match entry.role {
        Role::Listed { list, .. } => Some(list),
        _ => None,
    };
    (list, entry.label.clone())
}

/// The notes so far that have a source, and only one.
#[derive(Default)]
struct Earlier {
    labels: HashMap<Label, usize>,
    /// By the family name of the first author.
    names: HashMap<String, Vec<usize>>,
    /// By the first words of the title.
    titles: HashMap<String, Vec<usize>>,
}

impl Earlier {
    fn add(&mut self, entries: &[Entry], note: &Range<usize>, text: &str) {
        let entry = &entries[note.start];
        if note.len() != 1 || entry.source.url.is_none() && entry.source.doi.is_none() {
            return;
        }
        self.labels.insert(label(entry), note.start);
        let author = entry.source.authors.first().map(|author| family(author));
        for name in author.into_iter().chain(leading_name(text)).collect::<std::collections::BTreeSet<_>>() {
            self.names.entry(name).or_default().push(note.start);
        }
        if let Some(key) = entry.source.title.as_deref().and_then(title_key) {
            self.titles.entry(key).or_default().push(note.start);
        }
    }
}

/// The entry of the earlier note that a note with these words means.
fn meant(
    text: &str,
    own: &Entry,
    before: Option<Range<usize>>,
    earlier: &Earlier,
    entries: &[Entry],
    prose: &Prose,
) -> Option<usize> {
    let words = bare(text, &own.label).to_lowercase();
    if begins_with(&words, SAME) {
        // Of several sources of the note before nobody can tell which is meant.
        let before = before.filter(|before| before.len() == 1).map(|before| before.start);
        return before.filter(|&before| has_address(&entries[before]));
    }
    let (list, _) = label(own);
    let numbered = |number: String| earlier.labels.get(&(list, number)).copied();
    if let Some(number) = number_of_note(&words) {
        return numbered(number);
    }
    let named = || earlier.names.get(&leading_name(&words)?);
    if CITED.iter().any(|cited| words.contains(cited)) {
        return only(named()?, entries, |_| true);
    }
    // `Rossi, cit., p. 4`
    if words.split_once(", ").is_some_and(|(_, rest)| rest.starts_with("cit.")) {
        return only(named()?, entries, |_| true);
    }
    if let Some(short) = title_behind_name(&words) {
        let like = |entry: &Entry| {
            let full = match entry.source.title.as_deref() {
                Some(title) => normal(title),
                None => entry.range().map(|range| behind_name(&prose.text()[range])).unwrap_or_default(),
            };
            is_short_for(&short, without_article(&full))
        };
        if let Some(found) = named().and_then(|named| only(named, entries, like)) {
            return Some(found);
        }
    }
    let title = own.source.title.as_deref().map(normal).filter(|title| !title.is_empty())?;
    let like = |entry: &Entry| entry.source.title.as_deref().is_some_and(|full| is_short_for(&title, &normal(full)));
    match named() {
        Some(named) => only(named, entries, like),
        None if own.source.authors.is_empty() && title.split(' ').count() >= TELLING_WORDS => {
            only(earlier.titles.get(&title_key(&title)?)?, entries, like)
        }
        None => None,
    }
}

fn has_address(entry: &Entry) -> bool {
    entry.source.url.is_some() || entry.source.doi.is_some()
}

/// The last of the entries that fit, where all that fit have one address.
fn only(among: &[usize], entries: &[Entry], fits: impl Fn(&Entry) -> bool) -> Option<usize> {
    let mut found: Option<usize> = None;
    for &at in among.iter().rev().take(MOST).filter(|&&at| fits(&entries[at])) {
        let address = |at: usize| (&entries[at].source.url, &entries[at].source.doi);
        if found.is_some_and(|found| address(found) != address(at)) {
            return None;
        }
        found = found.or(Some(at));
    }
    found
}

/// The words of a note without its number and the signs before them.
fn bare<'t>(text: &'t str, label: &str) -> &'t str {
    let signs = |c: char| c.is_whitespace() || "[](){}^↑.:*_".contains(c);
    let text = text.trim_start_matches(signs);
    let rest = text.strip_prefix(label).filter(|rest| !rest.starts_with(char::is_alphanumeric));
    rest.unwrap_or(text).trim_start_matches(signs)
}

/// Whether words begin with one of these, and it ends there: before a sign, or a number of a page.
fn begins_with(words: &str, starts: &[&str]) -> bool {
    let words = &words[signal(words)..];
    let words = BEFORE.iter().find_map(|before| words.strip_prefix(before)?.strip_prefix(' ')).unwrap_or(words);
    starts.iter().any(|start| {
        let Some(rest) = words.strip_prefix(start) else { return false };
        // `id` alone can begin anything.
        let signed = rest.starts_with(['.', ',', ';', ':', '，', '。', '、', '：', '；']);
        match *start {
            "id" | "ib" => signed,
            _ => rest.trim().is_empty() || signed || rest.starts_with(' '),
        }
    })
}

/// The number of the note that words point to: `see note 3`, `Doe, supra note 3, at 5`, `Doe (n 3) 5`.
fn number_of_note(words: &str) -> Option<String> {
    let parts: Vec<&str> = words.split([' ', '(', ')', ',', ';', '\u{a0}']).filter(|part| !part.is_empty()).collect();
    let digits = |word: &str| -> Option<String> {
        let word = word.trim_end_matches(['.', ':']);
        (!word.is_empty() && word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit())).then(|| word.to_owned())
    };
    let at = parts.windows(2).position(|pair| NOTES.contains(&pair[0]) && digits(pair[1]).is_some())?;
    let pointed = parts[..at].iter().any(|word| BEFORE.contains(word))
        || OPENED.iter().any(|opened| words.contains(opened))
        || at == 0;
    pointed.then(|| digits(parts[at + 1])).flatten()
}

/// The family name of an author.
fn family(author: &str) -> String {
    let family = author.split(',').next().unwrap_or(author).trim();
    let last = if author.contains(',') { family } else { family.rsplit(' ').next().unwrap_or(family) };
    last.to_lowercase()
}

/// What stands behind the names of a note whose title has no marks: `Jane Doe, The Winter Bridge (Port Press, 2001)`.
fn behind_name(text: &str) -> String {
    text.split_once(", ").map(|(_, rest)| normal(rest)).unwrap_or_default()
}

/// Words between the first author and the second.
const AND: &[&str] = &[" and ", " & ", " und ", " et ", " y ", " e ", " i ", " en ", " och ", " og ", " и "];

/// The name that words begin with: of the first author, before the first comma, of at most three words the last.
fn leading_name(words: &str) -> Option<String> {
    let name = words.trim_start_matches(|c: char| !c.is_alphabetic()).split([',', '(']).next()?;
    let first =
        AND.iter().filter_map(|and| name.split_once(and)).map(|(first, _)| first).min_by_key(|first| first.len());
    let name = first.unwrap_or(name).trim();
    let (count, last) = (name.split_whitespace().count(), name.split_whitespace().next_back()?);
    ((1..=3).contains(&count)
        && last.chars().count() > 1
        && last.chars().all(|c| c.is_alphabetic() || "-’'".contains(c)))
    .then(|| last.to_lowercase())
}

/// The title in `Harris, The Merger, 112`, which stands between a name and the pages, without its article.
fn title_behind_name(words: &str) -> Option<String> {
    let (_, rest) = words.split_once(", ")?;
    let rest = rest.trim_end_matches(['.', ' ']);
    let title = match rest.rsplit_once(", ") {
        Some((title, pages)) if is_pages(pages) => title,
        _ => rest,
    };
    // `Rossi, La diga, cit., p. 4`
    let title = title.strip_suffix('.').unwrap_or(title);
    let title = normal(title.strip_suffix(", cit").unwrap_or(title));
    let bare = without_article(&title);
    (bare.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST_TITLE).then(|| bare.to_owned())
}

fn without_article(title: &str) -> &str {
    const ARTICLES: &[&str] =
        &["the ", "a ", "an ", "der ", "die ", "das ", "le ", "la ", "les ", "el ", "los ", "las ", "il ", "lo "];
    ARTICLES.iter().find_map(|article| title.strip_prefix(article)).unwrap_or(title)
}

/// `112`, `pp. 3–5, 8`, `xii`.
fn is_pages(words: &str) -> bool {
    let bare = ["pp.", "p.", "pages", "page", "s."].iter().find_map(|name| words.strip_prefix(name)).unwrap_or(words);
    let bare = bare.trim();
    let pages = |c: char| c.is_ascii_digit() || "-–—ff. ".contains(c);
    !bare.is_empty() && (bare.chars().all(pages) || bare.chars().all(|c| "ivxlc-–".contains(c)))
}

fn normal(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

fn title_key(title: &str) -> Option<String> {
    let words = normal(title);
    let first: Vec<&str> = words.split(' ').take(TELLING_WORDS).collect();
    (first.len() == TELLING_WORDS).then(|| first.join(" "))
}

/// Whether one title is the other, or its first words.
fn is_short_for(short: &str, full: &str) -> bool {
    full.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Format, Limits, parse};

    fn urls(document: &Document) -> Vec<String> {
        let shown = document.entries.iter().map(|entry| {
            let end = entry.source.url.as_deref().and_then(|url| url.rsplit('/').next()).unwrap_or("-");
            format!("{} {end}{}", entry.label, if entry.again { "!" } else { "" })
        });
        shown.collect()
    }

    const NOTES: &[&str] = &[
        "Jane Doe, “The Board,” The Courier, May 3, 2019, https://a.test/board.",
        "Ibid.",
        "Ibid., p. 4.",
        "Sam Roe, “Funds and Their Uses,” https://a.test/funds",
        "Doe, “The Board,” 2019.",
        "See note 4.",
        "Doe, op. cit., p. 5.",
        "Roe, supra note 4, at 12.",
        "“Funds and Their Uses.”",
        "A. Lee, The Sea (Oxford: OUP, 2010), 12.",
        "Ibid.",
        "Id. at 14.",
    ];

    const EXPECTED: &[&str] = &[
        "1 board", "2 board!", "3 board!", "4 funds", "5 board!", "6 funds!", "7 board!", "8 funds!", "9 funds!",
        "10 -", "11 -", "12 -",
    ];

    #[test]
    fn a_note_can_stand_for_an_earlier_one() {
        let marks: Vec<String> = (1..=NOTES.len()).map(|n| format!("So “it was said”.[^{n}]")).collect();
        let notes: Vec<String> = NOTES.iter().enumerate().map(|(at, note)| format!("[^{}]: {note}", at + 1)).collect();
        let text = format!("{}\n\n{}\n", marks.join(" "), notes.join("\n"));
        assert_eq!(urls(&parse(&text, Format::Markdown, Limits::default())), EXPECTED);
        let marks: Vec<String> = (1..=NOTES.len()).map(|n| format!("So “it was said”.{n}")).collect();
        let notes: Vec<String> = NOTES.iter().enumerate().map(|(at, note)| format!("{}. {note}", at + 1)).collect();
        let text = format!("Report\n\n{}\n\nNOTES\n{}\n", marks.join(" "), notes.join("\n"));
        assert_eq!(urls(&parse(&text, Format::Plain, Limits::default())), EXPECTED);
    }

    #[test]
    fn a_signal_can_stand_before_what_means_the_same() {
        for short in [
            "*Id.* at 5.",
            "Id. § 5.",
            "*See id.* at 7.",
            "*See also id.* at 9–10.",
            "*But see id.* at 3; *cf. id.* at 4.",
            "*See, e.g.*, *id.* at 8.",
            "See generally id.",
            "Cf. ibid., p. 4.",
            "Vgl. auch ebd., S. 3.",
            "Voir aussi ibid.",
        ] {
            let text = format!("A.[^1] B.[^2]\n\n[^1]: Doe, J. “One.” https://a.test/1\n[^2]: {short}\n");
            assert_eq!(urls(&parse(&text, Format::Markdown, Limits::default())), ["1 1", "2 1!"], "{short}");
        }
        for other in ["See also Ida Roe, The Sea, 12.", "But see the ideas of Roe.", "See also Idaho Code § 5."] {
            let text = format!("A.[^1] B.[^2]\n\n[^1]: Doe, J. “One.” https://a.test/1\n[^2]: {other}\n");
            assert_eq!(urls(&parse(&text, Format::Markdown, Limits::default())), ["1 1", "2 -"], "{other}");
        }
    }

    #[test]
    fn a_name_and_a_short_title_stand_for_the_note_of_a_book() {
        let text = "A.[^1] B.[^2] C.[^3] D.[^4] E.[^5] F.[^6] G.[^7]\n\n\
                    [^1]: John Harris, *The Merger* (New York: Norton, 2011), 45, https://a.test/merger.\n\
                    [^2]: John Harris, *After the Merger* (New York: Norton, 2014), https://a.test/after.\n\
                    [^3]: Harris, *The Merger*, 112.\n[^4]: Ibid., 113.\n[^5]: Harris, *Merger*, 3–5.\n[^6]: Harris, *After*, pp. 4–6.\n\
                    [^7]: Harris, *The Bank*, 12.\n";
        assert_eq!(
            urls(&parse(text, Format::Markdown, Limits::default())),
            ["1 merger", "2 after", "3 merger!", "4 merger!", "5 merger!", "6 after!", "7 -"]
        );
        let text = "A.[^1] B.[^2] C.[^3] D.[^4]\n\n[^1]: G. Rossi, *La diga*, Lund, 1998, https://a.test/diga.\n\
                    [^2]: Cfr. Rossi, *La diga*, cit., p. 20.\n[^3]: Rossi, cit., pp. 4-5.\n[^4]: Rossi, *Il faro*, cit., p. 20.\n";
        assert_eq!(urls(&parse(text, Format::Markdown, Limits::default())), ["1 diga", "2 diga!", "3 diga!", "4 -"]);
    }

    #[test]
    fn several_names_and_a_title_without_marks_stand_for_the_note_that_has_them() {
        let notes = [
            "Ann Smith and Bob Jones, “Counting Cars,” Journal of Roads 12, no. 3 (2018): 44–60, https://a.test/cars.",
            "Jane Doe, The Winter Bridge (New York: Port Press, 2001), 12, https://a.test/winter.",
            "Kai Doe, Summer Roads (New York: Port Press, 2003), https://a.test/summer.",
            "Smith and Jones, “Counting Cars,” 52.",
            "Doe, Winter Bridge, 14.",
            "Doe, The Winter Bridge, 15–16.",
            "Smith & Jones, Counting Cars, 53.",
            "Doe, Summer Roads, 3.",
            "Smith et al., “Counting Cars,” 54.",
            "Doe, The Autumn Bridge, 15–16.",
            "Jones, “Counting Cars,” 52.",
            "Doe, Bridge, 14.",
        ];
        let marks: Vec<String> = (1..=notes.len()).map(|n| format!("So “it was said”.{n}")).collect();
        let notes: Vec<String> = notes.iter().enumerate().map(|(at, note)| format!("{}. {note}", at + 1)).collect();
        let text = format!("Report\n\n{}\n\nNOTES\n{}\n", marks.join(" "), notes.join("\n"));
        assert_eq!(
            urls(&parse(&text, Format::Plain, Limits::default())),
            [
                "1 cars",
                "2 winter",
                "3 summer",
                "4 cars!",
                "5 winter!",
                "6 winter!",
                "7 cars!",
                "8 summer!",
                "9 cars!",
                "10 -",
                "11 -",
                "12 -"
            ]
        );
    }

    #[test]
    fn a_name_and_the_number_of_a_note_in_brackets_stand_for_that_note() {
        for short in
            ["Doe (wie Anm. 1), S. 3.", "Doe (Anm. 1), S. 3.", "Doe, wie Anm. 1, S. 3", "Doe (fn 1) 5.", "Doe (n 1) 5"]
        {
            let text = format!(
                "A.[^1] B.[^2] C.[^3]\n\n[^1]: Doe, J. “One.” https://a.test/1\n[^2]: Roe, A. “Two.” https://a.test/2\n[^3]: {short}\n"
            );
            let found = urls(&parse(&text, Format::Markdown, Limits::default()));
            assert_eq!(found, ["1 1", "2 2", "3 1!"], "{short}");
        }
        let text = "A.[^1] B.[^2]\n\n[^1]: Doe, J. “One.” https://a.test/1\n[^2]: Roe, Wie es war, Anm. 7.\n";
        assert_eq!(urls(&parse(text, Format::Markdown, Limits::default())), ["1 1", "2 -"]);
    }

    #[test]
    fn a_mark_of_chinese_and_japanese_can_stand_behind_the_same() {
        for short in ["同上、88頁。", "同上，第88页。", "同上", "同前：88", "同上；88"] {
            let text = format!("A.[^1] B.[^2]\n\n[^1]: エラリー『海峡の話』 https://a.test/1\n[^2]: {short}\n");
            assert_eq!(urls(&parse(&text, Format::Markdown, Limits::default())), ["1 1", "2 1!"], "{short}");
        }
    }

    #[test]
    fn what_names_one_of_several_stands_for_none() {
        let text = "A.[^1] B.[^2] C.[^3] D.[^4]\n\n[^1]: Doe, J. “One.” https://a.test/1\n[^2]: Doe, J. “Two.” https://a.test/2\n\
                    [^3]: Doe, op. cit.\n[^4]: https://a.test/3 and https://a.test/4\n[^5]: Ibid.\n";
        assert_eq!(urls(&parse(text, Format::Markdown, Limits::default())), ["1 1", "2 2", "3 -", "4 3", "4 4", "5 -"]);
    }
}
