//! The examples are compiled and run, and print what they say.

#![allow(dead_code, reason = "each example has a main of its own")]

#[path = "../examples/fee.rs"]
mod fee;
#[path = "../examples/form.rs"]
mod form;
#[path = "../examples/item.rs"]
mod item;
#[path = "../examples/transfer.rs"]
mod transfer;

#[test]
fn transfer() {
    let expected = "\
transfer 29999 after a fee of 330
to be approved by hanako01
accountPerDay.total on 2026-11-20: 29999
accountPerDay.adHoc on 2026-11-20: 29999
then: refused
form.amount /payment: This is not an amount.
The approver is missing.
";
    assert_eq!(transfer::run().unwrap(), expected);
}

#[test]
fn item() {
    let expected = "\
submit: Awaiting final approval
approve: refused: The user has no right to this operation. Only an approver named in the item may do this.
approve: Approved
execute: Executed
accountPerDay.total on 2026-11-20: 29999
accountPerDay.adHoc on 2026-11-20: 29999
";
    assert_eq!(item::run().unwrap(), expected);
}

#[test]
fn fee() {
    let expected = "\
fixed: 29999-110=29889 30000-330=29670 30110-330=29780 30330-330=30000
addLowerFee: 29999-110=29889 30000-110=29890 30110-330=29780 30330-330=30000
addUpperFee: 29999-110=29889 30000-110=29890 30110-110=30000 30330-330=30000
iterative: 29999-110=29889 30000-110=29890 30110-330=29780 30330-330=30000
";
    assert_eq!(fee::run().unwrap(), expected);
}

#[test]
fn form() {
    let expected = r#"incomplete
missing: /role /enabled
valid: {"id":"saburo01","role":"general","enabled":true,"accounts":["081-1-0253326"],"rights":["inquiry.balance"]}
"#;
    assert_eq!(form::run().unwrap(), expected);
}
