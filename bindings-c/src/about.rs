//! What services and companies say of themselves, as verdicts do.

use kessai::Findings;

use crate::raw::{Lent, guard};
use crate::{kessai_company, kessai_service, kessai_text};

/// What a document says of itself, ready to be lent.
#[derive(Clone, Debug)]
pub(crate) struct About {
    id: kessai_text,
    version: kessai_text,
    digest: kessai_text,
    warnings: kessai_text,
}

impl About {
    pub(crate) fn new(id: &str, version: &str, digest: &str, warnings: &Findings) -> Self {
        let mut list = String::new();
        warnings.to_json(&mut list);
        Self { id: id.into(), version: version.into(), digest: digest.into(), warnings: list.into() }
    }
}

/// The `id` of the document. It belongs to the service and lives as long. Of NULL: NULL, which is an empty text.
///
/// # Safety
///
/// `service` is NULL, or comes from `kessai_service_new` and is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_service_id(service: *const kessai_service) -> *const kessai_text {
    // SAFETY: the caller's promise, passed on.
    let service = unsafe { Lent::new("service", service) };
    guard(std::ptr::null(), || {
        service.value().map_or(std::ptr::null(), |service| &raw const service.about.id)
    })
}

/// The `version` of the document. It belongs to the service and lives as long. Of NULL: NULL, which is an empty text.
///
/// # Safety
///
/// `service` is NULL, or comes from `kessai_service_new` and is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_service_version(service: *const kessai_service) -> *const kessai_text {
    // SAFETY: the caller's promise, passed on.
    let service = unsafe { Lent::new("service", service) };
    guard(std::ptr::null(), || {
        service.value().map_or(std::ptr::null(), |service| &raw const service.about.version)
    })
}

/// The fingerprint of the document's meaning, as in verdicts. It belongs to the service and lives as long. Of NULL: NULL, which is an empty text.
///
/// # Safety
///
/// `service` is NULL, or comes from `kessai_service_new` and is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_service_digest(service: *const kessai_service) -> *const kessai_text {
    // SAFETY: the caller's promise, passed on.
    let service = unsafe { Lent::new("service", service) };
    guard(std::ptr::null(), || {
        service.value().map_or(std::ptr::null(), |service| &raw const service.about.digest)
    })
}

/// What was doubtful when the document was read, as a JSON array of the same objects as in `kessai_error_json`;
/// `[]` for nothing. It belongs to the service and lives as long. Of NULL: NULL, which is an empty text.
///
/// # Safety
///
/// `service` is NULL, or comes from `kessai_service_new` and is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_service_warnings(service: *const kessai_service) -> *const kessai_text {
    // SAFETY: the caller's promise, passed on.
    let service = unsafe { Lent::new("service", service) };
    guard(std::ptr::null(), || {
        service.value().map_or(std::ptr::null(), |service| &raw const service.about.warnings)
    })
}

/// The `id` of the document. It belongs to the company and lives as long. Of NULL: NULL, which is an empty text.
///
/// # Safety
///
/// `company` is NULL, or comes from `kessai_company_new` and is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_company_id(company: *const kessai_company) -> *const kessai_text {
    // SAFETY: the caller's promise, passed on.
    let company = unsafe { Lent::new("company", company) };
    guard(std::ptr::null(), || {
        company.value().map_or(std::ptr::null(), |company| &raw const company.about.id)
    })
}

/// The fingerprint of the document's meaning, as in verdicts. It belongs to the company and lives as long. Of NULL: NULL, which is an empty text.
///
/// # Safety
///
/// `company` is NULL, or comes from `kessai_company_new` and is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_company_digest(company: *const kessai_company) -> *const kessai_text {
    // SAFETY: the caller's promise, passed on.
    let company = unsafe { Lent::new("company", company) };
    guard(std::ptr::null(), || {
        company.value().map_or(std::ptr::null(), |company| &raw const company.about.digest)
    })
}

/// What was doubtful when the document was read, as a JSON array of the same objects as in `kessai_error_json`;
/// `[]` for nothing. It belongs to the company and lives as long. Of NULL: NULL, which is an empty text.
///
/// # Safety
///
/// `company` is NULL, or comes from `kessai_company_new` and is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_company_warnings(company: *const kessai_company) -> *const kessai_text {
    // SAFETY: the caller's promise, passed on.
    let company = unsafe { Lent::new("company", company) };
    guard(std::ptr::null(), || {
        company.value().map_or(std::ptr::null(), |company| &raw const company.about.warnings)
    })
}
