//! What persons are told through records: the texts of every host, in the set of each session, and kana where it has no kanji.

use std::collections::BTreeMap;

use kessai::{Lang, Service};
use kessai_c::record::doors::kessai_record_person_text;
use kessai_fixtures::answers::Answered;
use serde_json::Value;

use crate::area::Area;
use crate::sets::{converted, turned};
use crate::{Session, Sessions, ask, cases, question};

/// The text of one thing of the last answer; none where there is no such.
fn told(session: &Session, what: u64, at: usize, language: &str, table: Option<&Tables>) -> Option<Vec<u8>> {
    let mut area = Area::new("KSX-PERSON-TEXT");
    assert!(area.put_number(&[("what", 0)], what));
    assert!(area.put_number(&[("at", 0)], u64::try_from(at).unwrap() + 1));
    assert!(area.put(&[("language", 0)], language));
    if let Some((forth, _)) = table {
        area.turn(&|byte| forth[usize::from(byte)].unwrap());
    }
    // SAFETY: a record of its size.
    match unsafe { kessai_record_person_text(session.session, area.pointer_mut().cast()) } {
        0 => {}
        8 => return None,
        code => panic!("{code}: {what} {at}"),
    }
    let mut digits = area.clone();
    if let Some((_, back)) = table {
        digits.turn(&|byte| back[usize::from(byte)].unwrap_or(b'?'));
    }
    let length = usize::try_from(digits.number(&[("length", 0)])).unwrap();
    assert!(!digits.flag(&[("cut", 0)]), "{what} {at} in {language}");
    let text = area.get(&[("text", 0)]);
    let space = if table.is_some() { 0x40 } else { b' ' };
    assert!(text[length..].iter().all(|byte| *byte == space), "spaces are behind the text");
    Some(text[..length].to_vec())
}

/// From ASCII to EBCDIC, and back.
type Tables = (Vec<Option<u8>>, Vec<Option<u8>>);

/// What is there to be told: of which kind, and its texts of every host.
const LISTS: [(u64, &str); 2] = [(1, "reasons"), (2, "missing")];

/// The texts of an answer, as the engine gives them to hosts that have JSON.
fn texts(case: &Answered, service: &Service, lang: Lang) -> Value {
    let mut json = String::new();
    let answer = match &case.answer {
        Ok(json) | Err(json) => json,
    };
    service.texts_json(answer, lang, &mut json).unwrap();
    serde_json::from_str(&json).unwrap()
}

/// Compares all that can be told of a case.
fn compare(
    case: &Answered,
    session: &Session,
    service: &Service,
    read: impl Fn(Vec<u8>) -> String,
    same: impl Fn(&str) -> String,
) -> usize {
    let mut compared = 0;
    for (lang, language) in [(Lang::Ja, ""), (Lang::Ja, "JA"), (Lang::En, "EN")] {
        let want = texts(case, service, lang);
        for (what, list) in LISTS {
            let list = want[list].as_array().unwrap();
            for (at, text) in list.iter().enumerate() {
                let got = read(told(session, what, at, language, None).unwrap());
                assert_eq!(got, same(text.as_str().unwrap()), "{}", case.name);
                compared += 1;
            }
            assert_eq!(told(session, what, list.len(), language, None), None, "{}", case.name);
        }
        match want["error"].as_str() {
            Some(text) => {
                let got = read(told(session, 3, 0, language, None).unwrap());
                assert!(got.starts_with(&same(text)), "{}: {got} is not {text}", case.name);
                compared += 1;
            }
            None => assert_eq!(told(session, 3, 0, language, None), None, "{}", case.name),
        }
    }
    compared
}

/// What is not ASCII here is UTF-8, which is another text in a set of single bytes.
fn is_in_every_set(question: &question::Question) -> bool {
    let areas =
        [&question.request, &question.item].into_iter().chain(&question.items).chain(&question.access);
    areas.flat_map(|area| area.bytes()).all(|byte| byte.is_ascii() && !matches!(byte, b'\\' | b'~'))
}

/// Asks each case whose question a record can say, in a set.
fn each(
    set: &'static str,
    table: Option<&Tables>,
    step: usize,
    mut told: impl FnMut(&Answered, &Session, &Service),
) {
    let mut sessions = Sessions::default();
    let mut services = BTreeMap::new();
    for case in cases().into_iter().step_by(step) {
        let Some(session) = sessions.of(&case, set) else { continue };
        let Ok(mut question) = question::read(&case.question, &session.bank) else { continue };
        if set != "UTF-8" && !is_in_every_set(&question) {
            continue;
        }
        // What is wrong with members of JSON, or with words that are numbers here, records tell in their own way.
        let of_json = case.answer.as_ref().is_err_and(|error| {
            ["request.field.", "request.usage.", "request.type", "request.operation.unknown"]
                .iter()
                .any(|code| error.contains(code))
        });
        if of_json {
            continue;
        }
        let service = services
            .entry(std::sync::Arc::clone(&case.service))
            .or_insert_with(|| Service::from_json(&case.service).unwrap());
        if let Some((forth, _)) = table {
            let areas = [&mut question.request, &mut question.item].into_iter().chain(&mut question.items);
            for area in areas.chain(&mut question.access) {
                area.turn(&|byte| forth[usize::from(byte)].unwrap());
            }
        }
        let _answer = ask(session, &question);
        told(&case, session, service);
    }
}

#[test]
fn persons_are_told_what_every_host_tells() {
    let mut compared = 0;
    each("UTF-8", None, 2, |case, session, service| {
        let read = |bytes| String::from_utf8(bytes).unwrap();
        compared += compare(case, session, service, read, str::to_owned);
    });
    assert!(compared > 1000, "{compared} texts");
}

#[test]
fn persons_of_shift_jis_are_told_the_same() {
    let mut compared = 0;
    each("JISX0201", None, 3, |case, session, service| {
        let read = |bytes: Vec<u8>| {
            let (text, _, malformed) = encoding_rs::SHIFT_JIS.decode(&bytes);
            assert!(!malformed, "{bytes:?}");
            text.into_owned()
        };
        // The yen sign is a byte that is read as another one.
        compared += compare(case, session, service, read, |text| text.replace('¥', "\\"));
    });
    assert!(compared > 500, "{compared} texts");
}

/// The characters of the bytes of EBCDIC, by the C library.
fn characters(library: &str) -> Vec<Option<char>> {
    let bytes: Vec<u8> = (0..=u8::MAX).collect();
    bytes
        .iter()
        .map(|byte| String::from_utf8(converted(&[*byte], library, "UTF-8")?).ok()?.chars().next())
        .collect()
}

#[test]
fn persons_of_ebcdic_are_told_in_kana() {
    let mut all = Vec::new();
    for (set, library) in [("EBCDIK", "IBM1390"), ("CP1027", "IBM1399")] {
        let table = (turned("ASCII", library), turned(library, "ASCII"));
        let characters = characters(library);
        let read = |bytes: Vec<u8>| -> String {
            bytes.iter().map(|byte| characters[usize::from(*byte)].unwrap()).collect()
        };
        let mut samples = BTreeMap::new();
        each(set, Some(&table), 1, |case, session, service| {
            let Ok(answer) = serde_json::from_str::<Value>(match &case.answer {
                Ok(json) | Err(json) => json,
            }) else {
                return;
            };
            let mut said = Vec::new();
            for (at, reason) in answer["reasons"].as_array().into_iter().flatten().enumerate() {
                said.push((1, at, reason["code"].as_str().unwrap().to_owned()));
            }
            for (at, path) in answer["missing"].as_array().into_iter().flatten().enumerate() {
                let path = path.as_str().unwrap();
                said.push((
                    2,
                    at,
                    path.split('/').filter(|step| step.parse::<u32>().is_err()).collect::<Vec<_>>().join("/"),
                ));
            }
            if case.answer.is_err() {
                said.push((3, 0, answer["code"].as_str().unwrap().to_owned()));
            }
            for (what, at, name) in said {
                let kana = read(told(session, what, at, "", Some(&table)).unwrap());
                assert!(
                    kana.contains(|one| matches!(one, 'ｱ'..='ﾝ')) && !kana.contains(['?', '{']),
                    "{name}: {kana}"
                );
                let english = read(told(session, what, at, "EN", Some(&table)).unwrap());
                let list = ["", "reasons", "missing", "error"][usize::try_from(what).unwrap()];
                let texts = &texts(case, service, Lang::En)[list];
                let want = if what == 3 { texts } else { &texts[at] }.as_str().unwrap();
                let want = if set == "EBCDIK" { want.to_ascii_uppercase() } else { want.to_owned() };
                assert!(english.starts_with(&want), "{}: {english}", case.name);
                samples.entry(format!("{what} {name}")).or_insert(kana);
            }
        });
        let samples: Vec<_> = samples.into_iter().map(|(name, kana)| format!("{name}: {kana}")).collect();
        all.push(samples.join("\n"));
    }
    assert_eq!(all[0].to_ascii_uppercase(), all[1].to_ascii_uppercase(), "both layouts say the same");
    insta::assert_snapshot!("kana", all.remove(0));
}
