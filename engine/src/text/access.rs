//! Texts of the access step.

use crate::reason::Code;
use crate::text::catalogue::{Texts, plain};

/// Texts of the access step.
pub(super) fn texts_of(code: Code) -> Option<Texts> {
    Some(match code {
        Code::AccessServiceState => plain(
            "この利用者のサービスは停止されています。管理者へお問い合わせください。",
            "The service is stopped for this user; an administrator can resume it.",
        ),
        Code::AccessMailState => plain(
            "メールアドレスが無効になっているため、お取引いただけません。",
            "The user's mail address is invalid.",
        ),
        Code::AccessLoginLock => plain(
            "ログインパスワードの利用が停止されています。管理者へお問い合わせください。",
            "The login password is locked; an administrator can unlock it.",
        ),
        Code::AccessConfirmationLock => plain(
            "確認用パスワードの利用が停止されています。管理者へお問い合わせください。",
            "The confirmation password is locked; an administrator can unlock it.",
        ),
        Code::AccessCertificateState => plain(
            "有効な電子証明書がありません。電子証明書を取得してください。",
            "There is no valid client certificate; please acquire one.",
        ),
        Code::AccessCertificateExpired => {
            plain("電子証明書の有効期限が切れています。", "The client certificate has expired.")
        }
        Code::AccessOneTimePasswordState => plain(
            "ワンタイムパスワードがご利用いただける状態ではありません。",
            "The one-time password is not in use.",
        ),
        Code::AccessConfirmationPassword => {
            plain("確認用パスワードを入力してください。", "The confirmation password has not been verified.")
        }
        Code::AccessOneTimePassword => {
            plain("ワンタイムパスワードを入力してください。", "The one-time password has not been verified.")
        }
        _ => return surroundings(code),
    })
}

/// Texts about where the visitor comes from, whom he belongs to, and conditions of the bank's own.
fn surroundings(code: Code) -> Option<Texts> {
    Some(match code {
        Code::AccessAddress => plain(
            "登録されていないIPアドレスからはご利用いただけません。",
            "This network address is not allowed.",
        ),
        Code::AccessOs => {
            plain("ご利用のOSは動作環境に含まれていません。", "This operating system is not supported.")
        }
        Code::AccessBrowser => {
            plain("ご利用のブラウザは動作環境に含まれていません。", "This browser is not supported.")
        }
        Code::AccessOrganisation => plain(
            "所属する組織が無効になっているため、お取引いただけません。",
            "The user's organisation is disabled.",
        ),
        Code::AccessCompany => {
            plain("企業の利用が無効になっているため、お取引いただけません。", "The company is disabled.")
        }
        Code::AccessLicence => {
            plain("ライセンスが割り当てられていません。", "No licence is assigned to the user.")
        }
        Code::AccessContractKind => plain(
            "ご契約の種類では、この操作はご利用いただけません。",
            "The kind of contract does not include this.",
        ),
        Code::AccessContractDate => plain(
            "ご契約日により、この操作はご利用いただけません。",
            "The date of the contract does not allow this.",
        ),
        Code::AccessSecondChannel => plain(
            "スマートフォン等の別の端末から操作してください。",
            "This must be done through the second channel.",
        ),
        Code::AccessCondition => plain(
            "ご利用の条件（{condition}）を満たしていません。",
            "The condition `{condition}` is not met.",
        ),
        Code::AccessMissing => plain(
            "確認に必要な情報（{attribute}）が得られないため、お取引いただけません。",
            "`{attribute}` is not known, so this cannot be allowed.",
        ),
        _ => return None,
    })
}
