//! What a record says, against the JSON of the same answer.

use kessai::terms::{Act, ApprovalMode, Debit};
use kessai::verdict::Field;
use kessai::{Code, RequestErrorCode};
use kessai_c::record::doors::kessai_record_next;
use kessai_fixtures::answers::Answered;
use serde_json::Value;

use crate::area::Area;
use crate::{Asked, Session};

/// Compares the whole answer of a case.
pub(crate) fn compare(session: &Session, case: &Answered, asked: &Asked) {
    let verdict = &asked.verdict;
    let name = &case.name;
    assert!(verdict.bytes().iter().all(|byte| *byte != b'#'), "{name}: the area is blanked");
    assert_eq!(
        verdict.number(&[("outcome", 0)]),
        i64::from(asked.code),
        "{name}: outcome and return code agree"
    );
    let json: Value = serde_json::from_str(match &case.answer {
        Ok(json) | Err(json) => json,
    })
    .unwrap();
    if case.answer.is_err() {
        no_answer(name, &json, asked);
        return;
    }
    assert_eq!(verdict.number(&[("status", 0)]), 0, "{name}: {json}");
    let said = Said { session, asked, json: &json, name };
    let code = match json["outcome"].as_str().unwrap() {
        "accepted" => 0,
        "needsApproval" => 4,
        "incomplete" => 8,
        "refused" => 12,
        other => panic!("{other}"),
    };
    assert_eq!(asked.code, code, "{name}");
    said.reasons();
    said.missing();
    said.limits();
    said.usage();
    said.fee();
    said.approval();
    said.items();
    said.texts();
    let day = json.get("valueDate").map_or(0, number_of_day);
    assert_eq!(verdict.number(&[("value_date", 0)]), day, "{name}");
    for (field, want) in [
        ("engine", &json["engine"]),
        ("service_digest", &json["service"]["digest"]),
        ("company_digest", &json["company"]["digest"]),
    ] {
        assert_eq!(verdict.text(&[(field, 0)]), want.as_str().unwrap(), "{name}");
    }
}

/// Compares what an answer to an event says beside the item.
pub(crate) fn compare_life(session: &Session, case: &Answered, asked: &Asked) {
    let (verdict, name) = (&asked.verdict, &case.name);
    let json: Value = serde_json::from_str(match &case.answer {
        Ok(json) | Err(json) => json,
    })
    .unwrap();
    if case.answer.is_err() {
        no_answer(name, &json, asked);
        return;
    }
    let code = match json["outcome"].as_str().unwrap() {
        "changed" => 0,
        "incomplete" => 8,
        "refused" => 12,
        other => panic!("{other}"),
    };
    assert_eq!(asked.code, code, "{name}: {json}");
    assert_eq!(verdict.number(&[("status", 0)]), 0, "{name}");
    let said = Said { session, asked, json: &json, name };
    said.reasons();
    said.missing();
    said.limits();
    said.usage();
    said.fee();
    said.approval();
}

/// No answer: the number of the error and of its place.
fn no_answer(name: &str, json: &Value, asked: &Asked) {
    let verdict = &asked.verdict;
    assert_eq!(asked.code, 16, "{name}: {json}");
    let code = RequestErrorCode::from_name(json["code"].as_str().unwrap()).unwrap();
    assert_eq!(verdict.number(&[("error", 0)]), i64::from(code.number()), "{name}: {json}");
    let path = json["path"].as_str().unwrap();
    if verdict.number(&[("error_field", 0)]) > 0 {
        assert_eq!(verdict.number(&[("error_field", 0)]), number_of_path(path), "{name}: {path}");
    }
    for flag in ["fee_set", "approval_set"] {
        assert!(!verdict.flag(&[(flag, 0)]), "{name}");
    }
}

/// The number of the field at a path, by the words of the copybook: `/payee/registeredOn` is `PAYEE-REGISTERED-ON`.
fn number_of_path(path: &str) -> i64 {
    let path = split_item(path).1;
    let mut words: Vec<String> = path.split('/').skip(1).map(kebab).collect();
    let word = match &words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["APPROVERS", _] => "APPROVER".to_owned(),
        ["ITEM", "APPROVALS", _] => "ITEM-APPROVAL".to_owned(),
        ["USAGE", _, field] => format!("USAGE-{field}"),
        // What is used of every bank's limits, and of those that a bank has declared.
        ["USAGE", _] if path.starts_with("/usage/accountPerDay.") || path == "/usage/companyPerDay" => {
            "USAGE-OF".to_owned()
        }
        ["USAGE", _] => "USAGE-OF-DECLARED".to_owned(),
        ["ACCESS", _] => "ACCESS-OF".to_owned(),
        ["TARGET", "CERTIFICATE-STATE"] => "TARGET-CERT-STATE".to_owned(),
        ["TARGET", "ONE-TIME-PASSWORD-STATE"] => "TARGET-OTP-STATE".to_owned(),
        _ => {
            words.retain(|word| !word.is_empty());
            words.join("-")
        }
    };
    let all = Field::numbers();
    let found = all.iter().find(|(_, known)| *known == word);
    i64::from(found.unwrap_or_else(|| panic!("{path}: there is no word {word}")).0)
}

fn kebab(name: &str) -> String {
    let mut out = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() {
            out.push('-');
        }
        out.push(character.to_ascii_uppercase());
    }
    out
}

/// The item of a path, from 1, and what is behind it.
fn split_item(path: &str) -> (i64, String) {
    match path.strip_prefix("/items/").and_then(|rest| rest.split_once('/')) {
        Some((item, rest)) => (item.parse::<i64>().unwrap() + 1, format!("/{rest}")),
        None => (0, path.to_owned()),
    }
}

/// The position of one of several, from 1.
fn index_of_path(path: &str) -> i64 {
    let path = split_item(path).1;
    let number = path.split('/').find_map(|step| step.parse::<i64>().ok());
    number.map_or(0, |number| number + 1)
}

/// An amount or number of items without its point.
fn minor(value: &Value) -> i64 {
    match value {
        Value::String(text) => text.replace('.', "").parse().unwrap(),
        Value::Number(number) => number.as_i64().unwrap(),
        other => panic!("{other}"),
    }
}

fn number_of_day(value: &Value) -> i64 {
    value.as_str().unwrap().replace('-', "").parse().unwrap()
}

/// One answer, and what it is compared with.
struct Said<'a> {
    session: &'a Session,
    asked: &'a Asked,
    json: &'a Value,
    name: &'a str,
}

impl Said<'_> {
    fn list(&self, name: &str) -> &Vec<Value> {
        self.json[name].as_array().unwrap()
    }

    /// Every row of what there is more of than fits, one call each, until there is no more.
    fn rows(&self, what: u64, step: u64, of: u64) -> Vec<Area> {
        let mut row = Area::new("KSN-ROW");
        assert!(row.put_number(&[("what", 0)], what));
        assert!(row.put_number(&[("step", 0)], step) && row.put_number(&[("of", 0)], of));
        let mut rows = Vec::new();
        loop {
            // SAFETY: a record of this size.
            let done = unsafe { kessai_record_next(self.session.session, row.pointer_mut().cast()) };
            match done {
                0 => rows.push(row.clone()),
                8 => break,
                other => panic!("{}: row {} of {what}: {other}", self.name, rows.len()),
            }
            assert_eq!(row.number(&[("at", 0)]), i64::try_from(rows.len()).unwrap(), "{}", self.name);
        }
        if let Some(last) = rows.last() {
            assert_eq!(last.number(&[("count", 0)]), i64::try_from(rows.len()).unwrap(), "{}", self.name);
        }
        rows
    }

    /// Compares a table of the verdict and all of its rows with a list.
    fn each(
        &self,
        list: &[Value],
        counted: &str,
        table: &str,
        what: u64,
        check: impl Fn(&Area, &[(&str, usize)], &Value),
    ) {
        let verdict = &self.asked.verdict;
        let count = usize::try_from(verdict.number(&[(counted, 0)])).unwrap();
        let more: i64 = self.json["more"]
            .as_array()
            .filter(|_| what == 2)
            .map_or(0, |more| more.iter().map(|more| minor(&more["count"])).sum());
        assert_eq!(count, list.len() + usize::try_from(more).unwrap(), "{}: {counted}", self.name);
        for (row, value) in list.iter().enumerate().take(verdict.rows(table)) {
            check(verdict, &[(table, row)], value);
        }
        let rows = self.rows(what, 0, 0);
        assert_eq!(rows.len(), list.len(), "{}: {table}", self.name);
        for (row, value) in rows.iter().zip(list) {
            check(row, &[(table, 0)], value);
        }
    }

    fn reasons(&self) {
        self.each(self.list("reasons"), "reason_count", "reason", 2, |area, at, reason| {
            let field = |name: &'static str| [at, &[(name, 0)]].concat();
            let path = reason["path"].as_str().unwrap();
            let code = Code::from_name(reason["code"].as_str().unwrap()).unwrap();
            assert_eq!(area.number(&field("code")), i64::from(code.number()), "{}", self.name);
            assert_eq!(area.number(&field("item")), split_item(path).0, "{}: {path}", self.name);
            assert_eq!(area.number(&field("field")), number_of_path(path), "{}: {path}", self.name);
            assert_eq!(area.number(&field("index")), index_of_path(path), "{}: {path}", self.name);
            assert_eq!(
                area.flag(&field("figures")),
                reason.get("limit").is_some(),
                "{}: {reason}",
                self.name
            );
            for name in ["limit", "used", "requested"] {
                let want = reason.get(name).map_or(0, minor);
                assert_eq!(area.number(&field(name)), want, "{}: {reason}", self.name);
            }
            assert_eq!(area.flag(&field("max_set")), reason.get("max").is_some(), "{}: {reason}", self.name);
            assert_eq!(
                area.number(&field("max")),
                reason.get("max").map_or(0, minor),
                "{}: {reason}",
                self.name
            );
            let day = ["earliest", "latest"].iter().find_map(|name| Some((*name, reason.get(*name)?)));
            if let Some((name, value)) = day {
                assert_eq!(area.number(&field("day")), number_of_day(value), "{}", self.name);
                assert_eq!(area.text(&field("day_kind")), name[..1].to_uppercase(), "{}", self.name);
            }
            let at = reason.get("at").map_or(0, |at| minor(at) + 1);
            assert_eq!(area.number(&field("at")), at, "{}: {reason}", self.name);
            for key in ["key", "condition"] {
                if let Some(key) = reason.get(key) {
                    assert_eq!(area.text(&field("key")), key.as_str().unwrap(), "{}", self.name);
                }
            }
            let who = reason.get("who").map_or(0, |who| who.as_array().unwrap().len());
            assert_eq!(area.number(&field("who_count")), i64::try_from(who).unwrap(), "{}", self.name);
        });
        for (number, reason) in (1..).zip(self.list("reasons")) {
            let Some(who) = reason.get("who") else { continue };
            let people: Vec<_> =
                self.rows(7, 0, number).iter().map(|row| row.text(&[("person", 0)])).collect();
            assert_eq!(serde_json::json!(people), *who, "{}", self.name);
        }
    }

    fn missing(&self) {
        self.each(self.list("missing"), "missing_count", "missing", 3, |area, at, path| {
            let field = |name: &'static str| [at, &[(name, 0)]].concat();
            let path = path.as_str().unwrap();
            assert_eq!(area.number(&field("item")), split_item(path).0, "{}: {path}", self.name);
            assert_eq!(area.number(&field("field")), number_of_path(path), "{}: {path}", self.name);
        });
    }

    fn limits(&self) {
        self.each(self.list("limits"), "limit_count", "limit", 4, |area, at, line| {
            let field = |name: &'static str| [at, &[(name, 0)]].concat();
            let code = Code::from_name(line["code"].as_str().unwrap()).unwrap();
            assert_eq!(area.number(&field("code")), i64::from(code.number()), "{}", self.name);
            let key = line.get("key").map_or("", |key| key.as_str().unwrap());
            assert_eq!(area.text(&field("key")), key, "{}", self.name);
            for name in ["limit", "used", "requested", "remaining"] {
                assert_eq!(area.number(&field(name)), minor(&line[name]), "{}: {line}", self.name);
            }
        });
    }

    fn usage(&self) {
        self.each(self.list("usage"), "usage_count", "usage", 5, |area, at, entry| {
            let field = |name: &'static str| [at, &[(name, 0)]].concat();
            assert_eq!(area.text(&field("limit")), entry["limit"].as_str().unwrap(), "{}", self.name);
            let whose = ["account", "business", "user", "payee"].iter().find_map(|name| entry.get(*name));
            assert_eq!(
                area.text(&field("whose")),
                whose.map_or("", |whose| whose.as_str().unwrap()),
                "{}",
                self.name
            );
            assert_eq!(area.number(&field("day")), number_of_day(&entry["day"]), "{}", self.name);
            assert_eq!(area.number(&field("used")), minor(&entry["used"]), "{}", self.name);
        });
    }

    fn fee(&self) {
        let (verdict, fee) = (&self.asked.verdict, &self.json["fee"]);
        assert_eq!(verdict.flag(&[("fee_set", 0)]), !fee.is_null(), "{}", self.name);
        fee_of(self.name, verdict, fee);
        let expected = fee.get("expectedBankFee");
        assert_eq!(verdict.flag(&[("expected_set", 0)]), expected.is_some(), "{}", self.name);
        assert_eq!(verdict.number(&[("expected_fee", 0)]), expected.map_or(0, minor), "{}", self.name);
        assert_eq!(verdict.flag(&[("provisional", 0)]), fee["provisional"] == true, "{}", self.name);
        let differences = fee["differences"]["count"].as_i64().unwrap_or(0);
        assert_eq!(verdict.number(&[("difference_count", 0)]), differences, "{}", self.name);
        let debit = fee["debit"]["mode"]
            .as_str()
            .map_or(0, |mode| place(Debit::ALL.iter().map(|one| one.name()), mode));
        assert_eq!(verdict.number(&[("debit", 0)]), debit, "{}", self.name);
        if debit > 0 {
            assert_eq!(
                verdict.number(&[("amount_on", 0)]),
                number_of_day(&fee["debit"]["amountOn"]),
                "{}",
                self.name
            );
            assert_eq!(
                verdict.number(&[("fee_on", 0)]),
                number_of_day(&fee["debit"]["feeOn"]),
                "{}",
                self.name
            );
        }
    }

    fn items(&self) {
        let none = Vec::new();
        let list = self.json["items"].as_array().unwrap_or(&none);
        if list.is_empty() {
            return;
        }
        assert_eq!(list.len(), self.asked.items.len(), "{}", self.name);
        let rows = self.rows(1, 0, 0);
        assert_eq!(rows.len(), list.len(), "{}", self.name);
        for (at, (said, item)) in self.asked.items.iter().zip(list).enumerate() {
            assert_eq!(said.flag(&[("fee_set", 0)]), !item["fee"].is_null(), "{}", self.name);
            fee_of(self.name, said, &item["fee"]);
            assert_eq!(
                rows[at].get(&[("item_verdict", 0)]),
                said.bytes(),
                "{}: the row is that of the array",
                self.name
            );
            let number = i64::try_from(at).unwrap() + 1;
            let path = |value: &Value| split_item(value.as_str().unwrap()).0 == number;
            let own: Vec<_> = self.list("reasons").iter().filter(|reason| path(&reason["path"])).collect();
            assert_eq!(
                said.number(&[("reason_count", 0)]),
                i64::try_from(own.len()).unwrap(),
                "{}",
                self.name
            );
            for (row, reason) in own.iter().enumerate().take(4) {
                let code = Code::from_name(reason["code"].as_str().unwrap()).unwrap();
                assert_eq!(
                    said.number(&[("reason", row), ("code", 0)]),
                    i64::from(code.number()),
                    "{}",
                    self.name
                );
            }
            let missing = self.list("missing").iter().filter(|value| path(value)).count();
            assert_eq!(
                said.number(&[("missing_count", 0)]),
                i64::try_from(missing).unwrap(),
                "{}",
                self.name
            );
        }
    }

    fn approval(&self) {
        let (verdict, approval) = (&self.asked.verdict, &self.json["approval"]);
        assert_eq!(verdict.flag(&[("approval_set", 0)]), !approval.is_null(), "{}", self.name);
        if approval.is_null() {
            return;
        }
        let mode =
            place(ApprovalMode::ALL.iter().map(|mode| mode.name()), approval["mode"].as_str().unwrap());
        assert_eq!(verdict.number(&[("mode", 0)]), mode, "{}", self.name);
        assert_eq!(
            verdict.text(&[("policy", 0)]),
            approval["policy"].as_str().unwrap_or_default(),
            "{}",
            self.name
        );
        let up_to = approval.get("upTo").filter(|up_to| !up_to.is_null());
        assert_eq!(verdict.flag(&[("up_to_set", 0)]), up_to.is_some(), "{}", self.name);
        assert_eq!(verdict.number(&[("up_to", 0)]), up_to.map_or(0, minor), "{}", self.name);
        let mut steps = Vec::new();
        for who in approval["steps"].as_array().into_iter().flatten() {
            steps.push((0, false, 0, "", 1, who));
        }
        for (number, alternative) in (1..).zip(approval["alternatives"].as_array().into_iter().flatten()) {
            for step in alternative["steps"].as_array().unwrap() {
                let act = place(Act::ALL.iter().map(|act| act.name()), step["act"].as_str().unwrap());
                let group = step["group"].as_str().unwrap_or_default();
                steps.push((
                    number,
                    alternative["ordered"] == true,
                    act,
                    group,
                    minor(&step["count"]),
                    &step["who"],
                ));
            }
        }
        assert_eq!(
            verdict.number(&[("step_count", 0)]),
            i64::try_from(steps.len()).unwrap(),
            "{}",
            self.name
        );
        let rows = self.rows(6, 0, 0);
        assert_eq!(rows.len(), steps.len(), "{}", self.name);
        for (at, (number, ordered, act, group, count, who)) in steps.into_iter().enumerate() {
            let in_verdict = (at < verdict.rows("step")).then(|| verdict.get(&[("step", at)]));
            assert!(in_verdict.is_none_or(|step| step == rows[at].get(&[("step_row", 0)])), "{}", self.name);
            let field = |name: &'static str| [("step_row", 0), (name, 0)];
            let row = &rows[at];
            assert_eq!(row.number(&field("alternative")), number, "{}", self.name);
            assert_eq!(row.flag(&field("ordered")), ordered, "{}", self.name);
            assert_eq!(row.number(&field("act")), act, "{}", self.name);
            assert_eq!(row.text(&field("group")), group, "{}", self.name);
            assert_eq!(row.number(&field("count")), count, "{}", self.name);
            let who = who.as_array().unwrap();
            assert_eq!(row.number(&field("who_count")), i64::try_from(who.len()).unwrap(), "{}", self.name);
            for (place, id) in who.iter().enumerate().take(4) {
                assert_eq!(
                    row.text(&[("step_row", 0), ("who", place)]),
                    id.as_str().unwrap(),
                    "{}",
                    self.name
                );
            }
            let step = u64::try_from(at).unwrap() + 1;
            let people: Vec<_> = self.rows(7, step, 0).iter().map(|row| row.text(&[("person", 0)])).collect();
            assert_eq!(serde_json::json!(people), serde_json::json!(who), "{}", self.name);
        }
    }

    fn texts(&self) {
        let none = Vec::new();
        let list = self.json.get("normalised").map_or(&none, |list| list.as_array().unwrap());
        let count = self.asked.verdict.number(&[("normalised_count", 0)]);
        assert_eq!(count, i64::try_from(list.len()).unwrap(), "{}", self.name);
        for (row, value) in self.rows(8, 0, 0).iter().zip(list) {
            let path = value["path"].as_str().unwrap();
            assert_eq!(row.number(&[("item", 0)]), split_item(path).0, "{}", self.name);
            assert_eq!(row.number(&[("field", 0)]), number_of_path(path), "{}", self.name);
            assert_eq!(row.text(&[("text", 0)]), value["value"].as_str().unwrap(), "{}", self.name);
        }
    }
}

fn fee_of(name: &str, area: &Area, fee: &Value) {
    for (field, member) in [
        ("payment", "payment"),
        ("deducted", "deducted"),
        ("transfer", "transfer"),
        ("bank_fee", "bankFee"),
        ("withdrawal", "withdrawal"),
        ("difference", "difference"),
    ] {
        let want = fee.get(member).map_or(0, minor);
        assert_eq!(area.number(&[(field, 0)]), want, "{name}: {field} of {fee}");
    }
}

/// The place of a name in a vocabulary, from 1.
pub(crate) fn place<'a>(names: impl Iterator<Item = &'a str>, name: &str) -> i64 {
    i64::try_from(names.into_iter().position(|known| known == name).unwrap()).unwrap() + 1
}
