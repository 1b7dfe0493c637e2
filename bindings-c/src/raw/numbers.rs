//! Every unsafe operation on numbers of the caller's: rows, and columns.

use std::marker::PhantomData;
use std::ptr::NonNull;

use crate::kessai_error;
use crate::raw::Result;
use crate::raw::area::{Span, can_be};

/// What any bytes are a value of.
///
/// # Safety
///
/// It is an integer or a raw pointer, or `repr(C)` with fields that are such and no gap between them.
pub(crate) unsafe trait Bits: Copy + 'static {}

/// States it of types that say so themselves.
macro_rules! bits {
    ($($name:ty),+) => {
        // SAFETY: integers, pointers, and structs of such whose sizes are asserted to be the sums of their fields'.
        $(unsafe impl $crate::raw::Bits for $name {})+
    };
}

pub(crate) use bits;

bits!(u8, u16, u32, i32, i64);

// SAFETY: a raw pointer.
unsafe impl<T: 'static> Bits for *const T {}

/// Numbers of the caller's that are read, one after the other and at any address.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Given<'a, T> {
    pointer: Option<NonNull<T>>,
    count: usize,
    caller: PhantomData<&'a T>,
}

impl<T: Bits> Given<'_, T> {
    /// # Safety
    ///
    /// `pointer` is null or points to `count` of them that can be read and do not change during `'a`.
    pub(crate) unsafe fn new(pointer: *const T, count: usize) -> Self {
        Self { pointer: NonNull::new(pointer.cast_mut()), count, caller: PhantomData }
    }

    pub(crate) fn span(self) -> Span {
        Span::of(self.pointer, self.count)
    }

    /// Refuses null where there are some, and more than memory can have.
    pub(crate) fn check(self, name: &str) -> Result<()> {
        check(name, self.pointer, self.count)
    }

    /// One of them; none behind the last.
    pub(crate) fn at(self, index: usize) -> Option<T> {
        let pointer = self.pointer.filter(|_| index < self.count && can_be::<T>(self.count))?;
        // SAFETY: within what can be read, by the promise given to `new`; any bytes are a value, at any address.
        Some(unsafe { pointer.as_ptr().add(index).read_unaligned() })
    }
}

/// Numbers of the caller's that are written, one after the other and at any address.
#[derive(Debug)]
pub(crate) struct Taken<'a, T> {
    pointer: Option<NonNull<T>>,
    count: usize,
    caller: PhantomData<&'a mut T>,
}

impl<T: Bits> Taken<'_, T> {
    /// # Safety
    ///
    /// `pointer` is null or points to `count` of them that can be written during `'a`.
    pub(crate) unsafe fn new(pointer: *mut T, count: usize) -> Self {
        Self { pointer: NonNull::new(pointer), count, caller: PhantomData }
    }

    /// Refuses null where there are some, more than memory can have, and bytes that are read too.
    pub(crate) fn check(&self, name: &str, inputs: &[Span]) -> Result<()> {
        check(name, self.pointer, self.count)?;
        let own = Span::of(self.pointer, self.count);
        if inputs.iter().all(|input| own.is_apart(*input)) {
            Ok(())
        } else {
            Err(kessai_error::overlap(name))
        }
    }

    /// Writes one of them; nothing behind the last.
    pub(crate) fn put(&mut self, index: usize, value: T) {
        if let Some(pointer) = self.pointer.filter(|_| index < self.count && can_be::<T>(self.count)) {
            // SAFETY: within what can be written, by the promise given to `new`, at any address.
            unsafe { pointer.as_ptr().add(index).write_unaligned(value) };
        }
    }
}

fn check<T>(name: &str, pointer: Option<NonNull<T>>, count: usize) -> Result<()> {
    if pointer.is_none() && count > 0 {
        return Err(kessai_error::null(name));
    }
    if can_be::<T>(count) { Ok(()) } else { Err(kessai_error::too_long(name)) }
}

/// A column's pointer as a slice may have it.
fn aligned<T>(name: &str, pointer: *const T, count: usize) -> Result<Option<NonNull<T>>> {
    let pointer = NonNull::new(pointer.cast_mut());
    check(name, pointer, if pointer.is_some() { count } else { 0 })?;
    if pointer.is_some_and(|pointer| !pointer.is_aligned()) {
        return Err(kessai_error::misaligned(name));
    }
    Ok(pointer)
}

/// The caller's promise about columns: each that is not null points to as many elements as there are rows, which nobody else
/// changes during `'a`.
#[derive(Debug)]
pub(crate) struct Promised<'a> {
    /// Where what is read lies.
    read: Vec<Span>,
    /// Where what is written lies.
    written: Vec<Span>,
    caller: PhantomData<&'a ()>,
}

impl<'a> Promised<'a> {
    /// # Safety
    ///
    /// As the type says, of everything that [`Promised::column`], [`Promised::column_mut`] and [`Promised::lent`] are asked for.
    pub(crate) unsafe fn new() -> Self {
        Self { read: Vec::new(), written: Vec::new(), caller: PhantomData }
    }

    /// A column that is read; none for a null pointer.
    pub(crate) fn column<T: Bits>(
        &mut self,
        name: &str,
        pointer: *const T,
        count: usize,
    ) -> Result<Option<&'a [T]>> {
        let Some(pointer) = aligned(name, pointer, count)? else { return Ok(None) };
        self.read.push(Span::of(Some(pointer), count));
        // SAFETY: readable by the promise given to `new`, aligned, and no more than a slice may have.
        Ok(Some(unsafe { std::slice::from_raw_parts(pointer.as_ptr(), count) }))
    }

    /// A column that must be there.
    pub(crate) fn needed<T: Bits>(&mut self, name: &str, pointer: *const T, count: usize) -> Result<&'a [T]> {
        match self.column(name, pointer, count)? {
            Some(column) => Ok(column),
            None if count == 0 => Ok(&[]),
            None => Err(kessai_error::null(name)),
        }
    }

    /// A column that is written, none for a null pointer; it is refused where it shares a byte with another column. To be asked
    /// for after every column that is read.
    pub(crate) fn column_mut<T: Bits>(
        &mut self,
        name: &str,
        pointer: *mut T,
        count: usize,
    ) -> Result<Option<&'a mut [T]>> {
        let Some(pointer) = aligned(name, pointer, count)? else { return Ok(None) };
        let own = Span::of(Some(pointer), count);
        if !self.read.iter().chain(&self.written).all(|other| own.is_apart(*other)) {
            return Err(kessai_error::overlap(name));
        }
        self.written.push(own);
        // SAFETY: writable by the promise given to `new`, aligned, no more than a slice may have, and no other slice has a byte of it.
        Ok(Some(unsafe { std::slice::from_raw_parts_mut(pointer.as_ptr(), count) }))
    }

    /// Something of ours.
    pub(crate) fn lent<T>(&self, name: &str, pointer: *const T) -> Result<&'a T> {
        // SAFETY: null, or a live value by the promise given to `new`; nothing of ours changes once it is given.
        unsafe { pointer.as_ref() }.ok_or_else(|| kessai_error::null(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kessai_status;

    #[test]
    fn numbers_are_read_and_written_at_any_address() {
        let mut memory = [0_u8; 17];
        let odd = memory.as_mut_ptr().wrapping_add(1);
        // SAFETY: two of 8 bytes, from the second byte on.
        let mut taken = unsafe { Taken::<i64>::new(odd.cast(), 2) };
        taken.put(0, -2);
        taken.put(1, 5);
        taken.put(2, 7);
        // SAFETY: as above.
        let given = unsafe { Given::<i64>::new(odd.cast(), 2) };
        assert_eq!([given.at(0), given.at(1), given.at(2)], [Some(-2), Some(5), None]);
        assert_eq!(taken.check("a", &[given.span()]).unwrap_err().status(), kessai_status::InvalidRecord);
    }

    #[test]
    fn columns_that_cannot_be_are_refused() {
        let mut memory = [0_i64; 4];
        let pointer = memory.as_mut_ptr();
        // SAFETY: what is not refused is within the array, and no slice of it is kept.
        let mut promised = unsafe { Promised::new() };
        let mut status = |pointer, count| {
            promised.column::<i64>("a", pointer, count).map_err(|error| error.status()).err()
        };
        assert_eq!(status(pointer, usize::MAX), Some(kessai_status::TooLong));
        assert_eq!(status(pointer.wrapping_byte_add(1), 1), Some(kessai_status::InvalidRecord));
        assert_eq!(status(std::ptr::null_mut(), usize::MAX), None);
        assert_eq!(status(pointer, 2), None);
        let mut status = |at, count| {
            promised
                .column_mut::<i64>("b", pointer.wrapping_add(at), count)
                .map_err(|error| error.status())
                .err()
        };
        assert_eq!(
            [status(1, 2), status(2, 1), status(2, 1), status(3, 1)],
            [Some(kessai_status::InvalidRecord), None, Some(kessai_status::InvalidRecord), None]
        );
        assert_eq!(
            promised.needed::<i64>("c", std::ptr::null(), 1).unwrap_err().status(),
            kessai_status::NullArgument
        );
    }
}
