//! The texts about each code of a reason.

use std::collections::BTreeMap;

use kessai::{Code, Lang};
use serde::Deserialize;

use crate::session::Failure;

/// A text in both languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both {
    en: String,
    ja: String,
}

impl Both {
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Ja => &self.ja,
        }
    }
}

/// What is told about a code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub title: Both,
    pub rule: Both,
    /// The section of `docs/rules.md`, for the life of an item of `docs/item.md`.
    pub section: String,
    /// Who says so.
    pub source: Both,
    /// An example on the near side of the bound.
    pub passes: Both,
    /// One on the far side.
    pub refused: Both,
}

/// All of them by name.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct Catalogue(BTreeMap<String, Entry>);

impl Catalogue {
    /// The catalogue that is built into the program.
    ///
    /// # Errors
    ///
    /// Never, as a test reads it whole.
    pub fn embedded() -> Result<Self, Failure> {
        serde_json::from_str(include_str!("codes.json")).map_err(|error| Failure::new(error.to_string()))
    }

    /// The texts of a code.
    ///
    /// # Errors
    ///
    /// Never, as a test looks up every code.
    pub fn entry(&self, code: Code) -> Result<&Entry, Failure> {
        self.0
            .get(code.name())
            .ok_or_else(|| Failure::new(format!("nothing is written about `{}`", code.name())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_in_both_languages_and_nothing_else_is() {
        let catalogue = Catalogue::embedded().unwrap();
        for code in Code::ALL {
            let entry = catalogue.entry(*code).unwrap();
            for both in [&entry.title, &entry.rule, &entry.source, &entry.passes, &entry.refused] {
                assert!(
                    !both.en.trim().is_empty() && both.en.is_ascii_or_quotes_terms(),
                    "{}: {}",
                    code.name(),
                    both.en
                );
                assert!(
                    !both.ja.trim().is_empty() && both.ja != both.en || both.ja.starts_with('`'),
                    "{}",
                    code.name()
                );
            }
            assert!(entry.section.starts_with(|c: char| c.is_ascii_digit()), "{}", code.name());
        }
        assert_eq!(catalogue.0.len(), Code::ALL.len());
    }

    trait Ascii {
        fn is_ascii_or_quotes_terms(&self) -> bool;
    }

    impl Ascii for str {
        /// Japanese stands in English only as a term of the field, without particles or full stops.
        fn is_ascii_or_quotes_terms(&self) -> bool {
            !self.contains(['。', 'は', 'を', 'が'])
        }
    }
}
