//! Memory for a host of WebAssembly, which has no allocator of its own on this side (`docs/abi.md`).

use crate::raw;

/// Memory of `len` bytes for texts, images and results, all zero, at a multiple of 8. NULL where there is no more.
///
/// The caller owns it and gives it back with `kessai_dealloc`. Like any call it may make the memory grow, after which the host
/// has to look at it anew.
#[unsafe(no_mangle)]
pub extern "C" fn kessai_alloc(len: usize) -> *mut u8 {
    raw::allocate(len)
}

/// Gives memory back; NULL is harmless.
///
/// # Safety
///
/// `pointer` is NULL, or comes from `kessai_alloc` of the same `len` and was not given back before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_dealloc(pointer: *mut u8, len: usize) {
    // SAFETY: the caller's promise, passed on.
    unsafe { raw::release(pointer, len) };
}
