//! The conditions of access, typed when they are read.

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::document::access::comparison::{Operator, read_comparison};
use crate::document::access::{Around, attribute_bit, meaning, non_empty};
use crate::document::business::read_business_set;
use crate::document::operation::{find_operation, names};
use crate::document::reader::{NO_ARGS, Named, Reader};
use crate::document::service::boxed;
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::language::Id;
use crate::language::access::{ConditionMembers, RequirementMembers};
use crate::language::bounds::{Bound, CONDITIONS, NODES, OPERATIONS, VALUES};
use crate::language::settings::{Read, SITUATIONS};
use crate::language::words::{Effect, Situation};
use crate::model::access::{
    Access, Applying, CODES, Condition, DEFAULT_CODE, OPERATION_MISSING, Ordered, Program, ROLE_MISSING,
    Require, SITUATION_MISSING, TABLE, ValueType,
};
use crate::model::operation::OwnOperation;
use crate::set::Set;
use crate::terms::Role;

/// What reading one condition has come across.
pub(super) struct Seen {
    /// As [`Around::unread`].
    pub unread: u128,
    nodes: usize,
    /// Bits of the attributes that stand in it.
    attributes: u128,
}

impl Seen {
    fn has(&self, attribute: u8) -> bool {
        self.attributes & attribute_bit(attribute.into()) != 0
    }

    pub fn add(&mut self, attribute: u8) {
        self.attributes |= attribute_bit(attribute.into());
    }
}

/// Reads the conditions, giving a slot to each attribute that they ask for.
pub(super) fn read_conditions(r: &mut Reader<'_>, id: Id, around: Around<'_>, access: &mut Access) {
    let mut keys = BTreeSet::new();
    let mut named = Vec::new();
    for element in r.elements(id, CONDITIONS) {
        let condition = read_condition(r, element, around, access, &mut keys);
        let tree = r.tree();
        let key = tree.children(element).find(|child| tree.key(*child) == "key");
        named.extend(key.map(|key| (tree.text(key), key)));
        access.conditions.extend(condition);
    }
    access.applying = Applying::new(&access.conditions);
    r.check_similar(named.iter().map(|(key, id)| (&**key, Named::Value(*id))));
}

fn read_condition(
    r: &mut Reader<'_>,
    id: Id,
    around: Around<'_>,
    access: &mut Access,
    known: &mut BTreeSet<Box<str>>,
) -> Option<Condition> {
    let found: ConditionMembers = r.members(id);
    let ConditionMembers { key: key_id, require: require_id, .. } = found;
    let key = key_id.and_then(|id| r.name(id)).map(boxed);
    if let (Some(id), Some(key)) = (key_id, &key)
        && !known.insert(key.clone())
    {
        r.report(FindingCode::AccessConditionDuplicate, id, [Arg::text(key)]);
    }
    let mut seen = Seen { unread: around.unread, nodes: 0, attributes: 0 };
    let require = require_id.and_then(|root| {
        let require = read_require(r, root, access, &mut seen);
        if seen.nodes > NODES.max {
            r.report(FindingCode::ListTooLong, root, [Arg::Term(NODES.en, NODES.ja), Arg::number(NODES.max)]);
        }
        require
    });
    let code = read_code(r, found.code, require.is_some().then_some(&seen));
    let about = TABLE.get(usize::from(code)).filter(|_| code < DEFAULT_CODE).map(|_| code);
    let address = TABLE.iter().position(|known| known.value_type == ValueType::Address);
    let has_address = address.and_then(|at| u8::try_from(at).ok()).is_some_and(|at| seen.has(at));
    let scope = found.scope.and_then(|id| r.read(id, &SITUATIONS));
    let situations = match scope {
        Some(scope) => situation_bits(scope),
        None if has_address => situation_bits(around.settings.ip.scope),
        None => u8::MAX,
    };
    let operations = found
        .operations
        .map_or(u64::MAX, |id| read_operations(r, id, around.operations) & !OPERATION_MISSING);
    let businesses =
        found.businesses.map_or(u128::MAX, |id| u128::from(read_business_set(r, id, around.businesses)));
    let roles = found.roles.map_or(u8::MAX, |id| read_roles(r, id) & !ROLE_MISSING);
    let label = found.label.and_then(|id| r.label(id));
    let effect = found.effect.and_then(|id| r.choice::<Effect>(id));
    let require = require?;
    let condition = Condition {
        key: key?,
        label,
        code,
        about,
        situations,
        operations,
        roles,
        businesses,
        warns: effect == Some(Effect::Warn),
        program: Program::of(&require),
        require,
    };
    if operations != 0 && businesses != 0 && roles != 0 && situations != 0 {
        meaning::check(r, id, require_id?, &condition, (access, around.operations));
    }
    Some(condition)
}

/// The position of a code; its attribute must stand in the condition, where that could be read.
fn read_code(r: &mut Reader<'_>, id: Option<Id>, seen: Option<&Seen>) -> u8 {
    let Some(id) = id else { return DEFAULT_CODE };
    let Some(text) = r.text(id) else { return DEFAULT_CODE };
    let Some((code, _)) = (0_u8..).zip(CODES).find(|(_, name)| **name == *text) else {
        r.unknown_choice(id, &text, &CODES);
        return DEFAULT_CODE;
    };
    if code < DEFAULT_CODE
        && let Some(known) = TABLE.get(usize::from(code))
        && seen.is_some_and(|seen| !seen.has(code))
    {
        r.report(FindingCode::AccessCode, id, [Arg::text(&text), Arg::text(known.name)]);
    }
    code
}

fn situation_bits(situations: Set<Situation>) -> u8 {
    let bit = |at: u32, situation| u8::from(situations.has(situation)).checked_shl(at).unwrap_or(0);
    let bits = bit(0, Situation::Login) | bit(1, Situation::Transaction) | bit(2, Situation::Download);
    bits & !SITUATION_MISSING
}

fn read_operations(r: &mut Reader<'_>, id: Id, own: &[OwnOperation]) -> u64 {
    let mut bits = 0;
    for element in non_empty(r, id, OPERATIONS) {
        let Some(name) = r.text(element) else { continue };
        let Some(deed) = find_operation(&name, own) else {
            let args = r.with_similar([Arg::text(&name)], &name, names(own));
            r.report(FindingCode::OperationUnknown, element, args);
            continue;
        };
        if bits & deed.bit() != 0 {
            r.twice(element);
        }
        bits |= deed.bit();
    }
    bits
}

fn read_roles(r: &mut Reader<'_>, id: Id) -> u8 {
    if r.tree().kind(id) == Kind::Array && r.tree().children(id).next().is_none() {
        non_empty(r, id, VALUES);
    }
    let roles = r.choices::<Role>(id);
    Role::ALL
        .iter()
        .zip(0_u32..)
        .filter(|(role, _)| roles.contains(role))
        .fold(0, |bits, (_, at)| bits | 1_u8.checked_shl(at).unwrap_or(0))
}

/// Reads one part of what is required; the whole is none where any part is faulty.
fn read_require(r: &mut Reader<'_>, id: Id, access: &mut Access, seen: &mut Seen) -> Option<Require> {
    seen.nodes = seen.nodes.saturating_add(1);
    if seen.nodes > NODES.max {
        return None;
    }
    let is_object = r.tree().kind(id) == Kind::Object;
    let found: RequirementMembers = r.members(id);
    let RequirementMembers { all, any, not, attribute, .. } = found;
    if !is_object {
        return None;
    }
    let operands = [
        (Operator::Is, found.is),
        (Operator::In, found.within),
        (Operator::Ordered(Ordered::AtLeast), found.at_least),
        (Operator::Ordered(Ordered::Above), found.above),
        (Operator::Ordered(Ordered::AtMost), found.at_most),
        (Operator::Ordered(Ordered::Below), found.below),
        (Operator::Has, found.has),
        (Operator::HasAny, found.has_any),
        (Operator::HasAll, found.has_all),
        (Operator::Within, found.inside),
        (Operator::Given, found.given),
    ];
    let given: Vec<_> = operands.into_iter().filter_map(|(operator, id)| Some((operator, id?))).collect();
    match ([all, any, not], attribute) {
        ([None, None, None], Some(attribute)) => {
            read_comparison(r, id, attribute, &given, access, seen).map(Require::Compare)
        }
        ([Some(list), None, None], None) if given.is_empty() => {
            read_list(r, list, access, seen).map(Require::All)
        }
        ([None, Some(list), None], None) if given.is_empty() => {
            read_list(r, list, access, seen).map(Require::Any)
        }
        ([None, None, Some(inner)], None) if given.is_empty() => {
            Some(Require::Not(Box::new(read_require(r, inner, access, seen)?)))
        }
        _ => {
            r.report(FindingCode::AccessRequire, id, NO_ARGS);
            None
        }
    }
}

/// The parts of `all` or `any`.
fn read_list(r: &mut Reader<'_>, id: Id, access: &mut Access, seen: &mut Seen) -> Option<Box<[Require]>> {
    // The bound is that of the whole condition.
    let elements = non_empty(r, id, Bound { max: usize::MAX, ..NODES });
    let count = elements.len();
    let mut parts = Vec::new();
    for element in elements {
        if seen.nodes > NODES.max {
            break;
        }
        parts.extend(read_require(r, element, access, seen));
    }
    (count > 0 && parts.len() == count).then(|| parts.into_boxed_slice())
}
