//! From verdicts to records.

use kessai::fee::Fee;
use kessai::request::RequestError;
use kessai::verdict::{
    Approval, FigureValue, LimitLine, People, Pointer, Reason, RequestFee, UsageEntry, Verdict,
};
use kessai::{Code, Day, Outcome};

use crate::record::charset::Charset;
use crate::record::field::{N, X};
use crate::record::layout::words::{Numbered, ReturnCode};
use crate::record::layout::{
    kessai_record_item_verdict, kessai_record_limit, kessai_record_missing, kessai_record_reason,
    kessai_record_step, kessai_record_usage, kessai_record_verdict,
};
use crate::record::read::{Fault, Wrong};
use crate::record::usage::whose;
use crate::{kessai_status, record};

/// Something has no room in its field: nothing may be said then, as half of it would be another answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NoRoom;

type Written = Result<(), NoRoom>;

fn fits(fits: bool) -> Written {
    if fits { Ok(()) } else { Err(NoRoom) }
}

/// Writes into records of one set.
#[derive(Clone, Copy)]
pub(crate) struct Writer {
    pub charset: Charset,
}

pub(crate) fn count<const SIZE: usize>(field: &mut N<SIZE>, number: usize) -> Written {
    fits(u64::try_from(number).is_ok_and(|number| field.put(number)))
}

fn amount<const SIZE: usize>(field: &mut N<SIZE>, amount: i64) -> Written {
    if amount == 0 {
        return Ok(()); // as the blank has it
    }
    fits(u64::try_from(amount).is_ok_and(|amount| field.put(amount)))
}

fn day(field: &mut N<8>, day: Day) -> Written {
    let number = u64::from(day.year())
        .saturating_mul(10_000)
        .saturating_add(u64::from(day.month()).saturating_mul(100))
        .saturating_add(u64::from(day.day()));
    fits(field.put(number))
}

/// The position of one of several, from 1; 0 where there is but one.
fn index(at: Pointer) -> u64 {
    at.field.position().map_or(0, |at| u64::from(at).saturating_add(1))
}

/// The position of an item, from 1; 0 for the request.
pub(crate) fn item(at: Pointer) -> u64 {
    at.line.map_or(0, |line| u64::from(line).saturating_add(1))
}

impl Writer {
    #[inline]
    pub fn text<const SIZE: usize>(self, field: &mut X<SIZE>, text: &str) -> Written {
        fits(self.charset.encode(text, field))
    }

    /// The whole answer; the record is blank.
    pub fn verdict(
        self,
        verdict: &Verdict<'_>,
        record: &mut kessai_record_verdict,
    ) -> Result<ReturnCode, NoRoom> {
        if let Some(rolled) = verdict.rolled_value_date() {
            day(&mut record.value_date, rolled)?;
        }
        if let Some(fee) = verdict.fee() {
            Self::fee(fee, record)?;
        }
        if let Some(approval) = verdict.approval() {
            self.approval(approval, record)?;
        }
        self.reasons(verdict, record)?;
        count(&mut record.missing_count, verdict.missing().len())?;
        for (row, at) in record.missing.iter_mut().zip(verdict.missing()) {
            Self::missing(*at, row)?;
        }
        count(&mut record.limit_count, verdict.limits().len())?;
        for (row, line) in record.limit.iter_mut().zip(verdict.limits()) {
            self.limit(verdict, line, row)?;
        }
        count(&mut record.usage_count, verdict.usage().len())?;
        for (row, entry) in record.usage.iter_mut().zip(verdict.usage()) {
            self.usage(&entry, row)?;
        }
        count(&mut record.normalised_count, verdict.normalised().len())?;
        self.provenance(verdict.company(), record)?;
        Ok(return_code(verdict.outcome()))
    }

    /// What the answer was made with.
    pub fn provenance(self, company: &kessai::Company, record: &mut kessai_record_verdict) -> Written {
        self.text(&mut record.engine, kessai::verdict::ENGINE)?;
        self.text(&mut record.service_digest, company.service().digest())?;
        self.text(&mut record.company_digest, company.digest())
    }

    pub fn fee(fee: &RequestFee, record: &mut kessai_record_verdict) -> Written {
        record.fee_set = X::yes();
        let amounts = &fee.amounts;
        amount(&mut record.payment, amounts.payment)?;
        amount(&mut record.deducted, amounts.deducted)?;
        amount(&mut record.transfer, amounts.transfer)?;
        amount(&mut record.bank_fee, amounts.bank_fee)?;
        amount(&mut record.withdrawal, amounts.withdrawal)?;
        fits(record.difference.put(amounts.difference))?;
        if let Some(expected) = amounts.expected_bank_fee {
            record.expected_set = X::yes();
            amount(&mut record.expected_fee, expected)?;
        }
        if fee.provisional {
            record.provisional = X::yes();
        }
        if let Some((debit, amount_on, fee_on)) = fee.debit {
            fits(record.debit.put(debit.number()))?;
            day(&mut record.amount_on, amount_on)?;
            day(&mut record.fee_on, fee_on)?;
        }
        if let Some(differences) = fee.differences {
            fits(record.difference_count.put(differences.count))?;
            fits(record.difference.put(differences.sum))?;
        }
        Ok(())
    }

    pub fn approval(self, approval: Approval<'_>, record: &mut kessai_record_verdict) -> Written {
        record.approval_set = X::yes();
        fits(record.mode.put(approval.mode().number()))?;
        count(&mut record.people, approval.people())?;
        if let Some(policy) = approval.policy() {
            self.text(&mut record.policy, policy.key())?;
            if let Some(up_to) = policy.up_to() {
                record.up_to_set = X::yes();
                amount(&mut record.up_to, up_to)?;
            }
            count(&mut record.alternative_count, policy.alternatives().count())?;
        }
        let mut steps = 0_usize;
        let mut rows = record.step.iter_mut();
        self.each_step(approval, |writer, fill| {
            steps = steps.saturating_add(1);
            rows.next().map_or(Ok(()), |row| fill(writer, row))
        })?;
        count(&mut record.step_count, steps)
    }

    /// Calls with each step of a mode, or of each alternative of a policy in turn, as what fills a row with it.
    pub fn each_step(
        self,
        approval: Approval<'_>,
        mut with: impl FnMut(Self, &dyn Fn(Self, &mut kessai_record_step) -> Written) -> Written,
    ) -> Written {
        for who in approval.steps() {
            with(self, &|writer, row| {
                count(&mut row.count, 1)?;
                writer.people(who, row)
            })?;
        }
        for (number, alternative) in
            (1_u64..).zip(approval.policy().into_iter().flat_map(|policy| policy.alternatives()))
        {
            for step in alternative.steps() {
                with(self, &|writer, row| {
                    fits(row.alternative.put(number))?;
                    if alternative.is_ordered() {
                        row.ordered = X::yes();
                    }
                    fits(row.act.put(step.act.number()))?;
                    writer.text(&mut row.group, step.group.unwrap_or_default())?;
                    count(&mut row.count, usize::from(step.count))?;
                    writer.people(step.who, row)
                })?;
            }
        }
        Ok(())
    }

    fn people(self, who: People<'_>, row: &mut kessai_record_step) -> Written {
        count(&mut row.who_count, who.iter().count())?;
        for (place, id) in row.who.iter_mut().zip(who.iter()) {
            self.text(place, id)?;
        }
        Ok(())
    }

    fn reasons(self, verdict: &Verdict<'_>, record: &mut kessai_record_verdict) -> Written {
        let more = verdict.more().iter().fold(0_u64, |sum, more| sum.saturating_add(more.count));
        let listed = u64::try_from(verdict.reasons().len()).map_err(|_| NoRoom)?;
        fits(record.reason_count.put(listed.saturating_add(more)))?;
        for (row, reason) in record.reason.iter_mut().zip(verdict.reasons()) {
            self.reason(&reason, row)?;
        }
        Ok(())
    }

    pub fn reason(self, reason: &Reason<'_>, row: &mut kessai_record_reason) -> Written {
        fits(row.code.put(u64::from(reason.code().number())))?;
        fits(row.item.put(item(reason.at())))?;
        fits(row.field.put(u64::from(reason.at().field.number())))?;
        fits(row.index.put(index(reason.at())))?;
        for figure in reason.figures() {
            match (reason.code(), figure.value) {
                // A shape that is not in the set cannot be met in it, which is no reason to say nothing.
                (Code::FormShape, FigureValue::Text(shape)) => {
                    let _outside: Result<(), NoRoom> = self.text(&mut row.key, shape);
                }
                (_, value) => self.figure(figure.name, value, row)?,
            }
        }
        Ok(())
    }

    fn figure(self, name: &str, value: FigureValue<'_>, row: &mut kessai_record_reason) -> Written {
        let number = match value {
            FigureValue::Amount(amount) => u64::try_from(amount).map_err(|_| NoRoom)?,
            FigureValue::Count(number) | FigureValue::Number(number) => number,
            FigureValue::Day(the_day) => {
                row.day_kind = X::letter(match name {
                    "earliest" => b'E',
                    "latest" => b'L',
                    _ => b'X',
                });
                return day(&mut row.day, the_day);
            }
            FigureValue::Text(text) => return self.key(name, text, row),
            FigureValue::Character(character) => {
                let mut bytes = [0; 4];
                // What a person typed by mistake need not be in the set.
                let _outside: Result<(), NoRoom> = self.text(&mut row.key, character.encode_utf8(&mut bytes));
                return Ok(());
            }
            FigureValue::People(who) => return count(&mut row.who_count, who.iter().count()),
            _ => return Err(NoRoom),
        };
        match name {
            "limit" => {
                row.figures = X::yes();
                fits(row.limit.put(number))
            }
            "used" => fits(row.used.put(number)),
            "requested" => fits(row.requested.put(number)),
            "max" => {
                row.max_set = X::yes();
                fits(row.max.put(number))
            }
            "min" | "expected" => {
                row.min_set = X::yes();
                fits(row.min.put(number))
            }
            // Persons and records count from 1.
            "at" => fits(row.at.put(number.saturating_add(1))),
            _ => Err(NoRoom),
        }
    }

    /// The key that a reason is about: of a limit, a condition; what was expected only where there is nothing closer.
    fn key(self, name: &str, text: &str, row: &mut kessai_record_reason) -> Written {
        match name {
            "attribute" | "expected" if !row.key.bytes().is_empty() => Ok(()),
            _ => self.text(&mut row.key, text),
        }
    }

    pub fn missing(at: Pointer, row: &mut kessai_record_missing) -> Written {
        fits(row.item.put(item(at)))?;
        fits(row.field.put(u64::from(at.field.number())))?;
        fits(row.index.put(index(at)))
    }

    pub fn limit(self, verdict: &Verdict<'_>, line: &LimitLine, row: &mut kessai_record_limit) -> Written {
        fits(row.code.put(u64::from(line.code().number())))?;
        if let Some(key) = line.key(verdict.company().service()) {
            self.text(&mut row.key, key)?;
        }
        fits(row.measure.put(line.measure().number()))?;
        amount(&mut row.limit, line.limit())?;
        amount(&mut row.used, line.used())?;
        amount(&mut row.requested, line.requested())?;
        fits(row.remaining.put(line.remaining()))
    }

    #[inline]
    pub fn usage(self, entry: &UsageEntry<'_>, row: &mut kessai_record_usage) -> Written {
        self.text(&mut row.limit, entry.limit)?;
        let (whose, kind) = whose(entry);
        self.text(&mut row.whose, whose)?;
        fits(row.kind.put(kind))?;
        day(&mut row.day, entry.day)?;
        amount(&mut row.used, entry.used)
    }

    /// The fee of an item of a batch.
    pub fn item_fee(fee: &Fee, row: &mut kessai_record_item_verdict) -> Written {
        row.fee_set = X::yes();
        amount(&mut row.payment, fee.payment)?;
        amount(&mut row.deducted, fee.deducted)?;
        amount(&mut row.transfer, fee.transfer)?;
        amount(&mut row.bank_fee, fee.bank_fee)?;
        amount(&mut row.withdrawal, fee.withdrawal)?;
        fits(row.difference.put(fee.difference))
    }
}

/// What a call returns for an outcome.
pub(crate) fn return_code(outcome: Outcome) -> ReturnCode {
    match outcome {
        Outcome::Accepted => ReturnCode::Done,
        Outcome::NeedsApproval => ReturnCode::NeedsApproval,
        Outcome::Incomplete => ReturnCode::Incomplete,
        Outcome::Refused => ReturnCode::Refused,
    }
}

/// Why a record call has no answer.
#[derive(Debug)]
pub(crate) enum NoAnswer {
    /// The call itself.
    Call(kessai_status),
    /// A field of a record.
    Record(Fault),
    /// The engine.
    Request(Box<RequestError>),
}

impl From<Fault> for NoAnswer {
    fn from(fault: Fault) -> Self {
        Self::Record(fault)
    }
}

impl From<NoRoom> for NoAnswer {
    fn from(_: NoRoom) -> Self {
        Self::Call(kessai_status::NoRoom)
    }
}

impl From<RequestError> for NoAnswer {
    fn from(error: RequestError) -> Self {
        Self::Request(Box::new(error))
    }
}

impl NoAnswer {
    /// Says it in a blank record.
    pub fn write(&self, record: &mut kessai_record_verdict) {
        let status = match self {
            Self::Call(status) => *status,
            Self::Record(fault) => {
                if fault.wrong == Wrong::Operation {
                    let error = kessai::RequestErrorCode::OperationUnknown;
                    let _fits = record.error.put(u64::from(error.number()));
                }
                let _fits = record.error_record.put(fault.record.as_bytes());
                let _fits = count(&mut record.error_at, fault.at);
                match fault.wrong {
                    Wrong::Character => kessai_status::InvalidCharacter,
                    Wrong::Operation => kessai_status::InvalidRequest,
                    Wrong::Value => kessai_status::InvalidRecord,
                }
            }
            Self::Request(error) => {
                let _fits = record.error.put(u64::from(error.code().number()));
                let _fits =
                    record.error_field.put(u64::from(error.at_field().map_or(0, |at| at.field.number())));
                let _fits = record.error_index.put(error.at_field().map_or(0, |at| index(at).max(item(at))));
                kessai_status::InvalidRequest
            }
        };
        let _fits = record.status.put(record::status_number(status));
        let _fits = record.outcome.put(record::code_number(ReturnCode::NoAnswer));
    }
}
