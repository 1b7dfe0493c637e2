//! Characters that a rule allows, and the shape that it asks for, as regular expressions.

use alloc::format;
use alloc::string::String;

use crate::characters::{Allowed, Place, TextRule, Wide, is_composed, is_half_width, places};

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

/// The inside of an expression that a text fulfils where it has the shape of a rule; none without one, and where what is typed as a
/// character and its mark could be in it.
pub(super) fn shape(rule: &TextRule) -> Option<String> {
    let shape = rule.shape.as_deref()?;
    let is_wide = |place: Place| matches!(place, Place::Itself(one) if !is_half_width(one));
    if is_composed(rule.kind) && places(shape).any(is_wide) {
        return None;
    }
    let mut out = String::new();
    let mut places = places(shape).peekable();
    while let Some(place) = places.next() {
        match place {
            Place::Digit => out.push_str("[0-9]"),
            Place::Capital => out.push_str("[A-Z]"),
            Place::Small => out.push_str("[a-z]"),
            Place::Itself(one) => {
                if SYNTAX.contains(one) {
                    out.push('\\');
                }
                out.push(one);
                continue;
            }
        }
        let mut count = 1_usize;
        while places.next_if_eq(&place).is_some() {
            count = count.saturating_add(1);
        }
        if count > 1 {
            out.push_str(&format!("{{{count}}}"));
        }
    }
    Some(out)
}

/// What means something else in a regular expression.
const SYNTAX: &str = r"^$\.*+?()[]{}|/";
