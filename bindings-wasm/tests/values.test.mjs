// What JSON cannot say is refused in every door that takes an object, with code and path, before anything is decided.
import assert from 'node:assert/strict';
import test from 'node:test';
import vm from 'node:vm';

import init, { DocumentError, KessaiError, RequestError, Service } from 'kessai';

import { company, request, service, thrown } from './documents.mjs';

await init();

const bank = new Service(service);
const firm = bank.company(company);
const { user, now, business, account, valueDate, payee, payment, bearer } = request;

/** A value of some depth, itself included. */
function nested(depth) {
  return depth === 1 ? [] : [nested(depth - 1)];
}

const cyclic = {};
cyclic.self = cyclic;

const huge = { text: 'x'.repeat(1_000_000) };

class Money {
  constructor(amount) {
    this.amount = amount;
  }
}

/** What no document, request, event or form may hold, with its code and where it is seen in the value. */
const WRONG = [
  ['NaN', NaN, 'value.notFinite', ''],
  ['Infinity', Infinity, 'value.notFinite', ''],
  ['minus Infinity', -Infinity, 'value.notFinite', ''],
  ['a fraction', 1.5, 'value.fraction', ''],
  ['a small fraction', 1e-9, 'value.fraction', ''],
  ['more than is exact', 2 ** 53, 'value.tooLarge', ''],
  ['far more than is exact', 1e21, 'value.tooLarge', ''],
  ['less than is exact', -(2 ** 53), 'value.tooLarge', ''],
  ['a function', () => 1, 'value.function', ''],
  ['a class', Money, 'value.function', ''],
  ['a symbol', Symbol('x'), 'value.symbol', ''],
  ['undefined in a list', [undefined], 'value.undefined', '/0'],
  ['a hole in a list', [1, , 3], 'value.undefined', '/1'],
  ['NaN in a list in an object', { a: [0, { 'b/c~d': NaN }] }, 'value.notFinite', '/a/1/b~1c~0d'],
  ['a date', new Date(0), 'value.notPlain', ''],
  ['a map', new Map([['a', 1]]), 'value.notPlain', ''],
  ['a set', new Set(), 'value.notPlain', ''],
  ['bytes', new Uint8Array(2), 'value.notPlain', ''],
  ['an object of a class', new Money('1'), 'value.notPlain', ''],
  ['an object that inherits', Object.create({ amount: '1' }), 'value.notPlain', ''],
  ['a number in an object', new Number(1), 'value.notPlain', ''],
  ['a text in an object', new String('1'), 'value.notPlain', ''],
  ['a regular expression', /x/, 'value.notPlain', ''],
  ['a promise', Promise.resolve(1), 'value.notPlain', ''],
  ['an error', new Error('x'), 'value.notPlain', ''],
  ['a list with a name', Object.assign(['1'], { more: '2' }), 'value.notPlain', ''],
  ['a symbol as a name', { [Symbol('x')]: 1 }, 'value.symbol', ''],
  ['an object with toJSON', { toJSON: () => '1' }, 'value.function', '/toJSON'],
  ['an object that has itself', cyclic, 'value.cyclic', '/self'.repeat(13)],
  ['lists too deep', nested(40), 'value.deep', '/0'.repeat(13)],
  ['half of a pair', '\ud83d', 'value.surrogate', ''],
  ['the other half', 'a\udc4db', 'value.surrogate', ''],
  ['halves the wrong way round', '\udc4d\ud83d', 'value.surrogate', ''],
  ['half of a pair as a name', { '\ud83d': 1 }, 'value.surrogate', '/\ud83d'],
  ['one text in too many places', Array.from({ length: 40 }, () => huge), 'value.long', '/33/text'],
  [
    'a member that throws',
    {
      get amount() {
        throw new TypeError('not now');
      },
    },
    'value.unreadable',
    '/amount',
  ],
  ['a proxy that throws', new Proxy({}, { ownKeys: () => assert.fail('no') }), 'value.unreadable', ''],
  ['a proxy that is gone', revoked(), 'value.unreadable', ''],
];

function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** Each door that takes an object, with a value put somewhere deep into what it takes, and the path of that place. */
const DOORS = [
  ['evaluate', (value) => firm.evaluate({ ...request, payee: { ...payee, name: value } }), '/payee/name'],
  ['largestPayment', (value) => firm.largestPayment({ ...request, usage: { a: value } }), '/usage/a'],
  ['possible', (value) => firm.possible({ ...request, access: { a: value } }), '/access/a'],
  [
    'advance',
    (value) => firm.advance({ item: null, event: { type: 'save', user, now, business, content: { payment: value } } }),
    '/event/content/payment',
  ],
  ['form of a company', (value) => firm.form('user').check({ limits: { transfer: value } }), '/input/limits/transfer'],
  ['form of a service', (value) => bank.form(company, 'user').check({ limits: { transfer: value } }), '/input/limits/transfer'],
];

/** The same for documents. */
const DOCUMENTS = [
  ['service', (value) => new Service({ ...service, label: { ja: value } }), '/label/ja'],
  ['company', (value) => bank.company({ ...company, fees: { a: value } }), '/fees/a'],
  ['company of a form', (value) => bank.form({ ...company, fees: { a: value } }, 'user'), '/fees/a'],
];

/** The path, as deep as the first part of the value may go below a place of that depth. */
function below(place, path, code) {
  if (code !== 'value.cyclic' && code !== 'value.deep') return place + path;
  return undefined;
}

for (const [name, value, code, path] of WRONG) {
  test(`${name} is refused everywhere`, () => {
    for (const [door, ask, place] of DOORS) {
      const error = thrown(() => ask(value));
      assert.ok(error instanceof RequestError && error instanceof KessaiError, `${door}: ${error}`);
      assert.equal(error.code, code, door);
      assert.ok(error.message.length > 0);
      if (below(place, path, code) === undefined) assert.ok(error.path.startsWith(place), door);
      else assert.equal(error.path, place + path, door);
    }
    for (const [door, ask, place] of DOCUMENTS) {
      const error = thrown(() => ask(value));
      assert.ok(error instanceof DocumentError && error instanceof KessaiError, `${door}: ${error}`);
      assert.equal(error.code, code, door);
      assert.ok(error.path.startsWith(place), door);
      const [finding] = error.findings;
      assert.deepEqual([finding.code, finding.severity, finding.path], [error.code, 'error', error.path]);
      assert.ok(finding.message.length > 0 && finding.messageJa.length > 0);
    }
    // And nothing has happened to anybody.
    assert.equal(firm.evaluate(request).outcome, 'accepted');
  });
}

test('the depth is that of the engine', () => {
  // Texts and objects stop at the same place: 16 are read, and found fault with for what they are.
  for (const [depth, code] of [[15, 'request.type'], [16, 'value.deep']]) {
    const value = { ...request, payee: nested(depth) };
    assert.equal(thrown(() => firm.evaluate(value)).code, code, String(depth));
  }
  assert.equal(thrown(() => firm.evaluateJson(JSON.stringify({ payee: nested(16) }))).code, 'request.type');
});

test('NaN and Infinity take no limit away', () => {
  const form = firm.form('user');
  for (const value of [Number('1,000'), 1 / 0]) {
    const error = thrown(() => form.check({ limits: { transfer: { newAccount: value } } }, { change: 'hanako01' }));
    assert.deepEqual([error.code, error.path], ['value.notFinite', '/input/limits/transfer/newAccount']);
  }
});

test('whole numbers are amounts, BigInt too', () => {
  const text = firm.evaluateJson(JSON.stringify(request));
  for (const value of ['30329', 30329, 30329n, 30329.0]) {
    assert.equal(JSON.stringify(firm.evaluate({ ...request, payment: value })), text, String(value));
  }
  assert.equal(firm.evaluate({ ...request, payment: -0 }).outcome, firm.evaluate({ ...request, payment: 0 }).outcome);
  const beyond = firm.evaluate({ ...request, payment: 10n ** 30n });
  assert.equal(beyond.outcome, 'refused');
});

test('a member that is undefined is one that is not there', () => {
  const { bearer: _, ...without } = request;
  assert.deepEqual(firm.evaluate({ ...request, bearer: undefined }), firm.evaluate(without));
  assert.deepEqual(firm.evaluate({ ...request, bearer: undefined }).missing, ['/bearer']);
});

test('plain objects are plain wherever they come from', () => {
  const expected = firm.evaluate(request);
  const bare = Object.assign(Object.create(null), request, { payee: Object.assign(Object.create(null), payee) });
  assert.deepEqual(firm.evaluate(bare), expected);
  assert.deepEqual(firm.evaluate(vm.runInNewContext(`(${JSON.stringify(request)})`)), expected);
  assert.deepEqual(firm.evaluate(new Proxy(request, {})), expected);
  assert.deepEqual(firm.evaluate(Object.freeze({ ...request, payee: Object.freeze({ ...payee }) })), expected);
  assert.deepEqual(firm.evaluate(JSON.parse(JSON.stringify(request))), expected);
  const worked = { ...request };
  Object.defineProperty(worked, 'payment', { get: () => payment, enumerable: true });
  assert.deepEqual(firm.evaluate(worked), expected);
});

test('each part is read once', () => {
  let reads = 0;
  const shifty = { ...request };
  Object.defineProperty(shifty, 'payment', {
    get: () => {
      reads += 1;
      return reads === 1 ? '30329' : 'NaN';
    },
    enumerable: true,
  });
  assert.equal(firm.evaluate(shifty).outcome, 'accepted');
  assert.equal(reads, 1);
});

test('what stands in front of every object does not stand in a request', () => {
  Object.prototype.payment = '1';
  Object.prototype.toJSON = () => ({});
  Array.prototype.toJSON = () => [];
  try {
    const { payment: _, ...without } = request;
    assert.deepEqual(firm.evaluate(without).missing, ['/payment']);
    assert.equal(firm.evaluate(request).outcome, 'accepted');
    assert.equal(firm.form('user').check({}, { change: 'hanako01' }).outcome, 'valid');
  } finally {
    delete Object.prototype.payment;
    delete Object.prototype.toJSON;
    delete Array.prototype.toJSON;
  }
  const odd = JSON.parse('{"__proto__": {"payment": "1"}}');
  assert.equal(thrown(() => firm.evaluate(odd)).code, 'request.field.unknown');
});

test('what is asked while an object is read does not disturb it', () => {
  const own = bank.company(company);
  const busy = { ...request };
  Object.defineProperty(busy, 'bearer', {
    get: () => own.evaluate(request).outcome === 'accepted' && bearer,
    enumerable: true,
  });
  assert.equal(own.evaluate(busy).outcome, 'accepted');
  const deadly = { ...request };
  Object.defineProperty(deadly, 'bearer', {
    get: () => {
      own.free();
      return bearer;
    },
    enumerable: true,
  });
  assert.equal(thrown(() => own.evaluate(deadly)).code, 'call.freed');
});

test('half of a pair is refused in a text as in an object', () => {
  const text = JSON.stringify({ ...request, payee: { ...payee, name: 'XYZ' } });
  const doors = ['evaluate', 'evaluateJson', 'largestPayment', 'largestPaymentJson', 'possible', 'possibleJson', 'advance', 'advanceJson', 'formJson'];
  for (const door of doors) {
    const error = thrown(() => firm[door](text.replace('XYZ', '\ud83d')));
    assert.ok(error instanceof RequestError, door);
    assert.deepEqual([error.code, error.path], ['value.surrogate', ''], door);
  }
  // As an escape it is the engine that refuses it.
  assert.equal(thrown(() => firm.evaluate(text.replace('XYZ', '\\ud83d'))).code, 'request.json');
  assert.equal(firm.evaluate(text.replace('XYZ', '😀')).outcome, firm.evaluate({ ...request, payee: { ...payee, name: '😀' } }).outcome);
  const document = thrown(() => new Service(JSON.stringify({ ...service, id: 'XYZ' }).replace('XYZ', '\ud83d')));
  assert.ok(document instanceof DocumentError);
  assert.equal(document.code, 'value.surrogate');
});

test('a batch of many items is written whole', () => {
  const items = Array.from({ length: 50_000 }, () => ({ payee: { ...payee }, payment: 1n, bearer }));
  const error = thrown(() => firm.evaluate({ user, business, operation: 'create', account, now, valueDate, items }));
  assert.equal(error.path, '/items');
});
