//! Every unsafe operation of the C interface.
//!
//! A function of the interface turns its pointers into the types of this module at once, which is where it passes on
//! its caller's promise; whatever follows is safe.

#[cfg(any(target_family = "wasm", test))]
use std::alloc::{Layout, alloc_zeroed, dealloc};
use std::ffi::c_char;
use std::marker::PhantomData;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::NonNull;

use crate::{kessai_error, kessai_status};

/// What goes wrong in front of the engine, and what the engine says.
pub(crate) type Result<T> = core::result::Result<T, kessai_error>;

/// More bytes than any text or image has, whatever it says: a length that went wrong on its way, as -1 in any width does, is told
/// before anything is read.
const LONGEST: usize = 0x7FFF_FFFF;

/// Text given by the caller: checked when it is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text<'a> {
    name: &'static str,
    pointer: *const c_char,
    len: usize,
    caller: PhantomData<&'a str>,
}

impl<'a> Text<'a> {
    /// `name` is that of the parameter, for messages.
    ///
    /// # Safety
    ///
    /// `pointer` is null or points to `len` bytes that can be read and do not change during `'a`.
    pub(crate) unsafe fn new(name: &'static str, pointer: *const c_char, len: usize) -> Self {
        Self { name, pointer, len, caller: PhantomData }
    }

    /// The text.
    pub(crate) fn read(self) -> Result<&'a str> {
        let bytes = self.bytes()?;
        core::str::from_utf8(bytes).map_err(|error| kessai_error::not_utf8(self.name, error.valid_up_to()))
    }

    fn bytes(self) -> Result<&'a [u8]> {
        if self.pointer.is_null() {
            return Err(kessai_error::null(self.name));
        }
        if self.len > LONGEST {
            return Err(kessai_error::too_long(self.name));
        }
        // SAFETY: not null, no longer than a slice may be, which is as much on 32 bits; readable by the promise given to `new`.
        Ok(unsafe { std::slice::from_raw_parts(self.pointer.cast::<u8>(), self.len) })
    }
}

/// Bytes given by the caller: checked when they are read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bytes<'a>(Text<'a>);

impl<'a> Bytes<'a> {
    /// `name` is that of the parameter, for messages.
    ///
    /// # Safety
    ///
    /// As for [`Text::new`].
    pub(crate) unsafe fn new(name: &'static str, pointer: *const u8, len: usize) -> Self {
        // SAFETY: the same promise.
        Self(unsafe { Text::new(name, pointer.cast(), len) })
    }

    /// The bytes.
    pub(crate) fn read(self) -> Result<&'a [u8]> {
        self.0.bytes()
    }
}

/// Something of ours that the caller lends back.
#[derive(Debug)]
pub(crate) struct Lent<'a, T> {
    name: &'static str,
    value: Option<&'a T>,
}

impl<T> Clone for Lent<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Lent<'_, T> {}

impl<'a, T> Lent<'a, T> {
    /// `name` is that of the parameter, for messages.
    ///
    /// # Safety
    ///
    /// `pointer` is null or comes from [`Out::give`] and is not freed during `'a`.
    pub(crate) unsafe fn new(name: &'static str, pointer: *const T) -> Self {
        // SAFETY: null, or a live value by the caller's promise; nothing of ours changes once it is given.
        Self { name, value: unsafe { pointer.as_ref() } }
    }

    /// The value, or why there is none.
    pub(crate) fn get(self) -> Result<&'a T> {
        self.value.ok_or_else(|| kessai_error::null(self.name))
    }

    /// The value, unless the pointer was null.
    pub(crate) fn value(self) -> Option<&'a T> {
        self.value
    }

    /// The bytes that it has.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn span(self) -> Span {
        Span::of(self.value.map(NonNull::from), 1)
    }
}

#[cfg(not(target_family = "wasm"))]
mod numbers;
#[cfg(not(target_family = "wasm"))]
pub(crate) use area::{Area, Areas, Plain, Rows, Span, at_address, bytes_of, bytes_of_mut, give, plain};
#[cfg(not(target_family = "wasm"))]
pub(crate) use numbers::{Bits, Given, Promised, Taken, bits};

/// Where the caller wants a result.
#[derive(Debug)]
pub(crate) struct Out<T> {
    name: &'static str,
    pointer: Option<NonNull<*mut T>>,
}

impl<T> Out<T> {
    /// `name` is that of the parameter, for messages.
    ///
    /// # Safety
    ///
    /// `pointer` is null or can be written to until [`Out::give`].
    pub(crate) unsafe fn new(name: &'static str, pointer: *mut *mut T) -> Self {
        Self { name, pointer: NonNull::new(pointer) }
    }

    /// Refuses a null pointer before any work is done for it.
    pub(crate) fn required(self) -> Result<Self> {
        if self.pointer.is_some() { Ok(self) } else { Err(kessai_error::null(self.name)) }
    }

    /// Makes the caller the owner of `value`; where he does not want it, it is dropped.
    pub(crate) fn give(self, value: T) {
        if let Some(pointer) = self.pointer {
            // SAFETY: writable by the promise given to `new`. What stands there is not read: it may be uninitialised.
            unsafe { pointer.write(Box::into_raw(Box::new(value))) };
        }
    }
}

/// Takes back and drops what [`Out::give`] gave; null is harmless.
///
/// # Safety
///
/// `pointer` is null or comes from [`Out::give`], is not used any more and was not freed before.
pub(crate) unsafe fn free<T>(pointer: *mut T) {
    if !pointer.is_null() {
        // SAFETY: from `Box::into_raw` and owned by the caller until now, by his promise.
        let value = unsafe { Box::from_raw(pointer) };
        guard((), || drop(value));
    }
}

/// What every address of [`allocate`] is a multiple of: whatever a caller of C writes fits there.
#[cfg(any(target_family = "wasm", test))]
const ALIGNMENT: usize = 8;

/// The layout of so many bytes; none for more than memory can have.
#[cfg(any(target_family = "wasm", test))]
fn layout(len: usize) -> Option<Layout> {
    // The allocator answers no question about no bytes.
    Layout::from_size_align(len.max(1), ALIGNMENT).ok()
}

/// So many bytes, all zero; null where there are no more.
#[cfg(any(target_family = "wasm", test))]
pub(crate) fn allocate(len: usize) -> *mut u8 {
    // SAFETY: no layout of ours has no bytes.
    layout(len).map_or(std::ptr::null_mut(), |layout| unsafe { alloc_zeroed(layout) })
}

/// Takes back what [`allocate`] gave; null is harmless.
///
/// # Safety
///
/// `pointer` is null or comes from [`allocate`] of the same `len`, is not used any more and was not given back before.
#[cfg(any(target_family = "wasm", test))]
pub(crate) unsafe fn release(pointer: *mut u8, len: usize) {
    if let Some(layout) = layout(len).filter(|_| !pointer.is_null()) {
        // SAFETY: the caller's promise: the same length, so the same layout.
        unsafe { dealloc(pointer, layout) };
    }
}

/// Runs an entry of the interface: a panic ends in `otherwise` and never in the caller's frames.
pub(crate) fn guard<T>(otherwise: T, call: impl FnOnce() -> T) -> T {
    // What a panic leaves half done is dropped, and nothing of ours changes once it is made.
    catch_unwind(AssertUnwindSafe(call)).unwrap_or(otherwise)
}

/// Runs a fallible entry: an error goes to the caller, and its status is returned.
pub(crate) fn answer(error_out: Out<kessai_error>, call: impl FnOnce() -> Result<()>) -> kessai_status {
    // The error of a fault is made only where there is one: a call that succeeds asks for no memory here.
    let result = guard(None, || Some(call())).unwrap_or_else(|| Err(kessai_error::panicked()));
    match result {
        Ok(()) => kessai_status::Ok,
        Err(error) => {
            let status = error.status();
            error_out.give(error);
            status
        }
    }
}

/// Every unsafe operation on records of the caller's.
#[cfg(not(target_family = "wasm"))]
mod area {
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
        pub(super) fn is_apart(self, other: Self) -> bool {
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
    pub(super) fn can_be<T>(count: usize) -> bool {
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
                Some(pointer) if can_be::<T>(self.count) => {
                    // SAFETY: readable by the promise given to `new`, and no more than a slice may have.
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
            for (one, other, apart) in
                [(0, 4, true), (4, 0, true), (0, 3, false), (3, 0, false), (2, 2, false)]
            {
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_status_and_an_error() {
        let mut error: *mut kessai_error = std::ptr::null_mut();
        // SAFETY: a local variable.
        let error_out = unsafe { Out::new("error_out", &raw mut error) };
        assert_eq!(answer(error_out, || panic!("made by a test")), kessai_status::Panic);
        // SAFETY: given by `answer`.
        let given = unsafe { Lent::new("error", error) }.get().unwrap();
        assert_eq!(given.status(), kessai_status::Panic);
        // SAFETY: as above, and not used again.
        unsafe { free(error) };
    }

    #[test]
    fn a_length_that_no_text_can_have_is_refused_before_anything_is_read() {
        let byte = 0;
        // SAFETY: never read, since the length is refused.
        let text = unsafe { Text::new("json", &raw const byte, usize::MAX) };
        assert_eq!(text.read().unwrap_err().status(), kessai_status::TooLong);
    }

    #[test]
    fn memory_is_zero_aligned_and_given_back() {
        for len in [0, 1, 7, 8, 4_096, 1 << 20] {
            let pointer = allocate(len);
            assert!(!pointer.is_null() && pointer.addr().is_multiple_of(ALIGNMENT), "{len}");
            // SAFETY: so many bytes were given.
            assert!(unsafe { std::slice::from_raw_parts(pointer, len) }.iter().all(|byte| *byte == 0));
            // SAFETY: of this length, and not given back before.
            unsafe { release(pointer, len) };
        }
    }

    #[test]
    fn more_memory_than_there_can_be_is_null() {
        for len in [usize::MAX, isize::MAX.unsigned_abs()] {
            assert!(allocate(len).is_null());
        }
        // SAFETY: null is harmless.
        unsafe { release(std::ptr::null_mut(), 5) };
    }
}
