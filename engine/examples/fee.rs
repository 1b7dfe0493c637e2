//! A fee alone: no document, no company, only a table and a method.
//!
//! Run it with `cargo run -p kessai --example fee`.

use std::error::Error;
use std::fmt::Write;

use kessai::terms::Method;
use kessai::{FeeRule, FeeTable};

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", run()?);
    Ok(())
}

/// What the program prints.
pub fn run() -> Result<String, Box<dyn Error>> {
    let mut page = String::new();
    // 110 yen, from 30,000 yen on 330 yen: what is kept back from the payee, and what the bank charges.
    let table = FeeTable::new(&[(0, 110), (30_000, 330)])?;

    // Around a bound the methods (手数料計算方法) part: what is left after the fee may be below the bound again.
    for method in ["fixed", "addLowerFee", "addUpperFee", "iterative"] {
        let method: Method = method.parse()?;
        let rule = FeeRule::payee_borne(table.clone(), table.clone(), method)?;
        write!(page, "{method}:")?;
        for payment in [29_999, 30_000, 30_110, 30_330] {
            match rule.quote(payment) {
                Ok(fee) => write!(page, " {payment}-{}={}", fee.deducted, fee.transfer)?,
                Err(why) => write!(page, " {payment}: {why:?}")?,
            }
        }
        writeln!(page)?;
    }
    Ok(page)
}
