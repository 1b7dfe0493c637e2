//! Where the items of a business may be switched to (切替).

use alloc::vec::Vec;

use crate::document::business::{BusinessDraft, keys};
use crate::document::reader::Reader;
use crate::finding::{Arg, FindingCode};
use crate::language::bounds::{BUSINESSES, SWITCHED_MAX};
use crate::language::service::SwitchMembers;

/// Items of one switch where the business states no number.
const ITEMS_DEFAULT: u32 = 10;
/// Reads `switchTo` of every business, now that all keys are known.
pub(super) fn read(r: &mut Reader<'_>, drafts: &mut [BusinessDraft]) {
    let lists: Vec<_> = drafts.iter().map(|draft| draft.switch_to).collect();
    for (at, id) in lists.into_iter().enumerate() {
        let Some(id) = id else { continue };
        let mut targets = Vec::new();
        for (key, entry) in r.entries(id, BUSINESSES) {
            let found: SwitchMembers = r.members(entry);
            let most = found.max_items.map_or(Some(ITEMS_DEFAULT), |id| r.integer(id, 1, SWITCHED_MAX));
            let position = keys(drafts).position(|known| *known == *key);
            match position {
                None => {
                    let args = r.with_similar([Arg::text(&key)], &key, keys(drafts));
                    r.report_key(FindingCode::BusinessUnknown, entry, args);
                }
                Some(position) if position == at => {
                    r.report_key(FindingCode::BusinessSwitchToItself, entry, [Arg::text(&key)]);
                }
                Some(position) => {
                    targets.extend(u16::try_from(position).ok().zip(most));
                }
            }
        }
        if let Some(draft) = drafts.get_mut(at) {
            draft.model.switch_to = targets;
        }
    }
}
