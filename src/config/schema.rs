//! The JSON Schema of `sources.toml`, made from the types that read it.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use serde_json::Value;

use super::raw::Raw;

/// The JSON Schema of `sources.toml`.
pub(crate) fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<Raw>();
    RecursiveTransform(without_null).transform(&mut schema);
    schema.to_value()
}

/// TOML has no null: an optional key is left out, so `null` is neither a type nor a default of its value.
fn without_null(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    if object.get("default") == Some(&Value::Null) {
        object.remove("default");
    }
    if let Some(Value::Array(types)) = object.get("type") {
        let rest: Vec<Value> = types.iter().filter(|word| *word != "null").cloned().collect();
        if let [only] = &rest[..] {
            object.insert("type".to_owned(), only.clone());
        }
    }
    for alternatives in ["anyOf", "enum"] {
        if let Some(Value::Array(list)) = object.get_mut(alternatives) {
            list.retain(|entry| !entry.is_null() && entry.get("type") != Some(&Value::from("null")));
        }
    }
    if let Some(Value::Array(list)) = object.get("anyOf")
        && let [Value::Object(only)] = &list[..]
    {
        let only = only.clone();
        object.remove("anyOf");
        for (key, value) in only {
            object.entry(key).or_insert(value);
        }
    }
}
