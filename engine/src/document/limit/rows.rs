//! The rows of the limits of each business, in the order in which they are evaluated (`docs/rules.md`, rule 7.1.1).

use alloc::vec::Vec;

use crate::catalogue::Code;
use crate::document::ceiling::GeneralCeilings;
use crate::document::limit::{LimitDraft, table};
use crate::language::words::{LimitOn, LimitPer};
use crate::model::MaybeAmount;
use crate::model::limit::{Counts, LimitRow, LimitRows, Limits, Occasion, Ready, Setter};
use crate::model::service::{Business, Slots};
use crate::set::{Listed, Set};
use crate::terms::{LimitBearer, Measure, PayeeKind};

/// Gives each business the place where the values of its own limits begin; gives how many values there are then, of a
/// company, an account and a user.
pub(super) fn slots_of(businesses: &mut [Business]) -> [usize; 3] {
    let mut next = [0_u16; 3];
    for business in businesses {
        let [company, account, user] = next;
        business.slots = Slots { company, account, user };
        let taken = if business.kind.is_single() { [0, 3, 3] } else { [1, 0, 1] };
        for (next, taken) in next.iter_mut().zip(taken) {
            *next = next.saturating_add(taken);
        }
    }
    next.map(usize::from)
}

/// Makes the table of all limits, and the rows of each business; `today` is `limit.adHocIncludesRegisteredToday`.
pub(in crate::document) fn add_rows(
    businesses: &mut [Business],
    drafts: &[LimitDraft],
    general: &GeneralCeilings,
    today: bool,
) -> Limits {
    let slots = slots_of(businesses);
    let limits = table(drafts, slots);
    for (at, business) in businesses.iter_mut().enumerate() {
        let mut rows = of_every_bank(business);
        let declared = drafts.iter().zip(limits.declared());
        let own = declared.filter(|(_, (_, limit))| limit.counts_in(at));
        rows.extend(own.map(|(draft, (position, _))| declared_row(draft, position, &limits)));
        rows.extend(general_rows(business, general));
        business.limits = LimitRows::new(rows, today);
    }
    limits
}

/// A row that no other member changes: an amount of the whole, evaluated whenever an item is looked at.
const PLAIN: LimitRow = LimitRow {
    codes: [Code::LimitPerItem; 2],
    named: None,
    is_declared: false,
    bearer: LimitBearer::Company,
    per: LimitPer::Operation,
    measure: Measure::Amount,
    on: LimitOn::Request,
    occasions: Set::EMPTY,
    counts: Counts::All,
    setter: Setter::Nobody,
    slot: 0,
    fixed: MaybeAmount::NONE,
    ceiling: MaybeAmount::NONE,
    looks: false,
    ready: Ready::NOT_YET,
};

fn when(occasions: &[Occasion]) -> Set<Occasion> {
    occasions.iter().copied().collect()
}

/// The limits of a day and of an operation that every bank has.
fn of_every_bank(business: &Business) -> Vec<LimitRow> {
    let mut rows = Vec::new();
    let Slots { company, account, user } = business.slots;
    let day = LimitRow { per: LimitPer::Day, occasions: Set::all(), ..PLAIN };
    let make = LimitRow { bearer: LimitBearer::User, occasions: when(&[Occasion::Make]), ..PLAIN };
    let operation = [Code::LimitUserPerOperation, Code::LimitCeilingUserPerOperation];
    let ceilings = &business.ceilings;
    if business.kind.is_single() {
        let codes = [
            [Code::LimitAccountPerDayTotal, Code::LimitCeilingAccountPerDayTotal],
            [Code::LimitAccountPerDayAdHoc, Code::LimitCeilingAccountPerDayAdHoc],
            [Code::LimitAccountPerDayPreRegistered, Code::LimitCeilingAccountPerDayPreRegistered],
        ];
        let counts = [Counts::All, Counts::AdHoc(true), Counts::AdHoc(false)];
        let cells = codes.into_iter().zip(counts).zip(ceilings.account_per_day);
        rows.extend((0_u16..).zip(cells).map(|(at, ((codes, counts), ceiling))| LimitRow {
            codes,
            named: Some(at),
            bearer: LimitBearer::Account,
            counts,
            setter: Setter::Account,
            slot: account.saturating_add(at),
            ceiling: ceiling.into(),
            ..day
        }));
        let kinds = PayeeKind::ALL.iter().copied().zip(ceilings.user_per_operation);
        rows.extend(kinds.map(|(kind, ceiling)| LimitRow {
            codes: operation,
            counts: Counts::Kinds(Set::EMPTY.and(kind)),
            setter: Setter::User,
            slot: user.saturating_add(u16::from(kind.position())),
            ceiling: ceiling.into(),
            ..make
        }));
    } else {
        rows.push(LimitRow {
            codes: [Code::LimitCompanyPerDay, Code::LimitCeilingCompanyPerDay],
            named: Some(3),
            bearer: LimitBearer::Business,
            setter: Setter::Company,
            slot: company,
            ceiling: ceilings.company_per_day.into(),
            ..day
        });
        let [ceiling, ..] = ceilings.user_per_operation;
        rows.push(LimitRow {
            codes: operation,
            setter: Setter::User,
            slot: user,
            ceiling: ceiling.into(),
            ..make
        });
    }
    rows.push(LimitRow {
        codes: [Code::LimitApproverPerItem; 2],
        bearer: LimitBearer::User,
        occasions: when(&[Occasion::Approve, Occasion::Check]),
        setter: Setter::Cap,
        ..PLAIN
    });
    rows
}

/// The bank's ceilings of one item and of one batch.
fn general_rows(business: &Business, general: &GeneralCeilings) -> Vec<LimitRow> {
    let looked_at = when(&[Occasion::Make, Occasion::Approve, Occasion::Check]);
    let row = LimitRow { occasions: looked_at, ..PLAIN };
    let per_item = general.per_item.map(|ceiling| LimitRow {
        per: LimitPer::Item,
        ceiling: MaybeAmount::some(ceiling),
        ..row
    });
    let per_batch = general.per_batch.filter(|_| !business.kind.is_single()).map(|ceiling| LimitRow {
        codes: [Code::LimitPerBatch; 2],
        ceiling: MaybeAmount::some(ceiling),
        ..row
    });
    per_item.into_iter().chain(per_batch).collect()
}

/// The row of a declared limit.
fn declared_row(draft: &LimitDraft, position: u16, limits: &Limits) -> LimitRow {
    let limit = &draft.limit;
    let slot = limits.get(position).map_or(0, |limit| limit.slot);
    let occasions = match (limit.on, limit.bearer) {
        (LimitOn::Approve, _) => when(&[Occasion::Approve]),
        (LimitOn::Request, LimitBearer::User) => when(&[Occasion::Make]),
        (LimitOn::Request, _) if limit.is_of_period() => Set::all(),
        (LimitOn::Request, _) => when(&[Occasion::Make, Occasion::Approve, Occasion::Check]),
    };
    LimitRow {
        codes: [Code::LimitDeclared, Code::LimitCeilingDeclared],
        named: Some(position),
        is_declared: true,
        bearer: limit.bearer,
        per: limit.per,
        measure: limit.measure,
        on: limit.on,
        occasions,
        counts: match (draft.payee_kinds, draft.younger_than) {
            (None, None) => Counts::All,
            (Some(kinds), None) => Counts::Kinds(kinds),
            (kinds, Some(minutes)) => Counts::Young(kinds, minutes),
        },
        setter: match (limit.fixed, limit.bearer) {
            (Some(_), _) => Setter::Nobody,
            (None, LimitBearer::Account) => Setter::Account,
            (None, LimitBearer::User) => Setter::User,
            (None, LimitBearer::Business | LimitBearer::Company | LimitBearer::Payee) => Setter::Company,
        },
        slot,
        fixed: limit.fixed.into(),
        ceiling: limit.ceiling.into(),
        ..PLAIN
    }
}
