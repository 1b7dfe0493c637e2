// The doors of the package. They decide nothing: values become JSON text, the engine answers, and its text becomes
// values again. Whatever goes wrong is thrown as one of the classes in errors.js.
import load, * as core from './core.js';
import { CallError, DocumentError, ImageError, RequestError } from './errors.js';
import { jsonOf, textOf, ValueFault } from './text.js';

/** Where the engine's own object is kept; null when it is freed. */
const CORE = Symbol('kessai');

let ready = false;
let loading;

/** Loads the engine once, however often it is called; whoever comes meanwhile waits, and tries again if it fails. */
export async function start(module) {
  // Whether it is needed shows later: until then nobody else must be told that it has failed.
  const given = Promise.resolve(module);
  given.catch(() => {});
  while (loading !== undefined) await loading;
  if (ready) return;
  let finish;
  loading = new Promise((resolve) => (finish = resolve));
  try {
    const module_or_path = await given;
    await load(module_or_path === undefined ? undefined : { module_or_path });
    ready = true;
  } catch (cause) {
    throw cannotLoad(cause);
  } finally {
    loading = undefined;
    finish();
  }
}

function cannotLoad(cause) {
  return new CallError(`the engine cannot be loaded: ${cause?.message ?? cause}`, 'call.init', '', { cause });
}

/** Makes the engine ready from bytes, or from the module compiled of them. */
export function initSync(module) {
  if (ready) return;
  if (loading !== undefined) throw new CallError('`init` is on its way: wait for it', 'call.init');
  try {
    core.initSync({ module });
    ready = true;
  } catch (cause) {
    throw cannotLoad(cause);
  }
}

/** Refuses too few or too many arguments; those at the end that are undefined are not there. */
function count(name, given, least, most) {
  let { length } = given;
  if (length < least) throw wrong(`\`${name}\` has too few arguments: ${length} of ${least}`);
  while (length > most && given[length - 1] === undefined) length -= 1;
  if (length > most) throw wrong(`\`${name}\` has too many arguments: ${length} where ${most} are taken`);
}

function wrong(message) {
  return new CallError(message, 'call.argument');
}

/** The engine's own object behind one of ours. */
function open(self, type) {
  const object = typeof self === 'object' && self !== null ? self[CORE] : undefined;
  if (object === undefined || !(self instanceof type)) {
    throw new CallError(`this is called without its ${type.name}`, 'call.receiver');
  }
  if (object === null) throw new CallError('this is freed', 'call.freed');
  return object;
}

/** Keeps the engine's own object out of sight. */
function keep(self, object) {
  Object.defineProperty(self, CORE, { value: object, writable: true });
}

function free(self, type) {
  if (typeof self === 'object' && self !== null && self[CORE] === null) return;
  const object = open(self, type);
  self[CORE] = null;
  object.free();
}

/** What the engine says, or what its refusal to say something becomes. */
function ask(question) {
  try {
    return question();
  } catch (said) {
    if (typeof said !== 'string') {
      throw new CallError('the engine has a fault and could not answer', 'call.fault', '', { cause: said });
    }
    const fault = JSON.parse(said);
    if (Array.isArray(fault)) throw new DocumentError(fault);
    const { code, path, message, messageJa } = fault;
    const Fault = code.startsWith('image.') ? ImageError : RequestError;
    throw new Fault(message, code, path, { messageJa });
  }
}

/** The engine's answer to a question, or to nothing where the engine's own object is gone. */
function answer(self, type, door, ...given) {
  const object = open(self, type);
  return ask(() => object[door](...given));
}

/** The text of a question. */
function question(value) {
  try {
    return textOf(value);
  } catch (fault) {
    throw noAnswer(fault);
  }
}

/** What is thrown for a part of a question that JSON cannot say. */
function noAnswer(fault) {
  if (!(fault instanceof ValueFault)) return fault;
  return new RequestError(fault.message, fault.code, fault.path, { ...reason(fault), messageJa: fault.messageJa });
}

/** What an error says, as the engine writes it. */
function said({ code, path, message, messageJa }) {
  return { code, path, message, messageJa };
}

function reason({ cause }) {
  return cause === undefined ? {} : { cause };
}

/** The text of a document. */
function document(value) {
  try {
    return textOf(value);
  } catch (fault) {
    if (!(fault instanceof ValueFault)) throw fault;
    const { code, path, message, messageJa } = fault;
    const finding = { code, severity: 'error', path, start: 0, end: 0, message, messageJa };
    throw new DocumentError([finding], reason(fault));
  }
}

/** What must be a text already. */
function text(name, value) {
  if (typeof value !== 'string') throw wrong(`${name} must be a text, not ${value === null ? 'null' : typeof value}`);
  return question(value);
}

/** The bytes of an image. */
function bytes(image) {
  if (image instanceof Uint8Array) return image;
  if (image instanceof ArrayBuffer) return new Uint8Array(image);
  throw wrong('an image is a Uint8Array or an ArrayBuffer');
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

function needReady() {
  if (!ready) throw new CallError('the engine is not ready: `await init()` first', 'call.notReady');
}

/** Refuses a call that cannot be one before anything of it is read. */
function check(self, type, name, given, least, most) {
  open(self, type);
  count(name, given, least, most);
}

export class Service {
  constructor(value) {
    needReady();
    count('Service', arguments, 1, 1);
    const given = document(value);
    keep(this, ask(() => new core.Service(given)));
  }

  company(value) {
    check(this, Service, 'company', arguments, 1, 1);
    return new Company(CORE, answer(this, Service, 'company', document(value)));
  }

  form(company, name) {
    check(this, Service, 'form', arguments, 2, 2);
    const form = text('the name of a form', name);
    return new Form(CORE, answer(this, Service, 'form', document(company)), form);
  }

  get id() {
    return open(this, Service).id;
  }

  get version() {
    return open(this, Service).version;
  }

  get digest() {
    return open(this, Service).digest;
  }

  get warnings() {
    return JSON.parse(open(this, Service).warnings);
  }

  free() {
    free(this, Service);
  }
}

export class Company {
  constructor(key, object) {
    if (key !== CORE) throw wrong('companies come from `company` of a service, or from `Company.fromImage`');
    keep(this, object);
  }

  static fromImage(image) {
    needReady();
    count('fromImage', arguments, 1, 1);
    const given = bytes(image);
    return new Company(CORE, ask(() => core.Company.fromImage(given)));
  }

  image() {
    check(this, Company, 'image', arguments, 0, 0);
    return answer(this, Company, 'image');
  }

  evaluate(request) {
    check(this, Company, 'evaluate', arguments, 1, 1);
    return JSON.parse(answer(this, Company, 'evaluate', question(request)));
  }

  evaluateJson(request) {
    check(this, Company, 'evaluateJson', arguments, 1, 1);
    return answer(this, Company, 'evaluate', text('the request', request));
  }

  advance(asked) {
    check(this, Company, 'advance', arguments, 1, 1);
    return JSON.parse(answer(this, Company, 'advance', question(asked)));
  }

  advanceJson(asked) {
    check(this, Company, 'advanceJson', arguments, 1, 1);
    return answer(this, Company, 'advance', text('the question', asked));
  }

  largestPayment(request, item) {
    check(this, Company, 'largestPayment', arguments, 1, 2);
    const at = position(item);
    return JSON.parse(answer(this, Company, 'largestPayment', question(request), at));
  }

  largestPaymentJson(request, item) {
    check(this, Company, 'largestPaymentJson', arguments, 1, 2);
    const at = position(item);
    return answer(this, Company, 'largestPayment', text('the request', request), at);
  }

  possible(request) {
    check(this, Company, 'possible', arguments, 1, 1);
    return JSON.parse(answer(this, Company, 'possible', question(request)));
  }

  possibleJson(request) {
    check(this, Company, 'possibleJson', arguments, 1, 1);
    return answer(this, Company, 'possible', text('the request', request));
  }

  texts(given, lang) {
    check(this, Company, 'texts', arguments, 2, 2);
    const language = text('the language', lang);
    return JSON.parse(answer(this, Company, 'texts', question(given instanceof RequestError ? said(given) : given), language));
  }

  form(name) {
    check(this, Company, 'form', arguments, 1, 1);
    const form = text('the name of a form', name);
    return new Form(CORE, answer(this, Company, 'form'), form);
  }

  formJson(asked) {
    check(this, Company, 'formJson', arguments, 1, 1);
    return answer(this, Company, 'formJson', text('the question', asked));
  }

  get id() {
    return open(this, Company).id;
  }

  get digest() {
    return open(this, Company).digest;
  }

  get warnings() {
    return JSON.parse(open(this, Company).warnings);
  }

  free() {
    free(this, Company);
  }
}

export class Form {
  #name;

  constructor(key, object, name) {
    if (key !== CORE) throw wrong('forms come from `form` of a service or a company');
    keep(this, object);
    this.#name = name;
  }

  check(input, options) {
    check(this, Form, 'check', arguments, 0, 2);
    return JSON.parse(answer(this, Form, 'check', formQuestion(this.#name, input, options)));
  }

  free() {
    free(this, Form);
  }
}

/** The members of a form's question beside its name and what is typed. */
const OPTIONS = ['change', 'remove', 'items'];

/** The text of a form's question. */
function formQuestion(form, input, options) {
  try {
    const members = [`"form":${jsonOf(form, '/form')}`];
    if (options !== undefined && options !== null) {
      const given = JSON.parse(jsonOf(options));
      const odd = Array.isArray(given) || typeof given !== 'object' ? '' : Object.keys(given).find((name) => !OPTIONS.includes(name));
      if (odd !== undefined) throw wrong(odd === '' ? 'the options must be an object' : `there is no option \`${odd}\``);
      for (const name of OPTIONS) {
        if (Object.hasOwn(given, name)) members.push(`"${name}":${jsonOf(given[name], `/${name}`)}`);
      }
    }
    if (input !== undefined) members.push(`"input":${jsonOf(input, '/input')}`);
    return `{${members.join(',')}}`;
  } catch (fault) {
    throw noAnswer(fault);
  }
}

if (Symbol.dispose !== undefined) {
  for (const type of [Service, Company, Form]) {
    Object.defineProperty(type.prototype, Symbol.dispose, {
      value: function dispose() {
        free(this, type);
      },
      configurable: true,
      writable: true,
    });
  }
}

export function version() {
  needReady();
  return core.version();
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
