//! A transfer: two documents, one request made of values, one answer.
//!
//! Run it with `cargo run -p kessai --example transfer`.

use std::error::Error;
use std::fmt::Write;

use kessai::request::RequestUsage;
use kessai::terms::{Bearer, Operation, PayeeKind};
use kessai::{Day, Lang, Outcome, Request, RequestLine, Service};

/// What the bank does, and what this customer has. Both are checked when they are loaded, once.
const SERVICE: &str = include_str!("../../fixtures/example-ib/service.json");
const COMPANY: &str = include_str!("../../fixtures/example-ib/company.json");

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", run()?);
    Ok(())
}

/// What the program prints.
pub fn run() -> Result<String, Box<dyn Error>> {
    let mut page = String::new();
    let service = Service::from_json(SERVICE)?;
    let company = service.company_from_json(COMPANY)?;

    // The host knows who acts, what time it is, and how much of each limit is used today: the engine keeps nothing.
    let today = Day::new(2026, 11, 20).ok_or("no such day")?;
    let account = "081-1-0253326";
    let used = |limit: &'static str| RequestUsage {
        limit: limit.into(),
        account: Some(account.into()),
        business: None,
        user: None,
        payee: None,
        day: today.into(),
        used: 0.into(),
    };
    let mut request = Request {
        user: Some("taro01".into()),
        business: Some("transfer".into()),
        operation: Some(Operation::Create),
        account: Some(account.into()),
        now: Some("2026-11-20T10:15:00+09:00".into()),
        value_date: Day::new(2026, 11, 24).map(Into::into),
        single: RequestLine {
            payee_kind: Some(PayeeKind::NewAccount.into()),
            bank: Some("0169".into()),
            branch: Some("101".into()),
            payment: Some(30_329.into()),
            bearer: Some(Bearer::Payee.into()),
            ..RequestLine::default()
        },
        approvers: vec!["hanako01".into()],
        usage: vec![used("accountPerDay.total"), used("accountPerDay.adHoc")],
        ..Request::default()
    };

    // It may be made, and hanako01 must approve it. The payee bears the fee, so less is transferred.
    let verdict = company.evaluate(&request)?;
    assert_eq!(verdict.outcome(), Outcome::NeedsApproval);
    if let Some(fee) = verdict.fee() {
        writeln!(page, "transfer {} after a fee of {}", fee.amounts.transfer, fee.amounts.deducted)?;
    }
    for people in verdict.approval().iter().flat_map(|approval| approval.steps()) {
        writeln!(page, "to be approved by {}", people.iter().collect::<Vec<_>>().join(" or "))?;
    }
    // The host stores this in the same transaction as the transfer.
    for usage in verdict.usage() {
        writeln!(page, "{} on {}: {}", usage.limit, usage.day, usage.used)?;
    }

    // What a person typed is no error: it is a reason, in his language. Every reason comes at once.
    request.single.payment = Some("3,0329".into());
    request.approvers.clear();
    let verdict = company.evaluate(&request)?;
    writeln!(page, "then: {}", verdict.outcome())?;
    for reason in verdict.reasons() {
        writeln!(page, "{} {}: {}", reason.code().name(), reason.path(), reason.text(Lang::En))?;
    }
    for field in verdict.missing() {
        writeln!(page, "{}", field.missing_text(Lang::En))?;
    }
    Ok(page)
}
