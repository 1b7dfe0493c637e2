//! Batches that are added to record by record.

use kessai::{Request, RequestLine};

use crate::kessai_status;
use crate::raw::bytes_of;
use crate::record::layout::{
    kessai_record_access, kessai_record_item, kessai_record_request, kessai_record_usage,
};
use crate::record::read::{Fault, Read, Reader};
use crate::record::session::{Work, kessai_session};
use crate::record::write::NoAnswer;

/// Most items of a batch, and most entries of usage; the engine's own bounds.
const ITEMS_MAX: usize = 100_000;
const USAGE_MAX: usize = 100_064;

/// What is added until the batch ends.
#[derive(Debug, Default)]
pub(super) struct Batch {
    header: Option<Header>,
    items: Vec<kessai_record_item>,
    usage: Vec<kessai_record_usage>,
    /// What could not be added; the batch has no answer then.
    fault: Option<Spoilt>,
}

/// Why a batch has no answer any more.
#[derive(Clone, Copy, Debug)]
enum Spoilt {
    Record(Fault),
    Call(kessai_status),
}

/// What is said once for a batch.
#[derive(Debug)]
struct Header {
    request: Box<kessai_record_request>,
    access: Option<Box<kessai_record_access>>,
}

impl From<Spoilt> for NoAnswer {
    fn from(spoilt: Spoilt) -> Self {
        match spoilt {
            Spoilt::Record(fault) => Self::Record(fault),
            Spoilt::Call(status) => Self::Call(status),
        }
    }
}

impl Batch {
    /// Begins anew, keeping the memory of its lists.
    pub fn begin(&mut self, request: &kessai_record_request, access: Option<&kessai_record_access>) {
        self.items.clear();
        self.usage.clear();
        self.fault = None;
        self.header =
            Some(Header { request: Box::new(*request), access: access.map(|access| Box::new(*access)) });
    }

    /// The memory of its lists, in which nothing of it is left for whatever comes next.
    fn over(mut self) -> Self {
        self.items.clear();
        self.usage.clear();
        Self { header: None, fault: None, ..self }
    }

    /// Whether a batch has been begun.
    fn begun(&self) -> Result<(), NoAnswer> {
        if self.header.is_some() { Ok(()) } else { Err(NoAnswer::Call(kessai_status::NotBegun)) }
    }

    fn spoil(&mut self, spoilt: Spoilt) -> NoAnswer {
        self.fault = self.fault.or(Some(spoilt));
        spoilt.into()
    }

    /// Adds an item.
    pub fn add(
        &mut self,
        item: &kessai_record_item,
        check: impl FnOnce() -> Read<()>,
    ) -> Result<(), NoAnswer> {
        self.begun()?;
        if self.items.len() >= ITEMS_MAX {
            return Err(self.spoil(Spoilt::Call(kessai_status::TooLong)));
        }
        check().map_err(|fault| self.spoil(Spoilt::Record(fault)))?;
        self.items.push(*item);
        Ok(())
    }

    /// Adds an entry of usage.
    pub fn add_usage(
        &mut self,
        entry: &kessai_record_usage,
        check: impl FnOnce() -> Read<()>,
    ) -> Result<(), NoAnswer> {
        self.begun()?;
        if self.usage.len() >= USAGE_MAX {
            return Err(self.spoil(Spoilt::Call(kessai_status::TooLong)));
        }
        check().map_err(|fault| self.spoil(Spoilt::Record(fault)))?;
        self.usage.push(*entry);
        Ok(())
    }

    /// Notes that something could not be added, so that the batch has no answer.
    pub fn refuse(&mut self, fault: Fault) -> NoAnswer {
        self.spoil(Spoilt::Record(fault))
    }

    /// What was added, without a header of its own; the batch is over then. One that was never begun has nothing.
    pub fn take(&mut self) -> Result<Self, NoAnswer> {
        let batch = std::mem::take(self);
        batch.fault.map_or(Ok(batch), |spoilt| Err(spoilt.into()))
    }

    /// Whether it was begun with another request than this one: what was added is then of something else, which was left half done.
    pub fn is_of_another(&self, request: &kessai_record_request) -> bool {
        self.header.as_ref().is_some_and(|header| bytes_of(&*header.request) != bytes_of(request))
    }

    /// The items that were added.
    pub fn lines<'a>(&self, reader: Reader<'a>) -> Read<Vec<RequestLine<'a>>> {
        let line = |item| {
            let mut line = RequestLine::default();
            reader.item(item, &mut line).map(|()| line)
        };
        self.items.iter().map(line).collect()
    }

    /// The entries of usage that were added.
    pub fn usage(&self) -> &[kessai_record_usage] {
        &self.usage
    }

    /// Puts all that was added into a request.
    pub fn read<'a>(&self, reader: Reader<'a>, request: &mut Request<'a>) -> Read<()> {
        let Some(header) = &self.header else { return Ok(()) };
        whole(reader, &header.request, self.items.iter(), header.access.as_deref(), request)?;
        request.usage.reserve(self.usage.len());
        for entry in &self.usage {
            let entry = reader.of::<kessai_record_request>().usage_entry(entry, request)?;
            request.usage.push(entry);
        }
        Ok(())
    }
}

/// Puts a header and items into a request.
pub(super) fn whole<'a>(
    reader: Reader<'a>,
    header: &kessai_record_request,
    items: impl ExactSizeIterator<Item: std::ops::Deref<Target = kessai_record_item>>,
    access: Option<&kessai_record_access>,
    request: &mut Request<'a>,
) -> Read<()> {
    reader.request(header, request)?;
    if let Some(access) = access {
        reader.access(access, &mut request.access)?;
    }
    request.lines.reserve(items.len());
    for item in items {
        let mut line = RequestLine::default();
        reader.item(&item, &mut line)?;
        request.lines.push(line);
    }
    Ok(())
}

impl Work {
    /// Adds an item to the batch, if it can be read.
    pub fn add(&mut self, session: &kessai_session, item: &kessai_record_item) -> Result<(), NoAnswer> {
        let (reader, batch) = self.adding(session);
        batch.add(item, || reader.item(item, &mut RequestLine::default()))
    }

    /// Adds an entry of usage to the batch, if it can be read.
    pub fn add_usage(
        &mut self,
        session: &kessai_session,
        usage: &kessai_record_usage,
    ) -> Result<(), NoAnswer> {
        let (reader, batch) = self.adding(session);
        batch.add_usage(usage, || reader.usage_entry(usage, &Request::default()).map(drop))
    }

    /// Decides the batch, which is over then.
    pub fn end(&mut self, session: &kessai_session) -> Result<(), NoAnswer> {
        let batch = std::mem::take(&mut self.batch);
        let result = match batch.fault {
            Some(spoilt) => Err(spoilt.into()),
            None => batch
                .begun()
                .and_then(|()| self.decide(session, |reader, request| batch.read(reader, request))),
        };
        self.batch = batch.over();
        result
    }
}
