import type {
  AdvanceAnswer, AdvanceQuestion, Amount, Bearer, Code, CompanyDocument, ErrorFindingCode, EventKind, Finding, FormName, ItemFee,
  OwnVersion, ServiceDocument, ValueCode, WarningFinding,
} from './documents.js';
import type { Form, FormSettings } from './form.js';
import type { Imported } from './imported.js';
import type { Bytes, Freed, OwnBytes } from './platform.js';
import { Answering, init, KessaiError } from './shared.js';

export type * from './documents.js';
export type {
  FaultIssue, FormIssue, FormSchemaOptions, FormSettings, FormStandard, FormView, MissingIssue, ReasonIssue,
} from './form.js';
export { Form } from './form.js';
export type { Imported } from './imported.js';
export type { Bytes, CompiledModule, ModuleOrigin, ModuleSource, OwnBytes } from './platform.js';
export type { Answering, KessaiErrorCode, Prepared } from './shared.js';
export { CallError, ImageError, init, initSync, instant, KessaiError, RequestError, version } from './shared.js';

export default init;

/**
 * A bank's checked rules.
 *
 * Whatever takes an object takes plain objects and lists of texts, whole numbers (BigInt too), booleans and null; a
 * member that is undefined is one that is not there. Anything else (NaN, a fraction, a Date, a function, undefined in a
 * list) throws with its code and path before anything is decided.
 */
export interface Service extends Freed {}
export class Service {
  /**
   * Reads and checks a service document: an object, or its JSON text.
   *
   * Throws a `DocumentError` if the document cannot be used.
   */
  constructor(document: ServiceDocument | Imported<ServiceDocument> | string);
  /**
   * Reads a company document, an object or its JSON text, and checks it against this service, which may be freed before
   * the company.
   *
   * Throws a `DocumentError` if the document cannot be used.
   */
  company(document: CompanyDocument | Imported<CompanyDocument> | string): Company;
  /**
   * A form of the bank's screens against a company document as it is now, an object or its JSON text, which need not be
   * loaded. The service may be freed before the form.
   */
  form<N extends FormName>(
    company: CompanyDocument | Imported<CompanyDocument> | string,
    name: N,
    settings?: FormSettings | null,
  ): Form<N>;
  /**
   * Copies the bank's table in force on a day (手数料を読み込む), as the value of `tables` of a fee table.
   *
   * Throws a `RequestError` where there is none to copy.
   */
  copyFees(business: string, bearer: Bearer, day: string): OwnVersion[];
  /** The document's `id`. */
  readonly id: string;
  /** The document's `version`. */
  readonly version: string;
  /** The fingerprint of the document's meaning, as in verdicts. */
  readonly digest: string;
  /** What was doubtful when the document was read. */
  readonly warnings: WarningFinding[];
  /** Gives its memory back; doing it again does nothing. Whatever else is called then throws. */
  free(): void;
}

/** A customer's checked settings under a service. */
export class Company extends Answering {
  private constructor();
  /**
   * Reads an image that `kessai compile` or `image()` has written: the company with its service, in microseconds.
   *
   * Throws an `ImageError` for bytes that are no image, one of another version, or one that was changed.
   */
  static fromImage(image: Bytes): Company;
  /** The company, with its service, as an image: the same bytes in every host. It has no document, which `form` needs. */
  image(): OwnBytes;
  /**
   * Applies an event to an item: what becomes of it and of the usage. The question is an object, or its JSON text.
   *
   * Throws as `evaluate` does. An answer that refuses is an answer: look at its `outcome`.
   */
  advance<K extends EventKind = EventKind>(question: AdvanceQuestion<K>): AdvanceAnswer<K>;
  advance(question: AdvanceQuestion | string): AdvanceAnswer;
  /**
   * Applies an event to an item, JSON text in and JSON text out.
   *
   * Throws as `evaluate` does.
   */
  advanceJson(question: string): string;
  /**
   * A form of the bank's screens against this company's document as it was given; `request`, the entry of a transfer, for a company
   * of an image too. The company may be freed before the form.
   */
  form<N extends FormName>(name: N, settings?: FormSettings | null): Form<N>;
  /**
   * What every payment costs in a business on a day that is both the day of the operation and the value date: for each
   * pattern of the service that has a table, pieces of payments that cost alike, from 1 to 999,999,999,999,999. `typedFee` is
   * the fee that is typed, where the company's method is `typed`.
   *
   * Throws a `RequestError` where there is no table, or where the payee is to bear a fee for which the company has set
   * nothing.
   */
  feeCurve(business: string, bearer: Bearer, day: string, typedFee?: string): FeeCurve[];
  /**
   * Checks a form, JSON text in and JSON text out: the question has `form` and `input`, `change` or `remove`.
   *
   * Throws as `evaluate` does.
   */
  formJson(question: string): string;
  /** What was doubtful when the document was read. */
  readonly warnings: WarningFinding[];
}

/** What every payment costs under one pattern. */
export interface FeeCurve {
  /** The key of the pattern. */
  pattern: string;
  /** They rise, and no payment lies between two of them. */
  pieces: FeePiece[];
}

/** Neighbouring payments that cost alike. */
export interface CostPiece {
  /** The smallest payment. */
  from: Amount;
  /** The largest payment. */
  to: Amount;
  /**
   * How the figures run in between. `flat`: fees and difference stay. `straight`: the transfer stays, so that what is kept
   * back and the difference rise by one unit with each unit of the payment, and the difference has one sign. `rounded`:
   * a share of the amount is kept back or charged, and rises but for what rounding does.
   */
  shape: 'flat' | 'straight' | 'rounded';
  /** What the smallest payment costs. */
  first: FeeFigures;
  /** What the largest payment costs. */
  last: FeeFigures;
  /** There is a fee. */
  code?: never;
}

/** Neighbouring payments that have no fee for the same reason. */
export interface NoFeePiece {
  /** The smallest payment. */
  from: Amount;
  /** The largest payment. */
  to: Amount;
  /** Why they have none. */
  code: Extract<Code, 'fee.notLessThanPayment' | 'fee.amountTooLarge'>;
  /** There is no fee. */
  shape?: never;
  /** There is no fee. */
  first?: never;
  /** There is no fee. */
  last?: never;
}

/** Neighbouring payments that cost alike, or that have no fee for the same reason. */
export type FeePiece = CostPiece | NoFeePiece;

/** What one payment costs: the figures of a fee. */
export type FeeFigures = Pick<
  ItemFee, 'deducted' | 'transfer' | 'bankFee' | 'withdrawal' | 'difference' | 'expectedBankFee'
>;

/** Thrown for a document that cannot be used. Code and path are those of the first error. */
export class DocumentError extends KessaiError {
  /** The code of the first error; of a fault of the engine `call.fault`. */
  readonly code: ErrorFindingCode | ValueCode | 'call.fault';
  /** Everything that was found in the document. */
  readonly findings: Finding[];
}
