//! The requests of the typical setup as columns, beside the same requests decided one after the other by hand.

use std::hint::black_box;

use kessai::columns::{
    ColumnAnswers, Columns, NO_CODE, NO_DAY, NO_NUMBER, NO_POSITION, Positions, UsageColumn, code_of,
};
use kessai::terms::{Bearer, PayeeKind};
use kessai::{Company, Currency, Day, Instant, Request};

use crate::Result;
use crate::scenario::Side;
use crate::world::{Inputs, World};

/// The limits of which the requests say what is used.
pub const LIMITS: [&str; 3] = ["accountPerDay.total", "accountPerDay.adHoc", "accountPerDay.preRegistered"];
/// The most approvers that a request names.
const APPROVERS: usize = 2;

/// Requests, one a row.
#[derive(Debug, Default)]
pub struct Rows {
    user: Vec<u16>,
    business: Vec<u16>,
    account: Vec<u16>,
    operation: Vec<u8>,
    now: Vec<i64>,
    value_date: Vec<i32>,
    payee_kind: Vec<u8>,
    place: Vec<u8>,
    document: Vec<u8>,
    payment: Vec<i64>,
    bearer: Vec<u8>,
    approvers: [Vec<u16>; APPROVERS],
    limits: [u16; LIMITS.len()],
    day: [Vec<i32>; LIMITS.len()],
    used: [Vec<i64>; LIMITS.len()],
}

/// What is asked of each row.
#[derive(Debug)]
pub struct Answers {
    outcome: Vec<u8>,
    deducted: Vec<i64>,
    transfer: Vec<i64>,
    bank_fee: Vec<i64>,
    reason: Vec<u16>,
    room: Vec<i64>,
}

impl Answers {
    /// Room for so many rows.
    #[must_use]
    pub fn new(rows: usize) -> Self {
        let numbers = || vec![0; rows];
        Self {
            outcome: vec![0; rows],
            deducted: numbers(),
            transfer: numbers(),
            bank_fee: numbers(),
            reason: vec![0; rows],
            room: numbers(),
        }
    }
}

impl Rows {
    /// The requests of a world as rows.
    ///
    /// # Errors
    ///
    /// A request has something that no column has.
    pub fn new(world: &World, inputs: &Inputs<'_>) -> Result<Self> {
        let positions = world.company.positions();
        let mut rows = Self::default();
        for (limit, name) in rows.limits.iter_mut().zip(LIMITS) {
            *limit = positions.limit(name).ok_or("there is no such limit")?;
        }
        for request in &inputs.requests {
            rows.push(positions, request)?;
        }
        Ok(rows)
    }

    fn push(&mut self, positions: Positions<'_>, request: &Request<'_>) -> Result<()> {
        let text = |text: &Option<kessai::request::Text<'_>>| text.as_deref().unwrap_or_default().to_owned();
        let day = |text: &str| Day::parse(text).map_or(NO_DAY, Day::unix_days);
        let line = &request.single;
        let account = positions.account(&text(&request.account)).ok_or("no such account")?;
        self.user.push(positions.user(&text(&request.user)).ok_or("no such user")?);
        self.business.push(positions.business(&text(&request.business)).ok_or("no such business")?);
        self.account.push(account);
        self.operation.push(request.operation.map_or(NO_CODE, code_of));
        self.now.push(Instant::parse(&text(&request.now)).map_or(NO_NUMBER, Instant::unix_seconds));
        self.value_date.push(day(&text(&request.value_date)));
        self.payee_kind.push(PayeeKind::from_name(&text(&line.payee_kind)).map_or(NO_CODE, code_of));
        self.place.push(positions.place(account, &text(&line.bank), &text(&line.branch)));
        self.document.push(u8::from(line.document));
        self.payment.push(amount(line.payment.as_ref()));
        self.bearer.push(Bearer::from_name(&text(&line.bearer)).map_or(NO_CODE, code_of));
        for (at, column) in self.approvers.iter_mut().enumerate() {
            column.push(request.approvers.get(at).map_or(NO_POSITION, |id| positions.approver(id)));
        }
        for ((name, days), used) in LIMITS.iter().zip(&mut self.day).zip(&mut self.used) {
            let entry = request.usage.iter().find(|entry| *entry.limit == **name);
            days.push(entry.map_or(NO_DAY, |entry| day(&entry.day)));
            used.push(entry.map_or(NO_NUMBER, |entry| amount(Some(&entry.used))));
        }
        Ok(())
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.user.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.user.is_empty()
    }

    /// Decides so many rows from one on, as far as there are so many.
    ///
    /// # Errors
    ///
    /// The columns are not in order.
    pub fn decide(
        &self,
        company: &Company,
        first: usize,
        count: usize,
        answers: &mut Answers,
    ) -> Result<usize> {
        let end = self.len().min(first.saturating_add(count));
        let rows = first..end;
        let (user, business) = (self.user.get(rows.clone()), self.business.get(rows.clone()));
        let approvers = self.approvers.each_ref().map(|column| column.get(rows.clone()).unwrap_or_default());
        let usage: [UsageColumn<'_>; LIMITS.len()] = std::array::from_fn(|at| UsageColumn {
            limit: self.limits.get(at).copied().unwrap_or(NO_POSITION),
            day: self.day.get(at).and_then(|column| column.get(rows.clone())).unwrap_or_default(),
            used: self.used.get(at).and_then(|column| column.get(rows.clone())).unwrap_or_default(),
        });
        let columns = Columns {
            rows: rows.len(),
            user,
            business,
            account: self.account.get(rows.clone()),
            operation: self.operation.get(rows.clone()),
            now: self.now.get(rows.clone()),
            value_date: self.value_date.get(rows.clone()),
            payee_kind: self.payee_kind.get(rows.clone()),
            place: self.place.get(rows.clone()),
            document: self.document.get(rows.clone()),
            payment: self.payment.get(rows.clone()),
            bearer: self.bearer.get(rows.clone()),
            approvers: &approvers,
            usage: &usage,
            ..Columns::default()
        };
        let mut out = ColumnAnswers {
            outcome: answers.outcome.get_mut(rows.clone()),
            deducted: answers.deducted.get_mut(rows.clone()),
            transfer: answers.transfer.get_mut(rows.clone()),
            bank_fee: answers.bank_fee.get_mut(rows.clone()),
            reason: answers.reason.get_mut(rows.clone()),
            room: answers.room.get_mut(rows.clone()),
            ..ColumnAnswers::default()
        };
        Company::decide_columns(&[company], black_box(&columns), &mut out)?;
        Ok(rows.len())
    }
}

fn amount(typed: Option<&kessai::request::Typed<'_>>) -> i64 {
    match typed {
        Some(kessai::request::Typed::Text(text)) => Currency::JPY.parse(text).unwrap_or(-1),
        _ => NO_NUMBER,
    }
}

/// The engine's side: so many rows a call, beginning anew after the last.
///
/// # Errors
///
/// Rows and requests are not answered alike.
pub fn side(world: &'static World, inputs: &'static Inputs<'static>) -> Result<Side> {
    let rows = Rows::new(world, inputs)?;
    let mut answers = Answers::new(rows.len());
    rows.decide(&world.company, 0, rows.len(), &mut answers)?;
    verify(world, inputs, &answers)?;
    let mut first = 0;
    Ok(Box::new(move |calls| {
        let mut left = calls;
        while left > 0 {
            let decided = rows.decide(&world.company, first, left, &mut answers).unwrap_or(0);
            first = if decided == 0 { 0 } else { first.saturating_add(decided) };
            left = left.saturating_sub(decided);
        }
        black_box(&answers);
    }))
}

/// Compares the answers with those of one request after the other.
fn verify(world: &World, inputs: &Inputs<'_>, answers: &Answers) -> Result<()> {
    let mut verdict = world.company.verdict();
    for (at, request) in inputs.resolved.iter().enumerate() {
        request.decide(&mut verdict);
        let fee = verdict.fee().map_or([NO_NUMBER; 3], |fee| {
            let fee = fee.amounts;
            [fee.deducted, fee.transfer, fee.bank_fee]
        });
        let room = verdict.limits().iter().map(kessai::verdict::LimitLine::remaining).min();
        let reason = verdict.reasons().next().map_or(0, |reason| reason.code().number());
        let expected = (code_of(verdict.outcome()), fee, reason, room.unwrap_or(NO_NUMBER));
        let columns = [&answers.deducted, &answers.transfer, &answers.bank_fee, &answers.room];
        let amounts = columns.map(|column| column.get(at).copied());
        let [deducted, transfer, bank_fee, room] = amounts.map(|amount| amount.unwrap_or(0));
        let codes = answers.outcome.get(at).copied().zip(answers.reason.get(at).copied());
        let (outcome, reason) = codes.ok_or("a row is missing")?;
        let found = (outcome, [deducted, transfer, bank_fee], reason, room);
        if found != expected {
            return Err(format!("row {at} has {found:?}, its request {expected:?}").into());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Answers, Rows, side};
    use crate::setup::Setup;
    use crate::world::{Mix, World};

    #[test]
    fn rows_are_answered_as_their_requests_are() {
        let world: &World = Box::leak(Box::new(World::new(Setup::TYPICAL, 2_000, Mix::All).unwrap()));
        let inputs = Box::leak(Box::new(world.inputs().unwrap()));
        side(world, inputs).unwrap()(5_000);
        let rows = Rows::new(world, inputs).unwrap();
        assert!(!rows.is_empty());
        let mut answers = Answers::new(rows.len());
        assert_eq!(rows.decide(&world.company, 1_990, 100, &mut answers).unwrap(), 10);
    }
}
