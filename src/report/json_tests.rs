//! The JSON of the contract, of a report that holds everything.

use super::*;
use crate::report::changes::{Snapshot, between};
use crate::report::sample;

fn printed(report: &Report, changes: Option<&Changes>) -> String {
    let mut to = Vec::new();
    print(report, changes, &mut to).unwrap();
    String::from_utf8(to).unwrap()
}

#[test]
fn the_report_has_the_words_and_the_order_of_the_contract() {
    insta::assert_snapshot!("report.json", printed(&sample::drawn_up(), None));
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    assert_eq!(printed(&sample::drawn_up(), None), printed(&sample::drawn_up(), None));
}

#[test]
fn keys_stand_once_and_in_the_order_of_the_contract() {
    let json = printed(&sample::drawn_up(), None);
    let top: Vec<&str> = json.lines().filter(|line| line.starts_with("  \"")).collect();
    let keys: Vec<&str> = top.iter().filter_map(|line| line.split('"').nth(1)).collect();
    assert_eq!(keys, ["schema", "run", "summary", "documents", "watcher"]);
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["documents"][0]["quotes"][0]["text"], "a quay that stays open to everyone");
    assert_eq!(value["documents"][0]["quotes"][0]["text_name"], "visible");
    let keys_of_a_quote = json.matches("\"text_name\"").count();
    assert_eq!(keys_of_a_quote, sample::report().documents[0].quotes.len());
}

#[test]
fn the_changes_are_added_where_they_are_known() {
    let report = sample::drawn_up();
    let changes = between(Some(&Snapshot::default()), &report, &mut Snapshot::default());
    let value: serde_json::Value = serde_json::from_str(&printed(&report, Some(&changes))).unwrap();
    assert_eq!(value["changes"]["first_run"], false);
    assert_eq!(value["changes"]["documents"][0]["new"], true);
    assert_eq!(value["changes"]["documents"][0]["changes"][0]["turn"], "broken");
}

#[test]
fn days_are_those_of_the_calendar_and_have_no_sign() {
    let moment = |text: &str| -> Timestamp { text.parse().unwrap() };
    let anchor = moment("2024-06-29T23:59:59Z");
    assert_eq!(days_between(moment("2024-06-29T00:00:00Z"), anchor), 0);
    assert_eq!(days_between(moment("2024-07-02T00:00:00Z"), anchor), 3);
    assert_eq!(days_between(moment("2024-07-02T23:00:00Z"), anchor), 3);
    assert_eq!(days_between(moment("2023-06-29T23:59:59Z"), anchor), 366);
}
