//! Inputs on which a careless reader takes the square of their length. Each comes in two sizes, of which the larger must not
//! be slower in bytes per second.

use corroborate::{Article, Checker, ClaimSet, Format};
use divan::{Bencher, counter::BytesCount};

use crate::sample_sheet;

fn check(bencher: Bencher<'_, '_>, text: String) {
    let claims = sample_sheet();
    let checker = Checker::new(&claims);
    let article = Article::new("a", text);
    bencher
        .counter(BytesCount::of_str(article.text()))
        .bench_local(|| checker.check(&article).findings().count());
}

/// Declares benches of a text repeated often.
macro_rules! repeated {
    ($($(#[$doc:meta])* $name:ident: $text:expr;)*) => {
        $(
            $(#[$doc])*
            #[divan::bench(args = [1_000, 10_000], sample_count = 10)]
            fn $name(bencher: Bencher<'_, '_>, times: usize) {
                check(bencher, format!("Troufanov was held {}.", $text.repeat(times)));
            }
        )*
    };
}

repeated! {
    /// A sentence of numbers.
    numbers: "17 ";
    /// A sentence of numbers that count what claims count.
    prisoners: "369 prisoners, ";
    /// Names in a list.
    names: "Yelena Troufanov, ";
    /// Names that no sheet knows.
    strangers: "Anna Berg and Oskar Lindqvist, ";
    /// One cue.
    cue: "freed ";
    /// A cue and a date.
    dates: "freed on May 1, 2024, ";
    /// Brackets that never close.
    brackets: "(";
    /// Brackets around names.
    nested: "(Anna [";
    /// Quotes that never close.
    quotes: "\u{201C}Who ";
    /// Pronouns.
    pronouns: "he and his mother, ";
    /// Relative clauses.
    relatives: "who was freed by the man ";
    /// Marks that are no letters.
    emoji: "\u{1F600}\u{1F468}\u{200D}\u{1F469} ";
    /// Letters with marks.
    marks: "e\u{301}\u{302}\u{303} ";
    /// Capitals in a row.
    capitals: "Aaa ";
    /// Hyphens between words.
    hyphens: "twenty-";
    /// Stops.
    stops: "U.S. ";
    /// Line breaks.
    breaks: "\n";
}

/// A name of many words.
#[divan::bench(args = [1_000, 10_000], sample_count = 10)]
fn long_word(bencher: Bencher<'_, '_>, times: usize) {
    check(bencher, format!("Troufanov{} was freed.", "ov".repeat(times)));
}

/// Declares benches of reading a text in a format, all of it one piece again and again.
macro_rules! read {
    ($($(#[$doc:meta])* $name:ident: $format:ident, $text:expr;)*) => {
        $(
            $(#[$doc])*
            #[divan::bench(args = [10_000, 100_000], sample_count = 10)]
            fn $name(bencher: Bencher<'_, '_>, times: usize) {
                let source = format!("One. {}", $text.repeat(times));
                bencher
                    .counter(BytesCount::of_str(&source))
                    .bench_local(|| Article::read("a", &source, Format::$format).is_ok());
            }
        )*
    };
}

read! {
    /// Quotes in quotes.
    markdown_quotes: Markdown, "> ";
    /// Links that never close.
    markdown_links: Markdown, "[a](";
    /// Emphasis that never closes.
    markdown_emphasis: Markdown, "**a_";
    /// Rows of no table.
    markdown_rows: Markdown, "|1|2|\n";
    /// Elements in elements.
    html_divisions: Html, "<div>x";
    /// Paragraphs that nothing ends.
    html_paragraphs: Html, "<p>12 men";
    /// Tables in tables.
    html_tables: Html, "<table><tr><td>x";
    /// Attributes without values.
    html_attributes: Html, "<a b=";
}

/// A sheet with so many keys that are none.
#[divan::bench(args = [1_000, 10_000], sample_count = 3)]
fn sheet_of_mistakes(bencher: Bencher<'_, '_>, times: usize) {
    use std::fmt::Write as _;
    let mut sheet = String::from("[count.a]\nis = 1\n");
    for number in 0..times {
        let _ = writeln!(sheet, "k{number} = 1");
    }
    bencher
        .counter(BytesCount::of_str(&sheet))
        .bench_local(|| ClaimSet::parse("s.toml", &sheet).is_err());
}
