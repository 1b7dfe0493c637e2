//! Texts as JSON writes them.

use alloc::string::String;

use crate::word::is_plain;

/// Appends a JSON string.
pub(crate) fn string(text: &str, out: &mut String) {
    out.push('"');
    if is_plain(text) {
        out.push_str(text);
    } else {
        escaped(text, out);
    }
    out.push('"');
}

/// Appends a text with its special characters escaped.
#[cold]
fn escaped(text: &str, out: &mut String) {
    let mut plain = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0..=0x1F => "",
            _ => continue,
        };
        out.push_str(text.get(plain..at).unwrap_or_default());
        plain = at.saturating_add(1);
        if escape.is_empty() {
            out.push_str("\\u00");
            out.push(char::from_digit(u32::from(byte >> 4), 16).unwrap_or('0'));
            out.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
        } else {
            out.push_str(escape);
        }
    }
    out.push_str(text.get(plain..).unwrap_or_default());
}

/// Appends elements in brackets.
pub(crate) fn list<T>(
    elements: impl IntoIterator<Item = T>,
    out: &mut String,
    mut each: impl FnMut(T, &mut String),
) {
    out.push('[');
    for (at, element) in elements.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        each(element, out);
    }
    out.push(']');
}

/// One step of a pointer, with `~` and `/` escaped.
pub(crate) fn push_step(name: &str, out: &mut String) {
    for character in name.chars() {
        match character {
            '~' => out.push_str("~0"),
            '/' => out.push_str("~1"),
            other => out.push(other),
        }
    }
}
