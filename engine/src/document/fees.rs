//! What a company has set about fees (手数料情報).

use alloc::vec::Vec;

use crate::document::account::by_business;
use crate::document::reader::{NO_ARGS, Reader};
use crate::document::service::read_version_day;
use crate::document::table::{ByPattern, Misfit, Rules, misfit, read_patterns, taxed};
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::language::Id;
use crate::language::bounds::{Bound, PATTERNS, VERSIONS};
use crate::language::company::{CompanyFeesMembers, PayeeBorneMembers, PayerBorneMembers};
use crate::language::words::{Basis, MethodFamily, TaxMode};
use crate::model::company::{Contract, PayeeBorne};
use crate::model::service::{Business, PayeeBorneOffer, ServiceModel};
use crate::model::table::{Dated, Prices, Table, Version};
use crate::terms::Method;

/// Reads `fees` into the contracts, by the business's position.
pub(super) fn read_fees(r: &mut Reader<'_>, id: Id, service: &ServiceModel, contracts: &mut [Contract]) {
    let found: CompanyFeesMembers = r.members(id);
    for (position, business, id) in by_business(r, found.payee_borne, service) {
        let Some(offer) = business.payee_borne else {
            not_offered(r, id, "payeeBorne", business);
            continue;
        };
        let entry = read_payee_borne(r, id, service, business, offer);
        if let Some(contract) = contracts.get_mut(usize::from(position)) {
            contract.payee_borne = entry;
        }
    }
    for (position, business, id) in by_business(r, found.payer_borne, service) {
        if !business.payer_borne {
            not_offered(r, id, "payerBorne", business);
            continue;
        }
        let PayerBorneMembers { basis, tables, tax } = r.members(id);
        let own = Own { entry: id, basis, tables, tax };
        let own = read_own(r, &own, service, None);
        if let Some(contract) = contracts.get_mut(usize::from(position)) {
            contract.payer_borne = own;
        }
    }
}

fn not_offered(r: &mut Reader<'_>, id: Id, what: &str, business: &Business) {
    r.report_key(FindingCode::FeeNotOffered, id, [Arg::text(what), Arg::text(&business.key)]);
}

fn read_payee_borne(
    r: &mut Reader<'_>,
    id: Id,
    service: &ServiceModel,
    business: &Business,
    offer: PayeeBorneOffer,
) -> Option<PayeeBorne> {
    let PayeeBorneMembers { basis, method, minimum: minimum_id, tables, tax } = r.members(id);
    let method = match method.and_then(|id| Some((id, r.choice::<Method>(id)?))) {
        Some((id, method)) => {
            check_method(r, id, method, service, business, offer);
            method
        }
        None => offer.method,
    };
    let minimum = minimum_id.map_or(Some(0), |id| r.amount(id));
    if let (Some(id), Some(minimum), Some(most)) = (minimum_id, minimum, service.per_item)
        && minimum > most
    {
        let args = [minimum, most].map(|amount| Arg::amount(amount, r.currency));
        r.report(FindingCode::FeeMinimumNever, id, args);
    }
    let own = Own { entry: id, basis, tables, tax };
    let deduction =
        Deduction { method, flat: service.settings.fee.method_family == Some(MethodFamily::Flat) };
    let own = read_own(r, &own, service, Some(deduction));
    if own.is_none()
        && let Some(basis) = basis
    {
        check_standard(r, basis, &business.fees, service, deduction);
    }
    Some(PayeeBorne { own, method, minimum: minimum? })
}

/// Whether the company may name the method.
fn check_method(
    r: &mut Reader<'_>,
    id: Id,
    method: Method,
    service: &ServiceModel,
    business: &Business,
    offer: PayeeBorneOffer,
) {
    if !offer.selectable && method != offer.method {
        let args = [Arg::text(method.name()), Arg::text(&business.key), Arg::text(offer.method.name())];
        r.report(FindingCode::FeeMethodNotSelectable, id, args);
    } else if service.settings.fee.method_family.is_some_and(|family| !family.has(method)) {
        r.report(FindingCode::FeeMethodFamily, id, [Arg::text(method.name())]);
    }
}

/// What a deduction table must go with.
#[derive(Clone, Copy)]
struct Deduction {
    method: Method,
    /// Only tables of one tier.
    flat: bool,
}

/// The fields of an entry that say whose tables it uses.
struct Own {
    entry: Id,
    basis: Option<Id>,
    tables: Option<Id>,
    tax: Option<Id>,
}

/// Reads the company's own tables, where the basis is individual.
fn read_own(
    r: &mut Reader<'_>,
    own: &Own,
    service: &ServiceModel,
    deduction: Option<Deduction>,
) -> Option<Dated> {
    let basis = own.basis.and_then(|id| r.choice::<Basis>(id))?;
    let tax = own.tax.and_then(|id| r.choice::<TaxMode>(id));
    if basis == Basis::Standard {
        for stray in [own.tables, own.tax].into_iter().flatten() {
            let field = r.tree().key(stray);
            r.report_key(FindingCode::FeeBasisStandard, stray, [Arg::text(&field)]);
        }
        return None;
    }
    let Some(tables) = own.tables else {
        r.report_missing(own.entry, "tables");
        return None;
    };
    let mut rules = Rules::new(&service.patterns, &service.settings.fee);
    if let Some(tax) = tax {
        rules.tax.mode = tax;
    }
    let elements = r.elements(tables, VERSIONS);
    if elements.is_empty() && r.tree().kind(tables) == Kind::Array {
        r.report(FindingCode::ListEmpty, tables, NO_ARGS);
    }
    let mut before = None;
    let mut versions = Vec::with_capacity(elements.len());
    for element in elements {
        versions.extend(read_version(r, element, rules, deduction, &mut before));
    }
    Some(Dated { versions: versions.into_boxed_slice() })
}

/// The members of a version of a company's own tables: its patterns and `from`.
const MEMBERS: Bound = Bound { max: PATTERNS.max.saturating_add(1), ..PATTERNS };

fn read_version(
    r: &mut Reader<'_>,
    element: Id,
    rules: Rules<'_>,
    deduction: Option<Deduction>,
    before: &mut Option<crate::date::Day>,
) -> Option<Version> {
    let mut entries = r.entries(element, MEMBERS);
    let from = entries.iter().position(|(key, _)| key == "from").map(|at| entries.remove(at));
    if from.is_none() && r.tree().kind(element) == Kind::Object {
        r.report_missing(element, "from");
    }
    let day = from.and_then(|(_, id)| read_version_day(r, id, before));
    let tables = read_patterns(r, entries.into_iter(), rules);
    let by_tax = taxed(r, &tables, rules.tax);
    if let (Some(by_tax), Some(deduction)) = (&by_tax, deduction) {
        check_own(r, &tables, by_tax, rules, deduction);
    }
    if r.tree().kind(element) == Kind::Object {
        let tree = r.tree();
        for pattern in rules.patterns {
            if !tree.children(element).any(|child| *tree.key(child) == **pattern) {
                r.report(FindingCode::FeeIndividualPatternMissing, element, [Arg::text(pattern)]);
            }
        }
    }
    Some(Version { from: day?, by_tax: by_tax? })
}

/// Whether each of the company's own tables goes with the method, in every tax period.
fn check_own(
    r: &mut Reader<'_>,
    places: &ByPattern,
    by_tax: &[Prices],
    rules: Rules<'_>,
    deduction: Deduction,
) {
    for (position, (place, pattern)) in places.iter().zip(rules.patterns).enumerate() {
        let Some((id, _)) = place else { continue };
        let mut in_each_period = by_tax.iter().filter_map(|prices| table_at(prices, position));
        if let Some(problem) = in_each_period.find_map(|table| deduction.problem(table)) {
            report_misfit(r, *id, problem, deduction.method, &[Arg::text(pattern)]);
        }
    }
}

fn table_at(prices: &Prices, pattern: usize) -> Option<&Table> {
    match prices {
        Prices::ByPattern(tables) => tables.get(pattern)?.as_ref(),
        Prices::PerCount { .. } => None,
    }
}

/// Whether the bank's tables go with the company's method, in every version and tax period; the first that does not is
/// the finding.
fn check_standard(r: &mut Reader<'_>, basis: Id, fees: &Dated, service: &ServiceModel, deduction: Deduction) {
    for version in &fees.versions {
        for (position, pattern) in service.patterns.iter().enumerate() {
            let mut in_each_period = version.by_tax.iter().filter_map(|prices| table_at(prices, position));
            if let Some(problem) = in_each_period.find_map(|table| deduction.problem(table)) {
                let of_version = alloc::format!("{pattern} ({:?})", version.from);
                report_misfit(r, basis, problem, deduction.method, &[Arg::text(&of_version)]);
                return;
            }
        }
    }
}

/// Why a table cannot be the deduction table.
enum Problem {
    /// More than one tier in the flat family.
    NotFlat,
    /// Rates under a method that knows fixed fees only.
    Rate,
    /// The amount at the bound that crosses another when it is moved.
    Crossing(i64),
}

impl Deduction {
    fn problem(self, table: &Table) -> Option<Problem> {
        if self.flat && table.len() > 1 {
            return Some(Problem::NotFlat);
        }
        misfit(table, self.method).map(|misfit| match misfit {
            Misfit::Rate => Problem::Rate,
            Misfit::Crossing { tier } => Problem::Crossing(table.tier(tier).from),
        })
    }
}

fn report_misfit(r: &mut Reader<'_>, id: Id, problem: Problem, method: Method, table: &[Arg]) {
    let method = Arg::text(method.name());
    match problem {
        Problem::NotFlat => r.report(FindingCode::FeeMethodFlat, id, table),
        Problem::Rate => r.report(FindingCode::FeeMethodRate, id, [table, &[method]].concat()),
        Problem::Crossing(bound) => {
            let bound = Arg::amount(bound, r.currency);
            r.report(FindingCode::FeeMethodCrossing, id, [table, &[method, bound]].concat());
        }
    }
}
