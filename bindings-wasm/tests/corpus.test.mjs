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

/** The verdict's text, or what the error says. */
function answer(one, ask) {
  try {
    return { verdict: ask(companyOf(one)) };
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
    const { verdict, error } = answer(one, (company) => company.evaluateJson(one.request));
    assert.equal(verdict, one.verdict, one.name);
    assert.equal(error && JSON.parse(error).code, one.error && JSON.parse(one.error).code, one.name);
    if (error !== undefined) assert.deepEqual(JSON.parse(error), JSON.parse(one.error), one.name);
  }
});

test('objects in, objects out: the same answers', () => {
  for (const one of cases.filter(({ verdict }) => verdict !== undefined)) {
    // A number such as 1.0 is another text as soon as it is a number of JavaScript, so both doors get the same one.
    const request = JSON.parse(one.request);
    const text = answer(one, (company) => company.evaluateJson(JSON.stringify(request)));
    const object = answer(one, (company) => company.evaluate(request));
    assert.deepEqual(object.verdict, text.verdict && JSON.parse(text.verdict), one.name);
    assert.equal(object.error, text.error, one.name);
  }
});
