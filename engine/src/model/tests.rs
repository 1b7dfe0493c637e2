use alloc::boxed::Box;
use alloc::vec::Vec;

use super::calendar::Calendar;
use super::grants::Grants;
use super::users::UserSet;
use crate::date::Day;
use crate::terms::{Operation, Scope};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn a_set_of_users_keeps_the_order_of_ids() {
    let mut set = UserSet::with_room(3);
    for person in [130, 2, 64, 63, 0, 128, 127, 300] {
        set.insert(person);
    }
    assert_eq!(set.iter().collect::<Vec<_>>(), [0, 2, 63, 64, 127, 128, 130, 300]);
    assert_eq!(set.len(), 8);
    for (people, wanted, there) in [(1, 2, false), (1, 1, true), (2, 2, true), (200, 2, true), (3, 4, false)]
    {
        let mut some = UserSet::default();
        (0..people).for_each(|person| some.insert(person));
        assert_eq!(some.has_at_least(wanted), there, "{wanted} of {people}");
    }
    set.remove(64);
    set.remove(300);
    assert!(set.contains(128) && !set.contains(300) && !set.contains(999));
    let mut other = UserSet::with_room(200);
    other.insert(63);
    other.insert(64);
    set.intersect(&other);
    assert_eq!(set.iter().collect::<Vec<_>>(), [63]);
    assert!(set.contains(63) && !set.contains(999));
    assert!(UserSet::default().is_empty());
}

#[test]
fn business_days_are_neither_weekends_nor_holidays() {
    let calendar = Calendar {
        from: day("2026-11-01"),
        to: day("2026-11-30"),
        holidays: Box::new([day("2026-11-03"), day("2026-11-23")]),
        weekend: 0b110_0000,
        to_range: 0..0,
    };
    for (text, open, why) in [
        ("2026-11-20", true, "a Friday"),
        ("2026-11-21", false, "a Saturday"),
        ("2026-11-22", false, "a Sunday"),
        ("2026-11-23", false, "a holiday on a Monday"),
        ("2026-11-30", true, "the last day that the calendar knows"),
        ("2026-12-01", false, "outside"),
        ("2026-10-30", false, "outside"),
    ] {
        assert_eq!(calendar.is_business_day(day(text)), open, "{text}: {why}");
    }
    assert_eq!(calendar.nearest(day("2026-11-21"), 1), Some(day("2026-11-24")));
    assert_eq!(calendar.nearest(day("2026-11-23"), -1), Some(day("2026-11-20")));
    assert_eq!(calendar.nearest(day("2026-11-30"), 1), None, "the calendar ends");
}

#[test]
fn grants_do_not_depend_on_the_order_of_rights() {
    let rights = [
        (Operation::Create, Scope::All, Some(0)),
        (Operation::View, Scope::Kind, Some(1)),
        (Operation::View, Scope::All, None),
        (Operation::Edit, Scope::Own, None),
        (Operation::Edit, Scope::Own, Some(2)),
    ];
    let forwards = Grants::from_iter(rights);
    assert_eq!(forwards, rights.into_iter().rev().collect());
    let mut merged: Grants = rights[..2].iter().copied().collect();
    merged.merge(&rights[2..].iter().copied().collect());
    assert_eq!(merged, forwards);
    assert!(!forwards.has(Operation::Delete), "nothing is permitted by default");
    let reach = |operation| -> Vec<_> {
        forwards.reach(operation).iter().map(|extent| (extent.scope, extent.narrowing)).collect()
    };
    assert_eq!(reach(Operation::Create), [(Scope::All, Some(0))]);
    assert_eq!(reach(Operation::View), [(Scope::Kind, Some(1)), (Scope::All, None)]);
    assert_eq!(reach(Operation::Edit), [(Scope::Own, None), (Scope::Own, Some(2))]);
}
