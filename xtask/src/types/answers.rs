//! The types of answers: a union by outcome, with what each outcome has and what it never has. The corpus holds every line of
//! this to what the engine answers (`bindings-wasm/tests/types.test.mjs`).

use kessai::terms::Operation;
use serde_json::Value;

use crate::schema::{Member, Types, Way};
use Member::{Is, MayBe, Never};

type Result = std::result::Result<(), String>;

/// An answer without reasons does not count any either. Its list of reasons has the type of every list of them, though it is empty: so
/// can `find` and `filter` be asked of the reasons of any answer.
pub(super) const NO_REASONS: (&str, Member) = ("more", Never);

/// What an answer has that is not whole.
pub(super) const SOMETHING_MISSING: (&str, Member) = ("missing", Is("[string, ...string[]]"));

/// A verdict, by outcome and by the operation of its request.
pub(super) fn verdict(types: &mut Types, schema: &Value) -> Result {
    types.definitions(schema, Way::Out, &[])?;
    let makes: Vec<&str> = Operation::ALL
        .iter()
        .filter(|operation| operation.makes())
        .map(|operation| operation.name())
        .collect();
    types.union(
        "MakingOperation",
        "An operation that makes or changes an item: where it may be done, its fee and who approves it are known.",
        &makes,
    );
    types.text(OF_OPERATIONS);
    let refused = [
        ("outcome", Is("'refused'")),
        ("reasons", Is("[Reason, ...Reason[]]")),
        ("fee", Is("FeeOf<O> | null")),
        ("approval", Is("ApprovalOf<O> | null")),
    ];
    types.interface(
        "RefusedVerdict<O extends AskedOperation = AskedOperation>",
        "A verdict that says no: some rule is against it.",
        schema,
        &refused,
    )?;
    let incomplete = [
        ("outcome", Is("'incomplete'")),
        NO_REASONS,
        SOMETHING_MISSING,
        ("fee", Is("FeeOf<O> | null")),
        ("approval", Is("ApprovalOf<O> | null")),
    ];
    types.interface(
        "IncompleteVerdict<O extends AskedOperation = AskedOperation>",
        "A verdict on what is not whole: nothing says no so far, but fields are missing.",
        schema,
        &incomplete,
    )?;
    let items = ("items", MayBe("{\n    /** The fee of the item */\n    fee: ItemFee;\n  }[]"));
    let needs = [
        ("outcome", Is("'needsApproval'")),
        NO_REASONS,
        ("fee", Is("Fee")),
        items,
        ("approval", Is("Approval")),
    ];
    types.interface(
        "NeedsApprovalVerdict",
        "A verdict that says yes, and that somebody has to approve.",
        schema,
        &needs,
    )?;
    let accepted = [
        ("outcome", Is("'accepted'")),
        NO_REASONS,
        ("fee", Is("FeeOf<O>")),
        items,
        ("approval", Is("ApprovalOf<O>")),
    ];
    types.interface(
        "AcceptedVerdict<O extends AskedOperation = AskedOperation>",
        "A verdict that says yes, and that nobody has to approve.",
        schema,
        &accepted,
    )?;
    types.text(VERDICT);
    Ok(())
}

const OF_OPERATIONS: &str = "\
/** The fee that a verdict on an operation has where it may be done. */
export type FeeOf<O extends AskedOperation> = O extends MakingOperation ? Fee : null;

/** Who approves, as a verdict on an operation has it where it may be done. */
export type ApprovalOf<O extends AskedOperation> = O extends MakingOperation ? Approval : null;
";

const VERDICT: &str = "\
/**
 * The answer to one request, the same bytes in every host. `outcome` says which of them it is; where the operation of the request
 * is known, so are fee and approval: `Verdict<'create'>` has both as soon as it is accepted.
 */
export type Verdict<O extends AskedOperation = AskedOperation> =
  | AcceptedVerdict<O>
  | ([Extract<O, MakingOperation>] extends [never] ? never : NeedsApprovalVerdict)
  | IncompleteVerdict<O>
  | RefusedVerdict<O>;
";

/// A question to advance, and its answer by outcome and event.
pub(super) fn advance(types: &mut Types, question: &Value, answer: &Value) -> Result {
    types.definitions(question, Way::In, &[])?;
    types.interface(
        "AdvanceQuestion<K extends EventKind = EventKind>",
        "An item, what happens to it, and the usage.",
        question,
        &[("event", Is("ItemEvent & { type: K }"))],
    )?;
    types.definitions(answer, Way::Out, &[])?;
    types.text(OF_EVENTS);
    let changed = [
        ("outcome", Is("'changed'")),
        NO_REASONS,
        // Only a draft may lack something.
        ("missing", Is("K extends 'save' | 'discard' ? string[] : []")),
        ("item", Is("Item")),
        ("created", Is("K extends 'switch' ? [Item, ...Item[]] : Item[]")),
        ("label", Is("Bilingual")),
        ("fee", Is("FeeAfter<K>")),
        ("approval", Is("ApprovalAfter<K>")),
    ];
    types.interface(
        "ChangedAnswer<K extends EventKind = EventKind>",
        "The event may happen: what the host stores in place of what it gave.",
        answer,
        &changed,
    )?;
    let refused = [
        ("outcome", Is("'refused'")),
        ("reasons", Is("[Reason, ...Reason[]]")),
        ("fee", Is("FeeAfter<K> | null")),
        ("approval", Is("ApprovalAfter<K> | null")),
    ];
    types.interface(
        "RefusedAnswer<K extends EventKind = EventKind>",
        "The event may not happen: some rule says no, and nothing changes.",
        answer,
        &refused,
    )?;
    let incomplete = [
        ("outcome", Is("'incomplete'")),
        NO_REASONS,
        SOMETHING_MISSING,
        ("fee", Is("FeeAfter<K> | null")),
        ("approval", Is("ApprovalAfter<K> | null")),
    ];
    types.interface(
        "IncompleteAnswer<K extends EventKind = EventKind>",
        "Nothing says no, but fields are missing: nothing changes.",
        answer,
        &incomplete,
    )?;
    types.text(ADVANCE);
    Ok(())
}

const OF_EVENTS: &str = "\
/** The fee that is told of an event that may happen. */
export type FeeAfter<K extends EventKind> = K extends 'submit' ? Fee : K extends 'execute' ? Fee | null : null;

/** Who is told to approve after an event that may happen. */
export type ApprovalAfter<K extends EventKind> =
  K extends 'submit' ? Approval : K extends 'verify' | 'approve' | 'release' ? Approval | null : null;
";

const ADVANCE: &str = "\
/**
 * What becomes of an event, the same bytes in every host. `outcome` says which of them it is; where the event of the question is
 * known, so is what it tells: `AdvanceAnswer<'submit'>` has a fee as soon as it has changed.
 */
export type AdvanceAnswer<K extends EventKind = EventKind> = ChangedAnswer<K> | RefusedAnswer<K> | IncompleteAnswer<K>;
";
