//! Why the answer is no: stable codes, a place in the request, and the figures of the bound.

use alloc::string::String;
use core::fmt::Write;

use crate::date::Day;
use crate::model::users::UserSet;
use crate::terms::{CharacterKind, MixClass};

mod amounts;
mod fault;
mod more;
mod step;

pub use more::More;
pub(crate) use more::{LISTED, LISTED_MAX, count};
pub use step::Step;

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
    ServiceState = 101 "access.serviceState",
    MailState = 102 "access.mailState",
    LoginLock = 103 "access.loginLock",
    ConfirmationLock = 104 "access.confirmationLock",
    CertificateState = 105 "access.certificateState",
    CertificateExpired = 106 "access.certificateExpired",
    OneTimePasswordState = 107 "access.oneTimePasswordState",
    ConfirmationPassword = 108 "access.confirmationPassword",
    OneTimePassword = 109 "access.oneTimePassword",
    Address = 110 "access.address",
    OperatingSystem = 111 "access.os",
    Browser = 112 "access.browser",
    OrganisationDisabled = 113 "access.organisation",
    CompanyDisabled = 114 "access.company",
    LicenceLacking = 115 "access.licence",
    ContractKind = 116 "access.contractKind",
    ContractDate = 117 "access.contractDate",
    SecondChannel = 118 "access.secondChannel",
    ConditionFailed = 119 "access.condition",
    AttributeMissing = 120 "access.missing",
    UserDisabled = 201 "permission.user.disabled",
    RoleLacking = 202 "permission.role",
    NotContracted = 203 "permission.business.notContracted",
    PayeeKindNotOffered = 204 "permission.payeeKind",
    RightLacking = 205 "permission.right",
    OutOfScope = 206 "permission.scope",
    AccountNotUsable = 207 "permission.account",
    NotNamedApprover = 208 "permission.approver",
    SelfApproval = 209 "permission.selfApproval",
    TargetSelf = 210 "permission.target.self",
    TargetMaster = 211 "permission.target.master",
    TargetCertificate = 212 "permission.target.certificate",
    TargetOneTimePassword = 213 "permission.target.oneTimePassword",
    RequesterUnknown = 214 "permission.requester",
    Amount = 301 "form.amount",
    Date = 302 "form.date",
    Choice = 303 "form.choice",
    OutsideCalendar = 304 "form.valueDate.outsideCalendar",
    NotBusinessDay = 305 "form.valueDate.notBusinessDay",
    Characters = 306 "form.characters",
    TooShort = 307 "form.tooShort",
    TooLong = 308 "form.tooLong",
    TooManyBytes = 309 "form.tooManyBytes",
    Mix = 310 "form.mix",
    TypedTwice = 311 "form.typedTwice",
    Unequal = 312 "form.unequal",
    NotInList = 313 "form.list",
    OutOfRange = 314 "form.range",
    MailShape = 315 "form.mail",
    TooSoon = 316 "form.valueDate.tooSoon",
    TooLate = 317 "form.valueDate.tooLate",
    NowOutsideCalendar = 318 "form.now.outsideCalendar",
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
    ItemState = 701 "item.state",
    NotRequester = 702 "item.notRequester",
    ApprovedAlready = 703 "item.approvedAlready",
    ApprovedBefore = 704 "item.approvedBefore",
    OutOfOrder = 705 "item.order",
    DeadlinePassed = 706 "item.deadline",
    SecondChannelNeeded = 707 "item.secondChannel",
    ModeChanged = 708 "item.modeChanged",
    RevokeNotOffered = 709 "item.revokeNotOffered",
    ItemTooLate = 710 "item.tooLate",
    ItemTooEarly = 711 "item.tooEarly",
    NotHisApproval = 712 "item.notHisApproval",
    SwitchNotOffered = 713 "item.switchNotOffered",
    SwitchTooMany = 714 "item.switchTooMany",
    UsageBelow = 715 "item.usage",
    OtherRevision = 716 "item.revision",
    BeforeLastEvent = 717 "item.beforeLastEvent",
    ApproverUnknown = 718 "item.approverUnknown",
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
            600..700 => Step::Approval,
            _ => Step::Item,
        }
    }
}

/// A field of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    PayeeType,
    PayeeNumber,
    PayeeName,
    PayeeRegisteredOn,
    Edi,
    SenderName,
    SenderCode,
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
    ItemState,
    ItemMode,
    /// One of the item's approvals.
    ItemApproval(u8),
    /// The block of access attributes as a whole.
    Access,
    /// An attribute that every bank has, by its name.
    AccessOf(&'static str),
    TargetUser,
    TargetCertificateState,
    TargetOneTimePasswordState,
    /// What an entry of `usage` has used.
    UsageUsed(u8),
    /// The business that an item is switched to.
    To,
    /// The item's number that an event was made from.
    Revision,
}

/// A place in a request (RFC 6901).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
            Field::UsageUsed(at) => {
                let _infallible = write!(out, "/usage/{at}/used");
            }
            Field::ItemApproval(at) => {
                let _infallible = write!(out, "/item/approvals/{at}");
            }
            Field::AccessOf(name) => {
                out.push_str("/access/");
                out.push_str(name);
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
            Self::PayeeType => "/payee/type",
            Self::PayeeNumber => "/payee/number",
            Self::PayeeName => "/payee/name",
            Self::PayeeRegisteredOn => "/payee/registeredOn",
            Self::Edi => "/edi",
            Self::SenderName => "/senderName",
            Self::SenderCode => "/senderCode",
            Self::Payment => "/payment",
            Self::TypedFee => "/typedFee",
            Self::Bearer => "/bearer",
            Self::Pattern => "/pattern",
            Self::Approvers | Self::Approver(_) => "/approvers",
            Self::UsageDay(_) | Self::UsageOf(_) | Self::UsageUsed(_) => "/usage",
            Self::Item => "/item",
            Self::ItemRequester => "/item/requester",
            Self::ItemApprovers => "/item/approvers",
            Self::ItemBusiness => "/item/business",
            Self::ItemPayeeKind => "/item/payeeKind",
            Self::ItemEntry => "/item/entry",
            Self::ItemState => "/item/state",
            Self::ItemMode => "/item/mode",
            Self::ItemApproval(_) => "/item/approvals",
            Self::Access | Self::AccessOf(_) => "/access",
            Self::TargetUser => "/target/user",
            Self::TargetCertificateState => "/target/certificateState",
            Self::TargetOneTimePasswordState => "/target/oneTimePasswordState",
            Self::To => "/to",
            Self::Revision => "/revision",
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
    /// The revision that was expected.
    Revision(u32),
    /// The pattern that was computed, by its position in the service.
    Pattern(u8),
    /// The next day that is possible.
    Earliest(Option<Day>),
    /// The last day that is possible.
    Latest(Option<Day>),
    /// The condition that failed, and the attribute that it is about or lacks, by their positions in the service.
    Access {
        /// The bank's condition.
        condition: Option<u8>,
        /// The attribute.
        attribute: Option<u8>,
    },
    /// A character that the field does not take.
    Character {
        /// What the field takes.
        kind: CharacterKind,
        /// Its position in the text, in characters from 0.
        at: u16,
        /// The character.
        character: char,
    },
    /// The fewest characters.
    AtLeast(u16),
    /// The most characters or bytes.
    AtMost(u16),
    /// The class of which there is none.
    Mix(MixClass),
    /// The range of an amount.
    Range {
        /// The smallest amount.
        min: Option<i64>,
        /// The largest amount.
        max: Option<i64>,
    },
    /// Who could take the place.
    Who(UserSet),
    /// An approver's cap, and who could take his place.
    Cap {
        /// The largest that he could approve, if anything: a payment of a single business, an amount of an item of a batch.
        max: Option<i64>,
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
