//! Contradictions that are known: they do not fail a run, and fail it when they are gone or their time is over.

use jiff::civil::Date;

use super::{ArticleReport, Finding, Judgement, Verdict};
use crate::claim::{ClaimSet, Known};
use crate::text::fold;

/// The `[[known]]` entries of a set on a day, and which of them were met with.
#[derive(Clone, Debug)]
pub struct KnownList<'c> {
    entries: Vec<Entry<'c>>,
    today: Date,
}

#[derive(Clone, Debug)]
struct Entry<'c> {
    known: &'c Known,
    /// An article of the run has this name.
    checked: bool,
    /// The contradiction was found.
    met: bool,
}

/// An entry that no longer holds.
#[derive(Clone, Copy, Debug)]
pub struct StaleKnown<'c> {
    /// The entry.
    pub known: &'c Known,
    /// Its `until` has passed; else the contradiction no longer occurs.
    pub expired: bool,
}

impl StaleKnown<'_> {
    /// What is wrong with the entry, in a line.
    #[must_use]
    pub fn message(&self, claims: &ClaimSet) -> String {
        let claim = claims
            .claims()
            .get(self.known.claim.0)
            .map_or("", |claim| claim.id.as_str());
        let article = &self.known.article;
        match self.known.until {
            Some(until) if self.expired => {
                format!("the known contradiction of `{claim}` in `{article}` was to be mended until {until}")
            }
            _ => format!(
                "the known contradiction of `{claim}` in `{article}` no longer occurs: remove its entry in `[[known]]`"
            ),
        }
    }
}

impl<'c> KnownList<'c> {
    /// The entries of `claims` as they stand on `today`.
    #[must_use]
    pub fn new(claims: &'c ClaimSet, today: Date) -> Self {
        let entry = |known| Entry {
            known,
            checked: false,
            met: false,
        };
        Self {
            entries: claims.known().iter().map(entry).collect(),
            today,
        }
    }

    /// Marks the verdicts of an article whose every contradiction is known.
    pub fn apply(&mut self, report: &mut ArticleReport) {
        let today = self.today;
        for entry in &mut self.entries {
            entry.checked |= matches(&entry.known.article, &report.id);
        }
        for verdict in &mut report.verdicts {
            match verdict.verdict {
                Verdict::Contradicted | Verdict::Conflicting => {}
                Verdict::Supported | Verdict::Compatible | Verdict::NotMentioned => continue,
            }
            let mut all = true;
            for finding in verdict
                .findings
                .iter()
                .filter(|finding| finding.judgement == Judgement::Contradicted)
            {
                let mut known = false;
                for entry in self.entries.iter_mut().filter(|entry| {
                    entry.known.claim == verdict.claim
                        && matches(&entry.known.article, &report.id)
                        && says(finding, entry.known.value.as_deref())
                }) {
                    entry.met = true;
                    known |= !expired(entry.known, today);
                }
                all &= known;
            }
            verdict.known = all;
        }
    }

    /// The entries that fail the run. One whose articles were not part of the run is left in peace.
    pub fn stale(&self) -> impl Iterator<Item = StaleKnown<'c>> + '_ {
        self.entries.iter().filter_map(|entry| {
            let expired = expired(entry.known, self.today);
            (expired || (entry.checked && !entry.met)).then_some(StaleKnown {
                known: entry.known,
                expired,
            })
        })
    }
}

fn expired(known: &Known, today: Date) -> bool {
    known.until.is_some_and(|until| today > until)
}

/// Whether a finding is about this value: its words stand in those of the article or of the report ("13" in "13 arches").
fn says(finding: &Finding, value: Option<&str>) -> bool {
    let words = |text: &str| format!(" {} ", fold(text));
    value.is_none_or(|value| {
        let value = words(value);
        words(&finding.value).contains(&value) || words(&finding.quote).contains(&value)
    })
}

/// Whether a pattern with `*` and `?` covers all of a name; in time linear in the product of their lengths.
fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name): (Vec<char>, Vec<char>) = (pattern.chars().collect(), name.chars().collect());
    let (mut p, mut n) = (0, 0);
    let mut retry = None;
    while n < name.len() {
        match pattern.get(p) {
            Some('*') => {
                retry = Some((p + 1, n));
                p += 1;
            }
            Some(&c) if c == '?' || Some(&c) == name.get(n) => {
                p += 1;
                n += 1;
            }
            _ => match retry {
                // Let the last star take one more character.
                Some((after, from)) => {
                    p = after;
                    n = from + 1;
                    retry = Some((after, from + 1));
                }
                None => return false,
            },
        }
    }
    pattern.get(p..).is_none_or(|rest| rest.iter().all(|&c| c == '*'))
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn stars_and_question_marks() {
        for (pattern, name, expected) in [
            ("a1", "a1", true),
            ("a1", "a12", false),
            ("a*", "a12", true),
            ("*-news", "world-news", true),
            ("*", "", true),
            ("?b", "ab", true),
            ("?b", "b", false),
            ("a*b*c", "axxbyyc", true),
            ("a*b*c", "axxbyy", false),
        ] {
            assert_eq!(matches(pattern, name), expected, "{pattern} {name}");
        }
    }
}
