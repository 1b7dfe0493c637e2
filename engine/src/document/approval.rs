//! Which approval mode a company has in each business.

use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

use crate::document::business::approval_group;
use crate::document::reader::Reader;
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::language::Id;
use crate::language::bounds::BUSINESSES;
use crate::language::words::{Moment, named_modes};
use crate::model::service::{Business, ServiceModel};
use crate::terms::ApprovalMode;

/// What a company has agreed for each business, by the business's position.
#[derive(Debug)]
pub(super) struct Approvals {
    /// The mode; none where the company does not use the business.
    pub modes: Vec<Option<ApprovalMode>>,
    /// Where the policy stands, if it is one.
    pub policies: Vec<Option<Id>>,
}

impl Approvals {
    /// The company uses no business.
    pub(super) fn none(service: &ServiceModel) -> Self {
        let count = service.businesses.len();
        Self { modes: vec![None; count], policies: vec![None; count] }
    }
}

/// A mode by its name, or a policy, which is read once everybody is known.
fn read_mode(r: &mut Reader<'_>, id: Id) -> Option<ApprovalMode> {
    if r.tree().kind(id) == Kind::Object {
        return Some(ApprovalMode::Policy);
    }
    let text = r.text(id)?;
    let mode = named_modes().find(|mode| mode.name() == text);
    if mode.is_none() {
        r.unknown_choice(id, &text, &named_modes().map(ApprovalMode::name).collect::<Vec<_>>());
    }
    mode
}

/// Reads `approval`: the mode of each business.
///
/// A group's name stands for all its members. A member named alone is used alone, but no other member may have another
/// mode.
pub(super) fn read_approval(r: &mut Reader<'_>, id: Id, service: &ServiceModel) -> Approvals {
    let Approvals { mut modes, mut policies } = Approvals::none(service);
    // By which key each business has got its mode.
    let mut named: Vec<Option<Cow<'_, str>>> = vec![None; service.businesses.len()];
    for (key, id) in r.entries(id, BUSINESSES) {
        let members = members(&key, service);
        if members.is_empty() {
            let groups = service.businesses.iter().filter_map(approval_group);
            let known = business_keys(service).chain(groups);
            let args = r.with_similar([Arg::text(&key)], &key, known);
            r.report_key(FindingCode::BusinessUnknown, id, args);
        }
        let Some(mode) = read_mode(r, id) else { continue };
        let refusing =
            members.iter().filter_map(|at| service.businesses.get(*at)).find(|member| !member.allows(mode));
        if let Some(business) = refusing {
            let args =
                [Arg::text(mode.name()), Arg::text(&business.key), Arg::Whole(allowed(business).into())];
            r.report(FindingCode::ApprovalModeNotAllowed, id, args);
        }
        if let Some((at, before)) = conflict(&members, mode, &modes, service) {
            let other = named.get(at).and_then(Option::as_deref).unwrap_or_default();
            let args = [Arg::text(&key), Arg::text(other), Arg::text(before.name()), Arg::text(mode.name())];
            r.report(FindingCode::ApprovalGroupConflict, id, args);
        }
        // Without approval nothing is taken by approving, and later by execution alone.
        let settings = &service.settings;
        let never_taken = mode == ApprovalMode::None
            && settings.limit.take_at == Moment::Approve
            && !settings.limit.check_at.has(Moment::Execute);
        if never_taken {
            r.report(FindingCode::LimitTakeAtNever, id, [Arg::text(&key)]);
        }
        for member in members {
            if let (Some(place), Some(policy)) = (modes.get_mut(member), policies.get_mut(member)) {
                *place = Some(mode);
                *policy = (mode == ApprovalMode::Policy).then_some(id);
            }
            if let Some(place) = named.get_mut(member) {
                *place = Some(key.clone());
            }
        }
    }
    Approvals { modes, policies }
}

/// The position of a business of the same group that has another mode already, and that mode. No two policies are the same.
fn conflict(
    members: &[usize],
    mode: ApprovalMode,
    modes: &[Option<ApprovalMode>],
    service: &ServiceModel,
) -> Option<(usize, ApprovalMode)> {
    let group = members.first().and_then(|at| service.businesses.get(*at)).and_then(approval_group)?;
    let others = service.businesses.iter().zip(modes).enumerate();
    others.filter(|(_, (business, _))| approval_group(business) == Some(group)).find_map(
        |(at, (_, before))| {
            before.filter(|before| *before != mode || mode == ApprovalMode::Policy).map(|before| (at, before))
        },
    )
}

/// The allowed modes in words.
fn allowed(business: &Business) -> alloc::string::String {
    let names: Vec<&str> =
        ApprovalMode::ALL.iter().filter(|mode| business.allows(**mode)).map(|mode| mode.name()).collect();
    alloc::format!("`{}`", names.join("`, `"))
}

/// The keys of all businesses, for hints.
pub(super) fn business_keys(service: &ServiceModel) -> impl Iterator<Item = &str> {
    service.businesses.iter().map(|business| &*business.key)
}

/// Where `approval` states the mode of a business: its own key, or its group's.
pub(super) fn key_of(r: &Reader<'_>, approval: Id, business: &Business) -> Option<Id> {
    let tree = r.tree();
    let named = |name: &str| tree.children(approval).find(|child| tree.key(*child) == name);
    named(&business.key).or_else(|| named(approval_group(business)?))
}

/// The businesses that a key of `approval` stands for: the members of a group, or one business.
fn members(key: &str, service: &ServiceModel) -> Vec<usize> {
    let positions = || (0..).zip(&service.businesses);
    let mut members: Vec<usize> =
        positions().filter(|(_, business)| approval_group(business) == Some(key)).map(|(at, _)| at).collect();
    if members.is_empty() {
        members.extend(service.business(key).map(usize::from));
    }
    members
}
