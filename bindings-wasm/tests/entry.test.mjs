// The entry of a transfer, text in and text out: the same bytes of documents, of an image, and in the module of transfers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import init, { Company, ImageError, RequestError, Service } from 'kessai';
import initTransfer, * as transfer from 'kessai/transfer';

import { thrown } from './documents.mjs';

await init();
await initTransfer();

const corpus = new URL('../../fixtures/', import.meta.url);
const read = (path) => readFileSync(new URL(path, corpus), 'utf8');

/** The companies that answer a case file, and its questions of this form. */
function asked(path) {
  const file = JSON.parse(read(path));
  const service = new Service(read(file.service));
  const company = service.company(read(file.company));
  const image = company.image();
  const questions = file.cases.filter(({ form }) => form?.form === 'request').map(({ form }) => JSON.stringify(form));
  return { companies: [company, Company.fromImage(image), transfer.Company.fromImage(image)], questions };
}

/** An answer, or everything that an error says. */
function said(company, question) {
  try {
    return company.formJson(question);
  } catch (error) {
    return JSON.stringify([error.code, error.path, error.message, error.messageJa]);
  }
}

test('no document is needed, and every company says the same', () => {
  let count = 0;
  for (const path of ['example-ib/entry.json', 'edges/entry-normalise.json', 'seven/administration-part.json']) {
    const { companies, questions } = asked(path);
    for (const question of questions) {
      const [whole, ...others] = companies.map((company) => said(company, question));
      for (const other of others) assert.equal(other, whole, question);
      count += 1;
    }
  }
  assert.ok(count > 30, `${count}`);
});

test('its parts have the bytes of their own doors', () => {
  const { companies, questions } = asked('example-ib/entry.json');
  for (const question of questions) {
    const { input, item } = JSON.parse(question);
    for (const company of companies) {
      const answer = said(company, question);
      if (answer.startsWith('[')) continue;
      const request = JSON.stringify(input ?? {});
      assert.ok(answer.includes(`,"verdict":${company.evaluateJson(request)},"largest":`), question);
      assert.ok(answer.includes(`,"possible":${company.possibleJson(request)}`), question);
      const { largest } = JSON.parse(answer);
      if (largest === null) assert.throws(() => company.largestPaymentJson(request, item), RequestError);
      else assert.deepEqual(largest, JSON.parse(company.largestPaymentJson(request, item)));
    }
  }
});

test('the other forms need a document', () => {
  const { companies } = asked('example-ib/entry.json');
  const [whole, ...images] = companies;
  const question = '{"form":"user","input":{}}';
  assert.equal(JSON.parse(whole.formJson(question)).outcome, 'incomplete');
  for (const company of images) {
    const error = thrown(() => company.formJson(question));
    assert.ok(error instanceof ImageError || error.name === 'ImageError', `${error}`);
    assert.deepEqual([error.code, error.path], ['image.form', '/form']);
    assert.match(error.message, /the form `user` needs the company document/);
  }
});
