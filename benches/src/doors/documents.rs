//! Documents at their bounds, right and wrong.

use kessai::Service;
use kessai::form::changed_fields;
use serde_json::{Map, Value, json};

use super::{Ask, company, service};
use crate::Result;

/// An object of members `"k0…": VALUE` of so many bytes.
fn members(bytes: usize, value: &str) -> String {
    let one = value.len().saturating_add(12);
    let count = bytes.saturating_sub(2).checked_div(one).unwrap_or(0);
    let list: Vec<String> = (0..count).map(|at| format!("\"k0{at:06}\":{value}")).collect();
    format!("{{{}}}", list.join(","))
}

pub(super) fn changed(n: usize) -> Result<Ask> {
    let (before, after) = (members(n, "\"1\""), members(n, "2"));
    Ok(Box::new(move || Ok(changed_fields(&before, &after)?.join("\n"))))
}

/// A service whose tables fill a document of so many bytes, with tax beside them in as many periods as there may be.
fn taxed(bytes: usize, tier: &str) -> Result<Ask> {
    let list: Vec<String> = (0..64).map(|at| tier.replace('#', &at.to_string())).collect();
    let table = format!("[{}]", list.join(","));
    let versions =
        bytes.saturating_sub(40_000).checked_div(table.len().saturating_mul(48)).unwrap_or(0).clamp(1, 128);
    let patterns: Vec<String> =
        (0..3).map(|at| format!("\"{}\":{table}", ["same", "own", "other"][at % 3])).collect();
    let tables: Vec<String> = (0..16).map(|at| format!("\"b{at}\":{{{}}}", patterns.join(","))).collect();
    let dated: Vec<String> = (0..versions)
        .map(|at| {
            format!(
                "{{\"from\":\"2020-{:02}-{:02}\",\"tables\":{{{}}}}}",
                at / 20 + 1,
                at % 20 + 1,
                tables.join(",")
            )
        })
        .collect();
    let mut service = service();
    let businesses: Map<String, Value> = (0..16).map(|at| (format!("b{at}"), json!({ "kind": "bulkTransfer", "approvalModes": ["none"], "limits": [], "fees": { "payeeBorne": {} } }))).collect();
    service["businesses"] = Value::Object(businesses);
    service["rights"] = json!({});
    let rates: Value =
        (0..8).map(|at| json!({ "from": format!("19{at}9-04-01"), "rate": format!("0.0{at}") })).collect();
    service["settings"]["fee"] = json!({ "tax": "exclusive", "taxRates": rates });
    service["standardFees"] = json!("#");
    let text = service.to_string().replace("\"#\"", &format!("[{}]", dated.join(",")));
    Ok(Box::new(move || Ok(format!("digest {}", Service::from_json(&text)?.digest()))))
}

pub(super) fn rates(bytes: usize) -> Result<Ask> {
    taxed(bytes, "{\"from\":\"#\",\"rate\":\"0.1\"}")
}

pub(super) fn fixed(bytes: usize) -> Result<Ask> {
    taxed(bytes, "{\"from\":\"#\",\"fee\":\"#\"}")
}

fn check_service(text: String) -> Ask {
    Box::new(move || {
        let mut out = String::new();
        Service::check(&text).to_json(&mut out);
        Ok(out)
    })
}

pub(super) fn unknown_fields(bytes: usize) -> Result<Ask> {
    Ok(check_service(members(bytes, "1")))
}

pub(super) fn same_key(bytes: usize) -> Result<Ask> {
    let list = vec!["\"businesses\":{}"; bytes.saturating_sub(2).checked_div(16).unwrap_or(0)];
    Ok(check_service(format!("{{{}}}", list.join(","))))
}

pub(super) fn long_key(bytes: usize) -> Result<Ask> {
    let half = bytes.checked_div(2).unwrap_or(0);
    Ok(check_service(format!(
        "{{\"businesses\":{{\"{}\":{}}}}}",
        "k".repeat(half),
        members(half.saturating_sub(64), "1")
    )))
}

pub(super) fn asked_again(bytes: usize) -> Result<Ask> {
    let half = bytes.checked_div(2).unwrap_or(0);
    let outer = members(half, "1");
    let text = format!(
        "{},\"businesses\":{}}}",
        outer.trim_end_matches('}'),
        members(
            half.saturating_sub(64),
            "{\"kind\":\"transfer\",\"roll\":\"x\",\"approvalModes\":[\"none\"]}"
        )
    );
    Ok(check_service(text))
}

/// Users who name accounts that nearly are others' ids.
pub(super) fn nearly_known(n: usize) -> Result<Ask> {
    let service = Service::from_json(&service().to_string())?;
    let mut company = company(n, n, 0, "fixed");
    let long = |at: usize, end: &str| format!("{}{at:06}{end}", "x".repeat(50));
    for (at, account) in company["accounts"].as_array_mut().into_iter().flatten().enumerate() {
        account["id"] = json!(long(at, "000000"));
    }
    for (at, user) in company["users"].as_array_mut().into_iter().flatten().enumerate() {
        user["accounts"] = json!([long(at, "00001")]);
    }
    let text = company.to_string();
    Ok(Box::new(move || {
        let mut out = String::new();
        service.check_company(&text).to_json(&mut out);
        Ok(out)
    }))
}
