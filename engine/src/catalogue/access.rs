//! Reasons of the access step. May this visitor come in?

use crate::catalogue::{FigureKind, FigureRow, Given};

/// The attribute that a condition is about, and the bank's condition.
pub(super) const CONDITION: &[FigureRow] =
    &[("attribute", FigureKind::Text, Given::IfKnown), ("condition", FigureKind::Condition, Given::Always)];

/// Puts these rows behind others.
macro_rules! with_access {
    ($($rows:tt)*) => { with_permission! { $($rows)* Access {
        /// The service is stopped for this user.
        AccessServiceState = 101 "access.serviceState" "ACCESS-SERVICE-STATE" {
            figures: CONDITION,
            ja: "この利用者のサービスは停止されています。管理者へお問い合わせください。",
            en: "The service is stopped for this user; an administrator can resume it.",
        }
        /// The user's mail address is invalid.
        AccessMailState = 102 "access.mailState" "ACCESS-MAIL-STATE" {
            figures: CONDITION,
            ja: "メールアドレスが無効になっているため、お取引いただけません。",
            en: "The user's mail address is invalid.",
        }
        /// The login password is locked.
        AccessLoginLock = 103 "access.loginLock" "ACCESS-LOGIN-LOCK" {
            figures: CONDITION,
            ja: "ログインパスワードの利用が停止されています。管理者へお問い合わせください。",
            en: "The login password is locked; an administrator can unlock it.",
        }
        /// The confirmation password is locked.
        AccessConfirmationLock = 104 "access.confirmationLock" "ACCESS-CONFIRM-LOCK" {
            figures: CONDITION,
            ja: "確認用パスワードの利用が停止されています。管理者へお問い合わせください。",
            en: "The confirmation password is locked; an administrator can unlock it.",
        }
        /// There is no valid client certificate.
        AccessCertificateState = 105 "access.certificateState" "ACCESS-CERT-STATE" {
            figures: CONDITION,
            ja: "有効な電子証明書がありません。電子証明書を取得してください。",
            en: "There is no valid client certificate; please acquire one.",
        }
        /// The client certificate has expired.
        AccessCertificateExpired = 106 "access.certificateExpired" "ACCESS-CERT-EXPIRED" {
            figures: CONDITION,
            ja: "電子証明書の有効期限が切れています。",
            en: "The client certificate has expired.",
        }
        /// The one-time password is not in use.
        AccessOneTimePasswordState = 107 "access.oneTimePasswordState" "ACCESS-OTP-STATE" {
            figures: CONDITION,
            ja: "ワンタイムパスワードがご利用いただける状態ではありません。",
            en: "The one-time password is not in use.",
        }
        /// The confirmation password has not been verified.
        AccessConfirmationPassword = 108 "access.confirmationPassword" "ACCESS-CONFIRM-PASSWORD" {
            figures: CONDITION,
            ja: "確認用パスワードを入力してください。",
            en: "The confirmation password has not been verified.",
        }
        /// The one-time password has not been verified.
        AccessOneTimePassword = 109 "access.oneTimePassword" "ACCESS-OTP" {
            figures: CONDITION,
            ja: "ワンタイムパスワードを入力してください。",
            en: "The one-time password has not been verified.",
        }
        /// This network address is not allowed.
        AccessAddress = 110 "access.address" "ACCESS-ADDRESS" {
            figures: CONDITION,
            ja: "登録されていないIPアドレスからはご利用いただけません。",
            en: "This network address is not allowed.",
        }
        /// This operating system is not supported.
        AccessOs = 111 "access.os" "ACCESS-OS" {
            figures: CONDITION,
            ja: "ご利用のOSは動作環境に含まれていません。",
            en: "This operating system is not supported.",
        }
        /// This browser is not supported.
        AccessBrowser = 112 "access.browser" "ACCESS-BROWSER" {
            figures: CONDITION,
            ja: "ご利用のブラウザは動作環境に含まれていません。",
            en: "This browser is not supported.",
        }
        /// An organisation that encloses the user is disabled.
        AccessOrganisation = 113 "access.organisation" "ACCESS-ORGANISATION" {
            figures: CONDITION,
            ja: "所属する組織が無効になっているため、お取引いただけません。",
            en: "The user's organisation is disabled.",
        }
        /// The company is disabled.
        AccessCompany = 114 "access.company" "ACCESS-COMPANY" {
            figures: CONDITION,
            ja: "企業の利用が無効になっているため、お取引いただけません。",
            en: "The company is disabled.",
        }
        /// No licence is assigned to the user.
        AccessLicence = 115 "access.licence" "ACCESS-LICENCE" {
            figures: CONDITION,
            ja: "ライセンスが割り当てられていません。",
            en: "No licence is assigned to the user.",
        }
        /// The kind of contract does not include this.
        AccessContractKind = 116 "access.contractKind" "ACCESS-CONTRACT-KIND" {
            figures: CONDITION,
            ja: "ご契約の種類では、この操作はご利用いただけません。",
            en: "The kind of contract does not include this.",
        }
        /// The date of the contract does not allow this.
        AccessContractDate = 117 "access.contractDate" "ACCESS-CONTRACT-DATE" {
            figures: CONDITION,
            ja: "ご契約日により、この操作はご利用いただけません。",
            en: "The date of the contract does not allow this.",
        }
        /// This has to be done through the second channel.
        AccessSecondChannel = 118 "access.secondChannel" "ACCESS-SECOND-CHANNEL" {
            figures: CONDITION,
            ja: "スマートフォン等の別の端末から操作してください。",
            en: "This must be done through the second channel.",
        }
        /// A condition of the bank does not hold.
        AccessCondition = 119 "access.condition" "ACCESS-CONDITION" {
            figures: CONDITION,
            ja: "ご利用の条件（{condition}）を満たしていません。",
            en: "The condition `{condition}` is not met.",
        }
        /// A fact that a condition needs is not known.
        AccessMissing = 120 "access.missing" "ACCESS-MISSING" {
            figures: &[("attribute", FigureKind::Text, Given::Always)],
            ja: "確認に必要な情報（{attribute}）が得られないため、お取引いただけません。",
            en: "`{attribute}` is not known, so this cannot be allowed.",
        }
    } } };
}
