//! The seeds of the fuzzers, and what becomes of them when bytes are changed: nothing panics.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test stops at the first surprise"
)]

use std::fs;
use std::path::Path;

mod bodies;

/// How many changed copies of each seed are tried.
const CHANGED: usize = 300;

#[test]
fn no_seed_and_no_change_of_one_is_a_fault() {
    for (name, body) in bodies::BODIES {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/seeds").join(name);
        let mut seeds: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        seeds.sort();
        assert!(!seeds.is_empty(), "{name} has seeds");
        for path in seeds {
            let seed = fs::read(&path).unwrap();
            body(&seed);
            let mut numbers = 0x9E37_79B9_u32;
            for _ in 0..CHANGED {
                let mut bytes = seed.clone();
                for _ in 0..3 {
                    numbers = numbers.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    let at = usize::try_from(numbers >> 8).unwrap() % bytes.len().max(1);
                    match (numbers >> 3) % 4 {
                        0 => bytes.truncate(at),
                        1 if !bytes.is_empty() => bytes[at] = u8::try_from(numbers >> 24).unwrap(),
                        2 if !bytes.is_empty() => bytes[at] ^= 1 << (numbers % 8),
                        _ => bytes.insert(at.min(bytes.len()), b'0'),
                    }
                }
                body(&bytes);
            }
        }
    }
}
