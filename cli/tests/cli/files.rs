//! Files that are no files, too large, or written by several programs at once; and what is printed of their names.
#![cfg(unix)]

use std::fs::{self, File, OpenOptions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::common::{Folder, Run, of, program, run, run_with};

/// A bank's documents and request, and the path of a case file that is not there yet.
fn bank() -> (Folder, [String; 4]) {
    let folder = Folder::like("ehime");
    let paths = ["service.json", "company.json", "request.json", "cases.json"].map(|name| folder.path(name));
    (folder, paths)
}

fn save(paths: &[String; 4], more: &[&str]) -> Run {
    let [service, company, request, cases] = paths;
    run(&[&["evaluate", service, company, request, "--save-case", cases], more].concat())
}

fn fifo(folder: &Folder) -> String {
    let path = folder.path("fifo.json");
    assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
    path
}

fn sparse(path: &str, bytes: u64) {
    File::create(path).unwrap().set_len(bytes).unwrap();
}

/// Every way into the program, with what is no plain file in each place.
#[test]
fn nothing_but_plain_files_is_read() {
    let (folder, [service, company, request, _]) = bank();
    let fifo = fifo(&folder);
    let start = Instant::now();
    for odd in [fifo.as_str(), "/dev/zero", "/dev/full"] {
        for args in [
            &["check", odd][..],
            &["check", &service, odd],
            &["evaluate", odd, &company, &request],
            &["evaluate", &service, odd, &request],
            &["evaluate", &service, &company, odd],
            &["evaluate", &service, &company, &request, "--save-case", odd],
            &["replay", odd, &service, &company, &request],
            &["item", "advance", &service, &company, odd],
            &["form", "check", &service, &company, odd],
            &["form", "import", &service, &company, odd],
            &["form", "copy-fees", odd, "--business", "transfer", "--bearer", "payee", "--on", "2026-11-20"],
            &["largest", &service, &company, odd],
            &["possible", &service, &company, odd],
            &["test", odd],
        ] {
            let run = run(args);
            assert_eq!(run.status, 2, "{args:?}");
            assert!(run.stderr.contains("it is no plain file"), "{args:?}\n{}", run.stderr);
        }
    }
    let found = run(&["test", &folder.path("")]);
    assert!(found.stderr.contains("fifo.json`: it is no plain file"), "{}", found.stderr);
    assert!(start.elapsed() < Duration::from_secs(60), "nothing waits for a pipe");
}

/// More than a kind may have is not read; the files have no bytes on the disk, and the program takes none for them.
#[test]
fn large_files_are_refused_by_their_kind() {
    let (folder, [service, company, request, cases]) = bank();
    let large = folder.path("large.json");
    let mib = 1024 * 1024;
    for (bytes, args, words) in [
        (4 * mib + 1, &["check", &large][..], "it is larger than 4 MiB"),
        (4 * mib + 1, &["form", "import", &service, &company, &large], "it is larger than 4 MiB"),
        (32 * mib + 1, &["form", "check", &service, &company, &large], "it is larger than 32 MiB"),
        (32 * mib + 1, &["evaluate", &service, &company, &large], "it is larger than 32 MiB"),
        (32 * mib + 1, &["replay", &large, &service, &company, &request], "it is larger than 32 MiB"),
        (32 * mib + 1, &["test", &large], "it is larger than 32 MiB"),
        (300_000 * mib, &["check", &large], "it is larger than 4 MiB"),
        (300_000 * mib, &["test", &large], "it is larger than 32 MiB"),
    ] {
        sparse(&large, bytes);
        let run = run(args);
        assert_eq!(run.status, 2, "{args:?}");
        assert!(run.stderr.contains(words), "{args:?}\n{}", run.stderr);
    }
    sparse(&cases, 300 * mib);
    let saved = save(&[service.clone(), company, request, cases], &[]);
    assert_eq!(saved.status, 2);
    assert!(saved.stderr.contains("it is larger than 32 MiB"), "{}", saved.stderr);
    let mut zeros = program(&["check", "-"]);
    let zeros = of(zeros.stdin(File::open("/dev/zero").unwrap()).output().unwrap());
    assert!(zeros.stderr.contains("`<stdin>`: it is larger than 4 MiB"), "{}", zeros.stderr);
    let whole = fs::read_to_string(&service).unwrap();
    let padding = usize::try_from(4 * mib).unwrap() - whole.len();
    let filled = folder.write("filled.json", format!("{whole}{}", " ".repeat(padding)));
    assert_eq!(run(&["check", &filled, "--today", "2026-11-20"]).status, 0, "the bound itself");
}

/// Editors on some systems begin every text with it.
#[test]
fn a_byte_order_mark_is_skipped_everywhere() {
    let (folder, paths) = bank();
    let marked = |name: &str| {
        let text = folder.read(name);
        folder.write(&format!("marked-{name}"), format!("\u{feff}{text}"))
    };
    let [service, company, request] = ["service.json", "company.json", "request.json"].map(marked);
    let verdict = run(&["evaluate", &service, &company, &request, "--format", "json"]);
    assert_eq!((verdict.status, verdict.stderr.as_str()), (0, ""));
    let [plain_service, plain_company, plain_request, _] = &paths;
    let plain = run(&["evaluate", plain_service, plain_company, plain_request, "--format", "json"]);
    assert_eq!(verdict.stdout, plain.stdout, "the digests too");
    let kept = folder.write("verdict.json", format!("\u{feff}{}", verdict.stdout));
    assert_eq!(run(&["replay", &kept, &service, &company, &request]).status, 0);
    assert_eq!(save(&paths, &[]).status, 0);
    let cases = folder.write("cases.json", format!("\u{feff}{}", folder.read("cases.json")));
    assert_eq!(run(&["test", &cases]).stdout.lines().last(), Some("1 passed, 0 failed"));
    assert_eq!(save(&paths, &[]).status, 0, "and a case more");
    assert_eq!(run(&["test", &cases]).stdout.lines().last(), Some("2 passed, 0 failed"));
    let question = format!("\u{feff}{}", r#"{ "form": "user", "change": "nobody" }"#);
    let form = run_with(&["form", "check", &service, &company, "-"], &question);
    assert!(form.stderr.contains("nobody"), "it was read: {}", form.stderr);
    let broken = folder.write("broken.json", "\u{feff}{ \"format\": 2 }");
    let found = run(&["check", &broken, "--format", "json"]);
    let found: Value = serde_json::from_str(&found.stdout).unwrap();
    let format = found.as_array().unwrap().iter().find(|finding| finding["path"] == "/format").unwrap();
    let at = |name: &str| format[name].as_u64().unwrap();
    assert_eq!(
        (at("line"), at("column"), at("start"), at("end")),
        (1, 13, 15, 16),
        "bytes are those of the file"
    );
}

/// Twenty programs at once: each case is in the file, or its program has said that it is not.
#[test]
fn no_case_is_lost_among_programs() {
    let (folder, paths) = bank();
    assert_eq!(save(&paths, &[]).status, 0);
    let [service, company, request, cases] = &paths;
    let children: Vec<_> = (0..20)
        .map(|at| {
            let mut one = program(&["evaluate", service, company, request, "--save-case", cases]);
            let one = one.args(["--name", &format!("case {at}")]);
            one.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    let saved =
        children.into_iter().map(|child| of_errors(child.wait_with_output().unwrap())).filter(|saved| *saved);
    let saved = saved.count();
    assert_eq!(saved, 20, "there was time for all");
    let run = run(&["test", cases]);
    assert_eq!(run.stdout.lines().last(), Some("21 passed, 0 failed"));
    assert_eq!(
        names(&folder),
        ["cases.json", "company.json", "request.json", "service.json"],
        "nothing is left"
    );
}

/// Whether a program says that it has saved, which its status says too.
fn of_errors(output: std::process::Output) -> bool {
    let saved = String::from_utf8(output.stderr).unwrap().starts_with("saved in ");
    assert_eq!(saved, output.status.code() == Some(0));
    saved
}

fn names(folder: &Folder) -> Vec<String> {
    let entries = fs::read_dir(folder.path("")).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn links_are_not_followed_and_modes_are_kept() {
    let (folder, paths) = bank();
    let [service, company, _, cases] = &paths;
    let target = folder.write("elsewhere.json", "{}");
    symlink(&target, cases).unwrap();
    let run_linked = save(&paths, &[]);
    assert_eq!(run_linked.status, 2);
    assert!(run_linked.stderr.contains("it is a link"), "{}", run_linked.stderr);
    assert_eq!(folder.read("elsewhere.json"), "{}");
    assert!(fs::symlink_metadata(cases).unwrap().file_type().is_symlink(), "and not replaced");
    fs::remove_file(cases).unwrap();
    symlink(folder.path("nowhere.json"), cases).unwrap();
    assert_eq!(save(&paths, &[]).status, 2, "a link to nothing");
    assert!(!folder.path("nowhere.json").is_empty() && fs::metadata(folder.path("nowhere.json")).is_err());
    fs::remove_file(cases).unwrap();
    let users = folder.write("users.csv", "id,role,enabled\nnew01,general,true\n");
    symlink(&target, folder.path("out.json")).unwrap();
    let out = run(&["form", "import", service, company, &users, "--out", &folder.path("out.json")]);
    assert!(out.status != 0 && folder.read("elsewhere.json") == "{}", "{}{}", out.stdout, out.stderr);

    assert_eq!(save(&paths, &[]).status, 0);
    for mode in [0o600, 0o640, 0o664] {
        fs::set_permissions(cases, fs::Permissions::from_mode(mode)).unwrap();
        assert_eq!(save(&paths, &[]).status, 0);
        assert_eq!(fs::metadata(cases).unwrap().permissions().mode() & 0o7777, mode, "{mode:o}");
    }
}

/// A run that was ended between writing and moving leaves a file, which the next takes away; no link in its place is
/// written through.
#[test]
fn what_an_ended_run_has_left_is_swept() {
    let (folder, paths) = bank();
    let beside = folder.path(".cases.json.kessai-new");
    let target = folder.write("elsewhere.json", "{}");
    symlink(&target, &beside).unwrap();
    assert_eq!(save(&paths, &[]).status, 0);
    fs::write(&beside, "{ \"format\": 1, \"half").unwrap();
    assert_eq!(save(&paths, &[]).status, 0);
    assert_eq!(folder.read("elsewhere.json"), "{}");
    assert!(!names(&folder).iter().any(|name| name.contains("kessai-new")), "{:?}", names(&folder));
    assert_eq!(run(&["test", &paths[3]]).stdout.lines().last(), Some("2 passed, 0 failed"));
}

/// Another program that holds the folder is waited for, and what it has not finished is not lost.
#[test]
fn a_program_that_writes_is_waited_for() {
    let (folder, paths) = bank();
    let held = File::open(folder.path("")).unwrap();
    held.lock().unwrap();
    let [service, company, request, cases] = &paths;
    let mut waiting = program(&["evaluate", service, company, request, "--save-case", cases]);
    let mut waiting = waiting.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(500));
    assert!(waiting.try_wait().unwrap().is_none() && fs::metadata(cases).is_err());
    held.unlock().unwrap();
    assert!(waiting.wait().unwrap().success());
    assert!(fs::metadata(cases).is_ok());
}

/// Signs that clear a screen, turn a line or hide in a name.
const ODD: &str = "a\u{1b}[2J\u{7f}\u{9b}31m\u{200e}\u{200f}\u{61c}\u{202e}\u{2066}\u{feff}b";

fn is_harmless(run: &Run) -> bool {
    let odd = |one: char| {
        (one.is_control() && one != '\n') || "\u{200e}\u{200f}\u{61c}\u{202e}\u{2066}\u{feff}".contains(one)
    };
    !run.stdout.contains(odd) && !run.stderr.contains(odd)
}

#[test]
fn control_characters_are_shown_and_not_sent() {
    let (folder, [service, company, request, _]) = bank();
    let dir = folder.path(ODD);
    let absent = folder.path(&format!("{ODD}.json"));
    let file = folder.write(&format!("{ODD}-here.json"), "{}");
    let named = folder.write("named.json", serde_json::json!({ "user": ODD, "business": ODD }).to_string());
    let users = folder.write("users.csv", format!("id,name,role,{ODD}\n{ODD},{ODD},{ODD},x\n"));
    let cases = folder.path(&format!("{ODD}-cases.json"));
    let mut seen = 0;
    for lang in ["en", "ja"] {
        for args in [
            &["init", "--like", "ehime", "--dir", &dir][..],
            &["init", "--like", "ehime", "--dir", &dir],
            &["init", "--like", ODD],
            &["check", &absent],
            &["check", &file],
            &["check", &service, &file],
            &["check", &service, "--today", ODD],
            &["evaluate", &service, &company, &named],
            &["evaluate", &service, &file, &request],
            &["evaluate", &service, &company, &request, "--save-case", &cases, "--name", ODD],
            &["test", &cases],
            &["test", &folder.path("")],
            &["form", "import", &service, &company, &users],
            &["form", "copy-fees", &service, "--business", ODD, "--bearer", "payee", "--on", "2026-11-20"],
            &["explain", ODD],
            &["fee", "quote", "--tiers", ODD, "100"],
            &[ODD],
            &["check", &format!("--{ODD}")],
            &["schema", ODD],
            &["completions", ODD],
        ] {
            let run = run(&[args, &["--lang", lang]].concat());
            assert!(
                is_harmless(&run),
                "{args:?}\n{}{}",
                run.stdout.escape_debug(),
                run.stderr.escape_debug()
            );
            seen += usize::from(run.stdout.contains('\u{241b}') || run.stderr.contains('\u{241b}'));
        }
    }
    assert!(seen > 25, "most of them name it: {seen}");
}

/// Whatever cannot be printed is told, by the status at least.
#[cfg(target_os = "linux")]
#[test]
fn nothing_that_cannot_be_printed_is_well() {
    let (_folder, [service, company, request, _]) = bank();
    for args in [
        &["--help"][..],
        &["--version"],
        &["check", "--help"],
        &["form", "import", "--help"],
        &["help"],
        &["completions", "bash"],
        &["schema", "service"],
        &["explain"],
        &["check", &service, "--today", "2026-11-20"],
        &["evaluate", &service, &company, &request],
        &["evaluate", &service, &company, &request, "--format", "json"],
        &["fee", "quote", "--tiers", "0:110", "200"],
    ] {
        let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        let run = of(program(args).stdout(full).output().unwrap());
        assert_eq!(run.status, 2, "{args:?}");
        assert!(run.stderr.starts_with("error: "), "{args:?}\n{}", run.stderr);
        let full = || OpenOptions::new().write(true).open("/dev/full").unwrap();
        assert_eq!(program(args).stdout(full()).stderr(full()).status().unwrap().code(), Some(2), "{args:?}");
    }
}
