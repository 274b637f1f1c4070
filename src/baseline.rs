//! Floor 8. A baseline: the contradictions that an archive had when the checker was adopted. They are let pass, and new
//! ones are not.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::claim::ClaimSet;
use crate::report::{ArticleReport, Fingerprints, Judgement, Verdict};

/// The version of the file.
const VERSION: u32 = 1;

/// The contradictions that are let pass.
///
/// They are known again by their [fingerprint](crate::report::fingerprint): an edit elsewhere in an article moves none of
/// them. A claim is let pass in an article where each of its contradictions is listed.
#[derive(Clone, Debug, Default)]
pub struct Baseline {
    entries: BTreeMap<String, Entry>,
    met: BTreeSet<String>,
    /// The articles that were looked at.
    seen: BTreeSet<String>,
}

/// A contradiction that is let pass. The fingerprint alone counts; the rest is there for people.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Entry {
    /// The article's path, or its id where it has none.
    pub article: String,
    /// The claim's id, or `check:weekday` and the like where none is needed.
    pub claim: String,
    /// The words.
    pub quote: String,
    /// The name of the finding.
    pub fingerprint: String,
}

#[derive(Deserialize)]
struct File {
    version: u32,
    findings: Vec<Entry>,
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    ///
    /// Where `text` is none.
    pub fn parse(text: &str) -> Result<Self, String> {
        let file: File = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if file.version != VERSION {
            return Err(format!("version {} is not known here", file.version));
        }
        let entries = file.findings.into_iter();
        Ok(Self {
            entries: entries.map(|entry| (entry.fingerprint.clone(), entry)).collect(),
            ..Self::default()
        })
    }

    /// The file, with a line for each entry, in the order of the articles.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut entries: Vec<_> = self.entries.values().collect();
        entries.sort();
        let lines: Vec<_> = entries
            .into_iter()
            .map(|entry| serde_json::to_string(entry).unwrap_or_default())
            .collect();
        let lines = if lines.is_empty() {
            String::new()
        } else {
            format!("\n    {}\n  ", lines.join(",\n    "))
        };
        format!("{{\n  \"version\": {VERSION},\n  \"findings\": [{lines}]\n}}\n")
    }

    /// How many contradictions are listed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether none is listed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many of those in articles that [`Baseline::apply`] was shown are there no more. Others may not have been part of
    /// the run.
    #[must_use]
    pub fn gone(&self) -> usize {
        let shown = self
            .entries
            .values()
            .filter(|entry| self.seen.contains(bare(&entry.article)));
        shown
            .filter(|entry| !self.met.contains(&entry.fingerprint))
            .count()
    }

    /// Lists every contradiction of an article that is not known already. `article` is its path as the file is to have it.
    pub fn add(&mut self, report: &ArticleReport, claims: &ClaimSet, article: &str) {
        let mut fingerprints = Fingerprints::new(article);
        let entry = |claim: &str, quote: &str, fingerprint: String| Entry {
            article: article.to_owned(),
            claim: claim.to_owned(),
            quote: quote.split_whitespace().collect::<Vec<_>>().join(" "),
            fingerprint,
        };
        let mut found = Vec::new();
        for verdict in &report.verdicts {
            let id = &claims.claim(verdict.claim).id;
            for finding in contradictions(verdict) {
                let fingerprint = fingerprints.finding(id, finding).to_string();
                if !verdict.known {
                    found.push(entry(id, &finding.quote, fingerprint));
                }
            }
        }
        for check in &report.checks {
            let fingerprint = fingerprints.check(check).to_string();
            let claim = format!("check:{}", check.check.name());
            found.push(entry(&claim, &check.quote, fingerprint));
        }
        self.entries
            .extend(found.into_iter().map(|entry| (entry.fingerprint.clone(), entry)));
    }

    /// Marks the verdicts of an article whose every contradiction is listed as known, and takes out the checks that are.
    pub fn apply(&mut self, report: &mut ArticleReport, claims: &ClaimSet, article: &str) {
        let mut fingerprints = Fingerprints::new(article);
        self.seen.insert(bare(article).to_owned());
        for verdict in &mut report.verdicts {
            let id = &claims.claim(verdict.claim).id;
            let (mut all, mut any) = (true, false);
            for finding in contradictions(verdict) {
                let listed = self.meet(fingerprints.finding(id, finding).to_string());
                all &= listed;
                any = true;
            }
            let is_wrong = matches!(verdict.verdict, Verdict::Contradicted | Verdict::Conflicting);
            verdict.known |= is_wrong && any && all;
        }
        report
            .checks
            .retain(|check| !self.meet(fingerprints.check(check).to_string()));
    }

    fn meet(&mut self, fingerprint: String) -> bool {
        let listed = self.entries.contains_key(&fingerprint);
        if listed {
            self.met.insert(fingerprint);
        }
        listed
    }
}

/// A path without the dot before it, which fingerprints leave out as well.
fn bare(article: &str) -> &str {
    article.strip_prefix("./").unwrap_or(article)
}

fn contradictions(verdict: &crate::report::ClaimVerdict) -> impl Iterator<Item = &crate::report::Finding> {
    let findings = verdict.findings.iter();
    findings.filter(|finding| finding.judgement == Judgement::Contradicted)
}

#[cfg(test)]
mod tests {
    use super::Baseline;
    use crate::{Article, Checker, ClaimSet};

    const SHEET: &str = "[entity.bridge]\nname = 'Old Bridge'\n[count.arches]\nof = 'bridge'\nis = 12\nunit = 'arches'\nabout = 'has'\n";

    #[test]
    fn old_contradictions_pass_and_new_ones_do_not() {
        let claims = ClaimSet::parse("s.toml", SHEET).expect("a sheet");
        let checker = Checker::new(&claims);
        let check = |text: &str| checker.check(&Article::new("a", text));
        let old = "The Old Bridge has 13 arches. It was built on Sunday, 15 February 2025.";
        let mut baseline = Baseline::default();
        baseline.add(&check(old), &claims, "a.md");
        assert_eq!(baseline.len(), 2);
        let written = baseline.to_json();
        for (text, errors, gone) in [
            (old, 0, 0),
            (
                "A title.\n\nThe Old Bridge has 13\narches. It was built on Sunday, 15 February 2025. Indeed.",
                0,
                0,
            ),
            ("The Old Bridge has 12 arches.", 0, 2),
            ("The Old Bridge has 14 arches.", 1, 2),
            (
                "The Old Bridge has 13 arches. The Old Bridge has 13 arches.",
                2,
                1,
            ),
        ] {
            let mut baseline = Baseline::parse(&written).expect("a baseline");
            let mut report = check(text);
            baseline.apply(&mut report, &claims, "./a.md");
            assert_eq!(
                (report.counts().errors, baseline.gone()),
                (errors, gone),
                "{text}"
            );
        }
        assert_eq!(Baseline::parse(&written).expect("a baseline").to_json(), written);
    }

    #[test]
    fn what_is_no_baseline_is_refused() {
        for text in ["", "[]", "{\"version\":2,\"findings\":[]}", "{\"version\":1}"] {
            assert!(Baseline::parse(text).is_err(), "{text}");
        }
        let empty = Baseline::default().to_json();
        assert!(Baseline::parse(&empty).expect(&empty).is_empty());
    }
}
