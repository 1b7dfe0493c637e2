// Calls that cannot be ones: each is a typed error, and what it was made on can be used afterwards.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';

import init, { CallError, Company, Form, initSync, instant, KessaiError, RequestError, Service, version } from 'kessai';

import { company, request, service, thrown } from './documents.mjs';

/** Before anything else: the engine is not ready here. */
const early = [() => new Service(service), () => version(), () => new Service()].map(thrown);
const broken = await Promise.all([init(new Uint8Array(3)), init(Promise.reject(new Error('no net')))].map((one) => one.catch((error) => error)));
const brokenSync = [new Uint8Array(3), undefined, null, 5, 'x', {}].map((bytes) => thrown(() => initSync(bytes)));
const both = [init(), init()];
const meanwhile = thrown(() => initSync(new Uint8Array(3)));
await Promise.all(both);

const text = JSON.stringify(request);
const bank = new Service(service);
const firm = bank.company(company);

function isCall(error, code) {
  assert.ok(error instanceof CallError, String(error));
  assert.ok(error instanceof RequestError && error instanceof KessaiError && error instanceof Error);
  assert.deepEqual([error.name, error.code, error.path], ['CallError', code, '']);
  assert.ok(error.message.length > 0);
}

test('before init everything says so', () => {
  for (const error of early) isCall(error, 'call.notReady');
});

test('a module that is none may be followed by one that is', () => {
  for (const error of [...broken, ...brokenSync, meanwhile]) isCall(error, 'call.init');
  assert.ok(broken[0].cause instanceof Error);
  assert.equal(firm.evaluate(request).outcome, 'accepted');
});

test('when it is ready, init does nothing more', async () => {
  await init(new Uint8Array(3));
  initSync(new Uint8Array(3));
  assert.equal(firm.evaluate(request).outcome, 'accepted');
});

/** Every door for text. */
const TEXTS = ['evaluateJson', 'advanceJson', 'largestPaymentJson', 'possibleJson', 'formJson'];
/** Every door for objects. */
const OBJECTS = ['evaluate', 'advance', 'largestPayment', 'possible'];

test('text doors take texts', () => {
  for (const door of TEXTS) {
    for (const wrong of [undefined, null, 0, 1.5, NaN, true, 1n, {}, [], request, () => {}, Symbol('x'), new Date(), new String(text)]) {
      isCall(thrown(() => firm[door](wrong)), 'call.argument');
      isCall(thrown(() => firm[door](wrong, 5)), 'call.argument');
    }
  }
});

test('there are neither too few nor too many arguments', () => {
  for (const door of [...TEXTS, ...OBJECTS, 'form']) {
    isCall(thrown(() => firm[door]()), 'call.argument');
    isCall(thrown(() => firm[door](text, 0, 0)), 'call.argument');
  }
  for (const wrong of [1, '1', null, {}]) {
    isCall(thrown(() => firm.evaluateJson(text, wrong)), 'call.argument');
    isCall(thrown(() => firm.evaluate(request, wrong)), 'call.argument');
    isCall(thrown(() => bank.company(company, wrong)), 'call.argument');
    isCall(thrown(() => new Service(service, wrong)), 'call.argument');
  }
  assert.equal(firm.evaluate(request, undefined).outcome, 'accepted');
});

test('the position of an item is a whole number', () => {
  for (const wrong of [NaN, Infinity, 1.5, -1, 2 ** 32, 2 ** 53, {}, [], '0', 'x', true, -1n, 2n ** 32n, Symbol('x'), () => 0, new Number(0)]) {
    isCall(thrown(() => firm.largestPayment(request, wrong)), 'call.argument');
    isCall(thrown(() => firm.largestPaymentJson(text, wrong)), 'call.argument');
  }
  // A single business has no items, and the engine says so of every position.
  for (const position of [0, 0n, 2 ** 32 - 1]) {
    assert.equal(thrown(() => firm.largestPayment(request, position)).code, 'request.largest');
  }
  for (const none of [undefined, null]) {
    assert.deepEqual(firm.largestPayment(request, none), firm.largestPayment(request));
  }
});

test('a form has a name, and options that there are', () => {
  for (const wrong of [undefined, null, 1, {}, Symbol('x')]) {
    isCall(thrown(() => firm.form(wrong)), 'call.argument');
    isCall(thrown(() => bank.form(company, wrong)), 'call.argument');
  }
  const form = firm.form('user');
  for (const wrong of [1, 'hanako01', true, [], ['change'], { chnage: 'hanako01' }, { input: {} }, { form: 'user' }]) {
    isCall(thrown(() => form.check({}, wrong)), 'call.argument');
  }
  assert.equal(thrown(() => form.check({}, { change: 1 })).code, 'request.type');
  assert.deepEqual(thrown(() => form.check({}, { change: NaN })).path, '/change');
  assert.equal(form.check({}, { change: 'hanako01', remove: undefined }).outcome, 'valid');
  assert.equal(form.check({}, null).outcome, 'incomplete');
});

test('what is freed says so, as often as it is asked', () => {
  const own = new Service(service);
  const its = own.company(company);
  const form = its.form('user');
  for (const one of [form, its, own]) {
    one.free();
    one.free();
  }
  for (const call of [
    () => own.company(company), () => own.form(company, 'user'), () => own.id, () => own.version, () => own.digest,
    () => own.warnings, () => its.id, () => its.digest, () => its.warnings, () => its.form('user'), () => form.check({}),
    ...OBJECTS.map((door) => () => its[door](request)), ...TEXTS.map((door) => () => its[door](text)),
    // Even where nothing else of the call is right.
    () => its.evaluate(), () => its.evaluateJson(NaN), () => its.evaluate({ payment: NaN }),
  ]) {
    isCall(thrown(call), 'call.freed');
  }
});

test('dispose is free', { skip: Symbol.dispose === undefined }, () => {
  const its = bank.company(company);
  its[Symbol.dispose]();
  its[Symbol.dispose]();
  isCall(thrown(() => its.evaluate(request)), 'call.freed');
});

test('a method belongs to its object', () => {
  const { evaluate, form, free } = firm;
  isCall(thrown(() => evaluate(request)), 'call.receiver');
  isCall(thrown(() => evaluate.call(bank, request)), 'call.receiver');
  isCall(thrown(() => form.call({}, 'user')), 'call.receiver');
  isCall(thrown(() => free.call(null)), 'call.receiver');
  isCall(thrown(() => new Company()), 'call.argument');
  isCall(thrown(() => new Form()), 'call.argument');
  // What frameworks put around objects to see them change is no stranger.
  assert.equal(new Proxy(firm, {}).evaluate(request).outcome, 'accepted');
});

test('an instant is what the engine takes, to the second that has begun', () => {
  for (const [moment, offset, expected] of [
    [new Date('2026-11-20T01:15:00.999Z'), undefined, '2026-11-20T01:15:00Z'],
    [new Date('2026-11-20T01:15:00.999Z'), '+09:00', '2026-11-20T10:15:00+09:00'],
    [new Date('2026-11-20T16:15:00.000Z'), '+09:00', '2026-11-21T01:15:00+09:00'],
    [new Date('2026-01-01T01:15:00Z'), '-03:30', '2025-12-31T21:45:00-03:30'],
    [0, undefined, '1970-01-01T00:00:00Z'],
    [-1, undefined, '1969-12-31T23:59:59Z'],
    [new Date('0001-01-01T00:00:00Z'), undefined, '0001-01-01T00:00:00Z'],
    [new Date('9999-12-31T23:59:59.999Z'), undefined, '9999-12-31T23:59:59Z'],
  ]) {
    assert.equal(instant(moment, offset), expected);
  }
  for (const wrong of [
    [new Date('x')], [NaN], [Infinity], ['2026-11-20'], [undefined], [null], [{}], [new Date('0000-12-31T23:59:59Z')],
    [new Date('9999-12-31T23:59:59Z'), '+00:01'], [0, '+9:00'], [0, '09:00'], [0, 'Z'], [0, '+24:00'], [0, 9], [0, null], [],
    [0, '+09:00', 1],
  ]) {
    isCall(thrown(() => instant(...wrong)), 'call.argument');
  }
  const moment = new Date('2026-11-20T01:15:00.250Z');
  const offered = { ...request, now: instant(moment, '+09:00') };
  assert.deepEqual(firm.evaluate(offered), firm.evaluate(request));
  const error = thrown(() => firm.evaluate({ ...request, now: moment.toISOString() }));
  assert.deepEqual([error.code, error.path], ['request.now.malformed', '/now']);
  assert.match(error.message, /fraction/);
});

test('a fault of the engine is an error as well, and what is thrown is never bare', () => {
  // In a process of its own, where the engine's own objects are taken away beneath it.
  const script = `
    import init, { Service, CallError } from 'kessai';
    import { readFileSync } from 'node:fs';
    await init();
    JSON.parse = (parse => (text, ...rest) => parse(text, ...rest))(JSON.parse);
    const evil = { get payment() { throw 'a text'; } };
    const { service, company } = await import('./tests/documents.mjs');
    try { new Service(service).company(company).evaluate(evil); } catch (error) { console.log(error.code, error.cause); }
  `;
  assert.equal(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }), 'value.unreadable a text\n');
});
