//! The shape of `sources.toml`: every key known, every value of its type and within its bounds.
//!
//! The JSON Schema is the only list of keys, types and bounds. What does not fit it is reported and taken out, so that
//! the rest can still be read and every problem of a file is told at once.

use std::ops::Range;

use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::problem::{Found, nearest};

/// Takes out of `table` what does not fit `schema`, and reports it.
pub(super) fn prune(table: &mut DeTable<'_>, schema: &Value, found: &mut Vec<Found>) {
    let end = 0..0;
    Shape { root: schema, found }.table(table, &end, schema, "");
}

struct Shape<'a> {
    root: &'a Value,
    found: &'a mut Vec<Found>,
}

impl Shape<'_> {
    /// Whether the table has all that it needs; what does not fit is taken out of it.
    fn table(&mut self, table: &mut DeTable<'_>, at: &Range<usize>, schema: &Value, path: &str) -> bool {
        let required: Vec<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        for key in required.iter().filter(|key| !table.contains_key(**key)) {
            self.report(at.clone(), format!("`{}` is missing", join(path, key)));
        }
        let no_keys = Map::new();
        let known = schema["properties"].as_object().unwrap_or(&no_keys);
        for (key, mut value) in std::mem::take(table) {
            let path = join(path, key.get_ref());
            let fits = match known.get(key.get_ref().as_ref()) {
                Some(schema) => self.value(&mut value, schema, &path),
                None => self.unknown_key(key.span(), &path, key.get_ref(), known),
            };
            if fits {
                table.insert(key, value);
            }
        }
        required.iter().all(|key| table.contains_key(*key))
    }

    fn unknown_key(&mut self, at: Range<usize>, path: &str, name: &str, known: &Map<String, Value>) -> bool {
        let candidate = nearest(name, known.keys().map(String::as_str)).map(str::to_owned);
        let candidate = candidate.or_else(|| key_elsewhere(self.root, "", name));
        let keys: Vec<&str> = known.keys().map(String::as_str).collect();
        let message = if candidate.is_some() || keys.is_empty() {
            format!("unknown key `{path}`")
        } else {
            format!("unknown key `{path}`, where there can be {}", listed(&keys))
        };
        self.found.push(Found { span: at, message, nearest: candidate });
        false
    }

    /// Whether the value can stay.
    fn value(&mut self, value: &mut Spanned<DeValue<'_>>, schema: &Value, path: &str) -> bool {
        let at = value.span();
        match (value.get_mut(), schema["type"].as_str()) {
            (DeValue::Table(table), Some("object")) => self.table(table, &at, schema, path),
            (DeValue::Array(array), Some("array")) => {
                for mut entry in std::mem::replace(array, DeArray::new()) {
                    if self.value(&mut entry, &schema["items"], path) {
                        array.push(entry);
                    }
                }
                true
            }
            (DeValue::Integer(number), Some("integer" | "number")) => {
                let number = i64::from_str_radix(number.as_str(), number.radix()).ok();
                #[expect(clippy::cast_precision_loss, reason = "no bound is near 2^53")]
                self.bounds(number.map_or(f64::NAN, |number| number as f64), at, schema, path)
            }
            (DeValue::Float(number), Some("number")) => {
                self.bounds(number.as_str().parse().unwrap_or(f64::NAN), at, schema, path)
            }
            (DeValue::Boolean(_), Some("boolean")) => true,
            (DeValue::String(word), Some("string") | None) => self.word(word, at, schema, path),
            (other, wanted) => {
                let (wanted, got) = (type_in_words(schema, wanted), written_in_words(other));
                self.report(at, format!("`{path}` must be {wanted}, not {got}"));
                false
            }
        }
    }

    fn bounds(&mut self, number: f64, at: Range<usize>, schema: &Value, path: &str) -> bool {
        let least = schema["minimum"].as_f64().unwrap_or(f64::MIN);
        let most = schema["maximum"].as_f64().unwrap_or(f64::MAX);
        let fits = (least..=most).contains(&number);
        if !fits {
            self.report(at, format!("`{path}` must be from {least} to {most}"));
        }
        fits
    }

    fn word(&mut self, word: &str, at: Range<usize>, schema: &Value, path: &str) -> bool {
        let allowed = words(schema);
        let fits = allowed.is_empty() || allowed.contains(&word);
        if !fits {
            let message = format!("`{path}` must be one of {}, not `{word}`", listed(&allowed));
            let nearest = nearest(word, allowed.iter().copied()).map(str::to_owned);
            self.found.push(Found { span: at, message, nearest });
        }
        fits
    }

    fn report(&mut self, span: Range<usize>, message: String) {
        self.found.push(Found { span, message, nearest: None });
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// The words that a schema of an enum allows.
fn words(schema: &Value) -> Vec<&str> {
    let plain = schema["enum"].as_array().into_iter().flatten();
    let described = schema["oneOf"].as_array().into_iter().flatten();
    plain.chain(described.map(|entry| &entry["const"])).filter_map(Value::as_str).collect()
}

fn listed(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// The full path of a key of that name anywhere in the schema.
fn key_elsewhere(schema: &Value, path: &str, name: &str) -> Option<String> {
    let known = schema["properties"].as_object().or_else(|| schema["items"]["properties"].as_object())?;
    known.iter().find_map(|(key, schema)| {
        let path = join(path, key);
        if key == name { Some(path) } else { key_elsewhere(schema, &path, name) }
    })
}

fn type_in_words(schema: &Value, wanted: Option<&str>) -> &'static str {
    match wanted {
        Some("object") => "a table",
        Some("array") if schema["items"]["type"] == "object" => "an array of tables, written `[[…]]`",
        Some("array") => "an array of strings",
        Some("integer") => "a whole number",
        Some("number") => "a number",
        Some("boolean") => "true or false",
        _ => "a string",
    }
}

fn written_in_words(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    }
}
