//! `kessai compile`, and images in place of documents.

use serde_json::Value;

use crate::common::{Folder, run};

/// A bank of the corpus, compiled.
fn compiled(options: &[&str]) -> (Folder, String) {
    let folder = Folder::like("example-ib");
    let [service, company, image] = ["service.json", "company.json", "image"].map(|name| folder.path(name));
    let made = run(&[&["compile", &service, &company, "-o", &image], options].concat());
    assert_eq!((made.status, made.stderr.as_str()), (0, ""), "{}", made.stdout);
    (folder, image)
}

#[test]
fn an_image_answers_as_its_documents_do() {
    let (folder, image) = compiled(&[]);
    let [service, company, request] =
        ["service.json", "company.json", "request.json"].map(|name| folder.path(name));
    for command in ["evaluate", "largest", "possible"] {
        for format in ["text", "json"] {
            let options = ["--format", format];
            let of_documents = run(&[&[command, &service, &company, &request], &options[..]].concat());
            let of_image = run(&[&[command, &image, &request], &options[..]].concat());
            assert_eq!(of_image.stderr, "", "{command}");
            assert_eq!(
                (of_image.status, of_image.stdout),
                (of_documents.status, of_documents.stdout),
                "{command}"
            );
        }
    }
    let question = folder.write("question.json", r#"{"item":null,"event":{"type":"save","user":"nobody","now":"2026-11-20T10:15:00+09:00"},"usage":[]}"#);
    let [of_documents, of_image] = [&[&*service, &company][..], &[&*image]].map(|from| {
        let run = run(&[&["item", "advance"], from, &[&*question, "--format", "json"]].concat());
        (run.status, run.stdout)
    });
    assert_eq!(of_image, of_documents);
}

#[test]
fn it_tells_what_it_wrote() {
    let folder = Folder::like("example-ib");
    let [service, company, image, request] =
        ["service.json", "company.json", "taro01.kessai", "request.json"].map(|name| folder.path(name));
    let user: Value = serde_json::from_str(&folder.read("request.json")).unwrap();
    let user = user["user"].as_str().unwrap();
    let made = run(&["compile", &service, &company, "--user", user, "-o", &image]);
    assert_eq!((made.status, made.stderr.as_str()), (0, ""));
    let lines: Vec<&str> = made.stdout.lines().collect();
    assert_eq!(lines[0], format!("written: {image}"));
    assert!(
        lines[1].contains(" bytes, made of documents of ") && lines[1].contains("; image version 1-"),
        "{}",
        lines[1]
    );
    assert_eq!(lines[4], format!("  the part of `{user}`"));

    let told = run(&["compile", &service, &company, "--user", user, "-o", &image, "--format", "json"]);
    let told: Value = serde_json::from_str(&told.stdout).unwrap();
    let members: Vec<&String> = told.as_object().unwrap().keys().collect();
    assert_eq!(members, ["written", "bytes", "documents", "version", "service", "company", "user"]);
    let whole = run(&["evaluate", &service, &company, &request, "--format", "json"]);
    let part = run(&["evaluate", &image, &request, "--format", "json"]);
    assert_eq!((part.status, part.stdout), (whole.status, whole.stdout), "and it has the same digest");
    assert!(lines[3].ends_with(told["company"]["digest"].as_str().unwrap()), "{}", lines[3]);
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_written() {
    let folder = Folder::like("example-ib");
    let [service, company, image] = ["service.json", "company.json", "image"].map(|name| folder.path(name));
    let faulty = folder.write("faulty.json", folder.read("company.json").replace("\"role\"", "\"rule\""));
    let made = run(&["compile", &service, &faulty, "-o", &image]);
    assert_eq!(made.status, 1, "{}", made.stdout);
    assert!(made.stdout.contains("faulty.json:") && made.stdout.contains("rule"), "{}", made.stdout);
    let made = run(&["compile", &service, &company, "--user", "nobody", "-o", &image]);
    assert_eq!((made.status, made.stdout.as_str()), (2, ""));
    assert!(made.stderr.contains("the company has no user `nobody`"), "{}", made.stderr);
    assert!(!std::path::Path::new(&image).exists());
}

#[test]
fn what_is_no_image_is_no_answer() {
    let (folder, image) = compiled(&[]);
    let [service, company, request] =
        ["service.json", "company.json", "request.json"].map(|name| folder.path(name));
    let mut changed = std::fs::read(&image).unwrap();
    let last = changed.len() - 1;
    changed[last] ^= 1;
    let changed = folder.write("changed", changed);
    for (file, code) in [(&service, "image.magic"), (&changed, "image.checksum")] {
        for (lang, text) in [("en", "there is no answer, as `"), ("ja", "を使えないため、判定できません")]
        {
            let said = run(&["evaluate", file, &request, "--lang", lang]);
            assert_eq!((said.status, said.stdout.as_str()), (2, ""));
            assert!(said.stderr.contains(text) && said.stderr.contains(code), "{}", said.stderr);
        }
        let said = run(&["evaluate", file, &request, "--format", "json"]);
        let said: Value = serde_json::from_str(&said.stdout).unwrap();
        assert_eq!(said["error"]["code"], code);
    }
    // A document in the place of an image, and a case that an image cannot be in.
    let forgotten = run(&["evaluate", &service, &company]);
    assert_eq!(forgotten.status, 2);
    assert!(
        forgotten.stderr.contains("this is no image of Kessai (an image stands for both documents; a service and a company need a question beside them) [image.magic]"),
        "{}",
        forgotten.stderr
    );
    for (args, lang, words) in [
        (["check", &image], "en", "`: it is an image, and a document is needed here"),
        (["check", &image], "ja", "イメージです。ここでは文書が必要です"),
        (["check", &changed], "en", "`: it is an image, and a document is needed here"),
    ] {
        let said = run(&[&args[..], &["--lang", lang]].concat());
        assert_eq!(said.status, 2);
        assert!(said.stderr.contains(words), "{}", said.stderr);
    }
    let saved = run(&["evaluate", &image, &request, "--save-case", &folder.path("cases.json")]);
    assert_eq!(saved.status, 2);
    assert!(saved.stderr.contains("a case is of documents, not of an image"), "{}", saved.stderr);
}
