//! Something to be said of a place in a sheet, as a diagnostic.

use std::fmt;

use miette::{Diagnostic, LabeledSpan, Severity as Level, SourceCode};

use crate::claim::{ClaimSet, Place};
use crate::excerpt::Excerpt;
use crate::text::in_a_line;

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

impl SheetFinding {
    pub(super) fn new(
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

    /// Where it stands.
    #[must_use]
    pub const fn place(&self) -> Place {
        self.place
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
