//! What a verdict says to whoever fills the form.

use alloc::string::String;

use crate::entry::FormOutcome;
use crate::lang::Lang;
use crate::quote::string;
use crate::reason::{Names, Refusal, reasons};
use crate::text::{AnswerTexts, missing_text};
use crate::verdict::Verdict;
use crate::write::AnswerWriter;

/// Appends the beginning of the answer: what it comes to, and what is said of each field.
pub(super) fn head(outcome: FormOutcome, verdict: &Verdict<'_>, out: &mut String) {
    let company = &*verdict.company;
    let mut writer = AnswerWriter::new(company, out);
    writer.text("{\"outcome\":\"");
    writer.text(outcome.name());
    writer.text("\",\"reasons\":");
    writer.list(&verdict.reasons, |writer, reason| {
        writer.open_reason(reason);
        message(reason, company.names(), writer.direct());
    });
    writer.more(&verdict.more);
    // Nothing is doubtful about a request.
    writer.text(",\"warnings\":[]");
    writer.missing(&verdict.missing);
    writer.normalised(&verdict.normalised);
    writer.finish();
}

/// Appends what a reason says in both languages, and closes its object.
fn message(reason: &Refusal, names: Names<'_>, out: &mut String) {
    for (before, lang) in [(",\"message\":{\"ja\":", Lang::Ja), (",\"en\":", Lang::En)] {
        out.push_str(before);
        string(&reason.code.text(&reason.detail, names, lang), out);
    }
    out.push_str("}}");
}

/// What the answer says to a person, as `texts_json` says it of its JSON.
pub(super) fn texts(verdict: &Verdict<'_>, lang: Lang) -> AnswerTexts {
    let names = verdict.company.names();
    AnswerTexts {
        reasons: reasons(&verdict.reasons, names).map(|reason| reason.text(lang)).collect(),
        more: verdict.more.iter().map(|more| more.text(lang)).collect(),
        missing: verdict.missing.iter().map(|at| missing_text(&alloc::format!("{at}"), lang)).collect(),
        ..AnswerTexts::default()
    }
}
