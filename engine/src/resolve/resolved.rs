//! A request with every name looked up: positions, days and amounts.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::date::{Day, Instant};
use crate::loaded::Company;
use crate::model::access::Stated;
use crate::model::operation::Deed;
use crate::model::service::Zone;
use crate::resolve::access::say_nothing;
use crate::resolve::payees::Payees;
use crate::resolve::texts::Texts;
use crate::terms::{Bearer, CertificateState, Entry, OneTimePasswordState, Operation, PayeeKind, State};

/// A field that a person types.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Entered<T> {
    /// Not typed yet.
    #[default]
    Missing,
    /// Typed, and not a value of its kind.
    Malformed,
    /// A value.
    Value(T),
}

impl<T: Copy> Entered<T> {
    /// The value, if there is one.
    #[inline]
    pub(crate) fn value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Missing | Self::Malformed => None,
        }
    }

    /// What a value is turned into.
    #[inline]
    pub(crate) fn map<U>(self, turn: impl FnOnce(T) -> U) -> Entered<U> {
        match self {
            Self::Missing => Entered::Missing,
            Self::Malformed => Entered::Malformed,
            Self::Value(value) => Entered::Value(turn(value)),
        }
    }

    pub(super) fn read(text: Option<&str>, read: impl FnOnce(&str) -> Option<T>) -> Self {
        match text {
            None | Some("") => Self::Missing,
            Some(text) => read(text).map_or(Self::Malformed, Self::Value),
        }
    }
}

/// Where the payee's account is, as seen from the debit account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum PayeeLocation {
    /// The debit account is not known.
    #[default]
    Unknown,
    /// The payee's bank is missing.
    BankMissing,
    /// There is a reason against the payee's bank, so that it counts for nothing.
    BankRefused,
    /// Another bank (他行).
    OtherBank,
    /// The same bank; the payee's branch is missing.
    BranchMissing,
    /// The same bank; there is a reason against the payee's branch, so that it counts for nothing.
    BranchRefused,
    /// The same bank, another branch (本支店).
    OtherBranch,
    /// The same branch (同一店内).
    SameBranch,
}

impl PayeeLocation {
    /// The worlds that remain possible, or none if nothing is known.
    pub(crate) fn zones(self) -> Option<core::ops::RangeInclusive<Zone>> {
        match self {
            Self::Unknown => None,
            Self::BankMissing | Self::BankRefused => Some(0..=2),
            Self::OtherBank => Some(0..=0),
            Self::BranchMissing | Self::BranchRefused => Some(1..=2),
            Self::OtherBranch => Some(1..=1),
            Self::SameBranch => Some(2..=2),
        }
    }
}

/// A payee with what is paid to him, resolved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ResolvedLine {
    /// How the payee is named.
    pub(crate) kind: Entered<PayeeKind>,
    /// When he was filed.
    pub(crate) registered_on: Entered<Day>,
    /// Where his account is.
    pub(crate) place: PayeeLocation,
    /// 文書扱.
    pub(crate) document: bool,
    /// 支払金額, in minor units.
    pub(crate) payment: Entered<i64>,
    /// Who bears the fee.
    pub(crate) bearer: Entered<Bearer>,
    /// The fee that the user typed.
    pub(crate) typed_fee: Entered<i64>,
    /// The pattern that the host stated: by position, or malformed if the service has none of that key.
    pub(crate) pattern: Entered<u8>,
    /// When exactly the payee was filed.
    pub(crate) registered_at: Entered<Instant>,
    /// Who is paid to.
    pub(crate) payee: Payee,
}

/// The payee of a line, where some limit asks for him.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Payee {
    /// He cannot be told: there is a reason against his account, or no limit asks.
    #[default]
    Unknown,
    /// Fields of his account are missing, as bits: bank, branch, type, number.
    Lacks(u8),
    /// His number among the payees of the request.
    Known(u32),
}

impl Payee {
    /// The payee of an account of which some of bank, branch, type and number are missing.
    #[inline]
    pub(crate) fn lacking(missing: [bool; 4]) -> Self {
        let bits = [1_u8, 2, 4, 8];
        Self::Lacks(missing.into_iter().zip(bits).fold(0, |all, (is, bit)| if is { all | bit } else { all }))
    }
}

/// Which limit an entry of usage is of, and whose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct UsageKey(u64);

impl UsageKey {
    /// The limit by its position in the service; the account, business or user by his position, or the payee by his number,
    /// as the limit says; 0 for the company.
    #[inline]
    pub(crate) const fn new(limit: u16, bearer: u32) -> Self {
        let ([b0, b1], [b2, b3, b4, b5]) = (limit.to_be_bytes(), bearer.to_be_bytes());
        Self(u64::from_be_bytes([0, 0, b0, b1, b2, b3, b4, b5]))
    }

    /// The limit's position in the service.
    #[inline]
    pub(crate) const fn limit(self) -> u16 {
        let [_, _, b0, b1, ..] = self.0.to_be_bytes();
        u16::from_be_bytes([b0, b1])
    }

    /// Whose it is.
    #[inline]
    pub(crate) const fn bearer(self) -> u32 {
        let [.., b0, b1, b2, b3] = self.0.to_be_bytes();
        u32::from_be_bytes([b0, b1, b2, b3])
    }
}

/// Entries up to so many are searched faster than looked up.
const FEW: usize = 16;

/// How much of a limit is used on a day, or in the period that begins on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Usage {
    /// Of which limit.
    pub key: UsageKey,
    /// On which day.
    pub day: Day,
    /// How much, in minor units.
    pub used: i64,
    /// What the request adds to it, in a verdict.
    pub added: i64,
}

/// The requester of an existing item, as seen from the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Requester {
    /// The user himself.
    User,
    /// Somebody else of the company.
    Other,
    /// Nobody whom the company knows.
    Unknown,
}

/// The approvers named in an existing item, as seen from the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NamedApprovers {
    /// Nobody was named.
    Nobody,
    /// Somebody was, but not the user.
    Others,
    /// The user is one of them.
    User,
}

/// What is known of an existing item, resolved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ResolvedOrder {
    /// Who its requester is; none where that is not stated.
    pub(crate) requester: Option<Requester>,
    /// Who is named as its approver; none where that is not stated.
    pub(crate) approvers: Option<NamedApprovers>,
    /// Its payee kind.
    pub(crate) payee_kind: Option<PayeeKind>,
    /// Its entry.
    pub(crate) entry: Option<Entry>,
    /// Its state.
    pub(crate) state: Option<State>,
    /// Whether it already stands in the usage.
    pub(crate) counted: bool,
    /// On which day it stands there.
    pub(crate) counted_on: Option<Day>,
    /// The business that it leaves, by position.
    pub(crate) business: Option<u16>,
}

/// A request with every name looked up in one company: the fast door, as deciding it then allocates nothing.
///
/// [`Company::resolve`] makes it and nothing else, so it has no state that a request does not have. It borrows its company,
/// and only that one decides it: there is no way to ask another, whose people and accounts are other ones.
///
/// # Examples
///
/// ```
/// use kessai::{Outcome, Request, Service};
///
/// let service = Service::from_json(
///     r#"{ "format": 1, "id": "bank", "version": "1", "currency": "JPY", "utcOffset": "+09:00",
///          "businesses": {}, "rights": {} }"#,
/// )?;
/// let company = service.company_from_json(
///     r#"{ "format": 1, "id": "ans", "users": [ { "id": "taro", "role": "general", "enabled": true } ], "accounts": [] }"#,
/// )?;
/// let request = Request::from_json(r#"{ "user": "taro", "operation": "login", "now": "2026-11-20T10:15:00+09:00" }"#)?;
/// let resolved = company.resolve(&request)?;
/// let mut verdict = company.verdict();
/// resolved.decide(&mut verdict);
/// assert_eq!(verdict.outcome(), Outcome::Accepted);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Another company cannot be asked: there is nothing to ask it with.
///
/// ```compile_fail,E0599
/// fn ask(other: &kessai::Company, resolved: &kessai::Resolved<'_>) {
///     other.decide(resolved, &mut other.verdict());
/// }
/// ```
///
/// Nor does it outlive its own.
///
/// ```compile_fail,E0597
/// fn keep<'c>(resolved: &mut kessai::Resolved<'c>, company: kessai::Company) {
///     company.resolve_into(&kessai::Request::default(), resolved);
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Resolved<'c> {
    /// The company whose positions they are; its own where the request is kept longer than it was asked.
    pub(crate) company: Cow<'c, Company>,
    /// The user's position.
    pub(crate) user: Option<u16>,
    /// What is done.
    pub(crate) operation: Option<Operation>,
    /// The same where it is an operation of the bank's own, by position; never both.
    pub(crate) own_operation: Option<u8>,
    /// The position of the group for which the user acts.
    pub(crate) group: Option<u16>,
    /// The business's position.
    pub(crate) business: Option<u16>,
    /// The debit account's position.
    pub(crate) account: Option<u16>,
    /// `now`.
    pub(crate) now: Option<Instant>,
    /// The operation day: the civil date of `now`.
    pub(crate) day: Option<Day>,
    /// 振込指定日.
    pub(crate) value_date: Entered<Day>,
    /// How a batch came in.
    pub(crate) entry: Entered<Entry>,
    /// The payee and payment of a single business.
    pub(crate) single: ResolvedLine,
    /// The items of a batch.
    pub(crate) lines: Vec<ResolvedLine>,
    /// Named approvers: positions, or none for ids that the company does not know.
    pub(crate) approvers: SmallVec<[Option<u16>; 2]>,
    /// Usage so far.
    pub(crate) usage: SmallVec<[Usage; 4]>,
    /// The places of its entries by their keys, where they are many.
    pub(crate) usage_order: Vec<u32>,
    /// The payees that limits tell apart.
    pub(crate) payees: Payees,
    /// The existing item.
    pub(crate) order: Option<ResolvedOrder>,
    /// What is known of the visitor: a value for each attribute of the request that conditions ask for.
    pub(crate) access: Vec<Stated>,
    /// Whom an operation of administration is done to.
    pub(crate) target: Option<ResolvedTarget>,
    /// What the field rules make of its texts; none where there is nothing to say.
    pub(crate) texts: Option<Box<Texts>>,
}

impl<'c> Resolved<'c> {
    /// A request that says nothing.
    pub(crate) fn empty(company: &'c Company) -> Self {
        Self::of(Cow::Borrowed(company))
    }

    /// The same of a company that may be its own.
    pub(crate) fn of(company: Cow<'c, Company>) -> Self {
        Self {
            company,
            user: None,
            operation: None,
            own_operation: None,
            group: None,
            business: None,
            account: None,
            now: None,
            day: None,
            value_date: Entered::Missing,
            entry: Entered::Missing,
            single: ResolvedLine::default(),
            lines: Vec::new(),
            approvers: SmallVec::new(),
            usage: SmallVec::new(),
            usage_order: Vec::new(),
            payees: Payees::default(),
            order: None,
            access: Vec::new(),
            target: None,
            texts: None,
        }
    }

    /// What is done.
    #[inline]
    pub(crate) fn deed(&self) -> Option<Deed> {
        self.operation.map(Deed::Known).or(self.own_operation.map(Deed::Own))
    }

    /// Forgets what the request says of its visitor.
    pub(crate) fn without_access(&mut self) {
        say_nothing(&self.company.model.service.access, &mut self.access);
    }

    /// Puts entries in the place of those that it has; keys of payees are numbers of its own payees.
    pub(crate) fn set_usage(&mut self, usage: &[Usage]) {
        self.usage.clear();
        self.usage.extend_from_slice(usage);
        self.order_usage();
    }

    /// Makes entries of usage quick to find. Gives the place of the first that has the key of an earlier one.
    pub(super) fn order_usage(&mut self) -> Option<usize> {
        self.usage_order.clear();
        if self.usage.len() <= FEW {
            let mut entries = self.usage.iter().enumerate();
            return entries
                .find(|(at, entry)| self.usage.iter().take(*at).any(|earlier| earlier.key == entry.key))
                .map(|(at, _)| at);
        }
        let key =
            |at: &u32| usize::try_from(*at).ok().and_then(|at| self.usage.get(at)).map(|entry| entry.key);
        self.usage_order.extend((0_u32..).zip(&self.usage).map(|(at, _)| at));
        self.usage_order.sort_by_key(key);
        let pairs = self.usage_order.iter().zip(self.usage_order.iter().skip(1));
        let doubled = pairs.filter(|(before, at)| key(before) == key(at)).map(|(_, at)| *at);
        doubled.min().and_then(|at| usize::try_from(at).ok())
    }

    /// The entry of a key, with its place; it is looked for at a place first.
    #[inline]
    pub(crate) fn usage_of(&self, key: UsageKey, first: usize) -> Option<(usize, &Usage)> {
        if let Some(entry) = self.usage.get(first).filter(|entry| entry.key == key) {
            return Some((first, entry));
        }
        if self.usage_order.is_empty() {
            return self.usage.iter().enumerate().find(|(_, entry)| entry.key == key);
        }
        let entry = |at: &u32| usize::try_from(*at).ok().and_then(|at| self.usage.get(at));
        let found = self.usage_order.binary_search_by_key(&Some(key), |at| entry(at).map(|entry| entry.key));
        let at = self.usage_order.get(found.ok()?)?;
        Some((usize::try_from(*at).ok()?, entry(at)?))
    }
}

/// Whom an operation of administration is done to, resolved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ResolvedTarget {
    /// His position.
    pub(crate) user: Option<u16>,
    /// 電子証明書状態.
    pub(crate) certificate_state: Option<CertificateState>,
    /// ワンタイムパスワード利用状態.
    pub(crate) one_time_password_state: Option<OneTimePasswordState>,
}
