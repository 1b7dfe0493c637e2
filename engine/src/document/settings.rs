//! The bank's settings (`docs/rules.md`, section 2).

use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::date::Day;
use crate::document::reader::{FEE_BOUNDS, Reader, TAX_RATES};
use crate::document::word::{
    CompanySettings, Family, FeeGePayment, SelfApproval, SubRelation, TaxMode, Unordered, Word, ZeroMeans,
};
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::model::field::CodeShape;
use crate::model::service::{MethodFamily, Moment, Revoke, Settings, Situations};
use crate::terms::{DateBasis, DayBasis, Method, Role, Roll, Round};
use crate::tree::Id;

mod account;
mod item;
pub(super) mod text;

/// Most users that `roles.maxUsers` may allow.
const USERS_MAX: u32 = 1_000;

/// The settings as read, with those that go into other parts of the model.
#[derive(Debug)]
pub(super) struct SettingsDraft {
    pub model: Settings,
    /// `fee.methodSelectableForFurikomi`.
    pub furikomi_selectable: bool,
    /// `holiday.roll`.
    pub roll: Roll,
    pub tax_rates: Vec<(Day, Decimal)>,
    /// Self-approval is forbidden everywhere, or in the businesses named by these elements.
    pub self_approval_forbidden: bool,
    pub self_approval_businesses: Vec<Id>,
    /// One approval comes through the second channel in the businesses named by these elements.
    pub second_channel: Vec<Id>,
}

impl Default for SettingsDraft {
    fn default() -> Self {
        Self {
            model: Settings {
                minimum_inclusive: true,
                no_deduction_for_small: false,
                date_basis: DateBasis::ValueDate,
                debit: None,
                by_rank: false,
                named_by_requester: true,
                approver_needs_account: true,
                day_basis: DayBasis::OperationDay,
                inclusive: true,
                count_fees: false,
                count_reservations: true,
                ad_hoc_includes_registered_today: false,
                revoke: Revoke::UntilRunTime,
                revoked_is_editable: true,
                expiry_cancels: false,
                mode_change_blocks: false,
                failure_is_editable: false,
                revision_required: false,
                rescue: Some(Role::Administrator),
                execute_within_days: 7,
                release_on_cancel: true,
                check_at: [true; 3],
                take_at: Moment::Submit,
                grace_days: 0,
                sender_len: [48; 2],
                normalise: false,
                wo_allowed: false,
                truncate: false,
                account: [4, 3, 1, 7].map(CodeShape::digits),
                address_scope: Situations { login: false, transaction: true, download: false },
                master_only_settings: false,
                max_users: 100,
                method: Method::Fixed,
                method_family: None,
                sub_limits_inner: false,
                bounds: None,
                tax_exclusive: false,
                tax_round: Round::Down,
            },
            furikomi_selectable: false,
            roll: Roll::Error,
            tax_rates: japanese_tax_rates(),
            self_approval_forbidden: false,
            self_approval_businesses: Vec::new(),
            second_channel: Vec::new(),
        }
    }
}

/// The rates of Japan's consumption tax (消費税) since there is one.
fn japanese_tax_rates() -> Vec<(Day, Decimal)> {
    [("1989-04-01", 3), ("1997-04-01", 5), ("2014-04-01", 8), ("2019-10-01", 10)]
        .into_iter()
        .filter_map(|(from, percent)| Some((Day::parse(from)?, Decimal::new(percent, 2))))
        .collect()
}

/// Reads `settings`.
pub(super) fn read_settings(r: &mut Reader<'_>, id: Option<Id>) -> SettingsDraft {
    let mut draft = SettingsDraft::default();
    let Some(id) = id else { return draft };
    let ([], [fee, approval, limit, roles, holiday, account, text @ ..]) = r.fields(
        id,
        [],
        [
            "fee", "approval", "limit", "roles", "holiday", "account", "cert", "name", "charset", "overflow",
            "ip",
        ],
    );
    if let Some(fee) = fee {
        read_fee(r, fee, &mut draft);
    }
    if let Some(approval) = approval {
        read_approval(r, approval, &mut draft);
    }
    if let Some(limit) = limit {
        read_limit(r, limit, &mut draft.model);
    }
    if let Some(roles) = roles {
        let ([], [company_settings, max_users]) = r.fields(roles, [], ["companySettings", "maxUsers"]);
        set(r, company_settings, &mut draft.model.master_only_settings, |value: CompanySettings| {
            value == CompanySettings::Master
        });
        if let Some(max) = max_users.and_then(|id| r.integer(id, 1, USERS_MAX)) {
            draft.model.max_users = usize::try_from(max).unwrap_or(draft.model.max_users);
        }
    }
    if let Some(holiday) = holiday {
        let ([], [roll]) = r.fields(holiday, [], ["roll"]);
        set(r, roll, &mut draft.roll, |value: Roll| value);
    }
    if let Some(account) = account {
        account::read(r, account, &mut draft.model.account);
    }
    text::read(r, text, &mut draft.model);
    draft
}

/// Sets a field from a word, where the setting is given.
fn set<W: Word, T>(r: &mut Reader<'_>, id: Option<Id>, field: &mut T, value: impl Fn(W) -> T) {
    if let Some(word) = id.and_then(|id| r.choice::<W>(id)) {
        *field = value(word);
    }
}

/// Sets a field from `true` or `false`, where the setting is given.
fn set_flag(r: &mut Reader<'_>, id: Option<Id>, field: &mut bool) {
    if let Some(value) = id.and_then(|id| r.boolean(id)) {
        *field = value;
    }
}

fn read_fee(r: &mut Reader<'_>, id: Id, draft: &mut SettingsDraft) {
    let ([], [family, method, selectable, bounds, inclusive, fee_ge, basis, tax, rates, round, debit]) = r
        .fields(
            id,
            [],
            [
                "methodFamily",
                "method",
                "methodSelectableForFurikomi",
                "bounds",
                "minimumInclusive",
                "feeGePayment",
                "dateBasis",
                "tax",
                "taxRates",
                "taxRound",
                "debit",
            ],
        );
    let model = &mut draft.model;
    set(r, family, &mut model.method_family, |word| {
        Some(match word {
            Family::Shifted => MethodFamily::Shifted,
            Family::Clamp => MethodFamily::Clamp,
            Family::Iterative => MethodFamily::Iterative,
            Family::Typed => MethodFamily::Typed,
            Family::Flat => MethodFamily::Flat,
        })
    });
    set(r, method, &mut model.method, |value: Method| value);
    set_flag(r, selectable, &mut draft.furikomi_selectable);
    if let Some(bounds) = bounds {
        let elements = r.elements(bounds, FEE_BOUNDS);
        model.bounds = Some(elements.into_iter().filter_map(|bound| r.amount(bound)).collect());
    }
    set_flag(r, inclusive, &mut model.minimum_inclusive);
    set(r, fee_ge, &mut model.no_deduction_for_small, |value: FeeGePayment| {
        value == FeeGePayment::NoDeduction
    });
    set(r, basis, &mut model.date_basis, |value: DateBasis| value);
    set(r, tax, &mut model.tax_exclusive, |value: TaxMode| value == TaxMode::Exclusive);
    set(r, round, &mut model.tax_round, |value: Round| value);
    set(r, debit, &mut model.debit, Some);
    if let Some(rates) = rates {
        draft.tax_rates = read_tax_rates(r, rates);
    }
    let family = model.method_family;
    if let Some(id) = method.filter(|_| family.is_some_and(|family| !family.has(model.method))) {
        r.report(FindingCode::FeeMethodFamily, id, [Arg::text(model.method.name())]);
    }
}

fn read_tax_rates(r: &mut Reader<'_>, id: Id) -> Vec<(Day, Decimal)> {
    let mut rates: Vec<(Day, Decimal)> = Vec::new();
    for element in r.elements(id, TAX_RATES) {
        let ([from, rate], []) = r.fields(element, ["from", "rate"], []);
        let day = from.and_then(|id| r.day(id));
        let rate = rate.and_then(|id| r.rate(id));
        let (Some(from), Some(day), Some(rate)) = (from, day, rate) else { continue };
        match rates.last() {
            Some((before, _)) if *before >= day => {
                let args = [Arg::day(day), Arg::day(*before)];
                r.report(FindingCode::FeeTaxRatesUnordered, from, args);
            }
            _ => rates.push((day, rate)),
        }
    }
    rates
}

fn read_approval(r: &mut Reader<'_>, id: Id, draft: &mut SettingsDraft) {
    let ([], [own, unordered, named, account, second_channel, life @ ..]) = r.fields(
        id,
        [],
        [
            "selfApproval",
            "unordered",
            "namedByRequester",
            "approverNeedsAccount",
            "secondChannel",
            "revoke",
            "afterRevoke",
            "onExpiry",
            "onModeChange",
            "onFailure",
            "revisionRequired",
            "rescue",
            "executeWithinDays",
        ],
    );
    if let Some(own) = own {
        if r.tree().kind(own) == Kind::Object {
            let ([forbid], []) = r.fields(own, ["forbid"], []);
            draft.self_approval_businesses =
                forbid.map_or_else(Vec::new, |id| r.elements(id, super::reader::BUSINESSES));
            // An empty list would forbid it nowhere, in the words of one that does.
            if let Some(id) = forbid.filter(|id| r.tree().kind(*id) == Kind::Array)
                && draft.self_approval_businesses.is_empty()
            {
                r.report(FindingCode::ListEmpty, id, super::reader::NO_ARGS);
            }
        } else {
            set(r, Some(own), &mut draft.self_approval_forbidden, |value: SelfApproval| {
                value == SelfApproval::Forbid
            });
        }
    }
    set(r, unordered, &mut draft.model.by_rank, |value: Unordered| value == Unordered::ByRank);
    set_flag(r, named, &mut draft.model.named_by_requester);
    set_flag(r, account, &mut draft.model.approver_needs_account);
    item::read_approval(r, life, &mut draft.model);
    if let Some(list) = second_channel {
        draft.second_channel = r.elements(list, super::reader::BUSINESSES);
    }
}

fn read_limit(r: &mut Reader<'_>, id: Id, model: &mut Settings) {
    let ([], [basis, inclusive, fees, reservations, registered_today, relation, zero, life @ ..]) = r.fields(
        id,
        [],
        [
            "dayBasis",
            "inclusive",
            "countFees",
            "countReservations",
            "adHocIncludesRegisteredToday",
            "subRelation",
            "zeroMeans",
            "releaseOnCancel",
            "checkAt",
            "takeAt",
        ],
    );
    set(r, basis, &mut model.day_basis, |value: DayBasis| value);
    set_flag(r, inclusive, &mut model.inclusive);
    set_flag(r, fees, &mut model.count_fees);
    set_flag(r, reservations, &mut model.count_reservations);
    set_flag(r, registered_today, &mut model.ad_hoc_includes_registered_today);
    set(r, relation, &mut model.sub_limits_inner, |value: SubRelation| value == SubRelation::Inner);
    set(r, zero, &mut (), |_: ZeroMeans| ());
    item::read_limit(r, life, model);
}
