//! The fast door: a request that is typed into, with its answer as numbers in a record that JavaScript reads in place.

use kessai::request::Request;
use kessai::{Outcome, RequestError};
use wasm_bindgen::prelude::*;

use crate::{Company, Result};

/// The words of the record, by their places in `bindings-wasm/npm/prepared.js`.
const WORDS: usize = 18;
/// There is no answer.
const NOTHING: u32 = u32::MAX;

/// A request with its verdict.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Prepared {
    inner: kessai::Prepared,
    record: Box<[u32; WORDS]>,
    fault: Option<RequestError>,
}

#[wasm_bindgen]
impl Company {
    /// Looks up the names of a request and decides it.
    ///
    /// # Errors
    ///
    /// There is no answer.
    pub fn prepare(&self, request: &str) -> Result<Prepared> {
        let read = Request::from_json(request).and_then(|request| self.inner.prepare(&request));
        let mut prepared = Prepared { inner: read.map_err(said)?, record: Box::new([0; WORDS]), fault: None };
        prepared.write();
        Ok(prepared)
    }
}

#[wasm_bindgen]
impl Prepared {
    /// Where the record stands in memory.
    #[must_use]
    pub fn place(&self) -> *const u32 {
        self.record.as_ptr()
    }

    /// The outcomes by their numbers in the record, as a JSON list.
    #[must_use]
    pub fn outcomes() -> String {
        let names: Vec<&str> = Outcome::ALL.iter().map(|outcome| outcome.name()).collect();
        ["[\"", &names.join("\",\""), "\"]"].concat()
    }

    /// Pays another amount, given in two halves, and gives the number of the outcome. Where there is no answer `fault` says why: what
    /// throws takes longer to call.
    pub fn pay(&mut self, high: i32, low: u32) -> u32 {
        self.fault = self.inner.pay(Some((i64::from(high) << 32) | i64::from(low))).err();
        self.write();
        let [outcome, ..] = *self.record;
        outcome
    }

    /// Throws why the payment has no answer.
    ///
    /// # Errors
    ///
    /// There is no answer.
    pub fn fault(&mut self) -> Result<()> {
        self.fault.take().map_or(Ok(()), |fault| Err(said(fault)))
    }

    /// Changes fields.
    ///
    /// # Errors
    ///
    /// The changes cannot be read, or there is no answer.
    pub fn change(&mut self, changes: &str) -> Result<()> {
        let changed = self.inner.change(changes);
        self.write();
        changed.map_err(said)
    }

    /// The verdict; an empty text where there is none.
    #[must_use]
    pub fn verdict(&self) -> String {
        let mut json = String::with_capacity(1_024);
        if let Some(verdict) = self.inner.verdict() {
            verdict.write_json(&mut json);
        }
        json
    }
}

impl Prepared {
    /// Writes the answer into the record.
    fn write(&mut self) {
        let Some(verdict) = self.inner.verdict() else {
            *self.record = [0; WORDS];
            let [outcome, ..] = &mut *self.record;
            *outcome = NOTHING;
            return;
        };
        let outcome = Outcome::ALL.iter().position(|one| *one == verdict.outcome());
        let amounts = verdict.fee().map(|fee| &fee.amounts);
        let halves_of = |read: fn(&kessai::Fee) -> i64| halves(amounts.map_or(0, read));
        let [d0, d1] = halves_of(|fee| fee.deducted);
        let [t0, t1] = halves_of(|fee| fee.transfer);
        let [b0, b1] = halves_of(|fee| fee.bank_fee);
        let [w0, w1] = halves_of(|fee| fee.withdrawal);
        let [f0, f1] = halves_of(|fee| fee.difference);
        let tightest = verdict.tightest();
        let [r0, r1] = halves(tightest.map_or(0, |line| line.remaining()));
        let more = verdict.more().iter().fold(0_u64, |sum, more| sum.saturating_add(more.count));
        let reasons = number(verdict.reasons().len()).saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
        *self.record = [
            outcome.map_or(NOTHING, number),
            u32::from(amounts.is_some()),
            d0,
            d1,
            t0,
            t1,
            b0,
            b1,
            w0,
            w1,
            f0,
            f1,
            u32::from(tightest.is_some()),
            r0,
            r1,
            reasons,
            number(verdict.missing().len()),
            verdict.approval().map_or(NOTHING, |approval| number(approval.people())),
        ];
    }
}

/// The lower and the upper half of an amount.
fn halves(amount: i64) -> [u32; 2] {
    let [a, b, c, d, e, f, g, h] = amount.to_le_bytes();
    [u32::from_le_bytes([a, b, c, d]), u32::from_le_bytes([e, f, g, h])]
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// What is thrown.
fn said(error: RequestError) -> String {
    let mut json = String::new();
    error.to_json(&mut json);
    json
}
