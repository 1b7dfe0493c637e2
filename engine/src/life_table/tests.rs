//! The tables against the page that describes them, and against each other.

use alloc::vec::Vec;

use super::events::{Condition, ROWS, Row};
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
        let mut state = next(EventKind::Submit, None, Some(needed), &settings(true)).unwrap();
        for left in (0..needed).rev() {
            assert_eq!(state.to_come(), Some(left + 1), "{}", mode.name());
            assert!(state.is_pending());
            state = next(EventKind::Approve, Some(state), Some(left), &settings(true)).unwrap();
        }
        assert_eq!((state, state.to_come()), (State::Approved, Some(0)));
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

/// The rows of a table of a page, each cell without its blanks.
fn table(page: &'static str, heading: &str) -> Vec<Vec<&'static str>> {
    page.lines()
        .skip_while(|line| !line.starts_with(heading))
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect()
}

/// The words of a cell that stand in backticks.
fn quoted(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// The words of a row's states: `new`, `editable` or a state.
fn words_of_states(row: &Row) -> Vec<&'static str> {
    let mut words = Vec::new();
    for group in row.moves.iter().flat_map(|step| step.from) {
        for state in group.states {
            let word = match state {
                None => "new",
                Some(state) if is_possible(EventKind::Save, Some(*state), &settings(true)) => "editable",
                Some(state) => state.name(),
            };
            if !words.contains(&word) {
                words.push(word);
            }
        }
    }
    words
}

/// The reasons that a condition gives.
fn reasons(condition: Condition) -> &'static [&'static str] {
    match condition {
        Condition::Requester => &["item.notRequester"],
        Condition::Untouched => &["item.approvedAlready"],
        Condition::Turn => &["item.approvedBefore", "item.order", "item.notNeeded"],
        Condition::KnownPeople => &["item.approverUnknown"],
        Condition::SameMode => &["item.modeChanged"],
        Condition::BeforeDeadline => &["item.deadline"],
        Condition::SecondChannel => &["item.secondChannel"],
        Condition::SeenRevision => &["/revision"],
        Condition::RevokeOffered => &["item.revokeNotOffered"],
        Condition::OwnApproval => &["item.notHisApproval"],
        Condition::InTimeToRevoke | Condition::InTimeToCancel | Condition::InTimeToExecute => {
            &["item.tooLate"]
        }
        Condition::AfterDeadline | Condition::LeftToExpire | Condition::ValueDateCome => &["item.tooEarly"],
        Condition::SwitchOffered => &["item.switchNotOffered"],
        Condition::SwitchFew => &["item.switchTooMany"],
    }
}

/// Table 4.6: event, in state, by, operation, steps, further conditions in order.
#[test]
fn the_page_describes_the_events_of_the_table() {
    let page = table(PAGE, "| event | in state | by");
    let told: Vec<_> =
        page.iter().flat_map(|row| quoted(row[0]).into_iter().map(move |event| (event, row))).collect();
    let events: Vec<_> = told.iter().map(|(event, _)| *event).collect();
    assert_eq!(events, ROWS.iter().map(|row| row.event.name()).collect::<Vec<_>>());
    for (row, (event, cells)) in ROWS.iter().zip(told) {
        let states: Vec<_> = cells[1].split(", ").map(|word| word.trim_matches('`')).collect();
        assert_eq!(states, words_of_states(row), "states of {event}");
        let by = match (row.event.is_by_person(), row.rescue) {
            (true, true) => "person, rescuer",
            (true, false) => "person",
            (false, _) => "host",
        };
        assert_eq!(cells[2], by, "who does {event}");
        let operation = match cells[3] {
            "the same" => Some(event),
            cell => quoted(cell).last().copied(),
        };
        assert_eq!(operation, row.operation.map(Operation::name), "operation of {event}");
        let steps = row.steps;
        // What a switch and an execution evaluate, their sections say.
        if !cells[4].starts_with("section") {
            for (step, runs) in
                [("access, permission", row.event.is_by_person()), ("form", steps.form), ("fee", steps.fee)]
            {
                assert_eq!(cells[4].contains(step) || cells[4].starts_with("all"), runs, "{step} of {event}");
            }
            let moment = steps.moment.map(crate::language::words::Moment::name);
            assert_eq!(quoted(cells[4]).first().copied(), moment, "limits of {event}");
        }
        let asked: Vec<_> = row.asks.iter().flat_map(|condition| reasons(*condition)).copied().collect();
        assert_eq!(quoted(cells[5]), asked, "conditions of {event}");
    }
}

/// Table 4.12: where each event leads.
#[test]
fn the_page_tells_where_events_lead() {
    let mut told: Vec<(&str, &str)> = Vec::new();
    for row in table(PAGE, "| event | state | further effects") {
        let events = quoted(row[0]);
        let last = events.last().filter(|word| word.contains(':'));
        let kinds = events.iter().filter(|word| EventKind::from_name(word).is_some());
        let states: Vec<_> =
            quoted(row[1]).into_iter().filter(|word| State::from_name(word).is_some()).collect();
        assert!(last.is_none() || states.len() == 1, "{row:?}");
        for kind in kinds {
            told.extend(states.iter().map(|state| (*kind, *state)));
        }
    }
    let mut made = Vec::new();
    for row in ROWS {
        for lead in row.moves.iter().flat_map(|step| step.to) {
            made.push((row.event.name(), lead.state.name()));
        }
    }
    for list in [&mut told, &mut made] {
        list.sort_unstable();
        list.dedup();
    }
    assert_eq!(told, made);
}

/// Table 4.4.2 of the rules: the states of each operation on an item.
#[test]
fn the_rules_tell_the_states_of_each_operation() {
    let rules = include_str!("../../../docs/rules.md");
    let mut told: Vec<(&str, Vec<&str>)> = Vec::new();
    for row in table(rules, "| operation | states |") {
        let operations = quoted(row[0]);
        let mut states = Vec::new();
        for word in quoted(row[1]) {
            match told.iter().find(|(operation, _)| *operation == word) {
                Some((_, same)) => states.extend(same.iter().copied()),
                None => states.extend(State::from_name(word).map(|_| word)),
            }
        }
        told.extend(operations.into_iter().map(|operation| (operation, states.clone())));
    }
    let on_orders = Operation::ALL.iter().filter(|one| one.is_of_item());
    assert_eq!(told.len(), on_orders.clone().count());
    for operation in on_orders {
        let row = told.iter().find(|(name, _)| *name == operation.name());
        let mut wanted = row.map(|(_, states)| states.clone()).unwrap_or_default();
        let mut states: Vec<_> = State::ALL
            .iter()
            .filter(|state| super::allows(*operation, **state, &settings(true)))
            .map(|state| state.name())
            .collect();
        wanted.sort_unstable();
        states.sort_unstable();
        assert_eq!(states, wanted, "{operation}");
    }
}
