//! What is read becomes what the steps look up.

use alloc::string::ToString;
use alloc::vec::Vec;

use proptest::prelude::*;

use super::{COMPANY, Document, SERVICE, company, service, with};
use crate::finding::Severity;
use crate::model::grants::{Extent, Grants};
use crate::model::table::{Prices, in_tax_period};
use crate::model::users::UserSet;
use crate::terms::{Act, ApprovalMode, Operation, Role, Scope};
use crate::{Company, Day, Service};

fn names(company: &Company, set: &UserSet) -> Vec<&'static str> {
    let known = ["boss", "hanako", "left", "taro"];
    set.iter()
        .map(|at| &*company.model.people[usize::from(at)].id)
        .map(|id| *known.iter().find(|name| **name == id).unwrap())
        .collect()
}

#[test]
fn people_stand_in_the_order_of_their_ids() {
    let company = company();
    let people: Vec<_> =
        company.model.people.iter().map(|person| (&*person.id, person.role, person.enabled)).collect();
    assert_eq!(
        people,
        [
            ("boss", Role::Master, true),
            ("hanako", Role::Administrator, true),
            ("left", Role::General, false),
            ("taro", Role::General, true)
        ]
    );
    assert_eq!(company.model.person("taro"), Some(3));
}

#[test]
fn the_master_may_use_every_account_and_others_those_they_name() {
    let company = company();
    let [main, sub] = &*company.model.accounts else { panic!() };
    assert_eq!(names(&company, &main.people), ["boss", "hanako", "left", "taro"]);
    assert_eq!(names(&company, &sub.people), ["boss", "hanako"]);
    let listed = with(Document::Company.json(), "/users/1/accounts", "[]").to_string();
    let company = service().company_from_json(&listed).unwrap();
    assert_eq!(names(&company, &company.model.accounts[0].people), ["hanako", "left", "taro"]);
}

#[test]
fn approvers_are_enabled_people_with_the_right_in_a_business_of_the_company() {
    let company = company();
    let of = |business: &str| {
        let at = usize::from(company.model.service.business(business).unwrap());
        names(&company, company.model.businesses[at].actors(Act::Approve))
    };
    assert_eq!(of("transfer"), ["boss", "hanako"]);
    assert_eq!(of("payroll"), ["boss"]);
    assert_eq!(of("directDebit"), [""; 0], "not contracted");
    assert_eq!(names(&company, &company.model.approvers), ["boss", "hanako"]);
    let without = with(Document::Company.json(), "/approval/transfer", "\"none\"").to_string();
    let company = service().company_from_json(&without).unwrap();
    assert_eq!(
        names(&company, company.model.businesses[0].actors(Act::Approve)),
        [""; 0],
        "no approval, no approvers"
    );
}

#[test]
fn rights_become_grants_under_the_mode_of_each_business() {
    let company = company();
    let of = |rights: &[(Operation, Scope, Option<u8>)]| -> Grants { rights.iter().copied().collect() };
    let own_log = (Operation::ViewLog, Scope::Own, None);
    let taro = company.model.person("taro").unwrap();
    let transfer = company.model.grants(taro, 0);
    let granted = [
        (Operation::Create, Scope::All, Some(0)),
        (Operation::Edit, Scope::Own, Some(0)),
        (Operation::View, Scope::Kind, Some(0)),
        own_log,
    ];
    assert_eq!(transfer, &of(&granted), "and what every user may do");
    let bulk = company.model.grants(taro, 1);
    let granted = [(Operation::Create, Scope::All, None), (Operation::View, Scope::Own, None), own_log];
    assert_eq!(bulk, &of(&granted));
    assert_eq!(company.model.grants(taro, 4), &Grants::default(), "not contracted");
    let inquiries = company.model.grants(taro, 5);
    assert_eq!(inquiries, &of(&[(Operation::ViewBalance, Scope::All, None), own_log]));
    let hanako = company.model.grants(company.model.person("hanako").unwrap(), 5);
    let granted = [(Operation::ViewBalance, Scope::Own, None), own_log];
    assert_eq!(hanako, &of(&granted), "an inquiry in the right of a business");
    let off = with(Document::Company.json(), "/approval/transfer", "\"none\"").to_string();
    let company = service().company_from_json(&off).unwrap();
    let transfer = company.model.grants(taro, 0);
    let mapped = [Operation::Create, Operation::View, Operation::Cancel, Operation::ViewLog];
    assert!(Operation::ALL.iter().all(|one| transfer.has(*one) == mapped.contains(one)));
    let boss = company.model.person("boss").unwrap();
    let create = company.model.grants(boss, 2).reach(Operation::Create);
    let by_file = create.has(Extent { scope: Scope::All, narrowing: Some(1) });
    assert!(by_file && create.iter().count() == 1, "by entry, and every right of the service");
}

#[test]
fn limits_and_caps_are_found_by_person_and_slot() {
    let company = company();
    let model = &company.model;
    let service = &model.service;
    assert_eq!(
        service.limits.slots,
        [4, 3, 7],
        "of a user three for the single business, one for each of four batches"
    );
    assert_eq!(
        service.businesses.iter().map(|business| business.slots.user).collect::<Vec<_>>(),
        [0, 3, 4, 5, 6]
    );
    let (taro, hanako) = (model.person("taro").unwrap(), model.person("hanako").unwrap());
    let row: Vec<_> = (0..7).map(|slot: u16| model.limits.at(model.user_limits(taro), slot).get()).collect();
    assert_eq!(row, [Some(10_000_000), None, None, Some(50_000_000), None, None, None]);
    assert_eq!((model.approver_cap(hanako, 0), model.approver_cap(hanako, 1)), (Some(1_000_000), None));
    assert_eq!(
        [1, 3].map(|at: usize| model.company_limit(service.businesses[at].slots.company)),
        [Some(99_999_999_999), None]
    );
    assert_eq!(service.businesses[0].ceilings.user_per_operation, [None, None, Some(5_000_000)]);
    assert_eq!(service.businesses[1].ceilings.user_per_operation, [Some(50_000_000); 3]);
    assert!(service.businesses[0].required.account_per_day.iter().all(|required| *required));
    assert!(service.businesses[1].self_approval_forbidden && !service.businesses[0].self_approval_forbidden);
}

#[test]
fn a_group_gives_its_members_one_mode_and_a_member_named_alone_is_alone() {
    let company = company();
    let modes: Vec<_> = company.model.businesses.iter().map(|contract| contract.mode).collect();
    let (single, double) = (Some(ApprovalMode::Single), Some(ApprovalMode::DoubleInOrder));
    assert_eq!(modes, [single, double, single, single, None]);
    let alone = with(Document::Company.json(), "/approval", r#"{ "bonus": "single" }"#).to_string();
    let modes: Vec<_> = service()
        .company_from_json(&alone)
        .unwrap()
        .model
        .businesses
        .iter()
        .map(|contract| contract.mode)
        .collect();
    assert_eq!(modes, [None, None, None, single, None]);
}

#[test]
fn tax_is_applied_to_fixed_fees_when_they_are_read() {
    let document =
        with(Document::Service.json(), "/settings/fee", r#"{ "tax": "exclusive", "taxRound": "up" }"#);
    let service = Service::from_json(&document.to_string()).unwrap();
    let model = &service.model;
    let at = usize::from(model.business("transfer").unwrap());
    let fees = |day: &str, value_date: &str| {
        let period = model.tax_period(Day::parse(value_date).unwrap());
        let version = model.businesses[at].fees.on(Day::parse(day).unwrap()).unwrap();
        let table = in_tax_period(&version.by_tax, Some(period)).and_then(|prices| prices.table(2)).unwrap();
        [0, 30_000].map(|amount| table.fee(amount).unwrap())
    };
    assert_eq!(fees("2024-10-01", "2024-10-01"), [121, 363]);
    assert_eq!(fees("2024-10-01", "2019-09-30"), [119, 357], "118.8 and 356.4, up");
    assert_eq!(fees("2024-10-01", "1989-03-31"), [110, 330], "no tax yet");
    let Some([_, Prices::PerCount { tax, .. }, ..]) =
        model.businesses[usize::from(model.business("directDebit").unwrap())].per_count.as_deref()
    else {
        panic!()
    };
    assert_eq!(tax.map(|(factor, _)| factor.to_string()).unwrap(), "1.03");
}

#[test]
fn a_part_stands_for_the_whole() {
    let mut part = super::company_rows::part();
    let whole = company();
    part["part"]["digest"] = whole.digest().into();
    let part = service().company_from_json(&part.to_string()).unwrap();
    assert_eq!(part.digest(), whole.digest());
    assert_eq!(names(&part, &part.model.approvers), names(&whole, &whole.model.approvers));
    for (ours, theirs) in part.model.businesses.iter().zip(&whole.model.businesses) {
        for act in Act::ALL {
            assert_eq!(names(&part, ours.actors(*act)), names(&whole, theirs.actors(*act)));
        }
    }
    let taro = |company: &Company| company.model.person("taro").unwrap();
    for business in 0..=5 {
        assert_eq!(part.model.grants(taro(&part), business), whole.model.grants(taro(&whole), business));
    }
    let boss = &part.model.people[0];
    assert!(boss.candidate_only && boss.enabled && boss.role == Role::Master);
    assert_eq!(names(&part, &part.model.accounts[1].people), ["boss", "hanako"]);
}

#[test]
fn a_document_and_its_other_spellings_have_one_digest() {
    let of = |text: &str| service().company_from_json(text).unwrap().digest().to_string();
    assert_eq!(of(COMPANY), of(&Document::Company.json().to_string()));
    assert_eq!(of(COMPANY), of(&serde_json::to_string_pretty(&Document::Company.json()).unwrap()));
    let bare =
        with(with(Document::Service.json(), "/label", ""), "/businesses/transfer/label", "").to_string();
    assert_eq!(Service::from_json(&bare).unwrap().digest(), service().digest());
    let other = with(Document::Service.json(), "/version", "\"2024-10-02\"").to_string();
    assert_ne!(Service::from_json(&other).unwrap().digest(), service().digest());
}

#[test]
fn documents_are_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>() {}
    shared::<Service>();
    shared::<Company>();
}

/// A document with some bytes put in, taken out or replaced.
fn damaged(text: &'static str) -> impl Strategy<Value = alloc::string::String> {
    let edit =
        (any::<prop::sample::Index>(), 0..3_u8, prop::sample::select(b"{}[]\",:0129.-eatrue\\u ".to_vec()));
    prop::collection::vec(edit, 1..4).prop_map(move |edits| {
        let mut bytes = text.as_bytes().to_vec();
        for (at, what, byte) in edits {
            let at = at.index(bytes.len());
            match what {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        alloc::string::String::from_utf8_lossy(&bytes).into_owned()
    })
}

proptest! {
    /// No damage makes it panic, and there is a model exactly when there is no error.
    #[test]
    fn any_damage_is_a_finding_or_another_document(service_text in damaged(SERVICE), company_text in damaged(COMPANY)) {
        let findings = Service::check(&service_text);
        prop_assert_eq!(Service::from_json(&service_text).is_ok(), !findings.has_errors());
        let good = service();
        let findings = good.check_company(&company_text);
        prop_assert_eq!(good.company_from_json(&company_text).is_ok(), !findings.has_errors());
        for finding in &findings {
            prop_assert!(company_text.get(finding.range.clone()).is_some(), "{finding:?}");
            prop_assert!(finding.severity == Severity::Error || finding.code.severity() == Severity::Warning);
        }
    }

    /// Any bytes are a finding.
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let text = alloc::string::String::from_utf8_lossy(&bytes);
        prop_assert!(Service::check(&text).has_errors());
        prop_assert!(service().check_company(&text).has_errors());
    }
}
