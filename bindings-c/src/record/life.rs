//! The life of an item through records.

use kessai::order::{Advanced, Event, Order};
use kessai::terms::EventKind;
use kessai::{Currency, Request, RequestLine};

use crate::kessai_status;
use crate::record::layout::words::ReturnCode;
use crate::record::layout::{
    kessai_record_access, kessai_record_event, kessai_record_item, kessai_record_order,
    kessai_record_request, kessai_record_usage, kessai_record_verdict,
};
use crate::record::read::{Read, Reader, Wrong, at};
use crate::record::session::{Work, kessai_session};
use crate::record::write::{NoAnswer, Writer, count};

/// What a changed item is made of beside its record, until the next call.
#[derive(Debug, Default)]
pub(super) struct Stored {
    /// The items of a batch, as the item keeps them that was given last.
    pub lines: Vec<RequestLine<'static>>,
    /// The items that a switch has made.
    pub created: Vec<Order<'static>>,
    /// How many of each were asked for.
    pub given: [usize; 2],
}

/// The records of one event.
#[derive(Clone, Copy)]
pub(super) struct Asked<'r> {
    pub order: &'r kessai_record_order,
    pub event: &'r kessai_record_event,
    pub request: &'r kessai_record_request,
    pub item: Option<&'r kessai_record_item>,
    pub access: Option<&'r kessai_record_access>,
}

impl<'a> Reader<'a> {
    /// The kind of an event, which there must be.
    fn kind(self, record: &kessai_record_event) -> Read<EventKind> {
        let own = self.of::<kessai_record_event>();
        let kind_at = at!(kessai_record_event, kind);
        let kind = own.stated::<EventKind, 2>(&record.kind, kind_at)?;
        kind.ok_or_else(|| own.fault(kind_at, Wrong::Value))
    }

    /// The event of a record, with what is typed where something is.
    fn event(
        self,
        asked: Asked<'_>,
        is_new: bool,
        typed: &Request<'a>,
        lines: Vec<RequestLine<'a>>,
    ) -> Read<Event<'a>> {
        let record = asked.event;
        let own = self.of::<kessai_record_event>();
        let now = own.instant(&record.now, at!(kessai_record_event, now))?.unwrap_or_default();
        let mut event = Event::new(self.kind(record)?, now);
        let revision = own.whole(&record.revision, at!(kessai_record_event, revision))?;
        // INITIALIZE leaves zeros. Of an item that there is they are a number that it never had, and are refused.
        event.revision = revision.filter(|revision| *revision > 0 || !is_new);
        event.user = own.text(&record.user, at!(kessai_record_event, user))?;
        event.group = own.text(&record.group, at!(kessai_record_event, group))?;
        event.business = own.text(&record.business, at!(kessai_record_event, business))?;
        event.to = own.text(&record.to, at!(kessai_record_event, to))?;
        own.texts_of(&record.approver, at!(kessai_record_event, approver), &mut event.approvers)?;
        if let Some(access) = asked.access {
            self.access(access, &mut event.access)?;
        }
        if own.flag(&record.typed, at!(kessai_record_event, typed))? {
            let mut content = Request {
                account: typed.account.clone(),
                value_date: typed.value_date.clone(),
                entry: typed.entry.clone(),
                sender_name: typed.sender_name.clone(),
                sender_code: typed.sender_code.clone(),
                lines,
                ..Request::default()
            };
            if let Some(item) = asked.item {
                self.item(item, &mut content.single)?;
            }
            event.content = Some(content);
        }
        Ok(event)
    }
}

impl Work {
    /// Applies an event; the item, the answer's record and what else is to be stored are written only where it is changed.
    pub fn advance(
        &mut self,
        session: &kessai_session,
        asked: Asked<'_>,
        order: &mut kessai_record_order,
        area: &mut kessai_record_verdict,
    ) -> Result<ReturnCode, NoAnswer> {
        let batch = self.batch.take()?;
        if batch.is_of_another(asked.request) {
            return Err(NoAnswer::Call(kessai_status::NotBegun));
        }
        let texts = self.fresh();
        let reader = session.reader(&texts);
        // Usage is that of the request, and what was added to the batch; whom it does not name is whom the event and the item do.
        let mut typed = Request::default();
        reader.request(asked.request, &mut typed)?;
        let lines = batch.lines(reader)?;
        // A switch makes its items of those that the batch has, whatever is typed beside.
        let replaces = asked.event.typed.bytes() == b"Y" && reader.kind(asked.event)? != EventKind::Switch;
        let (own, given) = if replaces { (Vec::new(), lines) } else { (lines, Vec::new()) };
        let kept = reader.order(asked.order, (!replaces).then_some(own))?;
        let event = reader.event(asked, kept.is_none(), &typed, given)?;
        let named = named(kept.as_ref(), &event);
        let mut usage = Vec::new();
        for entry in reader.table(asked.request)?.iter().chain(batch.usage()) {
            usage.push(reader.of::<kessai_record_request>().usage_entry(entry, &named)?);
        }
        let answer = session.company.advance(kept.as_ref(), &event, &usage)?;
        let writer = session.writer();
        let currency = session.company.service().currency();
        let done = writer.verdict(&answer.verdict(), area)?;
        count(&mut area.usage_count, answer.usage().len())?;
        let mut rows = Vec::with_capacity(answer.usage().len());
        for entry in answer.usage() {
            let mut row = kessai_record_usage::BLANK;
            writer.entry(entry, currency, &mut row)?;
            rows.push(row);
        }
        for (place, row) in area.usage.iter_mut().zip(&rows) {
            *place = *row;
        }
        let verdict = answer.verdict().into_owned();
        if answer.outcome() == Advanced::Changed {
            let mut changed = kessai_record_order::BLANK;
            let (kept, created, _) = answer.into_stored();
            let kept = kept.ok_or(NoAnswer::Call(kessai_status::Panic))?;
            writer.order(&kept, currency, &mut changed)?;
            has_room(writer, &kept, &created, currency)?;
            let stored = Stored {
                lines: kept.into_owned().content.lines,
                created: created.into_iter().map(Order::into_owned).collect(),
                given: [0; 2],
            };
            self.answered(verdict, rows, stored);
            *order = changed;
            return Ok(ReturnCode::Done);
        }
        self.answered(verdict, rows, Stored::default());
        Ok(done)
    }

    /// The next item of the changed batch, into a blank record; false at the end.
    pub fn next_line(
        &mut self,
        session: &kessai_session,
        row: &mut kessai_record_item,
    ) -> Result<bool, NoAnswer> {
        let currency = session.company.service().currency();
        let [lines, orders] = self.stored.given;
        let Some(line) = self.stored.lines.get(lines) else { return Ok(false) };
        session.writer().line(line, currency, row)?;
        self.stored.given = [lines.saturating_add(1), orders];
        Ok(true)
    }

    /// The next item that a switch has made, into a blank record; false at the end.
    pub fn next_order(
        &mut self,
        session: &kessai_session,
        row: &mut kessai_record_order,
    ) -> Result<bool, NoAnswer> {
        let currency = session.company.service().currency();
        let [_, orders] = self.stored.given;
        let Some(order) = self.stored.created.get_mut(orders) else { return Ok(false) };
        session.writer().order(order, currency, row)?;
        self.stored.lines = std::mem::take(&mut order.content.lines);
        self.stored.given = [0, orders.saturating_add(1)];
        Ok(true)
    }
}

/// Whether all that is to be stored beside the item's record has room in records, as nothing of it may be missing later.
fn has_room(
    writer: Writer,
    kept: &Order<'_>,
    created: &[Order<'_>],
    currency: Currency,
) -> Result<(), NoAnswer> {
    let (mut row, mut order) = (kessai_record_item::BLANK, kessai_record_order::BLANK);
    for line in kept.content.lines.iter().chain(created.iter().flat_map(|order| &order.content.lines)) {
        writer.line(line, currency, &mut row)?;
    }
    for made in created {
        writer.order(made, currency, &mut order)?;
    }
    Ok(())
}

/// Whom an entry of usage means that names nobody: the user of the event, the account and the business of the item.
fn named<'a>(order: Option<&Order<'a>>, event: &Event<'a>) -> Request<'a> {
    let typed = event.content.as_ref().and_then(|content| content.account.clone());
    Request {
        user: event.user.clone(),
        business: order.map(|order| order.business.clone()).or_else(|| event.business.clone()),
        account: typed.or_else(|| order.and_then(|order| order.content.account.clone())),
        ..Request::default()
    }
}
