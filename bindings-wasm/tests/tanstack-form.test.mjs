// A form as a validator of TanStack Form, which takes it as a Standard Schema.
import assert from 'node:assert/strict';
import test from 'node:test';

import init, { Service } from 'kessai';

import { draw, submit, type } from './dom.mjs';
import { company, service } from './documents.mjs';

const { createElement: h } = await import('react');
const { useForm } = await import('@tanstack/react-form');

await init();
const fields = { user: { pin: { characters: 'digits', minLength: 4, typedTwice: true }, memo: { maxLength: 3 } } };
const user = new Service({ ...service, fields }).company(company).form('user', { fixed: { enabled: true } });

const EMPTY = { id: '', role: '', pin: '', pinAgain: '', accounts: [''] };

function Page({ seen, validator = user, names = ['id', 'role', 'pin', 'pinAgain', 'accounts[0]'] }) {
  const form = useForm({
    defaultValues: EMPTY,
    validators: { onChange: validator },
    onSubmit: ({ value }) => (seen.value = validator['~standard'].validate(value).value),
  });
  Object.assign(seen, { form });
  const field = (name) =>
    h(form.Field, { key: name, name }, ({ state, handleChange, handleBlur }) =>
      h('p', null,
        h('input', { name, value: state.value, onChange: ({ target }) => handleChange(target.value), onBlur: handleBlur }),
        state.meta.isTouched && h('output', { id: `of-${name}` }, state.meta.errors.map(({ message }) => message).join())));
  const onSubmit = (event) => {
    event.preventDefault();
    form.handleSubmit();
  };
  return h('form', { onSubmit }, names.map(field), h(form.Subscribe, { selector: ({ errors }) => errors }, (errors) => {
    seen.errors = errors;
    return null;
  }));
}

async function page(props) {
  const seen = {};
  const drawn = await draw(h(Page, { seen, ...props }));
  return { ...drawn, seen, field: (name) => drawn.one(`[name="${name}"]`), said: (name) => drawn.one(`[id="of-${name}"]`)?.textContent ?? '' };
}

test('every field has its issues, with code and figures, and they go where they are no longer true', async () => {
  const { field, said, seen, close } = await page();
  await type(field('pinAgain'), '1234');
  await type(field('pin'), '12');
  assert.match(said('pin'), /4/);
  assert.match(said('pinAgain'), /not the same/);
  assert.equal(said('id'), '', 'nobody was there');
  const [{ code, kind, pointer, reason }] = seen.form.getFieldMeta('pin').errors;
  assert.deepEqual([code, kind, pointer, reason.min], ['form.tooShort', 'reason', '/pin', '4']);
  await type(field('pin'), '1234');
  assert.deepEqual([said('pin'), said('pinAgain')], ['', '']);
  await close();
});

test('what no field shows is among the errors of the form', async () => {
  const odd = user.with({ fixed: { enabled: 'yes' } });
  const { field, seen, one, close } = await page({ validator: odd });
  await type(field('id'), 'taro01');
  await type(field('role'), 'general');
  await type(field('accounts[0]'), 'main');
  assert.deepEqual(Object.keys(seen.errors[0]), ['enabled']);
  assert.equal(seen.errors[0].enabled[0].code, 'type.wrong');
  await submit(one('form'));
  assert.equal(seen.value, undefined);
  await close();
});

test('it is submitted when it is valid, and lists have their positions', async () => {
  const { field, said, seen, one, close } = await page();
  await submit(one('form'));
  assert.equal(seen.value, undefined);
  assert.match(said('id'), /missing/);
  await type(field('id'), 'taro01');
  await type(field('role'), 'general');
  await type(field('accounts[0]'), 'gone');
  assert.match(said('accounts[0]'), /gone/);
  await type(field('accounts[0]'), 'main');
  await submit(one('form'));
  assert.deepEqual(seen.value, { id: 'taro01', role: 'general', enabled: true, accounts: ['main'] });
  await close();
});

test('the language is that of the form that validates', async () => {
  const { field, said, close } = await page({ validator: user.with({ lang: 'ja' }) });
  await type(field('role'), 'boss');
  assert.match(said('role'), /指定できません/);
  await close();
});
