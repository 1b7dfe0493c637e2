//! What is kept of a bank's settings.

use crate::date::Day;
use crate::image::kept::{Amount, Fraction, List, Maybe, Number, Word};
use crate::language::bounds::{CODE_MAX, DAYS_OF_YEAR_MAX, FEE_BOUNDS, SENDER_MAX, TAX_RATES, USERS_MAX};
use crate::language::settings::{
    AccountSettings, AddressSettings, ApprovalSettings, CertificateSettings, CharsetSettings, CodeShape,
    FeeSettings, HolidaySettings, LimitSettings, NameSettings, OfBusinesses, RoleSettings, Settings,
};
use crate::language::words::{
    AfterRevoke, CharsetPolicy, CodeCharacters, CompanySettings, FeeGePayment, MethodFamily, Moment,
    OnExpiry, OnFailure, OnModeChange, Overflow, Rescue, Revoke, Situation, SubRelation, TaxMode, Unordered,
    Wo, ZeroMeans,
};
use crate::terms::{DateBasis, DayBasis, Debit, Method, Roll, Round};

kept! { Settings {
    fee: FeeSettings,
    approval: ApprovalSettings,
    limit: LimitSettings,
    roles: RoleSettings,
    holiday: HolidaySettings,
    account: AccountSettings,
    cert: CertificateSettings,
    name: NameSettings,
    charset: CharsetSettings,
    overflow: Word<Overflow>,
    ip: AddressSettings,
} }

kept! { FeeSettings {
    method_family: Maybe<Word<MethodFamily>>,
    method: Word<Method>,
    method_selectable_for_furikomi: bool,
    bounds: Maybe<List<Amount, 0, { FEE_BOUNDS.max }>>,
    minimum_inclusive: bool,
    fee_ge_payment: Word<FeeGePayment>,
    date_basis: Word<DateBasis>,
    tax: Word<TaxMode>,
    tax_rates: List<(Day, Fraction), 0, { TAX_RATES.max }>,
    tax_round: Word<Round>,
    debit: Maybe<Word<Debit>>,
} }

kept! { ApprovalSettings {
    unordered: Word<Unordered>,
    named_by_requester: bool,
    approver_needs_account: bool,
    revoke: Word<Revoke>,
    after_revoke: Word<AfterRevoke>,
    on_expiry: Word<OnExpiry>,
    on_mode_change: Word<OnModeChange>,
    on_failure: Word<OnFailure>,
    revision_required: bool,
    rescue: Word<Rescue>,
    execute_within_days: Number<0, DAYS_OF_YEAR_MAX>,
} made {
    // Each business keeps these for itself.
    self_approval = OfBusinesses,
    second_channel = OfBusinesses,
} }

kept! { LimitSettings {
    day_basis: Word<DayBasis>,
    inclusive: bool,
    count_fees: bool,
    count_reservations: bool,
    ad_hoc_includes_registered_today: bool,
    sub_relation: Word<SubRelation>,
    zero_means: Word<ZeroMeans>,
    release_on_cancel: bool,
    check_at: Word<Moment>,
    take_at: Word<Moment>,
} }

kept! { RoleSettings {
    company_settings: Word<CompanySettings>,
    max_users: Number<1, USERS_MAX>,
    administrator_required: bool,
} }

kept! { HolidaySettings { roll: Word<Roll> } }

kept! { AccountSettings {
    bank: CodeShape,
    branch: CodeShape,
    kind: CodeShape,
    number: CodeShape,
} }

kept! { CodeShape {
    characters: Word<CodeCharacters>,
    min: Number<1, CODE_MAX>,
    max: Number<1, CODE_MAX>,
} }

kept! { CertificateSettings { grace_days: Number<0, DAYS_OF_YEAR_MAX> } }

kept! { NameSettings {
    sender_len: Number<1, SENDER_MAX>,
    sender_len_with_edi: Maybe<Number<1, SENDER_MAX>>,
} }

kept! { CharsetSettings {
    policy: Word<CharsetPolicy>,
    wo: Word<Wo>,
} }

kept! { AddressSettings { scope: Word<Situation> } }
