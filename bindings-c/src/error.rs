//! Why a call of the interface failed.

use kessai::image::ImageError;
use kessai::{Findings, RequestError, Severity};

use crate::kessai_text;

/// What a call came to. Numbers never change their meaning, and new ones may be added: treat a status that you do not
/// know as a failure.
#[expect(non_camel_case_types, reason = "the name in the header")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(i32)]
pub enum kessai_status {
    /// The call did what it says. It does not say that an answer is yes: `kessai_text_outcome` of it does.
    Ok = 0,
    /// A pointer that is needed was NULL.
    NullArgument = 1,
    /// A text was not UTF-8.
    InvalidUtf8 = 2,
    /// A length was larger than any text can be.
    TooLong = 3,
    /// A record has a character that its set does not have, or a set cannot spell a name of the company.
    InvalidCharacter = 4,
    /// Another call is in the session.
    Busy = 5,
    /// A field of a record is none of its values.
    InvalidRecord = 6,
    /// What is to be said has no room in its field.
    NoRoom = 7,
    /// Nothing was begun that could be gone on with: no batch, no verdict.
    NotBegun = 8,
    /// The company, or its bank, has nothing of that name.
    UnknownName = 9,
    /// The service document has errors; `kessai_error_json` has every finding.
    InvalidService = 10,
    /// The company document has errors; `kessai_error_json` has every finding.
    InvalidCompany = 11,
    /// The bytes are no image that this library reads; `kessai_error_code` says why, such as `image.version`.
    InvalidImage = 12,
    /// A file cannot be read.
    InvalidFile = 13,
    /// No answer: the request cannot be evaluated. Treat it as refused.
    InvalidRequest = 20,
    /// A fault of this library. Treat it as refused; everything that was made before can still be used and freed.
    Panic = 90,
}

/// Why a call failed. Owned by the caller, who frees it with `kessai_error_free`; never changes, so threads may share it.
#[expect(non_camel_case_types, reason = "the name in the header")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct kessai_error {
    status: kessai_status,
    pub(crate) code: kessai_text,
    pub(crate) message: kessai_text,
    pub(crate) json: kessai_text,
}

impl kessai_error {
    pub(crate) fn status(&self) -> kessai_status {
        self.status
    }

    /// A fault of the call itself, which the engine never saw.
    fn of_call(status: kessai_status, code: &str, path: &str, message: String) -> Self {
        let json = format!(r#"{{"code":"{code}","path":"{path}","message":"{message}"}}"#);
        Self { status, code: code.into(), message: message.into(), json: json.into() }
    }

    /// A draft of JSON Schema that there is not.
    pub(crate) fn draft() -> Self {
        let message = "schemas are written in `draft-2020-12` and `draft-07`".to_owned();
        Self::of_call(kessai_status::InvalidRequest, "request.form", "/draft", message)
    }

    /// A character set that there is not.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn charset(name: &str) -> Self {
        let name = name.escape_debug().to_string().replace('\\', "/").replace('"', "'");
        let message = format!("there is no character set `{name}`: JISX0201, EBCDIK, CP1027, UTF-8");
        Self::of_call(kessai_status::InvalidRecord, "call.charset", "", message)
    }

    /// A name that a set cannot spell.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn unspellable(message: &str) -> Self {
        let message = message.replace(['"', '\\'], "'");
        Self::of_call(kessai_status::InvalidCharacter, "call.character", "", message)
    }

    pub(crate) fn null(name: &str) -> Self {
        let message = format!("`{name}` is NULL");
        Self::of_call(kessai_status::NullArgument, "call.null", "", message)
    }

    pub(crate) fn not_utf8(name: &str, at: usize) -> Self {
        let message = format!("`{name}` is not UTF-8 at byte {at}");
        Self::of_call(kessai_status::InvalidUtf8, "call.utf8", "", message)
    }

    pub(crate) fn too_long(name: &str) -> Self {
        let message = format!("the length of `{name}` is larger than any text can be");
        Self::of_call(kessai_status::TooLong, "call.length", "", message)
    }

    /// A name that there is not, or a kind of names.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn unknown_name() -> Self {
        let message = "there is nothing of that kind and name".to_owned();
        Self::of_call(kessai_status::UnknownName, "call.name", "", message)
    }

    /// What is written lies where something else is.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn overlap(name: &str) -> Self {
        let message = format!("`{name}` shares bytes with what else the call reads or writes");
        Self::of_call(kessai_status::InvalidRecord, "call.overlap", "", message)
    }

    /// A column at an address that its numbers cannot have.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn misaligned(name: &str) -> Self {
        let message = format!("`{name}` is at no address of its type");
        Self::of_call(kessai_status::InvalidRecord, "call.alignment", "", message)
    }

    /// A struct of a size that this library does not know.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn size(name: &str, size: usize, known: usize) -> Self {
        let message = format!("`{name}` is {size}, and this library knows structs of {known} bytes");
        Self::of_call(kessai_status::InvalidRecord, "call.size", "", message)
    }

    /// A row that is none.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn row(at: usize) -> Self {
        let message =
            format!("row {at} has a reserved byte that is not 0, or more usage than there is room for");
        Self::of_call(kessai_status::InvalidRecord, "call.row", "", message)
    }

    /// Columns that do not go together.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn of_columns(error: &kessai::columns::ColumnError) -> Self {
        // The names of columns have no character that JSON would escape.
        Self::of_call(kessai_status::InvalidRecord, "call.columns", "", error.to_string())
    }

    /// A session in which another call is.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn busy() -> Self {
        let message = "another call is in the session".to_owned();
        Self::of_call(kessai_status::Busy, "call.busy", "", message)
    }

    pub(crate) fn panicked() -> Self {
        let message = "the library has a fault and could not answer".to_owned();
        Self::of_call(kessai_status::Panic, "call.fault", "", message)
    }

    /// A document with errors: code of the first error, the findings one a line, and all of them as JSON.
    pub(crate) fn of_document(status: kessai_status, findings: &Findings) -> Self {
        let mut json = String::new();
        findings.to_json(&mut json);
        let first = findings.iter().find(|finding| finding.severity == Severity::Error);
        let code = first.map_or("", |finding| finding.code.name());
        Self { status, code: code.into(), message: findings.to_string().into(), json: json.into() }
    }

    /// Bytes that are no image.
    pub(crate) fn of_image(error: &ImageError) -> Self {
        let mut json = String::new();
        error.to_json(&mut json);
        let status = kessai_status::InvalidImage;
        Self { status, code: error.code().into(), message: error.to_string().into(), json: json.into() }
    }

    /// A request without an answer.
    pub(crate) fn of_request(error: &RequestError) -> Self {
        let mut json = String::new();
        error.to_json(&mut json);
        let status = kessai_status::InvalidRequest;
        Self {
            status,
            code: error.code().name().into(),
            message: error.to_string().into(),
            json: json.into(),
        }
    }
}
