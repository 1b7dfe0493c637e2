import init, { RequestError, Service } from 'kessai';
import { initSync } from 'kessai/inline';
import initTransfer, { Company } from 'kessai/transfer';
import { beforeAll, expect, test } from 'vitest';

import documents from './documents.json';

beforeAll(async () => {
  await init();
  await initTransfer();
});

test('the rules answer', () => {
  const company = new Service(documents.service).company(documents.company);
  expect(company.evaluate(documents.request).outcome).toBe('accepted');
  expect(Company.fromImage(company.image()).evaluate(documents.request).fee?.bankFee).toBe('110');
  expect(() => company.evaluate({ ...documents.request, payment: NaN })).toThrow(RequestError);
});

test('it is ready already, whichever module has made it so', () => {
  expect(() => initSync()).not.toThrow();
});
