//! The fields of the objects in a request, and of what else is read as one is.

/// The fields of an object.
pub(crate) trait Fields: Copy {
    /// The field of a name, if there is one.
    fn of(name: &[u8]) -> Option<Self>;
    /// Its name.
    fn name(self) -> &'static str;
    /// A bit of its own.
    fn bit(self) -> u32;
}

/// Declares the fields of an object, each with its name.
macro_rules! fields {
    ($fields:ident { $($field:ident = $name:literal,)+ }) => {
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $fields { $($field,)+ }

        impl $crate::request::fields::Fields for $fields {
            #[inline]
            fn of(name: &[u8]) -> Option<Self> {
                match name {
                    $(name if name == $name.as_bytes() => Some(Self::$field),)+
                    _ => None,
                }
            }

            fn name(self) -> &'static str {
                match self { $(Self::$field => $name,)+ }
            }

            #[inline]
            fn bit(self) -> u32 {
                #[expect(clippy::as_conversions, reason = "a field-less enum of at most 16 values")]
                let position = self as u32;
                1_u32.wrapping_shl(position)
            }
        }
    };
}

pub(crate) use fields;

fields! {
    RequestField {
        User = "user",
        Business = "business",
        Operation = "operation",
        Account = "account",
        Now = "now",
        ValueDate = "valueDate",
        Entry = "entry",
        Approvers = "approvers",
        Usage = "usage",
        Items = "items",
        Item = "item",
        Access = "access",
        Target = "target",
        SenderName = "senderName",
        SenderCode = "senderCode",
        Group = "group",
    }
}
fields! {
    ItemField {
        Payee = "payee",
        Payment = "payment",
        Bearer = "bearer",
        TypedFee = "typedFee",
        Pattern = "pattern",
        Edi = "edi",
    }
}
fields! {
    PayeeField {
        Kind = "kind",
        Bank = "bank",
        Branch = "branch",
        Type = "type",
        Number = "number",
        Name = "name",
        RegisteredOn = "registeredOn",
        RegisteredAt = "registeredAt",
        Document = "document",
    }
}
fields! {
    UsageField {
        Limit = "limit",
        Account = "account",
        Business = "business",
        User = "user",
        Payee = "payee",
        Day = "day",
        Used = "used",
    }
}
fields! {
    FactField {
        Requester = "requester",
        Approvers = "approvers",
        PayeeKind = "payeeKind",
        Entry = "entry",
        State = "state",
        Counted = "counted",
        CountedOn = "countedOn",
        Business = "business",
    }
}
fields! {
    TargetField {
        User = "user",
        CertificateState = "certificateState",
        OneTimePasswordState = "oneTimePasswordState",
    }
}

/// A field of a request: its own, or of a single business's item.
#[derive(Clone, Copy)]
pub(crate) enum TopField {
    Own(RequestField),
    Item(ItemField),
}

impl Fields for TopField {
    #[inline]
    fn of(name: &[u8]) -> Option<Self> {
        match RequestField::of(name) {
            Some(field) => Some(Self::Own(field)),
            None => ItemField::of(name).map(Self::Item),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Own(field) => field.name(),
            Self::Item(field) => field.name(),
        }
    }

    #[inline]
    fn bit(self) -> u32 {
        match self {
            Self::Own(field) => field.bit(),
            Self::Item(field) => field.bit().wrapping_shl(16),
        }
    }
}

/// A field of what was typed into an item.
#[derive(Clone, Copy)]
pub(crate) struct ContentField(pub TopField);

impl Fields for ContentField {
    fn of(name: &[u8]) -> Option<Self> {
        let field = TopField::of(name)?;
        let typed = match field {
            TopField::Item(_) => true,
            TopField::Own(field) => matches!(
                field,
                RequestField::Account
                    | RequestField::ValueDate
                    | RequestField::Entry
                    | RequestField::Items
                    | RequestField::SenderName
                    | RequestField::SenderCode
            ),
        };
        typed.then_some(Self(field))
    }

    fn name(self) -> &'static str {
        self.0.name()
    }

    fn bit(self) -> u32 {
        self.0.bit()
    }
}
