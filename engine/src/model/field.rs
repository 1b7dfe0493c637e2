//! What the bank asks of what a person types (`docs/rules.md`, section 13).

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::characters::TextRule;
pub(crate) use crate::language::settings::CodeShape;
pub(crate) use crate::language::words::RuledField;
use crate::language::words::Word;

/// `fields` of a service.
#[derive(Debug, Default)]
pub(crate) struct FieldRules {
    pub request: RequestRules,
    pub company: FormRules,
    pub user: FormRules,
    pub account: FormRules,
    pub fee_table: FormRules,
    pub group: FormRules,
}

/// The rules of a form other than a request: names of fields with their rules, in the order of the document.
pub(crate) type FormRules = Box<[(Box<str>, FieldRule)]>;

/// What is asked of one field.
#[derive(Clone, Debug)]
pub(crate) struct FieldRule {
    pub required: Required,
    pub value: ValueRule,
    pub typed_twice: bool,
    /// Names of other fields of the form.
    pub unequal_to: Box<[Box<str>]>,
}

/// When a field must be given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Required {
    #[default]
    Never,
    /// Where the form makes a new element.
    OfNew,
    Always,
}

/// What is asked of a value.
#[derive(Clone, Debug)]
pub(crate) enum ValueRule {
    Text(Box<TextRule>),
    /// It is an amount.
    Amount(AmountRange),
}

/// A range of amounts in minor units; open where a bound is not stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct AmountRange {
    pub min: Option<i64>,
    pub max: Option<i64>,
}

impl AmountRange {
    /// Every amount.
    pub(crate) const ANY: Self = Self { min: None, max: None };

    /// Whether an amount is in the range.
    #[inline]
    pub(crate) fn has(&self, amount: i64) -> bool {
        self.min.is_none_or(|min| min <= amount) && self.max.is_none_or(|max| amount <= max)
    }
}

/// The fields that have a rule everywhere: bank, branch, type and number of a payee.
pub(crate) const CODE_FIELDS: [RuledField; 4] =
    [RuledField::Bank, RuledField::Branch, RuledField::Type, RuledField::Number];

/// The rules of the fields of a request.
#[derive(Debug, Default)]
pub(crate) struct RequestRules {
    /// Whether the service has `fields.request`.
    pub stated: bool,
    pub rules: Vec<FieldRule>,
    /// For each business and field the position of its rule.
    pub by_business: Vec<[Option<u16>; 9]>,
}

impl RequestRules {
    /// No rule for any of so many businesses.
    pub(crate) fn new(businesses: usize) -> Self {
        Self { stated: false, rules: Vec::new(), by_business: (0..businesses).map(|_| [None; 9]).collect() }
    }

    /// Adds a rule of a field, for these businesses or all; where one stands already, that one holds.
    pub(crate) fn push(&mut self, field: RuledField, businesses: Option<&[u16]>, rule: FieldRule) {
        let Ok(place) = u16::try_from(self.rules.len()) else { return };
        self.rules.push(rule);
        for (fields, at) in self.by_business.iter_mut().zip(0_u16..) {
            if businesses.is_none_or(|named| named.contains(&at))
                && let Some((_, slot)) =
                    RuledField::ALL.iter().zip(fields).find(|(known, _)| **known == field)
            {
                *slot = slot.or(Some(place));
            }
        }
    }

    /// The payments that the bank takes in a business.
    #[inline]
    pub(crate) fn payments(&self, business: u16) -> &AmountRange {
        match self.by_business.get(usize::from(business)) {
            Some([.., Some(place), _]) => match self.rules.get(usize::from(*place)).map(|rule| &rule.value) {
                Some(ValueRule::Amount(range)) => range,
                Some(ValueRule::Text(_)) | None => &AmountRange::ANY,
            },
            _ => &AmountRange::ANY,
        }
    }

    /// The rules of a business.
    #[inline]
    pub(crate) fn of(&self, business: u16) -> Option<BusinessRules<'_>> {
        let places = self.by_business.get(usize::from(business))?;
        Some(BusinessRules { rules: &self.rules, places })
    }
}

/// The rules of the fields of a request in one business.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BusinessRules<'m> {
    rules: &'m [FieldRule],
    places: &'m [Option<u16>; 9],
}

impl<'m> BusinessRules<'m> {
    /// The rule of a field.
    #[inline]
    pub(crate) fn get(&self, field: RuledField) -> Option<&'m FieldRule> {
        // Where the payment stands `RequestRules::payments` knows too.
        let [sender_name, sender_code, bank, branch, kind, number, name, payment, edi] = *self.places;
        let place = match field {
            RuledField::SenderName => sender_name,
            RuledField::SenderCode => sender_code,
            RuledField::Bank => bank,
            RuledField::Branch => branch,
            RuledField::Type => kind,
            RuledField::Number => number,
            RuledField::Name => name,
            RuledField::Payment => payment,
            RuledField::Edi => edi,
        };
        self.rules.get(usize::from(place?))
    }
}
