//! Tests prose for factual consistency: what is true of a story, a product or a person stands in claim sheets, written
//! in TOML, and every article about it is held against them.
//!
//! ```
//! use corroborate::{Article, Checker, ClaimSet};
//!
//! let claims = ClaimSet::parse("bridge.toml", r#"
//!     [entity.bridge]
//!     name = "Old Bridge"
//!
//!     [count.arches]
//!     of    = "bridge"
//!     is    = 12
//!     unit  = "arches"
//!     about = ["has", "stands on"]
//! "#)?;
//! let article = Article::new("a1", "The Old Bridge stands on twelve arches.");
//! let report = Checker::new(&claims).check(&article);
//! assert_eq!(report.verdicts.len(), 1);
//! for finding in report.findings() {
//!     println!("{}: {}", claims.claim(finding.claim).id, finding.message);
//! }
//! # Ok::<(), corroborate::claim::SheetErrors>(())
//! ```
//!
//! The way of the data is one street: [`ClaimSet`] and [`Article`] go into a [`Checker`], which never fails and gives an
//! [`ArticleReport`] of plain data; every output is a view of it. [`Finding::diagnostic`] makes a
//! [`miette::Diagnostic`] of a finding, the `render` module text, and the `harness` module, behind the feature of that
//! name, test trials.
//!
//! Everything here is `Send + Sync`. Spans are byte offsets into the source of an article as it is on disk.
//!
//! # Features
//!
//! - `corpus`: articles from disk, Markdown and JSON Lines.
//! - `reports`: reports in the forms that other tools read, HTML, SARIF and JUnit among them.
//! - `corpus`: articles from disk, Markdown, HTML and JSON Lines.
//! - `harness`: reports as `cargo test` trials.
//! - `cli` (default): the command line.
#![forbid(unsafe_code)]

mod article;
#[cfg(feature = "corpus")]
pub mod baseline;
mod checker;
pub mod claim;
pub mod corpus;
pub mod diagnostic;
mod document;
mod excerpt;
pub mod guide;
#[cfg(feature = "harness")]
pub mod harness;
mod judge;
mod link;
pub mod lint;
pub mod mention;
pub mod mutate;
pub mod render;
pub mod report;
pub mod settings;
#[doc(hidden)]
pub mod stages;
mod text;
pub mod unlinked;
pub mod value;

pub use self::article::{Article, ArticleError, Block, BlockKind, Format};
pub use self::checker::{Checker, extract};
pub use self::claim::ClaimSet;
pub use self::corpus::ClaimError;
pub use self::report::{ArticleReport, CorpusReport, Finding};
pub use self::text::{LineIndex, Position, Span};
