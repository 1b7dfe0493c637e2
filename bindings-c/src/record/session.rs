//! The working memory of record calls.

use std::fmt;
use std::sync::{Mutex, MutexGuard, TryLockError};

use bumpalo::Bump;
use kessai::columns::Rows;
use kessai::request::OrderFacts;
use kessai::verdict::Verdict;
use kessai::{Company, Request, Resolved};

use crate::raw;
use crate::record::batch::Batch;
use crate::record::charset::Charset;
use crate::record::layout::{kessai_record_usage, kessai_record_verdict};
use crate::record::life::Stored;
use crate::record::read::{Read, Reader};
use crate::record::rows::Index;
use crate::record::write::{NoAnswer, Writer};
use crate::{kessai_error, kessai_status};

/// The working memory of one thread's record calls, with a counted reference to its company. What it asked for once it uses
/// again, so that a call asks for none. While a call is in it another one is told `KESSAI_STATUS_BUSY`, and nothing happens.
#[expect(non_camel_case_types, reason = "the name in the header")]
pub struct kessai_session {
    pub(super) company: Company,
    pub(super) charset: Charset,
    work: Mutex<Work>,
}

impl fmt::Debug for kessai_session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("kessai_session").field("company", &self.company.id()).finish_non_exhaustive()
    }
}

/// What is used again from call to call.
pub(super) struct Work {
    /// Texts of the request that do not stand in a record as the engine reads them.
    texts: Bump,
    /// The memory of a request's lists; it says nothing.
    request: Request<'static>,
    resolved: Resolved<'static>,
    pub verdict: Verdict<'static>,
    /// Why the last call had no answer; none where it had one.
    pub no_answer: Option<NoAnswer>,
    pub batch: Batch,
    /// What the last event has changed beside an item's record.
    pub stored: Stored,
    /// The usage after the last event, row by row; none where the verdict has it.
    pub usage: Option<Vec<kessai_record_usage>>,
    /// What is said of each item, put in order when it is first asked for.
    pub index: Option<Index>,
    /// Where rows of numbers are decided.
    rows: Rows<'static>,
    /// The answer before it is turned into the session's set.
    pub area: Box<kessai_record_verdict>,
}

impl kessai_session {
    pub(super) fn new(company: Company, charset: Charset) -> Self {
        let work = Work {
            texts: Bump::new(),
            request: Request::default(),
            resolved: empty(&company),
            verdict: company.verdict().into_owned(),
            no_answer: Some(NoAnswer::Call(kessai_status::NotBegun)),
            batch: Batch::default(),
            stored: Stored::default(),
            usage: None,
            index: None,
            rows: company.rows().into_owned(),
            area: Box::new(kessai_record_verdict::BLANK),
        };
        Self { company, charset, work: Mutex::new(work) }
    }

    /// The memory, unless another call is in it.
    pub(super) fn work(&self) -> Result<MutexGuard<'_, Work>, NoAnswer> {
        match self.work.try_lock() {
            Ok(work) => Ok(work),
            Err(TryLockError::WouldBlock) => Err(NoAnswer::Call(kessai_status::Busy)),
            // A fault left it half done: it begins anew.
            Err(TryLockError::Poisoned(poisoned)) => {
                let mut work = poisoned.into_inner();
                work.forget();
                work.batch = Batch::default();
                self.work.clear_poison();
                Ok(work)
            }
        }
    }

    /// Decides rows in its memory; the last answer to a record stays.
    pub(crate) fn with_rows(&self, decide: impl FnOnce(&mut Rows<'static>)) -> raw::Result<()> {
        let mut work = self.work().map_err(|_| kessai_error::busy())?;
        decide(&mut work.rows);
        Ok(())
    }

    /// What reads its records, with a place for texts.
    pub(super) fn reader<'a>(&'a self, texts: &'a Bump) -> Reader<'a> {
        Reader { company: &self.company, charset: self.charset, texts, record: "", ahead: 0 }
    }

    pub(super) fn writer(&self) -> Writer {
        Writer { charset: self.charset }
    }
}

/// A request that says nothing, about a company of its own.
fn empty(company: &Company) -> Resolved<'static> {
    let nothing = Request::default();
    match company.resolve(&nothing) {
        Ok(resolved) => resolved.into_owned(),
        // What says nothing names nothing that there is not.
        Err(_) => unreachable!("a request that says nothing is looked up"),
    }
}

impl Work {
    /// Nothing is answered any more.
    fn forget(&mut self) {
        self.no_answer = Some(NoAnswer::Call(kessai_status::NotBegun));
        self.index = None;
        self.usage = None;
        self.stored = Stored::default();
    }

    /// A place for texts that is nobody's yet.
    pub fn fresh(&mut self) -> Bump {
        self.forget();
        Bump::new()
    }

    /// Keeps the answer to an event.
    pub fn answered(&mut self, verdict: Verdict<'static>, usage: Vec<kessai_record_usage>, stored: Stored) {
        (self.verdict, self.usage, self.stored) = (verdict, Some(usage), stored);
        self.no_answer = None;
    }

    /// Decides a request that is read from records.
    pub fn decide(
        &mut self,
        session: &kessai_session,
        read: impl for<'a> FnOnce(Reader<'a>, &mut Request<'a>) -> Read<()>,
    ) -> Result<(), NoAnswer> {
        self.forget();
        self.texts.reset();
        let Self { texts, request: husk, resolved, verdict, .. } = self;
        let reader =
            Reader { company: &session.company, charset: session.charset, texts, record: "", ahead: 0 };
        let mut request = emptied(std::mem::take(husk));
        let looked_up = read(reader, &mut request)
            .map_err(NoAnswer::from)
            .and_then(|()| Ok(session.company.resolve_into_owned(&request, resolved)?));
        *husk = emptied(request);
        looked_up?;
        resolved.decide(verdict);
        self.no_answer = None;
        Ok(())
    }

    /// What reads a record that is added, and the batch.
    pub fn adding<'w>(&'w mut self, session: &'w kessai_session) -> (Reader<'w>, &'w mut Batch) {
        self.texts.reset();
        let Self { texts, batch, .. } = self;
        (session.reader(texts), batch)
    }

    /// Keeps why there is no answer, to be told as a text.
    pub fn keep(&mut self, no_answer: NoAnswer) {
        self.forget();
        self.no_answer = Some(no_answer);
    }

    /// The last answer, if there is one.
    pub fn answer(&self) -> Option<&Verdict<'static>> {
        self.no_answer.is_none().then_some(&self.verdict)
    }
}

/// A request that says nothing, in the memory of another's lists.
fn emptied<'b>(request: Request<'_>) -> Request<'b> {
    let approvers = request.order.and_then(|order| order.approvers).map(emptied_list);
    Request {
        lines: emptied_list(request.lines),
        approvers: emptied_list(request.approvers),
        usage: emptied_list(request.usage),
        access: emptied_list(request.access),
        order: approvers.map(|approvers| OrderFacts { approvers: Some(approvers), ..OrderFacts::default() }),
        ..Request::default()
    }
}

/// An empty list in the memory of another, whose elements are of the same type but for how long they live.
fn emptied_list<A, B>(list: Vec<A>) -> Vec<B> {
    list.into_iter().map_while(|_| None).collect()
}
