//! From JSON text to a request, in one pass.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;

use crate::json::{JsonError, Kind, Scanner};
use crate::reason::Pointer;
use crate::request::{ItemFacts, Request, RequestError, RequestItem, RequestUsage, Text, Typed};
use crate::terms::Operation;

/// Most bytes of a request.
pub(crate) const REQUEST_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Most bytes of a text in a request.
pub(crate) const TEXT_BYTES_MAX: usize = 1024;
/// Most items of a batch, whatever the bank allows.
pub(crate) const ITEMS_MAX: usize = 100_000;
/// Most entries of `usage`.
pub(crate) const USAGE_MAX: usize = 64;
/// Most named approvers.
pub(crate) const APPROVERS_MAX: usize = 8;

/// What went wrong, before its place is known.
#[derive(Clone, Debug)]
pub(crate) struct RequestFault {
    pub code: &'static str,
    /// Grows from the inside out.
    pub path: String,
    pub message: String,
}

type Result<T> = core::result::Result<T, RequestFault>;

impl RequestFault {
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, path: String::new(), message: message.into() }
    }

    /// The same fault, one level further out.
    fn within(mut self, segment: &str) -> Self {
        self.path = format!("/{}{}", segment.replace('~', "~0").replace('/', "~1"), self.path);
        self
    }
}

impl From<RequestFault> for RequestError {
    fn from(fault: RequestFault) -> Self {
        Self { code: fault.code, path: fault.path, message: fault.message }
    }
}

impl From<JsonError> for RequestFault {
    fn from(error: JsonError) -> Self {
        Self::new("request.json", format!("the request is not JSON: {error}"))
    }
}

impl RequestError {
    pub(crate) fn at(code: &'static str, at: impl Into<Pointer>, message: impl Into<String>) -> Self {
        let mut path = String::new();
        at.into().write(&mut path);
        Self { code, path, message: message.into() }
    }

    pub(crate) fn at_path(code: &'static str, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code, path: path.into(), message: message.into() }
    }
}

impl<'r> Request<'r> {
    /// Reads a request.
    ///
    /// # Errors
    ///
    /// The text is no JSON, a field is unknown, stands twice or is of the wrong JSON type, the operation or entry of usage
    /// is none there is, or a list, text or the whole is longer than its bound (`docs/rules.md`, sections 3 and 11).
    pub fn from_json(text: &'r str) -> core::result::Result<Self, RequestError> {
        let mut request = Self::default();
        request.read_json(text)?;
        Ok(request)
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
        result.map_err(RequestError::from)
    }

    fn clear(&mut self) {
        let mut items = core::mem::take(&mut self.items);
        items.clear();
        *self = Self { items, ..Self::default() };
    }

    fn read(&mut self, text: &'r str) -> Result<()> {
        if text.len() > REQUEST_BYTES_MAX {
            return Err(RequestFault::new("request.size", "the request has more than 32 MiB"));
        }
        let mut scanner = Scanner::new(text);
        let mut single = RequestItem::default();
        object(&mut scanner, &REQUEST_FIELDS, |scanner, name| {
            match name {
                "user" => self.user = optional_text(scanner)?,
                "business" => self.business = optional_text(scanner)?,
                "operation" => self.operation = operation(scanner)?,
                "account" => self.account = optional_text(scanner)?,
                "now" => self.now = optional_text(scanner)?,
                "valueDate" => self.value_date = optional_text(scanner)?,
                "entry" => self.entry = optional_text(scanner)?,
                "approvers" => {
                    list(scanner, APPROVERS_MAX, |scanner, _| {
                        let text = required_text(scanner)?;
                        self.approvers.push(text);
                        Ok(())
                    })?;
                }
                "usage" => {
                    list(scanner, USAGE_MAX, |scanner, _| {
                        let usage = usage(scanner)?;
                        self.usage.push(usage);
                        Ok(())
                    })?;
                }
                "items" => {
                    list(scanner, ITEMS_MAX, |scanner, _| {
                        let mut item = RequestItem::default();
                        object(scanner, &ITEM_FIELDS, |scanner, name| item_field(&mut item, scanner, name))?;
                        self.items.push(item);
                        Ok(())
                    })?;
                }
                "item" => self.item = item_facts(scanner)?,
                "access" => scanner.skip()?,
                other => item_field(&mut single, scanner, other)?,
            }
            Ok(())
        })?;
        self.single = single;
        scanner.end()?;
        Ok(())
    }
}

/// Fields of a request; the first five belong to a single business's item.
const REQUEST_FIELDS: [&str; 17] = [
    "payee",
    "payment",
    "bearer",
    "typedFee",
    "pattern",
    "user",
    "business",
    "operation",
    "account",
    "now",
    "valueDate",
    "entry",
    "approvers",
    "usage",
    "items",
    "item",
    "access",
];
const ITEM_FIELDS: [&str; 5] = ["payee", "payment", "bearer", "typedFee", "pattern"];
const PAYEE_FIELDS: [&str; 8] =
    ["kind", "bank", "branch", "type", "number", "name", "registeredOn", "document"];
const USAGE_FIELDS: [&str; 5] = ["limit", "account", "business", "day", "used"];
const FACT_FIELDS: [&str; 7] =
    ["requester", "approvers", "payeeKind", "entry", "state", "counted", "business"];

fn item_field<'r>(item: &mut RequestItem<'r>, scanner: &mut Scanner<'r>, name: &str) -> Result<()> {
    match name {
        "payee" => return payee(item, scanner),
        "payment" => item.payment = typed(scanner)?,
        "typedFee" => item.typed_fee = typed(scanner)?,
        "bearer" => item.bearer = optional_text(scanner)?,
        _ => item.pattern = optional_text(scanner)?,
    }
    Ok(())
}

fn payee<'r>(item: &mut RequestItem<'r>, scanner: &mut Scanner<'r>) -> Result<()> {
    if null(scanner)? {
        return Ok(());
    }
    object(scanner, &PAYEE_FIELDS, |scanner, name| {
        match name {
            "kind" => item.payee_kind = optional_text(scanner)?,
            "bank" => item.bank = optional_text(scanner)?,
            "branch" => item.branch = optional_text(scanner)?,
            "registeredOn" => item.registered_on = optional_text(scanner)?,
            "document" => item.document = boolean(scanner)?,
            "type" => item.account_type = optional_text(scanner)?,
            "number" => item.number = optional_text(scanner)?,
            _ => item.name = optional_text(scanner)?,
        }
        Ok(())
    })
}

fn usage<'r>(scanner: &mut Scanner<'r>) -> Result<RequestUsage<'r>> {
    let (mut limit, mut account, mut business, mut day, mut used) = (None, None, None, None, None);
    object(scanner, &USAGE_FIELDS, |scanner, name| {
        match name {
            "limit" => limit = optional_text(scanner)?,
            "account" => account = optional_text(scanner)?,
            "business" => business = optional_text(scanner)?,
            "day" => day = optional_text(scanner)?,
            _ => used = typed(scanner)?,
        }
        Ok(())
    })?;
    let lacking = |field: &str| {
        RequestFault::new("request.usage.incomplete", format!("`{field}` is missing in an entry of usage"))
    };
    Ok(RequestUsage {
        limit: limit.ok_or_else(|| lacking("limit"))?,
        account,
        business,
        day: day.ok_or_else(|| lacking("day"))?,
        used: used.ok_or_else(|| lacking("used"))?,
    })
}

fn item_facts<'r>(scanner: &mut Scanner<'r>) -> Result<Option<ItemFacts<'r>>> {
    if null(scanner)? {
        return Ok(None);
    }
    let mut facts = ItemFacts::default();
    object(scanner, &FACT_FIELDS, |scanner, name| {
        match name {
            "requester" => facts.requester = optional_text(scanner)?,
            "approvers" => {
                let mut approvers = smallvec::SmallVec::new();
                list(scanner, APPROVERS_MAX, |scanner, _| {
                    approvers.push(required_text(scanner)?);
                    Ok(())
                })?;
                facts.approvers = (!approvers.is_empty()).then_some(approvers);
            }
            "payeeKind" => facts.payee_kind = optional_text(scanner)?,
            "entry" => facts.entry = optional_text(scanner)?,
            "counted" => facts.counted = boolean(scanner)?,
            "business" => facts.business = optional_text(scanner)?,
            _ => drop(optional_text(scanner)?), // the state belongs to the life of an item
        }
        Ok(())
    })?;
    Ok(Some(facts))
}

fn operation(scanner: &mut Scanner<'_>) -> Result<Option<Operation>> {
    let Some(name) = optional_text(scanner)? else { return Ok(None) };
    Operation::from_name(&name).map(Some).ok_or_else(|| {
        RequestFault::new("request.operation.unknown", format!("there is no operation `{name}`"))
    })
}

fn wrong_type(expected: &str) -> RequestFault {
    RequestFault::new("request.type", format!("{expected} is expected"))
}

/// Takes `null`, if it is what comes.
fn null(scanner: &mut Scanner<'_>) -> Result<bool> {
    let is_null = scanner.peek()? == Kind::Null;
    if is_null {
        scanner.null()?;
    }
    Ok(is_null)
}

fn boolean(scanner: &mut Scanner<'_>) -> Result<bool> {
    match scanner.peek()? {
        Kind::Bool => Ok(scanner.boolean()?),
        Kind::Null => Ok(scanner.null().map(|()| false)?),
        _ => Err(wrong_type("true or false")),
    }
}

#[inline]
fn optional_text<'r>(scanner: &mut Scanner<'r>) -> Result<Option<Text<'r>>> {
    match scanner.peek()? {
        Kind::String => {
            let text = scanner.string()?;
            if text.len() > TEXT_BYTES_MAX {
                return Err(RequestFault::new("request.text.long", "a text has more than 1,024 bytes"));
            }
            Ok((!text.is_empty()).then_some(text))
        }
        Kind::Null => Ok(scanner.null().map(|()| None)?),
        _ => Err(wrong_type("a text")),
    }
}

fn required_text<'r>(scanner: &mut Scanner<'r>) -> Result<Text<'r>> {
    optional_text(scanner)?
        .ok_or_else(|| RequestFault::new("request.text.empty", "a text in a list is empty"))
}

fn typed<'r>(scanner: &mut Scanner<'r>) -> Result<Option<Typed<'r>>> {
    if scanner.peek()? == Kind::Number {
        return Ok(Some(Typed::Number(scanner.number()?)));
    }
    match optional_text(scanner) {
        Ok(text) => Ok(text.map(Typed::Text)),
        Err(fault) if fault.code == "request.type" => Err(wrong_type("an amount as a text or number")),
        Err(fault) => Err(fault),
    }
}

/// Reads a list, which may be null.
fn list<'r>(
    scanner: &mut Scanner<'r>,
    most: usize,
    mut element: impl FnMut(&mut Scanner<'r>, usize) -> Result<()>,
) -> Result<()> {
    match scanner.peek()? {
        Kind::Array => scanner.enter()?,
        Kind::Null => return Ok(scanner.null()?),
        _ => return Err(wrong_type("a list")),
    }
    let mut count = 0_usize;
    while scanner.element(count == 0)? {
        if count >= most {
            return Err(RequestFault::new(
                "request.list.long",
                format!("a list has more than {most} elements"),
            ));
        }
        element(scanner, count).map_err(|fault| fault.within(&format!("{count}")))?;
        count = count.saturating_add(1);
    }
    Ok(())
}

/// Reads an object with these fields, each at most once.
fn object<'r>(
    scanner: &mut Scanner<'r>,
    fields: &[&'static str],
    mut member: impl FnMut(&mut Scanner<'r>, &'static str) -> Result<()>,
) -> Result<()> {
    if scanner.peek()? != Kind::Object {
        return Err(wrong_type("an object"));
    }
    scanner.enter()?;
    let mut seen = 0_u32;
    let mut first = true;
    while let Some((name, _)) = scanner.member(first)? {
        first = false;
        let name: Cow<'_, str> = name;
        let found = fields.iter().zip(0_u32..).find(|(field, _)| ***field == *name);
        let Some((field, at)) = found else {
            return Err(RequestFault::new(
                "request.field.unknown",
                format!("there is no field `{name}` here"),
            )
            .within(&name));
        };
        let bit = 1_u32.checked_shl(at).unwrap_or(0);
        if seen & bit != 0 {
            return Err(RequestFault::new(
                "request.field.duplicate",
                format!("the field `{name}` stands twice"),
            )
            .within(&name));
        }
        seen |= bit;
        member(scanner, field).map_err(|fault| fault.within(field))?;
    }
    Ok(())
}
