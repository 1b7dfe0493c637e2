//! Texts that count as something else than what was typed.

use crate::verdict::Verdict;
use crate::write::AnswerWriter;

impl AnswerWriter<'_, '_> {
    /// The texts that are not as they were typed.
    #[cold]
    pub(super) fn normalised(&mut self, verdict: &Verdict<'_>) {
        self.text(",\"normalised\":");
        self.list(&verdict.normalised, |writer, (at, text)| {
            writer.text("{\"path\":\"");
            at.write(writer.out.direct());
            writer.text("\",\"value\":");
            writer.string(text);
            writer.text("}");
        });
    }
}
