//! Words of many languages that make another number of the one beside them: those that CLDR 48 writes in numbers of its compact
//! forms and for shares of a hundred (`cldr-numbers-full`, `cldr-units-full`), and their other cases. What they are worth is not told.

use std::sync::OnceLock;

use super::shares::{Phrase, is_one_phrase, phrases};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::joined;
use crate::quote_match::languages::language::Language::{Danish, French, German, Portuguese, Swedish};
use crate::quote_match::languages::language::{Language, are_told};
use crate::quote_match::languages::letters;

/// Phrases that stand behind the number.
const BEHIND: &str = "\
    mlrd|milljarður|milljarðar|milljarða|millóns|billón|billóns|billió|trillió|τρισεκατομμύριο|τρισεκατομμύρια|δισεκατομμύριο|\
    χιλιάδα|करोड|trilioane|duisend|mjd|ka bilyon|ka libo|ka milyon|ka trilyon|dausend|duháhat|duhát|tuhháát|tuusig|tysac|tysacy|tysacow|\
    túsund|tûzen|þúsund|þúsunda|mhìle|mìle|mìltean|mhíle|míle|mille|milles|millier|milliers|millar|millares|\
    mìgia|müň|myň|tisoč|tisoča|tisoči|tisočev|tisočih|tisíca|tysiąca|tysiącu|tysiącach|tūkstantis|tūkstančiai|\
    tūkstančio|tūkstančių|tūkstančius|tūkst|tūkstotis|tūkstoši|tūkstošu|tūkstošus|taúzan|ẹgbẹ̀rún|inkulungwane|\
    isigidi|isigidintathu|bilioi|milioi|bilhãu|bilió|milió|miliad|viliad|viliard|viliadoù|viliardoù|bilyan|milyan|\
    tirilyan|piliona|tiliona|tiriliọ̀nù|biliwn|miliwn|triliwn|bilhão|billean|billeanan|bhillean|mhillean|millean|\
    milleanan|thrillean|trillean|trilleanan|bhilliún|mbilliún|mhilliún|dtrilliún|thrilliún|biljovn|miljovn|duiliono|\
    duilionoj|miliarg|millionar|milliardar|billionar|rb|jt|mlr|mljrd|trln|bln|mlg|тысячы|тыһыынча|мөлүйүөн|илјада|\
    илјади|мың|миң|мең|мянга|сая|тэрбум|наяд|ҳазор|млд|հազար|հզր|միլիարդ|միլիոն|մլն|մլրդ|տրիլիոն|տրլն|ათასი|ათასამდე|\
    მილიარდი|მილიონი|ტრილიონი|მლნ|მლრ|მლრდ|ტრლ|ارب|کھرب|ٹریلین|ترليون|ترليونات|تىرىليون|مىليارد|مىليون|مىڭ|\
    هزارمیلیارد|अब्ज|कोटी|खर्व|नील|पद्म|शंख|ਅਰਬ|ਕਰੋੜ|ਖਰਬ|ਨੀਲ|ਲੱਖ|ਹਜ਼ਾਰ|અબજ|કરોડ|લાખ|હજાર|નિખર્વ|ஆயிரம்|லட்சம்|கோடி|\
    மில்லியன்|பில்லியன்|டிரில்லியன்|వేయి|వేలు|వేల|లక్షలు|లక్షల|కోట్లు|కోట్ల|మిలియన్|మిలియన్లు|బిలియన్|బిలియన్లు|\
    ట్రిలియన్|ట్రిలియన్లు|ಸಾವಿರ|ಲಕ್ಷ|ಕೋಟಿ|ಮಿಲಿಯನ್|ಬಿಲಿಯನ್|ಟ್ರಿಲಿಯನ್‌|ആയിരം|ലക്ഷം|കോടി|ദശലക്ഷം|ബില്യൺ|ട്രില്യൺ|ሺ|ሽሕ|\
    ሚልዮን|ሚሊዮን|ቢልዮን|ቢሊዮን|ትሪልዮን|ትሪሊዮን|trn|dozen|tusinde|tisuca|tisuce|hiljada|hiljade|hiljadu|хил|хиљада|хиљаде|hezar|\
    tisuć|tisuću";

/// Those that are another word somewhere, unless a full stop or its like shortens them.
const SHORTENED: &str = "\
    bil|bilj|tril|trilj|biu|miu|bió|dsd|hilj|tús|tsg|tuh|tis|mlj|τρισ|χιλ|εκ|бил|илј|мил|милј|мј|мян|мөл|тыһ|хиљ|ҳзр|\
    अ|क|ख|ათ|bio";

/// Those that only some languages have.
const OWN: [(Language, &str); 5] = [
    (Portuguese, "bi|mi|tri"),
    (French, "md"),
    (Swedish, "md"),
    (Danish, "mill|bill"),
    (German, "billiarde|billiarden"),
];

/// Those of scripts without spaces, behind which a word begins at once.
const UNSPACED: [&str; 21] = [
    "พัน",
    "หมื่น",
    "แสน",
    "ล้าน",
    "ພັນ",
    "ໝື່ນ",
    "ແສນ",
    "ລ້ານ",
    "ពាន់",
    "ម៉ឺន",
    "សែន",
    "លាន",
    "ប៊ីលាន",
    "ទ្រីលាន",
    "ထောင်",
    "သောင်း",
    "သိန်း",
    "သန်း",
    "ကုဋေ",
    "ភាគរយ",
    "ရာခိုင်နှုန်း",
];
/// Signs of the longest, each a word of its own where words are counted.
const LONGEST_UNSPACED: usize = 13;

/// Words that stand before the number.
const BEFORE: &str = "\
    elfu|milioni|bilioni|trilioni|asilimia|dubu|miliyan|biliyan|triliyan|kaso|kuma|miiliyoona|biiliyoona|tiriiliyoona|\
    akpe|miliɔn|biliɔn|triliɔn|apem|mpem|ɔpepem|ehuneko|boqolkiiba|දහස|ලක්ෂ|මිලියන|බිලියන|ට්‍රිලියන|ප්‍රතිශතය|සියයට";

/// What words for millions begin with in languages of Latin letters: `miljoonalla`, `miliardów`, `trilijonų`.
const LATIN: [&str; 6] = ["mill", "mil", "bill", "bil", "trill", "tril"];
/// What follows that, behind an `i`, a `j`, a `y` or both.
const NOUNS: [&str; 6] = ["oon", "oun", "oan", "on", "un", "ard"];
const CYRILLIC: &str = "миллион|милион|миллиард|милиард|милијард|билион|биллион|триллион|трилион|мільйон|мільярд|більйон|трильйон|мільён|більён|\
    трыльён";
/// Letters of an ending, at most.
const LONGEST_ENDING: usize = 4;
/// What endings begin with that make somebody rich of it.
const RICH: [&str; 5] = ["ar", "air", "aer", "ер", "ар"];

/// Whether the word at `at` begins what makes another number of the digits before it.
pub(super) fn follows(page: &Folded<'_>, at: usize) -> bool {
    static ALWAYS: OnceLock<Vec<Phrase>> = OnceLock::new();
    static WITH_STOP: OnceLock<Vec<Phrase>> = OnceLock::new();
    let word = page.word(at);
    let stopped = || page.between(at).starts_with(['.', '॰']);
    let own = || OWN.iter().filter(|(language, _)| language.bit() & page.languages != 0);
    let signs = || page.written(at..(at + LONGEST_UNSPACED).min(page.words.len()));
    is_million(word)
        || stands(page, at, ALWAYS.get_or_init(|| phrases(BEHIND)))
        || stopped() && stands(page, at, WITH_STOP.get_or_init(|| phrases(SHORTENED)))
        || own().any(|(_, words)| words.split('|').any(|own| own == word))
        || page.written(at..at + 1).starts_with(letters::is_unspaced)
            && UNSPACED.iter().any(|scale| signs().starts_with(scale))
}

/// Whether the word before `at` makes another number of the digits at it, in languages that none of those known here is.
pub(crate) fn leads(page: &Folded<'_>, at: usize) -> bool {
    static LEADING: OnceLock<Vec<Phrase>> = OnceLock::new();
    let Some(before) = at.checked_sub(1).filter(|_| !are_told(page.languages)) else { return false };
    page.written(at..at + 1).starts_with(char::is_numeric)
        && joined(page, before)
        && stands(page, before, LEADING.get_or_init(|| phrases(BEFORE)))
}

fn stands(page: &Folded<'_>, at: usize, phrases: &[Phrase]) -> bool {
    let start = page.at(at);
    let rest = &page.text[start..];
    let stands = |phrase: &&Phrase| {
        rest.starts_with(&phrase.folded)
            && phrase.ends_at(page, start)
            && is_one_phrase(page, at..page.index_at(start + phrase.folded.len()))
    };
    phrases.iter().filter(stands).any(|phrase| is_written_so(page, at, phrase))
}

/// What is short must be written so, marks and all: without them it is another word (`míle` and `mile`).
fn is_written_so(page: &Folded<'_>, at: usize, phrase: &Phrase) -> bool {
    const SHORT: usize = 5;
    let short = phrase.folded.is_ascii() && phrase.folded.len() < SHORT;
    !short || page.written(at..at + 1).to_lowercase() == phrase.written
}

/// Whether a folded word is a million, a milliard or more, in whatever case.
fn is_million(word: &str) -> bool {
    static STEMS: OnceLock<Vec<Phrase>> = OnceLock::new();
    let ends =
        |ending: &str| ending.chars().count() <= LONGEST_ENDING && !RICH.iter().any(|rich| ending.starts_with(rich));
    let latin = |beginning: &'static str| {
        let rest = word.strip_prefix(beginning)?;
        let noun = rest.trim_start_matches(['i', 'j', 'y']);
        (noun.len() < rest.len()).then(|| NOUNS.iter().find_map(|own| noun.strip_prefix(own))).flatten()
    };
    // `billiards`
    LATIN.into_iter().filter_map(latin).any(ends) && !word.starts_with("billiard")
        || STEMS.get_or_init(|| phrases(CYRILLIC)).iter().filter_map(|stem| word.strip_prefix(&*stem.folded)).any(ends)
}
