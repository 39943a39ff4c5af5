//! What each character is to the folding: a letter, an accent, nothing at all, or a sign with a meaning of its own.

/// Characters that a reader does not see: soft hyphens, zero widths, direction controls, variation selectors, and the stroke
/// that draws an Arabic word out.
pub(crate) fn vanishes(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{640}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Of these what no reader can see and no text of a page keeps for certain: soft hyphens, zero widths and directions. Whoever copies a
/// passage has it or has it not; what joins and parts letters, the stroke that draws an Arabic word out and the form of a sign are seen.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Combining marks that are an accent on a letter, in the scripts where the bare letter is still read: Latin, Greek,
/// Cyrillic, and the points of Hebrew and Arabic. The vowel signs of other scripts are letters.
pub(crate) fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Points for vowels that Hebrew and Arabic writers set or leave out as they like.
pub(crate) fn is_vowel_point(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{652}' | '\u{670}')
}

/// Combining marks that are no accent and belong to the letter before them.
pub(crate) fn is_joined_mark(c: char) -> bool {
    !is_accent(c) && unicode_normalization::char::is_combining_mark(c)
}

/// A letter with a stroke, or without its dot, which Unicode does not take apart.
pub(crate) fn stroked(c: char) -> Option<char> {
    Some(match c {
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        'ħ' => 'h',
        'ŧ' => 't',
        'ı' => 'i',
        _ => return None,
    })
}

/// A lower-case letter as it folds: two letters for those that print as two.
pub(crate) fn spelled_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ĳ' => "ij",
        'ς' => "σ",
        // One letter with two codes, by the keyboard: Persian and Urdu, and Arabic.
        'ک' => "ك",
        'ی' => "ي",
        'ہ' => "ه",
        _ => return None,
    })
}

/// The zeros of the scripts that count by tens (Unicode 16, `Nd`), each with its nine digits behind it; without those that
/// Unicode itself takes for ours.
const ZEROS: [u32; 67] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
    0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0,
    0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50,
    0x11da0, 0x11f50, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
];

/// A decimal digit of another script, as ours.
pub(crate) fn decimal(c: char) -> Option<char> {
    let before = ZEROS.partition_point(|zero| *zero <= c as u32).checked_sub(1)?;
    char::from_digit((c as u32 - ZEROS[before]).min(10), 10)
}

/// The value of a digit: of ours, of its full-width form, or of another script as [`decimal`] has it.
pub(crate) fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '\u{ff10}'..='\u{ff19}' => char::from_digit(c as u32 - 0xff10, 10),
        _ if c.is_ascii() => None,
        _ => decimal(c),
    }
}

/// What stands between the digits of a number, in the width and the script of Latin; none for what is no such mark.
pub(crate) fn separator(c: char) -> Option<char> {
    Some(match c {
        '.' | ',' | '/' | ':' => c,
        '·' | '．' | '٫' => '.',
        '，' | '٬' => ',',
        '：' => ':',
        '／' | '⁄' | '∕' => '/',
        _ => return None,
    })
}

/// Every mark that people and keyboards put where an apostrophe belongs, the Hebrew geresh included.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '׳' | '’' | '‘' | '‛' | 'ʼ' | 'ʹ' | 'ʻ' | '′' | '`' | '´' | '＇')
}

/// Quotation marks of any language, and what stands in for them on a keyboard.
pub(crate) fn is_quotation_mark(c: char) -> bool {
    is_apostrophe(c)
        || matches!(
            c,
            '"' | '״' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‚' | '「' | '」' | '『' | '』' | '＂'
        )
}

/// Hyphens, dashes and the minus sign.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// Full stops and their like that belong to the sentence around a quote as much as to the quote.
pub(crate) fn closes_sentence(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '。' | '、' | '，' | '；' | '：' | '！' | '？')
}

/// Scripts that write no space between words: each character is a word of its own, but for their digits.
pub(crate) fn is_unspaced(c: char) -> bool {
    let script = matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9d}' | '\u{20000}'..='\u{3ffff}');
    script && decimal(c).is_none()
}

/// A word or a unit in one square: `㎡`, `㎞`, `㌔`.
pub(crate) fn is_squared(c: char) -> bool {
    matches!(c, '\u{3300}'..='\u{33ff}')
}

/// What is raised: a digit or the sign before it.
pub(crate) fn raised(c: char) -> Option<char> {
    const AFTER_THREE: [char; 6] = ['4', '5', '6', '7', '8', '9'];
    match c {
        '⁺' => Some('+'),
        '⁻' => Some('-'),
        '⁰' => Some('0'),
        '¹' => Some('1'),
        '²' => Some('2'),
        '³' => Some('3'),
        '⁴'..='⁹' => AFTER_THREE.get(c as usize - '⁴' as usize).copied(),
        _ => None,
    }
}

/// Fractions in one character: `½` is a word of its own, so that `2½` is not 212.
pub(crate) fn is_fraction(c: char) -> bool {
    matches!(c, '\u{bc}'..='\u{be}' | '\u{2150}'..='\u{215e}' | '\u{2189}')
}

/// Trade marks and letters in circles and squares (`ⓘ`), which fold to letters by Unicode and are signs.
pub(crate) fn is_trade_mark(c: char) -> bool {
    matches!(c, '™' | '℠' | '©' | '®' | '\u{24b6}'..='\u{24e9}' | '\u{1f110}'..='\u{1f1ff}')
}

/// A sign that changes what a number says wherever it stands: a currency, a degree, per cent, per mille.
pub(crate) fn sign(c: char) -> Option<&'static str> {
    Some(match c {
        '$' | '＄' => "$",
        '€' => "€",
        '£' => "£",
        '¥' | '￥' => "¥",
        '¢' => "¢",
        '₹' => "₹",
        '₽' => "₽",
        '₩' => "₩",
        '₪' => "₪",
        '₺' => "₺",
        '₴' => "₴",
        '฿' => "฿",
        '°' => "°",
        '%' | '％' | '﹪' | '٪' => "percent",
        '‰' => "permille",
        '×' => "x",
        _ => return None,
    })
}

/// A sign that changes what a number says where it stands before one: `+5`, `< 5`, `~50`.
pub(crate) fn is_number_sign(c: char) -> bool {
    matches!(c, '+' | '±' | '<' | '>' | '=' | '~' | '∼' | '√')
}

/// A sign of mathematics or logic that is a word wherever it stands: `x ≠ y`, `x ∉ A`, `¬p`. The operators that are
/// dashes, dots, stars and strokes to a typesetter are none.
pub(crate) fn is_relation(c: char) -> bool {
    let typographic = matches!(c,
        '\u{2212}' | '\u{2215}'..='\u{221a}' | '\u{2223}' | '\u{2236}' | '\u{223c}' | '\u{22c4}'..='\u{22c6}'
        | '\u{22ee}'..='\u{22f1}');
    c == '¬' || matches!(c, '\u{2200}'..='\u{22ff}') && !typographic
}

/// A sign with the stroke that negates it, which may follow as a character of its own.
pub(crate) fn struck_out(c: char, next: Option<char>) -> Option<char> {
    next.filter(|next| *next == '\u{338}').and_then(|stroke| unicode_normalization::char::compose(c, stroke))
}

/// Units of two letters that are raised to a power (`km²`); any other word of two letters or more has a note mark (`on²`).
const UNITS: [&str; 15] = ["km", "cm", "mm", "dm", "nm", "μm", "hm", "ft", "yd", "mi", "mc", "м", "км", "см", "мм"];

/// A unit, or a variable: one letter of Latin or Greek that is no word by itself.
pub(crate) fn is_unit(word: &str) -> bool {
    let mut letters = word.chars();
    let alone = letters.next().filter(|_| letters.next().is_none());
    alone.is_some_and(|c| matches!(c, 'b'..='d' | 'f'..='h' | 'j'..='n' | 'p'..='t' | 'v' | 'x'..='z' | 'α'..='ζ' | 'θ' | 'κ'..='ξ' | 'π'..='τ' | 'φ'..='ω'))
        || UNITS.contains(&word)
}
