//! The life of an item, and the states of certificates and one-time passwords.

use crate::terms::Act;

vocabulary! {
    /// The state of an item (取引の状態), one set for every bank (`docs/item.md`).
    #[non_exhaustive]
    State {
        /// 作成中: saved.
        Draft = "draft",
        /// 一次承認待ち: two approvals to come.
        PendingFirst = "pendingFirst",
        /// 最終承認待ち: one approval to come.
        PendingFinal = "pendingFinal",
        /// 引戻済み.
        PulledBack = "pulledBack",
        /// 差戻済み.
        SentBack = "sentBack",
        /// 承認済み: to be executed on its value date.
        Approved = "approved",
        /// 承認取消済み.
        Revoked = "revoked",
        /// エラー: could not be executed, and may be mended.
        Error = "error",
        /// 期限切れ.
        Expired = "expired",
        /// 取消済み.
        Cancelled = "cancelled",
        /// 削除済み.
        Discarded = "discarded",
        /// 切替済み: went on as items of another business.
        Switched = "switched",
        /// 完了.
        Executed = "executed",
        /// 失敗.
        Failed = "failed",
    }
}

vocabulary! {
    /// What happens to an item (`docs/item.md`).
    #[non_exhaustive]
    EventKind {
        /// 保存.
        Save = "save",
        /// 確定.
        Submit = "submit",
        /// 引戻し.
        PullBack = "pullBack",
        /// 承認.
        Approve = "approve",
        /// 検印, before approval.
        Verify = "verify",
        /// 送信, after approval.
        Release = "release",
        /// 差戻し.
        SendBack = "sendBack",
        /// 削除.
        Discard = "discard",
        /// 承認取消.
        Revoke = "revoke",
        /// 予約取消.
        Cancel = "cancel",
        /// 切替 to another business.
        Switch = "switch",
        /// The deadline for approval has passed (期限切れ).
        Expire = "expire",
        /// The host executes it.
        Execute = "execute",
        /// The host could not execute it.
        Fail = "fail",
    }
}

impl EventKind {
    /// Whether it is what one of the people does whom an item needs before it is executed: 検印, 承認 or 送信.
    #[must_use]
    pub const fn is_act(self) -> bool {
        self.act().is_some()
    }

    /// What the person does by it, of whom an item needs that.
    pub(crate) const fn act(self) -> Option<Act> {
        match self {
            Self::Approve => Some(Act::Approve),
            Self::Verify => Some(Act::Verify),
            Self::Release => Some(Act::Release),
            _ => None,
        }
    }
}

vocabulary! {
    /// The state of a client certificate (電子証明書状態).
    #[non_exhaustive]
    CertificateState {
        /// 未取得.
        NotAcquired = "notAcquired",
        /// 発行済み.
        Issued = "issued",
        /// 失効済み.
        Revoked = "revoked",
        /// 期限切れ.
        Expired = "expired",
    }
}

vocabulary! {
    /// The state of a user's one-time password (ワンタイムパスワード利用状態).
    #[non_exhaustive]
    OneTimePasswordState {
        /// 未登録.
        Unregistered = "unregistered",
        /// 利用中.
        InUse = "inUse",
        /// 利用停止.
        Stopped = "stopped",
        /// 失効.
        Revoked = "revoked",
    }
}
