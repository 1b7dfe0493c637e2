//! Compiled images (コンパイル済みイメージ): a checked service and company as bytes that load in microseconds (`docs/image.md`).
//!
//! [`Company::to_image`] writes one, [`Company::from_image`] reads it. What an image says has been checked when its documents
//! were read, so that reading it needs neither their language nor their findings; a company of an image answers as that of the
//! documents does, byte for byte. It does not have what only the texts of the documents have: checks of forms
//! ([`Service::form`](crate::Service::form)) take the company document as before, and there are no warnings.
//!
//! Any bytes give a company or an [`ImageError`]. An image is read by engines of its version alone: see [`ImageVersion`].
//!
//! ```
//! use kessai::{Company, Service};
//! # let (service, company) = (include_str!("../../fixtures/example-ib/service.json"), include_str!("../../fixtures/example-ib/company.json"));
//! let company = Service::from_json(service)?.company_from_json(company)?;
//! let image = company.to_image();
//! let same = Company::from_image(&image)?;
//! assert_eq!((same.digest(), same.service().digest()), (company.digest(), company.service().digest()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use alloc::sync::Arc;
use alloc::vec::Vec;

use twox_hash::XxHash64;

use crate::loaded::Company;
use crate::model::company::CompanyModel;
use crate::model::service::ServiceModel;

#[macro_use]
mod kept;
mod access;
mod company;
mod error;
mod fees;
mod fields;
mod limits;
mod part;
mod people;
mod service;
mod settings;
mod sound;

pub use error::{Damage, ImageError, ImageVersion};

use kept::{Keep, Layout, Source};

/// How every image begins.
const MAGIC: [u8; 8] = *b"\x93KESSAI\n";
/// Raised when the same bytes come to mean something else. Another layout has another fingerprint by itself.
const FORMAT: u16 = 1;
/// The fingerprint of what is kept of a company and its service.
const LAYOUT: u32 = {
    #[expect(clippy::as_conversions, reason = "half of a fingerprint in a constant")]
    let half = <CompanyModel as Layout>::PRINT as u32;
    half
};
/// Length of the header: magic, format, layout, engine, length of the whole, checksum.
const HEADER: usize = 32;

/// The three numbers of this engine's version.
const ENGINE: [u16; 3] = [
    whole(env!("CARGO_PKG_VERSION_MAJOR")),
    whole(env!("CARGO_PKG_VERSION_MINOR")),
    whole(env!("CARGO_PKG_VERSION_PATCH")),
];

/// A number in a constant.
const fn whole(digits: &str) -> u16 {
    let (mut number, mut digits) = (0_u16, digits.as_bytes());
    while let [digit, rest @ ..] = digits {
        #[expect(clippy::as_conversions, reason = "a digit in a constant")]
        let value = digit.wrapping_sub(b'0') as u16;
        number = number.wrapping_mul(10).wrapping_add(value);
        digits = rest;
    }
    number
}

/// The version of the images that this engine writes and reads.
const VERSION: ImageVersion = ImageVersion { format: FORMAT, layout: LAYOUT, engine: ENGINE };

impl Company {
    /// Writes the company, with its service, as an image: the same bytes for the same documents on every machine.
    ///
    /// It has what decides, and the words that texts need; not the documents, their names for people, and their findings.
    /// 10 to 20 KB are usual.
    #[must_use]
    pub fn to_image(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(16 * 1024);
        out.extend_from_slice(&MAGIC);
        VERSION.write(&mut out);
        let rest = out.len();
        out.resize(HEADER, 0);
        ServiceModel::write(&self.model.service, &mut out);
        CompanyModel::write(&self.model, &mut out);
        let length = u32::try_from(out.len()).unwrap_or(u32::MAX).to_le_bytes();
        if let Some(place) = out.get_mut(rest..rest.saturating_add(length.len())) {
            place.copy_from_slice(&length);
        }
        let sum = checksum(&out).to_le_bytes();
        if let Some(place) = out.get_mut(HEADER.saturating_sub(sum.len())..HEADER) {
            place.copy_from_slice(&sum);
        }
        out
    }

    /// Reads an image that [`Company::to_image`] or `kessai compile` has written.
    ///
    /// # Errors
    ///
    /// The bytes are no image, one of another version, or one that was changed or cut on its way. A company of an image that is
    /// read is one that documents could have given: whoever changes bytes and mends the checksum has another company
    /// or an error.
    pub fn from_image(image: &[u8]) -> Result<Self, ImageError> {
        let (head, body) = image.split_at_checked(HEADER).ok_or(ImageError::NotAnImage)?;
        let (magic, head) = head.split_at_checked(MAGIC.len()).ok_or(ImageError::NotAnImage)?;
        if *magic != MAGIC {
            return Err(ImageError::NotAnImage);
        }
        let mut head = Source::new(head);
        let of_image = ImageVersion::read(&mut head).map_err(ImageError::Damaged)?;
        if (of_image.format, of_image.layout) != (FORMAT, LAYOUT) {
            return Err(ImageError::Version { of_image, of_engine: VERSION });
        }
        let stated = u32::read(&mut head).map_err(ImageError::Damaged)?;
        if usize::try_from(stated) != Ok(image.len()) {
            let given = u64::try_from(image.len()).unwrap_or(u64::MAX);
            return Err(ImageError::Length { stated: u64::from(stated), given });
        }
        if u64::read(&mut head) != Ok(checksum(image)) {
            return Err(ImageError::Checksum);
        }
        read(body).map_err(ImageError::Damaged)
    }
}

/// The checksum of everything but itself.
fn checksum(image: &[u8]) -> u64 {
    let head = image.get(..HEADER.saturating_sub(8)).unwrap_or_default();
    XxHash64::oneshot(XxHash64::oneshot(0, head), image.get(HEADER..).unwrap_or_default())
}

/// Reads what stands behind the header.
fn read(body: &[u8]) -> Result<Company, Damage> {
    let mut source = Source::new(body);
    let mut service = ServiceModel::read(&mut source)?;
    let today = service.settings.limit.ad_hoc_includes_registered_today;
    for business in &mut service.businesses {
        business.limits.ask(today);
    }
    sound::check_service(&service)?;
    source.service = Some(Arc::new(service));
    let company = CompanyModel::read(&mut source)?;
    if !source.is_at_end() {
        return Err(Damage::Rest);
    }
    sound::check_company(&company)?;
    Ok(Company::of_model(company))
}
