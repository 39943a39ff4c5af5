//! Phrases that bind a clause to a condition or take something out of it, behind the clause or before it: `unless`, `provided that`,
//! `es sei denn`, `à condition`, `chyba że`.

use std::sync::OnceLock;

use super::language::Language::{
    self, Arabic, Bulgarian, Chinese, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hebrew, Hindi,
    Hungarian, Indonesian, Italian, Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Turkish, Ukrainian,
    Vietnamese,
};
use super::phrases::Phrases;
use crate::quote_match::folding::fold::Folded;

/// With commas between. What also begins a clause of another kind is none: `solange`, `desde que`; `as long as` is told by its verbs.
const PHRASES: &[(Language, &str)] = &[
    (
        English,
        "unless, provided that, providing that, provided only that, only if, only when, except if, except when, except where, \
         except in, except for, except that, except, excepting, excluding, other than, so long as, on condition that, on the condition that, subject to, \
         save where, save when, save if, save in, save on, save as, save by, save to, save for, save that, save insofar,  with the exception of, only after, only once, only where, only with, \
         in the event that, in the event of, assuming that, depending on, contingent on, conditional on, on the understanding that",
    ),
    (
        German,
        "es sei denn, außer wenn, außer falls, außer dass, außer dem, außer den, außer der, außer einem, außer einer, außer eines, außer sonntags, außer montags, nicht jedoch, außer bei, außer an, außer am, außer in, außer im, außer für, außer er, außer sie, außer es, \
         außer man, ausgenommen, vorausgesetzt, sofern, falls, nur wenn, nur dann, nur falls, mit Ausnahme, unter der Bedingung, \
         unter der Voraussetzung, vorbehaltlich, erst wenn, erst nachdem, je nachdem",
    ),
    (
        French,
        "sauf, à moins que, à moins qu, à moins d, à moins de, à condition que, à condition qu, à condition d, à condition de, à la condition, \
         pourvu que, pourvu qu, sous réserve, hormis, excepté, à l exception, à l’exception, seulement si, uniquement si, \
         seulement quand, seulement après, en cas de, en fonction de",
    ),
    (
        Spanish,
        "salvo, a menos que, a menos de, excepto, exceptuando, a excepción, siempre que, siempre y cuando, a condición de, con tal de, con tal que, a no ser, \
         solo si, sólo si, a excepción de, con excepción de, solo cuando, sólo cuando, en caso de, en función de",
    ),
    (
        Italian,
        "salvo, a meno che, a meno di, a condizione che, a condizione di, purché, tranne, eccetto, a patto che, a patto di, fatta \
         eccezione, fatto salvo, fatta salva, solo se, soltanto se, ad eccezione, in caso di, a seconda",
    ),
    (
        Portuguese,
        "salvo, a menos que, a não ser, exceto, excepto, contanto que, sob condição, com exceção, com excepção, somente se, só se, \
         apenas se, ressalvados, ressalvadas, ressalvado, ressalvada",
    ),
    (
        Dutch,
        "tenzij, mits, op voorwaarde, behalve, uitgezonderd, behoudens, met uitzondering, alleen als, alleen indien, \
         alleen wanneer, afhankelijk van",
    ),
    (
        Swedish,
        "undantaget, bortsett från, om inte, såvida inte, såvida, förutsatt att, under förutsättning, utom, med undantag, endast om, bara om, med förbehåll",
    ),
    (
        Danish,
        "bortset fra, unntatt, medmindre, med mindre, forudsat, undtagen, med undtagelse, under forudsætning, kun hvis, med forbehold",
    ),
    (Polish, "chyba że, oprócz, prócz, pod warunkiem, o ile, z wyjątkiem, tylko jeśli, tylko jeżeli, z zastrzeżeniem"),
    (
        Czech,
        "pokud, ledaže, vyjma, nikoli však, nikoliv však, nikoli, nikoliv, ne však, jestliže, za podmínky, s výjimkou, kromě případů, jen když, pouze pokud",
    ),
    (Russian, "при условии, кроме случаев, кроме тех, кроме как, за исключением, если, только если, разве что"),
    (Ukrainian, "якщо, за умови, крім випадків, крім тих, за винятком, хіба що, лише якщо"),
    (Bulgarian, "ако, при условие, освен, с изключение"),
    (Finnish, "ellei, elleivät, jos, edellyttäen, paitsi, lukuun ottamatta"),
    (Hungarian, "hacsak, kivéve, feltéve, ha, kizárólag akkor"),
    (Romanian, "dacă, cu excepția, cu condiția, decât dacă, exceptând, doar dacă, numai dacă"),
    (Greek, "εκτός, εφόσον, υπό τον όρο, με την προϋπόθεση, με εξαίρεση, εάν, αν, μόνο αν, μόνο εάν"),
    (Arabic, "إلا, ما لم, بشرط, إذا, شريطة, باستثناء"),
    (Hebrew, "אלא אם, בתנאי, למעט"),
    (Hindi, "बशर्ते, यदि, अगर, सिवाय"),
    (Chinese, "除非"),
    (Turkish, "eğer, şayet, ancak şu şartla, şu şartla, yeter ki, meğer ki"),
    (Indonesian, "kecuali, dengan syarat, asalkan, jika, apabila, bila, kalau, selama"),
    (Vietnamese, "trừ khi, ngoại trừ, trừ, với điều kiện, miễn là, nếu"),
];

/// What makes a condition or a question of a clause.
pub(crate) const CONDITIONS: &[(Language, &str)] = &[
    (English, "if whether unless"),
    (German, "wenn falls ob sofern"),
    (French, "si"),
    (Spanish, "si"),
    (Italian, "se"),
    (Portuguese, "caso"),
    (Dutch, "indien"),
    (Polish, "jesli jezeli czy"),
    (Russian, "если"),
];

/// The words of the phrase that begins with word `at` of `text`, in a language that it is in.
pub(crate) fn phrase_at(text: &Folded<'_>, at: usize) -> Option<usize> {
    static FOLDED: OnceLock<Phrases> = OnceLock::new();
    FOLDED.get_or_init(|| Phrases::new(PHRASES)).at(text, at)
}
