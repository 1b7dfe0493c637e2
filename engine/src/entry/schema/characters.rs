//! Characters that a rule allows, as a class of a regular expression.

use alloc::format;
use alloc::string::String;

use crate::characters::{Allowed, Wide};

/// The inside of a class that has exactly these characters; none where they are not to be listed.
pub(super) fn class(allowed: &Allowed) -> Option<String> {
    if allowed.wide != Wide::Nothing {
        return None;
    }
    let mut class = String::new();
    let has = |point: &u32| char::from_u32(*point).is_some_and(|one| allowed.has(one));
    let mut points = (0_u32..=0xFF9F).filter(has).peekable();
    while let Some(first) = points.next() {
        let mut last = first;
        while let Some(next) = points.next_if(|next| Some(*next) == last.checked_add(1)) {
            last = next;
        }
        class.push_str(&format!("\\u{first:04x}"));
        if last > first {
            class.push_str(&format!("-\\u{last:04x}"));
        }
    }
    Some(class).filter(|class| !class.is_empty())
}
