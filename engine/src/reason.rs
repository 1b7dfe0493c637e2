//! Why the answer is no: stable codes, a place in the request, and the figures of the bound.

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt::Write;

use crate::date::Day;
use crate::model::users::UserSet;
use crate::terms::{CharacterKind, MixClass};

mod amounts;
mod fault;
mod figure;
mod more;
mod step;
mod view;

pub(crate) use figure::Names;
pub use figure::{Figure, FigureValue, People};
pub use more::More;
pub(crate) use more::{LISTED, LISTED_MAX, count};
pub use step::Step;
pub use view::Reason;
pub(crate) use view::{figures, reasons};

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
    AccessServiceState = 101 "access.serviceState",
    AccessMailState = 102 "access.mailState",
    AccessLoginLock = 103 "access.loginLock",
    AccessConfirmationLock = 104 "access.confirmationLock",
    AccessCertificateState = 105 "access.certificateState",
    AccessCertificateExpired = 106 "access.certificateExpired",
    AccessOneTimePasswordState = 107 "access.oneTimePasswordState",
    AccessConfirmationPassword = 108 "access.confirmationPassword",
    AccessOneTimePassword = 109 "access.oneTimePassword",
    AccessAddress = 110 "access.address",
    AccessOs = 111 "access.os",
    AccessBrowser = 112 "access.browser",
    AccessOrganisation = 113 "access.organisation",
    AccessCompany = 114 "access.company",
    AccessLicence = 115 "access.licence",
    AccessContractKind = 116 "access.contractKind",
    AccessContractDate = 117 "access.contractDate",
    AccessSecondChannel = 118 "access.secondChannel",
    AccessCondition = 119 "access.condition",
    AccessMissing = 120 "access.missing",
    PermissionUserDisabled = 201 "permission.user.disabled",
    PermissionRole = 202 "permission.role",
    PermissionBusinessNotContracted = 203 "permission.business.notContracted",
    PermissionPayeeKind = 204 "permission.payeeKind",
    PermissionRight = 205 "permission.right",
    PermissionScope = 206 "permission.scope",
    PermissionAccount = 207 "permission.account",
    PermissionApprover = 208 "permission.approver",
    PermissionSelfApproval = 209 "permission.selfApproval",
    PermissionTargetSelf = 210 "permission.target.self",
    PermissionTargetMaster = 211 "permission.target.master",
    PermissionTargetCertificate = 212 "permission.target.certificate",
    PermissionTargetOneTimePassword = 213 "permission.target.oneTimePassword",
    PermissionRequester = 214 "permission.requester",
    FormAmount = 301 "form.amount",
    FormDate = 302 "form.date",
    FormChoice = 303 "form.choice",
    FormValueDateOutsideCalendar = 304 "form.valueDate.outsideCalendar",
    FormValueDateNotBusinessDay = 305 "form.valueDate.notBusinessDay",
    FormCharacters = 306 "form.characters",
    FormTooShort = 307 "form.tooShort",
    FormTooLong = 308 "form.tooLong",
    FormTooManyBytes = 309 "form.tooManyBytes",
    FormMix = 310 "form.mix",
    FormTypedTwice = 311 "form.typedTwice",
    FormUnequal = 312 "form.unequal",
    FormList = 313 "form.list",
    FormRange = 314 "form.range",
    FormMail = 315 "form.mail",
    FormValueDateTooSoon = 316 "form.valueDate.tooSoon",
    FormValueDateTooLate = 317 "form.valueDate.tooLate",
    FormNowOutsideCalendar = 318 "form.now.outsideCalendar",
    FeeNoTableInForce = 401 "fee.noTableInForce",
    FeeNoTableForPattern = 402 "fee.noTableForPattern",
    FeePatternDisagrees = 403 "fee.pattern.disagrees",
    FeePayeeBorneNotOffered = 404 "fee.payeeBorne.notOffered",
    FeePayeeBorneNotSet = 405 "fee.payeeBorne.notSet",
    FeeNotLessThanPayment = 406 "fee.notLessThanPayment",
    FeeAmountTooLarge = 407 "fee.amountTooLarge",
    LimitAccountPerDayTotal = 501 "limit.accountPerDay.total",
    LimitAccountPerDayAdHoc = 502 "limit.accountPerDay.adHoc",
    LimitAccountPerDayPreRegistered = 503 "limit.accountPerDay.preRegistered",
    LimitCompanyPerDay = 504 "limit.companyPerDay",
    LimitUserPerOperation = 505 "limit.userPerOperation",
    LimitApproverPerItem = 506 "limit.approverPerItem",
    LimitCeilingAccountPerDayTotal = 507 "limit.ceiling.accountPerDay.total",
    LimitCeilingAccountPerDayAdHoc = 508 "limit.ceiling.accountPerDay.adHoc",
    LimitCeilingAccountPerDayPreRegistered = 509 "limit.ceiling.accountPerDay.preRegistered",
    LimitCeilingCompanyPerDay = 510 "limit.ceiling.companyPerDay",
    LimitCeilingUserPerOperation = 511 "limit.ceiling.userPerOperation",
    LimitPerItem = 512 "limit.perItem",
    LimitPerBatch = 513 "limit.perBatch",
    LimitMaxItems = 514 "limit.maxItems",
    LimitUsageDay = 515 "limit.usage.day",
    ApprovalNotNeeded = 601 "approval.notNeeded",
    ApprovalNotNamedByRequester = 602 "approval.notNamedByRequester",
    ApprovalTooMany = 603 "approval.tooMany",
    ApprovalApproverNotEligible = 604 "approval.approver.notEligible",
    ApprovalApproverRight = 605 "approval.approver.right",
    ApprovalApproverAccount = 606 "approval.approver.account",
    ApprovalApproverSelf = 607 "approval.approver.self",
    ApprovalApproverCap = 608 "approval.approver.cap",
    ApprovalApproverDuplicate = 609 "approval.approver.duplicate",
    ApprovalNobody = 610 "approval.nobody",
    ItemState = 701 "item.state",
    ItemNotRequester = 702 "item.notRequester",
    ItemApprovedAlready = 703 "item.approvedAlready",
    ItemApprovedBefore = 704 "item.approvedBefore",
    ItemOrder = 705 "item.order",
    ItemDeadline = 706 "item.deadline",
    ItemSecondChannel = 707 "item.secondChannel",
    ItemModeChanged = 708 "item.modeChanged",
    ItemRevokeNotOffered = 709 "item.revokeNotOffered",
    ItemTooLate = 710 "item.tooLate",
    ItemTooEarly = 711 "item.tooEarly",
    ItemNotHisApproval = 712 "item.notHisApproval",
    ItemSwitchNotOffered = 713 "item.switchNotOffered",
    ItemSwitchTooMany = 714 "item.switchTooMany",
    ItemUsage = 715 "item.usage",
    ItemRevision = 716 "item.revision",
    ItemBeforeLastEvent = 717 "item.beforeLastEvent",
    ItemApproverUnknown = 718 "item.approverUnknown",
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
    pub line: Option<u32>,
    /// The field.
    pub field: Field,
}

impl From<Field> for Pointer {
    fn from(field: Field) -> Self {
        Self { line: None, field }
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
        if let Some(item) = self.line {
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
pub(crate) enum Detail {
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
    /// Another field, from which this one must differ.
    Other(Box<str>),
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

/// One reason for a no as the steps note it, in positions: [`Reason`] is what users see of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// What kind of reason it is.
    pub code: Code,
    /// Where in the request.
    pub at: Pointer,
    /// Figures and way out.
    pub detail: Detail,
}

impl Refusal {
    pub(crate) fn new(code: Code, at: impl Into<Pointer>) -> Self {
        Self { code, at: at.into(), detail: Detail::None }
    }

    pub(crate) fn with(code: Code, at: impl Into<Pointer>, detail: Detail) -> Self {
        Self { code, at: at.into(), detail }
    }

    /// Step, item, catalogue order; reasons equal in all three keep the order in which they were found.
    pub(crate) fn sort_key(&self) -> (Step, Option<u32>, Code) {
        (self.code.step(), self.at.line, self.code)
    }
}
