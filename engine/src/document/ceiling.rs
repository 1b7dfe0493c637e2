//! The bank's own ceilings (金融機関の取扱限度額).

use crate::document::business::{BusinessDraft, keys};
use crate::document::reader::{BUSINESSES, NO_ARGS, Reader};
use crate::finding::{Arg, FindingCode};
use crate::terms::PayeeKind;
use crate::tree::Id;

/// The fields of a limit per account and day.
pub(super) const ACCOUNT_FIELDS: [&str; 3] = ["total", "adHoc", "preRegistered"];
/// The kinds of payees that a limit per operation may differ by.
pub(super) const PAYEE_FIELDS: [&str; 3] =
    [PayeeKind::PreRegistered.name(), PayeeKind::UserRegistered.name(), PayeeKind::NewAccount.name()];

/// The ceilings of a single item and of a batch, for all businesses.
#[derive(Debug, Default)]
pub(super) struct GeneralCeilings {
    pub per_item: Option<i64>,
    pub per_batch: Option<i64>,
}

/// Reads `ceilings` into the businesses; whatever a ceiling names must be set by companies.
pub(super) fn read_ceilings(r: &mut Reader<'_>, id: Id, businesses: &mut [BusinessDraft]) -> GeneralCeilings {
    let ([], [account, company, user, per_item, per_batch]) =
        r.fields(id, [], ["accountPerDay", "companyPerDay", "userPerOperation", "perItem", "perBatch"]);
    if let Some(map) = account {
        each(r, map, businesses, Some(true), |r, id, draft| {
            let ([], found) = r.fields(id, [], ACCOUNT_FIELDS);
            let model = &mut draft.model;
            let places = model.ceilings.account_per_day.iter_mut().zip(&mut model.required.account_per_day);
            for (id, (ceiling, required)) in found.into_iter().zip(places) {
                *ceiling = id.and_then(|id| read_ceiling(r, id));
                *required |= id.is_some();
            }
        });
    }
    if let Some(map) = company {
        each(r, map, businesses, Some(false), |r, id, draft| {
            draft.model.ceilings.company_per_day = read_ceiling(r, id);
            draft.model.required.company_per_day = true;
        });
    }
    if let Some(map) = user {
        each(r, map, businesses, None, |r, id, draft| {
            draft.model.ceilings.user_per_operation = if draft.model.kind.is_single() {
                let ([], found) = r.fields(id, [], PAYEE_FIELDS);
                found.map(|id| id.and_then(|id| read_ceiling(r, id)))
            } else {
                [read_ceiling(r, id); 3]
            };
            draft.model.required.user_per_operation = true;
        });
    }
    let [per_item, per_batch] = [per_item, per_batch].map(|id| id.and_then(|id| read_ceiling(r, id)));
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
