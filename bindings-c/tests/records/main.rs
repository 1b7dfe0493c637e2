//! The corpus through records: each request that a record can say is written into one by the offsets of the page alone, and what
//! comes back is compared with the JSON verdict of the same request.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test stops at the first surprise"
)]

mod answer;
mod area;
mod life;
mod persons;
mod question;
mod sets;
mod stored;

use std::collections::{BTreeMap, HashMap};
use std::ptr;
use std::sync::Arc;

use area::Area;
use kessai::Currency;
use kessai_c::record::doors::{
    kessai_record_add, kessai_record_begin, kessai_record_end, kessai_record_evaluate,
    kessai_record_evaluate_items, kessai_session_free, kessai_session_new,
};
use kessai_c::{
    kessai_company, kessai_company_free, kessai_company_new, kessai_service, kessai_service_free,
    kessai_service_new, kessai_session, kessai_status,
};
use kessai_fixtures::answers::{Answered, answers};
use kessai_fixtures::corpus::Door;
use question::Bank;
use serde_json::Value;

/// A session by the functions of the header.
pub(crate) struct Session {
    service: *mut kessai_service,
    company: *mut kessai_company,
    pub session: *mut kessai_session,
    pub bank: Bank,
}

impl Session {
    /// None where the documents do not load, or the set cannot spell their names.
    pub fn new(service: &str, company: &str, set: &str) -> Option<Self> {
        let read: Value = serde_json::from_str(service).ok()?;
        let declared = read["limits"].as_object().into_iter().flatten();
        let counts = declared.filter(|(_, limit)| limit["measure"] == "count").map(|(key, _)| key.clone());
        let bank = Bank {
            currency: Currency::from_code(read["currency"].as_str()?)?,
            counts: counts.collect(),
            operations: read["operations"]
                .as_object()
                .into_iter()
                .flat_map(|own| own.keys().cloned())
                .collect(),
        };
        let mut made =
            Self { service: ptr::null_mut(), company: ptr::null_mut(), session: ptr::null_mut(), bank };
        let error = ptr::null_mut();
        // SAFETY: texts with their lengths, and places for the results.
        let done = unsafe {
            kessai_service_new(service.as_ptr().cast(), service.len(), &raw mut made.service, error)
                == kessai_status::Ok
                && kessai_company_new(
                    made.service,
                    company.as_ptr().cast(),
                    company.len(),
                    &raw mut made.company,
                    error,
                ) == kessai_status::Ok
                && kessai_session_new(
                    made.company,
                    set.as_ptr().cast(),
                    set.len(),
                    &raw mut made.session,
                    error,
                ) == kessai_status::Ok
        };
        done.then_some(made)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // SAFETY: made by `new`, or null.
        unsafe {
            kessai_service_free(self.service);
            kessai_company_free(self.company);
            kessai_session_free(self.session);
        }
    }
}

/// What a record call gives for a question.
pub(crate) struct Asked {
    pub code: i32,
    pub verdict: Area,
    /// Of a batch, what is said of each item.
    pub items: Vec<Area>,
}

pub(crate) fn ask(session: &Session, question: &question::Question) -> Asked {
    let mut verdict = Area::new("KSV-VERDICT");
    verdict.fill(b'#');
    let access = question.access.as_ref().map_or(ptr::null(), |area| area.pointer().cast());
    if let [first, ..] = &question.items[..] {
        let count = question.items.len();
        let items: Vec<u8> = question.items.iter().flat_map(|item| item.bytes().to_vec()).collect();
        let blank = Area::new("KSJ-ITEM-VERDICT");
        let mut said = blank.bytes().repeat(count);
        let _one = first;
        // SAFETY: records of these sizes.
        let code = unsafe {
            kessai_record_evaluate_items(
                session.session,
                question.request.pointer().cast(),
                access,
                items.as_ptr().cast(),
                count,
                verdict.pointer_mut().cast(),
                said.as_mut_ptr().cast(),
            )
        };
        let by_array = Asked {
            code,
            verdict,
            items: said
                .chunks(blank.bytes().len())
                .map(|bytes| Area::of("KSJ-ITEM-VERDICT", bytes))
                .collect(),
        };
        by_one(session, question, access, &by_array);
        return by_array;
    }
    // SAFETY: records of these sizes.
    let code = unsafe {
        kessai_record_evaluate(
            session.session,
            question.request.pointer().cast(),
            question.item.pointer().cast(),
            access,
            verdict.pointer_mut().cast(),
        )
    };
    Asked { code, verdict, items: Vec::new() }
}

/// The same batch by begin, add and end: byte for byte what the array gives.
fn by_one(
    session: &Session,
    question: &question::Question,
    access: *const kessai_c::record::layout::kessai_record_access,
    array: &Asked,
) {
    let mut verdict = Area::new("KSV-VERDICT");
    // SAFETY: records of these sizes.
    unsafe {
        assert_eq!(kessai_record_begin(session.session, question.request.pointer().cast(), access), 0);
        for item in &question.items {
            let _spoilt = kessai_record_add(session.session, item.pointer().cast());
        }
        assert_eq!(kessai_record_end(session.session, verdict.pointer_mut().cast()), array.code);
    }
    assert_eq!(verdict.bytes(), array.verdict.bytes(), "begin, add, end says what the array does");
}

/// The evaluated cases of the corpus.
pub(crate) fn cases() -> Vec<Answered> {
    answers().unwrap().into_iter().filter(|case| case.door == Door::Evaluate).collect()
}

/// Sessions by documents and set.
#[derive(Default)]
pub(crate) struct Sessions(HashMap<Key, Option<Session>>);

/// Service, company and set.
type Key = (Arc<str>, Arc<str>, &'static str);

impl Sessions {
    pub fn of(&mut self, case: &Answered, set: &'static str) -> Option<&Session> {
        let key = (Arc::clone(&case.service), Arc::clone(&case.company), set);
        self.0.entry(key).or_insert_with(|| Session::new(&case.service, &case.company, set)).as_ref()
    }
}

#[test]
fn the_corpus_has_the_same_answers_in_records() {
    let (mut asked, mut left) = (0, BTreeMap::<&str, Vec<String>>::new());
    let mut sessions = Sessions::default();
    for case in cases() {
        let Some(session) = sessions.of(&case, "UTF-8") else {
            left.entry("the documents do not load").or_default().push(case.name);
            continue;
        };
        // What JSON says in too many members, or too few, a record has one field for.
        let of_json = case.answer.as_ref().is_err_and(|error| {
            ["request.field.", "request.usage.incomplete", "request.usage.used", "request.type"]
                .iter()
                .any(|code| error.contains(code))
        });
        match question::read(&case.question, &session.bank) {
            _ if of_json => left.entry("a mistake of JSON's members").or_default().push(case.name),
            Err(why) => left.entry(why).or_default().push(case.name),
            Ok(question) => {
                asked += 1;
                let got = ask(session, &question);
                answer::compare(session, &case, &got);
            }
        }
    }
    let all: usize = left.values().map(Vec::len).sum::<usize>() + asked;
    let shown: Vec<_> =
        left.iter().map(|(why, names)| format!("{} {why}, such as {}", names.len(), names[0])).collect();
    println!("{asked} of {all} cases; not: {shown:#?}");
    assert!(asked * 10 > all * 8, "records say too little: {asked} of {all}: {shown:#?}");
}
