//! What every payment costs under a company's settings, pattern by pattern, as JSON.

use alloc::string::String;

use crate::date::Day;
use crate::fee::{Fee, FeePiece, NoQuote};
use crate::form::copy::{amount, offered};
use crate::loaded::Company;
use crate::model::service::ServiceModel;
use crate::money::Currency;
use crate::quote::string;
use crate::reason::Code;
use crate::request::RequestError;
use crate::request::error::{Expected, Mistake};
use crate::steps;
use crate::steps::fee::quoter_on;
use crate::terms::{Bearer, Method};

/// Appends the pieces of every pattern that has a table on a day.
pub(super) fn curves(
    company: &Company,
    (business, bearer, day): (&str, Bearer, &str),
    typed: Option<&str>,
    out: &mut String,
) -> Result<(), RequestError> {
    let service: &ServiceModel = &company.model.service;
    offered(service, business, bearer)?;
    let on = Day::parse(day).ok_or_else(|| RequestError::at_path(Mistake::FormDate, "/day", [&day]))?;
    let none = || RequestError::at_path(Mistake::FeeNoTableInForce, "/day", [&business, &day]);
    let of =
        service.business(business).and_then(|at| steps::business(&company.model, at)).ok_or_else(none)?;
    if bearer == Bearer::Payee && of.contract.payee_borne.is_none() {
        return Err(RequestError::at_path(Mistake::FormFees, "/business", [&"payeeBorne", &business]));
    }
    let takes_typed = bearer == Bearer::Payee
        && of.contract.payee_borne.as_ref().is_some_and(|setting| setting.method == Method::Typed);
    let typed = match typed {
        Some(text) => service
            .currency
            .parse(text)
            .ok_or_else(|| RequestError::wrong_type("/typedFee", Expected::Amount))?,
        None if takes_typed => {
            return Err(RequestError::at_path(Mistake::FieldMissing, "/typedFee", [&"typedFee"]));
        }
        None => 0,
    };
    let start = out.len();
    out.push_str("{\"curves\":[");
    for (pattern, at) in service.patterns.iter().zip(0_u8..) {
        let Some(quoter) = quoter_on(service, &of, (bearer, at, on), typed) else { continue };
        separate(out);
        out.push_str("{\"pattern\":");
        string(pattern, out);
        out.push_str(",\"pieces\":[");
        for piece in quoter.curve() {
            separate(out);
            write_piece(&piece, service.currency, out);
        }
        out.push_str("]}");
    }
    if out.ends_with('[') {
        out.truncate(start);
        return Err(none());
    }
    out.push_str("]}");
    Ok(())
}

/// A comma behind an element.
fn separate(out: &mut String) {
    if out.ends_with('}') {
        out.push(',');
    }
}

fn write_piece(piece: &FeePiece, currency: Currency, out: &mut String) {
    let member = |name: &str, number: i64, out: &mut String| {
        out.push_str(name);
        amount(number, currency, out);
    };
    member("{\"from\":", piece.first, out);
    member(",\"to\":", piece.last, out);
    match &piece.fees {
        Ok([first, last]) => {
            out.push_str(",\"shape\":");
            string(piece.shape.name(), out);
            for (name, fee) in [(",\"first\":", first), (",\"last\":", last)] {
                out.push_str(name);
                write_fee(fee, currency, out);
            }
        }
        Err(none) => {
            out.push_str(",\"code\":");
            let code = match none {
                NoQuote::NotLessThanPayment => Code::FeeNotLessThanPayment,
                NoQuote::TooLarge => Code::FeeAmountTooLarge,
            };
            string(code.name(), out);
        }
    }
    out.push('}');
}

fn write_fee(fee: &Fee, currency: Currency, out: &mut String) {
    for (name, figure) in [
        ("{\"deducted\":", Some(fee.deducted)),
        (",\"transfer\":", Some(fee.transfer)),
        (",\"bankFee\":", Some(fee.bank_fee)),
        (",\"withdrawal\":", Some(fee.withdrawal)),
        (",\"difference\":", Some(fee.difference)),
        (",\"expectedBankFee\":", fee.expected_bank_fee),
    ] {
        if let Some(figure) = figure {
            out.push_str(name);
            amount(figure, currency, out);
        }
    }
    out.push('}');
}
