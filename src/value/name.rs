//! Names: spellings and transliterations of one name, told apart from different names.
//!
//! A word of a name is compared by a transliteration key (Troufanov, Trufanov: `trufanov`) and, where the keys are near,
//! by edit distance; a whole name word by word, so that one equal word never outweighs a different one (Nir Oz is not
//! Nahal Oz). The distance is that of Damerau in the restricted form ("optimal string alignment").

use crate::text::fold;

/// How two names, or two words of names, compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// Another name.
    Different,
    /// One is a part of the other, and what is left out does not tell: "Lazar" of "Berel Lazar".
    Partial,
    /// The same name in another spelling.
    Spelling,
    /// The same name, but for case, diacritics, order and marks.
    Same,
}

/// Similarity of two keys from which they count as spellings of one word.
const SIMILAR: f64 = 0.8;
/// Words of at most this many letters must agree in their key: one letter is too much of them.
const SHORT: usize = 4;

/// A name taken apart into the words that tell people and places apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    words: Vec<Word>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    folded: String,
    key: String,
}

impl Name {
    /// Takes a name apart: titles and particles drop out, "Family, Given" is turned, a hyphen parts words.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let turned = text
            .split_once(", ")
            .map(|(family, given)| format!("{given} {family}"));
        let folded = fold(turned.as_deref().unwrap_or(text));
        let parts = folded.split(|c: char| !(c.is_alphanumeric() || c == '\''));
        let words: Vec<Word> = parts.filter(|word| !word.is_empty()).map(Word::new).collect();
        let telling: Vec<Word> = words
            .iter()
            .filter(|word| !IGNORED.contains(&word.folded.as_str()))
            .cloned()
            .collect();
        Self {
            words: if telling.is_empty() { words } else { telling },
        }
    }

    /// Number of words that tell.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether no word is left.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The transliteration keys of its words, in order.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| word.key.as_str())
    }

    /// How this name compares with another.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> Likeness {
        let (short, long) = if self.len() <= other.len() {
            (self, other)
        } else {
            (other, self)
        };
        if short.is_empty() {
            return Likeness::Different;
        }
        if short.glued() == long.glued() {
            return if short.folded().eq(long.folded()) {
                Likeness::Same
            } else {
                Likeness::Spelling
            };
        }
        let mut free: Vec<bool> = vec![true; long.len()];
        let mut worst = Likeness::Same;
        let mut in_order = true;
        let mut last = None;
        for word in &short.words {
            let best = long
                .words
                .iter()
                .enumerate()
                .filter(|&(at, _)| free[at])
                .map(|(at, other)| (word.likeness(other), at))
                .max_by_key(|&(likeness, at)| (likeness, std::cmp::Reverse(at)));
            let Some((likeness, at)) = best else {
                return Likeness::Different;
            };
            if likeness == Likeness::Different {
                return Likeness::Different;
            }
            free[at] = false;
            in_order &= last.is_none_or(|last| last < at);
            last = Some(at);
            worst = worst.min(likeness);
        }
        // Family name first is one thing, given names exchanged with family names another: the words alone do not tell.
        if !in_order && short.len() == 2 && long.len() == 2 {
            return Likeness::Different;
        }
        match (short.len() == long.len(), worst) {
            (true, worst) => worst,
            // "Neil Armstrong" of "Neil Alden Armstrong": both ends are there.
            (false, worst) if short.len() >= 2 && !free[0] && !free[long.len() - 1] => worst,
            (false, worst) if short.len() >= 3 => worst,
            (false, Likeness::Different) => Likeness::Different,
            (false, _) => Likeness::Partial,
        }
    }

    /// Whether every word of `other` is one of these words.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        let has = |word: &Word| {
            self.words
                .iter()
                .any(|own| own.likeness(word) >= Likeness::Spelling)
        };
        other.words.iter().all(has)
    }

    fn folded(&self) -> impl Iterator<Item = char> {
        self.words
            .iter()
            .flat_map(|word| word.folded.chars())
            .filter(char::is_ascii_alphanumeric)
    }

    fn glued(&self) -> String {
        self.words.iter().map(|word| word.key.as_str()).collect()
    }
}

impl Word {
    fn new(folded: &str) -> Self {
        Self {
            key: key(folded),
            folded: folded.to_owned(),
        }
    }

    fn likeness(&self, other: &Self) -> Likeness {
        if self.folded == other.folded {
            return Likeness::Same;
        }
        if self.key == other.key {
            return Likeness::Spelling;
        }
        // An initial stands for any name that it begins.
        if self.folded.len() == 1 || other.folded.len() == 1 {
            let same = self.folded.chars().next() == other.folded.chars().next();
            return if same {
                Likeness::Partial
            } else {
                Likeness::Different
            };
        }
        let shorter = self.key.len().min(other.key.len());
        if shorter <= SHORT || first_sound(&self.key) != first_sound(&other.key) {
            return Likeness::Different;
        }
        let longer = self.key.len().max(other.key.len()) as f64;
        let similarity = 1.0 - strsim::osa_distance(&self.key, &other.key) as f64 / longer;
        if similarity >= SIMILAR {
            Likeness::Spelling
        } else {
            Likeness::Different
        }
    }
}

/// Titles and particles: they are left out, and left in, at will.
const IGNORED: &[&str] = &[
    "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "lord", "lady", "rabbi", "captain", "the", "of",
    "de", "la", "le", "del", "der", "den", "van", "von", "da", "di", "dos", "al", "el", "bin", "ibn", "ben",
    "bint", "jr", "sr", "st", "shaikh", "sheikh", "rms", "ss", "hms", "uss", "and",
];

/// The classes of letters that transliterations exchange: `ou` and `u`, `tz` and `ts`, `kh`, `ch` and `h`, `y`, `ie` and
/// `i`, `w` and `v`; doubled letters are single, a final `h` is silent.
fn key(folded: &str) -> String {
    let letters: Vec<char> = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut key = String::with_capacity(letters.len());
    let mut at = 0;
    while let Some(&c) = letters.get(at) {
        let next = letters.get(at + 1).copied().unwrap_or(' ');
        let last = at + 1 == letters.len();
        let (sound, width) = match (c, next) {
            ('o', 'u') | ('o', 'o') => ("u", 2),
            ('e', 'e')
            | ('i', 'e')
            | ('y', 'e')
            | ('i', 'y')
            | ('e', 'i')
            | ('e', 'y')
            | ('i', 'j')
            | ('a', 'y') => ("i", 2),
            ('p', 'h') => ("f", 2),
            ('t', 'z') | ('t', 's') => ("ts", 2),
            ('k', 'h') | ('c', 'h') => ("h", 2),
            ('s', 'h') => ("s", 2),
            ('t', 'h') => ("t", 2),
            ('g', 'h') => ("g", 2),
            ('d', 't') => ("t", 2),
            ('c', 'k') | ('q', 'u') => ("k", 2),
            ('k', 's') => ("x", 2),
            ('h', _) if last => ("", 1),
            ('y' | 'j', _) => ("i", 1),
            ('w', _) => ("v", 1),
            ('q', _) => ("k", 1),
            ('c', 'e' | 'i' | 'y') => ("s", 1),
            ('c', _) => ("k", 1),
            ('z', _) => ("s", 1),
            ('0', _) => ("o", 1),
            ('1', _) => ("i", 1),
            _ => {
                if !key.ends_with(c) {
                    key.push(c);
                }
                at += 1;
                continue;
            }
        };
        if !key.ends_with(sound) || sound.is_empty() {
            key.push_str(sound);
        }
        at += width;
    }
    key
}

/// The sound with which a key begins: vowels are one, for Yelena and Elena.
fn first_sound(key: &str) -> char {
    match key.chars().next() {
        Some('a' | 'e' | 'i' | 'o' | 'u') | None => 'a',
        Some(consonant) => consonant,
    }
}

#[cfg(test)]
mod tests {
    use super::{Likeness, Name};

    #[test]
    fn spellings_are_one_name_and_different_names_are_not() {
        use Likeness::{Different, Partial, Same, Spelling};
        for (one, other, expected) in [
            ("Nikolai Petrov", "Nikolai Petrov", Same),
            ("Petrov, Nikolai", "Nikolai Petrov", Same),
            ("Élise Moreau", "Elise Moreau", Same),
            ("Dr. Elise Moreau", "Elise Moreau", Same),
            ("Ben-Ami", "Ben Ami", Same),
            ("Nikolay Petrov", "Nikolai Petrov", Spelling),
            ("Yekaterina Volkova", "Ekaterina Volkova", Spelling),
            ("Tsipora", "Tzipora", Spelling),
            ("Muhammad", "Mohammed", Different),
            ("Anna Petrova", "Ivan Petrov", Different),
            ("Vera Petrova", "Nikolai Petrov", Different),
            ("Petrov", "Nikolai Petrov", Partial),
            ("Neil Armstrong", "Neil Alden Armstrong", Same),
            ("Port Said", "Port Louis", Different),
            ("Tel Dan", "Tel Aviv", Different),
        ] {
            assert_eq!(
                Name::new(one).likeness(&Name::new(other)),
                expected,
                "{one} / {other}"
            );
        }
    }
}
