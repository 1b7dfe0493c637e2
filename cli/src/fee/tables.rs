//! The options from which a fee rule is made.

use clap::ValueEnum;
use clap::builder::PossibleValue;
use kessai::terms::{Bearer, Method};
use kessai::{Currency, FeeRule, FeeTable};

use crate::session::{Failure, Session};

/// Tables, method and bearer.
#[derive(Debug, clap::Args)]
pub struct TableArgs {
    /// Fee table by which the fee is kept back: FROM:FEE,... with rising bounds, such as 0:110,30000:330
    #[arg(long, value_parser = tiers, value_name = "TIERS")]
    tiers: FeeTable,
    /// The bank's own fee table, looked up by what is transferred [default: --tiers]
    #[arg(long, value_parser = tiers, value_name = "TIERS")]
    bank_tiers: Option<FeeTable>,
    /// How the fee in a payment is found (手数料計算方法)
    #[arg(long, value_enum, default_value = "fixed")]
    method: MethodArg,
    /// The fee to keep back with --method typed (指定金額)
    #[arg(long, value_parser = amount, value_name = "N", required_if_eq("method", "typed"))]
    typed_fee: Option<i64>,
    /// Who bears the fee: payee 先方負担, payer 当方負担 (nothing is kept back)
    #[arg(long, value_enum, default_value = "payee")]
    bearer: BearerArg,
    /// Smallest payment from which the fee is kept back (適用最低支払金額)
    #[arg(long, value_parser = amount, value_name = "N", default_value = "0")]
    minimum: i64,
}

impl TableArgs {
    /// The rule that the options state.
    ///
    /// # Errors
    ///
    /// Options that contradict each other, or bounds that cross when the method moves them.
    pub fn rule(&self, session: &Session) -> Result<FeeRule, Failure> {
        if self.typed_fee.is_some() && self.method.0 != Method::Typed {
            return Err(Failure::new(session.say(
                "`--typed-fee` goes with `--method typed` only",
                "`--typed-fee` は `--method typed` のときだけ指定できます",
            )));
        }
        let bank = self.bank_tiers.as_ref().unwrap_or(&self.tiers).clone();
        let rule = match self.bearer.0 {
            Bearer::Payer => FeeRule::payer_borne(bank),
            Bearer::Payee => FeeRule::payee_borne(self.tiers.clone(), bank, self.method.0)
                .map_err(|error| Failure::new(error.to_string()))?,
        };
        Ok(rule.with_typed_fee(self.typed_fee.unwrap_or(0)).with_minimum(self.minimum))
    }
}

/// An amount in yen.
fn amount(text: &str) -> Result<i64, String> {
    Currency::JPY
        .parse(text)
        .ok_or_else(|| "an amount is written in digits, without sign, comma or leading zero".to_owned())
}

/// `FROM:FEE,...`.
fn tiers(text: &str) -> Result<FeeTable, String> {
    let tier = |part: &str| {
        let (from, fee) = part.split_once(':').ok_or_else(|| format!("`{part}` is not FROM:FEE"))?;
        match (Currency::JPY.parse(from), Currency::JPY.parse(fee)) {
            (Some(from), Some(fee)) => Ok((from, fee)),
            _ => Err(format!("`{part}` is not FROM:FEE in digits")),
        }
    };
    let tiers = text.split(',').map(tier).collect::<Result<Vec<_>, String>>()?;
    FeeTable::new(&tiers).map_err(|error| error.to_string())
}

/// A method by its name in documents.
#[derive(Clone, Copy, Debug)]
struct MethodArg(Method);

const METHODS: &[MethodArg] = &[
    MethodArg(Method::Fixed),
    MethodArg(Method::AddLowerFee),
    MethodArg(Method::AddUpperFee),
    MethodArg(Method::Iterative),
    MethodArg(Method::ClampLower),
    MethodArg(Method::ClampUpper),
    MethodArg(Method::Typed),
];

impl ValueEnum for MethodArg {
    fn value_variants<'a>() -> &'a [Self] {
        METHODS
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.name()).help(match self.0 {
            Method::Fixed => "据置型: bounds as printed",
            Method::AddLowerFee => "未満手数料加算型: bounds moved up by the fee below them",
            Method::AddUpperFee => "以上手数料加算型: bounds moved up by the fee above them",
            Method::Iterative => "手数料を含んだ金額: three look-ups in turn",
            Method::ClampLower => {
                "未満手数料加算型 of accounting programs: the transfer stops below the bound"
            }
            Method::ClampUpper => "以上手数料加算型 of accounting programs: the transfer stops on the bound",
            Method::Typed => "指定金額: the fee is given by --typed-fee",
            _ => "",
        }))
    }
}

/// A bearer by its name in documents.
#[derive(Clone, Copy, Debug)]
struct BearerArg(Bearer);

impl ValueEnum for BearerArg {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self(Bearer::Payee), Self(Bearer::Payer)]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.name()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_method_of_the_engine_can_be_chosen() {
        let names: Vec<_> = METHODS.iter().map(|method| method.0).collect();
        assert_eq!(names, Method::ALL);
    }

    #[test]
    fn tables_are_read_strictly() {
        for text in
            ["", "0", "0:", ":1", "0:110,", "0:110 ,1:2", "00:110", "0:-1", "0:1.5", "0:1,0:2", "5:1,3:2"]
        {
            assert!(tiers(text).is_err(), "{text}");
        }
        assert!(tiers("0:110,30000:330").is_ok());
    }
}
