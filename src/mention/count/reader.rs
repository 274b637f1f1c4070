//! The tokens of one sentence, with the few questions that the readers of counts ask of them.

use crate::document::{Document, Tags, TokenKind};
use crate::value::number::{self, Part};

/// The tokens of a sentence. Indices are those of the document; whatever lies outside the sentence is nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'d> {
    document: &'d Document<'d>,
    /// First token.
    pub(super) start: usize,
    /// The token after the last.
    pub(super) end: usize,
}

impl<'d> Reader<'d> {
    pub(super) const fn new(document: &'d Document<'d>, start: usize, end: usize) -> Self {
        Self { document, start, end }
    }

    pub(super) const fn document(&self) -> &'d Document<'d> {
        self.document
    }

    fn holds(&self, at: usize) -> bool {
        self.start <= at && at < self.end
    }

    /// `at`, or the token after it where a line break stands at `at`.
    #[inline]
    pub(super) fn skip(&self, at: usize) -> usize {
        if self.kind(at) == Some(TokenKind::Break) {
            at + 1
        } else {
            at
        }
    }

    /// The token before `at`, line breaks aside; `None` at the sentence's start.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        let at = at.checked_sub(1).filter(|&at| self.holds(at))?;
        if self.kind(at) == Some(TokenKind::Break) {
            at.checked_sub(1).filter(|&at| self.holds(at))
        } else {
            Some(at)
        }
    }

    #[inline]
    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        if !self.holds(at) {
            return None;
        }
        self.document.tokens().get(at).map(|token| token.kind)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Dash)
    }

    /// The token as the text has it; empty outside the sentence.
    #[inline]
    pub(super) fn word(&self, at: usize) -> &'d str {
        if self.holds(at) {
            self.document.word(at)
        } else {
            ""
        }
    }

    /// The token with ASCII letters in lower case; empty outside the sentence.
    #[inline]
    pub(super) fn lower(&self, at: usize) -> &'d str {
        if self.holds(at) {
            self.document.lower(at)
        } else {
            ""
        }
    }

    /// The part of a number that a word is.
    pub(super) fn part(&self, at: usize) -> Option<Part> {
        let is_part = self.tagged(at, Tags::PART);
        is_part.then(|| number::part(self.lower(at))).flatten()
    }

    /// The size of a word of scale in full.
    pub(super) fn scale(&self, at: usize) -> Option<f64> {
        match self.part(at)? {
            Part::Scale(scale) => Some(scale),
            _ => None,
        }
    }

    #[inline]
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.lower(at) == word
    }

    #[inline]
    pub(super) fn any(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.lower(at))
    }

    #[inline]
    pub(super) fn tags(&self, at: usize) -> Tags {
        if self.holds(at) {
            self.document.tags(at)
        } else {
            Tags::NONE
        }
    }

    #[inline]
    pub(super) fn tagged(&self, at: usize, tags: Tags) -> bool {
        self.tags(at).any(tags)
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.holds(at) && self.document.tokens().get(at).is_some_and(|token| token.capital)
    }

    /// Whether nothing stands between the token and the one after it; a line break is a blank.
    #[inline]
    pub(super) fn joined(&self, at: usize) -> bool {
        let is_break = |at| self.kind(at) == Some(TokenKind::Break);
        self.holds(at)
            && self.holds(at + 1)
            && self.document.joined(at)
            && !(is_break(at) || is_break(at + 1))
    }

    /// Whether nothing stands between the token and the one before it.
    pub(super) fn joined_before(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.joined(before))
    }

    /// What stands between the token and the one after it.
    pub(super) fn gap(&self, at: usize) -> &'d str {
        let tokens = self.document.tokens();
        match (tokens.get(at), tokens.get(at + 1)) {
            (Some(one), Some(next)) => self
                .document
                .text()
                .get(one.end as usize..next.start as usize)
                .unwrap_or_default(),
            _ => "",
        }
    }

    /// Matches lower-case words one after the other from `at`, and gives the token after them.
    pub(super) fn words(&self, at: usize, words: &[&str]) -> Option<usize> {
        let mut at = at;
        for word in words {
            at = self.skip(at);
            if !self.is(at, word) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }
}
