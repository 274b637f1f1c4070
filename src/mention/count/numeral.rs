//! Numbers as such, in digits and in words: "1.2 million", "three hundred and sixty-nine", "two and a half", "3/4".

use super::digits;
use super::noun;
use super::reader::Reader;
use super::words::{self, Part};
use crate::document::{Tags, TokenKind};

/// A number that the text says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Numeral {
    pub(super) value: f64,
    /// The size of its last digit; see `Quantity::grain`.
    pub(super) grain: f64,
    /// First token.
    pub(super) start: usize,
    /// The token after the last.
    pub(super) end: usize,
    /// How it is written.
    pub(super) form: Form,
    /// What the whole of it was multiplied with: a million for "1.2 million"; 1 where there is no such word.
    pub(super) scale: f64,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Form {
    /// Digits alone, without points, commas and scale: what a year or a code looks like.
    Plain,
    /// Digits with points, commas, a sign or a scale.
    Digits,
    /// Words.
    Words,
    /// "half", "two thirds", "3/4".
    Fraction,
    /// "hundreds", "several": from the number to the one given.
    Magnitude(f64),
}

/// Reads the number that begins at `at`. `money`: a currency stands before it, so that "m" is a million.
pub(super) fn read(r: &Reader<'_>, at: usize, money: bool) -> Option<Numeral> {
    let from = at;
    let (sign, at) = sign(r, at);
    let mut numeral = vague(r, at)
        .or_else(|| slashed(r, at))
        .or_else(|| halves(r, at))
        .or_else(|| cardinal(r, at, money))?;
    if sign < 0.0 {
        numeral.value = -numeral.value;
        numeral.start = from;
        if numeral.form == Form::Plain {
            numeral.form = Form::Digits;
        }
    }
    Some(numeral)
}

/// "-5", "−40", "minus five", "negative 10".
fn sign(r: &Reader<'_>, at: usize) -> (f64, usize) {
    if r.any(at, &["minus", "negative"]) {
        return (-1.0, r.skip(at + 1));
    }
    let stroke = r.is_dash(at)
        && !r.before(at).is_some_and(|before| r.is_number(before))
        && matches!(r.word(at), "-" | "\u{2212}")
        && !r.joined_before(at);
    if stroke && (r.joined(at) || at == r.start || r.word(at) == "\u{2212}") {
        return (-1.0, at + 1);
    }
    (1.0, at)
}

/// Orders of magnitude: "hundreds of thousands", "several hundred", "a few", "dozens".
fn vague(r: &Reader<'_>, at: usize) -> Option<Numeral> {
    let make = |low: f64, high: f64, end: usize| Numeral {
        value: low,
        grain: low,
        start: at,
        end,
        form: Form::Magnitude(high),
        scale: 1.0,
    };
    if r.is(at, "tens") {
        let after = r.words(at + 1, &["of"])?;
        let (low, _) = words::magnitude(r.lower(r.skip(after)))?;
        return Some(make(low * 10.0, low * 100.0, r.skip(after) + 1));
    }
    if let Some((low, high)) = words::magnitude(r.lower(at)) {
        if let Some(after) = r.words(at + 1, &["of"]).map(|after| r.skip(after))
            && let Some((low2, _)) = words::magnitude(r.lower(after))
        {
            return Some(make(low * low2, low * low2 * 10.0, after + 1));
        }
        return Some(make(low, high, at + 1));
    }
    let (count, end) = few(r, at)?;
    let (low, high) = count;
    let next = r.skip(end);
    match words::part(r.lower(next)) {
        Some(Part::Hundred) => Some(make(low * 100.0, high * 100.0, next + 1)),
        Some(Part::Scale(scale) | Part::Dozen(scale)) => Some(make(low * scale, high * scale, next + 1)),
        _ => Some(make(low, high, end)),
    }
}

/// "several", "a few", "few", "a couple", "many hundred".
fn few(r: &Reader<'_>, at: usize) -> Option<((f64, f64), usize)> {
    let article = if r.any(at, &["a", "the"]) { 1 } else { 0 };
    match r.lower(at + article) {
        "several" if article == 0 => Some(((3.0, 10.0), at + 1)),
        "few" if article == 1 || noun::is_unit_of_time(r.lower(r.skip(at + 1))) => {
            Some(((2.0, 10.0), at + article + 1))
        }
        "couple" if article == 0 && r.is(at + 1, "of") => Some(((2.0, 2.0), at + 2)),
        "some"
            if noun::is_unit_of_time(r.lower(r.skip(at + 1))) && r.lower(r.skip(at + 1)).ends_with('s') =>
        {
            Some(((2.0, 10.0), at + 1))
        }
        "many" if words::scale(r.lower(at + 1)).is_some() || r.is(at + 1, "hundred") => {
            Some(((2.0, 10.0), at + 1))
        }
        _ => None,
    }
}

/// "3/4", "2 1/2".
fn slashed(r: &Reader<'_>, at: usize) -> Option<Numeral> {
    let (value, end) = ratio(r, at)?;
    let (value, end) = match scale_after(r, end, false) {
        Some((scale, end)) => (value * scale, end),
        None => (value, end),
    };
    Some(Numeral {
        value,
        grain: 0.01,
        start: at,
        end,
        form: Form::Fraction,
        scale: 1.0,
    })
}

/// A fraction in digits: "3/4", "½".
fn ratio(r: &Reader<'_>, at: usize) -> Option<(f64, usize)> {
    if let Some(value) = words::vulgar(r.word(at)) {
        return Some((value, at + 1));
    }
    let slash = r.is_number(at) && r.joined(at) && matches!(r.word(at + 1), "/" | "⁄") && r.joined(at + 1);
    if !slash || !r.is_number(at + 2) || matches!(r.word(at + 3), "/") && r.joined(at + 2) {
        return None;
    }
    let over: f64 = r.word(at).parse().ok()?;
    let under: f64 = r.word(at + 2).parse().ok()?;
    let usual = [
        2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 16.0, 32.0, 64.0, 100.0, 1000.0,
    ]
    .contains(&under);
    (over < under && over > 0.0 && usual).then_some((over / under, at + 3))
}

/// "half", "half a million", "a quarter", "three quarters", "two-thirds", "a third of".
fn halves(r: &Reader<'_>, at: usize) -> Option<Numeral> {
    let make = |value: f64, end: usize| Numeral {
        value,
        grain: 0.01,
        start: at,
        end,
        form: Form::Fraction,
        scale: 1.0,
    };
    if r.is(at, "half") {
        return Some(half(r, at)).map(|(value, end)| make(value, end));
    }
    if r.any(at, &["a", "an"]) {
        let next = r.skip(at + 1);
        if r.is(next, "half") {
            let (value, end) = half(r, next);
            return Some(make(value, end));
        }
        let value = 1.0 / words::denominator(r.lower(next))?;
        if let Some((scale, end)) = scale_after(r, next + 1, false) {
            return Some(make(value * scale, end));
        }
        return alone(r, next + 1).then(|| make(value, next + 1));
    }
    if r.is(at, "quarter") {
        return scale_after(r, at + 1, false).map(|(scale, end)| make(0.25 * scale, end));
    }
    let (over, end) = numerator(r, at)?;
    let next = if r.is_dash(end) && r.joined(end) {
        end + 1
    } else {
        r.skip(end)
    };
    let name = r.lower(next);
    let under = words::denominator(name)?;
    let plural = name.ends_with('s') || name == "halves";
    if over == 1.0 && !plural && alone(r, next + 1) || plural && !(under == 4.0 && over > 3.0) {
        let whole = r.words(next + 1, &["of", "a"]).map(|after| r.skip(after));
        if let Some(after) = whole
            && let Some(scale) = words::scale(r.lower(after))
        {
            return Some(make(over / under * scale, after + 1));
        }
        let (scale, end) = scale_after(r, next + 1, false).unwrap_or((1.0, next + 1));
        return Some(make(over / under * scale, end));
    }
    None
}

/// What follows "half": "half a million", "half a dozen", "half million"; else just a half.
fn half(r: &Reader<'_>, at: usize) -> (f64, usize) {
    let mut next = r.skip(at + 1);
    if r.any(next, &["a", "an"]) {
        next = r.skip(next + 1);
    } else if r.is_dash(next) && r.joined(next) {
        next += 1;
    }
    let whole = match words::part(r.lower(next)) {
        Some(Part::Hundred) => Some(100.0),
        Some(Part::Dozen(scale) | Part::Scale(scale)) => Some(scale),
        _ => None,
    };
    whole.map_or((0.5, at + 1), |whole| (0.5 * whole, next + 1))
}

/// Whether no noun stands at `at` that would make an ordinal of the word before: "a third man".
fn alone(r: &Reader<'_>, at: usize) -> bool {
    let at = r.skip(at);
    !r.is_word(at)
        || r.tagged(at, noun::CLOSED)
        || noun::is_unit_of_time(r.lower(at))
        || words::scale(r.lower(at)).is_some()
}

/// A whole number in words.
fn numerator(r: &Reader<'_>, at: usize) -> Option<(f64, usize)> {
    words::part(r.lower(at))?;
    let number = cardinal(r, at, false)?;
    (number.form == Form::Words).then_some((number.value, number.end))
}

/// A number of one part or two, in words.
fn small(r: &Reader<'_>, at: usize) -> Option<(f64, usize)> {
    match words::part(r.lower(at)) {
        Some(Part::One(value) | Part::Teen(value)) => Some((value, at + 1)),
        Some(Part::Ten(tens)) => {
            let next = if r.is_dash(at + 1) { at + 2 } else { at + 1 };
            match words::part(r.lower(next)) {
                Some(Part::One(ones)) => Some((tens + ones, next + 1)),
                _ => Some((tens, at + 1)),
            }
        }
        _ => None,
    }
}

/// The state of a number while its parts are read.
struct Sum {
    /// The thousands, millions … that are complete.
    total: f64,
    /// What will be scaled by the next word of scale.
    current: f64,
    /// The last part.
    last: Option<Part>,
    /// The size of the last digit.
    grain: f64,
    /// Whether a part is in digits, and whether one is a word.
    digits: bool,
    words: bool,
    /// Whether the digits stand together without any mark.
    plain: bool,
}

/// Whole and decimal numbers: digits, words, and digits with words of scale.
fn cardinal(r: &Reader<'_>, start: usize, money: bool) -> Option<Numeral> {
    let mut sum = Sum {
        total: 0.0,
        current: 0.0,
        last: None,
        grain: 1.0,
        digits: false,
        words: false,
        plain: true,
    };
    let mut end = start;
    if r.any(start, &["a", "an"]) {
        let next = r.skip(start + 1);
        let counts = matches!(
            words::part(r.lower(next)),
            Some(Part::Hundred | Part::Dozen(_) | Part::Scale(_))
        );
        if !counts {
            return pair(r, start);
        }
        sum.current = 1.0;
        sum.last = Some(Part::One(1.0));
        sum.words = true;
        end = next;
    }
    if r.is(start, "point") || r.word(start) == "." {
        return point(r, start, 0.0).map(|(value, grain, end)| Numeral {
            value,
            grain,
            start,
            end,
            form: if r.is(start, "point") {
                Form::Words
            } else {
                Form::Digits
            },
            scale: 1.0,
        });
    }
    while let Some(next) = sum.take(r, end) {
        end = next;
    }
    sum.last?;
    let mut value = sum.total + sum.current;
    let mut grain = sum.grain;
    let mut by = match sum.last {
        Some(Part::Scale(scale) | Part::Dozen(scale)) => scale,
        Some(Part::Hundred) => 100.0,
        _ => 1.0,
    };
    if let Some((decimal, place, after)) = point(r, r.skip(end), value) {
        (value, grain, end) = (decimal, place, after);
        sum.plain = false;
        if let Some((scale, after)) = scale_after(r, end, money) {
            (value, grain, by, end) = (value * scale, grain * scale, scale, after);
        }
    } else if let Some((fraction, after)) = and_a_half(r, end) {
        // "three million and a half" is half a million more.
        let fraction = match sum.last {
            Some(Part::Scale(scale)) => fraction * scale,
            _ => fraction,
        };
        (value, grain, end) = (value + fraction, 0.01, after);
        sum.plain = false;
        if let Some((scale, after)) = scale_after(r, end, money) {
            (value, grain, by, end) = (value * scale, grain * scale, scale, after);
        }
    } else if let Some((scale, after)) = letters(r, end, money).filter(|_| sum.digits && !sum.words) {
        (value, grain, by, end) = (value * scale, grain * scale, scale, after);
        sum.plain = false;
    }
    if is_spoken_year(r, &sum, value, end) {
        return None;
    }
    let form = match (sum.digits, sum.words) {
        (true, false) if sum.plain => Form::Plain,
        (true, _) => Form::Digits,
        _ => Form::Words,
    };
    Some(Numeral {
        value,
        grain,
        start,
        end,
        form,
        scale: by,
    })
}

impl Sum {
    /// Takes the part at `at`, with the hyphen or "and" before it; gives the token after it.
    fn take(&mut self, r: &Reader<'_>, at: usize) -> Option<usize> {
        let mut part_at = r.skip(at);
        if self.last.is_some() {
            let hyphen = r.is_dash(part_at) && r.joined(part_at) == r.joined_before(part_at);
            let tens = matches!(self.last, Some(Part::Ten(_)))
                && matches!(words::part(r.lower(part_at + 1)), Some(Part::One(_)));
            if hyphen && (r.joined(part_at) || tens) {
                part_at += 1;
            } else if r.is(part_at, "and") && matches!(self.last, Some(Part::Hundred | Part::Scale(_))) {
                part_at = r.skip(part_at + 1);
                let scaled = matches!(
                    words::part(r.lower(part_at + 1)),
                    Some(Part::Hundred | Part::Scale(_))
                );
                if r.is_number(part_at) && (!self.digits || scaled || r.word(part_at) == "0") {
                    return None;
                }
            }
        }
        if r.is_number(part_at) {
            return self.digits(r, part_at, at);
        }
        let word = r.lower(part_at);
        let part = words::part(word).or_else(|| self.last.and_then(|_| words::plural_part(word)))?;
        self.accepts(part, part_at > at).then(|| self.add(part))?;
        self.words = true;
        Some(part_at + 1)
    }

    /// Takes digits: at the beginning, or after a word of scale that follows other digits ("4 thousand 3 hundred").
    fn digits(&mut self, r: &Reader<'_>, at: usize, from: usize) -> Option<usize> {
        let scale = match self.last {
            None => f64::INFINITY,
            Some(Part::Scale(scale)) if self.digits => scale,
            Some(Part::Hundred) if self.digits => 100.0,
            Some(_) => return None,
        };
        if self.last.is_some() && at == from && r.joined_before(at) {
            return None;
        }
        let (digits, end) = grouped(r, at)?;
        if digits.value >= scale {
            return None;
        }
        self.current += digits.value;
        self.grain = digits.grain;
        self.plain &= digits.plain && end == at + 1;
        self.digits = true;
        self.last = Some(Part::One(digits.value));
        Some(end)
    }

    fn accepts(&self, part: Part, _joined: bool) -> bool {
        match (self.last, part) {
            (None, Part::Dozen(_)) => false,
            (None, _) => true,
            (Some(Part::Ten(_)), Part::One(one)) => one > 0.0,
            (
                Some(Part::One(_) | Part::Teen(_) | Part::Ten(_)),
                Part::One(_) | Part::Teen(_) | Part::Ten(_),
            ) => false,
            (
                Some(Part::Hundred | Part::Scale(_)),
                Part::One(value) | Part::Teen(value) | Part::Ten(value),
            ) => value > 0.0,
            (Some(_), Part::Hundred) => self.current > 0.0 && (self.digits || self.current < 100.0),
            (Some(Part::Dozen(_)), _) => false,
            (Some(_), Part::Dozen(_)) => self.current > 0.0,
            (Some(_), Part::Scale(_)) => self.current > 0.0 || self.total > 0.0,
        }
    }

    fn add(&mut self, part: Part) {
        match part {
            Part::One(value) | Part::Teen(value) | Part::Ten(value) => {
                self.current += value;
                self.grain = 1.0;
            }
            // "hundred thousand": one of it, where nothing is said.
            Part::Hundred => {
                self.current = self.current.max(f64::from(u8::from(self.last.is_none()))) * 100.0
            }
            Part::Dozen(size) => self.current *= size,
            Part::Scale(scale) => {
                if self.last.is_none() {
                    self.current = 1.0;
                }
                // "three thousand million", but "one million two hundred thousand".
                if self.current == 0.0 || self.total > 0.0 && self.total < scale {
                    self.total = (self.total + self.current) * scale;
                } else {
                    self.total += self.current * scale;
                }
                self.current = 0.0;
                self.grain *= scale;
            }
        }
        self.last = Some(part);
    }
}

/// Digits with the groups of three that stand apart from them: "816 000", "1 200 000".
fn grouped(r: &Reader<'_>, at: usize) -> Option<(digits::Digits, usize)> {
    let first = r.word(at);
    let mut end = at + 1;
    if (1..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_digit())
        && !first.starts_with('0')
    {
        while is_group(r, at, end) {
            end += 1;
        }
    }
    if end == at + 1 {
        return digits::read(first).map(|digits| (digits, end));
    }
    let mut whole = String::new();
    for token in at..end {
        whole.push_str(r.word(token));
    }
    let fraction = whole
        .split_once('.')
        .map(|(whole, fraction)| (whole.to_owned(), fraction.to_owned()));
    let mut read = match fraction {
        Some((whole, fraction)) => digits::number(&whole, &fraction)?,
        None => digits::read(&whole)?,
    };
    read.plain = false;
    Some((read, end))
}

/// Whether the token at `at` is a further group of the number that began at `first`: three digits after one blank that
/// is no line's end. A plain blank parts two numbers of a table as well, so it joins only where the first group is shorter
/// or the next is "000".
fn is_group(r: &Reader<'_>, first: usize, at: usize) -> bool {
    let group = r.word(at);
    let whole = group.split('.').next().unwrap_or_default();
    if !r.is_number(at) || whole.len() != 3 || group.contains(',') || r.word(at - 1).contains('.') {
        return false;
    }
    match r.gap(at - 1) {
        "\u{A0}" | "\u{202F}" | "\u{2009}" | "\u{2008}" | "\u{2007}" => true,
        " " => group.starts_with("000") || at > first + 1 || r.word(first).len() < 3,
        _ => false,
    }
}

/// Decimals in words and after a bare point: "three point five", "point two", ".77".
fn point(r: &Reader<'_>, at: usize, whole: f64) -> Option<(f64, f64, usize)> {
    if r.word(at) == "." {
        let apart = !r.joined_before(at) && r.joined(at) && r.is_number(at + 1);
        if !apart || whole != 0.0 || !r.word(at + 1).bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let read = digits::number("0", r.word(at + 1))?;
        return Some((read.value, read.grain, at + 2));
    }
    if !r.is(at, "point") {
        return None;
    }
    let (mut value, mut place, mut end) = (whole, 1.0, at + 1);
    loop {
        let digit = match words::part(r.lower(end)) {
            Some(Part::One(digit)) => digit,
            _ if r.is_number(end) && place == 1.0 => {
                let read = digits::number("0", r.word(end))?;
                return Some((whole + read.value, read.grain, end + 1));
            }
            _ => break,
        };
        place /= 10.0;
        value += digit * place;
        end += 1;
    }
    (place < 1.0).then_some(((value / place).round() * place, place, end))
}

/// The fraction after a whole number: "two and a half", "one and three quarters", "2 1/2", "2½".
fn and_a_half(r: &Reader<'_>, at: usize) -> Option<(f64, usize)> {
    let next = r.skip(at);
    if let Some(found) = ratio(r, next) {
        let apart = next == at && matches!(r.gap(at - 1), "" | " " | "\u{A0}" | "\u{2009}" | "\u{202F}");
        return (apart && r.is_number(at - 1)).then_some(found);
    }
    let dashed = r.is_dash(next) && r.joined(next) && r.is(next + 1, "and");
    let and = if dashed { next + 1 } else { next };
    if !r.is(and, "and") {
        return None;
    }
    let mut next = r.skip(and + 1);
    if r.is_dash(next) && r.joined(next) {
        next += 1;
    }
    let mut over = 1.0;
    if r.any(next, &["a", "an", "one"]) {
        next = r.skip(next + 1);
        if r.is_dash(next) && r.joined(next) {
            next += 1;
        }
    } else if let Some((count, after)) = small(r, next) {
        over = count;
        next = if r.is_dash(after) {
            after + 1
        } else {
            r.skip(after)
        };
    }
    let under = words::denominator(r.lower(next))?;
    let usual = matches!(r.lower(next), "half" | "quarter" | "quarters")
        || r.lower(next).ends_with('s')
        || over == 1.0;
    (usual && alone(r, next + 1) || under <= 4.0).then_some((over / under, next + 1))
}

/// A word of scale after decimals and fractions: "2.5 million", "two and a half thousand".
fn scale_after(r: &Reader<'_>, at: usize, money: bool) -> Option<(f64, usize)> {
    let next = r.skip(at);
    match words::part(r.lower(next)) {
        Some(Part::Hundred) => Some((100.0, next + 1)),
        Some(Part::Dozen(scale) | Part::Scale(scale)) => Some((scale, next + 1)),
        _ => letters(r, at, money),
    }
}

/// Letters of scale after digits: "19bn", "2M", "$5m".
fn letters(r: &Reader<'_>, at: usize, money: bool) -> Option<(f64, usize)> {
    let joined = r.joined_before(at);
    if joined && let Some(found) = exponent(r, at) {
        return Some(found);
    }
    let next = if joined { at } else { r.skip(at) };
    let word = r.word(next);
    if !r.is_word(next) || r.joined(next) && (r.is_number(next + 1) || r.is_word(next + 1)) {
        return None;
    }
    let scale = match word {
        "m" if money => 1e6,
        // "3m people", but "3m tall".
        "m" if joined && noun::is_plural(r.lower(r.skip(next + 1))) => 1e6,
        "mm" | "MM" if !money => return None,
        "bn" | "Bn" | "BN" | "mn" | "Mn" | "tn" | "trn" | "bln" | "tln" => words::suffix(word)?,
        "k" | "M" if !r.is_word(r.skip(next + 1)) => words::suffix(word)?,
        _ if joined || money => words::suffix(word)?,
        _ => return None,
    };
    Some((scale, next + 1))
}

/// A power of ten: "1.3e6", "12e-1".
fn exponent(r: &Reader<'_>, at: usize) -> Option<(f64, usize)> {
    let (sign, digits, end) = match r.lower(at).strip_prefix('e')? {
        "" if r.joined(at) && r.joined(at + 1) && r.is_number(at + 2) => match r.word(at + 1) {
            "-" => (-1, r.word(at + 2), at + 3),
            "+" => (1, r.word(at + 2), at + 3),
            _ => return None,
        },
        digits => (1, digits, at + 1),
    };
    let power: i32 = digits.parse().ok().filter(|power| *power < 300)?;
    Some((10.0_f64.powi(sign * power), end))
}

/// "nineteen eighty-four", "twenty twenty-five": years as they are spoken.
fn is_spoken_year(r: &Reader<'_>, sum: &Sum, value: f64, end: usize) -> bool {
    let century = !sum.digits && (10.0..=20.0).contains(&value);
    century
        && matches!(
            words::part(r.lower(r.skip(end))),
            Some(Part::Ten(_) | Part::Teen(_))
        )
}

/// "a couple", "a pair", "a score".
fn pair(r: &Reader<'_>, start: usize) -> Option<Numeral> {
    let next = r.skip(start + 1);
    let value = match r.lower(next) {
        "couple" | "pair" => 2.0,
        "score" => 20.0,
        _ => return None,
    };
    Some(Numeral {
        value,
        grain: 1.0,
        start,
        end: next + 1,
        form: Form::Words,
        scale: 1.0,
    })
}

/// Whether a number may begin at `at`, by the token alone.
pub(super) fn may_begin(r: &Reader<'_>, at: usize) -> bool {
    match r.kind(at) {
        Some(TokenKind::Number) => true,
        Some(TokenKind::Word) => {
            r.tagged(at, Tags::CARDINAL)
                || words::part(r.lower(at)).is_some()
                || r.any(
                    at,
                    &["a", "an", "few", "tens", "point", "minus", "negative", "nil"],
                )
                || !r.word(at).is_ascii() && words::vulgar(r.word(at)).is_some()
        }
        Some(TokenKind::Dash) => r.joined(at) && r.is_number(at + 1) && !r.joined_before(at),
        Some(TokenKind::Stop) => r.joined(at) && r.is_number(at + 1) && !r.joined_before(at),
        _ => false,
    }
}
