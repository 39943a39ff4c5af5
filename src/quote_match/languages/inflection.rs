//! Forms of one English word: `says` and `said`, `companies` and `company`. A writer who fits a quotation into his sentence
//! writes `sa[ys]`; the letters that he keeps are too few to tell the word.

/// Verbs that change their letters: the infinitive, then its other forms but for `-s` and `-ing`.
const IRREGULAR: &[&str] = &[
    "be am are is was were been",
    "bear bore borne born",
    "beat beaten",
    "become became",
    "begin began begun",
    "bend bent",
    "bind bound",
    "bite bit bitten",
    "bleed bled",
    "blow blew blown",
    "break broke broken",
    "bring brought",
    "build built",
    "buy bought",
    "catch caught",
    "child children",
    "choose chose chosen",
    "cling clung",
    "come came",
    "creep crept",
    "deal dealt",
    "dig dug",
    "do does did done",
    "draw drew drawn",
    "drink drank drunk",
    "drive drove driven",
    "eat ate eaten",
    "fall fell fallen",
    "feed fed",
    "feel felt",
    "fight fought",
    "find found",
    "flee fled",
    "fling flung",
    "fly flew flown",
    "forbid forbade forbidden",
    "forget forgot forgotten",
    "forgive forgave forgiven",
    "freeze froze frozen",
    "get got gotten",
    "give gave given",
    "go goes went gone",
    "grind ground",
    "grow grew grown",
    "hang hung",
    "have has had",
    "hear heard",
    "hide hid hidden",
    "hold held",
    "keep kept",
    "kneel knelt",
    "know knew known",
    "lay laid",
    "lead led",
    "leap leapt",
    "leave left",
    "lend lent",
    "lie lay lain",
    "light lit",
    "lose lost",
    "make made",
    "man men",
    "mean meant",
    "meet met",
    "mistake mistook mistaken",
    "overcome overcame",
    "pay paid",
    "prove proven",
    "ride rode ridden",
    "ring rang rung",
    "rise rose risen",
    "run ran",
    "say said",
    "see saw seen",
    "seek sought",
    "sell sold",
    "send sent",
    "shake shook shaken",
    "shine shone",
    "shoot shot",
    "show shown",
    "shrink shrank shrunk",
    "sing sang sung",
    "sink sank sunk",
    "sit sat",
    "sleep slept",
    "slide slid",
    "speak spoke spoken",
    "spend spent",
    "spin spun",
    "spring sprang sprung",
    "stand stood",
    "steal stole stolen",
    "stick stuck",
    "strike struck stricken",
    "strive strove striven",
    "swear swore sworn",
    "sweep swept",
    "swim swam swum",
    "swing swung",
    "take took taken",
    "teach taught",
    "tear tore torn",
    "tell told",
    "think thought",
    "throw threw thrown",
    "tread trod trodden",
    "understand understood",
    "undertake undertook undertaken",
    "wake woke woken",
    "wear wore worn",
    "weave wove woven",
    "weep wept",
    "win won",
    "wind wound",
    "withdraw withdrew withdrawn",
    "woman women",
    "write wrote written",
];

/// Endings of English, and what stood in place of each.
const ENDINGS: &[(&str, &str)] = &[
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
    ("en", ""),
    ("en", "e"),
    ("n", ""),
    ("er", ""),
    ("er", "e"),
    ("ers", ""),
    ("ers", "e"),
];

/// Whether two folded words are forms of one.
pub(crate) fn are_forms(one: &str, other: &str) -> bool {
    let others = bases(other);
    bases(one).iter().any(|base| others.contains(base))
}

/// Whether a folded word may be the participle of a verb: `accused`, `given`, `caught`.
pub(crate) fn is_participle(word: &str) -> bool {
    const SHORTEST: usize = 5;
    let regular = word.len() >= SHORTEST && word.ends_with("ed");
    regular || IRREGULAR.iter().any(|forms| forms.split(' ').count() > 1 && forms.split(' ').next_back() == Some(word))
}

/// What a folded word may be a form of; not all of them are words.
pub(crate) fn bases(word: &str) -> Vec<String> {
    let mut found = vec![word.to_owned()];
    for (ending, before) in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 1) {
            found.push(format!("{stem}{before}"));
            let mut letters = stem.chars().rev();
            let (last, doubled) = (letters.next(), letters.next());
            if before.is_empty() && ending.len() > 1 && last == doubled {
                found.push(stem[..stem.len() - last.map_or(0, char::len_utf8)].to_owned());
            }
        }
    }
    let irregular = IRREGULAR.iter().filter(|forms| forms.split(' ').skip(1).any(|form| form == word));
    found.extend(irregular.filter_map(|forms| forms.split(' ').next()).map(str::to_owned));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_are_told_from_other_words() {
        for (one, other) in [
            ("says", "said"),
            ("takes", "took"),
            ("paid", "pays"),
            ("have", "had"),
            ("believes", "believed"),
            ("stopped", "stops"),
            ("companies", "company"),
            ("are", "were"),
            ("going", "went"),
        ] {
            assert!(are_forms(one, other), "{one} {other}");
            assert!(are_forms(other, one), "{other} {one}");
        }
        for (one, other) in [
            ("takes", "the"),
            ("takes", "told"),
            ("rejoices", "rejects"),
            ("supports", "suppose"),
            ("approves", "appeals"),
        ] {
            assert!(!are_forms(one, other), "{one} {other}");
        }
    }
}
