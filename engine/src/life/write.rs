//! The answer (`docs/item.md`, section 3): fields in a fixed order, the same bytes in every host.

use alloc::string::String;

use crate::document::Company;
use crate::lang::Lang;
use crate::life::{Advance, Order, OrderApproval};
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
            Some(one) => item(out, one),
            None => out.text("null"),
        }
        out.text(",\"created\":");
        out.list(&self.created, item);
        label(out, self.company, self.order.as_ref());
        out.fee_of(self.fee.as_ref());
        out.limits(&self.limits);
        out.approval(self.approval.as_ref());
        out.text(",\"usage\":");
        out.list(&self.usage, |out, entry| usage(out, entry, "used"));
        out.provenance();
    }
}

fn label(out: &mut Out<'_, '_>, company: &Company, item: Option<&Order<'_>>) {
    out.text(",\"label\":");
    let Some(item) = item else {
        out.text("null");
        return;
    };
    let service = company.service();
    out.text("{\"ja\":");
    out.string(service.state_label(item.state, Lang::Ja));
    out.text(",\"en\":");
    out.string(service.state_label(item.state, Lang::En));
    out.text("}");
}

fn item(out: &mut Out<'_, '_>, item: &Order<'_>) {
    out.text("{\"business\":");
    out.string(&item.business);
    out.text(",\"state\":");
    out.plain(item.state.name());
    out.text(",\"revision\":");
    out.number(u64::from(item.revision));
    if let Some(at) = &item.at {
        out.text(",\"at\":");
        out.string(at);
    }
    out.text(",\"requester\":");
    out.string(&item.requester);
    out.text(",\"mode\":");
    match item.mode {
        Some(mode) => out.plain(mode.name()),
        None => out.text("null"),
    }
    out.text(",\"approvers\":");
    out.list(&item.approvers, |out, id| out.string(id));
    out.text(",\"approvals\":");
    out.list(&item.approvals, approval);
    out.text(",\"deadline\":");
    match &item.deadline {
        Some(deadline) => out.string(deadline),
        None => out.text("null"),
    }
    out.text(",\"counted\":");
    out.list(&item.counted, |out, entry| usage(out, entry, "amount"));
    out.text(",\"spent\":");
    out.list(&item.spent, |out, entry| usage(out, entry, "amount"));
    out.text(",\"content\":");
    content(out, &item.content);
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
    fn item(&mut self, item: &RequestLine<'_>) {
        if has_payee(item) {
            self.name("payee");
            payee(self.out, item);
        }
        self.typed("payment", item.payment.as_ref());
        self.text("bearer", item.bearer.as_ref());
        self.typed("typedFee", item.typed_fee.as_ref());
        self.text("pattern", item.pattern.as_ref());
        self.text("edi", item.edi.as_ref());
    }
}

fn content(out: &mut Out<'_, '_>, content: &Request<'_>) {
    let mut members = Members::open(out);
    members.text("account", content.account.as_ref());
    members.text("valueDate", content.value_date.as_ref());
    members.text("entry", content.entry.as_ref());
    members.item(&content.single);
    if !content.lines.is_empty() {
        members.name("items");
        members.out.list(&content.lines, |out, item| {
            let mut members = Members::open(out);
            members.item(item);
            members.out.text("}");
        });
    }
    members.text("senderName", content.sender_name.as_ref());
    members.text("senderCode", content.sender_code.as_ref());
    members.out.text("}");
}

fn has_payee(item: &RequestLine<'_>) -> bool {
    let texts = [
        &item.payee_kind,
        &item.bank,
        &item.branch,
        &item.account_type,
        &item.number,
        &item.name,
        &item.registered_on,
    ];
    item.document || texts.into_iter().flatten().any(|text| !text.is_empty())
}

fn payee(out: &mut Out<'_, '_>, item: &RequestLine<'_>) {
    let mut members = Members::open(out);
    members.text("kind", item.payee_kind.as_ref());
    members.text("bank", item.bank.as_ref());
    members.text("branch", item.branch.as_ref());
    members.text("type", item.account_type.as_ref());
    members.text("number", item.number.as_ref());
    members.text("name", item.name.as_ref());
    members.text("registeredOn", item.registered_on.as_ref());
    if item.document {
        members.name("document");
        members.out.text("true");
    }
    members.out.text("}");
}
