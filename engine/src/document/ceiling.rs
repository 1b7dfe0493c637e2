//! The bank's own ceilings (金融機関の取扱限度額).

use crate::document::business::{BusinessDraft, keys};
use crate::document::reader::{NO_ARGS, Reader};
use crate::finding::{Arg, FindingCode};
use crate::language::Id;
use crate::language::bounds::BUSINESSES;
use crate::language::service::{AccountPerDayMembers, ByPayeeKindMembers, CeilingMembers};

/// What the limits of an account and day are called together.
pub(super) const ACCOUNT_PER_DAY: &str = "accountPerDay";

/// The limits of an account and day, in the order of [`LimitName::OF_ACCOUNT`].
///
/// [`LimitName::OF_ACCOUNT`]: crate::language::words::LimitName::OF_ACCOUNT
pub(super) fn account_limits(r: &mut Reader<'_>, id: Id) -> [Option<Id>; 3] {
    let AccountPerDayMembers { total, ad_hoc, pre_registered } = r.members(id);
    [total, ad_hoc, pre_registered]
}

/// The limits of a user and operation by payee kind, in the order of `PayeeKind::ALL`.
pub(super) fn payee_kind_limits(r: &mut Reader<'_>, id: Id) -> [Option<Id>; 3] {
    let ByPayeeKindMembers { pre_registered, user_registered, new_account } = r.members(id);
    [pre_registered, user_registered, new_account]
}

/// The ceilings of a single item and of a batch, for all businesses.
#[derive(Debug, Default)]
pub(super) struct GeneralCeilings {
    pub per_item: Option<i64>,
    pub per_batch: Option<i64>,
}

/// Reads `ceilings` into the businesses; whatever a ceiling names must be set by companies.
pub(super) fn read_ceilings(r: &mut Reader<'_>, id: Id, businesses: &mut [BusinessDraft]) -> GeneralCeilings {
    let found: CeilingMembers = r.members(id);
    if let Some(map) = found.account_per_day {
        each(r, map, businesses, Some(true), |r, id, draft| {
            let found = account_limits(r, id);
            let model = &mut draft.model;
            let places = model.ceilings.account_per_day.iter_mut().zip(&mut model.required.account_per_day);
            for (id, (ceiling, required)) in found.into_iter().zip(places) {
                *ceiling = id.and_then(|id| read_ceiling(r, id));
                *required |= id.is_some();
            }
        });
    }
    if let Some(map) = found.company_per_day {
        each(r, map, businesses, Some(false), |r, id, draft| {
            draft.model.ceilings.company_per_day = read_ceiling(r, id);
            draft.model.required.company_per_day = true;
        });
    }
    if let Some(map) = found.user_per_operation {
        each(r, map, businesses, None, |r, id, draft| {
            draft.model.ceilings.user_per_operation = if draft.model.kind.is_single() {
                payee_kind_limits(r, id).map(|id| id.and_then(|id| read_ceiling(r, id)))
            } else {
                [read_ceiling(r, id); 3]
            };
            draft.model.required.user_per_operation = true;
        });
    }
    let [per_item, per_batch] =
        [found.per_item, found.per_batch].map(|id| id.and_then(|id| read_ceiling(r, id)));
    GeneralCeilings { per_item, per_batch }
}

/// A ceiling; one of 0 lets nothing through.
fn read_ceiling(r: &mut Reader<'_>, id: Id) -> Option<i64> {
    let amount = r.amount(id);
    if amount == Some(0) {
        r.report(FindingCode::CeilingZero, id, NO_ARGS);
    }
    amount
}

/// Reads a map by business; unknown businesses and those of the other kind (single or batch) are findings.
fn each<'t>(
    r: &mut Reader<'t>,
    map: Id,
    businesses: &mut [BusinessDraft],
    single: Option<bool>,
    mut read: impl FnMut(&mut Reader<'t>, Id, &mut BusinessDraft),
) {
    let limit = r.tree().key(map);
    for (key, id) in r.entries(map, BUSINESSES) {
        let Some(draft) = businesses.iter_mut().find(|draft| *draft.model.key == *key) else {
            let args = r.with_similar([Arg::text(&key)], &key, keys(businesses));
            r.report_key(FindingCode::BusinessUnknown, id, args);
            continue;
        };
        if !draft.kind_known {
            continue;
        }
        if single.is_some_and(|single| single != draft.model.kind.is_single()) {
            let args = [Arg::text(&limit), Arg::text(&key), Arg::text(draft.model.kind.name())];
            r.report_key(FindingCode::LimitKind, id, args);
            continue;
        }
        read(r, id, draft);
    }
}
