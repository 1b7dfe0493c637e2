//! Entries of usage: whose a limit is, and who stands there where nobody is named.

use kessai::request::{RequestUsage, Text, Typed};
use kessai::terms::LimitBearer;
use kessai::verdict::UsageEntry;
use kessai::{Company, Request};

/// An entry of usage of a limit, of whomever a record names; where it names nobody, of whom the request does. What is wrong
/// with it the engine says.
#[inline]
pub(super) fn entry<'a>(
    company: &Company,
    request: &Request<'a>,
    limit: Text<'a>,
    whose: Option<Text<'a>>,
    day: Text<'a>,
    used: Typed<'a>,
) -> RequestUsage<'a> {
    let mut entry = RequestUsage { limit, day, used, ..RequestUsage::default() };
    let bearer = company.service().limit_bearer(&entry.limit);
    let (place, own) = match bearer {
        Some(LimitBearer::Account) => (&mut entry.account, &request.account),
        Some(LimitBearer::Business) => (&mut entry.business, &request.business),
        Some(LimitBearer::User) => (&mut entry.user, &request.user),
        Some(LimitBearer::Payee) => (&mut entry.payee, &None),
        // Whoever names somebody for a limit of the company means another limit, which the engine says.
        _ => (&mut entry.account, &None),
    };
    *place = whose.or_else(|| own.clone());
    entry
}

/// Whose an entry is, as a record names him: empty for the company.
#[inline]
pub(super) fn whose<'a>(entry: &UsageEntry<'a>) -> &'a str {
    entry.account.or(entry.business).or(entry.user).or(entry.payee).unwrap_or_default()
}
