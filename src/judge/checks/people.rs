//! The people of an article without any sheet: whether two names in it mean the same person.

use std::cell::OnceCell;
use std::rc::Rc;

use rustc_hash::FxHashSet;

use super::Text;
use crate::mention::Value;
use crate::value::name::{Likeness, Name};

/// The full names of an article, gathered when two names are first alike.
pub(super) struct People<'x, 'a, 't> {
    text: &'x Text<'a, 't>,
    full: OnceCell<Vec<Rc<Name>>>,
}

impl<'x, 'a, 't> People<'x, 'a, 't> {
    pub(super) const fn new(text: &'x Text<'a, 't>) -> Self {
        Self {
            text,
            full: OnceCell::new(),
        }
    }

    fn full(&self) -> &[Rc<Name>] {
        self.full.get_or_init(|| {
            let mut seen: FxHashSet<&str> = FxHashSet::default();
            let mut full: Vec<Rc<Name>> = Vec::new();
            for mention in self.text.mentions {
                let Value::Name(name) = &mention.value else {
                    continue;
                };
                if !name.name.contains(' ') || !seen.insert(&name.name) {
                    continue;
                }
                if full.len() == MOST {
                    break;
                }
                full.push(Name::remembered(&name.name));
            }
            full
        })
    }

    /// Whether two names are one person: alike, or one is part of the other and of no other name of the article.
    pub(super) fn are_one(&self, one: &Name, other: &Name) -> bool {
        match one.likeness(other) {
            Likeness::Same | Likeness::Spelling => self.is_plain(one) && self.is_plain(other),
            Likeness::Partial => self.is_plain(if one.len() < other.len() { one } else { other }),
            Likeness::Different => false,
        }
    }

    /// Whether a name is not part of two different full names.
    fn is_plain(&self, name: &Name) -> bool {
        let mut bearers = self
            .full()
            .iter()
            .filter(|full| full.likeness(name) >= Likeness::Partial);
        let Some(first) = bearers.next() else { return true };
        bearers.all(|bearer| bearer.likeness(first) >= Likeness::Partial)
    }
}

/// An article names no more people than this whose names are told apart; beyond, the first ones count.
const MOST: usize = 64;
