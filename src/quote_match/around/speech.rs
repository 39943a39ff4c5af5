//! Who says it, in the middle of what is said: “We hid nothing,” said the engineer, “and we never will.” The page closes its
//! quotation marks before such words and opens them again behind, so who quotes what was said quotes it letter for letter
//! without them.

use std::borrow::Cow;
use std::ops::Range;

use super::speakers;
use crate::page::Ends;
use crate::quote_match::folding::align::{Step, StepKind};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::sentences::{begins_sentence, goes_on};
use crate::quote_match::folding::words::{is_function, is_one_of, is_pronoun, is_role, is_title};
use crate::quote_match::languages::language::Language;
use crate::quote_match::languages::letters::{is_apostrophe, is_quotation_mark, is_unspaced};

/// Words that tell who says it, with what he is and whom he tells.
const LONGEST: usize = 30;

/// Words behind them within which what is said ends, and of the words behind that.
const SAID: usize = 150;
const BEHIND: usize = 12;

/// Words between the commas of a French page that tell who says it; and those of `-t-il` and one more.
const INCISE: usize = 12;
const INVERTED_WORDS: usize = 3;

/// Pronouns behind a French verb, and the `t` before them.
const INVERTED: &str = "t il elle ils elles on";

/// What stands before a French word for one that is known, and what may stand between, folded.
const WHOSE: &str = "l la le les leur leurs ma mes mon nos notre sa ses son vos votre";
const BEFORE_ROLES: &str = "ancien ancienne anciens anciennes jeune premier premiere vieille vieux";

/// Who is told to speak in French, folded.
const FRENCH_ROLES: &str = "accusation accuse accusee actrice acteur adjoint adjointe agence agriculteur ami amie architecte artiste auteur autrice \
    avocat avocate avocats capitaine chef cheffe chercheur chercheuse chercheurs coach collegue comedien comedienne commissaire compagne \
    compagnon conseiller conseillere coordinateur coordinatrice cousin cousine defense depute deputee directeur directrice dirigeant \
    dirigeante ecrivain ecrivaine editeur elu elue elus enseignant enseignante entraineur epouse epoux expert experte experts femme fille fils \
    fondateur fondatrice frere gendarme gerant gerante gouverneur historien historienne homme infirmier infirmiere ingenieur ingenieure \
    inspecteur inspectrice interesse interessee journaliste journal juge juges maire mairesse magistrat magistrate mari medecin mere militant \
    militante ministre musicien musicienne officier oncle ouvrier ouvriere patron patronne pere pilote policier policiere porte prefet prefete \
    president presidente professeur professeure procureur procureure proprietaire psychologue realisateur realisatrice redacteur redactrice \
    responsable responsables roi reine romancier romanciere secretaire senateur senatrice soeur specialiste syndicat syndicaliste tante temoin \
    temoins trentenaire quadragenaire quinquagenaire sexagenaire veuf veuve vice victime voisin voisine voisins";

/// Verbs of saying as they stand beside what is said, folded, in the languages whose papers write so.
const SAYS: &str = "add added adding adds admit admits admitted announced announces answered answers argue argued argues ask asked asks \
    believe believes claim claimed claims complained complains conceded concedes concluded concludes confessed confesses continued \
    continues cried declared declares explain explained explaining explains insisted insists joked jokes laughed laughs \
    muttered noted notes observed observes promised promises quipped recalled recalls remarked remarks remembered remembers \
    replied replies reported reports said say saying says shouted shouts sighed sighs stated states stressed stresses \
    suggested suggests tell telling tells testified thinks thought told tweeted warned warns went whispered whispers wrote \
    writes \
    antwortet antwortete berichtet berichtete betont betonte erganzt erganzte erinnert erklart erklarte erzahlt erzahlte \
    findet fordert forderte fragt fragte fugt fugte glaubt klagt klagte kritisiert kritisierte lacht lachte mahnt mahnte meint \
    meinte raumt raumte rief ruft sagen sagt sagte sagten schreibt schrieb versichert versicherte warnt warnte \
    affirmait affirme ajoute ajoutait assure avoue conclut confie declarait declare demande dit disait ecria ecrie ecrit estime exclama exclame explique expliquait \
    ironise lance note poursuit precise raconte racontait rappelle reconnait repond souligne temoigne \
    afirma afirmo agrega agrego anade anadio asegura aseguro conto cuenta declaro dice dijo escribe escribio explica explico \
    grita grito exclama exclamo pregunto reconoce recuerda respondio senala senalo sostiene \
    afferma affermato aggiunge aggiunto detto dichiara dichiarato disse osserva racconta raccontato ricorda scrive spiega \
    spiegato sottolinea \
    acrescenta acrescentou afirmou contou declarou diz disse escreveu explicou lembra \
    aldus antwoordde schreef schrijft verklaart vertelde vertelt vindt voegde voegt vroeg waarschuwt zegt zei \
    dodaje dodal dodala mowi odparl odparla podkreslil podkreslila powiedzial powiedziala stwierdzil stwierdzila wyjasnia zapytal zapytala \
    rekl rekla uvedl uvedla \
    berattar sager sade siger sagde sanoi sanoo добавил добавила заявил заявила говорит ответил ответила отметил отметила подчеркнул \
    подчеркнула пояснил пояснила рассказал рассказала крикнул крикнула сказал сказала сказали спросил спросила \
    додав додала зазначив зазначила каже пояснив пояснила сказав ειπε λεει";

/// The same in Chinese.
const CHINESE_SAYS: [&str; 11] = ["喊道", "叫道", "说", "說", "说道", "表示", "指出", "补充道", "補充道", "称", "稱"];

/// Words for somebody else than who spoke before.
const OTHERS: [&str; 12] =
    ["another", "anderer", "andere", "autre", "autres", "other", "others", "otro", "otra", "altro", "second", "third"];

/// Whether the words of `step` are only who says what stands around them, and the quote has nothing in their place. `end` is
/// where the passage ends.
pub(crate) fn is_left_out(quote: &Folded<'_>, page: &Folded<'_>, step: &Step, end: usize) -> bool {
    let tag = &step.page;
    let inner = tag.end < end && tag.start > 0 && (1..=LONGEST).contains(&tag.len());
    step.kind == StepKind::Changed
        && step.quote.is_empty()
        && step.quote.start > 0
        && inner
        && (is_tag(page, tag) || is_chinese_tag(page, tag) || is_incise(page, tag))
        && !runs_on(quote, page, step)
        && !speaks_another(page, tag, end)
}

/// Whether the quote ends a sentence at the place, which goes on on the page.
pub(crate) fn parts(quote: &Folded<'_>, page: &Folded<'_>, step: &Step) -> bool {
    let ends = |gap: &str| gap.contains(['.', '!', '?']) && !gap.contains("..");
    let small = page.written(step.page.end..step.page.end + 1).starts_with(char::is_lowercase);
    small && ends(quote.between(step.quote.start - 1)) && !ends(page.between(step.page.start - 1))
}

/// Words between two marks that close and open, in one sentence, with one verb of saying.
fn is_tag(page: &Folded<'_>, tag: &Range<usize>) -> bool {
    let (closing, opening) = (within_block(page, tag.start - 1), within_block(page, tag.end - 1));
    let (closing, opening) = (closing.as_ref(), opening.as_ref());
    let inner = || tag.start..tag.end - 1;
    let is_plain = |index: usize| !page.between(index).contains(|c| is_mark(c) || matches!(c, '\n' | '\t'));
    let quoted = closes(closing) && opens(opening) && is_single(closing) == is_single(opening);
    let dashed = || is_dashed(page, tag) && !inner().any(|index| page.between(index).contains(is_dash));
    (quoted || dashed())
        && inner().all(is_plain)
        && !(tag.start + 1..tag.end).any(|index| begins_sentence(page, index))
        && tag.clone().filter(|&index| says(page, index)).count() == 1
        && !tag.clone().any(|index| page.negates(index))
}

/// `，”玛塔说，“`: in Chinese nothing but the comma stands between, and the verb ends the words.
fn is_chinese_tag(page: &Folded<'_>, tag: &Range<usize>) -> bool {
    let (closing, opening) = (page.between(tag.start - 1), page.between(tag.end - 1));
    let closes = closing.contains(['”', '」'])
        && closing.contains(['，', '！', '？', '…'])
        && !closing.contains(['\n', '。', '：']);
    let opens = opening.ends_with(['“', '「']) && opening.contains(['，', '。']) && !opening.contains(['\n', '：']);
    let plain = (tag.start..tag.end - 1).all(|index| page.between(index).is_empty());
    let said = page.folded(tag.clone());
    closes
        && opens
        && plain
        && CHINESE_SAYS.iter().any(|verb| said.ends_with(verb))
        && !tag.clone().any(|index| page.negates(index))
}

/// `, dit son avocate.`, `, a-t-il ajouté,` within the marks of a French page: the verb stands before who says it, and only commas set both off.
fn is_incise(page: &Folded<'_>, tag: &Range<usize>) -> bool {
    let (closing, opening) = (page.between(tag.start - 1), page.between(tag.end - 1));
    let plain = |index: usize| {
        page.between(index).chars().all(|c| c.is_whitespace() || is_apostrophe(c) || matches!(c, '-' | '‐' | '‑'))
    };
    page.languages & Language::French.bit() != 0
        && tag.len() <= INCISE
        && matches!(closing.trim(), "," | "!" | "?" | "…")
        && matches!(opening.trim(), "," | "." | ";")
        && says_first(page, tag.start)
        && tells_who(page, tag)
        && (tag.start..tag.end - 1).all(plain)
        && tag.clone().filter(|&index| says(page, index)).count() <= 1
        && !tag.clone().any(|index| page.negates(index))
        && is_spoken(page, tag.start)
}

/// Whether a verb of saying, or `a-t-il ajouté`, begins with word `index`.
fn says_first(page: &Folded<'_>, index: usize) -> bool {
    const SAID: &str = "affirme ajoute annonce assure conclu confie declare dit explique indique lance poursuivi precise raconte rappele reconnu \
        repete repondu souligne";
    let helps = is_one_of("a ont", page.word(index));
    let said =
        (index + 1..page.words.len().min(index + 1 + INVERTED_WORDS)).find(|&at| !is_one_of(INVERTED, page.word(at)));
    !helps && says(page, index) || helps && said.is_some_and(|at| is_one_of(SAID, page.word(at)))
}

/// Whether who speaks stands behind the verb with which `tag` begins: `elle`, a name, `son avocate`. Any other noun is what somebody does
/// it to, as in `demande un délai`, `a ajouté du sel`.
fn tells_who(page: &Folded<'_>, tag: &Range<usize>) -> bool {
    let helps = is_one_of("a ont", page.word(tag.start));
    let is = |words: &str, at: usize| at < tag.end && is_one_of(words, page.word(at));
    if helps && is(INVERTED, tag.start + 1) {
        return true;
    }
    let subject = tag.start + 1 + usize::from(helps);
    let capital = || subject < tag.end && page.written(subject..subject + 1).starts_with(char::is_uppercase);
    let role = subject + 1 + usize::from(is(BEFORE_ROLES, subject + 1));
    // `a dit-il` is none.
    !helps && is(INVERTED, subject) || capital() || is(WHOSE, subject) && is(FRENCH_ROLES, role)
}

/// What stands behind word `index`, in one line where only a line of the block ends there, and what is said goes on behind a comma.
fn within_block<'p>(page: &'p Folded<'_>, index: usize) -> Cow<'p, str> {
    let between = page.between(index);
    let bytes = || page.bytes_between(index, index + 1);
    let only_line = |ends: &Ends| !ends.is_end_of_block(&bytes()) && !ends.is_end_of_paragraph(&bytes());
    if between.contains(',') && between.matches('\n').count() == 1 && page.ends.is_some_and(only_line) {
        return Cow::Owned(between.replace('\n', " "));
    }
    Cow::Borrowed(between)
}

/// `,” `, `?” `, `“, `: what is said does not end here, or ends with a sign that no comma stands behind.
fn closes(gap: &str) -> bool {
    let ellipsis = gap.contains('…') || gap.contains("..");
    gap.contains(is_quotation_mark)
        && gap.contains([',', '?', '!', '…', '—', '–', '，'])
        && (ellipsis || !gap.contains('.'))
        && !gap.contains(['\n', '\t', ':', ';'])
        && gap.ends_with(|c: char| c.is_whitespace() || matches!(c, '—' | '–'))
}

/// `, “`, `. “`: what is said goes on. A colon leads to what somebody else says.
fn opens(gap: &str) -> bool {
    gap.trim_end().ends_with(is_quotation_mark)
        && gap.contains([',', '.', ';', '—', '–', '!', '?', '…'])
        && !gap.contains(['\n', '\t', ':', '('])
}

/// `—No lo sé —dijo Marta—, pero`, `— Не знаю, — сказала Марта, — но`: who says it stands between dashes, in a paragraph that a dash
/// begins or within the quotation marks, and a sign of punctuation tells that what is said goes on.
fn is_dashed(page: &Folded<'_>, tag: &Range<usize>) -> bool {
    let (closing, opening) = (page.between(tag.start - 1), page.between(tag.end - 1));
    let parts = |gap: &str| {
        gap.contains(is_dash) && !gap.contains(|c| is_mark(c) || matches!(c, '\n' | '\t' | ':' | ';' | '('))
    };
    let closes = parts(closing) && (!closing.contains('.') || closing.contains('…'));
    let opens = parts(opening) && opening.contains([',', '.', '!', '?', '…']);
    closes && opens && is_spoken(page, tag.start)
}

/// Whether what stands before word `at` is said by somebody in its paragraph: a dash begins that, or a mark that is not closed.
fn is_spoken(page: &Folded<'_>, at: usize) -> bool {
    let gap = |index: Option<usize>| match index {
        Some(index) => page.between(index),
        None => &page.original[..page.start_of(0)],
    };
    let begins = |gap: &str| gap.contains('\n');
    let inner = (at.saturating_sub(SAID)..at).rev().map(|index| index.checked_sub(1));
    for index in inner {
        let gap = gap(index);
        if gap.contains(['»', '”']) {
            return false;
        }
        if gap.contains(['«', '“', '„']) {
            return true;
        }
        if begins(gap) || index.is_none() {
            return gap.trim_end().ends_with(is_dash);
        }
    }
    false
}

fn is_dash(c: char) -> bool {
    matches!(c, '—' | '–' | '―')
}

/// A quotation mark that is no apostrophe.
fn is_mark(c: char) -> bool {
    is_quotation_mark(c) && !is_apostrophe(c)
}

fn is_single(gap: &str) -> bool {
    !gap.contains(is_mark)
}

fn says(page: &Folded<'_>, index: usize) -> bool {
    let word = page.word(index);
    let so = word == "so" && page.languages & Language::German.bit() != 0;
    so || is_verb_of_saying(word)
}

/// Whether a folded word is such a verb, in whatever language.
pub(crate) fn is_verb_of_saying(word: &str) -> bool {
    SAYS.split_ascii_whitespace().any(|own| own == word)
}

/// Whether the quote makes one sentence of what the page ends and begins anew.
fn runs_on(quote: &Folded<'_>, page: &Folded<'_>, step: &Step) -> bool {
    let opening = page.between(step.page.end - 1);
    let capital = page.written(step.page.end..step.page.end + 1).starts_with(char::is_uppercase);
    opening.contains(['.', '!', '?']) && capital && goes_on(quote, step.quote.start)
}

/// Whether what is said behind the tag is told to be said by somebody else: “…,” said Reed. “…,” said Marsh.
fn speaks_another(page: &Folded<'_>, tag: &Range<usize>, end: usize) -> bool {
    if page.between(tag.end - 1).contains(is_dash) && is_single(page.between(tag.end - 1)) {
        // The next paragraph is somebody else's.
        let ends = (tag.end..end - 1).any(|index| page.between(index).contains('\n'));
        return ends || next_dashed(page, tag).is_some_and(|behind| is_another(page, tag, &behind));
    }
    if is_incise(page, tag) {
        return next_incise(page, tag).is_some_and(|behind| is_another(page, tag, &behind));
    }
    let single = is_single(page.between(tag.end - 1));
    let is_end = |gap: &str| if single { gap.contains(is_quotation_mark) } else { gap.contains(is_mark) };
    let last = page.words.len();
    let Some(closed) = (tag.end..last.min(tag.end + SAID)).find(|&index| is_end(page.between(index))) else {
        return false;
    };
    if closed + 1 >= last || page.between(closed).contains(['.', '\n', '\t']) {
        return false;
    }
    if is_unspaced_word(page, tag.start) {
        return speaks_another_in_chinese(page, tag, closed + 1);
    }
    is_another(page, tag, &clause(page, closed + 1, is_end))
}

fn is_another(page: &Folded<'_>, tag: &Range<usize>, behind: &Range<usize>) -> bool {
    let names = |words: &Range<usize>| -> Vec<&str> {
        words.clone().filter(|&index| names_somebody(page, index)).map(|index| page.word(index)).collect()
    };
    let told = behind.clone().any(|index| says(page, index));
    let (one, other) = (names(tag), names(behind));
    told && behind.clone().any(|index| OTHERS.contains(&page.word(index)))
        || told && !other.is_empty() && !other.iter().any(|name| one.contains(name))
        || speakers::is_another(page, tag, behind, |index| says(page, index))
}

/// The words from `start` on to where their sentence ends, or what is said goes on.
fn clause(page: &Folded<'_>, start: usize, is_end: impl Fn(&str) -> bool) -> Range<usize> {
    let ends = |index: usize| page.between(index).contains(['.', '!', '?', '\n', '\t']) || is_end(page.between(index));
    let length = (start..page.words.len()).take(BEHIND).take_while(|&index| index == start || !ends(index - 1)).count();
    start..start + length
}

/// The next words of the paragraph that a dash leads to and that tell who speaks: `—añadió su mujer`.
fn next_dashed(page: &Folded<'_>, tag: &Range<usize>) -> Option<Range<usize>> {
    const NEAR: usize = 3;
    let last = page.words.len().saturating_sub(1).min(tag.end + SAID);
    let inner = (tag.end..last).take_while(|&index| !page.between(index).contains('\n'));
    let dashed = inner.filter(|&index| page.between(index).contains(is_dash));
    let mut clauses = dashed.map(|index| clause(page, index + 1, |gap| gap.contains(is_dash)));
    clauses.find(|words| words.clone().take(NEAR).any(|index| says(page, index)))
}

/// The next words behind a comma, or behind the mark that closes, with which one is told to speak.
fn next_incise(page: &Folded<'_>, tag: &Range<usize>) -> Option<Range<usize>> {
    let last = page.words.len().saturating_sub(1).min(tag.end + SAID);
    let within = (tag.end..last).take_while(|&index| !page.between(index).contains('\n'));
    let found = within
        .filter(|&index| page.between(index).contains([',', '»', '”']))
        .find(|&index| says_first(page, index + 1))?;
    Some(clause(page, found + 1, |gap| gap.contains([',', '«', '“', '»', '”'])))
}

fn is_unspaced_word(page: &Folded<'_>, index: usize) -> bool {
    page.word(index).chars().all(is_unspaced)
}

/// The same in Chinese, where `他妻子说` stands behind what is said.
fn speaks_another_in_chinese(page: &Folded<'_>, tag: &Range<usize>, from: usize) -> bool {
    let own = speakers::speaker_in_chinese(page, tag.start, &CHINESE_SAYS);
    let other = speakers::speaker_in_chinese(page, from, &CHINESE_SAYS);
    own.zip(other).is_some_and(|(own, other)| speakers::is_another_in_chinese(own, other))
}

fn names_somebody(page: &Folded<'_>, index: usize) -> bool {
    let word = page.word(index);
    let capital = page.written(index..index + 1).starts_with(char::is_uppercase);
    (capital || is_role(word)) && !is_function(word) && !is_pronoun(word) && !is_title(word)
}
