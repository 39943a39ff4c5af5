//! English words that differ as a slip of the pen does and are two words: `causal` and `casual`, `resigned` and `re-signed`.

/// Each line is a pair, in folded spelling.
const PAIRS: &str = "accept except,adapt adopt,affect effect,allusion illusion,altar alter,angel angle,aspire expire,assent ascent,\
    asses assess,assure ensure,attach attack,barely barley,baring barring,bazaar bizarre,beard bread,beast beats,\
    below bellow,board broad,boast boats,boot bot,border boarder,bought brought,brunt burnt,bugle bulge,\
    calvary cavalry,canon cannon,canvas canvass,carton cartoon,carve crave,casual causal,casualty causality,\
    censor censure,chloride chlorine,chose choose,clams calms,clasp claps,coast coats,coma comma,compact compost,\
    compiled complied,compiles complies,complaint compliant,complement compliment,confident confidant,\
    conscience conscious,consent content,conservation conversation,contact contract,continual continuous,\
    convict convince,conviction convection,cop coop,coral corral,corps crops,council counsel,councillor counsellor,\
    country county,covered cowered,creditable credible,cruse curse,dairy diary,decent descent,deduce seduce,\
    defuse diffuse,depraved deprived,deprecate depreciate,desert dessert,discreet discrete,discus discuss,\
    disease decease,drop droop,economic economical,election erection,elicit illicit,emigrant immigrant,\
    eminent imminent,employee employer,endogenous exogenous,envelop envelope,exalt exult,exercise exorcise,\
    expand expend,extant extent,faces facets,farmed framed,farmer framer,farming framing,feast feats,field filed,\
    fiend friend,finally finely,fired fried,fires fries,flaunt flout,fluoride fluorine,formally formerly,forth froth,\
    founder flounder,gable gabble,genius genus,girds grids,heroin heroine,historic historical,hop hoop,human humane,\
    immoral immortal,imported importer,incite insight,inequity iniquity,infected injected,infection injection,\
    infections infectious,ingenious ingenuous,interned interred,lapse elapse,lightening lightning,lighting lightning,\
    lions loins,loath loathe,local locale,lop loop,lose loose,losing loosing,mantel mantle,marital martial,\
    marque marquee,moral morale,moral mortal,morality mortality,mouse mousse,needles needless,nose noose,\
    ordinance ordnance,palate palette,parish perish,parity purity,parody parity,patience patients,perfect prefect,\
    perform preform,perpetrate perpetuate,persecute prosecute,persecution prosecution,personal personnel,\
    perspective prospective,planed planned,poplar popular,posses possess,precede proceed,prescribe proscribe,\
    princes princess,principal principle,probe prove,prophecy prophesy,prostate prostrate,public pubic,put putt,\
    qualitative quantitative,quiet quite,ratio ration,rational rationale,reality realty,recession secession,\
    regimen regiment,respectfully respectively,retired retried,rifle riffle,root rot,ruble rubble,sacred scared,\
    salon saloon,salted slated,salve slave,scared scarred,scarped scraped,sensible sensitive,sensual sensuous,\
    sever severe,shot shoot,sign sing,signal single,signed singed,signer singer,silicon silicone,silver sliver,\
    sparse spares,spilt split,stain satin,stationary stationery,statue statute,steel stele,step steep,stop stoop,\
    suit suite,threat treat,tilted titled,timber timbre,tired tried,tires tries,ton tonne,tone tonne,\
    tortuous torturous,trail trial,trails trials,trainee trainer,treaties treatise,trust thrust,uniformed uninformed,\
    unite untie,united untied,unites unties,unity untie,urban urbane,venal venial,waist waits,wander wonder,\
    weather whether,widows windows,worth wroth";

/// Pairs of words that a program which reads scans takes for each other.
const READ: &str = "burn bum,burns bums,coming corning,comer corner,comers corners,darn dam,modem modern,modems moderns,mom morn,stern stem,sterns stems,\
    tom torn";

/// Words that are another with a hyphen behind their first syllable, `re-`.
const REMADE: &str = "recollect recount recover recovered recovery recreate recreated recreation reform reformed release released \
    remark represent represented resent reserve resign resigned resigning resigns resort resound restrain retreat reply";

/// Whether two folded words are a pair that is confused, and each is a word.
pub(crate) fn are_confused(one: &str, other: &str) -> bool {
    PAIRS.split(',').filter_map(|pair| pair.trim().split_once(' ')).any(|(left, right)| {
        [(one, other), (other, one)].into_iter().any(|(a, b)| {
            let (Some(ours), Some(theirs)) = (a.strip_prefix(left), b.strip_prefix(right)) else { return false };
            ours == theirs && matches!(ours, "" | "s" | "ed" | "d" | "ing" | "ly")
        })
    })
}

/// Whether two words are a pair that looks alike in a scan, and each is a word.
pub(crate) fn is_read_otherwise(one: &str, other: &str) -> bool {
    READ.split(',').filter_map(|pair| pair.split_once(' ')).any(|pair| pair == (one, other) || pair == (other, one))
}

/// Whether a folded word is another with a hyphen behind `re`.
pub(crate) fn is_remade(word: &str) -> bool {
    REMADE.split_ascii_whitespace().any(|own| own == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_told_with_their_endings() {
        for (one, other) in
            [("casual", "causal"), ("causally", "casually"), ("prosecuted", "persecuted"), ("trials", "trails")]
        {
            assert!(are_confused(one, other), "{one} {other}");
        }
        assert!(!are_confused("recieve", "receive"));
    }
}
