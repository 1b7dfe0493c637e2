//! `cargo xtask docs`: what stands in the pages and is drawn by the engine.

use std::fs;

use crate::{Result, root};

/// Draws the life of an item into its page.
pub(crate) fn write() -> Result {
    let path = root().join("docs/item.md");
    let page = fs::read_to_string(&path)?;
    let drawn = kessai_fixtures::page::with_graph(&page).ok_or("docs/item.md has no place for the graph")?;
    Ok(fs::write(path, drawn)?)
}
