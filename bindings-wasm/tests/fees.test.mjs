// Fee tables: the bank's own to copy, and what every payment costs.
import assert from 'node:assert/strict';
import test from 'node:test';

import init, { RequestError, Service } from 'kessai';

import { company, service, thrown } from './documents.mjs';

await init();
const bank = new Service(service);
const firm = bank.company(company);

test('the bank’s table is copied as a company would write it', () => {
  assert.deepEqual(bank.copyFees('transfer', 'payee', '2026-04-01'), [
    { from: '2026-04-01', ...service.standardFees[0].tables.transfer },
  ]);
});

test('a curve says what every payment costs', () => {
  const [own, other] = firm.feeCurve('transfer', 'payee', '2026-04-01');
  assert.deepEqual(own, {
    pattern: 'ownBank',
    pieces: [
      {
        from: '1',
        to: '999999999999999',
        shape: 'flat',
        first: { deducted: '0', transfer: '1', bankFee: '0', withdrawal: '1', difference: '0' },
        last: {
          deducted: '0', transfer: '999999999999999', bankFee: '0', withdrawal: '999999999999999', difference: '0',
        },
      },
    ],
  });
  assert.equal(other.pattern, 'otherBank');
  const rows = other.pieces.map(({ from, to, code, shape, first }) =>
    [from, to, code ?? shape, first?.deducted, first?.bankFee, first?.difference].join(' '),
  );
  assert.deepEqual(rows, [
    '1 110 fee.notLessThanPayment   ',
    '111 29999 flat 110 110 0',
    // 30,000 yen cost 330, but of it 29,670 are transferred, which cost 110: 220 are left over, up to 30,329.
    '30000 30329 flat 330 110 220',
    '30330 999999999999999 flat 330 330 0',
  ]);
});

test('what the payer bears is a curve as well', () => {
  const [, other] = firm.feeCurve('transfer', 'payer', '2026-04-01');
  assert.deepEqual(other.pieces.map(({ from, first }) => [from, first.deducted, first.bankFee]), [
    ['1', '0', '110'],
    ['30000', '0', '330'],
  ]);
});

test('a fee that is typed is part of the question', () => {
  const typed = bank.company({ ...company, fees: { payeeBorne: { transfer: { basis: 'standard' } } } });
  assert.deepEqual(typed.feeCurve('transfer', 'payee', '2026-04-01', '500'), typed.feeCurve('transfer', 'payee', '2026-04-01'));
  const free = structuredClone(service);
  free.businesses.transfer.fees.payeeBorne.methodSelectable = true;
  const entry = { basis: 'standard', method: 'typed' };
  const other = new Service(free).company({ ...company, fees: { payeeBorne: { transfer: entry } } });
  const [own] = other.feeCurve('transfer', 'payee', '2026-04-01', '500');
  assert.deepEqual(own.pieces.map(({ from, code, first }) => [from, code ?? first.deducted]), [
    ['1', 'fee.notLessThanPayment'],
    ['501', '500'],
  ]);
  for (const [given, code] of [[undefined, 'request.field.missing'], ['5.0', 'request.type']]) {
    const error = thrown(() => other.feeCurve('transfer', 'payee', '2026-04-01', given));
    assert.ok(error instanceof RequestError);
    assert.deepEqual([error.code, error.path], [code, '/typedFee']);
  }
});

test('where nothing is to be said, an error says why', () => {
  const none = bank.company({ ...company, fees: {} });
  for (const [call, code, path] of [
    [() => bank.copyFees('x', 'payee', '2026-04-01'), 'request.business.unknown', '/business'],
    [() => bank.copyFees('transfer', 'payee', '2019-09-30'), 'fee.noTableInForce', '/day'],
    [() => bank.copyFees('transfer', 'payee', 'today'), 'form.date', '/day'],
    [() => bank.copyFees('transfer', 'Payee', '2026-04-01'), 'call.argument', ''],
    [() => bank.copyFees('transfer', 'payee'), 'call.argument', ''],
    [() => firm.feeCurve('x', 'payee', '2026-04-01'), 'request.business.unknown', '/business'],
    [() => firm.feeCurve('transfer', 'payee', '2019-09-30'), 'fee.noTableInForce', '/day'],
    [() => firm.feeCurve('transfer', 'payee', 'today'), 'form.date', '/day'],
    [() => firm.feeCurve('transfer', 'nobody', '2026-04-01'), 'call.argument', ''],
    [() => firm.feeCurve('transfer', 'payee', '2026-04-01', 500), 'call.argument', ''],
    [() => none.feeCurve('transfer', 'payee', '2026-04-01'), 'request.form', '/business'],
  ]) {
    const error = thrown(call);
    assert.ok(error instanceof RequestError);
    assert.deepEqual([error.code, error.path], [code, path]);
  }
});
