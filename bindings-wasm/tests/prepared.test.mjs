// The fast door: whatever is asked of it is answered as `evaluate` answers the same request.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

import init, { CallError, RequestError, Service } from 'kessai';
import initTransfer, { Company as Transfer } from 'kessai/transfer';

import { company, request, service, thrown } from './documents.mjs';
import { companyOf } from './page/answer.js';

await init();
await initTransfer();

const made = process.env.KESSAI_TARGET ?? fileURLToPath(new URL('../../target', import.meta.url));
const { documents, cases } = JSON.parse(readFileSync(join(made, 'npm/answers.json'), 'utf8'));
const firm = new Service(service).company(company);

/** Minor units of an amount as verdicts write it; none where no number of JavaScript is exact. */
function minor(amount) {
  const units = Number(amount.replace('.', ''));
  return Number.isSafeInteger(units) ? units : undefined;
}

/** A number as it is read; none where that throws. */
function numberOf(prepared, name) {
  try {
    return prepared[name];
  } catch (error) {
    assert.equal(error.code, 'value.tooLarge');
    return undefined;
  }
}

/** Compares every number with what the verdict says. */
function compare(prepared, text, name) {
  assert.equal(prepared.verdictJson(), text, name);
  const { outcome, reasons, more = [], missing, fee, limits, approval } = JSON.parse(text);
  assert.equal(prepared.outcome, outcome, name);
  assert.equal(prepared.missingCount, missing.length, name);
  assert.equal(prepared.reasonCount, reasons.length + more.reduce((sum, { count }) => sum + count, 0), name);
  for (const amount of ['deducted', 'transfer', 'bankFee', 'withdrawal', 'difference']) {
    assert.equal(numberOf(prepared, amount), fee === null ? null : minor(fee[amount]), `${name}: ${amount}`);
  }
  const room = numberOf(prepared, 'room');
  if (limits.length === 0) assert.equal(room, null, name);
  else if (room !== null) assert.ok(limits.some(({ remaining }) => minor(remaining) === room), name);
  if (approval === null) assert.equal(prepared.approverCount, null, name);
  else if (approval.steps !== undefined) assert.equal(prepared.approverCount, approval.mode === 'none' ? 0 : approval.steps.length, name);
}

/** What a call gives, or what it throws. */
function tried(call) {
  try {
    return { text: call() };
  } catch (error) {
    assert.ok(error instanceof RequestError, String(error));
    return { error: [error.code, error.path, error.message, error.messageJa] };
  }
}

test('the whole corpus: prepared, with other payments, and member by member', () => {
  let asked = 0;
  const transfers = new Map();
  for (const one of cases.filter(({ door }) => door === 'request')) {
    const whole = companyOf(documents, one, Service);
    if (!transfers.has(whole)) transfers.set(whole, Transfer.fromImage(whole.image()));
    for (const target of [whole, transfers.get(whole)]) {
      const expected = tried(() => target.evaluateJson(one.question));
      const prepared = tried(() => target.prepare(one.question));
      assert.deepEqual(prepared.error, expected.error, one.name);
      if (expected.error !== undefined) continue;
      const fast = prepared.text;
      compare(fast, expected.text, one.name);
      // The number of a JSON text may be spelt as no number of JavaScript is.
      const question = JSON.parse(one.question);
      for (const payment of [1, 30_329, 999_999_999_999_999, 0, -1, '12.34', '', null, '５００']) {
        const other = tried(() => target.evaluateJson(merged(one.question, { payment })));
        const decided = tried(() => {
          fast.decide(payment);
          return fast.verdictJson();
        });
        assert.deepEqual(decided, other, `${one.name}: payment ${payment}`);
        if (other.text !== undefined) compare(fast, other.text, `${one.name}: payment ${payment}`);
        else assert.throws(() => fast.outcome, RequestError, one.name);
      }
      fast.free();
      byMembers(target, question, one.name);
      asked += 1;
    }
  }
  assert.ok(asked > 1_000, `only ${asked} cases`);
});

/** The request with another member, the others spelt as they are. */
function merged(question, { payment }) {
  const members = Object.entries(JSON.parse(question)).filter(([name]) => name !== 'payment');
  return JSON.stringify(Object.fromEntries([...members, ['payment', payment]]));
}

/** Builds a request up from nothing, one member at a time, and compares the end. */
function byMembers(target, question, name) {
  const expected = tried(() => JSON.stringify(target.evaluate(question)));
  if (expected.error !== undefined) return;
  const fast = target.prepare({});
  for (const [member, value] of Object.entries(question)) tried(() => fast.set({ [member]: value }));
  const end = tried(() => {
    fast.set({});
    return fast.verdictJson();
  });
  assert.deepEqual(end, expected, `${name}: by members`);
  fast.free();
}

test('members are changed as a whole, taken out by null, and stay where they are undefined', () => {
  const fast = firm.prepare(request);
  assert.equal(fast.set({ bearer: 'payer', payment: undefined }), firm.evaluate({ ...request, bearer: 'payer' }).outcome);
  assert.equal(fast.verdictJson(), JSON.stringify(firm.evaluate({ ...request, bearer: 'payer' })));
  assert.equal(fast.set({ bearer: null }), 'incomplete');
  assert.deepEqual(fast.verdict(), firm.evaluate({ ...request, bearer: undefined }));
  fast.set({ bearer: 'payee', payee: { kind: 'newAccount' } });
  assert.deepEqual(fast.verdict(), firm.evaluate({ ...request, payee: { kind: 'newAccount' } }));
  assert.equal(fast.missingCount, fast.verdict().missing.length);
});

test('a payment of every size is exact', () => {
  const fast = firm.prepare(request);
  for (const payment of [441, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 331, 999_999_999_999_999]) {
    assert.equal(fast.decide(payment), 'accepted');
    assert.equal(fast.transfer + fast.deducted, payment);
    assert.equal(fast.decide(BigInt(payment)), 'accepted');
    assert.equal(fast.transfer + fast.deducted, payment);
  }
  for (const payment of [-1, -(2 ** 40), 1 - 2 ** 53]) {
    assert.equal(fast.decide(payment), 'refused');
    assert.equal(fast.verdict().reasons[0].code, 'form.amount');
  }
  assert.equal(fast.decide(2 ** 53 - 1), 'accepted');
  assert.equal(fast.transfer, 2 ** 53 - 331);
  // The engine knows larger amounts, as texts; a number that is not exact is never given.
  assert.equal(fast.decide('999999999999999999'), 'accepted');
  assert.equal(thrown(() => fast.transfer).code, 'value.tooLarge');
  assert.equal(fast.deducted, 330);
  assert.equal(fast.verdict().fee.transfer, '999999999999999669');
  assert.equal(fast.decide(-0), firm.evaluate({ ...request, payment: 0 }).outcome);
});

test('a failed change leaves no older answer, until what failed is given anew', () => {
  for (const [wrong, code] of [
    [NaN, 'value.notFinite'], [1.5, 'value.fraction'], [2 ** 53, 'value.tooLarge'], [{}, 'request.type'], [[], 'request.type'],
    [true, 'request.type'], [Symbol('x'), 'value.symbol'], [() => 1, 'value.function'], ['\ud83d', 'value.surrogate'],
  ]) {
    const fast = firm.prepare(request);
    assert.equal(fast.outcome, 'accepted');
    const error = thrown(() => fast.decide(wrong));
    assert.deepEqual([error.code, error.path], [code, '/payment']);
    for (const read of [() => fast.outcome, () => fast.deducted, () => fast.room, () => fast.reasonCount, () => fast.verdict(), () => fast.verdictJson(), () => fast.set({ bearer: 'payer' })]) {
      assert.equal(thrown(read).code, code);
    }
    assert.equal(fast.decide(30_329), 'accepted');
    assert.equal(fast.deducted, Number(firm.evaluate({ ...request, bearer: 'payer' }).fee.deducted), 'the bearer of the failed change counts');
  }
  const fast = firm.prepare(request);
  assert.equal(thrown(() => fast.set({ account: 'nothing' })).code, 'request.account.unknown');
  assert.equal(thrown(() => fast.decide(500)).code, 'request.account.unknown');
  assert.equal(thrown(() => fast.outcome).path, '/account');
  assert.equal(fast.set({ account: 'main' }), 'accepted');
  assert.equal(fast.transfer + fast.deducted, 500);
  assert.equal(thrown(() => fast.set({ bonus: 1 })).code, 'request.field.unknown');
  assert.equal(thrown(() => fast.decide(500)).code, 'request.field.unknown', 'a member that there is not is never taken');
});

test('what is no object changes nothing, and leaves no answer either', () => {
  for (const wrong of [undefined, null, 1, 'text', [], new Map(), new Date(0), () => 1]) {
    const fast = firm.prepare(request);
    assert.ok(thrown(() => fast.set(wrong)) instanceof RequestError, String(wrong));
    assert.ok(thrown(() => fast.outcome) instanceof RequestError, String(wrong));
    assert.equal(fast.set({}), 'accepted');
  }
  const gone = firm.prepare(request);
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const ask of [() => gone.set(proxy), () => gone.decide(1), () => gone.set({})]) {
    assert.equal(thrown(ask).code, 'value.unreadable', 'what was wanted is not known');
  }
  assert.equal(thrown(() => firm.prepare(request).decide()).code, 'call.argument');
  assert.equal(thrown(() => firm.prepare()).code, 'call.argument');
  assert.equal(thrown(() => new (firm.prepare(request).constructor)()).code, 'call.argument');
});

test('members that call back into the engine find it in order', () => {
  const fast = firm.prepare(request);
  const seen = [];
  fast.set({
    get bearer() {
      seen.push(fast.decide(777), fast.outcome, firm.evaluate(request).outcome);
      return 'payee';
    },
  });
  assert.deepEqual(seen, ['accepted', 'accepted', 'accepted']);
  assert.equal(fast.transfer + fast.deducted, 777);
  const freed = firm.prepare(request);
  const error = thrown(() => freed.set({
    get bearer() {
      freed.free();
      return 'payee';
    },
  }));
  assert.equal(error.code, 'call.freed');
});

test('it outlives its company, and after free everything throws', () => {
  const other = new Service(service).company(company);
  const fast = other.prepare(request);
  other.free();
  assert.equal(fast.decide(30_329), 'accepted');
  fast.free();
  fast.free();
  for (const ask of [() => fast.decide(1), () => fast.set({}), () => fast.outcome, () => fast.deducted, () => fast.verdict()]) {
    const error = thrown(ask);
    assert.ok(error instanceof CallError);
    assert.equal(error.code, 'call.freed');
  }
  assert.equal(thrown(() => other.prepare(request)).code, 'call.freed');
  assert.equal(thrown(() => fast.decide.call({}, 1)).code, 'call.receiver');
});

test('memory that grows takes no answer away', () => {
  const fast = firm.prepare(request);
  const item = { payee: request.payee, payment: '1000', bearer: 'payee', edi: 'x'.repeat(1_000) };
  const before = fast.deducted;
  // More than the engine has had so far.
  const large = JSON.stringify({ ...request, business: 'nothing', items: Array.from({ length: 20_000 }, () => item) });
  assert.equal(thrown(() => firm.evaluateJson(large)).code, 'request.business.unknown');
  assert.equal(fast.deducted, before);
  assert.equal(fast.decide(30_329), 'accepted');
  assert.equal(fast.transfer, 29_999);
});

test('what is frozen or behind a proxy answers too', () => {
  const fast = Object.freeze(firm.prepare(request));
  assert.equal(fast.decide(30_329), 'accepted');
  const behind = new Proxy(firm.prepare(request), {});
  assert.equal(behind.decide(30_329), 'accepted');
  assert.equal(behind.transfer, 29_999);
});

test('stays one object through ten thousand payments', () => {
  const fast = firm.prepare(request);
  for (let payment = 1; payment < 10_000; payment += 1) {
    const outcome = fast.decide(payment);
    assert.equal(outcome, payment <= 110 ? 'refused' : 'accepted', String(payment));
  }
});
