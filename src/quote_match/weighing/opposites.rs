//! Words that say the opposite of each other: `rose` and `fell`, `helped` and `harmed`. All in folded spelling.

use crate::quote_match::folding::words::is_rival;
use crate::quote_match::languages::inflection::bases;
use crate::quote_match::languages::language::Language::{
    self, Dutch, English, French, German, Italian, Portuguese, Spanish,
};
use crate::quote_match::languages::language::{Languages, are_told};

/// English words without their endings: on each line one side, then the other.
const ENGLISH: &str = "rise climb soar grow increase surge gain expand improve jump / fall drop decline sink shrink decrease plunge lose contract worsen \
    reduce fall slump plummet diminish
    raise lift boost strengthen / lower cut reduce weaken slash
    help aid assist benefit heal save protect rescue cure / harm hurt damage injure hinder wound endanger
    win triumph prevail / lose
    victory win triumph success / defeat loss failure
    winner / loser
    succeed pass / fail
    accept approve adopt pass agree welcome allow permit grant / reject refuse decline disapprove oppose deny ban forbid prohibit block
    support back endorse favor favour defend praise applaud / oppose attack condemn criticise criticize denounce resist blame
    allow permit legalise legalize enable let / ban forbid prohibit prevent outlaw block
    admit confess acknowledge confirm / deny dispute refute
    prove / disprove refute
    true truth correct right accurate / false falsehood wrong incorrect inaccurate lie
    guilty / innocent
    guilt / innocence
    convict condemn / acquit clear exonerate
    legal lawful / illegal unlawful
    safe harmless / dangerous unsafe harmful risky
    safety / danger
    good great excellent / bad poor terrible evil
    better best / worse worst
    well / badly poorly
    high higher highest / low lower lowest
    more most / less least fewer
    many much / few little
    large big great huge / small little tiny
    larger bigger greater / smaller
    long longer / short shorter
    strong stronger strength / weak weaker weakness
    rich wealthy wealth / poor poverty
    fast quick rapid / slow
    quickly rapidly / slowly gradually
    early earlier / late later
    old older / new young younger
    hot warm / cold cool
    open / close shut
    begin start launch commence / end stop finish cease
    first / last
    buy purchase / sell
    lend / borrow
    import / export
    enter arrive come join / leave depart exit quit
    give / take
    send / receive
    build create construct found / destroy demolish dismantle abolish
    add include / remove exclude omit
    love like admire / hate dislike despise
    friend ally / enemy foe
    friendly / hostile
    peace / war
    life / death
    live survive / die perish
    alive living / dead
    birth born / death dead
    hire employ appoint / fire dismiss sack
    free release / jail imprison arrest detain
    spend / save
    profit / loss
    asset / liability
    surplus / deficit
    majority / minority
    maximum / minimum
    most / least
    always / never
    before / after
    above over / below under beneath
    up / down
    in inside within / out outside
    north northern / south southern
    east eastern / west western
    left / right
    male man men boy husband father son / female woman women girl wife mother daughter
    public / private
    positive / negative
    optimistic hopeful / pessimistic hopeless
    optimism hope / pessimism despair
    possible / impossible
    likely probable / unlikely improbable
    easy simple / difficult hard complex
    easily / hardly
    present presence / absent absence
    cause / prevent
    victim / perpetrator
    hero / villain coward
    remember / forget
    teach / learn
    push / pull
    advance progress / retreat
    urban / rural
    brave courageous / cowardly
    honest sincere / dishonest
    generous / selfish greedy
    clean / dirty
    healthy / sick ill
    calm / angry
    happy glad pleased / sad unhappy sorry
    wise clever intelligent / foolish stupid
    deep / shallow
    wide broad / narrow
    light bright / dark
    full / empty
    heavy / light
    voluntary / compulsory mandatory
    mandatory / optional
    temporary / permanent
    innocent / culpable
    freedom liberty / slavery oppression
    supporter proponent / opponent critic
    lead / follow
    shorten / lengthen extend
    tighten / loosen ease relax
    encourage / discourage
    appear / disappear
    complete / partial incomplete
    major / minor
    superior / inferior
    upper / lower
    external / internal
    trust / mistrust distrust
    for / against
    from / to
    with / without
    respect / disrespect";

/// The beginnings of words of other languages, on both sides of a stroke.
const OTHERS: &[(Language, &str)] = &[
    (
        German,
        "steig gestieg stieg wuchs wachs zunahm zugenomm erhoh / sink sank gesunk fiel fall gefall schrumpf abnahm abgenomm senk gesenk
        geholf half hilf hilft nutz genutz / schad geschad
        gewann gewonn gewinn / verlor verlier verlust
        angenomm zugestimm befurwort genehmig gebillig / abgelehn lehnt verweiger untersag
        erlaub / verbot verbiet
        schuldig / unschuldig
        gut besser / schlecht
        hoch hoh / niedrig tief
        gross / klein
        stark / schwach
        sicher / gefahrlich unsicher
        eroffn geoffn / geschloss schlies
        begann begonn beginn / endet beend ende
        gekauf kauft / verkauf
        freund / feind
        lebend / tot
        richtig wahr / falsch unwahr
        mehrheit / minderheit
        immer / nie
        vor / nach
        nord / sud
        ost / west",
    ),
    (
        French,
        "augment hauss mont croiss / baiss diminu chut recul
        aid profit / nui nuis
        gagn victoire / perd perte defaite
        accept approuv adopt / rejet refus
        soutien souten / oppos critiqu
        autoris permi / interdi
        coupable / innocent
        bon meilleur / mauvais pire
        haut elev / bas
        grand / petit
        fort / faible
        sur / dangereu
        ouver ouvr / ferm
        commenc / termin fin
        achet / vend
        ami / ennemi
        vrai / fau
        majorit / minorit
        toujours / jamais
        avant / apres
        nord / sud
        est / ouest",
    ),
    (
        Spanish,
        "aument sub crec creci / baj disminu cay cae reduc
        ayud benefici / perjudic dan
        gan victoria / perd derrota
        acept aprob / rechaz
        apoy / opus opon critic
        permit autoriz / prohib
        culpable / inocente
        buen mejor / mal peor
        alt / baj
        grande / pequen
        fuerte / debil
        segur / peligros insegur
        abr abier / cerr
        empez comenz inici / termin acab
        compr / vend
        amig / enemig
        verdader / fals
        mayoria / minoria
        siempre / nunca jamas
        antes / despues
        norte / sur
        este / oeste",
    ),
    (
        Italian,
        "aument sal cresc / diminu cal scend sces
        aiut / dannegg
        vin vitt / pers perd sconfitt
        accett approv / respin rifiut
        sosten sosteg / oppos contrast critic
        permess autorizz / vietat proib
        colpevol / innocent
        buon miglior / cattiv peggior
        alt / bass
        grande / piccol
        fort / debol
        sicur / pericolos
        apert apr / chius chiud
        iniz / termin fin
        compr acquist / vend
        amic / nemic
        ver / fals
        maggioranz / minoranz
        sempre / mai
        prima / dopo
        nord / sud
        est / ovest",
    ),
    (
        Portuguese,
        "aument sub cresc / diminu ca baix reduz
        ajud / prejudic
        ganh vitoria / perd derrota
        aceit aprov / rejeit
        apoi / opos critic
        permit autoriz / proib
        culpad / inocent
        bom boa melhor / mau ruim pior
        alt / baix
        grande / pequen
        forte / frac
        segur / perigos
        abr abert / fech
        comec inici / termin acab
        compr / vend
        amig / inimig
        verdadeir / fals
        maioria / minoria
        sempre / nunca
        antes / depois
        norte / sul
        leste / oeste",
    ),
    (
        Dutch,
        "stijg steeg gesteg toenam toegenom groei / daal gedaal zakt afnam afgenom
        help hielp geholp / schaad geschaad
        won gewonn win / verloor verlor verlies
        aangenom goedgekeur / verworp afgewez
        steun / bestreed bekritis
        toegestaan / verboden
        schuldig / onschuldig
        goed beter / slecht
        hoog hoger / laag lager
        groot groter / klein
        sterk / zwak
        veilig / gevaarlijk onveilig
        open / geslot dicht
        begon begonn begin / eindig einde
        gekoch koop / verkoch verkoop
        vriend / vijand
        waar / onwaar
        meerderheid / minderheid
        altijd / nooit
        voor / na
        noord / zuid
        oost / west",
    ),
];

/// Letters of a beginning that tells a word by itself; a shorter one is a whole word.
const TELLING: usize = 4;

/// Whether two folded words say the opposite of each other.
pub(crate) fn are_opposites(one: &str, other: &str, languages: Languages) -> bool {
    let in_some = |language: Language| !are_told(languages) || languages & language.bit() != 0;
    let english = || {
        let (ours, theirs) = (bases(one), bases(other));
        let is = |bases: &[String], word: &str| bases.iter().any(|base| base == word);
        is_rival(one, other) || stand_opposite(ENGLISH, |word| is(&ours, word), |word| is(&theirs, word))
    };
    if one == other {
        return false;
    }
    let begins = |word: &str, stem: &str| word == stem || stem.len() >= TELLING && word.starts_with(stem);
    let of = |pairs: &str| stand_opposite(pairs, |stem| begins(one, stem), |stem| begins(other, stem));
    in_some(English) && english() || OTHERS.iter().any(|(language, pairs)| in_some(*language) && of(pairs))
}

/// Whether of two words the one stands on the one side of a line, and the other on its other.
fn stand_opposite(pairs: &str, one: impl Fn(&str) -> bool, other: impl Fn(&str) -> bool) -> bool {
    pairs.lines().filter_map(|line| line.split_once('/')).any(|(left, right)| {
        let has = |side: &str, is: &dyn Fn(&str) -> bool| side.split_ascii_whitespace().any(is);
        has(left, &one) && has(right, &other) || has(right, &one) && has(left, &other)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_are_told_in_any_form_and_synonyms_are_none() {
        for (one, other) in [
            ("rose", "fell"),
            ("harmed", "helped"),
            ("increases", "decreasing"),
            ("approved", "disapproved"),
            ("won", "lost"),
            ("safer", "dangerous"),
            ("guilty", "innocent"),
            ("sold", "bought"),
        ] {
            assert!(are_opposites(one, other, English.bit()), "{one} {other}");
            assert!(are_opposites(other, one, English.bit()), "{other} {one}");
        }
        for (one, other) in [("rose", "climbed"), ("helped", "aided"), ("said", "told"), ("fell", "dropped")] {
            assert!(!are_opposites(one, other, English.bit()), "{one} {other}");
        }
        assert!(are_opposites("gestiegen", "gefallen", German.bit()));
        assert!(are_opposites("augmente", "baisse", French.bit()));
    }
}
