//! Why there is no answer: to the whole, or to one row.

use alloc::string::String;

/// Why columns cannot be read or written at all. Nothing is written then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ColumnError {
    /// A column has another length than there are rows.
    #[error("column `{column}` has {length} elements for {rows} rows")]
    Length {
        /// The column, such as `user`, `approvers/0`, `usage/0/day`, or `answers/outcome`.
        column: String,
        /// How many elements it has.
        length: usize,
        /// How many rows there are.
        rows: usize,
    },
    /// There are more columns of approvers than a request may name.
    #[error("there are {columns} columns of approvers, more than {max}")]
    Approvers {
        /// How many there are.
        columns: usize,
        /// The most that there may be.
        max: usize,
    },
    /// The service has no such limit.
    #[error("column `usage/{column}` is of limit {limit}, which the service does not have")]
    LimitUnknown {
        /// The position of the column in `usage`.
        column: usize,
        /// The limit.
        limit: u16,
    },
    /// Two columns are of one limit.
    #[error("column `usage/{column}` is of limit {limit}, as an earlier one is")]
    LimitDuplicate {
        /// The position of the second column in `usage`.
        column: usize,
        /// The limit.
        limit: u16,
    },
    /// What is used of a payee's limit cannot be said: a row does not name its payee.
    #[error("column `usage/{column}` is of limit {limit}, which is a payee's, and a row names no payee")]
    LimitOfPayee {
        /// The position of the column in `usage`.
        column: usize,
        /// The limit.
        limit: u16,
    },
    /// Positions mean one thing in one service only.
    #[error("the companies are of different services")]
    Services,
}

/// Declares why a row has no answer.
macro_rules! row_errors {
    ($($(#[doc = $doc:literal])+ $variant:ident = $number:literal,)+) => {
        /// Why one row has no answer; it is refused, and otherwise empty. Of several the first in this order is told. Numbers
        /// never change their meaning; 0 in a column is no error.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum RowError { $($(#[doc = $doc])+ $variant,)+ }

        impl RowError {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its number in a column.
            #[must_use]
            pub const fn number(self) -> u8 {
                match self { $(Self::$variant => $number,)+ }
            }

            /// What it says of the row.
            const fn text(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc),+),)+ }
            }

            /// What a number in a column means; none for 0 and for what is no such number.
            #[must_use]
            pub const fn from_number(number: u8) -> Option<Self> {
                match number { $($number => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

row_errors! {
    /// There is no such company.
    Company = 1,
    /// The company has no such user.
    User = 2,
    /// There is no such operation.
    Operation = 3,
    /// The service has no such business.
    Business = 4,
    /// The company has no such account.
    Account = 5,
    /// `now` is on no day from year 1 to 9999, at the service's offset.
    Now = 6,
    /// The place of the payee is none of the four.
    Place = 7,
    /// Whether it is a document (文書扱) is neither 0 nor 1.
    Document = 8,
    /// There is a payee, a payment or the like in a business with items, which has them by item.
    Shape = 9,
    /// The company has nobody at the position of an approver.
    Approver = 10,
    /// The day of an entry of usage is missing, or no day.
    UsageDay = 11,
    /// What is used is no amount.
    UsageUsed = 12,
    /// The limit of an entry of usage in a row is unknown, stands twice, or is a payee's.
    UsageLimit = 13,
    /// There are more approvers in a row than a request may name.
    Approvers = 14,
}

impl core::error::Error for RowError {}

impl core::fmt::Display for RowError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.text().trim())
    }
}

/// Says that a column has another length than there are rows.
pub(super) fn check_length(
    rows: usize,
    length: Option<usize>,
    name: impl FnOnce() -> String,
) -> Result<(), ColumnError> {
    match length {
        Some(length) if length != rows => Err(ColumnError::Length { column: name(), length, rows }),
        _ => Ok(()),
    }
}
