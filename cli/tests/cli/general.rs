//! What holds for every command.

use std::io::Read;
use std::process::Stdio;

use crate::common::{Folder, of, program, run};

const COMMANDS: [&[&str]; 18] = [
    &["check"],
    &["evaluate"],
    &["item"],
    &["item", "advance"],
    &["form"],
    &["form", "check"],
    &["form", "copy-fees"],
    &["form", "import"],
    &["largest"],
    &["possible"],
    &["replay"],
    &["test"],
    &["fee"],
    &["fee", "quote"],
    &["schema"],
    &["init"],
    &["explain"],
    &["completions"],
];

#[test]
fn help_shows_examples_and_bad_usage_has_status_2() {
    for command in COMMANDS {
        let help = run(&[command, &["--help"][..]].concat());
        assert_eq!((help.status, help.stderr.as_str()), (0, ""), "{command:?}");
        let has_examples =
            help.stdout.contains("Examples:\n  kessai ") || matches!(command, ["fee"] | ["form"] | ["item"]);
        assert!(has_examples && help.stdout.contains("--lang"), "{command:?}\n{}", help.stdout);
        let bad = run(&[command, &["--nonsense"][..]].concat());
        assert_eq!((bad.status, bad.stdout.as_str()), (2, ""), "{command:?}");
        assert!(bad.stderr.contains("--nonsense"), "{command:?}\n{}", bad.stderr);
    }
    assert_eq!(run(&[]).status, 2);
    assert_eq!(run(&["nonsense"]).status, 2);
    let version = run(&["--version"]);
    assert_eq!(
        (version.status, version.stdout.as_str()),
        (0, concat!("kessai ", env!("CARGO_PKG_VERSION"), "\n"))
    );
}

/// Environment, options, and whether the answer is in Japanese.
type Row = (&'static [(&'static str, &'static str)], &'static [&'static str], bool);

#[test]
fn the_language_comes_from_the_option_then_from_the_environment() {
    let quote = ["fee", "quote", "--tiers", "0:110", "200"];
    let table: &[Row] = &[
        (&[], &[], false),
        (&[("LANG", "ja_JP.UTF-8")], &[], true),
        (&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "C")], &[], false),
        (&[("LANG", "en_US.UTF-8"), ("LC_ALL", "ja_JP")], &[], true),
        (&[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "ja")], &[], true),
        (&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "")], &[], true),
        (&[("LANG", "jam")], &[], false),
        (&[("LANG", "fr_FR.UTF-8")], &[], false),
        (&[("LANG", "ja_JP.UTF-8")], &["--lang", "en"], false),
        (&[], &["--lang", "ja"], true),
    ];
    for (environment, options, is_japanese) in table {
        let mut command = program(&quote);
        let run = of(command.args(*options).envs(environment.iter().copied()).output().unwrap());
        assert_eq!(
            run.stdout.contains("支払金額"),
            *is_japanese,
            "{environment:?} {options:?}\n{}",
            run.stdout
        );
    }
}

#[test]
fn colours_only_where_they_are_wanted() {
    let quote = ["fee", "quote", "--tiers", "0:110", "200", "300"];
    let is_coloured = |options: &[&str]| run(&[&quote, options].concat()).stdout.contains('\u{1b}');
    assert!(!is_coloured(&[]), "standard output is no terminal");
    assert!(!is_coloured(&["--color", "never"]));
    assert!(is_coloured(&["--color", "always"]));
    assert!(!is_coloured(&["--color", "always", "--format", "json"]));
}

/// A reader who leaves early, such as `head`, is no fault and no panic.
#[test]
fn a_closed_pipe_is_quiet() {
    let payments = vec!["30329"; 20_000];
    let mut args = vec!["fee", "quote", "--tiers", "0:110,30000:330"];
    args.extend(payments);
    let mut child = program(&args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 10];
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut first).unwrap();
    drop(stdout);
    let run = of(child.wait_with_output().unwrap());
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
}

/// An answer that could not be printed is none.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let run = of(program(&["schema", "service"]).stdout(full).output().unwrap());
    assert_eq!(run.status, 2);
    assert!(run.stderr.starts_with("error: "), "{}", run.stderr);
}

#[test]
fn completions_know_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = run(&["completions", shell]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{shell}");
        assert!(
            run.stdout.contains("evaluate") && run.stdout.contains("--save-case") || shell == "fish",
            "{shell}"
        );
    }
    assert_eq!(run(&["completions", "cmd"]).status, 2);
}

#[test]
fn files_that_cannot_be_read_have_no_answer() {
    let folder = Folder::new();
    let sjis = folder.write("sjis.json", [b'{', 0x90, 0x55]);
    let absent = folder.path("absent.json");
    let here = folder.path("");
    let table = [
        (vec!["check", absent.as_str()], "there is no such file"),
        (vec!["check", here.as_str()], "it is a folder"),
        (vec!["check", sjis.as_str()], "sjis.json`: it is not UTF-8 (byte 1 on)"),
        (vec!["check", "-", "-"], "can be read only once"),
        (vec!["evaluate", absent.as_str(), absent.as_str(), "-"], "there is no such file"),
        (vec!["test", absent.as_str()], "there is no such file"),
        (vec!["check", absent.as_str(), "--lang", "ja"], "ファイルがありません"),
    ];
    for (args, words) in table {
        let run = run(&args);
        assert_eq!(run.status, 2, "{args:?}");
        assert!(run.stderr.contains(words), "{args:?}\n{}", run.stderr);
    }
}
