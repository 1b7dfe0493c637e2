//! Reasons of the fee step. What does it cost?

/// Puts these rows behind others.
macro_rules! with_fee {
    ($($rows:tt)*) => { with_limit! { $($rows)* Fee {
        /// No fee table is in force on this date.
        FeeNoTableInForce = 401 "fee.noTableInForce" "FEE-NO-TABLE-IN-FORCE" {
            ja: "指定日に適用される手数料がありません。",
            en: "No fee table is in force on this date.",
        }
        /// The company has no fee for this pattern.
        FeeNoTableForPattern = 402 "fee.noTableForPattern" "FEE-NO-PATTERN-TABLE" {
            ja: "この振込パターンの手数料が登録されていません。",
            en: "The company's own table has no fee for this kind of payee.",
        }
        /// The pattern given is not the one computed.
        FeePatternDisagrees = 403 "fee.pattern.disagrees" "FEE-PATTERN-DISAGREES" {
            figures: &[("expected", FigureKind::Text, Given::Always)],
            ja: "振込パターンが振込先と一致しません。",
            en: "The pattern does not agree with the payee.",
            ways: [("正しい振込パターンは「{expected}」です。", "It is `{expected}`.")],
        }
        /// The bank does not offer payee-borne fees here.
        FeePayeeBorneNotOffered = 404 "fee.payeeBorne.notOffered" "FEE-PAYEE-NOT-OFFERED" {
            ja: "この業務では先方負担をご利用いただけません。",
            en: "In this business the payee cannot bear the fee.",
        }
        /// The company has not set up payee-borne fees.
        FeePayeeBorneNotSet = 405 "fee.payeeBorne.notSet" "FEE-PAYEE-NOT-SET" {
            ja: "先方負担手数料が設定されていません。企業情報をご確認ください。",
            en: "The company has not set its payee-borne fees.",
        }
        /// Nothing would be left to transfer.
        FeeNotLessThanPayment = 406 "fee.notLessThanPayment" "FEE-TAKES-PAYMENT" {
            figures: &[("min", FigureKind::Amount, Given::IfKnown)],
            ja: "支払金額から振込金額が残りません。",
            en: "Nothing of the payment is left to transfer.",
            ways: [
                ("{min}以上の金額を入力してください。", "It is at least {min}."),
                ("先方負担手数料より大きい金額を入力してください。", "It must be more than the payee's fee."),
            ],
        }
        /// An amount has more than 18 digits.
        FeeAmountTooLarge = 407 "fee.amountTooLarge" "FEE-AMOUNT-TOO-LARGE" {
            ja: "金額が取扱可能な桁数を超えています。",
            en: "The amount has more digits than can be handled.",
        }
    } } };
}
