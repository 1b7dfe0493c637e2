//! How much of everything a document may hold (`docs/rules.md`, section 11).

/// What a list or map holds, and how much of it there may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bound {
    pub max: usize,
    pub en: &'static str,
    pub ja: &'static str,
}

/// Declares bounds of lists and maps.
macro_rules! bounds {
    ($($name:ident $max:literal $en:literal $ja:literal;)+) => {
        $(pub(crate) static $name: Bound = Bound { max: $max, en: $en, ja: $ja };)+
    };
}

bounds! {
    BUSINESSES 64 "businesses" "業務";
    PATTERNS 16 "patterns" "振込パターン";
    RIGHTS 512 "rights" "権限";
    VERSIONS 128 "fee versions" "手数料の版";
    TIERS 64 "tiers" "手数料の区分";
    TAX_RATES 8 "tax rates" "消費税率";
    HOLIDAYS 2_000 "holidays" "休日";
    USERS 1_000 "users" "利用者";
    ACCOUNTS 1_000 "accounts" "口座";
    LIMITS 64 "declared limits" "限度額の定義";
    LIMITS_SET 128 "limits" "限度額";
    GROUPS 64 "groups" "グループ";
    CANDIDATES 1_000 "approver candidates" "承認者候補";
    FEE_BOUNDS 64 "bounds" "区分の境界額";
    OPERATIONS 64 "operations" "操作";
    OWN_OPERATIONS 30 "operations of the bank's own" "銀行が定める操作";
    STATES 14 "states" "状態";
    FIELD_RULES 64 "field rules" "項目の規則";
    RULES_OF_FIELD 16 "rules of one field" "一つの項目の規則";
    LISTED 64 "values" "値";
    POLICY_ROWS 32 "rows of a policy" "承認ポリシーの行";
    BANDS 16 "bands" "金額の区分";
    ALTERNATIVES 8 "alternatives" "選択肢";
    STEPS 8 "steps" "承認の段階";
    LEAST_PEOPLE 16 "bounds" "境界額";
    RUN_TIMES 24 "run times" "処理時刻";
    VALUES 16 "values" "値";
    ATTRIBUTES 64 "attributes" "属性";
    ATTRIBUTES_STATED 84 "attributes" "属性";
    CONDITIONS 64 "conditions" "条件";
    NODES 64 "parts of one condition" "一つの条件を構成する要素";
    ACCESS_VALUES 64 "values" "値";
    SET_VALUES 63 "values of a set" "集合の値";
    RANGES 256 "ranges of addresses" "アドレス範囲";
}

/// Most bytes of an id, a key or a code.
pub(crate) const NAME_MAX: usize = 64;
/// Most bytes of a text or key between its quotes.
pub(crate) const TEXT_MAX: usize = 1_024;
/// Most digits of an offset from a clock.
pub(crate) const OFFSET_DIGITS: usize = 6;
/// Most minutes of `payeeYoungerThanMinutes`: ten years.
pub(crate) const MINUTES_MAX: u32 = 5_270_400;
/// Most users of a company, whatever `roles.maxUsers` says.
pub(crate) const USERS_MAX: u32 = 1_000;
/// Most days of `approval.executeWithinDays` and of `cert.graceDays`.
pub(crate) const DAYS_OF_YEAR_MAX: u32 = 366;
/// Most characters of a sender's code and name together.
pub(crate) const SENDER_MAX: u32 = 120;
/// Most characters of a code of an account.
pub(crate) const CODE_MAX: u32 = 35;
/// Most items that a business may take in a batch.
pub(crate) const ITEMS_MAX: u32 = 100_000;
/// Most items of one switch.
pub(crate) const SWITCHED_MAX: u32 = 1_000;
/// Most business days between acceptance and value date.
pub(crate) const BUSINESS_DAYS_MAX: u32 = 1_000;
/// Most days, and most months, that a value date may be ahead.
pub(crate) const DAYS_AHEAD_MAX: u32 = 3_660;
pub(crate) const MONTHS_AHEAD_MAX: u32 = 120;
/// Most characters or bytes that a field rule may ask for.
pub(crate) const LENGTH_MAX: u32 = 1_024;
/// Most people of one alternative of a policy, and of `leastPeople`.
pub(crate) const PEOPLE_MAX: u32 = 16;
/// Most digits of an account's and a user's limits, and of a company's.
pub(crate) const ACCOUNT_DIGITS: u32 = 15;
pub(crate) const COMPANY_DIGITS: u32 = 12;
/// Most digits of a price per count before the point, and most decimals.
pub(crate) const UNIT_DIGITS: usize = 12;
pub(crate) const UNIT_DECIMALS: usize = 6;
/// Most decimals of a rate.
pub(crate) const RATE_DECIMALS: usize = 10;
