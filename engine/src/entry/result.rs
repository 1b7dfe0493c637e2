//! What a form makes of what was typed: the request as it is sent, and the fields that have changed.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Display;

use crate::changed::Comparison;
use crate::json::{JsonError, Kind, Scanner};
use crate::quote::{push_step, string};
use crate::reason::Pointer;
use crate::tree::Tree;

/// The input without white space, with the texts that count in the place of those that were typed.
pub(super) fn with_texts(input: &str, normalised: &[(Pointer, String)]) -> Result<String, JsonError> {
    let texts = normalised.iter().map(|(at, text)| (format!("{at}"), &**text)).collect();
    let mut writer = Writer { texts, path: String::new(), out: String::with_capacity(input.len()) };
    writer.value(&mut Scanner::new(input))?;
    Ok(writer.out)
}

/// The pointers of the fields of the result that were not there before, or had another value; then those that are not there
/// any more.
pub(super) fn changed(before: &str, result: &str) -> Result<Vec<String>, JsonError> {
    Ok(Comparison::OfRequests.changed(&Tree::read(before)?, &Tree::read(result)?))
}

/// Copies JSON, with other texts in some places.
struct Writer<'t> {
    /// By their pointers.
    texts: BTreeMap<String, &'t str>,
    /// Where it is.
    path: String,
    out: String,
}

impl Writer<'_> {
    /// Copies the value that comes; the scanner bounds its depth.
    fn value(&mut self, scanner: &mut Scanner<'_>) -> Result<(), JsonError> {
        match scanner.peek()? {
            Kind::String => {
                let typed = scanner.string()?;
                string(self.texts.get(&self.path).copied().unwrap_or(&typed), &mut self.out);
            }
            Kind::Number => self.out.push_str(scanner.number()?),
            Kind::Bool => self.out.push_str(if scanner.boolean()? { "true" } else { "false" }),
            Kind::Null => {
                scanner.null()?;
                self.out.push_str("null");
            }
            Kind::Array => {
                scanner.enter()?;
                self.out.push('[');
                let mut at = 0_usize;
                while scanner.element(at == 0)? {
                    if at > 0 {
                        self.out.push(',');
                    }
                    self.within(&at, scanner)?;
                    at = at.saturating_add(1);
                }
                self.out.push(']');
            }
            Kind::Object => {
                scanner.enter()?;
                self.out.push('{');
                let mut first = true;
                while let Some((key, _)) = scanner.member(first)? {
                    if !first {
                        self.out.push(',');
                    }
                    first = false;
                    string(&key, &mut self.out);
                    self.out.push(':');
                    self.within(&key, scanner)?;
                }
                self.out.push('}');
            }
        }
        Ok(())
    }

    /// Copies the value that comes, one step further in.
    fn within(&mut self, step: &dyn Display, scanner: &mut Scanner<'_>) -> Result<(), JsonError> {
        // Mostly every text counts as it was typed, and the place of none is asked for.
        if self.texts.is_empty() {
            return self.value(scanner);
        }
        let length = self.path.len();
        self.path.push('/');
        push_step(&format!("{step}"), &mut self.path);
        self.value(scanner)?;
        self.path.truncate(length);
        Ok(())
    }
}
