//! Verdicts as JSON: fields in a fixed order, amounts as texts, the same bytes in every host.

use alloc::string::{String, ToString};
use alloc::sync::Arc;

use crate::date::Day;
use crate::fee::Fee;
use crate::loaded::Company;
use crate::model::users::UserSet;
use crate::money::Currency;
use crate::reason::{Field, More, Pointer, Refusal};
use crate::resolve::Usage;
use crate::terms::Measure;
use crate::verdict::{Approvers, Asked, LimitLine, RequestFee, UsageEntry, Verdict};

pub(crate) mod backwards;
mod block;
mod figures;
mod normalised;

use block::Block;
use figures::figures;
pub(crate) use figures::of_form;

/// A writer of one verdict, or of another answer with such parts.
pub(crate) struct AnswerWriter<'v, 'o> {
    company: &'v Company,
    currency: Currency,
    out: Block<'o>,
}

impl Verdict<'_> {
    /// Appends the verdict as JSON (`docs/rules.md`, section 9).
    pub fn write_json(&self, out: &mut String) {
        let mut writer = AnswerWriter::new(&self.company, out);
        writer.verdict(self);
        writer.finish();
    }
}

/// Appends fields with amounts: each text stands before its amount, with the quotes and the name between.
macro_rules! amounts {
    ($writer:expr, $($before:literal, $amount:expr;)+) => {{
        $($writer.text($before); $writer.amount($amount);)+
        $writer.text("\"");
    }};
}

impl<'v, 'o> AnswerWriter<'v, 'o> {
    pub(crate) fn new(company: &'v Company, out: &'o mut String) -> Self {
        Self { company, currency: company.model.service.currency, out: Block::new(out) }
    }

    /// Appends what is left.
    pub(crate) fn finish(mut self) {
        self.out.flush();
    }

    #[inline(always)]
    pub(crate) fn text(&mut self, text: &str) {
        self.out.text(text);
    }

    /// The text written to, for a part that needs no block.
    pub(crate) fn direct(&mut self) -> &mut String {
        self.out.direct()
    }

    /// An amount without quotes.
    #[inline]
    fn amount(&mut self, amount: i64) {
        self.out.amount(amount, self.currency);
    }

    /// A day in quotes.
    fn day(&mut self, day: Day) {
        self.out.day(day);
    }

    /// A text in quotes.
    pub(crate) fn string(&mut self, text: &str) {
        self.out.string(text);
    }

    /// A text without special characters, in quotes.
    pub(crate) fn plain(&mut self, text: &str) {
        self.text("\"");
        self.text(text);
        self.text("\"");
    }

    /// Elements in brackets.
    pub(crate) fn list<T>(
        &mut self,
        elements: impl IntoIterator<Item = T>,
        mut each: impl FnMut(&mut Self, T),
    ) {
        self.text("[");
        let mut first = true;
        for element in elements {
            if !first {
                self.text(",");
            }
            first = false;
            each(self, element);
        }
        self.text("]");
    }

    fn verdict(&mut self, verdict: &Verdict<'_>) {
        self.text("{\"outcome\":\"");
        self.text(verdict.outcome.name());
        self.text("\"");
        self.faults(&verdict.reasons, &verdict.more, &verdict.warnings, &verdict.missing);
        if let Some(day) = verdict.rolled_value_date {
            self.text(",\"valueDate\":");
            self.day(day);
        }
        if !verdict.normalised.is_empty() {
            self.normalised(&verdict.normalised);
        }
        self.fee_of(verdict.fee.as_ref());
        if !verdict.lines.is_empty() {
            self.text(",\"items\":");
            self.list(&verdict.lines, |writer, fee| {
                writer.text("{\"fee\":");
                match fee {
                    Some(fee) => {
                        writer.fee(fee);
                        writer.text("}}");
                    }
                    None => writer.text("null}"),
                }
            });
        }
        self.limits(&verdict.limits);
        self.approval(verdict.approval.as_ref());
        self.text(",\"usage\":");
        self.list(&verdict.usage, |writer, usage| writer.usage(usage, &verdict.payees));
        self.provenance();
    }

    /// Reasons, how many there are beside them, what is warned of, and missing fields.
    #[inline]
    pub(crate) fn faults(
        &mut self,
        reasons: &[Refusal],
        more: &[More],
        warnings: &[Refusal],
        missing: &[Pointer],
    ) {
        self.text(",\"reasons\":");
        self.list(reasons, Self::reason);
        self.more(more);
        if !warnings.is_empty() {
            self.text(",\"warnings\":");
            self.list(warnings, Self::reason);
        }
        self.missing(missing);
    }

    /// The fields that are missing.
    #[inline]
    pub(crate) fn missing(&mut self, missing: &[Pointer]) {
        self.text(",\"missing\":");
        self.list(missing, |writer, at| {
            if let Field::UsageOfDeclared(_) = at.field {
                // A key may have any character.
                writer.string(&at.to_string());
                return;
            }
            writer.text("\"");
            writer.pointer(*at);
            writer.text("\"");
        });
    }

    /// A place in the request, without quotes.
    #[inline]
    fn pointer(&mut self, at: Pointer) {
        let Some(path) = at.field.path() else { return at.write(self.out.direct()) };
        if let Some(line) = at.line {
            self.text("/items/");
            self.out.number(u64::from(line));
        }
        self.text(path);
    }

    /// How many reasons there are beside those that are listed, if there are any.
    #[inline]
    pub(crate) fn more(&mut self, more: &[More]) {
        if !more.is_empty() {
            self.some_more(more);
        }
    }

    #[cold]
    fn some_more(&mut self, more: &[More]) {
        self.text(",\"more\":");
        self.list(more, |writer, more| {
            writer.text("{\"code\":");
            writer.plain(more.code.name());
            writer.text(",\"count\":");
            writer.out.number(more.count);
            writer.text("}");
        });
    }

    #[inline]
    pub(crate) fn fee_of(&mut self, fee: Option<&RequestFee>) {
        self.text(",\"fee\":");
        match fee {
            Some(fee) => self.request_fee(fee),
            None => self.text("null"),
        }
    }

    #[inline]
    pub(crate) fn limits(&mut self, limits: &[LimitLine]) {
        self.text(",\"limits\":");
        self.list(limits, |writer, line| {
            writer.text("{\"code\":\"");
            writer.text(line.code().name());
            if let Some(key) = line.key(writer.company.service()) {
                writer.text("\",\"key\":");
                writer.string(key);
                writer.quantities(line);
                return;
            }
            amounts!(writer,
                "\",\"limit\":\"", line.limit;
                "\",\"used\":\"", line.used;
                "\",\"requested\":\"", line.requested;
                "\",\"remaining\":\"", line.remaining();
            );
            writer.text("}");
        });
    }

    /// The figures of a declared limit behind its key.
    fn quantities(&mut self, line: &LimitLine) {
        for (before, quantity) in [
            (",\"limit\":\"", line.limit),
            ("\",\"used\":\"", line.used),
            ("\",\"requested\":\"", line.requested),
            ("\",\"remaining\":\"", line.remaining()),
        ] {
            self.text(before);
            self.quantity(quantity, line.measure());
        }
        self.text("\"}");
    }

    #[inline]
    pub(crate) fn approval(&mut self, approval: Option<&Approvers>) {
        self.text(",\"approval\":");
        match approval {
            Some(approval) => {
                self.text("{\"mode\":\"");
                self.text(approval.mode.name());
                match approval.asked(&self.company.model) {
                    None => {
                        self.text("\",\"steps\":");
                        self.list(&approval.steps, Self::people);
                    }
                    Some(asked) => self.asked(asked),
                }
                self.text("}");
            }
            None => self.text("null"),
        }
    }

    /// What a policy asks for, behind its mode.
    fn asked(&mut self, asked: Asked<'_>) {
        let company = self.company;
        self.text("\",\"policy\":");
        self.string(asked.key);
        self.text(",\"upTo\":");
        match asked.up_to {
            Some(most) => amounts!(self, "\"", most;),
            None => self.text("null"),
        }
        self.text(",\"alternatives\":");
        self.list(asked.alternatives(), |writer, (alternative, who)| {
            writer.text(if alternative.ordered { "{\"ordered\":true" } else { "{\"ordered\":false" });
            writer.text(",\"steps\":");
            writer.list(alternative.steps.iter().zip(who), |writer, (step, who)| {
                writer.text("{\"act\":");
                writer.plain(step.act.name());
                writer.text(",\"group\":");
                match step.group.and_then(|at| company.model.groups.get(usize::from(at))) {
                    Some(group) => writer.string(&group.key),
                    None => writer.text("null"),
                }
                writer.text(",\"count\":");
                writer.out.number(u64::from(step.count));
                writer.text(",\"who\":");
                writer.people(who);
                writer.text("}");
            });
            writer.text("}");
        });
    }

    /// Engine and documents, so that a verdict can be made again.
    pub(crate) fn provenance(&mut self) {
        let company = self.company;
        self.text(&company.model.ending);
    }

    fn people(&mut self, people: &UserSet) {
        let company = self.company;
        let ids = people.iter().filter_map(|at| company.model.people.get(usize::from(at)));
        self.list(ids, |writer, person| writer.string(&person.id));
    }

    fn reason(&mut self, reason: &Refusal) {
        self.open_reason(reason);
        self.text("}");
    }

    /// A reason, whose object stays open.
    #[inline]
    pub(crate) fn open_reason(&mut self, reason: &Refusal) {
        self.text("{\"step\":\"");
        self.text(reason.code.step().name());
        self.text("\",\"code\":\"");
        self.text(reason.code.name());
        self.text("\",\"path\":\"");
        self.pointer(reason.at);
        self.text("\"");
        figures(reason.code, &reason.detail, self.company.names(), &mut self.out);
    }

    /// The amounts of a fee; the object stays open.
    fn fee(&mut self, fee: &Fee) {
        amounts!(self,
            "{\"payment\":\"", fee.payment;
            "\",\"deducted\":\"", fee.deducted;
            "\",\"transfer\":\"", fee.transfer;
            "\",\"bankFee\":\"", fee.bank_fee;
            "\",\"withdrawal\":\"", fee.withdrawal;
            "\",\"difference\":\"", fee.difference;
        );
        if let Some(expected) = fee.expected_bank_fee {
            amounts!(self, ",\"expectedBankFee\":\"", expected;);
        }
    }

    fn request_fee(&mut self, fee: &RequestFee) {
        self.fee(&fee.amounts);
        if fee.provisional {
            self.text(",\"provisional\":true");
        }
        if let Some(differences) = fee.differences {
            self.text(",\"differences\":{\"count\":");
            self.out.number(differences.count);
            amounts!(self, ",\"sum\":\"", differences.sum;);
            self.text("}");
        }
        if let Some((mode, amount_on, fee_on)) = fee.debit {
            self.text(",\"debit\":{\"mode\":\"");
            self.text(mode.name());
            self.text("\",\"amountOn\":");
            self.day(amount_on);
            self.text(",\"feeOn\":");
            self.day(fee_on);
            self.text("}");
        }
        self.text("}");
    }

    fn usage(&mut self, usage: &Usage, payees: &[Arc<str>]) {
        let company = self.company;
        let entry = UsageEntry::new(company, payees, usage);
        self.text("{\"limit\":");
        self.string(entry.limit);
        if let Some((name, who)) = entry.bearer() {
            self.text(",\"");
            self.text(name);
            self.text("\":");
            self.string(who);
        }
        self.text(",\"day\":");
        self.day(entry.day);
        self.text(",\"used\":\"");
        let limit = company.model.service.limits.get(usage.key.limit());
        self.quantity(entry.used, limit.map_or(Measure::Amount, |limit| limit.measure));
        self.text("\"}");
    }

    /// An amount or a number of items, without quotes.
    #[inline]
    fn quantity(&mut self, quantity: i64, measure: Measure) {
        match measure {
            Measure::Amount => self.amount(quantity),
            Measure::Count => self.out.amount(quantity, Currency::COUNT),
        }
    }
}
