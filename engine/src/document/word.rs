//! The closed vocabularies, as the reader sees them.

use crate::terms::{
    ApprovalMode, BusinessKind, CharacterKind, DateBasis, DayBasis, Debit, Entry, Method, MixClass,
    Operation, PayeeKind, Role, Roll, Round, Scope,
};

/// A closed set of words.
pub(super) trait Word: Copy + PartialEq + 'static {
    /// The value of a word.
    fn from_word(text: &str) -> Option<Self>;

    /// All words in order.
    fn words() -> impl Iterator<Item = &'static str> + Clone;
}

macro_rules! words {
    ($($name:ident)+) => {
        $(impl Word for $name {
            fn from_word(text: &str) -> Option<Self> {
                Self::from_name(text)
            }

            fn words() -> impl Iterator<Item = &'static str> + Clone {
                Self::ALL.iter().map(|value| value.name())
            }
        })+
    };
}

words! {
    ApprovalMode BusinessKind CharacterKind DateBasis DayBasis Debit Entry Method MixClass Operation PayeeKind Role
    Roll Round Scope
}

/// Declares a vocabulary that only documents have.
macro_rules! own_words {
    ($($(#[$about:meta])* $name:ident { $($variant:ident = $text:literal,)+ })+) => {
        $($(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum $name { $($variant,)+ }

        impl Word for $name {
            fn from_word(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }

            fn words() -> impl Iterator<Item = &'static str> + Clone {
                [$($text),+].into_iter()
            }
        })+
    };
}

own_words! {
    /// Whether a company uses the bank's tables (基準手数料) or its own.
    Basis { Standard = "standard", Individual = "individual", }
    /// Whether fees in tables include the consumption tax (税込・税抜).
    TaxMode { Inclusive = "inclusive", Exclusive = "exclusive", }
    /// `fee.methodFamily`.
    Family { Shifted = "shifted", Clamp = "clamp", Iterative = "iterative", Typed = "typed", Flat = "flat", }
    /// `fee.feeGePayment`.
    FeeGePayment { Refuse = "refuse", NoDeduction = "noDeduction", }
    /// `approval.selfApproval` without a list.
    SelfApproval { Allow = "allow", Forbid = "forbid", }
    /// `approval.unordered`.
    Unordered { FirstToAct = "firstToAct", ByRank = "byRank", }
    /// `limit.subRelation`.
    SubRelation { Independent = "independent", Inner = "inner", }
    /// `limit.zeroMeans`.
    ZeroMeans { Locked = "locked", }
    /// `roles.companySettings`.
    CompanySettings { MasterAndAdministrator = "masterAndAdministrator", Master = "master", }
    /// `approval.revoke`.
    RevokeUntil {
        None = "none",
        UntilRunTime = "untilRunTime",
        UntilPreviousBusinessDay = "untilPreviousBusinessDay",
    }
    /// `approval.afterRevoke`.
    AfterRevoke { Editable = "editable", NotReusable = "notReusable", }
    /// `approval.onExpiry`.
    OnExpiry { Expired = "expired", Cancelled = "cancelled", }
    /// `approval.onModeChange`.
    OnModeChange { Snapshot = "snapshot", Resubmit = "resubmit", }
    /// `approval.onFailure`.
    OnFailure { Failed = "failed", Editable = "editable", }
    /// `approval.rescue`.
    Rescue { MasterAndAdministrator = "masterAndAdministrator", Master = "master", None = "none", }
    /// The moments of `limit.checkAt` and `limit.takeAt`.
    CheckAt { Submit = "submit", Approve = "approve", Execute = "execute", }
    /// `charset.policy`.
    CharsetPolicy { Reject = "reject", Normalise = "normalise", }
    /// `charset.wo`.
    Wo { NotAllowed = "notAllowed", Allowed = "allowed", }
    /// The characters of codes of `settings.account`.
    CodeCharacters { Digits = "digits", Alphanumerics = "alphanumerics", }
    /// `overflow`.
    Overflow { Reject = "reject", Truncate = "truncate", }
    /// The situations in which a condition of access applies.
    Situation { Login = "login", Transaction = "transaction", Download = "download", }
    /// `calendar.national`.
    Nation { Japan = "JP", }
    /// What the values of an attribute of access are.
    AttributeType {
        Flag = "flag",
        Choice = "choice",
        Text = "text",
        Number = "number",
        Day = "day",
        Instant = "instant",
        Address = "address",
        Ranges = "ranges",
    }
    /// Who states an attribute of access.
    AttributePlace { Request = "request", Company = "company", }
    /// `required` of a field rule, where it is a word.
    RequiredOf { New = "new", }
    /// The days of the week, Monday first.
    Weekday { Mon = "mon", Tue = "tue", Wed = "wed", Thu = "thu", Fri = "fri", Sat = "sat", Sun = "sun", }
    /// The limits that a business may have.
    LimitName {
        AccountTotal = "accountPerDay.total",
        AccountAdHoc = "accountPerDay.adHoc",
        AccountPreRegistered = "accountPerDay.preRegistered",
        CompanyPerDay = "companyPerDay",
        UserPerOperation = "userPerOperation",
    }
}
