//! An example of each finding: a document that has it, or what was seen.

use crate::document::Format;
use crate::finding::Code;

/// See the module.
#[derive(Debug, Clone, Copy)]
pub(super) enum Example {
    /// A document in which it is found by reading alone.
    Document(Format, &'static str),
    /// What stands in the document, and what in the source or its answer.
    Seen(&'static str),
}

use Example::{Document, Seen};
use Format::{Bibtex, Latex, Markdown, Wikitext};

/// The example of a code.
pub(super) fn of(code: Code) -> Example {
    of_entry(code).or_else(|| of_address(code)).or_else(|| of_source(code)).unwrap_or_else(|| of_quote(code))
}

/// What is wrong with markers, entries and dates.
fn of_entry(code: Code) -> Option<Example> {
    Some(match code {
        Code::OrphanMarker => Document(Markdown, "The port closed in 1931.[^port]"),
        Code::UnusedReference => Document(
            Markdown,
            "It closed.[^1]\n\n[^1]: “Port.” https://post.test/port\n[^2]: “Quay.” https://post.test/quay",
        ),
        Code::ReferenceOrder => Seen(
            "The text says “It rose. 1 It fell. 1 It stood. 3”, and the list below it has two entries without numbers.",
        ),
        Code::NumberOrder => Document(
            Markdown,
            "It rose.[1] It fell.[2] It lay.[3]\n\n## References\n\n[1] “Rise.” https://post.test/1\n\n\
             [3] “Lie.” https://post.test/3\n\n[2] “Fall.” https://post.test/2",
        ),
        Code::DuplicateEntry => Document(
            Markdown,
            "It rose.[^a] It fell.[^b]\n\n[^a]: “Tides.” Post. https://post.test/tides\n[^b]: “Tides.” Post. https://post.test/tides",
        ),
        Code::MetadataDiffers => Document(
            Markdown,
            "It rose.[^a] It fell.[^b]\n\n[^a]: “The winter storms.” Post. https://post.test/a\n\
             [^b]: “A history of ropes.” Post. https://post.test/a",
        ),
        Code::EntryWithoutUrl => Document(Markdown, "It rose.[^a]\n\n[^a]: Byrd, H. “The Log.” Harbour Post, 2020."),
        Code::EntryBroken => Document(Bibtex, "@misc{port, title = {Port, url = {https://post.test/port}\n"),
        Code::DateImpossible => {
            Document(Markdown, "It rose.[^a]\n\n[^a]: “Sea.” Post. Accessed June 31, 2024. https://post.test/sea")
        }
        Code::DateAmbiguous => {
            Document(Markdown, "It rose.[^a]\n\n[^a]: “Sea.” Post. Accessed 06/07/2024. https://post.test/sea")
        }
        Code::AccessedBeforePublished => Document(
            Markdown,
            "It rose.[^a]\n\n[^a]: “Sea.” Post, June 9, 2024. Accessed May 1, 2024. https://post.test/sea",
        ),
        Code::AccessedInFuture => Seen("An entry says “Accessed May 1, 2042”, and it is 2026."),
        Code::PublisherSpelling => Seen("One entry has “Harbour Press”, and another one “Habour Press”."),
        Code::IgnoreUnknown => {
            Document(Markdown, "See [the log](https://post.test/log). <!-- citewatch: ignore orphans -->")
        }
        Code::DocumentCut => Seen("A document of 130 MB, of which the first 100 MB were read."),
        _ => return None,
    })
}

/// What is wrong with addresses and captures, without a look at them.
fn of_address(code: Code) -> Option<Example> {
    Some(match code {
        Code::UrlInvalid => Document(Bibtex, "@misc{port, title = {Port}, url = {see the library}}\n"),
        Code::LinkTextDiffers => Document(Markdown, "See [https://post.test/log](https://post.test/logs/1931)."),
        Code::TrackingParameters => Document(Markdown, "See [the log](https://post.test/log?utm_source=newsletter)."),
        Code::CredentialsInUrl => Document(Markdown, "See [the log](https://ann:secret@post.test/log)."),
        Code::ArchiveUntrusted => {
            Document(Markdown, "See [the log](https://archive.today/20240630/https://post.test/log).")
        }
        Code::ArchiveClosed => Document(Markdown, "See [the log](https://www.webcitation.org/5zHfNdAbc)."),
        Code::ArchiveCalendar => {
            Document(Markdown, "See [the log](https://web.archive.org/web/*/https://post.test/log).")
        }
        Code::ArchiveDateMismatch => Document(
            Markdown,
            "It rose.[^a]\n\n[^a]: “Sea.” Post. https://post.test/sea. Archived July 5, 2024. \
             https://web.archive.org/web/20240630120000/https://post.test/sea",
        ),
        Code::ArchiveOfAnotherPage => Document(
            Markdown,
            "It rose.[^a]\n\n[^a]: “Sea.” Post. https://post.test/sea. Archived at \
             https://web.archive.org/web/20240630120000/https://post.test/land",
        ),
        Code::ArchiveDateInvented => {
            Document(Markdown, "See [the log](https://web.archive.org/web/20240101000000/https://post.test/log).")
        }
        Code::ArchiveUrlMalformed => Document(
            Markdown,
            "See [the log](https://web.archive.org/web/20240630101500/https%3A%2F%2Fpost.test%2Flog).",
        ),
        Code::ArchiveAsSource => Document(
            Wikitext,
            "It rose.<ref>{{cite web |title=Sea |url=https://web.archive.org/web/20240630101500/https://post.test/sea}}</ref>",
        ),
        _ => return None,
    })
}

/// What a look at a source, or several, have shown.
fn of_source(code: Code) -> Option<Example> {
    Some(Seen(match code {
        Code::SourceGone => "https://post.test/log answers with 404 (not found), and did so at every look for a week.",
        Code::SourceBack => "https://post.test/log is set to `expect = \"gone\"`, and today its page came.",
        Code::SourceSuspect => {
            "https://post.test/log answers with 200 and a page that says “This page does not exist”; nothing is quoted from it."
        }
        Code::SourceFailing => "https://post.test/log did not answer within 20 seconds, twice.",
        Code::RedirectedToHome => "https://post.test/2019/log leads to https://post.test/.",
        Code::EmptyPage => "https://post.test/log answers with 200 and a body of no bytes.",
        Code::SourceWithheld => {
            "https://post.test/log answers with 403 and a page that asks whether the visitor is a robot."
        }
        Code::SourceSkipped => "The address is at 10.0.0.7, which is no public one.",
        Code::SourceMoved => "https://post.test/log answers with 301 and leads to https://post.test/logs/1931.",
        Code::PageChanged => {
            "The page of today shares a third of its words with the capture of 2019-05-03, the day on which it was read."
        }
        Code::TitleDiffers => "The entry has “The Log of 1931”, and the page is called “Harbour dues for visitors”.",
        _ => return None,
    }))
}

/// What came of comparing a quote with its source.
fn of_quote(code: Code) -> Example {
    Seen(match code {
        Code::QuoteAltered => {
            "The document has “the port was closed for good”, and the page “the port was not closed for good”."
        }
        Code::QuoteAbsent => {
            "The document has “ships burned for three days”, and nothing near to that stands on the page."
        }
        Code::QuoteElsewhere => "“Ships burned for three days”[1] stands on the page of entry 2.",
        Code::QuoteArchived => {
            "“Ships burned for three days” is not on the page any more; the capture of 2019-05-03 has it."
        }
        Code::QuoteUnverifiable => {
            "The page is behind a login, so that “ships burned for three days” could not be looked for."
        }
        Code::TermAbsent => {
            "The document has the “paper harbour”, two words in quotation marks, which the page never uses."
        }
        Code::NegationBeside => {
            "The document has “ships burned for three days”, and the page “It is not true that ships burned for three days”."
        }
        Code::BracketReplaces => {
            "The document has “[the captain] left the port”, and the page “the pilot left the port”."
        }
        Code::WordsNotKnown => {
            "The quotation is “a depth of {{fathoms|7}} at low tide”, and what that template shows is not known."
        }
        Code::SpeakerLeftOut => {
            "The document has “we were tired and we slept”, and the page ““We were tired,” she said, “and we slept””."
        }
        Code::InLinkedDocument => "The words stand in report.pdf, which the page that is cited offers for download.",
        Code::AfterScripts => "The words come with https://post.test/data.json, which a script of the page loads.",
        Code::ScriptsNotRun => "The page says “Please enable JavaScript”, and the browser gave nothing in 20 seconds.",
        Code::OutsideText => "The words stand in the description of the page for search engines only.",
        _ => "A page of 40 MB was read up to its limit, and the quote is not in what was read.",
    })
}

/// A document that is an example, in a format whose comments are known.
pub(super) fn mark(format: Format, code: Code) -> String {
    match format {
        Bibtex | Latex => format!("% citewatch: ignore {code}"),
        _ => format!("<!-- citewatch: ignore {code} -->"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citation::claims;
    use crate::document::{Limits, parse};

    fn found(format: Format, text: &str) -> Vec<Code> {
        let document = parse(text, format, Limits::default());
        let mut claims = claims(&document, text);
        document.silence.hush(&mut claims.findings);
        claims.findings.iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn every_document_has_just_what_it_is_an_example_of() {
        for &code in Code::ALL {
            if let Document(format, text) = of(code) {
                assert_eq!(found(format, text), [code], "{code}: {text}");
            }
        }
    }

    #[test]
    fn only_what_is_cut_short_has_the_last_example() {
        let last = |code: Code| matches!(of_quote(code), Seen(text) if text.starts_with("A page of 40 MB"));
        let without =
            |code: &&Code| of_entry(**code).is_none() && of_address(**code).is_none() && of_source(**code).is_none();
        let codes: Vec<&Code> = Code::ALL.iter().filter(without).filter(|code| last(**code)).collect();
        assert_eq!(codes, [&Code::CutShort]);
    }
}
