//! The words that numbers are made of.

/// What a word adds to a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
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
pub(super) fn part(word: &str) -> Option<Part> {
    Some(match word {
        "zero" | "nil" | "nought" | "naught" => Part::One(0.0),
        "one" => Part::One(1.0),
        "two" => Part::One(2.0),
        "three" => Part::One(3.0),
        "four" => Part::One(4.0),
        "five" => Part::One(5.0),
        "six" => Part::One(6.0),
        "seven" => Part::One(7.0),
        "eight" => Part::One(8.0),
        "nine" => Part::One(9.0),
        "ten" => Part::Teen(10.0),
        "eleven" => Part::Teen(11.0),
        "twelve" => Part::Teen(12.0),
        "thirteen" => Part::Teen(13.0),
        "fourteen" => Part::Teen(14.0),
        "fifteen" => Part::Teen(15.0),
        "sixteen" => Part::Teen(16.0),
        "seventeen" => Part::Teen(17.0),
        "eighteen" => Part::Teen(18.0),
        "nineteen" => Part::Teen(19.0),
        "twenty" => Part::Ten(20.0),
        "thirty" => Part::Ten(30.0),
        "forty" | "fourty" => Part::Ten(40.0),
        "fifty" => Part::Ten(50.0),
        "sixty" => Part::Ten(60.0),
        "seventy" => Part::Ten(70.0),
        "eighty" => Part::Ten(80.0),
        "ninety" => Part::Ten(90.0),
        "hundred" => Part::Hundred,
        "dozen" => Part::Dozen(12.0),
        _ => Part::Scale(scale(word)?),
    })
}

/// A word of scale in the plural or shortened, which counts only after a number: "three dozens", "12 lkhs".
pub(super) fn plural_part(word: &str) -> Option<Part> {
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
pub(super) fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "thousand" => 1e3,
        "lakh" | "lakhs" | "lac" | "lacs" => 1e5,
        "million" | "mln" | "mil" => 1e6,
        "crore" | "crores" => 1e7,
        "billion" => 1e9,
        "trillion" => 1e12,
        "quadrillion" => 1e15,
        _ => return None,
    })
}

/// Letters that scale the digits before them: "19bn", "2M", "10K". `m` is a metre as well: the caller decides.
pub(super) fn suffix(word: &str) -> Option<f64> {
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
pub(super) fn magnitude(word: &str) -> Option<(f64, f64)> {
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

/// The ordinal that a word in lower case is: "sixth", "hundredth". Twenty and its like are marked as tens.
pub(super) fn ordinal(word: &str) -> Option<f64> {
    Some(match word {
        "first" => 1.0,
        "second" => 2.0,
        "third" => 3.0,
        "fourth" => 4.0,
        "fifth" => 5.0,
        "sixth" => 6.0,
        "seventh" => 7.0,
        "eighth" => 8.0,
        "ninth" | "nineth" => 9.0,
        "tenth" => 10.0,
        "eleventh" => 11.0,
        "twelfth" => 12.0,
        "thirteenth" => 13.0,
        "fourteenth" => 14.0,
        "fifteenth" => 15.0,
        "sixteenth" => 16.0,
        "seventeenth" => 17.0,
        "eighteenth" => 18.0,
        "nineteenth" => 19.0,
        "twentieth" => 20.0,
        "thirtieth" => 30.0,
        "fortieth" => 40.0,
        "fiftieth" => 50.0,
        "sixtieth" => 60.0,
        "seventieth" => 70.0,
        "eightieth" => 80.0,
        "ninetieth" => 90.0,
        "hundredth" => 100.0,
        "thousandth" => 1e3,
        "millionth" => 1e6,
        "billionth" => 1e9,
        "trillionth" => 1e12,
        _ => return None,
    })
}

/// The number of parts that a fraction's name means: "half", "quarters", "thirds", "tenths".
pub(super) fn denominator(word: &str) -> Option<f64> {
    match word {
        "half" | "halves" => return Some(2.0),
        "quarter" | "quarters" => return Some(4.0),
        "first" | "firsts" | "second" | "seconds" => return None,
        _ => {}
    }
    ordinal(word.strip_suffix('s').unwrap_or(word))
}

/// A fraction of one character.
pub(super) fn vulgar(word: &str) -> Option<f64> {
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
