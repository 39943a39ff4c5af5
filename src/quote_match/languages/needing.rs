//! Words that one beside them needs to say what it says: `only`, `always` behind a `not`, `second` behind an `every`, `but` behind a denial;
//! and phrases that take back what stands around them: `I think`, `acquitted of`, `one of the`. Language by language.

use std::sync::LazyLock;

use super::language::Language::{
    self, Bulgarian, Chinese, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hungarian, Indonesian,
    Italian, Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Turkish, Ukrainian, Vietnamese,
};
use super::only::{MERE, ONLY};
use super::phrases::Phrases;
use super::word_lists::WordLists;

/// What a negation before it denies in part only: `not always`, `nicht alle`.
const ALTOGETHER: &[(Language, &str)] = &[
    (
        English,
        "absolutely all altogether always automatically completely entirely equally especially every everyone everything everywhere exactly \
         extremely fully generally immediately necessarily often particularly perfectly quite really so solely strictly terribly that too totally \
         universally usually very wholly yet",
    ),
    (
        German,
        "alle allen aller alles automatisch besonders durchweg ganz genau gänzlich immer jede jedem jeden jeder jedes notwendigerweise oft restlos \
         sehr so sofort sonderlich stets unbedingt vollends vollkommen vollständig völlig zwangsläufig überall",
    ),
    (
        French,
        "absolument chaque complètement entièrement exactement forcément nécessairement particulièrement partout pleinement si souvent tellement \
         totalement toujours tous tout toute toutes trop très vraiment",
    ),
    (
        Spanish,
        "absolutamente cada completamente demasiado enteramente especialmente exactamente muy necesariamente particularmente plenamente siempre \
         tan toda todas todo todos totalmente",
    ),
    (
        Italian,
        "affatto completamente esattamente interamente molto necessariamente ogni particolarmente pienamente sempre tanto totalmente troppo tutta \
         tutte tutti tutto",
    ),
    (
        Portuguese,
        "cada completamente exatamente inteiramente muito necessariamente particularmente plenamente sempre toda todas todo todos totalmente tão",
    ),
    (
        Dutch,
        "alle allemaal alles altijd bijzonder elke erg geheel heel helemaal iedere iedereen noodzakelijk overal steeds volledig zeer zo",
    ),
    (
        Polish,
        "bardzo całkiem całkowicie każda każde każdy koniecznie szczególnie wszyscy wszystkie wszystko zawsze zupełnie",
    ),
    (Czech, "docela každá každé každý nutně plně příliš tak všechno všechny všichni vždy vždycky zcela zvlášť úplně"),
    (
        Russian,
        "везде весь вполне все всегда всякий всё каждая каждое каждый обязательно особенно очень полностью совсем так целиком",
    ),
    (Ukrainian, "всі дуже завжди зовсім кожен кожна кожне обов'язково особливо повністю так усі цілком"),
    (Bulgarian, "винаги всеки всички всяка задължително изцяло много напълно непременно особено съвсем"),
    (Swedish, "alla allt alltid fullständigt fullt helt nödvändigtvis riktigt särskilt så varje överallt"),
    (Danish, "alle alltid alt altid fuldstændig fuldt fullstendig helt hver nødvendigvis så særlig særligt"),
    (Finnish, "aina aivan erityisen jokainen kaikki kokonaan kovin täysin välttämättä"),
    (Hungarian, "egészen feltétlenül mind mindegyik minden mindenki mindig nagyon szükségszerűen teljesen túl"),
    (Romanian, "complet fiecare foarte mereu neapărat prea toate total toți întotdeauna"),
    (Turkish, "bütün hep her pek tamamen tüm çok"),
    (Indonesian, "begitu sangat selalu seluruh semua sepenuhnya setiap terlalu"),
    (
        Greek,
        "ακριβώς απαραίτητα απολύτως απόλυτα εντελώς ιδιαίτερα κάθε πάντα πάντοτε πλήρως πολύ τελείως όλα όλες όλοι",
    ),
    (Vietnamese, "luôn mọi rất"),
    (Chinese, "一 全 完 很 必 总 所 每 總 都"),
];

/// The same in several words.
const WHOLE: &[(Language, &str)] = &[
    (English, "so much"),
    (German, "in jedem Fall"),
    (French, "tout à fait"),
    (Spanish, "del todo"),
    (Italian, "del tutto"),
    (Portuguese, "de todo"),
    (Dutch, "per se"),
    (Polish, "w pełni"),
    (Romanian, "pe deplin,tot timpul,în întregime"),
    (Turkish, "her zaman"),
    (Vietnamese, "hoàn toàn,phải"),
];

/// Each of many, in the singular and one by one, as `second` stands behind it: no `all` and no `any`.
const EVERY: &[(Language, &str)] = &[
    (English, "each every"),
    (German, "jede jedem jeden jeder jedes"),
    (French, "chaque"),
    (Spanish, "cada"),
    (Italian, "ogni"),
    (Portuguese, "cada"),
    (Dutch, "elk elke ieder iedere"),
    (Swedish, "var varannan varje vart vartannat"),
    (Danish, "hver hvert"),
    (Polish, "co każda każde każdego każdy"),
    (Czech, "každá každé každý"),
    (Russian, "каждая каждое каждую каждые каждый"),
    (Ukrainian, "кожен кожна кожне кожний кожну"),
    (Bulgarian, "всеки всяка всяко"),
    (Finnish, "joka"),
    (Hungarian, "minden"),
    (Romanian, "fiecare"),
    (Greek, "κάθε"),
    (Turkish, "her"),
    (Indonesian, "setiap tiap"),
];

/// Of how many one is meant, behind such a word; and with a number `3rd`, `3.`.
const ORDINALS: &[(Language, &str)] = &[
    (
        English,
        "alternate couple eighth few fifth fourth hundredth ninth other second seventh sixth tenth third thousandth",
    ),
    (
        German,
        "achte achten achtes achter andere anderen dritte dritten dritter drittes funfte funften funfter funftes hundertste sechste sechster sechstes \
         siebte siebter siebtes tausendste vierte vierten vierter viertes zehnte zehnten zehnter zehntes zweite zweiten zweiter zweites",
    ),
    (French, "autre cinquieme deuxieme dixieme quatrieme second seconde troisieme"),
    (Spanish, "cuarta cuarto decima decimo otra otro quinta quinto segunda segundo tercer tercera tercero"),
    (Italian, "altra altro decima decimo quarta quarto quinta quinto seconda secondo terza terzo"),
    (Portuguese, "decima decimo outra outro quarta quarto quinta quinto segunda segundo terceira terceiro"),
    (Dutch, "andere derde tiende tweede vierde vijfde"),
    (
        Polish,
        "czwarta czwarte czwarty druga drugi drugie dziesiata dziesiate dziesiaty piata piate piaty trzeci trzecia trzecie",
    ),
    (Czech, "ctvrta ctvrte ctvrty desata desate desaty druha druhe druhy pata pate paty treti"),
    (
        Russian,
        "вторая второе второи вторую десятая десятое десятыи другои пятая пятое пятыи третии третье третья четвертая четвертое четвертыи",
    ),
    (Ukrainian, "другии друга друге третіи третя третє четвертии пятии десятии"),
    (Bulgarian, "втора второ втори трета трето трети четвърти пети десети"),
    (Swedish, "andra annan annat femte fjarde tionde tredje"),
    (Danish, "anden andet femte fjerde tiende tredje"),
    (Finnish, "kolmas kymmenes neljas toinen viides"),
    (Hungarian, "harmadik masodik negyedik otodik tizedik"),
    (Romanian, "doilea treilea patrulea cincilea zecelea"),
    (Turkish, "ikinci ucuncu dorduncu besinci onuncu"),
    (Indonesian, "kedua ketiga keempat kelima"),
    (
        Greek,
        "δευτερη δευτερο δευτεροσ τριτη τριτο τριτοσ τεταρτη τεταρτο τεταρτοσ πεμπτη πεμπτο πεμπτοσ δεκατη δεκατο δεκατοσ",
    ),
];

/// What makes of the largest one of several: whole, before a superlative.
const ONE_OF: &[(Language, &str)] = &[
    (English, "among,arguably,formerly,once,one of,some of"),
    (German, "einer der,eine der,eines der,einem der,einen der,eins der,einst,früher,unter den"),
    (French, "autrefois,jadis,l’un des,l’une des,parmi,un des,une des"),
    (Spanish, "antes,entre,una de,uno de"),
    (Italian, "fra i,fra le,tra i,tra le,un tempo,una delle,uno degli,uno dei"),
    (Portuguese, "entre os,entre as,outrora,um dos,uma das"),
    (Dutch, "een van,eens,ooit,onder de"),
    (Polish, "dawniej,jeden z,jedna z,jedno z,jednym z,jedną z,niegdyś"),
    (Czech, "jeden z,jedna z,jedno z,jedním z,jednou z,kdysi"),
    (Russian, "когда-то,один из,одна из,одно из,одним из,одной из"),
    (Ukrainian, "колись,один з,один із,одна з,одна із,одним з,однією з"),
    (Swedish, "en av,ett av,en gång"),
    (Danish, "en af,et af,engang"),
    (Romanian, "cândva,unul dintre,una dintre,unul din,una din"),
];

/// What leads to a superlative of two words.
const SUPERLATIVES: &[(Language, &str)] = &[
    (English, "best first last least most oldest worst"),
    (French, "meilleur meilleure meilleurs meilleures pire plus"),
    (Spanish, "mas mayor mejor mejores peor"),
    (Italian, "maggiore migliore migliori peggiore piu"),
    (Portuguese, "maior mais melhor melhores pior"),
    (Russian, "крупнеиших самая самои самым самых самыи"),
    (Ukrainian, "наибільш наибільших"),
    (Swedish, "basta mest samsta"),
    (Danish, "bedste mest vaerste"),
    (Romanian, "cea cei cel cele mai"),
];

/// Endings of a superlative of one word.
pub(crate) const SUPERLATIVE: &[(Language, &str)] = &[
    (English, "est"),
    (German, "ste sten ster stes"),
    (Dutch, "ste"),
    (Swedish, "sta"),
    (Danish, "ste"),
    (Russian, "еишии еишая еишее еишие еиших"),
];

/// What stands before a figure and is no other thing that has it.
pub(crate) const NO_THING: &str = "about again almost another around circa exactly further just later nearly next only over plus roughly some then under \
    anschliessend danach dann erneut etwa fast genau knapp nochmals rund sowie spater ungefahr weitere zuletzt \
    encore ensuite environ puis presque quasi apres aproximadamente casi cerca despues luego otra otros otro circa dopo poi quasi ancora \
    depois mais outra outros bijna daarna ongeveer vervolgens darefter omkring sedan ungefar dernaest potem nastepnie okolo prawie pote \
    затем потом около почти примерно ще потім майже";

/// What says behind a denial what is so.
const BUTS: &[(Language, &str)] = &[
    (English, "but"),
    (German, "aber sondern"),
    (French, "mais"),
    (Spanish, "pero sino"),
    (Italian, "bensi ma"),
    (Portuguese, "mas senao"),
    (Dutch, "maar"),
    (Polish, "ale lecz"),
    (Czech, "ale nybrz"),
    (Russian, "а но"),
    (Ukrainian, "а але"),
    (Bulgarian, "а но"),
    (Swedish, "men utan"),
    (Danish, "men"),
    (Finnish, "mutta vaan"),
    (Hungarian, "hanem"),
    (Romanian, "ci dar"),
    (Turkish, "ama fakat"),
    (Indonesian, "melainkan tetapi tapi"),
    (Greek, "αλλα"),
];

/// Asides in which somebody only thinks, hopes or says so.
const ASIDES: &[(Language, &str)] = &[
    (
        English,
        "I think,I believe,I suppose,I guess,I hope,I fear,I imagine,I reckon,I suspect,I understand,I am told,I assume,we think,we believe,\
         we suppose,we hope,we fear,we are told,we assume,they say,they think,they believe,they claim,they hope,some say,some think,some believe,\
         some claim,people say,it seems,it appears,it is said,it is thought,it is believed,it is claimed,it is hoped,it was said,it was thought,\
         it seemed,it would seem,so they say,so I think,so I believe,so it seems,so it is said,or so they say,or so it seems,he thinks,he believes,\
         he claims,he hopes,he thought,he believed,he claimed,she thinks,she believes,she claims,she hopes,she thought,she believed,she claimed,\
         they thought,they believed,they claimed,as they say,as some say,as I think,as he thinks,as she thinks,as he claims,as she claims,\
         as they claim,as they believe,rumour has it,rumor has it,one hears,one hopes,you could say,if you like,I thought,we thought,I hoped,\
         I believed,i’m told,so to speak,as it were,as rumour has it",
    ),
    (
        German,
        "glaube ich,denke ich,meine ich,vermute ich,hoffe ich,nehme ich an,so glaube ich,so denke ich,glauben wir,hoffen wir,vermuten wir,heißt es,\
         so heißt es,wie es heißt,sagt man,so sagt man,wie man sagt,scheint es,so scheint es,wie es scheint,glaubt er,glaubt sie,glauben sie,\
         meint er,meint sie,meinen sie,behauptet er,behauptet sie,behaupten sie,hofft er,hofft sie,wie ich glaube,wie ich meine,wie sie glauben,\
         wie er meint,wie er behauptet,wie sie behauptet,angeblich,so meint er,so meint sie",
    ),
    (
        French,
        "je crois,je pense,je suppose,je l’espère,j’espère,j’imagine,dit-on,à ce qu’on dit,paraît-il,semble-t-il,à ce qu’il paraît,\
         à ce qu’il semble,pense-t-il,pense-t-elle,croit-il,croit-elle,croit-on,pensent-ils,croient-ils,pensons-nous,croyons-nous,espérons-nous,\
         selon lui,selon elle,selon eux,me semble t il",
    ),
    (
        Spanish,
        "creo,creo yo,pienso,supongo,espero,imagino,dicen,se dice,según dicen,según creo,según cree,según él,según ella,según ellos,al parecer,\
         parece,parece ser,por lo visto,creemos,esperamos,suponemos,cree,creen,me parece",
    ),
    (
        Italian,
        "credo,penso,suppongo,spero,immagino,dicono,si dice,a quanto pare,a quanto si dice,pare,sembra,crediamo,speriamo,secondo lui,secondo lei,\
         secondo loro,crede,mi pare",
    ),
    (
        Portuguese,
        "acho,acho eu,creio,creio eu,penso,suponho,espero,dizem,diz-se,ao que parece,parece,segundo dizem,segundo ele,segundo ela,acreditamos,\
         esperamos,imagino",
    ),
    (
        Dutch,
        "denk ik,geloof ik,vermoed ik,hoop ik,meen ik,zegt men,naar men zegt,zo zegt men,lijkt het,zo lijkt het,naar het schijnt,denkt hij,\
         denkt ze,beweert hij,beweert ze,denken wij,hopen wij,volgens hem,volgens haar,naar verluidt",
    ),
    (
        Swedish,
        "tror jag,tänker jag,hoppas jag,antar jag,sägs det,sägs det ha,verkar det,som det verkar,tror han,tror hon,påstår han,påstår hon,tror vi,\
         hoppas vi,säger man,heter det,tycks det,som det sägs",
    ),
    (
        Danish,
        "tror jeg,håber jeg,antager jeg,siges det,synes det,tror han,tror hun,påstår han,påstår hun,tror vi,håber vi,antar jeg,håper jeg,siger man,\
         sier man,hedder det,heter det,sies det",
    ),
    (
        Polish,
        "myślę,sądzę,jak sądzę,wierzę,przypuszczam,mam nadzieję,mówią,jak mówią,podobno,ponoć,zdaje się,wydaje się,jak się zdaje,jak twierdzi,\
         jak twierdzą,jego zdaniem,jej zdaniem",
    ),
    (Czech, "myslím,doufám,tuším,předpokládám,říká se,prý,zdá se,jak se zdá,jak tvrdí,podle něj,podle ní,jak se říká"),
    (
        Russian,
        "я думаю,думаю,я полагаю,полагаю,надеюсь,я надеюсь,кажется,как кажется,говорят,как говорят,по слухам,мне кажется,как я думаю,\
         как он считает,как она считает,как они считают,как утверждают,считает он,считает она,считают они,по его словам,по ее словам,по его мнению,\
         по ее мнению,думаем,мы думаем,по-видимому,похоже,видимо,наверное",
    ),
    (
        Ukrainian,
        "я думаю,думаю,гадаю,сподіваюся,здається,кажуть,як кажуть,мабуть,за чутками,на його думку,на її думку,вважає він,вважає вона",
    ),
    (Bulgarian, "мисля,мисля аз,надявам се,изглежда,казват,както казват,според него,според нея,предполагам"),
    (
        Finnish,
        "luulen,luulen minä,toivon,oletan,sanotaan,näyttää siltä,kuulemma,hänen mukaansa,luullakseni,uskon,niin sanotaan,kai",
    ),
    (Hungarian, "azt hiszem,gondolom,remélem,úgy tűnik,azt mondják,mondják,állítólag,szerinte,úgy mondják"),
    (Romanian, "cred,cred eu,sper,presupun,se spune,se zice,se pare,zice-se,după el,pare se"),
    (Turkish, "sanırım,galiba,derler,denir,umarım,bence,ona göre,söylenene göre"),
    (Indonesian, "saya kira,saya rasa,saya harap,konon,katanya,kabarnya,menurut dia,tampaknya"),
    (Greek, "νομίζω,πιστεύω,ελπίζω,υποθέτω,λένε,όπως λένε,φαίνεται,όπως φαίνεται,κατά τη γνώμη του,λέγεται"),
];

/// What somebody is freed of, or only charged with, before what that is.
const CHARGES: &[(Language, &str)] = &[
    (
        English,
        "absolved of,accused of,acquitted of,charged with,cleared of,exonerated of,found innocent of,found not guilty of,indicted for,innocent of,not guilty of,suspected of",
    ),
    (
        German,
        "angeklagt wegen,freigesprochen vom,freigesprochen von,freigesprochen wegen,beschuldigt,vom Vorwurf,vom Vorwurf freigesprochen,vom Verdacht,vom Verdacht freigesprochen,vom Vorwurf des,vom Vorwurf der,\
         vom Verdacht des,vom Verdacht der,unter dem Vorwurf,unter dem Verdacht,unter Verdacht,verdächtigt",
    ),
    (
        French,
        "accusé de,accusée de,accusé d’,accusée d’,acquitté de,acquittée de,acquitté du,acquittée du,blanchi de,blanchi du,blanchie de,inculpé de,inculpé pour,\
         innocenté de,innocenté du,mis en examen pour,mise en examen pour,relaxé du,soupçonné de,soupçonné d’,soupçonnée de",
    ),
    (
        Spanish,
        "absuelta de,absuelta del,absuelto de,absuelto del,acusada de,acusada del,acusado de,acusado del,exculpado de,exonerado de,imputado por,inocente de,\
         sospechoso de",
    ),
    (
        Italian,
        "accusata di,accusato di,accusato del,accusata del,assolto da,assolto dal,assolta da,assolta dal,assolto dall’,imputato di,indagato per,prosciolto da,\
         prosciolto dall’,prosciolto dal,scagionato da,scagionato dal,sospettato di",
    ),
    (
        Portuguese,
        "absolvida de,absolvida do,absolvido da,absolvido de,absolvido do,acusada de,acusado de,acusado do,inocentado de,inocentado do,suspeito de",
    ),
    (Dutch, "aangeklaagd voor,beschuldigd van,verdacht van,vrijgesproken van"),
    (Swedish, "anklagad för,friad från,frikänd från,misstänkt för,åtalad för"),
    (Danish, "anklaget for,frifundet for,frikendt for,mistænkt for,sigtet for,tiltalt for"),
    (
        Polish,
        "oczyszczona z,oczyszczony z,oskarżona o,oskarżony o,podejrzana o,podejrzany o,uniewinniona od,uniewinniony od",
    ),
    (Czech, "obviněn z,obviněna z,obžalován z,podezřelý z,zproštěn"),
    (Russian, "обвинен в,обвинена в,обвиняется в,обвиняемый в,оправдан по,подозревается в,подозреваемый в"),
    (Ukrainian, "звинувачений у,звинувачена у,звинувачується у,підозрюється у,виправданий за"),
    (Bulgarian, "обвинен в,заподозрян в,оправдан за"),
    (Romanian, "achitat de,achitat pentru,acuzat de,acuzată de,inculpat pentru,suspectat de"),
    (Indonesian, "dibebaskan dari,dituduh,diduga"),
    (Greek, "αθωώθηκε από,κατηγορείται για,ύποπτος για"),
];

/// What joins two things, in the language that it does so in.
const JOINTS: &[(Language, &str)] = &[
    (English, "and but nor or"),
    (German, "aber oder sondern und"),
    (French, "et mais ni ou"),
    (Spanish, "e ni o pero sino u y"),
    (Italian, "e ed ma né o"),
    (Portuguese, "e mas nem ou"),
    (Dutch, "en maar of"),
    (Swedish, "eller men och"),
    (Danish, "eller men og"),
    (Polish, "albo ale i lub oraz"),
    (Czech, "a ale i nebo"),
    (Russian, "а и или но"),
    (Ukrainian, "а але або і й та чи"),
    (Bulgarian, "а и или но"),
    (Romanian, "dar sau și"),
    (Greek, "αλλά ή και"),
    (Finnish, "ja mutta tai"),
    (Hungarian, "de és vagy"),
    (Turkish, "ama ve veya"),
    (Indonesian, "atau dan tetapi"),
];

/// What a negation before it takes away, and leaves the rest: `only`, `just`.
pub(crate) static MERELY: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(&[ONLY, MERE].concat()));
/// What a negation before it denies in part only: as a word, and as several.
pub(crate) static WHOLLY: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(ALTOGETHER));
pub(crate) static AS_A_WHOLE: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(WHOLE));
/// What a number behind it takes all but a part from, and such a number.
pub(crate) static EACH: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(EVERY));
pub(crate) static WHICH: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(ORDINALS));
/// What makes of the largest one of several, and a superlative of its own.
pub(crate) static AMONG: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(ONE_OF));
pub(crate) static MOST: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(SUPERLATIVES));
/// What says behind a denial what is so.
pub(crate) static BUT: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(BUTS));
/// `and`
pub(crate) static JOINING: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(JOINTS));
/// `, I think,`
pub(crate) static SUPPOSED: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(ASIDES));
/// `acquitted of`, `charged with`
pub(crate) static CHARGED: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(CHARGES));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote_match::folding::fold::{Folded, Spaces};

    #[test]
    fn words_that_are_needed_are_each_one_word_when_they_are_folded() {
        let lists = [ALTOGETHER, EVERY, ORDINALS, SUPERLATIVES, BUTS, SUPERLATIVE].into_iter().flatten();
        for word in lists.flat_map(|(_, words)| words.split_ascii_whitespace()) {
            assert_eq!(Folded::new(word, Spaces::Written).words.len(), 1, "{word}");
        }
    }
}
