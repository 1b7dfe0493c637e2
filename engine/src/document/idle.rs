//! Settings and rules of a service that switch each other off, or never speak (`docs/rules.md`, section 1.4). What would
//! open something is an error, what closes everything or has no effect is a warning.

use crate::document::business::BusinessDraft;
use crate::document::reader::{NO_ARGS, Reader};
use crate::finding::{Arg, FindingCode};
use crate::language::settings::Settings;
use crate::language::words::{CharsetPolicy, Moment, Overflow, Revoke, TaxMode, Unordered, Wo};
use crate::model::access::{Access, Clock, Literal, Require, Test};
use crate::model::calendar::Calendar;
use crate::terms::{ApprovalMode, Roll};

/// What of a service the settings are compared with.
pub(super) struct Around<'a> {
    pub settings: &'a Settings,
    pub businesses: &'a [BusinessDraft],
    pub access: &'a Access,
    pub calendar: Option<&'a Calendar>,
    /// Whether there are field rules at all, and such for requests.
    pub has_rules: bool,
    pub has_request_rules: bool,
}

/// Looks for all of them.
pub(super) fn check_idle(r: &mut Reader<'_>, around: &Around<'_>) {
    check_limits(r, around);
    check_approval(r, around);
    check_unused(r, around);
    if around.settings.fee.tax == TaxMode::Exclusive && around.settings.fee.tax_rates.is_empty() {
        report(r, &["settings", "fee", "taxRates"], FindingCode::FeeTaxRatesNone, &[]);
    }
    if let (Some(calendar), Some(id)) = (around.calendar, r.tree().find(&["calendar"])) {
        if calendar.from <= calendar.to && !calendar.has_business_days(1) {
            r.report_key(FindingCode::CalendarClosed, id, NO_ARGS);
        } else {
            check_windows(r, around.businesses, calendar);
        }
    }
}

/// A finding about what stands at a place, if anything does.
fn report(r: &mut Reader<'_>, steps: &[&str], code: FindingCode, args: &[Arg]) {
    if let Some(id) = r.tree().find(steps) {
        r.report(code, id, args);
    }
}

fn allows<'a>(around: &Around<'a>, mode: ApprovalMode) -> Option<&'a BusinessDraft> {
    around.businesses.iter().find(|draft| draft.model.allows(mode))
}

/// When limits are checked and usage is taken.
fn check_limits(r: &mut Reader<'_>, around: &Around<'_>) {
    let limit = &around.settings.limit;
    if !limit.check_at.has(Moment::Execute) && !limit.count_reservations {
        report(r, &["settings", "limit", "countReservations"], FindingCode::LimitCountReservations, &[]);
    }
}

fn check_approval(r: &mut Reader<'_>, around: &Around<'_>) {
    let tree = r.tree();
    let named = tree.find(&["settings", "approval", "secondChannel"]);
    for element in named.into_iter().flat_map(|list| tree.children(list)) {
        let name = tree.text(element);
        let named = around.businesses.iter().find(|draft| *draft.model.key == *name);
        let only_none = named.is_some_and(|draft| {
            draft.model.allows(ApprovalMode::None)
                && ApprovalMode::ALL
                    .iter()
                    .all(|mode| *mode == ApprovalMode::None || !draft.model.allows(*mode))
        });
        if only_none {
            r.report(FindingCode::ApprovalSecondChannelNever, element, [Arg::text(&name)]);
        }
    }
    let approval = &around.settings.approval;
    if approval.named_by_requester {
        return;
    }
    if let Some(draft) = allows(around, ApprovalMode::DoubleInOrder) {
        let args = [Arg::text(&draft.model.key)];
        report(r, &["settings", "approval", "namedByRequester"], FindingCode::ApprovalOrder, &args);
    }
    if approval.unordered == Unordered::ByRank {
        let why = ("while the requester names nobody", "依頼者が承認者を指定しない設定では");
        unused(r, &["settings", "approval", "unordered"], why);
    }
}

/// A warning that a setting has no effect, and why.
fn unused(r: &mut Reader<'_>, steps: &[&str], (en, ja): (&'static str, &'static str)) {
    let mut name = alloc::string::String::new();
    for step in steps.iter().skip(1) {
        if !name.is_empty() {
            name.push('.');
        }
        name.push_str(step);
    }
    report(r, steps, FindingCode::SettingUnused, &[Arg::text(&name), Arg::Term(en, ja)]);
}

fn check_unused(r: &mut Reader<'_>, around: &Around<'_>) {
    let settings = around.settings;
    if !around.has_request_rules {
        let why = ("without field rules of a request", "依頼の項目の規則がないため");
        unused(r, &["settings", "name", "senderLen"], why);
        unused(r, &["settings", "name", "senderLenWithEdi"], why);
    }
    if !around.has_rules {
        let why = ("without field rules", "項目の規則がないため");
        for (set, steps) in [
            (
                settings.charset.policy == CharsetPolicy::Normalise,
                ["settings", "charset", "policy"].as_slice(),
            ),
            (settings.charset.wo == Wo::Allowed, &["settings", "charset", "wo"]),
            (settings.overflow == Overflow::Truncate, &["settings", "overflow"]),
        ] {
            if set {
                unused(r, steps, why);
            }
        }
    }
    if around.calendar.is_none() && settings.holiday.roll != Roll::Error {
        unused(r, &["settings", "holiday", "roll"], ("without a calendar", "営業日カレンダーがないため"));
    }
    if settings.approval.revoke == Revoke::Never {
        let why = ("where no approval can be revoked", "承認取消を取り扱わないため");
        unused(r, &["settings", "approval", "afterRevoke"], why);
    }
    if settings.cert.grace_days > 0
        && !around.access.conditions.iter().any(|known| asks_for_grace(&known.require))
    {
        let why =
            ("without a condition that asks for `renewalGrace`", "`renewalGrace`を使用する条件がないため");
        unused(r, &["settings", "cert", "graceDays"], why);
    }
}

/// The end of the grace.
const GRACE: Literal = Literal::Clock(Clock::RenewalGrace, 0);

/// Whether a comparison with the days of grace stands in it.
fn asks_for_grace(require: &Require) -> bool {
    match require {
        Require::All(parts) | Require::Any(parts) => parts.iter().any(asks_for_grace),
        Require::Not(inner) => asks_for_grace(inner),
        Require::Compare(comparison) => match &comparison.test {
            Test::Is(literal) | Test::Ordered(_, literal) => *literal == GRACE,
            Test::In(literals) => literals.contains(&GRACE),
            _ => false,
        },
    }
}

/// Windows that let nothing in.
fn check_windows(r: &mut Reader<'_>, businesses: &[BusinessDraft], calendar: &Calendar) {
    for draft in businesses {
        let Some(window) = &draft.model.window else { continue };
        let Some(entry) = r.tree().find(&["windows", &draft.model.key]) else { continue };
        for (steps, closing) in
            [(["cutoff"].as_slice(), Some(window.base)), (&["otherBank", "cutoff"], window.other_bank)]
        {
            let place = [&["windows", &*draft.model.key], steps].concat();
            if closing.is_some_and(|closing| closing.cutoff == 0) {
                report(r, &place, FindingCode::WindowsCutoffNever, &[]);
            }
        }
        if !calendar.has_business_days(window.base.business_days.saturating_add(1)) {
            let args = [Arg::number(usize::from(window.base.business_days))];
            r.report_key(FindingCode::WindowsNever, entry, args);
            continue;
        }
        let latest = [window.latest_business_days, window.latest_days, window.latest_months.map(days_of)];
        let latest = latest.into_iter().flatten().min();
        if let (Some(other), Some(latest)) = (window.other_bank, latest)
            && other.business_days > latest
            && window.base.business_days <= latest
        {
            let args = [latest, other.business_days].map(|days| Arg::number(usize::from(days)));
            report(r, &["windows", &draft.model.key, "otherBank"], FindingCode::WindowsOtherBankNever, &args);
        }
    }
}

/// The most days of so many months.
fn days_of(months: u16) -> u16 {
    months.saturating_mul(31)
}
