//! Tests prose for factual consistency.
#![forbid(unsafe_code)]

mod article;
mod checker;
pub mod claim;
pub mod corpus;
mod document;
mod excerpt;
mod judge;
mod link;
pub mod mention;
pub mod render;
pub mod report;
mod text;
pub mod value;

pub use self::article::{Article, ArticleError, Block, BlockKind, Format};
pub use self::checker::{Checker, extract};
pub use self::claim::ClaimSet;
pub use self::corpus::ClaimError;
pub use self::report::{ArticleReport, CorpusReport, Finding};
pub use self::text::{LineIndex, Position, Span};
