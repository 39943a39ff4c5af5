//! Sources that stand behind a quote so plainly that a link before it, which may only name who or what its sentence speaks of,
//! does not count: `The mayor of [Nordhaven](…) said “…” on Monday ([Star](…))`.

use std::ops::Range;

use crate::document::saying::{goes_on, holds, is_from, say_many, says, words};
use crate::document::{Block, BlockKind, Marker};

use super::cluster::left_open;
use super::leading::{is_names, is_signature};
use super::links::{BRACKET_WORDS, CLOSE, LINK_REACH, OPEN, with};
use super::{Basis, Binder, Bound, OPENING, Passage, first_from, mention};

/// Links behind a quote that are looked at.
const MOST_LINKS: usize = 8;
/// Words between the quote and the source that is named behind it.
const LEAD_WORDS: usize = 5;
/// Words between a quote and who is told behind it to speak of it.
const SPOKEN_WORDS: usize = 6;
/// Words of the end of a clause behind a link that tells who reported it.
const END_WORDS: usize = 4;
/// Words behind a link before a quote among which the verb stands whose subject it is.
const VERB_WORDS: usize = 4;

/// A verb in the plural that only behind a linked year tells that somebody says something.
const YEAR_SAYS: &str = "write";
const ARTICLES: &str = "the a an der die das den dem des ein eine le la les l un une el los las una il lo gli i o os as um uma \
    de het een en ett et det den";
/// Verbs of what is told to somebody else, who is the source.
const TELLING: &str =
    "told tells telling erzählt erzählte raconté contó raccontato vertelde berättade fortalte рассказал рассказала";
/// What a source is named behind: `per`, `as … puts it`.
const AS: &str = "as wie comme como come zoals som jak jako как як kuten ca";
/// What is said or written in: `in a statement`, `in an interview with`.
const WORKS: &str = "statement statements interview interviews report reports letter letters speech article articles post posts tweet \
    thread memo email e-mail essay column paper study release blog editorial podcast audit review testimony transcript book \
    erklärung interview gespräch bericht brief rede artikel beitrag mitteilung aufsatz studie pressemitteilung kolumne buch \
    déclaration entretien entrevue rapport lettre discours communiqué billet étude tribune livre \
    declaración entrevista informe carta discurso artículo comunicado columna estudio libro \
    declaração relatório artigo estudo coluna livro nota dichiarazione intervista rapporto lettera discorso articolo \
    comunicato studio libro verklaring vraaggesprek rapport toespraak stuk bericht boek uttalande intervju rapport brev tal \
    artikel uttalelse tale udtalelse brev oświadczeniu wywiadzie raporcie liście artykule prohlášení rozhovoru zprávě dopise \
    заявлении интервью отчёте отчете письме статье речи докладе заяві звіті листі статті";
/// What stands before a work in which something is said, and the pronouns between.
const WITHIN: &str = "in from im aus dans en nel nella em no na i w v ve в у";
const ITS: &str =
    "its his her their my our seinem seiner ihrem ihrer son sa ses leur su sus suo sua suoi seu zijn haar hun sin sitt";
/// What leads from a work to its matter.
pub(super) const ABOUT: &str = "of about on over über von vom zu sur de du des sobre del di su da do van om av o об";
/// What else there is, but no source: `(see also …)`.
const ALSO: &str = "also auch aussi también anche também ook också også também também też też také также також map karte carte mapa \
    background hintergrund contrast compare contra";
/// Works that are on another one.
const REVIEWS: &str = "review reviews critique critiques rezension kritik besprechung reseña crítica recensione resenha recensie \
    bespreking recension anmeldelse recenzja recenzji recenzi рецензии рецензию отзыве";
/// Verbs of who says the contrary.
const DENYING: &str = "denies denied deny denying disputes disputed dispute rejects rejected reject contests contested contradicts \
    contradicted refutes refuted bestreitet bestritt bestreiten dementiert dementierte widerspricht widersprach leugnet nie nient \
    nié dément démenti conteste contestent niega negó niegan desmiente desmintió rechaza nega negou desmente rejeita smentisce \
    smentito respinge ontkent ontkende betwist förnekar förnekade benekter benektet benægter zaprzecza zaprzeczył odrzuca popírá \
    popřel отрицает опровергает отверг заперечує yalanladı kiistää kiisti cáfolja tagadja αρνείται neagă";

/// What a link before a quote is to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// It says that the quote is from there: `[X wrote](…)`, `according to [X](…)`.
    Source,
    /// It is the subject of the verb of saying: `The [Post](…) says`.
    Subject,
    /// It stands in the sentence.
    Other,
}

impl Binder<'_> {
    /// The source behind a quote that goes before the link before it, or beside that.
    pub(super) fn source_behind(
        &self,
        lead: &Marker,
        passage: &Passage,
        sentence: &Range<usize>,
        closed: usize,
        block: &Block,
    ) -> Option<Bound> {
        let own = self.part_of(lead, passage, sentence, block);
        if let Some((entries, basis)) = self.noted_behind(sentence, closed, block) {
            return Some(match own {
                Lead::Other => (entries, basis),
                Lead::Source | Lead::Subject => (with(entries, &lead.entries), basis),
            });
        }
        if own == Lead::Source {
            return None;
        }
        let apart = self.is_of_earlier(lead, passage, sentence);
        let first = self.links.partition_point(|link| link.range().start < closed);
        let near =
            self.links[first..].iter().take(MOST_LINKS).take_while(|link| link.range().start < block.range().end);
        let adjacent = self.adjacent_link(closed, block.range().end);
        let found = near.copied().find(|link| {
            let adjacent = adjacent.is_some_and(|own| own == *link);
            !link.entries.is_empty()
                && (adjacent || link.range().start < sentence.end)
                && self.is_named_source(link, sentence, closed, block, (adjacent, apart))
        })?;
        let basis = if adjacent == Some(found) { Basis::Adjacent } else { Basis::SameSentence };
        Some((found.entries.to_vec(), basis))
    }

    /// Whether a link that is told to say something is a source of the quote beside a mark that stands behind that.
    pub(super) fn speaks_beside(&self, link: &Marker, passage: &Passage, sentence: &Range<usize>) -> bool {
        let block = &self.document.blocks[passage.blocks.1];
        self.part_of(link, passage, sentence, block) != Lead::Other
    }

    /// Whether the first mark behind a quote is right behind another one which says something else than a link before both.
    pub(super) fn is_of_another_quote(&self, closed: usize) -> bool {
        first_from(&self.leading, closed)
            .is_some_and(|note| self.is_behind_quote(note) && !self.runs_on(closed, note.range().start))
    }

    fn part_of(&self, link: &Marker, passage: &Passage, sentence: &Range<usize>, block: &Block) -> Lead {
        let label = self.label(link);
        let gap = self.near_text(link.range().end..passage.range.start.max(link.range().end));
        if self.is_of_earlier(link, passage, sentence) {
            return Lead::Other;
        }
        let before = self.before(link.range().start, sentence.start);
        let clause = before.rsplit([',', ';', ':', '，', '；', '：']).next().unwrap_or_default();
        let bracketed = left_open(before).is_some();
        let named = words(clause).rev().skip_while(|word| holds(ARTICLES, word)).take(2);
        let according = named.into_iter().any(|word| word == "according") || is_from(clause);
        // A link in a bracket is a remark on something else, but a year behind the name of who writes.
        let year = mention::says_of(label, YEAR_SAYS) && mention::says_of(label, gap);
        let within = words(clause).rev().find(|word| !holds(ARTICLES, word) && !holds(ITS, word));
        let of_work = words(label).any(|word| holds(WORKS, &word)) && within.is_some_and(|word| holds(WITHIN, &word));
        if year || !bracketed && (says(label) || according || of_work) {
            return Lead::Source;
        }
        let opened = gap.trim_start_matches(|c: char| c.is_whitespace() || "*_".contains(c));
        let colon = opened.starts_with([':', '：']) && block.kind != BlockKind::Item;
        let mut verb = words(opened).take(VERB_WORDS);
        let verb = opened.starts_with(char::is_alphabetic)
            && says(&verb.by_ref().collect::<Vec<_>>().join(" "))
            && !words(opened).take(VERB_WORDS).any(|word| holds(TELLING, &word));
        let bare = |word: String| holds(ARTICLES, &word) || holds(AS, &word);
        let whole = words(clause).skip(usize::from(goes_on(clause))).all(bare);
        let inverted = says(clause) && !opened.starts_with(char::is_alphabetic);
        // The front page of a site says who somebody is, and nothing that was said once.
        let subject = !bracketed && !self.is_front_page(link) && (whole && (verb || colon) || inverted);
        if subject { Lead::Subject } else { Lead::Other }
    }

    /// The source in a bracket right behind a quote, or that ends its clause or its sentence.
    fn noted_behind(&self, sentence: &Range<usize>, closed: usize, block: &Block) -> Option<Bound> {
        let (open, entries) = self.closing_bracket(sentence, closed, block)?;
        let remark = self.near_text(open..block.range().end.max(open));
        let remark = remark.find(CLOSE).map_or(remark, |close| &remark[..close]);
        if entries.is_empty() || words(remark).any(|word| holds(ALSO, &word)) || !self.runs_on(closed, open) {
            return None;
        }
        let basis = if self.is_punctuation(closed..open) { Basis::Adjacent } else { Basis::SameSentence };
        Some((entries, basis))
    }

    /// Whether a link behind a quote is named there as its source.
    fn is_named_source(
        &self,
        link: &Marker,
        sentence: &Range<usize>,
        closed: usize,
        block: &Block,
        (adjacent, apart): (bool, bool),
    ) -> bool {
        let (label, (start, end)) = (self.label(link), (link.range().start, link.range().end));
        let gap = self.near_text(closed..start);
        let rest = self.near_text(end..sentence.end.max(end));
        if mention::is_issue(label)
            || gap.contains(OPEN)
            || self.is_denied(link, closed)
            || self.leads_to_next(link, sentence)
            || !self.runs_on(closed, start)
        {
            return false;
        }
        let ends = rest.trim_start_matches(['*', '_', ' ']);
        let ends_clause = ends.is_empty() || ends.starts_with([',', ';', '.', '!', '?', '，', '；', '。']);
        let parted = gap.trim_start_matches(['”', '"', '’', '»', '“', ' ', '\u{a0}']);
        if adjacent {
            let bare = gap.trim().is_empty();
            let leads = words(label).next().is_some_and(|word| holds(PREPOSITIONS, &word)) || says(label);
            let reported = self.ends_in_report(end, sentence);
            if self.ends_in_stop(closed) || parted.starts_with(['.', '!', '?']) {
                // What stands behind the stop is of no sentence of the quote.
                let rest = self.near_text(end..block.range().end.max(end));
                return !rest.starts_with([',', ';', ':']) && self.stands_alone(link, block.range().end);
            }
            let dashed = parted.starts_with(['—', '–', '-', '―']) && ends_clause;
            return bare && (leads || ends_clause) || dashed || leads && ends_clause || reported;
        }
        if gap.chars().count() > LINK_REACH || gap.contains([';', '；', '.']) {
            return false;
        }
        let clause = gap.rsplit([',', '，', '–', '—']).next().unwrap_or_default();
        let parts = clause.len() < gap.len();
        let count = words(clause).count();
        let first = words(clause).next().unwrap_or_default();
        // A review of something is not that.
        let about = words(clause).rev().find(|word| !holds(ARTICLES, word)).is_some_and(|word| holds(ABOUT, &word));
        let of_work = || !about && words(clause).chain(words(label)).any(|word| holds(WORKS, &word));
        let works = |word: &String| holds(WORKS, word) || holds(REVIEWS, word);
        let owned = || words(clause).any(|word| holds(ITS, &word)) && words(clause).any(|word| works(&word));
        // `de` and the like are articles in other languages.
        let on = about || words(clause).next_back().is_some_and(|word| holds(ABOUT, &word));
        let reviewed = || on && (owned() || words(clause).any(|word| holds(REVIEWS, &word)));
        if goes_on(gap) && !self.is_host(link) || count > BRACKET_WORDS {
            return false;
        }
        let told_of = is_from(clause) || first == "according" || holds("aldus selon d", &first);
        let as_told = || holds(AS, &first) && (ends_clause && says(clause) || self.ends_in_report(end, sentence));
        let in_work = || holds(PREPOSITIONS, &first) && (of_work() || self.is_host(link) && !reviewed());
        // `, Reuters [reported](…)`, `, [the Star](…) reported`.
        let reported =
            || parts && count <= LEAD_WORDS && (says(label) && ends_clause || self.ends_in_report(end, sentence));
        let signed = || label.contains("://") && (is_signature(gap) || is_names(gap)) && ends_clause;
        let told = || apart && says(gap) && ends_clause;
        (told_of && count <= LEAD_WORDS) || as_told() || in_work() || reported() || signed() || told()
    }

    /// Whether a link behind a quote is the subject of a verb in the plural, which elsewhere could be a noun: the words between lead
    /// to it, `is how [they](…) describe it`, or the verb stands among these, `, écrivent [ils](…)`, `, so beschreiben [sie](…) es`.
    pub(super) fn say_it(&self, link: &Marker, closed: usize, sentence: &Range<usize>) -> bool {
        const HOW: &str = "how what as wie comment comme ainsi cómo como così come hoe zoals hur som hvordan jak как";
        const SO: &str = "so ainsi así assim così zo så tak так";
        let gap = self.near_text(closed..link.range().start.max(closed));
        let count = words(gap).count();
        if !(1..=SPOKEN_WORDS).contains(&count) || gap.contains(OPENING) || goes_on(gap) {
            return false;
        }
        let within =
            self.document.prose.text()[..closed].trim_end_matches(['”', '"', '’', '»', '“', '«', ' ', '\u{a0}']);
        let parted = gap.trim_start().starts_with([',', '—', '–']) || within.ends_with([',', '!', '?']);
        let mut own = words(gap).filter(|word| !holds(ARTICLES, word));
        let (first, last) = (own.next().unwrap_or_default(), own.next_back());
        let led = words(gap).any(|word| holds(HOW, &word)) && !says(gap);
        let inverted = match last {
            None => parted && say_many(&first),
            Some(last) => holds(SO, &first) && count <= VERB_WORDS && say_many(&last),
        };
        inverted || led && say_many(self.rest(link.range().end, sentence.end, 2))
    }

    /// Whether what stands behind a link is a verb of saying that ends its clause, or nearly so.
    fn ends_in_report(&self, at: usize, sentence: &Range<usize>) -> bool {
        const ON: &str = "that it not dass es que il ne che lo non dat niet att että że что";
        let rest = self.near_text(at..sentence.end.max(at));
        let clause = rest.split([',', ';', '.', '，', '；', '。']).next().unwrap_or_default();
        let first = words(clause).take(2).collect::<Vec<_>>().join(" ");
        let puts = words(clause).next().is_some_and(|word| word == "puts" || word == "put");
        !rest.contains(OPENING)
            && says(&first)
            && words(clause).count() <= END_WORDS
            && (puts || !words(clause).any(|word| holds(ON, &word)))
    }

    /// Whether who is named by a link denies what is quoted before.
    pub(super) fn is_denied(&self, link: &Marker, closed: usize) -> bool {
        let denies = |text: &str| words(text).any(|word| holds(DENYING, &word));
        let end = self.document.prose.text().len();
        let gap = self.near_text(closed..link.range().start.max(closed));
        let clause = gap.rsplit([',', '，', '–', '—']).next().unwrap_or_default();
        denies(self.label(link)) || denies(clause) || denies(self.rest(link.range().end, end, 2))
    }

    /// Whether a link names who says the next quote of the sentence.
    fn leads_to_next(&self, link: &Marker, sentence: &Range<usize>) -> bool {
        let rest = self.near_text(link.range().end..sentence.end.max(link.range().end));
        let Some(open) = rest.find(OPENING) else { return false };
        let lead = rest[..open].trim_start_matches(['*', '_', ' ']);
        !lead.starts_with([',', ';', '.', ')', '，', '；']) && !lead.starts_with(CLOSE) && !goes_on(lead)
    }

    /// Whether a link before a quote is of an earlier one in its sentence: it is the mark of that, or says it and another clause
    /// begins behind, or another speaks between the two.
    fn is_of_earlier(&self, link: &Marker, passage: &Passage, sentence: &Range<usize>) -> bool {
        let gap = self.near_text(link.range().end..passage.range.start.max(link.range().end));
        let next = gap.trim_start_matches([',', '，', '、', ' ']);
        let parted = gap.contains([';', '；', '؛']) || goes_on(next);
        let quoted = || self.before(link.range().start, sentence.start).contains(['”', '"', '»', '“', '」', '』']);
        self.is_behind_quote(link) || !self.leads_up(link, passage) || parted && quoted()
    }

    /// Whether the quotes behind one that ends at `closed`, up to a place, are said in one breath with it.
    fn runs_on(&self, closed: usize, to: usize) -> bool {
        let end = closed..closed;
        self.are_joined(&[std::slice::from_ref(&end), &self.quotes_within(closed..to)[..]].concat())
    }

    /// Whether the quotes that stand between a link and another quote are said in one breath with that.
    fn leads_up(&self, link: &Marker, passage: &Passage) -> bool {
        let within = self.quotes_within(link.range().end..passage.range.start);
        self.are_joined(&[&within[..], std::slice::from_ref(&passage.range)].concat())
    }

    fn quotes_within(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let quoted = &self.document.quoted;
        let first = quoted.partition_point(|own| own.parts[0].start() < range.start);
        let own = quoted[first..].iter().take(MOST_LINKS);
        let ranges = own.map(|own| own.parts[0].start()..own.parts.last().map_or(range.end, |part| part.end()));
        ranges.take_while(|own| own.end <= range.end).collect()
    }

    /// Whether nothing but a joiner parts quotes.
    fn are_joined(&self, quotes: &[Range<usize>]) -> bool {
        quotes.windows(2).all(|pair| {
            let gap = self.near_text(pair[0].end..pair[1].start.max(pair[0].end));
            let count = words(gap).count();
            (count == 0 || count == 1 && goes_on(gap)) && !gap.contains([';', '；', '.'])
        })
    }

    /// Whether the words of a link are part of the name of its host: `[the Star](https://star.example/…)`.
    fn is_host(&self, link: &Marker) -> bool {
        /// Letters of the shortest word.
        const WORD: usize = 3;
        let host = self.address(link).and_then(|url| url.split_once("://")?.1.split(['/', '?', '#', ':']).next());
        let host = host.unwrap_or_default().to_lowercase();
        let mut own = words(self.label(link)).filter(|word| !holds(ARTICLES, word));
        own.any(|word| word.chars().count() >= WORD && host.contains(&word))
    }

    /// Whether a link leads to the front page of a site.
    fn is_front_page(&self, link: &Marker) -> bool {
        let behind = self.address(link).and_then(|url| url.split_once("://")).map(|(_, rest)| rest);
        let path = behind.map(|rest| rest.find(['/', '?', '#']).map_or("", |at| &rest[at..]));
        path.is_some_and(|path| path.is_empty() || path == "/")
    }

    /// The address that a link leads to.
    fn address(&self, link: &Marker) -> Option<&str> {
        link.entries.first().and_then(|&entry| self.document.entries.get(entry)?.source.url.as_deref())
    }
}

/// Words that lead to what something is said in.
const PREPOSITIONS: &str = "in from at on by per via with to im aus bei auf mit von gegenüber dans sur par chez avec à au dans en con \
    del nel nella su a em no na com por uit op van i på med w z dla v ve pro в из на для с у";
