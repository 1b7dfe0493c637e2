//! Texts that count as something else than what was typed.

use alloc::string::String;

use crate::reason::Pointer;
use crate::write::AnswerWriter;

impl AnswerWriter<'_, '_> {
    /// The texts that are not as they were typed.
    #[cold]
    pub(crate) fn normalised(&mut self, normalised: &[(Pointer, String)]) {
        self.text(",\"normalised\":");
        self.list(normalised, |writer, (at, text)| {
            writer.text("{\"path\":\"");
            at.write(writer.out.direct());
            writer.text("\",\"value\":");
            writer.string(text);
            writer.text("}");
        });
    }
}
