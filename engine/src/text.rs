//! What a reason says to a person, in Japanese and English, from one catalogue.
//!
//! A text may name `{limit}`, `{used}`, `{requested}`, `{max}`, `{expected}`, `{earliest}` and `{who}`. The second text of a
//! language is the way out and is added where all that it names is known.

use alloc::string::String;

use crate::date::Day;
use crate::lang::Lang;
use crate::model::users::UserSet;
use crate::reason::{Code, Detail, Field, Pointer, Reason};
use crate::verdict::Verdict;

/// The texts of a code: what is wrong, and the way out, in each language.
struct Texts {
    ja: (&'static str, &'static str),
    en: (&'static str, &'static str),
}

const fn texts(ja: (&'static str, &'static str), en: (&'static str, &'static str)) -> Texts {
    Texts { ja, en }
}

/// The way out of every limit on a payment.
const MAX: (&str, &str) = ("お支払可能な金額は{max}までです。", "The largest that fits is {max}.");

const fn limit(ja: &'static str, en: &'static str) -> Texts {
    texts((ja, MAX.0), (en, MAX.1))
}

/// The way out where somebody else could take the place.
const WHO: (&str, &str) = ("承認できる方：{who}", "Who could approve: {who}.");

const fn approver(ja: &'static str, en: &'static str) -> Texts {
    texts((ja, WHO.0), (en, WHO.1))
}

const fn plain(ja: &'static str, en: &'static str) -> Texts {
    texts((ja, ""), (en, ""))
}

fn of_permission(code: Code) -> Option<Texts> {
    Some(match code {
        Code::UserDisabled => plain(
            "ご利用が停止されているため、お取引いただけません。",
            "This user is suspended and cannot do anything.",
        ),
        Code::RoleLacking => {
            plain("管理者権限がないため、この操作は行えません。", "This operation is for administrators.")
        }
        Code::NotContracted => {
            plain("この業務はご契約いただいておりません。", "The company has no contract for this business.")
        }
        Code::PayeeKindNotOffered => plain(
            "この業務では、この振込先指定方法はご利用いただけません。",
            "This business does not take payees named in this way.",
        ),
        Code::RightLacking => {
            plain("この操作を行う権限がありません。", "The user has no right to this operation.")
        }
        Code::OutOfScope => {
            plain("お持ちの権限では、この取引を操作できません。", "The user's rights do not reach this item.")
        }
        Code::AccountNotUsable => {
            plain("この口座はご利用いただけません。", "The user may not use this account.")
        }
        Code::NotNamedApprover => plain(
            "指定された承認者以外の方は操作できません。",
            "Only an approver named in the item may do this.",
        ),
        Code::SelfApproval => {
            plain("ご自身が依頼した取引は承認できません。", "The requester may not approve the item himself.")
        }
        _ => return None,
    })
}

fn of_form(code: Code) -> Option<Texts> {
    Some(match code {
        Code::Amount => plain("金額は半角数字で正しく入力してください。", "This is not an amount."),
        Code::Date => plain(
            "日付を正しく入力してください（例：2026-11-24）。",
            "This is not a day, such as 2026-11-24.",
        ),
        Code::Choice => plain("選択肢の中から指定してください。", "This is not one of the choices."),
        Code::OutsideCalendar => {
            plain("指定日は受付可能な期間の範囲外です。", "The value date is outside the bank's calendar.")
        }
        Code::NotBusinessDay => texts(
            ("指定日は銀行営業日ではありません。", "最短の営業日は{earliest}です。"),
            ("The value date is not a business day.", "The next one is {earliest}."),
        ),
        _ => return None,
    })
}

fn of_fee(code: Code) -> Option<Texts> {
    Some(match code {
        Code::NoTableInForce => {
            plain("指定日に適用される手数料がありません。", "No fee table is in force on this date.")
        }
        Code::NoTableForPattern => plain(
            "この振込パターンの手数料が登録されていません。",
            "The company's own table has no fee for this kind of payee.",
        ),
        Code::PatternDisagrees => texts(
            ("振込パターンが振込先と一致しません。", "正しい振込パターンは「{expected}」です。"),
            ("The pattern does not agree with the payee.", "It is `{expected}`."),
        ),
        Code::PayeeBorneNotOffered => plain(
            "この業務では先方負担をご利用いただけません。",
            "In this business the payee cannot bear the fee.",
        ),
        Code::PayeeBorneNotSet => plain(
            "先方負担手数料が設定されていません。企業情報をご確認ください。",
            "The company has not set its payee-borne fees.",
        ),
        Code::NotLessThanPayment => plain(
            "支払金額は先方負担手数料より大きい金額を入力してください。",
            "The payment does not cover its own fee.",
        ),
        Code::AmountTooLarge => {
            plain("金額が取扱可能な桁数を超えています。", "The amount has more digits than can be handled.")
        }
        _ => return None,
    })
}

fn of_limit(code: Code) -> Option<Texts> {
    Some(match code {
        Code::AccountTotal => limit(
            "口座一日当たり限度額（合計）{limit}を超えています（当日累積額{used}、今回{requested}）。",
            "The account's limit per day of {limit} is exceeded: {used} is used and this adds {requested}.",
        ),
        Code::AccountAdHoc => limit(
            "口座一日当たり限度額（都度指定）{limit}を超えています（当日累積額{used}、今回{requested}）。",
            "The account's limit per day for ad-hoc payees of {limit} is exceeded: {used} is used and this adds {requested}.",
        ),
        Code::AccountPreRegistered => limit(
            "口座一日当たり限度額（事前登録）{limit}を超えています（当日累積額{used}、今回{requested}）。",
            "The account's limit per day for pre-registered payees of {limit} is exceeded: {used} is used and this adds {requested}.",
        ),
        Code::CompanyPerDay => limit(
            "企業一日当たり限度額{limit}を超えています（当日累積額{used}、今回{requested}）。",
            "The company's limit per day of {limit} is exceeded: {used} is used and this adds {requested}.",
        ),
        Code::UserPerOperation => limit(
            "利用者一回当たり限度額{limit}を超えています（今回{requested}）。",
            "{requested} is above the user's limit per operation of {limit}.",
        ),
        Code::ApproverPerItem => limit(
            "承認者の明細上限金額{limit}を超えています（今回{requested}）。",
            "{requested} is above the approver's cap per item of {limit}.",
        ),
        _ => return of_ceiling(code),
    })
}

fn of_ceiling(code: Code) -> Option<Texts> {
    Some(match code {
        Code::CeilingAccountTotal | Code::CeilingAccountAdHoc | Code::CeilingAccountPreRegistered => limit(
            "金融機関の口座一日当たり取扱限度額{limit}を超えています（当日累積額{used}、今回{requested}）。",
            "The bank's ceiling per account and day of {limit} is exceeded: {used} is used and this adds {requested}.",
        ),
        Code::CeilingCompanyPerDay => limit(
            "金融機関の企業一日当たり取扱限度額{limit}を超えています（当日累積額{used}、今回{requested}）。",
            "The bank's ceiling per company and day of {limit} is exceeded: {used} is used and this adds {requested}.",
        ),
        Code::CeilingUserPerOperation => limit(
            "金融機関の一回当たり取扱限度額{limit}を超えています（今回{requested}）。",
            "{requested} is above the bank's ceiling per operation of {limit}.",
        ),
        Code::PerItem => limit(
            "一件当たりの取扱限度額{limit}を超えています（今回{requested}）。",
            "{requested} is above the bank's ceiling per item of {limit}.",
        ),
        Code::PerBatch => limit(
            "一括依頼の合計限度額{limit}を超えています（今回{requested}）。",
            "{requested} is above the bank's ceiling per batch of {limit}.",
        ),
        Code::MaxItems => plain(
            "明細件数が上限{limit}件を超えています（今回{requested}件）。",
            "A batch has at most {limit} items, not {requested}.",
        ),
        Code::UsageDay => plain(
            "当日累積額の日付が正しくありません（正：{expected}）。",
            "The usage is of another day than {expected}.",
        ),
        _ => return None,
    })
}

fn of_approval(code: Code) -> Option<Texts> {
    Some(match code {
        Code::ApprovalNotNeeded => plain(
            "この業務は承認不要のため、承認者は指定できません。",
            "This business needs no approval, so nobody can be named.",
        ),
        Code::NotNamedByRequester => {
            plain("承認者を指定することはできません。", "The requester does not name the approvers.")
        }
        Code::TooManyApprovers => {
            plain("承認者の人数が多すぎます。", "More approvers are named than are needed.")
        }
        Code::ApproverNotEligible => {
            approver("承認者として指定できない利用者です。", "This is not an approver.")
        }
        Code::ApproverRight => approver(
            "指定された承認者はこの業務の承認権限を持っていません。",
            "This approver has no right to approve in this business.",
        ),
        Code::ApproverAccount => {
            approver("指定された承認者はこの口座を利用できません。", "This approver may not use the account.")
        }
        Code::ApproverSelf => approver(
            "依頼者ご自身を承認者に指定することはできません。",
            "The requester may not name himself.",
        ),
        Code::ApproverCap => approver(
            "承認者の明細上限金額{max}を超えています。",
            "An item is above this approver's cap of {max}.",
        ),
        Code::ApproverDuplicate => {
            approver("同じ承認者を重ねて指定することはできません。", "The same approver is named twice.")
        }
        Code::Nobody => plain("この取引を承認できる利用者がいません。", "Nobody can approve this."),
        _ => return None,
    })
}

fn catalogue(code: Code) -> Texts {
    of_permission(code)
        .or_else(|| of_form(code))
        .or_else(|| of_fee(code))
        .or_else(|| of_limit(code))
        .or_else(|| of_approval(code))
        .unwrap_or(plain("", ""))
}

impl Code {
    /// The text of the code, with its figures as `{limit}` and so on.
    #[must_use]
    pub fn template(self, lang: Lang) -> &'static str {
        let texts = catalogue(self);
        match lang {
            Lang::Ja => texts.ja.0,
            Lang::En => texts.en.0,
        }
    }
}

impl Verdict<'_> {
    /// What a reason says to a person, with the way out where there is one.
    ///
    /// Amounts are grouped by thousands; in Japanese yen stand as `10,110円`.
    #[must_use]
    pub fn reason_text(&self, reason: &Reason, lang: Lang) -> String {
        let texts = catalogue(reason.code);
        let (what, way_out) = match lang {
            Lang::Ja => texts.ja,
            Lang::En => texts.en,
        };
        let mut text = String::new();
        self.fill(what, reason, lang, &mut text);
        let mut more = String::new();
        if !way_out.is_empty() && self.fill(way_out, reason, lang, &mut more) {
            if lang == Lang::En {
                text.push(' ');
            }
            text.push_str(&more);
        }
        text
    }

    /// What a person is asked for where a field is missing.
    #[must_use]
    pub fn missing_text(&self, at: &Pointer, lang: Lang) -> String {
        let mut text = String::new();
        match lang {
            Lang::Ja => {
                text.push_str(label(at.field).0);
                text.push_str("を入力してください。");
            }
            Lang::En => {
                text.push_str("The ");
                text.push_str(label(at.field).1);
                text.push_str(" is missing.");
            }
        }
        text
    }

    /// Fills a template; tells whether everything that it names was known.
    fn fill(&self, template: &str, reason: &Reason, lang: Lang, out: &mut String) -> bool {
        let mut complete = true;
        for (at, piece) in template.split(['{', '}']).enumerate() {
            if at & 1 == 0 {
                out.push_str(piece);
            } else {
                complete &= self.figure(piece, &reason.detail, lang, out);
            }
        }
        complete
    }

    fn figure(&self, name: &str, detail: &Detail, lang: Lang, out: &mut String) -> bool {
        match (name, detail) {
            ("limit", Detail::Limit { limit, .. }) => self.amount(*limit, lang, out),
            ("used", Detail::Limit { used, .. }) => self.amount(*used, lang, out),
            ("requested", Detail::Limit { requested, .. }) => self.amount(*requested, lang, out),
            ("max", Detail::Limit { max: Some(max), .. } | Detail::Cap { max, .. }) => {
                self.amount(*max, lang, out)
            }
            ("limit", Detail::Count { limit, .. }) => number(*limit, out),
            ("requested", Detail::Count { requested, .. }) => number(*requested, out),
            ("expected", Detail::Day(day)) | ("earliest", Detail::Earliest(Some(day))) => date(*day, out),
            ("expected", Detail::Pattern(at)) => {
                let patterns = &self.company.model.service.patterns;
                out.push_str(patterns.get(usize::from(*at)).map_or("", |key| key));
                true
            }
            ("who", Detail::Who(who) | Detail::Cap { who, .. }) => self.people(who, lang, out),
            _ => false,
        }
    }

    fn amount(&self, amount: i64, lang: Lang, out: &mut String) -> bool {
        let currency = self.company.model.service.currency;
        let mut plain = String::new();
        currency.write(amount, &mut plain);
        let yen = currency.code() == "JPY";
        if !yen || lang == Lang::En {
            out.push_str(currency.code());
            out.push(' ');
        }
        grouped(&plain, out);
        if yen && lang == Lang::Ja {
            out.push('円');
        }
        true
    }

    fn people(&self, who: &UserSet, lang: Lang, out: &mut String) -> bool {
        let separator = if lang == Lang::Ja { "、" } else { ", " };
        for (at, name) in self.names(who).enumerate() {
            if at > 0 {
                out.push_str(separator);
            }
            out.push_str(name);
        }
        !who.is_empty()
    }
}

fn date(day: Day, out: &mut String) -> bool {
    day.write(out);
    true
}

fn number(number: u64, out: &mut String) -> bool {
    let mut plain = String::new();
    crate::money::Currency::JPY.write(i64::try_from(number).unwrap_or(i64::MAX), &mut plain);
    grouped(&plain, out);
    true
}

/// Puts a comma before every third digit from the right of the whole part.
fn grouped(plain: &str, out: &mut String) {
    let whole = plain.find('.').unwrap_or(plain.len());
    let digits = whole.saturating_sub(usize::from(plain.starts_with('-')));
    for (at, character) in plain.chars().enumerate() {
        let from_right = whole.saturating_sub(at);
        if at < whole && from_right < digits && from_right.is_multiple_of(3) {
            out.push(',');
        }
        out.push(character);
    }
}

/// What a person calls a field, in Japanese and English.
fn label(field: Field) -> (&'static str, &'static str) {
    match field {
        Field::User => ("利用者", "user"),
        Field::Operation => ("操作", "operation"),
        Field::Business => ("業務", "business"),
        Field::Now => ("操作日時", "time of the operation"),
        Field::Account => ("出金口座", "debit account"),
        Field::ValueDate => ("振込指定日", "value date"),
        Field::Entry | Field::ItemEntry => ("依頼方法", "way of entry"),
        Field::Items => ("明細", "list of items"),
        Field::Payee => ("振込先", "payee"),
        Field::PayeeKind | Field::ItemPayeeKind => ("振込先の指定方法", "kind of payee"),
        Field::PayeeBank => ("振込先金融機関", "payee's bank"),
        Field::PayeeBranch => ("振込先支店", "payee's branch"),
        Field::PayeeRegisteredOn => ("振込先登録日", "day on which the payee was registered"),
        Field::Payment => ("支払金額", "payment"),
        Field::TypedFee => ("先方負担手数料", "fee to be kept back"),
        Field::Bearer => ("手数料負担", "bearer of the fee"),
        Field::Pattern => ("振込パターン", "pattern"),
        Field::Approvers => ("承認者", "approver"),
        Field::Approver(_) => ("二人目の承認者", "second approver"),
        Field::UsageDay(_) | Field::UsageOf(_) => ("当日累積額", "amount used so far"),
        Field::Item => ("取引", "item"),
        Field::ItemRequester => ("依頼者", "requester of the item"),
        Field::ItemApprovers => ("取引の承認者", "approvers of the item"),
        Field::ItemBusiness => ("切替元の業務", "business that the item leaves"),
    }
}
