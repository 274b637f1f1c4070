//! Tests prose for factual consistency.
#![forbid(unsafe_code)]

mod article;
mod checker;
pub mod claim;
mod document;
mod judge;
mod link;
pub mod mention;
pub mod render;
pub mod report;
mod text;
pub mod value;

pub use self::article::{Article, Block, BlockKind};
pub use self::checker::{Checker, extract};
pub use self::claim::ClaimSet;
pub use self::report::{ArticleReport, Finding};
pub use self::text::{LineIndex, Position, Span};
