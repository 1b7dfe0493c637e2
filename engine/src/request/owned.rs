//! Values that borrow nothing, for hosts that keep a request longer than the text that it was read from.

use alloc::vec::Vec;

use crate::request::{AccessValue, OrderFacts, Request, RequestLine, RequestUsage, Target, Text, Typed};
use crate::terms::Operation;

/// What can be made to borrow nothing.
pub(crate) trait Own {
    /// The same without a borrow.
    type Owned;
    fn own(self) -> Self::Owned;
}

impl<T: Own> Own for Option<T> {
    type Owned = Option<T::Owned>;

    fn own(self) -> Self::Owned {
        self.map(T::own)
    }
}

impl<T: Own> Own for Vec<T> {
    type Owned = Vec<T::Owned>;

    fn own(self) -> Self::Owned {
        self.into_iter().map(T::own).collect()
    }
}

impl<A: Own, B: Own> Own for (A, B) {
    type Owned = (A::Owned, B::Owned);

    fn own(self) -> Self::Owned {
        (self.0.own(), self.1.own())
    }
}

/// What borrows nothing as it is.
macro_rules! own_as_it_is {
    ($($name:ty)+) => {$(
        impl $crate::request::owned::Own for $name {
            type Owned = Self;

            fn own(self) -> Self {
                self
            }
        }
    )+};
}

/// A struct, by all of its fields: one that is left out does not compile.
macro_rules! own_fields {
    ($name:ident { $($field:ident)+ }) => {
        impl $crate::request::owned::Own for $name<'_> {
            type Owned = $name<'static>;

            fn own(self) -> Self::Owned {
                $name { $($field: $crate::request::owned::Own::own(self.$field),)+ }
            }
        }

        impl $name<'_> {
            /// The same, borrowing nothing.
            #[must_use]
            pub fn into_owned(self) -> $name<'static> {
                $crate::request::owned::Own::own(self)
            }
        }
    };
}

pub(crate) use {own_as_it_is, own_fields};

own_as_it_is! { bool u32 Operation }

impl Own for Text<'_> {
    type Owned = Text<'static>;

    fn own(self) -> Text<'static> {
        self.into_owned()
    }
}

impl Own for Typed<'_> {
    type Owned = Typed<'static>;

    fn own(self) -> Typed<'static> {
        self.into_owned()
    }
}

impl Own for AccessValue<'_> {
    type Owned = AccessValue<'static>;

    fn own(self) -> AccessValue<'static> {
        match self {
            Self::Flag(flag) => AccessValue::Flag(flag),
            Self::Text(text) => AccessValue::Text(text.own()),
            Self::Number(token) => AccessValue::Number(token.own()),
            Self::Set(words) => AccessValue::Set(words.own()),
        }
    }
}

own_fields! {
    Request {
        user business operation own_operation group account now value_date entry single lines approvers usage order access target sender_name
        sender_code
    }
}
own_fields! {
    RequestLine {
        payee_kind bank branch account_type number name registered_on registered_at document payment bearer typed_fee pattern edi
    }
}
own_fields! { RequestUsage { limit account business user payee day used } }
own_fields! { OrderFacts { requester approvers payee_kind entry state counted counted_on business } }
own_fields! { Target { user certificate_state one_time_password_state } }
