//! Declared limits and policies at their bounds.

use kessai::{Company, Service};
use serde_json::{Map, Value, json};

use super::{Ask, PEOPLE_MAX, advance, company, content, evaluate, load, request, service, with_items};
use crate::Result;

/// The largest number of declared limits.
const ROWS_MAX: usize = 64;
const DAY: &str = "2026-11-20";

/// A payee of its own for each item.
fn item(at: usize) -> Value {
    json!({ "payee": { "bank": "0034", "branch": "101", "type": "1", "number": format!("{at:07}"), "name": "ｱ" },
        "payment": "10001", "bearer": "payer" })
}

fn payee(at: usize) -> String {
    format!("0034-101-1-{at:07}")
}

/// The bank with a limit on what goes to one payee, and no fees to speak of.
fn of_payees(limit: &str) -> Value {
    let mut service = service();
    service["limits"] = json!({ "perPayee": { "of": "payee", "per": "day", "amount": limit } });
    service["standardFees"][0]["tables"]["bulk"] = {
        let free = json!([{ "from": "0", "fee": "0" }]);
        json!({ "same": free, "own": free, "other": free })
    };
    service["businesses"]["bulk"]["fees"] = json!({ "payerBorne": {}, "payeeBorne": {} });
    service
}

fn used(n: usize) -> Value {
    (0..n).map(|at| json!({ "limit": "perPayee", "payee": payee(at), "day": DAY, "used": "100" })).collect()
}

fn batch_to_payees(n: usize, limit: &str) -> Result<Ask> {
    let company = load(&of_payees(limit), &company(2, 1, 1, "fixed"))?;
    let mut request = request("bulk", "2026-11-24");
    request["usage"] = used(n);
    Ok(evaluate(company, with_items(&request, n, item)))
}

pub(super) fn payees(n: usize) -> Result<Ask> {
    batch_to_payees(n, "10101")
}

pub(super) fn payees_over(n: usize) -> Result<Ask> {
    batch_to_payees(n, "10100")
}

pub(super) fn submit(n: usize) -> Result<Ask> {
    let company = load(&of_payees("10101"), &company(2, 1, 1, "fixed"))?;
    let event = json!({ "type": "submit", "user": "u000000", "now": "2026-11-20T10:15:00+09:00", "business": "bulk", "content": content(), "approvers": ["u000001"] });
    let question = json!({ "item": null, "event": event, "usage": used(n) });
    Ok(advance(company, with_items(&question, n, item)))
}

/// As many limits as there may be, of every bearer but a payee, by amount and by number.
pub(super) fn rows(n: usize) -> Result<Ask> {
    let mut service = service();
    let of = ["company", "account", "user"];
    let periods = ["operation", "day", "week", "month", "year"];
    let first = ["", DAY, "2026-11-16", "2026-11-01", "2026-01-01"];
    let (mut limits, mut usage) = (Map::new(), Vec::new());
    for at in 0..ROWS_MAX {
        let (key, of, per) = (format!("row{at:02}"), of[at % 3], at % 5);
        let mut row = json!({ "of": of, "per": periods[per], "amount": "999999999999999" });
        if at % 2 == 1 {
            row["measure"] = json!("count");
        }
        if per > 0 {
            let mut entry = json!({ "limit": key, "day": first[per], "used": "0" });
            match of {
                "account" => entry["account"] = json!("a000000"),
                "user" => entry["user"] = json!("u000000"),
                _ => {}
            }
            usage.push(entry);
        }
        limits.insert(key, row);
    }
    service["limits"] = limits.into();
    let company = load(&service, &company(2, 1, 1, "fixed"))?;
    let mut request = request("bulk", "2026-11-24");
    request["usage"] = usage.into();
    Ok(evaluate(company, with_items(&request, n, item)))
}

/// People in groups that overlap: group K has everybody but each Kth.
fn grouped(people: usize) -> (Value, Value) {
    let mut service = service();
    service["businesses"]["transfer"]["approvalModes"] = json!(["single", "policy"]);
    service["rights"]["transfer.all"]["always"] =
        json!({ "create": "all", "approve": "all", "verify": "all", "release": "all" });
    let mut company = company(people, 1, 1, "fixed");
    company["groups"] = (0..8).map(|at| (format!("g{at}"), json!({}))).collect::<Map<_, _>>().into();
    for (at, user) in company["users"].as_array_mut().into_iter().flatten().enumerate() {
        user["groups"] =
            (0..8).filter(|group| at % (group + 2) != 0).map(|group| json!(format!("g{group}"))).collect();
    }
    (service, company)
}

fn one_transfer() -> Value {
    let mut request = request("transfer", "2026-11-24");
    request["items"] = json!([]);
    request["payee"] = json!({ "kind": "newAccount", "bank": "0169", "branch": "101", "type": "1", "number": "1234567", "name": "ｱ" });
    for (name, value) in [("payment", "30000"), ("bearer", "payer")] {
        request[name] = json!(value);
    }
    request["approvers"] = json!([]);
    request
}

pub(super) fn policy(n: usize) -> Result<Ask> {
    let (service, mut company) = grouped(n);
    let alternative = |first: usize| {
        let steps: Value =
            (0..8).map(|at| json!({ "group": format!("g{}", (first + at) % 8), "count": 2 })).collect();
        json!({ "ordered": first % 2 == 1, "steps": steps })
    };
    let any_of: Value = (0..8).map(alternative).collect();
    company["approval"]["transfer"] = json!({ "policy": [{ "key": "all", "bands": [{ "anyOf": any_of }] }] });
    Ok(evaluate(load(&service, &company)?, one_transfer().to_string()))
}

/// Everybody may approve up to an amount of his own.
pub(super) fn largest(n: usize) -> Result<Ask> {
    let (service, mut company) = grouped(n);
    for (at, user) in company["users"].as_array_mut().into_iter().flatten().enumerate() {
        user["approverPerItem"] = json!({ "transfer": ((at + 1) * 1_000).to_string() });
    }
    company["approval"]["transfer"] = json!({ "policy": [{ "key": "all", "bands": [
        { "upTo": "1000", "anyOf": [{ "steps": [{}] }] }, { "anyOf": [{ "steps": [{}] }] }] }] });
    let company: Company = load(&service, &company)?;
    let text = one_transfer().to_string();
    Ok(Box::new(move || {
        let mut out = String::new();
        company.largest_payment_json(&text, None, &mut out)?;
        Ok(out)
    }))
}

/// As many rows as a policy may have, which divide 1,000 accounts and so many people.
pub(super) fn load_policies(n: usize) -> Result<Ask> {
    let (service, _) = grouped(1);
    let mut company = company(n, PEOPLE_MAX, 1, "fixed");
    let halves = ["even", "odd"];
    company["groups"] = json!({ "even": {}, "odd": {} });
    for (at, user) in company["users"].as_array_mut().into_iter().flatten().enumerate() {
        user["groups"] = json!([halves[at % 2]]);
    }
    let rows: Vec<Value> = (0..32)
        .map(|row| {
            let accounts: Value = (0..PEOPLE_MAX).filter(|at| at % 16 == row / 2).map(|at| json!(format!("a0{at:05}"))).collect();
            json!({ "key": format!("row{row:02}"), "when": { "accounts": accounts, "requesterGroups": [halves[row % 2]] },
                "bands": [{ "upTo": "1000" }, { "anyOf": [{ "steps": [{ "count": 2 }] }] }] })
        })
        .collect();
    company["approval"]["transfer"] = json!({ "policy": rows });
    let (service, text) = (Service::from_json(&service.to_string())?, company.to_string());
    Ok(Box::new(move || Ok(format!("digest {}", service.company_from_json(&text)?.digest()))))
}
