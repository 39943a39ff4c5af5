//! Words that bound what begins right behind them, `only`, `barely`, `soltanto`, `едва`; and those that take it back, all or most of it:
//! `nearly`, `allegedly`, `few`.

use std::ops::Range;
use std::sync::OnceLock;

use super::language::Language::{
    self, Arabic, Bulgarian, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hebrew, Hindi, Hungarian,
    Indonesian, Italian, Persian, Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Turkish, Ukrainian,
};
use super::language::{Languages, are_told, is_of, languages_of};
use super::too_much::is_too_much;
use crate::quote_match::folding::fold::{Folded, Spaces};

/// Folded. Those that negate are not among them.
const LIMITS: &[(Language, &str)] = &[
    (English, "almost barely few just many merely most nearly only several solely some"),
    (German, "allein beinahe bloss einzig fast erst lediglich nur"),
    (French, "presque quasi quasiment seul seule seules seuls seulement uniquement"),
    (Spanish, "apenas casi escasamente solamente solo unicamente"),
    (Italian, "appena quasi solamente soltanto solo unicamente"),
    (Portuguese, "apenas quase so somente unicamente"),
    (Dutch, "alleen amper bijna enkel slechts"),
    (Polish, "jedynie ledwie prawie tylko wylacznie zaledwie"),
    (Czech, "jen jenom pouze skoro sotva temer"),
    (Swedish, "bara blott enbart endast nastan"),
    (Danish, "bare kun naesten nesten"),
    (Finnish, "ainoastaan lahes melkein tuskin vain"),
    (Hungarian, "alig csak csupan majdnem szinte"),
    (Romanian, "abia aproape doar numai"),
    (Turkish, "ancak neredeyse sadece yalnizca"),
    (Indonesian, "hampir hanya nyaris"),
    (Russian, "едва лишь почти только"),
    (Ukrainian, "заледве ледве лише маиже тільки"),
    (Bulgarian, "едва почти само"),
    (Greek, "μολισ μονο σχεδον"),
];

/// What takes back some of what is said.
pub(crate) const HEDGING: &[(Language, &str)] = &[
    (English, "allegedly almost barely falsely infrequently nearly purportedly rarely seldom supposedly"),
    (German, "angeblich beinah beinahe fast nahezu selten vermeintlich"),
    (French, "presque pretendument quasi quasiment rarement"),
    (Spanish, "casi dificilmente raramente supuestamente"),
    (Italian, "difficilmente pressoche quasi raramente"),
    (Portuguese, "alegadamente dificilmente quase raramente supostamente"),
    (Dutch, "bijna nagenoeg vrijwel zelden zogenaamd"),
    (Polish, "niemal prawie rzadko rzekomo"),
    (Czech, "skoro sotva temer udajne vzacne"),
    (Russian, "почти редко якобы"),
    (Ukrainian, "маиже нібито рідко"),
    (Bulgarian, "почти рядко"),
    (Swedish, "nastan sallan"),
    (Danish, "naesten nesten sjaeldent"),
    (Finnish, "harvoin lahes melkein tuskin"),
    (Hungarian, "aligha allitolag majdnem ritkan szinte"),
    (Romanian, "aproape chipurile rareori"),
    (Turkish, "guya nadiren neredeyse sozde"),
    (Indonesian, "hampir jarang nyaris"),
    (Greek, "δηθεν σπανια σχεδον"),
    (Hebrew, "כמעט"),
];

/// What leaves hardly anything of it.
pub(crate) const LESSENING: &[(Language, &str)] = &[
    (English, "few little"),
    (German, "wenig wenige"),
    (French, "peu"),
    (Spanish, "poca pocas poco pocos"),
    (Italian, "poca poche pochi poco"),
    (Portuguese, "pouca poucas pouco poucos"),
    (Dutch, "weinig"),
    (Polish, "malo niewiele niewielu"),
    (Czech, "malo malokdo"),
    (Russian, "мало немногие немногое"),
    (Ukrainian, "небагато"),
    (Bulgarian, "малцина"),
    (Finnish, "harva harvat"),
    (Hungarian, "kevesen keves"),
    (Romanian, "putine putini putin putina"),
    (Greek, "ελαχιστεσ ελαχιστοι"),
    (Swedish, "foga"),
];

/// What leaves part of it open: in part, in theory, perhaps.
const WEAKENING: &[(Language, &str)] = &[
    (
        English,
        "apparently arguably conceivably hypothetically largely mainly maybe mostly nominally notionally occasionally ostensibly          partially partly perhaps possibly potentially presumably probably reportedly seemingly sometimes theoretically virtually likely conjecturally",
    ),
    (
        German,
        "anscheinend gelegentlich grosstenteils manchmal moglicherweise mutmasslich nominell offenbar scheinbar teils teilweise          theoretisch uberwiegend vermutlich vielleicht wahrscheinlich womoglich wohl augenscheinlich eventuell voraussichtlich angeblich allenfalls",
    ),
    (
        French,
        "apparemment parfois partiellement probablement theoriquement vraisemblablement eventuellement possiblement supposement",
    ),
    (
        Spanish,
        "aparentemente parcialmente posiblemente presuntamente probablemente quiza quizas teoricamente acaso presumiblemente seguramente eventualmente",
    ),
    (
        Italian,
        "apparentemente forse parzialmente presumibilmente probabilmente talvolta teoricamente asseritamente eventualmente magari possibilmente",
    ),
    (
        Portuguese,
        "aparentemente parcialmente possivelmente provavelmente talvez teoricamente acaso presumivelmente porventura quica eventualmente",
    ),
    (
        Dutch,
        "blijkbaar deels gedeeltelijk kennelijk misschien mogelijk soms theoretisch vermoedelijk waarschijnlijk allicht eventueel wellicht ogenschijnlijk schijnbaar amper nauwelijks",
    ),
    (
        Polish,
        "chyba czesciowo podobno prawdopodobnie teoretycznie ewentualnie jakoby pewnie ponoc przypuszczalnie zapewne ledwie ledwo zaledwie",
    ),
    (
        Czech,
        "castecne malem mozna pravdepodobne pry snad teoreticky zrejme asi nejspis nejspise patrne udajne zdanlive",
    ),
    (
        Russian,
        "вероятно видимо возможно едва отчасти предположительно теоретически частично вероятнее кажется наверно наверное пожалуи похоже якобы",
    ),
    (
        Ukrainian,
        "імовірно мабуть можливо теоретично частково вірогідно имовірно напевно начебто певно ледве заледве ледь",
    ),
    (Bulgarian, "вероятно отчасти теоретично частично навярно предполагаемо възможно евентуално едва"),
    (
        Swedish,
        "delvis eventuellt formodligen kanske pastatt teoretiskt troligen antagligen mojligen mojligtvis sannolikt tydligen troligtvis knappt knappast",
    ),
    (
        Danish,
        "angiveligt delvist formentlig muligvis teoretisk angivelig antagelig antageligvis formodentlig kanskje maske mulig muligens pastatt sandsynligvis sannsynligvis trolig troligvis visstnok vistnok naeppe knap knapt neppe",
    ),
    (
        Finnish,
        "ehka ilmeisesti luultavasti mahdollisesti osittain paperilla teoriassa kai kaiketi kuulemma mukamas oletettavasti todennakoisesti tiettavasti vaitetysti",
    ),
    (
        Hungarian,
        "elvileg esetleg papiron reszben talan valoszinuleg alighanem feltehetoleg feltehetoen feltetelezhetoen lehetseges velhetoen allitolag alig",
    ),
    (Romanian, "partial posibil probabil teoretic cica eventual pasamite pesemne poate presupus abia"),
    (Turkish, "belki galiba kismen muhtemelen herhalde sanki sozumona guya"),
    (Indonesian, "barangkali diduga kabarnya konon mungkin sebagian agaknya kemungkinan rupanya tampaknya"),
    (Greek, "ισωσ μερικωσ πιθανον πιθανωσ θεωρητικα ενδεχομενωσ μαλλον"),
    (Arabic, "تقريبا ربما كاد كادت يكاد تكاد لعل يزعم يرجح"),
    (Persian, "احتمالا تقريبا شايد ظاهرا گويا گويي"),
    (Hindi, "कथित लगभग शायद कदाचित"),
    (Hebrew, "אולי חלקית כנראה לכאורה כביכול ייתכן יתכן בקושי"),
];

/// The same in two words.
const WEAKENING_PAIRS: &[(Language, &str)] = &[
    (English, "all+but at+best in+name in+part in+places in+principle in+theory on+paper"),
    (German, "im+prinzip in+teilen zum+teil dem+anschein"),
    (French, "en+partie en+principe en+theorie peut+etre sans+doute"),
    (Spanish, "a+medias en+parte en+principio en+teoria tal+vez al+parecer"),
    (Italian, "a+meta in+parte in+teoria a+stento"),
    (Portuguese, "em+parte em+teoria em+tese"),
    (Dutch, "in+theorie op+papier ten+dele naar+verluidt"),
    (Polish, "byc+moze na+papierze w+czesci w+teorii"),
    (Czech, "na+papire v+teorii z+casti"),
    (Russian, "в+теории может+быть на+бумаге по+слухам по+видимому"),
    (Ukrainian, "в+теоріі може+бути на+папері у+теоріі"),
    (Bulgarian, "може+би на+теория на+хартия"),
    (Swedish, "i+teorin pa+papperet till+del enligt+uppgift"),
    (Danish, "i+teorien pa+papiret til+dels efter+sigende etter+sigende"),
    (Romanian, "in+parte in+teorie pe+hartie se+pare"),
    (Turkish, "az+kalsin az+daha iddiaya+gore kagit+uzerinde sozum+ona"),
    (Indonesian, "secara+teori"),
    (Greek, "εν+μερει στη+θεωρια"),
    (Hindi, "कथित+तौर"),
    (Finnish, "huhujen+mukaan"),
];

/// What is not there, or not so, of what follows: `lacks`, `free of`.
const LACKING: &[(Language, &str)] = &[
    (English, "avoid avoided avoids lack lacked lacking lacks sans"),
    (German, "entbehrt entbehrte fehlt fehlte mangelt mangelte verfehlte"),
    (French, "manque manquait manquent"),
    (Spanish, "carece carecen carecia falta faltan"),
    (Italian, "manca mancano"),
    (Portuguese, "carece carecem falta faltam"),
    (Dutch, "ontbeert ontbreekt"),
    (Polish, "brakuje brakowalo brak"),
    (Czech, "chybi chybelo postrada nedostatek nedostatku"),
    (Swedish, "saknade saknar"),
    (Danish, "mangler manglede savner"),
    (Russian, "лишен лишена недостает отсутствие отсутствия нехватка нехватку"),
    (Ukrainian, "бракує позбавлении відсутність відсутності нестача нестачу"),
    (Romanian, "lipseste"),
    (Hungarian, "hianyzik nelkulozi"),
    (Finnish, "puuttuu"),
];
const LACKING_PAIRS: &[(Language, &str)] = &[
    (
        English,
        "deprived+of devoid+of free+from free+of innocent+of ran+out runs+out short+of absence+of ban+on dearth+of fear+of fears+of \
         lack+of risk+of shortage+of threat+of want+of rumor+of rumors+of rumour+of rumours+of",
    ),
    (
        German,
        "abwesenheit+von angst+vor fehlen+der fehlen+des fehlen+von frei+von furcht+vor gefahr+der gefahr+einer gefahr+eines gefahr+von \
         knappheit+an mangel+an verbot+von drohung+mit",
    ),
    (
        French,
        "denue+de depourvu+de depourvue+de exempt+de exempte+de libre+de prive+de absence+de absence+d crainte+d crainte+de manque+d \
         manque+de menace+d menace+de penurie+de peur+de risque+d risque+de",
    ),
    (
        Spanish,
        "exenta+de exento+de falto+de libre+de amenaza+de ausencia+de carencia+de escasez+de falta+de miedo+a peligro+de riesgo+de temor+a",
    ),
    (
        Italian,
        "esente+da libero+da priva+di privo+di assenza+di carenza+di mancanza+di minaccia+di paura+di pericolo+di rischio+di timore+di",
    ),
    (Portuguese, "isento+de livre+de ameaca+de ausencia+de escassez+de falta+de medo+de perigo+de risco+de"),
    (
        Dutch,
        "vrij+van afwezigheid+van angst+voor dreiging+van gebrek+aan gevaar+van risico+van tekort+aan verbod+op vrees+voor",
    ),
    (Swedish, "fri+fran fritt+fran avsaknad+av brist+pa fara+for forbud+mot hot+om radsla+for risk+for"),
    (Danish, "fri+for frit+for fare+for forbud+mod frygt+for fravaer+af mangel+pa risiko+for trussel+om"),
    (Polish, "wolna+od wolny+od"),
    (Russian, "свободен+от"),
    (Romanian, "lipsa+de lipsei+de"),
];

/// The same that ends where what it is said of begins, in languages that write no spaces, in Korean and in Vietnamese.
const UNSPACED: &[&str] = &[
    "कथित तौर पर",
    "कथित रूप से",
    "几乎",
    "幾乎",
    "差点",
    "差點",
    "险些",
    "險些",
    "据说",
    "據說",
    "据称",
    "據稱",
    "可能",
    "也许",
    "也許",
    "或许",
    "或許",
    "大概",
    "疑似",
    "涉嫌",
    "很少",
    "鲜少",
    "ほとんど",
    "ほぼ",
    "おそらく",
    "恐らく",
    "多分",
    "めったに",
    "滅多に",
    "もう少しで",
    "危うく",
    "거의",
    "아마",
    "아마도",
    "하마터면",
    "간신히",
    "เกือบ",
    "แทบ",
    "อาจ",
    "คงจะ",
    "怀疑",
    "懷疑",
    "怀疑是",
    "试图",
    "試圖",
    "企图",
    "企圖",
    "似乎",
    "好像",
    "貌似",
    "恐怕",
    "据传",
    "據傳",
    "据报",
    "據報",
    "被控",
    "被指",
    "声称",
    "聲稱",
    "想要",
    "打算",
    "必须",
    "必須",
    "应该",
    "應該",
    "应当",
    "應當",
    "น่าจะ",
    "พยายาม",
    "ต้องการ",
    "ควร",
    "อาจจะ",
    "마치",
];
const TONED: [&str; 24] = [
    "suýt",
    "suýt nữa",
    "hầu như",
    "gần như",
    "có lẽ",
    "có thể",
    "hiếm khi",
    "nghe nói",
    "được cho là",
    "ít khi",
    "dường như",
    "chắc là",
    "bị cáo buộc",
    "bị tố",
    "bị tình nghi",
    "bị nghi",
    "cố gắng",
    "tìm cách",
    "dự định",
    "có ý định",
    "muốn",
    "có khả năng",
    "hình như",
    "nghe đâu",
];

/// Whether `words` of `text` end in what says that what follows is not there, or are too much for it.
pub(crate) fn lacks(text: &Folded<'_>, words: &Range<usize>) -> bool {
    let Some(last) = words.clone().next_back() else { return false };
    let is_pair = |at: usize| {
        let close = words.contains(&at) && text.between(at).trim().is_empty();
        close && is_of(LACKING_PAIRS, text, &format!("{}+{}", text.word(at), text.word(at + 1)))
    };
    // `ran out of`, `lack of the`
    let pair = || {
        let further = matches!(text.word(last), "a" | "of" | "the");
        last.checked_sub(1).is_some_and(is_pair) || further && last.checked_sub(2).is_some_and(is_pair)
    };
    let close = text.between(last).trim().is_empty();
    close && (is_of(LACKING, text, text.word(last)) || pair()) || words.clone().any(|index| is_too_much(text, index))
}

/// Whether `words` end in what takes back what follows, in a language without spaces, in Korean or in Vietnamese.
pub(crate) fn ends_in_hedge(text: &Folded<'_>, words: &Range<usize>) -> bool {
    static KNOWN: OnceLock<Vec<String>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| UNSPACED.iter().map(|hedge| Folded::new(hedge, Spaces::Written).text).collect());
    let folded = text.folded(words.clone());
    let written = || text.written(words.clone()).to_lowercase();
    let toned = || {
        TONED
            .iter()
            .any(|hedge| written().strip_suffix(hedge).is_some_and(|lead| lead.is_empty() || lead.ends_with(' ')))
    };
    known.iter().any(|hedge| folded.ends_with(hedge.as_str())) || toned()
}

/// Whether word `index` of `text`, or the two words that it ends, leave part of what is said open.
pub(crate) fn weakens(text: &Folded<'_>, index: usize) -> bool {
    let pair = || {
        let before = index.checked_sub(1).filter(|&before| text.between(before).trim().is_empty());
        before.is_some_and(|at| is_of(WEAKENING_PAIRS, text, &format!("{}+{}", text.word(at), text.word(index))))
    };
    // German: `das Wohl der Stadt`
    let noun = text.word(index) == "wohl" && text.written(index..index + 1).starts_with(char::is_uppercase);
    is_of(WEAKENING, text, text.word(index)) && !noun || pair()
}

/// Whether word `index` of `text` takes back what follows, all or most of it. Where the language is not told, in any.
pub(crate) fn turns_next(text: &Folded<'_>, index: usize) -> bool {
    [HEDGING, LESSENING].into_iter().any(|lists| languages_of(lists, text, text.word(index)) != 0)
}

/// Whether a folded word bounds what begins behind it in one of `languages`, in any where they are not known.
pub(crate) fn limits(word: &str, languages: Languages) -> bool {
    let all = !are_told(languages);
    LIMITS.iter().any(|(language, words)| {
        (all || languages & language.bit() != 0) && words.split_ascii_whitespace().any(|own| own == word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_limit_are_written_as_they_are_folded() {
        let own = [LIMITS, HEDGING, LESSENING, WEAKENING, WEAKENING_PAIRS, LACKING, LACKING_PAIRS];
        let lists = own.into_iter().flatten();
        for word in lists.flat_map(|(_, words)| words.split([' ', '+'])) {
            assert_eq!(Folded::new(word, Spaces::Written).text, word);
        }
    }
}
