//! What users rest on beside the answers: threads, and errors that read well where `main` shows them.

use kessai::form::{FormReason, Hanging};
use kessai::order::OrderApproval;
use kessai::request::{AccessValue, OrderFacts, RequestUsage, Target, Text, Typed};
use kessai::terms::Operation;
use kessai::verdict::{Approval, Figure, LimitLine, Pointer, RequestFee, UsageEntry};
use kessai::{
    Advance, Company, Currency, Day, Event, Fee, FeeRule, FeeTable, Finding, Findings, FormAnswer, Instant,
    Largest, Order, ParseError, Possible, Reason, Request, RequestError, RequestLine, Resolved, Service,
    Verdict,
};

fn is_for_threads<T: Send + Sync>() {}

#[test]
fn every_type_may_be_sent_and_shared() {
    is_for_threads::<(Service, Company, Finding, Findings)>();
    is_for_threads::<(Request<'_>, RequestLine<'_>, RequestUsage<'_>, OrderFacts<'_>, Target<'_>)>();
    is_for_threads::<(AccessValue<'_>, Text<'_>, Typed<'_>, Resolved<'_>, RequestError)>();
    is_for_threads::<(
        Verdict<'_>,
        Reason<'_>,
        Figure<'_>,
        Approval<'_>,
        UsageEntry<'_>,
        LimitLine,
        RequestFee,
    )>();
    is_for_threads::<(
        Pointer,
        Largest<'_>,
        Possible<'_>,
        Advance<'_, '_>,
        Order<'_>,
        OrderApproval<'_>,
        Event<'_>,
    )>();
    is_for_threads::<(FormAnswer, FormReason<'_>, Hanging, Fee, FeeRule, FeeTable)>();
    is_for_threads::<(Day, Instant, Currency, Operation, ParseError)>();
}

const SERVICE: &str = include_str!("../../fixtures/example-ib/service.json");
const COMPANY: &str = include_str!("../../fixtures/example-ib/company.json");

#[test]
fn an_error_reads_well_where_main_shows_it() {
    let faulty = SERVICE.replace("\"refuse\"", "\"deny\"");
    let findings = Service::from_json(&faulty).unwrap_err();
    let shown = format!("{:?}", findings.in_text("service.json", &faulty));
    assert!(shown.starts_with("1 findings\nservice.json:5:"), "{shown}");
    assert!(shown.contains(": error [") && shown.contains("/settings/fee/feeGePayment"), "{shown}");
    assert_eq!(format!("{findings:?}"), format!("1 findings\n{findings}"));

    let company = Service::from_json(SERVICE).unwrap().company_from_json(COMPANY).unwrap();
    let stranger = Request { user: Some("nobody".into()), ..Request::default() };
    let error = company.evaluate(&stranger).unwrap_err();
    assert_eq!(error.to_string(), "there is no user `nobody` (at `/user`)");
    assert_eq!(format!("{error:?}"), "there is no user `nobody` (at `/user`) [request.user.unknown]");
    let error = "soon".parse::<Day>().unwrap_err();
    assert_eq!(format!("{error:?}"), error.to_string());
}

#[test]
fn an_answer_speaks_in_names() {
    let company = Service::from_json(SERVICE).unwrap().company_from_json(COMPANY).unwrap();
    let used = RequestUsage {
        limit: "companyPerDay".into(),
        business: Some("bulkTransfer".into()),
        day: Day::new(2026, 11, 20).unwrap().into(),
        used: 5.into(),
        ..RequestUsage::default()
    };
    let line = RequestLine {
        payment: Some(1_000.into()),
        bearer: Some("payer".into()),
        bank: Some("0034".into()),
        branch: Some("081".into()),
        ..RequestLine::default()
    };
    let request = Request {
        user: Some("taro01".into()),
        business: Some("bulkTransfer".into()),
        operation: Some(Operation::Create),
        account: Some("081-1-0253326".into()),
        now: Some("2026-11-20T10:15:00+09:00".into()),
        value_date: Some("2026-11-24".into()),
        entry: Some("screen".into()),
        lines: vec![line],
        approvers: vec!["jiro01".into(), "hanako01".into()],
        usage: vec![used],
        ..Request::default()
    };
    let verdict = company.evaluate(&request).unwrap();
    assert_eq!(verdict.reasons().count(), 0, "{:?}", verdict.reasons().collect::<Vec<_>>());
    assert!(verdict.missing().is_empty(), "{:?}", verdict.missing());
    let usage: Vec<_> = verdict.usage().map(|one| (one.limit, one.account, one.business, one.used)).collect();
    assert_eq!(usage, [("companyPerDay", None, Some("bulkTransfer"), 1_005)]);
    let limits: Vec<_> = verdict.limits().iter().map(LimitLine::name).collect();
    assert!(limits.contains(&"companyPerDay") && limits.contains(&"userPerOperation"), "{limits:?}");
    let approval = verdict.approval().unwrap();
    let steps: Vec<Vec<_>> = approval.steps().map(|people| people.iter().collect()).collect();
    assert_eq!((approval.mode().name(), steps), ("doubleInOrder", vec![vec!["jiro01"], vec!["hanako01"]]));
    assert_eq!(verdict.lines().len(), 1);
}
