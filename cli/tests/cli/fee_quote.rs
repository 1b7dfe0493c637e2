//! `kessai fee quote`.

use serde_json::{Value, json};

use crate::common::{Run, run, run_with};

const TABLE: &str = "0:110,30000:330";

fn quote(options: &str) -> Run {
    let args: Vec<_> = ["fee", "quote"].into_iter().chain(options.split(' ')).collect();
    run(&args)
}

fn quoted(options: &str) -> Value {
    let run = quote(&format!("{options} --format json"));
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{options}");
    serde_json::from_str(&run.stdout).unwrap()
}

/// Examples that banks, an agricultural bank and an accounting vendor print or whose tables they print: options, then
/// what is kept back, transferred, charged and withdrawn.
const EXAMPLES: &[(&str, &str, [u32; 4])] = &[
    ("愛媛銀行, 据置型", "--tiers 0:110,30000:330 30329", [330, 29_999, 110, 30_109]),
    (
        "愛媛銀行, 未満手数料加算型",
        "--tiers 0:110,30000:330 --method addLowerFee 30329",
        [330, 29_999, 110, 30_109],
    ),
    (
        "愛媛銀行, 以上手数料加算型",
        "--tiers 0:110,30000:330 --method addUpperFee 30329",
        [110, 30_219, 330, 30_549],
    ),
    ("愛媛銀行, first of the band", "--tiers 0:110,30000:330 30000", [330, 29_670, 110, 29_780]),
    ("愛媛銀行, after the band", "--tiers 0:110,30000:330 30330", [330, 30_000, 330, 30_330]),
    (
        "愛媛銀行, under 30,110",
        "--tiers 0:110,30000:330 --method addLowerFee 30109",
        [110, 29_999, 110, 30_109],
    ),
    ("愛媛銀行, on 30,110", "--tiers 0:110,30000:330 --method addLowerFee 30110", [330, 29_780, 110, 29_890]),
    ("愛媛銀行, on 30,330", "--tiers 0:110,30000:330 --method addUpperFee 30330", [330, 30_000, 330, 30_330]),
    ("東日本銀行, 30,000", "--tiers 0:385,30000:550 30000", [550, 29_450, 385, 29_835]),
    ("東日本銀行, 30,550", "--tiers 0:385,30000:550 30550", [550, 30_000, 550, 30_550]),
    ("東日本銀行, 当方負担", "--tiers 0:385,30000:550 --bearer payer 30000", [0, 30_000, 550, 30_550]),
    ("滋賀銀行, 50,000", "--tiers 0:330,30000:550 50000", [550, 49_450, 550, 50_000]),
    ("滋賀銀行, 30,000 *", "--tiers 0:330,30000:550 30000", [550, 29_450, 330, 29_780]),
    (
        "JAバンク, 手数料を含んだ金額",
        "--tiers 0:110,30000:220 --method iterative 30000",
        [110, 29_890, 110, 30_000],
    ),
    ("TKC, 据置型", "--tiers 0:105,10000:315 10200", [315, 9_885, 105, 9_990]),
    ("TKC, 未満手数料加算型", "--tiers 0:105,10000:315 --method clampLower 10200", [201, 9_999, 105, 10_104]),
    ("群馬銀行, 本支店", "--tiers 0:220 100000", [220, 99_780, 220, 100_000]),
    ("群馬銀行, half the fee", "--tiers 0:110 --bank-tiers 0:220 100000", [110, 99_890, 220, 100_110]),
    ("群馬銀行, always 100", "--tiers 0:100 --bank-tiers 0:495 100000", [100, 99_900, 495, 100_395]),
    (
        "みずほ銀行, stale table",
        "--tiers 0:540,30000:756 --bank-tiers 0:550,30000:770 50000",
        [756, 49_244, 770, 50_014],
    ),
    ("みずほ銀行, 10% table", "--tiers 0:550,30000:770 50000", [770, 49_230, 770, 50_000]),
    ("みずほ銀行, 8% table", "--tiers 0:540,30000:756 50000", [756, 49_244, 756, 50_000]),
    ("みずほ銀行, 本支店", "--tiers 0:220,30000:440 50000", [440, 49_560, 440, 50_000]),
    ("豊和銀行, 29,999", "--tiers 0:380,30000:550 --bearer payer 29999", [0, 29_999, 380, 30_379]),
    ("豊和銀行, 30,000", "--tiers 0:380,30000:550 --bearer payer 30000", [0, 30_000, 550, 30_550]),
    ("豊和銀行, 本支店", "--tiers 0:110,30000:330 --bearer payer 30000", [0, 30_000, 330, 30_330]),
    ("豊和銀行, 同一店舗内", "--tiers 0:0 --bearer payer 30000", [0, 30_000, 0, 30_000]),
    ("青梅信用金庫, until 2014-03", "--tiers 0:210,30000:420 --bearer payer 40000", [0, 40_000, 420, 40_420]),
    ("青梅信用金庫, from 2014-04", "--tiers 0:216,50000:432 --bearer payer 40000", [0, 40_000, 216, 40_216]),
];

#[test]
fn printed_examples_come_out_as_printed() {
    for (name, options, [deducted, transfer, bank_fee, withdrawal]) in EXAMPLES {
        let quotes = quoted(options);
        let quote = quotes.get(0).unwrap();
        let figures =
            ["deducted", "transfer", "bankFee", "withdrawal"].map(|field| quote[field].as_str().unwrap());
        assert_eq!(figures, [deducted, transfer, bank_fee, withdrawal].map(u32::to_string), "{name}");
        let is_payee_borne = !options.contains("--bearer payer");
        let difference =
            if is_payee_borne { i64::from(*deducted).saturating_sub(i64::from(*bank_fee)) } else { 0 };
        assert_eq!(quote["difference"], difference.to_string(), "{name}");
    }
    assert_eq!(EXAMPLES.len(), 29);
}

#[test]
fn json_is_an_array_with_an_object_for_each_payment() {
    let run = quote(&format!("--tiers {TABLE} 30329 110 030 --format json"));
    let expected = json!([
        { "payment": "30329", "deducted": "330", "transfer": "29999", "bankFee": "110", "withdrawal": "30109",
          "difference": "220" },
        { "payment": "110", "error": { "code": "fee.notLessThanPayment",
            "message": "of the payment 110 nothing is left to transfer" } },
        { "payment": "030", "error": { "code": "form.amount",
            "message": "`030` is no amount: digits, without sign, comma or leading zero" } }
    ]);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""));
    assert_eq!(serde_json::from_str::<Value>(&run.stdout).unwrap(), expected);
}

#[test]
fn one_payment_is_explained_line_by_line() {
    let run = quote(&format!("--tiers {TABLE} 30329"));
    insta::assert_snapshot!(run.stdout, @r"
    payment     30,329
    kept back      330
    transfer    29,999
    bank's fee     110
    withdrawal  30,109
    difference    +220  left with the payer
    ");
    let run = quote(&format!("--tiers {TABLE} 30329 --method addUpperFee --lang ja"));
    insta::assert_snapshot!(run.stdout, @r"
    支払金額    30,329
    差引手数料     110
    振込金額    30,219
    振込手数料     330
    出金額      30,549
    差額          -220  支払側の持ち出し
    ");
}

#[test]
fn several_payments_stand_in_a_table() {
    let run = quote(&format!("--tiers {TABLE} 29999 110 30000 9999999999 3e4"));
    assert_eq!(run.status, 1);
    insta::assert_snapshot!(run.stdout, @r"
          payment  kept back       transfer  bank's fee     withdrawal  difference
           29,999        110         29,889         110         29,999           0
              110  fee.notLessThanPayment: of the payment 110 nothing is left to transfer
           30,000        330         29,670         110         29,780        +220
    9,999,999,999        330  9,999,999,669         330  9,999,999,999           0
              3e4  form.amount: `3e4` is no amount: digits, without sign, comma or leading zero
    ");
    let run = quote(&format!("--tiers {TABLE} 29999 110 --lang ja"));
    insta::assert_snapshot!(run.stdout, @r"
    支払金額  差引手数料  振込金額  振込手数料  出金額  差額
      29,999         110    29,889         110  29,999     0
         110  fee.notLessThanPayment: 支払金額 110 からは振込金額が残りません
    ");
}

#[test]
fn both_sides_of_every_bound() {
    let table = [
        // The payment has to leave at least 1.
        ("--tiers 0:110 110", 1),
        ("--tiers 0:110 111", 0),
        ("--tiers 0:0 0", 1),
        ("--tiers 0:0 1", 0),
        ("--tiers 0:110 --bearer payer 0", 1),
        ("--tiers 0:110 --bearer payer 1", 0),
        // A smaller payment than the minimum is payer-borne, so that it has a quote.
        ("--tiers 0:110 --minimum 101 100", 0),
        ("--tiers 0:110 --minimum 100 100", 1),
        // Typed fees.
        ("--tiers 0:110 --method typed --typed-fee 99 100", 0),
        ("--tiers 0:110 --method typed --typed-fee 100 100", 1),
        // Eighteen digits.
        ("--tiers 0:110 --bearer payer 999999999999999889", 0),
        ("--tiers 0:110 --bearer payer 999999999999999890", 1),
        ("--tiers 0:0 999999999999999999", 0),
        ("--tiers 0:0 1000000000000000000", 1),
        // One payment without a quote among others.
        ("--tiers 0:110 111 110", 1),
        ("--tiers 0:110 -- -5", 1),
        ("--tiers 0:110 -5", 1),
    ];
    for (options, status) in table {
        let run = quote(options);
        assert_eq!(run.status, status, "{options}\n{}{}", run.stdout, run.stderr);
        assert_eq!(run.stderr, "", "{options}");
    }
}

#[test]
fn unusable_options_have_no_answer() {
    let table = [
        ("", "Usage"),
        ("100", "--tiers"),
        ("--tiers 0:110", "PAYMENT"),
        ("--tiers 0:110,0:330 100", "bounds of a fee table rise strictly, but `0` follows `0`"),
        ("--tiers 110 100", "`110` is not FROM:FEE"),
        ("--tiers 0:1.5 100", "`0:1.5` is not FROM:FEE in digits"),
        ("--tiers 0:110 --bank-tiers x 100", "`x` is not FROM:FEE"),
        ("--tiers 0:110 --method round 100", "[possible values: fixed, addLowerFee"),
        ("--tiers 0:110 --bearer bank 100", "[possible values: payee, payer]"),
        ("--tiers 0:110 --minimum -1 100", "--minimum"),
        ("--tiers 0:110 --method typed 100", "--typed-fee"),
        ("--tiers 0:110 --typed-fee 5 100", "`--typed-fee` goes with `--method typed` only"),
        ("--tiers 0:110 --receive 100 100", "cannot be used with"),
        (
            "--tiers 0:1000,10:0,20:0 --method addLowerFee 100",
            "the bound `10` moves to or past the one above it",
        ),
        ("--tiers 0:110 - -", "standard input (`-`) can be read only once"),
    ];
    for (options, words) in table {
        let run = quote(options);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{options}\n{}", run.stderr);
        assert!(run.stderr.contains(words), "{options}\n{}", run.stderr);
    }
}

#[test]
fn payments_come_from_standard_input_too() {
    let run =
        run_with(&["fee", "quote", "--tiers", TABLE, "--format", "json", "29999", "-"], "30000\n30329 111\n");
    let quotes: Value = serde_json::from_str(&run.stdout).unwrap();
    let payments: Vec<_> =
        quotes.as_array().unwrap().iter().map(|quote| quote["payment"].as_str().unwrap()).collect();
    assert_eq!((run.status, payments), (0, vec!["29999", "30000", "30329", "111"]));
}

#[test]
fn payments_that_give_the_payee_an_amount() {
    assert_eq!(
        quoted(&format!("--tiers {TABLE} --receive 29700")),
        json!([{ "receive": "29700", "payments": [
            { "payment": "29810", "deducted": "110", "transfer": "29700", "bankFee": "110", "withdrawal": "29810",
              "difference": "0" },
            { "payment": "30030", "deducted": "330", "transfer": "29700", "bankFee": "110", "withdrawal": "29810",
              "difference": "220" } ] }])
    );
    // 210 neighbouring payments stop at the bound: two tiers' worth of them are told by the first and the last.
    assert_eq!(
        quoted("--tiers 0:105,10000:315 --method clampLower --receive 9999 --receive 10000"),
        json!([
            { "receive": "9999", "payments": [
                { "payment": "10104", "deducted": "105", "transfer": "9999", "bankFee": "105", "withdrawal": "10104",
                  "difference": "0", "last": { "payment": "10314", "deducted": "315", "transfer": "9999",
                    "bankFee": "105", "withdrawal": "10104", "difference": "210" } } ] },
            { "receive": "10000", "payments": [
                { "payment": "10315", "deducted": "315", "transfer": "10000", "bankFee": "315", "withdrawal": "10315",
                  "difference": "0" } ] }
        ])
    );
    let run = quote(&format!("--tiers {TABLE} --receive 29700 --receive 30000"));
    assert_eq!(run.status, 0);
    insta::assert_snapshot!(run.stdout, @r"
    payments that give the payee 29,700
    payment  kept back  transfer  bank's fee  withdrawal  difference
     29,810        110    29,700         110      29,810           0
     30,030        330    29,700         110      29,810        +220

    payments that give the payee 30,000
    payment  kept back  transfer  bank's fee  withdrawal  difference
     30,330        330    30,000         330      30,330           0
    ");
}

#[test]
fn amounts_that_no_payment_gives() {
    let falling = "--tiers 0:330,30000:110";
    for (options, status, message) in [
        (format!("{falling} --receive 29669"), 0, ""),
        (
            format!("{falling} --receive 29670"),
            1,
            "no payment gives the payee 29,670: 29,999 gives 29,669, 30,000 gives 29,890",
        ),
        (format!("{falling} --receive 29890"), 0, ""),
        (
            format!("{falling} --receive 0"),
            1,
            "a payee receives at least 1, and payments have at most 15 digits",
        ),
        (format!("{falling} --receive 999999999999999"), 1, "a payee receives at least 1"),
        (format!("{falling} --receive 1,000"), 1, "form.amount: `1,000` is no amount"),
        (format!("{falling} --receive 29670 --lang ja"), 1, "受取額が 29,670 になる支払金額はありません"),
    ] {
        let run = quote(&options);
        assert_eq!((run.status, run.stderr.as_str()), (status, ""), "{options}");
        assert!(run.stdout.contains(message), "{options}\n{}", run.stdout);
    }
    let run = quote(&format!("{falling} --receive 29670 --format json"));
    let answer: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((run.status, &answer[0]["error"]["code"]), (1, &json!("fee.receive.none")));
}
