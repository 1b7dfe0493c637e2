//! The typical documents, requests and verdicts as one JSON document, for benches that are not written in Rust: they are asked the
//! same, and answer the same bytes or nothing is timed.
#![forbid(unsafe_code)]

use kessai_benches::Result;
use kessai_benches::setup::Setup;
use kessai_benches::world::{Mix, World};
use serde_json::json;

/// As many as the scenarios have.
const POOL: usize = 1_024;

fn main() -> Result<()> {
    let setup = Setup::TYPICAL;
    let world = World::new(setup, POOL, Mix::All)?;
    let mut verdicts = Vec::with_capacity(world.texts.len());
    for text in &world.texts {
        let mut verdict = String::new();
        world.company.evaluate_json(text, &mut verdict)?;
        verdicts.push(verdict);
    }
    let inputs = json!({
        "service": setup.service_json(),
        "company": setup.company_json(),
        "requests": world.texts,
        "verdicts": verdicts,
    });
    println!("{inputs}");
    Ok(())
}
