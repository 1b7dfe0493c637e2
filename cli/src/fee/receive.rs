//! The other way round: which payments give the payee an amount.

use std::ops::RangeInclusive;

use kessai::fee::NoQuote;
use kessai::{Currency, Fee, FeeRule};
use serde_json::{Value, json};

use crate::fee::quote::{NoFigures, figures, to_json};
use crate::fee::tables::TableArgs;
use crate::figures::{grouped, signed};
use crate::page::{BOLD, RED, paint};
use crate::session::{Failure, Session, Status};
use crate::table::{self, Cell};

/// Neighbouring payments that give the payee the same: quotes of the smallest and of the largest.
type Interval = (Fee, Fee);

pub fn run(args: &TableArgs, amounts: &[String], session: &mut Session) -> Result<Status, Failure> {
    let rule = args.rule(session)?;
    let answers: Vec<_> = amounts.iter().map(|amount| (receiving(&rule, amount, session), amount)).collect();
    if session.is_json() {
        let values = answers.iter().map(|(answer, amount)| match answer {
            Ok(intervals) => {
                json!({ "receive": amount, "payments": intervals.iter().map(interval_to_json).collect::<Value>() })
            }
            Err(none) => json!({ "receive": amount, "error": none.to_json() }),
        });
        session.page.json(&values.collect());
    } else {
        for (at, (answer, amount)) in answers.iter().enumerate() {
            if at > 0 {
                session.page.gap();
            }
            match answer {
                Ok(intervals) => write(amount, intervals, session),
                Err(none) => session.page.line(paint(RED, &format!("{}: {}", none.code, none.message))),
            }
        }
    }
    Ok(if answers.iter().all(|(answer, _)| answer.is_ok()) { Status::Good } else { Status::Bad })
}

/// The intervals of payments, smallest first; never none.
fn receiving(rule: &FeeRule, amount: &str, session: &Session) -> Result<Vec<Interval>, NoFigures> {
    let wanted = Currency::JPY.parse(amount).ok_or_else(|| NoFigures::no_amount(amount, session))?;
    let mut intervals: Vec<Interval> = Vec::new();
    for payments in merged(rule.receiving(wanted)) {
        if let (Ok(first), Ok(last)) = (rule.quote(*payments.start()), rule.quote(*payments.end())) {
            intervals.push((first, last));
        }
    }
    if intervals.is_empty() { Err(unreachable(rule, wanted, session)) } else { Ok(intervals) }
}

/// Intervals from the largest down, as intervals from the smallest up that do not touch.
fn merged(intervals: Vec<RangeInclusive<i64>>) -> Vec<RangeInclusive<i64>> {
    let mut merged: Vec<RangeInclusive<i64>> = Vec::new();
    for next in intervals.into_iter().rev() {
        match merged.last_mut() {
            Some(last) if last.end().checked_add(1) == Some(*next.start()) => {
                *last = *last.start()..=*next.end()
            }
            _ => merged.push(next),
        }
    }
    merged
}

/// The largest payment that the engine looks at.
const PAYMENT_MAX: i64 = 999_999_999_999_999;

/// Why no payment gives the payee an amount: two neighbouring payments, one that gives less and one that gives more.
fn unreachable(rule: &FeeRule, wanted: i64, session: &Session) -> NoFigures {
    let code = "fee.receive.none";
    let transfer = |payment: i64| match rule.quote(payment) {
        Ok(fee) => fee.transfer,
        Err(NoQuote::NotLessThanPayment) => 0,
        Err(NoQuote::TooLarge) => i64::MAX,
    };
    let (mut less, mut more) = (0_i64, PAYMENT_MAX);
    if wanted < 1 || transfer(more) <= wanted {
        let message = session.say(
            "a payee receives at least 1, and payments have at most 15 digits",
            "受取額は1以上、支払金額は15桁までです",
        );
        return NoFigures { code, message: message.to_owned() };
    }
    while more.saturating_sub(less) > 1 {
        let middle = less.midpoint(more);
        if transfer(middle) < wanted { less = middle } else { more = middle }
    }
    let [below, above] = [less, more].map(|payment| match transfer(payment) {
        0 => (grouped(payment), session.say("nothing", "なし").to_owned()),
        transfer => (grouped(payment), grouped(transfer)),
    });
    let wanted = grouped(wanted);
    NoFigures {
        code,
        message: session.say(
            format!(
                "no payment gives the payee {wanted}: {} gives {}, {} gives {}",
                below.0, below.1, above.0, above.1
            ),
            format!(
                "受取額が {wanted} になる支払金額はありません（{} では {}、{} では {}）",
                below.0, below.1, above.0, above.1
            ),
        ),
    }
}

fn interval_to_json((first, last): &Interval) -> Value {
    let mut value = to_json(first);
    if let (Some(members), true) = (value.as_object_mut(), first.payment < last.payment) {
        members.insert("last".to_owned(), to_json(last));
    }
    value
}

fn write(amount: &str, intervals: &[Interval], session: &mut Session) {
    let amount = Currency::JPY.parse(amount).map_or_else(String::new, grouped);
    let title = session
        .say(format!("payments that give the payee {amount}"), format!("受取額が {amount} になる支払金額"));
    session.page.line(paint(BOLD, &title));
    let mut rows = vec![
        figures(&Fee::default())
            .map(|(_, en, ja, _)| Cell::figure(session.say(en, ja)).styled(BOLD))
            .to_vec(),
    ];
    for (first, last) in intervals {
        let cells =
            figures(first).into_iter().zip(figures(last)).map(|((name, _, _, from), (_, _, _, to))| {
                let shown = if name == "difference" { signed } else { grouped };
                Cell::figure(if from == to {
                    shown(from)
                } else {
                    format!("{}–{}", shown(from), shown(to))
                })
            });
        rows.push(cells.collect());
    }
    table::write(&rows, 0, &mut session.page);
}

#[cfg(test)]
mod tests {
    use super::merged;

    #[test]
    fn touching_intervals_become_one() {
        assert_eq!(merged(vec![12..=20, 10..=11, 1..=5]), [1..=5, 10..=20]);
        assert_eq!(merged(vec![]), []);
    }
}
