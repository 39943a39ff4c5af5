//! Pages that are put together at random, and passages of them: whatever link is given leads where it says.

use std::fmt::Write as _;
use std::io::Write as _;

use citewatch::page::TextName;

use crate::browser::Browser;
use crate::place::{HEAD, TAIL, follow, hit, page};
use crate::site::Site;

/// How many links are followed; `CITEWATCH_LINKS` asks for more.
const LINKS: usize = 150;
/// The seed; `CITEWATCH_SEED` asks for another.
const SEED: u64 = 2026;
/// Of a hundred passages so many have a link at least, though the pages say the same few words again and again.
const FEWEST: usize = 60;

const WORDS: [&str; 48] = [
    "the",
    "the",
    "of",
    "and",
    "river",
    "harbour",
    "council",
    "voted",
    "again",
    "never",
    "Monday",
    "London",
    "42",
    "1,000",
    "3.5",
    "didn’t",
    "well-known",
    "fishermen",
    "may",
    "every",
    "Straße",
    "café",
    "naïve",
    "Łódź",
    "$5.50",
    "7%",
    "U.S.",
    "A&amp;B",
    "government’s",
    "“quoted”",
    "(aside)",
    "however,",
    "said:",
    "again.",
    "finally;",
    "e-mail",
    "O’Brien",
    "‘so’",
    "C++",
    "2024–25",
    "km²",
    "and/or",
    "efﬁcient",
    "no",
    "to",
    "a",
    "in",
    "rose",
];
const ARABIC: [&str; 14] = [
    "كتاب",
    "جديد",
    "عن",
    "البحر",
    "والسفن",
    "في",
    "الميناء",
    "هذا",
    "قال",
    "الرئيس،",
    "إن",
    "المدينة",
    "كِتَاب",
    "أخرى.",
];
const HEBREW: [&str; 12] = ["הסופר", "כתב", "ספר", "חדש", "על", "הים", "ועל", "צה״ל", "אמר,", "סֵפֶר", "העיר.", "שוב"];
const CYRILLIC: [&str; 14] = [
    "Президент",
    "сказал,",
    "что",
    "река",
    "поднялась",
    "этой",
    "ночью",
    "и",
    "жители",
    "города",
    "уехали.",
    "ещё",
    "не",
    "«снова»",
];
const CHINESE: &str = "新华社北京六月三十日电，记者今天从会议上了解到这些情况。名前はまだ無い、どこで生れたか。";
const THAI: [&str; 8] = ["ภาษาไทย", "เป็น", "ภาษาราชการ ", "และ", "ภาษาประจำชาติ ", "ของ", "ประเทศ", "ใหม่ "];

/// Numbers that follow from a seed (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap() % sides
    }

    fn pick<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        &among[self.roll(among.len())]
    }

    /// Whether it happens, once in `many` times.
    fn once_in(&mut self, many: usize) -> bool {
        self.roll(many) == 0
    }
}

#[derive(Clone, Copy)]
enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Hebrew,
    Chinese,
    Thai,
}

#[test]
fn a_link_leads_to_its_passage_on_pages_put_together_at_random() {
    let Some(browser) = Browser::start() else { return };
    let asked = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<usize>().ok());
    let seed = asked("CITEWATCH_SEED").map_or(SEED, |seed| seed as u64);
    let links = asked("CITEWATCH_LINKS").unwrap_or(LINKS);
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut site = Site::start();
    let (mut followed, mut without, mut wrong) = (0, 0, Vec::new());
    while followed < links {
        let html = format!("{HEAD}{}{TAIL}", body(&mut dice));
        let page = page(&html);
        let text = page.text(TextName::Visible).unwrap_or_default().to_owned();
        for _ in 0..6 {
            let Some(quote) = passage(&mut dice, &text) else { continue };
            let Some(hit) = hit(&page, &quote) else { panic!("{quote:?} is cut from {text:?}") };
            if hit.fragment.is_none() {
                without += 1;
                continue;
            }
            followed += 1;
            if let Err(why) = follow(&browser, &mut site, &html, &page, &hit) {
                wrong.push(format!("{why}\n  quote    {quote:?}\n  fragment {:?}\n  page     {html}", hit.fragment));
            }
        }
    }
    let tried = followed + without;
    say(&format!("seed {seed}: {tried} passages, {followed} links, {} lead elsewhere", wrong.len()));
    assert!(wrong.is_empty(), "{} of {followed} links (seed {seed}):\n{}", wrong.len(), wrong.join("\n"));
    assert!(followed * 100 >= tried * FEWEST, "{followed} of {tried} passages have a link");
}

/// Past the harness, which keeps what a passing test prints to itself.
fn say(line: &str) {
    writeln!(std::io::stderr(), "{line}").expect("standard error can be written to");
}

/// A passage of the text: some of its words, or letters where it has no spaces.
fn passage(dice: &mut Dice, text: &str) -> Option<String> {
    let length = match dice.roll(10) {
        0..2 => 1 + dice.roll(4),
        2..7 => 5 + dice.roll(16),
        _ => 21 + dice.roll(60),
    };
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let line = *dice.pick(&lines);
    let words: Vec<&str> = text.split_whitespace().collect();
    if line.chars().count() > line.split_whitespace().count() * 12 {
        let letters: Vec<char> = line.chars().collect();
        let start = dice.roll(letters.len());
        let end = letters.len().min(start + length + 3);
        return Some(letters[start..end].iter().collect::<String>()).filter(|quote| has_letters(quote));
    }
    let start = dice.roll(words.len());
    let end = words.len().min(start + length);
    Some(words[start..end].join(" ")).filter(|quote| has_letters(quote))
}

fn has_letters(quote: &str) -> bool {
    quote.chars().filter(|c| c.is_alphanumeric()).nth(2).is_some()
}

fn body(dice: &mut Dice) -> String {
    let script = match dice.roll(12) {
        0 => Script::Cyrillic,
        1 => Script::Arabic,
        2 => Script::Hebrew,
        3..5 => Script::Chinese,
        5 => Script::Thai,
        _ => Script::Latin,
    };
    let mut lines: Vec<String> = Vec::new();
    let mut body = String::new();
    for _ in 0..6 + dice.roll(12) {
        let line = match lines.len() {
            // A line again, as it is or with another end.
            1.. if dice.once_in(3) => {
                let line = dice.pick(&lines).clone();
                if dice.once_in(2) { line + " " + words(dice, script, 2).trim() } else { line }
            }
            _ => {
                let length = 3 + dice.roll(25);
                words(dice, script, length)
            }
        };
        block(dice, &mut body, &line);
        lines.push(line);
    }
    match script {
        Script::Arabic | Script::Hebrew => format!("<div dir=rtl>{body}</div>"),
        _ => body,
    }
}

/// Writes a line into a block of any kind; some of them are not shown.
fn block(dice: &mut Dice, body: &mut String, line: &str) {
    let bare = || line.replace(['<', '>'], " ");
    let line_in = |before: &str, behind: &str| format!("{before}{line}{behind}");
    let block = match dice.roll(17) {
        0..6 => line_in("<p>", "</p>"),
        6 => line_in("<ul><li>one<li>", "</ul>"),
        7 => line_in("<table><tr><td>1<td>", "<tr><td>2<td>two</table>"),
        8 => line_in("<blockquote><p>", "</blockquote>"),
        9 => line_in("<h2>", "</h2>"),
        10 => line_in("<nav>", "</nav>"),
        11 => line_in("<p hidden data-skip>", "</p>"),
        12 => line_in("<details><summary>more</summary><div data-skip>", "</div></details>"),
        13 => line_in("<details open><summary>more</summary>", "</details>"),
        14 => line_in("<div style='display:none' data-skip>", "</div>"),
        15 => format!("<textarea data-skip>{}</textarea>", bare()),
        _ => line_in("<div>“", "”</div>"),
    };
    body.push_str(&block);
}

fn words(dice: &mut Dice, script: Script, length: usize) -> String {
    let mut line = String::new();
    if let Script::Chinese = script {
        let letters: Vec<char> = CHINESE.chars().collect();
        for _ in 0..length * 2 {
            let start = dice.roll(letters.len() - 4);
            line.extend(&letters[start..start + 1 + dice.roll(4)]);
            if dice.once_in(12) {
                line.push('，');
            }
        }
        return line;
    }
    for _ in 0..length {
        let word = match script {
            Script::Cyrillic => *dice.pick(&CYRILLIC),
            Script::Arabic => *dice.pick(&ARABIC),
            Script::Hebrew => *dice.pick(&HEBREW),
            Script::Thai => *dice.pick(&THAI),
            Script::Latin | Script::Chinese => *dice.pick(&WORDS),
        };
        marked_up(dice, &mut line, word);
        let gap = match dice.roll(40) {
            0 => "&nbsp;",
            1 => " &nbsp;",
            2 => "<br>",
            3 => " – ",
            4 => "—",
            5 => " / ",
            6 => ", ",
            7 => "\n  ",
            _ if matches!(script, Script::Thai) => "",
            _ => " ",
        };
        line.push_str(gap);
    }
    line
}

/// Writes a word, now and then with markup in it or around it, or something that is no word behind it.
fn marked_up(dice: &mut Dice, line: &mut String, word: &str) {
    let (head, tail) = match word.char_indices().nth(2) {
        Some((at, _)) if !word.contains('&') => word.split_at(at),
        _ => (word, ""),
    };
    let written = match dice.roll(60) {
        0 => write!(line, "<b>{word}</b>"),
        1 => write!(line, "<i>{head}</i>{tail}"),
        2 => write!(line, "<a href='#x'>{word}</a>"),
        3 => write!(line, "{head}&shy;{tail}"),
        4 => write!(line, "{head}<wbr>{tail}"),
        5 => write!(line, "<span style='display:inline-block'>{word}</span>"),
        6 => write!(line, "{word}<sup data-mark><a href='#n'>[3]</a></sup>"),
        7 => write!(line, "{word} <del data-skip>never</del>"),
        8 => write!(line, "{word} <span hidden data-skip>hidden</span>"),
        9 => write!(line, "{word} <img src=x width=5 height=5>"),
        10 => write!(line, "{word} <button>press</button>"),
        11 => write!(line, "{word}<!-- and --> <span><span> </span></span>"),
        12 => write!(line, "{word}<sup><a href='#n'>4</a></sup>"),
        _ => write!(line, "{word}"),
    };
    written.expect("a string can be written to");
}
