//! The answer of a form, and its JSON.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::finding::Finding;
use crate::form::{FormOutcome, Hanging};
use crate::lang::Lang;
use crate::loaded::Service;
use crate::quote::{list, string};
use crate::reason::{Code, Detail, Figure, Names, Step, figures};
use crate::text::{AnswerTexts, missing_text};
use crate::write;

/// What is said of a form (`docs/forms.md`, section 1).
#[derive(Clone, Debug)]
pub struct FormAnswer {
    service: Service,
    pub(super) reasons: Vec<FormRefusal>,
    pub(super) warnings: Vec<FormRefusal>,
    pub(super) missing: Vec<String>,
    pub(super) normalised: Vec<(String, String)>,
    pub(super) changed: Vec<String>,
    pub(super) result: Option<String>,
    pub(super) hanging: Option<Vec<Hanging>>,
    /// What is said of each row, where many were asked at once.
    pub(super) rows: Option<Vec<FormAnswer>>,
    /// The language of the texts at its end.
    pub(super) lang: Option<Lang>,
}

/// One reason of a form, or one warning.
#[derive(Clone, Copy)]
pub struct FormReason<'a> {
    names: Names<'a>,
    refusal: &'a FormRefusal,
}

/// One reason of a form, or one warning, as it is noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FormRefusal {
    pub path: String,
    place: Option<String>,
    kind: Kind,
}

/// Where a reason comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// A rule of the form.
    Rule(Code, Detail),
    /// The check of the document.
    Finding(Finding),
}

impl FormRefusal {
    pub(super) fn rule(code: Code, path: impl Into<String>, detail: Detail) -> Self {
        Self { path: path.into(), place: None, kind: Kind::Rule(code, detail) }
    }

    pub(super) fn finding(path: String, place: Option<String>, finding: Finding) -> Self {
        Self { path, place, kind: Kind::Finding(finding) }
    }

    /// Whether it comes from the rule of a field, and not from the document.
    pub(super) fn is_of_rule(&self) -> bool {
        matches!(self.kind, Kind::Rule(..))
    }

    /// The code and figures of a rule.
    fn rule_of(&self) -> Option<(Code, &Detail)> {
        match &self.kind {
            Kind::Rule(code, detail) => Some((*code, detail)),
            Kind::Finding(_) => None,
        }
    }
}

impl<'a> FormReason<'a> {
    /// What kind of reason it is: that of a verdict's reason, or of a finding.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match &self.refusal.kind {
            Kind::Rule(code, ..) => code.name(),
            Kind::Finding(finding) => finding.code.name(),
        }
    }

    /// Where it is in the form, as a JSON Pointer; empty for the form as a whole and for what is elsewhere.
    #[must_use]
    pub fn path(&self) -> &'a str {
        &self.refusal.path
    }

    /// Where it is in the new company document, for what is not in the form.
    #[must_use]
    pub fn place(&self) -> Option<&'a str> {
        self.refusal.place.as_deref()
    }

    /// The figures of a rule, in the order of JSON; a finding has none.
    pub fn figures(&self) -> impl Iterator<Item = Figure<'a>> + use<'a> {
        let names = self.names;
        self.refusal.rule_of().into_iter().flat_map(move |(code, detail)| figures(code, detail, names))
    }

    /// What it says to a person, with the way out where there is one.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match &self.refusal.kind {
            Kind::Rule(code, detail) => code.text(detail, self.names, lang),
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

impl fmt::Debug for FormReason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.refusal.fmt(f)
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

impl FormAnswer {
    /// An answer in which nothing is said yet.
    pub(super) fn new(service: &Service) -> Self {
        Self {
            service: service.clone(),
            reasons: Vec::new(),
            warnings: Vec::new(),
            missing: Vec::new(),
            normalised: Vec::new(),
            changed: Vec::new(),
            result: None,
            hanging: None,
            rows: None,
            lang: None,
        }
    }

    /// Why it is refused: the field rules in their order, then the findings in the order of the document.
    pub fn reasons(&self) -> impl ExactSizeIterator<Item = FormReason<'_>> + Clone {
        let names = self.service.names();
        self.reasons.iter().map(move |refusal| FormReason { names, refusal })
    }

    /// What is doubtful in the element, and what has become doubtful elsewhere in the document; in the order of the document.
    pub fn warnings(&self) -> impl ExactSizeIterator<Item = FormReason<'_>> + Clone {
        let names = self.service.names();
        self.warnings.iter().map(move |refusal| FormReason { names, refusal })
    }

    /// Pointers of the fields that are missing, each once.
    #[must_use]
    pub fn missing(&self) -> &[String] {
        &self.missing
    }

    /// Texts that were normalised or cut: the pointer and the text that counts.
    #[must_use]
    pub fn normalised(&self) -> &[(String, String)] {
        &self.normalised
    }

    /// Pointers of the fields that have changed.
    #[must_use]
    pub fn changed(&self) -> &[String] {
        &self.changed
    }

    /// The element as it would stand in the document, as JSON; none where it is taken out or its place is not known. Of many rows
    /// the list of them all, none unless every one is valid.
    #[must_use]
    pub fn result(&self) -> Option<&str> {
        self.result.as_deref()
    }

    /// Items that hang on the user; none where the question has no `items`.
    #[must_use]
    pub fn hanging(&self) -> Option<&[Hanging]> {
        self.hanging.as_deref()
    }

    /// What is said of each row, where the question has many; the reasons and warnings beside it lie outside all rows.
    #[must_use]
    pub fn rows(&self) -> Option<&[Self]> {
        self.rows.as_deref()
    }

    /// What it comes to; of many rows the worst.
    #[must_use]
    pub fn outcome(&self) -> FormOutcome {
        let is_refused = |answer: &Self| !answer.reasons.is_empty();
        let is_incomplete = |answer: &Self| !answer.missing.is_empty();
        let rows = || self.rows.iter().flatten();
        if is_refused(self) || rows().any(is_refused) {
            FormOutcome::Refused
        } else if is_incomplete(self) || rows().any(is_incomplete) {
            FormOutcome::Incomplete
        } else {
            FormOutcome::Valid
        }
    }

    /// Adds a missing field, once.
    pub(super) fn miss(&mut self, pointer: String) {
        if !self.missing.contains(&pointer) {
            self.missing.push(pointer);
        }
    }

    /// Appends the answer as JSON.
    pub(super) fn write_json(&self, out: &mut String) {
        self.write_of(false, out);
    }

    /// Appends it as JSON; in a row everything is new, so nothing has changed.
    fn write_of(&self, is_row: bool, out: &mut String) {
        out.push_str("{\"outcome\":\"");
        out.push_str(self.outcome().name());
        out.push_str("\",\"reasons\":");
        list(self.reasons(), out, |reason, out| reason.write_json(out));
        out.push_str(",\"warnings\":");
        list(self.warnings(), out, |warning, out| warning.write_json(out));
        if let Some(rows) = &self.rows {
            out.push_str(",\"rows\":");
            list(rows, out, |row, out| row.write_of(true, out));
            self.write_end(out);
            return;
        }
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
        if !is_row {
            out.push_str(",\"changed\":");
            list(&self.changed, out, |pointer, out| string(pointer, out));
        }
        self.write_end(out);
    }

    /// Appends what stands at the end of an answer.
    fn write_end(&self, out: &mut String) {
        out.push_str(",\"result\":");
        out.push_str(self.result.as_deref().unwrap_or("null"));
        if let Some(hanging) = &self.hanging {
            out.push_str(",\"hanging\":");
            super::hanging::write(hanging, out);
        }
        if let Some(lang) = self.lang {
            out.push_str(",\"texts\":");
            self.texts(lang).write_json(out);
        }
        out.push('}');
    }

    /// What it says to a person, as `texts_json` says it of its JSON.
    fn texts(&self, lang: Lang) -> AnswerTexts {
        AnswerTexts {
            reasons: self.reasons().map(|reason| reason.text(lang)).collect(),
            warnings: self.warnings().map(|warning| warning.text(lang)).collect(),
            missing: self.missing.iter().map(|pointer| missing_text(pointer, lang)).collect(),
            ..AnswerTexts::default()
        }
    }
}

impl FormReason<'_> {
    fn write_json(&self, out: &mut String) {
        out.push_str("{\"step\":\"");
        out.push_str(Step::Form.name());
        out.push_str("\",\"code\":\"");
        out.push_str(self.code());
        out.push_str("\",\"path\":");
        string(self.path(), out);
        if let Some(place) = self.place() {
            out.push_str(",\"place\":");
            string(place, out);
        }
        if let Some((code, detail)) = self.refusal.rule_of() {
            write::of_form(code, detail, self.names, out);
        }
        out.push_str(",\"message\":{\"ja\":");
        string(&self.text(Lang::Ja), out);
        out.push_str(",\"en\":");
        string(&self.text(Lang::En), out);
        out.push_str("}}");
    }
}
