use super::*;

fn row(accounts: Option<&[u16]>, kinds: Option<&[PayeeKind]>, requesters: Option<&[u16]>) -> PolicyRow {
    let set = |of: &[u16]| {
        let mut set = UserSet::default();
        of.iter().for_each(|one| set.insert(*one));
        set
    };
    PolicyRow {
        key: "row".into(),
        accounts: accounts.map(set),
        payee_kinds: kinds.map(|kinds| kinds.iter().copied().collect()),
        requesters: requesters.map(set),
        by_largest: false,
        bands: [Some(100), Some(1_000), None].map(|up_to| Band { up_to, any_of: Box::default() }).into(),
    }
}

#[test]
fn a_row_is_found_with_what_is_known() {
    use PayeeKind::{NewAccount, PreRegistered};
    let policy = Policy {
        rows: [
            row(Some(&[0]), Some(&[NewAccount]), None),
            row(Some(&[0]), Some(&[PreRegistered]), Some(&[1])),
            row(Some(&[0]), Some(&[PreRegistered]), Some(&[2, 200])),
            row(Some(&[1]), None, None),
        ]
        .into(),
    };
    for (why, account, payee_kind, requester, found) in [
        ("all is known", Some(0), Some(PreRegistered), Some(2), Some(2)),
        ("a requester behind the first 128", Some(0), Some(PreRegistered), Some(200), Some(2)),
        ("one row does not ask for the requester", Some(0), Some(NewAccount), None, Some(0)),
        ("two rows may still hold", Some(0), Some(PreRegistered), None, None),
        ("the account alone decides", Some(1), None, None, Some(3)),
        ("without an account three may hold", None, Some(PreRegistered), Some(1), None),
        ("nothing is known", None, None, None, None),
        ("no row holds for this requester", Some(0), Some(PreRegistered), Some(3), None),
    ] {
        let facts = Facts { account, payee_kind, requester };
        assert_eq!(policy.row(facts).map(|(at, _)| at), found, "{why}");
    }
}

#[test]
fn a_band_is_for_its_bound_and_less() {
    let row = row(None, None, None);
    let at = |amount| row.band(amount).map(|(at, _)| at);
    for (amount, band) in [(0, 0), (100, 0), (101, 1), (1_000, 1), (1_001, 2), (i64::MAX, 2)] {
        assert_eq!(at(Some(amount)), Some(band), "{amount}");
    }
    assert_eq!(at(None), None, "the amount decides");
    let mode = Policy::of_mode(ApprovalMode::Single);
    let (_, only) = mode.row(Facts::default()).unwrap();
    assert_eq!(only.band(None).map(|(at, _)| at), Some(0), "of one band the amount decides nothing");
}

#[test]
fn a_mode_is_short_for_a_policy() {
    for mode in ApprovalMode::ALL {
        let policy = Policy::of_mode(*mode);
        let people = policy.rows.first().map(|row| {
            let band = row.bands.first().unwrap();
            band.any_of.first().map_or(0, Alternative::people)
        });
        assert_eq!(people, mode.approvers_needed(), "{mode}");
    }
}
