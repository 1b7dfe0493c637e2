//! Changing a file of JSON without touching the rest of its text.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::value::RawValue;

use crate::input::{self, Fault, Kind};

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

/// How long somebody else's change is waited for.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often it is looked whether it is over.
const PAUSE: Duration = Duration::from_millis(10);

/// Changes a file, or makes it, so that it is never half written and no change of another program is lost: `change` is
/// given the text that stands there, and what it gives takes its place. Permissions stay.
///
/// # Errors
///
/// The file is a link or no plain file, cannot be read or written, or is held by another program; or `change` objects.
pub fn change<E: From<Fault>>(
    file: &Path,
    kind: Kind,
    change: impl FnOnce(Option<&str>) -> Result<String, E>,
) -> Result<(), E> {
    let held = Held::new(file)?;
    let text = held.text(kind)?;
    let text = change(text.as_deref())?;
    Ok(held.write(&text)?)
}

/// Puts a text in the place of a file's, or makes the file. Where it is told what should stand there, nothing else is
/// replaced.
///
/// # Errors
///
/// Those of [`change`], and that something else stands there.
pub fn replace(file: &Path, text: &str, before: Option<&str>) -> Result<(), Fault> {
    let held = Held::new(file)?;
    if let Some(before) = before {
        let found = held.text(Kind::Document)?.unwrap_or_default();
        if found.strip_prefix('\u{feff}').unwrap_or(&found) != before {
            return Err(Fault::Changed);
        }
    }
    held.write(text)
}

/// Puts bytes in the place of a file's, or makes the file.
///
/// # Errors
///
/// Those of [`change`].
pub fn put(file: &Path, bytes: &[u8]) -> Result<(), Fault> {
    Held::new(file)?.write_bytes(bytes)
}

/// A file that no other run of this program changes meanwhile.
struct Held<'f> {
    file: &'f Path,
    /// Where the new text is written first. One name, as only who holds the file writes there.
    beside: PathBuf,
    /// The permissions of what is there.
    permissions: Option<Permissions>,
    folder: File,
}

impl<'f> Held<'f> {
    fn new(file: &'f Path) -> Result<Self, Fault> {
        let name = file.file_name().ok_or_else(|| io::Error::from(io::ErrorKind::IsADirectory))?;
        let folder = folder_of(file);
        let mut beside = OsString::from(".");
        beside.push(name);
        beside.push(".kessai-new");
        let held = lock(folder)?;
        let found = match file.symlink_metadata() {
            Ok(found) => {
                input::plain(&found)?;
                Some(found.permissions())
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error.into()),
        };
        Ok(Self { file, beside: folder.join(beside), permissions: found, folder: held })
    }

    fn text(&self, kind: Kind) -> Result<Option<String>, Fault> {
        self.permissions.as_ref().map(|_| input::text_of(self.file, kind)).transpose()
    }

    fn write(self, text: &str) -> Result<(), Fault> {
        self.write_bytes(text.as_bytes())
    }

    fn write_bytes(self, bytes: &[u8]) -> Result<(), Fault> {
        // What a run that was ended has left.
        match fs::remove_file(&self.beside) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        let written = self.write_beside(bytes).and_then(|()| fs::rename(&self.beside, self.file));
        if let Err(error) = written {
            let _gone_or_not = fs::remove_file(&self.beside);
            return Err(error.into());
        }
        // The text is in place; that its place is kept over a loss of power is more than some systems promise.
        let _kept_or_not = self.folder.sync_all();
        Ok(())
    }

    fn write_beside(&self, bytes: &[u8]) -> io::Result<()> {
        let mut new = OpenOptions::new().write(true).create_new(true).open(&self.beside)?;
        if let Some(permissions) = &self.permissions {
            new.set_permissions(permissions.clone())?;
        }
        new.write_all(bytes)?;
        new.sync_all()
    }
}

/// The folder of a file.
pub fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Holds a folder until what comes back is dropped. The folder and not the file, as the file is replaced.
#[cfg(unix)]
fn lock(folder: &Path) -> Result<File, Fault> {
    wait_for(File::open(folder)?)
}

/// Where folders cannot be opened, a file in it is held, which stays.
#[cfg(not(unix))]
fn lock(folder: &Path) -> Result<File, Fault> {
    let file = folder.join(".kessai-lock");
    wait_for(OpenOptions::new().write(true).create(true).truncate(false).open(file)?)
}

fn wait_for(file: File) -> Result<File, Fault> {
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => thread::sleep(PAUSE),
            Err(TryLockError::WouldBlock) => return Err(Fault::Busy),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
    }
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
