// The whole corpus, with the answers that the engine gives in Rust: `cargo xtask test` writes them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

import init, { Service } from 'kessai';
import initRecord, { Company as Recorded } from 'kessai/record';
import initTransfer, { Company as Transfer } from 'kessai/transfer';

import { answer, companyOf, differsInTransfer, images, OF_TRANSFERS, texts } from './page/answer.js';
import { rowOf, saidInRow, saidOf } from './page/record.js';

await init();
await initTransfer();
await initRecord();

const made = process.env.KESSAI_TARGET ?? fileURLToPath(new URL('../../target', import.meta.url));
const { documents, cases, codes, operations } = JSON.parse(readFileSync(join(made, 'npm/answers.json'), 'utf8'));

/** Objects in, objects out. */
const objects = {
  request: (company, question) => company.evaluate(question),
  advance: (company, question) => company.advance(question),
  form: (company, { form, input, rows, ...options }) =>
    rows ? company.form(form).checkRows(rows, options) : company.form(form).check(input, options),
  largest: (company, question, item) => company.largestPayment(question, item),
  possible: (company, question) => company.possible(question),
};

/** Whether a value of JSON holds a number that a number of JavaScript cannot be trusted with. */
function isInexact(value) {
  if (typeof value === 'number') return !Number.isSafeInteger(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(isInexact);
}

test('there are cases', () => {
  assert.ok(cases.length > 100, `only ${cases.length} cases`);
});

test('text in, text out: the same bytes as in Rust', () => {
  for (const one of cases) {
    assert.ok(answer(documents, one, Service).agrees, one.name);
  }
});

test('companies of images: the same bytes as in Rust', () => {
  for (const one of cases) {
    assert.ok(answer(documents, one, Service, images).agrees, one.name);
  }
});

test('objects in, objects out: the same answers', () => {
  for (const one of cases.filter((one) => one.answer !== undefined)) {
    // A number such as 1.0 is another text as soon as it is a number of JavaScript, so both doors get the same one.
    const question = JSON.parse(one.question);
    const text = answer(documents, one, Service, texts, JSON.stringify(question));
    const object = answer(documents, one, Service, objects, question);
    if (isInexact(question)) {
      assert.match(JSON.parse(object.error).code, /^value\.(fraction|tooLarge|notFinite)$/, one.name);
      continue;
    }
    assert.deepEqual(object.answer, text.answer && JSON.parse(text.answer), one.name);
    assert.equal(object.error, text.error, one.name);
  }
});

test('the module of transfers: the same bytes, and the same texts, from images', () => {
  const companies = new Map();
  const asked = cases.filter(({ door }) => OF_TRANSFERS.includes(door));
  assert.ok(asked.length > 1_000, `only ${asked.length} cases`);
  for (const one of asked) {
    assert.ok(!differsInTransfer(companies, documents, one, Service, Transfer), one.name);
  }
});

test('the module of records: the same outcome, amounts and first reason, where a row can say the request', () => {
  const companies = new Map();
  let asked = 0;
  for (const one of cases.filter(({ door, answer }) => door === 'request' && answer !== undefined)) {
    if (!documents[one.service].includes('"JPY"')) continue;
    const whole = companyOf(documents, one, Service);
    if (!companies.has(whole)) companies.set(whole, Recorded.fromImage(whole.image()));
    const company = companies.get(whole);
    const row = rowOf(company, JSON.parse(one.question), operations);
    if (row === undefined) continue;
    asked += 1;
    const answers = company.decideColumns(row);
    assert.equal(answers.error[0], 0, one.name);
    assert.deepEqual(saidInRow(answers), saidOf(JSON.parse(one.answer), codes), one.name);
  }
  assert.ok(asked > 100, `only ${asked} cases`);
  console.log(`${asked} cases as rows`);
});
