//! What is read as a date, with which value, and what is not.

use jiff::civil::date;
use proptest::prelude::*;

use crate::article::Article;
use crate::document::Document;
use crate::mention::{Mention, Value};
use crate::value::date::{Clock, DateValue, Limit};

fn read(text: &str) -> Vec<(String, DateValue)> {
    read_on(text, None)
}

fn read_on(text: &str, published: Option<jiff::civil::Date>) -> Vec<(String, DateValue)> {
    let article = Article::new("test", text);
    let document = Document::new(&article);
    let mut mentions: Vec<Mention> = Vec::new();
    super::extract(&document, published, &mut mentions);
    let dates = mentions.into_iter().filter_map(|mention| match mention.value {
        Value::Date(value) => Some((mention.span.of(text).to_owned(), value)),
        _ => None,
    });
    dates.collect()
}

/// The quotes with their values in Extended Date/Time Format, as `quote=edtf; quote=edtf`.
fn summary(dates: &[(String, DateValue)]) -> String {
    let dates: Vec<_> = dates
        .iter()
        .map(|(quote, value)| format!("{quote}={}", value.edtf().unwrap_or_default()))
        .collect();
    dates.join("; ")
}

#[test]
fn reads_dates_as_they_are_written() {
    for (text, expected) in [
        ("It opened on 3 June 2019.", "3 June 2019=2019-06-03"),
        (
            "It opened on June 3rd, 2019, in rain.",
            "June 3rd, 2019=2019-06-03",
        ),
        (
            "It opened on the 3rd of June, 2019.",
            "the 3rd of June, 2019=2019-06-03",
        ),
        (
            "It opened on Mon., Jun. 3, 2019.",
            "Mon., Jun. 3, 2019=2019-06-03",
        ),
        (
            "Built 2019-06-03, sold 03.06.2019.",
            "2019-06-03=2019-06-03; 03.06.2019=2019-03-06",
        ),
        (
            "Log of 2019-06-03T10:15:00Z",
            "2019-06-03T10:15:00Z=2019-06-03T10:15Z",
        ),
        (
            "Signed 13/06/2019 or 05-Aug-2016",
            "13/06/2019=2019-06-13; 05-Aug-2016=2016-08-05",
        ),
        ("in June 2019 and in 2020", "June 2019=2019-06; 2020=2020"),
        ("The mill burned in 1888.", "1888=1888"),
        (
            "the war of 1939-45 and (1913-1914)",
            "1939=1939; 45=1945; 1913=1913; 1914=1914",
        ),
        ("on 6-7 January 1916", "6=1916-01-06; 7 January 1916=1916-01-07"),
        (
            "October 7-9, 2021 was wet",
            "October 7=2021-10-07; 9, 2021=2021-10-09",
        ),
        (
            "from 31 May to 2 June 1916",
            "31 May=1916-05-31; 2 June 1916=1916-06-02",
        ),
        ("from May to July 2024", "May=2024-05; July 2024=2024-07"),
        (
            "in the late 1990s, the 1840s and the sixties",
            "the late 1990s=199X; the 1840s=184X; the sixties=196X",
        ),
        ("a 19th century house", "19th century=18XX"),
        ("in the spring of 1943", "the spring of 1943=1943-21"),
        (
            "the second quarter of 2008, Q3 2009",
            "the second quarter of 2008=2008-34; Q3 2009=2009-35",
        ),
        (
            "by the end of 1965 or mid-March 1982",
            "the end of 1965=1965; mid-March 1982=1982-03",
        ),
        ("about 1910 and ca. 466 BC", "about 1910=1910~; ca. 466 BC=-0465~"),
        ("from 499 to 493 BC", "499=-0498; 493 BC=-0492"),
        (
            "In 1967 he left. On 14 July he came back. The next day he slept.",
            "1967=1967; 14 July=1967-07-14; The next day=1967-07-15",
        ),
        (
            "It fell on 3 May 1987. Two weeks later, in the same year, it rose.",
            "3 May 1987=1987-05-03; Two weeks later=1987-05-17; the same year=1987",
        ),
        ("in nineteen eighty-six", "nineteen eighty-six=1986"),
        (
            "It was told on Christmas Day 1999.",
            "Christmas Day 1999=1999-12-25",
        ),
        (
            "two days after 7 October 2023",
            "two days after 7 October 2023=2023-10-09",
        ),
        ("a line\nbreak on 3\nJune 2019", "3\nJune 2019=2019-06-03"),
        ("on 3\u{a0}June\u{a0}2019", "3\u{a0}June\u{a0}2019=2019-06-03"),
    ] {
        assert_eq!(summary(&read(text)), expected, "{text}");
    }
}

#[test]
fn the_day_of_the_article_places_what_only_it_can() {
    // A Wednesday.
    let published = Some(date(2024, 5, 15));
    for (text, expected) in [
        ("The bridge fell on Monday.", "Monday=2024-05-13"),
        ("The bridge will open on Monday.", "Monday=2024-05-20"),
        ("It happened yesterday.", "yesterday=2024-05-14"),
        (
            "It closed last week and opens next month.",
            "last week=2024-05-06/2024-05-12; next month=2024-06",
        ),
        ("It closed two days ago.", "two days ago=2024-05-13"),
        ("It closed on 20 December.", "20 December=2023-12-20"),
        ("It will close on 20 January.", "20 January=2025-01-20"),
        ("They met on Tuesday last week.", "Tuesday last week=2024-05-07"),
    ] {
        assert_eq!(summary(&read_on(text, published)), expected, "{text}");
    }
    assert_eq!(summary(&read("The bridge fell on Monday.")), "Monday=");
}

#[test]
fn reads_times_of_day() {
    for (text, earliest) in [
        ("The ship struck at 11:40 p.m.", "23:40"),
        ("It left at 23:40 UTC.", "23:40"),
        ("It left at 9.15pm.", "21:15"),
        ("It left at 4 a.m. sharp", "04:00"),
        ("The alarm came at 0340 GMT", "03:40"),
        ("They ate at noon.", "12:00"),
        ("at 7:05 a.m. on 3 June 2019", "2019-06-03T07:05"),
    ] {
        let found = read(text)
            .into_iter()
            .next()
            .and_then(|(_, value)| value.earliest());
        assert_eq!(found.as_deref(), Some(earliest), "{text}");
    }
}

#[test]
fn limits_come_from_the_word_before() {
    for (text, limit) in [
        ("since 1990", Limit::Since),
        ("before 3 June 2019", Limit::Before),
        ("after 1990", Limit::After),
        ("until May 2020", Limit::Until),
        ("in 1990", Limit::On),
    ] {
        let found = read(text).first().map(|(_, value)| value.limit);
        assert_eq!(found, Some(limit), "{text}");
    }
}

#[test]
fn reads_no_date_where_there_is_none() {
    for text in [
        "Julian spoke first and Juno sang.",
        "He may march on; you may not.",
        "May I ask you something?",
        "The Sun is a star.",
        "April Jones and August Wilhelm signed.",
        "Order 538400 was lost.",
        "It took 816 000 t of steel.",
        "A 24-hour shop, open 24/7, of grade 7/7.",
        "They won 3-2, then lost 10:4 on points.",
        "Version 3.2.1 and version 2012.1 came out.",
        "Call 650-650-6500 or +44 138-2010-2015.",
        "ISBN 978-3-16-148410-0",
        "See https://example.org/2019 for more.",
        "There were 1,997 people and 2,224 passengers.",
        "The hall seats 2025 people.",
        "It weighs 1500 kg and costs $1999.",
        "He came second and won one of them.",
        "Channel 12 showed a Boeing 737 of G7.",
        "It ran for two years and 498 days.",
        "I fall down and spring up again.",
        "port 2020",
    ] {
        assert_eq!(summary(&read(text)), "", "{text}");
    }
}

#[test]
fn feasts_and_forms_of_the_calendar() {
    for (text, expected) in [
        ("They fasted on Yom Kippur 1973.", "Yom Kippur 1973=1973-10-06"),
        (
            "It rained on Shrove Tuesday, 2022.",
            "Shrove Tuesday, 2022=2022-03-01",
        ),
        (
            "On Presidents\u{2019} Day 2022 it closed.",
            "Presidents\u{2019} Day 2022=2022-02-21",
        ),
        ("the Orthodox Easter 2021", "Orthodox Easter 2021=2021-05-02"),
        (
            "Lent 2022 began; he lent 2022 coins.",
            "Lent 2022=2022-03-02/2022-04-16",
        ),
        (
            "due in 2025-W07 or on 2025-W07-3",
            "2025-W07=2025-02-10/2025-02-16; 2025-W07-3=2025-02-12",
        ),
        ("a file of 22april 2015", "22april 2015=2015-04-22"),
        ("sales of Q1-2019", "Q1-2019=2019-33"),
        (
            "on October the twenty-first nineteen seventy",
            "October the twenty-first nineteen seventy=1970-10-21",
        ),
    ] {
        assert_eq!(summary(&read(text)), expected, "{text}");
    }
}

#[test]
fn a_tale_gives_the_year() {
    for (text, expected) in [
        // What is told before an early month is of the year before.
        (
            "In November they met. On 3 March 1918 they signed.",
            "November=1917-11; 3 March 1918=1918-03-03",
        ),
        // A look back or ahead does not move the tale.
        (
            "In May 1944 it came, as planned in late 1943. By June it was lost.",
            "May 1944=1944-05; late 1943=1943; June=1944-06",
        ),
        (
            "On 10 March 1975 they struck, a year before the plan of 1976. On 11 March it fell.",
            "10 March 1975=1975-03-10; 1976=1976; 11 March=1975-03-11",
        ),
        // Two digits are of the century of the tale.
        (
            "It burned on 3 May 1917. The boys of \u{2019}99 came.",
            "3 May 1917=1917-05-03; \u{2019}99=1899",
        ),
        (
            "It lasted 64 days from 21 November 1948 to 31 January 1949.",
            "21 November 1948=1948-11-21; 31 January 1949=1949-01-31",
        ),
    ] {
        assert_eq!(
            summary(&read_on(text, Some(date(2009, 12, 19)))),
            expected,
            "{text}"
        );
    }
}

fn days() -> impl Strategy<Value = jiff::civil::Date> {
    (1000i16..=2100, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

fn read_back(value: &DateValue) -> Option<DateValue> {
    read(&format!("It was in {value}."))
        .into_iter()
        .next()
        .map(|(_, value)| value)
}

proptest! {
    #[test]
    fn a_rendered_day_is_read_back(day in days()) {
        let value = DateValue::day(day);
        prop_assert_eq!(read_back(&value), Some(value));
    }

    #[test]
    fn a_rendered_period_is_read_back(year in 1000i16..=2100, month in 1i8..=12, kind in 0..5) {
        let edtf = match kind {
            0 => format!("{year:04}-{month:02}"),
            1 => format!("{year:04}"),
            2 => format!("{:03}X", year / 10),
            3 => format!("{year:04}-{}", 21 + month % 3),
            _ => format!("{year:04}-{}", 33 + month % 4),
        };
        // "The 1900s" is a century in a text; the decade has no name of its own.
        prop_assume!(kind != 2 || year / 10 % 10 != 0);
        let value = DateValue::parse_edtf(&edtf);
        prop_assume!(value.is_ok());
        let value = value.unwrap_or_else(|_| DateValue::vague());
        prop_assert_eq!(read_back(&value), Some(value));
    }

    #[test]
    fn a_rendered_time_is_read_back(hour in 0i8..24, minute in 0i8..60) {
        let value = Clock::minute(hour, minute).map_or_else(DateValue::vague, DateValue::time);
        prop_assert_eq!(read_back(&value), Some(value));
    }

    #[test]
    fn nothing_breaks_it(text in "[ -~éМ’–\n]{0,80}") {
        let _ = read_on(&text, Some(date(2024, 5, 15)));
    }

    #[test]
    fn no_mixture_of_words_breaks_it(words in proptest::collection::vec(
        prop_oneof!["the", "early", "May", "7", "th", "2019", "-", ",", "of", "BC", "two", "days", "after", "next", "Friday",
            "99999", "century", "s", "'", ":", "/", "at", "noon", "9999", "decades", "later", "ago", "\n"].prop_map(|word| word), 0..14)) {
        let _ = read_on(&words.join(" "), Some(date(2024, 5, 15)));
        let _ = read_on(&words.concat(), None);
    }
}
