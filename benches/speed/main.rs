//! How fast articles are checked, and how the time grows: `cargo bench`, or `cargo bench -- stages` for a part of it.
//!
//! The articles are made from a seed (`corpus`). Every figure is of one thread but for those that say otherwise.
//!
//! # What a profile said
//!
//! Instructions for each byte of JSON Lines, JSON Lines out, with the sheet of the sample story, for 321 short articles half of
//! which tell a story of the sheet. They were counted, for time on a shared machine moves by a third (x86-64, a Xeon of the
//! Sapphire Rapids class, two cores): `RAYON_NUM_THREADS=1 valgrind --tool=callgrind corroborate check …`, which needs valgrind.
//! Loading the sheet is in the total alone. The right column is of a build without link-time optimisation and of rules that
//! read more than those of the left one, so it flatters nothing.
//!
//! | stage                       | before | after |
//! |-----------------------------|-------:|------:|
//! | words and sentences         |     74 |    68 |
//! | mentions                    |    289 |   336 |
//! | linking                     |  1,449 |   534 |
//! | of it: phrases of the sheet |    257 |    58 |
//! | of it: references           |    332 |    90 |
//! | checks without a claim      |     19 |    29 |
//! | the report as JSON          |    311 |    50 |
//! | total                       |  2,503 | 1,104 |
//!
//! Names were taken apart for every article: a thread remembers words and names. Every claim was held against every mention:
//! those without a subject or a cue in the text are not, and links too weak to say anything end at once. The unit of a count
//! was read again for each claim: once is enough. The report was a tree of maps before it was text: it is written as it goes.

#![expect(clippy::unwrap_used, reason = "a bench that cannot be set up is to stop")]

mod adversarial;
mod corpus;
mod growth;
mod sentences;
mod stages;

fn main() {
    divan::main();
}

/// The sheet of the sample story.
fn sample_sheet() -> corroborate::ClaimSet {
    corroborate::ClaimSet::parse("troufanov.toml", include_str!("../../claims/troufanov.toml")).unwrap()
}
