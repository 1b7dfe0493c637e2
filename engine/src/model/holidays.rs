//! The days on which banks in Japan are closed beside weekends (銀行の休日).

use crate::date::Day;

/// The first day of which this is known.
pub(crate) const FIRST: &str = "2019-01-01";
/// The last day of which this is known.
pub(crate) const LAST: &str = "2027-12-31";

/// The national holidays (国民の祝日・休日) as the Cabinet Office has published them, with their substitutes (振替休日), the
/// days between two of them (国民の休日), those of the accession in 2019, and those moved for the Games in 2020 and 2021.
const NATIONAL: [(&str, &str); 9] = [
    (
        "2019",
        "01-01 01-14 02-11 03-21 04-29 04-30 05-01 05-02 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-23 10-14 \
         10-22 11-03 11-04 11-23",
    ),
    (
        "2020",
        "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-23 07-24 08-10 09-21 09-22 11-03 11-23",
    ),
    (
        "2021",
        "01-01 01-11 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-22 07-23 08-08 08-09 09-20 09-23 11-03 11-23",
    ),
    (
        "2022",
        "01-01 01-10 02-11 02-23 03-21 04-29 05-03 05-04 05-05 07-18 08-11 09-19 09-23 10-10 11-03 11-23",
    ),
    (
        "2023",
        "01-01 01-02 01-09 02-11 02-23 03-21 04-29 05-03 05-04 05-05 07-17 08-11 09-18 09-23 10-09 11-03 11-23",
    ),
    (
        "2024",
        "01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 \
         11-03 11-04 11-23",
    ),
    (
        "2025",
        "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 \
         11-24",
    ),
    (
        "2026",
        "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
    ),
    (
        "2027",
        "01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23",
    ),
];

/// The days around the New Year on which banks are closed beside New Year's Day (年末年始).
const NEW_YEAR: &str = "01-02 01-03 12-31";

/// All of them; a day may come twice.
pub(crate) fn of_japan() -> impl Iterator<Item = Day> {
    NATIONAL.iter().flat_map(|(year, days)| {
        let days = days.split(' ').chain(NEW_YEAR.split(' '));
        days.filter_map(move |day| Day::parse(&alloc::format!("{year}-{day}")))
    })
}
