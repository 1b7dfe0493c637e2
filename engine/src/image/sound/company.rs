//! What holds of a company.

use super::{Sound, access, check_fees, ensure, is_in, rises, within};
use crate::image::Damage;
use crate::language::bounds::PEOPLE_MAX;
use crate::model::company::{Cap, CompanyModel, Contract};
use crate::model::grants::Grants;
use crate::model::policy::{Alternative, Band, Policy, PolicyRow};
use crate::model::service::Business;
use crate::terms::{ApprovalMode, Role};

/// Everything about a company, whose service is sound.
pub(in crate::image) fn check_company(company: &CompanyModel) -> Sound {
    let service = &*company.service;
    let (people, accounts) = (company.people.len(), company.accounts.len());
    ensure(company.businesses.len() == service.businesses.len(), Damage::Match)?;
    // In the order of their ids, and so none twice.
    ensure(company.people.is_sorted_by(|one, other| one.id < other.id), Damage::Order)?;
    let candidates = company.people.iter().any(|person| person.candidate_only);
    ensure(company.is_part || !candidates, Damage::Match)?;
    let masters =
        company.people.iter().filter(|person| person.role == Role::Master && !person.candidate_only);
    ensure(masters.count() <= 1, Damage::Match)?;
    let mut ids = (0..).zip(&company.accounts);
    ensure(ids.all(|(at, account)| company.account(&account.id) == Some(at)), Damage::Order)?;
    company.accounts.iter().try_for_each(|account| within(&account.people, people))?;
    let is_first = |(at, key): (usize, &str)| !company.groups.iter().take(at).any(|group| *group.key == *key);
    ensure(company.groups.iter().map(|group| &*group.key).enumerate().all(is_first), Damage::Order)?;
    company.groups.iter().try_for_each(|group| within(&group.people, people))?;
    within(&company.approvers, people)?;
    within(&company.actors, people)?;
    for (contract, business) in company.businesses.iter().zip(&service.businesses) {
        check_contract(contract, business, company)?;
    }
    check_grants(company)?;
    check_values(company)?;
    access::check_stated(company)?;
    ensure(accounts <= usize::from(u16::MAX) && people <= usize::from(u16::MAX), Damage::Count)
}

/// Everybody has a set of rights in each business, which is one of the list.
fn check_grants(company: &CompanyModel) -> Sound {
    let (people, businesses) = (company.people.len(), company.service.businesses.len());
    let whole = people.saturating_mul(businesses.saturating_add(1));
    ensure(company.grant_of.len() == whole, Damage::Match)?;
    let other = company.other_grant_of.len();
    ensure(other == 0 || other == people.saturating_mul(businesses), Damage::Match)?;
    let mut places = company.grant_of.iter().chain(&company.other_grant_of);
    let known = |place: &u32| usize::try_from(*place).is_ok_and(|place| place < company.grants.len());
    ensure(places.all(known), Damage::Position)?;
    ensure(company.grants.first().is_none_or(|first| *first == Grants::NONE), Damage::Order)
}

/// What is set for limits stands in rows of the widths that the service has.
fn check_values(company: &CompanyModel) -> Sound {
    let [of_company, of_account, of_user] = company.service.limits.slots;
    let wanted = [
        of_company,
        company.accounts.len().saturating_mul(of_account),
        company.people.len().saturating_mul(of_user),
    ];
    ensure(company.limits.parts().map(<[_]>::len) == wanted, Damage::Match)
}

/// Caps in the order of the people who have one, each an amount.
fn check_caps(contract: &Contract, company: &CompanyModel) -> Sound {
    ensure(contract.caps.is_sorted_by(|one, other| one.person < other.person), Damage::Order)?;
    let is_cap = |cap: &Cap| is_in(cap.person, company.people.len()) && cap.most.get().is_some();
    ensure(contract.caps.iter().all(is_cap), Damage::Position)
}

fn check_contract(contract: &Contract, business: &Business, company: &CompanyModel) -> Sound {
    contract.actors.iter().try_for_each(|actors| within(actors, company.people.len()))?;
    check_caps(contract, company)?;
    ensure(contract.payee_borne.is_none() || business.payee_borne.is_some(), Damage::Match)?;
    ensure(contract.payer_borne.is_none() || business.payer_borne, Damage::Match)?;
    let own = contract.payee_borne.iter().filter_map(|fee| fee.own.as_ref());
    own.chain(&contract.payer_borne).try_for_each(|fees| check_fees(fees, &company.service))?;
    let policy = &contract.policy;
    match contract.mode {
        None => ensure(policy.rows.is_empty(), Damage::Match),
        Some(mode) => {
            ensure(business.modes.has(mode), Damage::Match)?;
            if mode == ApprovalMode::Policy {
                ensure(!policy.rows.is_empty(), Damage::Count)?;
            } else {
                ensure(is_of_mode(policy, mode), Damage::Match)?;
            }
            policy.rows.iter().try_for_each(|row| check_row(row, company))
        }
    }
}

/// Whether a policy is what a mode is short for.
fn is_of_mode(policy: &Policy, mode: ApprovalMode) -> bool {
    let of_mode = Policy::of_mode(mode);
    let ([own], [wanted]) = (&*policy.rows, &*of_mode.rows) else { return false };
    let plain = own.key.is_empty()
        && own.accounts.is_none()
        && own.payee_kinds.is_none()
        && own.requesters.is_none()
        && !own.by_largest;
    let same = |one: &Band, other: &Band| one.up_to == other.up_to && one.any_of == other.any_of;
    plain
        && own.bands.len() == wanted.bands.len()
        && own.bands.iter().zip(&wanted.bands).all(|(one, other)| same(one, other))
}

fn check_row(row: &PolicyRow, company: &CompanyModel) -> Sound {
    row.accounts.iter().try_for_each(|accounts| within(accounts, company.accounts.len()))?;
    row.requesters.iter().try_for_each(|requesters| within(requesters, company.people.len()))?;
    rises(row.bands.iter().map(|band| band.up_to))?;
    let mut ways = row.bands.iter().flat_map(|band| &band.any_of);
    ways.try_for_each(|way| check_way(way, company.groups.len()))
}

fn check_way(way: &Alternative, groups: usize) -> Sound {
    let mut named = way.steps.iter().filter_map(|step| step.group);
    ensure(named.all(|group| is_in(group, groups)), Damage::Position)?;
    ensure(u32::try_from(way.people()).is_ok_and(|people| people <= PEOPLE_MAX), Damage::Count)
}
