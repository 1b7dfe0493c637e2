//! What the reasons of an answer in JSON say to a person.

use kessai::{Code, Lang, Step};
use serde_json::Value;

use crate::evaluate::answer::More;
use crate::figures::grouped_text;
use crate::page::{BOLD, DIM, INDENT, RED, YELLOW, paint};
use crate::session::Session;
use crate::table::{self, Cell};

/// The words of a language, and the currency of the amounts.
#[derive(Debug)]
pub struct Words {
    lang: Lang,
    currency: String,
}

impl Words {
    /// The words for answers under a service, whose text says the currency.
    pub fn new(service: &str, lang: Lang) -> Self {
        let document: Value = serde_json::from_str(service).unwrap_or_default();
        let currency = document.get("currency").and_then(Value::as_str).unwrap_or_default().to_owned();
        Self { lang, currency }
    }

    /// The sentence of a reason, with the way out where all that it names is known; of an unknown code its name.
    pub fn reason(&self, reason: &Value) -> String {
        let name = reason.get("code").and_then(Value::as_str).unwrap_or_default();
        let Some(code) = Code::from_name(name) else { return name.to_owned() };
        let mut text = String::new();
        let _whole = self.fill(code.template(self.lang), code, reason, &mut text);
        for way in code.ways_out(self.lang) {
            let mut more = String::new();
            if self.fill(way, code, reason, &mut more) {
                if self.lang == Lang::En {
                    text.push(' ');
                }
                text.push_str(&more);
                break;
            }
        }
        text
    }

    /// Fills a template; tells whether everything that it names was known.
    fn fill(&self, template: &str, code: Code, reason: &Value, out: &mut String) -> bool {
        let mut is_whole = true;
        for (at, piece) in template.split(['{', '}']).enumerate() {
            if at.is_multiple_of(2) {
                out.push_str(piece);
            } else {
                match self.figure(piece, code, reason) {
                    Some(text) => out.push_str(&text),
                    None => is_whole = false,
                }
            }
        }
        is_whole
    }

    fn figure(&self, name: &str, code: Code, reason: &Value) -> Option<String> {
        let text = |field: &str| reason.get(field).and_then(Value::as_str);
        match name {
            "limit" | "used" | "requested" | "max" | "min" if is_count(code) => text(name).map(grouped_text),
            "limit" | "used" | "requested" | "max" | "min" => text(name).map(|amount| self.amount(amount)),
            "range" => Some(self.range(text("min"), text("max"))),
            "position" => reason.get("at").and_then(Value::as_u64).map(|at| at.saturating_add(1).to_string()),
            "class" => text("expected").map(|class| self.class(class).to_owned()),
            "kind" => None,
            "who" => {
                let who: Vec<_> = reason.get("who")?.as_array()?.iter().filter_map(Value::as_str).collect();
                Some(who.join(if self.lang == Lang::Ja { "、" } else { ", " }))
            }
            other => text(other).map(str::to_owned),
        }
    }

    fn amount(&self, amount: &str) -> String {
        let figures = grouped_text(amount);
        match (self.currency.as_str(), self.lang) {
            ("JPY", Lang::Ja) => format!("{figures}円"),
            (currency, _) => format!("{currency} {figures}"),
        }
    }

    fn range(&self, min: Option<&str>, max: Option<&str>) -> String {
        let [min, max] = [min, max].map(|bound| bound.map(|amount| self.amount(amount)).unwrap_or_default());
        let between = if self.lang == Lang::Ja { "～" } else { " to " };
        format!("{min}{between}{max}")
    }

    fn class<'a>(&self, class: &'a str) -> &'a str {
        match (class, self.lang) {
            ("letter", Lang::Ja) => "英字",
            ("digit", Lang::Ja) => "数字",
            ("upper", Lang::Ja) => "英大文字",
            ("lower", Lang::Ja) => "英小文字",
            ("symbol", Lang::Ja) => "記号",
            ("upper", Lang::En) => "capital letter",
            ("lower", Lang::En) => "small letter",
            (other, _) => other,
        }
    }
}

/// Whether the figures of a reason count things, and are no amounts.
fn is_count(code: Code) -> bool {
    code == Code::LimitMaxItems || (code.step() == Step::Form && code != Code::FormRange)
}

/// Writes reasons, a line each.
pub fn reasons(reasons: &[Value], words: &Words, session: &mut Session) {
    for reason in reasons {
        let text = |field: &str| reason.get(field).and_then(Value::as_str).unwrap_or_default();
        let place = format!("[{} {}]", text("code"), text("path"));
        session.page.line(format!(
            "{:INDENT$}{} {}",
            "",
            paint(RED, &words.reason(reason)),
            paint(DIM, &place)
        ));
    }
}

/// Writes how many reasons there are beside those that are listed, a line for each code.
pub fn more(more: &[More], session: &mut Session) {
    for More { code, count } in more {
        let known = Code::from_name(code).map(|code| kessai::verdict::More { code, count: *count });
        let text = known.map(|more| more.text(session.lang)).unwrap_or_default();
        let place = format!("[{code}]");
        session.page.line(format!("{:INDENT$}{} {}", "", paint(RED, &text), paint(DIM, &place)));
    }
}

/// Writes the places of missing fields, a line each.
pub fn missing(missing: &[String], session: &mut Session) {
    if missing.is_empty() {
        return;
    }
    session.page.gap();
    session.page.line(paint(BOLD, session.say("still missing", "未入力の項目")));
    let rows: Vec<_> = missing.iter().map(|path| vec![Cell::word(path.as_str()).styled(YELLOW)]).collect();
    table::write(&rows, INDENT, &mut session.page);
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// The same sentences as the engine's own, which are asserted there whole.
    #[test]
    fn figures_stand_in_their_places() {
        let [en, ja] = [Lang::En, Lang::Ja].map(|lang| Words::new(r#"{ "currency": "JPY" }"#, lang));
        let table = [
            (
                json!({ "code": "limit.userPerOperation", "limit": "1000000", "used": "0", "requested": "1000001", "max": "1000000" }),
                "JPY 1,000,001 is above the user's limit per operation of JPY 1,000,000. The largest payment that fits this limit is JPY 1,000,000.",
                "利用者一回当たり限度額1,000,000円を超えています（今回1,000,001円）。この限度額に収まる最大の支払金額は1,000,000円です。",
            ),
            (
                json!({ "code": "item.order", "who": ["hanako01", "jiro01"] }),
                "It is somebody else's turn to approve. Next: hanako01, jiro01.",
                "承認の順番が来ていません。次に承認する方：hanako01、jiro01",
            ),
            (
                json!({ "code": "form.tooLong", "max": "1024" }),
                "This has more than 1,024 characters.",
                "1,024文字以内で入力してください。",
            ),
            (
                json!({ "code": "form.mix", "expected": "digit" }),
                "This needs at least one digit.",
                "数字を1文字以上含めてください。",
            ),
            (
                json!({ "code": "form.range", "min": "1", "max": "9999999999" }),
                "The amount is outside the range of JPY 1 to JPY 9,999,999,999.",
                "取り扱える範囲の金額を入力してください（1円～9,999,999,999円）。",
            ),
            (
                json!({ "code": "form.valueDate.tooSoon" }),
                "It is too late for this value date. No other day can be given.",
                "受付の締切を過ぎているため、この指定日ではお取扱いできません。代わりに指定できる日はありません。",
            ),
            (json!({ "code": "no.such" }), "no.such", "no.such"),
        ];
        for (reason, expected_en, expected_ja) in table {
            assert_eq!(
                (en.reason(&reason).as_str(), ja.reason(&reason).as_str()),
                (expected_en, expected_ja)
            );
        }
    }
}
