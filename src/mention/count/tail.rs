//! What stands after a number and says what it counts: percent, money, measures, ages, nouns.

use super::age;
use super::noun;
use super::numeral::{self, Form};
use super::reader::Reader;
use crate::document::Tags;
use crate::value::number;
use crate::value::unit::{Dimension, Measure, Unit, currency};

/// The unit after a number.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tail {
    pub(super) unit: Unit,
    /// What the number is to be multiplied with: 0.01 for cents.
    pub(super) factor: f64,
    /// The words of the unit, as tokens.
    pub(super) phrase: (usize, usize),
    /// The token after the last.
    pub(super) end: usize,
}

impl Tail {
    fn new(unit: Unit, start: usize, end: usize) -> Self {
        Self {
            unit,
            factor: 1.0,
            phrase: (start, end),
            end,
        }
    }
}

/// Reads the unit that begins at `at`, after `number`.
pub(super) fn read(r: &Reader<'_>, at: usize, number: f64, form: Form) -> Option<Tail> {
    // "half an hour", "three quarters of a mile".
    if number.fract() != 0.0
        && let Some(found) = of_a(r, at).and_then(|at| find_measure(r, at, true).map(|found| (at, found)))
    {
        let (start, (unit, end)) = found;
        return Some(Tail::new(Unit::Measure(unit), start, end));
    }
    percent(r, at)
        .or_else(|| basis_points(r, at))
        .or_else(|| pounds(r, at))
        .or_else(|| age::after(r, at))
        .or_else(|| hyphened(r, at))
        .or_else(|| money(r, at))
        .or_else(|| measure(r, at))
        .or_else(|| times(r, at))
        .or_else(|| counted(r, at, number, form))
}

/// Past "a", "of" and "of a".
fn of_a(r: &Reader<'_>, at: usize) -> Option<usize> {
    let start = r.skip(at);
    let of = if r.is(start, "of") {
        r.skip(start + 1)
    } else {
        start
    };
    let article = if r.any(of, &["a", "an"]) {
        r.skip(of + 1)
    } else {
        of
    };
    (article > start).then_some(article)
}

/// "%", "percent", "per cent", "percentage points".
pub(super) fn percent(r: &Reader<'_>, at: usize) -> Option<Tail> {
    let mut at = r.skip(at);
    if r.is_dash(at) && r.joined(at) && r.any(at + 1, &["percent", "per", "percentage"]) {
        at += 1;
    }
    let end = match r.lower(at) {
        "%" | "percent" | "percents" | "pct" | "‰" => at + 1,
        "per" => r.words(at, &["per", "cent"])?,
        "percentage" if r.any(at + 1, &["point", "points"]) => at + 2,
        "percentage" => at + 1,
        _ => return None,
    };
    Some(Tail::new(Unit::Percent, at, end))
}

/// "30 basis points": hundredths of a per cent.
fn basis_points(r: &Reader<'_>, at: usize) -> Option<Tail> {
    let start = r.skip(at);
    let end = if r.is(start, "bps") {
        start + 1
    } else {
        r.words(start, &["basis", "points"])
            .or_else(|| r.words(start, &["basis", "point"]))?
    };
    let mut tail = Tail::new(Unit::Percent, start, end);
    tail.factor = 0.01;
    Some(tail)
}

/// A noun after a hyphen: "42-day truce", "three-phase deal". "24-hour" is no quantity.
fn hyphened(r: &Reader<'_>, at: usize) -> Option<Tail> {
    let word = at + 1;
    let hyphen = r.is_dash(at) && r.joined_before(at) && r.joined(at) && r.is_word(word);
    if !hyphen
        || r.any(word, &["odd", "plus"])
        || number::part(r.lower(word)).is_some()
        || r.tagged(word, noun::CLOSED.or(Tags::CARDINAL))
    {
        return None;
    }
    if let Some((found, end)) = find_measure(r, word, true) {
        return Some(Tail::new(Unit::Measure(found), word, end));
    }
    if let Some(money) = currency::find(r.lower(word)).filter(|_| r.word(word).len() > 2) {
        return Some(Tail::new(Unit::Currency(money.code), word, word + 1));
    }
    let is_noun = !r.capital(word) && r.lower(word).len() > 2 && r.word(word).is_ascii();
    is_noun.then(|| Tail::new(Unit::Noun(r.lower(word).to_owned()), word, word + 1))
}

/// "six pounds of flour", "90 pounds heavier": a weight.
fn pounds(r: &Reader<'_>, at: usize) -> Option<Tail> {
    let start = r.skip(at);
    let weighs = r.any(start, &["pound", "pounds"])
        && r.any(r.skip(start + 1), &["of", "heavier", "lighter", "overweight"]);
    let unit = Measure::find("lb").filter(|_| weighs)?;
    Some(Tail::new(Unit::Measure(unit), start, start + 1))
}

/// A currency after the number, by symbol, code or name.
fn money(r: &Reader<'_>, at: usize) -> Option<Tail> {
    let start = r.skip(at);
    let (found, end) = find_currency(r, start)?;
    let mut tail = Tail::new(Unit::Currency(found.code), start, end);
    tail.factor = found.part;
    Some(tail)
}

/// The currency that begins at `at`, and the token after it. A code must not be a word in lower case.
pub(super) fn find_currency(r: &Reader<'_>, at: usize) -> Option<(currency::Currency, usize)> {
    let word = r.word(at);
    if word.is_empty() {
        return None;
    }
    // "US$", "HK $", "canadian dollars", "pounds sterling".
    for length in (2..=3).rev() {
        if let Some(found) = joined_name(r, at, length).and_then(|name| currency::find(&name)) {
            return Some((found, at + length));
        }
    }
    let lower = r.lower(at);
    let found = currency::find(lower).or_else(|| currency::find(word))?;
    let short = lower.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_code = word.bytes().all(|byte| byte.is_ascii_uppercase());
    let plain = matches!(
        lower,
        "yen" | "won" | "lev" | "usd" | "eur" | "gbp" | "rmb" | "inr" | "rs" | "jpy" | "cny" | "chf"
    );
    let pence = lower == "p" && r.joined_before(at);
    let known = plain || pence || is_code && !currency::is_word(word);
    if short && !known {
        return None;
    }
    // "won" is a verb more often than money, "mark" a name, "real", "rand" and "dong" too.
    if matches!(lower, "won" | "mark" | "pound" | "rand" | "dong" | "sol") && r.capital(at) {
        return None;
    }
    if lower == "won" && r.tagged(r.skip(at + 1), Tags::DETERMINER.or(Tags::POSSESSIVE)) {
        return None;
    }
    Some((found, at + 1))
}

/// The words of `length` tokens from `at` as a name in lower case; symbols stand without a blank.
fn joined_name(r: &Reader<'_>, at: usize, length: usize) -> Option<String> {
    let mut name = String::new();
    for token in at..at + length {
        let word = r.lower(token);
        if word.is_empty() {
            return None;
        }
        let sign = word == "$" && name.len() > 1;
        if token > at && !r.joined_before(token) && !sign {
            name.push(' ');
        }
        name.push_str(word);
    }
    Some(name)
}

/// A unit of measure, an adjective between allowed for units of time: "5 km", "two full days", "12 square miles".
fn measure(r: &Reader<'_>, at: usize) -> Option<Tail> {
    let joined = r.joined_before(at);
    let start = if joined { at } else { r.skip(at) };
    if let Some(found) = bare_temperature(r, at) {
        return Some(Tail::new(Unit::Measure(found), at, at + 1));
    }
    if let Some((found, end)) = find_measure(r, start, !joined) {
        return Some(Tail::new(Unit::Measure(found), start, end));
    }
    // "20 (kg)", "20 [kg]"
    if matches!(r.word(start), "(" | "[" | "{") && matches!(r.word(start + 2), ")" | "]" | "}") {
        let (found, end) = find_measure(r, start + 1, true)?;
        return (end == start + 2).then(|| Tail::new(Unit::Measure(found), start + 1, end + 1));
    }
    None
}

/// "-40F", "temperatures of 35C", "1.5C": degrees without their mark.
pub(super) fn bare_temperature(r: &Reader<'_>, at: usize) -> Option<&'static Measure> {
    let symbol = match r.word(at) {
        "C" => "°C",
        "F" => "°F",
        _ => return None,
    };
    let number = at
        .checked_sub(1)
        .filter(|&number| r.is_number(number) && r.joined(number))?;
    let open = r.joined(at) && (r.is_word(at + 1) || r.is_number(at + 1));
    let decimal = symbol == "°C" && r.word(number).contains('.');
    let warm = || {
        let mut before = number;
        for _ in 0..WARMTH {
            before = r.before(before)?;
            if r.any(before, &TEMPERATURE) {
                return Some(());
            }
        }
        None
    };
    let sign = r
        .before(number)
        .is_some_and(|before| r.is_dash(before) && !r.joined_before(before) || r.is(before, "minus"));
    if open || !(decimal || sign || warm().is_some()) {
        return None;
    }
    Measure::find(symbol)
}

/// How far before a number the words lie that say that it is a temperature.
const WARMTH: usize = 8;

const TEMPERATURE: [&str; 12] = [
    "temperature",
    "temperatures",
    "heat",
    "heatwave",
    "highs",
    "lows",
    "mercury",
    "warming",
    "warmed",
    "heated",
    "cooled",
    "thermometer",
];

/// The unit of measure that begins at `at`, and the token after it. `apart`: a blank stands before it.
pub(super) fn find_measure(r: &Reader<'_>, at: usize, apart: bool) -> Option<(&'static Measure, usize)> {
    let word = r.word(at);
    if word.is_empty() {
        return None;
    }
    if let Some(found) = degrees(r, at) {
        return Some(found);
    }
    let goes_on = word == "." || r.word(at + 1) == "." || Measure::goes_on(r.lower(at));
    if goes_on && (r.tagged(at, Tags::UNIT) || r.joined(at)) {
        for length in (2..=4).rev() {
            if let Some(found) = spaced_name(r, at, length).and_then(|name| Measure::find(&name)) {
                return Some((found, at + length));
            }
        }
    }
    let found = Measure::find(word).or_else(|| Measure::find(r.lower(at)).filter(|_| word.len() > 3))?;
    let letter = word.chars().count() == 1;
    let fits = match word {
        // "5 in London", "12 in six boxes": an inch only where nothing can follow the preposition.
        "in" => !apart || !governs(r, at) || r.is(at + 1, "by"),
        // The 1990s; a second only after a blank.
        "s" => {
            apart
                || at
                    .checked_sub(1)
                    .is_some_and(|number| r.word(number).contains('.'))
                || is_wait(r, at)
        }
        "K" | "B" | "W" | "V" | "J" => !r.is_dash(at + 1),
        "au" | "bar" | "AU" => false,
        _ => true,
    };
    let cut = letter && r.joined(at) && (r.is_number(at + 1) || r.is_dash(at + 1) && r.is_number(at + 2));
    (fits && !cut).then_some((found, at + 1))
}

/// "every 30s", "a timeout of 30s": seconds, and no decade.
fn is_wait(r: &Reader<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|number| r.before(number));
    before.is_some_and(|before| {
        r.any(before, &["every", "after", "within", "takes", "took"])
            || r.is(before, "of")
                && r.before(before)
                    .is_some_and(|noun| r.any(noun, &["timeout", "delay", "interval", "time"]))
    })
}

/// Whether a preposition has something after it, be it a date at which the reader ends.
fn governs(r: &Reader<'_>, at: usize) -> bool {
    let next = r.document().tokens().get(r.skip(at + 1));
    next.is_some_and(|next| next.is_word() || next.is_number())
}

/// "°C", "° F", "degrees Celsius"; degrees alone are of arc.
fn degrees(r: &Reader<'_>, at: usize) -> Option<(&'static Measure, usize)> {
    if !matches!(r.lower(at), "°" | "º" | "degrees" | "degree" | "deg") {
        return None;
    }
    let mut next = r.skip(at + 1);
    if r.is(at, "deg") && r.word(next) == "." {
        next = r.skip(next + 1);
    }
    let scale = match r.lower(next) {
        "c" | "celsius" | "celcius" | "centigrade" => "°C",
        "f" | "fahrenheit" | "farenheit" => "°F",
        "k" | "kelvin" => "K",
        _ => return Measure::find("°").map(|found| (found, at + 1)),
    };
    Measure::find(scale).map(|found| (found, next + 1))
}

/// The words of `length` tokens from `at` in lower case, parted as the text parts them: "miles per hour", "km/h".
fn spaced_name(r: &Reader<'_>, at: usize, length: usize) -> Option<String> {
    let mut name = String::new();
    for token in at..at + length {
        let word = r.lower(token);
        let ends_sentence = word == "." && token + 1 == at + length;
        if word.is_empty() || r.is_number(token) || ends_sentence {
            return None;
        }
        let apart = token > at && !r.joined_before(token);
        if r.is_dash(token) || apart && !name.ends_with(' ') {
            name.push(' ');
        }
        if !r.is_dash(token) && word != "." {
            name.push_str(word);
        }
    }
    Some(name)
}

/// "three times", "30 times".
fn times(r: &Reader<'_>, at: usize) -> Option<Tail> {
    let at = r.skip(at);
    let word = if r.is_dash(at) && r.joined(at) { at + 1 } else { at };
    r.any(word, &["times", "fold"])
        .then(|| Tail::new(Unit::Times, word, word + 1))
}

/// The counted noun, directly or after "of": "369 inmates", "three of the boats", "dozens of people".
fn counted(r: &Reader<'_>, at: usize, number: f64, form: Form) -> Option<Tail> {
    let mut at = r.skip(at);
    let one = number == 1.0;
    if r.is(at, "of") {
        at = r.skip(at + 1);
        while r.tagged(at, Tags::DETERMINER.or(Tags::POSSESSIVE)) && !r.is(at, "them") {
            at = r.skip(at + 1);
        }
        let phrase = noun::phrase(r, at, false)?;
        return Some(of_phrase(r, phrase));
    }
    // "half empty", "half my heart"
    let share = form == Form::Fraction && number < 1.0;
    if r.joined_before(at) || share && !is_share_of(r, at) {
        return None;
    }
    // "half the lamps"
    if share && r.tagged(at, Tags::DETERMINER.or(Tags::POSSESSIVE)) {
        at = r.skip(at + 1);
    }
    let phrase = noun::phrase(r, at, one)?;
    Some(of_phrase(r, phrase))
}

/// Whether what is parted follows a fraction without "of": "half the lamps", "one in five lamps".
fn is_share_of(r: &Reader<'_>, at: usize) -> bool {
    let Some(last) = r.before(at) else { return false };
    let half = r.is(last, "half") && (r.is(at, "the") || r.tagged(at, Tags::POSSESSIVE));
    let one_in = number::part(r.lower(last)).is_some() || r.is_number(last);
    let joined = r.before(last).is_some_and(|before| r.any(before, &["in", "of"]));
    half || one_in && joined
}

fn of_phrase(r: &Reader<'_>, phrase: noun::Phrase) -> Tail {
    let lower = r.lower(phrase.head);
    let unit = Measure::find(lower)
        .filter(|found| found.dimension == Dimension::Time || lower.len() > 3)
        .map_or_else(|| Unit::Noun(lower.to_owned()), Unit::Measure);
    Tail::new(unit, phrase.start, phrase.end)
}

/// What is added to a measure by a smaller one of the same kind after it: "6 feet 2 inches", "a year and four months",
/// "two hours and a half". Gives the sum in units of the first, and the token after it.
pub(super) fn compound(
    r: &Reader<'_>,
    at: usize,
    first: &'static Measure,
) -> Option<(f64, &'static Measure, usize)> {
    let mut sum = 0.0;
    let mut last = first;
    let mut end = None;
    let mut at = at;
    loop {
        let mut next = r.skip(at);
        if r.word(next) == "," {
            next = r.skip(next + 1);
        }
        if r.any(next, &["and", "&"]) {
            next = r.skip(next + 1);
        }
        if r.any(next, &["a", "half"]) && next > at {
            let half = if r.is(next, "a") { r.skip(next + 1) } else { next };
            let share = number::denominator(r.lower(half)).filter(|_| r.any(half, &["half", "quarter"]));
            if let Some(parts) = share {
                let after = r.skip(half + 1);
                if !r.is_word(after) || r.tagged(after, noun::CLOSED) {
                    return Some((sum + last.factor / first.factor / parts, last, half + 1));
                }
            }
        }
        let part = numeral::may_begin(r, next)
            .then(|| part_of(r, next, last))
            .flatten();
        match part {
            Some((number, unit, after)) if unit.dimension == first.dimension && unit.factor < last.factor => {
                sum += number * unit.factor / first.factor;
                last = unit;
                end = Some(after);
                at = after;
            }
            _ => return end.map(|end| (sum, last, end)),
        }
    }
}

/// A number with a unit of measure.
fn part_of(r: &Reader<'_>, at: usize, last: &Measure) -> Option<(f64, &'static Measure, usize)> {
    if r.any(at, &["a", "an"]) {
        let (unit, end) = find_measure(r, r.skip(at + 1), true)?;
        return Some((1.0, unit, end));
    }
    let number = numeral::read(r, at, false)?;
    let joined = r.joined_before(number.end);
    let start = if joined { number.end } else { r.skip(number.end) };
    // After feet, "in" is no preposition.
    let inches = r.is(start, "in") && last.symbol == "ft";
    let (unit, end) = clock_letter(r, start, last).or_else(|| find_measure(r, start, !joined && !inches))?;
    Some((number.value, unit, end))
}

/// "21h 36m 5s": after hours the "m" is no metre.
fn clock_letter(r: &Reader<'_>, at: usize, last: &Measure) -> Option<(&'static Measure, usize)> {
    let name = match (last.symbol, r.word(at)) {
        ("hour" | "day", "m") => "minute",
        ("hour" | "minute", "s") => "second",
        _ => return None,
    };
    Measure::find(name).map(|unit| (unit, at + 1))
}
