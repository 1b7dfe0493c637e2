//! What a request says of the usage so far.

use super::{Result, object, optional_text, text, typed};
use crate::json::Scanner;
use crate::request::error::Mistake;
use crate::request::fields::UsageField;
use crate::request::{RequestError, RequestUsage};

/// Reads an entry of usage.
pub(crate) fn usage<'r>(scanner: &mut Scanner<'r>) -> Result<RequestUsage<'r>> {
    let mut entry = RequestUsage::default();
    read_usage(scanner, &mut entry)?;
    Ok(entry)
}

/// Reads an entry of usage into one in which nothing is said.
pub(super) fn read_usage<'r>(scanner: &mut Scanner<'r>, entry: &mut RequestUsage<'r>) -> Result<()> {
    object(scanner, |scanner, field| {
        match field {
            UsageField::Limit => entry.limit = optional_text(scanner)?.unwrap_or_default(),
            UsageField::Account => return text(scanner, &mut entry.account),
            UsageField::Business => return text(scanner, &mut entry.business),
            UsageField::User => return text(scanner, &mut entry.user),
            UsageField::Payee => return text(scanner, &mut entry.payee),
            UsageField::Day => entry.day = optional_text(scanner)?.unwrap_or_default(),
            UsageField::Used => entry.used = typed(scanner)?.unwrap_or_default(),
        }
        Ok(())
    })?;
    // What is empty counts as absent.
    let fields =
        [(entry.limit.is_empty(), "limit"), (entry.day.is_empty(), "day"), (entry.used.is_empty(), "used")];
    match fields.into_iter().find(|(lacks, _)| *lacks) {
        None => Ok(()),
        Some((_, field)) => Err(RequestError::new(Mistake::UsageIncomplete, [&field])),
    }
}
