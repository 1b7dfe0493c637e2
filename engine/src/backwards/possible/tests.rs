use alloc::string::String;

use crate::Service;

const SERVICE: &str = include_str!("../../document/tests/service.json");
const COMPANY: &str = include_str!("../../document/tests/company.json");

#[track_caller]
fn check(why: &str, request: &str, want: &str) {
    let company = Service::from_json(SERVICE).unwrap().company_from_json(COMPANY).unwrap();
    let mut out = String::new();
    match company.possible_json(request, &mut out) {
        Ok(()) => assert_eq!(out, want, "{why}"),
        Err(error) => assert_eq!(alloc::format!("{}: {error}", error.code()), want, "{why}"),
    }
}

#[test]
fn each_value_stands_in_the_place_of_what_stands_there() {
    check(
        "taro begins a transfer: he has one account and the right for filed payees, and does not approve",
        r#"{ "user": "taro", "business": "transfer", "operation": "create", "account": "sub" }"#,
        r#"{"accounts":["main"],"businesses":[],"operations":["viewLog","login","download"],"payeeKinds":[],"approvers":[]}"#,
    );
    check(
        "with his own account; a switch is open as long as it is not said what the item leaves",
        r#"{ "user": "taro", "business": "transfer", "operation": "create", "account": "main" }"#,
        r#"{"accounts":["main"],"businesses":["transfer","bulkTransfer"],"operations":["create","edit","view","switch","viewBalance","viewLog","login","download"],"payeeKinds":["preRegistered"],"approvers":["boss","hanako"]}"#,
    );
    check(
        "a batch has no payee kind; the second approver comes behind the first",
        r#"{ "user": "taro", "business": "bulkTransfer", "operation": "create", "approvers": ["boss"] }"#,
        r#"{"accounts":["main"],"businesses":["transfer","bulkTransfer"],"operations":["create","view","switch","viewBalance","viewLog","login","download"],"payeeKinds":[],"approvers":["hanako"]}"#,
    );
    check(
        "a request without an answer",
        r#"{ "user": "taro", "account": "other" }"#,
        "request.account.unknown: there is no account `other` (at `/account`)",
    );
}

#[test]
fn a_batch_of_more_items_than_can_be_looked_at_so_often_is_no_answer() {
    let batch = |items: usize| {
        alloc::format!(
            r#"{{ "user": "taro", "business": "bulkTransfer", "operation": "create", "items": [{}] }}"#,
            alloc::vec!["{}"; items].join(",")
        )
    };
    check(
        "30,000 items for each branch and business",
        &batch(30_000),
        "request.possible: what remains possible is found for at most 21428 items here (at `/items`)",
    );
}
