//! What a request says of an existing item.

use super::{Result, boolean, counted_names, null, object, optional_text};
use crate::json::Scanner;
use crate::request::OrderFacts;
use crate::request::fields::FactField;

pub(super) fn item_facts<'r>(scanner: &mut Scanner<'r>) -> Result<Option<OrderFacts<'r>>> {
    if null(scanner)? {
        return Ok(None);
    }
    let mut facts = OrderFacts::default();
    object(scanner, |scanner, field| {
        match field {
            FactField::Requester => facts.requester = optional_text(scanner)?,
            FactField::Approvers if null(scanner)? => {}
            FactField::Approvers => {
                let (approvers, given) = counted_names(scanner)?;
                // An empty list says that nobody was named; one of which nothing is left says nothing.
                facts.approvers = (given == 0 || !approvers.is_empty()).then_some(approvers);
            }
            FactField::PayeeKind => facts.payee_kind = optional_text(scanner)?,
            FactField::Entry => facts.entry = optional_text(scanner)?,
            FactField::Counted => facts.counted = boolean(scanner)?,
            FactField::Business => facts.business = optional_text(scanner)?,
            FactField::State => facts.state = optional_text(scanner)?,
            FactField::CountedOn => facts.counted_on = optional_text(scanner)?,
        }
        Ok(())
    })?;
    Ok(Some(facts))
}
