//! Which items hang on a user who is taken out, disabled or no longer an approver (`docs/forms.md`, section 1.1).

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::form::question::{Form, FormQuestion, member};
use crate::json::Kind;
use crate::life::{Order, who_may_act};
use crate::loaded::Company;
use crate::model::users::UserSet;
use crate::request::RequestError;
use crate::request::error::{Expected, Mistake};
use crate::terms::{Act, ApprovalMode};
use crate::tree::{Id, Tree};

/// Most items of a question.
const ITEMS_MAX: usize = 10_000;

/// An item that hangs on the user of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hanging {
    /// Its position in the question.
    pub item: usize,
    /// What it wants of him.
    pub role: HangsAs,
}

vocabulary! {
    /// What an item wants of the user on whom it hangs.
    HangsAs {
        /// He is its requester.
        Requester = "requester",
        /// He is to approve it.
        Approver = "approver",
    }
}

/// What the form makes of the user.
struct Change<'a> {
    id: &'a str,
    /// He is taken out, or disabled.
    goes: bool,
    before: &'a Company,
    /// None where the new document does not load.
    after: Option<&'a Company>,
}

/// The items of the question that hang on the user; none where the question has no list of them.
pub(super) fn find(
    before: &Company,
    question: &FormQuestion<'_>,
    element: Option<&str>,
    after: &dyn Fn() -> Option<Company>,
    result: Option<&str>,
) -> Result<Option<Vec<Hanging>>, RequestError> {
    let Some(list) = question.orders else { return Ok(None) };
    let tree = question.tree;
    if question.form != Form::User {
        return Err(RequestError::at_path(Mistake::FormItems, "/items", [&question.form.name()]));
    }
    if tree.kind(list) != Kind::Array {
        return Err(RequestError::wrong_type("/items", Expected::List));
    }
    if tree.children(list).count() > ITEMS_MAX {
        return Err(RequestError::at_path(Mistake::OrdersLong, "/items", [&ITEMS_MAX]));
    }
    let after = after();
    let enabled = |tree: &Tree<'_>, id: Id| {
        member(tree, id, "enabled").is_some_and(|enabled| tree.spelling(enabled) == "true")
    };
    let [element, result] = [element, result].map(|text| text.map(super::question::parse).transpose());
    let (element, result) = (element?, result?);
    let was_enabled = element.as_ref().is_some_and(|element| enabled(element, element.root()));
    let is_enabled = result.as_ref().is_some_and(|result| enabled(result, result.root()));
    let change = question.change.as_deref().map(|id| Change {
        id,
        goes: question.remove || (was_enabled && !is_enabled),
        before,
        after: after.as_ref(),
    });
    let mut hanging = Vec::new();
    for (at, node) in tree.children(list).enumerate() {
        let in_list = |error: RequestError| {
            let path = error.path.strip_prefix("/item").unwrap_or(&error.path);
            RequestError { path: format!("/items/{at}{path}"), ..error }
        };
        let item = Order::from_json(tree.spelling(node)).map_err(in_list)?;
        let Some(change) = &change else { continue };
        if change.before.is_over(&item).map_err(in_list)? {
            continue;
        }
        for (hangs, role) in [
            (change.goes && *item.requester == *change.id, HangsAs::Requester),
            (change.is_missed_by(&item), HangsAs::Approver),
        ] {
            if hangs {
                hanging.push(Hanging { item: at, role });
            }
        }
    }
    Ok(Some(hanging))
}

impl Change<'_> {
    /// Whether the item waits for the user as an approver, and waits in vain after the change.
    fn is_missed_by(&self, item: &Order<'_>) -> bool {
        if !item.state.is_pending() || item.approvals.iter().any(|approval| *approval.user == *self.id) {
            return false;
        }
        let could = able(self.before, item);
        let can = self.after.map(|after| able(after, item));
        let is_in = |company: &Company, set: &UserSet| {
            company.model.person(self.id).is_some_and(|person| set.contains(person))
        };
        let was_able = is_in(self.before, &could);
        if item.approvers.is_empty() {
            // Of a policy the others may be too few together.
            let alone = item.mode == Some(ApprovalMode::Policy) || !could.has_at_least(2);
            let nobody = can.map_or(self.goes && alone, |set| !set.has_at_least(1));
            return was_able && nobody;
        }
        let is_able = self.after.zip(can.as_ref()).map_or(!self.goes, |(after, set)| is_in(after, set));
        item.approvers.iter().any(|named| **named == *self.id) && (self.goes || (was_able && !is_able))
    }
}

/// Who may approve the item as the company is set, and has not yet; of a policy, who may act on it, now or later.
fn able(company: &Company, item: &Order<'_>) -> UserSet {
    if item.mode == Some(ApprovalMode::Policy) {
        return who_may_act(company, item);
    }
    let model = &*company.model;
    let at = model.service.business(&item.business).map(usize::from);
    let contract = at.and_then(|at| model.businesses.get(at));
    let business = at.and_then(|at| model.service.businesses.get(at));
    let account = item.content.account.as_deref().and_then(|id| model.account(id));
    let account = account.and_then(|at| model.accounts.get(usize::from(at)));
    let mut able = match (contract, account) {
        (None, _) => UserSet::with_room(model.people.len()),
        (Some(contract), Some(account)) if model.service.settings.approval.approver_needs_account => {
            UserSet::both(contract.actors(Act::Approve), &account.people)
        }
        (Some(contract), _) => contract.actors(Act::Approve).clone(),
    };
    let mut leave_out = |id: &str| {
        if let Some(person) = model.person(id) {
            able.remove(person);
        }
    };
    if business.is_some_and(|business| business.self_approval_forbidden) {
        leave_out(&item.requester);
    }
    for approval in &item.approvals {
        leave_out(&approval.user);
    }
    able
}

/// Appends the list as JSON.
pub(super) fn write(hanging: &[Hanging], out: &mut String) {
    out.push('[');
    for (place, one) in hanging.iter().enumerate() {
        let comma = if place > 0 { "," } else { "" };
        out.push_str(&format!("{comma}{{\"item\":{},\"as\":\"{}\"}}", one.item, one.role.name()));
    }
    out.push(']');
}
