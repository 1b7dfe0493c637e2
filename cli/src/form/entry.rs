//! `kessai form check` of the entry of a transfer: what is typed, then what comes of it.

use serde::Deserialize;
use serde_json::Value;

use crate::backwards::list;
use crate::evaluate::answer::{Approval, Fee, Item, Limit, More};
use crate::evaluate::approval::approval;
use crate::evaluate::story;
use crate::figures::grouped_text;
use crate::form::check::{Answer, Question, Words, explain as fields};
use crate::page::{BOLD, DIM, GREEN, INDENT, RED, paint};
use crate::session::Session;

/// Of a request.
const REQUEST: Words = [("valid", "受付可"), ("refused", "受付不可")];

/// The parts of an answer that are explained; only that of an entry has them.
#[derive(Debug, Deserialize)]
pub struct Entry {
    #[serde(flatten)]
    answer: Answer,
    #[serde(default)]
    more: Vec<More>,
    verdict: Verdict,
    largest: Option<Largest>,
    possible: Option<Possible>,
}

#[derive(Debug, Deserialize)]
struct Verdict {
    fee: Option<Fee>,
    #[serde(default)]
    items: Vec<Item>,
    limits: Vec<Limit>,
    approval: Option<Approval>,
}

#[derive(Debug, Deserialize)]
struct Largest {
    largest: Option<String>,
    stops: Vec<Value>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Possible {
    accounts: Vec<String>,
    businesses: Vec<String>,
    operations: Vec<String>,
    payee_kinds: Vec<String>,
    approvers: Vec<String>,
}

pub fn explain(mut entry: Entry, session: &mut Session) {
    shorten(entry.answer.result.as_mut(), session);
    fields(&Question::default(), &entry.answer, REQUEST, session);
    for More { code, count } in &entry.more {
        let text = session.say(format!("and {count} more"), format!("ほか {count} 件"));
        session.page.line(format!(
            "{:INDENT$}{} {}",
            "",
            paint(RED, &text),
            paint(DIM, &format!("[{code}]"))
        ));
    }
    let verdict = &entry.verdict;
    if verdict.fee.is_some() {
        title("fee", "手数料", session);
        story::fee(verdict.fee.as_ref(), &verdict.items, session);
    }
    if !verdict.limits.is_empty() {
        title("limit", "限度額", session);
        story::limits(&verdict.limits, session);
    }
    if verdict.approval.is_some() {
        title("approval", "承認", session);
        approval(verdict.approval.as_ref(), entry.answer.outcome != "refused", session);
    }
    if let Some(largest) = &entry.largest {
        title("largest payment", "お支払可能な最大の金額", session);
        let text = match &largest.largest {
            Some(amount) => paint(GREEN, &grouped_text(amount)),
            None if largest.stops.is_empty() => paint(
                DIM,
                session.say("not decided while fields are missing", "未入力の項目があるため決まりません"),
            ),
            None => paint(RED, session.say("no payment goes", "お支払可能な金額はありません")),
        };
        session.page.line(format!("{:INDENT$}{text}", ""));
    }
    if let Some(possible) = &entry.possible {
        session.page.gap();
        for (en, ja, values) in [
            ("possible accounts", "指定できる出金口座", &possible.accounts),
            ("possible businesses", "指定できる業務", &possible.businesses),
            ("possible operations", "指定できる操作", &possible.operations),
            ("possible kinds of payee", "指定できる振込先の指定方法", &possible.payee_kinds),
            ("possible approvers", "指定できる承認者", &possible.approvers),
        ] {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            list(session.say(en, ja), &values, session);
        }
    }
}

fn title(en: &str, ja: &str, session: &mut Session) {
    session.page.gap();
    session.page.line(paint(BOLD, session.say(en, ja)));
}

/// Puts the number of their elements in the place of the lists that may be long.
fn shorten(result: Option<&mut Value>, session: &Session) {
    let Some(result) = result else { return };
    for name in ["items", "usage"] {
        if let Some(value) = result.get_mut(name)
            && let Some(list) = value.as_array()
        {
            let count = list.len();
            *value = session.say(format!("({count})"), format!("（{count}件）")).into();
        }
    }
}
