//! The closed vocabularies (用語) of documents, requests and answers: one name each in JSON, one term of the field each.
//!
//! Each has `Display`, `FromStr` and `TryFrom<&str>` by its name, `ALL` and `name`. Those that may grow are `non_exhaustive`:
//! a `match` on one needs an arm for the rest.
//!
//! ```
//! use kessai::terms::PayeeKind;
//! let kind: PayeeKind = "newAccount".parse()?;
//! assert_eq!((kind, kind.to_string().as_str()), (PayeeKind::NewAccount, "newAccount"));
//! # Ok::<(), kessai::ParseError>(())
//! ```

mod characters;
mod item;
mod limit;

pub use characters::{CharacterKind, MixClass};
pub use item::{CertificateState, EventKind, OneTimePasswordState, State};
pub use limit::LimitBearer;

vocabulary! {
    /// What sort of business (業務) a bank's own key stands for.
    #[non_exhaustive]
    BusinessKind {
        /// 振込振替: one payee a request.
        Transfer = "transfer",
        /// 総合振込: a file or list of payees.
        BulkTransfer = "bulkTransfer",
        /// 給与振込.
        Payroll = "payroll",
        /// 賞与振込.
        Bonus = "bonus",
        /// 口座振替: collection from payers' accounts.
        DirectDebit = "directDebit",
        /// 地方税納付.
        LocalTax = "localTax",
        /// 代金回収.
        Collection = "collection",
        /// Anything else; handled as a batch.
        Other = "other",
    }
}

impl BusinessKind {
    /// Whether a request of this kind carries one payee, not a list of items.
    #[must_use]
    pub const fn is_single(self) -> bool {
        matches!(self, Self::Transfer)
    }
}

vocabulary! {
    /// How many people approve a request, and whether their order is fixed (承認機能).
    #[non_exhaustive]
    ApprovalMode {
        /// 承認なし: the request is executed as it is made.
        None = "none",
        /// シングル承認: one approver.
        Single = "single",
        /// ダブル承認（順序なし）: two people in any order.
        DoubleAnyOrder = "doubleAnyOrder",
        /// ダブル承認（順序あり）: first, then final approval.
        DoubleInOrder = "doubleInOrder",
        /// 承認ポリシー: who and how many as rows of the company's own say, by amount, account, payee kind and requester.
        Policy = "policy",
    }
}

impl ApprovalMode {
    /// How many distinct approvers the mode needs; none for a policy, which says so by amount.
    #[must_use]
    pub const fn approvers_needed(self) -> Option<usize> {
        match self {
            Self::None => Some(0),
            Self::Single => Some(1),
            Self::DoubleAnyOrder | Self::DoubleInOrder => Some(2),
            Self::Policy => None,
        }
    }
}

vocabulary! {
    /// What a person does in a step of an approval policy (承認ポリシー).
    #[non_exhaustive]
    Act {
        /// 承認: the approval itself.
        Approve = "approve",
        /// 検印: checking, before any approval.
        Verify = "verify",
        /// 送信: release to the bank, after everything else.
        Release = "release",
    }
}

impl Act {
    /// When it is done: verifying comes before and releasing after everything else.
    pub(crate) const fn turn(self) -> u8 {
        match self {
            Self::Verify => 0,
            Self::Approve => 1,
            Self::Release => 2,
        }
    }

    /// The operation of the same name.
    #[must_use]
    pub const fn operation(self) -> Operation {
        match self {
            Self::Approve => Operation::Approve,
            Self::Verify => Operation::Verify,
            Self::Release => Operation::Release,
        }
    }
}

vocabulary! {
    /// How the payee is named (振込先の指定方法).
    #[non_exhaustive]
    PayeeKind {
        /// 事前登録: filed with the bank.
        PreRegistered = "preRegistered",
        /// 利用者登録: kept in the company's own list.
        UserRegistered = "userRegistered",
        /// 新規口座指定: typed freely.
        NewAccount = "newAccount",
    }
}

vocabulary! {
    /// How a batch came in.
    #[non_exhaustive]
    Entry {
        /// 画面入力.
        Screen = "screen",
        /// ファイル受付.
        File = "file",
    }
}

vocabulary! {
    /// Who bears the fee.
    Bearer {
        /// 当方負担.
        Payer = "payer",
        /// 先方負担.
        Payee = "payee",
    }
}

vocabulary! {
    /// Kinds of users (ユーザ区分), lowest rank first.
    #[non_exhaustive]
    Role {
        /// 一般ユーザ: only the rights given to him.
        General = "general",
        /// 管理者ユーザ: also administration.
        Administrator = "administrator",
        /// マスターユーザ: everything; exactly one in a company.
        Master = "master",
    }
}

vocabulary! {
    /// Which items an operation may reach.
    #[non_exhaustive]
    Scope {
        /// Items of which the user is requester or approver.
        Own = "own",
        /// All items of the payee kind or entry of the right.
        Kind = "kind",
        /// All items of the business.
        All = "all",
    }
}

vocabulary! {
    /// How the fee contained in a payment is found (手数料計算方法), each defined by its formula.
    #[non_exhaustive]
    Method {
        /// 据置型: bounds as printed.
        Fixed = "fixed",
        /// 未満手数料加算型: each bound plus the fee of the tier below it.
        AddLowerFee = "addLowerFee",
        /// 以上手数料加算型: each bound plus the fee of the tier above it.
        AddUpperFee = "addUpperFee",
        /// 手数料を含んだ金額: the fee found by three look-ups in turn.
        Iterative = "iterative",
        /// 未満手数料加算型 as an accounting vendor reads it: the transfer stops one unit below the bound.
        ClampLower = "clampLower",
        /// 以上手数料加算型 as an accounting vendor reads it: the transfer stops on the bound.
        ClampUpper = "clampUpper",
        /// 指定金額: the user types the fee.
        Typed = "typed",
    }
}

vocabulary! {
    /// What happens to an amount between two units.
    #[non_exhaustive]
    Round {
        /// Towards zero (切り捨て): 52.5 to 52.
        Down = "down",
        /// Away from zero (切り上げ): 52.1 to 53.
        Up = "up",
        /// To the nearest, halves away from zero (四捨五入): 52.5 to 53.
        HalfUp = "halfUp",
        /// To the nearest, halves to the even one: 52.5 to 52, 53.5 to 54.
        HalfEven = "halfEven",
    }
}

vocabulary! {
    /// Which date picks the fee table in force.
    #[non_exhaustive]
    DateBasis {
        /// 振込指定日.
        ValueDate = "valueDate",
        /// 受付日: the operation day.
        AcceptanceDate = "acceptanceDate",
        /// The end of the bank's check; quoted by value date, provisional.
        CheckEnd = "checkEnd",
        /// Execution; quoted by value date, provisional.
        Execution = "execution",
    }
}

vocabulary! {
    /// What a limit measures (限度額の単位).
    #[non_exhaustive]
    Measure {
        /// 金額: amounts of money.
        Amount = "amount",
        /// 件数: the number of items.
        Count = "count",
    }
}

vocabulary! {
    /// Which day a request counts on (限度額の基準日).
    #[non_exhaustive]
    DayBasis {
        /// The day of `now`.
        OperationDay = "operationDay",
        /// The later of operation day and value date.
        ExecutionDay = "executionDay",
        /// 振込指定日.
        ValueDate = "valueDate",
    }
}

vocabulary! {
    /// What happens to a value date that is not a business day.
    #[non_exhaustive]
    Roll {
        /// It is refused.
        Error = "error",
        /// 翌営業日.
        Next = "next",
        /// 前営業日.
        Previous = "previous",
    }
}

vocabulary! {
    /// How and when amount and fee are debited (手数料の引落し).
    #[non_exhaustive]
    Debit {
        /// Amount and fee in one debit on the value date.
        WithAmount = "withAmount",
        /// Two debits on the value date.
        SeparateSameDay = "separateSameDay",
        /// The fee on the 10th of the following month.
        NextMonth10th = "nextMonth10th",
        /// One debit for the whole file.
        LumpPerFile = "lumpPerFile",
    }
}

vocabulary! {
    /// What a user does (操作).
    #[non_exhaustive]
    Operation {
        /// 依頼: save, submit or execute a new item.
        Create = "create",
        /// 修正.
        Edit = "edit",
        /// 削除.
        Delete = "delete",
        /// 照会 of an item.
        View = "view",
        /// 過去データ参照 when creating.
        Reference = "reference",
        /// 予約取消.
        Cancel = "cancel",
        /// 引戻し.
        PullBack = "pullBack",
        /// 承認.
        Approve = "approve",
        /// 差戻し.
        SendBack = "sendBack",
        /// 削除 by an approver.
        Discard = "discard",
        /// 承認取消.
        Revoke = "revoke",
        /// 切替 to another business.
        Switch = "switch",
        /// 振込先管理.
        ManagePayees = "managePayees",
        /// 振替結果照会.
        ViewResults = "viewResults",
        /// 検印, before approval.
        Verify = "verify",
        /// 送信, after approval.
        Release = "release",
        /// 残高照会.
        ViewBalance = "viewBalance",
        /// 入出金明細照会.
        ViewStatement = "viewStatement",
        /// 振込入金明細照会.
        ViewDeposits = "viewDeposits",
        /// 操作履歴照会.
        ViewLog = "viewLog",
        /// 企業情報照会.
        ViewCompany = "viewCompany",
        /// 企業情報変更.
        EditCompany = "editCompany",
        /// 手数料情報変更.
        EditFees = "editFees",
        /// 利用者一覧.
        ViewUsers = "viewUsers",
        /// 利用者登録.
        RegisterUser = "registerUser",
        /// 利用者変更.
        EditUser = "editUser",
        /// 利用者削除.
        DeleteUser = "deleteUser",
        /// 証明書失効.
        RevokeCertificate = "revokeCertificate",
        /// ワンタイムパスワード利用停止解除.
        UnlockOneTimePassword = "unlockOneTimePassword",
        /// トークン失効.
        RevokeToken = "revokeToken",
        /// ログイン.
        Login = "login",
        /// 電子証明書の取得・更新.
        Download = "download",
    }
}

impl Operation {
    /// An inquiry (照会), which belongs to no business.
    #[must_use]
    pub const fn is_inquiry(self) -> bool {
        matches!(self, Self::ViewBalance | Self::ViewStatement | Self::ViewDeposits | Self::ViewLog)
    }

    /// An operation of administration (管理), decided by the user's role alone.
    #[must_use]
    pub const fn is_administration(self) -> bool {
        matches!(
            self,
            Self::ViewCompany
                | Self::EditCompany
                | Self::EditFees
                | Self::ViewUsers
                | Self::RegisterUser
                | Self::EditUser
                | Self::DeleteUser
                | Self::RevokeCertificate
                | Self::UnlockOneTimePassword
                | Self::RevokeToken
        )
    }

    /// Coming in (ログイン) or fetching a certificate: needs no right, and belongs to no business.
    #[must_use]
    pub const fn is_door(self) -> bool {
        matches!(self, Self::Login | Self::Download)
    }

    /// Whether the operation is one of a business, not an inquiry, administration or a door.
    #[must_use]
    pub const fn is_of_business(self) -> bool {
        !self.is_inquiry() && !self.is_administration() && !self.is_door()
    }

    /// What one of the people does whom an item needs before it is executed: 検印, 承認 or 送信.
    #[must_use]
    pub const fn is_act(self) -> bool {
        matches!(self, Self::Verify | Self::Approve | Self::Release)
    }

    /// Whether it makes or changes an item.
    #[must_use]
    pub const fn makes(self) -> bool {
        matches!(self, Self::Create | Self::Edit | Self::Switch)
    }

    /// Whether the whole item is looked at, with its amounts.
    pub(crate) const fn takes_in(self) -> bool {
        self.makes() || self.is_act()
    }

    /// The position in [`Operation::ALL`], as a bit.
    pub(crate) const fn bit(self) -> u64 {
        #[expect(clippy::as_conversions, reason = "a field-less enum of 32 values")]
        let position = self as u32;
        match 1_u64.checked_shl(position) {
            Some(bit) => bit,
            None => 0,
        }
    }
}

vocabulary! {
    /// A draft of JSON Schema in which the schema of a form is written.
    SchemaDraft {
        /// What most tools of today read.
        Draft202012 = "draft-2020-12",
        /// What form generators read.
        Draft07 = "draft-07",
    }
}

#[cfg(test)]
mod tests;
