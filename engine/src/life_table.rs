//! The life of an order as two tables: its states, and its events ([`events`]: which is possible in which state, by whom,
//! with which steps and further conditions, and what it leads to; `docs/item.md`). Every question about states and events is
//! answered from these, and the graph is drawn from them.

use crate::lang::Lang;
use crate::language::settings::Settings;
use crate::terms::{EventKind, Operation, State};

mod events;
mod graph;

pub(crate) use events::{Condition, EventField, Row};
pub use graph::order_graph;

use events::ROWS;

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
    /// How many people it still needs, 2 for two or more; none where that is not asked.
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

    /// How many people an order in this state still needs to act, 2 for two or more; none where that is not asked.
    pub(crate) const fn to_come(self) -> Option<usize> {
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

impl EventKind {
    /// Every row of it.
    fn rows(self) -> impl DoubleEndedIterator<Item = &'static Row> {
        ROWS.iter().filter(move |row| row.event == self)
    }

    /// Whether an event of this kind may have a field.
    pub(crate) fn has(self, field: EventField) -> bool {
        matches!(field, EventField::Type | EventField::Now | EventField::Revision)
            || self.rows().any(|row| row.by.contains(&field))
    }

    /// Whether a person does it, not the host.
    pub(crate) fn is_by_person(self) -> bool {
        self.has(EventField::User)
    }

    /// Whether it makes or changes what was typed, so that an order can begin with it.
    pub(crate) fn opens(self) -> bool {
        self.has(EventField::Business)
    }

    /// The row of the event in a state (none: of a new order). Where it is not possible it is the event's last: the names of a
    /// question are looked up all the same.
    pub(crate) fn row(self, from: Option<State>) -> &'static Row {
        self.rows().find(|row| row.starts_at(from)).or(self.rows().next_back()).unwrap_or(&Row::NONE)
    }
}

/// The rows of what is possible in a state (none: for a new order) under a bank's settings.
fn rows_from(from: Option<State>, settings: &Settings) -> impl Iterator<Item = &'static Row> {
    ROWS.iter().filter(move |row| row.moves_from(from, Some(settings)).next().is_some())
}

/// Whether the event is possible in a state (none: for a new order) at all.
pub(crate) fn is_possible(event: EventKind, from: Option<State>, settings: &Settings) -> bool {
    rows_from(from, settings).any(|row| row.event == event)
}

/// The state that a permitted event leads to, with so many people who have to act behind it, where it depends on that.
pub(crate) fn next(
    event: EventKind,
    from: Option<State>,
    to_come: Option<usize>,
    settings: &Settings,
) -> Option<State> {
    event.row(from).moves_from(from, Some(settings)).flat_map(|step| step.to).find_map(|lead| {
        let holds = lead.setting.is_none_or(|setting| setting.holds(settings));
        let fits = lead.to_come.is_none() || lead.to_come == to_come.map(|people| people.min(MANY));
        (holds && fits).then_some(lead.state)
    })
}

/// Two people to come, or more.
pub(crate) const MANY: usize = 2;

/// Whether nothing leads from the state.
pub(crate) fn is_end(state: State, settings: &Settings) -> bool {
    rows_from(Some(state), settings).next().is_none()
}

/// Whether an operation of [`Operation::is_of_item`] is possible in the state of the order.
pub(crate) fn allows(operation: Operation, state: State, settings: &Settings) -> bool {
    operations(state, settings).any(|possible| possible == operation)
}

/// The operations that are possible in a state; some more than once.
pub(crate) fn operations(state: State, settings: &Settings) -> impl Iterator<Item = Operation> {
    rows_from(Some(state), settings).filter_map(|row| row.operation)
}

/// The event that does an operation in a state, where there is one.
pub(crate) fn event_of(operation: Operation, state: State) -> Option<EventKind> {
    ROWS.iter()
        .find(|row| row.operation == Some(operation) && row.starts_at(Some(state)))
        .map(|row| row.event)
}

/// The operations on orders that exist, as bits.
const ON_ORDERS: u64 = {
    let mut bits = 0;
    let mut rest = ROWS;
    while let [row, after @ ..] = rest {
        if let Some(operation) = row.operation {
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
