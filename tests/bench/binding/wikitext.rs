//! Wikitext as far as it is needed here: prose, and the `<ref>`s in it.

use crate::article::Article;

/// Headings behind which the notes themselves stand.
const ENDS: [&str; 8] =
    ["references", "notes", "see also", "external links", "further reading", "footnotes", "sources", "bibliography"];

pub fn read(text: &str) -> Article {
    let mut article = Article::default();
    let text = without(text, "<!--", "-->");
    let mut unnamed = 0;
    let mut rest = text.as_str();
    while !rest.is_empty() {
        if let Some(after) = skipped(rest) {
            // What a template writes into a sentence is mostly a quantity.
            let last = article.paragraphs.last().map_or("", |last| last.text.as_str());
            if rest.starts_with("{{") && last.ends_with(' ') {
                let begins = last.trim_end().ends_with(['.', '!', '?']);
                article.push(if begins { "Some miles" } else { "some miles" });
            }
            rest = after;
        } else if rest.starts_with("<ref") && rest[4..].starts_with([' ', '>', '/']) {
            rest = note(rest, &mut article, &mut unnamed);
        } else if let Some(line) = rest.strip_prefix('\n') {
            article.paragraph();
            if let Some(heading) = line.strip_prefix('=') {
                let line = heading.lines().next().unwrap_or_default();
                if ENDS.contains(&line.trim_matches(['=', ' ']).to_lowercase().as_str()) {
                    break;
                }
                rest = &heading[line.len()..];
            } else {
                rest = behind_attributes(line.trim_start_matches(['*', '#', ':', ';', '|', '!', ' ', '-']));
            }
        } else if let Some(link) = rest.strip_prefix("[[") {
            let end = link.find("]]").unwrap_or(0);
            article.push(link[..end].rsplit('|').next().unwrap_or_default());
            rest = link.get(end + 2..).unwrap_or_default();
        } else if rest.starts_with("[http") {
            let end = rest.find(']').unwrap_or(0);
            article.push(rest[..end].split_once(' ').map_or("", |(_, words)| words));
            rest = &rest[end + 1..];
        } else if rest.starts_with("''") {
            rest = rest.trim_start_matches('\'');
        } else if rest.starts_with('<') {
            rest = rest.find('>').map_or("", |end| &rest[end + 1..]);
        } else if let Some((entity, plain)) = ENTITIES.iter().find(|(entity, _)| rest.starts_with(entity)) {
            article.push(plain);
            rest = &rest[entity.len()..];
        } else {
            let next =
                rest.char_indices().skip(1).find(|(_, c)| "<[{'\n&".contains(*c)).map_or(rest.len(), |(at, _)| at);
            article.push(&rest[..next]);
            rest = &rest[next..];
        }
    }
    article
}

const ENTITIES: [(&str, &str); 6] =
    [("&nbsp;", " "), ("&ndash;", "–"), ("&mdash;", "—"), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")];

/// Behind the attributes of a row or a cell of a table: `colspan="2" | Born`.
fn behind_attributes(line: &str) -> &str {
    let end = line.find('\n').unwrap_or(line.len());
    let (own, rest) = line.split_at(end);
    let (attributes, cell) = own.split_once('|').unwrap_or((own, ""));
    let named = attributes.trim_start().split_once("=\"");
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase());
    match named {
        Some((name, _)) if is_name(name) && cell.is_empty() => rest,
        Some((name, _)) if is_name(name) => &line[end - cell.len()..],
        _ => line,
    }
}

/// Behind a template, a table, a file or what is no prose, if one begins here.
fn skipped(rest: &str) -> Option<&str> {
    const FILES: [&str; 4] = ["[[file:", "[[image:", "[[category:", "[[media:"];
    if rest.starts_with("{{") {
        return Some(nested(rest, "{{", "}}"));
    }
    if rest.starts_with("{|") {
        return Some(nested(rest, "{|", "|}"));
    }
    if rest.starts_with("[[")
        && FILES.iter().any(|file| rest.get(..file.len()).is_some_and(|head| head.eq_ignore_ascii_case(file)))
    {
        return Some(nested(rest, "[[", "]]"));
    }
    for name in ["math", "gallery", "timeline", "score"] {
        if rest.strip_prefix('<').is_some_and(|tag| tag.starts_with(name)) {
            let close = format!("</{name}>");
            return Some(rest.find(&close).map_or("", |end| &rest[end + close.len()..]));
        }
    }
    None
}

fn nested<'a>(text: &'a str, open: &str, close: &str) -> &'a str {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        if text[at..].starts_with(open) {
            depth += 1;
            at += open.len();
        } else if text[at..].starts_with(close) {
            depth -= 1;
            at += close.len();
            if depth == 0 {
                return &text[at..];
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    ""
}

fn note<'a>(rest: &'a str, article: &mut Article, unnamed: &mut usize) -> &'a str {
    let Some(end) = rest.find('>') else { return "" };
    let tag = &rest[..end];
    let name = tag.split_once("name").map(|(_, value)| value.trim_start_matches([' ', '=', '"', '\'']));
    let name = name.map(|value| value.split(['"', '\'', '/', '>']).next().unwrap_or_default().trim().to_owned());
    // A group of its own is numbered apart from the others.
    if !tag.contains("group") {
        let name = name.filter(|name| !name.is_empty()).unwrap_or_else(|| {
            *unnamed += 1;
            format!("#{unnamed}")
        });
        article.mark(&name);
    }
    if tag.ends_with('/') {
        return &rest[end + 1..];
    }
    rest.find("</ref>").map_or("", |close| &rest[close + "</ref>".len()..])
}

fn without(text: &str, open: &str, close: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(open) {
        out.push_str(&rest[..at]);
        rest = rest[at..].find(close).map_or("", |end| &rest[at + end + close.len()..]);
    }
    out + rest
}
