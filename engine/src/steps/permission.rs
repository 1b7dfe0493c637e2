//! May this user do this operation for this business, on this account, on this item? (`docs/rules.md`, section 4)
//!
//! Nothing is permitted that no right maps, and the answer does not depend on the order of rights.

use crate::model::grants::Grants;
use crate::reason::{Code, Field, Reason};
use crate::resolve::{Given, ResolvedFacts};
use crate::steps::{Context, Of, business, target};
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
        verdict.refuse(Reason::new(Code::UserDisabled, Field::User));
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
    let least = if settings && context.service.settings.master_only_settings {
        Role::Master
    } else {
        Role::Administrator
    };
    if user.role < least {
        verdict.refuse(Reason::new(Code::RoleLacking, Field::Operation));
    }
}

fn inquiry(context: &Context<'_, '_>, operation: Operation, verdict: &mut Verdict<'_>) {
    if let Some((user, _)) = context.user {
        let grants = context.company.grants(user, context.service.businesses.len());
        let bit = operation.bit();
        let every_log = (grants.all | union(&grants.all_narrowed) | union(&grants.kind)) & bit != 0;
        if grants.any & bit == 0 {
            verdict.refuse(Reason::new(Code::RightLacking, Field::Operation));
        } else if operation == Operation::ViewLog && !every_log {
            // One's own log is what one did oneself, so approvers do not count.
            match context.request.item.and_then(|item| item.requested_by_user) {
                Some(true) => {}
                Some(false) => verdict.refuse(Reason::new(Code::OutOfScope, Field::Item)),
                None => verdict.miss(Field::ItemRequester),
            }
        }
    }
    account(context, operation, verdict);
}

fn union(sets: &[u32; 3]) -> u32 {
    sets.iter().fold(0, |all, set| all | set)
}

/// Whether the company uses the business, and for a switch also the one that the item leaves.
fn contracted(
    context: &Context<'_, '_>,
    of: Of<'_>,
    operation: Operation,
    verdict: &mut Verdict<'_>,
) -> bool {
    let mut contracted = of.contract.mode.is_some();
    if !contracted {
        verdict.refuse(Reason::new(Code::NotContracted, Field::Business));
    }
    if operation == Operation::Switch
        && let Some(left) = left_business(context)
        && left.contract.mode.is_none()
    {
        verdict.refuse(Reason::new(Code::NotContracted, Field::ItemBusiness));
        contracted = false;
    }
    contracted
}

fn left_business<'c>(context: &Context<'c, '_>) -> Option<Of<'c>> {
    business(context.company, context.request.item?.business?)
}

#[inline]
fn payee_kind(context: &Context<'_, '_>, of: Of<'_>, operation: Operation, verdict: &mut Verdict<'_>) {
    let asks = context.makes_item() || operation == Operation::ManagePayees;
    if asks
        && of.business.kind.is_single()
        && let Some(kind) = context.request.single.kind.value()
    {
        let bit = 1_u8.checked_shl(u32::from(kind.position())).unwrap_or(0);
        if of.business.payee_kinds & bit == 0 {
            verdict.refuse(Reason::new(Code::PayeeKindNotOffered, Field::PayeeKind));
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
    /// Which facts: the narrowing one, the requester.
    needs_fact: bool,
    needs_requester: bool,
}

#[inline]
fn rights(context: &Context<'_, '_>, of: Of<'_>, operation: Operation, verdict: &mut Verdict<'_>) {
    if operation == Operation::Switch {
        switch(context, of, verdict);
        return;
    }
    let Some((user, _)) = context.user else { return };
    let grants = context.grants(user, of);
    if grants.any & operation.bit() == 0 {
        verdict.refuse(Reason::new(Code::RightLacking, Field::Operation));
        return;
    }
    let (reach, fact, at) = match operation {
        Operation::ManagePayees | Operation::Reference | Operation::ViewResults => return,
        Operation::Create => {
            let field = create_field(of);
            (reach_create(context, of, grants), field, field)
        }
        _ => (reach_item(context, of, operation, grants), fact_field(context, of), Field::Item),
    };
    if !reach.reached {
        let mut missing = [false; 5];
        note(verdict, reach, fact, at, &mut missing);
        report(verdict, missing);
    }
}

/// 切替: the right to switch in the business that the item leaves, and to create in the one that receives it.
#[cold]
fn switch(context: &Context<'_, '_>, of: Of<'_>, verdict: &mut Verdict<'_>) {
    let left = left_business(context);
    if left.is_none() {
        verdict.miss(Field::ItemBusiness);
    }
    let Some((user, _)) = context.user else { return };
    let leaves = left.map(|left| (left, context.grants(user, left)));
    let creates = context.company.grants(user, usize::from(of.at));
    let may_leave = leaves.is_none_or(|(_, grants)| grants.any & Operation::Switch.bit() != 0);
    let may_create = creates.any & Operation::Create.bit() != 0;
    if !may_leave || !may_create {
        verdict.refuse(Reason::new(Code::RightLacking, Field::Operation));
    }
    if let Some((left, grants)) = leaves.filter(|_| may_leave) {
        let mut missing = [false; 5];
        let reach = reach_item(context, left, Operation::Switch, grants);
        note(verdict, reach, fact_field(context, left), Field::Item, &mut missing);
        report(verdict, missing);
    }
    if may_create {
        let field = create_field(of);
        let mut missing = [false; 5];
        note(verdict, reach_create(context, of, creates), field, field, &mut missing);
        report(verdict, missing);
    }
}

const FACT_ORDER: [Field; 5] =
    [Field::PayeeKind, Field::ItemPayeeKind, Field::Entry, Field::ItemEntry, Field::ItemRequester];

/// Turns a reach into a reason or into facts that are missing.
#[cold]
fn note(verdict: &mut Verdict<'_>, reach: Reach, fact: Field, at: Field, missing: &mut [bool; 5]) {
    if reach.reached {
        return;
    }
    if !reach.open {
        verdict.refuse(Reason::new(Code::OutOfScope, at));
        return;
    }
    for (field, flag) in FACT_ORDER.iter().zip(missing) {
        *flag |=
            (reach.needs_fact && *field == fact) || (reach.needs_requester && *field == Field::ItemRequester);
    }
}

#[cold]
fn report(verdict: &mut Verdict<'_>, missing: [bool; 5]) {
    for (field, _) in FACT_ORDER.iter().zip(missing).filter(|(_, flag)| *flag) {
        verdict.miss(*field);
    }
}

fn create_field(of: Of<'_>) -> Field {
    if of.business.kind.is_single() { Field::PayeeKind } else { Field::Entry }
}

fn fact_field(context: &Context<'_, '_>, of: Of<'_>) -> Field {
    match (of.business.kind.is_single(), context.request.item.is_some()) {
        (true, true) => Field::ItemPayeeKind,
        (true, false) => Field::PayeeKind,
        (false, true) => Field::ItemEntry,
        (false, false) => Field::Entry,
    }
}

/// The fact of the request itself, not of an existing item.
#[inline]
fn request_fact(context: &Context<'_, '_>, of: Of<'_>) -> Fact {
    fn fact<T: Narrowing>(given: Given<T>, form_runs: bool) -> Fact {
        match given {
            Given::Value(value) => Fact::Known(value.position()),
            Given::Malformed if form_runs => Fact::Undecided,
            Given::Missing | Given::Malformed => Fact::Missing,
        }
    }
    let form_runs = context.makes_item() || context.request.operation == Some(Operation::Approve);
    if of.business.kind.is_single() {
        fact(context.request.single.kind, form_runs)
    } else {
        fact(context.request.entry, form_runs)
    }
}

fn item_fact(context: &Context<'_, '_>, of: Of<'_>) -> Fact {
    let Some(item) = context.request.item else { return request_fact(context, of) };
    let known = if of.business.kind.is_single() {
        item.payee_kind.map(PayeeKind::position)
    } else {
        item.entry.map(Entry::position)
    };
    known.map_or(Fact::Missing, Fact::Known)
}

/// For a new item only the narrowing counts, not the scope.
#[inline]
fn reach_create(context: &Context<'_, '_>, of: Of<'_>, grants: &Grants) -> Reach {
    let bit = Operation::Create.bit();
    if (grants.all | grants.own) & bit != 0 {
        return Reach { reached: true, ..Reach::default() };
    }
    let narrowed = |at: u8| {
        [&grants.all_narrowed, &grants.kind, &grants.own_narrowed]
            .iter()
            .any(|sets| sets.get(usize::from(at)).is_some_and(|set| set & bit != 0))
    };
    match request_fact(context, of) {
        Fact::Known(at) => Reach { reached: narrowed(at), ..Reach::default() },
        Fact::Missing => Reach { open: true, needs_fact: true, ..Reach::default() },
        Fact::Undecided => Reach { open: true, ..Reach::default() },
    }
}

fn reach_item(context: &Context<'_, '_>, of: Of<'_>, operation: Operation, grants: &Grants) -> Reach {
    let bit = operation.bit();
    let item = context.request.item;
    // Scope `all` reaches every item; where there is none to edit, the narrowing of the right holds.
    let all_narrowed_reaches = item.is_some() || operation != Operation::Edit;
    if grants.all & bit != 0 || (all_narrowed_reaches && union(&grants.all_narrowed) & bit != 0) {
        return Reach { reached: true, ..Reach::default() };
    }
    let own = own(item);
    let has = |set: u32| set & bit != 0;
    let mut reach = Reach::default();
    if has(grants.own) {
        match own {
            Some(true) => reach.reached = true,
            Some(false) => {}
            None => (reach.open, reach.needs_requester) = (true, true),
        }
    }
    let by_kind = |at: usize| {
        let at_kind = grants.kind.get(at).copied().unwrap_or(0);
        let at_all = grants.all_narrowed.get(at).copied().unwrap_or(0);
        has(at_kind) || (!all_narrowed_reaches && has(at_all))
    };
    let by_own = |at: usize| grants.own_narrowed.get(at).is_some_and(|set| has(*set));
    match item_fact(context, of) {
        Fact::Known(at) => {
            let at = usize::from(at);
            reach.reached |= by_kind(at) || (by_own(at) && own == Some(true));
            if by_own(at) && own.is_none() {
                (reach.open, reach.needs_requester) = (true, true);
            }
        }
        fact @ (Fact::Missing | Fact::Undecided) => {
            let kind = (0..3).any(by_kind);
            let own_open = (0..3).any(by_own) && own != Some(false);
            if kind || own_open {
                reach.open = true;
                reach.needs_fact |= matches!(fact, Fact::Missing);
                reach.needs_requester |= own_open && own.is_none();
            }
        }
    }
    reach
}

/// Whether the item is the user's own: requester or approver. None while the requester is missing.
fn own(item: Option<ResolvedFacts>) -> Option<bool> {
    let item = item?;
    if item.approved_by_user == Some(true) { Some(true) } else { item.requested_by_user }
}

#[inline]
fn account(context: &Context<'_, '_>, operation: Operation, verdict: &mut Verdict<'_>) {
    let shows =
        matches!(operation, Operation::ViewBalance | Operation::ViewStatement | Operation::ViewDeposits);
    let approves = matches!(
        operation,
        Operation::Approve | Operation::SendBack | Operation::Discard | Operation::Revoke
    );
    let concerned = shows || (!operation.is_inquiry() && operation != Operation::ManagePayees);
    match context.account {
        Some((_, account)) => {
            let asked = concerned && (!approves || context.service.settings.approver_needs_account);
            if asked
                && let Some((user, _)) = context.user
                && !account.people.contains(user)
            {
                verdict.refuse(Reason::new(Code::AccountNotUsable, Field::Account));
            }
        }
        None if shows || context.makes_item() || operation == Operation::Approve => {
            verdict.miss(Field::Account)
        }
        None => {}
    }
}

/// Approving is for the approvers named in the item, and not for its requester where the bank forbids it.
#[inline]
fn item(context: &Context<'_, '_>, of: Of<'_>, operation: Operation, verdict: &mut Verdict<'_>) {
    let Some(item) = context.request.item else { return };
    let by_approver = matches!(
        operation,
        Operation::Approve | Operation::SendBack | Operation::Discard | Operation::Revoke
    );
    if by_approver && item.approved_by_user == Some(false) {
        verdict.refuse(Reason::new(Code::NotNamedApprover, Field::ItemApprovers));
    }
    if operation == Operation::Approve
        && of.business.self_approval_forbidden
        && item.requested_by_user == Some(true)
    {
        verdict.refuse(Reason::new(Code::SelfApproval, Field::ItemRequester));
    }
}
