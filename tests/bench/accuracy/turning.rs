//! Words that make another statement of what they stand in, whatever stands around them: by these lists alone it is told
//! which changes keep the words. They are longer than they need be, and have nothing of what is measured.

use crate::passage::is_scale;
use crate::words::LEXICONS;

/// Conditions, exceptions, hedges, denials and refusals.
const TURNING: &[&str] = &[
    "if whether unless until lest provided except excepting excluding besides instead almost nearly barely scarcely hardly \
     allegedly apparently falsely wrongly supposedly purportedly reportedly seemingly likely unlikely probably possibly perhaps \
     maybe little fewer least around about roughly approximately merely partly rarely seldom sometimes usually once twice half \
     refuse refused refuses refusing fail failed fails failing deny denied denies denying dispute disputed disputes reject \
     rejected rejects doubt doubted doubts rumored rumoured mainly mostly largely stop stopped cease ceased lack lacks lacked avoid avoided prevent prevented false myth",
    "wenn falls ob sofern außer ausgenommen statt anstatt fast beinahe angeblich vermeintlich vermutlich mutmaßlich wohl offenbar \
     anscheinend scheinbar wahrscheinlich möglicherweise vielleicht etwa rund ungefähr wenig wenige weniger wenigen meist meiste meisten \
     selten manchmal halb teilweise könnte könnten konnte konnten dürfte dürften müsste müssten sollte sollten niemanden niemandem \
     nichts keines keinem keinerlei keineswegs womöglich größtenteils teils überwiegend mangel mangels fehlt fehlen fehlte",
    "si sauf excepté hormis presque prétendument apparemment peut-être probablement peu moins environ ne n'",
    "si excepto salvo casi supuestamente aparentemente quizás quizá probablemente poco pocos poca pocas menos apenas",
    "se tranne eccetto quasi presunto apparentemente forse probabilmente poco pochi poca poche meno",
    "se caso exceto salvo quase supostamente aparentemente talvez provavelmente pouco poucos pouca poucas menos",
    "indien mits als behalve bijna vermoedelijk misschien waarschijnlijk weinig minder",
    "jeśli jeżeli czy oprócz prawie podobno rzekomo chyba mało niewiele żadnego żadnej żadnych nikogo niczego brak braku brakuje",
    "если ли кроме почти якобы вероятно возможно мало немного никого ничто никакой никаких",
    "αν εάν εκτός σχεδόν δήθεν ίσως λίγο λίγα μη μην",
    "eğer eger ise neredeyse",
    "jika kalau kecuali hampir mungkin belum tidak bukan sedikit",
    "nếu trừ gần ít chưa không",
    "ei en et emme ette eivät eikä ellei jos tuskin ehkä",
];

/// What is only wanted, tried, expected, said or supposed, or was so once, or is less so; denials that are no word of their own.
const SUPPOSING: &[&str] = &[
    "accused afraid aim aimed aims appear appeared appears ask asked attempt attempted attempts believed charged claim claimed claims \
     considered considering decide decided decline declined declines due eager expect expected expects forget forgot given hope hoped hopes \
     impossible intend intended intends keen less neglected offer offered offers omitted plan planned plans pretend pretended pretends \
     promise promised promises propose proposed proposes rather ready reluctant said scheduled seek seeks seem seemed seems set sought suggested \
     supposed suspected tempted thought threaten threatened threatens tried tries try trying unable unwilling used vow vowed vows want \
     wanted wants willing wish wished wishes without",
    "verweigert verweigern verweigerte durfte durften gern hätte hätten möchte möchten nein ohne soll sollen vorzugsweise wäre wären will wollen wollte wollten würde würden",
    "aurait auraient devrait devraient espère essaie essaye failli menace pourrait pourraient sans serait seraient tente veulent veut voudrait voulait",
    "debería deberían habría habrían intenta intentó parece podría podrían pretende quiere quieren quería rara raras sin",
    "avrebbe avrebbero dovrebbe intende potrebbe potrebbero sarebbe sarebbero sembra senza vogliono voleva vorrebbe vuole",
    "deveria parece poderia poderiam pretende quer queria querem sem seria seriam teria teriam tenta tentou",
    "wil wilde wilden willen zonder zou zouden",
    "bez ledwo może mogą mógł mogła mogli rzadko",
    "без меньше мог могла могли могут может планирует пытался пытается редко реже хочет хотел хотела хотят",
    "chce chtěl mohl mohla mohou může",
    "nincs nincsenek nélkül ritkán semmi",
    "lär ska skall skal skulle utan vill ville kunne",
];

/// What bounds or rounds the number behind it, in any language.
const BOUNDING: &str = "above below beyond exceeding exactly from just maximum minimum over past than to toward towards under until up \
    within ab bis circa exakt genau gut höchstens knapp maximal minimal mindestens über um unter zirka zwischen dès jusqu'à jusqu’à plus \
    moins sous más menos hasta desde sobre bajo unos unas cerca alrededor máximo mínimo oltre più meno fino sotto sopra almeno massimo \
    mais até acima abaixo meer minder minstens hoogstens ruim tot boven onder ongeveer bijna blisko koło mniej nad niemal niespełna \
    około pod ponad powyżej poniżej prawie więcej более менее больше меньше до около от свыше порядка почти примерно ниже выше понад \
    близько більше менше περίπου πάνω κάτω έως μέχρι σχεδόν άνω τουλάχιστον kolem asi přes více méně až téměř nejméně nejvýše över \
    under cirka omkring ungefär minst högst drygt knappt nästan mer mindre upp til opp nær rundt mindst højst yli alle noin \
    vähintään enintään lähes jopa több kevesebb mint legalább legfeljebb közel körülbelül mintegy peste sub aproape circa aproximativ \
    fazla yaklaşık lebih kurang sekitar hampir hơn dưới gần khoảng";

/// Denials of languages that put no spaces between words.
const UNSPACED: &[&str] = &["不", "勿", "没", "沒", "未", "无", "無", "非", "ない", "ません", "ず", "않", "없", "못"];

/// What claims a cause or a consequence of what stands behind it.
const CLAIMING: &str = "because since so therefore thus hence consequently accordingly weil da denn darum deshalb daher deswegen folglich \
    somit also car parce puisque donc ainsi porque pues perché poiché quindi dunque perciò pois portanto omdat want daarom dus bo ponieważ \
    dlatego więc потому поэтому так γιατί επειδή άρα çünkü karena sebab vì nên protože proto därför eftersom fordi derfor \
    wegen aufgrund infolge dank grâce debido gracias grazie graças devido dankzij vanwege wegens dzięki wskutek kvůli díky \
    благодаря вследствие завдяки через εξαιτίας λόγω χάρη";

/// Whether a word, in small letters, claims one.
pub fn claims(word: &str) -> bool {
    let core = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    CLAIMING.split_ascii_whitespace().any(|own| own == core)
}

/// Whether a word, in its punctuation, is in one of the lists above, or negates, qualifies or counts in the lexicon of any
/// language; of a compound any part.
pub fn turns(word: &str) -> bool {
    word.to_lowercase().split(['-', '‐', '‑', '–', '/']).any(|part| {
        let core = part.trim_matches(|c: char| !c.is_alphanumeric());
        let listed = TURNING.iter().chain(SUPPOSING).any(|list| list.split_ascii_whitespace().any(|own| own == core));
        let within = UNSPACED.iter().any(|denial| core.contains(denial));
        listed || within || negates(part) || counts_or_qualifies(core)
    })
}

/// Whether a word, in its punctuation, negates in any language; of a compound any part.
pub fn negates(word: &str) -> bool {
    word.to_lowercase().split(['-', '‐', '‑', '–', '/']).any(|part| {
        let core = part.trim_matches(|c: char| !c.is_alphanumeric());
        let contracted = core.ends_with("n't") || core.ends_with("n’t");
        let german = ["kein", "nirgend", "niemand"].iter().any(|stem| core.starts_with(stem));
        contracted || german || LEXICONS.iter().any(|lexicon| crate::words::has(lexicon.negations, core))
    })
}

/// Whether a word, in small letters, says how sure, how much or how many.
fn counts_or_qualifies(core: &str) -> bool {
    is_scale(core)
        || LEXICONS.iter().any(|lexicon| {
            let lists = [lexicon.modals, lexicon.quantifiers, lexicon.numbers];
            let pairs = lists.into_iter().flat_map(str::split_ascii_whitespace);
            core == lexicon.doubt || pairs.flat_map(|pair| pair.split('>')).any(|own| own.to_lowercase() == core)
        })
}

/// Whether what stands behind `word` is a number that it bounds or rounds: `unter 14`, `around 80`.
pub fn bounds(word: &str, next: &str) -> bool {
    let core = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    core(next).starts_with(char::is_numeric) && BOUNDING.split_ascii_whitespace().any(|own| own == core(word))
}

/// Whether a word is a small one in any language.
pub fn is_small(core: &str) -> bool {
    LEXICONS.iter().any(|lexicon| crate::words::has(lexicon.small, core))
}
