//! What bounds a share or a number in words that a passage begins with: “fewer than” before “half of the pupils”, “almost” before “all
//! teachers”.

use std::ops::Range;

use super::Sentence;
use crate::quote_match::folding::words::is_one_of;
use crate::quote_match::languages::language::Language::{
    self, Arabic, Bulgarian, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hebrew, Hindi, Hungarian,
    Indonesian, Italian, Persian, Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Turkish, Ukrainian,
};
use crate::quote_match::languages::language::{Languages, languages_of};
use crate::quote_match::languages::two_parts::ALL;

/// Parts of a whole, and the whole, and twice as much.
const SHARES: &[(Language, &str)] = &[
    (English, "double twice all both everybody everyone half halves quarter quarters third thirds"),
    (German, "doppelt alle drittel halfte viertel"),
    (French, "double moitie quart quarts tiers tous toutes"),
    (Spanish, "doble cuarta mitad tercera tercio todas todos"),
    (Italian, "doppio meta quarto terzi terzo tutte tutti"),
    (Portuguese, "dobro metade quarto terco todas todos"),
    (Dutch, "dubbel alle derde helft kwart"),
    (Polish, "dwukrotnie cwierc polowa polowe polowy wszyscy"),
    (Swedish, "dubbelt alla fjardedel halften tredjedel"),
    (Danish, "dobbelt alle fjerdedel halvdelen tredjedel"),
    (Finnish, "kaksinkertainen jokainen kaikki neljasosa puolet puolta"),
    (Hungarian, "fele felet harmada mind minden mindenki negyede osszes"),
    (Romanian, "dublu jumatate sfert toate toti treime"),
    (Indonesian, "semua separuh setengah"),
    (Russian, "вдвое все половина половину половины треть трети четверть четверти"),
    (Ukrainian, "вдвічі всі усі половина половини третина третини чверть чверті"),
    (Bulgarian, "всички половината третина четвърт"),
    (Czech, "dvojnasobek ctvrtina polovina poloviny tretina vsechny vsichni"),
    (Turkish, "butun hepsi herkes tum yarisi"),
    (Greek, "διπλασιο ολα ολεσ ολοι μισα μισεσ μισοι τεταρτο τριτο"),
    (Arabic, "جميع كل نصف ثلث ربع"),
    (Persian, "تمام نيمي همه"),
    (Hebrew, "כל מחצית חצי שליש רבע"),
    (Hindi, "आधे सभी सब"),
];

/// Articles before them.
const ARTICLES: &str = "a an the la le l un une el una il lo uma o os as de een die der das ein eine en ett et";

/// Those of [`BOUNDS`] that are prepositions before all of a thing.
const OVER: &str = "alle over peste pod ponad pres uber under unter yli над под понад свыше";

/// Words that bound what stands right behind them, and pairs of them.
const BOUNDS: &[(Language, &str)] = &[
    (English, "almost barely hardly merely nearly only scarcely under"),
    (German, "bald beinahe etwa fast hochstens kaum knapp mindestens nur rund uber unter wenigstens"),
    (French, "environ pratiquement pres presque quasi quasiment"),
    (Spanish, "apenas casi"),
    (Italian, "almeno appena circa pressoche quasi"),
    (Portuguese, "apenas quase"),
    (Dutch, "amper bijna circa hooguit krap minstens nagenoeg ongeveer ruim slechts vrijwel zowat"),
    (Polish, "blisko niemal niespelna okolo ponad prawie"),
    (Swedish, "cirka drygt endast knappt minst nastan omkring over ungefar"),
    (Danish, "cirka godt hojst knap mindst naesten omkring over under"),
    (Finnish, "alle ainakin enintaan lahes liki melkein noin runsas vajaa vahintaan yli"),
    (Hungarian, "csaknem kozel legalabb legfeljebb majdnem szinte"),
    (Romanian, "aproape circa peste"),
    (Indonesian, "hampir sekitar"),
    (Russian, "более менее около почти свыше"),
    (Ukrainian, "близько більше маиже менше неповна понад"),
    (Bulgarian, "близо над около под почти"),
    (Czech, "alespon asi bezmala nejmene nejvyse pres skoro temer zhruba"),
    (Turkish, "neredeyse yaklasik"),
    (Greek, "μολισ περιπου σχεδον τουλαχιστον"),
    (Arabic, "تقريبا حوالي نحو"),
    (Persian, "تقريبا حدود"),
    (Hebrew, "בערך כמעט לפחות"),
    (Hindi, "करीब लगभग"),
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
    (Ukrainian, "не+більше не+менше більше+ніж менше+ніж"),
    (Bulgarian, "не+повече не+по повече+от"),
    (Czech, "mene+nez min+nez vice+nez"),
    (Turkish, "en+az en+fazla en+cok hemen+hemen"),
    (Greek, "λιγοτεροι+απο περισσοτεροι+απο πανω+απο κατω+απο"),
    (Arabic, "اقل+من اكثر+من ما+يقرب"),
    (Persian, "بيش+از كمتر+از"),
];

impl Sentence<'_, '_> {
    /// The words right before a share or a number in words that the passage begins with, where they bound it.
    pub(super) fn bounds_share(&self) -> Option<Range<usize>> {
        let (page, start) = (self.page, self.passage.start);
        let last = start.checked_sub(1).filter(|&last| last >= self.start && self.adjoin(last))?;
        let article = usize::from(is_one_of(ARTICLES, page.word(start)));
        let first = start + article;
        let share = if first < self.passage.end { languages_of(SHARES, page, page.word(first)) } else { 0 };
        // `two thirds`, `nine of the ten`
        let counted = article == 0 && page.is_number(start) && page.word(start) != "one";
        let of = if counted { Languages::MAX } else { share };
        let before = last.checked_sub(1).filter(|&before| before >= self.start && self.adjoin(before));
        let pair = before.map(|before| format!("{}+{}", page.word(before), page.word(last)));
        if let Some(before) = before.filter(|_| pair.is_some_and(|pair| languages_of(PAIRS, page, &pair) & of != 0)) {
            let as_many = page.word(last) == "as" && before > self.start && page.word(before - 1) == "as";
            return Some(before - usize::from(as_many)..start);
        }
        // `über alle Maßen`, `under all the bridges`: where, and not how many.
        let where_to = is_one_of(OVER, page.word(last)) && languages_of(ALL, page, page.word(first)) != 0;
        (!where_to && languages_of(BOUNDS, page, page.word(last)) & of != 0).then_some(last..start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote_match::folding::fold::{Folded, Spaces};

    #[test]
    fn words_that_bound_are_written_as_they_are_folded() {
        let pairs = PAIRS.iter().flat_map(|(_, words)| words.split([' ', '+']));
        for word in SHARES.iter().chain(BOUNDS).flat_map(|(_, words)| words.split(' ')).chain(pairs) {
            assert_eq!(Folded::new(word, Spaces::Written).text, word);
        }
    }
}
