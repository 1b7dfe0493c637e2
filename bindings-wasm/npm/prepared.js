// The fast door: a request that is kept ready in the engine while someone types into it, and its answer as numbers in a record of
// the engine's memory, which is read in place.
import { check, free, keep, noAnswer, opened, question, wrong } from './base.js';
import { membersOf, parse, ValueFault } from './text.js';

/** Where each answer stands in the record, in words of 32 bits; amounts are two, the lower half first (`src/prepared.rs`). */
const OUTCOME = 0;
const HAS_FEE = 1;
const DEDUCTED = 2;
const TRANSFER = 4;
const BANK_FEE = 6;
const WITHDRAWAL = 8;
const DIFFERENCE = 10;
const HAS_ROOM = 12;
const ROOM = 13;
const REASONS = 15;
const MISSING = 16;
const APPROVERS = 17;
const WORDS = 18;

/** In a word where nothing is known. */
const NOTHING = -1;
const HALF = 2 ** 32;

/** The key without which nobody makes one. */
export const PREPARED = Symbol('prepared');

/** The record, anew where the memory has grown and its old view is empty. */
function recordOf(state) {
  if (state.record.length === 0) state.record = new Int32Array(state.engine.memory().buffer, state.place, WORDS);
  return state.record;
}

/** The record of the answer to the request as it is now; throws where the last change had no answer. */
function answered(self) {
  const state = opened(self, Prepared);
  if (state.fault !== undefined) throw state.fault;
  return recordOf(state);
}

function amount(self, has, at) {
  const record = answered(self);
  if (record[has] === 0) return null;
  const number = record[at + 1] * HALF + (record[at] >>> 0);
  if (!Number.isSafeInteger(number)) throw noAnswer(new ValueFault('value.tooLarge', '', 'read the verdict'));
  return number;
}

/** What goes wrong stays, so that no older answer is taken for one to what was asked. */
function failed(state, fault) {
  state.fault = fault;
  return fault;
}

/** Puts members into the request, with those that could not be put in before. */
function change(state, members) {
  const wanted = new Map([...state.wanted, ...members]);
  state.wanted = wanted;
  for (const text of wanted.values()) if (typeof text !== 'string') throw failed(state, text);
  const text = `{${[...wanted.values()].join()}}`;
  try {
    state.engine.ask(() => state.object.change(text));
  } catch (fault) {
    throw failed(state, fault);
  }
  wanted.clear();
  state.fault = undefined;
}

/** The members of changes as JSON texts, by their names; of what cannot be said in JSON each stands for what is wrong with it. */
function wantedOf(state, changes) {
  try {
    return membersOf(changes);
  } catch (thrown) {
    const fault = failed(state, noAnswer(thrown));
    if (state.object === null) throw fault;
    if (typeof changes !== 'object' || changes === null) throw fault;
    try {
      for (const name of Object.keys(changes)) state.wanted.set(name, fault);
    } catch {
      // Not even the names can be read: nothing that comes later makes up for it.
      state.wanted.set('', fault);
    }
    throw fault;
  }
}

function outcomeOf(state) {
  return state.outcomes[recordOf(state)[OUTCOME]];
}

/** Pays a whole number. */
function pay(state, payment) {
  const { engine, object } = state;
  if (engine.ask(() => object.pay(Math.floor(payment / HALF), payment >>> 0)) === NOTHING >>> 0) {
    try {
      engine.ask(() => object.fault());
    } catch (fault) {
      throw failed(state, fault);
    }
  }
}

export class Prepared {
  constructor(key, engine, object) {
    if (key !== PREPARED) throw wrong('prepared requests come from `prepare` of a company');
    const state = keep(this, engine, object);
    state.place = engine.ask(() => object.place());
    state.outcomes = engine.outcomes(object);
    state.record = new Int32Array(engine.memory().buffer, state.place, WORDS);
    state.wanted = new Map();
    state.fault = undefined;
  }

  decide(payment) {
    check(this, Prepared, 'decide', arguments, 1, 1);
    const state = opened(this, Prepared);
    if (Number.isSafeInteger(payment) && state.wanted.size === 0) {
      state.fault = undefined;
      pay(state, payment);
    } else {
      const members = wantedOf(state, { payment: payment ?? null });
      // What is no number may have freed it while it was read.
      change(opened(this, Prepared), members);
    }
    return outcomeOf(state);
  }

  set(changes) {
    check(this, Prepared, 'set', arguments, 1, 1);
    const state = opened(this, Prepared);
    const members = wantedOf(state, changes);
    // Members that are worked out may have freed it.
    change(opened(this, Prepared), members);
    return outcomeOf(state);
  }

  get outcome() {
    answered(this);
    return outcomeOf(opened(this, Prepared));
  }

  get deducted() {
    return amount(this, HAS_FEE, DEDUCTED);
  }

  get transfer() {
    return amount(this, HAS_FEE, TRANSFER);
  }

  get bankFee() {
    return amount(this, HAS_FEE, BANK_FEE);
  }

  get withdrawal() {
    return amount(this, HAS_FEE, WITHDRAWAL);
  }

  get difference() {
    return amount(this, HAS_FEE, DIFFERENCE);
  }

  get room() {
    return amount(this, HAS_ROOM, ROOM);
  }

  get reasonCount() {
    return answered(this)[REASONS] >>> 0;
  }

  get missingCount() {
    return answered(this)[MISSING] >>> 0;
  }

  get approverCount() {
    const count = answered(this)[APPROVERS];
    return count === NOTHING ? null : count;
  }

  verdict() {
    return parse(this.verdictJson());
  }

  verdictJson() {
    answered(this);
    const { engine, object } = opened(this, Prepared);
    return engine.ask(() => object.verdict());
  }

  free() {
    free(this, Prepared);
  }
}

/** A request of a company, prepared. */
export function prepare(state, request) {
  const text = question(request);
  const { engine, object } = state();
  return new Prepared(PREPARED, engine, engine.ask(() => object.prepare(text)));
}
