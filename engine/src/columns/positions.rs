//! From names to the numbers of columns, once for each name.

use crate::columns::{
    NO_CODE, NO_POSITION, OTHER_BANK, OTHER_BRANCH, SAME_BANK, SAME_BRANCH, UNKNOWN_APPROVER,
};
use crate::loaded::Company;
use crate::model::company::CompanyModel;
use crate::resolve::{PayeeLocation, place};

/// The positions of a company's names in columns, and of its service's. They hold as long as the company is not loaded anew.
#[derive(Clone, Copy, Debug)]
pub struct Positions<'c> {
    company: &'c CompanyModel,
}

impl<'c> Positions<'c> {
    pub(super) fn of(company: &'c Company) -> Self {
        Self { company: &company.model }
    }

    /// A user, by id; none where the company has no such user.
    #[must_use]
    pub fn user(self, id: &str) -> Option<u16> {
        self.company.user(id)
    }

    /// What a column of approvers has for an id: [`UNKNOWN_APPROVER`] for one that the company does not know, [`NO_POSITION`] for
    /// none.
    #[must_use]
    pub fn approver(self, id: &str) -> u16 {
        if id.is_empty() { NO_POSITION } else { self.company.person(id).unwrap_or(UNKNOWN_APPROVER) }
    }

    /// A business, by the bank's key.
    #[must_use]
    pub fn business(self, key: &str) -> Option<u16> {
        self.company.service.business(key)
    }

    /// A debit account, by id.
    #[must_use]
    pub fn account(self, id: &str) -> Option<u16> {
        self.company.account(id)
    }

    /// A pattern, by the bank's key; a pattern that the bank does not have stands in a column as any number that is none.
    #[must_use]
    pub fn pattern(self, key: &str) -> Option<u8> {
        self.company.service.pattern(key)
    }

    /// A limit, as `usage` names it.
    #[must_use]
    pub fn limit(self, name: &str) -> Option<u16> {
        self.company.service.limits.find(name)
    }

    /// The name of a limit in `usage`, by its position.
    #[must_use]
    pub fn limit_name(self, limit: u16) -> Option<&'c str> {
        self.company.service.limits.get(limit).map(|limit| &*limit.key)
    }

    /// Where a payee's account is as seen from a debit account, by the codes of his bank and branch; empty ones are missing.
    /// [`NO_CODE`] where the bank is missing. Without a known debit account any place says no more than that the codes are typed.
    #[must_use]
    pub fn place(self, account: u16, bank: &str, branch: &str) -> u8 {
        let debit = self.company.accounts.get(usize::from(account));
        match place(debit, Some(bank), Some(branch)) {
            PayeeLocation::BankMissing | PayeeLocation::BankRefused => NO_CODE,
            PayeeLocation::OtherBank => OTHER_BANK,
            PayeeLocation::BranchMissing | PayeeLocation::BranchRefused => SAME_BANK,
            PayeeLocation::OtherBranch => OTHER_BRANCH,
            PayeeLocation::SameBranch => SAME_BRANCH,
            PayeeLocation::Unknown if bank.is_empty() => NO_CODE,
            PayeeLocation::Unknown if branch.is_empty() => SAME_BANK,
            PayeeLocation::Unknown => OTHER_BANK,
        }
    }
}
