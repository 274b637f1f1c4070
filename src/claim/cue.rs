//! Cues: the words by which a mention is known to belong to a claim, and the named sets of them under `[cues]`.

use std::collections::BTreeMap;

use super::mistake::{Mistake, Mistakes, Problem};
use super::model::{Cue, Place};
use super::raw::{At, Fields};
use crate::text::fold;

/// The cue sets of all sheets, by name.
#[derive(Debug, Default)]
pub(super) struct CueSets {
    sets: BTreeMap<String, (Place, Vec<String>)>,
}

impl CueSets {
    /// Reads the table `[cues]` of a sheet.
    pub(super) fn read(&mut self, at: At<'_, '_>, place: Place, mistakes: &Mistakes) {
        let Some(fields) = Fields::of(at, "cues", place, mistakes) else {
            return;
        };
        for (name, place, value) in fields.pairs() {
            if let Some((before, _)) = self.sets.get(&name) {
                let problem = Problem::Twice {
                    what: "cue set",
                    id: name,
                };
                mistakes.push(Mistake::new(problem, place).with(*before, "defined here first"));
                continue;
            }
            let items = value.items();
            if items.is_empty() {
                mistakes.add(Problem::EmptyList { key: name.clone() }, value.place());
            }
            let members = items
                .into_iter()
                .filter_map(|item| {
                    let cue = item.string(&name, mistakes)?;
                    if cue.contains('@') {
                        let problem = Problem::Clash {
                            one: cue,
                            other: "[cues]".to_owned(),
                            why: "a cue set lists words; name other sets beside it in `about`",
                        };
                        mistakes.add(problem, item.place());
                        return None;
                    }
                    Some(cue)
                })
                .collect();
            self.sets.insert(name, (place, members));
        }
    }

    /// The cues of a key of a claim, its `@name`s replaced by the members of the set.
    pub(super) fn cues(&self, fields: &Fields<'_, '_, '_>, key: &'static str) -> Vec<Cue> {
        let strings = fields.strings(key);
        if let Some(at) = fields.get(key)
            && at.items().is_empty()
        {
            fields
                .mistakes
                .add(Problem::EmptyList { key: key.to_owned() }, at.place());
        }
        strings
            .into_iter()
            .flat_map(|(text, place)| self.expand(&text, place, key, fields.mistakes))
            .collect()
    }

    /// `"@freed + exchange"` is a cue for every member of the set `freed`.
    fn expand(&self, text: &str, place: Place, key: &str, mistakes: &Mistakes) -> Vec<Cue> {
        let mut cues = vec![String::new()];
        for part in text.split('+').map(str::trim) {
            let members = match part.strip_prefix('@') {
                None if part.is_empty() => {
                    mistakes.add(Problem::Blank { key: key.to_owned() }, place);
                    return Vec::new();
                }
                None => vec![part.to_owned()],
                Some(name) => match self.sets.get(name) {
                    Some((_, members)) => members.clone(),
                    None => {
                        let known = self.sets.keys().map(String::as_str);
                        mistakes.add(Problem::unresolved("cue set", name, known), place);
                        return Vec::new();
                    }
                },
            };
            let join = |cue: &String, member: &String| match cue.as_str() {
                "" => member.clone(),
                _ => format!("{cue} + {member}"),
            };
            cues = cues
                .iter()
                .flat_map(|cue| members.iter().map(move |member| join(cue, member)))
                .collect();
        }
        cues.into_iter().map(cue).collect()
    }
}

/// A cue as it is looked for: phrases of words in lower case.
fn cue(text: String) -> Cue {
    let words = |phrase: &str| fold(phrase).split_whitespace().map(ToOwned::to_owned).collect();
    let all = text
        .split('+')
        .map(words)
        .filter(|words: &Vec<_>| !words.is_empty());
    Cue {
        all: all.collect(),
        text,
    }
}
