//! A request in JSON, written into records. Why one cannot be is told.

use std::collections::BTreeSet;

use kessai::Currency;
use kessai::terms::{Bearer, CertificateState, Entry, OneTimePasswordState, Operation, PayeeKind, State};
use serde_json::{Map, Value};

use crate::area::Area;

/// What amounts of a bank are.
#[derive(Clone, Debug)]
pub(crate) struct Bank {
    pub currency: Currency,
    /// Limits that count items.
    pub counts: BTreeSet<String>,
    /// Operations of the bank's own, in their order.
    pub operations: Vec<String>,
}

#[derive(Clone)]
pub(crate) struct Question {
    pub request: Area,
    pub item: Area,
    pub items: Vec<Area>,
    pub access: Option<Area>,
}

type Done = Result<(), &'static str>;

pub(crate) fn fits(fits: bool) -> Done {
    if fits { Ok(()) } else { Err("a text has no room, or spaces at its end") }
}

/// The members of an object, but for null, which is missing.
pub(crate) fn members(value: &Value) -> Result<&Map<String, Value>, &'static str> {
    value.as_object().ok_or("a value of another type")
}

pub(crate) fn text(value: &Value) -> Result<&str, &'static str> {
    value.as_str().ok_or("a value of another type")
}

/// The number of a value of a vocabulary; one that is none has a number that none has.
pub(crate) fn number_of(names: &[&str], name: &str) -> u64 {
    let at = names.iter().position(|known| *known == name);
    at.map_or(9, |at| u64::try_from(at).unwrap() + 1)
}

macro_rules! names {
    ($of:ty) => {
        &<$of>::ALL.iter().map(|value| value.name()).collect::<Vec<_>>()
    };
}

/// `YYYY-MM-DD` as eight digits; what is no day is left as it is.
pub(crate) fn day(value: &Value) -> Result<String, &'static str> {
    let text = text(value)?;
    let bytes = text.as_bytes();
    let dashes = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
    let digits = text.replace('-', "");
    if dashes && digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return if digits == "00000000" { Err("zeros are missing in a record") } else { Ok(digits) };
    }
    if text.len() > 8 || text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err("a malformed day that a record cannot spell");
    }
    Ok(text.to_owned())
}

/// An instant as `FUNCTION CURRENT-DATE` has it.
pub(crate) fn instant(value: &Value) -> Result<String, &'static str> {
    let text = text(value)?;
    let bytes = text.as_bytes();
    if text.len() != 25 || bytes[10] != b'T' || !matches!(bytes[19], b'+' | b'-') {
        return Err("an instant that a record cannot spell");
    }
    let digits: String = text[..19].chars().filter(char::is_ascii_digit).collect();
    Ok(format!("{digits}00{}{}{}", &text[19..20], &text[20..22], &text[23..25]))
}

/// An amount in minor units, of a currency or of items.
fn amount(value: &Value, currencies: &[Currency]) -> Result<String, &'static str> {
    let spelt = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return Err("a value of another type"),
    };
    for currency in currencies {
        let minor = if value.is_string() { currency.parse(&spelt) } else { currency.parse_token(&spelt) };
        if let Some(minor) = minor {
            return Ok(format!("{minor:018}"));
        }
    }
    if spelt.is_empty() || spelt.len() > 18 || spelt.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err("an amount that a record cannot spell");
    }
    if spelt.contains('.') || !spelt.is_ascii() {
        return Err("an amount that a record cannot spell");
    }
    Ok(spelt)
}

pub(crate) fn read(json: &str, bank: &Bank) -> Result<Question, &'static str> {
    let value: Value = serde_json::from_str(json).map_err(|_| "no JSON")?;
    let mut question = Question {
        request: Area::new("KSQ-REQUEST"),
        item: Area::new("KSI-ITEM"),
        items: Vec::new(),
        access: None,
    };
    let request = &mut question.request;
    for (name, value) in members(&value)? {
        if value.is_null() || value == "" {
            continue;
        }
        match &**name {
            "user" | "business" | "account" | "group" => fits(request.put(&[(name, 0)], text(value)?))?,
            "senderName" => fits(request.put(&[("sender_name", 0)], text(value)?))?,
            "senderCode" => fits(request.put(&[("sender_code", 0)], text(value)?))?,
            "operation" => {
                let own = bank.operations.iter().map(String::as_str);
                let known = names!(Operation);
                let mut names = known.iter().copied().chain(own);
                let at = names.position(|known| Some(known) == value.as_str());
                let number = at.map_or(99, |at| u64::try_from(at).unwrap() + 1);
                fits(value.is_string() && request.put_number(&[("operation", 0)], number))?;
            }
            "now" => fits(request.put(&[("now", 0)], &instant(value)?))?,
            "valueDate" => fits(request.put(&[("value_date", 0)], &day(value)?))?,
            "entry" => fits(request.put_number(&[("entry", 0)], number_of(names!(Entry), text(value)?)))?,
            "approvers" => {
                let list = value.as_array().ok_or("a value of another type")?;
                for (row, id) in list.iter().filter(|id| *id != "").enumerate() {
                    fits(row < 16 && request.put(&[("approver", row)], text(id)?))?;
                }
            }
            "usage" => usage(value, request, bank)?,
            "item" => facts(value, request)?,
            "target" => target(value, request)?,
            "access" => question.access = Some(access(value)?),
            "items" => {
                for element in value.as_array().ok_or("a value of another type")? {
                    let mut item = Area::new("KSI-ITEM");
                    for (name, value) in members(element)? {
                        line(name, value, &mut item, bank.currency)?;
                    }
                    question.items.push(item);
                }
            }
            other => line(other, value, &mut question.item, bank.currency)?,
        }
    }
    if !question.items.is_empty() && question.item.bytes().iter().any(|byte| *byte != b' ') {
        return Err("items beside a payee");
    }
    Ok(question)
}

/// What is said of a payee and what is paid to him.
fn line(name: &str, value: &Value, item: &mut Area, currency: Currency) -> Done {
    if value.is_null() || value == "" {
        return Ok(());
    }
    match name {
        "payment" => fits(item.put(&[("payment", 0)], &amount(value, &[currency])?)),
        "typedFee" => fits(item.put(&[("typed_fee", 0)], &amount(value, &[currency])?)),
        "bearer" => fits(item.put_number(&[("bearer", 0)], number_of(names!(Bearer), text(value)?))),
        "pattern" | "edi" => fits(item.put(&[(name, 0)], text(value)?)),
        "payee" => members(value)?.iter().try_for_each(|(name, value)| payee(name, value, item)),
        _ => Err("a field that there is not"),
    }
}

fn payee(name: &str, value: &Value, item: &mut Area) -> Done {
    if value.is_null() || value == "" {
        return Ok(());
    }
    match name {
        "kind" => fits(item.put_number(&[("payee_kind", 0)], number_of(names!(PayeeKind), text(value)?))),
        "bank" | "branch" | "number" | "name" => fits(item.put(&[(name, 0)], text(value)?)),
        "type" => fits(item.put(&[("account_type", 0)], text(value)?)),
        "registeredOn" => fits(item.put(&[("registered_on", 0)], &day(value)?)),
        "registeredAt" => fits(item.put(&[("registered_at", 0)], &instant(value)?)),
        "document" => match value.as_bool() {
            Some(true) => fits(item.put(&[("document", 0)], "Y")),
            Some(false) => Ok(()),
            None => Err("a value of another type"),
        },
        _ => Err("a field that there is not"),
    }
}

fn usage(value: &Value, request: &mut Area, bank: &Bank) -> Done {
    let list = value.as_array().ok_or("a value of another type")?;
    if list.len() > 16 {
        return Err("more usage than a record holds");
    }
    fits(request.put_number(&[("usage_count", 0)], u64::try_from(list.len()).unwrap()))?;
    for (row, entry) in list.iter().enumerate() {
        let mut bearers = 0;
        for (name, value) in members(entry)? {
            if value.is_null() || value == "" {
                continue;
            }
            let at = |field: &'static str| [("usage", row), (field, 0)];
            match &**name {
                "limit" => fits(request.put(&at("limit"), text(value)?))?,
                "account" | "business" | "user" | "payee" => {
                    bearers += 1;
                    fits(request.put(&at("whose"), text(value)?))?;
                }
                "day" => fits(request.put(&at("day"), &day(value)?))?,
                "used" => {
                    let counts = entry["limit"].as_str().is_some_and(|limit| bank.counts.contains(limit));
                    let whole = Currency::from_code("JPY").unwrap();
                    let currency = if counts { whole } else { bank.currency };
                    fits(request.put(&at("used"), &amount(value, &[currency])?))?;
                }
                _ => return Err("a field that there is not"),
            }
        }
        if bearers > 1
            || (bearers == 0 && entry["limit"] != "companyPerDay" && entry.get("business").is_none())
        {
            // A record fills in the request's own where JSON has no answer.
            let of_account = entry["limit"].as_str().is_some_and(|limit| limit.starts_with("accountPerDay"));
            if bearers > 1 || of_account {
                return Err("usage that names too few or too many");
            }
        }
        if bearers == 0 && entry["limit"] == "companyPerDay" {
            return Err("usage that names too few or too many");
        }
    }
    Ok(())
}

fn facts(value: &Value, request: &mut Area) -> Done {
    let mut says = false;
    for (name, value) in members(value)? {
        if value.is_null() || value == "" {
            continue;
        }
        says = true;
        match &**name {
            "requester" => fits(request.put(&[("item_requester", 0)], text(value)?))?,
            "business" => fits(request.put(&[("item_business", 0)], text(value)?))?,
            "approvers" => {
                let list = value.as_array().ok_or("a value of another type")?;
                if !list.is_empty() && list.iter().all(|id| id == "") {
                    continue;
                }
                fits(request.put(&[("item_approvers_known", 0)], "Y"))?;
                for (row, id) in list.iter().filter(|id| *id != "").enumerate() {
                    fits(row < 16 && request.put(&[("item_approver", row)], text(id)?))?;
                }
            }
            "state" => vocabulary(request, "item_state", names!(State), value)?,
            "payeeKind" => vocabulary(request, "item_payee_kind", names!(PayeeKind), value)?,
            "entry" => vocabulary(request, "item_entry", names!(Entry), value)?,
            "counted" => match value.as_bool() {
                Some(true) => fits(request.put(&[("counted", 0)], "Y"))?,
                Some(false) => says = says && members(&serde_json::json!({}))?.is_empty(),
                None => return Err("a value of another type"),
            },
            "countedOn" => {
                let day = day(value)?;
                fits(request.put(&[("counted_on", 0)], &day))?;
            }
            _ => return Err("a field that there is not"),
        }
    }
    if says { Ok(()) } else { Err("an item of which nothing is known") }
}

/// A word of the host's: one that is none is no answer in JSON, and has no number.
fn vocabulary(request: &mut Area, field: &str, names: &[&str], value: &Value) -> Done {
    let name = text(value)?;
    if !names.contains(&name) {
        return Err("a word that has no number");
    }
    fits(request.put_number(&[(field, 0)], number_of(names, name)))
}

fn target(value: &Value, request: &mut Area) -> Done {
    for (name, value) in members(value)? {
        if value.is_null() || value == "" {
            continue;
        }
        match &**name {
            "user" => fits(request.put(&[("target_user", 0)], text(value)?))?,
            "certificateState" => vocabulary(request, "target_certificate", names!(CertificateState), value)?,
            "oneTimePasswordState" => {
                vocabulary(request, "target_password", names!(OneTimePasswordState), value)?
            }
            _ => return Err("a field that there is not"),
        }
    }
    Ok(())
}

fn access(value: &Value) -> Result<Area, &'static str> {
    let mut area = Area::new("KSA-ACCESS");
    let mut row = 0;
    for (name, value) in members(value)? {
        if value.is_null() {
            continue;
        }
        if row == area.rows("attribute") {
            return Err("more attributes than a record holds");
        }
        let (kind, spelt) = match value {
            Value::Bool(flag) => ("F", if *flag { "Y".to_owned() } else { "N".to_owned() }),
            Value::Number(number) => ("N", number.to_string()),
            Value::String(text) if !text.is_empty() => ("T", text.clone()),
            Value::String(_) => continue,
            Value::Array(words) if words.is_empty() => continue,
            Value::Array(words) => {
                let words: Option<Vec<&str>> = words.iter().map(Value::as_str).collect();
                let spelt = words.ok_or("a value of another type")?.join(",");
                if spelt.is_empty() {
                    return Err("a set that a record cannot spell");
                }
                ("S", spelt)
            }
            _ => return Err("a value of another type"),
        };
        fits(area.put(&[("attribute", row), ("name", 0)], name))?;
        fits(area.put(&[("attribute", row), ("kind", 0)], kind))?;
        fits(area.put(&[("attribute", row), ("value", 0)], &spelt))?;
        row += 1;
    }
    fits(area.put_number(&[("count", 0)], u64::try_from(row).unwrap()))?;
    Ok(area)
}
