//! Verbs that rule out or deny what a `that` begins, in one word or parted: `uteslöt att`, `sloot gisteren uit dat`; and those that
//! free somebody of a claim: `cleared her of the charge that`.

use std::ops::Range;

use super::{HEAD, Sentence};
use crate::quote_match::folding::words::is_function;
use crate::quote_match::languages::governing::Role;

/// The word of the clause, the verbs that stand before it, and words right before it with what belongs to them.
struct Verbs {
    that: &'static str,
    whole: &'static str,
    parted: &'static [(&'static str, &'static str)],
}

const VERBS: [Verbs; 9] = [
    Verbs {
        that: "dat",
        whole: "uitsluit uitsluiten uitsloot uitsloten tegenspreekt tegensprak",
        parted: &[
            ("uit", "sluit sluiten sloot sloten"),
            ("uitgesloten", "heeft hebben had hadden"),
            ("tegen", "spreekt spreken sprak spraken"),
            ("tegengesproken", "heeft hebben had hadden"),
        ],
    },
    Verbs {
        that: "dass",
        whole: "ausschliesst ausschliessen ausschloss ausschlossen abstreitet abstreiten abstritt abgestritten",
        parted: &[("aus", "schliesst schliessen schloss schlossen"), ("ab", "streitet streiten stritt stritten")],
    },
    Verbs { that: "att", whole: "utesluter uteslot uteslutit", parted: &[] },
    Verbs { that: "at", whole: "udelukker udelukkede udelukket", parted: &[] },
    Verbs {
        that: "ze",
        whole: "wyklucza wykluczaja wykluczyl wykluczyla wykluczyli vylucuje vyloucil vyloucila vyloucili",
        parted: &[],
    },
    Verbs {
        that: "que",
        whole: "exclut excluent excluye excluyen excluyo exclui excluiu",
        parted: &[("exclu", "a ont avait avaient est etait")],
    },
    Verbs {
        that: "що", whole: "виключає виключив виключила виключили", parted: &[]
    },
    Verbs {
        that: "οτι", whole: "αποκλειει αποκλειουν απεκλεισε απεκλεισαν", parted: &[]
    },
    Verbs { that: "etta", whole: "", parted: &[("pois", "sulkee sulkevat sulki sulkivat")] },
];

/// What frees somebody of a charge, and what takes one back.
const FREED: &str = "absolve absolved absolves absolving acquit acquits acquitted acquitting clear cleared clearing clears exonerate \
    exonerated exonerates exonerating vindicate vindicated vindicates vindicating";
const TAKEN_BACK: &str = "abandoned abandons apologised apologises apologized apologizes drop dropped drops renounced withdraw \
    withdrawn withdraws withdrew";

/// What one is freed of.
const CHARGES: &str =
    "accusation accusations allegation allegations charge charges claim claims suggestion suggestions suspicion";

/// Words before a charge that say nothing of it.
const OWN: &str = "all any her his its my our their your";

/// Words between a verb and the `that` of what it rules out.
const NEAR: usize = 3;

/// What is said of a claim by a verb that rules it out.
pub(super) enum Ruling {
    /// That it is not so.
    Out(usize),
    /// Nothing, since the verb is denied or refused: `did not clear her of the charge that`.
    Open,
}

impl Sentence<'_, '_> {
    /// What is said of what the `that` at word `at` begins, by a verb that rules it out: `sloot niet uit dat` leaves it open.
    pub(super) fn ruled_out(&self, at: usize) -> Option<Ruling> {
        let page = self.page;
        if page.word(at) == "that" {
            return self.freed_of(at);
        }
        let verbs = VERBS.iter().find(|verbs| page.word(at) == verbs.that)?;
        let is_of = |words: &str, index: usize| words.split_ascii_whitespace().any(|own| own == page.word(index));
        let closed = |index: usize| index + 1 < at && page.between(index).contains([',', ':', '–', '—']);
        let clause = || (self.start..at).rev().take_while(|&index| !closed(index));
        // `exclut les dommages que le client cause`: those that begin a clause of a noun as well.
        let near = if matches!(verbs.that, "dat" | "que") { 1 } else { NEAR + 1 };
        let whole = || clause().take(near).find(|&index| is_of(verbs.whole, index));
        let parted = || {
            let last = clause().next()?;
            let (_, own) = verbs.parted.iter().find(|(small, _)| *small == page.word(last))?;
            clause().skip(1).take(HEAD).find(|&index| is_of(own, index))
        };
        let verb = parted().or_else(whole)?;
        (!clause().any(|index| page.negates(index))).then_some(Ruling::Out(verb))
    }

    /// `cleared Olsen of the charge that`, `withdrew the claim that`; not `did not clear her of it`, `refused to clear her`.
    fn freed_of(&self, at: usize) -> Option<Ruling> {
        let page = self.page;
        let is_of = |words: &str, index: usize| words.split_ascii_whitespace().any(|own| own == page.word(index));
        let claim = at.checked_sub(1).filter(|&claim| claim >= self.start && is_of(CHARGES, claim))?;
        let clause = || {
            (self.start..claim)
                .rev()
                .take(HEAD)
                .take_while(|&index| self.adjoin(index) && !self.has(index, Role::Joint))
        };
        let small = |index: usize| is_function(page.word(index)) || is_of(OWN, index);
        let plain = |mut words: Range<usize>| words.len() <= NEAR && words.all(small);
        let of = || clause().find(|&index| page.word(index) == "of").filter(|&of| plain(of..claim));
        let freed = || of().and_then(|of| clause().find(|&index| index < of && is_of(FREED, index)));
        let taken_back = || clause().find(|&index| is_of(TAKEN_BACK, index)).filter(|&verb| plain(verb + 1..claim));
        let verb = freed().or_else(taken_back)?;
        let short = |index: usize| page.word(index) == "short" && page.word(index + 1) == "of";
        let held_back = |index: usize| page.negates(index) || self.has(index, Role::Refusal) || short(index);
        Some(if clause().any(held_back) { Ruling::Open } else { Ruling::Out(verb) })
    }
}
