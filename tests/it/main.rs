//! The one integration binary: the house, the real program, real servers on loopback.
#![expect(clippy::unwrap_used, reason = "a test may fail at any line")]

mod house;
mod seed_extract;
mod urls;
mod archiving;
mod captures;
mod copies;
mod corpora;
mod changed;
mod known_defects;
mod written_documents;
mod example;
mod made_up;
mod own_docs;
mod program;
mod place;
mod portal;
mod profile_check;
mod refusals;
mod replays;
mod exit_codes;
mod fixing;
mod fixing_formats;
mod led_together;
mod linked;
mod looking;
mod keeping;
mod verify_command;
mod silence;
mod small_commands;
mod lanes;
mod warc;
mod seed_web;
mod robots;
mod large_documents;
mod memory;
mod office_documents;
mod refresh;
mod unchanged;
mod schedule;
mod outside;
mod overwriting;
mod serving;
mod logs;
mod dying;
mod texts;
mod dying_places;
mod seed_check;
mod pdf;
#[expect(dead_code, reason = "the tests of single rooms use the rest of it")]
#[path = "../pdfs/mod.rs"]
mod pdfs;
#[expect(dead_code, reason = "the tests of single rooms use the rest of it")]
#[path = "../web/servers/mod.rs"]
mod web;
