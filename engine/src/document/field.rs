//! Field rules (項目の規則): what the bank asks of what a person types.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use crate::characters::{
    Allowed, TextRule, can_normalise, can_truncate, example, is_blank, is_half_width, is_shape,
};
use crate::document::business::{BusinessDraft, keys};
use crate::document::reader::{NO_ARGS, Reader};
use crate::document::service::boxed;
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::language::Id;
use crate::language::bounds::{BUSINESSES, Bound, FIELD_RULES, LENGTH_MAX, LISTED, NAME_MAX, RULES_OF_FIELD};
use crate::language::forms::Form;
use crate::language::service::{FieldRuleMembers, FieldsMembers};
use crate::language::settings::Settings;
use crate::language::words::{CharsetPolicy, Overflow, RequiredOf, Wo, Word};
use crate::model::access::Access;
use crate::model::field::{
    AmountRange, CODE_FIELDS, CodeShape, FieldRule, FieldRules, FormRules, RequestRules, Required,
    RuledField, ValueRule,
};
use crate::terms::{CharacterKind, MixClass};

mod names;

use names::Names;

/// What a rule is of: not every member has a meaning everywhere.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Request,
    Payment,
    Form,
}

impl Of {
    /// What a finding calls it, in English and Japanese.
    const fn term(self) -> Arg {
        match self {
            Self::Request => Arg::Term("a field of a request", "依頼の項目"),
            Self::Payment => Arg::Term("the payment of a request", "依頼の支払金額"),
            Self::Form => Arg::Term("a field of this form", "この画面の項目"),
        }
    }
}

/// Reads `fields`.
pub(super) fn read_fields(
    r: &mut Reader<'_>,
    id: Option<Id>,
    businesses: &[BusinessDraft],
    access: &Access,
    settings: &Settings,
) -> FieldRules {
    let found: Option<FieldsMembers> = id.map(|id| r.members(id));
    let form = |member: fn(&FieldsMembers) -> Option<Id>| found.as_ref().and_then(member);
    let forms = [
        (form(|found| found.company), Form::Company),
        (form(|found| found.user), Form::User),
        (form(|found| found.account), Form::Account),
        (form(|found| found.fee_table), Form::FeeTable),
        (form(|found| found.group), Form::Group),
    ];
    let mut rules = RequestRules::new(businesses.len());
    if let Some(id) = form(|found| found.request) {
        rules.stated = true;
        read_request(r, id, businesses, settings, &mut rules);
    }
    for (field, shape) in CODE_FIELDS.into_iter().zip(settings.account.shapes()) {
        rules.push(field, None, code_rule(shape, settings));
    }
    let request = rules;
    let [company, user, account, fee_table, group] = forms.map(|(id, form)| {
        let names = Names { form, businesses, access };
        id.map_or_else(Box::default, |id| read_form(r, id, names, settings))
    });
    FieldRules { request, company, user, account, fee_table, group }
}

fn read_request(
    r: &mut Reader<'_>,
    id: Id,
    businesses: &[BusinessDraft],
    settings: &Settings,
    rules: &mut RequestRules,
) {
    for (name, entry) in r.entries(id, FIELD_RULES) {
        let Some(field) = RuledField::from_word(&name) else {
            let args = r.with_similar([Arg::text(&name)], &name, RuledField::words());
            r.report_key(FindingCode::FieldUnknown, entry, args);
            continue;
        };
        let of = if field == RuledField::Payment { Of::Payment } else { Of::Request };
        // The businesses that a rule before applies to.
        let mut ruled = vec![false; businesses.len()];
        for element in rules_of(r, entry) {
            let (rule, named) = read_rule(r, element, of, settings);
            let named = named.map(|id| read_businesses(r, id, businesses));
            let mut applies = named.as_deref().is_some_and(<[_]>::is_empty);
            for (at, ruled) in (0_u16..).zip(&mut ruled) {
                if named.as_deref().is_none_or(|named| named.contains(&at)) {
                    applies |= !core::mem::replace(ruled, true);
                }
            }
            if !applies && !businesses.is_empty() {
                r.report(FindingCode::FieldsRuleNever, element, NO_ARGS);
            }
            rules.push(field, named.as_deref(), rule);
        }
    }
}

/// The rule of a code of a payee's account where the service states none: the shape of accounts.
fn code_rule(shape: CodeShape, settings: &Settings) -> FieldRule {
    let kind = shape.kind();
    FieldRule {
        required: Required::Never,
        value: ValueRule::Text(Box::new(TextRule {
            kind,
            allowed: Allowed::of(kind, false),
            min_length: u16::from(shape.min),
            max_length: Some(u16::from(shape.max)),
            max_bytes: None,
            mix: Box::default(),
            list: Box::default(),
            shape: None,
            normalise: settings.charset.policy == CharsetPolicy::Normalise,
            truncate: false,
        })),
        typed_twice: false,
        unequal_to: Box::default(),
    }
}

/// The positions of the businesses that a rule is for.
fn read_businesses(r: &mut Reader<'_>, id: Id, businesses: &[BusinessDraft]) -> Vec<u16> {
    let mut named = Vec::new();
    for element in filled(r, id, BUSINESSES) {
        let Some(name) = r.name(element) else { continue };
        let position = keys(businesses).position(|known| *known == *name);
        match position.and_then(|at| u16::try_from(at).ok()) {
            Some(at) if named.contains(&at) => r.twice(element),
            Some(at) => named.push(at),
            None => {
                let args = r.with_similar([Arg::text(&name)], &name, keys(businesses));
                r.report(FindingCode::BusinessUnknown, element, args);
            }
        }
    }
    named
}

/// The rules of a form other than a request; of several for one field the first is the one that applies.
fn read_form(r: &mut Reader<'_>, id: Id, names: Names<'_>, settings: &Settings) -> FormRules {
    let entries = r.entries(id, FIELD_RULES);
    let ruled: Vec<Cow<'_, str>> = entries.iter().map(|(name, _)| name.clone()).collect();
    let mut known: Vec<&str> = names.members().collect();
    known.extend(ruled.iter().map(|name| &**name));
    let mut rules = Vec::with_capacity(entries.len());
    for (name, entry) in entries {
        names.check(r, entry, &name);
        let mut first = None;
        for element in rules_of(r, entry) {
            let (rule, _) = read_rule(r, element, Of::Form, settings);
            check_unequal(r, element, &name, &known, names);
            if first.is_some() {
                r.report(FindingCode::FieldsRuleNever, element, NO_ARGS);
            }
            first.get_or_insert(rule);
        }
        rules.extend(first.map(|rule| (boxed(name), rule)));
    }
    rules.into_boxed_slice()
}

/// One rule, or the rules of a list.
fn rules_of(r: &mut Reader<'_>, id: Id) -> Vec<Id> {
    if r.tree().kind(id) == Kind::Array { filled(r, id, RULES_OF_FIELD) } else { vec![id] }
}

/// The elements of a list that must have some.
fn filled(r: &mut Reader<'_>, id: Id, bound: Bound) -> Vec<Id> {
    let elements = r.elements(id, bound);
    if elements.is_empty() && r.tree().kind(id) == Kind::Array {
        r.report(FindingCode::ListEmpty, id, NO_ARGS);
    }
    elements
}

/// `unequalTo` names other fields that the form has.
fn check_unequal(r: &mut Reader<'_>, rule: Id, own: &str, known: &[&str], names: Names<'_>) {
    let tree = r.tree();
    let Some(list) = tree.children(rule).find(|child| tree.key(*child) == "unequalTo") else { return };
    if tree.kind(rule) != Kind::Object || tree.kind(list) != Kind::Array {
        return;
    }
    for element in tree.children(list).filter(|element| tree.kind(*element) == Kind::String) {
        let name = tree.text(element);
        let first = name.split('.').next().unwrap_or_default();
        if *name == *own {
            r.report(FindingCode::FieldsUnequalToSelf, element, [Arg::text(own)]);
            continue;
        }
        if known.contains(&&*name) {
            continue;
        }
        if !known.contains(&first) {
            let args = r.with_similar([Arg::text(&name)], &name, known.iter().copied());
            r.report(FindingCode::FieldUnknown, element, args);
        } else if names.members().any(|member| member == first)
            && let Some((place, known)) = names.strays(&name)
        {
            let args = r.with_similar([Arg::text(&name)], place, known.iter().map(|name| &**name));
            r.report(FindingCode::FieldUnknown, element, args);
        }
    }
}

/// Reads one rule; the second is its `businesses`.
fn read_rule(r: &mut Reader<'_>, id: Id, of: Of, settings: &Settings) -> (FieldRule, Option<Id>) {
    let found: FieldRuleMembers = r.members(id);
    let FieldRuleMembers { typed_twice, unequal_to, businesses, min, max, .. } = found;
    let text = [
        found.characters,
        found.also,
        found.min_length,
        found.max_length,
        found.max_bytes,
        found.mix,
        found.list,
        found.shape,
    ];
    let misplaced = match of {
        Of::Request => vec![typed_twice, unequal_to],
        Of::Payment => [typed_twice, unequal_to].into_iter().chain(text).collect(),
        Of::Form => vec![businesses],
    };
    for member in misplaced.into_iter().flatten() {
        let name = r.tree().key(member);
        r.report_key(FindingCode::FieldsMember, member, [Arg::text(&name), of.term()]);
    }
    let is_amount = of == Of::Payment || min.is_some() || max.is_some();
    if is_amount && of != Of::Payment {
        for member in text.into_iter().flatten() {
            let name = r.tree().key(member);
            r.report_key(FindingCode::FieldsMixed, member, [Arg::text(&name)]);
        }
    }
    let required = found.required.map_or(Required::Never, |id| read_required(r, id, of));
    let text = read_text(r, &found, required, settings);
    let range = read_range(r, min, max);
    let rule = FieldRule {
        required,
        value: if is_amount { ValueRule::Amount(range) } else { ValueRule::Text(Box::new(text)) },
        typed_twice: typed_twice.and_then(|id| r.boolean(id)).unwrap_or(false),
        unequal_to: unequal_to.map_or_else(Box::default, |id| read_texts(r, id)),
    };
    (rule, businesses)
}

/// Whether a field must be given: a flag, or the word for new elements, which a request is not.
fn read_required(r: &mut Reader<'_>, id: Id, of: Of) -> Required {
    if r.tree().kind(id) == Kind::String {
        if r.choice::<RequiredOf>(id).is_some() && of != Of::Form {
            r.report(FindingCode::FieldsMember, id, [Arg::text("new"), of.term()]);
        }
        return Required::OfNew;
    }
    if r.boolean(id) == Some(true) { Required::Always } else { Required::Never }
}

fn read_range(r: &mut Reader<'_>, min_id: Option<Id>, max: Option<Id>) -> AmountRange {
    let [min, max] = [min_id, max].map(|id| id.and_then(|id| r.amount(id)));
    if let (Some(least), Some(most), Some(id)) = (min, max, min_id)
        && most < least
    {
        let args = [least, most].map(|amount| Arg::amount(amount, r.currency));
        r.report(FindingCode::FieldsRange, id, args);
    }
    AmountRange { min, max }
}

/// Reads the members about characters: `characters`, `also`, `minLength`, `maxLength`, `maxBytes`, `mix`, `list`, `shape`.
fn read_text(
    r: &mut Reader<'_>,
    found: &FieldRuleMembers,
    required: Required,
    settings: &Settings,
) -> TextRule {
    let FieldRuleMembers { also, min_length: min_length_id, max_length, max_bytes, .. } = *found;
    let kind = found.characters.and_then(|id| r.choice::<CharacterKind>(id)).unwrap_or(CharacterKind::Any);
    let mut allowed = Allowed::of(kind, settings.charset.wo == Wo::Allowed);
    if let Some((id, also)) = also.and_then(|id| Some((id, r.text(id)?))) {
        for character in also.chars().filter(|character| !is_half_width(*character)) {
            r.report(FindingCode::FieldsAlso, id, [Arg::text(character.encode_utf8(&mut [0; 4]))]);
        }
        allowed = allowed.with(&also);
    }
    let [min_length, max_length, max_bytes] = [min_length_id, max_length, max_bytes].map(|id| {
        let length = id.and_then(|id| r.integer(id, 1, LENGTH_MAX));
        length.and_then(|length| u16::try_from(length).ok())
    });
    if let (Some(least), Some(most), Some(id)) = (min_length, max_length, min_length_id)
        && most < least
    {
        let args = [least, most].map(|length| Arg::number(usize::from(length)));
        r.report(FindingCode::FieldsRange, id, args);
    }
    let mix = found.mix.map_or_else(Vec::new, |id| read_mix(r, id));
    let mut rule = TextRule {
        kind,
        allowed,
        min_length: min_length.unwrap_or(0),
        max_length,
        max_bytes,
        mix: mix.into_boxed_slice(),
        list: found.list.map_or_else(Box::default, |id| read_texts(r, id)),
        shape: None,
        normalise: settings.charset.policy == CharsetPolicy::Normalise && can_normalise(kind),
        truncate: settings.overflow == Overflow::Truncate && can_truncate(kind),
    };
    if let Some(id) = found.shape {
        read_shape(r, id, required, &mut rule);
    }
    rule
}

/// Puts a shape into its rule, of which at least one text must meet all.
fn read_shape(r: &mut Reader<'_>, id: Id, required: Required, rule: &mut TextRule) {
    let Some(shape) = r.text(id) else { return };
    if !is_shape(&shape) {
        r.report(FindingCode::FieldsShape, id, [Arg::text(&shape), Arg::number(NAME_MAX)]);
        return;
    }
    // Blanks are not what is required.
    let is_blank = required != Required::Never && is_blank(&example(&shape));
    rule.shape = Some(boxed(shape.clone()));
    if let Some(member) = rule.against_shape().or(is_blank.then_some("required")) {
        r.report(FindingCode::FieldsShapeNever, id, [Arg::text(&shape), Arg::text(member)]);
    }
}

/// A non-empty list of distinct classes.
fn read_mix(r: &mut Reader<'_>, id: Id) -> Vec<MixClass> {
    let is_empty = r.tree().kind(id) == Kind::Array && r.tree().children(id).next().is_none();
    if is_empty {
        r.report(FindingCode::ListEmpty, id, NO_ARGS);
    }
    r.choices::<MixClass>(id)
}

/// A non-empty list of distinct texts that are not empty.
fn read_texts(r: &mut Reader<'_>, id: Id) -> Box<[Box<str>]> {
    let mut texts: Vec<Box<str>> = Vec::new();
    for element in filled(r, id, LISTED) {
        let Some(text) = r.text(element) else { continue };
        if text.is_empty() {
            r.report(FindingCode::NameEmpty, element, NO_ARGS);
        } else if texts.iter().any(|known| **known == *text) {
            r.twice(element);
        } else {
            texts.push(boxed(text));
        }
    }
    texts.into_boxed_slice()
}
