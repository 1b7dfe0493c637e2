//! What remains possible: every value that could stand in a field, evaluated forwards.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::document::Company;
use crate::model::company::Person;
use crate::quote;
use crate::request::{Request, RequestError};
use crate::resolve::Resolved;
use crate::terms::{ApprovalMode, Operation, PayeeKind};
use crate::verdict::Verdict;

/// Most approvers that a request may name.
const APPROVERS_MAX: usize = 8;

/// The values with which a request has no reason against it, each put in the place of what stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Possible<'c> {
    /// Ids of debit accounts, in the order of the document.
    pub accounts: Vec<&'c str>,
    /// Keys of businesses, in the order of the document.
    pub businesses: Vec<&'c str>,
    /// Operations, in the order of [`Operation::ALL`].
    pub operations: Vec<Operation>,
    /// Payee kinds; none for a batch business.
    pub payee_kinds: Vec<PayeeKind>,
    /// Ids, sorted, of those who could be named behind the approvers that are named; none where none is needed.
    pub approvers: Vec<&'c str>,
}

/// A request whose fields are tried; its memory is used again for each value.
struct Trial<'c, 'r> {
    company: &'c Company,
    request: Request<'r>,
    resolved: Resolved,
    verdict: Verdict<'c>,
}

impl Trial<'_, '_> {
    /// Whether the request as it stands is answered and has no reason against it.
    fn goes(&mut self) -> bool {
        self.company.resolve_into(&self.request, &mut self.resolved).is_ok()
            && self.company.decide(&self.resolved, &mut self.verdict).is_ok()
            && self.verdict.reasons.is_empty()
    }
}

impl Company {
    /// Which accounts, businesses, operations, payee kinds and approvers could stand in a request.
    ///
    /// # Errors
    ///
    /// As [`Company::resolve`]: the request itself has no answer.
    pub fn possible(&self, request: &Request<'_>) -> Result<Possible<'_>, RequestError> {
        let mut trial = Trial {
            company: self,
            request: request.clone(),
            resolved: Resolved::default(),
            verdict: self.verdict(),
        };
        self.resolve_into(request, &mut trial.resolved)?;
        let (model, service) = (&*self.model, &*self.model.service);
        let business = trial.resolved.business.map(usize::from);
        let batch =
            business.and_then(|at| service.businesses.get(at)).is_some_and(|one| !one.kind.is_single());
        let mode = business.and_then(|at| model.businesses.get(at)).and_then(|contract| contract.mode);
        let mut possible = Possible::default();
        for account in &model.accounts {
            write(trial.request.account.get_or_insert_default(), &account.id);
            if trial.goes() {
                possible.accounts.push(&account.id);
            }
        }
        trial.request.account.clone_from(&request.account);
        for one in &service.businesses {
            write(trial.request.business.get_or_insert_default(), &one.key);
            if trial.goes() {
                possible.businesses.push(&one.key);
            }
        }
        trial.request.business.clone_from(&request.business);
        for operation in Operation::ALL {
            trial.request.operation = Some(*operation);
            if trial.goes() {
                possible.operations.push(*operation);
            }
        }
        trial.request.operation = request.operation;
        for kind in PayeeKind::ALL.iter().filter(|_| !batch) {
            write(trial.request.single.payee_kind.get_or_insert_default(), kind.name());
            if trial.goes() {
                possible.payee_kinds.push(*kind);
            }
        }
        trial.request.single.payee_kind.clone_from(&request.single.payee_kind);
        if mode != Some(ApprovalMode::None) && request.approvers.len() < APPROVERS_MAX {
            possible.approvers = approvers(&mut trial, &model.people);
        }
        Ok(possible)
    }

    /// As [`Company::possible`], from JSON to JSON: appends `{"accounts","businesses","operations","payeeKinds",
    /// "approvers"}`.
    ///
    /// # Errors
    ///
    /// As [`Request::from_json`] and [`Company::possible`]; nothing is appended then.
    pub fn possible_json(&self, request: &str, out: &mut String) -> Result<(), RequestError> {
        let mut read = Request::default();
        read.fill(request)?;
        let possible = self.possible(&read)?;
        let names = |list: &[Operation]| list.iter().map(|one| one.name()).collect::<Vec<_>>();
        let kinds: Vec<_> = possible.payee_kinds.iter().map(|one| one.name()).collect();
        for (key, values) in [
            ("{\"accounts\":[", &possible.accounts),
            ("],\"businesses\":[", &possible.businesses),
            ("],\"operations\":[", &names(&possible.operations)),
            ("],\"payeeKinds\":[", &kinds),
            ("],\"approvers\":[", &possible.approvers),
        ] {
            out.push_str(key);
            for (at, value) in values.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                quote::string(value, out);
            }
        }
        out.push_str("]}");
        Ok(())
    }
}

/// Puts a text in the place of another, in the memory that it has.
fn write(place: &mut Cow<'_, str>, text: &str) {
    let place = place.to_mut();
    place.clear();
    place.push_str(text);
}

/// The people who could be named behind those that are.
fn approvers<'c>(trial: &mut Trial<'_, '_>, people: &'c [Person]) -> Vec<&'c str> {
    let mut possible = Vec::new();
    trial.request.approvers.push(Cow::Owned(String::new()));
    for person in people {
        if let Some(last) = trial.request.approvers.last_mut() {
            write(last, &person.id);
        }
        if trial.goes() {
            possible.push(&*person.id);
        }
    }
    possible
}

#[cfg(test)]
mod tests;
