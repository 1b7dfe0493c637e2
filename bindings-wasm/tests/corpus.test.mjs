// The whole corpus, with the answers that the engine gives in Rust: `cargo xtask test` writes them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import init, { Service } from 'kessai';

await init();

const answers = process.env.KESSAI_ANSWERS ?? new URL('../../target/npm/answers.json', import.meta.url);
const { documents, cases } = JSON.parse(readFileSync(answers, 'utf8'));

const companies = new Map();

/** The company of a case, loaded once. */
function companyOf({ service, company }) {
  const key = `${service} ${company}`;
  if (!companies.has(key)) {
    const loaded = new Service(documents[service]);
    companies.set(key, loaded.company(documents[company]));
    loaded.free();
  }
  return companies.get(key);
}

/** Text in, text out. */
const texts = {
  request: (company, question) => company.evaluateJson(question),
  advance: (company, question) => company.advanceJson(question),
  form: (company, question) => company.formJson(question),
  largest: (company, question, item) => company.largestPaymentJson(question, item),
  possible: (company, question) => company.possibleJson(question),
};

/** Objects in, objects out. */
const objects = {
  request: (company, question) => company.evaluate(question),
  advance: (company, question) => company.advance(question),
  form: (company, { form, input, ...options }) => company.form(form).check(input, options),
  largest: (company, question, item) => company.largestPayment(question, item),
  possible: (company, question) => company.possible(question),
};

/** The answer, or what the error says. */
function answer(one, doors, question) {
  try {
    return { answer: doors[one.door](companyOf(one), question, one.item ?? undefined) };
  } catch (error) {
    const { code, path, message, findings } = error;
    return { error: JSON.stringify(findings ?? { code, path, message }) };
  }
}

test('there are cases', () => {
  assert.ok(cases.length > 100, `only ${cases.length} cases`);
});

test('text in, text out: the same bytes as in Rust', () => {
  for (const one of cases) {
    const got = answer(one, texts, one.question);
    assert.equal(got.answer, one.answer, one.name);
    assert.deepEqual(got.error && JSON.parse(got.error), one.error && JSON.parse(one.error), one.name);
  }
});

test('objects in, objects out: the same answers', () => {
  for (const one of cases.filter((one) => one.answer !== undefined)) {
    // A number such as 1.0 is another text as soon as it is a number of JavaScript, so both doors get the same one.
    const question = JSON.parse(one.question);
    const text = answer(one, texts, JSON.stringify(question));
    const object = answer(one, objects, question);
    assert.deepEqual(object.answer, text.answer && JSON.parse(text.answer), one.name);
    assert.equal(object.error, text.error, one.name);
  }
});
