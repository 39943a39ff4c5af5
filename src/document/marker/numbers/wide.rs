//! Marks that are glued to words of Chinese, Japanese or Korean on both sides, or behind a stop with no space after it:
//! `報告書1によると`, `。1警備隊は`, `”2고`. No place tells them from numbers; that they count through the list does.

use std::collections::HashMap;
use std::ops::Range;

use super::beside::{is_closing, is_unspaced};
use super::chain::counted;
use super::gaps::{Candidate, Doubt};
use super::unspaced::can_precede;
use super::{DIGITS, Found, digits, ends_block, is_digit, is_masked, is_outside_words, numbers};
use crate::document::draft::Draft;
use crate::document::{Block, Quoted};

/// A shorter list is counted through by chance.
const SHORTEST: usize = 3;
/// Of ten entries of the list, so many are pointed to.
const OF_TEN: usize = 9;
/// Of ten marks, most that stand behind the same character: more are the parts of one thing, `段階1で … 段階2で`.
const ALIKE_OF_TEN: usize = 5;

/// Stops of these scripts, and what opens words in them.
const STOPS: &str = "。，；、！？：．";
const OPENING: &str = "「『“（《〈【";

/// What is counted, and what numbers belong to: characters behind which a number is none of a note.
const COUNTERS: &str = "年月日時时分秒人名個个つ件本枚回度歳岁才代位番号號條条項项章節节頁页円元圆块塊万萬億亿千百兆割倍階阶層层隻只匹頭头台\
    車辆輛艘両两ヶか箇ケカヵ週周世点點種种次組组字行列部冊册級级目第桁歩軒杯着校社国州県市町村区篇天家座间間套项张張\
    개명년월일시분초척권장번째위차세대층편원달주회호가배살쪽점건곳";

/// The longest count through the list, where it leaves out hardly an entry; without what is `found` already.
pub(super) fn find(
    draft: &Draft<'_>,
    quoted: &[Quoted],
    blocks: &[&Block],
    found: &[Found],
    length: usize,
) -> Vec<Range<usize>> {
    if length < SHORTEST {
        return Vec::new();
    }
    let candidates: Vec<Candidate> = blocks
        .iter()
        .flat_map(|block| candidates(draft, block))
        .filter(|candidate| {
            (1..=length).contains(&candidate.number)
                && !is_masked(&draft.masked, &candidate.range)
                && is_outside_words(quoted, &candidate.range)
        })
        .collect();
    let marks = counted(&candidates, length);
    let prose = draft.prose.text();
    if marks.len() < SHORTEST || marks.len() * 10 < length * OF_TEN || are_alike(prose, &marks) {
        return Vec::new();
    }
    let is_new =
        |range: &Range<usize>| !found.iter().any(|own| own.range.start < range.end && range.start < own.range.end);
    marks.into_iter().map(|candidate| candidate.range.clone()).filter(is_new).collect()
}

/// Marks of such a list that come again behind a stop with none after it, where that is how they stand; `found` is in order.
pub(super) fn again(draft: &Draft<'_>, quoted: &[Quoted], blocks: &[&Block], found: &[Found]) -> Vec<Range<usize>> {
    let prose = draft.prose.text();
    let behind_stop = |at: usize| prose[..at].trim_end_matches(is_closing).ends_with(|c: char| "。！？".contains(c));
    if found.iter().filter(|own| behind_stop(own.range.start)).count() < SHORTEST - 1 {
        return Vec::new();
    }
    let mut first: HashMap<usize, usize> = HashMap::new();
    for own in found {
        for number in numbers(&prose[own.range.clone()]) {
            first.entry(number).or_insert(own.range.start);
        }
    }
    let is_known = |own: &Candidate| first.get(&own.number).is_some_and(|at| *at < own.range.start);
    let is_new = |range: &Range<usize>| {
        let next = found.partition_point(|own| own.range.end <= range.start);
        found.get(next).is_none_or(|own| own.range.start >= range.end)
            && !is_masked(&draft.masked, range)
            && is_outside_words(quoted, range)
    };
    let candidates = blocks.iter().flat_map(|block| candidates(draft, block));
    let own = candidates.filter(|own| behind_stop(own.range.start) && is_new(&own.range) && is_known(own));
    own.map(|candidate| candidate.range).collect()
}

/// Whether most marks stand behind one and the same word.
fn are_alike(prose: &str, marks: &[&Candidate]) -> bool {
    let last = |candidate: &Candidate| prose[..candidate.range.start].chars().next_back().filter(|c| is_unspaced(*c));
    marks.iter().any(|one| {
        let alike = marks.iter().filter(|other| last(one).is_some() && last(other) == last(one)).count();
        alike * 10 > marks.len() * ALIKE_OF_TEN
    })
}

fn candidates(draft: &Draft<'_>, block: &Block) -> Vec<Candidate> {
    let text = &draft.prose.text()[block.range()];
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_digit).map(|next| at + next) {
        let end = start + digits(&text[start..]);
        at = end;
        let fits = end - start <= DIGITS && !text[start..end].starts_with('0');
        if let (true, Ok(number)) = (fits && is_glued(text, start, end), text[start..end].parse()) {
            let range = block.range().start + start..block.range().start + end;
            found.push(Candidate { range, number, doubt: Doubt::Small });
        }
    }
    found
}

/// Whether digits are glued to a word, a stop or a closing mark of these scripts, and count nothing that follows.
fn is_glued(text: &str, start: usize, end: usize) -> bool {
    let mut back = text[..start].chars().rev();
    let Some(last) = back.next() else { return false };
    let word = back.find(|c| c.is_alphanumeric()).is_some_and(is_unspaced);
    let before = can_precede(&text[..start]) && !ORDINALS.contains(last)
        || word && (is_closing(last) || STOPS.contains(last) || last == '.');
    let mut rest = text[end..].chars();
    let after = match rest.next() {
        _ if ends_block(text, end) => true,
        Some(c) if is_unspaced(c) => !COUNTERS.contains(c),
        Some(c) if STOPS.contains(c) || OPENING.contains(c) || is_closing(c) || c == '・' => true,
        Some(c) if ".,;!?".contains(c) => rest.next().is_none_or(|next| !next.is_ascii_alphanumeric()),
        Some(c) => c.is_whitespace() && (is_closing(last) || last == '.'),
        None => true,
    };
    before && after
}

/// What Korean puts before a number of its own: `제1`, `표2`, `약3`.
const ORDINALS: &str = "제표총약각";

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    /// The markers of `body` above a list of `length` entries, with numbers and without.
    fn check(body: &str, length: usize, expected: &[&str]) {
        for number in [false, true] {
            let entry = |n: usize| {
                let label = if number { format!("{n}. ") } else { "- ".to_owned() };
                format!("{label}「海{n}」港新聞。https://a.test/{n}\n")
            };
            let list = (1..=length).map(entry).collect::<Vec<_>>().concat();
            let text = format!("{body}\n\n参考文献\n{list}");
            let document = parse(&text, Format::Plain, Limits::default());
            let found: Vec<&str> = document.markers.iter().map(|marker| &text[marker.span.range()]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn marks_between_words_of_scripts_without_spaces_count_through_the_list() {
        let all = &["1", "2", "3", "4"];
        check("報告書1によると、港は閉じた。警備隊2は「凍結が起きた」3と述べた。議会はこれを否定した4。", 4, all);
        check("港は閉じた。1警備隊は「凍結が起きた」と述べた。2議会はこれを否定した。3また「冬は寒い」。4", 4, all);
        check("「港は閉じた」1「凍結が起きた」2と言う3・議会は否定した4（港）。", 4, all);
        check("新しいサービス1。議会のデータ2、そして「凍結が起きた」3、と述べた。議会はこれを否定4、とした。", 4, all);
        check("他说港口关闭了1，警卫队称“冰冻”2，议会3予以否认4。", 4, all);
        check("他说港口关闭了1,警卫队称“冰冻”2,议会予以否认3,而后开放4.", 4, all);
        check("항구는 겨울에 닫혔다1. 그는 “겨울은 아주 조용했다”2고 말했다. 집으로 갔으며3, 다시 왔다.4", 4, all);
    }

    #[test]
    fn marks_behind_stops_come_again() {
        check(
            "港は閉じた。1しかし「船は売られた」。1住民は反対した。2\n\n学者は書く。2これは深刻だ。3",
            3,
            &["1", "1", "2", "2", "3"],
        );
        check("港口关闭。1他还说“卖到国外”。1但是不同意。2\n\n他写道。2这说明严重。3", 3, &["1", "1", "2", "2", "3"]);
        check("港は閉じた。1議会は否定した。2冬は寒い。3\n\n海は凍る。2人が来た。1月に開く。", 3, &["1", "2", "3"]);
    }

    #[test]
    fn numbers_that_count_something_in_them_are_no_marks() {
        check("冬は3か月、船は2隻、港は1つ。第1回の会議に4人。", 4, &[]);
        check("港は1月に、海は2月に、川は3月に、湖は4月に開く。", 4, &[]);
        check("段階1では港、段階2では海、段階3では川、段階4では湖を見る。", 4, &[]);
        check("第1章は港、第2章は海、第3章は川、第4章は湖。", 4, &[]);
        check("배 3척과 사람 2명. 제1조, 제2조, 제3조, 제4조.", 4, &[]);
        // Out of order, and few of a long list.
        check("報告書3によると、港は閉じた。警備隊2は「凍結が起きた」1と述べた。", 3, &[]);
        check("報告書1によると、港は閉じた。警備隊2は「凍結が起きた」3と述べた。", 9, &[]);
    }
}
