//! The program that docs/c.md begins with, as its reader compiles it.

use std::fs;

use crate::clients::Place;
use crate::{Result, root};

/// The first block of a language in a page.
pub(super) fn first_block(page: &str, language: &str) -> Result<String> {
    let text = fs::read_to_string(root().join(page))?;
    let begin = format!("```{language}\n");
    let block = text.split_once(&begin).and_then(|(_, rest)| rest.split_once("```\n"));
    Ok(block.ok_or_else(|| format!("{page} has no block of {language}"))?.0.to_owned())
}

/// Most lines of a first program.
pub(super) const LINES_MAX: usize = 30;

pub(super) fn check(place: &Place) -> Result {
    let program = first_block("docs/c.md", "c")?;
    if program.lines().count() > LINES_MAX {
        return Err(format!("docs/c.md begins with a program of more than {LINES_MAX} lines").into());
    }
    fs::write(place.file("ask.c"), program)?;
    let command = first_block("docs/c.md", "sh")?;
    let compile = command.lines().find(|line| line.starts_with("cc ")).ok_or("docs/c.md shows no command")?;
    place.program("sh").args(["-euc", compile]).run()?;
    let printed = String::from_utf8(place.program(place.file("ask")).output()?)?;
    let expected = "needs approval\n";
    if printed == expected { Ok(()) } else { Err(format!("docs/c.md: the program prints {printed}").into()) }
}
