use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::findings::DOCUMENT_MAX;
use super::{Id, TEXT_MAX, Tree};
use crate::finding::Findings;
use crate::json::Kind;
use crate::lang::Lang;

fn tree(text: &str) -> Tree<'_> {
    let mut findings = Findings::default();
    let tree = Tree::parse(text, &mut findings).unwrap();
    assert!(findings.is_empty(), "{findings}");
    tree
}

/// The nodes that are not arrays or objects, as `pointer = spelling`.
fn leaves(tree: &Tree<'_>, id: Id, out: &mut Vec<String>) {
    if !matches!(tree.kind(id), Kind::Array | Kind::Object) {
        out.push(format!("{} = {}", tree.pointer(id), tree.spelling(id)));
    }
    for child in tree.children(id) {
        leaves(tree, child, out);
    }
}

#[test]
fn every_value_knows_its_pointer_and_place() {
    let text = r#" { "a": [1, "x", { "b": null }], "c/d~": true, "": { "\u0061": -2.5e3 }, "a": [] } "#;
    let tree = tree(text);
    let mut out = Vec::new();
    leaves(&tree, tree.root(), &mut out);
    assert_eq!(out, ["/a/0 = 1", "/a/1 = \"x\"", "/a/2/b = null", "/c~1d~0 = true", "//a = -2.5e3"]);
    let keys: Vec<String> = tree.children(tree.root()).map(|id| tree.key(id).to_string()).collect();
    assert_eq!(keys, ["a", "c/d~", "", "a"], "doubled keys are kept");
    let places: Vec<&str> = tree.children(tree.root()).map(|id| &text[tree.key_range(id)]).collect();
    assert_eq!(places, ["\"a\"", "\"c/d~\"", "\"\"", "\"a\""]);
}

#[test]
fn escaped_texts_and_keys_are_decoded_when_asked_for() {
    let text = r#"{"\u632f\u8fbc\"":"\n\ud83d\ude00","plain":"振込"}"#;
    let tree = tree(text);
    let found: Vec<_> =
        tree.children(0).map(|id| (tree.key(id), tree.text(id), &text[tree.key_range(id)])).collect();
    assert_eq!(found[0], ("振込\"".into(), "\n\u{1f600}".into(), r#""\u632f\u8fbc\"""#));
    assert_eq!(found[1], ("plain".into(), "振込".into(), "\"plain\""));
}

#[track_caller]
fn finding(text: &str) -> String {
    let mut findings = Findings::default();
    let _ = Tree::parse(text, &mut findings);
    assert_eq!(findings.len(), 1, "{findings}");
    let finding = findings.iter().next().unwrap();
    format!("{finding} {:?} {}", finding.range, finding.message(Lang::Ja))
}

#[test]
fn a_syntax_error_is_one_finding_with_its_place() {
    assert_eq!(
        finding("{\"a\": 振}"),
        "error [json.syntax] : the text is not JSON: a value is expected 6..9 JSONとして読み取れません（値がありません）"
    );
    assert_eq!(
        finding("[1"),
        "error [json.syntax] : the text is not JSON: the text ends too early 2..2 \
         JSONとして読み取れません（途中で終わっています）"
    );
    assert_eq!(
        finding(&"[".repeat(17)),
        "error [json.syntax] : the text is not JSON: arrays and objects stand more than 16 deep in each other 16..17 \
         JSONとして読み取れません（配列とオブジェクトの入れ子が16段を超えています）"
    );
}

#[test]
fn a_document_has_at_most_four_mebibytes() {
    let longest = format!("[{}]", " ".repeat(DOCUMENT_MAX - 2));
    tree(&longest);
    assert_eq!(
        finding(&format!("{longest} ")),
        "error [document.tooLarge] : the document has 4194305 bytes, more than the 4194304 allowed 0..4194305 \
         文書の大きさ（4194305バイト）が上限（4194304バイト）を超えています"
    );
}

#[test]
fn a_text_and_a_key_have_at_most_1024_bytes() {
    let longest = "x".repeat(TEXT_MAX);
    tree(&format!("{{\"{longest}\": \"{longest}\"}}"));
    let escaped = "\\u0061".repeat(TEXT_MAX);
    tree(&format!("{{\"{escaped}\": \"{escaped}\"}}"));
    assert_eq!(
        finding(&format!("[0, \"{longest}x\"]")),
        "error [text.tooLong] /1: the text has 1025 bytes, more than the 1024 allowed 4..1031 \
         文字列の長さ（1025バイト）が上限（1024バイト）を超えています"
    );
    let of_key = finding(&format!("{{\"{longest}x\": 0}}"));
    assert!(of_key.contains("the text has 1025 bytes, more than the 1024 allowed 1..1028"), "{of_key}");
    assert!(finding(&format!("[\"{escaped}a\"]")).contains("the text has 1025 bytes"));
}
