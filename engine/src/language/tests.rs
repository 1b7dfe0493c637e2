//! The table against the page that describes it, and against what is made from it.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use super::settings::SETTINGS;
use super::words::Vocabulary;
use super::{Absent, MEMBERS_MAX, Member, Type, access, bounds, company, service, settings};
use crate::{Company, Service};

const PAGE: &str = include_str!("../../../docs/rules.md");

/// The rows of a table of the page, by their first cell.
fn rows(head: &str) -> Vec<Vec<&'static str>> {
    let table = PAGE.lines().skip_while(|line| !line.starts_with(head)).skip(2);
    let rows = table.take_while(|line| line.starts_with('|'));
    rows.map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect()).collect()
}

/// Every setting by its name on the page.
fn all_settings() -> BTreeMap<String, &'static Member> {
    let mut all = BTreeMap::new();
    for group in SETTINGS.members {
        match &group.of {
            Type::Object(object) => {
                all.extend(object.members.iter().map(|one| (format!("{}.{}", group.key, one.key), one)));
            }
            _ => drop(all.insert(group.key.to_string(), group)),
        }
    }
    all
}

/// What stands between back quotes.
fn words(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// The numbers of `1 to 1,000`.
fn range(cell: &str) -> Option<(u32, u32)> {
    let (before, after) = cell.split_once(" to ")?;
    let number = |text: &str| text.replace(',', "").parse().ok();
    Some((
        number(before.rsplit(' ').next()?)?,
        number(after.split([' ', ';']).next()?.trim_end_matches(','))?,
    ))
}

#[test]
fn the_page_names_every_setting_with_its_default_and_values() {
    let mut left = all_settings();
    let mut of_bank = "";
    for row in rows("| setting | values") {
        let (name, mut values) = (words(row[0])[0], row[1]);
        let member = left.remove(name).unwrap_or_else(|| panic!("no setting `{name}`, or twice on the page"));
        let on_page = words(values);
        match (&member.absent, name) {
            (Absent::Is(default), _) => assert_eq!(on_page[0], *default, "{name}"),
            (Absent::Nothing | Absent::SenderLen, _) => assert!(values.starts_with("absent"), "{name}"),
            (Absent::All([only]), _) => assert_eq!(on_page[0], *only, "{name}"),
            (Absent::All(all), _) => {
                assert_eq!(serde_json::from_str::<Vec<&str>>(on_page[0]).unwrap(), *all, "{name}");
            }
            (Absent::Empty, _) => assert_eq!(on_page[0], "[]", "{name}"),
            (Absent::TaxRates, _) => {
                let rates = settings::JAPANESE_TAX_RATES.map(|(day, rate)| format!("{day} {rate:0<4}"));
                assert!(row[2].ends_with(&rates.join(", ")), "{name}");
            }
            (other, _) => panic!("{name}: {other:?}"),
        }
        if values.ends_with("the same") {
            values = of_bank;
        } else if name == "account.bank" {
            of_bank = values;
        }
        match &member.of {
            Type::Flag => assert!(matches!(*on_page, ["true", "false"] | ["false", "true"]), "{name}"),
            Type::Number(..) | Type::NumberOr(..) => {
                assert_eq!(range(values), Some(member.of.bounds()), "{name}");
            }
            Type::Word(Vocabulary::Method) => assert!(values.ends_with("other methods")),
            Type::Word(vocabulary) | Type::Either(Type::Word(vocabulary), _) => {
                same_words(name, &on_page, *vocabulary);
            }
            Type::List(list) => match list.of {
                Type::Word(Vocabulary::Moment) => {}
                Type::Word(vocabulary) => same_words(name, &on_page, *vocabulary),
                _ => assert!(values.contains("list of"), "{name}"),
            },
            other => panic!("{name}: {other:?}"),
        }
    }
    assert!(left.is_empty(), "not on the page: {left:?}");
}

/// The page lists the words of a vocabulary, in any order.
#[track_caller]
fn same_words(name: &str, on_page: &[&str], vocabulary: Vocabulary) {
    let mut on_page: Vec<&str> = on_page.iter().copied().filter(|word| !word.contains('{')).collect();
    let mut known = vocabulary.words();
    on_page.sort_unstable();
    known.sort_unstable();
    assert_eq!(on_page, known, "{name}");
}

#[test]
fn the_page_says_how_much_of_everything_there_may_be() {
    let known = [
        ("businesses", bounds::BUSINESSES.max),
        ("patterns", bounds::PATTERNS.max),
        ("rights", bounds::RIGHTS.max),
        ("fee versions", bounds::VERSIONS.max),
        ("tiers of a table", bounds::TIERS.max),
        ("tax rates", bounds::TAX_RATES.max),
        ("holidays", bounds::HOLIDAYS.max),
        ("declared attributes", bounds::ATTRIBUTES.max),
        ("conditions", bounds::CONDITIONS.max),
        ("nodes of one condition", bounds::NODES.max),
        ("values of a choice or of `in`", bounds::ACCESS_VALUES.max),
        ("ranges of addresses", bounds::RANGES.max),
        ("field rules of a form", bounds::FIELD_RULES.max),
        ("rules of one field", bounds::RULES_OF_FIELD.max),
        ("run times of a window", bounds::RUN_TIMES.max),
    ];
    let mut on_page = BTreeMap::new();
    for row in rows("| what | at most") {
        on_page.extend(row[0].split(", ").zip(row[1].split(", ")));
    }
    for (what, most) in known {
        let number = on_page.get(what).map(|number| number.replace(',', ""));
        assert_eq!(number, Some(most.to_string()), "{what}");
    }
    for (what, row) in [("users", bounds::USERS.max), ("accounts", bounds::ACCOUNTS.max)] {
        assert_eq!(row, 1_000, "{what}");
    }
    assert!(PAGE.contains("| users, accounts, approver candidates | 1,000 each |"));
    assert_eq!(bounds::CANDIDATES.max, 1_000);
}

/// One line for each member of each object: whoever changes a key, a type, a bound or a default sees it here.
#[test]
fn the_whole_table() {
    let mut out = String::new();
    let objects = [
        settings::DESCRIBED,
        settings::objects::DESCRIBED,
        service::DESCRIBED,
        access::DESCRIBED,
        company::DESCRIBED,
    ];
    for known in objects.into_iter().flatten() {
        assert!(known.object.members.len() <= MEMBERS_MAX, "{}", known.name);
        assert_eq!(known.members.len(), known.object.members.len());
        out.push_str(&format!("{}\n", known.name));
        for member in known.object.members {
            out.push_str(&format!("  {} : {} : {:?}\n", member.key, shown(&member.of), member.absent));
        }
        if let Some(others) = known.object.others {
            out.push_str(&format!("  others : {}\n", shown(others)));
        }
    }
    insta::assert_snapshot!("table", out);
}

/// A type in a few words; objects by their names.
fn shown(of: &'static Type) -> String {
    let objects = [
        settings::DESCRIBED,
        settings::objects::DESCRIBED,
        service::DESCRIBED,
        access::DESCRIBED,
        company::DESCRIBED,
    ];
    let name = |object: &super::Object| {
        let mut all = objects.into_iter().flatten();
        all.find(|known| core::ptr::eq(known.object, object)).map_or("?", |known| known.name)
    };
    match of {
        Type::Object(object) => name(object).to_string(),
        Type::NumberOr(least, most, object) => format!("{least} to {most}, or {}", name(object)),
        Type::Either(one, other) => format!("{} or {}", shown(one), shown(other)),
        Type::List(list) => format!(
            "list of {} (at most {}{}{}{}{})",
            shown(list.of),
            list.bound.max,
            if list.is_set { ", in any order" } else { "" },
            if list.distinct { ", distinct" } else { "" },
            if list.filled { ", not empty" } else { "" },
            if list.or_one { ", or one" } else { "" },
        ),
        Type::Map(map) => format!(
            "map by {:?} of {} (at most {}{})",
            map.keys,
            shown(map.of),
            map.bound.max,
            if map.sparse { ", entries may say nothing" } else { "" }
        ),
        other => format!("{other:?}"),
    }
}

/// Where the table says what leaving a member out means, writing it out changes neither the model nor the fingerprint.
#[test]
fn defaults_are_what_the_readers_do_without_a_member() {
    let mut written = Map::new();
    for group in SETTINGS.members {
        let own = |member: &Member| default(member).map(|value| (member.key.to_string(), value));
        match &group.of {
            Type::Object(object) => {
                let members: Map<String, Value> = object.members.iter().filter_map(own).collect();
                written.insert(group.key.to_string(), members.into());
            }
            _ => written.extend(own(group)),
        }
    }
    let short = service_document();
    let mut long = short.clone();
    long["settings"] = written.into();
    let default_in = |object: &super::Object, key: &str| default(object.member(key).unwrap()).unwrap();
    long["businesses"]["t"]["payeeKinds"] = default_in(&service::BUSINESS, "payeeKinds");
    long["businesses"]["b"]["maxItems"] = default_in(&service::BUSINESS, "maxItems");
    long["businesses"]["b"]["fees"]["perCount"]["round"] = default_in(&service::PER_COUNT, "round");
    long["businesses"]["t"]["switchTo"]["b"]["maxItems"] = default_in(&service::SWITCH, "maxItems");
    long["windows"]["t"]["earliestBusinessDays"] = default_in(&service::WINDOW, "earliestBusinessDays");
    long["windows"]["t"]["otherBank"]["earliestBusinessDays"] =
        default_in(&service::OTHER_BANK, "earliestBusinessDays");
    long["access"]["attributes"]["device"]["place"] = default_in(&access::ATTRIBUTE, "place");
    long["access"]["conditions"][0]["code"] = default_in(&access::CONDITION, "code");
    long["standardFees"][0]["tables"]["t"]["all"][0]["round"] = default_in(&service::TIER, "round");
    for key in ["required", "characters", "typedTwice"] {
        long["fields"]["user"]["loginId"][key] = default_in(&service::FIELD_RULE, key);
    }
    let [short, long] = [short, long].map(|document| Service::from_json(&document.to_string()).unwrap());
    assert_eq!(short.digest(), long.digest());
    let of = |service: &Service| {
        let model = &service.model;
        format!("{:?}\n{:?}\n{:?}\n{:?}", model.settings, model.businesses, model.access, model.fields)
    };
    assert_eq!(of(&short), of(&long));
}

/// A service in which members with defaults are left out.
fn service_document() -> Value {
    json!({
        "format": 1, "id": "a", "version": "1", "currency": "JPY", "utcOffset": "+09:00", "rights": {},
        "businesses": {
            "t": { "kind": "transfer", "approvalModes": ["none"], "switchTo": { "b": {} } },
            "b": { "kind": "directDebit", "approvalModes": ["none"], "fees": { "perCount": { "unit": "1" } } },
        },
        "patterns": [{ "key": "all", "when": {} }],
        "standardFees": [{ "from": "2024-10-01", "tables": { "t": { "all": [{ "from": "0", "rate": "0.1" }] } } }],
        "calendar": { "from": "2026-01-01", "to": "2026-12-31", "holidays": [], "weekend": ["sun"] },
        "windows": { "t": { "otherBank": {} } },
        "access": {
            "attributes": { "device": { "type": "text" } },
            "conditions": [{ "key": "one", "require": { "attribute": "device", "is": "x" } }],
        },
        "fields": { "user": { "loginId": {} } },
    })
}

/// What the table says that leaving a member out means, as a value.
fn default(member: &Member) -> Option<Value> {
    let number = |text: &str| serde_json::from_str(text).unwrap();
    match (&member.absent, &member.of) {
        (
            Absent::Is(value),
            Type::Flag | Type::Number(..) | Type::NumberOr(..) | Type::Either(Type::Flag, _),
        )
        | (Absent::Each(value), _) => Some(number(value)),
        (Absent::Is(value), _) => Some(json!(value)),
        (Absent::All(words), _) => Some(json!(words)),
        (Absent::TaxRates, _) => {
            let row = |(from, rate)| json!({ "from": from, "rate": rate });
            Some(settings::JAPANESE_TAX_RATES.map(row).to_vec().into())
        }
        _ => None,
    }
}

/// What the schemas say of a few fields, each of another type.
#[test]
fn schemas_say_what_the_table_says() {
    let [service, company] =
        [Service::schema(), Company::schema()].map(|text| serde_json::from_str::<Value>(&text).unwrap());
    let max_users = json!({ "description": "Most users of a company", "type": "integer", "minimum": 1, "maximum": 1000,
        "default": 100 });
    assert_eq!(service["$defs"]["roleSettings"]["properties"]["maxUsers"], max_users);
    assert_eq!(service["$defs"]["feeSettings"]["properties"]["taxRates"]["maxItems"], 8);
    assert_eq!(company["required"], json!(["format", "id", "users"]));
    assert_eq!(company["properties"]["users"]["items"]["$ref"], "#/$defs/user");
}
