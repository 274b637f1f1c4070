//! A name for a finding that outlives edits elsewhere: a baseline and SARIF know a finding again by it.

use std::collections::BTreeMap;
use std::fmt;

use super::{CheckFinding, Finding};

/// The name of a finding: sixteen hexadecimal digits.
///
/// It is made of what was found, in which article, in which words, and of how many equal ones stand before it; not of
/// lines and columns, which every edit above it moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

/// The fingerprint of the words `quote` in `article` (its path, or its id where it has none) as a finding of `claim` (an
/// id such as `count.arches`, or `check:weekday` where no claim is needed). `occurrence` counts, from 0, the findings
/// before it that are the same in all of this.
///
/// ```
/// use corroborate::report::fingerprint;
/// let one = fingerprint("count.arches", "articles/a.md", "13 arches", 0);
/// assert_eq!(one, fingerprint("count.arches", "./articles/a.md", "13\n  arches", 0));
/// assert_ne!(one, fingerprint("count.arches", "articles/a.md", "13 arches", 1));
/// ```
#[must_use]
pub fn fingerprint(claim: &str, article: &str, quote: &str, occurrence: usize) -> Fingerprint {
    let article = article.strip_prefix("./").unwrap_or(article);
    let mut hash = Hash::default();
    hash.part(claim);
    hash.part(article);
    // Line breaks move when a paragraph is set anew.
    for word in quote.split_whitespace() {
        hash.part(word);
    }
    hash.part("");
    hash.part(&occurrence.to_string());
    Fingerprint(hash.0)
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// Gives the findings of one article their fingerprints. They are to be asked for in the order of the report.
#[derive(Clone, Debug)]
pub struct Fingerprints {
    article: String,
    seen: BTreeMap<(String, String), usize>,
}

impl Fingerprints {
    /// Of the article with this path, or id where it has none.
    #[must_use]
    pub fn new(article: impl Into<String>) -> Self {
        Self {
            article: article.into(),
            seen: BTreeMap::new(),
        }
    }

    /// Of the next finding of the claim with this id.
    pub fn finding(&mut self, claim: &str, finding: &Finding) -> Fingerprint {
        self.next(claim, &finding.quote)
    }

    /// Of the next finding that needs no claim.
    pub fn check(&mut self, finding: &CheckFinding) -> Fingerprint {
        self.next(&format!("check:{}", finding.check.name()), &finding.quote)
    }

    fn next(&mut self, claim: &str, quote: &str) -> Fingerprint {
        let quote: Vec<_> = quote.split_whitespace().collect();
        let quote = quote.join(" ");
        let seen = self.seen.entry((claim.to_owned(), quote.clone())).or_default();
        let occurrence = *seen;
        *seen += 1;
        fingerprint(claim, &self.article, &quote, occurrence)
    }
}

/// FNV-1a with 64 bits: files keep fingerprints, so they may never depend on a library's choice of hash.
struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    fn part(&mut self, text: &str) {
        // No text has the byte 0xFF in it, so parts cannot run into each other.
        for byte in text.bytes().chain([0xFF]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn it_is_the_same_for_ever() {
        let one = fingerprint("count.arches", "articles/a.md", "13 arches", 0);
        assert_eq!(one.to_string(), "52832e4de189e9f2");
    }

    #[test]
    fn every_part_counts() {
        let rows = [
            ("count.arches", "a.md", "13 arches", 0),
            ("count.spans", "a.md", "13 arches", 0),
            ("count.arches", "b.md", "13 arches", 0),
            ("count.arches", "a.md", "13", 0),
            ("count.arches", "a.md", "13arches", 0),
            ("count.arches", "a.md", "13 arches", 1),
            ("count.arches", "a.md 13", "arches", 0),
        ];
        let all: std::collections::BTreeSet<_> = rows
            .iter()
            .map(|&(claim, article, quote, occurrence)| fingerprint(claim, article, quote, occurrence))
            .collect();
        assert_eq!(all.len(), rows.len());
    }
}
