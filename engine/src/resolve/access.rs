//! What a request says of its visitor (`docs/rules.md`, section 12.1), with its values as numbers.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::model::access::{Access, Attribute, Spelt, Stated};
use crate::request::{AccessValue, Request, RequestError};
use crate::tree::push_step;

type Result<T> = core::result::Result<T, RequestError>;

/// Fills in the values that conditions ask for; the others are checked all the same.
pub(super) fn resolve(access: &Access, request: &Request<'_>, values: &mut Vec<Stated>) -> Result<()> {
    values.clear();
    let [slots, _] = access.slots;
    values.resize(usize::from(slots), Stated::Missing);
    let mut seen = 0_u128;
    for (name, value) in &request.access {
        let (at, attribute) = find(access, name)?;
        let bit = 1_u128.checked_shl(u32::from(at)).unwrap_or(0);
        if seen & bit != 0 {
            let message = format!("the field `{name}` stands twice");
            return Err(RequestError::at_path("request.field.duplicate", path(name), message));
        }
        seen |= bit;
        let spelt = match value {
            AccessValue::Flag(flag) => Spelt::Flag(*flag),
            AccessValue::Text(text) => Spelt::Text(text),
            AccessValue::Number(digits) => Spelt::Number(digits),
        };
        let stated = attribute.read(spelt).ok_or_else(|| wrong(name, spelt, attribute))?;
        if let Some(place) = attribute.slot.and_then(|slot| values.get_mut(usize::from(slot))) {
            *place = stated;
        }
    }
    Ok(())
}

fn find<'a>(access: &'a Access, name: &str) -> Result<(u8, &'a Attribute)> {
    let found = access.attribute(name).and_then(|at| Some((at, access.attributes.get(usize::from(at))?)));
    let message = match found {
        Some((_, attribute)) if attribute.of_company => {
            format!("`{name}` is an attribute of the company, not of the request")
        }
        Some(found) => return Ok(found),
        None => format!("there is no attribute `{name}`"),
    };
    Err(RequestError::at_path("request.access.unknown", path(name), message))
}

fn path(name: &str) -> String {
    let mut path = String::from("/access/");
    push_step(name, &mut path);
    path
}

#[cold]
fn wrong(name: &str, value: Spelt<'_>, attribute: &Attribute) -> RequestError {
    let (described, _) = attribute.value_type.described();
    let value = match value {
        Spelt::Flag(true) => "true",
        Spelt::Flag(false) => "false",
        Spelt::Text(text) | Spelt::Number(text) => text,
    };
    let message = format!("`{value}` is not a value of `{name}`, which is {described}");
    RequestError::at_path("request.access.value", path(name), message)
}
