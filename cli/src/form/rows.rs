//! The rows of a CSV file as what is typed into forms.

use serde_json::{Map, Value};

use crate::form::sheet::{self, Broken, Cells, Why};
use crate::page::visible;
use crate::session::{Failure, Session};

/// Most columns of a sheet.
const COLUMNS_MAX: usize = 256;
/// Most parts of the name of a field, between its dots.
const PARTS_MAX: usize = 8;
/// Most users of a company, and so most rows of which any can be good.
const ROWS_MAX: usize = 1_000;

/// A file of rows under a header.
#[derive(Debug)]
pub struct Sheet {
    /// The names of the fields, dotted where they lie in objects.
    header: Vec<String>,
    pub rows: Vec<Cells>,
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
    /// It is no CSV, has more rows than a company can have users, or its header has too many columns or a name that is
    /// empty, has too many parts, stands twice or stands for a part of another's.
    pub fn read(name: &str, text: &str, session: &Session) -> Result<Self, Failure> {
        let rows = sheet::rows(text).map_err(|broken| {
            let (line, why) = (broken.line, words(broken, session));
            Failure::new(format!("{name}:{line}: {why}"))
        })?;
        let mut rows = rows.into_iter();
        let Some(Cells { line, cells: header }) = rows.next() else {
            let none = session.say("there is no header", "見出し行がありません");
            return Err(Failure::new(format!("{name}:1: {none}")));
        };
        if let Some(fault) = fault_of(&header, session) {
            return Err(Failure::new(format!("{name}:{line}: {fault}")));
        }
        let rows: Vec<Cells> = rows.collect();
        if rows.len() > ROWS_MAX {
            let count = rows.len();
            return Err(Failure::new(session.say(
                format!("`{name}` has {count} rows, but a company has at most {ROWS_MAX} users"),
                format!("`{name}` は {count} 行ありますが、利用者は {ROWS_MAX} 名までです"),
            )));
        }
        Ok(Self { header, rows })
    }

    /// How many cells a row has and should have, where these differ.
    pub fn misfit(&self, row: &Cells) -> Option<(usize, usize)> {
        let lengths = (row.cells.len(), self.header.len());
        (lengths.0 != lengths.1).then_some(lengths)
    }

    /// What a row types: the fields that are not empty.
    pub fn input(&self, row: &Cells) -> Value {
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

/// What is wrong with the quotes.
fn words(broken: Broken, session: &Session) -> &'static str {
    match broken.why {
        Why::Open => session.say("the quote is never closed", "引用符が閉じられていません"),
        Why::BehindQuote => {
            session.say("something stands behind a closing quote", "閉じ引用符の後に文字があります")
        }
        Why::InsideCell => session.say(
            "a quote stands in a cell that does not begin with one",
            "引用符で始まっていない項目の中に引用符があります",
        ),
    }
}

/// What is wrong with a header.
fn fault_of(header: &[String], session: &Session) -> Option<String> {
    if header.len() > COLUMNS_MAX {
        let count = header.len();
        return Some(session.say(
            format!("the header has {count} columns, more than {COLUMNS_MAX}"),
            format!("見出し行が {count} 列あります（{COLUMNS_MAX} 列まで）"),
        ));
    }
    let is_name = |part: &str| part.trim() == part && !part.is_empty();
    for (at, field) in header.iter().enumerate() {
        if field.split('.').take(PARTS_MAX.saturating_add(1)).filter(|part| is_name(part)).count()
            != field.split('.').count()
        {
            let field = short(field);
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
            let [field, other] = [field, other].map(|name| short(name));
            return Some(session.say(
                format!("`{field}` and `{other}` are the same field, or one lies in the other"),
                format!("`{field}` と `{other}` は同じ項目、または一方が他方に含まれる項目です"),
            ));
        }
    }
    None
}

/// As much of a name as a line has room for.
fn short(name: &str) -> String {
    let mut text: String = visible(name).chars().take(80).collect();
    if name.chars().nth(80).is_some() {
        text.push('…');
    }
    text
}

/// A cell as the form takes it: flags and lists of the document as such, all else as text. Ids, words and amounts are
/// taken without the blanks around them; what a bank's own fields hold, such as passwords, is not touched.
fn value_of(field: &str, cell: &str) -> Value {
    let outer = field.split('.').next().unwrap_or_default();
    let bare = cell.trim();
    match field {
        "enabled" if bare.eq_ignore_ascii_case("true") => true.into(),
        "enabled" if bare.eq_ignore_ascii_case("false") => false.into(),
        "accounts" | "rights" => {
            cell.split(';').map(str::trim).filter(|id| !id.is_empty()).map(Value::from).collect()
        }
        "id" | "idAgain" | "role" | "enabled" => bare.into(),
        _ if matches!(outer, "limits" | "approverPerItem") => bare.into(),
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
