//! Whose limits are.

/// Whose a limit is: whom an entry of `usage` names beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LimitBearer {
    /// The debit account.
    Account,
    /// The company in one business.
    Business,
    /// The company.
    Company,
    /// Who acts.
    User,
    /// Whom is paid to.
    Payee,
}

impl LimitBearer {
    /// How many there are.
    pub(crate) const COUNT: usize = 5;

    /// The position in the list of all.
    #[inline]
    pub(crate) const fn position(self) -> usize {
        match self {
            Self::Account => 0,
            Self::Business => 1,
            Self::Company => 2,
            Self::User => 3,
            Self::Payee => 4,
        }
    }

    /// The member of an entry of usage that names the bearer; empty for the company.
    pub(crate) const fn member(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Business => "business",
            Self::Company => "",
            Self::User => "user",
            Self::Payee => "payee",
        }
    }
}
