//! Columns of numbers in, columns of numbers out.

use kessai::columns::{ColumnAnswers, Columns, UsageColumn};
use wasm_bindgen::prelude::*;

use crate::{Company, Result};

/// Declares columns of one type, by their numbers in JavaScript (`bindings-wasm/npm/record/record.js`).
macro_rules! columns {
    ($class:ident $door:ident $type:ty: $($column:ident = $number:literal,)+) => {
        #[wasm_bindgen]
        impl $class {
            /// Gives a column.
            pub fn $door(&mut self, column: u8, values: Vec<$type>) {
                match column {
                    $($number => self.$column = Some(values),)+
                    _ => {}
                }
            }
        }
    };
}

/// Declares columns of answers of one type.
macro_rules! answers {
    ($door:ident $type:ty: $($column:ident = $number:literal,)+) => {
        #[wasm_bindgen]
        impl Answers {
            /// Takes a column out.
            pub fn $door(&mut self, column: u8) -> Vec<$type> {
                match column {
                    $($number => core::mem::take(&mut self.$column),)+
                    _ => Vec::new(),
                }
            }
        }
    };
}

/// Requests, one a row.
#[wasm_bindgen]
#[derive(Clone, Debug, Default)]
pub struct Rows {
    rows: usize,
    user: Option<Vec<u16>>,
    business: Option<Vec<u16>>,
    account: Option<Vec<u16>>,
    operation: Option<Vec<u8>>,
    now: Option<Vec<i64>>,
    value_date: Option<Vec<i32>>,
    entry: Option<Vec<u8>>,
    payee_kind: Option<Vec<u8>>,
    place: Option<Vec<u8>>,
    document: Option<Vec<u8>>,
    registered_on: Option<Vec<i32>>,
    registered_at: Option<Vec<i64>>,
    payment: Option<Vec<i64>>,
    bearer: Option<Vec<u8>>,
    typed_fee: Option<Vec<i64>>,
    pattern: Option<Vec<u8>>,
    approvers: Vec<Vec<u16>>,
    usage: Vec<(u16, Vec<i32>, Vec<i64>)>,
}

columns! { Rows u16 u16: user = 0, business = 1, account = 2, }
columns! { Rows u8 u8: operation = 0, entry = 1, payee_kind = 2, place = 3, document = 4, bearer = 5, pattern = 6, }
columns! { Rows i32 i32: value_date = 0, registered_on = 1, }
columns! { Rows i64 i64: now = 0, registered_at = 1, payment = 2, typed_fee = 3, }

#[wasm_bindgen]
impl Rows {
    /// So many rows without a column.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(rows: usize) -> Self {
        Self { rows, ..Self::default() }
    }

    /// Adds a column of approvers.
    pub fn approver(&mut self, people: Vec<u16>) {
        self.approvers.push(people);
    }

    /// Adds what is used of a limit.
    pub fn usage(&mut self, limit: u16, day: Vec<i32>, used: Vec<i64>) {
        self.usage.push((limit, day, used));
    }
}

/// Answers, one a row.
#[wasm_bindgen]
#[derive(Clone, Debug, Default)]
pub struct Answers {
    error: Vec<u8>,
    outcome: Vec<u8>,
    deducted: Vec<i64>,
    transfer: Vec<i64>,
    bank_fee: Vec<i64>,
    withdrawal: Vec<i64>,
    reason: Vec<u16>,
    reasons: Vec<u32>,
    missing: Vec<u32>,
    room: Vec<i64>,
    room_code: Vec<u16>,
    room_limit: Vec<u16>,
    approvers: Vec<u16>,
}

answers! { u8 u8: error = 0, outcome = 1, }
answers! { u16 u16: reason = 0, room_code = 1, room_limit = 2, approvers = 3, }
answers! { u32 u32: reasons = 0, missing = 1, }
answers! { i64 i64: deducted = 0, transfer = 1, bank_fee = 2, withdrawal = 3, room = 4, }

#[wasm_bindgen]
impl Company {
    /// The position of a name: of a user, business, account, pattern or limit, in this order; none where there is none.
    #[must_use]
    pub fn position(&self, kind: u8, name: &str) -> Option<u16> {
        let positions = self.inner.positions();
        match kind {
            0 => positions.user(name),
            1 => positions.business(name),
            2 => positions.account(name),
            3 => positions.pattern(name).map(u16::from),
            4 => positions.limit(name),
            _ => Some(positions.approver(name)),
        }
    }

    /// Where a payee's account is as seen from a debit account.
    #[must_use]
    pub fn place(&self, account: u16, bank: &str, branch: &str) -> u8 {
        self.inner.positions().place(account, bank, branch)
    }

    /// Decides one request a row.
    ///
    /// # Errors
    ///
    /// The columns do not go together.
    pub fn decide(&self, rows: &Rows) -> Result<Answers> {
        let approvers: Vec<&[u16]> = rows.approvers.iter().map(Vec::as_slice).collect();
        let usage = rows.usage.iter().map(|(limit, day, used)| UsageColumn { limit: *limit, day, used });
        let usage: Vec<UsageColumn<'_>> = usage.collect();
        let columns = Columns {
            rows: rows.rows,
            company: None,
            user: rows.user.as_deref(),
            business: rows.business.as_deref(),
            account: rows.account.as_deref(),
            operation: rows.operation.as_deref(),
            now: rows.now.as_deref(),
            value_date: rows.value_date.as_deref(),
            entry: rows.entry.as_deref(),
            payee_kind: rows.payee_kind.as_deref(),
            place: rows.place.as_deref(),
            document: rows.document.as_deref(),
            registered_on: rows.registered_on.as_deref(),
            registered_at: rows.registered_at.as_deref(),
            payment: rows.payment.as_deref(),
            bearer: rows.bearer.as_deref(),
            typed_fee: rows.typed_fee.as_deref(),
            pattern: rows.pattern.as_deref(),
            approvers: &approvers,
            usage: &usage,
        };
        let mut answers = Answers::of(rows.rows);
        Self::decide_into(&self.inner, &columns, &mut answers).map(|()| answers)
    }

    fn decide_into(company: &kessai::Company, columns: &Columns<'_>, answers: &mut Answers) -> Result<()> {
        let mut out = ColumnAnswers {
            error: Some(&mut answers.error),
            outcome: Some(&mut answers.outcome),
            deducted: Some(&mut answers.deducted),
            transfer: Some(&mut answers.transfer),
            bank_fee: Some(&mut answers.bank_fee),
            withdrawal: Some(&mut answers.withdrawal),
            reason: Some(&mut answers.reason),
            reasons: Some(&mut answers.reasons),
            missing: Some(&mut answers.missing),
            room: Some(&mut answers.room),
            room_code: Some(&mut answers.room_code),
            room_limit: Some(&mut answers.room_limit),
            approvers: Some(&mut answers.approvers),
        };
        kessai::Company::decide_columns(&[company], columns, &mut out).map_err(|error| {
            // The names of columns have no character that JSON would escape.
            let message = error.to_string();
            let texts = [r#"{"code":"columns","path":"","message":""#, &message, r#""}"#];
            texts.concat()
        })
    }
}

impl Answers {
    /// Room for so many.
    fn of(rows: usize) -> Self {
        Self {
            error: vec![0; rows],
            outcome: vec![0; rows],
            deducted: vec![0; rows],
            transfer: vec![0; rows],
            bank_fee: vec![0; rows],
            withdrawal: vec![0; rows],
            reason: vec![0; rows],
            reasons: vec![0; rows],
            missing: vec![0; rows],
            room: vec![0; rows],
            room_code: vec![0; rows],
            room_limit: vec![0; rows],
            approvers: vec![0; rows],
        }
    }
}
