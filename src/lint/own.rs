//! The sentences by which claims test themselves: `supports`, `contradicts`, `silent`.

use miette::Severity as Level;

use super::SheetFinding;
use crate::article::Article;
use crate::checker::Checker;
use crate::claim::{ClaimId, ClaimSet, Example, Severity};
use crate::report::{ArticleReport, Judgement, Verdict};

/// What a claim's own sentence must do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expected {
    /// Support it, or be compatible with it.
    Supports,
    /// Contradict it.
    Contradicts,
    /// Leave it untouched.
    Silent,
}

/// A sentence of a sheet that tests its claim.
#[derive(Clone, Copy, Debug)]
pub struct OwnTest<'c> {
    /// The claim.
    pub claim: ClaimId,
    /// What the sentence must do.
    pub expected: Expected,
    /// Which of the sentences under that key it is, from 1.
    pub number: usize,
    /// The sentence.
    pub example: &'c Example,
}

/// A sentence that does not do what its sheet says.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The sentence as an article.
    pub article: Article,
    /// What it says of all claims.
    pub report: ArticleReport,
    finding: SheetFinding,
}

impl Expected {
    /// The key under which such sentences stand.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Contradicts => "contradicts",
            Self::Silent => "silent",
        }
    }

    const fn fits(self, verdict: Verdict) -> bool {
        match self {
            Self::Supports => matches!(verdict, Verdict::Supported | Verdict::Compatible),
            Self::Contradicts => matches!(verdict, Verdict::Contradicted | Verdict::Conflicting),
            Self::Silent => matches!(verdict, Verdict::NotMentioned),
        }
    }
}

/// The sentences by which the claims of a set test themselves, in the order of the sheets.
pub fn own_tests(claims: &ClaimSet) -> impl Iterator<Item = OwnTest<'_>> {
    claims.claims().iter().enumerate().flat_map(|(index, claim)| {
        let groups = [
            (Expected::Supports, &claim.supports),
            (Expected::Contradicts, &claim.contradicts),
            (Expected::Silent, &claim.silent),
        ];
        groups.into_iter().flat_map(move |(expected, examples)| {
            examples.iter().enumerate().map(move |(number, example)| OwnTest {
                claim: ClaimId(index),
                expected,
                number: number + 1,
                example,
            })
        })
    })
}

impl OwnTest<'_> {
    /// The name of the test: `count.arches::supports-1`.
    #[must_use]
    pub fn name(&self, claims: &ClaimSet) -> String {
        format!(
            "{}::{}-{}",
            claims.claim(self.claim).id,
            self.expected.key(),
            self.number
        )
    }

    /// Holds the sentence, alone, against the claims of `checker`.
    ///
    /// # Errors
    ///
    /// What it does instead of what its sheet says.
    pub fn run(&self, claims: &ClaimSet, checker: &Checker<'_>) -> Result<(), Box<Failure>> {
        let (article, report) = self.report(checker);
        let row = report.verdicts.get(self.claim.0);
        let verdict = row.map_or(Verdict::NotMentioned, |row| row.verdict);
        if self.expected.fits(verdict) {
            return Ok(());
        }
        let finding = SheetFinding::new(
            claims,
            self.example.place,
            "sheet::own-test",
            Level::Error,
            format!(
                "this sentence stands in `{}` of `{}`, and is found {}",
                self.expected.key(),
                claims.claim(self.claim).id,
                verdict.name()
            ),
            verdict.name().to_owned(),
            help(self.expected, verdict).to_owned(),
        );
        Err(Box::new(Failure {
            article,
            report,
            finding,
        }))
    }
}

impl OwnTest<'_> {
    fn report(&self, checker: &Checker<'_>) -> (Article, ArticleReport) {
        let article = Article::new("sheet", self.example.text.as_str());
        let report = checker.check(&article);
        (article, report)
    }

    /// What a sentence that is right by its own claim is wrong by: claims that cannot both be true of it.
    #[must_use]
    pub fn quarrels(&self, claims: &ClaimSet, checker: &Checker<'_>) -> Vec<SheetFinding> {
        if self.expected != Expected::Supports {
            return Vec::new();
        }
        let own = claims.claim(self.claim);
        let (_, report) = self.report(checker);
        let others = report.verdicts.iter().filter(|row| row.claim != self.claim);
        let wrong = others.flat_map(|row| &row.findings).filter(|finding| {
            finding.judgement == Judgement::Contradicted && finding.severity == Severity::Error
        });
        wrong
            .map(|finding| {
                let other = claims.claim(finding.claim);
                SheetFinding::new(
                    claims,
                    self.example.place,
                    "sheet::quarrel",
                    Level::Warning,
                    format!(
                        "this sentence supports `{}` and contradicts `{}`",
                        own.id, other.id
                    ),
                    format!(
                        "says {}, where `{}` says {}",
                        finding.value, other.id, finding.expected
                    ),
                    "correct one of the two, or tell them apart with `of`, `about` or `except`".to_owned(),
                )
            })
            .collect()
    }
}

fn help(expected: Expected, verdict: Verdict) -> &'static str {
    match (expected, verdict) {
        (_, Verdict::NotMentioned) => {
            "nothing links it: add its words to `about`, what it counts or names to `unit` or `kind`, or what it calls the \
             subject to the `aliases` of the entity"
        }
        (Expected::Silent, _) => {
            "part it from the claim with `of`, `about` or `except`, or list its value in `also`"
        }
        (Expected::Supports, _) => "its value is not the claim's: correct the one or the other",
        (Expected::Contradicts, _) => {
            "its value is the claim's: correct the sentence, or make the claim more exact"
        }
    }
}

impl Failure {
    /// The failure with the sentence marked in its sheet.
    #[must_use]
    pub const fn diagnostic(&self) -> &SheetFinding {
        &self.finding
    }
}
