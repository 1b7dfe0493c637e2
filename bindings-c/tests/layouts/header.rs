//! The header: functions by cbindgen, records from their layouts.

use std::fmt::Write;

use cbindgen::{Builder, Config, DocumentationStyle, EnumConfig, ExportConfig, Language, RenameRule, Style};
use kessai_c::record::field::Kind;
use kessai_c::record::layout::{Layout, RECORDS};

use crate::current;

const HEAD: &str = "\
/*
 * Kessai: the rules of corporate banking for C, and for whatever calls C.
 *
 * Made from the sources of the library; this page is its reference. What documents, requests and answers mean stands
 * in docs/rules.md, docs/item.md and docs/forms.md.
 *
 * - Every function that can fail returns a kessai_status. A result is written only on KESSAI_STATUS_OK; on failure
 *   nothing is written but *error_out, which may be NULL if the caller does not want to know more.
 * - A status says whether there is an answer, and never what it is: an answer that refuses has KESSAI_STATUS_OK. Before
 *   anything is done, test kessai_text_outcome of the answer.
 * - kessai_T_new makes a kessai_T, kessai_T_free frees it. Freeing NULL is harmless, and so is NULL anywhere else: it is
 *   a status, or an empty answer. What is given is freed by the function named for it, never by free().
 * - Text is UTF-8, a pointer and a length in bytes. What the caller passes needs no NUL and is copied.
 * - Nothing changes once it is made: threads may share everything as long as nobody frees it meanwhile. There is no
 *   global state.
 * - A fault inside the library ends in KESSAI_STATUS_PANIC, never in the caller's stack.
 */";

/// `permission.user.disabled` to `PERMISSION_USER_DISABLED`.
fn screaming(name: &str) -> String {
    let mut out = String::new();
    for character in name.chars() {
        match character {
            '.' => out.push('_'),
            upper if upper.is_ascii_uppercase() => out.extend(['_', upper]),
            other => out.push(other.to_ascii_uppercase()),
        }
    }
    out
}

/// What no Rust item stands for: the version that was compiled against, and the numbers of the reasons.
fn constants() -> String {
    let mut out = String::from(
        "\n/*\n * The version of this header; kessai_version_number gives that of the library.\n */\n",
    );
    for (name, value) in [
        ("MAJOR", env!("CARGO_PKG_VERSION_MAJOR")),
        ("MINOR", env!("CARGO_PKG_VERSION_MINOR")),
        ("PATCH", env!("CARGO_PKG_VERSION_PATCH")),
    ] {
        writeln!(out, "#define KESSAI_VERSION_{name} {value}").unwrap();
    }
    writeln!(out, "#define KESSAI_VERSION_STRING \"{}\"", env!("CARGO_PKG_VERSION")).unwrap();
    out.push_str("#define KESSAI_VERSION_NUMBER \\\n  (KESSAI_VERSION_MAJOR * 1000000 + KESSAI_VERSION_MINOR * 1000 + KESSAI_VERSION_PATCH)\n");
    out.push_str("\n/*\n * Why a verdict says no: the stable numbers of the codes in a verdict's reasons, for programs that do not compare\n * text. kessai_reason_number turns a code into its number.\n */\n");
    for code in kessai::Code::ALL {
        writeln!(out, "#define KESSAI_REASON_{} {}", screaming(code.name()), code.number()).unwrap();
    }
    out + &numbers()
}

/// The numbers of rows and columns.
fn numbers() -> String {
    use kessai::columns::*;
    use kessai::terms::{Bearer, Entry, Operation, PayeeKind};
    let mut out = String::from(
        "\n/*\n * Numbers of rows and columns: what is missing, kinds of names for kessai_position, and the values of what is chosen.\n */\n",
    );
    let mut define = |name: &str, value: String| writeln!(out, "#define KESSAI_{name} {value}").unwrap();
    define("NO_POSITION", NO_POSITION.to_string());
    define("UNKNOWN_APPROVER", UNKNOWN_APPROVER.to_string());
    define("NO_CODE", NO_CODE.to_string());
    assert_eq!((NO_DAY, NO_NUMBER), (i32::MIN, i64::MIN));
    define("NO_DAY", "INT32_MIN".to_owned());
    define("NO_NUMBER", "INT64_MIN".to_owned());
    for (name, kind) in kessai_c::rows::KINDS {
        define(&format!("KIND_{name}"), kind.to_string());
    }
    for one in Operation::ALL {
        define(&format!("OPERATION_{}", screaming(one.name())), code_of(*one).to_string());
    }
    for one in PayeeKind::ALL {
        define(&format!("PAYEE_KIND_{}", screaming(one.name())), code_of(*one).to_string());
    }
    for one in Bearer::ALL {
        define(&format!("BEARER_{}", screaming(one.name())), code_of(*one).to_string());
    }
    for one in Entry::ALL {
        define(&format!("ENTRY_{}", screaming(one.name())), code_of(*one).to_string());
    }
    for (name, place) in [
        ("OTHER_BANK", OTHER_BANK),
        ("OTHER_BRANCH", OTHER_BRANCH),
        ("SAME_BRANCH", SAME_BRANCH),
        ("SAME_BANK", SAME_BANK),
    ] {
        define(&format!("PLACE_{name}"), place.to_string());
    }
    out.push_str("\n/*\n * Why one row has no answer.\n */\n");
    for error in RowError::ALL {
        let name = screaming(&format!("{error:?}"));
        let name = name.trim_start_matches('_');
        writeln!(out, "#define KESSAI_ROW_ERROR_{name} {} /* {error} */", error.number()).unwrap();
    }
    out
}

fn header() -> String {
    let config = Config {
        language: Language::C,
        cpp_compat: true,
        style: Style::Type,
        header: Some(HEAD.to_owned()),
        include_guard: Some("KESSAI_H".to_owned()),
        no_includes: true,
        sys_includes: vec!["stddef.h".to_owned(), "stdint.h".to_owned()],
        after_includes: Some(constants() + &structs()),
        usize_is_size_t: true,
        documentation_style: DocumentationStyle::Doxy,
        line_length: 110,
        // Of the module for WebAssembly only, whose page is docs/abi.md.
        export: ExportConfig {
            exclude: vec!["kessai_alloc".to_owned(), "kessai_dealloc".to_owned()],
            ..ExportConfig::default()
        },
        enumeration: EnumConfig {
            rename_variants: RenameRule::QualifiedScreamingSnakeCase,
            ..EnumConfig::default()
        },
        ..Config::default()
    };
    let mut bytes = Vec::new();
    Builder::new()
        .with_crate(env!("CARGO_MANIFEST_DIR"))
        .with_config(config)
        .generate()
        .expect("the sources have only what a header can say")
        .write(&mut bytes);
    let text = String::from_utf8(bytes).unwrap();
    let text = text.replace(" * # Safety\n *\n", " * The caller promises:\n");
    // Within the braces of C++.
    text.replace(
        "\n#ifdef __cplusplus\n}  // extern",
        &format!("{}\n#ifdef __cplusplus\n}}  // extern", entries()),
    )
}

/// The structs of the records, groups ahead of what has them.
fn structs() -> String {
    fn of(layout: &Layout, said: &mut Vec<&'static str>, out: &mut String) {
        if said.contains(&layout.name) {
            return;
        }
        said.push(layout.name);
        for place in layout.fields {
            if let Kind::Group(group) = place.kind {
                of(group, said, out);
            }
        }
        let about = layout.about.trim();
        writeln!(out, "\n/**\n * {about}\n *\n * {} bytes, at any address.\n */", layout.size).unwrap();
        writeln!(out, "typedef struct {} {{", layout.name).unwrap();
        for place in layout.fields {
            let times = if place.occurs > 1 { format!("[{}]", place.occurs) } else { String::new() };
            writeln!(out, "  /** {} */", place.about.trim()).unwrap();
            match place.kind {
                Kind::Group(group) => writeln!(out, "  {} {}{times};", group.name, place.name).unwrap(),
                _ => writeln!(out, "  char {}{times}[{}];", place.name, place.size).unwrap(),
            }
        }
        writeln!(out, "}} {};", layout.name).unwrap();
    }
    let mut out = String::from(
        "\n/*\n * Records: characters alone, padded with spaces, no NUL behind them. docs/records.md has every position; what goes for all\n * of them stands there.\n */\n",
    );
    let mut said = Vec::new();
    for record in RECORDS {
        of(record, &mut said, &mut out);
    }
    out
}

/// The names by which COBOL calls records, which the generator does not see behind their macro.
fn entries() -> String {
    let mut out = String::from(
        "\n/*\n * The names by which COBOL calls records: each follows its handle and calls the function that it is named beside.\n */\n",
    );
    for (name, parameters, function) in kessai_c::record::cobol::ENTRIES {
        writeln!(out, "int32_t {name}({parameters}); /* {function} */").unwrap();
    }
    out
}

#[test]
fn the_header_is_current() {
    current("include/kessai.h", &header());
}
