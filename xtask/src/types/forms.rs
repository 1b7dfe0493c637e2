//! The types of the answers of forms: a union by outcome, for each form. The corpus holds them to what the engine answers, as it does
//! all answers.

use serde_json::Value;

use super::WHOLE;
use super::answers::{NO_REASONS, SOMETHING_MISSING};
use crate::schema::{Member, Types, Way};
use Member::Is;

type Result = std::result::Result<(), String>;

/// What every answer of a form has: those of the document, and that of a request.
pub(super) fn forms(types: &mut Types, document: &Value, rows: &Value, request: &Value) -> Result {
    for schema in [document, rows, request] {
        types.definitions(schema, Way::Out, WHOLE)?;
    }
    types.text(NAMES);
    of_documents(types, document)?;
    of_rows(types, rows)?;
    of_requests(types, request)?;
    types.text(ANSWER);
    Ok(())
}

/// Forms of the company document.
fn of_documents(types: &mut Types, schema: &Value) -> Result {
    types.definitions(schema, Way::Out, WHOLE)?;
    let reasons = ("reasons", Is("FormReason<N>[]"));
    let warnings = ("warnings", Is("FormWarning[]"));
    let valid = [("outcome", Is("'valid'")), reasons, warnings, ("result", Is("FormElements[N] | null"))];
    types.interface(
        "ValidForm<N extends DocumentFormName = DocumentFormName> extends NoneOf<OfEntry>",
        "The form is whole: with its result in its place the document loads.",
        schema,
        &valid,
    )?;
    let incomplete = [
        ("outcome", Is("'incomplete'")),
        reasons,
        warnings,
        SOMETHING_MISSING,
        ("result", Is("Unfinished<FormElements[N]> | null")),
    ];
    types.interface(
        "IncompleteForm<N extends DocumentFormName = DocumentFormName> extends NoneOf<OfEntry>",
        "Nothing says no so far, but fields are missing.",
        schema,
        &incomplete,
    )?;
    let refused = [
        ("outcome", Is("'refused'")),
        ("reasons", Is("[FormReason<N>, ...FormReason<N>[]]")),
        warnings,
        ("result", Is("Unfinished<FormElements[N]> | null")),
    ];
    types.interface(
        "RefusedForm<N extends DocumentFormName = DocumentFormName> extends NoneOf<OfEntry>",
        "The form is refused: some rule says no.",
        schema,
        &refused,
    )
}

/// Many rows at once.
fn of_rows(types: &mut Types, schema: &Value) -> Result {
    types.definitions(schema, Way::Out, WHOLE)?;
    let outside = [("reasons", Is("FormReason<N>[]")), ("warnings", Is("FormWarning[]"))];
    let row = [outside.as_slice(), &[("result", Is("Unfinished<FormElements[N]>"))]].concat();
    types.interface(
        "RowAnswer<N extends RowsFormName = RowsFormName>",
        "What is said of one of many rows.",
        schema.pointer("/properties/rows/items").unwrap_or(&Value::Null),
        &row,
    )?;
    let rows = ("rows", Is("[RowAnswer<N>, ...RowAnswer<N>[]]"));
    let valid =
        [outside.as_slice(), &[("outcome", Is("'valid'")), rows, ("result", Is("FormElements[N][]"))]]
            .concat();
    types.interface(
        "ValidRows<N extends RowsFormName = RowsFormName>",
        "All rows may be taken: with their elements the document loads.",
        schema,
        &valid,
    )?;
    let bad =
        [outside.as_slice(), &[("outcome", Is("'refused' | 'incomplete'")), rows, ("result", Is("null"))]]
            .concat();
    types.interface(
        "BadRows<N extends RowsFormName = RowsFormName>",
        "Some row is refused or incomplete, or all together are refused: nothing is taken.",
        schema,
        &bad,
    )
}

/// The entry of a transfer.
fn of_requests(types: &mut Types, schema: &Value) -> Result {
    types.definitions(schema, Way::Out, WHOLE)?;
    let reasons = ("reasons", Is("SpokenReason[]"));
    let warnings = ("warnings", Is("[]"));
    let valid = [
        ("outcome", Is("'valid'")),
        reasons,
        NO_REASONS,
        warnings,
        ("verdict", Is("AcceptedVerdict | NeedsApprovalVerdict")),
    ];
    types.interface(
        "ValidEntry extends NoneOf<'hanging'>",
        "The request may be made: its result can be sent.",
        schema,
        &valid,
    )?;
    let incomplete = [
        ("outcome", Is("'incomplete'")),
        reasons,
        NO_REASONS,
        warnings,
        SOMETHING_MISSING,
        ("verdict", Is("IncompleteVerdict")),
    ];
    types.interface(
        "IncompleteEntry extends NoneOf<'hanging'>",
        "Nothing says no so far, but fields are missing.",
        schema,
        &incomplete,
    )?;
    let refused = [
        ("outcome", Is("'refused'")),
        ("reasons", Is("[SpokenReason, ...SpokenReason[]]")),
        warnings,
        ("verdict", Is("RefusedVerdict")),
    ];
    types.interface(
        "RefusedEntry extends NoneOf<'hanging'>",
        "The request may not be made: some rule says no.",
        schema,
        &refused,
    )
}

const NAMES: &str = "\
/** One of the forms of the company document. */
export type DocumentFormName = FormQuestion['form'];

/** One of the forms that make elements of which there are many. */
export type RowsFormName = 'user' | 'account' | 'group';

/** One of the forms of a bank's screens. */
export type FormName = DocumentFormName | RequestFormQuestion['form'];

/** What each form is about: the result of a valid one. */
export interface FormElements {
  /** 企業情報: the company's document with its settings. */
  company: CompanyDocument;
  /** 利用者: a user. */
  user: User;
  /** 口座: an account. */
  account: Account;
  /** 手数料情報: the company's own fee table, of one business and bearer. */
  feeTable: PayeeBorne | PayerBorne;
  /** グループ: a group of users, with its key in the company's document. */
  group: Group & { id: string };
  /** 取引の入力: a request. */
  request: Request;
}

/** What only the entry of a transfer is answered. */
type OfEntry = 'more' | 'verdict' | 'largest' | 'possible';

/** An element that is not whole yet: anything may stand in its fields, as it was typed. */
export type Unfinished<E> = E extends unknown ? { [K in keyof E]?: unknown } : never;

/** What is typed into a form, by field; null takes a field away. A form may have fields that its element has not. */
export type FormInput<N extends FormName = FormName> = Unfinished<FormElements[N]> | Record<string, unknown>;
";

const ANSWER: &str = "\
/** The answer of the entry of a transfer. */
export type EntryAnswer = ValidEntry | IncompleteEntry | RefusedEntry;

/** The answer of a form of the company document. */
export type DocumentFormAnswer<N extends DocumentFormName = DocumentFormName> =
  | ValidForm<N>
  | IncompleteForm<N>
  | RefusedForm<N>;

/** The answer of many rows at once. */
export type RowsAnswer<N extends RowsFormName = RowsFormName> = ValidRows<N> | BadRows<N>;

/** The answer of a form, the same bytes in every host. `outcome` says which of them it is. */
export type FormAnswer<N extends FormName = FormName> = N extends DocumentFormName ? DocumentFormAnswer<N> : EntryAnswer;
";
