//! Whether rights reach an item: each right asks what narrows it and whose the item is, and is answered as far as that is
//! known (`docs/rules.md`, section 4).

use crate::model::grants::Extent;
use crate::reason::{Code, Field, Refusal};
use crate::resolve::{Entered, NamedApprovers, Requester};
use crate::set::{Listed, Set};
use crate::steps::{BusinessRecord, Context};
use crate::terms::Scope;
use crate::truth::Truth;
use crate::verdict::Verdict;

/// What rights ask of an item.
#[derive(Clone, Copy)]
pub(super) struct Facts {
    is_new: bool,
    /// Its payee kind or entry, by position.
    narrowed_by: Entered<u8>,
    /// Where that is stated.
    pub narrowed_at: Field,
    is_requester: Truth,
    is_approver: Truth,
}

impl Facts {
    /// What is new is its maker's own. The form step runs for it, and says what is typed wrongly.
    #[inline]
    pub(super) fn of_new(context: &Context<'_, '_>, of: &BusinessRecord<'_>) -> Self {
        let (narrowed_by, narrowed_at) = if of.business.kind.is_single() {
            (context.request.single.kind.map(Listed::position), Field::PayeeKind)
        } else {
            (context.request.entry.map(Listed::position), Field::Entry)
        };
        Self { is_new: true, narrowed_by, narrowed_at, is_requester: Truth::True, is_approver: Truth::False }
    }

    /// An existing item is the user's own if he is its requester or one of its approvers.
    pub(super) fn of_existing(context: &Context<'_, '_>, of: &BusinessRecord<'_>) -> Self {
        let order = context.request.order.unwrap_or_default();
        let (narrowed_by, narrowed_at) = if of.business.kind.is_single() {
            (order.payee_kind.map(Listed::position), Field::ItemPayeeKind)
        } else {
            (order.entry.map(Listed::position), Field::ItemEntry)
        };
        Self {
            is_new: false,
            narrowed_by: narrowed_by.map_or(Entered::Missing, Entered::Value),
            narrowed_at,
            is_requester: order.requester.map(|one| one == Requester::User).into(),
            is_approver: order.approvers.map(|named| named == NamedApprovers::User).into(),
        }
    }

    /// One's own log (操作履歴) is what one did oneself, so approvers do not count.
    pub(super) fn of_log(context: &Context<'_, '_>) -> Self {
        let requester = context.request.order.and_then(|order| order.requester);
        Self {
            is_new: false,
            narrowed_by: Entered::Missing,
            narrowed_at: Field::Item,
            is_requester: requester.map(|one| one == Requester::User).into(),
            is_approver: Truth::False,
        }
    }

    /// Refuses what no right reaches. Where that rests on facts that are missing, asks for them.
    #[inline]
    pub(super) fn judge(&self, reach: Set<Extent>, at: Field, verdict: &mut Verdict<'_>) {
        if reach.intersection(self.surely()).is_empty() {
            self.say(reach, at, verdict);
        }
    }

    /// Of no right is it sure that it reaches the item.
    #[cold]
    fn say(&self, reach: Set<Extent>, at: Field, verdict: &mut Verdict<'_>) {
        let undecided = reach.intersection(self.perhaps());
        if undecided.is_empty() {
            verdict.refuse(Refusal::new(Code::PermissionScope, at));
        } else {
            self.ask(undecided, verdict);
        }
    }

    /// The extents of rights that reach the item, as far as it is known.
    #[inline]
    fn surely(&self) -> Set<Extent> {
        self.reached(Extent::columns(self.narrowed_by.value()), self.is_own() == Truth::True)
    }

    /// The extents of rights that reach the item, should what is not known be so.
    fn perhaps(&self) -> Set<Extent> {
        let value = self.narrowed_by.value();
        let columns = if value.is_some() { Extent::columns(value) } else { Extent::ALL_COLUMNS };
        self.reached(columns, self.is_own() != Truth::False)
    }

    /// Scope `own` reaches one's own items within what narrows the right, `kind` all of these, and `all` every item there
    /// is, whatever narrows the right; but what is new must be of its kind.
    #[inline]
    fn reached(&self, columns: u32, own: bool) -> Set<Extent> {
        let all = if self.is_new { columns } else { Extent::ALL_COLUMNS };
        Extent::of_columns([if own { columns } else { 0 }, columns, all])
    }

    #[inline]
    fn is_own(&self) -> Truth {
        Truth::any([self.is_requester, self.is_approver])
    }

    /// Asks for the facts on which undecided rights rest.
    fn ask(&self, undecided: Set<Extent>, verdict: &mut Verdict<'_>) {
        if self.narrowed_by == Entered::Missing && undecided.iter().any(|extent| extent.narrowing.is_some()) {
            verdict.miss(self.narrowed_at);
        }
        let rests_on_whose = undecided.iter().any(|extent| extent.scope == Scope::Own);
        if rests_on_whose && self.is_own() == Truth::Undecided {
            for (fact, field) in
                [(self.is_requester, Field::ItemRequester), (self.is_approver, Field::ItemApprovers)]
            {
                if fact == Truth::Undecided {
                    verdict.miss(field);
                }
            }
        }
    }
}
