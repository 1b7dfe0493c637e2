//! Changing a file of JSON without touching the rest of its text.

use std::fs;
use std::path::Path;

use serde_json::value::RawValue;

/// The text with an element more at the end of one of its lists, which is a part of the text.
pub fn appended(text: &str, list: &RawValue, element: &str) -> String {
    // The list is a part of the text, so the difference of the addresses is its place in it.
    let start = list.get().as_ptr().addr().saturating_sub(text.as_ptr().addr());
    let bracket = start.saturating_add(list.get().len()).saturating_sub(1);
    let (before, after) = text.split_at_checked(bracket).unwrap_or((text, ""));
    let before = before.trim_end();
    let comma = if before.ends_with('[') { "" } else { "," };
    format!("{before}{comma}\n{element}\n  {after}")
}

/// Writes beside the file and moves it into place, so that a file is never half written.
pub fn replace(file: &Path, text: &str) -> std::io::Result<()> {
    let mut beside = file.as_os_str().to_owned();
    beside.push(format!(".{}.new", std::process::id()));
    fs::write(&beside, text)?;
    fs::rename(&beside, file).inspect_err(|_| {
        let _gone_or_not = fs::remove_file(&beside);
    })
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Deserialize)]
    struct Outline<'a> {
        #[serde(borrow)]
        list: &'a RawValue,
    }

    #[test]
    fn the_rest_of_the_text_stays() {
        let table = [
            ("{ \"list\": [] , \"b\":  1 }", "{ \"list\": [\n9\n  ] , \"b\":  1 }"),
            ("{ \"list\": [ 1,\n 2 ] }", "{ \"list\": [ 1,\n 2,\n9\n  ] }"),
        ];
        for (text, expected) in table {
            let outline: Outline<'_> = serde_json::from_str(text).unwrap();
            assert_eq!(appended(text, outline.list, "9"), expected);
        }
    }
}
