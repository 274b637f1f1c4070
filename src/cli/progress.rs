//! How far a run has come, on a terminal, when it takes longer than a moment. What is piped stays clean: nothing is shown
//! where standard error is no terminal, under CI, and on a terminal that cannot move its cursor.

use std::io::{self, IsTerminal as _};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A run that is done sooner needs no bar.
const MOMENT: Duration = Duration::from_millis(700);

/// A bar on standard error.
#[derive(Debug)]
pub(super) struct Progress {
    bar: ProgressBar,
    /// When the bar appears; `None` once it has, or where it never will.
    appears: Mutex<Option<Instant>>,
}

impl Progress {
    /// Of a run over so many files.
    pub(super) fn new(files: usize) -> Self {
        let bar = ProgressBar::with_draw_target(
            Some(u64::try_from(files).unwrap_or(u64::MAX)),
            ProgressDrawTarget::hidden(),
        );
        let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} articles, {eta} left");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        let appears = is_wanted().then(|| Instant::now() + MOMENT);
        Self {
            bar,
            appears: Mutex::new(appears),
        }
    }

    /// Another article is done.
    pub(super) fn step(&self) {
        self.bar.inc(1);
        // Lines of a file are articles, too, and nobody knows how many until they are read.
        if self
            .bar
            .length()
            .is_some_and(|length| self.bar.position() > length)
        {
            self.bar.set_length(self.bar.position());
        }
        if let Ok(mut appears) = self.appears.try_lock()
            && appears.is_some_and(|at| Instant::now() >= at)
        {
            *appears = None;
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    /// Takes the bar away while something else is written to the terminal.
    pub(super) fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn is_wanted() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    io::stderr().is_terminal() && !set("CI") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}
