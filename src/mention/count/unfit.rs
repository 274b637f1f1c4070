//! Numbers that are no quantities: years, clock times, versions, codes, telephone numbers, scores, list marks, addresses.

use super::digits;
use super::noun;
use super::numeral::{Form, Numeral};
use super::reader::Reader;
use crate::document::{Tags, TokenKind};
use crate::value::number;

/// Where reading goes on after digits at `at` that are no quantity; `None` where they may be one.
pub(super) fn skip(r: &Reader<'_>, at: usize) -> Option<usize> {
    if !r.is_number(at) {
        return None;
    }
    let end = list_mark(r, at)
        .or_else(|| telephone(r, at))
        .or_else(|| chain(r, at))
        .or_else(|| clock(r, at))
        .or_else(|| footnote(r, at))
        .or_else(|| code(r, at))
        .or_else(|| place_in_text(r, at))
        .or_else(|| number_of_code(r, at))
        .or_else(|| letters(r, at))?;
    Some(end.max(at + 1))
}

/// "1." and "(2)" at the beginning of a line.
fn list_mark(r: &Reader<'_>, at: usize) -> Option<usize> {
    let open = at > r.start && r.kind(at - 1) == Some(TokenKind::Open);
    let first = if open { at - 1 } else { at };
    let starts = first == r.start || r.kind(first - 1) == Some(TokenKind::Break);
    let marked = matches!(r.word(at + 1), "." | ")") && r.joined(at) && !r.joined(at + 1);
    let short = r.word(at).len() <= 2;
    let ends_line = r.kind(at + 2).is_none() && !open && r.word(at + 1) == "." && first != r.start;
    (starts && marked && short && !ends_line).then_some(at + 2)
}

/// "+44 20 7946 0018".
fn telephone(r: &Reader<'_>, at: usize) -> Option<usize> {
    let plus = at > r.start && r.word(at - 1) == "+" && r.joined(at - 1);
    let mut end = at + 1;
    while plus && (r.is_number(end) || (r.is_dash(end) || r.word(end) == "/") && r.is_number(end + 1)) {
        end += 1;
    }
    (end > at + 1).then_some(end)
}

/// Digits joined to digits by marks: "3-2", "555-0123-44", "7/7", "12:30", "10.0.0.1", "2012-13".
fn chain(r: &Reader<'_>, at: usize) -> Option<usize> {
    let mut end = at + 1;
    let mut links = 0;
    while r.joined(end - 1) && r.joined(end) && r.is_number(end + 1) && is_link(r, end) {
        end += 2;
        links += 1;
    }
    if links == 0 {
        return None;
    }
    let mark = r.word(at + 1);
    let is_year = is_year(r.word(at));
    let versus = links == 1 && r.is_dash(at + 1);
    let descends = versus && value(r, at) >= value(r, at + 2);
    let is_ratio = links == 1 && mark == "/";
    let coded = versus
        && (r.word(at).starts_with('0') && r.word(at).len() > 1
            || r.word(at + 2).starts_with('0') && r.word(at + 2).len() > 1);
    let telephone = at > r.start && r.word(at - 1) == "+";
    if links > 1
        || mark == ":"
        || mark == "_"
        || is_year
            && versus
            && (r.word(at + 2).len() <= 2 || self::is_year(r.word(at + 2)))
            && is_bare(r, end)
        || descends
        || coded
        || telephone
    {
        return Some(end);
    }
    (is_ratio && !is_fraction(r, at)).then_some(end)
}

fn value(r: &Reader<'_>, at: usize) -> f64 {
    digits::read(r.word(at)).map_or(0.0, |digits| digits.value)
}

fn is_link(r: &Reader<'_>, at: usize) -> bool {
    r.is_dash(at) || matches!(r.word(at), ":" | "/" | "_" | ".")
}

/// Whether no noun follows.
fn is_bare(r: &Reader<'_>, at: usize) -> bool {
    noun::phrase(r, at, false).is_none() || r.joined(at - 1)
}

fn is_fraction(r: &Reader<'_>, at: usize) -> bool {
    let (over, under) = (value(r, at), value(r, at + 2));
    over > 0.0
        && over < under
        && [
            2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 16.0, 32.0, 64.0, 100.0, 1000.0,
        ]
        .contains(&under)
}

/// "2.15pm", "6 a.m.", "10 o'clock".
fn clock(r: &Reader<'_>, at: usize) -> Option<usize> {
    let next = r.skip(at + 1);
    match r.lower(next) {
        "am" | "pm" | "o'clock" | "o\u{2019}clock" => Some(next + 1),
        "a" | "p" if r.word(next + 1) == "." && r.joined(next) && r.is(next + 2, "m") => Some(next + 3),
        _ => None,
    }
}

/// "[3]".
fn footnote(r: &Reader<'_>, at: usize) -> Option<usize> {
    let marked = at > r.start && r.word(at - 1) == "[" && r.word(at + 1) == "]";
    (marked && r.joined(at - 1) && r.joined(at)).then_some(at + 2)
}

/// Digits joined to a word or mark before them: "F-16", "#5", "v2", "/2024", "id=7".
fn code(r: &Reader<'_>, at: usize) -> Option<usize> {
    if at == r.start || !r.joined(at - 1) {
        return None;
    }
    let before = at - 1;
    let is_code = match r.kind(before) {
        Some(TokenKind::Dash) => {
            r.joined_before(before) && (r.is_word(before - 1) && !is_count_word(r, before - 1))
        }
        Some(TokenKind::Word) => !is_currency_like(r, before),
        Some(TokenKind::Mark) => matches!(
            r.word(before),
            "#" | "/" | "\\" | "@" | "_" | "=" | "&" | "^" | "*" | "|"
        ),
        Some(TokenKind::Stop) => r.joined_before(before),
        Some(TokenKind::Comma) => r.word(before) == ":" && r.joined_before(before),
        _ => false,
    };
    is_code.then(|| past_joined(r, at))
}

/// "31207 B-44", "31207 k12": a long number without grouping before a code is a part of it.
fn number_of_code(r: &Reader<'_>, at: usize) -> Option<usize> {
    let word = r.word(at);
    let long = word.len() >= 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    let code = r.word(at + 1);
    let mixed = code.ends_with(|c: char| c.is_ascii_digit());
    let lettered = code.len() == 1 && r.capital(at + 1) && r.is_dash(at + 2) && r.joined(at + 1);
    let next = r.is_word(at + 1) && !r.joined(at) && (mixed || lettered && r.is_number(at + 3));
    (long && next).then(|| past_joined(r, at + 1))
}

/// "section 4.2", "Fig. 3", "§ 12": where something stands in a text.
fn place_in_text(r: &Reader<'_>, at: usize) -> Option<usize> {
    let mut before = r.before(at)?;
    if r.word(before) == "." && r.joined_before(before) {
        before = r.before(before)?;
    }
    r.any(before, &PLACES_IN_TEXT).then_some(at + 1)
}

const PLACES_IN_TEXT: [&str; 11] = [
    "section",
    "subsection",
    "figure",
    "fig",
    "table",
    "appendix",
    "paragraph",
    "footnote",
    "equation",
    "eq",
    "§",
];

fn is_count_word(r: &Reader<'_>, at: usize) -> bool {
    r.tagged(at, Tags::CARDINAL)
}

fn is_currency_like(r: &Reader<'_>, at: usize) -> bool {
    super::tail::find_currency(r, at).is_some()
}

/// The token after all that is joined to the token at `at`.
fn past_joined(r: &Reader<'_>, at: usize) -> usize {
    let mut end = at + 1;
    while r.joined(end - 1)
        && !matches!(
            r.kind(end),
            Some(TokenKind::Stop | TokenKind::Comma | TokenKind::Close)
        )
    {
        end += 1;
    }
    end
}

/// Digits joined to letters that are neither a unit nor a scale nor the ending of an ordinal: "737s", "13F", "4x4".
fn letters(r: &Reader<'_>, at: usize) -> Option<usize> {
    let word = at + 1;
    if !r.joined(at) || !r.is_word(word) {
        return None;
    }
    let lower = r.lower(word);
    let known = super::tail::find_measure(r, word, false).is_some()
        || super::tail::find_currency(r, word).is_some()
        || number::suffix(r.word(word)).is_some()
        || number::part(lower).is_some()
        || number::vulgar(r.word(word)).is_some()
        || matches!(lower, "st" | "nd" | "rd" | "th" | "x" | "yo" | "m")
        || number::plural_part(lower).is_some()
        || lower
            .strip_prefix('e')
            .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    (!known).then(|| past_joined(r, at))
}

/// Whether digits look like a year of our time.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) && ("1300".."2100").contains(&word)
}

/// Whether a plain number, read with nothing or a noun after it, is the name of a year or of a thing.
pub(super) fn is_name(r: &Reader<'_>, numeral: &Numeral, counted: bool) -> bool {
    if numeral.form != Form::Plain {
        return false;
    }
    is_said_year(r, numeral, counted) || is_model(r, numeral, counted) || is_address(r, numeral)
}

/// "in 1912", "the 2023 attacks", "2019 BC"; a bare number of that size without a noun.
fn is_said_year(r: &Reader<'_>, numeral: &Numeral, counted: bool) -> bool {
    let era = r.any(r.skip(numeral.end), &["bc", "bce", "ce", "ad"]);
    if era {
        return true;
    }
    if !is_year(r.word(numeral.start)) {
        return false;
    }
    let Some(before) = r.before(numeral.start) else {
        return !counted;
    };
    let bounds = [
        "over",
        "above",
        "below",
        "under",
        "than",
        "least",
        "most",
        "exceeding",
        "nearly",
        "almost",
    ];
    if !counted && r.any(before, &bounds) {
        return false;
    }
    let dated = Tags::MONTH.or(Tags::SEASON).or(Tags::WEEKDAY);
    let places = r.any(
        before,
        &[
            "in", "since", "until", "till", "during", "by", "early", "late", "mid", "circa", "year", "ad",
            "c",
        ],
    );
    let named = r.tagged(before, Tags::POSSESSIVE) || r.any(before, &["the", "this"]);
    let round = r.word(numeral.start).ends_with("00");
    !counted
        || places
        || r.tagged(before, dated)
        || named && !round
        || r.kind(before) == Some(TokenKind::Possessive)
}

/// A number right after a name: "Boeing 737", "Channel 12", "Apollo 11 astronauts".
fn is_model(r: &Reader<'_>, numeral: &Numeral, counted: bool) -> bool {
    let Some(before) = r.before(numeral.start) else {
        return false;
    };
    // "No. 4"
    if r.word(before) == "." && before > r.start && r.any(before - 1, &["no", "nos", "nr", "nrs"]) {
        return true;
    }
    if !r.is_word(before) || !r.capital(before) {
        return false;
    }
    let open = noun::CLOSED
        .or(Tags::HEDGE)
        .or(Tags::LABEL)
        .or(Tags::CARDINAL)
        .or(Tags::ORDINAL)
        .or(Tags::RELATIVE)
        .or(Tags::CURRENCY);
    if r.tagged(before, open) {
        return false;
    }
    // The first word of a sentence is in capitals whatever it is.
    !(counted && before == r.start)
}

/// "123 Random Street".
fn is_address(r: &Reader<'_>, numeral: &Numeral) -> bool {
    let mut at = r.skip(numeral.end);
    for _ in 0..4 {
        if !r.is_word(at) || !r.capital(at) {
            return false;
        }
        at = r.skip(at + 1);
        if r.any(
            at,
            &[
                "street",
                "st",
                "road",
                "rd",
                "avenue",
                "ave",
                "lane",
                "drive",
                "boulevard",
                "blvd",
                "square",
                "terrace",
                "court",
            ],
        ) && r.capital(at)
        {
            return true;
        }
    }
    false
}

/// Whether "one" at `at` stands for someone or something: "no one", "this one", "the one who".
pub(super) fn is_pronoun(r: &Reader<'_>, at: usize, counted: bool) -> bool {
    if !r.is(at, "one") {
        return false;
    }
    let alone = at == r.start && at + 1 >= r.end;
    let before = r.before(at);
    let determined = before.is_some_and(|before| {
        r.any(
            before,
            &[
                "no", "this", "that", "which", "every", "any", "each", "another", "the", "some", "not",
            ],
        ) || r.tagged(before, Tags::ORDINAL)
    });
    // "one of the first", "one of its largest": as good as "a".
    let of_the = r.words(at + 1, &["of"]).map(|of| r.skip(of)).filter(|&of| {
        r.tagged(
            of,
            Tags::DETERMINER
                .or(Tags::POSSESSIVE)
                .or(Tags::PRONOUN)
                .or(Tags::CARDINAL),
        ) || r.is_number(of)
            || r.capital(of)
    });
    let of_the = of_the.map(|of| r.skip(of + 1));
    let superlative = of_the.is_some_and(|at| {
        r.tagged(at, Tags::ORDINAL)
            || r.is(at, "most")
            || r.lower(at).len() > 5 && r.lower(at).ends_with("est")
    });
    if superlative {
        return true;
    }
    let counts_of = of_the.is_some();
    let minus = before.is_some_and(|before| {
        r.any(
            before,
            &["minus", "negative", "least", "only", "just", "than", "about"],
        )
    });
    if determined && !(counted && before.is_some_and(|before| r.any(before, &["the", "not"]))) {
        return true;
    }
    !(counted || counts_of || minus || alone)
}
