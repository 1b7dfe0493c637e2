//! Questions at the bounds of each door, with answers that are known: what `growth` measures.

#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "questions made by code; indexing a JSON value makes its member"
)]

use kessai::{Company, Request, Service};
use serde_json::{Value, json};

use crate::Result;

mod declared;
mod documents;

/// A question that is ready to be asked; the answer as text.
pub type Ask = Box<dyn FnOnce() -> Result<String>>;

/// A door with a question that grows.
#[derive(Debug)]
pub struct Door {
    /// Its name in the record.
    pub name: &'static str,
    /// The size at its bounds.
    pub most: usize,
    /// Everything that is no part of the question's cost.
    pub prepare: fn(usize) -> Result<Ask>,
    /// Whether the answer is the right one.
    pub verify: fn(&str, usize) -> std::result::Result<(), String>,
}

/// Bytes of the largest document.
const DOCUMENT_MAX: usize = 4 * 1_024 * 1_024;
/// Items of the largest batch.
const ITEMS_MAX: usize = 100_000;
const PEOPLE_MAX: usize = 1_000;

macro_rules! doors {
    ($($name:literal $most:expr, $prepare:expr, $verify:expr;)+) => {
        /// Every door.
        pub const DOORS: &[Door] = &[$(Door { name: $name, most: $most, prepare: $prepare, verify: $verify },)+];
    };
}

doors! {
    "evaluate: items without fields" ITEMS_MAX, |n| batch(n, |_| json!({})), |answer, n| {
        counts(answer, "/payment\"", n)?;
        counts(answer, "/payee/name\"", n)
    };
    "evaluate: items with every field wrong" ITEMS_MAX, |n| batch(n, wrong), |answer, n| {
        counts(answer, "form.amount\",\"path", 1_000)?;
        contains(answer, &format!("{{\"code\":\"form.amount\",\"count\":{}}}", n.saturating_mul(2).saturating_sub(1_000)))
    };
    "evaluate: items that are taken" ITEMS_MAX, |n| batch(n, good), |answer, n| {
        contains(answer, "\"outcome\":\"needsApproval\"")?;
        counts(answer, "{\"fee\":{", n)
    };
    "evaluate: items over their limit, method clampLower" ITEMS_MAX, |n| over(n, "clampLower"), over_limit;
    "evaluate: items over their limit, method iterative" ITEMS_MAX, |n| over(n, "iterative"), over_limit;
    "evaluate: no table in force" ITEMS_MAX, |n| batch_on(n, "2001-01-04", good), |answer, _| {
        counts(answer, "fee.noTableInForce", 1)
    };
    "evaluate: more items than the bank takes" ITEMS_MAX, too_many, |answer, n| {
        counts(answer, "limit.maxItems", usize::from(n > 50))?;
        contains(answer, "\"items\"").err().map_or_else(|| Err("items were looked at".to_owned()), |_| Ok(()))
    };
    "texts of a verdict" ITEMS_MAX, texts, |answer, n| counts(answer, "\n", n.min(1_000).saturating_mul(2));
    "largest of a batch" ITEMS_MAX, largest, |answer, _| contains(answer, "{\"largest\":\"999999");
    "possible of a batch" 8_000, possible_batch, |answer, _| {
        counts(answer, "\"a0", PEOPLE_MAX)?;
        counts(answer, "\"u0", PEOPLE_MAX)
    };
    "possible of one payee" PEOPLE_MAX, possible_single, |answer, n| counts(answer, "\"a0", n);
    "advance: submit" ITEMS_MAX, submit, |answer, _| contains(answer, "\"outcome\":\"changed\"");
    "advance: switch" PEOPLE_MAX, switch, |answer, n| counts(answer, "\"business\":\"transfer\"", n);
    "evaluate: items to so many payees with limits of each" ITEMS_MAX, declared::payees, |answer, n| {
        contains(answer, "\"outcome\":\"needsApproval\"")?;
        counts(answer, "\"used\":\"10101\"", n)
    };
    "evaluate: items over the limits of so many payees" ITEMS_MAX, declared::payees_over, |answer, n| {
        counts(answer, "limit.declared\",\"path", n.min(1_000))
    };
    "evaluate: 64 declared limits" ITEMS_MAX, declared::rows, |answer, _| counts(answer, ".declared\",\"key", 64);
    "evaluate: a policy of 8 alternatives of 8 steps" PEOPLE_MAX, declared::policy, |answer, _| {
        counts(answer, "\"ordered\":", 8)
    };
    "largest of a policy with so many caps" PEOPLE_MAX, declared::largest, |answer, n| {
        contains(answer, &format!("{{\"largest\":\"{}\"", n.saturating_mul(1_000)))
    };
    "advance: submit to so many payees" ITEMS_MAX, declared::submit, |answer, n| {
        contains(answer, "\"outcome\":\"changed\"")?;
        counts(answer, "\"amount\":", n)
    };
    "load a company of policies" PEOPLE_MAX, declared::load_policies, |answer, _| contains(answer, "digest");
    "load a company" PEOPLE_MAX, load_company, |answer, _| contains(answer, "digest");
    "form of a user" PEOPLE_MAX, form_user, |answer, _| contains(answer, "\"outcome\":\"valid\"");
    "form of a user, the company kept" PEOPLE_MAX, form_user_kept, |answer, _| {
        contains(answer, "\"outcome\":\"valid\"")
    };
    "changed fields" DOCUMENT_MAX, documents::changed, |answer, _| contains(answer, "/k0");
    "load a service of rates and tax periods" DOCUMENT_MAX, documents::rates, |answer, _| contains(answer, "digest");
    "load a service of fixed fees and tax periods" DOCUMENT_MAX, documents::fixed, |answer, _| contains(answer, "digest");
    "check: unknown fields" DOCUMENT_MAX, documents::unknown_fields, |answer, _| contains(answer, "field.unknown");
    "check: names nearly known" PEOPLE_MAX, documents::nearly_known, |answer, _| contains(answer, "account.unknown");
    "check: the same key again" DOCUMENT_MAX, documents::same_key, |answer, _| contains(answer, "key.duplicate");
    "check: faults under a long key" DOCUMENT_MAX, documents::long_key, |answer, _| contains(answer, "text.tooLong");
    "check: settings asked for again" DOCUMENT_MAX, documents::asked_again, |answer, _| contains(answer, "field.unknown");
}

fn contains(answer: &str, part: &str) -> std::result::Result<(), String> {
    if answer.contains(part) { Ok(()) } else { Err(format!("no {part}")) }
}

fn counts(answer: &str, part: &str, times: usize) -> std::result::Result<(), String> {
    let found = answer.matches(part).count();
    if found == times { Ok(()) } else { Err(format!("{found} times {part}, not {times}")) }
}

fn over_limit(answer: &str, n: usize) -> std::result::Result<(), String> {
    counts(answer, "limit.perItem\",\"path", n.min(1_000))?;
    contains(answer, "\"max\":\"")
}

/// 64 tiers, each 1,000 above the last.
fn tiers() -> Value {
    (0..64_u64)
        .map(
            |at| json!({ "from": (at.saturating_mul(1_000)).to_string(), "fee": (at % 7 * 110).to_string() }),
        )
        .collect()
}

fn service() -> Value {
    let batch = |most: usize| {
        json!({ "kind": "bulkTransfer", "approvalModes": ["single"], "limits": [], "fees": { "payeeBorne": {} },
        "maxItems": most, "switchTo": { "transfer": { "maxItems": PEOPLE_MAX } } })
    };
    let single = json!({ "kind": "transfer", "approvalModes": ["single"], "limits": [], "fees": { "payeeBorne": {} } });
    let rule = json!({ "characters": "zenginName", "required": true, "maxLength": 30 });
    json!({
        "format": 1, "id": "growth", "version": "1", "currency": "JPY", "utcOffset": "+09:00",
        "settings": { "roles": { "maxUsers": PEOPLE_MAX }, "charset": { "policy": "normalise" }, "fee": { "methodSelectableForFurikomi": true } },
        "businesses": { "transfer": single, "bulk": batch(ITEMS_MAX), "few": batch(50) },
        "rights": { "transfer.all": { "always": { "create": "all", "approve": "all", "switch": "all" } },
                    "bulk.all": { "always": { "create": "all", "approve": "all", "switch": "all" } },
                    "few.all": { "always": { "create": "all", "approve": "all" } } },
        "patterns": [{ "key": "same", "when": { "sameBank": true, "sameBranch": true } },
                     { "key": "own", "when": { "sameBank": true, "sameBranch": false } },
                     { "key": "other", "when": { "sameBank": false } }],
        "standardFees": [{ "from": "2019-10-01", "tables": {
            "transfer": { "same": tiers(), "own": tiers(), "other": tiers() }, "bulk": { "same": tiers(), "own": tiers(), "other": tiers() },
            "few": { "same": tiers(), "own": tiers(), "other": tiers() } } }],
        "fields": { "request": { "payee.name": rule, "edi": { "characters": "zenginEdi" } } }
    })
}

fn user(at: usize, role: &str, accounts: &Value) -> Value {
    let rights = ["transfer.all", "bulk.all", "few.all"];
    let mut user = json!({ "id": format!("u0{at:05}"), "role": role, "enabled": true, "accounts": accounts, "rights": rights });
    if role == "master" {
        // He has every account without naming any.
        user.as_object_mut().map(|user| user.remove("accounts"));
    }
    user
}

/// A company of so many people and accounts; everybody uses so many accounts.
fn company(people: usize, accounts: usize, used: usize, method: &str) -> Value {
    let ids: Vec<String> = (0..accounts).map(|at| format!("a0{at:05}")).collect();
    let used: Value = ids.iter().take(used).cloned().collect();
    let account = |(at, id): (usize, &String)| json!({ "id": id, "bank": "0034", "branch": format!("{:03}", at % 10), "type": "1", "number": format!("{at:07}") });
    let users = (0..people).map(|at| user(at, if at == 0 { "master" } else { "general" }, &used));
    let fees = json!({ "basis": "standard", "method": method });
    json!({
        "format": 1, "id": "growth", "approval": { "transfer": "single", "bulk": "single", "few": "single" },
        "accounts": ids.iter().enumerate().map(account).collect::<Value>(), "users": users.collect::<Value>(),
        "fees": { "payeeBorne": { "transfer": fees, "bulk": fees, "few": fees } }
    })
}

fn load(service: &Value, company: &Value) -> Result<Company> {
    Ok(Service::from_json(&service.to_string())?.company_from_json(&company.to_string())?)
}

fn good(at: usize) -> Value {
    json!({ "payee": { "bank": "0034", "branch": format!("{:03}", at % 1_000), "type": "1", "number": "1234567", "name": "カブシキガイシャ　レイジショウテン" },
        "payment": (at % 50_000).saturating_add(10_000).to_string(), "bearer": "payee" })
}

fn wrong(_: usize) -> Value {
    json!({ "payee": { "kind": "x", "bank": "0169", "branch": "101", "name": "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字" },
        "payment": "x", "bearer": "x", "typedFee": "x", "pattern": "x", "edi": "漢" })
}

/// A text with the items of a batch in the place of `"#"`, one after the other, so that the question costs no memory but its own.
fn with_items(frame: &Value, n: usize, item: impl Fn(usize) -> Value) -> String {
    let frame = frame.to_string();
    let (before, after) = frame.split_once("\"#\"").unwrap_or((&frame, ""));
    let mut text = format!("{before}[");
    for at in 0..n {
        if at > 0 {
            text.push(',');
        }
        text.push_str(&item(at).to_string());
    }
    text.push(']');
    text.push_str(after);
    text.shrink_to_fit();
    text
}

/// A request of a batch; its items are to be put in.
fn request(business: &str, day: &str) -> Value {
    json!({ "user": "u000000", "business": business, "operation": "create", "account": "a000000", "entry": "file", "approvers": ["u000001"],
        "now": "2026-11-20T10:15:00+09:00", "valueDate": day, "items": "#" })
}

fn evaluate(company: Company, request: String) -> Ask {
    Box::new(move || {
        let mut out = String::new();
        company.evaluate_json(&request, &mut out)?;
        Ok(out)
    })
}

fn batch(n: usize, item: impl Fn(usize) -> Value) -> Result<Ask> {
    batch_on(n, "2026-11-24", item)
}

fn batch_on(n: usize, day: &str, item: impl Fn(usize) -> Value) -> Result<Ask> {
    let company = load(&service(), &company(2, 1, 1, "fixed"))?;
    Ok(evaluate(company, with_items(&request("bulk", day), n, item)))
}

fn over(n: usize, method: &str) -> Result<Ask> {
    let mut service = service();
    service["ceilings"] = json!({ "perItem": "9000" });
    let company = load(&service, &company(2, 1, 1, method))?;
    Ok(evaluate(company, with_items(&request("bulk", "2026-11-24"), n, good)))
}

fn too_many(n: usize) -> Result<Ask> {
    let company = load(&service(), &company(2, 1, 1, "fixed"))?;
    Ok(evaluate(company, with_items(&request("few", "2026-11-24"), n, wrong)))
}

fn texts(n: usize) -> Result<Ask> {
    let company = load(&service(), &company(2, 1, 1, "fixed"))?;
    let wrong = |_| json!({ "payment": "x", "bearer": "payee", "payee": { "name": "ｱ", "bank": "0169" } });
    let text = with_items(&request("bulk", "2026-11-24"), n, wrong);
    Ok(Box::new(move || {
        let verdict = company.evaluate(&Request::from_json(&text)?)?;
        let text = |lang| verdict.reasons().map(move |reason| reason.text(lang));
        let lines = text(kessai::Lang::Ja).chain(text(kessai::Lang::En));
        Ok(lines.map(|text| format!("{text}\n")).collect())
    }))
}

fn largest(n: usize) -> Result<Ask> {
    let company = load(&service(), &company(2, 1, 1, "clampUpper"))?;
    let text = with_items(&request("bulk", "2026-11-24"), n, good);
    Ok(Box::new(move || {
        let mut out = String::new();
        company.largest_payment_json(&text, Some(0), &mut out)?;
        Ok(out)
    }))
}

fn possible(company: Company, text: String) -> Ask {
    Box::new(move || {
        let mut out = String::new();
        company.possible_json(&text, &mut out)?;
        Ok(out)
    })
}

fn possible_batch(n: usize) -> Result<Ask> {
    let company = load(&service(), &company(PEOPLE_MAX, PEOPLE_MAX, 1, "clampUpper"))?;
    let mut request = request("bulk", "2026-11-24");
    request["approvers"] = json!([]);
    Ok(possible(company, with_items(&request, n, good)))
}

fn possible_single(n: usize) -> Result<Ask> {
    let company = load(&service(), &company(n, n, 1, "clampUpper"))?;
    let mut request = request("transfer", "2026-11-24");
    request["items"] = json!([]);
    request["payee"] = json!({ "kind": "newAccount", "bank": "0169", "branch": "101", "type": "1", "number": "1234567", "name": "ｱ" });
    for (name, value) in [("payment", "30000"), ("bearer", "payee")] {
        request[name] = json!(value);
    }
    request["approvers"] = json!([]);
    Ok(possible(company, request.to_string()))
}

fn advance(company: Company, text: String) -> Ask {
    Box::new(move || {
        let mut out = String::new();
        company.advance_json(&text, &mut out)?;
        Ok(out)
    })
}

/// What is typed into a batch; its items are to be put in.
fn content() -> Value {
    json!({ "account": "a000000", "entry": "file", "valueDate": "2026-11-24", "items": "#" })
}

fn submit(n: usize) -> Result<Ask> {
    let company = load(&service(), &company(2, 1, 1, "fixed"))?;
    let event = json!({ "type": "submit", "user": "u000000", "now": "2026-11-20T10:15:00+09:00", "business": "bulk", "content": content(), "approvers": ["u000001"] });
    let question = json!({ "item": null, "event": event, "usage": [] });
    Ok(advance(company, with_items(&question, n, good)))
}

fn switch(n: usize) -> Result<Ask> {
    let company = load(&service(), &company(PEOPLE_MAX, 1, 1, "fixed"))?;
    let item = json!({ "business": "bulk", "state": "expired", "revision": 3, "requester": "u000000", "mode": "single", "approvers": ["u000001"], "approvals": [],
        "deadline": "2026-11-19T10:15:00+09:00", "counted": [], "spent": [], "content": content() });
    let event = json!({ "type": "switch", "user": "u000000", "now": "2026-11-20T10:15:00+09:00", "to": "transfer", "approvers": ["u000001"] });
    let usage = ["total", "adHoc"].map(|kind| json!({ "limit": format!("accountPerDay.{kind}"), "account": "a000000", "day": "2026-11-20", "used": "0" }));
    let filed = |at| {
        let mut item = good(at);
        item["payee"]["kind"] = json!("newAccount");
        item
    };
    Ok(advance(company, with_items(&json!({ "item": item, "event": event, "usage": usage }), n, filed)))
}

/// A company document near its bound: so many people with half as many accounts each.
fn large_company(n: usize) -> Value {
    company(n, n, (n / 3).min(330), "fixed")
}

fn load_company(n: usize) -> Result<Ask> {
    let service = Service::from_json(&service().to_string())?;
    let text = large_company(n).to_string();
    Ok(Box::new(move || Ok(format!("digest {}", service.company_from_json(&text)?.digest()))))
}

fn form_user(n: usize) -> Result<Ask> {
    let service = Service::from_json(&service().to_string())?;
    let text = large_company(n).to_string();
    let question =
        json!({ "form": "user", "change": "u000001", "input": { "name": "山田太郎" } }).to_string();
    Ok(Box::new(move || {
        let mut out = String::new();
        service.form_json(&text, &question, &mut out)?;
        Ok(out)
    }))
}

/// Ten checks, as so many keys are typed.
fn form_user_kept(n: usize) -> Result<Ask> {
    let service = Service::from_json(&service().to_string())?;
    let forms = service.forms(&large_company(n).to_string())?;
    let question =
        json!({ "form": "user", "change": "u000001", "input": { "name": "山田太郎" } }).to_string();
    Ok(Box::new(move || {
        let mut out = String::new();
        for _ in 0..10 {
            out.clear();
            forms.check_json(&question, &mut out)?;
        }
        Ok(out)
    }))
}
