//! What a person calls a field.

use crate::reason::Field;
use crate::terms::{CharacterKind, MixClass};

/// What a person calls a field, in Japanese and English.
pub(super) fn label(field: Field) -> (&'static str, &'static str) {
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
        Field::PayeeType => ("振込先の預金種目", "payee's kind of account"),
        Field::PayeeNumber => ("振込先の口座番号", "payee's account number"),
        Field::PayeeName => ("受取人名", "payee's name"),
        Field::Edi => ("EDI情報", "EDI information"),
        Field::SenderName => ("振込依頼人名", "sender's name"),
        Field::SenderCode => ("依頼人番号", "sender's code"),
        Field::ItemState => ("取引の状態", "state of the item"),
        Field::ItemMode => ("取引の承認方法", "approval mode of the item"),
        Field::Access | Field::AccessOf(_) => ("利用資格の確認に必要な情報", "facts about the visitor"),
        Field::TargetUser => ("対象の利用者", "user concerned"),
        Field::TargetCertificateState => ("対象の電子証明書状態", "state of the user's certificate"),
        Field::TargetOneTimePasswordState => {
            ("対象のワンタイムパスワード利用状態", "state of the user's one-time password")
        }
        Field::ItemApproval(_) => ("取引の承認", "approval of the item"),
        Field::Revision => ("確認した取引の版数", "revision of the item that was seen"),
        Field::To => ("切替先の業務", "business to switch to"),
        Field::PayeeRegisteredOn => ("振込先登録日", "day on which the payee was registered"),
        Field::Payment => ("支払金額", "payment"),
        Field::TypedFee => ("先方負担手数料", "fee to be kept back"),
        Field::Bearer => ("手数料負担", "bearer of the fee"),
        Field::Pattern => ("振込パターン", "pattern"),
        Field::Approvers => ("承認者", "approver"),
        Field::Approver(_) => ("二人目の承認者", "second approver"),
        Field::UsageDay(_) | Field::UsageOf(_) | Field::UsageUsed(_) => ("当日累積額", "amount used so far"),
        Field::Item => ("取引", "item"),
        Field::ItemRequester => ("依頼者", "requester of the item"),
        Field::ItemApprovers => ("取引の承認者", "approvers of the item"),
        Field::ItemBusiness => ("切替元の業務", "business that the item leaves"),
    }
}

/// What a person calls a kind of characters.
pub(super) fn of_kind(kind: CharacterKind) -> (&'static str, &'static str) {
    match kind {
        CharacterKind::Any => ("制御文字以外の文字", "characters that can be printed"),
        CharacterKind::Digits => ("半角数字", "digits"),
        CharacterKind::Alphanumerics => ("半角英数字", "half-width letters and digits"),
        CharacterKind::AlphanumericsAndSymbols | CharacterKind::Mail => {
            ("半角英数字記号", "half-width letters, digits and symbols")
        }
        CharacterKind::HalfWidth => ("半角文字", "half-width characters"),
        CharacterKind::FullWidth => ("全角文字（JIS第1・第2水準）", "full-width characters of JIS X 0208"),
        CharacterKind::FullWidthCp932 => {
            ("全角文字（JIS第1・第2水準、NEC特殊文字、IBM拡張文字）", "full-width characters of CP932")
        }
        CharacterKind::FullOrHalfWidth => (
            "全角文字（JIS第1・第2水準）または半角文字",
            "full-width characters of JIS X 0208 or half-width characters",
        ),
        CharacterKind::FullOrHalfWidthCp932 => (
            "全角文字（JIS第1・第2水準、NEC特殊文字、IBM拡張文字）または半角文字",
            "full-width characters of CP932 or half-width characters",
        ),
        CharacterKind::ZenginName => (
            "半角カナ（大文字）、英大文字、数字、スペース、記号（( ) - .）",
            "half-width kana, capitals, digits, spaces and ( ) . -",
        ),
        CharacterKind::ZenginPayroll => {
            ("半角カナ（大文字）、数字、スペース", "half-width kana, digits and spaces")
        }
        CharacterKind::ZenginBranch => (
            "半角カナ（大文字）、英大文字、数字、スペース、ハイフン",
            "half-width kana, capitals, digits, spaces and hyphens",
        ),
        CharacterKind::ZenginEdi => (
            "半角カナ（大文字）、英大文字、数字、スペース、記号（\\ ¥ ｢ ｣ ( ) - / .）",
            "half-width kana, capitals, digits, spaces and \\ ¥ ｢ ｣ ( ) . / -",
        ),
    }
}

/// What a person calls a class of characters.
pub(super) fn of_class(class: MixClass) -> (&'static str, &'static str) {
    match class {
        MixClass::Letter => ("英字", "letter"),
        MixClass::Digit => ("数字", "digit"),
        MixClass::Upper => ("英大文字", "capital letter"),
        MixClass::Lower => ("英小文字", "small letter"),
        MixClass::Symbol => ("記号", "symbol"),
    }
}
