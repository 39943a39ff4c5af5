//! Words with which a clause of its own begins: what stands for whom it speaks of, and what joins it to another clause. Language by
//! language.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::language::Language::{
    self, Arabic, Bulgarian, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hebrew, Hindi, Hungarian,
    Indonesian, Italian, Persian, Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Turkish, Ukrainian,
    Vietnamese,
};
use super::language::{Languages, are_told};
use crate::quote_match::folding::fold::{Folded, Spaces};

/// Pronouns that are subjects. What is an article, too, or a pronoun of another case, is none: `la`, Spanish `él` without its accent.
const SUBJECTS: &[(Language, &str)] = &[
    (English, "he i it nobody she there they we you everybody everyone somebody someone"),
    (German, "er es ich man sie wir ihr du niemand"),
    (French, "elle elles il ils j je nous on tu vous c cela ça"),
    (Spanish, "ella ellas ellos nosotros usted ustedes yo nadie"),
    (Italian, "egli io lei loro lui noi voi essa essi nessuno"),
    (Portuguese, "ela elas ele eles eu nós você vocês ninguém"),
    (Dutch, "hij ik jij men we wij ze zij u er niemand"),
    (Polish, "ja my on ona one oni ono wy"),
    (Czech, "já my ona oni ono vy"),
    (Russian, "вы мы он она они оно я ты никто"),
    (Ukrainian, "ви ми він вона вони воно я ти ніхто"),
    (Bulgarian, "аз вие ние те той то тя"),
    (Swedish, "de du han hon jag man ni vi ingen"),
    (Danish, "de du han hun jeg man vi ingen"),
    (Finnish, "he hän me minä sinä te"),
    (Hungarian, "mi én ők ő te ti"),
    (Romanian, "ea ei el ele eu noi voi"),
    (Greek, "αυτή αυτός αυτοί εγώ εμείς εσύ εσείς"),
    (Turkish, "ben biz o onlar sen siz"),
    (Indonesian, "aku dia ia kami kita mereka saya"),
    (Vietnamese, "anh bà cô chúng họ nó ông tôi"),
    (Arabic, "أنا أنت نحن هم هو هي"),
    (Persian, "آنها او ما من"),
    (Hebrew, "אני אנחנו היא הוא הם הן"),
    (Hindi, "मैं वह वे हम यह"),
];

/// What makes a clause a part of another, and begins with nothing that belongs to the words before it.
const SUBORDINATE: &[(Language, &str)] = &[
    (English, "although because how if though unless what when where whereas whether while why"),
    (German, "dass falls indem nachdem ob obwohl sobald sodass solange wahrend weil wenn wo wobei"),
    (French, "lorsque lorsqu parce puisque puisqu quand quoique si tandis où"),
    (Spanish, "aunque cuando donde mientras porque si"),
    (Italian, "affinché benché dove mentre perché poiché quando se sebbene"),
    (Portuguese, "embora enquanto onde porque quando se"),
    (Dutch, "als hoewel nadat omdat terwijl toen waar wanneer zodat"),
    (Polish, "bo chociaż gdy gdyż gdzie jeśli kiedy ponieważ"),
    (Czech, "ačkoli jestli kde když pokud protože přestože"),
    (Russian, "где если когда пока потому хотя чтобы"),
    (Ukrainian, "де якщо коли поки тому хоча щоб"),
    (Bulgarian, "ако докато защото когато където макар"),
    (Swedish, "därför där eftersom fast när om medan"),
    (Danish, "fordi hvis hvor mens når selvom skønt"),
    (Finnish, "jos koska kun missä vaikka"),
    (Hungarian, "ahol amikor ha mert mivel noha"),
    (Romanian, "când dacă deoarece deși fiindcă unde"),
    (Greek, "αν επειδή ενώ όταν όπου"),
    (Turkish, "çünkü eğer"),
    (Indonesian, "jika karena ketika meskipun saat sementara"),
    (Vietnamese, "khi mặc nếu vì"),
    (Arabic, "إذا حيث عندما لأن"),
    (Persian, "اگر چون زیرا وقتی"),
    (Hebrew, "אם כאשר כי כש"),
    (Hindi, "अगर क्योंकि जब यदि"),
];

/// Whether word `index` of a page is a pronoun that is a subject.
pub(crate) fn is_subject(page: &Folded<'_>, index: usize) -> bool {
    static KNOWN: OnceLock<HashMap<String, Languages>> = OnceLock::new();
    is_known(KNOWN.get_or_init(|| folded(SUBJECTS)), page, index)
}

/// Whether word `index` of a page begins a clause that is a part of another.
pub(crate) fn is_subordinate(page: &Folded<'_>, index: usize) -> bool {
    static KNOWN: OnceLock<HashMap<String, Languages>> = OnceLock::new();
    is_known(KNOWN.get_or_init(|| folded(SUBORDINATE)), page, index)
}

/// Where the language of a page is not told, those of all count that are no other words elsewhere: the English and the longer ones.
fn is_known(words: &HashMap<String, Languages>, page: &Folded<'_>, index: usize) -> bool {
    const LONG: usize = 4;
    let languages = words.get(page.word(index)).copied().unwrap_or_default();
    let wanted = if are_told(page.languages) {
        page.languages
    } else if page.word(index).chars().count() >= LONG || !page.word(index).is_ascii() {
        Languages::MAX
    } else {
        English.bit() | page.languages
    };
    languages & wanted != 0
}

fn folded(lists: &[(Language, &str)]) -> HashMap<String, Languages> {
    let mut known = HashMap::new();
    for (language, list) in lists {
        let list = Folded::new(list, Spaces::Written);
        for index in list.all() {
            *known.entry(list.word(index).to_owned()).or_insert(0) |= language.bit();
        }
    }
    known
}
