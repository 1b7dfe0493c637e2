//! The texts of every code: what is wrong, and the way out.

use crate::reason::Code;
use crate::text::{access, form, item};

/// The texts of a code: what is wrong, and the way out, in each language.
pub(super) struct Texts {
    pub ja: (&'static str, &'static str),
    pub en: (&'static str, &'static str),
}

pub(super) const fn texts(ja: (&'static str, &'static str), en: (&'static str, &'static str)) -> Texts {
    Texts { ja, en }
}

/// The way out of every limit on a payment. Not `up to`: where the fee is kept back, less can be above the limit.
const MAX: (&str, &str) =
    ("この限度額に収まる最大の支払金額は{max}です。", "The largest payment that fits this limit is {max}.");

const fn limit(ja: &'static str, en: &'static str) -> Texts {
    texts((ja, MAX.0), (en, MAX.1))
}

/// The way out where somebody else could take the place.
const WHO: (&str, &str) = ("承認できる方：{who}", "Who could approve: {who}.");

const fn approver(ja: &'static str, en: &'static str) -> Texts {
    texts((ja, WHO.0), (en, WHO.1))
}

pub(super) const fn plain(ja: &'static str, en: &'static str) -> Texts {
    texts((ja, ""), (en, ""))
}

fn of_permission(code: Code) -> Option<Texts> {
    Some(match code {
        Code::PermissionUserDisabled => plain(
            "ご利用が停止されているため、お取引いただけません。",
            "This user is suspended and cannot do anything.",
        ),
        Code::PermissionRole => {
            plain("管理者権限がないため、この操作は行えません。", "This operation is for administrators.")
        }
        Code::PermissionBusinessNotContracted => {
            plain("この業務はご契約いただいておりません。", "The company has no contract for this business.")
        }
        Code::PermissionPayeeKind => plain(
            "この業務では、この振込先指定方法はご利用いただけません。",
            "This business does not take payees named in this way.",
        ),
        Code::PermissionRight => {
            plain("この操作を行う権限がありません。", "The user has no right to this operation.")
        }
        Code::PermissionScope => {
            plain("お持ちの権限では、この取引を操作できません。", "The user's rights do not reach this item.")
        }
        Code::PermissionAccount => {
            plain("この口座はご利用いただけません。", "The user may not use this account.")
        }
        Code::PermissionApprover => plain(
            "指定された承認者以外の方は操作できません。",
            "Only an approver named in the item may do this.",
        ),
        Code::PermissionSelfApproval => {
            plain("ご自身が依頼した取引は承認できません。", "The requester may not approve the item himself.")
        }
        Code::PermissionTargetSelf => {
            plain("ご自身を削除することはできません。", "Nobody may delete himself.")
        }
        Code::PermissionTargetMaster => plain(
            "マスターユーザに対してこの操作は行えません。お取引店へお申し出ください。",
            "This cannot be done to the master user; please ask the bank.",
        ),
        Code::PermissionTargetCertificate => plain(
            "発行済みの電子証明書がないため、失効できません。",
            "The user has no issued certificate that could be revoked.",
        ),
        Code::PermissionTargetOneTimePassword => plain(
            "この利用者のワンタイムパスワードの利用状態では、この操作は行えません。",
            "The state of the user's one-time password does not allow this.",
        ),
        Code::PermissionRequester => plain(
            "この取引の依頼者は、利用者として登録されていません。",
            "The requester of the item is no user of the company.",
        ),
        _ => return None,
    })
}

fn of_fee(code: Code) -> Option<Texts> {
    Some(match code {
        Code::FeeNoTableInForce => {
            plain("指定日に適用される手数料がありません。", "No fee table is in force on this date.")
        }
        Code::FeeNoTableForPattern => plain(
            "この振込パターンの手数料が登録されていません。",
            "The company's own table has no fee for this kind of payee.",
        ),
        Code::FeePatternDisagrees => texts(
            ("振込パターンが振込先と一致しません。", "正しい振込パターンは「{expected}」です。"),
            ("The pattern does not agree with the payee.", "It is `{expected}`."),
        ),
        Code::FeePayeeBorneNotOffered => plain(
            "この業務では先方負担をご利用いただけません。",
            "In this business the payee cannot bear the fee.",
        ),
        Code::FeePayeeBorneNotSet => plain(
            "先方負担手数料が設定されていません。企業情報をご確認ください。",
            "The company has not set its payee-borne fees.",
        ),
        Code::FeeNotLessThanPayment => texts(
            (
                "支払金額から振込金額が残りません。",
                "{min}以上の金額を入力してください。|先方負担手数料より大きい金額を入力してください。",
            ),
            (
                "Nothing of the payment is left to transfer.",
                "It is at least {min}.|It must be more than the payee's fee.",
            ),
        ),
        Code::FeeAmountTooLarge => {
            plain("金額が取扱可能な桁数を超えています。", "The amount has more digits than can be handled.")
        }
        _ => return None,
    })
}

fn of_limit(code: Code) -> Option<Texts> {
    Some(match code {
        Code::LimitAccountPerDayTotal => limit(
            "口座一日当たり限度額（合計）{limit}を超えています（当日累積額{used}、今回{requested}）。",
            "The account's limit per day of {limit} is exceeded: {used} is used and this adds {requested}.",
        ),
        Code::LimitAccountPerDayAdHoc => limit(
            "口座一日当たり限度額（都度指定）{limit}を超えています（当日累積額{used}、今回{requested}）。",
            "The account's limit per day for ad-hoc payees of {limit} is exceeded: {used} is used and this adds {requested}.",
        ),
        Code::LimitAccountPerDayPreRegistered => limit(
            "口座一日当たり限度額（事前登録）{limit}を超えています（当日累積額{used}、今回{requested}）。",
            "The account's limit per day for pre-registered payees of {limit} is exceeded: {used} is used and this adds {requested}.",
        ),
        Code::LimitCompanyPerDay => limit(
            "企業一日当たり限度額{limit}を超えています（当日累積額{used}、今回{requested}）。",
            "The company's limit per day of {limit} is exceeded: {used} is used and this adds {requested}.",
        ),
        Code::LimitUserPerOperation => limit(
            "利用者一回当たり限度額{limit}を超えています（今回{requested}）。",
            "{requested} is above the user's limit per operation of {limit}.",
        ),
        Code::LimitApproverPerItem => limit(
            "承認者の明細上限金額{limit}を超えています（今回{requested}）。",
            "{requested} is above the approver's cap per item of {limit}.",
        ),
        _ => return of_ceiling(code),
    })
}

fn of_ceiling(code: Code) -> Option<Texts> {
    Some(match code {
        Code::LimitCeilingAccountPerDayTotal
        | Code::LimitCeilingAccountPerDayAdHoc
        | Code::LimitCeilingAccountPerDayPreRegistered => limit(
            "金融機関の口座一日当たり取扱限度額{limit}を超えています（当日累積額{used}、今回{requested}）。",
            "The bank's ceiling per account and day of {limit} is exceeded: {used} is used and this adds {requested}.",
        ),
        Code::LimitCeilingCompanyPerDay => limit(
            "金融機関の企業一日当たり取扱限度額{limit}を超えています（当日累積額{used}、今回{requested}）。",
            "The bank's ceiling per company and day of {limit} is exceeded: {used} is used and this adds {requested}.",
        ),
        Code::LimitCeilingUserPerOperation => limit(
            "金融機関の一回当たり取扱限度額{limit}を超えています（今回{requested}）。",
            "{requested} is above the bank's ceiling per operation of {limit}.",
        ),
        Code::LimitPerItem => limit(
            "一件当たりの取扱限度額{limit}を超えています（今回{requested}）。",
            "{requested} is above the bank's ceiling per item of {limit}.",
        ),
        Code::LimitPerBatch => limit(
            "一括依頼の合計限度額{limit}を超えています（今回{requested}）。",
            "{requested} is above the bank's ceiling per batch of {limit}.",
        ),
        Code::LimitMaxItems => plain(
            "明細件数が上限{limit}件を超えています（今回{requested}件）。",
            "A batch has at most {limit} items, not {requested}.",
        ),
        Code::LimitUsageDay => plain(
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
        Code::ApprovalNotNamedByRequester => {
            plain("承認者を指定することはできません。", "The requester does not name the approvers.")
        }
        Code::ApprovalTooMany => {
            plain("承認者の人数が多すぎます。", "More approvers are named than are needed.")
        }
        Code::ApprovalApproverNotEligible => {
            approver("承認者として指定できない利用者です。", "This is not an approver.")
        }
        Code::ApprovalApproverRight => approver(
            "指定された承認者はこの業務の承認権限を持っていません。",
            "This approver has no right to approve in this business.",
        ),
        Code::ApprovalApproverAccount => {
            approver("指定された承認者はこの口座を利用できません。", "This approver may not use the account.")
        }
        Code::ApprovalApproverSelf => approver(
            "依頼者ご自身を承認者に指定することはできません。",
            "The requester may not name himself.",
        ),
        Code::ApprovalApproverCap => texts(
            (
                "承認者の明細上限金額を超えています。",
                "この承認者が承認できる金額は{max}までです。承認できる方：{who}|この承認者が承認できる金額は{max}までです。|承認できる方：{who}",
            ),
            (
                "An item is above this approver's cap.",
                "The largest that fits is {max}. Who could approve: {who}.|The largest that fits is {max}.|Who could approve: {who}.",
            ),
        ),
        Code::ApprovalApproverDuplicate => {
            approver("同じ承認者を重ねて指定することはできません。", "The same approver is named twice.")
        }
        Code::ApprovalNobody => plain("この取引を承認できる利用者がいません。", "Nobody can approve this."),
        _ => return None,
    })
}

pub(super) fn catalogue(code: Code) -> Texts {
    access::texts_of(code)
        .or_else(|| of_permission(code))
        .or_else(|| form::texts_of(code))
        .or_else(|| of_fee(code))
        .or_else(|| of_limit(code))
        .or_else(|| of_approval(code))
        .or_else(|| item::texts_of(code))
        .unwrap_or(plain("", ""))
}
