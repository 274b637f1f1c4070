//! The tables of sheets that have an id: claims and entities, found before any of them is given its meaning, so that ids
//! resolve whatever their order.

use std::collections::BTreeMap;

use super::mistake::{Mistake, Mistakes, Problem};
use super::model::Place;
use super::raw::{At, Fields};

/// A table with an id: a claim or an entity.
pub(super) struct Header<'s, 'i> {
    /// `count.captivity`, or `sasha` for an entity.
    pub(super) id: String,
    pub(super) kind: Kind,
    /// Where the key stands.
    pub(super) place: Place,
    /// The table.
    pub(super) at: At<'s, 'i>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Entity,
    Date,
    Count,
    Name,
    Relation,
}

/// The tables of a sheet that have an id, in the order of the sheet.
pub(super) fn headers_of<'s, 'i>(fields: &Fields<'s, 'i, '_>, mistakes: &Mistakes) -> Vec<Header<'s, 'i>> {
    let tables = [
        ("entity", Kind::Entity),
        ("date", Kind::Date),
        ("count", Kind::Count),
        ("name", Kind::Name),
        ("relation", Kind::Relation),
    ];
    let mut headers = Vec::new();
    for (table, kind) in tables {
        let (Some(at), Some(place)) = (fields.get(table), fields.key(table)) else {
            continue;
        };
        let Some(inner) = Fields::of(at, table, place, mistakes) else {
            continue;
        };
        for (key, place, at) in inner.pairs() {
            let id = match kind {
                Kind::Entity => key,
                Kind::Date | Kind::Count | Kind::Name | Kind::Relation => format!("{table}.{key}"),
            };
            headers.push(Header { id, kind, place, at });
        }
    }
    headers.sort_by_key(|header| header.place.span.start);
    headers
}

/// The first table of each id; others are mistakes.
pub(super) fn without_doubles<'s, 'i>(
    headers: Vec<Header<'s, 'i>>,
    mistakes: &Mistakes,
) -> Vec<Header<'s, 'i>> {
    let mut seen = BTreeMap::new();
    let mut kept = Vec::new();
    for header in headers {
        // A TOML parser sees doubles within a file itself; what is left are doubles of two files.
        let key = (header.kind == Kind::Entity, header.id.clone());
        match seen.get(&key) {
            Some(&first) => {
                let what = if key.0 { "entity" } else { "claim" };
                let problem = Problem::Twice { what, id: key.1 };
                mistakes.push(Mistake::new(problem, header.place).with(first, "defined here first"));
            }
            None => {
                seen.insert(key, header.place);
                kept.push(header);
            }
        }
    }
    kept
}
