// The smaller modules: what they have, and what they say where they are asked wrongly.
import assert from 'node:assert/strict';
import test from 'node:test';

import init, { Company, ImageError, Service, RequestError } from 'kessai';
import initRecord, * as record from 'kessai/record';
import initTransfer, * as transfer from 'kessai/transfer';

import { company, request, service, thrown } from './documents.mjs';

const early = thrown(() => transfer.Company.fromImage(new Uint8Array(0)));
await init();
await initTransfer();
await initRecord();

const whole = new Service(service).company(company);
const image = whole.image();

test('an image is the same company, in each module', () => {
  for (const Type of [Company, transfer.Company]) {
    for (const bytes of [image, image.buffer.slice(image.byteOffset, image.byteOffset + image.byteLength), Buffer.from(image), new DataView(Uint8Array.from(image).buffer)]) {
      const firm = Type.fromImage(bytes);
      assert.ok(firm instanceof Type);
      assert.deepEqual([firm.id, firm.digest], [whole.id, whole.digest]);
      assert.deepEqual(firm.evaluate(request), whole.evaluate(request));
      assert.equal(firm.evaluateJson(JSON.stringify(request)), whole.evaluateJson(JSON.stringify(request)));
      firm.free();
      firm.free();
      assert.equal(thrown(() => firm.evaluate(request)).code, 'call.freed');
    }
  }
});

test('an image of an image has the same bytes', () => {
  const firm = Company.fromImage(image);
  assert.deepEqual(firm.image(), image);
  assert.deepEqual(firm.warnings, []);
});

test('bytes that are no image throw their code', () => {
  const changed = Uint8Array.from(image);
  changed[changed.length - 1] ^= 1;
  for (const Type of [Company, transfer.Company, record.Company]) {
    for (const [bytes, code] of [
      [new Uint8Array(0), 'image.magic'],
      [new TextEncoder().encode(JSON.stringify(service)), 'image.magic'],
      [changed, 'image.checksum'],
      [image.slice(0, -1), 'image.length'],
    ]) {
      const error = thrown(() => Type.fromImage(bytes));
      assert.ok(error instanceof ImageError);
      assert.deepEqual([error.code, error.path], [code, '']);
      assert.ok(error.message.length > 0 && error.messageJa.length > 0);
    }
    for (const wrong of [undefined, null, 'x', [1, 2], {}, 5]) {
      assert.equal(thrown(() => Type.fromImage(wrong)).code, 'call.argument');
    }
    assert.equal(thrown(() => Type.fromImage()).code, 'call.argument');
    assert.equal(thrown(() => Type.fromImage(image, 1)).code, 'call.argument');
    assert.equal(thrown(() => new Type()).code, 'call.argument');
  }
});

test('the module of transfers has no more than it says', () => {
  assert.equal(early.code, 'call.notReady');
  const firm = transfer.Company.fromImage(image);
  for (const door of ['advance', 'advanceJson', 'image', 'warnings']) assert.ok(!(door in firm), door);
  assert.equal(firm.largestPaymentJson(JSON.stringify(request)), whole.largestPaymentJson(JSON.stringify(request)));
  assert.deepEqual(firm.possible(request), whole.possible(request));
  const refused = firm.evaluate({ ...request, payment: '110' });
  for (const lang of ['ja', 'en']) assert.deepEqual(firm.texts(refused, lang), whole.texts(refused, lang));
  assert.equal(transfer.instant(0), '1970-01-01T00:00:00Z');
  assert.ok(thrown(() => firm.evaluate({ ...request, user: 'nobody' })) instanceof transfer.RequestError);
  assert.equal(transfer.RequestError, RequestError);
});

test('a company of an image has the form of a request, and says why it has no other', () => {
  for (const Type of [Company, transfer.Company]) {
    const firm = Type.fromImage(image);
    const form = firm.form('request', { lang: 'ja' });
    assert.equal(firm.formJson('{"form":"request"}'), whole.formJson('{"form":"request"}'));
    firm.free();
    assert.equal(form.view(request).answer.verdict.outcome, 'accepted');
    assert.equal(form['~standard'].validate({ ...request, payment: '1' }).issues[0].path[0], 'payment');
    form.free();
    assert.equal(thrown(() => form.view(request)).code, 'call.freed');
    const same = Type.fromImage(image);
    assert.equal(thrown(() => same.form('user')).code, 'image.form');
    assert.equal(thrown(() => same.form()).code, 'call.argument');
    assert.equal(thrown(() => same.form('request', { language: 'ja' })).code, 'call.argument');
    assert.equal(thrown(() => same.formJson({})).code, 'call.argument');
  }
});

test('the module of records answers columns', () => {
  const firm = record.Company.fromImage(image);
  assert.deepEqual([firm.id, firm.digest], [whole.id, whole.digest]);
  const [user, business, account] = ['user', 'business', 'account'].map((kind) => firm.position(kind, request[kind]));
  assert.deepEqual([user, business, account], [0, 0, 0]);
  assert.equal(firm.position('user', 'nobody'), undefined);
  const two = (Type, value) => Type.of(value, value);
  const columns = {
    user: two(Uint16Array, user),
    business: two(Uint16Array, business),
    account: two(Uint16Array, account),
    operation: two(Uint8Array, 1),
    payeeKind: two(Uint8Array, 2),
    place: two(Uint8Array, firm.place(account, '0169', '101')),
    bearer: two(Uint8Array, 1),
    now: two(BigInt64Array, BigInt(Date.parse(request.now) / 1000)),
    valueDate: two(Int32Array, Date.parse(request.valueDate) / 86_400_000),
    payment: BigInt64Array.of(30329n, 110n),
  };
  const operations = firm.decideColumns(columns);
  assert.deepEqual([...operations.error], [0, 0]);
  assert.equal(operations.transfer.length, 2);
  for (const wrong of [
    {}, null, 5, { users: columns.user }, { ...columns, user: [0, 0] }, { ...columns, payment: Int32Array.of(1, 2) },
    { ...columns, approvers: [[1]] }, { ...columns, usage: [{ limit: -1, day: Int32Array.of(1, 2), used: BigInt64Array.of(1n, 2n) }] },
  ]) {
    assert.equal(thrown(() => firm.decideColumns(wrong)).code, 'call.argument');
  }
  const short = thrown(() => firm.decideColumns({ ...columns, user: Uint16Array.of(0) }));
  assert.ok(short instanceof record.RequestError);
  assert.equal(short.code, 'columns');
  for (const wrong of [['users', 'x'], ['user'], ['user', 5]]) {
    assert.equal(thrown(() => firm.position(...wrong)).code, 'call.argument');
  }
  firm.free();
  assert.equal(thrown(() => firm.decideColumns(columns)).code, 'call.freed');
});
