//! Blocks of Liquid and of Hugo whose words are code or a comment, `{% highlight %}…{% endhighlight %}`,
//! `{{< highlight >}}…{{< /highlight >}}`, and the comments of Obsidian, `%%…%%`: their programs take them out before Markdown is
//! read.
//!
//! For the parser they become blank, so that every byte stays at its place.

use std::borrow::Cow;
use std::ops::Range;

use crate::span::floor_char_boundary;

/// The blocks of which nothing is prose. What stands in `raw` is read as any other text.
const CODE: &[&str] = &["highlight", "codeblock", "code", "prism", "comment", "mermaid", "verbatim", "math"];

/// Bytes of the longest tag that opens a block.
const LONGEST: usize = 1_000;

/// What a comment of Obsidian stands between.
const SIGN: &str = "%%";
/// Bytes of the longest that stands in a paragraph.
const REMARK: usize = 2_000;

/// The text with those blocks blank whose tags begin a line.
pub(super) fn as_blank(text: &str) -> Cow<'_, str> {
    if !["{%", "{{<", "%%"].iter().any(|open| memchr::memmem::find(text.as_bytes(), open.as_bytes()).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut made = text.as_bytes().to_vec();
    // Blocks that nothing closes: they are looked for once.
    let mut open_ended = Vec::new();
    let (mut at, mut fence): (usize, Option<&str>) = (0, None);
    while at < text.len() {
        let end = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |next| at + next + 1);
        let line = &text[at..end];
        let start = at + line.len() - line.trim_start().len();
        at = end;
        let words = line.trim();
        if let Some(mark) = fence {
            if words.starts_with(mark) && words.trim_start_matches(&mark[..1]).is_empty() {
                fence = None;
            }
            continue;
        }
        fence = fence_of(words);
        let rest = &text[start.min(end)..];
        if let Some(length) = block(rest, &mut open_ended).or_else(|| comment(rest, &mut open_ended)) {
            for byte in &mut made[start..start + length] {
                if !matches!(byte, b'\n' | b'\r') {
                    *byte = b' ';
                }
            }
            let close = start + length;
            at = at.max(memchr::memchr(b'\n', &text.as_bytes()[close..]).map_or(text.len(), |next| close + next + 1));
        } else if fence.is_none() && line.contains(SIGN) {
            for remark in remarks(text, at - line.len()..at) {
                at = at.max(remark.end);
                made[remark].iter_mut().filter(|byte| !matches!(byte, b'\n' | b'\r')).for_each(|byte| *byte = b' ');
            }
        }
    }
    String::from_utf8(made).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The signs that open a block of code of Markdown.
pub(super) fn fence_of(words: &str) -> Option<&str> {
    let sign = words.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = words.len() - words.trim_start_matches(sign).len();
    (length >= 3 && !words[length..].contains('`')).then_some(&words[..length])
}

/// The bytes of such a block at the beginning of `text`, its tags included.
fn block<'t>(text: &'t str, open_ended: &mut Vec<(&'t str, &'static str)>) -> Option<usize> {
    const SIGNS: &[(&str, &str)] = &[("{%", "%}"), ("{{<", ">}}"), ("{{%", "%}}")];
    let (open, close) = SIGNS.iter().find(|(open, _)| text.starts_with(open))?;
    let near = &text[..floor_char_boundary(text, LONGEST)];
    let inner = &near[open.len()..near.find(close)?];
    let named = inner.trim_start_matches('-').trim_start();
    let name = CODE.iter().find(|name| {
        named
            .strip_prefix(**name)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || "-_".contains(c)))
    })?;
    let own = (&text[..open.len()], *name);
    if inner.trim_end().ends_with('/') || open_ended.contains(&own) {
        return None;
    }
    let from = open.len() + inner.len() + close.len();
    let mut at = from;
    while let Some(start) = text[at..].find(open).map(|next| at + next) {
        at = start + open.len();
        let tag = text[at..].trim_start_matches(['-', ' ', '\t']);
        let ended = if *open == "{%" { tag.strip_prefix("end") } else { tag.strip_prefix('/') };
        let ended = ended.and_then(|rest| rest.trim_start().strip_prefix(name));
        let behind =
            ended.map(|rest| rest.trim_start_matches(['-', ' ', '\t'])).and_then(|rest| rest.strip_prefix(close));
        if let Some(behind) = behind {
            return Some(text.len() - behind.len());
        }
    }
    open_ended.push(own);
    None
}

/// The bytes of a comment at the beginning of `text`, which is that of a line: between two lines of nothing but its sign,
/// or all of one line.
fn comment<'t>(text: &'t str, open_ended: &mut Vec<(&'t str, &'static str)>) -> Option<usize> {
    let behind = text.strip_prefix(SIGN).filter(|behind| !behind.starts_with('%'))?;
    let line = behind.lines().next().unwrap_or_default();
    if !line.trim().is_empty() {
        let own = line.trim_end();
        let whole = own.find(SIGN).is_some_and(|at| at + SIGN.len() == own.len());
        return whole.then_some(SIGN.len() + own.len());
    }
    let own = (&text[..SIGN.len()], SIGN);
    if open_ended.contains(&own) {
        return None;
    }
    let mut at = SIGN.len() + line.len();
    for next in text[at..].split_inclusive('\n') {
        if next.trim() == SIGN && at > SIGN.len() + line.len() {
            return Some(at + next.trim_end().len());
        }
        at += next.len();
    }
    open_ended.push(own);
    None
}

/// The comments that begin within a line, `It rose. %%a remark%%`, each of which ends in the same paragraph.
fn remarks(text: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut at, mut seen) = (line.start, line.start);
    let (mut ticks, mut letters) = (0, false);
    while let Some(start) = text[at..line.end.max(at)].find(SIGN).map(|next| at + next) {
        let (inner, before) = (start + SIGN.len(), &text[seen..start]);
        ticks += before.matches('`').count();
        letters |= before.contains(char::is_alphabetic);
        (seen, at) = (start, inner);
        // `5 %%` is a slip of a share.
        let counts = text[..start].trim_end_matches(' ').ends_with(|c: char| c.is_ascii_digit());
        let glued =
            text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '%') || text[inner..].starts_with('%');
        if counts || glued || ticks % 2 == 1 {
            continue;
        }
        let near = &text[inner..floor_char_boundary(text, inner.saturating_add(REMARK).min(text.len()))];
        let paragraph = near.find("\n\n").or_else(|| near.find("\n\r\n")).map_or(near, |end| &near[..end]);
        let Some(length) = paragraph.find(SIGN) else { continue };
        let end = inner + length + SIGN.len();
        let closes = !text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '%');
        // What is left of a line must not become code for being indented.
        let rest = text[end..].trim_start_matches([' ', '\t', '\r']);
        let indents = !letters && !rest.is_empty() && !rest.starts_with('\n');
        if closes && !indents && !paragraph[..length].trim().is_empty() && !paragraph[..length].contains('`') {
            found.push(start..end);
            (seen, at) = (end, end);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Limits, parse};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = parse(text, Format::Markdown, Limits::default());
        let urls: Vec<&str> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
        assert_eq!(urls, expected, "{text}");
        for entry in &document.entries {
            assert_eq!(Some(&text[entry.source.url_spans[0].range()]), entry.source.url.as_deref(), "{text}");
        }
        assert_eq!(as_blank(text).len(), text.len());
    }

    #[test]
    fn blocks_of_code_and_comments_cite_nothing() {
        let a = "https://a.test/x";
        let around = |block: &str| format!("Before {a}\n\n{block}\n\nBehind https://b.test/y\n");
        for block in [
            "{% highlight ruby %}\nurl = \"https://c.test\"\n[x](https://d.test)\n{% endhighlight %}",
            "{%- highlight sh linenos -%}\nhttps://c.test\n\n# https://d.test\n{%- endhighlight -%}",
            "{% comment %} https://c.test {% endcomment %}",
            "  {% codeblock lang:js %}\r\nhttps://c.test “four words of it”\r\n  {% endcodeblock %}",
            "{% code title=\"a.sh\" %}\n```sh\ncurl https://c.test\n```\n{% endcode %}",
            "{{< highlight go >}}\nhttp.Get(\"https://c.test\")\n{{< /highlight >}}",
            "{{<highlight html \"linenos=table\">}}<a href=\"https://c.test\">x</a>{{</highlight>}}",
            "{{% comment %}}\nhttps://c.test\n{{% /comment %}}",
            "%% see https://c.test/z and [x](https://d.test) %%",
            "%%https://c.test/z%%",
            "%%\nsee https://c.test/z\n\n“four words of it” https://d.test\n%%",
            "  %%\r\nhttps://c.test/z\r\n  %%",
            "```\n%%\n```",
            "```\n{% highlight ruby %}\n```",
            "```\n{% endhighlight %}\n```",
        ] {
            check(&around(block), &[a, "https://b.test/y"]);
        }
    }

    #[test]
    fn whatever_else_stands_between_tags_is_text() {
        for text in [
            "{% raw %}\nhttps://c.test/x\n{% endraw %}\n",
            "{% if page.url %}\nhttps://c.test/x\n{% endif %}\n",
            "{% highlight ruby %}\n\nhttps://c.test/x\n",
            "Use `{% highlight ruby %}` https://c.test/x `{% endhighlight %}`.\n",
            "{{% notice note %}}\nhttps://c.test/x\n{{% /notice %}}\n",
            "{{< codes >}}\nhttps://c.test/x\n{{< /codes >}}\n",
            "{{< code file=\"a\" />}}\nhttps://c.test/x\n{{< /code >}}\n",
            "{% include code.html %}\nhttps://c.test/x\n{% endcode %}\n",
            "%%\n\nhttps://c.test/x\n",
            "%% https://c.test/x\n",
            "%%% https://c.test/x %%%\n",
            "100%% of https://c.test/x %%\n",
            "%%a%% https://c.test/x %%b%%\n",
            "```\n%%\n```\n\nhttps://c.test/x\n\n```\n%%\n```\n",
            "{% comment-box %}\nhttps://c.test/x\n{% endcomment %}\n",
            "~~~\n{% highlight a %}\n~~~\n\nhttps://c.test/x\n\n~~~\n{% endhighlight %}\n~~~\n",
        ] {
            check(text, &["https://c.test/x"]);
        }
    }
}
