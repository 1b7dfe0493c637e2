use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec;

use super::{Arg, Finding, FindingCode, Findings, Severity, fill};
use crate::lang::Lang;

fn some() -> Findings {
    let mut findings = Findings::default();
    let unknown = vec![Arg::text("tranfser\n\"x\""), Arg::text("transfer")];
    findings.push(Finding::new(FindingCode::BusinessUnknown, "/approval/tranfser".into(), 12..30, unknown));
    findings.push(Finding::new(FindingCode::UsersMasterNone, "/users".into(), 40..47, vec![]));
    findings
}

#[test]
fn findings_are_printed_one_a_line() {
    assert_eq!(
        some().to_string(),
        "error [business.unknown] /approval/tranfser: the service has no business `tranfser\\n\"x\"` (did you mean `transfer`?)\n\
         warning [users.master.none] /users: no user is the master"
    );
    assert_eq!(Findings::default().to_string(), "");
}

#[test]
fn findings_are_written_as_json() {
    let mut out = String::new();
    some().to_json(&mut out);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        json,
        serde_json::json!([
            {
                "code": "business.unknown", "severity": "error", "path": "/approval/tranfser", "start": 12, "end": 30,
                "message": "the service has no business `tranfser\\n\"x\"`",
                "messageJa": "業務「tranfser\\n\"x\"」は取り扱っていません",
                "hint": "did you mean `transfer`?",
                "hintJa": "「transfer」の誤りではありませんか",
            },
            {
                "code": "users.master.none", "severity": "warning", "path": "/users", "start": 40, "end": 47,
                "message": "no user is the master",
                "messageJa": "マスターユーザが登録されていません",
            },
        ])
    );
    let mut none = String::new();
    Findings::default().to_json(&mut none);
    assert_eq!(none, "[]");
}

#[test]
fn text_of_the_document_is_cut_after_eighty_characters() {
    let args = [Arg::text(&"振".repeat(80)), Arg::text(&"振".repeat(81))];
    assert_eq!(fill("{a}", &["a", "b"], &args, Lang::En).unwrap(), "振".repeat(80));
    assert_eq!(fill("{b}", &["a", "b"], &args, Lang::En).unwrap(), "振".repeat(80) + "…");
}

#[test]
fn a_hint_without_its_word_is_none() {
    let finding = Finding::new(FindingCode::FieldUnknown, String::new(), 0..0, vec![Arg::text("x")]);
    assert_eq!(finding.hint(Lang::En), None);
    assert_eq!(finding.hint(Lang::Ja), None);
}

/// One sentence, lower case, no full stop in English; polite and without a full stop in Japanese; the same places in both.
#[test]
fn texts_keep_to_the_style() {
    let mut names = BTreeSet::new();
    for code in FindingCode::ALL {
        let name = code.name();
        assert!(names.insert(name), "{name} stands twice");
        assert!(name.contains('.') && name.is_ascii(), "{name}");
        assert!(matches!(code.severity(), Severity::Error | Severity::Warning));
        let (en, ja) = (code.template(Lang::En), code.template(Lang::Ja));
        for text in [Some(en), code.hint_template(Lang::En)].into_iter().flatten() {
            assert!(
                !text.ends_with('.') && !text.starts_with(|first: char| first.is_ascii_uppercase()),
                "{text}"
            );
            assert!(!text.contains('\n') && !text.contains(". "), "{text}");
        }
        for text in [Some(ja), code.hint_template(Lang::Ja)].into_iter().flatten() {
            let polite = ["ます", "ません", "です", "ください", "（{", "ますが", "ました", "せんか"];
            assert!(polite.iter().any(|polite| text.contains(polite)), "{text}");
            assert!(!text.ends_with('。') && !text.contains('\n'), "{text}");
        }
        for word in code.words() {
            let place = &*alloc::format!("{{{word}}}");
            assert_eq!(en.contains(place), ja.contains(place), "{name} {place}");
            let hints = [Lang::En, Lang::Ja]
                .map(|lang| code.hint_template(lang).is_some_and(|hint| hint.contains(place)));
            assert_eq!(hints[0], hints[1], "{name} {place}");
            assert!(en.contains(place) || hints[0], "{name} {place} is named by no text");
        }
        assert_eq!(code.hint_template(Lang::En).is_some(), code.hint_template(Lang::Ja).is_some(), "{name}");
    }
}

/// Every text of a finding as persons read it: one that is changed or lost is noticed.
#[test]
fn every_finding_speaks_two_languages() {
    let mut texts = String::new();
    for code in FindingCode::ALL {
        let words = code.words().iter().map(|word| Arg::text(&word.to_uppercase())).collect();
        let finding = Finding::new(*code, String::new(), 0..0, words);
        texts.push_str(&alloc::format!("{} {}\n", code.severity().name(), code.name()));
        for lang in [Lang::Ja, Lang::En] {
            texts.push_str(&alloc::format!("  {}\n", finding.message(lang)));
            if let Some(hint) = finding.hint(lang) {
                texts.push_str(&alloc::format!("    {hint}\n"));
            }
        }
    }
    insta::assert_snapshot!("findings", texts);
}

#[test]
fn every_code_is_read_as_it_is_written() {
    for code in FindingCode::ALL {
        assert_eq!(code.to_string().parse(), Ok(*code));
    }
    let error = "fee.tier".parse::<FindingCode>().unwrap_err();
    assert!(
        error.to_string().starts_with("`fee.tier` is no FindingCode; possible are `document.tooLarge`, ")
    );
}
