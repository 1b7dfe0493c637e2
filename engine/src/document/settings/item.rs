//! Settings of the life of an item (`docs/item.md`).

use crate::document::reader::{NO_ARGS, Reader, VALUES};
use crate::document::settings::{set, set_flag};
use crate::document::word::{AfterRevoke, CheckAt, OnExpiry, OnFailure, OnModeChange, Rescue, RevokeUntil};
use crate::finding::FindingCode;
use crate::model::service::{Moment, Revoke, Settings};
use crate::terms::Role;
use crate::tree::Id;

/// The most days of `approval.executeWithinDays`.
const EXECUTE_WITHIN_DAYS_MAX: u32 = 366;

/// Reads `revoke`, `afterRevoke`, `onExpiry`, `onModeChange`, `onFailure`, `revisionRequired`, `rescue` and
/// `executeWithinDays` of `approval`.
pub(super) fn read_approval(r: &mut Reader<'_>, found: [Option<Id>; 8], model: &mut Settings) {
    let [revoke, after_revoke, on_expiry, on_mode_change, on_failure, revision, rescue, within] = found;
    set(r, revoke, &mut model.revoke, |word| match word {
        RevokeUntil::None => Revoke::Never,
        RevokeUntil::UntilRunTime => Revoke::UntilRunTime,
        RevokeUntil::UntilPreviousBusinessDay => Revoke::UntilPreviousBusinessDay,
    });
    set(r, after_revoke, &mut model.revoked_is_editable, |word: AfterRevoke| word == AfterRevoke::Editable);
    set(r, on_expiry, &mut model.expiry_cancels, |word: OnExpiry| word == OnExpiry::Cancelled);
    set(r, on_mode_change, &mut model.mode_change_blocks, |word: OnModeChange| {
        word == OnModeChange::Resubmit
    });
    set(r, on_failure, &mut model.failure_is_editable, |word: OnFailure| word == OnFailure::Editable);
    set_flag(r, revision, &mut model.revision_required);
    set(r, rescue, &mut model.rescue, |word| match word {
        Rescue::MasterAndAdministrator => Some(Role::Administrator),
        Rescue::Master => Some(Role::Master),
        Rescue::None => None,
    });
    if let Some(days) = within.and_then(|id| r.integer(id, 0, EXECUTE_WITHIN_DAYS_MAX)) {
        model.execute_within_days = u16::try_from(days).unwrap_or(model.execute_within_days);
    }
}

/// Reads `releaseOnCancel`, `checkAt` and `takeAt` of `limit`.
pub(super) fn read_limit(r: &mut Reader<'_>, found: [Option<Id>; 3], model: &mut Settings) {
    let [release, check_at, take_at] = found;
    set_flag(r, release, &mut model.release_on_cancel);
    if let Some(list) = check_at {
        model.check_at = read_moments(r, list);
    }
    set(r, take_at, &mut model.take_at, moment);
    let checked = match model.take_at {
        Moment::Submit => model.check_at[0],
        Moment::Approve => model.check_at[1],
        Moment::Execute => model.check_at[2],
    };
    if !checked && let Some(id) = take_at.or(check_at) {
        r.report(FindingCode::LimitTakeAt, id, NO_ARGS);
    }
}

fn moment(word: CheckAt) -> Moment {
    match word {
        CheckAt::Submit => Moment::Submit,
        CheckAt::Approve => Moment::Approve,
        CheckAt::Execute => Moment::Execute,
    }
}

fn read_moments(r: &mut Reader<'_>, id: Id) -> [bool; 3] {
    let elements = r.elements(id, VALUES);
    if elements.is_empty() {
        r.report(FindingCode::ListEmpty, id, NO_ARGS);
    }
    let mut moments = [false; 3];
    let [submit, approve, execute] = &mut moments;
    for element in elements {
        let place = match r.choice::<CheckAt>(element) {
            Some(CheckAt::Submit) => &mut *submit,
            Some(CheckAt::Approve) => &mut *approve,
            Some(CheckAt::Execute) => &mut *execute,
            None => continue,
        };
        if *place {
            r.twice(element);
        }
        *place = true;
    }
    moments
}
