//! Every text of the catalogue as persons read it: one that is changed or lost is noticed.

use alloc::format;
use alloc::string::String;
use core::fmt::Write;

use super::Filler;
use crate::catalogue::{Code, FigureKind};
use crate::date::Day;
use crate::lang::Lang;
use crate::model::company::Person;
use crate::model::users::UserSet;
use crate::reason::{Field, Figure, FigureValue, More, Names, People, Pointer};
use crate::{Company, Service};

fn company() -> Company {
    let service = Service::from_json(
        r#"{ "format": 1, "id": "example", "version": "1", "currency": "JPY", "utcOffset": "+09:00",
             "businesses": {},
             "rights": { "balance": { "always": { "viewBalance": "all" } } },
             "access": { "attributes": { "net": { "type": "flag" } },
                         "conditions": [ { "key": "office", "label": { "ja": "社内", "en": "office" },
                                           "require": { "attribute": "net", "is": true } } ] } }"#,
    )
    .unwrap_or_else(|findings| panic!("{findings}"));
    let user = |id: &str| format!(r#"{{ "id": "{id}", "role": "general", "enabled": true, "rights": [] }}"#);
    let document =
        format!(r#"{{ "format": 1, "id": "ans", "users": [{}, {}] }}"#, user("hanako"), user("jiro"));
    service.company_from_json(&document).unwrap_or_else(|findings| panic!("{findings}"))
}

/// A value for each kind of figure.
fn sample<'a>(name: &str, kind: FigureKind, set: &'a UserSet, people: &'a [Person]) -> FigureValue<'a> {
    match kind {
        FigureKind::Amount => FigureValue::Amount(match name {
            "min" => 1,
            "max" => 10_110,
            "used" => 49_990_000,
            "requested" => 29_999,
            _ => 50_000_000,
        }),
        FigureKind::Count => FigureValue::Count(if name == "requested" { 1_025 } else { 1_024 }),
        FigureKind::Number | FigureKind::Position => FigureValue::Number(3),
        FigureKind::Day => FigureValue::Day(Day::parse("2026-11-24").unwrap()),
        FigureKind::Quantity => FigureValue::Count(if name == "max" { 1 } else { 1_024 }),
        FigureKind::Text | FigureKind::Limit => FigureValue::Text("key"),
        FigureKind::Condition => FigureValue::Text("office"),
        FigureKind::Characters => FigureValue::Text("zenginName"),
        FigureKind::Class => FigureValue::Text("digit"),
        FigureKind::Shape => FigureValue::Text("k000000.p12"),
        FigureKind::Character => FigureValue::Character('㈱'),
        FigureKind::People => FigureValue::People(People::of(set, people)),
    }
}

#[test]
fn every_code_speaks_two_languages() {
    let company = company();
    let mut everybody = UserSet::default();
    everybody.insert(0);
    everybody.insert(1);
    let names: Names<'_> = company.names();
    let mut texts = String::new();
    for code in Code::ALL {
        let value = |(name, kind)| Figure { name, value: sample(name, kind, &everybody, names.people) };
        let figures: alloc::vec::Vec<_> = code.figures().map(value).collect();
        writeln!(texts, "{} {}", code.number(), code.name()).unwrap();
        for lang in [Lang::Ja, Lang::En] {
            let filler = Filler { code: *code, figures: &figures, names, lang };
            writeln!(texts, "  {}", filler.text()).unwrap();
            for way in code.ways_out(lang).skip(1) {
                let mut text = String::new();
                assert!(filler.fill(way, &mut text), "{code}: {way}");
                writeln!(texts, "    or {text}").unwrap();
            }
        }
    }
    insta::assert_snapshot!("reasons", texts);
}

#[test]
fn ranges_are_open_where_a_bound_is_not_known() {
    let company = company();
    let text = |figures: &[(&'static str, i64)], lang| {
        let figures: alloc::vec::Vec<_> = figures
            .iter()
            .map(|(name, amount)| Figure { name, value: FigureValue::Amount(*amount) })
            .collect();
        Filler { code: Code::FormRange, figures: &figures, names: company.names(), lang }.text()
    };
    for (figures, en, ja) in [
        (&[("max", 9_000), ("min", 1)][..], "JPY 1 to JPY 9,000", "1円～9,000円"),
        (&[("min", 60_000)], "JPY 60,000 and more", "60,000円以上"),
        (&[("max", 60_000)], "up to JPY 60,000", "60,000円以下"),
    ] {
        assert_eq!(text(figures, Lang::En), format!("The amount is outside the range of {en}."));
        assert_eq!(text(figures, Lang::Ja), format!("取り扱える範囲の金額を入力してください（{ja}）。"));
    }
}

/// An example, what its characters stand for, and what stands for itself although others like it do not.
#[test]
fn a_shape_is_told_by_an_example() {
    let company = company();
    for (shape, en, ja) in [
        ("T0000000000000", "`T0000000000000`, where `0` is a digit", "「T0000000000000」（0は半角数字）"),
        (
            "aA-0",
            "`aA-0`, where `0` is a digit, `A` is a capital letter, `a` is a small letter",
            "「aA-0」（0は半角数字、Aは半角英大文字、aは半角英小文字）",
        ),
        ("TEST", "`TEST`", "「TEST」"),
        (r"\A\0", "`A0`", "「A0」"),
        (
            r"\AA\\A",
            r"`AA\A`, where `A` is a capital letter, character 1 is `A` itself",
            r"「AA\A」（Aは半角英大文字、1文字目のAはそのまま）",
        ),
        (
            r"\A0\00",
            "`A000`, where `0` is a digit, character 3 is `0` itself",
            "「A000」（0は半角数字、3文字目の0はそのまま）",
        ),
    ] {
        let figures = [Figure { name: "expected", value: FigureValue::Text(shape) }];
        let text =
            |lang| Filler { code: Code::FormShape, figures: &figures, names: company.names(), lang }.text();
        assert_eq!(text(Lang::En), format!("This is not written in the right form. Write it as {en}."));
        assert_eq!(text(Lang::Ja), format!("形式が正しくありません。{ja}の形式で入力してください。"));
    }
}

#[test]
fn missing_fields_and_counts_are_told() {
    let mut texts = String::new();
    for field in
        [Field::Payment, Field::Approver(1), Field::AccessOf("licence"), Field::UsageOf("companyPerDay")]
    {
        for lang in [Lang::En, Lang::Ja] {
            writeln!(texts, "{}", Pointer::from(field).missing_text(lang)).unwrap();
        }
    }
    let more = More { code: Code::FormAmount, count: 98_765 };
    writeln!(texts, "{}\n{}", more.text(Lang::En), more.text(Lang::Ja)).unwrap();
    insta::assert_snapshot!("others", texts);
}

/// Fields of a request, of other forms, and of the bank's own.
#[test]
fn a_missing_field_is_called_as_a_bank_calls_it() {
    for (path, ja, en) in [
        ("/bearer", "手数料負担", "bearer of the fee"),
        ("/items/3/payment", "支払金額", "payment"),
        ("/usage/companyPerDay", "当日累積額", "amount used so far"),
        ("/usage/perMonth", "累積額", "sum used so far"),
        ("/role", "利用者区分", "role"),
        ("/method", "手数料計算方法", "method of the deduction"),
        // The user's and the account's.
        ("/id", "ID", "id"),
        (
            "/limits/transfer/newAccount",
            "限度額（`/limits/transfer/newAccount`）",
            "limit (`/limits/transfer/newAccount`)",
        ),
        // The bank's own: nothing else names it.
        ("/loginPassword", "`/loginPassword`", "`/loginPassword`"),
        ("/loginPassword/id", "`/loginPassword/id`", "`/loginPassword/id`"),
        ("", "``", "``"),
    ] {
        assert_eq!(super::missing_text(path, Lang::Ja), format!("{ja}を入力してください。"), "{path}");
        assert_eq!(super::missing_text(path, Lang::En), format!("The {en} is missing."), "{path}");
    }
}

proptest::proptest! {
    /// Any text gets texts or an error, and never a fault.
    #[test]
    fn any_answer_is_taken(
        text in "[\\PC]{0,80}|(\\{\"(reasons|stops|more|missing|warnings|message)\":(\\[(\\{\"(code|count|max|who)\":(\"(limit\\.perItem|form\\.range|item\\.order)\"|-?[0-9]{1,30}|\\[\"a\",1\\]|null|\\{\\})\\}|,|\"/x\"){0,4}\\]|1|null)\\})",
    ) {
        let mut out = String::from("before");
        match company().texts_json(&text, Lang::Ja, &mut out) {
            Ok(()) => {
                let texts = out.strip_prefix("before").unwrap();
                proptest::prop_assert!(serde_json::from_str::<serde_json::Value>(texts).is_ok());
            }
            Err(_) => proptest::prop_assert_eq!(out, "before"),
        }
    }
}

#[test]
fn figures_of_an_answer_may_be_missing_or_wrong() {
    let text = |reason: &str, lang| {
        let mut out = String::new();
        company().texts_json(&format!(r#"{{"reasons":[{reason}]}}"#), lang, &mut out).unwrap();
        let texts: serde_json::Value = serde_json::from_str(&out).unwrap();
        String::from(texts["reasons"][0].as_str().unwrap())
    };
    for (reason, en, ja) in [
        (
            r#"{"code":"fee.notLessThanPayment","min":"60000"}"#,
            "Nothing of the payment is left to transfer. It is at least JPY 60,000.",
            "支払金額から振込金額が残りません。60,000円以上の金額を入力してください。",
        ),
        (
            r#"{"code":"form.range","min":"60000"}"#,
            "The amount is outside the range of JPY 60,000 and more.",
            "取り扱える範囲の金額を入力してください（60,000円以上）。",
        ),
        (
            r#"{"code":"access.condition","condition":"office"}"#,
            "The condition `office` is not met.",
            "ご利用の条件（社内）を満たしていません。",
        ),
        (
            r#"{"code":"item.order","who":["hanako01","jiro01"]}"#,
            "It is somebody else's turn to approve. Next: hanako01, jiro01.",
            "承認の順番が来ていません。次に承認する方：hanako01、jiro01",
        ),
        (
            r#"{"code":"item.order","who":"jiro01"}"#,
            "It is somebody else's turn to approve.",
            "承認の順番が来ていません。",
        ),
        (r#"{"code":"no.such"}"#, "no.such", "no.such"),
    ] {
        assert_eq!((text(reason, Lang::En).as_str(), text(reason, Lang::Ja).as_str()), (en, ja));
    }
}
