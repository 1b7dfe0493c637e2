import { init } from '../shared.js';

export { CallError, ImageError, init, initSync, KessaiError, RequestError, version } from '../shared.js';

export default init;

/**
 * Requests, one a row: a column for each field, of as many elements as there are rows. What is missing in a row is `0xffff` as a
 * position, `0xff` as a code, the least number as a day, an amount or an instant; a column that is not given is missing in all rows.
 */
export interface Columns {
  /** Positions: see `position`. */
  user?: Uint16Array;
  business?: Uint16Array;
  account?: Uint16Array;
  /** Places in the lists of the types: `Operation`, `Entry`, `PayeeKind`, `Bearer`, in their order. */
  operation?: Uint8Array;
  entry?: Uint8Array;
  payeeKind?: Uint8Array;
  bearer?: Uint8Array;
  /** 0 another bank, 1 another branch, 2 the same branch, 3 the same bank: see `place`. */
  place?: Uint8Array;
  /** 文書扱: 0 no, 1 yes. */
  document?: Uint8Array;
  pattern?: Uint8Array;
  /** Days since 1970-01-01. */
  valueDate?: Int32Array;
  registeredOn?: Int32Array;
  /** Seconds since 1970-01-01T00:00:00Z. */
  now?: BigInt64Array;
  registeredAt?: BigInt64Array;
  /** Amounts in minor units. */
  payment?: BigInt64Array;
  typedFee?: BigInt64Array;
  /** The first approver of each row, the second, and so on. */
  approvers?: Uint16Array[];
  /** What is used of each limit, by the one whom the row names. */
  usage?: { limit: number; day: Int32Array; used: BigInt64Array }[];
}

/** Answers, one a row. */
export interface ColumnAnswers {
  /** Why a row has no answer; 0 where it has one. A row without an answer is refused. */
  error: Uint8Array;
  /** 0 refused, 1 incomplete, 2 needs approval, 3 accepted. */
  outcome: Uint8Array;
  /** The fee; the least number where there is none. */
  deducted: BigInt64Array;
  transfer: BigInt64Array;
  bankFee: BigInt64Array;
  withdrawal: BigInt64Array;
  /** The number of the first reason, as in C; 0 without one. */
  reason: Uint16Array;
  /** How many reasons and missing fields there are. */
  reasons: Uint32Array;
  missing: Uint32Array;
  /** The least that a limit leaves, by which code of limits, and which declared one. */
  room: BigInt64Array;
  roomCode: Uint16Array;
  roomLimit: Uint16Array;
  /** How many people have to approve; `0xffff` where that is not known. */
  approvers: Uint16Array;
}

/** A customer's settings under a service, read from an image. */
export class Company {
  private constructor();
  /**
   * Reads an image that `kessai compile` or `image()` of the whole module has written.
   *
   * Throws an `ImageError` for bytes that are no image, one of another version, or one that was changed.
   */
  static fromImage(image: BufferSource): Company;
  /** The position of a name in columns; undefined where there is no such name. */
  position(kind: 'user' | 'business' | 'account' | 'pattern' | 'limit' | 'approver', name: string): number | undefined;
  /** Where a payee's account is as seen from a debit account, by the codes of bank and branch; empty ones are missing. */
  place(account: number, bank: string, branch: string): number;
  /**
   * Decides one request a row, as `evaluate` decides the request with the same values.
   *
   * Throws a `CallError` for what is no column, and a `RequestError` where columns do not go together.
   */
  decideColumns(columns: Columns): ColumnAnswers;
  /** The document's `id`. */
  readonly id: string;
  /** The fingerprint of the document's meaning, as in verdicts. */
  readonly digest: string;
  /** Gives its memory back; doing it again does nothing. Whatever else is called then throws. */
  free(): void;
  [Symbol.dispose](): void;
}
