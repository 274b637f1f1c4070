//! What the readers of counts must get right together: whole phrases in, values out.

use proptest::prelude::*;

use crate::article::Article;
use crate::document::Document;
use crate::mention::{Count, Mention, Value as Mentioned};
use crate::text::Span;
use crate::value::quantity::{Bound, Quantity};
use crate::value::unit::{Measure, Unit};

fn mentions(text: &str) -> Vec<Mention> {
    let article = Article::new("a", text);
    let mut mentions = Vec::new();
    super::extract(&Document::new(&article), &mut mentions);
    mentions
}

fn counts(text: &str) -> Vec<(Span, Count)> {
    mentions(text)
        .into_iter()
        .filter_map(|mention| match mention.value {
            Mentioned::Count(count) => Some((mention.span, count)),
            _ => None,
        })
        .collect()
}

/// The counts of a text on one line: `quote = number [..max] [bound] [unit]`, parted by semicolons.
fn told(text: &str) -> String {
    let tell = |(span, count): (Span, Count)| {
        let Quantity {
            number, max, bound, ..
        } = count.quantity;
        let mut told = format!("{} = {}", span.of(text), (number * 1e6).round() / 1e6);
        match bound {
            Bound::Exact => {}
            Bound::Range | Bound::Magnitude => told += &format!("..{max}"),
            _ => told += &format!(" {bound:?}"),
        }
        if let Some(unit) = &count.unit {
            told += &format!(" {}", unit.name());
        }
        told
    };
    counts(text).into_iter().map(tell).collect::<Vec<_>>().join("; ")
}

fn check(rows: &[(&str, &str)]) {
    let wrong: Vec<_> = rows
        .iter()
        .map(|&(text, expected)| (text, expected, told(text)))
        .filter(|(_, expected, got)| expected != got)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn numbers() {
    check(&[
        ("It sold 1,200 jars.", "1,200 jars = 1200 jars"),
        ("It sold 1.200.000 jars.", "1.200.000 jars = 1200000 jars"),
        ("It moved 816\u{202F}000 t of ore.", "816\u{202F}000 t = 816000 t"),
        ("It moved 816 000 t of ore.", "816 000 t = 816000 t"),
        ("A herd of 12,34,567 goats.", "12,34,567 goats = 1234567 goats"),
        (
            "We saw two and a half million geese.",
            "two and a half million geese = 2500000 geese",
        ),
        ("She bought half a dozen eggs.", "half a dozen eggs = 6 eggs"),
        ("A dozen boats left.", "A dozen boats = 12 boats"),
        (
            "Four hundred and twelve sailors slept.",
            "Four hundred and twelve sailors = 412 sailors",
        ),
        ("A hundred lamps burned.", "A hundred lamps = 100 lamps"),
        ("It grew by point five percent.", "point five percent = 0.5 %"),
        (
            "Two thirds of the orchards froze.",
            "Two thirds of the orchards = 0.666667 orchards",
        ),
        (
            "The loss was \u{2212}40 points.",
            "\u{2212}40 points = -40 points",
        ),
        ("Lines of 2½ inches.", "2½ inches = 2.5 in"),
        ("It holds 3 lakh bricks.", "3 lakh bricks = 300000 bricks"),
        ("There are 2M users.", "2M users = 2000000 users"),
    ]);
}

#[test]
fn hedges_bounds_and_ranges() {
    check(&[
        (
            "Some 412 tired sailors slept.",
            "Some 412 tired sailors = 412 About sailors",
        ),
        ("Nearly 500 lamps burned.", "Nearly 500 lamps = 500 About lamps"),
        (
            "More than 80 lamps burned.",
            "More than 80 lamps = 80 MoreThan lamps",
        ),
        (
            "At least 35 lamps burned.",
            "At least 35 lamps = 35 AtLeast lamps",
        ),
        (
            "No more than 35 lamps burned.",
            "No more than 35 lamps = 35 AtMost lamps",
        ),
        (
            "60,000 or more lamps burned.",
            "60,000 or more lamps = 60000 AtLeast lamps",
        ),
        ("Hundreds of lamps burned.", "Hundreds of lamps = 100..2000 lamps"),
        ("Several lamps burned.", "Several lamps = 3..10 lamps"),
        ("We saw 10 to 20 lamps.", "10 to 20 lamps = 10..20 lamps"),
        (
            "We saw between 10 and 20 lamps.",
            "between 10 and 20 lamps = 10..20 lamps",
        ),
        ("It is 10-20 km away.", "10-20 km = 10..20 km"),
        (
            "Two or three hundred lamps burned.",
            "Two or three hundred lamps = 200..300 lamps",
        ),
        ("It took over a year.", "over a year = 1 MoreThan year"),
    ]);
}

#[test]
fn units() {
    check(&[
        ("It cost $19bn.", "$19bn = 19000000000 USD"),
        (
            "It cost about US$ 1.5 million.",
            "about US$ 1.5 million = 1500000 About USD",
        ),
        ("It cost 30 Canadian dollars.", "30 Canadian dollars = 30 CAD"),
        (
            "It cost 5 dollars and 20 cents.",
            "5 dollars and 20 cents = 5.2 USD",
        ),
        ("It rose five per cent.", "five per cent = 5 %"),
        ("The mast is 6 feet 3 inches long.", "6 feet 3 inches = 6.25 ft"),
        (
            "It took a year and four months.",
            "a year and four months = 16 month",
        ),
        ("It took 21h 36m.", "21h 36m = 1296 minute"),
        (
            "It took two hours and forty minutes.",
            "two hours and forty minutes = 160 minute",
        ),
        ("A plot of 12 square miles.", "12 square miles = 12 mi²"),
        ("It was 20 degrees Celsius.", "20 degrees Celsius = 20 °C"),
        ("A 40-day siege began.", "40-day = 40 day"),
        ("A six-member crew.", "six-member = 6 member"),
        ("It tripled three times.", "three times = 3 times"),
        ("Set port 8080 open.", "port 8080 = 8080 port"),
        ("The sixth phase began.", "sixth phase = 6 phase"),
    ]);
}

#[test]
fn ages() {
    check(&[
        ("A 31-year-old baker.", "31-year-old = 31 age"),
        ("Ana Lim, 31, bakes.", "31 = 31 age"),
        ("Ana Lim (31) bakes.", "31 = 31 age"),
        ("A baker aged 31 sang.", "aged 31 = 31 age"),
        ("He sang at the age of two.", "two = 2 age"),
        ("The mule is 6 months old.", "6 months old = 6 month"),
    ]);
}

#[test]
fn what_is_counted() {
    check(&[
        (
            "Of them, 40 of the 90 wooden crates sank.",
            "40 = 40 crates; 90 wooden crates = 90 crates",
        ),
        (
            "It held 90 crates and 12 of them sank.",
            "90 crates = 90 crates; 12 = 12 crates",
        ),
        ("Another 12 had been lost.", "12 = 12"),
        (
            "It carried 900 sailors and crew.",
            "900 sailors and crew = 900 sailors",
        ),
        ("One Danish sailor drowned.", "One Danish sailor = 1 sailor"),
        (
            "They are 10, 20 and 30 km off.",
            "10 = 10 km; 20 = 20 km; 30 km = 30 km",
        ),
    ]);
}

#[test]
fn what_is_no_quantity() {
    let rows = [
        "No one came.",
        "This one is red.",
        "The one who came.",
        "A second later it was gone.",
        "The shop is open 24/7.",
        "The bombs of 7/7 and 9/11.",
        "The G7 met.",
        "Channel 12 reported it.",
        "A Boeing 737 landed.",
        "Use version 3.2.1 now.",
        "It rained in 1912.",
        "In the season of 2012-13.",
        "At 2.15pm it rained.",
        "They won 3-2.",
        "So it is said.[3]",
        "Call +44 20-7946-0018 now.",
        "See https://example.org/2024/3.",
        "The F-16 landed.",
        "The COVID-19 wave.",
        "10 Great Mill Street is closed.",
    ];
    let wrong: Vec<_> = rows
        .iter()
        .map(|text| (text, told(text)))
        .filter(|(_, got)| !got.is_empty())
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A number in words, as English writes it.
fn spell(number: u32) -> String {
    const ONES: [&str; 20] = [
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
    const TENS: [&str; 10] = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    let rest = |rest: u32, and: &str| {
        if rest == 0 {
            String::new()
        } else {
            format!(" {and}{}", spell(rest))
        }
    };
    match number {
        0..20 => ONES[number as usize].to_owned(),
        20..100 if number.is_multiple_of(10) => TENS[number as usize / 10].to_owned(),
        20..100 => format!("{}-{}", TENS[number as usize / 10], ONES[number as usize % 10]),
        100..1000 => format!("{} hundred{}", spell(number / 100), rest(number % 100, "and ")),
        _ => {
            let and = if number % 1000 < 100 { "and " } else { "" };
            format!("{} thousand{}", spell(number / 1000), rest(number % 1000, and))
        }
    }
}

#[test]
fn numbers_in_words_are_read_back() {
    let numbers: Vec<u32> = (0..5_000).chain((5_000..1_000_000).step_by(19)).collect();
    for numbers in numbers.chunks(1_000) {
        let text: String = numbers
            .iter()
            .map(|&number| format!("They found {} coins.\n", spell(number)))
            .collect();
        let read: Vec<f64> = counts(&text)
            .into_iter()
            .map(|(_, count)| count.quantity.number)
            .collect();
        let said: Vec<f64> = numbers.iter().copied().map(f64::from).collect();
        assert_eq!(read, said);
    }
}

fn any_unit() -> impl Strategy<Value = Unit> {
    let measure = |name| Measure::find(name).unwrap();
    prop::sample::select(vec![
        Unit::Noun("crates".to_owned()),
        Unit::Measure(measure("km")),
        Unit::Measure(measure("kg")),
        Unit::Measure(measure("m²")),
        Unit::Measure(measure("day")),
        Unit::Measure(measure("century")),
        Unit::Measure(measure("°C")),
        Unit::Measure(measure("MB")),
        Unit::Currency("EUR"),
        Unit::Currency("USD"),
        Unit::Percent,
        Unit::Age(measure("year")),
        Unit::Ordinal(Some("phase".to_owned())),
        Unit::Label("port".to_owned()),
        Unit::Times,
    ])
}

/// Numbers from 2 on, some with decimals.
fn any_number() -> impl Strategy<Value = f64> {
    let whole = prop_oneof![2..130_u32, 130..10_000_u32, 10_000..4_000_000_000_u32];
    (whole, prop::option::of(1..100_u32))
        .prop_map(|(whole, part)| f64::from(whole) + f64::from(part.unwrap_or(0)) / 100.0)
}

fn any_bound() -> impl Strategy<Value = Bound> {
    prop::sample::select(vec![
        Bound::Exact,
        Bound::About,
        Bound::AtLeast,
        Bound::AtMost,
        Bound::MoreThan,
        Bound::LessThan,
    ])
}

proptest! {
    #[test]
    fn what_is_said_is_read_back(unit in any_unit(), number in any_number(), bound in any_bound()) {
        let placed = matches!(unit, Unit::Ordinal(_) | Unit::Label(_));
        let (number, bound) = if placed { (number.trunc(), Bound::Exact) } else { (number, bound) };
        let said = unit.say(&Quantity::exact(number).bounded(bound));
        let read = counts(&format!("It was {said}."));
        prop_assert_eq!(read.len(), 1, "{}: {:?}", said, read);
        // Days and their like are told in the smaller unit where a part of one is left.
        let count = &read[0].1;
        let read = match (&unit, &count.unit) {
            (Unit::Measure(said), Some(Unit::Measure(read))) => read.to_base(count.quantity.number) / said.factor - said.offset / said.factor,
            _ => {
                prop_assert_eq!(count.unit.as_ref(), Some(&unit), "{}", said);
                count.quantity.number
            }
        };
        prop_assert!((read - number).abs() <= 1e-9 * number, "{}: {}", said, read);
        prop_assert_eq!(count.quantity.bound, bound, "{}", said);
    }

    #[test]
    fn ranges_are_read_back(unit in any_unit(), low in 2..5_000_u32, more in 1..5_000_u32) {
        prop_assume!(!matches!(unit, Unit::Ordinal(_) | Unit::Label(_)));
        let (low, high) = (f64::from(low), f64::from(low + more));
        let said = unit.say(&Quantity::range(low, high));
        let read = counts(&format!("It was {said}."));
        prop_assert_eq!(read.len(), 1, "{}: {:?}", said, read);
        let Quantity { min, max, .. } = read[0].1.quantity;
        prop_assert_eq!((min, max), (low, high), "{}", said);
        prop_assert_eq!(read[0].1.unit.as_ref(), Some(&unit), "{}", said);
    }
}
