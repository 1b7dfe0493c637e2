//! The tables against the page that describes them, and against each other.

use alloc::vec::Vec;

use super::{Record, is_end, is_possible, next, state_row};
use crate::Service;
use crate::lang::Lang;
use crate::language::settings::Settings;
use crate::language::words::AfterRevoke;
use crate::terms::{ApprovalMode, EventKind, Operation, State};

const PAGE: &str = include_str!("../../../docs/item.md");

fn settings(revoked_is_editable: bool) -> Settings {
    let service = Service::from_json(include_str!("../life/tests/service.json")).unwrap();
    let mut settings = service.model.settings.clone();
    settings.approval.after_revoke =
        if revoked_is_editable { AfterRevoke::Editable } else { AfterRevoke::NotReusable };
    settings
}

/// The rows of the page's first table: state, label, meaning, editable, counted.
#[test]
fn the_page_describes_the_states_of_the_table() {
    let rows: Vec<Vec<&str>> = PAGE
        .lines()
        .skip_while(|line| !line.starts_with("| state | label"))
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    let names: Vec<_> = rows.iter().map(|row| row[1].trim_matches('`')).collect();
    assert_eq!(names, State::ALL.iter().map(|state| state.name()).collect::<Vec<_>>());
    for (state, row) in State::ALL.iter().zip(&rows) {
        let label = alloc::format!("{} / {}", state.default_label(Lang::Ja), state.default_label(Lang::En));
        let editable =
            [false, true].map(|revoked| is_possible(EventKind::Save, Some(*state), &settings(revoked)));
        let editable = match editable {
            [true, true] => "yes",
            [false, true] => "by `approval.afterRevoke`",
            _ => "",
        };
        let ends = is_end(*state, &settings(true));
        // What is executed is counted for good.
        let counted = match (ends, state.is_counted()) {
            (true, counted) => {
                assert_eq!(counted, *state == State::Executed);
                "end"
            }
            (false, true) => "yes",
            (false, false) => "",
        };
        assert_eq!(row[2..6], [label.as_str(), row[3], editable, counted], "{}", state.name());
    }
    assert!(is_end(State::Revoked, &settings(false)), "an end state where it cannot be used again");
}

/// Approvals are counted down from what the mode needs to none.
#[test]
fn approvals_lead_from_the_mode_to_the_approved_order() {
    for (mode, needed) in ApprovalMode::ALL.iter().filter_map(|mode| Some((mode, mode.approvers_needed()?))) {
        let mut state = next(EventKind::Submit, None, Some(*mode), &settings(true)).unwrap();
        for left in (0..needed).rev() {
            assert_eq!(state.approvals_to_come(), Some(left + 1), "{}", mode.name());
            assert!(state.is_pending());
            state = next(EventKind::Approve, Some(state), Some(*mode), &settings(true)).unwrap();
        }
        assert_eq!((state, state.approvals_to_come()), (State::Approved, Some(0)));
        assert!(!state.is_pending());
    }
}

/// Whoever submits anew starts without what was approved before, and only he.
#[test]
fn an_order_to_be_submitted_anew_has_no_approvals() {
    for state in State::ALL {
        let anew = is_possible(EventKind::Submit, Some(*state), &settings(true));
        assert_eq!(matches!(state.record(), Record::Absent | Record::Cleared), anew, "{}", state.name());
        assert!(!(anew && state_row(*state).counted), "{}", state.name());
    }
}

#[test]
fn the_operations_on_an_order_are_these() {
    let on_orders: Vec<_> =
        Operation::ALL.iter().filter(|one| one.is_of_item()).map(|one| one.name()).collect();
    assert_eq!(
        on_orders,
        [
            "edit", "delete", "cancel", "pullBack", "approve", "sendBack", "discard", "revoke", "switch",
            "verify", "release"
        ]
    );
    let of_approver: Vec<_> =
        Operation::ALL.iter().filter(|one| one.is_of_approver()).map(|one| one.name()).collect();
    assert_eq!(of_approver, ["approve", "sendBack", "discard", "revoke", "verify", "release"]);
}
