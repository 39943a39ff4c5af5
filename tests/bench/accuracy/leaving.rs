//! Words that leave open whether something is so, or say that it is to be, in the languages that the sets have: with one of them left out, the
//! verb that is kept says that it is. They are what grammars call modal verbs, and the like; nothing of what is measured tells them.

use crate::turning::{core, is_one_of};

/// Can, may, must, ought to, needs to, seems to, is allowed to, asked to; in every form that stands before a verb.
const LEAVING: &[&str] = &[
    "can could may might must shall should will would ought need needs needed dare able unable bound likely seem seems seemed appear appears appeared \
     allowed permitted required obliged forced urged advised encouraged invited ordered instructed told asked begged persuaded helped",
    "kann kannst können könnt könnte könnten konnte konnten muss muß musst müssen müßen müsst musste mussten müsste müssten darf dürfen durfte durften \
     dürfte soll sollen sollte sollten mag mögen mochte möchte möchten brauchen braucht brauchte scheint scheinen schien schienen lässt lassen \
     gezwungen verpflichtet berechtigt",
    "peut peuvent pouvait pouvaient pourra pourront pourrait puisse puissent pu doit doivent devait devaient devra devront devrait devraient dû faut \
     fallait faudra faudrait semble semblent semblait paraît paraissent",
    "puede pueden podía podían podrá podrán podría podrían pueda puedan pudo pudieron debe deben debía debían deberá deberán debería deberían hay \
     parece parecen parecía suele suelen busca buscan necesita necesitan",
    "può possono poteva potevano potrà potranno potrebbe potrebbero possa possano deve devono doveva dovevano dovrà dovranno dovrebbe dovrebbero \
     debba bisogna occorre pare paiono sembra sembrano suole",
    "pode podem podia podiam poderá poderão poderia poderiam possa possam deve devem devia deviam deverá deverão deveria deveriam parece parecem \
     precisa precisam costuma busca buscam",
    "kan kunnen kon konden moet moeten moest moesten mag mogen mocht mochten hoeft hoeven zal zullen zou zouden lijkt lijken leek leken blijkt dient dienen",
    "może mogą mógł mogła mogło mogli mogły mógłby mogłaby mogłoby mogliby musi muszą musiał musiała musiało musieli musiały ma mają miał miała miało \
     mieli miały powinien powinna powinno powinni powinny można należy trzeba warto wolno chciał chciała chciało chcieli chciały wydaje wydają \
     zdaje zdają uchodzi uchodzą",
    "может могут мог могла могло могли должен должна должно должны можно нужно надо следует придется придётся приходится необходимо нельзя кажется \
     казалось пытались пытается пытаются собирался обязан обязана обязаны способен способна способны",
    "може можуть міг могла могло могли повинен повинна повинно повинні має мають мусить мусять можна треба потрібно слід необхідно здається намагаються",
    "μπορεί μπορούν μπορούσε μπορούσαν μπορέσει μπορέσουν πρέπει έπρεπε οφείλει οφείλουν όφειλε φαίνεται φαίνονται φαινόταν φάνηκε φάνηκαν επιχειρεί \
     επιχειρούν επιχείρησε επιδιώκει επιδιώκουν ενδέχεται ενδεχομένως πιθανόν πιθανώς πιθανόν δύναται δύνανται χρειάζεται",
    "kan kunde kunne må måste måtte bör borde bør burde får fick verkar tycks synes virker behöver behøver lär ska skall skal skulle",
    "může mohou mohl mohla mohlo mohli mohly musí musel musela muselo museli má mají měl měla mělo měli měly lze smí nutno třeba zdá môže môžu mohol \
     musia musela má majú mal mala malo mali možno treba",
    "voi voivat voisi voisivat voinut pitää pitäisi täytyy täytyisi saattaa saattavat saattaisi näyttää näyttävät tulee lehet lehetett kell kellett kellene \
     tud tudja tudják szabad látszik tűnik kellhet",
    "poate pot putea puteau trebuie trebuia pare păreau gerek gerekir gerekiyor gerekli lazım mümkün olabilir може могат трябва може može mogu mora \
     moraju treba trebaju",
    "harus mungkin kemungkinan dapat bisa boleh perlu mesti wajib hendaknya tampaknya thể phải cần nên",
    "يمكن يجب ربما ينبغي قد يبدو كاد يكاد יכול יכולה יכולים צריך צריכה צריכים ניתן חייב חייבים עשוי עשויה אפשר נראה सकता सकती सकते चाहिए पड़ता पड़ेगा",
];

/// Of languages without spaces.
const LEAVING_UNSPACED: &[&str] = &[
    "必须",
    "必須",
    "可以",
    "能够",
    "能夠",
    "应当",
    "應當",
    "需要",
    "不得不",
    "べき",
    "ことができ",
    "必要があ",
    "ต้อง",
    "สามารถ",
    "ควร",
];

/// What was or will be, or is only called so: left out, a former minister is the minister.
const NOT_NOW: &[&str] = &[
    "former formerly ex future then acting interim designate so-called alleged purported would-be ehemalige ehemaligen ehemaliger ehemals frühere früheren \
     früherer künftige künftigen künftiger künftig zukünftige zukünftigen damalige damaligen einstige einstigen sogenannte sogenannten angebliche angeblichen",
    "ancien ancienne anciens anciennes futur future ex-président prétendu prétendue soi-disant antiguo antigua antiguos ex futuro futura entonces supuesto \
     supuesta ex-presidente futuro futura allora presunta cosiddetto antigo antiga então suposto suposta voormalig voormalige toekomstige zogenaamde",
    "były była byłego byłej przyszły przyszła tzw бывший бывшая бывшего бывшей бывшие будущий будущая будущего тогдашний колишній колишня колишнього майбутній \
     πρώην μελλοντικός μελλοντική τότε λεγόμενος förre förra tidigare framtida dåvarande tidligere fremtidige daværende bývalý bývalá budoucí entinen \
     tuleva volt leendő egykori fost fosta viitor eski mantan calon السابق السابقة לשעבר पूर्व 前 元",
];

/// Whether a word, without its punctuation, leaves open what is kept.
pub fn leaves_open(core: &str) -> bool {
    let listed = LEAVING.iter().chain(NOT_NOW).any(|list| is_one_of(list, core));
    listed || LEAVING_UNSPACED.iter().any(|word| core.contains(word))
}

/// Whether two words, one behind the other, do: `have to`, `tiene que`.
pub fn leave_open(one: &str, other: &str) -> bool {
    const HAVING: &str = "have has had having";
    const TENER: &str =
        "tengo tiene tienen tenía tenían tendrá tendrán tuvo tuvieron hay había tem têm tinha tinham terá terão";
    (is_one_of(HAVING, &core(one)) && core(other) == "to") || (is_one_of(TENER, &core(one)) && core(other) == "que")
}
