//! The text that a command prints, with its colours.

use anstyle::{AnsiColor, Style};

/// For what must be seen first.
pub const BOLD: Style = Style::new().bold();
/// For what is said beside.
pub const DIM: Style = Style::new().dimmed();
/// For a no.
pub const RED: Style = AnsiColor::Red.on_default();
/// For a doubt.
pub const YELLOW: Style = AnsiColor::Yellow.on_default();
/// For a yes.
pub const GREEN: Style = AnsiColor::Green.on_default();
/// For the frame of an excerpt.
pub const BLUE: Style = AnsiColor::Blue.on_default();
/// For nothing in particular.
pub const PLAIN: Style = Style::new();

/// Columns before what belongs to a heading.
pub const INDENT: usize = 2;

/// Text in a style. Control characters in it become visible, so that nothing read from a file reaches a terminal as a
/// command.
pub fn paint(style: Style, text: &str) -> String {
    let text = visible(text);
    if style == PLAIN || text.is_empty() { text } else { format!("{style}{text}{style:#}") }
}

/// Text with its control characters replaced by their pictures.
pub fn visible(text: &str) -> String {
    text.chars().map(visible_char).collect()
}

/// The picture of a control character (`␛` for escape), any other character itself.
pub fn visible_char(character: char) -> char {
    match u32::from(character) {
        code @ 0..=0x1F => char::from_u32(0x2400_u32.saturating_add(code)).unwrap_or('\u{FFFD}'),
        0x7F => '\u{2421}',
        0x80..=0x9F | 0x202A..=0x202E | 0x2066..=0x2069 => '\u{FFFD}',
        _ => character,
    }
}

/// Lines to be printed.
#[derive(Debug, Default)]
pub struct Page {
    text: String,
}

impl Page {
    /// Adds a line, already painted.
    pub fn line(&mut self, line: impl AsRef<str>) {
        self.text.push_str(line.as_ref().trim_end_matches(' '));
        self.text.push('\n');
    }

    /// Adds an empty line.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// Adds text as it is.
    pub fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds a JSON value and a line's end.
    pub fn json(&mut self, value: &serde_json::Value) {
        // A value of ours has text for keys, so it can always be written.
        self.text.push_str(&serde_json::to_string_pretty(value).unwrap_or_default());
        self.text.push('\n');
    }

    /// The text, leaving an empty page.
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_shown_not_sent() {
        assert_eq!(visible("a\u{1b}[2Jb\u{7f}\u{9b}\u{202e}"), "a\u{241b}[2Jb\u{2421}\u{fffd}\u{fffd}");
        assert_eq!(visible("振込\tｱ"), "振込\u{2409}ｱ");
    }

    #[test]
    fn lines_have_no_blanks_at_their_end() {
        let mut page = Page::default();
        page.line("a  ");
        page.gap();
        assert_eq!(page.take(), "a\n\n");
        assert_eq!(page.take(), "");
    }
}
