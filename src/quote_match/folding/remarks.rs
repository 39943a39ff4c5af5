//! What editors write in brackets that stands for no words of the passage: that some were left out, that a slip is the
//! author's, whose the emphasis is. In the languages that have a usage of their own for it.

/// Remarks that words were left out.
const OMISSIONS: &[&str] = &[
    // Chinese and Japanese: in the middle, before, behind, what follows, above, below.
    "略",
    "中略",
    "前略",
    "後略",
    "后略",
    "以下略",
    "以上略",
    "上略",
    "下略",
    "省略",
    "节略",
    "節略",
    // Korean, the same.
    "중략",
    "전략",
    "후략",
    "이하 생략",
    "이하생략",
    "상략",
    "하략",
    "생략",
    "omissis",
    "auslassung",
    "auslassungen",
    "snip",
];

/// How remarks end that say what was left out: `citation omitted`, `Fußnote weggelassen`.
const OMITTED: [&str; 8] =
    ["omitted", "weggelassen", "ausgelassen", "omise", "omises", "omitidas", "omitida", "weggelaten"];

/// Remarks that the author wrote so.
const SIC: &[&str] = &[
    "!",
    "?",
    "!?",
    "?!",
    "ママ",
    "まま",
    "原文ママ",
    "原文まま",
    "原文のまま",
    "原文如此",
    "原文如是",
    "원문대로",
    "원문 그대로",
    "원문",
    "так в тексте",
    "так в оригинале",
    "cleaned up",
    "كذا",
    "هكذا",
    "کذا",
    "כך במקור",
    "так в оригіналі",
    "tak v originále",
    "tak w oryginale",
    "așa în original",
    "so im original",
    "så i originalen",
];

/// What remarks on emphasis speak of, a word of them as it begins.
const EMPHASIS: &[&str] = &[
    "emphasis",
    "emphases",
    "italics",
    "boldface",
    "underlining",
    "hervorhebung",
    "hervorh",
    "kursivierung",
    "unterstreichung",
    "souligné",
    "soulignons",
    "souligne",
    "italiques",
    "subrayado",
    "énfasis",
    "cursiva",
    "negrita",
    "corsivo",
    "corsivi",
    "enfasi",
    "grassetto",
    "sottolineatura",
    "grifo",
    "grifos",
    "destaque",
    "destaques",
    "ênfase",
    "itálico",
    "negrito",
    "cursivering",
    "onderstreping",
    "курсив",
    "выделено",
    "подчёркнуто",
    "подчеркнуто",
    "podkreślenie",
    "wyróżnienie",
    "kursywa",
    "kursivering",
    "fremhævelse",
    "korostus",
    "vurgu",
    "herv",
    "kursiv",
    "kursiveret",
    "kursivointi",
    "lihavointi",
    "cursief",
    "cursivas",
    "negritas",
    "italique",
    "sublinhado",
    "sublinhados",
    "sublinhei",
    "zdůraznil",
    "zdůraznila",
    "zdůraznění",
    "zdůrazněno",
    "zvýraznil",
    "zvýraznila",
    "zvýraznění",
    "zvýrazněno",
    "kurzíva",
    "kurzívou",
    "kiemelés",
    "sublinierea",
    "sublinierile",
    "έμφαση",
    "виділено",
    "підкреслено",
    "подчертано",
    "التشديد",
    "ההדגשה",
    "ההדגשות",
];

/// The same in the scripts without spaces, anywhere in the remark, and in Korean, where endings are glued to it.
const UNSPACED_EMPHASIS: &[&str] = &[
    "傍点",
    "傍線",
    "圏点",
    "下線",
    "強調",
    "太字",
    "斜体",
    "着重",
    "重点",
    "重點",
    "强调",
    "強調",
    "黑体",
    "粗体",
    "粗體",
    "下划线",
    "底線",
    "강조",
    "밑줄",
    "방점",
    "굵은",
];

/// Whose the emphasis is, in such a remark: without it a parenthesis speaks of an emphasis of its own.
const WHOSE: &[&str] = &[
    "筆者",
    "笔者",
    "引用",
    "引者",
    "作者",
    "著者",
    "訳者",
    "译者",
    "原文",
    "原著",
    "本文",
    "所加",
    "付加",
    "필자",
    "인용자",
    "저자",
    "역자",
    "원문",
    "추가",
];

/// Words of a remark in which `sic` stands, and of one on emphasis.
const WORDS_OF_SIC: usize = 2;
const WORDS_OF_EMPHASIS: usize = 4;

/// Characters of a remark on emphasis in a script without spaces: `傍点は引用者による`.
const CHARACTERS_OF_EMPHASIS: usize = 16;

/// Whether what stands in brackets says that words were left out there.
pub(crate) fn is_omission(content: &str) -> bool {
    let content = content.trim().trim_matches(['.', '…', '⋯', ' ']).to_lowercase();
    OMITTED.iter().any(|omitted| content.ends_with(omitted)) || OMISSIONS.contains(&content.as_str())
}

/// Whether what stands in brackets is a remark that stands for no words: `[sic]`, `[emphasis added]`, `（傍点筆者）`.
pub(crate) fn is_note(content: &str) -> bool {
    let content = content.trim().to_lowercase();
    let bare = content.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let words: Vec<&str> = bare.filter(|word| !word.is_empty()).collect();
    let emphasis = || words.iter().any(|word| EMPHASIS.contains(word));
    let unspaced = || {
        let has = |list: &[&str]| list.iter().any(|own| content.contains(own));
        content.chars().count() <= CHARACTERS_OF_EMPHASIS && has(UNSPACED_EMPHASIS) && has(WHOSE)
    };
    words.len() <= WORDS_OF_SIC && words.contains(&"sic")
        || SIC.contains(&content.as_str())
        || words.len() <= WORDS_OF_EMPHASIS && (emphasis() || unspaced())
}
