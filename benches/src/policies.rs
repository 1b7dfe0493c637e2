//! The typical transfers under a policy of three bands and twelve declared limits, in the place of an approval mode alone.
//!
//! Promised is half as much again as without them at the most: row `policy` beside `resolved-through`.

use std::hint::black_box;

use kessai::{Company, Outcome, Request, Resolved, Service};
use serde_json::{Map, Value, json};

use crate::Result;
use crate::scenario::{Scenario, over};
use crate::setup::{Setup, set};
use crate::world::{Mix, World};

/// The business that has the policy.
const BUSINESS: &str = "transfer";
/// First days of the periods in which every request is.
const DAY: &str = "2026-11-20";
const WEEK: &str = "2026-11-16";
const MONTH: &str = "2026-11-01";

/// A row of the bank: key, bearer, period, and what else it says.
fn rows() -> [(&'static str, &'static str, &'static str, Value); 12] {
    let (most, many) =
        (json!({ "ceiling": "900000000000" }), json!({ "measure": "count", "ceiling": "9000" }));
    let approved = json!({ "on": "approve", "ceiling": "900000000000" });
    let approved_many = json!({ "on": "approve", "measure": "count", "ceiling": "9000" });
    let narrowed = json!({ "businesses": ["transfer", "bulkTransfer"], "ceiling": "900000000000" });
    let new = json!({ "payeeKinds": ["userRegistered", "newAccount"], "amount": "900000000000" });
    [
        ("userOnce", "user", "operation", most.clone()),
        ("userItemsPerDay", "user", "day", many.clone()),
        ("userPerMonth", "user", "month", narrowed),
        ("paidPerDay", "company", "day", most.clone()),
        ("itemsPerDay", "company", "day", many),
        ("paidPerMonth", "company", "month", most.clone()),
        ("mostOfOne", "company", "item", json!({ "amount": "900000000000" })),
        ("accountPerWeek", "account", "week", most.clone()),
        ("accountPerMonth", "account", "month", most),
        ("newPayeePerDay", "payee", "day", new),
        ("approvedPerDay", "user", "day", approved),
        ("approvedItemsPerMonth", "user", "month", approved_many),
    ]
}

fn policy() -> Value {
    let ordered = |steps: Value| json!({ "ordered": true, "steps": steps });
    json!({ "policy": [ { "key": "all", "bands": [
        { "upTo": "100000", "anyOf": [ { "steps": [ { "group": "A" } ] }, { "steps": [ { "group": "B" } ] } ] },
        { "upTo": "1000000", "anyOf": [ { "steps": [ { "group": "A", "count": 2 } ] },
                                        ordered(json!([ { "group": "A" }, { "group": "B" } ])) ] },
        { "anyOf": [ ordered(json!([ { "group": "A", "count": 2 }, { "group": "B" } ])) ] } ] } ] })
}

fn loaded() -> Result<&'static Company> {
    let mut service: Value = serde_json::from_str(&Setup::TYPICAL.service_json())?;
    let limits = rows().into_iter().map(|(key, of, per, more)| {
        let mut row = json!({ "of": of, "per": per });
        for (name, value) in more.as_object().into_iter().flatten() {
            set(&mut row, name, value.clone());
        }
        (key.to_owned(), row)
    });
    set(&mut service, "limits", limits.collect::<Map<_, _>>().into());
    let modes = service.pointer_mut(&format!("/businesses/{BUSINESS}/approvalModes"));
    modes.and_then(Value::as_array_mut).ok_or("the business has no modes")?.push(json!("policy"));
    let mut company: Value = serde_json::from_str(&Setup::TYPICAL.company_json())?;
    set(company.get_mut("approval").ok_or("the company has no modes")?, BUSINESS, policy());
    set(&mut company, "groups", json!({ "A": {}, "B": {} }));
    let users = company.get_mut("users").and_then(Value::as_array_mut).ok_or("the company has no users")?;
    for (at, user) in users.iter_mut().enumerate() {
        set(user, "groups", json!([if at.is_multiple_of(2) { "A" } else { "B" }]));
    }
    let service = Service::from_json(&service.to_string()).map_err(|findings| findings.to_string())?;
    let company = service.company_from_json(&company.to_string()).map_err(|findings| findings.to_string())?;
    if !service.warnings().is_empty() || !company.warnings().is_empty() {
        return Err(format!("warnings: {} {}", service.warnings(), company.warnings()).into());
    }
    Ok(Box::leak(Box::new(company)))
}

/// The typical transfers of the business that are not refused, with what is used of each row and nobody named.
fn texts(count: usize) -> Result<Vec<String>> {
    let world = World::new(Setup::TYPICAL, count, Mix::Through)?;
    let mut texts = Vec::new();
    for text in &world.texts {
        let mut request: Value = serde_json::from_str(text)?;
        if request.get("business").and_then(Value::as_str) != Some(BUSINESS) {
            continue;
        }
        set(&mut request, "approvers", json!([]));
        let [user, account] = ["user", "account"].map(|name| request.get(name).cloned().unwrap_or_default());
        let payee = request.get("payee").cloned().unwrap_or_default();
        let part = |name: &str| payee.get(name).and_then(Value::as_str).unwrap_or_default();
        let payee = ["bank", "branch", "type", "number"].map(part).join("-");
        let used = rows().into_iter().filter_map(|(key, of, per, more)| {
            let day = match per {
                "day" => DAY,
                "week" => WEEK,
                "month" => MONTH,
                _ => return None,
            };
            let mut entry = json!({ "limit": key, "day": day, "used": "7" });
            match of {
                "user" => set(&mut entry, of, user.clone()),
                "account" => set(&mut entry, of, account.clone()),
                "payee" => set(&mut entry, of, json!(payee)),
                _ => {}
            }
            more.get("on").is_none().then_some(entry)
        });
        let used: Vec<Value> = used.collect();
        request.get_mut("usage").and_then(Value::as_array_mut).ok_or("a request has no usage")?.extend(used);
        texts.push(request.to_string());
    }
    Ok(texts)
}

/// The same with keys looked up.
fn resolved(count: usize) -> Result<(&'static Company, Vec<Resolved<'static>>)> {
    let (company, mut all) = (loaded()?, Vec::new());
    for text in &*Box::leak(texts(count)?.into_boxed_slice()) {
        let request: &'static Request<'static> = Box::leak(Box::new(Request::from_json(text)?));
        all.push(company.resolve(request)?);
    }
    Ok((company, all))
}

/// The scenario: transfers whose keys are looked up already, of which all wait for somebody.
///
/// # Errors
///
/// A document is not accepted without findings, or a request does not wait.
pub fn scenario(count: usize) -> Result<Scenario> {
    let (company, resolved) = resolved(count)?;
    let mut verdict = company.verdict();
    for request in &resolved {
        request.decide(&mut verdict);
        if verdict.outcome() != Outcome::NeedsApproval {
            let mut text = String::new();
            verdict.write_json(&mut text);
            return Err(format!("a transfer does not wait: {text}").into());
        }
    }
    let engine = over(Box::leak(resolved.into_boxed_slice()), move |request| {
        black_box(request).decide(&mut verdict);
        black_box(&verdict);
    });
    Ok(Scenario { engine, hand: None })
}
