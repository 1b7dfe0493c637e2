// A form of the bank's screens: what is typed so far goes in, what is wrong with it and what becomes of it comes out. It
// speaks Standard Schema, so that form libraries take it as it is.
import { answer, check, CORE, disposable, free, keep, lent, noAnswer, open, owned, question, text, wrong } from './base.js';
import { isPlain, jsonOf, parse, stringify, ValueFault } from './text.js';
import { put, viewOf } from './view.js';

/** The form that needs no document. */
export const REQUEST = 'request';

/** The settings that are members of a form's question, beside its name and what is typed. */
const ASKED = ['lang', 'change', 'remove', 'items', 'before', 'item'];
/** The settings that are about how an input is read and an answer sorted. */
const OWN = ['fixed', 'fields', 'blankIsNull'];
const SETTINGS = [...ASKED, ...OWN];

/** What one form has: the engine's own object, the door of it that answers, the form's name, and its settings. */
class Own {
  constructor(engine, object, door, name, given) {
    this.engine = engine;
    this.object = object;
    this.door = door;
    this.name = name;
    this.given = given;
  }

  check(asked) {
    return this.object[this.door](asked);
  }

  schema(target, lang) {
    return this.object.formSchema(this.name, target, lang);
  }

  /** The same form with other settings, which may be freed before or after this one. */
  with(given) {
    return new Own(this.engine, lent(this.object), this.door, this.name, given);
  }

  free() {
    this.object.free();
  }
}

/** Settings over those before; what is not given, or null, stays as it was. */
export function settings(before, given) {
  if (given === undefined || given === null) return before;
  let read;
  try {
    read = parse(jsonOf(given));
  } catch (fault) {
    throw noAnswer(fault);
  }
  if (Array.isArray(read) || typeof read !== 'object') throw wrong('the options must be an object');
  const odd = Object.keys(read).find((name) => !SETTINGS.includes(name));
  if (odd !== undefined) throw wrong(`there is no option \`${odd}\``);
  for (const name of SETTINGS) if (read[name] === null) delete read[name];
  const { fixed, fields, blankIsNull } = read;
  if (fixed !== undefined && !isObject(fixed)) throw wrong('`fixed` must be an object');
  if (fields !== undefined && !isPointers(fields)) throw wrong('`fields` must be a list of pointers, such as `/payee/bank`');
  if (blankIsNull !== undefined && typeof blankIsNull !== 'boolean') throw wrong('`blankIsNull` must be true or false');
  return { ...before, ...read };
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isPlain(Object.getPrototypeOf(value));
}

function isPointers(list) {
  return Array.isArray(list) && list.every((one) => typeof one === 'string' && (one === '' || one.startsWith('/')));
}

/** What is typed, under what the host knows: nobody types himself another user. Whatever is no object is left to be refused. */
function under(fixed, typed) {
  if (typed === undefined || typed === null || typed === '') return fixed;
  if (!isObject(typed)) return typed;
  const whole = { ...typed };
  for (const name of Object.keys(fixed)) {
    const inner = isObject(fixed[name]) && Object.hasOwn(whole, name) ? under(fixed[name], whole[name]) : fixed[name];
    put(whole, [name], inner);
  }
  return whole;
}

function joined(fixed, input, place) {
  try {
    return input === null || input === '' ? input : under(fixed, input);
  } catch (cause) {
    // Members that are worked out when they are read may throw anything.
    throw new ValueFault('value.unreadable', place, '', cause);
  }
}

/** Members that are blank, as JSON: text fields hold "" where nothing is typed. */
function blanksAsNull(json) {
  return stringify(parse(json), function replace(_, value) {
    return value === '' && !Array.isArray(this) ? null : value;
  });
}

/** The text of what is typed; undefined where there is nothing. */
function inputText(input, { fixed, blankIsNull }, place) {
  const whole = fixed === undefined ? input : joined(fixed, input, place);
  if (whole === undefined) return undefined;
  const json = jsonOf(whole, place);
  return blankIsNull ? blanksAsNull(json) : json;
}

/** The text of a form's question; of many rows what is typed is a list. */
function questionOf(name, input, given, rows) {
  const members = [`"form":${stringify(name)}`];
  try {
    for (const member of ASKED) {
      if (given[member] !== undefined) members.push(`"${member}":${stringify(given[member])}`);
    }
    if (rows !== undefined) {
      const typed = parse(jsonOf(rows, '/rows'));
      if (!Array.isArray(typed)) throw wrong('`checkRows` takes a list of what is typed, row by row');
      members.push(`"rows":[${typed.map((row, at) => inputText(row, given, `/rows/${at}`)).join(',')}]`);
    } else {
      const typed = inputText(input, given, '/input');
      if (typed !== undefined) members.push(`"input":${typed}`);
    }
  } catch (fault) {
    throw noAnswer(fault);
  }
  return `{${members.join(',')}}`;
}

/** The parts of libraryOptions that are settings; what other libraries look for there is nothing to a form. */
function ofLibrary(options) {
  const given = options?.libraryOptions;
  if (given === undefined || given === null) return undefined;
  return Object.fromEntries(SETTINGS.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]));
}

/** What a form is to libraries that know Standard Schema 1.1, which take it apart as they like. */
function standardOf(form) {
  const jsonSchema = (options) => {
    const { target, libraryOptions } = options ?? {};
    return form.jsonSchema({ target }, { lang: libraryOptions?.lang });
  };
  return Object.freeze({
    version: 1,
    vendor: 'kessai',
    validate(value, options) {
      // Undefined would be nothing typed; a library that has no values has none to submit either.
      const { outcome, answer: said, issues } = form.view(value === undefined ? null : value, ofLibrary(options));
      return outcome === 'valid' ? { value: said.result } : { issues };
    },
    jsonSchema: Object.freeze({ input: jsonSchema, output: jsonSchema }),
  });
}

export class Form {
  constructor(key, own) {
    if (key !== CORE) throw wrong('forms come from `form` of a service or a company');
    keep(this, own.engine, own);
  }

  check(input, options) {
    check(this, Form, 'check', arguments, 0, 2);
    return asked(this, input, settings(open(this, Form).given, options));
  }

  checkRows(rows, options) {
    check(this, Form, 'checkRows', arguments, 1, 2);
    return asked(this, undefined, settings(open(this, Form).given, options), rows ?? null);
  }

  view(input, options) {
    check(this, Form, 'view', arguments, 0, 2);
    const given = settings(open(this, Form).given, options);
    const { lang = 'en', blankIsNull = true } = given;
    return viewOf((typed) => asked(this, typed, { ...given, lang, blankIsNull }), input, lang, given.fields);
  }

  with(given) {
    check(this, Form, 'with', arguments, 1, 1);
    const read = settings(open(this, Form).given, given);
    // Only now: members that are worked out when they are read may have freed it.
    return new Form(CORE, open(this, Form).with(read));
  }

  jsonSchema(given, options) {
    check(this, Form, 'jsonSchema', arguments, 1, 2);
    const { target } = parse(question(given)) ?? {};
    const { lang } = settings(open(this, Form).given, options);
    return parse(answer(this, Form, 'schema', text('the target', target), text('the language', lang ?? 'en')));
  }

  get '~standard'() {
    return standardOf(this);
  }

  free() {
    free(this, Form);
  }
}

/** The engine's answer. */
function asked(form, input, given, rows) {
  return parse(answer(form, Form, 'check', questionOf(open(form, Form).name, input, given, rows)));
}

disposable(Form);

/** A form against a company document. */
export function documentForm(engine, object, name, given) {
  return new Form(CORE, new Own(engine, owned(object), 'check', name, given));
}

/** The form that asks for a request, which a company answers itself: it may be freed before the form. */
export function requestForm(engine, company, given) {
  return new Form(CORE, new Own(engine, lent(company), 'formJson', REQUEST, given));
}
