//! The function for PostgreSQL in a server of its own, over a table of 100,000 rows.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::clients::{Place, decided, member};
use crate::run::{Program, program};
use crate::{Result, root};

const ROWS: u32 = 100_000;

/// The request of a row, as the query makes it, too.
const REQUEST: [&str; 2] = [
    r#"{"user":"taro01","business":"transfer","operation":"create","account":"081-1-0100001","now":"2026-11-20T10:15:00+09:00","valueDate":"2026-11-24","payee":{"kind":"preRegistered","bank":"0169","branch":"101"},"bearer":"payer","approvers":["hanako01"],"usage":[{"limit":"accountPerDay.total","account":"081-1-0100001","day":"2026-11-20","used":"0"},{"limit":"accountPerDay.preRegistered","account":"081-1-0100001","day":"2026-11-20","used":"0"}],"payment":""#,
    r#""}"#,
];

/// A server that ends with this.
struct Server {
    folder: PathBuf,
    programs: PathBuf,
}

impl Server {
    /// A program of the server's, as its user: it does not run as root.
    fn program(&self, name: &str) -> Result<Program> {
        let path = self.programs.join(name);
        let root = program("id").args(["-u"]).output()?.trim_ascii() == b"0";
        let program = if root {
            program("setpriv").args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(path)
        } else {
            program(path)
        };
        Ok(program.within(&self.folder))
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let stop = |server: &Self| -> Result {
            let stop = ["--mode=immediate", "--silent", "stop", "-D"];
            server.program("pg_ctl")?.args(stop).arg(server.data()).run()
        };
        if let Err(error) = stop(self) {
            println!("{error}");
        }
        let _kept = fs::remove_dir_all(&self.folder);
    }
}

pub(super) fn check(place: &Place) -> Result {
    let tool = |what: &str| -> Result<PathBuf> {
        let said = program("pg_config").args([what]).output()?;
        Ok(PathBuf::from(String::from_utf8(said)?.trim()))
    };
    let folder = std::env::temp_dir().join(format!("kessai-postgres-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let server = Server { folder, programs: tool("--bindir")? };
    build(place, &server.folder)?;
    // The server's user owns what it writes to.
    if program("id").args(["-u"]).output()?.trim_ascii() == b"0" {
        program("chown").args(["-R", "postgres"]).arg(&server.folder).run()?;
    }
    server
        .program("initdb")?
        .args(["--no-sync", "--auth=trust", "--username=kessai", "-D"])
        .arg(server.data())
        .output()?;
    let options = format!("-k {} -c listen_addresses= -c fsync=off", server.folder.display());
    let log = server.folder.join("log");
    server
        .program("pg_ctl")?
        .args(["--silent", "--wait", "start", "-o", &options, "-l"])
        .arg(&log)
        .arg("-D")
        .arg(server.data())
        .run()?;
    let printed = query(&server)?;
    let want = counted()?;
    if printed == want {
        println!("PostgreSQL: {ROWS} rows, the same sums");
        Ok(())
    } else {
        Err(format!("PostgreSQL:\n{printed}and not\n{want}").into())
    }
}

/// The example by its own Makefile, with a library beside it that the server's user may read.
fn build(place: &Place, folder: &Path) -> Result {
    for file in ["kessai_pg.c", "Makefile", "kessai_pg.sql"] {
        fs::copy(root().join("bindings-c/examples/postgres").join(file), folder.join(file))?;
    }
    let command = "make --quiet with_llvm=no";
    place.program("sh").args(["-euc", command]).within(folder).run()?;
    fs::copy(place.prefix.join("lib/libkessai.so.0"), folder.join("libkessai.so.0"))?;
    Ok(())
}

fn query(server: &Server) -> Result<String> {
    let function = fs::read_to_string(root().join("bindings-c/examples/postgres/kessai_pg.sql"))?;
    let function = function.replace("'kessai_pg'", &format!("'{}/kessai_pg'", server.folder.display()));
    let document = |name: &str| fs::read_to_string(root().join("fixtures/seven").join(name));
    let [before, behind] = REQUEST;
    let sql = format!(
        "SET client_min_messages = warning;
{function}
CREATE TABLE documents AS SELECT $service${}$service$::text AS service, $company${}$company$::text AS company;
CREATE TABLE requests AS SELECT '{before}' || (n * 37 % 2000000) || '{behind}' AS request FROM generate_series(1, {ROWS}) AS n;
SELECT verdict->>'outcome', count(*), sum((verdict->'fee'->>'bankFee')::bigint)
  FROM (SELECT kessai_evaluate(service, company, request)::json AS verdict FROM requests, documents) AS decided
  GROUP BY 1 ORDER BY 1;
SELECT kessai_evaluate(service, company, NULL) IS NULL FROM documents;
DO $do$ BEGIN
  PERFORM kessai_evaluate(service, company, '{{}}' || 'x') FROM documents;
  RAISE 'no error';
EXCEPTION WHEN invalid_parameter_value THEN RAISE NOTICE 'refused';
END $do$;
",
        document("service.json")?,
        document("company.json")?
    );
    let file = server.folder.join("query.sql");
    fs::write(&file, sql)?;
    let printed = server
        .program("psql")?
        .args([
            "--no-psqlrc",
            "--quiet",
            "--tuples-only",
            "--no-align",
            "--set=ON_ERROR_STOP=1",
            "--username=kessai",
        ])
        .arg(format!("--host={}", server.folder.display()))
        .args(["--dbname=postgres", "--file"])
        .arg(&file)
        .output()?;
    Ok(String::from_utf8(printed)?)
}

/// What the query prints, by the engine in Rust.
fn counted() -> Result<String> {
    let [before, behind] = REQUEST;
    let payments =
        (1..=ROWS).map(|row| u64::from(row).saturating_mul(37).checked_rem(2_000_000).unwrap_or(0));
    let mut sums = BTreeMap::<String, (u64, Option<u64>)>::new();
    for verdict in decided(payments.map(|payment| format!("{before}{payment}{behind}")))? {
        let outcome = member(&verdict, "outcome")?.as_str().ok_or("a verdict without an outcome")?.to_owned();
        let fee = verdict
            .pointer("/fee/bankFee")
            .and_then(serde_json::Value::as_str)
            .map(str::parse::<u64>)
            .transpose()?;
        let (count, sum) = sums.entry(outcome).or_default();
        *count = count.saturating_add(1);
        *sum = fee.map(|fee| sum.unwrap_or(0).saturating_add(fee)).or(*sum);
    }
    let line = |(outcome, (count, sum)): (String, (u64, Option<u64>))| {
        format!("{outcome}|{count}|{}\n", sum.map(|sum| sum.to_string()).unwrap_or_default())
    };
    Ok(sums.into_iter().map(line).chain(["t\n".to_owned()]).collect())
}
