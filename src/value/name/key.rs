//! How a name is spelled, transliteration left out: `ou` and `u`, `tz` and `ts`, `y` and `i` are one; and what it costs to
//! turn one such key into another.
//!
//! A key has a letter for each sound. Capitals stand for the sounds of two letters: `S` for *sh*, `C` for *ch*, which is
//! read as *sh*, *kh* or *tch*.

/// Costs are counted in tenths of a letter.
pub(super) const LETTER: usize = 10;
/// The longest key that is compared by cost; longer ones are equal or not.
const LONGEST: usize = 32;

/// The key of a folded word.
pub(super) fn key(folded: &str) -> String {
    let plain = undigited(folded);
    let letters: Vec<char> = plain
        .as_deref()
        .unwrap_or(folded)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    let mut key = String::with_capacity(letters.len());
    let mut at = 0;
    while let Some(&c) = letters.get(at) {
        let next = letters.get(at + 1).copied().unwrap_or(' ');
        let (sound, width) = sound(
            c,
            next,
            at == 0,
            at + 1 == letters.len(),
            letters.get(at + 2).copied(),
        );
        match sound {
            None if !key.ends_with(c) => key.push(c),
            Some(sound) if !key.ends_with(sound) || sound.is_empty() => key.push_str(sound),
            _ => {}
        }
        at += width;
    }
    key
}

/// The sound of the letters `c` and `next`, and how many of the two it takes; `None` for `c` as it is.
fn sound(c: char, next: char, first: bool, last: bool, after: Option<char>) -> (Option<&'static str>, usize) {
    let (sound, width) = match (c, next) {
        // "Yekaterina", "Yefim": the glide before an initial e.
        ('y' | 'j', 'e') if first => ("e", 2),
        ('o', 'u') | ('o', 'o') | ('u', 'w') => ("u", 2),
        ('e', 'e')
        | ('i', 'e')
        | ('y', 'e')
        | ('i', 'y')
        | ('e', 'i')
        | ('e', 'y')
        | ('e', 'j')
        | ('i', 'j')
        | ('i', 'i') => ("i", 2),
        ('a', 'y') if after.is_none() => ("ai", 2),
        ('p', 'h') => ("f", 2),
        ('t', 'z') | ('t', 's') => ("ts", 2),
        ('k', 'h') => ("h", 2),
        ('s', 'c') if after == Some('h') => ("S", 3),
        ('c', 'h') => ("C", 2),
        ('s', 'h') => ("S", 2),
        ('z', 'h') => ("s", 2),
        ('t', 'h') => ("t", 2),
        ('g', 'h') => ("g", 2),
        ('d', 't') => ("t", 2),
        ('c', 'k') | ('q', 'u') => ("k", 2),
        ('k', 's') => ("x", 2),
        ('x', _) if first => ("s", 1),
        ('h', _) if last => ("", 1),
        ('y' | 'j', _) => ("i", 1),
        ('w', _) => ("v", 1),
        ('q', _) => ("k", 1),
        ('c', 'e' | 'i' | 'y') => ("s", 1),
        ('c', _) => ("k", 1),
        ('z', _) => ("s", 1),
        _ => return (None, 1),
    };
    (Some(sound), width)
}

/// A word in which digits stand for the letters that they look like ("Ig0r"), with the letters.
fn undigited(word: &str) -> Option<String> {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
    if digits == 0 || digits > 2 || letters < 3 {
        return None;
    }
    let letter = |c| match c {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        '9' => 'g',
        c => c,
    };
    Some(word.chars().map(letter).collect())
}

/// What it costs to turn one key into another, in tenths of a letter; `None` where it costs more than `limit`.
///
/// The distance is that of Damerau in the restricted form ("optimal string alignment"), with weights by sound.
pub(super) fn cost(one: &str, other: &str, limit: usize) -> Option<usize> {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() > LONGEST || other.len() > LONGEST || one.len().abs_diff(other.len()) * 3 > limit {
        return None;
    }
    let mut before = [0; LONGEST + 1];
    let mut above = [0; LONGEST + 1];
    let mut row = [0; LONGEST + 1];
    for (at, &letter) in other.iter().enumerate() {
        above[at + 1] = above[at] + gap(other, at, letter);
    }
    for (i, &a) in one.iter().enumerate() {
        row[0] = above[0] + gap(one, i, a);
        let mut least = row[0];
        for (j, &b) in other.iter().enumerate() {
            let mut best = above[j] + exchange(a, b);
            best = best.min(above[j + 1] + gap(one, i, a));
            best = best.min(row[j] + gap(other, j, b));
            if i > 0 && j > 0 && a == other[j - 1] && one[i - 1] == b {
                best = best.min(before[j - 1] + SWAP);
            }
            row[j + 1] = best;
            least = least.min(best);
        }
        if least > limit {
            return None;
        }
        before = above;
        above = row;
    }
    let cost = above[other.len()];
    (cost <= limit).then_some(cost)
}

/// Two neighbours that have changed places.
const SWAP: usize = 7;

/// What a letter costs that the other key lacks.
fn gap(word: &[u8], at: usize, letter: u8) -> usize {
    let before = at.checked_sub(1).and_then(|before| word.get(before));
    match letter {
        b'h' if at > 0 => 3,
        // "Jinpin", "Jinping"
        b'g' if before == Some(&b'n') => 5,
        _ if is_vowel(letter) && at > 0 => 6,
        _ => LETTER,
    }
}

/// What it costs to put one letter in the place of another.
fn exchange(one: u8, other: u8) -> usize {
    if one == other {
        return 0;
    }
    let (low, high) = (one.min(other), one.max(other));
    match (low, high) {
        (b'o', b'u') => 3,
        (b'e', b'i') => 5,
        (b'a', b'e' | b'o') => 6,
        (b'C', b'S' | b'h' | b'k') => 2,
        (b'S', b's') | (b'C', b't') => 5,
        _ if is_vowel(one) != is_vowel(other) => 2 * LETTER,
        _ if is_vowel(one) => LETTER,
        _ if class(one) == class(other) && class(one) > 0 => 6,
        _ => LETTER + 2,
    }
}

pub(super) fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Consonants that names exchange: the classes of Daitch and Mokotoff, with `m` and `n` kept apart by the cost.
fn class(letter: u8) -> u8 {
    match letter {
        b'd' | b't' => 3,
        b's' | b'S' | b'C' => 4,
        b'g' | b'k' | b'h' => 5,
        b'b' | b'f' | b'p' | b'v' => 7,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{cost, key};

    #[test]
    fn keys() {
        for (word, expected) in [
            ("yekaterina", "ekaterina"),
            ("dmitriy", "dmitri"),
            ("boutros", "butros"),
            ("tzipora", "tsipora"),
            ("schmidt", "Smit"),
            ("khalil", "halil"),
            ("o'hara", "ohara"),
            ("r0bert", "robert"),
            ("дом", "дом"),
        ] {
            assert_eq!(key(word), expected, "{word}");
        }
    }

    #[test]
    fn costs() {
        for (one, other, expected) in [
            ("marina", "marina", Some(0)),
            ("marina", "marena", Some(5)),
            ("robert", "rupert", Some(9)),
            ("daniel", "denial", None),
            ("marina", "martina", None),
        ] {
            assert_eq!(cost(one, other, 9), expected, "{one} {other}");
        }
    }
}
