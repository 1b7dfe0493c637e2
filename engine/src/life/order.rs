//! An order as the host keeps it, and what happens to it.

use alloc::vec::Vec;

use crate::request::owned::{own_as_it_is, own_fields};
use crate::request::{AccessValue, Request, RequestUsage, Text};
use crate::terms::{Act, ApprovalMode, EventKind, State};

/// Most approvals of an order.
pub(super) const APPROVALS_MAX: usize = 16;
/// Most alternatives of an order, and steps of one.
pub(super) const ALTERNATIVES_MAX: usize = 8;
/// Most people of one alternative.
pub(super) const PEOPLE_MAX: u8 = 16;
/// Most groups of one who has acted.
pub(super) const GROUPS_MAX: usize = 64;
/// Most entries of `counted`.
pub(super) const COUNTED_MAX: usize = 100_064;
/// An order (取引): a transfer, or a batch with its payees (`docs/item.md`). A host keeps it as the engine gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order<'r> {
    /// The bank's key of its business.
    pub business: Text<'r>,
    /// Where it stands.
    pub state: State,
    /// The number of changes so far, from 1.
    pub revision: u32,
    /// When it was changed last, as it was written; none where that is not known.
    pub at: Option<Text<'r>>,
    /// Who submitted it last, or made it.
    pub requester: Text<'r>,
    /// The approval mode when it was submitted.
    pub mode: Option<ApprovalMode>,
    /// The key of the policy's row under which it was submitted; of mode `policy` only.
    pub policy: Option<Text<'r>>,
    /// What is still to be fulfilled, one of these; of mode `policy` only, and none where nobody has to act.
    pub alternatives: Vec<OrderAlternative<'r>>,
    /// The approvers named at submission, in order.
    pub approvers: Vec<Text<'r>>,
    /// The approvals, in order.
    pub approvals: Vec<OrderApproval<'r>>,
    /// 承認期限: an instant as in a request.
    pub deadline: Option<Text<'r>>,
    /// What it has taken of the limits and not given back; `used` is the amount taken.
    pub counted: Vec<RequestUsage<'r>>,
    /// What it took and never gives back.
    pub spent: Vec<RequestUsage<'r>>,
    /// What was typed: `account`, `value_date`, `entry`, `single`, `items`, `sender_name` and `sender_code`. The other
    /// fields are not looked at.
    pub content: Request<'r>,
}

impl<'r> Order<'r> {
    /// An order before its first change.
    pub(super) fn blank(request: &Request<'r>) -> Self {
        Self {
            business: request.business.clone().unwrap_or_default(),
            state: State::Draft,
            revision: 0,
            at: None,
            requester: request.user.clone().unwrap_or_default(),
            mode: None,
            policy: None,
            alternatives: Vec::new(),
            approvers: Vec::new(),
            approvals: Vec::new(),
            deadline: None,
            counted: Vec::new(),
            spent: Vec::new(),
            content: Request::default(),
        }
    }

    /// Whether somebody has approved it, where verifying is no approval.
    pub(super) fn is_approved_by_any(&self) -> bool {
        self.approvals.iter().any(|approval| approval.act.is_none_or(|act| act == Act::Approve))
    }

    /// Whether it is a draft of the user who acts.
    pub(super) fn is_draft_of(&self, user: Option<&str>) -> bool {
        self.state == State::Draft && user == Some(&*self.requester)
    }
}

/// One approval of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderApproval<'r> {
    /// Who approved.
    pub user: Text<'r>,
    /// When, as it was written.
    pub at: Text<'r>,
    /// Whether it came through the second channel.
    pub second_channel: bool,
    /// What the person did: 承認, 検印 or 送信; of mode `policy` only.
    pub act: Option<Act>,
    /// The groups that the person was in then, in the order of the document; of mode `policy` only.
    pub groups: Vec<Text<'r>>,
}

/// One way to fulfil the policy of an order: all of its steps, by distinct people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderAlternative<'r> {
    /// Whether a step begins only when those before it are done.
    pub ordered: bool,
    /// At most 8, of at most 16 people.
    pub steps: Vec<OrderStep<'r>>,
}

/// One step of an alternative: so many people, who all do the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderStep<'r> {
    /// What they do.
    pub act: Act,
    /// The group of which they must be; none: anybody who is able.
    pub group: Option<Text<'r>>,
    /// How many people, from 1 to 16.
    pub count: u8,
}

/// What happens to an order. A field that the kind of event does not have is left empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event<'r> {
    /// What.
    pub kind: EventKind,
    /// RFC 3339 with offset: the only clock.
    pub now: Text<'r>,
    /// The order's number that the person, or the host, had before him.
    pub revision: Option<u32>,
    /// Who acts; not for `expire`, `execute` and `fail`.
    pub user: Option<Text<'r>>,
    /// The group of the company for which the user acts, by its key.
    pub group: Option<Text<'r>>,
    /// What the host knows of the visitor.
    pub access: Vec<(Text<'r>, AccessValue<'r>)>,
    /// The business of a new order.
    pub business: Option<Text<'r>>,
    /// What is typed, for `save` and `submit` in place of the order's; what replaces it, for `switch`.
    pub content: Option<Request<'r>>,
    /// Ids of the named approvers, in order, for `submit` and `switch`.
    pub approvers: Vec<Text<'r>>,
    /// The business that the order is switched to.
    pub to: Option<Text<'r>>,
}

impl<'r> Event<'r> {
    /// An event without anything but its clock.
    #[must_use]
    pub fn new(kind: EventKind, now: impl Into<Text<'r>>) -> Self {
        Self {
            kind,
            now: now.into(),
            revision: None,
            user: None,
            group: None,
            access: Vec::new(),
            business: None,
            content: None,
            approvers: Vec::new(),
            to: None,
        }
    }

    /// As [`Event::new`], by a user.
    #[must_use]
    pub fn by(kind: EventKind, now: impl Into<Text<'r>>, user: impl Into<Text<'r>>) -> Self {
        Self { user: Some(user.into()), ..Self::new(kind, now) }
    }
}

own_as_it_is! { Act State ApprovalMode EventKind u8 }
own_fields! {
    Order {
        business state revision at requester mode policy alternatives approvers approvals deadline counted spent content
    }
}
own_fields! { OrderApproval { user at second_channel act groups } }
own_fields! { OrderAlternative { ordered steps } }
own_fields! { OrderStep { act group count } }
own_fields! { Event { kind now revision user group access business content approvers to } }
