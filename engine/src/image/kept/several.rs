//! Keepers of several values, and of such as may be absent.

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::marker::PhantomData;

use super::{Keep, Layout, Source, number, print, total};
use crate::image::Damage;

/// A value that may be absent: a byte says whether it is there.
pub(in crate::image) struct Maybe<K>(PhantomData<K>);

impl<K: Layout> Layout for Maybe<K> {
    const LEAST: usize = 1;
    const PRINT: u64 = print("maybe", &[K::PRINT]);
}

impl<T, K: Keep<T>> Keep<Option<T>> for Maybe<K> {
    fn write(value: &Option<T>, out: &mut Vec<u8>) {
        out.push(u8::from(value.is_some()));
        if let Some(value) = value {
            K::write(value, out);
        }
    }

    #[inline]
    fn read(from: &mut Source<'_>) -> Result<Option<T>, Damage> {
        if bool::read(from)? { K::read(from).map(Some) } else { Ok(None) }
    }
}

/// A list of so many elements at the least and the most.
pub(in crate::image) struct List<K, const MIN: usize, const MAX: usize>(PhantomData<K>);

impl<K: Layout, const MIN: usize, const MAX: usize> Layout for List<K, MIN, MAX> {
    const LEAST: usize = 1;
    const PRINT: u64 = print("list", &[K::PRINT, number(MIN), number(MAX)]);
}

impl<K, const MIN: usize, const MAX: usize> List<K, MIN, MAX> {
    pub(in crate::image) fn write_all<T>(values: &[T], out: &mut Vec<u8>)
    where
        K: Keep<T>,
    {
        let [low, high, more @ ..] = u32::try_from(values.len()).unwrap_or(u32::MAX).to_le_bytes();
        out.push(low);
        if MAX > 0xFF {
            out.push(high);
        }
        if MAX > 0xFFFF {
            out.extend_from_slice(&more);
        }
        values.iter().for_each(|value| K::write(value, out));
    }

    pub(in crate::image) fn read_all<T>(from: &mut Source<'_>) -> Result<Vec<T>, Damage>
    where
        K: Keep<T>,
    {
        let count = from.count(K::LEAST, MIN, MAX)?;
        let mut values = Vec::with_capacity(count);
        for _ in 0..count {
            values.push(K::read(from)?);
        }
        Ok(values)
    }
}

impl<T, K: Keep<T>, const MIN: usize, const MAX: usize> Keep<Vec<T>> for List<K, MIN, MAX> {
    fn write(value: &Vec<T>, out: &mut Vec<u8>) {
        Self::write_all(value, out);
    }

    fn read(from: &mut Source<'_>) -> Result<Vec<T>, Damage> {
        Self::read_all(from)
    }
}

impl<T, K: Keep<T>, const MIN: usize, const MAX: usize> Keep<Box<[T]>> for List<K, MIN, MAX> {
    fn write(value: &Box<[T]>, out: &mut Vec<u8>) {
        Self::write_all(value, out);
    }

    fn read(from: &mut Source<'_>) -> Result<Box<[T]>, Damage> {
        Self::read_all(from).map(Vec::into_boxed_slice)
    }
}

/// Each of so many values.
pub(in crate::image) struct Each<K, const N: usize>(PhantomData<K>);

impl<K: Layout, const N: usize> Layout for Each<K, N> {
    const LEAST: usize = K::LEAST.saturating_mul(N);
    const PRINT: u64 = print("each", &[K::PRINT, number(N)]);
}

impl<T: Default, K: Keep<T>, const N: usize> Keep<[T; N]> for Each<K, N> {
    fn write(value: &[T; N], out: &mut Vec<u8>) {
        value.iter().for_each(|value| K::write(value, out));
    }

    fn read(from: &mut Source<'_>) -> Result<[T; N], Damage> {
        let mut values = core::array::from_fn(|_| T::default());
        for value in &mut values {
            *value = K::read(from)?;
        }
        Ok(values)
    }
}

/// Several values beside each other.
macro_rules! tuples {
    ($(($($keeper:ident $value:ident $name:ident),+))+) => {$(
        impl<$($keeper: Layout),+> Layout for ($($keeper,)+) {
            const LEAST: usize = total(&[$($keeper::LEAST),+]);
            const PRINT: u64 = print("and", &[$($keeper::PRINT),+]);
        }

        impl<$($value, $keeper: Keep<$value>),+> Keep<($($value,)+)> for ($($keeper,)+) {
            fn write(($($name,)+): &($($value,)+), out: &mut Vec<u8>) {
                $($keeper::write($name, out);)+
            }

            fn read(from: &mut Source<'_>) -> Result<($($value,)+), Damage> {
                Ok(($($keeper::read(from)?,)+))
            }
        }
    )+};
}

tuples! { (A T one, B U two) (A T one, B U two, C V three) }

/// A value in a place of its own.
pub(in crate::image) struct Own<K>(PhantomData<K>);

impl<K: Layout> Layout for Own<K> {
    const LEAST: usize = K::LEAST;
    const PRINT: u64 = K::PRINT;
}

impl<T, K: Keep<T>> Keep<Box<T>> for Own<K> {
    fn write(value: &Box<T>, out: &mut Vec<u8>) {
        K::write(value, out);
    }

    fn read(from: &mut Source<'_>) -> Result<Box<T>, Damage> {
        K::read(from).map(Box::new)
    }
}

impl<T, K: Keep<T>> Keep<Arc<T>> for Own<K> {
    fn write(value: &Arc<T>, out: &mut Vec<u8>) {
        K::write(value, out);
    }

    fn read(from: &mut Source<'_>) -> Result<Arc<T>, Damage> {
        K::read(from).map(Arc::new)
    }
}

/// Values of a sort that has others of its own sort inside, at most so deep.
pub(in crate::image) struct Inside<K, const DEPTH: usize>(PhantomData<K>);

impl<K, const DEPTH: usize> Layout for Inside<K, DEPTH> {
    const LEAST: usize = 1;
    /// Its own fingerprint would have itself inside.
    const PRINT: u64 = print("inside", &[number(DEPTH)]);
}

impl<T, K: Keep<T>, const DEPTH: usize> Keep<T> for Inside<K, DEPTH> {
    fn write(value: &T, out: &mut Vec<u8>) {
        K::write(value, out);
    }

    fn read(from: &mut Source<'_>) -> Result<T, Damage> {
        let depth = from.depth;
        from.depth = depth.saturating_add(1);
        if usize::from(from.depth) > DEPTH {
            return Err(Damage::Depth);
        }
        let value = K::read(from);
        from.depth = depth;
        value
    }
}
