// The smaller modules: what they have, and what they say where they are asked wrongly.
import assert from 'node:assert/strict';
import test from 'node:test';

import init, { Company, ImageError, Service, RequestError } from 'kessai';
import initTransfer, * as transfer from 'kessai/transfer';

import { company, request, service, thrown } from './documents.mjs';

const early = thrown(() => transfer.Company.fromImage(new Uint8Array(0)));
await init();
await initTransfer();

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
  for (const Type of [Company, transfer.Company]) {
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
  for (const door of ['advance', 'advanceJson', 'form', 'formJson', 'image', 'warnings']) assert.ok(!(door in firm), door);
  assert.equal(firm.largestPaymentJson(JSON.stringify(request)), whole.largestPaymentJson(JSON.stringify(request)));
  assert.deepEqual(firm.possible(request), whole.possible(request));
  const refused = firm.evaluate({ ...request, payment: '110' });
  for (const lang of ['ja', 'en']) assert.deepEqual(firm.texts(refused, lang), whole.texts(refused, lang));
  assert.equal(transfer.instant(0), '1970-01-01T00:00:00Z');
  assert.ok(thrown(() => firm.evaluate({ ...request, user: 'nobody' })) instanceof transfer.RequestError);
  assert.equal(transfer.RequestError, RequestError);
});
