//! Kinship and partnership between named people.
//!
//! Each word of kinship (`kin`) looks for its two ends (`ends`): whose (a possessive, a pronoun, "of") and who (beside it,
//! in apposition before it, after "is"). Verbs that say the same ("married", "born to", "had two sons") are read as well
//! (`verb`); pronouns and verbs without a name beside them speak of the clause's subject (`subject`).

mod after;
mod describe;
mod ends;
mod holders;
mod kin;
mod offspring;
mod pairs;
mod pronoun;
mod reader;
mod subject;
mod verb;
mod wedding;

use std::ops::Range;

use self::reader::Reader;
use super::{Mention, Value};
use crate::document::{Document, Tags};

/// Appends the relations of `document` to `mentions`, which hold its names in order.
pub(crate) fn extract(document: &Document<'_>, mentions: &mut Vec<Mention>) {
    let mut names: Vec<Range<usize>> = mentions
        .iter()
        .filter(|mention| matches!(mention.value, Value::Name(_)))
        .map(|mention| mention.tokens.clone())
        .collect();
    names.sort_unstable_by_key(|name| name.start);
    let names = rejoined(document, names);
    let names = people_like(document, names);
    let mut reader = Reader {
        document,
        names: &names,
        subject: None,
        couple: None,
        possessed: None,
        done: Vec::new(),
        found: Vec::new(),
    };
    for sentence in document.sentences() {
        reader.sentence(&sentence.tokens);
    }
    mentions.append(&mut reader.found);
}

/// Names that a tokenizer has parted at their hyphens, in one piece: "Ann - Marie Lind , a poet". Only where other marks stand
/// apart as well: elsewhere such a hyphen is a dash.
fn rejoined(document: &Document<'_>, names: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(names.len());
    for name in names {
        match joined.last_mut() {
            Some(last)
                if last.end + 1 == name.start
                    && document.word(last.end) == "-"
                    && is_spaced(document, last.end) =>
            {
                last.end = name.end;
            }
            _ => joined.push(name),
        }
    }
    joined
}

/// Capitalised words that open a sentence without naming anyone.
const OPENERS: &[&str] = &[
    "born",
    "like",
    "unlike",
    "made",
    "note",
    "named",
    "known",
    "nevertheless",
    "nonetheless",
];
/// Plural titles before the names of several.
const PLURAL_TITLES: &[&str] = &[
    "kings",
    "queens",
    "princes",
    "princesses",
    "emperors",
    "empresses",
    "dukes",
    "duchesses",
    "saints",
    "presidents",
    "senators",
];

/// Names without the plural titles before them ("Kings Olaf and Haakon"), and without words that only open a sentence.
fn people_like(document: &Document<'_>, mut names: Vec<Range<usize>>) -> Vec<Range<usize>> {
    names.retain_mut(|name| {
        if name.len() > 1 {
            name.start += usize::from(PLURAL_TITLES.contains(&document.lower(name.start)));
            return true;
        }
        let initial = document
            .sentences()
            .get(document.sentence_of(name.start))
            .is_some_and(|sentence| sentence.tokens.start == name.start);
        let opens = document.tags(name.start).any(Tags::KINSHIP)
            || OPENERS.contains(&document.lower(name.start))
            || matches!(document.lower(name.end), "he" | "she" | "it" | "they");
        !(initial && opens)
    });
    names
}

/// Whether the marks near `at` have a blank before them.
fn is_spaced(document: &Document<'_>, at: usize) -> bool {
    let is_apart =
        |mark: usize| matches!(document.word(mark), "," | "." | "'s") && !document.joined(mark - 1);
    (at.saturating_sub(30).max(1)..at + 30).any(is_apart)
}

#[cfg(test)]
mod tests;
