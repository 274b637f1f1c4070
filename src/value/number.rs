//! The words that numbers are made of: one table, for reading them and for changing them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// 0 to 19.
pub(crate) const CARDINALS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

/// 20, 30 … 90.
pub(crate) const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// First to nineteenth.
pub(crate) const ORDINALS: [&str; 19] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

/// 20th, 30th … 90th.
const TENTHS: [&str; 8] = [
    "twentieth",
    "thirtieth",
    "fortieth",
    "fiftieth",
    "sixtieth",
    "seventieth",
    "eightieth",
    "ninetieth",
];

/// What a word adds to a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Part {
    /// 0 to 9.
    One(f64),
    /// 10 to 19.
    Teen(f64),
    /// 20, 30 … 90.
    Ten(f64),
    /// 100.
    Hundred,
    /// 12 or 20: "dozen", "score".
    Dozen(f64),
    /// A thousand and more.
    Scale(f64),
}

/// The part of a number that a word in lower case is.
pub(crate) fn part(word: &str) -> Option<Part> {
    PARTS.get(word).copied()
}

/// All words of which [`part`] knows something.
pub(crate) fn parts() -> impl Iterator<Item = &'static str> {
    let others = ["nil", "nought", "naught", "fourty", "hundred", "dozen"];
    let scales = SCALES.iter().map(|&(word, _)| word);
    CARDINALS.into_iter().chain(TENS).chain(scales).chain(others)
}

static PARTS: LazyLock<FxHashMap<&'static str, Part>> = LazyLock::new(|| {
    let ones = (0_u8..)
        .zip(CARDINALS)
        .map(|(number, word)| match f64::from(number) {
            one if one < 10.0 => (word, Part::One(one)),
            teen => (word, Part::Teen(teen)),
        });
    let tens = (2_u8..)
        .zip(TENS)
        .map(|(ten, word)| (word, Part::Ten(f64::from(ten) * 10.0)));
    let scales = SCALES.iter().map(|&(word, scale)| (word, Part::Scale(scale)));
    let others = [
        ("nil", Part::One(0.0)),
        ("nought", Part::One(0.0)),
        ("naught", Part::One(0.0)),
        ("fourty", Part::Ten(40.0)),
        ("hundred", Part::Hundred),
        ("dozen", Part::Dozen(12.0)),
    ];
    ones.chain(tens).chain(scales).chain(others).collect()
});

/// A cardinal below twenty: "three", "eleven".
pub(crate) fn below_twenty(word: &str) -> Option<i16> {
    match part(word)? {
        #[expect(clippy::cast_possible_truncation, reason = "below twenty")]
        Part::One(number) | Part::Teen(number) => Some(number as i16),
        _ => None,
    }
}

/// Twenty, thirty … ninety.
pub(crate) fn tens(word: &str) -> Option<i16> {
    let index = TENS.iter().position(|known| *known == word)?;
    Some(i16::try_from(index).ok()? * 10 + 20)
}

/// A word of scale in the plural or shortened, which counts only after a number: "three dozens", "12 lkhs".
pub(crate) fn plural_part(word: &str) -> Option<Part> {
    match word {
        "dozens" => Some(Part::Dozen(12.0)),
        "scores" => Some(Part::Dozen(20.0)),
        "hundreds" => Some(Part::Hundred),
        "lkh" | "lkhs" => Some(Part::Scale(1e5)),
        "cr" | "koti" | "krores" => Some(Part::Scale(1e7)),
        "bln" => Some(Part::Scale(1e9)),
        "tln" => Some(Part::Scale(1e12)),
        _ => scale(word.strip_suffix('s')?).map(Part::Scale),
    }
}

/// The words of scale in full.
const SCALES: [(&str, f64); 15] = [
    ("thousand", 1e3),
    ("lakh", 1e5),
    ("lakhs", 1e5),
    ("lac", 1e5),
    ("lacs", 1e5),
    ("million", 1e6),
    ("mln", 1e6),
    ("mil", 1e6),
    ("crore", 1e7),
    ("crores", 1e7),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("quadrillion", 1e15),
    ("quintillion", 1e18),
    ("sextillion", 1e21),
];

/// The size of a word of scale in full.
pub(crate) fn scale(word: &str) -> Option<f64> {
    match part(word)? {
        Part::Scale(scale) => Some(scale),
        _ => None,
    }
}

/// Letters that scale the digits before them: "19bn", "2M", "10K". `m` is a metre as well: the caller decides.
pub(crate) fn suffix(word: &str) -> Option<f64> {
    Some(match word {
        "k" | "K" => 1e3,
        "M" | "mn" | "mln" | "Mn" | "MM" | "mm" => 1e6,
        "bn" | "b" | "B" | "Bn" | "BN" | "bln" => 1e9,
        "tn" | "trn" | "Tn" | "tln" => 1e12,
        "cr" | "Cr" => 1e7,
        _ => return None,
    })
}

/// A plural of no definite number, and the numbers that it may mean: "hundreds", "dozens".
pub(crate) fn magnitude(word: &str) -> Option<(f64, f64)> {
    Some(match word {
        "dozens" => (20.0, 120.0),
        "scores" => (40.0, 200.0),
        "hundreds" => (100.0, 2e3),
        "thousands" => (1e3, 1e5),
        "millions" => (1e6, 1e9),
        "billions" => (1e9, 1e12),
        "trillions" => (1e12, 1e15),
        _ => return None,
    })
}

/// The ordinal that a word in lower case is: "sixth", "hundredth".
pub(crate) fn ordinal(word: &str) -> Option<f64> {
    ORDERS.get(word).copied()
}

static ORDERS: LazyLock<FxHashMap<&'static str, f64>> = LazyLock::new(|| {
    let ones = (1_u8..)
        .zip(ORDINALS)
        .map(|(number, word)| (word, f64::from(number)));
    let tens = (2_u8..)
        .zip(TENTHS)
        .map(|(ten, word)| (word, f64::from(ten) * 10.0));
    let others = [
        ("nineth", 9.0),
        ("hundredth", 1e2),
        ("thousandth", 1e3),
        ("millionth", 1e6),
        ("billionth", 1e9),
        ("trillionth", 1e12),
    ];
    ones.chain(tens).chain(others).collect()
});

/// The first number of a decade of life or of a century: "forties" is 40.
pub(crate) fn decade(word: &str) -> Option<u8> {
    DECADES
        .iter()
        .zip((20..).step_by(10))
        .find_map(|(known, first)| (*known == word).then_some(first))
}

const DECADES: [&str; 8] = [
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
];

/// An ordinal up to twenty: "sixth".
pub(crate) fn ordinal_to_twenty(word: &str) -> Option<i16> {
    if word == TENTHS[0] {
        return Some(20);
    }
    let index = ORDINALS.iter().position(|known| *known == word)?;
    Some(i16::try_from(index).ok()? + 1)
}

/// The number of parts that a fraction's name means: "half", "quarters", "thirds", "tenths".
pub(crate) fn denominator(word: &str) -> Option<f64> {
    match word {
        "half" | "halves" => return Some(2.0),
        "quarter" | "quarters" => return Some(4.0),
        "first" | "firsts" | "second" | "seconds" => return None,
        _ => {}
    }
    ordinal(word.strip_suffix('s').unwrap_or(word))
}

/// A fraction of one character.
pub(crate) fn vulgar(word: &str) -> Option<f64> {
    Some(match word {
        "½" => 0.5,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅕" => 0.2,
        "⅖" => 0.4,
        "⅗" => 0.6,
        "⅘" => 0.8,
        "⅙" => 1.0 / 6.0,
        "⅚" => 5.0 / 6.0,
        "⅛" => 0.125,
        "⅜" => 0.375,
        "⅝" => 0.625,
        "⅞" => 0.875,
        _ => return None,
    })
}
