//! What the door of text refuses, the door of values refuses; and what is written is read again.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert_eq, prop_compose, prop_oneof, proptest,
};
use serde_json::{Value, json};

use super::{Documents, NOW, item, used};
use crate::life::{Event, Order, OrderAlternative, OrderApproval, OrderStep};
use crate::request::{AccessValue, Request, RequestLine, RequestUsage, Text, Typed};
use crate::terms::{Act, ApprovalMode, EventKind, State};

fn text(texts: &'static [&'static str]) -> impl Strategy<Value = Text<'static>> {
    prop_oneof![
        30 => proptest::sample::select(texts).prop_map(|text| Cow::Borrowed(text).into()),
        1 => (1_023_usize..1_027).prop_map(|count| Text::from("x".repeat(count))),
    ]
}

fn maybe(texts: &'static [&'static str]) -> impl Strategy<Value = Option<Text<'static>>> {
    prop_oneof![1 => Just(None), 2 => text(texts).prop_map(Some)]
}

const PEOPLE: &[&str] = &["taro", "hana", "boss", "jiro", "nobody", ""];
const BUSINESSES: &[&str] = &["transfer", "bulk", "other", ""];
const INSTANTS: &[&str] = &[NOW, "2026-11-20T09:00:00+09:00", "2026-11-24T01:00:00Z", "2026-11-20", ""];

prop_compose! {
    fn usage()(limit in text(&["accountPerDay.total", "accountPerDay.adHoc", "companyPerDay", "other", ""]),
               account in maybe(&["A", "B", ""]), business in maybe(BUSINESSES),
               user in maybe(PEOPLE), payee in maybe(&["a-b-c-d", "a", ""]),
               day in text(&["2026-11-20", "2026-11-24", "later", ""]),
               used in proptest::sample::select(&["100", "0", "-1", "1.5", "", "x"][..]), of in 0..3)
        -> RequestUsage<'static> {
        let used = match (of, used.parse()) {
            (0, _) => Typed::Number(used.into()),
            (1, Ok(minor)) => Typed::Minor(minor),
            _ => Typed::from(used),
        };
        RequestUsage { limit, account, business, user, payee, day, used }
    }
}

prop_compose! {
    fn content()(account in maybe(&["A", "B", "C", ""]), value_date in maybe(&["2026-11-24", "x", ""]),
                 payee_kind in maybe(&["newAccount", "x", ""]), bank in maybe(&["0002", "1", ""]),
                 lines in 0_usize..3) -> Request<'static> {
        let single = RequestLine { payee_kind, bank, payment: Some(Typed::from("100")), ..RequestLine::default() };
        Request { account, value_date, single, lines: alloc::vec![RequestLine::default(); lines], ..Request::default() }
    }
}

/// An order as an answer would have given it, with some of it changed: every list may be too long.
fn order() -> impl Strategy<Value = Order<'static>> {
    let approval = (text(PEOPLE), text(INSTANTS), any::<bool>()).prop_map(|(user, at, second_channel)| {
        OrderApproval { user, at, second_channel, act: None, groups: Vec::new() }
    });
    let lists = (
        proptest::option::weighted(0.1, proptest::collection::vec(text(PEOPLE), 0..11)),
        proptest::option::weighted(0.1, proptest::collection::vec(approval, 0..19)),
        proptest::option::weighted(0.1, proptest::collection::vec(usage(), 0..19)),
        proptest::option::weighted(0.1, proptest::collection::vec(usage(), 0..3)),
    );
    let texts = (
        proptest::option::weighted(0.1, text(BUSINESSES)),
        proptest::option::weighted(0.1, text(PEOPLE)),
        proptest::option::weighted(0.2, maybe(INSTANTS)),
        proptest::option::weighted(0.2, maybe(INSTANTS)),
    );
    let others = (
        proptest::option::weighted(0.1, proptest::option::of(proptest::sample::select(ApprovalMode::ALL))),
        proptest::option::weighted(0.1, 0_u32..3),
        proptest::option::weighted(0.2, content()),
        policy(),
    );
    (proptest::sample::select(State::ALL), lists, texts, others).prop_map(|(state, lists, texts, others)| {
        let kept = String::leak(item(state.name()).to_string());
        let mut order = Order::from_json(kept).unwrap();
        let (approvers, approvals, counted, spent) = lists;
        put(&mut order.approvers, approvers);
        put(&mut order.approvals, approvals);
        put(&mut order.counted, counted);
        put(&mut order.spent, spent);
        put(&mut order.business, texts.0);
        put(&mut order.requester, texts.1);
        put(&mut order.at, texts.2);
        put(&mut order.deadline, texts.3);
        put(&mut order.mode, others.0);
        put(&mut order.revision, others.1);
        put(&mut order.content, others.2);
        if order.mode == Some(ApprovalMode::Policy) {
            let (key, alternatives, acts) = others.3;
            (order.policy, order.alternatives) = (key, alternatives);
            for (approval, act) in order.approvals.iter_mut().zip(acts) {
                approval.act = act;
                approval.groups.extend(act.map(|_| Text::from("A")));
            }
        }
        order
    })
}

type Kept = (Option<Text<'static>>, Vec<OrderAlternative<'static>>, Vec<Option<Act>>);

/// What an order of mode `policy` keeps, or what none does.
fn policy() -> impl Strategy<Value = Kept> {
    let act = || proptest::sample::select(Act::ALL);
    let step = (act(), maybe(&["A", "B", ""]), counts()).prop_map(|(act, group, count)| OrderStep {
        act,
        group,
        count,
    });
    let alternative = (any::<bool>(), proptest::collection::vec(step, 0..4))
        .prop_map(|(ordered, steps)| OrderAlternative { ordered, steps });
    let alternatives = proptest::collection::vec(alternative, 0..10);
    (maybe(&["row", ""]), alternatives, proptest::collection::vec(proptest::option::of(act()), 11))
}

/// How many people a step may have, and some numbers that are none.
fn counts() -> impl Strategy<Value = u8> {
    prop_oneof![6 => 1_u8..4, 1 => proptest::sample::select(&[0, 16, 17, 255][..])]
}

fn put<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

fn event() -> impl Strategy<Value = Event<'static>> {
    let value = prop_oneof![
        any::<bool>().prop_map(AccessValue::Flag),
        text(&["", "203.0.113.7", "x"]).prop_map(AccessValue::Text),
        proptest::sample::select(&["1", "01", "x"][..]).prop_map(|token| AccessValue::Number(token.into())),
    ];
    let attribute = (text(&["secondChannel", "address", "other"]), value);
    let fields = (
        prop_oneof![1 => maybe(PEOPLE), 4 => Just(Some(Text::from("taro"))), 4 => Just(Some(Text::from("hana")))],
        proptest::option::weighted(0.2, maybe(BUSINESSES)),
        proptest::option::weighted(0.1, maybe(BUSINESSES)),
        proptest::option::weighted(0.2, content()),
        proptest::option::weighted(0.2, proptest::collection::vec(text(PEOPLE), 0..10)),
        proptest::option::weighted(0.2, proptest::collection::vec(attribute, 0..3)),
        proptest::option::weighted(0.1, 2_u32..4),
    );
    (proptest::sample::select(EventKind::ALL), text(INSTANTS), fields).prop_map(|(kind, now, fields)| {
        let mut event = Event::new(kind, now);
        let host = matches!(kind, EventKind::Expire | EventKind::Execute | EventKind::Fail);
        event.user = fields.0.filter(|_| !host);
        put(&mut event.business, fields.1);
        put(&mut event.to, fields.2);
        event.content = fields.3;
        put(&mut event.approvers, fields.4);
        put(&mut event.access, fields.5);
        event.revision = fields.6;
        event
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// An order, an event and usage as values, and the same as text: both give no answer, or the same one.
    #[test]
    fn both_doors_say_the_same(order in proptest::option::weighted(0.8, order()), event in event(),
                               more in proptest::collection::vec(usage(), 0..2)) {
        let company = Documents::new().load();
        let mut usage = given_usage();
        usage.extend(more);
        let text = alloc::format!(
            "{{\"item\":{},\"event\":{},\"usage\":[{}]}}",
            order.as_ref().map_or(String::from("null"), Order::to_json),
            event.to_json(),
            usage.iter().map(written).collect::<Vec<_>>().join(",")
        );
        let mut of_text = String::new();
        let by_text = company.advance_json(&text, &mut of_text);
        let by_values = company.advance(order.as_ref(), &event, &usage);
        prop_assert_eq!(by_values.is_ok(), by_text.is_ok(), "{}\n{:?}\n{:?}", text, by_text, by_values.err());
        if let Ok(answer) = by_values {
            let mut of_values = String::new();
            answer.write_json(&mut of_values);
            prop_assert_eq!(of_values, of_text, "{}", text);
        }
    }

    /// What an answer gives is read again as it was.
    #[test]
    fn an_order_is_read_as_it_was_written(order in order()) {
        let text = order.to_json();
        if let Ok(again) = Order::from_json(&text) {
            // Empty texts are left out.
            let text = again.to_json();
            prop_assert_eq!(Order::from_json(&text).map(|again| again.to_json()), Ok(text.clone()));
        }
    }
}

fn given_usage() -> Vec<RequestUsage<'static>> {
    let word = |row: &Value, name: &str| Text::from(row[name].as_str().unwrap().to_string());
    let rows = used("500", "500");
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| RequestUsage {
        limit: word(row, "limit"),
        account: Some(word(row, "account")),
        business: None,
        user: None,
        payee: None,
        day: word(row, "day"),
        used: Typed::Text(word(row, "used")),
    })
    .collect()
}

fn written(entry: &RequestUsage<'_>) -> String {
    let used = match &entry.used {
        Typed::Text(text) => json!(&**text).to_string(),
        Typed::Number(token) => String::from(&**token),
        Typed::Minor(amount) => json!(alloc::format!("{amount}")).to_string(),
    };
    let mut members = alloc::vec![alloc::format!("\"used\":{used}")];
    for (name, text) in [
        ("limit", Some(&entry.limit)),
        ("account", entry.account.as_ref()),
        ("business", entry.business.as_ref()),
        ("user", entry.user.as_ref()),
        ("payee", entry.payee.as_ref()),
        ("day", Some(&entry.day)),
    ] {
        members.extend(text.map(|text| alloc::format!("\"{name}\":{}", json!(&**text))));
    }
    alloc::format!("{{{}}}", members.join(","))
}

#[test]
fn an_order_of_values_has_the_bounds_of_one_of_text() {
    let company = Documents::new().load();
    let approval = |_| OrderApproval {
        user: "hana".into(),
        at: NOW.into(),
        second_channel: false,
        act: None,
        groups: Vec::new(),
    };
    let entry = given_usage().into_iter().next().unwrap();
    let kept = item("draft").to_string();
    let rows: [(usize, usize, usize, Option<&str>, &str); 6] = [
        (16, 0, 0, None, "as many approvals as there may be"),
        (17, 0, 0, Some("/item/approvals"), "one more"),
        (0, 100_064, 0, None, "as many entries as there may be"),
        (0, 100_065, 0, Some("/item/counted"), "one more"),
        (0, 0, 16, None, "as many names as there may be"),
        (0, 0, 17, Some("/item/approvers"), "one more"),
    ];
    for (approvals, counted, approvers, place, why) in rows {
        let mut order = Order::from_json(&kept).unwrap();
        order.approvals = (0..approvals).map(approval).collect();
        order.counted = alloc::vec![entry.clone(); counted];
        order.approvers = alloc::vec![Text::from("hana"); approvers];
        let event = Event::by(EventKind::Discard, NOW, "taro");
        let error = company.advance(Some(&order), &event, &[]).err();
        let long = error.as_ref().filter(|error| error.code().name() == "request.list.long");
        assert_eq!(long.map(|error| error.path()), place, "{why}");
        let of_text = Order::from_json(&order.to_json()).err();
        let long = of_text.as_ref().filter(|error| error.code().name() == "request.list.long");
        assert_eq!(long.is_some(), place.is_some(), "{why}, as text");
    }
}
