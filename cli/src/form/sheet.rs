//! Reading CSV strictly: what is not certain is an error with its line, so that no row is ever lost in a cell.

/// Why a text is no CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The line, from 1: of a quote that is never closed the one on which it stands.
    pub line: u64,
    pub why: Why,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A quote is never closed.
    Open,
    /// Something stands behind a closing quote.
    BehindQuote,
    /// A quote stands in a cell that does not begin with one.
    InsideCell,
}

/// A row: the line on which it begins, and its cells.
#[derive(Debug, PartialEq, Eq)]
pub struct Cells {
    pub line: u64,
    pub cells: Vec<String>,
}

/// Reads the rows in which there is anything but blanks. A line ends with LF, CR and LF, or CR.
///
/// # Errors
///
/// The first thing that is wrong with the quotes.
pub fn rows(text: &str) -> Result<Vec<Cells>, Broken> {
    let mut reader = Reader { characters: text.chars().peekable(), line: 1 };
    let mut rows = Vec::new();
    while reader.characters.peek().is_some() {
        let line = reader.line;
        let cells = reader.row()?;
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(Cells { line, cells });
        }
    }
    Ok(rows)
}

struct Reader<'t> {
    characters: std::iter::Peekable<std::str::Chars<'t>>,
    line: u64,
}

/// What ends a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Comma,
    Row,
}

impl Reader<'_> {
    fn row(&mut self) -> Result<Vec<String>, Broken> {
        let mut cells = Vec::new();
        loop {
            let is_quoted = self.characters.next_if_eq(&'"').is_some();
            let (cell, end) = if is_quoted { self.quoted()? } else { self.bare()? };
            cells.push(cell);
            if end == End::Row {
                return Ok(cells);
            }
        }
    }

    /// The rest of a cell without quotes.
    fn bare(&mut self) -> Result<(String, End), Broken> {
        let mut cell = String::new();
        loop {
            match self.characters.next() {
                None => return Ok((cell, End::Row)),
                Some(',') => return Ok((cell, End::Comma)),
                Some('"') => return Err(Broken { line: self.line, why: Why::InsideCell }),
                Some(end @ ('\r' | '\n')) => {
                    self.end_line(end);
                    return Ok((cell, End::Row));
                }
                Some(character) => cell.push(character),
            }
        }
    }

    /// The rest of a cell behind its opening quote.
    fn quoted(&mut self) -> Result<(String, End), Broken> {
        let start = self.line;
        let mut cell = String::new();
        loop {
            match self.characters.next() {
                None => return Err(Broken { line: start, why: Why::Open }),
                Some('"') if self.characters.next_if_eq(&'"').is_some() => cell.push('"'),
                Some('"') => break,
                Some(end @ ('\r' | '\n')) => {
                    cell.push('\n');
                    self.end_line(end);
                }
                Some(character) => cell.push(character),
            }
        }
        match self.characters.next() {
            None => Ok((cell, End::Row)),
            Some(',') => Ok((cell, End::Comma)),
            Some(end @ ('\r' | '\n')) => {
                self.end_line(end);
                Ok((cell, End::Row))
            }
            Some(_) => Err(Broken { line: self.line, why: Why::BehindQuote }),
        }
    }

    fn end_line(&mut self, end: char) {
        if end == '\r' {
            let _line_feed = self.characters.next_if_eq(&'\n');
        }
        self.line = self.line.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u64, Vec<String>)> {
        rows(text).unwrap().into_iter().map(|row| (row.line, row.cells)).collect()
    }

    #[test]
    fn cells_and_lines_are_where_they_stand() {
        for (text, want, why) in [
            ("a,b\nc,d\n", &[(1, "a|b"), (2, "c|d")][..], "lines that end with LF"),
            ("a,b\r\nc,d\r\n", &[(1, "a|b"), (2, "c|d")], "with CR and LF"),
            ("a,b\rc,d\r", &[(1, "a|b"), (2, "c|d")], "with CR alone"),
            ("a,b\r\rc,d", &[(1, "a|b"), (3, "c|d")], "an empty line in between, and no end of the last"),
            ("a\n\n\nb", &[(1, "a"), (4, "b")], "empty lines"),
            ("a,b\n,\n , \n\u{3000},\nc,d", &[(1, "a|b"), (5, "c|d")], "rows of commas, of blanks"),
            ("\"\",\"\"\na", &[(2, "a")], "a row of empty quotes"),
            ("\"a,\"\"b\"\"\",c", &[(1, "a,\"b\"|c")], "a comma and quotes in quotes"),
            ("\"a\r\nb\",c\nd", &[(1, "a\nb|c"), (3, "d")], "a line break in quotes"),
            ("\"a\rb\"\rd", &[(1, "a\nb"), (3, "d")], "and one of CR"),
            ("a,", &[(1, "a|")], "an empty cell at the end"),
            ("", &[], "nothing"),
        ] {
            let want: Vec<(u64, Vec<String>)> = want
                .iter()
                .map(|(line, cells)| (*line, cells.split('|').map(str::to_owned).collect()))
                .collect();
            assert_eq!(read(text), want, "{why}");
        }
    }

    #[test]
    fn quotes_that_are_not_certain_are_refused() {
        for (text, line, why, note) in [
            ("a\n\"b,c\nd,e\n", 2, Why::Open, "the line of the quote, not the last"),
            ("\"", 1, Why::Open, "nothing behind it"),
            ("a,\"b\"\"\n", 1, Why::Open, "a doubled quote closes nothing"),
            ("a\n\"b\"c,d\n", 2, Why::BehindQuote, "text behind a closing quote"),
            ("\"b\" ,d\n", 1, Why::BehindQuote, "a blank too"),
            ("\"a\nb\"c", 2, Why::BehindQuote, "the line on which it stands"),
            ("a\nb\"c\",d\n", 2, Why::InsideCell, "a quote in the middle of a cell"),
            ("a, \"b\"\n", 1, Why::InsideCell, "behind a blank"),
        ] {
            assert_eq!(rows(text), Err(Broken { line, why }), "{note}");
        }
    }
}
