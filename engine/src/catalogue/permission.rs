//! Reasons of the permission step. May this user do this?

/// Puts these rows behind others.
macro_rules! with_permission {
    ($($rows:tt)*) => { with_form! { $($rows)* Permission {
        /// The user is disabled.
        PermissionUserDisabled = 201 "permission.user.disabled" "PERM-USER-DISABLED" {
            ja: "ご利用が停止されているため、お取引いただけません。",
            en: "This user is suspended and cannot do anything.",
        }
        /// The user's role may not do this.
        PermissionRole = 202 "permission.role" "PERM-ROLE" {
            ja: "管理者権限がないため、この操作は行えません。",
            en: "This operation is for administrators.",
        }
        /// The company does not use this business.
        PermissionBusinessNotContracted = 203 "permission.business.notContracted" "PERM-NOT-CONTRACTED" {
            ja: "この業務はご契約いただいておりません。",
            en: "The company has no contract for this business.",
        }
        /// The business does not offer this kind of payee.
        PermissionPayeeKind = 204 "permission.payeeKind" "PERM-PAYEE-KIND" {
            ja: "この業務では、この振込先指定方法はご利用いただけません。",
            en: "This business does not take payees named in this way.",
        }
        /// The user has no right to this operation.
        PermissionRight = 205 "permission.right" "PERM-RIGHT" {
            ja: "この操作を行う権限がありません。",
            en: "The user has no right to this operation.",
        }
        /// The user's rights do not reach this item.
        PermissionScope = 206 "permission.scope" "PERM-SCOPE" {
            ja: "お持ちの権限では、この取引を操作できません。",
            en: "The user's rights do not reach this item.",
        }
        /// The user may not use this account.
        PermissionAccount = 207 "permission.account" "PERM-ACCOUNT" {
            ja: "この口座はご利用いただけません。",
            en: "The user may not use this account.",
        }
        /// The user is not an approver of this item.
        PermissionApprover = 208 "permission.approver" "PERM-APPROVER" {
            ja: "指定された承認者以外の方は操作できません。",
            en: "Only an approver named in the item may do this.",
        }
        /// The requester may not approve his own item.
        PermissionSelfApproval = 209 "permission.selfApproval" "PERM-SELF-APPROVAL" {
            ja: "ご自身が依頼した取引は承認できません。",
            en: "The requester may not approve the item himself.",
        }
        /// Nobody may delete himself.
        PermissionTargetSelf = 210 "permission.target.self" "PERM-TARGET-SELF" {
            ja: "ご自身を削除することはできません。",
            en: "Nobody may delete himself.",
        }
        /// This cannot be done to the master user.
        PermissionTargetMaster = 211 "permission.target.master" "PERM-TARGET-MASTER" {
            ja: "マスターユーザに対してこの操作は行えません。お取引店へお申し出ください。",
            en: "This cannot be done to the master user; please ask the bank.",
        }
        /// There is no issued certificate to revoke.
        PermissionTargetCertificate = 212 "permission.target.certificate" "PERM-TARGET-CERT" {
            ja: "発行済みの電子証明書がないため、失効できません。",
            en: "The user has no issued certificate that could be revoked.",
        }
        /// The state of the one-time password does not allow this.
        PermissionTargetOneTimePassword = 213 "permission.target.oneTimePassword" "PERM-TARGET-OTP" {
            ja: "この利用者のワンタイムパスワードの利用状態では、この操作は行えません。",
            en: "The state of the user's one-time password does not allow this.",
        }
        /// The requester of the item is no user of the company.
        PermissionRequester = 214 "permission.requester" "PERM-REQUESTER" {
            ja: "この取引の依頼者は、利用者として登録されていません。",
            en: "The requester of the item is no user of the company.",
        }
        /// The user is not in the group for which he acts.
        PermissionGroup = 215 "permission.group" "PERM-GROUP" {
            ja: "このグループに所属していないため、操作できません。",
            en: "The user is not in the group for which he acts.",
        }
    } } };
}
