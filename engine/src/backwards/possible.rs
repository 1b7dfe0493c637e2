//! What remains possible: every value that could stand in a field, evaluated forwards.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use crate::fee::Fee;
use crate::loaded::Company;
use crate::model::company::{Account, Person};
use crate::model::service::ServiceModel;
use crate::quote;
use crate::reason::{Refusal, Step};
use crate::request::error::Mistake;
use crate::request::read::APPROVERS_MAX;
use crate::request::{Request, RequestError, Text};
use crate::resolve::Resolved;
use crate::steps::fee::Counted;
use crate::steps::{Context, Progress, approval, permission};
use crate::terms::{ApprovalMode, LimitBearer, Operation, PayeeKind};
use crate::verdict::Verdict;

/// How often all items of a batch may be looked at, counted by item.
const WORK_MAX: usize = 300_000;
/// How often they are for operations and for what is not counted by account and business.
const OTHER_TRIALS: usize = 8;

/// The values with which a request has no reason against it, each put in the place of what stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Possible<'c> {
    /// Ids of debit accounts, in the order of the document.
    pub accounts: Vec<&'c str>,
    /// Keys of businesses, in the order of the document.
    pub businesses: Vec<&'c str>,
    /// Operations, in the order of [`Operation::ALL`].
    pub operations: Vec<Operation>,
    /// Operations of the bank's own by their keys, in the order of the document.
    pub own_operations: Vec<&'c str>,
    /// Payee kinds; none for a batch business.
    pub payee_kinds: Vec<PayeeKind>,
    /// Ids, sorted, of those who could be named behind the approvers that are named; none where none is needed.
    pub approvers: Vec<&'c str>,
}

impl Possible<'_> {
    /// The names of all operations, the bank's own behind those that every bank has.
    pub fn operation_names(&self) -> impl Iterator<Item = &str> {
        let known: Vec<&str> = self.operations.iter().map(|one| one.name()).collect();
        known.into_iter().chain(self.own_operations.iter().copied())
    }
}

/// A request whose fields are tried; its memory is used again for each value.
struct Trial<'c, 'r> {
    company: &'c Company,
    request: Request<'r>,
    resolved: Resolved<'c>,
    verdict: Verdict<'c>,
}

/// What a batch comes to apart from who may use the account and who is to approve: the same for all accounts of a branch,
/// and for all approvers.
#[derive(Clone, Copy)]
struct Ground {
    /// Whether it is answered and has no other reason against it.
    goes: bool,
    counted: Option<Counted>,
}

impl Trial<'_, '_> {
    /// Decides the request as it is; whether there is an answer.
    fn decide(&mut self) -> bool {
        let answered = self.company.resolve_into(&self.request, &mut self.resolved).is_ok();
        if answered {
            self.resolved.decide(&mut self.verdict);
        }
        answered
    }

    /// Looks at the whole request once.
    fn ground(&mut self) -> Ground {
        let answered = self.decide();
        let other = |reason: &Refusal| !matches!(reason.code.step(), Step::Permission | Step::Approval);
        let goes = answered && !self.verdict.reasons.iter().any(other);
        let count_fees = self.company.model.service.settings.limit.count_fees;
        let counted = |fee: &Fee| if count_fees { fee.withdrawal } else { fee.transfer };
        let largest = self.verdict.lines.iter().flatten().map(counted).max().unwrap_or(0);
        let sum = self.verdict.fee.as_ref().map(|fee| counted(&fee.amounts));
        Ground { goes, counted: sum.map(|sum| Counted { sum, largest }) }
    }

    /// Whether the request goes with what the resolved one has now, on the ground of one that was looked at.
    fn goes_on(&mut self, ground: Ground) -> bool {
        self.verdict.clear();
        let context = Context::new(&self.resolved);
        let mut so_far = Progress { counted: ground.counted, ..Progress::default() };
        permission::run(&context, &mut so_far, &mut self.verdict);
        approval::run(&context, &mut so_far, &mut self.verdict);
        ground.goes && self.verdict.reasons.is_empty()
    }

    /// The operations of the bank's own that could stand in the request. None of them looks at its items, so that it is looked up
    /// once.
    fn own_operations<'s>(&mut self, service: &'s ServiceModel) -> Vec<&'s str> {
        self.request.operation = None;
        let mut found = Vec::new();
        if service.operations.is_empty()
            || self.company.resolve_into(&self.request, &mut self.resolved).is_err()
        {
            return found;
        }
        for (own, at) in service.operations.iter().zip(0_u8..) {
            self.resolved.own_operation = Some(at);
            self.resolved.decide(&mut self.verdict);
            if self.verdict.reasons.is_empty() {
                found.push(&*own.key);
            }
        }
        found
    }

    /// Whether the request as it stands is answered and has no reason against it.
    fn goes(&mut self) -> bool {
        self.decide() && self.verdict.reasons.is_empty()
    }
}

/// What fees and limits of a batch rest on of its account: the branch, or the account itself.
fn place(account: &Account, told_apart: bool) -> (&str, &str) {
    if told_apart { (&account.id, "") } else { (&account.bank, &account.branch) }
}

impl Company {
    /// Which accounts, businesses, operations, payee kinds and approvers could stand in a request.
    ///
    /// # Errors
    ///
    /// As [`Company::resolve`]: the request itself has no answer; or `request.possible`: its items are too many to be looked at
    /// for each branch of the accounts and each business.
    pub fn possible(&self, request: &Request<'_>) -> Result<Possible<'_>, RequestError> {
        let mut trial = Trial {
            company: self,
            request: request.clone(),
            resolved: Resolved::empty(self),
            verdict: self.verdict(),
        };
        self.resolve_into(request, &mut trial.resolved)?;
        let (model, service) = (&*self.model, &*self.model.service);
        let business = trial.resolved.business.map(usize::from);
        let batch =
            business.and_then(|at| service.businesses.get(at)).is_some_and(|one| !one.kind.is_single());
        let mode = business.and_then(|at| model.businesses.get(at)).and_then(|contract| contract.mode);
        let mut possible = Possible::default();
        let is_batch = !request.lines.is_empty();
        if is_batch {
            self.check_work(request.lines.len())?;
        }
        let mut grounds = BTreeMap::new();
        let told_apart = self.tells_accounts_apart();
        for (account, at) in model.accounts.iter().zip(0_u16..) {
            trial.request.account.get_or_insert_default().set(&account.id);
            let goes = if is_batch {
                let ground = *grounds.entry(place(account, told_apart)).or_insert_with(|| trial.ground());
                trial.resolved.account = Some(at);
                trial.goes_on(ground)
            } else {
                trial.goes()
            };
            if goes {
                possible.accounts.push(&account.id);
            }
        }
        trial.request.account.clone_from(&request.account);
        for one in &service.businesses {
            trial.request.business.get_or_insert_default().set(&one.key);
            if trial.goes() {
                possible.businesses.push(&one.key);
            }
        }
        trial.request.business.clone_from(&request.business);
        let has_policies = service.businesses.iter().any(|one| one.allows(ApprovalMode::Policy));
        let is_had = |operation: &&Operation| {
            has_policies || !matches!(operation, Operation::Verify | Operation::Release)
        };
        for operation in Operation::ALL.iter().filter(is_had) {
            trial.request.operation = Some(*operation);
            trial.request.own_operation = None;
            if trial.goes() {
                possible.operations.push(*operation);
            }
        }
        possible.own_operations = trial.own_operations(service);
        trial.request.operation = request.operation;
        trial.request.own_operation.clone_from(&request.own_operation);
        for kind in PayeeKind::ALL.iter().filter(|_| !batch) {
            trial.request.single.payee_kind.get_or_insert_default().set(kind.name());
            if trial.goes() {
                possible.payee_kinds.push(*kind);
            }
        }
        trial.request.single.payee_kind.clone_from(&request.single.payee_kind);
        if mode != Some(ApprovalMode::None) && request.approvers.len() < APPROVERS_MAX {
            possible.approvers = if is_batch {
                approvers_of_batch(&mut trial, &model.people)
            } else {
                approvers(&mut trial, &model.people)
            };
        }
        Ok(possible)
    }

    /// Whether some batch is held against a limit of the account, so that two accounts of a branch are not alike.
    fn tells_accounts_apart(&self) -> bool {
        let batches = self.model.service.businesses.iter().filter(|one| !one.kind.is_single());
        batches.flat_map(|one| one.limits.iter()).any(|row| row.bearer == LimitBearer::Account)
    }

    /// Whether so many items may be looked at as often as there are branches and businesses.
    fn check_work(&self, items: usize) -> Result<(), RequestError> {
        let model = &*self.model;
        let told_apart = self.tells_accounts_apart();
        let mut branches = BTreeSet::new();
        branches.extend(model.accounts.iter().map(|account| place(account, told_apart)));
        let batches = model.service.businesses.iter().filter(|one| !one.kind.is_single()).count();
        let trials = branches.len().saturating_add(batches).saturating_add(OTHER_TRIALS);
        if items.saturating_mul(trials) <= WORK_MAX {
            return Ok(());
        }
        let most = WORK_MAX.checked_div(trials).unwrap_or(0);
        Err(RequestError::at_path(Mistake::Possible, "/items", [&most]))
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
        self.write_possible(&read, out)
    }

    /// Appends what is possible as JSON; nothing where there is no answer.
    pub(crate) fn write_possible(&self, request: &Request<'_>, out: &mut String) -> Result<(), RequestError> {
        let possible = self.possible(request)?;
        let operations: Vec<_> = possible.operation_names().collect();
        let kinds: Vec<_> = possible.payee_kinds.iter().map(|one| one.name()).collect();
        for (key, values) in [
            ("{\"accounts\":[", &possible.accounts),
            ("],\"businesses\":[", &possible.businesses),
            ("],\"operations\":[", &operations),
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

/// The people who could be named behind those that are.
fn approvers<'c>(trial: &mut Trial<'_, '_>, people: &'c [Person]) -> Vec<&'c str> {
    let mut possible = Vec::new();
    trial.request.approvers.push(Text::default());
    for person in people {
        if let Some(last) = trial.request.approvers.last_mut() {
            last.set(&person.id);
        }
        if trial.goes() {
            possible.push(&*person.id);
        }
    }
    possible
}

/// The same of a batch, whose items are looked at once.
fn approvers_of_batch<'c>(trial: &mut Trial<'_, '_>, people: &'c [Person]) -> Vec<&'c str> {
    let ground = trial.ground();
    let named = trial.resolved.approvers.len();
    let mut possible = Vec::new();
    for (person, at) in people.iter().zip(0_u16..) {
        trial.resolved.approvers.truncate(named);
        trial.resolved.approvers.push(Some(at));
        if trial.goes_on(ground) {
            possible.push(&*person.id);
        }
    }
    possible
}

#[cfg(test)]
mod tests;
