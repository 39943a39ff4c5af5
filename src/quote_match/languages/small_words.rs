//! The small words of languages, and a table of them that most words of a text need not be looked up in.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::language::{Language, Languages};
use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::text::eight::{eight_at, first_of};
use crate::text::hashed::Quickly;

/// Small words, folded; those of a script of its own need none.
pub(crate) const SMALL: &[(Language, &str)] = &[
    (
        Language::English,
        "the of and to in is that for it as was with be by on at from this have has had which were are their they you we \
         she but there what who will would about into than then them been these those when not or an its his her can \
         could all if so do more only other some your our how where after before while because also may my no out up over \
         between a i he me him come any such very own same why ago",
    ),
    (
        Language::German,
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass \
         sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch \
         man sein wurde wir ich ihr ihre kann gegen vom können schon wenn habe seine ihrer diese dieser wieder keine unter \
         jeder jede hat recht alle weil muss was beim ohne",
    ),
    (
        Language::French,
        "de la le et les des en un du une que est pour qui dans par plus pas au sur ce il sont se avec son aux ou cette \
         sa ses mais nous vous été leur elle ces comme ils être fait on je ne si tout même aussi bien sans peut ont deux \
         leurs où dont entre toute tous après très ainsi lui était cet droit depuis sous personne rien avait avaient \
         beaucoup autre autres quel quelle celui celle nos notre votre avant alors selon étaient serait parce jamais \
         encore chez a y l d n s c j m t qu",
    ),
    (
        Language::Spanish,
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre \
         este ya entre cuando todo esta ser son también fue había era muy años hasta desde está mi porque qué sólo han yo \
         hay vez puede todos así nos ni parte tiene uno donde bien toda tiempo derecho persona ellos nadie nada les \
         habían mucho muchos otro otra otros cuál quién eso esos esas aquel aquella nuestro nuestra después antes \
         entonces según él ella fueron sería aunque sea",
    ),
    (
        Language::Italian,
        "di e il la che in a per un del è una con i le della si non da al dei alla nel più sono come ha gli lo anche dal \
         ma delle o se questo questa su alle ai ad sua suo nella loro degli essere hanno tra era quando dalla fra due \
         stato ogni individuo dello allo sulla cui perché solo chi ci aveva nessuno niente molto quello quella quelli \
         stata nostra nostro senza dopo prima quale dove fatto così poi ancora già mi ti noi voi lei lui essa volte sia",
    ),
    (
        Language::Portuguese,
        "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou \
         ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem \
         nas me esse eles estão você tinha foram essa num nem suas meu às minha têm toda todo pessoa direito são ninguém \
         nada lhes lhe muitos outro outra outros qual isto aquele aquela nosso nossa antes então segundo eram seria \
         porque ainda pelos pelas numa anos",
    ),
    (
        Language::Dutch,
        "de het een van en in is dat op te zijn voor met die niet aan er om ook als dan maar bij nog uit door over naar heeft \
         hij ze wij was worden wordt tot of deze dit kan hebben meer geen werd veel onder zal al zich haar wat haar hun zo \
         tegen recht ieder heeft moet zonder",
    ),
    (
        Language::Polish,
        "w i z na do się że to o jest a od za po ze dla oraz przez jak ale przy który która które są tym tego jego już co czy \
         także nie być tak jej tylko może ich był było była będzie ma lub bardzo między kiedy ten ta te pod bez jako prawo \
         każdy człowiek",
    ),
    (
        Language::Czech,
        "a v se na je že s z do o i k ve to pro za by ale si po od jako který která které jsou nebo byl bylo být jeho ze \
         tak už jen při má není co aby než více také však jsme až podle tím mezi právo každý má své velmi před mnoho \
         jejich když kde kdy byla ještě znovu tu nikdo nic něco někdo proto sem tam tento tato toto těch jich jim pod nad \
         přes bez",
    ),
    (
        Language::Swedish,
        "och i att det som en på är av för med den till inte har de ett om var men sig så från vi kan han nu när hade \
         skall eller år under också efter upp vid ut vad sin mycket andra här blir alla där mot ska än bara rätt varje \
         jag dem hon deras hur inga ingen någon något några förra mellan många sedan sade skulle kunde själv innan dess \
         dessa denna detta blev blivit finns eftersom medan båda genom utan redan första honom henne mig varför",
    ),
    (
        Language::Danish,
        "og i at det som en på er af for med den til ikke har de et om var men sig så fra vi kan han nu når havde skal \
         eller år under også efter op ved ud hvad sin meget andre her blir alle der mot mod ble blev være bare ret enhver \
         etter til hvor dette å ha seg av sidste hun deres dem jeg mig over kun hvis skulle kunne blevet mellem mange \
         siden nogle noget nogen ingen selv sagde hende ham dens denne disse fordi før hvordan hvorfor igen uden",
    ),
    (
        Language::Finnish,
        "ja on ei että se hän oli joka kun mutta ovat myös jos mitä olla tai niin kuin vain ole sen ne sitä jo hänen voi \
         jotka ollut tämä siitä nyt kaikki sekä mukaan kanssa jokaisella oikeus jonka hyvin sitten koska vielä heitä he \
         heille heidän mitään kukaan ennen jälkeen aikana kautta asti muutama monet minä sinä jotta siellä täällä tämän \
         tässä eivät emme vaan kuitenkin",
    ),
    (
        Language::Hungarian,
        "a az és hogy nem is egy van ez meg de ha csak el már még mint vagy volt azt kell sem lesz amely minden nagyon ki \
         ami lehet után aki pedig így között arra joga van való más",
    ),
    (
        Language::Romanian,
        "de și în a la cu pe o nu că este din un mai se care pentru sau ca au fost sunt are dar ce prin ar după fi cel sa lui \
         acest această această orice să al ale fără dreptul persoană",
    ),
    (
        Language::Turkish,
        "ve bir bu da de için ile çok olarak daha olan gibi kadar sonra ancak ne o her en ya değil ki var ama göre ise \
         veya olduğu olduğunu tarafından hakkı hakkına haiz şahsın diye birçok birkaç çünkü yeni önce hiç hem sadece \
         bunun onun şu biz ben sen onlar onlara bunu üzere ayrıca karşı arasında içinde üzerinde nasıl böyle şey fakat \
         zaman edilen eden etti oldu dedi birlikte nedeniyle boyunca yeniden kimse hangi bütün",
    ),
    (
        Language::Vietnamese,
        "và của là có các được cho trong những một với này đã người để khi ở không như về từ ra cũng đến theo vào tại hay nào \
         mọi quyền sẽ nhưng bị",
    ),
    (
        Language::Indonesian,
        "yang dan di dari untuk dengan ini itu pada dalam tidak adalah akan oleh ke juga atau telah sebagai ada bahwa dapat \
         bisa kepada karena saat setiap orang berhak tersebut mereka seperti lebih",
    ),
    (
        Language::Russian,
        "и в не на что с по к из у за о от для это как до его но так же все она они мы я он был было или также которые \
         который может при чтобы только уже если более быть без под со этот эта после имеет право их будет была были есть \
         нет тот там тут кто где когда чем меня тебя её ее него неё им нас вас себя ли бы ни этой этом этого которого \
         которой сказал нужно можно очень еще ещё потому несколько никто ничего",
    ),
    (
        Language::Ukrainian,
        "і в не на що з по до за від для це як та у його але так же всі вона вони ми я він був було або також які який \
         може при щоб тільки вже якщо більше бути без під цей після має право її є про буде була були немає той там тут \
         хто де коли чим мене тебе неї нього їх їм нас вас себе чи би ж ні цієї цього цьому якого якої сказав треба можна \
         дуже ще тому кілька ніхто нічого щодо їхні бо із зі",
    ),
    (
        Language::Bulgarian,
        "и в не на че с по към от за да това как до но така се е са тя те ние аз той беше бе или също които който може при за \
         само вече ако бъде без под този след има право ще си като във със",
    ),
    (
        Language::Arabic,
        "في من على أن إلى التي عن مع هذا هذه الذي كان بعد قد لا ما كما بين لم كل أو ذلك حيث هو هي وقد ثم منذ حق فرد شخص أي",
    ),
    (
        Language::Persian,
        "و در به از که این را با است برای آن یک تا می بر خود شد هر باید کرد نیز شده دارد حق یا هم اما ها های آنها بود",
    ),
];

/// Words by the languages that have them among their small ones.
pub(crate) struct Small {
    pub(crate) words: HashMap<String, Languages, Quickly>,
    /// One bit for each of many kinds of words, by their beginnings: whether any of them is of a kind.
    kinds: Vec<u64>,
    /// Bytes of the longest.
    longest: usize,
}

/// The small words of every language.
pub(crate) fn small() -> &'static Small {
    static WORDS: OnceLock<Small> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = HashMap::<_, _, Quickly>::default();
        for (language, list) in SMALL {
            let folded = Folded::new(list, Spaces::Written);
            for index in folded.all() {
                *words.entry(folded.word(index).to_owned()).or_insert(0) |= language.bit();
            }
        }
        let mut kinds = vec![0; KINDS / 64];
        for at in words.keys().map(|word| kind(word.as_bytes(), word.len())) {
            kinds[at / 64] |= 1 << (at % 64);
        }
        Small { longest: words.keys().map(String::len).max().unwrap_or_default(), kinds, words }
    })
}

/// Kinds of words: some thirty times as many as there are small words, so that most other words are of none of theirs.
const KINDS: usize = 1 << 16;

/// The kind of the word of so many bytes that a text begins with.
fn kind(text: &[u8], length: usize) -> usize {
    let begin = first_of(eight_at(text), length) ^ (length as u64) << 56;
    (begin.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48) as usize
}

impl Small {
    /// Whether word `index` of a text may be one.
    pub(crate) fn may_have(&self, text: &Folded<'_>, index: usize) -> bool {
        let (start, end) = (text.at(index), text.at(index + 1));
        let kind = kind(&text.text.as_bytes()[start..], end - start);
        end - start <= self.longest && self.kinds[kind / 64] >> (kind % 64) & 1 == 1
    }
}
