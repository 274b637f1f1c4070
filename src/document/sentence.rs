//! Sentences within a block.

use std::ops::Range;

use super::Sentence;
use super::lexicon::Tags;
use super::token::{Token, TokenKind};

/// No sentence of an author has so many tokens. What is longer is a list, a table without lines, or meant to break a reader: it
/// is cut, so that whatever looks through a whole sentence stays linear in the text.
const LONGEST: usize = 400;

/// Appends the sentences of the tokens from `from` on, all of block `block`, to `sentences`.
pub(crate) fn split(
    text: &str,
    tokens: &mut [Token],
    from: usize,
    block: usize,
    sentences: &mut Vec<Sentence>,
) {
    let mut push = |tokens: &mut [Token], run: Range<usize>| {
        let index = u32::try_from(sentences.len()).unwrap_or(u32::MAX);
        for token in tokens.get_mut(run.clone()).unwrap_or_default() {
            token.sentence = index;
        }
        sentences.push(Sentence { tokens: run, block });
    };
    let mut start = from;
    let mut at = from;
    while at < tokens.len() {
        at += 1;
        let ends = match tokens[at - 1].kind {
            TokenKind::Stop => {
                // Closing quotes and brackets belong to the sentence that they close.
                while at < tokens.len() && closes(tokens, at) {
                    at += 1;
                }
                is_end(text, tokens, start, at)
            }
            TokenKind::Break => is_paragraph_break(tokens, at),
            _ => false,
        };
        if ends || is_overlong(tokens, start, at) {
            push(tokens, start..at);
            start = at;
        }
    }
    if start < tokens.len() {
        push(tokens, start..tokens.len());
    }
}

/// Whether what began at `start` has gone on for too long and may be cut before `at`: behind a comma, then between any two
/// words, then anywhere.
fn is_overlong(tokens: &[Token], start: usize, at: usize) -> bool {
    let length = at - start;
    if length < LONGEST {
        return false;
    }
    let last = tokens[at - 1];
    let is_apart = tokens.get(at).is_some_and(|next| next.start > last.end);
    length >= 4 * LONGEST || is_apart && (last.kind == TokenKind::Comma || length >= 2 * LONGEST)
}

/// Whether the token at `at` is a quote or bracket that closes right after what stands before it.
fn closes(tokens: &[Token], at: usize) -> bool {
    matches!(tokens[at].kind, TokenKind::Quote | TokenKind::Close) && tokens[at - 1].end == tokens[at].start
}

/// Whether two line breaks follow each other, so that a paragraph ends.
fn is_paragraph_break(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|next| next.kind == TokenKind::Break)
}

/// Whether the stop before `at` ends the sentence that began at `start`.
fn is_end(text: &str, tokens: &[Token], start: usize, at: usize) -> bool {
    // A line may end with its sentence.
    let next = tokens[at..].iter().find(|token| token.kind != TokenKind::Break);
    let Some(next) = next else { return true };
    if next.start == tokens[at - 1].end {
        return false;
    }
    let stop = (start..at)
        .rev()
        .find(|&i| tokens[i].kind == TokenKind::Stop)
        .unwrap_or(start);
    let mark = &text[tokens[stop].range()];
    let opens = match next.kind {
        TokenKind::Word => next.capital || mark != ".",
        TokenKind::Quote | TokenKind::Open | TokenKind::Number | TokenKind::Break | TokenKind::Dash => true,
        _ => false,
    };
    if !opens {
        return false;
    }
    if mark != "." || stop == start {
        return true;
    }
    let before = tokens[stop - 1];
    if before.end != tokens[stop].start || !before.is_word() {
        return true;
    }
    // "at 8.32 a.m. EST"
    let is_clock = before.tags.any(Tags::CLOCK) && next.tags.any(Tags::CLOCK);
    !before.tags.any(Tags::ABBREVIATION) && !is_initial(text, before) && !is_clock
}

/// A single capital letter, as in "J. Smith" or "U.S."
fn is_initial(text: &str, token: Token) -> bool {
    let word = &text[token.range()];
    word.chars().count() == 1 && token.capital && word != "I"
}
