//! Words and names by which rules tell what a page is, read once from their dated data file: what a notice says is in the
//! file of signatures, whom it speaks to and what its words are beside is here.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::hashed::Quickly;

/// The lists, by what their words are.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Vocabulary {
    #[cfg_attr(not(test), expect(dead_code, reason = "for whoever reads the file"))]
    dated: String,
    pub(crate) keepers: List,
    pub(crate) of_sites: List,
    pub(crate) of_sites_unspaced: List,
    pub(crate) readers: List,
    pub(crate) readers_unspaced: List,
    pub(crate) of_areas: List,
    pub(crate) of_codes: List,
    pub(crate) counted: List,
    pub(crate) of_time: List,
    pub(crate) things: List,
    pub(crate) things_unspaced: List,
    pub(crate) measures: List,
    pub(crate) help: List,
    pub(crate) help_unspaced: List,
    pub(crate) questions: List,
    pub(crate) land: List,
    pub(crate) subjects: List,
    pub(crate) documentation: List,
    pub(crate) of_references: List,
    pub(crate) may_be: List,
    pub(crate) not_yet: List,
    pub(crate) not_readers: List,
    pub(crate) small_words_of: List,
    pub(crate) articles: List,
    pub(crate) is_a: List,
    pub(crate) does: List,
    pub(crate) requested: List,
    pub(crate) gate_login: List,
    pub(crate) gate_consent: List,
    pub(crate) gate_challenge: List,
    pub(crate) gate_paywall: List,
    pub(crate) returns: List,
    pub(crate) filed: List,
    pub(crate) parts_of_lists: List,
    pub(crate) lists: List,
    pub(crate) searches: List,
    pub(crate) looked_for: List,
    pub(crate) error_pages: List,
    pub(crate) upkeep_pages: List,
    pub(crate) page_parameters: List,
    pub(crate) first_pages: List,
    pub(crate) languages: List,
    pub(crate) of_folders: List,
    pub(crate) small_words: List,
    pub(crate) of_notices: List,
    pub(crate) nobody: List,
    pub(crate) rights: List,
    pub(crate) small_of_names: List,
    pub(crate) credits: List,
    institutions_state: List,
    institutions_learning: List,
    institutions_members: List,
    institutions_collections: List,
    institutions_money: List,
    institutions_faith_and_health: List,
    institutions_broadcasting: List,
    pub(crate) firms: List,
    pub(crate) firms_unspaced: List,
    pub(crate) games: List,
    pub(crate) games_unspaced: List,
    pub(crate) moved: List,
    pub(crate) moved_for_sure: List,
    pub(crate) moved_at_all: List,
    pub(crate) now_at: List,
    pub(crate) lost: List,
    pub(crate) indefinite: List,
    pub(crate) supposed: List,
    pub(crate) conditional: List,
    pub(crate) conditional_unspaced: List,
    pub(crate) in_general: List,
    pub(crate) facilities: List,
    pub(crate) facilities_unspaced: List,
    pub(crate) reports: List,
    pub(crate) reports_unspaced: List,
    pub(crate) numbers: List,
    pub(crate) of_answers: List,
    pub(crate) definite_a: List,
    pub(crate) of_exceptions: List,
    pub(crate) login_asks: List,
    pub(crate) login_entries: List,
    pub(crate) login_labels: List,
    pub(crate) login_fields: List,
    pub(crate) login_fillers: List,
    pub(crate) login_ways: List,
    pub(crate) login_steps: List,
    pub(crate) login_schemes: List,
    pub(crate) login_reasons: List,
    pub(crate) login_remote: List,
    pub(crate) federated_fields: List,
    pub(crate) federated_targets: List,
    pub(crate) published: List,
    pub(crate) taken_away: List,
    pub(crate) either: List,
    pub(crate) offers_for: List,
}

/// Words that a rule knows.
#[derive(Debug, Deserialize)]
#[serde(from = "Written")]
pub(crate) struct List {
    known: HashSet<String, Quickly>,
    by_language: BTreeMap<String, Vec<String>>,
}

/// A list as the file has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[cfg_attr(not(test), expect(dead_code, reason = "for whoever reads the file"))]
    decides: String,
    #[cfg_attr(not(test), expect(dead_code, reason = "for whoever reads the file"))]
    source: String,
    #[cfg_attr(not(test), expect(dead_code, reason = "for whoever reads the file"))]
    false_alarms: String,
    words: BTreeMap<String, Vec<String>>,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| {
    toml::from_str(include_str!("vocabulary.toml")).expect("a test reads the file that is compiled in")
});

/// The words of the file.
pub(crate) fn known() -> &'static Vocabulary {
    &KNOWN
}

impl Vocabulary {
    /// What institutions are called: a list for each kind.
    pub(crate) fn institutions(&self) -> [&List; 7] {
        [
            &self.institutions_state,
            &self.institutions_learning,
            &self.institutions_members,
            &self.institutions_collections,
            &self.institutions_money,
            &self.institutions_faith_and_health,
            &self.institutions_broadcasting,
        ]
    }
}

impl From<Written> for List {
    fn from(written: Written) -> Self {
        let by_language = written.words;
        Self { known: by_language.values().flatten().cloned().collect(), by_language }
    }
}

impl List {
    /// Whether `word` is one of them.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.known.contains(word)
    }

    /// Every word, by language and in the order of the file.
    pub(crate) fn all(&self) -> impl Iterator<Item = &str> {
        self.by_language.values().flatten().map(String::as_str)
    }

    /// The words of each language, with its code.
    pub(crate) fn languages(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.by_language.iter().map(|(language, words)| (language.as_str(), words.as_slice()))
    }

    /// Whether `word` is one of them, or begins with one that ends in `*`.
    pub(crate) fn begins(&self, word: &str) -> bool {
        self.has(word) || self.all().filter_map(|it| it.strip_suffix('*')).any(|stem| word.starts_with(stem))
    }

    /// Whether one of them stands anywhere in `text`.
    pub(crate) fn stands_in(&self, text: &str) -> bool {
        self.all().any(|word| text.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_says_what_it_decides_where_it_is_from_and_what_it_mistakes() {
        assert!(known().dated.parse::<jiff::civil::Date>().is_ok());
        let mut lists: BTreeMap<String, toml::Value> = toml::from_str(include_str!("vocabulary.toml")).unwrap();
        lists.remove("dated");
        for (name, list) in lists {
            let list: Written = list.try_into().unwrap();
            for said in [&list.decides, &list.source, &list.false_alarms] {
                assert!(said.len() >= 5, "{name}");
            }
            for (language, words) in &list.words {
                assert!(language == "any" || known().languages.has(language), "{name}: {language}");
                let distinct: HashSet<&String> = words.iter().collect();
                assert!(!words.is_empty() && distinct.len() == words.len(), "{name}: {language}");
                for word in words {
                    assert!(!word.is_empty() && word.to_lowercase() == *word && word.trim() == word, "{name}: {word}");
                }
            }
        }
    }
}
