//! The forms of a bank's screens that change a company document, and what each of them fills (`docs/forms.md`, section 1.0).

/// A form of a company document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// 企業情報.
    Company,
    /// 利用者.
    User,
    /// 口座.
    Account,
    /// 手数料情報.
    FeeTable,
    /// グループ.
    Group,
}

impl Form {
    pub(crate) const ALL: [Self; 5] = [Self::Company, Self::User, Self::Account, Self::FeeTable, Self::Group];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::User => "user",
            Self::Account => "account",
            Self::FeeTable => "feeTable",
            Self::Group => "group",
        }
    }

    /// The members of the document that the form fills.
    #[cfg(feature = "documents")]
    pub(crate) const fn members(self) -> &'static [&'static str] {
        match self {
            Self::Company => &["name", "nameKana", "approval", "groups", "limits", "access"],
            Self::User => &[
                "id",
                "role",
                "enabled",
                "groups",
                "accounts",
                "rights",
                "limits",
                "approverPerItem",
                "name",
                "access",
            ],
            Self::Account => &["id", "bank", "branch", "type", "number", "limits"],
            Self::FeeTable => &["basis", "method", "minimum", "tables", "tax"],
            Self::Group => &["id", "label", "rights", "accounts", "limits", "approverPerItem", "access"],
        }
    }

    /// Fields that say where the element is and are no part of it.
    #[cfg(feature = "documents")]
    pub(crate) const fn places(self) -> &'static [&'static str] {
        if matches!(self, Self::FeeTable) { &["business", "bearer"] } else { &[] }
    }
}
