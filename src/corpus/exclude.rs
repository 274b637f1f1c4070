//! Articles that are left out, by patterns like those of an ignore file.

use std::path::{Component, Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// Patterns of articles that are left out.
#[derive(Clone, Debug, Default)]
pub struct Exclude {
    patterns: Option<Gitignore>,
    root: PathBuf,
}

impl Exclude {
    /// The patterns as an ignore file in the folder `root` would have them: `drafts`, `*.tmp.md`, `2019/**`.
    ///
    /// # Errors
    ///
    /// What is wrong with a pattern.
    pub fn new(root: &Path, patterns: &[impl AsRef<str>]) -> Result<Self, String> {
        // Patterns are held against paths below the root, so the builder needs to know of none.
        let mut builder = GitignoreBuilder::new("");
        for pattern in patterns {
            let pattern = pattern.as_ref();
            builder
                .add_line(None, pattern)
                .map_err(|error| format!("`{pattern}` is no pattern: {error}"))?;
        }
        let built = builder.build().map_err(|error| error.to_string())?;
        Ok(Self {
            patterns: Some(built),
            root: root.to_owned(),
        })
    }

    /// Whether a pattern names the file or a folder in which it lies.
    #[must_use]
    pub fn names(&self, file: &Path) -> bool {
        let Some(patterns) = &self.patterns else {
            return false;
        };
        under(&self.root, file)
            .is_some_and(|file| patterns.matched_path_or_any_parents(file, false).is_ignore())
    }
}

/// A path as seen from the folder `root`, where it lies below it. No link is followed, and nothing has to exist.
#[must_use]
pub fn under(root: &Path, path: &Path) -> Option<PathBuf> {
    let (root, path) = (plain(root)?, plain(path)?);
    path.strip_prefix(&root).ok().map(Path::to_owned)
}

/// An absolute path without `.` and `..`.
fn plain(path: &Path) -> Option<PathBuf> {
    let here = if path.as_os_str().is_empty() {
        Path::new(".")
    } else {
        path
    };
    let mut plain = PathBuf::new();
    for part in std::path::absolute(here).ok()?.components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            Component::CurDir => {}
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => plain.push(part),
        }
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Exclude, under};

    #[test]
    fn patterns_are_those_of_an_ignore_file() {
        let exclude = Exclude::new(
            Path::new("site"),
            &["drafts", "/2019/**", "*.tmp.md", "!keep.tmp.md"],
        );
        let exclude = exclude.expect("patterns");
        for (file, expected) in [
            ("site/a.md", false),
            ("site/drafts/a.md", true),
            ("site/x/drafts/y/a.md", true),
            ("./site/2019/a.md", true),
            ("site/x/2019/a.md", false),
            ("site/x/../a.tmp.md", true),
            ("site/keep.tmp.md", false),
            ("drafts/a.md", false),
            ("../drafts/a.md", false),
        ] {
            assert_eq!(exclude.names(Path::new(file)), expected, "{file}");
        }
        assert!(Exclude::new(Path::new(""), &["{a"]).is_err());
    }

    #[test]
    fn paths_are_seen_from_the_root() {
        for (root, path, expected) in [
            ("", "a/b", Some("a/b")),
            ("a", "a/./b/../c", Some("c")),
            ("a", "b", None),
        ] {
            let found = under(Path::new(root), Path::new(path));
            assert_eq!(found.as_deref(), expected.map(Path::new), "{root} {path}");
        }
    }
}
