//! Which captures of a page to use, and in which order.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use crate::observation::capture::Capture;

/// Payloads whose captures are named: that of the first, and those of its neighbours, of which some may fall and some may
/// hold the words that the first lacks.
pub(super) const MAX_PAYLOADS: usize = 5;

/// Captures of one payload that are named: an archive need not show each of them.
const MAX_OF_A_PAYLOAD: usize = 3;

/// So many of one payload come before those of another that are farther.
const OF_A_PAYLOAD_IN_A_ROW: usize = 2;

/// Orders captures of pages that were there: the nearest at or before the anchor first, else the nearest after it; then its
/// neighbours by their distance from the anchor. Without an anchor the newest come first. Of a payload there are few: what
/// one capture says, the others say, but an archive that does not show one may show another.
pub(crate) fn choose(mut captures: Vec<Capture>, anchor: Option<Timestamp>) -> Vec<Capture> {
    captures.retain(|capture| capture.status.is_none_or(good));
    order(&mut captures, anchor);
    captures
}

/// The archived redirect to try where no capture of the page itself stands: it may lead to one.
pub(super) fn redirect(captures: &[Capture], anchor: Option<Timestamp>) -> Option<Capture> {
    let redirect = |capture: &&Capture| matches!(capture.status, Some(301 | 302 | 303 | 307 | 308));
    let mut captures: Vec<Capture> = captures.iter().filter(redirect).cloned().collect();
    order(&mut captures, anchor);
    captures.into_iter().next()
}

fn order(captures: &mut Vec<Capture>, anchor: Option<Timestamp>) {
    let distance = |capture: &Capture| {
        let from = anchor.unwrap_or(Timestamp::MAX);
        (capture.captured_at.duration_since(from).abs().as_millis(), capture.url.clone())
    };
    captures.sort_by_key(distance);
    let before = captures.iter().position(|capture| anchor.is_none_or(|anchor| capture.captured_at <= anchor));
    if let Some(first) = before {
        captures[..=first].rotate_right(1);
    }
    let mut dates = HashSet::new();
    captures.retain(|capture| dates.insert((capture.archive.clone(), capture.captured_at)));
    let mut payloads: HashMap<String, usize> = HashMap::new();
    let mut ranked: Vec<(usize, Capture)> = Vec::new();
    for capture in captures.drain(..) {
        // Of unknown payloads each is one of its own.
        let payload = capture.digest.clone().unwrap_or_else(|| capture.url.clone());
        if !payloads.contains_key(&payload) && payloads.len() == MAX_PAYLOADS {
            continue;
        }
        let before = payloads.entry(payload).or_default();
        if *before < MAX_OF_A_PAYLOAD {
            ranked.push((*before / OF_A_PAYLOAD_IN_A_ROW, capture));
        }
        *before += 1;
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    captures.extend(ranked.into_iter().map(|(_, capture)| capture));
}

/// Statuses that come with the page: 200, 203 and 206, as the archives' own bots choose.
pub(crate) fn good(status: u16) -> bool {
    matches!(status, 200 | 203 | 206)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn capture(date: &str, status: Option<u16>, digest: Option<&str>) -> Capture {
        Capture {
            archive: "test".to_owned(),
            url: format!("https://archive.test/{date}"),
            raw_url: None,
            captured_at: format!("{date}T12:00:00Z").parse().unwrap(),
            status,
            digest: digest.map(str::to_owned),
        }
    }

    fn check(captures: &[(&str, Option<u16>, Option<&str>)], anchor: Option<&str>, expected: &[&str]) {
        let captures = captures.iter().map(|(date, status, digest)| capture(date, *status, *digest)).collect();
        let anchor = anchor.map(|day| format!("{day}T23:59:59Z").parse().unwrap());
        let chosen: Vec<String> = choose(captures, anchor).iter().map(|it| it.captured_at.to_string()).collect();
        let expected: Vec<String> = expected.iter().map(|date| format!("{date}T12:00:00Z")).collect();
        assert_eq!(chosen, expected);
    }

    #[test]
    fn the_nearest_before_comes_first_and_then_its_neighbours() {
        let all = [("2019-01-01", Some(200), None), ("2020-05-01", Some(200), None), ("2020-06-02", Some(200), None)];
        check(&all, Some("2020-06-01"), &["2020-05-01", "2020-06-02", "2019-01-01"]);
        check(&all, Some("2020-06-02"), &["2020-06-02", "2020-05-01", "2019-01-01"]);
        check(&all, Some("2018-01-01"), &["2019-01-01", "2020-05-01", "2020-06-02"]);
        check(&all, None, &["2020-06-02", "2020-05-01", "2019-01-01"]);
    }

    #[test]
    fn captures_of_errors_and_redirects_are_not_chosen() {
        let all = [
            ("2019-01-01", Some(206), None),
            ("2020-01-01", Some(404), None),
            ("2020-02-01", Some(301), None),
            ("2020-03-01", None, None),
        ];
        check(&all, Some("2020-06-01"), &["2020-03-01", "2019-01-01"]);
        let captures: Vec<Capture> = all.iter().map(|(date, status, digest)| capture(date, *status, *digest)).collect();
        assert_eq!(redirect(&captures, None).map(|capture| capture.status), Some(Some(301)));
    }

    #[test]
    fn no_date_is_chosen_twice_and_few_payloads_are() {
        let same = [
            ("2020-01-01", Some(200), Some("A")),
            ("2020-01-02", Some(200), Some("A")),
            ("2020-01-02", Some(200), Some("B")),
            ("2019-01-01", Some(200), Some("C")),
            ("2018-01-01", Some(200), Some("D")),
            ("2017-01-01", Some(200), Some("E")),
            ("2016-01-01", Some(200), Some("F")),
            ("2015-01-01", Some(200), Some("G")),
        ];
        // The first of two of one moment tells of it.
        let expected = ["2020-01-02", "2020-01-01", "2019-01-01", "2018-01-01", "2017-01-01", "2016-01-01"];
        check(&same, Some("2020-06-01"), &expected);
    }

    #[test]
    fn a_payload_is_chosen_again_and_keeps_others_from_nothing() {
        let days = ["2020-05-05", "2020-05-04", "2020-05-03", "2020-05-02", "2020-05-01"];
        let mut all: Vec<_> = days.iter().map(|day| (*day, Some(200), Some("A"))).collect();
        check(&all, Some("2020-06-01"), &days[..3]);
        all.extend([("2019-01-01", Some(200), Some("B")), ("2018-01-01", None, None)]);
        check(&all, Some("2020-06-01"), &[days[0], days[1], "2019-01-01", "2018-01-01", days[2]]);
    }

    proptest! {
        #[test]
        fn the_first_is_never_farther_than_another_on_its_side(
            days in proptest::collection::vec(1_i64..20_000, 1..20), anchor in 1_i64..20_000,
        ) {
            let at = |day: i64| Timestamp::from_second(day * 86_400).unwrap();
            let captures: Vec<Capture> =
                days.iter().map(|day| Capture { captured_at: at(*day), ..capture("2020-01-01", None, None) }).collect();
            let first = choose(captures, Some(at(anchor)))[0].captured_at;
            let before = days.iter().filter(|day| **day <= anchor).max();
            let after = days.iter().filter(|day| **day > anchor).min();
            prop_assert_eq!(Some(first), before.or(after).map(|day| at(*day)));
        }
    }
}
