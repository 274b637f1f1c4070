//! The words of the sheets, as symbols: which words of a document any sheet speaks of, and which phrases begin there.
//!
//! A word that no sheet uses costs one look at a bit set.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::document::{Document, Tags, TokenKind};
use crate::text::{forms, stem};

/// A stem that some phrase contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Symbol(u32);

/// A phrase that some sheet contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PhraseId(pub(crate) u32);

/// How a phrase is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Manner {
    /// A cue: by stem, with articles and one other word allowed between its words.
    Cue,
    /// A wording: by stem, word after word.
    Wording,
    /// A name: word after word, each with a capital where the sheet has one.
    Name,
}

#[derive(Clone, Debug)]
struct Phrase {
    words: Vec<Symbol>,
    /// Which words have a capital in the sheet.
    capitals: Vec<bool>,
    manner: Manner,
}

/// All phrases of a set of sheets.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    symbols: FxHashMap<String, Symbol>,
    phrases: Vec<Phrase>,
    known: FxHashMap<(Vec<Symbol>, Vec<bool>, Manner), PhraseId>,
    /// Phrases by their first word.
    first: FxHashMap<Symbol, Vec<PhraseId>>,
    /// The pairs of first letters with which words of the vocabulary begin.
    beginnings: Beginnings,
}

/// Where the phrases of a vocabulary stand in a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hits {
    by_phrase: FxHashMap<PhraseId, Vec<Range<usize>>>,
}

impl Hits {
    /// Where a phrase stands within a run of tokens, in order.
    pub(crate) fn within(&self, phrase: PhraseId, tokens: &Range<usize>) -> &[Range<usize>] {
        let Some(all) = self.by_phrase.get(&phrase) else {
            return &[];
        };
        let from = all.partition_point(|hit| hit.start < tokens.start);
        let until = from + all[from..].partition_point(|hit| hit.end <= tokens.end);
        &all[from..until]
    }

    /// Everywhere a phrase stands.
    pub(crate) fn all(&self, phrase: PhraseId) -> &[Range<usize>] {
        self.by_phrase.get(&phrase).map_or(&[], Vec::as_slice)
    }
}

impl Vocabulary {
    /// The phrase of the words of `text`; `None` where there is no word in it.
    pub(crate) fn phrase(&mut self, text: &str, manner: Manner) -> Option<PhraseId> {
        let mut words = Vec::new();
        let mut capitals = Vec::new();
        for word in words_of(text) {
            let lower = word.to_lowercase();
            if manner == Manner::Cue && is_article(&lower) {
                continue;
            }
            capitals.push(manner == Manner::Name && word.starts_with(char::is_uppercase));
            words.push(self.symbol(&lower));
        }
        // "the Hornet": the article may be left out of a name.
        if manner != Manner::Cue && words.len() > 1 && is_article(&words_of(text).next()?.to_lowercase()) {
            words.remove(0);
            capitals.remove(0);
        }
        let &first = words.first()?;
        let next = PhraseId(u32::try_from(self.phrases.len()).ok()?);
        let key = (words.clone(), capitals.clone(), manner);
        let id = *self.known.entry(key).or_insert(next);
        if id == next {
            self.phrases.push(Phrase {
                words,
                capitals,
                manner,
            });
            self.first.entry(first).or_default().push(id);
        }
        Some(id)
    }

    fn symbol(&mut self, lower: &str) -> Symbol {
        let stem = stem(lower).into_owned();
        let next = Symbol(u32::try_from(self.symbols.len()).unwrap_or(u32::MAX));
        self.beginnings.add(lower);
        self.beginnings.add(&stem);
        for form in forms(&stem) {
            self.beginnings.add(form);
        }
        *self.symbols.entry(stem).or_insert(next)
    }

    /// Finds every phrase in `document`; linear in its length.
    pub(crate) fn find(&self, document: &Document<'_>) -> Hits {
        let symbols = self.read(document);
        let mut hits = Hits::default();
        for (at, symbol) in symbols.iter().enumerate() {
            let Some(phrases) = symbol.and_then(|symbol| self.first.get(&symbol)) else {
                continue;
            };
            for &id in phrases {
                if let Some(end) = self.matches(id, at, document, &symbols) {
                    hits.by_phrase.entry(id).or_default().push(at..end);
                }
            }
        }
        hits
    }

    /// The symbol of each token, where a sheet has it.
    fn read(&self, document: &Document<'_>) -> Vec<Option<Symbol>> {
        let mut seen: FxHashMap<&str, Option<Symbol>> = FxHashMap::default();
        let tokens = document.tokens().iter().enumerate();
        tokens
            .map(|(at, token)| {
                if !(token.is_word() || token.is_number()) {
                    return None;
                }
                let lower = document.lower(at);
                if !self.beginnings.has(lower) {
                    return None;
                }
                let known = *seen.entry(lower).or_insert_with(|| self.look_up(lower));
                known
                    .or_else(|| self.look_up_joined(document, at))
                    .or_else(|| self.look_up_hump(document, at))
            })
            .collect()
    }

    /// The symbol of "cease-fire" where the sheets write "ceasefire".
    fn look_up_joined(&self, document: &Document<'_>, at: usize) -> Option<Symbol> {
        let is_joined = document.tokens().get(at + 1)?.kind == TokenKind::Dash
            && document.joined(at)
            && document.joined(at + 1)
            && document.tokens().get(at + 2)?.is_word();
        if !is_joined {
            return None;
        }
        self.look_up(&format!("{}{}", document.lower(at), document.lower(at + 2)))
    }

    /// The symbol of the first word of "maxClients", the name of a field.
    fn look_up_hump(&self, document: &Document<'_>, at: usize) -> Option<Symbol> {
        let word = document.word(at).as_bytes();
        let is_hump = |end: &usize| word[*end].is_ascii_uppercase() && word[*end - 1].is_ascii_lowercase();
        let end = (2..word.len())
            .find(is_hump)
            .filter(|_| word[0].is_ascii_lowercase())?;
        self.look_up(document.lower(at).get(..end)?)
    }

    fn look_up(&self, lower: &str) -> Option<Symbol> {
        let stemmed = if lower.is_ascii() {
            stem(lower)
        } else {
            stem(&lower.to_lowercase()).into_owned().into()
        };
        self.symbols.get(stemmed.as_ref()).copied()
    }

    /// Where the phrase ends if it begins at `at`, of which the first word is known to fit.
    fn matches(
        &self,
        id: PhraseId,
        at: usize,
        document: &Document<'_>,
        symbols: &[Option<Symbol>],
    ) -> Option<usize> {
        let phrase = &self.phrases[id.0 as usize];
        let fits = |word: usize, at: usize| {
            symbols[at] == Some(phrase.words[word])
                && (!phrase.capitals[word] || document.tokens()[at].capital)
        };
        if !fits(0, at) {
            return None;
        }
        let mut end = at + 1;
        let mut spare = usize::from(phrase.manner == Manner::Cue);
        for word in 1..phrase.words.len() {
            loop {
                let token = document.tokens().get(end)?;
                if fits(word, end) {
                    break;
                }
                let passes = match token.kind {
                    TokenKind::Dash | TokenKind::Quote => true,
                    TokenKind::Stop | TokenKind::Mark => document.joined(end - 1),
                    TokenKind::Break | TokenKind::Possessive => true,
                    _ if phrase.manner != Manner::Cue => false,
                    TokenKind::Word if token.tags.any(Tags::DETERMINER.or(Tags::POSSESSIVE)) => true,
                    TokenKind::Word | TokenKind::Number if spare > 0 => {
                        spare -= 1;
                        true
                    }
                    _ => false,
                };
                if !passes || end > at + 4 * phrase.words.len() {
                    return None;
                }
                end += 1;
            }
            end += 1;
        }
        Some(end)
    }
}

/// The words of a phrase of a sheet, as the tokenizer would part them.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    // "1.88", "Apache-2.0": a point between digits is a part of the number.
    let inside = move |at: usize| digit(at.checked_sub(1)) && digit(Some(at + 1));
    let mut start = 0;
    let mut words = Vec::new();
    for (at, c) in text.char_indices() {
        let parts = match c {
            '\'' | '\u{2019}' => false,
            '.' | ',' => !inside(at),
            c => !c.is_alphanumeric(),
        };
        if parts {
            words.push(&text[start..at]);
            start = at + c.len_utf8();
        }
    }
    words.push(&text[start..]);
    words
        .into_iter()
        .map(|word| word.trim_matches(['\'', '\u{2019}']))
        .map(|word| {
            word.strip_suffix("'s")
                .or_else(|| word.strip_suffix("\u{2019}s"))
                .unwrap_or(word)
        })
        .filter(|word| !word.is_empty())
}

fn is_article(lower: &str) -> bool {
    matches!(lower, "the" | "a" | "an")
}

/// A set of pairs of first bytes.
#[derive(Clone, Debug)]
struct Beginnings {
    bits: Vec<u64>,
}

impl Default for Beginnings {
    fn default() -> Self {
        Self {
            bits: vec![0; 1 << 10],
        }
    }
}

impl Beginnings {
    fn add(&mut self, word: &str) {
        let at = Self::place(word);
        self.bits[at / 64] |= 1 << (at % 64);
    }

    fn has(&self, word: &str) -> bool {
        let at = Self::place(word);
        self.bits[at / 64] & (1 << (at % 64)) != 0
    }

    fn place(word: &str) -> usize {
        let byte = |at: usize| usize::from(word.as_bytes().get(at).copied().unwrap_or_default());
        byte(0) << 8 | byte(1)
    }
}
