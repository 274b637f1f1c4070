//! That reading dates and counts takes steps in proportion to the text, whatever the text.

use super::{count, date};
use crate::article::Article;
use crate::document::{Document, looks};

/// Looks at tokens that a text takes.
fn looks(text: &str) -> u64 {
    let article = Article::new("a", text);
    let document = Document::new(&article);
    looks::of(|| {
        let mut mentions = Vec::new();
        date::extract(&document, None, &mut mentions);
        count::extract(&document, &mut mentions);
    })
}

#[test]
fn reading_is_linear() {
    for piece in [
        "1 ",
        "the ",
        "early ",
        "about ",
        "6, ",
        "May ",
        "two days after ",
        "1990-",
        "1:",
        "\n",
        "'",
        "Saturday, ",
        "one ",
        "a ",
        "3,",
        "5 and ",
        "hundred ",
        "10-",
        "more than ",
        "$",
        "-",
        "1/2 ",
        "km ",
        "twenty-",
        "2 km ",
        "all ",
        "half past ",
        "the first ",
        "day of the ",
        "1 of ",
        "first ",
        "blue ",
        "5 blue ",
        "7 ago ",
        "(",
        ".",
        "no. ",
        "year ",
        "two thousand ",
        "1939-45 ",
        "at 5 ",
        "of the 5 ",
    ] {
        let (short, long) = (looks(&piece.repeat(1_000)), looks(&piece.repeat(4_000)));
        assert!(
            long <= 4 * short + short / 20 + 400,
            "{piece:?}: {short} looks, then {long}"
        );
    }
}
