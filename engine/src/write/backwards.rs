//! The answers backwards as JSON.

use alloc::string::String;

use crate::loaded::Company;
use crate::reason::{More, Pointer, Refusal};
use crate::write::AnswerWriter;
use crate::write::block::Block;

/// Appends `{"largest","stops","more","missing"}` (`docs/forms.md`, section 2.1).
pub(crate) fn largest(
    company: &Company,
    payment: Option<i64>,
    (stops, more): (&[Refusal], &[More]),
    missing: &[Pointer],
    out: &mut String,
) {
    let currency = company.model.service.currency;
    let mut writer = AnswerWriter { company, currency, out: Block::new(out) };
    match payment {
        None => writer.text("{\"largest\":null"),
        Some(payment) => {
            writer.text("{\"largest\":\"");
            writer.amount(payment);
            writer.text("\"");
        }
    }
    writer.text(",\"stops\":");
    writer.list(stops, AnswerWriter::reason);
    writer.more(more);
    writer.missing(missing);
    writer.text("}");
    writer.out.flush();
}
