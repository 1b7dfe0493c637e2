//! The service document (the bank): from the tree to the checked model.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::date::{Day, parse_offset};
use crate::digest::Document;
use crate::document::access::read_access;
use crate::document::business::{BusinessDraft, check_label, keys, read_businesses};
use crate::document::calendar::read_calendar;
use crate::document::ceiling::{GeneralCeilings, read_ceilings};
use crate::document::field::read_fields;
use crate::document::idle::{Around, check_idle};
use crate::document::limit::{add_rows, read_limits};
use crate::document::operation::{check_given, read_operations};
use crate::document::pattern::{Patterns, read_patterns};
use crate::document::reader::Reader;
use crate::document::right::{read_every_user, read_rights};
use crate::document::settings::read_settings;
use crate::document::table::{Rules, read_standard};
use crate::document::window::read_windows;
use crate::finding::{Arg, FindingCode, Findings};
use crate::index::Index;
use crate::language::Id;
use crate::language::bounds::{BUSINESSES, STATES, VERSIONS};
use crate::language::service::{ServiceMembers, StandardVersionMembers};
use crate::model::grants::Grants;
use crate::model::operation::OwnOperation;
use crate::model::service::{Right, ServiceModel};
use crate::model::table::{Dated, Prices, Version};
use crate::money::Currency;
use crate::terms::State;
use crate::tree::Tree;

/// The model is there exactly when no finding is an error.
pub(crate) fn read_service(text: &str) -> (Option<ServiceModel>, Findings) {
    let mut findings = Findings::default();
    let Some(tree) = Tree::parse(text, &mut findings) else { return (None, findings) };
    let mut reader = Reader::new(&tree, findings);
    let model = read_root(&mut reader);
    let model = model.filter(|_| !reader.findings.has_errors());
    reader.findings.sort();
    (model, reader.findings)
}

/// Checks `format`, of which there is one so far.
pub(super) fn check_format(r: &mut Reader<'_>, id: Option<Id>) {
    if let Some(id) = id
        && r.tree().spelling(id) != "1"
    {
        let spelling = r.tree().spelling(id);
        r.report(FindingCode::FormatUnknown, id, [Arg::text(spelling)]);
    }
}

fn read_root(r: &mut Reader<'_>) -> Option<ServiceModel> {
    let root = r.tree().root();
    let found: ServiceMembers = r.members(root);
    check_format(r, found.format);
    let [id, version] = [found.id, found.version].map(|id| id.and_then(|id| r.name(id)));
    let currency = found.currency.and_then(|id| read_currency(r, id));
    let utc_offset = found.utc_offset.and_then(|id| read_utc_offset(r, id));
    if let Some(label) = found.label {
        check_label(r, label);
    }
    let settings = read_settings(r, found.settings);
    let mut businesses = read_businesses(r, found.businesses, &settings);
    let has_rules =
        found.fields.map(|id| r.tree().children(id).any(|form| r.tree().children(form).next().is_some()));
    let Patterns { keys: patterns, worlds } = read_patterns(r, found.patterns);
    if let Some(versions) = found.standard_fees {
        let rules = Rules::new(&patterns, &settings.fee);
        read_standard_fees(r, versions, &mut businesses, rules);
    }
    if found.patterns.is_none() && businesses.iter().any(has_tables) {
        r.report_missing(root, "patterns");
    }
    check_prices(r, &businesses);
    let ceilings =
        found.ceilings.map_or_else(GeneralCeilings::default, |id| read_ceilings(r, id, &mut businesses));
    let (operations, rights, every_user) = read_given(r, &found, &businesses);
    let calendar = found.calendar.map(|id| read_calendar(r, id));
    if let Some(windows) = found.windows {
        read_windows(r, windows, &mut businesses, calendar.is_some());
    }
    let access = read_access(r, found.access, (&businesses, &operations), &settings);
    let fields = read_fields(r, found.fields, &businesses, &access, &settings);
    let state_labels = found.state_labels.map_or_else(Default::default, |id| read_state_labels(r, id));
    let calendar = calendar.flatten();
    let around = Around {
        settings: &settings,
        businesses: &businesses,
        access: &access,
        calendar: calendar.as_ref(),
        has_rules: has_rules.unwrap_or(false),
        has_request_rules: fields.request.stated,
    };
    check_idle(r, &around);
    let drafts = read_limits(r, found.limits, &businesses);
    let mut businesses: Vec<_> = businesses.into_iter().map(|draft| draft.model).collect();
    let limits =
        add_rows(&mut businesses, &drafts, &ceilings, settings.limit.ad_hoc_includes_registered_today);
    Some(ServiceModel {
        id: boxed(id?),
        version: boxed(version?),
        digest: r.digest(Document::Service),
        currency: currency?,
        utc_offset_seconds: utc_offset?,
        settings,
        business_index: Index::new(businesses.len(), |at| businesses.get(at).map(|business| &*business.key)),
        businesses,
        right_index: Index::new(rights.len(), |at| rights.get(at).map(|right| &*right.name)),
        rights,
        every_user,
        operations,
        patterns,
        worlds,
        per_item: ceilings.per_item,
        limits,
        calendar,
        fields,
        access,
        state_labels,
    })
}

/// Operations of the bank's own, and what gives people any.
fn read_given(
    r: &mut Reader<'_>,
    found: &ServiceMembers,
    businesses: &[BusinessDraft],
) -> (Vec<OwnOperation>, Vec<Right>, Grants) {
    let operations = read_operations(r, found.operations);
    let rights = found.rights.map_or_else(Vec::new, |id| read_rights(r, id, businesses, &operations));
    let every_user = found.every_user.map_or_else(Grants::default, |id| read_every_user(r, id, &operations));
    check_given(r, &operations, &rights, &every_user);
    (operations, rights, every_user)
}

pub(super) fn boxed(text: Cow<'_, str>) -> Box<str> {
    text.into_owned().into_boxed_str()
}

/// Reads the bank's own words for the states of an item.
fn read_state_labels(r: &mut Reader<'_>, id: Id) -> [Option<(Box<str>, Box<str>)>; 14] {
    let mut labels: [Option<(Box<str>, Box<str>)>; 14] = Default::default();
    for (key, entry) in r.entries(id, STATES) {
        let Some(at) = State::ALL.iter().position(|state| state.name() == key) else {
            let known = State::ALL.iter().map(|state| state.name());
            let args = r.with_similar([Arg::text(&key)], &key, known);
            r.report_key(FindingCode::FieldUnknown, entry, args);
            continue;
        };
        if let Some(place) = labels.get_mut(at) {
            *place = r.label(entry);
        }
    }
    labels
}

fn read_currency(r: &mut Reader<'_>, id: Id) -> Option<Currency> {
    let code = r.text(id)?;
    let currency = Currency::from_code(&code);
    match currency {
        Some(currency) => r.currency = currency,
        None => r.report(FindingCode::CurrencyUnknown, id, [Arg::text(&code)]),
    }
    currency
}

fn read_utc_offset(r: &mut Reader<'_>, id: Id) -> Option<i32> {
    let text = r.text(id)?;
    let offset = parse_offset(&text);
    if offset.is_none() {
        r.report(FindingCode::UtcOffsetMalformed, id, [Arg::text(&text)]);
    }
    offset
}

/// Reads the dated versions of the bank's tables into the businesses.
fn read_standard_fees(r: &mut Reader<'_>, id: Id, businesses: &mut [BusinessDraft], rules: Rules<'_>) {
    let mut before = None;
    let mut versions: Vec<Vec<Version>> = businesses.iter().map(|_| Vec::new()).collect();
    let mut seen: Vec<bool> = businesses.iter().map(|_| false).collect();
    for element in r.elements(id, VERSIONS) {
        let StandardVersionMembers { from, tables } = r.members(element);
        let day = from.and_then(|id| read_version_day(r, id, &mut before));
        let Some(tables) = tables else { continue };
        let mut given: Vec<bool> = businesses.iter().map(|_| false).collect();
        for (key, table) in r.entries(tables, BUSINESSES) {
            let Some(position) = keys(businesses).position(|known| *known == *key) else {
                let args = r.with_similar([Arg::text(&key)], &key, keys(businesses));
                r.report_key(FindingCode::BusinessUnknown, table, args);
                continue;
            };
            let single = businesses.get(position).is_some_and(|draft| draft.model.kind.is_single());
            let by_tax = read_standard(r, table, rules, single);
            if let Some(given) = given.get_mut(position) {
                *given = true;
            }
            if let (Some(from), Some(by_tax), Some(list)) = (day, by_tax, versions.get_mut(position)) {
                list.push(Version { from, by_tax });
            }
        }
        for ((given, seen), draft) in given.into_iter().zip(&mut seen).zip(businesses.iter()) {
            if *seen && !given {
                r.report(FindingCode::FeeVersionBusinessMissing, tables, [Arg::text(&draft.model.key)]);
            }
            *seen |= given;
        }
    }
    for ((draft, versions), given) in businesses.iter_mut().zip(versions).zip(seen) {
        draft.priced |= given;
        draft.model.fees = Dated { versions: versions.into_boxed_slice() };
    }
}

/// Reads the first day of a version, which must be later than that of the version before it.
pub(super) fn read_version_day(r: &mut Reader<'_>, id: Id, before: &mut Option<Day>) -> Option<Day> {
    let day = r.day(id)?;
    if let Some(before) = before.filter(|before| day <= *before) {
        r.report(FindingCode::FeeVersionsUnordered, id, [Arg::day(day), Arg::day(before)]);
        return None;
    }
    *before = Some(day);
    Some(day)
}

/// Whether any version has tables by pattern.
fn has_tables(draft: &BusinessDraft) -> bool {
    let prices = draft.model.fees.versions.iter().flat_map(|version| &version.by_tax);
    prices.into_iter().any(|prices| matches!(prices, Prices::ByPattern(_)))
}

/// Warns of businesses without prices, and of tables that a fee per count outside the versions puts out of force.
fn check_prices(r: &mut Reader<'_>, businesses: &[BusinessDraft]) {
    for draft in businesses {
        let (per_count, tables) = (draft.model.per_count.is_some(), !draft.model.fees.versions.is_empty());
        let code = match (per_count, tables) {
            (false, false) if !draft.priced => FindingCode::FeeBusinessWithoutTable,
            (true, true) => FindingCode::FeeTablesNotInForce,
            _ => continue,
        };
        r.report_key(code, draft.id, [Arg::text(&draft.model.key)]);
    }
}
