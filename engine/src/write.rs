//! Verdicts as JSON: fields in a fixed order, amounts as texts, the same bytes in every host.

use alloc::string::String;

use crate::date::Day;
use crate::document::Company;
use crate::fee::Fee;
use crate::model::users::UserSet;
use crate::money::{Currency, write_digits};
use crate::quote::string;
use crate::reason::{Detail, Reason};
use crate::resolve::{ACCOUNT_LIMITS, COMPANY_LIMIT, Usage, UsageKey};
use crate::verdict::{RequestFee, Verdict};

/// The version that stands in verdicts.
pub(crate) const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// A writer of one verdict.
struct Writer<'v, 'o> {
    company: &'v Company,
    currency: Currency,
    out: &'o mut String,
}

impl Verdict<'_> {
    /// Appends the verdict as JSON (`docs/rules.md`, section 9).
    pub fn write_json(&self, out: &mut String) {
        let currency = self.company.model.service.currency;
        let mut writer = Writer { company: self.company, currency, out };
        writer.verdict(self);
    }
}

/// Appends fields with amounts: each text stands before its amount, with the quotes and the name between.
macro_rules! amounts {
    ($writer:expr, $($before:literal, $amount:expr;)+) => {{
        $($writer.text($before); $writer.currency.write($amount, $writer.out);)+
        $writer.out.push('"');
    }};
}

impl Writer<'_, '_> {
    #[inline(always)]
    fn text(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn day(&mut self, day: Day) {
        self.out.push('"');
        day.write(self.out);
        self.out.push('"');
    }

    /// A text without special characters, in quotes.
    fn plain(&mut self, text: &str) {
        self.out.push('"');
        self.out.push_str(text);
        self.out.push('"');
    }

    /// Elements in brackets.
    fn list<T>(&mut self, elements: impl IntoIterator<Item = T>, mut each: impl FnMut(&mut Self, T)) {
        self.out.push('[');
        let mut first = true;
        for element in elements {
            if !first {
                self.out.push(',');
            }
            first = false;
            each(self, element);
        }
        self.out.push(']');
    }

    fn verdict(&mut self, verdict: &Verdict<'_>) {
        self.text("{\"outcome\":\"");
        self.text(verdict.outcome.name());
        self.text("\",\"reasons\":");
        self.list(&verdict.reasons, Self::reason);
        self.text(",\"missing\":");
        self.list(&verdict.missing, |writer, at| {
            writer.out.push('"');
            at.write(writer.out);
            writer.out.push('"');
        });
        if let Some(day) = verdict.rolled_value_date {
            self.text(",\"valueDate\":");
            self.day(day);
        }
        self.text(",\"fee\":");
        match &verdict.fee {
            Some(fee) => self.request_fee(fee),
            None => self.text("null"),
        }
        if !verdict.items.is_empty() {
            self.text(",\"items\":");
            self.list(&verdict.items, |writer, fee| {
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
        self.text(",\"limits\":");
        self.list(&verdict.limits, |writer, line| {
            writer.text("{\"code\":\"");
            writer.text(line.code.name());
            amounts!(writer,
                "\",\"limit\":\"", line.limit;
                "\",\"used\":\"", line.used;
                "\",\"requested\":\"", line.requested;
                "\",\"remaining\":\"", line.remaining;
            );
            writer.out.push('}');
        });
        self.text(",\"approval\":");
        match &verdict.approval {
            Some(approval) => {
                self.text("{\"mode\":\"");
                self.text(approval.mode.name());
                self.text("\",\"steps\":");
                self.list(&approval.steps, Self::people);
                self.out.push('}');
            }
            None => self.text("null"),
        }
        self.text(",\"usage\":");
        self.list(&verdict.usage, Self::usage);
        self.provenance();
    }

    /// Engine and documents, so that a verdict can be made again.
    fn provenance(&mut self) {
        self.text(",\"engine\":");
        string(ENGINE, self.out);
        let service = self.company.service();
        self.text(",\"service\":{\"id\":");
        string(service.id(), self.out);
        self.text(",\"version\":");
        string(service.version(), self.out);
        self.text(",\"digest\":");
        self.plain(service.digest());
        self.text("},\"company\":{\"id\":");
        string(self.company.id(), self.out);
        self.text(",\"digest\":");
        self.plain(self.company.digest());
        self.text("}}");
    }

    fn people(&mut self, people: &UserSet) {
        let company = self.company;
        let ids = people.iter().filter_map(|at| company.model.people.get(usize::from(at)));
        self.list(ids, |writer, person| string(&person.id, writer.out));
    }

    fn reason(&mut self, reason: &Reason) {
        self.text("{\"step\":\"");
        self.text(reason.code.step().name());
        self.text("\",\"code\":\"");
        self.text(reason.code.name());
        self.text("\",\"path\":\"");
        reason.at.write(self.out);
        self.out.push('"');
        match &reason.detail {
            Detail::None => {}
            Detail::Limit { limit, used, requested, max } => {
                amounts!(self,
                    ",\"limit\":\"", *limit;
                    "\",\"used\":\"", *used;
                    "\",\"requested\":\"", *requested;
                );
                if let Some(max) = max {
                    amounts!(self, ",\"max\":\"", *max;);
                }
            }
            Detail::Count { limit, requested } => {
                self.text(",\"limit\":\"");
                write_digits(*limit, self.out);
                self.text("\",\"used\":\"0\",\"requested\":\"");
                write_digits(*requested, self.out);
                self.text("\",\"max\":\"");
                write_digits(*limit, self.out);
                self.out.push('"');
            }
            Detail::Day(day) => {
                self.text(",\"expected\":");
                self.day(*day);
            }
            Detail::Pattern(at) => {
                let company = self.company;
                self.text(",\"expected\":");
                let key = company.model.service.patterns.get(usize::from(*at)).map_or("", |key| key);
                string(key, self.out);
            }
            Detail::Earliest(None) => {}
            Detail::Earliest(Some(day)) => {
                self.text(",\"earliest\":");
                self.day(*day);
            }
            Detail::Who(who) => self.who(who),
            Detail::Cap { max, who } => {
                amounts!(self, ",\"max\":\"", *max;);
                self.who(who);
            }
        }
        self.out.push('}');
    }

    fn who(&mut self, who: &UserSet) {
        if !who.is_empty() {
            self.text(",\"who\":");
            self.people(who);
        }
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
            write_digits(differences.count, self.out);
            amounts!(self, ",\"sum\":\"", differences.sum;);
            self.out.push('}');
        }
        if let Some((mode, amount_on, fee_on)) = fee.debit {
            self.text(",\"debit\":{\"mode\":\"");
            self.text(mode.name());
            self.text("\",\"amountOn\":");
            self.day(amount_on);
            self.text(",\"feeOn\":");
            self.day(fee_on);
            self.out.push('}');
        }
        self.out.push('}');
    }

    fn usage(&mut self, usage: &Usage) {
        let company = self.company;
        self.text("{\"limit\":\"");
        match usage.key {
            UsageKey::Account(which, account) => {
                self.text(ACCOUNT_LIMITS.get(usize::from(which)).copied().unwrap_or_default());
                self.text("\",\"account\":");
                let id = company.model.accounts.get(usize::from(account)).map_or("", |account| &*account.id);
                string(id, self.out);
            }
            UsageKey::Company(business) => {
                self.text(COMPANY_LIMIT);
                self.text("\",\"business\":");
                let businesses = &company.model.service.businesses;
                let key = businesses.get(usize::from(business)).map_or("", |business| &*business.key);
                string(key, self.out);
            }
        }
        self.text(",\"day\":");
        self.day(usage.day);
        amounts!(self, ",\"used\":\"", usage.used;);
        self.out.push('}');
    }
}
