//! The record functions of the header.

use crate::kessai_status;
use crate::raw::{self, Area, Lent, guard};
use crate::record::code;
use crate::record::layout::words::ReturnCode;
use crate::record::layout::{
    kessai_record_access, kessai_record_item, kessai_record_request, kessai_record_row, kessai_record_text,
    kessai_record_verdict,
};
use crate::record::session::{Work, kessai_session};
use crate::record::turned::{Turned, turned};
use crate::record::write::NoAnswer;

mod batch;
mod life;
mod session;

pub use batch::*;
pub use life::*;
pub use session::*;

/// What a call returns that has no answer.
const NO_ANSWER: i32 = code(ReturnCode::NoAnswer);

/// A record that the caller must give.
pub(super) fn required<'a, T>(record: Lent<'a, T>) -> Result<&'a T, NoAnswer> {
    record.value().ok_or(NoAnswer::Call(kessai_status::NullArgument))
}

/// Runs a call that has no verdict.
pub(super) fn run(
    session: Lent<'_, kessai_session>,
    call: impl FnOnce(&kessai_session, &mut Work) -> Result<ReturnCode, NoAnswer>,
) -> i32 {
    guard(NO_ANSWER, || {
        let Some(session) = session.value() else { return NO_ANSWER };
        let Ok(mut work) = session.work() else { return NO_ANSWER };
        match call(session, &mut work) {
            Ok(done) => code(done),
            Err(no_answer) => {
                work.keep(no_answer);
                NO_ANSWER
            }
        }
    })
}

/// Runs a call that fills a verdict: the area is blanked first, and says that there is no answer until there is one. Where it
/// overlaps what is read, nothing is written at all.
pub(super) fn run_verdict(
    session: Lent<'_, kessai_session>,
    verdict: Area<'_, kessai_record_verdict>,
    inputs: &[raw::Span],
    call: impl FnOnce(&kessai_session, &mut Work, &mut kessai_record_verdict) -> Result<ReturnCode, NoAnswer>,
) -> i32 {
    guard(NO_ANSWER, || {
        if !verdict.is_apart(inputs) {
            return NO_ANSWER;
        }
        let Some(area) = verdict.get() else { return NO_ANSWER };
        let Some(session) = session.value() else {
            *area = kessai_record_verdict::BLANK;
            NoAnswer::Call(kessai_status::NullArgument).write(area);
            return NO_ANSWER;
        };
        let back = session.charset.back();
        let mut work = match session.work() {
            Ok(work) => work,
            Err(busy) => {
                *area = kessai_record_verdict::BLANK;
                busy.write(area);
                turn(area, back);
                return NO_ANSWER;
            }
        };
        if back.is_none() {
            return fill(session, &mut work, area, call);
        }
        *area = turned_no_answer(back);
        let mut own = std::mem::replace(&mut work.area, Box::new(kessai_record_verdict::BLANK));
        let done = fill(session, &mut work, &mut own, call);
        *area = *own;
        turn(area, back);
        work.area = own;
        done
    })
}

/// A verdict in which nothing is said, in one place, so that it is copied at once and not made anew field by field.
static NOTHING: kessai_record_verdict = kessai_record_verdict::BLANK;

/// Fills an area in the set that is written.
fn fill(
    session: &kessai_session,
    work: &mut Work,
    area: &mut kessai_record_verdict,
    call: impl FnOnce(&kessai_session, &mut Work, &mut kessai_record_verdict) -> Result<ReturnCode, NoAnswer>,
) -> i32 {
    area.clone_from(&NOTHING);
    let _fits = area.outcome.put(super::code_number(ReturnCode::NoAnswer));
    match call(session, work, area) {
        Ok(done) => {
            let _fits = area.outcome.put(super::code_number(done));
            code(done)
        }
        Err(no_answer) => {
            *area = kessai_record_verdict::BLANK;
            no_answer.write(area);
            work.keep(no_answer);
            NO_ANSWER
        }
    }
}

fn turned_no_answer(back: Option<&[u8; 256]>) -> kessai_record_verdict {
    let mut area = kessai_record_verdict::BLANK;
    let _fits = area.outcome.put(super::code_number(ReturnCode::NoAnswer));
    turn(&mut area, back);
    area
}

/// Turns a record into the session's set.
pub(super) fn turn<T: raw::Plain>(record: &mut T, table: Option<&[u8; 256]>) {
    if let Some(table) = table {
        *record = turned(record, table);
    }
}

impl kessai_session {
    /// A record of the caller's in the set that is read.
    pub(super) fn ascii<'a, T: raw::Plain>(&self, record: &'a T) -> Turned<'a, T> {
        Turned::new(record, self.charset.forth())
    }
}

/// Answers one request (`KSEVAL`, and with `access` `KSEVLA`): gives the outcome, which the verdict has as well. `item` may be NULL for
/// an operation without a payee, `access` where nothing is known of the visitor. Nothing is allocated once the session is warm.
///
/// The verdict is blanked and says that there is no answer before anything else is done. Where it overlaps a record that is read,
/// or is NULL, nothing is written.
///
/// # Safety
///
/// `session` is NULL or comes from this library and is not freed; the others are NULL or point to records, at any address, the last
/// one to be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_record_evaluate(
    session: *mut kessai_session,
    request: *const kessai_record_request,
    item: *const kessai_record_item,
    access: *const kessai_record_access,
    verdict: *mut kessai_record_verdict,
) -> i32 {
    // SAFETY: the caller's promise, passed on.
    let (session, request) = unsafe { (Lent::new("session", session), Lent::new("request", request)) };
    // SAFETY: the caller's promise, passed on.
    let (item, access) = unsafe { (Lent::new("item", item), Lent::new("access", access)) };
    // SAFETY: the caller's promise, passed on.
    let verdict = unsafe { Area::new(verdict) };
    let inputs = [request.span(), item.span(), access.span()];
    run_verdict(session, verdict, &inputs, |session, work, area| {
        let request = session.ascii(required(request)?);
        let item = item.value().map(|item| session.ascii(item));
        let access = access.value().map(|access| session.ascii(access));
        work.decide(session, |reader, into| {
            reader.request(&request, into)?;
            if let Some(item) = &item {
                reader.item(item, &mut into.single)?;
            }
            access.as_ref().map_or(Ok(()), |access| reader.access(access, &mut into.access))
        })?;
        Ok(session.writer().verdict(&work.verdict, area)?)
    })
}

/// Gives what the last verdict has more of than fits into it, one row a call (`KSNEXT`): set `what`, and `at` to 0; each call gives the
/// next and counts `at` up. Gives 0; 8 where there is no more, and the row stays as it is; 16 where there is no verdict, or the
/// row asks for nothing that there is.
///
/// # Safety
///
/// As for `kessai_record_evaluate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_record_next(
    session: *mut kessai_session,
    row: *mut kessai_record_row,
) -> i32 {
    // SAFETY: the caller's promise, passed on.
    let (session, row) = unsafe { (Lent::new("session", session), Area::new(row)) };
    guard(NO_ANSWER, || {
        let (Some(session), Some(area)) = (session.value(), row.get()) else { return NO_ANSWER };
        let Ok(mut work) = session.work() else { return NO_ANSWER };
        let mut own = *session.ascii(area);
        match work.next(session.writer(), &mut own) {
            Ok(true) => {
                turn(&mut own, session.charset.back());
                *area = own;
                code(ReturnCode::Done)
            }
            Ok(false) => code(ReturnCode::Incomplete),
            Err(_) => NO_ANSWER,
        }
    })
}

/// Gives a text for a person (`KSTEXT`): of a reason or a missing field of the last answer, or why there was none. Gives 0; 8 where there
/// is none, and the record stays as it is; 16 where the record asks for nothing that there is.
///
/// In sessions of `JISX0201` it is Shift_JIS, in those of EBCDIC Japanese is half-width kana, which has no kanji there.
///
/// # Safety
///
/// As for `kessai_record_evaluate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_record_person_text(
    session: *mut kessai_session,
    text: *mut kessai_record_text,
) -> i32 {
    // SAFETY: the caller's promise, passed on.
    let (session, text) = unsafe { (Lent::new("session", session), Area::new(text)) };
    guard(NO_ANSWER, || {
        let (Some(session), Some(area)) = (session.value(), text.get()) else { return NO_ANSWER };
        let Ok(work) = session.work() else { return NO_ANSWER };
        let mut own = *session.ascii(area);
        match work.text(session, &mut own) {
            Ok(true) => {
                turn(&mut own, session.charset.back());
                *area = own;
                code(ReturnCode::Done)
            }
            Ok(false) => code(ReturnCode::Incomplete),
            Err(_) => NO_ANSWER,
        }
    })
}

/// Gives the next of something, in the session's set.
pub(super) fn next<T: raw::Plain>(
    session: Lent<'_, kessai_session>,
    area: Area<'_, T>,
    mut own: T,
    fill: impl FnOnce(&mut Work, &kessai_session, &mut T) -> Result<bool, NoAnswer>,
) -> i32 {
    guard(NO_ANSWER, || {
        let (Some(session), Some(area)) = (session.value(), area.get()) else { return NO_ANSWER };
        let Ok(mut work) = session.work() else { return NO_ANSWER };
        match fill(&mut work, session, &mut own) {
            Ok(true) => {
                turn(&mut own, session.charset.back());
                *area = own;
                code(ReturnCode::Done)
            }
            Ok(false) => code(ReturnCode::Incomplete),
            Err(_) => NO_ANSWER,
        }
    })
}
