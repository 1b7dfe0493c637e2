//! Which event leads from which state to which: the table that the engine goes by, and its picture.

use alloc::string::String;
use alloc::vec::Vec;

use crate::lang::Lang;
use crate::life::default_label;
use crate::model::service::Settings;
use crate::terms::{ApprovalMode, EventKind, State};

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
            Self::RevokedIsEditable => settings.revoked_is_editable,
            Self::Expires => !settings.expiry_cancels,
            Self::ExpiryCancels => settings.expiry_cancels,
            Self::Fails => !settings.failure_is_editable,
            Self::FailureIsEditable => settings.failure_is_editable,
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::RevokedIsEditable => "afterRevoke editable",
            Self::Expires => "onExpiry expired",
            Self::ExpiryCancels => "onExpiry cancelled",
            Self::Fails => "onFailure failed",
            Self::FailureIsEditable => "onFailure editable",
        }
    }
}

/// The approval mode that an arrow depends on, by the number of approvals it needs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Approvals {
    None,
    One,
    Two,
}

impl Approvals {
    const fn of(mode: ApprovalMode) -> Self {
        match mode {
            ApprovalMode::None => Self::None,
            ApprovalMode::Single => Self::One,
            ApprovalMode::DoubleAnyOrder | ApprovalMode::DoubleInOrder => Self::Two,
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::None => "no approval",
            Self::One => "single",
            Self::Two => "double",
        }
    }
}

/// An event that leads from any of these states (none: from no item) to another.
struct Arrow {
    event: EventKind,
    from: &'static [Option<State>],
    to: State,
    setting: Option<Setting>,
    mode: Option<Approvals>,
}

impl Arrow {
    const fn new(event: EventKind, from: &'static [Option<State>], to: State) -> Self {
        Self { event, from, to, setting: None, mode: None }
    }

    const fn under(mut self, setting: Setting) -> Self {
        self.setting = Some(setting);
        self
    }

    const fn by(mut self, mode: Approvals) -> Self {
        self.mode = Some(mode);
        self
    }
}

const EDITABLE: &[Option<State>] =
    &[None, Some(State::Draft), Some(State::PulledBack), Some(State::SentBack), Some(State::Error)];
const KEPT: &[Option<State>] = &[
    Some(State::Draft),
    Some(State::PulledBack),
    Some(State::SentBack),
    Some(State::Error),
    Some(State::Expired),
];
const REVOKED: &[Option<State>] = &[Some(State::Revoked)];
const PENDING: &[Option<State>] = &[Some(State::PendingFirst), Some(State::PendingFinal)];
const UNFINISHED: &[Option<State>] =
    &[Some(State::PendingFirst), Some(State::PendingFinal), Some(State::Expired)];
const APPROVED: &[Option<State>] = &[Some(State::Approved)];

/// Everything that can happen to an item.
static ARROWS: [Arrow; 23] = [
    Arrow::new(EventKind::Save, EDITABLE, State::Draft),
    Arrow::new(EventKind::Save, REVOKED, State::Draft).under(Setting::RevokedIsEditable),
    Arrow::new(EventKind::Submit, EDITABLE, State::Approved).by(Approvals::None),
    Arrow::new(EventKind::Submit, EDITABLE, State::PendingFinal).by(Approvals::One),
    Arrow::new(EventKind::Submit, EDITABLE, State::PendingFirst).by(Approvals::Two),
    Arrow::new(EventKind::Submit, REVOKED, State::Approved)
        .under(Setting::RevokedIsEditable)
        .by(Approvals::None),
    Arrow::new(EventKind::Submit, REVOKED, State::PendingFinal)
        .under(Setting::RevokedIsEditable)
        .by(Approvals::One),
    Arrow::new(EventKind::Submit, REVOKED, State::PendingFirst)
        .under(Setting::RevokedIsEditable)
        .by(Approvals::Two),
    Arrow::new(EventKind::PullBack, PENDING, State::PulledBack),
    Arrow::new(EventKind::Approve, &[Some(State::PendingFirst)], State::PendingFinal),
    Arrow::new(EventKind::Approve, &[Some(State::PendingFinal)], State::Approved),
    Arrow::new(EventKind::SendBack, PENDING, State::SentBack),
    Arrow::new(EventKind::Discard, PENDING, State::Discarded),
    Arrow::new(EventKind::Discard, KEPT, State::Discarded),
    Arrow::new(EventKind::Discard, REVOKED, State::Discarded).under(Setting::RevokedIsEditable),
    Arrow::new(EventKind::Revoke, APPROVED, State::Revoked),
    Arrow::new(EventKind::Cancel, APPROVED, State::Cancelled),
    Arrow::new(EventKind::Switch, UNFINISHED, State::Switched),
    Arrow::new(EventKind::Expire, PENDING, State::Expired).under(Setting::Expires),
    Arrow::new(EventKind::Expire, PENDING, State::Cancelled).under(Setting::ExpiryCancels),
    Arrow::new(EventKind::Execute, APPROVED, State::Executed),
    Arrow::new(EventKind::Fail, APPROVED, State::Failed).under(Setting::Fails),
    Arrow::new(EventKind::Fail, APPROVED, State::Error).under(Setting::FailureIsEditable),
];

/// The arrows that an event has in a state (none: a new item) under a bank's settings.
fn arrows(
    event: EventKind,
    from: Option<State>,
    settings: &Settings,
) -> impl Iterator<Item = &'static Arrow> {
    ARROWS.iter().filter(move |arrow| {
        arrow.event == event
            && arrow.from.contains(&from)
            && arrow.setting.is_none_or(|setting| setting.holds(settings))
    })
}

/// Whether the event is possible in a state at all.
pub(super) fn is_possible(event: EventKind, from: Option<State>, settings: &Settings) -> bool {
    arrows(event, from, settings).next().is_some()
}

/// The state that a permitted event leads to, under the approval mode of the business where it depends on one.
pub(super) fn next(
    event: EventKind,
    from: Option<State>,
    mode: Option<ApprovalMode>,
    settings: &Settings,
) -> Option<State> {
    let needed = mode.map(Approvals::of);
    arrows(event, from, settings)
        .find(|arrow| arrow.mode.is_none() || arrow.mode == needed)
        .map(|arrow| arrow.to)
}

/// Whether nothing leads from the state.
pub(super) fn is_end(state: State, settings: &Settings) -> bool {
    EventKind::ALL.iter().all(|event| !is_possible(*event, Some(state), settings))
}

/// Whether an item in this state stands in the usage.
pub(super) fn is_counted(state: State) -> bool {
    matches!(state, State::PendingFirst | State::PendingFinal | State::Approved | State::Executed)
}

/// The life of an item as a Mermaid state diagram, drawn from the table that the engine goes by.
///
/// ```
/// assert!(kessai::order::order_graph().contains("pendingFinal --> approved: approve\n"));
/// ```
#[must_use]
pub fn order_graph() -> String {
    let mut text = String::from("stateDiagram-v2\n");
    for state in State::ALL {
        line(
            &mut text,
            &[state.name(), ": ", default_label(*state, Lang::Ja), " / ", default_label(*state, Lang::En)],
        );
    }
    let mut drawn = Vec::new();
    for arrow in &ARROWS {
        for from in arrow.from {
            let ends = (*from, arrow.to);
            if !drawn.contains(&ends) {
                drawn.push(ends);
                let words = words(*from, arrow.to);
                let from = from.map_or("[*]", State::name);
                line(&mut text, &[from, " --> ", arrow.to.name(), ": ", &words]);
            }
        }
    }
    for state in State::ALL {
        if !ARROWS.iter().any(|arrow| arrow.from.contains(&Some(*state))) {
            line(&mut text, &[state.name(), " --> [*]"]);
        }
    }
    text
}

fn line(text: &mut String, parts: &[&str]) {
    text.push_str("    ");
    for part in parts {
        text.push_str(part);
    }
    text.push('\n');
}

/// Every event between two states, with what it depends on.
fn words(from: Option<State>, to: State) -> String {
    let mut text = String::new();
    for arrow in ARROWS.iter().filter(|arrow| arrow.to == to && arrow.from.contains(&from)) {
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(arrow.event.name());
        let mut before = " (";
        for word in
            [arrow.mode.map(Approvals::words), arrow.setting.map(Setting::words)].into_iter().flatten()
        {
            text.push_str(before);
            text.push_str(word);
            before = " and ";
        }
        if before != " (" {
            text.push(')');
        }
    }
    text
}
