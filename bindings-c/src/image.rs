//! Companies as images.

use kessai::Company;

use crate::about::About;
use crate::raw::{self, Bytes, Lent, Out, answer, guard};
use crate::{kessai_company, kessai_error, kessai_status};

/// A company with its service as bytes, see `kessai_company_image`. It never changes, so threads may share it.
#[expect(non_camel_case_types, reason = "the name in the header")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct kessai_image {
    bytes: Vec<u8>,
}

/// Writes a company, with its service, as an image: bytes that `kessai_company_from_image` reads in microseconds, the same on
/// every machine. They are read by libraries of the same image version alone, and have no document, which forms need.
///
/// On `KESSAI_STATUS_OK` the caller owns `*image_out` and frees it with `kessai_image_free`. Otherwise `*image_out` is
/// untouched and, unless `error_out` is NULL, the caller owns `*error_out` and frees it with `kessai_error_free`.
///
/// # Safety
///
/// `company` comes from this library and is not freed, `image_out` and `error_out` point to pointers that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_company_image(
    company: *const kessai_company,
    image_out: *mut *mut kessai_image,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let company = unsafe { Lent::new("company", company) };
    // SAFETY: the caller's promise, passed on.
    let (image_out, error_out) =
        unsafe { (Out::new("image_out", image_out), Out::new("error_out", error_out)) };
    answer(error_out, || {
        let image_out = image_out.required()?;
        image_out.give(kessai_image { bytes: company.get()?.inner.to_image() });
        Ok(())
    })
}

/// Reads an image that `kessai_company_image` or the program `kessai compile` has written: the company with its service, which
/// answer as those of the documents do, byte for byte. Any bytes may be given.
///
/// On `KESSAI_STATUS_OK` the caller owns `*company_out` and frees it with `kessai_company_free`. Otherwise `*company_out` is
/// untouched and, unless `error_out` is NULL, the caller owns `*error_out` and frees it with `kessai_error_free`. The image is
/// copied; the caller keeps it.
///
/// # Safety
///
/// `image` points to `image_len` bytes that can be read, `company_out` and `error_out` to pointers that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_company_from_image(
    image: *const u8,
    image_len: usize,
    company_out: *mut *mut kessai_company,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let image = unsafe { Bytes::new("image", image, image_len) };
    // SAFETY: the caller's promise, passed on.
    let (company_out, error_out) =
        unsafe { (Out::new("company_out", company_out), Out::new("error_out", error_out)) };
    answer(error_out, || {
        let company_out = company_out.required()?;
        let inner = Company::from_image(image.read()?).map_err(|error| kessai_error::of_image(&error))?;
        let about = About::new(inner.id(), "", inner.digest(), inner.warnings());
        company_out.give(kessai_company { inner, about });
        Ok(())
    })
}

/// The bytes of an image, until it is freed. Of NULL: NULL.
///
/// # Safety
///
/// `image` is NULL, or comes from `kessai_company_image` and is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_image_data(image: *const kessai_image) -> *const u8 {
    // SAFETY: the caller's promise, passed on.
    let image = unsafe { Lent::new("image", image) };
    guard(std::ptr::null(), || image.value().map_or(std::ptr::null(), |image| image.bytes.as_ptr()))
}

/// The number of bytes of an image. Of NULL: 0.
///
/// # Safety
///
/// `image` is NULL, or comes from `kessai_company_image` and is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_image_len(image: *const kessai_image) -> usize {
    // SAFETY: the caller's promise, passed on.
    let image = unsafe { Lent::new("image", image) };
    guard(0, || image.value().map_or(0, |image| image.bytes.len()))
}

/// Frees an image; NULL is harmless. Companies that were read from it stay usable.
///
/// # Safety
///
/// `image` is NULL, or comes from `kessai_company_image` and was not freed before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_image_free(image: *mut kessai_image) {
    // SAFETY: the caller's promise, passed on.
    unsafe { raw::free(image) };
}
