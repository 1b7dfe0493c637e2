//! The package's `documents.d.ts`: what goes in and out, from the schemas of the program and the vocabularies of the engine.

use kessai::terms::{
    Act, ApprovalMode, Bearer, BusinessKind, CertificateState, CharacterKind, DateBasis, DayBasis, Debit,
    Entry, Method, MixClass, OneTimePasswordState, Operation, PayeeKind, Role, Roll, Round, Scope, State,
};
use kessai::{Code, Company, FindingCode, Service, Step};

use crate::Result;
use crate::schema::Types;
use bundle::bundle;

#[path = "../../cli/src/schema/bundle.rs"]
mod bundle;

/// Each schema, and the type that it becomes.
const SCHEMAS: [(&str, &str); 12] = [
    ("service", "ServiceDocument"),
    ("company", "CompanyDocument"),
    ("request", "Request"),
    ("verdict", "Verdict"),
    ("item", "Item"),
    ("event", "ItemEvent"),
    ("advance", "AdvanceQuestion"),
    ("advanced", "AdvanceAnswer"),
    ("form", "FormQuestion"),
    ("form-answer", "FormAnswer"),
    ("largest", "LargestAnswer"),
    ("possible", "PossibleAnswer"),
];

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
        CertificateState "The state of a client certificate (電子証明書状態).",
        OneTimePasswordState "The state of a user's one-time password (ワンタイムパスワード利用状態).",
        CharacterKind "A kind of characters that a field may take (文字種).",
        MixClass "A class of characters of which a text must have one (混在).",
        Step "The steps of an evaluation.",
        Code "Why a verdict says no. Names never change their meaning.",
        FindingCode "What is wrong, or doubtful, with a document. Names never change their meaning.",
    }
    for (file, name) in SCHEMAS {
        let schema = match file {
            "service" => serde_json::from_str(&Service::schema())?,
            "company" => serde_json::from_str(&Company::schema())?,
            _ => bundle(&format!("{file}.json"))?,
        };
        types.schema(name, &schema).map_err(|error| format!("{file}: {error}"))?;
    }
    Ok(format!("// Made from the engine and its schemas.\n\n{}{FINDING}{VALUE}{FORM}", types.finish()))
}

/// What the engine writes of a finding; `bindings-wasm/tests/api.test.mjs` looks at its fields.
const FINDING: &str = "\
/** One thing that is wrong, or doubtful, with a document. */
export interface Finding {
  code: FindingCode | ValueCode;
  /** A document with an error cannot be used. */
  severity: 'error' | 'warning';
  /** Where it is (RFC 6901), such as `/standardFees/0/from`. */
  path: string;
  /** Where it begins in the text, in bytes. */
  start: number;
  /** Where it ends in the text, in bytes. */
  end: number;
  message: string;
  messageJa: string;
  hint?: string;
  hintJa?: string;
}
";

/// What `bindings-wasm/npm/text.js` finds fault with before the engine is asked.
const VALUE: &str = "
/** What a value has in it that JSON cannot say. Names never change their meaning. */
export type ValueCode =
  | 'value.undefined'
  | 'value.notFinite'
  | 'value.fraction'
  | 'value.tooLarge'
  | 'value.function'
  | 'value.symbol'
  | 'value.notPlain'
  | 'value.cyclic'
  | 'value.deep'
  | 'value.surrogate'
  | 'value.long'
  | 'value.unreadable';
";

/// What goes into `Form.check`.
const FORM: &str = "
/** One of the forms of a bank's screens: 企業情報, 利用者, 口座, 手数料情報. */
export type FormName = FormQuestion['form'];

/** What is typed into a form, by field; null takes a field away. */
export type FormInput = Record<string, unknown>;

/** What a form is about. */
export interface FormOptions {
  /** The user or account that is changed; left out: a new one. */
  change?: string;
  /** Asks whether the element may be taken out. */
  remove?: boolean;
  /** Items of the company, of which the answer says which hang on the user. */
  items?: FormQuestion['items'];
}
";
