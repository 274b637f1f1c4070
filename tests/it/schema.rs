//! `corroborate schema`: the schema admits every sheet that loads, refuses what the language refuses, and has its keys.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use corroborate::ClaimSet;
use corroborate::settings::Settings;
use miette::Diagnostic as _;
use serde_json::Value as Json;

fn schema(text: &str) -> (Json, jsonschema::Validator) {
    let schema: Json = serde_json::from_str(text).expect("JSON");
    jsonschema::meta::validate(&schema).expect("a schema");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    (schema, validator)
}

/// A sheet as editors hold it against a schema: dates are strings.
fn json(sheet: &str) -> Option<Json> {
    fn plain(value: toml::Value) -> Json {
        match value {
            toml::Value::Datetime(date) => Json::String(date.to_string()),
            toml::Value::Array(items) => items.into_iter().map(plain).collect(),
            toml::Value::Table(table) => Json::Object(
                table
                    .into_iter()
                    .map(|(key, value)| (key, plain(value)))
                    .collect(),
            ),
            toml::Value::String(text) => text.into(),
            toml::Value::Integer(number) => number.into(),
            toml::Value::Float(number) => number.into(),
            toml::Value::Boolean(yes) => yes.into(),
        }
    }
    let table: toml::Table = sheet.parse().ok()?;
    Some(plain(toml::Value::Table(table)))
}

fn sheets(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sheets(&path, found);
        } else if path.extension().is_some_and(|it| it == "toml") {
            found.push(path);
        }
    }
}

#[test]
fn every_sheet_that_loads_is_admitted() {
    let (_, validator) = schema(ClaimSet::SCHEMA);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["claims", "tests"] {
        sheets(&root.join(folder), &mut files);
    }
    let mut admitted = 0;
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a sheet");
        let loads = ClaimSet::parse("s.toml", text.as_str()).is_ok();
        if let (true, Some(sheet)) = (loads, json(&text)) {
            let mistakes: Vec<_> = validator
                .iter_errors(&sheet)
                .map(|error| error.to_string())
                .collect();
            assert!(mistakes.is_empty(), "{}: {mistakes:?}", file.display());
            admitted += 1;
        }
    }
    assert!(admitted >= 3);
}

#[test]
fn what_the_language_refuses_is_refused() {
    let (_, validator) = schema(ClaimSet::SCHEMA);
    for sheet in [
        "[count.a]\nunt = 'x'\nis = 1\n",
        "[count.a]\nunit = 'x'\n",
        "[count.a]\nis = 'many'\n",
        "[count.a]\nis = {}\n",
        "[count.a]\nis = 1\nweight = 0\n",
        "[count.a]\nis = 1\ntolerance = 'some'\n",
        "[count.a]\nis = 1\nabout = []\n",
        "[date.a]\nis = true\n",
        "[date.a]\nis = 2025-02-15\nseverity = 'fatal'\n",
        "[name.a]\nis = ''\n",
        "[relation.mother]\nis = 'Ada'\n",
        "[entity.a]\naliases = ['b']\n",
        "[entity.a]\nname = 'A'\ntype = 'dog'\n",
        "[counts.a]\nis = 1\n",
        "[[known]]\narticle = 'a'\n",
        "language = 'he'\n",
    ] {
        assert!(ClaimSet::parse("s.toml", sheet).is_err(), "{sheet}");
        assert!(!validator.is_valid(&json(sheet).expect(sheet)), "{sheet}");
    }
}

/// The keys that the language has in a table: it names them all where it does not know one.
fn keys_of(table: &str) -> BTreeSet<String> {
    let sheet = format!("{table}\nqqq = 1\n");
    let errors = ClaimSet::parse("s.toml", sheet).expect_err("a key that is none");
    let helps = errors
        .mistakes()
        .iter()
        .filter_map(|mistake| mistake.help())
        .map(|help| help.to_string());
    let help = helps
        .filter(|help| help.starts_with("use one of "))
        .max_by_key(String::len)
        .expect("the keys");
    help.split('`')
        .skip(1)
        .step_by(2)
        .map(ToOwned::to_owned)
        .collect()
}

#[test]
fn the_schema_has_the_keys_of_the_language() {
    let (schema, _) = schema(ClaimSet::SCHEMA);
    for (table, at) in [
        ("", "/properties"),
        ("[entity.a]", "/definitions/entity/properties"),
        ("[date.a]", "/definitions/date_claim/properties"),
        ("[count.a]", "/definitions/count_claim/properties"),
        ("[name.a]", "/definitions/name_claim/properties"),
        ("[relation.a]", "/definitions/relation_claim/properties"),
        ("[[known]]", "/definitions/known/properties"),
    ] {
        let keys = schema.pointer(at).and_then(Json::as_object).expect(at);
        let keys: BTreeSet<_> = keys.keys().cloned().collect();
        assert_eq!(keys, keys_of(table), "{table}");
    }
}

#[test]
fn settings_have_a_schema_too() {
    let (schema, validator) = schema(Settings::SCHEMA);
    let good = "claims = 'a'\narticles = ['b']\nexclude = 'c'\nformat = ['fancy', 'json=r.json']\nfail_on = 'never'\n\
                min_score = 0.5\nbaseline = 'd'\n";
    assert!(Settings::parse("c.toml", good, &[]).is_ok());
    assert!(validator.is_valid(&json(good).expect("TOML")));
    let keys = schema["properties"].as_object().expect("keys");
    assert!(keys.keys().all(|key| good.contains(&format!("{key} ="))));
    assert_eq!(keys.len(), good.lines().count());
    for bad in [
        "claim = 'a'\n",
        "fail_on = 'x'\n",
        "min_score = 2\n",
        "format = 1\n",
    ] {
        assert!(Settings::parse("c.toml", bad, &[]).is_err(), "{bad}");
        assert!(!validator.is_valid(&json(bad).expect("TOML")), "{bad}");
    }
}
