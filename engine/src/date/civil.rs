//! Civil dates and counts of days, without a loop or a table: the Euclidean affine functions of Neri and Schneider
//! (Software: Practice and Experience, 2023). Tests compare every day with `chrono`.

/// From the first of March of the year 0, which is day 0 of the formulas, to the day before 0001-01-01.
const BEFORE_FIRST: u32 = 305;

/// The days of a month from 1 to 12.
#[inline]
pub(super) fn days_in(year: u32, month: u32) -> u32 {
    if month == 2 {
        // A year that 100 divides is a leap year where 16 divides it, as 400 then does too.
        let is_leap = year.is_multiple_of(if year.is_multiple_of(100) { 16 } else { 4 });
        return if is_leap { 29 } else { 28 };
    }
    // July and August have 31 days both.
    30 | (month ^ month >> 3)
}

/// Days counted from 0001-01-01, which is 1; none where there is no such day in the years from 1 to 9999.
#[inline]
pub(super) fn count(year: u32, month: u32, day: u32) -> Option<i32> {
    if !matches!((year, month), (1..=9999, 1..=12)) || day == 0 || day > days_in(year, month) {
        return None;
    }
    // Years begin in March, so that a leap day is the last. All figures are small.
    let (year, month) =
        if month <= 2 { (year.wrapping_sub(1), month.wrapping_add(12)) } else { (year, month) };
    let century = year.wrapping_div(100);
    let of_years = (year.wrapping_mul(1461) >> 2).wrapping_sub(century).wrapping_add(century >> 2);
    let of_months = month.wrapping_mul(979).wrapping_sub(2919) >> 5;
    let from_march = of_years.wrapping_add(of_months).wrapping_add(day).wrapping_sub(1);
    i32::try_from(from_march.wrapping_sub(BEFORE_FIRST)).ok()
}

/// Year, month and day of a count from [`count`], or of the days right before the first and behind the last.
#[inline]
pub(super) fn date(count: i32) -> [u32; 3] {
    let from_march = u32::try_from(count).unwrap_or(0).wrapping_add(BEFORE_FIRST);
    let quarters = from_march.wrapping_mul(4).wrapping_add(3);
    let (century, rest) = (quarters.wrapping_div(146_097), quarters.wrapping_rem(146_097));
    let product = u64::from(rest | 3).wrapping_mul(2_939_745);
    let year = century.wrapping_mul(100).wrapping_add(low(product >> 32));
    let of_year = low(product & 0xFFFF_FFFF).wrapping_div(2_939_745) >> 2;
    let shifted = of_year.wrapping_mul(2141).wrapping_add(197_913);
    let (month, day) = (shifted >> 16, (shifted & 0xFFFF).wrapping_div(2141).wrapping_add(1));
    if of_year >= 306 { [year.wrapping_add(1), month.wrapping_sub(12), day] } else { [year, month, day] }
}

/// What fits into 32 bits.
#[inline]
fn low(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, NaiveDate};

    use super::{count, date};

    /// From the last day of the year 0 to the first of the year 10000.
    #[test]
    fn every_day_is_that_of_chrono() {
        for days in 0..=3_652_060 {
            let known = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
            let want = [known.year().unsigned_abs(), known.month(), known.day()];
            assert_eq!(date(days), want);
            let [year, month, day] = want;
            assert_eq!(count(year, month, day), (1..=9999).contains(&year).then_some(days), "{known}");
        }
    }

    #[test]
    fn there_are_no_other_days() {
        for year in [0, 1, 4, 99, 100, 1600, 1900, 2000, 2023, 2024, 2100, 2400, 9999, 10_000, u32::MAX] {
            for month in 0..=14 {
                for day in (0..=33).chain([u32::MAX]) {
                    let known =
                        i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
                    let want = known.filter(|known| (1..=9999).contains(&known.year()));
                    assert_eq!(count(year, month, day), want.map(|known| known.num_days_from_ce()));
                }
            }
        }
    }
}
