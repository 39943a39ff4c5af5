//! Pages that are made around a passage: what markup does to words.

use crate::chance::Chance;
use crate::passage::{Passage, letters};
use crate::rows::{Made, Sample, Where};

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A page with `body` between other words; `passage` is looked for.
fn page(passage: &Passage, body: &str) -> Option<Made> {
    let quote = passage.text();
    let page = format!(
        "<!doctype html><meta charset=utf-8><title>A page</title><body><h1>Zwxq vbnm</h1><p>Qwzx plmk jhgf.</p>{body}<p>Mnbv \
         zxqw lkjh.</p>"
    );
    let place = Where::Letters(letters(&quote));
    (!quote.contains('<')).then_some(Made { quote, place, page: Some(page) })
}

/// The words with something between each, and the spaces that the passage has.
fn joined(passage: &Passage, mut each: impl FnMut(usize, &str) -> String) -> String {
    passage
        .words
        .iter()
        .zip(&passage.gaps)
        .enumerate()
        .map(|(index, (word, gap))| each(index, &escaped(word)) + gap)
        .collect()
}

pub fn inline_markup(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let body = joined(&sample.passage, |_, word| match word.char_indices().nth(1) {
        Some((at, _)) if chance.percent(40) && !word.contains('&') => format!("<b>{}</b>{}", &word[..at], &word[at..]),
        _ if chance.percent(30) => format!("<em>{word}</em>"),
        _ => word.to_owned(),
    });
    page(&sample.passage, &format!("<p>{body}</p>"))
}

pub fn soft_breaks(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let body = joined(&sample.passage, |_, word| match word.char_indices().nth(3) {
        Some((at, next)) if next.is_alphabetic() && !word.contains('&') => {
            let mark = if chance.percent(50) { "&shy;" } else { "<wbr>" };
            format!("{}{mark}{}", &word[..at], &word[at..])
        }
        _ => word.to_owned(),
    });
    page(&sample.passage, &format!("<p>{body}</p>"))
}

/// Letters outside of ASCII as numbers, quotation marks by name.
pub fn entities(_: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let text = escaped(&sample.passage.text());
    let coded = |c: char| match c {
        '“' => "&ldquo;".to_owned(),
        '’' => "&rsquo;".to_owned(),
        '\u{a0}' => "&nbsp;".to_owned(),
        _ if c.is_ascii() => c.to_string(),
        _ => format!("&#{};", c as u32),
    };
    let body: String = text.chars().map(coded).collect();
    (body != text).then(|| page(&sample.passage, &format!("<p>{body}</p>")))?
}

pub fn breaks(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let mut passage = sample.passage.clone();
    for gap in passage.gaps.iter_mut().filter(|gap| *gap == " ") {
        let breaks = ["<br>", "\n    ", " \t ", "<br />\n", " <br> "];
        if chance.percent(25) {
            chance.one_of(&breaks).copied().unwrap_or(" ").clone_into(gap);
        }
    }
    let body = joined(&passage, |_, word| word.to_owned());
    page(&sample.passage, &format!("<p>{body}</p>"))
}

/// Note marks as encyclopedias and journals set them; the quote does not have them.
pub fn notes(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let mut number = 0;
    let mut mark = |chance: &mut Chance| {
        number += 1 + chance.below(3);
        match chance.below(4) {
            0 => format!("<sup>{number}</sup>"),
            1 => format!("<sup><a href=\"#n{number}\">[{number}]</a></sup>"),
            2 => format!("<sup class=\"reference\" id=\"r{number}\"><a href=\"#c{number}\">[{number}]</a></sup>"),
            _ => format!("<a href=\"#fn{number}\" class=\"footnote-ref\" role=\"doc-noteref\"><sup>{number}</sup></a>"),
        }
    };
    if sample.passage.text().contains('[') {
        return None;
    }
    let body = joined(&sample.passage, |index, word| {
        let ends = word.ends_with(['.', ',', '。', ';']);
        // After a short number a raised digit is a power: 10² is no note.
        let follows = |c: char| c.is_alphabetic() || matches!(c, '.' | ',' | '。' | ';');
        let worded = sample.passage.core(index).ends_with(char::is_alphabetic) && word.ends_with(follows);
        if worded && (ends || chance.percent(8)) { format!("{word}{}", mark(chance)) } else { word.to_owned() }
    });
    body.contains("<sup").then(|| page(&sample.passage, &format!("<p>{body}</p>")))?
}

fn split(passage: &Passage, open: &str, close: &str, chance: &mut Chance, share: usize) -> String {
    let mut body = open.to_owned();
    for (index, (word, gap)) in passage.words.iter().zip(&passage.gaps).enumerate() {
        body.push_str(&escaped(word));
        if gap == " " && index + 1 < passage.words.len() && chance.percent(share) {
            body.push_str(close);
            body.push_str(open);
        } else {
            body.push_str(gap);
        }
    }
    body + close
}

pub fn list(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let items = split(&sample.passage, "<li>", "</li>\n", chance, 20);
    page(&sample.passage, &format!("<ul>{items}</ul>"))
}

pub fn cells(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let cells = split(&sample.passage, "<td>", "</td>", chance, 20);
    page(&sample.passage, &format!("<table><tr>{cells}</tr></table>"))
}

pub fn paragraphs(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let body = split(&sample.passage, "<p>", "</p>\n", chance, 10);
    page(&sample.passage, &body)
}

pub fn links(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let body = joined(&sample.passage, |_, word| match chance.below(5) {
        0 => format!("<a href=\"https://set.example/x\">{word}</a>"),
        1 => format!("<span style=\"color: red\">{word}</span>"),
        2 => format!("<!-- remark -->{word}"),
        _ => word.to_owned(),
    });
    page(&sample.passage, &format!("<div><p>{body}</p></div>"))
}
