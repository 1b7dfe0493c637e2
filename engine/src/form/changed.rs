//! Which fields have changed.

use alloc::string::String;
use alloc::vec::Vec;

use crate::changed::Comparison;
use crate::form::question::parse;
use crate::json::Kind;
use crate::request::RequestError;
use crate::request::error::Expected;

/// The pointers of the fields in which an object differs from what it was before: first those that it has, in its order,
/// then those that it has no more (`docs/forms.md`, section 1). Objects are gone into, lists count as a whole, and an
/// amount is the same whether it is a text or a number.
///
/// # Errors
///
/// One of the texts is no JSON object, or has a key twice.
///
/// # Examples
///
/// ```
/// let before = r#"{ "id": "taro", "limits": { "payroll": "100", "bonus": "5" } }"#;
/// let after = r#"{ "id": "taro", "name": "太郎", "limits": { "payroll": 100 } }"#;
/// assert_eq!(kessai::form::changed_fields(before, after)?, ["/name", "/limits/bonus"]);
/// # Ok::<(), kessai::RequestError>(())
/// ```
pub fn changed_fields(before: &str, after: &str) -> Result<Vec<String>, RequestError> {
    let (before, after) = (parse(before)?, parse(after)?);
    for tree in [&before, &after] {
        if tree.kind(tree.root()) != Kind::Object {
            return Err(RequestError::wrong_type("", Expected::Object));
        }
    }
    Ok(Comparison::OfDocuments.changed(&before, &after))
}
