//! Lines of a report: text broken between words, with a label before it.

/// How wide lines are, in characters.
pub(super) const WIDTH: usize = 90;
/// How far text stands from the left, behind its label.
const INDENT: usize = 13;

/// `text` in lines of at most [`WIDTH`] characters, where its words allow, with `label` before the first.
pub(super) fn labelled(label: &str, text: &str) -> String {
    let mut out = String::new();
    let mut line = format!("  {label:width$}", width = INDENT - 2);
    let mut used = INDENT;
    let mut is_empty = true;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if !is_empty && used + 1 + length > WIDTH {
            out.push_str(line.trim_end());
            out.push('\n');
            line = " ".repeat(INDENT);
            used = INDENT;
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += length;
        is_empty = false;
    }
    out.push_str(line.trim_end());
    out.push('\n');
    out
}

/// The words of `text` around the `length` bytes at `at`, about `width` characters of them, with single blanks.
pub(super) fn around(text: &str, at: usize, length: usize, width: usize) -> String {
    let margin = width.saturating_sub(length) / 2;
    let from = (at.saturating_sub(margin)..=at)
        .find(|&from| is_word_start(text, from))
        .unwrap_or(0);
    let end = at.saturating_add(length).min(text.len());
    let until = (end..=end.saturating_add(margin).min(text.len()))
        .rev()
        .find(|&until| is_word_end(text, until));
    let until = until.unwrap_or(text.len());
    let words: Vec<&str> = text.get(from..until).unwrap_or(text).split_whitespace().collect();
    let (before, after) = (
        if from > 0 { "… " } else { "" },
        if until < text.len() { " …" } else { "" },
    );
    format!("{before}{}{after}", words.join(" "))
}

fn is_word_start(text: &str, at: usize) -> bool {
    at == 0
        || text.is_char_boundary(at)
            && text
                .get(..at)
                .is_some_and(|before| before.ends_with(char::is_whitespace))
}

fn is_word_end(text: &str, at: usize) -> bool {
    at == text.len()
        || text.is_char_boundary(at)
            && text
                .get(at..)
                .is_some_and(|after| after.starts_with(char::is_whitespace))
}
