// The documents of the tests that need no rulebook.
import assert from 'node:assert/strict';

export const service = {
  format: 1,
  id: 'bank',
  version: '1',
  currency: 'JPY',
  utcOffset: '+09:00',
  businesses: {
    transfer: {
      kind: 'transfer',
      approvalModes: ['none', 'single'],
      limits: [],
      fees: { payeeBorne: { methodSelectable: false }, payerBorne: {} },
    },
  },
  rights: { 'transfer.request': { always: { create: 'all' } }, 'transfer.approve': { approvalOn: { approve: 'all' } } },
  patterns: [
    { key: 'ownBank', when: { sameBank: true } },
    { key: 'otherBank', when: { sameBank: false } },
  ],
  standardFees: [
    {
      from: '2019-10-01',
      tables: {
        transfer: { ownBank: [{ from: '0', fee: '0' }], otherBank: [{ from: '0', fee: '110' }, { from: '30000', fee: '330' }] },
      },
    },
  ],
};

export const company = {
  format: 1,
  id: 'firm',
  approval: { transfer: 'none' },
  accounts: [{ id: 'main', bank: '0034', branch: '081', type: '1', number: '0253326' }],
  fees: { payeeBorne: { transfer: { basis: 'standard' } } },
  users: [{ id: 'hanako01', role: 'master', enabled: true }],
};

export const request = {
  user: 'hanako01',
  business: 'transfer',
  operation: 'create',
  account: 'main',
  now: '2026-11-20T10:15:00+09:00',
  valueDate: '2026-11-24',
  payee: { kind: 'newAccount', bank: '0169', branch: '101' },
  payment: '30329',
  bearer: 'payee',
};

/** What a call throws. */
export function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  return assert.fail('nothing was thrown');
}
