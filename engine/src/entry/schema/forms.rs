//! The forms of the company document.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Property, Schema, TEXT, amount, choice, field_rule, name, object, set};
use crate::entry::question::Form;
use crate::language::words::{Basis, CodeCharacters, TaxMode, Word};
use crate::model::field::{CodeShape, FieldRule, Required, ValueRule};
use crate::model::limit::Limit;
use crate::model::service::Business;
use crate::quote::string;
use crate::terms::{ApprovalMode, Bearer, LimitBearer, Method, PayeeKind, Role};
use crate::text::label_in;

/// What has the bank's own field behind its name where it is typed again.
const AGAIN: &str = "Again";

/// The limits of an account and day in one business.
const PARTS_OF_ACCOUNT: [&str; 3] = ["total", "adHoc", "preRegistered"];

/// A text, or a number that stands for one.
const TYPED: &str = r#""type":["string","number","null"]"#;

/// An object of which nothing more is said.
const OBJECT: &str = r#""type":["object","null"]"#;

/// A code of an account.
fn code(shape: CodeShape) -> String {
    let letters = if matches!(shape.characters, CodeCharacters::Alphanumerics) { "A-Za-z" } else { "" };
    format!(r#"{TEXT},"pattern":"^[0-9{letters}]{{{},{}}}$""#, shape.min, shape.max)
}

impl Schema<'_> {
    /// A form of the company document.
    pub(super) fn of_document(&self, form: Form) -> String {
        let fields = &self.model.service.fields;
        let (mut properties, rules) = match form {
            Form::Company => (self.company(), &fields.company),
            Form::User => (self.user(), &fields.user),
            Form::Account => (self.account(), &fields.account),
            Form::FeeTable => (self.fee_table(), &fields.fee_table),
            Form::Group => (self.group(), &fields.group),
        };
        let mut again = Vec::new();
        for (name, title, body) in &mut properties {
            for (ruled, _) in rules.iter().filter(|(_, rule)| rule.typed_twice) {
                if **ruled == **name {
                    again.push((format!("{name}{AGAIN}"), String::from(TYPED)));
                } else if ruled.strip_prefix(&**name).is_some_and(|rest| rest.starts_with('.')) {
                    // What is typed again stands beside it, deeper in.
                    *body = String::from(OBJECT);
                }
            }
            *title = label_in(form.name(), name).map(|words| self.lang.of(words));
            if let Some((_, rule)) = rules.iter().find(|(ruled, _)| **ruled == **name) {
                let asks = field_rule(rule, rule.required == Required::Always);
                if asks.contains("maxLength") && *body == super::name() {
                    *body = String::from(TEXT);
                }
                // Codes and amounts have a pattern of their own.
                if !body.contains("pattern") {
                    body.push_str(&asks);
                }
            }
        }
        let known = properties.len();
        let own = rules.iter().filter(|(name, _)| {
            let first = name.split('.').next().unwrap_or_default();
            !properties.iter().take(known).any(|(known, ..)| *known == first)
        });
        let own: Vec<(Vec<&str>, &FieldRule)> =
            own.map(|(name, rule)| (name.split('.').collect(), rule)).collect();
        let (mut own, mut required) = own_fields(&own);
        own.extend(again);
        let own: Vec<Property<'_>> = own.iter().map(|(name, body)| (&**name, None, body.clone())).collect();
        properties.extend(own);
        if form == Form::FeeTable {
            required.extend(["business", "bearer"]);
        }
        object(&properties, &required)
    }

    fn company(&self) -> Vec<Property<'_>> {
        let service = &self.model.service;
        let groups = service.businesses.iter().filter_map(|business| business.approval_group.as_deref());
        let mut names: Vec<&str> = Vec::new();
        for name in groups.chain(service.businesses.iter().map(|business| &*business.key)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let approval: Vec<Property<'_>> =
            names.into_iter().map(|name| (name, None, self.approval(name))).collect();
        let batches = service.businesses.iter().filter(|business| !business.kind.is_single());
        let mut limits: Vec<Property<'_>> =
            batches.map(|business| (&*business.key, None, amount(service.currency))).collect();
        let of_company = |bearer| matches!(bearer, LimitBearer::Company | LimitBearer::Payee);
        limits.extend(self.declared(of_company));
        [
            ("name", String::from(TEXT)),
            ("nameKana", String::from(TEXT)),
            ("approval", object(&approval, &[])),
            ("groups", format!(r#"{OBJECT},"additionalProperties":{{{OBJECT}}}"#)),
            ("limits", object(&limits, &[])),
            ("access", String::from(OBJECT)),
        ]
        .map(|(name, body)| (name, None, body))
        .into()
    }

    /// The modes that every business of a key allows, and a policy where they do.
    fn approval(&self, key: &str) -> String {
        let service = &self.model.service;
        let is_group = |one: &&Business| one.approval_group.as_deref() == Some(key);
        let all = || service.businesses.iter();
        let by_group = all().any(|one| is_group(&one));
        let is_meant = |one: &&Business| if by_group { is_group(one) } else { *one.key == *key };
        let allows = |mode: ApprovalMode| all().filter(is_meant).all(|business| business.allows(mode));
        let modes = ApprovalMode::ALL.iter().filter(|mode| **mode != ApprovalMode::Policy);
        let modes = choice(modes.filter(|mode| allows(**mode)).map(|mode| mode.name()));
        if !allows(ApprovalMode::Policy) {
            return modes;
        }
        format!(
            r#""anyOf":[{{{modes}}},{{"type":"object","properties":{{"policy":{{"type":"array"}}}},"additionalProperties":false,"required":["policy"]}}]"#
        )
    }

    /// The limits that the bank declares for somebody.
    fn declared(&self, is_his: impl Fn(LimitBearer) -> bool) -> Vec<Property<'_>> {
        let service = &self.model.service;
        let his = |limit: &&Limit| limit.fixed.is_none() && is_his(limit.bearer);
        let limits = service.limits.declared().map(|(_, limit)| limit).filter(his);
        limits
            .map(|limit| {
                let label = limit.label.as_ref().map(|(ja, en)| self.lang.of((&**ja, &**en)));
                (&*limit.key, label, amount(limit.currency(service.currency)))
            })
            .collect()
    }

    /// What a user may be given, and a group for its users: accounts, rights, limits per operation, 明細上限金額.
    fn given(&self) -> [Property<'_>; 4] {
        let service = &self.model.service;
        let money = || amount(service.currency);
        let kinds: Vec<Property<'_>> = PayeeKind::words().map(|kind| (kind, None, money())).collect();
        let mut limits: Vec<Property<'_>> = Vec::new();
        let mut caps: Vec<Property<'_>> = Vec::new();
        for business in &service.businesses {
            let body = if business.kind.is_single() { object(&kinds, &[]) } else { money() };
            limits.push((&business.key, None, body));
            caps.push((&business.key, None, money()));
        }
        limits.extend(self.declared(|bearer| bearer == LimitBearer::User));
        [
            ("accounts", set(self.model.accounts.iter().map(|account| &*account.id))),
            ("rights", set(service.rights.iter().map(|right| &*right.name))),
            ("limits", object(&limits, &[])),
            ("approverPerItem", object(&caps, &[])),
        ]
        .map(|(name, body)| (name, None, body))
    }

    fn user(&self) -> Vec<Property<'_>> {
        let flag = String::from(r#""type":["boolean","null"]"#);
        let mut properties: Vec<Property<'_>> = [
            ("id", name()),
            ("role", choice(Role::words())),
            ("enabled", flag),
            ("groups", set(self.model.groups.iter().map(|group| &*group.key))),
        ]
        .map(|(name, body)| (name, None, body))
        .into();
        properties.extend(self.given());
        properties.push(("name", None, String::from(TEXT)));
        properties.push(("access", None, String::from(OBJECT)));
        properties
    }

    fn group(&self) -> Vec<Property<'_>> {
        let words = ["ja", "en"].map(|lang| (lang, None, String::from(TEXT)));
        let mut properties: Vec<Property<'_>> =
            alloc::vec![("id", None, name()), ("label", None, object(&words, &[]))];
        properties.extend(self.given());
        properties.push(("access", None, String::from(OBJECT)));
        properties
    }

    fn account(&self) -> Vec<Property<'_>> {
        let service = &self.model.service;
        let [bank, branch, kind, number] = service.settings.account.shapes().map(code);
        let parts: Vec<Property<'_>> =
            PARTS_OF_ACCOUNT.map(|part| (part, None, amount(service.currency))).into();
        let single = service.businesses.iter().filter(|business| business.kind.is_single());
        let mut limits: Vec<Property<'_>> =
            single.map(|business| (&*business.key, None, object(&parts, &[]))).collect();
        limits.extend(self.declared(|bearer| bearer == LimitBearer::Account));
        [
            ("id", name()),
            ("bank", bank),
            ("branch", branch),
            ("type", kind),
            ("number", number),
            ("limits", object(&limits, &[])),
        ]
        .map(|(name, body)| (name, None, body))
        .into()
    }

    fn fee_table(&self) -> Vec<Property<'_>> {
        let service = &self.model.service;
        [
            ("business", choice(service.businesses.iter().map(|business| &*business.key))),
            ("bearer", choice(Bearer::ALL.iter().map(|bearer| bearer.name()))),
            ("basis", choice(Basis::words())),
            ("method", choice(Method::words())),
            ("minimum", amount(service.currency)),
            ("tables", String::from(r#""type":["array","null"],"items":{"type":"object"}"#)),
            ("tax", choice(TaxMode::words())),
        ]
        .map(|(name, body)| (name, None, body))
        .into()
    }
}

/// The bank's own fields, whose names with dots lead into objects; and those that must always be there.
fn own_fields<'r>(fields: &[(Vec<&'r str>, &FieldRule)]) -> (Vec<(String, String)>, Vec<&'r str>) {
    let (mut own, mut required): (Vec<(String, String)>, Vec<&str>) = (Vec::new(), Vec::new());
    for (path, rule) in fields {
        let Some((first, rest)) = path.split_first() else { continue };
        let is_always = rule.required == Required::Always;
        if is_always && !required.contains(first) {
            required.push(first);
        }
        if own.iter().any(|(known, _)| known == first) {
            continue;
        }
        if rest.is_empty() {
            let body = of_rule(rule, is_always);
            if rule.typed_twice {
                own.push((format!("{first}{AGAIN}"), body.clone()));
            }
            own.push((String::from(*first), body));
            continue;
        }
        let inner: Vec<(Vec<&str>, &FieldRule)> = fields
            .iter()
            .filter(|(path, _)| path.len() > 1 && path.first() == Some(first))
            .map(|(path, rule)| (path.iter().skip(1).copied().collect(), *rule))
            .collect();
        let (inner, needed) = own_fields(&inner);
        let inner: Vec<Property<'_>> =
            inner.iter().map(|(name, body)| (&**name, None, body.clone())).collect();
        own.push((String::from(*first), object(&inner, &needed)));
    }
    (own, required)
}

/// One of the bank's own fields: a text, or a number that stands for one, or an amount.
fn of_rule(rule: &FieldRule, is_always: bool) -> String {
    let mut out = String::from(TYPED);
    if let ValueRule::Text(text) = &rule.value
        && !text.list.is_empty()
        && is_always
        && !text.normalise
        && !text.truncate
        && !text
            .list
            .iter()
            .any(|word| word.starts_with(|first: char| first.is_ascii_digit() || first == '-'))
    {
        out = String::from(r#""type":"string","enum":"#);
        crate::quote::list(&*text.list, &mut out, |word, out| string(word, out));
        return out;
    }
    out.push_str(&field_rule(rule, is_always));
    out
}
