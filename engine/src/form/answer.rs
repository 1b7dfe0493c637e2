//! The answer of a form, and its JSON.

use alloc::string::String;
use alloc::vec::Vec;

use crate::document::Service;
use crate::finding::Finding;
use crate::form::{FormOutcome, Hanging};
use crate::lang::Lang;
use crate::money::Currency;
use crate::quote::string;
use crate::reason::{Code, Detail, Step};

/// What is said of a form (`docs/forms.md`, section 1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct FormAnswer {
    /// Why it is refused: the field rules in their order, then the findings in the order of the document.
    pub reasons: Vec<FormReason>,
    /// What is doubtful in the element, and what has become doubtful elsewhere in the document; in the order of the document.
    pub warnings: Vec<FormReason>,
    /// Pointers of the fields that are missing, each once.
    pub missing: Vec<String>,
    /// Texts that were normalised or cut: the pointer and the text that counts.
    pub normalised: Vec<(String, String)>,
    /// Pointers of the fields that have changed.
    pub changed: Vec<String>,
    /// The element as it would stand in the document, as JSON; none where it is taken out or its place is not known.
    pub result: Option<String>,
    /// Items that hang on the user; none where the question has no `items`.
    pub hanging: Option<Vec<Hanging>>,
}

/// One reason of a form, or one warning.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FormReason {
    /// Where it is in the form, as a JSON Pointer; empty for the form as a whole and for what is elsewhere.
    pub path: String,
    /// Where it is in the new company document, for what is not in the form.
    pub place: Option<String>,
    kind: Kind,
}

/// Where a reason comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// A rule of the form: the code, its figures, and the field that it must not be equal to.
    Rule(Code, Detail, Option<String>),
    /// The check of the document.
    Finding(Finding),
}

impl FormReason {
    pub(super) fn rule(code: Code, path: impl Into<String>, detail: Detail) -> Self {
        Self { path: path.into(), place: None, kind: Kind::Rule(code, detail, None) }
    }

    /// A field that is equal to another one that it must differ from.
    pub(super) fn unequal(path: impl Into<String>, other: &str) -> Self {
        let kind = Kind::Rule(Code::FormUnequal, Detail::None, Some(other.into()));
        Self { path: path.into(), place: None, kind }
    }

    pub(super) fn finding(path: String, place: Option<String>, finding: Finding) -> Self {
        Self { path, place, kind: Kind::Finding(finding) }
    }

    /// Whether it comes from the rule of a field, and not from the document.
    pub(super) fn is_of_rule(&self) -> bool {
        matches!(self.kind, Kind::Rule(..))
    }

    /// What kind of reason it is: that of a verdict's reason, or of a finding.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match &self.kind {
            Kind::Rule(code, ..) => code.name(),
            Kind::Finding(finding) => finding.code.name(),
        }
    }

    fn text(&self, currency: Currency, lang: Lang) -> String {
        match &self.kind {
            Kind::Rule(code, detail, other) => {
                code.form_text(detail, other.as_deref().unwrap_or_default(), currency, lang)
            }
            Kind::Finding(finding) => {
                let mut text = String::new();
                push_sentence(&finding.message(lang), lang, &mut text);
                if let Some(hint) = finding.hint(lang) {
                    push_sentence(&hint, lang, &mut text);
                }
                text
            }
        }
    }
}

/// Appends the words of a finding as a sentence.
fn push_sentence(words: &str, lang: Lang, out: &mut String) {
    if lang == Lang::Ja {
        out.push_str(words);
        out.push('。');
        return;
    }
    if !out.is_empty() {
        out.push(' ');
    }
    let mut letters = words.chars();
    out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
    out.push_str(letters.as_str());
    if !words.ends_with('?') {
        out.push('.');
    }
}

impl Service {
    /// What a reason of a form says to a person, with the way out where there is one.
    #[must_use]
    pub fn form_reason_text(&self, reason: &FormReason, lang: Lang) -> String {
        reason.text(self.model.currency, lang)
    }
}

/// Appends elements in brackets.
fn list<T>(elements: &[T], out: &mut String, mut each: impl FnMut(&T, &mut String)) {
    out.push('[');
    for (at, element) in elements.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        each(element, out);
    }
    out.push(']');
}

impl FormAnswer {
    /// What it comes to.
    #[must_use]
    pub fn outcome(&self) -> FormOutcome {
        if !self.reasons.is_empty() {
            FormOutcome::Refused
        } else if self.missing.is_empty() {
            FormOutcome::Valid
        } else {
            FormOutcome::Incomplete
        }
    }

    /// Adds a missing field, once.
    pub(super) fn miss(&mut self, pointer: String) {
        if !self.missing.contains(&pointer) {
            self.missing.push(pointer);
        }
    }

    /// Appends the answer as JSON.
    pub(super) fn write_json(&self, currency: Currency, out: &mut String) {
        out.push_str("{\"outcome\":\"");
        out.push_str(self.outcome().name());
        out.push_str("\",\"reasons\":");
        list(&self.reasons, out, |reason, out| reason.write_json(currency, out));
        out.push_str(",\"warnings\":");
        list(&self.warnings, out, |warning, out| warning.write_json(currency, out));
        out.push_str(",\"missing\":");
        list(&self.missing, out, |pointer, out| string(pointer, out));
        out.push_str(",\"normalised\":");
        list(&self.normalised, out, |(path, value), out| {
            out.push_str("{\"path\":");
            string(path, out);
            out.push_str(",\"value\":");
            string(value, out);
            out.push('}');
        });
        out.push_str(",\"changed\":");
        list(&self.changed, out, |pointer, out| string(pointer, out));
        out.push_str(",\"result\":");
        out.push_str(self.result.as_deref().unwrap_or("null"));
        if let Some(hanging) = &self.hanging {
            out.push_str(",\"hanging\":");
            super::hanging::write(hanging, out);
        }
        out.push('}');
    }
}

impl FormReason {
    fn write_json(&self, currency: Currency, out: &mut String) {
        out.push_str("{\"step\":\"");
        out.push_str(Step::Form.name());
        out.push_str("\",\"code\":\"");
        out.push_str(self.code());
        out.push_str("\",\"path\":");
        string(&self.path, out);
        if let Some(place) = &self.place {
            out.push_str(",\"place\":");
            string(place, out);
        }
        if let Kind::Rule(_, detail, other) = &self.kind {
            write_figures(detail, currency, out);
            if let Some(other) = other {
                text_field("expected", other, out);
            }
        }
        out.push_str(",\"message\":{\"ja\":");
        string(&self.text(currency, Lang::Ja), out);
        out.push_str(",\"en\":");
        string(&self.text(currency, Lang::En), out);
        out.push_str("}}");
    }
}

fn text_field(name: &str, value: &str, out: &mut String) {
    for part in [",\"", name, "\":"] {
        out.push_str(part);
    }
    string(value, out);
}

/// Appends the figures that rules of fields have, as verdicts do.
fn write_figures(detail: &Detail, currency: Currency, out: &mut String) {
    match detail {
        Detail::AtLeast(min) => text_field("min", &alloc::format!("{min}"), out),
        Detail::AtMost(max) => text_field("max", &alloc::format!("{max}"), out),
        Detail::Mix(class) => text_field("expected", class.name(), out),
        Detail::Range { min, max } => {
            for (name, amount) in [("max", max), ("min", min)] {
                if let Some(amount) = amount {
                    let mut text = String::new();
                    currency.write(*amount, &mut text);
                    text_field(name, &text, out);
                }
            }
        }
        Detail::Character { kind, at, character } => {
            text_field("expected", kind.name(), out);
            out.push_str(&alloc::format!(",\"at\":{at}"));
            text_field("character", character.encode_utf8(&mut [0; 4]), out);
        }
        _ => {}
    }
}
