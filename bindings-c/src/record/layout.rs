//! The layout of every record, said once: the header's structs, the copybook and the table of offsets are made from here.

use crate::record::field::Kind;

mod open;
mod order;
mod request;
mod verdict;
pub(crate) mod words;

pub use open::{kessai_record_handle, kessai_record_message, kessai_record_paths, kessai_record_text};
pub use order::{
    kessai_record_alternative, kessai_record_approval, kessai_record_event, kessai_record_order,
    kessai_record_order_step,
};
pub use request::{
    kessai_record_access, kessai_record_attribute, kessai_record_item, kessai_record_request,
    kessai_record_usage,
};
pub use verdict::{
    kessai_record_item_reason, kessai_record_item_verdict, kessai_record_limit, kessai_record_missing,
    kessai_record_reason, kessai_record_row, kessai_record_step, kessai_record_verdict,
};
pub use words::Words;

/// How a record or a group of fields is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// The name of the struct.
    pub name: &'static str,
    /// Of a record the name of its COBOL group; of a group of fields what its fields' names have behind the record's prefix.
    pub cobol: &'static str,
    /// What it is.
    pub about: &'static str,
    /// The fields.
    pub fields: &'static [Place],
    /// How many bytes it has.
    pub size: usize,
}

/// One field of a layout.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The name in the struct.
    pub name: &'static str,
    /// The name in COBOL, behind the prefix; of a group, behind a stroke, what its fields' names have, where that is not the group's.
    pub cobol: &'static str,
    /// What it is.
    pub about: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// How many bytes one of them has.
    pub size: usize,
    /// How many there are.
    pub occurs: usize,
    /// Where the first begins, from 0.
    pub offset: usize,
    /// The values that have names (88-levels).
    pub words: Words,
}

/// What a record or a group of fields says of itself.
pub trait Laid {
    /// The layout.
    const LAYOUT: Layout;
}

/// The words of a field, or none.
macro_rules! named {
    () => {
        $crate::record::layout::Words::None
    };
    ($words:expr) => {
        $words
    };
}

/// Declares records and groups of fields: the struct, and what it says of itself.
macro_rules! records {
    ($(
        $(#[doc = $about:literal])+
        $name:ident = $cobol:literal {
            $($(#[doc = $field_about:literal])+ $field:ident: $of:ty = $field_cobol:literal $(($words:expr))?;)+
        }
    )+) => {$(
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug)]
        #[repr(C)]
        pub struct $name { $($(#[doc = $field_about])+ pub(crate) $field: $of,)+ }

        impl $crate::record::layout::Laid for $name {
            const LAYOUT: $crate::record::layout::Layout = $crate::record::layout::Layout {
                name: stringify!($name),
                cobol: $cobol,
                about: concat!($($about, "\n"),+),
                fields: &[$($crate::record::layout::Place {
                    name: stringify!($field),
                    cobol: $field_cobol,
                    about: concat!($($field_about, "\n"),+),
                    kind: <$of as $crate::record::field::Field>::KIND,
                    size: <$of as $crate::record::field::Field>::SIZE,
                    occurs: <$of as $crate::record::field::Field>::OCCURS,
                    offset: std::mem::offset_of!($name, $field),
                    words: $crate::record::layout::named!($($words)?),
                },)+],
                size: size_of::<$name>(),
            };
        }

        impl $name {
            /// Nothing said: characters are spaces, digits zeros.
            pub(crate) const BLANK: Self = Self { $($field: <$of as $crate::record::field::Field>::NOTHING,)+ };
        }

        impl $crate::record::field::Field for $name {
            const KIND: $crate::record::field::Kind =
                $crate::record::field::Kind::Group(&<$name as $crate::record::layout::Laid>::LAYOUT);
            const SIZE: usize = size_of::<$name>();
            const NOTHING: Self = Self::BLANK;
        }

        $crate::raw::plain! { $name }

        // Bytes alone: it may lie at any address, and has no byte between its fields.
        const _: () = assert!(align_of::<$name>() == 1);
    )+};
}

pub(crate) use {named, records};

/// The records, in the order of the copybook.
pub const RECORDS: &[Layout] = &[
    kessai_record_handle::LAYOUT,
    kessai_record_paths::LAYOUT,
    kessai_record_message::LAYOUT,
    kessai_record_request::LAYOUT,
    kessai_record_item::LAYOUT,
    kessai_record_access::LAYOUT,
    kessai_record_verdict::LAYOUT,
    kessai_record_item_verdict::LAYOUT,
    kessai_record_event::LAYOUT,
    kessai_record_order::LAYOUT,
    kessai_record_row::LAYOUT,
    kessai_record_text::LAYOUT,
];
