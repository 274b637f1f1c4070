//! Dates, times and periods in a document.
//!
//! Each form of a date is a function from a place in the text to what it found there, as it is written; what the
//! wording leaves out is completed afterwards, in the order of the text, by `context`.

mod absolute;
mod clock;
mod context;
mod numeric;
mod period;
mod relative;
mod text;
mod year;

use jiff::civil::{Date, Weekday};

use self::context::Context;
use self::text::Text;
use super::{Mention, Value};
use crate::document::{Document, Tags};
use crate::value::date::calendar::{Season, Step};
use crate::value::date::{Clock, Part};

/// A date as it is written.
#[derive(Clone, Debug)]
struct Found {
    /// Its first token.
    start: usize,
    /// The token after its last.
    end: usize,
    core: Core,
    part: Part,
    approximate: bool,
    /// The times of day that it may mean.
    clocks: Vec<Clock>,
}

/// What a date says of the day, before the text around it completes it.
#[derive(Clone, Debug, PartialEq)]
enum Core {
    /// Parts of a calendar date.
    Calendar(Calendar),
    /// A season, with its year or without.
    Season(Season, Option<i16>),
    /// A season of the year before or after the one that is spoken of.
    SeasonFrom(Season, Base, i32),
    /// Days that need nothing more, the likeliest reading first.
    Days(Vec<(Date, Date)>),
    /// A number of steps from a point.
    Step { base: Base, count: i32, step: Step },
    /// A half or quarter of a year that another word names.
    Fraction { base: Base, months: i8, number: i8 },
    /// A weekday before or after the base.
    WeekdayFrom(Weekday, i32),
    /// A month before or after the base.
    MonthFrom(i8, i32),
    /// Nothing: a time of day alone.
    Clock,
    /// Nothing that a calendar could place.
    Vague,
}

/// From where a relative date counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Base {
    /// The day of the article.
    Published,
    /// The date last spoken of.
    Focus,
}

/// Parts of a calendar date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Calendar {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    weekday: Option<Weekday>,
}

impl Found {
    fn new(start: usize, end: usize, core: Core) -> Self {
        Self {
            start,
            end,
            core,
            part: Part::Whole,
            approximate: false,
            clocks: Vec::new(),
        }
    }
}

/// What can begin a date, besides a number.
const OPENERS: Tags = Tags::MONTH
    .or(Tags::WEEKDAY)
    .or(Tags::SEASON)
    .or(Tags::CARDINAL)
    .or(Tags::ORDINAL)
    .or(Tags::TIME_UNIT)
    .or(Tags::RELATIVE)
    .or(Tags::CLOCK)
    .or(Tags::DATE_OPENER);

/// Appends every date of `document` to `mentions`; `published` places what only the article's own date can place.
pub(crate) fn extract(document: &Document<'_>, published: Option<Date>, mentions: &mut Vec<Mention>) {
    let text = Text::new(document);
    let mut context = Context::new(published);
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if !(text.is_number(at) || text.has(at, OPENERS) || text.word(at) == "'") {
            at += 1;
            continue;
        }
        found.clear();
        date_at(&text, at, &mut found);
        let mut next = at + 1;
        for date in found.drain(..) {
            next = next.max(date.end);
            let tokens = text.index(date.start)..text.index(date.end - 1) + 1;
            mentions.push(Mention {
                span: document.span(tokens.clone()),
                sentence: document.sentence_of(tokens.start),
                tokens,
                value: Value::Date(context.place(&text, &date)),
            });
        }
        at = next;
    }
}

/// The dates that begin here: none, one, or several that share a month or year ("6-7 January").
fn date_at(text: &Text<'_, '_>, at: usize, out: &mut Vec<Found>) {
    let from = out.len();
    let _ = period::hedged(text, at, out)
        || numeric::date(text, at, out)
        || clock::time(text, at, out)
        || period::part_of_day(text, at, out)
        || period::part(text, at, out)
        || relative::date(text, at, out)
        || absolute::date(text, at, out)
        || period::named(text, at, out)
        || year::date(text, at, out);
    if let Some(last) = out.get_mut(from..).and_then(|found| found.last_mut()) {
        clock::suffix(text, last);
    }
}
