//! What a request says of its visitor.

use alloc::vec::Vec;

use super::{ATTRIBUTES_MAX, Result, TEXT_BYTES_MAX, list, null, optional_text, twice, unknown, wrong_type};
use crate::json::{Kind, Scanner};
use crate::language::bounds::SET_VALUES;
use crate::request::error::{Expected, Mistake};
use crate::request::{AccessValue, RequestError, Text};

/// Reads the attributes of `access`, of which the service says later what they are.
pub(crate) fn access<'r>(
    scanner: &mut Scanner<'r>,
    attributes: &mut Vec<(Text<'r>, AccessValue<'r>)>,
) -> Result<()> {
    if null(scanner)? {
        return Ok(());
    }
    if scanner.peek()? != Kind::Object {
        return Err(wrong_type(Expected::Object));
    }
    scanner.enter()?;
    let mut first = true;
    while let Some((name, _)) = scanner.member(first)? {
        first = false;
        if name.len() > TEXT_BYTES_MAX {
            return Err(unknown(&name));
        }
        if attributes.iter().any(|(known, _)| *known == *name) {
            return Err(twice(&name));
        }
        if attributes.len() >= ATTRIBUTES_MAX {
            return Err(RequestError::new(Mistake::AccessLong, [&ATTRIBUTES_MAX]));
        }
        let value = access_value(scanner).map_err(|fault| fault.within(&name))?;
        attributes.push((name.into(), value));
    }
    Ok(())
}

/// The value of an attribute; an empty text where it is null.
fn access_value<'r>(scanner: &mut Scanner<'r>) -> Result<AccessValue<'r>> {
    match scanner.peek()? {
        Kind::Bool => Ok(AccessValue::Flag(scanner.boolean()?)),
        Kind::Number => {
            let number = scanner.number()?;
            if number.len() > TEXT_BYTES_MAX {
                return Err(RequestError::new(Mistake::NumberLong, []));
            }
            Ok(AccessValue::Number(number.into()))
        }
        Kind::String | Kind::Null => Ok(AccessValue::Text(optional_text(scanner)?.unwrap_or_default())),
        Kind::Array => {
            let mut words = Vec::new();
            list(scanner, SET_VALUES.max, |scanner, _| {
                if scanner.peek()? != Kind::String {
                    return Err(wrong_type(Expected::Text));
                }
                words.push(optional_text(scanner)?.unwrap_or_default());
                Ok(())
            })?;
            Ok(AccessValue::Set(words))
        }
        Kind::Object => Err(wrong_type(Expected::Attribute)),
    }
}
