//! The bank's businesses (業務), without what other parts of the document say of them.

use alloc::vec::Vec;

use crate::document::reader::{BUSINESSES, NO_ARGS, Named, Reader};
use crate::document::settings::SettingsDraft;
use crate::document::table::{Tax, read_per_count};
use crate::document::word::LimitName;
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::model::service::{Business, Ceilings, PayeeBorneOffer, RequiredLimits};
use crate::model::table::Dated;
use crate::terms::{ApprovalMode, BusinessKind, Entry, Method, PayeeKind, Roll};
use crate::tree::Id;

mod switch;

/// Items of a batch where the business states no number.
const ITEMS_DEFAULT: u32 = 50_000;
/// Most items that a business may state.
const ITEMS_MAX: u32 = 100_000;

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
pub(super) fn read_businesses(
    r: &mut Reader<'_>,
    id: Option<Id>,
    settings: &SettingsDraft,
) -> Vec<BusinessDraft> {
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
    check_self_approval(r, &mut drafts, settings);
    read_second_channel(r, &mut drafts, &settings.second_channel);
    switch::read(r, &mut drafts);
    drafts
}

fn read_business(r: &mut Reader<'_>, key: &str, id: Id, settings: &SettingsDraft) -> BusinessDraft {
    let (
        [kind_id, modes],
        [label, payee_kinds, fees, max_items, approval_group, rights_group, limits, roll, switch_to],
    ) = r.fields(
        id,
        ["kind", "approvalModes"],
        [
            "label",
            "payeeKinds",
            "fees",
            "maxItems",
            "approvalGroup",
            "rightsGroup",
            "limits",
            "roll",
            "switchTo",
        ],
    );
    if let Some(label) = label {
        check_label(r, label);
    }
    let kind: Option<BusinessKind> = kind_id.and_then(|id| r.choice(id));
    let single = kind.is_some_and(BusinessKind::is_single);
    let unused = if single { max_items } else { payee_kinds };
    if let (Some(kind), Some(unused)) = (kind, unused) {
        let field = r.tree().key(unused);
        r.report_key(FindingCode::BusinessFieldUnused, unused, [Arg::text(&field), Arg::text(kind.name())]);
    }
    let model = Business {
        key: key.into(),
        kind: kind.unwrap_or(BusinessKind::Other),
        modes: modes.map_or(0, |id| read_set(r, id, ApprovalMode::ALL)),
        payee_kinds: payee_kinds.map_or(0b111, |id| read_set(r, id, PayeeKind::ALL)),
        payee_borne: None,
        payer_borne: false,
        fees: Dated::default(),
        per_count: None,
        max_items: max_items.map_or([ITEMS_DEFAULT; 2], |id| read_max_items(r, id)),
        approval_group: approval_group.and_then(|id| r.name(id)).map(|name| name.as_ref().into()),
        rights_group: rights_group.and_then(|id| r.name(id)).map(|name| name.as_ref().into()),
        required: kind.map_or_else(RequiredLimits::default, |kind| read_required(r, limits, key, kind)),
        roll: roll.and_then(|id| r.choice::<Roll>(id)).unwrap_or(settings.roll),
        self_approval_forbidden: settings.self_approval_forbidden,
        second_channel: false,
        switch_to: Vec::new(),
        ceilings: Ceilings::default(),
        window: None,
    };
    let mut draft = BusinessDraft { id, model, kind_known: kind.is_some(), priced: false, switch_to };
    if let Some(fees) = fees {
        read_fees(r, fees, &mut draft, settings);
    }
    draft
}

/// A non-empty list of distinct words, as bits in the order of their vocabulary.
fn read_set<T: super::word::Word>(r: &mut Reader<'_>, id: Id, all: &[T]) -> u8 {
    let values = r.choices::<T>(id);
    if values.is_empty() && r.tree().kind(id) == Kind::Array && r.tree().children(id).next().is_none() {
        r.report(FindingCode::ListEmpty, id, NO_ARGS);
    }
    all.iter()
        .zip(0_u32..)
        .filter(|(value, _)| values.contains(value))
        .fold(0, |bits, (_, at)| bits | 1_u8.checked_shl(at).unwrap_or(0))
}

fn read_max_items(r: &mut Reader<'_>, id: Id) -> [u32; 2] {
    if r.tree().kind(id) != Kind::Object {
        return [r.integer(id, 1, ITEMS_MAX).unwrap_or(ITEMS_DEFAULT); 2];
    }
    let (found, []) = r.fields(id, [Entry::Screen.name(), Entry::File.name()], []);
    found.map(|id| id.and_then(|id| r.integer(id, 1, ITEMS_MAX)).unwrap_or(ITEMS_DEFAULT))
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
    for element in r.elements(id, super::reader::VALUES) {
        let Some(name) = r.choice::<LimitName>(element) else { continue };
        if names.contains(&name) {
            r.twice(element);
        }
        names.push(name);
        let (field, wrong) = match name {
            LimitName::AccountTotal => (&mut *total, !single),
            LimitName::AccountAdHoc => (&mut *ad_hoc, !single),
            LimitName::AccountPreRegistered => (&mut *pre_registered, !single),
            LimitName::CompanyPerDay => (&mut required.company_per_day, single),
            LimitName::UserPerOperation => (&mut required.user_per_operation, false),
        };
        *field = true;
        if wrong {
            let text = r.tree().text(element);
            r.report(
                FindingCode::LimitKind,
                element,
                [Arg::text(&text), Arg::text(key), Arg::text(kind.name())],
            );
        }
    }
    required
}

/// Checks a name in Japanese and English, which decides nothing and is not kept.
pub(super) fn check_label(r: &mut Reader<'_>, id: Id) {
    let ([ja, en], []) = r.fields(id, ["ja", "en"], []);
    for text in [ja, en].into_iter().flatten() {
        let _checked = r.text(text);
    }
}

/// Reads `fees` of a business.
fn read_fees(r: &mut Reader<'_>, id: Id, draft: &mut BusinessDraft, settings: &SettingsDraft) {
    let ([], [payee_borne, payer_borne, per_count]) =
        r.fields(id, [], ["payeeBorne", "payerBorne", "perCount"]);
    let single = draft.model.kind.is_single();
    if let Some(offer) = payee_borne {
        let ([], [selectable, method_id]) = r.fields(offer, [], ["methodSelectable", "method"]);
        let selectable =
            selectable.and_then(|id| r.boolean(id)).unwrap_or(!single || settings.furikomi_selectable);
        let method = method_id.and_then(|id| r.choice::<Method>(id)).unwrap_or(settings.model.method);
        if settings.model.method_family.is_some_and(|family| !family.has(method)) {
            r.report(FindingCode::FeeMethodFamily, method_id.unwrap_or(offer), [Arg::text(method.name())]);
        }
        draft.model.payee_borne = Some(PayeeBorneOffer { method, selectable });
    }
    if let Some(offer) = payer_borne {
        let ([], []) = r.fields(offer, [], []);
        draft.model.payer_borne = true;
    }
    if let Some(per_count) = per_count {
        draft.priced = true;
        let tax = Tax {
            rates: &settings.tax_rates,
            round: settings.model.tax_round,
            exclusive: settings.model.tax_exclusive,
        };
        draft.model.per_count = read_per_count(r, per_count, tax, single);
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

fn check_self_approval(r: &mut Reader<'_>, drafts: &mut [BusinessDraft], settings: &SettingsDraft) {
    for element in &settings.self_approval_businesses {
        let Some(name) = r.name(*element) else { continue };
        match drafts.iter_mut().find(|draft| *draft.model.key == *name) {
            Some(draft) if draft.model.self_approval_forbidden => r.twice(*element),
            Some(draft) => draft.model.self_approval_forbidden = true,
            None => {
                let args =
                    r.with_similar([Arg::text(&name)], &name, drafts.iter().map(|draft| &*draft.model.key));
                r.report(FindingCode::BusinessUnknown, *element, args);
            }
        }
    }
}

fn read_second_channel(r: &mut Reader<'_>, drafts: &mut [BusinessDraft], named: &[Id]) {
    for element in named {
        let Some(name) = r.name(*element) else { continue };
        match drafts.iter_mut().find(|draft| *draft.model.key == *name) {
            Some(draft) if draft.model.second_channel => r.twice(*element),
            Some(draft) => draft.model.second_channel = true,
            None => {
                let args = r.with_similar([Arg::text(&name)], &name, keys(drafts));
                r.report(FindingCode::BusinessUnknown, *element, args);
            }
        }
    }
}

/// The keys of businesses, for hints.
pub(super) fn keys(drafts: &[BusinessDraft]) -> impl Iterator<Item = &str> {
    drafts.iter().map(|draft| &*draft.model.key)
}
