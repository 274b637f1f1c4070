//! Two ages of one person, two figures for the same count.

use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::people::People;
use super::{Alarm, Text};
use crate::claim::Severity;
use crate::document::{Tags, TokenKind};
use crate::mention::{Count, Mention, Value};
use crate::report::Check;
use crate::text::{Span, fold};
use crate::value::name::Name;
use crate::value::quantity::Bound;
use crate::value::unit::{Unit, digits};

/// No more ages of an article are held against each other than these.
const MOST: usize = 64;
/// No more ages and figures of an article are looked at than these.
const LOOKED_AT: usize = 256;
/// How many words may stand between "29-year-old" and the name.
const DESCRIPTION: usize = 3;
/// How many times as large the larger of two rival figures may be.
const NEAR: f64 = 1.5;
/// Words that make an age or a figure one of another day, or of another group.
const APART: &[&str] = &[
    "when",
    "then",
    "time",
    "turned",
    "turning",
    "birthday",
    "another",
    "other",
    "more",
    "further",
    "additional",
    "initially",
    "earlier",
    "previously",
    "first",
    "later",
    "total",
    "only",
    "each",
    "every",
    "per",
    "since",
    "so",
    "now",
];

/// Adds alarms for ages and counts of which the article gives two.
pub(super) fn check(text: &Text<'_, '_>, alarms: &mut Vec<Alarm>) {
    ages(text, alarms);
    counts(text, alarms);
}

fn ages(text: &Text<'_, '_>, alarms: &mut Vec<Alarm>) {
    let all = text.mentions.iter().filter_map(|mention| match &mention.value {
        Value::Count(count) => Some((mention, count)),
        _ => None,
    });
    let years = |count: &Count| matches!(count.unit, Some(Unit::Age(measure)) if measure.symbol == "year");
    let ages: Vec<(&Mention, f64, &str, Rc<Name>)> = all
        .filter(|(_, count)| years(count) && is_exact(count))
        .filter_map(|(mention, count)| Some((mention, count.quantity.number, bearer(text, mention)?)))
        .take(LOOKED_AT)
        .filter(|(mention, ..)| !is_apart(text, mention))
        .map(|(mention, age, name)| (mention, age, name, Name::remembered(name)))
        .take(MOST)
        .collect();
    let people = People::new(text);
    for (at, (mention, age, bearer, name)) in ages.iter().enumerate() {
        let mut others = ages.iter().take(at);
        let before = others.find(|(_, other, _, before)| other != age && people.are_one(before, name));
        let Some((before, other, ..)) = before else {
            continue;
        };
        let message = format!("two ages of {bearer}: {} and {}", digits(*other), digits(*age));
        alarms.push(two(text, message, mention.span, before.span));
    }
}

/// The name in apposition to an age: "Kim Roe, 29,", "29-year-old Kim Roe".
fn bearer<'m>(text: &Text<'m, '_>, age: &Mention) -> Option<&'m str> {
    let document = text.document;
    let kind = |at: usize| document.tokens().get(at).map(|token| token.kind);
    let name = |found: &dyn Fn(&Range<usize>) -> bool| {
        let near = text
            .mentions
            .partition_point(|mention| mention.span.start < age.span.start);
        let near = near.saturating_sub(4)..(near + 6).min(text.mentions.len());
        text.mentions
            .get(near)?
            .iter()
            .find_map(|mention| match &mention.value {
                Value::Name(name) if found(&mention.tokens) => Some(name.name.as_str()),
                _ => None,
            })
    };
    let ends = matches!(
        kind(age.tokens.end),
        None | Some(TokenKind::Comma | TokenKind::Close | TokenKind::Stop)
    );
    let before = age.tokens.start.checked_sub(1)?;
    if ends && matches!(kind(before), Some(TokenKind::Comma | TokenKind::Open)) {
        return name(&|tokens| tokens.end == before);
    }
    if !text.words(age.span).ends_with("old") {
        return None;
    }
    let plain = |at: usize| {
        kind(at) == Some(TokenKind::Word) && !document.tags(at).any(Tags::PREPOSITION.or(Tags::CONJUNCTION))
    };
    let from = age.tokens.end;
    let reach = (from..from + DESCRIPTION).take_while(|&at| plain(at)).count();
    name(&|tokens| tokens.start >= from && tokens.start <= from + reach)
}

/// A count as the text gives it, and what must be the same for two of them to be of one thing.
struct Figure<'m> {
    mention: &'m Mention,
    number: f64,
    names: Vec<String>,
}

/// "369 Northern inmates were freed" beside "396 Northern inmates were freed".
fn counts(text: &Text<'_, '_>, alarms: &mut Vec<Alarm>) {
    let mut seen: FxHashMap<(String, String), Figure<'_>> = FxHashMap::default();
    let framed = text.mentions.iter().filter_map(|mention| match &mention.value {
        Value::Count(count) => Some((mention, count, frame(text, mention, count)?)),
        _ => None,
    });
    for (mention, count, key) in framed.take(LOOKED_AT) {
        if is_apart(text, mention) {
            continue;
        }
        let figure = Figure {
            mention,
            number: count.quantity.number,
            names: names(text, mention.sentence),
        };
        match seen.get(&key) {
            None => {
                seen.insert(key, figure);
            }
            Some(before) if are_rivals(before.number, figure.number) && before.names == figure.names => {
                let message = format!(
                    "two figures for the same {}: {} and {}",
                    key.0,
                    digits(before.number),
                    digits(figure.number)
                );
                alarms.push(two(text, message, mention.span, before.mention.span));
            }
            Some(_) => {}
        }
    }
}

/// Whether two figures differ as a wrong one does from a right one: far apart they are of two things.
fn are_rivals(one: f64, other: f64) -> bool {
    one != other && one.max(other) <= NEAR * one.min(other)
}

/// The words of the unit, with an adjective at least, and the verb behind them; `None` for what is not said plainly.
fn frame(text: &Text<'_, '_>, mention: &Mention, count: &Count) -> Option<(String, String)> {
    let is_plain = matches!(count.unit, Some(Unit::Noun(_))) && is_exact(count) && count.part_of.is_none();
    if !is_plain || count.quantity.number < 3.0 {
        return None;
    }
    let unit = count.unit_span.of(text.document.text());
    let mut at = mention.tokens.end;
    let mut passive = false;
    while text.document.tags(at).any(Tags::BE.or(Tags::AUXILIARY)) {
        passive = true;
        at += 1;
    }
    let verb = text.document.lower(at);
    let is_verb = passive && (verb.ends_with("ed") || verb.ends_with("en"));
    let unit = is_verb.then(|| fold(unit)).filter(|unit| unit.contains(' '))?;
    Some((unit, verb.to_owned()))
}

/// The names and dates of a sentence: figures of other places and days are no contradiction.
fn names(text: &Text<'_, '_>, sentence: usize) -> Vec<String> {
    let tokens = text.sentence(sentence);
    let from = text
        .mentions
        .partition_point(|mention| mention.tokens.start < tokens.start);
    let here = text
        .mentions
        .iter()
        .skip(from)
        .take_while(|mention| mention.sentence == sentence);
    let said = here.filter(|mention| matches!(mention.value, Value::Name(_) | Value::Date(_)));
    let mut names: Vec<String> = said
        .map(|mention| fold(mention.span.of(text.document.text())))
        .collect();
    names.sort_unstable();
    names
}

fn is_exact(count: &Count) -> bool {
    count.quantity.bound == Bound::Exact && count.quantity.grain <= 1.0
}

/// Whether the sentence says that the figure is of another day or another group.
fn is_apart(text: &Text<'_, '_>, mention: &Mention) -> bool {
    text.sentence(mention.sentence)
        .any(|at| APART.contains(&text.document.lower(at)))
}

fn two(text: &Text<'_, '_>, what: String, span: Span, before: Span) -> Alarm {
    Alarm {
        check: Check::SelfContradiction,
        severity: Severity::Warning,
        message: format!("the article gives {what}"),
        help: "let the article give one figure, or say what parts them".to_owned(),
        span,
        others: vec![(before, format!("{} here", text.words(before)))],
    }
}
