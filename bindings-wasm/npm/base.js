// What every module of the package has: loading, the guards of calls, and the questions that any company answers. Whatever goes
// wrong is thrown as one of the classes in errors.js.
import { CallError, DocumentError, ImageError, RequestError } from './errors.js';
import { exchangeOf } from './exchange.js';
import { prepare, Prepared } from './prepared.js';
import { parse, textOf, ValueFault } from './text.js';

/** Where an object of ours keeps the engine's own object, and the module of the engine that it belongs to. */
export const CORE = Symbol('kessai');

/** Gives the memory back of whatever nobody holds any more; one for all classes of all modules. */
const FORGOTTEN =
  typeof FinalizationRegistry === 'undefined' ? undefined : new FinalizationRegistry(({ engine, object }) => engine.release(object));

/** The engine of one module, by the glue that was made for it; one that takes no requests as text has no `Exchange`. */
export function engineOf(load, loadSync, Exchange = undefined) {
  let ready = false;
  let loading;
  /** What the engine exports, its memory among it. */
  let exported;
  /** The words of outcomes, by their numbers. */
  let words;
  /** What ended it. Whatever is in its memory then may be half done, so that no answer of it can be trusted. */
  let fault;

  /** Loads the engine once, however often it is called; whoever comes meanwhile waits, and tries again if it fails. */
  async function start(module) {
    // Whether it is needed shows later: until then nobody else must be told that it has failed.
    const given = Promise.resolve(module);
    given.catch(() => {});
    while (loading !== undefined) await loading;
    if (ready) return;
    let finish;
    loading = new Promise((resolve) => (finish = resolve));
    try {
      const module_or_path = await given;
      exported = await load(module_or_path === undefined ? undefined : { module_or_path });
      ready = true;
    } catch (cause) {
      throw cannotLoad(cause);
    } finally {
      loading = undefined;
      finish();
    }
  }

  /** Makes the engine ready from bytes, or from the module compiled of them. */
  function initSync(module) {
    if (ready) return;
    if (loading !== undefined) throw new CallError('`init` is on its way: wait for it', 'call.init');
    try {
      exported = loadSync({ module });
      ready = true;
    } catch (cause) {
      throw cannotLoad(cause);
    }
  }

  function needReady() {
    if (!ready) throw new CallError('the engine is not ready: `await init()` first', 'call.notReady');
    needAlive();
  }

  function needAlive() {
    if (fault !== undefined) throw stopped('the engine stopped at an earlier fault: load it anew, with its page or process', fault);
  }

  /** What the engine says, or what its refusal to say something becomes. */
  function ask(question) {
    let said;
    try {
      return question();
    } catch (thrown) {
      said = thrown;
    }
    if (typeof said === 'string') throw refusal(said);
    // That is of JavaScript before or after the engine's own work, which leaves nothing half done.
    if (!(said instanceof TypeError)) fault = said ?? new Error('nothing was said');
    throw stopped('the engine has a fault and could not answer', said);
  }

  /** Gives memory back; a fault here is nobody's answer, and shows at the next question. */
  function release(object) {
    if (fault !== undefined) return;
    try {
      object.free();
    } catch (thrown) {
      fault = thrown;
    }
  }

  /** The engine's memory, whose buffer is another one when it has grown. */
  function memory() {
    return exported.memory;
  }

  /** The words of outcomes by their numbers, as the engine has them. */
  function outcomes(prepared) {
    words ??= parse(ask(() => prepared.constructor.outcomes()));
    return words;
  }

  return { start, initSync, needReady, needAlive, ask, release, memory, outcomes, evaluate: exchangeOf(memory, Exchange) };
}

function stopped(message, cause) {
  return new CallError(message, 'call.fault', '', { cause });
}

/** What the engine has said, as an error. */
function refusal(said) {
  const fault = parse(said);
  if (Array.isArray(fault)) return new DocumentError(fault);
  const { code, path, message, messageJa } = fault;
  const Fault = code.startsWith('image.') ? ImageError : RequestError;
  return new Fault(message, code, path, { messageJa });
}

function cannotLoad(cause) {
  if (compiles()) return new CallError(`the engine cannot be loaded: ${cause?.message ?? cause}${hint(cause)}`, 'call.init', '', { cause });
  return new CallError(
    "this host compiles no WebAssembly, from bytes neither: a page's content security policy needs 'wasm-unsafe-eval' in " +
      '`script-src`; a host that takes compiled modules only needs `init(module)`',
    'call.compile', '', { cause },
  );
}

/** What browsers say of the four bytes that each module begins with, where a server has sent its page for what is not found. */
function hint(cause) {
  return /magic/.test(cause?.message) ? '; what was loaded is no module: "Where it runs" in the README of the package has what to do' : '';
}

/** Whether WebAssembly may be compiled here: by the smallest module that there is, as browsers say it in many ways. */
function compiles() {
  try {
    return new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)) !== undefined;
  } catch {
    return false;
  }
}

/** Refuses too few or too many arguments; those at the end that are undefined are not there. */
export function count(name, given, least, most) {
  let { length } = given;
  if (length < least) throw wrong(`\`${name}\` has too few arguments: ${length} of ${least}`);
  while (length > most && given[length - 1] === undefined) length -= 1;
  if (length > most) throw wrong(`\`${name}\` has too many arguments: ${length} where ${most} are taken`);
}

export function wrong(message, cause = undefined) {
  return new CallError(message, 'call.argument', '', cause === undefined ? undefined : { cause });
}

/** The engine's own object behind one of ours. */
export function open(self, type) {
  return opened(self, type).object;
}

/** What is kept behind one of ours that is not freed. */
export function opened(self, type) {
  const state = kept(self, type);
  if (state.object === null) throw new CallError('this is freed', 'call.freed');
  state.engine.needAlive();
  return state;
}

function kept(self, type) {
  let door;
  let cause;
  try {
    if (typeof self === 'object' && self !== null && self instanceof type) door = self[CORE];
  } catch (fault) {
    cause = fault;
  }
  if (door === undefined) throw new CallError(`this is called without its ${type.TITLE ?? type.name}`, 'call.receiver', '', { cause });
  return door();
}

/** The engine's own object, with nobody but us to free it: the finalizers of the glue would ask an engine that has stopped. */
export function owned(object) {
  object.__wbg_ptr = object.__destroy_into_raw();
  return object;
}

/**
 * Keeps the engine's own object out of sight, and frees it when nobody holds ours any more.
 *
 * Behind a function: stores freeze what they are given, or put proxies around each part of it, and neither reaches in here.
 */
export function keep(self, engine, object) {
  if ('__wbg_ptr' in object) owned(object);
  const state = { engine, object };
  FORGOTTEN?.register(self, { engine, object }, state);
  Object.defineProperty(self, CORE, { value: () => state });
  return state;
}

export function free(self, type) {
  const state = kept(self, type);
  const { engine, object } = state;
  if (object === null) return;
  FORGOTTEN?.unregister(state);
  state.object = null;
  engine.release(object);
}

/** How many more have been lent one of the engine's own objects. */
const LENT = Symbol('lent');

/** The engine's own object for one more, who frees it like the first; the last to do so does. */
export function lent(object) {
  object[LENT] = (object[LENT] ?? 0) + 1;
  object.free = freeOnce;
  return object;
}

function freeOnce() {
  if (this[LENT] > 0) this[LENT] -= 1;
  else Object.getPrototypeOf(this).free.call(this);
}

/** The engine's answer to a question, or to nothing where the engine's own object is gone. */
export function answer(self, type, door, ...given) {
  const object = open(self, type);
  return self[CORE]().engine.ask(() => object[door](...given));
}

/** What the engine's own object has by a name. */
export function read(self, type, name) {
  const object = open(self, type);
  return self[CORE]().engine.ask(() => object[name]);
}

/** The text of a question. */
export function question(value) {
  try {
    return textOf(value);
  } catch (fault) {
    throw noAnswer(fault);
  }
}

/** What is thrown for a part of a question that JSON cannot say. */
export function noAnswer(fault) {
  if (!ValueFault.is(fault)) return fault;
  return new RequestError(fault.message, fault.code, fault.path, { ...reason(fault), messageJa: fault.messageJa });
}

/** An answer as it is, and of an error what it says, as the engine writes it. */
function said(given) {
  try {
    if (!(given instanceof RequestError)) return given;
    const { code, path, message, messageJa } = given;
    return { code, path, message, messageJa };
  } catch (cause) {
    throw noAnswer(new ValueFault('value.unreadable', '', '', cause));
  }
}

export function reason({ cause }) {
  return cause === undefined ? {} : { cause };
}

/** What must be a text already. */
export function text(name, value) {
  if (typeof value !== 'string') throw wrong(`${name} must be a text, not ${value === null ? 'null' : typeof value}`);
  return question(value);
}

/** The position of an item, if one is given. */
function position(item) {
  if (item === undefined || item === null) return undefined;
  const at = typeof item === 'bigint' && item >= 0n && item < 2n ** 32n ? Number(item) : item;
  if (typeof at !== 'number' || !Number.isInteger(at) || at < 0 || at >= 2 ** 32) {
    throw new CallError('the position of an item is a whole number from 0', 'call.argument', '');
  }
  return at;
}

/** Refuses a call that cannot be one before anything of it is read. */
export function check(self, type, name, given, least, most) {
  open(self, type);
  count(name, given, least, most);
}

/** The engine's answer to a request. */
function evaluated(self, request) {
  const { engine, object } = opened(self, Answering);
  return engine.ask(() => engine.evaluate(object, request));
}

/** A company, as far as every module that takes requests has it. */
export class Answering {
  static TITLE = 'Company';
  static FROM = '`Company.fromImage`';

  constructor(key, engine, object) {
    if (key !== CORE) throw wrong(`companies come from ${new.target.FROM}`);
    keep(this, engine, object);
  }

  evaluate(request) {
    check(this, Answering, 'evaluate', arguments, 1, 1);
    return parse(evaluated(this, question(request)));
  }

  evaluateJson(request) {
    check(this, Answering, 'evaluateJson', arguments, 1, 1);
    return evaluated(this, text('the request', request));
  }

  prepare(request) {
    check(this, Answering, 'prepare', arguments, 1, 1);
    return prepare(() => opened(this, Answering), request);
  }

  largestPayment(request, item) {
    check(this, Answering, 'largestPayment', arguments, 1, 2);
    const at = position(item);
    return parse(answer(this, Answering, 'largestPayment', question(request), at));
  }

  largestPaymentJson(request, item) {
    check(this, Answering, 'largestPaymentJson', arguments, 1, 2);
    const at = position(item);
    return answer(this, Answering, 'largestPayment', text('the request', request), at);
  }

  possible(request) {
    check(this, Answering, 'possible', arguments, 1, 1);
    return parse(answer(this, Answering, 'possible', question(request)));
  }

  possibleJson(request) {
    check(this, Answering, 'possibleJson', arguments, 1, 1);
    return answer(this, Answering, 'possible', text('the request', request));
  }

  texts(given, lang) {
    check(this, Answering, 'texts', arguments, 2, 2);
    const language = text('the language', lang);
    return parse(answer(this, Answering, 'texts', question(said(given)), language));
  }

  get id() {
    return read(this, Answering, 'id');
  }

  get digest() {
    return read(this, Answering, 'digest');
  }

  free() {
    free(this, Answering);
  }
}

/** Lets `using` free objects of a class; by the other name, what compilers make of `using` for older hosts looks for it. */
export function disposable(type) {
  // Asked here: the classes of modules that need this one, and that it needs, come before anything else stands in it.
  Object.defineProperty(type.prototype, Symbol.dispose ?? Symbol.for('Symbol.dispose'), {
    value: function dispose() {
      free(this, type);
    },
    configurable: true,
    writable: true,
  });
}

disposable(Answering);
// Here, as what it needs is not there yet when that module begins.
disposable(Prepared);

/** The bytes of an image, wherever their buffer was made. */
export function bytes(value) {
  try {
    return ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : new Uint8Array(bufferOf(value));
  } catch (cause) {
    throw wrong('an image is given by its bytes', cause);
  }
}

/** A buffer; throws for anything else, of which an array of numbers would be made. */
function bufferOf(value) {
  Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength').get.call(value);
  return value;
}

/** Hours and minutes east or west of UTC, as the engine reads them. */
const OFFSET = /^([+-])([01]\d|2[0-3]):([0-5]\d)$/;

export function instant(moment, utcOffset) {
  count('instant', arguments, 1, 2);
  const parts = utcOffset === undefined ? ['', '+', '0', '0'] : OFFSET.exec(text('the offset from UTC', utcOffset));
  if (parts === null) throw wrong('the offset from UTC is `+hh:mm` or `-hh:mm`');
  const [, sign, hours, minutes] = parts;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
  // To the second that has begun: a moment that is not reached yet would come before a deadline that has passed.
  const local = new Date(Math.floor(milliseconds(moment) / 1000) * 1000 + offset);
  const year = local.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw wrong('a moment is a valid Date, or its milliseconds, of the years 1 to 9999');
  return local.toISOString().slice(0, 19) + (utcOffset ?? 'Z');
}

/** NaN for what is no moment. */
function milliseconds(moment) {
  if (typeof moment === 'number') return moment;
  try {
    return Date.prototype.getTime.call(moment);
  } catch {
    return NaN;
  }
}
