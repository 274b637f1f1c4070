//! Floor 0. Longer documentation, a page a subject.

#[doc = include_str!("linking.md")]
pub mod linking {}

#[doc = include_str!("settings.md")]
pub mod settings {}

#[doc = include_str!("automation.md")]
pub mod automation {}

#[doc = include_str!("robustness.md")]
pub mod robustness {}

#[doc = include_str!("speed.md")]
pub mod speed {}
