//! Payees told apart by the text of their account, each once (`docs/rules.md`, rule 7.4.6).

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// The payees of a request and of its usage, by number. Texts are compared as they are, so that no two are taken for one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Payees {
    numbers: BTreeMap<Arc<str>, u32>,
    texts: Vec<Arc<str>>,
    /// A text that is looked up.
    scratch: String,
}

impl Payees {
    /// Forgets all of them.
    pub(super) fn clear(&mut self) {
        if !self.texts.is_empty() {
            self.numbers.clear();
            self.texts.clear();
        }
    }

    /// The texts, by number.
    pub(crate) fn texts(&self) -> &[Arc<str>] {
        &self.texts
    }

    /// The number of the payee with this account.
    pub(super) fn of_account(&mut self, codes: [&str; 4]) -> u32 {
        let mut text = core::mem::take(&mut self.scratch);
        text.clear();
        for (at, code) in codes.into_iter().enumerate() {
            if at > 0 {
                text.push('-');
            }
            text.push_str(code);
        }
        let number = self.number(&text);
        self.scratch = text;
        number
    }

    /// The number of the payee whom a text names.
    pub(super) fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        // A request has far fewer payees than numbers.
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let text: Arc<str> = text.into();
        self.texts.push(Arc::clone(&text));
        self.numbers.insert(text, number);
        number
    }
}

/// Whether a text can be cut at three hyphens into four parts that are not empty.
pub(crate) fn is_payee(text: &str) -> bool {
    // The first hyphen that leaves something before it is as good as any later one.
    let mut rest = text;
    for _ in 0..3 {
        let Some(first) = rest.chars().next() else { return false };
        let Some((_, behind)) = rest.get(first.len_utf8()..).and_then(|rest| rest.split_once('-')) else {
            return false;
        };
        rest = behind;
    }
    !rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::{Payees, is_payee};

    #[test]
    fn a_payee_has_four_parts() {
        for text in ["0034-081-1-0253326", "a-b-c-d", "a-b-c-d-e", "--b-c-d", "a-b---d", "振-b-c-d"] {
            assert!(is_payee(text), "{text}");
        }
        for text in ["", "a", "a-b-c", "a-b-c-", "-a-b-c", "a--b-c", "----", "a-b---", "a-b--c"] {
            assert!(!is_payee(text), "{text}");
        }
    }

    #[test]
    fn one_text_is_one_payee() {
        let mut payees = Payees::default();
        assert_eq!(payees.of_account(["0034", "081", "1", "7"]), 0);
        assert_eq!(payees.number("0034-081-1-8"), 1);
        assert_eq!(payees.number("0034-081-1-7"), 0);
        assert_eq!(payees.of_account(["0034", "081-1", "8", "x"]), 2, "only the whole text counts");
        assert_eq!(payees.texts().len(), 3);
        payees.clear();
        assert_eq!(payees.number("0034-081-1-8"), 0);
    }
}
