//! The rows of a CSV file as what is typed into forms.

use csv::{ReaderBuilder, StringRecord};
use serde_json::{Map, Value};

use crate::session::{Failure, Session};

/// A file of rows under a header.
#[derive(Debug)]
pub struct Sheet {
    /// The names of the fields, dotted where they lie in objects.
    header: Vec<String>,
    pub rows: Vec<Row>,
}

/// A row, and the line on which it begins.
#[derive(Debug)]
pub struct Row {
    pub line: u64,
    cells: StringRecord,
}

/// A column, counted from 1, and the field that it is.
#[derive(Debug, PartialEq, Eq)]
pub struct Column<'s> {
    pub number: usize,
    pub field: &'s str,
}

impl Sheet {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// It is no CSV, or its header has a name that is empty, stands twice or stands for a part of another's.
    pub fn read(name: &str, text: &str, session: &Session) -> Result<Self, Failure> {
        // Spreadsheets begin UTF-8 with a mark.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let unreadable = |error: csv::Error| {
            Failure::new(session.say(
                format!("`{name}` is not CSV: {error}"),
                format!("`{name}` を CSV として読めません: {error}"),
            ))
        };
        let header: Vec<String> = reader.headers().map_err(unreadable)?.iter().map(str::to_owned).collect();
        if let Some(fault) = fault_of(&header, session) {
            return Err(Failure::new(format!("{name}:1: {fault}")));
        }
        let mut rows = Vec::new();
        let mut lines = Lines { text, at: 0, line: 1 };
        for cells in reader.records() {
            let cells = cells.map_err(unreadable)?;
            let start = cells.position().and_then(|at| usize::try_from(at.byte()).ok());
            rows.push(Row { line: lines.of(start.unwrap_or_default()), cells });
        }
        Ok(Self { header, rows })
    }

    /// How many cells a row has and should have, where these differ.
    pub fn misfit(&self, row: &Row) -> Option<(usize, usize)> {
        let lengths = (row.cells.len(), self.header.len());
        (lengths.0 != lengths.1).then_some(lengths)
    }

    /// What a row types: the fields that are not empty.
    pub fn input(&self, row: &Row) -> Value {
        let mut input = Map::new();
        for (field, cell) in self.header.iter().zip(&row.cells).filter(|(_, cell)| !cell.is_empty()) {
            put(&mut input, field, value_of(field, cell));
        }
        Value::Object(input)
    }

    /// The column of a place in the form: the one that is it, has it inside or lies in it.
    pub fn column(&self, path: &str) -> Option<Column<'_>> {
        let within = |inner: &str, outer: &str| {
            inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let is_of = |field: &String| {
            let place = format!("/{}", field.replace('~', "~0").replace('/', "~1").replace('.', "/"));
            within(path, &place) || (!path.is_empty() && within(&place, path))
        };
        let at = self.header.iter().position(is_of)?;
        Some(Column { number: at.saturating_add(1), field: self.header.get(at)? })
    }
}

/// A place in a text that only moves forward, and its line.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of a row; empty lines before it do not belong to it, though the reader begins with them.
    fn of(&mut self, start: usize) -> u64 {
        let bytes = self.text.as_bytes();
        let blank = bytes.iter().skip(start).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let to = start.saturating_add(blank);
        let passed = bytes.get(self.at..to).unwrap_or_default();
        let breaks = passed.iter().filter(|byte| **byte == b'\n').count();
        self.line = self.line.saturating_add(u64::try_from(breaks).unwrap_or_default());
        self.at = to.max(self.at);
        self.line
    }
}

/// What is wrong with a header.
fn fault_of(header: &[String], session: &Session) -> Option<String> {
    for (at, field) in header.iter().enumerate() {
        if field.split('.').any(|part| part.trim() != part || part.is_empty()) {
            return Some(session.say(
                format!("`{field}` is no name of a field"),
                format!("`{field}` は項目名ではありません"),
            ));
        }
        let others = header.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other);
        let meets = |other: &&String| {
            other.strip_prefix(field.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        if let Some(other) = others.into_iter().find(meets) {
            return Some(session.say(
                format!("`{field}` and `{other}` are the same field, or one lies in the other"),
                format!("`{field}` と `{other}` は同じ項目、または一方が他方に含まれる項目です"),
            ));
        }
    }
    header.is_empty().then(|| session.say("there is no header", "見出し行がありません").to_owned())
}

/// A cell as the form takes it: flags and lists of the document as such, all else as text.
fn value_of(field: &str, cell: &str) -> Value {
    match field {
        "enabled" if cell.eq_ignore_ascii_case("true") => true.into(),
        "enabled" if cell.eq_ignore_ascii_case("false") => false.into(),
        "accounts" | "rights" => {
            cell.split(';').map(str::trim).filter(|id| !id.is_empty()).map(Value::from).collect()
        }
        _ => cell.into(),
    }
}

/// Puts a value where a dotted name leads.
fn put(object: &mut Map<String, Value>, field: &str, value: Value) {
    match field.split_once('.') {
        None => {
            object.insert(field.to_owned(), value);
        }
        Some((outer, inner)) => {
            let place = object.entry(outer).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(inside) = place {
                put(inside, inner, value);
            }
        }
    }
}
