//! The package's `documents.d.ts`: what goes in and out, from the schemas of the program and the vocabularies and catalogues of
//! the engine.

use kessai::terms::{
    Act, ApprovalMode, Bearer, BusinessKind, CertificateState, CharacterKind, DateBasis, DayBasis, Debit,
    Entry, EventKind, Method, MixClass, OneTimePasswordState, Operation, PayeeKind, Role, Roll, Round, Scope,
    State,
};
use kessai::{Company, Service, Step};
use serde_json::Value;

use crate::Result;
use crate::schema::{Member, Types, Way};
use bundle::bundle;

mod answers;
mod codes;
mod forms;

#[path = "../../cli/src/schema/bundle.rs"]
mod bundle;

/// Schemas that become types as they are: each with its type, and whether it is given or answered.
const PLAIN: [(&str, &str, Way); 6] = [
    ("event", "ItemEvent", Way::In),
    ("item", "Item", Way::Out),
    ("form", "FormQuestion", Way::In),
    ("request-form", "RequestFormQuestion", Way::In),
    ("largest", "LargestAnswer", Way::Out),
    ("possible", "PossibleAnswer", Way::Out),
];

/// Definitions of the documents whose names mean something else beside them: an amount in a document may also be a number, a step
/// of a policy is none of an evaluation, and what a bank declares of an operation of its own is not the operation's key.
const OF_DOCUMENTS: &[(&str, &str)] =
    &[("amount", "AmountInput"), ("step", "PolicyStep"), ("ownOperation", "DeclaredOperation")];

/// Definitions whose types are made in another way: reasons have one for each code, and whole schemas are declared by themselves.
const ELSEWHERE: [&str; 7] =
    ["reason", "formReason", "spokenReason", "request", "verdict", "largest", "possible"];

/// Whole schemas of which another one is made, under the names of their types.
const WHOLE: &[(&str, &str)] = &[("largest", "LargestAnswer"), ("possible", "PossibleAnswer")];

/// The vocabularies of the engine under their names there.
macro_rules! unions {
    ($types:ident: $($vocabulary:ident $about:literal,)+) => {
        $({
            let members: Vec<&str> = $vocabulary::ALL.iter().map(|value| value.name()).collect();
            $types.union(stringify!($vocabulary), $about, &members);
        })+
    };
}

/// The whole of `documents.d.ts`.
pub(crate) fn documents() -> Result<String> {
    let mut types = Types::default();
    unions! { types:
        BusinessKind "What sort of business (業務) a bank's own key stands for.",
        ApprovalMode "How many people approve, and whether their order is fixed (承認機能).",
        Act "What a person does in a step of an approval policy (承認, 検印, 送信).",
        PayeeKind "How the payee is named (振込先の指定方法).",
        Entry "How a batch came in.",
        Bearer "Who bears the fee (当方負担, 先方負担).",
        Role "Kinds of users (ユーザ区分).",
        Scope "Which items an operation may reach.",
        Method "How the fee contained in a payment is found (手数料計算方法).",
        Round "What happens to an amount between two units.",
        DateBasis "Which date picks the fee table in force.",
        DayBasis "Which day a request counts on (限度額の基準日).",
        Roll "What happens to a value date that is not a business day.",
        Debit "How and when amount and fee are debited (手数料の引落し).",
        Operation "What a user does (操作).",
        State "The state of an item (取引の状態).",
        EventKind "What happens to an item.",
        CertificateState "The state of a client certificate (電子証明書状態).",
        OneTimePasswordState "The state of a user's one-time password (ワンタイムパスワード利用状態).",
        CharacterKind "A kind of characters that a field may take (文字種).",
        MixClass "A class of characters of which a text must have one (混在).",
        Step "The steps of an evaluation.",
    }
    codes::unions(&mut types);
    for (name, schema) in [("ServiceDocument", Service::schema()), ("CompanyDocument", Company::schema())] {
        let schema: Value = serde_json::from_str(&schema)?;
        types.definitions(&schema, Way::In, OF_DOCUMENTS).and_then(|()| types.declare(name, &schema))?;
    }
    request(&mut types)?;
    for (file, name, way) in PLAIN {
        let schema = schema(file)?;
        types.definitions(&schema, way, WHOLE).and_then(|()| types.declare(name, &schema))?;
    }
    codes::reasons(&mut types, &schema("verdict")?)?;
    answers::verdict(&mut types, &schema("verdict")?)?;
    answers::advance(&mut types, &schema("advance")?, &schema("advanced")?)?;
    let answers = ["form-answer", "form-rows-answer", "request-form-answer"];
    let [document, rows, request] = answers.map(schema);
    forms::forms(&mut types, &document?, &rows?, &request?)?;
    codes::findings(&mut types);
    Ok(format!("// Made from the engine and its schemas.\n\n{}", types.finish()))
}

/// A schema of the program, without the definitions whose types are made in another way.
fn schema(file: &str) -> Result<Value> {
    let mut schema = bundle(&format!("{file}.json"))?;
    if let Some(definitions) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        definitions.retain(|key, _| !ELSEWHERE.contains(&&**key));
    }
    Ok(schema)
}

/// A request, whose operation says what its verdict has.
fn request(types: &mut Types) -> Result {
    let schema = schema("request")?;
    types.definitions(&schema, Way::In, &[])?;
    types.text(OPERATIONS);
    let about = "One operation of a user. Absent, null, \"\" and [] are missing. What a person types may be anything: what is \
                 wrong with it becomes a reason of the verdict.";
    let operation = [("operation", Member::MayBe("O"))];
    Ok(types.interface("Request<O extends AskedOperation = AskedOperation>", about, &schema, &operation)?)
}

/// The operation that a request states.
const OPERATIONS: &str = "\
/**
 * The key of an operation of the bank's own (`operations` of its service), said to be one: `'sendForm' as OwnOperation`. So is a
 * slip in the name of an operation that every bank has still found.
 */
export type OwnOperation = string & { readonly ownOperation: true };

/** The operation of a request, if it has one. */
export type AskedOperation = Operation | OwnOperation | '' | null | undefined;
";
