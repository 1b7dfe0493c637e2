//! Other fields for a request that is kept.

use crate::json::Scanner;
use crate::request::error::Mistake;
use crate::request::fields::{Fields, ItemField, RequestField, TopField};
use crate::request::read::{REQUEST_BYTES_MAX, object};
use crate::request::{Request, RequestError, RequestLine};

/// Moves the fields that stand in the changes.
macro_rules! moved {
    ($seen:ident, $variant:ident, $fields:ident, $from:expr => $to:expr, $($field:ident: $member:ident,)+) => {
        $(if $seen & TopField::$variant($fields::$field).bit() != 0 { $to.$member = $from.$member; })+
    };
}

impl Request<'static> {
    /// Puts fields in the place of those that it has; nothing is changed where they cannot be read.
    ///
    /// # Errors
    ///
    /// As [`Request::from_json`].
    pub(crate) fn change(&mut self, text: &str) -> Result<(), RequestError> {
        if text.len() > REQUEST_BYTES_MAX {
            return Err(RequestError::new(Mistake::RequestSize, []));
        }
        let mut changes = Request::default();
        let mut seen = 0;
        let mut scanner = Scanner::new(text);
        object(&mut scanner, |scanner, field: TopField| {
            seen |= field.bit();
            changes.member(scanner, field)
        })?;
        scanner.end()?;
        self.take(seen, changes.into_owned());
        Ok(())
    }

    fn take(&mut self, seen: u32, changes: Self) {
        let (to, from) = (&mut self.single, changes.single);
        if seen & TopField::Item(ItemField::Payee).bit() != 0 {
            let RequestLine { payment, bearer, typed_fee, pattern, edi, .. } = core::mem::take(to);
            *to = RequestLine { payment, bearer, typed_fee, pattern, edi, ..from.clone() };
        }
        moved! { seen, Item, ItemField, from => to,
            Payment: payment, Bearer: bearer, TypedFee: typed_fee, Pattern: pattern, Edi: edi,
        }
        moved! { seen, Own, RequestField, changes => self,
            User: user, Business: business, Operation: operation, Account: account, Now: now, ValueDate: value_date,
            Entry: entry, Approvers: approvers, Usage: usage, Items: lines, Item: order, Access: access, Target: target,
            SenderName: sender_name, SenderCode: sender_code, Group: group,
        }
        if seen & TopField::Own(RequestField::Operation).bit() != 0 {
            self.own_operation = changes.own_operation;
        }
    }
}
