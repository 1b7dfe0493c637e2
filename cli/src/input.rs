//! Reading files and standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::session::{Failure, Session};

/// A text with the name by which the user knows it.
#[derive(Clone, Debug)]
pub struct Input {
    /// The path as given, `<stdin>` for standard input.
    pub name: String,
    pub text: String,
}

/// The most bytes that are read: the largest bound of any document, and a few more for the engine to object to.
const BYTES_MAX: u64 = 33 * 1024 * 1024;

/// Reads a file, or standard input for `-`.
///
/// # Errors
///
/// The file cannot be read or is not UTF-8, or standard input is asked for twice.
pub fn read(path: &Path, session: &mut Session) -> Result<Input, Failure> {
    let is_stdin = path.as_os_str() == "-";
    let name = if is_stdin { "<stdin>".to_owned() } else { path.display().to_string() };
    if is_stdin && !session.take_stdin() {
        return Err(Failure::new(
            session.say("standard input (`-`) can be read only once", "標準入力（`-`）は一度しか読めません"),
        ));
    }
    let bytes = if is_stdin { bounded(io::stdin().lock()) } else { File::open(path).and_then(bounded) };
    let bytes = bytes.map_err(|error| unreadable(&name, &error, session))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Input { name, text }),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            Err(Failure::new(session.say(
                format!("`{name}` is not UTF-8 (byte {at} on)"),
                format!("`{name}` は UTF-8 ではありません（{at} バイト目から）"),
            )))
        }
    }
}

fn bounded(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(BYTES_MAX).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length >= BYTES_MAX) {
        return Err(io::Error::from(io::ErrorKind::FileTooLarge));
    }
    Ok(bytes)
}

/// The usual reasons in plain words, without the numbers of the operating system.
fn reason(error: &io::Error, session: &Session) -> String {
    let (en, ja) = match error.kind() {
        io::ErrorKind::NotFound => ("there is no such file", "ファイルがありません"),
        io::ErrorKind::PermissionDenied => ("permission is denied", "権限がありません"),
        io::ErrorKind::IsADirectory => ("it is a folder", "フォルダーです"),
        io::ErrorKind::AlreadyExists => ("it exists already", "すでにあります"),
        io::ErrorKind::FileTooLarge => ("it is larger than 32 MiB", "32 MiB を超えています"),
        _ => return error.to_string(),
    };
    session.say(en, ja).to_owned()
}

/// A file that cannot be written, in the user's words.
pub fn unwritable(path: &Path, error: &io::Error, session: &Session) -> Failure {
    let (path, reason) = (path.display(), reason(error, session));
    Failure::new(
        session.say(format!("cannot write `{path}`: {reason}"), format!("`{path}` に書けません: {reason}")),
    )
}

/// A file that cannot be read, in the user's words.
pub fn unreadable(name: &str, error: &io::Error, session: &Session) -> Failure {
    let reason = reason(error, session);
    Failure::new(
        session.say(format!("cannot read `{name}`: {reason}"), format!("`{name}` を読めません: {reason}")),
    )
}
