//! The fields of a request: where each stands, and what a person calls it.

use alloc::string::String;
use core::fmt::{self, Write};

use crate::language::bounds::NAME_MAX;
use crate::language::words::LimitName;
use crate::model::service::ServiceModel;
use crate::quote::push_step;
use crate::sort::sort_by;

/// What stands in a path for a field of several.
trait Segment {
    fn push(self, out: &mut String);
}

impl Segment for u8 {
    fn push(self, out: &mut String) {
        let _infallible = write!(out, "{self}");
    }
}

impl Segment for u32 {
    fn push(self, out: &mut String) {
        let _infallible = write!(out, "{self}");
    }
}

impl Segment for LimitKey {
    fn push(self, out: &mut String) {
        push_step(self.as_str(), out);
    }
}

impl Segment for &'static str {
    fn push(self, out: &mut String) {
        out.push_str(self);
    }
}

/// Whether a path is that of a field, `*` in it being anything.
fn is_at(field: &str, path: &str) -> bool {
    match field.split_once('*') {
        None => path == field,
        Some((before, behind)) => path.strip_prefix(before).is_some_and(|rest| rest.ends_with(behind)),
    }
}

macro_rules! path {
    ($path:literal) => {
        Some($path)
    };
    ($path:literal, $one:ident) => {
        None
    };
}

/// Gives the field at a path, from within a function: one whose path is the same for all, or that has a position in it.
macro_rules! of_path {
    ($path:ident, $own:literal, $field:ident) => {
        if $path == $own {
            return Some(Self::$field);
        }
    };
    ($path:ident, $own:literal, $field:ident, $one:ident: u8) => {
        of_path!(@ $path, $own, $field)
    };
    ($path:ident, $own:literal, $field:ident, $one:ident: u32) => {
        of_path!(@ $path, $own, $field)
    };
    (@ $path:ident, $own:literal, $field:ident) => {
        if let Some((before, behind)) = $own.split_once('*')
            && let Some(at) = $path.strip_prefix(before).and_then(|rest| rest.strip_suffix(behind))
            && let Ok(at) = at.parse()
        {
            return Some(Self::$field(at));
        }
    };
    ($path:ident, $own:literal, $field:ident, $one:ident: $of:ty) => {};
}

/// Declares the fields: number, word, path (`*` for the position or name of one of several), position in a payee's line where it has
/// one, what a person calls it in Japanese and English.
macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident $(($one:ident: $of:ty))? = $number:literal $word:literal $path:literal $([$bit:literal])? $ja:literal $en:literal;)+) => {
        $crate::word::numbered! { $($number $word)+ }

        /// A field of a request.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($(#[$doc])* #[doc = concat!("\n\n", $ja, ", `", $path, "`")] $field $(($of))?,)+ }

        impl Field {
            /// Appends the path below the request or line.
            fn write(self, out: &mut String) {
                match self {
                    $(Self::$field $(($one))? => {
                        let (before, behind) = $path.split_once('*').unwrap_or(($path, ""));
                        out.push_str(before);
                        $($one.push(out);)?
                        out.push_str(behind);
                    })+
                }
            }

            /// The path, where it is the same for all of them.
            #[inline]
            pub(crate) const fn path(self) -> Option<&'static str> {
                match self { $(Self::$field { .. } => path!($path $(, $one)?),)+ }
            }

            /// The stable number, for hosts without text: the same for all fields of several.
            #[must_use]
            pub const fn number(self) -> u16 {
                match self { $(Self::$field { .. } => $number,)+ }
            }

            /// A word for programs whose names are short (88-levels of COBOL): at most 24 of `A` to `Z`, digits and `-`.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$field { .. } => $word,)+ }
            }

            /// Numbers and words of all fields, by number.
            #[must_use]
            pub fn numbers() -> alloc::vec::Vec<(u16, &'static str)> {
                let mut all = alloc::vec![$(($number, $word)),+];
                sort_by(&mut all, |one, other| one.cmp(other));
                all
            }

            /// The field at a path, if a request has one there; of several the one at its place.
            fn of_path(path: &str) -> Option<Self> {
                $(of_path!(path, $path, $field $(, $one: $of)?);)+
                None
            }

            /// What a person calls it, in Japanese and English.
            pub(crate) const fn label(self) -> (&'static str, &'static str) {
                match self { $(Self::$field { .. } => ($ja, $en),)+ }
            }

            /// What a person calls the field at a path, if a request has one there.
            pub(crate) fn label_at(path: &str) -> Option<(&'static str, &'static str)> {
                // An entry of usage is called by what limit it is of.
                if let Some(name) = path.strip_prefix("/usage/").filter(|name| !name.contains('/')) {
                    return Some(Self::usage_of_name(name).label());
                }
                $(if is_at($path, path) {
                    return Some(($ja, $en));
                })+
                None
            }

            /// A bit for each field of a payee's line.
            pub(crate) const fn bit_of_line(self) -> Option<u16> {
                match self {
                    $($(Self::$field => Some(1 << $bit),)?)+
                    _ => None,
                }
            }
        }
    };
}

fields! {
    /// Who acts.
    User = 1 "USER" "/user" "利用者" "user";
    /// What is done.
    Operation = 2 "OPERATION" "/operation" "操作" "operation";
    /// The business.
    Business = 3 "BUSINESS" "/business" "業務" "business";
    /// The clock.
    Now = 4 "NOW" "/now" "操作日時" "time of the operation";
    /// The debit account.
    Account = 5 "ACCOUNT" "/account" "出金口座" "debit account";
    /// The group for which the user acts.
    Group = 6 "GROUP" "/group" "所属グループ" "group";
    /// The day of the transfer.
    ValueDate = 16 "VALUE-DATE" "/valueDate" "振込指定日" "value date";
    /// Screen or file.
    Entry = 17 "ENTRY" "/entry" "依頼方法" "way of entry";
    /// The payees of a batch.
    Items = 18 "ITEMS" "/items" "明細" "list of items";
    /// The payee as a whole.
    Payee = 100 "PAYEE" "/payee" "振込先" "payee";
    /// How the payee is named.
    PayeeKind = 101 "PAYEE-KIND" "/payee/kind" [0] "振込先の指定方法" "kind of payee";
    /// The payee's bank.
    PayeeBank = 102 "PAYEE-BANK" "/payee/bank" [1] "振込先金融機関" "payee's bank";
    /// The payee's branch.
    PayeeBranch = 103 "PAYEE-BRANCH" "/payee/branch" [2] "振込先支店" "payee's branch";
    /// The payee's kind of account.
    PayeeType = 104 "PAYEE-TYPE" "/payee/type" [3] "振込先の預金種目" "payee's kind of account";
    /// The payee's account number.
    PayeeNumber = 105 "PAYEE-NUMBER" "/payee/number" [4] "振込先の口座番号" "payee's account number";
    /// The payee's name.
    PayeeName = 106 "PAYEE-NAME" "/payee/name" [5] "受取人名" "payee's name";
    /// When the payee was registered.
    PayeeRegisteredOn = 107 "PAYEE-REGISTERED-ON" "/payee/registeredOn" [6] "振込先登録日" "day on which the payee was registered";
    /// When exactly the payee was registered.
    PayeeRegisteredAt = 108 "PAYEE-REGISTERED-AT" "/payee/registeredAt" [12] "振込先登録日時" "time at which the payee was registered";
    /// EDI information.
    Edi = 114 "EDI" "/edi" [7] "EDI情報" "EDI information";
    /// The name of whoever sends.
    SenderName = 20 "SENDER-NAME" "/senderName" "振込依頼人名" "sender's name";
    /// The code of whoever sends.
    SenderCode = 21 "SENDER-CODE" "/senderCode" "依頼人番号" "sender's code";
    /// What is paid.
    Payment = 110 "PAYMENT" "/payment" [8] "支払金額" "payment";
    /// The fee that is typed.
    TypedFee = 112 "TYPED-FEE" "/typedFee" [9] "先方負担手数料" "fee to be kept back";
    /// Who bears the fee.
    Bearer = 111 "BEARER" "/bearer" [10] "手数料負担" "bearer of the fee";
    /// The pattern that the host believes to apply.
    Pattern = 113 "PATTERN" "/pattern" [11] "振込パターン" "pattern";
    /// The named approvers.
    Approvers = 30 "APPROVERS" "/approvers" "承認者" "approver";
    /// One of the named approvers.
    Approver(at: u8) = 31 "APPROVER" "/approvers/*" "二人目の承認者" "second approver";
    /// The day of one entry of `usage`.
    UsageDay(at: u32) = 41 "USAGE-DAY" "/usage/*/day" "当日累積額" "amount used so far";
    /// An entry of `usage` that is not there, by the name of its limit.
    UsageOf(limit: &'static str) = 43 "USAGE-OF" "/usage/*" "当日累積額" "amount used so far";
    /// An entry of `usage` that is not there, by the key of its declared limit.
    UsageOfDeclared(limit: LimitKey) = 44 "USAGE-OF-DECLARED" "/usage/*" "累積額" "sum used so far";
    /// The existing order.
    Item = 200 "ITEM" "/item" "取引" "item";
    /// Who requested it.
    ItemRequester = 201 "ITEM-REQUESTER" "/item/requester" "依頼者" "requester of the item";
    /// Who was named in it.
    ItemApprovers = 202 "ITEM-APPROVERS" "/item/approvers" "取引の承認者" "list of the item's approvers";
    /// The business that a switch leaves.
    ItemBusiness = 203 "ITEM-BUSINESS" "/item/business" "切替元の業務" "business that the item leaves";
    /// How its payee is named.
    ItemPayeeKind = 204 "ITEM-PAYEE-KIND" "/item/payeeKind" "振込先の指定方法" "kind of payee";
    /// Its entry.
    ItemEntry = 205 "ITEM-ENTRY" "/item/entry" "依頼方法" "way of entry";
    /// Its state.
    ItemState = 206 "ITEM-STATE" "/item/state" "取引の状態" "state of the item";
    /// Its approval mode.
    ItemMode = 207 "ITEM-MODE" "/item/mode" "取引の承認方法" "approval mode of the item";
    /// One of its approvals.
    ItemApproval(at: u8) = 208 "ITEM-APPROVAL" "/item/approvals/*" "取引の承認" "approval of the item";
    /// The access attributes as a whole.
    Access = 300 "ACCESS" "/access" "利用資格の確認に必要な情報" "information about the visitor";
    /// An attribute that every bank has, by its name.
    AccessOf(name: &'static str) = 301 "ACCESS-OF" "/access/*" "利用資格の確認に必要な情報" "information about the visitor";
    /// Whom an operation of administration is done to.
    TargetUser = 310 "TARGET-USER" "/target/user" "対象の利用者" "user concerned";
    /// The state of his certificate.
    TargetCertificateState = 311 "TARGET-CERT-STATE" "/target/certificateState" "対象の電子証明書状態" "state of the user's certificate";
    /// The state of his one-time password.
    TargetOneTimePasswordState = 312 "TARGET-OTP-STATE" "/target/oneTimePasswordState" "対象のワンタイムパスワード利用状態" "state of the user's one-time password";
    /// What an entry of `usage` has used.
    UsageUsed(at: u32) = 42 "USAGE-USED" "/usage/*/used" "当日累積額" "amount used so far";
    /// The business that an item is switched to.
    To = 210 "TO" "/to" "切替先の業務" "business to switch to";
    /// The item's number that an event was made from.
    Revision = 211 "REVISION" "/revision" "確認した取引の版数" "revision of the item that was seen";
}

/// The key of a declared limit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LimitKey([u8; NAME_MAX]);

impl LimitKey {
    /// The key, which has no control characters, so that the end is where these begin.
    pub(crate) fn new(key: &str) -> Self {
        let mut bytes = [0; NAME_MAX];
        for (place, byte) in bytes.iter_mut().zip(key.bytes()) {
            *place = byte;
        }
        Self(bytes)
    }

    /// The key as documents spell it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let bytes = self.0.split(|byte| *byte == 0).next().unwrap_or_default();
        core::str::from_utf8(bytes).unwrap_or_default()
    }
}

impl Field {
    /// The position of one of several, from 0; none where there is but one, or where it goes by a name.
    #[must_use]
    pub const fn position(self) -> Option<u32> {
        match self {
            #[expect(clippy::as_conversions, reason = "From is not const")]
            Self::Approver(at) | Self::ItemApproval(at) => Some(at as u32),
            Self::UsageDay(at) | Self::UsageUsed(at) => Some(at),
            _ => None,
        }
    }

    /// The entry of `usage` that says what is used of a limit of a name, which may be declared no longer.
    #[cold]
    pub(crate) fn usage_of_name(name: &str) -> Self {
        let known = LimitName::OF_ACCOUNT.into_iter().chain([LimitName::CompanyPerDay]);
        let known = known.map(LimitName::name).find(|known| *known == name);
        known.map_or_else(|| Self::UsageOfDeclared(LimitKey::new(name)), Self::UsageOf)
    }

    /// The entry of `usage` that says what is used of a limit, which is not there.
    #[cold]
    pub(crate) fn usage_of(service: &ServiceModel, limit: u16) -> Option<Self> {
        service.limits.get(limit).map(|limit| Self::usage_of_name(&limit.key))
    }
}

impl fmt::Debug for LimitKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
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

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.write(&mut text);
        f.write_str(&text)
    }
}

impl Pointer {
    /// The place of a path, if a request has a field there.
    pub(crate) fn of_path(path: &str) -> Option<Self> {
        let Some(rest) = path.strip_prefix("/items/") else { return Field::of_path(path).map(Self::from) };
        let (line, field) = rest.split_at_checked(rest.find('/')?)?;
        Some(Self { line: Some(line.parse().ok()?), field: Field::of_path(field)? })
    }

    /// Appends the pointer.
    pub fn write(self, out: &mut String) {
        if let Some(line) = self.line {
            let _infallible = write!(out, "/items/{line}");
        }
        self.field.write(out);
    }
}
