//! From paths to a session.

use std::fs::File;
use std::io::Read;

use kessai::image::ImageError;
use kessai::{Company, Findings, Lang, Service, Severity};

use crate::kessai_status;
use crate::record::charset::Charset;
use crate::record::layout::{kessai_record_message, kessai_record_paths};
use crate::record::session::kessai_session;
use crate::record::status_number;
use crate::record::write::count;

/// Most bytes of a file that is read: more than any document or image may have.
const FILE_MAX: u64 = 64 * 1024 * 1024;

/// What is told to a program that opens: a [`kessai_record_message`] before it is written.
#[derive(Debug)]
pub(super) struct Told(Box<Saying>);

/// What it says.
#[derive(Debug)]
struct Saying {
    severity: u64,
    number: u64,
    facility: &'static str,
    count: usize,
    file: u8,
    place: (usize, usize),
    code: String,
    pointer: String,
    text: String,
}

impl Told {
    const WARNING: u64 = 4;
    const ERROR: u64 = 12;
    const FAULT: u64 = 16;

    pub fn of_call(status: kessai_status, text: impl Into<String>) -> Self {
        let severity = if status == kessai_status::Panic { Self::FAULT } else { Self::ERROR };
        Self(Box::new(Saying {
            severity,
            number: status_number(status),
            facility: "KSCALL",
            count: 1,
            file: b' ',
            place: (0, 0),
            code: String::new(),
            pointer: String::new(),
            text: text.into(),
        }))
    }

    /// The same of a file.
    fn of_file(mut self, file: u8) -> Self {
        self.0.file = file;
        self
    }

    /// The first error of a document, or else its first warning; nothing where there is none.
    fn of_findings(findings: &Findings, text: &str, file: u8) -> Option<Self> {
        let error = findings.iter().find(|finding| finding.severity == Severity::Error);
        let first = error.or_else(|| findings.iter().next())?;
        Some(Self(Box::new(Saying {
            severity: if error.is_some() { Self::ERROR } else { Self::WARNING },
            number: u64::from(first.code.number()),
            facility: "KSDOC",
            count: findings.len(),
            file,
            place: first.line_and_column(text),
            code: first.code.name().to_owned(),
            pointer: first.path.clone(),
            text: first.message(Lang::En),
        })))
    }

    fn of_image(error: &ImageError) -> Self {
        let mut told = Self::of_call(kessai_status::InvalidImage, error.to_string()).of_file(b'I');
        told.0.code = error.code().to_owned();
        told
    }

    /// Says it in a blank record. What is longer than its field is cut: it is for persons.
    pub fn write(&self, charset: Charset, record: &mut kessai_record_message) {
        let _fits = record.severity.put(self.0.severity);
        let _fits = record.number.put(self.0.number);
        let _used = charset.encode_cut(self.0.facility, &mut record.facility);
        let _fits = count(&mut record.count, self.0.count);
        record.file = crate::record::field::X::letter(self.0.file);
        let _fits = count(&mut record.line, self.0.place.0);
        let _fits = count(&mut record.column, self.0.place.1);
        let _used = charset.encode_cut(&self.0.code, &mut record.code);
        let _used = charset.encode_cut(&self.0.pointer, &mut record.pointer);
        let _used = charset.encode_cut(&self.0.text, &mut record.text);
    }
}

/// Opens what a record names. What is doubtful in the documents is told beside.
pub(super) fn open(
    record: &kessai_record_paths,
    charset: Charset,
) -> Result<(kessai_session, Option<Told>), Told> {
    let path = |field: &[u8; 256]| {
        charset.path(crate::record::field::X(*field).bytes()).ok_or_else(|| {
            Told::of_call(
                kessai_status::InvalidCharacter,
                "a path has a character that the set does not have",
            )
        })
    };
    let [service, company, image] =
        [&record.service, &record.company, &record.image].map(|field| path(field.whole()));
    let (service, company, image) = (service?, company?, image?);
    let (company, told) = match (&*service, &*company, &*image) {
        ("", "", "") => return Err(Told::of_call(kessai_status::InvalidRecord, "no path is given")),
        ("", "", image) => {
            let bytes = read(image, b'I')?;
            (Company::from_image(&bytes).map_err(|error| Told::of_image(&error))?, None)
        }
        (service, company, "") if !service.is_empty() && !company.is_empty() => documents(service, company)?,
        _ => {
            let text = "either the paths of a service and a company are given, or that of an image";
            return Err(Told::of_call(kessai_status::InvalidRecord, text));
        }
    };
    session(company, charset).map(|session| (session, told))
}

/// A session of a company whose names the set has.
pub(super) fn session(company: Company, charset: Charset) -> Result<kessai_session, Told> {
    charset.check_company(&company).map_err(|text| Told::of_call(kessai_status::InvalidCharacter, text))?;
    Ok(kessai_session::new(company, charset))
}

fn documents(service: &str, company: &str) -> Result<(Company, Option<Told>), Told> {
    let text = read_text(service, b'S')?;
    let fault = |findings: &Findings, text: &str, file| {
        Told::of_findings(findings, text, file)
            .unwrap_or_else(|| Told::of_call(kessai_status::InvalidService, "the document does not load"))
    };
    let service = Service::from_json(&text).map_err(|findings| fault(&findings, &text, b'S'))?;
    let doubts = Told::of_findings(service.warnings(), &text, b'S');
    let text = read_text(company, b'C')?;
    let company = service.company_from_json(&text).map_err(|findings| fault(&findings, &text, b'C'))?;
    let doubts = doubts.or_else(|| Told::of_findings(company.warnings(), &text, b'C'));
    Ok((company, doubts))
}

fn read_text(path: &str, file: u8) -> Result<String, Told> {
    let bytes = read(path, file)?;
    String::from_utf8(bytes).map_err(|error| {
        let text =
            format!("{path} is not UTF-8 at byte {}", error.utf8_error().valid_up_to().saturating_add(1));
        Told::of_call(kessai_status::InvalidUtf8, text).of_file(file)
    })
}

fn read(path: &str, file: u8) -> Result<Vec<u8>, Told> {
    let mut bytes = Vec::new();
    let fault = |text: String| Told::of_call(kessai_status::InvalidFile, text).of_file(file);
    let opened = File::open(path).map_err(|error| fault(format!("{path}: {error}")))?;
    let read = opened.take(FILE_MAX.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| fault(format!("{path}: {error}")))?;
    if u64::try_from(bytes.len()).is_ok_and(|len| len <= FILE_MAX) {
        Ok(bytes)
    } else {
        Err(fault(format!("{path} has more than 64 MiB")))
    }
}
