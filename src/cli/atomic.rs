//! A file that is replaced whole or not at all: written beside its place, and moved there when all of it is on disk.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A file that is being written.
#[derive(Debug)]
pub(super) enum AtomicFile {
    /// It stands beside its place. Dropped, it leaves no trace.
    Beside(BufWriter<NamedTempFile>, PathBuf),
    /// A pipe or device: there is nothing to replace.
    Direct(BufWriter<File>),
}

impl AtomicFile {
    /// Begins a file that is to stand at `path`; its folder is made where it is missing.
    pub(super) fn create(path: &Path) -> io::Result<Self> {
        // A link stays, and what it leads to is replaced.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let old = fs::metadata(&path).ok();
        if old.as_ref().is_some_and(|old| !old.is_file()) {
            return Ok(Self::Direct(BufWriter::new(
                File::options().write(true).open(&path)?,
            )));
        }
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        fs::create_dir_all(folder)?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(".corroborate-");
        // Without this, only the owner could read the report.
        #[cfg(unix)]
        builder.permissions(old.map_or_else(
            || std::os::unix::fs::PermissionsExt::from_mode(0o666),
            |old| old.permissions(),
        ));
        let file = builder.tempfile_in(folder)?;
        Ok(Self::Beside(BufWriter::new(file), path))
    }

    /// Puts the file in its place.
    pub(super) fn finish(self) -> io::Result<()> {
        match self {
            Self::Beside(writer, path) => {
                let file = writer.into_inner().map_err(io::IntoInnerError::into_error)?;
                file.as_file().sync_all()?;
                file.persist(&path)?;
                Ok(())
            }
            Self::Direct(mut writer) => writer.flush(),
        }
    }
}

/// An error with the file that it is about.
pub(super) fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("`{}`: {error}", path.display()))
}

impl Write for AtomicFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Beside(writer, _) => writer.write(bytes),
            Self::Direct(writer) => writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Beside(writer, _) => writer.flush(),
            Self::Direct(writer) => writer.flush(),
        }
    }
}
