//! Floor 8. A finding as a [`miette::Diagnostic`]: the article's words under a mark, the words that made the link, and
//! the claim as its sheet states it, nested.

use std::fmt;
use std::sync::Arc;

use miette::{Diagnostic, LabeledSpan, Severity as Level, SourceCode};

use crate::article::Article;
use crate::claim::{Body, Claim, ClaimSet, Place, Severity};
use crate::excerpt::Excerpt;
use crate::report::{CheckFinding, Evidence, Finding, Judgement, Role};
use crate::text::{Span, in_a_line};

/// What was found in an article, ready to be shown.
#[derive(Clone, Debug)]
pub struct ArticleDiagnostic {
    code: String,
    level: Level,
    message: String,
    help: String,
    excerpt: Excerpt,
    labels: Vec<LabeledSpan>,
    claim: Option<ClaimDiagnostic>,
}

impl Finding {
    /// The finding as a diagnostic. `claims` and `article` are those of the check that found it.
    ///
    /// ```
    /// use corroborate::{Article, Checker, ClaimSet};
    /// let claims = ClaimSet::parse("s.toml", "[count.arches]\nis = 12\nunit = 'arches'\nsays = 'It has 12 arches.'\n")?;
    /// let article = Article::new("a1", "The bridge has twelve arches.");
    /// for finding in Checker::new(&claims).check(&article).findings() {
    ///     let _shown: Box<dyn miette::Diagnostic> = Box::new(finding.diagnostic(&claims, &article));
    /// }
    /// # Ok::<(), corroborate::claim::SheetErrors>(())
    /// ```
    #[must_use]
    pub fn diagnostic(&self, claims: &ClaimSet, article: &Article) -> ArticleDiagnostic {
        let claim = claims.claims().get(self.claim.0);
        let marks = self.evidence.iter().map(|it| it.span);
        let excerpt = excerpt(article, self.sentence).reaching(marks.chain([self.span]));
        let value = format!("says {}", in_a_line(&self.value));
        let mut labels = vec![mark(&excerpt, self.span, &value)];
        labels.extend(
            self.evidence
                .iter()
                .filter(|it| !it.span.overlaps(self.span))
                .map(|it| {
                    LabeledSpan::new_with_span(
                        Some(role(it, self, claims).to_owned()),
                        excerpt.drawn(it.span),
                    )
                }),
        );
        let id = claim.map_or("claim", |claim| claim.id.as_str());
        ArticleDiagnostic {
            code: format!("{}::{}", self.judgement.name(), in_a_line(id)),
            level: level(self.severity),
            message: in_a_line(&self.message).into_owned(),
            help: in_a_line(&help(self, claim)).into_owned(),
            excerpt,
            labels,
            claim: claim.and_then(|claim| ClaimDiagnostic::new(claims, claim, &self.expected)),
        }
    }
}

impl CheckFinding {
    /// The finding as a diagnostic.
    #[must_use]
    pub fn diagnostic(&self, article: &Article) -> ArticleDiagnostic {
        let marks = self.others.iter().map(|(span, _)| *span);
        let excerpt = excerpt(article, self.sentence).reaching(marks.chain([self.span]));
        let others = self.others.iter().map(|(span, what)| {
            LabeledSpan::new_with_span(Some(in_a_line(what).into_owned()), excerpt.drawn(*span))
        });
        let labels = std::iter::once(mark(&excerpt, self.span, self.check.label()))
            .chain(others)
            .collect();
        ArticleDiagnostic {
            code: format!("check::{}", self.check.name()),
            level: level(self.severity),
            message: in_a_line(&self.message).into_owned(),
            help: in_a_line(&self.help).into_owned(),
            labels,
            excerpt,
            claim: None,
        }
    }
}

impl ArticleDiagnostic {
    /// The same, drawn for a page of this many columns: what is shown of a long line is cut to it.
    #[must_use]
    pub fn on_a_page_of(mut self, columns: usize) -> Self {
        let room = columns.saturating_sub(MARGIN);
        self.excerpt = self.excerpt.on_a_page_of(room);
        if let Some(claim) = &mut self.claim {
            claim.excerpt = claim.excerpt.clone().on_a_page_of(room.saturating_sub(MARGIN));
        }
        self
    }
}

/// What stands left of the text of an excerpt: a line number and the frame.
const MARGIN: usize = 8;

fn excerpt(article: &Article, sentence: Span) -> Excerpt {
    let name = match &article.path {
        // One file holds many articles; lines are those of the article.
        Some(path) if article.row().is_some() => format!("{path}#{}", article.id),
        Some(path) => path.clone(),
        None => article.id.clone(),
    };
    Excerpt::indexed(name, article.shown_source(), Arc::clone(article.lines())).within(sentence)
}

fn mark(excerpt: &Excerpt, span: Span, label: &str) -> LabeledSpan {
    LabeledSpan::new_primary_with_span(Some(label.to_owned()), excerpt.drawn(span))
}

const fn level(severity: Severity) -> Level {
    match severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Advice => Level::Advice,
    }
}

/// What a word of the evidence shows: a wrong link is the usual false alarm, so it is always said.
fn role(evidence: &Evidence, finding: &Finding, claims: &ClaimSet) -> &'static str {
    let entity = claims
        .claims()
        .get(finding.claim.0)
        .is_some_and(|claim| !claim.of.is_empty());
    match evidence.role {
        Role::Subject if entity => "about this",
        Role::Subject => "subject",
        Role::Cue => "speaks of it",
        Role::Unit => "what is counted",
        Role::Kind => "what is named",
        Role::Relation => "the relation",
    }
}

fn help(finding: &Finding, claim: Option<&Claim>) -> String {
    let key = match claim.map(|claim| &claim.body) {
        Some(Body::Count(count)) if count.is.len() > 1 => "timeline",
        _ => "is",
    };
    match finding.judgement {
        Judgement::Spelling => format!(
            "write {}, or list this spelling among the `aliases` of the sheet",
            finding.expected
        ),
        Judgement::Contradicted | Judgement::Supported | Judgement::Compatible => format!(
            "correct the article to {}, or the claim's `{key}`; a value that may stand beside it belongs in `also`",
            finding.expected
        ),
    }
}

impl fmt::Display for ArticleDiagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ArticleDiagnostic {}

impl Diagnostic for ArticleDiagnostic {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.code))
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
        Some(Box::new(self.labels.iter().cloned()))
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        let claim: &dyn Diagnostic = self.claim.as_ref()?;
        Some(Box::new(std::iter::once(claim)))
    }
}

/// The claim, as its sheet states it.
#[derive(Clone, Debug)]
struct ClaimDiagnostic {
    message: String,
    excerpt: Excerpt,
    label: LabeledSpan,
}

impl ClaimDiagnostic {
    fn new(claims: &ClaimSet, claim: &Claim, expected: &str) -> Option<Self> {
        let place = truth(claim);
        let sheet = claims.sheets().get(place.sheet)?;
        let excerpt = sheet.excerpt().reaching([place.span]);
        let mut message = match &claim.says {
            Some(says) => format!("{}: {says}", claim.id),
            None => format!("{} is {expected}", claim.id),
        };
        if !claim.source.is_empty() {
            message.push_str(&format!(" ({})", claim.source.join(", ")));
        }
        Some(Self {
            label: mark(&excerpt, place.span, "claimed here"),
            message: in_a_line(&message).into_owned(),
            excerpt,
        })
    }
}

/// Where the truth of a claim stands: its one value, or its key where it has several.
fn truth(claim: &Claim) -> Place {
    const fn one<T>(entries: &[crate::claim::Entry<T>]) -> Option<Place> {
        match entries {
            [entry] => Some(entry.place),
            _ => None,
        }
    }
    let place = match &claim.body {
        Body::Date(date) => one(&date.is),
        Body::Count(count) => one(&count.is),
        Body::Name(name) => one(&name.is),
        Body::Relation(relation) => one(&relation.is),
    };
    place.unwrap_or(claim.place)
}

impl fmt::Display for ClaimDiagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ClaimDiagnostic {}

impl Diagnostic for ClaimDiagnostic {
    fn severity(&self) -> Option<Level> {
        Some(Level::Advice)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(std::iter::once(self.label.clone())))
    }
}
