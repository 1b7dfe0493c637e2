//! `kessai explain`: the rule behind a code.

mod catalogue;
mod example;

use anstyle::Style;
use kessai::{Code, FindingCode, RequestErrorCode, Severity, Step};
use serde_json::{Map, Value, json};

use crate::args::ExplainArgs;
use crate::page::{BOLD, DIM, GREEN, RED, YELLOW, paint, visible};
use crate::session::{Failure, Session, Status};
use crate::table::{self, Cell};
use catalogue::{Catalogue, Entry, Kind, TOPICS, Topic};

pub fn run(args: &ExplainArgs, session: &mut Session) -> Result<Status, Failure> {
    let catalogue = Catalogue::embedded()?;
    let Some(text) = &args.code else {
        list(&catalogue, session);
        return Ok(Status::Good);
    };
    let (name, topic, entry) = catalogue.find(text).ok_or_else(|| unknown(text, &catalogue, session))?;
    let subject = Subject::of(name, topic.kind);
    if session.is_json() {
        let answer = answer(name, topic, subject, entry, session);
        session.page.json(&answer);
    } else {
        write(name, subject, entry, session);
    }
    Ok(Status::Good)
}

/// What the engine knows of a code.
#[derive(Clone, Copy)]
enum Subject {
    Reason(Code),
    Finding(FindingCode),
    Request(RequestErrorCode),
    Call,
}

impl Subject {
    fn of(name: &str, kind: Kind) -> Self {
        let finding = || FindingCode::ALL.iter().copied().find(|code| code.name() == name);
        let known = match kind {
            Kind::Reason => Code::from_name(name).map(Self::Reason),
            Kind::Finding => finding().map(Self::Finding),
            Kind::Request => RequestErrorCode::from_name(name).map(Self::Request),
            Kind::Call => None,
        };
        known.unwrap_or(Self::Call)
    }

    fn is_warning(self) -> bool {
        matches!(self, Self::Finding(code) if code.severity() == Severity::Warning)
    }

    /// What is said to a person.
    fn messages(self, session: &Session) -> Vec<&'static str> {
        match self {
            Self::Reason(code) => vec![code.template(session.lang)],
            Self::Finding(code) => vec![code.template(session.lang)],
            Self::Request(code) => code.templates(session.lang).collect(),
            Self::Call => Vec::new(),
        }
    }

    /// What to do about it.
    fn hint(self, session: &Session) -> Option<&'static str> {
        match self {
            Self::Finding(code) => code.hint_template(session.lang),
            Self::Reason(_) | Self::Request(_) | Self::Call => None,
        }
    }

    /// What comes of it, in a few words.
    fn weight(self, session: &Session) -> String {
        match self {
            Self::Reason(code) => format!("{}, {}", code.number(), step(code.step(), session)),
            Self::Finding(code) if code.severity() == Severity::Error => session
                .say("an error: the document cannot be loaded", "エラー: 文書を読み込めません")
                .to_owned(),
            Self::Finding(_) => {
                session.say("a warning: the document is loaded", "警告: 文書は読み込まれます").to_owned()
            }
            Self::Request(_) => session
                .say("no answer, which hosts treat as refused", "判定不能: 拒否として扱います")
                .to_owned(),
            Self::Call => session
                .say("of a host or of this program", "呼び出し側またはこのプログラムのコード")
                .to_owned(),
        }
    }

    /// The words above the two examples.
    fn sides(self, session: &Session) -> [(&'static str, Style); 2] {
        let (near, far) = match self {
            Self::Reason(_) => (("passes", "認める例"), ("refused", "拒否する例")),
            Self::Finding(_) if self.is_warning() => {
                (("passes", "警告しない例"), ("warned of", "警告する例"))
            }
            Self::Finding(_) => (("passes", "正しい例"), ("refused", "エラーになる例")),
            Self::Request(_) | Self::Call => (("answered", "判定する例"), ("no answer", "判定しない例")),
        };
        let style = if self.is_warning() { YELLOW } else { RED };
        [(session.say(near.0, near.1), GREEN.bold()), (session.say(far.0, far.1), style.bold())]
    }
}

/// The name of a step.
fn step(step: Step, session: &Session) -> &'static str {
    let ja = match step {
        Step::Access => "利用資格",
        Step::Permission => "権限",
        Step::Form => "入力項目",
        Step::Fee => "手数料",
        Step::Limit => "限度額",
        Step::Approval => "承認",
        Step::Item => "取引の状態",
    };
    session.say(step.name(), ja)
}

/// Where the rule is.
fn place(entry: &Entry) -> String {
    let places = entry.places().into_iter().map(|(page, numbers)| format!("{page} {}", numbers.join(", ")));
    places.map(|place| place.trim_end().to_owned()).collect::<Vec<_>>().join("; ")
}

fn answer(name: &str, topic: &Topic, subject: Subject, entry: &Entry, session: &Session) -> Value {
    let lang = session.lang;
    let mut answer = Map::new();
    let mut put = |key: &str, value: Value| drop(answer.insert(key.to_owned(), value));
    put("code", json!(name));
    put("topic", json!(topic.name));
    match subject {
        Subject::Reason(code) => {
            put("number", json!(code.number()));
            put("step", json!(code.step().name()));
        }
        Subject::Finding(code) => put("severity", json!(code.severity().name())),
        Subject::Request(_) | Subject::Call => {}
    }
    put("title", json!(entry.title.text(lang)));
    put("messages", json!(subject.messages(session)));
    put("hint", json!(subject.hint(session)));
    put("rule", json!(entry.rule.text(lang)));
    let places = entry.places().into_iter().map(|(page, rules)| json!({ "page": page, "rules": rules }));
    put("places", places.collect());
    put("source", json!(entry.source.text(lang)));
    put("passes", json!(entry.passes.text(lang)));
    put("refused", json!(entry.refused.text(lang)));
    put("example", json!(entry.example));
    answer.into()
}

fn write(name: &str, subject: Subject, entry: &Entry, session: &mut Session) {
    let lang = session.lang;
    let beside = format!("({})", subject.weight(session));
    session.page.line(format!("{} {}", paint(BOLD, name), paint(DIM, &beside)));
    session.page.line(entry.title.text(lang));
    let messages = subject.messages(session).join("\n");
    let [passes, refused] = subject.sides(session);
    let example = entry.example.as_ref();
    let shown = |text: &str, value: Option<&Value>| {
        let line = example.and_then(|example| example.line(value));
        line.map_or_else(|| text.to_owned(), |line| format!("{text}\n{}", paint(DIM, &line)))
    };
    let near = shown(entry.passes.text(lang), example.and_then(|example| example.passes.as_ref()));
    let far = shown(entry.refused.text(lang), example.and_then(|example| example.refused.as_ref()));
    let source = format!("{}\n{}", place(entry), entry.source.text(lang));
    let words = match subject {
        Subject::Reason(_) => session.say("words to the user", "利用者への文言"),
        _ => session.say("words", "文言"),
    };
    let parts = [
        (session.say("rule", "規則"), BOLD, Some(entry.rule.text(lang))),
        (words, BOLD, Some(messages.as_str()).filter(|words| !words.is_empty())),
        (session.say("hint", "対処"), BOLD, subject.hint(session)),
        (passes.0, passes.1, Some(near.as_str())),
        (refused.0, refused.1, Some(far.as_str())),
        (session.say("source", "出典"), BOLD, Some(source.as_str())),
    ];
    for (title, style, text) in parts {
        let Some(text) = text else { continue };
        session.page.gap();
        session.page.line(paint(style, title));
        for line in text.lines() {
            session.page.line(format!("  {line}"));
        }
    }
}

/// There is no such code; those that have the text in them, begin alike or are spelt alike may have been meant.
fn unknown(text: &str, catalogue: &Catalogue, session: &Session) -> Failure {
    let lower = text.to_lowercase();
    let first = lower.split('.').next().unwrap_or_default();
    let those = |is_meant: &dyn Fn(&str) -> bool| -> Vec<&str> {
        catalogue.names().filter(|name| !lower.is_empty() && is_meant(&name.to_lowercase())).collect()
    };
    let mut near = those(&|name| name.contains(&lower));
    if near.is_empty() {
        near = those(&|name| slips(name, &lower) <= lower.len().div_ceil(6));
    }
    if near.is_empty() {
        near = those(&|name| name.split('.').next() == Some(first));
    }
    let text = visible(text);
    let near: Vec<_> = near.into_iter().take(8).map(|name| format!("`{name}`")).collect();
    let near = near.join(", ");
    Failure::new(match near.as_str() {
        "" => session.say(
            format!("there is no code `{text}`; `kessai explain` lists them"),
            format!("コード `{text}` はありません（`kessai explain` で一覧を表示）"),
        ),
        near => session.say(
            format!("there is no code `{text}`; did you mean {near}?"),
            format!("コード `{text}` はありません。もしかして: {near}"),
        ),
    })
}

/// How many characters must be put in, taken out or replaced to make one text of the other.
fn slips(from: &str, to: &str) -> usize {
    let mut above: Vec<usize> = (0..=to.chars().count()).collect();
    for (row, letter) in (1_usize..).zip(from.chars()) {
        let mut line = vec![row];
        let pairs = above.iter().zip(above.iter().skip(1)).zip(to.chars());
        for ((replaced, removed), other) in pairs {
            let added = line.last().copied().unwrap_or(row).saturating_add(1);
            let kept = replaced.saturating_add(usize::from(letter != other));
            line.push(added.min(kept).min(removed.saturating_add(1)));
        }
        above = line;
    }
    above.last().copied().unwrap_or(0)
}

/// The groups of a topic: reasons by step, all others as they are.
fn groups<'c>(
    catalogue: &'c Catalogue,
    topic: &'static Topic,
    session: &Session,
) -> Vec<(String, Vec<(&'c str, &'c Entry)>)> {
    let title = topic.title(session.lang);
    let codes = catalogue.of(topic);
    if topic.kind != Kind::Reason {
        return vec![(title.to_owned(), codes)];
    }
    let of = |wanted: Step| {
        let codes = codes.iter().copied();
        codes.filter(|(name, _)| Code::from_name(name).is_some_and(|code| code.step() == wanted)).collect()
    };
    let titled = |wanted: Step| format!("{title}: {}", step(wanted, session));
    Step::ALL.iter().map(|wanted| (titled(*wanted), of(*wanted))).collect()
}

fn list(catalogue: &Catalogue, session: &mut Session) {
    if session.is_json() {
        let all = listed(catalogue, session);
        session.page.json(&all);
        return;
    }
    let mut is_first = true;
    for topic in TOPICS {
        for (title, codes) in groups(catalogue, topic, session) {
            let rows: Vec<_> = codes.iter().map(|(name, entry)| row(name, topic, entry, session)).collect();
            if !std::mem::take(&mut is_first) {
                session.page.gap();
            }
            session.page.line(paint(BOLD, &title));
            table::write(&rows, 2, &mut session.page);
        }
    }
}

fn row(name: &str, topic: &Topic, entry: &Entry, session: &Session) -> Vec<Cell> {
    let title = Cell::word(entry.title.text(session.lang));
    let code = Cell::word(name);
    match Subject::of(name, topic.kind) {
        Subject::Reason(reason) => vec![Cell::figure(reason.number().to_string()), code, title],
        subject if subject.is_warning() => {
            vec![code, Cell::word(session.say("warning", "警告")).styled(YELLOW), title]
        }
        Subject::Finding(_) => vec![code, Cell::word(session.say("error", "エラー")).styled(RED), title],
        Subject::Request(_) | Subject::Call => vec![code, title],
    }
}

fn listed(catalogue: &Catalogue, session: &Session) -> Value {
    let of = |kind: Kind| -> Value {
        let topics = TOPICS.iter().filter(|topic| topic.kind == kind);
        let codes = topics.flat_map(|topic| catalogue.of(topic).into_iter().map(move |code| (topic, code)));
        codes
            .map(|(topic, (name, entry))| {
                let title = entry.title.text(session.lang);
                match Subject::of(name, kind) {
                    Subject::Reason(code) => json!({
                        "code": name, "number": code.number(), "step": code.step().name(), "title": title
                    }),
                    Subject::Finding(code) => json!({
                        "code": name, "topic": topic.name, "severity": code.severity().name(), "title": title
                    }),
                    Subject::Request(_) | Subject::Call => json!({ "code": name, "title": title }),
                }
            })
            .collect()
    };
    json!({
        "reasons": of(Kind::Reason),
        "findings": of(Kind::Finding),
        "requests": of(Kind::Request),
        "calls": of(Kind::Call),
    })
}
