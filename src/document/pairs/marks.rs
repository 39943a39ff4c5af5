//! Which characters are quotation marks, and which close which.

use super::typed;

/// Whether a paragraph that begins with `mark` goes on with what `open` began in the one before. French may put its closing
/// mark there.
pub(super) fn resumes(open: char, mark: char) -> bool {
    mark == open || open == '«' && mark == '»'
}

pub(super) fn is_mark(c: char) -> bool {
    const TYPED: [char; 4] = [typed::OPENING, typed::CLOSING, typed::OPENING_ANGLE, typed::CLOSING_ANGLE];
    is_double(c) || matches!(c, '\'' | '‹' | '›' | '‘' | '’' | '‚' | '❛' | '❜' | '〞' | '〟') || TYPED.contains(&c)
}

pub(super) fn is_double(c: char) -> bool {
    matches!(c, '"' | '＂' | '״' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '〝' | '❝' | '❞')
}

pub(super) fn pairs(open: char, close: char) -> bool {
    match open {
        '"' => matches!(close, '"' | '”'),
        '＂' | '״' | typed::CLOSING => open == close,
        typed::OPENING => matches!(close, typed::CLOSING | '"' | '”'),
        typed::OPENING_ANGLE => close == typed::CLOSING_ANGLE,
        '〝' => matches!(close, '〞' | '〟'),
        '“' | '‟' => matches!(close, '”' | '"'),
        // Arabic papers set the one that closes elsewhere first.
        '”' => matches!(close, '”' | '“'),
        '„' => matches!(close, '“' | '”' | '"' | '‟' | typed::CLOSING),
        '«' => close == '»',
        '»' => close == '«' || close == '»',
        '‹' => close == '›',
        '›' => close == '‹',
        '‘' => close == '’',
        '‚' => matches!(close, '‘' | '’'),
        '❝' => close == '❞',
        '❛' => close == '❜',
        '\'' => close == '\'',
        '「' => close == '」',
        '『' => close == '』',
        _ => false,
    }
}
