//! The picture of the life of an order.

use alloc::string::String;
use alloc::vec::Vec;

use crate::lang::Lang;
use crate::life_table::events::{Lead, ROWS, Row, Setting};
use crate::terms::{EventKind, State};

/// The life of an order as a Mermaid state diagram, drawn from the table that the engine goes by.
///
/// ```
/// assert!(kessai::order::order_graph().contains("approved --> cancelled: cancel\n"));
/// ```
#[must_use]
pub fn order_graph() -> String {
    let mut text = String::from("stateDiagram-v2\n");
    for state in State::ALL {
        let (ja, en) = (state.default_label(Lang::Ja), state.default_label(Lang::En));
        line(&mut text, &[state.name(), ": ", ja, " / ", en]);
    }
    let arrows: Vec<_> = ROWS.iter().flat_map(arrows).collect();
    let mut drawn = Vec::new();
    for (_, from, _, lead) in &arrows {
        let ends = (*from, lead.state);
        if !drawn.contains(&ends) {
            drawn.push(ends);
            let words = words(&arrows, ends);
            let from = from.map_or("[*]", State::name);
            line(&mut text, &[from, " --> ", lead.state.name(), ": ", &words]);
        }
    }
    for state in State::ALL {
        if !ROWS.iter().any(|row| row.starts_at(Some(*state))) {
            line(&mut text, &[state.name(), " --> [*]"]);
        }
    }
    text
}

/// An event from one state (none: from no order), under a setting, to another.
type Arrow = (EventKind, Option<State>, Option<Setting>, Lead);

/// Every arrow of a row.
fn arrows(row: &'static Row) -> impl Iterator<Item = Arrow> {
    row.moves.iter().flat_map(move |step| {
        step.to.iter().flat_map(move |lead| {
            step.from.iter().flat_map(move |group| {
                group.states.iter().map(move |from| (row.event, *from, group.setting, *lead))
            })
        })
    })
}

fn line(text: &mut String, parts: &[&str]) {
    text.push_str("    ");
    for part in parts {
        text.push_str(part);
    }
    text.push('\n');
}

/// Every event between two states, with what it depends on.
fn words(arrows: &[Arrow], ends: (Option<State>, State)) -> String {
    let mut text = String::new();
    for (event, _, setting, lead) in arrows.iter().filter(|(_, from, _, lead)| (*from, lead.state) == ends) {
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(event.name());
        let to_come = lead.to_come.map(|people| match people {
            0 => "nobody to come",
            1 => "one to come",
            _ => "more to come",
        });
        let settings = [*setting, lead.setting].into_iter().flatten().map(Setting::words);
        let conditions: Vec<&str> = to_come.into_iter().chain(settings).collect();
        if !conditions.is_empty() {
            text.push_str(" (");
            text.push_str(&conditions.join(" and "));
            text.push(')');
        }
    }
    text
}

impl Setting {
    const fn words(self) -> &'static str {
        match self {
            Self::RevokedIsEditable => "afterRevoke editable",
            Self::Expires => "onExpiry expired",
            Self::ExpiryCancels => "onExpiry cancelled",
            Self::Fails => "onFailure failed",
            Self::FailureIsEditable => "onFailure editable",
        }
    }
}
