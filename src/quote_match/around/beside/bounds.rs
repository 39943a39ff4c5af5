//! What bounds a share or a number in words that a passage begins with: “fewer than” before “half of the pupils”, “almost” before “all
//! teachers”.

use std::ops::Range;

use super::Sentence;
use crate::quote_match::folding::words::is_one_of;
use crate::quote_match::languages::language::Language::{
    self, Danish, Dutch, English, Finnish, French, German, Hungarian, Indonesian, Italian, Polish, Portuguese,
    Romanian, Russian, Spanish, Swedish,
};
use crate::quote_match::languages::language::is_of;

/// Parts of a whole, and the whole.
const SHARES: &[(Language, &str)] = &[
    (English, "all both everybody everyone half halves quarter quarters third thirds"),
    (German, "alle drittel halfte viertel"),
    (French, "moitie quart quarts tiers tous toutes"),
    (Spanish, "cuarta mitad tercera tercio todas todos"),
    (Italian, "meta quarto terzi terzo tutte tutti"),
    (Portuguese, "metade quarto terco todas todos"),
    (Dutch, "alle derde helft kwart"),
    (Polish, "cwierc polowa polowe polowy wszyscy"),
    (Swedish, "alla fjardedel halften tredjedel"),
    (Danish, "alle fjerdedel halvdelen tredjedel"),
    (Finnish, "kaikki puolet"),
    (Hungarian, "fele felet harmada"),
    (Romanian, "jumatate sfert toate toti treime"),
    (Indonesian, "semua separuh setengah"),
    (Russian, "все половина половину половины треть трети четверть четверти"),
];

/// Articles before them.
const ARTICLES: &str = "a an the la le l un une el una il lo uma o os as de een die der das ein eine en ett et";

/// Words that bound what stands right behind them, and pairs of them.
const BOUNDS: &[(Language, &str)] = &[
    (English, "almost barely hardly merely nearly only scarcely under"),
    (German, "bald beinahe etwa fast hochstens kaum knapp mindestens nur rund uber unter wenigstens"),
    (French, "environ pres presque quasi quasiment"),
    (Spanish, "apenas casi"),
    (Italian, "appena circa quasi"),
    (Portuguese, "apenas quase"),
    (Dutch, "amper bijna circa hooguit krap minstens ongeveer ruim slechts"),
    (Polish, "blisko niemal niespelna okolo ponad prawie"),
    (Swedish, "cirka drygt endast knappt minst nastan omkring over ungefar"),
    (Danish, "cirka godt hojst knap mindst naesten omkring over under"),
    (Finnish, "alle lahes melkein noin runsas vajaa vahintaan yli"),
    (Hungarian, "legalabb legfeljebb majdnem"),
    (Romanian, "aproape circa peste"),
    (Indonesian, "hampir sekitar"),
    (Russian, "более менее около почти свыше"),
];
const PAIRS: &[(Language, &str)] = &[
    (
        English,
        "at+least at+most close+to fewer+than less+than more+than up+to many+as few+as much+as little+as well+over just+over",
    ),
    (German, "mehr+als weniger+als"),
    (French, "au+moins au+plus moins+de moins+d plus+de plus+d pres+de a+peine"),
    (Spanish, "al+menos cerca+de mas+de menos+de poco+menos"),
    (Italian, "meno+della meno+di piu+della piu+di oltre+la"),
    (Portuguese, "ao+menos cerca+de mais+da mais+de menos+da menos+de pelo+menos"),
    (Dutch, "meer+dan minder+dan"),
    (Polish, "mniej+niz wiecej+niz co+najmniej"),
    (Swedish, "farre+an fler+an mer+an mindre+an"),
    (Danish, "faerre+end flere+end mere+end mindre+end"),
    (Hungarian, "kevesebb+mint tobb+mint"),
    (Romanian, "mai+mult mai+putin putin+de mult+de"),
    (Indonesian, "kurang+dari lebih+dari"),
    (Russian, "не+более не+менее меньше+чем больше+чем"),
];

impl Sentence<'_, '_> {
    /// The words right before a share or a number in words that the passage begins with, where they bound it.
    pub(super) fn bounds_share(&self) -> Option<Range<usize>> {
        let (page, start) = (self.page, self.passage.start);
        let last = start.checked_sub(1).filter(|&last| last >= self.start && self.adjoin(last))?;
        let article = usize::from(is_one_of(ARTICLES, page.word(start)));
        let first = start + article;
        let share = |at: usize| at < self.passage.end && is_of(SHARES, page, page.word(at));
        // `two thirds`, `nine of the ten`
        let counted = article == 0 && page.is_number(start) && page.word(start) != "one";
        if !share(first) && !counted {
            return None;
        }
        let before = last.checked_sub(1).filter(|&before| before >= self.start && self.adjoin(before));
        let pair = before.map(|before| format!("{}+{}", page.word(before), page.word(last)));
        if let Some(before) = before.filter(|_| pair.is_some_and(|pair| is_of(PAIRS, page, &pair))) {
            let as_many = page.word(last) == "as" && before > self.start && page.word(before - 1) == "as";
            return Some(before - usize::from(as_many)..start);
        }
        is_of(BOUNDS, page, page.word(last)).then_some(last..start)
    }
}
