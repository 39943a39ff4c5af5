//! Entries of a list of a plain text that have no labels: a paragraph each, a line each, or a title and its address.

use super::layout::{Group, Kind, Line};
use super::list::is_complete;
use crate::document::entry;
use crate::document::list::heading::names_references;
use crate::document::list::remark::{is_prose, is_remark, tells};
use crate::locator::wrapped;

/// Entries without labels: one for each run of lines if blank lines part them, else one for each line. Running prose
/// among them is no entry.
pub(super) fn entries(own: &[Line<'_>], list: usize) -> Vec<Group> {
    let length = own.iter().rposition(|line| !line.is_blank()).map_or(0, |at| at + 1);
    let parted = own[..length].iter().any(Line::is_blank);
    let base = own.first().map_or(0, |line| line.indent);
    let styled = if parted { None } else { Wrapped::of(&own[..length]) };
    let mut entries: Vec<(Group, String)> = Vec::new();
    let mut after_blank = true;
    for (at, line) in own[..length].iter().enumerate() {
        if line.is_blank() {
            after_blank = true;
            continue;
        }
        // Addresses one below the other are a source each; one below a title, and a capture of one, are not.
        let address = is_address(line) && entries.last().is_some_and(|(_, words)| goes_with(words, line.words));
        // `van der Berg, P. (2020)` begins an entry for all its small letters, where the one before is at its end.
        let whole = entries.last().is_some_and(|(_, words)| words.ends_with('.') || words.contains("://"));
        let small = line.words.starts_with(char::is_lowercase)
            && !line.words.starts_with("http")
            && !(whole && entry::begins_with_names(line.words));
        let another = is_address(line) && !address;
        let broken = at > 0 && wrapped::goes_on(own[at - 1].words, line.words);
        let within = || styled.as_ref().is_some_and(|styled| styled.goes_on(&own[at - 1], line, &entries));
        let same = !after_blank && !another && (parted || line.indent > base || address || small || broken || within());
        match entries.last_mut().filter(|_| same) {
            Some((entry, words)) => {
                entry.lines.push(line.range.clone());
                words.push(' ');
                words.push_str(line.words);
            }
            None => entries.push((Group::new(Kind::Entry { list }, line), line.words.to_owned())),
        }
        after_blank = false;
    }
    let told = entries.into_iter().map(|(group, words)| {
        let kind = if is_prose(&words) || is_remark(&words) { Kind::Paragraph } else { group.kind };
        Group { kind, ..group }
    });
    told.collect()
}

/// A list whose entries begin with who wrote them and when, `Doe, J. (2009). …`, in lines that something wrapped: a line that
/// begins in another way goes on with the entry above.
struct Wrapped {
    /// Characters of the widest line.
    width: usize,
}

impl Wrapped {
    fn of(own: &[Line<'_>]) -> Option<Self> {
        const FEWEST: usize = 2;
        let opening = own.iter().filter(|line| year(line.words).is_some() && opens(line.words)).count();
        let within = own[..own.len().saturating_sub(1)].iter().any(|line| !is_complete(line));
        let styled = opening >= FEWEST && within && own.first().is_some_and(|line| opens(line.words));
        styled.then(|| Self { width: own.iter().map(width).max().unwrap_or(0) })
    }

    /// Whether `line` goes on with the line before it, which is as long as the others, or ends where no entry does.
    fn goes_on(&self, before: &Line<'_>, line: &Line<'_>, entries: &[(Group, String)]) -> bool {
        let open = before.words.ends_with([',', '&', '-', ':']) || before.words.ends_with(" and");
        let full = width(before) * 3 >= self.width * 2;
        let cited = entries.last().is_some_and(|(_, words)| words.contains("://")) && line.words.contains("://");
        open || full && !opens(line.words) && !cited
    }
}

fn width(line: &Line<'_>) -> usize {
    line.words.chars().count()
}

/// Whether an entry begins here: with names, or with what published it and when, `Harbour Board (2009)`.
fn opens(words: &str) -> bool {
    let dated = |lead: &str| {
        let lead = lead.trim_end();
        lead.starts_with(char::is_uppercase) && !lead.contains(['.', ','])
    };
    entry::begins_with_names(words) || year(words).is_some_and(|at| dated(&words[..at]))
}

/// Where the bracket of a year opens near the front of `words`.
fn year(words: &str) -> Option<usize> {
    /// Bytes of who wrote it.
    const NEAR: usize = 160;
    let at = words.find('(').filter(|&at| at < NEAR)?;
    let inner = words[at + 1..].get(..4)?;
    inner.bytes().all(|byte| byte.is_ascii_digit()).then_some(at)
}

/// Whether a line is nothing but an address.
pub(super) fn is_address(line: &Line<'_>) -> bool {
    line.words.starts_with("http") && !line.words.contains(' ')
}

/// Whether an address below the words of an entry belongs to it: it is no other one behind an address without a title.
fn goes_with(entry: &str, address: &str) -> bool {
    /// Words of an entry that are looked at.
    const NEAR: usize = 8;
    let near = || entry.split(' ').take(NEAR);
    !near().all(|word| word.starts_with("http"))
        || near().any(|before| address[1..].contains(before.trim_end_matches('/')))
}

/// Whether a list without labels ends before line `at`: a heading of its own, or text that is no entry after a heading.
pub(super) fn ends(lines: &[Line<'_>], from: usize, at: usize) -> bool {
    let line = &lines[at];
    let before = at.checked_sub(1).map(|before| &lines[before]);
    let stands_apart =
        before.is_some_and(|before| before.is_blank() || before.ends_sentence() || before.words.contains("://"));
    let other_list = names_references(line.words).is_some();
    // A title has its address below it, as the first one of the list has.
    let titled = |at: usize| !is_address(&lines[at]) && lines.get(at + 1).is_some_and(is_address);
    let is_title =
        titled(from) && titled(at) && lines.get(at + 2).is_none_or(|line| line.is_blank() || !is_address(line));
    at > from
        && !line.is_blank()
        && (other_list || stands_apart && !is_title && line.looks_like_heading() && !tells(line.words))
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    /// The addresses of each entry of the list, by their labels.
    fn check(list: &str, format: Format, expected: &[(&str, &str)]) {
        let text = format!("It rose.[1] It fell.[2]\n\n{list}\n");
        let document = parse(&text, format, Limits::default());
        let own = document.entries.iter().map(|entry| {
            let url = entry.source.url.as_deref().unwrap_or_default();
            (entry.label.as_str(), url.trim_start_matches("https://"))
        });
        assert_eq!(own.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn addresses_one_below_the_other_are_an_entry_each() {
        let both = &[("1", "a.test/1"), ("2", "b.test/2")];
        for heading in ["Sources:\n", "References\n\n", "Citations:\n"] {
            for list in [
                "https://a.test/1\nhttps://b.test/2",
                "https://a.test/1 - The tide of May\nhttps://b.test/2 - The wall",
            ] {
                check(&format!("{heading}{list}"), Format::Plain, both);
            }
        }
        check("Sources:\nhttps://a.test/1\nhttps://b.test/2", Format::Markdown, both);
        check("## Sources\n\n[The tide](https://a.test/1)\n[The wall](https://b.test/2)", Format::Markdown, both);
        check("Sources\n\nThe tide\nhttps://a.test/1\n\nThe wall\nhttps://b.test/2", Format::Plain, both);
        check("Sources\n\nhttps://a.test\nhttps://a.test/1", Format::Plain, &[("1", "a.test"), ("2", "a.test/1")]);
    }

    #[test]
    fn an_address_below_a_title_and_a_capture_are_of_the_entry_above() {
        let both = &[("1", "a.test/1"), ("2", "b.test/2")];
        check(
            "Sources\n\nDoe. The tide. 2019.\nhttps://a.test/1\nRoe. The wall. 2020.\nhttps://b.test/2",
            Format::Plain,
            both,
        );
        // The capture is kept beside its page.
        let capture = "https://web.archive.org/web/20240102030405/https://a.test/1";
        check(&format!("Sources\n\nhttps://a.test/1\n{capture}\nhttps://b.test/2"), Format::Plain, both);
        // What follows the list is none of it.
        check("Sources\n\nhttps://a.test/1\nhttps://b.test/2\n\nAbout us\n\nWe like it.", Format::Plain, both);
    }

    /// The first words of each entry of the list.
    fn entries(list: &str) -> Vec<String> {
        let text = format!("It rose (Burg, 2009). It fell (Kahn, 2011).\n\nReferences\n{list}\n");
        let document = parse(&text, Format::Plain, Limits::default());
        let words = |span: crate::span::Span| text[span.range()].split_whitespace().collect::<Vec<_>>().join(" ");
        document.entries.iter().map(|entry| words(entry.span)).collect()
    }

    #[test]
    fn a_wrapped_line_that_begins_no_entry_goes_on_with_the_one_above() {
        let list = "Burg, J.M. (2009). Replicating the tide: Would people still build today?\n\
            American Harbours, 64(1), 1–11.\n\
            Gai, M. et al. (2025). Laws of wall alignment: Why the gap always wins.\n\
            Sea Letters 2509.\n\
            Harbour Board (2019). The paradox of the honest sailor: Why the authentic\n\
            harbour reveals fundamental flaws.\n\
            Kahn, D. (2011). Building, fast and slow. New York, Boston: Farrar, Stone and\n\
            Giroux.\n\
            Zimb, P.G., Roe, A., & Poe, M., with the keepers of the northern coast, and Doe,\n\
            J. (2007). How walls turn.";
        let begin: Vec<String> =
            entries(list).iter().map(|words| words.split([',', ' ']).next().unwrap_or_default().to_owned()).collect();
        assert_eq!(begin, ["Burg", "Gai", "Harbour", "Kahn", "Zimb"]);
    }

    #[test]
    fn lines_that_nobody_wrapped_are_an_entry_each() {
        for list in [
            // Each line is whole.
            "Burg, J.M. (2009). Replicating the tide. Pier Press.\nKahn, D. (2011). Building. Pier Press.\nHarbour Board. Report on all of the walls. Pier.",
            // A short line ends its entry.
            "Burg, J.M. (2009). Replicating the tide of the north and of the south in winter. Pier Press of the coast\nKahn, D. (2011). Building.\nHarbour Board. Report.",
            // Each has an address.
            "Burg, J.M. (2009). The tide. https://a.test/1\nKahn, D. (2011). Building on\nHarbour Board. Report. https://b.test/2",
        ] {
            assert_eq!(entries(list).len(), 3, "{list}");
        }
    }
}
