//! Text in columns that stay straight whatever the width of its characters.

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use crate::page::{PLAIN, Page, paint};

/// On which side of its column a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
}

/// A text in a column.
#[derive(Clone, Debug)]
pub struct Cell {
    text: String,
    side: Side,
    style: Style,
    is_painted: bool,
}

impl Cell {
    /// A word.
    pub fn word(text: impl Into<String>) -> Self {
        Self { text: text.into(), side: Side::Left, style: PLAIN, is_painted: false }
    }

    /// A figure.
    pub fn figure(text: impl Into<String>) -> Self {
        Self { text: text.into(), side: Side::Right, style: PLAIN, is_painted: false }
    }

    /// Text that has its colours already; only in the last column.
    pub fn painted(text: String) -> Self {
        Self { is_painted: true, ..Self::word(text) }
    }

    pub fn styled(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    fn width(&self) -> usize {
        self.text.width()
    }
}

/// How many columns of a terminal a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Writes rows with two blanks between columns. The last cell of a row may be as wide as it likes.
pub fn write(rows: &[Vec<Cell>], indent: usize, page: &mut Page) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(|column| width_of(rows, column)).collect();
    for row in rows {
        let mut line = " ".repeat(indent);
        for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
            if at > 0 {
                line.push_str("  ");
            }
            let space = " ".repeat(width.saturating_sub(cell.width()));
            let text = if cell.is_painted { cell.text.clone() } else { paint(cell.style, &cell.text) };
            match cell.side {
                Side::Left => line.extend([text, space]),
                Side::Right => line.extend([space, text]),
            }
        }
        page.line(line);
    }
}

/// The widest text of a column, leaving out words that nothing follows.
fn width_of(rows: &[Vec<Cell>], column: usize) -> usize {
    let aligned = rows.iter().filter_map(|row| {
        let cell = row.get(column)?;
        let is_last = column.checked_add(1) == Some(row.len());
        (!is_last || cell.side == Side::Right).then(|| cell.width())
    });
    aligned.max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_and_narrow_characters_line_up() {
        let rows = [
            vec![Cell::word("支払金額"), Cell::figure("1"), Cell::word("ﾔﾏﾀﾞ")],
            vec![
                Cell::word("fee"),
                Cell::figure("30,000"),
                Cell::word("and a long remark that nothing follows"),
            ],
        ];
        let mut page = Page::default();
        write(&rows, 1, &mut page);
        assert_eq!(
            page.take(),
            " 支払金額       1  ﾔﾏﾀﾞ\n fee       30,000  and a long remark that nothing follows\n"
        );
    }
}
