//! Who may come in (利用資格): attributes, and conditions on them (`docs/rules.md`, section 12).
//!
//! Every value is a number or an address: a word is its position among the words that conditions know, so that deciding
//! compares no text.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::net::IpAddr;

use crate::date::{Day, Instant};
use crate::index::Index;
use crate::model::address::{Ranges, parse_address};
use crate::model::operation::Deed;
use crate::set::Listed;
use crate::terms::{Operation, Role};

mod program;
mod table;

pub(crate) use crate::language::words::{AttributePlace, ValueType};
pub(crate) use program::{Applying, Check, Clock, HOLDS, Leaf, Part, Program};
pub(crate) use table::{CODES, DEFAULT_CODE, Known, TABLE};

impl ValueType {
    /// What a value is, in English and Japanese.
    pub(crate) const fn described(self) -> (&'static str, &'static str) {
        match self {
            Self::Flag => ("`true` or `false`", "trueまたはfalse"),
            Self::Choice => ("one of a list", "選択肢のいずれか"),
            Self::Text => ("a text that is not empty", "空でない文字列"),
            Self::Number => ("a whole number of at most 15 digits", "15桁以内の整数（0以上）"),
            Self::Day => ("a day, as YYYY-MM-DD", "日付（YYYY-MM-DD）"),
            Self::Instant => (
                "an instant with an offset, such as 2026-11-20T10:15:00+09:00",
                "時差付きの日時（例: 2026-11-20T10:15:00+09:00）",
            ),
            Self::Address => ("an IPv4 or IPv6 address", "IPv4またはIPv6のアドレス"),
            Self::Ranges => ("a list of ranges of addresses", "アドレス範囲の一覧"),
            Self::Set => ("a list of distinct words out of its values", "選択肢の一覧（重複なし）"),
        }
    }
}

/// A value as it stands in JSON.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Spelt<'a> {
    Flag(bool),
    Text(&'a str),
    /// A number as it is spelt.
    Number(&'a str),
}

/// A value of an attribute, to be compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Stated {
    #[default]
    Missing,
    /// A flag as 0 or 1, a word by its position, a number, a day or instant by its count, a set as bits of its words.
    Number(i64),
    Address(IpAddr),
}

/// A word that no condition knows.
const UNKNOWN_WORD: i64 = -1;
/// Most digits of a number.
const DIGITS_MAX: usize = 15;

/// Something that is known of the visitor, or of his company.
#[derive(Debug)]
pub(crate) struct Attribute {
    pub name: Cow<'static, str>,
    pub value_type: ValueType,
    /// Who states it.
    pub place: AttributePlace,
    /// The values of a choice, and of a set.
    pub choices: Vec<Cow<'static, str>>,
    /// Of a text, the words that conditions compare with, each with its number.
    pub words: BTreeMap<Box<str>, i64>,
    /// Where its value stands among those of its place; none where no condition asks for it.
    pub slot: Option<u8>,
}

impl From<&Known> for Attribute {
    fn from(known: &Known) -> Self {
        Self {
            name: Cow::Borrowed(known.name),
            value_type: known.value_type,
            place: known.place,
            choices: known.words.iter().map(|word| Cow::Borrowed(*word)).collect(),
            words: BTreeMap::new(),
            slot: None,
        }
    }
}

impl Attribute {
    /// The number of a word that conditions compare with.
    pub(crate) fn intern(&mut self, word: &str) -> i64 {
        let next = i64::try_from(self.words.len()).unwrap_or(i64::MAX);
        *self.words.entry(word.into()).or_insert(next)
    }

    fn choice(&self, word: &str) -> Option<i64> {
        (0..).zip(&self.choices).find(|(_, known)| *known == word).map(|(at, _)| at)
    }

    /// The bit of a word of a set.
    pub(crate) fn bit(&self, word: &str) -> Option<u64> {
        u32::try_from(self.choice(word)?).ok().and_then(|at| 1_u64.checked_shl(at))
    }

    /// A set of distinct words that is stated, in which an empty word is none; nothing if it is not of the attribute's type.
    pub(crate) fn read_set<'w>(&self, mut words: impl Iterator<Item = &'w str>) -> Option<Stated> {
        if self.value_type != ValueType::Set {
            // A list of nothing is missing, whatever the type.
            return words.next().is_none().then_some(Stated::Missing);
        }
        let mut bits = 0_u64;
        for word in words.filter(|word| !word.is_empty()) {
            let bit = self.bit(word).filter(|bit| bits & bit == 0)?;
            bits |= bit;
        }
        if bits == 0 { Some(Stated::Missing) } else { i64::try_from(bits).ok().map(Stated::Number) }
    }

    /// A value that is stated; none if it is not of the attribute's type. Ranges are read elsewhere.
    pub(crate) fn read(&self, value: Spelt<'_>) -> Option<Stated> {
        let number = match (self.value_type, value) {
            (_, Spelt::Text("")) => return Some(Stated::Missing),
            (ValueType::Flag, Spelt::Flag(flag)) => i64::from(flag),
            (ValueType::Choice, Spelt::Text(word)) => self.choice(word)?,
            (ValueType::Text, Spelt::Text(word)) => self.words.get(word).copied().unwrap_or(UNKNOWN_WORD),
            (ValueType::Number, Spelt::Number(digits)) => number(digits)?,
            (ValueType::Day, Spelt::Text(day)) => Day::parse(day)?.count(),
            (ValueType::Instant, Spelt::Text(instant)) => Instant::parse(instant)?.seconds(),
            (ValueType::Address, Spelt::Text(address)) => {
                return parse_address(address).map(Stated::Address);
            }
            _ => return None,
        };
        Some(Stated::Number(number))
    }
}

/// A whole number of at most so many digits.
pub(crate) fn number(digits: &str) -> Option<i64> {
    let plain = digits.len() <= DIGITS_MAX && digits.bytes().all(|digit| digit.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

/// Everything that a service says about access.
#[derive(Debug)]
pub(crate) struct Access {
    /// Those that every bank has, in the order of the table, then the declared.
    pub attributes: Vec<Attribute>,
    pub index: Index,
    /// In the order of the document.
    pub conditions: Vec<Condition>,
    /// How many attributes of each place conditions ask for.
    pub slots: [u8; AttributePlace::COUNT],
    /// Which conditions apply when, worked out from them.
    pub applying: Applying,
}

impl Access {
    /// The position of an attribute.
    #[inline]
    pub(crate) fn attribute(&self, name: &str) -> Option<u8> {
        let at = self.index.find(name, |at| self.attributes.get(at).map(|attribute| &*attribute.name))?;
        u8::try_from(at).ok()
    }
}

impl AttributePlace {
    /// How many places there are.
    pub(crate) const COUNT: usize = 4;

    /// Its position among them.
    #[inline]
    pub(crate) fn index(self) -> usize {
        usize::from(self.position())
    }
}

/// Masks of a condition have this bit where they take a request that lacks the fact.
pub(crate) const OPERATION_MISSING: u64 = 1 << 63;
pub(crate) const SITUATION_MISSING: u8 = 1 << 3;
pub(crate) const ROLE_MISSING: u8 = 1 << 3;
const BUSINESS_MISSING: u128 = 1 << 127;

/// A requirement with where it applies.
#[derive(Debug)]
pub(crate) struct Condition {
    pub key: Box<str>,
    /// The bank's own words, Japanese and English; never used to decide.
    pub label: Option<(Box<str>, Box<str>)>,
    /// The position of its code in [`CODES`].
    pub code: u8,
    /// The attribute that the code is about.
    pub about: Option<u8>,
    /// Where it applies: bits of login, transaction and download.
    pub situations: u8,
    /// Bits of operations.
    pub operations: u64,
    /// Bits of roles, lowest rank first.
    pub roles: u8,
    /// Bits of businesses by position.
    pub businesses: u128,
    /// Whether it only warns where it does not hold.
    pub warns: bool,
    pub require: Require,
    /// The same as it is decided, worked out from it.
    pub program: Program,
}

/// The situation of an operation, as a bit: login, transaction or download.
pub(crate) const fn situation_of(deed: Deed) -> u8 {
    match deed {
        Deed::Known(Operation::Login) => 1,
        Deed::Known(Operation::Download) => 1 << 2,
        _ => 1 << 1,
    }
}

/// Beside a fact that is missing, a list that does not narrow takes every value.
impl Condition {
    pub(crate) fn takes_operation(&self, deed: Option<Deed>) -> bool {
        self.situations & deed.map_or(SITUATION_MISSING, situation_of) != 0
            && self.operations & deed.map_or(OPERATION_MISSING, Deed::bit) != 0
    }

    pub(crate) fn takes_role(&self, role: Option<Role>) -> bool {
        let bit = |role: Role| 1_u8.checked_shl(role.position().into()).unwrap_or(0);
        self.roles & role.map_or(ROLE_MISSING, bit) != 0
    }

    pub(crate) fn takes_business(&self, business: Option<u16>) -> bool {
        let bit = |at: u16| 1_u128.checked_shl(at.into()).unwrap_or(0);
        self.businesses & business.map_or(BUSINESS_MISSING, bit) != 0
    }
}

/// What is required; as deep as documents may be.
#[derive(Debug)]
pub(crate) enum Require {
    All(Box<[Require]>),
    Any(Box<[Require]>),
    Not(Box<Require>),
    Compare(Comparison),
}

/// One attribute compared.
#[derive(Debug)]
pub(crate) struct Comparison {
    /// The attribute's position.
    pub attribute: u8,
    pub place: AttributePlace,
    /// Where its value stands.
    pub slot: u8,
    pub test: Test,
}

/// How a value is compared.
#[derive(Debug)]
pub(crate) enum Test {
    Is(Literal),
    In(Box<[Literal]>),
    Ordered(Ordered, Literal),
    /// An address in ranges of the bank's own.
    Within(Ranges),
    /// An address in ranges that the company states: the attribute's position and slot.
    WithinAttribute(u8, u8),
    /// A set that has all of these words, as bits.
    HasAll(u64),
    /// A set that has one of these.
    HasAny(u64),
    /// A set that has no others than these.
    Only(u64),
    /// A set that has no others than another set: the attribute's position, place and slot.
    OnlyOf(u8, AttributePlace, u8),
    /// It is stated at all.
    Given,
}

/// The comparisons of values that have an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ordered {
    AtLeast,
    Above,
    AtMost,
    Below,
}

/// What is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Literal {
    /// As [`Stated::Number`].
    Number(i64),
    /// So many seconds, or days, after a clock.
    Clock(Clock, i64),
}

/// What a company states, by slot.
#[derive(Debug, Default)]
pub(crate) struct CompanyAccess {
    pub values: Box<[Stated]>,
    /// For attributes that are ranges; none where the company does not state them.
    pub ranges: Box<[Option<Ranges>]>,
}
