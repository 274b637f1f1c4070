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

#[test]
fn bearers_behind_places_and_appositions() {
    check(&[
        (
            "Otto Roos was born in Lund, Scania, the son of Paul Berg.",
            &["Otto Roos = son of Paul Berg"],
        ),
        (
            "Emil Dahl met Nora Lind, a former teacher and the mother of Otto Roos.",
            &["Nora Lind = mother of Otto Roos"],
        ),
        (
            "Vera Lind, 42, the wife of Paul Berg, spoke.",
            &["Vera Lind = wife of Paul Berg"],
        ),
        (
            "Born in Lund, the daughter of Paul Berg, Nora Lind sang.",
            &["Nora Lind = daughter of Paul Berg"],
        ),
        (
            "The daughter of Paul Berg is Nora Lind.",
            &["Nora Lind = daughter of Paul Berg"],
        ),
        (
            "He studied with the son of Paul Berg, Otto Berg.",
            &["Otto Berg = son of Paul Berg"],
        ),
    ]);
}

#[test]
fn owners_behind_descriptions() {
    check(&[
        (
            "Nora Lind is the daughter of Acme Mills founder Paul Berg.",
            &["Nora Lind = daughter of Paul Berg"],
        ),
        (
            "Nora Lind is the widow of the former minister, Paul Berg.",
            &["Nora Lind = wife of Paul Berg"],
        ),
        (
            "Otto Roos is the son of Paul Berg, a collector of prints, and Vera Lind.",
            &["Otto Roos = son of Paul Berg", "Otto Roos = son of Vera Lind"],
        ),
        (
            "Otto Roos, the youngest of the three sons of Paul Berg, left.",
            &["Otto Roos = son of Paul Berg"],
        ),
        (
            "Otto Roos was the eldest son of Paul Berg, 3rd Earl of Varna, and Vera Lind.",
            &["Otto Roos = son of Paul Berg", "Otto Roos = son of Vera Lind"],
        ),
        ("Paul Berg and wife Vera came.", &["Vera = wife of Paul Berg"]),
    ]);
}

#[test]
fn children_and_their_other_parent() {
    check(&[
        (
            "Paul Berg had two sons (Otto and Emil) and a daughter (Nora) with Vera Lind.",
            &[
                "Emil = son of Paul Berg",
                "Emil = son of Vera Lind",
                "Nora = daughter of Paul Berg",
                "Nora = daughter of Vera Lind",
                "Otto = son of Paul Berg",
                "Otto = son of Vera Lind",
            ],
        ),
        (
            "Vera Lind gave birth to a son on 3 May 1952, Otto.",
            &["Otto = son of Vera Lind"],
        ),
        (
            "Otto Roos was the son of Paul Berg by Vera Lind.",
            &["Otto Roos = son of Paul Berg", "Otto Roos = son of Vera Lind"],
        ),
        (
            "Born to Paul Berg and Vera Lind, Otto grew up in Varna.",
            &["Paul Berg = parent of Otto", "Vera Lind = parent of Otto"],
        ),
        (
            "Paul Berg is survived by a son, Otto Berg, and two daughters, Nora Berg and Ida Berg.",
            &[
                "Ida Berg = daughter of Paul Berg",
                "Nora Berg = daughter of Paul Berg",
                "Otto Berg = son of Paul Berg",
            ],
        ),
        (
            "Paul Berg, Vera Lind and their daughter Nora came.",
            &["Nora = daughter of Paul Berg", "Nora = daughter of Vera Lind"],
        ),
    ]);
}

#[test]
fn siblings_and_couples() {
    check(&[
        (
            "The brothers Otto Berg and Emil Berg founded it.",
            &["Emil Berg = brother of Otto Berg"],
        ),
        (
            "Nora Berg and Ida Berg are sisters.",
            &["Ida Berg = sister of Nora Berg"],
        ),
        (
            "Paul Berg is engaged to Vera Lind.",
            &["Vera Lind = fiance of Paul Berg"],
        ),
        (
            "Nora Lind, a half sister of Otto Roos, left.",
            &["Nora Lind = half-sister of Otto Roos"],
        ),
        (
            "Paul Berg married, secondly, Vera Lind.",
            &["Vera Lind = spouse of Paul Berg"],
        ),
        (
            "Paul Berg married his daughter Nora to Otto Roos.",
            &["Nora = daughter of Paul Berg", "Nora = spouse of Otto Roos"],
        ),
    ]);
}

#[test]
fn what_is_not_said() {
    check(&[
        // Parents of one child need not be married, nor are the members of two lists.
        (
            "His parents are Paul Berg and Vera Lind; his brother is Emil Dahl.",
            &[
                "Emil Dahl = brother of ?",
                "Paul Berg = parent of ?",
                "Vera Lind = parent of ?",
            ],
        ),
        ("Brothers Bakery in Varna closed.", &[]),
        ("Nora Lind, the foster mother of Otto Roos, left.", &[]),
        ("The couple had two sons and a daughter.", &[]),
        ("Otto is an only child, Paul Berg said.", &[]),
        ("Paul Berg and Vera Lind adopted a motion.", &[]),
        ("He was engaged by the Lund Theatre.", &[]),
    ]);
}

#[test]
fn obituaries() {
    check(&[
        (
            "Ada Holm, 81, a retired teacher, is survived by her husband, Luis; her sons, Carl and Max; a daughter, Ella Ruiz; and six grandchildren.",
            &[
                "Carl = son of Ada Holm",
                "Ella Ruiz = daughter of Ada Holm",
                "Luis = husband of Ada Holm",
                "Max = son of Ada Holm",
            ],
        ),
        (
            "Ada Holm lived in Lund with her wife of 30 years, Ida Moe.",
            &["Ida Moe = wife of Ada Holm"],
        ),
        (
            "The parents of Anna Frey, Karl Frey and Heidi Frey, spoke.",
            &[
                "Heidi Frey = parent of Anna Frey",
                "Karl Frey = parent of Anna Frey",
            ],
        ),
        (
            "Ruth Lang, mother of Ida, and Eva Holm, sister of Otto, left.",
            &["Eva Holm = sister of Otto", "Ruth Lang = mother of Ida"],
        ),
        (
            "His father is Paul Berg, the mayor of Lund; his mother is Vera Lind.",
            &["Paul Berg = father of ?", "Vera Lind = mother of ?"],
        ),
        (
            "Ada Holm said that Otto Roos had been seen with his wife, Nora.",
            &["Nora = wife of Otto Roos"],
        ),
    ]);
}
