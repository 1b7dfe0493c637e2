//! From JSON text to an order, an event and the usage, in one pass.

use alloc::format;
use alloc::vec::Vec;
use core::str::FromStr;

use smallvec::SmallVec;

use crate::json::{Kind, Scanner};
use crate::life::order::{
    ALTERNATIVES_MAX, APPROVALS_MAX, COUNTED_MAX, Event, GROUPS_MAX, Order, OrderAlternative, OrderApproval,
    OrderStep,
};
use crate::life_table::EventField;
use crate::request::error::{Expected, Mistake};
use crate::request::fields::{Fields, fields};
use crate::request::read::{
    REQUEST_BYTES_MAX, Result, USAGE_MAX, access, boolean, list, names, null, object, optional_text, typed,
    unknown, usage, wrong_type,
};
use crate::request::{Request, RequestError, RequestUsage, Text};
use crate::terms::{Act, ApprovalMode, EventKind, State};

/// `spent` is as long as the question may be: it must never keep an order from ending.
const SPENT_MAX: usize = usize::MAX;

fields! {
    QuestionField {
        Item = "item",
        Event = "event",
        Usage = "usage",
    }
}
fields! {
    HistoryField {
        Business = "business",
        State = "state",
        Revision = "revision",
        At = "at",
        Requester = "requester",
        Mode = "mode",
        Policy = "policy",
        Alternatives = "alternatives",
        Approvers = "approvers",
        Approvals = "approvals",
        Deadline = "deadline",
        Counted = "counted",
        Spent = "spent",
        Content = "content",
    }
}
fields! {
    ApprovalField {
        User = "user",
        At = "at",
        SecondChannel = "secondChannel",
        Act = "act",
        Groups = "groups",
    }
}
fields! {
    AlternativeField {
        Ordered = "ordered",
        Steps = "steps",
    }
}
fields! {
    StepField {
        Act = "act",
        Group = "group",
        Count = "count",
    }
}
fields! {
    CountedField {
        Limit = "limit",
        Account = "account",
        Business = "business",
        User = "user",
        Payee = "payee",
        Day = "day",
        Amount = "amount",
    }
}
/// A question to [`crate::Company::advance_json`].
pub(super) struct OrderQuestion<'r> {
    pub order: Option<Order<'r>>,
    pub event: Event<'r>,
    pub usage: Vec<RequestUsage<'r>>,
}

/// Reads a question.
pub(super) fn question(text: &str) -> core::result::Result<OrderQuestion<'_>, RequestError> {
    whole(text, read)
}

fn missing(field: &str) -> RequestError {
    RequestError::new(Mistake::FieldMissing, [&field]).within(field)
}

fn read<'r>(scanner: &mut Scanner<'r>) -> Result<OrderQuestion<'r>> {
    let (mut read_item, mut read_event) = (None, None);
    let mut read_usage = Vec::new();
    object(scanner, |scanner, field| {
        match field {
            QuestionField::Item => {
                if !null(scanner)? {
                    read_item = Some(order(scanner)?);
                }
            }
            QuestionField::Event => read_event = Some(event(scanner)?),
            QuestionField::Usage => list(scanner, USAGE_MAX, |scanner, _| {
                read_usage.push(usage(scanner)?);
                Ok(())
            })?,
        }
        Ok(())
    })?;
    let event = read_event.ok_or_else(|| missing("event"))?;
    Ok(OrderQuestion { order: read_item, event, usage: read_usage })
}

impl<'r> Order<'r> {
    /// Reads an order as an answer gave it (`docs/item.md`, section 3).
    ///
    /// # Errors
    ///
    /// The text is no JSON, or no order: a required field is missing, a field is unknown, stands twice or is of the wrong
    /// JSON type, a word is none of its vocabulary, or a list or text is longer than its bound: 16 approvers, 16 approvals, 8
    /// alternatives, 16 entries of `counted`, 1,024 bytes of a text, 32 MiB of the whole. Whether there can be such an order,
    /// [`crate::Company::advance`] says.
    pub fn from_json(text: &'r str) -> core::result::Result<Self, RequestError> {
        whole(text, order)
    }
}

impl<'r> Event<'r> {
    /// Reads an event (`docs/item.md`, section 3).
    ///
    /// # Errors
    ///
    /// The text is no JSON, or no event: `type` or `now` is missing, a field is unknown, is not one of this type of event,
    /// stands twice or is of the wrong JSON type, or a list or text is longer than its bound. Whether it has all the fields
    /// that it needs, [`crate::Company::advance`] says.
    pub fn from_json(text: &'r str) -> core::result::Result<Self, RequestError> {
        whole(text, event)
    }
}

/// Reads a whole text.
fn whole<'r, T>(text: &'r str, read: impl FnOnce(&mut Scanner<'r>) -> Result<T>) -> Result<T> {
    if text.len() > REQUEST_BYTES_MAX {
        return Err(RequestError::new(Mistake::QuestionSize, []));
    }
    let mut scanner = Scanner::new(text);
    let value = read(&mut scanner)?;
    scanner.end()?;
    Ok(value)
}

/// A word of a closed vocabulary, or nothing.
fn word<T>(
    scanner: &mut Scanner<'_>,
    field: &str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>> {
    let Some(text) = optional_text(scanner)? else { return Ok(None) };
    read(&text).map(Some).ok_or_else(|| RequestError::new(Mistake::ItemUnknown, [&text, &field]))
}

fn whole_number<T: FromStr>(scanner: &mut Scanner<'_>) -> Result<T> {
    let whole = || wrong_type(Expected::Whole);
    if scanner.peek()? != Kind::Number {
        return Err(whole());
    }
    scanner.number()?.parse().map_err(|_| whole())
}

fn content<'r>(scanner: &mut Scanner<'r>) -> Result<Option<Request<'r>>> {
    if null(scanner)? {
        return Ok(None);
    }
    let mut content = Request::default();
    content.read_content(scanner)?;
    Ok(Some(content))
}

/// None for null: an order under a policy says what is still to be fulfilled, be it nothing.
fn alternatives<'r>(scanner: &mut Scanner<'r>) -> Result<Option<Vec<OrderAlternative<'r>>>> {
    if null(scanner)? {
        return Ok(None);
    }
    let mut read = Vec::new();
    list(scanner, ALTERNATIVES_MAX, |scanner, _| {
        read.push(alternative(scanner)?);
        Ok(())
    })?;
    Ok(Some(read))
}

fn order<'r>(scanner: &mut Scanner<'r>) -> Result<Order<'r>> {
    let (mut business, mut state, mut read_revision, mut requester) = (None, None, None, None);
    let (mut mode, mut deadline, mut at) = (None, None, None);
    let (mut policy, mut kept, mut acted) = (None, None, None);
    let (mut approvers, mut approvals) = (Vec::new(), Vec::new());
    let (mut taken, mut spent) = (Vec::new(), Vec::new());
    let mut typed = Request::default();
    object(scanner, |scanner, field| {
        match field {
            HistoryField::Business => business = optional_text(scanner)?,
            HistoryField::State => state = word(scanner, "state", State::from_name)?,
            HistoryField::Revision => read_revision = Some(whole_number(scanner)?),
            HistoryField::At => at = optional_text(scanner)?,
            HistoryField::Requester => requester = optional_text(scanner)?,
            HistoryField::Mode => mode = word(scanner, "mode", ApprovalMode::from_name)?,
            HistoryField::Policy => policy = Some(optional_text(scanner)?),
            HistoryField::Alternatives => kept = Some(alternatives(scanner)?),
            HistoryField::Approvers => approvers = names(scanner)?,
            HistoryField::Approvals => list(scanner, APPROVALS_MAX, |scanner, _| {
                let (read, stated) = approval(scanner)?;
                acted = acted.or(stated.map(|name| (approvals.len(), name)));
                approvals.push(read);
                Ok(())
            })?,
            HistoryField::Deadline => deadline = optional_text(scanner)?,
            HistoryField::Counted => list(scanner, COUNTED_MAX, |scanner, _| {
                taken.push(counted(scanner)?);
                Ok(())
            })?,
            HistoryField::Spent => list(scanner, SPENT_MAX, |scanner, _| {
                spent.push(counted(scanner)?);
                Ok(())
            })?,
            HistoryField::Content => {
                if !null(scanner)? {
                    typed.read_content(scanner)?;
                }
            }
        }
        Ok(())
    })?;
    if mode != Some(ApprovalMode::Policy) {
        let given = [("policy", policy.is_some()), ("alternatives", kept.is_some())];
        if let Some((name, _)) = given.into_iter().find(|(_, is_given)| *is_given) {
            return Err(unknown(name));
        }
        if let Some((at, name)) = acted {
            return Err(unknown(name).within(&format!("{at}")).within("approvals"));
        }
    } else if kept.as_ref().is_none_or(Option::is_none) {
        return Err(RequestError::new(Mistake::ItemPolicy, []).within("alternatives"));
    }
    Ok(Order {
        business: business.ok_or_else(|| missing("business"))?,
        state: state.ok_or_else(|| missing("state"))?,
        revision: read_revision.ok_or_else(|| missing("revision"))?,
        at,
        requester: requester.ok_or_else(|| missing("requester"))?,
        mode,
        policy: policy.flatten(),
        alternatives: kept.flatten().unwrap_or_default(),
        approvers,
        approvals,
        deadline,
        counted: taken,
        spent,
        content: typed,
    })
}

/// An approval, and the first of its fields that only approvals of mode `policy` have.
fn approval<'r>(scanner: &mut Scanner<'r>) -> Result<(OrderApproval<'r>, Option<&'static str>)> {
    let (mut user, mut at, mut second_channel) = (None, None, false);
    let (mut act, mut groups, mut stated) = (None, Vec::new(), None);
    object(scanner, |scanner, field| {
        if matches!(field, ApprovalField::Act | ApprovalField::Groups) {
            stated = stated.or(Some(field.name()));
        }
        match field {
            ApprovalField::User => user = optional_text(scanner)?,
            ApprovalField::At => at = optional_text(scanner)?,
            ApprovalField::SecondChannel => second_channel = boolean(scanner)?,
            ApprovalField::Act => act = word(scanner, "act", Act::from_name)?,
            ApprovalField::Groups => groups = group_names(scanner)?,
        }
        Ok(())
    })?;
    let (user, at) = (user.ok_or_else(|| missing("user"))?, at.ok_or_else(|| missing("at"))?);
    Ok((OrderApproval { user, at, second_channel, act, groups }, stated))
}

fn group_names<'r>(scanner: &mut Scanner<'r>) -> Result<Vec<Text<'r>>> {
    let mut groups = Vec::new();
    list(scanner, GROUPS_MAX, |scanner, _| {
        groups.extend(optional_text(scanner)?);
        Ok(())
    })?;
    Ok(groups)
}

fn alternative<'r>(scanner: &mut Scanner<'r>) -> Result<OrderAlternative<'r>> {
    let (mut ordered, mut steps) = (false, Vec::new());
    object(scanner, |scanner, field| {
        match field {
            AlternativeField::Ordered => ordered = boolean(scanner)?,
            AlternativeField::Steps => list(scanner, ALTERNATIVES_MAX, |scanner, _| {
                steps.push(step(scanner)?);
                Ok(())
            })?,
        }
        Ok(())
    })?;
    Ok(OrderAlternative { ordered, steps })
}

fn step<'r>(scanner: &mut Scanner<'r>) -> Result<OrderStep<'r>> {
    let (mut act, mut group, mut count) = (None, None, None);
    object(scanner, |scanner, field| {
        match field {
            StepField::Act => act = word(scanner, "act", Act::from_name)?,
            StepField::Group => group = optional_text(scanner)?,
            StepField::Count => count = Some(whole_number(scanner)?),
        }
        Ok(())
    })?;
    let (act, count) = (act.ok_or_else(|| missing("act"))?, count.ok_or_else(|| missing("count"))?);
    Ok(OrderStep { act, group, count })
}

fn counted<'r>(scanner: &mut Scanner<'r>) -> Result<RequestUsage<'r>> {
    let (mut limit, mut account, mut business) = (None, None, None);
    let (mut user, mut payee, mut day, mut amount) = (None, None, None, None);
    object(scanner, |scanner, field| {
        match field {
            CountedField::Limit => limit = optional_text(scanner)?,
            CountedField::Account => account = optional_text(scanner)?,
            CountedField::Business => business = optional_text(scanner)?,
            CountedField::User => user = optional_text(scanner)?,
            CountedField::Payee => payee = optional_text(scanner)?,
            CountedField::Day => day = optional_text(scanner)?,
            CountedField::Amount => amount = typed(scanner)?,
        }
        Ok(())
    })?;
    Ok(RequestUsage {
        limit: limit.ok_or_else(|| missing("limit"))?,
        account,
        business,
        user,
        payee,
        day: day.ok_or_else(|| missing("day"))?,
        used: amount.ok_or_else(|| missing("amount"))?,
    })
}

fn event<'r>(scanner: &mut Scanner<'r>) -> Result<Event<'r>> {
    let (mut kind, mut now, mut seen) = (None, None, SmallVec::<[EventField; 8]>::new());
    let mut event = Event::new(EventKind::Save, "");
    object(scanner, |scanner, field| {
        seen.push(field);
        match field {
            EventField::Type => kind = Some(event_kind(scanner)?),
            EventField::Now => now = optional_text(scanner)?,
            EventField::Revision => {
                if !null(scanner)? {
                    event.revision = Some(whole_number(scanner)?);
                }
            }
            EventField::User => event.user = optional_text(scanner)?,
            EventField::Group => event.group = optional_text(scanner)?,
            EventField::Access => access(scanner, &mut event.access)?,
            EventField::Business => event.business = optional_text(scanner)?,
            EventField::Content => event.content = content(scanner)?,
            EventField::Approvers => event.approvers = names(scanner)?,
            EventField::To => event.to = optional_text(scanner)?,
        }
        Ok(())
    })?;
    event.kind = kind.ok_or_else(|| missing("type"))?;
    event.now = now.ok_or_else(|| missing("now"))?;
    match seen.iter().find(|field| !event.kind.has(**field)) {
        Some(field) => Err(unknown(field.name())),
        None => Ok(event),
    }
}

fn event_kind(scanner: &mut Scanner<'_>) -> Result<EventKind> {
    let name = optional_text(scanner)?.unwrap_or_default();
    EventKind::from_name(&name).ok_or_else(|| RequestError::new(Mistake::EventUnknown, [&name]))
}
