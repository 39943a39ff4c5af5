//! English words that differ as a slip of the pen does and are two words: `causal` and `casual`, `resigned` and `re-signed`.

/// Each line is a pair, in folded spelling.
const PAIRS: &str = "accept except,adapt adopt,affect effect,allusion illusion,altar alter,angel angle,aspire expire,assent ascent,\
    assure ensure,bought brought,calvary cavalry,canvas canvass,casual causal,casualty causality,censor censure,\
    compact compost,complement compliment,confident confidant,conscience conscious,conservation conversation,\
    contact contract,continual continuous,convict convince,council counsel,councillor counsellor,country county,dairy diary,\
    decent descent,deduce seduce,defuse diffuse,depraved deprived,deprecate depreciate,desert dessert,discreet discrete,\
    disease decease,economic economical,elicit illicit,emigrant immigrant,eminent imminent,envelop envelope,exalt exult,\
    exercise exorcise,expand expend,extant extent,finally finely,flaunt flout,formally formerly,founder flounder,\
    historic historical,human humane,incite insight,inequity iniquity,infections infectious,ingenious ingenuous,\
    interned interred,lighting lightning,lightening lightning,loath loathe,marital martial,moral morale,moral mortal,\
    morality mortality,ordinance ordnance,palate palette,parish perish,parody parity,patience patients,perpetrate perpetuate,\
    persecute prosecute,persecution prosecution,personal personnel,perspective prospective,poplar popular,precede proceed,\
    prescribe proscribe,principal principle,probe prove,prophecy prophesy,prostate prostrate,qualitative quantitative,quiet quite,\
    rational rationale,reality realty,recession secession,regimen regiment,respectfully respectively,sacred scared,\
    sensible sensitive,sensual sensuous,signal single,silver sliver,stationary stationery,statue statute,suit suite,\
    tortuous torturous,trail trial,trails trials,united untied,uniformed uninformed,unity untie,urban urbane,venal venial,\
    wander wonder,weather whether,widows windows,attach attack,border boarder,chloride chlorine,coma comma,consent content,conviction convection,\
    creditable credible,election erection,employee employer,endogenous exogenous,fiend friend,fluoride fluorine,genius genus,heroin heroine,\
    immoral immortal,imported importer,infected injected,infection injection,local locale,parity purity,public pubic,ratio ration,scared scarred,\
    sever severe,signed singed,silicon silicone,threat treat,trainee trainer,trust thrust";

/// Pairs of words that a program which reads scans takes for each other.
const READ: &str = "burn bum,burns bums,coming corning,comer corner,comers corners,darn dam,modem modern,modems moderns,mom morn,stern stem,sterns stems,\
    tom torn";

/// Words that are another with a hyphen behind their first syllable, `re-`.
const REMADE: &str = "recollect recount recover recovered recovery recreate recreated recreation reform reformed release released \
    remark represent represented resent reserve resign resigned resigning resigns resort resound restrain retreat reply";

/// Whether two folded words are a pair that is confused, and each is a word.
pub(super) fn are_confused(one: &str, other: &str) -> bool {
    PAIRS.split(',').filter_map(|pair| pair.trim().split_once(' ')).any(|(left, right)| {
        [(one, other), (other, one)].into_iter().any(|(a, b)| {
            let (Some(ours), Some(theirs)) = (a.strip_prefix(left), b.strip_prefix(right)) else { return false };
            ours == theirs && matches!(ours, "" | "s" | "ed" | "d" | "ing" | "ly")
        })
    })
}

/// Whether two words are a pair that looks alike in a scan, and each is a word.
pub(super) fn is_read_otherwise(one: &str, other: &str) -> bool {
    READ.split(',').filter_map(|pair| pair.split_once(' ')).any(|pair| pair == (one, other) || pair == (other, one))
}

/// Whether a folded word is another with a hyphen behind `re`.
pub(super) fn is_remade(word: &str) -> bool {
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
