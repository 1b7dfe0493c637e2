//! The form of a group, whose id is the key under which it stands in the document and no member of it.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;

use crate::form::answer::{FormAnswer, FormRefusal};
use crate::form::check::OfKey;
use crate::form::place::{DocumentWriter, FieldPlace};
use crate::form::question::{member, parse};
use crate::json::Kind;
use crate::quote::string;
use crate::reason::{Code, Detail};
use crate::request::RequestError;

/// The member of the form that is the key.
const ID: &str = "id";

/// The keys that groups have, as far as a form knows them.
pub(super) struct Keys<'d> {
    taken: BTreeSet<String>,
    /// That of the group which is changed.
    change: Option<&'d str>,
    stand_ins: usize,
}

/// A group of the document as the form has it: with its key as the first member.
pub(super) fn with_id(key: &str, group: &str) -> String {
    let mut text = format!("{{\"{ID}\":");
    string(key, &mut text);
    let rest = group.trim_start().strip_prefix('{').unwrap_or_default();
    if !rest.trim_start().starts_with('}') {
        text.push(',');
    }
    text.push_str(rest);
    text
}

/// A group of the form as the document has it.
pub(super) fn without_id(group: &str) -> Result<String, RequestError> {
    let tree = parse(group)?;
    let left_out = [String::from(ID)];
    let mut text = String::new();
    DocumentWriter { replaced: &[], left_out: &left_out }.write(&tree, tree.root(), "", &mut text);
    Ok(text)
}

impl<'d> Keys<'d> {
    pub(super) fn new<'k>(taken: impl Iterator<Item = &'k str>, change: Option<&'d str>) -> Self {
        Self { taken: taken.map(String::from).collect(), change, stand_ins: 0 }
    }

    /// Where a group of the form stands while it is checked. Its key is taken then; what is wrong with it is said in the answer.
    pub(super) fn place(
        &mut self,
        group: &str,
        answer: &mut FormAnswer,
    ) -> Result<(FieldPlace, OfKey), RequestError> {
        let tree = parse(group)?;
        let id = member(&tree, tree.root(), ID);
        let given = id.filter(|id| tree.kind(*id) == Kind::String).map(|id| tree.text(id));
        let fault = match (&given, self.change) {
            (None, _) if id.is_none() => None,
            (None, _) => Some(Code::FormChoice),
            (Some(key), Some(change)) if key != change => Some(Code::FormFixed),
            (Some(key), None) if self.taken.contains(&**key) => Some(Code::FormTaken),
            _ => None,
        };
        if id.is_none() {
            answer.miss(String::from("/id"));
        }
        // The rule of the field may have said that it is no text.
        let is_said = |reason: &FormRefusal| reason.is_of_rule() && reason.path == "/id";
        if let Some(code) = fault
            && (code != Code::FormChoice || !answer.reasons.iter().any(is_said))
        {
            answer.reasons.push(FormRefusal::rule(code, "/id", Detail::None));
        }
        let good = given.filter(|_| fault.is_none());
        let of_key = if good.is_some() { OfKey::Id } else { OfKey::StandIn };
        let key = match (self.change, good) {
            (Some(change), _) => String::from(change),
            (None, Some(key)) => {
                self.taken.insert(key.clone().into_owned());
                key.into_owned()
            }
            (None, None) => self.stand_in(),
        };
        Ok((FieldPlace::Group { key }, of_key))
    }

    /// A key that nothing can have, so that the rest of the group can be judged.
    fn stand_in(&mut self) -> String {
        self.stand_ins = self.stand_ins.saturating_add(1);
        format!("\u{1}{}", self.stand_ins)
    }
}
