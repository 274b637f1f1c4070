//! TOML as it is written: tables whose keys and values know their place. Reads a value as the type that its key asks
//! for and notes a mistake where it is another; what the values mean is left to other rooms.

use std::cell::RefCell;
use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::mistake::{Mistake, Mistakes, Problem};
use super::model::Place;
use crate::text::Span;

/// A value with its place.
pub(crate) type Node<'i> = Spanned<DeValue<'i>>;

/// A value of a sheet.
#[derive(Clone, Copy)]
pub(crate) struct At<'s, 'i> {
    /// Index of the sheet.
    pub(crate) sheet: usize,
    /// The value.
    pub(crate) node: &'s Node<'i>,
}

impl<'s, 'i> At<'s, 'i> {
    /// Where it stands.
    pub(crate) fn place(self) -> Place {
        Place {
            sheet: self.sheet,
            span: self.node.span().into(),
        }
    }

    /// The value itself.
    pub(crate) fn value(self) -> &'s DeValue<'i> {
        self.node.get_ref()
    }

    /// The elements of a list, or the one value that stands in place of a list of one.
    pub(crate) fn items(self) -> Vec<Self> {
        match self.value() {
            DeValue::Array(items) => items
                .iter()
                .map(|node| At {
                    sheet: self.sheet,
                    node,
                })
                .collect(),
            _ => vec![self],
        }
    }

    /// A mistake: this value is not what it should be.
    pub(crate) fn wrong(self, key: &str, expected: &'static str) -> Mistake {
        let problem = Problem::WrongType {
            key: key.to_owned(),
            expected,
            found: type_name(self.value()),
        };
        Mistake::new(problem, self.place())
    }

    /// A string that is not blank.
    pub(crate) fn string(self, key: &str, mistakes: &Mistakes) -> Option<String> {
        match self.value() {
            DeValue::String(text) if text.trim().is_empty() => {
                mistakes.add(Problem::Blank { key: key.to_owned() }, self.place());
                None
            }
            DeValue::String(text) => Some(text.to_string()),
            _ => {
                mistakes.push(self.wrong(key, "a string"));
                None
            }
        }
    }

    /// A finite number.
    pub(crate) fn number(self) -> Option<f64> {
        let number = match self.value() {
            DeValue::Integer(integer) => i64::from_str_radix(integer.as_str(), integer.radix())
                .ok()
                .map(|integer| integer as f64),
            DeValue::Float(float) => float.as_str().parse().ok(),
            _ => None,
        };
        number.filter(|number: &f64| number.is_finite())
    }
}

/// A table of a sheet of which every key has to be known.
pub(crate) struct Fields<'s, 'i, 'm> {
    sheet: usize,
    table: &'s DeTable<'i>,
    /// Where the table begins: its header or its key.
    pub(crate) place: Place,
    pub(crate) mistakes: &'m Mistakes,
    asked: RefCell<BTreeSet<&'static str>>,
}

impl<'s, 'i, 'm> Fields<'s, 'i, 'm> {
    /// The table `table` of the sheet number `sheet`.
    pub(crate) fn new(sheet: usize, table: &'s DeTable<'i>, place: Place, mistakes: &'m Mistakes) -> Self {
        Self {
            sheet,
            table,
            place,
            mistakes,
            asked: RefCell::default(),
        }
    }

    /// The table at `at`; notes a mistake where it is none.
    pub(crate) fn of(at: At<'s, 'i>, key: &str, place: Place, mistakes: &'m Mistakes) -> Option<Self> {
        match at.value() {
            DeValue::Table(table) => Some(Self::new(at.sheet, table, place, mistakes)),
            _ => {
                mistakes.push(at.wrong(key, "a table"));
                None
            }
        }
    }

    /// Keys and values in the order of the sheet.
    pub(crate) fn pairs(&self) -> Vec<(String, Place, At<'s, 'i>)> {
        let mut pairs: Vec<_> = self
            .table
            .iter()
            .map(|(key, node)| {
                let at = At {
                    sheet: self.sheet,
                    node,
                };
                (key.get_ref().to_string(), self.key_place(key), at)
            })
            .collect();
        pairs.sort_by_key(|(_, place, _)| place.span.start);
        pairs
    }

    fn key_place(&self, key: &Spanned<DeString<'i>>) -> Place {
        Place {
            sheet: self.sheet,
            span: Span::from(key.span()),
        }
    }

    /// The value of a key.
    pub(crate) fn get(&self, key: &'static str) -> Option<At<'s, 'i>> {
        self.asked.borrow_mut().insert(key);
        let node = self.table.get(key)?;
        Some(At {
            sheet: self.sheet,
            node,
        })
    }

    /// The place of a key, where the table has it.
    pub(crate) fn key(&self, key: &str) -> Option<Place> {
        self.table.get_key_value(key).map(|(key, _)| self.key_place(key))
    }

    /// The string at a key.
    pub(crate) fn string(&self, key: &'static str) -> Option<String> {
        self.get(key)?.string(key, self.mistakes)
    }

    /// The strings at a key: a list, or one for a list of one.
    pub(crate) fn strings(&self, key: &'static str) -> Vec<(String, Place)> {
        let Some(at) = self.get(key) else {
            return Vec::new();
        };
        let items = at.items();
        items
            .into_iter()
            .filter_map(|item| Some((item.string(key, self.mistakes)?, item.place())))
            .collect()
    }

    /// The number at a key.
    pub(crate) fn number(&self, key: &'static str) -> Option<f64> {
        let at = self.get(key)?;
        let number = at.number();
        if number.is_none() {
            self.mistakes.push(at.wrong(key, "a number"));
        }
        number
    }

    /// The boolean at a key.
    pub(crate) fn boolean(&self, key: &'static str) -> Option<bool> {
        let at = self.get(key)?;
        match at.value() {
            DeValue::Boolean(value) => Some(*value),
            _ => {
                self.mistakes.push(at.wrong(key, "`true` or `false`"));
                None
            }
        }
    }

    /// One of a few words at a key.
    pub(crate) fn choice<T: Copy>(&self, key: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        let text = self.string(key)?;
        let choice = choices.iter().find(|(word, _)| *word == text);
        if choice.is_none()
            && let Some(at) = self.get(key)
        {
            let words: Vec<_> = choices.iter().map(|(word, _)| *word).collect();
            self.mistakes
                .add(Problem::unknown_word(key, &text, &words), at.place());
        }
        choice.map(|(_, value)| *value)
    }

    /// Notes every key that was never asked for. `what` names the table.
    pub(crate) fn finish(&self, what: &'static str) {
        let asked = self.asked.borrow();
        let known: Vec<&str> = asked.iter().copied().collect();
        for (key, place, _) in self.pairs() {
            if !asked.contains(key.as_str()) {
                self.mistakes.add(Problem::unknown_key(&key, what, &known), place);
            }
        }
    }
}

/// What a value is, in words.
pub(crate) const fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a float",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
