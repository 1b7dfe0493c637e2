//! An order as the host keeps it, and what happens to it.

use alloc::vec::Vec;

use crate::request::owned::{own_as_it_is, own_fields};
use crate::request::{AccessValue, Request, RequestUsage, Text};
use crate::terms::{ApprovalMode, EventKind, State};

/// Most approvals of an order.
pub(super) const APPROVALS_MAX: usize = 8;
/// Most entries of `counted`.
pub(super) const COUNTED_MAX: usize = 16;
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
            approvers: Vec::new(),
            approvals: Vec::new(),
            deadline: None,
            counted: Vec::new(),
            spent: Vec::new(),
            content: Request::default(),
        }
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

own_as_it_is! { State ApprovalMode EventKind }
own_fields! {
    Order {
        business state revision at requester mode approvers approvals deadline counted spent content
    }
}
own_fields! { OrderApproval { user at second_channel } }
own_fields! { Event { kind now revision user access business content approvers to } }
