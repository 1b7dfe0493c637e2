//! Memory for a host of WebAssembly, which has no allocator of its own on this side (`docs/abi.md`).

use std::alloc::{Layout, alloc_zeroed, dealloc};

/// What every address is a multiple of: whatever a caller of C writes fits there.
const ALIGNMENT: usize = 8;

/// The layout of so many bytes; none for more than memory can have.
fn layout(len: usize) -> Option<Layout> {
    // Nothing is asked of the allocator for no bytes, which would not be a question that it answers.
    Layout::from_size_align(len.max(1), ALIGNMENT).ok()
}

/// Memory of `len` bytes for texts, images and results, all zero, at a multiple of 8. NULL where there is no more.
///
/// The caller owns it and gives it back with `kessai_dealloc`. Like any call it may make the memory grow, after which the host
/// has to look at it anew.
#[unsafe(no_mangle)]
pub extern "C" fn kessai_alloc(len: usize) -> *mut u8 {
    // SAFETY: no layout of ours has no bytes.
    layout(len).map_or(std::ptr::null_mut(), |layout| unsafe { alloc_zeroed(layout) })
}

/// Gives memory back; NULL is harmless.
///
/// # Safety
///
/// `pointer` is NULL, or comes from `kessai_alloc` of the same `len` and was not given back before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_dealloc(pointer: *mut u8, len: usize) {
    if let Some(layout) = layout(len).filter(|_| !pointer.is_null()) {
        // SAFETY: the caller's promise: the same length, so the same layout.
        unsafe { dealloc(pointer, layout) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_zero_aligned_and_given_back() {
        for len in [0, 1, 7, 8, 4_096, 1 << 20] {
            let pointer = kessai_alloc(len);
            assert!(!pointer.is_null() && pointer.addr().is_multiple_of(ALIGNMENT), "{len}");
            // SAFETY: so many bytes were given, all of them zero.
            assert!(unsafe { std::slice::from_raw_parts(pointer, len) }.iter().all(|byte| *byte == 0));
            // SAFETY: of this length, and not given back before.
            unsafe { kessai_dealloc(pointer, len) };
        }
    }

    #[test]
    fn more_than_there_can_be_is_null() {
        for len in [usize::MAX, isize::MAX.unsigned_abs()] {
            assert!(kessai_alloc(len).is_null());
        }
        // SAFETY: NULL is harmless.
        unsafe { kessai_dealloc(std::ptr::null_mut(), 5) };
    }
}
