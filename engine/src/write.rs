//! Verdicts as JSON: fields in a fixed order, amounts as texts, the same bytes in every host.

use alloc::string::String;

use crate::date::Day;
use crate::document::Company;
use crate::fee::Fee;
use crate::model::users::UserSet;
use crate::money::Currency;
use crate::quote::string;
use crate::reason::{Detail, Reason};
use crate::resolve::{ACCOUNT_LIMITS, COMPANY_LIMIT, Usage, UsageKey};
use crate::verdict::{RequestFee, Verdict};

/// The version that stands in verdicts.
pub(crate) const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// Appends a whole number without a currency, as text.
fn count(number: u64, out: &mut String) {
    Currency::JPY.write(i64::try_from(number).unwrap_or(i64::MAX), out);
}

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

impl Writer<'_, '_> {
    fn text(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// `"key":` of a field after the first.
    fn key(&mut self, key: &str) {
        self.out.push_str(",\"");
        self.out.push_str(key);
        self.out.push_str("\":");
    }

    /// An amount in quotes.
    fn amount(&mut self, amount: i64) {
        self.out.push('"');
        self.currency.write(amount, self.out);
        self.out.push('"');
    }

    fn amount_field(&mut self, key: &str, amount: i64) {
        self.key(key);
        self.amount(amount);
    }

    fn day(&mut self, day: Day) {
        self.out.push('"');
        day.write(self.out);
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
        self.key("missing");
        self.list(&verdict.missing, |writer, at| {
            writer.out.push('"');
            at.write(writer.out);
            writer.out.push('"');
        });
        if let Some(day) = verdict.rolled_value_date {
            self.key("valueDate");
            self.day(day);
        }
        self.key("fee");
        match &verdict.fee {
            Some(fee) => self.request_fee(fee),
            None => self.text("null"),
        }
        if !verdict.items.is_empty() {
            self.key("items");
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
        self.key("limits");
        self.list(&verdict.limits, |writer, line| {
            writer.text("{\"code\":\"");
            writer.text(line.code.name());
            writer.out.push('"');
            writer.amount_field("limit", line.limit);
            writer.amount_field("used", line.used);
            writer.amount_field("requested", line.requested);
            writer.amount_field("remaining", line.remaining);
            writer.out.push('}');
        });
        self.key("approval");
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
        self.key("usage");
        self.list(&verdict.usage, Self::usage);
        self.provenance();
    }

    /// Engine and documents, so that a verdict can be made again.
    fn provenance(&mut self) {
        self.key("engine");
        string(ENGINE, self.out);
        let service = self.company.service();
        self.text(",\"service\":{\"id\":");
        string(service.id(), self.out);
        self.key("version");
        string(service.version(), self.out);
        self.key("digest");
        string(service.digest(), self.out);
        self.text("},\"company\":{\"id\":");
        string(self.company.id(), self.out);
        self.key("digest");
        string(self.company.digest(), self.out);
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
                self.amount_field("limit", *limit);
                self.amount_field("used", *used);
                self.amount_field("requested", *requested);
                if let Some(max) = max {
                    self.amount_field("max", *max);
                }
            }
            Detail::Count { limit, requested } => {
                for (key, number) in
                    [("limit", *limit), ("used", 0), ("requested", *requested), ("max", *limit)]
                {
                    self.key(key);
                    self.out.push('"');
                    count(number, self.out);
                    self.out.push('"');
                }
            }
            Detail::Day(day) => {
                self.key("expected");
                self.day(*day);
            }
            Detail::Pattern(at) => {
                let company = self.company;
                self.key("expected");
                let key = company.model.service.patterns.get(usize::from(*at)).map_or("", |key| key);
                string(key, self.out);
            }
            Detail::Earliest(None) => {}
            Detail::Earliest(Some(day)) => {
                self.key("earliest");
                self.day(*day);
            }
            Detail::Who(who) => self.who(who),
            Detail::Cap { max, who } => {
                self.amount_field("max", *max);
                self.who(who);
            }
        }
        self.out.push('}');
    }

    fn who(&mut self, who: &UserSet) {
        if !who.is_empty() {
            self.key("who");
            self.people(who);
        }
    }

    /// The amounts of a fee; the object stays open.
    fn fee(&mut self, fee: &Fee) {
        self.text("{\"payment\":");
        self.amount(fee.payment);
        self.amount_field("deducted", fee.deducted);
        self.amount_field("transfer", fee.transfer);
        self.amount_field("bankFee", fee.bank_fee);
        self.amount_field("withdrawal", fee.withdrawal);
        self.amount_field("difference", fee.difference);
        if let Some(expected) = fee.expected_bank_fee {
            self.amount_field("expectedBankFee", expected);
        }
    }

    fn request_fee(&mut self, fee: &RequestFee) {
        self.fee(&fee.amounts);
        if fee.provisional {
            self.key("provisional");
            self.text("true");
        }
        if let Some(differences) = fee.differences {
            self.text(",\"differences\":{\"count\":");
            count(differences.count, self.out);
            self.amount_field("sum", differences.sum);
            self.out.push('}');
        }
        if let Some((mode, amount_on, fee_on)) = fee.debit {
            self.text(",\"debit\":{\"mode\":\"");
            self.text(mode.name());
            self.text("\",\"amountOn\":");
            self.day(amount_on);
            self.key("feeOn");
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
        self.key("day");
        self.day(usage.day);
        self.amount_field("used", usage.used);
        self.out.push('}');
    }
}
