//! Standard output and standard error, whose readers may go away (`| head`): the run goes on in silence, and ends with the
//! status that it would have had.

use std::fmt;
use std::io::{self, BufWriter, Write};

/// Standard output for people: colours are taken out where nobody wants them (no terminal, `NO_COLOR`, `--color never`).
pub(super) fn out() -> impl Write {
    BufWriter::new(Read::by(anstream::stdout().lock()))
}

/// Standard output for programs.
pub(super) fn plain() -> impl Write {
    BufWriter::new(Read::by(io::stdout().lock()))
}

/// Says something on standard error.
pub(super) fn say(text: impl fmt::Display) {
    // There is nobody left to tell where even standard error is closed, and the status tells all the same.
    let _ = write!(anstream::stderr(), "{text}");
}

/// What someone reads, until they go away.
struct Read<W> {
    out: W,
    is_over: bool,
}

impl<W: Write> Read<W> {
    const fn by(out: W) -> Self {
        Self { out, is_over: false }
    }

    fn until_over<T>(&mut self, over: T, write: impl FnOnce(&mut W) -> io::Result<T>) -> io::Result<T> {
        if self.is_over {
            return Ok(over);
        }
        match write(&mut self.out) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.is_over = true;
                Ok(over)
            }
            result => result,
        }
    }
}

impl<W: Write> Write for Read<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.until_over(bytes.len(), |out| out.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.until_over((), Write::flush)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};

    use super::Read;

    /// Takes so many bytes, and fails from then on.
    struct Takes(usize, io::ErrorKind);

    impl Write for Takes {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.0 == 0 {
                return Err(self.1.into());
            }
            let taken = bytes.len().min(self.0);
            self.0 -= taken;
            Ok(taken)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_that_goes_away_is_no_error_and_a_full_disk_is() {
        for (kind, expected) in [
            (io::ErrorKind::BrokenPipe, true),
            (io::ErrorKind::StorageFull, false),
        ] {
            let mut out = Read::by(Takes(3, kind));
            let written = out.write_all(b"longer").and_then(|()| out.write_all(b"more"));
            assert_eq!(written.is_ok(), expected, "{kind:?}");
        }
    }
}
