//! Floor 8. Sheets without articles: whether each claim does with its own sentences (`supports`, `contradicts`, `silent`)
//! what it says, and which entities nobody needs.

use std::collections::BTreeSet;
use std::fmt;

use miette::{Diagnostic, LabeledSpan, Severity as Level, SourceCode};

use crate::article::Article;
use crate::checker::Checker;
use crate::claim::{Body, Claim, ClaimId, ClaimSet, EntityId, Example, Party, Place, Role};
use crate::excerpt::Excerpt;
use crate::report::{ArticleReport, Verdict};
use crate::text::in_a_line;

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

/// Something to be said of a place in a sheet.
#[derive(Clone, Debug)]
pub struct SheetFinding {
    code: &'static str,
    level: Level,
    message: String,
    help: String,
    label: String,
    place: Place,
    excerpt: Excerpt,
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
        let article = Article::new("sheet", self.example.text.as_str());
        let report = checker.check(&article);
        let row = report.verdicts.get(self.claim.0);
        let verdict = row.map_or(Verdict::NotMentioned, |row| row.verdict);
        if self.expected.fits(verdict) {
            return Ok(());
        }
        let finding = SheetFinding::new(
            claims,
            self.example.place,
            "sheet::own_test",
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

/// Entities that no claim, group or known contradiction speaks of. Some are there so that others are not taken for them, so it is
/// advice.
#[must_use]
pub fn unused_entities(claims: &ClaimSet) -> Vec<SheetFinding> {
    let mut used: BTreeSet<EntityId> = claims
        .entities()
        .iter()
        .flat_map(|entity| entity.members.iter().copied())
        .collect();
    for claim in claims.claims() {
        used.extend(&claim.of);
        used.extend(named(claim));
    }
    let is_idle = |&(index, entity): &(usize, &crate::claim::Entity)| {
        !used.contains(&EntityId(index)) && entity.members.is_empty() && entity.date.is_none()
    };
    let idle = claims.entities().iter().enumerate().filter(is_idle);
    idle.map(|(_, entity)| {
        SheetFinding::new(
            claims,
            entity.place,
            "sheet::unused_entity",
            Level::Advice,
            format!("no claim speaks of the entity `{}`", entity.id),
            "named here".to_owned(),
            "remove it, unless it is there so that another is not taken for it".to_owned(),
        )
    })
    .collect()
}

/// The entities among the values of a claim.
fn named(claim: &Claim) -> Vec<EntityId> {
    let entity = |party: &Party| match party {
        Party::Entity(id) => Some(*id),
        Party::Text(_) => None,
    };
    let holder = |role: &Role| match role {
        Role::Holder(Party::Entity(id)) => Some(*id),
        Role::Holder(Party::Text(_)) | Role::Relation(_) => None,
    };
    match &claim.body {
        Body::Date(_) | Body::Count(_) => Vec::new(),
        Body::Name(body) => {
            let asides = body
                .also
                .iter()
                .chain(&body.never)
                .filter_map(|aside| entity(&aside.value));
            body.is
                .iter()
                .flat_map(|entry| &entry.is)
                .filter_map(entity)
                .chain(asides)
                .collect()
        }
        Body::Relation(body) => {
            let asides = body
                .also
                .iter()
                .chain(&body.never)
                .filter_map(|aside| holder(&aside.value));
            body.is
                .iter()
                .flat_map(|entry| &entry.is)
                .filter_map(entity)
                .chain(asides)
                .collect()
        }
    }
}

impl SheetFinding {
    fn new(
        claims: &ClaimSet,
        place: Place,
        code: &'static str,
        level: Level,
        message: String,
        label: String,
        help: String,
    ) -> Self {
        let sheet = claims.sheets().get(place.sheet);
        let excerpt = match sheet {
            Some(sheet) => sheet.excerpt(),
            None => Excerpt::new("sheet", ""),
        };
        Self {
            code,
            level,
            message: in_a_line(&message).into_owned(),
            help,
            label,
            place,
            excerpt: excerpt.reaching([place.span]),
        }
    }

    /// Whether it fails a run.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.level == Level::Error
    }

    /// What it says, in a line.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for SheetFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for SheetFinding {}

impl Diagnostic for SheetFinding {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.code))
    }

    fn severity(&self) -> Option<Level> {
        Some(self.level)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.help))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = self.excerpt.drawn(self.place.span);
        let label = LabeledSpan::new_primary_with_span(Some(self.label.clone()), span);
        Some(Box::new(std::iter::once(label)))
    }
}
