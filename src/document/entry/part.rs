//! What a part of an entry says of the one source that it is about: the title, and around it the names, the dates and
//! the publisher.

use std::ops::Range;

use crate::date::DateRead;
use crate::document::{Said, Source};
use crate::finding::Code;
use crate::locator::{doi, identifier, relative};

use super::archived::Cited;
use super::dates::{self, Announced, Event};
use super::sentences::sentence_end;
use super::title::{self, By, Place, Stop, Title};
use super::{
    EntryText, Link, Words, authors, container, date_findings, dated_behind, east_asian, law, lead_in, names, people,
    publisher, unmarked,
};

/// A part of an entry that is about one source.
pub(super) struct Part<'a> {
    pub(super) entry: &'a EntryText<'a>,
    /// Without the signal before it.
    pub(super) range: Range<usize>,
    /// Bytes of the signal.
    pub(super) signal: usize,
    pub(super) cited: Option<Cited>,
    pub(super) announced: &'a [Announced],
}

impl Part<'_> {
    pub(super) fn read(&self, findings: &mut Vec<(Code, String, Range<usize>)>) -> Source {
        let text = self.entry.text;
        let mut source = Source::from(Said { doi: self.doi(), ..Said::default() });
        self.addresses(&mut source);
        let link = title::named_link(self.entry, self.cited);
        let head = self.head();
        let place = Place { part: self.range.clone(), head, stop: self.stop(head), signalled: self.signal > 0 };
        let title = title::find(self.entry, &place, link);
        let published = self.published(title.as_ref(), head);
        source.published = published.as_ref().and_then(|(_, date)| dates::value(date));
        source.accessed = self.date(Event::Accessed);
        source.archive_date = self.date(Event::Archived);
        if let Some(title) = &title {
            let host = |title: &str| source.url.as_ref().is_some_and(|url| lead_in::is_host(title, url));
            source.title = Some(text[title.words.clone()].to_owned()).filter(|title| !title.is_empty() && !host(title));
            self.names(&mut source, title, published.as_ref().map(|(range, _)| range));
        } else if let Some(year) = self.journal_line(head) {
            source.publisher = publisher::find(self.entry, self.range.start..year.start, false);
        }
        if let Some((_, date)) = &published {
            date_findings(self.entry, date, findings);
        }
        source
    }

    /// The address and its capture; without one, the address that an identifier of an entry stands for.
    fn addresses(&self, source: &mut Source) {
        let Some(cited) = self.cited else {
            if source.doi.is_none() {
                let found = identifier::find(&self.entry.text[self.range.clone()]);
                source.url = found.first().map(|found| found.identifier.url());
            }
            return;
        };
        let link = &self.entry.links[cited.link];
        source.url = Some(relative::without_breaks(link.url.clone()));
        source.url_spans = link.spans.clone().into();
        source.archive_url = cited.archive.map(|archive| self.entry.links[archive].url.clone());
    }

    fn doi(&self) -> Option<String> {
        // An identifier ends with the link that it is the words of, whatever is glued to that.
        let mut cuts = vec![self.range.start, self.range.end];
        let named = self.entry.links.iter().filter(|link| link.words == Words::Names);
        cuts.extend(named.flat_map(|link| [link.range.start, link.range.end]).filter(|at| self.range.contains(at)));
        cuts.sort_unstable();
        let pieces = cuts.windows(2).filter_map(|cut| self.entry.text.get(cut[0]..cut[1]));
        let mut found = pieces.flat_map(doi::find).map(|(_, doi)| doi);
        let of_link = || doi::of_address(&self.entry.links[self.cited?.link].url);
        of_link().or_else(|| found.next()).map(|doi| doi.to_lowercase())
    }

    /// Where the words end and dates that a word announces, or addresses, begin.
    fn head(&self) -> usize {
        let announced = self.announced.iter().map(|announced| announced.range.start);
        let leads = |link: &&Link| link.words == Words::Address || title::is_nameless(self.entry, &self.range, link);
        let addresses = self.entry.links.iter().filter(leads).map(|link| link.range.start);
        let doi = ["doi:", "DOI:", "doi.org", "DOI ", "https://doi"]
            .iter()
            .filter_map(|word| self.entry.text[self.range.clone()].find(word).map(|at| self.range.start + at));
        announced
            .chain(addresses)
            .chain(doi)
            .chain(self.identifier())
            .filter(|at| self.range.contains(at))
            .min()
            .unwrap_or(self.range.end)
    }

    fn identifier(&self) -> Option<usize> {
        let found = lead_in::identifier_apart(&self.entry.text[self.range.clone()]);
        found.map(|at| self.range.start + at)
    }

    /// What the words end at.
    fn stop(&self, head: usize) -> Stop {
        if self.announced.iter().any(|announced| announced.range.start == head) {
            Stop::Date
        } else if head < self.range.end && Some(head) != self.identifier() {
            Stop::Address
        } else {
            Stop::End
        }
    }

    fn date(&self, event: Event) -> Option<crate::date::PartialDate> {
        let mut dates = self.announced.iter().filter(|a| a.event == event && self.range.contains(&a.range.start));
        dates.find_map(|announced| dates::value(&announced.date))
    }

    /// The date of publication: announced, else the first behind the title, else before it.
    fn published(&self, title: Option<&Title>, head: usize) -> Option<(Range<usize>, DateRead)> {
        let announced =
            self.announced.iter().find(|a| a.event == Event::Published && self.range.contains(&a.range.start));
        if let Some(announced) = announced {
            return Some((announced.range.clone(), announced.date.clone()));
        }
        let (text, order) = (self.entry.text, self.entry.order);
        let Some(title) = title else {
            let of_journal =
                || dates::behind_words(text, self.journal_line(head).map(|year| self.range.start..year.end)?, order);
            return dates::unannounced(text, self.range.start..head, order)
                .or_else(of_journal)
                .or_else(|| self.modified())
                .or_else(|| self.dated_behind());
        };
        let end = self.next_stop(self.behind(title));
        let before = || dates::unannounced(text, self.range.start..title.words.start, order);
        let first = match title.by {
            By::Year => before(),
            By::Authorless => dates::unannounced(text, title.words.end..title.whole.end, order),
            _ => None,
        };
        first
            .or_else(|| dates::unannounced(text, title.whole.end..end, order))
            .or_else(|| dates::behind_words(text, title.whole.end..end, order))
            .or_else(before)
            .or_else(|| self.modified())
            .or_else(|| self.dated_behind())
    }

    /// The date behind the address, or behind a link that only names the site.
    fn dated_behind(&self) -> Option<(Range<usize>, DateRead)> {
        let (text, order) = (self.entry.text, self.entry.order);
        let link = &self.entry.links[self.cited?.link];
        // A date that words before the link announce, `Archived from [the original] on 3 May 2020`, is none of publication.
        let told = self.announced.iter().find(|own| own.range.contains(&link.range.end)).map(|own| own.range.end);
        let start = told.unwrap_or(link.range.end);
        let region = start..self.next_stop(start);
        let named = || dates::unannounced(text, region.clone(), order).filter(|_| link.words == Words::Names);
        dated_behind::behind_address(text, region.clone(), order).or_else(named)
    }

    /// The year of the journal that a part without a title begins with.
    fn journal_line(&self, head: usize) -> Option<Range<usize>> {
        let line = container::journal_line(self.entry.text.get(self.range.start..head)?)?;
        Some(self.range.start + line.start..self.range.start + line.end)
    }

    /// The date of the last change, where nothing better is told.
    fn modified(&self) -> Option<(Range<usize>, DateRead)> {
        let own = |a: &&Announced| a.event == Event::Modified && self.range.contains(&a.range.start);
        self.announced.iter().find(own).map(|announced| (announced.range.clone(), announced.date.clone()))
    }

    /// The first announced date or address at or behind `at`.
    fn next_stop(&self, at: usize) -> usize {
        let announced = self.announced.iter().map(|announced| announced.range.start);
        let addresses = self.entry.links.iter().map(|link| link.range.start);
        announced.chain(addresses).filter(|&stop| stop >= at && stop < self.range.end).min().unwrap_or(self.range.end)
    }

    /// Whether the words that the entry begins with are emphasised, from the first to the last.
    fn is_emphasised(&self, words: &str) -> bool {
        let bare = words.trim_end_matches(|c: char| !c.is_alphanumeric());
        let lead = bare.len() - bare.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        let own = self.range.start + lead..self.range.start + bare.len();
        let whole = |range: &Range<usize>| range.start <= own.start && own.end <= range.end;
        !own.is_empty() && self.entry.emphasised.iter().any(whole)
    }

    /// Names up to what is emphasised behind them and is no name of a person: a work, or the paper that the title is in.
    fn without_works<'n>(&self, names: &'n str) -> &'n str {
        let parted = |before: &&str| before.trim_end().ends_with([',', '.', ':']);
        let works = self.entry.emphasised.iter().filter(|range| {
            let words = self.entry.text[range.start..range.end].trim_matches([',', '.', ' ']);
            !authors::is_person(words) && !names::are_names(words)
        });
        let starts = works.filter_map(|range| range.start.checked_sub(self.range.start));
        let before = starts.filter_map(|at| names.get(..at)).find(parted);
        before.map_or(names, str::trim_end)
    }

    /// Where what stands behind a title goes on: behind the link that only names its publisher.
    fn behind(&self, title: &Title) -> usize {
        let own = self.cited.map(|cited| self.entry.links[cited.link].range.end);
        self.past_capture(own.filter(|_| title.by == By::Work).unwrap_or(title.whole.end))
    }

    /// Behind a bracket at `at` that only tells of a capture, `(Memento vom 2. Januar 2019 im Internet Archive)`.
    fn past_capture(&self, at: usize) -> usize {
        let rest = self.entry.text.get(at..self.range.end).unwrap_or_default();
        at + publisher::capture(rest)
    }

    /// Authors before the title; publisher, and sometimes authors, behind it.
    fn names(&self, source: &mut Source, title: &Title, published: Option<&Range<usize>>) {
        let text = self.entry.text;
        let before = text[self.range.start..title.whole.start.max(self.range.start)].trim_end();
        if title.by != By::Position
            && (matches!(title.by, By::Year | By::Sentence | By::Names)
                || title.follows(before)
                || title.by == By::Marks && east_asian::is_name(before))
        {
            let end =
                published.map_or(before.len(), |date| date.start.saturating_sub(self.range.start).min(before.len()));
            let names = unmarked::without_date(before[..end].trim_end_matches(['(', '（', ' ']));
            let names = if title.by == By::Sentence { names.trim_end_matches('.') } else { names };
            let names = self.without_works(names);
            let names = title::behind_address_in(self.entry, self.range.start, names);
            let written = authors::read(lead_in::without_kind(lead_in::behind_last(names)));
            // What is emphasised as a whole before a title, and is no name of a person, names what it stands in.
            if !self.is_emphasised(before)
                || written.iter().all(|name| authors::is_person(name))
                || names::are_names(names)
            {
                source.authors = written;
            }
        }
        if let Some(byline) = self.byline(title) {
            source.authors = authors::read(byline);
        }
        let identifier = self.identifier().filter(|&at| at >= title.whole.end);
        let stop = self.next_stop(self.past_capture(title.whole.end)).min(identifier.unwrap_or(usize::MAX));
        let stop = published.filter(|date| date.start >= title.whole.end).map_or(stop, |date| stop.min(date.start));
        let mut tail = title.whole.end..stop;
        if title.by == By::Link {
            tail = self.author_behind(source, tail);
        }
        if title.by == By::Emphasis && before.is_empty() {
            tail = self.people_behind(source, tail);
        }
        // `Do trees kill? What is known of it.`: only a name is sure to be no second half of the title.
        let asks = title.by == By::Year && text[..title.whole.end].ends_with(['?', '!']);
        // `*World press index*. (2024). Watch House.`: an author would stand before the year, and not this one.
        if let Some(date) = published.filter(|date| title.by == By::Emphasis && before.is_empty() && date.start == stop)
        {
            let opens = text[title.whole.end..date.start].trim_matches([' ', '.']) == "(";
            if opens && text[date.end..].starts_with("). ") {
                tail = date.end + 1..self.next_stop(date.end).min(identifier.unwrap_or(usize::MAX));
            }
        }
        if let Some(name) = self.reporter(title, published) {
            source.publisher = Some(name.to_owned());
            return;
        }
        source.publisher = match self.cited.filter(|_| title.by == By::Work) {
            Some(cited) => Some(text[self.entry.links[cited.link].range.clone()].trim().to_owned()),
            None => publisher::find(self.entry, tail, before.ends_with(':')),
        };
        source.publisher.take_if(|name| asks && !names::is_proper(name));
        // `Title. Richard R. John, 2009.`: whoever has an initial in the middle is no publisher.
        if source.authors.is_empty() && source.publisher.as_deref().is_some_and(authors::has_initial) {
            let said: &mut Said = source;
            said.authors.extend(said.publisher.take());
        }
    }

    /// `Sea LR` of `‘Title’ (2009) 36 Sea LR 401`.
    fn reporter(&self, title: &Title, published: Option<&Range<usize>>) -> Option<&str> {
        let text = self.entry.text;
        let date = published.filter(|_| title.by == By::Marks)?;
        let opens = text.get(title.whole.end..date.start)?.trim() == "(";
        let behind = text.get(date.end..self.next_stop(date.end)).filter(|_| opens)?.strip_prefix(") ")?;
        law::reporter(behind.split([',', '<', '.']).next()?.trim())
    }

    /// `Title | by Hazel Byrd | Site`: the name between the bars.
    fn byline(&self, title: &Title) -> Option<&str> {
        let rest = self.entry.text[title.whole.end..self.next_stop(title.whole.end)].strip_prefix(" | by ")?;
        let name = rest.split(['|', ',']).next()?;
        Some(name.split(" - ").next().unwrap_or(name).trim())
    }

    /// `**Title** Jane Doe, Max Poe *Journal* (2016-01)`: the names that follow a title in another type with nothing between, as
    /// where each stands in a line of its own.
    fn people_behind(&self, source: &mut Source, tail: Range<usize>) -> Range<usize> {
        let text = self.entry.text;
        let Some(slice) = text.get(tail.clone()) else { return tail };
        let bare = slice.trim_start_matches([' ', '\n', '\u{a0}']);
        let bare = bare.strip_prefix("by ").or_else(|| bare.strip_prefix("By ")).unwrap_or(bare);
        let start = tail.end - bare.len();
        let emphasis = self.entry.emphasised.iter().find(|range| start <= range.start && range.end <= tail.end);
        let end = emphasis.map_or(tail.end, |range| range.start);
        let names = text[start..end].trim_end_matches(|c: char| c.is_whitespace() || ",.(".contains(c));
        if start == tail.start || !people::are_people(names) {
            return tail;
        }
        source.authors = authors::read(names);
        end..tail.end
    }

    /// `by Josh Halliday. The Guardian` and `Paul Christiano, LessWrong` behind a link: a name, then the publisher.
    fn author_behind(&self, source: &mut Source, tail: Range<usize>) -> Range<usize> {
        let text = self.entry.text;
        let tail = title::trim(text, tail, |c| c.is_whitespace() || ",.:;–—-".contains(c));
        let slice = &text[tail.clone()];
        let said = slice.strip_prefix("by ").or_else(|| slice.strip_prefix("By "));
        let start = tail.start + said.map_or(0, |_| 3);
        let emphasis = self.entry.emphasised.iter().find(|range| tail.start <= range.start && range.end <= tail.end);
        let end = match emphasis {
            Some(range) => range.start,
            None => {
                start
                    + text[start..tail.end]
                        .find(", ")
                        .or_else(|| Some(sentence_end(&text[start..tail.end])).filter(|end| start + end < tail.end))
                        .unwrap_or(tail.end - start)
            }
        };
        let name = text[start..end.max(start)].trim_matches(|c: char| c.is_whitespace() || ",;:".contains(c));
        let name = name.strip_suffix('.').filter(|bare| !bare.ends_with("al")).unwrap_or(name);
        // Whose given name is known is no publisher, though nothing else follows: `[Title](…), Jane Doe, 2009`.
        let goes_on = end < tail.end || said.is_some() || people::are_people(name) && !names::is_body(name);
        if !goes_on || name.is_empty() || said.is_none() && !authors::is_person(name) && !authors::is_team(name) {
            return tail;
        }
        source.authors = authors::read(name);
        end..tail.end
    }
}
