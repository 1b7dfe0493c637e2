//! What an item takes of the limits, and gives back (`docs/item.md`, section 9).

use serde_json::{Value, json};

use super::{Documents, NOW, ask, but, by, content, item, told, used};

fn submit() -> Value {
    json!({ "type": "submit", "user": "taro", "now": NOW, "approvers": ["hana"] })
}

fn execute(now: &str) -> Value {
    json!({ "type": "execute", "now": now })
}

#[test]
fn usage_is_taken_once_at_the_moment_of_the_bank() {
    let tuesday = "2026-11-24T10:00:00+09:00";
    for (moment, taken) in
        [("submit", [true, true, true]), ("approve", [false, true, true]), ("execute", [false, false, true])]
    {
        let documents =
            Documents::new().with("limit.takeAt", json!(moment)).with("limit.dayBasis", json!("valueDate"));
        let company = documents.load();
        let day = |used: &str| {
            json!([
            { "limit": "accountPerDay.total", "account": "A", "day": "2026-11-24", "used": used },
            { "limit": "accountPerDay.adHoc", "account": "A", "day": "2026-11-24", "used": used } ])
        };
        let (mut before, mut usage) = (item("draft"), day("0"));
        for ((event, state), taken) in
            [(submit(), "pendingFinal"), (by("approve", "hana"), "approved"), (execute(tuesday), "executed")]
                .into_iter()
                .zip(taken)
        {
            let answer = ask(&company, &before, &event, &usage).unwrap();
            assert_eq!(told(&answer), state);
            assert_eq!(answer["usage"], day(if taken { "100" } else { "0" }), "takeAt {moment}, {state}");
            let counted = answer["item"]["counted"].as_array().unwrap().len();
            assert_eq!(counted, if taken { 2 } else { 0 }, "takeAt {moment}, {state}");
            (before, usage) = (answer["item"].clone(), answer["usage"].clone());
        }
    }
}

#[test]
fn only_the_last_approval_takes() {
    let documents =
        Documents::new().with("limit.takeAt", json!("approve")).mode("transfer", "doubleAnyOrder");
    let first = but(item("pendingFirst"), json!({ "counted": [], "approvers": ["hana", "jiro"] }));
    let answer = documents.ask(&first, &by("approve", "hana"), &used("0", "0"));
    assert_eq!((told(&answer).as_str(), &answer["usage"]), ("pendingFinal", &used("0", "0")));
    let answer = documents.ask(&answer["item"], &by("approve", "jiro"), &used("0", "0"));
    assert_eq!((told(&answer).as_str(), &answer["usage"]), ("approved", &used("100", "100")));
}

#[test]
fn reservations_that_do_not_count_take_when_they_do() {
    let company = Documents::new().with("limit.countReservations", json!(false)).load();
    let answer = ask(&company, &item("draft"), &submit(), &used("0", "0")).unwrap();
    assert_eq!((told(&answer).as_str(), &answer["item"]["counted"]), ("pendingFinal", &json!([])));
    let answer = ask(&company, &answer["item"], &by("approve", "hana"), &used("0", "0")).unwrap();
    assert_eq!((told(&answer).as_str(), &answer["item"]["counted"]), ("approved", &json!([])));
    let usage = json!([
        { "limit": "accountPerDay.total", "account": "A", "day": "2026-11-24", "used": "7" },
        { "limit": "accountPerDay.adHoc", "account": "A", "day": "2026-11-24", "used": "7" } ]);
    let answer = ask(&company, &answer["item"], &execute("2026-11-24T10:00:00+09:00"), &usage).unwrap();
    assert_eq!(told(&answer), "executed");
    assert_eq!(answer["usage"][0]["used"], "107", "its day has come");
    assert_eq!(answer["item"]["counted"][0]["amount"], "100");
}

#[test]
fn limits_are_checked_where_the_bank_says_so() {
    let full = used("950", "0");
    let total = "limit.accountPerDay.total /payment";
    let draft = item("draft");
    let pending = but(item("pendingFinal"), json!({ "counted": [] }));
    let approved = but(item("approved"), json!({ "counted": [] }));
    let tuesday = json!([
        { "limit": "accountPerDay.total", "account": "A", "day": "2026-11-24", "used": "950" },
        { "limit": "accountPerDay.adHoc", "account": "A", "day": "2026-11-24", "used": "0" } ]);
    let events = [
        (&draft, submit(), &full, "pendingFinal"),
        (&pending, by("approve", "hana"), &full, "approved"),
        (&approved, execute("2026-11-24T10:00:00+09:00"), &tuesday, "executed"),
    ];
    for (checked, refused) in [
        (json!(["submit"]), [true, false, false]),
        (json!(["approve"]), [false, true, false]),
        (json!(["execute"]), [false, false, true]),
        (json!(["submit", "approve", "execute"]), [true, true, true]),
    ] {
        // Without approval nothing would be taken by approving, so that every business has some.
        let documents = Documents::new().mode("express", "single").mode("payroll", "single");
        let documents =
            documents.with("limit.checkAt", checked.clone()).with("limit.takeAt", checked[0].clone());
        let company = documents.load();
        for ((before, event, usage, state), refused) in events.iter().zip(refused) {
            let answer = ask(&company, before, event, usage).unwrap();
            assert_eq!(told(&answer), if refused { total } else { state }, "{checked}");
        }
    }
}

#[test]
fn an_item_that_is_executed_looks_at_the_limits_of_a_day_alone() {
    let mut documents = Documents::new();
    documents.service["ceilings"] =
        json!({ "perItem": "50", "accountPerDay": { "transfer": { "total": "1000" } } });
    let tuesday = |used: &str| {
        json!([{ "limit": "accountPerDay.total", "account": "A", "day": "2026-11-24", "used": used },
                                      { "limit": "accountPerDay.adHoc", "account": "A", "day": "2026-11-24", "used": "0" }])
    };
    let before = but(item("approved"), json!({ "counted": [] }));
    let at = execute("2026-11-24T10:00:00+09:00");
    let answer = documents.ask(&before, &at, &tuesday("900"));
    assert_eq!(told(&answer), "executed", "100 is more than 50 an item, which was asked before");
    let codes = super::vec_of(&answer["limits"], |line| line["code"].as_str().unwrap().into());
    assert_eq!(
        codes,
        ["limit.accountPerDay.total", "limit.accountPerDay.adHoc", "limit.ceiling.accountPerDay.total"]
    );
    assert_eq!(
        told(&documents.ask(&before, &at, &tuesday("901"))),
        "limit.accountPerDay.total /payment, limit.ceiling.accountPerDay.total /payment"
    );
    assert_eq!(
        told(&documents.ask(&before, &at, &json!([]))),
        "missing /usage/accountPerDay.total, missing /usage/accountPerDay.adHoc"
    );
}

#[test]
fn an_item_that_is_counted_is_not_counted_again() {
    let answer = Documents::new().ask(&item("pendingFinal"), &by("approve", "hana"), &used("1000", "800"));
    assert_eq!(told(&answer), "approved");
    assert_eq!(answer["usage"], used("1000", "800"));
    assert_eq!(answer["limits"][0]["requested"], "0");
}

/// Each way out of the counted states.
#[test]
fn usage_is_given_back_to_the_entries_it_was_taken_of() {
    let company = Documents::new().load();
    let late = "2026-11-24T10:00:00+09:00";
    let pending = but(item("pendingFinal"), json!({ "deadline": NOW }));
    for (before, event, state) in [
        (&pending, by("pullBack", "taro"), "pulledBack"),
        (&pending, by("sendBack", "hana"), "sentBack"),
        (&pending, by("discard", "hana"), "discarded"),
        (&pending, json!({ "type": "expire", "now": late }), "expired"),
        (&item("approved"), by("revoke", "hana"), "revoked"),
        (&item("approved"), by("cancel", "taro"), "cancelled"),
        (&item("approved"), json!({ "type": "fail", "now": NOW }), "failed"),
    ] {
        let wrong_day = {
            let mut usage = used("500", "500");
            usage[1]["day"] = json!("2026-11-24");
            usage
        };
        for (usage, wanted, left, why) in [
            (used("500", "500"), state, used("400", "400"), "more than it took"),
            (used("100", "100"), state, used("0", "0"), "exactly what it took"),
            (used("99", "100"), "item.usage /usage/0/used", used("99", "100"), "less than it took"),
            (used("100", "0"), "item.usage /usage/1/used", used("100", "0"), "less than it took"),
            (
                json!([used("500", "0")[0]]),
                "missing /usage/accountPerDay.adHoc",
                json!([used("500", "0")[0]]),
                "not there",
            ),
            (wrong_day.clone(), "missing /usage/accountPerDay.adHoc", wrong_day, "of another day"),
        ] {
            let answer = ask(&company, before, &event, &usage).unwrap();
            assert_eq!(told(&answer), wanted, "{state}: {why}");
            assert_eq!(answer["usage"], left, "{state}: {why}");
            if wanted == state {
                assert_eq!((&answer["item"]["counted"], &answer["item"]["spent"]), (&json!([]), &json!([])));
            } else {
                assert_eq!(answer["item"], *before, "{state}: {why}");
            }
        }
    }
}

#[test]
fn nothing_is_given_back_twice() {
    let company = Documents::new().load();
    let answer = ask(&company, &item("pendingFinal"), &by("pullBack", "taro"), &used("300", "300")).unwrap();
    assert_eq!(answer["usage"], used("200", "200"));
    for event in [
        by("pullBack", "taro"),
        by("sendBack", "hana"),
        by("cancel", "taro"),
        json!({ "type": "fail", "now": NOW }),
    ] {
        let again = ask(&company, &answer["item"], &event, &used("200", "200")).unwrap();
        assert_eq!((told(&again).as_str(), &again["usage"]), ("item.state /item/state", &used("200", "200")));
    }
    let gone = ask(&company, &answer["item"], &by("discard", "boss"), &used("200", "200")).unwrap();
    assert_eq!((told(&gone).as_str(), &gone["usage"]), ("discarded", &used("200", "200")));
    let mut forged = answer["item"].clone();
    forged["counted"] = item("pendingFinal")["counted"].clone();
    let error = ask(&company, &forged, &by("discard", "boss"), &used("200", "200")).unwrap_err();
    assert!(error.starts_with("request.item.impossible /item/counted"), "{error}");
}

#[test]
fn a_bank_may_keep_what_was_taken() {
    let documents = Documents::new().with("limit.releaseOnCancel", json!(false));
    let company = documents.load();
    let answer = ask(&company, &item("pendingFinal"), &by("pullBack", "taro"), &json!([])).unwrap();
    let counted = item("pendingFinal")["counted"].clone();
    assert_eq!(told(&answer), "pulledBack");
    assert_eq!((&answer["item"]["counted"], &answer["item"]["spent"]), (&json!([]), &counted));
    let answer = ask(&company, &answer["item"], &submit(), &used("100", "100")).unwrap();
    assert_eq!(answer["usage"], used("200", "200"), "taken anew, beside what is spent");
    assert_eq!((&answer["item"]["counted"], &answer["item"]["spent"]), (&counted, &counted));
    let answer = ask(&company, &answer["item"], &by("pullBack", "taro"), &json!([])).unwrap();
    let twice: Value = (0..2).flat_map(|_| counted.as_array().unwrap().clone()).collect();
    assert_eq!(answer["item"]["spent"], twice, "behind what was spent before");
    let spent: Value = (0..200).flat_map(|_| counted.as_array().unwrap().clone()).collect();
    let full = but(item("pendingFinal"), json!({ "spent": spent }));
    let answer = ask(&company, &full, &by("pullBack", "taro"), &json!([])).unwrap();
    assert_eq!(told(&answer), "pulledBack", "however much is spent");
    assert_eq!(answer["item"]["spent"].as_array().unwrap().len(), 402);
}

#[test]
fn a_batch_counts_for_the_company() {
    let documents = Documents::new().mode("bulk", "none");
    let items = json!([{ "payee": { "bank": "0002", "branch": "001" }, "payment": "100" }, { "payee": { "bank": "0002" }, "payment": "50" }]);
    let content = but(content(), json!({ "entry": "screen", "items": items }));
    let mut content = content;
    for field in ["payee", "payment", "bearer"] {
        content.as_object_mut().unwrap().remove(field);
    }
    let submit =
        json!({ "type": "submit", "user": "taro", "now": NOW, "business": "bulk", "content": content });
    let usage = json!([{ "limit": "companyPerDay", "business": "bulk", "day": "2026-11-20", "used": 10 }]);
    let answer = documents.ask(&Value::Null, &submit, &usage);
    assert_eq!(told(&answer), "approved");
    assert_eq!(answer["usage"][0]["used"], "160");
    let counted =
        json!([{ "limit": "companyPerDay", "business": "bulk", "day": "2026-11-20", "amount": "150" }]);
    assert_eq!(answer["item"]["counted"], counted);
}

/// What was taken of a limit that the bank no longer declares is given back all the same, by its texts (item 10.6, item 10.7).
#[test]
fn a_limit_that_is_no_longer_declared_is_given_back() {
    let of = |user: &str, amount: &str, field: &str| {
        let mut entry = json!({ "limit": "perMonth", "day": "2026-11-01" });
        entry[field] = json!(amount);
        if !user.is_empty() {
            entry["user"] = json!(user);
        }
        entry
    };
    let pending = but(item("pendingFinal"), json!({ "counted": [of("taro", "100", "amount")] }));
    let back = by("pullBack", "taro");
    let company = Documents::new().load();
    let answer = ask(&company, &pending, &back, &json!([of("taro", "107", "used")])).unwrap();
    assert_eq!(told(&answer), "pulledBack");
    assert_eq!(
        (&answer["usage"], &answer["item"]["counted"]),
        (&json!([of("taro", "7", "used")]), &json!([]))
    );
    let answer = ask(&company, &pending, &back, &json!([])).unwrap();
    assert_eq!(answer["missing"], json!(["/usage/perMonth"]), "the entry is asked for by its name");
    let answer = ask(&company, &pending, &back, &json!([of("taro", "99", "used")])).unwrap();
    assert_eq!(answer["reasons"][0]["code"], "item.usage", "less is used than was taken");
    for (usage, why) in [
        (json!([of("hana", "107", "used")]), "of somebody else: the item has taken nothing of it"),
        (json!([of("", "107", "used")]), "of the company"),
        (json!([of("taro", "107", "used"), of("taro", "107", "used")]), "twice"),
    ] {
        assert!(ask(&company, &pending, &back, &usage).is_err(), "{why}");
    }
    let declared = but(item("draft"), json!({ "counted": [] }));
    let answer = ask(&company, &declared, &submit(), &json!([of("taro", "107", "used")]));
    assert!(answer.is_err(), "an item that has taken nothing of it");
}
