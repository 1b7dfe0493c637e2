//! From records to requests.
//!
//! What a person types goes on to the engine as it stands, which has a reason for what is malformed. What a host states and
//! nobody understands is no answer, and so is a character that the session's set does not have.

use bumpalo::Bump;
use kessai::request::{AccessValue, OrderFacts, Target, Text, Typed};
use kessai::terms::{Operation, State};
use kessai::{Company, Request, RequestLine};

use crate::record::charset::Charset;
use crate::record::field::{Digits, N, X};
use crate::record::layout::words::Numbered;
use crate::record::layout::{
    Laid, kessai_record_access, kessai_record_attribute, kessai_record_item, kessai_record_request,
    kessai_record_usage,
};
use crate::record::usage;

/// A field of a record that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// What is wrong with it.
    pub wrong: Wrong,
    /// The record, such as `KSQ`.
    pub record: &'static str,
    /// Where the field begins, from 1.
    pub at: usize,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// It has a character that the set does not have.
    Character,
    /// It is none of its values.
    Value,
    /// There is no operation of that number.
    Operation,
}

pub(crate) type Read<T> = Result<T, Fault>;

/// Where a field of a record begins, from 1.
macro_rules! at {
    ($record:ident, $field:ident) => {
        std::mem::offset_of!($record, $field).saturating_add(1)
    };
}

pub(super) use at;

/// Reads the records of one call.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub company: &'a Company,
    pub charset: Charset,
    /// Where texts are kept that do not stand in the record as they are.
    pub texts: &'a Bump,
    /// The record that is read, such as `KSQ`.
    pub record: &'static str,
    /// How many bytes of it are ahead of the fields that are read.
    pub ahead: usize,
}

impl<'a> Reader<'a> {
    /// The same for another record.
    pub fn of<T: Laid>(self) -> Self {
        Self { record: T::LAYOUT.cobol.get(..3).unwrap_or_default(), ahead: 0, ..self }
    }

    /// The same for one row of a table that begins at a place, from 1.
    pub fn row<T>(self, at: usize, row: usize) -> Self {
        let before = at.saturating_sub(1).saturating_add(row.saturating_mul(size_of::<T>()));
        Self { ahead: self.ahead.saturating_add(before), ..self }
    }

    pub fn fault(self, at: usize, wrong: Wrong) -> Fault {
        Fault { wrong, record: self.record, at: self.ahead.saturating_add(at) }
    }

    /// The text of a field; none where nothing stands there.
    #[inline]
    pub fn text<const SIZE: usize>(self, field: &X<SIZE>, at: usize) -> Read<Option<Text<'a>>> {
        Ok(self.str(field.bytes(), at)?.map(Text::from))
    }

    #[inline]
    pub fn str(self, bytes: &[u8], at: usize) -> Read<Option<&'a str>> {
        if bytes.is_empty() {
            return Ok(None);
        }
        let text = self.charset.decode(bytes, self.texts);
        text.map(Some).ok_or_else(|| self.fault(at, Wrong::Character))
    }

    /// A text of digits as it stands there, for the engine to refuse.
    fn raw(self, bytes: &[u8], at: usize) -> Read<Text<'a>> {
        Ok(self.str(bytes, at)?.unwrap_or_default().into())
    }

    /// A day as the engine reads it; none where there is nothing, or zeros.
    #[inline]
    pub fn day(self, field: &N<8>, at: usize) -> Read<Option<Text<'a>>> {
        match field.read().choice() {
            Digits::Missing => Ok(None),
            Digits::Malformed => self.raw(field.whole(), at).map(Some),
            Digits::Value(_) => {
                let [y1, y2, y3, y4, m1, m2, d1, d2] = *field.whole();
                Ok(Some(self.ascii(&[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2]).into()))
            }
        }
    }

    /// An instant as `FUNCTION CURRENT-DATE` gives it.
    #[inline]
    pub fn instant(self, field: &X<21>, at: usize) -> Read<Option<Text<'a>>> {
        let [y1, y2, y3, y4, m1, m2, d1, d2, h1, h2, n1, n2, s1, s2, c1, c2, sign, o1, o2, p1, p2] =
            *field.whole();
        let digits = [y1, y2, y3, y4, m1, m2, d1, d2, h1, h2, n1, n2, s1, s2, c1, c2, o1, o2, p1, p2];
        if !digits.iter().all(u8::is_ascii_digit) || !matches!(sign, b'+' | b'-') {
            return self.text(field, at);
        }
        let text = [
            y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', n1, n2, b':', s1, s2, sign, o1,
            o2, b':', p1, p2,
        ];
        Ok(Some(self.ascii(&text).into()))
    }

    /// Keeps digits and what stands between them.
    fn ascii(self, bytes: &[u8]) -> &'a str {
        std::str::from_utf8(bytes).map_or("", |text| self.texts.alloc_str(text))
    }

    /// An amount in minor units; none where there is nothing.
    #[inline]
    pub fn amount(self, field: &N<18>, at: usize) -> Read<Option<Typed<'a>>> {
        match field.read() {
            Digits::Missing => Ok(None),
            // Eighteen digits are less than an i64 has.
            Digits::Value(value) => Ok(i64::try_from(value).ok().map(Typed::Minor)),
            Digits::Malformed => self.raw(field.whole(), at).map(|text| Some(Typed::Text(text))),
        }
    }

    /// A choice that a person makes, by its name; what is none of them goes on as it stands.
    #[inline]
    pub fn choice<T: Numbered, const SIZE: usize>(
        self,
        field: &N<SIZE>,
        at: usize,
    ) -> Read<Option<Text<'a>>> {
        match field.read().choice() {
            Digits::Missing => Ok(None),
            Digits::Value(number) if T::of(number).is_some() => {
                Ok(T::of(number).map(|value| value.name().into()))
            }
            Digits::Value(_) | Digits::Malformed => self.raw(field.whole(), at).map(Some),
        }
    }

    /// A choice that a host states.
    pub fn stated<T: Numbered, const SIZE: usize>(self, field: &N<SIZE>, at: usize) -> Read<Option<T>> {
        match field.read().choice() {
            Digits::Missing => Ok(None),
            Digits::Value(number) => T::of(number).map(Some).ok_or_else(|| self.fault(at, Wrong::Value)),
            Digits::Malformed => Err(self.fault(at, Wrong::Value)),
        }
    }

    /// `Y` or nothing; `N` says no as well.
    #[inline]
    pub fn flag(self, field: &X<1>, at: usize) -> Read<bool> {
        match field.bytes() {
            b"" | b"N" => Ok(false),
            b"Y" => Ok(true),
            _ => Err(self.fault(at, Wrong::Value)),
        }
    }

    /// How many rows of a table are used.
    #[inline]
    pub fn count<const SIZE: usize>(self, field: &N<SIZE>, max: usize, at: usize) -> Read<usize> {
        let number = match field.read() {
            Digits::Missing => Some(0),
            Digits::Value(number) => usize::try_from(number).ok().filter(|number| *number <= max),
            Digits::Malformed => None,
        };
        number.ok_or_else(|| self.fault(at, Wrong::Value))
    }

    /// Texts of a table, but for those that are not there.
    pub fn texts_of<const SIZE: usize, const ROWS: usize>(
        self,
        fields: &[X<SIZE>; ROWS],
        at: usize,
        into: &mut Vec<Text<'a>>,
    ) -> Read<()> {
        for (row, field) in fields.iter().enumerate() {
            let at = at.saturating_add(row.saturating_mul(SIZE));
            if let Some(text) = self.text(field, at)? {
                into.push(text);
            }
        }
        Ok(())
    }
}

impl<'a> Reader<'a> {
    /// Puts what a record says into a request, which has nothing in it but the memory of its lists.
    pub fn request(self, record: &kessai_record_request, request: &mut Request<'a>) -> Read<()> {
        let own = self.of::<kessai_record_request>();
        request.user = own.text(&record.user, at!(kessai_record_request, user))?;
        request.business = own.text(&record.business, at!(kessai_record_request, business))?;
        request.account = own.text(&record.account, at!(kessai_record_request, account))?;
        own.operation(&record.operation, at!(kessai_record_request, operation), request)?;
        request.group = own.text(&record.group, at!(kessai_record_request, group))?;
        request.now = own.instant(&record.now, at!(kessai_record_request, now))?;
        request.value_date = own.day(&record.value_date, at!(kessai_record_request, value_date))?;
        request.entry =
            own.choice::<kessai::terms::Entry, 1>(&record.entry, at!(kessai_record_request, entry))?;
        request.sender_name = own.text(&record.sender_name, at!(kessai_record_request, sender_name))?;
        request.sender_code = own.text(&record.sender_code, at!(kessai_record_request, sender_code))?;
        own.texts_of(&record.approver, at!(kessai_record_request, approver), &mut request.approvers)?;
        own.usage_rows(record, request)?;
        request.order = own.facts(record)?;
        request.target = own.target(record)?;
        Ok(())
    }

    /// An operation that every bank has, or, by the numbers behind those, one of the bank's own.
    fn operation(self, field: &N<2>, at: usize, request: &mut Request<'a>) -> Read<()> {
        let wrong = |fault: Fault| Fault { wrong: Wrong::Operation, ..fault };
        if let Digits::Value(number) = field.read()
            && let Ok(number) = usize::try_from(number)
            && let Some(own) = number.checked_sub(Operation::ALL.len().saturating_add(1))
        {
            let key = self.company.service().own_operations().nth(own);
            request.own_operation = Some(key.ok_or_else(|| wrong(self.fault(at, Wrong::Operation)))?.into());
            return Ok(());
        }
        request.operation = self.stated::<Operation, 2>(field, at).map_err(wrong)?;
        Ok(())
    }

    /// The entries of usage that a request's table has.
    pub fn table(self, record: &kessai_record_request) -> Read<&[kessai_record_usage]> {
        let own = self.of::<kessai_record_request>();
        let most = record.usage.len();
        let count = own.count(&record.usage_count, most, at!(kessai_record_request, usage_count))?;
        Ok(record.usage.get(..count).unwrap_or_default())
    }

    fn usage_rows(self, record: &kessai_record_request, request: &mut Request<'a>) -> Read<()> {
        for (row, entry) in self.table(record)?.iter().enumerate() {
            let own = self.row::<kessai_record_usage>(at!(kessai_record_request, usage), row);
            let entry = own.usage_entry(entry, request)?;
            request.usage.push(entry);
        }
        Ok(())
    }

    /// One entry of usage; whom it does not name is whom the request does.
    pub fn usage_entry(
        self,
        entry: &kessai_record_usage,
        request: &Request<'a>,
    ) -> Read<kessai::request::RequestUsage<'a>> {
        let limit = self.text(&entry.limit, at!(kessai_record_usage, limit))?.unwrap_or_default();
        let whose = self.text(&entry.whose, at!(kessai_record_usage, whose))?;
        let day = self.day(&entry.day, at!(kessai_record_usage, day))?.unwrap_or_default();
        let used = self.amount(&entry.used, at!(kessai_record_usage, used))?.unwrap_or_default();
        let kind_at = at!(kessai_record_usage, kind);
        let kind = super::number(entry.kind.read()).and_then(|kind| usage::bearer(kind).ok());
        let kind = kind.ok_or_else(|| self.fault(kind_at, Wrong::Value))?;
        Ok(usage::entry(self.company, request, limit, (kind, whose), (day, used)))
    }

    /// What is known of an existing item; none where nothing is.
    fn facts(self, record: &kessai_record_request) -> Read<Option<OrderFacts<'a>>> {
        let mut facts = OrderFacts {
            requester: self.text(&record.item_requester, at!(kessai_record_request, item_requester))?,
            state: self
                .stated::<State, 2>(&record.item_state, at!(kessai_record_request, item_state))?
                .map(Text::from),
            payee_kind: self
                .stated::<kessai::terms::PayeeKind, 1>(
                    &record.item_payee_kind,
                    at!(kessai_record_request, item_payee_kind),
                )?
                .map(Text::from),
            entry: self
                .stated::<kessai::terms::Entry, 1>(
                    &record.item_entry,
                    at!(kessai_record_request, item_entry),
                )?
                .map(Text::from),
            counted: self.flag(&record.counted, at!(kessai_record_request, counted))?,
            counted_on: self.day(&record.counted_on, at!(kessai_record_request, counted_on))?,
            business: self.text(&record.item_business, at!(kessai_record_request, item_business))?,
            approvers: None,
        };
        let known =
            self.flag(&record.item_approvers_known, at!(kessai_record_request, item_approvers_known))?;
        let mut approvers = Vec::new();
        self.texts_of(&record.item_approver, at!(kessai_record_request, item_approver), &mut approvers)?;
        if known || !approvers.is_empty() {
            facts.approvers = Some(approvers);
        }
        Ok(Some(facts).filter(|facts| *facts != OrderFacts::default()))
    }

    fn target(self, record: &kessai_record_request) -> Read<Option<Target<'a>>> {
        let target = Target {
            user: self.text(&record.target_user, at!(kessai_record_request, target_user))?,
            certificate_state: self
                .stated::<kessai::terms::CertificateState, 1>(
                    &record.target_certificate,
                    at!(kessai_record_request, target_certificate),
                )?
                .map(Text::from),
            one_time_password_state: self
                .stated::<kessai::terms::OneTimePasswordState, 1>(
                    &record.target_password,
                    at!(kessai_record_request, target_password),
                )?
                .map(Text::from),
        };
        Ok(Some(target).filter(|target| *target != Target::default()))
    }

    /// A payee, and what is paid to him.
    #[inline]
    pub fn item(self, record: &kessai_record_item, line: &mut RequestLine<'a>) -> Read<()> {
        self.of::<kessai_record_item>().line(record, line)
    }

    /// The same within another record.
    #[inline]
    pub fn line(self, record: &kessai_record_item, line: &mut RequestLine<'a>) -> Read<()> {
        let own = self;
        line.payee_kind = own
            .choice::<kessai::terms::PayeeKind, 1>(&record.payee_kind, at!(kessai_record_item, payee_kind))?;
        line.bank = own.text(&record.bank, at!(kessai_record_item, bank))?;
        line.branch = own.text(&record.branch, at!(kessai_record_item, branch))?;
        line.account_type = own.text(&record.account_type, at!(kessai_record_item, account_type))?;
        line.number = own.text(&record.number, at!(kessai_record_item, number))?;
        line.name = own.text(&record.name, at!(kessai_record_item, name))?;
        line.registered_on = own.day(&record.registered_on, at!(kessai_record_item, registered_on))?;
        line.registered_at = own.instant(&record.registered_at, at!(kessai_record_item, registered_at))?;
        line.document = own.flag(&record.document, at!(kessai_record_item, document))?;
        line.payment = own.amount(&record.payment, at!(kessai_record_item, payment))?;
        line.bearer =
            own.choice::<kessai::terms::Bearer, 1>(&record.bearer, at!(kessai_record_item, bearer))?;
        line.typed_fee = own.amount(&record.typed_fee, at!(kessai_record_item, typed_fee))?;
        line.pattern = own.text(&record.pattern, at!(kessai_record_item, pattern))?;
        line.edi = own.text(&record.edi, at!(kessai_record_item, edi))?;
        Ok(())
    }

    /// What the host knows of the visitor.
    pub fn access(
        self,
        record: &kessai_record_access,
        into: &mut Vec<(Text<'a>, AccessValue<'a>)>,
    ) -> Read<()> {
        let own = self.of::<kessai_record_access>();
        let most = record.attribute.len();
        let count = own.count(&record.count, most, at!(kessai_record_access, count))?;
        for (row, attribute) in record.attribute.iter().take(count).enumerate() {
            let own = own.row::<kessai_record_attribute>(at!(kessai_record_access, attribute), row);
            let name = own.text(&attribute.name, at!(kessai_record_attribute, name))?;
            let value_at = at!(kessai_record_attribute, value);
            let text = own.text(&attribute.value, value_at)?.unwrap_or_default();
            let value = match attribute.kind.bytes() {
                b"T" => AccessValue::Text(text),
                b"N" => AccessValue::Number(text),
                b"S" => AccessValue::Set(text.split(',').map(|word| Text::from(word.to_owned())).collect()),
                b"F" => AccessValue::Flag(own.flag(&X::of(attribute.value.bytes()), value_at)?),
                _ => return Err(own.fault(at!(kessai_record_attribute, kind), Wrong::Value)),
            };
            into.push((name.unwrap_or_default(), value));
        }
        Ok(())
    }
}
