//! Words, numbers and marks.

use std::ops::Range;

use super::lexicon::{self, Tags};
use crate::text::Span;

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Offset of the first byte.
    pub(crate) start: u32,
    /// Offset of the byte after the last.
    pub(crate) end: u32,
    /// What it is.
    pub(crate) kind: TokenKind,
    /// Whether its first letter is a capital.
    pub(crate) capital: bool,
    /// Whether it has an ASCII letter in upper case.
    pub(crate) has_upper: bool,
    /// What English says of the word.
    pub(crate) tags: Tags,
    /// Index of its sentence.
    pub(crate) sentence: u32,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TokenKind {
    /// Letters, with apostrophes inside and digits after the first letter ("don't", "Be'eri", "G7").
    Word,
    /// Digits, with single commas and points between them ("1,200.5", "15.02.2025"); letters after them are a token of
    /// their own ("15" "th").
    Number,
    /// `'s` or `’s` after a word.
    Possessive,
    /// A hyphen or dash of any length.
    Dash,
    /// A quotation mark or apostrophe that is no part of a word.
    Quote,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// One of `.`, `!`, `?`, `…`.
    Stop,
    /// One of `,`, `;`, `:`.
    Comma,
    /// Any other mark, one character.
    Mark,
    /// A line break within a block.
    Break,
}

impl Token {
    /// Its bytes.
    pub(crate) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Its bytes, as a span.
    pub(crate) fn span(self) -> Span {
        Span::from(self.range())
    }

    /// Whether it is a word.
    pub(crate) fn is_word(self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Whether it is a number in digits.
    pub(crate) fn is_number(self) -> bool {
        self.kind == TokenKind::Number
    }
}

/// Appends the tokens of `block` to `tokens`. `lower` is `text` with ASCII letters in lower case.
pub(crate) fn tokenize(text: &str, lower: &str, block: Span, tokens: &mut Vec<Token>) {
    let mut scanner = Scanner {
        text,
        lower,
        at: block.start,
        end: block.end,
        seen: 0,
    };
    while let Some(token) = scanner.next_token() {
        tokens.push(token);
    }
}

struct Scanner<'a> {
    text: &'a str,
    lower: &'a str,
    at: usize,
    end: usize,
    /// The classes of the plain letters of the last word.
    seen: u8,
}

impl Scanner<'_> {
    fn next_token(&mut self) -> Option<Token> {
        loop {
            let bytes = self.text.as_bytes().get(..self.end)?;
            while bytes.get(self.at) == Some(&b' ') {
                self.at += 1;
            }
            // Nearly all tokens are words in plain letters.
            if bytes.get(self.at).is_some_and(u8::is_ascii_alphabetic) {
                let end = self.word_end();
                return Some(self.take(end, TokenKind::Word));
            }
            let c = self.peek(self.at)?;
            if c == '\n' {
                return Some(self.take(self.at + 1, TokenKind::Break));
            }
            if !is_blank(c) && c != '*' {
                break;
            }
            self.at += c.len_utf8();
        }
        let c = self.peek(self.at)?;
        let next = self.at + c.len_utf8();
        Some(match c {
            '0'..='9' => {
                let end = self.number_end();
                self.take(end, TokenKind::Number)
            }
            _ if is_letter(c) => {
                let end = self.word_end();
                self.take(end, TokenKind::Word)
            }
            '\'' | '\u{2019}' if self.is_possessive(next) => self.take(next + 1, TokenKind::Possessive),
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {
                let mut end = next;
                while let Some(c @ ('-' | '\u{2010}'..='\u{2015}')) = self.peek(end) {
                    end += c.len_utf8();
                }
                self.take(end, TokenKind::Dash)
            }
            '"' | '\'' | '`' | '\u{2018}'..='\u{201F}' | '«' | '»' => self.take(next, TokenKind::Quote),
            '(' | '[' | '{' => self.take(next, TokenKind::Open),
            ')' | ']' | '}' => self.take(next, TokenKind::Close),
            '.' => {
                let mut end = next;
                while self.peek(end) == Some('.') {
                    end += 1;
                }
                self.take(end, TokenKind::Stop)
            }
            '!' | '?' | '…' => self.take(next, TokenKind::Stop),
            ',' | ';' | ':' => self.take(next, TokenKind::Comma),
            _ => self.take(next, TokenKind::Mark),
        })
    }

    #[inline]
    fn peek(&self, at: usize) -> Option<char> {
        if at >= self.end {
            return None;
        }
        let byte = self.text.as_bytes()[at];
        if byte < 0x80 {
            Some(char::from(byte))
        } else {
            self.text[at..self.end].chars().next()
        }
    }

    fn take(&mut self, end: usize, kind: TokenKind) -> Token {
        let start = self.at;
        self.at = end;
        let word = kind == TokenKind::Word;
        let capital = word && self.is_capital(start);
        let has_upper = match kind {
            TokenKind::Word => self.seen & UPPER != 0,
            TokenKind::Possessive => self.text.as_bytes().get(end - 1) == Some(&b'S'),
            _ => false,
        };
        Token {
            start: u32::try_from(start).unwrap_or(u32::MAX),
            end: u32::try_from(end).unwrap_or(u32::MAX),
            kind,
            capital,
            has_upper,
            tags: if word {
                lexicon::tags(&self.lower[start..end])
            } else {
                Tags::NONE
            },
            sentence: 0,
        }
    }

    fn is_capital(&self, at: usize) -> bool {
        match self.text.as_bytes().get(at) {
            Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
            _ => self.peek(at).is_some_and(char::is_uppercase),
        }
    }

    /// Digits, and single points or commas between digits.
    fn number_end(&self) -> usize {
        let bytes = &self.text.as_bytes()[..self.end];
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let mut end = self.at;
        while digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && digit(end + 1)) {
            end += 1;
        }
        end
    }

    /// Letters, marks and, after the first letter, digits; apostrophes between letters, but for a final `'s`.
    fn word_end(&mut self) -> usize {
        let bytes = self.text.as_bytes().get(..self.end).unwrap_or_default();
        let mut end = self.at;
        self.seen = 0;
        loop {
            while let Some(&byte) = bytes.get(end)
                && CLASSES[usize::from(byte)] != 0
            {
                self.seen |= CLASSES[usize::from(byte)];
                end += 1;
            }
            let Some(c) = self.peek(end) else { break };
            let next = end + c.len_utf8();
            let inside = match c {
                '\'' | '\u{2019}' => {
                    self.peek(next).is_some_and(char::is_alphabetic) && !self.is_possessive(next)
                }
                '0'..='9' => true,
                _ => is_letter(c),
            };
            if !inside {
                break;
            }
            end = next;
        }
        end
    }

    /// Whether just an `s` stands at `at` and the word ends after it.
    fn is_possessive(&self, at: usize) -> bool {
        matches!(self.peek(at), Some('s' | 'S'))
            && !self
                .peek(at + 1)
                .is_some_and(|c| is_letter(c) || c.is_ascii_digit())
    }
}

/// A byte that is an ASCII letter or digit.
const PLAIN: u8 = 1;
/// … a letter in upper case.
const UPPER: u8 = 2;

/// What each byte is.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        let letter = byte as u8;
        classes[byte] = if letter.is_ascii_uppercase() {
            PLAIN | UPPER
        } else if letter.is_ascii_alphanumeric() {
            PLAIN
        } else {
            0
        };
        byte += 1;
    }
    classes
};

/// Letters and the marks that combine with them.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || (!c.is_ascii()
            && (c.is_alphanumeric()
                || matches!(c, '\u{0300}'..='\u{036F}' | '\u{200C}' | '\u{200D}' | '\u{00AD}')))
}

/// White space but for the line break, and characters of no width.
fn is_blank(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_whitespace() || c.is_ascii_control()
    } else {
        c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{200E}' | '\u{200F}')
    }
}
