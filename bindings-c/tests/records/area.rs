//! A record as bytes, with its fields by their COBOL names, as the page of offsets has them.

use kessai_c::record::field::Kind;
use kessai_c::record::layout::{Layout, RECORDS};

/// A record.
#[derive(Clone, Debug)]
pub(crate) struct Area {
    layout: &'static Layout,
    bytes: Vec<u8>,
}

impl Area {
    /// All spaces.
    pub fn new(record: &str) -> Self {
        let layout = RECORDS.iter().find(|layout| layout.cobol == record).unwrap();
        Self { layout, bytes: vec![b' '; layout.size] }
    }

    pub fn of(record: &str, bytes: &[u8]) -> Self {
        let mut area = Self::new(record);
        area.bytes.copy_from_slice(bytes);
        area
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn fill(&mut self, byte: u8) {
        self.bytes.fill(byte);
    }

    pub fn turn(&mut self, table: &dyn Fn(u8) -> u8) {
        for byte in &mut self.bytes {
            *byte = table(*byte);
        }
    }

    pub fn pointer(&self) -> *const u8 {
        self.bytes.as_ptr()
    }

    pub fn pointer_mut(&mut self) -> *mut u8 {
        self.bytes.as_mut_ptr()
    }

    /// Where a field is: its names from the outside in, each with its row from 0.
    fn place(&self, path: &[(&str, usize)]) -> (usize, usize) {
        let (mut layout, mut at) = (self.layout, 0);
        let mut size = 0;
        for (name, row) in path {
            let place = layout.fields.iter().find(|place| place.name == *name);
            let place = place.unwrap_or_else(|| panic!("{} has no {name}", layout.name));
            assert!(*row < place.occurs, "{name} has {} rows", place.occurs);
            at += place.offset + row * place.size;
            size = place.size;
            if let Kind::Group(group) = place.kind {
                layout = group;
            }
        }
        (at, size)
    }

    pub fn rows(&self, name: &str) -> usize {
        self.layout.fields.iter().find(|place| place.name == name).unwrap().occurs
    }

    /// The characters of a field.
    pub fn get(&self, path: &[(&str, usize)]) -> &[u8] {
        let (at, size) = self.place(path);
        &self.bytes[at..at + size]
    }

    /// The text of a field, without spaces behind it.
    pub fn text(&self, path: &[(&str, usize)]) -> String {
        String::from_utf8(self.get(path).to_vec()).unwrap().trim_end_matches(' ').to_owned()
    }

    /// The number of a field of digits, with or without a sign.
    pub fn number(&self, path: &[(&str, usize)]) -> i64 {
        let text = std::str::from_utf8(self.get(path)).unwrap();
        text.parse().unwrap_or_else(|_| panic!("{path:?} is `{text}`"))
    }

    pub fn flag(&self, path: &[(&str, usize)]) -> bool {
        match self.get(path) {
            b"Y" => true,
            b" " => false,
            other => panic!("{path:?} is {other:?}"),
        }
    }

    /// Puts the characters of another field into one of the same size.
    pub fn set(&mut self, path: &[(&str, usize)], bytes: &[u8]) {
        let (at, size) = self.place(path);
        assert_eq!(size, bytes.len(), "{path:?}");
        self.bytes[at..at + size].copy_from_slice(bytes);
    }

    /// Puts a text into a field; false where it has no room, or spaces at its end would be lost.
    #[must_use]
    pub fn put(&mut self, path: &[(&str, usize)], text: &str) -> bool {
        let (at, size) = self.place(path);
        if text.len() > size || text.ends_with(' ') || text.chars().any(char::is_control) {
            return false;
        }
        self.bytes[at..at + size].fill(b' ');
        self.bytes[at..at + text.len()].copy_from_slice(text.as_bytes());
        true
    }

    /// Puts a number into a field of digits.
    #[must_use]
    pub fn put_number(&mut self, path: &[(&str, usize)], number: u64) -> bool {
        let size = self.place(path).1;
        let digits = format!("{number:0size$}");
        self.put(path, &digits)
    }
}
