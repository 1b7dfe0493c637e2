//! Every unsafe operation on records of the caller's.

use std::marker::PhantomData;
use std::ptr::NonNull;

/// Bytes of the caller's: where they begin and end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    begin: usize,
    end: usize,
}

impl Span {
    pub(super) fn of<T>(pointer: Option<NonNull<T>>, count: usize) -> Self {
        let begin = pointer.map_or(0, |pointer| pointer.addr().get());
        let size = if pointer.is_some() { size_of::<T>().saturating_mul(count) } else { 0 };
        Self { begin, end: begin.saturating_add(size) }
    }

    /// Whether no byte is in both.
    fn is_apart(self, other: Self) -> bool {
        self.begin >= other.end || other.begin >= self.end
    }
}

/// What has nothing but bytes, each of which may be anything.
///
/// # Safety
///
/// It is `repr(C)`, and each of its fields is `u8`, an array of such, or such a type itself.
pub(crate) unsafe trait Plain: Copy + 'static {}

/// States it of records.
macro_rules! plain {
    ($name:ident) => {
        // SAFETY: the macro of records gives it `repr(C)`, and fields that are bytes alone, as its alignment of 1 shows.
        unsafe impl $crate::raw::Plain for $name {}
    };
}

pub(crate) use plain;

// SAFETY: bytes.
unsafe impl<const SIZE: usize> Plain for [u8; SIZE] {}

/// The bytes of a record.
pub(crate) fn bytes_of<T: Plain>(record: &T) -> &[u8] {
    // SAFETY: bytes alone, by the promise of the trait.
    unsafe { std::slice::from_raw_parts(std::ptr::from_ref(record).cast(), size_of::<T>()) }
}

/// The bytes of a record, each of which may become anything.
pub(crate) fn bytes_of_mut<T: Plain>(record: &mut T) -> &mut [u8] {
    // SAFETY: bytes alone, by the promise of the trait.
    unsafe { std::slice::from_raw_parts_mut(std::ptr::from_mut(record).cast(), size_of::<T>()) }
}

/// A record of the caller's that is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Area<'a, T> {
    pointer: Option<NonNull<T>>,
    caller: PhantomData<&'a T>,
}

impl<'a, T: Plain> Area<'a, T> {
    /// # Safety
    ///
    /// `pointer` is null, or points to a record that nobody else reads or writes during `'a`, but for those that [`Area::is_apart`] is
    /// asked of before [`Area::get`].
    pub(crate) unsafe fn new(pointer: *mut T) -> Self {
        Self { pointer: NonNull::new(pointer), caller: PhantomData }
    }

    pub(crate) fn span(self) -> Span {
        Span::of(self.pointer, 1)
    }

    /// Whether no byte of it is one of others.
    pub(crate) fn is_apart(self, others: &[Span]) -> bool {
        others.iter().all(|other| self.span().is_apart(*other))
    }

    /// The record, unless the pointer was null.
    pub(crate) fn get(self) -> Option<&'a mut T> {
        // SAFETY: writable and nobody else's by the promise given to `new`; bytes, which any memory has, at any address.
        self.pointer.map(|mut pointer| unsafe { pointer.as_mut() })
    }
}

/// Records of the caller's in an array.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rows<'a, T> {
    pointer: Option<NonNull<T>>,
    count: usize,
    caller: PhantomData<&'a T>,
}

/// Whether memory can have so many.
fn can_be<T>(count: usize) -> bool {
    count.checked_mul(size_of::<T>()).is_some_and(|size| isize::try_from(size).is_ok())
}

impl<'a, T: Plain> Rows<'a, T> {
    /// # Safety
    ///
    /// `pointer` is null or points to `count` records that can be read and do not change during `'a`.
    pub(crate) unsafe fn new(pointer: *const T, count: usize) -> Self {
        Self { pointer: NonNull::new(pointer.cast_mut()), count, caller: PhantomData }
    }

    pub(crate) fn span(self) -> Span {
        Span::of(self.pointer, self.count)
    }

    /// The records; none where the pointer was null though there are some, or there are more than memory can have.
    pub(crate) fn get(self) -> Option<&'a [T]> {
        match self.pointer {
            None if self.count == 0 => Some(&[]),
            // SAFETY: readable by the promise given to `new`, and no more than a slice may have.
            Some(pointer) if can_be::<T>(self.count) => {
                Some(unsafe { std::slice::from_raw_parts(pointer.as_ptr(), self.count) })
            }
            _ => None,
        }
    }
}

/// Records of the caller's in an array that are written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Areas<'a, T> {
    pointer: Option<NonNull<T>>,
    count: usize,
    caller: PhantomData<&'a T>,
}

impl<'a, T: Plain> Areas<'a, T> {
    /// # Safety
    ///
    /// As for [`Area::new`], of `count` records.
    pub(crate) unsafe fn new(pointer: *mut T, count: usize) -> Self {
        Self { pointer: NonNull::new(pointer), count, caller: PhantomData }
    }

    /// Whether no byte of them is one of others.
    pub(crate) fn is_apart(self, others: &[Span]) -> bool {
        let own = Span::of(self.pointer, self.count);
        others.iter().all(|other| own.is_apart(*other))
    }

    /// The records, if the pointer was not null; nothing where there are more than memory can have.
    pub(crate) fn get(self) -> Option<Option<&'a mut [T]>> {
        if !can_be::<T>(self.count) {
            return None;
        }
        // SAFETY: writable and nobody else's by the promise given to `new`, and no more than a slice may have.
        Some(
            self.pointer
                .map(|pointer| unsafe { std::slice::from_raw_parts_mut(pointer.as_ptr(), self.count) }),
        )
    }
}

/// Makes the caller the owner of a value, by its address, which [`at_address`] turns into a pointer again.
pub(crate) fn give<T>(value: T) -> usize {
    Box::into_raw(Box::new(value)).expose_provenance()
}

/// A pointer to what [`give`] gave at an address.
pub(crate) fn at_address<T>(address: usize) -> *mut T {
    std::ptr::with_exposed_provenance_mut(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_that_share_a_byte_are_not_apart() {
        let mut memory = [[0_u8; 4]; 4];
        let base = memory.as_mut_ptr().cast::<u8>();
        let area = |at: usize| {
            // SAFETY: within the array, and never turned into a reference.
            unsafe { Area::<[u8; 4]>::new(base.wrapping_add(at).cast()) }
        };
        for (one, other, apart) in [(0, 4, true), (4, 0, true), (0, 3, false), (3, 0, false), (2, 2, false)] {
            assert_eq!(area(one).is_apart(&[area(other).span()]), apart, "{one} and {other}");
        }
        // SAFETY: null is harmless.
        let nothing = unsafe { Area::<[u8; 4]>::new(std::ptr::null_mut()) };
        assert!(area(0).is_apart(&[nothing.span()]) && nothing.get().is_none());
    }

    #[test]
    fn more_records_than_memory_can_have_are_none() {
        let record = [0_u8; 4];
        // SAFETY: never read, since the count is refused.
        let rows = unsafe { Rows::new(&raw const record, usize::MAX / 2) };
        assert!(rows.get().is_none());
        // SAFETY: null is harmless.
        assert!(unsafe { Rows::<[u8; 4]>::new(std::ptr::null(), 1) }.get().is_none());
        // SAFETY: null is harmless.
        assert!(unsafe { Rows::<[u8; 4]>::new(std::ptr::null(), 0) }.get().is_some_and(<[_]>::is_empty));
    }
}
