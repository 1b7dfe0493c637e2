//! The steps of an evaluation, each reading the same facts and adding to the same verdict.

pub(crate) mod access;
pub(crate) mod approval;
pub(crate) mod fee;
pub(crate) mod form;
pub(crate) mod limit;
pub(crate) mod payment;
pub(crate) mod permission;
pub(crate) mod window;

use crate::date::Day;
use crate::loaded::Company;
use crate::model::company::{Account, CompanyModel, Contract, Person};
use crate::model::field::AmountRange;
use crate::model::grants::Grants;
use crate::model::service::{Business, ServiceModel};
use crate::resolve::{Resolved, ResolvedLine, ResolvedOrder};
use crate::steps::fee::Counted;
use crate::terms::Operation;

/// What every step reads: the documents, the request, and the records that its positions stand for.
pub(crate) struct Context<'c, 'r> {
    pub company: &'c CompanyModel,
    pub service: &'c ServiceModel,
    pub request: &'r Resolved<'c>,
    /// The items of a batch that are looked at: none where there are too many.
    pub lines: &'r [ResolvedLine],
    pub plan: Plan,
    pub user: Option<(u16, &'c Person)>,
    pub account: Option<(u16, &'c Account)>,
    pub business: Option<BusinessRecord<'c>>,
}

/// A business with what the company has set for it.
#[derive(Clone, Copy)]
pub(crate) struct BusinessRecord<'c> {
    pub at: u16,
    pub business: &'c Business,
    pub contract: &'c Contract,
}

impl<'r> Context<'r, 'r> {
    /// Finds the records of a request.
    pub(crate) fn new(request: &'r Resolved<'r>) -> Self {
        Self::with_company(&request.company, request)
    }
}

impl<'c, 'r> Context<'c, 'r> {
    /// The same, given the company of the request, whose records then live as long as it does.
    pub(crate) fn with_company(company: &'c Company, request: &'r Resolved<'c>) -> Self {
        let company = &*company.model;
        let service = &*company.service;
        let user = request.user.and_then(|at| Some((at, company.people.get(usize::from(at))?)));
        let account = request.account.and_then(|at| Some((at, company.accounts.get(usize::from(at))?)));
        let business = request.business.and_then(|at| business(company, at));
        let takes_in = request.operation.is_some_and(Operation::takes_in);
        let too_many = takes_in && business.is_some_and(|of| of.business.has_too_many(request.lines.len()));
        let lines = if too_many { &[] } else { &*request.lines };
        Self { company, service, request, lines, plan: Plan::WHOLE, user, account, business }
    }

    /// The item, where it stands in the usage already. What a switch makes never does.
    #[inline]
    pub(crate) fn standing(&self) -> Option<ResolvedOrder> {
        self.request.order.filter(|item| item.counted && self.request.operation != Some(Operation::Switch))
    }

    /// What a person's rights amount to in the business of the existing item.
    #[inline]
    pub(crate) fn grants(&self, person: u16, of: &BusinessRecord<'_>) -> &'c Grants {
        match self.plan.approval_on {
            None => self.company.grants(person, usize::from(of.at)),
            Some(on) => self.company.grants_under(on, person, of.at),
        }
    }

    /// The payments that the bank takes in a business, where they are looked at: an order is not judged again when it is
    /// executed.
    #[inline]
    pub(crate) fn payment_range(&self, of: &BusinessRecord<'c>) -> &'c AmountRange {
        match self.request.operation {
            Some(Operation::View) => &AmountRange::ANY,
            _ => self.service.fields.request.payments(of.at),
        }
    }

    /// The business in which an order is made or approved; none where no later step runs.
    #[inline]
    pub(crate) fn of(&self, so_far: &Progress) -> Option<&BusinessRecord<'c>> {
        self.business.as_ref().filter(|_| so_far.in_business)
    }

    /// Whether the operation makes or changes an item.
    pub(crate) fn makes_item(&self) -> bool {
        self.request.operation.is_some_and(Operation::makes)
    }
}

/// The records of a business.
pub(crate) fn business(company: &CompanyModel, at: u16) -> Option<BusinessRecord<'_>> {
    let business = company.service.businesses.get(usize::from(at))?;
    let contract = company.businesses.get(usize::from(at))?;
    Some(BusinessRecord { at, business, contract })
}

/// Which steps an evaluation runs; access and permission it always does.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub form: bool,
    /// Fee, and approval for what makes an item.
    pub fee: bool,
    pub limit: LimitPlan,
    /// Whether nobody has approved the item yet, so that limits on its approval are taken.
    pub first_approval: bool,
    /// In which map of rights the existing item is looked up: with approval or without. None: as the company is today.
    pub approval_on: Option<bool>,
    /// Whether the requester of the existing item must be somebody of the company: an item outlives its people.
    pub requester: bool,
}

impl Plan {
    /// A request by itself.
    pub(crate) const WHOLE: Self = Self {
        form: true,
        fee: true,
        limit: LimitPlan::All,
        first_approval: true,
        approval_on: None,
        requester: true,
    };
}

/// Which limits an evaluation asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LimitPlan {
    /// None of them.
    Nothing,
    /// Those that are taken at this moment, whatever the settings say.
    OfTheMoment,
    /// All of them.
    All,
}

/// What the steps hand on, each to those behind it. Each is run as `run(context, so_far, verdict)`.
#[derive(Clone, Copy, Default)]
pub(crate) struct Progress {
    /// Whether an order is made or approved in the business, from the permission step: if not, no later step runs.
    pub in_business: bool,
    /// From the form step.
    pub dates: Dates,
    /// From the fee step: none where the request has no fee.
    pub counted: Option<Counted>,
}

/// The dates that the later steps go by.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Dates {
    /// The operation day.
    pub operation: Option<Day>,
    /// The value date, rolled; none where it is missing or has a reason against it.
    pub value: Option<Day>,
}
