//! Pairs of invented names.

use super::Likeness::{Different, Partial, Same, Spelling};
use super::{Likeness, Name};

fn check(rows: &[(&str, &str, Likeness)]) {
    for &(one, other, expected) in rows {
        assert_eq!(
            Name::new(one).likeness(&Name::new(other)),
            expected,
            "{one} / {other}"
        );
        assert_eq!(
            Name::new(other).likeness(&Name::new(one)),
            expected,
            "{other} / {one}"
        );
    }
}

#[test]
fn one_name_in_several_spellings() {
    check(&[
        ("Nikolai Petrov", "Nikolai Petrov", Same),
        ("Petrov, Nikolai", "Nikolai Petrov", Same),
        ("Élise Moreau", "Elise Moreau", Same),
        ("Dr. Elise Moreau", "ELISE MOREAU", Same),
        ("Ben-Ami", "Ben Ami", Same),
        ("Nikolay Petrov", "Nikolai Petrov", Spelling),
        ("Yekaterina Volkova", "Ekaterina Volkova", Spelling),
        ("Yevgeny Bourkov", "Evgeniy Burkov", Spelling),
        ("Tsipora", "Tzipora", Spelling),
        ("Ilia Kalinin", "Ilya Kalinin", Spelling),
        ("Muhammad", "Mohammed", Spelling),
        ("Marina Solovyov", "Marena Solovyov", Spelling),
        ("Gavriel", "Gabriel", Spelling),
        ("Cohen", "Kohen", Spelling),
        ("Micha Ziv", "Misha Ziv", Spelling),
        ("Umar Haddad", "Omar Hadad", Spelling),
        ("Emil Sandoval", "Emil Sandovla", Spelling),
        ("NikolaiPetrov", "Nikolai Petrov", Same),
        ("R0bert Klein", "Robert Klein", Spelling),
        ("Pavels Kalnins", "Pavel Kalnin", Spelling),
        ("bin Yusuf Karim", "Karim bin Yusuf", Same),
    ]);
}

#[test]
fn different_names() {
    check(&[
        ("Anna Petrova", "Ivan Petrov", Different),
        ("Vera Petrova", "Nikolai Petrov", Different),
        ("Port Said", "Port Louis", Different),
        ("Tel Dan", "Tel Aviv", Different),
        ("Nikolai Petrov", "Petrov Nikolai", Different),
        ("Alina", "Yelena", Different),
        ("Marena", "Marta", Different),
        ("Dina", "Dana", Different),
        ("Hedda", "Edda", Different),
        ("Levi", "Levitt", Different),
        ("Mario Conti", "Maria Conti", Different),
        ("Daniel Roth", "Danielle Roth", Different),
        ("Petrov", "Petrova", Different),
        ("Martin", "Marvin", Different),
        ("Johnson", "Johnston", Different),
        ("Ben Hurley", "Kate Hurley", Different),
        ("Karl Weber Jr.", "Karl Weber Sr.", Different),
        ("Henry IV", "Henry V", Different),
        ("Eva A. Lund", "Ida A. Lund", Different),
        ("", "Ida", Different),
    ]);
}

#[test]
fn parts_of_a_name() {
    check(&[
        ("Petrov", "Nikolai Petrov", Partial),
        ("J. Keller", "Jakob Keller", Partial),
        ("Anna Maria Keller", "Maria Keller", Partial),
        ("Hans J. Keller", "Hans Jakob Keller", Spelling),
        ("Hans Keller", "Hans Jakob Keller", Same),
        ("Jakob Keller", "Hans Peter Jakob von Keller", Same),
        ("Karl Weber", "Karl Weber Jr.", Same),
        ("van Dijk", "Pieter van Dijk", Partial),
    ]);
}
