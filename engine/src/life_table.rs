//! The life of an order as three tables: its states, its events, and which event leads from which state to which
//! (`docs/item.md`). Every question about states and events is answered from these, and the graph is drawn from them.

use crate::lang::Lang;
use crate::language::settings::Settings;
use crate::language::words::{AfterRevoke, Moment, OnExpiry, OnFailure};
use crate::request::fields::fields;
use crate::terms::{ApprovalMode, EventKind, Operation, State};

mod graph;

pub use graph::order_graph;

/// What an order in a state has of its approval.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Record {
    /// No mode: it was never submitted, or is to be submitted anew.
    Absent,
    /// Nothing is left: it is to be submitted anew. A mode may have been kept by whoever stored it.
    Cleared,
    /// All that it had, which may be nothing.
    Kept,
    /// A mode: it was submitted.
    Required,
}

/// One row of the table of states.
struct StateRow {
    /// What banks mostly call the state, in Japanese and in English.
    label: (&'static str, &'static str),
    record: Record,
    /// How many approvals it still needs; none where that is not asked.
    to_come: Option<usize>,
    /// Whether it is part of what limits have used.
    counted: bool,
}

/// What holds for an order in a state.
#[rustfmt::skip]
const fn state_row(state: State) -> StateRow {
    use Record::{Absent, Cleared, Kept, Required};
    match state {
        //                         Japanese        English                    of approval  to come  counted
        State::Draft        => row("作成中",       "Draft",                   Absent,      None,    false),
        State::PendingFirst => row("一次承認待ち", "Awaiting first approval", Required,    Some(2), true),
        State::PendingFinal => row("最終承認待ち", "Awaiting final approval", Required,    Some(1), true),
        State::PulledBack   => row("引戻済み",     "Pulled back",             Cleared,     None,    false),
        State::SentBack     => row("差戻済み",     "Sent back",               Cleared,     None,    false),
        State::Approved     => row("承認済み",     "Approved",                Required,    Some(0), true),
        State::Revoked      => row("承認取消済み", "Approval revoked",        Cleared,     None,    false),
        State::Error        => row("エラー",       "Error",                   Cleared,     None,    false),
        State::Expired      => row("期限切れ",     "Expired",                 Required,    None,    false),
        State::Cancelled    => row("取消済み",     "Cancelled",               Kept,        None,    false),
        State::Discarded    => row("削除済み",     "Deleted",                 Kept,        None,    false),
        State::Switched     => row("切替済み",     "Switched",                Required,    None,    false),
        State::Executed     => row("完了",         "Executed",                Required,    Some(0), true),
        State::Failed       => row("失敗",         "Failed",                  Required,    None,    false),
    }
}

const fn row(
    ja: &'static str,
    en: &'static str,
    record: Record,
    to_come: Option<usize>,
    counted: bool,
) -> StateRow {
    StateRow { label: (ja, en), record, to_come, counted }
}

impl State {
    /// What banks mostly call it.
    pub(crate) const fn default_label(self, lang: Lang) -> &'static str {
        let (ja, en) = state_row(self).label;
        match lang {
            Lang::Ja => ja,
            Lang::En => en,
        }
    }

    /// What an order in this state has of its approval.
    pub(crate) const fn record(self) -> Record {
        state_row(self).record
    }

    /// How many approvals an order in this state still needs; none where that is not asked.
    pub(crate) const fn approvals_to_come(self) -> Option<usize> {
        state_row(self).to_come
    }

    /// Whether it waits for an approval (承認待ち).
    pub(crate) const fn is_pending(self) -> bool {
        matches!(state_row(self).to_come, Some(1..))
    }

    /// Whether an order in this state is part of what limits have used.
    pub(crate) const fn is_counted(self) -> bool {
        state_row(self).counted
    }
}

fields! {
    EventField {
        Type = "type",
        Now = "now",
        Revision = "revision",
        User = "user",
        Access = "access",
        Business = "business",
        Content = "content",
        Approvers = "approvers",
        To = "to",
    }
}

/// One row of the table of events.
pub(crate) struct EventRow {
    /// The fields that it may have beside those of every event: `type`, `now` and `revision`. One with a user is done by a
    /// person, any other by the host.
    fields: &'static [EventField],
    /// Whether it needs what was typed. Any other ends or reopens the order, and no change of documents keeps it off.
    pub reads_content: bool,
    /// Whether the form step runs.
    pub form: bool,
    /// Whether the fee step runs.
    pub fee: bool,
    /// When the limits are checked, if the bank does so at that moment.
    pub moment: Option<Moment>,
    /// Whether it has to be the person's turn while the order is pending.
    pub in_turn: bool,
    /// Whether a rescuer may do it where nobody else could.
    pub rescue: bool,
}

/// What holds for an event of a kind.
pub(crate) const fn event_row(kind: EventKind) -> EventRow {
    use EventField::{Access, Approvers, Business, Content, To, User};
    /// The access and permission steps alone.
    const PERSON: EventRow = EventRow { fields: &[User, Access], ..HOST };
    /// No step.
    const HOST: EventRow = EventRow {
        fields: &[],
        reads_content: false,
        form: false,
        fee: false,
        moment: None,
        in_turn: false,
        rescue: false,
    };
    match kind {
        EventKind::Save => {
            EventRow { fields: &[User, Access, Business, Content], reads_content: true, form: true, ..PERSON }
        }
        EventKind::Submit => EventRow {
            fields: &[User, Access, Business, Content, Approvers],
            reads_content: true,
            form: true,
            fee: true,
            moment: Some(Moment::Submit),
            ..PERSON
        },
        EventKind::Approve | EventKind::Verify | EventKind::Release => EventRow {
            reads_content: true,
            form: true,
            fee: true,
            moment: Some(Moment::Approve),
            in_turn: true,
            ..PERSON
        },
        EventKind::SendBack | EventKind::Discard => EventRow { in_turn: true, rescue: true, ..PERSON },
        EventKind::PullBack | EventKind::Revoke => PERSON,
        EventKind::Cancel => EventRow { rescue: true, ..PERSON },
        EventKind::Switch => {
            EventRow { fields: &[User, Access, Content, Approvers, To], reads_content: true, ..PERSON }
        }
        EventKind::Execute => EventRow { reads_content: true, moment: Some(Moment::Execute), ..HOST },
        EventKind::Expire | EventKind::Fail => HOST,
    }
}

impl EventKind {
    /// Whether an event of this kind may have a field.
    pub(crate) fn has(self, field: EventField) -> bool {
        matches!(field, EventField::Type | EventField::Now | EventField::Revision)
            || event_row(self).fields.contains(&field)
    }

    /// Whether a person does it, not the host.
    pub(crate) fn is_by_person(self) -> bool {
        self.has(EventField::User)
    }

    /// Whether it makes or changes what was typed, so that an order can begin with it.
    pub(crate) fn opens(self) -> bool {
        self.has(EventField::Business)
    }
}

/// A setting that an arrow depends on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Setting {
    /// `approval.afterRevoke` is `editable`.
    RevokedIsEditable,
    /// `approval.onExpiry`.
    Expires,
    ExpiryCancels,
    /// `approval.onFailure`.
    Fails,
    FailureIsEditable,
}

impl Setting {
    fn holds(self, settings: &Settings) -> bool {
        match self {
            Self::RevokedIsEditable => settings.approval.after_revoke == AfterRevoke::Editable,
            Self::Expires => settings.approval.on_expiry == OnExpiry::Expired,
            Self::ExpiryCancels => settings.approval.on_expiry == OnExpiry::Cancelled,
            Self::Fails => settings.approval.on_failure == OnFailure::Failed,
            Self::FailureIsEditable => settings.approval.on_failure == OnFailure::Editable,
        }
    }
}

/// An event that leads from any of these states (none: from no order) to another.
struct Arrow {
    event: EventKind,
    /// The operation as which a request is asked about it; none for what the host does by itself.
    operation: Option<Operation>,
    from: &'static [&'static [Option<State>]],
    to: State,
    /// The setting that it depends on.
    setting: Option<Setting>,
    /// The number of approvals that the mode needs, where it depends on that.
    approvals: Option<usize>,
}

const NEW: &[Option<State>] = &[None];
const EDITABLE: &[Option<State>] =
    &[Some(State::Draft), Some(State::PulledBack), Some(State::SentBack), Some(State::Error)];
const REVOKED: &[Option<State>] = &[Some(State::Revoked)];
const FIRST: &[Option<State>] = &[Some(State::PendingFirst)];
const FINAL: &[Option<State>] = &[Some(State::PendingFinal)];
const APPROVED: &[Option<State>] = &[Some(State::Approved)];
const EXPIRED: &[Option<State>] = &[Some(State::Expired)];

macro_rules! option {
    () => {
        None
    };
    ($some:expr) => {
        Some($some)
    };
}

macro_rules! arrows {
    ($($event:ident $(as $operation:ident)?: $($from:ident)|+ => $to:ident $(if $setting:ident)? $(for $approvals:literal)?;)+) => {
        /// Everything that can happen to an order.
        const ARROWS: &[Arrow] = &[$(Arrow {
            event: EventKind::$event,
            operation: option!($(Operation::$operation)?),
            from: &[$($from),+],
            to: State::$to,
            setting: option!($(Setting::$setting)?),
            approvals: option!($($approvals)?),
        },)+];
    };
}

// event as operation: states => state, if a setting, for so many approvals.
arrows! {
    Save     as Edit:     NEW | EDITABLE     => Draft;
    Save     as Edit:     REVOKED            => Draft        if RevokedIsEditable;
    Submit   as Edit:     NEW | EDITABLE     => Approved     for 0;
    Submit   as Edit:     NEW | EDITABLE     => PendingFinal for 1;
    Submit   as Edit:     NEW | EDITABLE     => PendingFirst for 2;
    Submit   as Edit:     REVOKED            => Approved     if RevokedIsEditable for 0;
    Submit   as Edit:     REVOKED            => PendingFinal if RevokedIsEditable for 1;
    Submit   as Edit:     REVOKED            => PendingFirst if RevokedIsEditable for 2;
    PullBack as PullBack: FIRST | FINAL      => PulledBack;
    Approve  as Approve:  FIRST              => PendingFinal;
    Approve  as Approve:  FINAL              => Approved;
    Verify   as Verify:   FIRST              => PendingFinal;
    Verify   as Verify:   FINAL              => Approved;
    Release  as Release:  FIRST              => PendingFinal;
    Release  as Release:  FINAL              => Approved;
    SendBack as SendBack: FIRST | FINAL      => SentBack;
    Discard  as Discard:  FIRST | FINAL      => Discarded;
    Discard  as Delete:   EDITABLE | EXPIRED => Discarded;
    Discard  as Delete:   REVOKED            => Discarded    if RevokedIsEditable;
    Revoke   as Revoke:   APPROVED           => Revoked;
    Cancel   as Cancel:   APPROVED           => Cancelled;
    Switch   as Switch:   FIRST | FINAL | EXPIRED => Switched;
    Expire:               FIRST | FINAL      => Expired      if Expires;
    Expire:               FIRST | FINAL      => Cancelled    if ExpiryCancels;
    Execute:              APPROVED           => Executed;
    Fail:                 APPROVED           => Failed       if Fails;
    Fail:                 APPROVED           => Error        if FailureIsEditable;
}

impl Arrow {
    fn starts_at(&self, state: Option<State>) -> bool {
        self.from.iter().any(|states| states.contains(&state))
    }

    fn holds_under(&self, settings: &Settings) -> bool {
        self.setting.is_none_or(|setting| setting.holds(settings))
    }
}

/// The arrows from a state (none: from no order) under a bank's settings.
fn arrows(from: Option<State>, settings: &Settings) -> impl Iterator<Item = &'static Arrow> {
    ARROWS.iter().filter(move |arrow| arrow.starts_at(from) && arrow.holds_under(settings))
}

/// Whether the event is possible in a state (none: for a new order) at all.
pub(crate) fn is_possible(event: EventKind, from: Option<State>, settings: &Settings) -> bool {
    arrows(from, settings).any(|arrow| arrow.event == event)
}

/// The state that a permitted event leads to, under the approval mode of the business where it depends on one.
pub(crate) fn next(
    event: EventKind,
    from: Option<State>,
    mode: Option<ApprovalMode>,
    settings: &Settings,
) -> Option<State> {
    let needed = mode.and_then(ApprovalMode::approvers_needed);
    arrows(from, settings)
        .filter(|arrow| arrow.event == event)
        .find(|arrow| arrow.approvals.is_none() || arrow.approvals == needed)
        .map(|arrow| arrow.to)
}

/// Whether nothing leads from the state.
pub(crate) fn is_end(state: State, settings: &Settings) -> bool {
    arrows(Some(state), settings).next().is_none()
}

/// The operation as which an event is evaluated; none for what the host does by itself. Where the event is not possible it
/// is that of the event's last arrow: the names of a question are looked up all the same.
pub(crate) fn operation(event: EventKind, from: Option<State>) -> Option<Operation> {
    let own = || ARROWS.iter().filter(|arrow| arrow.event == event);
    own().find(|arrow| arrow.starts_at(from)).or(own().next_back()).and_then(|arrow| arrow.operation)
}

/// Whether an operation of [`Operation::is_of_item`] is possible in the state of the order.
pub(crate) fn allows(operation: Operation, state: State, settings: &Settings) -> bool {
    operations(state, settings).any(|possible| possible == operation)
}

/// The operations that are possible in a state; some more than once.
pub(crate) fn operations(state: State, settings: &Settings) -> impl Iterator<Item = Operation> {
    arrows(Some(state), settings).filter_map(|arrow| arrow.operation)
}

/// The operations on orders that exist, as bits.
const ON_ORDERS: u64 = {
    let mut bits = 0;
    let mut rest = ARROWS;
    while let [arrow, after @ ..] = rest {
        if let Some(operation) = arrow.operation {
            bits |= operation.bit();
        }
        rest = after;
    }
    bits
};

impl Operation {
    /// Whether it is done to an order that exists and changes its state, so that it rests on facts of that order.
    #[must_use]
    pub const fn is_of_item(self) -> bool {
        ON_ORDERS & self.bit() != 0
    }

    /// Whether it is for the approvers of an order that exists.
    #[must_use]
    pub const fn is_of_approver(self) -> bool {
        self.is_act() || matches!(self, Self::SendBack | Self::Discard | Self::Revoke)
    }
}

#[cfg(test)]
mod tests;
