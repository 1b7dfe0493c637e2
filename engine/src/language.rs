//! The language of the two documents, service and company, in one table: each object with its members, and of each
//! member the key, the type, its bounds, what leaving it out means, and what it is for.
//!
//! From it come the settings of the model with their defaults, the members that readers look for and the names that they
//! offer for mistyped ones, what counts in a document's fingerprint, and the JSON Schema. Checks across members are
//! code, in `document`.

use crate::terms::Operation;

#[cfg(feature = "documents")]
pub(crate) mod access;
pub(crate) mod bounds;
#[cfg(feature = "documents")]
pub(crate) mod company;
pub(crate) mod forms;
#[cfg(feature = "documents")]
pub(crate) mod schema;
#[cfg(feature = "documents")]
pub(crate) mod service;
pub(crate) mod settings;
pub(crate) mod words;

use bounds::Bound;
use words::Vocabulary;

/// Where a value stands in the tree of its document.
pub(crate) type Id = u32;

/// The members that an object may have.
#[derive(Debug)]
pub(crate) struct Object {
    pub members: &'static [Member],
    /// What every other member is, where further ones are entries of a map.
    pub others: Option<&'static Type>,
}

impl Object {
    /// The member of a key.
    pub(crate) fn member(&self, key: &str) -> Option<&'static Member> {
        self.members.iter().find(|member| member.key == key)
    }
}

/// A member of an object.
#[derive(Debug)]
pub(crate) struct Member {
    pub key: &'static str,
    pub of: Type,
    pub absent: Absent,
}

/// Most members of an object that the table names.
pub(crate) const MEMBERS_MAX: usize = 24;

/// The members of an object that are there, in the order of its table.
pub(crate) type Found = [Option<Id>; MEMBERS_MAX];

/// An object's members by name, as a reader takes them.
pub(crate) trait Members {
    /// The object whose members they are.
    const OBJECT: &'static Object;

    /// Each under its name.
    fn new(found: Found) -> Self;
}

/// What a value may be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Type {
    /// The version of the format, 1.
    Format,
    Flag,
    /// `null`, which says something of its own.
    Null,
    /// A whole number from the first to the second.
    Number(u32, u32),
    /// Any text.
    Text,
    /// A text that is not empty.
    FilledText,
    /// An id, key or code of the document's own.
    Name,
    /// A code of an account, whose shape the settings say.
    AccountCode,
    /// An ISO 4217 code.
    Currency,
    UtcOffset,
    Day,
    Time,
    Amount,
    /// A decimal from 0 to 1.
    Rate,
    /// A decimal in main units of the currency.
    UnitPrice,
    /// A fingerprint.
    Digest,
    /// A shape of texts.
    Shape,
    /// The code of a reason that a condition of access gives.
    AccessCode,
    /// A value of an attribute of access; one that has an order.
    AccessValue,
    AccessOrdered,
    /// One of a closed set of words.
    Word(Vocabulary),
    /// One of a set of words, or a name of the document's own.
    WordOrName(Vocabulary),
    Object(&'static Object),
    /// An object, or a number that stands for it.
    NumberOr(u32, u32, &'static Object),
    /// One or the other, told apart by whether it is an object, a list or neither.
    Either(&'static Self, &'static Self),
    List(List),
    Map(Map),
    /// A name in Japanese and English, which decides nothing.
    Label,
    /// Another name for people.
    LabelText,
}

/// A list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List {
    pub of: &'static Type,
    pub bound: &'static Bound,
    /// Whether the order of its elements does not count.
    pub is_set: bool,
    /// Whether no two of its elements may be alike.
    pub distinct: bool,
    /// Whether it must have elements.
    pub filled: bool,
    /// Whether an only element may stand without the list.
    pub or_one: bool,
}

/// Objects whose keys are names of the document's own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Map {
    pub keys: Keys,
    pub of: &'static Type,
    pub bound: &'static Bound,
    /// Whether an entry that says nothing is as good as none.
    pub sparse: bool,
}

/// What the keys of a map are.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Keys {
    Names,
    Words(Vocabulary),
    /// Words of a vocabulary, and names of the document's own.
    WordsAndNames(Vocabulary),
}

impl Type {
    /// A list of distinct elements whose order does not count.
    pub(crate) const fn set(of: &'static Self, bound: &'static Bound) -> Self {
        Self::List(List { of, bound, is_set: true, distinct: true, filled: false, or_one: false })
    }

    /// A list whose order does not count, and whose elements are told apart by an id in them.
    pub(crate) const fn set_by_id(of: &'static Self, bound: &'static Bound) -> Self {
        Self::List(List { of, bound, is_set: true, distinct: false, filled: false, or_one: false })
    }

    /// A list of rows whose order counts.
    pub(crate) const fn list(of: &'static Self, bound: &'static Bound) -> Self {
        Self::List(List { of, bound, is_set: false, distinct: false, filled: false, or_one: false })
    }

    /// A map by names of the document's own.
    pub(crate) const fn map(of: &'static Self, bound: &'static Bound) -> Self {
        Self::Map(Map { keys: Keys::Names, of, bound, sparse: false })
    }

    /// A map by words of a vocabulary.
    pub(crate) const fn by_word(keys: Vocabulary, of: &'static Self, bound: &'static Bound) -> Self {
        Self::Map(Map { keys: Keys::Words(keys), of, bound, sparse: false })
    }

    /// A map by words of a vocabulary and names of the document's own.
    pub(crate) const fn by_word_or_name(keys: Vocabulary, of: &'static Self, bound: &'static Bound) -> Self {
        Self::Map(Map { keys: Keys::WordsAndNames(keys), of, bound, sparse: false })
    }

    /// The same list, which must have elements.
    pub(crate) const fn filled(self) -> Self {
        match self {
            Self::List(list) => Self::List(List { filled: true, ..list }),
            other => other,
        }
    }

    /// The same list, or its only element without the list.
    pub(crate) const fn or_one(self) -> Self {
        match self {
            Self::List(list) => Self::List(List { or_one: true, ..list }),
            other => other,
        }
    }

    /// The same list, whose elements must be distinct.
    pub(crate) const fn distinct(self) -> Self {
        match self {
            Self::List(list) => Self::List(List { distinct: true, ..list }),
            other => other,
        }
    }

    /// The same map, in which an entry that says nothing is as good as none.
    pub(crate) const fn sparse(self) -> Self {
        match self {
            Self::Map(map) => Self::Map(Map { sparse: true, ..map }),
            other => other,
        }
    }

    /// The least and the most of a number.
    pub(crate) const fn bounds(&self) -> (u32, u32) {
        match *self {
            Self::Number(least, most) | Self::NumberOr(least, most, _) => (least, most),
            _ => (0, u32::MAX),
        }
    }
}

/// What leaving a member out means.
#[derive(Debug)]
pub(crate) enum Absent {
    /// It must not be left out.
    Required,
    /// Something that cannot be said otherwise.
    Nothing,
    /// This word, number or flag.
    Is(&'static str),
    /// The amount 0.
    Zero,
    /// An empty list or object, or one in which nothing counts.
    Empty,
    /// The list of all of these, in any order.
    All(&'static [&'static str]),
    /// For an object of numbers that the number stands for: each is so much.
    Each(&'static str),
    /// The rates of Japan's consumption tax.
    TaxRates,
    /// `name.senderLen`.
    SenderLen,
    /// `holiday.roll`.
    Roll,
    /// `fee.method`.
    Method,
    /// `fee.methodSelectableForFurikomi` for transfers, true for batches.
    Selectable,
    /// Every limit of the kind of the business.
    RequiredLimits,
    /// Every situation, or `ip.scope` for a condition on the address.
    Situations,
    /// No account, for all but the master.
    NoAccounts,
    /// The method that the bank offers for the business.
    OfferedMethod,
    /// `fee.tax` of the bank.
    Tax,
}

/// What an object and each of its members are for. Only tools ask, so that a build without them has no such texts.
#[derive(Debug)]
pub(crate) struct Described {
    pub object: &'static Object,
    pub name: &'static str,
    pub about: &'static str,
    pub members: &'static [&'static str],
}

/// Declares objects. Of each: its table, a structure of its members by name, and what they are for.
///
/// A row is the key, the member's name here, its type, and what leaving it out means.
macro_rules! objects {
    ($($(#[doc = $about:literal])+ $table:ident $name:ident {
        $($(#[doc = $doc:literal])+ $key:literal $member:ident: $of:expr, $absent:expr;)*
    } $(others $others:expr;)?)+) => {
        $(
            pub(crate) static $table: $crate::language::Object = $crate::language::Object {
                members: &[$($crate::language::Member { key: $key, of: $of, absent: $absent }),*],
                others: $crate::language::others!($($others)?),
            };

            $(#[doc = $about])+
            #[derive(Clone, Copy, Debug)]
            #[allow(dead_code, reason = "objects with further members are read as maps")]
            pub(crate) struct $name { $(pub $member: Option<$crate::language::Id>,)* }

            impl $crate::language::Members for $name {
                const OBJECT: &'static $crate::language::Object = &$table;

                fn new(found: $crate::language::Found) -> Self {
                    let mut _found = found.into_iter();
                    Self { $($member: _found.next().flatten(),)* }
                }
            }
        )+

        pub(in crate::language) static DESCRIBED: &[$crate::language::Described] = &[$($crate::language::Described {
            object: &$table,
            name: stringify!($name),
            about: concat!($($about),+),
            members: &[$(concat!($($doc),+)),*],
        }),+];
    };
}

macro_rules! others {
    () => {
        None
    };
    ($others:expr) => {
        Some(&$others)
    };
}

pub(crate) use {objects, others};

impl Operation {
    /// Whether a right can give it: it is of a business, or an inquiry.
    pub(crate) const fn is_of_rights(self) -> bool {
        !self.is_administration() && !self.is_door()
    }
}

#[cfg(test)]
mod tests;
