//! What a request says of its visitor (`docs/rules.md`, section 12.1), with its values as numbers.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::message::Arg;
use crate::model::access::{Access, Attribute, AttributePlace, Spelt, Stated};
use crate::quote::push_step;
use crate::request::error::Mistake;
use crate::request::{AccessValue, Request, RequestError};

type Result<T> = core::result::Result<T, RequestError>;

/// Fills in the values that conditions ask for; the others are checked all the same.
pub(super) fn resolve(access: &Access, request: &Request<'_>, values: &mut Vec<Stated>) -> Result<()> {
    say_nothing(access, values);
    let mut seen = 0_u128;
    for (name, value) in &request.access {
        let (at, attribute) = find(access, name)?;
        let bit = 1_u128.checked_shl(u32::from(at)).unwrap_or(0);
        if seen & bit != 0 {
            return Err(RequestError::at_path(Mistake::FieldDuplicate, path(name), [name]));
        }
        seen |= bit;
        let stated = match value {
            AccessValue::Flag(flag) => attribute.read(Spelt::Flag(*flag)),
            AccessValue::Text(text) => attribute.read(Spelt::Text(text)),
            AccessValue::Number(digits) => attribute.read(Spelt::Number(digits)),
            AccessValue::Set(words) => attribute.read_set(words.iter().map(|word| &**word)),
        };
        let stated = stated.ok_or_else(|| wrong(name, value, attribute))?;
        if let Some(place) = attribute.slot.and_then(|slot| values.get_mut(usize::from(slot))) {
            *place = stated;
        }
    }
    Ok(())
}

/// A request without attributes.
pub(super) fn say_nothing(access: &Access, values: &mut Vec<Stated>) {
    values.clear();
    let [slots, ..] = access.slots;
    values.resize(usize::from(slots), Stated::Missing);
}

fn find<'a>(access: &'a Access, name: &str) -> Result<(u8, &'a Attribute)> {
    let found = access.attribute(name).and_then(|at| Some((at, access.attributes.get(usize::from(at))?)));
    let mistake = match found {
        Some((_, attribute)) if attribute.place != AttributePlace::Request => Mistake::AccessOfCompany,
        Some(found) => return Ok(found),
        None => Mistake::AccessUnknown,
    };
    Err(RequestError::at_path(mistake, path(name), [&name]))
}

fn path(name: &str) -> String {
    let mut path = String::from("/access/");
    push_step(name, &mut path);
    path
}

#[cold]
fn wrong(name: &str, value: &AccessValue<'_>, attribute: &Attribute) -> RequestError {
    let (en, ja) = attribute.value_type.described();
    let value = match value {
        AccessValue::Flag(true) => "true".into(),
        AccessValue::Flag(false) => "false".into(),
        AccessValue::Text(text) | AccessValue::Number(text) => String::from(&**text),
        AccessValue::Set(words) => words.iter().map(|word| &**word).collect::<Vec<_>>().join(", "),
    };
    let words = vec![Arg::whole(&value), Arg::whole(name), Arg::Term(en, ja)];
    RequestError::of_words(Mistake::AccessValue, path(name), words)
}
