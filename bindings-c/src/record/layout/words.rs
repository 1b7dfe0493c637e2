//! The names of values (88-levels).

use kessai::terms::{
    Act, ApprovalMode, Bearer, CertificateState, Debit, Entry, EventKind, Measure, OneTimePasswordState,
    Operation, PayeeKind, State,
};
use kessai::verdict::Field;
use kessai::{Code, RequestErrorCode};

/// Which values of a field have names.
#[derive(Clone, Copy, Debug)]
pub enum Words {
    /// None of them.
    None,
    /// `Y`: the field's own name with `-YES`.
    Yes,
    /// `Y`, by this name.
    Is(&'static str),
    /// Letters.
    Letters(&'static [(&'static str, &'static str)]),
    /// Numbers.
    Numbers(&'static [(&'static str, u16)]),
    /// What an evaluation comes to.
    Outcome,
    /// What stands in the rows that are asked for one by one.
    What,
    /// 操作.
    Operation,
    /// Ways of entry.
    Entry,
    /// Kinds of payee, behind a prefix.
    PayeeKind(&'static str),
    /// Who bears a fee.
    Bearer,
    /// States of an item, behind a prefix.
    State(&'static str),
    /// Events of an item.
    Event,
    /// Approval modes.
    Mode,
    /// What people do in a step.
    Act,
    /// How a fee is debited.
    Debit,
    /// What a limit measures.
    Measure,
    /// States of a certificate.
    CertificateState,
    /// States of a one-time password.
    OneTimePasswordState,
    /// Codes of reasons, with this in the place of the record's prefix.
    Reason(&'static str),
    /// Places of a request, with this in the place of the record's prefix.
    Field(&'static str),
    /// Request errors.
    RequestError,
}

/// The number of what an evaluation comes to: what a call returns, and COBOL's `RETURN-CODE`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i32)]
pub(crate) enum ReturnCode {
    Done = 0,
    NeedsApproval = 4,
    Incomplete = 8,
    Refused = 12,
    NoAnswer = 16,
}

/// A vocabulary whose values have numbers in records: the position in `ALL`, from 1.
pub(crate) trait Numbered: Copy + PartialEq + 'static {
    const ALL: &'static [Self];
    fn name(self) -> &'static str;

    /// The number.
    fn number(self) -> u64 {
        let at = Self::ALL.iter().position(|known| *known == self);
        at.and_then(|at| u64::try_from(at).ok()).map_or(0, |at| at.saturating_add(1))
    }

    /// The value of a number.
    fn of(number: u64) -> Option<Self> {
        let at = usize::try_from(number.checked_sub(1)?).ok()?;
        Self::ALL.get(at).copied()
    }
}

macro_rules! numbered {
    ($($name:ident)+) => {$(
        impl Numbered for $name {
            const ALL: &'static [Self] = Self::ALL;

            fn name(self) -> &'static str {
                self.name()
            }
        }
    )+};
}

numbered! {
    Act ApprovalMode Bearer CertificateState Debit Entry EventKind Measure OneTimePasswordState Operation PayeeKind State
}

/// One named value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The whole name (88-level).
    pub name: String,
    /// The value as COBOL writes it.
    pub value: String,
}

/// `pendingFirst` to `PENDING-FIRST`.
fn kebab(name: &str) -> String {
    let mut out = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() || (character.is_ascii_digit() && !out.is_empty()) {
            out.push('-');
        }
        out.push(character.to_ascii_uppercase());
    }
    out
}

fn vocabulary<T: Numbered>(prefix: &str) -> Vec<Word> {
    let word = |value: &T| Word {
        name: format!("{prefix}{}", kebab(value.name())),
        value: value.number().to_string(),
    };
    T::ALL.iter().map(word).collect()
}

impl Words {
    /// The named values of a field of a record with a prefix, such as `KSQ-`, whose own name is `field`.
    #[must_use]
    pub fn list(self, prefix: &str, field: &str) -> Vec<Word> {
        let numbers = |list: &[(&str, u16)]| {
            list.iter()
                .map(|(name, value)| Word { name: format!("{prefix}{name}"), value: value.to_string() })
                .collect()
        };
        let letter = |name: String, value: &str| Word { name, value: format!("\"{value}\"") };
        match self {
            Self::None => Vec::new(),
            Self::Yes => vec![letter(format!("{prefix}{field}-YES"), "Y")],
            Self::Is(name) => vec![letter(format!("{prefix}{name}"), "Y")],
            Self::Letters(list) => {
                list.iter().map(|(name, value)| letter(format!("{prefix}{name}"), value)).collect()
            }
            Self::Numbers(list) => numbers(list),
            Self::Outcome => [
                ("ACCEPTED", "0"),
                ("NEEDS-APPROVAL", "4"),
                ("INCOMPLETE", "8"),
                ("REFUSED", "12"),
                ("NO-ANSWER", "16"),
                ("MAY-GO-ON", "0 4"),
            ]
            .map(|(name, value)| Word { name: format!("{prefix}{name}"), value: value.to_owned() })
            .into(),
            Self::What => numbers(What::WORDS),
            Self::Operation => vocabulary::<Operation>(prefix),
            Self::Entry => vocabulary::<Entry>(&format!("{prefix}BY-")),
            Self::PayeeKind(more) => vocabulary::<PayeeKind>(&format!("{prefix}{more}")),
            Self::Bearer => vocabulary::<Bearer>(&format!("{prefix}BY-")),
            Self::State(more) => vocabulary::<State>(&format!("{prefix}{more}")),
            Self::Event => vocabulary::<EventKind>(prefix),
            Self::Mode => vocabulary::<ApprovalMode>(&format!("{prefix}MODE-")),
            Self::Act => vocabulary::<Act>(&format!("{prefix}TO-")),
            Self::Debit => vocabulary::<Debit>(&format!("{prefix}DEBIT-")),
            Self::Measure => vocabulary::<Measure>(&format!("{prefix}IN-")),
            Self::CertificateState => vocabulary::<CertificateState>(&format!("{prefix}CERT-")),
            Self::OneTimePasswordState => vocabulary::<OneTimePasswordState>(&format!("{prefix}OTP-")),
            Self::Reason(prefix) => Code::ALL
                .iter()
                .map(|code| Word {
                    name: format!("{prefix}{}", code.word()),
                    value: code.number().to_string(),
                })
                .collect(),
            Self::Field(prefix) => Field::numbers()
                .into_iter()
                .map(|(number, word)| Word { name: format!("{prefix}{word}"), value: number.to_string() })
                .collect(),
            Self::RequestError => RequestErrorCode::ALL
                .iter()
                .map(|code| Word { name: format!("KSE-{}", code.word()), value: code.number().to_string() })
                .collect(),
        }
    }
}

/// What a verdict has many of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Item,
    Reason,
    Missing,
    Limit,
    Usage,
    Step,
    Person,
    Text,
}

impl What {
    const WORDS: &'static [(&'static str, u16)] = &[
        ("ITEMS", 1),
        ("REASONS", 2),
        ("MISSING-FIELDS", 3),
        ("LIMITS", 4),
        ("USAGE-ROWS", 5),
        ("STEPS", 6),
        ("PEOPLE", 7),
        ("TEXTS", 8),
    ];

    pub(crate) fn of(number: u64) -> Option<Self> {
        let all = [
            Self::Item,
            Self::Reason,
            Self::Missing,
            Self::Limit,
            Self::Usage,
            Self::Step,
            Self::Person,
            Self::Text,
        ];
        all.get(usize::try_from(number.checked_sub(1)?).ok()?).copied()
    }
}
