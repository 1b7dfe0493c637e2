//! Whether rights reach an item: each right asks what narrows it and whose the item is, and is answered as far as that is
//! known (`docs/rules.md`, section 4).

use crate::model::grants::{Extent, Narrowing};
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
    pub(super) fn of_new(context: &Context<'_, '_>, of: BusinessRecord<'_>) -> Self {
        let (narrowed_by, narrowed_at) = if of.business.kind.is_single() {
            (context.request.single.kind.map(Listed::position), Field::PayeeKind)
        } else {
            (context.request.entry.map(Listed::position), Field::Entry)
        };
        Self { is_new: true, narrowed_by, narrowed_at, is_requester: Truth::True, is_approver: Truth::False }
    }

    /// An existing item is the user's own if he is its requester or one of its approvers.
    pub(super) fn of_existing(context: &Context<'_, '_>, of: BusinessRecord<'_>) -> Self {
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
        match Truth::any(reach.iter().map(|extent| self.is_in(extent))) {
            Truth::True => {}
            Truth::Undecided => self.ask(reach, verdict),
            Truth::False => verdict.refuse(Refusal::new(Code::PermissionScope, at)),
        }
    }

    /// Whether a right of some extent reaches the item.
    #[inline]
    fn is_in(&self, extent: Extent) -> Truth {
        match extent.scope {
            // Scope `all` reaches every item there is, whatever narrows the right. What is new must be of its kind.
            Scope::All if !self.is_new => Truth::True,
            Scope::All | Scope::Kind => self.is_narrowed_to(extent.narrowing),
            Scope::Own => Truth::all([self.is_narrowed_to(extent.narrowing), self.is_own()]),
        }
    }

    #[inline]
    fn is_narrowed_to(&self, narrowing: Narrowing) -> Truth {
        match (narrowing, self.narrowed_by) {
            (None, _) => Truth::True,
            (Some(at), Entered::Value(value)) => (at == value).into(),
            (Some(_), Entered::Missing | Entered::Malformed) => Truth::Undecided,
        }
    }

    #[inline]
    fn is_own(&self) -> Truth {
        Truth::any([self.is_requester, self.is_approver])
    }

    /// Asks for the facts on which undecided rights rest.
    #[cold]
    fn ask(&self, reach: Set<Extent>, verdict: &mut Verdict<'_>) {
        let rests_on = |fact: fn(&Self, Extent) -> bool| {
            reach.iter().any(|extent| self.is_in(extent) == Truth::Undecided && fact(self, extent))
        };
        if self.narrowed_by == Entered::Missing
            && rests_on(|facts, extent| facts.is_narrowed_to(extent.narrowing) == Truth::Undecided)
        {
            verdict.miss(self.narrowed_at);
        }
        if rests_on(|facts, extent| extent.scope == Scope::Own && facts.is_own() == Truth::Undecided) {
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
