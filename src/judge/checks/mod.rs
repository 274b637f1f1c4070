//! Checks that need no claim: a weekday that does not fall on its date, parts that do not add up to the total beside them,
//! two values for one thing.
//!
//! A false alarm is worse here than a miss, for no sheet can quiet it: each check reads plain constructions only.

mod count;
mod kin;
mod people;
mod sum;
mod weekday;

use std::ops::Range;

use jiff::civil::Date;

use crate::article::Article;
use crate::claim::Severity;
use crate::document::Document;
use crate::mention::Mention;
use crate::report::{Check, CheckFinding};
use crate::text::Span;

/// What is looked at.
struct Text<'a, 't> {
    document: &'a Document<'t>,
    mentions: &'a [Mention],
    published: Option<Date>,
}

/// An alarm, in words of the document.
struct Alarm {
    check: Check,
    severity: Severity,
    message: String,
    help: String,
    /// The words that are marked.
    span: Span,
    /// Other words that have to do with it, and what they are.
    others: Vec<(Span, String)>,
}

/// What is wrong with an article whatever the claims, in the order of the text.
pub(crate) fn checks(article: &Article, document: &Document<'_>, mentions: &[Mention]) -> Vec<CheckFinding> {
    let text = Text {
        document,
        mentions,
        published: article.published,
    };
    let mut alarms = Vec::new();
    weekday::check(&text, &mut alarms);
    sum::check(&text, &mut alarms);
    kin::check(&text, &mut alarms);
    count::check(&text, &mut alarms);
    alarms.sort_by_key(|alarm| (alarm.span, alarm.check));
    alarms
        .into_iter()
        .map(|alarm| finding(article, document, alarm))
        .collect()
}

fn finding(article: &Article, document: &Document<'_>, alarm: Alarm) -> CheckFinding {
    let span = article.in_source(alarm.span);
    let token = document
        .tokens()
        .partition_point(|token| (token.end as usize) <= alarm.span.start);
    let sentence = document.sentences().get(document.sentence_of(token));
    let others = alarm
        .others
        .into_iter()
        .map(|(span, label)| (article.in_source(span), label));
    CheckFinding {
        check: alarm.check,
        severity: alarm.severity,
        message: alarm.message,
        quote: span.of(article.source()).to_owned(),
        others: others.collect(),
        help: alarm.help,
        sentence: sentence.map_or(span, |sentence| {
            article.in_source(document.span(sentence.tokens.clone()))
        }),
        span,
    }
}

impl Text<'_, '_> {
    /// The words of a span, with single blanks.
    fn words(&self, span: Span) -> String {
        span.of(self.document.text())
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Whether the words at `at` are these, in lower case.
    fn reads(&self, at: usize, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(index, word)| self.document.lower(at + index) == *word)
    }

    /// The tokens of a sentence.
    fn sentence(&self, index: usize) -> Range<usize> {
        self.document
            .sentences()
            .get(index)
            .map_or(0..0, |sentence| sentence.tokens.clone())
    }
}
