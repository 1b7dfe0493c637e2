//! The shape of accounts in a country (`settings.account`).

use crate::document::reader::Reader;
use crate::document::word::CodeCharacters;
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::model::field::CodeShape;
use crate::tree::Id;

/// Most characters of a code.
const CODE_MAX: u32 = 35;

/// Reads `account`.
pub(super) fn read(r: &mut Reader<'_>, id: Id, shapes: &mut [CodeShape; 4]) {
    let ([], found) = r.fields(id, [], ["bank", "branch", "type", "number"]);
    for (shape, id) in shapes.iter_mut().zip(found) {
        if let Some(id) = id {
            *shape = read_shape(r, id).unwrap_or(*shape);
        }
    }
}

/// So many digits, or an object.
fn read_shape(r: &mut Reader<'_>, id: Id) -> Option<CodeShape> {
    if r.tree().kind(id) != Kind::Object {
        return read_length(r, id).map(CodeShape::digits);
    }
    let ([], [characters, min_id, max_id]) = r.fields(id, [], ["characters", "minLength", "maxLength"]);
    let characters = characters.and_then(|id| r.choice::<CodeCharacters>(id));
    let [min, max] = [min_id, max_id].map(|id| id.and_then(|id| read_length(r, id)));
    let (min, max) = (min.unwrap_or(1), max.unwrap_or(35));
    if let Some(id) = min_id.or(max_id).filter(|_| max < min) {
        r.report(FindingCode::FieldsRange, id, [min, max].map(|length| Arg::number(usize::from(length))));
    }
    Some(CodeShape { letters: characters == Some(CodeCharacters::Alphanumerics), min, max })
}

fn read_length(r: &mut Reader<'_>, id: Id) -> Option<u8> {
    r.integer(id, 1, CODE_MAX).and_then(|length| u8::try_from(length).ok())
}
