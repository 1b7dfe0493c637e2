use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use super::Truth;
use crate::model::access::CODES;
use crate::reason::{Code, Step};
use crate::{Company, Lang, Request, Service};

use Truth::{False, True, Undecided};

/// A small bank with these conditions and its own attributes.
fn service(settings: &Value, conditions: &Value) -> Service {
    let document = json!({
        "format": 1, "id": "example", "version": "1", "currency": "JPY", "utcOffset": "+09:00",
        "settings": settings,
        "businesses": {
            "payroll": { "kind": "payroll", "approvalModes": ["none"], "limits": [] },
            "bonus": { "kind": "bonus", "approvalModes": ["none"], "limits": [] }
        },
        "rights": { "balance": { "always": { "viewBalance": "all" } } },
        "access": {
            "attributes": {
                "a": { "type": "flag" }, "b": { "type": "flag" }, "c": { "type": "flag" },
                "rank": { "type": "number" },
                "plan": { "type": "choice", "values": ["light", "full"], "place": "company" },
                "offices": { "type": "ranges", "place": "company" }
            },
            "conditions": conditions
        }
    });
    Service::from_json(&document.to_string()).unwrap_or_else(|findings| panic!("{findings}"))
}

/// A company with a user of each role.
fn company(service: &Service, access: &Value) -> Company {
    let user =
        |id: &str, role: &str| json!({ "id": id, "role": role, "enabled": true, "rights": ["balance"] });
    let document = json!({
        "format": 1, "id": "ans", "access": access, "approval": { "payroll": "none" },
        "users": [user("taro", "general"), user("hanako", "administrator"), user("boss", "master")]
    });
    service.company_from_json(&document.to_string()).unwrap_or_else(|findings| panic!("{findings}"))
}

/// The reasons of the access step: code, path, attribute and condition of each.
#[track_caller]
fn reasons(company: &Company, request: &Value) -> Vec<String> {
    let mut verdict = String::new();
    company.evaluate_json(&request.to_string(), &mut verdict).unwrap_or_else(|error| panic!("{error}"));
    let verdict: Value = serde_json::from_str(&verdict).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or("-").to_string();
    let reasons = verdict["reasons"].as_array().unwrap().iter().filter(|reason| reason["step"] == "access");
    reasons
        .map(|reason| ["code", "path", "attribute", "condition"].map(|field| text(&reason[field])).join(" "))
        .collect()
}

/// A request to come in, with these attributes.
fn login(access: Value) -> Value {
    json!({ "user": "taro", "operation": "login", "now": "2026-11-20T10:15:00+09:00", "access": access })
}

#[test]
fn the_codes_of_conditions_begin_the_catalogue() {
    for (at, name) in CODES.into_iter().enumerate() {
        assert_eq!((Code::ALL[at].name(), Code::ALL[at].number()), (name, 101 + u16::try_from(at).unwrap()));
    }
    assert_eq!(Code::ALL[CODES.len()], Code::AccessMissing);
}

/// A flag that is asked for, as it is stated.
fn stated(access: &Value, name: &str) -> Truth {
    access[name].as_bool().into()
}

/// What a requirement on flags comes to by the tables of three values.
fn by_tables(require: &Value, access: &Value) -> Truth {
    let parts = |name: &str| -> Vec<Truth> {
        require[name].as_array().unwrap().iter().map(|part| by_tables(part, access)).collect()
    };
    if require["all"].is_array() {
        return parts("all").into_iter().min().unwrap();
    }
    if require["any"].is_array() {
        return parts("any").into_iter().max().unwrap();
    }
    let part = if require["not"].is_object() { by_tables(&require["not"], access) } else { True };
    match (require["attribute"].as_str(), part) {
        (Some(name), _) => stated(access, name),
        (None, True) => False,
        (None, False) => True,
        (None, Undecided) => Undecided,
    }
}

/// What a company with one condition says: that it holds, that it does not, or what is missing.
fn said(company: &Company, access: &Value) -> Truth {
    let found = reasons(company, &login(access.clone()));
    if found.is_empty() {
        return True;
    }
    if found.iter().all(|reason| reason.starts_with("access.missing")) { Undecided } else { False }
}

/// Every flag stated as it should be, otherwise, and not at all.
fn all_flags() -> impl Iterator<Item = Value> {
    let values = [json!(true), json!(false), Value::Null];
    let of = move |at: u32| values[usize::try_from(at).unwrap()].clone();
    (0..27_u32).map(move |at| json!({ "a": of(at % 3), "b": of(at / 3 % 3), "c": of(at / 9) }))
}

#[test]
fn three_values_are_combined_as_tables_say() {
    let values = [False, Undecided, True];
    // In each row the first value, in each column the second.
    let all = [[False, False, False], [False, Undecided, Undecided], [False, Undecided, True]];
    let any = [[False, Undecided, True], [Undecided, Undecided, True], [True, True, True]];
    let place = |value: Truth| values.iter().position(|known| *known == value).unwrap();
    let is = |name: &str| json!({ "attribute": name, "is": true });
    for (operator, table) in [("all", all), ("any", any)] {
        let require = json!({ operator: [is("a"), is("b")] });
        let service = service(&json!({}), &json!([{ "key": "one", "require": require }]));
        let company = company(&service, &json!({}));
        for access in all_flags() {
            let [one, two] = ["a", "b"].map(|name| place(stated(&access, name)));
            assert_eq!(said(&company, &access), table[one][two], "{operator} of {access}");
        }
    }
}

/// Requirements in each other, with every flag in every state.
#[test]
fn requirements_in_each_other_are_combined_the_same() {
    fn require(numbers: &mut u64, depth: u32) -> Value {
        let mut next = |below: u64| {
            *numbers =
                numbers.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from((*numbers >> 33) % below).unwrap()
        };
        let (kind, name, is) = (next(6), ["a", "b", "c"][next(3)], next(2) == 0);
        match kind {
            0 | 1 if depth > 0 => {
                let count = 1 + next(3);
                let parts: Vec<Value> = (0..count).map(|_| require(numbers, depth - 1)).collect();
                json!({ if kind == 0 { "all" } else { "any" }: parts })
            }
            2 if depth > 0 => json!({ "not": require(numbers, depth - 1) }),
            _ if is => json!({ "attribute": name, "is": true }),
            _ => json!({ "not": { "attribute": name, "is": true } }),
        }
    }
    let mut numbers = 20_261_130;
    let mut seen = Vec::new();
    for _ in 0..300 {
        let require = require(&mut numbers, 4);
        let service = service(&json!({}), &json!([{ "key": "one", "require": require }]));
        let company = company(&service, &json!({}));
        for access in all_flags() {
            let expected = by_tables(&require, &access);
            assert_eq!(said(&company, &access), expected, "{require} of {access}");
            seen.push(expected);
        }
    }
    for value in [False, Undecided, True] {
        assert!(seen.iter().filter(|seen| **seen == value).count() > 500, "{value:?} is rare");
    }
}

#[test]
fn what_is_missing_is_asked_of_the_undecided_parts_only() {
    let is = |name: &str| json!({ "attribute": name, "is": true });
    let [a, b, c] = ["a", "b", "c"].map(is);
    for (require, access, want) in [
        (a.clone(), json!({}), &["a"][..]),
        (json!({ "not": a }), json!({}), &["a"]),
        (json!({ "all": [a, b] }), json!({}), &["a", "b"]),
        (json!({ "any": [b, a] }), json!({}), &["b", "a"]),
        // Both stand in one condition twice, and are asked for once.
        (json!({ "all": [a, { "any": [b, a] }] }), json!({}), &["a", "b"]),
        (json!({ "all": [a, b] }), json!({ "a": true }), &["b"]),
        // Decided by the other: false is a reason of its own, true is none.
        (json!({ "any": [a, b] }), json!({ "a": true }), &[]),
        (json!({ "not": { "all": [a, b] } }), json!({ "a": false }), &[]),
        // The inner `all` is false already, so that nobody asks for `b`.
        (json!({ "any": [{ "all": [a, b] }, c] }), json!({ "a": false }), &["c"]),
        // The inner `any` is true already.
        (json!({ "all": [{ "any": [a, b] }, c] }), json!({ "a": true }), &["c"]),
    ] {
        let service = service(&json!({}), &json!([{ "key": "one", "require": require }]));
        let found = reasons(&company(&service, &json!({})), &login(access.clone()));
        let want: Vec<_> = want.iter().map(|name| format!("access.missing /access {name} -")).collect();
        assert_eq!(found, want, "{require} of {access}");
    }
}

#[test]
fn a_condition_that_does_not_hold_is_a_reason_with_its_code() {
    let conditions = json!([
        { "key": "own", "require": { "attribute": "rank", "atLeast": 3 } },
        { "key": "alive", "code": "access.serviceState", "require": { "attribute": "serviceState", "is": "available" } },
        { "key": "plan", "require": { "attribute": "plan", "in": ["full"] } },
        { "key": "kind", "code": "access.contractKind",
          "require": { "not": { "attribute": "contractKind", "in": ["trial", "closed"] } } }
    ]);
    let service = service(&json!({}), &conditions);
    let fine = json!({ "plan": "full", "contractKind": "standard" });
    let all_fine = json!({ "rank": 3, "serviceState": "available" });
    assert_eq!(reasons(&company(&service, &fine), &login(all_fine.clone())), [""; 0]);
    // Catalogue order, then the order of the conditions.
    assert_eq!(
        reasons(
            &company(&service, &json!({ "plan": "light", "contractKind": "trial" })),
            &login(json!({ "rank": 2, "serviceState": "stopped" }))
        ),
        [
            "access.serviceState /access/serviceState serviceState alive",
            "access.contractKind /access contractKind kind",
            "access.condition /access - own",
            "access.condition /access - plan",
        ]
    );
    // A word that no condition knows is none of those it names.
    let other = json!({ "plan": "full", "contractKind": "something else" });
    assert_eq!(reasons(&company(&service, &other), &login(all_fine)), [""; 0]);
    // The company's attributes are missing as the request's are, but are asked for at `/access`.
    assert_eq!(
        reasons(&company(&service, &json!({})), &login(json!({ "rank": "", "serviceState": null }))),
        [
            "access.missing /access rank -",
            "access.missing /access/serviceState serviceState -",
            "access.missing /access plan -",
            "access.missing /access contractKind -",
        ]
    );
}

#[test]
fn numbers_days_and_instants_are_compared_on_both_sides_of_their_bound() {
    let hold = |settings: Value, require: Value, access: Value| {
        let service = service(&settings, &json!([{ "key": "one", "require": require }]));
        reasons(&company(&service, &json!({ "contractDate": "2026-11-20" })), &login(access)).is_empty()
    };
    for (operator, below, equal, above) in [
        ("atLeast", false, true, true),
        ("above", false, false, true),
        ("atMost", true, true, false),
        ("below", true, false, false),
        ("is", false, true, false),
    ] {
        for (rank, want) in [(9, below), (10, equal), (11, above)] {
            let require = json!({ "attribute": "rank", operator: 10 });
            assert_eq!(hold(json!({}), require, json!({ "rank": rank })), want, "{rank} {operator} 10");
        }
        // The operation day is the company's day; `now` is 10:15:00 in Japan.
        let require = json!({ "attribute": "contractDate", operator: "today" });
        assert_eq!(hold(json!({}), require, json!({})), equal, "{operator} today");
        for (expires, want) in [("T10:14:59+09:00", below), ("T01:15:00Z", equal), ("T10:15:01+09:00", above)]
        {
            let require = json!({ "attribute": "certificateExpires", operator: "now" });
            let access = json!({ "certificateExpires": format!("2026-11-20{expires}") });
            assert_eq!(hold(json!({}), require, access), want, "{expires} {operator} now");
        }
    }
    // Eighty days of grace, to the second.
    let grace = json!({ "cert": { "graceDays": 80 } });
    for (settings, expires, want) in [
        (grace.clone(), "2026-09-01T10:15:00+09:00", true),
        (grace, "2026-09-01T10:14:59+09:00", false),
        (json!({}), "2026-11-20T10:15:00+09:00", true),
        (json!({}), "2026-11-20T10:14:59+09:00", false),
    ] {
        let require = json!({ "attribute": "certificateExpires", "atLeast": "renewalGrace" });
        assert_eq!(hold(settings, require, json!({ "certificateExpires": expires })), want, "{expires}");
    }
}

#[test]
fn addresses_are_sought_in_the_ranges_of_the_bank_or_of_the_company() {
    let conditions = |ranges: Value| json!([{ "key": "net", "code": "access.address", "require": { "attribute": "address", "in": ranges } }]);
    let settings = json!({ "ip": { "scope": ["login", "download"] } });
    let own = service(&settings, &conditions(json!(["203.0.113.0/24", "2001:db8::/32"])));
    let of_company = service(&settings, &conditions(json!("offices")));
    let here = json!({ "offices": ["203.0.113.0/24", "2001:db8::/32"] });
    for (address, inside) in [
        ("203.0.113.0", true),
        ("203.0.113.255", true),
        ("203.0.114.0", false),
        ("::ffff:203.0.113.7", true),
        ("2001:db8:ffff::1", true),
        ("2001:db9::", false),
    ] {
        let want: &[&str] = if inside { &[] } else { &["access.address /access/address address net"] };
        for (service, stated) in [(&own, json!({})), (&of_company, here.clone())] {
            assert_eq!(reasons(&company(service, &stated), &login(json!({ "address": address }))), want);
        }
    }
    let asked =
        |service: &Service, stated: Value, access: Value| reasons(&company(service, &stated), &login(access));
    let lacks_address = "access.missing /access/address address -";
    let lacks_offices = "access.missing /access offices -";
    assert_eq!(asked(&own, json!({}), json!({})), [lacks_address]);
    assert_eq!(asked(&of_company, here, json!({})), [lacks_address]);
    assert_eq!(asked(&of_company, json!({}), json!({ "address": "203.0.113.7" })), [lacks_offices]);
    assert_eq!(asked(&of_company, json!({ "offices": [] }), json!({})), [lacks_address, lacks_offices]);
}

/// Where a list narrows and the fact is missing, the condition does not apply.
#[test]
fn a_condition_applies_where_all_its_lists_do() {
    let never = json!({ "all": [{ "attribute": "a", "is": true }, { "attribute": "a", "is": false }] });
    let condition = |narrowed: Value| {
        let mut condition = json!({ "key": "one", "require": never });
        for (field, list) in narrowed.as_object().unwrap() {
            condition[field] = list.clone();
        }
        let service = service(&json!({}), &json!([condition]));
        company(&service, &json!({}))
    };
    let request = |more: Value| {
        let mut request = json!({ "access": { "a": true } });
        for (field, value) in more.as_object().unwrap() {
            request[field] = value.clone();
        }
        request
    };
    for (narrowed, facts, applies) in [
        (json!({}), json!({}), true),
        (json!({ "scope": "login" }), json!({ "operation": "login" }), true),
        (json!({ "scope": "login" }), json!({ "operation": "download" }), false),
        (json!({ "scope": ["download", "transaction"] }), json!({ "operation": "download" }), true),
        (json!({ "scope": "transaction" }), json!({ "operation": "viewBalance" }), true),
        (json!({ "scope": "transaction" }), json!({ "operation": "editUser" }), true),
        (json!({ "scope": "transaction" }), json!({ "operation": "login" }), false),
        (json!({ "scope": "transaction" }), json!({}), false),
        (json!({ "operations": ["create", "login"] }), json!({ "operation": "login" }), true),
        (json!({ "operations": ["create", "login"] }), json!({ "operation": "edit" }), false),
        (json!({ "operations": ["create"] }), json!({}), false),
        (json!({ "businesses": ["bonus"] }), json!({ "operation": "create", "business": "bonus" }), true),
        (json!({ "businesses": ["bonus"] }), json!({ "operation": "create", "business": "payroll" }), false),
        (json!({ "businesses": ["bonus"] }), json!({ "business": "bonus" }), true),
        (json!({ "businesses": ["bonus"] }), json!({ "operation": "create" }), false),
        // A business that is given with an inquiry is not used.
        (
            json!({ "businesses": ["bonus"] }),
            json!({ "operation": "viewBalance", "business": "bonus" }),
            false,
        ),
        (json!({ "roles": ["general"] }), json!({ "user": "taro" }), true),
        (json!({ "roles": ["administrator", "master"] }), json!({ "user": "taro" }), false),
        (json!({ "roles": ["administrator", "master"] }), json!({ "user": "hanako" }), true),
        (json!({ "roles": ["administrator", "master"] }), json!({ "user": "boss" }), true),
        (json!({ "roles": ["general"] }), json!({}), false),
        // Two lists hold together.
        (
            json!({ "scope": "login", "roles": ["general"] }),
            json!({ "operation": "login", "user": "boss" }),
            false,
        ),
    ] {
        let found = reasons(&condition(narrowed.clone()), &request(facts.clone()));
        assert_eq!(!found.is_empty(), applies, "{narrowed} of {facts}");
    }
}

#[test]
fn conditions_on_the_address_apply_where_the_bank_says() {
    let conditions = json!([
        { "key": "net", "require": { "any": [
            { "attribute": "a", "is": true }, { "attribute": "address", "in": ["203.0.113.7"] }] } }
    ]);
    let request = |operation: Option<&str>| json!({ "operation": operation, "access": { "a": false, "address": "203.0.113.8" } });
    for (settings, operations) in [
        (json!({}), [false, true, false]),
        (json!({ "ip": { "scope": "login" } }), [true, false, false]),
        (json!({ "ip": { "scope": ["login", "download"] } }), [true, false, true]),
    ] {
        let company = company(&service(&settings, &conditions), &json!({}));
        let applies = |operation| !reasons(&company, &request(Some(operation))).is_empty();
        assert_eq!(["login", "viewBalance", "download"].map(applies), operations, "{settings}");
        assert_eq!(reasons(&company, &request(None)), [""; 0], "nobody knows where");
    }
    // A condition that states its scope keeps it.
    let mut stated = conditions;
    stated[0]["scope"] = json!("download");
    let company = company(&service(&json!({}), &stated), &json!({}));
    assert_eq!(reasons(&company, &request(Some("viewBalance"))), [""; 0]);
    assert_eq!(reasons(&company, &request(Some("download"))), ["access.condition /access - net"]);
}

/// The time is missing, which the permission step says; the attribute is there.
#[test]
fn a_missing_time_leaves_what_is_compared_with_it_undecided() {
    for require in [
        json!({ "attribute": "certificateExpires", "atLeast": "now" }),
        json!({ "attribute": "certificateExpires", "in": ["2026-11-20T00:00:00Z", "now"] }),
        json!({ "attribute": "certificateExpires", "above": "renewalGrace" }),
        json!({ "attribute": "contractDate", "atMost": "today" }),
    ] {
        let company = company(
            &service(&json!({}), &json!([{ "key": "one", "require": require }])),
            &json!({ "contractDate": "2026-11-20" }),
        );
        let access = json!({ "certificateExpires": "2026-11-20T00:00:00Z" });
        let request = json!({ "operation": "login", "user": "taro", "access": access });
        let mut verdict = String::new();
        company.evaluate_json(&request.to_string(), &mut verdict).unwrap();
        let verdict: Value = serde_json::from_str(&verdict).unwrap();
        assert_eq!((&verdict["reasons"], &verdict["missing"]), (&json!([]), &json!(["/now"])), "{require}");
    }
}

#[test]
fn every_condition_says_no_beside_the_later_steps() {
    let conditions = json!([{ "key": "a", "require": { "attribute": "a", "is": true } }]);
    let company = company(&service(&json!({}), &conditions), &json!({}));
    let request = json!({ "operation": "create", "access": { "a": false } }).to_string();
    let request = Request::from_json(&request).unwrap();
    let verdict = company.evaluate(&request).unwrap();
    assert_eq!(verdict.reasons.iter().map(|reason| reason.code.step()).collect::<Vec<_>>(), [Step::Access]);
    assert_eq!(verdict.missing.len(), 3, "user, business and now are asked for all the same");
}

#[test]
fn an_attribute_of_a_request_is_known_and_of_its_type() {
    let conditions = json!([{ "key": "a", "require": { "attribute": "a", "is": true } }]);
    let company = company(&service(&json!({}), &conditions), &json!({}));
    for (access, want) in [
        (r#"{ "A": true }"#, "request.access.unknown /access/A: there is no attribute `A`"),
        (r#"{ "x/y": null }"#, "request.access.unknown /access/x~1y: there is no attribute `x/y`"),
        (
            r#"{ "companyEnabled": true }"#,
            "request.access.unknown /access/companyEnabled: `companyEnabled` is stated in the company's document, not in the request",
        ),
        (
            r#"{ "registeredAddresses": "203.0.113.7" }"#,
            "request.access.unknown /access/registeredAddresses: `registeredAddresses` is stated in the company's document, not in the request",
        ),
        (
            r#"{ "a": "true" }"#,
            "request.access.value /access/a: `true` is not a value of `a`, which is `true` or `false`",
        ),
        (
            r#"{ "mailState": "Valid" }"#,
            "request.access.value /access/mailState: `Valid` is not a value of `mailState`, which is one of a list",
        ),
        (
            r#"{ "mailState": true }"#,
            "request.access.value /access/mailState: `true` is not a value of `mailState`, which is one of a list",
        ),
        (
            r#"{ "rank": "3" }"#,
            "request.access.value /access/rank: `3` is not a value of `rank`, which is a whole number of at most 15 digits",
        ),
        (
            r#"{ "rank": 1000000000000000 }"#,
            "request.access.value /access/rank: `1000000000000000` is not a value of `rank`, which is a whole number of at most 15 digits",
        ),
        (
            r#"{ "rank": -1 }"#,
            "request.access.value /access/rank: `-1` is not a value of `rank`, which is a whole number of at most 15 digits",
        ),
        (
            r#"{ "os": 11 }"#,
            "request.access.value /access/os: `11` is not a value of `os`, which is a text that is not empty",
        ),
        (
            r#"{ "address": "203.0.113.0/24" }"#,
            "request.access.value /access/address: `203.0.113.0/24` is not a value of `address`, which is an IPv4 or IPv6 address",
        ),
        (
            r#"{ "certificateExpires": "2026-11-20T10:15:00" }"#,
            "request.access.value /access/certificateExpires: `2026-11-20T10:15:00` is not a value of `certificateExpires`, which is an instant with an offset, such as 2026-11-20T10:15:00+09:00",
        ),
    ] {
        let request = format!(r#"{{ "access": {access} }}"#);
        let error = company.evaluate_json(&request, &mut String::new()).unwrap_err();
        assert_eq!(format!("{} {}: {}", error.code(), error.path(), error.message(crate::Lang::En)), want);
    }
    // Whatever no condition asks for is read, and nothing else; what is missing is of any type.
    for access in [
        json!({ "a": true, "rank": 999_999_999_999_999_u64, "os": "any", "mailState": "valid" }),
        json!({ "a": true, "b": "", "rank": null, "mailState": "", "address": "::1" }),
    ] {
        assert_eq!(reasons(&company, &json!({ "access": access })), [""; 0], "{access}");
    }
    // One who makes requests himself may name an attribute twice.
    let mut request = Request::from_json(r#"{ "access": { "a": true } }"#).unwrap();
    request.access.push(request.access[0].clone());
    let error = company.evaluate(&request).unwrap_err();
    assert_eq!((error.code().name(), error.path()), ("request.field.duplicate", "/access/a"));
}

/// Without a section the attributes that every bank has are known, and say nothing.
#[test]
fn a_service_without_conditions_lets_everybody_in() {
    let company = company(&service(&json!({}), &json!([])), &json!({ "companyEnabled": false }));
    assert_eq!(reasons(&company, &login(json!({ "serviceState": "stopped", "a": false }))), [""; 0]);
}

#[test]
fn reasons_name_the_condition_as_the_bank_does() {
    let conditions = json!([
        { "key": "a", "require": { "attribute": "a", "is": true }, "label": { "ja": "表示名", "en": "shown name" } },
        { "key": "b", "require": { "attribute": "b", "is": true } },
        { "key": "c", "require": { "attribute": "c", "is": true } }
    ]);
    let company = company(&service(&json!({}), &conditions), &json!({}));
    let request = login(json!({ "a": false, "b": false })).to_string();
    let verdict = company.evaluate(&Request::from_json(&request).unwrap()).unwrap();
    let texts: Vec<_> =
        verdict.reasons().map(|reason| [Lang::Ja, Lang::En].map(|lang| reason.text(lang))).collect();
    assert_eq!(
        texts,
        [
            ["ご利用の条件（表示名）を満たしていません。", "The condition `shown name` is not met."],
            ["ご利用の条件（b）を満たしていません。", "The condition `b` is not met."],
            [
                "確認に必要な情報（c）が得られないため、お取引いただけません。",
                "`c` is not known, so this cannot be allowed."
            ],
        ]
    );
}
