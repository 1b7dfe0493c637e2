//! Who has to act on an order, in words.

use crate::evaluate::answer::{Alternative, Approval, Step};
use crate::figures::grouped_text;
use crate::page::{INDENT, PLAIN, RED, paint, visible};
use crate::session::Session;

/// Of the people who may act in a step so many are named.
const PEOPLE_SHOWN: usize = 12;

/// Who approves; `is_possible` tells whether the answer is a yes, so that nobody has to act rather than nobody can.
pub fn approval(approval: Option<&Approval>, is_possible: bool, session: &mut Session) {
    let Some(approval) = approval else { return };
    if let Some(key) = &approval.policy {
        policy(key, approval, is_possible, session);
        return;
    }
    let mode = match approval.mode.as_str() {
        "none" => nobody_needed(session),
        "single" => session.say("one person approves", "シングル承認（1名）"),
        "doubleAnyOrder" => session.say("two people approve, in any order", "ダブル承認（2名、順序なし）"),
        "doubleInOrder" => session.say("two people approve, in this order", "ダブル承認（2名、順序あり）"),
        other => other,
    };
    session.page.line(format!("{:INDENT$}{mode}", ""));
    for (at, people) in approval.steps.iter().enumerate() {
        let number = at.saturating_add(1);
        let people = match people.as_slice() {
            [] => paint(RED, session.say("nobody", "なし")),
            [one] => paint(PLAIN, one),
            many => {
                let names = paint(PLAIN, &many.join(session.say(", ", "、")));
                session.say(format!("one of {names}"), format!("{names} のうち1名"))
            }
        };
        session.page.line(format!("{:INDENT$}{number}. {people}", ""));
    }
}

fn nobody_needed(session: &Session) -> &'static str {
    session.say("nobody needs to approve", "承認は不要です")
}

/// The row and band of a policy, and each way to fulfil it.
fn policy(key: &str, approval: &Approval, is_possible: bool, session: &mut Session) {
    let key = visible(key);
    let band = match &approval.up_to {
        Some(most) => {
            let most = grouped_text(most);
            session
                .say(format!("policy `{key}`, up to {most}"), format!("承認ポリシー「{key}」（{most}まで）"))
        }
        None => session.say(
            format!("policy `{key}`, any amount above its bounds"),
            format!("承認ポリシー「{key}」（上限なし）"),
        ),
    };
    let what = match (approval.alternatives.len(), is_possible) {
        (0, true) => nobody_needed(session),
        (0, false) => session.say("nobody can", "承認できる方がいません"),
        (1, _) => session.say("this has to be done", "次の手続きが必要です"),
        _ => session.say("one of these has to be done", "次のいずれかが必要です"),
    };
    session.page.line(format!("{:INDENT$}{band}{}{what}", "", session.say(": ", "："),));
    for (at, alternative) in approval.alternatives.iter().enumerate() {
        let line = in_words(alternative, session);
        session.page.line(format!("{:INDENT$}{}. {line}", "", at.saturating_add(1)));
    }
}

/// `2 of A (hanako, jiro) approve, then 1 of B (sachi) releases`.
fn in_words(alternative: &Alternative, session: &Session) -> String {
    let steps: Vec<String> = alternative.steps.iter().map(|step| step_in_words(step, session)).collect();
    let between =
        if alternative.ordered { session.say(", then ", " → ") } else { session.say(" and ", "、") };
    steps.join(between)
}

fn step_in_words(step: &Step, session: &Session) -> String {
    let separator = session.say(", ", "、");
    let mut names =
        step.who.iter().take(PEOPLE_SHOWN).map(|id| visible(id)).collect::<Vec<_>>().join(separator);
    let more = step.who.len().saturating_sub(PEOPLE_SHOWN);
    if more > 0 {
        names.push_str(&session.say(format!(" and {more} more"), format!(" ほか{more}名")));
    }
    if step.who.is_empty() {
        session.say("nobody else", "残りなし").clone_into(&mut names);
    }
    let names = paint(PLAIN, &names);
    let count = step.count;
    let act = match (step.act.as_str(), session.say(true, false)) {
        ("verify", true) => "verify",
        ("verify", false) => "検印",
        ("release", true) => "release",
        ("release", false) => "送信",
        (_, true) => "approve",
        (_, false) => "承認",
    };
    match &step.group {
        Some(group) => {
            let group = visible(group);
            session.say(
                format!("{act}: {count} of {group} ({names})"),
                format!("{act}: {group} から{count}名（{names}）"),
            )
        }
        None => session.say(format!("{act}: {count} of {names}"), format!("{act}: {names} から{count}名")),
    }
}

/// What somebody has done, before the name.
pub fn acted(act: &str, session: &Session) -> &'static str {
    match act {
        "verify" => session.say("verified by", "検印"),
        "release" => session.say("released by", "送信"),
        _ => session.say("approved by", "承認"),
    }
}
