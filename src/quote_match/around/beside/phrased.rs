//! What bounds the beginning of a passage in languages that write no spaces or no capitals, and in Vietnamese: `几乎` before `所有`, `ほとんど`
//! before `すべて`, `거의` before `모든`, `chỉ có` before a number; and groups that a sentence begins with: `大部分居民`.

use std::ops::Range;
use std::sync::OnceLock;

use super::Sentence;
use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::languages::letters::is_unspaced;

/// Before a number, a share or a whole.
const BOUNDS: &[&str] = &[
    "几乎",
    "幾乎",
    "差不多",
    "将近",
    "將近",
    "接近",
    "大约",
    "大約",
    "约",
    "約",
    "大概",
    "只有",
    "仅有",
    "僅有",
    "仅",
    "僅",
    "至少",
    "最多",
    "至多",
    "不到",
    "不足",
    "超过",
    "超過",
    "ほとんど",
    "ほぼ",
    "およそ",
    "おおよそ",
    "わずか",
    "たった",
    "少なくとも",
    "多くとも",
    "거의",
    "약",
    "대략",
    "최소",
    "최대",
    "적어도",
    "많아야",
    "불과",
    "단",
    "겨우",
    "แทบ",
    "เกือบ",
    "เกือบจะ",
    "ประมาณ",
    "เพียง",
    "อย่างน้อย",
];

/// Words that such a share or whole begins with.
const SHARES: &[&str] = &[
    "所有",
    "全部",
    "全体",
    "全體",
    "每个",
    "每個",
    "一半",
    "半数",
    "半數",
    "すべて",
    "全て",
    "全員",
    "全国",
    "半分",
    "모든",
    "모두",
    "전체",
    "전원",
    "절반",
    "ทุก",
    "ทั้งหมด",
    "ครึ่ง",
];

/// Groups that are no whole, at the beginning of a sentence.
const GROUPS: &[&str] = &[
    "大部分",
    "大多数",
    "大多數",
    "多数",
    "多數",
    "少数",
    "少數",
    "一部分",
    "部分",
    "有些",
    "一些",
    "只有",
    "仅有",
    "僅有",
    "一部の",
    "ほとんどの",
    "多くの",
    "大半の",
    "少数の",
    "대부분의",
    "대다수의",
    "일부",
    "많은",
    "소수의",
    "오직",
];

/// Vietnamese ones with their tones, before what a capital makes the beginning of a sentence, and before a number.
const VIETNAMESE: &[&str] = &[
    "hầu hết",
    "hầu như",
    "hầu như mọi",
    "gần",
    "gần như",
    "chỉ",
    "chỉ có",
    "chỉ một số",
    "đa số",
    "phần lớn",
    "đa phần",
    "một số",
    "một nửa",
    "khoảng",
    "ít nhất",
    "nhiều nhất",
    "tối đa",
    "tối thiểu",
    "không phải",
    "không phải mọi",
    "không phải tất cả",
];

impl Sentence<'_, '_> {
    /// The words right before the passage that bound what it begins with.
    pub(super) fn bounded_by_phrase(&self) -> Option<Range<usize>> {
        self.bounded_without_capitals().or_else(|| self.bounded_in_vietnamese())
    }

    fn bounded_without_capitals(&self) -> Option<Range<usize>> {
        static KNOWN: OnceLock<[Vec<String>; 3]> = OnceLock::new();
        let (page, start) = (self.page, self.passage.start);
        let caseless = |c: char| is_unspaced(c) || matches!(c, '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}');
        if !page.word(start).starts_with(|c: char| caseless(c) || c.is_numeric()) {
            return None;
        }
        let fold = |phrases: &[&str]| {
            phrases.iter().map(|phrase| Folded::new(phrase, Spaces::Written).text).collect::<Vec<_>>()
        };
        let [bounds, shares, groups] = KNOWN.get_or_init(|| [fold(BOUNDS), fold(SHARES), fold(GROUPS)]);
        let (before, behind) = page.text.split_at(page.at(start));
        // The whole word of Korean, and whatever stands there where words are not parted.
        let led = |phrases: &[String]| {
            let found = phrases.iter().filter(|phrase| before.ends_with(phrase.as_str()));
            let at = before.len() - found.map(String::len).max()?;
            let words = page.index_at(at)..start;
            let close = words.clone().all(|index| self.adjoin(index));
            (page.is_edge(at) && close && words.start >= self.start).then_some(words)
        };
        let amount = || page.is_number(start) || shares.iter().any(|share| behind.starts_with(share.as_str()));
        let opens = |words: &Range<usize>| {
            words.start == self.start || page.between(words.start - 1).contains([',', '，', '、', ';', '；'])
        };
        led(bounds).filter(|_| amount()).or_else(|| led(groups).filter(opens))
    }

    fn bounded_in_vietnamese(&self) -> Option<Range<usize>> {
        let (page, start) = (self.page, self.passage.start);
        let toned = |words: Range<usize>| page.written(words).to_lowercase();
        let known = |first: &usize| VIETNAMESE.contains(&toned(*first..start).as_str());
        let number =
            || page.is_number(start) || matches!(toned(start..start + 1).as_str(), "mọi" | "tất" | "một" | "nửa");
        let first = (self.start..start).rev().take(3).filter(known).min()?;
        (self.capital || number()).then_some(first..start)
    }
}
