//! Quotes in Korean that end before what is written on to their last word.

use super::{check, found};
use crate::citation::QuoteKind;
use crate::quote_match::*;

const PAGE: &str = "김수진 시장은 월요일 항구를 팔지 않겠다고 말했다. 일본 정부는 배상을 거부했다고 밝혔다. 장관은 사실이 아니라고 했다. 회사가 결함을 \
    숨겼다는 의혹이 있다. 노조는 시장이 뇌물을 받았다는 사실을 부인했다. 그는 공장을 팔았다가 다시 샀다. 위원회는 회의를 미루자며 퇴장했다. 배가 가라앉았다면 \
    책임을 묻겠다고 했다. 선장만 살아남았다. 물가는 어제보다 올랐다.";

#[test]
fn a_quote_ends_before_what_korean_writes_on_to_its_last_word() {
    for quote in [
        "항구를 팔지 않겠다",
        "“항구를 팔지 않겠다.”",
        "일본 정부는 배상을 거부했다",
        "사실이 아니라",
        "일본 정부",
        "김수진 시장",
        "회의를 미루자",
        "일본 정부는 배상",
    ] {
        check(PAGE, quote, MatchClass::Typographic);
    }
    let found = found(PAGE, "항구를 팔지 않겠다", QuoteKind::Sentence);
    assert_eq!(found.hit.map(|hit| hit.matched).as_deref(), Some("항구를 팔지 않겠다"));
}

#[test]
fn what_takes_back_what_is_quoted_is_told() {
    for (quote, told) in [("회사가 결함을 숨겼다", "의혹이"), ("시장이 뇌물을 받았다", "사실을 부인")]
    {
        let found = found(PAGE, quote, QuoteKind::Sentence);
        let beside = found.hit.and_then(|hit| hit.negation_beside);
        assert!(
            found.class.is_sound() && beside.as_deref().is_some_and(|beside| beside.contains(told)),
            "{quote}: {beside:?}"
        );
    }
}

#[test]
fn an_ending_that_says_more_belongs_to_its_word() {
    for quote in [
        // `다가`: and then not; `다면`: if; `만`: only; `보다`: than.
        "그는 공장을 팔았다",
        "배가 가라앉았다",
        "배상을 거부했",
        "배상을 수용했다",
        "일본 정부는 배",
        "퇴장했다. 선장",
        "물가는 어제",
    ] {
        let found = found(PAGE, quote, QuoteKind::Sentence);
        assert!(!found.class.is_sound(), "{quote}: {:?}", found.class);
    }
}
