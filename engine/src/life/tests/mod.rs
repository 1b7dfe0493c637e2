//! The life of an item, as tables.

use alloc::format;
use alloc::string::{String, ToString};

use serde_json::{Value, json};

use crate::{Company, Service};

mod approval;
mod doors;
mod fitting;
mod impossible;
mod policy;
mod questions;
mod rescue;
mod switching;
mod table;
mod taking;

/// A bank and its customer, to be varied.
#[derive(Clone)]
struct Documents {
    service: Value,
    company: Value,
}

impl Documents {
    fn new() -> Self {
        Self {
            service: serde_json::from_str(include_str!("service.json")).unwrap(),
            company: serde_json::from_str(include_str!("company.json")).unwrap(),
        }
    }

    /// With a setting of a group, such as `approval.revoke`.
    fn with(mut self, setting: &str, value: Value) -> Self {
        let (group, name) = setting.split_once('.').unwrap();
        self.service["settings"][group][name] = value;
        self
    }

    /// With another mode of a business.
    fn mode(mut self, business: &str, mode: &str) -> Self {
        self.company["approval"][business] = json!(mode);
        self
    }

    fn load(&self) -> Company {
        let service = Service::from_json(&self.service.to_string());
        let service = service.unwrap_or_else(|findings| panic!("{findings:?}"));
        let company = service.company_from_json(&self.company.to_string());
        company.unwrap_or_else(|findings| panic!("{findings:?}"))
    }

    fn ask(&self, item: &Value, event: &Value, usage: &Value) -> Value {
        ask(&self.load(), item, event, usage).unwrap()
    }
}

/// The answer, or the error in one line.
fn ask(company: &Company, item: &Value, event: &Value, usage: &Value) -> Result<Value, String> {
    let question = json!({ "item": item, "event": event, "usage": usage });
    raw(company, &question.to_string())
}

fn raw(company: &Company, question: &str) -> Result<Value, String> {
    let mut answer = String::new();
    match company.advance_json(question, &mut answer) {
        Ok(outcome) => {
            let answer: Value = serde_json::from_str(&answer).unwrap();
            assert_eq!(answer["outcome"], outcome.name());
            Ok(answer)
        }
        Err(error) => Err(format!("{} {}: {}", error.code(), error.path(), error.message(crate::Lang::En))),
    }
}

/// What came of it in one line: the new state, or every reason and missing field.
fn told(answer: &Value) -> String {
    if answer["outcome"] == "changed" {
        return answer["item"]["state"].as_str().unwrap().to_string();
    }
    let mut words = vec_of(&answer["reasons"], |reason| {
        format!("{} {}", reason["code"].as_str().unwrap(), reason["path"].as_str().unwrap())
    });
    words.extend(vec_of(&answer["missing"], |at| format!("missing {}", at.as_str().unwrap())));
    words.join(", ")
}

fn vec_of(list: &Value, word: impl Fn(&Value) -> String) -> alloc::vec::Vec<String> {
    list.as_array().unwrap().iter().map(word).collect()
}

/// Friday morning.
const NOW: &str = "2026-11-20T10:00:00+09:00";

fn by(kind: &str, user: &str) -> Value {
    json!({ "type": kind, "user": user, "now": NOW })
}

/// 100 to another bank on Tuesday, after a weekend and a holiday on Monday.
fn content() -> Value {
    json!({ "account": "A", "valueDate": "2026-11-24",
            "payee": { "kind": "newAccount", "bank": "0002", "branch": "002" }, "payment": "100", "bearer": "payer" })
}

fn used(total: &str, ad_hoc: &str) -> Value {
    json!([ { "limit": "accountPerDay.total", "account": "A", "day": "2026-11-20", "used": total },
            { "limit": "accountPerDay.adHoc", "account": "A", "day": "2026-11-20", "used": ad_hoc } ])
}

/// A transfer of 100 by taro in some state, as an answer would have given it.
fn item(state: &str) -> Value {
    let counted = json!([
        { "limit": "accountPerDay.total", "account": "A", "day": "2026-11-20", "amount": "100" },
        { "limit": "accountPerDay.adHoc", "account": "A", "day": "2026-11-20", "amount": "100" } ]);
    let approval = json!([{ "user": "hana", "at": NOW, "secondChannel": false }]);
    let (mode, approvals, counted) = match state {
        "draft" | "pulledBack" | "sentBack" | "revoked" | "error" => (Value::Null, json!([]), json!([])),
        "pendingFirst" => (json!("doubleAnyOrder"), json!([]), counted),
        "pendingFinal" => (json!("single"), json!([]), counted),
        "approved" | "executed" => (json!("single"), approval, counted),
        _ => (json!("single"), json!([]), json!([])),
    };
    json!({ "business": "transfer", "state": state, "revision": 3, "requester": "taro", "mode": mode,
            "approvers": if mode.is_null() { json!([]) } else { json!(["hana"]) },
            "approvals": approvals, "deadline": null, "counted": counted, "spent": [], "content": content() })
}

/// The item with other members.
fn but(mut item: Value, changes: Value) -> Value {
    for (name, value) in changes.as_object().unwrap() {
        item[name.as_str()] = value.clone();
    }
    item
}
