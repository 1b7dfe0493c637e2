//! The same job by hand: a straight line of comparisons for exactly the rules of [`crate::setup`].
//!
//! Nothing here can be configured; a change of the bank's rules is a change of this program. It gives the
//! same answer as the engine: outcome, every reason with its figures, the fee, the room under each limit, the approvers.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "written as plainly as a program for one bank would be; its answers are compared before it is timed"
)]

mod answer;
mod day;
mod fee;
mod json;
mod keyed;

pub use answer::{Answer, Fee, Figures, Keys, List, People, Reason, Usage};
pub use day::{days, write_day};
pub use json::Call;
pub use keyed::{Names, Provenance};

use kessai::terms::ApprovalMode;
use kessai::{Code, Outcome};

use crate::hand::fee::{Deduction, fee_at, largest_deducted};
use crate::setup::{
    ACCOUNT_TRANSFER, BUSINESSES, CEILING, EXPRESS, MINIMUM, OWN_TIERS, PER_ITEM, SINGLES, Setup, VERSIONS,
};

const USERS: usize = Setup::TYPICAL.users;
const ACCOUNTS: usize = Setup::TYPICAL.accounts;
const TIERS: usize = Setup::TYPICAL.tiers;
/// The largest payment that is looked at for the way out of a limit.
const PAYMENT_MAX: i64 = 999_999_999_999_999;

/// A fee table: (bound, fee).
type Table = [(i64, i64); TIERS];

/// The rules, as tables of numbers.
#[derive(Debug)]
pub struct Rules {
    enabled: People,
    /// Payee kinds for which each user may request, as bits, by business.
    create: [[u8; SINGLES]; USERS],
    account_users: [People; ACCOUNTS],
    approvers: [People; SINGLES],
    any_approver: People,
    user_limits: [[[i64; 3]; SINGLES]; USERS],
    /// `i64::MAX` where there is none.
    caps: [[i64; SINGLES]; USERS],
    capped: [People; SINGLES],
    account_limits: [[[i64; 3]; SINGLES]; ACCOUNTS],
    /// By version, business and pattern.
    tables: [[[Table; 4]; SINGLES]; 2],
    own: [[(i64, i64); OWN_TIERS]; 4],
    version_days: [i32; 2],
}

const APPROVER_PATHS: [&str; 2] = ["/approvers/0", "/approvers/1"];
const USAGE_PATHS: [&str; 4] = ["/usage/0/day", "/usage/1/day", "/usage/2/day", "/usage/3/day"];
const APPROVER_FAULTS: [Code; 6] = [
    Code::ApprovalApproverNotEligible,
    Code::ApprovalApproverRight,
    Code::ApprovalApproverAccount,
    Code::ApprovalApproverSelf,
    Code::ApprovalApproverCap,
    Code::ApprovalApproverDuplicate,
];
const MODES: [ApprovalMode; SINGLES] =
    [ApprovalMode::Single, ApprovalMode::None, ApprovalMode::DoubleInOrder];

impl Rules {
    /// The rules of the typical setup.
    #[must_use]
    pub fn typical() -> Self {
        let people = |fits: &dyn Fn(usize) -> bool| {
            (0..USERS).filter(|at| fits(at.to_owned())).fold(0, |set, at| set | bit(at))
        };
        let approves =
            |business: usize| people(&|at| Setup::is_enabled(at) && Setup::may_approve(at, business));
        let by_business = |of: &dyn Fn(usize) -> i64| std::array::from_fn(of);
        Self {
            enabled: people(&Setup::is_enabled),
            create: std::array::from_fn(|user| {
                std::array::from_fn(|business| {
                    (0..3)
                        .filter(|kind| Setup::may_request(user, business, *kind))
                        .fold(0, |set, kind| set | 1 << kind)
                })
            }),
            account_users: std::array::from_fn(|account| people(&|at| Setup::uses_account(at, account))),
            approvers: std::array::from_fn(approves),
            any_approver: (0..BUSINESSES.len()).map(approves).fold(0, |all, set| all | set),
            user_limits: std::array::from_fn(|user| {
                std::array::from_fn(|business| {
                    std::array::from_fn(|kind| Setup::user_limit(user, business, kind))
                })
            }),
            caps: std::array::from_fn(|user| {
                by_business(&|business| Setup::cap(user, business).unwrap_or(i64::MAX))
            }),
            capped: std::array::from_fn(|business| people(&|at| Setup::cap(at, business).is_some())),
            account_limits: std::array::from_fn(|account| {
                std::array::from_fn(|business| Setup::account_limits(account, business))
            }),
            tables: std::array::from_fn(|version| {
                std::array::from_fn(|business| {
                    std::array::from_fn(|pattern| {
                        std::array::from_fn(|tier| Setup::tier(version, business, pattern, tier))
                    })
                })
            }),
            own: std::array::from_fn(|pattern| std::array::from_fn(|tier| Setup::own_tier(pattern, tier))),
            version_days: VERSIONS.map(|day| days(day).unwrap_or(i32::MAX)),
        }
    }

    /// Decides a request.
    pub fn decide(&self, q: &Keys, answer: &mut Answer) {
        answer.reasons.len = 0;
        answer.limits.len = 0;
        answer.steps.len = 0;
        answer.usage = q.usage;
        answer.payment = q.payment;
        self.permission(q, answer);
        answer.fee = self.fee(q, answer);
        let mut spent = [false; 4];
        if let Some(fee) = answer.fee {
            self.limits(q, fee.transfer, answer, &mut spent);
        }
        self.approval(q, answer);
        answer.outcome = if !answer.reasons.all().is_empty() {
            Outcome::Refused
        } else if answer.mode == ApprovalMode::None {
            Outcome::Accepted
        } else {
            Outcome::NeedsApproval
        };
        if answer.outcome != Outcome::Refused {
            let added = answer.fee.map_or(0, |fee| fee.transfer);
            for (usage, spends) in answer.usage.elements.iter_mut().zip(spent) {
                usage.used += if spends { added } else { 0 };
            }
        }
    }

    #[inline]
    fn permission(&self, q: &Keys, answer: &mut Answer) {
        let (user, business, kind) = (usize::from(q.user), usize::from(q.business), q.kind);
        if self.enabled & bit(user) == 0 {
            answer.refuse(Code::PermissionUserDisabled, "/user", Figures::None);
        }
        if business == ACCOUNT_TRANSFER && kind != 0 {
            answer.refuse(Code::PermissionPayeeKind, "/payee/kind", Figures::None);
        }
        let create = self.create[user][business];
        if create == 0 {
            answer.refuse(Code::PermissionRight, "/operation", Figures::None);
        } else if create & (1 << kind) == 0 {
            answer.refuse(Code::PermissionScope, "/payee/kind", Figures::None);
        }
        if self.account_users[usize::from(q.account)] & bit(user) == 0 {
            answer.refuse(Code::PermissionAccount, "/account", Figures::None);
        }
    }

    /// The bank's table in force, and the deduction table where the payee bears the fee.
    #[inline]
    fn tables(&self, q: &Keys) -> Option<(&Table, Deduction<'_>)> {
        let [first, second] = self.version_days;
        if q.value_date < first {
            return None;
        }
        let version = usize::from(q.value_date >= second);
        let bank = &self.tables[version][usize::from(q.business)][usize::from(q.pattern)];
        let deduction = match (q.payee_bears, usize::from(q.business)) {
            (false, _) | (true, ACCOUNT_TRANSFER) => Deduction::None,
            (true, EXPRESS) => Deduction::Own(&self.own[usize::from(q.pattern)]),
            (true, _) => Deduction::AddUpper(bank),
        };
        Some((bank, deduction))
    }

    #[inline]
    fn fee(&self, q: &Keys, answer: &mut Answer) -> Option<Fee> {
        if q.payee_bears && usize::from(q.business) == ACCOUNT_TRANSFER {
            answer.refuse(Code::FeePayeeBorneNotOffered, "/bearer", Figures::None);
        }
        let Some((bank, deduction)) = self.tables(q) else {
            answer.refuse(Code::FeeNoTableInForce, "/valueDate", Figures::None);
            return None;
        };
        let (deducted, payee_borne) = deduction.of(q.payment);
        let transfer = q.payment - deducted;
        if transfer < 1 {
            answer.refuse(Code::FeeNotLessThanPayment, "/payment", Figures::None);
            return None;
        }
        Some(Fee { deducted, transfer, bank_fee: fee_at(bank, transfer), payee_borne })
    }

    #[inline]
    fn limits(&self, q: &Keys, requested: i64, answer: &mut Answer, spent: &mut [bool; 4]) {
        let (user, business, account) =
            (usize::from(q.user), usize::from(q.business), usize::from(q.account));
        let limits = &self.account_limits[account][business];
        let mut wrong_days = [false; 4];
        let mut used = |limit: u8| {
            let (at, entry) = q
                .usage
                .all()
                .iter()
                .enumerate()
                .find(|(_, entry)| entry.limit == limit && entry.account == q.account)?;
            if entry.day != q.today {
                wrong_days[at] = true;
                return None;
            }
            spent[at] = true;
            Some(entry.used)
        };
        let total = used(0);
        let (sub, sub_code) = if q.kind == 0 {
            (2, Code::LimitAccountPerDayPreRegistered)
        } else {
            (1, Code::LimitAccountPerDayAdHoc)
        };
        let sub_used = used(sub);
        let mut check = |code: Code, limit: i64, used: i64| {
            answer.limits.push((code, limit, used, requested));
            if used + requested > limit {
                let max = self.largest(q, limit - used);
                answer.refuse(code, "/payment", Figures::Limit(limit, used, requested, max));
            }
        };
        if let Some(used) = total {
            check(Code::LimitAccountPerDayTotal, limits[0], used);
        }
        if let Some(used) = sub_used {
            check(sub_code, limits[usize::from(sub)], used);
        }
        if business != ACCOUNT_TRANSFER || q.kind == 0 {
            check(Code::LimitUserPerOperation, self.user_limits[user][business][usize::from(q.kind)], 0);
        }
        if business != ACCOUNT_TRANSFER
            && let Some(used) = total
        {
            check(Code::LimitCeilingAccountPerDayTotal, CEILING, used);
        }
        check(Code::LimitPerItem, PER_ITEM, 0);
        for (wrong, path) in wrong_days.into_iter().zip(USAGE_PATHS) {
            if wrong {
                answer.refuse(Code::LimitUsageDay, path, Figures::Day(q.today));
            }
        }
    }

    /// The fee of a payment by the first business's table of a pattern, the payee bearing it.
    #[must_use]
    pub fn quote(&self, pattern: usize, payment: i64) -> Fee {
        let table = &self.tables[0][0][pattern];
        let (deducted, payee_borne) = Deduction::AddUpper(table).of(payment);
        let transfer = payment - deducted;
        Fee { deducted, transfer, bank_fee: fee_at(table, transfer), payee_borne }
    }

    /// The largest payment of which at most `room` is transferred.
    #[cold]
    fn largest(&self, q: &Keys, room: i64) -> Option<i64> {
        let (_, deduction) = self.tables(q)?;
        let most = match deduction {
            Deduction::None => PAYMENT_MAX.min(room),
            Deduction::Own(table) => largest_deducted(table, |_| 0, 0, room)?,
            Deduction::AddUpper(table) => {
                largest_deducted(table, |fee| fee, MINIMUM, room).unwrap_or((MINIMUM - 1).min(room))
            }
        };
        (most >= 1).then_some(most)
    }

    #[inline]
    fn approval(&self, q: &Keys, answer: &mut Answer) {
        let business = usize::from(q.business);
        let named = q.approvers.all();
        answer.mode = MODES[business];
        let needed = match answer.mode {
            ApprovalMode::None => {
                if !named.is_empty() {
                    answer.refuse(Code::ApprovalNotNeeded, "/approvers", Figures::None);
                }
                return;
            }
            ApprovalMode::Single => 1,
            _ => 2,
        };
        let largest = answer.fee.map_or(0, |fee| fee.transfer);
        let mut able = self.approvers[business] & self.account_users[usize::from(q.account)];
        if business == EXPRESS {
            able &= !bit(usize::from(q.user));
        }
        let mut capped = self.capped[business] & able;
        while capped != 0 {
            let person = capped.trailing_zeros() as usize;
            capped &= capped - 1;
            if largest > self.caps[person][business] {
                able &= !bit(person);
            }
        }
        if named.len() > needed {
            answer.refuse(Code::ApprovalTooMany, "/approvers", Figures::None);
        }
        let named = &named[..named.len().min(needed)];
        let mut valid: [People; 2] = [0; 2];
        let mut faults = [0_u8; 2];
        for (at, person) in named.iter().enumerate() {
            let twice = self.is_approver(*person) && named[..at].contains(person);
            faults[at] = self.faults(q, able, largest, *person) | (u8::from(twice) << 5);
            valid[at] = if faults[at] == 0 { bit(usize::from(*person)) } else { 0 };
        }
        let others = able & !(valid[0] | valid[1]);
        if faults != [0; 2] {
            for (fault, code) in APPROVER_FAULTS.into_iter().enumerate() {
                for at in (0..named.len()).filter(|at| faults[*at] & (1 << fault) != 0) {
                    let figures = match code {
                        Code::ApprovalApproverCap => {
                            Figures::Cap(self.caps[usize::from(named[at])][business], others)
                        }
                        _ => Figures::Who(others),
                    };
                    answer.refuse(code, APPROVER_PATHS[at], figures);
                }
            }
        }
        if able.count_ones() < needed as u32 {
            answer.refuse(Code::ApprovalNobody, "/approvers", Figures::None);
        }
        for one in &valid[..needed] {
            answer.steps.push(if *one == 0 { others } else { *one });
        }
    }

    #[inline]
    fn is_approver(&self, person: u8) -> bool {
        person != u8::MAX && self.any_approver & bit(usize::from(person)) != 0
    }

    /// What stands against a named approver: a bit for each of [`APPROVER_FAULTS`].
    #[inline]
    fn faults(&self, q: &Keys, able: People, largest: i64, person: u8) -> u8 {
        if !self.is_approver(person) {
            return 1;
        }
        let (who, business) = (bit(usize::from(person)), usize::from(q.business));
        let mut faults = 0;
        if able & who == 0 {
            let (right, account) = (self.approvers[business], self.account_users[usize::from(q.account)]);
            let himself = business == EXPRESS && person == q.user;
            faults |= u8::from(right & who == 0) << 1;
            faults |= u8::from(account & who == 0) << 2;
            faults |= u8::from(himself) << 3;
            faults |= u8::from(largest > self.caps[usize::from(person)][business]) << 4;
        }
        faults
    }
}

#[inline]
const fn bit(position: usize) -> People {
    1 << position
}
