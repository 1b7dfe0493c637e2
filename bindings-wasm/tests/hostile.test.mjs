// Input that means harm, in every door that takes a value: each is a typed error with code and path, or an answer to what was read
// once; and afterwards the same objects give the same bytes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

import init, { Company, DocumentError, KessaiError, RequestError, Service } from 'kessai';
import initRecord, { Company as Recorded } from 'kessai/record';
import initTransfer, { Company as Transfer } from 'kessai/transfer';

import { company, request, service, thrown } from './documents.mjs';

await init();
await initTransfer();
await initRecord();

const bank = new Service(service);
const firm = bank.company(company);
const image = firm.image();
const small = Transfer.fromImage(image);
const recorded = Recorded.fromImage(image);
const form = firm.form('user');
const text = JSON.stringify(request);

/** What everything answers that is held here. */
const answers = () => [
  firm.evaluateJson(text), small.evaluateJson(text), JSON.stringify(form.check({ id: 'taro01' })), bank.company(company).digest,
  recorded.position('user', 'hanako01'),
];
const before = answers();

/** Each door, with where a value stands that takes the place of the whole. */
const DOORS = {
  service: (value) => new Service(value),
  company: (value) => bank.company(value),
  'form of a service': (value) => bank.form(value, 'user').check({}),
  'settings of a form': (value) => firm.form('user', value),
  evaluate: (value) => firm.evaluate(value),
  'evaluate a transfer': (value) => small.evaluate(value),
  largestPayment: (value) => firm.largestPayment(value),
  possible: (value) => firm.possible(value),
  advance: (value) => firm.advance(value),
  texts: (value) => firm.texts(value, 'ja'),
  check: (value) => form.check(value),
  'options of check': (value) => form.check({}, value),
  checkRows: (value) => form.checkRows(value),
  'a row of checkRows': (value) => form.checkRows([value]),
  with: (value) => form.with(value),
  jsonSchema: (value) => form.jsonSchema(value),
  fromImage: (value) => Company.fromImage(value),
  'fromImage of a transfer': (value) => Transfer.fromImage(value),
  columns: (value) => recorded.decideColumns(value),
  prepare: (value) => firm.prepare(value),
  'prepare a transfer': (value) => small.prepare(value),
  set: (value) => firm.prepare(request).set(value),
  decide: (value) => ({ outcome: firm.prepare(request).decide(value) }),
};

/** A proxy that throws at one of its traps, or at all of them. */
function trap(names, target = { ...request }) {
  const handler = {};
  for (const name of names) {
    handler[name] = () => {
      // Not even this can be looked at.
      throw trap.evil;
    };
  }
  return new Proxy(target, handler);
}
trap.evil = new Proxy(function evil() {}, {
  get: () => assert.fail('looked at'), getPrototypeOf: () => assert.fail('looked at'), has: () => assert.fail('looked at'),
});

function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** An object whose members are such objects again, without end. */
const endless = () => ({
  get further() {
    return endless();
  },
});

/** As many places as fit, with one object in all of them. */
function shared(depth, width) {
  let value = {};
  for (let at = 0; at < depth; at += 1) value = Array(width).fill(value);
  return value;
}

const ALL = ['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf'];

/** What is given in the place of a whole value. */
const WHOLES = {
  ...Object.fromEntries(['ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf', 'get'].map((name) => [`a proxy that throws at ${name}`, () => trap([name])])),
  'a proxy that throws at all': () => trap(ALL),
  'a list that throws at all': () => trap(ALL, [1, 2]),
  'a function that throws at all': () => trap([...ALL, 'apply'], () => 1),
  'a proxy that is gone': () => revoked({}),
  'a list that is gone': () => revoked([]),
  'an object without end': endless,
  'an object in a million places': () => shared(14, 10),
  'a list that says it is as long as can be': () => Object.assign([], { length: 2 ** 32 - 1 }),
  'a list of two million': () => Array(2_000_000).fill(1),
  'a proxy of a list that grows while it is read': () => new Proxy([], { get: (list, name) => (name === 'length' ? 2 ** 40 : list[name]) }),
  'a text of 100 MB': () => 'x'.repeat(100_000_000),
  'a text of 100 MB in an object': () => ({ id: 'x'.repeat(100_000_000) }),
  'a name of 100 MB': () => ({ ['x'.repeat(100_000_000)]: 1 }),
  'a number of a million digits': () => ({ payment: 2n ** (2n ** 22n) }),
  'a member that throws nothing': () => ({
    get id() {
      throw undefined;
    },
  }),
  'a member that asks and asks': () => {
    const value = {
      ...request,
      get payment() {
        return firm.evaluate(value);
      },
    };
    return value;
  },
  'a member that asks and asks, and minds no error': () => {
    const value = {
      ...request,
      get payment() {
        try {
          return firm.evaluate(value).fee.payment;
        } catch {
          return NaN;
        }
      },
    };
    return value;
  },
  'a date of another realm': () => vm.runInNewContext('new Date(0)'),
  'a class of another realm': () => vm.runInNewContext('new (class Money { amount = "1" })()'),
  'a list of a class': () => new (class Rows extends Array {})(),
  'what is called an object': () => ({ [Symbol.toStringTag]: 'Object', x: () => 1 }),
  'an error of ours that throws': () => new Proxy(new RequestError('x', 'y'), { get: () => assert.fail('no') }),
  'an object that says it is one': () => Object.create({ __proto__: null, propertyIsEnumerable: 1 }, { x: { value: Symbol('x'), enumerable: true } }),
  'arguments': (function own() {
    const given = arguments;
    return () => given;
  })(1, 2),
  'a generator': () => (function* rows() {})(),
  'a promise': () => Promise.resolve(request),
  'a weak map': () => new WeakMap(),
  'the world': () => globalThis,
  'a list of texts': () => ['constructor', '__proto__', 'prototype'],
  'names of every object': () => JSON.parse('{"__proto__": {"a": 1}, "constructor": {"prototype": {"a": 1}}}'),
  'names of every method': () => JSON.parse('{"toString": 1, "valueOf": 1, "toJSON": 1, "hasOwnProperty": 1}'),
};

/** Whether an answer is one that nobody goes by: it refuses, or says nothing. */
function isHarmless(answer) {
  const { outcome, ...lists } = answer;
  return outcome === undefined ? Object.values(lists).every((list) => list === null || list.length === 0) : ['refused', 'incomplete'].includes(outcome);
}

for (const [name, make] of Object.entries(WHOLES)) {
  test(name, () => {
    for (const [door, ask] of Object.entries(DOORS)) {
      let error;
      try {
        const answer = ask(make());
        assert.ok(['check', 'a row of checkRows', 'texts', 'decide'].includes(door) && isHarmless(answer), `${door}: ${JSON.stringify(answer)}`);
        continue;
      } catch (fault) {
        error = fault;
      }
      assert.ok(error instanceof KessaiError, `${door}: ${typeof error === 'function' ? 'what was thrown' : String(error)}`);
      assert.match(error.code, /^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$/, door);
      assert.notEqual(error.code, 'call.fault', door);
      assert.ok(error.path === '' || error.path.startsWith('/'), door);
      assert.ok(error.path.length < 1_000 && error.message.length > 0, door);
      if (error instanceof DocumentError) assert.ok(error.findings.length > 0, door);
    }
    assert.deepEqual(answers(), before);
    assert.equal({}.a, undefined);
  });
}

test('a member may free what is asked, in every door', () => {
  /** A value with one more member, which is worked out when it is read. */
  const deadly = (value, name, free) => Object.defineProperty({ ...value }, name, { enumerable: true, get: free });
  for (const [name, make, ask, value, member = 'lang'] of [
    ['company', () => new Service(service), (own, given) => own.company(given), company],
    ['form of a service', () => new Service(service), (own, given) => own.form(given, 'user'), company],
    ['settings of a form', () => bank.company(company), (own, given) => own.form('user', given), {}],
    ['evaluate', () => bank.company(company), (own, given) => own.evaluate(given), request],
    ['evaluate a transfer', () => Transfer.fromImage(image), (own, given) => own.evaluate(given), request],
    ['largestPayment', () => bank.company(company), (own, given) => own.largestPayment(given), request],
    ['possible', () => bank.company(company), (own, given) => own.possible(given), request],
    ['advance', () => bank.company(company), (own, given) => own.advance(given), { item: null }],
    ['texts', () => bank.company(company), (own, given) => own.texts(given, 'en'), {}],
    ['check', () => firm.form('user'), (own, given) => own.check(given), {}],
    ['checkRows', () => firm.form('user'), (own, given) => own.checkRows([given]), {}],
    ['options of check', () => firm.form('user'), (own, given) => own.check({}, given), {}],
    ['prepare', () => bank.company(company), (own, given) => own.prepare(given), request],
    ['set', () => firm.prepare(request), (own, given) => own.set(given), {}],
    ['decide', () => firm.prepare(request), (own, given) => own.decide(given), {}],
    ['with', () => firm.form('user'), (own, given) => own.with(given), {}],
    ['columns', () => Recorded.fromImage(image), (own, given) => own.decideColumns(given), { user: Uint16Array.of(0) }, 'business'],
  ]) {
    const own = make();
    const error = thrown(() => ask(own, deadly(value, member, () => own.free())));
    assert.equal(error.code, 'call.freed', `${name}: ${error}`);
  }
  assert.deepEqual(answers(), before);
});

test('requests with anything anywhere are answered or refused with code and path', () => {
  // The same each time.
  let state = 1;
  const next = (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const ODD = [
    undefined, null, true, '', '0', '-1', '999999999999999', '1e3', '\ud83d', '\u0000', NaN, -0, 1.5, 2 ** 53, 10n ** 40n, [], {}, [[]], () => 1,
    Symbol('x'), new Date(0), new Map(), /x/, Object.create(null), new Proxy({}, {}), 'ﾔﾏﾀﾞ', '2026-02-30', [undefined], { __proto__: null, a: 1 },
  ];
  const whole = { ...request, approvers: ['hanako01'], usage: [{ limit: 'accountPerDay.total', account: 'main', day: '2026-11-20', used: '0' }], item: { state: 'draft' } };
  const seen = new Set();
  for (let at = 0; at < 3_000; at += 1) {
    const value = structuredClone(whole);
    for (let changes = next(3); changes >= 0; changes -= 1) {
      let around = value;
      let names = Object.keys(around);
      let name = names[next(names.length)];
      while (typeof around[name] === 'object' && around[name] !== null && Object.keys(around[name]).length > 0 && next(2) === 0) {
        around = around[name];
        names = Object.keys(around);
        name = names[next(names.length)];
      }
      around[name] = ODD[next(ODD.length)];
    }
    for (const ask of [() => firm.evaluate(value), () => small.evaluate(value), () => firm.possible(value), () => firm.form('request').view(value)]) {
      try {
        seen.add(ask().outcome);
      } catch (error) {
        assert.ok(error instanceof RequestError && error.code !== 'call.fault', `${at}: ${error}`);
        seen.add(error.code.split('.')[0]);
      }
    }
  }
  for (const one of ['accepted', 'refused', 'incomplete', 'value', 'request']) assert.ok(seen.has(one), one);
  assert.deepEqual(answers(), before);
});

test('answers that change are read once', () => {
  let reads = 0;
  const shifty = new Proxy({ ...request }, {
    get(target, name) {
      reads += 1;
      return name === 'payment' && reads > Object.keys(request).length ? '1' : target[name];
    },
  });
  assert.equal(JSON.stringify(firm.evaluate(shifty)), before[0]);
  assert.equal(reads, Object.keys(request).length);
});

test('what is patched after the package is loaded changes no answer', () => {
  const script = `
    const { default: init, Service } = await import('kessai');
    const { company, request, service } = await import('./tests/documents.mjs');
    await init();
    const firm = new Service(service).company(company);
    const expected = JSON.stringify(firm.evaluate(request));
    const { stringify } = JSON;
    const fail = () => { throw new Error('patched'); };
    JSON.parse = fail;
    JSON.stringify = fail;
    String.prototype.toJSON = () => 'x';
    Number.prototype.toJSON = () => 1;
    Array.prototype.toJSON = () => [];
    Object.prototype.toJSON = () => ({});
    Array.prototype.last = 1;
    Object.prototype.payment = '1';
    const verdict = new Service(service).company(company).evaluate(request);
    for (const Type of [String, Number, Array, Object]) delete Type.prototype.toJSON;
    delete Object.prototype.payment;
    const got = stringify(verdict);
    // What the glue itself needs: no answer, and no end of the engine.
    const { encodeInto } = TextEncoder.prototype;
    TextEncoder.prototype.encodeInto = () => undefined.x;
    let code;
    try { firm.evaluate({ ...request, user: '花子' }); } catch (error) { code = error.code; }
    TextEncoder.prototype.encodeInto = encodeInto;
    const again = stringify(firm.evaluate(request));
    console.log(got === expected, code, again === expected);
  `;
  const options = { encoding: 'utf8', cwd: fileURLToPath(new URL('..', import.meta.url)) };
  assert.equal(execFileSync(process.execPath, ['--input-type=module', '-e', script], options), 'true call.fault true\n');
});

test('images in odd buffers', () => {
  const sharedBytes = new Uint8Array(new SharedArrayBuffer(image.length));
  sharedBytes.set(image);
  const detached = Uint8Array.from(image);
  structuredClone(detached.buffer, { transfer: [detached.buffer] });
  const lying = Object.defineProperties(Uint8Array.from(image), { length: { value: 1 }, byteLength: { value: 2 ** 40 }, byteOffset: { value: 0 } });
  const short = Object.defineProperties(Uint8Array.from(image), { length: { value: 2 ** 31 } });
  for (const Type of [Company, Transfer, Recorded]) {
    assert.equal(Type.fromImage(sharedBytes).digest, firm.digest);
    assert.equal(Type.fromImage(vm.runInNewContext('Uint8Array.from(bytes)', { bytes: [...image] })).digest, firm.digest);
    assert.equal(Type.fromImage(vm.runInNewContext('Uint8Array.from(bytes).buffer', { bytes: [...image] })).digest, firm.digest);
    assert.equal(Type.fromImage(short).digest, firm.digest);
    for (const wrong of [detached, detached.buffer, lying, { byteLength: 3 }, [...image], sharedBytes.buffer, 'x', new Proxy(image, {})]) {
      assert.equal(thrown(() => Type.fromImage(wrong)).code, 'call.argument');
    }
    // Bytes of which each may be anything.
    for (let at = 0; at < image.length; at += 7) {
      const changed = Uint8Array.from(image);
      changed[at] ^= 0xff;
      assert.match(thrown(() => Type.fromImage(changed)).code, /^image\./);
    }
  }
  assert.deepEqual(answers(), before);
});

test('columns that lie about their length', () => {
  const columns = { user: Uint16Array.of(0, 0), payment: BigInt64Array.of(1n, 2n) };
  const right = recorded.decideColumns(columns);
  const lie = (values, length) => Object.defineProperty(values, 'length', { value: length });
  for (const length of [0, 1, 2 ** 31, -1, NaN, 'x']) {
    assert.deepEqual(recorded.decideColumns({ user: lie(Uint16Array.of(0, 0), length), payment: lie(BigInt64Array.of(1n, 2n), length) }), right);
  }
  const gone = Uint16Array.of(0, 0);
  structuredClone(gone.buffer, { transfer: [gone.buffer] });
  class Rows extends Uint16Array {}
  for (const wrong of [
    { user: gone }, { user: Object.create(Uint16Array.prototype) }, { user: Object.setPrototypeOf(Uint8Array.of(1), Uint16Array.prototype) },
    { ...columns, usage: [null] }, { ...columns, usage: 5 }, { ...columns, approvers: { length: 2 ** 40 } }, { ...columns, usage: trap(ALL, []) },
  ]) {
    assert.equal(thrown(() => recorded.decideColumns(wrong)).code, 'call.argument');
  }
  assert.deepEqual(recorded.decideColumns({ ...columns, user: Rows.of(0, 0) }), right);
  for (const wrong of [NaN, -1, 65_536, '0', {}, undefined]) assert.equal(thrown(() => recorded.place(wrong, '0169', '101')).code, 'call.argument');
  assert.deepEqual(answers(), before);
});

test('methods are called on nothing that only looks like their object', () => {
  for (const self of [trap(ALL), revoked({}), Object.create(Company.prototype), { __proto__: Company.prototype }, bank, form, small, 5, null, undefined, globalThis]) {
    assert.equal(thrown(() => Company.prototype.advanceJson.call(self, text)).code, 'call.receiver');
  }
  assert.equal(Object.create(firm).evaluateJson(text), before[0]);
});
