//! Copying the bank's table (手数料を読み込む).

use alloc::string::{String, ToString};

use crate::date::Day;
use crate::loaded::Service;
use crate::model::service::{Business, ServiceModel};
use crate::model::table::{Prices, Table, TierFee, Version};
use crate::money::Currency;
use crate::quote::string;
use crate::request::RequestError;
use crate::request::error::Mistake;
use crate::terms::{Bearer, Round};

/// Appends the bank's tables in force on a day as a company would write them.
pub(super) fn copy_fees(
    service: &Service,
    business: &str,
    bearer: Bearer,
    day: &str,
    out: &mut String,
) -> Result<(), RequestError> {
    let model = &service.model;
    let known = offered(model, business, bearer)?;
    let from = Day::parse(day).ok_or_else(|| RequestError::at_path(Mistake::FormDate, "/day", [&day]))?;
    let version = known.fees.on(from).filter(|_| known.per_count.is_none());
    let tables = version
        .and_then(as_written)
        .ok_or_else(|| RequestError::at_path(Mistake::FeeNoTableInForce, "/day", [&business, &day]))?;
    out.push_str("[{\"from\":");
    string(day, out);
    for (pattern, table) in model.patterns.iter().zip(tables) {
        if let Some(table) = table {
            out.push(',');
            string(pattern, out);
            out.push(':');
            write_table(table, model.currency, out);
        }
    }
    out.push_str("}]");
    Ok(())
}

/// A business in which the bank offers fees of a bearer.
pub(super) fn offered<'s>(
    model: &'s ServiceModel,
    business: &str,
    bearer: Bearer,
) -> Result<&'s Business, RequestError> {
    let known = model.business(business).and_then(|at| model.businesses.get(usize::from(at)));
    let known =
        known.ok_or_else(|| RequestError::at_path(Mistake::BusinessUnknown, "/business", [&business]))?;
    let offered = match bearer {
        Bearer::Payee => known.payee_borne.is_some(),
        Bearer::Payer => known.payer_borne,
    };
    if !offered {
        return Err(RequestError::at_path(Mistake::FeeNotOffered, "/bearer", [&bearer.name(), &business]));
    }
    Ok(known)
}

/// The tables by pattern without tax on top: those before the first tax period, or the only ones.
fn as_written(version: &Version) -> Option<&[Option<Table>]> {
    match version.by_tax.first()? {
        Prices::ByPattern(tables) => Some(tables),
        Prices::PerCount { .. } => None,
    }
}

fn write_table(table: &Table, currency: Currency, out: &mut String) {
    out.push('[');
    for (at, tier) in table.tiers().enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push_str("{\"from\":");
        amount(tier.from, currency, out);
        match &tier.fee {
            TierFee::Fixed(fee) => {
                out.push_str(",\"fee\":");
                amount(*fee, currency, out);
            }
            TierFee::Rate(rate) => {
                out.push_str(",\"rate\":");
                string(&rate.rate.to_string(), out);
                for (name, bound) in [(",\"min\":", rate.min), (",\"max\":", rate.max)] {
                    if let Some(bound) = bound {
                        out.push_str(name);
                        amount(bound, currency, out);
                    }
                }
                if rate.round != Round::Down {
                    out.push_str(",\"round\":");
                    string(rate.round.name(), out);
                }
            }
        }
        out.push('}');
    }
    out.push(']');
}

pub(super) fn amount(amount: i64, currency: Currency, out: &mut String) {
    out.push('"');
    currency.write(amount, out);
    out.push('"');
}
