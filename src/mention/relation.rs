//! Kinship and partnership between named people.
//!
//! Each word of kinship looks for its two ends: whose (a possessive, a pronoun, "of") and who (beside it, in apposition
//! before it, after "is"). Verbs that say the same ("married", "born to") are read, too.

use std::ops::Range;

use super::{End, Mention, RelationMention, Value};
use crate::document::{Document, Tags, TokenKind};
use crate::text::fold;
use crate::value::kinship::Kinship;

/// Words between a possessor and the word of kinship: "his late first wife".
const MODIFIERS: usize = 5;
/// Names in a list that one word of kinship takes.
const LIST: usize = 12;

/// Appends the relations of `document` to `mentions`, which hold its names in order.
pub(crate) fn extract(document: &Document<'_>, mentions: &mut Vec<Mention>) {
    let names: Vec<Range<usize>> = mentions
        .iter()
        .filter(|mention| matches!(mention.value, Value::Name(_)))
        .map(|mention| mention.tokens.clone())
        .collect();
    let mut reader = Reader {
        document,
        names: &names,
        subject: None,
        found: Vec::new(),
    };
    for sentence in document.sentences() {
        reader.sentence(sentence.tokens.clone());
    }
    mentions.append(&mut reader.found);
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    names: &'d [Range<usize>],
    /// The name that the sentence before was about.
    subject: Option<Range<usize>>,
    found: Vec<Mention>,
}

/// A word of kinship with the tokens that it covers ("mother-in-law").
struct Word {
    kinship: Kinship,
    tokens: Range<usize>,
}

impl Reader<'_, '_> {
    fn sentence(&mut self, tokens: Range<usize>) {
        let mut shared: Option<(Vec<End>, usize)> = None;
        let mut at = tokens.start;
        while at < tokens.end {
            let tags = self.document.tags(at);
            if tags.any(Tags::KINSHIP) {
                if let Some(word) = self.word(at) {
                    let next = word.tokens.end;
                    self.kinship(&word, &tokens, &mut shared);
                    at = next;
                    continue;
                }
            } else {
                self.verb(at, &tokens);
            }
            at += 1;
        }
        self.subject = self.subject_in(&tokens).or_else(|| self.subject.take());
    }

    /// The word of kinship at `at`, with what is joined to it by hyphens.
    fn word(&self, at: usize) -> Option<Word> {
        let document = self.document;
        let lower = fold(document.lower(at));
        let is_in_law = document.joined(at)
            && document.joined(at + 1)
            && document.lower(at + 2) == "in"
            && document.joined(at + 2)
            && document.lower(at + 4) == "law";
        if is_in_law {
            let singular = lower.strip_suffix('s').unwrap_or(&lower);
            let kinship = Kinship::of(&format!("{singular}-in-law"))?;
            return Some(Word {
                kinship,
                tokens: at..at + 5,
            });
        }
        let prefixed = at >= 2 && document.joined(at - 1) && document.joined(at - 2);
        if prefixed {
            let prefix = document.lower(at - 2);
            if matches!(prefix, "ex" | "half" | "great" | "step") {
                let kinship = Kinship::of(&format!("{prefix}-{lower}"))?;
                return Some(Word {
                    kinship,
                    tokens: at - 2..at + 1,
                });
            }
            return None;
        }
        // "Father Brown", "Sister Mary": a title, not kin.
        if document.tokens().get(at)?.capital && self.name_from(at + 1).is_some() && at > 0 {
            let opens = document.tokens()[at - 1].kind == TokenKind::Stop;
            if !opens && !document.tags(at - 1).any(Tags::POSSESSIVE) {
                return None;
            }
        }
        Some(Word {
            kinship: Kinship::of(&lower)?,
            tokens: at..at + 1,
        })
    }

    fn kinship(&mut self, word: &Word, sentence: &Range<usize>, shared: &mut Option<(Vec<End>, usize)>) {
        let (mut of, start) = self.possessor(word, sentence);
        let mut end = word.tokens.end;
        if of.is_empty()
            && let Some((names, after)) = self.of_names(end, sentence)
        {
            of = names;
            end = after;
        }
        if of.is_empty()
            && let Some((ends, until)) = shared.as_ref()
            && self.is_list_gap(*until..start)
        {
            of = ends.clone();
        }
        if of.is_empty() {
            return;
        }
        let (is, until) = self.holders(word, start, end, sentence);
        *shared = Some((of.clone(), until.max(end)));
        for holder in &is {
            for owner in &of {
                if owner.tokens != holder.tokens && owner.name != holder.name {
                    self.push(word.kinship, word.tokens.start, owner.clone(), holder.clone());
                }
            }
        }
    }

    /// Whose: a possessive before the word, with its adjectives between; and where the phrase begins.
    fn possessor(&self, word: &Word, sentence: &Range<usize>) -> (Vec<End>, usize) {
        let document = self.document;
        let mut start = word.tokens.start;
        for at in (sentence.start..word.tokens.start).rev().take(MODIFIERS + 1) {
            let token = document.tokens()[at];
            if token.kind == TokenKind::Possessive {
                let owners = self.names_to(at);
                let start = owners.first().map_or(at, |end| end.tokens.start);
                return (owners, start);
            }
            if token.tags.any(Tags::POSSESSIVE) {
                return (self.pronoun(at, sentence).into_iter().collect(), at);
            }
            // "Charles' wife"
            if token.kind == TokenKind::Quote
                && at > 0
                && document.joined(at - 1)
                && document.lower(at - 1).ends_with('s')
            {
                let owners = self.names_to(at);
                if let Some(first) = owners.first() {
                    let start = first.tokens.start;
                    return (owners, start);
                }
                break;
            }
            if token.tags.any(Tags::DETERMINER) {
                return (Vec::new(), at);
            }
            let is_modifier = (token.is_word() || token.kind == TokenKind::Dash || token.is_number())
                && !token.tags.any(
                    Tags::BE
                        .or(Tags::CONJUNCTION)
                        .or(Tags::PREPOSITION)
                        .or(Tags::PRONOUN),
                );
            if !is_modifier {
                break;
            }
            start = at;
        }
        (Vec::new(), start)
    }

    /// "of X and Y", "to X": the names after the word of kinship, and where they end.
    fn of_names(&self, at: usize, sentence: &Range<usize>) -> Option<(Vec<End>, usize)> {
        if !matches!(self.document.lower(at), "of" | "to") {
            return None;
        }
        let pronoun = self.document.tags(at + 1);
        if pronoun.any(Tags::PRONOUN) && matches!(self.document.lower(at + 1), "him" | "her") {
            return Some((self.pronoun(at + 1, sentence).into_iter().collect(), at + 2));
        }
        let first = self.name_near(at + 1)?;
        let (names, end) = self.list(first, false);
        Some((names, end))
    }

    /// Who: the names that the word of kinship goes with, and where they end.
    fn holders(&self, word: &Word, start: usize, end: usize, sentence: &Range<usize>) -> (Vec<End>, usize) {
        let document = self.document;
        let plural = document.lower(word.tokens.start).ends_with('s')
            || document.lower(word.tokens.start) == "children";
        // "his mother Yelena"
        if let Some(name) = self
            .name_near(end)
            .filter(|_| document.tokens().get(end).is_some_and(|t| t.is_word()))
        {
            return self.list(name, plural);
        }
        // "Yelena, his mother" and "Yelena is his mother"
        if let Some(name) = self.before(start, sentence) {
            return (vec![name], end);
        }
        // "his mother, Yelena", "his mother is Yelena", "his mother (Yelena)"
        let skipped = match document.tokens().get(end) {
            Some(token)
                if token.kind == TokenKind::Comma
                    || token.kind == TokenKind::Dash
                    || token.kind == TokenKind::Open =>
            {
                1
            }
            Some(token) if token.tags.any(Tags::BE) && token.is_word() => 1,
            Some(_) if matches!(document.lower(end), "named" | "called" | "by") => 1,
            _ => return (Vec::new(), end),
        };
        match self
            .name_near(end + skipped)
            .filter(|name| name.end <= sentence.end)
        {
            Some(name) => self.list(name, plural),
            None => (Vec::new(), end),
        }
    }

    /// The name to which a phrase that begins at `start` is an apposition or a predicate.
    fn before(&self, start: usize, sentence: &Range<usize>) -> Option<End> {
        let document = self.document;
        let mut at = start.checked_sub(1).filter(|&at| at >= sentence.start)?;
        let mut token = document.tokens()[at];
        if token.tags.any(Tags::DETERMINER) {
            at = at.checked_sub(1).filter(|&at| at >= sentence.start)?;
            token = document.tokens()[at];
        }
        let mut links = 0;
        while links < 3
            && (token.tags.any(Tags::BE.or(Tags::ADVERB))
                || matches!(
                    document.lower(at),
                    "became" | "as" | "been" | "has" | "who" | "also" | "the"
                ))
        {
            links += 1;
            at = at.checked_sub(1).filter(|&at| at >= sentence.start)?;
            token = document.tokens()[at];
        }
        let linked = links > 0
            || token.kind == TokenKind::Comma && document.word(at) == ","
            || token.kind == TokenKind::Open;
        if !linked {
            return None;
        }
        if links > 0 && token.kind != TokenKind::Comma {
            return self.name_to(at + 1).or_else(|| {
                let pronoun = token.tags.any(Tags::PRONOUN) && matches!(document.lower(at), "he" | "she");
                if pronoun { self.pronoun(at, sentence) } else { None }
            });
        }
        self.name_to(at)
    }

    /// Verbs that state a relation: "married", "born to".
    fn verb(&mut self, at: usize, sentence: &Range<usize>) {
        let document = self.document;
        match document.lower(at) {
            "married" | "marries" | "wed" | "wedded" | "remarried" => {
                let Some(spouse) = Kinship::of("spouse") else {
                    return;
                };
                let after = if matches!(document.lower(at + 1), "to") {
                    at + 2
                } else {
                    at + 1
                };
                let Some(other) = self.name_near(after) else {
                    return;
                };
                let mut before = at;
                while before > sentence.start
                    && (document
                        .tags(before - 1)
                        .any(Tags::BE.or(Tags::AUXILIARY).or(Tags::ADVERB))
                        || document.lower(before - 1).ends_with("ly"))
                {
                    before -= 1;
                }
                let one = self
                    .name_to(before)
                    .or_else(|| self.subject_before(before, sentence));
                if let Some(one) = one {
                    self.push(spouse, at, one, self.end(other));
                }
            }
            "born" => {
                let Some(parent) = Kinship::of("parent") else {
                    return;
                };
                let Some(to) = (at + 1..sentence.end.min(at + 12)).find(|&to| document.lower(to) == "to")
                else {
                    return;
                };
                let Some(first) = self.name_near(to + 1) else {
                    return;
                };
                let Some(child) = self.subject_before(at, sentence) else {
                    return;
                };
                for holder in self.list(first, true).0 {
                    self.push(parent, at, child.clone(), holder);
                }
            }
            _ => {}
        }
    }

    fn push(&mut self, kinship: Kinship, word: usize, of: End, is: End) {
        let start = of.tokens.start.min(is.tokens.start).min(word);
        let end = of.tokens.end.max(is.tokens.end).max(word + 1);
        self.found.push(Mention {
            span: self.document.span(start..end),
            tokens: start..end,
            sentence: self.document.sentence_of(word),
            value: Value::Relation(RelationMention {
                kinship,
                word,
                of,
                is,
            }),
        });
    }

    /// Whom a pronoun at `at` stands for: the name joined to it by "and", else what the sentence is about, else what the
    /// one before was about.
    fn pronoun(&self, at: usize, sentence: &Range<usize>) -> Option<End> {
        let joined = at
            .checked_sub(1)
            .filter(|&before| matches!(self.document.lower(before), "and" | "with" | ","))
            .and_then(|before| self.name_to(before));
        let name = joined
            .map(|end| end.tokens)
            .or_else(|| self.subject_before(at, sentence).map(|end| end.tokens));
        let name = name.or_else(|| self.subject.clone());
        Some(End {
            tokens: at..at + 1,
            name: name.map(|tokens| self.text(tokens)),
            is_pronoun: true,
        })
    }

    /// The first name of the sentence before `at` that can be a person.
    fn subject_before(&self, at: usize, sentence: &Range<usize>) -> Option<End> {
        self.subject_in(&(sentence.start..at))
            .map(|tokens| self.end(tokens))
    }

    fn subject_in(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        let from = self.names.partition_point(|name| name.start < tokens.start);
        self.names[from..]
            .iter()
            .take_while(|name| name.end <= tokens.end)
            .take(LIST)
            .find(|name| !self.is_place(name.start))
            .cloned()
    }

    /// Whether a name stands after a preposition of place.
    fn is_place(&self, at: usize) -> bool {
        at > 0
            && matches!(
                self.document.lower(at - 1),
                "in" | "at" | "from" | "near" | "into" | "of"
            )
    }

    /// The name that begins at `at`, after titles and a determiner.
    fn name_near(&self, at: usize) -> Option<Range<usize>> {
        let next = self.names.partition_point(|name| name.start < at);
        let name = self.names.get(next)?;
        let skippable = |at: usize| {
            let token = self.document.tokens()[at];
            token
                .tags
                .any(Tags::TITLE.or(Tags::ROLE).or(Tags::DEMONYM).or(Tags::DETERMINER))
                || token.kind == TokenKind::Quote
                || (token.kind == TokenKind::Stop && self.document.joined(at.saturating_sub(1)))
        };
        (name.start <= at + 4 && (at..name.start).all(skippable)).then(|| name.clone())
    }

    fn name_from(&self, at: usize) -> Option<&Range<usize>> {
        let next = self.names.partition_point(|name| name.start < at);
        self.names.get(next).filter(|name| name.start == at)
    }

    /// The name that ends just before `at`, brackets left out.
    fn name_to(&self, at: usize) -> Option<End> {
        let mut end = at;
        if end > 0 && self.document.tokens().get(end - 1)?.kind == TokenKind::Close {
            let open = (end.saturating_sub(12)..end)
                .rev()
                .find(|&i| self.document.tokens()[i].kind == TokenKind::Open)?;
            end = open;
        }
        let last = self
            .names
            .partition_point(|name| name.end <= end)
            .checked_sub(1)?;
        let name = self.names.get(last)?;
        (name.end == end).then(|| self.end(name.clone()))
    }

    /// The names that end just before `at`: "Kim and Robin's mother".
    fn names_to(&self, at: usize) -> Vec<End> {
        let Some(last) = self.name_to(at) else {
            return Vec::new();
        };
        let and = last
            .tokens
            .start
            .checked_sub(1)
            .filter(|&and| self.document.lower(and) == "and");
        match and.and_then(|and| self.name_to(and)) {
            Some(first) => vec![first, last],
            None => vec![last],
        }
    }

    /// The list of names that begins with `first`: "X and Y", and with commas where `commas` is set.
    fn list(&self, first: Range<usize>, commas: bool) -> (Vec<End>, usize) {
        let mut end = first.end;
        let mut names = vec![self.end(first)];
        while names.len() < LIST {
            let mut at = end;
            let mut gap = false;
            if commas && self.document.word(at) == "," {
                at += 1;
                gap = true;
            }
            if self.document.lower(at) == "and" {
                at += 1;
                gap = true;
            }
            let Some(next) = gap.then(|| self.name_near(at)).flatten() else {
                break;
            };
            // "his wife Ann and Bob's brother": the name is a possessor of its own.
            if self
                .document
                .tokens()
                .get(next.end)
                .is_some_and(|token| token.kind == TokenKind::Possessive)
            {
                break;
            }
            end = next.end;
            names.push(self.end(next));
        }
        (names, end)
    }

    /// Whether only commas, "and" and adjectives stand in a gap between two words of kinship.
    fn is_list_gap(&self, gap: Range<usize>) -> bool {
        gap.start <= gap.end
            && gap.len() <= 6
            && gap.clone().all(|at| {
                self.document.word(at) == ","
                    || matches!(self.document.lower(at), "and" | "the" | "a")
                    || self.document.tokens()[at].kind == TokenKind::Open
                    || self.document.tokens()[at].kind == TokenKind::Close
            })
    }

    fn end(&self, tokens: Range<usize>) -> End {
        End {
            name: Some(self.text(tokens.clone())),
            tokens,
            is_pronoun: false,
        }
    }

    fn text(&self, tokens: Range<usize>) -> String {
        self.document.span(tokens).of(self.document.text()).to_owned()
    }
}
