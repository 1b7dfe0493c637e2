//! Where something stands in a text: line, column and a picture of it.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use crate::page::{BLUE, Page, paint, visible_char};

/// A text with the places of its lines.
#[derive(Debug)]
pub struct Source<'a> {
    text: &'a str,
    line_starts: Vec<usize>,
}

/// A line and a column, both from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

/// A line of at most so many bytes is shown whole.
const LINE_WHOLE: usize = 120;
/// Of a longer one, so many columns before the marked part, of it and after it.
const WINDOW: usize = 40;
const TAB: usize = 4;

impl<'a> Source<'a> {
    pub fn new(text: &'a str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0).chain(breaks.map(|(at, _)| at.saturating_add(1))).collect();
        Self { text, line_starts }
    }

    /// The place of a byte; of the text's end for bytes past it.
    pub fn place(&self, byte: usize) -> Place {
        let (line, start) = self.line_of(byte);
        let before = self.text.get(start..self.floor(byte)).unwrap_or_default();
        Place { line: line.saturating_add(1), column: before.chars().count().saturating_add(1) }
    }

    /// The index of the line that has a byte, and where it starts.
    fn line_of(&self, byte: usize) -> (usize, usize) {
        let line = self.line_starts.partition_point(|start| *start <= byte).saturating_sub(1);
        (line, self.line_starts.get(line).copied().unwrap_or(0))
    }

    fn floor(&self, byte: usize) -> usize {
        self.text.floor_char_boundary(byte.min(self.text.len()))
    }

    /// Writes the line with the range underlined.
    ///
    /// ```text
    ///    |
    /// 12 |     "振込": [ 1, 2 ]
    ///    |             ^^^^^^^^
    /// ```
    pub fn picture(&self, range: &Range<usize>, mark: anstyle::Style, page: &mut Page) {
        let (line, start) = self.line_of(range.start);
        let number = line.saturating_add(1).to_string();
        let gutter = " ".repeat(number.len());
        let rest = self.text.get(start..).unwrap_or_default();
        let text = rest.split('\n').next().unwrap_or_default();
        let text = text.strip_suffix('\r').unwrap_or(text);
        let end = start.saturating_add(text.len());
        let from = self.floor(range.start).clamp(start, end);
        let to = self.floor(range.end).clamp(from, end);
        let slice = |range: Range<usize>| self.text.get(range).unwrap_or_default();
        let whole = text.len() <= LINE_WHOLE;
        let before = shown(slice(start..from), whole, Keep::End);
        let marked = shown(slice(from..to), whole, Keep::Start);
        let after = shown(slice(to..end), whole, Keep::Start);
        let caret = "^".repeat(marked.width.max(1));
        let bar = paint(BLUE, "|");
        page.line(format!(" {gutter} {bar}"));
        page.line(format!(" {} {bar} {}{}{}", paint(BLUE, &number), before.text, marked.text, after.text));
        page.line(format!(" {gutter} {bar} {}{}", " ".repeat(before.width), paint(mark, &caret)));
    }

    /// The blanks under which lines after the picture begin.
    pub fn gutter(&self, byte: usize) -> String {
        " ".repeat(self.line_of(byte).0.saturating_add(1).to_string().len().saturating_add(2))
    }
}

/// Which side of a text is kept where it is too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keep {
    Start,
    End,
}

/// A part of a line as it appears, and how many columns it takes.
#[derive(Debug, PartialEq, Eq)]
struct Shown {
    text: String,
    width: usize,
}

fn shown(text: &str, whole: bool, keep: Keep) -> Shown {
    let mut parts: Vec<String> = Vec::new();
    let mut width = 0_usize;
    let characters: Box<dyn Iterator<Item = char>> = match keep {
        Keep::Start => Box::new(text.chars()),
        Keep::End => Box::new(text.chars().rev()),
    };
    for character in characters {
        let (part, columns) = picture_of(character);
        if !whole && width.saturating_add(columns) > WINDOW {
            parts.push("…".to_owned());
            width = width.saturating_add(1);
            break;
        }
        parts.push(part);
        width = width.saturating_add(columns);
    }
    if keep == Keep::End {
        parts.reverse();
    }
    Shown { text: parts.concat(), width }
}

fn picture_of(character: char) -> (String, usize) {
    if character == '\t' {
        return (" ".repeat(TAB), TAB);
    }
    let character = visible_char(character);
    (character.to_string(), character.width().unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::PLAIN;

    fn picture(text: &str, range: Range<usize>) -> String {
        let mut page = Page::default();
        Source::new(text).picture(&range, PLAIN, &mut page);
        anstream::adapter::strip_str(&page.take()).to_string()
    }

    #[test]
    fn places_count_lines_and_characters() {
        let source = Source::new("ab\n振込x\r\n\nend");
        let at = |byte| {
            let place = source.place(byte);
            (place.line, place.column)
        };
        assert_eq!(
            [at(0), at(1), at(3), at(6), at(9), at(10), at(12), at(13), at(16), at(99)],
            [(1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (2, 4), (3, 1), (4, 1), (4, 4), (4, 4)]
        );
        // A byte inside a character belongs to it.
        assert_eq!(at(4), (2, 1));
    }

    #[test]
    fn the_caret_stands_under_wide_and_narrow_characters() {
        assert_eq!(
            picture("{\n \"振込\": \"ﾌﾘｺﾐ\" }", 13..27),
            concat!("   |\n", " 2 |  \"振込\": \"ﾌﾘｺﾐ\" }\n", "   |          ^^^^^^\n")
        );
    }

    #[test]
    fn tabs_and_controls_take_the_columns_that_are_seen() {
        assert_eq!(picture("\t\u{1b}x\r", 2..3), "   |\n 1 |     ␛x\n   |      ^\n");
    }

    #[test]
    fn ranges_that_are_empty_or_beyond_still_have_a_caret() {
        assert_eq!(picture("ab", 2..2), "   |\n 1 | ab\n   |   ^\n");
        assert_eq!(picture("ab", 7..9), "   |\n 1 | ab\n   |   ^\n");
        assert_eq!(picture("ab\ncd", 1..5), "   |\n 1 | ab\n   |  ^\n");
        assert_eq!(picture("", 0..0), "   |\n 1 |\n   | ^\n");
    }

    #[test]
    fn of_a_long_line_only_the_part_around_is_shown() {
        let text = format!("{}\"bad\"{}", "あ".repeat(100), "z".repeat(500));
        let picture = picture(&text, 300..305);
        let before = format!("…{}", "あ".repeat(20));
        assert_eq!(
            picture,
            format!("   |\n 1 | {before}\"bad\"{}…\n   | {}^^^^^\n", "z".repeat(40), " ".repeat(41))
        );
    }
}
