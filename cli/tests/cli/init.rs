//! `kessai init`.

use crate::common::{Folder, repository, run};

#[test]
fn every_bank_of_the_corpus_with_a_service_can_be_started_from() {
    let folders =
        std::fs::read_dir(repository().join("fixtures")).unwrap().map(|entry| entry.unwrap().path());
    for bank in folders.filter(|folder| folder.join("service.json").is_file()) {
        let name = bank.file_name().unwrap().to_str().unwrap();
        let folder = Folder::like(name);
        let [service, company, request] =
            ["service.json", "company.json", "request.json"].map(|file| folder.path(file));
        let check = run(&["check", &service, &company, "--strict", "--today", "2026-06-01"]);
        assert_eq!(check.status, 0, "{name}\n{}", check.stdout);
        let evaluate = run(&["evaluate", &service, &company, &request]);
        assert_eq!(evaluate.status, 0, "{name}\n{}", evaluate.stdout);
    }
}

#[test]
fn it_tells_what_it_wrote_and_what_comes_next() {
    let folder = Folder::new();
    let made = run(&["init", "--like", "ehime", "--dir", &folder.path("new/bank")]);
    assert_eq!((made.status, made.stderr.as_str()), (0, ""));
    insta::assert_snapshot!(folder.hide(&made.stdout), @r"
    written: FOLDER/new/bank/service.json, FOLDER/new/bank/company.json, FOLDER/new/bank/request.json
    next:
      kessai check FOLDER/new/bank/service.json FOLDER/new/bank/company.json
      kessai evaluate FOLDER/new/bank/service.json FOLDER/new/bank/company.json FOLDER/new/bank/request.json
    ");
}

#[test]
fn it_overwrites_nothing() {
    for name in ["service.json", "company.json", "request.json"] {
        let folder = Folder::new();
        folder.write(name, "mine");
        let made = run(&["init", "--like", "ehime", "--dir", &folder.path("")]);
        assert_eq!((made.status, made.stdout.as_str()), (2, ""));
        assert!(made.stderr.contains("exists already; nothing is written"), "{}", made.stderr);
        assert_eq!(folder.read(name), "mine");
        assert_eq!(std::fs::read_dir(folder.path("")).unwrap().count(), 1);
    }
}

#[test]
fn an_unknown_bank_lists_the_known_ones() {
    for lang in ["en", "ja"] {
        let made = run(&["init", "--like", "nowhere", "--lang", lang]);
        assert_eq!((made.status, made.stdout.as_str()), (2, ""));
        assert!(made.stderr.contains("`nowhere`") && made.stderr.contains("ehime, "), "{}", made.stderr);
    }
}
