use alloc::boxed::Box;

use super::{Labels, digest};
use crate::finding::Findings;
use crate::tree::Tree;

fn of(text: &str, labels: Labels) -> Box<str> {
    digest(&Tree::parse(text, &mut Findings::default()).unwrap(), labels)
}

#[test]
fn documents_of_one_meaning_have_one_digest() {
    let text = r#"{ "id": "a", "list": [1, "2"], "ok": true }"#;
    for same in [
        r#"{"list":["1",2],"ok":true,"id":"a"}"#,
        "{\n\t\"ok\": true, \"\\u0069d\": \"\\u0061\", \"list\": [\"1\", \"2\"] }",
    ] {
        assert_eq!(of(text, Labels::None), of(same, Labels::None), "{same}");
    }
    for other in [
        r#"{ "id": "a", "list": ["2", 1], "ok": true }"#,
        r#"{ "id": "a", "list": [1, "2"], "ok": "true" }"#,
        r#"{ "id": "a", "list": [1, "2"], "ok": null }"#,
        r#"{ "id": "a", "list": [1, "2"], "ok": true, "label": 1 }"#,
        r#"{ "id": "a", "list": [1, ["2"]], "ok": true }"#,
        r#"{ "id": "a", "list": ["12"], "ok": true }"#,
        r#"{ "id": "al", "ist": [1, "2"], "ok": true }"#,
    ] {
        assert_ne!(of(text, Labels::None), of(other, Labels::None), "{other}");
    }
}

#[test]
fn labels_of_a_service_do_not_count_but_things_called_label_do() {
    let plain = r#"{ "businesses": { "transfer": {} }, "rights": { "r": {} }, "x": {} }"#;
    let labelled = r#"{ "label": {}, "businesses": { "transfer": { "label": { "ja": "振込" } } },
                        "rights": { "r": { "label": 1 } }, "x": {} }"#;
    assert_eq!(of(plain, Labels::LeftOut), of(labelled, Labels::LeftOut));
    assert_ne!(of(plain, Labels::None), of(labelled, Labels::None));
    for counting in [
        r#"{ "businesses": { "transfer": {}, "label": {} }, "rights": { "r": {} }, "x": {} }"#,
        r#"{ "businesses": { "transfer": { "fees": { "label": 1 } } }, "rights": { "r": {} }, "x": {} }"#,
        r#"{ "businesses": { "transfer": {} }, "rights": { "r": {} }, "x": { "label": 1 } }"#,
    ] {
        assert_ne!(of(plain, Labels::LeftOut), of(counting, Labels::LeftOut), "{counting}");
    }
}

/// The form is fixed: verdicts carry digests, and other programs may compute them.
#[test]
fn the_digest_of_a_known_document_does_not_change() {
    // SHA-256 of `{` 2, `k` 1 `a`, `"` 2 `10`, `k` 1 `b`, `[` 1, `w` 4 `true`, as bytes.
    assert_eq!(&*of(r#"{"b":[true],"a":10}"#, Labels::None), "92393536c17aaa6821bbb3b334c630a3");
    let long = alloc::format!("[\"{}\"]", "x".repeat(300));
    assert_eq!(&*of(&long, Labels::None), "b1d59d82b3016d0f9fd8139cd7064a3b");
}
