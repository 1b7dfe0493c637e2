//! What is asked and answered, in fixed memory.

use kessai::terms::ApprovalMode;
use kessai::{Code, Outcome};

/// A set of users: bit n is the n-th.
pub type People = u32;

/// A request whose names are looked up.
#[derive(Clone, Copy, Debug, Default)]
pub struct Keys {
    /// The user's position.
    pub user: u8,
    /// The business's position among the single ones.
    pub business: u8,
    /// The debit account's position.
    pub account: u8,
    /// The position of the payee kind.
    pub kind: u8,
    /// The position of the fee pattern.
    pub pattern: u8,
    /// Whether the payee bears the fee.
    pub payee_bears: bool,
    /// The operation day.
    pub today: i32,
    /// The value date.
    pub value_date: i32,
    /// The payment.
    pub payment: i64,
    /// Named approvers; `u8::MAX` for somebody unknown.
    pub approvers: List<u8, 4>,
    /// Usage so far.
    pub usage: List<Usage, 4>,
}

/// How much of an account's limit is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// 0 total, 1 ad hoc, 2 pre-registered.
    pub limit: u8,
    /// The account's position.
    pub account: u8,
    /// The day.
    pub day: i32,
    /// The amount.
    pub used: i64,
}

/// A short list without memory of its own.
#[derive(Clone, Copy, Debug)]
pub struct List<T, const N: usize> {
    pub(super) elements: [T; N],
    pub(super) len: usize,
}

impl<T: Copy + Default, const N: usize> Default for List<T, N> {
    fn default() -> Self {
        Self { elements: [T::default(); N], len: 0 }
    }
}

impl<T: Copy, const N: usize> List<T, N> {
    /// Adds an element.
    ///
    /// # Panics
    ///
    /// The list is full.
    #[inline]
    pub fn push(&mut self, element: T) {
        self.elements[self.len] = element;
        self.len += 1;
    }

    /// The elements.
    #[inline]
    pub fn all(&self) -> &[T] {
        &self.elements[..self.len]
    }
}

/// The figures of a reason.
#[derive(Clone, Copy, Debug)]
pub enum Figures {
    /// None.
    None,
    /// Of a limit: limit, used, requested, the largest payment that fits.
    Limit(i64, i64, i64, Option<i64>),
    /// The day that was expected.
    Day(i32),
    /// Who could approve.
    Who(People),
    /// An approver's cap, and who could approve.
    Cap(i64, People),
}

/// One reason for a no.
#[derive(Clone, Copy, Debug)]
pub struct Reason {
    /// Its code.
    pub code: Code,
    /// Where in the request.
    pub path: &'static str,
    /// Its figures.
    pub figures: Figures,
}

impl Default for Reason {
    fn default() -> Self {
        Self { code: Code::PermissionUserDisabled, path: "", figures: Figures::None }
    }
}

/// The fee.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fee {
    /// Kept back from the payment.
    pub deducted: i64,
    /// What reaches the payee.
    pub transfer: i64,
    /// What the bank charges.
    pub bank_fee: i64,
    /// Whether the fee was kept back.
    pub payee_borne: bool,
}

/// The answer.
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    /// What it comes to.
    pub outcome: Outcome,
    /// Reasons, sorted.
    pub reasons: List<Reason, 24>,
    /// The payment, and its fee.
    pub payment: i64,
    /// The fee, where there is one.
    pub fee: Option<Fee>,
    /// Limits that applied: code, limit, used, requested.
    pub limits: List<(Code, i64, i64, i64), 6>,
    /// The approval mode.
    pub mode: ApprovalMode,
    /// Who may act at each step.
    pub steps: List<People, 2>,
    /// The new usage.
    pub usage: List<Usage, 4>,
}

impl Default for Answer {
    fn default() -> Self {
        Self {
            outcome: Outcome::Refused,
            reasons: List { elements: [Reason::default(); 24], len: 0 },
            payment: 0,
            fee: None,
            limits: List { elements: [(Code::PermissionUserDisabled, 0, 0, 0); 6], len: 0 },
            mode: ApprovalMode::None,
            steps: List::default(),
            usage: List::default(),
        }
    }
}

impl Answer {
    #[inline]
    pub(super) fn refuse(&mut self, code: Code, path: &'static str, figures: Figures) {
        self.reasons.push(Reason { code, path, figures });
    }
}
