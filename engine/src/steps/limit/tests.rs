//! Declared limits, each bound on both sides (`docs/rules.md`, section 7.4).

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::{Company, Service};

/// A bank with a single business and a batch, both free of fees, and the limits of a row.
fn company(limits: Value, set: Value) -> Company {
    let free = json!({ "all": [{ "from": "0", "fee": "0" }] });
    let service = json!({
        "format": 1, "id": "bank", "version": "1", "currency": "JPY", "utcOffset": "+09:00",
        "settings": { "account": { "number": { "minLength": 1, "maxLength": 7 } } },
        "businesses": {
            "transfer": { "kind": "transfer", "approvalModes": ["single"], "limits": [] },
            "bulk": { "kind": "bulkTransfer", "approvalModes": ["single"], "limits": [] },
        },
        "rights": {
            "transfer.all": { "always": { "create": "all", "approve": "all", "edit": "all" } },
            "bulk.all": { "always": { "create": "all", "approve": "all" } },
        },
        "patterns": [{ "key": "all", "when": {} }],
        "standardFees": [{ "from": "2020-01-01", "tables": { "transfer": free, "bulk": free } }],
        "limits": limits,
    });
    let user = |id: &str| {
        json!({ "id": id, "role": "general", "enabled": true, "accounts": ["A"],
        "rights": ["transfer.all", "bulk.all"] })
    };
    let mut company = json!({
        "format": 1, "id": "c", "approval": { "transfer": "single", "bulk": "single" },
        "accounts": [{ "id": "A", "bank": "0001", "branch": "001", "type": "1", "number": "1" }],
        "users": [user("taro"), user("hana")],
    });
    for (at, value) in set.as_object().unwrap() {
        let (parent, key) = at.rsplit_once('/').unwrap();
        company.pointer_mut(parent).unwrap()[key] = value.clone();
    }
    let service = Service::from_json(&service.to_string()).unwrap_or_else(|findings| panic!("{findings}"));
    service.company_from_json(&company.to_string()).unwrap_or_else(|findings| panic!("{findings}"))
}

/// A payment to a payee, with members put into it.
fn single(payment: u32, more: Value) -> Value {
    let mut request = json!({
        "user": "taro", "business": "transfer", "operation": "create", "account": "A",
        "now": "2026-11-20T10:00:00+09:00", "valueDate": "2026-11-24", "bearer": "payer", "approvers": ["hana"],
        "payee": { "kind": "newAccount", "bank": "0002", "branch": "002", "type": "1", "number": "7" },
        "payment": payment.to_string(),
    });
    put(&mut request, more);
    request
}

/// A batch of payments, each with the last digit of its payee's number and the kind of the payee.
fn batch(items: &[(u32, &str, &str)], more: Value) -> Value {
    let item = |(payment, number, kind): &(u32, &str, &str)| {
        json!({ "payment": payment.to_string(), "bearer": "payer",
                "payee": { "kind": kind, "bank": "0002", "branch": "002", "type": "1", "number": number } })
    };
    let mut request = json!({
        "user": "taro", "business": "bulk", "operation": "create", "account": "A", "entry": "screen",
        "now": "2026-11-20T10:00:00+09:00", "valueDate": "2026-11-24", "approvers": ["hana"],
        "items": items.iter().map(item).collect::<Vec<_>>(),
    });
    put(&mut request, more);
    request
}

fn put(request: &mut Value, more: Value) {
    for (at, value) in more.as_object().unwrap() {
        let (parent, key) = at.rsplit_once('/').unwrap();
        request.pointer_mut(parent).unwrap()[key] = value.clone();
    }
}

/// The lines of limits, the reasons and missing fields, and the usage afterwards, in a few words each.
fn told(company: &Company, request: &Value) -> Vec<String> {
    let mut out = String::new();
    if let Err(error) = company.evaluate_json(&request.to_string(), &mut out) {
        return [format!("{} {}", error.code(), error.path())].into();
    }
    let answer: Value = serde_json::from_str(&out).unwrap();
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), ToString::to_string);
    let mut told = Vec::new();
    for line in answer["limits"].as_array().unwrap() {
        let figures = ["limit", "used", "requested", "remaining"].map(|name| text(&line[name])).join(" ");
        told.push(format!("{} {figures}", text(&line["key"])));
    }
    for reason in answer["reasons"].as_array().unwrap() {
        let max = reason.get("max").map_or_else(String::new, |max| format!(" max {}", text(max)));
        told.push(format!(
            "{} {} {}{max}",
            text(&reason["code"]),
            text(&reason["key"]),
            text(&reason["path"])
        ));
    }
    told.extend(answer["missing"].as_array().unwrap().iter().map(|at| format!("missing {}", text(at))));
    told.extend(
        answer["usage"].as_array().unwrap().iter().map(|entry| format!("usage {}", text(&entry["used"]))),
    );
    told
}

#[track_caller]
fn says(company: &Company, request: &Value, want: &[&str], why: &str) {
    assert_eq!(told(company, request), want, "{why}");
}

fn usage(limit: &str, whose: Value, day: &str, used: &str) -> Value {
    let mut entry = json!({ "limit": limit, "day": day, "used": used });
    entry.as_object_mut().unwrap().extend(whose.as_object().unwrap().clone());
    entry
}

/// What the company, an account or a user has set for one limit is not the value of another.
#[test]
fn a_limit_has_its_own_value_beside_those_of_others() {
    let bearers = ["account", "company", "user"];
    let limits: Value = bearers
        .iter()
        .flat_map(|of| {
            let limit = |more: Value| {
                let mut limit = json!({ "of": of, "per": "operation" });
                limit.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
                limit
            };
            [
                (format!("{of}Fixed"), limit(json!({ "amount": "500" }))),
                (format!("{of}Open"), limit(json!({ "ceiling": "999" }))),
                (format!("{of}Set"), limit(json!({}))),
            ]
        })
        .collect::<serde_json::Map<_, _>>()
        .into();
    let set = json!({
        "/limits": { "companySet": "71" },
        "/accounts/0/limits": { "accountSet": "72" },
        "/users/0/limits": { "userSet": "73" },
        "/users/1/limits": { "userSet": "74", "userOpen": "75" },
    });
    says(
        &company(limits, set),
        &single(1, json!({})),
        &[
            "accountFixed 500 0 1 499",
            "accountSet 72 0 1 71",
            "companyFixed 500 0 1 499",
            "companySet 71 0 1 70",
            "userFixed 500 0 1 499",
            "userSet 73 0 1 72",
            "accountOpen 999 0 1 998",
            "companyOpen 999 0 1 998",
            "userOpen 999 0 1 998",
        ],
        "what the bank has fixed stays so, and where nobody has set a value the ceiling holds",
    );
}

/// Each period begins on its first day; an entry of another day is a reason, and none is missing.
#[test]
fn a_period_has_its_first_day() {
    for (per, day, other) in [
        ("day", "2026-11-20", "2026-11-19"),
        ("week", "2026-11-16", "2026-11-20"),
        ("month", "2026-11-01", "2026-11-20"),
        ("year", "2026-01-01", "2026-11-01"),
    ] {
        let limits =
            json!({ "x": { "of": "user", "per": per, "businesses": ["transfer"], "ceiling": "1000" } });
        let company = company(limits, json!({}));
        let with = |day: &str, used: &str, payment: u32| {
            single(payment, json!({ "/usage": [usage("x", json!({ "user": "taro" }), day, used)] }))
        };
        says(&company, &with(day, "900", 100), &["x 1000 900 100 0", "usage 1000"], per);
        let over = ["x 1000 900 101 -1", "limit.ceiling.declared x /payment max 100", "usage 900"];
        says(&company, &with(day, "900", 101), &over, per);
        says(&company, &with(other, "0", 1), &["limit.usage.day null /usage/0/day", "usage 0"], per);
        let none = single(1, json!({}));
        says(&company, &none, &["missing /usage/x"], "nobody says what is used");
        let others = single(1, json!({ "/usage": [usage("x", json!({ "user": "hana" }), day, "0")] }));
        says(
            &company,
            &others,
            &["missing /usage/x", "usage 0"],
            "what somebody else has used is another entry",
        );
    }
}

/// A value that is set takes the place of the ceiling.
#[test]
fn what_is_set_comes_before_the_ceiling() {
    let limits = json!({ "x": { "of": "user", "per": "operation", "ceiling": "1000" } });
    let by_ceiling = company(limits.clone(), json!({}));
    says(&by_ceiling, &single(1_000, json!({})), &["x 1000 0 1000 0"], "the ceiling itself");
    let over = ["x 1000 0 1001 -1", "limit.ceiling.declared x /payment max 1000"];
    says(&by_ceiling, &single(1_001, json!({})), &over, "above it");
    let set = company(limits, json!({ "/users/0/limits": { "x": "500" } }));
    says(&set, &single(500, json!({})), &["x 500 0 500 0"], "the value itself");
    let over = ["x 500 0 501 -1", "limit.declared x /payment max 500"];
    says(&set, &single(501, json!({})), &over, "one line, that of the value");
    let none = company(json!({ "x": { "of": "company", "per": "operation" } }), json!({}));
    says(&none, &single(501, json!({})), &[], "neither a value nor a ceiling");
    let locked = company(json!({ "x": { "of": "company", "per": "operation", "amount": "0" } }), json!({}));
    says(&locked, &single(1, json!({})), &["x 0 0 1 -1", "limit.declared x /payment"], "0 locks");
}

/// A number of items is kept up to the limit, whatever currency and setting.
#[test]
fn numbers_of_items_are_counted() {
    let limits = json!({ "n": { "of": "company", "per": "day", "measure": "count", "ceiling": 5 } });
    let company = company(limits, json!({}));
    let items = [(10, "1", "newAccount"), (20, "2", "preRegistered"), (30, "1", "newAccount")];
    let with = |used: &str| batch(&items, json!({ "/usage": [usage("n", json!({}), "2026-11-20", used)] }));
    says(&company, &with("2"), &["n 5 2 3 0", "usage 5"], "three more make five");
    says(&company, &with("3"), &["n 5 3 3 -1", "limit.ceiling.declared n /items max 2", "usage 3"], "six");
    says(&company, &with("5"), &["n 5 5 3 -3", "limit.ceiling.declared n /items", "usage 5"], "none is left");
    says(&company, &with("2.0"), &["request.usage.used /usage/0/used"], "no number of items");
    let one = |used: &str| single(10, json!({ "/usage": [usage("n", json!({}), "2026-11-20", used)] }));
    says(&company, &one("4"), &["n 5 4 1 0", "usage 5"], "the fifth");
    says(&company, &one("5"), &["n 5 5 1 -1", "limit.ceiling.declared n /payment", "usage 5"], "the sixth");
}

/// In a batch only the items of the kinds count, and what is not known of one leaves the limit out.
#[test]
fn items_of_other_kinds_do_not_count() {
    let limits = json!({ "x": { "of": "account", "per": "operation", "payeeKinds": ["newAccount"], "ceiling": "40" } });
    let company = company(limits, json!({}));
    let kept = [(10, "1", "newAccount"), (999, "2", "preRegistered"), (30, "3", "newAccount")];
    says(&company, &batch(&kept, json!({})), &["x 40 0 40 0"], "those of the kind alone");
    let over = [(11, "1", "newAccount"), (999, "2", "preRegistered"), (30, "3", "newAccount")];
    says(
        &company,
        &batch(&over, json!({})),
        &["x 40 0 41 -1", "limit.ceiling.declared x /items max 40"],
        "one more",
    );
    let none = [(999, "2", "preRegistered")];
    says(&company, &batch(&none, json!({})), &[], "it counts no item");
    let unknown = batch(&over, json!({ "/items/1/payee/kind": "" }));
    says(&company, &unknown, &["missing /items/1/payee/kind"], "one kind is not known");
}

/// The age of a payee, to the minute.
#[test]
fn payees_are_young_for_so_many_minutes() {
    let limits = json!({ "y": { "of": "company", "per": "operation", "payeeYoungerThanMinutes": 60, "amount": "100" } });
    let company = company(limits, json!({}));
    let at = |time: &str| single(101, json!({ "/payee/registeredAt": time }));
    let over = ["y 100 0 101 -1", "limit.declared y /payment max 100"];
    says(&company, &at("2026-11-20T09:00:01+09:00"), &over, "a second less than an hour ago");
    says(&company, &at("2026-11-20T09:00:00+09:00"), &[], "an hour ago");
    says(&company, &at("2026-11-20T10:00:01+09:00"), &over, "after now");
    says(&company, &at("2026-11-20T00:00:01Z"), &over, "instants are compared, not their spellings");
    says(&company, &single(101, json!({})), &["missing /payee/registeredAt"], "not known");
    says(&company, &at("2026-11-20"), &["form.instant null /payee/registeredAt"], "no instant");
}

/// Each payee by himself, by what he has had.
#[test]
fn each_payee_has_a_limit_of_his_own() {
    let limits = json!({ "p": { "of": "payee", "per": "day", "ceiling": "100" } });
    let company = company(limits, json!({}));
    let of = |number: &str, used: &str| {
        usage("p", json!({ "payee": format!("0002-002-1-{number}") }), "2026-11-20", used)
    };
    let items = [(60, "1", "newAccount"), (50, "2", "newAccount"), (40, "1", "newAccount")];
    let with = |one: &str, two: &str| batch(&items, json!({ "/usage": [of("2", two), of("1", one)] }));
    says(
        &company,
        &with("0", "0"),
        &["p 100 0 100 0", "usage 50", "usage 100"],
        "the first has no room left",
    );
    let over = ["p 100 1 100 -1", "limit.ceiling.declared p /items/0/payee max 99", "usage 0", "usage 1"];
    says(&company, &with("1", "0"), &over, "one yen more, at his first item");
    let both = [
        "p 100 60 50 -10",
        "limit.ceiling.declared p /items/0/payee max 99",
        "limit.ceiling.declared p /items/1/payee max 40",
        "usage 60",
        "usage 1",
    ];
    says(&company, &with("1", "60"), &both, "the one with the least room is listed");
    let one = batch(&items, json!({ "/usage": [of("1", "0")] }));
    says(&company, &one, &["missing /usage/p", "usage 0"], "of one of them nobody says what is used");
    let lacking =
        batch(&items, json!({ "/usage": [of("1", "0"), of("2", "0")], "/items/1/payee/number": "" }));
    says(
        &company,
        &lacking,
        &["missing /items/1/payee/number", "usage 0", "usage 0"],
        "who is paid is not known",
    );
    let single = single(100, json!({ "/usage": [of("7", "0")] }));
    says(&company, &single, &["p 100 0 100 0", "usage 100"], "of a single business at its payment");
    let wrong =
        batch(&items, json!({ "/usage": [usage("p", json!({ "payee": "0002-002-1" }), "2026-11-20", "0")] }));
    says(&company, &wrong, &["request.usage.payee /usage/0/payee"], "no payee");
}

/// One item at a time.
#[test]
fn each_item_is_held_against_a_limit_of_items() {
    let limits =
        json!({ "i": { "of": "user", "per": "item", "payeeKinds": ["newAccount"], "ceiling": "50" } });
    let company = company(limits, json!({}));
    let items = [(50, "1", "newAccount"), (99, "2", "preRegistered"), (50, "3", "newAccount")];
    says(&company, &batch(&items, json!({})), &["i 50 0 50 0"], "the largest that counts");
    let items = [(51, "1", "newAccount"), (99, "2", "preRegistered"), (52, "3", "newAccount")];
    let over = [
        "i 50 0 52 -2",
        "limit.ceiling.declared i /items/0/payment max 50",
        "limit.ceiling.declared i /items/2/payment max 50",
    ];
    says(&company, &batch(&items, json!({})), &over, "each over it");
}

/// Who acts, and when: what is asked of a request is not asked of its approval, and the other way round.
#[test]
fn a_limit_has_its_moment() {
    let limits = json!({
        "a": { "of": "user", "per": "operation", "on": "approve", "ceiling": "10" },
        "c": { "of": "company", "per": "operation", "ceiling": "10" },
        "d": { "of": "user", "per": "operation", "ceiling": "10" },
    });
    let company = company(limits, json!({}));
    let of = |operation: &str| {
        single(
            10,
            json!({ "/operation": operation, "/item": { "requester": "hana", "state": "pendingFinal", "approvers": [] }, "/approvers": [] }),
        )
    };
    let lines = |operation: &str| -> Vec<String> {
        told(&company, &of(operation))
            .into_iter()
            .filter(|line| line.contains(" 10 0 10 0") || line.ends_with("10 0 10 0"))
            .collect()
    };
    assert_eq!(lines("create"), ["c 10 0 10 0", "d 10 0 10 0"], "as it is made");
    assert_eq!(lines("edit"), ["c 10 0 10 0", "d 10 0 10 0"], "as it is changed");
    assert_eq!(
        lines("approve"),
        ["a 10 0 10 0", "c 10 0 10 0"],
        "as it is approved: the item's, and the approver's own"
    );
}

/// Before a payment is typed each limit says how much is left, and asks for nothing.
#[test]
fn room_is_shown_before_anything_is_typed() {
    let limits = json!({
        "d": { "of": "user", "per": "day", "ceiling": "10" },
        "i": { "of": "user", "per": "item", "ceiling": "10" },
        "n": { "of": "account", "per": "operation", "measure": "count", "ceiling": "3" },
        "p": { "of": "payee", "per": "operation", "ceiling": "10" },
        "y": { "of": "company", "per": "operation", "payeeYoungerThanMinutes": 5, "ceiling": "10" },
    });
    let company = company(limits, json!({}));
    let untyped = |more: Value| {
        single(1, {
            let mut all = json!({ "/payment": "" });
            all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            all
        })
    };
    let used = json!([usage("d", json!({ "user": "taro" }), "2026-11-20", "4")]);
    let want = ["d 10 4 0 6", "n 3 0 0 3", "p 10 0 0 10", "missing /payment", "usage 4"];
    says(
        &company,
        &untyped(json!({ "/usage": used.clone() })),
        &want,
        "not that of one item, nor of an age that is not known",
    );
    let unpaid = untyped(json!({ "/usage": used, "/payee/number": "" }));
    says(
        &company,
        &unpaid,
        &["d 10 4 0 6", "n 3 0 0 3", "missing /payment", "usage 4"],
        "nor of a payee who is not known",
    );
    says(
        &company,
        &untyped(json!({})),
        &["n 3 0 0 3", "p 10 0 0 10", "missing /payment"],
        "what is used is not asked for",
    );
}

/// An entry names whose limit it is of, and nobody else; an amount below zero or past all amounts is none.
#[test]
fn usage_that_can_be_is_the_only_usage() {
    let limits = json!({
        "u": { "of": "user", "per": "day", "ceiling": "10" },
        "c": { "of": "company", "per": "day", "ceiling": "10" },
        "n": { "of": "account", "per": "day", "measure": "count", "ceiling": "10" },
    });
    let company = company(limits, json!({}));
    let day = "2026-11-20";
    for (entry, want, why) in [
        (usage("u", json!({}), day, "0"), "request.usage.incomplete /usage/0", "nobody"),
        (
            usage("u", json!({ "user": "nobody" }), day, "0"),
            "request.user.unknown /usage/0/user",
            "somebody unknown",
        ),
        (
            usage("u", json!({ "user": "taro", "account": "A" }), day, "0"),
            "request.field.unknown /usage/0/account",
            "an account beside",
        ),
        (
            usage("c", json!({ "user": "taro" }), day, "0"),
            "request.field.unknown /usage/0/user",
            "a limit of the company is nobody's",
        ),
        (
            usage("accountPerDay.total", json!({ "account": "A", "payee": "a-b-c-d" }), day, "0"),
            "request.field.unknown /usage/0/payee",
            "one of every bank",
        ),
        (usage("x", json!({}), day, "0"), "request.usage.limit /usage/0/limit", "there is no such limit"),
        (usage("c", json!({}), day, "-1"), "request.usage.used /usage/0/used", "below zero"),
        (
            usage("c", json!({}), day, "1000000000000000000"),
            "request.usage.used /usage/0/used",
            "past all amounts",
        ),
        (
            usage("n", json!({ "account": "A" }), day, "-1"),
            "request.usage.used /usage/0/used",
            "fewer than no items",
        ),
        (
            usage("n", json!({ "account": "A" }), day, "1000000000000000000"),
            "request.usage.used /usage/0/used",
            "19 digits",
        ),
    ] {
        says(&company, &single(1, json!({ "/usage": [entry] })), &[want], why);
    }
    let twice = json!([usage("c", json!({}), day, "0"), usage("c", json!({}), "2026-11-19", "0")]);
    says(
        &company,
        &single(1, json!({ "/usage": twice })),
        &["request.usage.duplicate /usage/1"],
        "twice, whatever the day",
    );
}

/// Many entries are found and told apart as few are.
#[test]
fn many_entries_of_usage() {
    let limits = json!({ "p": { "of": "payee", "per": "day", "ceiling": "100" } });
    let company = company(limits, json!({}));
    let of =
        |number: usize| usage("p", json!({ "payee": format!("0002-002-1-{number}") }), "2026-11-20", "99");
    let mut many: Vec<Value> = (0..2_000).rev().map(of).collect();
    let found = told(&company, &single(1, json!({ "/usage": many.clone() })));
    assert_eq!(
        (&*found[0], &*found[1_993]),
        ("p 100 99 1 0", "usage 100"),
        "that of the payee, in its place"
    );
    assert_eq!(found.iter().filter(|line| *line == "usage 100").count(), 1);
    many.push(of(1_000));
    many.push(of(5));
    says(
        &company,
        &single(1, json!({ "/usage": many.clone() })),
        &["request.usage.duplicate /usage/2000"],
        "the first that stands twice",
    );
    many[1_500]["used"] = json!("x");
    says(
        &company,
        &single(1, json!({ "/usage": many })),
        &["request.usage.used /usage/1500/used"],
        "the first mistake",
    );
}

/// An item that stands in the usage adds nothing, but to a limit on its approval.
#[test]
fn what_is_counted_adds_nothing() {
    let limits = json!({
        "a": { "of": "company", "per": "day", "on": "approve", "ceiling": "10" },
        "c": { "of": "company", "per": "day", "ceiling": "10" },
    });
    let company = company(limits, json!({}));
    let used = json!([usage("c", json!({}), "2026-11-18", "10"), usage("a", json!({}), "2026-11-20", "0")]);
    let request = single(
        10,
        json!({ "/operation": "approve", "/usage": used, "/approvers": [],
        "/item": { "requester": "hana", "state": "pendingFinal", "approvers": [], "counted": true, "countedOn": "2026-11-18" } }),
    );
    let found: Vec<String> = told(&company, &request);
    assert_eq!(found, ["a 10 0 10 0", "c 10 10 0 0", "usage 10", "usage 10"]);
}
