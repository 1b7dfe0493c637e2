//! The forms of a company that is kept, so that a check costs what is typed and not what the document says.

use alloc::string::String;
use alloc::sync::Arc;

use crate::document::KeptDocument;
use crate::entry::{self, EntryQuestion};
use crate::finding::{Arg, Severity};
use crate::form::check::How;
use crate::form::{FormAnswer, FormOutcome, check};
use crate::lang::Lang;
use crate::loaded::{Company, Service};
use crate::request::RequestError;
use crate::request::error::Mistake;
use crate::terms::SchemaDraft;

/// The forms of the bank's screens for one company, which is read and checked once.
///
/// Cheap to clone, immutable, and shared by all forms that are open. Whoever saves a form makes new ones of the new document.
///
/// A check reads the element that is changed, and holds it against what was read of the others. It reads the whole document
/// with the result in its place, as [`Service::check_company`] does, where more may rest on the change than can be told from
/// the element: in the forms `company` and `group`, on whose modes and groups everybody rests; where an account gets another id or
/// is taken out, which users, groups and policies name; once for many rows; where `items` are asked about, which need the company
/// as it would be; and where a document has about as many bytes, elements or findings as it may. The answer is the same, byte for
/// byte.
///
/// # Examples
///
/// ```no_run
/// # fn typed() -> Option<String> { None }
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let service = kessai::Service::from_json(&std::fs::read_to_string("service.json")?)?;
/// let forms = service.forms(&std::fs::read_to_string("company.json")?)?;
/// while let Some(question) = typed() {
///     println!("{:?}", forms.check(&question)?.outcome());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Forms {
    kept: Arc<Kept>,
}

/// What is kept.
#[derive(Debug)]
pub(super) struct Kept {
    /// With what was doubtful when it was loaded.
    pub company: Company,
    /// The document; none of a part, which has no forms but that of a request.
    pub document: Option<KeptDocument>,
}

impl Service {
    /// The forms of a company, whose document is read and checked now and kept.
    ///
    /// # Errors
    ///
    /// The document does not load.
    pub fn forms(&self, company: &str) -> Result<Forms, RequestError> {
        let loaded = self.company_from_json(company).map_err(|findings| {
            let first = findings.iter().find(|finding| finding.severity == Severity::Error);
            let what = [Lang::En, Lang::Ja]
                .map(|lang| first.map_or_else(String::new, |finding| finding.message(lang)).into());
            RequestError::of_words(Mistake::FormDocument, "", [Arg::Both(what)].into())
        })?;
        let is_part = loaded.model.is_part;
        let document = if is_part { None } else { KeptDocument::new(&self.model, company) };
        Ok(Forms { kept: Arc::new(Kept { company: loaded, document }) })
    }
}

impl Forms {
    /// The company as it is.
    #[must_use]
    pub fn company(&self) -> &Company {
        &self.kept.company
    }

    /// Checks a form while it is filled, from text to text, and appends the answer. The form `request` is answered as by
    /// [`Company::form_json`], of a part too.
    ///
    /// # Errors
    ///
    /// No answer is possible: an unreadable question, an unknown form or element, a form of the document of a part; nothing
    /// is appended then.
    pub fn check_json(&self, question: &str, out: &mut String) -> Result<FormOutcome, RequestError> {
        if entry::is_entry(question) {
            return entry::answer(self.company(), &EntryQuestion::read(question)?, out);
        }
        let answer = self.check(question)?;
        answer.write_json(out);
        Ok(answer.outcome())
    }

    /// Checks a form of the company document while it is filled.
    ///
    /// # Errors
    ///
    /// As [`Forms::check_json`], and as of [`Service::form`] the form `request` is unknown here.
    pub fn check(&self, question: &str) -> Result<FormAnswer, RequestError> {
        check::check(&self.kept, question, How::Kept)
    }

    /// The answer by a check of the whole document.
    #[cfg(test)]
    pub(super) fn check_whole_json(&self, question: &str, out: &mut String) -> Result<(), RequestError> {
        check::check(&self.kept, question, How::Whole).map(|answer| answer.write_json(out))
    }

    /// Appends the JSON Schema of a form, as [`Company::form_schema_json`].
    ///
    /// # Errors
    ///
    /// As [`Company::form_schema_json`].
    pub fn schema_json(
        &self,
        form: &str,
        lang: Lang,
        draft: SchemaDraft,
        out: &mut String,
    ) -> Result<(), RequestError> {
        self.company().form_schema_json(form, lang, draft, out)
    }
}
