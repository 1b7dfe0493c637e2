//! The answer (`docs/item.md`, section 3): fields in a fixed order, the same bytes in every host.

use alloc::string::String;

use crate::document::Company;
use crate::lang::Lang;
use crate::life::answer::Advance;
use crate::life::order::{Order, OrderApproval};
use crate::request::{Request, RequestLine, RequestUsage, Text, Typed};
use crate::resolve::COMPANY_LIMIT;
use crate::write::AnswerWriter;

type Out<'v, 'o> = AnswerWriter<'v, 'o>;

impl Advance<'_, '_> {
    /// Appends the answer as JSON.
    pub fn write_json(&self, out: &mut String) {
        let mut writer = AnswerWriter::new(self.company, out);
        self.write(&mut writer);
        writer.finish();
    }

    fn write(&self, out: &mut Out<'_, '_>) {
        out.text("{\"outcome\":\"");
        out.text(self.outcome.name());
        out.text("\"");
        out.faults(&self.reasons, &self.more, &self.missing);
        out.text(",\"item\":");
        match &self.order {
            Some(one) => order(out, one),
            None => out.text("null"),
        }
        out.text(",\"created\":");
        out.list(&self.created, order);
        label(out, self.company, self.order.as_ref());
        out.fee_of(self.fee.as_ref());
        out.limits(&self.limits);
        out.approval(self.approval.as_ref());
        out.text(",\"usage\":");
        out.list(&self.usage, |out, entry| usage(out, entry, "used"));
        out.provenance();
    }
}

fn label(out: &mut Out<'_, '_>, company: &Company, order: Option<&Order<'_>>) {
    out.text(",\"label\":");
    let Some(order) = order else {
        out.text("null");
        return;
    };
    let service = company.service();
    out.text("{\"ja\":");
    out.string(service.state_label(order.state, Lang::Ja));
    out.text(",\"en\":");
    out.string(service.state_label(order.state, Lang::En));
    out.text("}");
}

fn order(out: &mut Out<'_, '_>, order: &Order<'_>) {
    out.text("{\"business\":");
    out.string(&order.business);
    out.text(",\"state\":");
    out.plain(order.state.name());
    out.text(",\"revision\":");
    out.number(u64::from(order.revision));
    if let Some(at) = &order.at {
        out.text(",\"at\":");
        out.string(at);
    }
    out.text(",\"requester\":");
    out.string(&order.requester);
    out.text(",\"mode\":");
    match order.mode {
        Some(mode) => out.plain(mode.name()),
        None => out.text("null"),
    }
    out.text(",\"approvers\":");
    out.list(&order.approvers, |out, id| out.string(id));
    out.text(",\"approvals\":");
    out.list(&order.approvals, approval);
    out.text(",\"deadline\":");
    match &order.deadline {
        Some(deadline) => out.string(deadline),
        None => out.text("null"),
    }
    out.text(",\"counted\":");
    out.list(&order.counted, |out, entry| usage(out, entry, "amount"));
    out.text(",\"spent\":");
    out.list(&order.spent, |out, entry| usage(out, entry, "amount"));
    out.text(",\"content\":");
    content(out, &order.content);
    out.text("}");
}

fn approval(out: &mut Out<'_, '_>, approval: &OrderApproval<'_>) {
    out.text("{\"user\":");
    out.string(&approval.user);
    out.text(",\"at\":");
    out.string(&approval.at);
    out.text(if approval.second_channel { ",\"secondChannel\":true}" } else { ",\"secondChannel\":false}" });
}

fn usage(out: &mut Out<'_, '_>, entry: &RequestUsage<'_>, amount: &str) {
    out.text("{\"limit\":");
    out.string(&entry.limit);
    let of_company = *entry.limit == *COMPANY_LIMIT;
    let (name, owner) =
        if of_company { (",\"business\":", &entry.business) } else { (",\"account\":", &entry.account) };
    out.text(name);
    out.string(owner.as_deref().unwrap_or_default());
    out.text(",\"day\":");
    out.string(&entry.day);
    out.text(",\"");
    out.text(amount);
    out.text("\":");
    typed(out, &entry.used);
    out.text("}");
}

fn typed(out: &mut Out<'_, '_>, typed: &Typed<'_>) {
    match typed {
        Typed::Text(text) => out.string(text),
        Typed::Number(token) => out.text(token),
    }
}

/// Members of an object, of which those that are missing are left out.
struct Members<'w, 'v, 'o> {
    out: &'w mut Out<'v, 'o>,
    any: bool,
}

impl<'w, 'v, 'o> Members<'w, 'v, 'o> {
    fn open(out: &'w mut Out<'v, 'o>) -> Self {
        out.text("{");
        Self { out, any: false }
    }

    fn name(&mut self, name: &str) {
        self.out.text(if self.any { ",\"" } else { "\"" });
        self.out.text(name);
        self.out.text("\":");
        self.any = true;
    }

    fn text(&mut self, name: &str, value: Option<&Text<'_>>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.name(name);
            self.out.string(value);
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

fn content(out: &mut Out<'_, '_>, content: &Request<'_>) {
    let mut members = Members::open(out);
    members.text("account", content.account.as_ref());
    members.text("valueDate", content.value_date.as_ref());
    members.text("entry", content.entry.as_ref());
    members.line(&content.single);
    if !content.lines.is_empty() {
        members.name("items");
        members.out.list(&content.lines, |out, line| {
            let mut members = Members::open(out);
            members.line(line);
            members.out.text("}");
        });
    }
    members.text("senderName", content.sender_name.as_ref());
    members.text("senderCode", content.sender_code.as_ref());
    members.out.text("}");
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
    ];
    line.document || texts.into_iter().flatten().any(|text| !text.is_empty())
}

fn payee(out: &mut Out<'_, '_>, line: &RequestLine<'_>) {
    let mut members = Members::open(out);
    members.text("kind", line.payee_kind.as_ref());
    members.text("bank", line.bank.as_ref());
    members.text("branch", line.branch.as_ref());
    members.text("type", line.account_type.as_ref());
    members.text("number", line.number.as_ref());
    members.text("name", line.name.as_ref());
    members.text("registeredOn", line.registered_on.as_ref());
    if line.document {
        members.name("document");
        members.out.text("true");
    }
    members.out.text("}");
}
