//! The bank's rules for the fields of forms.

use alloc::string::{String, ToString};

use super::{COMPANY, Row, ask, check_rows, service_with};
use crate::Service;

const FIELDS: &str = r#"{
    "company": {
        "name": { "required": true, "characters": "fullWidth", "maxLength": 10 },
        "nameKana": { "characters": "zenginName", "maxBytes": 20 }
    },
    "user": {
        "id": { "characters": "alphanumerics", "minLength": 4, "maxLength": 8 },
        "loginPassword": { "required": true, "characters": "alphanumericsAndSymbols", "minLength": 6, "maxLength": 12,
            "mix": ["letter", "digit"], "typedTwice": true, "unequalTo": ["id", "confirmationPassword"] },
        "confirmationPassword": { "characters": "alphanumericsAndSymbols", "unequalTo": ["loginPassword", "pin"] },
        "contact.mail": { "characters": "mail", "typedTwice": true },
        "contact.language": { "list": ["ja", "en"] },
        "pin": [{ "characters": "digits" }, { "characters": "fullWidth" }],
        "limits.transfer.preRegistered": { "min": "1", "max": "10000000" },
        "budget": { "min": "100" }
    },
    "account": { "number": { "typedTwice": true }, "branch": { "unequalTo": ["bank"] } },
    "feeTable": { "business": { "list": ["bulkTransfer"] }, "minimum": { "required": true, "max": "50000" } }
}"#;

/// A service with these rules under one policy for characters that are not allowed.
fn service(normalise: bool) -> Service {
    service_with(FIELDS, if normalise { "normalise" } else { "reject" })
}

const PASSWORDS: &str = r#""loginPassword": "secret1", "loginPasswordAgain": "secret1""#;

#[test]
fn fields_of_the_document_and_the_banks_own() {
    check_rows(&service(false), COMPANY, &[
        Row::incomplete("the password is asked for, and not shown as changed",
            r#"{ "form": "user", "change": "taro" }"#, &["/loginPassword"]),
        Row::incomplete("typed once",
            r#"{ "form": "user", "change": "taro", "input": { "loginPassword": "secret1" } }"#,
            &["/loginPasswordAgain"]),
        Row::refused("typed twice, not the same",
            r#"{ "form": "user", "change": "taro", "input": { "loginPassword": "secret1", "loginPasswordAgain": "secret2" } }"#,
            &["form.typedTwice /loginPasswordAgain"]),
        Row::valid("the same",
            r#"{ "form": "user", "change": "taro", "input": { "loginPassword": "secret1", "loginPasswordAgain": "secret1" } }"#),
        Row::refused("no text",
            r#"{ "form": "user", "change": "taro", "input": { "loginPassword": true, "loginPasswordAgain": true } }"#,
            &["form.choice /loginPassword"]),
        Row::refused("everything that is wrong with one field",
            r#"{ "form": "user", "change": "taro", "input": { "loginPassword": "ｐw", "loginPasswordAgain": "pw" } }"#,
            &["form.characters /loginPassword", "form.tooShort /loginPassword", "form.mix /loginPassword",
              "form.typedTwice /loginPasswordAgain"]),
        Row::refused("a password like the id, a confirmation password like the password and the PIN, which is a number",
            r#"{ "form": "user", "change": "taro", "input": { "id": "secret1", "loginPassword": "secret1",
                "loginPasswordAgain": "secret1", "confirmationPassword": "secret1", "pin": 1234 } }"#,
            &["form.unequal /loginPassword", "form.unequal /loginPassword", "form.unequal /confirmationPassword"])
            .changed(&["/id"]),
        Row::refused("numbers count as their spelling",
            r#"{ "form": "user", "change": "taro", "input": { "loginPassword": "secret1", "loginPasswordAgain": "secret1",
                "confirmationPassword": "1234", "pin": 1234 } }"#,
            &["form.unequal /confirmationPassword"]),
    ]);
}

#[test]
fn bounds_of_fields_of_a_user() {
    let row = |input: &'static str| {
        alloc::format!(r#"{{ "form": "user", "change": "taro", "input": {{ {PASSWORDS}, {input} }} }}"#)
    };
    for (why, input, want) in [
        ("id of 3 characters", r#""id": "abc""#, "form.tooShort /id | "),
        ("of 4", r#""id": "abcd""#, " | "),
        ("of 8", r#""id": "abcdefgh""#, " | "),
        ("of 9", r#""id": "abcdefghi""#, "form.tooLong /id | "),
        (
            "the rule and the document say no",
            r#""id": "あ\u0007いう""#,
            "form.characters /id, name.control /id | ",
        ),
        ("a field inside an object", r#""contact": { "language": "fr" }"#, "form.list /contact/language | "),
        ("typed once in there", r#""contact": { "mail": "a@b.jp" }"#, " | /contact/mailAgain"),
        ("typed twice", r#""contact": { "mail": "a@b.jp", "mailAgain": "a@b.jp" }"#, " | "),
        (
            "no mail address",
            r#""contact": { "mail": "a@b", "mailAgain": "a@b" }"#,
            "form.mail /contact/mail | ",
        ),
        ("nothing in the object", r#""contact": null"#, " | "),
        ("the first rule of a list is the one that applies", r#""pin": "１""#, "form.characters /pin | "),
        (
            "a limit below the bank's least",
            r#""limits": { "transfer": { "preRegistered": "0" } }"#,
            "form.range /limits/transfer/preRegistered | ",
        ),
        ("the least", r#""limits": { "transfer": { "preRegistered": "1" } }"#, " | "),
        ("the most", r#""limits": { "transfer": { "preRegistered": 10000000 } }"#, " | "),
        (
            "above it",
            r#""limits": { "transfer": { "preRegistered": 10000001 } }"#,
            "form.range /limits/transfer/preRegistered | ",
        ),
        (
            "no amount, for the rule and for the document: said once",
            r#""limits": { "transfer": { "preRegistered": "1,000" } }"#,
            "form.amount /limits/transfer/preRegistered | ",
        ),
        (
            "16 digits, which neither the rule nor the document nor the bank's ceiling takes: said once",
            r#""limits": { "transfer": { "preRegistered": "1000000000000000" } }"#,
            "form.range /limits/transfer/preRegistered | ",
        ),
        (
            "16 digits where there is no rule",
            r#""limits": { "transfer": { "newAccount": "1000000000000000" } }"#,
            "limit.digits /limits/transfer/newAccount | ",
        ),
        (
            "blanks where nothing is required",
            r#""contact": { "language": "\u3000" }"#,
            "form.list /contact/language | ",
        ),
        ("an amount of the bank's own", r#""budget": "99""#, "form.range /budget | "),
        ("an amount too large for a number", r#""budget": 9007199254740992"#, "form.amount /budget | "),
    ] {
        let answer = ask(&service(false), COMPANY, &row(input)).unwrap();
        let missing = super::texts(&answer["missing"]).join(", ");
        assert_eq!(alloc::format!("{} | {missing}", super::reasons(&answer).join(", ")), want, "{why}");
    }
}

#[test]
fn the_other_forms_have_rules_too() {
    check_rows(&service(false), COMPANY, &[
        Row::incomplete("a name is asked for, which the document may leave out",
            r#"{ "form": "company", "input": { "name": "" } }"#, &["/name"]).changed(&["/name"]),
        Row::refused("a rule holds for what stands there already, too",
            r#"{ "form": "company", "input": { "name": "ABC" } }"#, &["form.characters /name"]).changed(&["/name"]),
        Row::incomplete("blanks are no name",
            r#"{ "form": "company", "input": { "name": "\u3000 \u3000" } }"#, &["/name"]).changed(&["/name"]),
        Row::incomplete("nor an amount",
            r#"{ "form": "feeTable", "input": { "business": "bulkTransfer", "minimum": " " } }"#, &["/minimum", "/bearer"]),
        Row::valid("an account number that nobody typed need not be typed again",
            r#"{ "form": "account", "change": "sub", "input": { "type": "2" } }"#).changed(&["/type"]),
        Row::incomplete("one that was typed",
            r#"{ "form": "account", "change": "sub", "input": { "number": "7654321" } }"#, &["/numberAgain"])
            .changed(&["/number"]),
        Row::valid("twice",
            r#"{ "form": "account", "change": "sub", "input": { "number": "7654321", "numberAgain": "7654321" } }"#)
            .changed(&["/number"]),
        Row::refused("a branch like the bank, which has no rule of its own",
            r#"{ "form": "account", "change": "sub", "input": { "branch": "0034" } }"#,
            &["form.unequal /branch", "code.malformed /branch"]).changed(&["/branch"]),
        Row::refused("rules for where a fee table stands, and for its fields",
            r#"{ "form": "feeTable", "input": { "business": "transfer", "bearer": "payee", "minimum": "50001" } }"#,
            &["form.list /business", "form.range /minimum"]).changed(&["/minimum"]),
        Row::incomplete("they hold before its place is known",
            r#"{ "form": "feeTable", "input": { "business": "bulkTransfer" } }"#, &["/minimum", "/bearer"]),
        Row::refused("whatever is typed",
            r#"{ "form": "feeTable", "input": { "minimum": "x" } }"#, &["form.amount /minimum"])
            .missing(&["/business", "/bearer"]),
    ]);
}

#[test]
fn a_first_password_is_asked_of_new_users_only() {
    let fields = r#"{ "user": { "loginPassword": { "required": "new", "characters": "alphanumerics" } } }"#;
    let new = &["/id", "/role", "/enabled"];
    check_rows(
        &service_with(fields, "reject"),
        COMPANY,
        &[
            Row::valid("a change leaves the password as it is", r#"{ "form": "user", "change": "taro" }"#),
            Row::incomplete(
                "a registration gives one",
                r#"{ "form": "user", "input": { "id": "saburo", "role": "general", "enabled": true } }"#,
                &["/loginPassword"],
            )
            .changed(new),
            Row::valid(
                "it is given",
                r#"{ "form": "user", "input": { "id": "saburo", "role": "general", "enabled": true,
                "loginPassword": "abc123" } }"#,
            )
            .changed(new),
        ],
    );
}

#[test]
fn texts_are_normalised_in_the_result_and_named() {
    let service = service(true);
    let asks = r#"{ "form": "user", "change": "left", "input": { "id": "ｊｉｒｏ", "loginPassword": "ｓecret１",
        "loginPasswordAgain": "secret1", "limits": { "transfer": { "newAccount": "0" } } } }"#;
    let mut out = String::new();
    service.form_json(COMPANY, asks, &mut out).unwrap();
    assert_eq!(
        out,
        concat!(
            r#"{"outcome":"valid","reasons":[],"warnings":[],"missing":[],"#,
            r#""normalised":[{"path":"/id","value":"jiro"},{"path":"/loginPassword","value":"secret1"}],"#,
            r#""changed":["/id","/limits/transfer/newAccount"],"#,
            r#""result":{"id":"jiro","role":"general","enabled":false,"accounts":["main"],"#,
            r#""rights":["transfer.approve","transfer.request.preRegistered"],"limits":{"transfer":{"newAccount":"0"}}}}"#,
        )
    );
    let asks = r#"{ "form": "company", "input": { "name": "ABC商事", "nameKana": "ガッキ" } }"#;
    let answer = ask(&service, COMPANY, asks).unwrap();
    assert_eq!(answer["outcome"], "valid");
    assert_eq!(
        (&answer["result"]["name"], &answer["result"]["nameKana"]),
        (&"ＡＢＣ商事".into(), &"ｶﾞﾂｷ".into())
    );
    assert_eq!(answer["result"]["users"].as_array().unwrap().len(), 4, "the rest of the document stays");
    let asks = r#"{ "form": "user", "change": "taro", "input": { "id": "ａ", "loginPassword": "secret1", "loginPasswordAgain": "ｓecret1" } }"#;
    let answer = ask(&service, COMPANY, asks).unwrap();
    assert_eq!(
        super::reasons(&answer),
        ["form.tooShort /id"],
        "what was typed twice is compared as it counts"
    );
    assert_eq!(answer["result"]["id"], "ａ", "a text with a reason stays as it was typed");
    assert_eq!(answer["normalised"].to_string(), "[]");
}

#[test]
fn reasons_have_their_figures_and_words() {
    let asks = r#"{ "form": "user", "change": "taro", "input": { "id": "a-b", "loginPassword": "1", "loginPasswordAgain": "2",
        "pin": "1", "confirmationPassword": "1", "contact": { "language": "fr" }, "budget": "1",
        "limits": { "transfer": { "preRegistered": "0" } } } }"#;
    let mut out = String::new();
    service(false).form_json(COMPANY, asks, &mut out).unwrap();
    let (_, reasons) = out.split_once(r#""reasons":["#).unwrap();
    let (reasons, _) = reasons.split_once(r#"],"warnings""#).unwrap();
    let lines: alloc::vec::Vec<&str> =
        reasons.split(r#"{"step":"form","code":"#).skip(1).map(|one| one.trim_end_matches(',')).collect();
    assert_eq!(
        lines,
        [
            r#""form.characters","path":"/id","expected":"alphanumerics","at":1,"character":"-","message":{"ja":"使用できない文字「-」が含まれています（2文字目）。半角英数字で入力してください。","en":"`-` at position 2 cannot be used here. Use half-width letters and digits."}}"#,
            r#""form.tooShort","path":"/id","min":"4","message":{"ja":"4文字以上で入力してください。","en":"This has fewer than 4 characters."}}"#,
            r#""form.tooShort","path":"/loginPassword","min":"6","message":{"ja":"6文字以上で入力してください。","en":"This has fewer than 6 characters."}}"#,
            r#""form.mix","path":"/loginPassword","expected":"letter","message":{"ja":"英字を1文字以上含めてください。","en":"This needs at least one letter."}}"#,
            r#""form.typedTwice","path":"/loginPasswordAgain","message":{"ja":"確認のために再入力された内容が一致しません。","en":"What was typed again is not the same."}}"#,
            r#""form.unequal","path":"/loginPassword","expected":"confirmationPassword","message":{"ja":"「confirmationPassword」と異なる内容を入力してください。","en":"This must not be the same as `confirmationPassword`."}}"#,
            r#""form.unequal","path":"/confirmationPassword","expected":"loginPassword","message":{"ja":"「loginPassword」と異なる内容を入力してください。","en":"This must not be the same as `loginPassword`."}}"#,
            r#""form.unequal","path":"/confirmationPassword","expected":"pin","message":{"ja":"「pin」と異なる内容を入力してください。","en":"This must not be the same as `pin`."}}"#,
            r#""form.list","path":"/contact/language","message":{"ja":"選択肢の中から指定してください。","en":"This is not one of the bank's choices."}}"#,
            r#""form.range","path":"/limits/transfer/preRegistered","max":"10000000","min":"1","message":{"ja":"取り扱える範囲の金額を入力してください（1円～10,000,000円）。","en":"The amount is outside the range of JPY 1 to JPY 10,000,000."}}"#,
            r#""form.range","path":"/budget","min":"100","message":{"ja":"取り扱える範囲の金額を入力してください（100円以上）。","en":"The amount is outside the range of JPY 100 and more."}}"#,
        ]
    );
}

#[test]
fn fields_that_neither_document_nor_bank_has_are_no_answer() {
    for (input, want) in [
        (
            r#"{ "loginpassword": null }"#,
            "there is no field `loginpassword` here (at `/input/loginpassword`)",
        ),
        (
            r#"{ "confirmationPasswordAgain": "" }"#,
            "there is no field `confirmationPasswordAgain` here (at `/input/confirmationPasswordAgain`)",
        ),
        (
            r#"{ "contact.mail": "a@b.jp" }"#,
            "there is no field `contact.mail` here (at `/input/contact.mail`)",
        ),
        (r#"{ "contact": { "fax": "1" } }"#, "there is no field `fax` here (at `/input/contact/fax`)"),
        (r#"{ "contact": "a@b.jp" }"#, "an object is expected (at `/input/contact`)"),
    ] {
        let asks = alloc::format!(r#"{{ "form": "user", "input": {input} }}"#);
        assert_eq!(ask(&service(false), COMPANY, &asks).unwrap_err().to_string(), want);
    }
}
