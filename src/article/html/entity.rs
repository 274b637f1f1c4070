//! Character references (`&eacute;`, `&#8217;`): where they stand in a text, and what they stand for.

use std::convert::Infallible;

use html5gum::Tokenizer;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};

/// The longest name of a reference has 32 letters.
const LONGEST: usize = 40;

/// The reference with which `text` begins: the bytes that it takes, and what it stands for. `None` for an ampersand that
/// is nothing more.
pub(super) fn reference(text: &str) -> Option<(usize, String)> {
    let name = text.get(1..)?;
    let inner = name
        .bytes()
        .take(LONGEST)
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
        .count();
    let end = 1 + inner + usize::from(name.as_bytes().get(inner) == Some(&b';'));
    let written = text.get(..end)?;
    let read = decode(written);
    if read == written {
        return None;
    }
    // "&notit;" is "¬" and "it;": what is left as it was belongs to the text again.
    let rest = written
        .bytes()
        .rev()
        .zip(read.bytes().rev())
        .take_while(|(one, other)| one == other && one.is_ascii())
        .count();
    let (taken, value) = (end - rest, read.get(..read.len() - rest)?);
    if value.is_empty() {
        return Some((end, read));
    }
    Some((taken, value.to_owned()))
}

/// What a piece of HTML without tags says, by the rules of the standard.
pub(super) fn decode(written: &str) -> String {
    if !written.contains('&') {
        return written.to_owned();
    }
    let mut read = Vec::new();
    let emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: html5gum::Span<()>| {
        if let CallbackEvent::String { value } = event {
            read.extend_from_slice(value);
        }
        None::<Infallible>
    });
    // Reading a string cannot fail.
    let _ = Tokenizer::new_with_emitter(written, emitter).finish();
    String::from_utf8(read).unwrap_or_else(|_| written.to_owned())
}

#[cfg(test)]
mod tests {
    use super::reference;

    #[test]
    fn references_end_where_browsers_end_them() {
        let rows: [(&str, Option<(usize, &str)>); 10] = [
            ("&amp; more", Some((5, "&"))),
            ("&eacute;t&eacute;", Some((8, "é"))),
            ("&#8217;s", Some((7, "’"))),
            ("&#x2019;s", Some((8, "’"))),
            ("&nbsp;", Some((6, "\u{A0}"))),
            ("&notit;", Some((4, "¬"))),
            ("&semi;", Some((6, ";"))),
            ("& more", None),
            ("&", None),
            ("&unheard;", None),
        ];
        for (text, expected) in rows {
            let found = reference(text);
            let found = found.as_ref().map(|(taken, value)| (*taken, value.as_str()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
