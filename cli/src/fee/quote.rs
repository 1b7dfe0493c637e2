//! Quotes of payments, as a table or as JSON.

use kessai::fee::NoQuote;
use kessai::{Currency, Fee, FeeRule};
use serde_json::{Value, json};

use crate::fee::tables::TableArgs;
use crate::figures::{grouped, signed};
use crate::input::{self, Kind};
use crate::page::{BOLD, DIM, GREEN, PLAIN, RED, YELLOW, visible};
use crate::session::{Failure, Session, Status};
use crate::table::{self, Cell};

pub fn run(args: &TableArgs, payments: &[String], session: &mut Session) -> Result<Status, Failure> {
    let rule = args.rule(session)?;
    let payments = expand(payments, session)?;
    let rows: Vec<_> =
        payments.into_iter().map(|payment| (quote(&rule, &payment, session), payment)).collect();
    if session.is_json() {
        let values = rows.iter().map(|(quote, payment)| match quote {
            Ok(fee) => to_json(fee),
            Err(none) => json!({ "payment": payment, "error": none.to_json() }),
        });
        session.page.json(&values.collect());
    } else if let [(Ok(fee), _)] = rows.as_slice() {
        write_one(fee, session);
    } else {
        write_many(&rows, session);
    }
    Ok(if rows.iter().all(|(quote, _)| quote.is_ok()) { Status::Good } else { Status::Bad })
}

/// The payments, with `-` replaced by what standard input lists.
fn expand(payments: &[String], session: &mut Session) -> Result<Vec<String>, Failure> {
    let mut all = Vec::with_capacity(payments.len());
    for payment in payments {
        if payment == "-" {
            let listed = input::read("-".as_ref(), Kind::Request, session)?;
            all.extend(listed.text.split_whitespace().map(str::to_owned));
        } else {
            all.push(payment.clone());
        }
    }
    Ok(all)
}

/// Why there is no quote: a code of the engine and a sentence.
#[derive(Debug)]
pub struct NoFigures {
    pub code: &'static str,
    pub message: String,
}

impl NoFigures {
    pub fn to_json(&self) -> Value {
        json!({ "code": self.code, "message": self.message })
    }

    /// The text is no amount.
    pub fn no_amount(text: &str, session: &Session) -> Self {
        let text = visible(text);
        Self {
            code: "form.amount",
            message: session.say(
                format!("`{text}` is no amount: digits, without sign, comma or leading zero"),
                format!("`{text}` は金額ではありません。符号・カンマ・先頭の0なしの数字で書きます"),
            ),
        }
    }
}

fn quote(rule: &FeeRule, payment: &str, session: &Session) -> Result<Fee, NoFigures> {
    let amount = Currency::JPY.parse(payment).ok_or_else(|| NoFigures::no_amount(payment, session))?;
    rule.quote(amount).map_err(|none| match none {
        NoQuote::NotLessThanPayment => NoFigures {
            code: "fee.notLessThanPayment",
            message: session.say(
                format!("of the payment {} nothing is left to transfer", grouped(amount)),
                format!("支払金額 {} からは振込金額が残りません", grouped(amount)),
            ),
        },
        NoQuote::TooLarge => NoFigures {
            code: "fee.amountTooLarge",
            message: session.say(
                format!("with the payment {} an amount has more than 18 digits", grouped(amount)),
                format!("支払金額 {} では金額が18桁を超えます", grouped(amount)),
            ),
        },
    })
}

/// The figures of a quote with their names in JSON, English and Japanese.
pub fn figures(fee: &Fee) -> [(&'static str, &'static str, &'static str, i64); 6] {
    [
        ("payment", "payment", "支払金額", fee.payment),
        ("deducted", "kept back", "差引手数料", fee.deducted),
        ("transfer", "transfer", "振込金額", fee.transfer),
        ("bankFee", "bank's fee", "振込手数料", fee.bank_fee),
        ("withdrawal", "withdrawal", "出金額", fee.withdrawal),
        ("difference", "difference", "差額", fee.difference),
    ]
}

pub fn to_json(fee: &Fee) -> Value {
    let members = figures(fee).into_iter().map(|(name, _, _, amount)| {
        let mut text = String::new();
        Currency::JPY.write(amount, &mut text);
        (name.to_owned(), Value::String(text))
    });
    Value::Object(members.collect())
}

/// The figures one below the other.
fn write_one(fee: &Fee, session: &mut Session) {
    let rows: Vec<_> = figures(fee)
        .into_iter()
        .map(|(name, en, ja, amount)| {
            let figure = figure(name, amount);
            vec![Cell::word(session.say(en, ja)), figure, Cell::word(remark(name, fee, session)).styled(DIM)]
        })
        .collect();
    table::write(&rows, 0, &mut session.page);
}

/// A difference is signed and coloured: something is left over, or something is lost.
fn figure(name: &str, amount: i64) -> Cell {
    match name {
        "difference" => Cell::figure(signed(amount)).styled(match amount {
            0 => PLAIN,
            1.. => GREEN,
            _ => YELLOW,
        }),
        _ => Cell::figure(grouped(amount)),
    }
}

fn remark(name: &str, fee: &Fee, session: &Session) -> &'static str {
    match (name, fee.difference) {
        ("difference", 1..) => session.say("left with the payer", "支払側に残る"),
        ("difference", ..=-1) => session.say("paid by the payer", "支払側の持ち出し"),
        _ => "",
    }
}

/// One payment a line.
fn write_many(quotes: &[(Result<Fee, NoFigures>, String)], session: &mut Session) {
    let head = figures(&Fee::default()).map(|(_, en, ja, _)| Cell::figure(session.say(en, ja)).styled(BOLD));
    let mut rows = vec![head.to_vec()];
    for (quote, payment) in quotes {
        rows.push(match quote {
            Ok(fee) => figures(fee).map(|(name, _, _, amount)| figure(name, amount)).to_vec(),
            Err(none) => {
                let shown = Currency::JPY.parse(payment).map_or_else(|| visible(payment), grouped);
                let why = format!("{}: {}", none.code, none.message);
                vec![Cell::figure(shown), Cell::word(why).styled(RED)]
            }
        });
    }
    table::write(&rows, 0, &mut session.page);
}
