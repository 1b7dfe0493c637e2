//! Why the answer is no: stable codes, a place in the request, and the figures of the bound.

use alloc::string::String;
use core::fmt::Write;

use crate::date::Day;
use crate::model::users::UserSet;

/// The steps of an evaluation, in the order in which a bank would ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// May this visitor come in?
    Access,
    /// May this user do this?
    Permission,
    /// Is every field well-formed?
    Form,
    /// What does it cost?
    Fee,
    /// Does it fit?
    Limit,
    /// Who must still sign?
    Approval,
}

impl Step {
    /// Every step, in order.
    pub const ALL: &'static [Self] =
        &[Self::Access, Self::Permission, Self::Form, Self::Fee, Self::Limit, Self::Approval];

    /// The name in verdicts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Permission => "permission",
            Self::Form => "form",
            Self::Fee => "fee",
            Self::Limit => "limit",
            Self::Approval => "approval",
        }
    }
}

macro_rules! codes {
    ($($variant:ident = $number:literal $name:literal,)+) => {
        /// What kind of reason it is. Names and numbers never change their meaning; the rule behind each is in
        /// `docs/rules.md`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u16)]
        pub enum Code { $(#[doc = concat!("`", $name, "`")] $variant = $number,)+ }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The dotted name in verdicts.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The stable number, for hosts without text.
            #[must_use]
            pub const fn number(self) -> u16 {
                match self { $(Self::$variant => $number,)+ }
            }

            /// The code of that name, if there is one.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

codes! {
    UserDisabled = 201 "permission.user.disabled",
    RoleLacking = 202 "permission.role",
    NotContracted = 203 "permission.business.notContracted",
    PayeeKindNotOffered = 204 "permission.payeeKind",
    RightLacking = 205 "permission.right",
    OutOfScope = 206 "permission.scope",
    AccountNotUsable = 207 "permission.account",
    NotNamedApprover = 208 "permission.approver",
    SelfApproval = 209 "permission.selfApproval",
    Amount = 301 "form.amount",
    Date = 302 "form.date",
    Choice = 303 "form.choice",
    OutsideCalendar = 304 "form.valueDate.outsideCalendar",
    NotBusinessDay = 305 "form.valueDate.notBusinessDay",
    NoTableInForce = 401 "fee.noTableInForce",
    NoTableForPattern = 402 "fee.noTableForPattern",
    PatternDisagrees = 403 "fee.pattern.disagrees",
    PayeeBorneNotOffered = 404 "fee.payeeBorne.notOffered",
    PayeeBorneNotSet = 405 "fee.payeeBorne.notSet",
    NotLessThanPayment = 406 "fee.notLessThanPayment",
    AmountTooLarge = 407 "fee.amountTooLarge",
    AccountTotal = 501 "limit.accountPerDay.total",
    AccountAdHoc = 502 "limit.accountPerDay.adHoc",
    AccountPreRegistered = 503 "limit.accountPerDay.preRegistered",
    CompanyPerDay = 504 "limit.companyPerDay",
    UserPerOperation = 505 "limit.userPerOperation",
    ApproverPerItem = 506 "limit.approverPerItem",
    CeilingAccountTotal = 507 "limit.ceiling.accountPerDay.total",
    CeilingAccountAdHoc = 508 "limit.ceiling.accountPerDay.adHoc",
    CeilingAccountPreRegistered = 509 "limit.ceiling.accountPerDay.preRegistered",
    CeilingCompanyPerDay = 510 "limit.ceiling.companyPerDay",
    CeilingUserPerOperation = 511 "limit.ceiling.userPerOperation",
    PerItem = 512 "limit.perItem",
    PerBatch = 513 "limit.perBatch",
    MaxItems = 514 "limit.maxItems",
    UsageDay = 515 "limit.usage.day",
    ApprovalNotNeeded = 601 "approval.notNeeded",
    NotNamedByRequester = 602 "approval.notNamedByRequester",
    TooManyApprovers = 603 "approval.tooMany",
    ApproverNotEligible = 604 "approval.approver.notEligible",
    ApproverRight = 605 "approval.approver.right",
    ApproverAccount = 606 "approval.approver.account",
    ApproverSelf = 607 "approval.approver.self",
    ApproverCap = 608 "approval.approver.cap",
    ApproverDuplicate = 609 "approval.approver.duplicate",
    Nobody = 610 "approval.nobody",
}

impl Code {
    /// The step that gives reasons of this code.
    #[must_use]
    pub const fn step(self) -> Step {
        match self.number() {
            ..200 => Step::Access,
            200..300 => Step::Permission,
            300..400 => Step::Form,
            400..500 => Step::Fee,
            500..600 => Step::Limit,
            _ => Step::Approval,
        }
    }
}

/// A field of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is the field of the same name")]
pub enum Field {
    User,
    Operation,
    Business,
    Now,
    Account,
    ValueDate,
    Entry,
    Items,
    Payee,
    PayeeKind,
    PayeeBank,
    PayeeBranch,
    PayeeRegisteredOn,
    Payment,
    TypedFee,
    Bearer,
    Pattern,
    Approvers,
    /// One of `approvers`.
    Approver(u8),
    /// The day of one entry of `usage`.
    UsageDay(u8),
    /// An entry of `usage` that is not there, by the name of its limit.
    UsageOf(&'static str),
    Item,
    ItemRequester,
    ItemApprovers,
    ItemBusiness,
    ItemPayeeKind,
    ItemEntry,
}

/// A place in a request (RFC 6901).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pointer {
    /// The position in `items`, for a field of one of them.
    pub item: Option<u32>,
    /// The field.
    pub field: Field,
}

impl From<Field> for Pointer {
    fn from(field: Field) -> Self {
        Self { item: None, field }
    }
}

impl core::fmt::Display for Pointer {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let mut text = String::new();
        self.write(&mut text);
        f.write_str(&text)
    }
}

impl Pointer {
    /// Appends the pointer.
    pub fn write(self, out: &mut String) {
        if let Some(item) = self.item {
            let _infallible = write!(out, "/items/{item}");
        }
        match self.field {
            Field::Approver(at) => {
                let _infallible = write!(out, "/approvers/{at}");
            }
            Field::UsageDay(at) => {
                let _infallible = write!(out, "/usage/{at}/day");
            }
            Field::UsageOf(limit) => {
                out.push_str("/usage/");
                out.push_str(limit);
            }
            other => out.push_str(other.path()),
        }
    }
}

impl Field {
    const fn path(self) -> &'static str {
        match self {
            Self::User => "/user",
            Self::Operation => "/operation",
            Self::Business => "/business",
            Self::Now => "/now",
            Self::Account => "/account",
            Self::ValueDate => "/valueDate",
            Self::Entry => "/entry",
            Self::Items => "/items",
            Self::Payee => "/payee",
            Self::PayeeKind => "/payee/kind",
            Self::PayeeBank => "/payee/bank",
            Self::PayeeBranch => "/payee/branch",
            Self::PayeeRegisteredOn => "/payee/registeredOn",
            Self::Payment => "/payment",
            Self::TypedFee => "/typedFee",
            Self::Bearer => "/bearer",
            Self::Pattern => "/pattern",
            Self::Approvers | Self::Approver(_) => "/approvers",
            Self::UsageDay(_) | Self::UsageOf(_) => "/usage",
            Self::Item => "/item",
            Self::ItemRequester => "/item/requester",
            Self::ItemApprovers => "/item/approvers",
            Self::ItemBusiness => "/item/business",
            Self::ItemPayeeKind => "/item/payeeKind",
            Self::ItemEntry => "/item/entry",
        }
    }
}

/// The figures of a reason, and the way out where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Nothing but the code and the place.
    None,
    /// A limit in amounts: `max` is the largest value of the field that would still fit.
    Limit {
        /// The limit.
        limit: i64,
        /// Used before this request.
        used: i64,
        /// What this request adds.
        requested: i64,
        /// The largest that still fits, if any does.
        max: Option<i64>,
    },
    /// A limit in numbers of items.
    Count {
        /// The most items.
        limit: u64,
        /// The items of the request.
        requested: u64,
    },
    /// The day that was expected.
    Day(Day),
    /// The pattern that was computed, by its position in the service.
    Pattern(u8),
    /// The next day that is possible.
    Earliest(Option<Day>),
    /// Who could take the place.
    Who(UserSet),
    /// An approver's cap, and who could take his place.
    Cap {
        /// 明細上限金額.
        max: i64,
        /// Who could approve.
        who: UserSet,
    },
}

/// One reason for a no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What kind of reason it is.
    pub code: Code,
    /// Where in the request.
    pub at: Pointer,
    /// Figures and way out.
    pub detail: Detail,
}

impl Reason {
    pub(crate) fn new(code: Code, at: impl Into<Pointer>) -> Self {
        Self { code, at: at.into(), detail: Detail::None }
    }

    pub(crate) fn with(code: Code, at: impl Into<Pointer>, detail: Detail) -> Self {
        Self { code, at: at.into(), detail }
    }

    /// Step, item, catalogue order; reasons equal in all three keep the order in which they were found.
    pub(crate) fn sort_key(&self) -> (Step, Option<u32>, Code) {
        (self.code.step(), self.at.item, self.code)
    }
}
