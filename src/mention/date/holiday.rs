//! Feasts and other days with a name: "Christmas Day", "Thanksgiving 2012", "New Year's Eve", "Yom Kippur".
//!
//! Feasts that go by the sight of the moon, or by a calendar that only tables tell, are left alone.

use jiff::civil::Weekday::{Monday, Saturday, Sunday, Thursday};

use super::feast::{Feast, TISHA_B_AV};
use super::text::Text;
use super::{Core, Found, year};
use crate::document::{Tags, TokenKind};

/// A feast, with its year or without.
pub(super) fn date(text: &Text<'_, '_>, at: usize) -> Option<Found> {
    if !text.has(at, Tags::FEAST) {
        return None;
    }
    let initial = text.word(at).as_bytes().first();
    let (name, feast, mut end) = HOLIDAYS
        .iter()
        .filter(|(name, _)| name.as_bytes().first() == initial)
        .find_map(|(name, feast)| Some((name, feast, named(text, at, name)?)))?;
    if !name.contains(' ') {
        end += usize::from(text.word(end) == "day");
        let part = text.is_word(end) && year::is_followed_by_noun(text, end - 1) || text.capital(end);
        if part && text.weekday(end).is_none() || !text.capital(at) && *name == "lent" {
            return None;
        }
    }
    let beside = year::beside(text, end + usize::from(text.is(end, &[",", "of"])));
    let (year, end) = beside.map_or((None, end), |(year, end)| (Some(year), end));
    Some(Found::new(at, end, Core::Holiday(*feast, year)))
}

/// The token after a name, where it stands here; its words may be possessive ("Valentine's", "Presidents'", "fathers").
fn named(text: &Text<'_, '_>, at: usize, name: &str) -> Option<usize> {
    let mut end = at;
    for part in name.split(' ') {
        let word = text.word(end);
        if word != part && word.strip_suffix('s') != Some(part) {
            return None;
        }
        end = text.past_stop(end + 1);
        let mark = text.joined(end - 1)
            && match text.kind(end) {
                Some(TokenKind::Possessive) => true,
                Some(TokenKind::Quote) => word.ends_with('s') && text.is_word(end + 1),
                Some(TokenKind::Dash) => text.is_word(end + 1),
                _ => false,
            };
        end += usize::from(mark);
    }
    Some(end)
}

/// Names in lower case without possessive endings, the longer before the shorter.
const HOLIDAYS: &[(&str, Feast)] = &[
    // Of the civil calendar, on a fixed day.
    ("new year eve", Feast::Fixed(12, 31)),
    ("new year day", Feast::Fixed(1, 1)),
    ("burn night", Feast::Fixed(1, 25)),
    ("australia day", Feast::Fixed(1, 26)),
    ("groundhog day", Feast::Fixed(2, 2)),
    ("valentine day", Feast::Fixed(2, 14)),
    ("international women day", Feast::Fixed(3, 8)),
    ("ides of march", Feast::Fixed(3, 15)),
    ("april fool day", Feast::Fixed(4, 1)),
    ("earth day", Feast::Fixed(4, 22)),
    ("anzac day", Feast::Fixed(4, 25)),
    ("king day", Feast::Fixed(4, 27)),
    ("koningsdag", Feast::Fixed(4, 27)),
    ("may day", Feast::Fixed(5, 1)),
    ("cinco de mayo", Feast::Fixed(5, 5)),
    ("ve day", Feast::Fixed(5, 8)),
    ("juneteenth", Feast::Fixed(6, 19)),
    ("canada day", Feast::Fixed(7, 1)),
    ("independence day", Feast::Fixed(7, 4)),
    ("bastille day", Feast::Fixed(7, 14)),
    ("boss day", Feast::Fixed(10, 16)),
    ("halloween", Feast::Fixed(10, 31)),
    ("guy fawke night", Feast::Fixed(11, 5)),
    ("veteran day", Feast::Fixed(11, 11)),
    ("armistice day", Feast::Fixed(11, 11)),
    ("remembrance day", Feast::Fixed(11, 11)),
    ("boxing day", Feast::Fixed(12, 26)),
    // On a weekday of a month.
    ("martin luther king day", Feast::Weekday(1, 3, Monday, 0)),
    ("martin luther king jr day", Feast::Weekday(1, 3, Monday, 0)),
    ("mlk day", Feast::Weekday(1, 3, Monday, 0)),
    ("president day", Feast::Weekday(2, 3, Monday, 0)),
    (
        "administrative professional day",
        Feast::Weekday(4, -1, Saturday, -3),
    ),
    ("secretarie day", Feast::Weekday(4, -1, Saturday, -3)),
    ("military spouse day", Feast::Weekday(5, 2, Sunday, -2)),
    ("mother day", Feast::Weekday(5, 2, Sunday, 0)),
    ("memorial day", Feast::Weekday(5, -1, Monday, 0)),
    ("decoration day", Feast::Weekday(5, -1, Monday, 0)),
    ("father day", Feast::Weekday(6, 3, Sunday, 0)),
    ("labor day", Feast::Weekday(9, 1, Monday, 0)),
    ("national grandparent day", Feast::Weekday(9, 1, Monday, 6)),
    ("grandparent day", Feast::Weekday(9, 1, Monday, 6)),
    ("columbus day", Feast::Weekday(10, 2, Monday, 0)),
    ("election day", Feast::Weekday(11, 1, Monday, 1)),
    ("remembrance sunday", Feast::Weekday(11, 2, Sunday, 0)),
    ("thanksgiving", Feast::Weekday(11, 4, Thursday, 0)),
    ("thank giving day", Feast::Weekday(11, 4, Thursday, 0)),
    ("black friday", Feast::Weekday(11, 4, Thursday, 1)),
    ("cyber monday", Feast::Weekday(11, 4, Thursday, 4)),
    // Of the saints and of Christmas.
    ("epiphany", Feast::Fixed(1, 6)),
    ("candlemas", Feast::Fixed(2, 2)),
    ("st patrick day", Feast::Fixed(3, 17)),
    ("st patrick", Feast::Fixed(3, 17)),
    ("saint patrick day", Feast::Fixed(3, 17)),
    ("saint patrick", Feast::Fixed(3, 17)),
    ("st george day", Feast::Fixed(4, 23)),
    ("michaelmas", Feast::Fixed(9, 29)),
    ("all saint day", Feast::Fixed(11, 1)),
    ("all soul day", Feast::Fixed(11, 2)),
    ("st andrew day", Feast::Fixed(11, 30)),
    ("christmas eve", Feast::Fixed(12, 24)),
    ("christmas", Feast::Fixed(12, 25)),
    // Around Easter.
    ("orthodox easter", Feast::EasternEaster(0, 1)),
    ("orthodox good friday", Feast::EasternEaster(-2, 1)),
    ("orthodox great friday", Feast::EasternEaster(-2, 1)),
    ("clean monday", Feast::EasternEaster(-48, 1)),
    ("lazaru saturday", Feast::EasternEaster(-8, 1)),
    ("great fast", Feast::EasternEaster(-48, 40)),
    ("mardi gra", Feast::Easter(-47, 1)),
    ("shrove tuesday", Feast::Easter(-47, 1)),
    ("pancake day", Feast::Easter(-47, 1)),
    ("ash wednesday", Feast::Easter(-46, 1)),
    ("lent", Feast::Easter(-46, 46)),
    ("palm sunday", Feast::Easter(-7, 1)),
    ("branch sunday", Feast::Easter(-7, 1)),
    ("holy week", Feast::Easter(-7, 7)),
    ("maundy thursday", Feast::Easter(-3, 1)),
    ("good friday", Feast::Easter(-2, 1)),
    ("holy saturday", Feast::Easter(-1, 1)),
    ("easter sunday", Feast::Easter(0, 1)),
    ("easter monday", Feast::Easter(1, 1)),
    ("easter", Feast::Easter(0, 1)),
    ("ascension day", Feast::Easter(39, 1)),
    ("whit sunday", Feast::Easter(49, 1)),
    ("white sunday", Feast::Easter(49, 1)),
    ("pentecost", Feast::Easter(49, 1)),
    ("whit monday", Feast::Easter(50, 1)),
    ("trinity sunday", Feast::Easter(56, 1)),
    ("corpu christi", Feast::Easter(60, 1)),
    // Of the Hebrew calendar. The ninth day of the feast of booths is kept on the eighth in Israel.
    ("rosh hashanah", Feast::Tishri(0, 2)),
    ("rosh hashana", Feast::Tishri(0, 2)),
    ("rosh hashanna", Feast::Tishri(0, 2)),
    ("yom kippur", Feast::Tishri(9, 1)),
    ("sukkot", Feast::Tishri(14, 7)),
    ("succo", Feast::Tishri(14, 7)),
    ("shemini atzeret", Feast::Tishri(21, 1)),
    ("simchat torah", Feast::Tishri(21, 2)),
    ("hanukkah", Feast::Kislev(24, 8)),
    ("hannukkah", Feast::Kislev(24, 8)),
    ("hanukah", Feast::Kislev(24, 8)),
    ("chanukah", Feast::Kislev(24, 8)),
    ("purim", Feast::Tishri(-193, 1)),
    ("passover", Feast::Tishri(-163, 8)),
    ("lag b'omer", Feast::Tishri(-130, 1)),
    ("shavuot", Feast::Tishri(-113, 2)),
    ("tisha b'av", TISHA_B_AV),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::lexicon;

    #[test]
    fn the_lexicon_knows_where_each_name_begins() {
        for (name, _) in HOLIDAYS {
            let first = name.split(' ').next().unwrap_or_default();
            let plural = format!("{first}s");
            let known = [first, plural.as_str()]
                .iter()
                .any(|word| lexicon::tags(word).any(Tags::FEAST));
            assert!(known, "{name}");
        }
    }
}
