//! What an article says, read through the public door: what other readers of dates and numbers are known to get wrong,
//! and values in every layout.

use corroborate::mention::Value;
use corroborate::{Article, extract};

/// The dates and counts of a text: `date quote = value`, `quote = number [unit]`.
fn told(text: &str) -> String {
    let article = Article::new("a", text);
    let mentions = extract(&article);
    let told = mentions.iter().filter_map(|mention| {
        let quote = mention.span.of(article.text());
        match &mention.value {
            Value::Date(date) => {
                let value = date.edtf().or_else(|| date.earliest()).unwrap_or_default();
                Some(format!("date {quote} = {value}"))
            }
            Value::Count(count) => {
                let unit = count.unit.as_ref().map(|unit| format!(" {}", unit.name()));
                Some(format!(
                    "{quote} = {}{}",
                    count.quantity.number,
                    unit.unwrap_or_default()
                ))
            }
            _ => None,
        }
    });
    told.collect::<Vec<_>>().join("; ")
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
fn the_classic_failures() {
    check(&[
        // A time of day taken for picometres.
        ("The ferry left at 2.15pm.", "date 2.15pm = 14:15"),
        // Blanks between thousands.
        ("They mined 816 000 t of ore.", "816 000 t = 816000 t"),
        // A season of two years taken for a mean.
        (
            "The season of 2012-13 was wet.",
            "date 2012 = 2012; date 13 = 2013",
        ),
        // The beginning of a word taken for a month, a number for a date.
        ("A Julian calendar hung there.", ""),
        ("Order 538400 was lost.", ""),
        // Verbs, pronouns and stars.
        ("She may march in March 2021.", "date March 2021 = 2021-03"),
        ("One never knows; he came second.", ""),
        ("The Sun shone.", ""),
        // Names with a number.
        ("The G7 met; Channel 12 showed it.", ""),
        ("A Boeing 737 landed.", ""),
        ("It never closes: 24/7.", ""),
        ("Version 3.2.1 is out.", ""),
        ("See section 4.2 and Fig. 3.", ""),
        ("1. Buy milk", ""),
        ("The claim[3] was odd.", ""),
        ("Call +44 20 7946 0018.", ""),
        ("He lives at 12 Elm Street.", ""),
        ("They won 3-2.", ""),
        ("It bears 31207 B-44.", ""),
        ("ISBN 978-3-16-148410-0", ""),
        ("See https://example.org/2019/05/12 for it.", ""),
        // Which is not inches.
        ("It had 50,000 in 2020.", "50,000 = 50000; date 2020 = 2020"),
        // Words and scales.
        ("Half a dozen eggs broke.", "Half a dozen eggs = 6 eggs"),
        (
            "two and a half million bees",
            "two and a half million bees = 2500000 bees",
        ),
        (
            "three hundred and sixty-nine lamps",
            "three hundred and sixty-nine lamps = 369 lamps",
        ),
        ("A £2bn bridge.", "£2bn = 2000000000 GBP"),
    ]);
}

#[test]
fn every_layout() {
    check(&[
        // Tables, captions, labels.
        ("| Year | Boats |\n|---|---|\n| 2019 | 14 |\n", "14 = 14"),
        ("Length: 12 km", "12 km = 12 km"),
        (
            "Fig. 3: 12 boats on 4 May 2012",
            "12 boats = 12 boats; date 4 May 2012 = 2012-05-04",
        ),
        // Marks of emphasis.
        (
            "He paid **$40** on *3 May 2020*.",
            "$40 = 40 USD; date 3 May 2020 = 2020-05-03",
        ),
        // A line break inside a value.
        ("about 12\nboats", "about 12\nboats = 12 boats"),
        ("It weighs 5\nkg.", "5\nkg = 5 kg"),
        ("on 3\nJune 2019", "date 3\nJune 2019 = 2019-06-03"),
        // Blanks that do not break, and thin ones.
        ("It sold 1\u{a0}200 jars.", "1\u{a0}200 jars = 1200 jars"),
        ("It sold 1\u{202f}200 jars.", "1\u{202f}200 jars = 1200 jars"),
        ("It rose by 5\u{2009}%.", "5\u{2009}% = 5 %"),
        (
            "on 3\u{a0}June\u{2009}2019",
            "date 3\u{a0}June\u{2009}2019 = 2019-06-03",
        ),
        // Dashes and minus signs.
        (
            "from 3–5 May 2020",
            "date 3 = 2020-05-03; date 5 May 2020 = 2020-05-05",
        ),
        ("a walk of 10–20 km", "10–20 km = 10 km"),
        ("It fell to \u{2212}5 °C.", "\u{2212}5 °C = -5 °C"),
        // Quotes of every kind.
        (
            "\u{201c}14 boats\u{201d} sank on \u{2018}12 May 2011\u{2019}.",
            "14 boats = 14 boats; date 12 May 2011 = 2011-05-12",
        ),
        ("\u{ab}14 boats\u{bb}", "14 boats = 14 boats"),
        ("'14 boats', he said", "14 boats = 14 boats"),
        ("the class of '99", "date '99 = 1999"),
    ]);
}
