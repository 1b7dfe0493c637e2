//! The table of events: which is possible in which state, by whom, with which steps and further conditions, and what it leads
//! to (`docs/item.md`, tables 4.6 and 4.12).

use crate::language::settings::Settings;
use crate::language::words::{AfterRevoke, Moment, OnExpiry, OnFailure};
use crate::request::fields::fields;
use crate::terms::{EventKind, Operation, State};

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
        Group = "group",
    }
}

/// One row of the table of events: an event in states in which it is the same.
pub(crate) struct Row {
    pub event: EventKind,
    /// The operation as which it is evaluated, and a request is asked about it; none for what the host does by itself.
    pub operation: Option<Operation>,
    /// Who does it, and the fields that the event may have with that beside `type`, `now` and `revision`: a person has `user`,
    /// the host none.
    pub by: &'static [EventField],
    pub steps: Steps,
    /// Whether a rescuer may do it where nobody else could.
    pub rescue: bool,
    /// What it asks beyond the steps, in order.
    pub asks: &'static [Condition],
    pub moves: &'static [Move],
}

/// What is evaluated. Access and permission are wherever a person acts.
#[derive(Clone, Copy)]
pub(crate) struct Steps {
    /// Whether it needs what was typed. Any other ends or reopens the order, and no change of documents keeps it off.
    pub content: bool,
    pub form: bool,
    pub fee: bool,
    /// When the limits are checked, if the bank does so at that moment.
    pub moment: Option<Moment>,
}

/// What an event asks beyond the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Condition {
    /// The user asked for it.
    Requester,
    /// Nobody has approved yet.
    Untouched,
    /// The user has not acted yet, and is needed now.
    Turn,
    /// Whoever approved is somebody.
    KnownPeople,
    /// The company's mode is what it was, where the bank wants that.
    SameMode,
    /// The deadline has not passed.
    BeforeDeadline,
    /// One approval comes through the second channel, where the bank wants that.
    SecondChannel,
    /// The event says which revision was seen, where the bank wants that.
    SeenRevision,
    /// The bank offers to revoke; without that nothing else is asked.
    RevokeOffered,
    /// The user has approved it.
    OwnApproval,
    InTimeToRevoke,
    InTimeToCancel,
    /// The deadline has passed, if there is one.
    AfterDeadline,
    /// Orders may be switched to that business; without that nothing else is asked.
    SwitchOffered,
    /// Not more payees than one switch may have.
    SwitchFew,
    /// The deadline has passed; or there is none, and nobody can go on with the order.
    LeftToExpire,
    /// The value date has come.
    ValueDateCome,
    InTimeToExecute,
}

/// From any of some states to others.
pub(crate) struct Move {
    pub from: &'static [States],
    /// Of which one holds.
    pub to: &'static [Lead],
}

/// States that are alike to an event; none: no order yet.
#[derive(Clone, Copy)]
pub(crate) struct States {
    pub states: &'static [Option<State>],
    /// What they depend on.
    pub setting: Option<Setting>,
}

/// Where an event leads.
#[derive(Clone, Copy)]
pub(crate) struct Lead {
    pub state: State,
    /// What it depends on.
    pub setting: Option<Setting>,
    /// The number of people who have to act behind the event, 2 for two or more, where it depends on that.
    pub to_come: Option<usize>,
}

/// A setting that a row depends on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Setting {
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
    pub(crate) fn holds(self, settings: &Settings) -> bool {
        match self {
            Self::RevokedIsEditable => settings.approval.after_revoke == AfterRevoke::Editable,
            Self::Expires => settings.approval.on_expiry == OnExpiry::Expired,
            Self::ExpiryCancels => settings.approval.on_expiry == OnExpiry::Cancelled,
            Self::Fails => settings.approval.on_failure == OnFailure::Failed,
            Self::FailureIsEditable => settings.approval.on_failure == OnFailure::Editable,
        }
    }
}

impl Row {
    /// Nothing that happens.
    pub(super) const NONE: Self = Self {
        event: EventKind::Fail,
        operation: None,
        by: HOST,
        steps: NOTHING,
        rescue: false,
        asks: &[],
        moves: &[],
    };

    /// What leads from a state, under a bank's settings if they are given.
    pub(super) fn moves_from<'s>(
        &'static self,
        from: Option<State>,
        settings: Option<&'s Settings>,
    ) -> impl Iterator<Item = &'static Move> + use<'s> {
        let is_of = move |states: &States| {
            let holds = |setting: Setting| settings.is_none_or(|settings| setting.holds(settings));
            states.states.contains(&from) && states.setting.is_none_or(holds)
        };
        self.moves.iter().filter(move |step| step.from.iter().any(is_of))
    }

    /// Whether it is about orders in a state, whatever the settings.
    pub(super) fn starts_at(&'static self, from: Option<State>) -> bool {
        self.moves_from(from, None).next().is_some()
    }
}

// By whom.
const HOST: &[EventField] = &[];
const PERSON: &[EventField] = &[EventField::User, EventField::Group, EventField::Access];
const WRITER: &[EventField] =
    &[EventField::User, EventField::Group, EventField::Access, EventField::Business, EventField::Content];
const REQUESTER: &[EventField] = &[
    EventField::User,
    EventField::Group,
    EventField::Access,
    EventField::Business,
    EventField::Content,
    EventField::Approvers,
];
const SWITCHER: &[EventField] = &[
    EventField::User,
    EventField::Group,
    EventField::Access,
    EventField::Content,
    EventField::Approvers,
    EventField::To,
];

// With which steps.
const NOTHING: Steps = Steps { content: false, form: false, fee: false, moment: None };
const CONTENT: Steps = Steps { content: true, ..NOTHING };
const FORM: Steps = Steps { form: true, ..CONTENT };
const SUBMISSION: Steps = Steps { fee: true, moment: Some(Moment::Submit), ..FORM };
const APPROVAL: Steps = Steps { moment: Some(Moment::Approve), ..SUBMISSION };
const EXECUTION: Steps = Steps { moment: Some(Moment::Execute), ..CONTENT };

// In which states.
const NEW: States = States { states: &[None], setting: None };
const EDITABLE: States = States {
    states: &[Some(State::Draft), Some(State::PulledBack), Some(State::SentBack), Some(State::Error)],
    setting: None,
};
const REVOKED: States = States { states: &[Some(State::Revoked)], setting: Some(Setting::RevokedIsEditable) };
const FIRST: States = States { states: &[Some(State::PendingFirst)], setting: None };
const FINAL: States = States { states: &[Some(State::PendingFinal)], setting: None };
const APPROVED: States = States { states: &[Some(State::Approved)], setting: None };
const EXPIRED: States = States { states: &[Some(State::Expired)], setting: None };

macro_rules! option {
    () => {
        None
    };
    ($some:expr) => {
        Some($some)
    };
}

/// A row each: `event [as operation] by whom runs steps asks [conditions] [may rescue]`, then states and where they lead,
/// under a setting or with so many people to come.
macro_rules! table {
    ($(
        $event:ident $(as $operation:ident)? by $by:ident runs $steps:ident asks [$($asks:ident)*] $(or $rescue:ident)? {
            $($($from:ident)+ => $($to:ident $(if $setting:ident)? $(at $left:literal)?)|+;)+
        }
    )+) => {
        /// Everything that can happen to an order.
        pub(super) const ROWS: &[Row] = &[$(Row {
            event: EventKind::$event,
            operation: option!($(Operation::$operation)?),
            by: $by,
            steps: $steps,
            rescue: {
                let who: Option<&str> = option!($(stringify!($rescue))?);
                who.is_some()
            },
            asks: &[$(Condition::$asks,)*],
            moves: &[$(Move {
                from: &[$($from,)+],
                to: &[$(Lead {
                    state: State::$to,
                    setting: option!($(Setting::$setting)?),
                    to_come: option!($($left)?),
                },)+],
            },)+],
        },)+];
    };
}

table! {
    Save as Edit by WRITER runs FORM asks [] {
        NEW EDITABLE REVOKED => Draft;
    }
    Submit as Edit by REQUESTER runs SUBMISSION asks [] {
        NEW EDITABLE REVOKED => Approved at 0 | PendingFinal at 1 | PendingFirst at 2;
    }
    PullBack as PullBack by PERSON runs NOTHING asks [Requester Untouched] {
        FIRST FINAL => PulledBack;
    }
    Verify as Verify by PERSON runs APPROVAL
    asks [Turn KnownPeople SameMode BeforeDeadline SecondChannel SeenRevision] {
        FIRST => PendingFinal at 1 | PendingFirst at 2;
        FINAL => Approved at 0 | PendingFinal at 1 | PendingFirst at 2;
    }
    Approve as Approve by PERSON runs APPROVAL
    asks [Turn KnownPeople SameMode BeforeDeadline SecondChannel SeenRevision] {
        FIRST => PendingFinal at 1 | PendingFirst at 2;
        FINAL => Approved at 0 | PendingFinal at 1 | PendingFirst at 2;
    }
    Release as Release by PERSON runs APPROVAL
    asks [Turn KnownPeople SameMode BeforeDeadline SecondChannel SeenRevision] {
        FIRST => PendingFinal at 1 | PendingFirst at 2;
        FINAL => Approved at 0 | PendingFinal at 1 | PendingFirst at 2;
    }
    SendBack as SendBack by PERSON runs NOTHING asks [Turn] or rescuer {
        FIRST FINAL => SentBack;
    }
    Discard as Discard by PERSON runs NOTHING asks [Turn] or rescuer {
        FIRST FINAL => Discarded;
    }
    Discard as Delete by PERSON runs NOTHING asks [] or rescuer {
        EDITABLE EXPIRED REVOKED => Discarded;
    }
    Revoke as Revoke by PERSON runs NOTHING asks [RevokeOffered OwnApproval InTimeToRevoke] {
        APPROVED => Revoked;
    }
    Cancel as Cancel by PERSON runs NOTHING asks [InTimeToCancel] or rescuer {
        APPROVED => Cancelled;
    }
    Switch as Switch by SWITCHER runs CONTENT asks [AfterDeadline SwitchOffered SwitchFew] {
        FIRST FINAL EXPIRED => Switched;
    }
    Expire by HOST runs NOTHING asks [LeftToExpire] {
        FIRST FINAL => Expired if Expires | Cancelled if ExpiryCancels;
    }
    Execute by HOST runs EXECUTION asks [ValueDateCome InTimeToExecute KnownPeople] {
        APPROVED => Executed;
    }
    Fail by HOST runs NOTHING asks [] {
        APPROVED => Failed if Fails | Error if FailureIsEditable;
    }
}
