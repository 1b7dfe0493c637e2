//! The types of reasons, findings and errors: each code with what it has.

use std::collections::BTreeMap;
use std::fmt::Write;

use kessai::verdict::FigureKind;
use kessai::{Code, FindingCode, Lang, RequestErrorCode, Severity};
use serde_json::Value;

use crate::schema::{Types, comment};

/// The codes by themselves.
pub(super) fn unions(types: &mut Types) {
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    types.union("Code", "Why a verdict says no. Names never change their meaning.", &codes);
    let of = |severity: Severity| -> Vec<&str> {
        let codes = FindingCode::ALL.iter().filter(|code| code.severity() == severity);
        codes.map(|code| code.name()).collect()
    };
    types.union(
        "ErrorFindingCode",
        "What is wrong with a document. Names never change their meaning.",
        &of(Severity::Error),
    );
    types.union(
        "WarningFindingCode",
        "What is doubtful in a document. Names never change their meaning.",
        &of(Severity::Warning),
    );
    let findings: Vec<&str> = FindingCode::ALL.iter().map(|code| code.name()).collect();
    types.name("FindingCode", &findings);
    types.text(FINDING_CODE);
    let errors: Vec<&str> = RequestErrorCode::ALL.iter().map(|code| code.name()).collect();
    types.union("RequestErrorCode", "Why there is no answer. Names never change their meaning.", &errors);
}

const FINDING_CODE: &str = "\
/** What is wrong, or doubtful, with a document. */
export type FindingCode = ErrorFindingCode | WarningFindingCode;
";

/// Reasons, by code.
pub(super) fn reasons(types: &mut Types, verdict: &Value) -> Result<(), String> {
    // What each figure is called stands in the schema; `super::schema` has left it to this.
    let parts: Value = serde_json::from_str(PARTS).map_err(|error| error.to_string())?;
    let described = parts.pointer("/$defs/reason/properties").ok_or("a reason has no properties")?;
    if verdict.pointer("/properties/reasons").is_none() {
        return Err("a verdict has no reasons".to_owned());
    }
    let mut out = String::from("/** What the reasons of each code have besides step, code and place. */\n");
    out.push_str("export interface ReasonFigures {\n");
    let mut shapes: BTreeMap<String, &str> = BTreeMap::new();
    for code in Code::ALL {
        let [en, ja] = [Lang::En, Lang::Ja].map(|lang| code.template(lang));
        comment(&format!("{en} {ja}"), "  ", &mut out);
        let shape = figures(*code, described)?;
        let kind = match shapes.get(&shape) {
            Some(first) if shape != "{}" => format!("ReasonFigures['{first}']"),
            _ => shape.clone(),
        };
        let _infallible = writeln!(out, "  '{}': {kind};", code.name());
        shapes.entry(shape).or_insert(code.name());
    }
    out.push_str("}\n");
    types.text(&out);
    types.text(REASON);
    Ok(())
}

/// The parts of the program's schemas.
const PARTS: &str = include_str!("../../../cli/schemas/parts.json");

/// The figures of a code as the members of an object.
fn figures(code: Code, described: &Value) -> Result<String, String> {
    let always: Vec<&str> = code.figures_always().collect();
    let mut out = String::new();
    for (name, kind) in code.figures() {
        let about = described.get(name).and_then(|of| of.get("description")).and_then(Value::as_str);
        comment(about.ok_or_else(|| format!("`{name}` is in no schema"))?, "    ", &mut out);
        let mark = if always.contains(&name) { "" } else { "?" };
        let _infallible = writeln!(out, "    {name}{mark}: {};", type_of(kind)?);
    }
    Ok(if out.is_empty() { "{}".to_owned() } else { format!("{{\n{out}  }}") })
}

fn type_of(kind: FigureKind) -> Result<&'static str, String> {
    Ok(match kind {
        FigureKind::Amount => "Amount",
        FigureKind::Count => "Count",
        FigureKind::Quantity => "Amount | Count",
        FigureKind::Number | FigureKind::Position => "number",
        FigureKind::Day => "Day",
        FigureKind::Characters => "CharacterKind",
        FigureKind::Class => "MixClass",
        FigureKind::People => "People",
        FigureKind::Text
        | FigureKind::Limit
        | FigureKind::Condition
        | FigureKind::Shape
        | FigureKind::Character => "string",
        other => return Err(format!("there is no type of TypeScript for {other:?}")),
    })
}

const REASON: &str = "\
/** How many of something there are, in digits. */
export type Count = string;

/** The step that gives the reasons of a code, with which the code begins. */
export type StepOf<C extends Code> = C extends `${infer S extends Step}.${string}` ? S : never;

/**
 * Why the answer is no. `code` says which reason it is, and with it which figures it has: under `limit.declared` there is a `key`. Of a
 * reason with any code each figure may be there or not.
 */
export type Reason<C extends Code = Code> = C extends Code ? Together<ReasonHead<C> & ReasonFigures[C] & NoneOf<Without<C>>> : never;

/** The figures that reasons have, of one code or another. */
type Figure = { [C in Code]: keyof ReasonFigures[C] }[Code];

/** The figures that a code does not have. */
type Without<C extends Code> = Exclude<Figure, keyof ReasonFigures[C]>;

/** Members that are never there. */
type NoneOf<Name extends string> = { [K in Name]?: never };

/** What every reason has. */
interface ReasonHead<C extends Code> {
  /** Which step gives it */
  step: StepOf<C>;
  /** What kind of reason it is; `kessai explain CODE` tells the rule */
  code: C;
  /** Place in the request, RFC 6901 */
  path: string;
}

/** The members of several objects in one. */
type Together<T> = { [K in keyof T]: T[K] };

/** What a reason says to a person, and that it is nowhere else. */
interface Spoken extends NoneOf<'place'> {
  /** The text in both languages */
  message: Bilingual;
}

/** A reason with what it says to a person. */
export type SpokenReason<C extends Code = Code> = C extends Code ? Together<Reason<C> & Spoken> : never;

/** A code of a form's field. */
export type FieldCode = Extract<Code, `form.${string}`>;

/** A finding of the document that a form makes; it has no figures. */
interface FindingReason<C extends FindingCode> extends NoneOf<Figure> {
  /** The step */
  step: 'form';
  /** What kind of finding it is; `kessai explain CODE` tells more */
  code: C;
  /** Place in the element, RFC 6901; empty for what is elsewhere */
  path: string;
  /** Place in the new document, where it is not in the element */
  place?: string;
  /** What it says to a person */
  message: Bilingual;
}

/** Why a form is refused: of a request any reason; else a rule of a field, or what would be wrong with the document. */
export type FormReason<N extends FormName = FormName> = N extends DocumentFormName
  ? SpokenReason<FieldCode> | FindingReason<ErrorFindingCode>
  : SpokenReason;

/** What is doubtful in the document that a form makes. */
export type FormWarning = FindingReason<WarningFindingCode>;
";

/// Findings, and what `bindings-wasm/npm/text.js` finds fault with before the engine is asked.
pub(super) fn findings(types: &mut Types) {
    types.text(FINDING);
}

const FINDING: &str = "\
/** What every finding has. */
interface FindingBody {
  /** Where it is (RFC 6901), such as `/standardFees/0/from` */
  path: string;
  /** Where it begins in the text, in bytes */
  start: number;
  /** Where it ends in the text, in bytes */
  end: number;
  /** What is wrong, in English */
  message: string;
  /** What is wrong, in Japanese */
  messageJa: string;
  /** What to do about it, in English */
  hint?: string;
  /** What to do about it, in Japanese */
  hintJa?: string;
}

/** One thing that is wrong with a document, which cannot be used then. */
export interface ErrorFinding extends FindingBody {
  /** What kind of finding it is */
  code: ErrorFindingCode | ValueCode;
  /** How grave it is */
  severity: 'error';
}

/** One thing that is doubtful in a document. */
export interface WarningFinding extends FindingBody {
  /** What kind of finding it is */
  code: WarningFindingCode;
  /** How grave it is */
  severity: 'warning';
}

/** One thing that is wrong, or doubtful, with a document. */
export type Finding = ErrorFinding | WarningFinding;

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

/** What is wrong with an image, or with what is asked of a company of an image. Names never change their meaning. */
export type ImageErrorCode =
  | 'image.magic'
  | 'image.version'
  | 'image.length'
  | 'image.checksum'
  | 'image.damaged'
  | 'image.form';

/** What is wrong with a call. Names never change their meaning. */
export type CallErrorCode =
  | 'call.argument'
  | 'call.receiver'
  | 'call.notReady'
  | 'call.init'
  | 'call.compile'
  | 'call.freed'
  | 'call.fault';
";
