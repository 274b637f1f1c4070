//! What fails a run.

/// The findings that fail a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FailOn {
    /// Those of the severity `error`.
    #[default]
    Error,
    /// Those of the severity `warning` as well.
    Warning,
    /// None. A least score fails a run all the same.
    Never,
}

impl FailOn {
    /// Each by its name.
    pub const NAMES: [(&'static str, Self); 3] = [
        ("error", Self::Error),
        ("warning", Self::Warning),
        ("never", Self::Never),
    ];
}
