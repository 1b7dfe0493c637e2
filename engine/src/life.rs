//! The life of an item as a pure state machine (`docs/item.md`).

use alloc::string::String;

use crate::document::{Company, Service};
use crate::lang::Lang;
use crate::request::RequestError;
use crate::terms::State;

/// What became of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Advanced {
    /// The item has changed.
    Changed,
    /// Some rule says no; nothing has changed.
    Refused,
    /// Nothing says no, but fields are missing; nothing has changed.
    Incomplete,
}

impl Advanced {
    /// The name in answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Refused => "refused",
            Self::Incomplete => "incomplete",
        }
    }
}

impl Company {
    /// Applies an event to an item, from text to text (`docs/item.md`, section 3), and appends the answer.
    ///
    /// # Errors
    ///
    /// No answer is possible: an unreadable question, an unknown name, an item that cannot be; nothing is appended then.
    pub fn advance_json(&self, question: &str, out: &mut String) -> Result<Advanced, RequestError> {
        let _ = (question, out);
        Err(RequestError::at_path("request.advance", "", "items cannot be advanced"))
    }
}

impl Service {
    /// What the bank calls a state of an item.
    #[must_use]
    pub fn state_label(&self, state: State, lang: Lang) -> &str {
        let own = State::ALL.iter().zip(&self.model.state_labels).find(|(known, _)| **known == state);
        if let Some((_, Some((ja, en)))) = own {
            return if lang == Lang::Ja { ja } else { en };
        }
        default_label(state, lang)
    }
}

/// What banks mostly call a state of an item.
fn default_label(state: State, lang: Lang) -> &'static str {
    let (ja, en) = match state {
        State::Draft => ("作成中", "Draft"),
        State::PendingFirst => ("一次承認待ち", "Awaiting first approval"),
        State::PendingFinal => ("最終承認待ち", "Awaiting final approval"),
        State::PulledBack => ("引戻済み", "Pulled back"),
        State::SentBack => ("差戻済み", "Sent back"),
        State::Approved => ("承認済み", "Approved"),
        State::Revoked => ("承認取消済み", "Approval revoked"),
        State::Error => ("エラー", "Error"),
        State::Expired => ("期限切れ", "Expired"),
        State::Cancelled => ("取消済み", "Cancelled"),
        State::Discarded => ("削除済み", "Deleted"),
        State::Switched => ("切替済み", "Switched"),
        State::Executed => ("完了", "Executed"),
        State::Failed => ("失敗", "Failed"),
    };
    if lang == Lang::Ja { ja } else { en }
}
