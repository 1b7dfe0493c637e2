//! What the door of text refuses, the door of values refuses.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::request::{RequestUsage, Text, Typed};
use crate::terms::Operation;
use crate::{Company, Request, RequestLine, Service};

const SERVICE: &str = include_str!("../../../../fixtures/edges/service-form.json");
const COMPANY: &str = include_str!("../../../../fixtures/edges/company-form.json");

fn company() -> Company {
    Service::from_json(SERVICE).unwrap().company_from_json(COMPANY).unwrap()
}

/// Texts that a field may have, good ones and others.
fn text() -> impl Strategy<Value = Option<Text<'static>>> {
    let texts = [
        "",
        "taro",
        "transfer",
        "bulk",
        "main",
        "2026-11-20",
        "2026-11-20T10:15:00+09:00",
        "0034",
        "081",
        "newAccount",
        "payer",
        "screen",
        "\u{0}",
        " ",
        "0001-01-01T00:00:00+23:59",
        "-1",
        "1000",
    ];
    let long = |count: usize| Text::from("x".repeat(count));
    prop_oneof![
        3 => Just(None),
        8 => proptest::sample::select(texts.to_vec()).prop_map(|text| Some(Text::from(text))),
        1 => (1_023_usize..1_027).prop_map(move |count| Some(long(count))),
    ]
}

/// A text of a list, where none is none.
fn filled() -> impl Strategy<Value = Text<'static>> {
    text().prop_map(Option::unwrap_or_default)
}

fn typed() -> impl Strategy<Value = Typed<'static>> {
    let numbers =
        ["0", "-1", "1000", "1.5", "1e3", "", "0x1", "01", "NaN", "1 2", "999999999999999999999", "-0"];
    let minor = [0, 1, -1, 1_000, i64::MIN, i64::MAX, crate::money::AMOUNT_MAX, crate::money::AMOUNT_MAX + 1];
    prop_oneof![
        filled().prop_map(Typed::Text),
        proptest::sample::select(numbers.to_vec()).prop_map(|token| Typed::Number(token.into())),
        proptest::sample::select(minor.to_vec()).prop_map(Typed::Minor),
    ]
}

prop_compose! {
    fn item()(texts in proptest::collection::vec(text(), 9), payment in proptest::option::of(typed()),
              typed_fee in proptest::option::of(typed())) -> RequestLine<'static> {
        let mut texts = texts.into_iter();
        let mut next = || texts.next().flatten();
        RequestLine {
            payee_kind: next(), bank: next(), branch: next(), account_type: next(), number: next(), name: next(),
            registered_on: next(), registered_at: next(), bearer: next(), payment, typed_fee, ..RequestLine::default()
        }
    }
}

prop_compose! {
    fn usage()(limit in filled(), whose in proptest::collection::vec(text(), 4), day in filled(), used in typed())
        -> RequestUsage<'static> {
        let mut whose = whose.into_iter();
        let mut next = || whose.next().flatten();
        RequestUsage { limit, account: next(), business: next(), user: next(), payee: next(), day, used }
    }
}

prop_compose! {
    fn requests()(texts in proptest::collection::vec(text(), 6), single in item(),
                  items in proptest::collection::vec(item(), 0..3),
                  usage in proptest::collection::vec(usage(), 0..3),
                  approvers in proptest::collection::vec(filled(), 0..19)) -> Request<'static> {
        let mut texts = texts.into_iter();
        let mut next = || texts.next().flatten();
        Request {
            user: next().or(Some("taro".into())), business: next(), operation: Some(crate::terms::Operation::Create),
            account: next(), now: next(), value_date: next(), entry: next(), single, lines: items,
            usage, approvers, ..Request::default()
        }
    }
}

fn put(object: &mut Map<String, Value>, name: &str, text: Option<&Text<'_>>) {
    if let Some(text) = text {
        object.insert(name.into(), Value::from(&**text));
    }
}

/// The text of a number as it stands, which may be no JSON.
fn of_typed(typed: &Typed<'_>) -> String {
    match typed {
        Typed::Text(text) => Value::from(&**text).to_string(),
        Typed::Number(token) => (*token).to_string(),
        // Of a currency without decimals.
        Typed::Minor(amount) => Value::from(amount.to_string()).to_string(),
    }
}

fn of_item(item: &RequestLine<'_>) -> Vec<String> {
    let mut payee = Map::new();
    for (name, text) in [
        ("kind", &item.payee_kind),
        ("bank", &item.bank),
        ("branch", &item.branch),
        ("type", &item.account_type),
        ("number", &item.number),
        ("name", &item.name),
        ("registeredOn", &item.registered_on),
        ("registeredAt", &item.registered_at),
    ] {
        put(&mut payee, name, text.as_ref());
    }
    let mut members = alloc::vec![alloc::format!("\"payee\":{}", Value::Object(payee))];
    members.extend(item.bearer.as_ref().map(|text| alloc::format!("\"bearer\":{}", Value::from(&**text))));
    members.extend(item.payment.as_ref().map(|typed| alloc::format!("\"payment\":{}", of_typed(typed))));
    members.extend(item.typed_fee.as_ref().map(|typed| alloc::format!("\"typedFee\":{}", of_typed(typed))));
    members
}

/// A request as JSON.
fn written(request: &Request<'_>) -> String {
    let mut top = Map::new();
    for (name, text) in [
        ("user", &request.user),
        ("business", &request.business),
        ("account", &request.account),
        ("now", &request.now),
        ("valueDate", &request.value_date),
        ("entry", &request.entry),
    ] {
        put(&mut top, name, text.as_ref());
    }
    top.insert("operation".into(), json!("create"));
    top.insert("approvers".into(), request.approvers.iter().map(|id| Value::from(&**id)).collect());
    let mut members: Vec<String> =
        top.iter().map(|(name, value)| alloc::format!("\"{name}\":{value}")).collect();
    members.extend(of_item(&request.single));
    let items: Vec<String> =
        request.lines.iter().map(|item| alloc::format!("{{{}}}", of_item(item).join(","))).collect();
    members.push(alloc::format!("\"items\":[{}]", items.join(",")));
    let usage = request.usage.iter().map(|entry| {
        let mut members = Map::new();
        put(&mut members, "limit", Some(&entry.limit));
        put(&mut members, "account", entry.account.as_ref());
        put(&mut members, "business", entry.business.as_ref());
        put(&mut members, "user", entry.user.as_ref());
        put(&mut members, "payee", entry.payee.as_ref());
        put(&mut members, "day", Some(&entry.day));
        let members = Value::Object(members).to_string();
        let open = members.strip_suffix('}').unwrap_or_default();
        alloc::format!("{open},\"used\":{}}}", of_typed(&entry.used))
    });
    members.push(alloc::format!("\"usage\":[{}]", usage.collect::<Vec<_>>().join(",")));
    alloc::format!("{{{}}}", members.join(","))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Values in a typed request and the same values as text: both give no answer, or the same one.
    #[test]
    fn both_doors_say_the_same(request in requests()) {
        let company = company();
        let text = written(&request);
        let mut of_text = String::new();
        let by_text = company.evaluate_json(&text, &mut of_text).is_ok();
        let by_values = company.evaluate(&request);
        prop_assert_eq!(by_values.is_ok(), by_text, "{}", text);
        if let Ok(verdict) = by_values {
            let mut of_values = String::new();
            verdict.write_json(&mut of_values);
            prop_assert_eq!(of_values, of_text, "{}", text);
        }
    }
}

#[test]
fn more_than_a_bound_is_refused_in_every_door() {
    let company = company();
    let request = |over: fn(&mut Request<'_>)| {
        let mut request = Request { user: Some("taro".into()), ..Request::default() };
        over(&mut request);
        company.evaluate(&request).map(|_| ()).map_err(|error| error.code().name())
    };
    assert_eq!(request(|_| ()), Ok(()));
    assert_eq!(request(|it| it.lines = alloc::vec![RequestLine::default(); 100_000]), Ok(()));
    assert_eq!(
        request(|it| it.lines = alloc::vec![RequestLine::default(); 100_001]),
        Err("request.list.long")
    );
    assert_eq!(request(|it| it.approvers = (0..16).map(|_| "taro".into()).collect()), Ok(()));
    assert_eq!(
        request(|it| it.approvers = (0..17).map(|_| "taro".into()).collect()),
        Err("request.list.long")
    );
    assert_eq!(request(|it| it.now = Some("x".repeat(1_025).into())), Err("request.text.long"));
    assert_eq!(request(|it| it.single.payment = Some(Typed::Number("NaN".into()))), Err("request.type"));
}

/// A request that could not be looked up says nothing: neither what it is nor what the one before it was.
#[test]
fn a_request_that_is_used_again_forgets_the_one_before() {
    let company = company();
    let asked = |user: &'static str| Request {
        user: Some(user.into()),
        operation: Some(Operation::Login),
        ..Request::default()
    };
    let mut resolved = company.resolve(&asked("taro")).unwrap();
    let mut verdict = company.verdict();
    resolved.decide(&mut verdict);
    assert_eq!(verdict.missing.iter().map(ToString::to_string).collect::<Vec<_>>(), ["/now"]);
    assert!(company.resolve_into(&asked("nobody"), &mut resolved).is_err());
    resolved.decide(&mut verdict);
    assert_eq!(verdict.outcome, crate::Outcome::Incomplete);
    assert_eq!(
        verdict.missing.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["/user", "/operation", "/business", "/now"]
    );
}

/// A request that is used again belongs to the company in which it was looked up last.
#[test]
fn a_request_that_is_used_again_may_move_to_another_company() {
    let (one, other) = (company(), company());
    let asked = Request { user: Some("taro".into()), ..Request::default() };
    let mut resolved = one.resolve(&asked).unwrap();
    other.resolve_into(&asked, &mut resolved).unwrap();
    let mut verdict = one.verdict();
    resolved.decide(&mut verdict);
    assert!(core::ptr::eq(verdict.company(), &raw const other));
}
