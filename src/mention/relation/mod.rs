//! Kinship and partnership between named people.
//!
//! Each word of kinship (`kin`) looks for its two ends (`ends`): whose (a possessive, a pronoun, "of") and who (beside it,
//! in apposition before it, after "is"). Verbs that say the same ("married", "born to", "had two sons") are read as well
//! (`verb`); pronouns and verbs without a name beside them speak of the clause's subject (`subject`).

mod ends;
mod kin;
mod reader;
mod subject;
mod verb;

use std::ops::Range;

use self::reader::Reader;
use super::{Mention, Value};
use crate::document::Document;

/// Appends the relations of `document` to `mentions`, which hold its names in order.
pub(crate) fn extract(document: &Document<'_>, mentions: &mut Vec<Mention>) {
    let mut names: Vec<Range<usize>> = mentions
        .iter()
        .filter(|mention| matches!(mention.value, Value::Name(_)))
        .map(|mention| mention.tokens.clone())
        .collect();
    names.sort_unstable_by_key(|name| name.start);
    let mut reader = Reader {
        document,
        names: &names,
        subject: None,
        couple: None,
        found: Vec::new(),
    };
    for sentence in document.sentences() {
        reader.sentence(&sentence.tokens);
    }
    mentions.append(&mut reader.found);
}
