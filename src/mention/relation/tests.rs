//! Sentences about invented people.

use crate::article::Article;
use crate::document::Document;
use crate::mention::{self, End, Value};

/// Every relation of a text as "who = word of whom".
fn read(text: &str) -> Vec<String> {
    let article = Article::new("a", text);
    let document = Document::new(&article);
    let name = |end: &End| end.name.clone().unwrap_or_else(|| "?".to_owned());
    let relation = |value: Value| match value {
        Value::Relation(relation) => Some(format!(
            "{} = {} of {}",
            name(&relation.is),
            relation.kinship.word,
            name(&relation.of)
        )),
        Value::Date(_) | Value::Count(_) | Value::Name(_) => None,
    };
    let mut found: Vec<String> = mention::extract(&document, None)
        .into_iter()
        .filter_map(|mention| relation(mention.value))
        .collect();
    found.sort();
    found
}

fn check(rows: &[(&str, &[&str])]) {
    for &(text, expected) in rows {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn possessives() {
    check(&[
        ("Nora's mother Vera Lind spoke.", &["Vera Lind = mother of Nora"]),
        (
            "Nora 's mother , Vera Lind , spoke .",
            &["Vera Lind = mother of Nora"],
        ),
    ]);
}

#[test]
fn phrases_with_of() {
    check(&[
        (
            "Vera Lind, the mother of Nora, spoke.",
            &["Vera Lind = mother of Nora"],
        ),
        (
            "Nora Lind (daughter of Vera Lind) spoke.",
            &["Nora Lind = daughter of Vera Lind"],
        ),
        (
            "Otto, son of Paul Berg and Vera Lind, left.",
            &["Otto = son of Paul Berg", "Otto = son of Vera Lind"],
        ),
        (
            "Otto was the son of Paul Berg and his second wife, Vera.",
            &[
                "Otto = son of Paul Berg",
                "Otto = son of Vera",
                "Vera = wife of Paul Berg",
            ],
        ),
        (
            "Vera Lind was the wife of Paul Berg and mother of Otto.",
            &["Vera Lind = mother of Otto", "Vera Lind = wife of Paul Berg"],
        ),
        (
            "Haakon II of Varna was the son of Queen Ida the Wise.",
            &["Haakon II of Varna = son of Ida the Wise"],
        ),
        (
            "The daughter of Paul Berg, Nora Berg sang.",
            &["Nora Berg = daughter of Paul Berg"],
        ),
        (
            "Vera Lind, widow of the late painter Paul Berg, sang.",
            &["Vera Lind = wife of Paul Berg"],
        ),
    ]);
}

#[test]
fn verbs() {
    check(&[
        (
            "Paul Berg married Vera Lind in 1950.",
            &["Vera Lind = spouse of Paul Berg"],
        ),
        (
            "Paul Berg's daughter, Nora, married Otto Roos.",
            &["Nora = daughter of Paul Berg", "Otto Roos = spouse of Nora"],
        ),
        (
            "Otto was born in Varna to Paul Berg and Vera Lind.",
            &["Paul Berg = parent of Otto", "Vera Lind = parent of Otto"],
        ),
        (
            "Paul Berg and his wife Vera had a daughter, Nora.",
            &[
                "Nora = daughter of Paul Berg",
                "Nora = daughter of Vera",
                "Vera = wife of Paul Berg",
            ],
        ),
        (
            "Vera Lind had two sons, Otto and Emil.",
            &["Emil = son of Vera Lind", "Otto = son of Vera Lind"],
        ),
        ("Paul Berg did not marry.", &[]),
    ]);
}
