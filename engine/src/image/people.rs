//! What is kept of sets of people, and of rights.

use alloc::vec::Vec;

use crate::image::Damage;
use crate::image::kept::{Keep, Layout, Source, print};
use crate::model::grants::{Extent, Grants};
use crate::model::users::UserSet;
use crate::set::{Listed, Set};
use crate::terms::Operation;

/// Most words behind the first 128 people: 1,000 users and 1,000 candidates.
const WORDS_MAX: usize = 30;

/// The bits of the first 128, the number of the words of the others, and the words, of which the last is not empty.
impl Layout for UserSet {
    const LEAST: usize = 17;
    const PRINT: u64 = print("people", &[]);
}

impl Keep<UserSet> for UserSet {
    fn write(value: &UserSet, out: &mut Vec<u8>) {
        let (low, high) = value.parts();
        u128::write(&low, out);
        out.push(u8::try_from(high.len()).unwrap_or(u8::MAX));
        high.iter().for_each(|word| u64::write(word, out));
    }

    fn read(from: &mut Source<'_>) -> Result<UserSet, Damage> {
        let low = u128::read(from)?;
        let count = from.count(8, 0, WORDS_MAX)?;
        let mut high = Vec::with_capacity(count);
        for _ in 0..count {
            high.push(u64::read(from)?);
        }
        if high.last() == Some(&0) { Err(Damage::Order) } else { Ok(UserSet::of_parts(low, high)) }
    }
}

/// A bit for each operation that is reached, the bits of the bank's own, then how far, in the order of operations.
impl Layout for Grants {
    const LEAST: usize = 8;
    const PRINT: u64 = print("grants with own", &[print(Operation::NAMES, &[]), print(Extent::NAMES, &[])]);
}

const _: () = assert!(Operation::ALL.len() == 32, "each operation has a bit");

impl Keep<Grants> for Grants {
    fn write(value: &Grants, out: &mut Vec<u8>) {
        let reached = value
            .reaches()
            .iter()
            .rev()
            .fold(0_u32, |bits, reach| bits.wrapping_shl(1) | u32::from(!reach.is_empty()));
        u32::write(&reached, out);
        u32::write(&value.own(), out);
        for reach in value.reaches().iter().filter(|reach| !reach.is_empty()) {
            u16::write(&u16::try_from(reach.bits()).unwrap_or(u16::MAX), out);
        }
    }

    fn read(from: &mut Source<'_>) -> Result<Grants, Damage> {
        let (reached, own) = (u32::read(from)?, u32::read(from)?);
        let mut reaches = [Set::EMPTY; Operation::ALL.len()];
        for (at, reach) in (0_u32..).zip(&mut reaches) {
            if reached.wrapping_shr(at) & 1 == 1 {
                let bits = u32::from(u16::read(from)?);
                *reach = Set::<Extent>::of_bits(bits).filter(|_| bits != 0).ok_or(Damage::Word)?;
            }
        }
        Ok(Grants::of_reaches(reaches, own))
    }
}
