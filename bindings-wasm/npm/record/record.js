// The module of records: a company is read from its image, and answers columns of numbers with columns of numbers.
import load, * as core from './core.js';
import { ask, bytes, check, CORE, count, disposable, engineOf, free, keep, open, wrong } from '../base.js';

export const { start, initSync, needReady } = engineOf(load, core.initSync);

/** The columns of rows: in which list of the engine each stands, and as what. */
const COLUMNS = {
  user: ['u16', 0, Uint16Array],
  business: ['u16', 1, Uint16Array],
  account: ['u16', 2, Uint16Array],
  operation: ['u8', 0, Uint8Array],
  entry: ['u8', 1, Uint8Array],
  payeeKind: ['u8', 2, Uint8Array],
  place: ['u8', 3, Uint8Array],
  document: ['u8', 4, Uint8Array],
  bearer: ['u8', 5, Uint8Array],
  pattern: ['u8', 6, Uint8Array],
  valueDate: ['i32', 0, Int32Array],
  registeredOn: ['i32', 1, Int32Array],
  now: ['i64', 0, BigInt64Array],
  registeredAt: ['i64', 1, BigInt64Array],
  payment: ['i64', 2, BigInt64Array],
  typedFee: ['i64', 3, BigInt64Array],
};

/** The columns of answers. */
const ANSWERS = {
  error: ['u8', 0],
  outcome: ['u8', 1],
  deducted: ['i64', 0],
  transfer: ['i64', 1],
  bankFee: ['i64', 2],
  withdrawal: ['i64', 3],
  reason: ['u16', 0],
  reasons: ['u32', 0],
  missing: ['u32', 1],
  room: ['i64', 4],
  roomCode: ['u16', 1],
  roomLimit: ['u16', 2],
  approvers: ['u16', 3],
};

/** The kinds of names, in the engine's order. */
const KINDS = ['user', 'business', 'account', 'pattern', 'limit', 'approver'];

/** Refuses what is not a column of a type: an element of another type would be another number. */
function column(name, values, Type) {
  if (!(values instanceof Type)) throw wrong(`column \`${name}\` is a ${Type.name}`);
  return values;
}

/** The rows as the engine takes them. */
function rowsOf(columns) {
  if (typeof columns !== 'object' || columns === null) throw wrong('columns are given by their names');
  const names = Object.keys(columns).filter((name) => columns[name] !== undefined);
  const first = names.find((name) => Object.hasOwn(COLUMNS, name));
  if (first === undefined) throw wrong('there is no column, so that it is not known how many rows there are');
  const rows = new core.Rows(column(first, columns[first], COLUMNS[first][2]).length);
  try {
    for (const name of names) {
      if (name === 'approvers') {
        for (const people of columns.approvers) rows.approver(column('approvers', people, Uint16Array));
      } else if (name === 'usage') {
        for (const { limit, day, used } of columns.usage) {
          if (!Number.isInteger(limit) || limit < 0 || limit > 0xffff) throw wrong('a limit is given by its position');
          rows.usage(limit, column('day', day, Int32Array), column('used', used, BigInt64Array));
        }
      } else {
        if (!Object.hasOwn(COLUMNS, name)) throw wrong(`there is no column \`${name}\``);
        const [list, at, Type] = COLUMNS[name];
        rows[list](at, column(name, columns[name], Type));
      }
    }
  } catch (fault) {
    rows.free();
    throw fault;
  }
  return rows;
}

export class Company {
  constructor(key, object) {
    if (key !== CORE) throw wrong('companies come from `Company.fromImage`');
    keep(this, object);
  }

  static fromImage(image) {
    needReady();
    count('fromImage', arguments, 1, 1);
    const given = bytes(image);
    return new Company(CORE, ask(() => core.Company.fromImage(given)));
  }

  position(kind, name) {
    check(this, Company, 'position', arguments, 2, 2);
    const at = KINDS.indexOf(kind);
    if (at < 0 || typeof name !== 'string') throw wrong(`a position is of one of ${KINDS.join(', ')}, by its name`);
    return open(this, Company).position(at, name);
  }

  place(account, bank, branch) {
    check(this, Company, 'place', arguments, 3, 3);
    if (typeof bank !== 'string' || typeof branch !== 'string') throw wrong('codes of banks and branches are texts');
    return open(this, Company).place(account, bank, branch);
  }

  decideColumns(columns) {
    check(this, Company, 'decideColumns', arguments, 1, 1);
    const rows = rowsOf(columns);
    let answers;
    try {
      answers = ask(() => open(this, Company).decide(rows));
      return Object.fromEntries(Object.entries(ANSWERS).map(([name, [list, at]]) => [name, answers[list](at)]));
    } finally {
      rows.free();
      answers?.free();
    }
  }

  get id() {
    return open(this, Company).id;
  }

  get digest() {
    return open(this, Company).digest;
  }

  free() {
    free(this, Company);
  }
}

disposable(Company);

export function version() {
  needReady();
  return core.version();
}
