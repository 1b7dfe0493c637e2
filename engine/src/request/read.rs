//! From JSON text to a request, in one pass.

use alloc::format;
use alloc::vec::Vec;

mod access;
mod facts;
mod usage;

use crate::json::{Kind, Scanner};
use crate::request::error::{Expected, Mistake};
use crate::request::fields::{
    ContentField, Fields, ItemField, PayeeField, RequestField, TargetField, TopField,
};
use crate::request::{Request, RequestError, RequestLine, RequestUsage, Target, Text, Typed};
use crate::terms::Operation;

pub(crate) use access::access;
use usage::read_usage;
pub(crate) use usage::usage;

/// Most bytes of a request.
pub(crate) const REQUEST_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Most bytes of a text in a request.
pub(crate) const TEXT_BYTES_MAX: usize = 1024;
/// Most items of a batch, whatever the bank allows.
pub(crate) const ITEMS_MAX: usize = 100_000;
/// Most entries of `usage`.
pub(crate) const USAGE_MAX: usize = 100_064;
/// Most named approvers.
pub(crate) const APPROVERS_MAX: usize = 16;

/// Most attributes of `access`: the declared ones and those that every bank has.
pub(crate) const ATTRIBUTES_MAX: usize = 96;

pub(crate) type Result<T> = core::result::Result<T, RequestError>;

impl<'r> Request<'r> {
    /// Reads a request.
    ///
    /// # Errors
    ///
    /// The text is no JSON, a field is unknown, stands twice or is of the wrong JSON type, the operation or entry of usage
    /// is none there is, or a list, text or the whole is longer than its bound (`docs/rules.md`, sections 3 and 11).
    pub fn from_json(text: &'r str) -> core::result::Result<Self, RequestError> {
        let mut request = Self::default();
        request.fill(text)?;
        Ok(request)
    }

    /// Reads a request into this one, which is empty.
    pub(crate) fn fill(&mut self, text: &'r str) -> core::result::Result<(), RequestError> {
        self.read(text)
    }

    /// Reads a request into this one, whose memory is used again.
    ///
    /// # Errors
    ///
    /// As [`Request::from_json`]; the request is then empty.
    pub fn read_json(&mut self, text: &'r str) -> core::result::Result<(), RequestError> {
        self.clear();
        let result = self.read(text);
        if result.is_err() {
            self.clear();
        }
        result
    }

    /// Says nothing any more, and keeps the memory of its lists.
    fn clear(&mut self) {
        // Each in its place, as the whole is hundreds of bytes to move.
        let Self {
            user,
            business,
            operation,
            own_operation,
            group,
            account,
            now,
            value_date,
            entry,
            single,
            lines,
            approvers,
            usage,
            order,
            access,
            target,
            sender_name,
            sender_code,
        } = self;
        for text in
            [user, business, own_operation, group, account, now, value_date, entry, sender_name, sender_code]
        {
            *text = None;
        }
        *operation = None;
        *single = RequestLine::default();
        lines.clear();
        approvers.clear();
        usage.clear();
        *order = None;
        access.clear();
        *target = None;
    }

    fn read(&mut self, text: &'r str) -> Result<()> {
        if text.len() > REQUEST_BYTES_MAX {
            return Err(RequestError::new(Mistake::RequestSize, []));
        }
        let mut scanner = Scanner::new(text);
        self.read_from(&mut scanner)?;
        scanner.end()?;
        Ok(())
    }

    /// Reads the request that comes into this one, which is empty.
    pub(crate) fn read_from(&mut self, scanner: &mut Scanner<'r>) -> Result<()> {
        object(scanner, |scanner, field| self.member(scanner, field))
    }

    /// Reads one field.
    #[inline(always)]
    pub(crate) fn member(&mut self, scanner: &mut Scanner<'r>, field: TopField) -> Result<()> {
        let field = match field {
            TopField::Own(field) => field,
            TopField::Item(field) => return item_field(&mut self.single, scanner, field),
        };
        match field {
            RequestField::User => return text(scanner, &mut self.user),
            RequestField::Business => return text(scanner, &mut self.business),
            RequestField::Operation => (self.operation, self.own_operation) = operation(scanner)?,
            RequestField::Group => return text(scanner, &mut self.group),
            RequestField::Account => return text(scanner, &mut self.account),
            RequestField::Now => return text(scanner, &mut self.now),
            RequestField::ValueDate => return text(scanner, &mut self.value_date),
            RequestField::Entry => return text(scanner, &mut self.entry),
            RequestField::Approvers => drop(read_names(scanner, &mut self.approvers)?),
            RequestField::Usage => {
                list(scanner, USAGE_MAX, |scanner, _| {
                    self.usage.push(RequestUsage::default());
                    self.usage.last_mut().map_or(Ok(()), |entry| read_usage(scanner, entry))
                })?;
            }
            RequestField::Items => {
                list(scanner, ITEMS_MAX, |scanner, _| {
                    self.lines.push(RequestLine::default());
                    let Some(line) = self.lines.last_mut() else { return Ok(()) };
                    object(scanner, |scanner, field| item_field(line, scanner, field))
                })?;
            }
            RequestField::Item => self.order = facts::item_facts(scanner)?,
            RequestField::Access => access(scanner, &mut self.access)?,
            RequestField::Target => self.target = target(scanner)?,
            RequestField::SenderName => return text(scanner, &mut self.sender_name),
            RequestField::SenderCode => return text(scanner, &mut self.sender_code),
        }
        Ok(())
    }

    /// Reads the object of what was typed (`docs/item.md`, section 3): those fields of a request, and no others.
    pub(crate) fn read_content(&mut self, scanner: &mut Scanner<'r>) -> Result<()> {
        self.single = RequestLine::default();
        object(scanner, |scanner, ContentField(field)| self.member(scanner, field))
    }
}

fn item_field<'r>(item: &mut RequestLine<'r>, scanner: &mut Scanner<'r>, field: ItemField) -> Result<()> {
    match field {
        ItemField::Payee => return payee(item, scanner),
        ItemField::Payment => item.payment = typed(scanner)?,
        ItemField::TypedFee => item.typed_fee = typed(scanner)?,
        ItemField::Bearer => return text(scanner, &mut item.bearer),
        ItemField::Pattern => return text(scanner, &mut item.pattern),
        ItemField::Edi => return text(scanner, &mut item.edi),
    }
    Ok(())
}

fn payee<'r>(item: &mut RequestLine<'r>, scanner: &mut Scanner<'r>) -> Result<()> {
    if null(scanner)? {
        return Ok(());
    }
    object(scanner, |scanner, field| {
        let place = match field {
            PayeeField::Document => {
                item.document = boolean(scanner)?;
                return Ok(());
            }
            PayeeField::Kind => &mut item.payee_kind,
            PayeeField::Bank => &mut item.bank,
            PayeeField::Branch => &mut item.branch,
            PayeeField::RegisteredAt => &mut item.registered_at,
            PayeeField::RegisteredOn => &mut item.registered_on,
            PayeeField::Type => &mut item.account_type,
            PayeeField::Number => &mut item.number,
            PayeeField::Name => &mut item.name,
        };
        text(scanner, place)
    })
}

fn target<'r>(scanner: &mut Scanner<'r>) -> Result<Option<Target<'r>>> {
    if null(scanner)? {
        return Ok(None);
    }
    let mut target = Target::default();
    object(scanner, |scanner, field| {
        let place = match field {
            TargetField::User => &mut target.user,
            TargetField::CertificateState => &mut target.certificate_state,
            TargetField::OneTimePasswordState => &mut target.one_time_password_state,
        };
        *place = optional_text(scanner)?;
        Ok(())
    })?;
    Ok(Some(target))
}

/// An operation that every bank has, or else the name of one that the bank itself may have.
fn operation<'r>(scanner: &mut Scanner<'r>) -> Result<(Option<Operation>, Option<Text<'r>>)> {
    let Some(name) = optional_text(scanner)? else { return Ok((None, None)) };
    Ok(match Operation::from_name(&name) {
        Some(operation) => (Some(operation), None),
        None => (None, Some(name)),
    })
}

pub(crate) fn wrong_type(expected: Expected) -> RequestError {
    RequestError::wrong_type("", expected)
}

/// Takes `null`, if it is what comes.
pub(crate) fn null(scanner: &mut Scanner<'_>) -> Result<bool> {
    let is_null = scanner.peek()? == Kind::Null;
    if is_null {
        scanner.null()?;
    }
    Ok(is_null)
}

pub(crate) fn boolean(scanner: &mut Scanner<'_>) -> Result<bool> {
    match scanner.peek()? {
        Kind::Bool => Ok(scanner.boolean()?),
        Kind::Null => Ok(scanner.null().map(|()| false)?),
        _ => Err(wrong_type(Expected::Flag)),
    }
}

/// Reads a text to its place.
fn text<'r>(scanner: &mut Scanner<'r>, place: &mut Option<Text<'r>>) -> Result<()> {
    *place = match scanner.plain_text(TEXT_BYTES_MAX) {
        Some(text) => (!text.is_empty()).then(|| text.into()),
        None => any_text(scanner)?,
    };
    Ok(())
}

#[inline]
pub(crate) fn optional_text<'r>(scanner: &mut Scanner<'r>) -> Result<Option<Text<'r>>> {
    match scanner.plain_text(TEXT_BYTES_MAX) {
        Some(text) => Ok((!text.is_empty()).then(|| text.into())),
        None => any_text(scanner),
    }
}

/// A text that may have escapes, or `null`.
#[inline(never)]
fn any_text<'r>(scanner: &mut Scanner<'r>) -> Result<Option<Text<'r>>> {
    match scanner.peek()? {
        Kind::String => {
            let text = scanner.string()?;
            if text.len() > TEXT_BYTES_MAX {
                return Err(RequestError::new(Mistake::TextLong, []));
            }
            Ok((!text.is_empty()).then(|| text.into()))
        }
        Kind::Null => Ok(scanner.null().map(|()| None)?),
        _ => Err(wrong_type(Expected::Text)),
    }
}

/// A list of names; an empty text in it is left out, as a form's choice that nobody has made.
pub(crate) fn names<'r>(scanner: &mut Scanner<'r>) -> Result<Vec<Text<'r>>> {
    counted_names(scanner).map(|(names, _)| names)
}

/// As [`names`], with how many there were before any was left out.
fn counted_names<'r>(scanner: &mut Scanner<'r>) -> Result<(Vec<Text<'r>>, usize)> {
    let mut names = Vec::new();
    let given = read_names(scanner, &mut names)?;
    Ok((names, given))
}

/// Reads names into an empty list. Gives how many there were before any was left out.
fn read_names<'r>(scanner: &mut Scanner<'r>, names: &mut Vec<Text<'r>>) -> Result<usize> {
    let mut given = 0;
    list(scanner, APPROVERS_MAX, |scanner, at| {
        if scanner.peek()? != Kind::String {
            return Err(wrong_type(Expected::Text));
        }
        names.extend(optional_text(scanner)?);
        given = at.saturating_add(1);
        Ok(())
    })?;
    Ok(given)
}

pub(crate) fn typed<'r>(scanner: &mut Scanner<'r>) -> Result<Option<Typed<'r>>> {
    if scanner.peek()? == Kind::Number {
        return Ok(Some(Typed::Number(scanner.number()?.into())));
    }
    match optional_text(scanner) {
        Ok(text) => Ok(text.map(Typed::Text)),
        Err(fault) if fault.mistake == Mistake::Type => Err(wrong_type(Expected::Amount)),
        Err(fault) => Err(fault),
    }
}

/// Reads a list, which may be null.
pub(crate) fn list<'r>(
    scanner: &mut Scanner<'r>,
    most: usize,
    mut element: impl FnMut(&mut Scanner<'r>, usize) -> Result<()>,
) -> Result<()> {
    match scanner.peek()? {
        Kind::Array => scanner.enter()?,
        Kind::Null => return Ok(scanner.null()?),
        _ => return Err(wrong_type(Expected::List)),
    }
    let mut count = 0_usize;
    while scanner.element(count == 0)? {
        if count >= most {
            return Err(RequestError::new(Mistake::ListLong, [&most]));
        }
        element(scanner, count).map_err(|fault| fault.within(&format!("{count}")))?;
        count = count.saturating_add(1);
    }
    Ok(())
}

/// Reads an object with these fields, each at most once.
#[inline]
pub(crate) fn object<'r, F: Fields>(
    scanner: &mut Scanner<'r>,
    mut member: impl FnMut(&mut Scanner<'r>, F) -> Result<()>,
) -> Result<()> {
    if scanner.peek()? != Kind::Object {
        return Err(wrong_type(Expected::Object));
    }
    scanner.enter()?;
    let mut seen = 0_u32;
    let mut first = true;
    loop {
        let before = scanner.at();
        let field = match scanner.plain_member(first).and_then(F::of) {
            Some(field) if seen & field.bit() == 0 => field,
            _ => {
                scanner.back_to(before);
                if scanner.leaves_object() {
                    return Ok(());
                }
                match any_field::<F>(scanner, first, seen)? {
                    Some(field) => field,
                    None => return Ok(()),
                }
            }
        };
        first = false;
        seen |= field.bit();
        member(scanner, field).map_err(|fault| fault.within(field.name()))?;
    }
}

/// The next field, however it is spelt; none at the object's end.
#[inline(never)]
fn any_field<F: Fields>(scanner: &mut Scanner<'_>, first: bool, seen: u32) -> Result<Option<F>> {
    let Some((name, _)) = scanner.member(first)? else { return Ok(None) };
    match F::of(name.as_bytes()) {
        None => Err(unknown(&name)),
        Some(field) if seen & field.bit() != 0 => Err(twice(&name)),
        field => Ok(field),
    }
}

#[cold]
pub(crate) fn unknown(name: &str) -> RequestError {
    if name.len() > TEXT_BYTES_MAX {
        return RequestError::new(Mistake::NameLong, []);
    }
    RequestError::new(Mistake::FieldUnknown, [&name]).within(name)
}

#[cold]
fn twice(name: &str) -> RequestError {
    RequestError::new(Mistake::FieldDuplicate, [&name]).within(name)
}
