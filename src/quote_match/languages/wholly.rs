//! Words that a negation before them, or a number behind them, takes something from: `only`, `always`, `every`. And what somebody puts in
//! who does not know: `I think`, `they say`. Language by language.

use std::sync::LazyLock;

use super::language::Language::{
    self, Arabic, Bulgarian, Chinese, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hebrew, Hindi,
    Hungarian, Indonesian, Italian, Persian, Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Turkish,
    Ukrainian, Vietnamese,
};
use super::phrases::Phrases;
use super::word_lists::WordLists;

/// `only`, `just`, `merely`.
const MERELY: &[(Language, &str)] = &[
    (English, "alone exclusively just least merely only purely simply solely"),
    (German, "allein ausschließlich bloß lediglich nur zuletzt"),
    (French, "exclusivement juste seulement simplement uniquement"),
    (Spanish, "exclusivamente meramente simplemente solamente solo sólo únicamente"),
    (Italian, "esclusivamente semplicemente solamente solo soltanto unicamente"),
    (Portuguese, "apenas exclusivamente meramente simplesmente só somente unicamente"),
    (Dutch, "alleen enkel louter simpelweg slechts uitsluitend"),
    (Swedish, "bara blott endast enbart minst"),
    (Danish, "alene bare blot kun mindst udelukkende utelukkende"),
    (Polish, "jedynie tylko wyłącznie"),
    (Czech, "jen jenom pouze výhradně"),
    (Russian, "исключительно лишь просто только"),
    (Ukrainian, "виключно лише просто тільки"),
    (Bulgarian, "единствено просто само"),
    (Finnish, "ainoastaan pelkästään vain yksinomaan"),
    (Hungarian, "csak csupán kizárólag pusztán"),
    (Romanian, "doar exclusiv numai"),
    (Greek, "απλώς απλά μόνο μονάχα"),
    (Indonesian, "cuma hanya sekadar semata"),
    (Arabic, "فقط مجرد"),
    (Persian, "تنها فقط"),
    (Hebrew, "רק סתם"),
    (Chinese, "仅 僅 只 光 单 單"),
    (Hindi, "केवल सिर्फ मात्र"),
];

/// `always`, `all`, `entirely`, `very`, `necessarily`.
const WHOLLY: &[(Language, &str)] = &[
    (
        English,
        "absolutely all altogether always automatically completely entirely equally especially every everyone everything everywhere exactly extremely \
         fully generally immediately necessarily often particularly perfectly quite really so strictly terribly that too totally universally \
         usually very wholly yet",
    ),
    (
        German,
        "alle allen aller alles automatisch besonders ganz gänzlich genau immer jede jedem jeden jeder jedes notwendigerweise oft restlos sehr so sofort \
         sonderlich stets unbedingt völlig vollends vollkommen vollständig überall zwangsläufig",
    ),
    (
        French,
        "absolument complètement entièrement exactement forcément nécessairement particulièrement pleinement si souvent tellement totalement toujours \
         tous tout toute toutes très trop vraiment",
    ),
    (
        Spanish,
        "absolutamente completamente demasiado enteramente especialmente exactamente muy necesariamente particularmente plenamente siempre tan toda todas todo \
         todos totalmente",
    ),
    (
        Italian,
        "affatto completamente esattamente interamente molto necessariamente particolarmente pienamente sempre tanto totalmente troppo tutta tutte tutti tutto",
    ),
    (
        Portuguese,
        "completamente exatamente inteiramente muito necessariamente particularmente plenamente sempre tão toda todas todo todos totalmente",
    ),
    (Dutch, "alle alles altijd bijzonder elke geheel heel helemaal iedere noodzakelijk overal steeds volledig zeer zo"),
    (Swedish, "alla alltid allt fullständigt fullt helt nödvändigtvis riktigt särskilt så varje"),
    (Danish, "alle alltid altid alt fuldstændig fullstendig helt hver nødvendigvis nødvendigvis særlig særligt så"),
    (
        Polish,
        "bardzo całkiem całkowicie każda każde każdy koniecznie szczególnie w wszyscy wszystkie wszystko zawsze zupełnie",
    ),
    (Czech, "docela každá každé každý nutně plně vždy vždycky všechny všichni úplně zcela"),
    (Russian, "все всегда всё вполне каждая каждое каждый обязательно особенно очень полностью совсем так целиком"),
    (Ukrainian, "всі завжди цілком кожен кожна обов'язково повністю дуже зовсім так"),
    (Bulgarian, "всички винаги всяка всеки изцяло напълно непременно съвсем много"),
    (Finnish, "aina aivan erityisen jokainen kaikki kokonaan kovin täysin välttämättä"),
    (Hungarian, "egészen feltétlenül mind minden mindig nagyon szükségszerűen teljesen túl"),
    (Romanian, "complet foarte mereu neapărat întotdeauna pe prea toate toți total"),
    (Greek, "ακριβώς απαραίτητα απολύτως όλα όλες όλοι πάντα πάντοτε πλήρως πολύ εντελώς τελείως"),
    (Turkish, "her hep tamamen tüm bütün pek çok"),
    (Indonesian, "semua selalu sepenuhnya setiap terlalu begitu"),
    (Vietnamese, "hoàn luôn mọi phải rất"),
    (Chinese, "总 總 都 全 完 一 很 必 所 每"),
];

/// `every`, before a `second`.
const EACH: &[(Language, &str)] = &[
    (English, "each every"),
    (German, "jede jedem jeden jeder jedes"),
    (French, "chaque"),
    (Spanish, "cada"),
    (Italian, "ogni"),
    (Portuguese, "cada"),
    (Dutch, "elk elke ieder iedere"),
    (Swedish, "var vart varje varannan vartannat"),
    (Danish, "hver hvert"),
    (Polish, "co każda każde każdego każdy"),
    (Czech, "každá každé každý"),
    (Russian, "каждая каждое каждые каждый каждую"),
    (Ukrainian, "кожен кожна кожне кожний кожну"),
    (Bulgarian, "всеки всяка всяко"),
    (Finnish, "joka"),
    (Hungarian, "minden"),
    (Romanian, "fiecare"),
    (Greek, "κάθε"),
    (Turkish, "her"),
    (Indonesian, "setiap"),
];

/// What is put in between by somebody who need not know, whole.
const PUT_IN: &[(Language, &str)] = &[
    (
        English,
        "i think,we think,i believe,we believe,i suppose,i guess,i hope,we hope,i fear,i suspect,i assume,i imagine,i reckon,i am told,i’m told,they say,so they say,people say,some \
         say,some believe,it seems,it appears,it is said,it is thought,it is believed,it is claimed,so it is said,one hears,one hopes,so to speak,as it were,as they \
         say,as rumour has it,rumour has it",
    ),
    (
        German,
        "glaube ich,denke ich,meine ich,hoffe ich,vermute ich,nehme ich an,heißt es,so heißt es,wie es heißt,sagt man,wie man sagt,so scheint es,wie es scheint,scheint es",
    ),
    (
        French,
        "je crois,je pense,je suppose,j’espère,j’imagine,dit on,croit on,paraît il,semble t il,à ce qu’on dit,à ce qu’il paraît,me semble t il,je l’espère",
    ),
    (Spanish, "creo,creemos,supongo,espero,dicen,según dicen,se dice,parece,al parecer,pienso,me parece,imagino"),
    (Italian, "credo,crediamo,penso,suppongo,spero,dicono,si dice,pare,a quanto pare,sembra,immagino,mi pare"),
    (Portuguese, "creio,acho,penso,suponho,espero,dizem,diz se,ao que parece,parece,imagino"),
    (
        Dutch,
        "denk ik,geloof ik,vermoed ik,hoop ik,zegt men,zo zegt men,naar men zegt,naar verluidt,lijkt het,zo lijkt het",
    ),
    (Swedish, "tror jag,antar jag,hoppas jag,säger man,sägs det,heter det,verkar det,tycks det,som det sägs"),
    (
        Danish,
        "tror jeg,antager jeg,antar jeg,håber jeg,håper jeg,siger man,sier man,hedder det,heter det,siges det,sies det,synes det",
    ),
    (
        Polish,
        "sądzę,myślę,jak sądzę,przypuszczam,mam nadzieję,jak mówią,mówią,podobno,zdaje się,jak się zdaje,wydaje się",
    ),
    (Czech, "myslím,tuším,doufám,předpokládám,říká se,jak se říká,zdá se,jak se zdá,prý"),
    (
        Russian,
        "думаю,я думаю,полагаю,надеюсь,кажется,как кажется,говорят,как говорят,по слухам,по-видимому,похоже,видимо,наверное",
    ),
    (Ukrainian, "думаю,гадаю,сподіваюся,здається,кажуть,як кажуть,за чутками,мабуть"),
    (Bulgarian, "мисля,предполагам,надявам се,казват,както казват,изглежда"),
    (Finnish, "luulen,luullakseni,uskon,toivon,sanotaan,kuulemma,niin sanotaan,kai"),
    (Hungarian, "azt hiszem,gondolom,remélem,mondják,úgy mondják,állítólag,úgy tűnik"),
    (Romanian, "cred,presupun,sper,se spune,se zice,se pare,pare se"),
    (Greek, "νομίζω,πιστεύω,υποθέτω,ελπίζω,λένε,λέγεται,φαίνεται,όπως λένε"),
    (Turkish, "sanırım,galiba,umarım,derler,söylenene göre"),
    (Indonesian, "saya kira,konon,katanya,kabarnya,tampaknya"),
];

/// What a negation before it takes away, and leaves the rest.
pub(crate) static ONLY: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(MERELY));
/// What a negation before it bounds.
pub(crate) static ALTOGETHER: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(WHOLLY));
/// What a number behind it takes all but a part from.
pub(crate) static EVERY: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(EACH));
/// `, I think,`
pub(crate) static SUPPOSITIONS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(PUT_IN));
