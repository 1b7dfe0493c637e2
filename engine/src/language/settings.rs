//! The bank's settings (`docs/rules.md`, section 2): the table, and the values that the model keeps.

use alloc::boxed::Box;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::date::Day;
use crate::language::bounds::{
    BUSINESSES, CODE_MAX, DAYS_OF_YEAR_MAX, FEE_BOUNDS, SENDER_MAX, TAX_RATES, USERS_MAX, VALUES,
};
use crate::language::words::{
    AfterRevoke, CharsetPolicy, CodeCharacters, CompanySettings, FeeGePayment, MethodFamily, Moment,
    OnExpiry, OnFailure, OnModeChange, Overflow, Rescue, Revoke, Situation, SubRelation, TaxMode, Unordered,
    Vocabulary, Wo, ZeroMeans,
};
use crate::language::{Absent, Described, Found, Id, Object, Type, objects};
use crate::set::Set;
use crate::terms::{CharacterKind, DateBasis, DayBasis, Debit, Method, Roll, Round};
use crate::word::are_digits;

/// Whoever reads settings out of a document: finds the members of objects, with findings of what is wrong with them.
pub(crate) trait ReadMembers {
    /// The members of an object.
    fn members_of(&mut self, id: Id, object: &'static Object) -> Found;
}

/// Reads one sort of value, or makes the finding that says why not.
pub(crate) trait Read<T> {
    /// The value, if it can be read.
    fn read(&mut self, id: Id, of: &'static Type) -> Option<T>;
}

/// A setting that each business keeps for itself, as the document names them with it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OfBusinesses;

/// What the kind of a setting in the table stands for: its type in the model, its type in documents, its default there
/// and here.
macro_rules! setting {
    (rust flag()) => { bool };
    (of flag()) => { Type::Flag };
    (absent flag() $default:tt) => { Absent::Is(stringify!($default)) };
    (value flag() $default:tt) => { $default };

    (rust word($word:ident)) => { $word };
    (of word($word:ident)) => { Type::Word(Vocabulary::$word) };
    (absent word($word:ident) $default:ident) => { Absent::Is($word::$default.name()) };
    (value word($word:ident) $default:ident) => { $word::$default };

    (rust number($least:expr, $most:expr)) => { u16 };
    (of number($least:expr, $most:expr)) => { Type::Number($least, $most) };
    (absent number($least:expr, $most:expr) $default:tt) => { Absent::Is(stringify!($default)) };
    (value number($least:expr, $most:expr) $default:tt) => { $default };

    (rust digits()) => { CodeShape };
    (of digits()) => { Type::NumberOr(1, CODE_MAX, &CODE_SHAPE) };
    (absent digits() $default:tt) => { Absent::Is(stringify!($default)) };
    (value digits() $default:tt) => { CodeShape::digits($default) };

    (rust optional($word:ident)) => { Option<$word> };
    (of optional($word:ident)) => { Type::Word(Vocabulary::$word) };
    (absent optional($word:ident) None) => { Absent::Nothing };
    (value optional($word:ident) None) => { None };

    (rust group($group:ident, $table:ident)) => { $group };
    (of group($group:ident, $table:ident)) => { Type::Object(&$table) };
    (absent group($group:ident, $table:ident) default) => { Absent::Empty };
    (value group($group:ident, $table:ident) default) => { $group::default() };

    (rust own($own:ty, $of:expr, $absent:expr)) => { $own };
    (of own($own:ty, $of:expr, $absent:expr)) => { $of };
    (absent own($own:ty, $of:expr, $absent:expr) $default:tt) => { $absent };
    (value own($own:ty, $of:expr, $absent:expr) $default:tt) => { $default };
}

/// Declares groups of settings. A row is the key, the setting's name here, its kind with what the kind needs, and its
/// default.
macro_rules! settings {
    ($($(#[doc = $about:literal])+ $table:ident $name:ident {
        $($(#[doc = $doc:literal])+ $key:literal $setting:ident: $kind:ident $of:tt = $default:tt;)+
    })+) => {
        $(
            pub(crate) static $table: Object = Object {
                members: &[$(crate::language::Member {
                    key: $key,
                    of: setting!(of $kind $of),
                    absent: setting!(absent $kind $of $default),
                }),+],
                others: None,
            };

            $(#[doc = $about])+
            #[derive(Clone, Debug)]
            pub(crate) struct $name { $($(#[doc = $doc])+ pub $setting: setting!(rust $kind $of),)+ }

            impl Default for $name {
                fn default() -> Self {
                    Self { $($setting: setting!(value $kind $of $default),)+ }
                }
            }

            impl $name {
                /// Reads what stands in the document; what does not, or cannot be read, keeps its default.
                pub(crate) fn read<R>(&mut self, r: &mut R, id: Id)
                where
                    R: ReadMembers $(+ Read<setting!(rust $kind $of)>)+,
                {
                    let found = r.members_of(id, &$table);
                    let mut rows = $table.members.iter().zip(found);
                    $(if let Some((member, Some(id))) = rows.next()
                        && let Some(value) = r.read(id, &member.of)
                    {
                        self.$setting = value;
                    })+
                }
            }
        )+

        pub(in crate::language) static DESCRIBED: &[Described] = &[$(Described {
            object: &$table,
            name: stringify!($name),
            about: concat!($($about),+),
            members: &[$(concat!($($doc),+)),+],
        }),+];
    };
}

/// One situation, or a list of them.
pub(crate) static SITUATIONS: Type = Type::set(&Type::Word(Vocabulary::Situation), &VALUES).filled().or_one();

settings! {
    /// How the bank decides where banks differ
    SETTINGS Settings {
        /// Fees
        "fee" fee: group(FeeSettings, FEE) = default;
        /// Approval (承認)
        "approval" approval: group(ApprovalSettings, APPROVAL) = default;
        /// Limits (限度額)
        "limit" limit: group(LimitSettings, LIMIT) = default;
        /// Kinds of users
        "roles" roles: group(RoleSettings, ROLES) = default;
        /// Holidays
        "holiday" holiday: group(HolidaySettings, HOLIDAY) = default;
        /// The shape of accounts (口座), in documents and of payees: so many digits, or an object
        "account" account: group(AccountSettings, ACCOUNT_SHAPE) = default;
        /// Certificates
        "cert" cert: group(CertificateSettings, CERTIFICATE) = default;
        /// Names
        "name" name: group(NameSettings, NAME) = default;
        /// Characters
        "charset" charset: group(CharsetSettings, CHARSET) = default;
        /// What is done with a name that is too long
        "overflow" overflow: word(Overflow) = Reject;
        /// Network addresses
        "ip" ip: group(AddressSettings, ADDRESSES) = default;
    }
    /// Fees
    FEE FeeSettings {
        /// Which methods a company may name; absent: any
        "methodFamily" method_family: optional(MethodFamily) = None;
        /// Method of a company that names none
        "method" method: word(Method) = Fixed;
        /// Whether companies may choose the method for 振込振替, where the business does not say
        "methodSelectableForFurikomi" method_selectable_for_furikomi: flag() = false;
        /// The only bounds that tables may have after the first; absent: any
        "bounds" bounds: own(
            Option<Box<[i64]>>, Type::set_by_id(&Type::Amount, &FEE_BOUNDS), Absent::Nothing
        ) = None;
        /// Whether a payment equal to the minimum (適用最低支払金額) is deducted from
        "minimumInclusive" minimum_inclusive: flag() = true;
        /// What happens to a payment that does not cover its fee
        "feeGePayment" fee_ge_payment: word(FeeGePayment) = Refuse;
        /// Which date picks the table in force; the last two quote by value date, provisionally
        "dateBasis" date_basis: word(DateBasis) = ValueDate;
        /// Whether fees in the tables include the consumption tax (税込) or it is added by value date (税抜)
        "tax" tax: word(TaxMode) = Inclusive;
        /// Consumption tax; absent: Japan's since 1989
        "taxRates" tax_rates: own(
            Vec<(Day, Decimal)>, Type::list(&Type::Object(&TAX_RATE), &TAX_RATES), Absent::TaxRates
        ) = (japanese_tax_rates());
        /// Rounding after tax
        "taxRound" tax_round: word(Round) = Down;
        /// How and when the fee is debited (手数料の引落し); absent: nothing is said
        "debit" debit: optional(Debit) = None;
    }
    /// Approval (承認)
    APPROVAL ApprovalSettings {
        /// Whether the requester may approve
        "selfApproval" self_approval: own(
            OfBusinesses,
            Type::Either(&Type::Word(Vocabulary::SelfApproval), &Type::Object(&SELF_APPROVAL)),
            Absent::Is("allow")
        ) = OfBusinesses;
        /// Who is first in ダブル承認（順序なし）
        "unordered" unordered: word(Unordered) = FirstToAct;
        /// Whether the requester names the approvers
        "namedByRequester" named_by_requester: flag() = true;
        /// Whether an approver must be able to use the debit account
        "approverNeedsAccount" approver_needs_account: flag() = true;
        /// Until when an approval may be revoked (承認取消)
        "revoke" revoke: word(Revoke) = UntilRunTime;
        /// What becomes of an item after 承認取消
        "afterRevoke" after_revoke: word(AfterRevoke) = Editable;
        /// What becomes of an item whose 承認期限 has passed
        "onExpiry" on_expiry: word(OnExpiry) = Expired;
        /// Whether an item may be approved after the company's mode has changed
        "onModeChange" on_mode_change: word(OnModeChange) = Snapshot;
        /// What becomes of an item that could not be executed
        "onFailure" on_failure: word(OnFailure) = Failed;
        /// Whether an approval must say which revision of the item was seen
        "revisionRequired" revision_required: flag() = false;
        /// Who may end an item that nobody else can
        "rescue" rescue: word(Rescue) = MasterAndAdministrator;
        /// Days after the value date in which an approved item may still be executed
        "executeWithinDays" execute_within_days: number(0, DAYS_OF_YEAR_MAX) = 7;
        /// Businesses in which one approval has to come through the second channel
        "secondChannel" second_channel: own(
            OfBusinesses, Type::set(&Type::Name, &BUSINESSES), Absent::Empty
        ) = OfBusinesses;
    }
    /// Limits (限度額)
    LIMIT LimitSettings {
        /// On which day a request counts
        "dayBasis" day_basis: word(DayBasis) = OperationDay;
        /// Whether an amount equal to the limit passes
        "inclusive" inclusive: flag() = true;
        /// Whether fees count
        "countFees" count_fees: flag() = false;
        /// Whether requests for a later day count against the limits of a day
        "countReservations" count_reservations: flag() = true;
        /// Whether payees registered today count as ad hoc
        "adHocIncludesRegisteredToday" ad_hoc_includes_registered_today: flag() = false;
        /// Whether adHoc and preRegistered lie within total
        "subRelation" sub_relation: word(SubRelation) = Independent;
        /// What a limit of 0 means: nothing passes
        "zeroMeans" zero_means: word(ZeroMeans) = Locked;
        /// Whether usage is given back when an item leaves the counted states
        "releaseOnCancel" release_on_cancel: flag() = true;
        /// When the limits of an item are checked
        "checkAt" check_at: own(
            Set<Moment>,
            Type::set(&Type::Word(Vocabulary::Moment), &VALUES).filled(),
            Absent::All(&[Moment::Submit.name(), Moment::Approve.name(), Moment::Execute.name()])
        ) = (Set::all());
        /// When its usage is taken; has to be in checkAt
        "takeAt" take_at: word(Moment) = Submit;
    }
    /// Kinds of users
    ROLES RoleSettings {
        /// Who may change the company's settings
        "companySettings" company_settings: word(CompanySettings) = MasterAndAdministrator;
        /// Most users of a company
        "maxUsers" max_users: number(1, USERS_MAX) = 100;
        /// Whether a company must always have an enabled administrator or master
        "administratorRequired" administrator_required: flag() = false;
    }
    /// Holidays
    HOLIDAY HolidaySettings {
        /// What happens to a value date that is no business day: refused, 翌営業日, 前営業日
        "roll" roll: word(Roll) = Error;
    }
    /// The shape of accounts (口座)
    ACCOUNT_SHAPE AccountSettings {
        /// Bank code
        "bank" bank: digits() = 4;
        /// Branch code
        "branch" branch: digits() = 3;
        /// Kind of account (預金種目)
        "type" kind: digits() = 1;
        /// Account number
        "number" number: digits() = 7;
    }
    /// Certificates
    CERTIFICATE CertificateSettings {
        /// Days after its expiry in which a certificate may be renewed
        "graceDays" grace_days: number(0, DAYS_OF_YEAR_MAX) = 0;
    }
    /// Names
    NAME NameSettings {
        /// Characters of 依頼人番号, a space and 振込依頼人名 together
        "senderLen" sender_len: number(1, SENDER_MAX) = 48;
        /// The same where EDI情報 is given; absent: senderLen
        "senderLenWithEdi" sender_len_with_edi: own(
            Option<u16>, Type::Number(1, SENDER_MAX), Absent::SenderLen
        ) = None;
    }
    /// Characters
    CHARSET CharsetSettings {
        /// What is done with characters that a field rule does not allow
        "policy" policy: word(CharsetPolicy) = Reject;
        /// Whether ｦ is allowed in names
        "wo" wo: word(Wo) = NotAllowed;
    }
    /// Network addresses
    ADDRESSES AddressSettings {
        /// Where conditions on the network address apply that state no scope
        "scope" scope: own(
            Set<Situation>,
            SITUATIONS,
            Absent::All(&[Situation::Transaction.name()])
        ) = (Set::EMPTY.and(Situation::Transaction));
    }
}

pub(crate) mod objects {
    //! Objects that stand in settings.
    use super::{Absent, BUSINESSES, CODE_MAX, Type, Vocabulary};

    super::objects! {
        /// A rate of the consumption tax
        TAX_RATE TaxRateMembers {
            /// First day
            "from" from: Type::Day, Absent::Required;
            /// The rate from then on
            "rate" rate: Type::Rate, Absent::Required;
        }
        /// Where the requester may not approve
        SELF_APPROVAL SelfApprovalMembers {
            /// Businesses in which he may not
            "forbid" forbid: Type::set(&Type::Name, &BUSINESSES).filled(), Absent::Required;
        }
        /// The shape of a code
        CODE_SHAPE CodeShapeMembers {
            /// Its characters
            "characters" characters: Type::Word(Vocabulary::CodeCharacters), Absent::Is("digits");
            /// The fewest characters
            "minLength" min_length: Type::Number(1, CODE_MAX), Absent::Is("1");
            /// The most characters
            "maxLength" max_length: Type::Number(1, CODE_MAX), Absent::Is("35");
        }
    }
}

use objects::{CODE_SHAPE, SELF_APPROVAL, TAX_RATE};

/// The rates of Japan's consumption tax (消費税) since there is one.
pub(crate) const JAPANESE_TAX_RATES: [(&str, &str); 4] =
    [("1989-04-01", "0.03"), ("1997-04-01", "0.05"), ("2014-04-01", "0.08"), ("2019-10-01", "0.1")];

fn japanese_tax_rates() -> Vec<(Day, Decimal)> {
    let read = |(from, rate): (&str, &str)| Some((Day::parse(from)?, Decimal::from_str_exact(rate).ok()?));
    JAPANESE_TAX_RATES.into_iter().filter_map(read).collect()
}

impl AccountSettings {
    /// The shapes of bank, branch, type and number.
    pub(crate) const fn shapes(&self) -> [CodeShape; 4] {
        [self.bank, self.branch, self.kind, self.number]
    }
}

impl NameSettings {
    /// The most characters of a sender, with or without EDI information.
    pub(crate) fn sender_max(&self, with_edi: bool) -> u16 {
        self.sender_len_with_edi.filter(|_| with_edi).unwrap_or(self.sender_len)
    }
}

/// The shape of a code of an account: so many digits, or digits and letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CodeShape {
    /// Whether letters are allowed too.
    pub characters: CodeCharacters,
    pub min: u8,
    pub max: u8,
}

impl CodeShape {
    /// Exactly so many digits.
    pub(crate) const fn digits(count: u8) -> Self {
        Self { characters: CodeCharacters::Digits, min: count, max: count }
    }

    /// Whether a text has the shape.
    #[inline]
    pub(crate) fn has(self, text: &str) -> bool {
        let (least, most) = (usize::from(self.min), usize::from(self.max));
        let letters = matches!(self.characters, CodeCharacters::Alphanumerics);
        let bytes = text.as_bytes();
        (least..=most).contains(&bytes.len())
            && (are_digits(bytes) || (letters && bytes.iter().all(u8::is_ascii_alphanumeric)))
    }

    /// The kind of characters.
    pub(crate) const fn kind(self) -> CharacterKind {
        match self.characters {
            CodeCharacters::Digits => CharacterKind::Digits,
            CodeCharacters::Alphanumerics => CharacterKind::Alphanumerics,
        }
    }
}
