//! The service document (`docs/rules.md`, sections 1.1, 6.1, 12.2, 13.1 and 14), without its settings.

use crate::language::access::{ACCESS, OWN_OPERATION};
use crate::language::bounds::{
    BUSINESS_DAYS_MAX, BUSINESSES, DAYS_AHEAD_MAX, FIELD_RULES, HOLIDAYS, ITEMS_MAX, LEAST_PEOPLE,
    LENGTH_MAX, LIMITS, LIMITS_SET, LISTED, MINUTES_MAX, MONTHS_AHEAD_MAX, OPERATIONS, OWN_OPERATIONS,
    PATTERNS, PEOPLE_MAX, RIGHTS, RULES_OF_FIELD, RUN_TIMES, STATES, SWITCHED_MAX, TIERS, VALUES, VERSIONS,
};
use crate::language::settings::SETTINGS;
use crate::language::words::Vocabulary;
use crate::language::{Absent, Type, objects};
use crate::terms::PayeeKind;

/// Some businesses.
pub(super) static BUSINESS_NAMES: Type = Type::set(&Type::Name, &BUSINESSES).filled();
/// Operations with their scopes.
static SCOPES: Type =
    Type::by_word(Vocabulary::OperationOfRights, &Type::Word(Vocabulary::Scope), &OPERATIONS);
/// The same with those of the bank's own, which have no other scope than all.
static SCOPES_OF_ALL: Type =
    Type::by_word_or_name(Vocabulary::OperationOfRights, &Type::Word(Vocabulary::Scope), &OPERATIONS);
/// A fee table.
pub(super) static TIER_LIST: Type = Type::list(&Type::Object(&TIER), &TIERS).filled();
/// One rule, or several of which the first applies.
static RULE_LIST: Type = Type::list(&Type::Object(&FIELD_RULE), &RULES_OF_FIELD).filled().or_one();
static FORM_RULES: Type = Type::map(&RULE_LIST, &FIELD_RULES);
static AMOUNT_OR_BY_PAYEE_KIND: Type = Type::Either(&Type::Amount, &Type::Object(&BY_PAYEE_KIND));
/// Limits of a user: by business, there by payee kind for kind transfer, and by declared limit.
pub(super) static LIMITS_OF_USER: Type = Type::map(&AMOUNT_OR_BY_PAYEE_KIND, &LIMITS_SET).sparse();
static AMOUNT_OR_PER_DAY: Type = Type::Either(&Type::Amount, &Type::Object(&ACCOUNT_PER_DAY));
/// Limits of an account: of a day by business, and by declared limit.
pub(super) static LIMITS_OF_ACCOUNT: Type = Type::map(&AMOUNT_OR_PER_DAY, &LIMITS_SET).sparse();
/// Limits of a company: by business, and by declared limit.
pub(super) static LIMITS_OF_COMPANY: Type = Type::map(&Type::Amount, &LIMITS_SET);
/// Ceilings of an account and day, by business.
static AMOUNTS_OF_ACCOUNT: Type = Type::map(&Type::Object(&ACCOUNT_PER_DAY), &BUSINESSES).sparse();
/// Amounts by business.
pub(super) static AMOUNTS: Type = Type::map(&Type::Amount, &BUSINESSES);

/// The names of all payee kinds.
const PAYEE_KINDS: &[&str] =
    &[PayeeKind::PreRegistered.name(), PayeeKind::UserRegistered.name(), PayeeKind::NewAccount.name()];

objects! {
    /// Service: what a bank offers
    SERVICE ServiceMembers {
        /// Version of the format
        "format" format: Type::Format, Absent::Required;
        /// The bank's service
        "id" id: Type::Name, Absent::Required;
        /// Version of this document
        "version" version: Type::Name, Absent::Required;
        /// The bank's name
        "label" label: Type::Label, Absent::Nothing;
        /// ISO 4217 code of an active currency
        "currency" currency: Type::Currency, Absent::Required;
        /// Offset from UTC by which `now` becomes the operation day
        "utcOffset" utc_offset: Type::UtcOffset, Absent::Required;
        /// How the bank decides where banks differ
        "settings" settings: Type::Object(&SETTINGS), Absent::Empty;
        /// Businesses by the bank's own keys, which have no dot
        "businesses" businesses: Type::map(&Type::Object(&BUSINESS), &BUSINESSES), Absent::Required;
        /// Rights by name: BUSINESS.WHAT or BUSINESS.WHAT.NARROWING
        "rights" rights: Type::map(&Type::Object(&RIGHT), &RIGHTS), Absent::Required;
        /// What every enabled user may do without a right
        "everyUser" every_user: SCOPES_OF_ALL, Absent::Empty;
        /// Patterns (振込パターン): for every transfer exactly one row holds
        "patterns" patterns: Type::set_by_id(&Type::Object(&PATTERN), &PATTERNS), Absent::Empty;
        /// The bank's own fee tables (基準手数料), by date
        "standardFees" standard_fees: Type::list(&Type::Object(&STANDARD_VERSION), &VERSIONS), Absent::Empty;
        /// The bank's ceilings (取扱限度額)
        "ceilings" ceilings: Type::Object(&CEILINGS), Absent::Empty;
        /// Business days (営業日)
        "calendar" calendar: Type::Object(&CALENDAR), Absent::Nothing;
        /// When requests are taken in (受付期間), by business
        "windows" windows: Type::map(&Type::Object(&WINDOW), &BUSINESSES), Absent::Empty;
        /// Who may come in (利用資格)
        "access" access: Type::Object(&ACCESS), Absent::Empty;
        /// Rules for what a person types, by form and field: one, or a list of which the first that applies holds
        "fields" fields: Type::Object(&FIELDS), Absent::Empty;
        /// The bank's own words for the states of an item
        "stateLabels" state_labels: Type::by_word(Vocabulary::State, &Type::Label, &STATES), Absent::Empty;
        /// Limits of the bank's own making (限度額), by keys that no business has
        "limits" limits: Type::map(&Type::Object(&LIMIT), &LIMITS), Absent::Empty;
        /// Operations of the bank's own (銀行が定める操作), by keys that are no operation that every bank has
        "operations" operations: Type::map(&Type::Object(&OWN_OPERATION), &OWN_OPERATIONS), Absent::Empty;
    }
    /// A limit of the bank's own making
    LIMIT LimitMembers {
        /// Whose limit it is: the company's, the debit account's, that of the user who acts, or the payee's
        "of" of: Type::Word(Vocabulary::LimitOf), Absent::Required;
        /// Over what it adds up; a week begins on Monday
        "per" per: Type::Word(Vocabulary::LimitPer), Absent::Required;
        /// What it measures: amounts, or the number of items
        "measure" measure: Type::Word(Vocabulary::Measure), Absent::Is("amount");
        /// When it is asked about: as an item is made, or as it is approved
        "on" on: Type::Word(Vocabulary::LimitOn), Absent::Is("request");
        /// Businesses whose items it counts; absent: all
        "businesses" businesses: BUSINESS_NAMES, Absent::Nothing;
        /// Kinds of payees whose items it counts; absent: all
        "payeeKinds" payee_kinds: Type::set(&Type::Word(Vocabulary::PayeeKind), &VALUES).filled(), Absent::Nothing;
        /// Counts only items whose payee was filed less than so many minutes ago
        "payeeYoungerThanMinutes" payee_younger_than: Type::Number(1, MINUTES_MAX), Absent::Nothing;
        /// The bank's own value; then nobody else sets one
        "amount" amount: Type::Amount, Absent::Nothing;
        /// The most that anybody may set; the limit where nobody sets one
        "ceiling" ceiling: Type::Amount, Absent::Nothing;
        /// Whether a value must be set
        "required" required: Type::Flag, Absent::Is("false");
        /// Its name for people
        "label" label: Type::Label, Absent::Nothing;
    }
    /// A name for people, which decides nothing
    LABEL LabelMembers {
        /// Japanese
        "ja" ja: Type::Text, Absent::Required;
        /// English
        "en" en: Type::Text, Absent::Required;
    }
    /// A business (業務)
    BUSINESS BusinessMembers {
        /// What sort of business: 振込振替 (one payee a request), 総合振込, 給与振込, 賞与振込, 口座振替, 地方税納付, 代金回収, other (lists)
        "kind" kind: Type::Word(Vocabulary::BusinessKind), Absent::Required;
        /// Its name
        "label" label: Type::Label, Absent::Nothing;
        /// Modes that companies may choose: 承認なし, シングル承認, ダブル承認（順序なし）, ダブル承認（順序あり）, 承認ポリシー
        "approvalModes" approval_modes: Type::set(&Type::Word(Vocabulary::ApprovalMode), &VALUES).filled(),
            Absent::Required;
        /// Kinds of payees, for kind transfer only; absent: all
        "payeeKinds" payee_kinds: Type::set(&Type::Word(Vocabulary::PayeeKind), &VALUES).filled(),
            Absent::All(PAYEE_KINDS);
        /// What companies may set about fees
        "fees" fees: Type::Object(&OFFERS), Absent::Empty;
        /// Most items of a batch
        "maxItems" max_items: Type::NumberOr(1, ITEMS_MAX, &ITEMS_BY_ENTRY), Absent::Each("50000");
        /// Businesses of one group have one approval mode, named by the group
        "approvalGroup" approval_group: Type::Name, Absent::Nothing;
        /// Businesses of one group share rights, named by the group
        "rightsGroup" rights_group: Type::Name, Absent::Nothing;
        /// Limits that a company has to set; absent: all of the business's kind
        "limits" limits: Type::set(&Type::Word(Vocabulary::LimitName), &VALUES), Absent::RequiredLimits;
        /// Overrides settings.holiday.roll
        "roll" roll: Type::Word(Vocabulary::Roll), Absent::Roll;
        /// Businesses to which its items may be switched (切替)
        "switchTo" switch_to: Type::map(&Type::Object(&SWITCH), &BUSINESSES), Absent::Empty;
        /// What bounds the modes and policies of companies
        "policy" policy: Type::Object(&POLICY_BOUNDS), Absent::Empty;
    }
    /// What bounds the policies and modes of companies
    POLICY_BOUNDS PolicyBoundsMembers {
        /// How many people must approve at the least, by amount, rising
        "leastPeople" least_people: Type::list(&Type::Object(&LEAST), &LEAST_PEOPLE), Absent::Empty;
    }
    /// How many people must approve up to an amount
    LEAST LeastMembers {
        /// The most that it is for; the last has none
        "upTo" up_to: Type::Amount, Absent::Nothing;
        /// How many people at the least
        "people" people: Type::Number(0, PEOPLE_MAX), Absent::Required;
    }
    /// What companies may set about fees
    OFFERS OfferMembers {
        /// Offered: the payee bears the fee (先方負担)
        "payeeBorne" payee_borne: Type::Object(&PAYEE_BORNE_OFFER), Absent::Nothing;
        /// Offered: companies may keep a table of what they pay (当方負担手数料)
        "payerBorne" payer_borne: Type::Object(&PAYER_BORNE_OFFER), Absent::Nothing;
        /// A fee per count (口座振替), always in force
        "perCount" per_count: Type::Object(&PER_COUNT), Absent::Nothing;
    }
    /// How the bank offers that the payee bears the fee
    PAYEE_BORNE_OFFER PayeeBorneOfferMembers {
        /// Whether companies choose the method
        "methodSelectable" method_selectable: Type::Flag, Absent::Selectable;
        /// The bank's method
        "method" method: Type::Word(Vocabulary::Method), Absent::Method;
    }
    /// That companies may keep a table of what they pay: there is nothing to state
    PAYER_BORNE_OFFER PayerBorneOfferMembers {}
    /// A fee per count (口座振替): unit x number of items
    PER_COUNT PerCountMembers {
        /// Price of one item, up to 12 digits and 6 decimals
        "unit" unit: Type::UnitPrice, Absent::Required;
        /// Rounding of the whole, once
        "round" round: Type::Word(Vocabulary::Round), Absent::Is("down");
    }
    /// Most items of a batch by how it comes in
    ITEMS_BY_ENTRY ItemsByEntryMembers {
        /// 画面入力
        "screen" screen: Type::Number(1, ITEMS_MAX), Absent::Required;
        /// ファイル受付
        "file" file: Type::Number(1, ITEMS_MAX), Absent::Required;
    }
    /// How items may be switched to a business
    SWITCH SwitchMembers {
        /// Most items of one switch
        "maxItems" max_items: Type::Number(1, SWITCHED_MAX), Absent::Is("10");
    }
    /// A right (権限), one check box of the bank's screen
    RIGHT RightMembers {
        /// Its name
        "label" label: Type::Label, Absent::Nothing;
        /// The business, or rights group, where the name does not begin with it
        "business" business: Type::Name, Absent::Nothing;
        /// The only payee kind it is for, where the name's third part does not say
        "payeeKind" payee_kind: Type::Word(Vocabulary::PayeeKind), Absent::Nothing;
        /// The only entry it is for, where the name's third part does not say
        "entry" entry: Type::Word(Vocabulary::Entry), Absent::Nothing;
        /// Where the company's mode is not none
        "approvalOn" approval_on: SCOPES, Absent::Empty;
        /// Where the mode is none
        "approvalOff" approval_off: SCOPES, Absent::Empty;
        /// In both
        "always" always: SCOPES_OF_ALL, Absent::Empty;
    }
    /// A pattern (振込パターン)
    PATTERN PatternMembers {
        /// Name of the pattern, other than from and perCount
        "key" key: Type::Name, Absent::Required;
        /// What has to hold; what is not stated does not matter
        "when" when: Type::Object(&PATTERN_WHEN), Absent::Required;
    }
    /// What has to hold; what is not stated does not matter
    PATTERN_WHEN PatternWhenMembers {
        /// The payee is at the debit account's bank
        "sameBank" same_bank: Type::Flag, Absent::Nothing;
        /// And at its branch
        "sameBranch" same_branch: Type::Flag, Absent::Nothing;
        /// 文書扱
        "document" document: Type::Flag, Absent::Nothing;
    }
    /// A version of the bank's own fee tables (基準手数料)
    STANDARD_VERSION StandardVersionMembers {
        /// First day on which the version is in force; rises from version to version
        "from" from: Type::Day, Absent::Required;
        /// By business: a table for every pattern, or a fee per count
        "tables" tables: Type::map(&Type::Object(&STANDARD_TABLES), &BUSINESSES), Absent::Required;
    }
    /// A table for every pattern, or a fee per count
    STANDARD_TABLES StandardTablesMembers {
        /// A fee per count (口座振替), in place of all tables
        "perCount" per_count: Type::Object(&PER_COUNT), Absent::Nothing;
    } others TIER_LIST;
    /// A tier of a fee table
    TIER TierMembers {
        /// Lowest amount of the tier (以上); rises from tier to tier
        "from" from: Type::Amount, Absent::Required;
        /// The fee
        "fee" fee: Type::Amount, Absent::Nothing;
        /// The fee as a part of the amount
        "rate" rate: Type::Rate, Absent::Nothing;
        /// Least fee
        "min" min: Type::Amount, Absent::Nothing;
        /// Most fee
        "max" max: Type::Amount, Absent::Nothing;
        /// What happens between two units: towards zero (切り捨て), away from zero (切り上げ), halves away from zero (四捨五入), halves to the even one
        "round" round: Type::Word(Vocabulary::Round), Absent::Is("down");
    }
    /// The bank's ceilings (取扱限度額)
    CEILINGS CeilingMembers {
        /// Of an account and day, for businesses of kind transfer
        "accountPerDay" account_per_day: AMOUNTS_OF_ACCOUNT, Absent::Empty;
        /// Of a company and day, for the other businesses
        "companyPerDay" company_per_day: AMOUNTS, Absent::Empty;
        /// Of a user and operation; by payee kind for kind transfer
        "userPerOperation" user_per_operation: Type::map(&AMOUNT_OR_BY_PAYEE_KIND, &BUSINESSES), Absent::Empty;
        /// Of one item
        "perItem" per_item: Type::Amount, Absent::Nothing;
        /// Of the sum of one batch
        "perBatch" per_batch: Type::Amount, Absent::Nothing;
    }
    /// Amounts by payee kind
    BY_PAYEE_KIND ByPayeeKindMembers {
        /// 事前登録
        "preRegistered" pre_registered: Type::Amount, Absent::Nothing;
        /// 利用者登録
        "userRegistered" user_registered: Type::Amount, Absent::Nothing;
        /// 新規口座指定
        "newAccount" new_account: Type::Amount, Absent::Nothing;
    }
    /// Amounts of an account and day (口座一日当たり)
    ACCOUNT_PER_DAY AccountPerDayMembers {
        /// 合計
        "total" total: Type::Amount, Absent::Nothing;
        /// 都度指定: user-registered and new payees
        "adHoc" ad_hoc: Type::Amount, Absent::Nothing;
        /// 事前登録
        "preRegistered" pre_registered: Type::Amount, Absent::Nothing;
    }
    /// Business days (営業日)
    CALENDAR CalendarMembers {
        /// First day that is known
        "from" from: Type::Day, Absent::Required;
        /// Last day that is known
        "to" to: Type::Day, Absent::Required;
        /// Days on which the bank is closed
        "holidays" holidays: Type::set(&Type::Day, &HOLIDAYS), Absent::Empty;
        /// Days of the week on which it is closed
        "weekend" weekend: Type::set(&Type::Word(Vocabulary::Weekday), &VALUES), Absent::Required;
        /// Adds the bank holidays of Japan: national holidays with their substitutes, and 31 December to 3 January
        "national" national: Type::Word(Vocabulary::Nation), Absent::Nothing;
    }
    /// When requests of a business are taken in (受付期間)
    WINDOW WindowMembers {
        /// Business days before the value date at the latest
        "earliestBusinessDays" earliest_business_days: Type::Number(0, BUSINESS_DAYS_MAX), Absent::Is("0");
        /// Business days before the value date at the earliest
        "latestBusinessDays" latest_business_days: Type::Number(0, BUSINESS_DAYS_MAX), Absent::Nothing;
        /// Days before the value date at the earliest
        "latestDays" latest_days: Type::Number(0, DAYS_AHEAD_MAX), Absent::Nothing;
        /// Months before the value date at the earliest
        "latestMonths" latest_months: Type::Number(0, MONTHS_AHEAD_MAX), Absent::Nothing;
        /// Time of day until which requests are taken in on the last day; absent: its end
        "cutoff" cutoff: Type::Time, Absent::Nothing;
        /// Holds where any payee is at another bank; not later than the rest
        "otherBank" other_bank: Type::Object(&OTHER_BANK), Absent::Nothing;
        /// Times of day at which approved items are taken away for execution, rising
        "runTimes" run_times: Type::list(&Type::Time, &RUN_TIMES).distinct(), Absent::Empty;
    }
    /// The bounds of a window that hold where any payee is at another bank
    OTHER_BANK OtherBankMembers {
        /// In place of the one outside
        "earliestBusinessDays" earliest_business_days: Type::Number(0, BUSINESS_DAYS_MAX), Absent::Is("0");
        /// In place of the one outside; absent: the end of the day
        "cutoff" cutoff: Type::Time, Absent::Nothing;
    }
    /// Rules for what a person types, by form
    FIELDS FieldsMembers {
        /// Fields of a request
        "request" request: Type::by_word(Vocabulary::RuledField, &RULE_LIST, &FIELD_RULES), Absent::Nothing;
        /// Fields of the company's form (企業情報)
        "company" company: FORM_RULES, Absent::Empty;
        /// Fields of the form of a user (利用者)
        "user" user: FORM_RULES, Absent::Empty;
        /// Fields of the form of an account (口座)
        "account" account: FORM_RULES, Absent::Empty;
        /// Fields of the form of a fee table (手数料情報)
        "feeTable" fee_table: FORM_RULES, Absent::Empty;
        /// Fields of the form of a group of users (グループ)
        "group" group: FORM_RULES, Absent::Empty;
    }
    /// A rule for one field
    FIELD_RULE FieldRuleMembers {
        /// Whether the field has to be given; `new`: where the form makes a new element
        "required" required: Type::Either(&Type::Flag, &Type::Word(Vocabulary::RequiredOf)), Absent::Is("false");
        /// Kind of characters (文字種)
        "characters" characters: Type::Word(Vocabulary::CharacterKind), Absent::Is("any");
        /// Further characters that are allowed
        "also" also: Type::Text, Absent::Nothing;
        /// Least characters
        "minLength" min_length: Type::Number(1, LENGTH_MAX), Absent::Nothing;
        /// Most characters
        "maxLength" max_length: Type::Number(1, LENGTH_MAX), Absent::Nothing;
        /// Most bytes of the record: half-width 1, full-width 2
        "maxBytes" max_bytes: Type::Number(1, LENGTH_MAX), Absent::Nothing;
        /// At least one of each (混在)
        "mix" mix: Type::list(&Type::Word(Vocabulary::MixClass), &VALUES).distinct().filled(), Absent::Nothing;
        /// The allowed values
        "list" list: Type::set(&Type::FilledText, &LISTED).filled(), Absent::Nothing;
        /// What stands at each place of the whole text, such as `k000000.p12`: `0` a digit, `A` a capital letter, `a` a small letter, any other character itself; behind a `\` each is itself
        "shape" shape: Type::Shape, Absent::Nothing;
        /// Least amount
        "min" min: Type::Amount, Absent::Nothing;
        /// Most amount
        "max" max: Type::Amount, Absent::Nothing;
        /// Whether NAMEAgain has to be typed and be equal (再入力)
        "typedTwice" typed_twice: Type::Flag, Absent::Is("false");
        /// Other fields from which it has to differ
        "unequalTo" unequal_to: Type::list(&Type::FilledText, &LISTED).distinct().filled(), Absent::Nothing;
        /// Of a request: businesses for which the rule holds; absent: all
        "businesses" businesses: BUSINESS_NAMES, Absent::Nothing;
    }
}
