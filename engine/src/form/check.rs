//! Checking a form: the result, the field rules, and the company document with the result in its place.

use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::string::String;

use crate::document::{Change, KeptDocument, Listed};
use crate::finding::{Finding, FindingCode, Findings, KEPT_MAX, Severity};
use crate::form::answer::{FormAnswer, FormRefusal};
use crate::form::changed::changed_fields;
use crate::form::group::{Keys, with_id, without_id};
use crate::form::hanging;
use crate::form::kept::Kept;
use crate::form::place::{DocumentWriter, FieldPlace};
use crate::form::question::{Form, FormQuestion, parse};
use crate::form::rows::check_rows;
use crate::form::rules::Rules;
use crate::json::Kind;
use crate::language::words::NEVER_DECLARED;
use crate::loaded::Service;
use crate::quote::push_step;
use crate::reason::{Code, Detail};
use crate::request::RequestError;
use crate::request::error::Mistake;
use crate::terms::Bearer;
use crate::tree::Id;

/// The element of a form.
struct Element<'k> {
    place: FieldPlace,
    /// What stands there; none for a new element.
    old: Option<Cow<'k, str>>,
}

/// How the document with the result in it is checked; the answer is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// By what is kept of it, as far as that will do.
    Kept,
    /// As a whole.
    #[cfg(test)]
    Whole,
}

/// Answers a form.
pub(super) fn check(kept: &Kept, question: &str, how: How) -> Result<FormAnswer, RequestError> {
    let service = kept.company.service();
    let tree = parse(question)?;
    let question = FormQuestion::read(&tree)?;
    if let Some(rows) = &question.rows {
        return check_rows(kept, &question, rows);
    }
    let mut rules = Rules::new(service, &question)?;
    let document = whole(kept)?;
    let mut answer = FormAnswer::new(service);
    answer.lang = question.lang;
    let element = match question.form {
        Form::Company => Some(Element { place: FieldPlace::Whole, old: Some(document.text().into()) }),
        Form::User => Some(in_list(Listed::Users, &question, document)?),
        Form::Account => Some(in_list(Listed::Accounts, &question, document)?),
        Form::FeeTable => fee_entry(service, &question, document)?,
        Form::Group => Some(group(&question, document)?),
    };
    let Some(mut element) = element else {
        if !question.remove {
            rules.check(None, &mut answer);
        }
        check_fee_place(service, &question, &mut answer);
        let after = || Some(kept.company.clone());
        answer.hanging = hanging::find(&kept.company, &question, None, &after, None)?;
        return Ok(answer);
    };
    rules.is_new = element.old.is_none();
    if !question.remove {
        answer.result = Some(result(&rules, &question, element.old.as_deref(), &mut answer)?);
    }
    let old = element.old.as_deref().unwrap_or("{}");
    answer.changed = changed_fields(old, answer.result.as_deref().unwrap_or("{}"))?;
    let mut of_key = OfKey::Element;
    let mut written = answer.result.clone();
    if question.form == Form::Group
        && let Some(result) = &answer.result
    {
        let mut keys = Keys::new(document.group_keys(), question.change.as_deref());
        written = Some(without_id(result)?);
        (element.place, of_key) = keys.place(&result.clone(), &mut answer)?;
    }
    let new = || -> Result<String, RequestError> {
        Ok(element.place.document(&parse(document.text())?, written.as_deref()))
    };
    let after = || service.company_from_json(&new().ok()?).ok();
    let old = element.old.as_deref();
    answer.hanging = hanging::find(&kept.company, &question, old, &after, answer.result.as_deref())?;
    let by_kept = match how {
        How::Kept => by_kept(kept, document, &element.place, written.as_deref()),
        #[cfg(test)]
        How::Whole => None,
    };
    let findings = match by_kept {
        Some(findings) => findings,
        None => service.check_company(&new()?),
    };
    let place = (!question.remove).then(|| element.place.pointer());
    let known = known_warnings(kept.company.warnings(), &element.place, question.remove);
    for finding in &findings {
        tell(finding, place.as_deref(), of_key, &known, &mut answer);
    }
    Ok(answer)
}

/// The document, of which a part has not all.
pub(super) fn whole(kept: &Kept) -> Result<&KeptDocument, RequestError> {
    kept.document.as_ref().ok_or_else(|| RequestError::new(Mistake::FormPart, []))
}

/// What a finding about an element as a whole is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OfKey {
    /// The element.
    Element,
    /// The key under which a group stands, which is its id.
    Id,
    /// The key that stands in for one that is not known: nothing is said of it.
    StandIn,
}

/// The warnings of a document by their codes and places.
pub(super) type KnownWarnings = BTreeSet<(FindingCode, String)>;

/// Says in the answer what was found; `place` is where the element stands in the document.
pub(super) fn tell(
    finding: &Finding,
    place: Option<&str>,
    of_key: OfKey,
    known: &KnownWarnings,
    answer: &mut FormAnswer,
) {
    let inside = place.and_then(|place| inside(&finding.path, place));
    let inside = match (inside, of_key) {
        (Some(""), OfKey::StandIn) => return,
        (Some(""), OfKey::Id) => Some("/id"),
        (inside, _) => inside,
    };
    if finding.severity == Severity::Error {
        judge(finding, inside, answer);
    } else {
        warn(finding, inside, known, answer);
    }
}

/// The findings about the document with a value in a place, or without what stands there, as far as what is kept tells them
/// all; warnings that neither are about the element nor rest on it may be missing.
fn by_kept(
    kept: &Kept,
    document: &KeptDocument,
    place: &FieldPlace,
    value: Option<&str>,
) -> Option<Findings> {
    let service = &kept.company.service().model;
    let findings = match place {
        FieldPlace::InList { list, at } => {
            document.check(service, &Change { list: *list, at: *at, value })?
        }
        FieldPlace::Fees { bearer, business } => document.check_fees(service, bearer, business, value)?,
        FieldPlace::Whole | FieldPlace::Group { .. } => return None,
    };
    // As many as are kept of a document are not told apart from more.
    let most = KEPT_MAX.saturating_sub(kept.company.warnings().len());
    (findings.len() < most).then_some(findings)
}

/// The warnings that the document has as it is, by code and by the place that they will have.
pub(super) fn known_warnings(findings: &Findings, place: &FieldPlace, remove: bool) -> KnownWarnings {
    let moved = |path: &str| if remove { place.moved(path) } else { String::from(path) };
    let mut known = BTreeSet::new();
    known.extend(findings.iter().map(|finding| (finding.code, moved(&finding.path))));
    known
}

/// Adds a warning of the new document, unless it lies elsewhere and the document has it as it is.
fn warn(finding: &Finding, inside: Option<&str>, known: &KnownWarnings, answer: &mut FormAnswer) {
    if let Some(inside) = inside {
        answer.warnings.push(FormRefusal::finding(String::from(inside), None, finding.clone()));
    } else if !known.contains(&(finding.code, finding.path.clone())) {
        let place = Some(finding.path.clone());
        answer.warnings.push(FormRefusal::finding(String::new(), place, finding.clone()));
    }
}

/// The rest of a path that lies within a place.
fn inside<'p>(path: &'p str, place: &str) -> Option<&'p str> {
    path.strip_prefix(place).filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The element of a list that `change` names, or a new one behind the last.
fn in_list<'k>(
    list: Listed,
    question: &FormQuestion<'_>,
    document: &'k KeptDocument,
) -> Result<Element<'k>, RequestError> {
    let Some(change) = &question.change else {
        return Ok(Element { place: FieldPlace::InList { list, at: document.len(list) }, old: None });
    };
    let (at, old) = document.element(list, change).ok_or_else(|| {
        RequestError::at_path(Mistake::FormElement, "/change", [&question.form.name(), change])
    })?;
    Ok(Element { place: FieldPlace::InList { list, at }, old: Some(old.into()) })
}

/// The group that `change` names, or a new one, whose key is not known yet.
fn group<'k>(question: &FormQuestion<'_>, document: &'k KeptDocument) -> Result<Element<'k>, RequestError> {
    let Some(key) = question.change.as_deref() else {
        return Ok(Element { place: FieldPlace::Group { key: String::new() }, old: None });
    };
    let old = document.group(key).ok_or_else(|| {
        RequestError::at_path(Mistake::FormElement, "/change", [&question.form.name(), &key])
    })?;
    let old = with_id(key, old);
    Ok(Element { place: FieldPlace::Group { key: key.into() }, old: Some(old.into()) })
}

/// A field of the form that says where a fee table stands; none where it is missing.
fn place_field<'t>(question: &FormQuestion<'t>, name: &str) -> Option<(Id, Cow<'t, str>)> {
    let id = question.member(name)?;
    let text = question.tree.text(id);
    let missing = match question.tree.kind(id) {
        Kind::Null => true,
        Kind::String => text.is_empty(),
        _ => false,
    };
    (!missing).then_some((id, text))
}

/// The entry of `fees` that the form is about; none where its place is not known.
fn fee_entry<'k>(
    service: &Service,
    question: &FormQuestion<'_>,
    document: &'k KeptDocument,
) -> Result<Option<Element<'k>>, RequestError> {
    let business = place_field(question, "business").map(|(_, text)| text);
    let bearer = place_field(question, "bearer").and_then(|(_, text)| Bearer::from_name(&text));
    let known = business.filter(|business| service.model.business(business).is_some());
    let (Some(business), Some(bearer)) = (known, bearer) else { return Ok(None) };
    let bearer = match bearer {
        Bearer::Payee => "payeeBorne",
        Bearer::Payer => "payerBorne",
    };
    let old = document.fees(bearer, &business).map(Cow::Borrowed);
    if question.remove && old.is_none() {
        return Err(RequestError::at_path(Mistake::FormFees, "/input", [&bearer, &business]));
    }
    Ok(Some(Element { place: FieldPlace::Fees { bearer, business: business.into_owned() }, old }))
}

/// Says why the place of a fee table is not known.
fn check_fee_place(service: &Service, question: &FormQuestion<'_>, answer: &mut FormAnswer) {
    for name in question.form.places() {
        let pointer = alloc::format!("/{name}");
        let known = |text: &str| match *name {
            "business" => service.model.business(text).is_some(),
            _ => Bearer::from_name(text).is_some(),
        };
        match place_field(question, name) {
            None => answer.miss(pointer),
            Some((_, text)) if known(&text) => {}
            Some(_) => answer.reasons.push(FormRefusal::rule(Code::FormChoice, pointer, Detail::None)),
        }
    }
}

/// The element with the input in its place, normalised; the field rules have spoken then.
pub(super) fn result(
    rules: &Rules<'_>,
    question: &FormQuestion<'_>,
    old: Option<&str>,
    answer: &mut FormAnswer,
) -> Result<String, RequestError> {
    let form = question.form;
    let writer = DocumentWriter { replaced: &[], left_out: rules.again() };
    let mut merged = String::new();
    let old = old.map(parse).transpose()?;
    let old = old.as_ref().map(|old| (old, old.root()));
    match (question.input, old) {
        (Some(input), _) => {
            let levels = |key: &str| form.members().contains(&key).then(|| form.levels(key));
            writer.merge(old, (question.tree, input), "", &levels, &mut merged);
        }
        (None, Some((tree, id))) => DocumentWriter::default().write(tree, id, "", &mut merged),
        (None, None) => merged.push_str("{}"),
    }
    let tree = parse(&merged)?;
    let replaced = rules.check(Some(&tree), answer);
    if replaced.is_empty() {
        return Ok(merged);
    }
    let mut text = String::new();
    DocumentWriter { replaced: &replaced, left_out: &[] }.write(&tree, tree.root(), "", &mut text);
    Ok(text)
}

/// Makes a reason or a missing field of a finding, which may be inside the element.
fn judge(finding: &Finding, inside: Option<&str>, answer: &mut FormAnswer) {
    match (inside, finding.code) {
        (Some(inside), FindingCode::FieldMissing) => answer.miss(String::from(inside)),
        (Some(inside), FindingCode::LimitMissing) => answer.miss(limit_pointer(inside, finding)),
        // The rule of the field has said that this is no such amount.
        (Some(inside), FindingCode::LimitDigits | FindingCode::AmountMalformed)
            if answer.reasons.iter().any(|reason| reason.is_of_rule() && reason.path == inside) => {}
        (Some(inside), _) => {
            answer.reasons.push(FormRefusal::finding(String::from(inside), None, finding.clone()));
        }
        (None, _) => {
            let place = Some(finding.path.clone());
            answer.reasons.push(FormRefusal::finding(String::new(), place, finding.clone()));
        }
    }
}

/// Where a limit that is not set would stand.
fn limit_pointer(inside: &str, finding: &Finding) -> String {
    let (limit, business) = (finding.word(0), finding.word(1));
    let owner = inside.split_once("/limits").map_or(inside, |(owner, _)| owner);
    let mut pointer = alloc::format!("{owner}/limits/");
    // A declared limit has a key of its own; those that every bank has stand under their business.
    if !NEVER_DECLARED.contains(&limit.split('.').next().unwrap_or(limit)) {
        push_step(limit, &mut pointer);
        return pointer;
    }
    push_step(business, &mut pointer);
    if let Some((_, part)) = limit.split_once('.') {
        pointer.push('/');
        push_step(part, &mut pointer);
    }
    pointer
}
