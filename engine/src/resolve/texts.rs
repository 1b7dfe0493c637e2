//! The texts of a request under the bank's field rules (`docs/rules.md`, section 13.3).

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use crate::characters;
use crate::language::words::Overflow;
use crate::model::company::Account;
use crate::model::field::{BusinessRules, CodeShape, FieldRule, Required, RuledField, ValueRule};
use crate::model::service::ServiceModel;
use crate::reason::{Code, Detail, Field, LISTED, More, Pointer, Refusal, count};
use crate::request::{Request, RequestLine, Text};
use crate::resolve::{PayeeLocation, Payees, Resolved, ResolvedLine, payee_of, place};
use crate::terms::Operation;

/// What the rules make of the texts of a request, for the form step to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Texts {
    pub reasons: Vec<Refusal>,
    /// What is not listed, as there are enough of its code.
    pub more: Vec<More>,
    pub missing: Vec<Pointer>,
    /// Payees of whose bank, branch, type or number there is a reason, by position in a batch: they have no quote.
    pub unquoted: Vec<Option<u32>>,
    /// Texts that were normalised or cut, and have no reason.
    pub normalised: Vec<(Pointer, String)>,
}

/// A text of a request once its rule was asked.
enum Seen<'t> {
    Missing,
    /// A text of blanks stands where one is required.
    Blank,
    /// There is a reason against it.
    Refused,
    /// Owned where it is not what was typed.
    Text(Cow<'t, str>),
}

impl Seen<'_> {
    /// The text that counts.
    fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Missing | Self::Blank | Self::Refused => None,
        }
    }

    /// Whether it is something else than what was typed.
    fn is_other(&self) -> bool {
        matches!(self, Self::Blank | Self::Refused | Self::Text(Cow::Owned(_)))
    }
}

/// The rules that a request is under: none where its form is not looked at, or there is nothing to say.
#[inline]
pub(super) fn rules_of<'m>(
    service: &'m ServiceModel,
    request: &Request<'_>,
    resolved: &Resolved<'_>,
) -> Option<BusinessRules<'m>> {
    let looked_at = resolved.operation?.takes_in();
    let rules = service.fields.request.of(resolved.business?).filter(|_| looked_at)?;
    // Without rules of its own a service asks for the shape of accounts alone, which takes no time.
    let [bank, branch, kind, number] = service.settings.account.shapes();
    let has = |text: &Option<Text<'_>>, shape: CodeShape| {
        text.as_deref().is_none_or(|text| text.is_empty() || shape.has(text))
    };
    let is_shaped = |item: &RequestLine<'_>| {
        has(&item.bank, bank)
            && has(&item.branch, branch)
            && has(&item.account_type, kind)
            && has(&item.number, number)
    };
    let all_well =
        !service.fields.request.stated && is_shaped(&request.single) && request.lines.iter().all(is_shaped);
    (!all_well).then_some(rules)
}

/// Checks the texts of a request, and puts the payees where their codes say once they are normalised.
pub(super) fn check(
    rules: BusinessRules<'_>,
    service: &ServiceModel,
    debit: Option<&Account>,
    request: &Request<'_>,
    resolved: &mut Resolved<'_>,
) {
    let business = resolved.business.and_then(|at| service.businesses.get(usize::from(at)));
    let mut check = Check { rules, service, texts: None, listed: Vec::new(), payees: &mut resolved.payees };
    let looks_at_items = !business.is_some_and(|business| business.has_too_many(request.lines.len()));
    if service.fields.request.stated {
        check.sender(request, if looks_at_items { &request.lines } else { &[] });
    }
    if business.is_some_and(|business| business.kind.is_single()) {
        check.item(&request.single, None, debit, &mut resolved.single);
    }
    // A batch with too many items is refused without a look at them.
    if looks_at_items {
        for ((item, known), at) in request.lines.iter().zip(&mut resolved.lines).zip(0_u32..) {
            check.item(item, Some(at), debit, known);
        }
    }
    resolved.texts = check.texts;
}

impl Resolved<'_> {
    /// Checks the texts of a request of which none is known, but that the payee's bank and branch may be stated, and then are
    /// as the rules want them.
    #[inline]
    pub(crate) fn without_texts(&mut self, service: &ServiceModel, stated: [bool; 2]) {
        if let Some(texts) = &mut self.texts {
            texts.missing.clear();
        }
        if service.fields.request.stated && self.operation.is_some_and(Operation::takes_in) {
            self.miss_texts(service, stated);
        }
    }

    fn miss_texts(&mut self, service: &ServiceModel, [bank, branch]: [bool; 2]) {
        let Some(rules) = self.business.and_then(|at| service.fields.request.of(at)) else { return };
        let business = self.business.and_then(|at| service.businesses.get(usize::from(at)));
        let single = business.is_some_and(|business| business.kind.is_single());
        let texts = self.texts.take();
        let mut check = Check { rules, service, texts, listed: Vec::new(), payees: &mut self.payees };
        for (ruled, field, asks) in [
            (RuledField::SenderName, Field::SenderName, true),
            (RuledField::SenderCode, Field::SenderCode, true),
            (RuledField::Bank, Field::PayeeBank, single && !bank),
            (RuledField::Branch, Field::PayeeBranch, single && !branch),
            (RuledField::Type, Field::PayeeType, single),
            (RuledField::Number, Field::PayeeNumber, single),
            (RuledField::Name, Field::PayeeName, single),
            (RuledField::Edi, Field::Edi, single),
        ] {
            if asks {
                check.ask(ruled, None, field.into());
            }
        }
        self.texts = check.texts;
    }
}

struct Check<'m, 'p> {
    rules: BusinessRules<'m>,
    service: &'m ServiceModel,
    /// Made when there is something to say.
    texts: Option<Box<Texts>>,
    /// How many reasons of each code there are.
    listed: Vec<More>,
    payees: &'p mut Payees,
}

impl Check<'_, '_> {
    fn texts(&mut self) -> &mut Texts {
        self.texts.get_or_insert_default()
    }

    fn refuse(&mut self, at: Pointer, code: Code, detail: Detail) {
        if count(&mut self.listed, code, 1) <= LISTED {
            self.texts().reasons.push(Refusal::with(code, at, detail));
        } else {
            count(&mut self.texts().more, code, 1);
        }
    }

    /// Notes a text that was changed.
    fn keep(&mut self, at: Pointer, seen: Seen<'_>) {
        if let Seen::Text(Cow::Owned(text)) = seen {
            self.texts().normalised.push((at, text));
        }
    }

    /// Asks the rule of a field.
    #[inline]
    fn ask<'t>(&mut self, field: RuledField, text: Option<&'t Text<'_>>, at: Pointer) -> Seen<'t> {
        let rule = self.rules.get(field);
        match (text.filter(|text| !text.is_empty()), rule) {
            (Some(text), None) => Seen::Text(Cow::Borrowed(text)),
            (Some(text), Some(rule)) if rule.required == Required::Always && characters::is_blank(text) => {
                self.texts().missing.push(at);
                Seen::Blank
            }
            (Some(text), Some(rule)) => self.against(rule, text, at),
            (None, Some(FieldRule { required: Required::Always, .. })) => {
                self.texts().missing.push(at);
                Seen::Missing
            }
            (None, _) => Seen::Missing,
        }
    }

    #[inline]
    fn against<'t>(&mut self, rule: &FieldRule, text: &'t str, at: Pointer) -> Seen<'t> {
        match &rule.value {
            ValueRule::Text(rule) if characters::is_fine(rule, text) => Seen::Text(Cow::Borrowed(text)),
            ValueRule::Text(rule) => {
                let checked = characters::check(rule, text);
                if checked.faults.is_empty() {
                    return Seen::Text(checked.text);
                }
                for fault in checked.faults {
                    let (code, detail) = fault.explain(rule);
                    self.refuse(at, code, detail);
                }
                Seen::Refused
            }
            ValueRule::Amount(range) => match self.service.currency.parse(text) {
                Some(amount) if range.has(amount) => Seen::Text(Cow::Borrowed(text)),
                Some(_) => {
                    self.refuse(at, Code::FormRange, Detail::Range { min: range.min, max: range.max });
                    Seen::Refused
                }
                None => {
                    self.refuse(at, Code::FormAmount, Detail::None);
                    Seen::Refused
                }
            },
        }
    }

    /// The sender's name and code, each by itself and then together.
    fn sender(&mut self, request: &Request<'_>, items: &[RequestLine<'_>]) {
        let [at_name, at_code] = [Field::SenderName, Field::SenderCode].map(Pointer::from);
        let mut name = self.ask(RuledField::SenderName, request.sender_name.as_ref(), at_name);
        let code = self.ask(RuledField::SenderCode, request.sender_code.as_ref(), at_code);
        if let Some(text) = name.text() {
            let settings = &self.service.settings;
            let lengths = &settings.name;
            let most = lengths.sender_max(lengths.sender_len_with_edi.is_some() && has_edi(request, items));
            // The code is followed by a space.
            let before = code.text().map_or(0, |code| code.chars().count().saturating_add(1));
            let room = usize::from(most).saturating_sub(before);
            if text.len() > room && text.chars().count() > room {
                let kept = if settings.overflow == Overflow::Truncate {
                    characters::cut(text, room, usize::MAX)
                } else {
                    ""
                };
                name = if characters::is_blank(kept) {
                    let room = u16::try_from(room).unwrap_or(most);
                    self.refuse(at_name, Code::FormTooLong, Detail::AtMost(room));
                    Seen::Refused
                } else {
                    Seen::Text(Cow::Owned(kept.into()))
                };
            }
        }
        self.keep(at_name, name);
        self.keep(at_code, code);
    }

    /// The texts of one payee.
    #[inline]
    fn item(
        &mut self,
        item: &RequestLine<'_>,
        at: Option<u32>,
        debit: Option<&Account>,
        known: &mut ResolvedLine,
    ) {
        let here = |field| Pointer { line: at, field };
        let bank = self.ask(RuledField::Bank, item.bank.as_ref(), here(Field::PayeeBank));
        let branch = self.ask(RuledField::Branch, item.branch.as_ref(), here(Field::PayeeBranch));
        if bank.is_other() || branch.is_other() {
            known.place = match (place(debit, bank.text(), branch.text()), &bank, &branch) {
                (PayeeLocation::BankMissing, Seen::Refused, _) => PayeeLocation::BankRefused,
                (PayeeLocation::BranchMissing, _, Seen::Refused) => PayeeLocation::BranchRefused,
                (place, ..) => place,
            };
        }
        let kind = self.ask(RuledField::Type, item.account_type.as_ref(), here(Field::PayeeType));
        let number = self.ask(RuledField::Number, item.number.as_ref(), here(Field::PayeeNumber));
        let codes = [bank, branch, kind, number];
        let refused = codes.iter().any(|code| matches!(code, Seen::Refused));
        if self.service.limits.has_payees && !refused {
            known.payee = payee_of(self.payees, codes.each_ref().map(Seen::text));
        }
        if codes.iter().any(Seen::is_other) {
            let fields = [Field::PayeeBank, Field::PayeeBranch, Field::PayeeType, Field::PayeeNumber];
            for (code, field) in codes.into_iter().zip(fields) {
                self.keep(here(field), code);
            }
        }
        for (ruled, text, field) in
            [(RuledField::Name, &item.name, Field::PayeeName), (RuledField::Edi, &item.edi, Field::Edi)]
        {
            let seen = self.ask(ruled, text.as_ref(), here(field));
            self.keep(here(field), seen);
        }
        if refused {
            self.texts().unquoted.push(at);
        }
    }
}

/// Whether the request, or any item, has EDI information.
fn has_edi(request: &Request<'_>, items: &[RequestLine<'_>]) -> bool {
    let items = core::iter::once(&request.single).chain(items);
    items.filter_map(|item| item.edi.as_deref()).any(|edi| !edi.is_empty())
}
