//! The JSON Schema of a form: what a field is called, what the documents have to choose from, and what its text must be like
//! (`docs/forms.md`, section 1.3).
//!
//! A schema is never stricter than the form: what the form calls valid is valid by it, where the form looks at what is typed at all.
//! What no schema can say stays out of it.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::characters::{TextRule, is_composed};
use crate::entry::question::Form;
use crate::lang::Lang;
use crate::language::bounds::NAME_MAX;
use crate::language::words::Word;
use crate::loaded::Company;
use crate::model::company::CompanyModel;
use crate::model::field::{FieldRule, RuledField, ValueRule};
use crate::model::service::Business;
use crate::money::Currency;
use crate::quote::{list, string};
use crate::reason::Field;
use crate::request::RequestError;
use crate::request::error::Mistake;
use crate::terms::{Bearer, Entry, Operation, PayeeKind, SchemaDraft};

mod characters;
#[cfg(feature = "forms")]
mod forms;

/// The form of a request.
const ENTRY: &str = "request";

impl Company {
    /// Appends the JSON Schema of a form (`request`, `company`, `user`, `account`, `feeTable`, `group`): titles in the language, the
    /// choices that the documents have, and of the bank's field rules what a schema can say. Without the feature `forms` there
    /// is that of `request` alone.
    ///
    /// Whatever the form calls valid is valid by the schema; what is valid by the schema may still have reasons.
    ///
    /// # Errors
    ///
    /// There is no such form; nothing is appended then.
    pub fn form_schema_json(
        &self,
        form: &str,
        lang: Lang,
        draft: SchemaDraft,
        out: &mut String,
    ) -> Result<(), RequestError> {
        let schema = Schema { model: &self.model, lang };
        let body = match Form::ALL.into_iter().find(|known| known.name() == form) {
            None if form == ENTRY => schema.request(),
            None => return Err(RequestError::at_path(Mistake::FormUnknown, "/form", [&form])),
            #[cfg(feature = "forms")]
            Some(form) => schema.of_document(form),
            #[cfg(not(feature = "forms"))]
            Some(_) => return Err(RequestError::at_path(Mistake::FormOfDocument, "/form", [&form])),
        };
        out.push_str("{\"$schema\":\"");
        out.push_str(match draft {
            SchemaDraft::Draft202012 => "https://json-schema.org/draft/2020-12/schema",
            SchemaDraft::Draft07 => "http://json-schema.org/draft-07/schema#",
        });
        out.push_str("\",");
        out.push_str(&body);
        out.push('}');
        Ok(())
    }
}

/// A schema being written, as the inside of JSON objects.
struct Schema<'m> {
    model: &'m CompanyModel,
    lang: Lang,
}

/// A property: its name, what a person calls it, and its schema.
type Property<'p> = (&'p str, Option<&'p str>, String);

/// An object that has these properties and no others.
fn object(properties: &[Property<'_>], required: &[&str]) -> String {
    let types = if required.is_empty() { r#"["object","null"]"# } else { r#""object""# };
    let mut out = format!(r#""type":{types},"properties":{{"#);
    for (at, (name, title, body)) in properties.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        string(name, &mut out);
        out.push_str(":{");
        if let Some(title) = title {
            out.push_str("\"title\":");
            string(title, &mut out);
            out.push_str(if body.is_empty() { "" } else { "," });
        }
        out.push_str(body);
        out.push('}');
    }
    out.push_str("},\"additionalProperties\":false");
    if !required.is_empty() {
        out.push_str(",\"required\":");
        list(required, &mut out, |name, out| string(name, out));
    }
    out
}

/// Words to choose one from, or nothing.
fn choice<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let mut out = String::from(r#""type":["string","null"],"enum":"#);
    list(words.into_iter().map(Some).chain([None]), &mut out, |word, out| match word {
        Some(word) => string(word, out),
        None => out.push_str("null"),
    });
    out
}

/// Words of which one must be chosen.
fn one_of<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let mut out = String::from(r#""type":"string","enum":"#);
    list(words, &mut out, string);
    out
}

/// A list of distinct words.
fn set<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let words: Vec<&str> = words.into_iter().collect();
    let items = if words.is_empty() {
        String::from("\"maxItems\":0")
    } else {
        format!(r#""items":{{{}}},"uniqueItems":true"#, one_of(words))
    };
    format!(r#""type":["array","null"],{items}"#)
}

/// An amount, as a text or a whole number.
fn amount(currency: Currency) -> String {
    match currency.decimals() {
        0 => String::from(r#""type":["string","integer","null"],"pattern":"^(0|[1-9][0-9]*)$""#),
        decimals => {
            format!(r#""type":["string","null"],"pattern":"^(0|[1-9][0-9]*)\\.[0-9]{{{decimals}}}$""#)
        }
    }
}

const TEXT: &str = r#""type":["string","null"]"#;
const DAY: &str = r#""type":["string","null"],"format":"date""#;

/// An id or key, as long as one may be; a byte is never less than a character.
fn name() -> String {
    format!(r#"{TEXT},"maxLength":{NAME_MAX}"#)
}

/// What a rule asks of a text, as keywords with a comma before each. A text that is normalised or cut may be anything before.
fn text_rule(rule: &TextRule, is_filled: bool) -> String {
    let mut out = String::new();
    if rule.normalise || rule.truncate {
        return out;
    }
    if is_filled && rule.min_length > 0 {
        out.push_str(&format!(",\"minLength\":{}", rule.min_length));
    }
    // A character and its mark count as one, so that more may be typed.
    if let Some(most) = rule.max_length.filter(|_| !is_composed(rule.kind)) {
        out.push_str(&format!(",\"maxLength\":{most}"));
    }
    if let Some(shape) = characters::shape(rule) {
        // An empty text is none.
        let shape = if is_filled { format!("^{shape}$") } else { format!("^({shape})?$") };
        out.push_str(",\"pattern\":");
        string(&shape, &mut out);
    } else if let Some(class) = characters::class(&rule.allowed) {
        out.push_str(",\"pattern\":");
        string(&format!("^[{class}]*$"), &mut out);
    }
    out
}

/// The same of a field; `is_filled` says that an empty one is not taken.
fn field_rule(rule: &FieldRule, is_filled: bool) -> String {
    match &rule.value {
        ValueRule::Text(rule) => text_rule(rule, is_filled),
        ValueRule::Amount(_) => String::new(),
    }
}

impl Schema<'_> {
    fn title(&self, field: Field) -> Option<&'static str> {
        Some(self.lang.of(field.label()))
    }

    /// The entry of a transfer.
    fn request(&self) -> String {
        let service = &self.model.service;
        let businesses = service.businesses.iter().map(|business| &*business.key);
        let people = self.model.people.iter();
        let users = people.clone().filter(|person| person.is_user()).map(|person| &*person.id);
        let groups = self.model.groups.iter().map(|group| &*group.key);
        let mut operations: Vec<&str> = Operation::words().collect();
        operations.extend(service.operations.iter().map(|own| &*own.key));
        let item = self.item();
        let mut properties = [
            ("user", self.title(Field::User), one_of(users)),
            ("group", self.title(Field::Group), choice(groups)),
            ("business", self.title(Field::Business), choice(businesses)),
            ("operation", self.title(Field::Operation), one_of(operations)),
            (
                "account",
                self.title(Field::Account),
                choice(self.model.accounts.iter().map(|account| &*account.id)),
            ),
            ("now", self.title(Field::Now), String::from(TEXT)),
            ("valueDate", self.title(Field::ValueDate), String::from(DAY)),
            ("entry", self.title(Field::Entry), choice(Entry::words())),
            (
                "approvers",
                self.title(Field::Approvers),
                format!(r#""type":["array","null"],"items":{{{TEXT}}}"#),
            ),
        ]
        .into_iter()
        .chain(item.clone())
        .collect::<Vec<Property<'_>>>();
        let items = format!(r#""type":["array","null"],"items":{{{}}}"#, object(&item, &[]));
        properties.extend([
            ("senderName", self.title(Field::SenderName), String::from(TEXT)),
            ("senderCode", self.title(Field::SenderCode), String::from(TEXT)),
            ("items", self.title(Field::Items), items),
            ("usage", None, String::new()),
            ("item", self.title(Field::Item), String::new()),
            ("access", self.title(Field::Access), String::new()),
            ("target", None, String::new()),
        ]);
        let mut out = object(&properties, &["user", "operation"]);
        let ruled = (0_u16..).zip(&service.businesses).filter_map(|(at, one)| self.ruled(at, one));
        let ruled: Vec<String> = ruled.collect();
        if !ruled.is_empty() {
            out.push_str(&format!(",\"allOf\":[{}]", ruled.join(",")));
        }
        out
    }

    /// What is typed of one item.
    fn item(&self) -> Vec<Property<'static>> {
        let text = || String::from(TEXT);
        let payee = [
            ("kind", Field::PayeeKind, choice(PayeeKind::words())),
            ("bank", Field::PayeeBank, text()),
            ("branch", Field::PayeeBranch, text()),
            ("type", Field::PayeeType, text()),
            ("number", Field::PayeeNumber, text()),
            ("name", Field::PayeeName, text()),
            ("registeredOn", Field::PayeeRegisteredOn, String::from(DAY)),
            ("registeredAt", Field::PayeeRegisteredAt, text()),
        ];
        let mut payee: Vec<Property<'_>> =
            payee.into_iter().map(|(name, field, body)| (name, self.title(field), body)).collect();
        payee.push(("document", None, String::from(r#""type":["boolean","null"]"#)));
        let money = || amount(self.model.service.currency);
        [
            ("payee", Field::Payee, object(&payee, &[])),
            ("payment", Field::Payment, money()),
            ("bearer", Field::Bearer, choice(Bearer::ALL.iter().map(|bearer| bearer.name()))),
            ("typedFee", Field::TypedFee, money()),
            ("pattern", Field::Pattern, text()),
            ("edi", Field::Edi, text()),
        ]
        .into_iter()
        .map(|(name, field, body)| (name, self.title(field), body))
        .collect()
    }

    /// What the field rules of a business ask when a transfer is made there, if anything.
    fn ruled(&self, at: u16, business: &Business) -> Option<String> {
        let rules = self.model.service.fields.request.of(at)?;
        let asked = |fields: &[(&str, RuledField)]| -> String {
            let mut out = String::new();
            for (name, field) in fields {
                let asks = rules.get(*field).map(|rule| field_rule(rule, false)).unwrap_or_default();
                if let Some(asks) = asks.strip_prefix(',') {
                    out.push_str(&format!(",\"{name}\":{{{asks}}}"));
                }
            }
            out
        };
        let inside = |body: &str| format!("\"properties\":{{{}}}", body.strip_prefix(',').unwrap_or(body));
        let payee = asked(&[
            ("bank", RuledField::Bank),
            ("branch", RuledField::Branch),
            ("type", RuledField::Type),
            ("number", RuledField::Number),
            ("name", RuledField::Name),
        ]);
        let mut item = asked(&[("edi", RuledField::Edi)]);
        if !payee.is_empty() {
            item.push_str(&format!(",\"payee\":{{{}}}", inside(&payee)));
        }
        if !business.kind.is_single() && !item.is_empty() {
            item = format!(",\"items\":{{\"items\":{{{}}}}}", inside(&item));
        }
        let mut all =
            asked(&[("senderName", RuledField::SenderName), ("senderCode", RuledField::SenderCode)]);
        all.push_str(&item);
        if all.is_empty() {
            return None;
        }
        let mut key = String::new();
        string(&business.key, &mut key);
        let create = Operation::Create.name();
        Some(format!(
            r#"{{"if":{{"properties":{{"business":{{"const":{key}}},"operation":{{"const":"{create}"}}}},"required":["business"]}},"then":{{{}}}}}"#,
            inside(&all)
        ))
    }
}

#[cfg(test)]
mod tests;
