//! Names that are nearly the true one, but another: "Paula Weber" for "Paul Weber", "Saint Albin" for "Saint Alban". Where a
//! writer errs, it is often by a word or a few letters.

use super::frame::{Frame, Standing, Wording};
use crate::text::fold;

/// Whom the words around it speak of matters less: this much of a subject is enough.
pub(super) const SUBJECT: f64 = 0.95;
/// The words of two names are alike by this much, on the whole.
const ALIKE: f64 = 0.8;
/// … and each by this much.
const WORD: f64 = 0.5;

/// Whether a name is nearly one of the claim's true names.
///
/// Word by word, by Jaro and Winkler's measure (Winkler, "String comparator metrics", 1990).
pub(super) fn is_near_miss(frame: &Frame, text: &str) -> bool {
    if !may_be_missed(frame) {
        return false;
    }
    let said = words(text);
    truths(frame).any(|wording| are_near(&wording.folded, &said))
}

/// Whether a claim has a true name of more than one word: a single word has no room for a wrong one.
pub(super) fn may_be_missed(frame: &Frame) -> bool {
    truths(frame).any(|wording| wording.folded.len() > 1)
}

fn truths(frame: &Frame) -> impl Iterator<Item = &Wording> {
    frame
        .wordings
        .iter()
        .filter(|wording| matches!(wording.standing, Standing::True(_) | Standing::Alias))
}

fn are_near(truth: &[String], said: &[String]) -> bool {
    if truth.len() != said.len() || truth.len() < 2 {
        return false;
    }
    let alike: Vec<f64> = truth
        .iter()
        .zip(said)
        .map(|(one, other)| strsim::jaro_winkler(one, other))
        .collect();
    let mean = alike.iter().sum::<f64>() / truth.len() as f64;
    mean >= ALIKE && alike.iter().all(|&alike| alike >= WORD)
}

/// The words of a name, folded.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .map(fold)
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{are_near, words};

    #[test]
    fn a_word_or_a_few_letters_make_another_name() {
        let near = [
            ("Paul Weber", "Paula Weber"),
            ("Saint Alban", "Saint-Albin"),
            ("Marta Olsen", "Maria Olsson"),
            ("Tides and Stones", "Tides and Storms"),
        ];
        for (truth, said) in near {
            assert!(are_near(&words(truth), &words(said)), "{truth} / {said}");
        }
        let far = [
            ("Paul Weber", "Anna Weber"),
            ("Port Ellis", "Port Hudson"),
            ("Weber", "Webber"),
            ("Paul Weber", "Paul Adam Weber"),
        ];
        for (truth, said) in far {
            assert!(!are_near(&words(truth), &words(said)), "{truth} / {said}");
        }
    }
}
