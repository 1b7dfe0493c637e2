//! What is kept of access.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::image::Damage;
use crate::image::kept::{
    Each, Inside, Keep, Layout, List, Maybe, Name, Number, Own, Source, Word, Words, print,
};
use crate::index::Index;
use crate::json::DEPTH_MAX;
use crate::language::bounds::{ACCESS_VALUES, ATTRIBUTES, CONDITIONS, NODES, RANGES};
use crate::language::words::{AttributePlace, ValueType};
use crate::model::access::{
    Access, Applying, Attribute, CODES, Clock, CompanyAccess, Comparison, Condition, Literal, Ordered,
    Program, Require, Stated, TABLE, Test,
};
use crate::model::address::{Range, Ranges};

/// Most attributes, those of every bank among them.
const ATTRIBUTES_MAX: usize = ATTRIBUTES.max.saturating_add(TABLE.len());
/// Most words that conditions compare with.
const WORDS_MAX: usize = 65_535;

kept! { Access {
    attributes: Attributes => Vec<Attribute>,
    conditions: List<Condition, 0, { CONDITIONS.max }> => Vec<Condition>,
    slots: Each<u8, 4>,
} made {
    index = Index::new(attributes.len(), |at| attributes.get(at).map(|one| &*one.name)),
    applying = Applying::new(&conditions),
} }

/// Of the attributes that every bank has, only what is asked of them; the declared ones whole.
struct Attributes;

type Asked = (Interned, Maybe<u8>);
type Declared = List<Attribute, 0, { ATTRIBUTES.max }>;

impl Layout for Attributes {
    const LEAST: usize = Asked::LEAST.saturating_mul(TABLE.len());
    const PRINT: u64 = {
        let (mut state, mut table) =
            (print("attributes", &[Asked::PRINT, Declared::PRINT]), TABLE.as_slice());
        while let [known, others @ ..] = table {
            state = print(known.name, &[state]);
            let mut words = known.words;
            while let [word, behind @ ..] = words {
                state = print(word, &[state]);
                words = behind;
            }
            table = others;
        }
        state
    };
}

impl Keep<Vec<Attribute>> for Attributes {
    fn write(value: &Vec<Attribute>, out: &mut Vec<u8>) {
        let (known, declared) = value.split_at(TABLE.len().min(value.len()));
        for attribute in known {
            Interned::write(&attribute.words, out);
            <Maybe<u8> as Keep<_>>::write(&attribute.slot, out);
        }
        Declared::write_all(declared, out);
    }

    fn read(from: &mut Source<'_>) -> Result<Vec<Attribute>, Damage> {
        let mut attributes = Vec::with_capacity(TABLE.len());
        for known in &TABLE {
            let (words, slot) = Asked::read(from)?;
            attributes.push(Attribute { words, slot, ..Attribute::from(known) });
        }
        attributes.append(&mut Declared::read_all(from)?);
        Ok(attributes)
    }
}

kept! { Attribute {
    name: Name,
    value_type: Word<ValueType>,
    place: Word<AttributePlace>,
    choices: List<Name, 0, { ACCESS_VALUES.max }>,
    words: Interned,
    slot: Maybe<u8>,
} }

/// Words with their numbers, in the order of the words.
struct Interned;

type InternedList = List<(Words, i64), 0, WORDS_MAX>;

impl Layout for Interned {
    const LEAST: usize = <InternedList as Layout>::LEAST;
    const PRINT: u64 = <InternedList as Layout>::PRINT;
}

impl Keep<BTreeMap<Box<str>, i64>> for Interned {
    fn write(value: &BTreeMap<Box<str>, i64>, out: &mut Vec<u8>) {
        u16::write(&u16::try_from(value.len()).unwrap_or(u16::MAX), out);
        for (word, number) in value {
            Words::write(word, out);
            i64::write(number, out);
        }
    }

    fn read(from: &mut Source<'_>) -> Result<BTreeMap<Box<str>, i64>, Damage> {
        let words: Vec<(Box<str>, i64)> = InternedList::read(from)?;
        if words.is_sorted_by(|(one, _), (other, _)| one < other) {
            let mut known = BTreeMap::new();
            known.extend(words);
            Ok(known)
        } else {
            Err(Damage::Order)
        }
    }
}

kept! { Condition {
    key: Name,
    label: Maybe<(Words, Words)>,
    code: ConditionCode,
    about: Maybe<u8>,
    situations: u8,
    operations: u64,
    roles: u8,
    businesses: u128,
    warns: bool,
    require: Inside<Require, DEPTH_MAX> => Require,
} made {
    program = Program::of(&require),
} }

#[expect(clippy::as_conversions, reason = "the number of codes in a constant")]
type ConditionCode = Number<0, { CODES.len() as u32 - 1 }>;

kept_choice! { Require {
    0 All { 0 parts: List<Inside<Require, DEPTH_MAX>, 0, { NODES.max }> },
    1 Any { 0 parts: List<Inside<Require, DEPTH_MAX>, 0, { NODES.max }> },
    2 Not { 0 part: Own<Inside<Require, DEPTH_MAX>> },
    3 Compare { 0 comparison: Comparison },
} }

kept! { Comparison {
    attribute: u8,
    place: Word<AttributePlace>,
    slot: u8,
    test: Test,
} }

kept_choice! { Test {
    0 Is { 0 literal: Literal },
    1 In { 0 literals: List<Literal, 0, { ACCESS_VALUES.max }> },
    2 Ordered { 0 order: Ordered, 1 literal: Literal },
    3 Within { 0 ranges: Ranges },
    4 WithinAttribute { 0 attribute: u8, 1 slot: u8 },
    5 HasAll { 0 words: u64 },
    6 HasAny { 0 words: u64 },
    7 Only { 0 words: u64 },
    8 OnlyOf { 0 attribute: u8, 1 place: Word<AttributePlace>, 2 slot: u8 },
    9 Given,
} }

kept_choice! { Ordered { 0 AtLeast, 1 Above, 2 AtMost, 3 Below } }

kept_choice! { Literal {
    0 Number { 0 number: i64 },
    1 Clock { 0 clock: Clock, 1 after: i64 },
} }

kept_choice! { Clock { 0 None, 1 Now, 2 RenewalGrace, 3 Today } }

kept! { CompanyAccess {
    values: List<Stated, 0, ATTRIBUTES_MAX>,
    ranges: List<Maybe<Ranges>, 0, ATTRIBUTES_MAX>,
} }

/// What is stated of a user or a group.
pub(super) type StatedList = List<Stated, 0, ATTRIBUTES_MAX>;

kept_choice! { Stated {
    0 Missing,
    1 Number { 0 number: i64 },
    2 Address { 0 address: IpAddr },
} }

/// The family, 4 or 6, and the address's bytes.
impl Layout for IpAddr {
    const LEAST: usize = 5;
    const PRINT: u64 = print("address", &[]);
}

impl Keep<IpAddr> for IpAddr {
    fn write(value: &IpAddr, out: &mut Vec<u8>) {
        match value {
            IpAddr::V4(address) => {
                out.push(4);
                u32::write(&address.to_bits(), out);
            }
            IpAddr::V6(address) => {
                out.push(6);
                u128::write(&address.to_bits(), out);
            }
        }
    }

    fn read(from: &mut Source<'_>) -> Result<IpAddr, Damage> {
        let address = match from.byte()? {
            4 => IpAddr::V4(Ipv4Addr::from_bits(u32::read(from)?)),
            6 => IpAddr::V6(Ipv6Addr::from_bits(u128::read(from)?)),
            _ => return Err(Damage::Word),
        };
        if address.to_canonical() == address { Ok(address) } else { Err(Damage::Word) }
    }
}

kept! { Range {
    first: IpAddr,
    last: IpAddr,
} }

/// Ranges in order, of which no two overlap.
impl Layout for Ranges {
    const LEAST: usize = <RangeList as Layout>::LEAST;
    const PRINT: u64 = <RangeList as Layout>::PRINT;
}

type RangeList = List<Range, 0, { RANGES.max }>;

impl Keep<Ranges> for Ranges {
    fn write(value: &Ranges, out: &mut Vec<u8>) {
        u16::write(&u16::try_from(value.iter().len()).unwrap_or(u16::MAX), out);
        value.iter().for_each(|range| Range::write(range, out));
    }

    fn read(from: &mut Source<'_>) -> Result<Ranges, Damage> {
        let ranges: Vec<Range> = RangeList::read(from)?;
        let is_range =
            |range: &Range| range.first.is_ipv4() == range.last.is_ipv4() && range.first <= range.last;
        if ranges.iter().all(is_range) && ranges.is_sorted_by(|one, other| one.last < other.first) {
            Ok(Ranges::new(ranges))
        } else {
            Err(Damage::Order)
        }
    }
}
