//! Floor 8. The pipeline in pieces, for the benches that time each; no part of the public interface.

use crate::article::Article;
use crate::checker::Checker;
use crate::document::Document;
use crate::mention::{self, Mention};
use crate::report::CheckFinding;
use crate::{judge, link};

/// An article, read into words and sentences.
#[derive(Debug)]
pub struct Reading<'a> {
    article: &'a Article,
    document: Document<'a>,
}

impl<'a> Reading<'a> {
    /// Parts the text.
    #[must_use]
    pub fn new(article: &'a Article) -> Self {
        Self {
            article,
            document: Document::new(article),
        }
    }

    /// How many words and marks there are.
    #[must_use]
    pub fn tokens(&self) -> usize {
        self.document.tokens().len()
    }

    /// The dates alone.
    #[must_use]
    pub fn dates(&self) -> Vec<Mention> {
        let mut found = Vec::new();
        mention::dates(&self.document, self.article.published, &mut found);
        found
    }

    /// The names alone.
    #[must_use]
    pub fn names(&self) -> Vec<Mention> {
        let mut found = Vec::new();
        mention::names(&self.document, &mut found);
        found
    }

    /// The counts alone.
    #[must_use]
    pub fn counts(&self) -> Vec<Mention> {
        let mut found = Vec::new();
        mention::counts(&self.document, &mut found);
        found
    }

    /// The names and the relations between them.
    #[must_use]
    pub fn relations(&self) -> Vec<Mention> {
        let mut found = self.names();
        mention::relations(&self.document, &mut found);
        found
    }

    /// All mentions.
    #[must_use]
    pub fn mentions(&self) -> Vec<Mention> {
        mention::extract(&self.document, self.article.published)
    }

    /// How many mentions belong to a claim.
    #[must_use]
    pub fn link(&self, checker: &Checker<'_>, mentions: &[Mention]) -> usize {
        let (claims, index) = checker.parts();
        link::link(claims, index, &self.document, mentions, self.article.published).len()
    }

    /// What is wrong whatever the claims.
    #[must_use]
    pub fn checks(&self, mentions: &[Mention]) -> Vec<CheckFinding> {
        judge::checks(self.article, &self.document, mentions)
    }
}
