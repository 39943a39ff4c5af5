//! Words that make another one of who or what they stand beside: the former mayor, the acting mayor and the vice-mayor are not the mayor, a
//! draft law is no law, and who poses as a priest is none. Language by language.

use std::sync::LazyLock;

use super::language::Language::{
    self, Arabic, Bulgarian, Chinese, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hebrew, Hindi,
    Hungarian, Indonesian, Italian, Japanese, Korean, Persian, Polish, Portuguese, Romanian, Russian, Spanish, Swedish,
    Turkish, Ukrainian, Vietnamese,
};
use super::language::Languages;
use super::phrases::Phrases;
use super::two_parts::LIKENED;
use super::word_lists::WordLists;

/// Before what they are said of. What is another word as often (Polish `była`, Turkish `eski`) is not among them.
const BEFORE: &[(Language, &str)] = &[
    (
        English,
        "acting assistant caretaker deputy draft erstwhile ex former future honorary interim onetime planned provisional replica \
         toy unofficial vice",
    ),
    (
        German,
        "angehende angehenden angehender designierte designierten designierter ehemalige ehemaligen ehemaliger ehemaliges einstige \
         einstigen einstiger frühere früheren früherer geplante geplanten geplanter geplantes inoffizielle inoffiziellen \
         kommissarische kommissarischen kommissarischer künftige künftigen künftiger selbsternannte selbsternannten selbsternannter \
         stellvertretende stellvertretenden stellvertretender vormalige vormaligen vormaliger zukünftige zukünftigen zukünftiger",
    ),
    (French, "ancien ancienne anciennes anciens ex futur future futures futurs pseudo vice"),
    (Spanish, "ex futura futuro futuros vice"),
    (Italian, "ex futura futuro futuri sedicente vice"),
    (Portuguese, "ex futura futuro futuros vice"),
    (
        Dutch,
        "aankomend aankomende adjunct demissionair demissionaire ex geplande gewezen onofficiële plaatsvervangend plaatsvervangende \
         toekomstig toekomstige vice voormalig voormalige waarnemend waarnemende zelfbenoemde",
    ),
    (
        Swedish,
        "blivande förra förre inofficiella planerade ställföreträdande tidigare tillförordnad tillförordnade tilltänkta tilltänkte vice",
    ),
    (
        Danish,
        "forhenværende fremtidige fungerende konstituerede konstituert planlagte påtænkte selvbestaltede såkaldt såkaldte såkalt såkalte tidligere uofficielle \
         vice vikarierende",
    ),
    (
        Polish,
        "byłego byłej byłemu byłą byłym byłych honorowa honorowy niedoszła niedoszły nieoficjalny planowana planowany planowane",
    ),
    (
        Czech,
        "budoucí budoucího bývalá bývalé bývalého bývalému bývalí bývalou bývalý bývalým bývalých neoficiální plánovaná \
         plánované plánovaného plánovaný pověřený samozvaný zastupující",
    ),
    (
        Russian,
        "бывшая бывшего бывшей бывшему бывшие бывший бывшим бывших бывшую будущая будущего будущей будущий вице неофициальный \
         планируемая планируемый почётный почётная самозваный экс",
    ),
    (
        Ukrainian,
        "віце екс запланований колишнього колишній колишнім колишня колишні майбутній майбутня неофіційний почесний самозваний",
    ),
    (Bulgarian, "бивш бивша бивши бившата бившият бившия бъдещ бъдеща бъдещата бъдещият вице почетен"),
    (Finnish, "entinen entisen entiset entisten epävirallinen suunniteltu tuleva tulevan virkaatekevä"),
    (Hungarian, "egykori helyettes jövendő korábbi leendő megbízott tervezett tiszteletbeli ügyvezető"),
    (Romanian, "fosta fostei fostul fostului foștii viitoarea viitorul"),
    (Turkish, "fahri müstakbel planlanan sözde"),
    (Greek, "ανεπίσημος ανεπίσημη αναπληρωτής αναπληρώτρια επίτιμος μελλοντική μελλοντικός πρώην τέως υπηρεσιακός"),
    (Indonesian, "bakal calon eks mantan wakil"),
    (Arabic, "نائب"),
    (Persian, "معاون"),
    (Hebrew, "סגן סגנית"),
    (Hindi, "उप कार्यवाहक पूर्व भावी मानद"),
    (Vietnamese, "cựu nguyên phó"),
    (Korean, "명예 전 전직 차기"),
];

/// Behind it, in languages that have such words there; each of them is all that is left out.
const BEHIND: &[(Language, &str)] = &[
    (English, "designate,elect,emeritus"),
    (German, "a. D.,außer Dienst,in spe"),
    (
        French,
        "adjoint,adjointe,adjoints,en herbe,honoraire,intérimaire,par intérim,pressenti,suppléant,suppléante,élu,élue",
    ),
    (
        Spanish,
        "adjunta,adjunto,designado,electa,electo,en funciones,en ciernes,honorario,interina,interino,suplente,de juguete",
    ),
    (Italian, "ad interim,aggiunto,designato,facente funzione,giocattolo,in pectore,onorario,supplente,vicario"),
    (
        Portuguese,
        "adjunta,adjunto,de brinquedo,designado,eleita,eleito,em exercício,honorário,interina,interino,suplente",
    ),
    (Romanian, "adjunct,adjunctă,desemnat,interimar,interimară,onorific,planificat,supleant"),
    (Arabic, "السابق,السابقة,الأسبق,المؤقت,المكلف,بالإنابة,بالوكالة,المنتخب,الفخري,المزعوم"),
    (Persian, "پیشین,سابق,افتخاری,منتخب,موقت"),
    (Hebrew, "לשעבר,בפועל,המיועד,המיועדת,הזמני,לכאורה"),
    (Indonesian, "terpilih,sementara"),
    (Turkish, "vekili,yardımcısı,adayı"),
    (Vietnamese, "tương lai,tạm quyền"),
];

/// Two words before it: `would-be`, `före detta`.
const PAIRED: &[(Language, &str)] = &[
    (English, "one time,self appointed,self declared,self proclaimed,self styled,so called,would be"),
    (German, "so genannte,so genannten,so genannter"),
    (French, "soi disant"),
    (Swedish, "före detta,så kallad,så kallade,f d"),
    (Russian, "исполняющий обязанности,исполняющая обязанности,так называемый,так называемая"),
    (Ukrainian, "виконувач обов'язків,так званий,так звана"),
    (Polish, "tak zwany,tak zwana,tak zwane,pełniący obowiązki,pełniąca obowiązki"),
    (Czech, "tak zvaný,tak zvaná"),
    (Indonesian, "pelaksana tugas,yang disebut"),
];

/// What somebody is only taken for, or makes himself out to be, before what that is.
const PRETENCES: &[(Language, &str)] = &[
    (
        English,
        "disguised as,dreamed of becoming,dreamed of being,dreams of becoming,dreamt of becoming,dressed as,dressed up as,framed as,impersonated,\
         masqueraded as,masquerading as,mistaken for,passed for,passed off as,passed herself off as,passed himself off as,passes for,\
         posed as,poses as,posing as,taken for,thought of becoming",
    ),
    (
        German,
        "gab sich als,gibt sich als,gaben sich als,getarnt als,gelten als,gilt als,galt als,galten als,hielt ihn für,hielt sie für,hielten ihn für,\
         hielten sie für,träumte davon,verkleidet als,verwechselt mit",
    ),
    (
        French,
        "confondu avec,confondue avec,déguisé en,déguisée en,fait passer pour,faisait passer pour,passait pour,passe pour,\
         passent pour,pris pour,prise pour,rêvait de devenir,rêvait d’être",
    ),
    (
        Spanish,
        "confundida con,confundido con,disfrazada de,disfrazado de,hacerse pasar por,hizo pasar por,haciéndose pasar por,\
         pasa por,pasaba por,soñaba con ser,tomada por,tomado por",
    ),
    (
        Italian,
        "confusa con,confuso con,passa per,passava per,scambiata per,scambiato per,si spaccia per,si spacciava per,sognava di diventare,\
         spacciandosi per,travestita da,travestito da",
    ),
    (
        Portuguese,
        "confundida com,confundido com,disfarçada de,disfarçado de,fazia-se passar por,fez-se passar por,passa por,passava por,\
         se fez passar por,sonhava em ser,tomada por,tomado por",
    ),
    (
        Dutch,
        "aangezien voor,deed zich voor als,doet zich voor als,doorgaat voor,gaat door voor,ging door voor,vermomd als,verwisseld met",
    ),
    (
        Swedish,
        "förklädd till,förväxlad med,gäller för att vara,låtsades vara,tagen för,utger sig för att vara,utgav sig för,utgav sig för att vara,utklädd till",
    ),
    (
        Danish,
        "forkledd som,forklædt som,forvekslet med,taget for,tatt for,udgav sig for,udgav sig for at være,utga seg for,utga seg for å være",
    ),
    (
        Polish,
        "marzył o byciu,marzyła o byciu,podaje się za,podawał się za,podawała się za,podał się za,podała się za,przebrana za,przebrany za,uchodzi za,\
         uchodzą za,uchodził za,uchodziła za,uchodzili za,wzięta za,wzięty za",
    ),
    (Czech, "platí za,převlečená za,převlečený za,vydával se za,vydávala se za,vydává se za,zaměněn za"),
    (
        Russian,
        "выдавал себя за,выдавала себя за,выдает себя за,мечтал стать,мечтала стать,переодетый,притворялась,притворялся,приняли за,принят за,слыла,слыл,слывет",
    ),
    (
        Ukrainian,
        "видавав себе за,видавала себе за,видає себе за,мріяв стати,мріяла стати,прийняли за,прикидався,прикидалася",
    ),
    (Bulgarian, "минава за,минаваше за,представя се за,представяше се за,преоблечен като"),
    (
        Romanian,
        "confundat cu,confundată cu,deghizat în,luat drept,luată drept,se dă drept,se dădea drept,trece drept,trecea drept",
    ),
    (Greek, "μεταμφιεσμένος σε,παριστάνει,παρίστανε,περνιέται για"),
    (Indonesian, "berpura-pura menjadi,dikira,disangka,mengaku sebagai,menyamar sebagai"),
];

/// Signs before it, where words have no spaces.
const UNSPACED: &[(Language, &str)] =
    &[(Chinese, "副 前 代理 准 候任 名誉 所谓"), (Japanese, "元 前 副 名誉 次期 いわゆる")];

/// What a `副` before it says another thing of: by-products, side dishes and the like are what they are called.
const BY: &str = "产 產 食 业 業";

/// Languages whose nouns stand behind an article or its like; such words are adverbs as well elsewhere.
pub(crate) const WITH_ARTICLES: Languages = English.bit()
    | German.bit()
    | French.bit()
    | Spanish.bit()
    | Italian.bit()
    | Portuguese.bit()
    | Dutch.bit()
    | Swedish.bit()
    | Danish.bit();

/// What makes another one of somebody than who is called so; and of a thing one that is not there yet.
pub(crate) static ANOTHER: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(BEFORE));
/// The same in two words, and behind.
pub(crate) static ANOTHER_IN_TWO: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(PAIRED));
pub(crate) static ANOTHER_BEHIND: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(BEHIND));

/// `posed as`, `mistaken for`
pub(crate) static PRETENDED: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&[PRETENCES, LIKENED].concat()));

/// The same in the signs before a noun of Chinese or Japanese that begins with `next`.
pub(crate) fn is_another_unspaced(written: &str, next: &str, languages: Languages) -> bool {
    let by = written == "副" && BY.split(' ').any(|own| next.starts_with(own));
    !by && UNSPACED
        .iter()
        .any(|(language, list)| languages & language.bit() != 0 && list.split(' ').any(|own| own == written))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote_match::folding::fold::{Folded, Spaces};

    #[test]
    fn words_before_a_title_are_each_one_word() {
        for word in BEFORE.iter().flat_map(|(_, words)| words.split_ascii_whitespace()) {
            assert_eq!(Folded::new(word, Spaces::Written).words.len(), 1, "{word}");
        }
    }
}
