//! The same answers in every character set: a record in EBCDIC is, byte by byte, the record in JIS X 0201 turned.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::{Sessions, ask, cases, question};

/// Bytes from one set of the C library to another; none for what has no character there.
pub(crate) fn converted(bytes: &[u8], from: &str, to: &str) -> Option<Vec<u8>> {
    let mut child = Command::new("iconv")
        .args(["--from-code", from, "--to-code", to])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // What it cannot turn it need not read.
    let _read = child.stdin.take().unwrap().write_all(bytes);
    let output = child.wait_with_output().unwrap();
    output.status.success().then_some(output.stdout)
}

/// The bytes 0 to 255 from one set of the C library to another; none for what is not one byte there.
pub(crate) fn turned(from: &str, to: &str) -> Vec<Option<u8>> {
    let one = |byte| match converted(&[byte], from, to)?[..] {
        [byte] => Some(byte),
        _ => None,
    };
    (0..=u8::MAX).map(one).collect()
}

#[test]
fn the_corpus_has_the_same_answers_in_ebcdic() {
    let mut asked = 0;
    let mut sessions = Sessions::default();
    let sets = [("EBCDIK", "IBM1390"), ("CP1027", "IBM1399")];
    let tables = sets.map(|(set, library)| (set, turned("ASCII", library), turned(library, "ASCII")));
    for case in cases().into_iter().step_by(3) {
        let Some(bank) = sessions.of(&case, "JISX0201").map(|session| session.bank.clone()) else { continue };
        let Ok(question) = question::read(&case.question, &bank) else { continue };
        // What is not ASCII here is UTF-8, which is another text in a set of single bytes.
        let all =
            [&question.request, &question.item].into_iter().chain(&question.items).chain(&question.access);
        let signs = |byte: &u8| matches!(byte, b'\\' | b'~');
        if all.clone().any(|area| !area.bytes().is_ascii() || area.bytes().iter().any(signs)) {
            continue;
        }
        let jis = ask(sessions.of(&case, "JISX0201").unwrap(), &question);
        for (set, forth, back) in &tables {
            let Some(session) = sessions.of(&case, set) else { continue };
            let mut other = question::read(&case.question, &bank).unwrap();
            let areas = [&mut other.request, &mut other.item].into_iter().chain(&mut other.items);
            for area in areas.chain(&mut other.access) {
                area.turn(&|byte| forth[usize::from(byte)].unwrap());
            }
            let mut got = ask(session, &other);
            assert_eq!(got.code, jis.code, "{} in {set}", case.name);
            got.verdict.turn(&|byte| back[usize::from(byte)].unwrap());
            assert_eq!(got.verdict.bytes(), jis.verdict.bytes(), "{} in {set}", case.name);
            for (one, two) in got.items.iter_mut().zip(&jis.items) {
                one.turn(&|byte| back[usize::from(byte)].unwrap());
                assert_eq!(one.bytes(), two.bytes(), "{} in {set}", case.name);
            }
            asked += 1;
        }
    }
    assert!(asked > 500, "{asked} cases in EBCDIC");
}
