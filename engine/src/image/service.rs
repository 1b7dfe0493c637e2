//! What is kept of a service.

use alloc::vec::Vec;
use core::ops::Range;

use crate::date::Day;
use crate::image::Damage;
use crate::image::fees::PERIODS_MAX;
use crate::image::kept::{
    Amount, Digest, Each, Keep, Layout, List, Maybe, Name, Number, Offset, Own, Size, Source, Word, Words,
    print,
};
use crate::index::Index;
use crate::language::bounds::{
    BUSINESS_DAYS_MAX, BUSINESSES, DAYS_AHEAD_MAX, HOLIDAYS, ITEMS_MAX, LEAST_PEOPLE, MONTHS_AHEAD_MAX,
    OWN_OPERATIONS, PATTERNS, PEOPLE_MAX, RIGHTS, RUN_TIMES, SWITCHED_MAX,
};
use crate::language::settings::Settings;
use crate::model::access::Access;
use crate::model::calendar::Calendar;
use crate::model::field::FieldRules;
use crate::model::grants::Grants;
use crate::model::limit::{LimitRows, Limits};
use crate::model::operation::{OperationSort, OwnOperation};
use crate::model::service::{
    Business, Ceilings, Least, PayeeBorneOffer, RequiredLimits, Right, ServiceModel, Slots,
};
use crate::model::table::{Dated, Prices};
use crate::model::window::{Closing, DAY_SECONDS, Window};
use crate::money::Currency;
use crate::terms::{ApprovalMode, BusinessKind, Method, PayeeKind, Role, Roll};

/// A name in Japanese and English.
type Label = Maybe<(Words, Words)>;

kept! { ServiceModel {
    id: Name,
    version: Name,
    digest: Digest,
    currency: Currency,
    utc_offset_seconds: Offset,
    settings: Settings,
    businesses: List<Business, 0, { BUSINESSES.max }> => Vec<Business>,
    rights: List<Right, 0, { RIGHTS.max }> => Vec<Right>,
    every_user: Grants,
    operations: List<OwnOperation, 0, { OWN_OPERATIONS.max }> => Vec<OwnOperation>,
    patterns: List<Name, 0, { PATTERNS.max }>,
    worlds: Each<u8, 6>,
    per_item: Maybe<Amount>,
    limits: Limits,
    calendar: Maybe<Calendar>,
    fields: FieldRules,
    access: Access,
    state_labels: Each<Label, 14>,
} made {
    business_index = Index::new(businesses.len(), |at| businesses.get(at).map(|one| &*one.key)),
    right_index = Index::new(rights.len(), |at| rights.get(at).map(|one| &*one.name)),
} }

kept! { Business {
    key: Name,
    kind: Word<BusinessKind>,
    modes: Word<ApprovalMode>,
    payee_kinds: Word<PayeeKind>,
    payee_borne: Maybe<PayeeBorneOffer>,
    payer_borne: bool,
    fees: Dated,
    per_count: Maybe<List<Prices, 1, PERIODS_MAX>>,
    max_items: Each<Number<1, ITEMS_MAX>, 2>,
    approval_group: Maybe<Name>,
    rights_group: Maybe<Name>,
    required: RequiredLimits,
    roll: Word<Roll>,
    self_approval_forbidden: bool,
    second_channel: bool,
    switch_to: List<(u16, Number<1, SWITCHED_MAX>), 0, { BUSINESSES.max }>,
    ceilings: Ceilings,
    least_people: List<Least, 0, { LEAST_PEOPLE.max }>,
    slots: Slots,
    limits: LimitRows,
    window: Maybe<Own<Window>>,
} }

kept! { Least {
    up_to: Maybe<Amount>,
    people: Number<0, PEOPLE_MAX>,
} }

kept! { PayeeBorneOffer {
    method: Word<Method>,
    selectable: bool,
} }

kept! { RequiredLimits {
    account_per_day: Each<bool, 3>,
    company_per_day: bool,
    user_per_operation: bool,
} }

kept! { Ceilings {
    account_per_day: Each<Maybe<Amount>, 3>,
    company_per_day: Maybe<Amount>,
    user_per_operation: Each<Maybe<Amount>, 3>,
} }

kept! { Slots {
    company: u16,
    account: u16,
    user: u16,
} }

kept! { Right {
    name: Name,
    businesses: List<u16, 0, { BUSINESSES.max }>,
    grants: Each<Grants, 2>,
    inquiries: Grants,
} }

kept! { OwnOperation {
    key: Name,
    sort: Word<OperationSort>,
    least_role: Word<Role>,
    of_user: bool,
    label: Label,
} }

/// Most holidays: those of the document and, for nine years, those of the nation.
const HOLIDAYS_MAX: usize = HOLIDAYS.max.saturating_add(300);

kept! { Calendar {
    from: Day,
    to: Day,
    holidays: List<Day, 0, HOLIDAYS_MAX>,
    weekend: u8,
    to_range: Place,
} }

/// A place in the text of the document.
struct Place;

impl Layout for Place {
    const LEAST: usize = 8;
    const PRINT: u64 = print("place", &[]);
}

impl Keep<Range<usize>> for Place {
    fn write(value: &Range<usize>, out: &mut Vec<u8>) {
        Size::write(&value.start, out);
        Size::write(&value.end, out);
    }

    fn read(from: &mut Source<'_>) -> Result<Range<usize>, Damage> {
        Ok(Size::read(from)?..Size::read(from)?)
    }
}

kept! { Window {
    base: Closing,
    other_bank: Maybe<Closing>,
    latest_business_days: Maybe<Number<0, BUSINESS_DAYS_MAX>>,
    latest_days: Maybe<Number<0, DAYS_AHEAD_MAX>>,
    latest_months: Maybe<Number<0, MONTHS_AHEAD_MAX>>,
    run_times: List<Number<0, DAY_SECONDS>, 0, { RUN_TIMES.max }>,
} }

kept! { Closing {
    business_days: Number<0, BUSINESS_DAYS_MAX>,
    cutoff: Number<0, DAY_SECONDS>,
} }
