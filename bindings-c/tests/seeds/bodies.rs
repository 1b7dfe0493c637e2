//! What is done with any bytes: by the fuzzers in `fuzz/`, and by the test that replays their seeds. A body must not panic.

use std::ptr;
use std::sync::OnceLock;

use kessai::{Company, Service};
use kessai_c::record::doors::{
    kessai_record_end, kessai_record_evaluate, kessai_session_free, kessai_session_new,
};
use kessai_c::record::layout::{
    kessai_record_access, kessai_record_item, kessai_record_request, kessai_record_verdict,
};
use kessai_c::{
    kessai_company, kessai_company_new, kessai_service, kessai_service_new, kessai_session, kessai_status,
};

/// One way to ask.
pub type Body = fn(&[u8]);

/// The bodies by their names, which are those of the fuzz targets and of the folders of seeds.
pub const BODIES: [(&str, Body); 3] =
    [("documents", documents), ("questions", questions), ("records", records)];

const SERVICE: &str = include_str!("../../../fixtures/seven/service.json");
const COMPANY: &str = include_str!("../../../fixtures/seven/company.json");

/// A service, or a company of a service that loads.
pub fn documents(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(service) = Service::from_json(text) {
        let mut schema = String::new();
        service.warnings().to_json(&mut schema);
        let _loaded = service.company_from_json(r#"{"format":1,"id":"a"}"#);
    }
    static BANK: OnceLock<Service> = OnceLock::new();
    let bank = BANK.get_or_init(|| Service::from_json(SERVICE).expect("the bank loads"));
    if let Ok(company) = bank.company_from_json(text) {
        // What is loaded comes through its image as it was.
        let same = Company::from_image(&company.to_image()).expect("an image of our own is read");
        assert_eq!(same.digest(), company.digest());
    }
    let _any_bytes = Company::from_image(bytes);
}

/// Every question in JSON.
pub fn questions(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let company = company();
    let mut out = String::new();
    if company.evaluate_json(text, &mut out).is_ok() {
        let mut texts = String::new();
        company.service().texts_json(&out, kessai::Lang::Ja, &mut texts).expect("an answer has texts");
    }
    let _answers = (
        company.advance_json(text, &mut String::new()),
        company.largest_payment_json(text, None, &mut String::new()),
        company.possible_json(text, &mut String::new()),
        company.form_json(text, &mut String::new()),
        company.service().form_json(COMPANY, text, &mut String::new()),
    );
}

fn company() -> &'static Company {
    static COMPANY_OF_BANK: OnceLock<Company> = OnceLock::new();
    COMPANY_OF_BANK.get_or_init(|| {
        let service = Service::from_json(SERVICE).expect("the bank loads");
        service.company_from_json(COMPANY).expect("the company loads")
    })
}

/// A session in each set.
fn session(set: usize) -> *mut kessai_session {
    const SETS: [&str; 4] = ["JISX0201", "EBCDIK", "CP1027", "UTF-8"];
    let set = SETS[set % SETS.len()];
    let (mut service, mut firm, mut session) =
        (ptr::null_mut::<kessai_service>(), ptr::null_mut::<kessai_company>(), ptr::null_mut());
    let error = ptr::null_mut();
    // SAFETY: texts with their lengths, and places for the results.
    unsafe {
        let done = kessai_service_new(SERVICE.as_ptr().cast(), SERVICE.len(), &raw mut service, error)
            == kessai_status::Ok
            && kessai_company_new(service, COMPANY.as_ptr().cast(), COMPANY.len(), &raw mut firm, error)
                == kessai_status::Ok
            && kessai_session_new(firm, set.as_ptr().cast(), set.len(), &raw mut session, error)
                == kessai_status::Ok;
        assert!(done, "the documents load");
        kessai_c::kessai_service_free(service);
        kessai_c::kessai_company_free(firm);
    }
    session
}

/// The first byte chooses the set, the rest fills the records in turn; what is left of them is spaces.
pub fn records(bytes: &[u8]) {
    thread_local! { static SESSIONS: [usize; 4] = [0, 1, 2, 3].map(|set| session(set).expose_provenance()); }
    let Some((set, rest)) = bytes.split_first() else { return };
    let set = usize::from(*set) % 4;
    let space = if set == 1 || set == 2 { 0x40 } else { b' ' };
    let mut rest = rest.iter().copied();
    let mut area = |size: usize| -> Vec<u8> { (0..size).map(|_| rest.next().unwrap_or(space)).collect() };
    let request = area(size_of::<kessai_record_request>());
    let item = area(size_of::<kessai_record_item>());
    let access = area(size_of::<kessai_record_access>());
    let mut verdict = vec![b'#'; size_of::<kessai_record_verdict>()];
    let session = SESSIONS.with(|all| ptr::with_exposed_provenance_mut::<kessai_session>(all[set]));
    // SAFETY: records of these sizes, and a session that lives as long as its thread.
    let code = unsafe {
        let code = kessai_record_evaluate(
            session,
            request.as_ptr().cast(),
            item.as_ptr().cast(),
            access.as_ptr().cast(),
            verdict.as_mut_ptr().cast(),
        );
        let mut unbegun = verdict.clone();
        assert_eq!(kessai_record_end(session, unbegun.as_mut_ptr().cast()), 16);
        code
    };
    let digit =
        |byte: u8| if set == 1 || set == 2 { byte.wrapping_sub(0xF0) } else { byte.wrapping_sub(b'0') };
    let outcome = i32::from(digit(verdict[0])) * 10 + i32::from(digit(verdict[1]));
    assert_eq!(outcome, code, "the area says what the call returns");
    assert!([0, 4, 8, 12, 16].contains(&code));
    let _kept: unsafe extern "C" fn(*mut kessai_session) = kessai_session_free;
}
