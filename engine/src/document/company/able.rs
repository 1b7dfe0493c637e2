//! Whether anybody is left who can do what the company has agreed, and one master: findings about the whole document.

use alloc::vec::Vec;

use crate::document::approval::key_of;
use crate::document::reader::{NO_ARGS, Reader};
use crate::document::user::{PersonDraft, Users};
use crate::finding::{Arg, FindingCode};
use crate::language::Id;
use crate::language::words::CompanySettings;
use crate::model::company::{CompanyModel, Contract};
use crate::model::service::{Business, ServiceModel};
use crate::model::users::UserSet;
use crate::terms::{Act, ApprovalMode, Operation, Role};

/// Exactly one master, so that each further one is a fault; or none, in a part, or where the bank asks for an administrator.
pub(super) fn check_masters(r: &mut Reader<'_>, users: Option<Id>, read: &Users, may_lack: bool) {
    let mut masters = read.people.iter().filter(|person| person.role == Role::Master);
    let Some(first) = masters.next() else {
        if let Some(users) = users.filter(|_| !may_lack && read.roles_known) {
            r.report(FindingCode::UsersMasterNone, users, NO_ARGS);
        }
        return;
    };
    for other in masters {
        r.report(
            FindingCode::UsersMasterSeveral,
            other.id_node,
            [Arg::text(&first.id), Arg::text(&other.id)],
        );
    }
}

/// Warns where no enabled user may administer the company, or change its settings; a bank may require that somebody may.
pub(super) fn check_administrators(
    r: &mut Reader<'_>,
    users: Option<Id>,
    service: &ServiceModel,
    people: &[PersonDraft],
) {
    let has = |role: Role| people.iter().any(|person| person.enabled && person.role == role);
    // That there is no master at all is a finding already.
    let has_master = people.iter().any(|person| person.role == Role::Master);
    let has_any = has(Role::Master) || has(Role::Administrator);
    let what = if !has_any {
        if service.settings.roles.administrator_required {
            if let Some(users) = users {
                r.report(FindingCode::UsersAdministratorRequired, users, NO_ARGS);
            }
            return;
        }
        ("users", "利用者情報")
    } else if service.settings.roles.company_settings == CompanySettings::Master
        && has_master
        && !has(Role::Master)
    {
        ("the company's settings", "企業情報")
    } else {
        return;
    };
    if let Some(users) = users {
        r.report(FindingCode::UsersAdministratorNone, users, [Arg::Term(what.0, what.1)]);
    }
}

/// Warns of businesses in which fewer people may approve than the company's mode needs.
pub(super) fn check_approvers(r: &mut Reader<'_>, model: &CompanyModel) {
    let tree = r.tree();
    let child = |id: Id, name: &str| tree.children(id).find(|child| tree.key(*child) == name);
    let Some(approval) = child(tree.root(), "approval") else { return };
    let accounts: Vec<Id> =
        child(tree.root(), "accounts").map(|id| tree.children(id).collect()).unwrap_or_default();
    for ((at, business), contract) in (0_usize..).zip(&model.service.businesses).zip(&model.businesses) {
        let Some(mode) = contract.mode else { continue };
        let place = key_of(r, approval, business).unwrap_or(approval);
        if business.second_channel && mode == ApprovalMode::None {
            r.report(FindingCode::ApprovalSecondChannelNone, place, [Arg::text(&business.key)]);
        }
        let Some(needed) = mode.approvers_needed() else { continue };
        let named = |count: usize| {
            [Arg::text(&business.key), Arg::text(mode.name()), Arg::number(needed), Arg::number(count)]
        };
        let count = contract.actors(Act::Approve).len();
        if count < needed {
            r.report(FindingCode::ApprovalTooFew, place, named(count));
            continue;
        }
        let creators = creators(model, at);
        check_others(r, business, contract, (place, needed), &creators);
        if !model.service.settings.approval.approver_needs_account || needed == 0 {
            continue;
        }
        // The master may use every account, whether it is meant for anything or not.
        for (account, id) in model.accounts.iter().zip(&accounts) {
            let able = UserSet::both(contract.actors(Act::Approve), &account.people).len();
            let is_master =
                |at: u16| model.people.get(usize::from(at)).is_some_and(|person| person.role == Role::Master);
            if able < needed && UserSet::both(&creators, &account.people).iter().any(|at| !is_master(at)) {
                r.report(FindingCode::ApprovalTooFewAccount, *id, named(able));
            }
        }
    }
}

/// The enabled people who may make requests in a business.
fn creators(model: &CompanyModel, business: usize) -> UserSet {
    let mut creators = UserSet::with_room(model.people.len());
    for (at, person) in (0_u16..).zip(&model.people) {
        if person.enabled && model.grants(at, business).has(Operation::Create) {
            creators.insert(at);
        }
    }
    creators
}

/// Where nobody may approve what he asked for himself, somebody who may ask must leave enough others.
fn check_others(
    r: &mut Reader<'_>,
    business: &Business,
    contract: &Contract,
    (place, needed): (Id, usize),
    creators: &UserSet,
) {
    let left_alone =
        business.self_approval_forbidden && needed > 0 && contract.actors(Act::Approve).len() == needed;
    if left_alone
        && !creators.is_empty()
        && UserSet::both(contract.actors(Act::Approve), creators).len() == creators.len()
    {
        r.report(FindingCode::ApprovalTooFewOthers, place, [Arg::text(&business.key), Arg::number(needed)]);
    }
}
