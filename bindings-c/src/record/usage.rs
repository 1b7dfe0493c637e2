//! Entries of usage: whose a limit is, and who stands there where nobody is named.

use kessai::request::{RequestUsage, Text, Typed};
use kessai::terms::LimitBearer;
use kessai::verdict::UsageEntry;
use kessai::{Company, Request};

use crate::record::write::NoRoom;

/// Whose a limit can be, in the order of the numbers that records have.
const BEARERS: [LimitBearer; 4] =
    [LimitBearer::Account, LimitBearer::Business, LimitBearer::User, LimitBearer::Payee];

/// The bearer of a number from 1; none for 0. Another number is an error.
pub(super) fn bearer(number: u64) -> Result<Option<LimitBearer>, NoRoom> {
    let Some(at) = number.checked_sub(1) else { return Ok(None) };
    let at = usize::try_from(at).map_err(|_| NoRoom)?;
    BEARERS.get(at).copied().map(Some).ok_or(NoRoom)
}

/// An entry of usage of a limit, of whomever a record names; where it names nobody, of whom the request does. What is wrong
/// with it the engine says.
#[inline]
pub(super) fn entry<'a>(
    company: &Company,
    request: &Request<'a>,
    limit: Text<'a>,
    (stated, whose): (Option<LimitBearer>, Option<Text<'a>>),
    (day, used): (Text<'a>, Typed<'a>),
) -> RequestUsage<'a> {
    let mut entry = RequestUsage { limit, day, used, ..RequestUsage::default() };
    let bearer = stated.or_else(|| company.service().limit_bearer(&entry.limit));
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

/// Whose an entry is, as a record names him, and the number of what he is; empty and 0 for the company.
#[inline]
pub(super) fn whose<'a>(entry: &UsageEntry<'a>) -> (&'a str, u64) {
    first([entry.account, entry.business, entry.user, entry.payee])
}

/// The same of an entry as texts.
pub(super) fn whose_of<'a>(entry: &'a RequestUsage<'_>) -> (&'a str, u64) {
    let text = |text: &'a Option<Text<'_>>| text.as_deref().filter(|text| !text.is_empty());
    first([text(&entry.account), text(&entry.business), text(&entry.user), text(&entry.payee)])
}

fn first(all: [Option<&str>; 4]) -> (&str, u64) {
    (1..).zip(all).find_map(|(number, one)| Some((one?, number))).unwrap_or_default()
}
