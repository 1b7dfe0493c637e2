//! A request that is changed and decided again and again, as a form does while someone types.

use alloc::borrow::Cow;
use alloc::format;

use crate::loaded::Company;
use crate::request::{Request, RequestError, Typed};
use crate::resolve::{Entered, Resolved};
use crate::terms::Operation;
use crate::verdict::Verdict;

/// A request with its verdict, which owns all that it needs: names are looked up once, and another payment is decided without
/// asking for memory.
///
/// ```
/// use kessai::{Outcome, Request, Service};
///
/// let service = Service::from_json(
///     r#"{ "format": 1, "id": "bank", "version": "1", "currency": "JPY", "utcOffset": "+09:00",
///          "businesses": {}, "rights": {} }"#,
/// )?;
/// let company = service.company_from_json(
///     r#"{ "format": 1, "id": "ans", "users": [ { "id": "taro", "role": "general", "enabled": true } ] }"#,
/// )?;
/// let request = Request::from_json(r#"{ "user": "taro", "operation": "login" }"#)?;
/// let mut prepared = company.prepare(&request)?;
/// assert_eq!(prepared.verdict().map(|verdict| verdict.outcome()), Some(Outcome::Incomplete));
/// prepared.change(r#"{ "now": "2026-11-20T10:15:00+09:00" }"#)?;
/// assert_eq!(prepared.verdict().map(|verdict| verdict.outcome()), Some(Outcome::Accepted));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Prepared {
    /// As it was typed, but for the payment.
    request: Request<'static>,
    /// The payment paid last, where the request does not have it yet.
    paid: Option<i64>,
    resolved: Resolved<'static>,
    verdict: Verdict<'static>,
    /// Whether the verdict is that of the request as it is now.
    answered: bool,
}

impl Company {
    /// Looks up the names of a request and decides it, to be changed and decided again.
    ///
    /// # Errors
    ///
    /// As [`Company::resolve`].
    pub fn prepare(&self, request: &Request<'_>) -> Result<Prepared, RequestError> {
        let mut prepared = Prepared {
            request: request.clone().into_owned(),
            paid: None,
            resolved: Resolved::of(Cow::Owned(self.clone())),
            verdict: Verdict::of(Cow::Owned(self.clone())),
            answered: false,
        };
        prepared.look_up()?;
        Ok(prepared)
    }
}

impl Prepared {
    /// The answer to the request as it is now: that of [`Company::evaluate`]. None where there is no answer, as the last change
    /// had an error; hosts treat that as refused.
    #[must_use]
    pub fn verdict(&self) -> Option<&Verdict<'static>> {
        self.answered.then_some(&self.verdict)
    }

    /// The company that decides.
    #[must_use]
    pub fn company(&self) -> &Company {
        self.verdict.company()
    }

    /// Puts another payment into the request of a single business, in whole units as a JSON number has them, and decides it; none
    /// takes the payment out.
    ///
    /// # Errors
    ///
    /// As [`Company::resolve`] of the request with this payment; there is no answer then.
    #[inline]
    pub fn pay(&mut self, payment: Option<i64>) -> Result<(), RequestError> {
        let Some(payment) = payment.filter(|_| self.takes_payment()) else { return self.pay_as(payment) };
        let currency = self.company().service().currency();
        let whole = currency.of_number(payment);
        self.paid = Some(payment);
        self.resolved.single.payment = whole.map_or(Entered::Malformed, Entered::Value);
        self.decide();
        Ok(())
    }

    /// Puts other fields into the request and decides it: the text is an object with fields of a request. Each takes the place
    /// of what the request has of that name, as a whole; one that is `null` is taken out.
    ///
    /// # Errors
    ///
    /// As [`Request::from_json`], and the request is what it was; or as [`Company::resolve`] of the changed request. There is no
    /// answer then, until a change or a payment has none.
    pub fn change(&mut self, changes: &str) -> Result<(), RequestError> {
        self.answered = false;
        self.write_paid();
        self.request.change(changes)?;
        self.look_up()
    }

    /// Whether another payment changes nothing about whether there is an answer: what is paid stands beside items nowhere.
    #[inline]
    fn takes_payment(&self) -> bool {
        let service = &self.verdict.company.model.service;
        let business = self.resolved.business.and_then(|at| service.businesses.get(usize::from(at)));
        let single = business.is_none_or(|business| business.kind.is_single());
        self.answered && (single || !self.resolved.operation.is_some_and(Operation::is_of_business))
    }

    #[cold]
    fn pay_as(&mut self, payment: Option<i64>) -> Result<(), RequestError> {
        self.paid = payment;
        self.request.single.payment = None;
        self.write_paid();
        self.look_up()
    }

    /// Gives the request the payment that was paid last.
    fn write_paid(&mut self) {
        if let Some(payment) = self.paid.take() {
            self.request.single.payment = Some(Typed::Number(format!("{payment}").into()));
        }
    }

    fn look_up(&mut self) -> Result<(), RequestError> {
        self.answered = false;
        self.resolved.fill(&self.verdict.company, &self.request)?;
        self.decide();
        Ok(())
    }

    fn decide(&mut self) {
        self.resolved.decide(&mut self.verdict);
        self.answered = true;
    }
}

#[cfg(test)]
mod tests;
