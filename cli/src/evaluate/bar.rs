//! A limit as a bar: what was used, what this request adds, what is left.

use crate::evaluate::answer::Limit;
use crate::figures::minor_units;
use crate::page::{BLUE, DIM, GREEN, RED, paint};

/// How many cells a bar has.
const CELLS: i128 = 24;

/// How many cells are used, requested and left. A part that is not nothing is at least hinted at by one cell where
/// there is room for it.
fn cells(limit: i128, used: i128, requested: i128) -> (i128, i128, i128) {
    // A limit of 0 is full, whatever is asked of it.
    let of =
        |amount: i128| amount.max(0).saturating_mul(CELLS).checked_div(limit).unwrap_or(CELLS).min(CELLS);
    let up = |amount: i128, cells: i128| if amount > 0 { cells.max(1) } else { cells };
    let used_cells = up(used, of(used));
    let end = of(used.saturating_add(requested)).max(used_cells);
    let free = CELLS.saturating_sub(used_cells);
    let requested_cells = up(requested, end.saturating_sub(used_cells)).min(free);
    (used_cells, requested_cells, free.saturating_sub(requested_cells))
}

/// The bar of a limit; none if its figures cannot be read.
pub fn bar(limit: &Limit) -> Option<String> {
    let [total, used, requested, remaining] =
        [&limit.limit, &limit.used, &limit.requested, &limit.remaining].map(|text| minor_units(text));
    let (used, requested, left) = cells(total?, used?, requested?);
    let part = |style, sign: &str, count: i128| {
        paint(style, &sign.repeat(usize::try_from(count).unwrap_or_default()))
    };
    let new = if remaining? < 0 { RED } else { GREEN };
    Some(format!("{}{}{}", part(BLUE, "█", used), part(new, "▓", requested), part(DIM, "░", left)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_always_fill_the_bar() {
        let table = [
            ((100, 0, 0), (0, 0, 24)),
            ((100, 50, 25), (12, 6, 6)),
            ((100, 50, 50), (12, 12, 0)),
            ((100, 50, 51), (12, 12, 0)),
            ((100, 100, 1), (24, 0, 0)),
            ((999_999_999_999_999, 1, 1), (1, 1, 22)),
            ((0, 0, 0), (24, 0, 0)),
            ((0, 0, 5), (24, 0, 0)),
            ((100, 0, 500), (0, 24, 0)),
        ];
        for ((limit, used, requested), expected) in table {
            assert_eq!(cells(limit, used, requested), expected, "{limit} {used} {requested}");
        }
    }
}
