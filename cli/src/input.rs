//! Reading files and standard input: the one place where the program does.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;

use kessai::Company;
use kessai::image::ImageError;

use crate::session::{Failure, Session};

/// A text with the name by which the user knows it.
#[derive(Clone, Debug)]
pub struct Input {
    /// The path as given, `<stdin>` for standard input.
    pub name: String,
    /// The text, without the byte order mark with which some editors begin.
    pub text: String,
    /// Bytes of the file before the text: those of its byte order mark.
    pub skipped: usize,
}

/// What a text is, which bounds its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A service or a company.
    Document,
    /// A request, a form, or an event with its item.
    Request,
    /// A verdict that was given.
    Verdict,
    /// A file of cases.
    Cases,
    /// A sheet of users.
    Sheet,
    /// A compiled image.
    Image,
}

const MEBIBYTE: u64 = 1024 * 1024;

impl Kind {
    /// The most bytes that are read, in MiB.
    const fn most(self) -> u64 {
        match self {
            Self::Document | Self::Sheet => 4,
            Self::Request | Self::Verdict | Self::Cases | Self::Image => 32,
        }
    }
}

/// Why a file was not read or written.
#[derive(Debug)]
pub enum Fault {
    /// What the operating system says.
    System(io::Error),
    /// It is a device, a pipe or the like, from which there may be no end of bytes.
    NotPlain,
    /// It is a link, which may lead anywhere.
    Link,
    /// It has more than so many MiB.
    TooLarge(u64),
    /// It is no UTF-8 from this byte on.
    NotText(usize),
    /// It is the image of a company, and a text is asked for.
    Image,
    /// Another program holds it.
    Busy,
    /// Another program has changed it since it was read.
    Changed,
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

/// Reads a file, or standard input for `-`.
///
/// # Errors
///
/// The file cannot be read, is no plain file, is larger than its kind may be or is not UTF-8, or standard input is
/// asked for twice.
pub fn read(path: &Path, kind: Kind, session: &mut Session) -> Result<Input, Failure> {
    let (name, bytes) = read_bytes(path, kind, session)?;
    let mut text = text(bytes).map_err(|fault| unreadable(&name, &fault, session))?;
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    text.drain(..mark);
    Ok(Input { name, text, skipped: mark })
}

/// Reads the bytes of a file, or of standard input for `-`, with the name by which the user knows it.
///
/// # Errors
///
/// Those of [`read`], but for what the bytes are.
pub fn read_bytes(path: &Path, kind: Kind, session: &mut Session) -> Result<(String, Vec<u8>), Failure> {
    let is_stdin = path.as_os_str() == "-";
    let name = if is_stdin { "<stdin>".to_owned() } else { path.display().to_string() };
    if is_stdin && !session.take_stdin() {
        return Err(Failure::new(
            session.say("standard input (`-`) can be read only once", "標準入力（`-`）は一度しか読めません"),
        ));
    }
    let bytes = if is_stdin { bounded(io::stdin().lock(), kind) } else { bytes_of(path, kind) };
    match bytes {
        Ok(bytes) => Ok((name, bytes)),
        Err(fault) => Err(unreadable(&name, &fault, session)),
    }
}

/// The text of a plain file.
///
/// # Errors
///
/// Those of [`read`].
pub fn text_of(path: &Path, kind: Kind) -> Result<String, Fault> {
    text(bytes_of(path, kind)?)
}

fn bytes_of(path: &Path, kind: Kind) -> Result<Vec<u8>, Fault> {
    // Asked before it is opened, as opening a pipe waits for somebody to write, and once more of what was opened.
    plain(&path.metadata()?)?;
    let file = File::open(path)?;
    plain(&file.metadata()?)?;
    bounded(file, kind)
}

/// Makes sure that what was found is a plain file.
pub fn plain(found: &Metadata) -> Result<(), Fault> {
    match found.file_type() {
        kind if kind.is_file() => Ok(()),
        kind if kind.is_dir() => Err(io::Error::from(io::ErrorKind::IsADirectory).into()),
        kind if kind.is_symlink() => Err(Fault::Link),
        _ => Err(Fault::NotPlain),
    }
}

/// Reads at most as much as a kind may have, and one byte more to see whether there is more.
fn bounded(source: impl Read, kind: Kind) -> Result<Vec<u8>, Fault> {
    let most = kind.most().saturating_mul(MEBIBYTE);
    let mut bytes = Vec::new();
    source.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > most) {
        return Err(Fault::TooLarge(kind.most()));
    }
    Ok(bytes)
}

fn text(bytes: Vec<u8>) -> Result<String, Fault> {
    String::from_utf8(bytes).map_err(|error| {
        // Whatever is wrong with it, another file is no image at all.
        let is_image = !matches!(Company::from_image(error.as_bytes()), Err(ImageError::NotAnImage));
        if is_image { Fault::Image } else { Fault::NotText(error.utf8_error().valid_up_to()) }
    })
}

/// The usual reasons in plain words, without the numbers of the operating system.
fn reason(fault: &Fault, session: &Session) -> String {
    let error = match fault {
        Fault::NotPlain => {
            return session
                .say(
                    "it is no plain file, but a device or a pipe (`-` reads standard input)",
                    "通常のファイルではなく、デバイスまたはパイプです（標準入力は `-` で指定してください）",
                )
                .to_owned();
        }
        Fault::Link => return session.say("it is a link", "リンクです").to_owned(),
        Fault::Busy => {
            return session.say("another program is writing it", "別のプログラムが書き込み中です").to_owned();
        }
        Fault::Changed => {
            let (en, ja) = ("it has been changed meanwhile", "処理中に別のプログラムが変更しました");
            return session.say(en, ja).to_owned();
        }
        Fault::TooLarge(most) => {
            return session
                .say(format!("it is larger than {most} MiB"), format!("{most} MiB を超えています"));
        }
        Fault::Image => {
            let (en, ja) =
                ("it is an image, and a document is needed here", "イメージです。ここでは文書が必要です");
            return session.say(en, ja).to_owned();
        }
        Fault::NotText(at) => {
            return session.say(
                format!("it is not UTF-8 (byte {at} on)"),
                format!("UTF-8 ではありません（{at} バイト目から）"),
            );
        }
        Fault::System(error) => error,
    };
    let (en, ja) = match error.kind() {
        io::ErrorKind::NotFound => ("there is no such file", "ファイルがありません"),
        io::ErrorKind::PermissionDenied => ("permission is denied", "権限がありません"),
        io::ErrorKind::IsADirectory => ("it is a folder", "フォルダーです"),
        io::ErrorKind::AlreadyExists => ("it exists already", "すでにあります"),
        io::ErrorKind::StorageFull => ("the disk is full", "ディスクに空きがありません"),
        _ => return error.to_string(),
    };
    session.say(en, ja).to_owned()
}

/// A file that cannot be written, in the user's words.
pub fn unwritable(path: &Path, fault: &Fault, session: &Session) -> Failure {
    let (path, reason) = (path.display(), reason(fault, session));
    Failure::new(
        session.say(format!("cannot write `{path}`: {reason}"), format!("`{path}` に書けません: {reason}")),
    )
}

/// A file that cannot be read, in the user's words.
pub fn unreadable(name: &str, fault: &Fault, session: &Session) -> Failure {
    let reason = reason(fault, session);
    Failure::new(
        session.say(format!("cannot read `{name}`: {reason}"), format!("`{name}` を読めません: {reason}")),
    )
}
