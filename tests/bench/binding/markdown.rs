//! Markdown as far as it is needed here: paragraphs, and the footnotes in them; tags of MDX are left out.

use crate::article::Article;

pub fn read(text: &str) -> Article {
    let mut article = Article::default();
    let (mut fenced, mut defining) = (false, false);
    let body = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or(text, |(_, body)| body);
    for line in body.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
            continue;
        }
        defining = line.starts_with("[^") && line.contains("]:") || defining && line.starts_with([' ', '\t']);
        if fenced || defining || line.starts_with(['#', '|', '<']) {
            article.paragraph();
            continue;
        }
        if line.trim().is_empty() || line.trim_start().starts_with(['-', '*', '>']) {
            article.paragraph();
        }
        inline(line.trim_start_matches([' ', '-', '*', '>', '+']), &mut article);
        article.push(" ");
    }
    article
}

fn inline(line: &str, article: &mut Article) {
    let mut rest = line;
    while !rest.is_empty() {
        if let Some((label, after)) = rest.strip_prefix("[^").and_then(|note| note.split_once(']')) {
            article.mark(label);
            rest = after;
        } else if let Some((words, after)) = rest.strip_prefix('[').and_then(|link| link.split_once("](")) {
            inline(words, article);
            rest = after.find(')').map_or("", |end| &after[end + 1..]);
        } else if let Some(after) = behind_tag(rest) {
            rest = after;
        } else if rest.starts_with(['*', '_', '`']) {
            rest = &rest[1..];
        } else {
            let next = rest.char_indices().skip(1).find(|(_, c)| "[*_`<".contains(*c)).map_or(rest.len(), |(at, _)| at);
            article.push(&rest[..next]);
            rest = &rest[next..];
        }
    }
}

/// Behind a tag, if one begins here: nothing of it is read.
fn behind_tag(rest: &str) -> Option<&str> {
    let tag = rest.strip_prefix('<')?;
    tag.strip_prefix('/').unwrap_or(tag).starts_with(|c: char| c.is_ascii_alphabetic()).then_some(())?;
    tag.split_once('>').map(|(_, after)| after)
}
