//! The picture of the life of an order.

use alloc::string::String;
use alloc::vec::Vec;

use crate::lang::Lang;
use crate::life_table::{ARROWS, Setting};
use crate::terms::State;

/// The life of an order as a Mermaid state diagram, drawn from the table that the engine goes by.
///
/// ```
/// assert!(kessai::order::order_graph().contains("pendingFinal --> approved: approve, verify, release\n"));
/// ```
#[must_use]
pub fn order_graph() -> String {
    let mut text = String::from("stateDiagram-v2\n");
    for state in State::ALL {
        let (ja, en) = (state.default_label(Lang::Ja), state.default_label(Lang::En));
        line(&mut text, &[state.name(), ": ", ja, " / ", en]);
    }
    let mut drawn = Vec::new();
    for arrow in ARROWS {
        for from in arrow.from.iter().copied().flatten() {
            let ends = (*from, arrow.to);
            if !drawn.contains(&ends) {
                drawn.push(ends);
                let words = words(*from, arrow.to);
                let from = from.map_or("[*]", State::name);
                line(&mut text, &[from, " --> ", arrow.to.name(), ": ", &words]);
            }
        }
    }
    for state in State::ALL {
        if !ARROWS.iter().any(|arrow| arrow.starts_at(Some(*state))) {
            line(&mut text, &[state.name(), " --> [*]"]);
        }
    }
    text
}

fn line(text: &mut String, parts: &[&str]) {
    text.push_str("    ");
    for part in parts {
        text.push_str(part);
    }
    text.push('\n');
}

/// Every event between two states, with what it depends on.
fn words(from: Option<State>, to: State) -> String {
    let mut text = String::new();
    for arrow in ARROWS.iter().filter(|arrow| arrow.to == to && arrow.starts_at(from)) {
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(arrow.event.name());
        let mode = arrow.approvals.map(|needed| match needed {
            0 => "no approval",
            1 => "single",
            _ => "double",
        });
        let conditions: Vec<&str> = mode.into_iter().chain(arrow.setting.map(Setting::words)).collect();
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
