import type { Bytes, Freed } from '../platform.js';
import { init } from '../shared.js';

export { CallError, ImageError, init, initSync, KessaiError, RequestError, version } from '../shared.js';

export type { Bytes, CompiledModule, ModuleOrigin, ModuleSource } from '../platform.js';
export type { KessaiErrorCode } from '../shared.js';

export default init;

/**
 * Requests, one a row: a column for each field, of as many elements as there are rows. What is missing in a row is `0xffff` as a
 * position, `0xff` as a code, the least number as a day, an amount or an instant; a column that is not given is missing in all rows.
 */
export interface Columns {
  /** Who acts. Users, businesses and accounts are positions: see `position`. */
  user?: Uint16Array;
  /** 業務. */
  business?: Uint16Array;
  /** The debit account. */
  account?: Uint16Array;
  /** What is done. Words are their places in the lists of the types: `Operation`, `Entry`, `PayeeKind`, `Bearer`, in their order. */
  operation?: Uint8Array;
  /** How a batch came in. */
  entry?: Uint8Array;
  /** How the payee is named. */
  payeeKind?: Uint8Array;
  /** Who bears the fee. */
  bearer?: Uint8Array;
  /** 0 another bank, 1 another branch, 2 the same branch, 3 the same bank: see `place`. */
  place?: Uint8Array;
  /** 文書扱: 0 no, 1 yes. */
  document?: Uint8Array;
  /** The pattern that the host believes to apply. */
  pattern?: Uint8Array;
  /** 振込指定日. Days are counted since 1970-01-01. */
  valueDate?: Int32Array;
  /** The day on which the payee was registered or changed. */
  registeredOn?: Int32Array;
  /** The only clock. Instants are seconds since 1970-01-01T00:00:00Z. */
  now?: BigInt64Array;
  /** When exactly the payee was filed. */
  registeredAt?: BigInt64Array;
  /** 支払金額. Amounts are in minor units. */
  payment?: BigInt64Array;
  /** The fee to keep back, for method `typed`. */
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
  /** 差引手数料. Of the amounts of a fee: the least number where there is none. */
  deducted: BigInt64Array;
  /** 振込金額. */
  transfer: BigInt64Array;
  /** 振込手数料. */
  bankFee: BigInt64Array;
  /** 出金額. */
  withdrawal: BigInt64Array;
  /** The number of the first reason, as in C; 0 without one. */
  reason: Uint16Array;
  /** How many reasons there are. */
  reasons: Uint32Array;
  /** How many missing fields there are. */
  missing: Uint32Array;
  /** The least that a limit leaves. */
  room: BigInt64Array;
  /** Which code of limits that is. */
  roomCode: Uint16Array;
  /** Which declared limit that is. */
  roomLimit: Uint16Array;
  /** How many people have to approve; `0xffff` where that is not known. */
  approvers: Uint16Array;
}

/** A customer's settings under a service, read from an image. */
export interface Company extends Freed {}
export class Company {
  private constructor();
  /**
   * Reads an image that `kessai compile` or `image()` of the whole module has written.
   *
   * Throws an `ImageError` for bytes that are no image, one of another version, or one that was changed.
   */
  static fromImage(image: Bytes): Company;
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
}
