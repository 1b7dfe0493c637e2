//! What a person types in one transfer, under field rules: a payee's number and name, and a sender's name and code; beside
//! the same checks by hand.

use std::fmt::Write;

use kessai::verdict::{FigureValue, Pointer};
use kessai::{Company, Request, Service};

use crate::Result;

/// How many requests there are.
const POOL: u64 = 1_024;
/// Characters of the sender's code, a space and his name.
const SENDER_MAX: usize = 48;
/// Characters of a payee's name.
const NAME_MAX: usize = 30;
/// Digits of an account's number.
const NUMBER_LEN: usize = 7;
/// Digits of a sender's code.
const CODE_MAX: usize = 10;

const RULES: &str = r#", "fields": { "request": {
    "payee.number": { "characters": "digits", "minLength": 7, "maxLength": 7 },
    "payee.name": { "characters": "zenginName", "maxLength": 30 },
    "senderName": { "characters": "zenginName" },
    "senderCode": { "characters": "digits", "maxLength": 10 } } }"#;

/// The texts of one request.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each is the field of the same name")]
pub struct Texts {
    pub number: String,
    pub name: String,
    pub sender_name: String,
    pub sender_code: String,
}

/// One fault: which field, what, and where in the text or which bound.
pub type Fault = (&'static str, &'static str, usize);

/// The faults of a request, without memory of their own.
#[derive(Clone, Copy, Debug, Default)]
pub struct Faults {
    list: [Fault; 8],
    count: usize,
}

impl Faults {
    fn push(&mut self, fault: Fault) {
        if let Some(place) = self.list.get_mut(self.count) {
            *place = fault;
            self.count = self.count.saturating_add(1);
        }
    }

    /// The faults in the order in which they were found.
    #[must_use]
    pub fn list(&self) -> &[Fault] {
        self.list.get(..self.count).unwrap_or_default()
    }
}

/// A company of a bank with rules for these texts, or without.
///
/// # Errors
///
/// A document is not accepted.
pub fn company(with_rules: bool) -> Result<Company> {
    let rules = if with_rules { RULES } else { "" };
    let service = format!(
        r#"{{ "format": 1, "id": "bank", "version": "1", "currency": "JPY", "utcOffset": "+09:00",
        "businesses": {{ "transfer": {{ "kind": "transfer", "approvalModes": ["none"], "limits": [] }} }},
        "rights": {{}}{rules} }}"#
    );
    let service = Service::from_json(&service).map_err(|findings| findings.to_string())?;
    let company = r#"{ "format": 1, "id": "company", "approval": { "transfer": "none" }, "accounts": [], "users": [] }"#;
    Ok(service.company_from_json(company).map_err(|findings| findings.to_string())?)
}

/// Varied texts: three of four requests are in order, the others have a fault of one sort each.
#[must_use]
pub fn texts() -> Vec<Texts> {
    let names = ["ｶ)ﾔﾏﾀﾞｼﾖｳｼﾞ", "ｽｽﾞｷ ﾀﾛｳ", "ﾕ)ABC-1.", "ﾄｸ)ﾅﾆﾜﾉｶｲ", "ﾌｸｼﾏｹﾝﾉｳｷﾞﾖｳｷﾖｳﾄﾞｳｸﾐｱｲ"];
    let wrong = ["ｼｮｳｼﾞ", "abc", "ﾊﾟｰﾃｨ", "ﾔﾏﾀﾞｼﾖｳｼﾞﾔﾏﾀﾞｼﾖｳｼﾞﾔﾏﾀﾞｼﾖｳｼﾞﾔﾏ", "山田"];
    let of = |list: [&str; 5], at: u64| {
        let place = usize::try_from(at % 5).unwrap_or(0);
        list.get(place).copied().unwrap_or_default().to_owned()
    };
    let all = (0..POOL).map(|at| {
        let mut texts = Texts {
            number: format!("{:07}", at.wrapping_mul(7_919) % 10_000_000),
            name: of(names, at),
            sender_name: of(names, at / 5),
            sender_code: if at % 3 == 0 { String::new() } else { format!("{:06}", at.wrapping_mul(31)) },
        };
        match at % 16 {
            3 => texts.name = of(wrong, at / 16),
            7 => texts.number = format!("{at}X"),
            11 => texts.sender_name = texts.sender_name.repeat(4),
            15 => texts.sender_code = "12345678901".to_owned(),
            _ => {}
        }
        texts
    });
    all.collect()
}

impl Texts {
    /// The same as a request that has these texts and little else.
    #[must_use]
    pub fn request(&self) -> String {
        let mut out = String::from(r#"{ "business": "transfer", "operation": "create""#);
        let Self { number, name, sender_name, sender_code } = self;
        // Writing to a string does not fail.
        let _ = write!(
            out,
            r#", "payee": {{ "number": "{number}", "name": "{name}" }}, "senderName": "{sender_name}", "senderCode": "{sender_code}" }}"#
        );
        out
    }

    /// The checks by hand.
    pub fn faults(&self, faults: &mut Faults) {
        faults.count = 0;
        let before = faults.count;
        let name_len = party("senderName", &self.sender_name, usize::MAX, faults);
        let name_is_fine = faults.count == before;
        let before = faults.count;
        let code_len = if self.sender_code.is_empty() {
            0
        } else {
            digits("senderCode", &self.sender_code, 0, CODE_MAX, faults)
        };
        if name_is_fine && name_len > 0 {
            let used = if faults.count == before && code_len > 0 { code_len.saturating_add(1) } else { 0 };
            let room = SENDER_MAX.saturating_sub(used);
            if name_len > room {
                faults.push(("senderName", "form.tooLong", room));
            }
        }
        digits("number", &self.number, NUMBER_LEN, NUMBER_LEN, faults);
        party("name", &self.name, NAME_MAX, faults);
    }
}

/// A name as a record of the Zengin system takes it; the answer is its length.
fn party(field: &'static str, text: &str, most: usize, faults: &mut Faults) -> usize {
    let mut count = 0_usize;
    let mut first = None;
    for character in text.chars() {
        let fine = matches!(character, 'ｱ'..='ﾟ' | 'A'..='Z' | '0'..='9' | ' ' | '(' | ')' | '-' | '.');
        if !fine && first.is_none() {
            first = Some(count);
        }
        count = count.saturating_add(1);
    }
    if let Some(at) = first {
        faults.push((field, "form.characters", at));
    }
    if count > most {
        faults.push((field, "form.tooLong", most));
    }
    count
}

fn digits(field: &'static str, text: &str, least: usize, most: usize, faults: &mut Faults) -> usize {
    let mut count = 0_usize;
    let mut first = None;
    for character in text.chars() {
        if !character.is_ascii_digit() && first.is_none() {
            first = Some(count);
        }
        count = count.saturating_add(1);
    }
    if let Some(at) = first {
        faults.push((field, "form.characters", at));
    }
    if count < least {
        faults.push((field, "form.tooShort", least));
    }
    if count > most {
        faults.push((field, "form.tooLong", most));
    }
    count
}

/// Makes sure that both sides find the same in every request, and that some have faults and most have none.
///
/// # Errors
///
/// They differ.
pub fn verify(company: &Company, texts: &[Texts]) -> Result<()> {
    let (mut faults, mut faulty) = (Faults::default(), 0_usize);
    for one in texts {
        let text = one.request();
        let verdict = company.evaluate(&Request::from_json(&text)?)?;
        let mut found: Vec<(String, &str, usize)> = Vec::new();
        for reason in verdict.reasons().filter(|reason| reason.code().name().starts_with("form.")) {
            let figure = reason.figures().find_map(|figure| match figure.value {
                FigureValue::Number(number) | FigureValue::Count(number) => usize::try_from(number).ok(),
                _ => None,
            });
            found.push((short(reason.at()), reason.code().name(), figure.unwrap_or(0)));
        }
        one.faults(&mut faults);
        let mut by_hand: Vec<(String, &str, usize)> =
            faults.list().iter().map(|(field, code, figure)| ((*field).to_owned(), *code, *figure)).collect();
        faulty = faulty.saturating_add(usize::from(!found.is_empty()));
        found.sort_unstable();
        by_hand.sort_unstable();
        if found != by_hand {
            return Err(format!("{text}: the engine finds {found:?}, by hand {by_hand:?}").into());
        }
    }
    if faulty.saturating_mul(8) < texts.len() || faulty.saturating_mul(2) > texts.len() {
        return Err(format!("{faulty} of {} requests have faults", texts.len()).into());
    }
    Ok(())
}

/// The last step of a pointer.
fn short(at: Pointer) -> String {
    let path = at.to_string();
    path.rsplit('/').next().unwrap_or_default().to_owned()
}
