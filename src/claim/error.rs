//! All mistakes of all sheets in one error value.

use std::fmt;

use miette::Diagnostic;

use super::mistake::Mistake;
use super::model::Sheet;

/// Every mistake of the sheets of a set, each with the text under its mark.
#[derive(Clone, Debug, thiserror::Error)]
pub struct SheetErrors {
    mistakes: Vec<Mistake>,
    sheets: Vec<Sheet>,
}

impl SheetErrors {
    pub(super) const fn new(mistakes: Vec<Mistake>, sheets: Vec<Sheet>) -> Self {
        Self { mistakes, sheets }
    }

    /// The sheets that were read.
    #[must_use]
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The mistakes, in the order of the sheets.
    #[must_use]
    pub fn mistakes(&self) -> &[Mistake] {
        &self.mistakes
    }
}

impl fmt::Display for SheetErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.mistakes.len() {
            1 => f.write_str("the claims have a mistake"),
            count => write!(f, "the claims have {count} mistakes"),
        }
    }
}

/// How many mistakes are shown. One quote that is missing makes a mistake of each line after it, and nobody reads them all.
const SHOWN: usize = 50;

impl Diagnostic for SheetErrors {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let more = self.mistakes.len().checked_sub(SHOWN).filter(|more| *more > 0)?;
        Some(Box::new(format!(
            "the first {SHOWN} are shown; the other {more} may come of them, as when a quote or a bracket is missing"
        )))
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        Some(Box::new(self.mistakes.iter().take(SHOWN).map(|mistake| {
            let mistake: &dyn Diagnostic = mistake;
            mistake
        })))
    }
}
