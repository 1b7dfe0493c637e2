//! `kessai item advance`: one event, and what it makes of the item and the usage.

use std::collections::HashMap;

use anstyle::Style;
use kessai::terms::State;
use kessai::{Advanced, Service};
use serde::Deserialize;
use serde_json::Value;

use crate::documents::{asked, no_answer};
use crate::evaluate::answer::{Approval, Document, Fee, Limit, More};
use crate::evaluate::approval::{acted, approval};
use crate::evaluate::story;
use crate::figures::{grouped_text, minor_units, signed};
use crate::item::AdvanceArgs;
use crate::page::{BOLD, DIM, GREEN, INDENT, PLAIN, RED, YELLOW, paint};
use crate::session::{Failure, Session, Status};
use crate::table::{self, Cell};
use crate::words::{self, Texts};

pub fn run(args: &AdvanceArgs, session: &mut Session) -> Result<Status, Failure> {
    let asked = asked([&args.service, &args.company], args.question.as_deref(), session)?;
    let Some((company, question)) = asked else { return Ok(Status::NoAnswer) };
    let mut written = String::new();
    let advanced = match company.advance_json(&question.text, &mut written) {
        Ok(advanced) => advanced,
        Err(error) => {
            no_answer(&question.name, &error, session);
            return Ok(Status::NoAnswer);
        }
    };
    if session.is_json() {
        session.page.line(&written);
    } else {
        // What the engine writes can be read; if not, its bytes say what there is to say.
        let read = (serde_json::from_str(&question.text), serde_json::from_str(&written));
        match read {
            (Ok(question), Ok(answer)) => {
                let texts = Texts::of(&company, &written, session.lang);
                explain(&question, &answer, company.service(), &texts, session);
            }
            _ => session.page.line(&written),
        }
    }
    Ok(if advanced == Advanced::Changed { Status::Good } else { Status::Bad })
}

/// What of a question is set beside the answer.
#[derive(Debug, Deserialize)]
struct Question {
    item: Option<Before>,
    usage: Option<Vec<Used>>,
}

#[derive(Debug, Deserialize)]
struct Before {
    state: String,
}

/// The parts of an answer that are explained.
#[derive(Debug, Deserialize)]
struct Answer {
    outcome: String,
    reasons: Vec<Value>,
    #[serde(default)]
    more: Vec<More>,
    missing: Vec<String>,
    item: Option<Item>,
    created: Vec<Item>,
    fee: Option<Fee>,
    limits: Vec<Limit>,
    approval: Option<Approval>,
    usage: Vec<Used>,
    engine: String,
    service: Document,
    company: Document,
}

#[derive(Debug, Deserialize)]
struct Item {
    business: String,
    state: String,
    revision: u64,
    requester: String,
    #[serde(default)]
    approvers: Vec<String>,
    #[serde(default)]
    approvals: Vec<Approved>,
    deadline: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Approved {
    user: String,
    at: String,
    /// What was done, under a policy; approved under a mode.
    act: Option<String>,
}

/// An entry of usage. A question may spell the amount as a number.
#[derive(Debug, Deserialize)]
struct Used {
    limit: String,
    account: Option<String>,
    business: Option<String>,
    user: Option<String>,
    payee: Option<String>,
    day: String,
    used: Value,
}

impl Used {
    fn amount(&self) -> String {
        self.used.as_str().map_or_else(|| self.used.to_string(), str::to_owned)
    }

    fn whose(&self) -> &str {
        let whose = [&self.account, &self.business, &self.user, &self.payee];
        whose.into_iter().find_map(|whose| whose.as_deref()).unwrap_or_default()
    }

    /// What it is of: the limit, whose it is, and the day.
    fn of(&self) -> [&str; 3] {
        [&self.limit, self.whose(), &self.day]
    }
}

fn explain(question: &Question, answer: &Answer, service: &Service, texts: &Texts, session: &mut Session) {
    head(question, answer, service, session);
    words::reasons(&answer.reasons, texts, session);
    words::more(&answer.more, texts, session);
    for item in answer.item.iter().chain(&answer.created) {
        session.page.gap();
        self::item(item, service, session);
    }
    if answer.fee.is_some() || !answer.limits.is_empty() || answer.approval.is_some() {
        session.page.gap();
        story::fee(answer.fee.as_ref(), &[], session);
        story::limits(&answer.limits, session);
        approval(answer.approval.as_ref(), answer.outcome == "changed", session);
    }
    usage(question.usage.as_deref().unwrap_or_default(), &answer.usage, session);
    words::missing(&answer.missing, texts, session);
    story::foot(&answer.engine, &answer.service, &answer.company, session);
}

/// What came out: `changed: Draft -> Approved`.
fn head(question: &Question, answer: &Answer, service: &Service, session: &mut Session) {
    let (style, en, ja) = match answer.outcome.as_str() {
        "changed" => (GREEN, "changed", "変更しました"),
        "incomplete" => (YELLOW, "incomplete, nothing has changed", "未入力があるため、変更していません"),
        _ => (RED, "refused, nothing has changed", "変更できません"),
    };
    let word = paint(style.bold(), session.say(en, ja));
    let label = |state: &str, session: &Session| {
        let (style, label) = label_of(state, service, session);
        paint(style, &label)
    };
    let before = match &question.item {
        Some(item) => label(&item.state, session),
        None => paint(DIM, session.say("new", "新規")),
    };
    let line = match &answer.item {
        Some(item) if answer.outcome == "changed" => {
            format!("{word}: {before} -> {}", label(&item.state, session))
        }
        _ => format!("{word}: {before}"),
    };
    session.page.line(line);
}

/// What the bank calls a state, in the colour of what it means.
fn label_of(state: &str, service: &Service, session: &Session) -> (Style, String) {
    let Some(known) = State::from_name(state) else { return (PLAIN, state.to_owned()) };
    let style = match known {
        State::Approved | State::Executed => GREEN,
        State::PendingFirst | State::PendingFinal => YELLOW,
        State::Error | State::Expired | State::Failed => RED,
        State::Cancelled | State::Discarded | State::Switched => DIM,
        _ => PLAIN,
    };
    (style, service.state_label(known, session.lang).to_owned())
}

/// An item in a few lines.
fn item(item: &Item, service: &Service, session: &mut Session) {
    let separator = session.say(", ", "、");
    let (style, label) = label_of(&item.state, service, session);
    let mut rows = vec![
        row(session.say("business", "業務"), &item.business),
        vec![Cell::word(session.say("state", "状態")).styled(BOLD), Cell::word(label).styled(style)],
        row(session.say("revision", "変更回数"), &item.revision.to_string()),
        row(session.say("requester", "依頼者"), &item.requester),
    ];
    if !item.approvers.is_empty() {
        rows.push(row(session.say("approvers", "承認者"), &item.approvers.join(separator)));
    }
    for Approved { user, at, act } in &item.approvals {
        rows.push(row(acted(act.as_deref().unwrap_or_default(), session), &format!("{user} ({at})")));
    }
    if let Some(deadline) = &item.deadline {
        rows.push(row(session.say("deadline", "承認期限"), deadline));
    }
    table::write(&rows, INDENT, &mut session.page);
}

fn row(title: &str, text: &str) -> Vec<Cell> {
    vec![Cell::word(title).styled(BOLD), Cell::word(text)]
}

/// What has been taken of the limits, or given back: entries that are not as they were.
fn usage(before: &[Used], after: &[Used], session: &mut Session) {
    let before: HashMap<_, _> = before.iter().map(|used| (used.of(), used)).collect();
    let mut rows = Vec::new();
    for now in after {
        let was = before.get(&now.of()).map_or_else(|| "0".to_owned(), |used| used.amount());
        let is = now.amount();
        let (Some(from), Some(to)) = (minor_units(&was), minor_units(&is)) else { continue };
        if from == to {
            continue;
        }
        let (style, word) = if to > from {
            (YELLOW, session.say("taken", "使用"))
        } else {
            (GREEN, session.say("given back", "戻し"))
        };
        let limit = format!("limit.{}", now.limit);
        // Amounts with decimals have their difference in the smallest unit, so only whole ones show it.
        let by = i64::try_from(to.saturating_sub(from)).map(signed).unwrap_or_default();
        rows.push(vec![
            Cell::word(word).styled(style),
            Cell::word(story::name_of(&limit, session)),
            Cell::word(now.whose()),
            Cell::word(now.day.as_str()),
            Cell::figure(grouped_text(&was)),
            Cell::word("->"),
            Cell::figure(grouped_text(&is)),
            Cell::word(if is.contains('.') { String::new() } else { by }).styled(DIM),
        ]);
    }
    if rows.is_empty() {
        return;
    }
    session.page.gap();
    session.page.line(paint(BOLD, session.say("usage", "累積額")));
    table::write(&rows, INDENT, &mut session.page);
}
