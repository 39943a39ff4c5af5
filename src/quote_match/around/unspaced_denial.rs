//! Denials of languages that write no spaces, or whose verb ends the sentence: `市长否认…`, `…というのは事実ではない`.

use std::ops::Range;
use std::sync::OnceLock;

use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::folding::sentences::ends;

/// Words right before what is denied.
const BEFORE: &[&str] = &[
    "否认",
    "否認",
    "不承认",
    "不相信",
    "不认为",
    "并不认为",
    "谎称",
    "谣传",
    "批评者称",
    "批评者说",
    "批评者声称",
    "批评者认为",
    "反对者称",
    "反对者声称",
    "反对者认为",
    "没有证据表明",
    "没有证据证明",
    "没有证据显示",
    "不能说",
    "并非",
];

/// Words behind it, as they begin or a few words later.
const BEHIND: &[&str] = &[
    "というのは事実ではない",
    "というのは事実ではありません",
    "というのは嘘",
    "というのは誤り",
    "というのは間違い",
    "というのはデマ",
    "という証拠はない",
    "という事実はない",
    "とは言えない",
    "とはいえない",
    "とは限らない",
    "とは思わない",
    "とは考えにくい",
    "わけではない",
    "ことを否定",
    "と否定",
    "との主張は誤り",
    "という主張は誤り",
    "的说法是错误的",
    "的说法不实",
    "的说法不属实",
    "是谣言",
    "是不可能的",
    "不是事实",
    "并非事实",
    "这不是真的",
    "것은 사실이 아니",
    "것은 사실이 아닌",
    "주장은 사실이 아니",
    "주장은 거짓",
    "것은 거짓",
    "고 볼 수 없",
    "とは言っていない",
    "とは言っていません",
    "とは言わなかった",
    "とは述べていない",
    "とは認めていない",
    "というわけではない",
    "고 말하지 않았",
    "고 말한 적이 없",
    "这种说法是错误的",
    "的说法是假的",
    "것을 부인",
    "는 주장을 부인",
    "사실을 부인",
    "의혹을 부인",
    "의혹이 있",
    "의혹을 받",
    "의혹이 제기",
    "可能性がある",
    "可能性があり",
    "可能性もある",
    "可能性が高い",
    "可能性は低い",
    "可能性が低い",
    "可能性はない",
    "恐れがある",
    "恐れがあり",
    "おそれがある",
    "疑いがある",
    "疑いがあり",
    "疑いが持たれ",
    "かもしれな",
    "かもしれません",
    "とみられ",
    "と見られ",
    "と言われ",
    "といわれ",
    "と噂",
    "とのうわさ",
    "との噂",
    "的可能性",
    "的传闻",
    "的傳聞",
    "가능성이 있",
    "가능성이 크",
    "가능성이 높",
    "가능성이 낮",
    "가능성도 있",
    "가능성은 없",
    "것으로 보인",
    "것으로 보였",
    "것으로 추정",
    "것으로 전해졌",
    "는 소문",
    "지도 모른",
];

/// What affirms by a negation, from the negation on.
const AFFIRMING: &[&str] = &[
    "不可否认",
    "不能否认",
    "不否认",
    "没有否认",
    "未否认",
    "无可否认",
    "无法否认",
    "无疑",
    "无疑问",
    "没有疑问",
    "不容置疑",
    "不只",
    "不光",
    "不单",
    "不止",
    "不得不说",
];

/// What affirms by a negation that stands within it, right before the passage.
const AFFIRMING_BEFORE: &[&str] = &[
    "間違いなく",
    "まちがいなく",
    "疑いなく",
    "言うまでもなく",
    "いうまでもなく",
    "의심할 여지 없이",
    "의심의 여지 없이",
    "틀림없이",
    "말할 것도 없이",
    "शक नहीं कि",
    "शक नहीं है कि",
    "संदेह नहीं कि",
    "संदेह नहीं है कि",
    "şüphe yok ki",
    "kuşku yok ki",
    "لا شك أن",
    "لا شك أنه",
    "لا شك أنها",
    "لا شك في أن",
    "لا ريب أن",
    "אין ספק ש",
    "אין ספק כי",
    "אין כל ספק כי",
];

/// The same right behind it: `に違いない`, it must be that.
const AFFIRMING_BEHIND: &[&str] = &["に違いない", "にちがいない", "に相違ない", "にほかならない", "に他ならない"];

/// Whether the negation `index` stands within words beside the passage `words` that affirm it.
pub(crate) fn is_affirming(page: &Folded<'_>, index: usize, words: &Range<usize>) -> bool {
    static BEFORE: OnceLock<Vec<String>> = OnceLock::new();
    static BEHIND: OnceLock<Vec<String>> = OnceLock::new();
    let (start, end) = (page.at(words.start), page.at(words.end));
    if index < words.start {
        let lead = &page.text[..start];
        return known(&BEFORE, AFFIRMING_BEFORE)
            .iter()
            .any(|phrase| lead.ends_with(phrase.as_str()) && start - phrase.len() <= page.at(index));
    }
    let rest = &page.text[end..];
    known(&BEHIND, AFFIRMING_BEHIND)
        .iter()
        .any(|phrase| rest.starts_with(phrase.as_str()) && page.at(index) < end + phrase.len())
}

/// Characters and words that may stand between the passage and what denies it.
const BETWEEN: usize = 4;

/// The words beside the passage `words` in its sentence that deny it.
pub(crate) fn unspaced_denial(page: &Folded<'_>, words: &Range<usize>) -> Option<Range<usize>> {
    before(page, words).or_else(|| unspaced_denial_behind(page, words.end, BETWEEN))
}

fn before(page: &Folded<'_>, words: &Range<usize>) -> Option<Range<usize>> {
    static KNOWN: OnceLock<Vec<String>> = OnceLock::new();
    let end = page.at(words.start);
    let phrase = known(&KNOWN, BEFORE).iter().filter(|phrase| page.text[..end].ends_with(phrase.as_str()));
    let start = end - phrase.map(String::len).max()?;
    let range = page.index_at(start)..words.start;
    let negated =
        (1..=2).any(|back| range.start.checked_sub(back).is_some_and(|index| affirms(page, index, words.start)));
    (page.is_edge(start) && !negated && is_in_sentence(page, &range)).then_some(range)
}

/// Whether the words from the negation `index` on affirm what begins right behind them, with word `start`: `不可否认`, `毫无疑问`.
pub(crate) fn affirms(page: &Folded<'_>, index: usize, start: usize) -> bool {
    static KNOWN: OnceLock<Vec<String>> = OnceLock::new();
    let lead = &page.text[page.at(index)..page.at(start)];
    known(&KNOWN, AFFIRMING).iter().any(|phrase| phrase == lead)
}

/// The words that deny what ends before word `end`, after `between` words at most.
pub(crate) fn unspaced_denial_behind(page: &Folded<'_>, end: usize, between: usize) -> Option<Range<usize>> {
    static KNOWN: OnceLock<Vec<String>> = OnceLock::new();
    let phrases = known(&KNOWN, BEHIND);
    (end..page.words.len().min(end + between + 1)).take_while(|&at| at == 0 || !ends(page, at - 1)).find_map(|at| {
        let starts = std::iter::once(page.at(at)).chain(reporting(page, at).filter(|_| at == end));
        let stop = starts.filter_map(|start| {
            let rest = &page.text[start..];
            let length = phrases.iter().filter(|phrase| rest.starts_with(phrase.as_str())).map(String::len).max()?;
            Some(start + length)
        });
        let stop = stop.max()?;
        let range = at..page.index_at(stop).max(at + 1);
        is_in_sentence(page, &range).then_some(range)
    })
}

/// Where the `고` or `는` begins that Korean writes on to the word before `at`, which reports what ends there.
fn reporting(page: &Folded<'_>, at: usize) -> Option<usize> {
    static KNOWN: OnceLock<Vec<String>> = OnceLock::new();
    let word = page.word(at.checked_sub(1)?);
    let ending = known(&KNOWN, &["고", "는"]).iter().find(|ending| word.ends_with(ending.as_str()))?;
    Some(page.at(at) - ending.len())
}

fn is_in_sentence(page: &Folded<'_>, words: &Range<usize>) -> bool {
    words.clone().take(words.len().saturating_sub(1)).all(|index| !ends(page, index))
}

fn known(own: &'static OnceLock<Vec<String>>, phrases: &[&str]) -> &'static [String] {
    own.get_or_init(|| phrases.iter().map(|phrase| Folded::new(phrase, Spaces::Written).text).collect())
}
