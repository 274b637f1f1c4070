//! How often tokens are looked at, for the tests that show that reading stays linear.

use std::cell::Cell;

thread_local! {
    static LOOKS: Cell<u64> = const { Cell::new(0) };
}

/// One look at a token, or at the way between two.
pub(crate) fn count() {
    LOOKS.set(LOOKS.get() + 1);
}

/// How many looks `work` takes.
pub(crate) fn of(work: impl FnOnce()) -> u64 {
    let before = LOOKS.get();
    work();
    LOOKS.get() - before
}
