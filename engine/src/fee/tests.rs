use alloc::vec::Vec;
use proptest::prelude::*;

use super::{FeePiece, FeeRule, FeeRuleError, FeeShape, FeeTable, NoQuote, PayeeShare, Quoter};
use crate::model::table::{Rate, Table, Tier, TierFee};
use crate::money::AMOUNT_MAX;
use crate::terms::{Method, Round};

fn table(tiers: &[(i64, i64)]) -> FeeTable {
    FeeTable::new(tiers).unwrap()
}

/// Checks each `payment → deducted transfer bankFee withdrawal` line; the rest of the line says why the row is there.
#[track_caller]
fn check(rule: &FeeRule, rows: &str) {
    for row in rows.lines().filter(|row| !row.trim().is_empty()) {
        let want: Vec<i64> = row.split_whitespace().take(5).map(|word| word.parse().unwrap()).collect();
        let fee = rule.quote(want[0]).unwrap();
        let got = [fee.payment, fee.deducted, fee.transfer, fee.bank_fee, fee.withdrawal];
        assert_eq!(got[..], want[..], "{row}");
    }
}

fn ehime(method: Method) -> FeeRule {
    let table = table(&[(0, 110), (30_000, 330)]);
    FeeRule::payee_borne(table.clone(), table, method).unwrap()
}

#[test]
fn bounds_as_printed() {
    check(
        &ehime(Method::Fixed),
        "
        29999  110  29889  110  29999  below the bound nothing is left over
        30000  330  29670  110  29780  220 left over begins here
        30329  330  29999  110  30109  and ends here
        30330  330  30000  330  30330  the transfer meets the bound
        111    110  1      110  111    the smallest payment with a quote
        ",
    );
    assert_eq!(ehime(Method::Fixed).quote(110), Err(NoQuote::NotLessThanPayment));
    assert_eq!(ehime(Method::Fixed).quote(0), Err(NoQuote::NotLessThanPayment));
}

#[test]
fn bounds_moved_by_the_fee_below_or_above() {
    check(
        &ehime(Method::AddLowerFee),
        "
        30109  110  29999  110  30109  one yen under the moved bound
        30110  330  29780  110  29890  on it
        ",
    );
    check(
        &ehime(Method::AddUpperFee),
        "
        30329  110  30219  330  30549  one yen under the moved bound: 220 short
        30330  330  30000  330  30330  on it
        ",
    );
}

#[test]
fn the_other_readings_of_the_methods() {
    let ja = table(&[(0, 110), (30_000, 220)]);
    check(
        &FeeRule::payee_borne(ja.clone(), ja, Method::Iterative).unwrap(),
        "
        30000  110  29890  110  30000  the second net agrees
        30110  220  29890  110  30000  it does not, so the first stands
        ",
    );
    let tkc = table(&[(0, 105), (10_000, 315)]);
    let lower = FeeRule::payee_borne(tkc.clone(), tkc.clone(), Method::ClampLower).unwrap();
    check(
        &lower,
        "
        10104  105  9999   105  10104  the last payment that agrees with the lower fee
        10105  106  9999   105  10104  the transfer stays below the bound from here
        10200  201  9999   105  10104  the vendor's example
        10314  315  9999   105  10104  to here
        10315  315  10000  315  10315  and then agrees with the upper fee
        ",
    );
    let upper = FeeRule::payee_borne(tkc.clone(), tkc, Method::ClampUpper).unwrap();
    check(&upper, "10200  200  10000  315  10315  the vendor's example");
}

#[test]
fn typed_fees_and_the_minimum() {
    let typed = ehime(Method::Typed).with_typed_fee(500);
    check(&typed, "30000  500  29500  110  29610  the table plays no part");
    assert_eq!(typed.quote(500), Err(NoQuote::NotLessThanPayment));
    check(
        &ehime(Method::Fixed).with_minimum(10_000),
        "
        9999   0    9999  110  10109  below the minimum the payer bears the fee
        10000  110  9890  110  10000  on it the payee does
        ",
    );
}

#[test]
fn payer_borne_and_three_tiers() {
    let bank = table(&[(0, 110), (10_000, 220), (30_000, 330)]);
    check(
        &FeeRule::payer_borne(bank),
        "
        9999   0  9999   110  10109  first tier
        10000  0  10000  220  10220  second, at its bound
        29999  0  29999  220  30219  second, at its end
        30000  0  30000  330  30330  third
        ",
    );
}

#[test]
fn tables_that_cannot_be_used_say_why() {
    for (tiers, message) in [
        (&[][..], "a fee table needs at least one tier"),
        (&[(0, 1), (0, 2)], "bounds of a fee table rise strictly, but `0` follows `0`"),
        (&[(0, -1)], "amounts have 1 to 18 digits, which `0:-1` has not"),
    ] {
        assert_eq!(alloc::string::ToString::to_string(&FeeTable::new(tiers).unwrap_err()), message);
    }
    let many: Vec<(i64, i64)> = (0..65).map(|from| (from, 0)).collect();
    assert_eq!(FeeTable::new(&many), Err(FeeRuleError::TooManyTiers { tiers: 65 }));
    assert!(FeeTable::new(&many[..64]).is_ok());
    // 100 -> 100 + 50, 120 -> 120 + 10: the lower bound passes the upper one.
    let crossing = table(&[(0, 50), (100, 10), (120, 10)]);
    assert_eq!(
        FeeRule::payee_borne(crossing.clone(), crossing.clone(), Method::AddLowerFee).unwrap_err(),
        FeeRuleError::Crossing { method: "addLowerFee", bound: 100 }
    );
    assert!(FeeRule::payee_borne(crossing.clone(), crossing, Method::AddUpperFee).is_ok());
}

/// Bounds that move to one and the same place cross as well: of the two tiers one would be gone.
#[test]
fn moved_bounds_that_meet_cross() {
    for (tiers, method, crosses) in [
        ([(0, 50), (100, 30), (120, 10)], Method::AddLowerFee, true), // 100 + 50 and 120 + 30
        ([(0, 50), (100, 31), (120, 10)], Method::AddLowerFee, false), // 150 and 151
        ([(0, 50), (100, 29), (120, 10)], Method::AddLowerFee, true), // 150 and 149
        ([(0, 5), (100, 30), (120, 10)], Method::AddUpperFee, true),  // 100 + 30 and 120 + 10
        ([(0, 5), (100, 29), (120, 10)], Method::AddUpperFee, false), // 129 and 130
        ([(0, 5), (100, 31), (120, 10)], Method::AddUpperFee, true),  // 131 and 130
    ] {
        let table = table(&tiers);
        let rule = FeeRule::payee_borne(table.clone(), table, method);
        let want = crosses.then_some(FeeRuleError::Crossing { method: method.name(), bound: 100 });
        assert_eq!(rule.err(), want, "{method:?} {tiers:?}");
    }
}

/// What is no amount has no quote, through whichever door it comes.
#[test]
fn what_is_no_amount_has_no_quote() {
    let typed = |fee| ehime(Method::Typed).with_typed_fee(fee).quote(10_000);
    assert_eq!(typed(0).map(|fee| fee.deducted), Ok(0));
    assert_eq!(typed(-1), Err(NoQuote::TooLarge), "a fee below 0 would be money from nowhere");
    assert_eq!(typed(AMOUNT_MAX), Err(NoQuote::NotLessThanPayment));
    assert_eq!(typed(AMOUNT_MAX + 1), Err(NoQuote::TooLarge));
    let minimum = |least| ehime(Method::Fixed).with_minimum(least).quote(10_000).map(|fee| fee.deducted);
    assert_eq!((minimum(0), minimum(AMOUNT_MAX)), (Ok(110), Ok(0)));
    assert_eq!((minimum(-1), minimum(AMOUNT_MAX + 1)), (Err(NoQuote::TooLarge), Err(NoQuote::TooLarge)));
    let pays = |payment| ehime(Method::Fixed).quote(payment).map(|fee| fee.transfer);
    assert_eq!(
        (pays(111), pays(110), pays(0)),
        (Ok(1), Err(NoQuote::NotLessThanPayment), Err(NoQuote::NotLessThanPayment))
    );
    assert_eq!((pays(-1), pays(i64::MIN)), (Err(NoQuote::TooLarge), Err(NoQuote::TooLarge)));
    assert_eq!((pays(AMOUNT_MAX + 1), pays(i64::MAX)), (Err(NoQuote::TooLarge), Err(NoQuote::TooLarge)));
    assert!(ehime(Method::Typed).with_typed_fee(-1).receiving(100).is_empty());
}

fn methods() -> impl Strategy<Value = Method> {
    proptest::sample::select(Method::ALL)
}

fn tables() -> impl Strategy<Value = FeeTable> {
    proptest::collection::btree_map(0_i64..400, 0_i64..120, 1..5)
        .prop_map(|tiers| FeeTable::new(&tiers.into_iter().collect::<Vec<_>>()).unwrap())
}

fn rules() -> impl Strategy<Value = FeeRule> {
    (tables(), tables(), methods(), 0_i64..60, 0_i64..200).prop_filter_map(
        "bounds cross",
        |(own, bank, method, typed, minimum)| {
            let rule = FeeRule::payee_borne(own, bank, method).ok()?;
            Some(rule.with_typed_fee(typed).with_minimum(minimum))
        },
    )
}

proptest! {
    /// Money is neither made nor lost between payment, transfer, fee and withdrawal.
    #[test]
    fn quotes_balance(rule in rules(), payment in 0_i64..1_000) {
        if let Ok(fee) = rule.quote(payment) {
            prop_assert_eq!(Some(fee.payment), fee.deducted.checked_add(fee.transfer));
            prop_assert_eq!(Some(fee.withdrawal), fee.transfer.checked_add(fee.bank_fee));
            prop_assert!(fee.transfer >= 1);
        }
    }

    /// The largest payment within a room is the one that trying every payment finds.
    #[test]
    fn the_largest_payment_is_exact(rule in rules(), room in 0_i64..600, count_fees: bool) {
        let quoter = rule.quoter();
        let tried = (1..1_000).rev().find(|payment| quoter.counted(*payment, count_fees).is_some_and(|sum| sum <= room));
        prop_assert_eq!(quoter.largest(room, count_fees), tried);
    }

    /// Every payment costs what its piece says.
    #[test]
    fn curves_are_exact(rule in rules()) {
        hold(&rule.quoter(), &rule.curve(), 1_500);
    }

    /// The payments that give the payee a sum are those that trying every payment finds.
    #[test]
    fn receiving_is_exact(rule in rules(), amount in 1_i64..600) {
        let found: Vec<i64> = rule.receiving(amount).into_iter().flatten().collect::<alloc::collections::BTreeSet<_>>().into_iter().collect();
        let tried: Vec<i64> = (1..1_000).filter(|payment| rule.quote(*payment).is_ok_and(|fee| fee.transfer == amount)).collect();
        prop_assert_eq!(found, tried);
    }
}

/// A fee that is a share of the payment, with tax, leaves less of some payment than of the one below it.
#[test]
fn the_largest_payment_is_found_beside_every_dip() {
    for (rate, tax, round) in [
        ("0.1", "1.1", Round::Down),
        ("0.05", "1.2", Round::HalfUp),
        ("0.5", "1.5", Round::Up),
        ("0.9", "1.1", Round::HalfEven),
    ] {
        let table = |tax: Option<&str>| {
            let rate = Rate { rate: rate.parse().unwrap(), round, min: Some(3), max: Some(180) };
            let tiers = [(0, TierFee::Fixed(7)), (50, TierFee::Rate(alloc::sync::Arc::new(rate)))];
            let table = Table::new(tiers.map(|(from, fee)| Tier { from, fee })).unwrap();
            table.taxed(tax.map(|tax| (tax.parse().unwrap(), round)))
        };
        let (own, bank) = (table(Some(tax)), table(None));
        let payee = PayeeShare {
            table: &own,
            method: Method::Fixed,
            typed: 0,
            minimum: 20,
            minimum_inclusive: true,
            no_deduction_for_small: false,
        };
        for no_deduction_for_small in [false, true] {
            let payee = Some(PayeeShare { no_deduction_for_small, ..payee });
            let quoter = Quoter { bank: Some(&bank), payee, expected: None, no_payer_borne: false };
            for (room, count_fees) in (0..900).step_by(13).flat_map(|room| [(room, false), (room, true)]) {
                let fits =
                    |payment: &i64| quoter.counted(*payment, count_fees).is_some_and(|one| one <= room);
                let want = (1..=4_000).rev().find(fits);
                assert_eq!(quoter.largest(room, count_fees), want, "{rate}, {tax}: {room}, {count_fees}");
            }
        }
    }
}

/// Checks pieces against the quote of each payment up to one that is large enough to meet them all.
fn hold(quoter: &Quoter<'_>, pieces: &[FeePiece], most: i64) {
    assert_eq!(pieces.first().map(|piece| piece.first), Some(1));
    assert_eq!(pieces.last().map(|piece| piece.last), Some(999_999_999_999_999));
    for pair in pieces.array_windows::<2>() {
        let [below, above] = pair;
        assert_eq!(below.last.checked_add(1), Some(above.first), "a payment is in one piece: {pair:?}");
        let flat = pair.iter().all(|piece| piece.shape == FeeShape::Flat);
        assert!(!flat || costs(below, 1) != costs(above, 0), "two that are one: {pair:?}");
    }
    for piece in pieces {
        assert!(piece.first <= most, "{piece:?} is not looked at");
        for payment in piece.first..=piece.last.min(most) {
            let quote = quoter.quote(payment);
            let [first, last] = match (piece.fees, quote) {
                (Ok(fees), Ok(_)) => fees,
                (none, quote) => {
                    assert_eq!(none.map(|fees| fees[0]), quote, "{payment}");
                    continue;
                }
            };
            let quote = quote.unwrap();
            let rises = match piece.shape {
                FeeShape::Flat => 0,
                FeeShape::Straight => payment.checked_sub(piece.first).unwrap(),
                FeeShape::Rounded => {
                    assert!(
                        (first.deducted..=last.deducted).contains(&quote.deducted),
                        "{payment}: {piece:?}"
                    );
                    continue;
                }
            };
            assert_eq!(quote.deducted, first.deducted.saturating_add(rises), "{payment}: {piece:?}");
            assert_eq!(quote.difference, first.difference.saturating_add(rises), "{payment}: {piece:?}");
            assert_eq!(quote.difference.signum(), first.difference.signum(), "{payment}: {piece:?}");
            assert_eq!((quote.bank_fee, quote.expected_bank_fee), (first.bank_fee, first.expected_bank_fee));
        }
        assert_eq!(piece.fees.map(|fees| fees[0]), quoter.quote(piece.first));
        assert_eq!(piece.fees.map(|fees| fees[1]), quoter.quote(piece.last));
    }
}

/// What the first or the last payment of a piece costs.
fn costs(piece: &FeePiece, at: usize) -> Result<(i64, i64, i64, Option<i64>), NoQuote> {
    piece.fees.map(|fees| {
        let fee = fees[at];
        (fee.deducted, fee.bank_fee, fee.difference, fee.expected_bank_fee)
    })
}

/// Checks each `first-last shape deducted bankFee difference` line of a curve; the rest of the line says why it is there.
#[track_caller]
fn runs(rule: &FeeRule, rows: &str) {
    let pieces = rule.curve();
    let said = pieces.iter().map(|piece| match costs(piece, 0) {
        Ok((deducted, bank, difference, _)) => {
            let shape = piece.shape.name();
            alloc::format!("{}-{} {shape} {deducted} {bank} {difference}", piece.first, piece.last)
        }
        Err(_) => alloc::format!("{}-{} none", piece.first, piece.last),
    });
    let rows = rows.lines().map(str::trim).filter(|row| !row.is_empty());
    for (said, row) in said.clone().zip(rows.clone()) {
        assert!(row.starts_with(&said), "{said}\n{row}");
    }
    assert_eq!(said.count(), rows.count());
}

#[test]
fn curves_of_published_examples() {
    runs(
        &ehime(Method::Fixed),
        "
        1-110 none                                 nothing is left
        111-29999 flat 110 110 0
        30000-30329 flat 330 110 220               left with the payer
        30330-999999999999999 flat 330 330 0
        ",
    );
    runs(
        &ehime(Method::AddUpperFee),
        "
        1-110 none
        111-30109 flat 110 110 0
        30110-30329 flat 110 330 -220              paid by the payer
        30330-999999999999999 flat 330 330 0
        ",
    );
    let tkc = table(&[(0, 105), (10_000, 315)]);
    runs(
        &FeeRule::payee_borne(tkc.clone(), tkc, Method::ClampLower).unwrap(),
        "
        1-105 none
        106-10104 flat 105 105 0
        10105-10314 straight 106 105 1             the transfer stays below the bound
        10315-999999999999999 flat 315 315 0
        ",
    );
    runs(
        &ehime(Method::Fixed).with_minimum(30_100),
        "
        1-29999 flat 0 110 0                       the payer bears it
        30000-30099 flat 0 330 0
        30100-30329 flat 330 110 220
        30330-999999999999999 flat 330 330 0
        ",
    );
    assert!(ehime(Method::Typed).with_typed_fee(-1).curve().is_empty());
}

/// A difference that becomes 0 while the transfer stays is a piece of its own.
#[test]
fn curves_are_cut_where_a_difference_ends() {
    let (own, bank) = (table(&[(0, 105), (10_000, 315)]), table(&[(0, 205)]));
    runs(
        &FeeRule::payee_borne(own, bank, Method::ClampLower).unwrap(),
        "
        1-105 none
        106-10104 flat 105 205 -100
        10105-10203 straight 106 205 -99
        10204-10204 flat 205 205 0
        10205-10314 straight 206 205 1
        10315-999999999999999 flat 315 205 110
        ",
    );
}

/// Shares of the amount, their least and their most, with tax and without.
#[test]
fn curves_of_shares_are_exact() {
    for (rate, tax, round) in [
        ("0.1", None, Round::Down),
        ("0.1", Some("1.1"), Round::Down),
        ("0.05", Some("1.2"), Round::HalfUp),
        ("0.5", Some("1.5"), Round::Up),
    ] {
        let rate = Rate { rate: rate.parse().unwrap(), round, min: Some(3), max: Some(180) };
        let tiers = [(0, TierFee::Fixed(7)), (50, TierFee::Rate(alloc::sync::Arc::new(rate)))];
        let shares = Table::new(tiers.map(|(from, fee)| Tier { from, fee })).unwrap();
        let shares = shares.taxed(tax.map(|tax| (tax.parse().unwrap(), round)));
        let fixed = [(0, 10), (300, 20)].map(|(from, fee)| Tier { from, fee: TierFee::Fixed(fee) });
        let fixed = Table::new(fixed).unwrap();
        let payee = |table| PayeeShare {
            table,
            method: Method::Fixed,
            typed: 0,
            minimum: 20,
            minimum_inclusive: true,
            no_deduction_for_small: false,
        };
        for (own, bank) in
            [(Some(&shares), &fixed), (Some(&fixed), &shares), (Some(&shares), &shares), (None, &shares)]
        {
            let quoter =
                Quoter { bank: Some(bank), payee: own.map(payee), expected: None, no_payer_borne: false };
            hold(&quoter, &quoter.curve(), 6_000);
        }
        let quoter =
            Quoter { bank: Some(&fixed), payee: None, expected: Some(&fixed), no_payer_borne: false };
        hold(&quoter, &quoter.curve(), 400);
    }
}
