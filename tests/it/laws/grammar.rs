//! Sheets and articles out of random bytes: each byte chooses a piece of the sheet language, or of what English says of
//! dates, numbers, names and relations, so that little of a random input is wasted on what no reader looks at.

use std::fmt::Write as _;

use arbitrary::{Result, Unstructured};

/// The choices that some bytes make.
pub(super) fn choices(bytes: &[u8]) -> Unstructured<'_> {
    Unstructured::new(bytes)
}

/// Words that begin, bound, count, place or relate something; and those that break what is not careful.
const WORDS: &str = "the a an of in on at by for from to since until before after between and or not no with his her their she he \
    they who whose was is were are has had have said says about around nearly almost over under than more less fewer least most \
    up down some several dozens hundreds thousands dozen half quarter third second first sixth twice once zero one two three \
    seven eleven twelve twenty forty-nine hundred thousand million billion 0 1 2 3 7 07 12 13 24 29 49 50 119 365 369 498 \
    1,200 2,000 1.5 3.14 100,000,000 1e9 18446744073709551616 99999999999999999999999999999999 \u{bd} \u{2155} \u{661}\u{662} \
    1st 2nd 12th 21st 1931 1997 2023 2025 1990s '90s 199X 2023-10-07 2025-02-15 14/6/1931 6/14/31 07.10.2023 31 30 29 \
    January February Feb. March May June Sept. October December Monday Saturday Sun. today yesterday tomorrow now ago last next \
    week weeks day days month months year years decade century morning evening noon midnight 4:17 04:17:00 16.30 p.m. a.m. GMT \
    UTC spring summer late early mid mid- Easter Passover Christmas eve anniversary km m metres feet ft miles kg tonnes % per \
    cent percent $ \u{20ac} \u{a3} USD dollars euros \u{b0}C degrees mph km/h aged age old year-old 29-year-old arches bridges \
    people men women hostages prisoners port phase version v1.2 No. Nos. number page chapter Channel Flight Route Section \
    River Bridge Kibbutz Esk Marr Halden Old Ada Holm Kim Larsen Dr. Mr. Mrs. Ms. Sir Rabbi President Prime Minister Jr. III \
    Lars Larson Larssen Adah Haldn O\u{2019}Neil de la van der bin al- Al- McKim mother father son daughter wife husband brother \
    sister partner ambassador chief executive architect born married married- parents twins each other former late named called \
    known as opened built crosses stands freed held killed died long length would could may might must if whether unless deny \
    denied denies never except however \u{201c} \u{201d} \u{2018} \u{2019} \" ' ( ) [ ] { } < > & | * ** _ ` # > - -- \u{2013} \
    \u{2014} \u{2026} ... . , ; : ! ? ?! / \\ @ ~ ^ + = \u{ab} \u{bb} \u{202e} \u{200b} \u{200d} \u{feff} \u{301} \u{1f600} \
    \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} \u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{645}\u{631} \u{4e2d}\u{6587} \u{130} \u{df} \
    \u{fb01} \u{1c5} \u{0} \u{1b}[31m \u{9b}2J \u{7} \u{7f} &amp; &#8217; <br> https://example.org/12/2025 a@b.org U.S. e.g. i.e.";

/// What may stand between two words; most often a blank.
const GAPS: [&str; 24] = [
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    "",
    "-",
    ", ",
    ". ",
    ".\n",
    "\n",
    "\n\n",
    "\r\n",
    "\u{a0}",
    "\t",
    " (",
    ") ",
    "\u{2019}s ",
    "\u{2014}",
    "\u{2028}",
    "\u{b}",
];

/// Sentences of the story that the sheets below tell, right or wrong.
const SENTENCES: [&str; 16] = [
    "The Halden Bridge, which crosses the River Esk, was opened in June 1931. ",
    "It is 421 metres long; its architect was Ada Holm. ",
    "Kim Larsen's mother, Ada Larsen, spoke first.\n\n",
    "Kim Larsen, 41, was held for 498 days, 71 weeks or sixteen months. ",
    "Her daughter Kim opened the bridge on Sunday, June 14, 1931. ",
    "The bridge has 12 arches, including 7 of stone and 6 of brick. ",
    "\u{201c}It opened yesterday,\u{201d} he said, \u{201c}and stands on twelve arches.\u{201d} ",
    "The Old Bridge does not stand on 13 arches. ",
    "It cost more than $2 million in 1931, or \u{20ac}1.8m. ",
    "Between 10 and 20 people, among them Holm, were there from 4 to 6 p.m. ",
    "## Facts\n\n- Opened: 14 June 1931\n- Length: 412 m\n\n| Year | Cars |\n|---|---|\n| 1931 | 12 |\n\n",
    "Born on 3 May 1901, she was 29 when she married Lars Holm, the ambassador to Marr. ",
    "The deal obliges the town to free 2,000 prisoners in its sixth phase. ",
    "A week later, two days before the opening, the three women left. ",
    "His wife Petra, their son Jon and her brother-in-law Kim Larssen came, too. ",
    "Holm (1885\u{2013}1962) built it; Larsen, the former architect, did not. ",
];

/// An article's text.
pub(super) fn article(u: &mut Unstructured<'_>) -> Result<String> {
    let words: Vec<&str> = WORDS.split_ascii_whitespace().collect();
    let mut text = String::new();
    while !u.is_empty() && text.len() < 20_000 {
        match u.int_in_range(0..=15)? {
            0 | 1 => text.push_str(u.choose(&SENTENCES)?),
            2 => {
                // The same again and again: what is counted, carried over or compared with what came before.
                let word = *u.choose(&words)?;
                let gap = *u.choose(&GAPS)?;
                for _ in 0..u.int_in_range(2..=40)? {
                    text.push_str(word);
                    text.push_str(gap);
                }
            }
            3 => text.push(u.arbitrary()?),
            _ => {
                text.push_str(u.choose(&words)?);
                text.push_str(u.choose(&GAPS)?);
            }
        }
    }
    Ok(text)
}

/// A sheet, and an article with or without a day of publication.
pub(super) fn pair(bytes: &[u8]) -> Result<(String, String)> {
    let u = &mut choices(bytes);
    let sheet = sheet(u)?;
    let days = [
        "",
        "2025-02-16",
        "1931-06-15",
        "9999-12-31",
        "0000-01-01",
        "2024-02-29",
    ];
    let front = match *u.choose(&days)? {
        "" => String::new(),
        day => format!("---\npublished: {day}\n---\n"),
    };
    Ok((sheet, front + &article(u)?))
}

const ENTITIES: [(&str, &str); 6] = [
    (
        "bridge",
        "name = 'Halden Bridge'\naliases = ['Old Bridge', 'the bridge']\n",
    ),
    (
        "kim",
        "name = 'Kim Larsen'\naliases = ['Larsen']\ntype = 'person'\ngender = 'female'\n",
    ),
    ("ada", "name = 'Ada Larsen'\ntype = 'person'\ngender = 'female'\n"),
    ("holm", "name = 'Ada Holm'\naliases = ['Holm']\ntype = 'person'\n"),
    (
        "women",
        "name = 'the three women'\ntype = 'person'\nmembers = ['kim', 'ada', 'holm']\n",
    ),
    (
        "opening",
        "name = 'the opening'\ntype = 'event'\ndate = 1931-06-14\n",
    ),
];

const CUES: [&str; 12] = [
    "opened",
    "built",
    "long",
    "crosses",
    "stands on",
    "held",
    "freed + days",
    "@made",
    "born",
    "of",
    "has",
    "married",
];

const DATES: [&str; 14] = [
    "1931-06-14",
    "'1931-06'",
    "'1931'",
    "'193X'",
    "'1930/1932'",
    "'1931~'",
    "'2024-21'",
    "04:17:00",
    "2023-10-07T06:29:00",
    "'..'",
    "'-0044-03-15'",
    "9999-12-31",
    "'1931-13'",
    "0000-01-01",
];

const NUMBERS: [&str; 14] = [
    "12",
    "412",
    "498",
    "0",
    "-1",
    "1.5",
    "2_000_000",
    "9223372036854775807",
    "1e300",
    "nan",
    "inf",
    "{ min = 7 }",
    "{ min = 3, max = 12 }",
    "-9223372036854775808",
];

const UNITS: [&str; 12] = [
    "'days'",
    "'m'",
    "'arches'",
    "['arches', 'people']",
    "'age'",
    "'%'",
    "'USD'",
    "'times'",
    "'phase'",
    "'port'",
    "'km/h'",
    "'\u{1f600}'",
];

const NAMES: [&str; 8] = [
    "'Esk'",
    "['Esk', 'Marr']",
    "'kim'",
    "'asynchronous'",
    "['ada', 'holm']",
    "'v1.2'",
    "'\u{5e9}'",
    "'the River Esk'",
];

/// A sheet, sound more often than not.
fn sheet(u: &mut Unstructured<'_>) -> Result<String> {
    let mut sheet = String::from("title = 'Random'\n[cues]\nmade = ['made', 'built', 'opened']\n");
    for (id, table) in ENTITIES {
        let _ = write!(sheet, "[entity.{id}]\n{table}");
    }
    for number in 0..u.int_in_range(1..=5)? {
        match u.int_in_range(0..=3)? {
            0 => claim(u, &mut sheet, "date", number, &DATES)?,
            1 => claim(u, &mut sheet, "count", number, &NUMBERS)?,
            2 => claim(u, &mut sheet, "name", number, &NAMES)?,
            _ => relation(u, &mut sheet, number)?,
        }
    }
    if u.ratio(1, 8)? {
        sheet.push_str("[[known]]\narticle = '*'\nclaim = 'count.c0'\n");
    }
    // Now and then, what no author would write.
    if u.ratio(1, 8)? {
        sheet.push_str(u.choose(&[
            "is = 1\n",
            "[date.c0]\n",
            "x",
            "[count.z]\nsum_of = ['count.z']\n",
            "\u{0}",
            "[[entity]]\n",
        ])?);
    }
    Ok(sheet)
}

fn claim(
    u: &mut Unstructured<'_>,
    sheet: &mut String,
    kind: &str,
    number: u32,
    values: &[&str],
) -> Result<()> {
    let _ = writeln!(sheet, "[{kind}.c{number}]");
    match u.int_in_range(0..=7)? {
        0 if kind == "count" => sheet.push_str(u.choose(&[
            "days_between = ['date.c0', 'date.c1']\ninclusive = true\n",
            "days_since = 'date.c0'\n",
            "sum_of = ['count.c0', 'count.c1']\n",
        ])?),
        1 if kind != "name" => {
            let (one, other) = (*u.choose(values)?, *u.choose(values)?);
            let _ = writeln!(
                sheet,
                "timeline = [{{ from = 1900-01-01, until = 1931-12-31, is = {one} }}, {{ from = 2000-01-01, is = {other} }}]"
            );
        }
        _ => {
            let _ = writeln!(sheet, "is = {}", u.choose(values)?);
        }
    }
    if kind == "count" && u.ratio(7, 8)? {
        let _ = writeln!(sheet, "unit = {}", u.choose(&UNITS)?);
        sheet.push_str(u.choose(&[
            "",
            "",
            "tolerance = 3\n",
            "tolerance = '2%'\n",
            "tolerance = -1\n",
        ])?);
    }
    if kind == "name" {
        sheet.push_str(u.choose(&["", "kind = 'river'\n", "kind = ['kibbutz', 'port']\n"])?);
    }
    shared(u, sheet, values)
}

fn relation(u: &mut Unstructured<'_>, sheet: &mut String, number: u32) -> Result<()> {
    let word = *u.choose(&[
        "mother",
        "architect",
        "partner",
        "ambassador",
        "sibling",
        "chief executive",
        "grandmother",
        "friend",
    ])?;
    let people = ["kim", "ada", "holm", "women", "Petra Weber"];
    let (of, is) = (*u.choose(&people)?, *u.choose(&people)?);
    let _ = writeln!(
        sheet,
        "[relation.c{number}]\nrelation = '{word}'\nof = '{of}'\nis = '{is}'"
    );
    sheet.push_str(u.choose(&[
        "",
        "only = true\n",
        "only = false\n",
        "never = [{ relation = 'wife' }]\n",
        "never = ['holm']\n",
    ])?);
    Ok(())
}

/// The keys that every claim has.
fn shared(u: &mut Unstructured<'_>, sheet: &mut String, values: &[&str]) -> Result<()> {
    if u.arbitrary()? {
        let _ = writeln!(sheet, "of = '{}'", u.choose(&ENTITIES)?.0);
    }
    if u.ratio(3, 4)? {
        let _ = writeln!(sheet, "about = ['{}', '{}']", u.choose(&CUES)?, u.choose(&CUES)?);
    }
    match u.int_in_range(0..=15)? {
        0 => writeln!(sheet, "also = [{}]", u.choose(values)?),
        1 => writeln!(sheet, "never = [{}]", u.choose(values)?),
        2 => writeln!(
            sheet,
            "never = [{{ is = {}, about = ['{}'] }}]",
            u.choose(values)?,
            u.choose(&CUES)?
        ),
        3 => writeln!(sheet, "except = ['{}']", u.choose(&CUES)?),
        4 => writeln!(sheet, "severity = 'warning'\nweight = 0.5\nsource = ['a', 'b']"),
        5 => writeln!(sheet, "says = 'The bridge has twelve arches.'"),
        6 => writeln!(
            sheet,
            "supports = ['{}']\nsilent = ['Rain fell.']",
            u.choose(&SENTENCES)?.replace(['\'', '\n'], " ")
        ),
        7 => writeln!(sheet, "weight = {}", u.choose(values)?),
        _ => Ok(()),
    }
    .map_err(|_| arbitrary::Error::IncorrectFormat)
}
