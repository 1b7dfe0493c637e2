use alloc::string::String;

use crate::{Company, Service};

const SERVICE: &str = include_str!("../../document/tests/service.json");
const COMPANY: &str = include_str!("../../document/tests/company.json");

fn company() -> Company {
    Service::from_json(SERVICE).unwrap().company_from_json(COMPANY).unwrap()
}

/// A transfer from the account `main` to another bank, at the payee's cost from 10,000 on.
const TRANSFER: &str = r#""user": "taro", "business": "transfer", "operation": "create", "account": "main",
    "now": "2026-11-20T10:00:00+09:00", "valueDate": "2026-11-20", "bearer": "payee",
    "payee": { "kind": "preRegistered", "bank": "0169", "branch": "101" }"#;
/// Nothing of the limits of the day is used.
const UNUSED: &str = r#""usage": [
    { "limit": "accountPerDay.total", "account": "main", "day": "2026-11-20", "used": "0" },
    { "limit": "accountPerDay.preRegistered", "account": "main", "day": "2026-11-20", "used": "0" }]"#;
/// Half a million is left of the account's own limit for filed payees.
const USED: &str = r#""usage": [
    { "limit": "accountPerDay.total", "account": "main", "day": "2026-11-20", "used": "0" },
    { "limit": "accountPerDay.preRegistered", "account": "main", "day": "2026-11-20", "used": "999500000" }]"#;

#[track_caller]
fn check(why: &str, request: &str, item: Option<u32>, want: &str) {
    let mut out = String::new();
    match company().largest_payment_json(request, item, &mut out) {
        Ok(()) => assert_eq!(out, want, "{why}"),
        Err(error) => assert_eq!(alloc::format!("{}: {error}", error.code()), want, "{why}"),
    }
}

#[test]
fn the_tightest_bound_decides_and_is_named_with_one_unit_more() {
    for (why, usage, approver, want) in [
        (
            "his limit of one operation, and the fee on top",
            UNUSED,
            "boss",
            r#"{"largest":"10000330","stops":[{"step":"limit","code":"limit.userPerOperation","path":"/payment","limit":"10000000","used":"0","requested":"10000001","max":"10000330"}],"missing":[]}"#,
        ),
        (
            "what is left of the day",
            USED,
            "boss",
            r#"{"largest":"500330","stops":[{"step":"limit","code":"limit.accountPerDay.preRegistered","path":"/payment","limit":"1000000000","used":"999500000","requested":"500001","max":"500330"}],"missing":[]}"#,
        ),
        (
            "the cap of the approver who is named, with who could take his place",
            UNUSED,
            "hanako",
            r#"{"largest":"1000330","stops":[{"step":"approval","code":"approval.approver.cap","path":"/approvers/0","max":"1000000","who":["boss"]}],"missing":[]}"#,
        ),
    ] {
        let request = alloc::format!("{{ {TRANSFER}, \"approvers\": [\"{approver}\"], {usage} }}");
        check(why, &request, None, want);
    }
    check(
        "without usage the limits of the day are missing, and the others hold",
        &alloc::format!("{{ {TRANSFER} }}"),
        None,
        r#"{"largest":"10000330","stops":[{"step":"limit","code":"limit.userPerOperation","path":"/payment","limit":"10000000","used":"0","requested":"10000001","max":"10000330"}],"missing":["/usage/accountPerDay.total","/usage/accountPerDay.preRegistered","/approvers"]}"#,
    );
    check(
        "without account and bearer nothing is decided",
        r#"{ "user": "taro", "business": "transfer", "operation": "create", "now": "2026-11-20T10:00:00+09:00" }"#,
        None,
        r#"{"largest":null,"stops":[],"missing":["/payee/kind","/account","/valueDate","/bearer","/approvers"]}"#,
    );
}

#[test]
fn where_no_payment_goes_the_smallest_with_a_fee_says_why() {
    let sub = TRANSFER.replace("\"main\"", "\"sub\"").replace("taro", "boss");
    check(
        "a limit of 0, and the smallest payment is below the minimum, so the payer bears its fee",
        &alloc::format!("{{ {sub} }}"),
        None,
        r#"{"largest":null,"stops":[{"step":"limit","code":"limit.userPerOperation","path":"/payment","limit":"0","used":"0","requested":"1"}],"missing":["/usage/accountPerDay.total","/usage/accountPerDay.preRegistered","/approvers"]}"#,
    );
}

#[test]
fn an_item_of_a_batch_has_what_the_others_leave() {
    let batch = |used: &str| {
        alloc::format!(
            r#"{{ "user": "taro", "business": "bulkTransfer", "operation": "create", "account": "main", "entry": "screen",
                "now": "2026-11-20T10:00:00+09:00", "valueDate": "2026-11-20", "approvers": ["hanako", "boss"],
                "items": [{{ "payee": {{ "bank": "0169", "branch": "101" }}, "payment": "20000000", "bearer": "payer" }},
                          {{ "payee": {{ "bank": "0169", "branch": "101" }}, "bearer": "payee" }}],
                "usage": [{{ "limit": "companyPerDay", "business": "bulkTransfer", "day": "2026-11-20", "used": "{used}" }}] }}"#
        )
    };
    check(
        "the limit of one operation is that of the sum",
        &batch("0"),
        Some(1),
        r#"{"largest":"30000330","stops":[{"step":"limit","code":"limit.userPerOperation","path":"/items","limit":"50000000","used":"0","requested":"50000001","max":"50000000"},{"step":"limit","code":"limit.ceiling.userPerOperation","path":"/items","limit":"50000000","used":"0","requested":"50000001","max":"50000000"}],"missing":[]}"#,
    );
    check(
        "the other item alone is over what is left, and the smallest payment with a fee is the one above it",
        &batch("99990000000"),
        Some(1),
        r#"{"largest":null,"stops":[{"step":"limit","code":"limit.companyPerDay","path":"/items","limit":"99999999999","used":"99990000000","requested":"20000001","max":"9999999"},{"step":"limit","code":"limit.ceiling.companyPerDay","path":"/items","limit":"99999999999","used":"99990000000","requested":"20000001","max":"9999999"}],"missing":[]}"#,
    );
    check(
        "a batch has no payment of its own",
        &batch("0"),
        None,
        "request.largest: which item's payment is looked for is not said (at `/items`)",
    );
    check(
        "it has two items",
        &batch("0"),
        Some(2),
        "request.largest: the request has no such item (at `/items`)",
    );
}

#[test]
fn a_request_without_a_payment_has_no_answer() {
    let request = |from: &str, to: &str| alloc::format!("{{ {} }}", TRANSFER.replace(from, to));
    for (why, request, item, want) in [
        (
            "nothing is paid by looking",
            request("\"create\"", "\"view\""),
            None,
            "request.largest: only an operation that makes or approves an item has a payment (at `/operation`)",
        ),
        (
            "the business is missing",
            request("\"business\": \"transfer\",", ""),
            None,
            "request.largest: without a business there is no payment (at `/business`)",
        ),
        (
            "a single business has no items",
            request("", ""),
            Some(0),
            "request.largest: the business takes one payee, not items (at `/items`)",
        ),
        (
            "the request itself has no answer",
            request("taro", "jiro"),
            None,
            "request.user.unknown: there is no user `jiro` (at `/user`)",
        ),
    ] {
        check(why, &request, item, want);
    }
}

#[test]
fn two_approvers_have_room_for_what_the_second_of_them_may_approve() {
    let company = COMPANY
        .replace("\"transfer\": \"single\"", "\"transfer\": \"doubleAnyOrder\"")
        .replace("\"id\": \"left\", \"role\": \"general\", \"enabled\": false", "\"id\": \"left\", \"role\": \"general\", \"enabled\": true, \"approverPerItem\": { \"transfer\": \"2000000\" }, \"limits\": { \"transfer\": { \"preRegistered\": \"1\" } }");
    let company = Service::from_json(SERVICE).unwrap().company_from_json(&company).unwrap();
    let mut out = String::new();
    let request = alloc::format!("{{ {TRANSFER}, {UNUSED} }}");
    company.largest_payment_json(&request, None, &mut out).unwrap();
    assert_eq!(
        out,
        r#"{"largest":"2000330","stops":[{"step":"approval","code":"approval.nobody","path":"/approvers"}],"missing":["/approvers"]}"#,
        "boss may approve all, left 2,000,000, hanako 1,000,000"
    );
}
