//! Numbers changed into plausible others, in the form in which they stand: digits with their commas, words.

use crate::value::number::{CARDINALS, ORDINALS, TENS};

/// How much larger or smaller a wrong number is.
const STEP: f64 = 0.1;

/// The quote with another number: two of its digits swapped, somewhat more, somewhat less.
pub(super) fn changes(quote: &str) -> Vec<String> {
    if let Some(found) = digits(quote) {
        return found;
    }
    words(quote)
}

fn digits(quote: &str) -> Option<Vec<String>> {
    let start = quote.find(|c: char| c.is_ascii_digit())?;
    let rest = quote.get(start..)?;
    let end = rest
        .find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.'))
        .unwrap_or(rest.len());
    let number = rest.get(..end)?.trim_end_matches(['.', ',']);
    let after = rest.get(number.len()..)?;
    let before = quote.get(..start)?;
    let mut found: Vec<String> = Vec::new();
    for changed in swapped(number)
        .into_iter()
        .chain(shifted(number, 1.0))
        .chain(shifted(number, -1.0))
    {
        let text = format!("{before}{changed}{}", ordinal(&changed, after));
        if changed != number && !found.contains(&text) {
            found.push(text);
        }
    }
    Some(found)
}

/// "369" as "396": the last two neighbours that differ change places.
fn swapped(number: &str) -> Option<String> {
    let mut bytes = number.as_bytes().to_vec();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let at = (1..bytes.len()).rev().find(|&at| {
        let pair = (bytes.get(at - 1), bytes.get(at));
        is_digit(at) && is_digit(at - 1) && pair.0 != pair.1 && !(at == 1 && bytes.get(at) == Some(&b'0'))
    })?;
    bytes.swap(at - 1, at);
    String::from_utf8(bytes).ok()
}

/// A tenth more or less, one at least, as round as the number itself.
fn shifted(number: &str, sign: f64) -> Option<String> {
    let plain: String = number.chars().filter(|c| *c != ',').collect();
    let value: f64 = plain.parse().ok()?;
    let decimals = plain.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let zeros = plain.len() - plain.trim_end_matches('0').len();
    let grain = match (decimals, value) {
        (0, value) if value > 0.0 => 10_f64.powi(i32::try_from(zeros.min(plain.len() - 1)).ok()?),
        (decimals, _) => 10_f64.powi(-i32::try_from(decimals).ok()?),
    };
    let step = (value * STEP / grain).round().max(1.0) * grain;
    let changed = value + sign * step;
    if changed <= 0.0 {
        return None;
    }
    let text = format!("{changed:.decimals$}");
    Some(if number.contains(',') {
        grouped(&text)
    } else {
        text
    })
}

/// Digits grouped by threes.
fn grouped(text: &str) -> String {
    let (whole, fraction) = text
        .split_once('.')
        .map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    fraction.map_or(out.clone(), |fraction| format!("{out}.{fraction}"))
}

/// The words after an ordinal in digits, with the ending that goes with it: "2nd" becomes "3rd".
fn ordinal(number: &str, after: &str) -> String {
    let Some(rest) = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| after.strip_prefix(ending))
    else {
        return after.to_owned();
    };
    if rest.starts_with(char::is_alphabetic) {
        return after.to_owned();
    }
    let ending = match (
        number.ends_with("11") || number.ends_with("12") || number.ends_with("13"),
        number.chars().last(),
    ) {
        (false, Some('1')) => "st",
        (false, Some('2')) => "nd",
        (false, Some('3')) => "rd",
        _ => "th",
    };
    format!("{ending}{rest}")
}

/// The last word of a number with its neighbours in the order of numbers.
fn words(quote: &str) -> Vec<String> {
    let mut last = None;
    let mut start = 0;
    for word in quote.split(|c: char| !c.is_alphabetic()) {
        let lower = word.to_ascii_lowercase();
        for list in [&CARDINALS[1..], &TENS, &ORDINALS] {
            if let Some(at) = list.iter().position(|known| *known == lower) {
                last = Some((start, word.len(), list, at));
            }
        }
        start += word.len()
            + quote
                .get(start + word.len()..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8);
    }
    let Some((start, length, list, at)) = last else {
        return Vec::new();
    };
    // "sixty-nine" has no "sixty-ten".
    let most = if quote.get(..start).is_some_and(|before| before.ends_with('-')) {
        9
    } else {
        list.len()
    };
    let neighbours = [Some(at + 1).filter(|&at| at < most), at.checked_sub(1)];
    let changed = neighbours.into_iter().flatten().filter_map(|at| {
        let is_capital = quote.get(start..)?.starts_with(char::is_uppercase);
        let word = list.get(at)?;
        let word = if is_capital {
            capital(word)
        } else {
            (*word).to_owned()
        };
        Some(format!(
            "{}{word}{}",
            quote.get(..start)?,
            quote.get(start + length..)?
        ))
    });
    changed.collect()
}

/// A word with a capital.
pub(super) fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::changes;

    #[test]
    fn numbers_keep_their_form() {
        for (quote, expected) in [
            (
                "some 369 old boats",
                &["some 396 old boats", "some 406 old boats", "some 332 old boats"][..],
            ),
            ("1,200 seats", &["1,300 seats", "1,100 seats"]),
            ("2.5 million", &["2.8 million", "2.2 million"]),
            ("29-year-old", &["92-year-old", "32-year-old", "26-year-old"]),
            ("2nd ship", &["3rd ship", "1st ship"]),
            ("sixty-nine", &["sixty-eight"]),
            ("Twelve arches", &["Thirteen arches", "Eleven arches"]),
            ("dozens of", &[]),
        ] {
            let found = changes(quote);
            for expected in expected {
                assert!(found.iter().any(|text| text == expected), "{quote}: {found:?}");
            }
            assert!(!found.iter().any(|text| text == quote), "{quote}: {found:?}");
        }
    }
}
