//! The closed vocabularies of documents: those of `terms`, and such as only documents have.

use alloc::vec::Vec;

use crate::terms::{
    Act, ApprovalMode, BusinessKind, CharacterKind, DateBasis, DayBasis, Debit, Entry, Measure, Method,
    MixClass, Operation, PayeeKind, Role, Roll, Round, Scope, State,
};

/// A closed set of words.
pub(crate) trait Word: Copy + PartialEq + 'static {
    /// Every value in order.
    const ALL: &'static [Self];

    /// The word.
    fn word(self) -> &'static str;

    /// The value of a word.
    fn from_word(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == text)
    }

    /// All words in order.
    fn words() -> impl Iterator<Item = &'static str> + Clone {
        Self::ALL.iter().map(|value| value.word())
    }
}

/// Declares vocabularies that only documents have.
macro_rules! vocabularies {
    ($($(#[doc = $about:literal])+ $name:ident {
        $($(#[doc = $doc:literal])* $variant:ident = $text:literal,)+
    })+) => {
        $($(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum $name { $($(#[doc = $doc])* $variant,)+ }

        impl $name {
            /// The word in documents.
            pub(crate) const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl Word for $name {
            const ALL: &'static [Self] = &[$(Self::$variant,)+];

            fn word(self) -> &'static str {
                self.name()
            }
        }

        listed! { $name, <$name as Word>::ALL, concat!($($text, " "),+) })+
    };
}

vocabularies! {
    /// What of an order's amount a policy goes by.
    PolicyBy { Sum = "sum", LargestItem = "largestItem", }
    /// Whether a company uses the bank's tables (基準手数料) or its own.
    Basis { Standard = "standard", Individual = "individual", }
    /// Whether fees in tables include the consumption tax (税込・税抜).
    TaxMode { Inclusive = "inclusive", Exclusive = "exclusive", }
    /// Which methods a company may name (`fee.methodFamily`).
    MethodFamily { Shifted = "shifted", Clamp = "clamp", Iterative = "iterative", Typed = "typed", Flat = "flat", }
    /// What happens to a payment that does not cover its fee (`fee.feeGePayment`).
    FeeGePayment { Refuse = "refuse", NoDeduction = "noDeduction", }
    /// `approval.selfApproval` without a list.
    SelfApproval { Allow = "allow", Forbid = "forbid", }
    /// Who is first in ダブル承認（順序なし） (`approval.unordered`).
    Unordered { FirstToAct = "firstToAct", ByRank = "byRank", }
    /// Until when an approval may be revoked (`approval.revoke`).
    Revoke {
        Never = "none",
        UntilRunTime = "untilRunTime",
        UntilPreviousBusinessDay = "untilPreviousBusinessDay",
    }
    /// What becomes of an item after 承認取消 (`approval.afterRevoke`).
    AfterRevoke { Editable = "editable", NotReusable = "notReusable", }
    /// What becomes of an item whose 承認期限 has passed (`approval.onExpiry`).
    OnExpiry { Expired = "expired", Cancelled = "cancelled", }
    /// Whether an item may be approved after the company's mode has changed (`approval.onModeChange`).
    OnModeChange { Snapshot = "snapshot", Resubmit = "resubmit", }
    /// What becomes of an item that could not be executed (`approval.onFailure`).
    OnFailure { Failed = "failed", Editable = "editable", }
    /// Who may end an item that nobody else can (`approval.rescue`).
    Rescue { MasterAndAdministrator = "masterAndAdministrator", Master = "master", Nobody = "none", }
    /// Whether adHoc and preRegistered lie within total (`limit.subRelation`).
    SubRelation { Independent = "independent", Inner = "inner", }
    /// What a limit of 0 means (`limit.zeroMeans`).
    ZeroMeans { Locked = "locked", }
    /// When the limits of an item are checked (`limit.checkAt`), and its usage is taken (`limit.takeAt`).
    Moment { Submit = "submit", Approve = "approve", Execute = "execute", }
    /// Who may change the company's settings (`roles.companySettings`).
    CompanySettings { MasterAndAdministrator = "masterAndAdministrator", Master = "master", }
    /// Whose a declared limit is (`limits.of`).
    LimitOf { Company = "company", Account = "account", User = "user", Payee = "payee", }
    /// Over what a declared limit adds up (`limits.per`).
    LimitPer {
        Item = "item",
        Operation = "operation",
        Day = "day",
        Week = "week",
        Month = "month",
        Year = "year",
    }
    /// When a declared limit is asked about (`limits.on`).
    LimitOn { Request = "request", Approve = "approve", }
    /// The characters of codes of `settings.account`.
    CodeCharacters { Digits = "digits", Alphanumerics = "alphanumerics", }
    /// What is done with characters that a field rule does not allow (`charset.policy`).
    CharsetPolicy { Reject = "reject", Normalise = "normalise", }
    /// Whether ｦ is allowed in names (`charset.wo`).
    Wo { NotAllowed = "notAllowed", Allowed = "allowed", }
    /// What is done with a name that is too long (`overflow`).
    Overflow { Reject = "reject", Truncate = "truncate", }
    /// The situations in which a condition of access applies.
    Situation { Login = "login", Transaction = "transaction", Download = "download", }
    /// Whose holidays `calendar.national` adds.
    Nation { Japan = "JP", }
    /// The days of the week, Monday first.
    Weekday { Mon = "mon", Tue = "tue", Wed = "wed", Thu = "thu", Fri = "fri", Sat = "sat", Sun = "sun", }
    /// What the values of an attribute of access are.
    ValueType {
        Flag = "flag",
        Choice = "choice",
        Text = "text",
        Number = "number",
        Day = "day",
        Instant = "instant",
        Address = "address",
        Ranges = "ranges",
        Set = "set",
    }
    /// Who states an attribute of access: the request, the company, or in the company's document the user or the group for which
    /// the user acts.
    AttributePlace { Request = "request", Company = "company", User = "user", Group = "group", }
    /// What a condition of access that does not hold makes of a request.
    Effect { Refuse = "refuse", Warn = "warn", }
    /// What an operation of the bank's own is: of a business, 照会, 管理, or open to whoever comes in.
    OperationSort {
        OfBusiness = "ofBusiness",
        Inquiry = "inquiry",
        Administration = "administration",
        Door = "door",
    }
    /// `required` of a field rule, where it is a word.
    RequiredOf { New = "new", }
    /// The fields of a request that may have rules, in the order in which they are checked.
    RuledField {
        SenderName = "senderName",
        SenderCode = "senderCode",
        Bank = "payee.bank",
        Branch = "payee.branch",
        Type = "payee.type",
        Number = "payee.number",
        Name = "payee.name",
        Payment = "payment",
        Edi = "edi",
    }
    /// The limits that a business may have.
    LimitName {
        AccountTotal = "accountPerDay.total",
        AccountAdHoc = "accountPerDay.adHoc",
        AccountPreRegistered = "accountPerDay.preRegistered",
        CompanyPerDay = "companyPerDay",
        UserPerOperation = "userPerOperation",
    }
}

/// Keys that no declared limit has: those of limits that every bank has, and what such limits are called together.
pub(crate) const NEVER_DECLARED: [&str; 6] = [
    "accountPerDay",
    LimitName::CompanyPerDay.name(),
    LimitName::UserPerOperation.name(),
    "perItem",
    "perBatch",
    "approverPerItem",
];

impl LimitName {
    /// Those of an account and day, in the order of their amounts.
    pub(crate) const OF_ACCOUNT: [Self; 3] =
        [Self::AccountTotal, Self::AccountAdHoc, Self::AccountPreRegistered];

    /// Whether a business has it: one that takes one payee a request (single), or a batch.
    pub(crate) const fn is_of(self, single: bool) -> bool {
        match self {
            Self::AccountTotal | Self::AccountAdHoc | Self::AccountPreRegistered => single,
            Self::CompanyPerDay => !single,
            Self::UserPerOperation => true,
        }
    }
}

impl MethodFamily {
    /// Whether a company under this family may name the method.
    pub(crate) const fn has(self, method: Method) -> bool {
        match self {
            Self::Shifted => matches!(method, Method::Fixed | Method::AddLowerFee | Method::AddUpperFee),
            Self::Clamp => matches!(method, Method::Fixed | Method::ClampLower | Method::ClampUpper),
            Self::Iterative => matches!(method, Method::Iterative),
            Self::Typed => matches!(method, Method::Typed),
            Self::Flat => matches!(method, Method::Fixed),
        }
    }
}

impl CompanySettings {
    /// The least role that may.
    pub(crate) const fn least_role(self) -> Role {
        match self {
            Self::MasterAndAdministrator => Role::Administrator,
            Self::Master => Role::Master,
        }
    }
}

impl Rescue {
    /// The least role that may; none: nobody.
    pub(crate) const fn least_role(self) -> Option<Role> {
        match self {
            Self::MasterAndAdministrator => Some(Role::Administrator),
            Self::Master => Some(Role::Master),
            Self::Nobody => None,
        }
    }
}

/// The vocabularies of `terms` are words too.
macro_rules! terms {
    ($($name:ident)+) => {
        $(impl Word for $name {
            const ALL: &'static [Self] = Self::ALL;

            fn word(self) -> &'static str {
                self.name()
            }
        })+
    };
}

terms! {
    Act ApprovalMode BusinessKind CharacterKind DateBasis DayBasis Debit Entry Measure Method MixClass Operation
    PayeeKind Role Roll Round Scope State
}

/// The modes that a company names by a word: a policy it states.
pub(crate) fn named_modes() -> impl Iterator<Item = ApprovalMode> {
    ApprovalMode::ALL.iter().copied().filter(|mode| *mode != ApprovalMode::Policy)
}

/// Names the vocabularies that members of documents are of.
macro_rules! named {
    ($($name:ident)+) => {
        /// A vocabulary by its name: the words are asked for by tools only.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Vocabulary {
            $($name,)+
            /// The operations that a right can give.
            OperationOfRights,
            /// The modes that a company names by a word: a policy it states.
            NamedMode,
        }

        impl Vocabulary {
            /// Its words, in order.
            pub(super) fn words(self) -> Vec<&'static str> {
                match self {
                    $(Self::$name => $name::words().collect(),)+
                    Self::NamedMode => named_modes().map(|mode| mode.name()).collect(),
                    Self::OperationOfRights => {
                        Operation::ALL.iter().filter(|one| one.is_of_rights()).map(|one| one.name()).collect()
                    }
                }
            }
        }
    };
}

named! {
    Act PolicyBy ApprovalMode BusinessKind CharacterKind DateBasis DayBasis Debit Entry Measure Method MixClass Operation PayeeKind Role
    Roll Round Scope State Basis TaxMode MethodFamily FeeGePayment SelfApproval Unordered Revoke AfterRevoke OnExpiry
    OnModeChange OnFailure Rescue SubRelation ZeroMeans Moment CompanySettings CodeCharacters CharsetPolicy Wo Overflow
    Situation Nation Weekday ValueType AttributePlace RequiredOf RuledField LimitName
    LimitOf LimitPer LimitOn Effect OperationSort
}
