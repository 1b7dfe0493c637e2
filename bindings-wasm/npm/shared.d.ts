// What every module of the package has.
import type {
  AdvanceAnswer, AskedOperation, CallErrorCode, ErrorFindingCode, FormAnswer, ImageErrorCode, LargestAnswer, PossibleAnswer, Request,
  RequestErrorCode, Texts, ValueCode, Verdict,
} from './documents.js';
import type { Freed, ModuleOrigin, ModuleSource } from './platform.js';

/**
 * Makes the engine ready. Call it once and wait for it before anything else; calling it again does nothing.
 *
 * Without an argument the module that comes with the package is loaded: fetched by a page or a worker, and inside the
 * JavaScript on a server. Otherwise the one given, as bytes, a compiled module, a response or its address.
 */
export function init(module?: ModuleOrigin): Promise<void>;

/** Makes the engine ready from the bytes of `kessai/kessai.wasm`, or from the module compiled of them. */
export function initSync(module: ModuleSource): void;

/** The version of the engine. */
export function version(): string;

/**
 * A moment as `now` of requests and events, to the second: `toISOString` has a fraction, which is refused.
 *
 * `utcOffset`, such as `+09:00`, says how it is written; the moment is the same.
 */
export function instant(moment: Date | number, utcOffset?: string): string;

/** A company that answers requests: what every module that takes requests has of it. */
export interface Answering extends Freed {}
export class Answering {
  protected constructor();
  /**
   * Answers one request: an object, or its JSON text.
   *
   * Throws a `RequestError` where there is no answer, which is to be treated as refused. A verdict that refuses is an
   * answer: look at its `outcome`. Where the operation of the request is known, so is whether an accepted one has a fee.
   */
  evaluate<O extends AskedOperation = AskedOperation>(request: Request<O>): Verdict<O>;
  evaluate(request: Request | string): Verdict;
  /**
   * Answers one request, JSON text in and JSON text out: the same bytes as in every other host.
   *
   * Throws as `evaluate` does.
   */
  evaluateJson(request: string): string;
  /**
   * Keeps a request ready in the engine, an object or its JSON text, to be decided again and again while someone types into it:
   * the fast door. The company may be freed before it.
   *
   * Throws as `evaluate` does.
   */
  prepare(request: Request | string): Prepared;
  /**
   * The largest payment with which a request has no reason, and the reasons that stop one unit more. Of a batch, `item`
   * is the position of one of its items.
   *
   * Throws as `evaluate` does.
   */
  largestPayment(request: Request | string, item?: number | bigint): LargestAnswer;
  /**
   * The largest payment, JSON text in and JSON text out.
   *
   * Throws as `evaluate` does.
   */
  largestPaymentJson(request: string, item?: number | bigint): string;
  /**
   * Which accounts, businesses, operations, payee kinds and approvers could stand in a request, all else as it is.
   *
   * Throws as `evaluate` does.
   */
  possible(request: Request | string): PossibleAnswer;
  /**
   * What remains possible, JSON text in and JSON text out.
   *
   * Throws as `evaluate` does.
   */
  possibleJson(request: string): string;
  /**
   * What an answer says to a person in a language: that of `evaluate`, `advance`, `largestPayment` or a form, or an error of
   * them. An object, or its JSON text.
   *
   * Throws as `evaluate` does where it is no answer.
   */
  texts(answer: Verdict | AdvanceAnswer | LargestAnswer | FormAnswer | RequestError | string, lang: 'ja' | 'en'): Texts;
  /** The document's `id`. */
  readonly id: string;
  /** The fingerprint of the document's meaning, as in verdicts. */
  readonly digest: string;
  /** Gives its memory back; doing it again does nothing. Whatever else is called then throws. */
  free(): void;
}

/** The code of anything that this package throws. */
export type KessaiErrorCode = RequestErrorCode | ValueCode | CallErrorCode | ImageErrorCode | ErrorFindingCode;

/** A request that is kept ready: see the class. */
export interface Prepared extends Freed {}
/**
 * A request that is kept ready while someone types into it. Amounts are whole numbers of the currency's least unit, and exact:
 * one beyond 2^53 - 1 throws `value.tooLarge`, and the verdict has it. Null where there is none.
 *
 * After each change the answer is that of `evaluate` to the changed request. Where a change throws, there is no answer: whatever is
 * read then throws the same, until the members that could not be put in are given anew.
 */
export class Prepared {
  private constructor();
  /**
   * Puts another payment in, and gives the new outcome. A number or BigInt is whole units, as in a request; a text is as typed; null,
   * undefined or an empty text is no payment.
   *
   * Throws as `evaluate` does of the request with this payment.
   */
  decide(payment: number | bigint | string | null | undefined): Verdict['outcome'];
  /**
   * Puts other members in, each in the place of the whole member of that name, and gives the new outcome. One that is null is taken
   * out; one that is undefined stays as it is.
   *
   * Throws as `evaluate` does of the request with these members.
   */
  set(changes: Request): Verdict['outcome'];
  /** The outcome of the request as it is now. */
  readonly outcome: Verdict['outcome'];
  /** What is kept back from the payment; of a batch the sum, as in all amounts here. */
  readonly deducted: number | null;
  /** 振込金額. */
  readonly transfer: number | null;
  /** What the bank charges (実手数料). */
  readonly bankFee: number | null;
  /** What is withdrawn: transfer and bank fee. */
  readonly withdrawal: number | null;
  /** `deducted` less `bankFee`: below 0 where the bank charges more than is kept back. */
  readonly difference: number | null;
  /** The least that a limit in amounts leaves once the request is counted: below 0 where it is exceeded. */
  readonly room: number | null;
  /** How many reasons there are, those that a verdict only counts among them. */
  readonly reasonCount: number;
  /** How many fields are missing. */
  readonly missingCount: number;
  /** How many people have to approve at the least. */
  readonly approverCount: number | null;
  /** The whole answer, made when it is asked for. */
  verdict(): Verdict;
  /** The whole answer as JSON text: the same bytes as `evaluateJson` gives. */
  verdictJson(): string;
  /** Gives its memory back; doing it again does nothing. Whatever else is called then throws. */
  free(): void;
}

/** Whatever this package throws. */
export class KessaiError extends Error {
  /** The kind of fault, such as `request.user.unknown`, `value.fraction` or `call.freed`. */
  readonly code: KessaiErrorCode;
  /** Where it is in what was given (RFC 6901); empty for the whole. */
  readonly path: string;
}

/** Thrown where there is no answer, which is to be treated as refused. */
export class RequestError extends KessaiError {
  /** What is wrong with the question, or with the call. */
  readonly code: RequestErrorCode | ValueCode | CallErrorCode;
  /** The message in Japanese; in English where there is none. */
  readonly messageJa: string;
}

/**
 * Thrown where there is no answer as the call itself is wrong: `call.argument` (too many, too few, or of the wrong kind),
 * `call.receiver` (a method without its object), `call.notReady` (before `init`), `call.init` (the engine cannot be
 * loaded), `call.compile` (it cannot, as the host compiles no WebAssembly: a content security policy needs
 * `'wasm-unsafe-eval'`), `call.freed`, `call.fault` (a fault of the engine, which has stopped for good then).
 */
export class CallError extends RequestError {
  /** What is wrong with the call. */
  readonly code: CallErrorCode;
}

/** Thrown for an image that cannot be used (as `image.version`), and for `form` of a company of an image (`image.form`). */
export class ImageError extends KessaiError {
  /** What is wrong with the image. */
  readonly code: ImageErrorCode;
  /** The message in Japanese. */
  readonly messageJa: string;
}
