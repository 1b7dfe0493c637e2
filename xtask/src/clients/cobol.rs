//! COBOL programs: the one that docs/cobol.md begins with in each way of linking, and the batch of the example.

use std::fs;

use crate::clients::pages::{LINES_MAX, first_block};
use crate::clients::{Place, decided, member};
use crate::{Result, root};

/// What the page says that its program says.
const SAID: &str = "OUTCOME 08 FEE 000000000000000330 MISSING 000003";

pub(super) fn check(place: &Place) -> Result {
    let program = first_block("docs/cobol.md", "cobol")?;
    let page = fs::read_to_string(root().join("docs/cobol.md"))?;
    if program.lines().count() > LINES_MAX || !page.contains(SAID) {
        return Err("docs/cobol.md begins with a longer program, or says of it what it does not say".into());
    }
    fs::write(place.file("ask.cob"), program)?;
    copybook(place)?;
    each_way_of_linking(place)?;
    bulk(place)
}

fn copybooks(place: &Place) -> Result<String> {
    Ok(place.flags(&["--variable=copybooks"])?.concat())
}

/// The copybook in the dialects that compilers are used with.
fn copybook(place: &Place) -> Result {
    for dialect in ["default", "ibm", "ibm-strict", "mf-strict", "cobol2014", "cobol85"] {
        let standard = format!("-std={dialect}");
        place
            .program("cobc")
            .args(["-fsyntax-only", &standard, "-I", &copybooks(place)?])
            .arg(root().join("bindings-c/tests/cobol/sizes.cob"))
            .run()?;
    }
    let out = place.file("sizes");
    place
        .program("cobc")
        .args(["-x", "-std=ibm", "-I", &copybooks(place)?])
        .arg(root().join("bindings-c/tests/cobol/sizes.cob"))
        .arg("-o")
        .arg(&out)
        .run()?;
    let printed = String::from_utf8(place.program(out).output()?)?;
    for line in printed.lines() {
        let mut words = line.split_whitespace();
        let (Some(name), Some(size)) = (words.next(), words.next()) else { return Err(line.into()) };
        let heading = format!("## {name} ({} bytes)", size.trim_start_matches('0'));
        if !fs::read_to_string(root().join("docs/records.md"))?.contains(&heading) {
            return Err(format!("COBOL says {line}, and docs/records.md another size").into());
        }
    }
    if printed.lines().count() < 10 { Err("the sizes of the records are not printed".into()) } else { Ok(()) }
}

fn each_way_of_linking(place: &Place) -> Result {
    let lib = place.flags(&["--variable=libdir"])?.concat();
    let archive = place.flags(&["--variable=archive"])?.concat();
    let rpath = format!("-Wl,-rpath,{lib}");
    let direct = place.flags(&["--libs"])?;
    let direct = ["-static"].into_iter().chain(direct.iter().map(String::as_str)).chain(["-Q", &rpath]);
    let shared = format!("-Wl,--no-as-needed -L{lib} -lkessai -Wl,-rpath,{lib}");
    let ways: [(&str, Vec<&str>); 4] = [
        ("static", vec!["-static", &archive, "-lpthread", "-ldl"]),
        ("direct", direct.collect()),
        ("linked", vec!["-Q", &shared]),
        ("loaded", vec![]),
    ];
    for (way, flags) in ways {
        let out = place.file(&format!("ask-{way}"));
        place
            .program("cobc")
            .args(["-x", "-std=ibm", "-I", &copybooks(place)?, "ask.cob", "-o"])
            .arg(&out)
            .args(flags)
            .run()?;
        let mut program = place.program(out);
        if way == "loaded" {
            program = program.env("COB_PRE_LOAD", "libkessai").env("COB_LIBRARY_PATH", &lib);
        } else {
            program = program.env("LD_LIBRARY_PATH", "");
        }
        let printed = String::from_utf8(program.output()?)?;
        if printed.trim_end() != SAID {
            return Err(format!("COBOL, {way}: {printed}").into());
        }
    }
    println!("COBOL: the same verdict, linked in four ways");
    Ok(())
}

/// A data record of a Zengin file (総合振込).
fn data_record(bank: &str, branch: &str, number: &str, name: &str, amount: u32) -> String {
    let blank = " ".repeat(15);
    let record =
        format!("2{bank}{blank}{branch}{blank}00001{number}{name:<30}{amount:010}0{:<20}7        ", "");
    debug_assert_eq!(record.len(), 120);
    record
}

/// The example's batch: the same sums and fees as the engine's in Rust.
fn bulk(place: &Place) -> Result {
    let payments = [50_000_u32, 30_329, 1_234, 29_999];
    let mut file = format!("1{:119}", "");
    let mut items = Vec::new();
    for (at, payment) in (1_000_001_u32..).zip(payments) {
        file.push_str(&data_record("0169", "101", &at.to_string(), "KESSAI", payment));
        items.push(format!(
            r#"{{"payee":{{"bank":"0169","branch":"101","type":"1","number":"{at}","name":"KESSAI"}},"payment":"{payment}","bearer":"payee"}}"#
        ));
    }
    fs::write(place.file("bulk.dat"), format!("{file}8{:119}9{:119}", "", ""))?;
    let request = format!(
        r#"{{"user":"taro01","business":"bulkTransfer","operation":"create","account":"081-1-0100001","now":"2026-11-20T10:15:00+09:00","valueDate":"2026-11-24","entry":"screen","approvers":["hanako01","ichiro01"],"usage":[{{"limit":"companyPerDay","business":"bulkTransfer","day":"2026-11-20","used":"0"}}],"items":[{}]}}"#,
        items.join(",")
    );
    let verdict = decided(std::iter::once(request))?.pop().ok_or("no verdict")?;
    let amount = |fee: &serde_json::Value, name: &str| -> Result<String> {
        let text = fee.get(name).and_then(serde_json::Value::as_str).ok_or("the verdict has no such fee")?;
        Ok(format!("{text:0>18}"))
    };
    let fee = member(&verdict, "fee")?;
    let mut want = format!(
        "OUTCOME 04 PAYMENT {} FEE {} WITHDRAWAL {}\n",
        amount(fee, "payment")?,
        amount(fee, "bankFee")?,
        amount(fee, "withdrawal")?
    );
    for (number, item) in (1..).zip(member(&verdict, "items")?.as_array().into_iter().flatten()) {
        let fee = member(item, "fee")?;
        want.push_str(&format!(
            "ITEM {number:06} TRANSFER {} FEE {} REASONS 0000\n",
            amount(fee, "transfer")?,
            amount(fee, "bankFee")?
        ));
    }
    let out = place.file("bulk");
    place
        .program("cobc")
        .args(["-x", "-static", "-std=ibm", "-I", &copybooks(place)?])
        .arg(root().join("bindings-c/examples/cobol/bulk.cob"))
        .arg("-o")
        .arg(&out)
        .args(place.flags(&["--variable=archive"])?)
        .args(["-lpthread", "-ldl"])
        .run()?;
    // Its end is the outcome: 4.
    let shell = format!("'{}' || [ $? = 4 ]", out.display());
    let printed = String::from_utf8(place.program("sh").args(["-c", &shell]).output()?)?;
    if printed == want {
        Ok(())
    } else {
        Err(format!("the batch in COBOL:\n{printed}and not\n{want}").into())
    }
}
