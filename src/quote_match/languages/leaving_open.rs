//! Verbs that leave open whether what another verb behind them says is so, or ever will be: that it can, must or should be, is wanted,
//! tried, planned or feared, or only seems or is said to be. Language by language.

use std::sync::LazyLock;

use super::language::Language::{
    self, Arabic, Bulgarian, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hebrew, Hungarian,
    Indonesian, Italian, Persian, Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Ukrainian,
};
use super::word_lists::WordLists;
use crate::quote_match::folding::fold::Folded;

/// Forms that stand before the verb itself, or before what [`LINKS`] has. Danish is Norwegian as well. German forms with two dots stand
/// among those without in `DOTTED` of what looks at them.
const OPEN: &[(Language, &str)] = &[
    (English, "can could may might must ought shall should would"),
    (
        German,
        "beabsichtigt beabsichtigte darf droht drohte drohten durfte durften dürfte dürften dürfen hatte hatten hätte hätten hofft hofften hoffte kann \
         konnte konnten können könnte könnten mag muss mussten müssen müsste müssten möchte möchten plante plant schien schienen scheint \
         scheinen soll sollen sollte sollten versucht versuchte versuchten ware waren wäre wären will wollen wollte wollten wurde wurden würde würden",
    ),
    (
        French,
        "aurait auraient cherche cherchent compte comptent devait devraient devrait doit doivent entend entendent espère espèrent espérait essaie \
         essaient essayait essaye essayent failli faillit menace menacent paraissent paraît pense peut peuvent pourrait pourraient prétend \
         prétendent risque risquent semblait semblaient semble semblent serait seraient souhaite souhaitent souhaitait tente tentent \
         tentait tentaient veulent veut voudrait voudraient voulait voulaient censé censée censées censés supposé",
    ),
    (
        Spanish,
        "amenaza amenazan amenazaron amenazó debe deben debería deberían desea desean espera esperan habría habrían intenta intentaba \
         intentan intentaron intentó parece parecen parecía parecían piensa piensan planea planean podría podrían pretende pretenden \
         pretendía pretendían prevé prevén puede pueden quería querían quiere quieren quisiera",
    ),
    (
        Italian,
        "avrebbe avrebbero cercato cercò deve devono dovrebbe dovrebbero intende intendono intendeva pare pensa pensano \
         potrebbe potrebbero prevede prevedono provato può possono rischia rischiano sarebbe sarebbero sembra sembrano \
         sembrava sembravano spera sperano sperava tenta tentano tentato tentò tentava vogliono voleva volevano vorrebbe vorrebbero vuole",
    ),
    (
        Portuguese,
        "ameaça ameaçam ameaçou deve devem deverá deverão deveria deveriam espera esperam parece parecem parecia pareciam pode podem \
         poderia poderiam pretende pretendem pretendia procurou quer querem queria queriam seria seriam tenta tentam tentaram tentava \
         tentou teria teriam",
    ),
    (
        Dutch,
        "beweert dreigde dreigden dreigen dreigt hoopt hoopte hopen kan kunnen lijken lijkt mag moet moeten mogen plan plant poogde poogt \
         probeerde probeerden probeert proberen schijnen schijnt wil wilde wilden willen wou zou zouden",
    ),
    (
        Swedish,
        "antas borde bör försöker försökte förefaller hotade hotar hoppades hoppas kan kunde lär misstänks måste planerade planerar påstods påstås skulle \
         sades sägs tros tycks tänker tänkte uppges uppgavs verkar verkade vill ville önskar",
    ),
    (
        Danish,
        "antages antas burde bør forsøger forsøgte forsøker forsøkte hevdes hævdes håber håbede håper håpet kan kunne menes må måtte planla planlegger planlægger \
         planlagde prøvde prøvede prøver påstås siges sies skulle synes syntes tenker truede truer truet vil ville virker ønsker ønskede ønsket",
    ),
    (
        Polish,
        "chce chcą chciał chciała chcieli mogą mogła mogło mogli może mógł musi muszą można należy planowali planował planowała planuje planują powinien powinna \
         powinni powinno próbował próbowała próbowali próbuje próbują trzeba usiłował usiłowali usiłowała usiłuje wydaje zamierza zamierzają zamierzał zamierzała \
         zamierzali zdaje",
    ),
    (
        Czech,
        "chce chtěl chtěla chtěli chtějí hodlá hodlají hodlal hodlala hrozí mohl mohla mohli mohlo mohou musí může plánoval plánuje plánují \
         snaží snažil snažila snažili zamýšlí zkouší zkoušel zkusil zkusila",
    ),
    (
        Russian,
        "грозит грозил должен должна должно должны желает желают кажется мог могла могло могли могут может надеется надеются надеялся надеялась намерен намерена намерено намерены \
         намеревается намеревался нужно обещает обещают планирует планируют планировал пробует пытается пытались пытался пыталась пытаются следует собирается \
         собирались собирался собиралась собираются стремится стремятся старается старался угрожает угрожал хочет хотел хотела хотели хотят",
    ),
    (
        Ukrainian,
        "може можуть міг могла могли могло намагалася намагалися намагався намагається намагаються намір намірена обіцяє повинен повинна повинні повинно планує \
         планують погрожує прагне прагнуть сподівається сподіваються спробував спробувала хоче хочуть хотів хотіла хотіли збирається збираються збирався",
    ),
    (
        Bulgarian,
        "възнамерява възнамеряват иска искат искаше може можеше могат надява опита опитаха опитва опитват планира планират планираше трябва трябваше",
    ),
    (
        Finnish,
        "aikoi aikoivat aikoo aikovat epäillään haluaa haluavat halusi halusivat näyttää pitäisi pyrkii saattaa saattavat saattoi suunnittelee suunnittelevat \
         toivoo täytyy uhkaa uhkasi voi voisi voisivat voivat väitetään yritti yrittivät yrittää yrittävät",
    ),
    (
        Hungarian,
        "akar akarja akarják akarnak akarta kell kellene kellett kívánja próbál próbálja próbált próbálta szeretne szeretné szeretnék szándékozik tervezi tudna",
    ),
    (
        Romanian,
        "amenință ar intenționa intenționează intenționau părea par pare plănuiește poate pot putea putut speră trebui trebuia trebuie vrea vreau voia voiau \
         încearcă încercat urmează dorește doresc",
    ),
    (
        Greek,
        "ελπίζει ελπίζουν επιχείρησε επιχειρεί ήθελαν ήθελε θέλει θέλουν μπορεί μπορούν μπορούσαν μπορούσε πρέπει έπρεπε προσπαθεί προσπαθούν προσπάθησαν \
         προσπάθησε σκοπεύει σκοπεύουν σχεδιάζει σχεδιάζουν φαίνεται φαίνονται φέρεται φέρονται",
    ),
    (
        Indonesian,
        "berencana berharap berniat berupaya berusaha bisa boleh dapat dikabarkan dikatakan harus hendak ingin konon mampu mau mencoba \
         mengancam mungkin perlu seharusnya semestinya tampaknya",
    ),
    (
        Arabic,
        "حاول حاولت حاولوا يحاول تحاول يحاولون ينوي تنوي يعتزم تعتزم يخطط تخطط يريد تريد يريدون يجب يمكن ينبغي أراد أرادت",
    ),
    (Persian, "باید شاید می‌تواند می‌توانند می‌خواهد می‌خواهند می‌خواست قصد"),
    (
        Hebrew,
        "אמור אמורה אמורים חייב חייבת חייבים יכול יכולה יכולים מנסה מנסים מתכוון מתכוונת מתכוונים ניסה ניסו ניסתה עלול עלולה עלולות עלולים עשוי עשויה \
         עשויים צריך צריכה צריכים רוצה רוצים שוקל שוקלת",
    ),
];

/// The same that are a “have” or an “is” before anything but an infinitive: Polish `miał`, Czech `měl`, Ukrainian `мав`.
const OPEN_BEFORE_INFINITIVES: &[(Language, &str)] = &[
    (Spanish, "busca buscaba buscan trata trataba tratan trataron trató"),
    (Italian, "cerca cercano cercava cercavano minaccia minacciano punta puntano"),
    (Portuguese, "busca buscam procura procuram procurava tratou"),
    (Polish, "ma mają miał miała miało mieli"),
    (Czech, "má mají měl měla mělo měli"),
    (Ukrainian, "має мають мав мала мали"),
];

/// How the infinitives of these languages end.
const INFINITIVES: &[(Language, &str)] = &[
    (Spanish, "ar er ir arse erse irse"),
    (Italian, "are ere ire ar er ir arsi ersi irsi"),
    (Portuguese, "ar er ir"),
    (Polish, "ć c"),
    (Czech, "t ti ci"),
    (Ukrainian, "ти тися тись"),
    (Hungarian, "ni"),
];

/// What may stand between such a verb and the other: marks of infinitives, small verbs, pronouns that belong to the verb.
const LINKS: &[(Language, &str)] = &[
    (English, "be been being have having to"),
    (German, "sich zu haben sein werden worden"),
    (French, "à avoir d de en été eu être l la le les lui me nous s se vous y"),
    (Spanish, "a con de estar haber la las le les lo los me nos se ser sido"),
    (Italian, "a avere aver ci da di essere esser gli la le li lo ne per si stata state stati stato"),
    (Portuguese, "a com de em estar haver o os por se ser sido ter"),
    (Dutch, "hebben om te van worden zich zijn"),
    (Swedish, "att blivit bli ha haft sig vara varit för"),
    (Danish, "at blevet blitt blive bli å ha have haft hatt seg sig til være vært været for"),
    (Polish, "by być o się zostać"),
    (Czech, "by být bych si se z ze"),
    (Russian, "бы быть в во ли"),
    (Ukrainian, "б би бути в у"),
    (Bulgarian, "да е са се си бъде"),
    (Finnish, "olla olevan"),
    (Hungarian, "el fel ki le meg"),
    (Romanian, "fi fie fost a o se să"),
    (Greek, "να έχει είχε είναι τον την το τους τις τα ήταν"),
    (Indonesian, "telah sudah untuk akan"),
    (Arabic, "أن"),
    (Persian, "است که"),
    (Hebrew, "היה להיות"),
];

/// What only joins a sentence to another or says when, and may stand there, too.
const ADVERBS: &[(Language, &str)] = &[
    (
        English,
        "again all already also always at best even ever first however in fact just least long now often once one day only soon still then \
         thereby therefore thus too well yet",
    ),
    (
        German,
        "aber allerdings also auch bald bereits damals dann deshalb doch einst immer jedoch nun schon selbst sogar später trotzdem wieder wohl zwar",
    ),
    (
        French,
        "ainsi alors aussi bien bientôt cependant déjà donc encore ensuite même pourtant quand toujours toutefois",
    ),
    (Spanish, "ahora además así aún bien cambio embargo en entonces incluso luego pronto siempre sin también ya"),
    (Italian, "anche ancora così dunque già infatti invece ora perfino però pure quindi sempre tuttavia"),
    (Portuguese, "agora ainda além assim até bem contudo então entretanto já logo mesmo porém sempre também todavia"),
    (Dutch, "al altijd daarom dan dus echter nog nu ook toch toen wel zelfs"),
    (Swedish, "alltid alltså dock då därför också nu redan sedan även ändå"),
    (Danish, "allerede alltid altid altså derfor dog da likevel nå nu også selv så"),
    (Polish, "jednak jeszcze już nawet również także też teraz więc wtedy zawsze"),
    (Czech, "ale ještě však nyní ovšem proto pak také tedy teď tehdy už vždy"),
    (Russian, "всегда даже ещё же однако поэтому потом сейчас также теперь тогда тоже уже"),
    (Ukrainian, "вже завжди ж навіть однак ще зараз також теж тепер тоді"),
    (Bulgarian, "вече все обаче още сега също тогава"),
    (Finnish, "aina edelleen jo kuitenkin myös nyt siis silti vielä"),
    (Hungarian, "azonban is már még most tehát viszont"),
    (Romanian, "acum atunci chiar deci încă însă mereu și totuși"),
    (Greek, "ακόμη ακόμα επίσης ήδη και όμως πάντα τότε τώρα"),
    (Indonesian, "juga kini masih namun pun saja tetap"),
];

/// What somebody did who did not get there, as a noun before what that was.
const ATTEMPTS: &[(Language, &str)] = &[
    (English, "attempt attempts bid bids conspiracy effort efforts plot plots"),
    (French, "tentative tentatives"),
    (Spanish, "intento intentos tentativa tentativas conato amago"),
    (Italian, "tentativi tentativo"),
    (Portuguese, "tentativa tentativas"),
    (Dutch, "poging pogingen"),
    (Swedish, "försök försöken försöket"),
    (Danish, "forsøg forsøget forsøk forsøket"),
    (Polish, "próba próbie próbę próbą próby usiłowania usiłowanie usiłowaniu usiłowaniem"),
    (Czech, "pokus pokusem pokusu pokusy"),
    (German, "versuch versuche versuchs versuches"),
    (Russian, "попытка попытке попытки попытку попыткой покушение покушении"),
    (Ukrainian, "замах спроба спробі спроби спробу спробою"),
    (Bulgarian, "опит опита опити"),
    (Finnish, "yritys yrityksen yrityksestä yritykseen"),
    (Romanian, "tentativa tentativă tentativei tentative"),
    (Greek, "απόπειρα απόπειρας απόπειρες προσπάθεια προσπάθειες"),
    (Indonesian, "percobaan upaya"),
];

/// Who is charged with what stands behind.
const IMPUTING: &[(Language, &str)] = &[
    (German, "beschuldigt bezichtigt verdächtigt"),
    (
        French,
        "accusé accusée accusées accusés soupçonné soupçonnée soupçonnées soupçonnés suspecté suspectée suspectés",
    ),
    (Spanish, "acusada acusadas acusado acusados sospechosa sospechoso sospechosos imputado imputada"),
    (Italian, "accusata accusate accusati accusato sospettata sospettati sospettato imputato indagato"),
    (Portuguese, "acusada acusadas acusado acusados suspeita suspeito suspeitos"),
    (Dutch, "beschuldigd verdacht"),
    (Swedish, "anklagad anklagade anklagades anklagas misstänkt misstänkta misstänks misstänktes åtalad"),
    (Danish, "anklaget anklages anklagede mistænkt mistænkes mistenkt mistenkes siktet sigtet tiltalt"),
    (Polish, "oskarżeni oskarżona oskarżono oskarżony podejrzana podejrzani podejrzany"),
    (Czech, "obviněn obviněna obviněni podezřelá podezřelí podezřelý"),
    (Russian, "обвинён обвинена обвинили обвиняемый обвиняется обвиняются подозревается подозреваются подозреваемый"),
    (Ukrainian, "звинувачений звинувачують звинуватили підозрюється підозрюють"),
    (Romanian, "acuzat acuzată acuzați suspectat suspectată"),
    (Finnish, "epäillään syytetään syytettynä"),
    (Greek, "κατηγορείται κατηγορούνται ύποπτος"),
];

/// Who only takes it for that, before an `être`, a `ser`.
const BELIEVING: &[(Language, &str)] = &[
    (French, "croit croient croyait croyaient pense pensent pensait pensaient"),
    (Spanish, "cree creen creía creían considera consideran"),
    (Italian, "crede credono credeva credevano ritenuta ritenute ritenuti ritenuto ritengono ritiene"),
    (Portuguese, "acredita acreditam acreditava acreditavam julgavam julgam considera"),
];

/// Verbs that leave open whether what another one behind them says comes about.
pub(crate) static LEAVING_OPEN: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(OPEN));
/// The same before an infinitive alone.
pub(crate) static BEFORE_INFINITIVES: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(OPEN_BEFORE_INFINITIVES));
/// Attempts, as nouns; charges; beliefs of somebody. A small word stands behind them.
pub(crate) static ATTEMPTED: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(ATTEMPTS));
pub(crate) static IMPUTED: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(IMPUTING));
pub(crate) static BELIEVED: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(BELIEVING));
/// What may stand between such a verb and the other; adverbs that may.
pub(crate) static BETWEEN: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(LINKS));
pub(crate) static ADVERBIAL: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(ADVERBS));

/// Whether word `index` of `text` is an infinitive by its end, as far as that is known of its language.
pub(crate) fn is_infinitive(text: &Folded<'_>, index: usize) -> bool {
    let written = text.written(index..index + 1).to_lowercase();
    let ends = |ends: &str| ends.split(' ').any(|end| written.ends_with(end));
    INFINITIVES.iter().any(|(language, list)| text.languages & language.bit() != 0 && ends(list))
}
