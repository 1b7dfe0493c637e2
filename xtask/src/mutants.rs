//! `cargo xtask mutants`: random changes of one token in the rules and their tables, and whether a test notices.
//!
//! `cargo-mutants` (see `deep`) changes functions. A rulebook's faults are as often in a row of a table: another code, a
//! bound one higher, a word spelt wrongly. These are changed here.

use std::fs;
use std::path::{Path, PathBuf};

use kessai_fixtures::random::Rng;

use crate::run::{cargo, program};
use crate::{Result, root, target};

mod tokens;

use tokens::Change;

/// Where rules and tables are: folders and files of the engine's source.
const RULES: [&str; 3] = ["engine/src/steps", "engine/src/life", "engine/src/fee"];

/// Makes `count` changes from a seed in a copy of the project, one at a time.
///
/// # Errors
///
/// Some change was noticed by no test.
pub(crate) fn run(count: usize, seed: u64, places: &[&str]) -> Result {
    let copy = copy()?;
    let places = if places.is_empty() { RULES.as_slice() } else { places };
    let mut files = Vec::new();
    for place in places {
        sources(&copy.join(place), &mut files)?;
    }
    if files.is_empty() {
        return Err("there is no source to change".into());
    }
    let mut changes = Vec::new();
    for path in &files {
        let text = fs::read_to_string(path)?;
        changes.extend(tokens::changes(&text).into_iter().map(|change| (path, change)));
    }
    println!("{} changes are possible in {} files; {count} of them, seed {seed}", changes.len(), files.len());
    let mut rng = Rng::new(seed);
    let (mut tried, mut survived) = (0_usize, Vec::new());
    while tried < count && !changes.is_empty() {
        let (path, change) = changes.swap_remove(rng.below(changes.len()));
        let shown = format!("{}:{}", path.strip_prefix(&copy)?.display(), change.shown());
        match outcome(&copy, path, &change)? {
            Outcome::DoesNotCompile => continue,
            Outcome::Noticed(by) => println!("noticed by {by}: {shown}"),
            Outcome::Survived => {
                println!("NOT NOTICED: {shown}");
                survived.push(shown);
            }
        }
        tried = tried.saturating_add(1);
    }
    println!("{tried} changes, {} not noticed", survived.len());
    for shown in &survived {
        println!("  {shown}");
    }
    if survived.is_empty() { Ok(()) } else { Err("some change is noticed by no test".into()) }
}

enum Outcome {
    DoesNotCompile,
    Noticed(&'static str),
    Survived,
}

/// The tests that are asked, the quickest first.
const TESTS: [(&str, &[&str]); 3] = [
    ("the engine's tables", &["--package", "kessai", "--lib"]),
    (
        "the corpus",
        &["--package", "kessai-fixtures", "--test", "corpus", "--test", "tidy", "--test", "graph"],
    ),
    (
        "the second implementation and the laws",
        &[
            "--package",
            "kessai-fixtures",
            "--test",
            "second",
            "--test",
            "laws",
            "--test",
            "life",
            "--test",
            "ways_out",
            "--test",
            "backwards",
        ],
    ),
];

/// Makes a change, asks the tests, and takes it back.
fn outcome(copy: &Path, path: &Path, change: &Change) -> Result<Outcome> {
    let before = fs::read_to_string(path)?;
    fs::write(path, change.apply(&before))?;
    let works = |words: &[&str]| {
        let folder = target().join("mutants/target");
        cargo(words).env("CARGO_TARGET_DIR", folder).env("INSTA_UPDATE", "no").within(copy).works()
    };
    let mut outcome = Outcome::Survived;
    if works(&["check", "--quiet", "--package", "kessai"]) {
        for (name, words) in TESTS {
            if !works(&[&["test", "--quiet"], words].concat()) {
                outcome = Outcome::Noticed(name);
                break;
            }
        }
    } else {
        outcome = Outcome::DoesNotCompile;
    }
    fs::write(path, before)?;
    Ok(outcome)
}

/// The project as it is committed, in a folder of its own.
fn copy() -> Result<PathBuf> {
    let copy = target().join("mutants/tree");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    let from = root().display().to_string();
    program("git").args(["clone", "--quiet", "--local", &*from]).args([&copy]).run()?;
    Ok(copy)
}

/// The Rust files of a folder that are no tests, or one file.
fn sources(place: &Path, files: &mut Vec<PathBuf>) -> Result {
    let name = place.file_stem().unwrap_or_default().to_string_lossy();
    if name == "tests" || name.ends_with("_rows") {
        return Ok(());
    }
    if place.is_dir() {
        let mut inside: Vec<PathBuf> =
            fs::read_dir(place)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
        inside.sort();
        return inside.iter().try_for_each(|path| sources(path, files));
    }
    if place.extension().is_some_and(|extension| extension == "rs") {
        files.push(place.to_owned());
    }
    Ok(())
}
