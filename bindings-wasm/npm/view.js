// An answer of a form, sorted for a page: what stands at which field, in one language.
import { RequestError } from './errors.js';

/** So many members that cannot be read are put aside at most, before nothing else of the input is looked at. */
const FAULTS_MAX = 16;
/** Where the members of a form stand in its question. */
const INPUT = '/input';
/** A position in a list, as a pointer writes it. */
const POSITION = /^(?:0|[1-9]\d*)$/;

/** The names that a pointer (RFC 6901) leads through. */
export function tokens(pointer) {
  return pointer === '' ? [] : pointer.slice(1).split('/').map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer through names and positions. */
export function pointerOf(path) {
  return path.map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Whether a place is another one, or within it. */
export function isWithin(pointer, around) {
  return pointer === around || pointer.startsWith(`${around}/`);
}

/** What stands at a member, where that can be read. */
function member(value, token) {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    return Object.hasOwn(value, token) ? value[token] : undefined;
  } catch {
    return undefined;
  }
}

/** A place as form libraries write it: positions in lists are numbers. Where there is no list yet, a position would make one. */
export function pathOf(pointer, value) {
  let around = value;
  return tokens(pointer).map((token) => {
    const isPosition = POSITION.test(token) && (Array.isArray(around) || typeof around !== 'object' || around === null);
    around = member(around, token);
    return isPosition ? Number(token) : token;
  });
}

/** Puts a value into a tree; lists stand around positions. */
export function put(tree, [token, ...further], value) {
  const own = Object.hasOwn(tree, token) ? tree[token] : undefined;
  const next = further.length === 0 ? value : own ?? (POSITION.test(String(further[0])) ? [] : {});
  if (further.length > 0) put(next, further, value);
  // Not by assignment, which of one name would change what stands in front of the object.
  Object.defineProperty(tree, token, { value: next, enumerable: true, configurable: true, writable: true });
}

/** The input without a member that cannot be read; undefined where it cannot be taken out. */
function without(value, [token, ...further]) {
  if (typeof value !== 'object' || value === null) return undefined;
  const copy = Array.isArray(value) ? [...value] : {};
  if (!Array.isArray(value)) {
    for (const name of Object.keys(value)) {
      if (name !== token) put(copy, [name], value[name]);
    }
  }
  const left = further.length === 0 ? null : without(value[token], further);
  if (left === undefined) return undefined;
  if (further.length > 0 || Array.isArray(value)) put(copy, [token], left);
  return copy;
}

/** The input without what stands at a place; undefined where that cannot be taken out. */
function rid(input, path) {
  try {
    return path.length === 0 ? undefined : without(input, path);
  } catch {
    // What stands beside it cannot be read either.
    return undefined;
  }
}

/** Asks, and asks again without what cannot be read, so that the other fields keep what is said of them. */
function answered(ask, input) {
  const faults = new Map();
  let given = input;
  for (;;) {
    try {
      return { answer: ask(given), faults };
    } catch (error) {
      if (!(error instanceof RequestError) || !isWithin(error.path, INPUT)) throw error;
      const pointer = error.path.slice(INPUT.length);
      const again = faults.has(pointer);
      if (!again) faults.set(pointer, error);
      given = again || faults.size === FAULTS_MAX ? undefined : rid(given, tokens(pointer));
      if (given === undefined) return { answer: null, faults };
    }
  }
}

/** An input element for numbers holds NaN where nothing is typed, or nothing that is a number. */
function isNoNumber(error, pointer, input) {
  return error.code === 'value.notFinite' && Number.isNaN(tokens(pointer).reduce(member, input));
}

/** What is said at one place. */
function issue(kind, pointer, value, message, code, more) {
  return { message, path: pathOf(pointer, value), kind, pointer, code, reason: null, error: null, ...more };
}

/** An answer, and what was put aside before it, as a page shows it. */
class View {
  constructor(outcome, answer, issues, fields) {
    this.outcome = outcome;
    this.answer = answer;
    this.issues = issues;
    this.fields = new Map();
    this.rest = [];
    for (const one of issues) {
      const isShown = fields === undefined ? one.pointer !== '' : fields.some((field) => isWithin(one.pointer, field));
      if (!isShown) this.rest.push(one);
      else if (this.fields.has(one.pointer)) this.fields.get(one.pointer).push(one);
      else this.fields.set(one.pointer, [one]);
    }
  }

  at(pointer) {
    return this.issues.filter((one) => isWithin(one.pointer, pointer));
  }
}

/** What a form says of an input: `ask` puts the question, `fields` are the places that the page shows. */
export function viewOf(ask, input, lang, fields) {
  const { answer, faults } = answered(ask, input);
  const value = answer?.result ?? input;
  for (const [pointer, error] of faults) {
    // Nothing typed where something is needed: it is missing, like any other field.
    if (answer?.missing.includes(pointer) && isNoNumber(error, pointer, input)) faults.delete(pointer);
  }
  const issues = [];
  // As the engine reads a tag such as `ja-JP`.
  const isJapanese = /^ja(?:[-_]|$)/i.test(lang);
  for (const [pointer, error] of faults) {
    issues.push(issue('reason', pointer, value, isJapanese ? error.messageJa : error.message, error.code, { error }));
  }
  const isPutAside = (pointer) => [...faults.keys()].some((fault) => isWithin(pointer, fault));
  answer?.reasons.forEach((reason, at) => {
    if (!isPutAside(reason.path)) issues.push(issue('reason', reason.path, value, answer.texts.reasons[at], reason.code, { reason }));
  });
  answer?.missing.forEach((pointer, at) => {
    if (!isPutAside(pointer)) issues.push(issue('missing', pointer, value, answer.texts.missing[at], 'missing', {}));
  });
  // An answer to less than what was typed is none: nobody may go by its fee, nor by its result.
  if (faults.size > 0) return new View('refused', null, issues, fields);
  return new View(answer.outcome, answer, issues, fields);
}
