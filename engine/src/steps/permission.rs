//! May this user do this operation for this business, on this account, on this item? (`docs/rules.md`, section 4)
//!
//! Nothing is permitted that no right maps, and the answer does not depend on the order of rights.

use crate::model::grants::Grants;
use crate::reason::{Code, Field, Refusal};
use crate::resolve::{Entered, NamedApprovers, Requester, ResolvedOrder};
use crate::steps::{BusinessRecord, Context, business, target};
use crate::terms::{Entry, Operation, PayeeKind, Role};
use crate::verdict::Verdict;

/// Runs the step; tells whether the later steps can run: the business is known and contracted.
pub(crate) fn run(context: &Context<'_, '_>, verdict: &mut Verdict<'_>) -> bool {
    let request = context.request;
    let of_business = request.operation.is_none_or(Operation::is_of_business);
    if request.user.is_none() {
        verdict.miss(Field::User);
    }
    if request.operation.is_none() {
        verdict.miss(Field::Operation);
    }
    if of_business && request.business.is_none() {
        verdict.miss(Field::Business);
    }
    if request.day.is_none() {
        verdict.miss(Field::Now);
    }
    if context.user.is_some_and(|(_, user)| !user.enabled) {
        verdict.refuse(Refusal::new(Code::PermissionUserDisabled, Field::User));
    }
    let Some(operation) = request.operation else { return false };
    if operation.is_administration() {
        administration(context, operation, verdict);
        target::run(context, operation, verdict);
        return false;
    }
    if operation.is_door() {
        return false;
    }
    if operation.is_inquiry() {
        inquiry(context, operation, verdict);
        return false;
    }
    let Some(of) = context.business else { return false };
    let contracted = contracted(context, of, operation, verdict);
    if contracted {
        payee_kind(context, of, operation, verdict);
        rights(context, of, operation, verdict);
    }
    account(context, operation, verdict);
    item(context, of, operation, verdict);
    contracted
}

fn administration(context: &Context<'_, '_>, operation: Operation, verdict: &mut Verdict<'_>) {
    let Some((_, user)) = context.user else { return };
    let settings = matches!(operation, Operation::EditCompany | Operation::EditFees);
    let by_setting = context.service.settings.roles.company_settings.least_role();
    let least = if settings { by_setting } else { Role::Administrator };
    if user.role < least {
        verdict.refuse(Refusal::new(Code::PermissionRole, Field::Operation));
    }
}

fn inquiry(context: &Context<'_, '_>, operation: Operation, verdict: &mut Verdict<'_>) {
    if let Some((user, _)) = context.user {
        let grants = context.company.grants(user, context.service.businesses.len());
        let bit = operation.bit();
        let every_log = (grants.all | union(&grants.all_narrowed) | union(&grants.kind)) & bit != 0;
        if grants.any & bit == 0 {
            verdict.refuse(Refusal::new(Code::PermissionRight, Field::Operation));
        } else if operation == Operation::ViewLog && !every_log {
            // One's own log is what one did oneself, so approvers do not count.
            match context.request.order.and_then(|item| item.requester) {
                Some(Requester::User) => {}
                Some(_) => verdict.refuse(Refusal::new(Code::PermissionScope, Field::Item)),
                None => verdict.miss(Field::ItemRequester),
            }
        }
    }
    account(context, operation, verdict);
}

fn union(sets: &[u32; 3]) -> u32 {
    sets.iter().fold(0, |all, set| all | set)
}

/// Whether the company uses the business; for a switch it must use the one that the item leaves too.
fn contracted(
    context: &Context<'_, '_>,
    of: BusinessRecord<'_>,
    operation: Operation,
    verdict: &mut Verdict<'_>,
) -> bool {
    let contracted = of.contract.mode.is_some();
    if !contracted {
        verdict.refuse(Refusal::new(Code::PermissionBusinessNotContracted, Field::Business));
    }
    if operation == Operation::Switch
        && let Some(left) = left_business(context)
        && left.contract.mode.is_none()
    {
        verdict.refuse(Refusal::new(Code::PermissionBusinessNotContracted, Field::ItemBusiness));
    }
    contracted
}

fn left_business<'c>(context: &Context<'c, '_>) -> Option<BusinessRecord<'c>> {
    business(context.company, context.request.order?.business?)
}

#[inline]
fn payee_kind(
    context: &Context<'_, '_>,
    of: BusinessRecord<'_>,
    operation: Operation,
    verdict: &mut Verdict<'_>,
) {
    let asks = context.makes_item() || operation == Operation::ManagePayees;
    if asks
        && of.business.kind.is_single()
        && let Some(kind) = context.request.single.kind.value()
    {
        let bit = 1_u8.checked_shl(u32::from(kind.position())).unwrap_or(0);
        if of.business.payee_kinds & bit == 0 {
            verdict.refuse(Refusal::new(Code::PermissionPayeeKind, Field::PayeeKind));
        }
    }
}

/// What narrows a right.
trait Narrowing: Copy {
    /// The position among the values there are.
    fn position(self) -> u8;
}

impl Narrowing for PayeeKind {
    #[inline]
    fn position(self) -> u8 {
        match self {
            Self::PreRegistered => 0,
            Self::UserRegistered => 1,
            Self::NewAccount => 2,
        }
    }
}

impl Narrowing for Entry {
    #[inline]
    fn position(self) -> u8 {
        match self {
            Self::Screen => 0,
            Self::File => 1,
        }
    }
}

/// What is known of the fact that narrows a right.
#[derive(Clone, Copy)]
enum Fact {
    Known(u8),
    Missing,
    /// Typed wrongly: the form step says so.
    Undecided,
}

/// How far a user's rights reach a request.
#[derive(Clone, Copy, Default)]
struct Reach {
    reached: bool,
    /// A right may yet reach it, when a fact is known.
    open: bool,
    /// Which facts: the narrowing one, the requester, the approvers.
    needs_fact: bool,
    needs_requester: bool,
    needs_approvers: bool,
}

impl Reach {
    /// A right of scope `own` to an item of which it is known, or not, whether it is the user's.
    fn own(&mut self, has: bool, own: Option<bool>, item: Option<ResolvedOrder>) {
        match own {
            Some(is_his) => self.reached |= has && is_his,
            None if has => self.opens_own(item),
            None => {}
        }
    }

    /// A scope `own` that is not decided: every fact that is not there is needed.
    fn opens_own(&mut self, item: Option<ResolvedOrder>) {
        let item = item.unwrap_or_default();
        self.open = true;
        self.needs_requester |= item.requester.is_none();
        self.needs_approvers |= item.approvers.is_none();
    }
}

#[inline]
fn rights(
    context: &Context<'_, '_>,
    of: BusinessRecord<'_>,
    operation: Operation,
    verdict: &mut Verdict<'_>,
) {
    if matches!(operation, Operation::Edit | Operation::Switch) {
        becomes(context, of, operation, verdict);
        return;
    }
    let Some((user, _)) = context.user else { return };
    let grants = context.grants(user, of);
    if grants.any & operation.bit() == 0 {
        verdict.refuse(Refusal::new(Code::PermissionRight, Field::Operation));
        return;
    }
    let (reach, fact, at) = match operation {
        Operation::ManagePayees | Operation::Reference | Operation::ViewResults => return,
        Operation::Create => {
            let field = create_field(of);
            (reach_create(context, of, grants), field, field)
        }
        _ => (reach_item(context, of, operation, grants), fact_field(of), Field::Item),
    };
    if !reach.reached {
        let mut missing = NOTHING;
        note(verdict, reach, fact, at, &mut missing);
        report(verdict, missing);
    }
}

/// What changes an item needs a right to the item as it is, in the business that it leaves, and to create what it becomes,
/// in the one that receives it. For 修正 the two are one business, for 切替 two.
#[cold]
fn becomes(
    context: &Context<'_, '_>,
    of: BusinessRecord<'_>,
    operation: Operation,
    verdict: &mut Verdict<'_>,
) {
    let left = if operation == Operation::Edit { Some(of) } else { left_business(context) };
    if left.is_none() {
        verdict.miss(Field::ItemBusiness);
    }
    let Some((user, _)) = context.user else { return };
    let used = left.filter(|left| left.contract.mode.is_some());
    let leaves = used.map(|left| (left, context.grants(user, left)));
    let creates = context.company.grants(user, usize::from(of.at));
    let may_leave = leaves.is_none_or(|(_, grants)| grants.any & operation.bit() != 0);
    let may_create = creates.any & Operation::Create.bit() != 0;
    if !may_leave || !may_create {
        verdict.refuse(Refusal::new(Code::PermissionRight, Field::Operation));
    }
    if let Some((left, grants)) = leaves.filter(|_| may_leave) {
        let mut missing = NOTHING;
        let reach = reach_item(context, left, operation, grants);
        note(verdict, reach, fact_field(left), Field::Item, &mut missing);
        report(verdict, missing);
    }
    if may_create {
        let field = create_field(of);
        let mut missing = NOTHING;
        note(verdict, reach_create(context, of, creates), field, field, &mut missing);
        report(verdict, missing);
    }
}

const FACT_ORDER: [Field; 6] = [
    Field::PayeeKind,
    Field::ItemPayeeKind,
    Field::Entry,
    Field::ItemEntry,
    Field::ItemRequester,
    Field::ItemApprovers,
];

/// Which of [`FACT_ORDER`] are missing.
type Missing = [bool; 6];

const NOTHING: Missing = [false; 6];

/// Turns a reach into a reason or into facts that are missing.
#[cold]
fn note(verdict: &mut Verdict<'_>, reach: Reach, fact: Field, at: Field, missing: &mut Missing) {
    if reach.reached {
        return;
    }
    if !reach.open {
        verdict.refuse(Refusal::new(Code::PermissionScope, at));
        return;
    }
    for (field, flag) in FACT_ORDER.iter().zip(missing) {
        *flag |= (reach.needs_fact && *field == fact)
            || (reach.needs_requester && *field == Field::ItemRequester)
            || (reach.needs_approvers && *field == Field::ItemApprovers);
    }
}

#[cold]
fn report(verdict: &mut Verdict<'_>, missing: Missing) {
    for (field, _) in FACT_ORDER.iter().zip(missing).filter(|(_, flag)| *flag) {
        verdict.miss(*field);
    }
}

fn create_field(of: BusinessRecord<'_>) -> Field {
    if of.business.kind.is_single() { Field::PayeeKind } else { Field::Entry }
}

fn fact_field(of: BusinessRecord<'_>) -> Field {
    if of.business.kind.is_single() { Field::ItemPayeeKind } else { Field::ItemEntry }
}

/// What narrows a right to something new. The form step runs for it, and says what is typed wrongly.
#[inline]
fn new_fact(context: &Context<'_, '_>, of: BusinessRecord<'_>) -> Fact {
    fn fact<T: Narrowing>(given: Entered<T>) -> Fact {
        match given {
            Entered::Value(value) => Fact::Known(value.position()),
            Entered::Malformed => Fact::Undecided,
            Entered::Missing => Fact::Missing,
        }
    }
    if of.business.kind.is_single() { fact(context.request.single.kind) } else { fact(context.request.entry) }
}

/// What narrows a right to an existing item: where it is known.
fn item_fact(item: Option<ResolvedOrder>, of: BusinessRecord<'_>) -> Option<u8> {
    let item = item?;
    if of.business.kind.is_single() {
        item.payee_kind.map(PayeeKind::position)
    } else {
        item.entry.map(Entry::position)
    }
}

/// For a new item only the narrowing counts, not the scope.
#[inline]
fn reach_create(context: &Context<'_, '_>, of: BusinessRecord<'_>, grants: &Grants) -> Reach {
    let bit = Operation::Create.bit();
    if (grants.all | grants.own) & bit != 0 {
        return Reach { reached: true, ..Reach::default() };
    }
    let narrowed = |at: u8| {
        [&grants.all_narrowed, &grants.kind, &grants.own_narrowed]
            .iter()
            .any(|sets| sets.get(usize::from(at)).is_some_and(|set| set & bit != 0))
    };
    match new_fact(context, of) {
        Fact::Known(at) => Reach { reached: narrowed(at), ..Reach::default() },
        Fact::Missing => Reach { open: true, needs_fact: true, ..Reach::default() },
        Fact::Undecided => Reach { open: true, ..Reach::default() },
    }
}

fn reach_item(
    context: &Context<'_, '_>,
    of: BusinessRecord<'_>,
    operation: Operation,
    grants: &Grants,
) -> Reach {
    let has = |set: u32| set & operation.bit() != 0;
    // Scope `all` reaches every item, whatever narrows the right.
    if has(grants.all | union(&grants.all_narrowed)) {
        return Reach { reached: true, ..Reach::default() };
    }
    let item = context.request.order;
    let own = own(item);
    let mut reach = Reach::default();
    match item_fact(item, of).map(usize::from) {
        Some(at) => {
            reach.reached = grants.kind.get(at).is_some_and(|set| has(*set));
            let of_own = grants.own | grants.own_narrowed.get(at).copied().unwrap_or(0);
            reach.own(has(of_own), own, item);
        }
        None => {
            let of_own = has(union(&grants.own_narrowed)) && own != Some(false);
            if of_own || has(union(&grants.kind)) {
                (reach.open, reach.needs_fact) = (true, true);
            }
            if of_own && own.is_none() {
                reach.opens_own(item);
            }
            reach.own(has(grants.own), own, item);
        }
    }
    reach
}

/// Whether the item is the user's own: requester or approver. None while a fact is missing that may make it his.
fn own(item: Option<ResolvedOrder>) -> Option<bool> {
    let item = item?;
    match (item.requester, item.approvers) {
        (Some(Requester::User), _) | (_, Some(NamedApprovers::User)) => Some(true),
        (Some(_), Some(_)) => Some(false),
        (None, _) | (_, None) => None,
    }
}

#[inline]
fn account(context: &Context<'_, '_>, operation: Operation, verdict: &mut Verdict<'_>) {
    let shows =
        matches!(operation, Operation::ViewBalance | Operation::ViewStatement | Operation::ViewDeposits);
    let concerned = shows || (!operation.is_inquiry() && operation != Operation::ManagePayees);
    match context.account {
        Some((_, account)) => {
            let asked = concerned
                && (!operation.is_of_approver() || context.service.settings.approval.approver_needs_account);
            if asked
                && let Some((user, _)) = context.user
                && !account.people.contains(user)
            {
                verdict.refuse(Refusal::new(Code::PermissionAccount, Field::Account));
            }
        }
        None if shows || context.makes_item() || operation == Operation::Approve => {
            verdict.miss(Field::Account)
        }
        None => {}
    }
}

/// Approving is for the approvers named in the item, and not for its requester where the bank forbids it. Who they are is
/// never taken for granted.
#[inline]
fn item(context: &Context<'_, '_>, of: BusinessRecord<'_>, operation: Operation, verdict: &mut Verdict<'_>) {
    if !operation.is_of_item() {
        return;
    }
    let item = context.request.order.unwrap_or_default();
    match item.requester {
        None => verdict.miss(Field::ItemRequester),
        Some(Requester::User) if operation == Operation::Approve && of.business.self_approval_forbidden => {
            verdict.refuse(Refusal::new(Code::PermissionSelfApproval, Field::ItemRequester));
        }
        Some(Requester::Unknown) if context.plan.requester => {
            verdict.refuse(Refusal::new(Code::PermissionRequester, Field::ItemRequester));
        }
        Some(_) => {}
    }
    if operation.is_of_approver() {
        match item.approvers {
            None => verdict.miss(Field::ItemApprovers),
            Some(NamedApprovers::Others) if context.user.is_some() => {
                verdict.refuse(Refusal::new(Code::PermissionApprover, Field::ItemApprovers));
            }
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests;
