//! Words that tell that somebody says something, `wrote`, `zufolge`, `selon`, in the languages that documents come in.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Verbs in the forms that tell, and words such as `according`; lower case. Forms that are nouns or commands as often
/// (`report`, `ask`, `read`) are none.
const SAYING: &str = "\
    say says said saying tells told wrote writes written writing reports reported reporting states stated stating \
    claims claimed claiming notes noted noting describes described describing calls called calling quotes quoted \
    quoting argues argued arguing explains explained explaining adds added adding admits admitted acknowledges \
    acknowledged announces announced announcing answers answered asserts asserted asks asked cautions cautioned \
    comments commented complains complained concedes conceded concludes concluded concluding confirms confirmed \
    contends contended cites cited declares declared declaring defines defined demands demanded denies denied denying \
    emphasizes emphasized emphasises emphasised estimates estimated expresses expressed finds found finding holds \
    insists insisted jokes joked laments lamented maintains maintained mentions mentioned observes observed \
    praises praised predicts predicted proclaims proclaimed promises promised proposes proposed puts recalls recalled \
    recommends recommended reads remarks remarked replies replied responds responded reveals revealed shows showed \
    speaks spoke speaking stresses stressed stressing suggests suggested summarizes summarized tweeted testified thinks \
    thought urges urged alleges alleged alleging asserting advises advised boasts boasted concedes counters countered \
    opines opined pledges pledged posits posited reasoned recounts recounted reiterates reiterated retorts retorted vows \
    vowed denounces denounced decries decried hails hailed labelled labeled characterizes characterized \
    characterises characterised warns warned warning writes dubbed criticized criticised according \
    sagt sagte sagten schreibt schrieb schrieben erklärt erklärte berichtet berichtete meint meinte betont betonte nennt \
    nannte heißt hieß laut zufolge zitiert zitierte teilte äußerte kritisiert kritisierte bezeichnet bezeichnete warnt \
    warnte fordert forderte spricht sprach behauptet behauptete \
    dit déclare déclaré écrit écrivait selon affirme affirmé explique expliqué annonce annoncé souligne souligné \
    rapporte rapporté estime estimé raconte indique indiqué ajoute qualifie qualifié constate évoque \
    dijo dice dijeron según escribió escribe afirmó afirma declaró explicó señaló señala aseguró informó considera \
    describió llamó calificó indicó sostuvo sostiene contó \
    disse diz segundo afirmou escreveu escreve declarou explicou informou relatou descreveu chamou conforme \
    detto secondo scrive scrisse scritto afferma affermato dichiarato dichiara spiega spiegato racconta riferisce \
    definisce definito \
    zegt zei schrijft schreef volgens aldus meldt meldde verklaarde vertelt vertelde noemt noemde stelt stelde \
    säger sade skriver skrev enligt ifølge siger sagde sier uttalte udtalte forteller fortæller beskriver kallar kaller \
    kalder kallade kalte kaldte \
    powiedział powiedziała mówi pisze napisał napisała według twierdzi stwierdził stwierdziła zdaniem informuje podaje \
    řekl řekla říká podle napsal napsala píše uvedl uvedla uvádí tvrdí \
    сказал сказала говорит заявил заявила пишет написал написала сообщил сообщила сообщает словам согласно отметил \
    отметила утверждает назвал назвала подчеркнул подчеркнула сказав заявив пише повідомляє словами згідно \
    dedi diyor göre söyledi yazdı belirtti açıkladı sanoo sanoi mukaan kirjoittaa kirjoitti kertoo kertoi mondta szerint \
    írta írja είπε λέει δήλωσε γράφει έγραψε σύμφωνα spune spus potrivit scrie scris declarat conform segons diu escriu \
    قال قالت يقول تقول وفقا وفقًا كتب كتبت صرح صرحت ذكر ذكرت بحسب אמר אמרה אומר אומרת כתב כתבה לפי לדברי טען \
    कहा अनुसार लिखा बताया menurut mengatakan menulis ujar menyatakan theo viết";

/// The same in the plural, and verbs that tell of what somebody speaks, which elsewhere are nouns as often: right behind a mark.
const SAYING_MANY: &str = "\
    sagen schreiben erklären berichten meinen betonen nennen zitieren äußern kritisieren bezeichnen warnen fordern sprechen \
    behaupten sprachen nannten meinten warnten behaupteten beschreiben beschrieben \
    disent déclarent écrivent affirment expliquent annoncent soulignent rapportent estiment racontent indiquent ajoutent \
    qualifient constatent évoquent décrivent parlent appellent parle parlait appelle \
    dicen escriben afirman declaran explican señalan aseguran informan consideran describen llaman califican indican sostienen \
    hablan cuentan habla hablaba llama \
    dizem escrevem afirmam declaram explicam informam relatam descrevem chamam falam fala falava chama \
    dicono scrivono affermano dichiarano spiegano raccontano riferiscono definiscono descrivono parlano chiamano parla parlava chiama \
    zeggen schrijven melden verklaren vertellen noemen stellen beschrijven spreken spreekt sprak \
    talar talade taler talte snakker mówią piszą twierdzą podają nazywają nazywa \
    říkají píší píšou tvrdí uvádějí nazývají mluví \
    говорят пишут заявляют сообщают отмечают утверждают называют описывают подчёркивают подчеркивают \
    кажуть говорять говорить пишуть повідомляють називають називає \
    diyorlar söylüyorlar yazıyorlar sanovat kirjoittavat kertovat puhuvat puhuu mondják írják spun scriu vorbesc vorbește \
    diuen escriuen parlen λένε γράφουν";

/// What leads to the very words, `reports of the wall as follows:`.
const FOLLOWS: &str = " as follows| wie folgt| folgendermaßen| folgendes| Folgendes| comme suit| ce qui suit| lo siguiente| como sigue| \
    quanto segue| come segue| o seguinte| el següent| als volgt| het volgende| som følger| som följer| följande| følgende| \
    co następuje| następująco| následující| takto| следующее| следующим образом| наступне| таке| seuraavasti| seuraavaa| şöyle| \
    a következőket| τα εξής| ως εξής| următoarele| după cum urmează| như sau| sebagai berikut| ما يلي| את הדברים הבאים";

/// Verbs that tell before a `that` only: nobody says something at a meeting that is `held in May`.
const SAYING_THAT: &str = "agree agreed agrees believe believed believes decided fear feared fears feel feels felt found held hold \
    judged judges knew know known knows learned learnt pronounced repeated repeats ruled rules swore swears wonders";

static SAYING_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| SAYING.split_ascii_whitespace().collect());

/// The same of scripts that have no spaces.
const UNSPACED: &[&str] = &[
    "说",
    "說",
    "表示",
    "写道",
    "寫道",
    "指出",
    "认为",
    "認為",
    "报道",
    "報導",
    "述べ",
    "語っ",
    "書い",
    "によると",
    "によれば",
    "말했",
    "밝혔",
    "따르면",
    "썼다",
];

/// Auxiliaries behind which nobody speaks: what `is described in` something is not said there.
const PASSIVE: &[&str] = &["is", "are", "be", "being"];

/// Words that a source is named behind, right after what is quoted from it.
const BEFORE_SOURCES: &str = "\
    in from at on by per via as see according im aus bei auf laut gemäß nach von so dans sur de du par chez selon en del \
    según da dal dalla nel nella su secondo em no na por segundo uit op van volgens aldus från fra i på enligt ifølge z w \
    według v ve podle из в на от по";

/// Words that begin another clause.
const JOINERS: &[&str] =
    &["and", "but", "or", "then", "while", "und", "oder", "aber", "et", "ou", "mais", "y", "pero", "e"];

/// Whether words tell that somebody says something.
pub(crate) fn says(text: &str) -> bool {
    let mut before = String::new();
    let spaced = words(text).any(|word| {
        let told = SAYING_WORDS.contains(word.as_str()) && !PASSIVE.contains(&before.as_str())
            || word == "that" && holds(SAYING_THAT, &before);
        before = word;
        told
    });
    spaced || !text.is_ascii() && UNSPACED.iter().any(|word| text.contains(word))
}

/// Whether a verb of saying in the plural begins words, with no more than one before it: `they (also) write that`, `Others[1] speak
/// of`. Elsewhere many of these forms are nouns, or commands.
pub(crate) fn say_many(text: &str) -> bool {
    const LEAD: usize = 2;
    words(text).take(LEAD).any(|word| SAYING_WORDS.contains(format!("{word}s").as_str()) || holds(SAYING_MANY, &word))
}

/// Whether words lead to what somebody says: their last ones are a verb of saying in small letters, `the Post warns:`,
/// `it says that`, and no stop ends them.
pub(crate) fn leads_to_saying(text: &str) -> bool {
    /// Words behind the verb, and itself.
    const LAST: usize = 4;
    let text = text.trim_end().trim_end_matches([':', ',', '，', '：']);
    if FOLLOWS.split('|').any(|phrase| text.ends_with(phrase)) {
        return true;
    }
    let open = !text.ends_with(['.', '!', '?', ')', ']', ';', '>']);
    let mut last = text.split_whitespace().rev().take(LAST).take_while(|word| !word.ends_with(['.', ';', ':']));
    open && last.any(|word| word.starts_with(char::is_lowercase) && word != "according" && says(word))
}

/// Whether what stands right behind a quote begins to name where it is from.
pub(crate) fn leads_to_source(text: &str) -> bool {
    let mut words = words(text);
    words.next().is_some_and(|word| holds(BEFORE_SOURCES, &word)) && !words.any(|word| JOINERS.contains(&word.as_str()))
}

/// Whether what stands before a name says that something is from there: `next year, per the minutes`.
pub(crate) fn is_from(text: &str) -> bool {
    const FROM: &str = "per laut gemäß selon según secondo segundo conforme volgens według согласно";
    words(text).rev().take(2).any(|word| holds(FROM, &word))
}

/// Whether what stands behind a quote begins another clause.
pub(crate) fn goes_on(text: &str) -> bool {
    words(text).next().is_some_and(|word| JOINERS.contains(&word.as_str()))
}

/// Whether what stands between the marks behind two names makes one subject of both: `Doe (2019) and, later, Roe (2020) say`.
pub(crate) fn joins(gap: &str) -> bool {
    const AND: &str = "and und et y e en og och i и та і και ve ja és și";
    /// Words with the second name.
    const NAMES: usize = 5;
    let mut all = words(gap);
    all.next().is_some_and(|first| holds(AND, &first)) && all.count() <= NAMES && !says(gap)
}

/// The words of a text, lower case.
pub(crate) fn words(text: &str) -> impl DoubleEndedIterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Whether a list of words between spaces has `word`. Lists are long and seldom have it, so its letters are looked for, and then
/// whether they are a word of the list.
pub(crate) fn holds(list: &str, word: &str) -> bool {
    let is_space = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
    let (list, length) = (list.as_bytes(), word.len());
    let is_word =
        |at: usize| is_space(at.checked_sub(1).map(|before| &list[before])) && is_space(list.get(at + length));
    !word.contains(|c: char| c.is_ascii_whitespace())
        && length > 0
        && memchr::memmem::find_iter(list, word).any(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saying_is_told_in_many_languages() {
        for text in [
            "according to the Post",
            "said Ann",
            "the Post reports",
            "so schrieb sie",
            "der Post zufolge",
            "a déclaré le maire",
            "según el diario",
            "пишет газета",
            "记者说",
            "gazeteye göre",
            "the court held that",
            "both agreed that",
            "he alleged",
        ] {
            assert!(says(text), "{text}");
        }
        for text in [
            "is explained in",
            "and look at",
            "or ask",
            "read",
            "the report of",
            "plays on",
            "held in May",
            "they agreed",
        ] {
            assert!(!says(text), "{text}");
        }
    }

    #[test]
    fn what_somebody_says_is_led_to() {
        for text in [
            "The magazine warns:",
            "The Post says that",
            "The waiters, it says,",
            "Die Post schreibt:",
            "A keeper told of the wall as follows:",
            "Der Wärter beschrieb die Mauer wie folgt:",
            "El guarda cuenta lo siguiente:",
        ] {
            assert!(leads_to_saying(text), "{text}");
        }
        for text in [
            "Consumer Reports,",
            "Doe, Jane, What Follows:",
            "Doe, Jane.",
            "The Post says so. Doe, Jane:",
            "See <https://a.test>:",
            "Post reports.",
        ] {
            assert!(!leads_to_saying(text), "{text}");
        }
    }

    #[test]
    fn a_list_holds_its_words_and_no_parts_of_them() {
        let list = "per laut gemäß  selon\nsegún";
        for word in list.split_ascii_whitespace() {
            assert!(holds(list, word), "{word}");
        }
        for word in ["", " ", "er", "pe", "per laut", "lau", "aut", "emäß", "gemä", "segú", "según ", "selonsegún"]
        {
            assert!(!holds(list, word), "{word}");
        }
        assert!(holds("here there here", "here") && holds("there here", "here") && !holds("there", "here"));
        assert!(!holds("", "a") && !holds("", ""));
    }

    #[test]
    fn a_source_is_named_behind_a_small_word() {
        assert!(leads_to_source(" in a long talk with ") && leads_to_source(", as "));
        assert!(!leads_to_source(" and then ") && !leads_to_source(" in May and went to "));
        assert!(is_from(" next year, per the ") && is_from(", laut ") && !is_from(" per day, and a "));
        assert!(joins(") and Roe ") && joins("), and later Ann Roe "));
        assert!(!joins(") says, and Roe ") && !joins(") and the board said, with Roe ") && !joins("), but Roe "));
        assert!(goes_on(", and then ") && !goes_on(" on "));
    }
}
