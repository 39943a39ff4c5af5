//! Captures in plain text and in light markup: behind the link, or at the end of its entry.

use std::ops::Range;

use super::archive::{Place, Why, insert};
use super::spelling::{asciidoc_address, destination, inner_json, is_read_as_markup, org_address, rst_address};
use super::{Swap, html, spelling};
use crate::document::{Entry, Format, Role};
use crate::span::{Span, floor_char_boundary};

/// ` Archived June 30, 2024. https://web.archive.org/….` behind the last full stop of an entry; in the text in brackets.
pub(super) fn plain(at: &Place<'_>) -> Swap {
    // The rest of a note can stand on the next page.
    let apart = !at.entry.span.range().contains(&at.address.start());
    if at.is_link() || !at.is_paragraph() || apart {
        let end = at.address.end() + usize::from(is_angled(at.text(), at.address.range()));
        return insert(end, format!(" (archived: {})", spelling::bare(at.url())));
    }
    let end = at.end();
    let (before, behind) = match at.text()[..end].chars().next_back() {
        Some('.') => ("", "."),
        Some('。') => ("", "。"),
        Some('!' | '?' | '！' | '？' | '．' | '｡' | '।' | '۔') => ("", ""),
        _ => (".", ""),
    };
    insert(end, format!("{before} Archived {}. {}{behind}", at.date(), spelling::bare(at.url())))
}

/// Programs that a shell is told an address to, before their options.
const COMMANDS: &[&str] = &[
    "curl",
    "wget",
    "git clone",
    "git remote add",
    "git pull",
    "git fetch",
    "svn checkout",
    "svn co",
    "pip install",
    "npm install",
    "docker pull",
    "aria2c",
    "rsync",
    "youtube-dl",
    "yt-dlp",
    "xdg-open",
];

/// Whether plain text shows an address in a line for a shell or as code: it is there to be typed as it is.
pub(super) fn is_in_code(text: &str, format: Format, entry: &Entry) -> bool {
    let Some(address) = entry.source.url_spans.first().filter(|_| format == Format::Plain) else { return false };
    let start = text[..address.start()].rfind('\n').map_or(0, |end| end + 1);
    let (before, behind) =
        (&text[start..address.start()], text[address.end()..].split('\n').next().unwrap_or_default());
    let ticked = before.matches('`').count() % 2 == 1 && behind.contains('`');
    // `[2] $ ./load https://…`: a prompt, and what is called there.
    let prompted = before.split_once("$ ").is_some_and(|(lead, command)| {
        let lead = lead.trim_end();
        (lead.is_empty() || lead.ends_with([']', ':', '.', ')']))
            && command.starts_with(|c: char| c.is_ascii_lowercase() || c == '.')
    });
    let mut words = before.trim_end_matches(['\'', '"', '<']).trim_end();
    // `curl -sSL -o page.html https://…`: options, each with a value perhaps.
    while let Some((rest, last)) = words.rsplit_once(' ') {
        let option = |word: &str| word.len() > 1 && word.starts_with('-') && !word.starts_with("---");
        let before_it = rest.rsplit(' ').next().unwrap_or_default();
        words = match (option(last), option(before_it)) {
            (true, _) => rest,
            (false, true) => &rest[..rest.len() - before_it.len()],
            (false, false) => break,
        }
        .trim_end();
    }
    let apart = |rest: &str| rest.is_empty() || rest.ends_with([' ', '\t', '(', '|', ';', '&']);
    ticked || prompted || COMMANDS.iter().any(|command| words.strip_suffix(command).is_some_and(apart))
}

/// ` ([archived](…))` behind a link, ` [Archived](…) 30 June 2024.` behind the last full stop of an entry; a definition has
/// place for one address only, and that of the capture holds the other one.
pub(super) fn markdown(at: &Place<'_>) -> Result<Swap, Why> {
    if in_front_matter(at) {
        return Err("it stands in the front matter");
    }
    let notebook = at.page.document.format == Format::Jupyter;
    let json = |words: String| if notebook { inner_json(&words) } else { words };
    if html::attribute(at).is_some() {
        let link = format!(" (<a href=\"{}\">archived</a>)", html::escaped(at.url()));
        return Ok(insert(html::link_end(at), json(link)));
    }
    if at.page.is_raw_html(at.address.start()) {
        let link = format!(" (<a href=\"{}\">archived</a>)", html::escaped(at.url()));
        return Ok(insert(at.address.end() + written_end(at), json(link)));
    }
    if at.entry.role == Role::Definition || at.page.options.replace {
        let angled = at.text()[..at.address.start()].ends_with('<');
        let to = if angled { at.url().to_owned() } else { destination(at.url()) };
        return Ok((at.address, json(to)));
    }
    let capture = destination(at.url());
    let end = at.end();
    // `^[words]`
    let inline = at.text()[at.entry.span.start()..end].starts_with("^[") && at.text()[..end].ends_with(']');
    if at.is_link() && !inline {
        let end = behind_attributes(at.text(), end);
        return Ok(insert(end, json(format!(" ([archived]({capture}))"))));
    }
    let end = end - usize::from(inline);
    if at.is_paragraph() && at.which().is_empty() && at.text()[..end].ends_with('.') {
        return Ok(insert(end, json(format!(" [Archived]({capture}) {}.", at.date()))));
    }
    let end = if at.is_paragraph() || inline { end } else { behind_attributes(at.text(), markdown_end(at)) };
    Ok(insert(end, json(format!(" ([archived{}]({capture}))", at.which()))))
}

/// Bytes of the longest title of a link.
const LONGEST_TITLE: usize = 300;

/// Bytes behind an address up to the end of what looks like a link of Markdown where it is shown as it is written, `[words](…)`.
fn written_end(at: &Place<'_>) -> usize {
    let before = at.text()[..at.address.start()].trim_end_matches('<');
    let behind = &at.text()[at.address.end()..];
    let near = &behind[..floor_char_boundary(behind, LONGEST_TITLE)];
    let line = near.split('\n').next().unwrap_or_default();
    let marks = |c: char| matches!(c, '>' | ' ' | '"' | '\'');
    let titled = line.find(')').filter(|&close| line[..close].starts_with(marks) || close == 0);
    titled.filter(|_| before.ends_with("](")).map_or(0, |close| close + 1)
}

/// ` (archived: …)`; a target has place for one address only.
pub(super) fn rst(at: &Place<'_>) -> Swap {
    // A note can have the address of a target that it names.
    let apart = !at.entry.span.range().contains(&at.address.start());
    if at.entry.role == Role::Definition || apart {
        return (at.address, rst_address(at.url()));
    }
    insert(at.end(), format!(" (archived: {})", rst_address(at.url())))
}

/// ` (link:…[archived])`; within a note, whose end is a square bracket, the bare address where that is read as one.
pub(super) fn asciidoc(at: &Place<'_>) -> Result<Swap, Why> {
    if at.entry.role == Role::Definition {
        return Ok((at.address, asciidoc_address(at.url())));
    }
    let link = format!(" (link:{}[archived])", spelling::asciidoc_target(at.url()));
    if is_asciidoc_attributes(at.text(), at.address.start()) {
        return Err("it stands in a line of attributes");
    }
    if is_below_title(at.text(), at.address.start()) {
        return Err("it stands in the header of the document");
    }
    if let Some(end) = passed_end(at.text(), at.address.range()) {
        return Ok(insert(end, link));
    }
    if at.is_link() {
        return Ok(insert(at.end(), link));
    }
    let noted = is_asciidoc_note(at);
    if !noted && at.which().is_empty() {
        return Ok(insert(at.end() - usize::from(at.text()[..at.end()].ends_with('.')), link));
    }
    // `link:++https://…++[words]`
    let passed = ["+++", "++", "$$", "]"].iter().find(|mark| at.behind().starts_with(&format!("{mark}[")));
    let skip = passed.map_or(0, |mark| mark.len());
    let end = match closing(&at.behind()[skip..], '[', ']') {
        Some(length) if at.behind()[skip..].starts_with('[') => at.address.end() + skip + length,
        _ => at.address.end(),
    };
    let bare = noted && !is_read_as_markup(at.url());
    Ok(insert(end, if bare { format!(" (archived: {})", asciidoc_address(at.url())) } else { link }))
}

/// Whether the address stands in a note in the text, `footnote:[…]`, whose end is a square bracket.
fn is_asciidoc_note(at: &Place<'_>) -> bool {
    let line = at.text()[..at.address.start()].rfind('\n').map_or(0, |end| end + 1);
    let before = &at.text()[line.min(at.entry.span.start())..at.address.start()];
    let count = |inside: &str, bracket: char| inside.matches(bracket).count();
    before.rfind("footnote").map(|note| &before[note..]).is_some_and(|note| count(note, '[') > count(note, ']'))
}

/// Macros that show what stands in their brackets as it is written.
const SHOWN: &[&str] = &["pass", "stem", "latexmath", "asciimath", "kbd", "btn"];

/// Behind the brackets of such a macro, `pass:[https://…]`, that the address stands in.
fn passed_end(text: &str, address: Range<usize>) -> Option<usize> {
    let line = text[..address.start].rfind('\n').map_or(0, |end| end + 1);
    let before = &text[line..address.start];
    let open = before.rfind('[').filter(|&open| !before[open..].contains(']'))?;
    let named = before[..open].trim_end_matches(|c: char| c.is_ascii_lowercase() || c == ',').strip_suffix(':')?;
    let apart = |rest: &str| !rest.ends_with(|c: char| c.is_alphanumeric() || c == '\\');
    SHOWN.iter().find(|name| named.strip_suffix(**name).is_some_and(apart))?;
    let behind = text[address.end..].split('\n').next().unwrap_or_default();
    let close = behind.match_indices(']').find(|(at, _)| !behind[..*at].ends_with('\\'));
    close.map(|(close, _)| address.end + close + 1)
}

/// Whether a line of attributes, `[quote, who, where]`, holds the byte `at`.
fn is_asciidoc_attributes(text: &str, at: usize) -> bool {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].split('\n').next().unwrap_or_default().trim_end();
    let inner = line.strip_prefix('[').and_then(|inner| inner.strip_suffix(']'));
    inner.is_some_and(|inner| inner.starts_with(|c: char| c.is_alphanumeric() || "_.#%{,\"'".contains(c)))
}

/// Whether the byte `at` stands below the title of a document, before the first empty line: author, revision, attributes.
fn is_below_title(text: &str, at: usize) -> bool {
    let (mut start, mut titled) = (0, false);
    for line in text.split_inclusive('\n') {
        let own = start..start + line.len();
        start = own.end;
        let words = line.trim_start_matches('\u{feff}').trim_end();
        if own.contains(&at) {
            return titled;
        }
        let aside = words.starts_with("//") || words.starts_with(':');
        if words.is_empty() && titled || !words.is_empty() && !titled && !aside && !words.starts_with("= ") {
            return false;
        }
        titled |= words.starts_with("= ");
    }
    false
}

/// The same at the end of a note, where words behind the address belong to what it says.
pub(super) fn asciidoc_at_end(at: &Place<'_>) -> Option<Swap> {
    let own = &at.text()[at.entry.span.start()..at.end()];
    // The bracket that closes the note can be part of it.
    let closed = own.matches('[').count() == own.matches(']').count();
    let noted = is_asciidoc_note(at);
    let words = if noted && closed { own.strip_suffix(']')? } else { own };
    let bare = noted && !is_read_as_markup(at.url());
    let capture = if bare { asciidoc_address(at.url()) } else { spelling::asciidoc_target(at.url()) };
    let added = if bare { format!(" (archived: {capture})") } else { format!(" (link:{capture}[archived])") };
    Some(insert(at.entry.span.start() + words.trim_end().len(), added))
}

/// ` ([[…][archived]])`, behind the link, or before the full stop at the end of a note that has no other: between the words
/// of one it would part what they say.
pub(super) fn org(at: &Place<'_>) -> Swap {
    let end = if at.is_link() {
        at.end()
    } else if at.is_paragraph() && at.which().is_empty() {
        at.end() - usize::from(at.text()[..at.end()].ends_with('.'))
    } else {
        return org_beside(at);
    };
    insert(end, format!(" ([[{}][archived]])", org_address(at.url())))
}

/// The same behind the address, or the link that leads to it.
pub(super) fn org_beside(at: &Place<'_>) -> Swap {
    let end = match at.behind().find("]]") {
        Some(close) if at.text()[..at.address.start()].ends_with("[[") => at.address.end() + close + 2,
        _ => at.address.end(),
    };
    insert(end, format!(" ([[{}][archived]])", org_address(at.url())))
}

/// Bytes of the longest list of attributes.
const LONGEST_ATTRIBUTES: usize = 400;

/// Behind the attributes, `{:.wide target="_blank"}`, that belong to the link which ends at `end`.
fn behind_attributes(text: &str, end: usize) -> usize {
    let mut end = end;
    while let Some(length) = attributes(&text[end..]) {
        end += length;
    }
    end
}

/// The bytes of a list of attributes as kramdown, Pandoc and Python-Markdown have it; braces around anything else are words.
fn attributes(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('{')?;
    let mut quote = None;
    let close = inner.char_indices().find(|&(at, c)| {
        match (quote, c) {
            (Some(mark), c) if c == mark => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            _ => {}
        }
        quote.is_none() && c == '}' || at > LONGEST_ATTRIBUTES
    });
    let close = close.filter(|&(_, c)| c == '}').map(|(at, _)| at)?;
    let words = inner[..close].trim_start();
    let name = words.find(|c: char| !c.is_alphanumeric() && !"-_:".contains(c)).map(|at| &words[at..]);
    let assigns = !words.starts_with('=') && name.is_some_and(|rest| rest.starts_with('='));
    let listed = words.starts_with(['.', '#', ':']) && !words.starts_with("::");
    let paragraph = !inner[..close].contains("\n\n");
    (paragraph && (listed || assigns)).then_some(close + 2)
}

/// `<https://…>`, `<URL:https://…>`
fn is_angled(text: &str, address: Range<usize>) -> bool {
    let before = &text[..address.start];
    let before = before.strip_suffix("URL:").or(before.strip_suffix("url:")).unwrap_or(before);
    before.ends_with('<') && text[address.end..].starts_with('>')
}

/// Where the link ends that holds the address: behind its closing bracket, or with the address where it stands bare.
fn markdown_end(at: &Place<'_>) -> usize {
    let (text, end) = (at.text(), at.address.end());
    let before = &text[..at.address.start()];
    let angled = is_angled(text, at.address.range());
    let (before, end) = if angled { (&before[..before.len() - 1], end + 1) } else { (before, end) };
    if !before.trim_end().ends_with("](") {
        return end;
    }
    // A title may stand between the address and the bracket, and hold brackets of its own.
    let mut quote = None;
    for (offset, c) in text[end..].char_indices() {
        match (quote, c) {
            (Some(mark), c) if c == mark => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, ')') => return end + offset + 1,
            _ => {}
        }
    }
    end
}

/// The bytes up to and with the bracket that closes the first one.
pub(super) fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let (mut depth, mut escaped) = (0_usize, false);
    for (offset, c) in text.char_indices() {
        let plain = !std::mem::replace(&mut escaped, c == '\\');
        if c == open && plain {
            depth += 1;
        } else if c == close && plain {
            depth = depth.checked_sub(1)?;
            if depth == 0 {
                return Some(offset + c.len_utf8());
            }
        }
    }
    None
}

fn in_front_matter(at: &Place<'_>) -> bool {
    let text = at.text().trim_start_matches('\u{feff}');
    let lead = at.text().len() - text.len();
    // Front matter in JSON has values alone, and no place beside them.
    if text.starts_with(['{', ';']) && at.page.document.format == Format::Markdown && at.entry.role == Role::Keyed {
        return true;
    }
    ["---", "+++"].iter().any(|fence| {
        let inner = text.strip_prefix(fence).filter(|rest| rest.starts_with(['\n', '\r']));
        let end = inner.and_then(|inner| inner.find(&format!("\n{fence}")));
        end.is_some_and(|end| at.address.start() < lead + 3 + end)
    })
}

/// The span of the address, where it is written in one piece.
pub(super) fn whole(spans: &[Span]) -> Option<Span> {
    match spans {
        [span] => Some(*span),
        _ => None,
    }
}
