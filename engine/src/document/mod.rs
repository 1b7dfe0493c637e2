//! Documents: from JSON text to the checked model, with every finding at once.

use alloc::string::String;
use alloc::sync::Arc;

mod access;
mod account;
mod approval;
mod business;
mod calendar;
mod ceiling;
mod company;
mod fees;
mod field;
mod group;
mod hint;
mod idle;
#[cfg(feature = "forms")]
mod kept;
mod limit;
mod operation;
mod part;
mod pattern;
mod policy;
mod reader;
mod right;
mod service;
mod settings;
mod table;
mod upcoming;
mod user;
mod value;
mod window;

use company::read_company;
#[cfg(feature = "forms")]
use company::read_company_with;
#[cfg(feature = "forms")]
pub(crate) use kept::{Change, KeptDocument, Listed};
use service::read_service;

use crate::finding::Findings;
#[cfg(feature = "forms")]
use crate::finding::Shares;
use crate::language::company::COMPANY;
use crate::language::schema::schema;
use crate::language::service::SERVICE;
use crate::loaded::{Company, Service};

impl Service {
    /// Reads and checks a service document.
    ///
    /// # Errors
    ///
    /// All findings, warnings too, if any of them is an error.
    ///
    /// # Examples
    ///
    /// Everything that is wrong is found at once, not only the first thing:
    ///
    /// ```
    /// let findings = kessai::Service::from_json(r#"{ "format": 2, "id": "" }"#).unwrap_err();
    /// assert!(findings.len() > 2);
    /// ```
    pub fn from_json(text: &str) -> Result<Self, Findings> {
        match read_service(text) {
            (Some(model), findings) => Ok(Self { model: Arc::new(model), warnings: Arc::new(findings) }),
            (None, findings) => Err(findings),
        }
    }

    /// What is wrong, or doubtful, with a service document.
    #[must_use]
    pub fn check(text: &str) -> Findings {
        read_service(text).1
    }

    /// The JSON Schema (draft 2020-12) of service documents, for editors: every field with its type, bounds, default and
    /// what it is for. What is asked across several fields it cannot say; [`Service::check`] does.
    #[must_use]
    pub fn schema() -> String {
        schema(&SERVICE, "service")
    }

    /// What was doubtful when the document was loaded.
    #[must_use]
    pub fn warnings(&self) -> &Findings {
        &self.warnings
    }

    /// Reads and checks a company document against this service.
    ///
    /// # Errors
    ///
    /// All findings, warnings too, if any of them is an error.
    pub fn company_from_json(&self, text: &str) -> Result<Company, Findings> {
        match read_company(&self.model, text) {
            (Some(model), findings) => {
                Ok(Company { model: Arc::new(model), service: self.clone(), warnings: Arc::new(findings) })
            }
            (None, findings) => Err(findings),
        }
    }

    /// What is wrong, or doubtful, with a company document under this service.
    #[must_use]
    pub fn check_company(&self, text: &str) -> Findings {
        read_company(&self.model, text).1
    }

    /// The same where parts of the text have findings of their own.
    #[cfg(feature = "forms")]
    pub(crate) fn check_company_by(&self, text: &str, shares: Shares) -> Findings {
        read_company_with(&self.model, text, Findings::with_shares(shares)).1
    }
}

impl Company {
    /// The JSON Schema (draft 2020-12) of company documents, as [`Service::schema`].
    #[must_use]
    pub fn schema() -> String {
        schema(&COMPANY, "company")
    }

    /// What was doubtful when the document was loaded.
    #[must_use]
    pub fn warnings(&self) -> &Findings {
        &self.warnings
    }
}

#[cfg(test)]
mod tests;
