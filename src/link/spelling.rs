//! Names of the sheets' claims that a text spells in another way: each name of a text is compared once, however many
//! claims there are, and only with names that sound alike.

use rustc_hash::FxHashMap;

use crate::value::name::{Likeness, Name};

/// A name that claims give as their truth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SpellingId(u32);

/// The names of all claims, by how they sound.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spellings {
    names: Vec<Name>,
    known: FxHashMap<String, SpellingId>,
    by_key: FxHashMap<String, Vec<SpellingId>>,
}

impl Spellings {
    /// The name of `text`, new or known.
    pub(crate) fn add(&mut self, text: &str) -> SpellingId {
        if let Some(&id) = self.known.get(text) {
            return id;
        }
        let id = SpellingId(u32::try_from(self.names.len()).unwrap_or(u32::MAX));
        let name = Name::new(text);
        for key in name.keys() {
            let alike = self.by_key.entry(key.to_owned()).or_default();
            if alike.last() != Some(&id) {
                alike.push(id);
            }
        }
        self.names.push(name);
        self.known.insert(text.to_owned(), id);
        id
    }

    /// Whether a name has a word of this sound.
    pub(crate) fn sounds(&self, key: &str) -> bool {
        self.by_key.contains_key(key)
    }

    /// The names of which `name` is another spelling, in order.
    pub(crate) fn alike(&self, name: &Name) -> Vec<SpellingId> {
        let mut candidates: Vec<SpellingId> = name
            .keys()
            .flat_map(|key| self.by_key.get(key).into_iter().flatten())
            .copied()
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        candidates.retain(|id| self.names[id.0 as usize].likeness(name) >= Likeness::Spelling);
        candidates
    }
}
