//! What several articles state and no claim speaks of: the first candidates for new claims.

use std::collections::BTreeMap;

use super::Unlinked;

/// What is stated in the articles of a run and no claim speaks of.
#[derive(Clone, Debug, Default)]
pub struct Statements {
    by_value: BTreeMap<(&'static str, String), Recurring>,
}

/// One statement that no claim speaks of, and the articles that make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurring {
    /// The place and words in which it was met first.
    pub first: Unlinked,
    /// What it says, whatever the words: `251 hostage`, `2025-02-15`.
    pub said: String,
    /// The articles that state it, in the order of the run.
    pub articles: Vec<String>,
}

impl Statements {
    /// Adds what an article states.
    pub fn add(&mut self, unlinked: Vec<Unlinked>) {
        for one in unlinked {
            let key = (one.kind, one.said.clone());
            let entry = self.by_value.entry(key).or_insert_with(|| Recurring {
                said: one.said.clone(),
                articles: Vec::new(),
                first: one.clone(),
            });
            // The statements of an article come together.
            if entry.articles.last() != Some(&one.article) {
                entry.articles.push(one.article);
            }
        }
    }

    /// Those that at least two articles make, those of most articles first.
    #[must_use]
    pub fn recurring(self) -> Vec<Recurring> {
        let found = self.by_value.into_values();
        let mut found: Vec<_> = found.filter(|one| one.articles.len() > 1).collect();
        found.sort_by_key(|one| std::cmp::Reverse(one.articles.len()));
        found
    }
}
