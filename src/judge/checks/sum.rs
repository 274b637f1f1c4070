//! Parts that do not add up to the total stated beside them: "369 people, 333 of them from the north and the other 46 …".
//!
//! A total's parts are taken to be all of it only where the text says so ("the other 36", "the remaining 36", "made up of"),
//! or where it lists parts of the total's own kind that come to more than it.

use super::{Alarm, Text};
use crate::claim::Severity;
use crate::document::{Tags, TokenKind};
use crate::mention::{Count, Mention, Value};
use crate::report::Check;
use crate::value::quantity::Bound;
use crate::value::unit::{Unit, digits};

/// How many words may stand between a total and the word that opens its parts.
const REACH: usize = 12;

/// A plain number of things.
struct Number<'m> {
    mention: &'m Mention,
    count: &'m Count,
}

/// How the text opens the parts of a total.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opener {
    /// "made up of", "consisting of": all of it follows.
    All,
    /// "including", "of whom", "of them": some of it follows.
    Some,
}

/// Adds an alarm for each total whose parts do not come to it.
pub(super) fn check(text: &Text<'_, '_>, alarms: &mut Vec<Alarm>) {
    let numbers: Vec<Number<'_>> = text.mentions.iter().filter_map(plain).collect();
    let mut at = 0;
    while at < numbers.len() {
        let parts = parts(text, &numbers, at);
        if let Some(alarm) = parts.as_ref().and_then(|parts| judge(text, &numbers, at, parts)) {
            alarms.push(alarm);
        }
        // A part is no total of parts of its own.
        at = parts.map_or(at + 1, |parts| parts.end.max(at + 1));
    }
}

/// The parts of a total, as indices of the numbers, and whether the text says that they are all of it.
struct Parts {
    start: usize,
    end: usize,
    are_all: bool,
}

fn plain(mention: &Mention) -> Option<Number<'_>> {
    let Value::Count(count) = &mention.value else {
        return None;
    };
    let counts = matches!(count.unit, None | Some(Unit::Noun(_)));
    let quantity = &count.quantity;
    let is_whole = quantity.number >= 1.0 && quantity.number.fract() == 0.0;
    (counts && quantity.bound == Bound::Exact && quantity.grain <= 1.0 && is_whole)
        .then_some(Number { mention, count })
}

/// Whether a mention counts things without saying how many exactly: with such a part no sum can be made.
fn is_vague(mention: &Mention) -> bool {
    let counts =
        matches!(&mention.value, Value::Count(count) if matches!(count.unit, None | Some(Unit::Noun(_))));
    counts && plain(mention).is_none()
}

/// The parts that follow the total at `at`.
fn parts(text: &Text<'_, '_>, numbers: &[Number<'_>], at: usize) -> Option<Parts> {
    let total = numbers.get(at)?;
    if !matches!(total.count.unit, Some(Unit::Noun(_))) {
        return None;
    }
    let sentence = text.sentence(total.mention.sentence);
    let first = numbers.get(at + 1)?;
    let in_sentence = first.mention.sentence == total.mention.sentence;
    let opener = in_sentence.then(|| opener(text, total, first)).flatten();
    let until = if opener.is_some() {
        total.mention.sentence
    } else {
        total.mention.sentence + 1
    };
    let mut end = at + 1;
    let mut rest = false;
    while let Some(part) = numbers
        .get(end)
        .filter(|part| part.mention.sentence <= until && end <= at + 8)
    {
        if !is_listed(text, numbers, at, end, opener) {
            break;
        }
        rest |= is_rest(text, part.mention.tokens.start);
        end += 1;
        if rest {
            break;
        }
    }
    let last = numbers.get(end - 1).map_or(0, |last| last.mention.tokens.start);
    let from = text
        .mentions
        .partition_point(|mention| mention.tokens.start <= total.mention.tokens.end);
    let mut between = text
        .mentions
        .iter()
        .skip(from)
        .take_while(|mention| mention.tokens.start < last);
    let uncounted = between.any(is_vague);
    if uncounted || end < at + 3 || opener.is_none() && !rest || sentence.is_empty() {
        return None;
    }
    Some(Parts {
        start: at + 1,
        end,
        are_all: rest || opener == Some(Opener::All),
    })
}

/// What opens the parts between a total and the number after it.
fn opener(text: &Text<'_, '_>, total: &Number<'_>, first: &Number<'_>) -> Option<Opener> {
    let from = total.mention.tokens.end;
    let until = first.mention.tokens.start;
    if until < from || until - from > REACH {
        return first
            .count
            .part_of
            .is_some_and(|whole| total.mention.span.contains(whole))
            .then_some(Opener::Some);
    }
    let all: [&[&str]; 5] = [
        &["made", "up", "of"],
        &["consisting", "of"],
        &["comprising"],
        &["composed", "of"],
        &["namely"],
    ];
    let some: [&[&str]; 5] = [
        &["including"],
        &["of", "whom"],
        &["of", "them"],
        &["of", "which"],
        &["among", "them"],
    ];
    for at in from..until {
        if all.iter().any(|words| text.reads(at, words)) {
            return Some(Opener::All);
        }
        if some.iter().any(|words| text.reads(at, words)) {
            return Some(Opener::Some);
        }
    }
    first
        .count
        .part_of
        .is_some_and(|whole| total.mention.span.contains(whole))
        .then_some(Opener::Some)
}

/// Whether the number at `at` goes on with the parts: less than the total, joined to the part before it, of its kind.
fn is_listed(
    text: &Text<'_, '_>,
    numbers: &[Number<'_>],
    total: usize,
    at: usize,
    opener: Option<Opener>,
) -> bool {
    let (Some(total), Some(part)) = (numbers.get(total), numbers.get(at)) else {
        return false;
    };
    if part.count.quantity.number >= total.count.quantity.number || !same_kind(total.count, part.count) {
        return false;
    }
    let before = numbers
        .get(at.wrapping_sub(1))
        .map_or(0, |before| before.mention.tokens.end);
    let joins = (before..part.mention.tokens.start).any(|at| {
        text.document.tags(at).any(Tags::CONJUNCTION)
            || text
                .document
                .tokens()
                .get(at)
                .is_some_and(|token| matches!(token.kind, TokenKind::Comma | TokenKind::Stop))
    });
    let is_first = part.mention.tokens.start == numbers.get(at).map_or(0, |part| part.mention.tokens.start)
        && total.mention.tokens.end == before;
    match opener {
        Some(_) => is_first || joins,
        // Without a word that opens them only "A …, the other B" is read.
        None => is_first && is_part(text, part) || is_rest(text, part.mention.tokens.start),
    }
}

/// "36 are …", "36 of those …": a part of what was counted before.
fn is_part(text: &Text<'_, '_>, part: &Number<'_>) -> bool {
    let end = part.mention.tokens.end;
    let of = text.document.lower(end) == "of"
        && matches!(text.document.lower(end + 1), "them" | "those" | "these" | "whom");
    of || text.document.tags(end).any(Tags::BE)
}

/// Whether two counts may count the same: the same noun, or a part that leaves it out.
fn same_kind(total: &Count, part: &Count) -> bool {
    match (&total.unit, &part.unit) {
        (Some(Unit::Noun(total)), Some(Unit::Noun(part))) => total == part,
        (_, None) => true,
        _ => false,
    }
}

/// "the other 36", "the remaining 36": with it the parts are all.
fn is_rest(text: &Text<'_, '_>, at: usize) -> bool {
    let rest = |at: usize| matches!(text.document.lower(at), "other" | "remaining");
    at >= 2 && text.document.lower(at - 2) == "the" && rest(at - 1)
        || rest(at) && text.document.lower(at.wrapping_sub(1)) == "the"
}

fn judge(text: &Text<'_, '_>, numbers: &[Number<'_>], at: usize, parts: &Parts) -> Option<Alarm> {
    let total = numbers.get(at)?;
    let listed = numbers.get(parts.start..parts.end)?;
    let sum: f64 = listed.iter().map(|part| part.count.quantity.number).sum();
    let said = total.count.quantity.number;
    if sum == said || !parts.are_all && sum < said {
        return None;
    }
    let figures: Vec<String> = listed
        .iter()
        .map(|part| digits(part.count.quantity.number))
        .collect();
    let others = listed.iter().map(|part| (part.mention.span, "a part".to_owned()));
    Some(Alarm {
        check: Check::Sum,
        severity: Severity::Error,
        message: format!(
            "{} make {}, not {}",
            figures.join(" + "),
            digits(sum),
            digits(said)
        ),
        help: format!("correct a part, or the total to {}", digits(sum)),
        span: text.document.span(total.mention.tokens.clone()),
        others: others.collect(),
    })
}
