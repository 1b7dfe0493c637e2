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
        // What turns the direction of a line, breaks it, or takes no room, so that two names look alike.
        0x80..=0x9F
        | 0xAD
        | 0x061C
        | 0x180E
        | 0x200B..=0x200F
        | 0x2028..=0x202E
        | 0x2060..=0x206F
        | 0xFEFF
        | 0xFFF9..=0xFFFB
        | 0xE0000..=0xE007F => '\u{FFFD}',
        _ => character,
    }
}

/// A line in which no control character is but those of our own colours: whoever forgot to make a text visible has not
/// sent it to the terminal.
pub fn harmless(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(character) = rest.chars().next() {
        let length = style_length(rest).unwrap_or(0);
        if let (true, Some((style, behind))) = (length > 0, rest.split_at_checked(length)) {
            out.push_str(style);
            rest = behind;
            continue;
        }
        out.push(if character == '\n' { character } else { visible_char(character) });
        rest = rest.get(character.len_utf8()..).unwrap_or_default();
    }
    out
}

/// The bytes of the style with which a text begins, `ESC [ figures m`.
fn style_length(text: &str) -> Option<usize> {
    let figures = text.strip_prefix("\u{1b}[")?;
    let end = figures.find(|one: char| !one.is_ascii_digit() && one != ';')?;
    (figures.as_bytes().get(end) == Some(&b'm')).then(|| end.saturating_add(3))
}

/// JSON with its control characters as escapes, which mean the same and do nothing to a terminal.
pub fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for character in json.chars() {
        if character == '\n' || visible_char(character) == character {
            out.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    out
}

/// Lines to be printed.
#[derive(Debug, Default)]
pub struct Page {
    text: String,
    /// It is JSON, whose bytes are not changed.
    is_json: bool,
}

impl Page {
    /// An empty page, of JSON or of text.
    pub fn new(is_json: bool) -> Self {
        Self { text: String::new(), is_json }
    }

    /// Adds a line, already painted.
    pub fn line(&mut self, line: impl AsRef<str>) {
        let line = line.as_ref().trim_end_matches(' ');
        if self.is_json {
            self.text.push_str(line);
        } else {
            self.text.push_str(&harmless(line));
        }
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
    fn what_turns_or_hides_text_is_shown() {
        for code in
            [0xAD, 0x61C, 0x180E, 0x200B, 0x200D, 0x200E, 0x200F, 0x2028, 0x2060, 0x2066, 0xFEFF, 0xE0041]
        {
            let text = char::from_u32(code).unwrap().to_string();
            assert_eq!(visible(&text), "\u{fffd}", "{code:X}");
        }
        assert_eq!(
            visible("葛\u{e0100}が\u{3000}"),
            "葛\u{e0100}が\u{3000}",
            "variants of kanji, and blanks"
        );
    }

    #[test]
    fn only_our_own_colours_reach_a_terminal() {
        let red = paint(RED, "a\u{1b}[2J");
        assert_eq!(harmless(&red), "\u{1b}[31ma\u{241b}[2J\u{1b}[0m");
        assert_eq!(
            harmless("\u{1b}]0;title\u{7}\u{9b}\u{1b}[2J\u{1b}[1;31mx\u{1b}["),
            "\u{241b}]0;title\u{2407}\u{fffd}\u{241b}[2J\u{1b}[1;31mx\u{241b}["
        );
        assert_eq!(
            escaped("{\"a\":\"\u{9b}\u{7f}\u{e0041}\"}\n"),
            "{\"a\":\"\\u009b\\u007f\\udb40\\udc41\"}\n"
        );
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
