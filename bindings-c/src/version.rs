//! The version as one number, worked out by the compiler.

/// The version of this library.
pub(crate) const NUMBER: u32 = combined([
    part(env!("CARGO_PKG_VERSION_MAJOR")),
    part(env!("CARGO_PKG_VERSION_MINOR")),
    part(env!("CARGO_PKG_VERSION_PATCH")),
]);

/// Three digits for each part but the first, so that versions compare as their numbers do. Parts that do not fit do not compile.
const fn combined([major, minor, patch]: [u32; 3]) -> u32 {
    assert!(
        major < 4_000 && minor < 1_000 && patch < 1_000,
        "a part of the version has no room in its number"
    );
    // Of what has been looked at a line above.
    major.saturating_mul(1_000_000).saturating_add(minor.saturating_mul(1_000)).saturating_add(patch)
}

/// A part of the version. What is no number has no room either.
const fn part(digits: &str) -> u32 {
    match u32::from_str_radix(digits, 10) {
        Ok(number) => number,
        Err(_) => u32::MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::{NUMBER, combined, part};

    #[test]
    fn numbers_compare_as_versions_do() {
        let versions = [
            ([0, 0, 1], 1),
            ([0, 0, 999], 999),
            ([0, 1, 0], 1_000),
            ([0, 9, 10], 9_010),
            ([0, 10, 9], 10_009),
            ([0, 999, 999], 999_999),
            ([1, 0, 0], 1_000_000),
            ([10, 11, 12], 10_011_012),
            ([3_999, 999, 999], 3_999_999_999),
        ];
        for (parts, number) in versions {
            assert_eq!(combined(parts), number, "{parts:?}");
        }
        assert!(
            versions.is_sorted_by_key(|(parts, _)| parts) && versions.is_sorted_by_key(|(_, number)| number)
        );
    }

    #[test]
    fn parts_without_room_are_refused() {
        for parts in [[4_000, 0, 0], [0, 1_000, 0], [0, 0, 1_000], [0, 0, part("1-rc")]] {
            assert!(std::panic::catch_unwind(|| combined(parts)).is_err(), "{parts:?}");
        }
    }

    #[test]
    fn the_number_is_that_of_the_package() {
        let text = env!("CARGO_PKG_VERSION");
        let back = format!("{}.{}.{}", NUMBER / 1_000_000, NUMBER / 1_000 % 1_000, NUMBER % 1_000);
        assert_eq!(back, text);
    }
}
