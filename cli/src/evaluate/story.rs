//! A verdict in words: each step with its figures, its reasons and a picture of the limits.

use kessai::terms::Operation;
use unicode_width::UnicodeWidthStr;

use crate::check::plural;
use crate::evaluate::answer::{Answer, Document, Fee, Item, Limit, Normalised};
use crate::evaluate::approval::approval;
use crate::evaluate::bar::bar;
use crate::figures::grouped_text;
use crate::page::{BOLD, DIM, GREEN, INDENT, PLAIN, RED, YELLOW, paint, visible};
use crate::session::Session;
use crate::table::{self, Cell};
use crate::words::{self, Texts};

/// Of the items of a batch so many are listed.
const ITEMS_SHOWN: usize = 10;

pub fn write(answer: &Answer, texts: &Texts, operation: Option<Operation>, session: &mut Session) {
    head(answer, session);
    let steps = [
        ("access", "利用資格"),
        ("permission", "権限"),
        ("form", "入力項目"),
        ("fee", "手数料"),
        ("limit", "限度額"),
        ("approval", "承認"),
        ("item", "取引の状態"),
    ];
    // Most banks ask nothing of a visitor, and most requests are about no item: these steps stand where they say no.
    let has_reason = |step: &str| answer.reasons.iter().any(|reason| reason.step == step);
    let steps = steps.into_iter().filter(|(step, _)| !matches!(*step, "access" | "item") || has_reason(step));
    let steps: Vec<_> = steps.collect();
    let width = steps.iter().map(|(en, ja)| session.say(*en, *ja).width()).max().unwrap_or(0);
    session.page.gap();
    for (step, ja) in steps {
        let reasons: Vec<_> =
            answer.reasons.iter().zip(&texts.reasons).filter(|(reason, _)| reason.step == step).collect();
        let title = session.say(step, ja);
        let (style, state) = state(step, reasons.len(), answer, operation, session);
        let space = " ".repeat(width.saturating_sub(title.width()));
        session.page.line(format!("{}{space}  {}", paint(BOLD, title), paint(style, state)));
        match step {
            "form" => changed(answer, session),
            "fee" => fee(answer.fee.as_ref(), answer.items.as_deref().unwrap_or_default(), session),
            "limit" => limits(&answer.limits, session),
            "approval" => approval(answer.approval.as_ref(), answer.outcome != "refused", session),
            _ => {}
        }
        for (reason, text) in reasons {
            let place = format!("[{} {}]", reason.code, reason.path);
            session.page.line(format!("{:INDENT$}{} {}", "", paint(RED, text), paint(DIM, &place)));
        }
    }
    words::more(&answer.more, texts, session);
    warnings(answer, texts, session);
    words::missing(&answer.missing, texts, session);
    foot(&answer.engine, &answer.service, &answer.company, session);
}

/// What the bank only warns of, with the condition that is not known to hold.
fn warnings(answer: &Answer, texts: &Texts, session: &mut Session) {
    if answer.warnings.is_empty() {
        return;
    }
    session.page.gap();
    session.page.line(paint(BOLD, session.say("warnings", "注意")));
    for (warning, text) in answer.warnings.iter().zip(&texts.warnings) {
        let place = format!("[{} {}]", warning.code, warning.condition.as_deref().unwrap_or(&warning.path));
        session.page.line(format!("{:INDENT$}{} {}", "", paint(YELLOW, text), paint(DIM, &place)));
    }
}

fn head(answer: &Answer, session: &mut Session) {
    let (style, en, ja) = match answer.outcome.as_str() {
        "accepted" => (GREEN, "accepted", "受付可"),
        "needsApproval" => (GREEN, "needs approval", "承認待ち"),
        "incomplete" => (YELLOW, "incomplete", "未入力あり"),
        _ => (RED, "refused", "受付不可"),
    };
    let more: u64 = answer.more.iter().map(|more| more.count).sum();
    let more = usize::try_from(more).unwrap_or(usize::MAX);
    let counted = match (answer.reasons.len().saturating_add(more), answer.missing.len()) {
        (0, 0) => String::new(),
        (0, missing) => session.say(format!(" ({missing} missing)"), format!("（未入力 {missing} 件）")),
        (reasons, _) => {
            session.say(format!(" ({})", plural(reasons, "reason")), format!("（理由 {reasons} 件）"))
        }
    };
    session.page.line(format!("{}{counted}", paint(style.bold(), session.say(en, ja))));
}

/// How a step came out: a style and a word.
fn state(
    step: &str,
    reasons: usize,
    answer: &Answer,
    operation: Option<Operation>,
    session: &Session,
) -> (anstyle::Style, &'static str) {
    use Operation::{Create, Edit, Switch};
    let acts = operation.is_some_and(Operation::is_act);
    let is_asked = match step {
        "access" | "permission" | "item" => true,
        "approval" => matches!(operation, Some(Create | Edit | Switch)),
        _ => acts || matches!(operation, Some(Create | Edit | Switch)),
    };
    let is_open = answer.missing.iter().any(|path| asks_for(path) == step);
    match (is_asked, reasons, step) {
        (_, 1.., _) => (RED, session.say("no", "不可")),
        (false, ..) => (DIM, session.say("not asked for this operation", "この操作では対象外")),
        (_, _, _) if is_open => (YELLOW, session.say("fields are missing", "未入力あり")),
        (_, _, "fee") if answer.fee.is_none() && !acts => (DIM, session.say("no figures", "算出なし")),
        (_, _, "limit") if answer.limits.is_empty() => (DIM, session.say("none evaluated", "評価なし")),
        (_, _, "approval") if answer.approval.is_none() => (DIM, session.say("not evaluated", "評価なし")),
        _ => (GREEN, session.say("yes", "可")),
    }
}

/// The step that asks for a field; where several do, the first that needs its value.
fn asks_for(path: &str) -> &'static str {
    let first = path.split('/').nth(1).unwrap_or_default();
    match (first, path.rsplit('/').next().unwrap_or_default()) {
        ("approvers", _) => "approval",
        ("usage", _) => "limit",
        (_, "bank" | "branch" | "typedFee") => "fee",
        ("user" | "operation" | "now" | "business" | "account" | "item" | "target", _) => "permission",
        _ => "form",
    }
}

/// What counts in place of what was typed.
fn changed(answer: &Answer, session: &mut Session) {
    if let Some(day) = &answer.value_date {
        let text = session.say(format!("value date moved to {day}"), format!("振込指定日を {day} に変更"));
        session.page.line(format!("{:INDENT$}{text}", ""));
    }
    normalised(&answer.normalised, session);
}

/// Texts that were normalised or cut.
pub fn normalised(texts: &[Normalised], session: &mut Session) {
    for Normalised { path, value } in texts {
        let (path, value) = (visible(path), visible(value));
        let text =
            session.say(format!("{path} counts as `{value}`"), format!("{path} は `{value}` として扱います"));
        session.page.line(format!("{:INDENT$}{text}", ""));
    }
}

/// The figures of a fee, with those of the items of a batch.
pub fn fee(fee: Option<&Fee>, items: &[Item], session: &mut Session) {
    let Some(fee) = fee else { return };
    let mut rows: Vec<_> = figures(fee)
        .into_iter()
        .map(|(en, ja, amount)| vec![Cell::word(session.say(en, ja)), Cell::figure(grouped_text(amount))])
        .collect();
    if let Some(expected) = &fee.expected_bank_fee {
        let title = session.say("bank's fee by the company's table", "自社の当方負担手数料");
        rows.push(vec![Cell::word(title), Cell::figure(grouped_text(expected))]);
    }
    table::write(&rows, INDENT, &mut session.page);
    let mut remarks = Vec::new();
    if fee.provisional {
        remarks.push(
            session
                .say("the fee may change until execution", "手数料は実行時までに変わることがあります")
                .to_owned(),
        );
    }
    if let Some(differences) = &fee.differences {
        let (count, sum) = (&differences.count, grouped_text(&differences.sum));
        let count = count.as_str().map_or_else(|| count.to_string(), str::to_owned);
        remarks.push(session.say(
            format!("items with a difference: {count}, in all {sum}"),
            format!("差額のある明細 {count} 件、合計 {sum}"),
        ));
    }
    if let Some(debit) = &fee.debit {
        remarks.push(session.say(
            format!("debited ({}): amount on {}, fee on {}", debit.mode, debit.amount_on, debit.fee_on),
            format!("引落し（{}）: 金額 {}、手数料 {}", debit.mode, debit.amount_on, debit.fee_on),
        ));
    }
    for remark in remarks {
        session.page.line(format!("{:INDENT$}{}", "", paint(DIM, &remark)));
    }
    if !items.is_empty() {
        self::items(items, session);
    }
}

fn figures(fee: &Fee) -> [(&'static str, &'static str, &str); 6] {
    [
        ("payment", "支払金額", &fee.payment),
        ("kept back", "差引手数料", &fee.deducted),
        ("transfer", "振込金額", &fee.transfer),
        ("bank's fee", "振込手数料", &fee.bank_fee),
        ("withdrawal", "出金額", &fee.withdrawal),
        ("difference", "差額", &fee.difference),
    ]
}

/// The first items of a batch.
fn items(items: &[Item], session: &mut Session) {
    let mut rows = Vec::new();
    for (at, item) in items.iter().enumerate().take(ITEMS_SHOWN) {
        let mut row = vec![Cell::figure(at.to_string()).styled(DIM)];
        match &item.fee {
            Some(fee) => {
                if rows.is_empty() {
                    let titles =
                        figures(fee).map(|(en, ja, _)| Cell::figure(session.say(en, ja)).styled(DIM));
                    rows.push(
                        [Cell::word(session.say("item", "明細")).styled(DIM)]
                            .into_iter()
                            .chain(titles)
                            .collect(),
                    );
                }
                row.extend(figures(fee).map(|(_, _, amount)| Cell::figure(grouped_text(amount))));
            }
            None => row.push(Cell::word(session.say("no figures", "算出なし")).styled(DIM)),
        }
        rows.push(row);
    }
    table::write(&rows, INDENT, &mut session.page);
    let more = items.len().saturating_sub(ITEMS_SHOWN);
    if more > 0 {
        let text = session.say(format!("and {more} more"), format!("ほか {more} 件"));
        session.page.line(format!("{:INDENT$}{}", "", paint(DIM, &text)));
    }
}

/// The limits that applied, with bars on a terminal.
pub fn limits(limits: &[Limit], session: &mut Session) {
    if limits.is_empty() {
        return;
    }
    let is_watched = session.is_watched();
    let titles = [("limit", "限度額"), ("used", "使用済み"), ("requested", "今回"), ("remaining", "残り")];
    let mut head = vec![Cell::word("")];
    head.extend(titles.map(|(en, ja)| Cell::figure(session.say(en, ja)).styled(DIM)));
    let mut rows = vec![head];
    for limit in limits {
        let style = if limit.remaining.starts_with('-') { RED } else { PLAIN };
        let name = match (&limit.key, limit.code.as_str()) {
            (Some(key), "limit.ceiling.declared") => {
                let bank = session.say("bank: ", "金融機関: ");
                format!("{bank}{key}")
            }
            (Some(key), _) => key.clone(),
            (None, code) => name_of(code, session).to_owned(),
        };
        let mut row = vec![Cell::word(name).styled(style)];
        row.extend(
            [&limit.limit, &limit.used, &limit.requested].map(|amount| Cell::figure(grouped_text(amount))),
        );
        row.push(Cell::figure(grouped_text(&limit.remaining)).styled(style));
        if is_watched && let Some(bar) = bar(limit) {
            row.push(Cell::painted(bar));
        }
        rows.push(row);
    }
    table::write(&rows, INDENT, &mut session.page);
    if is_watched {
        let key = session.say("█ used  ▓ requested  ░ remaining", "█ 使用済み  ▓ 今回  ░ 残り");
        session.page.line(format!("{:INDENT$}{}", "", paint(DIM, key)));
    }
}

/// What a person calls a limit.
pub fn name_of<'a>(code: &'a str, session: &Session) -> &'a str {
    let (en, ja) = match code.strip_prefix("limit.").unwrap_or(code) {
        "accountPerDay.total" => ("account, a day", "口座一日当たり（合計）"),
        "accountPerDay.adHoc" => ("account, a day, ad hoc", "口座一日当たり（都度指定）"),
        "accountPerDay.preRegistered" => ("account, a day, pre-registered", "口座一日当たり（事前登録）"),
        "companyPerDay" => ("company, a day", "企業一日当たり"),
        "userPerOperation" => ("user, an operation", "利用者一回当たり"),
        "approverPerItem" => ("approver, an item", "承認者の明細上限"),
        "ceiling.accountPerDay.total" => ("bank: account, a day", "金融機関: 口座一日当たり（合計）"),
        "ceiling.accountPerDay.adHoc" => {
            ("bank: account, a day, ad hoc", "金融機関: 口座一日当たり（都度指定）")
        }
        "ceiling.accountPerDay.preRegistered" => {
            ("bank: account, a day, pre-registered", "金融機関: 口座一日当たり（事前登録）")
        }
        "ceiling.companyPerDay" => ("bank: company, a day", "金融機関: 企業一日当たり"),
        "ceiling.userPerOperation" => ("bank: user, an operation", "金融機関: 利用者一回当たり"),
        "perItem" => ("bank: an item", "金融機関: 1明細当たり"),
        "perBatch" => ("bank: a batch", "金融機関: 一括依頼当たり"),
        _ => return code,
    };
    session.say(en, ja)
}

/// What the answer was made with.
pub fn foot(engine: &str, service: &Document, company: &Document, session: &mut Session) {
    let short = |digest: &str| digest.chars().take(8).collect::<String>();
    let version = service.version.as_deref().unwrap_or_default();
    let text = format!(
        "kessai {engine}, {} {version} {}, {} {}",
        service.id,
        short(&service.digest),
        company.id,
        short(&company.digest)
    );
    session.page.gap();
    session.page.line(paint(DIM, &text));
}
