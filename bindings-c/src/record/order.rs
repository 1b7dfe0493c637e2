//! Items that a host keeps: from their records, and back.

use kessai::order::{OrderAlternative, OrderApproval, OrderStep};
use kessai::request::{RequestUsage, Text, Typed};
use kessai::terms::{Act, ApprovalMode, Bearer, Entry, PayeeKind, State};
use kessai::{Currency, Order, Request, RequestLine};

use crate::record::field::{Digits, N, X};
use crate::record::layout::words::Numbered;
use crate::record::layout::{
    kessai_record_alternative, kessai_record_approval, kessai_record_item, kessai_record_order,
    kessai_record_order_step, kessai_record_usage,
};
use crate::record::read::{Read, Reader, Wrong, at};
use crate::record::usage::whose_of;
use crate::record::write::{NoRoom, Writer, count};

impl<'a> Reader<'a> {
    /// The item of a record; none where it says that there is none. `lines` are those of a batch as the host has stored them, which
    /// are as many as the record says; none where others are typed in their place.
    pub fn order(
        self,
        record: &kessai_record_order,
        lines: Option<Vec<RequestLine<'a>>>,
    ) -> Read<Option<Order<'a>>> {
        let own = self.of::<kessai_record_order>();
        let state = own.stated::<State, 2>(&record.state, at!(kessai_record_order, state))?;
        let revision = own.whole(&record.revision, at!(kessai_record_order, revision))?.unwrap_or(0);
        let items_at = at!(kessai_record_order, items);
        let items = own.count(&record.items, usize::MAX, items_at)?;
        // Lines that were left out or mixed up would be approved as another batch. Where there is no item yet, none can be its own.
        if lines.as_ref().is_some_and(|lines| lines.len() != items) {
            return Err(own.fault(items_at, Wrong::Value));
        }
        let lines = lines.unwrap_or_default();
        let Some(state) = state else {
            // An item that has lost its state is none that may be made anew.
            let is_none = revision == 0 && items == 0;
            return if is_none {
                Ok(None)
            } else {
                Err(own.fault(at!(kessai_record_order, state), Wrong::Value))
            };
        };
        let mut content = Request {
            account: own.text(&record.account, at!(kessai_record_order, account))?,
            value_date: own.day(&record.value_date, at!(kessai_record_order, value_date))?,
            entry: own.choice::<Entry, 1>(&record.entry, at!(kessai_record_order, entry))?,
            sender_name: own.text(&record.sender_name, at!(kessai_record_order, sender_name))?,
            sender_code: own.text(&record.sender_code, at!(kessai_record_order, sender_code))?,
            lines,
            ..Request::default()
        };
        own.row::<kessai_record_item>(at!(kessai_record_order, item), 0)
            .line(&record.item, &mut content.single)?;
        let business = own.text(&record.business, at!(kessai_record_order, business))?.unwrap_or_default();
        // Whose limits an item counts for, where an entry names nobody.
        let named = Request {
            business: Some(business.clone()),
            account: content.account.clone(),
            ..Request::default()
        };
        let mut approvers = Vec::new();
        own.texts_of(&record.approver, at!(kessai_record_order, approver), &mut approvers)?;
        Ok(Some(Order {
            business,
            state,
            revision,
            at: own.text(&record.at, at!(kessai_record_order, at))?,
            requester: own.text(&record.requester, at!(kessai_record_order, requester))?.unwrap_or_default(),
            mode: own.stated::<ApprovalMode, 1>(&record.mode, at!(kessai_record_order, mode))?,
            policy: own.text(&record.policy, at!(kessai_record_order, policy))?,
            alternatives: own.alternatives(record)?,
            approvers,
            approvals: own.approvals(record)?,
            deadline: own.text(&record.deadline, at!(kessai_record_order, deadline))?,
            counted: own.entries(
                (&record.counted, at!(kessai_record_order, counted)),
                (&record.counted_count, at!(kessai_record_order, counted_count)),
                &named,
            )?,
            spent: own.entries(
                (&record.spent, at!(kessai_record_order, spent)),
                (&record.spent_count, at!(kessai_record_order, spent_count)),
                &named,
            )?,
            content,
        }))
    }

    /// A whole number; none where nothing stands there.
    pub fn whole<const SIZE: usize>(self, field: &N<SIZE>, at: usize) -> Read<Option<u32>> {
        match field.read() {
            Digits::Missing => Ok(None),
            Digits::Value(value) => u32::try_from(value).map(Some).map_err(|_| self.fault(at, Wrong::Value)),
            Digits::Malformed => Err(self.fault(at, Wrong::Value)),
        }
    }

    fn entries(
        self,
        (rows, rows_at): (&[kessai_record_usage], usize),
        (counted, counted_at): (&N<2>, usize),
        named: &Request<'a>,
    ) -> Read<Vec<RequestUsage<'a>>> {
        let count = self.count(counted, rows.len(), counted_at)?;
        let rows = rows.iter().take(count).enumerate();
        rows.map(|(row, entry)| self.row::<kessai_record_usage>(rows_at, row).usage_entry(entry, named))
            .collect()
    }

    fn approvals(self, record: &kessai_record_order) -> Read<Vec<OrderApproval<'a>>> {
        let most = record.approval.len();
        let count = self.count(&record.approval_count, most, at!(kessai_record_order, approval_count))?;
        let rows = record.approval.iter().take(count).enumerate();
        rows.map(|(row, approval)| {
            let own = self.row::<kessai_record_approval>(at!(kessai_record_order, approval), row);
            let groups_at = at!(kessai_record_approval, group_count);
            let groups = own.count(&approval.group_count, approval.group.len(), groups_at)?;
            let mut names = Vec::new();
            own.texts_of(&approval.group, at!(kessai_record_approval, group), &mut names)?;
            if names.len() != groups {
                return Err(own.fault(groups_at, Wrong::Value));
            }
            Ok(OrderApproval {
                user: own.text(&approval.user, at!(kessai_record_approval, user))?.unwrap_or_default(),
                at: own.text(&approval.at, at!(kessai_record_approval, at))?.unwrap_or_default(),
                second_channel: own
                    .flag(&approval.second_channel, at!(kessai_record_approval, second_channel))?,
                act: own.stated::<Act, 1>(&approval.act, at!(kessai_record_approval, act))?,
                groups: names,
            })
        })
        .collect()
    }

    fn alternatives(self, record: &kessai_record_order) -> Read<Vec<OrderAlternative<'a>>> {
        let most = record.alternative.len();
        let count =
            self.count(&record.alternative_count, most, at!(kessai_record_order, alternative_count))?;
        let rows = record.alternative.iter().take(count).enumerate();
        rows.map(|(row, alternative)| {
            let own = self.row::<kessai_record_alternative>(at!(kessai_record_order, alternative), row);
            let most = alternative.step.len();
            let steps =
                own.count(&alternative.step_count, most, at!(kessai_record_alternative, step_count))?;
            let steps = alternative.step.iter().take(steps).enumerate();
            Ok(OrderAlternative {
                ordered: own.flag(&alternative.ordered, at!(kessai_record_alternative, ordered))?,
                steps: steps.map(|(row, step)| own.step(row, step)).collect::<Read<_>>()?,
            })
        })
        .collect()
    }

    fn step(self, row: usize, step: &kessai_record_order_step) -> Read<OrderStep<'a>> {
        let own = self.row::<kessai_record_order_step>(at!(kessai_record_alternative, step), row);
        let act_at = at!(kessai_record_order_step, act);
        let count_at = at!(kessai_record_order_step, count);
        let act = own.stated::<Act, 1>(&step.act, act_at)?;
        let count = own.whole(&step.count, count_at)?.and_then(|count| u8::try_from(count).ok());
        Ok(OrderStep {
            act: act.ok_or_else(|| own.fault(act_at, Wrong::Value))?,
            group: own.text(&step.group, at!(kessai_record_order_step, group))?,
            count: count.ok_or_else(|| own.fault(count_at, Wrong::Value))?,
        })
    }
}

type Written = Result<(), NoRoom>;

fn fits(fits: bool) -> Written {
    if fits { Ok(()) } else { Err(NoRoom) }
}

/// A text that was read from digits: the digits again, or what stood there that were none.
fn typed<const SIZE: usize>(field: &mut N<SIZE>, text: &str) -> Written {
    let mut bytes = [b' '; SIZE];
    let place = bytes.get_mut(..text.len()).ok_or(NoRoom)?;
    place.copy_from_slice(text.as_bytes());
    field.0 = bytes;
    // Digits that fill the field would be read as a number, which they were not.
    fits(text.is_ascii() && (text.len() < SIZE || text.bytes().any(|byte| !byte.is_ascii_digit())))
}

fn day(field: &mut N<8>, text: &str) -> Written {
    match text.as_bytes() {
        [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] => {
            field.0 = [*y1, *y2, *y3, *y4, *m1, *m2, *d1, *d2];
            Ok(())
        }
        _ => typed(field, text),
    }
}

fn choice<T: Numbered, const SIZE: usize>(field: &mut N<SIZE>, text: &str) -> Written {
    match T::ALL.iter().find(|value| value.name() == text) {
        Some(value) => fits(field.put(value.number())),
        // A number that stands for nothing is refused again when it is read.
        None => match text.parse() {
            Ok(number) if number > 0 && T::of(number).is_none() => fits(field.put(number)),
            _ => typed(field, text),
        },
    }
}

impl Writer {
    fn optional<const SIZE: usize>(self, field: &mut X<SIZE>, text: Option<&Text<'_>>) -> Written {
        self.text(field, text.map(|text| &**text).unwrap_or_default())
    }

    /// An amount as an item keeps it: minor units of a currency, or what was typed that is none.
    fn amount_of(field: &mut N<18>, typed_amount: &Typed<'_>, currency: Currency) -> Written {
        let minor = match typed_amount {
            Typed::Text(text) => currency.parse(text),
            Typed::Number(token) => currency.parse_token(token),
            Typed::Minor(amount) => Some(*amount),
        };
        match minor.and_then(|minor| u64::try_from(minor).ok()) {
            Some(minor) => fits(field.put(minor)),
            None => typed(field, &typed_amount.to_string()),
        }
    }

    /// An item into a blank record.
    pub fn order(self, order: &Order<'_>, currency: Currency, record: &mut kessai_record_order) -> Written {
        self.text(&mut record.business, &order.business)?;
        fits(record.state.put(order.state.number()))?;
        fits(record.revision.put(u64::from(order.revision)))?;
        self.optional(&mut record.at, order.at.as_ref())?;
        self.text(&mut record.requester, &order.requester)?;
        if let Some(mode) = order.mode {
            fits(record.mode.put(mode.number()))?;
        }
        self.optional(&mut record.policy, order.policy.as_ref())?;
        self.texts(&mut record.approver, &order.approvers)?;
        count(&mut record.approval_count, order.approvals.len())?;
        self.rows(&mut record.approval, &order.approvals, |row, approval| {
            self.text(&mut row.user, &approval.user)?;
            self.text(&mut row.at, &approval.at)?;
            if approval.second_channel {
                row.second_channel = X::yes();
            }
            if let Some(act) = approval.act {
                fits(row.act.put(act.number()))?;
            }
            count(&mut row.group_count, approval.groups.len())?;
            self.texts(&mut row.group, &approval.groups)
        })?;
        count(&mut record.alternative_count, order.alternatives.len())?;
        self.rows(&mut record.alternative, &order.alternatives, |row, alternative| {
            if alternative.ordered {
                row.ordered = X::yes();
            }
            count(&mut row.step_count, alternative.steps.len())?;
            self.rows(&mut row.step, &alternative.steps, |row, step| {
                fits(row.act.put(step.act.number()))?;
                self.optional(&mut row.group, step.group.as_ref())?;
                fits(row.count.put(u64::from(step.count)))
            })
        })?;
        self.optional(&mut record.deadline, order.deadline.as_ref())?;
        count(&mut record.counted_count, order.counted.len())?;
        self.rows(&mut record.counted, &order.counted, |row, entry| self.entry(entry, currency, row))?;
        count(&mut record.spent_count, order.spent.len())?;
        self.rows(&mut record.spent, &order.spent, |row, entry| self.entry(entry, currency, row))?;
        count(&mut record.items, order.content.lines.len())?;
        self.content(&order.content, currency, record)
    }

    fn content(self, content: &Request<'_>, currency: Currency, record: &mut kessai_record_order) -> Written {
        self.optional(&mut record.account, content.account.as_ref())?;
        if let Some(text) = &content.value_date {
            day(&mut record.value_date, text)?;
        }
        if let Some(text) = &content.entry {
            choice::<Entry, 1>(&mut record.entry, text)?;
        }
        self.optional(&mut record.sender_name, content.sender_name.as_ref())?;
        self.optional(&mut record.sender_code, content.sender_code.as_ref())?;
        self.line(&content.single, currency, &mut record.item)
    }

    /// A payee and what is paid to him, as an item keeps them. A number that nobody typed is blank and no zero.
    pub fn line(self, line: &RequestLine<'_>, currency: Currency, row: &mut kessai_record_item) -> Written {
        (row.payment, row.typed_fee) = (N([b' '; 18]), N([b' '; 18]));
        if let Some(text) = &line.payee_kind {
            choice::<PayeeKind, 1>(&mut row.payee_kind, text)?;
        }
        self.optional(&mut row.bank, line.bank.as_ref())?;
        self.optional(&mut row.branch, line.branch.as_ref())?;
        self.optional(&mut row.account_type, line.account_type.as_ref())?;
        self.optional(&mut row.number, line.number.as_ref())?;
        self.optional(&mut row.name, line.name.as_ref())?;
        if let Some(text) = &line.registered_on {
            day(&mut row.registered_on, text)?;
        }
        if let Some(text) = &line.registered_at {
            self.instant(&mut row.registered_at, text)?;
        }
        if line.document {
            row.document = X::yes();
        }
        if let Some(payment) = &line.payment {
            Self::amount_of(&mut row.payment, payment, currency)?;
        }
        if let Some(text) = &line.bearer {
            choice::<Bearer, 1>(&mut row.bearer, text)?;
        }
        if let Some(fee) = &line.typed_fee {
            Self::amount_of(&mut row.typed_fee, fee, currency)?;
        }
        self.optional(&mut row.pattern, line.pattern.as_ref())?;
        self.optional(&mut row.edi, line.edi.as_ref())
    }

    /// An instant as the clock of a record has it; what is none as it was typed.
    fn instant(self, field: &mut X<21>, text: &str) -> Written {
        match text.as_bytes() {
            [
                y1,
                y2,
                y3,
                y4,
                b'-',
                m1,
                m2,
                b'-',
                d1,
                d2,
                b'T',
                h1,
                h2,
                b':',
                n1,
                n2,
                b':',
                s1,
                s2,
                sign,
                o1,
                o2,
                b':',
                p1,
                p2,
            ] => {
                let all = [
                    *y1, *y2, *y3, *y4, *m1, *m2, *d1, *d2, *h1, *h2, *n1, *n2, *s1, *s2, b'0', b'0', *sign,
                    *o1, *o2, *p1, *p2,
                ];
                fits(field.put(&all))
            }
            _ => self.text(field, text),
        }
    }

    fn texts<const SIZE: usize>(self, fields: &mut [X<SIZE>], texts: &[Text<'_>]) -> Written {
        self.rows(fields, texts, |field, text| self.text(field, text))
    }

    /// Fills as many rows as there are values; more than there are rows have no room.
    fn rows<T, V>(
        self,
        rows: &mut [T],
        values: &[V],
        mut fill: impl FnMut(&mut T, &V) -> Written,
    ) -> Written {
        fits(values.len() <= rows.len())?;
        rows.iter_mut().zip(values).try_for_each(|(row, value)| fill(row, value))
    }

    /// An entry of usage as texts.
    pub fn entry(
        self,
        entry: &RequestUsage<'_>,
        currency: Currency,
        row: &mut kessai_record_usage,
    ) -> Written {
        self.text(&mut row.limit, &entry.limit)?;
        let (whose, kind) = whose_of(entry);
        self.text(&mut row.whose, whose)?;
        fits(row.kind.put(kind))?;
        day(&mut row.day, &entry.day)?;
        // A number of items has no decimals, whatever the currency has.
        let is_whole = matches!(&entry.used, Typed::Text(text) | Typed::Number(text) if !text.contains('.'));
        let whole = Currency::from_code("JPY").filter(|_| is_whole && currency.parse("1").is_none());
        Self::amount_of(&mut row.used, &entry.used, whole.unwrap_or(currency))
    }
}
