// What a user of the package relies on.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';

import init, { Company, DocumentError, Form, ImageError, initSync, RequestError, Service, version } from 'kessai';

import { company, request, service, thrown } from './documents.mjs';

const require = createRequire(import.meta.url);
const bytes = readFileSync(require.resolve('kessai/kessai.wasm'));

test('bytes make the engine ready at once, and doing it again does nothing', async () => {
  initSync(bytes);
  await init();
  await init(bytes);
  assert.match(version(), /^\d+\.\d+\.\d+$/);
});

test('objects and texts are the same documents', () => {
  const one = new Service(service);
  const other = new Service(JSON.stringify(service));
  assert.equal(one.digest, other.digest);
  assert.equal(one.id, 'bank');
  assert.equal(one.version, '1');
  assert.deepEqual(one.warnings, []);
  const firm = one.company(company);
  assert.ok(firm instanceof Company);
  assert.equal(firm.id, 'firm');
  assert.equal(firm.digest, other.company(JSON.stringify(company)).digest);
  assert.deepEqual(firm.warnings, []);
});

test('an image is the company without its documents', () => {
  const firm = new Service(service).company(company);
  const image = firm.image();
  assert.ok(image instanceof Uint8Array);
  const same = Company.fromImage(image);
  assert.ok(same instanceof Company);
  assert.deepEqual([same.id, same.digest, same.warnings], [firm.id, firm.digest, []]);
  assert.equal(same.evaluateJson(JSON.stringify(request)), firm.evaluateJson(JSON.stringify(request)));
  assert.deepEqual(same.image(), image);
  assert.equal(Company.fromImage(image.slice().buffer).digest, firm.digest);
});

test('what is no image throws, and forms say what they lack', () => {
  const image = new Service(service).company(company).image();
  const changed = image.slice();
  changed[image.length - 1] ^= 1;
  const other = image.slice();
  other[8] ^= 1;
  for (const [bytes, code] of [
    [new Uint8Array(), 'image.magic'],
    [new TextEncoder().encode('{"format":1,"id":"a document and no image"}'), 'image.magic'],
    [other, 'image.version'],
    [image.slice(0, -1), 'image.length'],
    [changed, 'image.checksum'],
  ]) {
    const error = thrown(() => Company.fromImage(bytes));
    assert.ok(error instanceof ImageError && error.messageJa !== error.message, `${code}: ${error}`);
    assert.equal(error.code, code);
  }
  const same = Company.fromImage(image);
  for (const call of [() => same.form('user'), () => same.formJson('{"form":"user"}')]) {
    const error = thrown(call);
    assert.ok(error instanceof ImageError);
    assert.equal(error.code, 'image.form');
  }
  assert.equal(thrown(() => Company.fromImage('text')).code, 'call.argument');
});

test('a verdict is a plain object with amounts as text', () => {
  const verdict = new Service(service).company(company).evaluate(request);
  assert.equal(verdict.outcome, 'accepted');
  assert.equal(Object.getPrototypeOf(verdict), Object.prototype);
  assert.deepEqual(verdict.reasons, []);
  assert.equal(verdict.fee.deducted, '330');
  assert.equal(verdict.fee.bankFee, '110');
});

test('a refusal is an answer', () => {
  const verdict = new Service(service).company(company).evaluate({ ...request, payment: '110' });
  assert.equal(verdict.outcome, 'refused');
  assert.equal(verdict.reasons[0].code, 'fee.notLessThanPayment');
});

test('requests may be text', () => {
  const firm = new Service(service).company(company);
  const text = JSON.stringify(request);
  assert.deepEqual(firm.evaluate(text), firm.evaluate(request));
  assert.equal(JSON.stringify(firm.evaluate(request)), firm.evaluateJson(text));
});

test('an item advances, and its answer is the next question', () => {
  const firm = new Service(service).company(company);
  const { user, now, business, account, valueDate, payee, payment, bearer } = request;
  const content = { account, valueDate, payee, payment, bearer };
  const saved = firm.advance({ item: null, event: { type: 'save', user, now, business, content }, usage: [] });
  assert.equal(saved.outcome, 'changed');
  assert.equal(saved.item.state, 'draft');
  assert.equal(saved.label.ja, '作成中');
  const question = { item: saved.item, event: { type: 'submit', user, now }, usage: saved.usage };
  const submitted = firm.advance(question);
  assert.equal(submitted.item.state, 'approved');
  assert.equal(submitted.item.revision, 2);
  assert.equal(firm.advanceJson(JSON.stringify(question)), JSON.stringify(submitted));
  assert.equal(thrown(() => firm.advance({})).path.startsWith('/'), true);
});

test('questions backwards have answers', () => {
  const firm = new Service(service).company(company);
  const { payment, ...open } = request;
  const largest = firm.largestPayment(open);
  assert.deepEqual(largest, { largest: '999999999999999', stops: [], missing: [] });
  assert.equal(firm.largestPaymentJson(JSON.stringify(open)), JSON.stringify(largest));
  assert.equal(thrown(() => firm.largestPayment(open, 0)).code, 'request.largest');
  const possible = firm.possible(request);
  assert.deepEqual(possible.accounts, ['main']);
  assert.deepEqual(possible.approvers, []);
  assert.equal(firm.possibleJson(JSON.stringify(request)), JSON.stringify(possible));
});

test('an answer has texts in two languages', () => {
  const firm = new Service(service).company(company);
  const refused = firm.evaluate({ ...request, payment: '110' });
  const en = firm.texts(refused, 'en');
  const ja = firm.texts(JSON.stringify(refused), 'ja');
  assert.equal(en.reasons.length, refused.reasons.length);
  assert.match(en.reasons[0], /^Nothing of the payment is left to transfer\./);
  assert.match(ja.reasons[0], /^支払金額から振込金額が残りません。/);
  assert.deepEqual([en.warnings, en.more, en.missing, en.error], [[], [], [], null]);
  const { payment, ...open } = request;
  assert.deepEqual(firm.texts(firm.evaluate(open), 'en').missing, ['The payment is missing.']);
  assert.deepEqual(firm.texts(firm.evaluate(open), 'ja').missing, ['支払金額を入力してください。']);
  const error = thrown(() => firm.evaluate({ ...request, user: 'nobody' }));
  assert.equal(firm.texts(error, 'en').error, error.message);
  assert.equal(firm.texts(error, 'ja').error, error.messageJa);
  for (const wrong of ['', '[]', 'null', '{"reasons":1}', '{"reasons":[1]}']) {
    assert.equal(thrown(() => firm.texts(wrong, 'ja')).code, 'request.json');
  }
  assert.equal(thrown(() => firm.texts(refused)).code, 'call.argument');
});

test('a form is checked while it is filled', () => {
  const bank = new Service(service);
  const firm = bank.company(company);
  const form = firm.form('user');
  assert.ok(form instanceof Form);
  const taro = { id: 'taro01', role: 'general', enabled: true };
  assert.equal(form.check({ id: 'taro01' }).outcome, 'incomplete');
  const valid = form.check(taro);
  assert.equal(valid.outcome, 'valid');
  assert.deepEqual(valid.result, taro);
  assert.deepEqual(bank.form(company, 'user').check(taro), valid);
  const own = { ...taro, id: 'hanako01' };
  const refused = form.check(own);
  assert.equal(refused.outcome, 'refused');
  assert.ok(refused.reasons[0].message.ja.length > 0);
  const changed = form.check({ name: '山田花子' }, { change: 'hanako01' });
  assert.deepEqual([changed.outcome, changed.changed], ['valid', ['/name']]);
  assert.equal(form.check(undefined, { change: 'hanako01', remove: true }).result, null);
  assert.equal(firm.formJson(JSON.stringify({ form: 'user', input: taro })), JSON.stringify(valid));
  assert.ok(thrown(() => form.check({}, { change: 'nobody' })).code.length > 0);
  assert.ok(thrown(() => firm.form('menu').check({})).code.length > 0);
});

test('a document with errors throws every finding', () => {
  const error = thrown(() => new Service({ format: 2, id: '' }));
  assert.ok(error instanceof DocumentError);
  assert.ok(error.findings.length > 2);
  const [first] = error.findings.filter(({ severity }) => severity === 'error');
  assert.deepEqual([error.code, error.path], [first.code, first.path]);
  assert.equal(error.message.split('\n').length, error.findings.length);
  for (const finding of error.findings) {
    assert.match(finding.code, /^[a-zA-Z.]+$/);
    assert.ok(['error', 'warning'].includes(finding.severity));
    assert.ok(finding.path === '' || finding.path.startsWith('/'));
    assert.ok(finding.start <= finding.end);
    assert.ok(finding.message.length > 0 && finding.messageJa.length > 0);
  }
  const ofCompany = thrown(() => new Service(service).company({ ...company, approval: { nothing: 'none' } }));
  assert.ok(ofCompany.findings.some(({ path }) => path.startsWith('/approval')));
});

test('no answer throws its code and place', () => {
  const error = thrown(() => new Service(service).company(company).evaluate({ ...request, user: 'nobody' }));
  assert.ok(error instanceof RequestError);
  assert.equal(error.name, 'RequestError');
  assert.equal(error.path, '/user');
  assert.match(error.code, /^[a-zA-Z.]+$/);
  assert.match(error.message, /`nobody`/);
  assert.equal(error.findings, undefined);
});

test('anything else is no answer either', () => {
  const firm = new Service(service).company(company);
  for (const wrong of [undefined, null, 1, true, [], () => {}, Symbol('x'), '{', '']) {
    assert.ok(thrown(() => firm.evaluate(wrong)) instanceof Error, String(wrong));
    assert.ok(thrown(() => new Service(wrong)).findings.length > 0, String(wrong));
  }
});

test('a company outlives its service', () => {
  const bank = new Service(service);
  const firm = bank.company(company);
  const form = bank.form(company, 'user');
  bank.free();
  assert.equal(firm.evaluate(request).outcome, 'accepted');
  assert.equal(form.check({ id: 'taro01' }).outcome, 'incomplete');
});
