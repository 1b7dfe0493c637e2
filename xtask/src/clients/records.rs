//! Records in other languages: every position as the page of them has it, and transfers that are decided as their JSON is.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use serde_json::{Value, json};

use crate::clients::{Place, decided, source};
use crate::{Result, root, tools};

/// A line of the programs' input; nothing is missing.
struct Transfer {
    bank: &'static str,
    branch: &'static str,
    payment: String,
    bearer: &'static str,
}

/// Each place of a payee with amounts on both sides of the fees' and limits' bounds, and what is missing or malformed.
fn transfers() -> Vec<Transfer> {
    let amounts = ["", "0", "1", "110", "29999", "30000", "30330", "999999", "10000000", "99999999999", "1x"];
    let payees = [("0169", "101"), ("0169", "202"), ("0005", "001"), ("", "101"), ("0005", "")];
    let mut made = Vec::new();
    for (bank, branch) in payees {
        for bearer in ["1", "2", ""] {
            made.extend(amounts.map(|payment| Transfer {
                bank,
                branch,
                payment: payment.to_owned(),
                bearer,
            }));
            let step = (1..40_u32).map(|n| n.saturating_mul(1_103).to_string());
            made.extend(step.map(|payment| Transfer { bank, branch, payment, bearer }));
        }
    }
    made
}

/// The same request as the programs make of a line.
fn request(transfer: &Transfer) -> String {
    let used =
        |limit: &str| json!({ "limit": limit, "account": "081-1-0100001", "day": "2026-11-20", "used": "0" });
    let mut payee = json!({ "kind": "preRegistered" });
    let mut request = json!({
        "user": "taro01", "business": "transfer", "operation": "create", "account": "081-1-0100001",
        "now": "2026-11-20T10:15:00+09:00", "valueDate": "2026-11-24", "approvers": ["hanako01"],
        "usage": [used("accountPerDay.total"), used("accountPerDay.preRegistered")],
    });
    let put = |object: &mut Value, name: &str, text: &str| {
        if let (Some(object), false) = (object.as_object_mut(), text.is_empty()) {
            object.insert(name.to_owned(), text.into());
        }
    };
    put(&mut payee, "bank", transfer.bank);
    put(&mut payee, "branch", transfer.branch);
    put(&mut request, "payment", &transfer.payment);
    let bearer = match transfer.bearer {
        "1" => "payer",
        "2" => "payee",
        other => other,
    };
    put(&mut request, "bearer", bearer);
    if let Some(object) = request.as_object_mut() {
        object.insert("payee".to_owned(), payee);
    }
    request.to_string()
}

/// What a program prints of the verdict.
fn line(verdict: &Value) -> Result<String> {
    let outcome = match verdict.get("outcome").and_then(Value::as_str) {
        Some("accepted") => "00",
        Some("needsApproval") => "04",
        Some("incomplete") => "08",
        Some("refused") => "12",
        other => return Err(format!("the outcome {other:?} has no return code").into()),
    };
    let amount =
        |name: &str| verdict.pointer(&format!("/fee/{name}")).and_then(Value::as_str).unwrap_or_default();
    let reasons = verdict.get("reasons").and_then(Value::as_array).map_or(0, Vec::len);
    Ok(format!("{outcome} {:0>18} {:0>18} {reasons:06}", amount("bankFee"), amount("withdrawal")))
}

pub(super) fn check(place: &Place) -> Result {
    layout(place)?;
    let transfers = transfers();
    let mut input = String::new();
    for Transfer { bank, branch, payment, bearer } in &transfers {
        writeln!(input, "{bank},{branch},{payment},{bearer}")?;
    }
    fs::write(place.file("transfers"), input)?;
    let verdicts = decided(transfers.iter().map(request))?;
    let want = verdicts.iter().map(line).collect::<Result<Vec<_>>>()?;
    for outcome in ["04", "08", "12"] {
        if !want.iter().any(|line| line.starts_with(outcome)) {
            return Err(format!("no transfer comes to {outcome}").into());
        }
    }
    let documents = ["service.json", "company.json", "transfers"];
    let library = place.prefix.join("lib/libkessai.so.0");

    for compiler in ["gcc", "clang"] {
        let out = place.file(&format!("records-{compiler}"));
        let flags =
            ["-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic", "-Wconversion", "-O1", "-pthread"];
        let compile = place.program(compiler).args(flags).arg(source("examples/records.c"));
        compile.args(place.flags(&["--cflags", "--libs"])?).arg("-o").arg(&out).run()?;
        compare(&format!("C by {compiler}"), &place.program(out).args(documents).output()?, &want)?;
    }

    let script = source("examples/python/records.py");
    let printed = place.program("python3").arg(script).arg(&library).args(documents).output()?;
    compare("Python", &printed, &want)?;

    let out = place.file("records-go");
    place.go().args(["build", "-o"]).arg(&out).arg(source("examples/go/records/records.go")).run()?;
    compare("Go", &place.program(out).args(documents).output()?, &want)?;

    let classes = place.java_of_today("examples/java/Records.java")?;
    let java = place.program(tools::java_runtime()).args(["--enable-native-access=ALL-UNNAMED", "-cp"]);
    let printed = java.arg(classes).arg("Records").arg(&library).args(documents).output()?;
    compare("Java", &printed, &want)
}

fn compare(language: &str, printed: &[u8], want: &[String]) -> Result {
    let printed = String::from_utf8_lossy(printed);
    let got: Vec<&str> = printed.lines().collect();
    if let Some((at, (got, want))) =
        got.iter().zip(want).enumerate().find(|(_, (got, want))| *got != &want.as_str())
    {
        return Err(format!("{language}: transfer {at} comes to {got} and not to {want}").into());
    }
    if got.len() != want.len() {
        return Err(format!("{language}: {} of {} transfers are decided", got.len(), want.len()).into());
    }
    println!("{language}, by records: {} transfers, the same fees and outcomes", want.len());
    Ok(())
}

/// Lets C compilers say whether they see every field where the page has it.
fn layout(place: &Place) -> Result {
    let page = fs::read_to_string(root().join("docs/records.md"))?;
    let mut program = "#include <stddef.h>\n#include <kessai.h>\n".to_owned();
    let (mut count, mut record, mut size) = (0_usize, "", "");
    // The fields of the record so far, as C names one: a table by its first entry.
    let mut names = BTreeMap::<&str, String>::new();
    for line in page.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            size = heading.split_once('(').and_then(|(_, rest)| rest.split_once(' ')).ok_or(heading)?.0;
        } else if line.starts_with("`kessai_record_") {
            record = line.split('`').nth(1).ok_or(line)?;
            names.clear();
            writeln!(program, "_Static_assert(sizeof({record}) == {size}, \"{record}\");")?;
            writeln!(program, "_Static_assert(_Alignof({record}) == 1, \"{record}\");")?;
        } else if let [_, at, name, _, kind, ..] =
            line.split('|').map(str::trim).collect::<Vec<_>>().as_slice()
            && let Ok(at) = at.parse::<usize>()
        {
            let name = name.trim_matches('`');
            let full = match name.rsplit_once('.') {
                None => name.to_owned(),
                Some((table, field)) => format!("{}.{field}", names.get(table).ok_or(name)?),
            };
            let first = format!("{full}{}", if kind.contains('×') { "[0]" } else { "" });
            let at = at.checked_sub(1).ok_or("positions begin with 1")?;
            writeln!(program, "_Static_assert(offsetof({record}, {first}) == {at}, \"{record} {name}\");")?;
            names.insert(name, first);
            count = count.saturating_add(1);
        }
    }
    if count < 200 {
        return Err(format!("docs/records.md is not read: {count} fields").into());
    }
    fs::write(place.file("layout.c"), program)?;
    for compiler in ["gcc", "clang"] {
        let flags = ["-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic", "-fsyntax-only"];
        place.program(compiler).args(flags).args(place.flags(&["--cflags"])?).arg("layout.c").run()?;
    }
    println!("C: {count} fields of records where the page has them");
    Ok(())
}
