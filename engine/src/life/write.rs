//! Orders and events as JSON: fields in a fixed order, those without a value left out of what was typed and of events.

use alloc::format;
use alloc::string::{String, ToString};

use crate::life::order::{Event, Order, OrderAlternative, OrderApproval};
use crate::life_table::EventField;
use crate::quote::string;
use crate::request::fields::Fields;
use crate::request::{AccessValue, Request, RequestLine, RequestUsage, Text, Typed};
use crate::resolve::stated;
use crate::terms::ApprovalMode;

impl Order<'_> {
    /// The order as JSON, as an answer has it: what [`Order::from_json`] reads and a host keeps.
    ///
    /// ```
    /// use kessai::Order;
    /// let kept = r#"{"business":"transfer","state":"draft","revision":1,"requester":"taro01","mode":null,"approvers":[],"approvals":[],"deadline":null,"counted":[],"spent":[],"content":{}}"#;
    /// assert_eq!(Order::from_json(kept)?.to_json(), kept);
    /// # Ok::<(), kessai::RequestError>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut text = String::new();
        order(&mut text, self);
        text
    }
}

impl Event<'_> {
    /// The event as JSON, as [`Event::from_json`] reads it.
    ///
    /// ```
    /// use kessai::{Event, terms::EventKind};
    /// let event = Event::by(EventKind::Approve, "2026-11-20T11:30:00+09:00", "hanako01");
    /// assert_eq!(event.to_json(), r#"{"type":"approve","now":"2026-11-20T11:30:00+09:00","user":"hanako01"}"#);
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut text = String::new();
        event(&mut text, self);
        text
    }
}

fn event(out: &mut String, event: &Event<'_>) {
    let mut members = Members::open(out);
    members.name(EventField::Type.name());
    string(event.kind.name(), members.out);
    members.name(EventField::Now.name());
    string(&event.now, members.out);
    if let Some(revision) = event.revision {
        members.name(EventField::Revision.name());
        members.out.push_str(&revision.to_string());
    }
    members.text(EventField::User.name(), event.user.as_ref());
    members.text(EventField::Group.name(), event.group.as_ref());
    if !event.access.is_empty() {
        members.name(EventField::Access.name());
        access(members.out, &event.access);
    }
    members.text(EventField::Business.name(), event.business.as_ref());
    if let Some(typed) = &event.content {
        members.name(EventField::Content.name());
        content(members.out, typed);
    }
    if !event.approvers.is_empty() {
        members.name(EventField::Approvers.name());
        list(members.out, &event.approvers, |out, id| string(id, out));
    }
    members.text(EventField::To.name(), event.to.as_ref());
    out.push('}');
}

fn access(out: &mut String, attributes: &[(Text<'_>, AccessValue<'_>)]) {
    let mut members = Members::open(out);
    for (name, value) in attributes {
        members.separate();
        string(name, members.out);
        members.out.push(':');
        match value {
            AccessValue::Flag(flag) => members.out.push_str(if *flag { "true" } else { "false" }),
            AccessValue::Text(text) => string(text, members.out),
            AccessValue::Number(token) => members.out.push_str(token),
            AccessValue::Set(words) => list(members.out, words, |out, word| string(word, out)),
        }
    }
    out.push('}');
}

/// Appends an order.
pub(super) fn order(out: &mut String, order: &Order<'_>) {
    out.push_str("{\"business\":");
    string(&order.business, out);
    out.push_str(",\"state\":");
    string(order.state.name(), out);
    out.push_str(",\"revision\":");
    out.push_str(&order.revision.to_string());
    if let Some(at) = &order.at {
        out.push_str(",\"at\":");
        string(at, out);
    }
    out.push_str(",\"requester\":");
    string(&order.requester, out);
    out.push_str(",\"mode\":");
    match order.mode {
        Some(mode) => string(mode.name(), out),
        None => out.push_str("null"),
    }
    if order.mode == Some(ApprovalMode::Policy) {
        out.push_str(",\"policy\":");
        string(order.policy.as_deref().unwrap_or_default(), out);
        out.push_str(",\"alternatives\":");
        list(out, &order.alternatives, alternative);
    }
    out.push_str(",\"approvers\":");
    list(out, &order.approvers, |out, id| string(id, out));
    out.push_str(",\"approvals\":");
    list(out, &order.approvals, approval);
    out.push_str(",\"deadline\":");
    match &order.deadline {
        Some(deadline) => string(deadline, out),
        None => out.push_str("null"),
    }
    out.push_str(",\"counted\":");
    list(out, &order.counted, |out, entry| usage(out, entry, "amount"));
    out.push_str(",\"spent\":");
    list(out, &order.spent, |out, entry| usage(out, entry, "amount"));
    out.push_str(",\"content\":");
    content(out, &order.content);
    out.push('}');
}

fn approval(out: &mut String, approval: &OrderApproval<'_>) {
    out.push_str("{\"user\":");
    string(&approval.user, out);
    out.push_str(",\"at\":");
    string(&approval.at, out);
    out.push_str(if approval.second_channel {
        ",\"secondChannel\":true"
    } else {
        ",\"secondChannel\":false"
    });
    if let Some(act) = approval.act {
        out.push_str(",\"act\":");
        string(act.name(), out);
        out.push_str(",\"groups\":");
        list(out, &approval.groups, |out, group| string(group, out));
    }
    out.push('}');
}

fn alternative(out: &mut String, alternative: &OrderAlternative<'_>) {
    out.push_str(if alternative.ordered { "{\"ordered\":true" } else { "{\"ordered\":false" });
    out.push_str(",\"steps\":");
    list(out, &alternative.steps, |out, step| {
        out.push_str("{\"act\":");
        string(step.act.name(), out);
        out.push_str(",\"group\":");
        match &step.group {
            Some(group) => string(group, out),
            None => out.push_str("null"),
        }
        out.push_str(",\"count\":");
        out.push_str(&step.count.to_string());
        out.push('}');
    });
    out.push('}');
}

/// Appends an entry of usage, whose amount has this name.
pub(super) fn usage(out: &mut String, entry: &RequestUsage<'_>, amount: &str) {
    out.push_str("{\"limit\":");
    string(&entry.limit, out);
    for (name, whose) in [
        (",\"account\":", &entry.account),
        (",\"business\":", &entry.business),
        (",\"user\":", &entry.user),
        (",\"payee\":", &entry.payee),
    ] {
        if let Some(whose) = stated(whose) {
            out.push_str(name);
            string(whose, out);
        }
    }
    out.push_str(",\"day\":");
    string(&entry.day, out);
    out.push_str(",\"");
    out.push_str(amount);
    out.push_str("\":");
    typed(out, &entry.used);
    out.push('}');
}

fn typed(out: &mut String, typed: &Typed<'_>) {
    match typed {
        Typed::Text(text) => string(text, out),
        Typed::Number(token) => out.push_str(token),
        // Spelt before anything is decided, see `spell`.
        Typed::Minor(amount) => string(&format!("{amount}"), out),
    }
}

/// Members of an object, of which those that are missing are left out.
struct Members<'w> {
    out: &'w mut String,
    any: bool,
}

impl<'w> Members<'w> {
    fn open(out: &'w mut String) -> Self {
        out.push('{');
        Self { out, any: false }
    }

    fn separate(&mut self) {
        if core::mem::replace(&mut self.any, true) {
            self.out.push(',');
        }
    }

    fn name(&mut self, name: &str) {
        self.separate();
        self.out.push('"');
        self.out.push_str(name);
        self.out.push_str("\":");
    }

    fn text(&mut self, name: &str, value: Option<&Text<'_>>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.name(name);
            string(value, self.out);
        }
    }

    fn typed(&mut self, name: &str, value: Option<&Typed<'_>>) {
        if let Some(value) = value {
            self.name(name);
            typed(self.out, value);
        }
    }

    /// The fields of a payee with what is paid to him.
    fn line(&mut self, line: &RequestLine<'_>) {
        if has_payee(line) {
            self.name("payee");
            payee(self.out, line);
        }
        self.typed("payment", line.payment.as_ref());
        self.text("bearer", line.bearer.as_ref());
        self.typed("typedFee", line.typed_fee.as_ref());
        self.text("pattern", line.pattern.as_ref());
        self.text("edi", line.edi.as_ref());
    }
}

fn content(out: &mut String, content: &Request<'_>) {
    let mut members = Members::open(out);
    members.text("account", content.account.as_ref());
    members.text("valueDate", content.value_date.as_ref());
    members.text("entry", content.entry.as_ref());
    members.line(&content.single);
    if !content.lines.is_empty() {
        members.name("items");
        list(members.out, &content.lines, |out, line| {
            let mut members = Members::open(out);
            members.line(line);
            members.out.push('}');
        });
    }
    members.text("senderName", content.sender_name.as_ref());
    members.text("senderCode", content.sender_code.as_ref());
    members.out.push('}');
}

/// Appends elements in brackets.
fn list<T>(out: &mut String, elements: impl IntoIterator<Item = T>, mut each: impl FnMut(&mut String, T)) {
    out.push('[');
    for (place, element) in elements.into_iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        each(out, element);
    }
    out.push(']');
}

fn has_payee(line: &RequestLine<'_>) -> bool {
    let texts = [
        &line.payee_kind,
        &line.bank,
        &line.branch,
        &line.account_type,
        &line.number,
        &line.name,
        &line.registered_on,
        &line.registered_at,
    ];
    line.document || texts.into_iter().flatten().any(|text| !text.is_empty())
}

fn payee(out: &mut String, line: &RequestLine<'_>) {
    let mut members = Members::open(out);
    members.text("kind", line.payee_kind.as_ref());
    members.text("bank", line.bank.as_ref());
    members.text("branch", line.branch.as_ref());
    members.text("type", line.account_type.as_ref());
    members.text("number", line.number.as_ref());
    members.text("name", line.name.as_ref());
    members.text("registeredOn", line.registered_on.as_ref());
    members.text("registeredAt", line.registered_at.as_ref());
    if line.document {
        members.name("document");
        members.out.push_str("true");
    }
    members.out.push('}');
}
