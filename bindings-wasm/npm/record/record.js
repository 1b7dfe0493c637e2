// The module of records: a company is read from its image, and answers columns of numbers with columns of numbers.
import load, * as core from './core.js';
import { answer, bytes, check, CORE, count, disposable, engineOf, free, keep, open, read, wrong } from '../base.js';

const engine = engineOf(load, core.initSync);
export const { start, initSync } = engine;

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

/** What every typed array says of itself, whatever names have been put on it. */
const TYPED = Object.getPrototypeOf(Uint8Array).prototype;
const [tagOf, bufferOf, offsetOf, lengthOf] = [Symbol.toStringTag, 'buffer', 'byteOffset', 'length'].map((name) => {
  const { get } = Object.getOwnPropertyDescriptor(TYPED, name);
  return (values) => get.call(values);
});

/** A column of a type: an element of another type would be another number, and another length would be written past its end. */
function column(name, values, Type) {
  if (!ArrayBuffer.isView(values) || tagOf(values) !== Type.name) throw wrong(`column \`${name}\` is a ${Type.name}`);
  try {
    return new Type(bufferOf(values), offsetOf(values), lengthOf(values));
  } catch (cause) {
    throw wrong(`column \`${name}\` has lost its buffer`, cause);
  }
}

/** The elements of a list. */
function listOf(name, values) {
  if (typeof values !== 'object' || values === null) throw new TypeError(`\`${name}\` is no list`);
  return Array.from(values);
}

/** What is given by each name, as far as it takes the caller's own code to read it: once, and before anything else. */
function givenOf(columns) {
  const given = [];
  for (const name of Object.keys(columns)) {
    let values = columns[name];
    if (values === undefined) continue;
    if (name === 'approvers') values = listOf(name, values);
    if (name === 'usage') values = listOf(name, values).map(({ limit, day, used }) => ({ limit, day, used }));
    given.push([name, values]);
  }
  return given;
}

/** The columns, and how many rows they are. */
function columnsOf(given) {
  const columns = { single: [], approvers: [], usage: [], rows: undefined };
  for (const [name, values] of given) {
    if (name === 'approvers') columns.approvers = values.map((people) => column(name, people, Uint16Array));
    else if (name === 'usage') columns.usage = values.map(usageOf);
    else if (Object.hasOwn(COLUMNS, name)) {
      const [list, at, Type] = COLUMNS[name];
      const own = column(name, values, Type);
      columns.single.push([list, at, own]);
      columns.rows ??= own.length;
    } else throw wrong(`there is no column \`${name}\``);
  }
  if (columns.rows === undefined) throw wrong('there is no column, so that it is not known how many rows there are');
  return columns;
}

function usageOf({ limit, day, used }) {
  if (!Number.isInteger(limit) || limit < 0 || limit > 0xffff) throw wrong('a limit is given by its position');
  return [limit, column('day', day, Int32Array), column('used', used, BigInt64Array)];
}

function readColumns(columns) {
  if (typeof columns !== 'object' || columns === null) throw wrong('columns are given by their names');
  let given;
  try {
    given = givenOf(columns);
  } catch (cause) {
    throw wrong('the columns cannot be read', cause);
  }
  return columnsOf(given);
}

/** The rows as the engine takes them. */
function rowsOf({ single, approvers, usage, rows: length }) {
  const rows = new core.Rows(length);
  for (const [list, at, values] of single) rows[list](at, values);
  for (const people of approvers) rows.approver(people);
  for (const [limit, day, used] of usage) rows.usage(limit, day, used);
  return rows;
}

export class Company {
  constructor(key, engine, object) {
    if (key !== CORE) throw wrong('companies come from `Company.fromImage`');
    keep(this, engine, object);
  }

  static fromImage(image) {
    engine.needReady();
    count('fromImage', arguments, 1, 1);
    const given = bytes(image);
    return new Company(CORE, engine, engine.ask(() => core.Company.fromImage(given)));
  }

  position(kind, name) {
    check(this, Company, 'position', arguments, 2, 2);
    const at = KINDS.indexOf(kind);
    if (at < 0 || typeof name !== 'string') throw wrong(`a position is of one of ${KINDS.join(', ')}, by its name`);
    return answer(this, Company, 'position', at, name);
  }

  place(account, bank, branch) {
    check(this, Company, 'place', arguments, 3, 3);
    if (!Number.isInteger(account) || account < 0 || account > 0xffff) throw wrong('an account is given by its position');
    if (typeof bank !== 'string' || typeof branch !== 'string') throw wrong('codes of banks and branches are texts');
    return answer(this, Company, 'place', account, bank, branch);
  }

  decideColumns(columns) {
    check(this, Company, 'decideColumns', arguments, 1, 1);
    const given = readColumns(columns);
    const object = open(this, Company);
    return engine.ask(() => {
      const rows = rowsOf(given);
      let answers;
      try {
        answers = object.decide(rows);
        return Object.fromEntries(Object.entries(ANSWERS).map(([name, [list, at]]) => [name, answers[list](at)]));
      } finally {
        rows.free();
        answers?.free();
      }
    });
  }

  get id() {
    return read(this, Company, 'id');
  }

  get digest() {
    return read(this, Company, 'digest');
  }

  free() {
    free(this, Company);
  }
}

disposable(Company);

export function version() {
  engine.needReady();
  return engine.ask(() => core.version());
}
