//! What is told about every code that is ever printed.

use std::collections::BTreeMap;

use kessai::{Code, FindingCode, Lang, RequestErrorCode};
use serde::Deserialize;

use crate::explain::example::Example;
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
    /// The rules that say it, as they are cited: `3.7, item 3.6`; those without a page are of `docs/rules.md`.
    pub rules: Option<String>,
    /// The file that says it where it is no rule of the documents but the contract of a host.
    pub contract: Option<String>,
    /// Who says so.
    pub source: Both,
    /// An example on the near side of the bound.
    pub passes: Both,
    /// One on the far side.
    pub refused: Both,
    /// The same two for a machine.
    pub example: Option<Example>,
}

impl Entry {
    /// Page by page where it is said.
    pub fn places(&self) -> Vec<(String, Vec<&str>)> {
        let mut places: Vec<(String, Vec<&str>)> = Vec::new();
        for rule in self.rules.iter().flat_map(|rules| rules.split(", ")) {
            let (page, number) = rule.split_once(' ').unwrap_or(("rules", rule));
            let page = format!("docs/{page}.md");
            match places.iter_mut().find(|(known, _)| *known == page) {
                Some((_, numbers)) => numbers.push(number),
                None => places.push((page, vec![number])),
            }
        }
        places.extend(self.contract.iter().map(|file| (file.clone(), Vec::new())));
        places
    }
}

/// Which codes are told of together: one file of texts each.
#[derive(Debug)]
pub struct Topic {
    /// The name in JSON.
    pub name: &'static str,
    pub kind: Kind,
    en: &'static str,
    ja: &'static str,
    texts: &'static str,
}

impl Topic {
    pub fn title(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Ja => self.ja,
        }
    }
}

/// What a code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Why the answer is no.
    Reason,
    /// What is wrong with a document, or doubtful.
    Finding,
    /// Why there is no answer to a request.
    Request,
    /// What is wrong with the call of a host, or with the input of a command.
    Call,
}

/// Declares the topics in the order in which they are listed.
macro_rules! topics {
    ($($name:literal $kind:ident $en:literal $ja:literal;)+) => {
        /// Every topic.
        pub const TOPICS: &[Topic] = &[$(Topic {
            name: $name,
            kind: Kind::$kind,
            en: $en,
            ja: $ja,
            texts: include_str!(concat!("codes/", $name, ".json")),
        },)+];
    };
}

topics! {
    "reasons" Reason "reasons of an answer" "判定の理由";
    "findings-text" Finding "findings: text and fields" "文書の指摘: 形式と項目";
    "findings-names" Finding "findings: names" "文書の指摘: 名称";
    "findings-values" Finding "findings: values" "文書の指摘: 値";
    "findings-service" Finding "findings: settings, businesses, rights" "文書の指摘: 設定・業務・権限";
    "findings-fees" Finding "findings: patterns and fees" "文書の指摘: 振込パターンと手数料";
    "findings-calendar" Finding "findings: calendar and windows" "文書の指摘: 営業日カレンダーと受付期間";
    "findings-fields" Finding "findings: field rules" "文書の指摘: 項目の規則";
    "findings-access" Finding "findings: access" "文書の指摘: 利用資格";
    "findings-company" Finding "findings: approval, limits, users of a company" "文書の指摘: 企業の承認・限度額・利用者";
    "requests" Request "errors of a request: no answer" "依頼の誤り: 判定できない";
    "calls" Call "errors of a call or command" "呼び出し・コマンドの誤り";
}

/// All texts by code.
#[derive(Debug)]
pub struct Catalogue(BTreeMap<String, (&'static Topic, Entry)>);

impl Catalogue {
    /// The catalogue that is built into the program.
    ///
    /// # Errors
    ///
    /// Never, as a test reads it whole.
    pub fn embedded() -> Result<Self, Failure> {
        let mut all = BTreeMap::new();
        for topic in TOPICS {
            let entries: BTreeMap<String, Entry> =
                serde_json::from_str(topic.texts).map_err(|error| Failure::new(error.to_string()))?;
            all.extend(entries.into_iter().map(|(name, entry)| (name, (topic, entry))));
        }
        Ok(Self(all))
    }

    /// The texts of a code, by its name or by a reason's number.
    pub fn find(&self, text: &str) -> Option<(&str, &'static Topic, &Entry)> {
        let numbered = Code::ALL.iter().find(|code| code.number().to_string() == text);
        let name = numbered.map_or(text, |code| code.name());
        self.0.get_key_value(name).map(|(name, (topic, entry))| (name.as_str(), *topic, entry))
    }

    /// The codes of a topic: those of the engine in the order of its catalogues, all others by name.
    pub fn of(&self, topic: &Topic) -> Vec<(&str, &Entry)> {
        let place = |name: &str| match topic.kind {
            Kind::Reason => Code::ALL.iter().position(|code| code.name() == name),
            Kind::Finding => FindingCode::ALL.iter().position(|code| code.name() == name),
            Kind::Request => RequestErrorCode::ALL.iter().position(|code| code.name() == name),
            Kind::Call => None,
        };
        let mut all: Vec<_> = self
            .0
            .iter()
            .filter(|(_, (of, _))| of.name == topic.name)
            .map(|(name, (_, entry))| (name.as_str(), entry))
            .collect();
        all.sort_by_key(|(name, _)| place(name));
        all
    }

    /// Every code, in the order in which they are listed.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        TOPICS.iter().flat_map(|topic| self.of(topic)).map(|(name, _)| name)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;
    use std::path::{Path, PathBuf};

    use serde_json::Value;

    use kessai::RequestErrorCode;

    use super::*;

    fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
    }

    fn read(path: impl AsRef<Path>) -> String {
        fs::read_to_string(root().join(path)).unwrap()
    }

    /// The names in quotes that begin with one of these words and a point.
    fn quoted(text: &str, words: &[&str]) -> BTreeSet<String> {
        let is_name = |name: &&str| {
            words.iter().any(|word| name.strip_prefix(word).is_some_and(|rest| rest.starts_with('.')))
                && name.chars().all(|character| character.is_ascii_alphanumeric() || character == '.')
                && !name.ends_with('.')
        };
        text.split(['"', '\'']).filter(is_name).map(str::to_owned).collect()
    }

    /// The names in quotes of all files of a folder.
    fn quoted_in(folder: &str, words: &[&str]) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                names.extend(quoted_in(&format!("{folder}/{name}"), words));
            } else if name.ends_with(".rs") || name.ends_with(".js") {
                names.extend(quoted(&fs::read_to_string(&path).unwrap(), words));
            }
        }
        names
    }

    fn of(kind: Kind) -> BTreeSet<String> {
        let catalogue = Catalogue::embedded().unwrap();
        let topics = TOPICS.iter().filter(|topic| topic.kind == kind);
        topics.flat_map(|topic| catalogue.of(topic)).map(|(name, _)| name.to_owned()).collect()
    }

    #[test]
    fn every_code_that_is_printed_is_explained_and_nothing_else_is() {
        let reasons: BTreeSet<_> = Code::ALL.iter().map(|code| code.name().to_owned()).collect();
        assert_eq!(of(Kind::Reason), reasons);
        let findings: BTreeSet<_> = FindingCode::ALL.iter().map(|code| code.name().to_owned()).collect();
        assert_eq!(of(Kind::Finding), findings);
        // A few have the name and the entry of a reason or finding.
        let requests = RequestErrorCode::ALL.iter().map(|code| code.name().to_owned());
        assert_eq!(of(Kind::Request), requests.filter(|name| name.starts_with("request.")).collect());
        let mut calls = quoted_in("bindings-c/src", &["call"]);
        calls.extend(quoted_in("bindings-wasm/npm", &["call", "value"]));
        calls.extend(quoted_in("cli/src", &["csv", "fee.receive", "service.unusable", "company.unusable"]));
        calls.extend(["service.unusable", "company.unusable"].map(str::to_owned));
        calls.extend(quoted_in("engine/src/image", &["image"]));
        calls.extend(quoted_in("engine/src/request", &["image"]));
        calls.extend(quoted_in("bindings-wasm/src", &["image"]));
        assert_eq!(of(Kind::Call), calls);
    }

    #[test]
    fn no_code_has_two_texts() {
        let mut topics = BTreeMap::new();
        for topic in TOPICS {
            let entries: BTreeMap<String, Value> = serde_json::from_str(topic.texts).unwrap();
            for name in entries.into_keys() {
                assert_eq!(topics.insert(name.clone(), topic.name), None, "{name}");
            }
        }
    }

    #[test]
    fn every_text_is_there_in_both_languages() {
        let catalogue = Catalogue::embedded().unwrap();
        for (name, (_, entry)) in &catalogue.0 {
            for both in [&entry.title, &entry.rule, &entry.source, &entry.passes, &entry.refused] {
                let (en, ja) = (both.en.trim(), both.ja.trim());
                assert!(!en.is_empty() && !ja.is_empty(), "{name}");
                // Japanese stands in English only as a term of the field, without particles or full stops.
                assert!(!en.contains(['。', 'は', 'を', 'が']) || en.contains('`'), "{name}: {en}");
                assert!(ja != en || ja.starts_with('`'), "{name}: {ja}");
            }
        }
    }

    /// The rules themselves are looked up by the tests of the pages.
    #[test]
    fn every_code_is_said_somewhere() {
        let catalogue = Catalogue::embedded().unwrap();
        let table = read("docs/rules.md");
        let table: BTreeMap<_, _> = table
            .lines()
            .filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | `"))
            .filter_map(|(_, row)| row.split_once("` | "))
            .collect();
        for (name, (topic, entry)) in &catalogue.0 {
            match (&entry.rules, &entry.contract) {
                (Some(rules), None) if topic.kind == Kind::Reason => {
                    assert_eq!(
                        Some(&rules.as_str()),
                        table.get(name.as_str()),
                        "{name}: the table of rules 10.2"
                    );
                }
                (Some(_), None) => {}
                (None, Some(file)) => assert!(root().join(file).is_file(), "{name}: {file}"),
                _ => panic!("{name}: either rules or a contract"),
            }
        }
    }
}
