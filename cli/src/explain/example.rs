//! The two sides of a bound as JSON: what is put where in a document or request, and where the code is then found.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Two values for one place: with the first the code is not found, with the second it is.
///
/// An object with `times` and `value` (and `key`) stands for a text, list or map of so many, in which `#` is
/// the position, counted from 0 or from `from`.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What is asked, and of which of the base's files.
    pub of: Question,
    /// The place; without it the values are the whole text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The value that passes; without it nothing stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passes: Option<Value>,
    /// The value that does not; without it nothing stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<Value>,
    /// Where the code is found, if not at the place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// What else is put into the base, for both.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub with: BTreeMap<String, Value>,
    /// What is taken out of it, for both.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<String>,
    /// What is put into the service that a company or request goes by.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub service: BTreeMap<String, Value>,
}

/// What an example asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Question {
    /// Is this service in order?
    Service,
    /// Is this company?
    Company,
    /// Is this part of a company for one user?
    Part,
    /// What is doubtful about the service on this day?
    Upcoming,
    /// What is the answer to this request?
    Request,
    /// To this event of an item?
    Event,
    /// To this form?
    Form,
    /// Which payment is the largest?
    Largest,
    /// What remains possible?
    Possible,
}

impl Example {
    /// A value in one line; none where it is too long to be read, or none is there.
    pub fn line(&self, value: Option<&Value>) -> Option<String> {
        const READABLE: usize = 90;
        let at = self.at.as_ref()?;
        let value = value?.to_string();
        let line = format!("{at}: {value}");
        (line.chars().count() <= READABLE && !value.contains("\"times\"")).then_some(line)
    }
}

#[cfg(test)]
mod tests;
