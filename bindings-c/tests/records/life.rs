//! The life of an item through records: each event of the corpus that records can say, and the item that comes back.

use std::collections::BTreeMap;
use std::ptr;

use kessai::terms::{Act, ApprovalMode, EventKind, State};
use kessai_c::record::doors::{
    kessai_record_add, kessai_record_advance, kessai_record_begin, kessai_record_next_item,
    kessai_record_next_order,
};
use kessai_fixtures::answers::{Answered, answers};
use kessai_fixtures::corpus::Door;
use serde_json::{Map, Value, json};

use crate::answer::compare_life;
use crate::area::Area;
use crate::question::{self, fits, instant, members, number_of, text};
use crate::{Asked, Session, Sessions};

type Done = Result<(), &'static str>;

macro_rules! names {
    ($of:ty) => {
        &<$of>::ALL.iter().map(|value| value.name()).collect::<Vec<_>>()
    };
}

/// The records of one event.
#[derive(Clone)]
pub(crate) struct Life {
    pub order: Area,
    pub event: Area,
    pub typed: question::Question,
    pub access: Option<Area>,
    pub lines: Vec<Area>,
}

fn is_nothing(value: &Value) -> bool {
    value.is_null() || value == "" || value.as_array().is_some_and(Vec::is_empty)
}

pub(crate) fn read(question: &str, session: &Session) -> Result<Life, &'static str> {
    let value: Value = serde_json::from_str(question).map_err(|_| "no JSON")?;
    if members(&value)?.keys().any(|name| !["item", "event", "usage"].contains(&&**name)) {
        return Err("a field that there is not");
    }
    let mut order = Area::new("KST-ITEM");
    let mut lines = Vec::new();
    if !value["item"].is_null() {
        lines = item(&value["item"], &mut order, session)?;
    }
    let event = members(&value["event"])?;
    let mut area = Area::new("KSE-EVENT");
    let kind = event.get("type").and_then(Value::as_str).ok_or("an event without a type")?;
    let at = place_of(names!(EventKind), kind).ok_or("a word that has no number")?;
    fits(area.put_number(&[("kind", 0)], at))?;
    let mut request = Map::new();
    for (name, value) in event {
        if is_nothing(value) && name != "content" {
            continue;
        }
        match &**name {
            "type" => {}
            "now" => fits(area.put(&[("now", 0)], &instant(value)?))?,
            "revision" => {
                let number = value.as_u64().ok_or("a value of another type")?;
                fits(area.put_number(&[("revision", 0)], number))?;
            }
            "user" | "group" | "business" | "to" => fits(area.put(&[(name, 0)], text(value)?))?,
            "approvers" => {
                let list = value.as_array().ok_or("a value of another type")?;
                for (row, id) in list.iter().filter(|id| *id != "").enumerate() {
                    fits(row < 16 && area.put(&[("approver", row)], text(id)?))?;
                }
            }
            "access" => {
                request.insert("access".to_owned(), value.clone());
            }
            "content" if value.is_null() => {}
            "content" => {
                fits(area.put(&[("typed", 0)], "Y"))?;
                for (name, value) in members(value)? {
                    if ["user", "group", "now", "operation", "usage", "approvers", "access", "target", "item"]
                        .contains(&&**name)
                    {
                        return Err("a field that there is not");
                    }
                    request.insert(name.clone(), value.clone());
                }
            }
            _ => return Err("a field that there is not"),
        }
    }
    if let Some(usage) = value.get("usage").filter(|usage| !usage.is_null()) {
        request.insert("usage".to_owned(), usage.clone());
    }
    let mut typed = question::read(&Value::Object(request).to_string(), &session.bank)?;
    if area.flag(&[("typed", 0)]) && kind != "switch" {
        lines = std::mem::take(&mut typed.items);
    }
    let access = typed.access.take();
    Ok(Life { order, event: area, typed, access, lines })
}

fn place_of(names: &[&str], name: &str) -> Option<u64> {
    names.contains(&name).then(|| number_of(names, name))
}

/// An item as an answer gives it, into its record; gives the items of a batch.
fn item(value: &Value, area: &mut Area, session: &Session) -> Result<Vec<Area>, &'static str> {
    let known = |names: &[&str], value: &Value| {
        text(value).and_then(|name| place_of(names, name).ok_or("a word that has no number"))
    };
    let mut content = Value::Null;
    for (name, value) in members(value)? {
        if is_nothing(value) {
            continue;
        }
        match &**name {
            "business" | "at" | "requester" | "policy" | "deadline" => {
                fits(area.put(&[(name, 0)], text(value)?))?
            }
            "state" => fits(area.put_number(&[("state", 0)], known(names!(State), value)?))?,
            "mode" => fits(area.put_number(&[("mode", 0)], known(names!(ApprovalMode), value)?))?,
            "revision" => {
                let number = value.as_u64().ok_or("a value of another type")?;
                fits(area.put_number(&[("revision", 0)], number))?;
            }
            "approvers" => {
                for (row, id) in value.as_array().ok_or("a value of another type")?.iter().enumerate() {
                    fits(row < 16 && id != "" && area.put(&[("approver", row)], text(id)?))?;
                }
            }
            "approvals" => approvals(value, area)?,
            "alternatives" => alternatives(value, area)?,
            "counted" | "spent" => entries(name, value, area, session)?,
            "content" => content = value.clone(),
            _ => return Err("a field that there is not"),
        }
    }
    if value["mode"] == "policy" && value["alternatives"].is_null() {
        return Err("a list that is not there and not empty");
    }
    if value["state"].is_null() {
        return Err("an item without a state");
    }
    let Some(content) = content.as_object().cloned() else { return Ok(Vec::new()) };
    let typed = question::read(&Value::Object(content).to_string(), &session.bank)?;
    for (name, field) in [
        ("account", "account"),
        ("value_date", "value_date"),
        ("entry", "entry"),
        ("sender_name", "sender_name"),
        ("sender_code", "sender_code"),
    ] {
        area.set(&[(name, 0)], typed.request.get(&[(field, 0)]));
    }
    area.set(&[("item", 0)], typed.item.bytes());
    fits(area.put_number(&[("items", 0)], u64::try_from(typed.items.len()).unwrap()))?;
    Ok(typed.items)
}

fn approvals(value: &Value, area: &mut Area) -> Done {
    let list = value.as_array().ok_or("a value of another type")?;
    fits(area.put_number(&[("approval_count", 0)], u64::try_from(list.len()).unwrap()))?;
    for (row, approval) in list.iter().enumerate() {
        if row >= area.rows("approval") {
            return Err("more approvals than a record holds");
        }
        let at = |name: &'static str, index| [("approval", row), (name, index)];
        for (name, value) in members(approval)? {
            if is_nothing(value) {
                continue;
            }
            match &**name {
                "user" => fits(area.put(&at("user", 0), text(value)?))?,
                "at" => fits(area.put(&at("at", 0), text(value)?))?,
                "secondChannel" => match value.as_bool() {
                    Some(true) => fits(area.put(&at("second_channel", 0), "Y"))?,
                    Some(false) => {}
                    None => return Err("a value of another type"),
                },
                "act" => {
                    let act = place_of(names!(Act), text(value)?).ok_or("a word that has no number")?;
                    fits(area.put_number(&at("act", 0), act))?;
                }
                "groups" => {
                    let groups = value.as_array().ok_or("a value of another type")?;
                    fits(groups.len() <= 8)?;
                    fits(area.put_number(&at("group_count", 0), u64::try_from(groups.len()).unwrap()))?;
                    for (index, group) in groups.iter().enumerate() {
                        fits(area.put(&at("group", index), text(group)?))?;
                    }
                }
                _ => return Err("a field that there is not"),
            }
        }
    }
    Ok(())
}

fn alternatives(value: &Value, area: &mut Area) -> Done {
    let list = value.as_array().ok_or("a value of another type")?;
    fits(
        list.len() <= 8 && area.put_number(&[("alternative_count", 0)], u64::try_from(list.len()).unwrap()),
    )?;
    for (row, alternative) in list.iter().enumerate() {
        if alternative["ordered"] == true {
            fits(area.put(&[("alternative", row), ("ordered", 0)], "Y"))?;
        }
        let steps = alternative["steps"].as_array().ok_or("a value of another type")?;
        let count = u64::try_from(steps.len()).unwrap();
        fits(steps.len() <= 8 && area.put_number(&[("alternative", row), ("step_count", 0)], count))?;
        for (index, step) in steps.iter().enumerate() {
            let at = |name: &'static str| [("alternative", row), ("step", index), (name, 0)];
            let act = place_of(names!(Act), text(&step["act"])?).ok_or("a word that has no number")?;
            fits(area.put_number(&at("act"), act))?;
            if !is_nothing(&step["group"]) {
                fits(area.put(&at("group"), text(&step["group"])?))?;
            }
            fits(area.put_number(&at("count"), step["count"].as_u64().ok_or("a value of another type")?))?;
        }
    }
    Ok(())
}

/// Entries of what an item has taken: as those of usage, with `amount` in the place of `used`.
fn entries(name: &str, value: &Value, area: &mut Area, session: &Session) -> Done {
    let list = value.as_array().ok_or("a value of another type")?;
    let as_usage: Vec<Value> = list
        .iter()
        .map(|entry| {
            let mut entry = entry.as_object().cloned().unwrap_or_default();
            if let Some(amount) = entry.remove("amount") {
                entry.insert("used".to_owned(), amount);
            }
            Value::Object(entry)
        })
        .collect();
    let read = question::read(&json!({ "usage": as_usage }).to_string(), &session.bank)?;
    let counted = format!("{name}_count");
    fits(area.put_number(&[(&counted, 0)], u64::try_from(list.len()).unwrap()))?;
    for row in 0..list.len() {
        if row >= area.rows(name) {
            return Err("more entries than a record holds");
        }
        area.set(&[(name, row)], read.request.get(&[("usage", row)]));
    }
    Ok(())
}

/// An item that a switch has made, with the items of its batch.
type Made = (Area, Vec<Area>);

/// Asks, and gives the item after it with the items of a batch and those that a switch made.
pub(crate) fn ask(session: &Session, life: &mut Life) -> (Asked, Vec<Area>, Vec<Made>) {
    let mut verdict = Area::new("KSV-VERDICT");
    verdict.fill(b'#');
    let access = life.access.as_ref().map_or(ptr::null(), |area| area.pointer().cast());
    let mut lines = Vec::new();
    let mut created = Vec::new();
    // SAFETY: records of these sizes.
    let code = unsafe {
        assert_eq!(kessai_record_begin(session.session, life.typed.request.pointer().cast(), ptr::null()), 0);
        for line in &life.lines {
            assert_eq!(kessai_record_add(session.session, line.pointer().cast()), 0);
        }
        let code = kessai_record_advance(
            session.session,
            life.order.pointer_mut().cast(),
            life.event.pointer().cast(),
            life.typed.request.pointer().cast(),
            life.typed.item.pointer().cast(),
            access,
            verdict.pointer_mut().cast(),
        );
        let mut line = Area::new("KSI-ITEM");
        while kessai_record_next_item(session.session, line.pointer_mut().cast()) == 0 {
            lines.push(line.clone());
        }
        let mut order = Area::new("KST-ITEM");
        while kessai_record_next_order(session.session, order.pointer_mut().cast()) == 0 {
            let mut own = Vec::new();
            while kessai_record_next_item(session.session, line.pointer_mut().cast()) == 0 {
                own.push(line.clone());
            }
            created.push((order.clone(), own));
        }
        code
    };
    (Asked { code, verdict, items: Vec::new() }, lines, created)
}

/// Compares an item's record with the item in JSON, field by field.
fn same_item(name: &str, area: &Area, lines: &[Area], json: &Value, session: &Session) {
    let mut want = Area::new("KST-ITEM");
    let want_lines = item(json, &mut want, session).unwrap_or_else(|why| panic!("{name}: {why}: {json}"));
    let ours = |field: &'static str| [(field, 0)];
    for field in
        ["business", "at", "requester", "policy", "deadline", "account", "sender_name", "sender_code"]
    {
        assert_eq!(area.text(&ours(field)), want.text(&ours(field)), "{name}: {field}");
    }
    let number = number_or_nothing;
    for field in [
        "state",
        "revision",
        "mode",
        "approval_count",
        "alternative_count",
        "counted_count",
        "spent_count",
        "items",
    ] {
        assert_eq!(number(area, &ours(field)), number(&want, &ours(field)), "{name}: {field}");
    }
    same_people(name, area, &want);
    for (table, rows) in [("counted", 16), ("spent", 32)] {
        for row in 0..rows {
            let at = |field: &'static str| [(table, row), (field, 0)];
            for field in ["limit", "whose"] {
                assert_eq!(area.text(&at(field)), want.text(&at(field)), "{name}: {field} of {table} {row}");
            }
            for field in ["day", "used"] {
                assert_eq!(
                    number(area, &at(field)),
                    number(&want, &at(field)),
                    "{name}: {field} of {table} {row}"
                );
            }
        }
    }
    same_line(
        name,
        &Area::of("KSI-ITEM", area.get(&[("item", 0)])),
        &Area::of("KSI-ITEM", want.get(&[("item", 0)])),
    );
    if !want_lines.is_empty() || !lines.is_empty() {
        assert_eq!(lines.len(), want_lines.len(), "{name}: the items of the batch");
        for (line, want) in lines.iter().zip(&want_lines) {
            same_line(name, line, want);
        }
    }
}

/// Approvers, approvals and what a policy still asks for.
fn same_people(name: &str, area: &Area, want: &Area) {
    let number = number_or_nothing;
    for row in 0..16 {
        let at = [("approver", row)];
        assert_eq!(area.text(&at), want.text(&at), "{name}: approver {row}");
        for field in ["user", "at", "second_channel"] {
            let at = [("approval", row), (field, 0)];
            assert_eq!(area.text(&at), want.text(&at), "{name}: {field} of approval {row}");
        }
        let act = [("approval", row), ("act", 0)];
        assert_eq!(number(area, &act), number(want, &act), "{name}");
        for index in 0..8 {
            let at = [("approval", row), ("group", index)];
            assert_eq!(area.text(&at), want.text(&at), "{name}: group {index} of approval {row}");
        }
    }
    for row in 0..8 {
        for index in 0..8 {
            let at = |field: &'static str| [("alternative", row), ("step", index), (field, 0)];
            assert_eq!(area.text(&at("group")), want.text(&at("group")), "{name}");
            for field in ["act", "count"] {
                assert_eq!(number(area, &at(field)), number(want, &at(field)), "{name}: {field}");
            }
        }
    }
}

/// The number of a field, which may be blank.
fn number_or_nothing(area: &Area, path: &[(&str, usize)]) -> i64 {
    match area.text(path) {
        text if text.is_empty() => 0,
        text => text.parse().unwrap(),
    }
}

fn same_line(name: &str, line: &Area, want: &Area) {
    let plain = |area: &Area, field: &'static str| {
        let text = area.text(&[(field, 0)]);
        // A choice or a day of zeros is missing, as spaces are.
        if text.bytes().all(|byte| byte == b'0') && !["payment", "typed_fee"].contains(&field) {
            String::new()
        } else {
            text
        }
    };
    for field in [
        "payee_kind",
        "bank",
        "branch",
        "account_type",
        "number",
        "name",
        "registered_on",
        "registered_at",
        "document",
        "payment",
        "bearer",
        "typed_fee",
        "pattern",
        "edi",
    ] {
        assert_eq!(plain(line, field), plain(want, field), "{name}: {field}");
    }
}

fn check(session: &Session, case: &Answered, life: &mut Life) {
    let before = life.order.clone();
    let (asked, lines, created) = ask(session, life);
    let json: Value = serde_json::from_str(match &case.answer {
        Ok(json) | Err(json) => json,
    })
    .unwrap();
    compare_life(session, case, &asked);
    if asked.code != 0 {
        assert_eq!(life.order.bytes(), before.bytes(), "{}: what is not changed stays as it was", case.name);
        return;
    }
    same_item(&case.name, &life.order, &lines, &json["item"], session);
    let made = json["created"].as_array().unwrap();
    assert_eq!(created.len(), made.len(), "{}", case.name);
    for ((area, lines), json) in created.iter().zip(made) {
        same_item(&case.name, area, lines, json, session);
    }
}

#[test]
fn the_lives_of_the_corpus_are_the_same_in_records() {
    let (mut asked, mut left) = (0, BTreeMap::<&str, Vec<String>>::new());
    let mut sessions = Sessions::default();
    for case in answers().unwrap().into_iter().filter(|case| case.door == Door::Advance) {
        let Some(session) = sessions.of(&case, "UTF-8") else {
            left.entry("the documents do not load").or_default().push(case.name);
            continue;
        };
        let of_json = case.answer.as_ref().is_err_and(|error| {
            [
                "request.field.",
                "request.usage.",
                "request.type",
                "request.json",
                "request.item.unknown",
                "request.shape",
            ]
            .iter()
            .any(|code| error.contains(code))
        });
        match read(&case.question, session) {
            _ if of_json => left.entry("a mistake of JSON's members").or_default().push(case.name),
            Err(why) => left.entry(why).or_default().push(case.name),
            Ok(mut life) => {
                asked += 1;
                check(session, &case, &mut life);
            }
        }
    }
    let all: usize = left.values().map(Vec::len).sum::<usize>() + asked;
    let shown: Vec<_> =
        left.iter().map(|(why, names)| format!("{} {why}, such as {}", names.len(), names[0])).collect();
    println!("{asked} of {all} events; not: {shown:#?}");
    assert!(asked * 10 > all * 8, "records say too little: {asked} of {all}: {shown:#?}");
}
