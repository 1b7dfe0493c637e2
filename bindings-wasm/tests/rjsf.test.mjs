// A form drawn by react-jsonschema-form from its JSON Schema, and judged by the form itself.
import assert from 'node:assert/strict';
import test from 'node:test';

import init, { Service } from 'kessai';
import { kessaiValidate, withoutSchemaErrors } from 'kessai/rjsf';

import { draw, submit, type } from './dom.mjs';
import { company, service } from './documents.mjs';

const { createElement: h } = await import('react');
const { default: Drawn } = await import('@rjsf/core');
const { default: validator } = await import('@rjsf/validator-ajv8');

await init();
const fields = { user: { pin: { characters: 'digits', minLength: 4, typedTwice: true }, telephone: { characters: 'digits' } } };
const user = new Service({ ...service, fields }).company(company).form('user', { fixed: { enabled: true } });

async function page(form, lang) {
  const seen = { errors: [] };
  const drawn = await draw(
    h(Drawn, {
      schema: form.jsonSchema({ target: 'draft-07' }, { lang }),
      validator,
      customValidate: kessaiValidate(form, { lang }),
      transformErrors: withoutSchemaErrors,
      noHtml5Validate: true,
      onSubmit: ({ formData }) => (seen.data = formData),
      onError: (errors) => (seen.errors = errors),
    }),
  );
  return { ...drawn, seen, field: (name) => drawn.one(`#root_${name}`), said: (name) => drawn.one(`#root_${name}__error`)?.textContent ?? '' };
}

test('the schema draws the fields, and what the form says is at them', async () => {
  const { field, said, seen, one, close } = await page(user, 'ja');
  for (const name of ['id', 'pin', 'pinAgain', 'telephone']) assert.ok(field(name), name);
  await type(field('pin'), '12');
  await submit(one('form'));
  assert.match(said('pin'), /文字/);
  assert.match(said('id'), /入力してください/);
  assert.ok(seen.errors.every(({ stack }) => !/must|property/.test(stack)), 'nothing of the schema in its own words');
  assert.equal(seen.data, undefined);
  await close();
});

test('what no field shows is in its list of errors, and prevents submitting', async () => {
  const odd = user.with({ fixed: { id: 'taro01', role: 'general', enabled: true, groups: ['nobody'] } });
  const { seen, one, close } = await page(odd, 'en');
  await submit(one('form'));
  assert.match(seen.errors.map(({ message }) => message).join(), /nobody/);
  await close();
});

test('a form that is valid is submitted', async () => {
  const { seen, one, close } = await page(user.with({ fixed: { id: 'taro01', role: 'general', enabled: true } }), 'en');
  await submit(one('form'));
  assert.deepEqual(seen.errors, []);
  assert.ok(seen.data !== undefined);
  await close();
});
