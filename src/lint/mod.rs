//! Floor 8. Sheets without articles: whether each claim does with its own sentences (`supports`, `contradicts`, `silent`)
//! what it says, which claims nothing tells apart, which have no frame, and which entities nobody needs. What is a mistake
//! of the language itself is found when sheets are compiled.

mod entities;
mod finding;
mod frames;
mod own;

pub use self::entities::unused_entities;
pub use self::finding::SheetFinding;
pub use self::frames::{indistinct, unframed};
pub use self::own::{Expected, Failure, OwnTest, own_tests};
