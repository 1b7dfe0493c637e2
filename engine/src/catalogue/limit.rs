//! Reasons of the limit step. Does it fit?

use crate::catalogue::{FigureKind, FigureRow, Given, Text};

/// A limit in amounts: `max` is the largest payment that would still fit.
pub(super) const AMOUNTS: &[FigureRow] = &[
    ("limit", FigureKind::Amount, Given::Always),
    ("used", FigureKind::Amount, Given::Always),
    ("requested", FigureKind::Amount, Given::Always),
    ("max", FigureKind::Amount, Given::IfKnown),
];

/// A limit in numbers of payees.
pub(super) const COUNTS: &[FigureRow] = &[
    ("limit", FigureKind::Count, Given::Always),
    ("used", FigureKind::Count, Given::Always),
    ("requested", FigureKind::Count, Given::Always),
    ("max", FigureKind::Count, Given::Always),
];

/// A declared limit, in amounts or in numbers of items: `max` is the largest payment, sum or number that would still fit.
pub(super) const DECLARED: &[FigureRow] = &[
    ("key", FigureKind::Limit, Given::Always),
    ("limit", FigureKind::Quantity, Given::Always),
    ("used", FigureKind::Quantity, Given::Always),
    ("requested", FigureKind::Quantity, Given::Always),
    ("max", FigureKind::Quantity, Given::IfKnown),
];

/// The way out of a declared limit, whatever it measures.
pub(super) const LARGEST_OF_DECLARED: Text =
    ("この限度額に収まる最大は{max}です。", "The most that fits this limit is {max}.");

/// The way out of every limit on a payment. Not `up to`: where the fee is kept back, less can be above the limit.
pub(super) const LARGEST: Text =
    ("この限度額に収まる最大の支払金額は{max}です。", "The largest payment that fits this limit is {max}.");

/// Puts these rows behind others.
macro_rules! with_limit {
    ($($rows:tt)*) => { with_approval! { $($rows)* Limit {
        /// The account's daily limit is exceeded.
        LimitAccountPerDayTotal = 501 "limit.accountPerDay.total" "ACCOUNT-DAY" {
            figures: AMOUNTS,
            ja: "口座一日当たり限度額（合計）{limit}を超えています（当日累積額{used}、今回{requested}）。",
            en: "The account's limit per day of {limit} is exceeded: {used} is used and this adds {requested}.",
            ways: [LARGEST],
        }
        /// The account's daily limit for ad-hoc payees is exceeded.
        LimitAccountPerDayAdHoc = 502 "limit.accountPerDay.adHoc" "AD-HOC" {
            figures: AMOUNTS,
            ja: "口座一日当たり限度額（都度指定）{limit}を超えています（当日累積額{used}、今回{requested}）。",
            en: "The account's limit per day for ad-hoc payees of {limit} is exceeded: {used} is used and this adds {requested}.",
            ways: [LARGEST],
        }
        /// The account's daily limit for pre-registered payees is exceeded.
        LimitAccountPerDayPreRegistered = 503 "limit.accountPerDay.preRegistered" "PRE-REGISTERED" {
            figures: AMOUNTS,
            ja: "口座一日当たり限度額（事前登録）{limit}を超えています（当日累積額{used}、今回{requested}）。",
            en: "The account's limit per day for pre-registered payees of {limit} is exceeded: {used} is used and this adds {requested}.",
            ways: [LARGEST],
        }
        /// The company's daily limit is exceeded.
        LimitCompanyPerDay = 504 "limit.companyPerDay" "COMPANY-DAY" {
            figures: AMOUNTS,
            ja: "企業一日当たり限度額{limit}を超えています（当日累積額{used}、今回{requested}）。",
            en: "The company's limit per day of {limit} is exceeded: {used} is used and this adds {requested}.",
            ways: [LARGEST],
        }
        /// The user's limit per operation is exceeded.
        LimitUserPerOperation = 505 "limit.userPerOperation" "USER-OPERATION" {
            figures: AMOUNTS,
            ja: "利用者一回当たり限度額{limit}を超えています（今回{requested}）。",
            en: "{requested} is above the user's limit per operation of {limit}.",
            ways: [LARGEST],
        }
        /// The largest item is over the approver's cap.
        LimitApproverPerItem = 506 "limit.approverPerItem" "APPROVER-ITEM" {
            figures: AMOUNTS,
            ja: "承認者の明細上限金額{limit}を超えています（今回{requested}）。",
            en: "{requested} is above the approver's cap per item of {limit}.",
            ways: [LARGEST],
        }
        /// A limit of the bank's own making is exceeded.
        LimitDeclared = 516 "limit.declared" "DECLARED-LIMIT" {
            figures: DECLARED,
            ja: "限度額（{key}）{limit}を超えています（使用済み{used}、今回{requested}）。",
            en: "The limit {key} of {limit} is exceeded: {used} is used and this adds {requested}.",
            ways: [LARGEST_OF_DECLARED],
        }
        /// The bank's ceiling for an account and day is exceeded.
        LimitCeilingAccountPerDayTotal = 507 "limit.ceiling.accountPerDay.total" "CEILING-ACCOUNT-DAY" {
            figures: AMOUNTS,
            ja: "金融機関の口座一日当たり取扱限度額{limit}を超えています（当日累積額{used}、今回{requested}）。",
            en: "The bank's ceiling per account and day of {limit} is exceeded: {used} is used and this adds {requested}.",
            ways: [LARGEST],
        }
        /// The bank's ceiling for ad-hoc payees is exceeded.
        LimitCeilingAccountPerDayAdHoc = 508 "limit.ceiling.accountPerDay.adHoc" "CEILING-AD-HOC" {
            figures: AMOUNTS,
            ja: "金融機関の口座一日当たり取扱限度額{limit}を超えています（当日累積額{used}、今回{requested}）。",
            en: "The bank's ceiling per account and day of {limit} is exceeded: {used} is used and this adds {requested}.",
            ways: [LARGEST],
        }
        /// The bank's ceiling for pre-registered payees is exceeded.
        LimitCeilingAccountPerDayPreRegistered = 509 "limit.ceiling.accountPerDay.preRegistered" "CEILING-PRE-REGISTERED" {
            figures: AMOUNTS,
            ja: "金融機関の口座一日当たり取扱限度額{limit}を超えています（当日累積額{used}、今回{requested}）。",
            en: "The bank's ceiling per account and day of {limit} is exceeded: {used} is used and this adds {requested}.",
            ways: [LARGEST],
        }
        /// The bank's ceiling for a company and day is exceeded.
        LimitCeilingCompanyPerDay = 510 "limit.ceiling.companyPerDay" "CEILING-COMPANY-DAY" {
            figures: AMOUNTS,
            ja: "金融機関の企業一日当たり取扱限度額{limit}を超えています（当日累積額{used}、今回{requested}）。",
            en: "The bank's ceiling per company and day of {limit} is exceeded: {used} is used and this adds {requested}.",
            ways: [LARGEST],
        }
        /// The bank's ceiling for one operation is exceeded.
        LimitCeilingUserPerOperation = 511 "limit.ceiling.userPerOperation" "CEILING-USER-OPERATION" {
            figures: AMOUNTS,
            ja: "金融機関の一回当たり取扱限度額{limit}を超えています（今回{requested}）。",
            en: "{requested} is above the bank's ceiling per operation of {limit}.",
            ways: [LARGEST],
        }
        /// The bank's ceiling for a limit of its own making is exceeded.
        LimitCeilingDeclared = 517 "limit.ceiling.declared" "CEILING-DECLARED" {
            figures: DECLARED,
            ja: "金融機関の取扱限度額（{key}）{limit}を超えています（使用済み{used}、今回{requested}）。",
            en: "The bank's ceiling {key} of {limit} is exceeded: {used} is used and this adds {requested}.",
            ways: [LARGEST_OF_DECLARED],
        }
        /// An item is over the bank's largest amount.
        LimitPerItem = 512 "limit.perItem" "PER-ITEM" {
            figures: AMOUNTS,
            ja: "一件当たりの取扱限度額{limit}を超えています（今回{requested}）。",
            en: "{requested} is above the bank's ceiling per item of {limit}.",
            ways: [LARGEST],
        }
        /// The batch is over the bank's largest sum.
        LimitPerBatch = 513 "limit.perBatch" "PER-BATCH" {
            figures: AMOUNTS,
            ja: "一括依頼の合計限度額{limit}を超えています（今回{requested}）。",
            en: "{requested} is above the bank's ceiling per batch of {limit}.",
            ways: [LARGEST],
        }
        /// The batch has too many items.
        LimitMaxItems = 514 "limit.maxItems" "MAX-ITEMS" {
            figures: COUNTS,
            ja: "明細件数が上限{limit}件を超えています（今回{requested}件）。",
            en: "A batch has at most {limit} items, not {requested}.",
        }
        /// The usage given is of another day.
        LimitUsageDay = 515 "limit.usage.day" "USAGE-DAY" {
            figures: &[("expected", FigureKind::Day, Given::Always)],
            ja: "当日累積額の日付が正しくありません（正：{expected}）。",
            en: "The usage is of another day than {expected}.",
        }
    } } };
}
