// From values to JSON text, strictly. `JSON.stringify` makes null of NaN, loses functions, and asks objects for other
// ones: what it changes without a word would be decided as if it had been meant.

/** As deep as the engine reads. */
const DEPTH_MAX = 16;
/** No text that the engine takes is longer, whatever it is. */
const LENGTH_MAX = 32 * 1024 * 1024;
/** So many elements of a list, and so many lists and objects in all: several times what the engine takes of anything. */
const PARTS_MAX = 1_000_000;
/** No amount is near it, and the digits of much larger ones take minutes to work out. */
const BITS_MAX = 4096;
/** So many values may be read within each other: where a member is worked out by asking the engine, and so on. */
const READING_MAX = 16;

/** As they were when this was loaded, whatever a page has put in their place since. */
export const { parse, stringify } = JSON;

/** What each kind of fault says, in English and Japanese. */
const SAID = {
  'value.undefined': ['undefined is no value here', 'undefined は値になりません'],
  'value.notFinite': ['NaN and Infinity are no numbers here', 'NaN や Infinity は数値として使えません'],
  'value.fraction': ['a number must be whole', '数値は整数でなければなりません'],
  'value.tooLarge': [
    'a number beyond 2^53 - 1 is not exact: use a text or a BigInt',
    '2^53 - 1 を超える数値は正確ではありません。文字列か BigInt を使ってください',
  ],
  'value.function': ['a function is no value', '関数は値になりません'],
  'value.symbol': ['a symbol is no value and no name', 'シンボルは値にも項目名にもなりません'],
  'value.notPlain': ['only plain objects and lists are taken', '通常のオブジェクトと配列のほかは使えません'],
  'value.cyclic': ['an object contains itself', 'オブジェクトが自分自身を含んでいます'],
  'value.deep': [
    `lists and objects stand more than ${DEPTH_MAX} deep in each other`,
    `配列とオブジェクトの入れ子が${DEPTH_MAX}段を超えています`,
  ],
  'value.surrogate': ['a text has half of a surrogate pair', '文字列に対にならないサロゲートがあります'],
  'value.long': ['the whole is longer than 32 MiB', '全体が32 MiBを超えています'],
  'value.unreadable': ['the value cannot be read', '値を読み取れません'],
};

/** A value that JSON cannot say; the doors make what they throw of it. */
export class ValueFault {
  #isOne;

  /** Whether something that was thrown is one. Not by `instanceof`, which asks whatever a member has thrown. */
  static is(thrown) {
    return typeof thrown === 'object' && thrown !== null && #isOne in thrown;
  }

  constructor(code, path, detail = '', cause = undefined) {
    const [en, ja] = SAID[code];
    this.code = code;
    this.path = path;
    this.message = detail === '' ? en : `${en} (${detail})`;
    this.messageJa = detail === '' ? ja : `${ja}（${detail}）`;
    this.cause = cause;
  }
}

/** Half of a surrogate pair: with this flag the two halves of a pair count as one. */
const LONE = /\p{Surrogate}/u;

const isWellFormed =
  typeof String.prototype.isWellFormed === 'function' ? (text) => text.isWellFormed() : (text) => !LONE.test(text);

/** Whether a prototype is that of plain objects, which frames and workers have of their own. */
export function isPlain(prototype) {
  return (
    prototype === Object.prototype ||
    prototype === null ||
    (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'propertyIsEnumerable'))
  );
}

/** What a value that is no plain object calls itself. */
function nameOf(prototype) {
  const name = prototype?.constructor?.name;
  return typeof name === 'string' && name !== '' ? name : 'an object of a class';
}

/** Characters that stand for themselves in a JSON text, and are no part of a pair. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** Names that were written, as they begin a member; most requests have the same few. */
const NAMES = new Map();
const NAMES_MAX = 256;

/** Writes the text of a value, reading each part of it once. */
class Writer {
  /** Where it is, from the outside in. */
  keys = [];
  /** The lists and objects around it. */
  around = [];
  /** How much text there is at least. */
  length = 0;
  /** How many lists and objects there are. */
  parts = 0;

  constructor(path) {
    this.root = path;
    // What stands around the place counts too.
    this.deepest = DEPTH_MAX - (path.split('/').length - 1);
  }

  fault(code, detail, cause) {
    let path = this.root;
    for (const key of this.keys) path += `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return new ValueFault(code, path, detail, cause);
  }

  /** Stops before a shared part that stands in many places has become too much. */
  count(length) {
    this.length += length;
    if (this.length > LENGTH_MAX) throw this.fault('value.long');
  }

  text(value) {
    this.count(value.length + 2);
    return this.quoted(value);
  }

  quoted(text) {
    if (PLAIN.test(text)) return `"${text}"`;
    if (!isWellFormed(text)) throw this.fault('value.surrogate', `at ${text.search(LONE)}`);
    return stringify(text);
  }

  /** A name with its colon. */
  name(key) {
    const known = NAMES.get(key);
    if (known !== undefined) return known;
    const name = `${this.quoted(key)}:`;
    if (NAMES.size < NAMES_MAX && key.length <= 32) NAMES.set(key, name);
    return name;
  }

  value(value) {
    switch (typeof value) {
      case 'string':
        return this.text(value);
      case 'number':
        return this.number(value);
      case 'boolean':
        return `${value}`;
      case 'bigint':
        if (BigInt.asIntN(BITS_MAX, value) !== value) throw this.fault('value.long', `a BigInt of more than ${BITS_MAX} bits`);
        // Where a number would not be exact, the digits as a text are the same amount.
        return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? `${value}` : this.text(`${value}`);
      case 'object':
        return value === null ? 'null' : this.container(value);
      default: // undefined, function, symbol
        throw this.fault(`value.${typeof value}`);
    }
  }

  number(value) {
    if (Number.isSafeInteger(value)) return `${value}`;
    if (!Number.isFinite(value)) throw this.fault('value.notFinite', String(value));
    throw this.fault(Number.isInteger(value) ? 'value.tooLarge' : 'value.fraction', String(value));
  }

  container(value) {
    this.enter(value);
    const text = Array.isArray(value) ? this.list(value) : `{${this.members(value).join()}}`;
    this.around.pop();
    return text;
  }

  enter(value) {
    this.count(2);
    this.parts += 1;
    if (this.parts > PARTS_MAX) throw this.fault('value.long', `more than ${PARTS_MAX} lists and objects`);
    if (this.around.length >= this.deepest) throw this.fault(this.around.includes(value) ? 'value.cyclic' : 'value.deep');
    this.around.push(value);
  }

  list(list) {
    const { length } = list;
    if (length > PARTS_MAX) throw this.fault('value.long', `a list of ${length}`);
    this.count(length);
    // A name beside the positions would be lost; a position that is left out is undefined.
    const odd = Object.keys(list)[length];
    if (odd !== undefined) throw this.fault('value.notPlain', `a list with the member \`${odd}\``);
    const texts = [];
    for (let at = 0; at < length; at += 1) {
      this.keys.push(at);
      texts.push(this.value(list[at]));
      this.keys.pop();
    }
    return `[${texts.join()}]`;
  }

  /** The members of an object, each with its name; their names go to a list where there is one. */
  members(object, names = undefined) {
    const prototype = Object.getPrototypeOf(object);
    if (!isPlain(prototype)) throw this.fault('value.notPlain', nameOf(prototype));
    for (const symbol of Object.getOwnPropertySymbols(object)) {
      if (Object.prototype.propertyIsEnumerable.call(object, symbol)) throw this.fault('value.symbol', String(symbol));
    }
    const members = [];
    for (const key of Object.keys(object)) {
      // Before it is part of a path.
      this.count(key.length);
      this.keys.push(key);
      const value = object[key];
      // A member that is undefined is one that is not there.
      if (value !== undefined) {
        members.push(this.name(key) + this.value(value));
        names?.push(key);
      }
      this.keys.pop();
    }
    return members;
  }
}

/** How many values are being read within each other. */
let reading = 0;

/** What a writer says of a value. Throws a `ValueFault`. */
function written(path, say) {
  const writer = new Writer(path);
  reading += 1;
  try {
    if (reading > READING_MAX) throw writer.fault('value.unreadable');
    return say(writer);
  } catch (fault) {
    // Members that are worked out when they are read may throw anything.
    throw ValueFault.is(fault) ? fault : writer.fault('value.unreadable', '', fault);
  } finally {
    reading -= 1;
  }
}

/** The JSON text of a value; `path` is where it stands. Throws a `ValueFault`. */
export function jsonOf(value, path = '') {
  return written(path, (writer) => writer.value(value));
}

/** The members of an object, each as JSON text by its name. Throws a `ValueFault`. */
export function membersOf(object) {
  return written('', (writer) => {
    if (typeof object !== 'object' || object === null || Array.isArray(object)) throw writer.fault('value.notPlain', typeof object);
    writer.enter(object);
    const names = [];
    const members = writer.members(object, names);
    return new Map(names.map((name, at) => [name, members[at]]));
  });
}

/** A text as it is, of anything else its JSON text. Throws a `ValueFault`. */
export function textOf(value) {
  if (typeof value !== 'string') return jsonOf(value);
  if (value.length > LENGTH_MAX) throw new ValueFault('value.long', '');
  if (!isWellFormed(value)) throw new ValueFault('value.surrogate', '', `at ${value.search(LONE)}`);
  return value;
}
