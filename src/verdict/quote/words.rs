//! What is said of a quote: what the source says instead, or where the words stand, in plain sentences.

use super::{Judged, QuoteFacts, Tried, best_altered, best_elsewhere, best_sound, is_term, not_in_capture, stood_on};
use crate::citation::Basis;
use crate::finding::{Code, Finding, Level};
use crate::page::TextName;
use crate::quote_match::{Change, ChangeOp, MatchClass, QuoteMatch};
use crate::standing::Standing;
use crate::verdict::words::{day, excerpt, listed};
use crate::verdict::{ReadFrom, Unreadable, Verdict, is_near};

/// The findings on a quote, with its place; none where it simply stands.
pub(super) fn findings(facts: &QuoteFacts<'_>, judged: Judged<'_>) -> Vec<Finding> {
    let (code, message) = match judged.verdict {
        Verdict::Verbatim | Verdict::Typographic | Verdict::Edited | Verdict::Parts => {
            let negation = negation_beside(facts, judged).filter(|_| judged.verdict != Verdict::Parts);
            let replaced = bracket_replaces(judged).filter(|_| judged.verdict == Verdict::Edited);
            let speaker = speaker_left_out(judged).filter(|_| judged.verdict == Verdict::Edited);
            let said = [
                (Code::InLinkedDocument, in_linked_document(judged)),
                (Code::AfterScripts, after_scripts(judged)),
                (Code::NegationBeside, negation),
                (Code::BracketReplaces, replaced),
                (Code::WordsNotKnown, unknown_words(facts)),
                (Code::SpeakerLeftOut, speaker),
                (Code::OutsideText, outside_text(judged)),
            ];
            let said = said.into_iter().filter_map(|(code, message)| Some((code, message?)));
            return said.map(|(code, message)| Finding::new(code, message, Some(facts.quote.place))).collect();
        }
        Verdict::Unbound => return vec![],
        Verdict::Altered => (Code::QuoteAltered, altered(facts, judged)),
        Verdict::Elsewhere => (Code::QuoteElsewhere, elsewhere(facts, judged)),
        Verdict::Archived => (Code::QuoteArchived, archived(facts, judged)),
        Verdict::Absent if is_term(facts) => (Code::TermAbsent, term_absent(facts)),
        Verdict::Absent => (Code::QuoteAbsent, absent(facts, judged)),
        Verdict::Unverifiable => (Code::QuoteUnverifiable, unverifiable(facts, judged)),
    };
    let mut finding = Finding::new(code, message, Some(facts.quote.place));
    finding.level = level(finding.level, facts, judged.standing);
    if not_in_capture(facts, judged).is_some() {
        finding.level = finding.level.max(Level::Warning);
    }
    let unknown = unknown_words(facts).map(|told| Finding::new(Code::WordsNotKnown, told, Some(facts.quote.place)));
    std::iter::once(finding).chain(unknown).collect()
}

/// Templates whose words nobody can compare.
fn unknown_words(facts: &QuoteFacts<'_>) -> Option<String> {
    const SHOWN: usize = 3;
    let unread = &facts.quote.unread;
    let named = unread.iter().take(SHOWN).map(|name| {
        let name = excerpt(name, 60);
        if name.starts_with(['<', '\\', '$']) { name } else { format!("{{{{{name}}}}}") }
    });
    let more = if unread.len() > SHOWN { ", …" } else { "" };
    let named = named.collect::<Vec<_>>().join(", ") + more;
    let message = format!("What {named} shows in the quote is not known, and was not compared.");
    (!unread.is_empty()).then_some(message)
}

/// Only what is broken is an error. A miss that rests on a marker of a later sentence is softer: the marker may not
/// have been meant for the quote.
fn level(level: Level, facts: &QuoteFacts<'_>, standing: Standing) -> Level {
    if standing != Standing::Broken || facts.quote.basis == Basis::LaterSentence {
        level.min(Level::Warning)
    } else {
        level
    }
}

/// Words that stand in the source exactly can still be the half of a denial.
fn negation_beside(facts: &QuoteFacts<'_>, judged: Judged<'_>) -> Option<String> {
    let (tried, found) = judged.shown.filter(|_| !is_term(facts))?;
    let negation = found.hit.as_ref()?.negation_beside.clone()?;
    let source = capital(&source(tried));
    Some(format!("{source} has the words, but “{}” stands close beside them there.", excerpt(&negation, 60)))
}

/// Words in brackets that stand for other words of content.
fn bracket_replaces(judged: Judged<'_>) -> Option<String> {
    let (tried, found) = judged.shown.filter(|(_, found)| !lacks_only(&found.diff))?;
    let differences = differences(&found.diff)?;
    Some(format!("{} has the words around the brackets, but {differences}.", capital(&source(tried))))
}

/// Words that tell who says what is quoted, in the middle of it.
fn speaker_left_out(judged: Judged<'_>) -> Option<String> {
    let (tried, found) = judged.shown.filter(|(_, found)| lacks_only(&found.diff))?;
    let left_out = places(&found.diff).into_iter().next().map(|(_, page)| excerpt(&page, 60))?;
    let source = capital(&source(tried));
    Some(format!(
        "{source} has all that is quoted, with “{left_out}” between, which the quote leaves out without a mark."
    ))
}

/// Whether the quote has nothing that the page has not.
fn lacks_only(diff: &[Change]) -> bool {
    diff.iter().any(|change| change.op == ChangeOp::Insert) && diff.iter().all(|change| change.op != ChangeOp::Delete)
}

/// Words that stand in a document that the cited page links, and not on the page.
fn in_linked_document(judged: Judged<'_>) -> Option<String> {
    let (tried, _) = judged.shown?;
    tried.linked_from.as_ref()?;
    let document = excerpt(&tried.url, 300);
    Some(format!(
        "The words do not stand on the page of source {}, but in a document that it links: {document}.",
        tried.label
    ))
}

/// Words that stand on the page only after its scripts ran.
fn after_scripts(judged: Judged<'_>) -> Option<String> {
    let (tried, _) = judged.shown.filter(|(tried, _)| tried.read_from == ReadFrom::Rendered)?;
    Some(format!("The words stand on the page of source {} only after its scripts ran in a browser.", tried.label))
}

/// Words that stand in the source, and not where a reader of the page sees them.
fn outside_text(judged: Judged<'_>) -> Option<String> {
    let (tried, found) = judged.shown?;
    let hit = found.hit.as_ref()?;
    let place = match hit.text {
        TextName::Visible | TextName::NoMarks | TextName::Pdf if !hit.in_margin => return None,
        TextName::Visible | TextName::NoMarks | TextName::Pdf => "in the navigation or the footer of its page",
        TextName::Hidden => "in a part of its page that is not shown, or is struck out",
        TextName::Structured => "in the data of its page that programs read",
        TextName::Meta => "in the title or the description in the head of its page",
        TextName::Script => "in a script of its page",
    };
    Some(format!("{} has the words only {place}.", capital(&source(tried))))
}

fn altered(facts: &QuoteFacts<'_>, judged: Judged<'_>) -> String {
    let Some((tried, found)) = judged.shown else { return String::new() };
    let differences = differences(&found.diff).unwrap_or_else(|| "the words differ".to_owned());
    let named = || format!("the page of {} could not be read; {}, which its entry names,", source(tried), copy(tried));
    let place = if is_copy(tried) { named() } else { source(tried) };
    let close = format!("{} has a close passage{}, but {differences}.", capital(&place), on_page(found));
    let exact =
        best_elsewhere(facts.elsewhere).map(|(other, _)| format!("The exact words stand in source {}.", other.label));
    let doubt =
        judged.reason.map(|why| format!("The exact words may still stand in what was not read: {}.", because(why)));
    sentences(&[Some(close), exact, doubt, stood_before(facts, judged)])
}

fn elsewhere(facts: &QuoteFacts<'_>, judged: Judged<'_>) -> String {
    let there = judged.shown.map_or_else(String::new, |(tried, found)| tried.label.clone() + &on_page(found));
    let stand = format!("The words do not stand in {}, but in source {there}.", sources(facts.cited));
    sentences(&[Some(stand), stood_before(facts, judged)])
}

fn archived(facts: &QuoteFacts<'_>, judged: Judged<'_>) -> String {
    let Some((capture, _)) = judged.shown else { return String::new() };
    let now = match judged.reason {
        Some(Unreadable::NotLive) => "The page could not be read".to_owned(),
        Some(why) => format!("The page was not found to say this ({})", because(why)),
        None => "The page does not say this any more".to_owned(),
    };
    let of = if facts.cited.len() > 1 { format!(" of {}", source(capture)) } else { String::new() };
    let has = format!("{now}, but {}{of} has the words.", copy(capture));
    sentences(&[Some(has), says_today(facts), stood_before(facts, judged)])
}

/// What a page that has lost the words says in their place.
fn says_today(facts: &QuoteFacts<'_>) -> Option<String> {
    let (tried, found) = best_altered(facts.cited)?;
    let differences = differences(&found.diff)?;
    Some(format!("Today {} has a close passage{}, but {differences}.", source(tried), on_page(found)))
}

fn absent(facts: &QuoteFacts<'_>, judged: Judged<'_>) -> String {
    let near = near(judged);
    // Where a passage is shown beside the quote, there is something close.
    let what = if near.is_some() { "These words do not stand" } else { "Nothing close to these words stands" };
    let found = if near.is_some() { "These words were not" } else { "Nothing close to these words was" };
    let read = match judged.reason {
        None => format!("{what} in {}, which {} read whole.", sources(facts.cited), was(facts)),
        Some(why) => format!("{found} found in {}, but {}.", sources(facts.cited), because(why)),
    };
    sentences(&[
        Some(read),
        near,
        nor_after_scripts(facts),
        also_elsewhere(facts),
        in_capture_otherwise(judged),
        nor_in_capture(facts, judged),
        stood_before(facts, judged),
    ])
}

/// The nearest words of a page that does not have those of the quote.
fn near(judged: Judged<'_>) -> Option<String> {
    let (tried, found) = judged.shown.filter(|(tried, found)| !is_copy(tried) && is_near(found))?;
    let hit = found.hit.as_ref()?;
    let of = if tried.label.is_empty() { String::new() } else { format!(" in {}", source(tried)) };
    Some(format!("The nearest words{of} are “{}”{}.", excerpt(&hit.matched, 150), on_page(found)))
}

fn term_absent(facts: &QuoteFacts<'_>) -> String {
    format!("The term does not stand in {}; terms are often the writer's own.", sources(facts.cited))
}

fn unverifiable(facts: &QuoteFacts<'_>, judged: Judged<'_>) -> String {
    let reason = judged.reason.unwrap_or(Unreadable::NotLive);
    let why = because(reason);
    let unread = if is_part(reason) {
        format!("Nothing close to these words was found in {}, but {why}.", sources(facts.cited))
    } else {
        format!("The quote could not be compared with {}: {why}.", sources(facts.cited))
    };
    sentences(&[
        Some(unread),
        to_look_at(facts, reason),
        nor_after_scripts(facts),
        also_elsewhere(facts),
        in_capture_otherwise(judged),
        lacking_in_capture(facts, judged),
        stood_before(facts, judged),
    ])
}

/// A hint where the words stand in a source that is not cited for them, and the cited one is in doubt.
fn also_elsewhere(facts: &QuoteFacts<'_>) -> Option<String> {
    let (other, _) = best_elsewhere(facts.elsewhere).filter(|_| !is_term(facts))?;
    Some(format!("The words stand in source {}.", other.label))
}

fn in_capture_otherwise(judged: Judged<'_>) -> Option<String> {
    let (tried, found) = judged.shown.filter(|(tried, _)| is_copy(tried))?;
    let differences = differences(&found.diff).filter(|_| found.class != MatchClass::Absent)?;
    Some(format!("{} has a close passage, but {differences}.", capital(&copy(tried))))
}

/// That the words did stand there when the page was read before.
fn stood_before(facts: &QuoteFacts<'_>, judged: Judged<'_>) -> Option<String> {
    let moment = stood_on(facts, judged.verdict)?;
    let (tried, _) = best_sound(facts.earlier)?;
    Some(format!("The words stood in {} when it was read on {}.", source(tried), day(moment)))
}

/// That the page was read after its scripts ran as well.
fn nor_after_scripts(facts: &QuoteFacts<'_>) -> Option<String> {
    facts.linked.iter().find(|tried| tried.read_from == ReadFrom::Rendered)?;
    Some("After its scripts ran in a browser, nothing close to them was found either.".to_owned())
}

/// That the capture was read in the place of the page and does not have the words.
fn lacking_in_capture(facts: &QuoteFacts<'_>, judged: Judged<'_>) -> Option<String> {
    let capture = not_in_capture(facts, judged)?;
    let title = match capture.doubt() {
        Some(_) => ", and its title is not the one in the reference",
        None => "",
    };
    Some(format!("{} was read and does not have these words{title}.", capital(&copy(capture))))
}

/// That a copy near the date of its citation was read and does not have the words either.
fn nor_in_capture(facts: &QuoteFacts<'_>, judged: Judged<'_>) -> Option<String> {
    let capture = facts.captures.iter().find(|tried| tried.lacks())?;
    let shown = judged.shown.is_some_and(|(tried, _)| is_copy(tried));
    (!shown).then(|| format!("{} does not have them either.", capital(&copy(capture))))
}

/// Where in a PDF a passage stands.
fn on_page(found: &QuoteMatch) -> String {
    let page = found.hit.as_ref().and_then(|hit| hit.page);
    page.map_or_else(String::new, |page| format!(" on page {page}"))
}

fn sentences(parts: &[Option<String>]) -> String {
    parts.iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// What differs, as a clause: at most three places, each bounded.
fn differences(diff: &[Change]) -> Option<String> {
    const SHOWN: usize = 3;
    let places = places(diff);
    let mut said: Vec<String> = places.iter().take(SHOWN).map(|(quote, page)| place(quote, page)).collect();
    match places.len().saturating_sub(SHOWN) {
        0 => {}
        1 => said.push("there is one more difference".to_owned()),
        more => said.push(format!("there are {more} more differences")),
    }
    (!said.is_empty()).then(|| said.join("; "))
}

/// The words of the quote and of the page at each place that differs.
pub(crate) fn places(diff: &[Change]) -> Vec<(String, String)> {
    let mut places: Vec<(String, String)> = Vec::new();
    let mut open = false;
    for change in diff {
        if change.op == ChangeOp::Equal {
            open = false;
            continue;
        }
        if !open {
            places.push(Default::default());
            open = true;
        }
        if let Some((quote, page)) = places.last_mut() {
            let side = if change.op == ChangeOp::Delete { quote } else { page };
            side.push_str(&change.text);
        }
    }
    places
}

fn place(quote: &str, page: &str) -> String {
    const WORDS: usize = 60;
    let (quote, page) = (excerpt(quote, WORDS), excerpt(page, WORDS));
    match (quote.is_empty(), page.is_empty()) {
        (false, false) => format!("it says “{page}” where the quote says “{quote}”"),
        (true, _) => format!("it has “{page}”, which the quote leaves out"),
        (false, true) => format!("it does not have “{quote}”"),
    }
}

/// Why a text could not be read or trusted, as a clause.
fn because(why: Unreadable) -> &'static str {
    match why {
        Unreadable::NotLive => "the page could not be read",
        Unreadable::CutShort => "the page was not read to its end",
        Unreadable::ScriptOnly => "the page shows nothing without its scripts",
        Unreadable::Charset => "the charset of the page was guessed, or many of its bytes have no meaning in it",
        Unreadable::NoText => "there is no text in it that can be read",
        Unreadable::Scan => "it is a scan, and pages of it are pictures without a text",
        Unreadable::Fonts => "its fonts do not say which letters they show",
        Unreadable::Encrypted => "it opens with a password only",
        Unreadable::Damaged => "it is damaged, and nothing in it could be read",
        Unreadable::Language => "the page is in another language than the quote",
        Unreadable::TitleDiffers => "the title of the page is not the one in the reference, so it may be another page",
        Unreadable::MayBeNotice => "the page says little, and may be a notice or a wall in the place of what was cited",
        Unreadable::FewWords => {
            "the page shows a few words, which do not resemble what was cited, and may be a notice in its place"
        }
        Unreadable::PartShown => "the page says that it shows only a part of its text",
        Unreadable::Walled => "sources.toml expects a wall there, so that this may not be all of the text",
        Unreadable::AbstractOnly => "the page shows an abstract or an entry of a catalogue, and not the work itself",
        Unreadable::Embedded => "what the page shows stands in a frame or a document of its own, which was not read",
        Unreadable::Spoken => "the page is a film or a recording, whose words are heard and not read",
        Unreadable::SentOn => "the page says that it has moved to another address",
    }
}

/// Whether something was read, and something else was not.
fn is_part(why: Unreadable) -> bool {
    use Unreadable::{AbstractOnly, Embedded, FewWords, PartShown, SentOn, Spoken, Walled};
    matches!(why, PartShown | Walled | AbstractOnly | Embedded | Spoken | SentOn | FewWords)
}

/// Where what was not read stands, as the page names it.
fn to_look_at(facts: &QuoteFacts<'_>, why: Unreadable) -> Option<String> {
    let at =
        facts.cited.iter().filter(|tried| tried.doubt() == Some(why)).find_map(|tried| tried.unread_at.as_ref())?;
    let at = excerpt(at, 300);
    Some(match why {
        Unreadable::PartShown => format!("It goes on at {at}, which was not looked at."),
        Unreadable::SentOn => format!("The notice leads to {at}."),
        _ => format!("That is {at}, which was not looked at."),
    })
}

/// `source 3`, `sources 3 and 4`.
fn sources(tried: &[Tried]) -> String {
    let mut labels: Vec<&str> = Vec::new();
    for tried in tried {
        if !labels.contains(&tried.label.as_str()) {
            labels.push(&tried.label);
        }
    }
    match labels.as_slice() {
        [] => "its source".to_owned(),
        [label] => format!("source {label}"),
        labels => format!("sources {}", listed(labels)),
    }
}

fn source(tried: &Tried) -> String {
    match tried.linked_from {
        Some(_) => format!("a document that source {} links", tried.label),
        None => format!("source {}", tried.label),
    }
}

fn was(facts: &QuoteFacts<'_>) -> &'static str {
    if facts.cited.len() > 1 { "were" } else { "was" }
}

fn is_copy(tried: &Tried) -> bool {
    matches!(tried.read_from, ReadFrom::Archive | ReadFrom::NamedArchive | ReadFrom::Evidence)
}

fn copy(tried: &Tried) -> String {
    let what = match tried.read_from {
        ReadFrom::Archive | ReadFrom::NamedArchive => "the capture",
        ReadFrom::Evidence => "our own copy",
        ReadFrom::Live | ReadFrom::Rendered => return "the page".to_owned(),
    };
    tried.captured_at.map_or_else(|| what.to_owned(), |moment| format!("{what} made on {}", day(moment)))
}

fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}
