//! Articles made from a seed: news of several lengths, a share of which tells the sample story, rightly and wrongly.

use corroborate::Article;

use crate::sentences::{
    CITIES, FAMILIES, GIVEN, HEADINGS, KIN, MONTHS, ORGANIZATIONS, STORY, WEEKDAYS, WORLD,
};

/// A source of numbers that are the same in every run (SplitMix64).
pub(crate) struct Seed(u64);

impl Seed {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }

    /// True in `share` of a hundred.
    fn chance(&mut self, share: usize) -> bool {
        self.below(100) < share
    }
}

/// What a corpus tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    /// The sample story alone.
    Story,
    /// The rest of the world alone.
    World,
    /// As an archive: one article in four tells the sample story.
    Archive,
}

/// Articles of about 4 kB on average, 1 to 9, as JSON Lines: about `bytes` of text.
pub(crate) fn json_lines(theme: Theme, bytes: usize) -> String {
    let mut lines = String::new();
    for article in articles(theme, bytes) {
        let row = serde_json::json!({
            "id": article.id,
            "published": article.published.map(|day| day.to_string()),
            "text": article.text(),
        });
        lines.push_str(&row.to_string());
        lines.push('\n');
    }
    lines
}

/// The same articles, read.
pub(crate) fn articles(theme: Theme, bytes: usize) -> Vec<Article> {
    let mut seed = Seed::new(7);
    let mut made = Vec::new();
    let mut size = 0;
    while size < bytes {
        let length = 1000 + seed.below(4000) + seed.below(2000);
        let is_story = match theme {
            Theme::Story => true,
            Theme::World => false,
            Theme::Archive => seed.chance(25),
        };
        let text = text(&mut seed, is_story, length);
        size += text.len();
        let mut article = Article::new(format!("a{}", made.len()), text);
        article.published = "2025-02-16".parse().ok();
        made.push(article);
    }
    made
}

/// One text of about `length` bytes.
pub(crate) fn text(seed: &mut Seed, is_story: bool, length: usize) -> String {
    let mut text = String::new();
    let mut writer = Writer::new(seed);
    writer.fill(HEADINGS, &mut text);
    text.push_str("\n\n");
    while text.len() < length {
        for _ in 0..2 + writer.seed.below(4) {
            // Half of what a story article says is of other things.
            let from = if is_story && writer.seed.chance(50) {
                STORY
            } else {
                WORLD
            };
            writer.fill(from, &mut text);
            text.push(' ');
        }
        text.truncate(text.trim_end().len());
        text.push_str("\n\n");
    }
    text
}

/// Fills the gaps of sentences.
struct Writer<'s> {
    seed: &'s mut Seed,
    /// The person last named in full.
    person: (String, &'static str),
}

impl<'s> Writer<'s> {
    fn new(seed: &'s mut Seed) -> Self {
        Self {
            seed,
            person: ("Tomas Berg".to_owned(), "Berg"),
        }
    }

    fn fill(&mut self, from: &[&str], text: &mut String) {
        let sentence = self.seed.pick(from);
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (gap, after) = after.split_once('}').unwrap_or((after, ""));
            self.gap(gap, text);
            rest = after;
        }
        text.push_str(rest);
    }

    fn gap(&mut self, gap: &str, text: &mut String) {
        let seed = &mut *self.seed;
        let filled = match gap {
            "person" => {
                let family = seed.pick(FAMILIES);
                self.person = (format!("{} {family}", seed.pick(GIVEN)), family);
                self.person.0.clone()
            }
            "family" => self.person.1.to_owned(),
            "city" => seed.pick(CITIES).to_owned(),
            "org" => seed.pick(ORGANIZATIONS).to_owned(),
            "kin" => seed.pick(KIN).to_owned(),
            "weekday" => seed.pick(WEEKDAYS).to_owned(),
            "month" => seed.pick(MONTHS).to_owned(),
            "few" => seed
                .pick(&[
                    "two", "three", "four", "five", "seven", "nine", "twelve", "fifteen",
                ])
                .to_owned(),
            "number" => (13 + seed.below(900)).to_string(),
            "many" => format!("{},{:03}", 1 + seed.below(90), seed.below(1000)),
            "money" => format!("${}.{} million", 1 + seed.below(90), seed.below(10)),
            "share" => format!("{} percent", 1 + seed.below(99)),
            "age" => (18 + seed.below(60)).to_string(),
            "year" => (1950 + seed.below(75)).to_string(),
            "date" => date(seed),
            // "right|wrong|wrong": three times in four what is right.
            values => {
                let (right, wrong) = values.split_once('|').unwrap_or((values, values));
                let wrong: Vec<&str> = wrong.split('|').collect();
                let right = if seed.chance(75) { right } else { seed.pick(&wrong) };
                right.to_owned()
            }
        };
        text.push_str(&filled);
    }
}

fn date(seed: &mut Seed) -> String {
    let (month, day, year) = (seed.pick(MONTHS), 1 + seed.below(28), 1990 + seed.below(36));
    match seed.below(5) {
        0 => format!("{day} {month} {year}"),
        1 => format!("{month} {day}"),
        2 => format!("{month} {year}"),
        3 => format!("{year}-{:02}-{day:02}", 1 + seed.below(12)),
        _ => format!("{month} {day}, {year}"),
    }
}

/// A sheet of `claims` claims, three for each of so many people, none of whom the articles name.
pub(crate) fn sheet(claims: usize) -> String {
    use std::fmt::Write as _;
    let mut sheet = String::from("title = \"People\"\n");
    let mut seed = Seed::new(11);
    for at in 0..claims.div_ceil(3) {
        let (given, family) = (seed.pick(GIVEN), family(at));
        let (year, day) = (1950 + seed.below(70), 1 + seed.below(28));
        let days = 20 + seed.below(900);
        let city = seed.pick(CITIES);
        let _ = write!(
            sheet,
            "[entity.p{at}]\nname = \"{given} {family}\"\ntype = \"person\"\n\
             [date.d{at}]\nof = \"p{at}\"\nis = {year}-03-{day:02}\nabout = [\"born\", \"birthday\"]\n\
             [count.c{at}]\nof = \"p{at}\"\nis = {days}\nunit = \"days\"\nabout = [\"held\", \"spent\", \"away\"]\n\
             [name.n{at}]\nof = \"p{at}\"\nis = \"{city}\"\nkind = \"city\"\nabout = [\"moved to\", \"lives in\"]\n",
        );
    }
    sheet
}

/// A family name for each number, of syllables.
fn family(mut number: usize) -> String {
    const HEADS: [&str; 16] = [
        "Bar", "Cor", "Dal", "Fen", "Gru", "Hol", "Jas", "Kel", "Lom", "Mar", "Nev", "Pol", "Rus", "Sel",
        "Tov", "Wil",
    ];
    const TAILS: [&str; 16] = [
        "bak", "cet", "dor", "fal", "gin", "hem", "jek", "kar", "lin", "mos", "nad", "pel", "rik", "sun",
        "tab", "vor",
    ];
    let mut name = HEADS[number % 16].to_owned();
    number /= 16;
    loop {
        name.push_str(TAILS[number % 16]);
        number /= 16;
        if number == 0 {
            return name;
        }
    }
}

/// So many names of two words.
pub(crate) fn names(count: usize) -> Vec<String> {
    let mut seed = Seed::new(3);
    let known = |seed: &mut Seed| format!("{} {}", seed.pick(GIVEN), seed.pick(FAMILIES));
    // Half of them the articles know.
    let name = |at: usize| {
        if at.is_multiple_of(2) {
            known(&mut seed)
        } else {
            format!("{} {}", seed.pick(GIVEN), family(at))
        }
    };
    (0..count).map(name).collect()
}
