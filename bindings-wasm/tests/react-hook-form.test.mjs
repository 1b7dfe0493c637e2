// The resolver in React Hook Form itself, drawn by React.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import init, { Service } from 'kessai';
import { issuesOf, kessaiResolver, watchDependants } from 'kessai/react-hook-form';

import { draw, leave, submit, type } from './dom.mjs';
import { company, service, thrown } from './documents.mjs';

const { act, createElement: h, useEffect, useMemo, useState } = await import('react');
const { useFieldArray, useForm } = await import('react-hook-form');

await init();

/** A bank with fields of its own, of which some lead from one to the other. */
const bank = {
  ...service,
  fields: {
    user: {
      pin: { characters: 'digits', minLength: 4, maxLength: 4, typedTwice: true, unequalTo: ['telephone'] },
      telephone: { characters: 'digits' },
    },
  },
};
const firm = new Service(bank).company(company);
const form = firm.form('user', { fixed: { enabled: true } });

/** What a page shows: each field with its error, and the rest. */
function Page({ form: given = form, names = ['id', 'role', 'pin', 'pinAgain', 'telephone'], watching = true, options = {}, seen = {}, settings }) {
  const resolver = useMemo(() => kessaiResolver(given, settings), [given]);
  const methods = useForm({ mode: 'onChange', ...options, resolver });
  const { errors, isValid } = methods.formState;
  useEffect(() => (watching ? watchDependants(methods, resolver, (view) => (seen.view = view)) : undefined), [methods, resolver]);
  Object.assign(seen, { methods, errors, isValid });
  return h(
    'form',
    { onSubmit: methods.handleSubmit((values) => (seen.values = values), (faulty) => (seen.faulty = faulty)) },
    names.map((name) => {
      const error = name.split('.').reduce((around, part) => around?.[part], errors);
      return h('p', { key: name }, h('input', methods.register(name)), error && h('output', { id: `of-${name}` }, error.message));
    }),
    errors.root?.kessai && h('output', { id: 'rest' }, errors.root.kessai.message),
  );
}

async function page(props = {}) {
  const seen = {};
  const drawn = await draw(h(Page, { ...props, seen }));
  const field = (name) => drawn.one(`[name="${name}"]`);
  const said = (name) => drawn.one(`[id="of-${name}"]`)?.textContent;
  return { ...drawn, seen, field, said, rest: () => drawn.one('#rest')?.textContent, submit: () => submit(drawn.one('form')) };
}

test('a field has the code, the text and every issue with its figures', async () => {
  const { field, said, seen, close } = await page({ options: { criteriaMode: 'all' } });
  await type(field('telephone'), '12');
  await type(field('pin'), '12');
  const { pin } = seen.errors;
  const issues = issuesOf(pin);
  assert.deepEqual([pin.type, pin.message], [issues[0].code, issues[0].message]);
  assert.deepEqual(issues.map(({ code }) => code), ['form.tooShort', 'form.unequal']);
  assert.deepEqual(Object.keys(pin.types), ['form.tooShort', 'form.unequal']);
  assert.equal(pin.types['form.unequal'], issues[1].message);
  assert.equal(issues[1].reason.expected, 'telephone');
  assert.equal(pin.ref, field('pin'));
  assert.equal(said('pin'), pin.message);
  await close();
  const first = await page();
  await type(first.field('pin'), '12');
  assert.equal(first.seen.errors.pin.types, undefined, 'only where they are asked for');
  await first.close();
});

test('an error goes where another field has made it untrue, and comes where one has been', async () => {
  const { field, said, close } = await page();
  await type(field('pinAgain'), '1234');
  await type(field('pin'), '9999');
  const error = 'What was typed again is not the same.';
  assert.equal(said('pinAgain'), error);
  await type(field('pin'), '1234');
  assert.equal(said('pinAgain'), undefined);
  await type(field('telephone'), '1234');
  assert.match(said('pin'), /telephone/);
  await type(field('telephone'), '12345');
  assert.equal(said('pin'), undefined);
  await close();
  // The library by itself says nothing of it.
  const alone = await page({ watching: false });
  await type(alone.field('pinAgain'), '1234');
  await type(alone.field('pin'), '9999');
  assert.equal(alone.said('pinAgain'), undefined);
  await alone.close();
});

test('what was on the page from the beginning is made wrong too', async () => {
  for (const mode of ['onChange', 'onBlur']) {
    const { field, said, seen, close } = await page({ options: { mode, defaultValues: { id: 'taro01', role: 'general', pinAgain: '1234' } } });
    await type(field('pin'), '9999');
    assert.ok(said('pinAgain'), mode);
    // What a script has emptied is as if somebody had.
    seen.methods.setValue('id', '', { shouldDirty: true });
    await type(field('pin'), '1234');
    assert.equal(said('id'), mode === 'onChange' ? 'The id is missing.' : undefined);
    assert.equal(said('pinAgain'), undefined);
    await close();
  }
});

test('once the form is submitted, what comes to be missing is said at once', async () => {
  const { field, said, submit: send, close } = await page();
  await send();
  assert.equal(said('pinAgain'), undefined);
  await type(field('pin'), '1234');
  assert.equal(said('pinAgain'), 'The `/pinAgain` is missing.');
  await close();
});

test('what is missing in untouched fields is said when the form is submitted', async () => {
  const { field, said, seen, submit: send, close } = await page();
  await type(field('pin'), '1234');
  assert.deepEqual(['id', 'role', 'pin', 'pinAgain'].map(said), [undefined, undefined, undefined, undefined]);
  assert.equal(seen.isValid, false);
  // Where somebody was, it is.
  await leave(field('id'));
  assert.equal(said('id'), 'The id is missing.');
  await type(field('pin'), '1235');
  assert.equal(said('id'), 'The id is missing.');
  assert.equal(said('role'), undefined);
  await send();
  assert.deepEqual(['id', 'role', 'pinAgain'].map((name) => seen.errors[name].type), ['missing', 'missing', 'missing']);
  assert.equal(seen.values, undefined);
  assert.equal(issuesOf(seen.faulty.role)[0].kind, 'missing');
  for (const [name, value] of [['id', 'taro01'], ['role', 'general'], ['pinAgain', '1235']]) await type(field(name), value);
  assert.deepEqual(seen.errors, {});
  assert.equal(seen.isValid, true);
  await send();
  assert.deepEqual(seen.values, { id: 'taro01', role: 'general', enabled: true }, 'the result: no field of the bank');
  await close();
});

test('what no field shows has a home, and does not prevent submitting unseen', async () => {
  const odd = form.with({ fixed: { enabled: 'yes', rights: ['nothing'] } });
  const { field, rest, seen, said, submit: send, draw: draws, close } = await page({ form: odd, names: ['id', 'role'] });
  assert.equal(rest(), undefined);
  await type(field('id'), 'taro01');
  const both = '`true` or `false` is expected here, not a text.\nThe service has no right `nothing`.';
  assert.equal(rest(), both, 'all of it, as a page shows one text');
  await type(field('role'), 'general');
  assert.deepEqual([said('id'), said('role')], [undefined, undefined]);
  await send();
  assert.equal(seen.values, undefined);
  assert.deepEqual(issuesOf(seen.errors.root.kessai).map(({ pointer }) => pointer), ['/enabled', '/rights/0']);
  await draws(h(Page, { form: form.with({ fixed: { enabled: null } }), names: ['id', 'role'], seen }));
  assert.equal(rest(), 'The choice whether the user is enabled is missing.', 'missing, and said, as the form was submitted');
  await draws(h(Page, { form, names: ['id', 'role'], seen }));
  assert.equal(rest(), undefined);
  await send();
  assert.equal(seen.values.enabled, true);
  await close();
});

test('what is missing elsewhere is not said before the form is submitted, and the form is not valid', async () => {
  const { field, rest, seen, submit: send, close } = await page({ form: form.with({ fixed: { enabled: null } }), names: ['id', 'role'] });
  await type(field('id'), 'taro01');
  await type(field('role'), 'general');
  assert.deepEqual([rest(), seen.isValid], [undefined, false]);
  await send();
  assert.deepEqual([rest(), seen.values], ['The choice whether the user is enabled is missing.', undefined]);
  await close();
});

test('a field that is taken off the page shows nothing: what is said of it is said elsewhere', async () => {
  const { field, rest, said, seen, draw: draws, submit: send, close } = await page();
  await type(field('pin'), '12');
  assert.ok(said('pin'));
  await draws(h(Page, { names: ['id', 'role', 'telephone'], seen }));
  await type(field('telephone'), '1');
  assert.match(rest(), /4/);
  assert.equal(seen.errors.pin, undefined);
  await send();
  assert.match(rest(), /4/);
  await close();
});

test('nor does one that is taken out of the form with its value', async () => {
  const options = { shouldUnregister: true };
  const { field, rest, said, seen, draw: draws, close } = await page({ options, form });
  await type(field('role'), 'chief');
  assert.match(said('role'), /chief/);
  await draws(h(Page, { options, form, names: ['id'], seen }));
  await type(field('id'), 'taro01');
  assert.doesNotMatch(rest() ?? '', /chief/);
  assert.equal(seen.errors.role, undefined);
  await close();
});

test('names lead into objects, and positions of lists are numbers', async () => {
  const names = ['id', 'accounts.0', 'accounts.1', 'limits.transfer.adHoc'];
  const { field, said, seen, close } = await page({ names });
  await type(field('accounts.0'), 'main');
  await type(field('accounts.1'), 'nowhere');
  await type(field('limits.transfer.adHoc'), 'x');
  assert.ok(Array.isArray(seen.errors.accounts));
  assert.equal(seen.errors.accounts[1].type, 'account.unknown');
  assert.deepEqual(issuesOf(seen.errors.accounts[1])[0].path, ['accounts', 1]);
  assert.match(said('accounts.1'), /nowhere/);
  assert.equal(said('accounts.0'), undefined);
  assert.ok(said('limits.transfer.adHoc'));
  await close();
});

test('a list that is one field has what is said of its members', async () => {
  const values = { id: 'taro01', role: 'general', rights: ['transfer.approve', 'nothing', 'none'] };
  const { seen, submit: send, close } = await page({ names: ['id', 'rights'], options: { defaultValues: values } });
  await send();
  assert.equal(seen.errors.rights.type, 'right.unknown');
  assert.deepEqual(issuesOf(seen.errors.rights).map(({ path }) => path), [['rights', 1], ['rights', 2]]);
  await close();
});

const example = (name) => readFileSync(new URL(`../../fixtures/example-ib/${name}.json`, import.meta.url), 'utf8');
const transfers = new Service(example('service')).company(example('company'));
const account = '081-1-0253326';
const entry = transfers.form('request', {
  fixed: {
    user: 'taro01', business: 'transfer', operation: 'create', now: '2026-11-20T10:15:00+09:00', valueDate: '2026-11-24', account, bearer: 'payee',
    usage: ['total', 'adHoc', 'preRegistered'].map((one) => ({ limit: `accountPerDay.${one}`, account, day: '2026-11-20', used: one === 'adHoc' ? '49990000' : '0' })),
  },
});

test('a limit is said at the payment only as long as the kind of payee is one that it is for', async () => {
  const { field, said, seen, close } = await page({ form: entry, names: ['payment', 'payee.kind', 'payee.bank', 'payee.branch'] });
  await type(field('payee.bank'), '0169');
  await type(field('payee.branch'), '101');
  await type(field('payment'), '30329');
  assert.equal(said('payment'), undefined);
  await type(field('payee.kind'), 'newAccount');
  assert.equal(seen.errors.payment.type, 'limit.accountPerDay.adHoc');
  assert.equal(issuesOf(seen.errors.payment)[0].reason.max, '10110');
  assert.equal(seen.view.answer.verdict.fee.bankFee, '110');
  await type(field('payee.kind'), 'preRegistered');
  assert.equal(said('payment'), undefined);
  await close();
});

test('what is used up already is known to the host alone, and what is said of it is said', async () => {
  const given = entry.with({ fixed: { ...JSON.parse('{"user":"taro01","business":"transfer","operation":"create","now":"2026-11-20T10:15:00+09:00"}'), account, valueDate: '2026-11-24', bearer: 'payee',
    usage: [{ limit: 'accountPerDay.total', account, day: '2026-11-19', used: '0' }] } });
  const { field, rest, seen, submit: send, close } = await page({ form: given, names: ['payment', 'payee.kind', 'payee.bank', 'payee.branch'] });
  for (const [name, value] of [['payee.kind', 'newAccount'], ['payee.bank', '0169'], ['payee.branch', '101'], ['payment', '5000']]) await type(field(name), value);
  assert.ok(issuesOf(seen.errors.root.kessai).some(({ path }) => path[0] === 'usage' && path[1] === 0), rest());
  await send();
  assert.equal(seen.values, undefined);
  await close();
});

/** Rows of a batch. */
function Batch({ seen }) {
  const form = transfers.form('request', { fixed: { user: 'taro01', business: 'bulkTransfer', operation: 'create', entry: 'screen', now: '2026-11-20T10:15:00+09:00', account } });
  const resolver = useMemo(() => kessaiResolver(form), []);
  const methods = useForm({ mode: 'onChange', resolver, defaultValues: { items: [{ payee: { bank: '0169' } }, { payee: { bank: '01' } }] } });
  const rows = useFieldArray({ control: methods.control, name: 'items' });
  useEffect(() => watchDependants(methods, resolver), [methods, resolver]);
  Object.assign(seen, { rows, errors: methods.formState.errors });
  return h('form', { onSubmit: methods.handleSubmit(() => {}) }, rows.fields.map(({ id }, at) =>
    h('p', { key: id }, h('input', methods.register(`items.${at}.payee.bank`)), h('input', methods.register(`items.${at}.payment`)))));
}

test('rows of a batch have their issues by position, and keep them when a row before them goes', async () => {
  const seen = {};
  const { one, close } = await draw(h(Batch, { seen }));
  await type(one('[name="items.1.payment"]'), '12x');
  assert.equal(seen.errors.items[0], undefined, 'nobody was there');
  assert.deepEqual(issuesOf(seen.errors.items[1].payment)[0].path, ['items', 1, 'payment']);
  await submit(one('form'));
  assert.equal(seen.errors.items[0].payment.type, 'missing');
  assert.equal(seen.errors.items[1].payee.bank.type, 'form.tooShort');
  await act(async () => seen.rows.remove(0));
  assert.deepEqual(issuesOf(seen.errors.items[0].payment)[0].path, ['items', 0, 'payment']);
  assert.equal(seen.errors.items[1], undefined);
  await close();
});

/** Rows of a field array, with what is said of the list itself. */
function Rows({ seen, options }) {
  const resolver = useMemo(() => kessaiResolver(form), []);
  const methods = useForm({ mode: 'onChange', ...options, resolver });
  const rows = useFieldArray({ control: methods.control, name: 'accounts', rules: { required: false } });
  useEffect(() => watchDependants(methods, resolver), [methods, resolver]);
  Object.assign(seen, { methods, rows, errors: methods.formState.errors });
  return h('form', { onSubmit: methods.handleSubmit(() => {}) }, rows.fields.map(({ id }, at) => h('input', { key: id, ...methods.register(`accounts.${at}.name`) })));
}

test('rows have their own errors, and what is said of the whole list is at its root', async () => {
  const seen = {};
  const { one, close } = await draw(h(Rows, { seen, options: { defaultValues: { id: 'a', role: 'general', accounts: [{ name: 'x' }, { name: 'y' }] } } }));
  await submit(one('form'));
  // An account of a user is a text: an object in its place is wrong as a whole, and no field of the row.
  assert.equal(seen.errors.accounts.root.type, 'type.wrong');
  assert.deepEqual(issuesOf(seen.errors.accounts.root).map(({ pointer }) => pointer), ['/accounts/0', '/accounts/1']);
  await close();
});

test('NaN, dates and files are at their field, and what else is wrong still stands', async () => {
  const typed = { id: 'x', role: 'general', pin: NaN, telephone: new Date(0), memo: new File(['x'], 'x') };
  const result = kessaiResolver(form.with({ lang: 'ja' }))(typed, undefined, {
    names: ['id', 'pin', 'telephone', 'memo', 'rights'],
    fields: Object.fromEntries(['id', 'pin', 'telephone', 'memo'].map((name) => [name, { name, mount: true }])),
    shouldUseNativeValidation: false,
  });
  assert.deepEqual(result.values, {});
  assert.deepEqual(Object.keys(result.errors).sort(), ['memo', 'pin', 'telephone']);
  assert.deepEqual([result.errors.pin.type, result.errors.telephone.type, result.errors.memo.type], ['value.notFinite', 'value.notPlain', 'value.notPlain']);
  assert.match(result.errors.telephone.message, /Date/);
});

test('the language is that of the resolver, and what is said already changes with it', async () => {
  const { field, said, seen, draw: draws, close } = await page({ form: form.with({ lang: 'ja' }) });
  await type(field('role'), 'boss');
  assert.match(said('role'), /指定できません/);
  await draws(h(Page, { form: form.with({ lang: 'en' }), seen }));
  assert.match(said('role'), /is not one of/);
  assert.equal(said('id'), undefined);
  await close();
});

test('settings may come from the context', () => {
  const resolver = kessaiResolver(form, (context) => ({ lang: context.lang }));
  const said = (lang) => resolver({}, { lang }, { names: ['id'], fields: { id: { name: 'id' } } }).errors.id.message;
  assert.deepEqual([said('ja'), said('en')], ['IDを入力してください。', 'The id is missing.']);
});

test('the mode of the form is kept', async () => {
  const late = await page({ options: { mode: 'onSubmit' } });
  await type(late.field('role'), 'boss');
  await type(late.field('pin'), '1');
  assert.deepEqual(late.seen.errors, {});
  await late.submit();
  await type(late.field('role'), 'general');
  assert.equal(late.said('role'), undefined);
  await late.close();
  const blurring = await page({ options: { mode: 'onBlur' } });
  await type(blurring.field('pin'), '1');
  assert.equal(blurring.said('pin'), undefined, 'not while it is typed');
  await leave(blurring.field('pin'));
  assert.ok(blurring.said('pin'));
  await type(blurring.field('pin'), '1234');
  assert.ok(blurring.said('pin'), 'neither away while it is typed');
  await leave(blurring.field('pin'));
  assert.equal(blurring.said('pin'), undefined);
  await type(blurring.field('pinAgain'), '2');
  assert.equal(blurring.said('pinAgain'), undefined);
  await blurring.close();
});

test('the browser is told, and shows its bubble only where somebody is', async () => {
  const { field, submit: send, close } = await page({ options: { shouldUseNativeValidation: true } });
  const reported = [];
  for (const name of ['id', 'role', 'pin']) field(name).reportValidity = () => reported.push(name) < 0;
  await type(field('role'), 'boss');
  assert.match(field('role').validationMessage, /is not one of/);
  assert.deepEqual(reported, ['role']);
  reported.length = 0;
  await type(field('pin'), '1234');
  assert.equal(field('pin').validationMessage, '');
  assert.deepEqual(reported, ['pin']);
  reported.length = 0;
  await send();
  assert.deepEqual(reported, ['id']);
  assert.equal(field('id').validationMessage, 'The id is missing.');
  await close();
});

test('the view of each change is at hand', async () => {
  const { field, seen, close } = await page();
  assert.equal(seen.view.outcome, 'incomplete');
  await type(field('id'), 'taro01');
  await type(field('role'), 'general');
  assert.equal(seen.view.outcome, 'valid');
  assert.equal(seen.view.answer.result.id, 'taro01');
  await close();
});

test('it ends when it is told to, and takes no resolver of others', async () => {
  const { seen, close } = await page({ watching: false });
  let views = 0;
  const resolver = kessaiResolver(form);
  const end = watchDependants(seen.methods, resolver, () => (views += 1));
  seen.methods.setValue('id', 'x');
  assert.equal(views, 2);
  end();
  seen.methods.setValue('id', 'y');
  assert.equal(views, 2);
  assert.equal(thrown(() => watchDependants(seen.methods, () => ({}))).code, 'call.argument');
  await close();
});

test('it answers at once, without a promise', () => {
  const result = kessaiResolver(form)({ id: 'taro01', role: 'general' }, undefined, { names: [], fields: {} });
  assert.deepEqual(result, { values: { id: 'taro01', role: 'general', enabled: true }, errors: {} });
});
