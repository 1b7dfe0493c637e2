//! The bank's businesses (業務), without what other parts of the document say of them.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::document::policy::read_bounds;
use crate::document::reader::{NO_ARGS, Named, Reader};
use crate::document::table::{Tax, read_per_count};
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::language::Id;
use crate::language::bounds::{BUSINESSES, ITEMS_MAX, LEAST_PEOPLE, PEOPLE_MAX};
use crate::language::service::{
    BusinessMembers, ItemsByEntryMembers, LeastMembers, OfferMembers, PayeeBorneOfferMembers,
    PayerBorneOfferMembers, PolicyBoundsMembers,
};
use crate::language::settings::Settings;
use crate::language::settings::objects::SelfApprovalMembers;
use crate::language::words::{LimitName, SelfApproval, Word};
use crate::model::limit::LimitRows;
use crate::model::service::{Business, Ceilings, Least, PayeeBorneOffer, RequiredLimits, Slots};
use crate::model::table::Dated;
use crate::set::{Listed, Set};
use crate::terms::{BusinessKind, Method, Roll};

mod switch;

/// Items of a batch where the business states no number.
const ITEMS_DEFAULT: u32 = 50_000;

/// A business with what its checks need besides the model.
#[derive(Debug)]
pub(super) struct BusinessDraft {
    pub id: Id,
    pub model: Business,
    /// False where the kind could not be read: then nothing that depends on it is a finding.
    pub kind_known: bool,
    /// Whether prices are given somewhere, readable or not.
    pub priced: bool,
    /// `switchTo`, which names businesses that may stand later.
    pub switch_to: Option<Id>,
}

/// Reads the map of businesses.
pub(super) fn read_businesses(r: &mut Reader<'_>, id: Option<Id>, settings: &Settings) -> Vec<BusinessDraft> {
    let Some(id) = id else { return Vec::new() };
    let entries = r.entries(id, BUSINESSES);
    let mut drafts = Vec::with_capacity(entries.len());
    for (key, id) in entries {
        if key.contains('.') {
            r.report_key(FindingCode::BusinessKey, id, [Arg::text(&key)]);
        }
        drafts.push(read_business(r, &key, id, settings));
    }
    check_groups(r, &drafts);
    check_similar(r, &drafts);
    read_self_approval(r, &mut drafts);
    if let Some(list) = r.tree().find(&["settings", "approval", "secondChannel"]) {
        read_named(r, list, &mut drafts, |business| &mut business.second_channel);
    }
    switch::read(r, &mut drafts);
    drafts
}

fn read_business(r: &mut Reader<'_>, key: &str, id: Id, settings: &Settings) -> BusinessDraft {
    let found: BusinessMembers = r.members(id);
    if let Some(label) = found.label {
        check_label(r, label);
    }
    let kind: Option<BusinessKind> = found.kind.and_then(|id| r.choice(id));
    let single = kind.is_some_and(BusinessKind::is_single);
    let unused = if single { found.max_items } else { found.payee_kinds };
    if let (Some(kind), Some(unused)) = (kind, unused) {
        let field = r.tree().key(unused);
        r.report_key(FindingCode::BusinessFieldUnused, unused, [Arg::text(&field), Arg::text(kind.name())]);
    }
    let model = Business {
        key: key.into(),
        kind: kind.unwrap_or(BusinessKind::Other),
        modes: found.approval_modes.map_or(Set::EMPTY, |id| read_set(r, id)),
        payee_kinds: found.payee_kinds.map_or_else(Set::all, |id| read_set(r, id)),
        payee_borne: None,
        payer_borne: false,
        fees: Dated::default(),
        per_count: None,
        max_items: found.max_items.map_or([ITEMS_DEFAULT; 2], |id| read_max_items(r, id)),
        approval_group: found.approval_group.and_then(|id| r.name(id)).map(|name| name.as_ref().into()),
        rights_group: found.rights_group.and_then(|id| r.name(id)).map(|name| name.as_ref().into()),
        required: kind.map_or_else(RequiredLimits::default, |kind| read_required(r, found.limits, key, kind)),
        roll: found.roll.and_then(|id| r.choice::<Roll>(id)).unwrap_or(settings.holiday.roll),
        self_approval_forbidden: false,
        second_channel: false,
        switch_to: Vec::new(),
        ceilings: Ceilings::default(),
        least_people: found.policy.map_or_else(Box::default, |id| read_least(r, id)),
        slots: Slots::default(),

        limits: LimitRows::default(),
        window: None,
    };
    let switch_to = found.switch_to;
    let mut draft = BusinessDraft { id, model, kind_known: kind.is_some(), priced: false, switch_to };
    if let Some(fees) = found.fees {
        read_fees(r, fees, &mut draft, settings);
    }
    draft
}

/// A non-empty list of distinct words.
pub(super) fn read_set<T: Word + Listed>(r: &mut Reader<'_>, id: Id) -> Set<T> {
    let values = r.choices::<T>(id);
    if values.is_empty() && r.tree().kind(id) == Kind::Array && r.tree().children(id).next().is_none() {
        r.report(FindingCode::ListEmpty, id, NO_ARGS);
    }
    values.into_iter().collect()
}

fn read_max_items(r: &mut Reader<'_>, id: Id) -> [u32; 2] {
    if r.tree().kind(id) != Kind::Object {
        return [r.integer(id, 1, ITEMS_MAX).unwrap_or(ITEMS_DEFAULT); 2];
    }
    let ItemsByEntryMembers { screen, file } = r.members(id);
    [screen, file].map(|id| id.and_then(|id| r.integer(id, 1, ITEMS_MAX)).unwrap_or(ITEMS_DEFAULT))
}

/// The limits that must be set: those named, or all of the business's kind.
fn read_required(r: &mut Reader<'_>, id: Option<Id>, key: &str, kind: BusinessKind) -> RequiredLimits {
    let single = kind.is_single();
    let Some(id) = id else {
        return RequiredLimits {
            account_per_day: [single; 3],
            company_per_day: !single,
            user_per_operation: true,
        };
    };
    let mut required = RequiredLimits::default();
    let [total, ad_hoc, pre_registered] = &mut required.account_per_day;
    let mut names = Vec::new();
    for element in r.elements(id, crate::language::bounds::VALUES) {
        let Some(name) = r.choice::<LimitName>(element) else { continue };
        if names.contains(&name) {
            r.twice(element);
        }
        names.push(name);
        *match name {
            LimitName::AccountTotal => &mut *total,
            LimitName::AccountAdHoc => &mut *ad_hoc,
            LimitName::AccountPreRegistered => &mut *pre_registered,
            LimitName::CompanyPerDay => &mut required.company_per_day,
            LimitName::UserPerOperation => &mut required.user_per_operation,
        } = true;
        if !name.is_of(single) {
            let args = [Arg::text(name.name()), Arg::text(key), Arg::text(kind.name())];
            r.report(FindingCode::LimitKind, element, args);
        }
    }
    required
}

/// Reads how many people have to act at the least.
fn read_least(r: &mut Reader<'_>, id: Id) -> Box<[Least]> {
    let PolicyBoundsMembers { least_people } = r.members(id);
    let (mut bounds, mut people) = (Vec::new(), Vec::new());
    for id in least_people.map_or_else(Vec::new, |list| r.elements(list, LEAST_PEOPLE)) {
        let found: LeastMembers = r.members(id);
        bounds.push((id, found.up_to));
        let count = found.people.and_then(|id| r.integer(id, 0, PEOPLE_MAX));
        people.push(count.and_then(|count| u8::try_from(count).ok()).unwrap_or(0));
    }
    let bounds = read_bounds(r, &bounds);
    bounds.into_iter().zip(people).map(|(up_to, people)| Least { up_to, people }).collect()
}

/// Checks a name in Japanese and English, which decides nothing and is not kept.
pub(super) fn check_label(r: &mut Reader<'_>, id: Id) {
    let _checked = r.label(id);
}

/// Reads `fees` of a business.
fn read_fees(r: &mut Reader<'_>, id: Id, draft: &mut BusinessDraft, settings: &Settings) {
    let OfferMembers { payee_borne, payer_borne, per_count } = r.members(id);
    let single = draft.model.kind.is_single();
    if let Some(offer) = payee_borne {
        let PayeeBorneOfferMembers { method_selectable, method: method_id } = r.members(offer);
        let selectable = method_selectable
            .and_then(|id| r.boolean(id))
            .unwrap_or(!single || settings.fee.method_selectable_for_furikomi);
        let method = method_id.and_then(|id| r.choice::<Method>(id)).unwrap_or(settings.fee.method);
        if settings.fee.method_family.is_some_and(|family| !family.has(method)) {
            r.report(FindingCode::FeeMethodFamily, method_id.unwrap_or(offer), [Arg::text(method.name())]);
        }
        draft.model.payee_borne = Some(PayeeBorneOffer { method, selectable });
    }
    if let Some(offer) = payer_borne {
        let PayerBorneOfferMembers {} = r.members(offer);
        draft.model.payer_borne = true;
    }
    if let Some(per_count) = per_count {
        draft.priced = true;
        draft.model.per_count = read_per_count(r, per_count, Tax::new(&settings.fee), single);
        for offer in [payee_borne, payer_borne].into_iter().flatten() {
            let name = r.tree().key(offer);
            r.report_key(FindingCode::FeePerCountOffer, offer, [Arg::text(&name)]);
        }
    }
}

/// A group must not be named as a business that does not belong to it, or its name would mean two things.
fn check_groups(r: &mut Reader<'_>, drafts: &[BusinessDraft]) {
    for draft in drafts {
        for (field, group) in GROUPS {
            let Some(name) = group(&draft.model) else { continue };
            let outsider =
                drafts.iter().find(|other| *other.model.key == *name && group(&other.model) != Some(name));
            if outsider.is_some()
                && let Some(id) = r.tree().children(draft.id).find(|child| r.tree().key(*child) == field)
            {
                r.report(FindingCode::BusinessGroupName, id, [Arg::text(name)]);
            }
        }
    }
}

/// Businesses and groups are named in the same places.
fn check_similar(r: &mut Reader<'_>, drafts: &[BusinessDraft]) {
    let mut names: Vec<(&str, Named)> =
        drafts.iter().map(|draft| (&*draft.model.key, Named::Key(draft.id))).collect();
    for draft in drafts {
        for (field, group) in GROUPS {
            let id = r.tree().children(draft.id).find(|child| r.tree().key(*child) == field);
            names.extend(group(&draft.model).zip(id.map(Named::Value)));
        }
    }
    r.check_similar(names.into_iter());
}

/// The group of a business, of one sort.
type GroupOf = fn(&Business) -> Option<&str>;

/// The fields that put a business into a group.
const GROUPS: [(&str, GroupOf); 2] = [("approvalGroup", approval_group), ("rightsGroup", rights_group)];

/// The group whose members have one approval mode.
pub(super) fn approval_group(business: &Business) -> Option<&str> {
    business.approval_group.as_deref()
}

/// The group whose members share rights.
pub(super) fn rights_group(business: &Business) -> Option<&str> {
    business.rights_group.as_deref()
}

/// Reads `approval.selfApproval`: a word for all businesses, or those in which it is forbidden.
fn read_self_approval(r: &mut Reader<'_>, drafts: &mut [BusinessDraft]) {
    let Some(id) = r.tree().find(&["settings", "approval", "selfApproval"]) else { return };
    if r.tree().kind(id) == Kind::Object {
        let SelfApprovalMembers { forbid } = r.members(id);
        let Some(list) = forbid else { return };
        read_named(r, list, drafts, |business| &mut business.self_approval_forbidden);
        // An empty list would forbid it nowhere, in the words of one that does.
        if r.tree().kind(list) == Kind::Array && r.tree().children(list).next().is_none() {
            r.report(FindingCode::ListEmpty, list, NO_ARGS);
        }
    } else if r.choice::<SelfApproval>(id) == Some(SelfApproval::Forbid) {
        for draft in drafts {
            draft.model.self_approval_forbidden = true;
        }
    }
}

/// Sets a flag of the businesses that a list names.
fn read_named(
    r: &mut Reader<'_>,
    list: Id,
    drafts: &mut [BusinessDraft],
    flag: impl Fn(&mut Business) -> &mut bool,
) {
    for element in r.elements(list, BUSINESSES) {
        let Some(name) = r.name(element) else { continue };
        match drafts.iter_mut().find(|draft| *draft.model.key == *name) {
            Some(draft) => {
                if core::mem::replace(flag(&mut draft.model), true) {
                    r.twice(element);
                }
            }
            None => {
                let args = r.with_similar([Arg::text(&name)], &name, keys(drafts));
                r.report(FindingCode::BusinessUnknown, element, args);
            }
        }
    }
}

/// A list of distinct businesses that is not empty, as bits of their positions.
pub(super) fn read_business_set(r: &mut Reader<'_>, id: Id, drafts: &[BusinessDraft]) -> u64 {
    let elements = r.elements(id, BUSINESSES);
    if elements.is_empty() && r.tree().kind(id) == Kind::Array {
        r.report(FindingCode::ListEmpty, id, NO_ARGS);
    }
    let mut bits = 0_u64;
    for element in elements {
        let Some(name) = r.text(element) else { continue };
        let Some((at, _)) = (0_u32..).zip(keys(drafts)).find(|(_, key)| **key == *name) else {
            let args = r.with_similar([Arg::text(&name)], &name, keys(drafts));
            r.report(FindingCode::BusinessUnknown, element, args);
            continue;
        };
        let bit = 1_u64.checked_shl(at).unwrap_or(0);
        if bits & bit != 0 {
            r.twice(element);
        }
        bits |= bit;
    }
    bits
}

/// The keys of businesses, for hints.
pub(super) fn keys(drafts: &[BusinessDraft]) -> impl Iterator<Item = &str> {
    drafts.iter().map(|draft| &*draft.model.key)
}
