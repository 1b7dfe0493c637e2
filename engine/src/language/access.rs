//! Who may come in, and what a bank declares that may be done (`docs/rules.md`, sections 1.1 and 12.2).

use crate::language::bounds::{ACCESS_VALUES, ATTRIBUTES, CONDITIONS, NODES, OPERATIONS, RANGES, VALUES};
use crate::language::service::BUSINESS_NAMES;
use crate::language::settings::SITUATIONS;
use crate::language::words::Vocabulary;
use crate::language::{Absent, Type, objects};

/// Words of a set.
static WORDS: Type = Type::set(&Type::FilledText, &ACCESS_VALUES).filled();

objects! {
    /// Who may come in (利用資格)
    ACCESS AccessRulesMembers {
        /// Attributes of the bank's own, by name; those that every bank has are not declared
        "attributes" attributes: Type::map(&Type::Object(&ATTRIBUTE), &ATTRIBUTES), Absent::Empty;
        /// Every one that applies has to hold
        "conditions" conditions: Type::list(&Type::Object(&CONDITION), &CONDITIONS), Absent::Empty;
    }
    /// An attribute of the bank's own
    ATTRIBUTE AttributeMembers {
        /// Its type
        "type" value_type: Type::Word(Vocabulary::ValueType), Absent::Required;
        /// Of a choice, or a set: its values
        "values" values: Type::set(&Type::Name, &ACCESS_VALUES).filled(), Absent::Nothing;
        /// Whose document states it
        "place" place: Type::Word(Vocabulary::AttributePlace), Absent::Is("request");
    }
    /// A condition of access
    CONDITION ConditionMembers {
        /// Its name in reasons
        "key" key: Type::Name, Absent::Required;
        /// What has to hold
        "require" require: Type::Object(&REQUIREMENT), Absent::Required;
        /// Which reason it gives, 101 to 119 (`kessai explain CODE`)
        "code" code: Type::AccessCode, Absent::Is("access.condition");
        /// Situations; absent: all, for an address settings.ip.scope
        "scope" scope: SITUATIONS, Absent::Situations;
        /// Operations, those of the bank's own among them; absent: all
        "operations" operations: Type::set(&Type::WordOrName(Vocabulary::Operation), &OPERATIONS).filled(),
            Absent::Nothing;
        /// Businesses; absent: all
        "businesses" businesses: BUSINESS_NAMES, Absent::Nothing;
        /// Kinds of users; absent: all
        "roles" roles: Type::set(&Type::Word(Vocabulary::Role), &VALUES).filled(), Absent::Nothing;
        /// Whether it refuses where it does not hold, or only warns
        "effect" effect: Type::Word(Vocabulary::Effect), Absent::Is("refuse");
        /// Its name for people
        "label" label: Type::Label, Absent::Nothing;
    }
    /// What has to hold: of all, of any, not, or a comparison of one attribute
    REQUIREMENT RequirementMembers {
        /// Every one
        "all" all: Type::list(&Type::Object(&REQUIREMENT), &NODES).filled(), Absent::Nothing;
        /// At least one
        "any" any: Type::list(&Type::Object(&REQUIREMENT), &NODES).filled(), Absent::Nothing;
        /// It does not hold
        "not" not: Type::Object(&REQUIREMENT), Absent::Nothing;
        /// Name of the attribute
        "attribute" attribute: Type::Name, Absent::Nothing;
        /// Equal
        "is" is: Type::AccessValue, Absent::Nothing;
        /// One of a list; of an address a list of ranges, or the name of an attribute of ranges
        "in" within: Type::Either(
            &Type::FilledText, &Type::set_by_id(&Type::AccessOrdered, &RANGES).filled()
        ), Absent::Nothing;
        /// Of a set: this word is in it
        "has" has: Type::FilledText, Absent::Nothing;
        /// Of a set: one of these words is in it
        "hasAny" has_any: WORDS, Absent::Nothing;
        /// Of a set: all of these words are in it
        "hasAll" has_all: WORDS, Absent::Nothing;
        /// Of a set: it has no words but these, or those of another set
        "within" inside: Type::Either(&Type::FilledText, &WORDS), Absent::Nothing;
        /// It is stated at all
        "given" given: Type::Flag, Absent::Nothing;
        /// Not less; `now`, `renewalGrace` and `today` stand for themselves, the first and the last with an offset such as `now-5m`
        "atLeast" at_least: Type::AccessOrdered, Absent::Nothing;
        /// More
        "above" above: Type::AccessOrdered, Absent::Nothing;
        /// Not more
        "atMost" at_most: Type::AccessOrdered, Absent::Nothing;
        /// Less
        "below" below: Type::AccessOrdered, Absent::Nothing;
    }
    /// An operation of the bank's own
    OWN_OPERATION OwnOperationMembers {
        /// Of a business or 照会, which rights give; 管理, which roles may do; or open to whoever comes in
        "sort" sort: Type::Word(Vocabulary::OperationSort), Absent::Required;
        /// Of 管理: the least role that may do it
        "role" role: Type::Word(Vocabulary::Role), Absent::Is("administrator");
        /// Of 管理: whether it is done to a user, whom `target.user` then names
        "ofUser" of_user: Type::Flag, Absent::Is("false");
        /// Its name for people
        "label" label: Type::Label, Absent::Nothing;
    }
}
