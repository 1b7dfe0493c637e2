//! The JSON Schemas of the two documents, made from their table. Only tools ask for them.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ptr;

use crate::language::access::REQUIREMENT;
use crate::language::bounds::{CODE_MAX, NAME_MAX, RATE_DECIMALS, TEXT_MAX, UNIT_DECIMALS, UNIT_DIGITS};
use crate::language::company::{CANDIDATE, PAYEE_BORNE, PAYER_BORNE};
use crate::language::service::{CALENDAR, STANDARD_TABLES, TIER};
use crate::language::words::Vocabulary;
use crate::language::{
    Absent, Described, Keys, List, Map, Member, Object, Type, access, company, service, settings,
};

/// The schema of the documents whose root this object is.
pub(crate) fn schema(root: &'static Object, name: &str) -> String {
    let mut writer = Writer::default();
    let body = writer.object(root);
    let definitions: Vec<String> =
        writer.definitions.iter().map(|(name, body)| format!("{}:{{{body}}}", quoted(name))).collect();
    format!(
        r#"{{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:kessai:schema:{name}:1","title":{},{body},"$defs":{{{}}}}}"#,
        quoted(described(root).map_or("", |known| known.about.trim())),
        definitions.join(",")
    )
}

/// What the table says an object is for.
fn described(object: &Object) -> Option<&'static Described> {
    let all = [
        settings::DESCRIBED,
        settings::objects::DESCRIBED,
        service::DESCRIBED,
        access::DESCRIBED,
        company::DESCRIBED,
    ];
    all.into_iter().flatten().find(|known| ptr::eq(known.object, object))
}

/// Members that go together, where not all of an object's do: those that must be there, and those that may.
type Together = (&'static [&'static str], &'static [&'static str]);

/// The shapes that an object may have, where it has several.
fn shapes(object: &Object) -> Option<&'static [Together]> {
    const OPERATORS: &[&str] =
        &["is", "in", "has", "hasAny", "hasAll", "within", "given", "atLeast", "above", "atMost", "below"];
    const OF_TIER: &[Together] = &[(&["from", "fee"], &[]), (&["from", "rate"], &["min", "max", "round"])];
    const OF_REQUIREMENT: &[Together] =
        &[(&["all"], &[]), (&["any"], &[]), (&["not"], &[]), (&["attribute"], OPERATORS)];
    match () {
        () if ptr::eq(object, &TIER) => Some(OF_TIER),
        () if ptr::eq(object, &REQUIREMENT) => Some(OF_REQUIREMENT),
        () => None,
    }
}

/// What is asked across the members of an object, as far as a schema can say it.
fn across(object: &Object) -> &'static str {
    const CALENDAR_DAYS: &str = r#","anyOf":[{"required":["holidays"]},{"required":["national"]}]"#;
    const OWN_TABLES: &str = r#","allOf":[{"if":{"properties":{"basis":{"const":"standard"}},"required":["basis"]},"then":{"properties":{"tables":false,"tax":false}},"else":{"required":["tables"]}}]"#;
    const SOME_ACT: &str =
        r#","anyOf":[{"required":["businesses"]},{"required":["verify"]},{"required":["release"]}]"#;
    match () {
        () if ptr::eq(object, &CANDIDATE) => SOME_ACT,
        () if ptr::eq(object, &CALENDAR) => CALENDAR_DAYS,
        () if ptr::eq(object, &PAYEE_BORNE) || ptr::eq(object, &PAYER_BORNE) => OWN_TABLES,
        () => "",
    }
}

/// Schemas as the inside of JSON objects; what stands in several places is a definition.
#[derive(Default)]
struct Writer {
    definitions: BTreeMap<String, String>,
}

impl Writer {
    /// An object, all of whose members are known.
    fn object(&mut self, object: &'static Object) -> String {
        if let Some(shapes) = shapes(object) {
            let shapes: Vec<String> = shapes.iter().map(|shape| self.shape(object, shape)).collect();
            return format!(r#""anyOf":[{}]"#, shapes.join(","));
        }
        if ptr::eq(object, &STANDARD_TABLES) {
            let per_count = self.closed(object, &["perCount"], &|_| true);
            let tables =
                self.open(object, &[r#""perCount":false"#.to_string()], &[], r#""minProperties":1,"#);
            return format!(r#""anyOf":[{{{per_count}}},{{{tables}}}]"#);
        }
        let required = required(object);
        if object.others.is_some() {
            let mut properties = self.properties(object, &|_| true);
            properties.push(r#""perCount":false"#.to_string());
            return self.open(object, &properties, &required, "");
        }
        format!("{}{}", self.closed(object, &required, &|_| true), across(object))
    }

    /// One of the shapes of an object.
    fn shape(&mut self, object: &'static Object, (required, optional): &Together) -> String {
        let closed = self.closed(object, required, &|key| required.contains(&key) || optional.contains(&key));
        // A comparison has one operator.
        let count =
            if required.contains(&"attribute") { r#","minProperties":2,"maxProperties":2"# } else { "" };
        format!("{{{closed}{count}}}")
    }

    /// An object without further members.
    fn closed(&mut self, object: &'static Object, required: &[&str], has: &dyn Fn(&str) -> bool) -> String {
        let properties = self.properties(object, has).join(",");
        format!(
            r#""type":"object","properties":{{{properties}}}{},"additionalProperties":false"#,
            needs(required)
        )
    }

    /// An object whose further members are entries of a map.
    fn open(
        &mut self,
        object: &'static Object,
        properties: &[String],
        required: &[&str],
        more: &str,
    ) -> String {
        let others = object.others.map(|of| self.of(of)).unwrap_or_default();
        let (name, properties) = (self.of(&Type::Name), properties.join(","));
        format!(
            r#""type":"object",{more}"properties":{{{properties}}}{},"propertyNames":{{{name}}},"additionalProperties":{{{others}}}"#,
            needs(required)
        )
    }

    fn properties(&mut self, object: &'static Object, has: &dyn Fn(&str) -> bool) -> Vec<String> {
        let about = described(object).map_or(&[][..], |known| known.members);
        let rows = object.members.iter().zip(about).filter(|(member, _)| has(member.key));
        rows.map(|(member, about)| {
            let (key, about, body) = (quoted(member.key), quoted(about.trim()), self.of(&member.of));
            format!(r#"{key}:{{"description":{about},{body}{}}}"#, default(member))
        })
        .collect()
    }

    /// A reference to a definition, which is written once.
    fn defined(&mut self, name: &str, body: impl FnOnce(&mut Self) -> String) -> String {
        if !self.definitions.contains_key(name) {
            // It may stand in itself.
            self.definitions.insert(name.to_string(), String::new());
            let body = body(self);
            self.definitions.insert(name.to_string(), body);
        }
        format!(r##""$ref":"#/$defs/{name}""##)
    }

    /// A type.
    fn of(&mut self, of: &'static Type) -> String {
        match of {
            Type::Object(object) => self.reference(object),
            Type::NumberOr(least, most, object) => {
                format!(r#""anyOf":[{{{}}},{{{}}}]"#, number(*least, *most), self.reference(object))
            }
            Type::Either(one, other) => format!(r#""anyOf":[{{{}}},{{{}}}]"#, self.of(one), self.of(other)),
            Type::List(list) if list.or_one => {
                format!(r#""anyOf":[{{{}}},{{{}}}]"#, self.of(list.of), self.list(list))
            }
            Type::List(list) => self.list(list),
            Type::Map(map) => self.map(map),
            Type::Label => self.reference(&service::LABEL),
            Type::Name => self.defined("name", |_| {
                format!(
                    r#""description":"An id or key of at most {NAME_MAX} bytes, without control characters","type":"string","minLength":1,"maxLength":{NAME_MAX}"#
                )
            }),
            Type::WordOrName(vocabulary) => self.word_or_name(*vocabulary),
            Type::Amount => self.defined("amount", |_| AMOUNT.to_string()),
            Type::Day => self.defined("day", |_| DAY.to_string()),
            Type::Rate => self.defined("rate", |_| rate()),
            plain => plain_type(plain),
        }
    }

    /// A word, which editors offer, or a name of the document's own.
    fn word_or_name(&mut self, vocabulary: Vocabulary) -> String {
        format!(r#""anyOf":[{{"enum":{}}},{{{}}}]"#, texts(&vocabulary.words()), self.of(&Type::Name))
    }

    /// An object by its name, without `Members` in it.
    fn reference(&mut self, object: &'static Object) -> String {
        let Some(known) = described(object) else { return self.object(object) };
        let name = known.name.strip_suffix("Members").unwrap_or(known.name);
        let (first, rest) = name.split_at_checked(1).unwrap_or(("", name));
        self.defined(&format!("{}{rest}", first.to_lowercase()), |writer| {
            format!(r#""description":{},{}"#, quoted(known.about.trim()), writer.object(object))
        })
    }

    fn list(&mut self, list: &List) -> String {
        let least = if list.filled { r#","minItems":1"# } else { "" };
        let unique = if list.distinct { r#","uniqueItems":true"# } else { "" };
        let (items, most) = (self.of(list.of), list.bound.max);
        format!(r#""type":"array","items":{{{items}}}{least},"maxItems":{most}{unique}"#)
    }

    fn map(&mut self, map: &Map) -> String {
        let keys = match map.keys {
            Keys::Names => self.of(&Type::Name),
            Keys::Words(vocabulary) => format!(r#""enum":{}"#, texts(&vocabulary.words())),
            Keys::WordsAndNames(vocabulary) => self.word_or_name(vocabulary),
        };
        let (values, most) = (self.of(map.of), map.bound.max);
        format!(
            r#""type":"object","propertyNames":{{{keys}}},"additionalProperties":{{{values}}},"maxProperties":{most}"#
        )
    }
}

const AMOUNT: &str = r#""description":"An amount: digits without sign, separator or leading zero, in a currency with decimals with exactly as many of them. A number is accepted in currencies without decimals.","anyOf":[{"type":"string","pattern":"^(0|[1-9][0-9]{0,17})(\\.[0-9]{2,3})?$"},{"type":"integer","minimum":0,"maximum":9007199254740991}],"examples":["30000"]"#;
const DAY: &str = r#""description":"A day that exists, YYYY-MM-DD","type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$","examples":["2026-11-24"]"#;

fn rate() -> String {
    format!(
        r#""description":"A rate from 0 to 1 with at most {RATE_DECIMALS} decimals: 0.5 percent is \"0.005\"","type":"string","pattern":"^(0(\\.[0-9]{{1,{RATE_DECIMALS}}})?|1(\\.0{{1,{RATE_DECIMALS}}})?)$""#
    )
}

/// A type that has no other in it.
fn plain_type(of: &Type) -> String {
    let text = |pattern: &str| format!(r#""type":"string","pattern":"{pattern}""#);
    match of {
        Type::Format => r#""const":1"#.to_string(),
        Type::Flag => r#""type":"boolean""#.to_string(),
        Type::Null => r#""type":"null""#.to_string(),
        Type::Number(least, most) => number(*least, *most),
        Type::Word(vocabulary) => format!(r#""enum":{}"#, texts(&vocabulary.words())),
        Type::FilledText => format!(r#""type":"string","minLength":1,"maxLength":{TEXT_MAX}"#),
        Type::AccountCode => text(&format!("^[0-9A-Za-z]{{1,{CODE_MAX}}}$")),
        Type::Currency => format!(r#"{},"examples":["JPY"]"#, text("^[A-Z]{3}$")),
        Type::UtcOffset => format!(r#"{},"examples":["+09:00"]"#, text("^[+-][0-9]{2}:[0-9]{2}$")),
        Type::Time => text("^([01][0-9]|2[0-3]):[0-5][0-9]$"),
        Type::UnitPrice => {
            let more = UNIT_DIGITS.saturating_sub(1);
            text(&format!(r"^(0|[1-9][0-9]{{0,{more}}})(\\.[0-9]{{1,{UNIT_DECIMALS}}})?$"))
        }
        Type::Shape => format!(
            r#"{},"minLength":1,"maxLength":{NAME_MAX},"examples":["k000000.p12"]"#,
            text(r"^([^\\\\]|\\\\[\\s\\S])+$")
        ),
        Type::Digest => text("^[0-9a-f]{32}$"),
        Type::AccessCode => text(r"^access\\."),
        Type::AccessValue => r#""type":["string","integer","boolean"]"#.to_string(),
        Type::AccessOrdered => r#""type":["string","integer"]"#.to_string(),
        _ => format!(r#""type":"string","maxLength":{TEXT_MAX}"#),
    }
}

fn number(least: u32, most: u32) -> String {
    format!(r#""type":"integer","minimum":{least},"maximum":{most}"#)
}

fn required(object: &Object) -> Vec<&'static str> {
    let members = object.members.iter().filter(|member| matches!(member.absent, Absent::Required));
    members.map(|member| member.key).collect()
}

fn needs(required: &[&str]) -> String {
    if required.is_empty() { String::new() } else { format!(r#","required":{}"#, texts(required)) }
}

/// What leaving a member out means, where that can be written.
fn default(member: &Member) -> String {
    let value = match (&member.absent, &member.of) {
        (
            Absent::Is(value),
            Type::Flag | Type::Number(..) | Type::NumberOr(..) | Type::Either(Type::Flag, _),
        )
        | (Absent::Each(value), _) => (*value).to_string(),
        (Absent::Is(value), _) => quoted(value),
        (Absent::Zero, _) => quoted("0"),
        (Absent::All(words), _) => texts(words),
        (Absent::Empty, Type::List(_)) => "[]".to_string(),
        _ => return String::new(),
    };
    format!(r#","default":{value}"#)
}

fn texts(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    format!("[{}]", words.join(","))
}

/// A text of the table as JSON; none has control characters.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', r"\\").replace('"', "\\\""))
}
