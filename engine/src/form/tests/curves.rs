//! What every payment costs, as JSON.

use alloc::string::{String, ToString};

use serde_json::Value;

use super::{COMPANY, service};
use crate::terms::Bearer;

/// The curves of a company, or the error.
fn asked(company: &str, business: &str, bearer: Bearer, day: &str, typed: Option<&str>) -> String {
    let company = service().company_from_json(company).unwrap_or_else(|findings| panic!("{findings}"));
    let mut out = String::new();
    match company.fee_curve_json(business, bearer, day, typed, &mut out) {
        Ok(()) => out,
        Err(error) => {
            assert_eq!(out, "", "nothing is appended");
            alloc::format!("{} {error}", error.code())
        }
    }
}

/// Each pattern with its pieces: from, shape or code, what is kept back, what is charged, and the difference.
fn pieces(json: &str) -> String {
    let json: Value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"));
    let mut said = String::new();
    for curve in json["curves"].as_array().unwrap() {
        said.push_str(curve["pattern"].as_str().unwrap());
        for piece in curve["pieces"].as_array().unwrap() {
            let text = |value: &Value| value.as_str().unwrap_or("-").to_string();
            let shape = piece["shape"].as_str().or(piece["code"].as_str()).unwrap();
            let first = &piece["first"];
            said.push_str(&alloc::format!(
                "; {} {shape} {} {} {}",
                text(&piece["from"]),
                text(&first["deducted"]),
                text(&first["bankFee"]),
                text(&first["difference"])
            ));
        }
        said.push('\n');
    }
    said
}

#[test]
fn a_payee_bears_the_fee() {
    let said = asked(COMPANY, "transfer", Bearer::Payee, "2024-10-01", None);
    assert_eq!(
        pieces(&said),
        "sameBranch; 1 flat 0 0 0\n\
         ownBank; 1 flat 0 55 0; 10000 flat 55 55 0\n\
         otherBank; 1 flat 0 110 0; 10000 flat 110 110 0; 30000 flat 330 110 220; 30330 flat 330 330 0\n",
        "below the minimum of 10,000 the payer bears it"
    );
    assert!(said.starts_with(
        r#"{"curves":[{"pattern":"sameBranch","pieces":[{"from":"1","to":"999999999999999","shape":"flat","first":{"deducted":"0","transfer":"1","bankFee":"0","withdrawal":"1","difference":"0"},"last":"#
    ));
}

#[test]
fn bounds_of_the_company_move_and_the_payer_pays_by_the_bank() {
    assert_eq!(
        pieces(&asked(COMPANY, "bulkTransfer", Bearer::Payee, "2024-10-01", None)),
        "sameBranch; 1 flat 0 0 0\n\
         ownBank; 1 fee.notLessThanPayment - - -; 56 flat 55 55 0\n\
         otherBank; 1 fee.notLessThanPayment - - -; 111 flat 110 110 0; 10110 flat 110 220 -110; \
         10220 flat 220 220 0; 30220 flat 220 330 -110; 30330 flat 330 330 0\n"
    );
    assert_eq!(
        pieces(&asked(COMPANY, "bulkTransfer", Bearer::Payer, "2024-10-01", None)),
        "sameBranch; 1 flat 0 0 0\n\
         ownBank; 1 flat 0 55 0\n\
         otherBank; 1 flat 0 110 0; 10000 flat 0 220 0; 30000 flat 0 330 0\n"
    );
}

#[test]
fn no_curve_without_tables() {
    let none = r#"{ "format": 1, "id": "firm", "users": [] }"#;
    for (company, business, bearer, day, want) in [
        (
            COMPANY,
            "furikomi",
            Bearer::Payee,
            "2024-10-01",
            "request.business.unknown there is no business `furikomi` (at `/business`)",
        ),
        (
            COMPANY,
            "transfer",
            Bearer::Payer,
            "2024-10-01",
            "fee.notOffered the bank does not offer fees of the payer for `transfer` (at `/bearer`)",
        ),
        (COMPANY, "transfer", Bearer::Payee, "today", "form.date `today` is not a day (at `/day`)"),
        (
            COMPANY,
            "transfer",
            Bearer::Payee,
            "2019-09-30",
            "fee.noTableInForce no table of `transfer` is in force on 2019-09-30 (at `/day`)",
        ),
        (
            COMPANY,
            "bulkTransfer",
            Bearer::Payee,
            "2024-09-30",
            "fee.noTableInForce no table of `bulkTransfer` is in force on 2024-09-30 (at `/day`)",
        ),
        (
            none,
            "transfer",
            Bearer::Payee,
            "2024-10-01",
            "request.form the company has no `payeeBorne` fees for `transfer` (at `/business`)",
        ),
    ] {
        assert_eq!(asked(company, business, bearer, day, None), want);
    }
    let typed = asked(COMPANY, "transfer", Bearer::Payee, "2024-10-01", Some("1,000"));
    assert_eq!(typed, "request.type an amount as a text or number is expected (at `/typedFee`)");
}
