//! What is known of languages: which one a text is in, and what its small words, denials, numbers and verbs are.

mod alphabets;
pub(super) mod letters;
pub(super) mod han;
pub(super) mod language;
pub(super) mod small_words;
pub(super) mod denial;
pub(super) mod vocabulary;
pub(super) mod governing;
pub(super) mod confusable;
pub(super) mod lexicon;
pub(super) mod number_words;
pub(super) mod tenses;
pub(super) mod inflection;
pub(super) mod cases;
pub(super) mod particles;
mod scripts;
pub(super) mod limits;
pub(super) mod needing;
pub(super) mod only;
pub(super) mod phrases;
pub(super) mod conditions;
pub(super) mod openings;
pub(super) mod leaving_open;
pub(super) mod word_lists;
pub(super) mod titles;
mod too_much;
pub(super) mod two_parts;
