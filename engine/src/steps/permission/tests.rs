use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::resolve::{Entered, NamedApprovers, Requester, ResolvedOrder};
use crate::terms::{Operation, PayeeKind, State};
use crate::{Company, Request, Resolved, Service};

/// A bank whose rights are narrowed in every way, with self-approval forbidden.
fn service() -> Value {
    json!({
        "format": 1, "id": "bank", "version": "1", "currency": "JPY", "utcOffset": "+09:00",
        "settings": { "approval": { "selfApproval": "forbid", "namedByRequester": false } },
        "businesses": {
            "transfer": { "kind": "transfer", "approvalModes": ["single"], "limits": ["userPerOperation"],
                          "switchTo": { "bulk": {} } },
            "bulk": { "kind": "bulkTransfer", "approvalModes": ["none"], "limits": [], "switchTo": { "transfer": {} } },
            "unused": { "kind": "payroll", "approvalModes": ["single"], "limits": [] }
        },
        "rights": {
            "transfer.request.preRegistered": { "always": {
                "create": "all", "edit": "own", "delete": "own", "view": "own", "pullBack": "own", "switch": "own" } },
            "transfer.request.newAccount": { "always": { "create": "own", "edit": "kind", "view": "kind", "cancel": "kind" } },
            "transfer.mend": { "always": { "edit": "all" } },
            "transfer.tidy.preRegistered": { "always": { "edit": "all", "delete": "all" } },
            "transfer.approve": { "always": { "approve": "all", "sendBack": "all", "discard": "all", "revoke": "all" } },
            "transfer.others": { "always": { "verify": "all", "release": "all" } },
            "transfer.chief": { "always": { "cancel": "all", "pullBack": "all", "view": "all" } },
            "transfer.desk": { "always": { "view": "own", "delete": "own" } },
            "bulk.request.screen": { "always": { "create": "all", "edit": "own", "view": "own", "switch": "own" } },
            "bulk.request.file": { "always": { "create": "kind", "edit": "kind" } },
            "bulk.leave": { "always": { "switch": "all" } },
            "transfer.tidy.newAccount": { "always": { "delete": "all" } },
            "log.own": { "always": { "viewLog": "own" } },
            "log.kind": { "always": { "viewLog": "kind" } },
            "log.all": { "always": { "viewLog": "all" } }
        },
        "patterns": [{ "key": "any", "when": {} }],
        "standardFees": [{ "from": "2019-10-01", "tables": {
            "transfer": { "any": [{ "from": "0", "fee": "110" }] }, "bulk": { "any": [{ "from": "0", "fee": "110" }] } } }]
    })
}

fn user(id: &str, rights: &[&str]) -> Value {
    let limits = json!({ "preRegistered": "2000000", "newAccount": "1000000" });
    json!({ "id": id, "role": "general", "enabled": true, "accounts": ["main"], "rights": rights,
            "limits": { "transfer": limits } })
}

fn document() -> Value {
    json!({
        "format": 1, "id": "company", "approval": { "transfer": "single", "bulk": "none" },
        "accounts": [{ "id": "main", "bank": "0001", "branch": "101", "type": "1", "number": "1234567" }],
        "users": [
            { "id": "boss", "role": "master", "enabled": true,
              "limits": { "transfer": { "preRegistered": "1", "userRegistered": "1", "newAccount": "1" } } },
            user("desk", &["transfer.desk", "log.own"]),
            user("hana", &["transfer.approve", "transfer.others"]),
            user("jiro", &["transfer.request.newAccount", "bulk.request.file", "bulk.leave"]),
            user("mend", &["transfer.mend"]),
            user("none", &[]),
            user("taro", &["transfer.request.preRegistered", "bulk.request.screen"]),
            user("tidy", &["transfer.tidy.preRegistered", "transfer.request.newAccount"]),
            user("both", &["transfer.tidy.preRegistered", "transfer.tidy.newAccount", "log.all", "log.kind"]),
            user("kind", &["log.kind"]),
            user("log", &["log.all"]),
        ]
    })
}

fn load(document: &Value) -> Company {
    let service = service();
    let service = Service::from_json(&service.to_string()).unwrap_or_else(|findings| panic!("{findings}"));
    service.company_from_json(&document.to_string()).unwrap_or_else(|findings| panic!("{findings}"))
}

/// A request of the transfer business, or with `entry` of the batch one.
fn request(user: &str, operation: &str, typed: &str, item: Value) -> Value {
    let mut request = json!({
        "user": user, "operation": operation, "business": "transfer", "account": "main",
        "now": "2026-11-20T10:15:00+09:00", "valueDate": "2026-11-24", "item": item
    });
    let makes = ["create", "edit", "switch", "approve", "verify", "release"].contains(&operation);
    if ["screen", "file", "fax"].contains(&typed) {
        request["business"] = json!("bulk");
        request["entry"] = json!(typed);
        if makes {
            request["items"] = json!([{ "payee": { "bank": "0002", "branch": "201" }, "payment": "1" }]);
        }
    } else if makes {
        request["payment"] = json!("1");
        request["payee"] = json!({ "kind": typed, "bank": "0002", "branch": "201" });
    }
    request
}

/// Reasons and missing fields in one line; nothing for a request that is let through.
fn told(company: &Company, request: &Value) -> String {
    let mut text = String::new();
    if let Err(error) = company.evaluate_json(&request.to_string(), &mut text) {
        return format!("{} {}: {}", error.code(), error.path(), error.message(crate::Lang::En));
    }
    let verdict: Value = serde_json::from_str(&text).unwrap();
    let mut words = Vec::new();
    for reason in verdict["reasons"].as_array().unwrap() {
        words.push(format!("{} {}", reason["code"].as_str().unwrap(), reason["path"].as_str().unwrap()));
    }
    for path in verdict["missing"].as_array().unwrap() {
        words.push(format!("? {}", path.as_str().unwrap()));
    }
    words.join(", ")
}

/// Facts of an item, in the state in which the operation is possible.
fn facts(operation: &str, requester: &str, kind: &str) -> Value {
    let state = match operation {
        "edit" | "delete" => "sentBack",
        "revoke" | "cancel" => "approved",
        _ => "pendingFinal",
    };
    let narrowing = if ["screen", "file"].contains(&kind) { "entry" } else { "payeeKind" };
    json!({ "requester": requester, "approvers": [], "state": state, narrowing: kind })
}

fn but(mut item: Value, changes: Value) -> Value {
    for (name, value) in changes.as_object().unwrap() {
        item[name.as_str()] = value.clone();
    }
    item
}

#[test]
fn what_an_item_becomes_must_be_permitted_as_a_new_one_is() {
    let company = load(&document());
    let (pre, new, own) = ("preRegistered", "newAccount", "userRegistered");
    for (who, was, becomes, wanted, why) in [
        ("taro", pre, pre, "", "stays what he may make"),
        ("taro", pre, new, "permission.scope /payee/kind", "his right to edit does not make it another kind"),
        ("taro", pre, own, "permission.scope /payee/kind", "nor the third"),
        (
            "taro",
            new,
            pre,
            "permission.scope /item",
            "what it is counts as well: made before he lost the box",
        ),
        ("taro", new, own, "permission.scope /item, permission.scope /payee/kind", "neither"),
        ("taro", pre, "", "? /payee/kind", "not yet typed"),
        ("taro", pre, "friend", "form.choice /payee/kind", "typed wrongly, which the form says"),
        ("mend", pre, pre, "permission.right /operation", "edits everybody's items, and may make none"),
        ("none", pre, pre, "permission.right /operation", "neither, said once"),
        ("hana", pre, pre, "permission.right /operation", "an approver does not edit"),
        ("tidy", pre, new, "", "reaches every item, and may make new accounts"),
        (
            "tidy",
            new,
            pre,
            "permission.scope /payee/kind",
            "a narrowed right to edit is none to make its kind",
        ),
        ("boss", new, pre, "", "may make all kinds"),
        ("taro", "screen", "screen", "", "typed on the screen, and so again"),
        ("taro", "screen", "file", "permission.scope /entry", "a file he may not send"),
        ("taro", "screen", "fax", "form.choice /entry", "typed wrongly, which the form says"),
        ("jiro", "file", "file", "", "a file, and a file again"),
        ("jiro", "file", "screen", "permission.scope /entry", "he may type none"),
        ("jiro", "screen", "file", "permission.scope /item", "it was not his kind"),
    ] {
        let asked = request(who, "edit", becomes, facts("edit", who, was));
        assert_eq!(told(&company, &asked), wanted, "{who}, {was} to {becomes}: {why}");
    }
}

#[test]
fn both_sides_of_a_switch_are_asked() {
    let company = load(&document());
    for (who, left, was, becomes, wanted, why) in [
        ("taro", "bulk", "screen", "preRegistered", "", "may leave with what is his, and make such a one"),
        ("taro", "bulk", "screen", "newAccount", "permission.scope /payee/kind", "may not make one"),
        ("taro", "bulk", "file", "preRegistered", "permission.scope /item", "may not leave with a file"),
        (
            "taro",
            "bulk",
            "file",
            "newAccount",
            "permission.scope /item, permission.scope /payee/kind",
            "neither",
        ),
        ("taro", "transfer", "preRegistered", "screen", "", "the other way"),
        ("taro", "transfer", "preRegistered", "file", "permission.scope /entry", "a file he may not send"),
        ("mend", "bulk", "screen", "newAccount", "permission.right /operation", "may neither leave nor make"),
        ("jiro", "bulk", "screen", "newAccount", "", "leaves with everything, and may make new accounts"),
        (
            "tidy",
            "bulk",
            "screen",
            "newAccount",
            "permission.right /operation",
            "may make one, and not leave",
        ),
        (
            "jiro",
            "transfer",
            "newAccount",
            "file",
            "permission.right /operation",
            "may make one, and not leave that",
        ),
        (
            "taro",
            "unused",
            "screen",
            "preRegistered",
            "permission.business.notContracted /item/business",
            "left is nothing",
        ),
        (
            "taro",
            "unused",
            "screen",
            "newAccount",
            "permission.business.notContracted /item/business, permission.scope /payee/kind",
            "and what is new is asked all the same",
        ),
    ] {
        let item = but(facts("switch", who, was), json!({ "business": left }));
        let asked = request(who, "switch", becomes, item);
        assert_eq!(told(&company, &asked), wanted, "{who}, {left} {was} to {becomes}: {why}");
    }
    let nowhere = request("taro", "switch", "preRegistered", facts("switch", "taro", "screen"));
    assert_eq!(told(&company, &nowhere), "? /item/business");
}

const ON_AN_ITEM: [&str; 11] = [
    "edit", "delete", "cancel", "pullBack", "approve", "verify", "release", "sendBack", "discard", "revoke",
    "switch",
];

/// Somebody who may do the operation to everybody's items.
fn who_may(operation: &str) -> &'static str {
    match operation {
        "edit" | "delete" => "tidy",
        "approve" | "verify" | "release" | "sendBack" | "discard" | "revoke" => "hana",
        _ => "boss",
    }
}

#[test]
fn an_operation_on_an_item_asks_for_its_facts() {
    let company = load(&document());
    for operation in ON_AN_ITEM {
        let who = who_may(operation);
        let named = if who == "hana" { "? /item/approvers" } else { "" };
        let before = if operation == "switch" { "? /item/business, " } else { "" };
        let nothing = format!(
            "{before}? /item/requester, {named}{}? /item/state",
            if who == "hana" { ", " } else { "" }
        );
        for (item, why) in [
            (Value::Null, "no item at all"),
            (json!({}), "an empty one"),
            (
                json!({ "requester": null, "approvers": null, "state": null, "payeeKind": null }),
                "nothing in it",
            ),
            (json!({ "requester": "", "state": "", "payeeKind": "" }), "empty texts, as of an empty select"),
        ] {
            let asked = request(who, operation, "newAccount", item);
            assert_eq!(told(&company, &asked), nothing, "{operation}: {why}");
        }
        let whole =
            but(facts(operation, "taro", "preRegistered"), json!({ "business": "bulk", "entry": "screen" }));
        for (changes, wanted, why) in [
            (json!({}), "", "everything is known"),
            (json!({ "requester": null }), "? /item/requester", "anybody's"),
            (
                json!({ "approvers": null }),
                named,
                "who may act is not known; others need it for scope `own` only",
            ),
            (json!({ "approvers": [""] }), named, "an empty select is no answer that nobody was named"),
            (json!({ "state": null }), "? /item/state", "it may have ended"),
            (json!({ "requester": "none" }), "", "somebody without any right is somebody"),
            (
                json!({ "requester": "nobody" }),
                "permission.requester /item/requester",
                "nobody of the company",
            ),
            (
                json!({ "requester": "Taro" }),
                "permission.requester /item/requester",
                "written otherwise is another",
            ),
        ] {
            let asked = request(who, operation, "newAccount", but(whole.clone(), changes));
            assert_eq!(told(&company, &asked), wanted, "{operation}: {why}");
        }
    }
}

#[test]
fn scope_own_asks_for_requester_and_approvers() {
    let company = load(&document());
    for (who, operation, item, wanted, why) in [
        ("boss", "view", Value::Null, "", "scope `all` needs nothing"),
        ("boss", "view", json!({ "requester": "nobody" }), "", "nor that its requester is still there"),
        ("desk", "view", Value::Null, "? /item/requester, ? /item/approvers", "his own: one of the two"),
        ("desk", "view", json!({ "requester": "desk" }), "", "he asked for it"),
        ("desk", "view", json!({ "approvers": ["hana", "desk"] }), "", "he is to approve it"),
        ("desk", "view", json!({ "requester": "taro" }), "? /item/approvers", "he may be one of them"),
        (
            "desk",
            "view",
            json!({ "approvers": [] }),
            "? /item/requester",
            "nobody was named, but he may have asked for it",
        ),
        ("desk", "view", json!({ "approvers": ["hana"] }), "? /item/requester", "the same"),
        (
            "desk",
            "view",
            json!({ "requester": "taro", "approvers": [] }),
            "permission.scope /item",
            "a colleague's",
        ),
        (
            "desk",
            "view",
            json!({ "requester": "nobody", "approvers": ["hana"] }),
            "permission.scope /item",
            "nobody's",
        ),
    ] {
        let asked = request(who, operation, "", item);
        assert_eq!(told(&company, &asked), wanted, "{who} {operation} {}: {why}", asked["item"]);
    }
}

#[test]
fn a_narrowed_scope_asks_for_the_kind_too() {
    let company = load(&document());
    for (who, operation, item, wanted, why) in [
        (
            "taro",
            "view",
            Value::Null,
            "? /item/payeeKind, ? /item/requester, ? /item/approvers",
            "his own of one kind",
        ),
        (
            "taro",
            "view",
            json!({ "payeeKind": "newAccount" }),
            "permission.scope /item",
            "another kind is never his",
        ),
        (
            "taro",
            "view",
            json!({ "requester": "jiro", "approvers": [] }),
            "permission.scope /item",
            "nor a colleague's",
        ),
        ("taro", "view", json!({ "requester": "taro" }), "? /item/payeeKind", "his own, of which kind"),
        (
            "taro",
            "view",
            json!({ "payeeKind": "preRegistered" }),
            "? /item/requester, ? /item/approvers",
            "of his kind",
        ),
        (
            "taro",
            "view",
            json!({ "payeeKind": "preRegistered", "requester": "taro" }),
            "",
            "his own of his kind",
        ),
        (
            "taro",
            "view",
            json!({ "payeeKind": "preRegistered", "requester": "jiro", "approvers": ["hana"] }),
            "permission.scope /item",
            "his kind, but a colleague's",
        ),
        ("jiro", "view", Value::Null, "? /item/payeeKind", "any of one kind"),
        ("jiro", "view", json!({ "payeeKind": "newAccount" }), "", "of that kind"),
        ("jiro", "view", json!({ "payeeKind": "userRegistered" }), "permission.scope /item", "of another"),
    ] {
        let asked = request(who, operation, "", item);
        assert_eq!(told(&company, &asked), wanted, "{who} {operation} {}: {why}", asked["item"]);
    }
}

#[test]
fn a_log_and_what_changes_an_item_ask_alike() {
    let company = load(&document());
    for (who, operation, item, wanted, why) in [
        ("desk", "viewLog", Value::Null, "? /item/requester", "whose log it is"),
        ("desk", "viewLog", json!({ "requester": "desk" }), "", "his own"),
        (
            "desk",
            "viewLog",
            json!({ "requester": "taro", "approvers": ["desk"] }),
            "permission.scope /item",
            "a log has no approvers",
        ),
        (
            "desk",
            "viewLog",
            json!({ "requester": "nobody" }),
            "permission.scope /item",
            "of somebody who has left",
        ),
        ("none", "viewLog", Value::Null, "permission.right /operation", "no log at all"),
        ("log", "viewLog", Value::Null, "", "every log"),
        ("kind", "viewLog", Value::Null, "", "logs have no kinds, so every log too"),
        ("both", "viewLog", Value::Null, "", "two rights to all are not less than one"),
        (
            "both",
            "delete",
            json!({ "state": "draft", "requester": "taro", "approvers": [], "payeeKind": "userRegistered" }),
            "",
            "scope all by two narrowed rights reaches what one does",
        ),
        (
            "desk",
            "delete",
            json!({ "state": "draft" }),
            "? /item/requester, ? /item/approvers",
            "the same of what changes it",
        ),
        (
            "desk",
            "delete",
            json!({ "state": "draft", "requester": "taro" }),
            "? /item/approvers",
            "he may be one of them",
        ),
        (
            "tidy",
            "delete",
            json!({ "state": "draft", "requester": "taro" }),
            "",
            "scope `all` asks for no approvers",
        ),
    ] {
        let asked = request(who, operation, "", item);
        assert_eq!(told(&company, &asked), wanted, "{who} {operation} {}: {why}", asked["item"]);
    }
}

/// What is typed never stands for what an item is.
#[test]
fn the_payee_that_is_typed_is_not_the_kind_of_what_exists() {
    let company = load(&document());
    for operation in ["view", "cancel"] {
        let mut asked = request("jiro", operation, "", facts(operation, "taro", ""));
        asked["item"]["payeeKind"] = Value::Null;
        asked["payee"] = json!({ "kind": "newAccount" });
        assert_eq!(told(&company, &asked), "? /item/payeeKind", "{operation}");
    }
    let mut asked = request("jiro", "edit", "file", facts("edit", "taro", "file"));
    asked["item"]["entry"] = Value::Null;
    assert_eq!(told(&company, &asked), "? /item/entry");
}

/// Verifying and releasing are what approving is.
#[test]
fn nobody_acts_on_what_he_asked_for_where_that_is_forbidden() {
    let company = load(&document());
    for operation in ["verify", "approve", "release"] {
        for (requester, wanted, why) in [
            ("hana", "permission.selfApproval /item/requester", "her own"),
            ("taro", "", "a colleague's"),
            ("h", "permission.requester /item/requester", "nobody's"),
        ] {
            let asked = request("hana", operation, "newAccount", facts(operation, requester, "newAccount"));
            assert_eq!(told(&company, &asked), wanted, "{operation}: {why}");
        }
    }
}

#[test]
fn nobody_approves_what_he_asked_for_where_that_is_forbidden() {
    let mut allowed = service();
    allowed["settings"]["approval"]["selfApproval"] = json!({ "forbid": ["bulk"] });
    let allowed = Service::from_json(&allowed.to_string()).unwrap();
    let allowed = allowed.company_from_json(&document().to_string()).unwrap();
    let forbidden = load(&document());
    for (company, operation, item, wanted, why) in [
        (
            &forbidden,
            "approve",
            json!({ "requester": "hana" }),
            "permission.selfApproval /item/requester",
            "his own",
        ),
        (&forbidden, "approve", json!({ "requester": "taro" }), "", "a colleague's"),
        (&forbidden, "approve", json!({ "requester": null }), "? /item/requester", "perhaps his own"),
        (
            &forbidden,
            "approve",
            json!({ "requester": "h" }),
            "permission.requester /item/requester",
            "nobody's",
        ),
        (&forbidden, "sendBack", json!({ "requester": "hana" }), "", "one's own may be sent back"),
        (&forbidden, "discard", json!({ "requester": "hana" }), "", "and discarded"),
        (&forbidden, "revoke", json!({ "requester": "hana" }), "", "and taken back"),
        (&allowed, "approve", json!({ "requester": "hana" }), "", "forbidden elsewhere"),
        (&allowed, "approve", json!({ "requester": null }), "? /item/requester", "needed all the same"),
        (&forbidden, "approve", json!({ "approvers": ["hana"] }), "", "he is named"),
        (&forbidden, "approve", json!({ "approvers": ["taro", "hana"] }), "", "with another"),
        (
            &forbidden,
            "approve",
            json!({ "approvers": ["taro"] }),
            "permission.approver /item/approvers",
            "others are",
        ),
        (
            &forbidden,
            "sendBack",
            json!({ "approvers": ["taro"] }),
            "permission.approver /item/approvers",
            "others are",
        ),
        (
            &forbidden,
            "discard",
            json!({ "approvers": ["taro"] }),
            "permission.approver /item/approvers",
            "others are",
        ),
        (
            &forbidden,
            "revoke",
            json!({ "approvers": ["taro"] }),
            "permission.approver /item/approvers",
            "others are",
        ),
        (
            &forbidden,
            "approve",
            json!({ "approvers": ["taro"], "requester": "hana" }),
            "permission.approver /item/approvers, permission.selfApproval /item/requester",
            "and it is his own",
        ),
    ] {
        let item = but(facts(operation, "taro", "newAccount"), item);
        let asked = request("hana", operation, "newAccount", item);
        assert_eq!(told(company, &asked), wanted, "{operation} {}: {why}", asked["item"]);
    }
}

/// Without a user it is nobody's, which is asked for.
#[test]
fn without_a_user_nobody_is_refused() {
    let company = load(&document());
    let mut asked = request("hana", "approve", "newAccount", facts("approve", "hana", "newAccount"));
    asked["item"]["approvers"] = json!(["taro"]);
    asked["user"] = Value::Null;
    assert_eq!(told(&company, &asked), "? /user");
}

/// A part knows the user and the candidates. Whoever else asked for an item is taken for a colleague, as the whole would.
#[test]
fn a_part_does_not_judge_whom_it_does_not_know() {
    let mut part = document();
    part["part"] = json!({ "user": "hana" });
    part["users"] = json!([user("hana", &["transfer.approve"])]);
    part["approverCandidates"] =
        json!([{ "id": "boss", "businesses": ["transfer"], "accounts": ["main"], "role": "master" }]);
    let (part, whole) = (load(&part), load(&document()));
    for (requester, of_whole, of_part) in [
        ("hana", "permission.selfApproval /item/requester", "permission.selfApproval /item/requester"),
        ("boss", "", ""),
        ("taro", "", ""),
        ("nobody", "permission.requester /item/requester", ""),
    ] {
        let asked = request("hana", "approve", "newAccount", facts("approve", requester, "newAccount"));
        assert_eq!((&*told(&whole, &asked), &*told(&part, &asked)), (of_whole, of_part), "{requester}");
    }
}

#[test]
fn what_is_new_stands_in_no_usage() {
    let company = load(&document());
    let counted = "request.item.impossible /item/counted: a new item stands in no usage yet";
    let counted_on = "request.item.impossible /item/countedOn: a new item stands in no usage yet";
    for (operation, changes, wanted, why) in [
        ("create", json!({ "counted": true }), counted, "or its amount would be added nowhere"),
        ("create", json!({ "counted": true, "countedOn": "2026-11-19" }), counted, "one fault is named"),
        ("create", json!({ "countedOn": "2026-11-19" }), counted_on, "or another day would be looked at"),
        ("create", json!({ "counted": false, "countedOn": "" }), "", "nothing is said"),
        ("create", json!({ "counted": null, "countedOn": null }), "", "the same"),
        ("edit", json!({ "counted": true, "countedOn": "2026-11-19" }), "", "what exists may stand there"),
    ] {
        let item = but(facts("edit", "taro", "preRegistered"), changes);
        let asked = request("taro", operation, "preRegistered", item);
        assert_eq!(told(&company, &asked), wanted, "{operation} {}: {why}", asked["item"]);
        if wanted.is_empty() {
            continue;
        }
        // By every other door too.
        let text = asked.to_string();
        let read = Request::from_json(&text).unwrap();
        let mut out = String::new();
        assert!(company.resolve(&read).is_err());
        assert!(company.possible(&read).is_err());
        assert!(company.largest_payment(&read, None).is_err());
        assert!(company.possible_json(&text, &mut out).is_err() && out.is_empty());
    }
}

/// A request of the typed door: taro makes a transfer of one yen.
fn typed(company: &Company) -> Resolved<'_> {
    let asked = request("taro", "create", "preRegistered", Value::Null);
    company.resolve(&Request::from_json(&asked.to_string()).unwrap()).unwrap()
}

#[test]
fn the_typed_door_takes_nothing_for_granted_either() {
    let company = load(&document());
    let decide = |request: Resolved<'_>| {
        let mut verdict = request.company.verdict();
        request.decide(&mut verdict);
        let reasons = verdict.reasons.iter().map(|reason| reason.code.name().to_string());
        let missing = verdict.missing.iter().map(|at| format!("? {at}"));
        reasons.chain(missing).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(decide(typed(&company)), "");
    let edit = |item: Option<ResolvedOrder>, kind: PayeeKind| {
        let mut request = Resolved { operation: Some(Operation::Edit), order: item, ..typed(&company) };
        request.single.kind = Entered::Value(kind);
        request
    };
    let nothing = "? /item/payeeKind, ? /item/requester, ? /item/approvers, ? /item/state";
    assert_eq!(decide(edit(None, PayeeKind::PreRegistered)), nothing);
    assert_eq!(decide(edit(Some(ResolvedOrder::default()), PayeeKind::PreRegistered)), nothing);
    let his = ResolvedOrder {
        requester: Some(Requester::User),
        approvers: Some(NamedApprovers::Nobody),
        payee_kind: Some(PayeeKind::PreRegistered),
        state: Some(State::SentBack),
        ..ResolvedOrder::default()
    };
    assert_eq!(decide(edit(Some(his), PayeeKind::PreRegistered)), "");
    assert_eq!(decide(edit(Some(his), PayeeKind::NewAccount)), "permission.scope");
    let strange = ResolvedOrder { requester: Some(Requester::Unknown), ..his };
    assert_eq!(
        decide(edit(Some(strange), PayeeKind::PreRegistered)),
        "permission.scope, permission.requester"
    );
    let named =
        ResolvedOrder { requester: Some(Requester::Other), approvers: Some(NamedApprovers::User), ..his };
    assert_eq!(decide(edit(Some(named), PayeeKind::PreRegistered)), "");
}

/// An empty text of the typed door of texts is absent, as in JSON.
#[test]
fn an_empty_text_is_no_fact() {
    let company = load(&document());
    let asked = request("hana", "approve", "newAccount", facts("approve", "taro", "newAccount")).to_string();
    let mut read = Request::from_json(&asked).unwrap();
    let item = read.order.as_mut().unwrap();
    for field in
        [&mut item.requester, &mut item.state, &mut item.payee_kind, &mut item.entry, &mut item.counted_on]
    {
        *field = Some("".into());
    }
    let missing: Vec<_> = company.evaluate(&read).unwrap().missing.iter().map(ToString::to_string).collect();
    assert_eq!(missing, ["/item/requester", "/item/state"]);
}
