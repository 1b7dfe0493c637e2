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
const NAME_MAX = 32;

/** Writes the text of a value, reading each part of it once. */
class Writer {
  /** The lists and objects around what is read. */
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

  /** What was thrown, as a fault of the whole. */
  whole(thrown) {
    const fault = faultOf(thrown);
    fault.path = this.root + fault.path;
    return fault;
  }

  /** Stops before a shared part that stands in many places has become too much. */
  count(length) {
    this.length += length;
    if (this.length > LENGTH_MAX) throw new ValueFault('value.long', '');
  }

  text(value) {
    this.count(value.length + 2);
    return quoted(value);
  }

  value(value) {
    switch (typeof value) {
      case 'string':
        return this.text(value);
      case 'number':
        return digits(value);
      case 'boolean':
        return value ? 'true' : 'false';
      case 'bigint':
        if (BigInt.asIntN(BITS_MAX, value) !== value) throw new ValueFault('value.long', '', `a BigInt of more than ${BITS_MAX} bits`);
        // Where a number would not be exact, the digits as a text are the same amount.
        return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? `${value}` : this.text(`${value}`);
      case 'object':
        return value === null ? 'null' : this.container(value);
      default: // undefined, function, symbol
        throw new ValueFault(`value.${typeof value}`, '');
    }
  }

  container(value) {
    this.enter(value);
    const text = Array.isArray(value) ? this.list(value) : this.object(value);
    this.around.pop();
    return text;
  }

  enter(value) {
    this.count(2);
    this.parts += 1;
    if (this.parts > PARTS_MAX) throw new ValueFault('value.long', '', `more than ${PARTS_MAX} lists and objects`);
    if (this.around.length >= this.deepest) throw new ValueFault(this.around.includes(value) ? 'value.cyclic' : 'value.deep', '');
    this.around.push(value);
  }

  list(list) {
    const { length } = list;
    if (length > PARTS_MAX) throw new ValueFault('value.long', '', `a list of ${length}`);
    this.count(length);
    // A name beside the positions would be lost; a position that is left out is undefined.
    const odd = Object.keys(list)[length];
    if (odd !== undefined) throw new ValueFault('value.notPlain', '', `a list with the member \`${odd}\``);
    // What grows part by part is fast while it is short: of a long list some elements at a time are made one text.
    const texts = [];
    let text = '';
    let at = 0;
    try {
      for (; at < length; at += 1) {
        text += at === 0 ? this.value(list[at]) : `,${this.value(list[at])}`;
        if (at % 8 === 7) {
          texts.push([text, ''].join(''));
          text = '';
        }
      }
    } catch (thrown) {
      throw below(thrown, at);
    }
    return length < 8 ? `[${text}]` : `[${texts.join('')}${text}]`;
  }

  object(object) {
    let text = '';
    this.members(object, (key, member) => (text += text === '' ? member : `,${member}`));
    return `{${text}}`;
  }

  /** Gives each member of an object with its text. */
  members(object, take) {
    const prototype = Object.getPrototypeOf(object);
    if (!isPlain(prototype)) throw new ValueFault('value.notPlain', '', nameOf(prototype));
    for (const symbol of Object.getOwnPropertySymbols(object)) {
      if (Object.prototype.propertyIsEnumerable.call(object, symbol)) throw new ValueFault('value.symbol', '', String(symbol));
    }
    let at;
    try {
      for (const key of Object.keys(object)) {
        // Before it is part of a path.
        at = undefined;
        this.count(key.length);
        at = key;
        const value = object[key];
        // A member that is undefined is one that is not there.
        if (value !== undefined) take(key, nameIn(key) + this.value(value));
      }
    } catch (thrown) {
      throw below(thrown, at);
    }
  }
}

/** What was thrown while a value was read: members that are worked out then may throw anything. */
function faultOf(thrown) {
  return ValueFault.is(thrown) ? thrown : new ValueFault('value.unreadable', '', '', thrown);
}

/** What was thrown in a part, seen from around it. */
function below(thrown, key) {
  const fault = faultOf(thrown);
  if (key !== undefined) fault.path = `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}${fault.path}`;
  return fault;
}

function quoted(text) {
  if (PLAIN.test(text)) return `"${text}"`;
  if (!isWellFormed(text)) throw new ValueFault('value.surrogate', '', `at ${text.search(LONE)}`);
  return stringify(text);
}

/** A name with its colon. */
function nameIn(key) {
  const known = NAMES.get(key);
  if (known !== undefined) return known;
  const name = `${quoted(key)}:`;
  if (NAMES.size < NAMES_MAX && key.length <= NAME_MAX) NAMES.set(key, name);
  return name;
}

function digits(number) {
  if (Number.isSafeInteger(number)) return `${number}`;
  if (!Number.isFinite(number)) throw new ValueFault('value.notFinite', '', String(number));
  throw new ValueFault(Number.isInteger(number) ? 'value.tooLarge' : 'value.fraction', '', String(number));
}

/** How many values are being read within each other. */
let reading = 0;

/** What a writer says of a value. Throws a `ValueFault`. */
function written(path, say) {
  const writer = new Writer(path);
  reading += 1;
  try {
    if (reading > READING_MAX) throw new ValueFault('value.unreadable', '');
    return say(writer);
  } catch (thrown) {
    throw writer.whole(thrown);
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
    if (typeof object !== 'object' || object === null || Array.isArray(object)) throw new ValueFault('value.notPlain', '', typeof object);
    const members = new Map();
    writer.enter(object);
    writer.members(object, (key, member) => members.set(key, member));
    return members;
  });
}

/** A text as it is, of anything else its JSON text. Throws a `ValueFault`. */
export function textOf(value) {
  if (typeof value !== 'string') return jsonOf(value);
  if (value.length > LENGTH_MAX) throw new ValueFault('value.long', '');
  if (!isWellFormed(value)) throw new ValueFault('value.surrogate', '', `at ${value.search(LONE)}`);
  return value;
}
