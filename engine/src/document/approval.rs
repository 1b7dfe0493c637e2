//! Which approval mode a company has in each business.

use alloc::vec;
use alloc::vec::Vec;

use crate::document::business::approval_group;
use crate::document::reader::{BUSINESSES, Reader};
use crate::finding::{Arg, FindingCode};
use crate::model::service::{Business, ServiceModel};
use crate::terms::ApprovalMode;
use crate::tree::Id;

/// Reads `approval`: the mode of each business, by its position; none where the company does not use it.
///
/// All members of a group have one mode, so naming one of them names them all.
pub(super) fn read_approval(r: &mut Reader<'_>, id: Id, service: &ServiceModel) -> Vec<Option<ApprovalMode>> {
    let mut modes = vec![None; service.businesses.len()];
    for (key, id) in r.entries(id, BUSINESSES) {
        let members = members(&key, service);
        if members.is_empty() {
            let groups = service.businesses.iter().filter_map(approval_group);
            let known = business_keys(service).chain(groups);
            let args = r.with_similar([Arg::text(&key)], &key, known);
            r.report_key(FindingCode::BusinessUnknown, id, args);
        }
        let Some(mode) = r.choice::<ApprovalMode>(id) else { continue };
        let refusing = members.iter().filter_map(|at| service.businesses.get(*at)).find(|member| !member.allows(mode));
        if let Some(business) = refusing {
            let args = [Arg::text(mode.name()), Arg::text(&business.key), Arg::Whole(allowed(business).into())];
            r.report(FindingCode::ModeNotAllowed, id, args);
        }
        let mut conflict = None;
        for member in members {
            match modes.get_mut(member) {
                Some(Some(before)) if *before != mode => conflict = conflict.or(Some((member, *before))),
                Some(place) => *place = Some(mode),
                None => {}
            }
        }
        if let Some((member, before)) = conflict {
            let business = service.businesses.get(member).map_or("", |business| &*business.key);
            let args = [Arg::text(business), Arg::text(before.name()), Arg::text(mode.name())];
            r.report(FindingCode::GroupConflict, id, args);
        }
    }
    modes
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

/// The businesses that a key of `approval` stands for: a group, or a business with the others of its group.
fn members(key: &str, service: &ServiceModel) -> Vec<usize> {
    let group = match service.business(key).and_then(|at| service.businesses.get(usize::from(at))) {
        Some(business) => match approval_group(business) {
            None => return service.business(key).map(usize::from).into_iter().collect(),
            Some(group) => group,
        },
        None => key,
    };
    (0..)
        .zip(&service.businesses)
        .filter(|(_, business)| approval_group(business) == Some(group))
        .map(|(position, _)| position)
        .collect()
}
